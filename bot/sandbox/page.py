"""The sandbox's web page: what a person sees and does, without Slack.

Server-rendered; with scripting on, it follows the workspace by server-sent events and swaps in what changed.
Tokens, response URLs and trigger ids never reach it.
"""

from __future__ import annotations

import asyncio
import html
import json
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from aiohttp import web
from jinja2 import Environment
from markupsafe import Markup

from bot.sandbox import render
from bot.sandbox.acts import HEADERS, Acts
from bot.sandbox.emoji import SHEET, drawn
from bot.sandbox.hub import Hub
from bot.sandbox.markup import Reader, mrkdwn
from bot.sandbox.people import ActError, People
from bot.sandbox.state import Channel, Ephemeral, Json, Message, View

_HERE = files(__package__)
_STATIC = {"page.css": "text/css", "page.js": "text/javascript"}
LATEST = 200  # messages of a channel that are shown
HUES = 6  # colours of people's avatars
HEARTBEAT = 15.0


class Page:
    """What a person sees: the whole page for one address, and word of what changed."""

    def __init__(self, hub: Hub, people: People) -> None:
        self.hub = hub
        self.people = people
        self.acts = Acts(hub, people)
        environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
        self.template = environment.from_string((_HERE / "page.jinja").read_text("utf-8"))
        self._listeners: set[asyncio.Queue[Json | None]] = set()
        hub.state.watch(self._announce)

    def routes(self, app: web.Application) -> None:
        """Add the page's addresses, those of its forms too."""
        app.router.add_get("/", self.show)
        app.router.add_get("/archives/{channel}/{message}", self.permalink)
        self.acts.routes(app)
        app.router.add_get("/changes", self.changes)
        app.router.add_get("/static/{name}", self.static)
        app.on_shutdown.append(self._farewell)

    # Looking

    async def show(self, request: web.Request) -> web.Response:
        """The page as one person sees it. 404 for a workspace or person that is not there."""
        query = request.query
        try:
            reader = self.acts.reader(query)
        except ActError as error:
            return web.Response(status=404, text=str(error), headers=HEADERS)
        body = self.template.render(**self._model(reader, query))
        return web.Response(text=body, content_type="text/html", headers=HEADERS)

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
        """The address Slack gives of a message: leads to it on the page."""
        digits = request.match_info["message"].removeprefix("p")
        ts = f"{digits[:-6]}.{digits[-6:]}"
        thread = request.query.get("thread_ts", "")
        target = "/?" + urlencode({"channel": request.match_info["channel"], "thread": thread or ts})
        raise web.HTTPFound(f"{target}#m-{ts}")

    async def static(self, request: web.Request) -> web.Response:
        """The page's own style and script."""
        name = request.match_info["name"]
        if name not in _STATIC:
            raise web.HTTPNotFound
        text = (_HERE / "static" / name).read_text("utf-8")
        return web.Response(text=text, content_type=_STATIC[name], headers=HEADERS)

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


def excerpt(text: str) -> str:
    """The first line of a message's text, short, without markup."""
    line = html.unescape(text.strip().split("\n")[0])
    return line if len(line) <= 80 else line[:79].rstrip() + "…"
