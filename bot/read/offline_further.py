"""What else an article reports, beside its main news, and somebody answers: a second charge, an item of a round-up. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.read.offline_cast import Name, Names
from bot.read.offline_findings import Stated
from bot.read.offline_found import Found, stems
from bot.read.offline_leads import TELLS_US, Lead, clause_of
from bot.read.offline_page import Page, Unit
from bot.read.offline_sources import newsrooms, some_say, source_of

#: So much of what is said of a company may be a quotation.
_QUOTED = 0.5
#: So many words in common show that an answer speaks of a matter.
_SHARED = 3
_AND_THAT = re.compile(r"\b(?:and\ that|et\ qu(?:e\b|')|und\ dass|y\ que|e\ que|e\ che)\ ?", re.I)
_THAT = re.compile(r"\b(?:that|que|dass|che)\b|\bqu'", re.I)
#: Who only serves one of the parties is charged with nothing: "the bank that advises it".
_SERVES = re.compile(
    r"\b(?:advis(?:es|ed|ing|er|or)|hired|appointed|retained|mandated|engaged|underwrit\w+|assist(?:s|ed)|conseill\w+|mandat\w+|épaul\w+|berät|beraten|beauftragt\w*|mandatiert\w*|asesora\w*|contratad\w+|assessora\w*|advis\w+|affianca\w*|incaricat\w+)\b|"
    r"主幹事|助言|アドバイザー|保荐|保薦|财务顾问|財務顧問|主承销|주관사|자문",
    re.I,
)


def further(page: Page, names: Names, answers: list[Found], first: Stated, lead: Lead) -> list[Stated]:
    """The other claims that are answered, in the order of their answers; `first`: the main news."""
    out: list[Stated] = []
    claimed, credits = {id(first.company)}, newsrooms(page, names)
    for answer in answers:
        company = answer.company
        if company.what != "company":
            continue
        mine = [a for a in answers if a.company is company]
        silent = all(a.kind in ("no_comment", "no_response") for a in mine)
        number = None
        if id(company) not in claimed and (clause := _and_that(page, names, first, company)):
            claimed.add(id(company))
            out.append(replace(first, company=company, start=clause[0], end=clause[1]))
            continue
        if id(company) not in claimed:
            number = _item(page, names, answer, first) if not answer.via else None
            if number is None and not silent:
                number = _told_of(page, names, credits, answers, answer, first)
        elif not silent:
            number = _other_matter(page, credits, answers, answer, first)
        if number is None or number in (first.unit, *(s.unit for s in out)):
            continue
        claimed.add(id(company))
        out.append(_stated(page, names, credits, company, number, lead))
    return out


def _stated(page: Page, names: Names, credits: list[tuple[int, str]], company: Name, number: int, lead: Lead) -> Stated:
    unit = page.units[number]
    start, end = clause_of(page, unit)
    sourcing, count = source_of(page, names, number)
    credited = [name for a, name in credits if unit.start <= a < unit.end]
    origin = (credited or [lead.origin if lead.credited else ""])[0] or page.doc.outlet
    return Stated(company, start, end, number, origin, sourcing, count, bool(page.lex.hedge.search(page.plain[unit.start : unit.end])))


def _and_that(page: Page, names: Names, first: Stated, company: Name) -> tuple[int, int] | None:
    """The clause of the main news in which the same newsroom tells of another company, too: "..., and that Veld had been warned"."""
    m = _AND_THAT.search(page.plain, first.start, first.end)
    if m is None or not _THAT.search(page.plain, first.start, m.start()):
        return None
    named = [n for _, _, n in names.within(m.end(), first.end, "company")]
    return (m.end(), first.end) if named[:1] == [company] else None


def _other_matter(page: Page, credits: list[tuple[int, str]], answers: list[Found], answer: Found, first: Stated) -> int | None:
    """What somebody tells that an answer speaks of, and the main news does not: "as for the price of milk, she said"."""
    said = {a.unit for a in answers}
    top = page.units[first.unit]
    told = [n for n in range(first.unit + 1, answer.unit) if n not in said and _speech(page.units[n]) <= _QUOTED and _told(page, credits, page.units[n])]
    news = common(page, answer, top.start, top.end)
    shared = [(common(page, answer, page.units[n].start, page.units[n].end), n) for n in told]
    best, number = max(shared, default=(0, 0))
    return number if best >= max(_SHARED, news + _SHARED - 1) else None


def common(page: Page, answer: Found, start: int, end: int) -> int:
    """How many words that matter a sentence that answers has in common with a stretch of the text, its company's name aside."""
    unit = page.units[answer.unit]
    said = stems(page.plain[min(unit.start, answer.start) : max(unit.end, answer.end)])
    return len((said & stems(page.plain[start:end])) - stems(" ".join(answer.company.forms)))


