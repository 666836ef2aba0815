"""The real process against the sandbox: real feeds and pages in, messages in Slack out."""

from __future__ import annotations

import contextlib
import html
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.clock import utc_now
from bot.sandbox.answers import Interaction
from bot.sandbox.newsroom import WIRE, Newsroom
from bot.sandbox.server import Sandbox
from store.ledger import open_ledger
from tests.fakes.openai_server import OpenAIServer
from tests.process import FAST, PATIENCE, ROOT, Process, Served, eventually, http_sandbox

#: Episodes that hold a case of most kinds; the demo's test takes in the whole wire.
EPISODES = (
    "brackwell-fire-tests", "mirefield-otter-brook", "velmont-chief-executive", "quennell-headquarters", "norvane-pay-balances",
)  # fmt: skip
#: How the service reaches Slack, and where its ledger is. What is told from feed to thread is shown in each way; of
#: what can go wrong two are enough, which between them hold both modes and both engines.
WAYS = ("socket-sqlite", "http-postgres")
ALL_WAYS = (*WAYS, "socket-postgres", "http-sqlite")


class World:
    """The service in one way, and what it is surrounded by: a workspace and a wire that a test releases."""

    def __init__(self, mode: str, database: str, folder: Path, sandbox: Sandbox, newsroom: Newsroom) -> None:
        self.kind = Served if mode == "http" else Process
        self.database, self.folder, self.sandbox, self.newsroom = database, folder, sandbox, newsroom

    def process(self, **settings: str) -> Process:
        """The service, not started yet, with the wire's feeds on its ledger."""
        made = self.kind(self.folder, self.sandbox, database=self.database, **{**FAST, **settings})
        watch(made, self.newsroom)
        return made


@pytest.fixture(params=WAYS)
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """The world in one of the ways; Slack's rates are off."""
    mode, store = request.param.split("-")
    with contextlib.ExitStack() as running:
        if store == "postgres":
            database = running.enter_context(request.getfixturevalue("postgres").ledger())
        else:
            database = str(tmp_path / "ledger.db")
        # how soon a busy machine acknowledges is not what is shown here
        sandbox = running.enter_context(http_sandbox(ack_seconds=60) if mode == "http" else Sandbox(rates=False, ack_seconds=60))
        newsroom = running.enter_context(Newsroom(a_few(tmp_path / "wire"), manual=True))
        yield World(mode, database, tmp_path, sandbox, newsroom)


def a_few(folder: Path) -> Path:
    """A folder with the episodes that these tests take in."""
    folder.mkdir()
    for name in EPISODES:
        shutil.copy(WIRE / f"{name}.json", folder)
    return folder


def said(sandbox: Sandbox) -> list[dict[str, Any]]:
    """Every message once: a reply that was broadcast stands in the channel as well as in its thread."""
    found = {}
    for message in sandbox.messages("newsroom"):
        found[message["ts"]] = message
        found |= {reply["ts"]: reply for reply in sandbox.replies("newsroom", message["ts"])}
    return list(found.values())


def told_of(sandbox: Sandbox) -> set[str]:
    """The episodes of which somebody heard. How many messages that takes depends on how much came at once."""
    heard = "\n".join(m["text"] for m in said(sandbox))
    casts = {name: json.loads((WIRE / f"{name}.json").read_text())["companies"] for name in EPISODES}
    return {name for name, cast in casts.items() if any(company["name"] in heard for company in cast)}


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


@pytest.mark.parametrize("world", ALL_WAYS, indirect=True)
def test_from_a_feed_to_a_thread(world: World) -> None:
    world.sandbox.rates.on = True  # all that was said was said at the pace that Slack allows
    process = world.process(WALKBACK_POST_APART="1").start()
    all_the_way(world, process)
    assert process.end() == 0
    assert [r for r in world.sandbox.refused if r["method"].startswith("chat.")] == []


