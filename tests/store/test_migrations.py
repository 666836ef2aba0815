from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from store.engine import Engine, StoreError, is_server
from store.ledger import Ledger, open_ledger
from store.migrations import MIGRATIONS, migrate
from store.postgres import PostgresEngine
from store.sqlite import SqliteEngine
from tests.postgres import Postgres
from tests.store.conftest import NOW

if TYPE_CHECKING:
    from psycopg import Connection

TABLES = (
    "feeds entries pages articles copy_bands companies aliases problems cases case_companies claims claim_links "
    "responses pairs bearings rulings installations channels subscriptions threads alerts digests seen llm_calls "
    "audit evidence word_counts search_rows migrations"
)


@pytest.fixture
def url(ledger_url: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where nothing is yet: these tests change tables."""
    if not is_server(ledger_url):
        yield ledger_url
        return
    server: Postgres = request.getfixturevalue("postgres")
    with server.database() as empty:
        yield empty


def test_an_empty_database_gets_every_table(ledger: Ledger) -> None:
    assert set(TABLES.split()) <= ledger.db.tables()
    names = [row["name"] for row in ledger.db.query("SELECT name FROM migrations ORDER BY name")]
    assert names == sorted(step.__name__ for step in MIGRATIONS)
    numbers = [step.__name__[:4] for step in MIGRATIONS]
    assert numbers == sorted(set(numbers))


def test_migrating_again_does_nothing(ledger: Ledger) -> None:
    before = ledger.db.query("SELECT * FROM migrations ORDER BY name")
    assert migrate(ledger.db) == 0
    assert ledger.db.query("SELECT * FROM migrations ORDER BY name") == before


def test_a_newer_ledger_is_refused_and_left_alone(url: str) -> None:
    with open_ledger(url) as ledger:
        ledger.db.execute("INSERT INTO migrations (name, applied) VALUES ('m999_tomorrow_breaking', 'x')")
    with pytest.raises(StoreError, match=r"newer Walkback \(step m999_tomorrow_breaking\); upgrade"):
        open_ledger(url)


def test_beside_newer_programs_an_older_one_goes_on_on_a_server_only(url: str) -> None:
    with open_ledger(url) as ledger:
        ledger.db.execute("INSERT INTO migrations (name, applied) VALUES ('m999_tomorrow', 'x')")
    if is_server(url):
        open_ledger(url).close()
    else:
        with pytest.raises(StoreError, match="newer Walkback"):
            open_ledger(url)


def test_a_column_that_a_newer_program_adds_disturbs_nobody(url: str) -> None:
    with open_ledger(url) as old, open_ledger(url) as new:
        for n in range(8):  # as often as drivers need to prepare a statement of their own accord
            old.outbox.once(f"k{n}", NOW)
            old.db.query("SELECT * FROM seen WHERE key = :key", {"key": "k0"})
        new.db.script("ALTER TABLE seen ADD COLUMN colour TEXT")
        assert old.outbox.once("k8", NOW)
        assert old.db.one("SELECT * FROM seen WHERE key = :key", {"key": "k8"})
        with old.db.transaction():
            assert old.db.one("SELECT * FROM seen WHERE key = :key", {"key": "k8"})


def test_what_such_a_column_disturbs_inside_a_transaction_is_undone_and_goes_well_the_next_time(url: str) -> None:
    def work(key: str) -> None:
        with old.db.transaction():
            old.outbox.once(key, NOW)
            old.db.query("SELECT * FROM seen WHERE key = :key", {"key": "k0"})

    with open_ledger(url) as old, open_ledger(url) as new:
        for n in range(8):
            work(f"k{n}")
        new.db.script("ALTER TABLE seen ADD COLUMN colour TEXT")
        if is_server(url):
            with pytest.raises(StoreError, match="tried again"):
                work("k8")
            assert not old.db.one("SELECT 1 FROM seen WHERE key = 'k8'")
        work("k8")
        assert old.db.one("SELECT 1 FROM seen WHERE key = 'k8'")


def test_a_new_step_is_applied_once_to_a_filled_ledger(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_ledger(url) as ledger:
        ledger.db.execute("INSERT INTO seen (key, at) VALUES ('kept', 'x')")

    def m998_colour(engine: Engine) -> None:
        engine.script("ALTER TABLE seen ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'")

    monkeypatch.setattr("store.migrations.MIGRATIONS", [*MIGRATIONS, m998_colour])
    for _ in range(2):
        with open_ledger(url) as ledger:
            assert ledger.db.query("SELECT key, colour FROM seen") == [{"key": "kept", "colour": "grey"}]


def test_a_step_that_fails_leaves_no_trace(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def m998_broken(engine: Engine) -> None:
        engine.script("CREATE TABLE half (x TEXT); CREATE TABLE half (x TEXT)")

    with monkeypatch.context() as patch:
        patch.setattr("store.migrations.MIGRATIONS", [*MIGRATIONS, m998_broken])
        with pytest.raises(Exception, match="half"):
            open_ledger(url)
    with open_ledger(url) as ledger:
        assert "half" not in ledger.db.tables()


def test_a_database_of_another_program_is_refused(url: str) -> None:
    engine: Engine = PostgresEngine(url) if is_server(url) else SqliteEngine(url)
    engine.script("CREATE TABLE feeds (x TEXT)")
    engine.close()
    with pytest.raises(StoreError, match="another program"):
        open_ledger(url)


def fill_every_table(engine: Engine) -> dict[str, int]:
    """A row or two in every table there is, whatever its columns; returns the rows by table."""
    rows: dict[str, int] = {}
    for table in sorted(engine.tables(), key=lambda t: (t in _CHILDREN, t)):
        if table == "migrations" or table.startswith(("sqlite_", "search_words_")):
            continue
        columns = engine.query(f"SELECT name, type FROM pragma_table_info('{table}')")
        for n in (1, 2):
            row = {c["name"]: n if c["type"] in ("INTEGER", "BIGINT", "REAL") else b"x" if c["type"] == "BLOB" else f"x{n}" for c in columns}
            engine.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join(':' + c for c in row)})", row)
        rows[table] = 2
    return rows


_CHILDREN = ("entries", "copy_bands", "aliases", "case_companies", "claim_links", "claims", "responses", "pairs", "bearings")


@pytest.mark.parametrize("steps", range(1, len(MIGRATIONS) + 1))
def test_every_earlier_schema_is_brought_up_with_all_that_is_on_file(tmp_path: Path, steps: int, monkeypatch: pytest.MonkeyPatch) -> None:
    url = tmp_path / "ledger.db"
    engine = SqliteEngine(url)
    engine.script("PRAGMA foreign_keys=OFF")  # rows are put in by table, not by who points at whom
    with monkeypatch.context() as patch:
        patch.setattr("store.migrations.MIGRATIONS", MIGRATIONS[:steps])
        migrate(engine)
    before = fill_every_table(engine)
    assert engine.query("PRAGMA foreign_key_check") == []
    engine.close()
    with open_ledger(url) as ledger, open_ledger(":memory:") as fresh:
        after = {table: len(ledger.db.query(f"SELECT * FROM {table}")) for table in before}
        assert after == before
        assert [r["name"] for r in ledger.db.query("SELECT name FROM migrations ORDER BY name")] == [s.__name__ for s in MIGRATIONS]
        shape = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
        assert ledger.db.query(shape) == fresh.db.query(shape)
        assert ledger.db.query("PRAGMA foreign_key_check") == []
        assert ledger.db.query("PRAGMA integrity_check") == [{"integrity_check": "ok"}]


_SHAPE = (
    "SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns WHERE table_schema = 'public' "
    "UNION ALL SELECT tablename, indexname, indexdef, '', '' FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2"
)


def fill_every_table_there(session: Connection) -> dict[str, int]:
    """As `fill_every_table`, on PostgreSQL."""
    session.execute("SET session_replication_role = replica")  # rows are put in by table, not by who points at whom
    columns: dict[str, dict[str, str]] = {}
    for table, column, kind in session.execute(
        "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' "
        "AND is_generated = 'NEVER' AND table_name <> 'migrations' ORDER BY 1, ordinal_position"
    ):
        columns.setdefault(table, {})[column] = kind
    for table, kinds in columns.items():
        for n in (1, 2):
            row = [b"x" if kind == "bytea" else f"x{n}" if kind in ("text", "tsvector") else n for kind in kinds.values()]
            places = ", ".join(["%s"] * len(row))
            session.execute(f"INSERT INTO {table} ({', '.join(kinds)}) VALUES ({places})", row)  # type: ignore[call-overload]
    session.execute("SET session_replication_role = DEFAULT")
    return dict.fromkeys(columns, 2)


def test_every_earlier_schema_is_brought_up_on_a_server_too(postgres: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    import psycopg

    with postgres.database() as url, psycopg.connect(url, autocommit=True) as session:
        open_ledger(url).close()
        fresh = session.execute(_SHAPE).fetchall()
        for steps in range(1, len(MIGRATIONS) + 1):
            session.execute("DROP SCHEMA public CASCADE")
            session.execute("CREATE SCHEMA public")
            with monkeypatch.context() as patch:
                patch.setattr("store.migrations.MIGRATIONS", MIGRATIONS[:steps])
                open_ledger(url).close()
            before = fill_every_table_there(session)
            open_ledger(url).close()
            after = {table: session.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in before}  # type: ignore[call-overload,index]
            assert after == before, steps
            assert session.execute(_SHAPE).fetchall() == fresh, steps


def test_a_name_with_a_joining_word_is_found_without_it(url: str) -> None:
    with open_ledger(url) as ledger:
        group = ledger.companies.resolve("Compagnie du Val Doré", "du val doré", NOW)
        other = ledger.companies.resolve("Du Pont Blanc", "du pont blanc", NOW)  # no word for a group: its own name
        peaks = ledger.companies.resolve("Compagnie des Cimes", "des cimes", NOW)
        ledger.db.execute("DELETE FROM migrations WHERE name = 'm110_joined_names'")
        assert migrate(ledger.db) == 1
        assert ledger.companies.resolve("Val Doré", "val doré", NOW) == group
        assert ledger.companies.find("pont blanc") is None
        assert ledger.companies.find("cimes") is None
        assert {other, peaks}.isdisjoint({group})
