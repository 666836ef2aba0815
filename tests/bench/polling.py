"""Polling beside lemon24's `reader`: processor time per feed, over the same real HTTP on loopback.

Both keep their ledger in a file, ask every feed once a round, and do nothing else. Both, and the server, are processes of
their own, as in life: in one, the garbage collector of either goes through what the other keeps.
"""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

from bot.watch.http import Fetcher
from bot.watch.polling import poll_due
from store.ledger import open_ledger
from tests.bench.figure import Figure, Skip

ENTRIES = 25
NEW_A_ROUND = 3  # of the 25; the others move down, the oldest fall out


def figures(quick: bool) -> Iterator[Figure]:
    """Processor time per feed that did not change (304), and per feed of 25 entries that did."""
    try:
        import reader  # noqa: F401
    except ImportError as error:
        raise Skip("the package reader is not installed (pip install -e '.[bench]')") from error
    feeds = 40 if quick else 300
    with serving(feeds) as site, tempfile.TemporaryDirectory() as folder, apart(Ours, folder, site, feeds) as ours, apart(Peer, folder, site, feeds) as peer:
        yield Figure(
            name="CPU per unchanged feed (304)", unit="ms", measure=lambda: ours("unchanged"), peer=lambda: peer("unchanged"),
            peer_name="reader", at_most=0.6, of="ratio",
        )  # fmt: skip
        yield Figure(
            name=f"CPU per changed feed of {ENTRIES} entries", unit="ms", measure=lambda: changed(ours, site, "ours"), peer=lambda: changed(peer, site, "peer"),
            peer_name="reader", at_most=0.35, of="ratio", note=f"{NEW_A_ROUND} of the entries new each round",
        )  # fmt: skip


Party = Callable[[str], float]


def changed(party: Party, site: Site, half: str) -> float:
    """Milliseconds of processor time per feed, every feed of this half having changed."""
    site.change(half)
    return party("changed")


@contextmanager
def apart(kind: type[Ours | Peer], folder: str, site: Site, feeds: int) -> Iterator[Party]:
    """A party in a process of its own, which does what it is told by name and says what it took. Raises RuntimeError with
    what went wrong there."""
    here, there = multiprocessing.get_context("spawn").Pipe()
    urls = [site.url(i, kind.half) for i in range(feeds)]
    process = multiprocessing.get_context("spawn").Process(target=_serve_party, args=(kind, Path(folder), urls, there), daemon=True)
    process.start()
    there.close()  # or nobody here would notice that the process ended

    def told(what: str) -> float:
        try:
            here.send(what)
            answer = here.recv()
        except (EOFError, OSError):
            raise RuntimeError(f"the process of {kind.__name__} ended") from None
        if isinstance(answer, str):
            raise RuntimeError(answer)
        return float(answer)

    try:
        told("")  # the first round, in which all is new
        yield told
    finally:
        here.close()
        process.join(10)
        process.kill()


def _serve_party(kind: type[Ours | Peer], folder: Path, urls: list[str], pipe: Connection) -> None:
    """Do what is asked until the other end of the pipe is closed."""
    party = None
    with suppress(EOFError):
        while True:
            asked = pipe.recv()
            try:
                party = party or kind(folder, urls)
                pipe.send(getattr(party, asked)() if asked else 0.0)
            except Exception as error:
                pipe.send(f"{type(error).__name__}: {error}")
    if party:
        party.close()


class Ours:
    """Walkback's own polls."""

    half = "ours"

    def __init__(self, folder: Path, urls: list[str]) -> None:
        self.feeds = len(urls)
        self.opened = open_ledger(folder / "ours.db")
        self.ledger = self.opened.__enter__()
        self.fetcher = Fetcher("Walkback/0.1 (+https://walkback.example)", allow_private=True)
        self.now = datetime.now(UTC)
        for url in urls:
            self.ledger.wire.add_feed(url, kind="press", title="", now=self.now)
        self._round()

    def unchanged(self) -> float:
        """Milliseconds of processor time per feed, nothing being new."""
        spent, report = self._round()
        if report.unchanged != self.feeds:
            raise RuntimeError(f"of {self.feeds} feeds only {report.unchanged} were unchanged: {report.lines[:2]}")
        return spent

    def changed(self) -> float:
        """The same, every feed having changed."""
        spent, report = self._round()
        if report.new != NEW_A_ROUND * self.feeds:
            raise RuntimeError(f"{report.new} entries were new, not {NEW_A_ROUND * self.feeds}: {report.lines[:2]}")
        return spent

    def _round(self) -> tuple[float, Any]:
        self.now += timedelta(days=2)
        started = time.process_time()
        report = poll_due(self.ledger, self.fetcher, self.now, window=timedelta(days=3650), limit=self.feeds)
        return (time.process_time() - started) * 1000 / self.feeds, report

    def close(self) -> None:
        """Give everything back."""
        self.fetcher.close()
        self.opened.__exit__(None, None, None)