@pytest.mark.parametrize("world", ["socket-postgres", "http-postgres"], indirect=True)
def test_workers_do_together_what_the_service_does(world: World) -> None:
    with contextlib.ExitStack() as running:
        workers = [world.process() for _ in range(4)]
        for role, worker in zip(("poll", "read", "read", "post"), workers, strict=True):
            worker.command = ("work", "--role", role)
            running.callback(worker.start().end, signal.SIGKILL)
        all_the_way(world, worker)
        assert worker.end() == 0


def all_the_way(world: World, process: Process) -> None:
    """Subscribe, let the wire come in, and look at what was said."""
    process.ready()
    world.sandbox.command("subscribe all")
    release_all(world.newsroom)
    eventually(lambda: through(process, world.newsroom), "the wire to be read", process)
    eventually(lambda: not set(posted(process)) & {"pending", "sending"}, "all alerts to be posted", process)
    messages = said(world.sandbox)
    replies = [m for m in messages if m.get("thread_ts", m["ts"]) != m["ts"]]
    assert told_of(world.sandbox) == set(EPISODES)
    assert any("undercut" in m["text"].lower() for m in messages), [m["text"] for m in messages]
    keys = [m["metadata"]["event_payload"]["key"] for m in messages if m.get("metadata")]
    assert len(keys) == len(set(keys)) > len(replies)


def test_alerts_wait_while_slack_is_down_and_the_service_goes_on(world: World) -> None:
    process, sandbox = world.process().start(), world.sandbox
    process.ready()
    sandbox.command("subscribe all")
    sandbox.fault("chat.postMessage", "500", times=100_000)
    release_all(world.newsroom)
    eventually(lambda: through(process, world.newsroom), "the wire to be read while Slack is down", process)
    assert said(sandbox) == []
    sandbox.faults.clear()
    eventually(lambda: told_of(sandbox) == set(EPISODES), "alerts to arrive once Slack is back", process)
    assert process.end() == 0


def test_the_offline_reader_goes_on_when_the_llm_server_is_down(world: World) -> None:
    with OpenAIServer() as server:
        address = server.url
    # the server is gone now: its port refuses connections
    process, sandbox = world.process(OPENAI_BASE_URL=address, OPENAI_API_KEY="unused", OPENAI_TIMEOUT="2").start(), world.sandbox
    process.ready()
    sandbox.command("subscribe all")
    release_all(world.newsroom)
    eventually(lambda: through(process, world.newsroom), "the wire to be read offline", process)
    eventually(lambda: told_of(sandbox) == set(EPISODES), "alerts of the offline reader", process)
    with open_ledger(process.db) as ledger:
        assert any("the offline reader goes on" in p["message"] for p in ledger.wire.problems())
    assert process.end() == 0


def test_a_killed_process_goes_on_where_it_was(world: World) -> None:
    process, sandbox, newsroom = world.process().start(), world.sandbox, world.newsroom
    process.ready()
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


BAD_INPUT = [
    ("", "Type a company's name after /denials"),
    ("subscrib Foo", "If you meant the command: /denials subscribe Foo"),
    ("🏭🔥", "A company's name has letters or digits"),
    ("🏭 Quillon Semi", "I have nothing on file about “🏭 Quillon Semi”"),
    ("x" * 3_000, "That is 3,000 characters"),
    ("search " + "long " * 600, "Nothing on file holds all of"),
    ("search", "What shall I look for?"),
    ("case", "A case has a number"),
    ("case 99999", "There is no case 99999"),
    ("case ٣", "A case has a number"),
    ("subscribe", "Which company?"),
    ("subscribe 🏭", "no company's name I could look for"),
    ("mute", "Which case?"),
    ("mute 1 soon", "is no span of days"),
    ("pause forever", "is no span of days"),
    ("digest funday", "no time zone I know"),
    ("add Quillon | it sells", "Five things with | between them"),
    ("Quilon Semiconductor", "Did you mean Quillon Semiconductor?"),
]


