"""Corrections by people: the buttons of "Why?", the form that asks for the reason, and undo."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.tell import corrected, pages, rich, words
from bot.tell.listeners.modals import open_view, show, values
from bot.tell.rich import text
from bot.tell.tools import Answer, Refusal, Ruling, Tools, noted

Row = dict[str, Any]

FORM = "ruling"
#: How long a reason may be.
MOST = 500
_EXPLAINED = {
    "not_a_denial": "This was misread: satire, a question, somebody else's words, or no answer at all. It counts nowhere any more, "
    "and no report is held against it.",
    "wrong_pair": "This answer belongs to another claim. It leaves the case and is not judged with it any more.",
    "not_same_matter": "This is about something else. An answer or a claim goes on as a case of its own; a report stops counting here.",
    "not_independent": "This report only passes on another one. It stops counting as evidence of its own.",
    "settled": "You know how it ended. The denial keeps this status until you undo it.",
}


def register(app: App, tools: Tools) -> None:
    """Listen to the buttons, the form and the undo button."""

    @app.action(re.compile("^rule_"))
    def chosen(ack: Callable[..., Any], body: Row, client: WebClient) -> None:
        ack()
        ask(body, client, tools)

    @app.view(FORM)
    def submitted(ack: Callable[..., Any], body: Row, view: Row, client: WebClient) -> None:
        submit(ack, body, view, client, tools)

    @app.action("ruling_undo")
    def undone(ack: Callable[..., Any], body: Row, client: WebClient) -> None:
        ack()
        undo(body, client, tools)


def why_modal(tools: Tools, case_id: int, team: str) -> Row:
    """The modal behind "Why?" as the team sees the case now."""
    view = tools.ledger.cases.view(case_id, team)
    if view is None:
        return pages.modal("Why?", pages.note("This case is not on file any more.")[0])
    return pages.why_modal(view, [corrected.load(tools.ledger, r) for r in view["rulings"]])


def only_denial(tools: Tools, case_id: int, team: str) -> str:
    """The id of a case's denial, where the team sees one alone; "" else."""
    view = tools.ledger.cases.view(case_id, team)
    denials = [r["id"] for r in view["responses"] if r["kind"] in words.DENIAL_KINDS] if view else []
    return denials[0] if len(denials) == 1 else ""


def ask(body: Row, client: WebClient, tools: Tools) -> None:
    """Put the form for the reason on top of "Why?", or open it from a card's menu."""
    if not tools.first(f"press|{body.get('trigger_id')}"):
        return
    kind, case, response, claim, article = str(body["actions"][0]["value"]).split("|")
    below = (body.get("view") or {}).get("id") or ""
    about = {"kind": kind, "case": int(case), "response": response, "claim": claim, "article": article, "below": below}
    try:
        tools.allow_change(body["user"]["id"], body["team"]["id"])
        view = form(about)
    except Refusal as refusal:
        view = pages.modal(corrected.KIND_NAME[kind], pages.note(str(refusal))[0])
    open_view(body, view, client, tools)


def form(about: Row) -> Row:
    """The form that asks why (and, for a settlement, how it ended)."""
    kind = about["kind"]
    blocks: rich.Blocks = [rich.rich(rich.section(text(_EXPLAINED[kind])))]
    if kind == "settled":
        options = [{"text": rich.plain(f"{icon} {word}: {meaning}", 75), "value": status} for status, (icon, word, meaning) in words.STATUS.items()]
        select = {"type": "static_select", "action_id": "status", "options": options, "placeholder": rich.plain("How it ended")}
        blocks.append({"type": "input", "block_id": "status", "label": rich.plain("Settle as"), "element": select})
    reason = {"type": "plain_text_input", "action_id": "note", "max_length": MOST, "placeholder": rich.plain("One sentence for your colleagues")}
    blocks.append({"type": "input", "block_id": "note", "label": rich.plain("Why?"), "element": reason})
    return {
        "type": "modal", "callback_id": FORM, "private_metadata": json.dumps(about), "title": rich.plain(corrected.KIND_NAME[kind], 24),
        "submit": rich.plain("Correct it"), "close": rich.plain("Back"), "blocks": blocks,
    }  # fmt: skip


