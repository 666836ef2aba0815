from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bot.watch import visits
from bot.watch.http import Fetcher, FetchError
from bot.watch.polling import visit_due
from store.engine import Row, iso, moment
from store.ledger import Ledger
from tests.watch.server import Answer, Server
from tests.watch.test_articles import P1, P2, P3

HOUR = timedelta(hours=1)
Visit = Callable[..., list[str]]


def page_html(*paragraphs: str, head: str = "", title: str = "Millworks is for sale") -> Answer:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return Answer(
        f"<html><head><meta property='og:title' content='{title}'>{head}</head><body><article>{body}</article></body></html>"
    )


@pytest.fixture
def visit(ledger: Ledger, fetcher: Fetcher, now: datetime) -> Visit:
    def run(at: datetime = now) -> list[str]:
        return visit_due(ledger, fetcher, at).new

    return run


def queue(ledger: Ledger, server: Server, now: datetime, path: str = "/a", **entry: object) -> str:
    url = server.url + path
    full: Row = {
        "title": "From the feed",
        "published": iso(now - HOUR),
        "outlet": "Mill Feed",
        "kind": "company",
        **entry,
    }
    ledger.wire.add_page(url, feed_id=None, entry=full, now=now)
    return url


def page_of(ledger: Ledger, url: str) -> Row:
    row = ledger.wire.page(url)
    assert row is not None
    return row


def open_case(ledger: Ledger, article_id: str, now: datetime, status: str = "open") -> int:
    case = ledger.cases.open_case("Is Millworks for sale?", now)
    article = ledger.wire.article(article_id) or {}
    ledger.cases.save_reading(
        article_id,
        "offline-1",
        [
            {
                "id": "c-1",
                "company_id": 1,
                "company": "Millworks",
                "statement": "s",
                "span": P1,
                "lang": "en",
                "published": article["published"],
            }
        ],
        [],
        [],
    )
    ledger.cases.assign(case, ["c-1"], [])
    ledger.cases.set_case(case, status=status, updated=iso(now))
    return case


def test_a_page_becomes_an_article(ledger: Ledger, server: Server, now: datetime, visit: Visit) -> None:
    url = queue(ledger, server, now)
    server.routes["/a"] = page_html(P1, P2, P3)
    (stored,) = visit()
    row = ledger.wire.article(stored)
    assert row is not None
    assert (row["title"], row["outlet"], row["kind"], row["lang"]) == (
        "Millworks is for sale",
        "Mill Feed",
        "press_release",
        "en",
    )
    assert row["published"] == iso(now - HOUR), "the feed's date goes first"
    assert row["page"] == url
    page = page_of(ledger, url)
    assert (page["next_visit"], page["error"], page["visits"]) == (None, None, 1)
    assert visit(now + timedelta(days=9)) == []
    assert server.asked("/a") == 1


def test_the_page_gives_what_the_feed_lacks(
    ledger: Ledger, server: Server, now: datetime, visit: Visit
) -> None:
    queue(ledger, server, now, published=None, outlet="", author="")
    day = now - timedelta(days=1)
    head = f"<meta property='article:published_time' content='{iso(day)}'><meta property='og:site_name' content='The Mill Post'><meta name='author' content='Ada Quill'>"
    server.routes["/a"] = page_html(P1, P2, head=head)
    row = ledger.wire.article(visit()[0]) or {}
    assert (row["published"], row["outlet"], row["author"]) == (iso(day), "The Mill Post", "Ada Quill")


def test_no_date_anywhere(ledger: Ledger, server: Server, now: datetime, visit: Visit) -> None:
    queue(ledger, server, now, published=iso(now + timedelta(days=400)))
    server.routes["/a"] = page_html(P1, P2)
    row = ledger.wire.article(visit()[0]) or {}
    assert (row["published"], row["dated"]) == (iso(now), 0), "a date in the future is none"


def test_pages_of_open_cases_are_visited_again(
    ledger: Ledger, server: Server, now: datetime, visit: Visit
) -> None:
    url = queue(ledger, server, now)
    server.routes["/a"] = page_html(P1, P2)
    server.routes["/a"].etag = '"1"'
    (first,) = visit()
    case = open_case(ledger, first, now)
    assert visit(now + timedelta(minutes=1)) == []
    due = moment(page_of(ledger, url)["next_visit"])
    assert HOUR <= due - now <= 1.2 * HOUR
    assert visit(due) == [], "304: nothing new, but it stays on the schedule"
    assert server.asked("/a") == 2
    due = moment(page_of(ledger, url)["next_visit"])
    server.routes["/a"] = page_html("Correction: an earlier version of this report was wrong.", P1, P2)
    (second,) = visit(due)
    new = ledger.wire.article(second) or {}
    assert (new["version"], new["published"]) == (2, iso(due)), (
        "of an update nobody dated: the time of the visit"
    )
    ledger.cases.set_case(case, status="upheld")
    assert visit(moment(page_of(ledger, url)["next_visit"])) == []
    assert page_of(ledger, url)["next_visit"] is None


