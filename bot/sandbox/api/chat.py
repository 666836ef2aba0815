"""chat.*: posting, editing and deleting messages (docs.slack.dev/methods)."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

from bot.sandbox.api import ApiError, Call, handles, parsed
from bot.sandbox.blocks import check_message, filled
from bot.sandbox.checks import length
from bot.sandbox.limits import LIMITS
from bot.sandbox.state import Channel, Ephemeral, Json, Message, State, Workspace

_CUSTOM = ("username", "icon_emoji", "icon_url")


def writable(call: Call, key: str) -> Channel:
    """The channel a message may go to. A person's id stands for the direct conversation with them."""
    workspace = call.workspace
    if key in workspace.users and not workspace.users[key].is_bot:
        channel = call.hub.state.open_direct(workspace, key)
    else:
        channel = call.seen_channel(key, names=True)
    if channel.kind == "im" and not call.hub.app.messages_tab:
        raise ApiError("messages_tab_disabled")
    if channel.is_archived:
        raise ApiError("is_archived")
    if workspace.bot_user not in channel.members and "chat:write.public" not in workspace.scopes:
        raise ApiError("not_in_channel")
    if channel.restriction and _restricted(channel, bool(call.args.get("thread_ts"))):
        raise ApiError(channel.restriction)
    if workspace.messages_left == 0:
        raise ApiError("message_limit_exceeded")
    return channel


def _restricted(channel: Channel, in_thread: bool) -> bool:
    """Does the channel's restriction hold for this message? Two of them know only one kind."""
    kinds = {"restricted_action_thread_only_channel": False, "restricted_action_non_threadable_channel": True}
    return kinds.get(channel.restriction, in_thread) == in_thread


def escaped(text: str) -> str:
    """Text as Slack keeps it: &, < and > that are not part of its markup become entities."""
    text = re.sub(r"&(?!(?:amp|lt|gt);)", "&amp;", text)
    text = re.sub(r"<(?![@#!][^<>]*>|(?:https?://|mailto:|tel:)[^<>]*>)", "&lt;", text)
    out: list[str] = []
    opened = False
    for char in text:
        if char == "<":
            opened = True
        elif char == ">":
            if not opened and not _quotes(out):
                out.append("&gt;")
                continue
            opened = False
        out.append(char)
    return "".join(out)


def _quotes(before: list[str]) -> bool:
    """A > that starts a line is a quotation's mark."""
    return not before or before[-1] == "\n"


def content(args: Json, state: State, *, keep: Json | None = None) -> Json:
    """Text, blocks and attachments of a call, checked. Raises ApiError.

    Args:
        keep: the message that is edited; what the call leaves out stays.
    """
    blocks = parsed(args.get("blocks"), "invalid_blocks_format")
    attachments = parsed(args.get("attachments"), "invalid_attachments" if keep else "invalid_arguments")
    text = args.get("text") or ""
    markdown = args.get("markdown_text")
    if markdown:
        if text or blocks:
            raise ApiError("markdown_text_conflict")
        if length(markdown) > LIMITS["message.markdown_text"]:
            raise ApiError("msg_too_long")
        blocks, text = [{"type": "markdown", "text": markdown}], markdown
    out = check_content(blocks, attachments)
    if not (text.strip() or out.get("blocks") or out.get("attachments")):
        raise ApiError("no_text")
    result: Json = {"text": escaped(text)[: LIMITS["message.text"]]}
    if keep is not None:
        result |= {k: keep[k] for k in ("blocks", "attachments") if k in keep and args.get(k) is None and not markdown}
    for name, value in out.items():
        if name == "blocks":
            value = filled(value, lambda: state.secret()[:5])
        result[name] = value
    return {k: v for k, v in result.items() if v or k == "text"}


def check_content(blocks: Any, attachments: Any) -> Json:
    """The blocks and attachments that were given, without the absent ones. Raises ApiError."""
    out: Json = {}
    if blocks is not None and blocks != "":
        error, complaints = check_message(blocks)
        if error:
            if not complaints:
                raise ApiError(error)
            plainly = [c.removeprefix("[ERROR] ") for c in complaints]
            raise ApiError(error, errors=plainly, response_metadata={"messages": complaints})
        out["blocks"] = blocks
    if isinstance(attachments, list):
        if len(attachments) > LIMITS["message.attachments"]:
            raise ApiError("too_many_attachments")
        out["attachments"] = [
            {"id": i + 1, "fallback": a.get("fallback") or a.get("text") or "[no preview available]"} | a
            for i, a in enumerate(attachments)
        ]
        for attachment in attachments:
            if attachment.get("blocks") is not None:
                check_content(attachment["blocks"], None)
    return out


