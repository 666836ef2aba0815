"""Faults on demand and rates: what goes wrong with Slack, when asked to, and when asked too often."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

KINDS = (
    "drop_before",  # the connection breaks before the request was accepted
    "drop_after",  # it was accepted and stored, then the connection breaks: the caller can't know
    "500",  # an internal error, nothing was stored
    "429",  # Retry-After, nothing was stored
    "slow",  # the answer comes late
    "duplicate",  # a payload (method "deliver") is delivered twice
    "disconnect",  # the socket breaks right after a payload was sent, before its acknowledgement
)


@dataclass
class Fault:
    """`method` is a method's name, "response_url", "deliver" (payloads to the app) or "*"."""

    method: str
    kind: str
    times: int = 1
    seconds: float = 1.0  # of slowness, or of Retry-After
    error: str = ""  # for kind "error": the error's name


class Faults:
    """Faults that wait for a call to go wrong."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Let a fault wait. Raises ValueError for a kind that does not exist."""
        if fault.kind not in KINDS and fault.kind != "error":
            raise ValueError(f"unknown fault {fault.kind!r}: use one of {', '.join(KINDS)}, error")
        self._faults.append(fault)

    def clear(self) -> None:
        """Forget all that wait."""
        self._faults.clear()

    def pending(self) -> list[Fault]:
        """What still waits, oldest first."""
        return list(self._faults)

    def take(self, method: str) -> Fault | None:
        """The first fault waiting for this method, used up by one."""
        for fault in self._faults:
            if fault.method == method or (fault.method == "*" and method != "deliver"):
                fault.times -= 1
                if fault.times <= 0:
                    self._faults.remove(fault)
                return fault
        return None


# Calls a minute for each tier (docs.slack.dev/apis/web-api/rate-limits: 1+, 20+, 50+, 100+). Tier 5 is
# "special": auth.test and its like allow hundreds, chat.postMessage has the rule of its own below.
PER_MINUTE = {"t1": 1, "t2": 20, "t3": 50, "t4": 100, "t5": 300}
POSTS_APART = 1.0  # seconds between two messages into one channel
# Two calls sent a second apart may arrive slightly closer: that is the network's doing, not the caller's.
JITTER = 0.1


class Rates:
    """Sliding windows of a minute for a method and token, a second between posts to a channel."""

    def __init__(self, clock: Callable[[], datetime], on: bool = True) -> None:
        self._clock = clock
        self.on = on
        self._calls: dict[tuple[str, str], deque[float]] = {}
        self._posts: dict[tuple[str, str], float] = {}

    def wait_for_call(self, token: str, method: str, tier: str) -> int:
        """0 and the call counted, or the seconds to wait (nothing is counted then)."""
        if not self.on:
            return 0
        now = self._clock().timestamp()
        calls = self._calls.setdefault((token, method), deque())
        while calls and calls[0] <= now - 60:
            calls.popleft()
        if len(calls) >= PER_MINUTE[tier]:
            return max(1, int(calls[0] + 60 - now) + 1)
        calls.append(now)
        return 0

    def wait_for_post(self, token: str, channel: str) -> int:
        """0 and the post counted, or the seconds to wait before posting to this channel."""
        if not self.on:
            return 0
        now = self._clock().timestamp()
        last = self._posts.get((token, channel))
        if last is not None and last <= now < last + POSTS_APART - JITTER:
            return max(1, round(last + POSTS_APART - now))
        self._posts[token, channel] = now
        return 0
