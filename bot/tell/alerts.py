"""What changed becomes rows of the outbox, in the transaction of the change. Nothing is posted here.

A row holds ids and the old and new value only; what people read is rendered at sending time from the case as it
then stands. One thread per case and channel: the first row of a case in a channel is its "root", the others
("response", "bearing", "status", "withdrawn") become replies. Keys name the news, not the run that found it, so
handling an article twice adds nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from store.companies import begins
from store.engine import Row, iso, marks
from store.ledger import Ledger

#: Where rows go that only record what would have been said.
RECORDED = ("", "")


@dataclass(frozen=True)
class Change:
    """One thing that is new in a case.

    `event`: "response" (somebody answered; `new` is the kind), "bearing" (`article` says something about the
    denial `response`; `old` and `new` are verdicts), "status" (of the denial `response`), "withdrawn" (what was
    said about `article` and `response` does not stand any more; `old` is what was said).
    """

    case: int
    event: Literal["response", "bearing", "status", "withdrawn"]
    article: str
    response: str
    old: str = ""
    new: str = ""


def write(ledger: Ledger, changes: Sequence[Change], now: datetime, live: bool) -> int:
    """Put `changes` into the outbox for every channel that is told about a company of their case.

    live: post them; otherwise one row each is kept in state 'recorded', for no channel. Live news of a company
    that nobody follows leaves nothing. Channels that muted a case are passed over. Call it in the transaction
    of the change. Returns how many rows were added.
    """
    added = 0
    for case_id in dict.fromkeys(c.case for c in changes):
        mine = [c for c in changes if c.case == case_id]
        for team, channel in subscribers(ledger, case_id, now) if live else [RECORDED]:
            added += _write_all(ledger, as_seen(ledger, team, mine), team, channel, now)
    return added


def write_ruling(ledger: Ledger, ruling: Row, changes: Sequence[Change], now: datetime) -> int:
    """Put a person's correction (or its undoing) into the outbox for every channel of the team that was told of the
    case, with the `changes` of status that it brings. Call it in its transaction. Returns how many rows were added."""
    added = 0
    case_id = int(ruling["case_id"])
    undone = bool(ruling["undone_at"])
    for thread in ledger.outbox.threads_of_case(case_id):
        muted = thread["muted_until"] and thread["muted_until"] > iso(now)
        if thread["team"] != ruling["team"] or not thread["root_ts"] or muted:
            continue
        place = f"{thread['team']}|{thread['channel']}"
        row: Row = {
            "key": f"ruling|{ruling['id']}|{'undone' if undone else 'made'}|{place}", "team": thread["team"], "channel": thread["channel"],
            "case_id": case_id, "event": "ruling", "article_id": ruling["article_id"], "response_id": ruling["response_id"],
            "created": iso(now), "body": {"ruling": ruling["id"], "undone": undone},
        }  # fmt: skip
        added += ledger.outbox.add_alert(row)
        added += _write_all(ledger, changes, thread["team"], thread["channel"], now)
    return added


def as_seen(ledger: Ledger, team: str, changes: Sequence[Change]) -> list[Change]:
    """The changes as a team sees them, whose rulings may keep an answer in a case of its own and give it a status of
    its own. What is said about an answer that stands with the wrong claim is no news."""
    refs = {c.response for c in changes}
    moved, statuses = ledger.rulings.cases_of(team, refs), ledger.rulings.statuses(team, refs)
    out = []
    for change in changes:
        seen = statuses.get(change.response)
        if change.event == "bearing" and seen and change.response in moved and seen["status"] == "open":
            continue
        if change.event == "status" and seen:
            change = replace(change, new=seen["status"])
        out.append(replace(change, case=moved.get(change.response, change.case)))
    return [c for c in out if c.event != "status" or c.old != c.new]


def _write_all(ledger: Ledger, changes: Sequence[Change], team: str, channel: str, now: datetime) -> int:
    added = 0
    for case_id in dict.fromkeys(c.case for c in changes):
        rows = [r for r in ledger.outbox.alerts(case_id) if (r["team"], r["channel"]) == (team, channel)]
        added += _write_to(ledger, case_id, [c for c in changes if c.case == case_id], rows, team, channel, now)
    return added


def subscribers(ledger: Ledger, case_id: int, now: datetime) -> list[tuple[str, str]]:
    """(team, channel) of everybody who is told about a company of the case and has not muted it."""
    followed = relatives(ledger, [c["id"] for c in ledger.cases.companies_of(case_id)])
    muted = {
        (t["team"], t["channel"])
        for t in ledger.outbox.threads_of_case(case_id)
        if t["muted_until"] and t["muted_until"] > iso(now)
    }
    found = [(s["team"], s["channel"]) for s in ledger.outbox.subscribers_of(followed)]
    return [f for f in found if f not in muted]


def relatives(ledger: Ledger, company_ids: Iterable[int]) -> list[int]:
    """The companies whose followers want to hear of these: themselves, their parents, and names that one begins.

    Narrower than a family, in which "Delta Air" and "Delta Electric" are kin as soon as "Delta" is on file:
    who follows the one does not want the other.
    """
    out: set[int] = set()
    for company_id in company_ids:
        out |= {company_id, *_parents(ledger, company_id)}
        family = ledger.companies.family(company_id)
        if len(family) == 1:
            continue
        listed, params = marks("c", family)
        aliases = ledger.db.query(f"SELECT company_id, key FROM aliases WHERE company_id IN ({listed})", params)
        own = [a["key"] for a in aliases if a["company_id"] == company_id]
        out |= {a["company_id"] for a in aliases if any(begins(a["key"], k) or begins(k, a["key"]) for k in own)}
    return sorted(out)


def _parents(ledger: Ledger, company_id: int) -> list[int]:
    out: list[int] = []
    at = ledger.companies.get(company_id)
    while at and at["parent_id"] and at["parent_id"] not in out:
        out.append(at["parent_id"])
        at = ledger.companies.get(at["parent_id"])
    return out


def _write_to(
    ledger: Ledger, case_id: int, changes: Iterable[Change], rows: list[Row], team: str, channel: str, now: datetime
) -> int:
    """Add what `rows` (of this case and channel) do not hold yet."""
    place = f"{team}|{channel}"
    state = "recorded" if (team, channel) == RECORDED else "pending"
    added = 0

    def add(key: str, event: str, change: Change) -> None:
        nonlocal added
        row: Row = {
            "key": key, "team": team, "channel": channel, "case_id": case_id, "event": event, "state": state,
            "article_id": change.article, "response_id": change.response, "created": iso(now),
            "body": json.dumps({"old": change.old, "new": change.new}),
        }  # fmt: skip
        if ledger.outbox.add_alert(row):
            added += 1
            rows.append({"id": None, **row})

    for change in changes:
        about = [r for r in rows if (r["response_id"], r["article_id"]) == (change.response, change.article)]
        if change.event == "withdrawn":
            _withdraw(ledger, about, add, change, place)
            continue
        if not any(r["event"] == "root" for r in rows):
            add(f"root|{case_id}|{place}", "root", change)
        if change.event == "response":
            add(f"response|{case_id}|{change.response}|{place}", "response", change)
        elif change.event == "bearing":
            # Said, taken back and said again is three messages; a verdict that changed is told too.
            again = sum(r["event"] == "withdrawn" for r in about)
            add(f"bearing|{case_id}|{change.response}|{change.article}|{change.new}|{again}|{place}", "bearing", change)
        elif change.event == "status":
            told = [r for r in rows if r["event"] == "status" and r["response_id"] == change.response]
            if not told or json.loads(told[-1]["body"]).get("new") != change.new:
                add(f"status|{case_id}|{change.response}|{len(told)}|{change.new}|{place}", "status", change)
    return added


def _withdraw(ledger: Ledger, about: list[Row], add: Callable[[str, str, Change], None], change: Change, place: str) -> None:
    """Take back what was said; what was not said yet is dropped instead, and nobody needs a correction."""
    said = [r for r in about if r["event"] in ("bearing", "response")]
    waiting = [r["id"] for r in said if r["state"] == "pending" and r["id"] is not None]
    ledger.outbox.drop(waiting, "withdrawn before it was posted")
    taken_back = sum(r["event"] == "withdrawn" for r in about)
    spoken = [r for r in said if r["state"] in ("sent", "sending", "unknown", "recorded")]
    if len(spoken) > taken_back:
        add(f"withdrawn|{change.case}|{change.response}|{change.article}|{taken_back}|{place}", "withdrawn", change)


def heard_of(ledger: Ledger, company_ids: Iterable[int]) -> list[int]:
    """The companies whose cases a follower of these hears of: themselves, their subsidiaries, names that one begins."""
    out: set[int] = set(company_ids)
    for company_id in list(out):
        for kin in ledger.companies.family(company_id):
            if kin not in out and company_id in relatives(ledger, [kin]):
                out.add(kin)
    return sorted(out)
