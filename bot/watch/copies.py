"""Is one article a copy of another: syndicated, lightly rewritten, or translated? Pure rules, and finding candidates.

An article is a copy when it brings nothing of its own: its sentences stand in the other one (in the same words,
in other words, or in another language) and the facts it gives are that one's facts. Likeness alone does not tell:
two forms filled in for two companies are alike and no copies, a translation shares not a word and is one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from rensa import RMinHash

from bot.text import fold, paragraphs, words
from bot.watch import changes, facts
from bot.watch.credits import ANSWERS, OWN_WORK, TRANSLATED, VERSION, retold, taken_from
from bot.watch.likeness import Fit, Known, Sentence, fit, mean, shared, statements
from store.engine import Row, moment
from store.ledger import Ledger

#: A copy follows its original within this time.
WINDOW = timedelta(days=14)
#: Below that many characters a text is a headline or a flash, and alike by chance.
SHORTEST = 120
#: So many articles that have something in common with one are looked at, the likeliest first.
MOST_CANDIDATES = 12
BANDS = 20
_ROWS = 2
_SHINGLE = 3
_DOCUMENTS = ("filing", "press_release", "court", "transcript")
_KEY_BUCKET = timedelta(days=7)
_WEEK_STEP = 0x9E3779B97F4A7C1  # an odd number far from any pattern: keys of two weeks share nothing
_KEY_FACTS = 4
_KEY_CHARS = 3000  # what an article is about stands in front

# Thresholds, set on labelled pairs.
LIKE = 0.35  # articles of one language that share fewer words than this are not looked at further
COVERED = 0.66  # share of an article, most of it word for word, that must stand in its original
REWORDED = 0.78  # the same where most of it was put into other words
OWN_WORDS = 0.85  # and where it quotes somebody whom the original does not
ACROSS, ACROSS_CREDITED = 0.80, 0.66  # the same for translations (see `Fit.across`); for those that say so
STRANGE, STRANGE_ACROSS = 0.70, 0.50  # a sentence less near than this (see `Fit.near`) is the later article's own
NEW_FACTS = 0.34  # share of the facts in its covered sentences that may differ


@dataclass(frozen=True)
class Copy:
    """Why one article is a copy: `how` ("verbatim", "rewritten", "translated"), how much of it is covered, one line."""

    how: str
    covered: float
    why: str


# candidates ------------------------------------------------------------------------------------------------------


def signature(text: str, lang: str = "en", published: datetime | str | None = None) -> list[int]:
    """The bands under which an article is found again: of its wording, and of pairs of its rare facts (these also
    meet those of a translation). Signed 63-bit integers; `published` is a datetime or stored text."""
    return _wording(text) + _fact_keys(text, lang, _bucket(published) if published else 0)


@lru_cache(maxsize=64)
def _wording(text: str) -> list[int]:
    found = words(text)
    shingles = set(map(" ".join, zip(*(found[i:] for i in range(_SHINGLE)), strict=False))) or {" ".join(found)} - {""}
    sketch = RMinHash(num_perm=BANDS * _ROWS, seed=7)
    sketch.update(list(shingles))
    rows = sketch.digest()
    return [_hash(f"w{i}:{rows[i * _ROWS]}:{rows[i * _ROWS + 1]}") for i in range(BANDS)]


def _fact_keys(text: str, lang: str, bucket: int) -> list[int]:
    """Keys of pairs of rare facts, and of the rarest numbers alone; a week long, so that each key stays rare."""
    return [(key + bucket * _WEEK_STEP) % 2**60 for key in _facts(text[:_KEY_CHARS], lang)]


@lru_cache(maxsize=64)
def _facts(text: str, lang: str) -> list[int]:
    found = {v for n in facts.numbers(text, lang) for v in n if v != 0}
    rare = sorted(
        (v for v in found if facts.strong(frozenset({v}))), key=lambda v: (-_digits(v), _hash(str(v)))
    )
    plain = sorted((v for v in found if v >= 13 and v not in rare), key=lambda v: _hash(str(v)))
    several = sorted(facts.names(text), key=_hash)
    numbers = [f"{v:.10g}" for v in (rare + plain)[:_KEY_FACTS]]
    chosen = sorted(numbers + (several[:_KEY_FACTS] if len(several) >= _KEY_FACTS else several + _single(text, several)))
    keys = [f"{x}|{y}" for i, x in enumerate(chosen) for y in chosen[i + 1 :]]
    keys += [f"{v:.10g}" for v in rare[:3] if _digits(v) >= 3 or v >= 10_000]
    return [_hash(f"f:{key}") for key in keys]


def _single(text: str, several: Sequence[str]) -> list[str]:
    """Names of one word, as many as are wanting."""
    found = {c for s, e in paragraphs(text) for c in facts.capitals(text[s:e])}
    mine = sorted((c for c in found if not any(c in n for n in several)), key=_hash)
    return mine[: _KEY_FACTS - len(several)]


def _digits(value: float) -> int:
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big") >> 4


def _bucket(published: datetime | str) -> int:
    when = moment(published) if isinstance(published, str) else published
    return int(when.timestamp() // _KEY_BUCKET.total_seconds())


def find_original(ledger: Ledger, article: Row) -> tuple[str, str] | None:
    """(id, why) of the article on file that this one is a copy of: published before it, readable, another page."""
    found = [
        (c, other) for other in _candidates(ledger, article, later=False) if (c := compare(other, article))
    ]
    if not found:
        return None
    copy, original = max(found, key=lambda f: (round(f[0].covered, 3), f[1]["published"], f[1]["id"]))
    return original["id"], f"{copy.how}: {copy.why}"


def find_later_copies(ledger: Ledger, article: Row) -> list[tuple[str, str]]:
    """(id, why) of articles on file, published after this one, that are copies of it: whichever came in first.

    Among them are later versions of its own page that hardly differ; these would not have been stored had they
    come in order.
    """
    out = [
        (other["id"], f"{copy.how}: {copy.why}")
        for other in _candidates(ledger, article, later=True)
        if (copy := compare(article, other))
    ]
    following = [v for v in ledger.wire.versions(article["page"]) if _before(article, v)]
    if following and not changes.meaningful(article["text"], following[0]["text"], following[0]["lang"]):
        out.append((following[0]["id"], "the same page, hardly changed"))
    return out


def _candidates(ledger: Ledger, article: Row, *, later: bool) -> list[Row]:
    if not article["readable"] or len(article["text"]) < SHORTEST:
        return []
    at = moment(article["published"])
    bucket = _bucket(at)
    buckets = (bucket, bucket + 1, bucket + 2) if later else (bucket, bucket - 1, bucket - 2)
    hashes = _wording(article["text"])
    hashes += [key for b in buckets for key in _fact_keys(article["text"], article["lang"], b)]
    since, until = (at, at + WINDOW) if later else (at - WINDOW, at)
    rows = ledger.wire.sharing_bands(article["id"], hashes, since, until, limit=MOST_CANDIDATES)
    return [
        row
        for row in rows
        if row["readable"]
        and row["page"] != article["page"]
        and len(row["text"]) >= SHORTEST
        and (_before(article, row) if later else _before(row, article))
    ]


def _before(a: Row, b: Row) -> bool:
    """Was `a` published before `b`? At the same second by id, so that one of two always was."""
    return (a["published"], a["id"]) < (b["published"], b["id"])


# the decision ----------------------------------------------------------------------------------------------------


def compare(a: Mapping[str, Any], b: Mapping[str, Any]) -> Copy | None:
    """Is `b`, the later one, a copy of `a`? None where it is not. The whole decision, without a ledger: for evaluation,
    hand it the `a` and `b` of a labelled pair as they stand.

    Both have `title`, `text`, `lang` (two letters) and `outlet`, and may have `kind` as labelled articles do. Dates
    and addresses are not looked at: what was published when, and on which page, was settled before.
    """
    one, two = statements(a["text"], a["lang"]), statements(b["text"], b["lang"])
    if not one or not two:
        return None
    across = a["lang"] != b["lang"]
    alike = [0.0] * len(two) if across else [shared(s, one) for s in two]
    if not across and mean(alike, two) < LIKE:
        return None
    known = Known(a)
    if across and known.differs(b):
        return None
    if not across and _own_documents(a, b) and not _same_document(a, b, one, two):
        return None
    found = fit(a, b, one, two, alike, known)
    if found.new_facts > NEW_FACTS or _new_answer(one, two, found, across):
        return None
    return _across(a, b, two, found) if across else _within(a, b, two, found, alike)


def _within(
    a: Mapping[str, Any], b: Mapping[str, Any], two: Sequence[Sentence], found: Fit, alike: Sequence[float]
) -> Copy | None:
    """Of one language. What is not the same words must be the same report, not a report about it."""
    share = f"{found.covered:.0%} of it stands there"
    if found.verbatim >= 0.6 and found.covered >= COVERED:
        return Copy("verbatim", found.covered, f"{share}, {found.verbatim:.0%} word for word")
    if _own_work(a, b) or _retelling(a, b, two):
        return None
    voices = any(facts.quotes(s.text) and w < 0.5 for s, w in zip(two, alike, strict=True))
    if found.covered >= (OWN_WORDS if voices else REWORDED):
        return Copy("rewritten", found.covered, f"{share}, in other words")
    return None


def _across(a: Mapping[str, Any], b: Mapping[str, Any], two: Sequence[Sentence], found: Fit) -> Copy | None:
    """Of two languages. A translation that says so is believed sooner; a report about a report is none."""
    share = f"{found.covered:.0%} of it stands there"
    if (_translated(a, b) or _own_version(a, b)) and found.across >= ACROSS_CREDITED:
        return Copy("translated", found.covered, f"{share}, and it says that it was translated")
    if _own_work(a, b) or _retelling(a, b, two):
        return None
    if a["outlet"] != b["outlet"] and taken_from(b["text"], a["outlet"]) and found.across >= ACROSS_CREDITED:
        return Copy("translated", found.covered, f"{share}, and it names {a['outlet']} as its source")
    documents = a.get("kind") in _DOCUMENTS and b.get("kind") in _DOCUMENTS
    if found.across >= ACROSS and Known(a).shares(b) >= (2 if documents else 1):
        return Copy("translated", found.covered, f"{share}, in the same order")
    return None


def _new_answer(one: Sequence[Sentence], two: Sequence[Sentence], found: Fit, across: bool) -> bool:
    """Does it carry an answer that the original has not? An agency's text with a company's denial below it is that
    company's answer, however much of it is the agency's. A translated answer may look new, so there they are counted.
    """
    limit = STRANGE_ACROSS if across else STRANGE
    fresh = any(n < limit and ANSWERS.search(s.text) for s, n in zip(two, found.near, strict=True))
    if not fresh or not across:
        return fresh
    return sum(bool(ANSWERS.search(s.text)) for s in two) > sum(bool(ANSWERS.search(s.text)) for s in one)


def _own_documents(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Two papers of one desk, or two filings, statements or rulings: form and phrases are shared by custom."""
    if fold(a["outlet"]) == fold(b["outlet"]):
        return True
    return a.get("kind") in _DOCUMENTS and b.get("kind") in _DOCUMENTS


