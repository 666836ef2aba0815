"""The ledger proper: claims, responses, pairs, links, cases and bearings.

Rows are dicts with the schema's columns. Claims and responses read back carry fields of their article as well:
`outlet`, `url`, `title` (also as `article_title`), `article_kind`, `page`, `copy_of`, `first_seen` and `entered_team`. Times are
stored text (UTC); JSON columns (`parties`) are text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from store import readings, views
from store.engine import Engine, Row, insert, marks
from store.readings import JOINED, save


class Cases:
    """Writing and reading of claims, answers and what came of them."""

    def __init__(self, engine: Engine) -> None:
        self.db = engine

    # readings --------------------------------------------------------------------------------------------------

    def save_reading(
        self,
        article_id: str,
        reader: str,
        claims: Sequence[Row],
        responses: Sequence[Row],
        pairs: Iterable[tuple[str, str]],
    ) -> list[int]:
        """Store what `reader` found in an article, in place of what an earlier reading left; one transaction.

        A claim may carry `party_keys`, the keys of all companies it names, by which it is found besides its own.

        Rows whose id stays keep their case, status, bearings and people's pairs; rows that are gone take theirs
        along. `pairs` are (claim id, response id) within the article. `published`, `lang`, `text_hash` and
        `extractor` default to the article's. The search index is kept in step.

        Returns the cases that lost a row. Raises StoreError for an article that is not on file.
        """
        return readings.save_reading(self.db, article_id, reader, claims, responses, pairs)

    def drop_reading(self, article_id: str) -> list[int]:
        """Take back all that was read in or judged by an article (it is a copy, or superseded). Returns the cases
        that lost something."""
        return readings.drop_reading(self.db, article_id)

    def claims_of(self, article_id: str) -> list[Row]:
        """Claims of an article, in the order of the text."""
        return self.db.query(
            f"{JOINED.format(table='claims')} WHERE x.article_id = :id ORDER BY COALESCE(x.span_start, -1), x.id",
            {"id": article_id},
        )

    def responses_of(self, article_id: str) -> list[Row]:
        """Responses of an article, in the order of the text."""
        return self.db.query(
            f"{JOINED.format(table='responses')} WHERE x.article_id = :id ORDER BY COALESCE(x.quote_start, -1), x.id",
            {"id": article_id},
        )

    def claims(self, ids: Iterable[str]) -> list[Row]:
        """These claims, by publication."""
        return self._rows("claims", ids)

    def responses(self, ids: Iterable[str]) -> list[Row]:
        """These responses, by publication."""
        return self._rows("responses", ids)

    def save_claim(self, claim_id: str, **columns: Any) -> bool:
        """Set columns of a claim; False when there is none."""
        return bool(save(self.db, "claims", "id", claim_id, columns))

    def save_response(self, response_id: str, **columns: Any) -> bool:
        """Set columns of a response (status, status_why, repeats, due, vector ...); False when there is none."""
        return bool(save(self.db, "responses", "id", response_id, columns))

    # recall ----------------------------------------------------------------------------------------------------

    def claims_naming(self, company_ids: Iterable[int], *, limit: int) -> list[Row]:
        """The latest claims about these companies or naming them as a party, by publication."""
        named = "SELECT p.claim_id FROM claim_parties p JOIN aliases a ON a.key = p.key WHERE a.company_id IN ({listed})"
        return self._latest("claims", f"x.company_id IN ({{listed}}) OR x.id IN ({named})", company_ids, limit)

    def responses_of_family(self, company_ids: Iterable[int], *, limit: int) -> list[Row]:
        """The latest responses of every kind by these companies, by publication."""
        return self._latest("responses", "x.company_id IN ({listed})", company_ids, limit)

    def _latest(self, table: str, where: str, company_ids: Iterable[int], limit: int) -> list[Row]:
        listed, params = marks("c", company_ids)
        rows = self.db.query(
            f"{JOINED.format(table=table)} WHERE ({where.format(listed=listed)}) "
            "ORDER BY x.published DESC, x.id DESC LIMIT :limit",
            {**params, "limit": limit},
        )
        return rows[::-1]

    def _rows(self, table: str, ids: Iterable[str]) -> list[Row]:
        listed, params = marks("i", ids)
        if not params:
            return []
        return self.db.query(
            f"{JOINED.format(table=table)} WHERE x.id IN ({listed}) ORDER BY x.published, x.id", params
        )

    # pairs and links -------------------------------------------------------------------------------------------

    def pairs_of(self, response_ids: Iterable[str]) -> list[Row]:
        """Pairs {claim_id, response_id, how} of these responses."""
        return readings.pairs_of(self.db, "response_id", response_ids)

    def pairs_of_claims(self, claim_ids: Iterable[str]) -> list[Row]:
        """Pairs {claim_id, response_id, how} of these claims."""
        return readings.pairs_of(self.db, "claim_id", claim_ids)

    def set_pairs(self, response_id: str, claim_ids: Iterable[str], how: str) -> None:
        """Let a response answer these claims, in place of those it answered for the same reason.

        `how`: 'article' (one article says so), 'across' (concluded across articles) or 'person'. A pair that
        several reasons give keeps the strongest: a person's, then the article's.
        """
        readings.set_pairs(self.db, response_id, claim_ids, how)

    def set_links(self, rows: Iterable[Row]) -> None:
        """Say which earlier claim each claim continues: rows {claim_id, earlier_id, score}; one link a claim."""
        self.db.many(
            "INSERT INTO claim_links (claim_id, earlier_id, score) VALUES (:claim_id, :earlier_id, :score) "
            "ON CONFLICT (claim_id) DO UPDATE SET earlier_id = excluded.earlier_id, score = excluded.score",
            rows,
        )

    def clear_links(self, claim_ids: Iterable[str]) -> None:
        """Forget which earlier claims these claims continue."""
        listed, params = marks("c", claim_ids)
        self.db.execute(f"DELETE FROM claim_links WHERE claim_id IN ({listed})", params)

    def links(self, claim_ids: Iterable[str]) -> list[Row]:
        """Links with one of these claims on either side."""
        listed, params = marks("c", claim_ids)
        if not params:
            return []
        return self.db.query(
            f"SELECT * FROM claim_links WHERE claim_id IN ({listed}) OR earlier_id IN ({listed}) ORDER BY claim_id", params
        )

    # cases -----------------------------------------------------------------------------------------------------

    def open_case(self, title: str, now: datetime | str, team: str = "") -> int:
        """A new, empty case (with a `team`: one that only this team sees); returns its id."""
        rows = self.db.query(
            "INSERT INTO cases (title, opened, updated, team) VALUES (:title, :now, :now, :team) RETURNING id",
            {"title": title, "now": now, "team": team},
        )
        return int(rows[0]["id"])

    def assign(self, case_id: int | None, claim_ids: Iterable[str], response_ids: Iterable[str]) -> None:
        """Put claims and responses into a case (None takes them out)."""
        with self.db.transaction():
            for table, ids in (("claims", claim_ids), ("responses", response_ids)):
                listed, params = marks("i", ids)
                self.db.execute(
                    f"UPDATE {table} SET case_id = :case WHERE id IN ({listed})", {**params, "case": case_id}
                )

    def set_case(self, case_id: int, **columns: Any) -> None:
        """Set columns of a case (title, status, updated, merged_into)."""
        with self.db.transaction():
            save(self.db, "cases", "id", case_id, columns)
            if "updated" in columns:
                self._date(case_id)

    def set_companies(self, case_id: int, companies: Iterable[tuple[int, str]]) -> None:
        """The companies of a case with their roles, in place of those it had. Of several roles the first stays."""
        with self.db.transaction():
            self.db.execute("DELETE FROM case_companies WHERE case_id = :case", {"case": case_id})
            self.db.many(
                "INSERT INTO case_companies (case_id, company_id, role) VALUES (:case, :company, :role) "
                "ON CONFLICT (case_id, company_id) DO NOTHING",
                [{"case": case_id, "company": company, "role": role} for company, role in companies],
            )
            self._date(case_id)

    def _date(self, case_id: int) -> None:
        """Keep a case's `updated` beside its companies, by which the latest cases of each are found."""
        self.db.execute(
            "UPDATE case_companies SET updated = (SELECT updated FROM cases WHERE id = :id) WHERE case_id = :id", {"id": case_id}
        )

    def companies_of(self, case_id: int) -> list[Row]:
        """Companies {id, name, role} of a case, subjects first."""
        return views.companies_of(self.db, [case_id]).get(case_id, [])

    def bump(self, case_id: int, expected_revision: int, now: datetime | str) -> bool:
        """Raise the revision if it still is `expected_revision`; False when somebody else was quicker."""
        with self.db.transaction():
            raised = self.db.execute(
                "UPDATE cases SET revision = revision + 1, updated = :now WHERE id = :id AND revision = :expected",
                {"id": case_id, "expected": expected_revision, "now": now},
            )
            if raised:
                self._date(case_id)
        return bool(raised)

    def case(self, case_id: int) -> Row | None:
        """One case; for one that was merged, the case it went into."""
        return views.case(self.db, case_id)

    # bearings ---------------------------------------------------------------------------------------------------

    def set_bearing(self, row: Row) -> None:
        """Store what an article says about a denial, in place of what the same article said before. A verdict that was
        reached before keeps the time at which it was made (`made`), so that no digest tells it twice."""
        columns = {k: v for k, v in row.items() if k not in ("lang", *readings.ARTICLE_FIELDS)}
        same = "bearings.verdict = excluded.verdict AND bearings.tier = excluded.tier"
        kept = {"made": f"CASE WHEN {same} THEN bearings.made ELSE excluded.made END"}
        changes = ", ".join(
            f"{c} = {kept.get(c, f'excluded.{c}')}" for c in columns if c not in ("response_id", "article_id")
        )
        self.db.execute(
            f"{insert('bearings', columns)} ON CONFLICT (response_id, article_id) DO UPDATE SET {changes}", columns
        )

    def drop_bearing(self, response_id: str, article_id: str) -> bool:
        """Forget what an article said about a denial; False when it said nothing."""
        return bool(
            self.db.execute(
                "DELETE FROM bearings WHERE response_id = :response AND article_id = :article",
                {"response": response_id, "article": article_id},
            )
        )

    def bearings_of_response(self, response_id: str) -> list[Row]:
        """Bearings on one denial, by publication."""
        return self.bearings_of_responses([response_id])

    def bearings_of_responses(self, response_ids: Iterable[str]) -> list[Row]:
        """Bearings on these denials, by publication."""
        return self._bearings("response_id", response_ids)

    def bearings_of_article(self, article_id: str) -> list[Row]:
        """Everything one article says about denials."""
        return self._bearings("article_id", [article_id])

    def _bearings(self, column: str, ids: Iterable[str]) -> list[Row]:
        listed, params = marks("i", ids)
        return self.db.query(
            f"SELECT * FROM bearings WHERE {column} IN ({listed}) ORDER BY published, article_id, response_id", params
        )

    # views -----------------------------------------------------------------------------------------------------

    def view(self, case_id: int, team: str = "") -> Row | None:
        """A case (or the one it was merged into) with everything to be shown; None when there is none.

        With a `team`: as that team's rulings let it see the case (see `store.rulings`). Then a bearing that a ruling
        struck out has its kind in `struck`; `rulings` are those in force; `moved` are the members now kept elsewhere;
        `no_denials` are the responses left out, with what was held against them, since a person said they are no denial.

        The case's columns, and: `companies` [{id, name, role}]; `claims`; `responses`, each with `claims` (ids it
        answers), repeats left out; `bearings` with their article's outlet, url, article_title, lang. Each list is
        by publication. `first_seen`, `first_published`: the earliest of the articles.
        """
        return views.view(self.db, case_id, team)

    def of_company(
        self,
        company_ids: Iterable[int],
        *,
        statuses: Iterable[str] | None = None,
        limit: int = 10,
        offset: int = 0,
        team: str = "",
    ) -> list[Row]:
        """Cases in which one of these companies has a role, the latest updated first, each with `companies`
        [{id, name, role}] and `denials` (how many it holds)."""
        return views.of_company(self.db, company_ids, statuses, limit, offset, team)

    def open_cases_of(self, company_ids: Iterable[int], limit: int = 10, *, team: str = "") -> list[Row]:
        """As `of_company`, those still open or contested."""
        return views.of_company(self.db, company_ids, views.UNRESOLVED, limit, 0, team)

    def recent(
        self, limit: int = 10, offset: int = 0, *, statuses: Iterable[str] | None = None, team: str = ""
    ) -> list[Row]:
        """All cases, as `of_company`."""
        return views.recent(self.db, statuses, limit, offset, team)

    def record(self, company_ids: Sequence[int], team: str = "") -> Row:
        """How these companies' denials held: {denials, by_status: {status: n}, by_kind: {kind: {status: n}},
        median_days_to_reversal (None without one), cases}."""
        return views.record(self.db, company_ids, team)

    def counts(self, team: str = "") -> dict[str, int]:
        """{"denials": n, "cases": n, and each status: how many denials have it}."""
        return views.counts(self.db, team)

    def all_ids(self) -> list[int]:
        """Ids of all cases of the ledger that were not merged into another, in the order they were opened."""
        return [r["id"] for r in self.db.query("SELECT id FROM cases WHERE merged_into IS NULL AND team = '' ORDER BY id")]
