"""Where a command is typed: whether we can speak there, what is kept about it, and who may change that."""

from __future__ import annotations

import json
import re
from typing import Any

from slack_sdk import WebClient

from bot.tell import noise
from bot.tell.schedule import Schedule
from bot.tell.tools import Refusal, Tools, standing

Row = dict[str, Any]

_SPAN = re.compile(r"^(?:for\s+)?(\d{1,4})\s*(d|days?|w|weeks?)$", re.IGNORECASE)


def allowed(user: str, team: str, channel: str, tools: Tools, *, inside: bool = True) -> None:
    """Raises Refusal for a person who may not set what a channel hears; a direct message is one's own. `inside`: asked for
    in that very channel. From elsewhere a private channel is only for those who follow something there."""
    row = tools.ledger.outbox.channel(team, channel)
    if not inside and row and noise.private(row) and user not in tools.ledger.outbox.askers(team, channel):
        raise Refusal("That is a private channel; its settings are for those in it: /denials settings there.")
    if channel.startswith("D"):
        owner = (tools.ledger.outbox.channel(team, channel) or {}).get("by") or user
        if owner != user:
            raise Refusal("That is another person's conversation with me; its settings are theirs.")
    else:
        tools.allow_change(user, team)


def reach(command: Row, client: WebClient, tools: Tools) -> tuple[str, str, str]:
    """(team, channel, where) to be told. In a direct message it is the person's own conversation with the bot."""
    team, channel = command["team_id"], command["channel_id"]
    where = standing(client, channel)
    if where == "out":
        raise Refusal("I am not in this channel, so I could not post here. Invite me first: /invite @walkback, then say that again.")
    if where == "direct":
        sent = client.chat_postMessage(channel=command["user_id"], text="You will hear from me here about what you asked to follow.")
        channel = str(sent["channel"])
    return team, channel, where


def span_days(typed: str) -> int:
    """The days that "7d", "for 3 days" or "2w" come to; 0 for what is no span of days or weeks."""
    match = _SPAN.match(typed)
    return int(match[1]) * (7 if match[2].lower().startswith("w") else 1) if match else 0


def keep_digest(team: str, channel: str, schedule: Schedule, tools: Tools) -> None:
    """Store a channel's digest time beside its other settings."""
    row = tools.ledger.outbox.channel(team, channel) or {}
    settings = json.loads(row.get("settings") or "{}")
    settings["digest"] = {"day": schedule.day, "hour": schedule.hour, "minute": schedule.minute, "zone": schedule.zone, "on": schedule.on}
    tools.ledger.outbox.save_channel(team, channel, now=tools.now(), settings=settings)


def keep_private(team: str, channel: str, tools: Tools) -> None:
    """Store beside a channel's other settings that it is private."""
    row = tools.ledger.outbox.channel(team, channel) or {}
    settings = {**json.loads(row.get("settings") or "{}"), "private": True}
    tools.ledger.outbox.save_channel(team, channel, now=tools.now(), settings=settings)


def hears_anything(team: str, channel: str, tools: Tools) -> bool:
    """Does a channel follow a company, or listen for a word?"""
    outbox = tools.ledger.outbox
    return bool(outbox.subscriptions(team, channel) or noise.load(outbox.channel(team, channel)).words)


def subscribed_place(command: Row, tools: Tools) -> tuple[str, str]:
    """This channel; in a direct message, wherever this person follows something directly."""
    team, channel = command["team_id"], command["channel_id"]
    if channel.startswith("D") and not hears_anything(team, channel, tools):
        for row in tools.ledger.outbox.channels():
            if row["team"] == team and row["channel"].startswith("D") and row["by"] == command["user_id"]:
                return team, str(row["channel"])
    return team, channel
