"""The clock: ticks that work, fail, overlap and end, with a desk that does as it is told."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import Clock
from bot.desk import Handled
from bot.sandbox.newsroom import Newsroom
from bot.settings import Settings
from bot.tell.alerts import Change
from bot.watch.http import Fetcher
from store.engine import iso
from store.ledger import Ledger
from tests.scripted import START, article

PATIENCE = 120.0
TEXT = "Quarrow Mills sold 300 sacks of flour to bakers in Ardmoor and was glad of it."


class ScriptedDesk:
    """Handles what waits on the ledger, one article a time. `each` is called with every article, before it is done."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.each: Callable[[str], object] = lambda url: None
        self.changes: list[Change] = []
        self.handled: list[str] = []
        self.days = threading.Event()

    def work(self, limit: int, holder: str = "") -> list[Handled]:
        assert limit == 1, "readers take one article at a time"
        out = []
        for row in self.ledger.wire.claim_articles(START, START + timedelta(minutes=10), limit, holder=holder):
            self.each(row["url"])
            self.ledger.wire.save_article(row["id"], state="read", lease_until=None)
            self.handled.append(row["url"])
            out.append(Handled(row["id"], "read", self.changes))
        return out

    def tick(self) -> int:
        self.days.set()
        return 0


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(db=str(tmp_path / "ledger.db"), allow_private=True, poll_seconds=0.05, min_feed_interval=0.0, first_window_hours=90_000.0)


@pytest.fixture
def desk(ledger: Ledger) -> ScriptedDesk:
    return ScriptedDesk(ledger)


class Made:
    """Makes clocks and ends them."""

    def __init__(self, ledger: Ledger, desk: ScriptedDesk, settings: Settings) -> None:
        self.ledger, self.desk, self.settings = ledger, desk, settings
        self.fetcher = Fetcher("Walkback tests", allow_private=True)
        self.heard: list[str] = []
        self.woken = threading.Event()
        self.clocks: list[Clock] = []

    def __call__(self, now: Callable[[], datetime] | None = None, **settings: object) -> Clock:
        from bot.clock import utc_now

        clock = Clock(
            self.ledger, self.desk, self.fetcher, replace(self.settings, **settings),  # type: ignore[arg-type]
            wake_poster=self.woken.set, heard=self.heard.append, now=now or utc_now,
        )  # fmt: skip
        self.clocks.append(clock)
        return clock


@pytest.fixture
def made(ledger: Ledger, desk: ScriptedDesk, settings: Settings) -> Iterator[Made]:
    maker = Made(ledger, desk, settings)
    yield maker
    for clock in maker.clocks:
        clock.stop()
    maker.fetcher.close()


