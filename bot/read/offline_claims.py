"""The claims of an article: its news and whose claim it is, and in a round-up the news that others answer. Pure."""

from __future__ import annotations

import re

from bot.read.offline_cast import Name, Names
from bot.read.offline_findings import Stated, official
from bot.read.offline_found import Found
from bot.read.offline_further import further
from bot.read.offline_interviews import interviewed, witnessed
from bot.read.offline_leads import Lead
from bot.read.offline_page import Page, Unit
from bot.read.reading import DENIALS


def claims_of(page: Page, names: Names, lead: Lead | None, answers: list[Found]) -> list[Stated]:
    """The claims of the article: its news, and in a round-up the news that another company answers."""
    lex, doc = page.lex, page.doc
    if lead is None:
        return witnessed(page, names, answers) if interviewed(page) else official(page, names)
    unit = page.units[lead.unit]
    text = page.plain[unit.start : unit.end]
    fresh = [a for a in answers if not a.via]
    if not fresh and not (lead.credited or lead.sourcing in ("anonymous", "document")):
        return []
    if lex.opinion.search(doc.title[:24]) and not fresh:
        return []
    company = _target(page, names, unit) or _about(page, names, unit, answers)
    if company is None:
        return []
    origin = lead.origin or doc.outlet
    out = [
        Stated(
            company,
            lead.start,
            lead.end,
            lead.unit,
            origin,
            lead.sourcing,
            lead.count,
            bool(lex.hedge.search(text)),
        )
    ]
    return out + further(page, names, answers, out[0], lead)


def _target(page: Page, names: Names, unit: Unit) -> Name | None:
    """The company that is to be bought: a bid is news about its target, whoever bids."""
    firms = [f for f in names.within(unit.start, unit.end) if f[2].what in ("company", "") and (f[2].title or len(f[2].at) > 1)]
    if len({id(n) for _, _, n in firms}) < 2:
        return None
    for pattern, before in ((_BUYS, False), (_BOUGHT, True)):
        for m in pattern.finditer(page.plain, unit.start, unit.end):
            near = [f for f in firms if (0 <= m.start() - f[1] <= 30 if before else 0 <= f[0] - m.end() <= 60)]
            rival = [f for f in firms if (f[1] <= m.start() if not before else f[1] < (near[-1][0] if near else 0))]
            found = near[-1][2] if near and before else near[0][2] if near else None
            # who is at least as much spoken of as the bidder is whom the news is about
            if found is not None and any(n is not found and len(n.at) <= len(found.at) for _, _, n in rival):
                found.score = max(found.score, 2.0)
                return found
    return None


#: Verbs and nouns of a take-over, with what is bought behind them, or before them.
_BUYS = re.compile(
    r"\b(?:(?:to|could|would|may|will|of|for|about)\ (?:buy(?:ing)?(?!\ from)|acquir(?:e|ing)|purchas(?:e|ing)|tak(?:e|ing)\ over|tak(?:e|ing)(?=\ [^.;]{3,60}\ private))|buying(?!\ from)|acquiring|"
    r"(?:bid|offer|offered|bidding)\b[^.;,]{0,40}\ for|(?:take-?over|acquisition|buy-?out|purchase)(?:\ (?:bid|offer))?\ (?:of|for)|"
    r"rachat\ (?:de|du|d')|racheter|acquérir|reprise\ (?:de|du|d')|reprendre|OPA\ sur|offre\b[^.;,]{0,30}\ (?:sur|pour)|prise\ de\ contrôle\ (?:de|du|d')|"
    r"Übernahme\ (?:von|der|des)|Kauf\ (?:von|der|des)|Angebot\ für|Einstieg\ bei|"
    r"compra(?:r)?(?:\ de)?|adquirir|adquisición\ de|hacerse\ con|opa\ (?:sobre|por)|oferta\b[^.;,]{0,30}\ (?:por|sobre)|"
    r"aquisição\ d[aeo]|adquirir|assumir\ o\ controle\ d[aeo]|"
    r"acquisto\ (?:di|della|del)|acquistare|acquisire|rilevare|acquisizione\ (?:di|della|del)|offerta\b[^.;,]{0,30}\ per|scalata\ (?:a|ad|alla))\ ?"
    r"|收购|收購|并购|拟购",
    re.I,
)
_BOUGHT = re.compile(r"(?:\ (?:zu\ )?(?:übernehmen|kaufen|erwerben)\b)|を買収|の買収|を?(?:傘下|子会社化)|(?:을|를)?\s?(?:인수|매입)", re.I)


