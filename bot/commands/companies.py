"""walkback companies: who is who on the ledger."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from bot.clock import utc_now
from bot.commands.common import Db, fail, ledger_of, load_settings, out
from bot.read.companies import key
from store.engine import Row
from store.ledger import Ledger

app = typer.Typer(no_args_is_help=True, help="Companies, the names they go by, and who owns whom.")
Name = Annotated[str, typer.Argument(help="A name as the news writes it.")]


def _found(ledger: Ledger, name: str) -> Row:
    row = ledger.companies.find(key(name))
    if row is None:
        near = ", ".join(ledger.companies.suggest(name))
        fail(f"no company {name!r} on file" + (f"; did you mean {near}?" if near else "; add it: walkback companies add"))
    return row


@app.command("list")
def list_(db: Db = None, words: Annotated[str, typer.Argument(help="Only names holding these letters.")] = "") -> None:
    """List companies with their other names and parents."""
    with ledger_of(load_settings(db)) as ledger:
        table = Table("company", "also known as", "parent")
        for row in ledger.companies.all():
            names = [row["name"], *row["aliases"]]
            if words.casefold() in " ".join(names).casefold():
                table.add_row(row["name"], ", ".join(row["aliases"]), row["parent"] or "")
        out.print(table)


@app.command()
def add(name: Name, db: Db = None) -> None:
    """Add a company by its fullest name."""
    if not key(name):
        fail(f"{name!r} is no name: give the company's name as the news writes it")
    with ledger_of(load_settings(db)) as ledger:
        ledger.companies.resolve(name, key(name), utc_now(), by="person")
        out.print(f"{name} is on file", markup=False)


@app.command()
def alias(name: Name, other: Annotated[str, typer.Argument(help="Another name of it.")], db: Db = None) -> None:
    """Let another name (a short form, a ticker, another script) lead to a company."""
    with ledger_of(load_settings(db)) as ledger:
        company = _found(ledger, name)
        if not key(other):
            fail(f"{other!r} is no name: give one as the news writes it")
        ledger.companies.add_alias(company["id"], other, key(other), "person")
        out.print(f"{other} is {company['name']}", markup=False)


@app.command()
def merge(gone: Name, into: Name, db: Db = None) -> None:
    """Make two companies one: GONE's names, claims, answers and subscriptions move to INTO."""
    with ledger_of(load_settings(db)) as ledger:
        first, second = _found(ledger, gone), _found(ledger, into)
        ledger.companies.merge(first["id"], second["id"])
        out.print(f"{first['name']} is now {second['name']}", markup=False)


@app.command()
def parent(
    name: Name, owner: Annotated[str, typer.Argument(help="Who owns it; - for nobody.")], db: Db = None
) -> None:
    """Say who owns a company."""
    with ledger_of(load_settings(db)) as ledger:
        company = _found(ledger, name)
        owning = None if owner == "-" else _found(ledger, owner)
        ledger.companies.set_parent(company["id"], owning["id"] if owning else None)
        out.print(f"{company['name']} belongs to {owning['name'] if owning else 'nobody'}", markup=False)


@app.command("import")
def import_(file: Annotated[Path, typer.Argument(metavar="FILE.csv")], db: Db = None) -> None:
    """Import companies from CSV with a head line: name, aliases (separated by ;), parent."""
    try:
        rows = list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        fail(f"{file}: cannot be read as CSV ({error}); save it as UTF-8 with a head line name,aliases,parent")
    if not rows or "name" not in rows[0]:
        fail(f"{file}: no column 'name'; the head line must be name,aliases,parent")
    added = 0
    with ledger_of(load_settings(db)) as ledger, ledger.db.transaction():
        for row in rows:
            name = (row["name"] or "").strip()
            if not key(name):
                continue
            company = ledger.companies.resolve(name, key(name), utc_now(), by="person")
            for other in (row.get("aliases") or "").split(";"):
                if key(other):
                    ledger.companies.add_alias(company, other.strip(), key(other), "person")
            added += 1
        for row in rows:
            owner, name = (row.get("parent") or "").strip(), (row["name"] or "").strip()
            if key(owner) and key(name):
                above = ledger.companies.resolve(owner, key(owner), utc_now(), by="person")
                ledger.companies.set_parent(_found(ledger, name)["id"], above)
    out.print(f"{added} companies imported from {file}", markup=False)
