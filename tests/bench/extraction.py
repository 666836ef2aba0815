"""From a page to an article on file, screened and checked for copies, beside trafilatura alone on the same real pages.

Also how well the text is taken: shingles of four words against the ground truth of the pages, averaged, as
https://github.com/scrapinghub/article-extraction-benchmark does. And whether real feeds are read.
"""

from __future__ import annotations

import gzip
import json
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

import trafilatura

from bot.desk import document
from bot.read.screen import screen
from bot.watch import copies, feeds
from bot.watch.articles import EXTRACTOR, Incoming, extract, store_article
from bot.watch.extraction import Extraction
from bot.watch.rounds import WORKERS
from store.ledger import Ledger, open_ledger
from tests.bench.figure import Figure, Skip

DATA = Path(__file__).parents[3] / "shared" / "data"
BATCH = 20
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def figures(quick: bool) -> Iterator[Figure]:
    """Time per page against trafilatura's, the F1 of the text, and how many real feeds are read."""
    if not (DATA / "pages").is_dir():
        raise Skip("../shared/data is absent")
    corpus = Corpus(4 if quick else 1)
    yield Figure(
        name="page to stored, screened, copy-checked article", unit="ms", measure=corpus.ours, peer=corpus.trafilatura,
        peer_name="trafilatura (fast, with metadata)", at_most=1.35, of="ratio", note=f"processor time, {len(corpus.pages)} pages",
    )  # fmt: skip
    with corpus.processes() as together:
        yield Figure(
            name="pages a second, their text taken out by a process for each core", unit="1/s", measure=together, peer=corpus.alone,
            peer_name="one process", note="while a backlog lasts; time on the clock",
        )  # fmt: skip
    yield Figure(name="extraction F1", unit="", measure=corpus.f1, at_least=0.955, runs=1)
    yield Figure(name="real feeds read", unit="of 43", measure=lambda: float(readable_feeds()), at_least=43, runs=1)


class Corpus:
    """Real pages, one in `step`."""

    def __init__(self, step: int) -> None:
        truth = json.loads((DATA / "pages" / "ground-truth.json").read_text())
        self.truth = {
            key: (page["url"], page["articleBody"]) for key, page in list(truth.items())[::step]
        }  # fmt: skip

    @cached_property
    def pages(self) -> list[tuple[str, str, bytes]]:
        """(key, address, bytes) of each page."""
        folder = DATA / "pages" / "html"
        return [(k, url, gzip.decompress((folder / f"{k}.html.gz").read_bytes())) for k, (url, _) in self.truth.items()]

    def ours(self) -> float:
        """Milliseconds of processor time a page, all the way onto an empty ledger in a file."""
        with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "bench.db") as ledger:
            started = time.process_time()
            for first in range(0, len(self.pages), BATCH):  # pages are visited in batches, and the desk works in batches
                batch = self.pages[first : first + BATCH]
                for kept in [_stored(ledger, url, body, NOW + timedelta(minutes=first)) for _, url, body in batch]:
                    _look_at(ledger, kept)
            return (time.process_time() - started) * 1000 / len(self.pages)

    def trafilatura(self) -> float:
        """The same for trafilatura: the main text and its metadata, nothing else."""
        started = time.process_time()
        for _, url, body in self.pages:
            trafilatura.bare_extraction(body, url=url, fast=True, include_comments=False, with_metadata=True)
        return (time.process_time() - started) * 1000 / len(self.pages)

    @contextmanager
    def processes(self) -> Iterator[Callable[[], float]]:
        """Pages a second through the processes that a backlog starts."""
        pool = Extraction(backlog=1)
        pool.fit(1, few=1)

        def rate() -> float:
            with ThreadPoolExecutor(WORKERS) as threads:
                began = time.perf_counter()
                list(threads.map(lambda page: pool.extract(page[2], page[1], "text/html"), self.pages))
                return len(self.pages) / (time.perf_counter() - began)

        try:
            rate()  # until they have started
            yield rate
        finally:
            pool.close()

    def alone(self) -> float:
        """The same in this process."""
        began = time.perf_counter()
        for _, url, body in self.pages:
            extract(body, url, "text/html")
        return len(self.pages) / (time.perf_counter() - began)

    def f1(self) -> float:
        """Of shingles of four words, precision and recall averaged over the pages."""
        sums = [0.0, 0.0, 0.0]
        for key, url, body in self.pages:
            got, want = shingles(extract(body, url, "text/html").text), shingles(self.truth[key][1])
            hit = sum((got & want).values())
            extra, missed = sum(got.values()) - hit, sum(want.values()) - hit
            whole = hit + extra + missed or 1
            sums = [s + v / whole for s, v in zip(sums, (hit, extra, missed), strict=True)]
        precision, recall = sums[0] / (sums[0] + sums[1]), sums[0] / (sums[0] + sums[2])
        return 2 * precision * recall / (precision + recall)


def _stored(ledger: Ledger, url: str, body: bytes, now: datetime) -> str | None:
    found = extract(body, url, "text/html")
    made = Incoming(
        url=url, title=found.title, text=found.text, published=found.published, outlet=found.outlet, kind=None, lang=found.lang,
        author=found.author, feed_id=None, first_seen=now, live=True, extractor=EXTRACTOR,
    )  # fmt: skip
    return store_article(ledger, made, now)


def _look_at(ledger: Ledger, kept: str | None) -> None:
    """What the desk does with an article before anybody reads it."""
    article = ledger.wire.article(kept or "")
    if article and article["readable"]:
        copies.find_later_copies(ledger, article)
        if copies.find_original(ledger, article) is None:
            screen(document(article))


def shingles(text: str) -> Counter[str]:
    """How often each run of four words stands in a text."""
    found = re.findall(r"\w+", text)
    return Counter(" ".join(found[i : i + 4]) for i in range(max(1, len(found) - 3))) if found else Counter()


def readable_feeds() -> int:
    """How many of the real documents are read, or are told for what they are (six are HTML fragments, no feeds)."""
    read = 0
    for path in sorted((DATA / "feeds").iterdir()):
        try:
            read += bool(feeds.parse(path.read_bytes(), "", "https://feeds.example/").entries)
        except feeds.FeedError:
            read += not path.read_bytes().lstrip().startswith((b"<?xml", b"<rss", b"<feed", b"<rdf", b"{"))
    return read
