"""Untrusted text made fit for a prompt: invisible characters out, capped at a paragraph, fenced. Pure rules."""

from __future__ import annotations

import hashlib
import re

from bot.text import clean

# Beyond what `clean` strips: characters without a shape of their own, which can carry hidden text (variation
# selectors, fillers, joiners, shorthand and musical controls).
_SHAPELESS = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)

_ACTIVE = re.compile(r"://|\bwww\.|[<>]|(?<!\w)@\w|\]\(|\bmailto:", re.I)


def visible(text: str) -> str:
    """`text` without characters that a reader cannot see."""
    return _SHAPELESS.sub("", clean(text))


def one_line(text: str) -> str:
    """`visible`, on one line: for titles and names, which must not look like a line of the prompt."""
    return " ".join(visible(text).split())


def plain(text: str) -> str:
    """A model's own sentence on one line; "" if it holds a link, a mention or markup, which no answer needs."""
    line = one_line(text)
    return "" if _ACTIVE.search(line) else line


def cut(text: str, limit: int) -> str:
    """At most `limit` characters, ending at a paragraph (else a line, else a word). 0 means no limit."""
    if limit <= 0 or len(text) <= limit:
        return text
    for mark in ("\n\n", "\n", "。", ". ", " "):
        at = text.rfind(mark, limit // 2, limit)
        if at > 0:
            return text[: at + len(mark)].rstrip()
    return text[:limit]


def fence(*texts: str) -> str:
    """A mark to put around `texts` that none of them holds.

    It is derived from the texts, so that the same article gives the same prompt (and is found in the cache),
    yet nobody can write it into an article beforehand: that would take a text that contains its own digest.
    """
    body = "\x1f".join(texts)
    for salt in range(1000):
        mark = hashlib.blake2b(
            f"{salt}\x1f{body}".encode("utf-8", "replace"), digest_size=10, person=b"fence"
        ).hexdigest()
        if mark not in body:
            return mark
    raise ValueError("no fence can be found for this text")  # a thousand digests in one text: cannot happen


def offsets(text: str) -> list[int]:
    """For each character of `visible(text)` the place in `text` it came from."""
    return [i for i, char in enumerate(text) if clean(char) and not _SHAPELESS.match(char)]
