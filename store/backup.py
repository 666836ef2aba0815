"""Copies of a ledger in a SQLite file: made while others write, proved, and put back.

`VACUUM INTO` gives one consistent, compact file; a stepped backup with a live writer never ends.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

from store.engine import Engine, StoreError
from store.migrations import MIGRATIONS
from store.sqlite import SqliteEngine

_BESIDE = ("-wal", "-shm")


def backup(db: Engine, target: str | Path) -> dict[str, int]:
    """Copy the ledger into the new file `target` while it is in use; returns the rows of each table in the copy.

    The copy is proved (integrity, every table's rows) before it gets its name. Raises StoreError.
    """
    path = Path(target)
    if db.dialect != "sqlite":
        raise StoreError("a ledger on PostgreSQL is backed up with its own tools: pg_dump --format=custom")
    if path.exists():
        raise StoreError(f"{path} is there already: name a new file, so that no older backup is lost")
    if not path.parent.is_dir():
        raise StoreError(f"there is no folder {path.parent}: make it, or name another file")
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    try:
        before = counts(db)
        db.execute("VACUUM INTO :path", {"path": str(part)})
        after = counts(db)
        copied = prove(part)
        for table in sorted(before):
            least, most = sorted((before[table], after.get(table, 0)))
            if not least <= copied.get(table, -1) <= most:
                raise StoreError(f"the backup is not complete: {table} has {copied.get(table)} of {most} rows; try again")
        _to_disk(part)
        os.replace(part, path)
    finally:
        for ending in ("", *_BESIDE):
            with contextlib.suppress(OSError):
                Path(f"{part}{ending}").unlink(missing_ok=True)
    return copied


def restore(source: str | Path, target: str | Path, now: datetime) -> tuple[dict[str, int], Path | None]:
    """Put a backup in the place of the ledger `target`; returns its rows by table, and where the ledger that was there
    is now (None when there was none). Nobody may use `target` meanwhile.

    At every moment there is a whole ledger at `target`: the one that was there, then the backup. Raises StoreError; then
    nothing changed.
    """
    path, ledger = Path(source), Path(target)
    if not path.is_file():
        raise StoreError(f"there is no file {path}: name the backup")
    if path.resolve() == ledger.resolve():
        raise StoreError(f"{path} is the ledger itself: name the backup")
    part = ledger.with_name(ledger.name + ".restoring")
    try:
        for ending in ("", "-wal"):  # a copied live ledger may have its log beside it
            if Path(f"{path}{ending}").exists():
                shutil.copyfile(f"{path}{ending}", f"{part}{ending}")
        if _hash(part) != _hash(path):
            raise StoreError(f"{path} could not be copied whole; try again")
        rows = prove(part, path)
        _to_disk(part)
        aside = _keep(ledger, now)
        for ending in _BESIDE:  # of the ledger that was there; read with the backup they would damage it
            Path(f"{ledger}{ending}").unlink(missing_ok=True)
        os.replace(part, ledger)
        _to_disk(ledger.parent)
    except OSError as error:
        raise StoreError(f"{ledger} cannot be written ({error.strerror}); check the disk and the folder's rights") from None
    finally:
        for ending in ("", *_BESIDE):
            with contextlib.suppress(OSError):
                Path(f"{part}{ending}").unlink(missing_ok=True)
    return rows, aside


def prove(file: Path, name: Path | None = None) -> dict[str, int]:
    """The rows of each table in a file that is a whole ledger. Raises StoreError, which calls it `name`, for any other."""
    path = name or file
    try:
        return _proved(file, path)
    except StoreError as error:
        raise StoreError(str(error).replace(str(file), str(path))) from None


def _proved(file: Path, path: Path) -> dict[str, int]:
    engine = SqliteEngine(file)
    try:
        said = engine.query("PRAGMA integrity_check")
        if said != [{"integrity_check": "ok"}]:
            raise StoreError(f"{path} is damaged; take another backup")
        if "migrations" not in engine.tables():
            raise StoreError(f"{path} is no ledger of Walkback; name another file")
        have = {row["name"] for row in engine.query("SELECT name FROM migrations")}
        if newer := sorted(have - {step.__name__ for step in MIGRATIONS}):
            raise StoreError(f"{path} was written by a newer Walkback (step {newer[-1]}); upgrade this one")
        rows = counts(engine)
        engine.query("PRAGMA journal_mode=DELETE")  # all of it in the one file
        return rows
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path} is damaged ({error}); take another backup") from None
    finally:
        engine.close()


def counts(db: Engine) -> dict[str, int]:
    """How many rows each table has; those that the search index makes for itself are left out."""
    out = {}
    for table in sorted(t for t in db.tables() if not t.startswith(("search_words_", "sqlite_"))):
        row = db.one(f"SELECT COUNT(*) AS n FROM {table}")
        out[table] = int(row["n"]) if row else 0
    return out


def _keep(ledger: Path, now: datetime) -> Path | None:
    """Give a ledger a second name, with what its last writer left beside it."""
    if not ledger.exists():
        return None
    with contextlib.suppress(StoreError, sqlite3.DatabaseError):  # a damaged one is kept as it is
        SqliteEngine(ledger).close()  # which takes its write-ahead log into it
    name = f"{ledger.name}.before-{now:%Y%m%dT%H%M%SZ}"
    aside = next(p for n in itertools.count(1) if not (p := ledger.with_name(name if n == 1 else f"{name}-{n}")).exists())
    for ending in ("", *_BESIDE):
        if Path(f"{ledger}{ending}").exists():
            _link(Path(f"{ledger}{ending}"), Path(f"{aside}{ending}"))
    return aside


def _link(path: Path, name: Path) -> None:
    try:
        os.link(path, name)
    except OSError:  # a file system without hard links
        shutil.copyfile(path, name)
        _to_disk(name)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _to_disk(path: Path) -> None:
    """A file's bytes, or the names in a folder."""
    if path.is_dir() and os.name == "nt":  # folders cannot be opened there
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
