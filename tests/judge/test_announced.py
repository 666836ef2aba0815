"""A company's own announcement: an answer where it meets a report, evidence where it bears a denial out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.desk import Desk
from bot.judge.bearing import Bearing
from bot.read.quotes import locate
from bot.read.reading import Claim, Reading, Response
from bot.watch.articles import Incoming, store_article
from store.ledger import Ledger

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
REPORT = "Fern plc is selling its mill, two people told this paper.\n\n“We are not selling any mill,” a Fern spokesman said."
ANNOUNCED = (
    "Fern plc announces the sale of its mill to Osk Group.\n\nThe board of Fern resolved on the sale on 9 January. "
    "The company expects to complete the sale within a year and will publish its results on 4 April."
)


class Scripted:
    """A reader and judge that finds what a test says is there."""

    name = "scripted"

    def __init__(self, verdict: str | None, sure: float = 0.9, found: bool = False) -> None:
        self.verdict, self.sure, self.found = verdict, sure, found

    def read(self, doc: Any) -> Reading:
        if doc.kind != "press_release":
            span, quote = locate(doc.text, "Fern plc is selling its mill"), locate(doc.text, "We are not selling any mill")
            assert span
            assert quote
            claim = Claim(company="Fern plc", statement="Fern is selling its mill.", origin=doc.outlet, sourcing="anonymous", span=span)
            answer = Response(company="Fern plc", speaker="a spokesman", kind="flat_denial", quote=quote, answers=(0,))
            return Reading(reader=self.name, claims=(claim,), responses=(answer,), companies=("Fern plc",))
        quote = locate(doc.text, "The board of Fern resolved on the sale on 9 January.")
        assert quote
        said = Response(
            company="Fern plc", speaker="the company", kind="confirmation", quote=quote, statement="Fern is selling its mill, its board resolved.",
            answers=(0,) if self.found else (),
        )  # fmt: skip
        finding = Claim(company="Fern plc", statement="The scales of Fern were wrong.", origin=doc.outlet, sourcing="official", span=quote)
        return Reading(reader=self.name, claims=(finding,) if self.found else (), responses=(said,), companies=("Fern plc",))

    def judge(self, doc: Any, reading: Reading, denials: Any) -> list[Bearing]:
        if self.verdict is None or doc.kind != "press_release":
            return []
        span = locate(doc.text, "The board of Fern resolved on the sale on 9 January.")
        given: Any = {"verdict": self.verdict, "tier": 4 if self.verdict == "no_bearing" else 1, "confidence": self.sure}
        return [Bearing(denial=d.id, span=span, why="as the test says", **given) for d in denials]


def take(ledger: Ledger, verdict: str | None, *which: str, sure: float = 0.9, found: bool = False) -> Desk:
    scripted = Scripted(verdict, sure, found)
    desk = Desk(ledger, lambda: NOW, reader=scripted, judge=scripted)
    for kind in which:
        own = kind == "press_release"
        incoming = Incoming(
            url=f"https://{kind}.example/1", published=NOW - timedelta(days=5 if own else 10), outlet="Fern plc" if own else "Dock Gazette",
            kind=kind, lang="en", title="Fern and its mill", text=ANNOUNCED if own else REPORT, author="", feed_id=None,
            first_seen=NOW, live=True,
        )  # fmt: skip
        assert store_article(ledger, incoming, NOW)
        while desk.work():
            pass
    assert ledger.wire.problems() == []
    return desk


def shown(ledger: Ledger) -> list[tuple[str, int]]:
    """Kinds of the responses that cases show, and how many claims each answers."""
    views = [ledger.cases.view(c) for c in ledger.cases.all_ids()]
    return sorted((r["kind"], len(r["claims"])) for v in views if v for r in v["responses"])


ORDERS = [("newspaper", "press_release"), ("press_release", "newspaper")]


@pytest.mark.parametrize("order", ORDERS, ids=" ".join)
class TestAnnounced:
    @pytest.mark.parametrize("verdict", ["undercuts", "partly_undercuts", None])
    def test_it_admits_what_was_denied(self, ledger: Ledger, order: tuple[str, str], verdict: str | None) -> None:
        take(ledger, verdict, *order)
        assert shown(ledger) == [("confirmation", 1), ("flat_denial", 1)]

    def test_where_the_judge_cannot_tell_it_is_still_shown(self, ledger: Ledger, order: tuple[str, str]) -> None:
        take(ledger, "no_bearing", *order, sure=0.6)
        assert shown(ledger) == [("confirmation", 1), ("flat_denial", 1)]

    @pytest.mark.parametrize("verdict", ["overtaken", "confirms", "no_bearing"])
    def test_what_bears_a_denial_out_admits_nothing(self, ledger: Ledger, order: tuple[str, str], verdict: str) -> None:
        take(ledger, verdict, *order)
        assert shown(ledger) == [("flat_denial", 1)]
        assert len(ledger.cases.all_ids()) == 1

    def test_what_answers_a_finding_of_its_own_paper_is_about_that(self, ledger: Ledger, order: tuple[str, str]) -> None:
        take(ledger, "confirms", *order, found=True)
        assert shown(ledger) == [("confirmation", 1), ("flat_denial", 1)]


def test_a_verdict_that_changes_brings_the_admission_back(ledger: Ledger) -> None:
    desk = take(ledger, "overtaken", *ORDERS[0])
    desk.judge.verdict = "undercuts"  # type: ignore[attr-defined]
    (article,) = ledger.db.query("SELECT id FROM articles WHERE kind = 'press_release'")
    desk.handle(article["id"])
    assert shown(ledger) == [("confirmation", 1), ("flat_denial", 1)]


def test_an_announcement_that_meets_no_report_is_no_case(ledger: Ledger) -> None:
    take(ledger, None, "press_release")
    assert ledger.cases.all_ids() == []
