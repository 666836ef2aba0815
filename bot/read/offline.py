"""The reader that needs no model: cue words, attribution grammar and names, in nine languages. Deterministic.

offline_page      sentences that hold whole quotations
offline_names     who is named, and which company it is about
offline_leads     the sentence that tells the news
offline_sources   the newsrooms credited, and on whose word it is told
offline_claims    the claims: whose they are (offline_further: of others than the
                  main news is about; offline_interviews: what a witness says on air)
offline_findings  what an authority found
offline_bios      posts and owners
offline_speech    who speaks, for which company (offline_eastern_speech: in Japanese, Chinese and Korean)
offline_turns     turns of a transcript
offline_answers   the answers, their kinds, background refused (offline_found: several made one;
                  offline_eastern_clauses: two in one sentence; offline_english_answers: whose clause it is)
offline_walks     matters that are no company's: the stage, sport, the state
offline_western   how five languages tell that something was said
offline_kinds     what kind of answer some words are
learned           a second opinion on the answers, learned from labelled articles
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.read import forms
from bot.read import offline_western as western
from bot.read.learned import Second
from bot.read.offline_answers import Answers
from bot.read.offline_cast import Name, Names
from bot.read.offline_claims import bids, claims_of
from bot.read.offline_eastern_frames import ACCUSED, ANSWERED, GOES_ROUND, TOLD_ITSELF
from bot.read.offline_english import TOLD_US
from bot.read.offline_findings import Stated
from bot.read.offline_found import Found
from bot.read.offline_further import common
from bot.read.offline_leads import Lead, lead_of
from bot.read.offline_names import names_of
from bot.read.offline_page import Page, lay_out
from bot.read.offline_sources import newsrooms, origin_of
from bot.read.offline_speech import Voices
from bot.read.offline_walks import asked_of_a_body, body, of_no_company
from bot.read.reading import DENIALS, Claim, Document, Party, Reading, Response, ResponseKind, Role


class OfflineReader:
    """Reads one article by rules. A pure function of the document: it never looks at the ledger.

    `second`: who is asked for a second opinion on the answers; None where the rules alone are wanted.
    """

    def __init__(self, second: Second | None = None) -> None:
        self._second = second
        self.name = "offline-2" if second else "offline-1"

    def read(self, doc: Document) -> Reading:
        """Claims, responses and which answers which; every span is a slice of `doc.text`. Raises nothing."""
        if not doc.text.strip():
            return Reading(reader=self.name)
        ruled = by_rules(doc)
        page, names, answers, stated = ruled.page, ruled.names, ruled.answers, ruled.stated
        if ruled.no_company:
            return Reading(reader=self.name, companies=_companies(names))
        if self._second:
            answers, names = self._second.revise(page, names, ruled.voices, answers, stated, ruled.origin)
            stated = claims_of(page, names, ruled.lead, answers)
            answers = _parties(page, names, answers, stated, ruled.voices.parent)
        return Reading(
            reader=self.name,
            claims=tuple(_claim(page, names, s) for s in stated),
            responses=tuple(_response(page, names, a, stated) for a in answers),
            companies=_companies(names),
            credits=tuple(dict.fromkeys(name for _, name in newsrooms(page, names))),
        )


@dataclass(frozen=True)
class Ruled:
    """What the rules make of an article. `no_company`: it tells of a matter that is no company's; nothing was looked for."""

    page: Page
    names: Names
    voices: Voices
    lead: Lead | None = None
    origin: str = ""
    answers: list[Found] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)
    no_company: bool = False


