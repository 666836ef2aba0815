"""The companies of a reading on the ledger: found by name, known from the gazetteer, and called as articles call them."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from bot.read import gazetteer
from bot.read.aliases import also_known
from bot.read.companies import in_latin, key, kin, looks_like, mixed
from bot.read.reading import Reading
from bot.read.scripts import trades_agree
from store.engine import Row
from store.ledger import Ledger
from store.words import sounds_alike


def company(ledger: Ledger, name: str, text: str, now: datetime) -> int:
    """The company of a name; one that the ledger does not know may be a listed one."""
    if ledger.companies.find(key(name)) is None and (entry := gazetteer.known(name, text)):
        return _introduce(ledger, entry, now)
    return ledger.companies.resolve(name, key(name), now)


def _introduce(ledger: Ledger, entry: gazetteer.Entry, now: datetime) -> int:
    """Put a listed company on the ledger, with its names and its owner; what is on file already stays as it is."""
    company_id = ledger.companies.resolve(entry.name, key(entry.name), now, by="gazetteer")
    for name in entry.telling():
        if ledger.companies.find(key(name)) is None:
            ledger.companies.add_alias(company_id, name, key(name), "gazetteer")
    row = ledger.companies.get(company_id)
    if entry.parent and row and row["parent_id"] is None:
        owner = _introduce(ledger, gazetteer.entries()[entry.parent], now)
        ledger.companies.set_parent(company_id, owner)
    return company_id


def learn(ledger: Ledger, article: Row, reading: Reading, now: datetime) -> set[int]:
    """Learn the other names that an article gives for its companies. Returns the ids of those that got one, or that
    proved to be two names of one company. `now`: UTC."""
    named: set[int] = set()
    for name, other in other_names(article, reading):
        if not _believed(name, other, article):
            continue
        company_id = company(ledger, name, article["text"], now)
        if key(other) not in {key(n) for n in ledger.companies.own_names(company_id)}:
            ledger.companies.add_alias(company_id, other, key(other), "reader")
            named.add(company_id)
        if (twin := _twin(ledger, company_id, name, other, article)) is not None:
            latin, gone = (company_id, twin) if in_latin(name) else (twin, company_id)
            ledger.companies.merge(gone, latin)
            named = named - {gone} | {latin}
    return named


def other_names(article: Row, reading: Reading) -> list[tuple[str, str]]:
    """(name, other name) of its companies, as the article and its reading give them; believed or not."""
    names = dict.fromkeys((*reading.companies, *(c.company for c in reading.claims), *(r.company for r in reading.responses)))
    found = _also_known(f"{article['title']}\n{article['text']}", tuple(names), article["kind"])
    return list(dict.fromkeys((*found, *((a.name, a.other) for a in reading.aliases))))


_also_known = lru_cache(maxsize=64)(also_known)
#: Anybody may write these: what they say of names is believed only where there is another sign of it, and joins nobody.
_ANYBODY = frozenset({"blog", "social"})


def _twin(ledger: Ledger, company_id: int, name: str, other: str, article: Row) -> int | None:
    """The company on file under `other` alone that is this one, by what an article says and by a second sign: the
    names sound alike, name the same trade, or the paper is the company's own.

    Never where a person or the gazetteer had a word in it, nor, but by the company's own paper, where either goes by
    yet another name in the other's script: then they are namesakes.
    """
    row, mine = ledger.companies.find(key(other)), ledger.companies.get(company_id)
    if row is None or mine is None or row["id"] == company_id or row["key"] != key(other):
        return None
    if {row["by"], mine["by"]} != {"reader"}:
        return None
    if article["kind"] in ("press_release", "filing") and kin(name, article["outlet"]):
        return int(row["id"])
    if article["kind"] in _ANYBODY or not _alike(name, other):
        return None
    theirs = [n for n in ledger.companies.own_names(row["id"]) if in_latin(n) == in_latin(name)]
    ours = [n for n in ledger.companies.own_names(company_id) if in_latin(n) == in_latin(other)]
    return int(row["id"]) if all(kin(n, name) for n in theirs) and all(kin(n, other) for n in ours) else None


def _alike(name: str, other: str) -> bool:
    """Does a name in another script sound like this one, or name the same trade?"""
    return sounds_alike(key(name), key(other)) or trades_agree(name, other)


def _believed(name: str, other: str, article: Row) -> bool:
    """May an article give a company this other name? Not one that only looks like it, in letters of another script. No article makes two listed companies one, nor gives a listed
    one a new name unless it is the company's own paper."""
    if looks_like(name, other) or mixed(name) or mixed(other):
        return False
    if article["kind"] in _ANYBODY and not _alike(name, other):
        return False
    listed, taken = gazetteer.named(name), gazetteer.named(other)
    if taken is not None:
        return taken == listed
    return listed is None or (article["kind"] in ("press_release", "filing") and kin(name, article["outlet"]))
