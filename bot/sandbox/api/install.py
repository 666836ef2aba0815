"""Tokens and installation: auth.*, apps.*, oauth.v2.access."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from bot.sandbox.api import ApiError, Call, handles
from bot.sandbox.limits import LIMITS
from bot.sandbox.state import Json

if TYPE_CHECKING:
    from bot.sandbox.hub import Hub


@handles("auth.test")
def auth_test(call: Call) -> Json:
    team = call.workspace
    return {
        "url": f"{call.hub.base}/",
        "team": team.name,
        "user": team.users[team.bot_user].name,
        "team_id": team.team_id,
        "user_id": team.bot_user,
        "bot_id": team.bot_id,
        "is_enterprise_install": False,
    }


@handles("apps.connections.open")
def connections_open(call: Call) -> Json:
    if call.hub.app.request_url:
        raise ApiError("forbidden_team")  # Socket Mode is off for this app
    ticket = call.hub.state.secret()
    call.hub.codes[ticket] = {"kind": "ticket", "given": call.hub.state.now()}
    base = call.hub.base.replace("http", "ws", 1)
    return {"url": f"{base}/link/?ticket={ticket}&app_id={call.hub.app.id}"}


def _check_client(hub: Hub, args: Json) -> None:
    if args.get("client_id") != hub.app.client_id:
        raise ApiError("invalid_client_id")
    if not hmac.compare_digest(str(args.get("client_secret") or ""), hub.app.client_secret):
        raise ApiError("bad_client_secret")


@handles("auth.revoke")
def auth_revoke(call: Call) -> Json:
    if call.args.get("test"):
        return {"revoked": False}
    call.workspace.standing = "token_revoked"
    call.hub.state.changed("uninstall", call.workspace, how="revoked")
    return {"revoked": True}


@handles("apps.uninstall")
def apps_uninstall(call: Call) -> Json:
    _check_client(call.hub, call.args)
    call.workspace.standing = "uninstalled"
    call.hub.state.changed("uninstall", call.workspace, how="uninstalled")
    return {}


@handles("oauth.v2.access")
def oauth_access(call: Call) -> Json:
    hub, args = call.hub, call.args
    _check_client(hub, args)
    given = hub.codes.pop(args.get("code") or "", None)
    age = (hub.state.now() - given["given"]).total_seconds() if given else 0
    if given is None or given["kind"] != "oauth" or age > LIMITS["oauth_code.seconds"]:
        raise ApiError("invalid_code")
    if given["redirect_uri"] != (args.get("redirect_uri") or ""):
        raise ApiError("bad_redirect_uri")
    team = hub.state.workspaces[given["team"]]
    team.bot_token = f"xoxb-{team.team_id}-{hub.state.secret()}"
    team.scopes = tuple(given["scopes"])
    team.standing = "active"
    hub.state.changed("install", team)
    return {
        "access_token": team.bot_token,
        "token_type": "bot",
        "scope": ",".join(team.scopes),
        "bot_user_id": team.bot_user,
        "app_id": hub.app.id,
        "team": {"name": team.name, "id": team.team_id},
        "enterprise": None,
        "is_enterprise_install": False,
        "authed_user": {"id": given["user"]},
    }
