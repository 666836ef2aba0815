"""What a rule of the offline judge concludes, and the questions that several rules ask. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.judge import offline_cues as cues
from bot.judge import offline_cues_official as official
from bot.judge import offline_evidence as evidence
from bot.judge.bearing import Denial, Tier, Verdict
from bot.judge.offline_cues import cue, has
from bot.judge.offline_evidence import Shown, strongest
from bot.judge.offline_matter import STATES, Fact, Matter, shared_names
from bot.judge.offline_voice import Voice
from bot.read import companies
from bot.read.reading import Document, Reading

#: A paper that names the claim's other parties announces the matter even where it words it in its own way.
NAMED = 0.20


@dataclass(frozen=True)
class Found:
    """What one rule concluded: the verdict, its tier, the sentence that shows it and why. `plain`: whoever can know says it
    in so many words (the newsroom takes it back, the company tells it), so that other signs don't count against it."""

    verdict: Verdict
    tier: Tier
    fact: Fact
    why: str
    confidence: float = 0.8
    plain: bool = False


def decisive(denial: Denial, pre: Sequence[Shown], doc: Document) -> Shown | None:
    """The fact before the denial that contradicts its words: "nothing decided" only gives way to a decision."""
    if denial.kind == "undecided":
        return strongest(pre, "decision")
    if denial.kind == "time_bound_denial":
        lasting = [s for s in pre if s.how != "contact" or has(cues.CONTACT, denial.quote, denial.lang)]
        return next((s for s in lasting if s.how in ("decision", "contact", "lasting")), None)
    return strongest(pre)


def another_party(denial: Denial) -> bool:
    """Is whoever denied another than those whom the claims are about?"""
    claimed = [n for c in denial.claims for n in (c.company, *c.own_names)]
    return bool(claimed) and not any(companies.kin(denial.company, n) for n in claimed if n)


def reach(denial: Denial, verdict: Verdict) -> Verdict:
    return "partly_undercuts" if denial.kind == "non_denial" else verdict


def announces(doc: Document, held: Matter) -> bool:
    """Does the document announce the very thing, rather than that it will not be?"""
    near = evidence.nearest(held)
    least = NAMED if held.names else STATES - 0.08
    title = cue(official.NOT_AGAIN, doc.lang).sub(" ", doc.title)
    return bool(near and max(near.rel, held.title_rel) >= least) and not has(cues.NEGATION, title, doc.lang)


def confession(reading: Reading, denial: Denial, held: Matter) -> Fact | None:
    for response in reading.responses:
        if response.kind == "confirmation" and any(companies.kin(response.company, n) for n in (denial.company, *denial.names)):
            for fact in held.facts:
                if fact.start <= response.quote.start < fact.end or response.quote.start <= fact.start < response.quote.end:
                    return fact
    return None


def denied_names(denial: Denial) -> frozenset[str]:
    claims = " ".join(t for c in denial.claims for t in (c.statement, c.span))
    return shared_names(denial.model_copy(update={"claims": ()}), claims)


def clearance(doc: Document, denial: Denial, held: Matter, speaks: Voice) -> Fact | None:
    """The sentence that shows the claim untrue. A company's own word is no proof; another's that it cites is."""
    clear = evidence.cleared(doc, denial, held)
    if speaks == "own":
        clear = [s for s in clear if has(official.THIRD_PARTY, s.fact.text, doc.lang)]
    else:
        clear += evidence.negated(doc, denial, held)
    later = {s.fact for s in evidence.after(doc, denial, held)}  # what came about since clears nobody
    clear = [s for s in clear if s.fact not in later or has(official.THIRD_PARTY, s.fact.text, doc.lang)]
    return max(clear, key=lambda s: (s.strength, -s.fact.start)).fact if clear else None
