"""Interviews on air: who only asks in them, and what somebody from inside a company says there of what was done. Pure."""

from __future__ import annotations

import re

from bot.read.offline_cast import Name, Names
from bot.read.offline_findings import MEASURED, Stated
from bot.read.offline_found import Found, stems
from bot.read.offline_page import Page
from bot.read.offline_turns import label_at

#: Those who ask and present; with their turns alone a script is a bulletin, and its news is news.
_HOST = re.compile(
    r"\b(?:presenter|host|anchor|interviewer|reporter|journalist|moderator|operator|narrator|voice-?over|correspondent|newsreader|présentat\w+|journaliste|animat\w+|"
    r"moderatorin|sprecher(?:in)?|reporterin|redakteur(?:in)?|locutora?|presentadora?|entrevistadora?|periodista|reportero|reportera|conduttore|conduttrice|giornalista|inviat[oa]|cronista|"
    r"apresentadora?|repórter|jornalista|locutor|pivô)\b|司会|キャスター|アナウンサー|アナ|記者|ナレーター|ナレーション|主持人|主持|记者|主播|旁白|앵커|기자|진행자|아나운서|사회자|해설",
    re.I,
)
#: Words for somebody who was, or secretly is, inside a company.
_INSIDE = re.compile(
    r"\b(?:former|ex-\w+|used to|until|resigned|quit|left|whistle-?blower|insider|first time|voice (?:altered|changed|disguised)|ancien(?:ne)?|jusqu'(?:en|au|à)|dirigeait|travaillait|témoigne|à visage découvert|voix modifiée|"
    r"ehemalig\w*|früher\w*|bis (?:zum|vor|Ende)|packt aus|Stimme verfremdet|se marchó|dejó|antigu[oa]|extrabajador\w*|exemplead[oa]|por primera vez|voz distorsionada|ex-\w+|deixou|antig[oa]|pela primeira vez|voz alterada|"
    r"ex \w+|fino a|ha lasciato|per la prima volta|voce alterata)\b|元(?:社員|従業員|幹部|部長)|退職|内部告発|音声(?:を)?(?:変え|加工)|匿名|前(?:员工|高管|总监|经理)|离职|離職|变声|變聲|化名|전직|현직|퇴사|퇴직|음성 ?변조|익명|고백|폭로|제보",
    re.I,
)
_I = re.compile(r"\b(?:I|I've|I'd|my|myself|je|j'|moi|ich|mich|yo|eu|io|me)\b|(?:^|[ ,。，])(?:我|私|僕|わたし|제가|저는|저희가|내가)", re.I)
#: A day or a number within what somebody tells.
_DAY = re.compile(r"\d")
_ENOUGH = 2.0


def turns(page: Page) -> dict[int, str]:
    """Whose turn a paragraph is, by its number; {} where fewer than two are marked."""
    found = {number: m.group() for number in range(len(page.paras)) if (m := label_at(page, number))}
    return found if len(found) > 1 else {}


def interviewed(page: Page) -> bool:
    """Is it a talk with somebody, not a bulletin read out in turns?"""
    return page.doc.kind in ("broadcast", "transcript") and any(not _HOST.search(label) for label in turns(page).values())


def witnessed(page: Page, names: Names, answers: list[Found]) -> list[Stated]:
    """What somebody from inside a company says of it in the first person, unless a guest answers for the company."""
    spoken = turns(page)
    guests = {number for number, label in spoken.items() if not _HOST.search(label)}
    company = _spoken_of(names)
    if company is None or page.doc.kind != "broadcast" or any(page.units[a.unit].para in guests for a in answers):
        return []
    hosts = " ".join(page.plain[a:b] for number, (a, b) in enumerate(page.paras) if number not in guests)
    if not _INSIDE.search(" ".join((page.doc.title, hosts, *(spoken[number] for number in guests)))):
        return []
    scored = [(_fact(page, number), -number) for number, unit in enumerate(page.units) if unit.para in guests]
    score, number = max(scored, default=(0.0, 0))
    if score < _ENOUGH:
        return []
    unit = page.units[-number]
    guest = _guest(names, spoken[unit.para])
    label = len(spoken[unit.para]) if unit.start == page.paras[unit.para][0] else 0
    return [Stated(company, unit.start + label, unit.end, -number, guest.full if guest else page.doc.outlet, "named" if guest else "anonymous", 1, False)]


def _fact(page: Page, number: int) -> float:
    """How much a sentence is like one that tells what somebody did or saw: "I signed it on the 4th"."""
    unit, title = page.units[number], stems(page.doc.title)
    text = page.plain[unit.start : unit.end]
    told = bool(_I.search(text)) or 0.8 * bool(_I.search(page.plain[slice(*page.paras[unit.para])]))
    told += bool(_DAY.search(text)) + bool(MEASURED.search(text)) + 2.0 * len(title & stems(text)) / max(1, len(title))
    return told - bool(page.lex.patterns["not"].search(text)) - 2.0 * text.endswith(("?", "？"))


def _spoken_of(names: Names) -> Name | None:
    """The company that an interview is about: one that the headline names, else the main one."""
    titled = next((n for n in names.all if n.title and n.what in ("company", "") and n.person < 1 and n.news < 1), None)
    return names.main if names.main and (names.main.title or titled is None) else titled


def _guest(names: Names, label: str) -> Name | None:
    """The person whose turn it is, where the page names them in full."""
    words = set(re.findall(r"\w+", label.casefold()))
    return next((n for n in names.all if n.person >= 2 and " " in n.full and n.full.split()[-1].casefold() in words), None)
