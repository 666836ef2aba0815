"""The wire's part of the ledger: feeds, entries, pages, articles (versions of pages), bands of copies, problems."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from store.engine import Engine, Row, assignments, each, insert, marks
from store.redact import redact

log = logging.getLogger(__name__)

# States of an article: `new` waits for the desk; `held` was kept back by the screen; `read` went all the way; `copy`,
# `unreadable` and `quarantined` (set aside after too many tries) are never judged.
#: An article that fails is set aside after so many tries.
TRIES = 6
#: One that was left by workers that ended is, after so many: it may have ended them. Not fewer, since a process that is
#: killed from outside costs a try of each article that it had under way; and it is no hurry, since what was tried before
#: waits behind the rest.
DEATHS = 20

#: Rows to be changed. On a server those that somebody else changes at this moment are passed over; an array is made
#: once, where a subquery of IN may be run again and lock more than its limit.
_FREE_ROWS = {"sqlite": "id IN ({})", "postgres": "id = ANY (ARRAY({} FOR UPDATE SKIP LOCKED))"}
#: A row that is looked at to be changed, and not by anybody else until then.
_KEEP_ROW = {"sqlite": "", "postgres": " FOR NO KEY UPDATE"}

#: The clocks of two hosts may differ by so much.
SKEW = timedelta(minutes=5)


class Wire:
    """Feeds and what came over them. Times in and out are stored text (UTC), see `store.engine.iso`."""

    def __init__(self, engine: Engine) -> None:
        self.db = engine

    # feeds ---------------------------------------------------------------------------------------------------

    def add_feed(self, url: str, *, kind: str, title: str, now: datetime) -> Row:
        """Watch `url` from now on; an existing feed is returned as it is (and woken if it was muted)."""
        self.db.execute(
            "INSERT INTO feeds (url, kind, title, next_poll, added) VALUES (:url, :kind, :title, :now, :now) "
            "ON CONFLICT (url) DO UPDATE SET state = 'active', next_poll = excluded.next_poll",
            {"url": url, "kind": kind, "title": title, "now": now},
        )
        return self.db.query("SELECT * FROM feeds WHERE url = :url", {"url": url})[0]

    def feeds(self, *, state: str | None = None) -> list[Row]:
        """All feeds, or those of one state, by address."""
        where = " WHERE state = :state" if state else ""
        return self.db.query(f"SELECT * FROM feeds{where} ORDER BY url", {"state": state} if state else {})

    def due_feeds(self, now: datetime, limit: int = 500) -> list[Row]:
        """Active feeds whose next poll has come, the longest waiting first; or whose last one lies ahead, since the
        clock was set back."""
        return self.db.query(
            "SELECT * FROM feeds WHERE state = 'active' AND (next_poll <= :now OR last_poll > :now) ORDER BY next_poll LIMIT :limit",
            {"now": now, "limit": limit},
        )

    def save_feed(self, feed_id: int, **columns: Any) -> None:
        """Set columns of a feed."""
        self.db.execute(f"UPDATE feeds SET {assignments(columns)} WHERE id = :feed_id", {**columns, "feed_id": feed_id})

    def remove_feed(self, url: str) -> bool:
        """Stop watching `url`; its articles stay. False when there is no such feed."""
        return bool(self.db.execute("DELETE FROM feeds WHERE url = :url", {"url": url}))

    def known_guids(self, feed_id: int, guids: Sequence[str]) -> dict[str, str]:
        """guid -> hash of the entry as last seen, for those of `guids` that are known."""
        names, params = marks("g", guids)
        rows = self.db.query(
            f"SELECT guid, hash FROM entries WHERE feed_id = :feed AND guid IN ({names})", {"feed": feed_id, **params}
        )
        return {row["guid"]: row["hash"] for row in rows}

    def remember_entries(self, feed_id: int, rows: Iterable[Row], now: datetime) -> None:
        """Note entries (guid, url, hash) as seen."""
        self.db.many(
            "INSERT INTO entries (feed_id, guid, url, hash, seen) VALUES (:feed, :guid, :url, :hash, :seen) "
            "ON CONFLICT (feed_id, guid) DO UPDATE SET hash = excluded.hash, url = excluded.url",
            [{"feed": feed_id, "seen": now, **row} for row in rows],
        )

    # pages ---------------------------------------------------------------------------------------------------

    def add_page(self, url: str, *, feed_id: int | None, entry: Row, now: datetime) -> bool:
        """Queue a page to be fetched now; False when it is known already."""
        return bool(
            self.db.execute(
                "INSERT INTO pages (url, feed_id, first_seen, next_visit, entry) VALUES (:url, :feed, :now, :now, :entry) "
                "ON CONFLICT (url) DO NOTHING",
                {"url": url, "feed": feed_id, "now": now, "entry": json.dumps(entry, ensure_ascii=False)},
            )
        )

    def page(self, url: str) -> Row | None:
        """The page kept for an address."""
        return self.db.one("SELECT * FROM pages WHERE url = :url", {"url": url})

    def due_pages(self, now: datetime, limit: int = 100) -> list[Row]:
        """Pages to fetch: never fetched ones first, then those whose next visit has come."""
        return self.db.query(
            "SELECT * FROM pages WHERE next_visit <= :now ORDER BY visits, next_visit LIMIT :limit",
            {"now": now, "limit": limit},
        )

    def hasten_pages(self, now: datetime) -> int:
        """Visit those pages now whose next visit was set by a clock that has been set back since; returns how many."""
        return self.db.execute(
            "UPDATE pages SET next_visit = :now WHERE next_visit > :now AND (first_seen > :ahead OR last_visit > :ahead)",
            {"now": now, "ahead": now + SKEW},
        )

    def pages_waiting(self, now: datetime, most: int) -> int:
        """How many pages are due, counted up to `most`."""
        row = self.db.one(
            "SELECT COUNT(*) AS n FROM (SELECT 1 FROM pages WHERE next_visit <= :now LIMIT :most) due", {"now": now, "most": most}
        )
        return int(row["n"]) if row else 0

    def save_page(self, url: str, **columns: Any) -> None:
        """Set columns of a page."""
        self.db.execute(f"UPDATE pages SET {assignments(columns)} WHERE url = :key_url", {**columns, "key_url": url})

    # articles ------------------------------------------------------------------------------------------------

    def add_article(self, article: Row) -> bool:
        """Store one version of a page; False when this very version is on file. Columns as in the schema.

        `version` is set here: one more than the versions on file under the same page.
        """
        with self.db.transaction():
            if self.db.one("SELECT 1 FROM articles WHERE id = :id", {"id": article["id"]}):
                return False
            last = self.db.one("SELECT MAX(version) AS v FROM articles WHERE page = :page", {"page": article["page"]})
            row = {**article, "version": ((last or {}).get("v") or 0) + 1}
            self.db.execute(insert("articles", row), row)
        return True

    def article(self, article_id: str) -> Row | None:
        """One article with its text."""
        return self.db.one("SELECT * FROM articles WHERE id = :id", {"id": article_id})

    def articles(self, ids: Sequence[str]) -> list[Row]:
        """Several articles, by time of publication."""
        names, params = marks("a", ids)
        if not params:
            return []
        return self.db.query(f"SELECT * FROM articles WHERE id IN ({names}) ORDER BY published, id", params)

    def entered_by_hand(self, article_ids: Iterable[str], response_ids: Iterable[str]) -> dict[str, str]:
        """id -> team, for those of these articles and responses that a team's people entered by hand."""
        articles, params = marks("a", article_ids)
        responses, more = marks("r", response_ids)
        rows = self.db.query(
            f"SELECT id, entered_team FROM articles WHERE entered_team <> '' AND id IN ({articles}) UNION "
            "SELECT r.id, a.entered_team FROM responses r JOIN articles a ON a.id = r.article_id "
            f"WHERE a.entered_team <> '' AND r.id IN ({responses})",
            {**params, **more},
        )
        return {row["id"]: row["entered_team"] for row in rows}

    def under_way(self, article_ids: Iterable[str], now: datetime) -> set[str]:
        """Those of these articles that somebody is working on at this moment."""
        listed, params = marks("a", article_ids)
        rows = self.db.query(f"SELECT id FROM articles WHERE id IN ({listed}) AND state = 'new' AND lease_until > :now", {**params, "now": now})
        return {row["id"] for row in rows}

    def versions(self, page: str) -> list[Row]:
        """All versions of a page, by time of publication."""
        return self.db.query("SELECT * FROM articles WHERE page = :page ORDER BY published, version", {"page": page})

    def save_article(self, article_id: str, **columns: Any) -> None:
        """Set columns of an article."""
        if columns.get("error"):
            columns["error"] = redact(columns["error"])
        self.db.execute(
            f"UPDATE articles SET {assignments(columns)} WHERE id = :article_id", {**columns, "article_id": article_id}
        )

    def holds(self, article_id: str, token: int) -> bool:
        """Is this still the token of the article? It moves on when it is leased anew or taken back; not before the end of
        the transaction in which this is asked."""
        row = self.db.one(
            f"SELECT 1 FROM articles WHERE id = :id AND token = :token{_KEEP_ROW[self.db.dialect]}", {"id": article_id, "token": token}
        )
        return row is not None

    def finish_article(self, article_id: str, token: int, **columns: Any) -> bool:
        """Set columns of a leased article and end the lease; False when it was leased to somebody else since
        (its `token` has moved on), and nothing may be written for it."""
        return bool(
            self.db.execute(
                f"UPDATE articles SET {assignments([*columns, 'lease_until'])} WHERE id = :article_id AND token = :its_token",
                {**columns, "lease_until": None, "article_id": article_id, "its_token": token},
            )
        )

    def claim_articles(self, now: datetime, lease_until: datetime, limit: int = 20, *, holder: str = "") -> list[Row]:
        """Lease waiting articles, oldest first, those that were tried before after the others.

        `attempts` rises at the claim, so one that kills its worker is quarantined (and listed among the problems)
        instead of being tried for ever. A lease that ends much later than one from now is void: the clock was
        set back. `holder` is who takes them: "" the service, else a worker's job or a command.
        """
        free = "SELECT id FROM articles WHERE state = 'new' AND (lease_until IS NULL OR lease_until < :now OR lease_until > :far)"
        rows = _FREE_ROWS[self.db.dialect]
        hopeless = rows.format(f"{free} AND (attempts >= :deaths OR (attempts >= :tries AND error IS NOT NULL))")
        first = rows.format(f"{free} ORDER BY attempts, published, id LIMIT :limit")
        with self.db.transaction(alone=False):
            given_up = self.db.query(
                "UPDATE articles SET state = 'quarantined', error = COALESCE(error, 'it ended its worker too often') "
                f"WHERE {hopeless} RETURNING url, attempts, error",
                {"tries": TRIES, "deaths": DEATHS, "now": now, "far": lease_until + SKEW},
            )
            for row in given_up:
                self.problem("desk", row["url"], f"the article was set aside after {row['attempts']} tries: {row['error']}", now)
            leased = self.db.query(
                "UPDATE articles SET lease_until = :lease, token = token + 1, attempts = attempts + 1, holder = :holder "
                f"WHERE {first} RETURNING *",
                {"lease": lease_until, "now": now, "far": lease_until + SKEW, "limit": limit, "holder": holder},
            )
        return sorted(leased, key=lambda row: (row["published"], row["id"]))

    def read_otherwise(self, since: datetime, kind: str) -> list[str]:
        """Ids of articles read or judged since then by another kind than this ("llm", "offline"), by publication: those
        that still have their text, and that nobody entered by hand."""
        rows = self.db.query(
            "SELECT id FROM articles WHERE state = 'read' AND read_at >= :since AND text <> '' "
            "AND (reader LIKE :other OR (reader <> 'person' AND EXISTS (SELECT 1 FROM bearings b "
            "WHERE b.article_id = articles.id AND b.judge LIKE :other))) ORDER BY published, id",
            {"since": since, "other": "offline-%" if kind == "llm" else "llm:%"},
        )
        return [row["id"] for row in rows]

    def take_back(self, article_id: str) -> None:
        """Let an article wait for the desk again. Whoever has it under way cannot finish it any more."""
        self.db.execute(
            "UPDATE articles SET state = 'new', attempts = 0, lease_until = NULL, token = token + 1 WHERE id = :id", {"id": article_id}
        )

    def quarantined(self, limit: int = 20) -> list[Row]:
        """Articles set aside because handling them failed again and again, the latest first."""
        return self.db.query(
            "SELECT id, url, outlet, title, published, error, attempts FROM articles WHERE state = 'quarantined' "
            "ORDER BY published DESC, id LIMIT :limit",
            {"limit": limit},
        )

    def free_articles(self, holder: str = "") -> int:
        """End the leases of the waiting articles that `holder` has under way, "" for the service; returns how many there
        were. Only whoever knows that it is over with them may call this."""
        return self.db.execute(
            "UPDATE articles SET lease_until = NULL WHERE state = 'new' AND lease_until IS NOT NULL AND holder = :holder",
            {"holder": holder},
        )

    def holders(self) -> list[str]:
        """Who has articles under way, other than the service."""
        rows = self.db.query("SELECT DISTINCT holder FROM articles WHERE state = 'new' AND lease_until IS NOT NULL AND holder <> ''")
        return sorted(row["holder"] for row in rows)

    def waiting(self) -> int:
        """How many articles wait for the desk."""
        row = self.db.one("SELECT COUNT(*) AS n FROM articles WHERE state = 'new'")
        return int(row["n"]) if row else 0

    def set_bands(self, article_id: str, hashes: Sequence[int]) -> None:
        """Store an article's MinHash bands for finding its copies."""
        with self.db.transaction(alone=False):
            self.db.execute("DELETE FROM copy_bands WHERE article_id = :id", {"id": article_id})
            self.db.execute(
                "INSERT INTO copy_bands (band, hash, article_id) "
                f"SELECT b.n, CAST(b.value AS BIGINT), CAST(:id AS TEXT) FROM {each(self.db.dialect, 'hashes')} b",
                {"hashes": json.dumps(list(hashes)), "id": article_id},
            )

    def sharing_bands(self, article_id: str, hashes: Sequence[int], since: datetime, until: datetime, limit: int = 40) -> list[Row]:
        """Articles with at least one band in common, published between `since` and `until`, most bands first."""
        names, params = marks("h", hashes)
        return self.db.query(
            # counted by id alone: whole articles are only read of those that are wanted
            "SELECT a.*, s.shared FROM (SELECT b.article_id, COUNT(*) AS shared FROM copy_bands b "
            f"WHERE b.hash IN ({names}) AND b.article_id <> :id GROUP BY b.article_id) s JOIN articles a ON a.id = s.article_id "
            "WHERE a.published BETWEEN :since AND :until ORDER BY s.shared DESC, a.published, a.id LIMIT :limit",
            {**params, "id": article_id, "since": since, "until": until, "limit": limit},
        )

    # problems ------------------------------------------------------------------------------------------------

    def problem(self, room: str, subject: str, message: str, now: datetime) -> None:
        """Keep one clear line where an admin sees it; the same line again only raises its counter."""
        self.db.execute(
            "INSERT INTO problems (room, subject, message, first_at, last_at) VALUES (:room, :subject, :message, :now, :now) "
            "ON CONFLICT (room, subject, message) DO UPDATE SET times = problems.times + 1, last_at = excluded.last_at",
            {"room": room, "subject": redact(subject)[:500], "message": redact(message)[:1000], "now": now},
        )

    def note(self, room: str, subject: str, message: str, now: datetime) -> None:
        """As `problem`, for work that has to go on where even that cannot be written (a full disk, a locked ledger): the
        line is then in the log alone."""
        try:
            self.problem(room, subject, message, now)
        except Exception:
            log.exception("a problem could not be kept: %s: %s", subject, message)

    def problems(self, limit: int = 50) -> list[Row]:
        """The latest problems first."""
        return self.db.query("SELECT * FROM problems ORDER BY last_at DESC, id DESC LIMIT :limit", {"limit": limit})

    def problems_of(self, room: str) -> list[Row]:
        """The problems of one room, in the order in which they came up."""
        return self.db.query("SELECT * FROM problems WHERE room = :room ORDER BY id", {"room": room})

    def forget_problem(self, problem_id: int) -> None:
        """It is none any more."""
        self.db.execute("DELETE FROM problems WHERE id = :id", {"id": problem_id})

    def mark_told(self, problem_ids: Sequence[int], now: datetime) -> None:
        """Whoever can mend these problems was told."""
        listed, params = marks("p", problem_ids)
        self.db.execute(f"UPDATE problems SET told = :now WHERE id IN ({listed})", {**params, "now": now})

    def counts(self) -> dict[str, int]:
        """Articles by state."""
        return {r["state"]: r["n"] for r in self.db.query("SELECT state, COUNT(*) AS n FROM articles GROUP BY state")}
