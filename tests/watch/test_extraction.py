"""Text taken out of pages by processes of their own: the same text; a page that ends its process costs no other."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest

from bot.watch.articles import extract
from bot.watch.extraction import Extraction, ExtractionFailed
from bot.watch.http import Fetcher
from bot.watch.visits import visit_due
from store.ledger import Ledger
from tests.watch.server import Answer, Server

DYING = (sys.executable, "-m", "tests.watch.dying")
TYPE = "text/html; charset=utf-8"


def page(number: int) -> bytes:
    text = "".join(f"<p>The mill at Lindholm, story {number}, part {part}: its owner sold {number * 7 + part} sacks of flour.</p>" for part in range(6))
    return f"<html><title>Story {number}</title><article><h1>Story {number}</h1>{text}</article></html>".encode()


@pytest.fixture
def pool() -> Iterator[Extraction]:
    """Two processes, ready; some pages are more than they bear."""
    made = Extraction(2, backlog=1, command=DYING)
    made.fit(1, few=1)
    yield made
    made.close()


def test_it_takes_the_same_text(pool: Extraction) -> None:
    pages = [(page(n), f"https://news.example/{n}", TYPE) for n in range(8)]
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda p: pool.extract(*p), pages))
    assert found == [extract(*p) for p in pages]
    assert found[0].readable


def test_a_page_that_ends_its_process_costs_no_other(pool: Extraction) -> None:
    assert pool.extract(page(1), "https://news.example/1", TYPE).title == "Story 1"
    for _ in range(3):
        with pytest.raises(ExtractionFailed, match="ended the process"):
            pool.extract(page(1), "https://news.example/deadly")
    assert pool.extract(page(2), "https://news.example/2", TYPE).title == "Story 2"


def test_a_page_that_takes_for_ever_is_given_up() -> None:
    pool = Extraction(1, backlog=1, seconds=0.5, command=DYING)
    pool.fit(1, few=1)
    with pytest.raises(ExtractionFailed, match=r"took more than 0\.5 s"):
        pool.extract(page(1), "https://news.example/endless")
    pool.close()


def test_processes_that_never_work_are_done_without() -> None:
    pool = Extraction(1, backlog=1, command=(sys.executable, "-c", "raise SystemExit(1)"))
    pool.fit(1, few=1)
    for _ in range(3):
        assert pool.running
        with pytest.raises(ExtractionFailed, match="ended the process"):
            pool.extract(page(1), "https://news.example/1")
    pool.fit(1, few=1)
    assert not pool.running


def test_whoever_waits_for_a_process_is_let_go_at_the_end(pool: Extraction) -> None:
    with ThreadPoolExecutor(4) as threads:
        waiting = [threads.submit(pool.extract, page(1), "https://news.example/endless") for _ in range(4)]
        pool.close()
        for each in waiting:
            with pytest.raises(ExtractionFailed):
                each.result()


def test_processes_run_as_long_as_many_pages_wait(ledger: Ledger, server: Server, fetcher: Fetcher, now: datetime) -> None:
    for number in range(6):
        server.routes[f"/{number}"] = Answer(page(number).decode())
        ledger.wire.add_page(f"{server.url}/{number}", feed_id=None, entry={}, now=now)
    server.routes["/deadly"] = Answer(page(9).decode())
    ledger.wire.add_page(f"{server.url}/deadly", feed_id=None, entry={}, now=now)
    pool = Extraction(2, backlog=5, command=DYING)
    try:
        report = visit_due(ledger, fetcher, now, 10, extraction=pool)
        assert len(report.new) == 6
        assert all(article["readable"] for article in ledger.wire.articles(report.new))
        assert pool.running
        later = ledger.wire.page(f"{server.url}/deadly")
        assert later
        assert later["next_visit"] > later["last_visit"]  # it is tried again
        assert "ended the process" in later["error"]
        assert [p["subject"] for p in ledger.wire.problems()] == [f"{server.url}/deadly"]
        visit_due(ledger, fetcher, now, 10, extraction=pool)
        assert not pool.running
    finally:
        pool.close()
