"""Episodes with their gold labels, as the wire's README describes them. Only reading.

What the labels mean stands there: claims, responses, bearings, copies and final statuses of a short story told by
several articles. Files that hold a list are distractors: articles with nothing to find.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.evals.likeness import fold

Labels = dict[str, Any]


class MaterialError(Exception):
    """Labelled material cannot be used; the message names the file and the fix."""


@dataclass(frozen=True)
class Episode:
    """One story. `articles` in time order, as in the file; `gold` as in the file."""

    id: str
    articles: tuple[Labels, ...]
    gold: dict[str, list[Labels]]
    names: dict[str, frozenset[str]] = field(default_factory=dict)

    def same_company(self, a: str, b: str) -> bool:
        """Do two names mean one company of this story? By its aliases, or one name inside the other."""
        one, two = fold(a), fold(b)
        if one == two or two in self.names.get(one, ()):
            return True
        return min(len(one), len(two)) > 3 and (one in two or two in one)


@dataclass(frozen=True)
class Labelled:
    """A folder of labelled material."""

    episodes: tuple[Episode, ...]
    distractors: tuple[Labels, ...]


def load(folder: Path) -> Labelled:
    """The episodes and distractors of a folder, by name of file. Raises MaterialError."""
    if not folder.is_dir():
        raise MaterialError(f"{folder} is no folder: name one that holds labelled episodes (.json)")
    episodes: list[Episode] = []
    distractors: list[Labels] = []
    for path in sorted(folder.glob("*.json")):
        data = _json(path)
        if isinstance(data, list):
            distractors += [_article(path, a) for a in data]
        else:
            episodes += list(_episode(path, data))
    if not episodes and not distractors:
        raise MaterialError(f"{folder} holds no labelled episodes: name a folder of .json files that have `gold` labels")
    return Labelled(tuple(episodes), tuple(distractors))


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise MaterialError(f"{path} cannot be read as JSON ({error}); repair it or take it out of the folder") from None


def _episode(path: Path, data: Any) -> Iterator[Episode]:
    """An episode; none of a file without labels. Raises MaterialError for labels that lack something."""
    if not isinstance(data, dict) or not isinstance(data.get("articles"), list) or "gold" not in data:
        return
    gold = {kind: list(data["gold"].get(kind, ())) for kind in ("claims", "responses", "bearings", "copies", "final")}
    names: dict[str, set[str]] = {}
    for company in data.get("companies", ()):
        family = {fold(company["name"]), *map(fold, company.get("aliases", ()))}
        for name in family:
            names.setdefault(name, set()).update(family)
    articles = tuple(_article(path, a) for a in data["articles"])
    known = {a.get("id") for a in articles}
    for kind, rows in gold.items():
        for row in rows:
            if kind != "final" and row.get("article") not in known:
                raise MaterialError(f"{path}: gold.{kind} speaks of article {row.get('article')!r}, which is not there; repair the label")
    yield Episode(str(data.get("id") or path.stem), articles, gold, {n: frozenset(f) for n, f in names.items()})


def _article(path: Path, article: Any) -> Labels:
    if not isinstance(article, dict) or not {"url", "published", "title", "text"} <= set(article):
        raise MaterialError(f"{path}: an article lacks url, published, title or text; add it or take the article out")
    return article
