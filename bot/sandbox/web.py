"""The HTTP server of the sandbox: the Web API, response URLs, Socket Mode, the page, the control endpoint."""

from __future__ import annotations

import asyncio
import base64
import binascii
import json
import logging
import socket
import struct
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.sandbox import response
from bot.sandbox.api import answer
from bot.sandbox.control import Control
from bot.sandbox.faults import Fault
from bot.sandbox.hub import Hub
from bot.sandbox.methods import methods
from bot.sandbox.oauth import OAuth
from bot.sandbox.page import Page
from bot.sandbox.people import People
from bot.sandbox.sockets import Sockets
from bot.sandbox.state import Json

log = logging.getLogger(__name__)

MAX_BYTES = 4 * 1024 * 1024
LOCAL = ("127.0.0.1", "localhost", "[::1]", "::1")

HUB = web.AppKey("hub", Hub)
PEOPLE = web.AppKey("people", People)


def build(hub: Hub, people: People, sockets: Sockets) -> web.Application:
    """The whole server as an aiohttp application."""
    app = web.Application(middlewares=[hung_up, local_only], client_max_size=MAX_BYTES)
    app[HUB], app[PEOPLE] = hub, people
    app.router.add_route("*", "/api/{method}", call_method)
    app.router.add_post("/response/{path:.+}", respond)
    app.router.add_get("/link/", sockets.handle)
    Page(hub, people).routes(app)
    OAuth(hub, people).routes(app)
    Control(hub, people, sockets).routes(app)
    return app


@web.middleware
async def hung_up(request: web.Request, handler: Any) -> web.StreamResponse:
    """A client that is gone before its request was whole, or before its answer was: one line, and nobody to answer."""
    try:
        found: web.StreamResponse = await handler(request)
    except (ConnectionError, web.RequestPayloadError) as error:
        log.warning("a client hung up in the middle of %s %s: %s", request.method, request.path, type(error).__name__)
        return web.Response()
    return found


@web.middleware
async def local_only(request: web.Request, handler: Any) -> web.StreamResponse:
    """Refuse a request meant for another host (a rebound name) or sent by another site's page."""
    host = request.host.rsplit(":", 1)[0] if not request.host.endswith("]") else request.host
    if host not in LOCAL:
        return web.json_response({"ok": False, "error": "not a local address"}, status=403)
    origin = request.headers.get("Origin")
    if origin and urlsplit(origin).netloc != request.host:
        return web.json_response({"ok": False, "error": "another site may not do that"}, status=403)
    found: web.StreamResponse = await handler(request)
    return found


async def _arguments(request: web.Request) -> tuple[Json, str, str]:
    """Arguments, token and an error name: query, form or JSON; the token in the header or the form.

    A method that reads no JSON does not see what a JSON body holds, as in Slack.
    """
    method = methods().get(request.match_info["method"])
    given: Json = dict(request.query)
    if request.method == "POST":
        if request.content_type == "application/json":
            raw = await request.text()
            try:
                body = json.loads(raw) if raw else {}
            except ValueError:
                return {}, "", "invalid_json"
            if not isinstance(body, dict):
                return {}, "", "json_not_object"
            if method is not None and method.json:
                given |= body
        else:
            given |= {k: v for k, v in (await request.post()).items() if isinstance(v, str)}
    token = str(given.pop("token", "") or "")
    header = request.headers.get("Authorization", "")
    if header.startswith("Bearer "):
        token = header.removeprefix("Bearer ").strip()
    elif header.startswith("Basic "):
        try:
            name, _, secret = base64.b64decode(header.removeprefix("Basic ")).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return {}, "", "invalid_auth"
        given |= {"client_id": name, "client_secret": secret}
    return given, token, ""


def break_off(request: web.Request) -> web.Response:
    """Reset the connection instead of answering."""
    transport = request.transport
    if transport is not None:
        sock = transport.get_extra_info("socket")
        if sock is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    return web.Response()


async def _fault_before(request: web.Request, fault: Fault | None) -> web.Response | None:
    """Carry out a fault that keeps the request from being accepted."""
    if fault is None:
        return None
    if fault.kind == "slow":
        await asyncio.sleep(fault.seconds)
    if fault.kind == "drop_before":
        return break_off(request)
    if fault.kind == "500":
        return web.json_response({"ok": False, "error": "internal_error"}, status=500)
    if fault.kind == "429":
        headers = {"Retry-After": str(max(1, round(fault.seconds)))}
        return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)
    if fault.kind == "error":
        return web.json_response({"ok": False, "error": fault.error or "fatal_error"})
    return None


async def call_method(request: web.Request) -> web.StreamResponse:
    """One call of the Web API, with the fault that waits for it."""
    hub = request.app[HUB]
    name = request.match_info["method"]
    fault = hub.faults.take(name)
    stopped = await _fault_before(request, fault)
    if stopped is not None:
        return stopped
    given, token, error = await _arguments(request)
    if error:
        return web.json_response({"ok": False, "error": error})
    body, status, headers = answer(hub, name, given, token)
    if fault is not None and fault.kind == "drop_after":
        return break_off(request)
    return web.json_response(body, status=status, headers={"x-slack-req-id": hub.state.secret(), **headers})


async def respond(request: web.Request) -> web.StreamResponse:
    """One use of a response URL, with the fault that waits for it."""
    hub = request.app[HUB]
    fault = hub.faults.take("response_url")
    stopped = await _fault_before(request, fault)
    if stopped is not None:
        return stopped
    found = await response.handle(hub, request)
    return break_off(request) if fault is not None and fault.kind == "drop_after" else found
