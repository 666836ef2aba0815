"""The sandbox's web page: what a person sees and does, without Slack.

Server-rendered; with scripting on, it follows the workspace by server-sent events and swaps in what changed.
Tokens, response URLs and trigger ids never reach it.
"""

from __future__ import annotations

import asyncio
import html
import json
from contextlib import suppress
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from aiohttp import web
from jinja2 import Environment
from markupsafe import Markup

from bot.sandbox import render
from bot.sandbox.answers import Interaction
from bot.sandbox.emoji import SHEET, drawn
from bot.sandbox.happenings import Happenings
from bot.sandbox.hub import Hub
from bot.sandbox.markup import Reader, mrkdwn
from bot.sandbox.people import ActError, People
from bot.sandbox.state import Channel, Ephemeral, Json, Message, View

_HERE = files(__package__)
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
_STATIC = {"page.css": "text/css", "page.js": "text/javascript"}
LATEST = 200  # messages of a channel that are shown
HUES = 6  # colours of people's avatars
HEARTBEAT = 15.0


class Page:
    def __init__(self, hub: Hub, people: People) -> None:
        self.hub = hub
        self.people = people
        self.happenings = Happenings(hub, people)
        environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
        self.template = environment.from_string((_HERE / "page.jinja").read_text("utf-8"))
        self._listeners: set[asyncio.Queue[Json | None]] = set()
        hub.state.watch(self._announce)

    def routes(self, app: web.Application) -> None:
        app.router.add_get("/", self.show)
        app.router.add_get("/archives/{channel}/{message}", self.permalink)
        app.router.add_post("/act", self.act)
        app.router.add_get("/suggest", self.suggest)
        app.router.add_get("/changes", self.changes)
        app.router.add_get("/static/{name}", self.static)
        app.on_shutdown.append(self._farewell)

    # Looking

    def _reader(self, query: Any) -> Reader:
        workspace = self.people.workspace(query.get("team", ""))
        return Reader(workspace, self.people.user(workspace, query.get("as", "")))

    async def show(self, request: web.Request) -> web.Response:
        query = request.query
        try:
            reader = self._reader(query)
        except ActError as error:
            return web.Response(status=404, text=str(error), headers=_HEADERS)
        body = self.template.render(**self._model(reader, query))
        return web.Response(text=body, content_type="text/html", headers=_HEADERS)

    def _model(self, reader: Reader, query: Any) -> Json:
        workspace, user = reader.workspace, reader.user
        home = query.get("show") == "home"
        channels = [c for c in workspace.channels.values() if not c.is_deleted and c.kind != "im"]
        visible = [c for c in channels if c.kind == "public" or user.id in c.members]
        wanted = query.get("channel", "")
        own = [c for c in workspace.channels.values() if c.kind == "im" and user.id in c.members]
        channel = next((c for c in [*visible, *own] if wanted and wanted in (c.id, c.name)), None)
        if channel is None and not home and visible:
            channel = visible[0]
        thread = channel.messages.get(query.get("thread", "")) if channel and not home else None
        stack = workspace.modals.get(user.id) or []
        return {
            "app": self.hub.app,
            "workspace": workspace,
            "workspaces": list(self.hub.state.workspaces.values()),
            "user": user,
            "users": [u for u in workspace.users.values() if not u.is_bot],
            "channels": visible,
            "direct": workspace.direct(user.id),
            "channel": None if home else channel,
            "is_home": home,
            "home": self._view(workspace.homes.get(user.id), reader) if home else None,
            "messages": self._messages(channel, reader) if channel and not home else [],
            "thread": self._thread(channel, thread, reader) if channel and thread else None,
            "modal": self._view(stack[-1], reader, form=True) if stack else None,
            "member": channel is not None and workspace.bot_user in channel.members,
            "link": lambda **more: self._link(reader, **more),
            "notices": self.hub.notices.get((workspace.team_id, user.id), [])[-3:],
            "globals": [(k, name) for k, (kind, name) in self.hub.app.shortcuts.items() if kind == "global"],
            "installed": workspace.standing == "active",
            "sheet": SHEET,
        }

    def _link(self, reader: Reader, **more: str) -> str:
        given = {"team": reader.workspace.team_id, "as": reader.user.name} | more
        return "/?" + urlencode({k: v for k, v in given.items() if v})

    def _messages(self, channel: Channel, reader: Reader) -> list[Json]:
        public: list[Message | Ephemeral] = [
            m for m in channel.ordered() if not m.is_reply or m.body.get("subtype") == "thread_broadcast"
        ]
        private = [
            e
            for e in reader.workspace.ephemerals
            if e.channel == channel.id and e.user == reader.user.id and not e.body.get("thread_ts")
        ]
        every = sorted([*public, *private], key=lambda m: m.ts)[-LATEST:]
        return [self._message(m, channel, reader) for m in every]

    def _thread(self, channel: Channel, root: Message, reader: Reader) -> Json:
        found: list[Message | Ephemeral] = [*channel.replies(root.ts)]
        found += [
            e
            for e in reader.workspace.ephemerals
            if e.channel == channel.id and e.user == reader.user.id and e.body.get("thread_ts") == root.ts
        ]
        return {
            "root": self._message(root, channel, reader),
            "replies": [self._message(m, channel, reader) for m in sorted(found, key=lambda m: m.ts)],
        }

    def _message(self, message: Message | Ephemeral, channel: Channel, reader: Reader) -> Json:
        body = message.body
        author = reader.workspace.users.get(body.get("user", ""))
        root = channel.messages.get(body.get("thread_ts", ""))
        target = render.Target(channel=channel.id, ts=message.ts)
        blocks = body.get("blocks") or []
        inner = render.blocks(blocks, reader, target) if blocks else Markup('<div class="block">{}</div>').format(mrkdwn(body["text"], reader))
        inner += render.attachments(body.get("attachments") or [], reader, target)
        return {
            "ts": message.ts,
            "author": body.get("username") or (author.real_name if author else "someone"),
            "is_app": bool(body.get("bot_id")),
            "hue": list(reader.workspace.users).index(author.id) % HUES if author else 0,
            "at": self._time(message.ts, reader),
            "body": inner,
            "edited": "edited" in body,
            "private": isinstance(message, Ephemeral),
            "broadcast": body.get("subtype") == "thread_broadcast",
            "root_ts": body.get("thread_ts", ""),
            "root_text": drawn(excerpt(root.body["text"])) if root else "",
            "reply_count": body.get("reply_count", 0),
            "latest": self._time(body["latest_reply"], reader) if body.get("latest_reply") else None,
            "reactions": body.get("reactions") or [],
            "shortcuts": []
            if isinstance(message, Ephemeral)
            else [(k, name) for k, (kind, name) in self.hub.app.shortcuts.items() if kind == "message"],
        }

    def _time(self, ts: str, reader: Reader) -> Json:
        moment = datetime.fromtimestamp(float(ts), UTC).astimezone(reader.zone)
        days = (self.hub.state.now().astimezone(reader.zone).date() - moment.date()).days
        day = {0: "today", 1: "yesterday"}.get(days, f"{moment:%d %B}")
        return {
            "iso": moment.isoformat(timespec="seconds"),
            "clock": f"{moment:%H:%M}",
            "day": day,
            "date": day.title() if days in (0, 1) else f"{moment:%A, %d %B %Y}",
            "full": f"{moment:%A, %d %B %Y, %H:%M:%S %Z}",
        }

    def _view(self, view: View | None, reader: Reader, form: bool = False) -> Json | None:
        if view is None:
            return None
        errors = self.hub.form_errors.get(view.body["id"], {})
        target = render.Target(view=view.body["id"], in_form=form, errors=errors, values=view.body["state"]["values"])
        return {
            "id": view.body["id"],
            "hash": view.body["hash"],
            "title": view.body["title"]["text"],
            "submit": (view.body.get("submit") or {}).get("text", ""),
            "close": (view.body.get("close") or {}).get("text", "") or "Cancel",
            "body": render.blocks(view.body["blocks"], reader, target),
        }

    async def permalink(self, request: web.Request) -> web.Response:
        digits = request.match_info["message"].removeprefix("p")
        ts = f"{digits[:-6]}.{digits[-6:]}"
        thread = request.query.get("thread_ts", "")
        target = "/?" + urlencode({"channel": request.match_info["channel"], "thread": thread or ts})
        raise web.HTTPFound(f"{target}#m-{ts}")

    async def static(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name not in _STATIC:
            raise web.HTTPNotFound
        text = (_HERE / "static" / name).read_text("utf-8")
        return web.Response(text=text, content_type=_STATIC[name], headers=_HEADERS)

    # Following

    def _announce(self, change: Json) -> None:
        told: Json = {k: change[k] for k in ("kind", "team", "channel", "ts") if k in change}
        for queue in list(self._listeners):
            queue.put_nowait(told)

    async def changes(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: what changed and where, nothing of its content."""
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await stream.prepare(request)
        queue: asyncio.Queue[Json | None] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            await stream.write(b": hello\n\n")
            while True:
                try:
                    change = await asyncio.wait_for(queue.get(), HEARTBEAT)
                except TimeoutError:
                    await stream.write(b": still here\n\n")
                    continue
                if change is None:
                    break
                await stream.write(f"data: {json.dumps(change)}\n\n".encode())
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            self._listeners.discard(queue)
        return stream

    async def _farewell(self, app: web.Application) -> None:
        for queue in list(self._listeners):
            queue.put_nowait(None)

    # Doing

    async def act(self, request: web.Request) -> web.Response:
        """One act of a person, from a form. Answers with JSON to a script, with the page to a form."""
        form = await request.post()
        given = {k: [v for v in form.getall(k) if isinstance(v, str)] for k in form}
        one = {k: v[0] for k, v in given.items() if v}
        problem, where = "", {}
        try:
            reader = self._reader(one)
            where = await self._act(reader, one, given)
        except (ActError, ValueError) as error:
            problem = str(error)
            with suppress(ActError):
                self.tell(self._reader(one), problem)
        if "application/json" in request.headers.get("Accept", ""):
            return web.json_response({"ok": not problem, "error": problem, "go": where}, headers=_HEADERS)
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
        kept = [json.loads(v) if v.startswith('{"') else v for v in found if v]
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
                    value = [v for v in given.get(name, []) if v]
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
            reader = self._reader(query)
            target = self._target(reader, dict(query))
            if isinstance(target, Ephemeral):
                raise ActError("no suggestions here")
            found = await self.people.suggest(
                target, query.get("action", ""), query.get("typed", ""), user=reader.user.id,
                channel=query.get("channel_of", ""), block_id=query.get("block", ""), team=reader.workspace.team_id,
            )  # fmt: skip
        except ActError as error:
            return web.json_response({"ok": False, "error": str(error), "options": []}, headers=_HEADERS)
        return web.json_response({"ok": True, "options": found}, headers=_HEADERS)


def excerpt(text: str) -> str:
    """The first line of a message's text, short, without markup."""
    line = html.unescape(text.strip().split("\n")[0])
    return line if len(line) <= 80 else line[:79].rstrip() + "…"
