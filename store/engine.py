"""The seam between the ledger and its database. One Protocol, two engines; the SQL is shared text.

Rules both engines keep:
- parameters are named (`:name`); rows come back as plain dicts; times are text, UTC, `2026-03-02T07:15:00Z`;
- booleans are integers 0 and 1, JSON is text; text holds no NUL and no lone surrogate (stripped here);
- `transaction()` takes the write lock at once, so that reading and then writing inside it cannot fail half-way;
  nested calls join the outer one, and an exception rolls all of it back. On a server `alone=False` leaves that lock to
  others: for statements each of which is right by itself, whoever writes meanwhile;
- `lock()` is taken before a transaction, never inside one (two threads doing it in different order would wait
  for each other);
- every thread gets a connection of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from numbers import Integral
from typing import Any, Literal, Protocol

Row = dict[str, Any]
Params = Mapping[str, Any]


class StoreError(Exception):
    """The ledger cannot be used as asked; the message names the thing and the fix."""


class Engine(Protocol):
    """What the parts of the ledger need of a database."""

    dialect: Literal["sqlite", "postgres"]
    url: str

    def query(self, sql: str, params: Params | None = None) -> list[Row]:
        """All rows of a SELECT, or of a statement with RETURNING."""
        ...

    def one(self, sql: str, params: Params | None = None) -> Row | None:
        """The first row, or None."""
        ...

    def execute(self, sql: str, params: Params | None = None) -> int:
        """Run one statement; returns the number of rows it touched."""
        ...

    def many(self, sql: str, rows: Iterable[Params]) -> None:
        """Run one statement for each of `rows`, inside one transaction."""
        ...

    def script(self, sql: str) -> None:
        """Run statements without parameters, separated by semicolons (migrations only)."""
        ...

    def transaction(self, *, durable: bool = False, alone: bool = True) -> AbstractContextManager[None]:
        """A write transaction of this thread's connection; `alone`: nobody else has such a one meanwhile. (On SQLite
        nobody ever has.)

        `durable`: what it (and everything committed before it) wrote outlasts a power cut once it returns; a
        nested call is as durable as the outer one. Without it the last moments may be lost, never half of one.
        """
        ...

    def lock(self, name: str) -> AbstractContextManager[None]:
        """One holder of `name` at a time: on SQLite among this process's threads, on a server among all hosts."""
        ...

    def tables(self) -> set[str]:
        """Names of the tables in the database."""
        ...

    def close(self) -> None:
        """Close this engine's connections."""
        ...


def iso(moment: datetime) -> str:
    """A moment as stored: UTC, whole seconds. Raises ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError(f"a time without a zone cannot be stored: {moment!r}")
    return moment.astimezone(UTC).isoformat(timespec="seconds")[:19] + "Z"  # in half the time of strftime


def moment(text: str) -> datetime:
    """The stored text back as an aware UTC datetime."""
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(UTC)


def storable(value: Any) -> Any:
    """Text without NULs and lone surrogates (PostgreSQL refuses them); times as text; the rest as it is."""
    if isinstance(value, str):
        if "\x00" in value:
            value = value.replace("\x00", "")
        return value if value.isascii() else value.encode("utf-8", "ignore").decode("utf-8")
    if isinstance(value, datetime):
        return iso(value)
    if isinstance(value, bool):
        return int(value)
    if value is None or isinstance(value, (int, float, bytes)):
        return value
    if isinstance(value, Integral):  # numpy's integers, which no driver takes
        return int(value)
    return value


def is_server(url: object) -> bool:
    """Is this the address of a PostgreSQL server, and not the name of a file?"""
    return str(url).startswith(("postgresql:", "postgres:"))


def shown(url: object) -> str:
    """The ledger's name for people: the address of a server without its password."""
    text = re.sub(r"([?&]password=)[^&]*", r"\1***", str(url))
    return re.sub(r"^(\w+://[^/@:]*):[^/]*@", r"\1:***@", text)


def each(dialect: str, name: str) -> str:
    """A list parameter as a table (n, value), n from 0 in the order of the list: one statement in place of one for each
    value. Give `json.dumps` of the list as the parameter; values come as text on PostgreSQL, as they are on SQLite."""
    if dialect == "sqlite":
        return f"(SELECT key AS n, value FROM json_each(:{name}))"
    return f"(SELECT nth - 1 AS n, value FROM json_array_elements_text(CAST(:{name} AS json)) WITH ORDINALITY AS t (value, nth))"


def assignments(columns: Iterable[str]) -> str:
    """ "a = :a, b = :b", for UPDATE ... SET; the names come from the program, never from input."""
    return ", ".join(f"{c} = :{c}" for c in columns)


def insert(table: str, row: Params) -> str:
    """INSERT of one row with named parameters; what follows (ON CONFLICT, RETURNING) is the caller's."""
    return f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join(':' + c for c in row)})"


def marks(name: str, values: Iterable[Any]) -> tuple[str, dict[str, Any]]:
    """A list parameter both engines take: (":name0, :name1", {...}). An empty list gives "NULL"."""
    params = {f"{name}{i}": value for i, value in enumerate(values)}
    return ", ".join(f":{k}" for k in params) or "NULL", params
