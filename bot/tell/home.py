"""The App Home: what is followed where, how feeds do, what is stuck, what the model cost. Pure but for reading."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.tell import lookups, rich, words
from bot.tell.mrkdwn import clip
from bot.tell.rich import Blocks, bold, text
from bot.tell.tools import Tools

Row = dict[str, Any]

_MOST = 10


def view(tools: Tools, team: str, user: str) -> Row:
    """The Home tab of one person."""
    manages = tools.may_manage(user, team)
    blocks = [*_top(tools, team), *_following(tools, team), *_feeds(tools), *_deliveries(tools, team, manages), *_model(tools)]
    if manages and tools.runs_it(team):
        blocks += _problems(tools)
    return {"type": "home", "blocks": blocks[:95]}


def _top(tools: Tools, team: str) -> Blocks:
    counts = tools.ledger.cases.counts(team)
    held = words.by_status({s: counts[s] for s in words.STATUS})
    line = f"{words.count(counts['denials'], 'denial')} in {words.count(counts['cases'], 'case')}{': ' + held if held else ''}."
    return [rich.header("Walkback"), rich.rich(rich.section(text(line)), rich.section(text("Look up a company: "), _code("/denials COMPANY"), text("   All commands: "), _code("/denials help")))]


def _following(tools: Tools, team: str) -> Blocks:
    items = []
    for channel in (c for c in tools.ledger.outbox.channels() if c["team"] == team):
        names = [s["company"] or "all companies" for s in tools.ledger.outbox.subscriptions(team, channel["channel"])]
        if not names:
            continue
        where = "a direct message" if channel["channel"].startswith("D") else f"#{channel['name'] or channel['channel']}"
        paused = f" (paused: {channel['error'] or channel['state']})" if channel["state"] != "active" else ""
        if channel["channel"].startswith("D"):  # what a person follows directly is nobody else's business
            items.append([bold(where), text(f"{paused}: {words.count(len(names), 'subscription')}")])
        else:
            items.append([bold(clip(where, 80)), text(f"{paused}: {words.listed([clip(n, 50) for n in names], 6)}")])
    if not items:
        return [rich.rich(rich.section(bold("Followed")), rich.section(text("Nothing yet. In a channel: "), _code("/denials subscribe COMPANY")))]
    shown = [rich.section(bold("Followed")), rich.bullets(items[: 2 * _MOST])]
    return [rich.rich(*shown)]


def _feeds(tools: Tools) -> Blocks:
    rows = sorted(tools.ledger.wire.feeds(), key=lambda r: (not r["last_error"], r["url"]))
    if not rows:
        return [rich.rich(rich.section(bold("Feeds")), rich.section(text("None yet. Whoever runs me adds one with "), _code("walkback feeds add URL")))]
    bad = sum(bool(r["last_error"]) or r["state"] != "active" for r in rows)
    lead = f"{words.count(len(rows), 'feed')}, {'all well' if not bad else f'{bad} with trouble'}"
    return [rich.rich(rich.section(bold("Feeds "), text(lead)), rich.bullets([[text(lookups.feed_line(r))] for r in rows[:_MOST]]))]


def _deliveries(tools: Tools, team: str, manages: bool) -> Blocks:
    states = tools.ledger.outbox.states(team)
    waiting, failed = states.get("pending", 0) + states.get("sending", 0), states.get("failed", 0)
    line = f"{words.count(states.get('sent', 0), 'alert')} sent, {waiting} waiting, {states.get('unknown', 0)} unclear, {failed} failed."
    out: Blocks = [rich.rich(rich.section(bold("Deliveries "), text(line)))]
    messages: dict[str, Row] = {}
    for row in [r for r in tools.ledger.outbox.unknown() if r["team"] == team]:
        messages.setdefault(row["message_key"], row)
    for message_key, row in list(messages.items())[:_MOST] if manages else ():
        what = f"case {row['case_id']}" if row["case_id"] else row["event"]
        out.append(rich.rich(rich.section(text(f"Did this arrive? {what} in {row['channel']}, {words.minute(row['sending_since'])}: {clip(row['error'], 120)}"))))
        out.append(
            rich.actions(
                rich.button("It arrived", "outbox_arrived", message_key, hint=f"{what} arrived"),
                rich.button("Send again", "outbox_retry", message_key, hint=f"Send {what} again"),
            )
        )
    for row in tools.ledger.outbox.alerts(state="failed", limit=3) if manages else ():
        if row["team"] == team:
            out.append(rich.context(f"Failed: {row['event']} for {row['channel']}: {clip(row['error'], 150)}"))
    return out


def _model(tools: Tools) -> Blocks:
    now, settings = tools.now(), tools.settings
    counts = tools.ledger.wire.counts()
    lines = []
    if settings.llm:
        today = tools.ledger.llm.spent(now - timedelta(days=1))
        month = tools.ledger.llm.spent(now.replace(day=1, hour=0, minute=0, second=0, microsecond=0))
        lines.append(f"Read by {clip(settings.openai_model, 60)}: ${month:,.2f} this month, ${today:,.2f} in the last day of ${settings.llm_daily_budget:,.2f}.")
        if today >= settings.llm_daily_budget:
            lines.append("Today's budget is spent: the offline reader goes on.")
    else:
        lines.append("Read by the offline reader (no language model is set up).")
    if waiting := tools.ledger.wire.waiting():
        lines.append(f"{words.count(waiting, 'article')} waiting to be read.")
    if quarantined := counts.get("quarantined", 0):
        lines.append(f"{words.count(quarantined, 'article')} set aside because reading them failed again and again.")
    return [rich.rich(rich.section(bold("Reading")), *(rich.section(text(line)) for line in lines))]


def _problems(tools: Tools) -> Blocks:
    rows = tools.ledger.wire.problems(5)
    if not rows:
        return []
    items = []
    for row in rows:
        times = f" ({row['times']} times)" if row["times"] > 1 else ""
        items.append([bold(clip(row["subject"], 60)), text(f" {clip(row['message'], 200)}{times}, {words.minute(row['last_at'])}")])
    return [rich.rich(rich.section(bold("Problems")), rich.bullets(items))]


def _code(value: str) -> Row:
    return {"type": "text", "text": value, "style": {"code": True}}
