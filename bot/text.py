"""Text helpers shared by the rooms: sentences, words, numbers, hashes. Pure; contains no business logic."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from sentencex import get_sentence_boundaries

from store.words import CJK, bigrams, fold, words

__all__ = ["CJK", "about", "bigrams", "clean", "context", "digest", "fold", "numbers", "paragraphs", "sentences", "signed", "words"]

#: Title and lead are looked for in so much of a text, and so much of the lead counts (characters).
OPENING, LEAD_CHARS = 1500, 240
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
# Endings after which a sentence splitter wrongly stops, most of all in French ("M. Durand, P.-D. G. de X").
_NO_STOP = re.compile(
    r"(?:\b(?:MM?|Mme|Mlle|Mr|Mrs|Ms|Dr|Prof|Sr|Sra|Dott|Ing|Hr|Fr|St|No|Nr|Nos|vs|Co|Corp|Inc|Ltd|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|"
    r"bzw|ca|etc|approx|est|U\.S|U\.K)|\b[A-Z]|P\.-D|\bS\.A|\bp\.m|\ba\.m)\.\s*$"
)
_PARAGRAPH = re.compile(r"\n\s*\n|\n")
_PIECE = 65536  # bytes


def clean(text: str) -> str:
    """`text` without control, zero-width, bidi and surrogate characters (both databases and people dislike them)."""
    return _INVISIBLE.sub("", text)


@lru_cache(maxsize=64)
def sentences(text: str, lang: str = "en") -> tuple[tuple[int, int], ...]:
    """Offsets (start, end) of the sentences of `text`, white space trimmed; paragraphs never run together."""
    return tuple(_sentences(text, lang))


def _sentences(text: str, lang: str) -> Iterator[tuple[int, int]]:
    for start, end in paragraphs(text):
        block = text[start:end]
        held: int | None = None
        for row in get_sentence_boundaries(lang or "en", block):
            a, b = row["start_index"], row["end_index"]
            if held is None:
                held = a
            if _NO_STOP.search(block[held:b]) and b < len(block):
                continue
            piece = _trim(block, held, b)
            held = None
            if piece:
                yield start + piece[0], start + piece[1]
        if held is not None and (piece := _trim(block, held, len(block))):
            yield start + piece[0], start + piece[1]


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the non-empty lines of `text`."""
    out, at = [], 0
    for gap in _PARAGRAPH.finditer(text):
        if piece := _trim(text, at, gap.start()):
            out.append(piece)
        at = gap.end()
    if piece := _trim(text, at, len(text)):
        out.append(piece)
    return tuple(out)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


_MULTIPLIERS = {
    "thousand": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12,
    "mille": 1e3, "millions": 1e6, "milliard": 1e9, "milliards": 1e9,
    "tausend": 1e3, "mio": 1e6, "millionen": 1e6, "mrd": 1e9, "milliarde": 1e9, "milliarden": 1e9,
    "mil": 1e3, "millón": 1e6, "millones": 1e6, "milhão": 1e6, "milhões": 1e6, "mi": 1e6, "bilhão": 1e9, "bilhões": 1e9, "bi": 1e9,
    "mila": 1e3, "milione": 1e6, "milioni": 1e6, "miliardo": 1e9, "miliardi": 1e9,
    "千": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12, "천": 1e3, "만": 1e4, "억": 1e8, "조": 1e12,
}  # fmt: skip
_NUMBER = re.compile(rf"(?<![^\W{CJK}])(?<![\d.])(\d{{1,3}}(?:[.,'’\u00a0\u202f ]\d{{3}})+(?:[.,]\d{{1,2}})?(?!\d)|\d+(?:[.,]\d+)?)\s?([^\W\d_]+)?")
# a day, month or hour of the calendar is no figure
_CALENDAR = re.compile("[年月日号時时분년월일시]")
# what follows a count in Japanese, Chinese and Korean sticks to the multiplier: 20万個 is 20 times 万
_EAST = re.compile("[千万萬亿億兆천만억조]")


def numbers(text: str, lang: str = "en") -> frozenset[float]:
    """The numbers of `text` with their multipliers applied: "3.4 billion", "3,4 Mrd", "34億" are all 3.4e9.

    A comma or point before exactly three last digits groups thousands, else it is the decimal sign.
    """
    out = set()
    for match in _NUMBER.finditer(unicodedata.normalize("NFKC", text)):
        digits, unit = match.group(1), (match.group(2) or "")
        if unit and _CALENDAR.match(unit):
            continue
        parts = re.split(r"[.,'’\s]", digits)
        if len(parts) > 1 and all(len(p) == 3 for p in parts[1:]) and parts[0] != "0":
            value = float("".join(parts))
        elif len(parts) > 2:
            value = float("".join(parts[:-1]) + ("" if len(parts[-1]) == 3 else ".") + parts[-1])
        else:
            value = float(".".join(parts))
        factor = _MULTIPLIERS.get(unit.casefold(), 1.0)
        if factor == 1.0 and unit and _EAST.match(unit[0]):
            factor = _MULTIPLIERS[unit[0]]
        out.add(round(value * factor, 4))
    return frozenset(out)


def digest(text: str, tag: str = "t1") -> str:
    """A short content hash; `tag` names the algorithm, so that a changed one shows."""
    return f"{tag}-{hashlib.blake2b(text.encode('utf-8', 'replace'), digest_size=12).hexdigest()}"


def digest_of_bytes(data: bytes, tag: str) -> str:
    """As `digest` of the bytes read as Latin-1, piece by piece."""
    found = hashlib.blake2b(digest_size=12)
    for at in range(0, len(data), _PIECE):
        found.update(data[at : at + _PIECE].decode("latin-1").encode())
    return f"{tag}-{found.hexdigest()}"


def context(article: Mapping[str, Any]) -> str:
    """Title and lead of an article, for telling what it is about."""
    lead = _lead((article.get("text") or "")[:OPENING], article.get("lang") or "en")
    return f"{article.get('title') or ''} {lead}".strip()


@lru_cache(maxsize=2048)
def _lead(opening: str, lang: str) -> str:
    """The end of the first sentence, kept: one article is held against many."""
    first = next(_sentences(opening, lang), None)  # the others need not be looked for
    return opening[: first[1]][-LEAD_CHARS:] if first else ""


def signed(kind: str | None, outlet: str) -> str:
    """Who puts out an announcement, as its first line ("" for any other article): in its own a company may say "we"
    throughout and never its name."""
    return f"{outlet}\n" if kind == "press_release" else ""


def about(article: Mapping[str, Any]) -> str:
    """What stands for an article where it is compared: `context`, or the first words of one that has none."""
    return context(article) or str(article.get("text") or "")[:300]
