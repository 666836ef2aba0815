"""Two hosts on PostgreSQL, one of them killed again and again while they share a backlog.

Everything is the real thing: `walkback work` in all roles, the offline reader, and a Slack over HTTP. All articles wait at
once; whenever another share of them is read, a worker is killed (SIGKILL, the two in turn) and started again. What
arrived in the workspace is counted as in the other ordeal.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.sandbox.server import Sandbox
from bot.watch.articles import store_article
from store.ledger import Ledger, open_ledger
from tests.chaos.ordeal import SETTINGS, Figures, count_up, finish, kill, prepare
from tests.chaos.stories import Story, stories
from tests.process import Process

WORKERS = 2
#: Seconds after which nothing more is waited for: for all of the reading, and then for the last messages.
READING, POSTING = 2400.0, 900.0


def killed_workers(
    folder: Path, database: str, *, articles: int, kills: int, seed: int, program: str = "bot", heard: Callable[[int], object] = lambda kills: None
) -> Figures:
    """Run it all on an empty database of a PostgreSQL server; two articles are a story. `program`: the module that the
    workers run. Raises RuntimeError when it is not through in time."""
    began = time.monotonic()
    told = stories(articles // 2, seed)
    figures = Figures(f"postgresql, {WORKERS} workers, {2 * len(told):,} articles")
    with Sandbox(rates=False) as sandbox, open_ledger(database) as ledger, contextlib.ExitStack() as running:
        prepare(database, sandbox, channels=1)
        put_on_file(ledger, told)
        workers = [_worker(folder, sandbox, database, number) for number in range(WORKERS)]
        for worker in workers:
            worker.program = program
            running.callback(_end, worker)
            worker.start()
        for number in range(kills):
            _until_left(ledger, 2 * len(told) * (kills - number) // (kills + 1), workers, began + READING)
            victim = workers[number % WORKERS]
            kill(victim)
            victim.start()
            figures.kills += 1
            heard(figures.kills)
        _until_left(ledger, 0, workers, began + READING)
        finish(workers[0], POSTING)
        count_up(figures, database, sandbox, told, channels=1)
    figures.seconds = round(time.monotonic() - began, 1)
    return figures


def put_on_file(ledger: Ledger, told: list[Story]) -> None:
    """All of them at once, as the watch would store them."""
    now = datetime.now(UTC)
    for story in told:
        store_article(ledger, story.denied, now)
        store_article(ledger, story.announced, now)


def _worker(folder: Path, sandbox: Sandbox, database: str, number: int) -> Process:
    own = folder / f"worker-{number}"
    own.mkdir()
    return Process(own, sandbox, database=database, command=("work",), **SETTINGS)


def _end(worker: Process) -> None:
    if worker.alive:
        worker.end()


def _until_left(ledger: Ledger, left: int, workers: list[Process], until: float) -> None:
    """Wait until no more than so many articles wait."""
    while (waiting := ledger.wire.waiting()) > left:
        if time.monotonic() > until:
            logs = "\n".join(worker.log_tail() for worker in workers)
            raise RuntimeError(f"{waiting} articles still wait after {READING:.0f} s:\n{logs}")
        time.sleep(0.1)  # other processes' work: there is no event to wait for
