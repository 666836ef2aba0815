"""A channel in which we cannot speak any more rests, and whoever asked for its news is told, once."""

from __future__ import annotations

import json
from datetime import datetime

from store.engine import iso
from store.ledger import Ledger


def rest(ledger: Ledger, team: str, channel: str, why: str, now: datetime) -> bool:
    """Let a channel rest because of `why` (the name of Slack's error), and put a line to those who follow something
    there into the outbox. False when it rested already."""
    outbox = ledger.outbox
    row = outbox.channel(team, channel) or {}
    outbox.save_channel(team, channel, now=now, state="paused", error=why)
    if row.get("state") == "paused":
        return False
    askers = {s["by"] for s in outbox.subscriptions(team, channel)} | {row.get("by") or ""}
    for person in sorted(a for a in askers if a and a != channel and not a.startswith("B")):
        body = {"what": "paused", "channel": channel, "name": row.get("name") or "", "error": why}
        outbox.add_alert(
            {
                "key": f"paused|{team}|{channel}|{person}|{why}|{iso(now)}", "team": team, "channel": person, "event": "notice",
                "created": iso(now), "body": json.dumps(body),
            }
        )  # fmt: skip
    return True