def eventually(check: Callable[[], object], what: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if check():
            return
        time.sleep(0.02)  # what is waited for is on the ledger, which rings no bell
    pytest.fail(f"waited {PATIENCE:.0f} s for {what}")


def test_what_a_feed_brings_is_read(made: Made, ledger: Ledger, desk: ScriptedDesk) -> None:
    desk.changes = [Change(7, "status", "a", "r", "open", "undercut")]
    with Newsroom(manual=True) as newsroom:
        for _ in range(3):
            newsroom.release_next()
        for url, kind in newsroom.feeds:
            ledger.wire.add_feed(url, kind=kind, title="", now=START)
        made().start()
        eventually(lambda: len(desk.handled) >= 3, "three articles to be read")
        newsroom.release_next()
        eventually(lambda: len(desk.handled) >= 4, "the next one")
    assert made.woken.is_set()
    assert any(line.endswith("1 new") or line.endswith("2 new") for line in made.heard), made.heard
    assert "case 7: status undercut" in made.heard


def test_what_is_more_than_a_round_takes_does_not_wait_for_the_next_tick(made: Made, ledger: Ledger) -> None:
    for number in range(230):  # of a server that is not there: its robots.txt is asked for once
        ledger.wire.add_page(f"http://127.0.0.1:1/{number}", feed_id=None, entry={}, now=START)
    made(poll_seconds=3600.0).start()
    eventually(lambda: not ledger.db.one("SELECT 1 FROM pages WHERE last_visit IS NULL"), "every page to be visited")


def test_readers_are_woken_and_share_the_work(made: Made, ledger: Ledger, desk: ScriptedDesk) -> None:
    for number in range(6):
        article(ledger, f"n{number}", TEXT)
    both = threading.Barrier(2, timeout=PATIENCE)  # opens only when two readers are at work at once
    desk.each = lambda url: both.wait()
    clock = made(poll_seconds=3600.0, read_workers=2)
    clock.start()  # nothing but the first poll rings a bell within the hour
    eventually(lambda: len(desk.handled) == 6, "two readers to read six articles")


def test_articles_put_on_file_by_others_are_found_at_the_next_ring(made: Made, ledger: Ledger, desk: ScriptedDesk) -> None:
    clock = made(read_workers=1)
    clock.start()
    article(ledger, "late", TEXT)
    eventually(lambda: desk.handled == ["https://harbour.example/late"], "the article to be read")


def test_a_ring_while_it_works_is_not_lost(made: Made, ledger: Ledger, desk: ScriptedDesk) -> None:
    article(ledger, "first", TEXT)
    begun, go_on = threading.Event(), threading.Event()

    def each(url: str) -> None:
        begun.set()
        assert go_on.wait(PATIENCE)

    desk.each = each
    clock = made(poll_seconds=3600.0, read_workers=1)
    clock.start()
    assert begun.wait(PATIENCE)
    article(ledger, "second", TEXT)
    clock.wake_readers()
    go_on.set()
    eventually(lambda: len(desk.handled) == 2, "the second article")


def test_a_failing_tick_is_noted_and_tried_again(made: Made, ledger: Ledger, desk: ScriptedDesk) -> None:
    article(ledger, "bad", TEXT)
    tries = threading.Semaphore(0)
    heals = iter([False, False, True])

    def each(url: str) -> None:
        tries.release()
        if not next(heals):
            ledger.wire.save_article(ledger.db.query("SELECT id FROM articles")[0]["id"], lease_until=None)
            raise ZeroDivisionError("a mistake of ours")

    desk.each = each
    made(read_workers=1).start()
    eventually(lambda: desk.handled, "the third try")
    (problem,) = ledger.wire.problems()
    assert (problem["room"], problem["times"]) == ("clock", 2)
    assert problem["message"] == "ZeroDivisionError: a mistake of ours; it is tried again at the next tick"
    assert sum(tries.acquire(blocking=False) for _ in range(4)) == 3


def test_a_problem_that_cannot_be_kept_does_not_end_the_clock(made: Made, desk: ScriptedDesk, caplog: pytest.LogCaptureFixture) -> None:
    clock = made()

    def wrong() -> None:
        made.ledger.close()  # as when the disk is gone
        raise OSError("gone")

    clock._safely("poll", wrong)
    assert "a problem could not be kept: poll: OSError: gone" in caplog.text


def test_what_fails_while_it_ends_is_no_problem(made: Made, ledger: Ledger) -> None:
    clock = made()
    clock.stop()

    def wrong() -> None:
        raise RuntimeError("the client was closed")

    clock._safely("poll", wrong)
    assert ledger.wire.problems() == []


def test_it_stops_in_time_though_a_reader_hangs(made: Made, ledger: Ledger, desk: ScriptedDesk) -> None:
    article(ledger, "slow", TEXT)
    begun, never = threading.Event(), threading.Event()

    def each(url: str) -> None:
        begun.set()
        never.wait(PATIENCE)

    desk.each = each
    clock = made(read_workers=1)
    clock.start()
    assert begun.wait(PATIENCE)
    before = time.monotonic()
    clock.stop(0.5)
    assert time.monotonic() - before < 3
    never.set()
    clock.stop()


def test_it_stops_at_once_when_nothing_is_under_way_and_ticks_no_more(made: Made, ledger: Ledger, desk: ScriptedDesk) -> None:
    clock = made()
    clock.start()
    before = time.monotonic()
    clock.stop()
    assert time.monotonic() - before < 5
    assert not any(t.is_alive() for t in clock._threads)
    article(ledger, "after", TEXT)
    clock.wake_readers()
    clock.stop()
    assert desk.handled == []


def test_a_clock_that_is_set_back_holds_up_no_page(made: Made, ledger: Ledger, desk: ScriptedDesk) -> None:
    now = START
    ledger.wire.add_page("https://a.example/early", feed_id=None, entry={}, now=now + timedelta(days=30))
    ledger.wire.add_page("https://a.example/later", feed_id=None, entry={}, now=now)
    ledger.wire.save_page("https://a.example/later", last_visit=now, next_visit=now + timedelta(days=30))
    times = iter((now + timedelta(days=31), now))
    clock = made(now=lambda: next(times))
    clock._mind_the_clock()
    clock._mind_the_clock()
    assert [page["url"] for page in ledger.wire.due_pages(now)] == ["https://a.example/early"]


def test_the_days_work(made: Made, ledger: Ledger, desk: ScriptedDesk) -> None:
    ledger.outbox.once("old", START - timedelta(days=4))
    ledger.outbox.once("new", START - timedelta(days=2))
    made(now=lambda: START).daily()
    assert desk.days.is_set()
    assert ledger.outbox.once("old", START)
    assert not ledger.outbox.once("new", START)


def test_a_digest_that_is_due_wakes_the_poster_once(made: Made, ledger: Ledger) -> None:
    ledger.outbox.subscribe("T1", "C1", 0, "U1", START - timedelta(days=20))
    clock = made(now=lambda: START + timedelta(hours=3))  # Monday, 10:15
    clock.digests()
    assert made.woken.is_set()
    assert [a["event"] for a in ledger.outbox.alerts()] == ["digest"]
    made.woken.clear()
    clock.digests()
    assert not made.woken.is_set()
    assert ledger.outbox.alerts()[0]["created"] == iso(START + timedelta(hours=3))
