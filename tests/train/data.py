"""Labelled articles as sheets: what is in them, who answers in which sentence, and what is claimed where."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from bot.read.learned_sheet import (
    KINDS,
    Pairs,
    Sheet,
    add_candidate,
    pairs_of,
    places,
    row_features,
    sheet_of,
)
from bot.read.offline import by_rules
from bot.read.reading import Document
from bot.text import fold

WIRE = Path(__file__).parents[1] / "wire"
#: What may be trained on. The kept parts, tests/wire/unseen and ../shared are for measuring only.
LEARN = ("dev", "held", "short", "items", "matters")
#: So much of a sentence or of a label must be the other's.
_SHARED = 0.4
_ARTICLES = ("the ", "el ", "la ", "die ", "der ", "das ", "le ", "il ")


@dataclass(frozen=True)
class Labelled:
    """An article with its labels: companies with aliases, answers (company, kind, quote), claims (company, span; None: not labelled)."""

    doc: Document
    companies: list[dict[str, Any]]
    answers: list[dict[str, Any]]
    claims: list[dict[str, Any]] | None


@dataclass
class Example:
    """What a network is trained on. `names`: per piece 0, 1 (first of a company's name), 2 (further), -100 (not labelled)."""

    sheet: Sheet
    features: np.ndarray
    pairs: Pairs
    names: np.ndarray
    kind: np.ndarray  # per row: 0 no answer, else 1 + its kind
    claim: np.ndarray  # per row: 1, 0, -1 not labelled
    whose: np.ndarray  # per pair
    about: np.ndarray


def labelled(folder: Path) -> Iterator[Labelled]:
    """The articles of a folder of episodes, matters or items (tests/wire/README.md)."""
    for file in sorted(folder.glob("*.json")):
        content = json.loads(file.read_text(encoding="utf-8"))
        for entry in [content] if isinstance(content, dict) else content:
            yield from _articles(entry)


def _articles(entry: dict[str, Any]) -> Iterator[Labelled]:
    companies = entry.get("companies", [])
    if "articles" not in entry:
        yield Labelled(_document(entry, entry["id"]), companies, entry.get("answers", []), entry.get("claims", None if "answers" in entry else []))
        return
    gold = entry.get("gold", {})
    for article in entry["articles"]:
        answers = article.get("answers", [r for r in gold.get("responses", []) if r["article"] == article["id"]])
        claims = article.get("claims", [c for c in gold.get("claims", []) if c["article"] == article["id"]])
        yield Labelled(_document(article, f"{entry['id']}/{article['id']}"), companies, answers, claims)


def _document(article: dict[str, Any], name: str) -> Document:
    when = article.get("published")
    return Document(
        id=name, url=article.get("url", f"https://news.example/{name}"), outlet=article["outlet"], kind=article["kind"], lang=article["lang"],
        title=article["title"], text=article["text"], published=datetime.fromisoformat(when) if when else datetime(2026, 3, 2, tzinfo=UTC),
    )  # fmt: skip


def examples(folders: list[Path], workers: int = 2) -> list[Example]:
    """The examples of all articles of some folders."""
    todo = [one for folder in folders for one in labelled(folder)]
    with ProcessPoolExecutor(workers) as pool:
        return [e for e in pool.map(example, todo, chunksize=32) if e is not None]


def example(one: Labelled) -> Example | None:
    """An article's example; None for one that the rules refuse as no company's matter."""
    ruled = by_rules(one.doc)
    if ruled.no_company or not ruled.page.units:
        return None
    sheet = sheet_of(ruled.page, ruled.names, ruled.voices, ruled.answers, ruled.stated)
    sheet.vectors = sheet.vectors.astype(np.float16)  # type: ignore[assignment]
    _unnamed(sheet, one.companies)
    pairs = pairs_of(sheet)
    kind = np.zeros(len(sheet.rows), dtype=np.int64)
    claim = np.full(len(sheet.rows), -1 if one.claims is None else 0, dtype=np.float32)
    whose, about = (np.zeros(len(pairs.row), dtype=np.float32) for _ in range(2))
    for answer in one.answers:
        for row in _rows(sheet, one.doc.text, answer["quote"]):
            kind[row] = 1 + KINDS.index(answer["kind"])
            whose[(pairs.row == row) & np.isin(pairs.who, called(sheet, answer["company"], one.companies))] = 1
    for stated in one.claims or ():
        for row in _rows(sheet, one.doc.text, stated["span"]):
            claim[row] = 1
            about[(pairs.row == row) & np.isin(pairs.who, called(sheet, stated["company"], one.companies))] = 1
    return Example(sheet, row_features(sheet), pairs, _names(sheet, one.companies), kind, claim, whose, about)


def _rows(sheet: Sheet, text: str, words: str) -> list[int]:
    a = text.find(words)
    b = a + len(words)
    return [
        i
        for i, row in enumerate(sheet.rows)
        if i and a >= 0 and min(b, row.end) - max(a, row.start) >= max(1, _SHARED * min(b - a, row.end - row.start))
    ]


def family(company: str, companies: list[dict[str, Any]]) -> set[str]:
    """All names of a company, folded."""
    wanted = fold(company)
    out = {wanted}
    for one in companies:
        names = {fold(one["name"]), *map(fold, one.get("aliases", []))}
        if wanted in names or any(len(min(n, wanted, key=len)) > 3 and (n in wanted or wanted in n) for n in names):
            out |= names
    return out


def called(sheet: Sheet, company: str, companies: list[dict[str, Any]]) -> list[int]:
    """The candidates that are this company: best those with a name of it, else those with a part of one."""
    names = family(company, companies)
    scores = []
    for candidate in sheet.candidates:
        forms = {fold(f) for f in (*candidate.forms, candidate.full)}
        part = any(len(min(f, n, key=len)) > 3 and (f in n or n in f) for f in forms for n in names)
        scores.append(3 if forms & names else 2 if part else 0)
    return [i for i, score in enumerate(scores) if score and (score == max(scores) or score == 3)]


def _forms(company: dict[str, Any]) -> list[str]:
    """Its names, without descriptions ("the lender")."""
    names = [company["name"], *company.get("aliases", [])]
    return [n for n in names if n and (n[0].isupper() or n[0].isdigit() or n[0] > "\u3040") and not n.casefold().startswith(_ARTICLES)]


def _spots(sheet: Sheet, forms: list[str]) -> dict[int, list[list[int]]]:
    """By row, the pieces of each place where one of these names stands; of names in one another the longest."""
    out: dict[int, list[list[int]]] = {}
    for number, row in enumerate(sheet.rows):
        last = -1
        for a, b in sorted((s for f in forms for s in places(row.text, f)), key=lambda s: (s[0], -s[1])):
            found = [i for i, (x, y) in enumerate(row.at) if x - row.start < b and y - row.start > a and y > x]
            if a >= last and found:
                out.setdefault(number, []).append(found)
                last = b
    return out


def _unnamed(sheet: Sheet, companies: list[dict[str, Any]]) -> None:
    """Companies of the article that the rules did not find go on the sheet, as the tagger will put them there."""
    for company in companies:
        forms = _forms(company)
        if forms and not called(sheet, company["name"], [company]):
            if spots := _spots(sheet, forms):
                add_candidate(sheet, company["name"], tuple(forms), {r: [i for found in p for i in found] for r, p in spots.items()})


def _names(sheet: Sheet, companies: list[dict[str, Any]]) -> np.ndarray:
    out = [np.full(len(r.at), 0 if companies else -100, dtype=np.int64) for r in sheet.rows]
    for company in companies:
        for row, spots in _spots(sheet, _forms(company)).items():
            for found in spots:
                out[row][found] = 2
                out[row][found[0]] = 1
    return np.concatenate(out)
