"""What hangs together: members of a case, repetitions of a response, and denials around companies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from store.engine import Engine, Row, marks
from store.readings import DENIALS, JOINED

#: Statuses that time alone can still change.
WAITING = ("open", "contested", "stale")


class Matters:
    """Reading and marking what belongs together. Rows as `Cases.claims` and `Cases.responses` give them."""

    def __init__(self, engine: Engine) -> None:
        self.db = engine

    def members(self, case_id: int) -> list[Row]:
        """Claims and responses of a case, repetitions included."""
        out: list[Row] = []
        for table in ("claims", "responses"):
            out += self.db.query(
                f"{JOINED.format(table=table)} WHERE x.case_id = :case ORDER BY x.published, x.id", {"case": case_id}
            )
        return out

    def is_empty(self, case_id: int) -> bool:
        """Has everything gone from this case?"""
        row = self.db.one(
            "SELECT 1 FROM claims WHERE case_id = :case UNION ALL SELECT 1 FROM responses WHERE case_id = :case LIMIT 1",
            {"case": case_id},
        )
        return row is None

    def repetitions(self, response_ids: Iterable[str]) -> list[Row]:
        """Rows {id, repeats} in which one of these responses repeats another, or is repeated."""
        listed, params = marks("r", response_ids)
        return self.db.query(
            f"SELECT id, repeats FROM responses WHERE repeats IS NOT NULL AND (id IN ({listed}) OR repeats IN ({listed}))",
            params,
        )

    def set_repeats(self, response_id: str, of: str | None) -> None:
        """Mark a response as the repetition of an earlier one (None: as one of its own)."""
        self.db.execute("UPDATE responses SET repeats = :of WHERE id = :id", {"id": response_id, "of": of})

    def denials_around(
        self, company_ids: Iterable[int], *, after: datetime, before: datetime, limit: int = 400
    ) -> list[Row]:
        """Denials published in [after, before) that one of these companies made, or made in a case of theirs; the
        latest `limit`, by publication: {id, article_id, published, quote, statement, title}."""
        listed, params = marks("c", company_ids)
        kinds = ", ".join(repr(kind) for kind in DENIALS)
        wanted = f"r.repeats IS NULL AND r.kind IN ({kinds}) AND r.published >= :after AND r.published < :before"
        latest = "ORDER BY r.published DESC, r.id DESC LIMIT :limit"
        # each half finds its latest by its own index; one OR over both would read all that a large company ever said
        rows = self.db.query(
            "SELECT x.id, x.article_id, x.published, x.quote, x.statement, a.title FROM responses x "
            "JOIN articles a ON a.id = x.article_id WHERE x.id IN ("
            f"SELECT id FROM (SELECT r.id FROM responses r WHERE r.company_id IN ({listed}) AND {wanted} {latest}) own "
            "UNION SELECT id FROM (SELECT r.id FROM case_companies c JOIN responses r ON r.case_id = c.case_id "
            f"WHERE c.company_id IN ({listed}) AND r.company_id NOT IN ({listed}) AND {wanted} {latest}) others) "
            "ORDER BY x.published DESC, x.id DESC LIMIT :limit",
            {**params, "after": after, "before": before, "limit": limit},
        )
        return rows[::-1]

    def claims_answered(self, response_ids: Iterable[str]) -> list[Row]:
        """Claims {response_id, id, article_id, span} that these responses answer, by response and claim."""
        listed, params = marks("r", response_ids)
        return self.db.query(
            "SELECT p.response_id, c.id, c.article_id, c.span FROM pairs p JOIN claims c ON c.id = p.claim_id "
            f"WHERE p.response_id IN ({listed}) ORDER BY p.response_id, c.id",
            params,
        )

    def leads(self, article_ids: Iterable[str], characters: int) -> list[Row]:
        """Articles {id, lang, title, text}, of the text the first so many characters."""
        listed, params = marks("a", article_ids)
        return self.db.query(
            f"SELECT id, lang, title, SUBSTR(text, 1, :characters) AS text FROM articles WHERE id IN ({listed}) ORDER BY id",
            {**params, "characters": characters},
        )

    def vectors(self, table: str, ids: Iterable[str]) -> dict[str, bytes]:
        """The vectors of those claims, responses or articles (`table`) that have one, by id."""
        listed, params = marks("i", ids)
        rows = self.db.query(f"SELECT id, vector FROM {table} WHERE id IN ({listed}) AND vector IS NOT NULL", params)
        return {row["id"]: bytes(row["vector"]) for row in rows}

    def keep_vectors(self, table: str, vectors: Mapping[str, bytes]) -> None:
        """Put vectors on file beside the texts of that `table`."""
        if vectors:
            rows = [{"id": i, "vector": vectors[i]} for i in sorted(vectors)]
            self.db.many(f"UPDATE {table} SET vector = :vector WHERE id = :id", rows)

    def responses_about(self, company_ids: Iterable[int]) -> list[str]:
        """Ids of the responses, by whomever, in cases of these companies."""
        listed, params = marks("c", company_ids)
        rows = self.db.query(
            "SELECT DISTINCT r.id FROM responses r JOIN case_companies x ON x.case_id = r.case_id "
            f"WHERE x.company_id IN ({listed}) ORDER BY r.id",
            params,
        )
        return [row["id"] for row in rows]

    def unsettled(self) -> list[Row]:
        """Cases whose status time alone can change."""
        listed, params = marks("s", WAITING)
        return self.db.query(
            f"SELECT * FROM cases WHERE merged_into IS NULL AND team = '' AND status IN ({listed}) ORDER BY id", params
        )
