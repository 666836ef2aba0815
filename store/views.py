"""Reading cases back: one case with everything in it, a company's cases, its record, and counts. No writing.

The functions behind `Cases.view`, `.of_company`, `.recent`, `.record` and `.counts`; what goes in and out is told there.
With a `team` each shows what that team's rulings let it see (see `store.rulings`).
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from typing import Any

from store.engine import Engine, Row, marks, moment
from store.readings import DENIALS, JOINED, pairs_of
from store.rulings import NO_DENIALS, VOID, Rulings

STATUSES = ("undercut", "partly_undercut", "contested", "overtaken", "upheld", "open", "stale")
#: Cases that are still waiting for an answer.
UNRESOLVED = ("open", "contested")
_ROLES = ("subject", "counterparty", "parent", "subsidiary")
_KINDS = ", ".join(f"'{kind}'" for kind in DENIALS)
#: Responses (as h) that another team than :team entered by hand; they are few, and their articles have an index, which
#: SQLite begins with where the join is a CROSS JOIN (sqlite.org/optoverview.html, "Manual Control Of Query Plans").
#: Asked for no team, there are none.
_HIDDEN = (
    "FROM articles e CROSS JOIN responses h WHERE h.article_id = e.id AND e.entered_team <> '' AND e.entered_team <> :team "
    "AND CAST(:team AS TEXT) <> ''"
)
#: Cases in which the team :team may see no answer, since others entered them all by hand.
_CASES_HIDDEN = (
    f"SELECT h.case_id {_HIDDEN} AND h.case_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM responses o JOIN articles p "
    "ON p.id = o.article_id WHERE o.case_id = h.case_id AND p.entered_team IN ('', :team))"
)
#: Rows of `responses` (as r) that are counted for the team :team: denials, without those that only repeat one on file and
#: those that are none, as a person said.
IS_DENIAL = (
    f"r.kind IN ({_KINDS}) AND r.repeats IS NULL AND r.id NOT IN (SELECT h.id {_HIDDEN}) AND r.id NOT IN ({NO_DENIALS})"
)
#: How the team :team sees the status of responses r, and which case it keeps them in; joined to FROM responses r.
STATUS_AS_SEEN = " LEFT JOIN team_statuses ts ON ts.response_id = r.id AND ts.team = :team "
AS_SEEN = f"{STATUS_AS_SEEN}LEFT JOIN team_members tm ON tm.ref = r.id AND tm.team = :team "
STATUS_SEEN = "COALESCE(ts.status, r.status, 'open')"
CASE_SEEN = "COALESCE(tm.case_id, r.case_id)"
#: Bearings (as b) that no ruling of the team :team struck out.
NOT_STRUCK = (
    "NOT EXISTS (SELECT 1 FROM rulings u WHERE u.response_id = b.response_id AND u.article_id = b.article_id "
    "AND u.team IN ('', :team) AND u.undone_at IS NULL AND u.kind IN ('not_same_matter', 'not_independent'))"
)
_SEEN = (
    "LEFT JOIN team_cases tc ON tc.case_id = k.id AND tc.team = :team WHERE k.merged_into IS NULL "
    f"AND k.team IN ('', :team) AND COALESCE(tc.status, '') <> '{VOID}' AND k.id NOT IN ({_CASES_HIDDEN})"
)
_CASES_SEEN = f"SELECT k.*, COALESCE(tc.status, k.status) AS status FROM cases k {_SEEN}"
#: Ids of the cases that the team :team does not see; they are few, and have an index of their own.
_CASES_UNSEEN = (
    "SELECT id FROM cases WHERE (merged_into IS NOT NULL OR team <> '') AND (merged_into IS NOT NULL OR team <> :team) "
    f"UNION SELECT case_id FROM team_cases WHERE team = :team AND status = '{VOID}' UNION {_CASES_HIDDEN}"
)


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


def view(db: Engine, case_id: int, team: str) -> Row | None:
    """One case with its companies, claims, responses and bearings."""
    row = case(db, case_id)
    if row is None or row["team"] not in ("", team):
        return None
    here = {"case": row["id"], "team": team}
    if db.one(f"SELECT 1 AS hidden FROM ({_CASES_HIDDEN}) c WHERE c.case_id = :case LIMIT 1", here):
        return None
    ours = "('' = CAST(:team AS TEXT) OR a.entered_team IN ('', :team))"
    members = (
        "((x.case_id = :case AND NOT EXISTS (SELECT 1 FROM team_members m WHERE m.ref = x.id AND m.team = :team)) "
        "OR x.id IN (SELECT ref FROM team_members WHERE case_id = :case AND team = :team))"
    )
    claims = db.query(f"{JOINED.format(table='claims')} WHERE {members} AND {ours} ORDER BY x.published, x.id", here)
    responses = db.query(
        f"{JOINED.format(table='responses')} WHERE {members} AND {ours} AND x.repeats IS NULL ORDER BY x.published, x.id", here
    )
    listed, params = marks("r", [r["id"] for r in responses])
    bearings = db.query(
        "SELECT b.*, a.outlet, a.url, a.title, a.title AS article_title, a.kind AS article_kind, a.lang, a.page, "
        "a.copy_of, a.first_seen FROM bearings b JOIN articles a ON a.id = b.article_id "
        f"WHERE b.response_id IN ({listed}) AND {ours} ORDER BY b.published, b.article_id, b.response_id",
        {**params, "team": team},
    )
    here_claims = {c["id"] for c in claims}
    answers: dict[str, list[str]] = {}
    for pair in pairs_of(db, "response_id", [r["id"] for r in responses]):
        if pair["claim_id"] in here_claims:
            answers.setdefault(pair["response_id"], []).append(pair["claim_id"])
    everything = [*claims, *responses, *bearings]
    seen = {
        **row,
        "companies": companies_of(db, [row["id"]]).get(row["id"], []),
        "claims": claims,
        "responses": [{**r, "claims": answers.get(r["id"], [])} for r in responses],
        "bearings": bearings,
        "first_seen": min((x["first_seen"] for x in everything), default=None),
        "first_published": min((x["published"] for x in [*claims, *responses]), default=None),
    }
    return _as_seen(db, seen, team) if team else seen


def _as_seen(db: Engine, seen: Row, team: str) -> Row:
    """The view with the team's own statuses, its rulings, and what they struck out, moved or left out."""
    rulings = Rulings(db)
    none = rulings.no_denials(team, [r["id"] for r in seen["responses"]])
    found = [r for r in rulings.of_case(seen["id"], team) if not r["undone_at"]]
    struck = {
        (r["response_id"], r["article_id"]): r["kind"]
        for r in found
        if r["article_id"] and r["kind"] in ("not_same_matter", "not_independent")
    }
    statuses = rulings.statuses(team, [r["id"] for r in seen["responses"]])
    own = db.one("SELECT status FROM team_cases WHERE case_id = :case AND team = :team", {"case": seen["id"], "team": team})
    return {
        **seen,
        "status": own["status"] if own else seen["status"],
        "responses": [
            {**r, "status": statuses[r["id"]]["status"], "status_why": statuses[r["id"]]["why"]} if r["id"] in statuses else r
            for r in seen["responses"]
            if r["id"] not in none
        ],
        "no_denials": [r for r in seen["responses"] if r["id"] in none],
        "bearings": [
            {**b, "struck": struck.get((b["response_id"], b["article_id"]))} for b in seen["bearings"] if b["response_id"] not in none
        ],
        "rulings": found,
        "moved": rulings.moved_from(seen["id"], team),
    }


