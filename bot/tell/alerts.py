"""What changed becomes rows of the outbox, in the transaction of the change. Nothing is posted here.

A row holds ids and the old and new value only; what people read is rendered at sending time from the case as it
then stands. One thread per case and channel: the first row of a case in a channel is its "root", the others
("response", "bearing", "status", "withdrawn") become replies. Keys name the news, not the run that found it, so
handling an article twice adds nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Literal

from bot.tell import noise
from bot.tell.noise import Decision, News, Noise
from store.companies import begins
from store.engine import Row, iso, marks
from store.ledger import Ledger
from store.outbox import ALL_COMPANIES

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
    that nobody follows leaves nothing. What a channel's settings hold back (see `noise`) waits for its hour or for
    the digest. Call it in the transaction of the change. Returns how many rows were added.
    """
    added = 0
    for case_id in dict.fromkeys(c.case for c in changes):
        mine = [c for c in changes if c.case == case_id]
        places = subscribers(ledger, case_id) if live else [RECORDED]
        teams = {team for team, _ in places} - {""}
        by_hand = ledger.wire.entered_by_hand({c.article for c in mine}, {c.response for c in mine}) if teams else {}
        seen = {team: as_seen(ledger, team, _not_hidden(mine, by_hand, team)) for team in {team for team, _ in places}}
        for team, channel in places:
            added += _write_all(ledger, seen[team], team, channel, now)
    return added


def write_ruling(ledger: Ledger, ruling: Row, changes: Sequence[Change], now: datetime) -> int:
    """Put a person's correction (or its undoing) into the outbox for every channel of the team that was told of the
    case, with the `changes` of status that it brings. Call it in its transaction. Returns how many rows were added."""
    added = 0
    case_id = int(ruling["case_id"])
    undone = bool(ruling["undone_at"])
    threads = {(t["team"], t["channel"]): t for t in ledger.outbox.threads_of_case(case_id)}
    spoken = {place for place, t in threads.items() if t["root_ts"]}
    spoken |= {(r["team"], r["channel"]) for r in ledger.outbox.alerts(case_id, "sent") if r["event"] == "root"}
    for team, channel in sorted(p for p in spoken if p[0] == ruling["team"]):
        place = f"{team}|{channel}"
        row: Row = {
            "key": f"ruling|{ruling['id']}|{'undone' if undone else 'made'}|{place}", "team": team, "channel": channel,
            "case_id": case_id, "event": "ruling", "article_id": ruling["article_id"], "response_id": ruling["response_id"],
            "created": iso(now), "body": {"ruling": ruling["id"], "undone": undone},
        }  # fmt: skip
        settings = noise.load(ledger.outbox.channel(team, channel))
        decision = noise.decide(settings, News("ruling", muted=_muted(threads.get((team, channel)), now)), now)
        if decision.what == "never":
            continue
        added += ledger.outbox.add_alert({**row, **_columns(decision, now)})
        added += _write_all(ledger, changes, team, channel, now)
    return added


def as_seen(ledger: Ledger, team: str, changes: Sequence[Change]) -> list[Change]:
    """The changes as a team sees them, whose rulings may keep an answer in a case of its own and give it a status of
    its own. What is said about an answer that stands with the wrong claim, or that is no denial, is no news."""
    refs = {c.response for c in changes}
    none = ledger.rulings.no_denials(team, refs)
    changes = [c for c in changes if c.response not in none]
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


def _not_hidden(changes: Sequence[Change], by_hand: Mapping[str, str], team: str) -> list[Change]:
    """Those that come neither of an article nor of an answer that another team entered by hand; without a team, all."""
    hidden = {entered for entered, by in by_hand.items() if team and by != team}
    return [c for c in changes if c.response not in hidden and c.article not in hidden]


def _write_all(ledger: Ledger, changes: Sequence[Change], team: str, channel: str, now: datetime) -> int:
    added = 0
    for case_id in dict.fromkeys(c.case for c in changes):
        rows = [r for r in ledger.outbox.alerts(case_id) if (r["team"], r["channel"]) == (team, channel)]
        added += _write_to(ledger, case_id, [c for c in changes if c.case == case_id], rows, team, channel, now)
    return added


