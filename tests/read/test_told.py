"""Answers in Japanese, Chinese and Korean by how they are put: what passes the screen, whose answer it is, of which kind."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.read.offline import OfflineReader
from bot.read.reading import Document
from bot.read.screen import screen
from tests.read.eastern_articles_table import ROWS as ARTICLES
from tests.read.test_answers import read
from tests.read.test_unlike import gives
from tests.read.told_table import LEADS, NOTHING, ROWS


def document(news: str, words: str) -> Document:
    _, outlet, form, title, lead = LEADS[news]
    return Document(
        id="a", url="https://courier.example/a", outlet=outlet, kind=form, lang=news[:2], title=title, text=f"{lead}\n\n{words}",
        published=datetime(2026, 1, 12, tzinfo=UTC),
    )  # fmt: skip


@pytest.mark.parametrize(("news", "words", "kind"), ROWS)
def test_an_answer_as_it_is_put(news: str, words: str, kind: str) -> None:
    doc = document(news, words)
    assert screen(doc).passes
    answers = OfflineReader().read(doc).responses
    assert [r.kind for r in answers] == [kind], [r.quote.text for r in answers]
    assert LEADS[news][0] in answers[0].company
    assert answers[0].quote.start >= len(LEADS[news][4])


@pytest.mark.parametrize(("news", "words"), NOTHING)
def test_what_others_tell_is_no_answer(news: str, words: str) -> None:
    assert OfflineReader().read(document(news, words)).responses == ()


@pytest.mark.parametrize(("lang", "form", "outlet", "title", "text", "answers"), ARTICLES)
def test_an_article(lang: str, form: str, outlet: str, title: str, text: str, answers: tuple[tuple[str, str], ...]) -> None:
    gives(read(lang, *text.split("\n\n"), title=title, kind=form, outlet=outlet), answers)
