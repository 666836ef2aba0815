"""How an article relates to a denial: which sentences state its claim, and whether the matter is the same. Pure.

Embeddings tell related from unrelated, across languages too; figures, names and the field of the matter guard
against an article that is about the same companies and something else. None of it decides a verdict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from bot.judge import offline_fields
from bot.judge.bearing import Denial
from bot.judge.offline_cues import NEGATION, has
from bot.judge.offline_cues_official import OWN_UP, STATEMENT
from bot.judge.offline_dates import Dated, dates
from bot.judge.offline_earlier import earlier
from bot.judge.offline_words import has_cjk, object_words, objects
from bot.judge.same import plain, vector
from bot.read import companies
from bot.read.reading import Document
from bot.text import CJK, fold, numbers, sentences, words
from bot.vectors import Vectors, embed

#: The score from which an article is about the denial's matter: with a field or several of the claim's own words in
#: common, with only a name, a figure or one such word in common, and with none of these.
SAME, SAME_TIED, SAME_WITHOUT_FIELD = 0.37, 0.48, 0.80
#: The latter two where the company stands in the head of the article, or publishes it.
HEADED_TIED, HEADED_WITHOUT_FIELD = 0.42, 0.58
#: So many characters at the beginning of an article, half of them in Chinese, Japanese and Korean, belong to its head.
HEAD = 120
#: From this score on two texts are one matter though no name, figure or day ties them together.
SURE = 0.60
#: A sentence that lies this close to the claim speaks of it; each name of the claim in it (two at most) adds to that.
STATES = 0.38
NAMED = 0.05

_PROPER = re.compile(r"(?<=[\w,;’'] )[A-ZÀ-ÖØ-Þ][\w’'&-]{2,}|\b(?:[A-Z]+-?\d+\w*|\w+-\d+)\b")
_TICKER = re.compile(r"[(（][A-Z0-9.:： -]{2,16}[)）]")
_KATAKANA = re.compile(r"[ァ-ヿー]{3,}|[A-Z][A-Za-z]{2,}")
_HAS_CJK = re.compile(f"[{CJK}]")
# capitals that name nothing: weekdays, months, posts, first words of quotes
_NO_NAMES = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april"}
    | {"may", "june", "july", "august", "september", "october", "november", "december", "the", "this", "that", "they", "and"}
    | {"board", "group", "company", "companies", "capital", "chief", "executive", "officer", "president", "director", "for"}
    | {"industries", "holdings", "limited", "its", "she", "our", "but", "nothing", "nobody", "there"}
)


@dataclass(frozen=True)
class Fact:
    """A sentence of the article. `rel`, `to_quote`: nearness to the claims and to the denial's words."""

    start: int
    end: int
    text: str
    rel: float
    to_quote: float
    dates: tuple[Dated, ...]


@dataclass(frozen=True)
class Matter:
    """An article beside a denial. `fields`: of the claims, those that the article shares. `refers`: it points back at
    the day of the denial. `sure`: a name, a figure or that day ties the two together, or they are very close; else
    only a sentence that itself speaks of the claim is evidence."""

    facts: tuple[Fact, ...]
    score: float
    fields: frozenset[str]
    figures: frozenset[float]
    names: frozenset[str]
    title_rel: float
    refers: bool
    sure: bool
    same: bool


@lru_cache(maxsize=4096)
def _vector(text: str) -> Vectors:
    row: Vectors = embed([text])[0]
    return row


@lru_cache(maxsize=32)
def _document(title: str, text: str, lang: str) -> tuple[tuple[tuple[int, int], ...], Vectors]:
    bounds = tuple((a, b) for a, b in sentences(text, lang) if b - a > 3)
    return bounds, embed([title, *(text[a:b] for a, b in bounds)])


