"""The Slack app: slack-bolt's App with our listeners, and its connection over Socket Mode."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.settings import Settings
from bot.tell import listeners, pages
from bot.tell.calls import trouble, web_client
from bot.tell.install import Workspaces
from bot.tell.manifest import INSTALL_PATH
from bot.tell.tools import SORRY, AddByHand, Corrects, Tools, answered, noted
from store.ledger import Ledger

log = logging.getLogger(__name__)

#: Seconds between tries to connect while Slack cannot be reached.
RECONNECT = (1, 2, 5, 10, 30)


class SlackRefused(Exception):
    """Slack does not accept a token; the message names the setting and where to get a good one."""


def build_app(
    ledger: Ledger,
    settings: Settings,
    *,
    poster_wake: Callable[[], object],
    now: Callable[[], datetime],
    client: WebClient | None = None,
    add_by_hand: AddByHand | None = None,
    workspaces: Workspaces | None = None,
    corrections: Corrects | None = None,
) -> App:
    """The app, ready to be connected. Calls nobody: Slack may be down while it is built.

    poster_wake: told when something was put into the outbox. now: the present moment, aware, in UTC. add_by_hand and corrections: the
    desk's way to take a hand-written pair, and a ruling.
    workspaces: the teams that installed the app, for HTTP mode; without it the one team of SLACK_BOT_TOKEN.
    """
    if workspaces is not None:
        flow = workspaces.flow()
        where = f"{settings.public_url.rstrip('/')}{INSTALL_PATH}"
        app = App(
            client=flow.client, signing_secret=settings.slack_signing_secret, oauth_flow=flow,
            user_facing_authorize_error_message=f"Walkback is not installed in this workspace (any more). An admin can install it: {where}",
        )  # fmt: skip
    else:  # the token is verified by `sign_in` instead, which tells a dead token from a dead network
        app = App(client=client or web_client(settings), token_verification_enabled=False)
    tools = Tools(ledger, settings, poster_wake, now, add_by_hand, corrections)
    listeners.register(app, tools)

    @app.error
    def failed(error: Exception, body: dict[str, Any], respond: Callable[..., Any]) -> None:
        """What no listener expected: noted, and told to the person where there is a way to them."""
        log.error("a listener failed", exc_info=error, extra={"event": "listener failed", "team": body.get("team_id")})
        noted(tools, str(body.get("command") or body.get("type") or "listener"), error)
        if body.get("response_url"):
            answered(tools, "listener", lambda: pages.note(SORRY), respond)

    return app


def sign_in(ledger: Ledger, client: WebClient, now: datetime) -> str:
    """Ask Slack who we are, and mark the installation as active. Returns the team's id, "" while Slack is down.

    Raises SlackRefused for a token that Slack does not accept.
    """
    try:
        answer = client.auth_test()
    except Exception as error:
        met = trouble(error)
        if met.kind in ("auth", "scope", "final"):
            raise SlackRefused(
                f"Slack does not accept SLACK_BOT_TOKEN ({met.name}): copy the Bot User OAuth Token (xoxb-...) from "
                "https://api.slack.com/apps, your app, OAuth & Permissions, into .env"
            ) from error
        return ""
    team = str(answer["team_id"])
    scopes = {k.lower(): v for k, v in (answer.headers or {}).items()}.get("x-oauth-scopes", "")
    ledger.outbox.save_installation(
        team, now=now, name=str(answer.get("team") or ""), bot_user=str(answer.get("user_id") or ""),
        state="active", error=None, **({"scopes": scopes} if scopes else {}),
    )  # fmt: skip
    ledger.teams.came_back(team)
    return team


def run_socket_mode(app: App, settings: Settings) -> SocketModeHandler:
    """Connect over Socket Mode and stay connected; returns at once. While Slack is down it is tried again and again.

    `.close()` of what is returned ends it.
    """
    handler = _Handler(app, settings.slack_app_token)
    threading.Thread(target=handler.keep_trying, name="socket-mode", daemon=True).start()
    return handler


class _Handler(SocketModeHandler):
    """A handler whose first connection may take several tries."""

    def __init__(self, app: App, app_token: str) -> None:
        super().__init__(app, app_token)
        self._over = threading.Event()

    def keep_trying(self) -> None:
        tries = 0
        while not self._over.is_set():
            try:
                self.connect()  # type: ignore[no-untyped-call]
                return
            except Exception as error:
                met = trouble(error)
                wait = RECONNECT[min(tries, len(RECONNECT) - 1)]
                log.warning("Socket Mode: %s %s; trying again in %s s", met.name, met.detail, wait, extra={"event": "socket failed", "error": met.name})
                tries += 1
                self._over.wait(wait)

    def close(self) -> None:
        self._over.set()
        super().close()  # type: ignore[no-untyped-call]
