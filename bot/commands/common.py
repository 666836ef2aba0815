"""What every command shares: the `--db` option, the ledger it opens, how it prints, and how it fails.

Commands import the rooms they need when they run: a command line that only lists or explains answers at once.
"""

from __future__ import annotations

import contextlib
import getpass
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from bot import settings as settings_module
from bot.commands import logs
from bot.settings import Settings, SettingsError, variable
from store.engine import StoreError
from store.ledger import Ledger, open_ledger
from store.redact import redact

#: A line about progress is only drawn for work of this many steps or more.
LONG = 30

# Text of the wire and of files is printed as it is: no markup, no emoji codes, no guessing at numbers.
out = Console(highlight=False, soft_wrap=True, emoji=False)
err = Console(highlight=False, soft_wrap=True, emoji=False, stderr=True)

Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        "--database",
        metavar="FILE",
        help="The ledger: a file, or postgresql://user:password@host/name; default: WALKBACK_DB, or walkback.db in this folder.",
    ),
]


class Stopped(Exception):
    """The user (or the system) asked to stop; the message says what is done and how to go on."""


def one_line(message: object) -> str:
    """A message as one line without control characters (parts of it may come from a feed or a file)."""
    return " ".join("".join(c if c.isprintable() or c.isspace() else "?" for c in str(message)).split())


def fail(message: object, code: int = 1) -> NoReturn:
    """End with one line on stderr."""
    err.print(f"walkback: {redact(one_line(message))}", style="red", markup=False)
    raise typer.Exit(code)


def say(message: object) -> None:
    """A line on stdout, as it is."""
    out.print(one_line(message), markup=False)


def warn(message: object) -> None:
    """A line on stderr; the command goes on."""
    err.print(redact(one_line(message)), markup=False)


def load_settings(db: str | None = None) -> Settings:
    """The settings, with `--db` over them, and logging as they say; a bad one ends the command."""
    try:
        if db is not None and not db.strip():
            raise SettingsError("--db is empty: name the ledger's file, such as walkback.db")
        settings = settings_module.load(db=db)
    except SettingsError as error:
        fail(error)
    if settings.log_level.upper() not in logs.LEVELS:
        fail(f"{variable('log_level')}={settings.log_level!r} is not a level: use {', '.join(logs.LEVELS)}")
    if settings.log_format.lower() not in logs.FORMATS:
        fail(f"{variable('log_format')}={settings.log_format!r} is not a format: use json or logfmt, or leave it empty")
    logs.begin(settings)
    return settings


@contextlib.contextmanager
def ledger_of(settings: Settings, *, must_exist: bool = False) -> Iterator[Ledger]:
    """The ledger, open for the length of a command; one that cannot be used ends the command.

    must_exist: for commands that only look; they do not make an empty ledger of a mistyped name.
    """
    if must_exist and "://" not in settings.db and not Path(settings.db).exists():
        fail(f"there is no ledger {settings.db} yet: check --db and {variable('db')}, or make one: walkback feeds starter")
    try:
        ledger = open_ledger(settings.db, make=not must_exist)
    except StoreError as error:
        fail(error)
    try:
        yield ledger
    except StoreError as error:
        fail(error)
    finally:
        ledger.close()


def decided(ledger: Ledger, what: str, about: str) -> None:
    """Keep, for `walkback audit`, what somebody decided on the command line."""
    try:
        who = getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container without a name for its user
        who = "somebody"
    ledger.outbox.audit(f"{who} (command line)", what, about, datetime.now(UTC))


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows: as a table on a terminal, else one line each with tabs between the cells, for other programs."""
    lines = [[one_line("" if cell is None else cell) for cell in row] for row in rows]
    if not out.is_terminal:
        for line in lines:
            typer.echo("\t".join(line))  # rich would make blanks of the tabs
        return
    shown = Table(*heads)
    for line in lines:
        shown.add_row(*(Text(cell, overflow="fold") for cell in line))
    out.print(shown)


@contextlib.contextmanager
def progress(total: int, doing: str = "reading") -> Iterator[Callable[[], None]]:
    """A line about progress on a terminal, for long work; gives what is to be called after each step."""
    if total < LONG or not err.is_terminal:
        yield lambda: None
        return
    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)
