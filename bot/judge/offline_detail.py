"""The detail that a specific denial denied: a figure, a date, a name. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.judge import offline_cues as cues
from bot.judge import offline_cues_official as official
from bot.judge import offline_evidence as evidence
from bot.judge import offline_fields
from bot.judge.bearing import Denial
from bot.judge.offline_cues import has
from bot.judge.offline_evidence import Shown
from bot.judge.offline_found import (
    Found,
    announces,
    clearance,
    denied_names,
    )
from bot.judge.offline_matter import STATES, Fact, Matter
from bot.judge.offline_voice import Voice
from bot.judge.offline_words import telling
from bot.read import companies
from bot.read.reading import Document
from bot.text import numbers


def detail(doc: Document, denial: Denial, held: Matter, pre: Sequence[Shown], who: str, speaks: Voice) -> Found | None:
    """The figure, date or name at issue: the company's own proves right, or the claim's does, or the rest is true."""
    claimed = {n for c in denial.claims for n in numbers(f"{c.statement} {c.span}", c.lang)}
    said = telling(numbers(denial.quote, denial.lang))
    denied, own = said & claimed, said - claimed
    if not denied and len(said) == 1 and has(official.THE_FIGURE, denial.quote, denial.lang):
        denied, own = own, denied  # "the figure of 900 is plucked from the air"
    names = denied_names(denial)
    for fact in sorted(held.facts, key=lambda f: (-max(f.rel, f.to_quote), f.start)):
        figures = telling(numbers(fact.text, doc.lang))
        near = max(fact.rel, fact.to_quote)
        turned = has(cues.NEGATION, fact.text, doc.lang) or has(official.CLEARED, fact.text, doc.lang)
        if denied & figures and near >= 0.25:
            if turned:
                return Found("confirms", 1, fact, f"{who} says that the figure is wrong")
            if not own & figures and near >= STATES:
                return Found("undercuts", 1, fact, f"{who} gives the very figure that was denied")
        if own & figures and not denied & figures and (near >= 0.2 or max(own & figures) >= 100):
            return Found("confirms", 1, fact, f"{who} gives the company's figure", 0.9)
    clear = clearance(doc, denial, held, speaks)
    if clear and speaks == "authority" and not (own or denial.admits) and (rest := _left_unsaid(doc, held, clear)):
        return Found("partly_undercuts", 1, rest, f"{who} clears the detail that was denied, and finds what was left unsaid", 0.7)
    if clear:
        return Found("confirms", 1, clear, f"{who} shows that the detail was as the company said")
    if denied and not (own or names or pre) and (other := _another_figure(doc, held, denied)):
        return Found("confirms", 1, other, f"{who} gives another figure than the one that was denied", 0.7)
    if not said and (other := _other_price(doc, denial, held, claimed)):
        return Found("confirms", 1, other, f"{who} gives another sum than the one that was denied")
    about = pre[0].fact if pre else evidence.nearest(held)
    if not about or (about.rel < 0.2 and not pre):
        return None
    there = [n for n in names if companies.occurs(n, f"{doc.title}\n{doc.text}")]
    if names and not there and denial.admits and doc.lang == denial.lang and announces(doc, held):
        return Found("confirms", 1, about, f"{who} does not have the name that was denied", 0.7)
    if own or denial.admits or not pre:
        return None
    if not said and any(companies.occurs(n, about.text) for n in names):
        return Found("undercuts", 1, about, f"{who} dates it before the denial, with the name that was denied")
    return Found("partly_undercuts", 1, about, f"not the detail that was denied, but {who} shows the rest true", 0.7)


def _left_unsaid(doc: Document, held: Matter, clear: Fact) -> Fact | None:
    """Beside what clears the detail: the sentence on the claim's substance, in a paper that speaks of a breach or a danger."""
    if not evidence.turned_against(doc, held):
        return None
    rest = [f for f in held.facts if f != clear and f.rel >= STATES and not has(official.CLEARED, f.text, doc.lang)]
    return max((f for f in rest if not evidence.denied(f.text, doc.lang)), key=lambda f: (f.rel, -f.start), default=None)


def _other_price(doc: Document, denial: Denial, held: Matter, claimed: set[float]) -> Fact | None:
    """Where the sum was denied and nothing said of the right one: the sentence that gives it, far from the one claimed."""
    sums = telling(frozenset(claimed))
    if not sums or not has(cues.SUM, denial.quote, denial.lang):
        return None
    for fact in held.facts:
        figures = telling(numbers(fact.text, doc.lang))
        apart = figures and all(abs(f - s) > 0.05 * max(f, s) for f in figures for s in sums)
        if apart and has(cues.SUM, fact.text, doc.lang) and not has(cues.NEGATION, fact.text, doc.lang):
            return fact
    return None


def _another_figure(doc: Document, held: Matter, denied: set[float]) -> Fact | None:
    """In a paper on the very matter that nowhere has the denied figure: the sentence with one of its size instead."""
    near = evidence.nearest(held)
    if near is None or near.rel < STATES or denied & numbers(f"{doc.title}\n{doc.text}", doc.lang):
        return None
    about = [f for f in held.facts if f.rel >= 0.2 or held.fields & set(offline_fields.weights(f.text))]
    given = [(f, telling(numbers(f.text, doc.lang))) for f in about]
    alike = [f for f, figures in given if len(figures) == 1 and any(n / 20 <= figure <= n * 20 for figure in figures for n in denied)]
    return max(alike, key=lambda f: (f.rel, -f.start), default=None)
