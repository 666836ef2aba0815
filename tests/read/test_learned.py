"""The second opinion: what it takes in, what it takes back and adds, and that its networks are whole."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np
import pytest

from bot.read.learned import ADD, KEEP, Second, name_companies
from bot.read.learned_net import Judged, Net, Seen, nets
from bot.read.learned_sheet import (
    KINDS,
    PAIR,
    ROW,
    Pairs,
    Sheet,
    add_candidate,
    pairs_of,
    row_features,
    sheet_of,
)
from bot.read.offline import OfflineReader, by_rules
from bot.read.reading import Document, Response
from tests.short import WIRE, answers, losses, pieces_of


def document(text: str, lang: str = "en") -> Document:
    return Document(id="a", url="https://post.example/a", outlet="Penrith Post", kind="newspaper", lang=lang, title="Bakery to shut", text=text, published=datetime(2026, 3, 2, tzinfo=UTC))


TEXT = (
    "Quarrel Foods is to shut its Penrith bakery in June, three workers told the Penrith Post.\n\n"
    "A spokesman for Quarrel Foods denied that any bakery would close.\n\n"
    "“Our ovens in Penrith stay lit,” said Ann Bo, the chief executive of Hollow Mills, which supplies the flour."
)


@dataclass
class Fixed(Net):
    """Sees no names, and gives the answers that a test lays down: by row its chance, its kind, and whose it is."""

    told: dict[int, tuple[float, str, str]]
    claim: float = 1.0

    def see(self, sheet: Sheet) -> Seen:
        names = np.tile(np.array([1.0, 0.0, 0.0], dtype=np.float32), (int(sheet.lengths.sum()), 1))
        return Seen(names, np.zeros((len(names), 1), dtype=np.float32))

    def judge(self, sheet: Sheet, pairs: Pairs, seen: Seen) -> Judged:
        rows = len(sheet.rows)
        answer, kinds = np.zeros(rows, dtype=np.float32), np.full((rows, len(KINDS)), 0.1, dtype=np.float32)
        whose = np.zeros(len(pairs.row), dtype=np.float32)
        for row, (chance, kind, who) in self.told.items():
            answer[row], kinds[row, KINDS.index(kind)] = chance, 0.9
            mine = [i for i, c in enumerate(sheet.candidates) if who in c.forms or who == c.full]
            assert mine, f"{who} is not on the sheet: {[c.full for c in sheet.candidates]}"
            whose[(pairs.row == row) & (pairs.who == mine[0])] = 9
        return Judged(answer, kinds, np.full(rows, self.claim, dtype=np.float32), whose, whose)


def read(*networks: Net, text: str = TEXT, **about: str) -> list[Response]:
    return list(OfflineReader(Second(networks)).read(document(text, **about)).responses)


def sheet(text: str = TEXT, **about: str) -> Sheet:
    ruled = by_rules(document(text, **about))
    return sheet_of(ruled.page, ruled.names, ruled.voices, ruled.answers, ruled.stated)


def test_the_rules_alone_find_the_denial() -> None:
    (denial,) = OfflineReader().read(document(TEXT)).responses
    assert (denial.company, denial.kind) == ("Quarrel Foods", "flat_denial")


def test_what_it_agrees_with_stands() -> None:
    (denial,) = read(Fixed({2: (0.9, "flat_denial", "Quarrel Foods")}))
    assert denial == OfflineReader().read(document(TEXT)).responses[0]


@pytest.mark.parametrize("told", [{2: (KEEP / 2, "flat_denial", "Quarrel Foods")}, {2: (0.9, "flat_denial", "Hollow Mills")}])
def test_what_is_no_answer_or_somebody_elses_is_taken_back(told: dict[int, tuple[float, str, str]]) -> None:
    assert "Quarrel Foods" not in {r.company for r in read(Fixed(told))}


def test_an_answer_that_no_rule_knows_is_added_with_the_words_quoted() -> None:
    text = TEXT.replace("A spokesman for Quarrel Foods denied that any bakery would close.", "Trade has been slow in Penrith.")
    assert read(Fixed({3: (ADD - 0.1, "flat_denial", "Hollow Mills")}), text=text) == []
    (added,) = read(Fixed({3: (ADD + 0.1, "flat_denial", "Hollow Mills")}), text=text)
    assert added.quote.text == "Our ovens in Penrith stay lit"
    assert (added.company, added.kind, added.direct) == ("Hollow Mills", "third_party_denial", True)
    assert "Ann Bo" in added.speaker
    assert text[added.quote.start : added.quote.end] == added.quote.text


def test_where_nothing_is_reported_more_is_asked() -> None:
    told = {3: (ADD + 0.1, "flat_denial", "Hollow Mills")}
    assert "Hollow Mills" in {r.company for r in read(Fixed(told))}
    assert "Hollow Mills" not in {r.company for r in read(Fixed(told, claim=0.1))}


def test_a_company_gives_one_answer_of_a_sort() -> None:
    told = {2: (0.9, "flat_denial", "Quarrel Foods"), 3: (0.9, "flat_denial", "Quarrel Foods")}
    assert len(read(Fixed(told))) == 1


def test_networks_are_asked_together() -> None:
    sure, unsure = Fixed({2: (0.9, "flat_denial", "Quarrel Foods")}), Fixed({2: (0.0, "flat_denial", "Quarrel Foods")})
    assert read(sure, unsure)
    assert not read(unsure, unsure)


@pytest.mark.parametrize(("word", "named"), [("Gate", ["Gate"]), ("gate", [])])
def test_the_tagger_puts_companies_on_the_sheet(word: str, named: list[str]) -> None:
    found = sheet(f"It ran this morning, said the {word} man.")
    known = len(found.candidates)
    probable = np.tile(np.array([1.0, 0.0, 0.0]), (int(found.lengths.sum()), 1))
    row = found.rows[1]
    for piece, (a, b) in enumerate(row.at):
        if row.text[a:b].startswith(word):
            probable[int(found.lengths[0]) + piece] = (0.1, 0.9, 0.0)
            row.who[piece] = 0
    name_companies(found, probable)
    assert [c.full for c in found.candidates[known:]] == named  # no name begins with a small letter
    assert all(c.name is None for c in found.candidates[known:])


def test_a_sheet_says_where_everything_stands() -> None:
    found = sheet()
    assert [r.text for r in found.rows[1:]] == [p for p in TEXT.split("\n\n")]
    assert len(found.vectors) == found.lengths.sum()
    for row in found.rows[1:]:
        assert all(row.start <= a <= b <= row.end for a, b in row.at)
    named = {TEXT[found.rows[r].at[p[0]][0] : found.rows[r].at[p[-1]][1]] for (r, c), p in found.mentions.items() if r and found.candidates[c].full == "Quarrel Foods"}
    assert named == {"Quarrel Foods"}
    assert 2 in found.rows[3].quoted
    assert row_features(found).shape == (4, ROW)
    pairs = pairs_of(found)
    assert pairs.features.shape == (3 * len(found.candidates), PAIR)
    add_candidate(found, "Krill", ("Krill",), {2: [0]})
    assert len(pairs_of(found).row) == 3 * len(found.candidates)


def test_the_trained_networks_are_whole() -> None:
    for net in nets():
        assert all(np.isfinite(array).all() for array in net.w.values())
        found = sheet()
        seen = net.see(found)
        judged = net.judge(found, pairs_of(found), seen)
        assert seen.names.sum(axis=1) == pytest.approx(1, abs=1e-5)
        assert judged.kinds.sum(axis=1) == pytest.approx(1, abs=1e-5)
        assert ((judged.answer >= 0) & (judged.answer <= 1)).all()


def test_the_desk_reads_the_same_twice() -> None:
    reader = OfflineReader(Second())
    first = reader.read(document(TEXT))
    assert first == reader.read(document(TEXT))
    assert first.reader == "offline-2"


def test_what_it_was_taught_it_knows_better_than_the_rules() -> None:
    matters = json.loads((WIRE / "matters" / "en.json").read_text("utf-8"))[:25]
    rules, both = Counter[str](), Counter[str]()
    second = Second()
    for piece in pieces_of(matters):
        losses(piece, answers(piece), rules)
        losses(piece, answers(piece, second), both)
    assert both["found"] > rules["found"]
    assert both["company"] / both["found"] > rules["company"] / rules["found"]
    assert both["made up"] <= rules["made up"]


def test_nothing_is_asked_where_there_is_no_sentence() -> None:
    ruled = by_rules(document(TEXT))
    page = replace(ruled.page, units=())
    assert Second([]).revise(page, ruled.names, ruled.voices, ruled.answers, ruled.stated, "") == (ruled.answers, ruled.names)
