"""python -m tests.bench [NAME ...] [--only WORDS] [--quick] [--json FILE]: every figure of this folder, with its bar.

Prints a table and writes the figures as JSON (by default into tests/bench/figures.json, which the README's table is made
from; modules that are named take the place of what is there of them). Exit code 1 when a bar is missed or a figure cannot be measured.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.figure import Figure, Measured, Skip, run

HERE = Path(__file__).parent
FIGURES = HERE / "figures.json"
_NOT_MODULES = {"__init__", "__main__", "figure"}
_WIDTH = 150  # where the output is no terminal

Offer = Callable[[bool], Iterable[Figure]]


def offers() -> dict[str, Offer]:
    """Name of a module -> its `figures`. Modules without one are helpers; an import error is the caller's."""
    names = [p.stem for p in sorted(HERE.glob("*.py")) if p.stem not in _NOT_MODULES and not p.stem.startswith("test_")]
    modules = {name: importlib.import_module(f"tests.bench.{name}") for name in names}
    return {name: module.figures for name, module in modules.items() if hasattr(module, "figures")}


def measured(name: str, offer: Offer, quick: bool, only: str = "") -> Iterator[Measured]:
    """The figures of one module, one after the other, or those with `only` in their names. What breaks becomes a row
    that misses its bar."""
    try:
        for figure in offer(quick):
            if only not in figure.name:
                continue
            try:
                yield run(figure, name)
            except Exception as error:
                traceback.print_exc()
                yield _broken(name, figure.name, error)
    except Skip as skip:
        yield Measured(name, "(all)", "", skipped=str(skip))
    except Exception as error:
        traceback.print_exc()
        yield _broken(name, "(its set-up)", error)


def _broken(module: str, name: str, error: Exception) -> Measured:
    return Measured(module, name, "", met=False, note=f"{type(error).__name__}: {error}")


def main(args: Sequence[str], modules: dict[str, Offer] | None = None) -> int:
    """The command; `modules` in place of the folder's. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", help="modules to run (default: all)")
    parser.add_argument("--only", default="", metavar="WORDS", help="figures with these words in their names")
    parser.add_argument("--quick", action="store_true", help="small inputs: does it run at all? Bars still hold")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where the figures go")
    asked = parser.parse_args(args)
    found = offers() if modules is None else modules
    if unknown := sorted(set(asked.names) - set(found)):
        parser.error(f"no figures called {', '.join(unknown)}; there are {', '.join(found) or 'none'}")
    rows: list[Measured] = []
    console = Console(width=None if sys.stdout.isatty() else _WIDTH, highlight=False)
    for name in asked.names or found:
        for row in measured(name, found[name], asked.quick, asked.only):
            rows.append(row)
            print(f"{name}: {row.name}: {verdict(row)}", file=sys.stderr, flush=True)
    if not rows:
        parser.error(f"no figure has {asked.only!r} in its name")
    console.print(table(rows))
    target = asked.json or (None if asked.quick or asked.only or modules else FIGURES)
    if target:
        kept = [f for f in _kept(target) if f["module"] not in asked.names] if asked.names else []
        told = report(rows, asked.quick, kept)
        target.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return int(any(row.met is False for row in rows))


def _kept(file: Path) -> list[dict[str, object]]:
    """The figures of earlier runs in a file; none where there is no such file."""
    return list(json.loads(file.read_text("utf-8"))["figures"]) if file.exists() else []


def report(rows: Sequence[Measured], quick: bool, kept: Sequence[dict[str, object]] = ()) -> dict[str, object]:
    """The figures as JSON, with when and on what they were measured, beside those that are `kept`; by module."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    machine = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
    new: list[dict[str, object]] = [
        {
            "measured": now, "machine": machine, "quick": quick,
            "module": r.module, "name": r.name, "unit": r.unit, "runs": len(r.values),
            "min": _round(min(r.values, default=None)), "median": _round(r.median), "max": _round(max(r.values, default=None)),
            "peer": _round(r.peer), "peer_name": r.peer_name, "ratio": _round(r.ratio), "bar": r.bar, "met": r.met,
            "verdict": verdict(r), "note": r.note, "skipped": r.skipped,
        }
        for r in rows
    ]  # fmt: skip
    return {"figures": sorted([*kept, *new], key=lambda f: str(f["module"]))}


def table(rows: Sequence[Measured]) -> Table:
    """One line a figure."""
    shown = Table("figure", "unit", "min", "median", "max", "peer", "ratio", "bar", "verdict", title="Figures")
    for r in rows:
        shown.add_row(
            f"{r.module}: {r.name}", r.unit, _short(min(r.values, default=None)), _short(r.median),
            _short(max(r.values, default=None)), f"{_short(r.peer)} {r.peer_name}".strip(), _short(r.ratio), r.bar, verdict(r),
        )  # fmt: skip
    return shown


def verdict(row: Measured) -> str:
    """ "met", "MISSED", "printed" (no bar), "broken: ..." or "skipped: why"."""
    if row.skipped:
        return f"skipped: {row.skipped}"
    if row.met is False and not row.values:
        return f"broken: {row.note}"
    return {True: "met", False: "MISSED", None: "printed"}[row.met]


def _short(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}" if abs(value) < 1000 else f"{value:,.0f}"


def _round(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.5g}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
