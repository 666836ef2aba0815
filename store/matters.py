"""What hangs together: members of a case, repetitions of a response, and what is compared with what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from store.engine import Engine, Row, marks
from store.readings import JOINED

#: Cases asked for in one statement.
_AT_ONCE = 500


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

    def texts(self, case_ids: Sequence[int]) -> dict[int, list[str]]:
        """What the claims and responses of these cases say, by case: statements, spans and quotes."""
        out: dict[int, list[str]] = {}
        for at in range(0, len(case_ids), _AT_ONCE):
            listed, params = marks("k", case_ids[at : at + _AT_ONCE])
            for row in self.db.query(
                f"SELECT case_id, statement, span AS words FROM claims WHERE case_id IN ({listed}) UNION ALL "
                f"SELECT case_id, statement, quote FROM responses WHERE case_id IN ({listed})",
                params,
            ):
                out.setdefault(row["case_id"], []).extend([row["statement"] or "", row["words"] or ""])
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
        if not params:
            return []
        return self.db.query(
            f"SELECT id, repeats FROM responses WHERE repeats IS NOT NULL AND (id IN ({listed}) OR repeats IN ({listed}))",
            params,
        )

    def set_repeats(self, response_id: str, of: str | None) -> None:
        """Mark a response as the repetition of an earlier one (None: as one of its own)."""
        self.db.execute("UPDATE responses SET repeats = :of WHERE id = :id", {"id": response_id, "of": of})

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
        if not params:
            return []
        return self.db.query(
            f"SELECT id, lang, title, SUBSTR(text, 1, :characters) AS text FROM articles WHERE id IN ({listed}) ORDER BY id",
            {**params, "characters": characters},
        )

    def admissions(self, article_ids: Iterable[str]) -> dict[tuple[str, int], list[str]]:
        """(article id, company id) -> what the company admits there, in its own words, in the order of the text."""
        listed, params = marks("a", article_ids)
        out: dict[tuple[str, int], list[str]] = {}
        for row in self.db.query(
            f"SELECT article_id, company_id, quote FROM responses WHERE article_id IN ({listed}) AND kind = 'confirmation' "
            "ORDER BY article_id, COALESCE(quote_start, -1), id",
            params,
        ):
            out.setdefault((row["article_id"], row["company_id"]), []).append(row["quote"])
        return out

    def vectors(self, table: str, ids: Iterable[str]) -> dict[str, bytes]:
        """The vectors of those claims, responses or articles (`table`) that have one, by id."""
        listed, params = marks("i", ids)
        rows = self.db.query(f"SELECT id, vector FROM {table} WHERE id IN ({listed}) AND vector IS NOT NULL", params)
        return {row["id"]: bytes(row["vector"]) for row in rows}

    def vectors_about(self, response_ids: Iterable[str]) -> list[Row]:
        """Rows {response_id, of, id, vector} of these responses and of the claims they answer, where there is a vector on
        file; `of` is the table in which it is."""
        listed, params = marks("r", response_ids)
        return self.db.query(
            f"SELECT id AS response_id, 'responses' AS of, id, vector FROM responses WHERE id IN ({listed}) AND vector IS NOT NULL "
            "UNION ALL SELECT p.response_id, 'claims', c.id, c.vector FROM pairs p JOIN claims c ON c.id = p.claim_id "
            f"WHERE p.response_id IN ({listed}) AND c.vector IS NOT NULL",
            params,
        )

    def keep_vectors(self, table: str, vectors: Mapping[str, bytes]) -> None:
        """Put vectors on file beside the texts of that `table`."""
        if vectors:
            rows = [{"id": i, "vector": vectors[i]} for i in sorted(vectors)]
            self.db.many(f"UPDATE {table} SET vector = :vector WHERE id = :id", rows)

    def responses_about(self, company_ids: Iterable[int], limit: int) -> list[str]:
        """Ids of the responses, by whomever, in cases of these companies: the latest so many."""
        listed, params = marks("c", company_ids)
        rows = self.db.query(
            "SELECT DISTINCT r.id, r.published FROM responses r JOIN case_companies x ON x.case_id = r.case_id "
            f"WHERE x.company_id IN ({listed}) ORDER BY r.published DESC, r.id DESC LIMIT :limit",
            {**params, "limit": limit},
        )
        return [row["id"] for row in rows]

    def unsettled(self, made_before: datetime, due_before: datetime, *, after: int = 0, limit: int = 500) -> list[int]:
        """Ids of cases, in their order and beyond `after`, that time alone may change: with an open denial made or due
        before these moments, or with rulings, by which a team may see them so."""
        open_denials = "FROM responses r WHERE r.status = 'open' AND r.case_id > :after AND"
        rows = self.db.query(
            "SELECT k.id FROM cases k WHERE k.merged_into IS NULL AND k.team = '' AND k.id IN ("
            f"SELECT r.case_id {open_denials} r.published <= :made UNION SELECT r.case_id {open_denials} r.due <= :due "
            "UNION SELECT x.case_id FROM rulings x WHERE x.case_id > :after) ORDER BY k.id LIMIT :limit",
            {"after": after, "made": made_before, "due": due_before, "limit": limit},
        )
        return [int(row["id"]) for row in rows]
