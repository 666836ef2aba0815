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

from bot.judge import offline_fields
from bot.read.companies import key, kin
from bot.read.reading import DENIALS
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
#: What a company put out and the press tells in the same language: their statements in English lie this close.
SAME_STATEMENT = 0.75
#: Where a company speaks for itself: what it says there, it says anew.
FIRST_HAND = frozenset({"press_release", "filing", "transcript", "social"})
#: No claim is linked to, and none answered, across more than this.
REACH = timedelta(days=400)
#: For so long other newsrooms pass on what a company answered.
NEWS = timedelta(days=3)
#: For so long an article that names where an answer stood passes it on in words of its own: this many, or fewer.
PASSED_ON = timedelta(days=10)
FEW_WORDS = 14
#: To whom a company said it, where that was an exchange or a register.
FILED = "a filing"
#: Headlines and leads of one matter lie this close, across languages too.
ALIKE = 0.30
#: What two claims of different fields of business lack, unless a name or a figure ties them.
APART = 0.10

_NAME = re.compile(r"(?<![.!?…:“„«\"'\n] )(?<![“„«\"'\n])(?<!^)\b[A-ZÀ-ÖØ-Þ][\w’'&-]{2,}")


@dataclass(frozen=True)
class Gist:
    """What the rules see of a claim or response. `context`: its article's title and lead. `published`: UTC.

    `names`: every name by which its company (and the other companies of the matter) is known.
    `statement`: what a response says and answers, in one English sentence, where a reader gave it; `direct`: in
    quotation marks. `on_file`: the vector of `text` as the ledger keeps it, where it does. `answers`: the claims of its
    own article that it answers, where it is not quoted. `form`: the kind of its article. `credited`: the newsroom it is
    credited to (a claim's origin, or whom the company told).
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
    answers: str = ""


@lru_cache(maxsize=2048)
def vector(text: str) -> Vectors:
    """The embedding of a text, kept: one claim is compared with many."""
    row: Vectors = embed([text])[0]
    return row


def _sense(gist: Gist) -> Vectors:
    """The embedding of what a response says, the same whether it lies on file or is made now."""
    return from_bytes(gist.on_file or _made(gist.text))


@lru_cache(maxsize=1024)
def _made(text: str) -> bytes:
    return stored(text)


@lru_cache(maxsize=2048)
def plain(text: str, company: str, names: tuple[str, ...]) -> str:
    """The text without the company's own names: they are shared by all that is said of it, and tell nothing."""
    forms = {company, *(n for n in names if kin(n, company))}
    forms |= {n.split()[0] for n in forms if n.isascii() and len(n.split()[0]) >= 4}
    listed = "|".join(re.escape(n) for n in sorted(forms, key=len, reverse=True) if n)
    return re.sub(rf"(?<![^\W_])(?:{listed})(?:['’]s)?(?![A-Za-z])", " ", text).strip() if listed else text


@lru_cache(maxsize=2048)
def proper(text: str) -> frozenset[str]:
    """Names in a text, folded: words with a capital that do not begin a sentence."""
    return frozenset(fold(m.group()).removesuffix("'s").removesuffix("’s") for m in _NAME.finditer(text))


@lru_cache(maxsize=2048)
def _words(text: str) -> frozenset[str]:
    return frozenset(words(text))


@lru_cache(maxsize=2048)
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
    own = {part for name in (*a.names, *b.names) for part in fold(name).split()}
    names = (proper(a.text) | proper(a.context)) & (proper(b.text) | proper(b.context))
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
    return score - (APART if _other_fields(later, earlier) else 0.0)


def _other_fields(a: Gist, b: Gist) -> bool:
    """Are the two about different things, with no name or figure of their own in common: a sale and a resignation?"""
    x, y = set(offline_fields.weights(a.text)), set(offline_fields.weights(b.text))
    if not x or not y or x & y:
        return False
    own = {part for name in (*a.names, *b.names, a.outlet, b.outlet) for part in fold(name).split()}
    return not ((proper(a.text) & proper(b.text)) - own or _numbers(a.text) & _numbers(b.text))


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
    if not same_company(later, earlier):
        return False
    if later.page == earlier.page and later.kind == earlier.kind:
        return True
    if later.form in FIRST_HAND:
        return False
    if not (later.text and earlier.text):  # a person entered that nothing was said
        return later.kind == earlier.kind and age <= timedelta(days=3)
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
    near_in_time = age <= PASSED_ON or same_newsroom(later.credited, earlier.outlet)
    if sense >= SAME_SENSE or (told and near_in_time and sense >= SAME_SENSE - 0.25):
        return True
    return _told_again(later, earlier, told) or _passed_on(later, earlier, told)


def _told_again(later: Gist, earlier: Gist, told: bool) -> bool:
    """In another language, or passed on, within days: is it the same answer, by what readers put it into in English? What
    a company put out itself is passed on in the same language, too, where none of its words are quoted."""
    passed_on = told or later.lang != earlier.lang
    put_out = earlier.form in FIRST_HAND and not later.direct
    if not ((passed_on or put_out) and later.kind == earlier.kind and later.published - earlier.published <= NEWS):
        return False
    if not (later.statement and earlier.statement):
        return False
    return float(vector(later.statement) @ vector(earlier.statement)) >= (SAME_SENSE if passed_on else SAME_STATEMENT)


def _passed_on(later: Gist, earlier: Gist, told: bool) -> bool:
    """Does an article that names the newsroom or paper in which it stood pass an answer on: in another language, or in a
    few words of its own ("the airline called the report false")?"""
    if (later.statement and earlier.statement) or later.published - earlier.published > PASSED_ON:
        return False
    if later.kind not in DENIALS or earlier.kind not in DENIALS or (later.credited and kin(later.credited, later.outlet)):
        return False
    if later.lang == earlier.lang and (later.direct or len(_words(later.text)) > FEW_WORDS):
        return False
    if later.lang != earlier.lang and later.credited == FILED and earlier.form in FIRST_HAND and later.kind == earlier.kind:
        return later.published - earlier.published <= NEWS
    about = f"{later.context} {later.answers}"
    named = told or (len(earlier.outlet) > 3 and fold(earlier.outlet) in fold(about))
    return named and _alike(later, earlier)


def _alike(later: Gist, earlier: Gist) -> bool:
    """Are the articles about the same, by headline and lead, or the claim that is answered, without the company's names?"""
    if not earlier.context:
        return False
    there = vector(plain(earlier.context, earlier.company, earlier.names))
    here = (vector(plain(t, later.company, later.names)) for t in (later.context, later.answers) if t)
    return any(float(v @ there) >= ALIKE for v in here)
