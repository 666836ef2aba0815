"""Is it the same matter? Pure, pairwise rules: two claims, a response and a claim, two responses.

Each rule looks at two things on file and at nothing else. What follows from them (cases, pairs, repetitions)
therefore depends on what is on file, never on the order in which it came. Embeddings tell related from
unrelated here; they never decide a verdict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache

import numpy as np

from bot.read.companies import key, kin
from bot.read.scripts import same_newsroom
from bot.text import fold, numbers, words
from bot.vectors import Vectors, embed, from_bytes, stored
from store.words import sounds_alike

#: Two claims of one company are the same matter from this score on; set on the development wire.
SAME_MATTER = 0.44
#: A response that names no claim of its own article answers an earlier one from this score on.
ANSWERS = 0.25
#: The same words again: a quote whose words overlap, or (across languages) whose vectors lie this close.
SAME_WORDS = 0.60
SAME_SENSE = 0.62
#: Where a company speaks for itself: what it says there, it says anew.
FIRST_HAND = frozenset({"press_release", "filing", "transcript", "social"})
#: No claim is linked to, and none answered, across more than this.
REACH = timedelta(days=400)
#: For so long other newsrooms pass on what a company answered.
NEWS = timedelta(days=3)

_NAME = re.compile(r"(?<![.!?…:“„«\"'\n] )(?<![“„«\"'\n])(?<!^)\b[A-ZÀ-ÖØ-Þ][\w’'&-]{2,}")


@dataclass(frozen=True)
class Gist:
    """What the rules see of a claim or response. `context`: its article's title and lead. `published`: UTC.

    `names`: every name by which its company (and the other companies of the matter) is known.
    `statement`: what a response says and answers, in one English sentence, where a reader gave it; `direct`: in
    quotation marks. `on_file`: the vector of `text` as the ledger keeps it, where it does. `form`: the kind of its article. `credited`: the newsroom it is credited to (a claim's origin, or whom the company told).
    """

    id: str
    article: str
    page: str
    company: str
    names: tuple[str, ...]
    text: str
    context: str
    outlet: str
    credited: str
    lang: str
    published: datetime
    kind: str = ""
    form: str = ""
    start: int = 0
    statement: str = ""
    direct: bool = False
    on_file: bytes = b""


@lru_cache(maxsize=8192)
def vector(text: str) -> Vectors:
    """The embedding of a text, kept: one claim is compared with many."""
    row: Vectors = embed([text])[0]
    return row


def _sense(gist: Gist) -> Vectors:
    """The embedding of what a response says, the same whether it lies on file or is made now."""
    return from_bytes(gist.on_file or _made(gist.text))


@lru_cache(maxsize=4096)
def _made(text: str) -> bytes:
    return stored(text)


@lru_cache(maxsize=8192)
def plain(text: str, company: str, names: tuple[str, ...]) -> str:
    """The text without the company's own names: they are shared by all that is said of it, and tell nothing."""
    forms = {company, *(n for n in names if kin(n, company))}
    forms |= {n.split()[0] for n in forms if n.isascii() and len(n.split()[0]) >= 4}
    listed = "|".join(re.escape(n) for n in sorted(forms, key=len, reverse=True) if n)
    return re.sub(rf"(?<![^\W_])(?:{listed})(?:['’]s)?(?![A-Za-z])", " ", text).strip() if listed else text


@lru_cache(maxsize=8192)
def _proper(text: str) -> frozenset[str]:
    return frozenset(fold(m.group()).rstrip("'’s") for m in _NAME.finditer(text))


@lru_cache(maxsize=8192)
def _words(text: str) -> frozenset[str]:
    return frozenset(words(text))


@lru_cache(maxsize=8192)
def _numbers(text: str) -> frozenset[float]:
    # years and small counts ("two people") are shared by unrelated matters
    return frozenset(n for n in numbers(text) if n >= 13 and not 1990 <= n <= 2040)


def closeness(a: Gist, b: Gist) -> float:
    """How near two statements are: 0 (nothing shared) to about 1.6 (the same words, figures and names)."""
    ta, tb = plain(a.text, a.company, a.names), plain(b.text, b.company, b.names)
    va, vb = vector(ta), vector(tb)
    score = float(va @ vb)
    if a.context and b.context:
        ca = vector(plain(a.context, a.company, a.names))
        cb = vector(plain(b.context, b.company, b.names))
        score = max(score, 0.9 * float(np.max([va @ cb, ca @ vb])), 0.8 * float(ca @ cb))
    shared = _numbers(a.text + " " + a.context) & _numbers(b.text + " " + b.context)
    score += 0.12 * min(2, len(shared))
    own = {part for name in (*a.names, *b.names) for part in key(name).split()}
    names = (_proper(a.text) | _proper(a.context)) & (_proper(b.text) | _proper(b.context))
    score += 0.06 * min(3, len(names - own))
    if a.lang == b.lang:
        x, y = _words(ta), _words(tb)
        score += 0.15 * len(x & y) / max(1, min(len(x), len(y)))
    return score


def same_company(a: Gist, b: Gist) -> bool:
    """Do the two speak of one company or its kin, by any of their names, in any script?"""
    return any(kin(x, y) or sounds_alike(key(x), key(y)) for x in a.names for y in b.names)


def before(a: Gist, b: Gist) -> bool:
    """Was `a` published before `b`? Inside an article by place; at the same second by id, so that one always was."""
    if a.article == b.article:
        return (a.start, a.id) < (b.start, b.id)
    return (a.published, a.article) < (b.published, b.article)


def same_matter(later: Gist, earlier: Gist) -> float:
    """The score of two claims being one matter; 0.0 where they cannot be. See `SAME_MATTER`."""
    if not before(earlier, later) or later.published - earlier.published > REACH or not same_company(later, earlier):
        return 0.0
    if later.article == earlier.article:
        return 1.0
    if later.page == earlier.page:
        return 1.0
    score = closeness(later, earlier)
    if later.credited and earlier.outlet and same_newsroom(later.credited, earlier.outlet):
        # it says itself that it repeats that newsroom; between two scripts likeness is seen less
        scripts = {lang[:2] in ("ja", "ko", "zh") for lang in (later.lang, earlier.lang)}
        score += 0.25 if len(scripts) == 2 and later.published - earlier.published <= NEWS else 0.10
    return score


def answers(response: Gist, claim: Gist) -> float:
    """The score of a response answering an earlier article's claim; 0.0 where it cannot. See `ANSWERS`.

    A company speaks up within days of a report, in words that often name nothing ("not announced by us"):
    so nearness in time counts beside likeness.
    """
    age = response.published - claim.published
    if response.article == claim.article or not before(claim, response) or age > REACH:
        return 0.0
    if not same_company(response, claim):
        return 0.0
    days = age / timedelta(days=1)
    near = 0.30 if days <= 2 else 0.15 if days <= 10 else 0.0
    like = closeness(response, claim)
    if response.statement:
        like = max(like, closeness(replace(response, text=response.statement), claim))
    return like + near


def repeats(later: Gist, earlier: Gist) -> bool:
    """Is `later` what the same company had said before, quoted again? A fresh statement is not."""
    age = later.published - earlier.published
    if later.article == earlier.article or not before(earlier, later) or age > REACH:
        return False
    if not (kin(later.company, earlier.company) or sounds_alike(key(later.company), key(earlier.company))):
        return False
    if later.page == earlier.page and later.kind == earlier.kind:
        return True
    if later.form in FIRST_HAND:
        return False
    if fold(later.text) in fold(earlier.text) or fold(earlier.text) in fold(later.text):
        return True
    told = bool(later.credited) and not kin(later.credited, later.outlet)
    if later.kind in ("no_comment", "no_response"):
        return later.kind == earlier.kind and (told or age <= timedelta(days=3))
    if later.lang == earlier.lang:
        x, y = _words(later.text), _words(earlier.text)
        if len(x & y) / max(1, min(len(x), len(y))) >= SAME_WORDS:
            return True
    sense = float(_sense(later) @ _sense(earlier))
    return sense >= (SAME_SENSE - 0.25 if told else SAME_SENSE) or _told_again(later, earlier, told)


def _told_again(later: Gist, earlier: Gist, told: bool) -> bool:
    """In another language, or passed on, within days: is it the same answer, by what readers put it into in English?"""
    passed_on = told or later.lang != earlier.lang
    if not (passed_on and later.kind == earlier.kind and later.published - earlier.published <= NEWS):
        return False
    return bool(later.statement and earlier.statement) and float(vector(later.statement) @ vector(earlier.statement)) >= SAME_SENSE
