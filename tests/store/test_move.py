"""A ledger's way from a file to a server: nothing lost, resumed where it stopped, proved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store import move as moving
from store.engine import StoreError
from store.ledger import Ledger, open_ledger
from store.migrations import migrate
from store.move import move
from store.postgres import PostgresEngine
from tests.postgres import Postgres
from tests.store.conftest import NOW, Filler, days


@pytest.fixture
def source(tmp_path: Path) -> Iterator[Ledger]:
    """A file with something in most tables, and more than a block of articles."""
    with open_ledger(tmp_path / "ledger.db") as ledger:
        fill = Filler(ledger)
        quillon, brask = fill.company("Quillon"), fill.company("Brask 汽车 GmbH")
        case = fill.denied(1, quillon)
        fill.denied(2, brask, status="upheld")
        fill.article("later", days(2), vector=b"\x00\xff\x01", text="Ünïcode 売却 🚢", title="it's :a % $1")
        fill.bearing("r-1", "later", days(2), confidence=0.1)
        ledger.wire.set_bands("later", [1, -(2**62) - 1, 2**62 + 1])
        ledger.search.index("later", "article", "売却検討 ferries", NOW)
        ledger.wire.add_feed("https://a.example/feed", kind="press", title="", now=NOW)
        ledger.outbox.subscribe("T", "C", quillon, "U", NOW)
        ledger.outbox.add_alert({"key": "k", "team": "T", "channel": "C", "event": "root", "case_id": case, "created": NOW})
        ledger.llm.record({"at": NOW, "prompt": "x", "hash": "x", "outcome": "ok", "cost": 0.1 + 0.2})
        with ledger.db.transaction():
            for n in range(moving.BLOCK + 10):
                fill.article(f"n{n:04}", days(n / 100))
        yield ledger


@pytest.fixture
def url(postgres: Postgres) -> Iterator[str]:
    with postgres.database() as empty:
        yield empty


@pytest.fixture
def target(url: str) -> Iterator[PostgresEngine]:
    engine = PostgresEngine(url)
    migrate(engine)
    yield engine
    engine.close()


def test_everything_arrives_and_goes_on_there(source: Ledger, target: PostgresEngine, url: str) -> None:
    said: list[str] = []
    rows = move(source.db, target, said.append)
    assert rows["articles"] == moving.BLOCK + 13
    assert rows["llm_calls"] == rows["alerts"] == rows["feeds"] == 1
    assert len(said) == len(rows)
    with open_ledger(url) as moved:
        assert moved.cases.recent(10) == source.cases.recent(10)
        assert moved.wire.article("later") == source.wire.article("later")
        for query in ("売却", "ferries", "quillon plans"):
            assert moved.search.find(query) == source.search.find(query) != []
        assert moved.search.frequencies(["quillon"]) == source.search.frequencies(["quillon"])
        fill = Filler(moved)
        assert fill.company("Loom") > max(r["id"] for r in source.companies.all())
        assert moved.cases.open_case("new", NOW) > max(source.cases.all_ids())
        with pytest.raises(StoreError, match="holds a ledger already"):
            move(source.db, target)


def test_it_goes_on_where_it_was_interrupted(
    source: Ledger, target: PostgresEngine, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, blocks = moving._put, list[str]()

    def broken(source: object, target: object, table: moving.Table, block: list[dict[str, object]]) -> None:
        blocks.append(table.name)
        if blocks.count("articles") == 2:
            raise KeyboardInterrupt
        put(source, target, table, block)  # type: ignore[arg-type]

    monkeypatch.setattr(moving, "_put", broken)
    with pytest.raises(KeyboardInterrupt):
        move(source.db, target)
    with pytest.raises(StoreError, match="is being moved into"):
        open_ledger(url)
    monkeypatch.setattr(moving, "_put", lambda s, t, table, block: (blocks.append("again " + table.name), put(s, t, table, block)))
    assert move(source.db, target)["articles"] == moving.BLOCK + 13
    assert blocks.count("again articles") == 1
    open_ledger(url).close()


def test_a_row_that_is_not_the_same_is_named(source: Ledger, target: PostgresEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    put = moving._put

    def changing(source: object, target: PostgresEngine, table: moving.Table, block: list[dict[str, object]]) -> None:
        put(source, target, table, block)  # type: ignore[arg-type]
        target.execute("UPDATE articles SET title = 'another' WHERE id = 'n0003'")

    monkeypatch.setattr(moving, "_put", changing)
    with pytest.raises(StoreError, match="articles n0003 is not the same on both sides"):
        move(source.db, target)


def test_search_words_that_are_not_the_same_are_named(
    source: Ledger, target: PostgresEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = moving._put

    def changing(source: object, target: PostgresEngine, table: moving.Table, block: list[dict[str, object]]) -> None:
        put(source, target, table, block)  # type: ignore[arg-type]
        if table.name == "search_rows":
            target.execute("UPDATE search_rows SET body = array_to_tsvector(ARRAY['another']) WHERE ref = 'later'")

    monkeypatch.setattr(moving, "_put", changing)
    with pytest.raises(StoreError, match="the search words of later are not the same on both sides"):
        move(source.db, target)


def test_another_file_does_not_mix_with_it(source: Ledger, target: PostgresEngine, tmp_path: Path) -> None:
    target.execute("CREATE TABLE moving (source TEXT)")
    target.execute("INSERT INTO moving VALUES ('some other file')")
    with pytest.raises(StoreError, match="a part of another ledger"):
        move(source.db, target)


def test_only_from_a_file_to_a_server(source: Ledger) -> None:
    with pytest.raises(StoreError, match="from a file to PostgreSQL"):
        move(source.db, source.db)
