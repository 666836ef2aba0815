"""When do two labels, spans or names say the same? As the wire's README has it; pure."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_TOKEN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\\W_]+")
_SPACE = re.compile(r"\s+")


def fold(text: str | None) -> str:
    """NFKC, white space single, case folded."""
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text or "")).casefold().strip()


def tokens(text: str | None) -> Counter[str]:
    """Words with their counts; in scripts written without spaces, characters."""
    return Counter(_TOKEN.findall(fold(text)))


def overlap(a: str | None, b: str | None) -> float:
    """Token F1 of two texts, 0..1."""
    one, two = tokens(a), tokens(b)
    shared = (one & two).total()
    return 2 * shared / (one.total() + two.total()) if shared else 0.0


def same_name(a: str | None, b: str | None) -> bool:
    """Do two short names agree: one inside the other, or half their words in common?"""
    one, two = fold(a), fold(b)
    if not one or not two:
        return False
    return one in two or two in one or overlap(one, two) >= 0.5


def meet(a: str | None, b: str | None, text: str) -> bool:
    """Do two spans of `text` share a third of the shorter one? Spans that are not in it: half their words."""
    at, to = text.find(a) if a else -1, text.find(b) if b else -1
    if a and b and at >= 0 and to >= 0:
        return min(at + len(a), to + len(b)) - max(at, to) >= min(len(a), len(b)) / 3
    return overlap(a, b) >= 0.5
