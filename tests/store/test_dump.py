from __future__ import annotations

import pytest

from store import dump
from store.ledger import Ledger
from tests.store.conftest import NOW, Filler, days, ids


@pytest.mark.parametrize("block", [1, 2, 4, 1000])
def test_everything_comes_out_once_and_in_order_whatever_the_block(
    ledger: Ledger, fill: Filler, monkeypatch: pytest.MonkeyPatch, block: int
) -> None:
    monkeypatch.setattr(dump, "BLOCK", block * 4)
    company = fill.company("Quillon")
    for n in (3, 1, 2, 5, 4, 6, 7):
        fill.denied(n, company, days(n // 2))
    fill.bearing("r-1", "a-7", days(3))
    ledger.outbox.add_alert({"key": "k", "event": "status", "created": NOW})
    db = ledger.db
    expected = [1, 2, 3, 4, 5, 6, 7]
    assert ids(list(dump.articles(db))) == [f"a-{n}" for n in expected]
    assert ids(list(dump.claims(db))) == [f"c-{n}" for n in expected]
    assert ids(list(dump.responses(db))) == [f"r-{n}" for n in expected]
    assert [(p["claim_id"], p["response_id"]) for p in dump.pairs(db)] == [(f"c-{n}", f"r-{n}") for n in expected]
    assert [(c["claims"], c["responses"]) for c in dump.cases(db)][:2] == [(["c-3"], ["r-3"]), (["c-1"], ["r-1"])]
    assert [b["response_id"] for b in dump.bearings(db)] == ["r-1"]
    assert [a["key"] for a in dump.alerts(db)] == ["k"]


def test_copies_and_repetitions_stay_out_with_all_that_hangs_on_them(ledger: Ledger, fill: Filler) -> None:
    company = fill.company("Quillon")
    for n in (1, 2, 3):
        fill.denied(n, company)
    fill.bearing("r-2", "a-1", NOW)
    fill.bearing("r-3", "a-1", NOW)
    ledger.wire.save_article("a-2", copy_of="a-1", state="copy")
    ledger.cases.save_response("r-3", repeats="r-1")
    ledger.cases.set_case(3, merged_into=1)
    db = ledger.db
    assert ids(list(dump.articles(db))) == ["a-1", "a-2", "a-3"]
    assert ids(list(dump.claims(db))) == ["c-1", "c-3"]
    assert ids(list(dump.responses(db))) == ["r-1"]
    assert [p["response_id"] for p in dump.pairs(db)] == ["r-1"]
    assert list(dump.bearings(db)) == []
    assert [(c["id"], c["claims"], c["responses"]) for c in dump.cases(db)] == [(1, ["c-1"], ["r-1"]), (2, [], [])]


def test_an_empty_ledger(ledger: Ledger) -> None:
    for part in (dump.articles, dump.claims, dump.responses, dump.pairs, dump.bearings, dump.cases, dump.alerts):
        assert list(part(ledger.db)) == []
