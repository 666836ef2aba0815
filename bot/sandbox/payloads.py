"""The payloads that the app receives, as Slack words them. No I/O.

Source: docs.slack.dev/reference/interaction-payloads, reference/events and interactivity/implementing-slash-commands.
"""

from __future__ import annotations

import copy
from typing import Any

from bot.sandbox.answers import Interaction
from bot.sandbox.blocks import interactive
from bot.sandbox.hub import AppConfig, Hub
from bot.sandbox.state import Channel, Json, Message, User, View, Workspace


def slash_command(hub: Hub, it: Interaction, user: User, channel: Channel, command: str, text: str) -> Json:
    """A command as it is typed."""
    return {
        "token": hub.app.verification_token,
        "team_id": it.workspace.team_id,
        "team_domain": it.workspace.domain,
        "channel_id": channel.id,
        "channel_name": channel_name(channel),
        "user_id": user.id,
        "user_name": user.name,
        "command": command,
        "text": text,
        "api_app_id": hub.app.id,
        "is_enterprise_install": "false",
        "response_url": it.response_url,
        "trigger_id": it.trigger_id,
    }


def channel_name(channel: Channel) -> str:
    """A channel's name as payloads give it: not that of a private one."""
    return {"im": "directmessage", "private": "privategroup"}.get(channel.kind, channel.name)


