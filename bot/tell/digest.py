"""The weekly digest of a channel: when it is written, and what it says.

Keyed (team, channel, ISO week), so a late, doubled or missed tick writes one digest a week: late rather than never.
It tells of the span since the last one was due (a week; after an outage up to four). The message itself goes
through the outbox like every other.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from bot.settings import Settings
from bot.tell import corrected, noise, rich, words
from bot.tell.alerts import heard_by_words, hears_of, listeners
from bot.tell.mrkdwn import clip, one_line, quoted
from bot.tell.rich import Block, Blocks, Element, bold, text
from bot.tell.schedule import Schedule, checked, from_settings, zone_exists
from store.engine import Row, iso, moment
from store.ledger import Ledger
from store.reports import Reports

#: Weeks that the chart shows, and weeks that a digest covers at most after an outage.
CHART_WEEKS = 12
MOST_WEEKS = 4
#: What was published so long before the span began is no news of it, though it only came in now (an old feed, say): it is
#: counted, with its dates. Less than that is late, and told.
LATE = timedelta(weeks=1)
#: An open denial is "ageing" after so many days.
AGEING_DAYS = 30
_LINES = 6
#: What the chart counts, and which statuses each bar takes together.
_OUTCOMES = (
    ("Undercut", ("undercut", "partly_undercut")), ("Contested", ("contested",)), ("Upheld", ("upheld",)),
    ("Overtaken", ("overtaken",)), ("Open", ("open", "stale")),
)  # fmt: skip


def default_schedule(settings: Settings) -> Schedule:
    """When digests come where a channel did not choose."""
    zone = settings.time_zone if zone_exists(settings.time_zone) else "UTC"
    try:
        return checked(settings.digest_day, settings.digest_hour, 0, zone)
    except ValueError:
        return Schedule(zone=zone)


def schedule_of(channel: Row | None, settings: Settings) -> Schedule:
    """A channel's schedule. `channel`: its row, or None for one that is not on file."""
    stored = json.loads((channel or {}).get("settings") or "{}")
    return from_settings(stored.get("digest") if isinstance(stored, dict) else None, default_schedule(settings))


def due(ledger: Ledger, now: datetime, settings: Settings | None = None) -> list[tuple[str, str, str]]:
    """(team, channel, ISO week) of the digests that should have been written by `now` and were not.

    A channel that subscribed after the moment was due is not owed that week's.
    """
    out = []
    told = {(c["team"], c["channel"]): c for c in [*Reports(ledger.db).channels_with_subscriptions(), *(c for c, _ in listeners(ledger))]}
    for _, row in sorted(told.items()):
        schedule = schedule_of(row, settings or Settings())
        if not schedule.on or noise.load(row).paused(now):
            continue
        at = schedule.latest(now)
        week = schedule.week(at)
        if moment(row["joined"]) <= at and all(d["week"] != week for d in ledger.outbox.digests(row["team"], row["channel"])):
            out.append((row["team"], row["channel"], week))
    return out


def enqueue_due(ledger: Ledger, now: datetime, settings: Settings | None = None) -> int:
    """Put the digests that are due into the outbox, each once; returns how many."""
    made = 0
    for team, channel, week in due(ledger, now, settings):
        with ledger.db.transaction():
            since, until = span(ledger, team, channel, week, settings or Settings())
            if ledger.outbox.digest_claimed(team, channel, week, now):
                made += _add(ledger, f"digest|{team}|{channel}|{week}", team, channel, since, until, now)
    return made


def enqueue_now(ledger: Ledger, team: str, channel: str, now: datetime) -> bool:
    """Put a digest of the last seven days into the outbox at once; the weekly one still comes."""
    return bool(_add(ledger, f"digest|{team}|{channel}|{iso(now)}", team, channel, now - timedelta(days=7), now, now))


def span(ledger: Ledger, team: str, channel: str, week: str, settings: Settings) -> tuple[datetime, datetime]:
    """What the digest of a week tells of: from the last one's moment to its own."""
    schedule = schedule_of(ledger.outbox.channel(team, channel), settings)
    until = schedule.of_week(week)
    earlier = [schedule.of_week(d["week"]) for d in ledger.outbox.digests(team, channel) if d["week"] < week]
    since = max(earlier) if earlier else schedule.before(until, 1)
    return min(max(since, schedule.before(until, MOST_WEEKS)), schedule.before(until, 1)), until


def build(ledger: Ledger, team: str, channel: str, week: str, now: datetime, settings: Settings | None = None) -> tuple[Blocks, str]:
    """(blocks, text) of a channel's digest of an ISO week ("2026-W10")."""
    since, until = span(ledger, team, channel, week, settings or Settings())
    return render(ledger, team, channel, since, until, now)


