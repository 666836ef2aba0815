from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.watch.markup import plain, to_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("AT&amp;amp;T <b>falls</b>\n 3 < 4", "AT&T falls 3 < 4"),
        ("no markup", "no markup"),
        ("<!-- x -->zero\u200bwidth", "zerowidth"),
    ],
)
def test_titles(html: str, text: str) -> None:
    assert plain(html) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("  ", ""),
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("One &amp; two", "One & two"),
        ("<p>One <a href='x'>link</a>, <b>bold</b>.</p><!-- c --><p>Two</p>", "One link, bold.\n\nTwo"),
        ("&lt;p&gt;Escaped&lt;/p&gt;&lt;p&gt;twice&lt;/p&gt;", "Escaped\n\ntwice"),
        ("<p>In</p><script>if (a<b) {}</script><style>p{}</style>after", "In\n\nafter"),
        ("<div>broken <p>never closed", "broken\n\nnever closed"),
        ("<ul><li>a</li><li>b</li></ul>", "a\n\nb"),
        ("lead<!-- hidden -->tail<br/>x", "leadtail\n\nx"),
    ],
)
def test_paragraphs(html: str, text: str) -> None:
    assert to_text(html) == text


def test_deep_nesting_ends() -> None:
    started = time.monotonic()
    to_text("<div>" * 60_000 + "x")
    assert time.monotonic() - started < 3


@settings(max_examples=60)
@given(st.text(alphabet="<>/abp &;!-\"'=\n\0\ud800é", max_size=120))
def test_no_fragment_breaks_it(fragment: str) -> None:
    assert "\0" not in to_text(fragment) + plain(fragment)
