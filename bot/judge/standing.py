"""How denials and cases stand, written to the ledger: once as it was read and judged, and once more for every team
whose rulings let it see something else.

What a ruling moves out of a case is told by pure rules (`moved_by`), anew each time the case is restated, so that
what comes in later follows what was moved, and a re-reading never brings it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from bot.judge.bearing import Status
from bot.judge.status import case_status, denial_status
from bot.read.reading import DENIALS
from store.engine import Row, iso, moment
from store.ledger import Ledger
from store.rulings import VOID


def restate(ledger: Ledger, case_id: int, now: datetime) -> Row | None:
    """Write the status of each denial of a case of the ledger, and the case's own, as the pure rules give them; for
    teams with rulings on it as they see it. Call it in the transaction of a change. `now`: UTC. Returns the case as it
    then is (see `Cases.view`); None when there is none."""
    view = ledger.cases.view(case_id)
    if view is None:
        return None
    rulings = ledger.rulings.of_case(view["id"])
    for_all = _in_force(rulings, "")
    none = _no_denials(for_all)
    found: list[Status] = []
    for row, (now_is, why) in _statuses(view, for_all, now):
        found += [now_is] if row["id"] not in none else []
        if (now_is, why) != (row["status"], row["status_why"]):
            ledger.cases.save_response(row["id"], status=now_is, status_why=why)
            row["status"], row["status_why"] = now_is, why
    overall = case_status(found)
    if overall != view["status"]:
        ledger.cases.set_case(view["id"], status=overall, updated=iso(now))
        view |= {"status": overall, "updated": iso(now)}
    for team in sorted({r["team"] for r in rulings if r["team"]}):
        _restate_for(ledger, view, overall, team, _in_force(rulings, team), now)
    return view


def moved_by(view: Mapping[str, list[Row]], ruling: Row) -> set[str]:
    """Ids of the claims and responses of a case that a ruling takes out of it.

    A wrong pair takes the answer alone: it belongs to another claim. Another matter takes an answer with the claims
    of its own article that nobody else answers, or a claim with the answers that answer nothing else; where these are
    all that was denied, the claim goes alone, for a case is about what was denied.
    """
    if ruling["article_id"] or ruling["kind"] not in ("wrong_pair", "not_same_matter"):
        return set()
    answers = {r["id"]: set(r["claims"]) for r in view["responses"]}
    if ruling["kind"] == "wrong_pair":
        return {ruling["response_id"]} & set(answers)
    if ruling["claim_id"]:
        gone = {ruling["claim_id"]} & {c["id"] for c in view["claims"]}
        follow = {r for r, claims in answers.items() if claims and claims <= gone}
        denials = {r["id"] for r in view["responses"] if r["kind"] in DENIALS}
        return gone | follow if denials - follow else gone
    answer = next((r for r in view["responses"] if r["id"] == ruling["response_id"]), None)
    if answer is None:
        return set()
    others = {c for r, claims in answers.items() if r != answer["id"] for c in claims}
    own = {c["id"] for c in view["claims"] if c["article_id"] == answer["article_id"]}
    return {answer["id"]} | ((answers[answer["id"]] & own) - others)


def _restate_for(ledger: Ledger, view: Row, overall: Status, team: str, rulings: Sequence[Row], now: datetime) -> None:
    """How one team sees a case of the ledger: what its rulings moved out, and the statuses that differ."""
    place: dict[str, Row] = {}
    for ruling in rulings:
        for ref in moved_by(view, ruling):
            place.setdefault(ref, ruling)
    none = _no_denials(rulings) & {r["id"] for r in view["responses"]}
    emptied = {place[r]["into_case"] if r in place else view["id"] for r in none}
    statuses: list[Row] = []
    by_case: dict[int, list[Status]] = {view["id"]: []}
    for ruling in place.values():
        by_case.setdefault(ruling["into_case"], [])
    for row, (now_is, why) in _statuses(view, rulings, now):
        if row["id"] not in none:
            by_case[place[row["id"]]["into_case"] if row["id"] in place else view["id"]].append(now_is)
        if (now_is, why) != (row["status"], row["status_why"]):
            statuses.append({"response_id": row["id"], "status": now_is, "why": why})
    cases: dict[int, str] = {k: case_status(found) for k, found in by_case.items()}
    cases |= {k: VOID for k in emptied if not by_case[k]}
    if all(r["id"] in place for r in view["responses"]):
        cases[view["id"]] = VOID
    elif cases[view["id"]] == overall:
        del cases[view["id"]]
    members = [{"ref": ref, "case_id": r["into_case"], "ruling_id": r["id"]} for ref, r in sorted(place.items())]
    ledger.rulings.see(view["id"], team, members, statuses, cases)


def _statuses(view: Row, rulings: Sequence[Row], now: datetime) -> Iterable[tuple[Row, tuple[Status, str]]]:
    origins = {c["id"]: c["origin"] for c in view["claims"]}
    for row in view["responses"]:
        if row["kind"] in DENIALS:
            yield row, denial_status(
                row["kind"],
                moment(row["published"]),
                moment(row["due"]) if row["due"] else None,
                [b for b in view["bearings"] if b["response_id"] == row["id"]],
                [r for r in rulings if r["response_id"] == row["id"] or not (r["response_id"] or r["claim_id"])],
                now,
                [origins[c] for c in row["claims"] if c in origins],
            )


def _no_denials(rulings: Iterable[Row]) -> set[str]:
    """Ids of the responses that are no denial, as a person said."""
    return {r["response_id"] for r in rulings if r["kind"] == "not_a_denial"}


def _in_force(rulings: Iterable[Row], team: str) -> list[Row]:
    """The rulings a team goes by: the installation's and its own."""
    return [r for r in rulings if not r["undone_at"] and r["team"] in ("", team)]
