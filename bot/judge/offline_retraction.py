"""A newsroom takes its own report back: all of it, or the detail that was denied. Pure."""

from __future__ import annotations

from bot.judge import offline_cues as cues
from bot.judge import offline_cues_newsroom as newsroom
from bot.judge import offline_cues_person as person
from bot.judge.bearing import Denial, Tier
from bot.judge.offline_cues import cue, has
from bot.judge.offline_found import Found, denied_names
from bot.judge.offline_matter import STATES, Fact, Matter
from bot.judge.offline_words import telling
from bot.read import companies
from bot.read.reading import Document
from bot.text import fold, numbers

#: "That was wrong" is about what the sentences this many before or after it tell.
BESIDE = 2


def retraction(doc: Document, denial: Denial, held: Matter) -> Found | None:
    """The newsroom that reported the claim takes it back: all of it, or the detail that was denied."""
    head = f"{doc.title}\n{doc.text[:600]}"
    if not (has(newsroom.RETRACTION, head, doc.lang) and has(newsroom.TAKES_BACK, f"{doc.title}\n{doc.text[:1500]}", doc.lang)):
        return None
    backed = [f for f in held.facts if has(newsroom.RETRACTION, f.text, doc.lang)]
    if _others_apology(doc, denial, held):
        return None
    if not has(newsroom.RETRACTION, doc.title, doc.lang) and len(backed) < 2:
        return None
    stands = has(newsroom.STANDS, doc.text, doc.lang)
    tier: Tier = 1 if rests_on_paper(doc, denial) else 2
    if denial.kind == "specific_denial":
        said = telling(numbers(denial.quote, denial.lang))
        figures = {n for f in held.facts for n in telling(numbers(f.text, doc.lang))}
        titled = has(newsroom.RETRACTION, doc.title, doc.lang)
        near = [f for f in (held.facts if titled else backed) if max(f.rel, f.to_quote) >= (0.3 if titled else 0.2)]
        names = {n for n in denied_names(denial) if companies.occurs(n, head)}
        if near and (said & figures or names):
            return Found("confirms", tier, _corrected(held, doc, said), "the newsroom corrects the detail that was denied", 0.9, plain=True)
        if stands:
            return None
    if stands:
        return None
    whole = [f for at, f in enumerate(held.facts) if _all_of_it(doc, held, at, f in backed)]
    if not whole:
        return None
    best = max(whole, key=lambda f: (max(f.rel, f.to_quote), -f.start))
    return Found("confirms", tier, best, "the newsroom that reported it takes it back", 0.9, plain=True)


def _others_apology(doc: Document, denial: Denial, held: Matter) -> bool:
    """Is it the company that is sorry or takes something back, in headline and text alike, and not the newsroom?"""
    ours = [n for n in (denial.company, *denial.names, *(c.company for c in denial.claims)) if n]

    def company(text: str) -> bool:
        return any(companies.occurs(n, text) or companies.occurs(companies.key(n), text) for n in ours)

    def of_the_company(text: str) -> bool:
        return company(text) or has(person.EXECUTIVE, text, doc.lang)

    sorry = [f for f in held.facts if has(newsroom.TAKES_BACK, f.text, doc.lang)]
    own = (of_the_company(f.text) and not has(newsroom.WE_WROTE, f.text, doc.lang) for f in sorry)
    return of_the_company(doc.title) and all(own)


def rests_on_paper(doc: Document, denial: Denial) -> bool:
    """Does a paper show that the report was wrong? "Our report" is none."""
    if has(newsroom.READ_WHOLE, doc.text, doc.lang):
        return True
    told = cue(newsroom.WE_WROTE, doc.lang).sub(" ", doc.text)
    claimed = fold(" ".join(t for c in denial.claims for t in (c.statement, c.span)))
    shown = any(fold(m.group()) not in claimed for m in cue(newsroom.PROOF, doc.lang).finditer(told))
    return shown or has(newsroom.PAPER, told, doc.lang)


def _corrected(held: Matter, doc: Document, figures: set[float]) -> Fact:
    def rank(f: Fact) -> tuple[int, float, int]:
        return (
            has(newsroom.RETRACTION, f.text, doc.lang) + bool(telling(numbers(f.text, doc.lang)) & figures),
            max(f.rel, f.to_quote),
            -f.start,
        )

    return max(held.facts, key=rank)


def _all_of_it(doc: Document, held: Matter, at: int, backed: bool) -> bool:
    """Does the sentence take back the claim itself: by its own words, or beside the sentence that tells it once more?"""
    fact = held.facts[at]
    near = max(fact.rel, fact.to_quote)
    if has(newsroom.WHOLLY, fact.text, doc.lang) and near >= 0.2:
        return True
    if has(newsroom.A_DETAIL, fact.text, doc.lang):
        return False
    if has(cues.NEGATION, fact.text, doc.lang) and (fact.rel >= STATES or backed):
        return True
    if not (has(newsroom.THAT_WRONG, fact.text, doc.lang) or has(newsroom.FORGED, fact.text, doc.lang)):
        return False
    beside = held.facts[max(0, at - BESIDE) : at + BESIDE + 1]
    return any(f.rel >= STATES and has(newsroom.WE_WROTE, f.text, doc.lang) for f in beside)
