"""What a channel is told: subscribe, unsubscribe, mute, and when its digest comes."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

from slack_sdk import WebClient

from bot.read.companies import key
from bot.tell import digest, lookups, noise, pages, parts, words
from bot.tell.alerts import heard_of
from bot.tell.listeners.places import (
    allowed,
    hears_anything,
    keep_digest,
    keep_private,
    reach,
    span_days,
    subscribed_place,
)
from bot.tell.mrkdwn import clip
from bot.tell.schedule import Schedule, ScheduleError, checked_zone, parse
from bot.tell.tools import Answer, Refusal, Tools
from store.engine import Row, iso
from store.outbox import ALL_COMPANIES

#: A case muted without an end.
FOR_EVER = "9999-12-31T00:00:00Z"
#: What may stand behind "all" without being a name.
_NUMBERS = re.compile(r"^\d+\s*(?:d|days?|w|weeks?)?$", re.IGNORECASE)


def subscribe(rest: str, command: Row, client: WebClient, tools: Tools) -> Answer:
    """Tell this channel (or, in a direct message, this person) about a company, and show what is open at once."""
    if not rest:
        raise Refusal("Which company? For example: /denials subscribe Quillon Semiconductor. Everything: /denials subscribe all")
    allowed(command["user_id"], command["team_id"], command["channel_id"], tools)
    company, note = _wanted(rest, tools, command["user_id"], command["team_id"])
    team, channel, where = reach(command, client, tools)
    allowed(command["user_id"], team, channel, tools)
    now, user = tools.now(), command["user_id"]
    new_here = tools.ledger.outbox.channel(team, channel) is None
    private = command.get("channel_name") == words.PRIVATE and channel == command["channel_id"]
    company_id = company["id"] if company else ALL_COMPANIES
    added = tools.ledger.outbox.subscribe(team, channel, company_id, user, now)
    name = "" if where == "direct" else command.get("channel_name") or ""
    named = {} if private and not new_here else {"name": name}
    tools.ledger.outbox.save_channel(team, channel, now=now, **named, **({"by": user} if new_here else {}))
    if private:
        keep_private(team, channel, tools)
    if "digest" not in json.loads((tools.ledger.outbox.channel(team, channel) or {})["settings"] or "{}"):  # nobody set it yet
        _take_zone(team, channel, user, client, tools)
    tools.ledger.outbox.audit(user, "subscribe", f"{channel} {company['name'] if company else 'all'}", now, team=team)
    here = "You now hear" if where == "direct" else "This channel now hears"
    lead = f"{here if added else here.replace(' now hear', ' already hear')} of {clip(company['name'], 80) if company else 'every company'}. {note}".strip()
    if where == "":
        lead += " If I am not a member here, invite me: /invite @walkback"
    schedule = digest.schedule_of(tools.ledger.outbox.channel(team, channel), tools.settings)
    weekly = f"The weekly digest comes {schedule.words()}." if schedule.on else "There is no weekly digest here (/denials digest mon 9)."
    if noise.load(tools.ledger.outbox.channel(team, channel)).paused(now):
        weekly = f"Posting here is paused, though; to hear again: /denials resume\n{weekly}"
    return _with_open_cases(lead, weekly, company, team, tools)


def _wanted(typed: str, tools: Tools, user: str, team: str) -> tuple[Row | None, str]:
    """The company asked for (None: all). One that is not on file is put there, unless it looks like a slip."""
    name, was_quoted = lookups.unquoted(typed)
    if name.lower() in ("all", "everything", "*") and not was_quoted:
        return None, ""
    whole, _, more = name.partition(" ")
    if whole.lower() == "all" and _NUMBERS.match(more) and not was_quoted:
        raise Refusal(f"“{clip(name, 80)}”: all takes nothing more. Everything: /denials subscribe all\nA company of that name: /denials subscribe \"{clip(name, 80)}\"")
    if len(name) > 120 or not any(c.isalnum() for c in name):
        raise Refusal("That is no company's name I could look for. For example: /denials subscribe Quillon Semiconductor")
    try:
        return lookups.find_company(tools, name, team)
    except Refusal:
        near = [] if was_quoted else lookups.near_names(tools, name, 3, team)
        if near:
            raise Refusal(
                f"I do not know “{clip(name, 80)}”. Did you mean {' or '.join(clip(n, 60) for n in near)}?\n"
                f'To follow it all the same: /denials subscribe "{clip(name, 80)}"'
            ) from None
    found = tools.ledger.companies.get(tools.ledger.companies.resolve(name, key(name), tools.now(), by=user))
    return found, "Nothing is on file about it yet; I will speak up when there is."


def _with_open_cases(lead: str, weekly: str, company: Row | None, team: str, tools: Tools) -> Answer:
    cases = tools.ledger.cases
    if company:
        found = cases.open_cases_of(heard_of(tools.ledger, [company["id"]]), pages.CASES_A_PAGE, team=team)
    else:
        found = cases.recent(pages.CASES_A_PAGE, statuses=("open", "contested"), team=team)
    if not found:
        return pages.note(lead, f"No case is open now. {weekly}")
    blocks, text = pages.listing(f"{lead}\n{weekly}\nOpen now ({words.count(len(found), 'case')}):", found, "")
    return blocks, text


def _take_zone(team: str, channel: str, user: str, client: WebClient, tools: Tools) -> None:
    """A channel's digest comes in the time zone of whoever set it up, where we may ask for that."""
    try:
        zone = checked_zone(str(client.users_info(user=user)["user"]["tz"]))
    except Exception:  # the scope is optional, the zone may be unknown here: the default does
        return
    default = digest.default_schedule(tools.settings)
    keep_digest(team, channel, Schedule(default.day, default.hour, default.minute, zone, default.on), tools)


