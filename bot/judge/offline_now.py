"""The company itself now says, without a date, what it denied. Pure.

The last thing that the offline judge asks of an article, when no date has decided: a company's own announcement, or its
own words in the press, that state the claim as a fact. What it was when it was denied is then told by the time that
passed: what a company announces within weeks was under way when it was denied.
"""

from __future__ import annotations

import re
from datetime import timedelta

from bot.judge import offline_cues as cues
from bot.judge import offline_cues_newsroom as newsroom
from bot.judge import offline_cues_official as official
from bot.judge import offline_cues_person as person
from bot.judge import offline_fields
from bot.judge.bearing import Denial, Verdict
from bot.judge.offline_cues import cue, has
from bot.judge.offline_matter import Fact, Matter, apart, says_denial, told_names
from bot.judge.offline_voice import Voice, cites, same_newsroom
from bot.judge.offline_words import ACTIONS, has_cjk, object_words, objects, stated
from bot.read import companies
from bot.read.reading import Document, Reading
from bot.text import fold

#: A sentence this close to the claim says the same.
SAYS = 0.45
#: The same where none of the names in the claim stands in it (they may be written in another script).
SAYS_WITHOUT_NAME = 0.55
#: And it stays this close when the company's own names are taken out of both: all that is said of a company shares
#: these, and news of a new finance chief would pass for news of an inquiry by the regulator.
SAYS_APART = 0.45
#: The same where one of the names in the claim stands in a sentence that comes this close to it.
SAYS_APART_NAMED, NAMED_CLOSE = 0.40, 0.55
#: The same where two of the claim's own words do (four neighbouring pairs of letters in Chinese, Japanese and Korean).
SAYS_APART_WORDED = 0.35
#: An announcement whose headline is further from the claim than this is about something else.
HEADLINE = 0.35
#: What is announced within this time of a flat denial was under way when it was denied.
UNDER_WAY = timedelta(days=150)
#: The company, or whoever heads it, stands this far before the verb by which it owns up (characters).
BEFORE_VERB = 90
#: Behind the verb they stand this close, and what they own to stands before it.
BEHIND_VERB = 45
#: Right before a mere "said", so far from it at most.
RIGHT_BEFORE = 8
#: A word of admitting this far from a quotation is about it.
AROUND = 200


#: Somebody tells in a quotation what they did themselves.
_WE = re.compile(
    r"[\"“”„«»「『‹](?:[^\"”»」』]{0,60})(?:\b(?:we|i|our|nous|notre|on|wir|ich|unser\w*|hemos|\w+mos|eu|nós|abbiamo|ho|noi)\b|我|当社|弊社|私|우리|저희|제가)",
    re.IGNORECASE,
)


def says_so(doc: Document, reading: Reading, denial: Denial, held: Matter, speaks: Voice) -> Fact | None:
    """The sentence in which the company that answered, or the one that the claim is about, states the claim as a fact."""
    if not held.sure or (speaks == "own" and held.title_rel < HEADLINE):
        return None
    if has(cues.NEGATION, doc.title, doc.lang) or has(official.CLEARED, doc.title, doc.lang):
        return None
    names = told_names(denial.model_copy(update={"quote": ""}))
    told = [f for f in held.facts if f.rel >= SAYS and _affirms(f, doc, denial) and _ties(f, doc, names)]
    ours = [f for f in told if speaks == "own" or _on_record(f, doc, reading, denial)]
    ours = [f for f in ours if apart(f.text, denial) >= _least_apart(f, doc, denial, names, speaks)]
    return max(ours, key=lambda f: (f.rel, -f.start), default=None) or (_in_quotes(doc, reading, denial, held) if speaks == "press" else None)


def _in_quotes(doc: Document, reading: Reading, denial: Denial, held: Matter) -> Fact | None:
    """The company is said to admit "the facts": the quotation beside that, in which it tells them itself."""
    for at, fact in enumerate(held.facts):
        if not (has(newsroom.ADMITS, fact.text, doc.lang) and _affirms(fact, doc, denial) and _on_record(fact, doc, reading, denial)):
            continue
        for quoted in held.facts[max(0, at - 1) : at + 2]:
            words = object_words(denial) & objects(quoted.text)
            if quoted != fact and words and _WE.search(quoted.text) and apart(quoted.text, denial) >= SAYS_APART_WORDED and _affirms(quoted, doc, denial):
                return quoted
    return None