def by_rules(doc: Document) -> Ruled:
    """The article laid out, who is named in it, what is reported and what is answered. Raises nothing."""
    if doc.kind is None:
        doc = doc.model_copy(update={"kind": forms.form(doc)})
    page = lay_out(doc)
    names = names_of(page)
    voices = Voices(page, names)
    if of_no_company(page, names):
        return Ruled(page, names, voices, no_company=True)
    lead = lead_of(page, names)
    origin = lead.origin if lead else origin_of(page, names)
    answers = Answers(page, names, voices, origin, _words(page, lead), _reported(page, lead)).collect()
    if lead and (other := _before_answer(page, names, lead, answers)):
        lead, origin = other, other.origin
        answers = Answers(page, names, voices, origin, _words(page, lead), _reported(page, lead)).collect()
    if asked_of_a_body(page, names):
        answers = [a for a in answers if not body(a.company)]
    stated = claims_of(page, names, lead, answers)
    answers = _parties(page, names, answers, stated, voices.parent)
    return Ruled(page, names, voices, lead, origin, answers, stated)


def _companies(names: Names) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n.full for n in names.all if n.what == "company"))


#: A newsroom tells it without saying from whom.
_HEARD = re.compile(
    r"\b(?:understood|believed|said|thought|rumou?red|tipped) to (?:be|have)\b|\breportedly\b|\balleg(?:e[sd]?|edly|ing)\b|"
    r"\b(?:workers|staff|crew|employees|residents|relatives|families|parents|patients|landlords|tenants|creditors|suppliers|customers|users|clients|critics|campaigners|villagers|farmers|drivers|lawmakers|union leaders)\b[^.;]{0,25} (?:say|said|claim(?:ed)?)\b",
    re.I,
)


def _before_answer(page: Page, names: Names, lead: Lead, answers: list[Found]) -> Lead | None:
    """The news, where what was taken for it is an answer: it stands before, or rests on somebody's word behind it.

    None where it is no answer, or one that says itself what is reported.
    """
    if not any(a.unit == lead.unit for a in answers):
        return None
    unit = page.units[lead.unit]
    if not page.lex.cjk and (lead.credited or page.lex.report.search(unit.frame)):
        return None
    other = lead_of(page, names, frozenset(a.unit for a in answers))
    told = other is not None and not page.lex.cjk and (other.credited or other.sourcing in ("anonymous", "document"))
    return other if other and (other.unit < lead.unit or told) else None


def _reported(page: Page, lead: Lead | None) -> bool:
    """Does the news rest on a source, a paper or another newsroom, so that somebody may have to answer it?"""
    head = page.doc.title + "\n" + page.plain[: page.paras[0][1]]
    if page.lex.cjk and (GOES_ROUND.search(head) or ANSWERED.search(page.doc.title) or (ACCUSED.search(head) and not TOLD_ITSELF.search(head))):
        return True
    if lead is None:
        return False
    if lead.credited or lead.sourcing in ("anonymous", "document") or (page.lex.lang == "en" and TOLD_US.search(page.plain)):
        return True
    news = page.plain[lead.start : lead.end]
    if lead.unit + 1 < len(page.units) and page.units[lead.unit + 1].para == page.units[lead.unit].para:
        news += page.plain[lead.end : page.units[lead.unit + 1].end]
    lex = page.lex
    if lex.lang in western.LANGUAGES and any(p.search(page.plain) for p in (lex.silent, lex.mum, lex.deny, lex.unaware)):
        return True  # where somebody is asked, refuses or denies, there is something to answer
    return bool(page.lex.report.search(page.plain) or _HEARD.search(news) or page.lex.hearsay.search(f"{page.doc.title}\n{news}"))


def _words(page: Page, lead: Lead | None) -> str:
    return page.doc.title + " " + (page.plain[lead.start : lead.end] if lead else page.plain[:300])


