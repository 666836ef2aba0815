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


def test_cases_that_time_can_change(ledger: Ledger, fill: Filler, quillon: int) -> None:
    statuses = ("open", "contested", "stale", "upheld", "undercut")
    cases = {s: fill.denied(n, quillon, days(0), status=s) for n, s in enumerate(statuses)}
    due = fill.denied(10, quillon, days(20), status="open")
    ledger.cases.save_response("r-10", due=days(30))
    gone = fill.denied(11, quillon, days(0), status="open")
    ledger.cases.set_case(gone, merged_into=due)
    ruled = fill.denied(12, quillon, days(0), status="undercut")
    ledger.rulings.add({"kind": "status", "case_id": ruled, "team": "T1", "by": "U1", "at": days(1)})

    def unsettled(made: float, due_by: float, **more: int) -> list[int]:
        return ledger.matters.unsettled(days(made), days(due_by), **more)

    assert unsettled(5, 9) == [cases["open"], ruled]
    assert unsettled(5, 40) == [cases["open"], due, ruled]
    assert unsettled(-1, 0) == [ruled]
    assert unsettled(5, 40, after=cases["open"], limit=1) == [due]