def unsubscribe(rest: str, command: Row, client: WebClient, tools: Tools) -> Answer:
    """Stop telling this channel about a company, or about anything."""
    team, channel = subscribed_place(command, tools)
    allowed(command["user_id"], team, channel, tools)
    followed = tools.ledger.outbox.subscriptions(team, channel)
    names = [clip(s["company"], 60) or "every company" for s in followed]
    example = next((clip(s["company"], 60) for s in followed if s["company"]), "COMPANY")
    if not followed:
        raise Refusal("Nothing is followed here. To begin: /denials subscribe COMPANY")
    if not rest and len(followed) > 1:
        raise Refusal(f"Followed here: {', '.join(names)}.\nWhich one? /denials unsubscribe {example}. Everything: /denials unsubscribe all")
    name, _ = lookups.unquoted(rest)
    gone = followed if not rest or name.lower() == "all" else [s for s in followed if key(s["company"]) == key(name)]
    if not gone:
        try:
            company, _ = lookups.find_company(tools, name, team)
            gone = [s for s in followed if s["company_id"] == company["id"]]
        except Refusal:
            gone = []
    if not gone:
        raise Refusal(f"“{clip(name, 80)}” is not followed here. Followed: {', '.join(names)}.")
    for row in gone:
        tools.ledger.outbox.unsubscribe(team, channel, row["company_id"])
    told = words.listed([clip(s["company"], 60) or "companies in general" for s in gone], 5)
    tools.ledger.outbox.audit(command["user_id"], "unsubscribe", f"{channel} {told}", tools.now(), team=team)
    left = len(followed) - len(gone)
    return pages.note(f"No more news of {told} here. " + (f"{words.count(left, 'subscription')} left." if left else "Nothing is followed here any more."))


def digest_time(rest: str, command: Row, client: WebClient, tools: Tools) -> Answer:
    """Without words: when the digest comes, and what it would say now. With words: set the day, time and zone."""
    team, channel = subscribed_place(command, tools)
    if rest:
        allowed(command["user_id"], team, channel, tools)
    row = tools.ledger.outbox.channel(team, channel)
    schedule, now = digest.schedule_of(row, tools.settings), tools.now()
    if not rest:
        if not hears_anything(team, channel, tools):
            raise Refusal("Nothing is followed here, so there is no digest. To begin: /denials subscribe COMPANY")
        since = schedule.latest(now)
        blocks, text = digest.render(tools.ledger, team, channel, since, now, now)
        comes = f"The digest comes {schedule.words()}." if schedule.on else "There is no weekly digest here (/denials digest mon 9)."
        when = f"{comes} So far since {words.day(since)}:"
        return [*pages.note(when)[0], *blocks], f"{when}\n{text}"
    if rest.lower() == "now":
        if not hears_anything(team, channel, tools):
            raise Refusal("Nothing is followed here, so there is no digest. To begin: /denials subscribe COMPANY")
        digest.enqueue_now(tools.ledger, team, channel, now)
        tools.wake()
        return pages.note(f"The last seven days are on their way {'to you' if channel.startswith('D') else 'into this channel'}.")
    try:
        wanted = parse(rest.split()[:12], schedule)
    except ScheduleError as error:
        raise Refusal(f"{str(error).rstrip('?')}{'?' if str(error).endswith('?') else '.'}\nFor example: /denials digest mon 9 Europe/Paris, or /denials digest off") from None
    keep_digest(team, channel, wanted, tools)
    tools.ledger.outbox.audit(command["user_id"], "digest", f"{channel} {wanted.words()}", now, team=team)
    if not wanted.on:
        return pages.note("No weekly digest here any more. To have it back: /denials digest mon 9")
    unheard = "" if hears_anything(team, channel, tools) else " Nothing is followed here yet: /denials subscribe COMPANY"
    return pages.note(f"The digest comes {wanted.words()}; next on {words.day(wanted.following(now))}.{unheard}")


def mute(rest: str, command: Row, client: WebClient, tools: Tools) -> Answer:
    """No more news of one case here, for some days or until it is unmuted."""
    allowed(command["user_id"], command["team_id"], command["channel_id"], tools)
    number, _, span = rest.removeprefix("case ").strip().partition(" ")
    if not number:
        raise Refusal("Which case? For example: /denials mute 12, or for a week: /denials mute 12 7d")
    view = lookups.case_view(tools, number, command["team_id"])
    until, told = FOR_EVER, "until you unmute it"
    if span := span.strip():
        days = span_days(span)
        if not days:
            raise Refusal(f"“{clip(span, 40)}” is no span of days or weeks. For a week: /denials mute {view['id']} 7d")
        end = tools.now() + timedelta(days=days)
        until, told = iso(end), f"until {words.day(end)}"
    set_muted(view, command, tools, until, "mute")
    return pages.note(f"Case {view['id']} is muted here {told}. Back again: /denials unmute {view['id']}")


def unmute(rest: str, command: Row, client: WebClient, tools: Tools) -> Answer:
    """News of a case again."""
    view = lookups.case_view(tools, rest, command["team_id"])
    set_muted(view, command, tools, None, "unmute")
    return pages.note(f"News of case {view['id']} comes here again. Meanwhile: {parts.status_line(view)}.")


def set_muted(view: Row, command: dict[str, Any], tools: Tools, until: str | None, what: str) -> None:
    """Mute a case in the channel of `command` (team_id, channel_id, user_id) until a moment (None: news again)."""
    team, channel = subscribed_place(command, tools)
    allowed(command["user_id"], team, channel, tools)
    tools.ledger.outbox.set_thread(view["id"], team, channel, now=tools.now(), muted_until=until)
    tools.ledger.outbox.audit(command["user_id"], what, f"case {view['id']} in {channel}", tools.now(), team=team)
