"""A reading goes onto the ledger and comes back as it was."""

from __future__ import annotations

from datetime import datetime

from bot.read import keep
from bot.read.reading import Claim, Party, Reading, Response
from store.ledger import Ledger
from tests.scripted import article, span

TEXT = (
    "Quarrow Mills is in talks to buy Tressel Foods, two people said. “There are no talks,” a Quarrow spokesperson said, "
    "referring to a report in Northgate Ledger. Tressel Foods (트레셀) declined to comment."
)


def reading() -> Reading:
    return Reading(
        reader="scripted",
        claims=(
            Claim(
                company="Quarrow Mills", statement="Quarrow Mills is in talks to buy Tressel Foods.", origin="Harbour Wire",
                sourcing="anonymous", source_count=2, span=span(TEXT, "Quarrow Mills is in talks to buy Tressel Foods"),
                parties=(Party(name="Tressel Foods", role="counterparty"),),
            ),
        ),
        responses=(
            Response(
                company="Quarrow Mills", speaker="a spokesperson", kind="flat_denial", quote=span(TEXT, "There are no talks,"),
                direct=True, answers=(0,), addresses=span(TEXT, "a report in Northgate Ledger"),
            ),
            Response(company="Tressel Foods", speaker="", kind="no_comment", quote=span(TEXT, "declined to comment"), answers=(0,)),
        ),
        companies=("Quarrow Mills", "Tressel Foods"),
        credits=("Northgate Ledger",),
    )  # fmt: skip


def test_what_is_kept_comes_back(ledger: Ledger, now: datetime) -> None:
    row = article(ledger, "talks", TEXT)
    named = keep.save(ledger, row, reading(), now)
    assert len(named) == 1  # Tressel's Korean name is new
    assert keep.load(ledger, ledger.wire.article(row["id"]) or {}) == reading().model_copy(update={"credits": ()})


def test_reading_again_updates_rows_and_keeps_their_ids(ledger: Ledger, now: datetime) -> None:
    row = article(ledger, "talks", TEXT)
    keep.save(ledger, row, reading(), now)
    before = [r["id"] for r in ledger.cases.responses_of(row["id"])]
    better = reading().model_copy(update={"reader": "better", "responses": reading().responses[:1]})
    assert keep.save(ledger, row, better, now) == set()
    after = ledger.cases.responses_of(row["id"])
    assert [r["id"] for r in after] == before[:1]
    assert after[0]["reader"] == "better"


def test_an_article_never_read_has_an_empty_reading(ledger: Ledger) -> None:
    row = article(ledger, "talks", TEXT)
    assert keep.load(ledger, row) == Reading(reader="")
