"""walkback backup, restore, check, audit."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from bot import service
from store.engine import iso
from store.ledger import open_ledger
from tests.commandline import Walkback, walkback_in
from tests.store.conftest import NOW, Filler


@pytest.fixture
def walkback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Walkback:
    with open_ledger(tmp_path / "walkback.db") as ledger:
        fill = Filler(ledger)
        fill.denied(1, fill.company("Quillon"))
        ledger.outbox.audit("U1", "mute", "case 1 in C1", NOW, team="T1")
        ledger.outbox.audit("U2", "subscribe", "C2 Quillon", NOW, team="T2")
    return walkback_in(tmp_path, monkeypatch, capsys)


def test_there_and_back_again(walkback: Walkback, tmp_path: Path) -> None:
    made = walkback("backup", "copy.db")
    assert made.code == 0, made.err
    assert "checked" in made.out
    with open_ledger(tmp_path / "walkback.db") as ledger:
        Filler(ledger).denied(2, 1)
    back = walkback("restore", "copy.db")
    assert back.code == 0, back.err
    assert "the one that was there is now" in back.out
    with open_ledger(tmp_path / "walkback.db") as ledger:
        assert len(ledger.cases.all_ids()) == 1
    assert walkback("check").code == 0
    assert "\trestore\tfrom copy.db, in the place of walkback.db.before-" in walkback("audit", "--last", "1").out


def test_a_backup_never_overwrites(walkback: Walkback) -> None:
    walkback("backup", "copy.db")
    assert "is there already" in walkback("backup", "copy.db").line
    assert "there is no ledger" in walkback("backup", "other.db", "--db", "tpyo.db").line


def test_restore_refuses_while_a_service_runs(walkback: Walkback, tmp_path: Path) -> None:
    walkback("backup", "copy.db")
    with service.only_one("walkback.db"):
        assert "runs on walkback.db already" in walkback("restore", "copy.db").line
    assert "name the backup" in walkback("restore", "none.db").line
    assert "pg_restore" in walkback("restore", "copy.db", "--db", "postgresql://h.example/x").line


def test_what_waited_at_the_backup_is_not_posted_again(walkback: Walkback, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "walkback.db") as ledger:
        for key in ("waits", "under way"):
            ledger.outbox.add_alert({"key": key, "team": "T1", "channel": "C1", "event": "root", "created": iso(NOW)})
        ledger.outbox.mark_sending([a["id"] for a in ledger.outbox.alerts() if a["key"] == "under way"], "m1", NOW)
    walkback("backup", "copy.db")
    back = walkback("restore", "copy.db")
    assert "1 alert that waited then may have been posted since and will not be posted" in back.out
    assert "walkback restore copy.db --post" in back.out
    with open_ledger(tmp_path / "walkback.db") as ledger:
        assert ledger.outbox.states() == {"dropped": 1, "sending": 1}
    assert walkback("restore", "copy.db", "--post").code == 0
    with open_ledger(tmp_path / "walkback.db") as ledger:
        assert ledger.outbox.states() == {"pending": 1, "sending": 1}


@pytest.mark.parametrize("others", [True, False])
def test_a_team_that_left_after_the_backup_stays_away(walkback: Walkback, tmp_path: Path, others: bool) -> None:
    with open_ledger(tmp_path / "walkback.db") as ledger:
        for team in ("T1", "T2") if others else ("T1",):
            ledger.outbox.save_installation(team, now=NOW, state="active")
            ledger.outbox.subscribe(team, "C1", 0, "U1", NOW)
    walkback("backup", "copy.db")
    with open_ledger(tmp_path / "walkback.db") as ledger:
        ledger.teams.forget("T1", NOW)
        if others:
            ledger.outbox.prune_seen(NOW.replace(year=NOW.year + 1))
    assert "deleted again, since they left after the backup: T1" in walkback("restore", "copy.db").out
    with open_ledger(tmp_path / "walkback.db") as ledger:
        assert [row["team"] for row in ledger.outbox.installations()] == (["T2"] if others else [])
        assert not ledger.outbox.subscriptions("T1", "C1")


def test_a_new_ledger_does_not_take_the_teams_of_the_backup_away(walkback: Walkback, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "walkback.db") as ledger:
        ledger.outbox.save_installation("T1", now=NOW, state="active")
    walkback("backup", "copy.db")
    (tmp_path / "walkback.db").unlink()
    open_ledger(tmp_path / "walkback.db").close()
    assert walkback("restore", "copy.db").code == 0
    with open_ledger(tmp_path / "walkback.db") as ledger:
        assert [row["team"] for row in ledger.outbox.installations()] == ["T1"]


def test_a_second_service_migrates_nothing(walkback: Walkback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-1")
    with open_ledger(tmp_path / "walkback.db") as ledger:
        ledger.db.execute("DELETE FROM migrations WHERE name = 'm040_near'")  # which cannot be done twice
    with service.only_one("walkback.db"):
        assert "runs on walkback.db already" in walkback("run").line


def test_check_says_a_line_for_each_thing(walkback: Walkback, tmp_path: Path) -> None:
    well = walkback("check")
    assert well.code == 0
    assert all(line.startswith("ok") for line in well.out.splitlines())
    with open_ledger(tmp_path / "walkback.db") as ledger:
        ledger.db.execute("UPDATE claims SET case_id = 99")
    bad = walkback("check")
    assert bad.code == 1
    assert "wrong claims and answers: 1 belong to a case that is not there, such as c-1" in bad.out
    assert "1 thing is wrong with walkback.db" in bad.err


@pytest.mark.parametrize("command", ["check", "backup", "export"])
def test_an_empty_file_is_no_ledger(walkback: Walkback, tmp_path: Path, command: str) -> None:
    (tmp_path / "nothing.db").touch()
    given = ("copy.db",) if command == "backup" else ()
    assert "is empty, it holds no ledger" in walkback(command, *given, "--db", "nothing.db").line
    assert (tmp_path / "nothing.db").stat().st_size == 0 or not tables(tmp_path / "nothing.db")


def tables(path: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(path)) as raw:
        return [row[0] for row in raw.execute("SELECT name FROM sqlite_master")]


def test_audit_tells_who_decided_what(walkback: Walkback) -> None:
    assert walkback("audit").out.splitlines() == [
        "2026-03-02T07:15:00Z\tT2\tU2\tsubscribe\tC2 Quillon",
        "2026-03-02T07:15:00Z\tT1\tU1\tmute\tcase 1 in C1",
    ]
    assert walkback("audit", "--team", "T1").out.count("\n") == 1
    assert walkback("audit", "--last", "1").out.count("\n") == 1
    assert "nobody decided" in walkback("audit", "--team", "T9").out
