"""Read again, a quote whose borders move a little stays the same row; another quote is another row."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.read import keep
from bot.read.reading import Reading, Response, Span
from store.ledger import Ledger

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
TEXT = "Fern said: “We are not selling any mill, and never will.” Later it said: “No comment on the dock.”"
ARTICLE = {
    "id": "a-1", "page": "p", "url": "https://dock.example/1", "outlet": "Dock Gazette", "kind": "newspaper", "title": "", "text": TEXT,
    "text_hash": "x", "extractor": "x", "published": "2026-03-02T09:00:00Z", "first_seen": "2026-03-02T09:00:00Z", "lang": "en",
}  # fmt: skip


def read(ledger: Ledger, *quotes: str, company: str = "Fern plc") -> list[str]:
    responses = tuple(
        Response(
            company=company, speaker="the company", kind="flat_denial",
            quote=Span(start=TEXT.index(q), end=TEXT.index(q) + len(q), text=q),
        )
        for q in quotes
    )  # fmt: skip
    keep.save(ledger, ARTICLE, Reading(reader="test", responses=responses), NOW)
    rows = {r["quote"]: r["id"] for r in ledger.cases.responses_of("a-1")}
    assert set(rows) == set(quotes)
    return [rows[q] for q in quotes]


@pytest.fixture(autouse=True)
def _article(ledger: Ledger) -> None:
    ledger.wire.add_article(ARTICLE)


def test_borders_that_move_a_little(ledger: Ledger) -> None:
    first = read(ledger, "We are not selling any mill")
    assert read(ledger, "We are not selling any mill, and never will.") == first
    assert read(ledger, "We are not selling any mill") == first


def test_two_quotes_do_not_share_an_id(ledger: Ledger) -> None:
    (first,) = read(ledger, "We are not selling any mill, and never will.")
    again = read(ledger, "We are not selling any mill", "and never will.", "No comment on the dock.")
    assert len(set(again)) == 3
    assert first in again


def test_another_place_or_company_is_another_row(ledger: Ledger) -> None:
    first = read(ledger, "We are not selling any mill")
    assert read(ledger, "No comment on the dock.") != first
    first = read(ledger, "We are not selling any mill")
    assert read(ledger, "We are not selling any mill, and never will.", company="Osk Group") != first
