"""Where the words of `store.search` are kept and matched: FTS5 on SQLite, a tsvector on PostgreSQL.

Both hold the same terms (`store.words.terms`), so both find the same rows. The closest rows come first by bm25 on
SQLite, and by how rare the terms are that they hold on PostgreSQL.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from store.engine import Engine, Row, marks

#: So many matches, the last indexed ones, are put in order of publication.
WINDOW = 2000
#: PostgreSQL's limits on one term, and (with a margin) on all of a row, in bytes.
_TERM_BYTES, _ROW_BYTES = 2000, 900_000
#: Terms of which a row must hold one, and other terms of which it must hold one, too.
About = tuple[Sequence[str], Sequence[str]]


class Words(Protocol):
    """The terms of each row of `search_rows`. Terms hold letters and digits only, so no quoting can be broken."""

    def fitting(self, terms: Sequence[str]) -> list[str]:
        """Those terms of a text that the index can hold."""
        ...

    def of(self, row_ids: Sequence[int]) -> dict[int, set[str]]:
        """The terms of each of these rows; those without any are left out."""
        ...

    def write(self, row_id: int, terms: Sequence[str]) -> None:
        """Give a row terms, in place of those it had."""
        ...

    def erase(self, row_id: int) -> None:
        """Take a row's terms away."""
        ...

    def with_all(self, terms: Sequence[str], beginning: str, kinds: Sequence[str], limit: int) -> list[Row]:
        """Rows {ref, kind, published} that hold all `terms` and one that begins with `beginning` ("": any row), the
        latest published first."""
        ...

    def with_any(self, terms: Sequence[str], needed: Sequence[str], kinds: Sequence[str], limit: int) -> list[Row]:
        """Rows {ref, kind, published} that hold one of `terms` and all that are `needed`, the closest first."""
        ...

    def about(self, wanted: Sequence[About], weights: Mapping[str, float], kinds: Sequence[str], limit: int) -> list[Row]:
        """Rows {ref, kind, published} that are wanted in one way or another, those whose terms weigh most first."""
        ...


class Fts5:
    """A virtual table whose rows have the numbers of `search_rows`."""

    def __init__(self, engine: Engine) -> None:
        self.db = engine

    def fitting(self, terms: Sequence[str]) -> list[str]:
        return list(terms)

    def of(self, row_ids: Sequence[int]) -> dict[int, set[str]]:
        names, params = marks("r", row_ids)
        rows = self.db.query(f"SELECT rowid AS id, body FROM search_words WHERE rowid IN ({names})", params)
        return {row["id"]: set(str(row["body"]).split()) for row in rows if row["body"]}

    def write(self, row_id: int, terms: Sequence[str]) -> None:
        self.erase(row_id)
        self.db.execute(
            "INSERT INTO search_words (rowid, body) VALUES (:id, :body)", {"id": row_id, "body": " ".join(terms)}
        )

    def erase(self, row_id: int) -> None:
        self.db.execute("DELETE FROM search_words WHERE rowid = :id", {"id": row_id})

    def with_all(self, terms: Sequence[str], beginning: str, kinds: Sequence[str], limit: int) -> list[Row]:
        match = " AND ".join([*map(_quoted, terms), *([_quoted(beginning) + "*"] if beginning else [])])
        # without the rank, which is dear: every match would be looked at
        return self._matching(match, "", "w.rowid DESC", "s.published DESC, s.ref", kinds, limit)

    def with_any(self, terms: Sequence[str], needed: Sequence[str], kinds: Sequence[str], limit: int) -> list[Row]:
        match = " AND ".join([*map(_quoted, needed), "(" + " OR ".join(map(_quoted, terms)) + ")"])
        return self._matching(match, ", w.rank", "w.rank", "s.rank, s.published DESC, s.ref", kinds, limit)

    def about(self, wanted: Sequence[About], weights: Mapping[str, float], kinds: Sequence[str], limit: int) -> list[Row]:
        if not wanted:
            return []
        only, params = _of(kinds)
        # no bm25: it would go through every row of each term first, the company's name among them
        rows = self.db.query(
            "SELECT r.ref, r.kind, r.published, w.body FROM search_words w JOIN search_rows r ON r.id = w.rowid "
            f"WHERE w.search_words MATCH :match{only}",
            {**params, "match": _either(wanted, _quoted, " AND ", " OR ")},
        )
        for row in rows:
            row["weight"] = math.fsum(weights[term] for term in weights.keys() & row.pop("body").split())
        rows.sort(key=lambda r: r["ref"])
        rows.sort(key=lambda r: (r["weight"], r["published"]), reverse=True)
        return [{key: row[key] for key in ("ref", "kind", "published")} for row in rows[:limit]]

    def _matching(self, match: str, more: str, first: str, order: str, kinds: Sequence[str], limit: int) -> list[Row]:
        only, params = _of(kinds)
        return self.db.query(
            f"SELECT ref, kind, published FROM (SELECT r.ref, r.kind, r.published{more} FROM search_words w "
            f"JOIN search_rows r ON r.id = w.rowid WHERE w.search_words MATCH :match{only} "
            f"ORDER BY {first} LIMIT :window) s ORDER BY {order} LIMIT :limit",
            {**params, "match": match, "window": max(WINDOW, limit), "limit": limit},
        )