def matter(doc: Document, denial: Denial) -> Matter:
    """Everything that relates `doc` to `denial`."""
    bounds, vectors = _document(doc.title, doc.text, doc.lang)
    stated = [t for c in denial.claims for t in dict.fromkeys((c.statement, c.span)) if t] or [denial.context or denial.quote]
    near = np.max(vectors @ np.stack([_vector(t) for t in stated]).T, axis=1)
    shared = _overlap(stated, [doc.title, *(doc.text[a:b] for a, b in bounds)], denial)
    near = np.maximum(near, 0.8 * shared)
    quoted = vectors @ _vector(denial.quote)
    day = doc.published.date()
    whole = f"{doc.title}\n{doc.text}"
    names = shared_names(denial, whole)
    # a sentence with the claim's own names in it is nearer than its words alone tell
    named_in = [min(2, sum(companies.occurs(n, doc.text[a:b]) for n in names)) for a, b in bounds]
    facts = tuple(
        Fact(a, b, text, float(near[i + 1]) + NAMED * named_in[i], float(quoted[i + 1]), _dated(text, day, denial, doc.lang))
        for i, (a, b) in enumerate(bounds)
        for text in [doc.text[a:b]]
    )
    told = " ".join([*stated, denial.quote])
    figures = _figures(told) & _figures(whole)
    fields = _fields(denial, doc)
    score = float(max(near.max(), 0.8 * float(quoted.max())))
    score += 0.12 * min(2, len(figures)) + 0.08 * min(3, len(names)) + 0.10 * min(2, len(fields))
    # its own words: two letters of Chinese, Japanese or Korean are no word yet
    shared_words = object_words(denial) & objects(whole) if doc.lang == denial.lang else frozenset()
    telling = sum(0.5 if has_cjk(w) else 1.0 for w in shared_words)
    if not names and _elsewhere(denial, doc):
        telling = 0.0
    score += 0.06 * min(3.0, telling)
    refers = any(_is_day(d, denial) and _points_back(f.text, denial, doc) for f in facts for d in f.dates)
    if refers:
        score += 0.2  # it names the very day of the denial, and so points back at it
    tied = bool(names or figures or refers) or telling >= 1
    headed = names_it(f"{doc.outlet}\n{doc.title}\n{doc.text[: HEAD // 2 if _HAS_CJK.search(doc.text[:HEAD]) else HEAD]}", denial)
    least = (HEADED_TIED, HEADED_WITHOUT_FIELD) if headed else (SAME_TIED, SAME_WITHOUT_FIELD)
    same = score >= (SAME if fields or refers or telling >= 2 else least[0] if tied else least[1])
    sure = tied or score >= SURE
    if same and not sure:
        same = not _elsewhere(denial, doc)
    return Matter(facts, score, fields, figures, names, float(near[0]), refers, sure, same)


def _dated(text: str, day: date, denial: Denial, lang: str) -> tuple[Dated, ...]:
    """The dates of a sentence; what it counts back from the denial is not counted back from the article."""
    from_denial = earlier(text, denial.published.date())
    plain_dates = [d for d in dates(text, day, lang) if not any(e.start < d.end and d.start < e.end for e in from_denial)]
    return tuple(sorted((*from_denial, *plain_dates), key=lambda d: d.start))


def apart(text: str, denial: Denial) -> float:
    """Nearness of a text to the claims, or to the denial's words, without the company's own names in either."""
    names = tuple(dict.fromkeys((*denial.names, *(n for c in denial.claims for n in (c.company, *c.names)))))
    claims = [t for c in denial.claims for t in (c.statement, c.span) if t] or [denial.context]
    bare = vector(plain(text, denial.company, names))
    return max(float(bare @ vector(plain(t, denial.company, names))) for t in (*claims, denial.quote) if t)


def says_denial(text: str, denial: Denial) -> bool:
    """Does a text say again a denial in words that negate nothing ("all of it is ours"): is it, the company's own names
    aside, nearer to it than to the claims?"""
    if has(NEGATION, denial.quote, denial.lang):
        return False
    names = tuple(dict.fromkeys((*denial.names, *(n for c in denial.claims for n in (c.company, *c.names)))))

    def bare(words: str) -> Vectors:
        return vector(plain(words, denial.company, names))

    claims = [t for c in denial.claims for t in (c.statement, c.span) if t]
    return float(bare(text) @ bare(denial.quote)) >= max((float(bare(text) @ bare(t)) for t in claims), default=1.0)


def _elsewhere(denial: Denial, doc: Document) -> bool:
    """Does the claim turn on names (a counterparty, place, product, person) of which the article, in the same
    language, has not one?"""
    if doc.lang != denial.lang or not tells_names(denial.lang):
        return False
    return bool(told_names(denial.model_copy(update={"quote": ""})))


def tells_names(lang: str) -> bool:
    """Can names be told from words by their capitals in this language?"""
    return lang not in ("de", "ja", "zh", "ko")


def _points_back(text: str, denial: Denial, doc: Document) -> bool:
    """Does a sentence with the day of the denial speak of it: by the company's name or by the denial's words?"""
    names = (denial.company, *denial.own_names, *(c.company for c in denial.claims))
    return (
        len(_stems(text) & _stems(denial.quote)) >= 2
        or has(STATEMENT, text, doc.lang)
        or has(OWN_UP, text, doc.lang)
        or any(companies.occurs(n, text) for n in names if n)
        or any(companies.occurs(n, text) for n in denial.names)
    )


