"""The PostgreSQL engine, on psycopg 3: several processes and hosts on one ledger. One connection a thread.

- Write transactions take one advisory lock (`_WRITER`) at once, so that reading and then writing inside them is as
  safe as on SQLite, whose writers come one after the other, too. Single statements outside of them don't, nor does
  what need not be alone: articles are handed out while others are worked on.
- `lock()` is a session's advisory lock: it holds among all hosts, and is free when its process or host is gone
  (keep-alives tell the server within a minute). It does not pass a pooler in transaction mode.
- Statements that come again are prepared. After a newer program's migration a prepared `SELECT *` fails in the older
  ones that still run: they run it again unprepared, or, inside a transaction, undo that and say that it is tried again.
- Text columns are declared COLLATE "C" (`store.migrations`), so text is ordered and compared as on SQLite.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import re
import threading
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal

from store.engine import Params, Row, StoreError, shown, storable
from store.handles import Handles

if TYPE_CHECKING:
    import psycopg

BUSY_SECONDS = 30.0
CONNECT_SECONDS = 10
#: Key of the advisory lock that write transactions take.
_WRITER = 0x57414C4B
_SESSION = """
    SET timezone = 'UTC';
    SET client_min_messages = 'warning';
    SET synchronous_commit = off;  -- the last moments may be lost, never half of one; durable transactions wait
    SET tcp_keepalives_idle = 20;
    SET tcp_keepalives_interval = 10;
    SET tcp_keepalives_count = 3;
    SET idle_in_transaction_session_timeout = '5min'
