"""Finds words of a model's answer in the document that it was given: what does not stand there is not taken.

What is found is always a slice of the document, and holds all that stands between its ends; so a model that leaves
the attribution out of a quote ("The report is wrong", of: "The report," she said, "is wrong") still points at it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from bot.llm import talk
from bot.llm.material import offsets, one_line, visible
from bot.read import companies
from bot.read.quotes import locate
from bot.read.reading import Document, Span
from bot.text import CJK, fold
from bot.text import words as text_words

#: Papers whose outlet is the company that puts them out.
_SIGNED = frozenset({"press_release", "filing"})
#: Longest quote or span kept, in characters: what is longer is no quote but the article.
LONGEST = 1200
#: Most characters between the parts of a split quote: room for who said it, and no more.
APART = 200
#: A part of a split quote has at least so many words (pairs of characters in Chinese, Japanese and Korean).
PART = 2
_STOPS = " \t\n.,;:!?…。，、；：！？．"
_GAP = re.compile(r"\s*(?:\.{3,}|…+|\[(?:\.{3}|…)\]|\((?:\.{3}|…)\))\s*")
_MARKS = "\"“”„«»‹›‘’「」『』《》"
_BREAK = re.compile(r"\n\s*\n")
_HAS_CJK = re.compile(f"[{CJK}]")
_ASIDE = re.compile(r"\s*[(（]([^()（）]+)[)）]")
#: A speaker may be described in these words without being printed in the article.
_USUAL = """
    a an the of for in at and by its on to his her their company firm bank group authority agency party regulator
    ministry court union management board council owner airline maker retailer newspaper house office person people
    unnamed anonymous official officials spokesperson spokesman spokeswoman spokespeople representative executive
    executives statement press release exchange filing disclosure notice email e-mail letter post plea affidavit
    announcement audit report call chief officer head director manager managing president vice chair chairman chairwoman
    founder co-founder partner counsel lawyer attorney secretary treasurer general financial finance operating
    operations technology legal medical marketing sales communications public relations media investor external
    affairs corporate human resources strategy quality safety product security supervisory member former interim
    deputy senior global regional adviser advisor employee supplier buyer bidder minister mayor commissioner auditor
    ceo cfo coo cto team line desk woman man assistant solicitor laboratory bureau council shareholder lender switchboard
    fund certifier secretariat memo text message account
"""
_ROLES = frozenset(_USUAL.split())
_OPENING, _CLOSING = "“„«‹「『《", "”“»›」』》"


class Grounds:
    """Looks words, names and speakers up in one document."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.shown = visible(doc.text)
        self._map = None if self.shown == doc.text else offsets(doc.text)
        self._talk = talk.passages(self.shown, doc.lang)
        self._named = f"{talk.without(one_line(doc.title), doc.lang)}\n{talk.without(self.shown, doc.lang)}"

    def span(self, words: str | None) -> Span | None:
        """The slice of the document's own text that holds these words; None if there is none or it is too long."""
        words = visible(words or "").strip()
        if not words or len(words) > LONGEST:
            return None
        found = find(self.shown, words)
        if found is None or any(found.start < end and start < found.end for start, end in self._talk):
            return None
        if self._map is None:
            return found
        start, end = self._map[found.start], self._map[found.end - 1] + 1
        return Span(start=start, end=end, text=self.doc.text[start:end])

    def printed(self, name: str) -> str:
        """The name as the article prints it, first time; "" if it does not. Capitals are the model's, unless it shouts."""
        found = locate(self._named, name) if len(name) > 1 else None
        if found is None:
            return ""
        printed = one_line(found.text)
        return name if fold(name) == fold(printed) and not name.isupper() else printed

    def name(self, name: str) -> str | None:
        """The name as far as the article prints it: "Hale Group Ltd" -> "Hale Group", "Hale (海尔)" -> "海尔"; else None.

        A company that speaks in a paper of its own ("we") need not be named in it: it is the outlet, or, where that is a
        page or an app of its, what the outlet begins with ("Hale Group on Murmurly").
        """
        name = one_line(name)
        for form in dict.fromkeys((name, _ASIDE.sub("", name), *_ASIDE.findall(name))):
            if printed := self.printed(form):
                return printed
        words = _ASIDE.sub("", name).split()
        for end in range(len(words) - 1, 0, -1):
            part = " ".join(words[:end]).rstrip(",;:")
            # a beginning must be printed just so: "General Hale" is not printed by "in general"
            if (
                len(part) > 3
                and part.casefold() not in _ROLES
                and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", self._named)
            ):
                return part
        outlet = one_line(self.doc.outlet)
        if not companies.key(name) or not companies.kin(name, outlet):
            return None
        begins = locate(outlet, name) if self.doc.kind not in _SIGNED else None
        return one_line(begins.text) if begins and begins.start == 0 else outlet

    def newsroom(self, name: str | None) -> str | None:
        """A newsroom or person that the article prints, or its own outlet; else None."""
        name = one_line(name or "")
        if not name or companies.kin(name, self.doc.outlet):
            return self.doc.outlet if name else None
        return self.name(name)

    def speaker(self, said: str) -> str:
        """The speaker, without a name or a role that neither the article prints nor belongs to the usual words."""
        name, _, role = (part.strip() for part in one_line(said).partition(","))
        if not self._usual(name, all):
            name = next((p for form in (name, *_ASIDE.findall(name)) if (p := self.printed(form))), "")
        return ", ".join(part for part in (name, role if self._usual(role, _most) else "") if part)

    def beside(self, name: str, other: str) -> bool:
        """Does the article give `other` right after `name`, in brackets or marks ("Hale Group (HALE)")?"""
        return bool(
            re.search(rf"{re.escape(name)}[^\n()（）]{{0,25}}[(（「“\"][^\n()（）]{{0,20}}{re.escape(other)}", self._named)
        )

    def _usual(self, words: str, enough: Callable[[list[bool]], bool]) -> bool:
        bare = re.findall(r"[^\W\d_][\w’'.-]*", words)
        return (
            bool(bare)
            and "//" not in words
            and enough([w.casefold() in _ROLES or bool(self.printed(w)) for w in bare])
        )


