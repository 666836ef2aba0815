"""Where the verb stands that joins a quotation and whoever says it. Pure."""

from __future__ import annotations

import re

from bot.read.offline_cast import Names
from bot.read.offline_page import Page, Unit
from bot.read.offline_speech import Voices

#: "…», ríe su presidenta": whatever the verb, a quotation and an officer are joined by it.
_ANY_VERB = re.compile(r"[»”“\"],?\ (?P<verb>[a-zà-ÿ']{3,})\ (?:[a-zà-ÿ]+\ )??(?:la\ |le\ |el\ |il\ |o\ |a\ |die\ |der\ |the\ )?")
#: Behind a quotation, who said it before the verb.
_THEN_VERB = re.compile(r"[”\"],?\ (?P<who>[A-ZÀ-Þ])")


def verb_of(page: Page, names: Names, voices: Voices, unit: Unit) -> int | None:
    """Where the verb of speech stands in the frame, the one nearest to a quotation."""
    found = [m.start() for m in page.lex.say.finditer(unit.frame)]
    if not found and not page.lex.cjk:
        found = _joined(page, names, voices, unit)
    if not found:
        return None
    edges = [e for q in unit.speech for e in (q.start - unit.start, q.end - unit.start)]
    return min(found, key=lambda f: min((abs(f - e) for e in edges), default=f))


def _joined(page: Page, names: Names, voices: Voices, unit: Unit) -> list[int]:
    """Where any other verb joins a quotation and whoever may speak: "…", quips X; "…", X quipped; X quipped, "…"."""
    frame, lex = unit.frame, page.lex
    for m in _ANY_VERB.finditer(frame):
        after = frame[m.end() : m.end() + 30]
        if lex.role.search(after) or lex.spokes.search(after) or lex.firm.match(frame, m.end()) or _somebody(page, names, voices, unit, unit.start + m.end()):
            return [m.start("verb")]
    for m in _THEN_VERB.finditer(frame):
        if name := _somebody(page, names, voices, unit, unit.start + m.start("who")):
            if re.match(r"\ (?:[a-z]+ly\ )?[a-zà-ÿ]{3,}", frame[name - unit.start :]):
                return [name - unit.start]
    return []


def _somebody(page: Page, names: Names, voices: Voices, unit: Unit, at: int) -> int | None:
    """The end of the name at a place, where its bearer may speak for a company."""
    for a, b, name in names.within(at, min(len(page.plain), at + 60)):
        if a == at and (name.what == "company" or voices.roles.get(id(name), ("", None, False))[2]):
            return b
    return None
