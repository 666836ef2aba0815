"""Letting go of article texts that were kept long enough.

What cases show stays: the slices, their offsets, the text's hash and the extractor are columns of their own. Texts of
open cases are not touched, nor those that still wait to be read.
"""

from __future__ import annotations

from datetime import datetime

from store.engine import Engine
from store.search import Search

#: Articles that are let go of in one transaction, so that other writers get their turn.
BLOCK = 100

_DONE = "('read', 'copy', 'held', 'unreadable', 'quarantined')"
#: A case that still waits for news rests on the article.
_NEEDED = (
    "EXISTS (SELECT 1 FROM cases k WHERE k.status IN ('open', 'contested') AND k.merged_into IS NULL AND k.id IN ("
    "SELECT c.case_id FROM claims c WHERE c.article_id = a.id UNION SELECT r.case_id FROM responses r WHERE r.article_id = a.id "
    "UNION SELECT r.case_id FROM bearings b JOIN responses r ON r.id = b.response_id WHERE b.article_id = a.id))"
)


def drop_texts(db: Engine, before: datetime, now: datetime) -> int:
    """Empty the texts of articles first seen before that moment; returns how many.

    With a text go its search row, its vector, its bands (nothing can be compared with it any more), the archived
    page, what the feed sent and what the model answered about it. Title, hash and what was read in it stay.
    """
    count = 0
    while ids := _next(db, before):
        with db.transaction():
            for article_id in ids:
                _drop(db, article_id, now)
        count += len(ids)
    _forget_entries(db, before)
    db.execute("UPDATE llm_calls SET answer = '' WHERE at < :before AND answer <> ''", {"before": before})
    return count


def _next(db: Engine, before: datetime) -> list[str]:
    rows = db.query(
        f"SELECT a.id FROM articles a WHERE a.first_seen < :before AND a.text <> '' AND a.state IN {_DONE} "
        f"AND NOT {_NEEDED} ORDER BY a.first_seen, a.id LIMIT :limit",
        {"before": before, "limit": BLOCK},
    )
    return [row["id"] for row in rows]


def _drop(db: Engine, article_id: str, now: datetime) -> None:
    of = {"id": article_id, "now": now}
    db.execute("UPDATE articles SET text = '', text_gone = :now, vector = NULL WHERE id = :id", of)
    db.execute("UPDATE evidence SET body = NULL WHERE article_id = :id", of)
    db.execute("DELETE FROM copy_bands WHERE article_id = :id", of)
    Search(db).remove(article_id)


def _forget_entries(db: Engine, before: datetime) -> None:
    """The feed's own text of a page: kept until the page is done with."""
    db.execute(
        "UPDATE pages SET entry = '{}' WHERE first_seen < :before AND next_visit IS NULL AND entry <> '{}' "
        "AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.page = pages.url AND a.text <> '')",
        {"before": before},
    )
