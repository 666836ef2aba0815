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
#: How far this machine's clock and Slack's may differ; beyond that a message that is there would be missed.
SKEW_SECONDS = 900.0


class TooManyMessages(Exception):
    """There are more messages since then than are looked through: nobody can say that it is not there."""


def find(client: WebClient, channel: str, key: str, since: datetime, thread_ts: str = "") -> Row | None:
    """The message with this key that was posted at `since` or later (UTC; `SKEW_SECONDS` are allowed for clocks that differ),
    in the thread or in the channel; None when it surely is not there.

    Raises TooManyMessages, and what the client raises.
    """
    oldest = f"{since.timestamp() - SKEW_SECONDS:.6f}"
    if thread_ts:
        try:
            if found := _pages(client.conversations_replies, key, channel=channel, ts=thread_ts, oldest=oldest):
                return found
        except Exception as error:
            if trouble(error).name != "thread_not_found":
                raise
    return _pages(client.conversations_history, key, channel=channel, oldest=oldest)


def _pages(method: Callable[..., Any], key: str, **asked: Any) -> Row | None:
    cursor = ""
    for _ in range(PAGES):
        answer = method(include_all_metadata=True, limit=200, **asked, **({"cursor": cursor} if cursor else {}))
        for message in answer.get("messages") or []:
            if ((message.get("metadata") or {}).get("event_payload") or {}).get("key") == key:
                return dict(message)
        cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return None
    raise TooManyMessages(f"more than {PAGES} pages of messages")
