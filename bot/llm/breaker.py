"""When to leave a failing server alone, and for how long. Pure rules; `now` is passed in, aware, UTC.

A server that hangs costs a whole time-out per article; after `PATIENCE` failures in a row nobody asks for a
while, then one caller tries, and the pause doubles each time the try fails.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

#: Failures in a row before the first pause.
PATIENCE = 2
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(minutes=15)


@dataclass(frozen=True)
class Breaker:
    """`failures` in a row, and until when nobody asks. `why`: the last failure's own line."""

    failures: int = 0
    until: datetime | None = None
    why: str = ""


def closed_until(state: Breaker, now: datetime) -> datetime | None:
    """Until when the server is left alone; None if it may be asked now."""
    return state.until if state.until is not None and now < state.until else None


def failed(state: Breaker, now: datetime, why: str, retry_after: float | None = None) -> Breaker:
    """The state after one more failure. A server that says when to come back is taken at its word (up to the
    longest pause), even the first time."""
    failures = state.failures + 1
    pause = timedelta(0)
    if failures >= PATIENCE:
        pause = min(FIRST_PAUSE * 2 ** min(failures - PATIENCE, 10), LONGEST_PAUSE)
    if retry_after is not None:
        pause = max(pause, min(timedelta(seconds=max(retry_after, 0.0)), LONGEST_PAUSE))
    return Breaker(failures, now + pause if pause else None, why)


def trying(state: Breaker, now: datetime, seconds: float) -> Breaker:
    """The state while one caller tries a server that was left alone: the others wait for what becomes of it."""
    if state.failures < PATIENCE:
        return state
    return Breaker(state.failures, now + timedelta(seconds=seconds), state.why)
