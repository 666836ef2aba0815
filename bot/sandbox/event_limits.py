"""How many events a workspace is sent in an hour, and when an app that does not take them is sent none any more.

Sources: docs.slack.dev/reference/events/app_rate_limited and docs.slack.dev/apis/events-api ("failure limits").
"""

from __future__ import annotations

from collections import deque
from datetime import timedelta

from bot.sandbox.limits import LIMITS
from bot.sandbox.state import Clock

HOUR = timedelta(hours=1)


class EventLimits:
    """Counts deliveries of the last 60 minutes; `disabled` once fewer than 5 % of enough of them were taken."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._sent: dict[str, deque[float]] = {}
        self._taken: deque[tuple[float, bool]] = deque()
        self._good = 0
        self.disabled = False

    def admit(self, team: str) -> bool:
        """May one more event go to this workspace's app? It is counted if so."""
        now = self._clock().timestamp()
        sent = self._sent.setdefault(team, deque())
        while sent and sent[0] <= now - HOUR.total_seconds():
            sent.popleft()
        if len(sent) >= LIMITS["events.per_hour"]:
            return False
        sent.append(now)
        return True

    def note(self, taken: bool) -> None:
        """Keep whether a delivery was answered as it must be."""
        now = self._clock().timestamp()
        self._taken.append((now, taken))
        self._good += taken
        while self._taken[0][0] <= now - HOUR.total_seconds():
            self._good -= self._taken.popleft()[1]
        enough = len(self._taken) >= LIMITS["events.disable_deliveries"]
        if enough and self._good * 100 < len(self._taken) * LIMITS["events.disable_percent"]:
            self.disabled = True
