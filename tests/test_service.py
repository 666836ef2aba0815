"""The running service when things go wrong around it: a second one, a stop in the middle, a locked ledger."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.clock import utc_now
from bot.sandbox.server import Sandbox
from bot.watch.articles import store_article
from store.ledger import open_ledger
from store.outbox import ALL_COMPANIES
from tests.chaos.stories import stories
from tests.fakes.openai_server import OpenAIServer
from tests.process import FAST, ROOT, Process, eventually


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(rates=False) as running:
        yield running


def prepared(process: Process, sandbox: Sandbox, count: int = 1) -> None:
    """A channel that follows everything, and the articles of a few stories waiting to be read."""
    with open_ledger(process.db) as ledger:
        team, now = sandbox.default.team_id, utc_now()
        ledger.outbox.subscribe(team, sandbox.channel_id("newsroom"), ALL_COMPANIES, by=sandbox.user_id("ana"), now=now)
        for story in stories(count, seed=3):
            store_article(ledger, story.denied, now)
            store_article(ledger, story.announced, now)


def waiting(process: Process) -> int:
    with open_ledger(process.db) as ledger:
        return ledger.wire.waiting()


def test_a_second_service_on_one_ledger_says_so_and_leaves(tmp_path: Path, sandbox: Sandbox) -> None:
    process = Process(tmp_path, sandbox, **FAST).start()
    eventually(lambda: sandbox.connections, "the app to connect", process)
    second = subprocess.run(
        [sys.executable, "-m", "bot", "run"], cwd=ROOT, env=process.environ, capture_output=True, text=True,
        timeout=180, check=False,
    )  # fmt: skip
    assert second.returncode == 1
    assert second.stderr.count("\n") == 1
    assert f"a walkback runs on {process.db} already (process {process.pid})" in second.stderr
    assert process.alive
    assert process.end() == 0


def test_a_stop_waits_for_no_model_and_leaves_nothing_half_done(tmp_path: Path, sandbox: Sandbox) -> None:
    thought = threading.Event()
    with OpenAIServer(lambda messages: str(thought.wait(300))) as server:
        process = Process(tmp_path, sandbox, **FAST, **server.environ())
        prepared(process, sandbox)
        process.start()
        eventually(lambda: server.requests, "the model to be asked", process)
        assert process.end() == 0, "while the model thinks"
        thought.set()
        assert waiting(process) == 2
    process.environ.update(OPENAI_BASE_URL="", OPENAI_API_KEY="")
    process.start()
    eventually(lambda: not waiting(process), "the articles to be read after all", process)
    eventually(lambda: sandbox.messages("newsroom"), "the alert", process)
    assert process.end() == 0


def test_a_stop_in_the_middle_of_the_start(tmp_path: Path, sandbox: Sandbox) -> None:
    """Though the start waits for a ledger that somebody holds."""
    process = Process(tmp_path, sandbox, **FAST)
    prepared(process, sandbox)
    other = sqlite3.connect(process.db, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    process.start()
    lock = Path(f"{process.db}-lock")
    eventually(lambda: lock.exists() and lock.read_text().strip() == str(process.pid), "the start", process)
    assert process.end() == 0
    other.execute("ROLLBACK")
    other.close()
    assert waiting(process) == 2


def test_a_ledger_that_somebody_locks_for_a_while_is_waited_for(tmp_path: Path, sandbox: Sandbox) -> None:
    process = Process(tmp_path, sandbox, **FAST)
    prepared(process, sandbox)
    other = sqlite3.connect(process.db, isolation_level=None)
    other.execute("PRAGMA journal_mode=WAL")
    process.start()
    eventually(lambda: sandbox.connections, "the app to connect", process)
    other.execute("BEGIN IMMEDIATE")
    assert process.alive
    typed = sandbox.command("subscribe all", wait=False)  # a write that has to wait
    time.sleep(1)  # long enough for it to meet the lock
    assert not typed.answers
    other.execute("ROLLBACK")
    other.close()
    assert sandbox.settled(typed).answers
    eventually(lambda: sandbox.messages("newsroom") and not waiting(process), "the alert", process)
    assert process.end() == 0


def test_slack_away_for_a_day(tmp_path: Path, sandbox: Sandbox) -> None:
    """What is to be said waits, and then comes in order, and together where it belongs together."""
    process = Process(tmp_path, sandbox, **FAST)
    prepared(process, sandbox, count=6)
    sandbox.fault("*", "drop_before", times=100_000)
    process.start()
    eventually(lambda: not waiting(process), "everything to be read", process)
    assert sandbox.messages("newsroom") == []
    with open_ledger(process.db) as ledger:
        told = len(ledger.outbox.alerts(state="pending"))
    sandbox.faults.clear()

    def all_said() -> bool:
        with open_ledger(process.db) as ledger:
            return not ledger.outbox.states().keys() & {"pending", "sending", "unknown"}

    eventually(all_said, "the alerts to be posted", process)
    roots = sandbox.messages("newsroom")
    replies = [reply for root in roots for reply in sandbox.replies("newsroom", root["ts"])]
    said = "\n".join(m["text"] for m in (*roots, *replies))
    assert all(story.company in said for story in stories(6, seed=3))
    assert len(roots) + len(replies) <= told / 2, "a card and a reply for each, however many pieces of news"
    assert not any("came in at once" in root["text"] for root in roots), "a reversal is not told by a line in a list"
    assert process.end() == 0
