"""What belongs to one Slack team, and its removal: everything of that team and nothing else.

The ledger itself (articles, claims, answers, cases) is the installation's; a team owns its subscriptions, channels,
threads, alerts, digests, rulings, audit and token: every table with a column `team`.
"""

from __future__ import annotations

import re
from datetime import datetime

from store.engine import Engine, marks

#: Key in `seen` of a team that left: what was under way when it did may still write a row or two.
LEFT = "left|"
#: Put where somebody's user id stood in what stays on the ledger.
FORMER = "a former member"


class Teams:
    """Removes what belongs to a team."""

    def __init__(self, engine: Engine) -> None:
        self.db = engine

    def forget(self, team: str, now: datetime) -> dict[str, int]:
        """Delete everything of a team; returns how many rows of which table went. Again, it finds nothing.

        What its people entered by hand stays, seen by nobody else and without their names. Raises ValueError for "".
        """
        if not team:
            raise ValueError("no team is named")
        if self.db.dialect == "sqlite":
            self.db.query("PRAGMA secure_delete=ON")  # what is deleted is overwritten, not only unlinked
        with self.db.transaction(durable=True):
            self._unname(team)
            gone = {"problems": self._forget_problems(team)}
            for table in self.tables():
                gone[table] = self.db.execute(f"DELETE FROM {table} WHERE team = :team", {"team": team})
            self.db.execute(
                "INSERT INTO seen (key, at) VALUES (:key, :now) ON CONFLICT (key) DO UPDATE SET at = excluded.at",
                {"key": LEFT + team, "now": now},
            )
        if self.db.dialect == "sqlite":
            self.db.query("PRAGMA wal_checkpoint(TRUNCATE)")  # its rows are in the write-ahead log, too
        return {table: n for table, n in gone.items() if n}

    def sweep(self, now: datetime) -> dict[str, int]:
        """Forget again what was written for teams that left, by work that was under way; of those installed anew nothing."""
        gone: dict[str, int] = {}
        for row in self.db.query("SELECT key FROM seen WHERE key LIKE :left", {"left": LEFT + "%"}):
            team = row["key"].removeprefix(LEFT)
            if self.left(team):
                for table, n in self.forget(team, now).items():
                    gone[table] = gone.get(table, 0) + n
        return gone

    def left(self, team: str) -> bool:
        """Did this team leave a short while ago, and not come back?"""
        found = self.db.one(
            "SELECT 1 FROM seen WHERE key = :key AND NOT EXISTS "
            "(SELECT 1 FROM installations WHERE team = :team AND state = 'active')",
            {"key": LEFT + team, "team": team},
        )
        return found is not None

    def came_back(self, team: str) -> None:
        """It is installed anew."""
        self.db.execute("DELETE FROM seen WHERE key = :key", {"key": LEFT + team})

    def tables(self) -> list[str]:
        """Every table with a column `team`: asked of the database, so that none is forgotten when one is added."""
        if self.db.dialect == "sqlite":
            sql = (
                "SELECT m.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'team' "
                "WHERE m.type = 'table' ORDER BY m.name"
            )
        else:
            sql = (
                "SELECT table_name AS name FROM information_schema.columns "
                "WHERE column_name = 'team' AND table_schema = current_schema() ORDER BY table_name"
            )
        return [row["name"] for row in self.db.query(sql)]

    def _unname(self, team: str) -> None:
        """Take the user ids of its people out of what stays on the common ledger."""
        listed, params = marks("p", self._people(team))
        self.db.execute("UPDATE articles SET entered_team = :former WHERE entered_team = :team", {"former": FORMER, "team": team})
        for table, column in (("responses", "entered_by"), ("companies", "by"), ("aliases", "by")):
            self.db.execute(f"UPDATE {table} SET {column} = :former WHERE {column} IN ({listed})", {**params, "former": FORMER})

    def _people(self, team: str) -> list[str]:
        """User ids that the team's rows name. (Slack gives no two people the same.)"""
        found: set[str] = set()
        for table in ("channels", "subscriptions", "rulings", "audit"):
            rows = self.db.query(f"SELECT DISTINCT by FROM {table} WHERE team = :team", {"team": team})
            found |= {row["by"] for row in rows if row["by"][:1] in ("U", "W")}
        return sorted(found)

    def _forget_problems(self, team: str) -> int:
        """Problems that name the team or one of its channels."""
        names = {team}
        for table in ("channels", "threads", "alerts", "subscriptions"):
            channels = self.db.query(f"SELECT DISTINCT channel FROM {table} WHERE team = :team", {"team": team})
            names |= {row["channel"] for row in channels if row["channel"]}
        named = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names)))
        rows = self.db.query("SELECT id, subject, message FROM problems")
        ids = [row["id"] for row in rows if named.search(f"{row['subject']}\n{row['message']}")]
        listed, params = marks("p", ids)
        return self.db.execute(f"DELETE FROM problems WHERE id IN ({listed})", params)
