"""Leases of commands: given back when they end, and never anybody else's."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from bot import leases
from bot.clock import utc_now
from bot.desk import Desk
from store.ledger import Ledger, open_ledger
from tests.commandline import Walkback, walkback_in
from tests.store.conftest import Filler


@pytest.fixture
def walkback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Walkback:
    return walkback_in(tmp_path, monkeypatch, capsys)


def waiting(ledger: Ledger, name: str, holder: str | None) -> None:
    """An article that waits, under way in the hands of `holder`."""
    Filler(ledger).article(name, state="new")
    if holder is not None:
        ledger.wire.save_article(name, lease_until=utc_now() + timedelta(minutes=10), holder=holder)


def held(ledger: Ledger) -> set[str]:
    return {row["id"] for row in ledger.db.query("SELECT id FROM articles WHERE lease_until IS NOT NULL")}


def test_only_the_dead_of_this_host_lose_theirs(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    here = leases.mine().rpartition(" ")[0]
    living = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    with open_ledger(tmp_path / "a.db") as ledger:
        waiting(ledger, "service", "")
        waiting(ledger, "worker", "job 7")
        waiting(ledger, "killed", f"{here} {ended.pid}")
        waiting(ledger, "living", f"{here} {living.pid}")
        waiting(ledger, "elsewhere", f"process elsewhere {ended.pid}")
        assert leases.free_of_the_dead(ledger) == 1
        assert held(ledger) == {"service", "worker", "living", "elsewhere"}
    living.communicate(b"\n")


@pytest.mark.parametrize("command", ["replay", "reread"])
def test_a_command_that_is_stopped_gives_back_its_own_alone(
    walkback: Walkback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Quillon has not sold its ferries, it said. " * 20)
    assert walkback("replay", story, "--published", "2026-03-02").code == 0
    with open_ledger("walkback.db") as ledger:
        ledger.db.execute("UPDATE articles SET state = 'read', reader = 'llm:x', read_at = '2026-03-02T00:00:00Z'")
        waiting(ledger, "service", "")
        waiting(ledger, "idle", None)

    def stopped(desk: Desk, article_id: str, token: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Desk, "handle", stopped)
    asked = ("replay", story, "--published", "2026-03-03") if command == "replay" else ("reread", "--since", "2026-01-01", "--reader", "offline")
    with monkeypatch.context() as beside:
        beside.setattr("bot.service.is_running", lambda db: True)
        assert walkback(*asked).code != 0
    with open_ledger("walkback.db") as ledger:
        assert held(ledger) == {"service"}
