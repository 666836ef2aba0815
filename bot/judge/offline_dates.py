"""The dates that a text names, in nine languages, as intervals of days. Pure.

A date without a year is the latest that lies before the text's own day or shortly after it. A month alone is an
interval from its first day to its last. "Today" and "yesterday" count as the day of publication.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.judge.offline_cues import TODAY, cue

#: A date without a year may lie this far ahead before it is taken for last year's.
AHEAD = timedelta(days=60)

_MONTHS = {
    1: "january janvier januar jänner enero janeiro gennaio jan",
    2: "february février fevrier februar febrero fevereiro febbraio feb",
    3: "march mars märz marzo março marco mar",
    4: "april avril abril aprile apr avr",
    5: "may mai mayo maio maggio",
    6: "june juin juni junio junho giugno jun",
    7: "july juillet juli julio julho luglio jul juil",
    8: "august août aout agosto aug",
    9: "september septembre septiembre setiembre setembro settembre sept sep",
    10: "october octobre oktober octubre outubro ottobre oct okt",
    11: "november novembre noviembre novembro nov",
    12: "december décembre decembre dezember diciembre dezembro dicembre dec déc dez",
}
_NUMBER = {name: number for number, names in _MONTHS.items() for name in names.split()}
# abbreviations and words that are something else too ("may", "mars", "mar") need a day or a year beside them
_ALONE = frozenset(n for n in _NUMBER if len(n) > 4 and n not in ("march", "marzo")) | {"june", "july", "juin", "juni", "juli", "août", "märz", "abril"}
_NAME = "|".join(sorted(map(re.escape, _NUMBER), key=len, reverse=True))
_PATTERNS = [
    re.compile(r"(?P<y>20\d\d|19\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
    re.compile(r"(?<![\d.,/])(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>20\d\d)(?!\d)"),
    re.compile(r"(?P<y>20\d\d|19\d\d)\s?[年년]\s?(?:(?P<m>\d{1,2})\s?[月월]\s?(?:(?P<d>\d{1,2})\s?[日일])?)?"),
    re.compile(r"(?<!\d)(?P<m>\d{1,2})\s?[月월]\s?(?:(?P<d>\d{1,2})\s?[日일])?(?!間)"),
    re.compile(
        rf"(?<!\w)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|\.|°)?\s(?:de |of )?(?P<mn>{_NAME})(?!\w)\.?(?:,?\s(?:de |del |of )?(?P<y>20\d\d|19\d\d))?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?P<mn>{_NAME})(?!\w)\.?\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.,]\d|\d|\s?%)(?:,?\s(?P<y>20\d\d|19\d\d))?",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w)(?P<mn>{_NAME})(?!\w)\.?,?\s(?:de |del |of )?(?P<y>20\d\d|19\d\d)(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?P<mn>{_NAME})(?!\w)", re.IGNORECASE),
]
_BEFORE_A_MONTH = re.compile(
    r"(?:in|since|by|until|last|early|mid|late|of|en|em|im|seit|ab|anfang|mitte|ende|desde|depuis|dès|de|del|di|da|fin|a|à|nel|dal|por)[ -]$",
    re.IGNORECASE,
)
_SHARED_YEAR = re.compile(r"20\d\d|19\d\d")


@dataclass(frozen=True)
class Dated:
    """A date in a text: the days it may mean (both ends included) and where it stands."""

    first: date
    last: date
    start: int
    end: int


def dates(text: str, published: date, lang: str = "en") -> list[Dated]:
    """The dates of `text`, which was published on that day, in order of place."""
    taken: list[Dated] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(d.start < match.end() and match.start() < d.end for d in taken):
                continue
            if (found := _read(match, published, text)) is not None:
                taken.append(Dated(*found, match.start(), match.end()))
    for match in cue(TODAY, lang).finditer(text):
        taken.append(Dated(published - timedelta(days=1), published, match.start(), match.end()))
    return sorted(taken, key=lambda d: d.start)


def _read(match: re.Match[str], published: date, text: str) -> tuple[date, date] | None:
    parts = match.groupdict()
    name, day = (parts.get("mn") or "").casefold(), int(parts.get("d") or 0)
    month = _NUMBER.get(name) or int(parts.get("m") or 0)
    year = int(parts.get("y") or 0)
    if not month:
        return (date(year, 1, 1), date(year, 12, 31)) if year else None
    if month > 12 or day > 31:
        return None
    alone = name and not day and not year and name not in _ALONE
    if alone and not _BEFORE_A_MONTH.search(text[max(0, match.start() - 8) : match.start()]):
        return None
    if not year:
        # "between June and November 2024": the year that follows closely belongs to both
        shared = _SHARED_YEAR.search(text[match.end() : match.end() + 22]) if name else None
        years: Iterator[int] = iter([int(shared.group())] if shared and not day else [published.year + 1, published.year, published.year - 1])
        for candidate in years:
            if (found := _days(candidate, month, day)) and found[0] <= published + AHEAD:
                return found
        return None
    return _days(year, month, day)


def _days(year: int, month: int, day: int) -> tuple[date, date] | None:
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    except ValueError:
        return None
