"""The clock of `walkback run`: ticks for polling, reading, digests and the daily look at open denials.

APScheduler only keeps time: at the stroke it wakes a thread of ours, which works. What is due is computed from the
database at each tick, so a tick that is missed, doubled or late does no harm, and nothing is stored in the
scheduler. (The poster has a thread of its own, see `bot.tell.poster`.)
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.background import BackgroundScheduler

from bot.desk import Desk
from bot.keeping import tidy
from bot.settings import Settings
from bot.tell import digest, notices
from bot.watch import polling, visits
from bot.watch.extraction import Extraction
from bot.watch.http import Fetcher
from store.ledger import Ledger

log = logging.getLogger(__name__)

#: Digests that are due are looked for this often; a digest is late by as much at most.
DIGEST_SECONDS = 300.0
#: Trouble that only an admin can mend is looked for this often.
NOTICE_SECONDS = 300.0
DAY_SECONDS = 24 * 3600.0
#: The first daily look waits until the start is over.
FIRST_DAILY_SECONDS = 60.0


def utc_now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


class Clock:
    """Drives the rooms of one process. `heard` is called with a line for people about what happened."""

    def __init__(
        self,
        ledger: Ledger,
        desk: Desk,
        fetcher: Fetcher,
        settings: Settings,
        *,
        wake_poster: Callable[[], object] = lambda: None,
        heard: Callable[[str], object] = lambda line: None,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self.ledger, self.desk, self.fetcher, self.settings = ledger, desk, fetcher, settings
        self.wake_poster, self.heard, self.now = wake_poster, heard, now
        self._extraction = Extraction()
        self._stop = threading.Event()
        self._scheduler = BackgroundScheduler(timezone="UTC")
        self._threads: list[threading.Thread] = []
        self._bells: list[threading.Event] = []
        self._readers: list[threading.Event] = []
        self._polled: datetime | None = None

    def start(self) -> None:
        """Start ticking; returns at once."""
        every = max(0.05, self.settings.poll_seconds)
        for number in range(max(1, self.settings.read_workers)):
            self._readers.append(self._thread(f"read-{number}", self._read_all))
        self._strike(self._thread("poll", self._poll_on), every)
        self._strike(self._thread("digests", self.digests), DIGEST_SECONDS)
        self._strike(self._thread("notices", self.notices), NOTICE_SECONDS)
        self._strike(self._thread("daily", self.daily), DAY_SECONDS, first=FIRST_DAILY_SECONDS)
        # What failed or was left by a process that ended comes back when its lease is over, without any event.
        self._strike(self._readers[0], every)
        self._scheduler.start()

    def stop(self, seconds: float = 8.0) -> None:
        """Stop ticking and wait for what is under way, `seconds` at most; what is not done then is done at the next
        start. May be called without `start`, and twice."""
        self._stop.set()
        self._extraction.close()
        for bell in self._bells:
            bell.set()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        until = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))

    def poll(self) -> bool:
        """Fetch feeds that are due, then pages that are; wake the readers when there is something to read. A round takes
        some hundreds, so that neither waits long for the other; True when more may be due."""
        self._mind_the_clock()
        window = timedelta(hours=self.settings.first_window_hours)
        least = timedelta(seconds=self.settings.min_feed_interval)
        report = polling.poll_due(self.ledger, self.fetcher, self.now(), window=window, min_interval=least)
        for line in report.lines:
            self.heard(line)
        keep = self.settings.evidence_mb > 0
        visited = visits.visit_due(self.ledger, self.fetcher, self.now(), archive=keep, extraction=self._extraction)
        if visited.new or self.ledger.wire.waiting():
            self.wake_readers()
        return report.full or visited.full

    def _poll_on(self) -> None:
        """Poll, and at once again as long as more is due than one round takes."""
        while self.poll() and not self._stop.is_set():
            pass

    def _mind_the_clock(self) -> None:
        """At the start, and when the clock was set back: what waits for a time that came and went is due."""
        now = self.now()
        if self._polled is None or now < self._polled:
            self.ledger.wire.hasten_pages(now)
        self._polled = now

    def digests(self) -> None:
        """Put the digests that are due into the outbox."""
        if digest.enqueue_due(self.ledger, self.now(), self.settings):
            self.wake_poster()

    def notices(self) -> None:
        """Tell the admins of trouble that began."""
        if notices.look(self.ledger, self.settings, self.now()):
            self.wake_poster()

    def well(self) -> bool:
        """Are all of its threads alive?"""
        return bool(self._threads) and all(thread.is_alive() for thread in self._threads)

    def daily(self) -> None:
        """Let open denials without news grow stale; let go of what was kept long enough."""
        self.desk.tick()
        tidy(self.ledger, self.settings, self.now())

    def read(self, holder: str = "") -> int:
        """Handle one article that waits, if any (for `holder`, a worker's job); returns how many were handled.

        One at a time: readers share the work evenly, no lease runs out while others of a batch are thought about,
        and a stop waits for one article only.
        """
        handled = self.desk.work(1, holder)
        for each in handled:
            for change in each.changes:
                line = f"case {change.case}: {change.event} {change.new or change.old}"
                told = {"case": change.case, "article": each.article, "change": change.event, "before": change.old, "after": change.new}
                log.info(line, extra={"event": "case changed", **told})
                self.heard(line)
            if each.changes:
                self.wake_poster()
        return len(handled)

    def wake_readers(self) -> None:
        """Tell the readers that articles wait."""
        for bell in self._readers:
            bell.set()

    def _read_all(self) -> None:
        while not self._stop.is_set() and self.read():
            pass

    def _strike(self, bell: threading.Event, seconds: float, first: float = 0.0) -> None:
        """Ring `bell` after `first` seconds and then every `seconds`."""
        begin = datetime.now(UTC) + timedelta(seconds=first)
        self._scheduler.add_job(
            bell.set, "interval", seconds=seconds, next_run_time=begin, coalesce=True, misfire_grace_time=None
        )

    def _thread(self, name: str, work: Callable[[], object]) -> threading.Event:
        """A thread that works each time its bell rings; a ring while it works makes it work once more."""
        bell = threading.Event()

        def loop() -> None:
            while True:
                bell.wait()
                bell.clear()
                if self._stop.is_set():
                    return
                self._safely(name, work)

        thread = threading.Thread(target=loop, name=name, daemon=True)
        self._bells.append(bell)
        self._threads.append(thread)
        thread.start()
        return bell

    def _safely(self, name: str, work: Callable[[], object]) -> None:
        """A tick that fails says so, among the problems too, and does not end the clock."""
        try:
            work()
        except Exception as error:
            if self._stop.is_set():  # what it worked with is being closed
                log.debug("%s ended", name, exc_info=error, extra={"event": "tick ended", "tick": name})
                return
            log.exception("%s", name, extra={"event": "tick failed", "tick": name})
            line = f"{type(error).__name__}: {error}; it is tried again at the next tick"
            self.ledger.wire.note("clock", name, line, self.now())
