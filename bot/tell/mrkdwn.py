"""Untrusted text made safe for Slack: cut, escaped, links checked. Pure; contains no business logic.

Lengths are counted as Slack's own clients do, in UTF-16 units. Escaping is Slack's rule for mrkdwn and for the
fallback text: `&`, `<` and `>` only (docs.slack.dev/messaging/formatting-message-text), so that no mention,
channel, date or link can come out of a feed. Text is always cut before it is escaped: the other way round half
an entity could be left.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from bot.text import clean

#: Longest address put behind a link; longer ones are dropped (Slack takes 3,000).
MAX_URL = 1_000
_SPACE = re.compile(r"\s+")
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
    """The address as it may stand behind a link, or None: http(s) only, nothing that could end the link early."""
    text = (url or "").strip()
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host or len(text) > MAX_URL:
        return None
    if any(c.isspace() for c in parts.netloc) or any(c in parts.netloc for c in "<>|\"`\\"):
        return None
    try:
        safe = quote(text, safe="%/:?#[]@!$&'()*+,;=-._~")
    except UnicodeEncodeError:
        return None
    netloc = safe.split("/", 3)[2] if safe.count("/") >= 2 else ""
    if "%" in netloc:  # a host of other scripts goes as punycode, which also shows look-alikes
        try:
            ascii_host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
        rest = safe.split("/", 3)
        safe = f"{parts.scheme.lower()}://{ascii_host}{f':{parts.port}' if parts.port else ''}" + (
            f"/{rest[3]}" if len(rest) > 3 else ""
        )
    return safe if len(safe) <= 3 * MAX_URL - 1 else None


def domain(url: str | None) -> str:
    """The real host an address leads to, without "www."; "" where it cannot be linked."""
    safe = safe_url(url)
    host = (urlsplit(safe).hostname or "") if safe else ""
    return host.removeprefix("www.")[:100]