def subscribers(ledger: Ledger, case_id: int) -> list[tuple[str, str]]:
    """(team, channel) of everybody who is told about a company of the case, or about a word that it holds."""
    involved = [c["id"] for c in ledger.cases.companies_of(case_id)]
    followed = relatives(ledger, involved)
    parents = {p for c in involved for p in _parents(ledger, c)} - set(involved)
    found = [(s["team"], s["channel"]) for s in ledger.outbox.subscribers_of(followed, only_through=parents)]
    return [*found, *(place for place in _by_words(ledger, case_id) if place not in found)]


def _by_words(ledger: Ledger, case_id: int) -> list[tuple[str, str]]:
    listening = listeners(ledger)
    if not listening:
        return []
    texts = ledger.matters.texts([case_id]).get(case_id, [])
    return [(c["team"], c["channel"]) for c, settings in listening if noise.holds_a_word(settings, texts)]


def listeners(ledger: Ledger) -> list[tuple[Row, Noise]]:
    """Active channels that listen for words, with their settings."""
    found = (c for c in ledger.outbox.listening() if '"words"' in c["settings"] and '"words": []' not in c["settings"])
    return [(c, settings) for c in found if (settings := noise.load(c)).words]


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
    added = 0
    settings = noise.load(ledger.outbox.channel(team, channel))
    muted = _muted(ledger.outbox.thread(case_id, team, channel), now)

    @cache
    def lang(article: str) -> str:
        return next((str(a["lang"]) for a in ledger.wire.articles([article])), "") if article else ""

    def add(key: str, event: str, change: Change) -> None:
        nonlocal added
        row: Row = {
            "key": key, "team": team, "channel": channel, "case_id": case_id, "event": event,
            "article_id": change.article, "response_id": change.response, "created": iso(now),
            "body": json.dumps({"old": change.old, "new": change.new}), "state": "recorded",
        }  # fmt: skip
        if (team, channel) != RECORDED:
            decision = noise.decide(settings, _news(ledger, event, change, lang(change.article), muted), now)
            if decision.what == "never":
                return
            row |= _columns(decision, now)
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


def _muted(thread: Row | None, now: datetime) -> bool:
    return bool(thread and thread["muted_until"] and thread["muted_until"] > iso(now))


def _columns(decision: Decision, now: datetime) -> Row:
    """What a decision makes of an alert row."""
    if decision.what in ("now", "later"):
        return {"state": "pending", "not_before": iso(decision.at or now)}
    return {"state": "dropped", "error": f"waits for the digest: {decision.why}"}


def _news(ledger: Ledger, event: str, change: Change, lang: str, muted: bool) -> News:
    """The change as the rules about noise see it. The card of a case is as urgent as the news that begins it."""
    event = change.event if event == "root" else event
    tier = 0
    if event in ("bearing", "status"):
        held = [b for b in ledger.cases.bearings_of_response(change.response) if b["verdict"] != "no_bearing"]
        tiers = [int(b["tier"]) for b in held if event == "status" or b["article_id"] == change.article]
        tier = min(tiers, default=1)
        if event == "status" and tier == 3 and change.new != "contested":
            tier = 2  # two newsrooms carry it together
    return News(event, 1 if change.new in ("open", "stale") else tier, lang, muted)


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


def hears_of(ledger: Ledger, team: str, channel: str) -> list[int] | None:
    """The companies whose cases a channel hears of; None for all of them."""
    out: set[int] = set()
    for row in ledger.outbox.subscriptions(team, channel):
        if row["company_id"] == ALL_COMPANIES:
            return None
        kin = heard_of(ledger, [row["company_id"]])
        if json.loads(row["settings"] or "{}").get("subsidiaries") is False:
            kin = without_subsidiaries(ledger, row["company_id"], kin)
        out |= set(kin)
    return sorted(out)


def heard_by_words(ledger: Ledger, team: str, channel: str) -> list[int]:
    """The cases that a channel hears of because they hold one of its words."""
    settings = noise.load(ledger.outbox.channel(team, channel))
    if not settings.words:
        return []
    texts = ledger.matters.texts(ledger.outbox.cases_told(team, channel))
    return [case_id for case_id, said in sorted(texts.items()) if noise.holds_a_word(settings, said)]


def without_subsidiaries(ledger: Ledger, company_id: int, kin: Iterable[int]) -> list[int]:
    """Those of a company's kin that it does not own."""
    return [k for k in kin if company_id not in _parents(ledger, k)]