def of_company(
    db: Engine, company_ids: Iterable[int], statuses: Iterable[str] | None, limit: int, offset: int, team: str
) -> list[Row]:
    """Cases in which one of the companies has a role, the latest updated first."""
    _, params = marks("c", company_ids)
    only, more = ("", {}) if statuses is None else _in("COALESCE(tc.status, k.status)", "s", statuses)
    # each company's latest by its own index: sorting what several have together would read all of it
    latest = " UNION ".join(
        "SELECT case_id FROM (SELECT x.case_id FROM case_companies x JOIN cases k ON k.id = x.case_id "
        f"{_SEEN} AND x.company_id = :{c}{only} ORDER BY x.updated DESC, x.case_id DESC LIMIT :reach) {c}"
        for c in params
    )
    rows = db.query(
        f"{_CASES_SEEN} AND k.id IN ({latest or 'NULL'}) ORDER BY k.updated DESC, k.id DESC LIMIT :limit OFFSET :offset",
        {**params, **more, "limit": limit, "offset": offset, "reach": limit + offset, "team": team},
    )
    return _told(db, rows, team)


def recent(db: Engine, statuses: Iterable[str] | None, limit: int, offset: int, team: str) -> list[Row]:
    """All cases, the latest updated first."""
    only, params = ("", {}) if statuses is None else _in("COALESCE(tc.status, k.status)", "s", statuses)
    rows = db.query(
        f"{_CASES_SEEN}{only} ORDER BY k.updated DESC, k.id DESC LIMIT :limit OFFSET :offset",
        {**params, "limit": limit, "offset": offset, "team": team},
    )
    return _told(db, rows, team)


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


