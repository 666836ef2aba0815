"""A claim as found, and the claims that an authority's own paper makes: what it found, not what it imposes. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.read.offline_cast import Name, Names
from bot.read.offline_page import Page
from bot.read.reading import Sourcing


@dataclass(frozen=True)
class Stated:
    """A claim as found: offsets of its words in the document, and what is known of its source."""

    company: Name
    start: int
    end: int
    unit: int
    origin: str
    sourcing: Sourcing
    count: int | None
    hedged: bool


def official(page: Page, names: Names) -> list[Stated]:
    """What an authority finds is a claim of its own."""
    doc, lex = page.doc, page.lex
    if doc.kind not in ("press_release", "filing") or names.issuer is not None or not (lex.office_tail.search(doc.outlet)):
        return []
    best: tuple[float, int] | None = None
    for number, unit in enumerate(page.units[:9]):
        text = page.plain[unit.start : unit.end]
        if unit.speech or len(text) < 25 or not _FINDS.search(text):
            continue
        score = 2.0 * bool(_FACTS.search(text)) - 1.0 * bool(_IMPOSES.search(text)) - 0.2 * number
        score += 0.8 * bool(names.within(unit.start, unit.end, "company") or lex.firm.search(text))
        if best is None or score > best[0]:
            best = (score, number)
    if best is None or names.main is None:
        return []
    unit = page.units[best[1]]
    company = next((n for _, _, n in names.within(unit.start, unit.end, "company")), names.main)
    return [Stated(company, unit.start, unit.end, best[1], doc.outlet, "official", 1, False)]


#: What was found, against what is done about it.
_FACTS = re.compile(
    r"\b(?:sold|knew|failed|found|fixed|concealed|misled|exceeded|discharged|contained|omitted|recalling|because|abgesprochen|vereinbart|verkauft|verschwiegen|überwacht|gespeichert|constaté|vendu|caché|dissimulé|vendió|ocultó|omitió|incumplió|contenía\w*|vendeu|omitiu|deixou de|ocultou|venduto|nascosto|omesso|violato)\b|含有|存在|不符合|판매|混入|使用していた",
    re.I,
)
_IMPOSES = re.compile(
    r"\b(?:imposed?|fined|ordered|penalty of|verhängt|Bußgeld|amende|infligé|multa|sanción|impuesto|coima|aplicou|sanzione|multat\w)\b|责令|命令|과징금",
    re.I,
)
_FINDS = re.compile(
    r"\b(?:sold|knew|failed|found|recall\w*|fixed|breach\w*|violat\w+|impos\w+|fined|infring\w+|ordered|concealed|misled|contravened|exceeded|discharged|hat|haben|verhängt|abgesprochen|a (?:vendu|constaté|infligé)|condamn\w+|sancion\w+|multó|incumpl\w+|multou|aplicou|descumpriu|violato|sanzion\w+|multat\w+)\b|違反|命令|处罚|责令|存在|위반|과징금",
    re.I,
)