"""
#: Strings, quoted names, comments and casts stay as they are; what else begins with a colon is a parameter.
_TOKEN = re.compile(r"'(?:[^']|'')*'|\"[^\"]*\"|--[^\n]*|::|:([A-Za-z_]\w*)")


class PostgresEngine:
    """An `Engine` on a PostgreSQL database, `postgresql://user:password@host:5432/name`.

    Raises StoreError, in one line, when psycopg is not installed, the server cannot be reached or refuses us, and,
    later, when the ledger was closed, the connection broke off or another writer holds on for `BUSY_SECONDS`.
    """

    dialect: Literal["sqlite", "postgres"] = "postgres"

    def __init__(self, url: str) -> None:
        self.url = shown(url)
        self._conninfo = url
        self._errors = _driver(self.url)
        self._held = _Held()
        self._handles = Handles(self._connect, self.url)
        self._handles.mine()

    def query(self, sql: str, params: Params | None = None) -> list[Row]:
        cursor = self._run(sql, params, again=_only_reads(sql))
        return cursor.fetchall() if _has_rows(cursor) else []

    def one(self, sql: str, params: Params | None = None) -> Row | None:
        cursor = self._run(sql, params, again=_only_reads(sql))
        return cursor.fetchone() if _has_rows(cursor) else None

    def execute(self, sql: str, params: Params | None = None) -> int:
        return self._run(sql, params).rowcount

    def many(self, sql: str, rows: Iterable[Params]) -> None:
        given = list(rows)
        if len(given) < 2:  # one message each way is enough
            for row in given:
                self.execute(sql, row)
            return
        text, names = translated(sql)
        bound = [[storable(row[name]) for name in names] for row in given]
        with self.transaction(), self._statement() as connection:
            connection.cursor().executemany(text, bound)

    def script(self, sql: str) -> None:
        for statement in sql.split(";"):
            if statement.strip():
                self.execute(statement)

    @contextlib.contextmanager
    def transaction(self, *, durable: bool = False, alone: bool = True) -> Iterator[None]:
        if self._held.transaction:
            yield
            return
        try:
            self._run(_begin(durable, alone), again=True)
            self._held.transaction = True
            yield
            ended = self._run("COMMIT").statusmessage
            if ended != "COMMIT":  # a statement had failed and whoever ran it went on
                raise StoreError(f"the ledger {self.url} undid a change of which a part had failed")
        except BaseException:
            self._undo()
            raise
        finally:
            self._held.transaction = False

    @contextlib.contextmanager
    def lock(self, name: str) -> Iterator[None]:
        key = {"key": lock_key(name)}
        self._run("SELECT pg_advisory_lock(:key)", key, again=True)
        self._held.locks += 1
        try:
            yield
        finally:
            self._held.locks -= 1
            with contextlib.suppress(StoreError):  # closed or broken off meanwhile, which frees it as well
                self._run("SELECT pg_advisory_unlock(:key)", key)

    def try_lock(self, name: str) -> bool:
        """Take the lock `name` for as long as this thread's connection lasts; False when another one has it."""
        row = self.one("SELECT pg_try_advisory_lock(:key) AS taken", {"key": lock_key(name)})
        return bool(row and row["taken"])

    def unlock(self, name: str) -> None:
        """Give back what `try_lock` took; the end of the connection would, but only once the server has noticed it."""
        self.query("SELECT pg_advisory_unlock(:key)", {"key": lock_key(name)})

    def is_locked(self, name: str) -> bool:
        """Has some connection the lock `name`? Looking takes nothing from anybody, not even for a moment."""
        row = self.one(
            "SELECT COUNT(*) AS held FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND database = "
            "(SELECT oid FROM pg_database WHERE datname = current_database()) "
            "AND ((classid::bigint << 32) | objid::bigint) = :key",
            {"key": lock_key(name)},
        )
        return bool(row and row["held"])

    def tables(self) -> set[str]:
        rows = self.query("SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()")
        return {row["name"] for row in rows}

    def close(self) -> None:
        """Close every thread's connection. Statements under way are cancelled; what was not committed is undone."""
        for connection in self._handles.close():
            with contextlib.suppress(self._errors.Error):
                connection.cancel_safe(timeout=5)

    def _run(self, sql: str, params: Params | None = None, *, again: bool = False) -> psycopg.RawCursor[Row]:
        """Run one statement. `again`: it may run twice, so a connection that broke off while idle is made anew."""
        text, names = translated(sql)
        values = [storable((params or {})[name]) for name in names] or None
        with self._statement(again=again and not self._held.anything, first=True) as connection:
            return connection.execute(text, values)  # type: ignore[return-value]
        with self._statement() as connection:
            return connection.execute(text, values)

    @contextlib.contextmanager
    def _statement(self, *, again: bool = False, first: bool = False) -> Iterator[psycopg.Connection[Row]]:
        """This thread's connection for the length of one statement, made anew if it broke off while nothing was held.

        `first`: that a prepared statement is out of date is no error, nor, with `again`, that the connection breaks
        off; the caller runs the statement once more then.
        """
        handle = self._handles.mine()
        if handle.connection.broken:
            if self._held.anything:
                raise self._broke_off()
            handle.close()
        with self._handles.statement() as connection:
            try:
                yield connection
            except self._errors.Error as error:
                if self._handles.closed:
                    raise self._handles.gone() from error
                stale = error.sqlstate == "0A000" and "cached plan" in str(error)
                if stale:
                    connection.prepare_threshold = None
                if first and ((stale and not self._held.transaction) or (connection.broken and again)):
                    return
                raise self._broke_off() if connection.broken else self._plain(error) or error from error

    def _undo(self) -> None:
        with contextlib.suppress(StoreError), self._handles.statement() as connection:
            if not connection.broken and connection.info.transaction_status != self._errors.pq.TransactionStatus.IDLE:
                connection.execute("ROLLBACK")

    def _broke_off(self) -> StoreError:
        return StoreError(f"the connection to the ledger {self.url} broke off; is the server running? It is tried again")

    def _connect(self) -> psycopg.Connection[Row]:
        from psycopg.rows import dict_row
        from psycopg.types.numeric import FloatLoader

        try:
            connection: psycopg.Connection[Row] = self._errors.Connection.connect(
                self._conninfo,
                autocommit=True,
                prepare_threshold=3,
                row_factory=dict_row,
                cursor_factory=self._errors.RawCursor,
                connect_timeout=CONNECT_SECONDS,
                application_name="walkback",
                client_encoding="UTF8",
            )
            connection.adapters.register_loader("numeric", FloatLoader)
            connection.execute(_SESSION)
        except self._errors.Error as error:
            raise StoreError(f"the ledger {self.url} {_refusal(str(error))}") from None
        encoding = connection.info.parameter_status("server_encoding")
        if encoding != "UTF8":
            connection.close()
            raise StoreError(f"the database {self.url} is in {encoding}; make one with ENCODING 'UTF8' TEMPLATE template0")
        return connection

    def _plain(self, error: psycopg.Error) -> StoreError | None:
        """One clear line for what the world does to a database; None for a mistake in the program."""
        line = _TROUBLE.get(error.sqlstate or "")
        if error.sqlstate == "0A000" and "cached plan" not in str(error):
            return None
        return StoreError(f"the ledger {self.url} {line}") if line else None


