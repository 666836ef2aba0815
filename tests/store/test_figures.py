"""Figures for monitoring, on every engine."""

from __future__ import annotations

from datetime import timedelta

from store.engine import iso
from store.figures import Figures
from store.ledger import Ledger
from tests.store.conftest import NOW, Filler, days


def test_an_empty_ledger_has_zeros(ledger: Ledger) -> None:
    figures = Figures(ledger.db)
    assert figures.feeds(NOW) == {"active": 0, "muted": 0, "due": 0, "failing": 0}
    assert figures.waiting(NOW) == {"articles": 0.0, "alerts": 0.0}
    assert (figures.lag(NOW), figures.llm()) == ([], [])


def test_feeds_and_those_that_failed_for_a_day(ledger: Ledger) -> None:
    for n, columns in enumerate(({}, {"failures": 3, "last_ok": days(-2)}, {"failures": 1, "last_ok": days(-0.5)}, {"state": "gone", "failures": 9})):
        feed = ledger.wire.add_feed(f"https://f.example/{n}", kind="press", title="", now=days(n))
        ledger.wire.save_feed(feed["id"], **columns) if columns else None
    figures = Figures(ledger.db)
    assert figures.feeds(NOW) == {"active": 3, "muted": 1, "due": 1, "failing": 2}
    assert [row["url"] for row in figures.failing_feeds(days(-1))] == ["https://f.example/1"]
    assert figures.failing_feeds(days(-3)) == []


def test_lag_counts_an_article_once_a_channel_and_leaves_undated_ones_out(ledger: Ledger, fill: Filler) -> None:
    fill.article("a-1", NOW)
    fill.article("a-2", NOW, dated=0)
    for n, (article, channel, event, minutes) in enumerate(
        (("a-1", "C1", "response", 5), ("a-1", "C1", "bearing", 9), ("a-1", "C2", "response", 2), ("a-1", "C3", "root", 1), ("a-2", "C1", "response", 1))
    ):
        row = {"key": f"k{n}", "team": "T1", "channel": channel, "event": event, "article_id": article, "created": iso(NOW), "state": "sent"}
        ledger.outbox.add_alert({**row, "sent": iso(NOW + timedelta(minutes=minutes)), "message_ts": "1.1"})
    assert Figures(ledger.db).lag(days(0.5)) == [120.0, 300.0]
    assert Figures(ledger.db).lag(days(2)) == []


def test_calls_are_summed(ledger: Ledger) -> None:
    call = {"at": NOW, "prompt": "read", "hash": "h", "tokens_in": 100, "tokens_out": 20, "outcome": "ok"}
    for cost in (0.25, 0.5, None):
        ledger.llm.record({**call, "cost": cost})
    (row,) = Figures(ledger.db).llm()
    assert {k: float(v) for k, v in row.items() if k not in ("prompt", "outcome")} == {"calls": 3, "tokens_in": 300, "tokens_out": 60, "cost": 0.75}
