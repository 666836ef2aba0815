"""What a person does on the page: each form of it carried out as an act of theirs, like in Slack's own client."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode

from aiohttp import web

from bot.sandbox.answers import Interaction
from bot.sandbox.happenings import Happenings
from bot.sandbox.hub import Hub
from bot.sandbox.markup import Reader
from bot.sandbox.people import ActError, People
from bot.sandbox.state import Ephemeral, Json, Message, View

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


class Acts:
    """The page's forms, carried out through `People` and `Happenings`."""

    def __init__(self, hub: Hub, people: People) -> None:
        self.hub, self.people = hub, people
        self.happenings = Happenings(hub, people)

    def routes(self, app: web.Application) -> None:
        """Add the addresses that forms and scripts post to."""
        app.router.add_post("/act", self.act)
        app.router.add_get("/suggest", self.suggest)

    def reader(self, query: Any) -> Reader:
        """Who looks or acts, as an address or a form says. Raises ActError."""
        workspace = self.people.workspace(query.get("team", ""))
        return Reader(workspace, self.people.user(workspace, query.get("as", "")))

    async def act(self, request: web.Request) -> web.Response:
        """One act of a person, from a form. Answers with JSON to a script, with the page to a form."""
        form = await request.post()
        given = {k: [v for v in form.getall(k) if isinstance(v, str)] for k in form}
        one = {k: v[0] for k, v in given.items() if v}
        problem, where = "", {}
        try:
            reader = self.reader(one)
            where = await self._act(reader, one, given)
        except (ActError, ValueError) as error:
            problem = str(error)
            with suppress(ActError):
                self.tell(self.reader(one), problem)
        if "application/json" in request.headers.get("Accept", ""):
            return web.json_response({"ok": not problem, "error": problem, "go": where}, headers=HEADERS)
        back = {k: one.get(k, "") for k in ("team", "as", "show", "channel", "thread")} | where
        raise web.HTTPSeeOther("/?" + urlencode({k: v for k, v in back.items() if v}))

    def tell(self, reader: Reader, what: str) -> None:
        """A line only this person sees, as Slack's own client would show it."""
        self.hub.notices.setdefault((reader.workspace.team_id, reader.user.id), []).append(what)
        self.hub.state.changed("notice", reader.workspace)

    async def _act(self, reader: Reader, one: Json, given: dict[str, list[str]]) -> Json:
        """Carry it out; returns where the page should go, if elsewhere. Raises ActError, ValueError."""
        team, user = reader.workspace.team_id, reader.user.id
        self.hub.notices.pop((team, user), None)
        kind = one.get("act", "")
        if kind == "say":
            return await self._say(reader, one)
        if kind == "click":
            target = self._target(reader, one)
            block_id, action_id, value = self._pressed(one, given)
            it = await self.people.click(
                target, action_id, value, user=user, channel=one.get("channel_of", ""), block_id=block_id, team=team
            )
            self._after(reader, it)
        elif kind == "view":
            await self._view_act(reader, one, given)
        elif kind == "home":
            error = await self.happenings.open_home(reader.workspace, user)
            if error:
                self.tell(reader, f"{self.hub.app.name} did not answer: {error}")
            return {"show": "home", "channel": "", "thread": ""}
        elif kind == "shortcut":
            it = await self.people.shortcut(
                one.get("callback_id", ""), user=user, team=team, channel=one.get("channel_of", ""), message_ts=one.get("ts", "")
            )
            self._after(reader, it)
        elif kind == "direct":
            await self.happenings.open_home(reader.workspace, user, "messages")
            return {"channel": self.hub.state.open_direct(reader.workspace, user).id, "show": "", "thread": ""}
        elif kind == "invite":
            await self.happenings.invite(reader.workspace, one.get("channel_of", ""), user)
        else:
            raise ActError(f"nothing is called {kind!r} here")
        return {}

    async def _say(self, reader: Reader, one: Json) -> Json:
        text = one.get("text", "").strip()
        user, channel, thread = reader.user.id, one.get("channel", ""), one.get("thread_of", "")
        word, _, rest = text.partition(" ")
        if not text:
            return {}
        if word in self.hub.app.commands:
            if thread:
                raise ActError(f"{word} is not supported in threads. Sorry!")
            it = await self.people.command(rest, channel, user, reader.workspace.team_id, word)
            self._after(reader, it)
        elif word.startswith("/"):
            raise ActError(f"{word} is not a valid command.")
        else:
            await self.happenings.say(reader.workspace, text, channel, user, thread)
        return {}

    def _after(self, reader: Reader, it: Interaction) -> None:
        if it.error:
            self.tell(reader, f"{self.hub.app.name} failed with the error “{it.error}”.")

    def _target(self, reader: Reader, one: Json) -> Message | Ephemeral | View:
        workspace = reader.workspace
        if one.get("view"):
            found = workspace.views.get(one["view"])
            if found is None or found.user != reader.user.id:
                raise ActError("that view is gone")
            return found
        ts = one.get("ts", "")
        for ephemeral in workspace.ephemerals:
            if ephemeral.ts == ts and ephemeral.user == reader.user.id:
                return ephemeral
        channel = self.people.channel(workspace, one.get("channel_of", ""), reader.user)
        if ts not in channel.messages:
            raise ActError("that message is gone")
        return channel.messages[ts]

    def _pressed(self, one: Json, given: dict[str, list[str]]) -> tuple[str, str, Any]:
        """(block id, action id, value) of what was pressed or chosen."""
        if "press" in one and "chosen" not in one:
            block_id, action_id, value = json.loads(one["press"])
            return block_id, action_id, value
        block_id, action_id = json.loads(one["chosen"])
        return block_id, action_id, self._value(given.get(one["chosen"], []))

    @staticmethod
    def _value(found: list[str]) -> Any:
        kept = _options(found)
        return None if not kept else kept[0] if len(kept) == 1 else kept

    async def _view_act(self, reader: Reader, one: Json, given: dict[str, list[str]]) -> None:
        """Submit or close a modal, or press a button in it; what was typed is kept in each case."""
        view = self._target(reader, one)
        assert isinstance(view, View)
        team = reader.workspace.team_id
        values: Json = {}
        for block in view.body["blocks"]:
            for action_id, held in view.body["state"]["values"].get(block.get("block_id"), {}).items():
                name = json.dumps([block["block_id"], action_id])
                value: Any = self._value(given.get(name, []))
                if "selected_options" in held:
                    value = _options(given.get(name, []))
                values.setdefault(block["block_id"], {})[action_id] = value
        self.hub.form_errors.pop(view.body["id"], None)
        press = one.get("press", "submit")
        if press == "close":
            await self.people.close(view, team=team)
        elif press == "submit":
            it = await self.people.submit(view, values, team=team)
            self.hub.form_errors[view.body["id"]] = it.form_errors
            self._after(reader, it)
            self.hub.state.changed("view", reader.workspace, user=view.user, view=view.body["id"])
        else:
            self.people.enter(view, values)
            block_id, action_id, value = json.loads(press)
            name = json.dumps([block_id, action_id])
            chosen = self._value(given[name]) if name in given else value
            self._after(reader, await self.people.click(view, action_id, chosen, block_id=block_id, team=team))

    async def suggest(self, request: web.Request) -> web.Response:
        """What the app offers for what is typed into an external select."""
        query = request.query
        try:
            reader = self.reader(query)
            target = self._target(reader, dict(query))
            if isinstance(target, Ephemeral):
                raise ActError("no suggestions here")
            found = await self.people.suggest(
                target, query.get("action", ""), query.get("typed", ""), user=reader.user.id,
                channel=query.get("channel_of", ""), block_id=query.get("block", ""), team=reader.workspace.team_id,
            )  # fmt: skip
        except ActError as error:
            return web.json_response({"ok": False, "error": str(error), "options": []}, headers=HEADERS)
        return web.json_response({"ok": True, "options": found}, headers=HEADERS)


def _options(found: list[str]) -> list[Any]:
    """What was chosen in a field, as it travels in the form: whole options where the app offered them, else their values."""
    return [json.loads(v) if v.startswith('{"') else v for v in found if v]
