"""The Web API: one call from its token to its answer. The methods themselves are in the files beside this.

Order of the checks, as observed of Slack: does the method exist, the token, its kind, its state, the rate,
the arguments, the scope, then what the method itself finds wrong.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.hub import Hub
from bot.sandbox.methods import Method, methods, read_arguments
from bot.sandbox.state import Channel, Json, Workspace


class ApiError(Exception):
    """An answer with ok: false. `status` and `headers` are those of the HTTP answer."""

    def __init__(self, error: str, *, status: int = 200, headers: dict[str, str] | None = None, **more: Any) -> None:
        super().__init__(error)
        self.error, self.status, self.headers, self.more = error, status, headers or {}, more

    @property
    def body(self) -> Json:
        """The answer as JSON."""
        return {"ok": False, "error": self.error} | self.more


@dataclass
class Call:
    """One call that passed the common checks. `team` is None for methods that take no bot token."""

    hub: Hub
    method: Method
    args: Json
    token: str
    team: Workspace | None
    warnings: list[str] = field(default_factory=list)

    @property
    def workspace(self) -> Workspace:
        """The team whose bot token was used."""
        assert self.team is not None
        return self.team

    def need(self, *scopes: str) -> None:
        """Any one of the scopes admits. Raises missing_scope with what is needed and what is there."""
        if scopes and not set(scopes) & set(self.workspace.scopes):
            raise ApiError("missing_scope", needed=",".join(scopes), provided=",".join(self.workspace.scopes))

    def seen_channel(self, key: str, names: bool = False) -> Channel:
        """A channel the bot may know of: public, or one it is in. Raises channel_not_found."""
        found = self.workspace.channel(key)
        hidden = found is not None and found.kind != "public" and self.workspace.bot_user not in found.members
        by_name = found is not None and found.id != key and not names
        if found is None or hidden or by_name:
            raise ApiError("channel_not_found")
        return found

    def posts(self, channel: Channel) -> None:
        """Wait for the channel's turn, a second a message. Raises ratelimited."""
        wait = self.hub.rates.wait_for_post(self.token, channel.id)
        if wait:
            raise limited(wait)


def limited(seconds: int) -> ApiError:
    """An answer with 429 that says how many seconds to wait."""
    return ApiError("ratelimited", status=429, headers={"Retry-After": str(seconds)})


#: One call a minute and few items for apps distributed outside the Marketplace (apis/web-api/rate-limits).
HISTORY = ("conversations.history", "conversations.replies")
Handler = Callable[[Call], Json]
HANDLERS: dict[str, Handler] = {}


def handles(name: str) -> Callable[[Handler], Handler]:
    """Register a function as the handler of a Web API method."""
    def keep(handler: Handler) -> Handler:
        HANDLERS[name] = handler
        return handler

    return keep


def parsed(value: Any, error: str) -> Any:
    """A JSON argument: form fields carry it as a string. Raises ApiError(error)."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise ApiError(error) from None


def _authorise(hub: Hub, method: Method, token: str) -> Workspace | None:
    if not method.token:
        return None
    if not token:
        raise ApiError("not_authed")
    wants_app_token = method.name == "apps.connections.open"
    if token == hub.app.app_token:
        if hub.app.app_standing != "active":
            raise ApiError(hub.app.app_standing)
        if not wants_app_token:
            raise ApiError("not_allowed_token_type")
        return None
    team = hub.state.by_token(token)
    if team is None:
        raise ApiError("invalid_auth")
    if team.standing != "active":
        raise ApiError("account_inactive" if team.standing == "uninstalled" else team.standing)
    if wants_app_token:
        raise ApiError("not_allowed_token_type")
    return team


def answer(hub: Hub, name: str, given: Json, token: str) -> tuple[Json, int, dict[str, str]]:
    """Body, HTTP status and headers for one call."""
    method = methods().get(name)
    team: Workspace | None = None
    body: Json = {"ok": True}
    hub.calls += 1
    status, headers = 200, dict[str, str]()
    try:
        if method is None or name not in HANDLERS:
            raise ApiError("unknown_method", req_method=name)
        team = _authorise(hub, method, token)
        wait = hub.rates.wait_for_call(token, name, "t1" if hub.app.distributed and name in HISTORY else method.tier)
        if wait:
            raise limited(wait)
        if "team_id" not in method.args:
            given.pop("team_id", None)  # Bolt sends it with every call, Slack takes it with every one
        args, complaints = read_arguments(method, given)
        if complaints:
            raise ApiError("invalid_arguments", response_metadata={"messages": complaints})
        call = Call(hub, method, args, token, team)
        if method.scopes and team is not None:
            call.need(*method.scopes)
        body |= HANDLERS[name](call)
        if call.warnings:
            body["warning"] = ",".join(call.warnings)
            body.setdefault("response_metadata", {})["warnings"] = call.warnings
    except ApiError as error:
        body, status, headers = error.body, error.status, error.headers
        hub.refused.append({"method": name, **body})
        hub.state.changed("refused", team, method=name, error=error.error)
    if team is not None:
        headers["X-OAuth-Scopes"] = ",".join(team.scopes)
        if method is not None:
            headers["X-Accepted-OAuth-Scopes"] = ",".join(method.scopes)
    return body, status, headers


from bot.sandbox.api import chat, conversations, directory, install, views  # noqa: E402, F401  (they register)
