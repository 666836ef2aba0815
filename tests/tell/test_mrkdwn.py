"""Whatever a feed holds: nothing of it is a mention, a link or a control character in Slack."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.tell.mrkdwn import MAX_URL, clip, domain, escape, length, one_line, safe_url, unescape

_TEXT = st.text(st.one_of(st.characters(), st.sampled_from("<@U1>|!&amp;# http://a.example/\n\u202e\u200b🧪")), max_size=200)


@given(_TEXT, st.integers(2, 120))
def test_a_clipped_text_fits_and_is_one_line(text: str, limit: int) -> None:
    cut = clip(text, limit)
    assert length(cut) <= limit
    assert "\n" not in cut
    assert cut == one_line(cut)


@given(_TEXT)
def test_nothing_escaped_is_syntax(text: str) -> None:
    assert not re.search(r"[<>]|&(?!amp;|lt;|gt;)", escape(text))
    assert unescape(escape(text)) == text


@given(_TEXT)
def test_a_link_is_http_and_closes_nothing(text: str) -> None:
    for url in (text, "http://" + text, "https://a.example/" + text):
        safe = safe_url(url)
        if safe is not None:
            assert safe.startswith(("http://", "https://"))
            assert not re.search(r"[<>|\s]", safe)
            assert len(safe) <= MAX_URL
        domain(url)
