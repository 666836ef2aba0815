"""What a change changed: how cases stood before it, held against how they stand after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.judge.bearing import INFORMATIVE
from bot.read.reading import DENIALS
from bot.tell.alerts import Change
from store.engine import Row
from store.ledger import Ledger


class Before:
    """How cases stood before a change, to tell afterwards what is new. The first look at a case counts."""

    def __init__(self) -> None:
        self.cases: dict[int, dict[str, str]] = {}
        self.responses: set[str] = set()
        self.bearings: dict[tuple[str, str], str] = {}

    def look(self, ledger: Ledger, case_ids: Iterable[int]) -> None:
        """Remember how these cases stand, unless that is remembered already."""
        for case_id in case_ids:
            view = ledger.cases.view(case_id) if case_id not in self.cases else None
            if view is None:
                self.cases.setdefault(case_id, {})
                continue
            self.cases[case_id] = {r["id"]: r["status"] or "" for r in view["responses"]}
            self.responses |= set(self.cases[case_id])
            for b in view["bearings"]:
                self.bearings[b["response_id"], b["article_id"]] = b["verdict"]

    def opened(self, case_ids: Iterable[int]) -> None:
        """These are among the cases, too; those not looked at are new."""
        for case_id in case_ids:
            self.cases.setdefault(case_id, {})

    def changes(self, views: Mapping[int, Row | None], article_id: str) -> list[Change]:
        """What is new in those cases, given how each stands now: responses, bearings that tell something, statuses; each
        once. Only cases in which somebody denied something are spoken of."""
        statuses = {r: s for case in self.cases.values() for r, s in case.items()}
        out: list[Change] = []
        seen: set[int] = set()
        for case_id in sorted(self.cases):
            view = views[case_id]
            if view is None or view["id"] in seen:
                continue
            seen.add(view["id"])
            if not any(r["kind"] in DENIALS for r in view["responses"]):
                continue
            for r in view["responses"]:
                if r["id"] not in self.responses:
                    out.append(Change(view["id"], "response", r["article_id"], r["id"], "", r["kind"]))
            for b in view["bearings"]:
                old = self.bearings.get((b["response_id"], b["article_id"]), "no_bearing")
                if b["verdict"] != old and b["verdict"] in INFORMATIVE:
                    out.append(Change(view["id"], "bearing", b["article_id"], b["response_id"], old, b["verdict"]))
            standing = {(b["response_id"], b["article_id"]) for b in view["bearings"] if b["verdict"] in INFORMATIVE}
            for (response, at), verdict in self.bearings.items():
                mine = response in self.cases[case_id]
                if mine and verdict in INFORMATIVE and (response, at) not in standing:
                    out.append(Change(view["id"], "withdrawn", at, response, verdict, ""))
            for r in view["responses"]:
                if r["kind"] in DENIALS and (r["status"] or "open") != (statuses.get(r["id"]) or "open"):
                    out.append(
                        Change(view["id"], "status", article_id, r["id"], statuses.get(r["id"]) or "open", r["status"])
                    )
        return out