def verdict(doc: Document, denial: Denial, fact: Fact) -> Verdict | None:
    """What such a statement means for a denial of this kind; None where it decides nothing. What is admitted, other than a
    deal, a closure or the like, was so all along."""
    if denial.kind == "non_denial":
        return "partly_undercuts"
    if denial.kind in ("time_bound_denial", "undecided"):
        return "overtaken"
    if denial.kind in ("flat_denial", "unaware"):
        around = doc.text[max(0, fact.start - AROUND) : fact.end + AROUND]
        conduct = not offline_fields.weights(stated(denial)).keys() & ACTIONS and has(newsroom.ADMITS, around, doc.lang)
        return "undercuts" if conduct or doc.published - denial.published <= UNDER_WAY else "overtaken"
    return None


def _affirms(fact: Fact, doc: Document, denial: Denial) -> bool:
    """Is nothing turned in the sentence, other than the earlier "no" that it recalls, and is it not the denial once more?"""
    text = cue(official.NO_EXCUSE, doc.lang).sub(" ", cue(newsroom.REVERSES, doc.lang).sub(" ", fact.text))
    if says_denial(fact.text, denial):
        return False
    if same_newsroom(doc, denial) and has(newsroom.RETRACTION, text, doc.lang):
        return False
    return not any(has(lexicon, text, doc.lang) for lexicon in (cues.NEGATION, official.CLEARED, official.NO_VIEW))


def _least_apart(fact: Fact, doc: Document, denial: Denial, names: frozenset[str], speaks: Voice) -> float:
    shared = object_words(denial) & objects(fact.text) if doc.lang == denial.lang else frozenset()
    if speaks == "press" and sum(0.5 if has_cjk(w) else 1.0 for w in shared) >= 2:
        return SAYS_APART_WORDED
    return SAYS_APART_NAMED if _names_it(fact, names) else SAYS_APART


def _ties(fact: Fact, doc: Document, names: frozenset[str]) -> bool:
    if any(companies.occurs(n, f"{doc.title} {fact.text}") for n in names):
        return True
    return not names or fact.rel >= SAYS_WITHOUT_NAME


def _names_it(fact: Fact, names: frozenset[str]) -> bool:
    return fact.rel >= NAMED_CLOSE and any(companies.occurs(n, fact.text) for n in names)


def _on_record(fact: Fact, doc: Document, reading: Reading, denial: Denial) -> bool:
    """In the press: is the sentence the company's own word? A reader found it to be, or the company stands beside a verb
    of owning; a sentence that credits the first newsroom is neither."""
    if cites(fact.text, denial, doc) and not has(newsroom.REVERSES, fact.text, doc.lang):
        return False
    text = cue(newsroom.REVERSES, doc.lang).sub(" ", fact.text)
    if any(has(x, text, doc.lang) for x in (newsroom.UNNAMED, newsroom.WE_SAID, newsroom.THE_CLAIM)) or re.search(r"[?？]\s*$", text):
        return False
    ours = [denial.company, *denial.own_names, *(n for c in denial.claims for n in (c.company, *c.own_names))]
    for response in reading.responses:
        touches = response.quote.start < fact.end and fact.start < response.quote.end
        if response.kind == "confirmation" and touches and any(companies.kin(response.company, n) for n in ours if n):
            return True
    return _owns_up(fact.text, [n for n in dict.fromkeys(ours) if n], doc.lang)


def _owns_up(text: str, ours: list[str], lang: str) -> bool:
    """Is the company, or whoever heads it, the subject of a verb of owning up? "It did so, said the union" has another one."""
    for verb in cue(newsroom.OWNS, lang).finditer(text):
        if (subject := _subject(text[max(0, verb.start() - BEFORE_VERB) : verb.start()], ours, lang)) is not None:
            if not has(person.OTHERS, subject, lang):
                return True
        elif lang not in ("ja", "zh", "ko"):
            behind = re.split(r"[,;.»”\"]", text[verb.end() : verb.end() + BEHIND_VERB])[0]
            headed = has(person.EXECUTIVE, behind, lang) and any(companies.occurs(n, text) for n in ours)
            if (headed or any(companies.occurs(n, behind) for n in ours)) and not has(person.OTHERS, behind, lang):
                return True
    return any(
        any(companies.occurs(n, text[max(0, verb.start() - len(n) - RIGHT_BEFORE) : verb.start()]) for n in ours)
        for verb in cue(newsroom.SAYS, lang).finditer(text)
        if not has(person.OTHERS, text[: verb.start()], lang)
    )


def _subject(before: str, ours: list[str], lang: str) -> str | None:
    """The words from the last name of the company up to the verb; None where it does not stand there, or another verb
    does: "X waters its milk, a rival admits"."""
    folded = fold(before)
    at = max((folded.rfind(fold(n)) for n in ours), default=-1)
    return before[at:] if at >= 0 else None
