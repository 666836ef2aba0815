"""The record of runs, as JSON lines: what was measured, on what, by which program; and one run beside another.

A run keeps, for each figure, its value with each episode left out in turn. So the difference of two runs on the
same material has a standard error of its own (paired, by the jackknife), which is far smaller than either run's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import prompts
from bot.evals.labelled import MaterialError
from bot.evals.marks import Estimate
from bot.intervals import jackknife_error
from store.engine import iso

_ROOT = Path(__file__).parents[2]
_ROOMS = ("bot", "prompts", "store")
_PROMPTS = ("read", "judge", "second")


@dataclass(frozen=True)
class Run:
    """One run. `what`: "wire", "copies" ...; `material`: a name and a digest of what it was measured on; `reader`:
    who read; `program`: version and digest of the program; `figures`: with errors; `notes`: what to know about it."""

    what: str
    at: str
    material: str
    reader: str
    program: str
    prompts: Mapping[str, str]
    figures: Mapping[str, Estimate]
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Change:
    """One figure in two runs. `error`: standard error of `after - before`, None where it cannot be said."""

    name: str
    before: float | None
    after: float | None
    error: float | None

    @property
    def by(self) -> float | None:
        """after - before."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def clear(self) -> bool:
        """Is the difference more than chance: at least two standard errors, or any at all where it has none?"""
        return bool(self.by) and abs(self.by or 0.0) >= 2 * (self.error or 0.0)


def begin(
    what: str, paths: Iterable[Path], reader: str, figures: Mapping[str, Estimate], now: datetime, notes: Iterable[str] = ()
) -> Run:
    """A run of this program, on the files of `paths`. `now`: aware."""
    listed = list(paths)
    return Run(what, iso(now), material(listed), reader, program(), versions(), figures, tuple(notes))


def material(paths: Iterable[Path]) -> str:
    """The names of what was measured on, and a digest of their contents: "wire 5f2a9c41"."""
    listed = list(paths)
    files = sorted(f for p in listed for f in ([p] if p.is_file() else p.glob("*.*")) if f.is_file())
    names = " + ".join(p.resolve().name for p in listed)
    return f"{names} {_digest(files, lambda f: f.name)}"


def program() -> str:
    """The version of this program and a digest of its source: "0.1.0+1c9e03ab"; any change of a rule shows."""
    try:
        number = version("walkback")
    except PackageNotFoundError:  # run from a folder, not installed
        number = "0"
    files = sorted(f for room in _ROOMS for f in (_ROOT / room).rglob("*") if f.suffix in (".py", ".jinja", ".json", ".csv"))
    return f"{number}+{_digest(files, lambda f: f.relative_to(_ROOT).as_posix())}"


def versions() -> dict[str, str]:
    """The prompts' versions, by name."""
    return {name: prompts.load(name).version for name in _PROMPTS}


def _digest(files: Iterable[Path], name) -> str:  # type: ignore[no-untyped-def]
    whole = hashlib.blake2b(digest_size=4)
    for file in files:
        whole.update(name(file).encode() + b"\0" + file.read_bytes() + b"\0")
    return whole.hexdigest()


def keep(run: Run, path: Path) -> None:
    """Add a run to the record, which is made where it is not there. Raises OSError."""
    with path.open("a", encoding="utf-8") as out:
        out.write(json.dumps(as_json(run), ensure_ascii=False) + "\n")


def as_json(run: Run) -> dict[str, object]:
    """A run as the record holds it; numbers to five digits."""
    short = {
        name: {"value": _short(e.value), "error": _short(e.error), "without": {k: _short(v) for k, v in e.without.items()}}
        for name, e in run.figures.items()
    }
    return {**asdict(run), "figures": short}


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 5)


def read(path: Path) -> list[Run]:
    """The runs on record, the earliest first. Raises MaterialError for a file that is no record."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise MaterialError(f"{path} cannot be read ({error}); name a record that `walkback eval` wrote") from None
    out = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            figures = {name: Estimate(e["value"], e["error"], e["without"]) for name, e in row["figures"].items()}
            out.append(Run(**{**row, "figures": figures, "notes": tuple(row["notes"])}))
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise MaterialError(f"{path} line {number} is no run that `walkback eval` wrote ({error}); take it out") from None
    return out


def last(path: Path, what: str) -> Run:
    """The latest run of that kind on record. Raises MaterialError where there is none."""
    runs = [run for run in read(path) if run.what == what]
    if not runs:
        raise MaterialError(f"{path} holds no run of `walkback eval {what}` to compare with; run it once with --keep {path}")
    return runs[-1]


def compare(before: Run, after: Run) -> list[Change]:
    """Every figure that one of two runs has. Errors are paired over the clusters that both have."""
    out = []
    for name in dict.fromkeys((*after.figures, *before.figures)):
        old, new = before.figures.get(name, _NONE), after.figures.get(name, _NONE)
        both = [new.without[k] - old.without[k] for k in new.without if k in old.without]
        out.append(Change(name, old.value, new.value, jackknife_error(both)))
    return out


_NONE = Estimate(None, None, {})
