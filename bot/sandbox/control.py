"""The control endpoint: JSON on loopback, for tests in other processes that drive a real bot.

    POST /control/command   {"text", "channel", "user"}            what came back, after the acknowledgement
    POST /control/click     {"channel", "ts" | "view", "action_id", "value", "block_id", "user"}
    POST /control/submit    {"view", "values", "user"}
    POST /control/close     {"view"}
    POST /control/shortcut  {"callback_id", "user", "channel", "message_ts"}
    POST /control/event     {"type", ...}
    POST /control/home      {"user"}
    POST /control/say       {"text", "channel", "user", "thread_ts"}
    POST /control/invite    {"channel"}, also kick, archive {"archived"}, delete_channel, rename {"name"}
    POST /control/delete    {"channel", "ts"}
    POST /control/uninstall {"tokens_first"}
    POST /control/fault     {"method", "kind", "times", "seconds", "error"}; {} clears
    POST /control/rates     {"on"}
    POST /control/refresh   {"reason"}
    POST /control/reset     messages, views and faults go; people, channels and tokens stay
    GET  /control/messages?channel=  /control/replies?channel=&ts=  /control/ephemerals  /control/modal?user=
         /control/home?user=  /control/status  /control/refused
    GET  /control/wait?after=N&seconds=S   returns when something changed since change number N
"""

from __future__ import annotations

import asyncio
import copy
import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.sandbox.answers import Interaction
from bot.sandbox.faults import Fault
from bot.sandbox.happenings import Happenings
from bot.sandbox.hub import Hub
from bot.sandbox.people import ActError, People
from bot.sandbox.sockets import Sockets
from bot.sandbox.state import Ephemeral, Json, Message, View

LONGEST = 30.0  # seconds one call waits for a change


def described(it: Interaction) -> Json:
    """An interaction without the secrets it carries."""
    return {
        "kind": it.kind,
        "ack": it.ack,
        "error": it.error,
        "answers": it.answers,
        "views": it.views,
        "form_errors": it.form_errors,
    }


