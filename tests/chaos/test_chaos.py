"""A short ordeal; the full one is a command of its own."""

from __future__ import annotations

from pathlib import Path

from tests.chaos.ordeal import ordeal


def test_twenty_kills(tmp_path: Path) -> None:
    found = ordeal(tmp_path, kills=20, alerts=200, seed=20)
    assert found.good, found
    assert found.kills == 20
    assert found.alerts >= 200
    assert found.faults > 20
