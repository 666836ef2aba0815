"""Patterns that are asked of every sentence, made cheap: one is tried only where a bit of text stands that each of its
matches holds. Which bits these are is worked out from the pattern, so the answers are the same. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from re import _constants as code  # type: ignore[attr-defined]  # the parser of patterns has no public name
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any


class Cue:
    """A pattern with its needles. It is asked about texts in lower case."""

    __slots__ = ("needles", "pattern")

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern, self.needles = pattern, needles(pattern)

    def search(self, low: str) -> re.Match[str] | None:
        """The first match of a pattern that is in lower case, too (see `lowered`), or None."""
        return self.pattern.search(low) if self.may_match(low) else None

    def may_match(self, low: str) -> bool:
        """False where there is surely none, in this text or in the one whose lower case it is."""
        if not self.needles:
            return True
        for needle in self.needles:  # noqa: SIM110  any() with a generator takes twice as long
            if needle in low:
                return True
        return False


@lru_cache(maxsize=1024)
def lowered(pattern: re.Pattern[str]) -> Cue:
    """A pattern that ignores case, for text in lower case: where case is minded, the engine skips what cannot begin a
    match, and takes a third of the time. Raises ValueError for one that minds capitals."""
    if not pattern.flags & re.IGNORECASE or "(?-i" in pattern.pattern:
        raise ValueError("a pattern that minds capitals")
    text = re.sub(r"\\.|\(\?P[<=]\w+[>)]|[A-ZÀ-ÖØ-Þ]", lambda m: m.group() if len(m.group()) > 1 else m.group().lower(), pattern.pattern)
    return Cue(re.compile(text, pattern.flags & ~re.IGNORECASE))


@lru_cache(maxsize=1024)
def needles(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Bits of text in lower case of which each match holds at least one; none where nothing is sure."""
    return tuple(sorted(_of(parser.parse(pattern.pattern, pattern.flags))))


def _of(sequence: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """The best needles of a sequence: those of the one part in it whose shortest needle is longest."""
    found: list[frozenset[str]] = []
    run = ""
    for kind, value in sequence:
        if kind is code.LITERAL:
            run += chr(value).lower()
            continue
        found.append(frozenset({run} if run else ()))
        run = ""
        found.append(_of_part(kind, value))
    found.append(frozenset({run} if run else ()))
    return max(found, key=lambda some: min(map(len, some), default=0))


def _of_part(kind: Any, value: Any) -> frozenset[str]:
    if kind is code.BRANCH:
        each = [_of(branch) for branch in value[1]]
        return frozenset().union(*each) if all(each) else frozenset()
    if kind is code.SUBPATTERN:
        return _of(value[3])
    if kind in (code.MAX_REPEAT, code.MIN_REPEAT) and value[0] >= 1:
        return _of(value[2])
    if kind is code.IN and all(what is code.LITERAL for what, _ in value):
        return frozenset(chr(char).lower() for _, char in value)
    return frozenset()


class _Absent(Cue):
    """A cue that stands nowhere."""

    def search(self, low: str) -> None:
        return None

    def may_match(self, low: str) -> bool:
        return False


_ABSENT = _Absent(re.compile("(?!)"))


def there(pattern: re.Pattern[str], low: str) -> Cue:
    """`lowered`, or a cue that finds nothing where the whole text, in lower case, surely has no match: for asking its parts."""
    cue = lowered(pattern)
    return cue if cue.may_match(low) else _ABSENT
