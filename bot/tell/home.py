"""The App Home: what is followed where, how feeds do, what is stuck, what the model cost. Pure but for reading."""

from __future__ import annotations

from calendar import monthrange
from typing import Any

from bot.tell import lookups, noise, notices, rich, words
from bot.tell.mrkdwn import clip
from bot.tell.rich import Blocks, bold, code, text
from bot.tell.tools import Tools
from store.redact import masked

Row = dict[str, Any]

#: What the outbox's events are called.
_EVENTS = {
    "root": "the card", "response": "an answer", "bearing": "a later report", "status": "a change of status", "withdrawn": "a correction",
    "ruling": "a person's correction", "share": "a shared card", "record": "a shared record", "digest": "the digest",
    "welcome": "my first message", "notice": "a notice",
}  # fmt: skip
_MOST = 10
_FAILED = 5


def view(tools: Tools, team: str, user: str) -> Row:
    """The Home tab of one person."""
    manages = tools.may_manage(user, team)
    runs = manages and tools.runs_it(team)
    blocks = [*_top(tools, team), *_following(tools, team, user), *_feeds(tools), *_deliveries(tools, team, manages), *_model(tools, runs)]
    if runs:
        blocks += [*_quarantined(tools), *_problems(tools)]
    return {"type": "home", "blocks": blocks[: rich.MAX_VIEW_BLOCKS]}


def _top(tools: Tools, team: str) -> Blocks:
    counts = tools.ledger.cases.counts(team)
    held = words.by_status({s: counts[s] for s in words.STATUS})
    line = f"{words.count(counts['denials'], 'denial')} in {words.count(counts['cases'], 'case')}{': ' + held if held else ''}."
    return [rich.header("Walkback"), rich.rich(rich.section(text(line)), rich.section(text("Look up a company: "), code("/denials COMPANY"), text("   All commands: "), code("/denials help")))]


def _following(tools: Tools, team: str, user: str) -> Blocks:
    """Channels with what they hear, each with a button to manage it; of direct messages only one's own, of private
    channels those in which this person had something followed."""
    blocks: Blocks = []
    others = 0
    for channel in (c for c in tools.ledger.outbox.channels() if c["team"] == team):
        names = [s["company"] or "every company" for s in tools.ledger.outbox.subscriptions(team, channel["channel"])]
        settings = noise.load(channel)
        names += [f"the word “{clip(w, 40)}”" for w in settings.words]
        direct = channel["channel"].startswith("D")
        if not names:
            continue
        if not direct and noise.private(channel) and user not in tools.ledger.outbox.askers(team, channel["channel"]):
            continue
        if direct and channel["by"] != user:  # what a person follows directly is nobody else's business
            others += 1
            continue
        where = "Your direct messages" if direct else words.place(channel, channel["channel"])
        line = f"{clip(where, 80)}: {words.listed([clip(n, 50) for n in names], 6)}{_state(channel, settings, tools)}"
        manage = rich.button("Manage", "settings_open", channel["channel"], hint=f"Manage {where}")
        blocks.append({"type": "section", "text": rich.plain(line), "accessory": manage})
    if not blocks:
        blocks = [rich.rich(rich.section(text("Nothing yet. In a channel: "), code("/denials subscribe COMPANY")))]
    more = [rich.context(f"and {words.count(len(blocks) - _MOST, 'more channel')}")] if len(blocks) > _MOST else []
    private = [rich.context(f"{words.count(others, 'person follows', 'people follow')} something by direct message, too.")] if others else []
    return [rich.rich(rich.section(bold("Followed"))), *blocks[:_MOST], *more, *private]


def _state(channel: Row, settings: noise.Noise, tools: Tools) -> str:
    if channel["state"] != "active":
        why = {"is_archived": "it is archived", "not_in_channel": "I am not a member", "channel_not_found": "I cannot see it any more"}
        return f" (paused: {why.get(channel['error'], channel['error'] or channel['state'])})"
    return " (paused by a person; /denials resume there)" if settings.paused(tools.now()) else ""


