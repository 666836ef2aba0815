"""The status of a denial and of a case: pure rules over what is on file, never asked of a model.

Bearings are weighed in the order in which they were published, whatever the order in which they arrived. A
person's rulings come first, copies add nothing, and a stronger tier is never moved by a weaker one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.judge.bearing import INFORMATIVE, Status
from bot.read.reading import DENIALS
from store.words import fold

#: How long a denial waits for news before it is stale, where the claim names no date of its own.
PATIENCE = timedelta(days=365)
#: A case takes the gravest status of its denials; the gravest comes first.
GRAVEST: tuple[Status, ...] = (
    "undercut",
    "partly_undercut",
    "contested",
    "overtaken",
    "upheld",
    "open",
    "stale",
)

_OUTCOME: Mapping[str, Status] = {
    "undercuts": "undercut",
    "partly_undercuts": "partly_undercut",
    "confirms": "upheld",
    "overtaken": "overtaken",
}
_AGAINST = frozenset({"undercuts", "partly_undercuts"})
_TIERS = {
    1: "a primary document or the company on the record",
    2: "a named first-hand witness or independent newsrooms",
    3: "one newsroom with unnamed sources",
}
_TWO_NEWSROOMS = "two independent newsrooms"


@dataclass(frozen=True)
class Evidence:
    """One bearing as the rules see it. `published` is aware, in UTC; `origin` is folded, "" when unknown."""

    article: str
    verdict: str
    tier: int
    origin: str
    published: datetime
    outlet: str = ""
    copy: bool = False


@dataclass(frozen=True)
class _Standing:
    """What the denial has come to, on evidence of which tier, and why."""

    status: Status = "open"
    tier: int = 9
    why: str = "nothing published since bears on it"


def denial_status(
    kind: str,
    published: datetime,
    due: datetime | None,
    bearings: Iterable[Evidence | Mapping[str, Any]],
    rulings: Iterable[Mapping[str, Any]],
    now: datetime,
    claim_origins: Iterable[str] = (),
) -> tuple[Status, str]:
    """The status of one denial and one line that says why.

    `kind`: its response kind. `published`: when it was made. `due`: the day on which the claim would have come
    true, if the claim names one. `bearings`: `Evidence`, or ledger rows with verdict, tier, origin, published,
    article_id and, joined, copy_of and outlet. `rulings`: rows with kind, article_id, claim_id, status, at and,
    where a ruling was taken back, a true `undone`. `claim_origins`: the newsrooms that first reported the claims
    that it answers; they never count as a second newsroom. All times are aware (a text is read as UTC).
    """
    standing_rulings = sorted(
        (r for r in rulings if not r.get("undone")),
        key=lambda r: (str(r.get("at") or ""), int(r.get("id") or 0)),
    )
    if any(r.get("kind") == "not_a_denial" for r in standing_rulings):
        return "open", "a person said that this is no denial"
    for ruling in reversed(standing_rulings):
        if ruling.get("kind") == "settled" and ruling.get("status") in GRAVEST:
            return ruling["status"], "settled by a person" + (
                f": {ruling['note']}" if ruling.get("note") else ""
            )
    if any(r.get("kind") == "wrong_pair" and not r.get("claim_id") for r in standing_rulings):
        return "open", "a person said that this answer belongs to another claim"
    if kind not in DENIALS:
        return "open", "not a denial"
    struck = {
        r["article_id"]
        for r in standing_rulings
        if r.get("kind") in ("not_same_matter", "not_independent") and r.get("article_id")
    }
    evidence = weighed(bearings, published, struck)
    standing = _Standing()
    for at in range(len(evidence)):
        standing = _after(standing, evidence[: at + 1], {fold(o) for o in claim_origins})
    if kind == "non_denial" and standing.status == "undercut":
        standing = _Standing(
            "partly_undercut", standing.tier, standing.why + "; a non-denial negates nothing, so only in part"
        )
    if standing.status == "open" and (why := _stale(published, due, evidence, now)):
        return "stale", why
    return standing.status, standing.why


def case_status(statuses: Iterable[Status]) -> Status:
    """The gravest status of a case's denials; "open" for a case without any."""
    return min(statuses, key=GRAVEST.index, default="open")


