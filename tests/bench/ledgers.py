"""Ledgers of any size, as skewed as the world: denials by company after Zipf, dates over three years, words after Zipf.

Written in bulk, past the ledger's own writers, with what those would have left: search index and word counts, cases
with their companies, pairs, bearings, statuses. Bands of copies only for the last weeks, the others are never asked
for. Kept in the temporary folder, since a million claims take minutes; the same size and names give the same ledger.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from bot import replay
from bot.read.companies import key
from bot.vectors import DIMENSIONS, to_bytes
from bot.watch.articles import Incoming
from store.companies import head, heard
from store.engine import iso
from store.ledger import open_ledger
from store.words import terms

#: Newest article of a generated ledger.
NOW = datetime(2026, 3, 2, 7, 15, tzinfo=UTC)
SPAN = timedelta(days=1095)
#: Claims (and articles) of a case; the first article carries the denial, too.
CLAIMS_A_CASE = 5
_BANDS = 26
_BANDS_DAYS = 20
_COMPANIES = 10_000
_FIRST = ("Bra", "Vel", "Tor", "Quin", "Mar", "Sol", "Hal", "Fen", "Gris", "Lun", "Dor", "Kes", "Pal", "Rin", "Sar", "Ulm", "Wex", "Yar", "Zen", "Ost")
_THEN = ("do", "ka", "li", "mo", "na", "ri", "su", "ta", "ve", "xo")
_LAST = ("Foods", "Motors", "Bank", "Energy", "Lines", "Devices", "Mills", "Group", "Systems", "Pharma")
_STATUSES = ("open",) * 12 + ("undercut", "undercut", "upheld", "partly_undercut", "overtaken", "contested", "stale", "stale")
_KINDS = ("flat_denial",) * 4 + ("specific_denial", "non_denial", "time_bound_denial", "undecided", "unaware")
_TOPICS = (
    "close its plant in {w} and cut {n} jobs", "sell its {w} unit for {n} million euros", "recall {n} products over {w} faults",
    "merge with a rival in {w} this year", "move its seat to {w} with {n} posts", "delay its {w} launch by {n} weeks",
    "hide a leak of {n} records at its {w} site", "raise {w} prices by {n} per cent",
)  # fmt: skip
_VERSION = "3"  # of this generator: another one, another ledger


@dataclass(frozen=True)
class Size:
    """How big: `claims` (as many articles), a fifth as many cases with a denial each. `names`: companies of somebody
    else's material, which are given ranks among the larger ones (see `named_from`)."""

    claims: int
    names: tuple[str, ...] = ()
    named_from: int = 20

    @property
    def cases(self) -> int:
        return self.claims // CLAIMS_A_CASE


def ledger(size: Size) -> Path:
    """A ledger of that size: made, or found where an earlier call left it (opening it brings it to the newest schema)."""
    mark = hashlib.blake2b(repr((_VERSION, size)).encode(), digest_size=6).hexdigest()
    path = Path(tempfile.gettempdir()) / f"walkback-bench-{os.getuid()}" / f"{size.claims}-{mark}.db"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        began, unfinished = time.monotonic(), path.with_suffix(".unfinished")
        for leftover in path.parent.glob(unfinished.name + "*"):
            leftover.unlink()
        open_ledger(unfinished).close()
        _fill(unfinished, size)
        unfinished.rename(path)
        print(f"bench: a ledger of {size.claims} claims made in {time.monotonic() - began:.0f} s: {path}", file=sys.stderr)
    return path


def companies(size: Size) -> list[str]:
    """Names by rank, the one with most denials first."""
    names, at = _own_names(), size.named_from
    return [*names[:at], *size.names, *names[at:]][: min(_COMPANIES, max(20, size.cases))]


def _own_names() -> list[str]:
    heads = ["".join(parts) for parts in itertools.product(_FIRST, _THEN, _THEN)]
    random.Random(5).shuffle(heads)
    return [f"{first} {last}" for last in _LAST for first in heads]


def denials_of(size: Size) -> list[int]:
    """How many denials each company made, by rank: Zipf, exponent 1."""
    count = len(companies(size))
    whole = sum(1 / rank for rank in range(1, count + 1))
    shares = [max(1, round(size.cases / (rank * whole))) for rank in range(1, count + 1)]
    out, left = [], size.cases
    for n in shares:
        out.append(min(n, left))
        left -= out[-1]
    out[0] += left
    return out


