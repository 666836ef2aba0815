"""Moving a ledger from a SQLite file to a PostgreSQL database: copied in blocks, resumed where it stopped, and proved
row by row before the target may be used. The file is only read and stays as it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from store.engine import Engine, Row, StoreError, insert
from store.fulltext import words_of
from store.migrations import MIGRATIONS

BLOCK = 500
#: The table that stands in a target until everything in it was proved; nobody else opens it meanwhile.
UNDER_WAY = "moving"
#: Tables of the file that hold no rows of their own: bookkeeping, and the full-text index, which is written anew.
_NOT_ROWS = ("sqlite_", "search_words", "migrations", UNDER_WAY)


@dataclass(frozen=True)
class Table:
    """A table with its key, as both sides have it."""

    name: str
    keys: tuple[str, ...]
    columns: tuple[str, ...]


def move(source: Engine, target: Engine, said: Callable[[str], object] = lambda line: None) -> dict[str, int]:
    """Copy every row of `source` (SQLite) into `target` (PostgreSQL) and prove it; returns the rows of each table.

    Called again after it was interrupted, it goes on after the last block that arrived. `said` gets a line for each
    table. Nobody may write to either side meanwhile. Raises StoreError when the two are not of this program's schema,
    when the target holds another ledger, or when a row is not the same on both sides (which names it).
    """
    _same_schema(source, target)
    _begin(source, target)
    tables = _tables(source, target)
    rows = {}
    for table in tables:
        for block in _blocks(source, table, after=_last(target, table)):
            with target.transaction():
                _put(source, target, table, block)
        rows[table.name] = _proved(source, target, table)
        said(f"{table.name}: {rows[table.name]} rows, the same on both sides")
    with target.transaction():
        _count_on(target)
        target.execute(f"DROP TABLE {UNDER_WAY}")
    return rows


def _same_schema(source: Engine, target: Engine) -> None:
    if source.dialect != "sqlite" or target.dialect != "postgres":
        raise StoreError(f"a ledger is moved from a file to PostgreSQL, not from {source.url} to {target.url}")
    known = {step.__name__ for step in MIGRATIONS}
    for engine in (source, target):
        if {row["name"] for row in engine.query("SELECT name FROM migrations")} != known:
            raise StoreError(f"the ledger {engine.url} is of another version than this program; open it with this one first")


def _begin(source: Engine, target: Engine) -> None:
    """Mark the target as under way, or make sure that it is this very move that is resumed."""
    with target.transaction():
        if UNDER_WAY not in target.tables():
            held = [t.name for t in _tables(source, target) if target.one(f"SELECT 1 FROM {t.name} LIMIT 1")]
            if held:
                raise StoreError(f"{target.url} holds a ledger already ({held[0]} has rows); name an empty database")
            target.execute(f"CREATE TABLE {UNDER_WAY} (source TEXT NOT NULL)")
            target.execute(f"INSERT INTO {UNDER_WAY} (source) VALUES (:source)", {"source": _identity(source)})
        elif target.one(f"SELECT source FROM {UNDER_WAY}") != {"source": _identity(source)}:
            raise StoreError(f"{target.url} holds a part of another ledger; name an empty database, or drop that one")


def _identity(source: Engine) -> str:
    """What tells a file from another: when its schema was made. The file may be renamed meanwhile."""
    rows = source.query("SELECT name, applied FROM migrations ORDER BY name")
    return hashlib.sha256(repr([tuple(row.values()) for row in rows]).encode()).hexdigest()


def _tables(source: Engine, target: Engine) -> list[Table]:
    """All tables, those that others point at first."""
    points_at: dict[str, set[str]] = {}
    found: dict[str, Table] = {}
    for name in sorted(source.tables()):
        if name.startswith(_NOT_ROWS):
            continue
        columns = source.query(f"PRAGMA table_info({name})")
        keys = [c["name"] for c in sorted(columns, key=lambda c: c["pk"]) if c["pk"]]
        found[name] = Table(name, tuple(keys), tuple(c["name"] for c in columns))
        points_at[name] = {k["table"] for k in source.query(f"PRAGMA foreign_key_list({name})")} - {name}
    if missing := sorted(set(found) - target.tables()):
        raise StoreError(f"{target.url} has no table {missing[0]}; upgrade this program")
    out: list[Table] = []
    while len(out) < len(found):
        done = {t.name for t in out}
        out += [t for n, t in found.items() if n not in done and points_at[n] <= done]
    return out


def _last(target: Engine, table: Table) -> Row | None:
    """The key of the last row that arrived: blocks come in the order of the key."""
    order = ", ".join(f"{key} DESC" for key in table.keys)
    return target.one(f"SELECT {', '.join(table.keys)} FROM {table.name} ORDER BY {order} LIMIT 1")


def _blocks(engine: Engine, table: Table, after: Row | None = None) -> Iterator[list[Row]]:
    order, columns = ", ".join(table.keys), ", ".join(table.columns)
    while True:
        where = f"WHERE ({order}) > ({', '.join(':' + key for key in table.keys)}) " if after else ""
        params = {key: after[key] for key in table.keys} if after else {}
        block = engine.query(f"SELECT {columns} FROM {table.name} {where}ORDER BY {order} LIMIT :n", {**params, "n": BLOCK})
        if block:
            yield block
        if len(block) < BLOCK:
            return
        after = block[-1]


def _put(source: Engine, target: Engine, table: Table, block: Sequence[Row]) -> None:
    try:
        target.many(insert(table.name, block[0]), block)
    except StoreError:
        raise
    except Exception as error:  # the driver's own: a value that this column does not take
        key = ", ".join(str(block[0][k]) for k in table.keys)
        raise StoreError(f"rows of {table.name} from {key} on cannot be stored in {target.url}: {error}") from error
    if table.name == "search_rows":
        ours, theirs = words_of(source), words_of(target)
        held = ours.of([row["id"] for row in block])
        for row_id, terms in held.items():
            theirs.write(row_id, theirs.fitting(sorted(terms)))


def _proved(source: Engine, target: Engine, table: Table) -> int:
    """Compare every row of both sides; returns how many there are."""
    count = 0
    left, right = _blocks(source, table), _blocks(target, table)
    while True:
        ours, theirs = next(left, []), next(right, [])
        if _digest(ours) != _digest(theirs):
            _name_first(target, table, ours, theirs)
        if table.name == "search_rows":
            _prove_words(source, target, ours)
        if not ours:
            return count
        count += len(ours)


def _prove_words(source: Engine, target: Engine, block: Sequence[Row]) -> None:
    """The words of these rows: they stand in a table of their own on one side, and in a column on the other."""
    ids = [row["id"] for row in block]
    ours, theirs = words_of(source).of(ids), words_of(target).of(ids)
    fitting = words_of(target).fitting
    for row in block:
        if set(fitting(sorted(ours.get(row["id"], ())))) != theirs.get(row["id"], set()):
            raise StoreError(
                f"the search words of {row['ref']} are not the same on both sides: somebody wrote meanwhile; stop every walkback, empty "
                f"{target.url} and begin again"
            )


def _digest(block: Sequence[Row]) -> bytes:
    return hashlib.sha256(repr([_plain(row) for row in block]).encode("utf-8", "surrogatepass")).digest()


def _plain(row: Row) -> list[object]:
    """Values as both engines give them: 1 and 1.0 are the same number."""
    return [int(v) if isinstance(v, float) and v.is_integer() else v for v in row.values()]


def _name_first(target: Engine, table: Table, ours: Sequence[Row], theirs: Sequence[Row]) -> None:
    for n in range(max(len(ours), len(theirs))):
        pair = [side[n] if n < len(side) else None for side in (ours, theirs)]
        if pair[0] is None or pair[1] is None or _plain(pair[0]) != _plain(pair[1]):
            row = pair[0] or pair[1] or {}
            key = ", ".join(str(row[k]) for k in table.keys)
            raise StoreError(
                f"{table.name} {key} is not the same on both sides: somebody wrote meanwhile; stop every walkback, empty {target.url} "
                "and begin again"
            )


def _count_on(target: Engine) -> None:
    """Let new rows be counted on from the last ones."""
    for row in target.query(
        "SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE is_identity = 'YES' AND table_schema = current_schema()"
    ):
        if not row["t"].startswith("procrastinate_"):
            target.query(
                f"SELECT setval(pg_get_serial_sequence('{row['t']}', '{row['c']}'), GREATEST((SELECT MAX({row['c']}) FROM {row['t']}), 1), "
                f"EXISTS (SELECT 1 FROM {row['t']}))"
            )
