"""Moves the dates that are written out in a text, so that a story told later still agrees with its calendar. Pure.

Only full dates with a year are known (12 January 2026, 12. Januar 2026, 12 de enero de 2026, 2026年1月12日,
2026년 1월 12일): a wire that is to be moved writes the others without year or month ("on Tuesday", "last month").
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
}
_EAST = {
    "ja": (re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日"), "{0.year}年{0.month}月{0.day}日"),
    "zh": (re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日"), "{0.year}年{0.month}月{0.day}日"),
    "ko": (re.compile(r"(\d{4})년 (\d{1,2})월 (\d{1,2})일"), "{0.year}년 {0.month}월 {0.day}일"),
}


def move_dates(text: str, lang: str, shift: timedelta) -> str:
    """`text` with its full dates moved by `shift`; a language that is not known is read as English."""
    if lang in _EAST:
        pattern, form = _EAST[lang]
        return pattern.sub(lambda m: form.format(date(*map(int, m.groups())) + shift), text)
    names = _MONTHS.get(lang, _MONTHS["en"]).split()
    of = {"es": "( de )", "pt": "( de )", "de": r"(\. )"}.get(lang, "( )")
    between = "( de )" if lang in ("es", "pt") else "( )"
    pattern = re.compile(rf"\b(\d{{1,2}}){of}({'|'.join(names)}){between}(\d{{4}})\b")

    def moved(match: re.Match[str]) -> str:
        day, first, month, second, year = match.groups()
        at = date(int(year), names.index(month) + 1, int(day)) + shift
        return f"{at.day}{first}{names[at.month - 1]}{second}{at.year}"

    return pattern.sub(moved, text)
