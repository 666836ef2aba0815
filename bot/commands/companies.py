"""walkback companies: who is who on the ledger.

A name that joins two companies may join their cases, and one that parts them may part these: each command that
changes who is who lets the desk settle their matters anew.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import Db, decided, fail, ledger_of, load_settings, say, table, warn
from bot.settings import Settings
from store.engine import Row, StoreError
from store.ledger import Ledger

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="""Companies, the names they go by, and who owns whom.

\b
Examples:
  walkback companies list brask
  walkback companies alias "Brask Motors" BRSK
  walkback companies merge "Brask Automobile" "Brask Motors"
  walkback companies parent "Brask Battery" "Brask Motors"
  walkback companies import companies.csv
""",
)
Name = Annotated[str, typer.Argument(metavar="NAME", help="A name as the news writes it.")]
COLUMNS = ("name", "aliases", "parent")


@app.command("list")
def list_(
    words: Annotated[str, typer.Argument(metavar="[WORDS]", help="Only names that hold these letters.")] = "", db: Db = None
) -> None:
    """List companies.

    Each with its other names and its owner.

    \b
    Examples:
      walkback companies list
      walkback companies list motors
    """
    with ledger_of(load_settings(db), must_exist=True) as ledger:
        rows = ledger.companies.all()
        found = [r for r in rows if words.casefold() in " ".join((r["name"], *r["aliases"])).casefold()]
        if not found:
            warn(f"no name on file holds {words!r}" if rows else "no company is on file yet; they come with the articles")
            return
        table(("company", "also known as", "owned by"), [(r["name"], ", ".join(r["aliases"]), r["parent"]) for r in found])


@app.command()
def add(name: Name, db: Db = None) -> None:
    """Add a company by its fullest name.

    Those that articles speak of come by themselves.

    \b
    Examples:
      walkback companies add "Brask Motors"
    """
    with ledger_of(load_settings(db)) as ledger:
        known = ledger.companies.find(_key(name))
        company = ledger.companies.resolve(name.strip(), _key(name), _now(), by="person")
        shown = (ledger.companies.get(company) or {})["name"]
        decided(ledger, "add company", name.strip())
        say(f"{name} is on file already" + (f", as {shown}" if shown != name else "") if known else f"{shown} is on file")


@app.command()
def alias(
    name: Name,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another name of it.")],
    db: Db = None,
) -> None:
    """Give a company another name.

    A short form, a ticker, its name in another script: what is written under either is one company's.

    \b
    Examples:
      walkback companies alias "Brask Motors" BRSK
      walkback companies alias "Brask Motors" ブラスク自動車
    """
    settings = load_settings(db)
    with ledger_of(settings, must_exist=True) as ledger:
        company = _found(ledger, name)
        held = ledger.companies.find(_key(other))
        ledger.companies.add_alias(company["id"], other.strip(), _key(other), "person")
        decided(ledger, "alias", f"{other.strip()}: {company['name']}")
        say(f"{other} leads to {company['name']}")
        if held and held["id"] != company["id"]:
            say(
                f"{held['name']} was a company of its own and still is; if they are one: "
                f'walkback companies merge "{held["name"]}" "{company["name"]}"'
            )
        _settle(ledger, settings, {company["id"], *([held["id"]] if held else [])})


@app.command()
def merge(
    gone: Annotated[str, typer.Argument(metavar="GONE", help="The company whose name becomes another name of INTO.")],
    into: Annotated[str, typer.Argument(metavar="INTO", help="The company that stays.")],
    db: Db = None,
) -> None:
    """Make two companies one.

    GONE's names, claims, answers and subscriptions move to INTO. `walkback companies split` takes them apart again.

    \b
    Examples:
      walkback companies merge "Brask Automobile" "Brask Motors"
    """
    settings = load_settings(db)
    with ledger_of(settings, must_exist=True) as ledger:
        first, second = _found(ledger, gone), _found(ledger, into)
        if first["id"] == second["id"]:
            fail(f"{gone} and {into} are the same company already: {first['name']}")
        kin = {*ledger.companies.family(first["id"]), second["id"]} - {first["id"]}
        ledger.companies.merge(first["id"], second["id"])
        decided(ledger, "merge", f"{first['name']} into {second['name']}")
        say(f"{first['name']} is {second['name']} now")
        _settle(ledger, settings, kin)


@app.command()
def split(
    name: Annotated[str, typer.Argument(metavar="NAME", help="One of a company's other names.")], db: Db = None
) -> None:
    """Make two companies of one.

    NAME, one of a company's other names, is a company of its own again. Claims and answers that were written under that name go with it; who subscribed to the one hears of both.

    \b
    Examples:
      walkback companies split "Brask Automobile"
    """
    settings = load_settings(db)
    from bot.read.companies import key

    with ledger_of(settings, must_exist=True) as ledger:
        old = _found(ledger, name)
        kin = set(ledger.companies.family(old["id"]))
        new = ledger.companies.split(_key(name), _now(), by="person", key_of=key)
        shown = (ledger.companies.get(new) or {})["name"]
        decided(ledger, "split", f"{shown} from {old['name']}")
        say(f"{shown} is a company of its own now, apart from {old['name']}")
        _settle(ledger, settings, kin | {new})


@app.command()
def parent(
    name: Name,
    owner: Annotated[str, typer.Argument(metavar="OWNER", help="Who owns it; - for nobody.")],
    db: Db = None,
) -> None:
    """Say who owns a company.

    Who follows the owner hears of what it owns, too.

    \b
    Examples:
      walkback companies parent "Brask Battery" "Brask Motors"
      walkback companies parent "Brask Battery" -
    """
    settings = load_settings(db)
    with ledger_of(settings, must_exist=True) as ledger:
        company = _found(ledger, name)
        owning = None if owner.strip() == "-" else _found(ledger, owner)
        kin = set(ledger.companies.family(company["id"]))
        try:
            ledger.companies.set_parent(company["id"], owning["id"] if owning else None)
        except StoreError as error:
            fail(f"{owner} cannot own {name}: {error}")
        decided(ledger, "parent", f"{company['name']}: {owning['name'] if owning else 'nobody'}")
        say(f"{company['name']} belongs to {owning['name'] if owning else 'nobody'}")
        _settle(ledger, settings, kin | {company["id"]})


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="UTF-8, with a head line: name,aliases,parent.")],
    db: Db = None,
) -> None:
    """Import companies from CSV.

    With a head line name,aliases,parent; several aliases are separated by ; (semicolons). All of it is taken, or nothing. Again, it adds nothing.

    \b
    Examples:
      walkback companies import companies.csv
    \b
    with, in companies.csv:
      name,aliases,parent
      Brask Motors,BRSK;Brask,
      Brask Battery,,Brask Motors
    """
    listed = list(_listed(file))
    settings = load_settings(db)
    from bot.read.companies import key

    with ledger_of(settings) as ledger:
        before = ledger.companies.all()
        touched: set[int] = set()
        with ledger.db.transaction():
            for line in listed:
                touched.add(company := ledger.companies.resolve(line.name, key(line.name), _now(), by="person"))
                for other in line.aliases:
                    if held := ledger.companies.find(key(other)):
                        touched.add(held["id"])
                    ledger.companies.add_alias(company, other, key(other), "person")
            for line in listed:
                if line.parent:
                    above = ledger.companies.resolve(line.parent, key(line.parent), _now(), by="person")
                    company = ledger.companies.resolve(line.name, key(line.name), _now(), by="person")
                    touched |= {above, *ledger.companies.family(company)}
                    try:
                        ledger.companies.set_parent(company, above)
                    except StoreError as error:
                        raise StoreError(f"{file} line {line.number}: {error}; nothing was imported") from None
        new = len(ledger.companies.all()) - len(before)
        decided(ledger, "import companies", f"{len(listed)} from {file}")
        say(f"{len(listed)} companies read from {file}, {new} of them new")
        _settle(ledger, settings, touched)


@dataclass(frozen=True)
class _Line:
    """A line of the CSV file."""

    number: int
    name: str
    aliases: tuple[str, ...]
    parent: str


def _listed(file: Path) -> Iterator[_Line]:
    how = f"save it as UTF-8 with a head line {','.join(COLUMNS)}"
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        fail(f"{file}: cannot be read ({error.strerror}); check the path")
    except UnicodeDecodeError as error:
        fail(f"{file}: is not UTF-8 text (byte {error.start}); {how}")
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        heads = [(head or "").strip().lower() for head in reader.fieldnames or ()]
        if "name" not in heads:
            fail(f"{file}: has no column 'name'; the head line must be {','.join(COLUMNS)}, separated by commas")
        reader.fieldnames = heads
        for row in reader:
            at = f"{file} line {reader.line_num}"
            if None in row:
                fail(f'{at}: has more cells than the head line; put names that hold a comma into "quotes"')
            name, aliases, owner = ((row.get(c) or "").strip() for c in COLUMNS)
            if not any((name, aliases, owner)):
                continue
            for value in (name, owner) if owner else (name,):
                if not _is_name(value):
                    fail(f"{at}: {value!r} is not a company's name; give one with letters or digits, or leave the line out")
            others = tuple(o.strip() for o in aliases.split(";") if _is_name(o))
            yield _Line(reader.line_num, name, others, owner)
    except csv.Error as error:
        fail(f"{file} near line {reader.line_num}: is not CSV ({error}); {how}")


def _settle(ledger: Ledger, settings: Settings, company_ids: Iterable[int]) -> None:
    from bot import service

    before = ledger.cases.counts()["cases"]
    changes = service.build_desk(ledger, settings).rejoin(company_ids)
    after = ledger.cases.counts()["cases"]
    if before != after:
        say(f"their cases were settled anew: {before} cases on the ledger are {after} now")
    if changes:
        say(f"{len(changes)} things are new in their cases; channels that follow them are told")


def _found(ledger: Ledger, name: str) -> Row:
    row = ledger.companies.find(_key(name))
    if row is None:
        near = ", ".join(ledger.companies.suggest(name))
        fail(f"no company {name!r} on file; " + (f"did you mean {near}?" if near else "add it: walkback companies add NAME"))
    return row


def _key(name: str) -> str:
    from bot.read.companies import key

    if not _is_name(name):
        fail(f"{name!r} is not a company's name; give one with letters or digits in it")
    return key(name)


def _is_name(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _now() -> datetime:
    return datetime.now(UTC)
