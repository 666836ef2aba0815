"""An article as the learned reader takes it in: its sentences in pieces, who is named where, and what the rules see. Pure.

The first row is the headline; the others are the units of the page. `tests/train` makes the same sheets from labelled
articles, so that what is learned and what is read are one code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bot.read.offline_cast import Name, Names
from bot.read.offline_findings import Stated
from bot.read.offline_found import Found
from bot.read.offline_kinds import kind_of
from bot.read.offline_page import Page, Unit, straight
from bot.read.offline_speech import Voices
from bot.vectors import Vectors, pieces

KINDS = (
    "flat_denial", "specific_denial", "non_denial", "time_bound_denial", "undecided", "unaware",
    "no_comment", "no_response", "confirmation", "third_party_denial",
)  # fmt: skip
FORMS = (None, "wire", "newspaper", "trade", "blog", "broadcast", "press_release", "filing", "court", "transcript", "social")
LANGUAGES = ("en", "fr", "de", "es", "pt", "it", "ja", "zh", "ko")
#: What a name seems to be; 0 is none.
SEEMS = ("", "company", "office", "person", "news")
#: The lexicon's patterns that are asked of a sentence and of its words outside quotations.
_CUES = (
    "deny", "false", "mum", "silent", "unaware", "undecided", "spokes", "say", "firm", "role", "acting", "report", "anon",
    "paper", "confirm", "attack", "plan", "admit", "third", "earlier", "retract", "office", "hold", "now",
)  # fmt: skip
SIGNS = 2 * len(_CUES) + 1 + 2 * len(KINDS) + 2
ROW = 8 + len(FORMS) + len(LANGUAGES) + SIGNS
PAIR = 25
_CJK = re.compile(r"[぀-ヿ㐀-鿿가-힯]")

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass
class Candidate:
    """Somebody whose words they may be: a name that the rules found, or one that only the tagger saw (`name` is None)."""

    full: str
    forms: tuple[str, ...]
    name: Name | None = None
    main: bool = False
    issuer: bool = False
    title: bool = False
    lead: bool = False
    count: int = 1

    @property
    def seems(self) -> int:
        return SEEMS.index(self.name.what) if self.name else 1


@dataclass
class Row:
    """One sentence. `at`: offsets of its pieces in the document (in the headline, for the first row)."""

    text: str
    start: int
    end: int
    para: int
    at: tuple[tuple[int, int], ...]
    seems: Ints
    who: Ints  # 1 + the number of the candidate that a piece names; 0: none
    quoted: Ints  # 0, 1: words picked out, 2: speech
    signs: Floats
    voice: int = -1
    sure: bool = False
    opens: bool = False
    answers: frozenset[int] = frozenset()
    claims: frozenset[int] = frozenset()


@dataclass
class Sheet:
    """`mentions`: by row and candidate, the pieces of the row that name it."""

    kind: str | None
    lang: str
    rows: list[Row]
    candidates: list[Candidate]
    vectors: Vectors
    mentions: dict[tuple[int, int], list[int]] = field(default_factory=dict)

    @property
    def lengths(self) -> Ints:
        return np.array([len(r.at) for r in self.rows], dtype=np.int64)


def sheet_of(page: Page, names: Names, voices: Voices, answers: list[Found], stated: list[Stated]) -> Sheet:
    """The sheet of a page, with what the rules read in it."""
    doc, plain = page.doc, page.plain
    title = straight(doc.title)
    parts = pieces([title, *(plain[u.start : u.end] for u in page.units)])
    number = {id(n): i for i, n in enumerate(names.all)}
    spots = _apart([(a, b, i) for i, n in enumerate(names.all) for a, b in n.at])
    headline = _apart([(a, b, i) for i, n in enumerate(names.all) for form in n.forms for a, b in places(title, form)])
    claimed = frozenset(number[id(s.company)] for s in stated if id(s.company) in number)
    rows = [_row(title, 0, len(title), -1, parts[0].at, headline, (), names, np.zeros(SIGNS, dtype=np.float32))]
    for i, unit in enumerate(page.units):
        here = [a for a in answers if min(unit.end, a.end) > max(unit.start, a.start)]
        row = _row(
            plain[unit.start : unit.end], unit.start, unit.end, unit.para,
            tuple((a + unit.start, b + unit.start) for a, b in parts[i + 1].at),
            [s for s in spots if unit.start <= s[0] and s[1] <= unit.end],
            tuple((q.start, q.end, q.whole) for q in unit.quotes), names,
            _signs(page, unit, here, any(min(unit.end, s.end) > max(unit.start, s.start) for s in stated)),
        )  # fmt: skip
        voice = voices.of(unit)
        row.voice = number.get(id(voice.company), -1) if voice else -1
        row.sure = bool(voice and voice.sure)
        row.opens = i == 0 or page.units[i - 1].para != unit.para
        row.answers = frozenset(number[id(a.company)] for a in here if id(a.company) in number)
        row.claims = claimed
        rows.append(row)
    candidates = [
        Candidate(n.full, tuple(n.forms), n, n is names.main, n is names.issuer, n.title, n.lead, len(n.at)) for n in names.all
    ]
    sheet = Sheet(doc.kind, page.lex.lang, rows, candidates, np.concatenate([p.vectors for p in parts]))
    for r, row in enumerate(rows):
        for piece, who in enumerate(row.who):
            if who:
                sheet.mentions.setdefault((r, int(who) - 1), []).append(piece)
    return sheet


def add_candidate(sheet: Sheet, full: str, forms: tuple[str, ...], where: dict[int, list[int]]) -> None:
    """Puts somebody on the sheet whom the rules did not take for a name; `where`: pieces by row."""
    sheet.candidates.append(Candidate(full, forms, title=0 in where, lead=1 in where, count=len(where)))
    for row, found in where.items():
        sheet.mentions[row, len(sheet.candidates) - 1] = found


def places(text: str, form: str) -> list[tuple[int, int]]:
    """Where a form of a name stands in a text, as a word of its own where words are set apart."""
    if form not in text:
        return []
    pattern = re.escape(form) if _CJK.search(form) else rf"(?<!\w){re.escape(form)}(?!\w)"
    return [m.span() for m in re.finditer(pattern, text)]


def _apart(found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Of mentions that overlap the first and longest."""
    out: list[tuple[int, int, int]] = []
    last = -1
    for mention in sorted(found, key=lambda m: (m[0], m[0] - m[1])):
        if mention[0] >= last:
            out.append(mention)
            last = mention[1]
    return out


