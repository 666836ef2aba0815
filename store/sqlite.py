"""The SQLite engine, on the sqlite3 module that sqlite-utils picks. WAL; one connection a thread; write transactions begin IMMEDIATE.

sqlite-utils' own `atomic()` opens a deferred transaction, in which read-then-write fails at once with
"database is locked" while another connection writes; hence `BEGIN IMMEDIATE` here.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from store.engine import Params, Row, StoreError, storable
from store.handles import Handles

if TYPE_CHECKING:
    import sqlite3
else:  # the module that sqlite-utils itself uses: pysqlite3 where that is installed
    from sqlite_utils.utils import sqlite3

BUSY_SECONDS = 30.0
#: Of the file each thread's connection keeps so much at hand. With SQLite's 2 MB what one article is held against, hundreds
#: of rows all over a large ledger, is read again for every article.
CACHE_KB = 16_000
#: The log is carried over into the file when it has so many pages (16 MB), not SQLite's 1,000: what an article's words
#: change is changed again by the next articles, and then written to the file once.
CHECKPOINT_PAGES = 4_000
OLDEST = (3, 35, 0)  # RETURNING came with it


class SqliteEngine:
    """An `Engine` on one SQLite file (`:memory:` is private to one thread and meant for tests of pure SQL).

    Raises StoreError for a file that cannot be used and, later, when the ledger was closed, the disk is full, the
    file is damaged or another process holds the write lock for `BUSY_SECONDS`.
    """

    dialect: Literal["sqlite", "postgres"] = "sqlite"

    def __init__(self, path: str | Path) -> None:
        self.url = str(path)
        self._lock = threading.Lock()
        self._locks: dict[str, threading.RLock] = {}
        self._handles = Handles(self._connect, self.url)
        self._refuse_unusable()
        self._handles.mine()

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
        bound = [_bind(r) for r in rows]
        with self.transaction(), self._statement() as connection:
            connection.executemany(sql, bound)

    def script(self, sql: str) -> None:
        for statement in sql.split(";"):  # executescript would commit the migration's transaction
            if statement.strip():
                self.execute(statement)

    @contextlib.contextmanager
    def transaction(self, *, durable: bool = False, alone: bool = True) -> Iterator[None]:
        if self._in_transaction():
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
                with contextlib.suppress(StoreError):  # closed meanwhile
                    if self._in_transaction():  # a full disk may have ended it already
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
        self._handles.close()

    def _in_transaction(self) -> bool:
        with self._handles.statement() as connection:
            return connection.in_transaction

    @contextlib.contextmanager
    def _statement(self) -> Iterator[sqlite3.Connection]:
        with self._handles.statement() as connection:
            try:
                yield connection
            except sqlite3.DatabaseError as error:
                plain = self._plain(error)
                if plain is None:
                    raise
                raise plain from error

    def _connect(self) -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(
                self.url, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("PRAGMA temp_store=MEMORY")
            connection.execute(f"PRAGMA cache_size=-{CACHE_KB}")
            connection.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT_PAGES}")
        except sqlite3.Error as error:
            raise self._plain(error) or StoreError(f"cannot open the ledger {self.url}: {error}") from error
        return connection

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
