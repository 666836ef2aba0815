"""What only the PostgreSQL engine does: its addresses, its errors, and what becomes of connections that break off."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from store.engine import StoreError, shown
from store.ledger import open_ledger
from store.postgres import PostgresEngine, lock_key, translated
from tests.postgres import Postgres
from tests.store.conftest import NOW, Filler, days
from tests.store.test_engine import in_thread


@pytest.fixture
def address(postgres: Postgres) -> Iterator[str]:
    with postgres.ledger() as url:
        yield url


@pytest.fixture
def engine(address: str) -> Iterator[PostgresEngine]:
    opened = PostgresEngine(address)
    yield opened
    opened.close()


def complaint(url: str) -> str:
    with pytest.raises(StoreError) as caught:
        open_ledger(url)
    line = str(caught.value)
    assert "\n" not in line
    assert "secret" not in line
    return line


def cut_off(engine: PostgresEngine) -> None:
    """End this thread's connection from outside, as a server's restart would."""
    pid = (engine.one("SELECT pg_backend_pid() AS pid") or {})["pid"]
    in_thread(lambda: engine.query("SELECT pg_terminate_backend(:pid, 5000)", {"pid": pid}))


@pytest.mark.parametrize(
    ("shared", "own", "names"),
    [
        ("SELECT 1", "SELECT 1", ()),
        ("a = :a AND (b = :b OR :a)", "a = $1 AND (b = $2 OR $1)", ("a", "b")),
        ("x = ':a' AND \"c:d\" = :d", "x = ':a' AND \"c:d\" = $1", ("d",)),
        ("'it''s :a' || :b::text", "'it''s :a' || $1::text", ("b",)),
        ("SELECT 1 -- not :this\n, :that", "SELECT 1 -- not :this\n, $1", ("that",)),
        ("LIKE :g0 ESCAPE '!' OR '%' = :g1", "LIKE $1 ESCAPE '!' OR '%' = $2", ("g0", "g1")),
    ],
)
def test_parameters_get_numbers(shared: str, own: str, names: tuple[str, ...]) -> None:
    assert translated(shared) == (own, names)


@pytest.mark.parametrize(
    ("url", "seen"),
    [
        ("postgresql://ann:secret@db.example:5432/w", "postgresql://ann:***@db.example:5432/w"),
        ("postgresql://ann@db.example/w", "postgresql://ann@db.example/w"),
        ("postgresql:///w?host=/run&password=secret&port=1", "postgresql:///w?host=/run&password=***&port=1"),
        ("walkback.db", "walkback.db"),
    ],
)
def test_a_password_is_not_shown(url: str, seen: str) -> None:
    assert shown(url) == seen


def test_a_server_that_is_not_there() -> None:
    assert "nothing answers at that host and port" in complaint("postgresql://ann:secret@127.0.0.1:1/w")


def test_a_socket_that_is_not_there() -> None:
    assert "no server's socket" in complaint("postgresql:///w?host=/nowhere&password=secret")


@pytest.mark.parametrize("url", ["postgresql://ann:secret@127.0.0.1:port/w", "postgresql://127.0.0.1/w?colour=blue"])
def test_an_address_that_cannot_be_read(url: str) -> None:
    assert "it looks like postgresql://user:password@host:5432/name" in complaint(url)


def test_a_database_that_is_not_there(postgres: Postgres) -> None:
    assert "no database of that name; make it with createdb" in complaint(postgres.address("nowhere"))


def test_a_user_whom_the_server_does_not_know(postgres: Postgres) -> None:
    assert "no such user" in complaint(f"{postgres.address('postgres')}&user=nobody_at_all")


def test_a_user_without_rights(postgres: Postgres, engine: PostgresEngine, address: str) -> None:
    engine.execute("CREATE ROLE reader_only LOGIN")
    try:
        poor = PostgresEngine(f"{address}&user=reader_only")
        with pytest.raises(StoreError, match="lacks the rights; let it own the database"):
            poor.query("SELECT * FROM seen")
        poor.close()
    finally:
        engine.execute("DROP ROLE reader_only")


def test_a_connection_that_broke_off_while_idle_is_made_anew(engine: PostgresEngine) -> None:
    cut_off(engine)
    assert engine.query("SELECT 1 AS one") == [{"one": 1}]
    cut_off(engine)
    with engine.transaction():
        engine.execute("INSERT INTO seen (key, at) VALUES ('k', 'x')")
    cut_off(engine)
    with engine.lock("x"):
        assert engine.one("SELECT key FROM seen") == {"key": "k"}


def test_a_write_whose_connection_breaks_off_is_not_repeated(engine: PostgresEngine) -> None:
    cut_off(engine)
    with pytest.raises(StoreError, match="broke off; is the server running"):
        engine.execute("INSERT INTO seen (key, at) VALUES ('k', 'x')")
    engine.execute("INSERT INTO seen (key, at) VALUES ('k', 'x')")


def test_what_a_lock_guards_fails_with_its_connection(engine: PostgresEngine) -> None:
    def work() -> None:
        with engine.lock("matters"):
            cut_off(engine)
            with engine.transaction():
                engine.execute("INSERT INTO seen (key, at) VALUES ('k', 'x')")

    with pytest.raises(StoreError, match="broke off"):
        work()
    assert engine.query("SELECT * FROM seen") == []


def test_a_change_of_which_a_part_failed_is_not_taken_for_done(engine: PostgresEngine) -> None:
    def work() -> None:
        with engine.transaction():
            engine.execute("INSERT INTO seen (key, at) VALUES ('k', 'x')")
            with pytest.raises(Exception, match="nowhere"):
                engine.query("SELECT * FROM nowhere")

    with pytest.raises(StoreError, match="a part had failed"):
        work()
    assert engine.query("SELECT * FROM seen") == []


def test_a_writer_that_never_ends_is_named(engine: PostgresEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.postgres.BUSY_SECONDS", 0.05)

    def work() -> None:
        with engine.transaction():
            raise AssertionError("there are two writers at once")

    with engine.transaction(), pytest.raises(StoreError, match="held by another writer"):
        in_thread(work)
    assert engine.one("SELECT 1 AS one") == {"one": 1}


def test_articles_are_handed_out_while_others_are_written(address: str) -> None:
    with open_ledger(address) as ledger:
        fill = Filler(ledger)
        fill.article("written", days(0))
        fill.article("waits", days(1))
        taken: list[str] = []

        def take() -> None:
            taken.extend(row["id"] for row in ledger.wire.claim_articles(NOW, days(2), limit=5))

        with ledger.db.transaction():
            assert ledger.wire.holds("written", 0)
            in_thread(take)
            assert taken == ["waits"]
            assert ledger.wire.holds("written", 0)
        take()
        assert taken == ["waits", "written"]


def test_a_lock_holds_among_processes_and_ends_with_its_owner(engine: PostgresEngine, address: str) -> None:
    other = PostgresEngine(address)
    assert not engine.is_locked("service")
    assert other.try_lock("service")
    assert engine.is_locked("service")
    assert not engine.try_lock("service")
    other.unlock("service")
    assert not engine.is_locked("service")
    assert other.try_lock("service")
    other.close()
    until = time.monotonic() + 60  # the server notices the end a moment later
    while not (taken := engine.try_lock("service")) and time.monotonic() < until:
        pass
    assert taken
    assert len({lock_key(f"post T C{n}") for n in range(1000)}) == 1000


def test_closing_wakes_whoever_waits_for_a_lock(engine: PostgresEngine, address: str) -> None:
    other = PostgresEngine(address)
    said: list[str] = []

    def wait() -> None:
        try:
            with other.lock("matters"):
                said.append("got it")
        except StoreError as error:
            said.append(str(error))

    with engine.lock("matters"):
        waiting = threading.Thread(target=wait)
        waiting.start()
        until = time.monotonic() + 10
        blocked = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        while not engine.one(blocked) and time.monotonic() < until:
            pass
        other.close()
        waiting.join(60)
    assert len(said) == 1
    assert "is closed" in said[0]


def test_the_order_of_text_does_not_depend_on_the_language_of_the_server(address: str) -> None:
    with open_ledger(address) as ledger:
        for key in ("b", "Z", "ä", "a", "_", "É"):
            ledger.outbox.once(key, NOW)
        assert [r["key"] for r in ledger.db.query("SELECT key FROM seen ORDER BY key")] == ["Z", "_", "a", "b", "É", "ä"]


def test_sums_are_numbers(engine: PostgresEngine) -> None:
    row = engine.one("SELECT SUM(n) AS sum, AVG(n) AS mean FROM (VALUES (1::bigint), (2::bigint)) t (n)") or {}
    assert [type(row[k]) for k in ("sum", "mean")] == [float, float]


def test_a_text_in_more_words_than_a_row_may_hold_keeps_the_first(address: str) -> None:
    with open_ledger(address) as ledger:
        text = " ".join(f"word{n}" for n in range(120_000))
        ledger.search.index("a", "article", f"{text} {'y' * 3000}", "2026-03-02T07:15:00Z")
        assert [r["ref"] for r in ledger.search.find("word7")] == ["a"]
        assert ledger.search.remove("a")
        assert ledger.search.frequencies(["word7"]) in ({}, {"word7": 0})
