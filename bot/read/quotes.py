"""Finding a quote in its source: exact up to the look of quotation marks, dashes, ellipses and white space. Pure.

A hit is always a slice of the source; the string that was searched for is never shown. Nothing is matched by
similarity: "We are in talks" and "We are not in talks" are 95 % alike.
"""

from __future__ import annotations

import unicodedata

from bot.read.reading import Span

_SINGLE = dict.fromkeys("’‘‚‛′ʼ＇`´", "'")
_DOUBLE = dict.fromkeys("“”„‟″«»＂❝❞〝〞", '"')
_DASH = dict.fromkeys("‐‑‒–—―−－", "-")
_FOLD = {**_SINGLE, **_DOUBLE, **_DASH, "…": "..."}
#: Marks that may stand around a quote as it was searched for, without being part of it.
_AROUND = " \t\r\n\"'「」『』《》〈〉‹›"
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


def folded(text: str) -> tuple[str, list[int]]:
    """`text` as compared, and for each of its characters the offset in `text` that it came from (plus the end).

    Compatibility forms, quotation marks, dashes, ellipses and case are made alike, runs of white space become
    one blank, invisible characters go. Nothing else is dropped, so no word can go missing.
    """
    out: list[str] = []
    at: list[int] = []
    for i, char in enumerate(text):
        if char in _INVISIBLE:
            continue
        piece = _FOLD.get(char) or _plain(char)
        for c in piece:
            if c.isspace():
                if out and out[-1] == " ":
                    continue
                c = " "
            out.append(c)
            at.append(i)
    at.append(len(text))
    return "".join(out), at


def _plain(char: str) -> str:
    if char.isascii():
        return char.lower()
    return "".join(_FOLD.get(c, c) for c in unicodedata.normalize("NFKC", char)).casefold()


def locate(text: str, quote: str) -> Span | None:
    """The slice of `text` that `quote` stands for, or None. The first one, where there are several.

    A quote may carry marks around it that the source lacks; they are left off. An ellipsis is no wildcard.
    A hit begins and ends at the edge of a word, so "no plans" is not found inside "nano plans".
    """
    wanted = folded(quote)[0].strip(_AROUND)
    if not any(c.isalnum() for c in wanted):
        return None
    haystack, at = folded(text)
    start = haystack.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        if _edge(haystack, start) and _edge(haystack, end):
            first, last = at[start], at[end - 1] + 1
            # one source character may fold to several; a hit must not begin or end inside it
            if (start == 0 or at[start - 1] < first) and at[end] >= last:
                return Span(start=first, end=last, text=text[first:last])
        start = haystack.find(wanted, start + 1)
    return None


def _edge(text: str, at: int) -> bool:
    if at in (0, len(text)):
        return True
    a, b = text[at - 1], text[at]
    # scripts written without blanks have no edges between words
    return not (_latin(a) and _latin(b))


def _latin(char: str) -> bool:
    return char.isalnum() and ord(char) < 0x2E80
