"""What a person corrects, in order: the ruling is kept, the case recomputes, and the bot takes back what it said.

    tell    a person presses "Not a denial", "Wrong pair", "Not the same matter", "Not independent" or "Settle as ...",
            and says why
    judge   the statuses of the case as that team sees it, by the pure rules
    tell    alert rows for every channel of the team that was told otherwise; cards and shares are edited

All in one transaction. A ruling is the team's own: others see what they saw.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.judge.bearing import INFORMATIVE
from bot.judge.standing import moved_by, restate
from bot.judge.status import GRAVEST
from bot.read.reading import DENIALS
from bot.tell import alerts
from bot.tell.alerts import Change
from bot.tell.tools import Ruling
from store.engine import Row, iso
from store.ledger import Ledger


class Corrections:
    """Rulings of people. `now` gives the present moment, aware, in UTC."""

    def __init__(self, ledger: Ledger, now: Callable[[], datetime]) -> None:
        self.ledger, self.now = ledger, now

    def rule(self, ruling: Ruling) -> int:
        """Keep a ruling and all that follows from it; returns its id. The same one again changes nothing.

        Raises ValueError, with one clear line, for one that cannot be: what it is about is gone, or nothing would be
        left to tell the matter apart from.
        """
        with self.ledger.db.lock("matters"), self.ledger.db.transaction():
            view = self.ledger.cases.view(ruling.case, ruling.team)
            if view is None:
                raise ValueError("That case is not on file any more.")
            row: Row = {
                "team": ruling.team, "kind": ruling.kind, "case_id": view["id"], "response_id": ruling.response or None,
                "claim_id": ruling.claim or None, "article_id": ruling.article or None, "status": ruling.status or None,
                "note": ruling.note, "by": ruling.by, "at": iso(self.now()),
            }  # fmt: skip
            if again := next((r for r in view["rulings"] if _same(r, row)), None):
                return int(again["id"])
            _check(view, row)
            homes = self._homes(view)
            before = self._seen(homes, ruling.team)
            ruling_id = self.ledger.rulings.add(row)
            if moved := moved_by(view, row):
                self.ledger.rulings.set(ruling_id, into_case=self._case_for(view, moved, ruling.team))
            what = f"{ruling.kind}{' ' + ruling.status if ruling.status else ''}"
            self.ledger.outbox.audit(ruling.by, what, f"ruling {ruling_id} on case {view['id']}", self.now(), team=ruling.team)
            self._follow(homes, ruling_id, ruling.team, before)
        return ruling_id

    def undo(self, ruling_id: int, by: str, team: str) -> bool:
        """Take a ruling of this team back, with all that followed from it; False when it was not in force."""
        with self.ledger.db.lock("matters"), self.ledger.db.transaction():
            row = self.ledger.rulings.get(ruling_id)
            view = self.ledger.cases.view(row["case_id"], team) if row and row["team"] == team else None
            if row is None or view is None or row["undone_at"]:
                return False
            homes = self._homes(view)
            before = self._seen(homes, team)
            self.ledger.rulings.undo(ruling_id, by, self.now())
            self.ledger.outbox.audit(by, f"undo {row['kind']}", f"ruling {ruling_id} on case {view['id']}", self.now(), team=team)
            self._follow(homes, ruling_id, team, before)
            if row["into_case"]:
                self.ledger.cases.set_case(row["into_case"], merged_into=homes[0], updated=iso(self.now()))
        return True

    def _homes(self, view: Row) -> list[int]:
        """The ledger's cases behind what a team sees as one."""
        return self.ledger.rulings.homes(view["id"], view["team"]) or [view["id"]] if view["team"] else [view["id"]]

    def _case_for(self, view: Row, moved: set[str], team: str) -> int:
        """A case of the team's own for what it moves out, with title and companies."""
        members = [r for r in (*view["claims"], *view["responses"]) if r["id"] in moved]
        title = next((str(m["statement"]) for m in members if m.get("statement")), str(members[-1].get("quote") or ""))
        case_id = self.ledger.cases.open_case(title[:300], self.now(), team)
        self.ledger.cases.set_companies(case_id, [(m["company_id"], "subject") for m in members])
        return case_id

    def _seen(self, homes: list[int], team: str) -> dict[str, str]:
        """Status of each denial in these cases of the ledger, as the team sees it."""
        denials = [
            r for home in homes for r in self.ledger.matters.members(home) if r.get("kind") in DENIALS and not r["repeats"]
        ]
        own = self.ledger.rulings.statuses(team, [r["id"] for r in denials])
        return {r["id"]: (own[r["id"]]["status"] if r["id"] in own else r["status"]) or "open" for r in denials}

    def _follow(self, homes: list[int], ruling_id: int, team: str, before: dict[str, str]) -> None:
        now = self.now()
        for home in homes:
            restate(self.ledger, home, now)
            case = self.ledger.cases.case(home)
            if case:
                self.ledger.cases.bump(home, case["revision"], now)
        row = self.ledger.rulings.get(ruling_id) or {}
        if row.get("into_case") and (made := self.ledger.cases.case(row["into_case"])):
            self.ledger.cases.bump(made["id"], made["revision"], now)
        after = self._seen(homes, team)
        changes = [
            Change(int(row["case_id"]), "status", row["article_id"] or "", r, old, after.get(r, "open"))
            for r, old in before.items()
            if after.get(r, "open") != old
        ]
        alerts.write_ruling(self.ledger, row, changes, now)


def _same(there: Row, row: Row) -> bool:
    return all(there[c] == row[c] for c in ("team", "kind", "response_id", "claim_id", "article_id", "status"))


def _check(view: Row, row: Row) -> None:
    responses, claims = {r["id"]: r for r in view["responses"]}, {c["id"] for c in view["claims"]}
    if (row["response_id"] and row["response_id"] not in responses) or (row["claim_id"] and row["claim_id"] not in claims):
        raise ValueError("That is not in this case any more; open it again to see how it stands.")
    if row["article_id"]:
        held = [b for b in view["bearings"] if (b["response_id"], b["article_id"]) == (row["response_id"], row["article_id"])]
        if not any(b["verdict"] in INFORMATIVE for b in held):
            raise ValueError("That report does not count in this case any more; open it again to see how it stands.")
    elif row["kind"] == "not_independent":
        raise ValueError("Only a later report can be not independent.")
    if row["kind"] == "not_a_denial" and responses[row["response_id"]]["kind"] not in DENIALS:
        raise ValueError("That answer counts as no denial already.")
    if row["kind"] == "settled" and row["status"] not in GRAVEST:
        raise ValueError("Settle it as one of the statuses that are listed.")
    gone = moved_by(view, row)
    if row["kind"] == "not_same_matter" and gone >= (claims if row["claim_id"] else {*responses, *claims}):
        raise ValueError("There is nothing else in this case to tell it apart from. If the pair is wrong, say “Wrong pair”.")
