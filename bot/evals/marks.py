"""Single marks, and the figures that follow from them. Pure.

A `Mark` is one thing that was to be found, told apart or left alone, and what was made of it. Every figure is a
function of marks, so that it can be had for one language, for one kind, or with one episode left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.intervals import clustered_error, jackknife_error
from bot.text import digest

#: What stands for "was not found at all".
MISSED = "missed"


@dataclass(frozen=True)
class Mark:
    """`of`: what is marked ("responses", "verdicts" ...). `gold` and `got`: the label and what was said, "" for
    nothing. `cluster`: what it stands or falls with, an episode as a rule. `text`, `note`: for people."""

    of: str
    cluster: str
    gold: str
    got: str
    right: bool
    lang: str = ""
    kind: str = ""
    article: str = ""
    text: str = ""
    note: str = ""


Marks = Sequence[Mark]
Figure = Callable[[Marks], float | None]


def share(marks: Marks) -> float | None:
    """Share of right ones; None of none."""
    return sum(m.right for m in marks) / len(marks) if marks else None


def counted(hits: int, extra: int, missed: int) -> tuple[float, float, float]:
    """(precision, recall, F1) of so many found, found too much, and missed; 0 where nothing can be said."""
    precision = hits / (hits + extra) if hits + extra else 0.0
    recall = hits / (hits + missed) if hits + missed else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def found(marks: Marks) -> tuple[float, float, float]:
    """(precision, recall, F1) of things to find: `gold` is empty for what was found too much, `got` for what was missed."""
    return counted(sum(bool(m.gold and m.got) for m in marks), sum(not m.gold for m in marks), sum(not m.got for m in marks))


def label_f1(marks: Marks, label: str) -> float | None:
    """F1 of one label among marks that each have a label and an answer; None where the label does not occur."""
    hits = sum(m.gold == label and m.got == label for m in marks)
    extra = sum(m.gold != label and m.got == label for m in marks)
    missed = sum(m.gold == label and m.got != label for m in marks)
    return counted(hits, extra, missed)[2] if hits + missed else None


def macro_f1(marks: Marks, labels: Iterable[str]) -> tuple[float, dict[str, float]]:
    """The mean F1 over the labels that occur (rounded as they are shown), and each of them."""
    each = {label: round(f1, 3) for label in labels if (f1 := label_f1(marks, label)) is not None}
    return (sum(each.values()) / len(each) if each else 0.0), each


def labels_of(marks: Marks) -> list[str]:
    """The labels that occur."""
    return sorted({m.gold for m in marks})


def confusion(marks: Marks) -> dict[str, dict[str, int]]:
    """label -> what was said -> how often."""
    out: dict[str, Counter[str]] = {}
    for m in marks:
        out.setdefault(m.gold, Counter())[m.got] += 1
    return {gold: dict(sorted(said.items())) for gold, said in sorted(out.items())}


def by(marks: Marks, key: Callable[[Mark], str]) -> dict[str, list[Mark]]:
    """Marks in groups."""
    out: dict[str, list[Mark]] = {}
    for m in marks:
        out.setdefault(key(m), []).append(m)
    return out


#: So many times at most a figure is computed anew for its standard error.
MOST_LEFT_OUT = 100


@dataclass(frozen=True)
class Estimate:
    """A figure, its standard error (None: cannot be said), and its value with each cluster left out in turn."""

    value: float | None
    error: float | None
    without: Mapping[str, float]


def estimate(figure: Figure, marks: Marks) -> Estimate:
    """A figure with its standard error, clustered; shares by the sandwich, all others by the jackknife.

    More than `MOST_LEFT_OUT` clusters are left out several at a time, so that large data sets take seconds.
    """
    clusters = by(marks, lambda m: m.cluster)
    without: dict[str, float] = {}
    for name, left in _left_out(list(clusters)).items():
        value = figure([m for m in marks if m.cluster not in left])
        if value is not None:
            without[name] = value
    if len(clusters) < 2:
        error = None
    elif figure is share:
        error = clustered_error({name: [m.right for m in group] for name, group in clusters.items()})
    else:
        error = jackknife_error(list(without.values()))
    return Estimate(figure(marks), error, without)


def _left_out(clusters: Sequence[str]) -> dict[str, frozenset[str]]:
    """Name -> the clusters that are left out together."""
    if len(clusters) <= MOST_LEFT_OUT:
        return {name: frozenset([name]) for name in clusters}
    mixed = sorted(clusters, key=digest)  # neighbours by name may be alike
    return {f"group {i}": frozenset(mixed[i::MOST_LEFT_OUT]) for i in range(MOST_LEFT_OUT)}
