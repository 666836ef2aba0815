"""The demo's wire as the real watch takes it in: every page, once a version, with its date, outlet, kind and words."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from bot.sandbox.newsroom import WIRE, Newsroom, read_wire
from bot.watch.http import Fetcher
from bot.watch.polling import poll_due, visit_due
from store.engine import iso

NOW = datetime(2027, 3, 3, 12, 0, tzinfo=UTC)
# an authority's release may count as its filing
KINDS = {"press_release": {"press_release", "filing"}, "filing": {"filing"}, "court": {"court"}}


@pytest.fixture(scope="module")
def fetcher():
    fetcher = Fetcher("Walkback/test", allow_private=True)
    yield fetcher
    fetcher.close()


def words(text):
    return re.sub(r"\s+", " ", text).strip()


def test_the_whole_wire_arrives(ledger, fetcher):
    with Newsroom(manual=True, now=NOW) as newsroom:
        for url, kind in newsroom.feeds:
            ledger.wire.add_feed(url, kind=kind, title="", now=NOW)
        at, seen = NOW, set()

        def watch():
            nonlocal at
            at += timedelta(seconds=1)
            poll_due(ledger, fetcher, at, window=timedelta(days=4000), min_interval=timedelta(0))
            visit_due(ledger, fetcher, at, 200)

        coming = [newsroom.address(row["url"]) for row in read_wire(WIRE)[0]]
        for url in coming:
            if url in seen:
                watch()  # its first version, before it is replaced
            seen.add(url)
            assert newsroom.release_next().url == url
        watch()
        assert ledger.wire.problems() == []
        rows = {(r["url"], r["published"]): r for r in ledger.db.query("SELECT * FROM articles")}
        stories = {(s.url, iso(s.published)): s for s in newsroom.released}
    assert set(rows) == set(stories)
    for key, story in stories.items():
        row = rows[key]
        assert words(row["text"]) == words(story.text)
        assert (row["title"], row["outlet"], row["lang"]) == (words(story.title), story.outlet, story.lang), (
            story.original
        )
        assert row["readable"], row["reason"]
        if story.kind in KINDS:
            assert row["kind"] in KINDS[story.kind], story.original
    assert sorted(r["version"] for r in rows.values())[-2:] == [1, 2]
