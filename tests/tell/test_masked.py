"""Addresses of feeds as people see them: no password, no key."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.settings import Settings
from bot.tell import home, lookups
from bot.tell.tools import Tools
from bot.watch import feeds
from bot.watch.http import FetchError, check_url
from store.redact import SHOWN, masked

from .conftest import Story


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("https://bob:pw@paid.example/feed?api_key=K1&page=2", f"https://paid.example/feed?api_key={SHOWN}&page=2"),
        ("http://ghp_xxx@host.example/", "http://host.example/"),
        ("see https://a.example/?Signature=abc#x now", f"see https://a.example/?Signature={SHOWN}#x now"),
        ("https://a.example/@bob?q=token", "https://a.example/@bob?q=token"),
    ],
)
def test_masked(given: str, seen: str) -> None:
    assert masked(given) == seen


def test_the_home_tab_and_the_list_show_no_key(story: Story, clock: Any) -> None:
    story.ledger.wire.add_feed("https://bob:hunter2secret@paid.example/feed?api_key=KEY987", kind="press", title="", now=clock())
    view = home.view(Tools(story.ledger, Settings(), lambda: None, clock), "T2", "U1")
    seen = json.dumps(view) + lookups.feed_line(story.ledger.wire.feeds()[0])
    assert "paid.example" in seen
    assert "hunter2secret" not in seen
    assert "KEY987" not in seen


def test_a_refused_address_is_not_said_back() -> None:
    with pytest.raises(FetchError) as refused:
        check_url("http://ghp_xxx@host.example")
    assert "ghp_xxx" not in str(refused.value)


def test_links_of_entries_lose_what_they_log_in_with() -> None:
    page = "https://bob:secretpw99@news.example/b"
    body = f"<rss version='2.0'><channel><title>N</title><item><title>x</title><link>{page}</link></item><item><title>y</title><guid>{page}2</guid></item></channel></rss>"
    got = feeds.parse(body.encode(), "application/rss+xml", "https://news.example/feed")
    assert [entry.url for entry in got.entries] == ["https://news.example/b", "https://news.example/b2"]
    assert "secretpw99" not in str(got)
