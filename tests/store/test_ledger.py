from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.engine import StoreError
from store.ledger import Ledger, open_ledger


def complaint(path: Path | str) -> str:
    with pytest.raises(StoreError) as caught:
        open_ledger(path)
    line = str(caught.value)
    assert "\n" not in line
    assert str(path) in line or "postgres" in str(path)
    return line


def test_all_parts_are_there(ledger: Ledger) -> None:
    parts = (ledger.wire, ledger.companies, ledger.cases, ledger.outbox, ledger.search, ledger.llm)
    assert all(part.db is ledger.db for part in parts)


def test_what_was_written_is_there_when_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "a ledger with spaces, ünï and %.db"
    with open_ledger(path) as ledger:
        ledger.db.execute("INSERT INTO seen (key, at) VALUES ('k', 'x')")
    with open_ledger(path) as ledger:
        assert ledger.db.one("SELECT key FROM seen") == {"key": "k"}


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder; name a file" in complaint(tmp_path)


def test_a_missing_folder(tmp_path: Path) -> None:
    assert "there is no folder" in complaint(tmp_path / "nowhere" / "x.db")


def test_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Not a ledger at all. " * 100)
    assert "is not a database; name another file" in complaint(path)
    assert path.read_text().startswith("Not a ledger")


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with open_ledger(path) as ledger:
        assert ledger.cases.counts()["denials"] == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:  # pragma: no cover
    tmp_path.chmod(0o500)
    try:
        assert "check" in complaint(tmp_path / "x.db")
    finally:
        tmp_path.chmod(0o700)


def test_a_place_where_no_file_can_be_made() -> None:
    if not Path("/proc/self").is_dir():
        pytest.skip("there is no /proc here")
    assert "check the rights of its folder" in complaint("/proc/self/x.db")


def test_a_damaged_ledger_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with open_ledger(path) as ledger:
        ledger.db.query("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(path.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    path.write_bytes(content)
    assert "restore a backup" in complaint(path)
