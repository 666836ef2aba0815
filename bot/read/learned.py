"""A second opinion on the answers that the rules found: learned from labelled articles, so that wording which no rule
knows is heard, and what only looks like an answer is let go.

It takes back an answer of the rules that it holds to be none, and adds one where it is sure that a sentence answers and
whose it is. Quotations are slices of the article, as everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

import numpy as np

from bot.read.learned_net import Judged, Net, nets
from bot.read.learned_sheet import KINDS, Pairs, Sheet, add_candidate, pairs_of, sheet_of
from bot.read.offline_cast import Name, Names, Voice
from bot.read.offline_findings import Stated
from bot.read.offline_found import Found
from bot.read.offline_page import Page
from bot.read.offline_speech import Voices
from bot.read.offline_via import via_of
from bot.read.reading import DENIALS, ResponseKind

#: Below this an answer of the rules is none; below that it is somebody else's (set on articles that were not trained on).
KEEP, KEEP_WHOSE = 0.1, 0.2
#: From here on a sentence answers though no rule saw it, if it is as sure whose answer it is.
ADD, ADD_WHOSE = 0.65, 0.5
#: Where no sentence looks as if it reported something that a company could deny, nothing is to be answered: from here on.
CLAIM, ADD_BARE = 0.3, 0.9
#: A run of pieces names a company from here on; the name goes on while the next piece does.
NAMES, GOES_ON, SURE_NAME = 0.5, 0.4, 0.6


@dataclass(frozen=True)
class Opinion:
    """What the networks make of an article, on average. `whose`: rows x candidates, each row adds up to 1."""

    sheet: Sheet
    answer: np.ndarray
    kinds: np.ndarray
    claim: np.ndarray
    whose: np.ndarray


class Second:
    """The second opinion. `networks`: those to ask; the trained ones, read when first asked, if none are given."""

    def __init__(self, networks: Sequence[Net] | None = None) -> None:
        self._networks = networks

    def opinion(self, page: Page, names: Names, voices: Voices, answers: list[Found], stated: list[Stated]) -> Opinion:
        """What the networks make of a page whose names, answers and claims the rules have found."""
        sheet = sheet_of(page, names, voices, answers, stated)
        asked = self._networks or nets()
        seen = [net.see(sheet) for net in asked]
        name_companies(sheet, np.mean([s.names for s in seen], axis=0))
        pairs = pairs_of(sheet)
        judged = [net.judge(sheet, pairs, s) for net, s in zip(asked, seen, strict=True)]
        return _averaged(sheet, pairs, judged)

    def revise(
        self, page: Page, names: Names, voices: Voices, answers: list[Found], stated: list[Stated], origin: str
    ) -> tuple[list[Found], Names]:
        """The answers that stand, with those it adds; and the names, with the speakers that no rule took for a name."""
        if not page.units:
            return answers, names
        held = self.opinion(page, names, voices, answers, stated)
        number = {id(c.name): i for i, c in enumerate(held.sheet.candidates) if c.name}
        kept = [a for a in answers if _stands(held, a, number.get(id(a.company), -1))]
        new: list[Name] = []
        best: dict[tuple[int, str], tuple[float, int, ResponseKind]] = {}
        spoken = {(number.get(id(a.company), -1), _sort(a.kind)) for a in kept}
        taken = {r for a in kept for r in _rows(held.sheet, a)}
        enough = ADD if held.claim[1:].max() >= CLAIM else ADD_BARE
        for row in range(1, len(held.sheet.rows)):
            sure = float(held.answer[row])
            if sure < enough or row in taken or not held.sheet.candidates:
                continue
            who = int(held.whose[row].argmax())
            kind = cast(ResponseKind, KINDS[int(held.kinds[row].argmax())])
            key = (who, _sort(kind))
            if held.whose[row, who] >= ADD_WHOSE and key not in spoken and sure > best.get(key, (0.0, 0, kind))[0]:
                best[key] = (sure, row, kind)
        for (who, _), (_, row, kind) in sorted(best.items(), key=lambda item: item[1][1]):
            company = _company(held.sheet, who, new)
            kept.append(_found(page, names, voices, company, kind, row - 1, origin, kept))
        if new:
            names = replace(names, all=(*names.all, *new))
        return sorted(kept, key=lambda f: (f.start, f.end)), names


def name_companies(sheet: Sheet, probable: np.ndarray) -> None:
    """Puts the companies on the sheet that only the tagger sees. `probable`: pieces x (none, first, further)."""
    found: list[tuple[str, int, list[int]]] = []
    at = 0
    for number, row in enumerate(sheet.rows):
        of = probable[at : at + len(row.at)]
        at += len(row.at)
        piece = 0
        while piece < len(of):
            if of[piece, 1:].sum() <= NAMES or row.who[piece]:
                piece += 1
                continue
            end = piece + 1
            while end < len(of) and of[end, 2] > GOES_ON and not row.who[end]:
                end += 1
            words = row.text[row.at[piece][0] - row.start : row.at[end - 1][1] - row.start].strip()
            if len(words) > 1 and _begins_a_name(words) and of[piece:end, 1:].sum(axis=1).max() > SURE_NAME:
                found.append((words, number, list(range(piece, end))))
            piece = end
    groups: list[tuple[str, set[str], dict[int, list[int]]]] = []
    for words, number, places in sorted(found, key=lambda f: -len(f[0])):
        group = next((g for g in groups if words in g[0]), None)
        if group is None:
            groups.append(group := (words, set(), {}))
        group[1].add(words)
        group[2].setdefault(number, []).extend(places)
    for full, forms, where in groups:
        add_candidate(sheet, full, tuple(sorted(forms)), where)


def _begins_a_name(words: str) -> bool:
    return words[0].isupper() or words[0].isdigit() or words[0] > "\u3040"


def _averaged(sheet: Sheet, pairs: Pairs, judged: list[Judged]) -> Opinion:
    whose = np.zeros((len(sheet.rows), len(sheet.candidates)), dtype=np.float32)
    if sheet.candidates:
        for one in judged:
            table = np.full(whose.shape, -1e9, dtype=np.float32)
            table[pairs.row, pairs.who] = one.whose
            e = np.exp(table - table.max(axis=1, keepdims=True))
            whose += e / e.sum(axis=1, keepdims=True) / len(judged)
    answer, kinds, claim = (np.mean([getattr(one, name) for one in judged], axis=0) for name in ("answer", "kinds", "claim"))
    return Opinion(sheet, answer, kinds, claim, whose)


def _sort(kind: str) -> str:
    """A company gives one answer of a sort: one denial, one admission, one silence."""
    return "denial" if kind in DENIALS or kind == "third_party_denial" else kind


def _rows(sheet: Sheet, answer: Found) -> list[int]:
    return [i for i, r in enumerate(sheet.rows) if i and min(r.end, answer.end) > max(r.start, answer.start)]


def _stands(held: Opinion, answer: Found, who: int) -> bool:
    rows = _rows(held.sheet, answer)
    if who < 0 or not rows:
        return True
    return bool(held.answer[rows].max() >= KEEP and held.whose[rows, who].max() >= KEEP_WHOSE)


def _company(sheet: Sheet, who: int, new: list[Name]) -> Name:
    """The name of a candidate; one that only the tagger saw becomes a company of the article."""
    candidate = sheet.candidates[who]
    if candidate.name is not None:
        if candidate.name.what not in ("company", "office"):
            candidate.name.score = max(candidate.name.score, candidate.name.person + 2, 2.0)
        return candidate.name
    at = [
        (row.at[found[0]][0], row.at[found[-1]][1])
        for (number, c), found in sorted(sheet.mentions.items())
        if c == who and (row := sheet.rows[number]) and number
    ]
    candidate.name = Name(candidate.full, set(candidate.forms), at, score=2.0, title=candidate.title, lead=candidate.lead)
    new.append(candidate.name)
    return candidate.name


def _found(
    page: Page, names: Names, voices: Voices, company: Name, kind: ResponseKind, number: int, origin: str, kept: list[Found]
) -> Found:  # fmt: skip
    """The answer in a sentence: the words quoted in it, else the sentence."""
    unit = page.units[number]
    start, end, direct = unit.start, unit.end, False
    if unit.speech and kind not in ("no_comment", "no_response"):
        said = max(unit.speech, key=lambda q: q.end - q.start)
        start, end, direct = said.start, min(said.end, unit.end), True
        while end > start and page.plain[end - 1] in ",， ":
            end -= 1
    speaker = _speaker(voices, page, number, company)
    return Found(company, speaker, kind, start, end, direct, via_of(page, names, origin, kept, unit, 0, kind), number)


def _speaker(voices: Voices, page: Page, number: int, company: Name) -> str:
    """Who says it: by the sentence itself, or the ones beside it."""
    for near in (number, number - 1, number + 1):
        if 0 <= near < len(page.units):
            voice: Voice | None = voices.of(page.units[near])
            if voice and voice.speaker and (voice.company is company or near == number):
                return voice.speaker
    return "the company"
