"""What polling feeds and visiting pages share: fetching in a few threads, waiting for a domain, entries as articles."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from queue import Empty, Queue
from typing import TypeVar

from bot.watch.articles import FROM_FEED, Incoming, domain, language
from bot.watch.http import Fetched, FetchError
from store.engine import Row, moment
from store.ledger import Ledger

WORKERS = 8
#: So many bytes of answers may wait to be taken in, on disk where they are large; a larger one waits alone.
WAITING_BYTES = 8 * 1024 * 1024
#: A domain that let so many requests of one round run out of time is left alone for a while: its others would do so, too, one
#: after the other, and the whole round would wait for them.
TIMEOUTS, TIMEOUT_PAUSE = 2, timedelta(minutes=5)

T = TypeVar("T")


def hold_domain(ledger: Ledger, url: str, until: datetime, held: dict[str, datetime]) -> None:
    """Leave a registrable domain alone until then."""
    name = domain(url)
    held[name] = max(until, held.get(name, until))
    # looked for by the letters of the name first: to take the domains of a hundred thousand feeds apart takes seconds
    sought = {"until": until, "name": f"%{name}%"}
    for feed in ledger.db.query("SELECT id, url FROM feeds WHERE state = 'active' AND next_poll < :until AND LOWER(url) LIKE :name", sought):
        if domain(feed["url"]) == name:
            ledger.wire.save_feed(feed["id"], next_poll=until)
    for page in ledger.db.query("SELECT url FROM pages WHERE next_visit < :until AND LOWER(url) LIKE :name", sought):
        if domain(page["url"]) == name:
            ledger.wire.save_page(page["url"], next_visit=until)


def note_timeout(ledger: Ledger, url: str, got: object, now: datetime, held: dict[str, datetime], late: Counter[str]) -> None:
    """Count in `late` the requests of a round that ran out of time, by domain; hold a domain that has too many."""
    if isinstance(got, FetchError) and got.fault == "timeout":
        late[domain(url)] += 1
        if late[domain(url)] == TIMEOUTS:
            hold_domain(ledger, url, now + TIMEOUT_PAUSE, held)


def from_entry(url: str, entry: Row, feed_id: int | None, now: datetime) -> Incoming:
    """The article that a feed's entry is by itself, without its page. `entry` as kept in `pages.entry`."""
    text = entry.get("content") or entry.get("summary") or ""
    return Incoming(
        url=url, title=entry.get("title") or "", text=text, published=when(entry.get("published"), now),
        outlet=entry.get("outlet") or "", kind=KINDS.get(entry.get("kind") or ""), author=entry.get("author") or "",
        lang=language(text, entry.get("lang") or ""), feed_id=feed_id, first_seen=now, live=True, extractor=FROM_FEED,
    )  # fmt: skip


#: What an article is, by the kind of the feed that brought it.
KINDS: dict[str, str | None] = {
    "company": "press_release",
    "regulator": "filing",
    "market": "filing",
    "court": "court",
    "press": None,
}


def when(text: str | None, now: datetime) -> datetime | None:
    """A kept time, unless it lies in the future: clocks and calendars of sites go wrong."""
    found = moment(text) if text else None
    return found if found and found <= now + timedelta(days=1) else None


def in_parallel(
    items: Iterable[Row], key: Callable[[Row], str], work: Callable[[Row], T]
) -> Iterator[tuple[Row, T | FetchError]]:
    """Each item with what `work` made of it, or the FetchError it raised, as they come; items of one key in a row.

    At most a few results wait to be taken, and fewer where they are large, so that a thousand feeds do not all wait.
    An answer is closed once the caller asks for the next.
    """
    groups: dict[str, list[Row]] = {}
    total = 0
    for item in items:
        groups.setdefault(key(item), []).append(item)
        total += 1
    results: Queue[tuple[Row, T | FetchError]] = Queue(maxsize=2 * WORKERS)
    room = _Room(WAITING_BYTES)
    stopped = threading.Event()

    def run(group: list[Row]) -> None:
        for item in group:
            if stopped.is_set():
                return
            made = _guarded(item, work)
            room.enter(_weight(made))
            results.put((item, made))
            del made  # not to be kept while the next one is fetched

    if not total:
        return
    with ThreadPoolExecutor(max_workers=min(WORKERS, len(groups)), thread_name_prefix="fetch") as pool:
        runs = [pool.submit(run, group) for group in groups.values()]
        try:
            for _ in range(total):
                item, made = results.get()
                room.leave(_weight(made))
                yield item, made
                _close(made)
                del made  # or it would stay in memory until the next one has come
        finally:  # the caller may have had enough: nobody must wait for ever to hand over a result
            stopped.set()
            room.open()
            while not all(r.done() for r in runs):
                with contextlib.suppress(Empty):
                    _close(results.get(timeout=0.02)[1])


def _guarded(item: Row, work: Callable[[Row], T]) -> T | FetchError:
    try:
        return work(item)
    except FetchError as error:
        return error
    except Exception as error:
        return FetchError(str(item.get("url", "")), f"could not be fetched ({type(error).__name__}: {error})")


def _weight(made: object) -> int:
    return made.size if isinstance(made, Fetched) else 0


def _close(made: object) -> None:
    if isinstance(made, Fetched):
        made.close()


class _Room:
    """Lets in what fits beside what is inside already; what fits nowhere goes in when nothing else is."""

    def __init__(self, size: int) -> None:
        self._size, self._inside = size, 0
        self._changed = threading.Condition()

    def enter(self, weight: int) -> None:
        with self._changed:
            self._changed.wait_for(lambda: not self._inside or self._inside + weight <= self._size)
            self._inside += weight

    def leave(self, weight: int) -> None:
        with self._changed:
            self._inside -= weight
            self._changed.notify_all()

    def open(self) -> None:
        """From now on everything fits."""
        with self._changed:
            self._size = sys.maxsize
            self._changed.notify_all()
