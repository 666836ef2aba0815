"""Answers in German, French, Spanish, Italian and Portuguese: screened and read, one article for each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.read.offline import OfflineReader
from bot.read.screen import screen
from tests.llm.conftest import document
from tests.read.western_table import TEXTS


def _rows() -> Iterator[tuple[str, str, str, str, str]]:
    """Language, company, headline, kind of answer, text."""
    for lang, text in TEXTS.items():
        company = title = lead = ""
        for line in filter(None, text.splitlines()):
            if line.startswith("@"):
                company, title, lead = (part.strip() for part in line[1:].split(" | "))
                continue
            kind, answer = line.split(" | ", 1)
            yield lang, company, title, kind, f"{lead}\n\n{answer}"


@pytest.mark.parametrize(("lang", "company", "title", "kind", "text"), list(_rows()))
def test_who_answers_and_how(lang: str, company: str, title: str, kind: str, text: str) -> None:
    doc = document(text, lang=lang, kind="newspaper", title=title)
    found = [(r.company, r.kind) for r in OfflineReader().read(doc).responses] if screen(doc).passes else []
    if kind == "nothing":
        assert not found
    else:
        assert [(company in name, sort) for name, sort in found] == [(True, kind)], found
