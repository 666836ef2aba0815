"""/denials: one command, its first word says what; anything else is a company's name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.tell import lookups, pages
from bot.tell.listeners import settings as channel_settings
from bot.tell.listeners.commands import adding, following
from bot.tell.lookups import MAX_QUERY, unquoted
from bot.tell.mrkdwn import one_line, unescape
from bot.tell.tools import Answer, Refusal, Tools, another_way, answered

Row = dict[str, Any]


def register(app: App, tools: Tools) -> None:
    """Listen to /denials; acknowledged before anything is looked up (Slack waits three seconds)."""

    @app.command("/denials")
    def denials(ack: Callable[..., Any], command: Row, respond: Callable[..., Any], client: WebClient) -> None:
        ack()
        run(command, respond, client, tools)


def run(command: Row, respond: Callable[..., Any], client: WebClient, tools: Tools) -> None:
    """Answer one command, once however often it is delivered."""
    if not tools.first(f"command|{command['trigger_id']}" if command.get("trigger_id") else None):
        return
    answered(tools, "/denials", lambda: answer(command, client, tools), respond, another_way(client, command["channel_id"], command["user_id"]))


def answer(command: Row, client: WebClient, tools: Tools) -> Answer | None:
    """The private answer to a command; None where a modal was opened instead. Raises Refusal."""
    typed = one_line(unescape(command.get("text") or ""))
    if not typed:
        return pages.help_page("Type a company's name after /denials to see what it denied, and what became of it.")
    name, was_quoted = unquoted(typed)
    first, _, rest = typed.partition(" ")
    handler = None if was_quoted else _HANDLERS.get(first.lower())
    if handler is not None:
        if first.lower() == "add":  # before a form is filled in; what a place hears is looked at with the place
            tools.allow_change(command["user_id"], command["team_id"])
        return handler(rest.strip(), command, client, tools)
    if not was_quoted and name.lstrip("#").isdigit() and len(name) < 12:
        return lookups.case(tools, name, command["team_id"])
    if len(typed) > MAX_QUERY:
        raise Refusal(
            f"That is {len(typed):,} characters; a company's name is shorter. To find words in claims and answers: /denials search WORDS"
        )
    return lookups.company(tools, typed, command["team_id"])


def _help(rest: str, command: Row, client: WebClient, tools: Tools) -> Answer:
    return pages.help_page()


def _case(rest: str, command: Row, client: WebClient, tools: Tools) -> Answer:
    return lookups.case(tools, rest, command["team_id"])


def _search(rest: str, command: Row, client: WebClient, tools: Tools) -> Answer:
    return lookups.search(tools, rest, command["team_id"])


def _recent(rest: str, command: Row, client: WebClient, tools: Tools) -> Answer:
    return lookups.recent(tools, command["team_id"])


def _feeds(rest: str, command: Row, client: WebClient, tools: Tools) -> Answer:
    return lookups.feeds(tools)


_HANDLERS: dict[str, Callable[[str, Row, WebClient, Tools], Answer | None]] = {
    "help": _help,
    "?": _help,
    "case": _case,
    "search": _search,
    "find": _search,
    "recent": _recent,
    "feeds": _feeds,
    "subscribe": following.subscribe,
    "unsubscribe": following.unsubscribe,
    "digest": following.digest_time,
    "mute": following.mute,
    "unmute": following.unmute,
    "snooze": following.mute,
    "settings": channel_settings.open_form,
    "manage": channel_settings.open_form,
    "pause": channel_settings.pause,
    "resume": channel_settings.resume,
    "add": adding.add,
}
