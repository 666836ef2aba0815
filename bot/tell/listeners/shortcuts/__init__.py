"""Shortcuts: search from anywhere, and put the claim of a message on file."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.tell import lookups, pages, rich
from bot.tell.listeners.commands import adding
from bot.tell.listeners.modals import open_view
from bot.tell.listeners.views import search_form
from bot.tell.lookups import MAX_QUERY
from bot.tell.mrkdwn import clip, safe_url, unescape
from bot.tell.tools import Refusal, Tools, noted

Row = dict[str, Any]

_LINK = re.compile(r"<?(https?://[^|>\s]+)(?:\|[^>]*>|>)?")
_MARKUP = re.compile(r"<[^<>]*>")


def register(app: App, tools: Tools) -> None:
    """Listen to the shortcuts of the manifest."""

    @app.shortcut("denials_search")
    def search(ack: Callable[..., Any], body: Row, client: WebClient) -> None:
        ack()
        _open(client, body, search_form(), tools)

    @app.shortcut("denials_track_message")
    def track(ack: Callable[..., Any], body: Row, respond: Callable[..., Any], client: WebClient) -> None:
        ack()
        _open(client, body, track_form(body, tools), tools, respond)

    @app.action("track_look")
    def look(ack: Callable[..., Any], body: Row, client: WebClient) -> None:
        ack()
        _open(client, body, search_form(), tools)

    @app.action("track_search")
    def on_file(ack: Callable[..., Any], body: Row, client: WebClient) -> None:
        ack()
        _open(client, body, on_file_view(body, tools), tools)


def on_file_view(body: Row, tools: Tools) -> Row:
    """What is on file that has most to do with a message: its rarest words found together, fewer of them where nothing is."""
    try:
        blocks, _ = lookups.near(tools, str(body["actions"][0].get("value") or ""), body["team"]["id"])
    except Refusal as refusal:
        blocks, _ = pages.note(*str(refusal).split("\n"))
    except Exception as error:
        noted(tools, "Is it on file?", error)
        blocks, _ = pages.note("Sorry, that went wrong on my side. It is noted for the admin.")
    return pages.modal("On file", blocks)


def track_form(body: Row, tools: Tools) -> Row:
    """The form for adding, with the message's words as the claim and its first link."""
    if tools.add_by_hand is None:
        return pages.modal("Track this claim", pages.note("Entering by hand is not available in this process.")[0])
    try:
        tools.allow_change(body["user"]["id"], body["team"]["id"])
    except Refusal as refusal:
        return pages.modal("Track this claim", pages.note(str(refusal))[0])
    words = str((body.get("message") or {}).get("text") or "")
    link = _LINK.search(words)
    claim = unescape(_MARKUP.sub(" ", _LINK.sub(" ", words))).strip()
    channel = (body.get("channel") or {}).get("id") or ""
    form = adding.form(channel=channel, claim=claim, link=(safe_url(link[1]) or "") if link else "", today=tools.now(), title="Track this claim")
    looks = [rich.button("Is it on file?", "track_search", clip(claim, MAX_QUERY), hint="Look for this message's words")] if claim else []
    buttons = rich.actions(*looks, rich.button("Look something up", "track_look", hint="Search, recent cases, one case"))
    return {**form, "blocks": [buttons, *form["blocks"]]}


def _open(client: WebClient, body: Row, view: Row, tools: Tools, respond: Callable[..., Any] | None = None) -> None:
    if tools.first(f"press|{body.get('trigger_id')}"):
        open_view(body, view, client, tools, respond)
