"""People who speak for themselves: somebody who was there, or whoever denied taking the words back. Pure."""

from __future__ import annotations

import re

from bot.judge import offline_cues as cues
from bot.judge import offline_cues_newsroom as newsroom
from bot.judge import offline_cues_person as person
from bot.judge import offline_evidence as evidence
from bot.judge.bearing import Denial
from bot.judge.offline_cues import has
from bot.judge.offline_matter import Fact, Matter
from bot.judge.offline_voice import cites
from bot.judge.offline_words import object_words, objects
from bot.read import companies
from bot.read.reading import Document
from bot.text import fold

#: What a witness tells comes this close to the claim, or to the denial, or shares a telling word with the claim.
_TELLS, _TELLS_WITH_WORD = 0.40, 0.27
#: The name, the post and the company stand beside what is told, or this many sentences before it.
_BEHIND = 2

_TITLED = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w’'-]+ (?:(?:de|del|di|da|do|dos|della|von|van|le|la) )?[A-ZÀ-ÖØ-Þ][\w’'-]+"
    r"|(?:Mr|Ms|Mrs|Dr|Herr|Frau|Mme|M\.|Sr\.?|Sra\.?|signor\w*) [A-ZÀ-ÖØ-Þ][\w’'-]+"
)
_NAMED = {
    "ja": re.compile(r"[一-鿿ァ-ヿー・]{2,10}(?:氏|さん)"),
    "zh": re.compile(r"[一-鿿]{2,3}(?=(?:对|向)(?:本|记|我)|(?:说|告诉|表示|回忆|称)[道，：:“]?)"),
    "ko": re.compile(r"[가-힣]{2,4} ?(?:씨|전 ?[가-힣]{2,4}장)"),
}


def witness(doc: Document, denial: Denial, held: Matter) -> Fact | None:
    """Somebody who held a post there tells in the first person what they did or saw: with a date before the denial, or
    by name and of their own hands and eyes."""
    if denial.kind in ("undecided", "specific_denial"):
        return None
    return _dated(doc, denial, held) or (_first_hand(doc, denial, held) if denial.kind != "time_bound_denial" else None)


def takes_back(doc: Document, denial: Denial, held: Matter) -> Fact | None:
    """The sentence in which whoever spoke for the company says that the answer was wrong."""
    for at, fact in enumerate(held.facts):
        around = "\n".join((doc.title, *(f.text for f in held.facts[max(0, at - 1) : at + 2])))
        ours = any(companies.occurs(n, around) for n in (denial.company, *(denial.own_names or denial.names)) if n)
        close = max(max(f.rel, f.to_quote) for f in held.facts[max(0, at - 2) : at + 2])
        if held.sure and ours and close >= _TELLS and has(person.ANSWER_WRONG, fact.text, doc.lang) and not cites(fact.text, denial, doc):
            return fact
    return None


def _dated(doc: Document, denial: Denial, held: Matter) -> Fact | None:
    if not has(newsroom.POST, doc.text, doc.lang) and doc.kind not in ("broadcast", "transcript"):
        return None
    made = denial.published.date()
    told = [
        f
        for f in held.facts
        if has(newsroom.WITNESS, f.text, doc.lang)
        and (max(f.rel, f.to_quote) >= 0.12 or held.refers)
        and any(d.last < made and d.first >= made - evidence.LONG_AGO for d in f.dates)
        and not cites(f.text, denial, doc)
        and not has(person.NAMELESS, f.text, doc.lang)
    ]
    return max(told, key=lambda f: (max(f.rel, f.to_quote), -f.start), default=None)


def _first_hand(doc: Document, denial: Denial, held: Matter) -> Fact | None:
    if not held.sure:
        return None
    told = [f for at, f in enumerate(held.facts) if _tells(doc, denial, f) and _who(doc, denial, held, at)]
    return max(told, key=lambda f: (max(f.rel, f.to_quote), -f.start), default=None)


def _tells(doc: Document, denial: Denial, fact: Fact) -> bool:
    """Is the sentence about the claim, of the speaker's own hands or eyes, and about nothing that came after the denial?"""
    if not has(person.FIRST_HAND, fact.text, doc.lang) or has(cues.NEGATION, fact.text, doc.lang) or cites(fact.text, denial, doc):
        return False
    made = denial.published.date()
    if any(d.last >= made for d in fact.dates):
        return False
    close = max(fact.rel, fact.to_quote)
    words = doc.lang == denial.lang and object_words(denial) & objects(fact.text)
    return close >= _TELLS or (close >= _TELLS_WITH_WORD and bool(words))


def _who(doc: Document, denial: Denial, held: Matter, at: int) -> bool:
    """Is it somebody with a name, new to the claim, and a post at the company or a part in the matter?"""
    around = " ".join(f.text for f in held.facts[max(0, at - _BEHIND) : at + 1])
    if has(newsroom.UNNAMED, around, doc.lang) or has(person.NOT_THERE, around, doc.lang) or has(person.NAMELESS, around, doc.lang):
        return False
    ours = {n for n in (denial.company, *denial.names, *(n for c in denial.claims for n in (c.company, *c.own_names))) if n}
    post = has(newsroom.POST, around, doc.lang) or has(person.PART, around, doc.lang)
    if not post or not any(companies.occurs(n, around) for n in ours):
        return False
    told_before = fold("\n".join(t for c in denial.claims for t in (c.statement, c.span, c.context)))
    found = {fold(m.group()) for m in _NAMED.get(doc.lang, _TITLED).finditer(around)}
    others = {fold(n) for n in (*ours, doc.outlet)}
    return any(name not in told_before and not any(name in o or o in name for o in others) for name in found)
