"""Visiting pages: those of new and changed entries, and again and again those of open cases.

The feed's date and author go before the page's; the feed's full text stands in where the page shows a wall.
"""

from __future__ import annotations

import json
import logging
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from bot.text import clean
from bot.watch import schedule
from bot.watch.articles import (
    EXTRACTOR,
    Extracted,
    Incoming,
    domain,
    extract,
    language,
    normal_url,
    store_article,
)
from bot.watch.charset import decode
from bot.watch.extraction import Extraction, ExtractionFailed
from bot.watch.http import PAGE_BYTES, Fetched, Fetcher, FetchError
from bot.watch.readable import unreadable
from bot.watch.rounds import KINDS, from_entry, hold_domain, in_parallel, note_timeout, when
from store.engine import Row, iso, moment
from store.ledger import Ledger

log = logging.getLogger(__name__)

#: A case that moved this recently may have pages that are not on the schedule yet.
RECENT = timedelta(days=2)
_FULL = 400  # characters of a feed's text that may stand in for its page
_FINAL = ("refused", "robots", "too big", "garbled", "redirects")


@dataclass
class VisitReport:
    """What a round of visits brought: ids of new article versions. `full`: more pages may be due than were visited."""

    full: bool = False
    new: list[str] = field(default_factory=list)


def visit_due(
    ledger: Ledger, fetcher: Fetcher, now: datetime, limit: int = 100, *, archive: bool = True, extraction: Extraction | None = None
) -> VisitReport:
    """Fetch the pages that are due and store what is new. A page that was visited is not due any more at `now`.

    What robots.txt forbids is not fetched. A page that fails is tried again a few times, ever later. `archive`: keep
    the bytes of pages that bring something new, as evidence. `extraction` takes the text out of them while many wait.
    """
    _wake(ledger, now)
    due = ledger.wire.due_pages(now, limit)
    if extraction is not None:
        extraction.fit(ledger.wire.pages_waiting(now, extraction.backlog), few=limit)
    held: dict[str, datetime] = {}
    late: Counter[str] = Counter()
    texts: dict[str, Extracted] = {}

    def fetch(page: Row) -> Fetched | None:
        if domain(page["url"]) in held:
            return None
        permission = fetcher.permission(page["url"])
        host = urlsplit(page["url"]).hostname
        if permission == "forbidden":
            raise FetchError(page["url"], f"robots.txt of {host} forbids to fetch it", "robots")
        if permission == "unreachable":
            raise FetchError(
                page["url"],
                f"robots.txt of {host} cannot be read, so nothing is fetched there",
                "robots later",
            )
        got = fetcher.get(page["url"], etag=page["etag"], modified=page["modified"], cut_at=PAGE_BYTES)
        if extraction is not None and extraction.running and got.ok and not got.not_modified and _is_html(got):
            try:
                texts[page["url"]] = extraction.extract(got.body, got.final_url, got.headers.get("content-type", ""))
            except ExtractionFailed as error:
                got.close()
                raise FetchError(page["url"], str(error), "extraction") from error
        return got

    report = VisitReport(full=len(due) == limit)
    for page, got in in_parallel(due, lambda p: domain(p["url"]), fetch):
        if got is None:
            continue
        note_timeout(ledger, page["url"], got, now, held, late)
        try:
            new = _Visit(ledger, page, now, held, texts.pop(page["url"], None)).take(got)
            if new and archive and isinstance(got, Fetched):
                ledger.evidence.keep(new, got.final_url, got.body, got.headers.get("content-type", ""), now)
        except Exception as error:  # one page's oddity must not end the round
            log.exception("page %s", page["url"], extra={"event": "page failed", "page": page["url"], "feed": page["feed_id"]})
            new = None
            line = f"what it sent could not be taken in ({type(error).__name__}: {error})"
            ledger.wire.save_page(page["url"], last_visit=now, next_visit=None, error=line)
            ledger.wire.problem("watch", page["url"], line, now)
        if new:
            log.debug("page %s: a new version, article %s", page["url"], new, extra={"event": "article stored", "page": page["url"], "article": new, "feed": page["feed_id"]})
            report.new.append(new)
    return report


