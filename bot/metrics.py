"""What monitoring sees: /metrics for Prometheus and /healthz, on this machine only.

Everything is asked of the ledger at the moment of the scrape, so nothing is lost by a restart and nothing is counted
twice. Names follow prometheus.io/docs/practices/naming.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import datetime

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.settings import Settings
from store.figures import Figures
from store.ledger import Ledger

HOST = "127.0.0.1"
_QUANTILES = (0.5, 0.9, 1.0)

#: part of the service -> is it well? Called at each look at /healthz.
Health = Callable[[], dict[str, bool]]


class LedgerCollector(Collector):
    """Turns the ledger's figures into Prometheus' metrics. `now` gives aware UTC moments."""

    def __init__(self, ledger: Ledger, settings: Settings, now: Callable[[], datetime]) -> None:
        self.ledger, self.settings, self.now = ledger, settings, now
        self.figures = Figures(ledger.db)

    def collect(self) -> Iterator[Metric]:
        """Ask the ledger."""
        now = self.now()
        yield _gauge("walkback_feeds", "Feeds by state", "state", self.figures.feeds(now))
        articles = self.ledger.wire.counts()
        yield _gauge("walkback_articles", "Articles by state; 'new' is the queue", "state", articles)
        yield _gauge("walkback_oldest_waiting_seconds", "How long the oldest has been waiting", "what", self.figures.waiting(now))
        screened = articles.get("read", 0) + articles.get("held", 0)
        rate = GaugeMetricFamily("walkback_screen_pass_ratio", "Share of the screened articles that went on to the reader")
        rate.add_metric([], articles.get("read", 0) / screened if screened else 0.0)
        yield rate
        yield _gauge("walkback_alerts", "Alerts in the outbox by state", "state", self.ledger.outbox.states())
        yield self._lag(now)
        counts = self.ledger.cases.counts()
        cases = GaugeMetricFamily("walkback_cases", "Cases on file")
        cases.add_metric([], counts.pop("cases"))
        yield cases
        counts.pop("denials")
        yield _gauge("walkback_denials", "Denials by status", "status", counts)
        yield from self._llm(now)

    def _lag(self, now: datetime) -> Metric:
        lag = GaugeMetricFamily(
            "walkback_publication_to_alert_seconds", "From publication to alert, of the alerts of the last day", labels=["quantile"]
        )
        found = self.figures.lag(now)
        for quantile in _QUANTILES if found else ():
            lag.add_metric([f"{quantile:g}"], found[min(len(found) - 1, int(quantile * len(found)))])
        return lag

    def _llm(self, now: datetime) -> Iterator[Metric]:
        labels = ["prompt", "outcome"]
        calls = CounterMetricFamily("walkback_llm_calls", "Calls to the language model", labels=labels)
        cost = CounterMetricFamily("walkback_llm_cost_dollars", "What they cost, where the price is known", labels=labels)
        tokens = CounterMetricFamily("walkback_llm_tokens", "Tokens", labels=[*labels, "direction"])
        for row in self.figures.llm():
            at = [row["prompt"], row["outcome"]]
            calls.add_metric(at, row["calls"])
            cost.add_metric(at, row["cost"])
            tokens.add_metric([*at, "in"], row["tokens_in"])
            tokens.add_metric([*at, "out"], row["tokens_out"])
        yield from (calls, cost, tokens)
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        spent = {"spent": self.ledger.llm.spent(midnight), "budget": self.settings.llm_daily_budget}
        yield _gauge("walkback_llm_day_dollars", "Spent on the language model today (UTC), and the budget", "what", spent)


def build(ledger: Ledger, settings: Settings, now: Callable[[], datetime], health: Health) -> web.Application:
    """The web application with /metrics and /healthz."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(LedgerCollector(ledger, settings, now))

    async def metrics(_: web.Request) -> web.Response:
        body = await asyncio.get_running_loop().run_in_executor(None, generate_latest, registry)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def healthz(_: web.Request) -> web.Response:
        parts = await asyncio.get_running_loop().run_in_executor(None, health)
        return web.json_response({"ok": all(parts.values()), **parts}, status=200 if all(parts.values()) else 503)

    app = web.Application()
    app.router.add_get("/metrics", metrics)
    app.router.add_get("/healthz", healthz)
    return app


def _gauge(name: str, told: str, label: str, values: dict[str, int] | dict[str, float]) -> Metric:
    family = GaugeMetricFamily(name, told, labels=[label])
    for value in sorted(values):
        family.add_metric([value], values[value])
    return family
