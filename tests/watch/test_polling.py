from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler

import pytest

from bot.watch import polling, rounds
from bot.watch.http import Fetched, Fetcher, FetchError, Permission
from bot.watch.polling import PollReport, poll_due, visit_due
from store.engine import Row, moment
from store.ledger import Ledger
from tests.watch.server import Answer, Server

WINDOW = timedelta(hours=48)
Poll = Callable[..., PollReport]


def item(n: int, at: datetime | None, text: str = "") -> str:
    date = f"<pubDate>{format_datetime(at)}</pubDate>" if at else ""
    return f"<item><title>Entry {n}</title><link>/p/{n}</link><guid isPermaLink='false'>g{n}</guid>{date}<description>{text}</description></item>"


def rss(*items: str, title: str = "Mill News") -> Answer:
    body = f"<rss version='2.0'><channel><title>{title}</title><link>/</link>{''.join(items)}</channel></rss>"
    return Answer(body, type="application/rss+xml")


@pytest.fixture
def poll(ledger: Ledger, fetcher: Fetcher, now: datetime) -> Poll:
    def run(at: datetime = now, **options: object) -> PollReport:
        return poll_due(ledger, fetcher, at, window=WINDOW, **options)  # type: ignore[arg-type]

    return run


def add(ledger: Ledger, server: Server, now: datetime, path: str = "/feed", kind: str = "press") -> str:
    url = server.url + path
    ledger.wire.add_feed(url, kind=kind, title="", now=now)
    return url


def feed_of(ledger: Ledger, url: str) -> Row:
    return next(f for f in ledger.wire.feeds() if f["url"] == url)


def pages(ledger: Ledger) -> list[str]:
    return sorted(p["url"].rsplit("/", 1)[1] for p in ledger.db.query("SELECT url FROM pages"))


def test_no_flood_on_the_first_poll(ledger: Ledger, server: Server, now: datetime, poll: Poll) -> None:
    url = add(ledger, server, now)
    day = timedelta(days=1)
    server.routes["/feed"] = rss(item(1, now - day), item(2, now - 3 * day), item(3, None))
    report = poll()
    assert (report.polled, report.new, report.failed, report.lines) == (1, 1, 0, ["Mill News: 1 new"])
    assert pages(ledger) == ["1"]
    assert feed_of(ledger, url)["title"] == "Mill News"
    later = now + timedelta(hours=4)
    server.routes["/feed"] = rss(
        item(5, None),
        item(4, later),
        item(6, now - 20 * day),
        item(1, now - day),
        item(2, now - 3 * day),
        item(3, None),
    )
    assert poll(later).new == 2
    assert pages(ledger) == ["1", "4", "5"], "of what is new the archive stays out"


def test_an_unchanged_feed_costs_a_conditional_request(
    ledger: Ledger, server: Server, now: datetime, poll: Poll
) -> None:
    add(ledger, server, now)
    server.routes["/feed"] = rss(item(1, now))
    server.routes["/feed"].etag = '"a"'
    poll()
    report = poll(now + timedelta(days=1))
    assert (report.polled, report.unchanged, report.new) == (1, 1, 0)
    assert server.seen[-1][1]["if-none-match"] == '"a"'


def test_the_same_bytes_again_are_not_parsed(
    ledger: Ledger, server: Server, now: datetime, poll: Poll
) -> None:
    add(ledger, server, now)
    server.routes["/feed"] = rss(item(1, now))
    poll()
    assert poll(now + timedelta(days=1)).unchanged == 1


def test_the_interval_follows_feed_and_server(
    ledger: Ledger, server: Server, now: datetime, poll: Poll
) -> None:
    url = add(ledger, server, now)
    minutes = timedelta(minutes=1)
    server.routes["/feed"] = rss(*(item(i, now - 20 * minutes * i) for i in range(9)))
    poll()
    wait = moment(feed_of(ledger, url)["next_poll"]) - now
    assert 10 * minutes <= wait <= 11.1 * minutes
    assert poll(now + minutes).polled == 0
    server.routes["/feed"].headers["Cache-Control"] = "max-age=7200"
    at = now + timedelta(hours=1)
    poll(at)
    assert moment(feed_of(ledger, url)["next_poll"]) - at >= timedelta(hours=2)
    server.routes["/feed"] = rss(item(99, now))
    poll(at + timedelta(days=1), min_interval=timedelta(0))
    assert moment(feed_of(ledger, url)["next_poll"]) == at + timedelta(days=1)


