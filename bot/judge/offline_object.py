"""Is it the same object? Companies sell, close and buy many things; what is at issue is this one. Pure.

A claim is about an object: what is sold, closed, recalled, who leaves, where. Words that any news of that kind has in
common ("sale", "division", "agreement") say nothing of it. What is left of the claim must come back where an article
says what it is about: in its headline, its first sentence, or the evidence and the sentence before that.
"""

from __future__ import annotations

from bot.judge.bearing import Denial
from bot.judge.offline_cues import AT_TIME, has
from bot.judge.offline_matter import STATES, Fact, Matter, apart, tells_names, told_names
from bot.judge.offline_words import (
    ACTIONS,
    generic,
    has_cjk,
    kana_names,
    object_words,
    objects,
    stated,
    telling,
)
from bot.read import companies
from bot.read.reading import Document
from bot.text import numbers

#: Where claim and article are in different languages and no name can tell: this near, without the company's names.
AKIN = 0.30
#: This near to the words of the denial, a sentence that says how it was then speaks of what was denied.
SAID = 0.30
#: The sentence after the evidence counts where it comes this near to the claim.
NEXT = STATES + 0.12
#: A line as long as this (half of it in Chinese, Japanese and Korean) is a sentence, not part of a paper's head.
LINE = 40

def same_object(doc: Document, denial: Denial, held: Matter, fact: Fact, *, formal: bool) -> bool:
    """Does `doc`, whose evidence is `fact`, speak of the object of the claim that was denied?

    True where the claim has no word of its own to compare, where the article points back at the day of the denial, or
    where one of the claim's words or other names stands where the article says what it is about. `formal`: a paper of
    an authority or a court, which is about one matter from beginning to end: two such words anywhere will do.
    """
    if held.refers or (fact.to_quote >= SAID and has(AT_TIME, fact.text, doc.lang) and names_who_denied(doc, denial)):
        return True
    if telling(numbers(fact.text, doc.lang)) & telling(numbers(f"{stated(denial)} {denial.quote}", denial.lang)):
        return True  # the very figure
    about = _says_what(doc, held, fact, detail=denial.kind == "specific_denial")
    named = told_names(denial.model_copy(update={"quote": ""}))
    if any(companies.occurs(n, about) for n in named if not generic(n)):
        return True
    if doc.lang != denial.lang:
        return max(apart(part, denial) for part in about.split("\n")) >= AKIN
    own = object_words(denial)
    if formal and len(own) <= 1 and held.fields & ACTIONS and names_who_denied(doc, denial):
        return True  # the claim is about the company itself: it is insolvent
    if denial.kind == "specific_denial":
        own, named = own - objects(denial.quote), frozenset()  # what is at issue may well be missing
    if not own:
        return True
    if named and not held.names and tells_names(denial.lang):
        return False  # it names a place, a product or a party, and the article has none of them
    if (own | objects(denial.quote)) & objects(about) or kana_names(stated(denial)) & kana_names(about):
        return True
    return formal and len(own & objects(doc.text)) >= 2


def names_who_denied(doc: Document, denial: Denial) -> bool:
    """Does the article name whoever denied?"""
    whole = f"{doc.outlet}\n{doc.title}\n{doc.text}"
    return any(companies.occurs(n, whole) for n in (denial.company, companies.key(denial.company), *denial.own_names) if n)


def _says_what(doc: Document, held: Matter, fact: Fact, *, detail: bool) -> str:
    """Headline, first lines (a paper's head is many short ones), the evidence and the sentence before it; the one after it
    where it is close to the claim or, where a `detail` was denied, has one of the claim's names."""
    parts: list[str] = []
    for first in held.facts:
        parts.append(first.text)
        if len(first.text) >= (LINE // 2 if has_cjk(first.text) else LINE):
            break
    at = next((i for i, f in enumerate(held.facts) if f.start == fact.start), 0)
    parts += [f.text for f in held.facts[max(0, at - 1) : at + 1]]
    parts += [f.text for f in held.facts[at + 1 : at + 2] if f.rel >= NEXT or (detail and any(companies.occurs(n, f.text) for n in held.names))]
    return "\n".join(dict.fromkeys((doc.title, *parts)))