def weighed(
    bearings: Iterable[Evidence | Mapping[str, Any]], published: datetime, struck: Iterable[str] = ()
) -> list[Evidence]:
    """The bearings that count, in order of publication: informative, later than the denial (made at `published`),
    no copies, none of the articles that a person struck out, and none that its own newsroom took back later."""
    out = set(struck)
    rows = sorted((_evidence(b) for b in bearings), key=lambda e: (e.published, e.article))
    kept = [
        e
        for e in rows
        if e.verdict in INFORMATIVE
        and not e.copy
        and e.article not in out
        and e.published >= _aware(published)
    ]
    return [e for at, e in enumerate(kept) if not any(_takes_back(later, e) for later in kept[at + 1 :])]


def _takes_back(later: Evidence, earlier: Evidence) -> bool:
    """A newsroom that found against the denial and then for it has retracted; documents it showed still stand."""
    return (
        later.verdict == "confirms"
        and earlier.verdict in _AGAINST
        and earlier.tier >= 2
        and bool(earlier.origin)
        and earlier.origin == later.origin
    )


def _after(before: _Standing, evidence: Sequence[Evidence], reporters: set[str]) -> _Standing:
    """The standing after the last piece of `evidence`, given the standing before it."""
    last = evidence[-1]
    outcome, tier, source = _OUTCOME[last.verdict], last.tier, _TIERS.get(last.tier, "repetition")
    if tier == 3 and (verdict := _corroborated(evidence, reporters)):
        outcome, tier, source = _OUTCOME[verdict], 2, _TWO_NEWSROOMS
    if tier > 3:
        return before
    if tier == 3:
        if last.verdict in _AGAINST and before.status == "open":
            return _Standing("contested", 3, _why("contested", last, source))
        return before
    if tier > before.tier:
        return before
    if tier == before.tier and not _moves(before.status, outcome):
        return before
    return _Standing(outcome, tier, _why(outcome, last, source))


def _moves(before: Status, outcome: Status) -> bool:
    """Does evidence as strong as what stands move it? What was shown untrue when said is not mended by a change
    of facts, nor made smaller by a second finding in the same direction; a retraction does reverse it."""
    if before == "undercut":
        return outcome == "upheld"
    if before == "partly_undercut":
        return outcome in ("upheld", "undercut")
    return True


def _corroborated(evidence: Sequence[Evidence], reporters: set[str]) -> str | None:
    """The verdict that two tier-3 reports of different newsrooms carry together, if the last is one of them."""
    last = evidence[-1]
    if not last.origin or last.origin in reporters:
        return None
    others = [
        e
        for e in evidence[:-1]
        if e.tier == 3 and e.origin and e.origin not in reporters and e.origin != last.origin
    ]
    if any(e.verdict == last.verdict for e in others):
        return last.verdict
    if last.verdict in _AGAINST and any(e.verdict in _AGAINST for e in others):
        return "partly_undercuts"  # what both carry
    return None


def _stale(published: datetime, due: datetime | None, evidence: Sequence[Evidence], now: datetime) -> str:
    made = _aware(published)
    if due is not None and _aware(due) >= made:
        if _aware(now) >= _aware(due) + timedelta(days=1):
            return f"the day that the claim names, {_aware(due):%Y-%m-%d}, passed without news"
        return ""
    latest = max((e.published for e in evidence), default=made)
    return f"no news for {PATIENCE.days} days" if _aware(now) >= latest + PATIENCE else ""


def _why(status: Status, last: Evidence, source: str) -> str:
    where = f"{last.outlet}, " if last.outlet else ""
    return f"{status.replace('_', ' ')} by {source} ({where}{last.published:%Y-%m-%d})"


def _evidence(bearing: Evidence | Mapping[str, Any]) -> Evidence:
    if isinstance(bearing, Evidence):
        return bearing
    return Evidence(
        article=str(bearing.get("article_id") or ""),
        verdict=str(bearing["verdict"]),
        tier=int(bearing["tier"]),
        origin=fold(str(bearing.get("origin") or "")),
        published=_aware(bearing["published"]),
        outlet=str(bearing.get("outlet") or ""),
        copy=bool(bearing.get("copy_of")),
    )


def _aware(moment: datetime | str) -> datetime:
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment.replace("Z", "+00:00"))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
