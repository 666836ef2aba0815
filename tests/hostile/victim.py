"""The process under attack. Reads jobs as JSON lines, does what the bot does with an address, and says what came of it.

    python -m tests.hostile.victim FOLDER   (see `__main__` for the jobs)

It is started by `tests.hostile`, which measures it and ends it when it hangs.
"""

from __future__ import annotations

import json
import logging
import re
import resource
import socket
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot import memory
from bot.desk import Desk
from bot.watch import guard, http
from bot.watch.http import Fetcher
from bot.watch.polling import poll_due
from bot.watch.visits import visit_due
from store.engine import Row
from store.ledger import Ledger, open_ledger
from tests.hostile.addresses import NAMES

#: Stands for the attacker's server on the open internet: a loopback address of its own.
OPEN = "127.0.0.2"
TIMEOUT = 2.0
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
_UNCLEAN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def peak_mb() -> float:
    """The most memory that this process ever held. On Linux `getrusage` would begin with what its parent held when it
    was started (getrusage(2)); the high-water mark of /proc begins anew with the program."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Victim:
    """One ledger, and a fetcher for each of two worlds: `bodies` (loopback may be read) and `guarded` (only OPEN)."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.now = NOW
        self.desk = Desk(ledger, lambda: self.now)
        agent = "Walkback/0.1 (+https://walkback.example)"
        self.fetchers = {
            "bodies": Fetcher(agent, allow_private=True, timeout=TIMEOUT),
            "guarded": Fetcher(agent, timeout=TIMEOUT),
        }

    def run(self, job: dict[str, Any]) -> dict[str, Any]:
        """Try one address as a feed or as a page, then let the desk read what came of it."""
        self.now += timedelta(days=8)
        fetcher = self.fetchers[job["world"]]
        urls = job["urls"]
        work: dict[str, Callable[[], object]] = {
            "feed": lambda: self._poll(fetcher, urls),
            "page": lambda: self._visit(fetcher, urls),
            "get": lambda: fetcher.get(urls[0]),
        }
        started = time.process_time()
        said: str | None = None
        try:
            work[job["as"]]()
            while self.desk.work(limit=20):
                pass
        except http.FetchError as error:
            said = error.message
            fault = error.fault
        else:
            fault = None
        lines = [said] if said is not None else self._problems()
        return {
            "seconds": time.process_time() - started,
            "lines": lines,
            "fault": fault,
            "unclean": self._unclean(),
            "mb": peak_mb(),
        }

    def _poll(self, fetcher: Fetcher, urls: list[str]) -> None:
        for url in urls:
            self.ledger.wire.add_feed(url, kind="press", title="", now=self.now)
        poll_due(self.ledger, fetcher, self.now, window=timedelta(days=3650))
        self.ledger.db.execute("DELETE FROM feeds")
        self.ledger.db.execute("DELETE FROM pages")  # where its entries lead is a job of its own

    def _visit(self, fetcher: Fetcher, urls: list[str]) -> None:
        for url in urls:
            self.ledger.wire.add_page(url, feed_id=None, entry={}, now=self.now)
        visit_due(self.ledger, fetcher, self.now, limit=len(urls))
        self.ledger.db.execute("DELETE FROM pages")

    def _problems(self) -> list[str]:
        found = [row["message"] for row in self.ledger.db.query("SELECT message FROM problems")]
        self.ledger.db.execute("DELETE FROM problems")
        return found

    def _unclean(self) -> int:
        rows: list[Row] = self.ledger.db.query("SELECT title, text, outlet, author FROM articles")
        self.ledger.db.execute("DELETE FROM articles")
        return sum(bool(_UNCLEAN.search(str(v))) for row in rows for v in row.values())


def open_world(connected: list[str]) -> None:
    """OPEN counts as public; names of `NAMES` are looked up as their server would have it; what is connected to is noted."""
    real_public, real_lookup, real_connect = guard.is_public, socket.getaddrinfo, guard._connect
    asked: dict[str, int] = {}

    def is_public(address: str) -> bool:
        return address == OPEN or real_public(address)

    def lookup(host: str, port: int, *_: object, **__: object) -> list[Any]:
        name = host.rstrip(".").lower() if isinstance(host, str) else host
        if name == "open.example":
            return real_lookup(OPEN, port, type=socket.SOCK_STREAM)
        if name in NAMES:
            answers = NAMES[name]
            answer = answers[min(asked.get(name, 0), len(answers) - 1)]
            asked[name] = asked.get(name, 0) + 1
            if not answer:
                raise socket.gaierror("no address")
            return [
                (socket.AF_INET6 if ":" in a else socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port, 0, 0)[: 4 if ":" in a else 2])
                for a in (OPEN if a == "open" else a for a in answer)
            ]
        # numbers in every spelling that the system knows; other names would be asked for on the network
        numeric = 0 if name == "localhost" else socket.AI_NUMERICHOST
        return real_lookup(host, port, type=socket.SOCK_STREAM, flags=numeric)

    def connect(family: int, address: Any, timeout: float | None) -> socket.socket:
        connected.append(str(address[0]))
        return real_connect(family, address, timeout)

    guard.is_public, guard.socket.getaddrinfo, guard._connect = is_public, lookup, connect  # type: ignore[assignment]


def main(folder: str) -> None:
    """Jobs on stdin, answers on stdout, one line each."""
    logging.disable(logging.CRITICAL)
    memory.give_back()  # as `walkback run` does
    connected: list[str] = []
    open_world(connected)
    with open_ledger(f"{Path(folder) / 'hostile.db'}") as ledger:
        victim = Victim(ledger)
        print(json.dumps({"ready": True}), flush=True)
        for line in sys.stdin:
            del connected[:]
            answer = victim.run(json.loads(line))
            answer["connected"] = sorted(set(connected))
            print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