class _Visit:
    """One page's answer on its way to the ledger."""

    def __init__(
        self, ledger: Ledger, page: Row, now: datetime, held: dict[str, datetime], extracted: Extracted | None = None
    ) -> None:
        self.ledger, self.page, self.now, self.held, self.extracted = ledger, page, now, held, extracted
        self.entry: Row = json.loads(page["entry"] or "{}")
        self.url: str = page["url"]

    def take(self, got: Fetched | FetchError) -> str | None:
        """The id of a new version of the article, or None."""
        if isinstance(got, FetchError):
            if got.fault == "extraction":
                self.ledger.wire.problem("watch", self.url, f"{got.message}; it is tried again", self.now)
            return self._failed(got.message, final=got.fault in _FINAL)
        if got.not_modified:
            self._seen(got, None)
            return None
        if got.status in (429, 503) and (
            wait := schedule.retry_after(got.headers.get("retry-after", ""), self.now)
        ):
            hold_domain(self.ledger, self.url, self.now + wait, self.held)
            self.ledger.wire.save_page(self.url, next_visit=self.now + wait, error="the server asks to wait")
            return None
        if not got.ok:
            return self._failed(
                f"the server answers {got.status}", final=got.status in (401, 402, 404, 410, 451)
            )
        if not _is_page(got):
            return self._failed(f"it is no web page but {_kind(got)[:60]}", final=True)
        found = (
            self.extracted or extract(got.body, got.final_url, got.headers.get("content-type", ""))
            if _is_html(got)
            else self._plain(got)
        )
        if not self._own(normal_url(found.canonical or got.final_url)):
            return None
        return self._store(got, found)

    def _store(self, got: Fetched, found: Extracted) -> str | None:
        made = self._incoming(found)
        if not found.readable and (instead := self._from_feed()):
            made = instead
        new = store_article(self.ledger, made, self.now)
        reason = "" if made.extractor != EXTRACTOR or found.readable else found.reason
        self._seen(got, reason or None)
        if reason and new:
            line = f"pages of this site cannot be read: {reason}; its feed would have to carry the full text"
            self.ledger.wire.problem("watch", urlsplit(self.url).hostname or self.url, line, self.now)
        return new

    def _incoming(self, found: Extracted) -> Incoming:
        entry = self.entry
        return Incoming(
            url=self.url, title=found.title or entry.get("title") or "", text=found.text,
            published=self._published(found), outlet=found.outlet or entry.get("outlet") or domain(self.url),
            kind=KINDS.get(entry.get("kind") or ""), lang=found.lang, author=entry.get("author") or found.author,
            feed_id=self.page["feed_id"], first_seen=self.now, live=True, extractor=EXTRACTOR,
            gated=found.reason == "paywall stub",
        )  # fmt: skip

    def _published(self, found: Extracted) -> datetime | None:
        """The feed's date, else the page's. Of an update: when feed or page say it was made, else now."""
        first = when(self.entry.get("published"), self.now) or _past(found.published, self.now)
        versions = self.ledger.wire.versions(self.url)
        if not versions:
            return first
        last = moment(versions[-1]["published"])
        for told in (when(self.entry.get("updated"), self.now), _past(found.updated, self.now)):
            if told and told > last:
                return told
        return max(self.now, last + timedelta(seconds=1))

    def _from_feed(self) -> Incoming | None:
        """The article as its feed carries it, where that is a whole one."""
        content = self.entry.get("content") or ""
        eastern = sum(ord(c) >= 0x2E80 for c in content[:2000]) > 200
        if len(content) < (_FULL / 2 if eastern else _FULL) or unreadable(
            self.entry.get("title") or "", content, "en"
        ):
            return None
        return from_entry(self.url, self.entry, self.page["feed_id"], self.now)

    def _plain(self, got: Fetched) -> Extracted:
        text = clean(decode(got.body, got.headers.get("content-type", ""))).strip()
        lang = language(text, self.entry.get("lang") or "")
        reason = unreadable("", text, lang)
        return Extracted(
            title=self.entry.get("title") or "", text=text, lang=lang, readable=not reason, reason=reason
        )

    def _own(self, address: str) -> bool:
        """Keep the page under the one address it has; False when that one is kept already."""
        if address == self.url:
            return True
        if self.ledger.wire.page(address) is not None:
            self.ledger.wire.save_page(
                self.url, last_visit=self.now, next_visit=None, error=f"the same page as {address}"
            )
            return False
        if self.ledger.wire.versions(self.url):
            return True  # what is on file stays under the address it has
        self.ledger.db.execute(
            "UPDATE pages SET url = :new WHERE url = :old", {"new": address, "old": self.url}
        )
        self.url = address
        return True

    def _seen(self, got: Fetched, error: str | None) -> None:
        marks = (
            {}
            if got.not_modified
            else {"etag": got.headers.get("etag"), "modified": got.headers.get("last-modified")}
        )
        self.ledger.wire.save_page(
            self.url, last_visit=self.now, visits=1, error=error, next_visit=self._next(), **marks
        )

    def _next(self) -> datetime | None:
        """When to come again: on the decaying schedule while a case of this page is open."""
        row = self.ledger.db.one(_OPEN_CASE, {"page": self.url})
        wait = schedule.revisit(moment(row["published"]), self.now) if row and row["published"] else None
        return self.now + schedule.jitter(wait, self.url) if wait else None

    def _failed(self, message: str, *, final: bool) -> str | None:
        """Try again later; give up after a few times, and take what the feed itself says."""
        visits = self.page["visits"] + 1
        wait = None if final else schedule.page_retry(visits)
        if wait is not None:
            at = max(self.now + wait, self.held.get(domain(self.url), self.now))
            self.ledger.wire.save_page(
                self.url, last_visit=self.now, visits=visits, error=message, next_visit=at
            )
            return None
        known = bool(self.ledger.wire.versions(self.url))
        self.ledger.wire.save_page(
            self.url,
            last_visit=self.now,
            visits=visits,
            error=message,
            next_visit=self._next() if known and not final else None,
        )
        if known:
            return None
        if instead := self._from_feed():
            return store_article(self.ledger, instead, self.now)
        line = f"a page could not be read: {message}" + (
            "; it is left" if final else "; it was tried for a day"
        )
        self.ledger.wire.problem("watch", urlsplit(self.url).hostname or self.url, line, self.now)
        return None