@pytest.mark.parametrize("teller", ["feed", "page"])
def test_an_update_is_dated_by_feed_or_page(
    ledger: Ledger, server: Server, now: datetime, visit: Visit, teller: str
) -> None:
    url = queue(ledger, server, now)
    server.routes["/a"] = page_html(P1, P2)
    visit()
    told = now + HOUR
    head = f"<meta property='article:modified_time' content='{iso(told)}'>" if teller == "page" else ""
    entry = json.loads(page_of(ledger, url)["entry"]) | ({"updated": iso(told)} if teller == "feed" else {})
    ledger.wire.save_page(url, next_visit=now + 2 * HOUR, entry=json.dumps(entry))
    server.routes["/a"] = page_html(P1, P2, P3, head=head)
    row = ledger.wire.article(visit(now + 2 * HOUR)[0]) or {}
    assert row["published"] == iso(told)


def test_robots_forbid(ledger: Ledger, server: Server, now: datetime, visit: Visit) -> None:
    url = queue(ledger, server, now)
    server.routes["/a"] = page_html(P1, P2)
    server.routes["/robots.txt"] = Answer("User-agent: *\nDisallow: /a", type="text/plain")
    assert visit() == []
    assert server.asked("/a") == 0
    assert "robots.txt of 127.0.0.1 forbids" in page_of(ledger, url)["error"]
    assert page_of(ledger, url)["next_visit"] is None
    assert "robots.txt" in ledger.wire.problems()[0]["message"]


def test_an_unreadable_robots_file_is_asked_for_later(
    ledger: Ledger, server: Server, now: datetime, visit: Visit
) -> None:
    url = queue(ledger, server, now)
    server.routes["/robots.txt"] = Answer(status=503)
    assert visit() == []
    assert moment(page_of(ledger, url)["next_visit"]) == now + timedelta(minutes=10)
    assert not ledger.wire.problems()


@pytest.mark.parametrize("wall", ["wall", "forbidden", "robots", "pdf"])
def test_the_feeds_own_text_stands_in(
    ledger: Ledger, server: Server, now: datetime, visit: Visit, wall: str
) -> None:
    queue(ledger, server, now, content=f"{P1}\n\n{P2}\n\n{P3}\n\n{P1}", title="From the feed")
    if wall == "robots":
        server.routes["/robots.txt"] = Answer("User-agent: *\nDisallow: /", type="text/plain")
    server.routes["/a"] = {
        "wall": page_html(
            "Subscribe to continue reading this story. Already a subscriber? Log in to read the full story now."
        ),
        "forbidden": Answer(status=403),
        "robots": Answer(),
        "pdf": Answer(b"%PDF", type="application/pdf"),
    }[wall]
    at = now
    stored: list[str] = []
    for _ in range(6):
        stored += visit(at)
        at += timedelta(days=2)
    row = ledger.wire.article(stored[0]) or {}
    assert len(stored) == 1
    assert (row["title"], row["readable"], row["extractor"]) == ("From the feed", 1, "feed/1")
    assert not ledger.wire.problems()


def test_a_page_that_shows_a_wall_is_kept_and_marked(
    ledger: Ledger, server: Server, now: datetime, visit: Visit
) -> None:
    url = queue(ledger, server, now)
    server.routes["/a"] = page_html(
        "Subscribe to continue reading this story. Already a subscriber? Log in to read the full story now."
    )
    (stored,) = visit()
    row = ledger.wire.article(stored) or {}
    assert (row["readable"], row["state"], row["reason"]) == (0, "unreadable", "paywall stub")
    assert page_of(ledger, url)["error"] == "paywall stub"
    assert "paywall stub" in ledger.wire.problems()[0]["message"]


def test_failures_are_tried_again_and_then_told(
    ledger: Ledger, server: Server, now: datetime, visit: Visit
) -> None:
    url = queue(ledger, server, now)
    server.routes["/a"] = Answer(status=500)
    at, waits = now, []
    while (due := page_of(ledger, url)["next_visit"]) is not None:
        at = moment(due)
        assert visit(at) == []
        following = page_of(ledger, url)["next_visit"]
        waits.append(moment(following) - at if following else None)
    assert waits == [timedelta(minutes=10), HOUR, 6 * HOUR, timedelta(days=1), None]
    assert (
        ledger.wire.problems()[0]["message"]
        == "a page could not be read: the server answers 500; it was tried for a day"
    )


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (Answer(status=404), "answers 404"),
        (Answer(b"PK", type="application/zip"), "no web page but application/zip"),
        (Answer(status=302, headers={"Location": "ftp://a.example/"}), "redirected to ftp://a.example/"),
    ],
)
def test_final_answers_are_not_tried_again(
    ledger: Ledger, server: Server, now: datetime, visit: Visit, answer: Answer, says: str
) -> None:
    url = queue(ledger, server, now)
    server.routes["/a"] = answer
    assert visit() == []
    assert page_of(ledger, url)["next_visit"] is None
    assert says in ledger.wire.problems()[0]["message"]


