"""What newsrooms show: another one has sources of its own, a witness speaks, the company admits. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.judge import offline_cues as cues
from bot.judge import offline_cues_newsroom as newsroom
from bot.judge import offline_evidence as evidence
from bot.judge import offline_fields
from bot.judge.bearing import Denial
from bot.judge.offline_cues import has
from bot.judge.offline_evidence import Shown
from bot.judge.offline_found import (
    Found,
    confession,
    decisive,
    reach,
)
from bot.judge.offline_matter import STATES, Fact, Matter, apart
from bot.judge.offline_ruling import ruling
from bot.judge.offline_voice import cites, own_report, same_newsroom
from bot.judge.offline_witness import takes_back, witness
from bot.judge.offline_words import ACTIONS, object_words, objects, stated
from bot.read.reading import Document, Reading

#: Within this time of a denial, a report in the very words of the claim is the same report.
_FRESH = timedelta(days=3)
#: What a paper dates comes this close to the claim, names aside; so close where no word can be compared.
_APART, _ABROAD_APART = 0.27, 0.42
#: What a paper says is quoted this many sentences after the one that names and dates it.
_QUOTED_WITHIN = 4


def press(doc: Document, reading: Reading, denial: Denial, held: Matter) -> Found | None:
    if taken := takes_back(doc, denial, held):
        return Found(reach(denial, "undercuts"), 1, taken, "whoever gave the answer takes it back on the record", 0.9)
    if seen := witness(doc, denial, held):
        return Found(reach(denial, "undercuts"), 2, seen, "a named witness who was there says so")
    if decided := ruling(doc, reading, denial, held):
        return decided
    pre = [s for s in evidence.before(doc, denial, held) if not cites(s.fact.text, denial, doc)]
    best = decisive(denial, pre, doc)
    if confessed := confession(reading, denial, held):
        if best and (confessed.rel >= 0.2 or best.fact == confessed):
            return Found(reach(denial, "undercuts"), 1, best.fact, "the company admits on the record what it denied", 0.8)
        if denial.kind == "non_denial" and confessed.rel >= STATES:
            return Found("partly_undercuts", 1, confessed, "the company admits what it brushed aside")
    if quoted := _quoted_paper(doc, denial, held):
        return quoted
    if not best:
        return _independent(doc, reading, denial, held)
    filed = has(newsroom.AUTHENTIC, doc.text, doc.lang)
    if filed and (on_paper := _on_paper(doc, denial, held, pre)):
        return Found(reach(denial, "undercuts"), 1, on_paper, "a document on file dates it before the denial")
    if same_newsroom(doc, denial) or not own_report(doc, reading, denial):
        return None
    if best.fact.rel < 0.2 and not (best.how == "decision" and held.fields & ACTIONS):
        return None  # "the contract was signed in July": of what is told beside it, which may be any other business
    if best.fact.rel >= 0.75 and doc.published - denial.published < _FRESH:
        return None  # the claim in its own words, hours later: told again, whoever signs it
    paper = has(newsroom.PAPER, doc.text, doc.lang) and has(newsroom.SEEN, doc.text, doc.lang)
    if paper and filed:
        return Found(reach(denial, "undercuts"), 1, best.fact, "a document on file dates it before the denial")
    why = "another newsroom, with sources of its own, dates it before the denial"
    return Found(reach(denial, "undercuts"), 3, best.fact, why, 0.7)


def _quoted_paper(doc: Document, denial: Denial, held: Matter) -> Found | None:
    """A signed or filed paper that a sentence dates before the denial, and that a sentence soon after quotes with the claim."""
    made = denial.published.date()
    if not (has(newsroom.SEEN, doc.text, doc.lang) and has(newsroom.AUTHENTIC, doc.text, doc.lang)):
        return None
    for at, fact in enumerate(held.facts):
        dated = any(d.last < made and d.first >= made - evidence.HISTORY for d in fact.dates)
        if not dated or not has(newsroom.PAPER, fact.text, doc.lang) or cites(fact.text, denial, doc):
            continue
        for said in held.facts[at + 1 : at + _QUOTED_WITHIN]:
            bound = denial.kind not in ("undecided", "time_bound_denial") or has(cues.DECISION, said.text, doc.lang)
            if said.rel >= STATES and bound and not evidence.denied(said.text, doc.lang):
                return Found(reach(denial, "undercuts"), 1, said, "a document on file, from before the denial, says so")
    return None


def _on_paper(doc: Document, denial: Denial, held: Matter, pre: Sequence[Shown]) -> Fact | None:
    """The sentence in which a paper itself is dated, or dates something, before the denial."""
    shown = [s for s in pre if _of_a_paper(doc, held, s.fact) and not has(newsroom.UNNAMED, s.fact.text, doc.lang)]
    best = decisive(denial, [s for s in shown if _on_the_claim(doc, denial, s.fact)], doc)
    return best.fact if best else None


def _on_the_claim(doc: Document, denial: Denial, fact: Fact) -> bool:
    """Papers date all sorts of business: is this the claim's, and does it not say that it was not so?"""
    if evidence.denied_of(fact, denial, doc.lang) and not any(has(cues.NEGATION, c.span, c.lang) for c in denial.claims):
        return False
    if doc.lang != denial.lang:
        return apart(fact.text, denial) >= _ABROAD_APART
    deed = offline_fields.weights(stated(denial)).keys() & offline_fields.weights(fact.text).keys() & ACTIONS
    return bool(object_words(denial) & objects(fact.text)) and (bool(deed) or apart(fact.text, denial) >= _APART)


def _of_a_paper(doc: Document, held: Matter, fact: Fact) -> bool:
    """Does the sentence name a paper, or the next one say that a reliable one, which the newsroom has seen, shows this?"""
    if has(newsroom.PAPER, fact.text, doc.lang):
        return True
    at = next((i for i, f in enumerate(held.facts) if f.start == fact.start), 0)
    behind = held.facts[at + 1 : at + 2]
    return any(all(has(x, f.text, doc.lang) for x in (newsroom.PAPER, newsroom.AUTHENTIC, newsroom.SEEN)) for f in behind)


def _independent(doc: Document, reading: Reading, denial: Denial, held: Matter) -> Found | None:
    """A second newsroom's own report without a date, where it sets itself against the denial."""
    if same_newsroom(doc, denial) or not own_report(doc, reading, denial) or denial.kind not in ("flat_denial", "unaware"):
        return None
    if not (has(newsroom.CONTRADICTS, doc.text, doc.lang) and has(newsroom.TOLD, doc.text, doc.lang)):
        return None
    fact = evidence.nearest(held)
    if not fact or fact.rel < STATES or cites(fact.text, denial, doc) or has(cues.NEGATION, fact.text, doc.lang):
        return None
    return Found("undercuts", 3, fact, "another newsroom, with sources of its own, contradicts the denial", 0.6)