def _parties(page: Page, names: Names, answers: list[Found], stated: list[Stated], parent: Name | None) -> list[Found]:
    """A denial by somebody whom the claim is not about is a third party's."""
    if not stated:
        return [_third(a) if a.company.what == "office" and a.kind in DENIALS else a for a in answers]
    about = {id(s.company) for s in stated}
    for s in stated:
        unit = page.units[s.unit]
        # of whom the news tells first is a party to it
        about |= {id(n) for _, _, n in names.within(s.start, s.end, "company")[:1] if n.title}
        if bids(page, unit):
            about |= {id(n) for _, _, n in names.within(unit.start, unit.end, "company")[:1]}
    elsewhere = [s.company for s in stated[1:]]
    out = []
    for answer in answers:
        own = id(answer.company) in about or (page.lex.cjk and _told_of(page, answer))
        # whoever denies another matter of the same article says nothing of this one
        others_deny = any(a is not answer and id(a.company) in about and (page.lex.cjk or a.company is stated[0].company or a.company not in elsewhere) and a.kind in DENIALS for a in answers)
        if (
            answer.kind in DENIALS
            and not own
            and not (page.lex.lang in western.LANGUAGES and answer.company.what == "company" and answer.kind in ("unaware", "undecided"))
            and answer.company is not parent
            and (answer.company.what == "office" or others_deny or not answer.company.title)
            and not any(a is not answer and a.unit == answer.unit and id(a.company) in about for a in answers)
        ):
            answer = _third(answer)
        out.append(answer)
    return out


#: Whose name came up in the report; who runs what it is about.
_NAMED_IN_IT = re.compile(r"名前?(?:の|が)(?:挙|出|取り沙汰)|名指し|取り沙汰|[運経]営(?:する|し)|展開する|手がける|手掛ける|[点點]名|被指|[运運][营營]方|이름이 (?:오른|거론)|거론된|지목된|운영하는|운영사")


def _told_of(page: Page, answer: Found) -> bool:
    """Is a company spoken of before it answers, or introduced as one of whom the report speaks? Then it is a party."""
    if answer.company.what != "company":
        return False
    unit = page.units[answer.unit]
    before = any(b <= unit.start for _, b in answer.company.at)
    return before or any(_NAMED_IN_IT.search(page.plain, max(unit.start, a - 24), a + 2) for a, _ in answer.company.at if unit.start <= a < unit.end)


def _third(answer: Found) -> Found:
    kind: ResponseKind = "third_party_denial"
    return Found(**{**answer.__dict__, "kind": kind})


def _claim(page: Page, names: Names, stated: Stated) -> Claim:
    span = page.span(stated.start, stated.end)
    unit = page.units[stated.unit]
    return Claim(
        company=_name(stated.company),
        statement=_statement(page, stated),
        origin=stated.origin,
        sourcing=stated.sourcing,
        source_count=stated.count,
        span=span,
        hedged=stated.hedged,
        parties=tuple(
            Party(name=_name(n), role=_role(n, stated.company))
            for n in dict.fromkeys(
                [stated.company, *(n for _, _, n in names.within(unit.start, unit.end, "company"))]
            )
        ),
    )


def _statement(page: Page, stated: Stated) -> str:
    """The words of the claim; where they do not name the company, its name goes before them."""
    words = " ".join(page.plain[stated.start : stated.end].split())
    if not any(form in words for form in stated.company.forms):
        return f"{_name(stated.company)}: {words}"
    return words


def _role(name: Name, company: Name) -> Role:
    return "subject" if name is company else "counterparty"


def _name(name: Name) -> str:
    return name.full


def _response(page: Page, names: Names, answer: Found, stated: list[Stated]) -> Response:
    return Response(
        company=_name(answer.company),
        speaker=answer.speaker,
        kind=answer.kind,
        quote=page.span(answer.start, answer.end),
        direct=answer.direct,
        answers=_answers(page, names, answer, stated),
        via=answer.via,
    )


def _answers(page: Page, names: Names, answer: Found, stated: list[Stated]) -> tuple[int, ...]:
    """Which claims it answers: those about its company, or of its own paragraph in a round-up; else the news."""
    if not stated:
        return ()
    own = tuple(i for i, s in enumerate(stated) if s.company is answer.company)
    if own:
        shared = [common(page, answer, stated[i].start, stated[i].end) for i in own]
        return tuple(i for i, n in zip(own, shared, strict=True) if n == max(shared))
    para = page.units[answer.unit].para
    here = tuple(i for i, s in enumerate(stated) if page.units[s.unit].para == para)
    if here:
        return here[:1]
    for i, s in enumerate(stated):
        unit = page.units[s.unit]
        if any(n is answer.company for _, _, n in names.within(unit.start, unit.end)):
            return (i,)
    return (0,)
