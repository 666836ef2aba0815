"""How often a company's denials held, with how sure that is. Pure; counts come from `Cases.record`.

Held: a later report upheld it, or it was true when said and was overtaken. Did not hold: undercut, in whole or in
part. Whatever is open, contested or stale decides nothing and is only counted. There is never a percentage alone:
three cases may mean anything, and the interval says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.intervals import wilson

HELD = ("upheld", "overtaken")
FELL = ("undercut", "partly_undercut")
_KIND = {
    "flat_denial": "flat denials", "specific_denial": "denials of a detail", "non_denial": "attacks without a denial",
    "time_bound_denial": "denials for now", "undecided": "“nothing decided”", "unaware": "“not aware”",
}  # fmt: skip


@dataclass(frozen=True)
class Held:
    """One line: `kind` ("" for all kinds), how many denials, how many decided, held; `low` to `high`, 0..1: where
    the share that holds lies, with 95 % confidence (Wilson 1927); `by_status`: how many denials have each."""

    kind: str
    denials: int
    decided: int
    held: int
    low: float
    high: float
    by_status: Mapping[str, int]


def held(record: Mapping[str, Any]) -> list[Held]:
    """A record of `Cases.record` as lines: all denials first, then each kind, those with most denials first."""
    kinds = sorted(record["by_kind"].items(), key=lambda item: (-sum(item[1].values()), item[0]))
    return [_line("", record["by_status"]), *(_line(kind, counts) for kind, counts in kinds)]


def _line(kind: str, by_status: Mapping[str, int]) -> Held:
    stood, fell = (sum(by_status.get(status, 0) for status in group) for group in (HELD, FELL))
    low, high = wilson(stood, stood + fell)
    return Held(kind, sum(by_status.values()), stood + fell, stood, low, high, dict(by_status))


def words(line: Held) -> str:
    """ "1 of 4 decided denials held up; with 95 % confidence the true share is 5 to 70 %", or "none decided yet"."""
    if not line.decided:
        return "none decided yet"
    held = f"{line.held or 'none'} of {line.decided} decided denials held up"
    if line.decided == 1:
        held = f"the one decided denial {'held up' if line.held else 'did not hold up'}"
    return f"{held}; with 95 % confidence the true share is {round(100 * line.low)} to {round(100 * line.high)} %"


def held_words(record: Mapping[str, Any]) -> str:
    """One paragraph for a record page: all denials, then the kinds of which any is decided; "" without a denial."""
    if not record["denials"]:
        return ""
    whole, *kinds = held(record)
    decided = [f"{_KIND[line.kind]} {line.held or 'none'} of {line.decided}" for line in kinds if line.decided]
    return f"{words(whole)[:1].upper()}{words(whole)[1:]}" + (f". By kind: {', '.join(decided)}." if len(decided) > 1 else ".")
