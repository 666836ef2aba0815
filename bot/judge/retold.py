"""Does the press tell anew what an earlier article already showed about a denial? A rule over the ledger.

An authority's finding or a company's announcement is passed on for days. The first article that shows it is evidence;
whoever passes it on tells nothing new, whatever a judge who sees that report alone makes of it. Publication decides which
was first, never arrival: what comes out earlier and arrives later has the reports after it looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from bot.judge.bearing import INFORMATIVE, Bearing, Denial
from bot.read.companies import kin
from bot.read.scripts import same_newsroom
from store.engine import Row, iso, moment
from store.ledger import Ledger

#: For so long the press passes on what was shown.
RETOLD = timedelta(days=30)
#: Who publishes in these forms speaks for himself.
_OWN_WORDS = frozenset({"filing", "court", "press_release", "transcript"})


def as_counted(ledger: Ledger, article: Row, denial: Denial, bearing: Bearing) -> Bearing:
    """The bearing as it counts: `no_bearing` where an article of the press only passes on what an earlier one, at least as
    strong, showed. Not where it takes back its own report, or has a company's own word that is new."""
    if bearing.verdict not in INFORMATIVE or bearing.tier > 2 or not _passes_on(ledger, article, denial, bearing):
        return bearing
    first = next((b for b in _before(ledger, article, denial) if b["verdict"] == bearing.verdict and b["tier"] <= bearing.tier), None)
    if first is None:
        return bearing
    told = ledger.wire.article(first["article_id"]) or {}
    why = f"passes on what was shown before ({told.get('outlet', '')}, {moment(first['published']):%Y-%m-%d}): {bearing.why}"
    return bearing.model_copy(update={"verdict": "no_bearing", "tier": 4, "why": why})


def after(ledger: Ledger, article: Row, response_ids: Iterable[str]) -> list[Row]:
    """The articles that may pass on what this one shows about these denials, by publication: they bear on one of them, and
    came out later."""
    made = moment(article["published"])
    bearings = ledger.cases.bearings_of_responses(response_ids)
    found = {b["article_id"] for b in bearings if iso(made) < b["published"] <= iso(made + RETOLD)}
    return ledger.wire.articles(sorted(found))


def _before(ledger: Ledger, article: Row, denial: Denial) -> Iterator[Row]:
    made = moment(article["published"])
    for row in ledger.cases.bearings_of_response(denial.id):
        if iso(made - RETOLD) <= row["published"] < iso(made) and row["article_id"] != article["id"]:
            yield row


def _passes_on(ledger: Ledger, article: Row, denial: Denial, bearing: Bearing) -> bool:
    """May its evidence be somebody else's?"""
    outlet = article["outlet"]
    if article["kind"] in _OWN_WORDS or kin(outlet, denial.company):
        return False
    if bearing.tier > 1 and same_newsroom(bearing.origin, outlet):
        return False  # witnesses of its own
    reporters = (name for c in denial.claims for name in (c.origin, c.outlet) if name)
    if bearing.verdict == "confirms" and any(same_newsroom(outlet, name) for name in reporters):
        return False
    return not any(_within(bearing, said) for said in ledger.cases.responses_of(article["id"]))


def _within(bearing: Bearing, said: Row) -> bool:
    """Does the bearing rest on what a company admits in this article for the first time?"""
    if said["kind"] != "confirmation" or said["repeats"] or bearing.span is None:
        return False
    return bool(said["quote_start"] < bearing.span.end and bearing.span.start < said["quote_end"])
