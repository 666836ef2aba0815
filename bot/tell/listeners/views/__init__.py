"""Submitted modals."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.tell import lookups, pages, rich
from bot.tell.calls import trouble
from bot.tell.listeners.commands import adding
from bot.tell.tools import Answer, Refusal, Tools, noted

Row = dict[str, Any]
SEARCH = "search_form"
#: Seconds between tries to show a result in a modal that Slack may not have put up yet.
PAUSES = (0.1, 0.2, 0.4, 0.8, 1.6)


def register(app: App, tools: Tools) -> None:
    """Listen to the forms for adding and for searching."""

    @app.view(adding.FORM)
    def added(ack: Callable[..., Any], body: Row, view: Row, client: WebClient) -> None:
        submit_add(ack, body, view, client, tools)

    @app.view(SEARCH)
    def searched(ack: Callable[..., Any], view: Row) -> None:
        submit_search(ack, view, tools)


def values(view: Row) -> dict[str, str]:
    """What was filled in, by block id."""
    out: dict[str, str] = {}
    for block, fields in view["state"]["values"].items():
        for field in fields.values():
            chosen = field.get("selected_option") or {}
            out[block] = field.get("value") or field.get("selected_date") or chosen.get("value") or ""
    return out


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
    ack(response_action="update", view={**pages.modal("Add by hand", pages.note("Putting it on file …")[0]), "external_id": name})
    if not tools.first(f"view|{view['id']}|{view.get('hash', '')}"):
        return
    made = adding.entry(given, body["user"]["id"], body["team"]["id"], view.get("private_metadata") or "")
    _show(client, name, "Add by hand", lambda: adding.saved(made, tools), tools)


def submit_search(ack: Callable[..., Any], view: Row, tools: Tools) -> None:
    """Show what was found in the place of the form."""
    try:
        blocks, _ = search_or_company(tools, values(view).get("words", ""))
    except Refusal as refusal:
        ack(response_action="errors", errors={"words": str(refusal).split("\n")[0][:150]})
        return
    except Exception as error:
        noted(tools, "search form", error)
        ack(response_action="errors", errors={"words": "Sorry, that went wrong on my side. It is noted; please try again."})
        return
    ack(response_action="update", view=pages.modal("Denials", blocks))


def search_or_company(tools: Tools, typed: str) -> Answer:
    """A company's record when that is its name, else what holds the words."""
    try:
        return lookups.company(tools, typed)
    except Refusal:
        return lookups.search(tools, typed)


def search_form() -> Row:
    """The modal of the global shortcut."""
    element = {"type": "plain_text_input", "action_id": "words", "max_length": 300, "placeholder": rich.plain("Quillon, or: battery recall")}
    return {
        "type": "modal",
        "callback_id": SEARCH,
        "title": rich.plain("Search denials"),
        "submit": rich.plain("Search"),
        "close": rich.plain("Cancel"),
        "blocks": [{"type": "input", "block_id": "words", "label": rich.plain("A company, or words of a claim or an answer"), "element": element}],
    }


def _show(client: WebClient, name: str, title: str, work: Callable[[], Answer], tools: Tools) -> None:
    try:
        blocks, _ = work()
    except Refusal as refusal:
        blocks, _ = pages.note(*str(refusal).split("\n"))
    except Exception as error:
        noted(tools, title, error)
        blocks, _ = pages.note("Sorry, that went wrong on my side and nothing was put on file. It is noted for the admin.")
    for pause in PAUSES:
        try:
            client.views_update(external_id=name, view=pages.modal(title, blocks))
            return
        except Exception as error:
            if trouble(error).name != "not_found":
                noted(tools, f"{title}: showing the result", error)
                return
        time.sleep(pause)  # not known yet, or closed by the person: then what was done stays done
