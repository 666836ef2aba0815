"""conversations.* and reactions.add: what an app may read of channels, page by page."""

from __future__ import annotations

import base64
import binascii
import copy
import re
from collections.abc import Callable
from typing import Any

from bot.sandbox.api import ApiError, Call, handles
from bot.sandbox.api.chat import shown
from bot.sandbox.limits import LIMITS
from bot.sandbox.state import Channel, Json, Message

_KINDS = {"public_channel": "public", "private_channel": "private", "im": "im", "mpim": "mpim"}
_READ = {"public": "channels:read", "private": "groups:read", "im": "im:read", "mpim": "mpim:read"}
_HISTORY = {"public": "channels:history", "private": "groups:history", "im": "im:history", "mpim": "mpim:history"}


def described(call: Call, channel: Channel, members: bool = False) -> Json:
    """A channel as the API returns it, with `num_members` if asked for."""
    bot = call.workspace.bot_user
    common: Json = {
        "id": channel.id,
        "created": channel.created,
        "is_archived": channel.is_archived,
        "is_im": channel.kind == "im",
        "is_org_shared": False,
    }
    if channel.kind == "im":
        other = next((m for m in channel.members if m != bot), "")
        return common | {"user": other, "is_open": True}
    out = common | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": channel.kind == "public",
        "is_group": channel.kind == "private",
        "is_private": channel.kind == "private",
        "is_mpim": False,
        "is_member": bot in channel.members,
        "is_general": False,
        "creator": channel.creator,
        "context_team_id": call.workspace.team_id,
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }
    if members:
        out["num_members"] = len(channel.members)
    return out


def page(items: list[Any], args: Json, default: int, most: int) -> tuple[list[Any], Json]:
    """One page of items and the response_metadata with the next cursor. Raises invalid_cursor, invalid_limit."""
    limit = args.get("limit", default)
    if not 0 < limit <= most:
        raise ApiError("invalid_limit")
    start = 0
    if args.get("cursor"):
        try:
            start = int(base64.b64decode(args["cursor"], validate=True).decode().removeprefix("from:"))
        except (binascii.Error, ValueError):
            raise ApiError("invalid_cursor") from None
        if start > len(items):
            raise ApiError("invalid_cursor")
    following = start + limit
    cursor = base64.b64encode(f"from:{following}".encode()).decode() if following < len(items) else ""
    return items[start:following], {"next_cursor": cursor}


def _types(call: Call) -> list[str]:
    kinds = [t.strip() for t in (call.args.get("types") or "public_channel").split(",") if t.strip()]
    if any(k not in _KINDS for k in kinds):
        raise ApiError("invalid_types")
    for kind in kinds:
        call.need(_READ[_KINDS[kind]])
    return [_KINDS[k] for k in kinds]


def _listing(call: Call, keep: Callable[[Channel], bool]) -> Json:
    kinds = _types(call)
    bot = call.workspace.bot_user
    found = [
        c
        for c in call.workspace.channels.values()
        if c.kind in kinds
        and not c.is_deleted
        and (c.kind == "public" or bot in c.members)
        and not (call.args.get("exclude_archived") and c.is_archived)
        and keep(c)
    ]
    some, metadata = page(found, call.args, 100, 1000)
    return {"channels": [described(call, c, True) for c in some], "response_metadata": metadata}


@handles("conversations.list")
def list_(call: Call) -> Json:
    return _listing(call, lambda c: True)


@handles("users.conversations")
def users_conversations(call: Call) -> Json:
    user = call.args.get("user") or call.workspace.bot_user
    return _listing(call, lambda c: user in c.members)


@handles("conversations.info")
def info(call: Call) -> Json:
    channel = call.seen_channel(call.args["channel"])
    call.need(_READ[channel.kind])
    return {"channel": described(call, channel, bool(call.args.get("include_num_members")))}


def _history_of(call: Call) -> Channel:
    channel = call.seen_channel(call.args["channel"])
    call.need(_HISTORY[channel.kind])
    if call.workspace.bot_user not in channel.members:
        raise ApiError("not_in_channel")
    return channel


def _items(call: Call, default: int, most: int) -> tuple[int, int]:
    """How many messages come where no `limit` is given, and at most."""
    few = LIMITS["history.items"]
    return (few, few) if call.hub.app.distributed else (default, most)


