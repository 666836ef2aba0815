"""The SQLite engine, on sqlite-utils. WAL; one connection a thread; write transactions begin IMMEDIATE.

sqlite-utils' own `atomic()` opens a deferred transaction, in which read-then-write fails at once with
"database is locked" while another connection writes; hence `BEGIN IMMEDIATE` here.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sqlite_utils import Database

from store.engine import Params, Row, StoreError, storable

if TYPE_CHECKING:
    import sqlite3
else:  # the module that sqlite-utils itself uses: pysqlite3 where that is installed
    from sqlite_utils.utils import sqlite3

BUSY_SECONDS = 30.0
OLDEST = (3, 35, 0)  # RETURNING came with it


class _Handle:
    """One thread's connection. Closing it in the middle of a statement would crash the interpreter, hence `busy`."""

    def __init__(self, db: Database) -> None:
        self.connection: sqlite3.Connection = db.conn
        self.thread = threading.current_thread()
        self.busy = threading.Lock()
        self._closed = False

    def in_transaction(self) -> bool:
        with self.busy:
            return not self._closed and self.connection.in_transaction

    def close(self) -> None:
        """Close it unless a statement runs: whoever runs that closes it afterwards."""
        if self.busy.acquire(blocking=False):
            try:
                self._closed = True
                with contextlib.suppress(sqlite3.Error):
                    self.connection.close()
            finally:
                self.busy.release()


class SqliteEngine:
    """An `Engine` on one SQLite file (`:memory:` is private to one thread and meant for tests of pure SQL).

    Raises StoreError for a file that cannot be used and, later, when the ledger was closed, the disk is full, the
    file is damaged or another process holds the write lock for `BUSY_SECONDS`.
    """

    dialect: Literal["sqlite", "postgres"] = "sqlite"

    def __init__(self, path: str | Path) -> None:
        self.url = str(path)
        self._local = threading.local()
        self._lock = threading.Lock()
        self._locks: dict[str, threading.RLock] = {}
        self._open: list[_Handle] = []
        self._closed = False
        self._refuse_unusable()
        self._handle()

    def query(self, sql: str, params: Params | None = None) -> list[Row]:
        with self._statement() as connection:
            cursor = connection.execute(sql, _bind(params))
            names = [c[0] for c in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def one(self, sql: str, params: Params | None = None) -> Row | None:
        with self._statement() as connection:
            cursor = connection.execute(sql, _bind(params))
            row = cursor.fetchone()
            names = [c[0] for c in cursor.description or ()]
            cursor.close()
            return dict(zip(names, row, strict=True)) if row else None

    def execute(self, sql: str, params: Params | None = None) -> int:
        with self._statement() as connection:
            return int(connection.execute(sql, _bind(params)).rowcount)

    def many(self, sql: str, rows: Iterable[Params]) -> None:
        with self.transaction(), self._statement() as connection:
            connection.executemany(sql, [_bind(r) for r in rows])

    def script(self, sql: str) -> None:
        for statement in sql.split(";"):  # executescript would commit the migration's transaction
            if statement.strip():
                self.execute(statement)

    @contextlib.contextmanager
    def transaction(self, *, durable: bool = False) -> Iterator[None]:
        handle = self._handle()
        if handle.in_transaction():
            yield
            return
        if durable:  # the level cannot be changed inside a transaction
            self.execute("PRAGMA synchronous=FULL")
        try:
            self.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.execute("COMMIT")
            except BaseException:
                if handle.in_transaction():  # a full disk may have ended it already
                    with contextlib.suppress(StoreError):  # closed meanwhile
                        self.execute("ROLLBACK")
                raise
        finally:
            if durable:
                with contextlib.suppress(StoreError):  # closed meanwhile
                    self.execute("PRAGMA synchronous=NORMAL")

    @contextlib.contextmanager
    def lock(self, name: str) -> Iterator[None]:
        with self._lock:
            held = self._locks.setdefault(name, threading.RLock())
        with held:
            yield

    def tables(self) -> set[str]:
        return {row["name"] for row in self.query("SELECT name FROM sqlite_master WHERE type = 'table'")}

    def close(self) -> None:
        """Close every thread's connection: those in the middle of a statement at its end, by their own thread. What
        was not committed is undone."""
        with self._lock:
            self._closed = True
            handles, self._open = self._open, []
        for handle in handles:
            handle.close()

    @contextlib.contextmanager
    def _statement(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection for the length of one statement."""
        handle = self._handle()
        try:
            with handle.busy:
                if self._closed:
                    raise self._is_closed()
                try:
                    yield handle.connection
                except sqlite3.DatabaseError as error:
                    plain = self._plain(error)
                    if plain is None:
                        raise
                    raise plain from error
        finally:
            if self._closed:
                handle.close()

    def _handle(self) -> _Handle:
        handle: _Handle | None = getattr(self._local, "handle", None)
        if handle is None:
            handle = self._local.handle = self._connect()
        return handle

    def _is_closed(self) -> StoreError:
        return StoreError(f"the ledger {self.url} is closed; open it again")

    def _connect(self) -> _Handle:
        try:
            connection = sqlite3.connect(
                self.url, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("PRAGMA temp_store=MEMORY")
        except sqlite3.Error as error:
            raise self._plain(error) or StoreError(f"cannot open the ledger {self.url}: {error}") from error
        handle = _Handle(Database(connection))
        with self._lock:
            if self._closed:
                handle.close()
                raise self._is_closed()
            ended = [other for other in self._open if not other.thread.is_alive()]
            for other in ended:  # a thread that ended cannot close its own
                other.close()
            self._open = [other for other in self._open if other not in ended] + [handle]
        return handle

    def _refuse_unusable(self) -> None:
        if sqlite3.sqlite_version_info < OLDEST:
            raise StoreError(
                f"SQLite {sqlite3.sqlite_version} is too old, 3.35 is needed: pip install pysqlite3-binary"
            )
        if self.url == ":memory:":
            return
        path = Path(self.url)
        if path.is_dir():
            raise StoreError(f"the ledger {self.url} is a folder; name a file, such as {path / 'walkback.db'}")
        if not path.parent.is_dir():
            raise StoreError(
                f"the ledger {self.url} cannot be made: there is no folder {path.parent}; make it, or name another file"
            )

    def _plain(self, error: sqlite3.Error) -> StoreError | None:
        """One clear line for what the world does to a file; None for a mistake in the program."""
        text = str(error).lower()
        for sign, line in _TROUBLE.items():
            if sign in text:
                return StoreError(f"the ledger {self.url} {line}")
        return None


_TROUBLE = {
    "not a database": "is not a database; name another file",
    "malformed": "is damaged; restore a backup, or name another file",
    "locked": f"was held by another process for {BUSY_SECONDS:.0f} s; stop the other one, then try again",
    "disk is full": "cannot grow: the disk is full; make room, then try again",
    "readonly": "cannot be written; check its owner and rights, or name another file",
    "unable to open": "cannot be opened; check the rights of its folder, or name another file",
    "disk i/o": "cannot be read or written (disk I/O error); check the disk, or name another file",
    "no such module: fts5": "needs SQLite with full-text search (FTS5): pip install pysqlite3-binary",
}


def _bind(params: Params | None) -> Row:
    return {k: storable(v) for k, v in (params or {}).items()}