def render(ledger: Ledger, team: str, channel: str, since: datetime, until: datetime, now: datetime) -> tuple[Blocks, str]:
    """(blocks, text) of what happened from `since` to `until` to the companies a channel follows, and in the cases that
    hold its words."""
    who = hears_of(ledger, team, channel)
    reports = Reports(ledger.db, team, () if who is None else heard_by_words(ledger, team, channel))
    fresh = reports.new_denials(who, since, until, since - LATE)
    older = _older(reports.older_denials(who, since, until, since - LATE))
    changed = _changes(reports.new_bearings(who, since, until, since - LATE))
    ageing = reports.ageing(who, now - timedelta(days=AGEING_DAYS), _LINES)
    taken_back = reports.withdrawn(team, channel, since, until)
    ruled = reports.rulings(who, since, until)
    history = reports.denials_since(who, until - timedelta(weeks=CHART_WEEKS), until)
    title = f"{'Week' if until - since < timedelta(days=8) else 'Weeks'} to {words.day(until)}"
    if not (fresh or changed or taken_back or ruled):
        still = f" {words.count(len(ageing), 'denial')} still open after {AGEING_DAYS} days." if ageing else ""
        line = f"🗞️ {title}: nothing happened in what is watched here.{' ' + older if older else ''}{still}"
        return [rich.rich(rich.section(text(line)))], rich.fallback(line)
    lead = f"{words.count(len(fresh), 'new denial')}, {words.count(sum(c['denials'] for c in changed), 'denial')} with news"
    reversals = _reversed(changed)
    new = _fresh(fresh)
    parts: list[tuple[str, list[list[Element]]]] = [
        ("What changed, and why", [_change(c) for c in changed[:_LINES]]),
        ("New denials", [_denial(r) for r in new[:_LINES]]),
        ("Taken back", [[text(f"What {clip(r['outlet'], 60) or 'an article'} was said to show (case {r['case_id']})")] for r in taken_back[:_LINES]]),
        ("Corrected by people here", [[text(f"{corrected.sentence(corrected.load(ledger, r), 100)} (case {r['case_id']})")] for r in ruled[:_LINES]]),
        ("Still open, and getting old", [_old(r, now) for r in ageing]),
    ]
    active = Counter(clip(r["company"], 60) for r in [*fresh, *(c for c in changed for _ in range(c["denials"]))]).most_common(5)
    busiest = "Most active: " + ", ".join(f"{name} ({n})" for name, n in active)
    outcome = f"Denials of the last {CHART_WEEKS} weeks by outcome: {_tally(history)}" if history else ""
    left = {"What changed, and why": len(changed) - _LINES, "New denials": len(new) - _LINES, "Corrected by people here": len(ruled) - _LINES}

    def blocks(room: int) -> Blocks:
        out: Blocks = [rich.header(f"🗞️ {title}"), rich.rich(rich.section(text(lead)), *([rich.section(bold(reversals))] if reversals else []))]
        for heading, items in parts:
            if items:
                body = [rich.section(bold(heading)), rich.bullets([_shorter(i, room) for i in items])]
                if left.get(heading, 0) > 0:
                    body.append(rich.section(text(f"and {left[heading]} more: /denials recent", italic=True)))
                out.append(rich.rich(*body))
        out += [rich.context(busiest), *([rich.context(older)] if older else [])]
        if history:
            out += [chart(history, until), rich.context(outcome)]
        return out

    lines = [f"{title}: {lead}.", reversals]
    for heading, items in parts:
        lines += [f"{heading}:"] * bool(items) + ["• " + _plain(i) for i in items]
        if left.get(heading, 0) > 0:
            lines.append(f"and {left[heading]} more: /denials recent")
    return rich.fit(blocks), rich.fallback(*lines, busiest, older, outcome)


def chart(history: list[Row], until: datetime) -> Block:
    """Denials by outcome and by the week they were made in, as a native chart."""
    starts = [until - timedelta(weeks=CHART_WEEKS - i) for i in range(CHART_WEEKS)]
    labels = [f"{s.day} {words.day(s).split()[1]}" for s in starts]
    series = []
    for name, statuses in _OUTCOMES:
        counts = [0] * CHART_WEEKS
        for row in history:
            if row["status"] in statuses:
                at = (moment(row["published"]) - starts[0]) // timedelta(weeks=1)
                counts[min(max(at, 0), CHART_WEEKS - 1)] += 1
        if any(counts):
            series.append({"name": name, "data": [{"label": x, "value": n} for x, n in zip(labels, counts, strict=True)]})
    return {
        "type": "data_visualization",
        "title": f"Denials by outcome, {CHART_WEEKS} weeks",
        "chart": {"type": "bar", "series": series, "axis_config": {"categories": labels, "x_label": "Week from", "y_label": "Denials"}},
    }


