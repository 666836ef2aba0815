"""The running service put together: ledger, desk, clock, poster and Slack app, from one settings object."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import timedelta

from slack_sdk import WebClient

from bot.clock import Clock, utc_now
from bot.desk import Desk
from bot.judge.llm import LlmJudge
from bot.llm import Llm
from bot.read.llm import LlmReader
from bot.settings import Settings, SettingsError, variable
from bot.tell import app as slack_app
from bot.tell.poster import Poster
from bot.watch.http import Fetcher
from store.ledger import Ledger

log = logging.getLogger(__name__)

_WHERE = {
    "slack_bot_token": "the Bot User OAuth Token (xoxb-...) on the page OAuth & Permissions of your Slack app",
    "slack_app_token": "an app-level token (xapp-...) with connections:write, on the page Basic Information of your Slack app",
}


def missing(settings: Settings) -> str:
    """One line that names the first setting `walkback run` lacks and where to get it; "" when none is."""
    for field, where in _WHERE.items():
        if not getattr(settings, field):
            return f"{variable(field)} is not set: put it into .env; it is {where} (see README, 'Connect Slack')"
    return ""


def build_desk(ledger: Ledger, settings: Settings, reader: str = "") -> Desk:
    """A desk with the LLM where one is configured, or as `reader` ("offline", "llm") says.

    Raises SettingsError for "llm" without a configured one.
    """
    if reader == "llm" and not settings.llm:
        raise SettingsError(
            "OPENAI_API_KEY is not set: give a key, or OPENAI_BASE_URL of a server of your own, or use --reader offline"
        )
    if reader == "offline" or not settings.llm:
        return Desk(ledger, utc_now)
    llm = Llm(settings, ledger.llm, utc_now)
    return Desk(ledger, utc_now, reader=LlmReader(llm), judge=LlmJudge(llm))


class Service:
    """Everything `walkback run` runs. Raises SettingsError when a needed setting is missing."""

    def __init__(self, ledger: Ledger, settings: Settings, heard: Callable[[str], None] = log.info) -> None:
        if line := missing(settings):
            raise SettingsError(line)
        self.ledger, self.settings = ledger, settings
        self.fetcher = Fetcher(settings.user_agent, allow_private=settings.allow_private)
        self.desk = build_desk(ledger, settings)
        self.poster = Poster(ledger, self._client, settings, utc_now)
        self.app = slack_app.build_app(ledger, settings, poster_wake=self.poster.wake, by_hand=self.desk.add_by_hand)
        self.clock = Clock(ledger, self.desk, self.fetcher, settings, wake_poster=self.poster.wake.set, heard=heard)
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []
        self._sockets: slack_app.Sockets | None = None

    def start(self) -> None:
        """Start all of it and return. Slack being down is no error: the connection is tried until it stands."""
        self._thread("post", lambda: self.poster.run(self._stop))
        self._thread("slack", self._connect)
        self.clock.start()

    def stop(self) -> None:
        """Stop within 10 seconds; what was under way is taken up again at the next start."""
        self._stop.set()
        self.poster.wake.set()
        if self._sockets is not None:
            self._sockets.close()
        self.clock.stop()
        for thread in self._threads:
            thread.join(1.0)
        self.fetcher.close()

    def _connect(self) -> None:
        wait = 1.0
        while not self._stop.is_set():
            try:
                self._sockets = slack_app.connect(self.app, self.settings)
                log.info("connected to Slack")
                return
            except Exception as error:
                line = f"Slack cannot be reached ({type(error).__name__}: {error}); alerts wait, it is tried again"
                self.ledger.wire.problem("tell", "slack", line, utc_now())
                log.warning(line)
                self._stop.wait(wait)
                wait = min(60.0, wait * 2)

    def _client(self, team: str) -> WebClient:
        return WebClient(
            token=self.settings.slack_bot_token,
            base_url=self.settings.slack_api_url,
            timeout=int(timedelta(seconds=self.settings.slack_timeout).total_seconds()),
            retry_handlers=[],
        )

    def _thread(self, name: str, work: Callable[[], object]) -> None:
        thread = threading.Thread(target=work, name=name, daemon=True)
        thread.start()
        self._threads.append(thread)