def test_bad_input_gets_a_short_kind_private_answer(world: World) -> None:
    sandbox = world.sandbox
    process = world.process(WALKBACK_ADMINS=sandbox.user_id("ana"), WALKBACK_ADMINS_ONLY="1").start()
    process.ready()

    def told(typed: str, user: str = "ana") -> str:
        return private(sandbox.command(typed, user=user, timeout=PATIENCE))

    assert "case 1" in told("add Quillon Semiconductor | it sells its foundry | “Not so.” | https://wire.example/q | 2026-03-02")
    for typed, answer in BAD_INPUT:
        assert answer in told(typed), typed

    # a person without rights
    for typed in ("subscribe all", "mute 1", "pause", "settings", "digest fri 9", "add a | b | c | https://x.example | 2026-03-01"):
        assert "only admins change things" in told(typed, "ben"), typed
    assert "Not so." in told("case 1", "ben"), "looking things up is for everybody"

    # pressed twice, delivered twice
    shown = sandbox.command("case 1", timeout=PATIENCE).answers[0]
    assert "On its way" in private(sandbox.settled(sandbox.click(shown, "case_share"), PATIENCE))
    assert "shared already" in private(sandbox.settled(sandbox.click(shown, "case_share"), PATIENCE))
    eventually(lambda: sandbox.messages("newsroom"), "the card that was shared", process)
    sandbox.fault("deliver", "duplicate")
    assert "What moved last" in told("recent")

    # a window that opens too late: from a command, on top of another, from a shortcut
    late = {"kind": "error", "error": "expired_trigger_id"}
    sandbox.fault("views.open", **late)
    assert "three seconds" in told("settings")
    card = sandbox.messages("newsroom")[0]
    why = sandbox.settled(sandbox.click(card, "case_why"), PATIENCE).views[0]
    sandbox.fault("views.push", **late)
    form = sandbox.settled(sandbox.click(why, "rule_settled"), PATIENCE).views[0]
    assert (form["id"], form["callback_id"]) == (why["id"], "ruling")
    sandbox.fault("views.open", **late)
    sandbox.shortcut("denials_search", user="cho")
    eventually(lambda: sandbox.messages("dm", "cho"), "a line to whom no window opened", process)

    # a channel that is deleted
    sandbox.invite("deals")
    assert "hears of every company" in private(sandbox.command("subscribe all", "deals", "ana", timeout=PATIENCE))
    sandbox.delete_channel("deals")
    eventually(lambda: any("I stopped posting in #deals" in m["text"] for m in sandbox.messages("dm", "ana")), "its asker to be told", process)
    assert len(sandbox.messages("newsroom")) == 1
    assert {r["error"] for r in sandbox.refused} <= {"channel_not_found"}, "what was on its way into the deleted channel"
    assert process.end() == 0
    assert "Traceback" not in process.log_tail(100_000)


def private(it: Interaction) -> str:
    """The one answer that came back, to the person alone."""
    assert it.error == ""
    (answer,) = it.answers
    assert answer.get("response_type", "ephemeral") == "ephemeral"
    assert 0 < len(answer["text"]) < 1_500
    assert "Traceback" not in answer["text"]
    return html.unescape(str(answer["text"]))


@pytest.mark.parametrize(
    ("mode", "named"),
    [("socket", "SLACK_BOT_TOKEN"), ("socket", "SLACK_APP_TOKEN"), ("http", "SLACK_SIGNING_SECRET"), ("http", "WALKBACK_PUBLIC_URL")],
)
def test_a_missing_setting_is_named(tmp_path: Path, mode: str, named: str) -> None:
    with http_sandbox() if mode == "http" else Sandbox(rates=False) as sandbox:
        process = (Served if mode == "http" else Process)(tmp_path, sandbox, **{named: ""})
        done = subprocess.run(
            [sys.executable, "-m", "bot", "run"], cwd=tmp_path, env={**process.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert f"{named} is not set" in done.stderr
    assert "Slack" in done.stderr


def test_the_demo_runs_through(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "demo", "--once", "--seconds", "8"], cwd=ROOT, capture_output=True, text=True,
        timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    summary = done.stdout.strip().splitlines()[-1]
    counts = {k: int(v) for k, v in (pair.rsplit(" ", 1) for pair in summary.split(", "))}
    for status in ("undercut", "upheld", "overtaken", "open"):
        assert counts[status] >= 1, summary
    assert "The thread of case" in done.stdout
