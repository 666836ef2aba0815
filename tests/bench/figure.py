"""What a module of this folder offers: figures, each a thing to measure, what to hold it beside, and its bar.

    def figures(quick: bool) -> Iterable[Figure]:
        with open_ledger(...) as ledger:        # a generator may set up, yield, and clean up afterwards
            yield Figure(
                name="poll of a feed that did not change", unit="ms",
                measure=lambda: milliseconds(poll), peer=lambda: milliseconds(peers_poll), peer_name="feedparser",
                at_most=1.2, of="ratio",
            )

The runner takes one figure at a time, so what a generator set up is there while its figure is measured.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

#: A time is measured at least this often.
RUNS = 5


class Skip(Exception):
    """Raised by `figures` or `measure` where something that is needed is absent; the message says what."""


@dataclass(frozen=True)
class Figure:
    """One figure.

    `measure` gives its value in `unit`; `peer`, where there is one, gives the peer's in the same unit. The two are
    called in turns, so that whatever slows this machine slows both. The bar (`at_most`, `at_least`; neither: printed
    only) holds for the median value or, with `of="ratio"`, for median / peer's median. `runs`: 1 for what is no
    time and comes out the same each time.
    """

    name: str
    unit: str
    measure: Callable[[], float]
    peer: Callable[[], float] | None = None
    peer_name: str = ""
    at_most: float | None = None
    at_least: float | None = None
    of: Literal["value", "ratio"] = "value"
    runs: int = RUNS
    note: str = ""


@dataclass(frozen=True)
class Measured:
    """A figure after its runs. `met` is None where there is no bar, or where the figure was skipped."""

    module: str
    name: str
    unit: str
    values: tuple[float, ...] = ()
    peer: float | None = None
    peer_name: str = ""
    ratio: float | None = None
    bar: str = ""
    met: bool | None = None
    note: str = ""
    skipped: str = ""

    @property
    def median(self) -> float | None:
        """The middle of its values; None where it was skipped."""
        return statistics.median(self.values) if self.values else None


def run(figure: Figure, module: str = "") -> Measured:
    """Measure one figure. What it raises other than Skip is the caller's."""
    values: list[float] = []
    peers: list[float] = []
    shared = {"module": module, "name": figure.name, "unit": figure.unit, "bar": bar(figure), "note": figure.note}
    if figure.of == "ratio" and figure.peer is None:
        raise ValueError(f"{figure.name}: a ratio needs a peer")
    try:
        for _ in range(max(1, figure.runs)):
            values.append(float(figure.measure()))
            if figure.peer is not None:
                peers.append(float(figure.peer()))
    except Skip as skip:
        return Measured(**shared, skipped=str(skip))
    median, peer = statistics.median(values), statistics.median(peers) if peers else None
    ratio = median / peer if peer else None
    return Measured(
        **shared, values=tuple(values), peer=peer, peer_name=figure.peer_name, ratio=ratio,
        met=_met(figure, ratio if figure.of == "ratio" else median),
    )  # fmt: skip


def bar(figure: Figure) -> str:
    """The bar as the table shows it: "<= 1.2 times", ">= 0.98", or nothing."""
    what = " times" if figure.of == "ratio" else ""
    parts = [f"<= {figure.at_most:g}{what}"] if figure.at_most is not None else []
    parts += [f">= {figure.at_least:g}{what}"] if figure.at_least is not None else []
    return ", ".join(parts)


def _met(figure: Figure, value: float | None) -> bool | None:
    if figure.at_most is None and figure.at_least is None:
        return None
    if value is None:
        return False
    return (figure.at_most is None or value <= figure.at_most) and (figure.at_least is None or value >= figure.at_least)


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that this share of the values does not exceed (nearest rank). Raises ValueError for none."""
    if not values:
        raise ValueError("no values")
    return sorted(values)[max(0, -(-int(share * 1000) * len(values) // 1000) - 1)]