def _feeds(tools: Tools) -> Blocks:
    rows = sorted(tools.ledger.wire.feeds(), key=lambda r: (not r["last_error"], r["title"] or r["url"]))
    if not rows:
        return [rich.rich(rich.section(bold("Feeds")), rich.section(text("None yet. Whoever runs me adds one with "), code("walkback feeds add URL")))]
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
        what = _what(row)
        out.append(rich.rich(rich.section(text(f"Did this arrive? {what[0].upper()}{what[1:]} {_where(tools, row)}, {words.minute(row['sending_since'])}: {clip(row['error'], 120)}"))))
        out.append(
            rich.actions(
                rich.button("It arrived", "outbox_arrived", message_key, hint=f"{what} arrived"),
                rich.button("Send again", "outbox_retry", message_key, hint=f"Send {what} again"),
            )
        )
    broken = [r for r in tools.ledger.outbox.alerts(state="failed", limit=50) if r["team"] == team]
    for row in broken[-_FAILED:] if manages else ():
        what = _what(row)
        out.append(rich.rich(rich.section(text(f"Not delivered: {what} {_where(tools, row)}: {clip(row['error'], 150)}"))))
        out.append(rich.actions(rich.button("Try again", "outbox_again", str(row["id"]), hint=f"Deliver {what} again")))
    return out


def _what(row: Row) -> str:
    """What an alert is, to people: "the card of case 3", "the weekly digest"."""
    named = _EVENTS.get(row["event"], "a message")
    return f"{named} of case {row['case_id']}" if row["case_id"] else named


def _where(tools: Tools, row: Row) -> str:
    channel = str(row["channel"])
    if channel.startswith(("D", "U", "W")):
        return "in a direct message"
    return f"in {words.place(tools.ledger.outbox.channel(row['team'], channel), channel)}"


def _model(tools: Tools, runs: bool) -> Blocks:
    """Who reads, and what that costs; the bill is for those who run the bot (`runs`)."""
    counts = tools.ledger.wire.counts()
    lines = []
    if tools.settings.llm:
        lines += _spent(tools, runs)
    else:
        lines.append("Read by the offline reader (no language model is set up).")
    if waiting := tools.ledger.wire.waiting():
        lines.append(f"{words.count(waiting, 'article')} waiting to be read.")
    if quarantined := counts.get("quarantined", 0):
        lines.append(f"{words.count(quarantined, 'article')} set aside because reading them failed again and again.")
    return [rich.rich(rich.section(bold("Reading")), *(rich.section(text(line)) for line in lines))]


def _spent(tools: Tools, runs: bool) -> list[str]:
    """What the model cost this month and today, by UTC days as the budget counts them; a budget of 0 is none. To others
    than those who run the bot, only who reads."""
    settings, midnight = tools.settings, tools.now().replace(hour=0, minute=0, second=0, microsecond=0)
    today, month = tools.ledger.llm.spent(midnight), tools.ledger.llm.spent(midnight.replace(day=1))
    named, budget = f"Read by {clip(settings.openai_model, 60)}", settings.llm_daily_budget
    spent = ["Today's budget is spent: the offline reader goes on."] if budget and today >= budget else []
    if not runs:
        return [f"{named}.", *spent]
    if not budget:
        return [f"{named}: ${month:,.2f} this month, ${today:,.2f} today (UTC); no budget is set."]
    allowed = budget * monthrange(midnight.year, midnight.month)[1]
    line = (
        f"{named}: ${month:,.2f} of ${allowed:,.2f} ({round(100 * month / allowed)} %) this month, "
        f"${today:,.2f} of ${budget:,.2f} today (UTC)."
    )
    return [line, *spent]


def _quarantined(tools: Tools) -> Blocks:
    """Articles that nobody could work through, each with what went wrong and a way to try again."""
    rows = tools.ledger.wire.quarantined(5)
    out: Blocks = [rich.rich(rich.section(bold("Set aside")))] if rows else []
    for row in rows:
        named = f"{clip(row['outlet'], 60)}: {clip(row['title'], 100) or clip(row['url'], 100)}"
        out.append(rich.rich(rich.section(text(f"{named}. {clip(row['error'], 200)} "), *rich.link(row["url"]))))
        out.append(rich.actions(rich.button("Read it again", "article_again", row["id"], hint="Read this article again")))
    return out


def _problems(tools: Tools) -> Blocks:
    standing = tools.ledger.wire.problems_of(notices.ROOM)  # what goes on until somebody mends it comes first
    rows = [*standing, *(r for r in tools.ledger.wire.problems(5 + len(standing)) if r["room"] != notices.ROOM)][:8]
    if not rows:
        return []
    items = []
    for row in rows:
        times = f" ({row['times']} times)" if row["times"] > 1 else ""
        items.append([bold(clip(masked(row["subject"]), 60)), text(f" {clip(masked(row['message']), 200)}{times}, {words.minute(row['last_at'])}")])
    return [rich.rich(rich.section(bold("Problems")), rich.bullets(items))]
