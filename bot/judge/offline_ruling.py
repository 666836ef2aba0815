"""The press tells what an authority or a court decided: a fine, a verdict, a clearance. Pure.

Such news is worth as much as the paper that it tells of, and is often all there is to be had. It is taken only where the
sentence with the decision is about whoever denied, and it or one beside it that is the decision's own states the claim.
"""

from __future__ import annotations

from bot.judge import offline_cues as cues
from bot.judge import offline_cues_newsroom as newsroom
from bot.judge import offline_cues_official as official
from bot.judge import offline_cues_ruling as ruled
from bot.judge import offline_evidence as evidence
from bot.judge import offline_fields
from bot.judge.bearing import Denial
from bot.judge.offline_cues import Lexicon, has
from bot.judge.offline_found import Found, reach
from bot.judge.offline_matter import Fact, Matter, apart, names_it
from bot.judge.offline_voice import cites
from bot.judge.offline_words import has_cjk, object_words, objects, stated
from bot.read import companies
from bot.read.reading import Document, Reading

#: The sentence that tells what was done comes this close to the claim, and so close with the names of companies left out.
TELLS, TELLS_APART = 0.42, 0.30
#: With so many of the claim's own words in it, it may be further; with a single one it must be nearer.
MANY, ONE_APART = 4, 0.35
#: The same where the claim is in another language, so that no word can be compared.
ABROAD_APART = 0.42
#: It stands at most this many sentences from the one that tells the decision.
BESIDE = 2


def ruling(doc: Document, reading: Reading, denial: Denial, held: Matter) -> Found | None:
    """What an authority or a court decided on the claim, as a newsroom tells it; None where nothing is decided."""
    if not held.sure or denial.kind not in ("flat_denial", "non_denial"):
        return None
    if has(ruled.PENDING, doc.title, doc.lang) and not (has(ruled.DECIDED, doc.title, doc.lang) or has(ruled.LET_OFF, doc.title, doc.lang)):
        return None
    against = [f for f in held.facts if _decision(f, doc, reading, denial, ruled.DECIDED)]
    told = [c for f in against for c in _content(f, doc, denial, held) if not evidence.denied_of(c, denial, doc.lang) or _claimed_so(c, denial, doc)]
    told = [c for c in told if not has(official.CLEARED, c.text, doc.lang)]
    if told:
        best = max(told, key=lambda f: (f.rel, -f.start))
        return Found(reach(denial, "undercuts"), 1, best, "a newsroom tells that an authority or a court found it so", 0.8)
    if against or _asked_whether(denial) or any(has(ruled.UNSETTLED, f.text, doc.lang) for f in held.facts):
        return None
    let_off = [f for f in held.facts if _decision(f, doc, reading, denial, ruled.LET_OFF)]
    told = [c for f in let_off for c in _content(f, doc, denial, held, of_itself=True) if has(ruled.LET_OFF, c.text, doc.lang)]
    if not told or any(has(ruled.DECIDED, f.text, doc.lang) and not has(ruled.LET_OFF, f.text, doc.lang) for f in held.facts):
        return None
    best = max(told, key=lambda f: (f.rel, -f.start))
    return Found("confirms", 1, best, "a newsroom tells that an authority or a court found it not to be so", 0.8)


def _decision(fact: Fact, doc: Document, reading: Reading, denial: Denial, lexicon: Lexicon) -> bool:
    """Does the sentence tell of a decision of an authority or a court on whoever denied, and on nobody else?"""
    text = fact.text
    if not (has(lexicon, text, doc.lang) and has(ruled.RULER, text, doc.lang)) or has(ruled.PENDING, text, doc.lang):
        return False
    if cites(text, denial, doc):
        return False
    ours = [n for n in (denial.company, companies.key(denial.company), *(denial.own_names or denial.names)) if n]
    ours += [n for c in denial.claims for n in (c.company, *c.own_names) if n]
    claimed = f"{stated(denial)} {denial.quote}"
    others = [
        c
        for c in reading.companies
        if not any(companies.kin(c, n) for n in ours)
        and not companies.occurs(c, claimed)
        and not has(ruled.RULER, c, doc.lang)
        and not has(official.AUTHORITY, c, doc.lang)
    ]
    if any(companies.occurs(c, part) for c in others for part in (doc.title, text)):
        return False
    return any(companies.occurs(n, part) for n in ours for part in (doc.title, text))


def _content(decision: Fact, doc: Document, denial: Denial, held: Matter, *, of_itself: bool = False) -> list[Fact]:
    """The sentences that state the claim as what was decided on: the decision's own, else those beside it that are its; with
    `of_itself` also the one right behind it that is nobody's word."""
    if _states(decision, doc, denial):
        return [decision]
    if has(ruled.REASON, decision.text, doc.lang) and apart(decision.text, denial) < ABROAD_APART:
        return []
    at = next(i for i, f in enumerate(held.facts) if f.start == decision.start)
    its = [f for f in held.facts[max(0, at - BESIDE) : at + BESIDE + 1] if f != decision and has(ruled.BY_RULING, f.text, doc.lang)]
    if of_itself:
        its += [f for f in held.facts[at + 1 : at + 2] if not (has(official.BY_ITS_ACCOUNT, f.text, doc.lang) or names_it(f.text, denial))]
    its = [f for f in its if not has(ruled.PENDING, f.text, doc.lang) and not has(newsroom.THE_CLAIM, f.text, doc.lang)]
    return [f for f in its if _states(f, doc, denial)]


def _states(fact: Fact, doc: Document, denial: Denial) -> bool:
    if fact.rel < TELLS or any(d.first > denial.published.date() for d in fact.dates if d.last < doc.published.date()):
        return False
    if doc.lang != denial.lang:
        return apart(fact.text, denial) >= ABROAD_APART
    shared = sum(0.5 if has_cjk(w) else 1.0 for w in object_words(denial) & objects(fact.text))
    near = apart(fact.text, denial)
    return shared >= MANY or (shared >= 2 and near >= TELLS_APART) or (shared >= 1 and near >= ONE_APART)


def _claimed_so(fact: Fact, denial: Denial, doc: Document) -> bool:
    """Is the claim one of what was left undone, which a sentence with a "not" says once more?"""
    return any(has(cues.NEGATION, c.span, c.lang) for c in denial.claims)


def _asked_whether(denial: Denial) -> bool:
    """Is the claim that there is an inquiry at all? Then its end confirms no denial."""
    return "probe" in offline_fields.weights(f"{stated(denial)} {denial.quote}")