_OPEN_CASE = """
    SELECT MIN(a.published) AS published FROM articles a WHERE a.page = :page AND EXISTS (
        SELECT 1 FROM claims x JOIN cases c ON c.id = x.case_id WHERE x.article_id = a.id AND c.status IN ('open', 'contested')
        UNION ALL
        SELECT 1 FROM responses x JOIN cases c ON c.id = x.case_id WHERE x.article_id = a.id AND c.status IN ('open', 'contested')
    )
"""
_UNSCHEDULED = """
    SELECT p.url AS url, MIN(a.published) AS published, MAX(p.last_visit) AS last_visit
    FROM cases c JOIN {table} x ON x.case_id = c.id JOIN articles a ON a.id = x.article_id JOIN pages p ON p.url = a.page
    WHERE c.status IN ('open', 'contested') AND c.updated >= :since AND p.next_visit IS NULL AND p.last_visit IS NOT NULL
    GROUP BY p.url
"""


def _wake(ledger: Ledger, now: datetime) -> None:
    """Put the pages of cases that were opened since on the schedule. Later visits keep them on it."""
    for table in ("claims", "responses"):
        for row in ledger.db.query(_UNSCHEDULED.format(table=table), {"since": iso(now - RECENT)}):
            if wait := schedule.revisit(moment(row["published"]), now):
                at = moment(row["last_visit"]) + schedule.jitter(wait, row["url"])
                ledger.wire.save_page(row["url"], next_visit=max(at, now))


def _kind(got: Fetched) -> str:
    return got.headers.get("content-type", "").split(";")[0].strip().lower()


def _is_html(got: Fetched) -> bool:
    return _kind(got) != "text/plain" and _is_page(got)


def _is_page(got: Fetched) -> bool:
    kind = _kind(got)
    return not kind or kind.startswith("text/") or "html" in kind or "xml" in kind


def _past(found: datetime | None, now: datetime) -> datetime | None:
    return found if found and found <= now + timedelta(days=1) else None
