"""Answers through a response_url or in a command's acknowledgement (docs.slack.dev/interactivity/handling-user-interaction)."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

from bot.sandbox.answers import Interaction, ResponseUrl
from bot.sandbox.api import ApiError
from bot.sandbox.api.chat import content
from bot.sandbox.hub import Hub
from bot.sandbox.state import Channel, Ephemeral, Json, Message

_FIELDS = frozenset(
    {
        "text", "blocks", "attachments", "response_type", "replace_original", "delete_original", "thread_ts",
        "unfurl_links", "unfurl_media", "metadata", "mrkdwn", "parse", "link_names",
    }
)  # fmt: skip


def _body(hub: Hub, it: Interaction, given: Json) -> Json:
    workspace = it.workspace
    made = content(given, hub.state)
    return {
        "user": workspace.bot_user,
        "type": "message",
        "bot_id": workspace.bot_id,
        "app_id": hub.app.id,
        "team": workspace.team_id,
    } | made


def post_answer(hub: Hub, it: Interaction, channel_id: str, given: Any, url: ResponseUrl | None = None) -> None:
    """Show an answer: to the person alone, to the channel, or in the place of the message that was clicked.

    Raises ApiError for what Slack would refuse.
    """
    if not isinstance(given, dict):
        raise ApiError("invalid_payload")
    channel = it.workspace.channels[channel_id]
    if channel.is_deleted:
        raise ApiError("channel_not_found")
    source = _source(it, channel, url)
    if given.get("delete_original"):
        if source is None:
            raise ApiError("message_not_found")
        _remove(hub, it, channel, source)
        it.answers.append(dict(given))
        hub.state.changed("answer", it.workspace, number=it.number)
        return
    unknown = set(given) - _FIELDS
    if unknown:
        raise ApiError("invalid_arguments", response_metadata={"messages": [f"[ERROR] no such argument: {sorted(unknown)[0]}"]})
    kind = given.get("response_type")
    if kind not in (None, "ephemeral", "in_channel"):
        raise ApiError("invalid_response_type")
    body = _body(hub, it, given)
    # Where nothing is said, the answer to a click takes the place of the message that was clicked.
    replace = given.get("replace_original", kind is None and source is not None)
    if replace and source is not None:
        _replace(hub, it, channel, source, body)
    else:
        body["ts"] = hub.state.ts()
        thread = given.get("thread_ts") or (url.thread_ts if url else "")
        if thread in channel.messages:
            body |= {"thread_ts": thread}
        if kind == "in_channel":
            hub.state.store_message(it.workspace, channel, Message(body))
        else:
            body["is_ephemeral"] = True
            it.workspace.ephemerals.append(Ephemeral(body, channel.id, it.user))
            hub.state.changed("ephemeral", it.workspace, channel=channel.id, ts=body["ts"], user=it.user)
    it.answers.append(body | {"response_type": kind or "ephemeral"})
    hub.state.changed("answer", it.workspace, number=it.number)


def _source(it: Interaction, channel: Channel, url: ResponseUrl | None) -> Message | Ephemeral | None:
    if url is None or not url.source_ts:
        return None
    if url.source_ephemeral:
        return next((e for e in it.workspace.ephemerals if e.ts == url.source_ts), None)
    found = channel.messages.get(url.source_ts)
    return found if found is not None and found.body.get("bot_id") == it.workspace.bot_id else None


def _remove(hub: Hub, it: Interaction, channel: Channel, source: Message | Ephemeral) -> None:
    if isinstance(source, Ephemeral):
        it.workspace.ephemerals.remove(source)
        hub.state.changed("ephemeral", it.workspace, channel=channel.id, ts=source.ts, user=it.user)
    else:
        hub.state.delete_message(it.workspace, channel, source)


def _replace(hub: Hub, it: Interaction, channel: Channel, source: Message | Ephemeral, body: Json) -> None:
    kept = {k: source.body[k] for k in ("ts", "thread_ts", "parent_user_id", "is_ephemeral") if k in source.body}
    if isinstance(source, Ephemeral):
        source.body = body | kept
        hub.state.changed("ephemeral", it.workspace, channel=channel.id, ts=source.ts, user=it.user)
    else:
        edited = {"edited": {"user": it.workspace.bot_user, "ts": hub.state.ts()}}
        hub.state.edit_message(it.workspace, channel, source, body | kept | edited)


async def handle(hub: Hub, request: web.Request) -> web.Response:
    """POST of JSON to a response_url."""
    url, error = hub.response_urls.use(request.match_info["path"])
    if url is None:
        return web.json_response({"ok": False, "error": error}, status=404)
    try:
        given = json.loads(await request.text())
    except ValueError:
        return web.json_response({"ok": False, "error": "invalid_payload"}, status=400)
    try:
        post_answer(hub, url.interaction, url.channel, given, url)
    except ApiError as refused:
        hub.refused.append({"method": "response_url", **refused.body})
        hub.state.changed("refused", url.interaction.workspace, method="response_url", error=refused.error)
        return web.json_response(refused.body, status=400)
    return web.Response(text="ok")
