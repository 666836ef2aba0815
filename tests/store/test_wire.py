from __future__ import annotations

import json

import pytest

from store.ledger import Ledger
from store.wire import DEATHS, Wire
from tests.store.conftest import NOW, Filler, days, ids


@pytest.fixture
def wire(ledger: Ledger) -> Wire:
    return ledger.wire


# feeds ----------------------------------------------------------------------------------------------------------


def test_feeds(wire: Wire) -> None:
    feed = wire.add_feed("https://b.example/rss", kind="press", title="B", now=NOW)
    wire.add_feed("https://a.example/rss", kind="court", title="A", now=days(1))
    assert (feed["state"], feed["kind"], feed["next_poll"]) == ("active", "press", "2026-03-02T07:15:00Z")
    assert [f["title"] for f in wire.feeds()] == ["A", "B"]
    wire.save_feed(feed["id"], state="muted", failures=3, last_error="410 Gone")
    assert [f["title"] for f in wire.feeds(state="muted")] == ["B"]
    again = wire.add_feed("https://b.example/rss", kind="press", title="B", now=days(2))
    assert (again["id"], again["state"], again["next_poll"]) == (feed["id"], "active", "2026-03-04T07:15:00Z")
    assert wire.remove_feed("https://b.example/rss") is True
    assert wire.remove_feed("https://b.example/rss") is False


def test_due_feeds_the_longest_waiting_first(wire: Wire) -> None:
    for n in (3, 1, 2):
        wire.add_feed(f"https://{n}.example/rss", kind="press", title=str(n), now=days(n))
    wire.save_feed(wire.feeds()[0]["id"], state="muted")
    assert [f["title"] for f in wire.due_feeds(days(3))] == ["2", "3"]
    assert [f["title"] for f in wire.due_feeds(days(3), 1)] == ["2"]
    assert wire.due_feeds(NOW) == []


def test_entries_are_remembered_with_their_hash(wire: Wire) -> None:
    feed = wire.add_feed("https://b.example/rss", kind="press", title="B", now=NOW)["id"]
    other = wire.add_feed("https://c.example/rss", kind="press", title="C", now=NOW)["id"]
    wire.remember_entries(feed, [{"guid": "g1", "url": "u1", "hash": "h1"}, {"guid": "g2", "url": "u2", "hash": "h2"}], NOW)
    wire.remember_entries(feed, [{"guid": "g2", "url": "u2", "hash": "new"}], days(1))
    assert wire.known_guids(feed, ["g1", "g2", "g3"]) == {"g1": "h1", "g2": "new"}
    assert wire.known_guids(other, ["g1"]) == {}
    assert wire.known_guids(feed, []) == {}
    wire.remove_feed("https://b.example/rss")
    assert wire.known_guids(feed, ["g1"]) == {}


# pages ----------------------------------------------------------------------------------------------------------


def test_pages(wire: Wire) -> None:
    assert wire.add_page("https://n.example/1", feed_id=None, entry={"title": "Ünï"}, now=NOW) is True
    assert wire.add_page("https://n.example/1", feed_id=None, entry={}, now=days(1)) is False
    wire.add_page("https://n.example/2", feed_id=None, entry={}, now=days(1))
    row = wire.page("https://n.example/1") or {}
    assert (json.loads(row["entry"]), row["first_seen"]) == ({"title": "Ünï"}, "2026-03-02T07:15:00Z")
    wire.save_page("https://n.example/1", visits=1, etag='"x"', next_visit=days(0.5))
    assert [p["url"][-1] for p in wire.due_pages(days(2))] == ["2", "1"]  # never fetched ones first
    assert [p["url"][-1] for p in wire.due_pages(days(0.5))] == ["1"]
    wire.save_page("https://n.example/1", next_visit=None)
    assert [p["url"][-1] for p in wire.due_pages(days(9), 5)] == ["2"]
    assert wire.page("https://nowhere.example") is None


# articles -------------------------------------------------------------------------------------------------------


def test_articles_are_versions_of_pages(wire: Wire, fill: Filler) -> None:
    fill.article("v1", days(1), page="p")
    fill.article("v2", days(2), page="p")
    fill.article("x", days(0))
    assert wire.add_article({"id": "v2", "page": "p"}) is False
    assert [(v["id"], v["version"]) for v in wire.versions("p")] == [("v1", 1), ("v2", 2)]
    assert ids(wire.articles(["v2", "x", "v1", "nowhere"])) == ["x", "v1", "v2"]
    assert wire.articles([]) == []
    assert (wire.article("x") or {})["state"] == "new"
    assert wire.article("nowhere") is None
    wire.save_article("x", state="copy", copy_of="v1", copy_why="the same words")
    assert (wire.article("x") or {})["copy_of"] == "v1"
    assert wire.counts() == {"copy": 1, "new": 2}
    assert wire.waiting() == 2


