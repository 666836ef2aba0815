"""Polling feeds and visiting pages: fetch what is due, put what is new on the ledger, say what went wrong.

Fetching runs in a few threads, one request at a time for each host; parsing and everything on the ledger stays in
the caller's thread. A feed or page in trouble costs one line among the problems and ends nothing else.
"""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.text import digest, digest_of_bytes
from bot.watch import feeds, schedule
from bot.watch.articles import domain, normal_url, store_article
from bot.watch.feeds import Entry, Feed, FeedError
from bot.watch.http import Fetched, Fetcher, FetchError
from bot.watch.rounds import from_entry, hold_domain, in_parallel, note_timeout
from bot.watch.visits import visit_due
from store.engine import Row, iso, moment
from store.ledger import Ledger

__all__ = ["LEAST_INTERVAL", "PollReport", "poll_due", "visit_due"]

log = logging.getLogger(__name__)

LEAST_INTERVAL = timedelta(minutes=5)
#: What a feed shows for the first time but dates further back than this is an archive, not news.
ARCHIVE = timedelta(days=14)
_ENTRY_TEXT = 100_000


@dataclass
class PollReport:
    """What a poll did: feeds asked, unchanged, failed; new pages found. `full`: more may be due than were taken. `lines`
    are for people."""

    full: bool = False
    polled: int = 0
    unchanged: int = 0
    failed: int = 0
    new: int = 0
    lines: list[str] = field(default_factory=list)


def poll_due(
    ledger: Ledger,
    fetcher: Fetcher,
    now: datetime,
    *,
    window: timedelta,
    limit: int = 500,
    min_interval: timedelta = LEAST_INTERVAL,
) -> PollReport:
    """Poll the feeds that are due, and queue the pages of entries that are new or changed.

    Args:
        window: of a feed's first poll, only entries newer than this become articles; the others count as seen.
        min_interval: no feed is asked for more often; zero asks at every call.
    """
    due = ledger.wire.due_feeds(now, limit)
    report = PollReport(full=len(due) == limit)
    held: dict[str, datetime] = {}
    late: Counter[str] = Counter()

    def fetch(feed: Row) -> Fetched | None:
        if domain(feed["url"]) in held:
            return None  # asked to wait a moment ago; its next poll is set already
        state = json.loads(feed["polling"] or "{}")
        return fetcher.get(feed["url"], etag=state.get("etag"), modified=state.get("modified"))

    for feed, got in in_parallel(due, lambda f: domain(f["url"]), fetch):
        if got is None:
            continue
        report.polled += 1
        note_timeout(ledger, feed["url"], got, now, held, late)
        poll = _Poll(ledger, feed, now, window, min_interval, held)
        try:
            poll.take(got, report)
        except (FetchError, FeedError) as error:
            poll.fail(getattr(error, "message", None) or str(error), report)
        except Exception as error:  # one feed's oddity must not end the round
            log.exception("feed %s", feed["url"], extra={"event": "feed failed", "feed": feed["id"], "url": feed["url"]})
            poll.fail(f"what it sent could not be taken in ({type(error).__name__}: {error})", report)
    return report


