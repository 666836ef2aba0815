from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.engine import StoreError, insert, iso, marks, moment, storable
from store.ledger import Ledger
from store.sqlite import SqliteEngine, sqlite3


def test_times_go_to_text_and_back() -> None:
    local = datetime(2026, 3, 2, 8, 15, 30, 999, tzinfo=timezone(timedelta(hours=1)))
    assert iso(local) == "2026-03-02T07:15:30Z"
    assert moment(iso(local)) == datetime(2026, 3, 2, 7, 15, 30, tzinfo=UTC)


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        iso(datetime(2026, 3, 2))


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.timezones()))
def test_stored_times_sort_as_the_moments_do(at: datetime) -> None:
    later = at.astimezone(UTC) + timedelta(seconds=1)
    assert iso(at) < iso(later)
    assert abs(moment(iso(at)) - at) < timedelta(seconds=1)


@given(st.text(st.characters(codec=None)))
def test_storable_text_is_what_every_engine_takes(text: str) -> None:
    kept = storable(text)
    assert "\x00" not in kept
    assert kept.encode("utf-8").decode("utf-8") == kept
    if "\x00" not in text and not any("\ud800" <= c <= "\udfff" for c in text):
        assert kept == text


def test_storable_values() -> None:
    assert storable(True) == 1
    assert storable(None) is None
    assert storable(b"\x00") == b"\x00"
    assert type(storable(np.int64(7))) is int
    assert storable(datetime(2026, 3, 2, tzinfo=UTC)) == "2026-03-02T00:00:00Z"
    assert storable(2.5) == 2.5
    assert storable("NUL\x00 and \ud83d alone") == "NUL and  alone"


def test_what_no_column_takes_is_left_to_the_driver(ledger: Ledger) -> None:
    with pytest.raises(Exception, match="type"):
        ledger.db.query("SELECT :it AS it", {"it": object()})


def test_list_parameters() -> None:
    assert marks("c", [5, 6]) == (":c0, :c1", {"c0": 5, "c1": 6})
    assert marks("c", []) == ("NULL", {})
    assert insert("t", {"a": 1, "b": 2}) == "INSERT INTO t (a, b) VALUES (:a, :b)"


@given(st.text(st.characters(codec=None), max_size=50))
def test_any_text_survives_the_database(text: str) -> None:
    engine = SqliteEngine(":memory:")
    try:
        assert engine.one("SELECT :t AS t", {"t": text}) == {"t": storable(text)}
    finally:
        engine.close()


def test_an_exception_rolls_all_back(ledger: Ledger) -> None:
    def fail() -> None:
        with ledger.db.transaction():
            ledger.db.execute("INSERT INTO seen (key, at) VALUES ('a', 'x')")
            with ledger.db.transaction():
                ledger.db.execute("INSERT INTO seen (key, at) VALUES ('b', 'x')")
            raise RuntimeError("half-way")

    with pytest.raises(RuntimeError, match="half-way"):
        fail()
    assert ledger.db.query("SELECT * FROM seen") == []
    with ledger.db.transaction():  # and the connection is usable again
        ledger.db.execute("INSERT INTO seen (key, at) VALUES ('c', 'x')")
    assert ledger.db.one("SELECT key FROM seen") == {"key": "c"}


def test_many_is_all_or_nothing(ledger: Ledger) -> None:
    rows = [{"k": "a"}, {"k": "b"}, {"k": "a"}]
    with pytest.raises(Exception, match=r"(?i)unique"):
        ledger.db.many("INSERT INTO seen (key, at) VALUES (:k, 'x')", rows)
    assert ledger.db.one("SELECT COUNT(*) AS n FROM seen") == {"n": 0}


def test_one_without_a_row(ledger: Ledger) -> None:
    assert ledger.db.one("SELECT * FROM seen") is None


def test_a_lock_has_one_holder_and_may_be_taken_again_by_it(ledger: Ledger) -> None:
    entered, order = threading.Event(), []

    def other() -> None:
        entered.set()
        with ledger.db.lock("family 1"):
            order.append("other")

    with ledger.db.lock("family 1"), ledger.db.lock("family 1"), ledger.db.lock("family 2"):
        thread = threading.Thread(target=other)
        thread.start()
        assert entered.wait(60)
        order.append("first")
    thread.join(60)
    assert order == ["first", "other"]


ROOT = Path(__file__).resolve().parents[2]

# SQLite only ----------------------------------------------------------------------------------------------------


