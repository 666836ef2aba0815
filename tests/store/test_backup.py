"""Copies of a ledger: whole, proved, and put back."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from store.backup import backup, counts, restore
from store.engine import StoreError
from store.ledger import Ledger, open_ledger
from tests.store.conftest import NOW, Filler


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path):
    with open_ledger(path) as opened:
        fill = Filler(opened)
        for n in range(5):
            fill.denied(n, fill.company("Quillon"))
        yield opened


def test_a_copy_holds_everything(ledger: Ledger, tmp_path: Path) -> None:
    rows = backup(ledger.db, tmp_path / "copy.db")
    assert rows == counts(ledger.db)
    assert (rows["claims"], rows["search_words"]) == (5, 10)
    assert sorted(p.name for p in tmp_path.glob("copy*")) == ["copy.db"]
    with open_ledger(tmp_path / "copy.db") as copy:
        assert copy.cases.view(1) == ledger.cases.view(1)
        assert copy.search.find("ferries") == ledger.search.find("ferries")


def test_a_copy_of_a_ledger_in_use_is_whole(ledger: Ledger, tmp_path: Path) -> None:
    stop, written = threading.Event(), threading.Event()

    def write() -> None:
        n = 0
        while not stop.is_set():
            with ledger.db.transaction():
                ledger.outbox.once(f"one {n}", NOW)
                ledger.outbox.once(f"two {n}", NOW)
            n += 1
            written.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert written.wait(60)
        for name in ("a.db", "b.db"):
            rows = backup(ledger.db, tmp_path / name)
            assert rows["seen"] % 2 == 0, "a transaction is in the copy, or it is not"
    finally:
        stop.set()
        writer.join()


def test_what_is_there_is_never_overwritten(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("an older backup")
    with pytest.raises(StoreError, match="is there already"):
        backup(ledger.db, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "an older backup"
    with pytest.raises(StoreError, match="there is no folder"):
        backup(ledger.db, tmp_path / "none" / "copy.db")


def test_a_backup_takes_the_ledgers_place(ledger: Ledger, path: Path, tmp_path: Path) -> None:
    expected = backup(ledger.db, tmp_path / "copy.db")
    Filler(ledger).denied(77, 1)
    ledger.close()
    before = (tmp_path / "copy.db").read_bytes()
    rows, aside = restore(tmp_path / "copy.db", path, NOW)
    assert rows == expected
    assert (tmp_path / "copy.db").read_bytes() == before
    assert aside == tmp_path / "ledger.db.before-20260302T071500Z"
    with open_ledger(path) as restored, open_ledger(aside) as former:
        assert restored.cases.responses(["r-77"]) == []
        assert len(former.cases.responses(["r-77"])) == 1
    assert not list(tmp_path.glob("*.restoring*"))


def test_a_ledger_that_was_killed_is_set_aside_with_its_log(ledger: Ledger, path: Path, tmp_path: Path) -> None:
    backup(ledger.db, tmp_path / "copy.db")
    Filler(ledger).denied(77, 1)  # still in the write-ahead log: the ledger is open
    _, aside = restore(tmp_path / "copy.db", path, NOW)
    assert aside
    with open_ledger(aside) as former:
        assert len(former.cases.responses(["r-77"])) == 1


def test_at_no_moment_is_there_no_ledger(ledger: Ledger, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backup(ledger.db, tmp_path / "copy.db")
    Filler(ledger).denied(77, 1)
    ledger.close()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", full)
        with pytest.raises(StoreError, match="No space left"):
            restore(tmp_path / "copy.db", path, NOW)
    with open_ledger(path) as same:
        assert len(same.cases.responses(["r-77"])) == 1


def test_a_ledger_that_was_kept_is_never_overwritten(ledger: Ledger, path: Path, tmp_path: Path) -> None:
    backup(ledger.db, tmp_path / "copy.db")
    Filler(ledger).denied(77, 1)
    ledger.close()
    kept = [restore(tmp_path / "copy.db", path, NOW)[1] for _ in range(2)]
    assert kept[0] != kept[1]
    with open_ledger(str(kept[0])) as first, open_ledger(str(kept[1])) as second:
        assert [len(former.cases.responses(["r-77"])) for former in (first, second)] == [1, 0]


def test_where_there_was_none(ledger: Ledger, tmp_path: Path) -> None:
    backup(ledger.db, tmp_path / "copy.db")
    assert restore(tmp_path / "copy.db", tmp_path / "new.db", NOW)[1] is None
    with open_ledger(tmp_path / "new.db") as restored:
        assert len(restored.cases.all_ids()) == 5


@pytest.mark.parametrize("kind", ["none", "text", "damaged", "foreign", "newer", "itself"])
def test_what_is_no_backup_changes_nothing(ledger: Ledger, path: Path, tmp_path: Path, kind: str) -> None:
    bad = tmp_path / "bad.db"
    if kind == "text":
        bad.write_text("not a database at all, " * 99)
    elif kind == "foreign":
        with sqlite3.connect(bad) as raw:
            raw.execute("CREATE TABLE notes (x)")
    elif kind in ("damaged", "newer"):
        backup(ledger.db, bad)
        if kind == "damaged":
            page = bytearray(bad.read_bytes())
            page[len(page) // 2 : len(page) // 2 + 8000] = b"\x55" * 8000
            bad.write_bytes(page)
        else:
            with sqlite3.connect(bad) as raw:
                raw.execute("INSERT INTO migrations VALUES ('m999_later', 'x')")
    elif kind == "itself":
        bad = path
    said = {"none": "no file", "text": "no ledger|not a database", "damaged": "damaged|malformed", "foreign": "no ledger",
            "newer": "newer Walkback", "itself": "the ledger itself"}  # fmt: skip
    with pytest.raises(StoreError, match=said[kind]) as refused:
        restore(bad, path, NOW)
    assert ".restoring" not in str(refused.value)  # a file of ours that nobody knows
    assert len(ledger.cases.all_ids()) == 5
    assert not list(tmp_path.glob("*.before-*"))
    assert not list(tmp_path.glob("*.restoring*"))
