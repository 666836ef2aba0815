"""When to ask again: feeds that change, feeds that fail, pages of open cases. Pure rules; times are aware, UTC."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

DEFAULT_INTERVAL = timedelta(minutes=30)
LONGEST_ACTIVE = timedelta(hours=3)
LONGEST_ASKED = timedelta(hours=12)  # a server that asks for more is told from a mistake
IDLE, IDLE_INTERVAL = timedelta(days=30), timedelta(days=1)
QUIET, QUIET_INTERVAL = timedelta(days=7), timedelta(hours=6)
LONGEST_RETRY = timedelta(days=7)
#: A permanent redirect is believed after it has held for so long.
MOVED_AFTER = timedelta(days=3)
#: A page is asked for again after an entry changed, but not more often than this.
LEAST_REVISIT = timedelta(minutes=30)
_STEPS = (
    (timedelta(hours=6), timedelta(hours=1)),
    (timedelta(days=1), timedelta(hours=4)),
    (timedelta(days=3), timedelta(hours=12)),
    (timedelta(days=14), timedelta(days=1)),
    (timedelta(days=60), timedelta(days=4)),
    (timedelta(days=180), timedelta(days=14)),
    (timedelta(days=730), timedelta(days=45)),
)
_PAGE_RETRIES = (timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6), timedelta(days=1))


def interval(
    times: Sequence[datetime], now: datetime, *, least: timedelta, asked: timedelta | None = None
) -> timedelta:
    """How long to leave a feed alone after a good answer.

    Half the average gap between its entries (`times`: when those it shows were published), slower when it has been
    quiet for a week, daily after a month; never less than `least` or than it `asked` for (TTL, Cache-Control,
    Expires). `least` zero means: at every tick.
    """
    if least <= timedelta(0):
        return timedelta(0)
    floor = max(least, min(asked or timedelta(0), LONGEST_ASKED))
    recent = sorted((t for t in times if t <= now), reverse=True)[:20]
    if not recent:
        return max(floor, DEFAULT_INTERVAL)
    silent = now - recent[0]
    if silent >= IDLE:
        return max(floor, IDLE_INTERVAL)
    if silent >= QUIET:
        return max(floor, QUIET_INTERVAL)
    if len(recent) < 2:
        return max(floor, DEFAULT_INTERVAL)
    gap = (recent[0] - recent[-1]) / (len(recent) - 1)
    return max(floor, min(gap / 2, LONGEST_ACTIVE))


def asked_interval(headers: Mapping[str, str], ttl_seconds: int | None, now: datetime) -> timedelta | None:
    """The least interval a server asks for: the longest of the feed's TTL, Cache-Control max-age and Expires."""
    wishes: list[float] = [float(ttl_seconds)] if ttl_seconds else []
    control = headers.get("cache-control", "")
    if match := re.search(r"(?:^|[,\s])max-age=\"?(\d{1,9})", control):
        wishes.append(float(match.group(1)))
    elif "no-cache" not in control and (expires := _http_date(headers.get("expires", ""))):
        wishes.append((expires - now).total_seconds())
    best = max(wishes, default=0.0)
    return timedelta(seconds=best) if best > 0 else None


def back_off(failures: int, *, least: timedelta) -> timedelta:
    """How long to leave a feed alone after `failures` bad answers in a row: the second is asked for at the usual
    pace, since most troubles pass in minutes; then from an hour up to three days."""
    if failures <= 1:
        return max(least, timedelta(minutes=5)) if least > timedelta(0) else timedelta(minutes=1)
    return max(least, timedelta(seconds=min(max(failures + 6, 8), 23) ** 4))


def retry_after(header: str, now: datetime) -> timedelta | None:
    """What a Retry-After header asks for (seconds or a date), a minute at least, a week at most; None without one."""
    header = header.strip()
    if re.fullmatch(r"\d{1,9}", header):
        wait = timedelta(seconds=int(header))
    elif when := _http_date(header):
        wait = when - now
    else:
        return None
    return min(max(wait, timedelta(minutes=1)), LONGEST_RETRY)


def jitter(wait: timedelta, key: str) -> timedelta:
    """The same wait, up to a tenth longer, by `key`: thousands of feeds added at once drift apart."""
    share = int.from_bytes(hashlib.blake2b(key.encode(), digest_size=2).digest(), "big") / 65535
    return wait * (1 + share / 10)


def revisit(published: datetime, now: datetime) -> timedelta | None:
    """How long until a page of an open case is looked at again: hours while it is fresh, then days, then weeks;
    None after two years. Corrections and retractions land on old pages after they left the feed."""
    age = max(timedelta(0), now - published)
    return next((step for upto, step in _STEPS if age < upto), None)


def page_retry(visits: int) -> timedelta | None:
    """How long until a page that could not be fetched is tried again, after `visits` tries; None: no more."""
    return _PAGE_RETRIES[visits - 1] if 1 <= visits <= len(_PAGE_RETRIES) else None


def _http_date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
