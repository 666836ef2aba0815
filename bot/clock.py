"""The clock of `walkback run`: ticks for polling, reading, posting, digests and the daily look at open denials.

APScheduler only keeps time. What is due is computed from the database at each tick, so a tick that is missed,
doubled or late does no harm, and nothing is stored in the scheduler.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.background import BackgroundScheduler

from bot.desk import Desk
from bot.settings import Settings
from bot.tell import digest
from bot.watch import polling
from bot.watch.http import Fetcher
from store.ledger import Ledger

log = logging.getLogger(__name__)

#: Redelivery keys are kept this long; Slack redelivers within minutes.
KEYS_KEPT = timedelta(days=3)


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
        heard: Callable[[str], None] = log.info,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self.ledger, self.desk, self.fetcher, self.settings = ledger, desk, fetcher, settings
        self.wake_poster, self.heard, self.now = wake_poster, heard, now
        self._articles = threading.Event()
        self._stop = threading.Event()
        self._scheduler = BackgroundScheduler(timezone="UTC")
        self._readers: list[threading.Thread] = []

    def start(self) -> None:
        """Start ticking; returns at once."""
        every = {"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
        add = self._scheduler.add_job
        seconds = self.settings.poll_seconds
        add(self._safely(self.poll), "interval", seconds=seconds, next_run_time=self.now(), id="poll", **every)
        add(self._safely(self.digests), "interval", minutes=5, next_run_time=self.now(), id="digests", **every)
        add(self._safely(self.daily), "cron", hour=3, minute=17, id="daily", **every)
        for number in range(max(1, self.settings.read_workers)):
            thread = threading.Thread(target=self._reading, name=f"read-{number}", daemon=True)
            thread.start()
            self._readers.append(thread)
        self._scheduler.start()

    def stop(self, seconds: float = 8.0) -> None:
        """Stop ticking and wait for what is under way, `seconds` at most; leased work is taken up again later."""
        self._stop.set()
        self._articles.set()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        until = self.now() + timedelta(seconds=seconds)
        for thread in self._readers:
            thread.join(max(0.1, (until - self.now()).total_seconds()))

    def poll(self) -> None:
        """Fetch the feeds that are due, then the pages that are."""
        window = timedelta(hours=self.settings.first_window_hours)
        report = polling.poll_due(self.ledger, self.fetcher, self.now(), window=window)
        for line in report.lines:
            self.heard(line)
        if polling.visit_due(self.ledger, self.fetcher, self.now()) or self.ledger.wire.waiting():
            self._articles.set()

    def digests(self) -> None:
        """Put the digests that are due into the outbox."""
        if digest.enqueue_due(self.ledger, self.now(), self.settings):
            self.wake_poster()

    def daily(self) -> None:
        """Let open denials without news grow stale; forget old redelivery keys."""
        self.desk.tick()
        self.ledger.outbox.prune_seen(self.now() - KEYS_KEPT)

    def read(self) -> int:
        """Work through what waits; returns how many articles were handled."""
        handled = self.desk.work()
        for each in handled:
            for change in each.changes:
                self.heard(f"case {change.case}: {change.event} {change.new or change.old}")
            if each.changes:
                self.wake_poster()
        return len(handled)

    def _reading(self) -> None:
        while not self._stop.is_set():
            self._articles.wait(self.settings.poll_seconds)
            self._articles.clear()
            while not self._stop.is_set() and self._safely(self.read)():
                pass

    def _safely(self, tick: Callable[[], int | None]) -> Callable[[], int]:
        """A tick that fails says so, among the problems too, and does not end the clock."""

        def run() -> int:
            try:
                return tick() or 0
            except Exception as error:
                log.exception("tick %s", tick.__name__)
                line = f"{type(error).__name__}: {error}; it is tried again at the next tick"
                try:
                    self.ledger.wire.problem("clock", tick.__name__, line, self.now())
                except Exception:
                    log.exception("the problem could not be kept")
                return 0

        return run