def _told_of(page: Page, names: Names, credits: list[tuple[int, str]], answers: list[Found], answer: Found, first: Stated) -> int | None:
    """The last sentence before an answer that somebody tells of its company; one that the main news names must be its subject."""
    said = {a.unit for a in answers}
    top = page.units[first.unit]
    party = any(n is answer.company for _, _, n in names.within(top.start, top.end))
    for number in range(answer.unit - 1, first.unit, -1):
        unit = page.units[number]
        if number in said or _speech(unit) > _QUOTED or not _told(page, credits, unit):
            continue
        named = [n for _, _, n in names.within(unit.start, unit.end, "company")]
        if answer.company in named and (not party or common(page, answer, unit.start, unit.end) > common(page, answer, top.start, top.end)):
            return number
        if not party and number == answer.unit - 1 and unit.para == page.units[answer.unit].para and not named:
            return number  # "a person close to it says the substation is late. “It is not,” replied Veld Grid"
    return None


def _told(page: Page, credits: list[tuple[int, str]], unit: Unit) -> bool:
    """Does a source, a paper or a newsroom tell what a sentence says, and is it no answer?"""
    lex, text = page.lex, page.plain[unit.start : unit.end]
    if lex.deny.search(unit.frame) or lex.silent.search(text) or lex.mum.search(text) or _SERVES.search(text):
        return False
    if lex.anon.search(text) or lex.paper.search(text) or lex.nameless.search(text) or TELLS_US.search(unit.frame) or some_say(page, unit):
        return True
    return any(unit.start <= a < unit.end for a, _ in credits)


def _speech(unit: Unit) -> float:
    """Which part of a sentence is quoted, 0..1."""
    return sum(q.end - q.start for q in unit.speech) / max(1, unit.end - unit.start)


def _item(page: Page, names: Names, answer: Found, first: Stated) -> int | None:
    """In a round-up, the sentence that begins the item in which a company answers, if the item is not about the main news."""
    para, top = page.units[answer.unit].para, page.units[first.unit]
    if para <= top.para or any(n is answer.company for _, _, n in names.within(top.start, top.end)):
        return None
    number = next((n for n in range(first.unit + 1, answer.unit) if 0 <= para - page.units[n].para <= 1 and _subject(page, names, page.units[n]) is answer.company), None)
    if number is None or _SERVES.search(page.plain, page.units[number].start, page.units[number].end):
        return None
    start = page.paras[page.units[number].para][0]
    if any(n is first.company for _, _, n in names.within(start, page.paras[para][1], "company")):
        return None
    item = page.plain[start : page.units[answer.unit].start]
    sourced = page.lex.anon.search(item) or page.lex.paper.search(item) or page.lex.nameless.search(item)
    return number if sourced or (page.doc.kind == "blog" and page.units[number].para == para) else None


def _subject(page: Page, names: Names, unit: Unit) -> Name | None:
    """The company that a sentence names first."""
    return next((n for _, _, n in names.within(unit.start, unit.end, "company")), None)
