"""What an app may do in return: trigger ids (once, within 3 seconds) and response URLs (5 uses, 30 minutes).

Sources: docs.slack.dev/interactivity/handling-user-interaction and errors of views.open on docs.slack.dev/methods.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.sandbox.limits import LIMITS
from bot.sandbox.state import Json, State, Workspace

_numbers = itertools.count(1)


@dataclass
class Interaction:
    """One thing a person did with the app, and everything that came back for it.

    `error` is what the person reads when the app did not answer as it must: operation_timeout,
    dispatch_failed, invalid_command_response, or the labels of inputs that were left empty.
    """

    kind: str
    workspace: Workspace
    user: str
    channel: str = ""
    trigger_id: str = ""
    response_url: str = ""
    payload: Json = field(default_factory=dict)
    ack: Json | None = None  # the payload of the acknowledgement, {} when it was empty, None before it came
    error: str = ""
    answers: list[Json] = field(default_factory=list)  # messages sent in return, in order
    views: list[Json] = field(default_factory=list)  # views opened, pushed or updated in return
    form_errors: dict[str, str] = field(default_factory=dict)  # by block id, after response_action errors
    number: int = field(default_factory=lambda: next(_numbers))

    @property
    def settled(self) -> bool:
        """Did anything come back yet: an answer, a view, an error, complaints of a form?"""
        return bool(self.answers or self.views or self.error or self.form_errors)


class TriggerError(Exception):
    """The trigger can't be used; the message is Slack's error name."""


class Triggers:
    """Trigger ids given to the app. Each opens or pushes one view, within 3 seconds."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._given: dict[str, tuple[Interaction, datetime]] = {}
        self._used: set[str] = set()

    def give(self, interaction: Interaction) -> str:
        """A new trigger id for an interaction, good from now."""
        now = self._state.now()
        trigger = f"{int(now.timestamp() * 1000)}.{interaction.number}.{self._state.secret()}"
        self._given[trigger] = (interaction, now)
        return trigger

    def use(self, trigger: str) -> Interaction:
        """The interaction behind a trigger, which is spent by this. Raises TriggerError."""
        found = self._given.get(trigger)
        if found is None:
            raise TriggerError("invalid_trigger_id")
        if trigger in self._used:
            raise TriggerError("exchanged_trigger_id")
        interaction, given = found
        if self._state.now() - given > timedelta(seconds=LIMITS["trigger.seconds"]):
            raise TriggerError("expired_trigger_id")
        self._used.add(trigger)
        return interaction


@dataclass
class ResponseUrl:
    """An address that answers one interaction. `source` is the message that was clicked, if one was."""

    interaction: Interaction
    channel: str
    given: datetime
    source_ts: str = ""
    source_ephemeral: bool = False
    thread_ts: str = ""
    uses: int = 0


class ResponseUrls:
    """Response URLs given to the app. Each answers one interaction, five times within half an hour."""

    def __init__(self, state: State, base: Callable[[], str]) -> None:
        self._state = state
        self._base = base
        self._given: dict[str, ResponseUrl] = {}

    def give(self, interaction: Interaction, channel: str, **source: Any) -> str:
        """A new address that answers an interaction in a channel; `source`: fields of `ResponseUrl` about what was clicked."""
        path = f"{interaction.workspace.team_id}/{interaction.number}/{self._state.secret()}"
        self._given[path] = ResponseUrl(interaction, channel, self._state.now(), **source)
        return f"{self._base()}/response/{path}"

    def use(self, path: str) -> tuple[ResponseUrl | None, str]:
        """The address and "" with one use counted, or None and Slack's error name."""
        found = self._given.get(path)
        if found is None:
            return None, "no_such_url"
        if self._state.now() - found.given > timedelta(seconds=LIMITS["response_url.seconds"]):
            return None, "expired_url"
        if found.uses >= LIMITS["response_url.uses"]:
            return None, "used_url"
        found.uses += 1
        return found, ""