def _common(hub: Hub, workspace: Workspace, user: User, kind: str) -> Json:
    return {
        "type": kind,
        "team": {"id": workspace.team_id, "domain": workspace.domain},
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": workspace.team_id},
        "api_app_id": hub.app.id,
        "token": hub.app.verification_token,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def message_actions(
    hub: Hub,
    it: Interaction,
    user: User,
    channel: Channel,
    body: Json,
    actions: list[Json],
    *,
    ephemeral: bool,
) -> Json:
    """A block_actions payload from a message. That of an ephemeral one holds no `message`."""
    container: Json = {
        "type": "message",
        "message_ts": body["ts"],
        "channel_id": channel.id,
        "is_ephemeral": ephemeral,
    }
    if body.get("thread_ts"):
        container["thread_ts"] = body["thread_ts"]
    payload = _common(hub, it.workspace, user, "block_actions") | {
        "container": container,
        "trigger_id": it.trigger_id,
        "channel": {"id": channel.id, "name": channel_name(channel)},
        "state": {"values": state_values(body.get("blocks") or [], {})},
        "response_url": it.response_url,
        "actions": actions,
    }
    if not ephemeral:
        payload["message"] = copy.deepcopy(body)
    return payload


def view_actions(hub: Hub, it: Interaction, user: User, view: View, actions: list[Json]) -> Json:
    """A block_actions payload from a modal or the App Home."""
    return _common(hub, it.workspace, user, "block_actions") | {
        "container": {"type": "view", "view_id": view.body["id"]},
        "trigger_id": it.trigger_id,
        "view": copy.deepcopy(view.body),
        "actions": actions,
    }


def view_submission(hub: Hub, it: Interaction, user: User, view: View) -> Json:
    """A modal that was filled and submitted."""
    return _common(hub, it.workspace, user, "view_submission") | {
        "trigger_id": it.trigger_id,
        "view": copy.deepcopy(view.body),
        "response_urls": [],
    }


def view_closed(hub: Hub, it: Interaction, user: User, view: View, cleared: bool) -> Json:
    """A modal that was closed; `cleared`: with all below it."""
    return _common(hub, it.workspace, user, "view_closed") | {
        "view": copy.deepcopy(view.body),
        "is_cleared": cleared,
    }


def shortcut(hub: Hub, it: Interaction, user: User, callback_id: str) -> Json:
    """A global shortcut."""
    return _common(hub, it.workspace, user, "shortcut") | {
        "callback_id": callback_id,
        "trigger_id": it.trigger_id,
        "action_ts": hub.state.ts(),
    }


def message_shortcut(
    hub: Hub, it: Interaction, user: User, channel: Channel, message: Message, callback_id: str
) -> Json:
    """A shortcut on a message."""
    common = _common(hub, it.workspace, user, "message_action")
    del common["api_app_id"], common["user"]["username"]
    return common | {
        "callback_id": callback_id,
        "trigger_id": it.trigger_id,
        "action_ts": hub.state.ts(),
        "message_ts": message.ts,
        "channel": {"id": channel.id, "name": channel_name(channel)},
        "message": copy.deepcopy(message.body),
        "response_url": it.response_url,
    }


def suggestion(
    hub: Hub, it: Interaction, user: User, action_id: str, block_id: str, value: str, container: Json, more: Json
) -> Json:
    """What was typed into an external select; `more`: the view, or the message and its channel."""
    payload = _common(hub, it.workspace, user, "block_suggestion")
    return payload | {"action_id": action_id, "block_id": block_id, "value": value, "container": container} | more


def event(hub: Hub, workspace: Workspace, inner: Json) -> Json:
    """An event_callback around an event, with an id of its own."""
    return {
        "token": hub.app.verification_token,
        "team_id": workspace.team_id,
        "context_team_id": workspace.team_id,
        "context_enterprise_id": None,
        "api_app_id": hub.app.id,
        "event": inner,
        "type": "event_callback",
        "event_id": hub.state.new_id("Ev"),
        "event_time": int(hub.state.now().timestamp()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": workspace.team_id,
                "user_id": workspace.bot_user,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": f"4-{hub.state.secret()}",
    }


def app_rate_limited(hub: Hub, workspace: Workspace) -> Json:
    """What comes in the place of events beyond the hourly limit."""
    return {
        "token": hub.app.verification_token,
        "type": "app_rate_limited",
        "team_id": workspace.team_id,
        "minute_rate_limited": int(hub.state.now().timestamp()) // 60 * 60,
        "api_app_id": hub.app.id,
    }


# What is typed and chosen

_INITIAL = {
    "plain_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "overflow": ("selected_option", ""),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "checkboxes": ("selected_options", "initial_options"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
}


def value_field(kind: str) -> str:
    """The name under which an element's value travels: "selected_option" for a menu."""
    return _INITIAL[kind][0] if kind in _INITIAL else "value"


def entry(element: Json, value: Any) -> Json:
    """An element's part of `state.values` (and of an action) for a value given in plain Python.

    A menu takes the option's value (looked up among its options) or the whole option; a multiple one takes
    a list of them.
    """
    kind = str(element["type"])
    name = value_field(kind)
    if name == "selected_option":
        value = _option(element, value)
    elif name == "selected_options":
        value = [_option(element, v) for v in value or []]
    return {"type": kind, name: value}


def _option(element: Json, value: Any) -> Json | None:
    if value is None or isinstance(value, dict):
        return value
    found = list(element.get("options") or [])
    for group in element.get("option_groups") or []:
        found.extend(group["options"])
    for option in found:
        if option["value"] == value:
            return dict(option)
    if element["type"].endswith("external_select"):
        return {"text": {"type": "plain_text", "text": str(value), "emoji": True}, "value": str(value)}
    raise ValueError(f"no option {value!r} in {element.get('action_id')}: it has {[o['value'] for o in found]}")


def state_values(blocks: list[Json], entered: dict[tuple[str, str], Json]) -> Json:
    """`state.values` of a view or message: initial values, over them what was entered, by (block, action)."""
    values: Json = {}
    for block, element in interactive(blocks):
        kind = element["type"]
        if kind not in _INITIAL or kind == "overflow":
            continue
        key = (block["block_id"], element["action_id"])
        name, initial = _INITIAL[kind]
        empty: Any = [] if name == "selected_options" else None
        found = entered.get(key) or {"type": kind, name: copy.deepcopy(element.get(initial, empty))}
        values.setdefault(key[0], {})[key[1]] = copy.deepcopy(found)
    return values


def app_home_opened(app: AppConfig, user: str, channel: str, tab: str, view: View | None, ts: str) -> Json:
    """A person opened a tab of the app."""
    inner: Json = {"type": "app_home_opened", "user": user, "channel": channel, "tab": tab, "event_ts": ts}
    if view is not None:
        inner["view"] = copy.deepcopy(view.body)
    return inner
