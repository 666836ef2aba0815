"""Short ordeals; the full ones are a command of their own."""

from __future__ import annotations

from pathlib import Path

from tests.chaos.ordeal import ordeal
from tests.chaos.workers import killed_workers
from tests.postgres import Postgres


def test_twenty_kills(tmp_path: Path) -> None:
    found = ordeal(tmp_path, kills=20, alerts=200, seed=20)
    assert found.good, found
    assert found.kills == 20
    assert found.alerts >= 200
    assert found.faults > 20


def test_killed_workers_that_share_a_backlog(tmp_path: Path, postgres: Postgres) -> None:
    with postgres.database() as url:
        found = killed_workers(tmp_path, url, articles=12, kills=1, seed=3, program="tests.chaos.quick")
    assert found.good, found
    assert found.kills == 1
    assert found.alerts > 12
