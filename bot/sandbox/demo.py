"""`walkback demo`: the whole way at work on this machine, from invented newsrooms to a local Slack.

Nothing is mocked but the world outside: real feeds and pages over HTTP, the real service, the real Slack app over
Socket Mode. It needs no account, no key and no network beyond loopback.
"""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot import settings as settings_module
from bot.clock import utc_now
from bot.commands.ledger import summary
from bot.sandbox.newsroom import Newsroom
from bot.sandbox.server import Sandbox
from bot.service import Service
from bot.settings import Settings
from bot.tell import digest
from store.ledger import Ledger, open_ledger

Say = Callable[..., object]

#: The demo gives up waiting for its own wire after this many seconds.
PATIENCE = 55.0
_SHOWN_CASE = ("undercut", "upheld", "overtaken", "partly_undercut", "contested", "open")


def settings_for(sandbox: Sandbox, db: str) -> Settings:
    """Settings of a service that watches and posts at the demo's pace, whatever the environment says."""
    return settings_module.load(
        environ={}, dotenv=None, db=db,
        slack_bot_token=sandbox.bot_token, slack_app_token=sandbox.app_token, slack_api_url=sandbox.url,
        allow_private=True, poll_seconds=0.5, post_seconds=0.3, post_apart=0.05, min_feed_interval=0.0, first_window_hours=24.0 * 4000,
    )  # fmt: skip


def run(*, once: bool, port: int, seconds: float, say: Say, db: str | None = None) -> None:
    """Play the demo. `once`: end with a summary when the wire is through; otherwise stay until Ctrl-C.

    `db`: a new file in which its ledger is kept; else it goes with the demo.
    """
    with (
        tempfile.TemporaryDirectory(prefix="walkback-demo-") as folder,
        Sandbox(port, rates=False) as sandbox,  # weeks of news in half a minute would run into Slack's rates
        Newsroom(seconds_total=seconds) as newsroom,
    ):
        settings = settings_for(sandbox, db or str(Path(folder) / "demo.db"))
        ledger = open_ledger(settings.db)
        for url, kind in newsroom.feeds:
            ledger.wire.add_feed(url, kind=kind, title="", now=utc_now())
        service = Service(ledger, settings, heard=lambda line: say(f"  {line}", markup=False))
        service.start()
        try:
            say(f"[bold]#newsroom[/bold] is at {sandbox.page_url}  (open it in a browser)")
            say(
                f"{newsroom.total} articles of {len(newsroom.feeds)} invented newsrooms come in over {seconds:.0f} s\n"
            )
            sandbox.wait_for(lambda: sandbox.connections > 0, 10, "the app to connect")
            sandbox.command("subscribe all")
            finish(newsroom, ledger, service, sandbox, say)
            if not once:
                say(
                    f"\nType [bold]/denials help[/bold] into the box at {sandbox.page_url}. Ctrl-C ends the demo."
                )
                threading.Event().wait()
        except KeyboardInterrupt:
            say("\ndemo ended")
        finally:
            service.stop()
            ledger.close()


def finish(newsroom: Newsroom, ledger: Ledger, service: Service, sandbox: Sandbox, say: Say) -> None:
    """Wait until the wire is through and everything is posted; then the digest, a look-up, a thread, the sums."""
    until = time.monotonic() + PATIENCE
    quiet, told = 0, False
    while time.monotonic() < until and quiet < 2:
        newsroom.done.wait(0.5)
        quiet = quiet + 1 if newsroom.done.is_set() and _through(newsroom, ledger) else 0
        if quiet == 1 and not told:
            told = True
            for place in ledger.outbox.channels(state="active"):
                digest.enqueue_now(ledger, place["team"], place["channel"], utc_now())
            service.poster.wake.set()
        time.sleep(0.2)
    if quiet < 2:
        states = ledger.outbox.states()
        say(
            f"[yellow]the wire was not through after {PATIENCE:.0f} s[/yellow] (waiting: {ledger.wire.waiting()} articles, {states})"
        )
    shown = next((c for s in _SHOWN_CASE for c in ledger.cases.recent(20, statuses=[s])), None)
    if shown:
        company = shown["companies"][0]["name"] if shown.get("companies") else ""
        answer = sandbox.command(company) if company else None
        if answer and answer.answers:
            say(f"\n[bold]/denials {company}[/bold]")
            say(_indent(answer.answers[-1].get("text", "")), markup=False)
        say(f"\n[bold]The thread of case {shown['id']} in #newsroom[/bold]")
        say(_indent(_thread(ledger, sandbox, shown["id"])), markup=False)
    say("\n" + summary(ledger), markup=False)


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
    return "\n\n".join(("" if i == 0 else "> ") + str(m.get("text", "")) for i, m in enumerate(rows))


def _indent(text: str) -> str:
    return "\n".join("  " + line for line in text.splitlines())
