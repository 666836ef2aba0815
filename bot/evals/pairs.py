"""Pairs of articles labelled copy or not, held against the rules for copies. Reads a file; changes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from bot.evals.labelled import MaterialError
from bot.evals.marks import Figure, Mark, Marks, found, share
from bot.watch import copies

_NEEDED = {"title", "text", "lang", "outlet"}


def marks(path: Path) -> Iterator[Mark]:
    """A mark for each pair: "copy" where it is one or was taken for one. Raises MaterialError."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise MaterialError(f"{path} cannot be read as JSON ({error}); name a file of labelled pairs, such as pairs.json") from None
    if not isinstance(rows, list) or not rows:
        raise MaterialError(f"{path} holds no pairs: a list of {{id, copy, why, a, b}} is wanted")
    for row in rows:
        if not isinstance(row, dict) or not {"copy", "a", "b"} <= set(row) or not set(row["a"]) & set(row["b"]) >= _NEEDED:
            raise MaterialError(f"{path}: a pair lacks `copy`, or an article of it title, text, lang or outlet")
        a, b = row["a"], row["b"]
        said = copies.compare(a, b)
        gold, got = "copy" if row["copy"] else "", "copy" if said else ""
        across = "across languages" if a["lang"] != b["lang"] else "same language"
        note = f"{row.get('why', '')}{'; taken for: ' + said.how if said else ''}"
        yield Mark("pairs", str(row.get("id", b.get("url"))), gold, got, gold == got, b["lang"], across, b.get("url", ""), b["title"], note)


def _labelled(marks: Marks) -> Marks:
    return [m for m in marks if m.gold or m.got]


def _recall(kind: str) -> Figure:
    return lambda marks: share([m for m in marks if m.gold and m.kind == kind])


FIGURES: dict[str, tuple[str, Figure]] = {
    "f1": ("pairs", lambda marks: found(_labelled(marks))[2]),
    "precision": ("pairs", lambda marks: found(_labelled(marks))[0]),
    "recall": ("pairs", lambda marks: found(_labelled(marks))[1]),
    "same_language_recall": ("pairs", _recall("same language")),
    "across_languages_recall": ("pairs", _recall("across languages")),
    "accuracy": ("pairs", share),
}
