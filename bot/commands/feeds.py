"""walkback feeds: what is watched."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.common import Db, decided, fail, ledger_of, load_settings, say, table, warn
from store.ledger import Ledger
from store.redact import masked, redact

if TYPE_CHECKING:  # both take long to load, and most commands need neither
    from bot.settings import Settings
    from bot.watch.feeds import Feed

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="""The feeds that are watched.

\b
Examples:
  walkback feeds starter
  walkback feeds add https://news.example/business.rss
  walkback feeds import subscriptions.opml
  walkback feeds list
""",
)
Url = Annotated[str, typer.Argument(metavar="URL", help="The address of the feed.")]


@app.command()
def add(
    url: Url,
    kind: Annotated[
        str, typer.Option(metavar="KIND", help="Who speaks in it: press, company, regulator, court or market.")
    ] = "press",
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Watch it though its server is down or in trouble at present.")
    ] = False,
    db: Db = None,
) -> None:
    """Watch a feed.

    RSS, Atom or JSON Feed; it is fetched once to see that it is one. With --anyway, a server that does not answer now is asked again later.

    \b
    Examples:
      walkback feeds add https://news.example/business.rss
      walkback feeds add https://regulator.example/notices.atom --kind regulator
    """
    settings = load_settings(db)
    from bot.clock import utc_now
    from bot.opml import KINDS

    if kind not in KINDS:
        fail(f"--kind {kind}: there is no such kind of feed; use one of {', '.join(KINDS)}")
    url = url.strip()
    feed, trouble = _first_look(url, settings)
    if trouble and not anyway:
        fail(f"{trouble}; to watch it all the same: walkback feeds add {url} --anyway")
    with ledger_of(settings) as ledger:
        known = any(row["url"] == url for row in ledger.wire.feeds())
        ledger.wire.add_feed(url, kind=kind, title=feed.title if feed else "", now=utc_now())
        decided(ledger, "add feed", redact(masked(url)))
    said = "is watched already" if known else f"is watched now, as {kind}"
    present = f"{len(feed.entries)} entries at present" if feed else f"but {trouble}; it is asked again"
    say(f"{(feed and feed.title) or masked(url)} {said} ({present})")


def _first_look(url: str, settings: Settings) -> tuple[Feed | None, str]:
    """(the feed, "") or (None, what ails its server at present). What is no feed, or no address, ends the command."""
    from bot.watch import feeds
    from bot.watch.http import Fetcher, FetchError

    fetcher = Fetcher(settings.user_agent, allow_private=settings.allow_private)
    try:
        got = fetcher.get(url)
        if got.status == 429 or got.status >= 500:
            return None, f"{masked(url)} answers {got.status}"
        if not got.ok:
            fail(f"{masked(url)} answers {got.status}; check the address in a browser")
        return feeds.parse(got.body, got.headers.get("content-type", ""), got.final_url), ""
    except FetchError as error:
        if error.fault in ("network", "timeout"):
            return None, masked(str(error))
        fail(masked(str(error)))
    except feeds.FeedError as error:
        fail(f"{masked(url)}: {error}")
    finally:
        fetcher.close()


@app.command("list")
def list_(db: Db = None) -> None:
    """List the feeds and how they do.

    Title, address, kind, state, last read, next poll, trouble; with tabs in between where no terminal reads it.

    \b
    Examples:
      walkback feeds list
      walkback feeds list | cut -f2
    """
    with ledger_of(load_settings(db), must_exist=True) as ledger:
        rows = ledger.wire.feeds()
        if not rows:
            warn("no feed is watched yet; add one: walkback feeds add URL, or some: walkback feeds starter")
            return
        table(
            ("feed", "address", "kind", "state", "last read", "next poll", "trouble"),
            [
                (r["title"], masked(r["url"]), r["kind"], r["state"], r["last_ok"] or "never", r["next_poll"],
                 masked(r["last_error"]) if r["failures"] or r["state"] != "active" else "")
                for r in rows
            ],
        )  # fmt: skip


@app.command()
def remove(url: Url, db: Db = None) -> None:
    """Stop watching a feed.

    What it brought stays on file. An address with a password or a key in it may be given as the list shows it.

    \b
    Examples:
      walkback feeds remove https://news.example/business.rss
    """
    with ledger_of(load_settings(db), must_exist=True) as ledger:
        shown = [row["url"] for row in ledger.wire.feeds() if masked(row["url"]) == url.strip()]
        if not ledger.wire.remove_feed(shown[0] if len(shown) == 1 else url.strip()):
            near = [row["url"] for row in ledger.wire.feeds() if url.strip().rstrip("/") in row["url"]]
            fail(f"{masked(url)} is not watched; " + (f"did you mean {masked(near[0])}?" if near else "see: walkback feeds list"))
        decided(ledger, "remove feed", redact(masked(url.strip())))
    say(f"{masked(url)} is not watched any more")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE.opml", help="A list of feeds, as feed readers export it.")],
    db: Db = None,
) -> None:
    """Watch the feeds of an OPML file.

    Feeds that are watched already stay as they are. A category (or folder) press, company, regulator, court or market tells the kind of its feeds.

    \b
    Examples:
      walkback feeds import subscriptions.opml
    """
    settings = load_settings(db)
    with ledger_of(settings) as ledger:
        _import(ledger, file, settings)


@app.command()
def export(db: Db = None) -> None:
    """Print the feeds as OPML.

    For another ledger, or a feed reader.

    \b
    Examples:
      walkback feeds export > feeds.opml
    """
    settings = load_settings(db)
    from bot import opml

    with ledger_of(settings, must_exist=True) as ledger:
        written = opml.export_feeds(ledger)
    sys.stdout.flush()
    sys.stdout.buffer.write(written)  # it says in its first line that it is UTF-8


@app.command()
def starter(db: Db = None) -> None:
    """Watch a short list to begin with.

    Public business newsrooms and regulators, so that a new ledger fills by itself.

    \b
    Examples:
      walkback feeds starter && walkback feeds list
    """
    settings = load_settings(db)
    from bot import opml

    with ledger_of(settings) as ledger:
        _import(ledger, opml.STARTER, settings)


def _import(ledger: Ledger, file: Path, settings: Settings) -> None:
    from bot import opml
    from bot.clock import utc_now

    try:
        done = opml.import_feeds(ledger, file, utc_now(), allow_private=settings.allow_private)
    except opml.OpmlError as error:
        fail(error)
    for line in done.problems:
        warn(line)
        ledger.wire.problem("feeds", str(file), line, utc_now())
    decided(ledger, "import feeds", f"{done.added} from {file.name}")
    say(f"{done.added} feeds added, {done.known} watched already")
