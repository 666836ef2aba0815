"""The real process against the sandbox: real feeds and pages in, messages in Slack out."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.clock import utc_now
from bot.sandbox.newsroom import Newsroom
from bot.sandbox.server import Sandbox
from store.ledger import open_ledger
from tests.fakes.openai_server import OpenAIServer
from tests.postgres import Postgres
from tests.process import FAST, ROOT, Process

PATIENCE = 300.0


def eventually(check: Callable[[], object], what: str, process: Process | None = None) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if check():
            return
        time.sleep(0.1)  # another process's work: there is no event to wait for
    log = process.log_tail() if process else ""
    pytest.fail(f"waited {PATIENCE:.0f} s for {what}\n{log}")


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(rates=False) as running:
        yield running


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with Newsroom(manual=True) as running:
        yield running


def said(sandbox: Sandbox) -> list[dict[str, Any]]:
    """Every message once: a reply that was broadcast stands in the channel as well as in its thread."""
    found = {}
    for message in sandbox.messages("newsroom"):
        found[message["ts"]] = message
        found |= {reply["ts"]: reply for reply in sandbox.replies("newsroom", message["ts"])}
    return list(found.values())


def watch(process: Process, newsroom: Newsroom) -> None:
    with open_ledger(process.db) as ledger:
        for url, kind in newsroom.feeds:
            ledger.wire.add_feed(url, kind=kind, title="", now=utc_now())


def release_all(newsroom: Newsroom) -> None:
    """All of the wire, at once; an updated page waits until its first version was fetched."""

    def everything_is_out() -> bool:
        while not newsroom.waits and newsroom.release_next():
            pass
        return newsroom.done.is_set()

    eventually(everything_is_out, "the first versions of updated pages to be fetched")


def posted(process: Process) -> dict[str, int]:
    with open_ledger(process.db) as ledger:
        return ledger.outbox.states()


def on_file(process: Process) -> set[str]:
    with open_ledger(process.db) as ledger:
        return {row["url"] for row in ledger.db.query("SELECT DISTINCT url FROM articles")}


def through(process: Process, newsroom: Newsroom) -> bool:
    with open_ledger(process.db) as ledger:
        return sum(ledger.wire.counts().values()) >= newsroom.total and not ledger.wire.waiting()


def test_from_a_feed_to_a_thread(tmp_path: Path, ledger_url: str, sandbox: Sandbox, newsroom: Newsroom) -> None:
    process = Process(tmp_path, sandbox, database=ledger_url, **FAST)
    watch(process, newsroom)
    process.start()
    all_the_way(process, sandbox, newsroom)
    assert process.end() == 0


def test_workers_do_together_what_the_service_does(
    tmp_path: Path, postgres: Postgres, sandbox: Sandbox, newsroom: Newsroom
) -> None:
    with postgres.database() as url, contextlib.ExitStack() as running:
        for role in ("poll", "read", "read", "post"):
            worker = Process(tmp_path, sandbox, database=url, command=("work", "--role", role), **FAST)
            if role == "poll":
                watch(worker, newsroom)
            running.callback(worker.start().end, signal.SIGKILL)
        all_the_way(worker, sandbox, newsroom)
        assert worker.end() == 0


def all_the_way(process: Process, sandbox: Sandbox, newsroom: Newsroom) -> None:
    """Subscribe, let the wire come in, and look at what was said."""
    eventually(lambda: sandbox.connections, "the app to connect", process)
    sandbox.command("subscribe all")
    release_all(newsroom)
    eventually(lambda: through(process, newsroom), "the wire to be read", process)
    eventually(lambda: not set(posted(process)) & {"pending", "sending"}, "all alerts to be posted", process)
    messages = said(sandbox)
    replies = [m for m in messages if m.get("thread_ts", m["ts"]) != m["ts"]]
    assert len(messages) - len(replies) >= 5
    assert any("undercut" in r["text"].lower() for r in replies), [r["text"] for r in replies]
    keys = [m["metadata"]["event_payload"]["key"] for m in messages if m.get("metadata")]
    assert len(keys) == len(set(keys)) > len(replies)


def test_alerts_wait_while_slack_is_down_and_the_service_goes_on(
    tmp_path: Path, sandbox: Sandbox, newsroom: Newsroom
) -> None:
    process = Process(tmp_path, sandbox, **FAST)
    watch(process, newsroom)
    process.start()
    eventually(lambda: sandbox.connections, "the app to connect", process)
    sandbox.command("subscribe all")
    sandbox.fault("chat.postMessage", "500", times=100_000)
    release_all(newsroom)
    eventually(lambda: through(process, newsroom), "the wire to be read while Slack is down", process)
    assert said(sandbox) == []
    sandbox.faults.clear()
    eventually(lambda: len(sandbox.messages("newsroom")) >= 5, "alerts to arrive once Slack is back", process)
    assert process.end() == 0


def test_the_offline_reader_goes_on_when_the_llm_server_is_down(
    tmp_path: Path, sandbox: Sandbox, newsroom: Newsroom
) -> None:
    with OpenAIServer() as server:
        address = server.url
    # the server is gone now: its port refuses connections
    process = Process(tmp_path, sandbox, **FAST, OPENAI_BASE_URL=address, OPENAI_API_KEY="unused", OPENAI_TIMEOUT="2")
    watch(process, newsroom)
    process.start()
    eventually(lambda: sandbox.connections, "the app to connect", process)
    sandbox.command("subscribe all")
    release_all(newsroom)
    eventually(lambda: through(process, newsroom), "the wire to be read offline", process)
    eventually(lambda: len(sandbox.messages("newsroom")) >= 5, "alerts of the offline reader", process)
    with open_ledger(process.db) as ledger:
        assert any("the offline reader goes on" in p["message"] for p in ledger.wire.problems())
    assert process.end() == 0


def test_a_killed_process_goes_on_where_it_was(tmp_path: Path, sandbox: Sandbox, newsroom: Newsroom) -> None:
    process = Process(tmp_path, sandbox, **FAST)
    watch(process, newsroom)
    process.start()
    eventually(lambda: sandbox.connections, "the app to connect", process)
    sandbox.command("subscribe all")
    release_all(newsroom)
    eventually(lambda: len(sandbox.messages("newsroom")) >= 2, "the first alerts", process)
    # What a page showed before it was updated cannot be had again: kill the process once it has that on file.
    eventually(lambda: {story.url for story in newsroom.released} <= on_file(process), "every page", process)
    process.end(signal.SIGKILL)
    process.start()
    eventually(lambda: through(process, newsroom), "the wire to be read", process)
    eventually(lambda: not set(posted(process)) & {"pending", "sending"}, "all alerts to be posted", process)
    texts = [message["text"] for message in said(sandbox)]
    assert len(texts) == len(set(texts))
    assert process.end() == 0


@pytest.mark.parametrize(
    ("environ", "named"),
    [({"SLACK_BOT_TOKEN": ""}, "SLACK_BOT_TOKEN"), ({"SLACK_APP_TOKEN": ""}, "SLACK_APP_TOKEN")],
)
def test_a_missing_token_is_named(tmp_path: Path, sandbox: Sandbox, environ: dict[str, str], named: str) -> None:
    process = Process(tmp_path, sandbox, **FAST, **environ)
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run"], cwd=tmp_path, env={**process.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert f"{named} is not set" in done.stderr
    assert "api.slack" in done.stderr or "Slack app" in done.stderr


def test_the_demo_runs_through(tmp_path: Path) -> None:
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "bot", "demo", "--once", "--seconds", "8"], cwd=ROOT, capture_output=True, text=True,
        timeout=90, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert time.monotonic() - started < 60
    summary = done.stdout.strip().splitlines()[-1]
    counts = {k: int(v) for k, v in (pair.rsplit(" ", 1) for pair in summary.split(", "))}
    for status in ("undercut", "upheld", "overtaken", "open"):
        assert counts[status] >= 1, summary
    assert "The thread of case" in done.stdout
