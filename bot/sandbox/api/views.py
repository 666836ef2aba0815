"""views.*: modals on a person's stack, and the App Home."""

from __future__ import annotations

import copy
from typing import Any

from bot.sandbox.answers import Interaction, TriggerError
from bot.sandbox.api import ApiError, Call, handles, parsed
from bot.sandbox.blocks import check_view, filled
from bot.sandbox.hub import Hub
from bot.sandbox.limits import LIMITS
from bot.sandbox.payloads import state_values
from bot.sandbox.state import Json, View, Workspace


def checked(raw: Any, kind: str) -> Json:
    """A view of the kind ("modal", "home") that was asked for. Raises ApiError with Slack's complaints."""
    view = parsed(raw, "invalid_arguments")
    error, complaints = check_view(view)
    if not error and view["type"] != kind:
        error, complaints = "invalid_arguments", [f"[ERROR] must be a {kind} view [json-pointer:/view/type]"]
    if error:
        more: Json = {"response_metadata": {"messages": complaints}} if complaints else {}
        raise ApiError(error, **more)
    return dict(view)


def make(hub: Hub, workspace: Workspace, view: Json, user: str, *, replaces: View | None = None) -> View:
    """A view as Slack keeps it, put in the place of another or under an id of its own."""
    external = view.get("external_id") or ""
    for other in workspace.views.values():
        if external and other is not replaces and other.open and other.body.get("external_id") == external:
            raise ApiError("duplicate_external_id")
    blocks = filled(view["blocks"], lambda: hub.state.secret()[:5])
    old = replaces.body if replaces else {}
    entered = {
        (block, action): value
        for block, actions in (old.get("state") or {}).get("values", {}).items()
        for action, value in actions.items()
    }
    body: Json = {
        "id": old.get("id") or hub.state.new_id("V"),
        "team_id": workspace.team_id,
        "type": view["type"],
        "blocks": blocks,
        "private_metadata": view.get("private_metadata") or "",
        "callback_id": view.get("callback_id") or "",
        "state": {"values": state_values(blocks, entered)},
        "hash": f"{int(hub.state.now().timestamp())}.{hub.state.secret()[:8]}",
        "title": view.get("title") or {"type": "plain_text", "text": "View Title", "emoji": True},
        "clear_on_close": bool(view.get("clear_on_close")),
        "notify_on_close": bool(view.get("notify_on_close")),
        "submit_disabled": bool(view.get("submit_disabled")),
        "close": view.get("close"),
        "submit": view.get("submit"),
        "previous_view_id": old.get("previous_view_id"),
        "root_view_id": old.get("root_view_id"),
        "app_id": hub.app.id,
        "external_id": external,
        "app_installed_team_id": workspace.team_id,
        "bot_id": workspace.bot_id,
    }
    body["root_view_id"] = body["root_view_id"] or body["id"]
    if replaces is not None:
        replaces.body = body
        made = replaces
    else:
        made = View(body, user)
        workspace.views[body["id"]] = made
    return made


def push(hub: Hub, workspace: Workspace, user: str, view: Json) -> View:
    """Put a view on top of a person's stack. Raises push_limit_reached."""
    stack = workspace.modals.setdefault(user, [])
    if len(stack) >= LIMITS["view.stack"]:
        raise ApiError("push_limit_reached")
    made = make(hub, workspace, view, user)
    if stack:
        made.body["previous_view_id"] = stack[-1].body["id"]
        made.body["root_view_id"] = stack[0].body["id"]
    stack.append(made)
    return made


def _trigger(call: Call) -> Interaction:
    try:
        found = call.hub.triggers.use(call.args.get("trigger_id") or call.args.get("interactivity_pointer") or "")
    except TriggerError as error:
        raise ApiError(str(error)) from None
    if found.workspace is not call.workspace:
        raise ApiError("invalid_trigger_id")
    return found


def _tell(call: Call, view: View, it: Interaction | None = None) -> Json:
    shown = copy.deepcopy(view.body)
    if it is not None:
        it.views.append(shown)
    call.hub.state.changed("view", call.workspace, user=view.user, view=view.body["id"])
    return {"view": shown}


@handles("views.open")
def open_(call: Call) -> Json:
    view = checked(call.args["view"], "modal")
    it = _trigger(call)
    # A new modal takes the place of whatever the person had open.
    for old in call.workspace.modals.pop(it.user, []):
        old.open = False
    return _tell(call, push(call.hub, call.workspace, it.user, view), it)


@handles("views.push")
def push_(call: Call) -> Json:
    view = checked(call.args["view"], "modal")
    it = _trigger(call)
    if not call.workspace.modals.get(it.user):
        raise ApiError("not_found")
    return _tell(call, push(call.hub, call.workspace, it.user, view), it)


@handles("views.update")
def update(call: Call) -> Json:
    args = call.args
    found = call.workspace.views.get(args.get("view_id") or "")
    if found is None and args.get("external_id"):
        found = next(
            (v for v in call.workspace.views.values() if v.open and v.body["external_id"] == args["external_id"]), None
        )
    if found is None or not found.open:
        raise ApiError("not_found")
    view = checked(args["view"], found.body["type"])
    if args.get("hash") and args["hash"] != found.body["hash"]:
        raise ApiError("hash_conflict")
    it = next(
        (i for i in reversed(call.hub.interactions) if i.user == found.user and i.workspace is call.workspace), None
    )
    return _tell(call, make(call.hub, call.workspace, view, found.user, replaces=found), it)


@handles("views.publish")
def publish(call: Call) -> Json:
    user = call.args["user_id"]
    view = checked(call.args["view"], "home")
    if user not in call.workspace.users:
        raise ApiError("invalid_arguments", response_metadata={"messages": ["[ERROR] user not found"]})
    old = call.workspace.homes.get(user)
    if call.args.get("hash") and (old is None or call.args["hash"] != old.body["hash"]):
        raise ApiError("hash_conflict")
    made = make(call.hub, call.workspace, view, user, replaces=old)
    call.workspace.homes[user] = made
    return _tell(call, made)
