"""The sentence that tells the news of an article, and its words without dateline and attribution. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.read.offline_cast import Names
from bot.read.offline_found import stems
from bot.read.offline_page import Page, Unit
from bot.read.offline_sources import PRESS, newsrooms, own_report, source_of
from bot.read.reading import Sourcing

_DATELINE = re.compile(
    r"^(?:[A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,30}(?:,\ [^()—–-]{3,24})?|[A-Z]\w+\.?\ \d{1,2}|[A-Z]\w+)?\ ?(?:\([^)]{2,60}\)|【[^】]{2,30}】)\ ?[—–-]*\ *|^[A-ZÀ-Þ]{3,}[A-ZÀ-Þ ,]*\ [—–-]\ "
)
_TAIL = re.compile(
    r",\ (?:according\ to|said\b|say\b|says\b|two\ people|three\ people|a\ person|people\ |sources\ |citing|selon|d'après|ont\ (?:déclaré|indiqué|affirmé)|a\ (?:rapporté|indiqué|déclaré)|affirm\w+|disseram|segundo|según|secondo|laut|wie\b|(?:the\ )?\w+(?:\ \w+){0,3}\ (?:reported|has\ learned|said))[^.]*\.?$"
)
_STALE = re.compile(
    r"\b(?:was founded|founded in|employs|shares (?:in|of|closed|fell|rose|were)|market value|revenue of|had sales|bought .{3,40} in (?:19|20)\d\d|fondée? en|emploie \d|chiffre d'affaires|beschäftigt|gegründet|umsatz|fundada en|facturó|emplea a|fundada em|faturou|emprega|fondata|impiega|fatturato)\b|従業員|売上高|株価|营业收入|收盘|주가|매출",
    re.I,
)
#: What the share price did is no news to be answered.
_TRADED = re.compile(
    r"\b(?:shares?|stock)\b[^.;]{0,50}\b(?:swung|fell|rose|jumped|slid|sank|plunged|tumbled|climbed|soared|dropped|gained|lost|closed|ended|gave up|were (?:up|down|untraded|little changed))\b|"
    r"\b(?:actions?|titres?)\b[^.;]{0,40}\b(?:cédai\w+|gagnai\w+|chut\w+|bondi\w*|recul\w+|grimp\w+|perdai\w+)\b|\bAktien?\b[^.;]{0,40}\b(?:fiel\w*|stieg\w*|verlor\w*|gab\w* nach|legte\w*|brach\w*)\b|"
    r"\b(?:acciones|ações|papéis|azioni|titoli|títulos?|titolo)\b[^.;]{0,40}\b(?:cay\w+|cae\w*|cedi\w+|subi\w+|sub\w+|caí\w*|caiu|recu\w+|perd\w+|sal\w+|cal\w+|guadagn\w+)\b",
    re.I,
)
#: A sentence that leans on the one before it does not state the news.
_BACK = re.compile(
    r"(?:Das|Dies|Es|C'est|Cela|Lo|Ello|Isso|È|This|That|It|They|He|She|Il|Elle|Ils|One of|The (?:paper|newspaper|agency|site|blog|report|daily|people|sources))\b(?! ?is learned)"
)
_UPDATED = re.compile(r"(?:UPDATE|EDIT|CORRECTION|NOTE|Mis à jour|Aktualisiert|Actualizad|Atualizad|Aggiornat|更新|訂正|更正)", re.I)
#: A sentence of the news has at least so many characters, where words have one or two.
_SHORT_EASTERN = 14


@dataclass(frozen=True)
class Lead:
    """Where the news stands and where it comes from, before it is known who answers it."""

    unit: int
    start: int
    end: int
    origin: str
    credited: bool
    sourcing: Sourcing
    count: int | None


def lead_of(page: Page, names: Names, skip: frozenset[int] = frozenset()) -> Lead | None:
    """The sentence that tells the news, or None where the article reports none. `skip`: units that cannot be it."""
    doc, lex = page.doc, page.lex
    if doc.kind not in PRESS or names.issuer is not None:
        return None
    head = doc.title + "\n" + page.plain[:160]
    if lex.retract.search(doc.title) or (
        lex.retract.search(head) and len(page.plain) < 900 and not lex.anon.search(page.plain[:600])
    ):
        return None
    if (m := lex.opinion.match(doc.title.strip('«»"“” 【［[「'))) and m.start() == 0:
        return None
    credits = newsrooms(page, names)
    best: tuple[float, int, Unit] | None = None
    title = stems(doc.title)
    for number, unit in enumerate(page.units[:9]):
        text = page.plain[unit.start : unit.end]
        if unit.speech and sum(q.end - q.start for q in unit.speech) > len(text) / 2:
            continue
        if number in skip or len(text) < (_SHORT_EASTERN if lex.cjk else 25) or (text.isupper() and not lex.cjk):
            continue
        score = 3.0 - 0.55 * number
        sourced = (
            bool(lex.anon.search(text))
            + bool(lex.paper.search(text))
            + any(unit.start <= a < unit.end for a, _ in credits)
        )
        follower = page.units[number + 1] if number + 1 < len(page.units) else None
        if not sourced and follower is not None and follower.para == unit.para:
            said = page.plain[follower.start : follower.end]
            sourced = int(bool(lex.anon.search(said) or lex.paper.search(said)))
        score += 1.2 * min(sourced, 2)
        score += 2.5 * _shared(title, text)
        if _BACK.match(text):
            score -= 2
        companies = names.within(unit.start, unit.end, "company")
        score += 1.1 if any(n is names.main for _, _, n in companies) else 0.7 if companies else 0.0
        score += 0.8 * any(unit.start <= a < unit.end for a, _ in credits)
        if _UPDATED.match(text):
            score -= 5
        if lex.silent.search(text) or lex.mum.search(text):
            score -= 4
        if lex.deny.search(text) and number == 0 and not sourced:
            score -= 1
        elif lex.deny.search(text):
            score -= 2
        if not sourced and _STALE.search(text):
            score -= 1.5
        if _TRADED.search(text):
            score -= 1.2
        if "?" in text or "？" in text:
            score -= 1.5
        if len(text) < 60 and not lex.cjk:
            score -= 0.8
        if best is None or score > best[0]:
            best = (score, number, unit)
    if best is None:
        return None
    _, number, unit = best
    near = page.units[max(0, number - 1) : number + 3]
    span = (near[0].start, near[-1].end)
    close = [name for a, name in credits if span[0] <= a < span[1]]
    wide = [name for a, name in credits if a < page.units[min(len(page.units) - 1, number + 5)].end]
    here = [name for a, name in credits if unit.start <= a < unit.end]
    # what another newsroom is credited with in the very sentence is not made the outlet's own by what is said around it
    own = own_report(page, (unit.start, unit.end) if here else span, lex)
    origin = "" if own else (here or close or wide or [""])[0]
    credited = bool(origin and close)
    sourcing, count = source_of(page, names, number)
    start, end = clause_of(page, unit)
    return Lead(number, start, end, origin, credited, sourcing, count)


def _shared(title: set[str], text: str) -> float:
    """Which part of the headline's words a sentence has, 0..1."""
    return len(title & stems(text)) / len(title) if title else 0.0


def clause_of(page: Page, unit: Unit) -> tuple[int, int]:
    """The words that state it, without dateline and attribution."""
    start, end = unit.start, unit.end
    text = page.plain[start:end]
    if (m := _DATELINE.match(text)) and 0 < m.end() < len(text) - 20:
        start += m.end()
    if (m := _TAIL.search(page.plain[start:end])) and m.start() > 40:
        end = start + m.start()
    return start, end
