"""What a text states that can be compared across wordings and languages: its numbers, names and quotes. Pure.

For telling copies apart, so it errs towards not seeing a fact: a number counts as new only where no reading of it
stands in the other text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from bot.text import CJK, fold

_BIG = {
    "en": {"thousand": 1e3, "million": 1e6, "mln": 1e6, "m": 1e6, "mn": 1e6, "billion": 1e9, "bln": 1e9, "bn": 1e9, "trillion": 1e12},
    "fr": {"mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9},
    "de": {"tausend": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6, "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "billionen": 1e12},
    "es": {"mil": 1e3, "millón": 1e6, "millones": 1e6, "millardos": 1e9},
    "pt": {"mil": 1e3, "milhão": 1e6, "milhões": 1e6, "mi": 1e6, "bilhão": 1e9, "bilhões": 1e9, "bi": 1e9},
    "it": {"mila": 1e3, "milione": 1e6, "milioni": 1e6, "mln": 1e6, "miliardo": 1e9, "miliardi": 1e9, "mld": 1e9},
}  # fmt: skip
_TENS = {
    "en": "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
    "fr": "treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix",
    "de": "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "es": "trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "pt": "treze catorze quinze dezesseis dezessete dezoito dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "it": "tredici quattordici quindici sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
}
_TENS_VALUES = (13, 14, 15, 16, 17, 18, 19, 20, 30, 40, 50, 60, 70, 80, 90)
_WORD_NUMBERS = {lang: dict(zip(names.split(), _TENS_VALUES, strict=True)) for lang, names in _TENS.items()}
_EAST_UNITS = {
    "千": 1e3,
    "천": 1e3,
    "万": 1e4,
    "萬": 1e4,
    "만": 1e4,
    "亿": 1e8,
    "億": 1e8,
    "억": 1e8,
    "兆": 1e12,
    "조": 1e12,
}
_EAST_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"两": 2, "十": 10, "百": 100}
_DIGITS = r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
_EAST_NUMBER = re.compile(
    r"(?<![\dA-Za-z])(?<!\d[.,])((?:(?:\d[\d,]*(?:\.\d+)?|[一二三四五六七八九两十百]+)\s?[千천万萬만亿億억兆조]\s?)+(?:\d[\d,]*)?)"
)
# a digit before or behind the separator makes it a date, a version or an address: 3.5.2026, 1.2.345
_NUMBER = re.compile(
    rf"(?<![\dA-Za-z])(?<!\d[.,])({_DIGITS})(?![\dA-Za-z]*\d|[.,]\d)\s?(?:-\s?)?([^\W\d_]+)?"
)
_RANGE = re.compile(
    rf"({_DIGITS})\s?(?:-|–|to|and|or|et|à|ou|und|bis|oder|y|a|o|e|至|到|から|~|～)\s?({_DIGITS})\s?([^\W\d_]+)?"
)
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'&.-]*\w|[A-Z]\w?")
_NAME = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w’'-]+(?:\s(?:(?:&|de|del|della|des|di|da|do|dos|du|von|van|der|la|le|bin|y|e|und|and|of)\s|al-)?[A-ZÀ-ÖØ-Þ][\w’'-]+)+"
)
_LATIN_TOKEN = re.compile(r"[A-Za-z][A-Za-z0-9&.-]*(?:\s[A-Z][A-Za-z0-9&.-]*)*")
_KATAKANA = re.compile("[ァ-ヺー・]{4,}")
_QUOTE = re.compile(
    r"[“„]([^“”„\n]{8,600})[”“]|«\s?([^«»\n]{8,600})\s?»|「([^「」\n]{4,400})」|\"([^\"\n]{8,600})\"|‘([^‘’\n]{20,600})’"
)
_IS_CJK = re.compile(f"[{CJK}]")
#: Whole numbers up to this are days, hours, counts of people: shared by texts that share nothing else.
SMALL = 31


def numbers(text: str, lang: str) -> list[frozenset[float]]:
    """The numbers of `text`, each as the set of values it may mean ("20 to 25 million": 20 or 20e6).

    Multipliers of the language are applied, those of Chinese, Japanese and Korean everywhere (61.2万, 2億1000万).
    """
    text = unicodedata.normalize("NFKC", text)
    found: list[frozenset[float]] = []
    taken: set[int] = set()
    for match in _EAST_NUMBER.finditer(text):
        value = _east(match.group(1))
        found.append(frozenset({value, value * 10} if value < 100 else {value}))
        taken.update(range(*match.span()))
    scale = _BIG.get(lang, {})
    ranged: dict[int, float] = {}
    for match in _RANGE.finditer(text):
        if factor := scale.get((match.group(3) or "").casefold()):
            ranged[match.start(1)] = factor
    for match in _NUMBER.finditer(text):
        if match.start(1) in taken:
            continue
        value = _value(match.group(1))
        factor = scale.get((match.group(2) or "").casefold(), 1.0)
        variants = {value, value * factor, value * ranged.get(match.start(1), 1.0)}
        found.append(frozenset(round(v, 4) for v in variants))
    words = _WORD_NUMBERS.get(lang)
    if words:
        found += [
            frozenset({float(words[w])})
            for w in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold())
            if w in words
        ]
    return found


def strong(number: frozenset[float]) -> bool:
    """Is this number a fact of its own, rather than a day, a year, an hour or a small count?"""
    value = max(number)
    return value != int(value) or (value > SMALL and not 1990 <= value <= 2040)


def _value(digits: str) -> float:
    parts = re.split(r"[.,'’\s]", digits)
    if len(parts) > 1 and all(len(p) == 3 for p in parts[1:]) and parts[0] != "0":
        return float("".join(parts))
    if len(parts) > 2:
        return float("".join(parts[:-1]) + "." + parts[-1])
    return float(".".join(parts))


def _east(text: str) -> float:
    total, last = 0.0, text
    for part in re.finditer(
        r"(\d[\d,]*(?:\.\d+)?|[一二三四五六七八九两十百]+)\s?([千천万萬만亿億억兆조])", text
    ):
        digits = part.group(1)
        count = float(digits.replace(",", "")) if digits[0].isdigit() else _han(digits)
        total += count * _EAST_UNITS[part.group(2)]
        last = text[part.end() :]
    rest = last.replace(",", "").strip()
    return round(total + (float(rest) if rest.isdigit() else 0.0), 4)


def _han(digits: str) -> float:
    total = current = 0
    for char in digits:
        value = _EAST_DIGITS[char]
        if value >= 10:
            total += (current or 1) * value
            current = 0
        else:
            current = value
    return float(total + current)


def names(text: str) -> frozenset[str]:
    """Names of two and more words, and Latin words inside Chinese, Japanese and Korean text; folded."""
    found = {fold(m.group()) for m in _NAME.finditer(text)}
    if _IS_CJK.search(text):
        found |= {fold(m.group()) for m in _LATIN_TOKEN.finditer(text) if len(m.group()) >= 4}
        found |= {m.group() for m in _KATAKANA.finditer(text)}
    return frozenset(found)


def capitals(sentence: str) -> Iterator[str]:
    """Folded words of a sentence that begin with a capital though they do not begin it."""
    first = True
    for match in _CAPITAL.finditer(sentence):
        begins = first and not sentence[: match.start()].strip(" \t\"'“„«‘(")
        first = False
        if not begins and len(match.group()) > 2:
            yield re.sub(r"['’]s$", "", fold(match.group()))


def quotes(text: str) -> list[str]:
    """What stands between quotation marks, of some length."""
    return [next(g for g in m.groups() if g) for m in _QUOTE.finditer(text)]


@lru_cache(maxsize=256)
def values(text: str, lang: str) -> frozenset[float]:
    """Every value that some number of the text may mean."""
    return frozenset(v for number in numbers(text, lang) for v in number)