def _row(
    text: str, start: int, end: int, para: int, at: tuple[tuple[int, int], ...], spots: list[tuple[int, int, int]],
    quotes: tuple[tuple[int, int, bool], ...], names: Names, signs: Floats,
) -> Row:  # fmt: skip
    seems, who, quoted = (np.zeros(len(at), dtype=np.int64) for _ in range(3))
    for a, b, number in spots:
        for piece, (x, y) in enumerate(at):
            if x < b and y > a and y > x:
                seems[piece], who[piece] = SEEMS.index(names.all[number].what) + 1, number + 1
    for a, b, whole in quotes:
        for piece, (x, y) in enumerate(at):
            if x < b and y > a:
                quoted[piece] = 2 if whole else max(1, quoted[piece])
    return Row(text, start, end, para, at, seems, who, quoted, signs)


def _signs(page: Page, unit: Unit, answers: list[Found], claim: bool) -> Floats:
    """Which cues of the language a sentence holds, and what the rules took it for."""
    lex, text = page.lex, page.plain[unit.start : unit.end]
    out = np.zeros(SIGNS, dtype=np.float32)
    for i, name in enumerate(_CUES):
        if pattern := getattr(lex, name, None):
            out[2 * i], out[2 * i + 1] = bool(pattern.search(text)), bool(pattern.search(unit.frame))
    at = 2 * len(_CUES)
    out[at] = bool(lex.patterns["not"].search(text))
    if kind := kind_of(text, lex):
        out[at + 1 + KINDS.index(kind)] = 1
    for answer in answers:
        out[at + 1 + len(KINDS) + KINDS.index(answer.kind)] = 1
    out[-2], out[-1] = bool(answers), claim
    return out


def row_features(sheet: Sheet) -> Floats:
    """n x ROW: where a sentence stands, how much of it is speech, form and language of the article, its signs."""
    out = np.zeros((len(sheet.rows), ROW), dtype=np.float32)
    for i, row in enumerate(sheet.rows):
        out[i, :8] = (
            i == 0, i == 1, i == len(sheet.rows) - 1, i / len(sheet.rows), row.opens, min(len(row.at), 60) / 60,
            float((row.quoted == 2).mean()), bool((row.quoted == 1).any()),
        )  # fmt: skip
        out[i, 8 + FORMS.index(sheet.kind)] = 1
        if sheet.lang in LANGUAGES:
            out[i, 8 + len(FORMS) + LANGUAGES.index(sheet.lang)] = 1
        out[i, -SIGNS:] = row.signs
    return out


@dataclass(frozen=True)
class Pairs:
    """Every sentence with every candidate: `row`, `who`, and for each the mention in it and the one before (-1: none)."""

    row: Ints
    who: Ints
    here: tuple[tuple[int, int] | None, ...]
    before: tuple[tuple[int, int] | None, ...]
    features: Floats


def pairs_of(sheet: Sheet) -> Pairs:
    """Who may speak in which sentence, and what speaks for it."""
    rows, who, here, before, features = [], [], [], [], []
    met = [[r for r in range(len(sheet.rows)) if (r, c) in sheet.mentions] for c in range(len(sheet.candidates))]
    for r in range(1, len(sheet.rows)):
        for c, candidate in enumerate(sheet.candidates):
            earlier = [k for k in met[c] if 0 < k < r]
            rows.append(r)
            who.append(c)
            here.append((r, c) if (r, c) in sheet.mentions else None)
            before.append((earlier[-1], c) if earlier else (0, c) if met[c][:1] == [0] else None)
            features.append(_pair(sheet, r, c, candidate, earlier, [k for k in met[c] if k > r]))
    stacked = np.stack(features) if features else np.zeros((0, PAIR), dtype=np.float32)
    return Pairs(np.array(rows, dtype=np.int64), np.array(who, dtype=np.int64), tuple(here), tuple(before), stacked)


def _pair(sheet: Sheet, r: int, c: int, candidate: Candidate, earlier: list[int], later: list[int]) -> Floats:
    row, name = sheet.rows[r], candidate.name
    out = np.zeros(PAIR, dtype=np.float32)
    mention = sheet.mentions.get((r, c))
    out[candidate.seems] = 1
    out[5:10] = candidate.main, candidate.issuer, candidate.title, candidate.lead, min(candidate.count, 8) / 8
    if mention:
        out[10], out[11] = 1, mention[0] / len(row.at)
    if earlier:
        out[12] = 1 / (r - earlier[-1])
        out[14] = earlier[-1] == r - 1 and sheet.rows[r - 1].para == row.para
    if later:
        out[13] = 1 / (later[0] - r)
        out[15] = later[0] == r + 1 and sheet.rows[r + 1].para == row.para
    out[16:19] = row.voice == c, row.voice == c and row.sure, row.voice < 0
    if name:
        out[19:22] = min(name.person, 3) / 3, min(name.news, 3) / 3, max(-1, min(name.score, 4) / 4)
    out[22:25] = c in row.answers, c in row.claims, name is not None
    return out
