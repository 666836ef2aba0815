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
from bot.judge.bearing import Denial, Verdict
from bot.judge.offline_cues import Lexicon, cue, has
from bot.judge.offline_matter import Fact, Matter, apart, told_names
from bot.judge.offline_voice import Voice, cites
from bot.read import companies
from bot.read.reading import Document, Reading

#: A sentence this close to the claim says the same.
SAYS = 0.45
#: The same where none of the names in the claim stands in it (they may be written in another script).
SAYS_WITHOUT_NAME = 0.55
#: And it stays this close when the company's own names are taken out of both: all that is said of a company shares
#: these, and news of a new finance chief would pass for news of an inquiry by the regulator.
SAYS_APART = 0.45
#: The same where one of the names in the claim stands in a sentence that comes this close to it.
SAYS_APART_NAMED, NAMED_CLOSE = 0.40, 0.55
#: An announcement whose headline is further from the claim than this is about something else.
HEADLINE = 0.35
#: What is announced within this time of a flat denial was under way when it was denied.
UNDER_WAY = timedelta(days=150)
#: The company's name and its verb stand this close together (characters; half of it in Chinese, Japanese and Korean).
BESIDE = 70

#: Somebody owns that a thing is so.
ADMITS: Lexicon = {
    "en": r"\b(?:confirm(?:s|ed|ing)?|acknowledg(?:es|ed|ing)|admit(?:s|ted|ting)?|conced(?:es|ed|ing)|disclos(?:es|ed|ing)|announc(?:es|ed|ing)|unveil(?:s|ed|ing)?|reveal(?:s|ed|ing)?|said|says)\b",
    "fr": r"\b(?:confirm\w+|reconn(?:a[iî]t|u|aissent)|admet\w*|admis|annonc\w+|dévoil\w+|révél\w+|déclar\w+|indiqu\w+)\b",
    "de": r"\b(?:bestätig\w+|räum\w+ .{0,80}ein\b|eingeräumt|einräumt\w*|gab .{0,80}(?:zu|bekannt)\b|gibt .{0,80}(?:zu|bekannt)\b|bekannt ?gegeben|zugegeben|kündig\w+ .{0,80}an\b|angekündigt|teilt\w* .{0,80}mit\b|mitgeteilt|sagt\w*|erklär\w+)",
    "es": r"\b(?:confirm\w+|reconoc\w+|admit\w+|anunci\w+|revel\w+|desvel\w+|señal\w+|dijo|afirm\w+|declar\w+)\b",
    "pt": r"\b(?:confirm\w+|reconhec\w+|admit\w+|anunci\w+|revel\w+|disse|afirm\w+|declar\w+|inform\w+)\b",
    "it": r"\b(?:conferm\w+|riconosc\w+|ammett\w+|ammess\w+|annunci\w+|rivel\w+|svel\w+|detto|dice|dichiar\w+|afferm\w+)\b",
    "ja": r"認め|確認し|発表|公表|明らかに|明かし|述べ|と説明",
    "zh": r"证实|承认|确认|宣布|公布|发布|披露|表示|称",
    "ko": r"인정|확인했|시인|발표|공개했|공식화|밝혔|밝히|말했|전했",
}


def says_so(doc: Document, reading: Reading, denial: Denial, held: Matter, speaks: Voice) -> Fact | None:
    """The sentence in which the company that answered, or the one that the claim is about, states the claim as a fact."""
    if not held.sure or (speaks == "own" and held.title_rel < HEADLINE):
        return None
    if has(cues.NEGATION, doc.title, doc.lang) or has(official.CLEARED, doc.title, doc.lang):
        return None
    names = told_names(denial.model_copy(update={"quote": ""}))
    stated = [f for f in held.facts if f.rel >= SAYS and _affirms(f, doc) and _ties(f, doc, names)]
    ours = [f for f in stated if speaks == "own" or _on_record(f, doc, reading, denial)]
    ours = [f for f in ours if apart(f.text, denial) >= (SAYS_APART_NAMED if _names_it(f, names) else SAYS_APART)]
    return max(ours, key=lambda f: (f.rel, -f.start), default=None)


def verdict(doc: Document, denial: Denial) -> Verdict | None:
    """What such a statement means for a denial of this kind; None where it decides nothing."""
    if denial.kind == "non_denial":
        return "partly_undercuts"
    if denial.kind in ("time_bound_denial", "undecided"):
        return "overtaken"
    if denial.kind in ("flat_denial", "unaware"):
        return "undercuts" if doc.published - denial.published <= UNDER_WAY else "overtaken"
    return None


def _affirms(fact: Fact, doc: Document) -> bool:
    """Is nothing turned in the sentence, other than the earlier "no" that it recalls?"""
    text = cue(newsroom.REVERSES, doc.lang).sub(" ", fact.text)
    return not any(has(lexicon, text, doc.lang) for lexicon in (cues.NEGATION, official.CLEARED, official.NO_VIEW, newsroom.RETRACTION))


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
    if has(newsroom.UNNAMED, fact.text, doc.lang):
        return False
    ours = [denial.company, *denial.own_names, *(n for c in denial.claims for n in (c.company, *c.own_names))]
    for response in reading.responses:
        touches = response.quote.start < fact.end and fact.start < response.quote.end
        if response.kind == "confirmation" and touches and any(companies.kin(response.company, n) for n in ours if n):
            return True
    reach = BESIDE // 2 if doc.lang in ("ja", "zh", "ko") else BESIDE
    for verb in cue(ADMITS, doc.lang).finditer(fact.text):
        around = fact.text[max(0, verb.start() - reach) : verb.end() + reach]
        if any(companies.occurs(n, around) for n in dict.fromkeys(ours) if n) and not re.search(r"\?\s*$", fact.text):
            return True
    return False
