"""walkback feeds: what is watched."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from bot import opml
from bot.clock import utc_now
from bot.commands.common import Db, err, fail, ledger_of, load_settings, out
from bot.watch import feeds
from bot.watch.http import Fetcher, FetchError
from store.ledger import Ledger

app = typer.Typer(no_args_is_help=True, help="The feeds that are watched.")
KINDS = ("press", "company", "regulator", "court", "market")


@app.command()
def add(
    url: str,
    kind: Annotated[str, typer.Option(help=f"Who speaks in it: {', '.join(KINDS)}.")] = "press",
    db: Db = None,
) -> None:
    """Watch a feed. It is fetched once to see that it is one."""
    if kind not in KINDS:
        fail(f"--kind {kind}: there is no such kind of feed; use one of {', '.join(KINDS)}")
    settings = load_settings(db)
    fetcher = Fetcher(settings.user_agent, allow_private=settings.allow_private)
    try:
        got = fetcher.get(url)
        if got.status >= 400:
            fail(f"{url} answers {got.status}; check the address in a browser")
        feed = feeds.parse(got.body, got.headers.get("content-type", ""), got.final_url)
    except (FetchError, feeds.FeedError) as error:
        fail(error)
    finally:
        fetcher.close()
    with ledger_of(settings) as ledger:
        ledger.wire.add_feed(url, kind=kind, title=feed.title, now=utc_now())
    out.print(f"watching {feed.title or url} ({len(feed.entries)} entries now)", markup=False)


@app.command("list")
def list_(db: Db = None) -> None:
    """List the feeds and how they do."""
    with ledger_of(load_settings(db)) as ledger:
        table = Table("feed", "kind", "state", "last read", "next poll", "trouble")
        for row in ledger.wire.feeds():
            name = f"{row['title']}\n{row['url']}" if row["title"] else row["url"]
            trouble = row["last_error"] or "" if row["failures"] else ""
            table.add_row(name, row["kind"], row["state"], row["last_ok"] or "never", row["next_poll"], trouble)
        out.print(table)


@app.command()
def remove(url: str, db: Db = None) -> None:
    """Stop watching a feed; what it brought stays on file."""
    with ledger_of(load_settings(db)) as ledger:
        if not ledger.wire.remove_feed(url):
            fail(f"{url} is not watched; see: walkback feeds list")
    out.print(f"no longer watching {url}", markup=False)


@app.command("import")
def import_(file: Annotated[Path, typer.Argument(metavar="OPML")], db: Db = None) -> None:
    """Watch the feeds of an OPML file, as feed readers export it."""
    with ledger_of(load_settings(db)) as ledger:
        _import(ledger, file)


@app.command()
def export(db: Db = None) -> None:
    """Print the feeds as OPML."""
    with ledger_of(load_settings(db)) as ledger:
        typer.echo(opml.export_feeds(ledger).decode())


@app.command()
def starter(db: Db = None) -> None:
    """Watch a short list of public business newsrooms and regulators, to begin with."""
    with ledger_of(load_settings(db)) as ledger:
        _import(ledger, Path(str(files("bot.watch") / "starter.opml")))


def _import(ledger: Ledger, file: Path) -> None:
    try:
        done = opml.import_feeds(ledger, file, utc_now())
    except opml.OpmlError as error:
        fail(error)
    for line in done.problems:
        err.print(line, markup=False)
    out.print(f"{done.added} feeds added, {done.known} watched already", markup=False)
