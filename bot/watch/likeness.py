"""How much of one article stands in another: in its words, in other words, in another language. Pure.

Measures only; what follows from them stands in `bot.watch.copies`.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.text import CJK, fold, paragraphs, sentences, words
from bot.vectors import Vectors, embed
from bot.watch import facts

# Thresholds, set on labelled pairs.
VERBATIM = 0.85  # share of a sentence's words that stand in one place of the other text: the same sentence
STRANGE, SAME = 0.30, 0.60  # cosines between which a sentence goes from "not there" to "there in other words"
WEAK = 0.55  # a sentence below this may be half of one over there

_FURNITURE = re.compile(
    r"<[^<>]{1,300}>|&(?:nbsp|amp|quot|#\d{2,5});|\[(?:Read more|Sponsored|Advertisement|Also|See also|More)[^\[\]]{0,200}\]",
    re.I,
)
_SIGN_OFF = re.compile(
    r"^\W*(?:\(.{0,300}\)|（.{0,200}）|【.{0,100}】|\[.{0,200}\]|©.{0,200}|(?:by|von|par|por|di|da)\s.{2,60}|.{0,30}(?:newsletter|subscribe|advertisement|share this|read more|sign up|cookies).{0,100})\W*$",
    re.I,
)
_IS_CJK = re.compile(f"[{CJK}]")


@dataclass(frozen=True)
class Sentence:
    text: str
    weight: float
    words: frozenset[str]
    paragraph: int


@functools.lru_cache(maxsize=256)
def statements(text: str, lang: str) -> tuple[Sentence, ...]:
    """The sentences that say something, without page furniture, bylines and sign-offs."""
    text = _FURNITURE.sub(" ", text)
    out = []
    for number, (start, end) in enumerate(paragraphs(text)):
        block = text[start:end]
        if len(block) <= 400 and _SIGN_OFF.match(block):
            continue
        for a, b in sentences(block, lang):
            sentence = block[a:b]
            found = words(sentence)
            weight = len(found) / (2 if _IS_CJK.search(sentence) else 1)
            if weight >= 3 and not (len(sentence) <= 400 and _SIGN_OFF.match(sentence)):
                out.append(Sentence(sentence, weight, frozenset(found), number))
    return tuple(out)


@dataclass(frozen=True)
class Fit:
    """How two articles go together. Shares and cosines, weighted by the length of sentences, 0 to 1.

    covered: of the later one in the earlier. verbatim: the same, word for word. sense: mean nearness in meaning.
    near: for each sentence of the later one, its nearness in meaning and half the share of its words that stand in
    the earlier one, added. back: of the earlier one in the later. order: from -1 (backwards) to 1 (the same order of sentences).
    """

    near: tuple[float, ...]
    covered: float
    verbatim: float
    sense: float
    back: float
    order: float
    new_facts: float

    @property
    def across(self) -> float:
        """One figure for a translation: it goes through its original from top to bottom, as no retelling does."""
        return self.sense + 0.15 * self.order + 0.3 * self.back


def fit(
    a: Mapping[str, Any],
    b: Mapping[str, Any],
    one: Sequence[Sentence],
    two: Sequence[Sentence],
    alike: Sequence[float],
    known: Known,
) -> Fit:
    verbatim = mean([float(w >= VERBATIM) for w in alike], two)
    if verbatim >= 0.97 and min(alike) >= STRANGE:  # nothing left to ask
        meant, back, order = [1.0] * len(two), 1.0, 1.0
    else:
        meant, back, order = _sense(a, one, two)
    there = [
        1.0 if w >= VERBATIM else min(1.0, max(0.0, (max(m, w) - STRANGE) / (SAME - STRANGE)))
        for w, m in zip(alike, meant, strict=True)
    ]
    counts = [
        known.facts(s.text, b["lang"], a["lang"] != b["lang"])
        for s, t in zip(two, there, strict=True)
        if t >= 0.5
    ]
    new, stated = sum(n for n, _ in counts), sum(n for _, n in counts)
    return Fit(
        near=tuple(m + w / 2 for w, m in zip(alike, meant, strict=True)),
        covered=mean(there, two),
        verbatim=verbatim,
        sense=mean(meant, two),
        back=back,
        order=order,
        new_facts=new / stated if new >= (3 if a["lang"] != b["lang"] else 2) else 0.0,
    )


def shared(sentence: Sentence, others: Sequence[Sentence]) -> float:
    """The share of a sentence's words that stand in one sentence of the other text, or in two neighbours."""
    best = 0
    for i, other in enumerate(others):
        mine = len(sentence.words & other.words)
        best = max(best, mine)
        if i and mine:
            best = max(best, len(sentence.words & (other.words | others[i - 1].words)))
    return best / max(1, len(sentence.words))


