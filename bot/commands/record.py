"""walkback record: how often a company's denials held."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.common import Db, fail, ledger_of, load_settings, out, say, table

if TYPE_CHECKING:
    from store.engine import Row
    from store.ledger import Ledger

_STATUSES = ("undercut", "partly_undercut", "overtaken", "upheld", "contested", "open", "stale")


def record(
    company: Annotated[str, typer.Argument(metavar="COMPANY", help="A name as the news writes it.")],
    alone: Annotated[bool, typer.Option("--alone", help="Leave out its subsidiaries' denials.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a table.")] = False,
    db: Db = None,
) -> None:
    """How often a company's denials held.

    By kind of denial, with counts and the interval in which the true share lies with 95 % confidence (Wilson 1927). A
    denial held when it was upheld, or was true when said and overtaken; it did not when it was undercut, in whole or in
    part. Those open, contested or stale decide nothing. Subsidiaries are counted with it unless --alone is given.

    \b
    Examples:
      walkback record "Brask Motors"
      walkback record "Brask Motors" --alone
      walkback record "Brask Motors" --json
    """
    from bot import records
    from bot.tell.alerts import heard_of

    with ledger_of(load_settings(db), must_exist=True) as ledger:
        row = _company(ledger, company)
        ids = [row["id"]] if alone else heard_of(ledger, [row["id"]])
        found = ledger.cases.record(ids)
        names = sorted(c["name"] for c in (ledger.companies.get(i) for i in ids if i != row["id"]) if c)
    lines = records.held(found)
    if as_json:
        typer.echo(json.dumps(_object(row, names, found, lines), ensure_ascii=False))
        return
    say(row["name"] + (f" (counted with it: {', '.join(names)})" if names else ""))
    if not found["denials"]:
        say(f"no denial on file, though named in {found['cases']} cases" if found["cases"] else "no denial on file")
        return
    heads = ("kind", "denials", "decided", "held", "95 % interval", *_STATUSES)
    if not out.is_terminal:
        typer.echo("\t".join(heads))
    table(heads, [_cells(line) for line in lines])
    if (days := found["median_days_to_reversal"]) is not None:
        say(f"half of those undercut were so within {days:.0f} days")


def _company(ledger: Ledger, name: str) -> Row:
    from bot.read.companies import key

    found = ledger.companies.find(key(name)) if key(name) else None
    if found is None:
        near = ledger.companies.suggest(name, 3) if key(name) else []
        hint = f"; did you mean {' or '.join(near)}?" if near else "; walkback companies list shows who is on file"
        fail(f"nothing is on file about {name!r}{hint}")
    return found


def _cells(line: Any) -> tuple[str, ...]:
    interval = f"{line.low:.0%} to {line.high:.0%}" if line.decided else ""
    counts = (str(line.by_status.get(status, 0) or "") for status in _STATUSES)
    return line.kind.replace("_", " ") or "all", str(line.denials), str(line.decided), str(line.held), interval, *counts


def _object(row: Row, names: list[str], found: Row, lines: list[Any]) -> dict[str, Any]:
    return {
        "company": row["name"],
        "with": names,
        "denials": found["denials"],
        "cases": found["cases"],
        "median_days_to_reversal": found["median_days_to_reversal"],
        "held": [
            {"kind": x.kind or "all", "denials": x.denials, "decided": x.decided, "held": x.held, "low": round(x.low, 4), "high": round(x.high, 4), "by_status": x.by_status}
            for x in lines
        ],
    }
