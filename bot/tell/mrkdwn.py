"""Untrusted text made safe for Slack: cut, escaped, links checked. Pure; contains no business logic.

Lengths are counted as Slack's own clients do, in UTF-16 units. Escaping is Slack's rule for mrkdwn and for the
fallback text: `&`, `<` and `>` only (docs.slack.dev/messaging/formatting-message-text), so that no mention,
channel, date or link can come out of a feed. Text is always cut before it is escaped: the other way round half
an entity could be left.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

from bot.text import clean

#: Longest address put behind a link; longer ones are dropped (Slack takes 3,000).
MAX_URL = 1_000
_SPACE = re.compile(r"\s+")
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,251}[a-z0-9])?|[0-9a-f:.]*:[0-9a-f:.]+")
_QUOTE_MARKS = "\"“”„‟«»‹›「」『』‘’‚‛'"


def length(text: str) -> int:
    """UTF-16 units of `text`."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def one_line(text: str | None) -> str:
    """`text` without invisible characters, all white space single."""
    return _SPACE.sub(" ", clean(text or "")).strip()


def clip(text: str | None, limit: int) -> str:
    """One line of at most `limit` UTF-16 units; a longer one ends in "…", at a word's end where one is near."""
    line = one_line(text)
    if length(line) <= limit:
        return line
    cut = line[:limit]
    while cut and length(cut) > limit - 1:
        cut = cut[: len(cut) - max(1, (length(cut) - limit + 1) // 2)]
    space = cut.rfind(" ")
    if space > len(cut) * 0.7:
        cut = cut[:space]
    return cut.rstrip(" ,;:–—-") + "…"


def escape(text: str) -> str:
    """Slack's three escapes. Give it text that was cut already."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """What a person typed, from the text of a slash command (Slack sends it escaped)."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def quoted(text: str) -> str:
    """`text` in quotation marks, without a second pair where the words bring their own."""
    if text and text[0] in _QUOTE_MARKS and text[-1] in _QUOTE_MARKS + "…":
        return text
    return f"“{text}”"


def safe_url(url: str | None) -> str | None:
    """The address as it may stand behind a link, or None: http(s) only, nothing in it that could end the link early.

    It is put together anew: a host of other scripts as punycode, which shows look-alike letters, and without the
    "name@" before a host, which only ever serves to mislead.
    """
    try:
        parts = urlsplit((url or "").strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
        ascii_host = host if host.isascii() else host.encode("idna").decode("ascii")
        path = quote(parts.path, safe="%/:@!$&'()*+,;=-._~")
        query = quote(parts.query, safe="%/:?@!$&'()*+,;=-._~[]")
        fragment = quote(parts.fragment, safe="%/:?@!$&'()*+,;=-._~")
    except ValueError:  # bad brackets, port, host or surrogates
        return None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(ascii_host):
        return None
    at = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    safe = urlunsplit((parts.scheme, f"{at}:{port}" if port else at, path, query, fragment))
    return safe if len(safe) <= MAX_URL else None


def domain(url: str | None) -> str:
    """The real host an address leads to, without "www."; "" where it cannot be linked."""
    safe = safe_url(url)
    return ((urlsplit(safe).hostname or "") if safe else "").removeprefix("www.")
