"""How many articles a second go all the way, on one process and on several, and what kills do to it.

The model is scripted: it answers at once, or after the time that a real one takes. Everything else is the real thing:
the screen, the search for copies, the desk, the ledger, and workers as processes of their own.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from bot.clock import Clock, utc_now
from bot.desk import Desk
from bot.judge.bearing import Bearing, Denial
from bot.read.reading import Claim, Document, Reading, Response, Span
from bot.settings import Settings
from bot.text import digest
from bot.watch.http import Fetcher
from store.engine import is_server, iso
from store.ledger import Ledger, open_ledger
from tests.bench.figure import Figure, Skip
from tests.postgres import NoServer, postgres_server

ROOT = Path(__file__).parents[2]
#: Seconds after which a run is given up.
PATIENCE = 900.0
#: What a model takes for one answer (seconds).
LLM_SECONDS = 0.2
KILLS = 6
#: Articles that a process has handled before it is measured, and where their numbers begin.
WARM, FAR = 10, 10_000_000
_WORDS = ["harbour", "grain", "ferry", "mill", "foundry", "quarry", "orchard", "cannery", "tannery", "smelter", "depot", "terminal", "turbine", "pipeline", "brewery", "shipyard", "sawmill", "reactor", "viaduct", "granary", "ledger", "council", "minister", "union", "strike", "export", "tariff", "levy", "permit", "survey"]  # fmt: skip
_DENIAL = "There is no truth in this report whatsoever"


class Model:
    """A reader and a judge that take `seconds` for an answer; what they find is where `text` put it."""

    name = "scripted"

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def read(self, doc: Document) -> Reading:
        time.sleep(self.seconds)
        company = doc.text.split(" is ", 1)[0]
        claim = f"{company} is about to sell its"
        return Reading(
            reader=self.name,
            claims=(Claim(company=company, statement=claim, origin="Harbour Wire", sourcing="anonymous", span=_span(doc.text, claim)),),
            responses=(Response(company=company, speaker="a spokesperson", kind="flat_denial", quote=_span(doc.text, _DENIAL), answers=(0,)),),
        )

    def judge(self, doc: Document, reading: Reading, denials: Sequence[Denial]) -> list[Bearing]:
        time.sleep(self.seconds)
        return []


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def text(n: int) -> str:
    """An article like no other, of a company like no other, with a claim and its denial."""
    words = random.Random(n)
    company = f"{words.choice(_WORDS).title()}{n} {words.choice(_WORDS).title()}works"
    filler = " ".join(f"{' '.join(words.choices(_WORDS, k=9)).capitalize()}." for _ in range(12))
    return f'{company} is about to sell its {words.choice(_WORDS)} arm, two people said. "{_DENIAL}," a spokesperson for {company} said. {filler}'


def put(ledger: Ledger, count: int, first: int = 0) -> None:
    """Put that many articles on file, all at once; those from another `first` on are other ones."""
    now = utc_now()
    with ledger.db.transaction():
        for n in range(first, first + count):
            body, at = text(n), iso(now - timedelta(minutes=first + count - n))
            url = f"https://news.example/{n}"
            ledger.wire.add_article(
                {"id": f"a-{n}", "page": url, "url": url, "outlet": "Harbour Post", "title": "", "text": body, "text_hash": digest(body),
                 "published": at, "first_seen": at}
            )  # fmt: skip


def warm() -> None:
    """Take a few articles through a ledger of its own: what a service loads once (encoder, rules) it has by then. A
    process that runs for months is measured, and not its first two seconds."""
    model = Model(0.0)
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        put(ledger, WARM, first=FAR)
        desk = Desk(ledger, utc_now, reader=model, judge=model)
        while desk.work():
            pass


def work(url: str, seconds: float) -> None:
    """Be a process that reads, until it is told to end: a worker on a server, or the clock's readers on a file."""
    model = Model(seconds)
    settings = Settings(db=url, poll_seconds=3600)
    over = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: over.set())
    warm()
    with open_ledger(url) as ledger:
        desk = Desk(ledger, utc_now, reader=model, judge=model)
        if is_server(url):
            from bot.work import Worker

            worker = Worker(ledger, settings, ["read"], desk=desk, heartbeat=0.5, dead=3.0)
            threading.Thread(target=lambda: (over.wait(), worker.stop()), daemon=True).start()
            print("ready", flush=True)
            worker.run()
            return
        clock = Clock(ledger, desk, Fetcher("bench"), settings)
        print("ready", flush=True)
        sys.stdin.readline()
        threads = [threading.Thread(target=clock._read_all) for _ in range(settings.read_workers)]
        for thread in threads:
            thread.start()
        over.wait()


