"""What can go wrong when a model is asked. Every message is one line that names the thing and the fix.

Whoever asks catches `LlmError` and goes on without the model; the kinds only matter to those who count them.
`outcome` is the word kept in the log of calls.
"""

from __future__ import annotations


class LlmError(Exception):
    """No usable answer."""

    outcome = "error"

    def __init__(self, message: str, outcome: str = "") -> None:
        super().__init__(message)
        self.outcome = outcome or type(self).outcome


class BudgetSpent(LlmError):
    """Today's budget is used up; nothing was asked."""

    outcome = "budget"


class LlmUnavailable(LlmError):
    """The server is down, slow, throttling, or refuses our key or model: no fault of what was asked.

    `retry_after`: seconds the server asked us to wait, if it said so. Outcome `SETUP`: waiting does not help, a person
    must mend a setting.
    """

    outcome = "unavailable"
    SETUP = "setup"

    def __init__(self, message: str, outcome: str = "", retry_after: float | None = None) -> None:
        super().__init__(message, outcome)
        self.retry_after = retry_after


class LlmGarbage(LlmError):
    """The server answers, but not with what was asked, not even after one repair; or it was cut off."""

    outcome = "garbage"


class LlmRefused(LlmError):
    """The model or its content filter will not answer this one, or the server refuses the request as it is."""

    outcome = "refused"
