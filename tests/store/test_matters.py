from __future__ import annotations

import pytest

from store.ledger import Ledger
from tests.store.conftest import Filler, ids


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
    cases = {s: fill.denied(n, quillon, status=s) for n, s in enumerate(statuses)}
    ledger.cases.set_case(cases["stale"], merged_into=cases["open"])
    assert ids(ledger.matters.unsettled()) == [cases["open"], cases["contested"]]