def submit(ack: Callable[..., Any], body: Row, view: Row, client: WebClient, tools: Tools) -> None:
    """Say at once that it is taken, then correct, and tell what came of it; "Why?" below shows it, too."""
    given, about = values(view), json.loads(view["private_metadata"])
    if not given["note"].strip():
        ack(response_action="errors", errors={"note": "Please say why, in a few words."})
        return
    name = f"ruling-{secrets.token_hex(8)}"
    ack(response_action="update", view={**pages.modal("Correcting", pages.note("Correcting it …")[0]), "external_id": name})
    if not tools.first(f"view|{view['id']}|{view.get('hash', '')}"):
        return
    ruling = Ruling(
        kind=about["kind"], case=about["case"], team=body["team"]["id"], by=body["user"]["id"], response=about["response"],
        claim=about["claim"], article=about["article"], status=given.get("status", ""), note=given["note"].strip(),
    )  # fmt: skip
    show(client, name, "Corrected", lambda: ruled(ruling, tools), tools)
    if about["below"]:
        _refresh(client, about["below"], about["case"], ruling.team, tools)


def ruled(ruling: Ruling, tools: Tools) -> Answer:
    """Hand the ruling to the desk; what came of it, with the way back."""
    if tools.corrections is None:
        raise Refusal("Correcting is not available in this process.")
    tools.allow_change(ruling.by, ruling.team)
    try:
        ruling_id = tools.corrections.rule(ruling)
    except ValueError as error:
        raise Refusal(str(error)) from None
    tools.wake()
    loaded = corrected.load(tools.ledger, tools.ledger.rulings.get(ruling_id) or {})
    blocks, line = pages.note(corrected.sentence(loaded), "Where I said otherwise I say so now, for this team. It goes into the next digest.")
    undo_it = rich.actions(rich.button("Undo", "ruling_undo", str(ruling_id), hint="Undo this correction"))
    return [*blocks, undo_it], line


def undo(body: Row, client: WebClient, tools: Tools) -> None:
    """Take a ruling back and show the case as it then stands, in the place of what was pressed."""
    if not tools.first(f"press|{body.get('trigger_id')}"):
        return
    team, ruling_id = body["team"]["id"], int(body["actions"][0]["value"])
    try:
        if tools.corrections is None:
            raise Refusal("Correcting is not available in this process.")
        tools.allow_change(body["user"]["id"], team)
        ruling = tools.ledger.rulings.get(ruling_id) or {}
        tools.corrections.undo(ruling_id, body["user"]["id"], team)
        tools.wake()
        view = why_modal(tools, int(ruling.get("case_id") or 0), team)
    except Refusal as refusal:
        view = pages.modal("Undo", pages.note(str(refusal))[0])
    except Exception as error:
        noted(tools, "undo", error)
        view = pages.modal("Undo", pages.note("Sorry, that went wrong on my side. It is noted for the admin.")[0])
    _update(client, body["view"]["id"], view, tools)
    below = body["view"].get("previous_view_id")
    if below:
        _update(client, below, view, tools)


def _refresh(client: WebClient, view_id: str, case_id: int, team: str, tools: Tools) -> None:
    try:
        view = why_modal(tools, case_id, team)
    except Exception as error:
        noted(tools, "Why?", error)
        return
    _update(client, view_id, view, tools)


def _update(client: WebClient, view_id: str, view: Row, tools: Tools) -> None:
    try:
        client.views_update(view_id=view_id, view=view)
    except Exception as error:  # the person may have closed it meanwhile: what was done stays done
        noted(tools, "showing a modal", error)
