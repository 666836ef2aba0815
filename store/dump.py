"""Reading the whole ledger out, a block at a time, for exports. Nothing is written.

A copy adds no evidence, so claims and answers read in copies are left out, as are answers that only repeat one
on file; with them go their pairs and bearings, so that no row points at one that is not there.
"""

from __future__ import annotations

from collections.abc import Iterator

from store.engine import Engine, Row, marks

BLOCK = 1000

#: The place of an article among the versions of its page, by publication: they may have come in any order.
_VERSION = (
    "(SELECT COUNT(*) FROM articles v WHERE v.page = articles.page "
    "AND (v.published, v.id) <= (articles.published, articles.id)) AS version"
)
_CLAIMS = "claims c JOIN articles ca ON ca.id = c.article_id AND ca.copy_of IS NULL"
_RESPONSES = (
    "responses r JOIN articles ra ON ra.id = r.article_id AND ra.copy_of IS NULL AND r.repeats IS NULL AND r.case_id IS NOT NULL"
)


def articles(db: Engine) -> Iterator[Row]:
    """Every version of every page without its text, by time of publication."""
    columns = (
        f"id, page, {_VERSION}, url, outlet, kind, lang, title, author, text_hash, extractor, published, dated, first_seen, "
        "readable, reason, state, copy_of, copy_why, credits, reader"
    )
    return _blocks(db, f"SELECT {columns} FROM articles", ("published", "id"))


def claims(db: Engine) -> Iterator[Row]:
    """Claims, by time of publication of their articles."""
    return _of_articles(
        db, f"SELECT c.* FROM {_CLAIMS} WHERE c.article_id IN ({{}})", "COALESCE(c.span_start, -1), c.id"
    )


def responses(db: Engine) -> Iterator[Row]:
    """Answers of all kinds, by time of publication of their articles."""
    return _of_articles(
        db, f"SELECT r.* FROM {_RESPONSES} WHERE r.article_id IN ({{}})", "COALESCE(r.quote_start, -1), r.id"
    )


def pairs(db: Engine) -> Iterator[Row]:
    """Which answer answers which claim: {claim_id, response_id, how}."""
    return _blocks(
        db,
        f"SELECT p.* FROM pairs p JOIN ({_CLAIMS}) ON c.id = p.claim_id JOIN ({_RESPONSES}) ON r.id = p.response_id",
        ("p.response_id", "p.claim_id"),
    )


def bearings(db: Engine) -> Iterator[Row]:
    """Later articles held against denials, those without bearing too."""
    return _blocks(
        db,
        f"SELECT b.* FROM bearings b JOIN ({_RESPONSES}) ON r.id = b.response_id",
        ("b.response_id", "b.article_id"),
    )


def cases(db: Engine) -> Iterator[Row]:
    """Cases that hold something and were not merged into others, in the order in which they were opened, with `claims` and
    `responses` (lists of ids, by time of publication)."""
    for case in _blocks(db, "SELECT * FROM cases", ("id",), "merged_into IS NULL AND (EXISTS (SELECT 1 FROM claims c WHERE c.case_id = cases.id) "
        "OR EXISTS (SELECT 1 FROM responses r WHERE r.case_id = cases.id))"):
        of = {"case": case["id"]}
        yield {
            **case,
            "claims": [
                r["id"]
                for r in db.query(
                    f"SELECT c.id FROM {_CLAIMS} WHERE c.case_id = :case ORDER BY c.published, c.id", of
                )
            ],
            "responses": [
                r["id"]
                for r in db.query(
                    f"SELECT r.id FROM {_RESPONSES} WHERE r.case_id = :case ORDER BY r.published, r.id", of
                )
            ],
        }


def alerts(db: Engine) -> Iterator[Row]:
    """Alerts of all states, in the order in which they were made."""
    return _blocks(db, "SELECT * FROM alerts", ("id",))


def _blocks(db: Engine, select: str, keys: tuple[str, ...], where: str = "") -> Iterator[Row]:
    """All rows of `select` in the order of `keys`, fetched block by block after the last row seen, so that a long
    export holds neither memory nor a transaction."""
    names = [key.rsplit(".", 1)[-1] for key in keys]
    order = ", ".join(keys)
    after = (
        f"({order}) > ({', '.join(f':k{i}' for i in range(len(keys)))})"
        if len(keys) > 1
        else f"{keys[0]} > :k0"
    )
    last: Row | None = None
    while True:
        conditions = [c for c in (where, after if last else "") if c]
        rows = db.query(
            f"{select}{' WHERE ' + ' AND '.join(conditions) if conditions else ''} ORDER BY {order} LIMIT :limit",
            {"limit": BLOCK, **({f"k{i}": last[name] for i, name in enumerate(names)} if last else {})},
        )
        yield from rows
        if len(rows) < BLOCK:
            return
        last = rows[-1]


def _of_articles(db: Engine, select: str, order: str) -> Iterator[Row]:
    """Rows of the articles, in the articles' order: there is no index on their own time of publication."""
    ids: list[str] = []
    for article in _blocks(db, "SELECT id, published FROM articles", ("published", "id")):
        ids.append(article["id"])
        if len(ids) == BLOCK // 4:
            yield from _ordered(db, select, order, ids)
            ids = []
    yield from _ordered(db, select, order, ids)


def _ordered(db: Engine, select: str, order: str, ids: list[str]) -> list[Row]:
    listed, params = marks("a", ids)
    rank = {article_id: i for i, article_id in enumerate(ids)}
    return sorted(
        db.query(f"{select.format(listed)} ORDER BY {order}", params), key=lambda r: rank[r["article_id"]]
    )
