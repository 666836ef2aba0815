from __future__ import annotations

import pytest

from store.ledger import Ledger
from tests.store.conftest import Filler, days, ids


@pytest.fixture
def quillon(fill: Filler) -> int:
    return fill.company("Quillon")


def test_members_of_a_case(ledger: Ledger, fill: Filler, quillon: int) -> None:
    case = fill.denied(1, quillon)
    fill.denied(2, quillon)
    ledger.matters.set_repeats("r-1", "r-2")
    assert ids(ledger.matters.members(case)) == ["c-1", "r-1"]
    assert ledger.matters.is_empty(case) is False
    ledger.cases.drop_reading("a-1")
    assert ledger.matters.is_empty(case) is True
    assert ledger.matters.members(case) == []


def test_repetitions(ledger: Ledger, fill: Filler, quillon: int) -> None:
    for n in (1, 2, 3):
        fill.denied(n, quillon)
    ledger.matters.set_repeats("r-2", "r-1")
    ledger.matters.set_repeats("r-3", "r-2")
    assert ids(ledger.matters.repetitions(["r-1"])) == ["r-2"]
    assert sorted(ids(ledger.matters.repetitions(["r-2"]))) == ["r-2", "r-3"]
    ledger.matters.set_repeats("r-2", None)
    assert ledger.matters.repetitions(["r-1"]) == []


def test_denials_around_companies(ledger: Ledger, fill: Filler, quillon: int) -> None:
    brask = fill.company("Brask")
    fill.denied(1, quillon, days(1))
    shared = fill.denied(2, brask, days(2))
    ledger.cases.set_companies(shared, [(brask, "subject"), (quillon, "counterparty")])
    fill.denied(3, brask, days(3))
    fill.denied(4, quillon, days(4), "no_comment")
    fill.denied(5, quillon, days(5))
    around = ledger.matters.denials_around
    assert ids(around([quillon], after=days(0), before=days(9))) == ["r-1", "r-2", "r-5"]
    assert ids(around([quillon], after=days(1), before=days(5))) == ["r-1", "r-2"]
    assert ids(around([quillon], after=days(0), before=days(9), limit=2)) == ["r-2", "r-5"]
    assert around([], after=days(0), before=days(9)) == []


def test_cases_that_time_can_change(ledger: Ledger, fill: Filler, quillon: int) -> None:
    statuses = ("open", "contested", "stale", "upheld", "undercut")
    cases = {s: fill.denied(n, quillon, status=s) for n, s in enumerate(statuses)}
    ledger.cases.set_case(cases["stale"], merged_into=cases["open"])
    assert ids(ledger.matters.unsettled()) == [cases["open"], cases["contested"]]


def test_a_large_company_is_asked_for_its_latest_denials_whoever_made_them(ledger: Ledger, fill: Filler) -> None:
    large, other = fill.company("Quillon"), fill.company("Brask")
    for n in range(12):
        fill.denied(n, large, days(n))
    joint = fill.denied(90, other, days(20))
    ledger.cases.set_companies(joint, [(other, "subject"), (large, "counterparty")])
    fill.denied(91, other, days(21))
    around = ledger.matters.denials_around
    assert ids(around([large], after=days(0), before=days(30), limit=3)) == ["r-10", "r-11", "r-90"]
    assert ids(around([large, other], after=days(11), before=days(21))) == ["r-11", "r-90"]
    assert around([], after=days(0), before=days(30)) == []