def read_metadata(args: Json) -> Json | None:
    """The metadata of a call; {} when it is to be removed, None when nothing is said of it."""
    found = parsed(args.get("metadata"), "invalid_metadata_format")
    if found is None:
        return None
    if found == {}:
        return {}
    good = (
        isinstance(found, dict)
        and isinstance(found.get("event_type"), str)
        and bool(found["event_type"])
        and isinstance(found.get("event_payload"), dict)
        and not set(found) - {"event_type", "event_payload", "entities"}
    )
    if not good:
        raise ApiError("invalid_metadata_format")
    if len(json.dumps(found, ensure_ascii=False).encode()) > LIMITS["message.metadata_bytes"]:
        raise ApiError("metadata_too_large")
    return dict(found)


def bot_fields(call: Call) -> Json:
    """What every message of the app carries about who sent it."""
    workspace, app = call.workspace, call.hub.app
    return {
        "user": workspace.bot_user,
        "type": "message",
        "bot_id": workspace.bot_id,
        "app_id": app.id,
        "team": workspace.team_id,
        "bot_profile": {
            "id": workspace.bot_id,
            "app_id": app.id,
            "name": app.name,
            "team_id": workspace.team_id,
            "deleted": False,
        },
    }


def thread_of(channel: Channel, thread_ts: Any) -> Message | None:
    """The root a reply goes under; None for a root that is gone: then Slack posts un-threaded, silently."""
    if not thread_ts:
        return None
    root = channel.messages.get(str(thread_ts))
    if root is None:
        return None
    if root.is_reply:
        # Slack takes it and the reply is lost to sight; a test should rather hear of it.
        raise ApiError("cannot_reply_to_message")
    if root.ts in channel.locked_threads:
        raise ApiError("restricted_action_thread_locked")
    return root


def store(call: Call, channel: Channel, made: Json, metadata: Json | None) -> Message:
    """Keep a new message in a channel, in its thread where its root still stands. Raises ApiError."""
    args, state = call.args, call.hub.state
    root = thread_of(channel, args.get("thread_ts"))
    if any(args.get(name) for name in _CUSTOM):
        call.need("chat:write.customize")
    body = bot_fields(call) | made | {"ts": state.ts()}
    body |= {name: args[name] for name in _CUSTOM if args.get(name)}
    if root is not None:
        body |= {"thread_ts": root.ts, "parent_user_id": root.body.get("user", "")}
        if args.get("reply_broadcast"):
            body |= {"subtype": "thread_broadcast", "root": copy.deepcopy(root.body)}
    message = Message(body, metadata or None)
    state.store_message(call.workspace, channel, message)
    if call.workspace.messages_left is not None:
        call.workspace.messages_left -= 1
    return message


def shown(message: Message, metadata: bool = True) -> Json:
    """A message as the API returns it."""
    body = copy.deepcopy(message.body)
    if metadata and message.metadata:
        body["metadata"] = copy.deepcopy(message.metadata)
    return body


@handles("chat.postMessage")
def post_message(call: Call) -> Json:
    channel = writable(call, call.args["channel"])
    made = content(call.args, call.hub.state)
    metadata = read_metadata(call.args)
    thread_of(channel, call.args.get("thread_ts"))
    call.posts(channel)
    message = store(call, channel, made, metadata)
    if not call.args.get("text"):
        call.warnings.append("missing_text_in_message")
    return {"channel": channel.id, "ts": message.ts, "message": shown(message)}


@handles("chat.postEphemeral")
def post_ephemeral(call: Call) -> Json:
    workspace = call.workspace
    user = str(call.args["user"])
    channel = writable(call, call.args["channel"])
    if user not in workspace.users or user not in channel.members:
        raise ApiError("user_not_in_channel")
    made = content(call.args, call.hub.state)
    call.posts(channel)
    body = bot_fields(call) | made | {"ts": call.hub.state.ts(), "is_ephemeral": True}
    if call.args.get("thread_ts"):
        body["thread_ts"] = call.args["thread_ts"]
    workspace.ephemerals.append(Ephemeral(body, channel.id, user))
    call.hub.state.changed("ephemeral", workspace, channel=channel.id, ts=body["ts"], user=user)
    return {"message_ts": body["ts"]}