class _Held(threading.local):
    """What this thread's session holds, and would lose with its connection."""

    transaction = False
    locks = 0

    @property
    def anything(self) -> bool:
        return self.transaction or self.locks > 0


@functools.lru_cache(2000)
def translated(sql: str) -> tuple[str, tuple[str, ...]]:
    """Shared SQL as PostgreSQL takes it, with the names of its parameters in order: (":a = :b OR :a") gives
    ("$1 = $2 OR $1", ("a", "b"))."""
    names: list[str] = []

    def numbered(match: re.Match[str]) -> str:
        name = match.group(1)
        if name is None:
            return match.group()
        if name not in names:
            names.append(name)
        return f"${names.index(name) + 1}"

    return _TOKEN.sub(numbered, sql), tuple(names)


def lock_key(name: str) -> int:
    """The number that stands for a lock's name on the server."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)


def _begin(durable: bool, alone: bool) -> str:
    commit = f"SET LOCAL synchronous_commit = {'on' if durable else 'off'}"
    if not alone:
        return f"BEGIN; {commit}"
    lock = f"SET LOCAL lock_timeout = {BUSY_SECONDS * 1000:.0f}; SELECT pg_advisory_xact_lock({_WRITER}); SET LOCAL lock_timeout = 0"
    return f"BEGIN; {lock}; {commit}"


def _has_rows(cursor: psycopg.RawCursor[Row]) -> bool:
    """Did the statement give rows back, if only none? (`cursor.description` describes every column to tell.)"""
    return cursor.pgresult is not None and cursor.pgresult.nfields > 0


def _only_reads(sql: str) -> bool:
    return sql.lstrip()[:6].upper() == "SELECT"


def _driver(url: str) -> Any:
    try:
        import psycopg
    except ImportError as error:
        raise StoreError(
            f"the ledger {url} needs the PostgreSQL driver ({error}): pip install 'walkback[postgres]'"
        ) from None
    return psycopg


def _refusal(said: str) -> str:
    """What to say about a connection that could not be made."""
    for sign, line in _REFUSED.items():
        if sign in said:
            return line
    return f"cannot be opened: {' '.join(said.split())}"


_REFUSED = {
    "password": "was refused: the user or the password in its address is wrong",
    "role": "was refused: the server knows no such user; check the name in its address",
    "pg_hba.conf": "was refused: the server lets this user or host not in; add it to its pg_hba.conf",
    "does not exist": "is not there: the server has no database of that name; make it with createdb, or check the address",
    "too many": "was refused: the server has no room for more connections; raise its max_connections",
    "remaining connection slots": "was refused: the server has no room for more connections; raise its max_connections",
    "starting up": "is not ready: its server is starting; try again in a moment",
    "shutting down": "is not there: its server is shutting down",
    "refused": "cannot be reached: nothing answers at that host and port; start the server, or check the address",
    "No such file": "cannot be reached: there is no server's socket there; start the server, or check the address",
    "translate host name": "cannot be reached: there is no host of that name; check the address",
    "resolve host": "cannot be reached: there is no host of that name; check the address",
    "timeout": f"cannot be reached: its server did not answer within {CONNECT_SECONDS} s; check the address and the network",
    "invalid": "has an address that cannot be read: it looks like postgresql://user:password@host:5432/name",
    "missing": "has an address that cannot be read: it looks like postgresql://user:password@host:5432/name",
}
_TROUBLE = {
    "0A000": "was changed by a newer Walkback meanwhile; it is tried again",
    "25006": "cannot be written: its server is read-only (a standby?); name the primary",
    "40P01": "had two writers wait for each other; one was undone, try again",
    "42501": "cannot be used: its user lacks the rights; let it own the database",
    "53100": "cannot grow: the server's disk is full; make room, then try again",
    "53200": "cannot go on: its server is out of memory",
    "55P03": f"was held by another writer for {BUSY_SECONDS:.0f} s; look for one that hangs, then try again",
    "57014": "gave up a statement that somebody cancelled; try again",
}