class Control:
    """Carries out what is posted to /control/ and answers questions. Every act runs on the sandbox's loop."""

    def __init__(self, hub: Hub, people: People, sockets: Sockets) -> None:
        self.hub, self.people, self.sockets = hub, people, sockets
        self.happenings = Happenings(hub, people)
        self.count = 0
        self._changed = asyncio.Event()
        hub.state.watch(self._note)

    def _note(self, change: Json) -> None:
        self.count += 1
        self._changed.set()
        self._changed = asyncio.Event()

    def routes(self, app: web.Application) -> None:
        """Add the addresses of the module's table."""
        app.router.add_post("/control/{act}", self.post)
        app.router.add_get("/control/{ask}", self.get)

    async def post(self, request: web.Request) -> web.Response:
        """One act. 400 names what is wrong with it, 404 that there is no such act, 415 a body that is not JSON."""
        # a page of another site can send a form here, but not JSON
        if request.content_type != "application/json":
            return web.json_response({"ok": False, "error": "send JSON"}, status=415)
        try:
            given = json.loads(await request.text() or "{}")
            if not isinstance(given, dict):
                raise ValueError("send a JSON object")
            acts: dict[str, Callable[[Json], Awaitable[Any]]] = {
                "command": self.command, "click": self.click, "submit": self.submit, "close": self.close,
                "shortcut": self.shortcut, "event": self.event, "home": self.home, "say": self.say,
                "invite": self.around, "kick": self.around, "archive": self.around, "delete_channel": self.around,
                "rename": self.around, "delete": self.delete, "uninstall": self.uninstall, "fault": self.fault,
                "rates": self.rates, "refresh": self.refresh, "reset": self.reset,
            }  # fmt: skip
            act = acts.get(request.match_info["act"])
            if act is None:
                return web.json_response({"ok": False, "error": f"no such act: use {', '.join(acts)}"}, status=404)
            result = await act(given | {"_act": request.match_info["act"]})
        except (ActError, ValueError, KeyError, TypeError) as error:
            return web.json_response({"ok": False, "error": str(error)}, status=400)
        return web.json_response({"ok": True, "result": result})

    # Acts

    async def command(self, given: Json) -> Json:
        channel, user = given.get("channel", "newsroom"), given.get("user", "")
        it = await self.people.command(given.get("text", ""), channel, user, given.get("team", ""))
        seconds = min(float(given.get("seconds", 3.0)), LONGEST)
        end = asyncio.get_running_loop().time() + seconds
        while not it.settled and (left := end - asyncio.get_running_loop().time()) > 0:
            await self._next(left)
        return described(it)

    async def click(self, given: Json) -> Json:
        target, where = self._target(given)
        it = await self.people.click(
            target, given["action_id"], given.get("value"), user=given.get("user", ""), channel=where,
            block_id=given.get("block_id", ""),
        )  # fmt: skip
        return described(it)

    def _target(self, given: Json) -> tuple[Message | Ephemeral | View, str]:
        workspace = self.people.workspace(given.get("team", ""))
        if given.get("view"):
            view = workspace.views.get(given["view"])
            if view is None:
                raise ActError(f"no view {given['view']!r}")
            return view, ""
        ts = given["ts"]
        for ephemeral in workspace.ephemerals:
            if ephemeral.ts == ts:
                return ephemeral, ephemeral.channel
        for channel in workspace.channels.values():
            if ts in channel.messages:
                return channel.messages[ts], channel.id
        raise ActError(f"no message {ts!r}")

    def _view(self, given: Json) -> View:
        found, _ = self._target({"view": given["view"], "team": given.get("team", "")})
        assert isinstance(found, View)
        return found

    async def submit(self, given: Json) -> Json:
        return described(await self.people.submit(self._view(given), given.get("values"), user=given.get("user", "")))

    async def close(self, given: Json) -> None:
        await self.people.close(self._view(given))

    async def shortcut(self, given: Json) -> Json:
        it = await self.people.shortcut(
            given["callback_id"], user=given.get("user", ""), channel=given.get("channel", ""),
            message_ts=given.get("message_ts", ""),
        )  # fmt: skip
        return described(it)

    async def event(self, given: Json) -> str:
        inner = {k: v for k, v in given.items() if k not in ("team", "_act")}
        return await self.happenings.event(self.people.workspace(given.get("team", "")), inner)

    async def home(self, given: Json) -> str:
        return await self.happenings.open_home(self.people.workspace(given.get("team", "")), given.get("user", ""))

    async def say(self, given: Json) -> Json:
        workspace = self.people.workspace(given.get("team", ""))
        ts = await self.happenings.say(
            workspace, given["text"], given.get("channel", "newsroom"), given.get("user", ""), given.get("thread_ts", "")
        )
        return {"ts": ts}

    async def around(self, given: Json) -> None:
        """Things that happen to a channel."""
        workspace, channel = self.people.workspace(given.get("team", "")), given["channel"]
        if given["_act"] == "invite":
            await self.happenings.invite(workspace, channel, given.get("user", ""))
        elif given["_act"] == "kick":
            await self.happenings.kick(workspace, channel)
        elif given["_act"] == "archive":
            await self.happenings.archive(workspace, channel, bool(given.get("archived", True)))
        elif given["_act"] == "delete_channel":
            await self.happenings.delete_channel(workspace, channel)
        else:
            await self.happenings.rename(workspace, channel, given["name"])

    async def delete(self, given: Json) -> None:
        await self.happenings.delete_message(self.people.workspace(given.get("team", "")), given["channel"], given["ts"])

    async def uninstall(self, given: Json) -> None:
        workspace = self.people.workspace(given.get("team", ""))
        await self.happenings.uninstall(workspace, bool(given.get("tokens_first", True)))

    async def fault(self, given: Json) -> int:
        fields = {k: v for k, v in given.items() if k != "_act"}
        if fields:
            self.hub.faults.add(Fault(**fields))
        else:
            self.hub.faults.clear()
        return len(self.hub.faults.pending())

    async def rates(self, given: Json) -> bool:
        self.hub.rates.on = bool(given.get("on", True))
        return self.hub.rates.on

    async def refresh(self, given: Json) -> None:
        await self.sockets.refresh(given.get("reason", "refresh_requested"))

    async def reset(self, given: Json) -> None:
        for workspace in self.hub.state.workspaces.values():
            for channel in workspace.channels.values():
                channel.messages.clear()
                channel.is_archived = False
            workspace.ephemerals.clear()
            workspace.homes.clear()
            workspace.modals.clear()
            workspace.views.clear()
        self.hub.faults.clear()
        self.hub.refused.clear()
        self.hub.notices.clear()
        self.hub.state.changed("reset")

    # Questions

    async def get(self, request: web.Request) -> web.Response:
        """One question."""
        query = request.query
        try:
            found = await self._ask(request.match_info["ask"], dict(query))
        except (ActError, KeyError, ValueError) as error:
            return web.json_response({"ok": False, "error": str(error)}, status=400)
        return web.json_response({"ok": True, "result": found, "changes": self.count})

    async def _ask(self, ask: str, query: Json) -> Any:
        workspace = self.people.workspace(query.get("team", ""))
        user = self.people.user(workspace, query.get("user", ""))
        if ask in ("messages", "replies"):
            channel = self.people.channel(workspace, query.get("channel", "newsroom"), user)
            found = channel.replies(query["ts"]) if ask == "replies" else channel.ordered()
            return [m.body | ({"metadata": m.metadata} if m.metadata else {}) for m in found]
        if ask == "ephemerals":
            return [e.body | {"channel": e.channel, "to": e.user} for e in workspace.ephemerals]
        if ask == "modal":
            stack = workspace.modals.get(user.id) or []
            return copy.deepcopy(stack[-1].body) if stack else None
        if ask == "home":
            view = workspace.homes.get(user.id)
            return copy.deepcopy(view.body) if view else None
        if ask == "refused":
            return self.hub.refused
        if ask == "wait":
            end = asyncio.get_running_loop().time() + min(float(query.get("seconds", 10)), LONGEST)
            while self.count <= int(query["after"]) and (left := end - asyncio.get_running_loop().time()) > 0:
                await self._next(left)
            return self.count
        if ask == "status":
            return {
                "connections": len(self.sockets.connections),
                "team": workspace.team_id,
                "channels": {c.name: c.id for c in workspace.channels.values() if c.kind != "im"},
                "users": {u.name: u.id for u in workspace.users.values()},
                "faults": len(self.hub.faults.pending()),
                "rates": self.hub.rates.on,
            }
        raise ActError("ask for messages, replies, ephemerals, modal, home, refused, wait or status")

    async def _next(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._changed.wait(), seconds)
        except TimeoutError:
            return