def _sense(
    a: Mapping[str, Any], one: Sequence[Sentence], two: Sequence[Sentence]
) -> tuple[list[float], float, float]:
    """(for each sentence of the later article how near its meaning comes to something in `a`, `back`, `order`)."""
    theirs, mine = _vectors(_windows(one)), _vectors(_windows(two))
    n, m = len(one), len(two)
    grid = mine @ theirs.T
    place = grid[:m].argmax(axis=1)
    near = np.maximum(grid[:m].max(axis=1), (mine[:m] @ _vectors((a["title"],)).T).max(axis=1))
    best = near.copy()
    for i in range(m - 1):
        # two sentences here may be one there; but a sentence must not live on its neighbour's likeness
        if max(near[i], near[i + 1]) < WEAK:
            together = 0.9 * float(grid[m + i].max())
            best[i], best[i + 1] = max(best[i], together), max(best[i + 1], together)
    back = mean([float(v) for v in np.clip(grid[:, :n].max(axis=0), 0, 1)], one)
    at = np.where(place < n, place.astype(float), place - n + 0.5)
    steps = np.sign(at[None, :] - at[:, None])[np.triu_indices(m, 1)]
    order = float(steps.sum() / max(1, np.count_nonzero(steps)))
    return [float(v) for v in best], back, order


def mean(shares: Sequence[float], found: Sequence[Sentence]) -> float:
    return sum(v * s.weight for v, s in zip(shares, found, strict=True)) / sum(s.weight for s in found)


def _windows(found: Sequence[Sentence]) -> tuple[str, ...]:
    texts = [s.text for s in found]
    return (*texts, *(f"{x} {y}" for x, y in itertools.pairwise(texts)))


@functools.lru_cache(maxsize=64)
def _vectors(texts: tuple[str, ...]) -> Vectors:
    return embed(texts)


class Known:
    """What the original gives, for telling whether a later article gives anything else."""

    def __init__(self, a: Mapping[str, Any]) -> None:
        text = f"{a['title']}\n{a['text']}\n{a['outlet']}"
        self.figures = facts.values(f"{a['title']}\n{a['text']}", a["lang"])
        self.folded = fold(text)
        self.stems = frozenset(_stem(w) for w in words(text))

    def differs(self, b: Mapping[str, Any]) -> bool:
        """Are most of the figures of `b` other ones? A cheap look before anything is embedded."""
        figures = [n for n in facts.numbers(b["text"], b["lang"]) if facts.strong(n)]
        return len(figures) >= 4 and sum(bool(n & self.figures) for n in figures) < len(figures) / 2

    def shares(self, b: Mapping[str, Any]) -> int:
        """How many figures and names of `b` the original gives too."""
        figures = {
            max(n) for n in facts.numbers(b["text"], b["lang"]) if facts.strong(n) and n & self.figures
        }
        return len(figures) + sum(n in self.folded for n in facts.names(b["text"]))

    def facts(self, sentence: str, lang: str, across: bool) -> tuple[int, int]:
        """(facts of the sentence that the original does not give, all its facts)."""
        figures = [n for n in facts.numbers(sentence, lang) if facts.strong(n)]
        new = sum(not n & self.figures for n in figures)
        if across:
            return new, len(figures)
        several = facts.names(sentence)
        strange = {
            n for n in several if n not in self.folded and not all(_stem(w) in self.stems for w in words(n))
        }
        if lang != "de":  # where every noun has a capital, one capital makes no name
            strange |= {
                c for c in facts.capitals(sentence) if not any(_stem(w) in self.stems for w in words(c))
            }
        return new + len(strange), len(figures) + len(several | strange)


def _stem(word: str) -> str:
    """Enough of a word to know "Hungarian" by "Hungary"."""
    return word[: max(4, min(6, len(word) - 2))]
