"""Companies, their aliases, parents and families.

A company is one name key; short names that begin longer ones ("Quillon", "Quillon Semiconductor") share a
*family* with them, as do parents and subsidiaries. Families serve to find candidates; whether two reports are
about the same company is decided by the judge. The grouping is a function of what is on file, never of the
order in which it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from store.engine import Engine, Row, StoreError, marks
from store.words import CJK

_HAS_CJK = re.compile(f"[{CJK}]")


def head(key: str) -> str:
    """What names of one family begin with: the first word of a key, two characters in scripts without spaces."""
    return key[:2] if _HAS_CJK.match(key) else key.split(" ", 1)[0]


def begins(longer: str, shorter: str) -> bool:
    """Is the key `shorter` the beginning of the key `longer` (or the same)?"""
    if longer == shorter:
        return True
    if _HAS_CJK.search(shorter):
        return len(shorter) >= 2 and longer.startswith(shorter)
    return longer.startswith(shorter + " ")


class Companies:
    """Names as they were read, and what people said about them. Keys come from `bot.read.companies.key`."""

    def __init__(self, engine: Engine) -> None:
        self.db = engine

    def resolve(self, name: str, key: str, now: datetime, by: str = "reader") -> int:
        """The id of the company with this key or alias; created when unknown. A person's alias goes first."""
        row = self.db.one(
            "SELECT company_id FROM aliases WHERE key = :key ORDER BY (by = 'reader'), company_id", {"key": key}
        )
        if row:
            return int(row["company_id"])
        with self.db.transaction():
            created = self.db.query(
                "INSERT INTO companies (name, key, by, added) VALUES (:name, :key, :by, :now) "
                "ON CONFLICT (key) DO UPDATE SET name = companies.name RETURNING id",
                {"name": name, "key": key, "by": by, "now": now},
            )[0]["id"]
            self.add_alias(created, name, key, by)
        return int(created)

    def find(self, key: str) -> Row | None:
        """The company known under this key or alias."""
        return self.db.one(
            "SELECT c.* FROM aliases a JOIN companies c ON c.id = a.company_id WHERE a.key = :key "
            "ORDER BY (a.by = 'reader'), c.id",
            {"key": key},
        )

    def get(self, company_id: int) -> Row | None:
        """One company."""
        return self.db.one("SELECT * FROM companies WHERE id = :id", {"id": company_id})

    def add_alias(self, company_id: int, name: str, key: str, by: str) -> None:
        """Let `key` lead to the company; its family is computed anew."""
        with self.db.transaction():
            self.db.execute(
                "INSERT INTO aliases (key, company_id, name, head, by) VALUES (:key, :id, :name, :head, :by) "
                "ON CONFLICT (key, company_id) DO UPDATE SET name = excluded.name, by = excluded.by",
                {"key": key, "id": company_id, "name": name, "head": head(key), "by": by},
            )
            self._regroup(company_id)

    def set_parent(self, company_id: int, parent_id: int | None) -> None:
        """Say who owns a company. Raises StoreError for a circle."""
        at, seen = parent_id, {company_id}
        while at is not None:
            if at in seen:
                raise StoreError("a company cannot be its own parent, not even through others; check the names")
            seen.add(at)
            at = (self.get(at) or {}).get("parent_id")
        with self.db.transaction():
            self.db.execute("UPDATE companies SET parent_id = :p WHERE id = :id", {"p": parent_id, "id": company_id})
            self._regroup(company_id)

    def merge(self, gone: int, into: int) -> None:
        """Make two companies one: names, claims, responses, cases and subscriptions move to `into`."""
        if gone == into:
            raise StoreError("these are the same company already")
        with self.db.transaction():
            for table in ("claims", "responses"):
                self.db.execute(f"UPDATE {table} SET company_id = :into WHERE company_id = :gone", {"into": into, "gone": gone})
            for table, rest in (("case_companies", "case_id"), ("subscriptions", "team"), ("aliases", "key")):
                same = {
                    "case_companies": "t.case_id = x.case_id",
                    "subscriptions": "t.team = x.team AND t.channel = x.channel",
                    "aliases": "t.key = x.key",
                }[table]
                self.db.execute(
                    f"DELETE FROM {table} WHERE company_id = :gone AND EXISTS (SELECT 1 FROM {table} t WHERE "
                    f"t.company_id = :into AND {same.replace('x.', table + '.')}) AND {rest} IS NOT NULL",
                    {"into": into, "gone": gone},
                )
                self.db.execute(f"UPDATE {table} SET company_id = :into WHERE company_id = :gone", {"into": into, "gone": gone})
            self.db.execute("UPDATE companies SET parent_id = :into WHERE parent_id = :gone AND id <> :into", {"into": into, "gone": gone})
            self.db.execute("DELETE FROM companies WHERE id = :gone", {"gone": gone})
            self._regroup(into)

    def family(self, company_id: int) -> list[int]:
        """Ids of the company and all its kin."""
        rows = self.db.query(
            "SELECT id FROM companies WHERE family = (SELECT family FROM companies WHERE id = :id) ORDER BY id",
            {"id": company_id},
        )
        return [r["id"] for r in rows] or [company_id]

    def names(self, company_ids: Iterable[int]) -> list[str]:
        """All names of these companies, longest first."""
        listed, params = marks("c", company_ids)
        rows = self.db.query(f"SELECT DISTINCT name FROM aliases WHERE company_id IN ({listed})", params)
        return sorted((r["name"] for r in rows), key=lambda n: (-len(n), n))

    def mentioned(self, heads: Iterable[str]) -> list[Row]:
        """Aliases (key, name, company_id, family) whose first word is among `heads`: candidates to look for in a text."""
        out: list[Row] = []
        heads = sorted(set(heads))
        for i in range(0, len(heads), 400):
            listed, params = marks("h", heads[i : i + 400])
            out += self.db.query(
                "SELECT a.key, a.name, a.company_id, c.family FROM aliases a JOIN companies c ON c.id = a.company_id "
                f"WHERE a.head IN ({listed})",
                params,
            )
        return out

    def all(self) -> list[Row]:
        """Every company with its aliases (a list) and its parent's name, by name."""
        rows = self.db.query(
            "SELECT c.*, p.name AS parent FROM companies c LEFT JOIN companies p ON p.id = c.parent_id ORDER BY c.name"
        )
        names: dict[int, list[str]] = {}
        for a in self.db.query("SELECT company_id, name FROM aliases ORDER BY name"):
            names.setdefault(a["company_id"], []).append(a["name"])
        return [{**r, "aliases": [n for n in names.get(r["id"], []) if n != r["name"]]} for r in rows]

    def _regroup(self, company_id: int) -> None:
        """Compute the family of a company anew: everybody reachable by parent, shared alias or name beginning."""
        seen: set[int] = set()
        todo = {company_id}
        row = self.get(company_id)
        if row and row["family"]:  # those who were kin may no longer be
            todo |= set(self.family(company_id))
        groups: list[set[int]] = []
        while todo:
            start = todo.pop()
            if start in seen:
                continue
            group, edge = set(), [start]
            while edge:
                at = edge.pop()
                if at in group:
                    continue
                group.add(at)
                edge += [n for n in self._neighbours(at) if n not in group]
            seen |= group
            groups.append(group)
        for group in groups:
            listed, params = marks("c", group)
            self.db.execute(f"UPDATE companies SET family = :family WHERE id IN ({listed})", {"family": min(group), **params})

    def _neighbours(self, company_id: int) -> set[int]:
        own = self.db.query("SELECT key, head FROM aliases WHERE company_id = :id", {"id": company_id})
        found = {
            r["id"]
            for r in self.db.query(
                "SELECT id FROM companies WHERE parent_id = :id UNION "
                "SELECT parent_id AS id FROM companies WHERE id = :id AND parent_id IS NOT NULL",
                {"id": company_id},
            )
        }
        listed, params = marks("h", {a["head"] for a in own})
        for other in self.db.query(f"SELECT key, company_id FROM aliases WHERE head IN ({listed})", params):
            if any(begins(other["key"], a["key"]) or begins(a["key"], other["key"]) for a in own):
                found.add(other["company_id"])
        return found - {company_id}
