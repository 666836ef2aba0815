"""Archived pages: the bytes as they were fetched, with hash and time, as evidence behind what a case says.

Every page that brought a new version is kept for a few days, since it is not known yet which will matter; after
that only those that a case rests on.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable
from datetime import datetime

from store.engine import Engine, Row, marks

#: A page bigger than this, compressed, is not kept; its hash and size are (bytes).
MOST_BYTES = 1_000_000
#: Something on file rests on this article: a claim or answer in a case, or a verdict.
_MATTERS = (
    "(EXISTS (SELECT 1 FROM claims c WHERE c.article_id = e.article_id AND c.case_id IS NOT NULL) "
    "OR EXISTS (SELECT 1 FROM responses r WHERE r.article_id = e.article_id AND r.case_id IS NOT NULL) "
    "OR EXISTS (SELECT 1 FROM bearings b WHERE b.article_id = e.article_id AND b.verdict <> 'no_bearing'))"
)
_COLUMNS = "e.article_id, e.url, e.fetched, e.content_type, e.sha256, e.size, e.body IS NOT NULL AS kept"


class Evidence:
    """Bodies are kept compressed (zlib); `size` and `sha256` are those of the bytes that came over the wire."""

    def __init__(self, engine: Engine) -> None:
        self.db = engine

    def keep(self, article_id: str, url: str, body: bytes, content_type: str, fetched: datetime) -> None:
        """Archive the page that a version of an article was taken from; the first copy stays."""
        packed = zlib.compress(body, 6)
        self.db.execute(
            "INSERT INTO evidence (article_id, url, fetched, content_type, sha256, size, body) "
            "VALUES (:article, :url, :fetched, :type, :sha, :size, :body) ON CONFLICT (article_id) DO NOTHING",
            {
                "article": article_id, "url": url, "fetched": fetched, "type": content_type[:200],
                "sha": hashlib.sha256(body).hexdigest(), "size": len(body), "body": packed if len(packed) <= MOST_BYTES else None,
            },
        )  # fmt: skip

    def of_articles(self, article_ids: Iterable[str]) -> list[Row]:
        """{article_id, url, fetched, content_type, sha256, size, kept} of these articles, by time of fetching."""
        listed, params = marks("a", article_ids)
        return self.db.query(
            f"SELECT {_COLUMNS} FROM evidence e WHERE e.article_id IN ({listed}) ORDER BY e.fetched, e.article_id", params
        )

    def body(self, article_id: str) -> bytes | None:
        """The page as it was fetched; None where it was not kept."""
        row = self.db.one("SELECT body FROM evidence WHERE article_id = :id", {"id": article_id})
        return zlib.decompress(bytes(row["body"])) if row and row["body"] is not None else None

    def packed(self) -> int:
        """Bytes that the archive takes."""
        row = self.db.one("SELECT COALESCE(SUM(LENGTH(body)), 0) AS n FROM evidence")
        return int(row["n"]) if row else 0

    def prune(self, before: datetime) -> int:
        """Drop pages fetched before that moment on which nothing rests; returns how many."""
        return self.db.execute(
            "DELETE FROM evidence WHERE article_id IN (SELECT e.article_id FROM evidence e "
            f"WHERE e.fetched < :before AND NOT {_MATTERS})",
            {"before": before},
        )

    def trim(self, most: int) -> int:
        """Empty the archive down to `most` bytes, the oldest pages first and those that matter last; hash, size and
        time of fetching stay. Returns how many pages were emptied."""
        over, emptied = self.packed() - most, 0
        if over <= 0:
            return 0
        rows = self.db.query(
            f"SELECT e.article_id, LENGTH(e.body) AS n FROM evidence e WHERE e.body IS NOT NULL "
            f"ORDER BY CASE WHEN {_MATTERS} THEN 1 ELSE 0 END, e.fetched, e.article_id"
        )
        with self.db.transaction():
            for row in rows:
                if over <= 0:
                    break
                self.db.execute("UPDATE evidence SET body = NULL WHERE article_id = :id", {"id": row["article_id"]})
                over, emptied = over - row["n"], emptied + 1
        return emptied
