"""HTTP mode: the addresses that Slack and whoever installs the app come to.

Bolt checks signatures (v0, 300 seconds) before anything is listened to; see docs.slack.dev/authentication/verifying-requests-from-slack.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from aiohttp import web
from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.adapter.aiohttp import to_aiohttp_response

from bot.tell.manifest import EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH

log = logging.getLogger(__name__)

#: Bytes of a request at most; Slack's are far smaller.
MOST = 2 * 1024 * 1024
#: Requests that are worked on at the same time.
WORKERS = 8
#: Nobody but Slack and an installer's browser has anything to do here.
_GUARD = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data: https://platform.slack-edge.com; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


def build(app: App, noted: Callable[[str, Exception], object]) -> web.Application:
    """The web application in front of a Bolt app with an OAuth flow. `noted` keeps an error where an admin sees it."""
    flow = app.oauth_flow
    if flow is None:
        raise ValueError("HTTP mode needs an app with an OAuth flow")
    pool = ThreadPoolExecutor(WORKERS, "slack-http")

    def through(work: Callable[[BoltRequest], BoltResponse]) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def handle(request: web.Request) -> web.StreamResponse:
            body = (await request.read()).decode("utf-8", "replace")
            try:
                asked = BoltRequest(body=body, query=request.query_string, headers=_headers(request))
            except (ValueError, TypeError, AttributeError):  # not what Slack sends, and nobody signed it
                return web.Response(status=400, text="that cannot be read", headers=_GUARD)
            try:
                answer = await asyncio.get_running_loop().run_in_executor(pool, work, asked)
                response = await to_aiohttp_response(answer)
            except Exception as error:
                log.exception("%s", request.path, extra={"event": "request failed", "path": request.path})
                noted(request.path, error)
                response = web.Response(status=500, text="That went wrong on our side. Please try again in a minute.")
            response.headers.update(_GUARD)
            return response

        return handle

    async def end(_: web.Application) -> None:
        pool.shutdown(wait=False, cancel_futures=True)

    made = web.Application(client_max_size=MOST)
    made.router.add_post(EVENTS_PATH, through(app.dispatch))
    made.router.add_get(INSTALL_PATH, through(flow.handle_installation))
    made.router.add_get(REDIRECT_PATH, through(flow.handle_callback))
    made.on_cleanup.append(end)
    return made


def _headers(request: web.Request) -> dict[str, Any]:
    return {name: request.headers.getall(name) for name in request.headers}
