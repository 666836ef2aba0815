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
    for number, unit in enumerate(page.units[:12]):
        text = page.plain[unit.start : unit.end]
        if unit.speech or len(text) < 25 or (lex.cjk and not _SENTENCE.search(text)):
            continue
        score = 2.0 * bool(_FACTS.search(text)) + 1.0 * bool(_ESTABLISHES.search(text)) + 0.5 * bool(_FINDS.search(text))
        score += 0.8 * bool(MEASURED.search(text)) + 0.5 * bool(names.within(unit.start, unit.end, "company") or lex.firm.search(text))
        score += 0.3 * bool(_DATED.search(text)) + 0.5 * bool(_WHY.search(text)) + 0.8 * bool(_OWNS_UP.search(text))
        score -= 2.5 * bool(_IMPOSES.search(text)) + 2.0 * bool(_PROCEDURE.search(text)) + 1.2 * bool(_CLEARS.search(text)) + 0.15 * number
        if score >= _TELLS and (best is None or score > best[0]):
            best = (score, number)
    if best is None or names.main is None:
        return []
    unit = page.units[best[1]]
    company = next((n for _, _, n in names.within(unit.start, unit.end, "company")), names.main)
    return [Stated(company, unit.start, unit.end, best[1], doc.outlet, "official", 1, False)]