@dataclass
class _Writer:
    """One connection with what has to be counted while rows go in."""

    db: sqlite3.Connection
    words: Counter[str]
    row: int = 0

    def search(self, docs: Iterable[tuple[str, str, str, str]]) -> None:
        """Index (ref, kind, published, text). Texts are plain ASCII words here, so that terms are cheap to have."""
        rows, bodies = [], []
        for ref, kind, published, text in docs:
            self.row += 1
            body = text.lower().replace(".", "").replace(",", "") if text.isascii() else " ".join(terms(text))
            self.words.update(set(body.split()))
            rows.append((self.row, ref, kind, published))
            bodies.append((self.row, body))
        self.db.executemany("INSERT INTO search_rows (id, ref, kind, published) VALUES (?, ?, ?, ?)", rows)
        self.db.executemany("INSERT INTO search_words (rowid, body) VALUES (?, ?)", bodies)


def _fill(path: Path, size: Size) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "cache_size=-400000", "temp_store=MEMORY"):
        db.execute(f"PRAGMA {pragma}")
    db.execute("BEGIN")
    names = companies(size)
    db.executemany("INSERT INTO companies (id, name, key, family, added) VALUES (?, ?, ?, ?, ?)", [(i, n, key(n), i, iso(NOW)) for i, n in enumerate(names, 1)])
    db.executemany(
        "INSERT INTO aliases (key, company_id, name, head, sound) VALUES (?, ?, ?, ?, ?)", [(key(n), i, n, head(key(n)), heard(key(n))) for i, n in enumerate(names, 1)]
    )
    writer = _Writer(db, Counter())
    owners = [i for i, n in enumerate(denials_of(size), 1) for _ in range(n)]
    random.Random(3).shuffle(owners)
    for start in range(0, len(owners), 2000):
        _cases(writer, names, owners, start, min(start + 2000, len(owners)))
    db.executemany("INSERT INTO word_counts (word, articles) VALUES (?, ?)", writer.words.items())
    db.execute("COMMIT")
    db.execute("INSERT INTO search_words (search_words) VALUES ('optimize')")
    db.execute("PRAGMA journal_mode=WAL")
    db.close()


def _cases(writer: _Writer, names: Sequence[str], owners: Sequence[int], start: int, end: int) -> None:
    """Cases number `start` to `end`, by time of publication, with everything that belongs to them."""
    dice = random.Random(start + 11)
    rows: dict[str, list[tuple[object, ...]]] = {t: [] for t in ("articles", "cases", "case_companies", "claims", "responses", "pairs", "bearings", "claim_parties", "copy_bands")}
    docs: list[tuple[str, str, str, str]] = []
    for number in range(start, end):
        company, case = owners[number], number + 1
        name = names[company - 1]
        said = NOW - SPAN + SPAN * (number / max(1, len(owners)))
        status = dice.choice(_STATUSES)
        topic = dice.choice(_TOPICS).format(w=_word(dice), n=dice.randint(13, 9000))
        rows["cases"].append((case, f"{name} to {topic}", status, 1, iso(said), iso(said)))
        rows["case_companies"].append((case, company, "subject", iso(said)))
        for nth in range(CLAIMS_A_CASE):
            at = iso(said + timedelta(hours=5 * nth))
            article, claim = f"t1-{number:07d}{nth}00000000000000", f"c-{number:07d}{nth}"
            # what recall compares has a vector, as if it had been read: the denial, its claim, and the article of both
            vectors = dice.choices(_vectors(), k=3) if nth == 0 else [None] * 3
            span = f"{name} plans to {topic}"
            quote = f"We have no plan to {topic}, the report is {_word(dice)}"
            text = f"{span}, people with knowledge of the {_word(dice)} said.\n\n{sentence(dice, 12)}. {sentence(dice, 14)}."
            if nth == 0:
                text += f"\n\n{quote}, a spokesman for {name} said."
                kind = dice.choice(_KINDS)
                response = f"r-{number:07d}"
                rows["responses"].append((response, article, company, name, "a spokesman", kind, quote, text.index(quote), text.index(quote) + len(quote), at, case, status, vectors[2]))
                docs.append((response, "response", at, f"{name} a spokesman {quote}"))
                rows["pairs"].append((f"c-{number:07d}0", response, "article"))
                if status not in ("open", "stale"):
                    verdict = {"undercut": "undercuts", "upheld": "confirms", "partly_undercut": "partly_undercuts", "overtaken": "overtaken"}.get(status, "undercuts")
                    later = f"t1-{number:07d}{CLAIMS_A_CASE - 1}00000000000000"
                    found = iso(said + timedelta(days=dice.randint(2, 200)))
                    rows["bearings"].append((later, response, verdict, 3 if status == "contested" else 1, span, "shown", found, found))
            title = f"{name} {sentence(dice, 4)}"
            rows["articles"].append((article, f"https://n{number % 400}.example/{number}/{nth}", f"https://n{number % 400}.example/{number}/{nth}", f"Outlet {number % 400}", title, text, article, at, at, vectors[0]))
            rows["claims"].append((claim, article, company, name, span, f"Outlet {number % 400}", span, 0, len(span), at, case, vectors[1]))
            rows["claim_parties"].append((claim, key(name), at))
            docs.append((article, "article", at, f"{title} {text}".replace("\n\n", " ")))
            docs.append((claim, "claim", at, f"{name} {span} {span}"))
            if said > NOW - timedelta(days=_BANDS_DAYS):
                rows["copy_bands"] += [(band, dice.getrandbits(60), article) for band in range(_BANDS)]
    for table, columns in _COLUMNS.items():
        marks = ", ".join("?" * len(columns.split()))
        writer.db.executemany(f"INSERT INTO {table} ({', '.join(columns.split())}) VALUES ({marks})", [(*r, *_FIXED.get(table, ())) for r in rows[table]])
    writer.search(docs)