@pytest.fixture
def engine(tmp_path: Path) -> SqliteEngine:
    return SqliteEngine(tmp_path / "x.db")


def in_thread(work: Callable[[], object]) -> None:
    failures: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(60)
    if failures:
        raise failures[0]


def test_pragmas(engine: SqliteEngine) -> None:
    def pragma(name: str) -> object:
        return next(iter((engine.one(f"PRAGMA {name}") or {}).values()))

    assert (pragma("journal_mode"), pragma("synchronous"), pragma("foreign_keys")) == ("wal", 1, 1)
    with engine.transaction(durable=True):
        assert pragma("synchronous") == 2
        with engine.transaction():
            assert pragma("synchronous") == 2
    assert pragma("synchronous") == 1


def test_durability_falls_back_after_a_failure(engine: SqliteEngine) -> None:
    with pytest.raises(RuntimeError), engine.transaction(durable=True):
        raise RuntimeError
    assert engine.one("PRAGMA synchronous") == {"synchronous": 1}


def test_connections_of_ended_threads_are_closed(engine: SqliteEngine) -> None:
    for _ in range(5):
        in_thread(lambda: engine.query("SELECT 1"))
    assert len(engine._handles) <= 2


def test_a_closed_ledger_says_so(engine: SqliteEngine) -> None:
    in_thread(lambda: engine.query("SELECT 1"))
    engine.close()
    engine.close()
    with pytest.raises(StoreError, match="closed"):
        engine.query("SELECT 1")


CLOSE_WHILE_OTHERS_ASK = """
import sys, threading
from store.engine import StoreError
from store.sqlite import SqliteEngine

SLOW = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) SELECT i, 'x' || i AS t FROM n"

def ask(engine, asked):
    try:
        while True:
            asked.release()
            with engine.transaction():
                engine.query(SLOW)
            engine.query(SLOW)
    except StoreError as error:
        assert "closed" in str(error), error

for _ in range(4):
    engine, asked = SqliteEngine(sys.argv[1]), threading.Semaphore(0)
    threads = [threading.Thread(target=ask, args=(engine, asked)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(8):
        asked.acquire()
    engine.close()
    for thread in threads:
        thread.join()
print("still here")
"""


def test_closing_while_other_threads_ask_does_not_crash_the_interpreter(tmp_path: Path) -> None:
    script = [sys.executable, "-c", CLOSE_WHILE_OTHERS_ASK, str(tmp_path / "x.db")]
    done = subprocess.run(script, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "still here\n", "")


def test_a_transaction_under_way_when_the_ledger_is_closed_is_undone(tmp_path: Path) -> None:
    engine = SqliteEngine(tmp_path / "x.db")
    engine.script("CREATE TABLE t (x)")

    def write() -> None:
        with engine.transaction(durable=True):
            engine.execute("INSERT INTO t VALUES (1)")
            in_thread(engine.close)
            engine.execute("INSERT INTO t VALUES (2)")

    with pytest.raises(StoreError, match="closed"):
        write()
    with pytest.raises(RuntimeError), SqliteEngine(tmp_path / "x.db").transaction():
        raise RuntimeError  # the file is free again
    assert SqliteEngine(tmp_path / "x.db").query("SELECT x FROM t") == []


def test_a_writer_that_never_ends_is_named(engine: SqliteEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.sqlite.BUSY_SECONDS", 0.05)
    engine.script("CREATE TABLE t (x)")
    with engine.transaction(), pytest.raises(StoreError, match="held by another process"):
        in_thread(lambda: engine.execute("INSERT INTO t VALUES (1)"))


def test_a_full_disk_is_named_and_nothing_is_lost(engine: SqliteEngine) -> None:
    engine.script("CREATE TABLE t (x); INSERT INTO t VALUES ('kept')")
    engine.one("PRAGMA max_page_count = 4")
    with pytest.raises(StoreError, match="disk is full; make room"), engine.transaction():
        engine.execute("INSERT INTO t VALUES (:x)", {"x": "y" * 100_000})
    assert engine.query("SELECT x FROM t") == [{"x": "kept"}]


def test_a_mistake_in_the_program_stays_what_it_is(engine: SqliteEngine) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        engine.query("SELECT * FROM nowhere")


def test_an_old_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.sqlite.OLDEST", (99, 0, 0))
    with pytest.raises(StoreError, match="too old"):
        SqliteEngine(tmp_path / "x.db")
