"""The labelled material of tests/wire: what is labelled stands in its text and is of a known kind, and what is kept is apart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from bot.judge.bearing import Verdict
from bot.read.reading import ResponseKind
from tests.train.data import LEARN

WIRE = Path(__file__).parents[1] / "wire"
PIECES = sorted([*WIRE.glob("short/*.json"), *WIRE.glob("items/**/*.json")])
MATTERS = sorted(WIRE.glob("matters/**/*.json"))


def load(file: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
    assert rows
    assert len({row["id"] for row in rows}) == len(rows)
    return rows


def not_in_text(piece: dict[str, Any]) -> list[str]:
    labels = [*(a["quote"] for a in piece["answers"]), *(c["span"] for c in piece.get("claims", ())), *(b["span"] for b in piece.get("bearings", ()))]
    return [f"{piece['id']}: {label}" for label in labels if label not in piece["text"]]


@pytest.mark.parametrize("file", PIECES, ids=lambda f: str(f.relative_to(WIRE)))
def test_what_is_labelled_stands_in_its_text(file: Path) -> None:
    rows = load(file)
    assert [wrong for row in rows for wrong in not_in_text(row)] == []
    assert {a["kind"] for row in rows for a in row["answers"]} <= set(get_args(ResponseKind))


@pytest.mark.parametrize("file", MATTERS, ids=lambda f: str(f.relative_to(WIRE)))
def test_matters_hold_together(file: Path) -> None:
    for matter in load(file):
        articles = matter["articles"]
        assert [wrong for a in articles for wrong in not_in_text(a)] == []
        assert [a["published"] for a in articles] == sorted(a["published"] for a in articles), matter["id"]
        answers = {r["id"]: (i, r["kind"]) for i, a in enumerate(articles) for r in a["answers"]}
        assert {kind for _, kind in answers.values()} <= set(get_args(ResponseKind))
        for i, article in enumerate(articles):
            for bearing in article["bearings"]:
                assert answers[bearing["on"]][0] < i, f"{matter['id']}: a bearing on an answer that comes later"
                assert bearing["verdict"] in get_args(Verdict)


def test_nothing_kept_is_learned_from() -> None:
    learned = [file for folder in LEARN for file in (WIRE / folder).glob("*.json")]
    assert learned
    assert not [f for f in learned if "kept" in f.parts or "unseen" in f.parts]
    for folder in ("items", "matters"):
        seen = {row["id"] for file in (WIRE / folder).glob("*.json") for row in load(file)}
        kept = {row["id"] for file in (WIRE / folder / "kept").glob("*.json") for row in load(file)}
        assert seen.isdisjoint(kept)