class Tsvector:
    """A column of `search_rows` under a GIN index; of long texts in a great many words, the first ones."""

    def __init__(self, engine: Engine) -> None:
        self.db = engine

    def fitting(self, terms: Sequence[str]) -> list[str]:
        kept: dict[str, None] = {}
        room = _ROW_BYTES
        for term in terms:
            size = len(term.encode())
            if term not in kept and size <= _TERM_BYTES and size <= room:
                kept[term] = None
                room -= size
        return list(kept)

    def of(self, row_ids: Sequence[int]) -> dict[int, set[str]]:
        names, params = marks("r", row_ids)
        rows = self.db.query(f"SELECT id, tsvector_to_array(body) AS terms FROM search_rows WHERE id IN ({names})", params)
        return {row["id"]: set(row["terms"]) for row in rows if row["terms"]}

    def write(self, row_id: int, terms: Sequence[str]) -> None:
        self.db.execute(
            "UPDATE search_rows SET body = array_to_tsvector(CAST(:terms AS text[])) WHERE id = :id",
            {"id": row_id, "terms": list(terms)},
        )

    def erase(self, row_id: int) -> None:
        self.db.execute("UPDATE search_rows SET body = NULL WHERE id = :id", {"id": row_id})

    def with_all(self, terms: Sequence[str], beginning: str, kinds: Sequence[str], limit: int) -> list[Row]:
        match = " & ".join([*map(_lexeme, terms), *([_lexeme(beginning) + ":*"] if beginning else [])])
        only, params = _of(kinds)
        return self.db.query(
            "SELECT ref, kind, published FROM (SELECT r.ref, r.kind, r.published FROM search_rows r "
            f"WHERE r.body @@ CAST(:match AS tsquery){only} ORDER BY r.id DESC LIMIT :window) s "
            "ORDER BY published DESC, ref LIMIT :limit",
            {**params, "match": match, "window": max(WINDOW, limit), "limit": limit},
        )

    def with_any(self, terms: Sequence[str], needed: Sequence[str], kinds: Sequence[str], limit: int) -> list[Row]:
        match = " & ".join([*map(_lexeme, needed), "(" + " | ".join(map(_lexeme, terms)) + ")"])
        return self._closest(match, self._weights(terms), kinds, limit)

    def about(self, wanted: Sequence[About], weights: Mapping[str, float], kinds: Sequence[str], limit: int) -> list[Row]:
        return self._closest(_either(wanted, _lexeme, " & ", " | "), weights, kinds, limit) if wanted else []

    def _closest(self, match: str, weights: Mapping[str, float], kinds: Sequence[str], limit: int) -> list[Row]:
        only, params = _of(kinds)
        for i, (term, weight) in enumerate(weights.items()):
            params |= {f"t{i}": _lexeme(term), f"w{i}": weight}
        closeness = " + ".join(
            f"CASE WHEN r.body @@ CAST(:t{i} AS tsquery) THEN CAST(:w{i} AS float8) ELSE 0 END" for i in range(len(weights))
        )
        return self.db.query(
            f"SELECT r.ref, r.kind, r.published FROM search_rows r WHERE r.body @@ CAST(:match AS tsquery){only} "
            f"ORDER BY {closeness} DESC, r.published DESC, r.ref LIMIT :limit",
            {**params, "match": match, "limit": limit},
        )

    def _weights(self, terms: Sequence[str]) -> Mapping[str, float]:
        names, params = marks("w", terms)
        rows = self.db.query(f"SELECT word, articles FROM word_counts WHERE word IN ({names})", params)
        held = {row["word"]: row["articles"] for row in rows}
        return {term: 1 / (1 + math.log1p(max(0, held.get(term, 0)))) for term in terms}


def words_of(engine: Engine) -> Words:
    """The words' keeper of this engine."""
    return Fts5(engine) if engine.dialect == "sqlite" else Tsvector(engine)


def _of(kinds: Sequence[str]) -> tuple[str, dict[str, object]]:
    names, params = marks("k", kinds)
    return (f" AND r.kind IN ({names})" if kinds else ""), params


def _either(wanted: Sequence[About], quoted: Callable[[str], str], both: str, either: str) -> str:
    """All that is wanted in one query."""
    some = [[f"({either.join(map(quoted, terms))})" for terms in pair] for pair in wanted]
    return either.join(f"({both.join(pair)})" for pair in some)


def _quoted(term: str) -> str:
    return f'"{term}"'


def _lexeme(term: str) -> str:
    return f"'{term}'"
