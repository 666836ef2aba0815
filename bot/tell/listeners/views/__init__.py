"""Submitted modals."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.tell import lookups, pages, rich
from bot.tell.listeners.commands import adding
from bot.tell.listeners.modals import show, values
from bot.tell.tools import Refusal, Tools, noted

Row = dict[str, Any]
SEARCH = "search_form"


def register(app: App, tools: Tools) -> None:
    """Listen to the forms for adding and for searching."""

    @app.view(adding.FORM)
    def added(ack: Callable[..., Any], body: Row, view: Row, client: WebClient) -> None:
        submit_add(ack, body, view, client, tools)

    @app.view(SEARCH)
    def searched(ack: Callable[..., Any], body: Row, view: Row) -> None:
        submit_search(ack, view, body["team"]["id"], tools)


def submit_add(ack: Callable[..., Any], body: Row, view: Row, client: WebClient, tools: Tools) -> None:
    """Check the form, say at once that it is taken, then put it on file and tell the case."""
    given = values(view)
    wrong = adding.check(given, tools.now())
    if wrong:
        ack(response_action="errors", errors=wrong)
        return
    # Named, so that the result can be shown in it as soon as Slack knows it: the acknowledgement and a later
    # views.update travel apart, and the older would win where it came second.
    name = f"adding-{secrets.token_hex(8)}"
    ack(response_action="update", view={**pages.modal(view["title"]["text"], pages.note("Putting it on file …")[0]), "external_id": name})
    if not tools.first(f"view|{view['id']}|{view.get('hash', '')}"):
        return
    made = adding.entry(given, body["user"]["id"], body["team"]["id"], view.get("private_metadata") or "")
    show(client, name, view["title"]["text"], lambda: adding.saved(made, tools), tools)


def submit_search(ack: Callable[..., Any], view: Row, team: str, tools: Tools) -> None:
    """Show what was found in the place of the form."""
    try:
        blocks, _ = lookups.anything(tools, values(view).get("words", ""), team)
    except Refusal as refusal:
        ack(response_action="errors", errors={"words": str(refusal).split("\n")[0][:150]})
        return
    except Exception as error:
        noted(tools, "search form", error)
        ack(response_action="errors", errors={"words": "Sorry, that went wrong on my side. It is noted; please try again."})
        return
    ack(response_action="update", view=pages.modal("Denials", pages.for_modal(blocks)))


def search_form() -> Row:
    """The modal of the global shortcut."""
    element = {"type": "plain_text_input", "action_id": "words", "max_length": 300, "placeholder": rich.plain("Quillon, or: battery recall")}
    return {
        "type": "modal",
        "callback_id": SEARCH,
        "title": rich.plain("Search denials"),
        "submit": rich.plain("Search"),
        "close": rich.plain("Cancel"),
        "blocks": [{"type": "input", "block_id": "words", "label": rich.plain("A company, words of a claim or an answer, “recent”, or “case 12”"), "element": element}],
    }
