"""Labelled articles through the desk, into a ledger of their own that is thrown away."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot import replay, service
from bot.ahead import ask_ahead
from bot.clock import utc_now
from bot.evals.labelled import MaterialError
from bot.export import export_lines
from bot.settings import Settings
from bot.watch.articles import Incoming, store_article
from store.ledger import Ledger, open_ledger


@dataclass(frozen=True)
class Replayed:
    """`rows`: the export; `reader`: who read and judged; `notes`: what went wrong on the way."""

    rows: list[dict[str, Any]]
    reader: str
    notes: tuple[str, ...] = ()


def articles(folder: Path) -> list[Incoming]:
    """The articles of labelled material, by publication. Raises MaterialError for one that cannot be read."""
    loaded = replay.load([folder], now=utc_now())
    if loaded.problems:
        raise MaterialError(f"{loaded.problems[0]}" + (f" (and {len(loaded.problems) - 1} more)" if len(loaded.problems) > 1 else ""))
    return loaded.articles


def replayed(incoming: list[Incoming], settings: Settings, reader: str, step: Callable[[], None] = lambda: None) -> Replayed:
    """What the desk makes of them. `reader`: "offline", "llm" or "" (llm where one is configured).

    Raises SettingsError for "llm" without a configured one. An article that a model could not be asked about is
    read offline, as in the service; `notes` then counts how often.
    """
    with _ledger() as ledger:
        desk = service.build_desk(ledger, settings, reader)
        failed = 0
        ask_ahead(desk, incoming, threading.Event())
        for article in incoming:
            store_article(ledger, article, utc_now())
            while handled := desk.work():
                failed += sum(each.state == "failed" for each in handled)
            step()
        who = desk.reader.name if desk.reader.name == desk.judge.name else f"{desk.reader.name}, judge {desk.judge.name}"
        return Replayed(list(export_lines(ledger)), who, tuple(_notes(ledger, failed)))


def _notes(ledger: Ledger, failed: int) -> Iterator[str]:
    if failed:
        yield f"{failed} articles could not be worked through"
    for room in ("read", "judge", "desk"):
        rows = [p for p in ledger.wire.problems() if p["room"] == room]
        if times := sum(p["times"] for p in rows):
            yield f"{room}: {times} times: {rows[0]['message']}"


@contextmanager
def _ledger() -> Iterator[Ledger]:
    with tempfile.TemporaryDirectory(prefix="walkback-eval-") as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        yield ledger
