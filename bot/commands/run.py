"""walkback run, demo, sandbox: the things that keep running."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import signal
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from bot import leases, memory
from bot.commands import logs
from bot.commands.common import Db, fail, ledger_of, load_settings, out, say
from bot.settings import Settings, SettingsError

log = logging.getLogger(__name__)

#: Seconds after the signal at which the process is gone, whatever still hangs: a fetch, a model, Slack. Nothing is
#: half-written then: what is written is written in transactions, and what was leased is taken up again.
LAST_MOMENT = 9.0
#: What workers do, see `bot.work`.
ROLES = ("poll", "read", "post")

Port = Annotated[int, typer.Option(min=0, max=65535, help="Port of the page; 0 takes a free one.")]


def run(
    http: Annotated[
        int | None,
        typer.Option("--http", metavar="PORT", min=1, max=65535, help="For several workspaces: listen here for Slack, instead of Socket Mode."),
    ] = None,
    db: Db = None,
) -> None:
    """Run the service: watch, read, alert in Slack.

    It polls the feeds, posts alerts and digests, answers /denials, and ends on Ctrl-C or SIGTERM. Needs SLACK_BOT_TOKEN and SLACK_APP_TOKEN, in .env or the environment; `walkback doctor` says what lacks. When
    Slack or the language model is down it goes on: alerts wait, and the offline reader reads.

    With --http several workspaces install the app at WALKBACK_PUBLIC_URL/slack/install; what that needs stands in .env.example.

    \b
    Examples:
      walkback run
      walkback run --http 3000
      walkback run --db /var/lib/walkback/walkback.db
      walkback run --database postgresql://walkback@db.example/walkback
      WALKBACK_LOG_LEVEL=WARNING walkback run
    """
    settings = load_settings(db)
    if http is not None:
        settings = replace(settings, http_port=http)
    with _service() as over:
        from bot import service
        from store.engine import StoreError, shown

        if line := service.missing(settings):
            fail(line)
        if settings.db == ":memory:":
            fail("the service needs a ledger that lasts: give --db a file, such as walkback.db")
        logs.begin(settings, service=True)
        try:
            with service.only_one(settings.db), ledger_of(settings) as ledger:  # a newer program migrates nothing under a running one
                ledger.wire.free_articles()
                leases.free_of_the_dead(ledger)
                running = service.Service(ledger, settings, over=over)
                running.start()
                feeds = len(ledger.wire.feeds(state="active"))
                hint = "" if feeds else " (add some: walkback feeds starter)"
                where = f"; Slack comes to port {settings.http_port}" if settings.http_port else ""
                say(f"walkback runs on {shown(settings.db)}; {feeds} feeds{hint}{where}; Ctrl-C ends it")
                over.wait()
                running.stop()
                if running.refused:
                    fail(running.refused)
                say("walkback has ended")
        except (SettingsError, StoreError, service.AlreadyRunning, service.CannotListen) as error:
            fail(error)


@contextlib.contextmanager
def _service() -> Iterator[threading.Event]:
    """A process that goes on for months. Gives an event that is set when it is asked to end (SIGTERM, Ctrl-C), or cannot go
    on. Whatever it does then, LAST_MOMENT seconds later it is gone."""
    memory.give_back()
    over, gone = threading.Event(), threading.Event()
    heard, hears = socket.socketpair()

    def watch() -> None:
        over.wait()
        if not gone.wait(LAST_MOMENT):
            os._exit(0)

    def listen() -> None:
        heard.recv(1)
        over.set()

    for work in (watch, listen):
        threading.Thread(target=work, name="end", daemon=True).start()
    hears.setblocking(False)
    # Python's own handlers wait for the main thread, which may wait for a lock on the ledger; a byte in a socket does not
    wakes = signal.set_wakeup_fd(hears.fileno())
    before = {name: signal.signal(name, lambda *_: None) for name in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield over
    finally:
        gone.set()
        signal.set_wakeup_fd(wakes)
        for name, handler in before.items():
            signal.signal(name, handler)
        hears.close()  # which ends the listener, too


def work(
    role: Annotated[
        list[str] | None,
        typer.Option("--role", metavar="ROLE", help="poll, read or post; may be given several times. Default: all three."),
    ] = None,
    db: Db = None,
) -> None:
    """Be one of many workers on a ledger on PostgreSQL.

    Start it on as many hosts, and as often, as there is work: readers share the articles among them, pollers and posters stand in for each other. Role post needs the Slack tokens, read the language model's key, poll neither. It ends on Ctrl-C or SIGTERM; what it had under way, others take over, and if it is killed they do so half a minute later.

    \b
    Examples:
      walkback work --database postgresql://walkback@db.example/walkback
      walkback work --role read
      walkback work --role poll --role post
    """
    settings = load_settings(db)
    from bot.service import CannotListen, missing
    from store.engine import StoreError, is_server, shown

    roles = list(dict.fromkeys(role or ROLES))
    if unknown := [name for name in roles if name not in ROLES]:
        fail(f"there is no role {unknown[0]!r}: use {', '.join(ROLES)}")
    if not is_server(settings.db):
        fail(
            f"workers need a ledger on PostgreSQL, and {settings.db} is a file: move it with `walkback migrate-to postgresql://...`, "
            "or use `walkback run`"
        )
    if "post" in roles and (line := missing(settings)):
        fail(line)
    logs.begin(settings, service=True)
    try:
        with _service() as over, ledger_of(settings) as ledger:
            from bot.work import Worker

            worker = Worker(ledger, settings, roles, over=over)
            say(f"walkback works on {shown(settings.db)} ({', '.join(roles)}); Ctrl-C ends it")
            worker.run()
            if worker.refused:
                fail(worker.refused)
            say("walkback has ended")
    except (SettingsError, StoreError, CannotListen) as error:
        fail(error)


def demo(
    once: Annotated[bool, typer.Option("--once", help="End when all articles are through, with a summary.")] = False,
    port: Port = 0,
    seconds: Annotated[float, typer.Option(min=0, max=3600, help="How long the wire takes to come in.")] = 25.0,
    db: Annotated[
        str | None, typer.Option("--db", metavar="FILE", help="Keep the demo's ledger in this new file.")
    ] = None,
) -> None:
    """Show everything at work on this machine.

    An invented wire, a local Slack, the real app: needs no account, no key and no network. The page that it names shows the channel; type /denials help there.

    \b
    Examples:
      walkback demo
      walkback demo --once
      walkback demo --port 8400
      walkback demo --once --db demo.db && walkback export --db demo.db --csv
    """
    if db is not None and Path(db).exists():
        fail(f"{db} is there already, and invented articles do not belong into a ledger in use: name a new file")
    level = os.environ.get("WALKBACK_LOG_LEVEL", "").upper()  # all other settings are the demo's own
    logs.begin(Settings(db=db or Settings.db, log_level=level if level in logs.LEVELS else "WARNING"))
    from bot.sandbox import demo as demo_module
    from bot.sandbox.running import SandboxError
    from store.engine import StoreError

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        demo_module.run(once=once, port=port, seconds=seconds, say=out.print, db=db)
    except (SandboxError, StoreError) as error:
        fail(error)


def manifest(
    http: Annotated[str, typer.Option("--http", metavar="URL", help="For several workspaces: the service's public address.")] = "",
) -> None:
    """Print the manifest to make the Slack app from.

    Paste it at api.slack.com/apps > Create New App > From a manifest. Without --http it is for Socket Mode and one team.

    \b
    Examples:
      walkback manifest
      walkback manifest --http https://walkback.example.com
    """
    from bot.tell.manifest import manifest as made

    if http and not http.startswith("https://"):
        fail(f"--http {http}: Slack comes over https only; give an address such as https://walkback.example.com")
    typer.echo(json.dumps(made(http), indent=2))


def key() -> None:
    """Print a new key for WALKBACK_SECRET_KEY.

    Under it the tokens of the workspaces are sealed on the ledger. Keep it where backups of the ledger are not.

    \b
    Examples:
      walkback key
      echo "WALKBACK_SECRET_KEY=$(walkback key)" >> .env
    """
    from bot.tell.vault import new_key

    typer.echo(new_key())


def sandbox(
    port: Port = 0,
    http: Annotated[str, typer.Option("--http", metavar="URL", help="Send events to `walkback run --http` at this address.")] = "",
) -> None:
    """Start the local Slack alone.

    It prints where it is, for any Slack client to be pointed at. What it prints can go into .env as it is. Ctrl-C ends it.

    \b
    Examples:
      walkback sandbox --port 8400 > sandbox.env
      walkback sandbox --http http://127.0.0.1:8080
    """
    from bot.sandbox import server
    from bot.sandbox.running import SandboxError

    try:
        server.serve(port, http=http)
    except SandboxError as error:
        fail(error)