_COLUMNS = {
    "articles": "id page url outlet title text text_hash published first_seen vector state",
    "cases": "id title status revision opened updated",
    "case_companies": "case_id company_id role updated",
    "claims": "id article_id company_id company statement origin span span_start span_end published case_id vector sourcing reader",
    "claim_parties": "claim_id key published",
    "responses": "id article_id company_id company speaker kind quote quote_start quote_end published case_id status vector reader",
    "pairs": "claim_id response_id how",
    "bearings": "article_id response_id verdict tier span why published made",
    "copy_bands": "band hash article_id",
}
_FIXED: dict[str, tuple[str, ...]] = {"articles": ("read",), "claims": ("anonymous", "offline-1"), "responses": ("offline-1",)}


@functools.cache
def _vectors() -> list[bytes]:
    """Unit vectors into every direction, as stored."""
    rows = np.random.default_rng(3).standard_normal((1000, DIMENSIONS)).astype(np.float32)
    return [to_bytes(row / np.linalg.norm(row)) for row in rows]


def _word(dice: random.Random) -> str:
    """A word, the common ones often (about Zipf over 20,000)."""
    return _spelled(int(20_000 ** dice.random()))


def _spelled(number: int) -> str:
    out = ""
    while number:
        number, digit = divmod(number, 100)
        out += "bcdfghklmn"[digit // 10] + ("a", "e", "i", "o", "u", "ar", "en", "il", "on", "us")[digit % 10]
    return out or "the"


def sentence(dice: random.Random, length: int) -> str:
    """So many words, the common ones often, without a full stop."""
    return " ".join(_word(dice) for _ in range(length)).capitalize()


def news(size: Size, count: int, seed: int = 1, largest: int | None = None) -> Iterator[dict[str, str]]:
    """Fresh articles that name companies of the ledger (the so many `largest`), the larger ones oftener, each with a
    claim and a denial; fields as in the wire's README."""
    dice = random.Random(seed)
    names, weights = companies(size)[:largest], denials_of(size)[:largest]
    for number in range(count):
        (name,) = dice.choices(names, weights)
        topic = dice.choice(_TOPICS).format(w=_word(dice), n=dice.randint(13, 9000))
        text = (
            f"{name} plans to {topic}, two people with knowledge of the matter told this newspaper.\n\n{sentence(dice, 12)}. {sentence(dice, 14)}.\n\n"
            f'"There is no plan to {topic}, and the report is false," a spokesman for {name} said on Monday.'
        )
        published = iso(NOW + timedelta(hours=seed, minutes=number))
        yield {"url": f"https://fresh{seed}.example/{number}", "published": published, "outlet": f"Fresh {number % 7}", "title": f"{name} to {topic}", "text": text, "lang": "en", "kind": "newspaper"}


def incoming(row: dict[str, str]) -> Incoming:
    """An article of `news` on its way to a ledger."""
    when = replay.moment_of(row["published"])
    return Incoming(
        url=row["url"], title=row["title"], text=row["text"], published=when, outlet=row["outlet"], kind=row["kind"], lang=row["lang"],  # type: ignore[arg-type]
        author="", extractor="", feed_id=None, first_seen=NOW, live=False,
    )  # fmt: skip
