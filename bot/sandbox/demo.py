"""`walkback demo`: the whole way at work on this machine, from invented newsrooms to a local Slack.

Nothing is mocked but the world outside: real feeds and pages over HTTP, the real service, the real Slack app over
Socket Mode. It needs no account, no key and no network beyond loopback.
"""

from __future__ import annotations

import contextlib
import html
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bot import settings as settings_module
from bot.clock import utc_now
from bot.sandbox.newsroom import Newsroom
from bot.sandbox.server import Sandbox
from bot.sandbox.state import Json
from bot.service import Service
from bot.settings import Settings
from bot.tell import digest
from store.ledger import Ledger, open_ledger

Say = Callable[..., object]

#: The demo gives up waiting for its own wire after this many seconds.
PATIENCE = 55.0
TIPS = (
    "Try in its message box:\n"
    "  /denials help                every command\n"
    "  /denials Mirefield Water     what a company denied, and what came of it\n"
    "  /denials recent              the latest cases\n"
    "“Why?” under a card shows the whole chain of evidence; the App Home is in the sidebar."
)
_SHOWN_CASE = ("undercut", "upheld", "overtaken", "partly_undercut", "contested", "open")


def settings_for(sandbox: Sandbox, db: str) -> Settings:
    """Settings of a service that watches and posts at the demo's pace, whatever the environment says."""
    return settings_module.load(
        environ={}, dotenv=None, db=db,
        slack_bot_token=sandbox.bot_token, slack_app_token=sandbox.app_token, slack_api_url=sandbox.url,
        allow_private=True, poll_seconds=0.5, post_seconds=0.3, post_apart=0.05, min_feed_interval=0.0, first_window_hours=24.0 * 4000,
    )  # fmt: skip


@contextlib.contextmanager
def stage(sandbox: Sandbox, newsroom: Newsroom, db: str, heard: Say) -> Iterator[tuple[Ledger, Service]]:
    """The real service on a ledger of its own, watching the newsroom and connected to the sandbox while the block lasts."""
    settings = settings_for(sandbox, db)
    with open_ledger(settings.db) as ledger:
        for url, kind in newsroom.feeds:
            ledger.wire.add_feed(url, kind=kind, title="", now=utc_now())
        service = Service(ledger, settings, heard=heard)
        service.start()
        try:
            sandbox.wait_connected(timeout=30)
            yield ledger, service
        finally:
            service.stop()


def run(*, once: bool, port: int, seconds: float, say: Say, db: str | None = None) -> None:
    """Play the demo. `once`: end with a summary when the wire is through; otherwise stay until Ctrl-C.

    `db`: a new file in which its ledger is kept; else it goes with the demo.
    """
    with (
        tempfile.TemporaryDirectory(prefix="walkback-demo-") as folder,
        Sandbox(port, rates=False) as sandbox,  # weeks of news in half a minute would run into Slack's rates
        Newsroom(seconds_total=seconds) as newsroom,
        stage(sandbox, newsroom, db or str(Path(folder) / "demo.db"), lambda line: None) as (ledger, service),
    ):
        try:
            _play(once, seconds, sandbox, newsroom, ledger, service, say)
        except KeyboardInterrupt:
            say("\ndemo ended")


def _play(once: bool, seconds: float, sandbox: Sandbox, newsroom: Newsroom, ledger: Ledger, service: Service, say: Say) -> None:
    say(f"[bold]#newsroom[/bold] is at {sandbox.page_url}  (open it in a browser)")
    say(f"{newsroom.total} articles of {len(newsroom.feeds)} invented newsrooms come in over {seconds:.0f} s; what Walkback posts:\n")
    sandbox.command("subscribe all")
    with telling(sandbox, say):
        finish(newsroom, ledger, service, say)
    show(ledger, sandbox, say)
    if not once:
        say(f"\nThe page stays at {sandbox.page_url} until Ctrl-C. {TIPS}")
        threading.Event().wait()


@contextlib.contextmanager
def telling(sandbox: Sandbox, say: Say) -> Iterator[None]:
    """Print how each message in #newsroom begins: two lines of a card, one (after an arrow) of what its thread says."""
    room = sandbox.channel_id("newsroom")
    channel = sandbox.default.channels[room]

    def told(change: Json) -> None:
        if change["kind"] == "message" and change["channel"] == room:
            message = channel.messages[change["ts"]]
            lines = html.unescape(message.body["text"]).split("\n")
            shown = [f"   ↳ {lines[0]}"] if message.is_reply else [f" {lines[0]}", *(f"      {line}" for line in lines[1:2])]
            for line in shown:
                say(line, markup=False, no_wrap=True, overflow="ellipsis")

    stop = sandbox.state.watch(told)
    try:
        yield
    finally:
        stop()


def finish(newsroom: Newsroom, ledger: Ledger, service: Service, say: Say) -> None:
    """Wait until the wire is through and everything is posted, the digest too; say so if that takes too long."""
    until = time.monotonic() + PATIENCE
    digested = False
    while time.monotonic() < until:
        newsroom.done.wait(0.5)
        if newsroom.done.is_set() and _through(newsroom, ledger):
            if digested:
                return
            digested = True
            for place in ledger.outbox.channels(state="active"):
                digest.enqueue_now(ledger, place["team"], place["channel"], utc_now())
            service.poster.wake.set()
        time.sleep(0.2)
    say(
        f"[yellow]the wire was not through after {PATIENCE:.0f} s[/yellow] "
        f"(waiting: {ledger.wire.waiting()} articles, {ledger.outbox.states()})"
    )


def show(ledger: Ledger, sandbox: Sandbox, say: Say) -> None:
    """A look-up, a thread, and the sums."""
    shown = next((c for s in _SHOWN_CASE for c in ledger.cases.recent(20, statuses=[s])), None)
    if shown:
        company = shown["companies"][0]["name"] if shown.get("companies") else ""
        answer = sandbox.command(company) if company else None
        if answer and answer.answers:
            say(f"\n[bold]/denials {company}[/bold]")
            say(_indent(html.unescape(answer.answers[-1].get("text", ""))), markup=False)
        say(f"\n[bold]The thread of case {shown['id']} in #newsroom[/bold]")
        say(_indent(_thread(ledger, sandbox, shown["id"])), markup=False)
    say("\n" + ledger.summary(), markup=False)


def _through(newsroom: Newsroom, ledger: Ledger) -> bool:
    seen = sum(ledger.wire.counts().values())
    states = ledger.outbox.states()
    idle = not ledger.wire.waiting() and not states.get("pending") and not states.get("sending")
    return idle and seen >= newsroom.total


def _thread(ledger: Ledger, sandbox: Sandbox, case_id: int) -> str:
    rows: list[dict[str, Any]] = []
    for thread in ledger.outbox.threads_of_case(case_id):
        if thread["root_ts"]:
            messages = sandbox.messages(thread["channel"])
            rows += [m for m in messages if m["ts"] == thread["root_ts"]]
            rows += sandbox.replies(thread["channel"], thread["root_ts"])
    return "\n\n".join(("" if i == 0 else "↳ ") + html.unescape(str(m.get("text", ""))) for i, m in enumerate(rows))


def _indent(text: str) -> str:
    return "\n".join("  " + line for line in text.splitlines())
