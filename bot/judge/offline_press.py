"""What newsrooms show: another one has sources of its own, a witness speaks, the company admits. Pure."""

from __future__ import annotations

from datetime import timedelta

from bot.judge import offline_cues as cues
from bot.judge import offline_cues_newsroom as newsroom
from bot.judge import offline_evidence as evidence
from bot.judge.bearing import Denial
from bot.judge.offline_cues import has
from bot.judge.offline_found import (
    Found,
    confession,
    decisive,
    reach,
)
from bot.judge.offline_matter import STATES, Matter
from bot.judge.offline_voice import cites, own_report, same_newsroom
from bot.judge.offline_witness import takes_back, witness
from bot.read.reading import Document, Reading

#: Within this time of a denial, a report in the very words of the claim is the same report.
_FRESH = timedelta(days=3)


def press(doc: Document, reading: Reading, denial: Denial, held: Matter) -> Found | None:
    if taken := takes_back(doc, denial, held):
        return Found(reach(denial, "undercuts"), 1, taken, "whoever gave the answer takes it back on the record", 0.9)
    if seen := witness(doc, denial, held):
        return Found(reach(denial, "undercuts"), 2, seen, "a named witness who was there says so")
    pre = [s for s in evidence.before(doc, denial, held) if not cites(s.fact.text, denial, doc)]
    best = decisive(denial, pre, doc)
    if confessed := confession(reading, denial, held):
        if best and (confessed.rel >= 0.2 or best.fact == confessed):
            return Found(reach(denial, "undercuts"), 1, best.fact, "the company admits on the record what it denied", 0.8)
        if denial.kind == "non_denial" and confessed.rel >= STATES:
            return Found("partly_undercuts", 1, confessed, "the company admits what it brushed aside")
    if not best:
        return _independent(doc, reading, denial, held)
    if same_newsroom(doc, denial) or not own_report(doc, reading, denial):
        return None
    if best.fact.rel < 0.2 and best.how != "decision":
        return None
    if best.fact.rel >= 0.75 and doc.published - denial.published < _FRESH:
        return None  # the claim in its own words, hours later: told again, whoever signs it
    paper = has(newsroom.PAPER, doc.text, doc.lang) and has(newsroom.SEEN, doc.text, doc.lang)
    if paper and has(newsroom.AUTHENTIC, doc.text, doc.lang):
        return Found(reach(denial, "undercuts"), 1, best.fact, "a document on file dates it before the denial")
    why = "another newsroom, with sources of its own, dates it before the denial"
    return Found(reach(denial, "undercuts"), 3, best.fact, why, 0.7)


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