def _within(call: Call) -> Callable[[Message], bool]:
    """The rule of `oldest`, `latest` and `inclusive`."""
    bounds: dict[str, tuple[int, int]] = {}
    for name in ("oldest", "latest"):
        given = call.args.get(name)
        if given in (None, "", "0", "now"):
            continue
        match = re.fullmatch(r"(\d+)(?:\.(\d{1,6}))?", str(given))
        if match is None:
            raise ApiError(f"invalid_ts_{name}")
        bounds[name] = (int(match[1]), int((match[2] or "0").ljust(6, "0")))
    inclusive = bool(call.args.get("inclusive"))

    def within(message: Message) -> bool:
        seconds, micros = message.ts.split(".")
        ts = (int(seconds), int(micros))
        if "oldest" in bounds and (ts < bounds["oldest"] or (ts == bounds["oldest"] and not inclusive)):
            return False
        return not ("latest" in bounds and (ts > bounds["latest"] or (ts == bounds["latest"] and not inclusive)))

    return within


@handles("conversations.history")
def history(call: Call) -> Json:
    channel = _history_of(call)
    within = _within(call)
    found = [
        m
        for m in reversed(channel.ordered())
        if (not m.is_reply or m.body.get("subtype") == "thread_broadcast") and within(m)
    ]
    some, metadata = page(found, call.args, *_items(call, 100, 999))
    more = bool(metadata["next_cursor"])
    out: Json = {
        "messages": [shown(m, bool(call.args.get("include_all_metadata"))) for m in some],
        "has_more": more,
        "pin_count": 0,
    }
    return out | ({"response_metadata": metadata} if more else {})


@handles("conversations.replies")
def replies(call: Call) -> Json:
    channel = _history_of(call)
    within = _within(call)
    asked = channel.messages.get(call.args["ts"])
    if asked is None:
        raise ApiError("thread_not_found")
    root = channel.messages.get(asked.thread_ts or asked.ts) or asked
    some, metadata = page([m for m in channel.replies(root.ts) if within(m)], call.args, *_items(call, 1000, 1000))
    more = bool(metadata["next_cursor"])
    every = bool(call.args.get("include_all_metadata"))
    out: Json = {"messages": [shown(m, every) for m in [root, *some]], "has_more": more}
    return out | ({"response_metadata": metadata} if more else {})


@handles("conversations.open")
def open_(call: Call) -> Json:
    call.need("im:write")
    if call.args.get("channel"):
        channel = call.seen_channel(call.args["channel"])
        if channel.kind != "im":
            raise ApiError("method_not_supported_for_channel_type")
    else:
        users = [u for u in (call.args.get("users") or "").split(",") if u]
        if not users:
            raise ApiError("users_list_not_supplied")
        if len(users) > 1:
            call.need("mpim:write")
            raise ApiError("method_not_supported_for_channel_type")
        if users[0] not in call.workspace.users:
            raise ApiError("user_not_found")
        channel = call.hub.state.open_direct(call.workspace, users[0])
    described_ = described(call, channel) if call.args.get("return_im") else {"id": channel.id}
    return {"channel": described_, "already_open": True, "no_op": True}


@handles("conversations.join")
def join(call: Call) -> Json:
    channel = call.seen_channel(call.args["channel"])
    if channel.kind != "public":
        raise ApiError("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise ApiError("is_archived")
    if call.workspace.bot_user in channel.members:
        call.warnings.append("already_in_channel")
    channel.members.add(call.workspace.bot_user)
    call.hub.state.changed("members", call.workspace, channel=channel.id)
    return {"channel": described(call, channel)}


@handles("reactions.add")
def react(call: Call) -> Json:
    channel = call.seen_channel(call.args["channel"])
    message = channel.messages.get(call.args["timestamp"])
    name = call.args["name"].strip(":")
    if message is None:
        raise ApiError("message_not_found")
    if not re.fullmatch(r"[a-z0-9_+'-]+(::skin-tone-\d)?", name):
        raise ApiError("invalid_name")
    body = copy.deepcopy(message.body)
    reactions = body.setdefault("reactions", [])
    found = next((r for r in reactions if r["name"] == name), None)
    if found is None:
        found = {"name": name, "users": [], "count": 0}
        reactions.append(found)
    if call.workspace.bot_user in found["users"]:
        raise ApiError("already_reacted")
    found["users"].append(call.workspace.bot_user)
    found["count"] += 1
    message.body = body
    call.hub.state.changed("edit", call.workspace, channel=channel.id, ts=message.ts)
    return {}
