"""What people corrected, and how their team sees things since: its own statuses, and members it moved elsewhere.

The ledger's claims, responses, pairs and statuses stay as they were read and judged; a ruling lies over them, for one
team (team '' is the installation's own, for everybody). So a better reading never loses a correction, and undoing one
leaves no trace. `team_members` says which claims and responses a team keeps in another case than the ledger does,
`team_statuses` and `team_cases` which statuses differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from store.engine import Engine, Row, insert, marks

#: In `team_cases.status`: nothing is left in the case, as this team sees it.
VOID = "void"
#: Ids of the responses that are no denial, as the team :team or the installation ruled.
NO_DENIALS = (
    "SELECT u.response_id FROM rulings u WHERE u.kind = 'not_a_denial' AND u.response_id IS NOT NULL "
    "AND u.undone_at IS NULL AND u.team IN ('', :team)"
)


class Rulings:
    """Corrections by people. Rows have the schema's columns; `kind` is not_a_denial, wrong_pair, not_same_matter,
    not_independent or settled; those with `undone_at` do not count any more."""

    def __init__(self, engine: Engine) -> None:
        self.db = engine

    def add(self, row: Row) -> int:
        """Keep a correction (`kind`, `by`, `at` and what it is about); returns its id."""
        return int(self.db.query(insert("rulings", row) + " RETURNING id", row)[0]["id"])

    def get(self, ruling_id: int) -> Row | None:
        """One ruling."""
        return self.db.one("SELECT * FROM rulings WHERE id = :id", {"id": ruling_id})

    def set(self, ruling_id: int, **columns: Any) -> None:
        """Set columns of a ruling (`into_case`: the case that it made)."""
        changes = ", ".join(f"{c} = :{c}" for c in columns)
        self.db.execute(f"UPDATE rulings SET {changes} WHERE id = :the_id", {**columns, "the_id": ruling_id})

    def undo(self, ruling_id: int, by: str, now: datetime) -> bool:
        """Take a ruling back; False when it was not in force."""
        return bool(
            self.db.execute(
                "UPDATE rulings SET undone_by = :by, undone_at = :now WHERE id = :id AND undone_at IS NULL",
                {"id": ruling_id, "by": by, "now": now},
            )
        )

    def of_case(self, case_id: int, team: str | None = None) -> list[Row]:
        """Rulings on a case or on something in it, in the order they were made, undone ones too; with a `team`
        its own and the installation's."""
        only = "" if team is None else " AND team IN ('', :team)"
        return self.db.query(
            "SELECT * FROM rulings WHERE (case_id = :case OR into_case = :case "
            "OR response_id IN (SELECT id FROM responses WHERE case_id = :case) "
            f"OR claim_id IN (SELECT id FROM claims WHERE case_id = :case)){only} ORDER BY id",
            {"case": case_id, "team": team},
        )

    def all(self) -> list[Row]:
        """Every ruling, in the order they were made."""
        return self.db.query("SELECT * FROM rulings ORDER BY id")

    # how a team sees things ------------------------------------------------------------------------------------

    def see(self, case_id: int, team: str, members: Iterable[Row], statuses: Iterable[Row], cases: Mapping[int, str]) -> None:
        """Replace how a team sees a case of the ledger: `members` {ref, case_id, ruling_id} that it moved elsewhere,
        `statuses` {response_id, status, why} and statuses of `cases` that differ from the ledger's."""
        of = {"home": case_id, "team": team}
        with self.db.transaction():
            touched = {case_id, *cases, *(m["case_id"] for m in self.moved_from(case_id, team))}
            self.db.execute("DELETE FROM team_members WHERE home = :home AND team = :team", of)
            self.db.execute(
                "DELETE FROM team_statuses WHERE team = :team AND response_id IN (SELECT id FROM responses WHERE case_id = :home)", of
            )
            listed, params = marks("k", sorted(touched))
            self.db.execute(f"DELETE FROM team_cases WHERE team = :team AND case_id IN ({listed})", {**params, "team": team})
            for table, key, rows in (
                ("team_members", "ref, team", [{**of, **m} for m in members]),
                ("team_statuses", "response_id, team", [{"team": team, **s} for s in statuses]),
                ("team_cases", "case_id, team", [{"team": team, "case_id": k, "status": s} for k, s in cases.items()]),
            ):
                if rows:
                    changes = ", ".join(f"{c} = excluded.{c}" for c in rows[0])
                    self.db.many(f"{insert(table, rows[0])} ON CONFLICT ({key}) DO UPDATE SET {changes}", rows)

    def moved_from(self, case_id: int, team: str) -> list[Row]:
        """What a team keeps elsewhere though the ledger has it in this case: {ref, case_id, ruling_id ...}."""
        return self.db.query(
            "SELECT * FROM team_members WHERE home = :case AND team = :team ORDER BY ref", {"case": case_id, "team": team}
        )

    def homes(self, case_id: int, team: str) -> list[int]:
        """The ledger's cases whose members a team keeps in this one."""
        rows = self.db.query(
            "SELECT DISTINCT home FROM team_members WHERE case_id = :case AND team = :team ORDER BY home", {"case": case_id, "team": team}
        )
        return [int(r["home"]) for r in rows]

    def cases_of(self, team: str, refs: Iterable[str]) -> dict[str, int]:
        """ref -> case, for those of these claims and responses that a team keeps elsewhere."""
        listed, params = marks("x", refs)
        rows = self.db.query(f"SELECT ref, case_id FROM team_members WHERE team = :team AND ref IN ({listed})", {**params, "team": team})
        return {r["ref"]: int(r["case_id"]) for r in rows}

    def no_denials(self, team: str, response_ids: Iterable[str]) -> frozenset[str]:
        """Those of these responses that are no denial, as a team (or the installation) ruled: they count nowhere for it."""
        listed, params = marks("r", response_ids)
        rows = self.db.query(f"{NO_DENIALS} AND u.response_id IN ({listed})", {**params, "team": team})
        return frozenset(r["response_id"] for r in rows)

    def statuses(self, team: str, response_ids: Iterable[str]) -> dict[str, Row]:
        """response id -> {status, why}, where a team sees another status than the ledger's."""
        listed, params = marks("r", response_ids)
        rows = self.db.query(
            f"SELECT * FROM team_statuses WHERE team = :team AND response_id IN ({listed})", {**params, "team": team}
        )
        return {r["response_id"]: r for r in rows}
