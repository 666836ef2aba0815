from __future__ import annotations

import pytest

from store.ledger import Ledger
from tests.merging import merge
from tests.store.conftest import NOW, Filler, days, ids


@pytest.fixture
def quillon(fill: Filler) -> int:
    return fill.company("Quillon")


def test_a_case_with_everything_in_it(ledger: Ledger, fill: Filler, quillon: int) -> None:
    brask = fill.company("Brask")
    case = fill.denied(1, quillon, days(2))
    fill.article("a-early", days(0), first_seen=days(5), outlet="Tarn Times", lang="pt")
    fill.reading("a-early", [fill.claim("c-early", quillon)], [fill.response("r-again", quillon)])
    ledger.cases.assign(case, ["c-early"], ["r-again"])
    ledger.cases.set_companies(case, [(brask, "counterparty"), (quillon, "subject")])
    ledger.cases.set_pairs("r-1", ["c-early"], "across")
    ledger.cases.save_response("r-again", repeats="r-1")
    for n in (9, 4):
        fill.article(f"a-later-{n}", days(n), title=f"Sold, part {n}")
        fill.bearing("r-1", f"a-later-{n}", days(n))
    fill.bearing("r-again", "a-later-9", days(9))

    view = ledger.cases.view(case) or {}

    assert (view["id"], view["title"], view["status"], view["revision"]) == (case, "Matter 1", "open", 0)
    assert [(c["name"], c["role"]) for c in view["companies"]] == [("Quillon", "subject"), ("Brask", "counterparty")]
    assert ids(view["claims"]) == ["c-early", "c-1"]
    assert (view["claims"][0]["outlet"], view["claims"][0]["lang"]) == ("Tarn Times", "pt")
    assert ids(view["responses"]) == ["r-1"]  # the repetition is left out
    assert view["responses"][0]["claims"] == ["c-1", "c-early"]
    assert [b["article_title"] for b in view["bearings"]] == ["Sold, part 4", "Sold, part 9"]
    assert {b["response_id"] for b in view["bearings"]} == {"r-1"}
    assert view["first_published"] == "2026-03-02T07:15:00Z"
    assert view["first_seen"] == "2026-03-04T07:15:00Z"


def test_an_empty_case_and_none(ledger: Ledger) -> None:
    case = ledger.cases.open_case("Nothing yet", NOW)
    view = ledger.cases.view(case) or {}
    assert (view["claims"], view["responses"], view["bearings"], view["companies"]) == ([], [], [], [])
    assert view["first_seen"] is view["first_published"] is None
    assert ledger.cases.view(99) is None


def test_cases_of_a_company(ledger: Ledger, fill: Filler, quillon: int) -> None:
    brask = fill.company("Brask")
    cases = {n: fill.denied(n, quillon, days(n), status=s) for n, s in enumerate(("open", "undercut", "contested", "stale"))}
    other = fill.denied(9, brask, days(9), "no_comment")
    ledger.cases.set_companies(other, [(brask, "subject"), (quillon, "counterparty")])
    merged = fill.denied(10, quillon, days(10))
    ledger.cases.set_case(merged, merged_into=cases[0])
    of = ledger.cases.of_company
    assert ids(of([quillon])) == [other, cases[3], cases[2], cases[1], cases[0]]
    assert ids(of([quillon], limit=2, offset=1)) == [cases[3], cases[2]]
    assert ids(of([quillon], statuses=["undercut", "stale"])) == [cases[3], cases[1]]
    assert of([quillon], statuses=[]) == of([]) == []
    assert ids(of([brask, quillon], limit=1)) == [other]
    assert [c["name"] for c in of([brask])[0]["companies"]] == ["Quillon", "Brask"][::-1]
    assert [row["denials"] for row in of([quillon], limit=2)] == [0, 1]
    assert ids(ledger.cases.open_cases_of([quillon])) == [other, cases[2], cases[0]]
    assert ids(ledger.cases.open_cases_of([quillon], 1)) == [other]


def test_recent_cases(ledger: Ledger, fill: Filler, quillon: int) -> None:
    cases = [fill.denied(n, quillon, days(n), status="upheld" if n else "open") for n in range(3)]
    assert ids(ledger.cases.recent()) == cases[::-1]
    assert ids(ledger.cases.recent(1, 1)) == [cases[1]]
    assert ids(ledger.cases.recent(statuses=["open"])) == [cases[0]]
    assert ledger.cases.recent()[0]["companies"][0]["name"] == "Quillon"


def test_the_record_of_a_company(ledger: Ledger, fill: Filler, quillon: int) -> None:
    brask = fill.company("Brask")
    told = [("flat_denial", "undercut"), ("flat_denial", "undercut"), ("flat_denial", None), ("non_denial", "partly_undercut")]
    for n, (kind, status) in enumerate([*told, ("undecided", "upheld"), ("no_comment", None)]):
        fill.denied(n, quillon, NOW, kind, status)
    fill.denied(90, brask, NOW, "flat_denial", "undercut")
    fill.denied(91, quillon)
    ledger.cases.save_response("r-91", repeats="r-0")
    for at, response, verdict, tier in (
        (1, "r-0", "undercuts", 3),  # a weak one first
        (4, "r-0", "undercuts", 1),
        (6, "r-0", "undercuts", 1),
        (1, "r-1", "no_bearing", 4),
        (2, "r-1", "undercuts", 3),
        (10, "r-1", "undercuts", 3),  # two weak ones of different newsrooms
        (1, "r-3", "partly_undercuts", 2),
        (50, "r-2", "confirms", 1),
    ):
        fill.article(f"a-later-{at}-{response}", days(at))
        fill.bearing(response, f"a-later-{at}-{response}", days(at), verdict, tier)
    assert ledger.cases.record([quillon]) == {
        "denials": 5,
        "by_status": {"undercut": 2, "open": 1, "partly_undercut": 1, "upheld": 1},
        "by_kind": {
            "flat_denial": {"undercut": 2, "open": 1},
            "non_denial": {"partly_undercut": 1},
            "undecided": {"upheld": 1},
        },
        "median_days_to_reversal": 4.0,
        "cases": 7,
    }
    nothing = {"denials": 0, "by_status": {}, "by_kind": {}, "median_days_to_reversal": None, "cases": 0}
    assert ledger.cases.record([]) == ledger.cases.record([77]) == nothing


def test_counts_are_of_denials(ledger: Ledger, fill: Filler, quillon: int) -> None:
    zeros = dict.fromkeys(("undercut", "partly_undercut", "contested", "overtaken", "upheld", "open", "stale"), 0)
    assert ledger.cases.counts() == {"denials": 0, "cases": 0, **zeros}
    fill.denied(1, quillon, status="undercut")
    fill.denied(2, quillon)
    fill.denied(3, quillon, kind="confirmation", status="open")
    merged = fill.denied(4, quillon)
    merge(ledger, merged, 1)
    ledger.cases.open_case("Nothing in it", NOW)
    assert ledger.cases.counts() == {"denials": 3, "cases": 3, **zeros, "undercut": 1, "open": 2}
