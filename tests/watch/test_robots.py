from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.watch.robots import parse

SAMPLE = b"""\xef\xbb\xbf# a comment
User-agent: OtherBot
Disallow: /

User-Agent: Walkback/2.0 and friends
User-agent: third
Disallow: /private   # not for you
Allow: /private/press/
Disallow: /*.pdf$
Disallow: /a%3cd.html
Crawl-delay: 2.5
Sitemap: https://a.example/s.xml

User-agent: *
Disallow: /everyone
Disallow:
nonsense line
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/robots.txt", True),
        ("/private", False),
        ("/private/x?y=1", False),
        ("/private/press/1", True),
        ("/docs/x.pdf", False),
        ("/docs/x.pdf?download", True),
        ("/a<d.html", False),
        ("/a%3Cd.html", False),
        ("/everyone", True),
    ],
)
def test_the_group_that_names_the_crawler_holds(path: str, allowed: bool) -> None:
    assert parse(SAMPLE, "Walkback").allows("https://a.example" + path) is allowed


def test_all_others_fall_under_the_star() -> None:
    rules = parse(SAMPLE, "Unnamed")
    assert not rules.allows("https://a.example/everyone/1")
    assert rules.allows("https://a.example/private")
    assert rules.delay is None
    assert parse(SAMPLE, "walkback").delay == 2.5
    assert not parse(SAMPLE, "otherbot").allows("https://a.example/x")


def test_allow_wins_where_both_are_as_long_and_an_empty_file_allows_all() -> None:
    assert parse(b"user-agent: *\ndisallow: /x\nallow: /x", "w").allows("https://a.example/x")
    assert parse(b"", "w").allows("https://a.example/x")
    assert parse("user-agent: *\ndisallow: /café".encode(), "w").allows("https://a.example/cafe")
    assert not parse("user-agent: *\ndisallow: /café".encode(), "w").allows("https://a.example/caf%C3%A9")
    assert not parse(b"user-agent: *\ndisallow: /*?sort=", "w").allows("https://a.example/l?sort=1")


def test_a_pattern_made_to_hang_does_not() -> None:
    rules = parse(b"user-agent: *\ndisallow: /" + b"*a" * 400 + b"$", "w")
    started = time.monotonic()
    assert rules.allows("https://a.example/" + "a" * 3000 + "b")
    assert time.monotonic() - started < 1


@settings(max_examples=60)
@given(st.binary(max_size=400), st.text(max_size=40))
def test_no_file_and_no_path_breaks_it(body: bytes, path: str) -> None:
    parse(b"user-agent: *\ndisallow: " + body, "w").allows("https://a.example/" + path)
