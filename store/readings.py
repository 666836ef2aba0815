"""Writing what a reader found in one article: claims, responses and which answers which.

Ids are stable (page version and range of the quote), so a better reader's rows update those of an earlier one:
what people, matters and judges attached to them stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from store.engine import Engine, Row, StoreError, assignments, insert, marks
from store.search import Search

#: The six kinds of response that are denials; only these are followed up.
DENIALS = ("flat_denial", "specific_denial", "non_denial", "time_bound_denial", "undecided", "unaware")

#: Columns of a row's article that come with it when it is read; taken out again when the row is saved.
ARTICLE_FIELDS = ("outlet", "url", "title", "article_title", "article_kind", "page", "copy_of", "first_seen", "entered_team")

#: SELECT of claims (or responses) x with the fields of their article a.
JOINED = (
    "SELECT x.*, a.outlet, a.url, a.title, a.title AS article_title, a.kind AS article_kind, a.page, a.copy_of, "
    "a.first_seen, a.entered_team FROM {table} x JOIN articles a ON a.id = x.article_id"
)

#: What a reader does not know, and so must not overwrite.
_KEPT = frozenset({"id", "case_id", "status", "status_why", "entered_by"})


def save_reading(
    db: Engine, article_id: str, reader: str, claims: Sequence[Row], responses: Sequence[Row], pairs: Iterable[tuple[str, str]]
) -> list[int]:
    """See `Cases.save_reading`."""
    with db.transaction():
        article = db.one(
            "SELECT lang, published, text_hash, extractor FROM articles WHERE id = :id", {"id": article_id}
        )
        if article is None:
            raise StoreError(f"a reading of {article_id} cannot be saved: there is no such article on file")
        common = {**article, "article_id": article_id, "reader": reader}
        touched = _remove_missing(db, "claims", article_id, [c["id"] for c in claims])
        touched |= _remove_missing(db, "responses", article_id, [r["id"] for r in responses])
        search = Search(db)
        for table, kind, rows in (("claims", "claim", claims), ("responses", "response", responses)):
            for given in rows:
                row = {**common, **{k: v for k, v in given.items() if k not in ARTICLE_FIELDS}}
                keys = row.pop("party_keys", ())
                _upsert(db, table, row)
                if table == "claims":
                    _set_parties(db, row["id"], keys, row["published"])
                search.index(row["id"], kind, _words_of(table, row), row["published"])
        _replace_pairs(db, [r["id"] for r in responses], pairs)
    return sorted(touched)


def drop_reading(db: Engine, article_id: str) -> list[int]:
    """See `Cases.drop_reading`."""
    with db.transaction():
        touched = _remove_missing(db, "claims", article_id, []) | _remove_missing(db, "responses", article_id, [])
        about = db.query(
            "SELECT DISTINCT r.case_id FROM bearings b JOIN responses r ON r.id = b.response_id "
            "WHERE b.article_id = :id AND r.case_id IS NOT NULL",
            {"id": article_id},
        )
        db.execute("DELETE FROM bearings WHERE article_id = :id", {"id": article_id})
    return sorted(touched | {row["case_id"] for row in about})


def set_pairs(db: Engine, response_id: str, claim_ids: Iterable[str], how: str) -> None:
    """See `Cases.set_pairs`."""
    keep = sorted(set(claim_ids))
    names, params = marks("c", keep)
    with db.transaction():
        db.execute(
            f"DELETE FROM pairs WHERE response_id = :response AND how = :how AND claim_id NOT IN ({names})"
            if keep
            else "DELETE FROM pairs WHERE response_id = :response AND how = :how",
            {**params, "response": response_id, "how": how},
        )
        _add_pairs(db, [(claim, response_id) for claim in keep], how)


def _add_pairs(db: Engine, pairs: Iterable[tuple[str, str]], how: str) -> None:
    # a person outranks the article, the article outranks what was concluded across articles
    beaten = {"person": "('article', 'across', 'first')", "article": "('across', 'first')", "across": "('first')"}.get(how, "('')")
    db.many(
        "INSERT INTO pairs (claim_id, response_id, how) VALUES (:claim, :response, :how) "
        f"ON CONFLICT (response_id, claim_id) DO UPDATE SET how = excluded.how WHERE pairs.how IN {beaten}",
        [{"claim": claim, "response": response, "how": how} for claim, response in sorted(set(pairs))],
    )


def _replace_pairs(db: Engine, response_ids: Sequence[str], pairs: Iterable[tuple[str, str]]) -> None:
    listed = set(pairs)
    stored = {(r["claim_id"], r["response_id"]) for r in pairs_of(db, "response_id", response_ids) if r["how"] == "article"}
    db.many(
        "DELETE FROM pairs WHERE claim_id = :claim AND response_id = :response AND how = 'article'",
        [{"claim": claim, "response": response} for claim, response in sorted(stored - listed)],
    )
    _add_pairs(db, listed, "article")


def pairs_of(db: Engine, column: str, ids: Iterable[str]) -> list[Row]:
    """Pairs whose `column` (response_id or claim_id) is among `ids`."""
    names, params = marks("p", ids)
    if not params:
        return []
    return db.query(
        f"SELECT claim_id, response_id, how FROM pairs WHERE {column} IN ({names}) ORDER BY response_id, claim_id", params
    )


def _remove_missing(db: Engine, table: str, article_id: str, keep: Sequence[str]) -> set[int]:
    """Delete an article's rows that are not among `keep`, out of the index too; returns the cases they stood in.

    Pairs, links and bearings go with them (foreign keys). A response that was marked as repeating one that
    goes speaks for itself again.
    """
    rows = db.query(f"SELECT id, case_id FROM {table} WHERE article_id = :id", {"id": article_id})
    kept = set(keep)
    gone = [row for row in rows if row["id"] not in kept]
    search = Search(db)
    touched = {row["case_id"] for row in gone if row["case_id"] is not None}
    for row in gone:
        search.remove(row["id"])
        if table == "responses":
            followers = db.query(
                "UPDATE responses SET repeats = NULL WHERE repeats = :id RETURNING case_id", {"id": row["id"]}
            )
            touched |= {f["case_id"] for f in followers if f["case_id"] is not None}
        db.execute(f"DELETE FROM {table} WHERE id = :id", {"id": row["id"]})
    return touched


def _upsert(db: Engine, table: str, row: Mapping[str, Any]) -> None:
    changed = [c for c in row if c not in _KEPT]
    changes = ", ".join(f"{c} = excluded.{c}" for c in changed)
    db.execute(f"{insert(table, row)} ON CONFLICT (id) DO UPDATE SET {changes}", row)


def _set_parties(db: Engine, claim_id: str, keys: Iterable[str], published: datetime | str) -> None:
    db.execute("DELETE FROM claim_parties WHERE claim_id = :claim", {"claim": claim_id})
    db.many(
        "INSERT INTO claim_parties (claim_id, key, published) VALUES (:claim, :key, :published)",
        [{"claim": claim_id, "key": key, "published": published} for key in sorted(set(keys))],
    )


def _words_of(table: str, row: Mapping[str, Any]) -> str:
    columns = ("company", "statement", "span") if table == "claims" else ("company", "speaker", "quote")
    return "\n".join(str(row.get(c) or "") for c in columns)


def save(db: Engine, table: str, key: str, row_id: Any, columns: Mapping[str, Any]) -> int:
    """Set columns of one row; returns how many rows there were (0 or 1)."""
    if not columns:
        return 0
    return db.execute(
        f"UPDATE {table} SET {assignments(columns)} WHERE {key} = :the_row", {**columns, "the_row": row_id}
    )
