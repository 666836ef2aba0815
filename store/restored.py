"""What has to be settled in a backup that took a ledger's place: the world went on after it was made."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import datetime
from pathlib import Path

from store.engine import StoreError
from store.ledger import Ledger
from store.sqlite import SqliteEngine
from store.teams import LEFT, Teams


def hold_back(ledger: Ledger) -> int:
    """Drop the alerts that waited when the backup was made, since they may have been posted after it; returns how many.
    Those on their way keep their key, by which they are looked for before anything is said again."""
    return ledger.db.execute(
        "UPDATE alerts SET state = 'dropped', error = 'it waited when the backup was made, and may have been posted since' "
        "WHERE state = 'pending'"
    )


def forget_who_left(ledger: Ledger, former: Path, now: datetime) -> list[str] | None:
    """Delete in the restored ledger the teams that the one it replaced, in the file `former`, has no more; returns them.

    None when that cannot be read. One without any installation may be new: there, only what it notes as left is gone.
    """
    try:
        with contextlib.closing(SqliteEngine(former)) as engine:
            teams = Teams(engine)
            there = {row["team"] for row in engine.query("SELECT team FROM installations")}
            rows = engine.query("SELECT key FROM seen WHERE key LIKE :left", {"left": LEFT + "%"})
            gone = {team for row in rows if teams.left(team := row["key"].removeprefix(LEFT))}
    except (StoreError, sqlite3.DatabaseError):
        return None
    if there:
        gone |= {row["team"] for row in ledger.outbox.installations()} - there
    return [team for team in sorted(gone) if ledger.teams.forget(team, now)]
