"""What people do: type a command, press a button, fill a form, open the App Home, write a message.

Each act becomes the payload Slack would send, goes to the app, and what comes back is carried out: an answer
in the acknowledgement is shown, a form's errors are kept, a view is replaced. Raises ActError for what a
person could not do in Slack either.
"""

from __future__ import annotations

import copy
import html
import re
from typing import Any

from bot.sandbox import payloads
from bot.sandbox.answers import Interaction
from bot.sandbox.api import ApiError
from bot.sandbox.api import views as views_api
from bot.sandbox.blocks import interactive
from bot.sandbox.delivery import deliver
from bot.sandbox.hub import Hub
from bot.sandbox.response import post_answer
from bot.sandbox.state import Channel, Ephemeral, Json, Message, User, View, Workspace


class ActError(Exception):
    """A person can't do that here; the message says what is wrong."""


class People:
    """Finds people, channels and views, and acts for people."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    # Finding things

    def workspace(self, team: str = "") -> Workspace:
        """A workspace by id, name or domain; the first for "". Raises ActError naming those there are."""
        found = self.hub.state.workspaces
        if not team:
            return next(iter(found.values()))
        for workspace in found.values():
            if team in (workspace.team_id, workspace.name, workspace.domain):
                return workspace
        raise ActError(f"no workspace {team!r}: there are {', '.join(w.name for w in found.values())}")

    def user(self, workspace: Workspace, key: str) -> User:
        """A person by id or name; the first for "". Raises ActError naming those there are."""
        found = workspace.user(key) if key else next(u for u in workspace.users.values() if not u.is_bot)
        if found is None:
            raise ActError(f"no user {key!r}: there are {', '.join(u.name for u in workspace.users.values())}")
        return found

    def channel(self, workspace: Workspace, key: str, user: User) -> Channel:
        """A channel by id or name; "@walkback" or "dm" is the direct conversation with the app."""
        if key in ("dm", "@walkback"):
            return self.hub.state.open_direct(workspace, user.id)
        found = workspace.channel(key)
        if found is None or (found.kind != "public" and user.id not in found.members):
            names = ", ".join(f"#{c.name}" for c in workspace.channels.values() if c.kind != "im")
            raise ActError(f"no channel {key!r} for {user.name}: there are {names}")
        return found

    def may_type(self, where: Channel) -> None:
        """Raises ActError where there is no field to type in: an archived channel, or a conversation with an app whose
        Messages tab is read-only ("Allow users to send Slash commands and messages from the messages tab" is off)."""
        if where.is_archived:
            raise ActError(f"#{where.name} is archived: nothing can be typed there")
        if where.kind == "im" and not self.hub.app.messages_tab_typed:
            raise ActError("Sending messages to this app has been turned off.")

    def _begin(self, kind: str, workspace: Workspace, user: User, channel: str = "") -> Interaction:
        it = Interaction(kind, workspace, user.id, channel)
        it.trigger_id = self.hub.triggers.give(it)
        self.hub.interactions.append(it)
        return it

    async def _send(self, it: Interaction, kind: str, payload: Json, answers: bool) -> Json:
        it.payload = payload
        ack, error = await deliver(self.hub, kind, payload, answers=answers)
        it.error = error
        it.ack = None if error else ack
        return ack if not error else {}

    def _done(self, it: Interaction) -> Interaction:
        self.hub.state.changed("acked", it.workspace, number=it.number)
        return it

    # Commands

    async def command(self, text: str, channel: str, user: str = "", team: str = "", command: str = "/denials") -> Interaction:
        """Type a command. Returns once it was acknowledged, or was not: `error` says what the person reads then."""
        workspace = self.workspace(team)
        person = self.user(workspace, user)
        where = self.channel(workspace, channel, person)
        if command not in self.hub.app.commands:
            raise ActError(f"{command} is not a command of {self.hub.app.name}")
        self.may_type(where)
        it = self._begin("command", workspace, person, where.id)
        it.response_url = self.hub.response_urls.give(it, where.id)
        typed = self.escape(workspace, text.strip())
        payload = payloads.slash_command(self.hub, it, person, where, command, typed)
        ack = await self._send(it, "slash_commands", payload, True)
        if ack:
            try:
                post_answer(self.hub, it, where.id, ack)
            except ApiError:
                it.error = "invalid_command_response"
        return self._done(it)

    def escape(self, workspace: Workspace, text: str) -> str:
        """A command's text as the app gets it: entities, and names of people and channels as links."""
        out = html.escape(text, quote=False)

        def link(match: re.Match[str]) -> str:
            sign, name = match[1], match[2]
            if sign == "@":
                user = workspace.user(name)
                return f"<@{user.id}|{user.name}>" if user else match[0]
            channel = workspace.channel(name)
            return f"<#{channel.id}|{channel.name}>" if channel else match[0]

        return re.sub(r"(?<!\S)([@#])([\w.-]+)", link, out)

    # Clicks

    async def click(
        self,
        target: Message | Ephemeral | View,
        action_id: str,
        value: Any = None,
        *,
        user: str = "",
        channel: str = "",
        block_id: str = "",
        team: str = "",
    ) -> Interaction:
        """Use an element of a message or view. `value` is what is chosen or typed; a button has its own."""
        workspace = self.workspace(team)
        person = self.user(workspace, target.user if isinstance(target, View) and not user else user)
        blocks = self._blocks_of(target)
        block, element = find_element(blocks, action_id, block_id)
        action: Json = {
            "action_id": element["action_id"],
            "block_id": block["block_id"],
            "type": element["type"],
            "action_ts": self.hub.state.ts(),
        }
        if element["type"] in ("button", "icon_button"):
            action |= {k: copy.deepcopy(element[k]) for k in ("text", "value", "style", "url") if k in element}
        elif element["type"] == "feedback_buttons":
            action["value"] = value
        else:
            action |= payloads.entry(element, value)
        if isinstance(target, View):
            if target.body["type"] == "modal" and not target.open:
                raise ActError("that modal is closed")
            self.enter(target, {action_id: value}, only=element)
            it = self._begin("click", workspace, person)
            payload = payloads.view_actions(self.hub, it, person, target, [action])
        else:
            ephemeral = isinstance(target, Ephemeral)
            where = self.channel(workspace, target.channel if isinstance(target, Ephemeral) else channel, person)
            it = self._begin("click", workspace, person, where.id)
            it.response_url = self.hub.response_urls.give(
                it,
                where.id,
                source_ts=target.ts,
                source_ephemeral=ephemeral,
                thread_ts=str(target.body.get("thread_ts") or ""),
            )
            payload = payloads.message_actions(
                self.hub, it, person, where, target.body, [action], ephemeral=ephemeral
            )
        await self._send(it, "interactive", payload, False)
        return self._done(it)

    def _blocks_of(self, target: Message | Ephemeral | View) -> list[Json]:
        blocks = list(target.body.get("blocks") or [])
        for attachment in target.body.get("attachments") or []:
            blocks.extend(attachment.get("blocks") or [])
        return blocks

    # Views

    def enter(self, view: View, values: Json, only: Json | None = None) -> None:
        """Type and choose in a view. Keys are action ids, or block ids with a dict of action ids.

        Raises ActError for an input that is not there, ValueError for an option that is not.
        """
        entered = {
            (block, action): value
            for block, actions in view.body["state"]["values"].items()
            for action, value in actions.items()
        }
        for block_id, action_id, value in _entries(view, values):
            block, element = find_element(view.body["blocks"], action_id, block_id)
            if only is None or element["type"] not in ("button", "overflow"):
                entered[block["block_id"], element["action_id"]] = payloads.entry(element, value)
        view.body["state"] = {"values": payloads.state_values(view.body["blocks"], entered)}

    async def submit(self, view: View, values: Json | None = None, *, user: str = "", team: str = "") -> Interaction:
        """Fill and submit a modal; the client refuses what it would refuse in Slack (empty inputs)."""
        workspace = self.workspace(team)
        person = self.user(workspace, user or view.user)
        if not view.open or view not in workspace.modals.get(person.id, []):
            raise ActError("that modal is closed")
        self.enter(view, values or {})
        it = self._begin("submit", workspace, person)
        it.form_errors = unfilled(view)
        if it.form_errors:
            return self._done(it)
        payload = payloads.view_submission(self.hub, it, person, view)
        ack = await self._send(it, "interactive", payload, True)
        if it.ack is not None:
            try:
                await self._after_submit(it, person, view, ack)
            except ApiError as error:
                it.error = error.error
        return self._done(it)

    async def _after_submit(self, it: Interaction, person: User, view: View, ack: Json) -> None:
        """Carry out the response_action (docs.slack.dev/surfaces/modals)."""
        workspace, kind = it.workspace, ack.get("response_action")
        stack = workspace.modals.get(person.id, [])
        if kind == "errors":
            inputs = {b["block_id"] for b in view.body["blocks"] if b["type"] == "input"}
            errors = ack.get("errors") or {}
            if not errors or set(errors) - inputs:
                it.error = "invalid_response_action_errors"
                return
            it.form_errors = {k: str(v) for k, v in errors.items()}
        elif kind == "update":
            made = views_api.make(self.hub, workspace, views_api.checked(ack.get("view"), "modal"), person.id, replaces=view)
            it.views.append(copy.deepcopy(made.body))
        elif kind == "push":
            made = views_api.push(self.hub, workspace, person.id, views_api.checked(ack.get("view"), "modal"))
            it.views.append(copy.deepcopy(made.body))
        elif kind == "clear":
            await self._close(person, workspace, list(stack), cleared=True, submitted=view)
        elif kind is None:
            await self._close(person, workspace, [view], cleared=False, submitted=view)
        else:
            it.error = "unknown_response_action"
        self.hub.state.changed("view", workspace, user=person.id, view=view.body["id"])

    async def close(self, view: View, *, user: str = "", team: str = "", everything: bool = False) -> None:
        """Close a modal (or the whole stack); the app hears of it where the view asked for that."""
        workspace = self.workspace(team)
        person = self.user(workspace, user or view.user)
        stack = list(workspace.modals.get(person.id, []))
        gone = stack if everything or view.body["clear_on_close"] else [view]
        await self._close(person, workspace, gone, cleared=everything, submitted=None)

    async def _close(
        self, person: User, workspace: Workspace, gone: list[View], *, cleared: bool, submitted: View | None
    ) -> None:
        for view in gone:
            view.open = False
        stack = [v for v in workspace.modals.get(person.id, []) if v.open]
        workspace.modals[person.id] = stack
        self.hub.state.changed("view", workspace, user=person.id, view="")
        for view in gone:
            if view.body["notify_on_close"] and view is not submitted:
                it = self._begin("close", workspace, person)
                payload = payloads.view_closed(self.hub, it, person, view, cleared)
                await self._send(it, "interactive", payload, False)

    async def shortcut(
        self, callback_id: str, *, user: str = "", team: str = "", channel: str = "", message_ts: str = ""
    ) -> Interaction:
        """Use a shortcut; one on a message needs the message's ts and channel."""
        workspace = self.workspace(team)
        person = self.user(workspace, user)
        kind, _ = self.hub.app.shortcuts.get(callback_id, ("", ""))
        if not kind:
            raise ActError(f"no shortcut {callback_id!r}: there are {', '.join(self.hub.app.shortcuts)}")
        if kind == "global":
            it = self._begin("shortcut", workspace, person)
            payload = payloads.shortcut(self.hub, it, person, callback_id)
        else:
            where = self.channel(workspace, channel, person)
            message = where.messages.get(message_ts)
            if message is None:
                raise ActError(f"no message {message_ts!r} in #{where.name}")
            it = self._begin("shortcut", workspace, person, where.id)
            it.response_url = self.hub.response_urls.give(it, where.id, source_ts=message.ts)
            payload = payloads.message_shortcut(self.hub, it, person, where, message, callback_id)
        await self._send(it, "interactive", payload, False)
        return self._done(it)

    async def suggest(
        self,
        target: Message | View,
        action_id: str,
        typed: str,
        *,
        user: str = "",
        channel: str = "",
        block_id: str = "",
        team: str = "",
    ) -> list[Json]:
        """The options the app offers for what is typed into an external select."""
        workspace = self.workspace(team)
        person = self.user(workspace, target.user if isinstance(target, View) and not user else user)
        block, element = find_element(self._blocks_of(target), action_id, block_id)
        if not element["type"].endswith("external_select"):
            raise ActError(f"{action_id} offers no suggestions: it is a {element['type']}")
        if len(typed) < element.get("min_query_length", 3):
            return []
        it = self._begin("suggest", workspace, person)
        if isinstance(target, View):
            container: Json = {"type": "view", "view_id": target.body["id"]}
            more: Json = {"view": copy.deepcopy(target.body)}
        else:
            where = self.channel(workspace, channel, person)
            container = {"type": "message", "message_ts": target.ts, "channel_id": where.id, "is_ephemeral": False}
            more = {"channel": {"id": where.id, "name": where.name}, "message": copy.deepcopy(target.body)}
        payload = payloads.suggestion(
            self.hub, it, person, element["action_id"], block["block_id"], typed, container, more
        )
        ack = await self._send(it, "interactive", payload, True)
        self._done(it)
        found = list(ack.get("options") or [])
        for group in ack.get("option_groups") or []:
            found.extend(group.get("options") or [])
        return found[:100]


