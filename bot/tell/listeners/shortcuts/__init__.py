"""Shortcuts: search from anywhere, and put the claim of a message on file."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.tell import pages
from bot.tell.listeners.commands import adding
from bot.tell.listeners.views import search_form
from bot.tell.mrkdwn import safe_url, unescape
from bot.tell.tools import Tools, noted

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
    def track(ack: Callable[..., Any], body: Row, client: WebClient) -> None:
        ack()
        _open(client, body, track_form(body, tools), tools)


def track_form(body: Row, tools: Tools) -> Row:
    """The form for adding, with the message's words as the claim and its first link."""
    if tools.add_by_hand is None:
        return pages.modal("Track this claim", pages.note("Entering by hand is not available in this process.")[0])
    words = str((body.get("message") or {}).get("text") or "")
    link = _LINK.search(words)
    claim = unescape(_MARKUP.sub(" ", _LINK.sub(" ", words))).strip()
    channel = (body.get("channel") or {}).get("id") or ""
    return adding.form(channel=channel, claim=claim, link=(safe_url(link[1]) or "") if link else "", today=tools.now())


def _open(client: WebClient, body: Row, view: Row, tools: Tools) -> None:
    if not tools.first(f"press|{body.get('trigger_id')}"):
        return
    try:
        client.views_open(trigger_id=body["trigger_id"], view=view)
    except Exception as error:
        noted(tools, "opening a modal", error)
