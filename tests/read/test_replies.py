"""What a company says to a report about it, in English: a lead, and one paragraph more that the screen and the reader must get right."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.read.offline import OfflineReader
from bot.read.reading import Document
from bot.read.screen import screen
from tests.read.replies_table import LEADS, NO_REPLIES, REPLIES


def article(lead: str, paragraph: str) -> Document:
    kind, outlet, title, opening = LEADS[lead]
    return Document(
        id="a", url="https://courier.example/a", outlet=outlet, kind=kind, lang="en", title=title, text=f"{opening}\n\n{paragraph}",
        published=datetime(2026, 1, 12, tzinfo=UTC),
    )  # fmt: skip


@pytest.mark.parametrize(("lead", "paragraph", "answers"), REPLIES)
def test_a_reply(lead: str, paragraph: str, answers: list[tuple[str, str]]) -> None:
    doc = article(lead, paragraph)
    assert screen(doc).passes
    found = sorted((r.company.split()[0], r.kind) for r in OfflineReader().read(doc).responses)
    assert found == sorted(answers)


@pytest.mark.parametrize(("lead", "paragraph"), NO_REPLIES)
def test_no_reply(lead: str, paragraph: str) -> None:
    assert OfflineReader().read(article(lead, paragraph)).responses == ()