def bids(page: Page, unit: Unit) -> bool:
    """Is a take-over the news of a sentence?"""
    return bool(_BUYS.search(page.plain, unit.start, unit.end) or _BOUGHT.search(page.plain, unit.start, unit.end))


def _approached(page: Page, unit: Unit, firms: list[Name], names: Names) -> Name | None:
    """Of companies that answer, the one that another wants something of, or accuses: "X has sounded out the head of Y"."""
    m = _WANTS.search(page.plain, unit.start, unit.end)
    if m is None:
        return None
    return next((n for a, _, n in names.within(m.end(), unit.end) if n in firms and not any(b <= m.start() for _, b in n.at if b > unit.start)), None)


#: What one company does to another, of which the news is.
_WANTS = re.compile(
    r"\b(?:approach(?:es|ed|ing)?|sound(?:s|ed|ing)?\ out|court(?:s|ed|ing)|woo(?:s|ed|ing)?|poach(?:es|ed|ing)?|su(?:es|ed|ing)|accus(?:es|ed|ing)|sniff(?:s|ing)\ (?:a?round)|circl(?:es|ed|ing)|ey(?:es|ed|eing)|(?:is|are)\ after|(?:has|have)\ (?:its|their)\ eyes?\ on|interest(?:ed)?\ in|stakes?\ in|buy(?:ing)?\ into|a\ des\ vues\ sur|entr(?:er|ée)\ au\ capital\ d\w*|convoite|lorgne|s'intéresse\ à|s'intéresserait\ à|(?:a\ )?(?:approché|sondé|débauché|accusé)|accuse|"
    r"umwirbt|angesprochen|verklagt|beschuldigt|schielt\ auf|interessiert\ sich\ für|hat\ es\ auf|ronda|se\ interesa\ por|interesad[oa]\ en|anda\ detrás\ de|entra(?:r|da)\ en|(?:puesto|echado)\ el\ ojo\ (?:en|a)|entra(?:r|da)\ n[ao]|entrare\ in|ingresso\ in|mess[oi]\ gli\ occhi\ su|de\ olho\ n?[aeo]m?|interessad[oa]\ (?:em|na|no)|punta\ a|interessat[oa]\ a|sondead[oa]|tantead[oa]|acusa(?:do)?|sondou|abordou|acusou|sondato|corteggiato|accusa(?:to)?)\b",
    re.I,
)


def _about(page: Page, names: Names, unit: Unit, answers: list[Found]) -> Name | None:
    """Whose claim it is: the company that denies it, if headline or news name it; else the one the headline names.

    Where several deny, the one named first in the headline, else in the news.
    """
    here = list(dict.fromkeys(n for _, _, n in names.within(unit.start, unit.end, "company")))
    main = names.main

    def place(name: Name) -> tuple[int, int]:
        spots = [page.doc.title.find(f) for f in name.forms if f in page.doc.title]
        return (min(spots), 0) if spots else (10_000, name.at[0][0] if name.at else 0)

    def eligible(name: Name) -> bool:
        return name.what == "company" and (name.title or name is main or (name in here and not (main and main.title)))

    answering = {id(a.company) for a in answers}
    if wanted := _approached(page, unit, [n for n in here if id(n) in answering], names):
        return wanted
    subject = next((n for n in here if eligible(n)), None)
    if subject is not None and id(subject) in answering and not bids(page, unit):
        return subject
    denying = {id(a.company) for a in answers if a.kind in DENIALS}
    inside = [a.company for a in answers if a.kind in DENIALS and a.company in here and a.company.what == "company"]
    if inside and main is not None and id(main) not in denying and any(a.company is main and a.kind == "no_comment" for a in answers):
        return inside[0]  # one party keeps silent; the other, named in the news as well, denies it
    for sort in (lambda a: a.kind in DENIALS, lambda a: a.kind == "confirmation"):
        found = {a.company for a in answers if sort(a) and eligible(a.company)}
        if found:
            return min(found, key=place)
    titled = [n for n in here if n.title]
    if main is not None and (main.title or not titled):
        silent = {a.company for a in answers if a.kind == "no_response" and eligible(a.company)}
        if silent and main not in silent and not any(a.company is main for a in answers):
            return min(silent, key=place)
        return main
    return min(titled or here, key=place, default=None)
