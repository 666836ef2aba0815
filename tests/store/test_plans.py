"""What people wait for reads by index: a plan that walks through a whole table takes seconds on a large ledger."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from store.engine import Params, Row
from store.ledger import Ledger
from tests.store.conftest import NOW, Filler, days

_WHOLE_TABLE = re.compile(r"^SCAN \w+$")

LOOKED_UP: dict[str, Callable[[Ledger, int], object]] = {
    "a company's cases": lambda ledger, company: ledger.cases.of_company([company], team="T1"),
    "its open cases": lambda ledger, company: ledger.cases.open_cases_of([company], team="T1"),
    "its record": lambda ledger, company: ledger.cases.record([company], team="T1"),
    "a case": lambda ledger, company: ledger.cases.view(1, team="T1"),
    "what a team may know of": lambda ledger, company: ledger.companies.known_to("T1", [company]),
}


@pytest.mark.parametrize("what", LOOKED_UP)
def test_no_table_is_read_whole(ledger: Ledger, fill: Filler, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if ledger.db.dialect != "sqlite":
        pytest.skip("PostgreSQL plans by its statistics, and small tables are rightly read whole")
    company = fill.company("Quillon")
    case = fill.denied(1, company, NOW)
    fill.article("later", days(3))
    fill.bearing("r-1", "later", days(3))
    asked: list[tuple[str, Params | None]] = []
    query, one = ledger.db.query, ledger.db.one

    def noted(sql: str, params: Params | None = None) -> list[Row]:
        asked.append((sql, params))
        return query(sql, params)

    def noted_one(sql: str, params: Params | None = None) -> Row | None:
        asked.append((sql, params))
        return one(sql, params)

    monkeypatch.setattr(ledger.db, "query", noted)
    monkeypatch.setattr(ledger.db, "one", noted_one)
    LOOKED_UP[what](ledger, company)

    assert case == 1
    assert asked
    for sql, params in asked:
        steps = [row["detail"] for row in query(f"EXPLAIN QUERY PLAN {sql}", params)]
        assert not [step for step in steps if _WHOLE_TABLE.match(step)], (steps, sql)
