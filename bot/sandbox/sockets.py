"""Socket Mode: connections, hello, envelopes, acknowledgements, refresh (docs.slack.dev/apis/events-api/using-socket-mode)."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from bot.sandbox.hub import Hub, NoAck
from bot.sandbox.limits import LIMITS
from bot.sandbox.state import Json

TICKET_SECONDS = 30
LIFETIME = 18_060  # what hello announces; with debug_reconnects it is 360
GOODBYE = 0.5  # seconds to wait for the other side to close too
GRACE = 1.0  # seconds a connection lives on after it was told to go


@dataclass(eq=False)
class Connection:
    """One open WebSocket, and the acknowledgements it owes."""

    socket: web.WebSocketResponse
    request: web.Request
    waiting: dict[str, asyncio.Future[Json]] = field(default_factory=dict)
    leaving: bool = False

    def abort(self) -> None:
        """Break the connection without a goodbye."""
        if self.request.transport is not None:
            self.request.transport.abort()


class Sockets:
    """Every open connection of the app. A payload goes to one of them, in turn."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._turn = 0
        self.connections: list[Connection] = []
        self._arrived = asyncio.Event()
        self.late: list[Json] = []  # acknowledgements for which nobody waited any more

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """The WebSocket endpoint: a ticket from apps.connections.open, used once."""
        ticket = self._hub.codes.pop(request.query.get("ticket", ""), None)
        now = self._hub.state.now()
        if (
            ticket is None
            or ticket["kind"] != "ticket"
            or (now - ticket["given"]).total_seconds() > TICKET_SECONDS
            or request.query.get("app_id") != self._hub.app.id
        ):
            return web.json_response({"ok": False, "error": "invalid_ticket"}, status=403)
        socket = web.WebSocketResponse(timeout=GOODBYE)
        await socket.prepare(request)
        if len(self.connections) >= LIMITS["socket_mode.connections"]:
            await socket.send_json({"type": "disconnect", "reason": "too_many_websockets", "debug_info": {}})
            await socket.close()
            return socket
        connection = Connection(socket, request)
        self.connections.append(connection)
        try:
            await socket.send_json(
                {
                    "type": "hello",
                    "num_connections": len(self.connections),
                    "debug_info": {
                        "host": "sandbox",
                        "build_number": 1,
                        "approximate_connection_time": 360 if request.query.get("debug_reconnects") else LIFETIME,
                    },
                    "connection_info": {"app_id": self._hub.app.id},
                }
            )
            self._arrived.set()
            self._hub.state.changed("connected")
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._receive(connection, message.data)
        finally:
            self._gone(connection)
        return socket

    def _receive(self, connection: Connection, data: str) -> None:
        try:
            found = json.loads(data)
            envelope_id = found["envelope_id"]
        except (ValueError, KeyError, TypeError):
            self.late.append({"unreadable": data[:200]})
            return
        future = connection.waiting.pop(envelope_id, None)
        if future is None or future.done():
            self.late.append(found)
        else:
            future.set_result(found.get("payload") or {})

    def _gone(self, connection: Connection) -> None:
        if connection in self.connections:
            self.connections.remove(connection)
        if not self._usable():
            self._arrived.clear()
        for future in connection.waiting.values():
            if not future.done():
                future.set_exception(NoAck("connection_failed"))
        connection.waiting.clear()
        self._hub.state.changed("disconnected")

    def _usable(self) -> list[Connection]:
        return [c for c in self.connections if not c.leaving and not c.socket.closed]

    async def ready(self, seconds: float) -> bool:
        """Wait until a connection can take a payload; False if that took longer."""
        if self._usable():
            return True
        self._arrived.clear()
        try:
            await asyncio.wait_for(self._arrived.wait(), seconds)
        except TimeoutError:
            return False
        return bool(self._usable())

    async def send(self, envelope: Json) -> Json:
        """Send an envelope over one connection and wait for its acknowledgement. Raises NoAck."""
        usable = self._usable()
        if not usable:
            raise NoAck("connection_failed")
        self._turn += 1
        connection = usable[self._turn % len(usable)]
        envelope = {"envelope_id": self._hub.state.secret(), **envelope}
        future: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        connection.waiting[envelope["envelope_id"]] = future
        fault = self._hub.faults.take("socket")
        try:
            await connection.socket.send_json(envelope)
        except (ConnectionError, RuntimeError):
            connection.waiting.pop(envelope["envelope_id"], None)
            raise NoAck("connection_failed") from None
        if fault is not None and fault.kind == "disconnect":
            # what was sent still leaves; the acknowledgement finds no way back
            connection.leaving = True
            connection.waiting.pop(envelope["envelope_id"], None)
            await connection.socket.close()
            raise NoAck("connection_failed")
        try:
            return await asyncio.wait_for(future, self._hub.ack_seconds)
        except TimeoutError:
            raise NoAck("timeout") from None
        finally:
            connection.waiting.pop(envelope["envelope_id"], None)

    async def refresh(self, reason: str = "refresh_requested") -> None:
        """Tell every connection to go, as Slack does every few hours; the app opens new ones."""
        for connection in self._usable():
            await connection.socket.send_json(
                {"type": "disconnect", "reason": reason, "debug_info": {"host": "sandbox"}}
            )
            if reason != "warning":
                connection.leaving = True
                self._hub.spawn(self._close_later(connection))

    async def _close_later(self, connection: Connection) -> None:
        await asyncio.sleep(GRACE)
        await connection.socket.close()

    def cut(self) -> None:
        """Break every connection as a failing network does."""
        for connection in list(self.connections):
            connection.abort()

    async def close(self) -> None:
        """Say goodbye to every connection."""
        for connection in list(self.connections):
            connection.leaving = True
            await connection.socket.close()
