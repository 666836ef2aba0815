"""Trouble that only an admin can mend, told once: a line among the problems, and one message to the admins.

A trouble is a condition, not an event: it is told when it begins, however often it shows, and again only when it
ended in between. Whatever begins between two looks goes into one message.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.settings import Settings
from bot.tell import letters, words
from store.engine import Row, iso
from store.figures import Figures
from store.ledger import Ledger
from store.redact import masked

#: The room under which troubles stand among the problems.
ROOM = "notice"
#: A feed may fail for so long before anybody is told.
FEED_FAILS = timedelta(days=1)
#: Troubles that one message names; the rest are counted.
SHOWN = 10


def look(ledger: Ledger, settings: Settings, now: datetime) -> bool:
    """Note which troubles there are now, and put a message about the new ones into the outbox; was there one?"""
    found = dict(_troubles(ledger, settings, now))
    with ledger.db.transaction():
        known = {row["subject"]: row for row in ledger.wire.problems_of(ROOM)}
        for subject, row in known.items():
            if found.get(subject) != row["message"]:
                ledger.wire.forget_problem(row["id"])
        for subject, message in found.items():
            if subject not in known or known[subject]["message"] != message:
                ledger.wire.problem(ROOM, subject, message, now)
        fresh = [row for row in ledger.wire.problems_of(ROOM) if row["told"] is None]
        return bool(fresh) and _tell(ledger, settings, fresh, now)


def _troubles(ledger: Ledger, settings: Settings, now: datetime) -> Iterator[tuple[str, str]]:
    """(subject, line); a line stays the same as long as the trouble does."""
    for feed in Figures(ledger.db).failing_feeds(now - FEED_FAILS):
        yield masked(feed["url"]), f"this feed has given nothing since {words.day(feed['since'])}"
    if settings.llm and settings.llm_daily_budget:
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        if ledger.llm.spent(midnight) >= settings.llm_daily_budget:
            yield "language model", f"the budget of ${settings.llm_daily_budget:,.2f} for {words.day(now)} is spent; the offline reader goes on"
    if ledger.wire.counts().get("quarantined"):
        yield "articles", "some were set aside because reading them failed again and again"


def _tell(ledger: Ledger, settings: Settings, fresh: list[Row], now: datetime) -> bool:
    """One message to each admin of the team that runs this; without one the lines wait, and stand in the App Home."""
    team = letters.operator(ledger, settings)
    people = letters.admins(ledger, settings, team) if team not in ("", "-") else []
    lines = [f"{row['subject']}: {row['message']}" for row in fresh[:SHOWN]]
    if len(fresh) > SHOWN:
        lines.append(f"and {len(fresh) - SHOWN} more, see `walkback doctor`")
    for person in people:
        key = f"notice|{team}|{person}|{'|'.join(str(row['id']) for row in fresh)}"
        body = json.dumps({"what": "trouble", "lines": lines}, ensure_ascii=False)
        ledger.outbox.add_alert({"key": key, "team": team, "channel": person, "event": "notice", "created": iso(now), "body": body})
    if people:
        ledger.wire.mark_told([row["id"] for row in fresh], now)
    return bool(people)
