"""Reading cases back: one case with everything in it, a company's cases, its record, and counts. No writing.

The functions behind `Cases.view`, `.of_company`, `.recent`, `.record` and `.counts`; what goes in and out is told there.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from typing import Any

from store.engine import Engine, Row, marks, moment
from store.readings import DENIALS, JOINED, pairs_of

STATUSES = ("undercut", "partly_undercut", "contested", "overtaken", "upheld", "open", "stale")
#: Cases that are still waiting for an answer.
UNRESOLVED = ("open", "contested")
_ROLES = ("subject", "counterparty", "parent", "subsidiary")
_KINDS = ", ".join(f"'{kind}'" for kind in DENIALS)
#: Rows of `responses` (as r) that are counted: denials, without those that only repeat one on file.
IS_DENIAL = f"r.kind IN ({_KINDS}) AND r.repeats IS NULL"


def case(db: Engine, case_id: int) -> Row | None:
    """The case, or the one it was merged into."""
    seen: set[int] = set()
    at: int | None = case_id
    while at is not None and at not in seen:
        seen.add(at)
        row = db.one("SELECT * FROM cases WHERE id = :id", {"id": at})
        if row is None or row["merged_into"] is None:
            return row
        at = row["merged_into"]
    return None


def view(db: Engine, case_id: int) -> Row | None:
    """One case with its companies, claims, responses and bearings."""
    row = case(db, case_id)
    if row is None:
        return None
    of = {"case": row["id"]}
    claims = db.query(f"{JOINED.format(table='claims')} WHERE x.case_id = :case ORDER BY x.published, x.id", of)
    responses = db.query(
        f"{JOINED.format(table='responses')} WHERE x.case_id = :case AND x.repeats IS NULL ORDER BY x.published, x.id", of
    )
    bearings = db.query(
        "SELECT b.*, a.outlet, a.url, a.title, a.title AS article_title, a.kind AS article_kind, a.lang, a.page, "
        "a.copy_of, a.first_seen FROM bearings b JOIN responses r ON r.id = b.response_id "
        "JOIN articles a ON a.id = b.article_id WHERE r.case_id = :case AND r.repeats IS NULL "
        "ORDER BY b.published, b.article_id, b.response_id",
        of,
    )
    answers: dict[str, list[str]] = {}
    for pair in pairs_of(db, "response_id", [r["id"] for r in responses]):
        answers.setdefault(pair["response_id"], []).append(pair["claim_id"])
    everything = [*claims, *responses, *bearings]
    return {
        **row,
        "companies": companies_of(db, [row["id"]]).get(row["id"], []),
        "claims": claims,
        "responses": [{**r, "claims": answers.get(r["id"], [])} for r in responses],
        "bearings": bearings,
        "first_seen": min((x["first_seen"] for x in everything), default=None),
        "first_published": min((x["published"] for x in [*claims, *responses]), default=None),
    }


def of_company(
    db: Engine, company_ids: Iterable[int], statuses: Iterable[str] | None, limit: int, offset: int
) -> list[Row]:
    """Cases in which one of the companies has a role, the latest updated first."""
    listed, params = marks("c", company_ids)
    only, more = ("", {}) if statuses is None else _in("k.status", "s", statuses)
    rows = db.query(
        "SELECT k.* FROM cases k WHERE k.merged_into IS NULL AND k.id IN "
        f"(SELECT case_id FROM case_companies WHERE company_id IN ({listed})){only} "
        "ORDER BY k.updated DESC, k.id DESC LIMIT :limit OFFSET :offset",
        {**params, **more, "limit": limit, "offset": offset},
    )
    return _told(db, rows)


def recent(db: Engine, statuses: Iterable[str] | None, limit: int, offset: int) -> list[Row]:
    """All cases, the latest updated first."""
    only, params = ("", {}) if statuses is None else _in("k.status", "s", statuses)
    rows = db.query(
        f"SELECT k.* FROM cases k WHERE k.merged_into IS NULL{only} "
        "ORDER BY k.updated DESC, k.id DESC LIMIT :limit OFFSET :offset",
        {**params, "limit": limit, "offset": offset},
    )
    return _told(db, rows)


def companies_of(db: Engine, case_ids: Iterable[int]) -> dict[int, list[Row]]:
    """case id -> its companies {id, name, role}, subjects first."""
    listed, params = marks("c", case_ids)
    out: dict[int, list[Row]] = {}
    for row in db.query(
        "SELECT x.case_id, x.company_id AS id, c.name, x.role FROM case_companies x "
        f"JOIN companies c ON c.id = x.company_id WHERE x.case_id IN ({listed}) ORDER BY x.case_id, c.name, c.id",
        params,
    ):
        out.setdefault(row.pop("case_id"), []).append(row)
    for companies in out.values():
        companies.sort(key=lambda c: _ROLES.index(c["role"]) if c["role"] in _ROLES else len(_ROLES))
    return out


def record(db: Engine, company_ids: Sequence[int]) -> Row:
    """How the denials of these companies held."""
    listed, params = marks("c", company_ids)
    rows = db.query(
        "SELECT r.kind, COALESCE(r.status, 'open') AS status, COUNT(*) AS n FROM responses r "
        f"WHERE r.company_id IN ({listed}) AND {IS_DENIAL} GROUP BY r.kind, COALESCE(r.status, 'open')",
        params,
    )
    by_status: dict[str, int] = {}
    by_kind: dict[str, dict[str, int]] = {}
    for row in rows:
        by_status[row["status"]] = by_status.get(row["status"], 0) + row["n"]
        by_kind.setdefault(row["kind"], {})[row["status"]] = row["n"]
    cases = db.one(
        "SELECT COUNT(DISTINCT x.case_id) AS n FROM case_companies x JOIN cases k ON k.id = x.case_id "
        f"WHERE x.company_id IN ({listed}) AND k.merged_into IS NULL",
        params,
    )
    return {
        "denials": sum(by_status.values()),
        "by_status": by_status,
        "by_kind": by_kind,
        "median_days_to_reversal": _median_days(db, listed, params),
        "cases": int(cases["n"]) if cases else 0,
    }


def counts(db: Engine) -> dict[str, int]:
    """Denials by status, and all denials and cases."""
    out = {"denials": 0, "cases": 0, **dict.fromkeys(STATUSES, 0)}
    for row in db.query(
        f"SELECT COALESCE(r.status, 'open') AS status, COUNT(*) AS n FROM responses r WHERE {IS_DENIAL} "
        "GROUP BY COALESCE(r.status, 'open')"
    ):
        out[row["status"]] = row["n"]
        out["denials"] += row["n"]
    cases = db.one(
        "SELECT COUNT(*) AS n FROM cases k WHERE k.merged_into IS NULL AND (EXISTS (SELECT 1 FROM responses r "
        "WHERE r.case_id = k.id) OR EXISTS (SELECT 1 FROM claims c WHERE c.case_id = k.id))"
    )
    out["cases"] = int(cases["n"]) if cases else 0
    return out


def _median_days(db: Engine, listed: str, params: Row) -> float | None:
    """Half of the undercut denials were undercut within so many days; None when none was."""
    rows = db.query(
        "SELECT r.id, r.published AS said, b.published AS told, b.tier FROM responses r "
        f"JOIN bearings b ON b.response_id = r.id WHERE r.company_id IN ({listed}) AND {IS_DENIAL} "
        "AND r.status IN ('undercut', 'partly_undercut') AND b.verdict IN ('undercuts', 'partly_undercuts') AND b.tier < 4 "
        "ORDER BY r.id, b.published, b.article_id",
        params,
    )
    days: dict[str, tuple[int, float]] = {}
    for row in rows:  # the first strong report did it; where there are weak ones only, the last of them
        weak = int(row["tier"]) > 2
        if row["id"] not in days or days[row["id"]][0]:
            days[row["id"]] = (int(weak), (moment(row["told"]) - moment(row["said"])).total_seconds() / 86400)
    return statistics.median(d for _, d in days.values()) if days else None


def _told(db: Engine, rows: list[Row]) -> list[Row]:
    """Case rows with their companies and how many denials they hold."""
    ids = [row["id"] for row in rows]
    companies = companies_of(db, ids)
    listed, params = marks("c", ids)
    denials = {
        r["case_id"]: r["n"]
        for r in db.query(
            f"SELECT r.case_id, COUNT(*) AS n FROM responses r WHERE r.case_id IN ({listed}) AND {IS_DENIAL} GROUP BY r.case_id",
            params,
        )
    }
    return [{**row, "companies": companies.get(row["id"], []), "denials": denials.get(row["id"], 0)} for row in rows]


def _in(column: str, name: str, values: Iterable[Any]) -> tuple[str, Row]:
    listed, params = marks(name, values)
    return f" AND {column} IN ({listed})", params
