"""walkback run, demo, sandbox: the things that keep running."""

from __future__ import annotations

import logging
import signal
import threading
from typing import Annotated

import typer

from bot.commands.common import Db, fail, ledger_of, load_settings, out
from bot.sandbox import demo as demo_module
from bot.sandbox import server as sandbox_server
from bot.service import Service
from bot.settings import SettingsError


def run(db: Db = None) -> None:
    """Run the service: watch the feeds, alert in Slack, answer /denials. Ends on Ctrl-C or SIGTERM."""
    settings = load_settings(db)
    logging.basicConfig(level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s %(message)s")
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    with ledger_of(settings) as ledger:
        try:
            service = Service(ledger, settings)
        except SettingsError as error:
            fail(error)
        service.start()
        out.print(f"walkback runs on {settings.db}; {len(ledger.wire.feeds())} feeds; Ctrl-C ends it", markup=False)
        stop.wait()
        service.stop()


def demo(
    once: Annotated[bool, typer.Option("--once", help="End when all articles are through, with a summary.")] = False,
    port: Annotated[int, typer.Option(help="Port of the page; 0 takes a free one.")] = 0,
    seconds: Annotated[float, typer.Option(help="How long the wire takes to come in.")] = 25.0,
) -> None:
    """Show everything at work on this machine: an invented wire, a local Slack, the real app. Needs no account."""
    demo_module.run(once=once, port=port, seconds=seconds, say=out.print)


def sandbox(port: Annotated[int, typer.Option(help="Port; 0 takes a free one.")] = 0) -> None:
    """Start the local Slack alone and print where it is, for any Slack client to be pointed at."""
    sandbox_server.serve(port)
