"""What the parts of the sandbox share: the state, the app that is installed, what is under way."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.sandbox.answers import Interaction, ResponseUrls, Triggers
from bot.sandbox.event_limits import EventLimits
from bot.sandbox.faults import Faults, Rates
from bot.sandbox.limits import LIMITS
from bot.sandbox.state import Clock, Json, State


@dataclass
class AppConfig:
    """The app as its settings page states it; what stands in its manifest is filled in by `manifest.apply`."""

    id: str
    client_id: str
    client_secret: str
    signing_secret: str
    verification_token: str
    app_token: str
    name: str = ""
    commands: dict[str, str] = field(default_factory=dict)  # with their usage hints
    shortcuts: dict[str, tuple[str, str]] = field(default_factory=dict)  # callback_id to (type, name)
    scopes: tuple[str, ...] = ()
    optional_scopes: tuple[str, ...] = ()
    events: frozenset[str] = frozenset()
    request_url: str = ""  # where payloads go in HTTP mode; empty means Socket Mode
    redirect_urls: tuple[str, ...] = ()
    app_standing: str = "active"
    messages_tab: bool = True  # may the app write into a person's direct conversation with it?
    messages_tab_typed: bool = True  # may the person type there, messages and commands?
    distributed: bool = False  # sold to others outside the Marketplace: history comes by the minute


#: Why an event is not sent again although it was not taken: the app said so (X-Slack-No-Retry: 1).
NO_RETRY = "no_retry"


class NoAck(Exception):
    """A payload was not acknowledged; the message says why, in the words of X-Slack-Retry-Reason."""


class Transport(Protocol):
    """Carries one payload to the app and brings back its acknowledgement. Raises NoAck."""

    async def send(self, envelope: Json) -> Json: ...

    async def ready(self, seconds: float) -> bool:
        """Wait until a payload can be sent at all; False if that took longer."""
        ...


class Hub:
    """One for a running sandbox. Everything in it belongs to the sandbox's event loop."""

    def __init__(self, clock: Clock, *, rates: bool = True, ack_seconds: float = LIMITS["ack.seconds"]) -> None:
        self.state = State(clock, "")
        self.faults = Faults()
        self.rates = Rates(clock, rates)
        self.event_limits = EventLimits(clock)
        self.base = ""  # "http://127.0.0.1:port", known once the server listens
        self.ack_seconds = ack_seconds
        self.event_delays: tuple[float, ...] = (0.0, 60.0, 300.0)  # docs.slack.dev/apis/events-api
        self.triggers = Triggers(self.state)
        self.response_urls = ResponseUrls(self.state, lambda: self.base)
        self.codes: dict[str, Json] = {}  # OAuth codes given out
        self.transport: Transport | None = None
        self.interactions: list[Interaction] = []
        self.calls = 0  # how many calls of the Web API were answered
        self.refused: list[Json] = []  # calls that were answered with an error, for whoever looks for a bug
        self.notices: dict[tuple[str, str], list[str]] = {}  # (team, user): what the client itself tells them
        self.form_errors: dict[str, dict[str, str]] = {}  # by view
        self._tasks: set[asyncio.Task[Any]] = set()
        secret = self.state.secret
        self.app = AppConfig(
            id=self.state.new_id("A"),
            client_id=f"{self.state.new_id('1')}.{self.state.new_id('2')}",
            client_secret=secret(),
            signing_secret=secret(),
            verification_token=secret(),
            app_token=f"xapp-1-{secret()}",
        )

    def spawn(self, work: Coroutine[Any, Any, Any]) -> None:
        """Run something to its end beside what is going on."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def end(self) -> None:
        """Cancel what is still under way. A task may miss one cancellation (asyncio.wait_for does)."""
        while self._tasks:
            for task in list(self._tasks):
                task.cancel()
            await asyncio.wait(list(self._tasks), timeout=0.1)
