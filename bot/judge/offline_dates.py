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
#: "Early", "mid" and "late", before a month (behind it in Chinese, Japanese and Korean), and the days that they mean.
_PARTS: list[tuple[tuple[re.Pattern[str], re.Pattern[str]], int, int | None]] = [
    ((re.compile(before, re.IGNORECASE), re.compile(behind)), start, end)
    for before, behind, start, end in (
        (r"(?:\bearly|\bdébut|\banfang|\b(?:a )?principios de|\b(?:no )?in[ií]cios? de|\binizio(?: di)?|\bai primi di|\bcomienzos de)(?: in)?[ -]$",
         r"\s?(?:上旬|初旬|初め|初|초)", 1, 10),
        (r"(?:\bmid(?:dle of)?|\bmi|\bmitte|\bmediados de|\bmeados de|\bmetà(?: di)?|\bà la mi)[ -]$", r"\s?(?:中旬|半ば|中|중순)", 10, 20),
        (r"(?:\blate|\bend of|\bfin|\bende|\bfinal(?:es)? de|\bfins de|\bfine(?: di)?)[ -]$", r"\s?(?:下旬|末|底|말|하순)", 20, None),
    )
]  # fmt: skip
_LAST_YEAR = re.compile(
    r"\s?(?:of )?last year|\s?(?:de )?l[’']an(?:née)? (?:dernier|dernière|passé)|\s?(?:des )?(?:letzten|vergangenen|vorigen) jahres|"
    r"\s?del (?:año pasado|pasado año)|\s?d[oe] ano passado|\s?(?:dell[’']anno scorso|dello scorso anno)",
    re.IGNORECASE,
)
_SHARED_YEAR = re.compile(r"20\d\d|19\d\d")
COUNT = {
    w: n
    for n, row in enumerate(
        ["one a an une un ein eine einem einer uno una um uma 一 한", "two deux zwei dos dois duas due 二 两 두", "three trois drei tres três tre 三 세", "four quatre vier cuatro quatro quattro 四 네", "five cinq fünf cinco cinque 五", "six sechs seis sei 六", "seven sept sieben siete sete sette 七", "eight huit acht ocho oito otto 八", "nine neuf neun nueve nove 九", "ten dix zehn diez dez dieci 十"],
        1,
    )
    for w in row.split()
}
N = r"(?P<n>\d{1,2}|" + "|".join(sorted(COUNT, key=len, reverse=True)) + ")"
_UNIT = {
    1: "days? jours? tagen? días? dias? giorn[io] 日 天 일",
    7: "weeks? semaines? wochen? semanas? settiman[ae] 週間 周 星期 주",
    30: "months? mois monaten? mes(?:es)? m[êe]s(?:es)? mes[ei] か月 カ月 ヶ月 ヵ月 个月 개월 달",
    365: "years? ans? jahr(?:en)? años? anos? ann[io] 年 년",
}
U = "|".join(f"(?P<u{size}>{'|'.join(stems.split())})" for size, stems in _UNIT.items())
_AGO = re.compile(
    rf"(?<!\w){N}\s?(?:{U})\s(?:ago|earlier|fa\b|atrás|antes)|(?:vor|hace|il y a|há)\s"
    + re.sub(r"\?P<(\w+)>", r"?P<\1_>", rf"{N}\s(?:{U})")
    + "|"
    + re.sub(r"\?P<(\w+)>", r"?P<\1__>", rf"{N}\s?(?:{U})\s?(?:前|전)"),
    re.IGNORECASE,
)
#: Last week: days back from publication (first, last). Last month: that many months back, whole.
_LAST: list[tuple[re.Pattern[str], str, tuple[int, int]]] = [
    (re.compile(
        r"last week|la semaine (?:dernière|passée)|(?:letzter?|vergangenen?|voriger?n?) woche|la semana pasada|(?:na|da) semana passada|"
        r"la (?:settimana scorsa|scorsa settimana)|先週|上周|上星期|지난주", re.IGNORECASE), "days", (13, 3)),
    (re.compile(
        r"last month|le mois dernier|(?:letzten|vergangenen|vorigen) monat|el (?:mes pasado|pasado mes)|(?:no|do) mês passado|"
        r"il mese scorso|lo scorso mese|先月|上月|上个月|지난달", re.IGNORECASE), "month", (1, 0)),
    (re.compile(r"this month|ce mois-ci|diesen monat|este mes|este mês|questo mese|今月|本月|이달", re.IGNORECASE), "month", (0, 0)),
    (re.compile(
        r"(?<!\w)(?:(?:on |le |am |el |na |no |di )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|"
        r"vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|"
        r"sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)-feira|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica))(?!\w)|"
        r"[月火水木金土日]曜日|(?:周|星期)[一二三四五六日]|[월화수목금토일]요일", re.IGNORECASE), "days", (7, 0)),
]  # fmt: skip


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
                taken.append(Dated(*_part(match, text, found), match.start(), match.end()))
    for match in cue(TODAY, lang).finditer(text):
        taken.append(Dated(published - timedelta(days=1), published, match.start(), match.end()))
    for first, last, start, end in _relative(text, published):
        if not any(d.start < end and start < d.end for d in taken):
            taken.append(Dated(first, last, start, end))
    return sorted(taken, key=lambda d: d.start)


def _relative(text: str, published: date) -> Iterator[tuple[date, date, int, int]]:
    """"Three months ago", "last week": with the vagueness that such words have."""
    for match in _AGO.finditer(text):
        parts = {k.rstrip("_"): v for k, v in match.groupdict().items() if v}
        count = int(parts["n"]) if parts["n"].isdigit() else COUNT[parts["n"].casefold()]
        size = next(int(k[1:]) for k in parts if k.startswith("u"))
        slack = timedelta(days={1: 0, 7: 3, 30: 15, 365: 183}[size])
        centre = published - timedelta(days=count * size)
        yield centre - slack, centre + slack, match.start(), match.end()
    for pattern, unit, (most, least) in _LAST:
        for match in pattern.finditer(text):
            first, last = published - timedelta(days=most), published - timedelta(days=least)
            if unit == "month":
                months = published.year * 12 + published.month - 1 - most
                first, last = _days(months // 12, months % 12 + 1, 0) or (published, published)
            yield first, min(last, published), match.start(), match.end()


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
    if not year and _LAST_YEAR.match(text[match.end() : match.end() + 24]):
        year = published.year - 1
    if not year:
        # "between June and November 2024": the year that follows closely belongs to both
        shared = _SHARED_YEAR.search(text[match.end() : match.end() + 22]) if name else None
        years: Iterator[int] = iter([int(shared.group())] if shared and not day else [published.year + 1, published.year, published.year - 1])
        for candidate in years:
            if (found := _days(candidate, month, day)) and found[0] <= published + AHEAD:
                return found
        return None
    return _days(year, month, day)


def _part(match: re.Match[str], text: str, found: tuple[date, date]) -> tuple[date, date]:
    """A month that is named alone, narrowed by "early", "mid" or "late" beside it."""
    first, last = found
    if first.day != 1 or not 27 <= (last - first).days <= 30:
        return found
    before, behind = text[max(0, match.start() - 14) : match.start()], text[match.end() : match.end() + 4]
    for pattern, start, end in _PARTS:
        if pattern[0].search(before) or pattern[1].match(behind):
            return first.replace(day=start), last if end is None else first.replace(day=end)
    return found


def _days(year: int, month: int, day: int) -> tuple[date, date] | None:
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    except ValueError:
        return None
