"""The SQLite engine, on sqlite-utils. WAL; one connection a thread; write transactions begin IMMEDIATE.

sqlite-utils' own `atomic()` opens a deferred transaction, in which read-then-write fails at once with
"database is locked" while another connection writes; hence `BEGIN IMMEDIATE` here.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from sqlite_utils import Database
from sqlite_utils.utils import sqlite3  # the module sqlite-utils itself uses (pysqlite3 where installed)

from store.engine import Params, Row, StoreError, storable

BUSY_SECONDS = 30.0


class SqliteEngine:
    """An `Engine` on one SQLite file (`:memory:` is private to one thread and meant for tests of pure SQL)."""

    dialect: Literal["sqlite", "postgres"] = "sqlite"

    def __init__(self, path: str | Path) -> None:
        self.url = str(path)
        self._local = threading.local()
        self._lock = threading.Lock()
        self._locks: dict[str, threading.RLock] = {}
        self._open: list[Database] = []
        self._db()

    def query(self, sql: str, params: Params | None = None) -> list[Row]:
        cursor = self._db().conn.execute(sql, _bind(params))
        names = [c[0] for c in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def one(self, sql: str, params: Params | None = None) -> Row | None:
        cursor = self._db().conn.execute(sql, _bind(params))
        row = cursor.fetchone()
        names = [c[0] for c in cursor.description or ()]
        cursor.close()
        return dict(zip(names, row, strict=True)) if row else None

    def execute(self, sql: str, params: Params | None = None) -> int:
        return int(self._db().conn.execute(sql, _bind(params)).rowcount)

    def many(self, sql: str, rows: Iterable[Params]) -> None:
        with self.transaction():
            self._db().conn.executemany(sql, [_bind(r) for r in rows])

    def script(self, sql: str) -> None:
        for statement in sql.split(";"):  # executescript would commit the migration's transaction
            if statement.strip():
                self._db().conn.execute(statement)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        connection = self._db().conn
        if connection.in_transaction:
            yield
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            connection.rollback()
            raise
        connection.commit()

    @contextlib.contextmanager
    def lock(self, name: str) -> Iterator[None]:
        with self._lock:
            held = self._locks.setdefault(name, threading.RLock())
        with held:
            yield

    def close(self) -> None:
        with self._lock:
            for db in self._open:
                with contextlib.suppress(sqlite3.Error):
                    db.conn.close()
            self._open.clear()
        self._local = threading.local()

    def _db(self) -> Database:
        db: Database | None = getattr(self._local, "db", None)
        if db is None:
            try:
                connection = sqlite3.connect(
                    self.url, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
                )
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA synchronous=NORMAL")
                connection.execute("PRAGMA foreign_keys=ON")
                connection.execute("PRAGMA temp_store=MEMORY")
            except sqlite3.Error as error:
                raise StoreError(
                    f"cannot open the ledger {self.url}: {error}; check that the folder exists and can be written, "
                    "or name another file with --db"
                ) from error
            db = Database(connection)
            self._local.db = db
            with self._lock:
                self._open.append(db)
        return db


def _bind(params: Params | None) -> Row:
    return {k: storable(v) for k, v in (params or {}).items()}
