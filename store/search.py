"""Full-text search over claims, responses and article texts, in every script of the wire.

What is indexed are `store.words.terms`: folded words without accents, and pairs of characters for Chinese,
Japanese and Korean, so that a two-character word inside a sentence is found. `word_counts` keeps how many rows
hold a word, so that the rarest words of a long text can stand for it.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from store.engine import Engine, Row, each, marks
from store.fulltext import words_of
from store.words import CJK, terms

#: More words than that in one query are cut: nobody types them, and each costs a look-up.
MOST_TERMS = 32
#: Words that stand in more rows than these tell nothing, and cost more than they find.
MOST_ROWS, MOST_WORDS = 5_000, 64
#: Text beyond this is not indexed (characters).
MOST_TEXT = 200_000
_CJK_ONLY = re.compile(f"[{CJK}ー々]+")


class Search:
    """The index. `ref` is the id of a claim, response or article; `kind` says which ('claim', 'response', 'article')."""

    def __init__(self, engine: Engine) -> None:
        self.db = engine
        self._words = words_of(engine)

    def index(self, ref: str, kind: str, text: str, published: datetime | str) -> None:
        """Index `text` under `ref`, in place of what was there. Does nothing when nothing changed."""
        body = self._words.fitting(terms(text[:MOST_TEXT]))
        new = set(body)
        with self.db.transaction():
            added = self.db.query(
                "INSERT INTO search_rows (ref, kind, published) VALUES (:ref, :kind, :published) "
                "ON CONFLICT (ref) DO NOTHING RETURNING id",
                {"ref": ref, "kind": kind, "published": published},
            )
            if added:
                self._words.write(added[0]["id"], body)
                self._count(new, 1)
                return
            row = self.db.query("SELECT id FROM search_rows WHERE ref = :ref", {"ref": ref})[0]
            self.db.execute(
                "UPDATE search_rows SET kind = :kind, published = :published WHERE id = :id",
                {"id": row["id"], "kind": kind, "published": published},
            )
            old = self._terms(row["id"])
            if old != new:
                self._words.write(row["id"], body)
                self._count(old - new, -1)
                self._count(new - old, 1)

    def remove(self, ref: str) -> bool:
        """Take `ref` out of the index; False when it was not in it."""
        with self.db.transaction():
            row = self.db.one("SELECT id FROM search_rows WHERE ref = :ref", {"ref": ref})
            if row is None:
                return False
            self._count(self._terms(row["id"]), -1)
            self._words.erase(row["id"])
            self.db.execute("DELETE FROM search_rows WHERE id = :id", {"id": row["id"]})
        return True

    def find(self, query: str, limit: int = 20, *, kinds: Sequence[str] = (), whole: bool = False) -> list[Row]:
        """Rows {ref, kind, published} that hold every word of `query`, the latest published first.

        `query` is what a person typed: any text is fine, none of it is syntax. The last word may be the
        beginning of one, unless all are `whole` (many times faster for a common word). Without a single word in it there is nothing to find.
        """
        wanted = _unique(terms(query))[:MOST_TERMS]
        if not wanted or self._words.fitting(wanted) != wanted:
            return []
        *first, last = wanted
        if _may_begin(last) and not whole:
            return self._words.with_all(first, last, kinds, limit)
        return self._words.with_all(wanted, "", kinds, limit)

    def find_any(
        self, words: Iterable[str], kinds: Sequence[str] = (), limit: int = 20, *, with_all: Iterable[str] = ()
    ) -> list[Row]:
        """Rows that hold at least one of `words` (and every one of `with_all`), the closest first.

        Meant for a handful of rare words (see `rarest`): a whole claim ORed together is slow in a big ledger.
        """
        some = self._words.fitting(_unique(t for w in words for t in terms(w)))[:MOST_TERMS]
        needed = _unique(t for w in with_all for t in terms(w))[:MOST_TERMS]
        if not some or self._words.fitting(needed) != needed:
            return []
        return self._words.with_any(some, needed, kinds, limit)

    def about(self, companies: Iterable[Collection[str]], text: str, kinds: Sequence[str], limit: int) -> list[Row]:
        """Rows {ref, kind, published} that seem to name a company and hold rare words of the text, those with the
        rarest words first.

        Each of `companies` is all the names of one. Its own names are no words to find it by; those of another are.
        A name is looked for by its rarest term alone, so whom a row is about is for the caller to see.
        """
        named = [[found for name in names if (found := terms(name))] for names in companies]
        said = set(terms(text))
        counts = self.frequencies(sorted(said.union(*(name for names in named for name in names))))
        telling = self._telling({t: n for t, n in counts.items() if t in said})
        wanted = []
        for names in named:
            own = {term for name in names for term in name}
            heads = sorted({min(name, key=lambda t: (counts.get(t, 0), t)) for name in names})
            if words := [word for word in telling if word not in own]:
                wanted.append((heads, words))
        weights = {word: 1 / (1 + math.log1p(counts[word])) for word in telling}
        return self._words.about([w for w in wanted if w[0]], weights, kinds, limit)

    @staticmethod
    def _telling(counts: Mapping[str, int]) -> list[str]:
        """The rarest of these terms, rarest first; together they stand in at most `MOST_ROWS` rows, so that looking for
        them costs no more in a large ledger."""
        out: list[str] = []
        room = MOST_ROWS
        for term in sorted((t for t, n in counts.items() if n > 0), key=lambda t: (counts[t], t))[:MOST_WORDS]:
            room -= counts[term]
            if room >= 0:
                out.append(term)
        return out

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

    def _terms(self, row_id: int) -> set[str]:
        return self._words.of([row_id]).get(row_id, set())

    def _count(self, index_terms: set[str], by: int) -> None:
        # in order, so that two writers on a server lock the rows in the same order
        params = {"words": json.dumps(sorted(index_terms)), "n": by}
        words = each(self.db.dialect, "words")
        if by > 0:
            self.db.execute(
                f"INSERT INTO word_counts (word, articles) SELECT w.value, CAST(:n AS INTEGER) FROM {words} w WHERE TRUE ORDER BY w.n "
                "ON CONFLICT (word) DO UPDATE SET articles = word_counts.articles + excluded.articles",
                params,
            )
        elif index_terms:
            self.db.execute(f"UPDATE word_counts SET articles = articles + :n WHERE word IN (SELECT w.value FROM {words} w)", params)


def _may_begin(term: str) -> bool:
    """May the last word be the beginning of a longer one? Single letters would match half the index."""
    return len(term) > 1 or bool(_CJK_ONLY.fullmatch(term))


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))