def test_an_edited_entry_sends_for_its_page_again(
    ledger: Ledger, server: Server, now: datetime, poll: Poll
) -> None:
    add(ledger, server, now)
    server.routes["/feed"] = rss(item(1, now, "first"))
    poll()
    page = f"{server.url}/p/1"
    ledger.wire.save_page(page, last_visit=now, next_visit=None, visits=1)
    at = now + timedelta(hours=5)
    server.routes["/feed"] = rss(item(1, now, "corrected"))
    assert poll(at).new == 0
    row = ledger.wire.page(page)
    assert row is not None
    assert moment(row["next_visit"]) == at
    assert json.loads(row["entry"])["summary"] == "corrected"
    ledger.wire.save_page(page, last_visit=at, next_visit=None)
    server.routes["/feed"] = rss(item(1, now, "corrected twice"))
    feed = ledger.wire.feeds()[0]
    ledger.wire.save_feed(feed["id"], next_poll=at)
    poll(at + timedelta(minutes=1))
    row = ledger.wire.page(page)
    assert row is not None
    assert moment(row["next_visit"]) == at + timedelta(minutes=30), "a noisy feed cannot make it a stampede"


def test_one_article_from_several_feeds_is_one_page(
    ledger: Ledger, server: Server, now: datetime, poll: Poll
) -> None:
    add(ledger, server, now, "/feed")
    add(ledger, server, now, "/feed2")
    server.routes["/feed"] = rss(item(1, now))
    server.routes["/feed2"] = rss(item(1, now).replace("/p/1", "/p/1?utm_source=rss#top"))
    assert poll().new == 1
    assert len(pages(ledger)) == 1


def test_entries_without_a_page_are_articles_themselves(
    ledger: Ledger, server: Server, now: datetime, poll: Poll
) -> None:
    add(ledger, server, now, kind="regulator")
    text = "The authority has opened proceedings against Millworks Holding over late filings. A decision is due in May."
    server.routes["/feed"] = rss(
        f"<item><title>Notice 7</title><description>{text}</description><pubDate>{format_datetime(now)}</pubDate></item>"
    )
    assert poll().new == 1
    (article,) = ledger.db.query("SELECT * FROM articles")
    assert (article["title"], article["text"], article["kind"], article["outlet"]) == (
        "Notice 7",
        text,
        "filing",
        "Mill News",
    )
    assert poll(now + timedelta(days=2)).new == 0


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (Answer("<html><body>Hello</body></html>"), "web page, not a feed"),
        (Answer(""), "the answer is empty"),
        (Answer("oops", status=500), "answers 500"),
        (Answer("gone", status=404), "answers 404; check the address"),
        (
            Answer(status=302, headers={"Location": "file:///etc/passwd"}),
            "redirected to file:///etc/passwd: only http",
        ),
    ],
)
def test_trouble_is_noted_once_and_stops_nothing_else(
    ledger: Ledger, server: Server, now: datetime, poll: Poll, answer: Answer, says: str
) -> None:
    bad, good = add(ledger, server, now, "/bad"), add(ledger, server, now, "/good")
    server.routes["/bad"] = answer
    server.routes["/good"] = rss(item(1, now))
    report = poll()
    assert (report.polled, report.failed, report.new) == (2, 1, 1)
    row = feed_of(ledger, bad)
    assert says in row["last_error"]
    assert row["failures"] == 1
    assert moment(row["next_poll"]) <= now + timedelta(minutes=6)
    assert feed_of(ledger, good)["failures"] == 0
    (problem,) = ledger.wire.problems()
    assert problem["subject"] == bad
    assert says in problem["message"]
    assert "\n" not in problem["message"]
    poll(now + timedelta(minutes=6))
    row = feed_of(ledger, bad)
    assert row["failures"] == 2
    assert moment(row["next_poll"]) >= now + timedelta(hours=1)
    assert [p["times"] for p in ledger.wire.problems()] == [2], "the same line counts up"
    server.routes["/bad"] = rss(item(2, now))
    poll(now + timedelta(hours=2))
    assert (feed_of(ledger, bad)["failures"], feed_of(ledger, bad)["last_error"]) == (0, None)


def test_gone_mutes(ledger: Ledger, server: Server, now: datetime, poll: Poll) -> None:
    url = add(ledger, server, now)
    server.routes["/feed"] = Answer(status=410)
    assert poll().failed == 1
    assert feed_of(ledger, url)["state"] == "muted"
    assert "gone for good" in ledger.wire.problems()[0]["message"]
    assert poll(now + timedelta(days=30)).polled == 0


def test_retry_after_holds_for_the_whole_domain(
    ledger: Ledger, server: Server, now: datetime, poll: Poll
) -> None:
    urls = [add(ledger, server, now, f"/f{i}") for i in range(4)]
    for path in ("/f1", "/f2", "/f3"):
        server.routes[path] = rss(item(1, now))
    server.routes["/f0"] = Answer(status=429, headers={"Retry-After": "7200"})
    ledger.wire.add_page(f"{server.url}/p/9", feed_id=None, entry={}, now=now)
    elsewhere = f"https://news.example/?about={server.url}"
    ledger.wire.add_page(elsewhere, feed_id=None, entry={}, now=now)
    poll()
    other = ledger.wire.page(elsewhere)
    assert other is not None
    assert moment(other["next_visit"]) == now, "another domain that only names it"
    for url in urls:
        assert moment(feed_of(ledger, url)["next_poll"]) >= now + timedelta(hours=2), url
    page = ledger.wire.page(f"{server.url}/p/9")
    assert page is not None
    assert moment(page["next_visit"]) == now + timedelta(hours=2)
    assert "asks to wait" in feed_of(ledger, urls[0])["last_error"]


