"""An app's manifest: what Slack refuses in one, and the app that follows from it.

Source of the limits: schemas/manifest.schema.2.0.0.json of slackapi/manifest-schema.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bot.sandbox.checks import Complaints, anything, array, complain, matching, shape, string
from bot.sandbox.limits import LIMITS
from bot.sandbox.state import Json

if TYPE_CHECKING:
    from bot.sandbox.hub import AppConfig

L = LIMITS
_scopes = array(string(0, 1), 0, L["manifest.scopes"])
_command = shape(
    ("command", "description"),
    command=matching(rf"/[^\s/]{{1,{L['manifest.command'] - 1}}}", f"a slash and a word, {L['manifest.command']} characters at most"),
    url=string(0, 1),
    description=string(0, 1),
    usage_hint=string(L["manifest.usage_hint"]),
    should_escape=anything,
)
_parts = {
    "display_information": shape(
        ("name",),
        name=string(L["manifest.name"], 1),
        description=string(L["manifest.description"]),
        long_description=string(L["manifest.long_description"], L["manifest.long_description_min"]),
        background_color=anything,
    ),
    "features": shape(
        app_home=anything,
        bot_user=shape(
            ("display_name",),
            display_name=matching(rf"[a-z0-9._-]{{1,{L['manifest.display_name']}}}", f"a-z, 0-9, -, _ and ., {L['manifest.display_name']} at most"),
            always_online=anything,
        ),
        slash_commands=array(_command, 0, L["manifest.slash_commands"]),
        shortcuts=array(anything, 0, L["manifest.shortcuts"]),
        unfurl_domains=array(string(0, 1), 0, L["manifest.unfurl_domains"]),
    ),
    "oauth_config": shape(
        redirect_urls=array(string(0, 1), 0, L["manifest.redirect_urls"]),
        scopes=shape(bot=_scopes, bot_optional=_scopes, user=_scopes, user_optional=_scopes),
    ),
    "settings": shape(
        event_subscriptions=shape(
            request_url=string(0, 1),
            bot_events=array(string(0, 1), 0, L["manifest.bot_events"]),
            metadata_subscriptions=array(anything, 0, L["manifest.metadata_subscriptions"]),
        ),
        **dict.fromkeys(("interactivity", "org_deploy_enabled", "socket_mode_enabled", "token_rotation_enabled"), anything),
    ),
}
_manifest = shape(("display_information",), _metadata=anything, **_parts)


def check_manifest(manifest: Any) -> Complaints:
    """What is wrong with a manifest, with the place; empty when all is well."""
    out: Complaints = []
    _manifest(manifest, "", out)
    if not out and not (manifest.get("settings") or {}).get("socket_mode_enabled"):
        for place, holder, name in _addresses(manifest):
            if not holder.get(name):
                complain(out, "is needed without Socket Mode", f"{place}/{name}")
    return out


def _addresses(manifest: Json) -> Iterator[tuple[str, Json, str]]:
    """(place, object, name) of each address to which Slack sends something."""
    for place, command in enumerate((manifest.get("features") or {}).get("slash_commands") or []):
        yield f"/features/slash_commands/{place}", command, "url"
    for name in ("event_subscriptions", "interactivity"):
        if found := (manifest.get("settings") or {}).get(name):
            yield f"/settings/{name}", found, "request_url"


def apply(app: AppConfig, manifest: Json) -> None:
    """Make the app what its manifest says. Raises ValueError with the first complaint."""
    for line in check_manifest(manifest):
        raise ValueError(line)
    features, scopes = manifest.get("features") or {}, (manifest.get("oauth_config") or {}).get("scopes") or {}
    settings = manifest.get("settings") or {}
    app.name = manifest["display_information"]["name"]
    app.commands = {c["command"]: c.get("usage_hint", "") for c in features.get("slash_commands") or []}
    app.shortcuts = {s["callback_id"]: (s["type"], s["name"]) for s in features.get("shortcuts") or []}
    tabs = features.get("app_home") or {}
    app.messages_tab = bool(tabs.get("messages_tab_enabled", False))
    app.messages_tab_typed = app.messages_tab and not tabs.get("messages_tab_read_only_enabled", True)
    app.scopes, app.optional_scopes = tuple(scopes.get("bot") or ()), tuple(scopes.get("bot_optional") or ())
    app.events = frozenset((settings.get("event_subscriptions") or {}).get("bot_events") or ())
    app.redirect_urls = tuple((manifest.get("oauth_config") or {}).get("redirect_urls") or ())
    if not settings.get("socket_mode_enabled"):
        app.request_url = settings["event_subscriptions"]["request_url"]
