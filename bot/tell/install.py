"""Several workspaces: installation by OAuth, and each team's token, sealed on the ledger.

Bolt's own flow does the steps (docs.slack.dev/authentication/installing-with-oauth); ours are the store, the state
parameter (signed, good for ten minutes, once) and the look-up of a team's token, which calls nobody.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from logging import Logger
from typing import Any

from slack_bolt import BoltContext
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.authorize import Authorize
from slack_bolt.error import BoltError
from slack_bolt.oauth import OAuthFlow
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_sdk import WebClient
from slack_sdk.oauth import InstallationStore, OAuthStateStore
from slack_sdk.oauth.installation_store import Bot, Installation

from bot.settings import Settings
from bot.tell.calls import web_client
from bot.tell.manifest import INSTALL_PATH, OPTIONAL, REDIRECT_PATH, REQUIRED
from bot.tell.vault import Vault
from store.ledger import Ledger

log = logging.getLogger(__name__)

#: Seconds within which a person has to come back from Slack's page.
STATE_SECONDS = 600
#: What Slack is shown for a team whose token is not there: it refuses, and the outbox knows what to do.
NO_TOKEN = "xoxb-not-installed"  # noqa: S105


class Workspaces:
    """The teams that installed the app. `now` is aware, in UTC."""

    def __init__(self, ledger: Ledger, settings: Settings, now: Callable[[], datetime]) -> None:
        self.ledger, self.settings, self.now = ledger, settings, now
        self.vault = Vault(settings.secret_key)

    def token(self, team: str) -> str:
        """A team's token; "" when it is not installed (any more)."""
        row = self.ledger.outbox.installation(team)
        if row is None or row["state"] != "active" or not row["token"]:
            return ""
        try:
            return self.vault.open(row["token"])
        except ValueError:
            return ""

    def client(self, team: str) -> WebClient:
        """A client that speaks for a team."""
        return web_client(self.settings, self.token(team) or NO_TOKEN)

    def reseal(self) -> int:
        """Bring every token under the newest key; returns how many there are.

        A team whose token no key opens is set inactive, and its line stands among the problems.
        """
        count = 0
        for row in self.ledger.outbox.installations(state="active"):
            if not row["token"]:
                continue
            try:
                self.ledger.outbox.save_installation(row["team"], now=self.now(), token=self.vault.reseal(row["token"]))
                count += 1
            except ValueError:
                line = (
                    f"the token of {row['name'] or row['team']} was sealed with a key that is not in WALKBACK_SECRET_KEY: "
                    "put that key behind the new one, with a comma, or let them install the app again"
                )
                self.ledger.outbox.save_installation(row["team"], now=self.now(), state="inactive", error="sealed with another key")
                self.ledger.wire.problem("tell", row["team"], line, self.now())
                log.warning(line, extra={"event": "token sealed with another key", "team": row["team"]})
        return count

    def flow(self) -> OAuthFlow:
        """Bolt's OAuth flow on our stores."""
        settings = self.settings
        nobody = replace(settings, slack_bot_token="")
        oauth = OAuthSettings(
            client_id=settings.client_id,
            client_secret=settings.client_secret,
            scopes=[*REQUIRED, *OPTIONAL],
            user_scopes=[],
            redirect_uri=settings.public_url.rstrip("/") + REDIRECT_PATH,
            install_path=INSTALL_PATH,
            redirect_uri_path=REDIRECT_PATH,
            authorization_url=settings.slack_api_url.removesuffix("api/") + "oauth/v2/authorize",
            installation_store=_Store(self),
            installation_store_bot_only=True,
            state_store=_States(self),
            state_expiration_seconds=STATE_SECONDS,
        )
        oauth.authorize = _OnFile(self)
        return OAuthFlow(client=web_client(nobody), settings=oauth)


class _Store(InstallationStore):
    """Where Bolt puts what came of an installation."""

    def __init__(self, workspaces: Workspaces) -> None:
        self._of = workspaces

    @property
    def logger(self) -> Logger:
        return log

    def save(self, installation: Installation) -> None:
        """Raises BoltError, which Bolt shows as a page, for what this app cannot serve."""
        of, team = self._of, installation.team_id
        if not team or not installation.bot_token:
            raise BoltError("the app is installed into one workspace at a time, not into a whole organisation")
        scopes = installation.bot_scopes or ()
        of.ledger.outbox.save_installation(
            team, now=of.now(), installed=of.now(), name=installation.team_name or "", bot_user=installation.bot_user_id or "",
            bot_id=installation.bot_id or "", token=of.vault.seal(installation.bot_token), installer=installation.user_id or "",
            scopes=scopes if isinstance(scopes, str) else ",".join(scopes), state="active", error=None,
        )  # fmt: skip
        of.ledger.teams.came_back(team)
        of.ledger.outbox.audit(installation.user_id or "", "install", installation.team_name or team, of.now(), team=team)

    def find_bot(self, *, enterprise_id: str | None, team_id: str | None, is_enterprise_install: bool | None = False) -> Bot | None:
        """Bolt asks `_OnFile` instead."""
        return None


class _States(OAuthStateStore):
    """The state parameter: made here, a short while ago, and not used before."""

    def __init__(self, workspaces: Workspaces) -> None:
        self._of = workspaces

    @property
    def logger(self) -> Logger:
        return log

    def issue(self, *args: Any, **kwargs: Any) -> str:
        return self._of.vault.ticket(self._of.now())

    def consume(self, state: str) -> bool:
        now = self._of.now()
        if not self._of.vault.is_ticket(state, STATE_SECONDS, now):
            return False
        return self._of.ledger.outbox.once(f"state|{hashlib.sha256(state.encode()).hexdigest()}", now)


class _OnFile(Authorize):
    """The token on file for a request's team; nobody is asked, so that a command is answered in time."""

    def __init__(self, workspaces: Workspaces) -> None:
        self._of = workspaces

    def __call__(
        self, *, context: BoltContext, enterprise_id: str | None, team_id: str | None, user_id: str | None, **more: Any
    ) -> AuthorizeResult | None:
        token = self._of.token(team_id) if team_id else ""
        row = self._of.ledger.outbox.installation(team_id or "")
        if not token or row is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id, team_id=team_id, team=row["name"], bot_user_id=row["bot_user"] or None,
            bot_id=row["bot_id"] or None, bot_token=token, bot_scopes=row["scopes"], user_id=user_id,
        )  # fmt: skip
