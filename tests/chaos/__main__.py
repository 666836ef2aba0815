"""`python -m tests.chaos`: the full ordeal, its figures on the screen and in figures.json; exit 1 when anything is amiss.

`python -m tests.chaos --articles 5000 --kills 6`: the one in which workers on PostgreSQL are killed that share a backlog.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
import tempfile
from pathlib import Path

from tests.chaos.ordeal import Figures, ordeal
from tests.chaos.workers import killed_workers
from tests.postgres import postgres_server

FIGURES = Path(__file__).parent / "figures.json"


def main() -> int:
    """Parse the command line and run; 0 when nothing was lost, said twice or out of order."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="how often the process is killed (default: 200)")
    parser.add_argument("--alerts", type=int, default=2000, help="how many alerts at least (default: 2000)")
    parser.add_argument("--seed", type=int, default=1, help="another seed is another ordeal (default: 1)")
    parser.add_argument("--postgres", action="store_true", help="on PostgreSQL (see tests/postgres.py) instead of SQLite")
    parser.add_argument("--workers", action="store_true", help="kill `walkback work` instead of `walkback run`; on PostgreSQL")
    parser.add_argument("--articles", type=int, default=0, help="kill workers that share a backlog of so many articles; on PostgreSQL")
    found = _run(parser.parse_args())
    print(file=sys.stderr)
    for name, value in found.row().items():
        print(f"{name:12} {value}")
    kept = json.loads(FIGURES.read_text("utf-8")) if FIGURES.exists() else {}
    kept[found.database] = found.row()
    FIGURES.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", "utf-8")
    return 0 if found.good else 1


def _run(asked: argparse.Namespace) -> Figures:
    def heard(kills: int) -> None:
        print(f"\r{kills} kills", end="", file=sys.stderr, flush=True)

    on_server = asked.postgres or asked.workers or asked.articles
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as running:
        database = running.enter_context(running.enter_context(postgres_server()).database()) if on_server else ""
        if asked.articles:
            return killed_workers(Path(folder), database, articles=asked.articles, kills=asked.kills, seed=asked.seed, heard=heard)
        command = "work" if asked.workers else "run"
        return ordeal(Path(folder), kills=asked.kills, alerts=asked.alerts, seed=asked.seed, database=database, command=command, heard=heard)


if __name__ == "__main__":
    sys.exit(main())
