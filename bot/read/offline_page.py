"""An article laid out for reading by rules: paragraphs, sentences that hold whole quotes, and where the quotes are. Pure.

Everything keeps the offsets of `Document.text`: the working copy `plain` has the same length, only with straight
apostrophes, common blanks, and markup blanked out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.read.lexicon import Lexicon, lexicon
from bot.read.reading import Document, Span
from bot.text import paragraphs, sentences

# one look for each is many times faster than `translate`, since most texts hold none of most
_SAME = {"’": "'", "‘": "'", "ʼ": "'", "′": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "‐": "-", "‑": "-", "\u3000": " "}
_MARKUP = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|&(?:nbsp|amp|quot|lt|gt|#\d+);")
_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "‟": "”", "〝": "〞"}
_INCISE = re.compile(
    r", (?=(?:a|ont|avait|avaient|dit|dis|déclare|affirme|indique|précise|assure|explique|répond|s'est) )"
    r"[^,.»]{0,30}?(?:déclaré|dit|affirmé|indiqué|précisé|répondu|réagi|assuré|expliqué|ajouté|écrit|insisté|tranché|déclare|affirme|indique|précise|assure|explique|répond|commenté|confié)\b"
    r"[^.»]{0,140}?(?=[.»])"
)


@dataclass(frozen=True)
class Quote:
    """What stands between two marks: offsets without the marks. `whole`: speech, not a word picked out."""

    start: int
    end: int
    whole: bool


@dataclass(frozen=True)
class Unit:
    """A sentence, or several where one quotation spans them. `frame`: its text with whole quotes blanked out."""

    start: int
    end: int
    para: int
    quotes: tuple[Quote, ...]
    frame: str

    @property
    def speech(self) -> tuple[Quote, ...]:
        return tuple(q for q in self.quotes if q.whole)


@dataclass(frozen=True)
class Page:
    """A document with its units; `plain` runs parallel to `doc.text`."""

    doc: Document
    plain: str
    lex: Lexicon
    units: tuple[Unit, ...]
    paras: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> Span:
        """The slice of the document, without white space, a leading bracket or markup at its ends."""
        while start < end and (self.plain[start].isspace() or self.doc.text[start] in "•*-–—"):
            start += 1
        while end > start and self.plain[end - 1].isspace():
            end -= 1
        return Span(start=start, end=end, text=self.doc.text[start:end])


#: A quotation and its attribution, before the same sentence is quoted further: «La data», precisa un portavoce, «è sbagliata».
_SPLIT = re.compile(r"(?:^|[.!?]\ )[«“„\"][^«»“”„\".!?]+[»”“\"],?\ [^«»“”„\".!?]{6,90},\ $", re.M)


def straight(text: str) -> str:
    """`text` at its own length with straight apostrophes, common blanks and hyphens, markup blanked out."""
    for odd, common in _SAME.items():
        text = text.replace(odd, common)
    return _MARKUP.sub(lambda m: " " * len(m.group()), text)


def lay_out(doc: Document) -> Page:
    """The page of a document, in the language it is said to be in."""
    plain = straight(doc.text)
    lex = lexicon(doc.lang)
    paras = paragraphs(plain)
    bounds = sentences(plain, lex.lang)
    units: list[Unit] = []
    for number, (start, end) in enumerate(paras):
        quotes = _quotes(doc.text, plain, start, end, lex)
        held: int | None = None
        for a, b in (s for s in bounds if start <= s[0] and s[1] <= end):
            held = a if held is None else held
            inside = any(q.start <= b < q.end and q.whole for q in quotes)
            # a closing mark that the splitter left to the next sentence belongs to this one
            if inside and b < end:
                continue
            # a quotation that opens the sentence, and right behind it who says so: 「…。」と同社は述べた
            led = lex.cjk and any(q.whole and q.start == held + 1 and q.end + 1 == b for q in quotes)
            if led and b < end and not plain[b].isspace() and plain[b] not in "“「『\"":
                continue
            units.append(_unit(plain, held, b, number, quotes))
            held = None
        if held is not None:
            units.append(_unit(plain, held, end, number, quotes))
    return Page(doc, plain, lex, tuple(units), paras)


def part_of(unit: Unit, start: int, end: int) -> Unit:
    """A unit of which only a part, between two offsets of its frame, is seen; offsets stay what they were."""
    frame = " " * start + unit.frame[start:end] + " " * (len(unit.frame) - end)
    return Unit(unit.start, unit.end, unit.para, unit.quotes, frame)


def _unit(plain: str, start: int, end: int, para: int, quotes: list[Quote]) -> Unit:
    inside = tuple(q for q in quotes if q.start >= start - 1 and q.end <= end + 1 and q.start < end)
    frame = plain[start:end]
    for q in inside:
        if q.whole:
            a, b = max(0, q.start - start), min(len(frame), q.end - start)
            frame = frame[:a] + "_" * (b - a) + frame[b:]
    return Unit(start, end, para, inside, frame)


def _quotes(text: str, plain: str, start: int, end: int, lex: Lexicon) -> list[Quote]:
    out: list[Quote] = []
    at = start
    while at < end:
        char = text[at]
        closing = _PAIRS.get(char)
        if char == '"':
            closing = '"'
        elif char in "‘" or (char == "'" and _opens(text, at, start)):
            closing = "’" if char == "‘" else "'"
        if closing is None or (char == "»" and "«" in text[start:at]):
            at += 1
            continue
        stop = _closing(text, at, end, closing, single=char in "‘'")
        if stop is None:
            # a quotation that runs on in the next paragraph is left open in this one
            if char in "“„«「" and end - at > 30 and text.count(char, at, end) == 1:
                out += _speech(text, plain, at + 1, end, start, lex)
                break
            at += 1
            continue
        out += _speech(text, plain, at + 1, stop, start, lex)
        at = stop + 1
    return out


def _opens(text: str, at: int, start: int) -> bool:
    return (at == start or text[at - 1] in " (") and text[at + 1 : at + 2].isupper()


def _closing(text: str, at: int, end: int, closing: str, single: bool) -> int | None:
    depth = 0
    for i in range(at + 1, end):
        if text[i] in closing:
            if single and (text[i + 1 : i + 2].isalnum() or i - at < 12):
                continue
            if depth == 0:
                return i
            depth -= 1
        elif text[i] == text[at] and text[at] in "「『«":
            depth += 1
    return None


def _speech(text: str, plain: str, a: int, b: int, para: int, lex: Lexicon) -> list[Quote]:
    while a < b and plain[a].isspace():
        a += 1
    while b > a and plain[b - 1].isspace():
        b -= 1
    if a >= b:
        return []
    whole = _whole(text, plain, a, b, para, lex)
    if whole and lex.lang == "fr" and (m := _INCISE.search(plain, a, b)):
        # French papers put "a déclaré X" inside the marks
        out = [Quote(a, m.start(), True)]
        rest = m.end() + 1
        while rest < b and plain[rest] in " .":
            rest += 1
        return [*out, Quote(rest, b, True)] if b - rest > 3 else out
    return [Quote(a, b, whole)]


#: A headline is quoted, nobody's words.
_CAPTION = re.compile(r"\b(?:captioned|titled|entitled|headed|headlined|headline|heading|title|intitulée?|titulad[oa]|intitolat[oa])[,:]?\ ?$", re.I)


#: The particle behind a quotation of Korean.
_KO_SAID = re.compile(r"(?:이?라?고|이?라?며|는|이?라는)(?: |,|$)")


#: A verb of saying right behind a quotation of Japanese, or right before one of Chinese.
_JA_SAID = re.compile(r"と(?:だけ|のみ)?(?:答え|述べ|話し|語|言|断言|否定|一蹴|繰り返|返し|短く)")
_ZH_SAYS = re.compile(r"(?:直?[说說道称稱]|回[应應][说說称稱]?|表示|直呼|一句|反[问問]|[说說][了]?句)$")


def _whole(text: str, plain: str, a: int, b: int, para: int, lex: Lexicon) -> bool:
    """Speech is a sentence of its own; a word or phrase woven into somebody's sentence is not."""
    inner = plain[a:b]
    before = plain[max(para, a - 8) : a - 1].rstrip(" «„“")
    after = plain[b + 1 : b + 4]
    if lex.cjk:
        ends = inner[-1:] in "。！？.!?"
        if lex.lang == "ja":
            return ends or len(inner) >= 12 or (len(inner) >= 4 and after[:1] == "と") or (len(inner) >= 2 and _JA_SAID.match(plain, b + 1) is not None)
        if lex.lang == "ko":
            return len(inner) >= 12 or ends or (len(inner) >= 4 and _KO_SAID.match(plain[b + 1 : b + 8]) is not None)
        return ends or before[-1:] in "：:" or len(inner) >= 16 or (len(inner) >= 2 and _ZH_SAYS.search(before) is not None)
    if _CAPTION.search(plain, max(para, a - 24), a - 1):
        return False
    words = len(inner.split())
    if (not before or before[-1] == ":") and plain[b:b + 4].lstrip(" »”“\"")[:1] == ("," if not before else "."):
        return True  # «Falso», answered X; X answered: «False».
    if words < 2:
        return inner[-1:] in ".!,?" and before[-1:] in (":", ".", "")
    if before[-1:] == "," and _SPLIT.search(plain, para, a - 1):
        return True
    if not before or before[-1] in '.:!?”"»—–-':
        return words >= 3 or inner[-1] in ".!,?"
    woven = before[-1].isalnum() and (inner[0].islower() or words <= 5)
    return not woven and (words >= 4 or inner[-1] in ".!,?")
