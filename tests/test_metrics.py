"""/metrics and /healthz over real HTTP, on a filled ledger."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot import metrics
from bot.settings import Settings
from bot.web import CannotListen, Server
from store.engine import iso
from store.figures import Figures
from store.ledger import Ledger
from tests.sandbox.tools import fetch
from tests.store.conftest import NOW, Filler

Values = dict[tuple[str, ...], float]


@pytest.fixture
def fill(ledger: Ledger) -> Filler:
    """Feeds, articles, alerts and calls in each state."""
    fill = Filler(ledger)
    for n, columns in enumerate(({"next_poll": NOW}, {"failures": 3, "last_ok": NOW - timedelta(days=2)}, {"state": "gone"})):
        feed = ledger.wire.add_feed(f"https://f.example/{n}", kind="press", title="", now=NOW + timedelta(hours=1))
        ledger.wire.save_feed(feed["id"], **columns)
    fill.denied(1, fill.company("Quillon"), NOW - timedelta(hours=3), status="undercut")
    fill.article("a-8", NOW - timedelta(minutes=10))
    ledger.wire.save_article("a-1", state="read")
    for n, state in (("a-2", "held"), ("a-3", "held"), ("a-4", "held"), ("a-5", "copy")):
        fill.article(n, state=state)
    for n, minutes in enumerate((2, 4, 60)):
        row = {"key": f"k{n}", "team": "T1", "channel": f"C{n}", "event": "response", "article_id": "a-1", "created": iso(NOW), "state": "sent"}
        ledger.outbox.add_alert({**row, "sent": iso(NOW - timedelta(hours=3) + timedelta(minutes=minutes)), "message_ts": "1.1"})
    ledger.outbox.add_alert({"key": "p", "team": "T1", "channel": "C1", "event": "root", "created": iso(NOW - timedelta(seconds=90))})
    call = {"prompt": "read", "hash": "h", "tokens_in": 100, "tokens_out": 20, "cost": 0.25, "outcome": "ok"}
    ledger.llm.record({**call, "at": NOW})
    ledger.llm.record({**call, "at": NOW - timedelta(days=1)})
    return fill


@pytest.fixture
def health() -> dict[str, bool]:
    return {"ledger": True, "poster": True}


@pytest.fixture
def scrape(ledger: Ledger, fill: Filler, health: dict[str, bool]) -> Iterator[Callable[[str], tuple[int, str]]]:
    server = Server(metrics.build(ledger, Settings(), lambda: NOW, lambda: health), metrics.HOST, 0)
    server.start()
    yield lambda path: fetch(f"http://127.0.0.1:{server.port}{path}")[:2]
    server.stop()


def test_everything_is_there(scrape: Callable[[str], tuple[int, str]]) -> None:
    status, text = scrape("/metrics")
    assert status == 200
    found: dict[str, Values] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            found.setdefault(sample.name, {})[tuple(value for _, value in sorted(sample.labels.items()))] = sample.value
    assert found["walkback_feeds"] == {("active",): 2, ("due",): 1, ("failing",): 1, ("muted",): 1}
    assert found["walkback_articles"] == {("copy",): 1, ("held",): 3, ("new",): 1, ("read",): 1}
    assert found["walkback_oldest_waiting_seconds"] == {("articles",): 600, ("alerts",): 90}
    assert found["walkback_screen_pass_ratio"] == {(): 0.25}
    assert found["walkback_alerts"] == {("pending",): 1, ("sent",): 3}
    assert found["walkback_publication_to_alert_seconds"] == {("0.5",): 240, ("0.9",): 3600, ("1",): 3600}
    assert found["walkback_cases"] == {(): 1}
    assert found["walkback_denials"]["undercut",] == 1
    assert found["walkback_llm_calls_total"] == {("ok", "read"): 2}
    assert found["walkback_llm_tokens_total"] == {("in", "ok", "read"): 200, ("out", "ok", "read"): 40}
    assert found["walkback_llm_cost_dollars_total"] == {("ok", "read"): 0.5}
    assert found["walkback_llm_day_dollars"] == {("spent",): 0.25, ("budget",): 5.0}


def test_an_empty_ledger_has_figures_too(ledger: Ledger) -> None:
    names = {m.name for m in metrics.LedgerCollector(ledger, Settings(), lambda: NOW).collect()}
    assert {"walkback_feeds", "walkback_screen_pass_ratio", "walkback_publication_to_alert_seconds"} <= names


def test_health_says_which_part_is_not_well(scrape: Callable[[str], tuple[int, str]], health: dict[str, bool]) -> None:
    assert scrape("/healthz") == (200, json.dumps({"ok": True, "ledger": True, "poster": True}))
    health["poster"] = False
    status, text = scrape("/healthz")
    assert (status, json.loads(text)["poster"], json.loads(text)["ok"]) == (503, False, False)
    assert scrape("/")[0] == 404


def test_a_port_that_is_taken_is_named(ledger: Ledger) -> None:
    first = Server(metrics.build(ledger, Settings(), lambda: NOW, dict), metrics.HOST, 0)
    first.start()
    try:
        second = Server(metrics.build(ledger, Settings(), lambda: NOW, dict), metrics.HOST, first.port)
        with pytest.raises(CannotListen, match=rf"127.0.0.1:{first.port} .*choose another port"):
            second.start()
    finally:
        first.stop()
        first.stop()


def test_feeds_that_failed_for_a_day(ledger: Ledger, fill: Filler) -> None:
    def failing(at: datetime) -> list[str]:
        return [row["url"] for row in Figures(ledger.db).failing_feeds(at)]

    assert failing(NOW - timedelta(days=1)) == ["https://f.example/1"]
    assert failing(NOW - timedelta(days=3)) == []
