"""Looking for a message of ours in a channel, by the key in its metadata."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from slack_sdk import WebClient

from bot.tell.calls import trouble

Row = dict[str, Any]

#: Pages of 200 messages that are looked through.
PAGES = 25
#: How far this machine's clock and Slack's may differ, in seconds.
SKEW_SECONDS = 900.0
#: So many pages more, since a clock may also be wrong by days.
FURTHER = 5


class TooManyMessages(Exception):
    """There are more messages since then than are looked through: nobody can say that it is not there."""


def find(client: WebClient, channel: str, key: str, since: datetime, thread_ts: str = "") -> Row | None:
    """The message with this key that was posted at `since` or later, in the thread or in the channel; None when it surely
    is not there.

    `since` is UTC, and by a clock that may have been wrong when it was written down: `SKEW_SECONDS` are allowed for that,
    and `FURTHER` pages. Raises TooManyMessages, and what the client raises.
    """
    if thread_ts:
        try:
            if found := _in_thread(client, channel, key, thread_ts):
                return found
        except Exception as error:
            if trouble(error).name != "thread_not_found":
                raise
    return _in_channel(client, channel, key, since.timestamp() - SKEW_SECONDS)


def _in_thread(client: WebClient, channel: str, key: str, thread_ts: str) -> Row | None:
    cursor = ""
    for _ in range(PAGES):
        messages, cursor = _page(client.conversations_replies, cursor, channel=channel, ts=thread_ts)
        if found := _with_key(messages, key):
            return found
        if not cursor:
            return None
    raise TooManyMessages(f"more than {PAGES} pages of replies")


def _in_channel(client: WebClient, channel: str, key: str, oldest: float) -> Row | None:
    """Slack gives the latest messages first."""
    cursor, beyond = "", 0
    for _ in range(PAGES):
        messages, cursor = _page(client.conversations_history, cursor, channel=channel)
        if found := _with_key(messages, key):
            return found
        beyond += bool(messages) and float(messages[-1]["ts"]) < oldest
        if not cursor or beyond > FURTHER:
            return None
    raise TooManyMessages(f"more than {PAGES} pages of messages")


def _page(method: Callable[..., Any], cursor: str, **asked: Any) -> tuple[list[Row], str]:
    """A page of messages, and the cursor of the next."""
    answer = method(include_all_metadata=True, limit=200, **asked, **({"cursor": cursor} if cursor else {}))
    return list(answer.get("messages") or []), (answer.get("response_metadata") or {}).get("next_cursor") or ""


def _with_key(messages: list[Row], key: str) -> Row | None:
    for message in messages:
        if ((message.get("metadata") or {}).get("event_payload") or {}).get("key") == key:
            return dict(message)
    return None