#: So much speaks for a sentence that tells what was found.
_TELLS = 0.6
#: "It establishes that": what follows was found.
_ESTABLISHES = re.compile(
    r"\bnach\ den\ Feststellungen|selon\ les\ constat\w+|según\ (?:las\ actuaciones|lo\ actuado)|secondo\ gli\ accertamenti|conforme\ apurado|经查|調査の結果|조사\ 결과|\b(?:finds?|found|establish\w*|determin\w+|conclud\w+|shows?|showed|revealed)\ (?:\w+\ )?that\b|\b(?:établi\w*|constat\w+|relev\w+|ressort)\ (?:\w+\ )?qu|\b(?:ergab\w*|ergibt|stellt\w*\ fest|festgestellt|steht\ fest)\b|"
    r"\b(?:constat\w+|comprob\w+|acredit\w+|verific\w+|apur\w+|conclu\w+|averigu\w+)\ (?:\w+\ )?que\b|\b(?:accertat\w+|emers\w+|risulta\w*|appurat\w+|verificat\w+)\ (?:\w+\ )?che\b",
    re.I,
)
#: Measures, counts and stretches of time belong to facts.
MEASURED = re.compile(r"\d[\d.,  ]*\ (?:%|per\ cent|percent|m³|tonn\w+|litr\w+|kilo\w*|metr\w+|gra[dm]\w*|micro\w+|milli\w+|customers|clien\w+|cases|times|days|nights|people|personnes|Kund\w+|Person\w+|lot\w*|hours|months)|\b(?:between|from|entre|zwischen|tra|du)\b[^.;]{2,40}\d{4}|\d[\d,.]*\ ?(?:%|％|名|人|台|件|円|元|万|億|回|日間|時間|만|명|원|건|대|회)", re.I)
_WHY = re.compile(r"\b(?:because|due\ to|weil|parce\ qu\w*|en\ raison\ d\w*|porque|debido\ a|devido\ a|perché|a\ causa\ d\w*)\b", re.I)
#: A sentence of an Eastern language, not a line of a table.
_SENTENCE = re.compile(r"(?:[。.]|もの|こと|[함음됨임])\s*$")
#: When it was done, to the day or the month.
_DATED = re.compile(r"\b\d{1,2}\.?(?:º|er|st|nd|rd|th)?\ (?:de\ |of\ )?[A-Za-zÀ-ÿ]{3,10}\.?\ (?:de\ |del\ )?(?:19|20)\d\d\b|\b(?:between|from|entre|zwischen|tra|from|desde|du|vom|dal)\b[^.;]{0,40}\b(?:19|20)\d\d\b|(?:\d{4}|令和\d+)[年년]\ ?\d+[月월]|\d+[月월]\ ?\d+[日일]")
#: The company does not dispute it.
_OWNS_UP = re.compile(r"\b(?:admit(?:s|ted)|acknowledge[sd]?|pleaded guilty|does not dispute|reconnaît|reconoc\w+|reconhec\w+|ammett\w+|ammess\w+|räumt\w*|eingeräumt)\b|認め|인정|承认|承認", re.I)
#: What was looked for and not found, or was not done: it charges nobody.
_CLEARS = re.compile(
    r"\b(?:was|were|has been|have been|is|are)\ (?:not|free|never)\b|\bno\ (?:evidence|trace|breach|proceedings)\b|\b(?:did|does|has|have)\ not\ (?:find|found|open\w*)\b|\b(?:n'a|n'ont)\ (?:pas|jamais)\b|\baucune?\b|\b(?:nicht|kein\w*)\b|\bno\ ha\b|\bno\ se\b|\bningun[oa]?\b|\balgun[oa]\ contra\b|"
    r"\bnão\ (?:há|foi|houve)\b|\bnenhum\w*|\bnon\ (?:è|ha|sono|risult\w+)\b|\bnessun\w*|行っていない|確認されな|認められな|未发现|未發現|확인되지 않|하지 않은 것으로",
    re.I,
)
#: What comes of it, and how it was looked into.
_PROCEDURE = re.compile(
    r"\b(?:appeal\w*|must|within\ \d+|shall|is\ required|tribunal|hearing|decision\ (?:may|can)|investigation\ (?:was|began|opened|started)|inspected|agreed\ to|cooperat\w+|recours|dispose\ d|délai|doit|enquête,|mise\ en\ demeure|Einspruch|Widerspruch|Rechtsmittel|rechtskräftig|"
    r"muss|binnen|recurso|plazo|deberá|podrá|prazo|deverá|poderá|compromete|ricorso|entro|dovrà|potrà|proceedings|procedimient\w+|procediment\w+|expediente|procedura|procédure|Verfahren|notified|notificad\w+|notifié\w*|reminds|rappelle|recuerda|recorda|ricorda|weist\ darauf|consumers|consommat\w+|refund|receipt|return\ it|settled|notwithstanding)\b",
    re.I,
)
#: What was found, against what is done about it.
_FACTS = re.compile(
    r"\b(?:sold|knew|failed|found|fixed|concealed|misled|exceeded|discharged|contained|omitted|recalling|because|abgesprochen|vereinbart|verkauft|verschwiegen|überwacht|gespeichert|constaté|vendu|caché|dissimulé|vendió|ocultó|omitió|incumplió|contenía\w*|vendeu|omitiu|deixou de|ocultou|venduto|nascosto|omesso|violato)\b|含有|存在|不符合|판매|混入|使用していた",
    re.I,
)
_IMPOSES = re.compile(
    r"\b(?:impos(?:es|ed?|ing)|fines?|fined|ordered|penalty (?:of|notice)|penalt\w+|sanctionn\w*|pronounc\w+|prononc\w+|verhängt|Bußgeld|amende|infligé|multa|sanción|impuesto|coima|aplicou|sanzione|multat\w)\b|责令|命令|과징금",
    re.I,
)
_FINDS = re.compile(
    r"\b(?:sold|knew|failed|found|recall\w*|fixed|breach\w*|violat\w+|impos\w+|fined|infring\w+|ordered|concealed|misled|contravened|exceeded|discharged|hat|haben|verhängt|abgesprochen|a (?:vendu|constaté|infligé)|condamn\w+|sancion\w+|multó|incumpl\w+|multou|aplicou|descumpriu|violato|sanzion\w+|multat\w+)\b|違反|命令|处罚|责令|存在|위반|과징금",
    re.I,
)