def test_retry_after_of_a_page_holds_for_its_domain(
    ledger: Ledger, server: Server, now: datetime, visit: Visit
) -> None:
    first = queue(ledger, server, now, "/a")
    others = [queue(ledger, server, now, f"/b{i}") for i in range(40)]
    server.routes["/a"] = Answer(status=429, headers={"Retry-After": "3600"})
    ledger.wire.save_page(first, next_visit=now - HOUR)
    visit()
    assert moment(page_of(ledger, first)["next_visit"]) == now + HOUR
    waiting = [
        moment(page_of(ledger, u)["next_visit"]) for u in others if page_of(ledger, u)["last_visit"] is None
    ]
    assert waiting
    assert set(waiting) == {now + HOUR}


def test_one_article_under_two_addresses_is_one(
    ledger: Ledger, server: Server, now: datetime, visit: Visit
) -> None:
    a, b = queue(ledger, server, now, "/a?s=1"), queue(ledger, server, now, "/a?s=2")
    head = f"<link rel='canonical' href='{server.url}/a'>"
    for path in ("/a?s=1", "/a?s=2"):
        server.routes[path] = page_html(P1, P2, head=head)
    (stored,) = visit()
    assert (ledger.wire.article(stored) or {})["page"] == f"{server.url}/a"
    left = {r["url"]: r["error"] for r in ledger.db.query("SELECT url, error FROM pages")}
    assert f"{server.url}/a" in left
    assert len(left) == 2
    assert f"the same page as {server.url}/a" in left.values()
    assert {a, b} - set(left)


def test_plain_text_is_read(ledger: Ledger, server: Server, now: datetime, visit: Visit) -> None:
    queue(ledger, server, now)
    server.routes["/a"] = Answer(f"{P1}\n\n{P2}", type="text/plain")
    row = ledger.wire.article(visit()[0]) or {}
    assert (row["title"], row["text"]) == ("From the feed", f"{P1}\n\n{P2}")


def test_a_page_of_another_language(ledger: Ledger, server: Server, now: datetime, visit: Visit) -> None:
    queue(ledger, server, now, lang="en")
    server.routes["/a"] = page_html(
        "同社は17日、工場を閉鎖するとの報道について「事実ではない」とするコメントを発表した。",
        "株価は一時5%下落した。広報担当者は取材に対し詳細を明らかにしなかった。",
    )
    assert (ledger.wire.article(visit()[0]) or {})["lang"] == "ja"


def test_a_page_that_disappears_leaves_its_article(
    ledger: Ledger, server: Server, now: datetime, visit: Visit
) -> None:
    url = queue(ledger, server, now)
    server.routes["/a"] = page_html(P1, P2)
    (stored,) = visit()
    ledger.wire.save_page(url, next_visit=now + HOUR)
    server.routes["/a"] = Answer(status=404)
    assert visit(now + HOUR) == []
    assert ledger.wire.article(stored)
    assert not ledger.wire.problems()


def test_an_oddity_ends_nothing(
    ledger: Ledger, server: Server, now: datetime, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = queue(ledger, server, now, "/bad"), queue(ledger, server, now, "/good")
    server.routes["/bad"] = server.routes["/good"] = page_html(P1, P2)
    plain = visits.extract

    def odd(body: bytes, url: str, content_type: str) -> object:
        if url == bad:
            raise RuntimeError("odd")
        return plain(body, url, content_type)

    monkeypatch.setattr(visits, "extract", odd)
    assert len(visit()) == 1
    assert "RuntimeError: odd" in page_of(ledger, bad)["error"]
    assert page_of(ledger, good)["error"] is None


def test_the_network_goes_away(
    ledger: Ledger,
    server: Server,
    now: datetime,
    visit: Visit,
    fetcher: Fetcher,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    url = queue(ledger, server, now)
    monkeypatch.setattr(fetcher, "permission", lambda url: "allowed")

    def nothing(*args: object, **kwargs: object) -> None:
        raise FetchError(url, "the server did not answer completely in time", "timeout")

    monkeypatch.setattr(fetcher, "get", nothing)
    assert visit() == []
    assert moment(page_of(ledger, url)["next_visit"]) == now + timedelta(minutes=10)


def test_the_page_of_a_new_version_is_archived(ledger: Ledger, server: Server, fetcher: Fetcher, now: datetime) -> None:
    queue(ledger, server, now, "/a")
    server.routes["/a"] = page_html(P1, P2)
    server.routes["/b"] = page_html(P2, P3, title="Another matter")
    (first,) = visit_due(ledger, fetcher, now).new
    queue(ledger, server, now, "/b")
    (second,) = visit_due(ledger, fetcher, now, archive=False).new
    assert P1[:40].encode() in (ledger.evidence.body(first) or b"")
    (page,) = ledger.evidence.of_articles([first, second])
    assert (page["article_id"], page["url"], page["fetched"]) == (first, f"{server.url}/a", iso(now))