def record(db: Engine, company_ids: Sequence[int], team: str) -> Row:
    """How the denials of these companies held."""
    listed, params = marks("c", company_ids)
    params["team"] = team
    rows = db.query(
        f"SELECT r.kind, {STATUS_SEEN} AS status, COUNT(*) AS n FROM responses r{STATUS_AS_SEEN}"
        f"WHERE r.company_id IN ({listed}) AND {IS_DENIAL} GROUP BY r.kind, {STATUS_SEEN}",
        params,
    )
    by_status: dict[str, int] = {}
    by_kind: dict[str, dict[str, int]] = {}
    for row in rows:
        by_status[row["status"]] = by_status.get(row["status"], 0) + row["n"]
        by_kind.setdefault(row["kind"], {})[row["status"]] = row["n"]
    cases = db.one(
        f"SELECT COUNT(DISTINCT case_id) AS n FROM case_companies WHERE company_id IN ({listed}) AND case_id NOT IN ({_CASES_UNSEEN})",
        params,
    )
    return {
        "denials": sum(by_status.values()),
        "by_status": by_status,
        "by_kind": by_kind,
        "median_days_to_reversal": _median_days(db, listed, params),
        "cases": int(cases["n"]) if cases else 0,
    }


def counts(db: Engine, team: str) -> dict[str, int]:
    """Denials by status, and all denials and cases."""
    out = {"denials": 0, "cases": 0, **dict.fromkeys(STATUSES, 0)}
    for row in db.query(
        f"SELECT {STATUS_SEEN} AS status, COUNT(*) AS n FROM responses r{AS_SEEN}WHERE {IS_DENIAL} GROUP BY {STATUS_SEEN}",
        {"team": team},
    ):
        out[row["status"]] = row["n"]
        out["denials"] += row["n"]
    cases = db.one(
        f"SELECT COUNT(*) AS n FROM ({_CASES_SEEN}) k WHERE (EXISTS (SELECT 1 FROM responses r WHERE r.case_id = k.id) "
        "OR EXISTS (SELECT 1 FROM claims c WHERE c.case_id = k.id) "
        "OR EXISTS (SELECT 1 FROM team_members m WHERE m.case_id = k.id AND m.team = :team))",
        {"team": team},
    )
    out["cases"] = int(cases["n"]) if cases else 0
    return out


def _median_days(db: Engine, listed: str, params: Row) -> float | None:
    """Half of the undercut denials were undercut within so many days; None when none was."""
    rows = db.query(
        f"SELECT r.id, r.published AS said, b.published AS told, b.tier FROM responses r{STATUS_AS_SEEN}"
        f"JOIN bearings b ON b.response_id = r.id WHERE r.company_id IN ({listed}) AND {IS_DENIAL} AND {NOT_STRUCK} "
        f"AND {STATUS_SEEN} IN ('undercut', 'partly_undercut') AND b.verdict IN ('undercuts', 'partly_undercuts') "
        "AND b.tier < 4 ORDER BY r.id, b.published, b.article_id",
        params,
    )
    days: dict[str, tuple[int, float]] = {}
    for row in rows:  # the first strong report did it; where there are weak ones only, the last of them
        weak = int(row["tier"]) > 2
        if row["id"] not in days or days[row["id"]][0]:
            days[row["id"]] = (int(weak), (moment(row["told"]) - moment(row["said"])).total_seconds() / 86400)
    return statistics.median(d for _, d in days.values()) if days else None


def _told(db: Engine, rows: list[Row], team: str) -> list[Row]:
    """Case rows with their companies and how many denials they hold."""
    ids = [row["id"] for row in rows]
    companies = companies_of(db, ids)
    listed, params = marks("c", ids)
    denials: dict[int, int] = {}
    for sql in (
        f"SELECT r.case_id AS at, COUNT(*) AS n FROM responses r{AS_SEEN}WHERE r.case_id IN ({listed}) AND tm.ref IS NULL "
        f"AND {IS_DENIAL} GROUP BY r.case_id",
        "SELECT tm.case_id AS at, COUNT(*) AS n FROM team_members tm JOIN responses r ON r.id = tm.ref "
        f"WHERE tm.team = :team AND tm.case_id IN ({listed}) AND {IS_DENIAL} GROUP BY tm.case_id",
    ):
        for r in db.query(sql, {**params, "team": team}):
            denials[r["at"]] = r["n"]
    return [{**row, "companies": companies.get(row["id"], []), "denials": denials.get(row["id"], 0)} for row in rows]


def _in(column: str, name: str, values: Iterable[Any]) -> tuple[str, Row]:
    listed, params = marks(name, values)
    return f" AND {column} IN ({listed})", params