class Peer:
    """The same feeds through `reader`, as its documentation has it."""

    half = "peer"

    def __init__(self, folder: Path, urls: list[str]) -> None:
        from reader import make_reader

        self.feeds = len(urls)
        self.reader = make_reader(str(folder / "reader.db"))
        for url in urls:
            self.reader.add_feed(url)
        self._round()
        self.entries = self._count()

    def unchanged(self) -> float:
        """Milliseconds of processor time per feed, nothing being new."""
        return self._round()

    def changed(self) -> float:
        """The same, every feed having changed."""
        spent = self._round()
        before, self.entries = self.entries, self._count()
        if (new := self.entries - before) != NEW_A_ROUND * self.feeds:
            raise RuntimeError(f"the peer saw {new} new entries, not {NEW_A_ROUND * self.feeds}")
        return spent

    def _count(self) -> int:
        return self.reader.get_entry_counts().total or 0

    def _round(self) -> float:
        started = time.process_time()
        self.reader.update_feeds(scheduled=False)  # all of them, however lately they were asked
        return (time.process_time() - started) * 1000 / self.feeds

    def close(self) -> None:
        """Give everything back."""
        self.reader.close()


class Site:
    """The server's end of things, told through a pipe which of its two halves changed."""

    def __init__(self, port: int, pipe: Connection) -> None:
        self._port, self._pipe = port, pipe

    def url(self, number: int, half: str) -> str:
        """The address of a feed; hosts differ as they do on the web."""
        return f"http://127.0.1.{1 + number % 200}:{self._port}/{half}/{number}"

    def change(self, half: str) -> None:
        """Every feed of this half has new entries from now on."""
        self._pipe.send(half)
        self._pipe.recv()


@contextmanager
def serving(feeds: int) -> Iterator[Site]:
    """The feeds, on loopback, from a process of their own."""
    here, there = multiprocessing.get_context("spawn").Pipe()
    stop = multiprocessing.get_context("spawn").Event()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(there, stop), daemon=True)
    process.start()
    there.close()
    try:
        yield Site(here.recv(), here)
    finally:
        stop.set()
        process.join(5)
        process.kill()


def _serve(pipe: Connection, stop: Event) -> None:
    rounds = {"ours": 0, "peer": 0}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            _, half, number = self.path.split("/")
            mark = f'"{number}-{rounds[half]}"'
            same = self.headers.get("If-None-Match") == mark
            body = b"" if same else feed(int(number), rounds[half])
            self.send_response(304 if same else 200)
            self.send_header("ETag", mark)
            self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    import threading

    server = ThreadingHTTPServer(("0.0.0.0", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    pipe.send(server.server_address[1])
    while not stop.is_set():
        if pipe.poll(0.05):
            rounds[pipe.recv()] += 1
            pipe.send("changed")
    server.shutdown()


def feed(number: int, at: int) -> bytes:
    """A feed as newsrooms publish them: 25 entries with a summary of a paragraph in markup."""
    newest = ENTRIES + at * NEW_A_ROUND
    now = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    items = "".join(
        f"<item><title>Item {i} of feed {number}: the owner of a mill answers a report &amp; its readers</title>"
        f"<link>https://news{number}.example/2026/03/02/item-{i}</link><guid isPermaLink='false'>n{number}-{i}</guid>"
        f"<pubDate>{(now - timedelta(minutes=20 * (newest - i))):%a, %d %b %Y %H:%M:%S} GMT</pubDate><dc:creator>Ana Ruiz</dc:creator>"
        f"<category>Business</category><description>&lt;p&gt;The mill at Lindholm was to be sold to a buyer from the coast, item {i} says, "
        f"&lt;a href='https://news{number}.example/x'&gt;two people told us&lt;/a&gt;. Its owner said that nothing of the kind had been decided "
        "and that the 412 people who work there would be told first.&lt;/p&gt;</description></item>"
        for i in range(newest, newest - ENTRIES, -1)
    )
    return (
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
        f"<title>News {number}</title><link>https://news{number}.example/</link><language>en</language>"
        f"<description>All of it</description>{items}</channel></rss>"
    ).encode()
