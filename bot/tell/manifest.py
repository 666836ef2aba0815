"""The app as Slack is told of it: scopes, command, shortcuts, events. Pure.

Schema: docs.slack.dev/reference/app-manifest. What stands here is what the listeners listen to, and no scope that is
not used.
"""

from __future__ import annotations

from typing import Any

#: Scopes of the bot token and what each is for.
REQUIRED = {
    "chat:write": "to post alerts and digests",
    "commands": "to answer /denials",
    "channels:read": "to see which public channels it is in",
    "groups:read": "to see which private channels it is in",
}
OPTIONAL = {
    "channels:history": "to find out after a crash whether a message arrived in a public channel",
    "groups:history": "to find out after a crash whether a message arrived in a private channel",
    "users:read": "to give a new channel's digest the time zone of whoever set it up",
}
EVENTS = (
    "app_home_opened", "app_uninstalled", "tokens_revoked", "member_joined_channel", "channel_left", "group_left",
    "channel_archive", "channel_unarchive", "channel_deleted", "channel_rename", "channel_id_changed", "group_archive",
    "group_unarchive", "group_deleted", "group_rename",
)  # fmt: skip
#: Where Slack posts to, and where an installation begins and ends, in HTTP mode.
EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH = "/slack/events", "/slack/install", "/slack/oauth_redirect"

_LONG = (
    "Walkback watches the news feeds your team chooses, pairs reported claims about a company with that company's rebuttal, and "
    "keeps the pair on file. When a later report confirms or undercuts an earlier denial it replies in the original thread, so "
    "the history of a story stays in one place. Look a company up with /denials, subscribe a channel to the companies it cares "
    "about, and get a weekly digest at a time you choose."
)


def manifest(url: str = "") -> dict[str, Any]:
    """The manifest for Socket Mode, or with the public address of the service (https://...) for HTTP mode."""
    at = url.rstrip("/")
    command: dict[str, Any] = {
        "command": "/denials",
        "description": "Look up a company's denials, or manage this channel's alerts",
        "usage_hint": "[company] | subscribe | mute | digest | help",
        "should_escape": True,
    }
    events: dict[str, Any] = {"bot_events": list(EVENTS)}
    interactivity: dict[str, Any] = {"is_enabled": True}
    oauth: dict[str, Any] = {"scopes": {"bot": list(REQUIRED), "bot_optional": list(OPTIONAL)}}
    if at:
        command["url"] = events["request_url"] = interactivity["request_url"] = at + EVENTS_PATH
        interactivity["message_menu_options_url"] = at + EVENTS_PATH
        oauth["redirect_urls"] = [at + REDIRECT_PATH]
    # Not read-only: there Slack takes the field to type in away, and with it the commands of direct messages.
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": "Walkback",
            "description": "Tracks claims about companies, the companies' denials, and what happened next.",
            "long_description": _LONG,
            "background_color": "#1d3557",
        },
        "features": {
            "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False},
            "bot_user": {"display_name": "walkback", "always_online": True},
            "slash_commands": [command],
            "shortcuts": [
                _shortcut("global", "Search denials", "denials_search", "Find claims and denials by company"),
                _shortcut("message", "Track this claim", "denials_track_message", "Start tracking the claim in this message"),
            ],
        },
        "oauth_config": oauth,
        "settings": {
            "event_subscriptions": events,
            "interactivity": interactivity,
            "org_deploy_enabled": False,
            "socket_mode_enabled": not at,
            "token_rotation_enabled": False,
        },
    }


def _shortcut(kind: str, name: str, callback_id: str, description: str) -> dict[str, str]:
    return {"type": kind, "name": name, "callback_id": callback_id, "description": description}