def find_element(blocks: list[Json], action_id: str, block_id: str = "") -> tuple[Json, Json]:
    """The block and element with an action id. Raises ActError naming those that are there."""
    found = list(interactive(blocks))
    for block, element in found:
        if element.get("action_id") == action_id and block_id in ("", block.get("block_id")):
            return block, element
    there = ", ".join(str(e.get("action_id")) for _, e in found) or "none"
    raise ActError(f"no element {action_id!r} here: there are {there}")


def _entries(view: View, values: Json) -> list[tuple[str, str, Any]]:
    """(block id or "", action id, value) of values keyed by action id, or by block id and then action id."""
    known = view.body["state"]["values"]
    out: list[tuple[str, str, Any]] = []
    for key, value in values.items():
        if isinstance(value, dict) and value and set(value) <= set(known.get(key, {})):
            out.extend((key, action_id, one) for action_id, one in value.items())
        else:
            out.append(("", key, value))
    return out


def unfilled(view: View) -> dict[str, str]:
    """What the client itself complains of before it submits: by block id."""
    out: dict[str, str] = {}
    for block in view.body["blocks"]:
        if block["type"] != "input":
            continue
        element = block["element"]
        found = view.body["state"]["values"].get(block["block_id"], {}).get(element["action_id"], {})
        value = found.get(payloads.value_field(element["type"]))
        if value in (None, "", []):
            if not block.get("optional"):
                out[block["block_id"]] = "Please complete this required field."
        elif isinstance(value, str) and element["type"] == "plain_text_input":
            if len(value) > element.get("max_length", 3000):
                out[block["block_id"]] = f"Please use at most {element.get('max_length', 3000)} characters."
            elif len(value) < element.get("min_length", 0):
                out[block["block_id"]] = f"Please use at least {element['min_length']} characters."
    return out