def _same_document(
    a: Mapping[str, Any], b: Mapping[str, Any], one: Sequence[Sentence], two: Sequence[Sentence]
) -> bool:
    """One document posted twice: not a word is new, the headline's included, and it states facts of its own. A form
    that says "the Company has decided nothing" is everybody's, and what makes two of it may be no more than a name."""
    there = {w for s in one for w in s.words} | set(words(a["title"]))
    here = {w for s in two for w in s.words} | set(words(b["title"]))
    figures = sum(facts.strong(n) for n in facts.numbers(b["text"], b["lang"]))
    return here <= there and figures + len(facts.names(b["text"])) >= 2


def _own_version(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Does it sign off with the original's name, as the outlet's own version of it?"""
    last = b["text"].rstrip().rsplit("\n", 1)[-1]
    return a["outlet"] != b["outlet"] and bool(VERSION.search(last[-160:])) and taken_from(b["text"], a["outlet"])


def _translated(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    # such a note stands at the head or the foot of an article
    return bool(
        TRANSLATED.search(f"{b['title']}\n{b['text'][:400]}\n{b['text'][-300:]}")
    ) and not TRANSLATED.search(a["text"])


def _own_work(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    return bool(OWN_WORK.search(b["text"])) and not OWN_WORK.search(a["text"])


def _retelling(a: Mapping[str, Any], b: Mapping[str, Any], two: Sequence[Sentence]) -> bool:
    """Does more than a sentence or a fifth of it speak of a report, where the original speaks of none?"""
    mine = sum(retold(s.text, b["lang"], a["outlet"] if a["outlet"] != b["outlet"] else "") for s in two)
    theirs = sum(retold(s.text, a["lang"], "") for s in statements(a["text"], a["lang"]))
    return mine - theirs > max(1.0, 0.25 * len(two))
