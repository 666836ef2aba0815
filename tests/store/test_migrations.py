from __future__ import annotations

import pytest

from store.engine import Engine, StoreError
from store.ledger import Ledger, open_ledger
from store.migrations import MIGRATIONS, migrate
from store.sqlite import SqliteEngine

TABLES = (
    "feeds entries pages articles copy_bands companies aliases problems cases case_companies claims claim_links "
    "responses pairs bearings rulings installations channels subscriptions threads alerts digests seen llm_calls "
    "audit word_counts search_rows search_words migrations"
)


def test_an_empty_database_gets_every_table(ledger: Ledger) -> None:
    assert set(TABLES.split()) <= ledger.db.tables()
    names = [row["name"] for row in ledger.db.query("SELECT name FROM migrations ORDER BY name")]
    assert names == sorted(step.__name__ for step in MIGRATIONS)
    assert [step.__name__[:4] for step in MIGRATIONS] == [f"m{i:03}" for i in range(1, len(MIGRATIONS) + 1)]


def test_migrating_again_does_nothing(ledger: Ledger) -> None:
    before = ledger.db.query("SELECT * FROM migrations ORDER BY name")
    assert migrate(ledger.db) == 0
    assert ledger.db.query("SELECT * FROM migrations ORDER BY name") == before


def test_a_newer_ledger_is_refused_and_left_alone(url: str) -> None:
    with open_ledger(url) as ledger:
        ledger.db.execute("INSERT INTO migrations (name, applied) VALUES ('m999_tomorrow', 'x')")
    with pytest.raises(StoreError, match=r"newer Walkback \(step m999_tomorrow\); upgrade"):
        open_ledger(url)


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
    engine = SqliteEngine(url)
    engine.script("CREATE TABLE feeds (x TEXT)")
    engine.close()
    with pytest.raises(StoreError, match="another program"):
        open_ledger(url)