class _Poll:
    """One feed's answer on its way to the ledger."""

    def __init__(
        self,
        ledger: Ledger,
        feed: Row,
        now: datetime,
        window: timedelta,
        least: timedelta,
        held: dict[str, datetime],
    ) -> None:
        self.ledger, self.feed, self.now, self.window, self.least, self.held = (
            ledger,
            feed,
            now,
            window,
            least,
            held,
        )
        self.state: dict[str, Any] = json.loads(feed["polling"] or "{}")

    def take(self, got: Fetched | FetchError, report: PollReport) -> None:
        """Raises FetchError or FeedError, whose message says what is wrong with the feed."""
        if isinstance(got, FetchError):
            raise got
        if got.status == 410:
            self._mute("the feed is gone for good (410); remove it, or add its new address")
            report.failed += 1
            return
        if got.status in (429, 503) and self._hold(got):
            raise FetchError(self.feed["url"], f"the server asks to wait ({got.status}, Retry-After)")
        if got.not_modified:
            report.unchanged += 1
            self._done(got, None)
            return
        if not got.ok:
            raise FetchError(
                self.feed["url"], f"the server answers {got.status}; check the address in a browser"
            )
        body = got.body
        body_hash = digest_of_bytes(body, "f1")
        if body_hash == self.state.get("body"):  # a server that knows no conditional requests
            report.unchanged += 1
            self._done(got, None)
            return
        found = feeds.parse(body, got.headers.get("content-type", ""), got.final_url)
        new = self._entries(found)
        report.new += new
        if new:
            line = f"{found.title or self.feed['title'] or self.feed['url']}: {new} new"
            log.info(line, extra={"event": "feed polled", "feed": self.feed["id"], "url": self.feed["url"], "new": new})
            report.lines.append(line)
        self.state["body"] = body_hash
        self._done(got, found)

    def fail(self, message: str, report: PollReport) -> None:
        """Note the failure on the feed and among the problems; the next try waits longer."""
        failures = self.feed["failures"] + 1
        wait = schedule.jitter(schedule.back_off(failures, least=self.least), self.feed["url"])
        until = max(self.now + wait, self.held.get(domain(self.feed["url"]), self.now))
        self.ledger.wire.save_feed(
            self.feed["id"], last_poll=self.now, last_error=message, failures=failures, next_poll=until,
            polling=json.dumps(self.state),
        )  # fmt: skip
        self.ledger.wire.problem("watch", self.feed["url"], message, self.now)
        report.failed += 1
        line = f"{self.feed['title'] or self.feed['url']}: {message}"
        log.info(line, extra={"event": "feed failed", "feed": self.feed["id"], "url": self.feed["url"], "error": message, "failures": failures})
        report.lines.append(line)

    def _entries(self, found: Feed) -> int:
        wire = self.ledger.wire
        first = self.feed["last_ok"] is None
        known = {
            g: h
            for part in _parts(found.entries)
            for g, h in wire.known_guids(self.feed["id"], [e.guid for e in part]).items()
        }
        oldest = self.now - (self.window if first else max(self.window, ARCHIVE))
        new = 0
        fresh: list[Entry] = []
        for entry in found.entries:
            if known.get(entry.guid) == entry.hash:
                continue
            fresh.append(entry)
            seen = entry.guid in known
            at = (
                entry.published
                if entry.published and entry.published <= self.now + timedelta(days=1)
                else None
            )
            if not seen and (at < oldest if at else first):
                continue  # remembered as seen: no flood on a first poll, no archive later
            new += self._queue(found, entry, changed=seen)
        with self.ledger.db.transaction():
            wire.remember_entries(
                self.feed["id"], [{"guid": e.guid, "url": e.url, "hash": e.hash} for e in fresh], self.now
            )
        return new

    def _queue(self, found: Feed, entry: Entry, *, changed: bool) -> int:
        """Queue the page of an entry; a page that is known is visited again where its entry changed."""
        row = {
            "title": entry.title, "published": iso(entry.published) if entry.published else None,
            "updated": iso(entry.updated) if entry.updated else None, "author": entry.author, "lang": entry.lang,
            "summary": entry.summary[:2000], "content": entry.content[:_ENTRY_TEXT],
            "outlet": found.title or self.feed["title"], "kind": self.feed["kind"],
        }  # fmt: skip
        if not entry.url:
            return self._from_feed(found, entry, row)
        url = normal_url(entry.url)
        if self.ledger.wire.add_page(url, feed_id=self.feed["id"], entry=row, now=self.now):
            return 1
        page = self.ledger.wire.page(url)
        if changed and page is not None:
            last = moment(page["last_visit"]) if page["last_visit"] else self.now - schedule.LEAST_REVISIT
            at = self.now if self.least <= timedelta(0) else max(self.now, last + schedule.LEAST_REVISIT)
            self.ledger.wire.save_page(
                url, next_visit=at, visits=0, entry=json.dumps(row, ensure_ascii=False)
            )
        return 0

    def _from_feed(self, found: Feed, entry: Entry, row: Row) -> int:
        """An entry without a page of its own: what the feed says of it is the article."""
        base = found.home or self.feed["url"]
        url = f"{base}{'&' if '?' in base else '?'}entry={digest(entry.guid, 'n1')[3:]}"
        made = from_entry(url, row, self.feed["id"], self.now)
        return int(store_article(self.ledger, made, self.now) is not None)

    def _done(self, got: Fetched, found: Feed | None) -> None:
        """A good answer: remember its marks, and when to ask again."""
        self.state["etag"] = got.headers.get("etag") or (self.state.get("etag") if got.not_modified else None)
        self.state["modified"] = got.headers.get("last-modified") or (
            self.state.get("modified") if got.not_modified else None
        )
        if found is not None:
            self.state["ttl"] = found.ttl_seconds
            self.state["times"] = sorted(
                (iso(e.published) for e in found.entries if e.published), reverse=True
            )[:20]
        columns: dict[str, Any] = {}
        if found is not None and found.title and not self.feed["title"]:
            columns["title"] = found.title[:200]
        columns |= self._moved(got)
        asked = schedule.asked_interval(got.headers, self.state.get("ttl"), self.now)
        times = [moment(t) for t in self.state.get("times", ())]
        wait = schedule.interval(times, self.now, least=self.least, asked=asked)
        until = max(
            self.now + schedule.jitter(wait, self.feed["url"]),
            self.held.get(domain(self.feed["url"]), self.now),
        )
        self.ledger.wire.save_feed(
            self.feed["id"], last_poll=self.now, last_ok=self.now, last_error=None, failures=0, next_poll=until,
            polling=json.dumps({k: v for k, v in self.state.items() if v}), **columns,
        )  # fmt: skip

    def _moved(self, got: Fetched) -> dict[str, Any]:
        """A permanent redirect is taken over once it has held for days: many are mistakes."""
        if not got.moved_to:
            self.state.pop("moved", None)
            return {}
        moved = self.state.get("moved") or {}
        if moved.get("to") != got.moved_to:
            self.state["moved"] = {"to": got.moved_to, "since": iso(self.now)}
            return {}
        if self.now - moment(moved["since"]) < schedule.MOVED_AFTER:
            return {}
        self.state.pop("moved")
        if self.ledger.db.one("SELECT 1 FROM feeds WHERE url = :url", {"url": got.moved_to}):
            line = f"it moved to {got.moved_to}, which is watched already; remove this one"
            self.ledger.wire.problem("watch", self.feed["url"], line, self.now)
            return {"state": "muted"}
        return {"url": got.moved_to}

    def _mute(self, message: str) -> None:
        self.ledger.wire.save_feed(
            self.feed["id"],
            state="muted",
            last_poll=self.now,
            last_error=message,
            failures=self.feed["failures"] + 1,
        )
        self.ledger.wire.problem("watch", self.feed["url"], message, self.now)

    def _hold(self, got: Fetched) -> bool:
        """Retry-After holds for the whole registrable domain: its feeds and its pages."""
        wait = schedule.retry_after(got.headers.get("retry-after", ""), self.now)
        if wait is None:
            return False
        hold_domain(self.ledger, self.feed["url"], self.now + wait, self.held)
        return True


def _parts(entries: Sequence[Entry], size: int = 400) -> Iterator[Sequence[Entry]]:
    for i in range(0, len(entries), size):
        yield entries[i : i + size]
