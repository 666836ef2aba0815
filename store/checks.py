"""Is the ledger sound? Each check looks at one thing and says in a line what it found. Reading only."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from store.engine import Engine
from store.outbox import ALL_COMPANIES

#: So many archived pages are unpacked and hashed, the latest.
SAMPLE = 1000


@dataclass(frozen=True)
class Checked:
    """One thing that was looked at; `found` is what is wrong with it, "" when nothing is."""

    what: str
    found: str

    @property
    def ok(self) -> bool:
        """Is nothing wrong with it?"""
        return not self.found


#: What must not be there: (what is checked, a query for the offenders' names, what they are).
_MUST_BE_NONE = (
    ("claims and answers", "SELECT c.id AS name FROM claims c WHERE c.case_id IS NOT NULL AND NOT EXISTS "
     "(SELECT 1 FROM cases k WHERE k.id = c.case_id) UNION ALL SELECT r.id FROM responses r WHERE r.case_id IS NOT NULL AND NOT EXISTS "
     "(SELECT 1 FROM cases k WHERE k.id = r.case_id)", "belong to a case that is not there"),
    ("repetitions", "SELECT r.id AS name FROM responses r WHERE r.repeats IS NOT NULL AND NOT EXISTS "
     "(SELECT 1 FROM responses o WHERE o.id = r.repeats)", "repeat an answer that is not there"),
    ("companies of claims and answers", "SELECT c.id AS name FROM claims c WHERE NOT EXISTS (SELECT 1 FROM companies o "
     "WHERE o.id = c.company_id) UNION ALL SELECT r.id FROM responses r WHERE NOT EXISTS "
     "(SELECT 1 FROM companies o WHERE o.id = r.company_id)", "name a company that is not there"),
    ("companies of cases", "SELECT x.case_id AS name FROM case_companies x WHERE NOT EXISTS "
     "(SELECT 1 FROM companies o WHERE o.id = x.company_id)", "name a company that is not there"),
    ("merged cases", "SELECT k.id AS name FROM cases k WHERE k.merged_into IS NOT NULL AND NOT EXISTS "
     "(SELECT 1 FROM cases i WHERE i.id = k.merged_into)", "went into a case that is not there"),
    ("copies", "SELECT a.id AS name FROM articles a WHERE a.copy_of IS NOT NULL AND NOT EXISTS "
     "(SELECT 1 FROM articles o WHERE o.id = a.copy_of)", "are copies of an article that is not there"),
    ("subscriptions", f"SELECT s.id AS name FROM subscriptions s WHERE s.company_id <> {ALL_COMPANIES} AND NOT EXISTS "
     "(SELECT 1 FROM companies o WHERE o.id = s.company_id)", "follow a company that is not there"),
    ("cases of alerts", "SELECT a.id AS name FROM alerts a WHERE a.case_id IS NOT NULL AND NOT EXISTS "
     "(SELECT 1 FROM cases k WHERE k.id = a.case_id)", "tell of a case that is not there"),
    ("threads", "SELECT t.case_id AS name FROM threads t WHERE NOT EXISTS (SELECT 1 FROM cases k WHERE k.id = t.case_id)",
     "belong to a case that is not there"),
    ("roots of threads", "SELECT case_id AS name FROM threads WHERE state = 'posted' AND (root_ts IS NULL OR root_ts = '')",
     "are posted and have no message"),
    ("alerts under way", "SELECT id AS name FROM alerts WHERE state IN ('sending', 'unknown') AND (message_key IS NULL "
     "OR sending_since IS NULL)", "cannot be looked for: they have no key or no time"),
    ("alerts that were sent", "SELECT id AS name FROM alerts WHERE state = 'sent' AND (sent IS NULL OR message_ts IS NULL "
     "OR message_key IS NULL)",
     "do not say when, in which message, or under which key"),
    ("alerts that wait", "SELECT id AS name FROM alerts WHERE state = 'pending' AND channel = ''", "wait for no channel"),
    ("messages", "SELECT message_key AS name FROM alerts WHERE message_key IS NOT NULL AND state IN ('sending', 'unknown', 'sent') "
     "GROUP BY message_key HAVING COUNT(DISTINCT team || ' ' || channel) > 1", "went to two channels at once"),
    ("states of alerts", "SELECT id AS name FROM alerts WHERE state NOT IN "
     "('pending', 'sending', 'sent', 'unknown', 'failed', 'dropped', 'recorded')", "are in no state that there is"),
    ("keys of messages", "SELECT message_key AS name FROM alerts WHERE message_key IS NOT NULL AND state = 'sent' "
     "GROUP BY message_key HAVING COUNT(DISTINCT message_ts) > 1", "stand for two messages"),
    ("articles of alerts", "SELECT a.id AS name FROM alerts a WHERE a.article_id IS NOT NULL AND a.article_id <> '' AND NOT EXISTS "
     "(SELECT 1 FROM articles o WHERE o.id = a.article_id)", "tell of an article that is not there"),
    ("shared cards", "SELECT s.ts AS name FROM shares s WHERE NOT EXISTS (SELECT 1 FROM cases k WHERE k.id = s.case_id)",
     "show a case that is not there"),
    ("owners of companies", "SELECT c.id AS name FROM companies c WHERE c.parent_id IS NOT NULL AND NOT EXISTS "
     "(SELECT 1 FROM companies o WHERE o.id = c.parent_id)", "belong to a company that is not there"),
    ("circles of merged cases", "SELECT k.id AS name FROM cases k JOIN cases i ON i.id = k.merged_into "
     "WHERE i.id = k.id OR i.merged_into = k.id", "went into each other"),
    ("circles of copies", "SELECT a.id AS name FROM articles a JOIN articles o ON o.id = a.copy_of WHERE o.id = a.id OR o.copy_of = a.id",
     "are copies of each other"),
    ("states of articles", "SELECT id AS name FROM articles WHERE state NOT IN "
     "('new', 'held', 'read', 'copy', 'unreadable', 'quarantined')", "are in no state that there is"),
    ("search index", "SELECT s.ref AS name FROM search_rows s WHERE (s.kind = 'article' AND NOT EXISTS (SELECT 1 FROM articles a "
     "WHERE a.id = s.ref)) OR (s.kind = 'claim' AND NOT EXISTS (SELECT 1 FROM claims c WHERE c.id = s.ref)) OR "
     "(s.kind = 'response' AND NOT EXISTS (SELECT 1 FROM responses r WHERE r.id = s.ref))", "lead to something that is not there"),
    ("texts", "SELECT id AS name FROM articles WHERE text_gone IS NOT NULL AND text <> ''", "were let go of and are there"),
)  # fmt: skip


def run(db: Engine) -> Iterator[Checked]:
    """Look at everything; a check that cannot be made counts as a finding."""
    if db.dialect == "sqlite":
        yield _looked("database", lambda: _lines(db, "PRAGMA integrity_check", "ok"))
        yield _looked("foreign keys", lambda: _foreign(db))
    for what, sql, wrong in _MUST_BE_NONE:
        yield _looked(what, partial(_none, db, sql, wrong))
    yield _looked("quotes", lambda: _quotes(db))
    yield _looked("archived pages", lambda: _pages(db))


def _looked(what: str, ask: Callable[[], str]) -> Checked:
    try:
        return Checked(what, ask())
    except Exception as error:  # a damaged file raises whatever it raises
        return Checked(what, f"cannot be checked: {error}")


def _lines(db: Engine, pragma: str, good: str) -> str:
    said = [line for row in db.query(pragma) for line in str(next(iter(row.values()))).splitlines() if not line.startswith("***")]
    return "" if said == [good] else f"{len(said)} faults, such as: {said[0] if said else 'no answer'}"


def _foreign(db: Engine) -> str:
    rows = db.query("PRAGMA foreign_key_check")
    return f"{len(rows)} rows point at nothing, such as row {rows[0]['rowid']} of {rows[0]['table']}" if rows else ""


def _none(db: Engine, sql: str, wrong: str) -> str:
    rows = db.query(sql)
    return f"{len(rows)} {wrong}, such as {rows[0]['name']}" if rows else ""


def _pages(db: Engine) -> str:
    """The latest archived pages must be what was fetched: their sha256 was taken then."""
    rows = db.query(f"SELECT article_id FROM evidence WHERE body IS NOT NULL ORDER BY fetched DESC LIMIT {SAMPLE}")
    wrong = [row["article_id"] for row in rows if not _is_what_was_fetched(db, row["article_id"])]
    return f"{len(wrong)} are not what was fetched, such as that of {wrong[0]}" if wrong else ""


def _is_what_was_fetched(db: Engine, article_id: str) -> bool:
    page = db.query("SELECT sha256, body FROM evidence WHERE article_id = :id", {"id": article_id})[0]
    try:
        return bool(hashlib.sha256(zlib.decompress(bytes(page["body"]))).hexdigest() == page["sha256"])
    except zlib.error:
        return False


def _quotes(db: Engine) -> str:
    """What is shown as a quote must be a slice of the text on file, as long as that is kept."""
    wrong: list[str] = []
    for table, column, name in (("claims", "span", "id"), ("responses", "quote", "id"), ("bearings", "span", "response_id")):
        rows = db.query(
            f"SELECT x.{name} AS name FROM {table} x JOIN articles a ON a.id = x.article_id WHERE x.{column}_start IS NOT NULL "
            f"AND x.text_hash = a.text_hash AND a.text <> '' "
            f"AND SUBSTR(a.text, x.{column}_start + 1, x.{column}_end - x.{column}_start) <> x.{column} LIMIT 1000"
        )
        wrong += [f"{table} {row['name']}" for row in rows]
    return f"{len(wrong)} are not what the text says there, such as {wrong[0]}" if wrong else ""
