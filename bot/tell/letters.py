"""Messages that belong to no thread: digests, welcomes, notices to people, what somebody shares with a channel."""

from __future__ import annotations

import json
from datetime import datetime

from bot.settings import Settings
from bot.tell import cards, digest, noise, pages, rich, words
from bot.tell.mrkdwn import clip
from bot.tell.rich import Blocks, bold, code, text
from store.engine import Row, moment
from store.ledger import Ledger

_PAUSED = {
    "is_archived": "it is archived. If it comes back, type /denials subscribe there again",
    "not_in_channel": "I am not a member. Invite me there (/invite @walkback), then type /denials subscribe again",
    "channel_not_found": "I cannot see it any more: it was deleted, or I was removed from a private channel. Invite me "
    "again (/invite @walkback), then type /denials subscribe there",
}


def render(ledger: Ledger, row: Row, now: datetime, settings: Settings) -> tuple[Blocks, str] | None:
    """(blocks, text) of an alert row that is not case news, or None when there is nothing to say any more."""
    body = json.loads(row["body"] or "{}")
    if row["event"] == "digest":
        return digest.render(ledger, row["team"], row["channel"], moment(body["since"]), moment(body["until"]), now)
    if row["event"] == "welcome":
        return welcome(ledger, row["team"], row["channel"], now, settings)
    if row["event"] == "share":
        view = ledger.cases.view(row["case_id"], row["team"])
        return cards.root(view) if view else None
    if row["event"] == "record":
        name, ids = str(body["name"]), [int(i) for i in body["companies"]]
        team = row["team"]
        return shared_record(name, ledger.cases.record(ids, team), ledger.cases.of_company(ids, limit=5, team=team), now)
    if row["event"] == "notice":
        return notice(body)
    return None


def welcome(ledger: Ledger, team: str, channel: str, now: datetime, settings: Settings) -> tuple[Blocks, str]:
    """What is said when the bot joins a channel: what it does, what it watches here, when the digest comes, Manage."""
    row = ledger.outbox.channel(team, channel)
    names = [clip(s["company"], 60) or "every company" for s in ledger.outbox.subscriptions(team, channel)]
    listens = [f"“{clip(w, 40)}”" for w in noise.load(row).words]
    watching = f"Now watching {words.listed([*names, *listens], 10)}." if names or listens else "Nothing is watched here yet."
    schedule = digest.schedule_of(row, settings)
    weekly = f"Next digest on {words.day(schedule.following(now))}, then {schedule.words()}." if schedule.on else "No weekly digest here."
    parts = [
        rich.section(text("👋 I remember what companies denied. When a later report confirms or undercuts a denial, I say so in its thread.")),
        rich.section(text(f"\n{watching} {weekly}")),
        rich.section(text("\nStart with "), code("/denials subscribe COMPANY"), text(" (or "), code("all"), text("); "), code("/denials help"), text(" shows the rest.")),
    ]
    line = "I remember what companies denied, and say so when a later report confirms or undercuts it."
    manage = rich.actions(rich.button("Manage", "settings_open", channel, hint="Manage what this channel hears"))
    start = "Start with /denials subscribe COMPANY (or all); /denials settings manages what is heard here; /denials help shows the rest."
    return [rich.rich(*parts), manage], rich.fallback(line, f"{watching} {weekly}", start)


def notice(body: Row) -> tuple[Blocks, str]:
    """A line to one person about something that only they can mend."""
    where = f"#{clip(body['name'], 80)}" if body.get("name") else f"the channel {body.get('channel', '')}"
    if body.get("what") == "paused":
        error = str(body.get("error"))
        why = _PAUSED.get(error, f"Slack says {clip(error, 60)}")
        return pages.note(f"I stopped posting in {where}, which you asked for: {why}.")
    if body.get("what") == "unknown":
        return pages.note(
            f"A message to {where} may or may not have arrived: the connection broke while it was sent ({words.minute(body.get('since')) or 'at an unknown time'}).",
            f"I may not look there ({clip(str(body.get('detail')), 120)}). Please look, and settle it in my Home tab; I will not post it twice on my own.",
        )
    if body.get("what") == "trouble":
        return pages.note("Something needs a look:", *(f"• {clip(line, 250)}" for line in body["lines"]))
    return pages.note(clip(str(body.get("text") or "Something needs a look: see my Home tab."), 600))


def shared_record(name: str, record: Row, cases: list[Row], now: datetime) -> tuple[Blocks, str]:
    """A company's record as posted for everybody; it says of which day it is, since it stays as it was."""
    dated = f"As of {words.day(now)}. Now: /denials {clip(name, 100)}"

    def blocks(room: int) -> Blocks:
        lead = rich.rich(rich.section(bold(clip(name, 100)), text(f"  {pages.record_words(record)}")))
        return [lead, *pages.case_list(cases, min(room, 200)), rich.context(dated)]

    return rich.fit(blocks), rich.fallback(f"{clip(name, 100)}: {pages.record_words(record)}", dated, *(pages.case_line(c, 120) for c in cases))


def operator(ledger: Ledger, settings: Settings) -> str:
    """The team whose people run this: the one that is named, else the only one there is; "-" when that is not known,
    and "" when nobody signed in yet."""
    if settings.admin_team:
        return settings.admin_team
    active = [str(row["team"]) for row in ledger.outbox.installations(state="active")]
    return active[0] if len(active) == 1 else "-" if active else ""


def admins(ledger: Ledger, settings: Settings, team: str) -> list[str]:
    """Who is told what only an admin can mend: the admins' channel, else those named in settings, else the installer."""
    if settings.admin_channel and settings.admin_team in ("", team):
        return [settings.admin_channel]
    installed = ledger.outbox.installation(team) or {}
    return list(settings.admins) or [p for p in (installed.get("installer"),) if p]