def test_a_permanent_redirect_is_taken_over_after_days(
    ledger: Ledger, server: Server, now: datetime, poll: Poll
) -> None:
    url = add(ledger, server, now)
    server.routes["/feed"] = Answer(status=301, headers={"Location": "/new"})
    server.routes["/new"] = rss(item(1, now))
    for days in (0, 1, 2.5):
        poll(now + timedelta(days=days))
        assert ledger.wire.feeds()[0]["url"] == url
    poll(now + timedelta(days=4))
    assert ledger.wire.feeds()[0]["url"] == f"{server.url}/new"


def test_a_redirect_that_ends_is_forgotten(ledger: Ledger, server: Server, now: datetime, poll: Poll) -> None:
    url = add(ledger, server, now)
    server.routes["/new"] = rss(item(1, now))
    for days, answer in ((0, "/new"), (1, None), (4, "/new")):
        server.routes["/feed"] = (
            Answer(status=301, headers={"Location": answer}) if answer else rss(item(1, now))
        )
        poll(now + timedelta(days=days))
    assert ledger.wire.feeds()[0]["url"] == url


def test_a_feed_that_moved_to_another_watched_one_is_muted(
    ledger: Ledger, server: Server, now: datetime, poll: Poll
) -> None:
    url = add(ledger, server, now)
    add(ledger, server, now, "/new")
    server.routes["/feed"] = Answer(status=301, headers={"Location": "/new"})
    server.routes["/new"] = rss(item(1, now))
    for days in (0, 4):
        poll(now + timedelta(days=days))
    assert feed_of(ledger, url)["state"] == "muted"
    assert "watched already" in ledger.wire.problems()[0]["message"]


def test_an_oddity_ends_nothing(
    ledger: Ledger, server: Server, now: datetime, poll: Poll, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(ledger, server, now)
    server.routes["/feed"] = rss(item(1, now))

    def broken(*args: object) -> None:
        raise RuntimeError("odd")

    monkeypatch.setattr(polling.feeds, "parse", broken)
    assert poll().failed == 1
    assert "could not be taken in (RuntimeError: odd)" in ledger.wire.problems()[0]["message"]


def test_work_in_parallel_is_handed_over_and_can_be_left(now: datetime) -> None:
    items = [{"url": f"u{i}", "group": str(i % 20)} for i in range(200)]

    def work(row: Row) -> str:
        if row["url"] == "u3":
            raise FetchError("u3", "refused")
        if row["url"] == "u4":
            raise ValueError("odd")
        return str(row["url"])

    got = {row["url"]: result for row, result in rounds.in_parallel(items, lambda r: r["group"], work)}
    assert len(got) == 200
    assert str(got["u3"]) == "u3: refused"
    assert "ValueError: odd" in str(got["u4"])
    assert list(rounds.in_parallel([], lambda r: "", work)) == []
    left = rounds.in_parallel(items, lambda r: r["group"], work)
    next(left)
    left.close()


def test_requests_to_one_domain_come_one_at_a_time(
    ledger: Ledger, server: Server, now: datetime, poll: Poll
) -> None:
    inside: list[int] = []
    most: list[int] = []

    def slow(handler: BaseHTTPRequestHandler) -> None:
        inside.append(1)
        most.append(len(inside))
        body = rss(item(1, now)).body.encode()  # type: ignore[union-attr]
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        inside.pop()
        handler.wfile.write(body)

    for i in range(6):
        add(ledger, server, now, f"/s{i}")
        server.routes[f"/s{i}"] = slow
    assert poll().polled == 6
    assert max(most) == 1


def test_a_domain_that_does_not_answer_holds_up_no_round(ledger: Ledger, now: datetime) -> None:
    asked: list[str] = []

    class Silent(Fetcher):
        def get(self, url: str, **_: object) -> Fetched:  # type: ignore[override]
            asked.append(url)
            raise FetchError(url, "the server did not answer completely in time", "timeout")

        def permission(self, url: str) -> Permission:
            return "allowed"

    urls = [f"https://silent.example/f{i}" for i in range(40)]
    for url in urls:
        ledger.wire.add_feed(url, kind="press", title="", now=now)
        ledger.wire.add_page(f"{url}.html", feed_id=None, entry={}, now=now)
    fetcher = Silent("Walkback")
    report = poll_due(ledger, fetcher, now, window=WINDOW)
    assert rounds.TIMEOUTS <= report.failed == len(asked) < len(urls)  # some were asked before the second was taken in
    assert visit_due(ledger, fetcher, now).new == []
    assert len(asked) == report.failed, "its pages wait as well"
    assert poll_due(ledger, fetcher, now, window=WINDOW).polled == 0
    later = now + rounds.TIMEOUT_PAUSE
    assert min(moment(feed_of(ledger, url)["next_poll"]) for url in urls) == later
    assert poll_due(ledger, fetcher, later, window=WINDOW).polled > 0, "and then one sees whether it is back"
    fetcher.close()
