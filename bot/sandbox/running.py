"""A sandbox's server: its thread, its event loop, and how other threads ask it something."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Any, TypeVar

from aiohttp import web

from bot.sandbox.http_mode import HttpMode
from bot.sandbox.hub import Hub
from bot.sandbox.people import People
from bot.sandbox.sockets import Sockets
from bot.sandbox.web import build

T = TypeVar("T")
Self = TypeVar("Self", bound="Running")
PATIENCE = 10.0  # seconds a helper waits for something to happen


class SandboxError(Exception):
    """The sandbox can't do what was asked; the message says why."""


class Running:
    """Listens on loopback in a thread of its own, and lets other threads look in."""

    def __init__(self, hub: Hub, people: People, port: int) -> None:
        self.hub = hub
        self.people = people
        self._port = port
        self.sockets: Sockets | None = None
        self.http_mode: HttpMode | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._failure: BaseException | None = None
        self._runner: web.AppRunner | None = None

    def start(self: Self) -> Self:
        """Listen on loopback. Raises SandboxError if the port is taken."""
        if self._thread is not None:
            return self
        up = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(up,), name="sandbox", daemon=True)
        self._thread.start()
        up.wait()
        if self._failure is not None:
            self._thread.join()
            self._thread = None
            raise SandboxError(
                f"cannot listen on 127.0.0.1:{self._port}: {self._failure}; choose another with --port"
            ) from self._failure
        return self

    def _run(self, up: threading.Event) -> None:
        self._loop = loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        try:
            loop.run_until_complete(self._listen())
        except OSError as error:
            self._failure = error
            loop.close()
            up.set()
            return
        up.set()
        loop.run_forever()
        loop.run_until_complete(self._end())
        loop.close()

    async def _listen(self) -> None:
        self.sockets = Sockets(self.hub)
        self.http_mode = HttpMode(self.hub) if self.hub.app.request_url else None
        self.hub.transport = self.http_mode or self.sockets
        self._runner = web.AppRunner(build(self.hub, self.people, self.sockets), access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port, shutdown_timeout=0.5)
        try:
            await site.start()
        except OSError:
            await self._runner.cleanup()
            raise
        port = self._runner.addresses[0][1]
        self.hub.base = self.hub.state.url = f"http://127.0.0.1:{port}"
        for workspace in self.hub.state.workspaces.values():
            workspace.url = f"{self.hub.base}/"

    async def _end(self) -> None:
        await self.hub.end()
        if self.sockets is not None:
            await self.sockets.close()
        if self.http_mode is not None:
            await self.http_mode.close()
        await self.hub.end()
        if self._runner is not None:
            await self._runner.cleanup()
        # of clients that hung up, whose requests nobody ends any more
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    def stop(self) -> None:
        """Stop listening and end what is under way. May be called twice."""
        if self._thread is None or self._loop is None:
            return
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._thread = self._loop = None

    def __enter__(self: Self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    # Crossing over to the server's thread

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run something on the server's loop and wait for it."""
        if self._loop is None:
            work.close()
            raise SandboxError("the sandbox is not running: call start() first")
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(60)

    def read(self, ask: Callable[[], T]) -> T:
        """Ask something of the state while nothing else touches it."""
        if self._loop is None or threading.current_thread() is self._thread:
            return ask()

        async def asked() -> T:
            return ask()

        return self.run(asked())

    def wait_for(self, predicate: Callable[[], T], timeout: float = PATIENCE, what: str = "") -> T:
        """The predicate's first truthy value; it is asked again after each change in the workspace.

        Raises TimeoutError, naming `what`.
        """
        changed = threading.Event()
        stop = self.hub.state.watch(lambda change: changed.set())
        end = time.monotonic() + timeout
        try:
            while True:
                changed.clear()
                value = predicate()
                if value:
                    return value
                left = end - time.monotonic()
                if left <= 0:
                    raise TimeoutError(f"waited {timeout:g} s for {what or 'something that did not happen'}")
                # What the predicate looks at may lie outside the workspace: look now and then all the same.
                changed.wait(min(left, 0.5))
        finally:
            stop()

    def wait_connected(self, count: int = 1, timeout: float = PATIENCE) -> None:
        """Wait until the app has that many Socket Mode connections."""
        self.wait_for(lambda: self.connections >= count, timeout, f"{count} Socket Mode connections")

    @property
    def connections(self) -> int:
        """How many Socket Mode connections are open."""
        return len(self.sockets.connections) if self.sockets else 0
