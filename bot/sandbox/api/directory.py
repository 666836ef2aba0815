"""Who and what is there: team.info, users.info, bots.info, api.test."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.sandbox.api import ApiError, Call, handles
from bot.sandbox.state import Json


@handles("api.test")
def api_test(call: Call) -> Json:
    if call.args.get("error"):
        raise ApiError(call.args["error"], args=call.args)
    return {"args": call.args}


@handles("team.info")
def team_info(call: Call) -> Json:
    team = call.workspace
    if call.args.get("team") not in (None, "", team.team_id):
        raise ApiError("team_not_found")
    return {"team": {"id": team.team_id, "name": team.name, "domain": team.domain, "email_domain": "", "icon": {}}}


@handles("users.info")
def users_info(call: Call) -> Json:
    user = call.workspace.users.get(call.args["user"])
    if user is None:
        raise ApiError("user_not_found")
    offset = ZoneInfo(user.tz).utcoffset(call.hub.state.now())
    found: Json = {
        "id": user.id,
        "team_id": call.workspace.team_id,
        "name": user.name,
        "real_name": user.real_name,
        "deleted": False,
        "tz": user.tz,
        "tz_label": user.tz,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "is_admin": user.is_admin,
        "is_owner": False,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "profile": {"real_name": user.real_name, "display_name": user.name, "team": call.workspace.team_id},
    }
    if call.args.get("include_locale"):
        found["locale"] = "en-US"
    return {"user": found}


@handles("bots.info")
def bots_info(call: Call) -> Json:
    team = call.workspace
    if not call.args.get("bot"):
        raise ApiError("bot_not_found")
    if call.args["bot"] != team.bot_id:
        raise ApiError("bot_not_found")
    return {
        "bot": {
            "id": team.bot_id,
            "deleted": False,
            "name": call.hub.app.name,
            "updated": 0,
            "app_id": call.hub.app.id,
            "user_id": team.bot_user,
            "icons": {},
        }
    }
