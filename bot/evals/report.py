"""Tables of figures, for people. Makes rows; printing is the command's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.evals.bars import Bar
from bot.evals.figures import BROKEN_DOWN, broken_down, kinds_of_response
from bot.evals.marks import Estimate, Mark, confusion
from bot.evals.runs import Change
from bot.evals.screening import Price

#: Longest text of a worst case that is printed, in characters.
_TEXT = 300


@dataclass(frozen=True)
class Sheet:
    """One table with its title."""

    title: str
    heads: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


def figures(estimates: Mapping[str, Estimate], bars: Mapping[str, Bar], llm: bool) -> Sheet:
    """Each figure with its standard error and, where there is one, its bar."""
    rows = []
    for name, e in estimates.items():
        bar = bars.get(name)
        met = {True: "met", False: "MISSED", None: ""}[bar.met(e.value, llm)] if bar else ""
        rows.append((name, number(e.value), number(e.error), bar.shown(llm) if bar else "", met, bar.careful if bar else ""))
    return Sheet("Figures (standard errors clustered)", ("figure", "value", "SE", "bar", "", "careful reader"), rows)


def grid(title: str, marks: Sequence[Mark]) -> Sheet:
    """A confusion matrix: labels down, what was said across."""
    table = confusion(marks)
    said = sorted({got for row in table.values() for got in row})
    rows = [(gold, *(str(row.get(got, "") or "") for got in said)) for gold, row in table.items()]
    return Sheet(f"{title}: label (down), said (across)", ("", *said), rows)


def breakdown(title: str, marks: Sequence[Mark], by: str) -> Sheet:
    """The main figures for each language or kind of article."""
    counts = ("articles", "responses", "statuses")
    table = broken_down(marks, by)
    rows = [(name, *(f"{row[c]:.0f}" for c in counts), *(number(row[f]) for f in BROKEN_DOWN)) for name, row in table.items()]
    return Sheet(title, ("", *counts, *BROKEN_DOWN), rows)


def kinds(marks: Sequence[Mark]) -> Sheet:
    """Each kind of response: how many are labelled, found, and told right."""
    table = kinds_of_response(marks)
    rows = [(name, f"{r['labelled']:.0f}", f"{r['found']:.0f}", *(number(r[c]) for c in ("precision", "recall", "f1"))) for name, r in table.items()]
    return Sheet("By kind of response", ("kind", "labelled", "found", "precision", "recall", "F1"), rows)


def changes(title: str, found: Sequence[Change]) -> Sheet:
    """Two runs beside each other; a star marks a difference of two standard errors or more."""
    rows = [
        (c.name, number(c.before), number(c.after), "" if c.by is None else f"{c.by:+.3f}", number(c.error), "*" if c.clear else "") for c in found
    ]
    return Sheet(title, ("figure", "before", "now", "difference", "SE", ""), rows)


def cases(found: Sequence[tuple[str, Mark]]) -> list[str]:
    """The worst cases with their texts, a paragraph each."""
    out = []
    for what, m in found:
        told = f"label: {m.gold or 'nothing'}; said: {m.got or 'nothing'}" if m.gold or m.got else ""
        head = " · ".join(part for part in (what, m.cluster, m.lang, told) if part)
        out.append("\n".join(("- " + head, *("    " + part for part in (m.note, _clip(m.text), m.article) if part))))
    return out


def costs(prices: Sequence[Price], model: str) -> Sheet:
    """What reading costs for 1,000 articles."""
    rows = [
        (p.what, str(p.articles), f"{p.passed:.0%}", f"{p.tokens_in:,.0f}", f"${p.whole:.2f}", f"${p.screened:.2f}", f"${p.cached:.2f}") for p in prices
    ]
    title = f"Reading 1,000 articles with {model} (tokens estimated from the prompt as sent: four letters each)"
    return Sheet(title, ("articles", "measured on", "let through", "tokens each", "without screen", "with screen", "and prompt cache"), rows)


def number(value: float | None) -> str:
    """Three digits; whole numbers without any; nothing for nothing."""
    if value is None:
        return ""
    return f"{value:.0f}" if value == int(value) and abs(value) > 1 else f"{value:.3f}"


def _clip(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _TEXT else text[: _TEXT - 1].rstrip() + "…"
