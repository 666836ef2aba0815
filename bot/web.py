"""A small web server in a thread of its own, for what this process answers over HTTP."""

from __future__ import annotations

import asyncio
import threading

from aiohttp import web


class CannotListen(Exception):
    """The address cannot be listened on; the message says which and what to do."""


class Server:
    """Serves an aiohttp application until `stop`. `port` 0 takes a free one; it is right after `start`."""

    def __init__(self, app: web.Application, host: str, port: int, name: str = "web") -> None:
        self.host, self.port, self.name = host, port, name
        self._app = app
        self._loop = asyncio.new_event_loop()
        self._runner: web.AppRunner | None = None
        self._failed: OSError | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Listen, and return. Raises CannotListen."""
        up = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(up,), name=self.name, daemon=True)
        self._thread.start()
        up.wait()
        if self._failed is not None:
            self._thread.join()
            raise CannotListen(
                f"cannot listen on {self.host}:{self.port} ({self._failed.strerror or self._failed}): "
                "end what listens there, or choose another port"
            ) from None

    def stop(self, seconds: float = 5.0) -> None:
        """End it, waiting `seconds` at most for what is under way."""
        if self._thread is None or not self._thread.is_alive():
            return
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(seconds)

    def _run(self, up: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._listen())
        except OSError as error:
            self._failed = error
        up.set()
        if self._failed is None:
            self._loop.run_forever()
        if self._runner is not None:
            self._loop.run_until_complete(self._runner.cleanup())
        self._loop.close()

    async def _listen(self) -> None:
        self._runner = web.AppRunner(self._app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, self.host, self.port, shutdown_timeout=1.0).start()
        self.port = self._runner.addresses[0][1]
