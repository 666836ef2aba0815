"""What every command shares: the `--db` option, the ledger it opens, and how a command fails."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from bot import settings as settings_module
from bot.settings import Settings, SettingsError
from store.engine import StoreError
from store.ledger import Ledger, open_ledger

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

Db = Annotated[
    str | None,
    typer.Option("--db", metavar="FILE", help="The ledger; default: WALKBACK_DB, or walkback.db in this folder."),
]


def fail(message: object) -> NoReturn:
    """End with one line on stderr and exit code 1."""
    err.print(f"walkback: {' '.join(str(message).split())}", style="red", markup=False)
    raise typer.Exit(1)


def load_settings(db: str | None = None, **overrides: object) -> Settings:
    """The settings, with `--db` over them; a bad one ends the command."""
    try:
        return settings_module.load(db=db, **overrides)
    except SettingsError as error:
        fail(error)


@contextlib.contextmanager
def ledger_of(settings: Settings) -> Iterator[Ledger]:
    """The ledger, open for the length of a command; one that cannot be used ends the command."""
    try:
        ledger = open_ledger(settings.db)
    except StoreError as error:
        fail(error)
    try:
        yield ledger
    except StoreError as error:
        fail(error)
    finally:
        ledger.close()