def _is_day(dated: Dated, denial: Denial) -> bool:
    """Does a date name the day of the denial (a day's slack for time zones and overnight papers)?"""
    return dated.first == dated.last and abs(dated.first - denial.published.date()) <= timedelta(days=1)


def _overlap(stated: list[str], parts: list[str], denial: Denial) -> Vectors:
    """For each part, the share of a claim's telling words that it has (by their first letters), 0..1."""
    own = {s for n in (denial.company, *denial.names, *(c.company for c in denial.claims)) for s in _stems(n)}
    claims = [c for c in (_stems(t) - own for t in stated) if len(c) >= 3]
    rows = [max((len(c & _stems(p)) / len(c) for c in claims), default=0.0) for p in parts]
    return np.asarray(rows, dtype=np.float32)


@lru_cache(maxsize=8192)
def _stems(text: str) -> frozenset[str]:
    return frozenset(w if _HAS_CJK.search(w) else w[:5] for w in words(text) if len(w) > 3 or _HAS_CJK.search(w))


def shared_names(denial: Denial, text: str) -> frozenset[str]:
    """Names in the claims and the denial, apart from the company's own and the newsrooms', that stand in `text`."""
    folded = fold(text)
    return frozenset(n for n in told_names(denial) if companies.occurs(n, folded))


def told_names(denial: Denial) -> frozenset[str]:
    """Names, folded, in the words of the claims and of the denial, apart from the company's own and the newsrooms'."""
    own = {w for n in (denial.company, *denial.names, *(c.company for c in denial.claims)) for w in fold(n).split()}
    own |= {w for n in (denial.outlet, *(o for c in denial.claims for o in (c.outlet, c.origin))) for w in fold(n).split()}
    # one a line: the first word of a text is in capitals, and names nothing
    told = _TICKER.sub(" ", "\n".join([denial.quote, *(t for c in denial.claims for t in (c.statement, c.span))]))
    found = {fold(m.group()).removesuffix("'s").removesuffix("’s").strip("'’") for m in _PROPER.finditer(told)}
    if _HAS_CJK.search(told):
        found |= {fold(m.group()) for m in _KATAKANA.finditer(told)}
    # its other parties: names that are neither its company's nor those of the family of whoever answered
    found |= {fold(n) for c in denial.claims if c.own_names for n in c.names if n not in (*c.own_names, *denial.names)}
    found -= own | _NO_NAMES
    return frozenset(n for n in found if len(n) > 2 and not any(n in o for o in own))


def names_it(text: str, denial: Denial) -> bool:
    """Does the name of the company that answered, or of the one that the claim is about, stand in a text?"""
    parties = (denial.company, *denial.own_names, *(n for c in denial.claims for n in (c.company, *c.own_names)))
    return any(companies.occurs(n, text) for name in parties if name for n in (name, companies.key(name)))


def named(denial: Denial, doc: Document) -> bool:
    """Is the company that answered, or the one that the claim is about, itself named in the article, or who publishes it?

    `names` holds its family too, and a sister's paper is another matter; `own_names`, where given, is trusted.
    """
    text = f"{doc.outlet}\n{doc.title}\n{doc.text}"
    parties = [(denial.company, denial.own_names), *((c.company, c.own_names) for c in denial.claims)]
    if any(companies.occurs(n, text) for _, names in parties for n in names if n):
        return True
    script = bool(_HAS_CJK.search(text))
    for name, _ in parties:
        head = companies.key(name)
        kin = [n for n in denial.names if companies.kin(n, name)]
        if any(companies.occurs(n, text) for n in (name, head, *kin) if n):
            return True
        sisters = {w for n in denial.names if n not in kin and n != name for w in companies.key(n).split()}
        for word in sorted(set(head.split()) - sisters):
            if len(word) > 3 and re.search(rf"(?<!\w){re.escape(word[0].upper() + word[1:])}(?!\w)", text):
                return True
    # a name in another script cannot be told from a sister's: any alias of the article's own script must do
    foreign = all(bool(_HAS_CJK.search(n)) != script for n, _ in parties)
    return foreign and any(companies.occurs(n, text) for n in denial.names)


def _fields(denial: Denial, doc: Document) -> frozenset[str]:
    of_claim = offline_fields.weights(" ".join([denial.quote, *(t for c in denial.claims for t in (c.statement, c.span))]))
    if not of_claim:
        of_claim = offline_fields.weights(denial.context)
    head = offline_fields.weights(f"{doc.title}\n{doc.text[:400]}")
    body = offline_fields.weights(doc.text)
    return frozenset(f for f in of_claim if f in head or body.get(f, 0) >= 2)


def _figures(text: str) -> frozenset[float]:
    return frozenset(n for n in numbers(text) if n >= 13 and not (1990 <= n <= 2040 and n == int(n)))