def _most(known: list[bool]) -> bool:
    return sum(known) * 2 > len(known)


def find(text: str, words: str) -> Span | None:
    """The slice of `text` that a model means by `words`: as they are, without their last mark, with blanks where
    the text has none (or the other way round) in scripts that need none, or with something left out in between."""
    return (
        locate(text, words)
        or locate(text, words.strip(_STOPS))
        or _squeezed(text, words.strip(_STOPS))
        or _in_pieces(text, words)
    )


def _squeezed(text: str, words: str) -> Span | None:
    if not _HAS_CJK.search(words):
        return None
    kept = [i for i, char in enumerate(text) if not char.isspace()]
    found = locate("".join(text[i] for i in kept), "".join(words.split()))
    if found is None:
        return None
    start, end = kept[found.start], kept[found.end - 1] + 1
    return Span(start=start, end=end, text=text[start:end])


def _in_pieces(text: str, words: str) -> Span | None:
    pieces = [p for p in _GAP.split(words) if p.strip(_STOPS)]
    if len(pieces) > 1:
        whole = all(len(text_words(p)) >= PART for p in pieces)
        return _joined(text, [locate(text, p.strip(_STOPS)) for p in pieces], _close) if whole else None
    for first, second in _halves(words):
        head = locate(text, first)
        if head is not None and (both := _joined(text, [head, locate(text, second)], _attributed)):
            return both
    return None


def _halves(words: str) -> Iterator[tuple[str, str]]:
    """Every way to part `words` in two, later borders first; both parts long enough to mean something."""
    for border in reversed(list(re.finditer(r"\s+|(?<=[。，、！？])", words))):
        first, second = words[: border.start()].strip(_STOPS), words[border.end() :].strip(_STOPS)
        if len(text_words(first)) >= PART and len(text_words(second)) >= PART:
            yield first, second


def _joined(text: str, spans: list[Span | None], near: Callable[[str], bool]) -> Span | None:
    """From the first span to the last, if all were found, in order, with no more between two than is `near`."""
    found = [s for s in spans if s is not None]
    if len(found) < len(spans):
        return None
    for a, b in pairwise(found):
        if b.start < a.end or not near(text[a.end : b.start]):
            return None
    start, end = found[0].start, found[-1].end
    return Span(start=start, end=end, text=text[start:end])


def _close(between: str) -> bool:
    return len(between) <= APART and not _BREAK.search(between)


def _attributed(between: str) -> bool:
    """Is it what stands between the halves of a split quote: a closing mark, who said it, an opening mark?"""
    marks = [c for c in between if c in _MARKS]
    return _close(between) and len(marks) >= 2 and between.strip(_STOPS)[:1] in _MARKS


def quoted(text: str, span: Span) -> bool:
    """Does a slice of `text` stand in quotation marks (of any script)? Straight ones are counted by paragraph."""
    breaks = [m.end() for m in _BREAK.finditer(text, 0, span.start)]
    before = text[breaks[-1] if breaks else 0 : span.start]
    if before.count('"') % 2:
        return True
    opened = max((before.rfind(c) for c in _OPENING), default=-1)
    # the German closing mark is the English opening one: an opening one before it decides
    closed = max((before.rfind(c) for c in _CLOSING if c not in _OPENING), default=-1)
    if opened >= 0 and before[opened] == "“" and "„" in before[:opened]:
        return before.rfind("„") > opened
    return opened > closed
