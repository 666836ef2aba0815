"""Full-text search over claims, responses and article texts, in every script of the wire.

What is indexed are `store.words.terms`: folded words without accents, and pairs of characters for Chinese,
Japanese and Korean, so that a two-character word inside a sentence is found. `word_counts` keeps how many rows
hold a word, so that the rarest words of a long text can stand for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from store.engine import Engine, Row, marks
from store.words import CJK, terms

#: More words than that in one query are cut: nobody types them, and each costs a look-up.
MOST_TERMS = 32
#: Text beyond this is not indexed (characters).
MOST_TEXT = 200_000
#: So many matches, the last indexed ones, are put in order of publication.
_WINDOW = 2000
_CJK_ONLY = re.compile(f"[{CJK}ー々]+")


class Search:
    """The index. `ref` is the id of a claim, response or article; `kind` says which ('claim', 'response', 'article')."""

    def __init__(self, engine: Engine) -> None:
        self.db = engine

    def index(self, ref: str, kind: str, text: str, published: datetime | str) -> None:
        """Index `text` under `ref`, in place of what was there. Does nothing when nothing changed."""
        body = terms(text[:MOST_TEXT])
        joined = " ".join(body)
        with self.db.transaction():
            row = self.db.one("SELECT id FROM search_rows WHERE ref = :ref", {"ref": ref})
            if row is None:
                row = self.db.query(
                    "INSERT INTO search_rows (ref, kind, published) VALUES (:ref, :kind, :published) RETURNING id",
                    {"ref": ref, "kind": kind, "published": published},
                )[0]
                self._write(row["id"], joined)
                self._count(set(body), 1)
                return
            before = self._body(row["id"])
            self.db.execute(
                "UPDATE search_rows SET kind = :kind, published = :published WHERE id = :id",
                {"id": row["id"], "kind": kind, "published": published},
            )
            if before != joined:
                old, new = set(before.split()), set(body)
                self._erase(row["id"])
                self._write(row["id"], joined)
                self._count(old - new, -1)
                self._count(new - old, 1)

    def remove(self, ref: str) -> bool:
        """Take `ref` out of the index; False when it was not in it."""
        with self.db.transaction():
            row = self.db.one("SELECT id FROM search_rows WHERE ref = :ref", {"ref": ref})
            if row is None:
                return False
            self._count(set(self._body(row["id"]).split()), -1)
            self._erase(row["id"])
            self.db.execute("DELETE FROM search_rows WHERE id = :id", {"id": row["id"]})
        return True

    def find(self, query: str, limit: int = 20, *, kinds: Sequence[str] = ()) -> list[Row]:
        """Rows {ref, kind, published} that hold every word of `query`, the latest published first.

        `query` is what a person typed: any text is fine, none of it is syntax. The last word may be the
        beginning of one. Without a single word in it there is nothing to find.
        """
        wanted = _unique(terms(query))[:MOST_TERMS]
        if not wanted:
            return []
        *whole, last = wanted
        match = " AND ".join([*map(_quoted, whole), _quoted(last) + ("*" if _may_begin(last) else "")])
        return self._matching(match, kinds, limit, "s.published DESC, s.ref")

    def find_any(
        self, words: Iterable[str], kinds: Sequence[str] = (), limit: int = 20, *, with_all: Iterable[str] = ()
    ) -> list[Row]:
        """Rows that hold at least one of `words` (and every one of `with_all`), the closest first.

        Meant for a handful of rare words (see `rarest`): a whole claim ORed together is slow in a big ledger.
        """
        some = _unique(t for w in words for t in terms(w))[:MOST_TERMS]
        needed = _unique(t for w in with_all for t in terms(w))[:MOST_TERMS]
        if not some:
            return []
        match = " AND ".join([*map(_quoted, needed), "(" + " OR ".join(map(_quoted, some)) + ")"])
        return self._matching(match, kinds, limit, "s.rank, s.published DESC, s.ref", by_rank=True)

    def rarest(self, words: Iterable[str], k: int = 8) -> list[str]:
        """The `k` words (as they stand in the index) that the fewest rows hold, rarest first; ties by the alphabet.

        Words of no row at all come last: they cannot find anything.
        """
        wanted = _unique(t for w in words for t in terms(w))
        counts = self.frequencies(wanted)
        return sorted(wanted, key=lambda t: (counts.get(t, 0) == 0, counts.get(t, 0), t))[:k]

    def frequencies(self, index_terms: Iterable[str]) -> dict[str, int]:
        """How many rows hold each of these terms; terms of no row are left out."""
        out: dict[str, int] = {}
        listed = list(index_terms)
        for i in range(0, len(listed), 400):
            names, params = marks("w", listed[i : i + 400])
            rows = self.db.query(f"SELECT word, articles FROM word_counts WHERE word IN ({names})", params)
            out.update((r["word"], r["articles"]) for r in rows)
        return out

    # what differs per engine; a PostgreSQL engine adds its branch here ----------------------------------------

    def _matching(self, match: str, kinds: Sequence[str], limit: int, order: str, *, by_rank: bool = False) -> list[Row]:
        names, params = marks("k", kinds)
        only = f"AND r.kind IN ({names})" if kinds else ""
        return self.db.query(
            "SELECT ref, kind, published FROM (SELECT r.ref, r.kind, r.published, w.rank FROM search_words w "
            f"JOIN search_rows r ON r.id = w.rowid WHERE w.search_words MATCH :match {only} "
            f"ORDER BY {'w.rank' if by_rank else 'w.rowid DESC'} LIMIT :window) s ORDER BY {order} LIMIT :limit",
            {**params, "match": match, "window": max(_WINDOW, limit), "limit": limit},
        )

    def _body(self, row_id: int) -> str:
        row = self.db.one("SELECT body FROM search_words WHERE rowid = :id", {"id": row_id})
        return str(row["body"]) if row else ""

    def _write(self, row_id: int, body: str) -> None:
        self.db.execute("INSERT INTO search_words (rowid, body) VALUES (:id, :body)", {"id": row_id, "body": body})

    def _erase(self, row_id: int) -> None:
        self.db.execute("DELETE FROM search_words WHERE rowid = :id", {"id": row_id})

    def _count(self, index_terms: set[str], by: int) -> None:
        # in order, so that two writers on a server lock the rows in the same order
        rows = [{"word": t, "n": by} for t in sorted(index_terms)]
        if by > 0:
            self.db.many(
                "INSERT INTO word_counts (word, articles) VALUES (:word, :n) "
                "ON CONFLICT (word) DO UPDATE SET articles = word_counts.articles + excluded.articles",
                rows,
            )
        else:
            self.db.many("UPDATE word_counts SET articles = articles + :n WHERE word = :word", rows)


def _quoted(term: str) -> str:
    return f'"{term}"'  # a term holds letters and digits only, so nothing in it can end the quotes


def _may_begin(term: str) -> bool:
    """May the last word be the beginning of a longer one? Single letters would match half the index."""
    return len(term) > 1 or bool(_CJK_ONLY.fullmatch(term))


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))
