"""From a feed's change to the message in Slack: the real process, real feeds and pages, a model that takes a second a call.

The wire is released article by article; what counts is the time from an article's release to the first message that it
causes in an idle channel. The poster is woken by the desk, so polling is the only wait that a setting makes.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.clock import utc_now
from bot.sandbox.newsroom import WIRE, Newsroom, read_wire
from bot.sandbox.server import Sandbox
from store.ledger import open_ledger
from tests.bench.figure import Figure, percentile
from tests.fakes.editors import Editors
from tests.fakes.openai_server import Messages, OpenAIServer
from tests.process import Process

POLL_SECONDS = 2.0
LLM_SECONDS = 1.0
BAR = POLL_SECONDS + 4.0


def figures(quick: bool) -> Iterator[Figure]:
    """The 95th percentile over the wire's articles that cause a message."""
    yield Figure(
        name=f"from a feed's change to the message, polls every {POLL_SECONDS:g} s, the model takes {LLM_SECONDS:g} s a call, p95",
        unit="s", measure=lambda: percentile(waits(10 if quick else 60), 0.95), at_most=BAR, runs=1,
    )  # fmt: skip


def waits(articles: int) -> list[float]:
    """How long each article took to cause a message, for as many of the wire's first articles; those that cause none
    are left out."""
    editors = Editors(WIRE)

    def slow(messages: Messages) -> dict[str, Any]:
        time.sleep(LLM_SECONDS)
        return editors(messages)

    out: list[float] = []
    last = read_wire(WIRE)[0][-1]["published"]  # the story stays at its own time, by which the editors know its articles
    with (
        tempfile.TemporaryDirectory() as folder,
        Sandbox() as sandbox,
        Newsroom(manual=True, now=last) as newsroom,
        OpenAIServer(slow) as server,
    ):
        process = Process(
            Path(folder), sandbox, WALKBACK_POLL_SECONDS=str(POLL_SECONDS), WALKBACK_MIN_FEED_INTERVAL="0",
            WALKBACK_FIRST_WINDOW_HOURS="90000", WALKBACK_ALLOW_PRIVATE="1", WALKBACK_LLM_DAILY_BUDGET="0", **server.environ(),
        )  # fmt: skip
        with open_ledger(process.db) as ledger:
            for url, kind in newsroom.feeds:
                ledger.wire.add_feed(url, kind=kind, title="", now=utc_now())
        process.start()
        try:
            sandbox.wait_connected(timeout=120)
            sandbox.command("subscribe all")
            for number in range(1, articles + 1):
                if newsroom.release_next() is None:
                    break
                if (took := _first_message(process, sandbox, number)) is not None:
                    out.append(took)
        finally:
            process.end()
    return out


def _first_message(process: Process, sandbox: Sandbox, articles: int) -> float | None:
    """Seconds until something new stands in the channel; None when the article is through and nothing does."""
    began, before = time.monotonic(), _said(sandbox)
    while time.monotonic() < began + 60:
        if _said(sandbox) > before:
            took = time.monotonic() - began
            _settled(process, articles)
            return took
        if _through(process, articles) and not _said(sandbox) > before:
            return None
        time.sleep(0.02)  # another process's work: there is no event to wait for
    raise RuntimeError(f"an article was not through after a minute:\n{process.log_tail()}")


def _settled(process: Process, articles: int) -> None:
    until = time.monotonic() + 60
    while not _through(process, articles) and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(1.2)  # the channel is idle again: Slack takes a message a second


def _through(process: Process, articles: int) -> bool:
    with open_ledger(process.db) as ledger:
        read = sum(ledger.wire.counts().values()) >= articles and not ledger.wire.waiting()
        return read and not ledger.outbox.states().keys() & {"pending", "sending"}


def _said(sandbox: Sandbox) -> int:
    roots = sandbox.messages("newsroom")
    return len(roots) + sum(len(sandbox.replies("newsroom", m["ts"])) for m in roots)
