"""HTTP mode: the addresses that Slack and whoever installs the app come to.

Signatures (v0, 300 seconds; see docs.slack.dev/authentication/verifying-requests-from-slack) are checked before anything
of a request is parsed: Bolt parses first, and logs whole what nobody signed.
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
from slack_sdk.signature import SignatureVerifier

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


def build(app: App, noted: Callable[[str, Exception], object], signing_secret: str) -> web.Application:
    """The web application in front of a Bolt app with an OAuth flow. `noted` keeps an error where an admin sees it."""
    flow = app.oauth_flow
    if flow is None:
        raise ValueError("HTTP mode needs an app with an OAuth flow")
    pool = ThreadPoolExecutor(WORKERS, "slack-http")
    verifier = SignatureVerifier(signing_secret)

    def through(work: Callable[[BoltRequest], BoltResponse]) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def handle(request: web.Request) -> web.StreamResponse:
            posted = request.method == "POST"  # else by a browser, whose body nobody asked for
            body = (await request.read()).decode("utf-8", "replace") if posted else ""
            if posted and not _signed(verifier, body, request):
                return web.Response(status=401, text="that is not signed by Slack", headers=_GUARD)
            try:
                asked = BoltRequest(body=body, query=request.query_string, headers=_headers(request))
            except (ValueError, TypeError, AttributeError, RecursionError):  # not what Slack sends
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


def _signed(verifier: SignatureVerifier, body: str, request: web.Request) -> bool:
    """Did Slack sign this, within five minutes? What is no signature at all makes the verifier raise."""
    try:
        return verifier.is_valid_request(body, dict(request.headers))
    except (ValueError, TypeError, OverflowError):
        return False


def _headers(request: web.Request) -> dict[str, Any]:
    return {name: request.headers.getall(name) for name in request.headers}