def own_message(workspace: Workspace, channel: Channel, ts: str, error: str) -> Message:
    """A message of the app's bot. Raises message_not_found, or `error` for somebody else's."""
    message = channel.messages.get(ts)
    if message is None:
        raise ApiError("message_not_found")
    if message.body.get("bot_id") != workspace.bot_id:
        raise ApiError(error)
    return message


def _has_rich_text(body: Json) -> bool:
    return any(block.get("type") == "rich_text" for block in body.get("blocks") or [])


@handles("chat.update")
def update(call: Call) -> Json:
    args, state, workspace = call.args, call.hub.state, call.workspace
    channel = call.seen_channel(args["channel"])
    if channel.is_archived:
        raise ApiError("is_inactive")
    message = own_message(workspace, channel, args["ts"], "cant_update_message")
    old = message.body
    age = state.now().timestamp() - float(message.ts)
    if workspace.edit_minutes is not None and age > 60 * workspace.edit_minutes:
        raise ApiError("edit_window_closed")
    given = any(args.get(k) is not None for k in ("text", "blocks", "attachments", "markdown_text"))
    if args.get("reply_broadcast"):
        if given:
            raise ApiError("no_dual_broadcast_content_update")
        if not message.is_reply or old.get("subtype") == "thread_broadcast":
            raise ApiError("cant_broadcast_message")
        root = channel.messages.get(message.thread_ts or "")
        made: Json = {"subtype": "thread_broadcast", "root": copy.deepcopy(root.body) if root else {}}
        body = old | made
    else:
        # docs.slack.dev/methods/chat.update: longer text is refused here, not cut as in chat.postMessage
        if length(args.get("text") or "") > LIMITS["message.update_text"]:
            raise ApiError("msg_too_long")
        if not given and args.get("metadata") is None:
            raise ApiError("no_text")
        made = content(args, state, keep=old) if given else {k: old[k] for k in ("text", "blocks", "attachments") if k in old}
        body = {k: v for k, v in old.items() if k not in ("text", "blocks", "attachments")} | made
        if _has_rich_text(old) and body.get("blocks") and not _has_rich_text(body):
            raise ApiError("block_mismatch")
        body["edited"] = {"user": workspace.bot_user, "ts": state.ts()}
    metadata = read_metadata(args)
    if metadata is not None:
        message.metadata = metadata or None
    state.edit_message(workspace, channel, message, body)
    return {"channel": channel.id, "ts": message.ts, "text": body["text"], "message": shown(message)}


@handles("chat.delete")
def delete(call: Call) -> Json:
    channel = call.seen_channel(call.args["channel"])
    message = own_message(call.workspace, channel, call.args["ts"], "cant_delete_message")
    call.hub.state.delete_message(call.workspace, channel, message)
    return {"channel": channel.id, "ts": call.args["ts"]}


@handles("chat.getPermalink")
def get_permalink(call: Call) -> Json:
    channel = call.seen_channel(call.args["channel"])
    message = channel.messages.get(call.args["message_ts"])
    if message is None:
        raise ApiError("message_not_found")
    return {"channel": channel.id, "permalink": permalink(call.hub.base, channel, message)}


def permalink(base: str, channel: Channel, message: Message) -> str:
    """The address of a message on the sandbox's own page."""
    link = f"{base}/archives/{channel.id}/p{message.ts.replace('.', '')}"
    return f"{link}?thread_ts={message.thread_ts}&cid={channel.id}" if message.is_reply else link


@handles("chat.scheduleMessage")
def schedule(call: Call) -> Json:
    channel = writable(call, call.args["channel"])
    made = content(call.args, call.hub.state)
    ahead = call.args["post_at"] - call.hub.state.now().timestamp()
    if ahead <= 0:
        raise ApiError("time_in_past")
    if ahead > 120 * 86_400:  # docs.slack.dev/methods/chat.scheduleMessage
        raise ApiError("time_too_far")
    key = call.hub.state.new_id("Q")
    call.workspace.scheduled[key] = {"channel": channel.id, "post_at": call.args["post_at"], "message": made}
    return {
        "channel": channel.id,
        "scheduled_message_id": key,
        "post_at": call.args["post_at"],
        "message": bot_fields(call) | made,
    }