def start(url: str, seconds: float) -> subprocess.Popen[str]:
    """Start such a process; it is ready when this returns."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.throughput", url, str(seconds)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.stdout
    if process.stdout.readline() != "ready\n":
        raise RuntimeError("a worker did not start")
    return process


@contextlib.contextmanager
def running(url: str, workers: int, seconds: float) -> Iterator[list[subprocess.Popen[str]]]:
    """So many processes; those in the list at the end are ended."""
    processes = [start(url, seconds) for _ in range(workers)]
    try:
        yield processes
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(20)
            process.kill()
            process.communicate()


def rate(url: str, workers: int, count: int, seconds: float) -> float:
    """Articles a second."""
    with open_ledger(url) as ledger:
        if is_server(url):
            ledger.jobs.prepare()
        ledger.outbox.subscribe("T", "C", 0, "U", utc_now())
        with running(url, workers, seconds) as processes:
            time.sleep(1.0)  # until they listen
            put(ledger, count)
            began = time.perf_counter()
            for process in processes:
                assert process.stdin
                process.stdin.write("go\n")
                process.stdin.flush()
            until_read(ledger)
            return count / (time.perf_counter() - began)


def until_read(ledger: Ledger, left: int = 0) -> None:
    """Wait until no more than so many articles wait. Raises RuntimeError after PATIENCE."""
    until = time.monotonic() + PATIENCE
    while ledger.wire.waiting() > left:
        if time.monotonic() > until:
            raise RuntimeError(f"not done after {PATIENCE:.0f} s: {ledger.wire.counts()}")
        time.sleep(0.05)


def wrong_after_kills(url: str, count: int) -> float:
    """Articles lost and alerts missing or said twice, after `KILLS` workers were killed in the middle of their work."""
    with open_ledger(url) as ledger:
        ledger.jobs.prepare()
        ledger.outbox.subscribe("T", "C", 0, "U", utc_now())
        with running(url, 2, 0.0) as processes:
            put(ledger, count)
            for kill in range(1, KILLS + 1):
                until_read(ledger, count - count * kill // (KILLS + 1))
                victim = processes.pop(0)
                victim.send_signal(signal.SIGKILL)
                victim.communicate()
                processes.append(start(url, 0.0))
            until_read(ledger)
        states = ledger.wire.counts()
        said = Counter((a["case_id"], a["event"]) for a in ledger.outbox.alerts())
        expected = Counter({(case, event): 1 for case in ledger.cases.all_ids() for event in ("root", "response")})
        lost = count - states.get("read", 0) + abs(count - len(ledger.cases.all_ids()))
        return float(lost + sum((expected - said).values()) + sum((said - expected).values()))


def figures(quick: bool) -> Iterable[Figure]:
    """The figures of the module."""
    runs = 1 if quick else 5
    count = 60 if quick else 200

    def on_sqlite() -> float:
        with tempfile.TemporaryDirectory() as folder:
            return rate(str(Path(folder) / "ledger.db"), 1, count, 0.0)

    yield Figure("articles through all stages: SQLite, 1 process", "1/s", on_sqlite, runs=runs)
    with contextlib.ExitStack() as stack:
        try:
            server = stack.enter_context(postgres_server())
        except NoServer as error:
            raise Skip(str(error)) from None

        def on_server(workers: int, seconds: float) -> float:
            with server.database() as url:
                return rate(url, workers, count, seconds)

        def killed() -> float:
            with server.database() as url:
                return wrong_after_kills(url, 300 if quick else 5000)

        for workers in (1, 2, 4):
            yield Figure(
                f"articles through all stages: PostgreSQL, {workers} worker{'s' if workers > 1 else ''}", "1/s",
                lambda workers=workers: on_server(workers, 0.0), runs=runs,  # type: ignore[misc]
            )  # fmt: skip
        yield Figure(
            f"the same when the model takes {LLM_SECONDS * 1000:.0f} ms: 2 workers", "1/s", lambda: on_server(2, LLM_SECONDS),
            peer=lambda: on_server(1, LLM_SECONDS), peer_name="1 worker", at_least=1.5, of="ratio", runs=runs,
        )  # fmt: skip
        yield Figure(
            f"{KILLS} workers killed over {300 if quick else 5000:,} articles: lost, or said twice", "", killed, at_most=0, runs=1,
        )  # fmt: skip


if __name__ == "__main__":
    work(sys.argv[1], float(sys.argv[2]))
