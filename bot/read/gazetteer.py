"""Companies that the news writes about: who goes by which names, in which scripts, and who owns whom.

`gazetteer.csv` was compiled by hand for this project; it is facts, and nobody's list was copied. A ledger does not
start with it: it is asked when a name comes up that the ledger does not know. Several names in a cell are separated
by semicolons. A company with words under `context` shares its short name with a word of the language (or with other
companies): that name is taken for it only where the text holds one of these words or another of its names.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.read.companies import in_latin, key, occurs

FILE = Path(__file__).with_suffix(".csv")
COLUMNS = ("name", "aliases", "tickers", "parent", "context")


@dataclass(frozen=True)
class Entry:
    """One company. `aliases`: its other names; `tickers`: as exchanges write them; `parent`: the name of its owner."""

    name: str
    aliases: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    parent: str = ""
    context: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)

    def doubtful(self, name: str) -> bool:
        """Does this name of it mean something else, too? Only a single word in Latin letters does."""
        return bool(self.context) and in_latin(name) and " " not in key(name)

    def telling(self) -> tuple[str, ...]:
        """Its names that mean nothing else."""
        return tuple(n for n in self.names if not self.doubtful(n))


def named(name: str) -> Entry | None:
    """The company that goes by this name or ticker, whatever else the name may mean."""
    return _by_key().get(key(name)) or _by_ticker().get(name.strip())


def known(name: str, text: str) -> Entry | None:
    """The company that `name` means in `text`; None if it is not listed, or may mean something else there."""
    entry = named(name)
    if entry is None or not (entry.doubtful(name) or name.strip() in entry.tickers):
        return entry
    signs = (*entry.context, *entry.telling(), *(entry.names if name.strip() in entry.tickers else ()))
    return entry if any(occurs(sign, text) for sign in signs) else None


@cache
def entries() -> dict[str, Entry]:
    """All of them, by name."""
    return {entry.name: entry for entry in read(FILE)}


def read(file: Path) -> Iterator[Entry]:
    """The entries of a CSV file with the head line `COLUMNS`."""
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, strict=True):
            lists = {c: tuple(filter(None, row[c].split(";"))) for c in ("aliases", "tickers", "context")}
            yield Entry(name=row["name"], parent=row["parent"], **lists)


@cache
def _by_key() -> dict[str, Entry]:
    return {key(name): entry for entry in entries().values() for name in entry.names}


@cache
def _by_ticker() -> dict[str, Entry]:
    return {ticker: entry for entry in entries().values() for ticker in entry.tickers}
