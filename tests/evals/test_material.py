"""The labelled material of tests/wire: what is labelled stands in its text, once, and is of a known kind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from bot.read.reading import ResponseKind

WIRE = Path(__file__).parents[1] / "wire"
PIECES = sorted([*WIRE.glob("short/*.json"), *WIRE.glob("items/**/*.json")])


@pytest.mark.parametrize("file", PIECES, ids=lambda f: str(f.relative_to(WIRE)))
def test_what_is_labelled_stands_in_its_text(file: Path) -> None:
    rows = json.loads(file.read_text("utf-8"))
    assert rows
    assert len({row["id"] for row in rows}) == len(rows)
    wrong = [
        f"{row['id']}: {label}"
        for row in rows
        for label in (*(a["quote"] for a in row["answers"]), *(c["span"] for c in row.get("claims", ())))
        if label not in row["text"]
    ]
    assert wrong == []
    assert {a["kind"] for row in rows for a in row["answers"]} <= set(get_args(ResponseKind))
