"""walkback replay, export, digest, doctor: work on a ledger without running the service."""

from __future__ import annotations

import contextlib
import json
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.common import (
    Db,
    Stopped,
    decided,
    fail,
    ledger_of,
    load_settings,
    one_line,
    out,
    progress,
    say,
    warn,
)
from bot.settings import Settings, SettingsError
from store.engine import iso
from store.ledger import Ledger

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.watch.articles import Incoming

#: Problems of files that are told one by one; the rest are counted (and all of them kept on the ledger).
SHOWN = 20


def replay(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files or folders, in any mix.")],
    reader: Annotated[str, typer.Option(help="offline or llm; default: llm where one is configured.")] = "",
    url: Annotated[str | None, typer.Option(help="Address of a text or page that has none.")] = None,
    published: Annotated[str | None, typer.Option(help="When it was published, such as 2024-09-30T15:00:00Z.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    lang: Annotated[str | None, typer.Option(help="Its language, such as fr; else it is found out.")] = None,
    post: Annotated[bool, typer.Option("--post", help="Post the alerts to the channels that subscribed, too.")] = False,
    db: Db = None,
) -> None:
    """Read articles from files into the ledger.

    They go through the desk by time of publication. Takes episodes (.json), JSON lines of articles (.jsonl), bodies (.txt) and saved pages (.html). What would have
    been said is kept as alerts in state `recorded`; with --post it is put into the outbox and posted by `walkback
    run`. Running it again adds nothing, and after Ctrl-C it goes on where it was.

    \b
    Examples:
      walkback replay articles/
      walkback replay story.txt --published 2024-09-30T15:00:00Z --outlet Quartz --lang fr
      walkback replay page.html --url https://news.example/story --post
      walkback replay archive.jsonl --reader offline --db archive.db
    """
    if reader not in ("", "offline", "llm"):
        fail(f"--reader {reader}: there is no such reader; use offline or llm")
    settings = load_settings(db)
    from bot import leases, service
    from bot import replay as replay_module
    from bot.clock import utc_now

    when = replay_module.moment_of(published) if published else None
    if published and when is None:
        fail(f"--published {published}: not a time; write it as 2024-09-30T15:00:00Z")
    loaded = replay_module.load(paths, url=url, published=when, outlet=outlet, lang=lang, now=utc_now(), live=post)
    if not loaded.articles and not Path(settings.db).exists():
        fail(_nothing(loaded.problems))
    with ledger_of(settings) as ledger:
        for line in loaded.problems:
            ledger.wire.problem("replay", line.split(": ")[0], line, utc_now())
        if not loaded.articles:
            fail(_nothing(loaded.problems))
        for line in loaded.problems[:SHOWN]:
            warn(line)
        if len(loaded.problems) > SHOWN:
            warn(f"... and {len(loaded.problems) - SHOWN} more such problems")
        try:
            desk = service.build_desk(ledger, settings, reader)
        except SettingsError as error:
            fail(error)
        if not service.is_running(settings.db):
            ledger.wire.free_articles()
        leases.free_of_the_dead(ledger)
        began, before = iso(utc_now()), summed(ledger)
        gone = _through(ledger, desk, loaded.articles)
        said = summed(ledger) - before
        of = f"{gone.done} of {len(loaded.articles)}" if gone.stopped else str(gone.done)
        say(f"{of} articles read, {gone.new} new, {said} alerts {'to post' if post else 'recorded'}")
        say(ledger.summary())
        for problem in [p for p in ledger.wire.problems() if p["room"] in ("read", "judge") and p["last_at"] >= began][:3]:
            warn(problem["message"])
        if post and said:
            decided(ledger, "replay --post", f"{said} alerts of {len(loaded.articles)} articles")
        if post and not gone.stopped:
            say(_posted(ledger, settings, said))
        if gone.stopped:
            raise Stopped("stopped: what was read is on file, and the same command goes on with the rest")
        if gone.failed:
            fail(f"{gone.failed} articles could not be worked through (see above); the same command tries them again")


def export(
    csv: Annotated[bool, typer.Option("--csv", help="One line a denial, for a spreadsheet.")] = False,
    case: Annotated[int | None, typer.Option(metavar="N", help="Print this case as a page.")] = None,
    corrections: Annotated[bool, typer.Option("--corrections", help="What people corrected, as labelled examples.")] = False,
    page: Annotated[str, typer.Option(metavar="ARTICLE", help="Print the archived page of an article, as it was fetched.")] = "",
    db: Db = None,
) -> None:
    """Print the ledger, or one case of it.

    JSON lines for programs, one object a line; with --csv one line a denial, for people; with --case one case as a
    page to file or print; it names the archived pages behind it, and with --page one of these comes out byte for byte.

    \b
    Examples:
      walkback export > ledger.jsonl
      walkback export --csv > denials.csv
      walkback export --case 12
      walkback export --corrections > labelled.jsonl
      walkback export --page a-x1-0123456789abcdef > page.html
      walkback export | jq 'select(.type == "case")'
    """
    settings = load_settings(db)
    from bot import export as export_module

    if csv and case is not None:
        fail("--csv and --case do not go together: a case is printed as a page; leave one out")
    if corrections and (csv or case is not None):
        fail("--corrections goes alone: it prints one JSON object a ruling; leave --csv and --case out")
    if page:
        with ledger_of(settings, must_exist=True) as ledger:
            body = ledger.evidence.body(page)
        if body is None:
            fail(f"no archived page of {page}: `walkback export --case N` names those that are kept")
        sys.stdout.buffer.write(body)
        return
    with contextlib.suppress(AttributeError):  # a stream of a test
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    with ledger_of(settings, must_exist=True) as ledger:
        if case is not None:
            sys.stdout.write(export_module.case_page(ledger, case))
        elif csv:
            export_module.export_csv(ledger, sys.stdout)
        else:
            rows = export_module.corrections(ledger) if corrections else export_module.export_lines(ledger)
            for row in rows:
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def digest(
    now: Annotated[bool, typer.Option("--now", help="Post the last seven days to every channel that follows something.")] = False,
    db: Db = None,
) -> None:
    """Print what a digest says, or post it now.

    It tells of the last seven days. The weekly digests come by themselves while `walkback run` runs; this is one more.

    \b
    Examples:
      walkback digest
      walkback digest --now
    """
    settings = load_settings(db)
    from bot.clock import utc_now
    from bot.tell import digest as digest_module

    with ledger_of(settings, must_exist=True) as ledger:
        at = utc_now()
        if not now:
            typer.echo(digest_module.render(ledger, "", "", at - timedelta(days=7), at, at)[1])
            return
        channels = ledger.outbox.channels(state="active")
        if not channels:
            fail("no channel follows anything yet: type /denials subscribe COMPANY in one")
        count = sum(digest_module.enqueue_now(ledger, c["team"], c["channel"], at) for c in channels)
        decided(ledger, "digest", f"now, into {len(channels)} channels")
        say(_posted(ledger, settings, count))


def doctor(db: Db = None) -> None:
    """Say what is wrong and how to fix it.

    Looks at the database, Slack tokens and scopes, the language model and the feeds, and changes nothing.

    \b
    Examples:
      walkback doctor
      walkback doctor --db /var/lib/walkback/walkback.db
    """
    settings = load_settings(db)
    from bot import doctor as doctor_module
    from bot.clock import utc_now

    findings = doctor_module.check(settings, now=utc_now)
    for finding in findings:
        out.print("[green]ok[/green]  " if finding.ok else "[red]fix[/red] ", end="")
        say(f"{finding.what}: {finding.message}")
        if finding.fix:
            out.print(f"     {one_line(finding.fix)}", markup=False)
    if wrong := sum(not f.ok for f in findings):
        fail(f"{wrong} thing{'s' if wrong > 1 else ''} to fix, see above")


def summed(ledger: Ledger) -> int:
    """How many alerts there are, in whatever state."""
    return sum(ledger.outbox.states().values())


@dataclass
class _Gone:
    """How a replay went: articles taken, new versions among them, articles that failed; was it stopped before the end?"""

    done: int = 0
    new: int = 0
    failed: int = 0
    stopped: bool = False


def _nothing(problems: Sequence[str]) -> str:
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"nothing to replay: {problems[0] if problems else 'the paths hold no articles'}{more}"


def _through(ledger: Ledger, desk: Desk, articles: Sequence[Incoming]) -> _Gone:
    from bot import leases
    from bot.ahead import ask_ahead
    from bot.clock import utc_now
    from bot.watch.articles import store_article

    gone = _Gone()
    with progress(len(articles)) as step, _until_signal() as asked:
        try:
            ask_ahead(desk, articles, asked)
            for article in articles:
                if asked.is_set():
                    break
                gone.new += store_article(ledger, article, utc_now()) is not None
                while handled := desk.work(holder=leases.mine()):
                    gone.failed += sum(each.state == "failed" for each in handled)
                gone.done += 1
                step()
        except KeyboardInterrupt:  # asked twice: the article at hand is left for the next time
            ledger.wire.free_articles(leases.mine())
        gone.stopped = gone.done < len(articles)
    return gone


def _posted(ledger: Ledger, settings: Settings, count: int) -> str:
    """Post what waits in the outbox, where that can be done from here; says what came of it."""
    from bot import service

    if not count:
        return "nothing to post: it was said before, or no channel follows these companies (/denials subscribe)"
    if line := service.missing(settings):
        return f"{count} messages wait in the outbox; the next `walkback run` posts them ({line.split(':')[0]})"
    if service.is_running(settings.db):
        return f"{count} messages are in the outbox; the walkback that runs on this ledger posts them"
    try:
        left = service.post_waiting(ledger, settings)
    except service.SlackRefused as error:
        fail(error)
    return f"{left} messages still wait in the outbox; `walkback run` posts them" if left else "posted"


@contextlib.contextmanager
def _until_signal() -> Iterator[threading.Event]:
    """An event that Ctrl-C or SIGTERM sets, so that the work at hand comes to its end; a second one interrupts it."""
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked
        return
    names = (signal.SIGINT, signal.SIGTERM)
    before = {name: signal.getsignal(name) for name in names}

    def heard(*_: object) -> None:
        asked.set()
        for name in names:
            signal.signal(name, signal.default_int_handler)

    for name in names:
        signal.signal(name, heard)
    try:
        yield asked
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