def _add(ledger: Ledger, key: str, team: str, channel: str, since: datetime, until: datetime, now: datetime) -> int:
    body = json.dumps({"since": iso(since), "until": iso(until)})
    row: Row = {"key": key, "team": team, "channel": channel, "event": "digest", "body": body, "created": iso(now)}
    return int(ledger.outbox.add_alert(row))


def _changes(bearings: list[Row]) -> list[Row]:
    """The strongest report of the span for each denial, the gravest outcomes first; what one report says of several
    denials of a case is one row, with how many it is in `denials`. Bearings come strongest first."""
    first: dict[str, Row] = {}
    for bearing in bearings:
        first.setdefault(bearing["response_id"], bearing)
    merged: dict[tuple[Any, ...], Row] = {}
    for b in first.values():
        row = merged.setdefault((b["case_id"], b["article_id"], b["verdict"], b["status"]), {**b, "denials": 0})
        row["denials"] += 1
    order = list(words.GRAVEST)
    return sorted(merged.values(), key=lambda b: order.index(b["status"]) if b["status"] in order else len(order))


def _older(found: Row) -> str:
    """ "Also put on file: 15 denials of 3 Mar 2024 to 5 Aug 2026." """
    if not found["n"]:
        return ""
    first, last = words.day(found["first"]), words.day(found["last"])
    return f"Also put on file: {words.count(found['n'], 'older denial')}, of {first if first == last else f'{first} to {last}'}."


def _fresh(denials: list[Row]) -> list[Row]:
    """New denials, those of one company in one case as one row, with how many it is in `denials`."""
    merged: dict[tuple[Any, ...], Row] = {}
    for r in denials:
        merged.setdefault((r["case_id"], r["company_id"], r["status"]), {**r, "denials": 0})["denials"] += 1
    return list(merged.values())


def _reversed(changed: list[Row]) -> str:
    """Who was found to have denied what was so, or took it back: "Denials undercut, wholly or in part: Quillon (2), Arden Bank"."""
    found = Counter[str]()
    for row in changed:
        if row["status"] in ("undercut", "partly_undercut"):
            found[clip(row["company"], 60)] += row["denials"]
    names = [name if n == 1 else f"{name} ({n})" for name, n in found.most_common(8)]
    return f"Denials undercut, wholly or in part: {', '.join(names)}" if names else ""


def _change(b: Row) -> list[Element]:
    more = f" and {words.count(b['denials'] - 1, 'more denial')}" if b["denials"] > 1 else ""
    return [
        text(f"{words.status_icon(b['status'])} "), bold(clip(b["company"], 60)),
        text(f": {words.status_word(b['status']).lower()} (case {b['case_id']}). {clip(b['outlet'], 60)}, {words.day(b['published'])}, "
             f"{words.finding(b['verdict'], b['tier'])[1]} of {words.day(b['said'])}{more}: "),
        text(quoted(one_line(b["span"]))), text(" "), *rich.link(b["url"]),
    ]  # fmt: skip


def _denial(r: Row) -> list[Element]:
    more = f", {words.count(r['denials'], 'denial')}" if r["denials"] > 1 else ""
    return [
        text(f"{words.status_icon(r['status'])} "), bold(clip(r["company"], 60)),
        text(f" {words.KIND.get(r['kind'], 'answered')} (case {r['case_id']}{more}), {words.day(r['published'])}: "),
        text(quoted(one_line(r["quote"]))), text(" "), *rich.link(r["url"]),
    ]  # fmt: skip


def _old(r: Row, now: datetime) -> list[Element]:
    days = (now - moment(r["published"])).days
    return [bold(clip(r["company"], 60)), text(f", {words.count(days, 'day')} (case {r['case_id']}): "), text(quoted(one_line(r["quote"])))]


def _shorter(item: list[Element], room: int) -> list[Element]:
    """The same line with its texts cut to `room`."""
    return [{**e, "text": _cut(e["text"], min(room, 160))} if e["type"] == "text" else e for e in item]


def _cut(value: str, limit: int) -> str:
    """Cut without touching the white space at either end, which joins the pieces of a line."""
    if len(value) <= limit:
        return value
    short = clip(value, limit)
    return short + ("”" if value.startswith("“") else "") + (" " if value.endswith(" ") else "")


def _plain(item: list[Element]) -> str:
    return one_line("".join(_cut(e.get("text") or "", 160) for e in item))


def _tally(history: list[Any]) -> str:
    return words.by_status(dict(Counter(r["status"] for r in history)))
