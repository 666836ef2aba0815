"""walkback replay, export, digest, doctor: work on a ledger without running the service."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot import doctor as doctor_module
from bot import export as export_module
from bot import replay as replay_module
from bot import service
from bot.clock import utc_now
from bot.commands.common import Db, err, fail, ledger_of, load_settings, out
from bot.settings import SettingsError
from bot.tell import digest as digest_module
from bot.watch.articles import store_article
from store.engine import StoreError
from store.ledger import Ledger

#: A line about progress is only drawn for work of this many articles or more.
LONG = 30


def replay(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files or folders, in any mix.")],
    reader: Annotated[str, typer.Option(help="offline or llm; default: llm where one is configured.")] = "",
    url: Annotated[str | None, typer.Option(help="Address of a text or page that has none.")] = None,
    published: Annotated[str | None, typer.Option(help="When it was published, such as 2024-09-30T15:00:00Z.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    lang: Annotated[str | None, typer.Option(help="Its language, such as fr; else it is found out.")] = None,
    post: Annotated[bool, typer.Option("--post", help="Post the alerts to the subscribed channels, too.")] = False,
    db: Db = None,
) -> None:
    """Take articles from files through the desk, by time of publication, into the ledger.

    Episodes (JSON), JSON lines of articles, .txt bodies and .html pages. What would have been said is kept as
    alerts in state `recorded`. Running it again adds nothing.
    """
    if reader not in ("", "offline", "llm"):
        fail(f"--reader {reader}: there is no such reader; use offline or llm")
    when = replay_module.moment_of(published) if published else None
    if published and when is None:
        fail(f"--published {published}: not a time; write it as 2024-09-30T15:00:00Z")
    settings = load_settings(db)
    loaded = replay_module.load(paths, url=url, published=when, outlet=outlet, lang=lang, now=utc_now(), live=post)
    with ledger_of(settings) as ledger:
        for line in loaded.problems:
            err.print(line, markup=False)
            ledger.wire.problem("replay", line.split(":")[0], line, utc_now())
        if not loaded.articles:
            fail("nothing to replay: " + (loaded.problems[0] if loaded.problems else "the paths hold no articles"))
        try:
            desk = service.build_desk(ledger, settings, reader)
        except SettingsError as error:
            fail(error)
        before = len(ledger.outbox.alerts())
        new = 0
        with _progress(len(loaded.articles)) as step:
            for article in loaded.articles:
                new += store_article(ledger, article, utc_now()) is not None
                while desk.work():
                    pass
                step()
        said = len(ledger.outbox.alerts()) - before
        out.print(f"{len(loaded.articles)} articles read, {new} new, {said} alerts {'to post' if post else 'recorded'}")
        out.print(summary(ledger))


def export(
    csv: Annotated[bool, typer.Option("--csv", help="One line a denial, for a spreadsheet.")] = False,
    case: Annotated[int | None, typer.Option(help="Print this case as a page.")] = None,
    db: Db = None,
) -> None:
    """Print the ledger: JSON lines for programs, --csv for people, --case N for one case."""
    with ledger_of(load_settings(db)) as ledger:
        if case is not None:
            try:
                typer.echo(export_module.case_page(ledger, case))
            except StoreError as error:
                fail(error)
        elif csv:
            export_module.export_csv(ledger, sys.stdout)
        else:
            for row in export_module.export_lines(ledger):
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def digest(
    now: Annotated[bool, typer.Option("--now", help="Put this week's digest into the outbox of every channel.")] = False,
    db: Db = None,
) -> None:
    """Print this week's digest; with --now, post it with the next start of the service."""
    with ledger_of(load_settings(db)) as ledger:
        channels = ledger.outbox.channels(state="active")
        if not now:
            at = utc_now()
            typer.echo(digest_module.render(ledger, "", "", at - timedelta(days=7), at, at)[1])
            return
        if not channels:
            fail("no channel follows anything yet: type /denials subscribe in one")
        count = sum(digest_module.enqueue_now(ledger, c["team"], c["channel"], utc_now()) for c in channels)
        out.print(f"{count} digests are in the outbox; the running service posts them")


def doctor(db: Db = None) -> None:
    """Check database, Slack tokens and scopes, LLM server and feeds; say what to fix."""
    findings = doctor_module.check(load_settings(db), now=utc_now)
    for finding in findings:
        mark = "[green]ok[/green]  " if finding.ok else "[red]fix[/red] "
        out.print(f"{mark} {finding.what}: ", end="")
        out.print(finding.message + (f"\n     {finding.fix}" if finding.fix and not finding.ok else ""), markup=False)
    if not all(f.ok for f in findings):
        raise typer.Exit(1)


def summary(ledger: Ledger) -> str:
    """`articles N, denials N, cases N, undercut N, ..., alerts N`; statuses count denials."""
    counts = ledger.cases.counts()
    shown: dict[str, int] = {
        "articles": sum(ledger.wire.counts().values()),
        **{n: counts.get(n, 0) for n in ("denials", "cases", "undercut", "partly_undercut", "contested", "upheld")},
        **{n: counts.get(n, 0) for n in ("overtaken", "open", "stale")},
        "alerts": len(ledger.outbox.alerts()),
    }
    if not shown["stale"]:
        del shown["stale"]
    return ", ".join(f"{name} {number}" for name, number in shown.items())


class _Bar:
    def __init__(self, total: int) -> None:
        columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self.bar = Progress(*columns, console=err, transient=True)
        self.task = self.bar.add_task("", total=total)

    def __enter__(self) -> Any:
        self.bar.start()
        return lambda: self.bar.advance(self.task)

    def __exit__(self, *_: object) -> None:
        self.bar.stop()


def _progress(total: int) -> Any:
    return _Bar(total) if total >= LONG and err.is_terminal else nullcontext(lambda: None)
