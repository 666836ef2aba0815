"""A running sandbox, and a real Bolt app connected to it over Socket Mode."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.methods import methods
from bot.sandbox.server import Sandbox
from tests.sandbox.tools import Clock, Connect


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sandbox(clock: Clock) -> Iterator[Sandbox]:
    """A sandbox that leaves out the rates, with a clock that a test can move forward."""
    with Sandbox(rates=False, clock=clock) as running:
        yield running


@pytest.fixture
def client(sandbox: Sandbox) -> WebClient:
    """A client that tries nothing twice."""
    return WebClient(token=sandbox.bot_token, base_url=sandbox.url, retry_handlers=[])


@pytest.fixture
def app(client: WebClient) -> App:
    return App(client=client)


@pytest.fixture
def connect(sandbox: Sandbox, app: App) -> Iterator[Connect]:
    """Connect the app (after its listeners were registered); closed at the end."""
    handlers: list[Any] = []

    def connected(ping_interval: float = 1) -> SocketModeHandler:
        handler = SocketModeHandler(app, sandbox.app_token, ping_interval=ping_interval)
        handlers.append(handler)
        handler.connect()
        sandbox.wait_connected(len(handlers))
        return handler

    yield connected
    for handler in handlers:
        handler.client.auto_reconnect_enabled = False
        handler.client.default_auto_reconnect_enabled = False
    # The client's reading thread only wakes when the other side hangs up (or after three seconds).
    sandbox.stop()
    for handler in handlers:
        # Its queue is read with a second's patience: give it something to read until it has closed.
        closing = threading.Thread(target=handler.client.close)
        closing.start()
        while closing.is_alive():
            handler.client.message_queue.put(None)
            closing.join(0.02)


@pytest.fixture
def refused(client: WebClient) -> Callable[..., dict[str, Any]]:
    """Call a method that must be refused; Slack's answer."""

    def call(method: str, **arguments: Any) -> dict[str, Any]:
        form = method in methods() and not methods()[method].json
        with pytest.raises(SlackApiError) as caught:
            client.api_call(method, **{"params" if form else "json": arguments})
        return dict(caught.value.response.data)

    return call
