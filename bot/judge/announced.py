"""When does what a company admits in a paper of its own answer a report? Rules over the ledger.

Companies announce all the time. An announcement is an answer only where it meets a report on file, and where it shows
a denial to have been true, or tells of a change since, it is evidence about that denial and no admission.
"""

from __future__ import annotations

from collections.abc import Collection

from store.engine import Row
from store.ledger import Ledger

_PAPERS = frozenset({"press_release", "filing"})


def admits(row: Row) -> bool:
    """Is a response (a row of the ledger) an admission in a company's or an authority's own paper?"""
    return row["kind"] == "confirmation" and row["article_kind"] in _PAPERS


def borne_out(ledger: Ledger, row: Row) -> str | None:
    """The denial that an admission's article shows to have been true when it was made; None if it shows one to
    have been untrue, or says nothing of any."""
    if not admits(row):
        return None
    bearings = ledger.cases.bearings_of_article(row["article_id"])
    if any(b["verdict"] in ("undercuts", "partly_undercuts") for b in bearings):
        return None
    return next((str(b["response_id"]) for b in bearings if b["verdict"] in ("confirms", "overtaken")), None)


def speaks(row: Row, paired: Collection[str]) -> bool:
    """Does a response count, given the ids of those that answer a claim? An announcement that meets none does not."""
    return row["id"] in paired or not admits(row)


def settle_admissions(ledger: Ledger, article_id: str) -> None:
    """After an article was judged: an announcement that bears a denial out admits nothing, and the other way round."""
    for row in ledger.cases.responses_of(article_id):
        of = borne_out(ledger, row)
        if admits(row) and of != row["repeats"]:
            ledger.matters.set_repeats(row["id"], of)
