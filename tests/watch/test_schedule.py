from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.watch import schedule as s

NOW = datetime(2026, 3, 2, 7, 15, tzinfo=UTC)
FIVE = timedelta(minutes=5)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def every(gap: timedelta, count: int = 10, ago: timedelta = timedelta(0)) -> list[datetime]:
    return [NOW - ago - gap * i for i in range(count)]


@pytest.mark.parametrize(
    ("times", "asked", "wait"),
    [
        ([], None, timedelta(minutes=30)),
        (every(HOUR), None, timedelta(minutes=30)),
        (every(timedelta(minutes=2)), None, FIVE),
        (every(timedelta(minutes=2)), HOUR, HOUR),
        (every(timedelta(minutes=2)), timedelta(days=365), timedelta(hours=12)),
        (every(DAY), None, timedelta(hours=3)),
        (every(HOUR, 1), None, timedelta(minutes=30)),
        (every(HOUR, ago=8 * DAY), None, timedelta(hours=6)),
        (every(HOUR, ago=40 * DAY), None, DAY),
        ([NOW + DAY], None, timedelta(minutes=30)),
    ],
)
def test_the_interval_follows_the_feed(
    times: list[datetime], asked: timedelta | None, wait: timedelta
) -> None:
    assert s.interval(times, NOW, least=FIVE, asked=asked) == wait


def test_no_least_interval_asks_at_every_tick() -> None:
    assert s.interval(every(DAY), NOW, least=timedelta(0), asked=DAY) == timedelta(0)
    assert s.back_off(1, least=timedelta(0)) == timedelta(minutes=1)


@pytest.mark.parametrize(
    ("headers", "ttl", "wait"),
    [
        ({}, None, None),
        ({}, 1800, timedelta(minutes=30)),
        ({"cache-control": "public, max-age=7200"}, 1800, timedelta(hours=2)),
        ({"cache-control": "s-maxage=9"}, None, None),
        ({"expires": "Mon, 02 Mar 2026 08:15:00 GMT"}, None, HOUR),
        ({"expires": "Mon, 02 Mar 2026 08:15:00 GMT", "cache-control": "no-cache"}, None, None),
        ({"expires": "0"}, None, None),
        ({"expires": "Mon, 01 Mar 2021 08:15:00 GMT"}, None, None),
    ],
)
def test_what_a_server_asks_for(headers: dict[str, str], ttl: int | None, wait: timedelta | None) -> None:
    assert s.asked_interval(headers, ttl, NOW) == wait


def test_back_off_grows_and_ends() -> None:
    waits = [s.back_off(n, least=FIVE) for n in range(1, 40)]
    assert waits[0] == FIVE
    assert timedelta(minutes=60) < waits[1] < timedelta(minutes=80)
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(seconds=23**4)


@pytest.mark.parametrize(
    ("header", "wait"),
    [("120", timedelta(minutes=2)), ("1", timedelta(minutes=1)), ("99999999", timedelta(days=7)), ("", None), ("soon", None),
     ("Mon, 02 Mar 2026 08:15:00 GMT", HOUR), ("Mon, 02 Mar 2020 08:15:00 GMT", timedelta(minutes=1))],
)  # fmt: skip
def test_retry_after(header: str, wait: timedelta | None) -> None:
    assert s.retry_after(header, NOW) == wait


def test_pages_of_open_cases_are_visited_ever_more_rarely() -> None:
    waits = [s.revisit(NOW - timedelta(days=d), NOW) for d in (0, 0.5, 2, 10, 40, 100, 400)]
    assert waits == sorted(w for w in waits if w)
    assert s.revisit(NOW + DAY, NOW) == HOUR
    assert s.revisit(NOW - timedelta(days=1000), NOW) is None


def test_a_page_is_tried_again_four_times() -> None:
    tries = [s.page_retry(n) for n in range(7)]
    assert [t is not None for t in tries] == [False, True, True, True, True, False, False]


@given(st.text(max_size=20), st.integers(1, 100_000))
def test_jitter_is_small_and_steady(key: str, seconds: int) -> None:
    wait = timedelta(seconds=seconds)
    assert wait <= s.jitter(wait, key) <= wait * 1.11
    assert s.jitter(wait, key) == s.jitter(wait, key)


@given(st.text(max_size=40))
def test_no_header_breaks_it(text: str) -> None:
    s.retry_after(text, NOW)
    s.asked_interval({"cache-control": text, "expires": text}, None, NOW)