def test_text_is_kept_to_the_letter(wire: Wire, fill: Filler) -> None:
    fill.article("a", text="« L’intégralité » 造船 🚢\r\n\ttab \x00nul \ud83d")
    assert (wire.article("a") or {})["text"] == "« L’intégralité » 造船 🚢\r\n\ttab nul "


def test_claiming_the_oldest_first_for_a_while(wire: Wire, fill: Filler) -> None:
    for n in (2, 0, 1):
        fill.article(f"a{n}", days(n))
    first = wire.claim_articles(NOW, days(1), limit=2)
    assert [(a["id"], a["token"], a["attempts"]) for a in first] == [("a0", 1, 1), ("a1", 1, 1)]
    assert ids(wire.claim_articles(NOW, days(1))) == ["a2"]
    assert wire.claim_articles(days(0.5), days(1)) == []
    again = wire.claim_articles(days(1.1), days(2))  # the lease is over: its worker is gone
    assert [(a["id"], a["token"], a["attempts"]) for a in again] == [("a0", 2, 2), ("a1", 2, 2), ("a2", 2, 2)]


def test_a_clock_that_is_set_back_holds_up_nothing(wire: Wire, fill: Filler) -> None:
    fill.article("a")
    wire.add_feed("https://feeds.example/a", kind="press", title="", now=days(3))
    (feed,) = wire.due_feeds(days(3))
    wire.save_feed(feed["id"], last_poll=days(3), next_poll=days(4))
    assert ids(wire.claim_articles(days(3), days(4))) == ["a"]
    assert ids(wire.claim_articles(NOW, days(1))) == ["a"]
    assert wire.claim_articles(NOW, days(1)) == []
    assert [f["url"] for f in wire.due_feeds(NOW)] == ["https://feeds.example/a"]


def test_a_worker_that_lost_its_lease_writes_nothing(wire: Wire, fill: Filler) -> None:
    fill.article("a")
    slow = wire.claim_articles(NOW, days(1))[0]
    quick = wire.claim_articles(days(2), days(3))[0]
    assert wire.finish_article("a", slow["token"], state="held") is False
    assert wire.finish_article("a", quick["token"], state="read", reader="x") is True
    row = wire.article("a") or {}
    assert (row["state"], row["reader"], row["lease_until"]) == ("read", "x", None)


def test_an_article_that_kills_its_worker_is_set_aside_and_shown(wire: Wire, fill: Filler) -> None:
    fill.article("bad")
    for n in range(DEATHS):
        assert ids(wire.claim_articles(days(n), days(n + 0.5))) == ["bad"]
    fill.article("good", days(5))
    assert ids(wire.claim_articles(days(DEATHS), days(DEATHS + 1))) == ["good"]
    row = wire.article("bad") or {}
    assert (row["state"], row["error"]) == ("quarantined", "it ended its worker too often")
    problem = wire.problems()[0]
    assert (problem["room"], problem["subject"]) == ("desk", "https://news.example/bad")
    assert problem["message"] == f"the article was set aside after {DEATHS} tries: it ended its worker too often"
    assert wire.waiting() == 1


# copies ---------------------------------------------------------------------------------------------------------


def test_articles_that_share_bands(wire: Wire, fill: Filler) -> None:
    for n, bands in enumerate([[1, 2, 3], [1, 2, 9], [1, 8, 7], [4, 5, 6], [2**63 - 1, -5, 0]]):
        fill.article(f"a{n}", days(n))
        wire.set_bands(f"a{n}", bands)
    wire.set_bands("a3", [7, 7, 7])
    found = wire.sharing_bands("a0", [1, 2, 3], days(-1), days(9))
    assert [(a["id"], a["shared"]) for a in found] == [("a1", 2), ("a2", 1)]
    assert ids(wire.sharing_bands("a0", [1, 2, 3], days(2), days(9))) == ["a2"]
    assert ids(wire.sharing_bands("a0", [1, 2, 3], days(-1), days(9), 1)) == ["a1"]
    assert ids(wire.sharing_bands("a9", [7], days(-1), days(9))) == ["a3", "a2"]
    assert ids(wire.sharing_bands("a9", [2**63 - 1], days(-1), days(9))) == ["a4"]
    assert wire.sharing_bands("a0", [], days(-1), days(9)) == []


# problems -------------------------------------------------------------------------------------------------------


def test_the_same_problem_is_counted(wire: Wire) -> None:
    wire.problem("watch", "https://a.example", "no feed", NOW)
    wire.problem("watch", "https://b.example", "no feed", days(1))
    wire.problem("watch", "https://a.example", "no feed", days(2))
    wire.problem("read", "x" * 900, "y" * 2000, days(-1))
    rows = wire.problems()
    assert [(p["subject"][:17], p["times"]) for p in rows] == [("https://a.example", 2), ("https://b.example", 1), ("x" * 17, 1)]
    assert (rows[0]["first_at"], rows[0]["last_at"]) == ("2026-03-02T07:15:00Z", "2026-03-04T07:15:00Z")
    assert (len(rows[2]["subject"]), len(rows[2]["message"])) == (500, 1000)
    assert len(wire.problems(1)) == 1
