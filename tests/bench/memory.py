"""How much memory `walkback run` takes on a big ledger: idle, while it polls thousands of feeds, and after many articles.

The real process on a copy of a generated ledger, its Slack the sandbox, its feeds and pages on loopback. Children are
counted; what is summed is the memory that each process has for itself and its share of what they have in common (PSS).

How many articles come in while it is watched is the environment's `WALKBACK_BENCH_ARTICLES` (default 20,000: two minutes).
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from bot.clock import utc_now
from bot.sandbox.server import Sandbox
from bot.watch.articles import store_article
from store.engine import iso
from store.ledger import open_ledger
from tests.bench.figure import Figure, Skip
from tests.bench.ledgers import NOW, Size, incoming, ledger, news, sentence
from tests.process import Process

BAR_MB = 450.0
FEEDS, ENTRIES = 2_000, 25
#: One feed in so many has something new at the poll.
NEW_EVERY = 10
#: One article in so many has an answer in it; more of them at first, to fill what is kept of them.
ANSWERED, WARM_ANSWERED = 100, 10
#: Memory may grow by so much, in parts of what it was, while further articles come in.
FLAT = 1.10
_FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>Feed {n}</title><link>{base}/{n}/</link>{items}</channel></rss>'
_ITEM = "<item><title>Story {i} of {n}</title><link>{base}/{n}/{i}</link><guid>{n}-{i}</guid><pubDate>{at}</pubDate></item>"
_PAGE = "<!doctype html><html lang=en><title>Story {path}</title><article><h1>Story {path}</h1>{text}</article></html>"


def figures(quick: bool) -> Iterator[Figure]:
    """Peaks in MB, and the growth over further articles as a ratio of the memory before and after."""
    if not Path("/proc/self/smaps_rollup").exists():
        raise Skip("memory is read from /proc, which this system does not have")
    size = Size(claims=20_000 if quick else 1_000_000)
    feeds, warm, further = (200, 100, 400) if quick else (FEEDS, 2_000, int(os.environ.get("WALKBACK_BENCH_ARTICLES", "20000")))
    with _watched(size, feeds) as (process, sampled):
        time.sleep(10)
        yield Figure(f"memory of the service at rest, {size.claims:,} claims", "MB", lambda: sampled.peak, at_most=BAR_MB, runs=1)
        sampled.peak = 0.0
        _poll(process, feeds)
        yield Figure(f"peak memory while it polls {feeds:,} feeds", "MB", lambda: sampled.peak, at_most=BAR_MB, runs=1)
        _take_in(process, size, warm, seed=1, answered=WARM_ANSWERED)  # what is loaded at the first article that is read, and what caches hold
        before, sampled.peak = sampled.now(), 0.0
        _take_in(process, size, further, seed=2, answered=ANSWERED)
        yield Figure(
            f"memory after {further:,} further articles", "MB", sampled.now, peer=lambda: before, peer_name="before them",
            at_most=FLAT, of="ratio", runs=1,
        )  # fmt: skip
        yield Figure(f"peak memory over {further:,} further articles", "MB", lambda: sampled.peak, at_most=BAR_MB, runs=1)


class Sampled:
    """The memory of a process and its children, looked at five times a second. `peak` may be set back."""

    def __init__(self, pid: int) -> None:
        self.pid, self.peak = pid, 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, name="memory")

    def __enter__(self) -> Sampled:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def now(self) -> float:
        """MB at this moment."""
        return sum(_pss(pid) for pid in _tree(self.pid)) / 1024

    def _look(self) -> None:
        while not self._over.wait(0.2):
            self.peak = max(self.peak, self.now())


def _tree(pid: int) -> list[int]:
    out = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            out += [found for child in task.read_text().split() for found in _tree(int(child))]
        except OSError:
            continue  # it ended meanwhile
    return out


def _pss(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


@contextmanager
def _watched(size: Size, feeds: int) -> Iterator[tuple[Process, Sampled]]:
    """The service on a copy of the ledger, with that many feeds that are not due yet."""
    with tempfile.TemporaryDirectory() as folder, Sandbox(rates=False) as sandbox, _site() as base:
        process = Process(Path(folder), sandbox, WALKBACK_ALLOW_PRIVATE="1", WALKBACK_POLL_SECONDS="1", WALKBACK_READ_WORKERS="2")
        shutil.copy(ledger(size), process.db)
        with open_ledger(process.db) as opened, opened.db.transaction():
            for table in ("responses", "cases"):  # as the daily look left them
                column = "opened" if table == "cases" else "published"
                opened.db.execute(f"UPDATE {table} SET status = 'stale' WHERE status = 'open' AND {column} < :then", {"then": NOW - timedelta(days=360)})
            for n in range(feeds):
                row = opened.wire.add_feed(f"{base}/{n}/feed.xml", kind="press", title="", now=utc_now())
                opened.wire.save_feed(row["id"], next_poll=utc_now() + timedelta(days=1))
        process.start()
        try:
            sandbox.wait_connected(timeout=120)
            with Sampled(process.pid) as sampled:
                yield process, sampled
        finally:
            process.end()


def _poll(process: Process, feeds: int) -> None:
    """Make all feeds due, and wait until they were asked and what was new is through."""
    with open_ledger(process.db) as opened:
        opened.db.execute("UPDATE feeds SET next_poll = :now", {"now": utc_now()})
        _until(lambda: opened.wire.waiting() == 0 and not opened.db.one("SELECT 1 FROM feeds WHERE last_poll IS NULL"), 1200)


def _take_in(process: Process, size: Size, articles: int, seed: int, answered: int) -> None:
    """Ordinary news, and one article in `answered` in which a company denies something."""
    denied = news(size, articles, seed)
    with open_ledger(process.db) as opened:
        for number in range(articles):
            row = next(denied) if number % answered == 0 else _ordinary(number, seed)
            store_article(opened, incoming(row), utc_now())
            if number % 200 == 199:
                _until(lambda: opened.wire.waiting() < 400, 600)
            if number % 5_000 == 4_999:
                print(f"memory: {number + 1:,} of {articles:,} articles", file=sys.stderr, flush=True)
        _until(lambda: opened.wire.waiting() == 0, 600)


def _ordinary(number: int, seed: int) -> dict[str, str]:
    dice = random.Random(f"{seed} {number}")
    return {
        "url": f"https://market{seed}.example/{number}", "published": iso(NOW + timedelta(seconds=number)), "outlet": "Market News",
        "title": f"{sentence(dice, 5)} {number}", "text": "\n\n".join(f"{sentence(dice, 14)}. {sentence(dice, 11)}." for _ in range(6)),
        "lang": "en", "kind": "newspaper",
    }  # fmt: skip


def _until(there: Callable[[], object], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not there():
        if time.monotonic() > end:
            raise RuntimeError(f"the service was not through after {seconds:.0f} s")
        time.sleep(0.5)  # another process's work: there is no event to wait for


@contextmanager
def _site() -> Iterator[str]:
    """Feeds of old entries, one in `NEW_EVERY` with a new one, and their pages."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            n, _, rest = self.path.lstrip("/").partition("/")
            if rest == "feed.xml":
                self._send("application/rss+xml", _feed(int(n), f"http://{self.headers['Host']}"))
            elif n == "robots.txt":
                self._send("text/plain", "")
            else:
                text = "".join(f"<p>Paragraph {k} of story {self.path} tells what the town's market sold that day.</p>" for k in range(12))
                self._send("text/html", _PAGE.format(path=self.path, text=text))

        def _send(self, kind: str, text: str) -> None:
            body = text.encode()
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Silence."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def _feed(n: int, base: str) -> str:
    now = datetime.now(UTC)
    ages = [timedelta(hours=1) if i == 0 and n % NEW_EVERY == 0 else timedelta(days=20 + i) for i in range(ENTRIES)]
    items = "".join(_ITEM.format(n=n, i=i, base=base, at=format_datetime(now - age, usegmt=True)) for i, age in enumerate(ages))
    return _FEED.format(n=n, base=base, items=items)
