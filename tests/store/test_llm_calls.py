from __future__ import annotations

from typing import Any

from store.ledger import Ledger
from tests.store.conftest import NOW, days


def call(**columns: Any) -> dict[str, Any]:
    return {"at": NOW, "prompt": "read", "hash": "h", "outcome": "ok", **columns}


def test_only_good_answers_are_used_again(ledger: Ledger) -> None:
    ledger.llm.record(call(outcome="garbage", answer="no"))
    assert ledger.llm.cached("h") is None
    ledger.llm.record(call(answer="first"))
    latest = ledger.llm.record(call(answer="second"))
    ledger.llm.record(call(outcome="timeout"))
    found = ledger.llm.cached("h") or {}
    assert (found["id"], found["answer"]) == (latest, "second")
    assert ledger.llm.cached("other") is None


def test_what_was_spent(ledger: Ledger) -> None:
    assert ledger.llm.spent(days(-1)) == 0.0
    ledger.llm.record(call(at=days(-2), cost=5.0))
    ledger.llm.record(call(cost=0.25, tokens_in=100, tokens_out=10))
    ledger.llm.record(call(cost=None, outcome="timeout"))
    ledger.llm.record(call(cost=0.5, prompt="judge", tokens_in=7))
    assert ledger.llm.spent(NOW) == 0.75


def test_recent_calls(ledger: Ledger) -> None:
    made = [ledger.llm.record(call(at=days(n))) for n in (2, 0, 1)]
    assert [row["id"] for row in ledger.llm.recent(2)] == [made[0], made[2]]
