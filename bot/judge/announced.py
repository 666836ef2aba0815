"""When does what a company admits in a paper of its own answer a report? Rules over the ledger.

Companies announce all the time. An announcement is an answer only where it meets a report on file, and where it shows
a denial to have been true, or tells of a change since, it is evidence about that denial and no admission.
"""

from __future__ import annotations

from collections.abc import Collection

from store.engine import Row
from store.ledger import Ledger

_PAPERS = frozenset({"press_release", "filing"})
#: A judge that is less sure than this that an article tells nothing new has abstained.
SURE = 0.75


def admits(row: Row) -> bool:
    """Is a response (a row of the ledger) an admission in a company's or an authority's own paper?"""
    return row["kind"] == "confirmation" and row["article_kind"] in _PAPERS


def borne_out(ledger: Ledger, row: Row) -> str | None:
    """The denial that an admission's article leaves standing: it shows it to have been true when it was made, or
    surely tells nothing new about what was denied in the case. None if it shows one to have been untrue, and for an
    admission that answers what its own paper found: it is about that, whatever else the paper shows."""
    if not admits(row) or any(p["how"] == "article" for p in ledger.cases.pairs_of([row["id"]])):
        return None
    bearings = ledger.cases.bearings_of_article(row["article_id"])
    if any(b["verdict"] in ("undercuts", "partly_undercuts") for b in bearings):
        return None
    held = [b for b in bearings if b["verdict"] in ("confirms", "overtaken")] or _silent(ledger, row, bearings)
    return str(held[0]["response_id"]) if held else None


def _silent(ledger: Ledger, row: Row, bearings: list[Row]) -> list[Row]:
    """The bearings by which an article surely says nothing new about denials of its admission's own case."""
    sure = [b for b in bearings if b["confidence"] >= SURE]
    mine = {r["id"] for r in ledger.cases.responses([b["response_id"] for b in sure]) if r["case_id"] == row["case_id"]}
    return [b for b in sure if b["response_id"] in mine]


def speaks(row: Row, paired: Collection[str]) -> bool:
    """Does a response count, given the ids of those that answer a claim? An announcement that meets none does not."""
    return row["id"] in paired or not admits(row)


def settle_admissions(ledger: Ledger, article_id: str) -> None:
    """After an article was judged: an announcement that bears a denial out admits nothing, and the other way round."""
    for row in ledger.cases.responses_of(article_id):
        of = borne_out(ledger, row)
        if admits(row) and of != row["repeats"]:
            ledger.matters.set_repeats(row["id"], of)
