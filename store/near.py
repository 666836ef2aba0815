"""Which of a company's claims and answers lie near another one? All of them, or, of a great many, the nearest in time and
those with the rarest words in common: what looks at one article must cost the same for a company with a hundred thousand
claims on file as for one with a hundred.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from store.engine import Engine, Row, marks
from store.readings import DENIALS, JOINED
from store.search import Search

#: Up to so many rows of a company in a stretch of time are all near; of more, so many by time and so many by words.
EVERY, IN_TIME, IN_WORDS = 48, 12, 12
#: Of denials that an article may bear on, which are told apart at less cost, the latest so many and those with words.
DENIALS_IN_TIME, DENIALS_IN_WORDS = 100, 60
#: The latest are looked for in so many of a company's cases, those that moved last, where others deny in them.
CASES_IN_TIME = 400

_OWN = "SELECT x.id, x.published FROM {table} x WHERE x.company_id = :c{n} AND {window} ORDER BY x.published {way}, x.id {way} LIMIT :most"
_NAMED = (
    "SELECT x.claim_id AS id, x.published FROM claim_parties x WHERE x.key = :k{n} AND {window} "
    "ORDER BY x.published {way}, x.claim_id {way} LIMIT :most"
)


class Near:
    """Rows as `Cases.claims` and `Cases.responses` give them, by publication. Times are inclusive, UTC.

    `text` is what the rows should be near to. `latest`: of a great many, those at the end of the stretch of time are
    nearest; else those at its beginning.
    """

    def __init__(self, engine: Engine) -> None:
        self.db = engine
        self.search = Search(engine)

    def claims(self, company_ids: Sequence[int], text: str, *, after: datetime, before: datetime, latest: bool) -> list[Row]:
        """Claims about these companies or naming them as a party."""
        return self._near("claims", "claim", company_ids, text, after, before, latest)

    def responses(self, company_ids: Sequence[int], text: str, *, after: datetime, before: datetime, latest: bool) -> list[Row]:
        """Responses of every kind by these companies."""
        return self._near("responses", "response", company_ids, text, after, before, latest)

    def denials(self, company_ids: Sequence[int], text: str, *, after: datetime, before: datetime) -> list[Row]:
        """Denials published in [after, before) that one of these companies made, or made in a case of theirs, without
        repetitions: {id, article_id, published, quote, statement, title}."""
        found = self._denials_in_time(company_ids, after, before)
        if len(found) == DENIALS_IN_TIME:
            alike = set(self._denials_in_words(company_ids, text)) - set(found)
            found += self._these_denials(sorted(alike), company_ids, after, before)
        if not found:
            return []
        listed, params = marks("i", found)
        return self.db.query(
            "SELECT x.id, x.article_id, x.published, x.quote, x.statement, a.title FROM responses x "
            f"JOIN articles a ON a.id = x.article_id WHERE x.id IN ({listed}) ORDER BY x.published, x.id",
            params,
        )

    # claims and responses --------------------------------------------------------------------------------------

    def _near(
        self, table: str, kind: str, company_ids: Sequence[int], text: str, after: datetime, before: datetime, latest: bool
    ) -> list[Row]:
        ids = self._in_time(table, company_ids, after, before, latest)
        if len(ids) > EVERY:
            ids = [*dict.fromkeys([*ids[:IN_TIME], *self._in_words((kind,), company_ids, text, IN_WORDS)])]
        if not ids:
            return []
        listed, params = marks("i", ids)
        return self.db.query(
            f"{JOINED.format(table=table)} WHERE x.id IN ({listed}) AND x.published >= :after AND x.published <= :before "
            "ORDER BY x.published, x.id",
            {**params, "after": after, "before": before},
        )

    def _in_time(self, table: str, company_ids: Sequence[int], after: datetime, before: datetime, latest: bool) -> list[str]:
        """Up to one more than `EVERY`, the nearest first. Each company's by its own index: sorting what several have
        together would read all of it."""
        way = "DESC" if latest else "ASC"
        shape = {"table": table, "way": way, "window": "x.published >= :after AND x.published <= :before"}
        _, params = marks("c", company_ids)
        halves = [_OWN.format(n=n, **shape) for n in range(len(params))]
        if table == "claims":
            _, keys = marks("k", self._keys(company_ids))
            halves += [_NAMED.format(n=n, **shape) for n in range(len(keys))]
            params |= keys
        if not halves:
            return []
        together = " UNION ".join(f"SELECT id, published FROM ({half}) h{n}" for n, half in enumerate(halves))
        rows = self.db.query(
            f"{together} ORDER BY published {way}, id {way} LIMIT :most",
            {**params, "after": after, "before": before, "most": EVERY + 1},
        )
        return [row["id"] for row in rows]

    def _in_words(self, kinds: Sequence[str], company_ids: Sequence[int], text: str, limit: int) -> list[str]:
        """Ids of rows that seem to be about one of the companies and hold some of the text's rarest words."""
        listed, params = marks("c", company_ids)
        families: dict[int, set[str]] = {}
        for row in self.db.query(
            f"SELECT c.family, a.name FROM aliases a JOIN companies c ON c.id = a.company_id WHERE a.company_id IN ({listed})", params
        ):
            families.setdefault(row["family"], set()).add(row["name"])
        return [row["ref"] for row in self.search.about(families.values(), text, kinds, limit)]

    def _keys(self, company_ids: Sequence[int]) -> list[str]:
        listed, params = marks("c", company_ids)
        return [r["key"] for r in self.db.query(f"SELECT DISTINCT key FROM aliases WHERE company_id IN ({listed}) ORDER BY key", params)]

    # denials ---------------------------------------------------------------------------------------------------

    def _denials_in_time(self, company_ids: Sequence[int], after: datetime, before: datetime) -> list[str]:
        """The latest ones. Each company's own by its index, and those of others in its cases: sorting what several have
        together, or looking into every case of the largest, would read all of it."""
        _, params = marks("c", company_ids)
        kinds = ", ".join(repr(kind) for kind in DENIALS)
        wanted = f"r.repeats IS NULL AND r.kind IN ({kinds}) AND r.published >= :after AND r.published < :before"
        latest = "ORDER BY r.published DESC, r.id DESC LIMIT :limit"
        halves = [f"SELECT r.id, r.published FROM responses r WHERE r.company_id = :{c} AND {wanted} {latest}" for c in params]
        halves += [
            "SELECT r.id, r.published FROM (SELECT case_id FROM case_companies "
            f"WHERE company_id = :{c} ORDER BY updated DESC, case_id DESC LIMIT {CASES_IN_TIME}) k "
            f"JOIN responses r ON r.case_id = k.case_id WHERE r.company_id <> :{c} AND {wanted} {latest}"
            for c in params
        ]
        if not halves:
            return []
        together = " UNION ".join(f"SELECT id, published FROM ({half}) h{n}" for n, half in enumerate(halves))
        rows = self.db.query(
            f"{together} ORDER BY published DESC, id DESC LIMIT :limit",
            {**params, "after": after, "before": before, "limit": DENIALS_IN_TIME},
        )
        return [row["id"] for row in rows]

    def _denials_in_words(self, company_ids: Sequence[int], text: str) -> list[str]:
        """Responses whose own words, or those of the claims they answer, have rare ones in common with the text."""
        found = self._in_words(("response", "claim"), company_ids, text, DENIALS_IN_WORDS)
        listed, params = marks("i", found)
        answers = self.db.query(f"SELECT response_id FROM pairs WHERE claim_id IN ({listed}) ORDER BY response_id", params)
        return [*found, *(row["response_id"] for row in answers)]

    def _these_denials(self, ids: Iterable[str], company_ids: Sequence[int], after: datetime, before: datetime) -> list[str]:
        """Those of the responses that `denials` is asked for."""
        listed, params = marks("c", company_ids)
        named, more = marks("i", ids)
        kinds = ", ".join(repr(kind) for kind in DENIALS)
        rows = self.db.query(
            f"SELECT r.id FROM responses r WHERE r.id IN ({named}) AND r.repeats IS NULL AND r.kind IN ({kinds}) "
            f"AND r.published >= :after AND r.published < :before AND (r.company_id IN ({listed}) OR EXISTS "
            f"(SELECT 1 FROM case_companies c WHERE c.case_id = r.case_id AND c.company_id IN ({listed}))) ORDER BY r.id",
            {**params, **more, "after": after, "before": before},
        )
        return [row["id"] for row in rows]
