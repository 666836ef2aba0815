"""A running sandbox, and a real Bolt app connected to it over Socket Mode."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.sandbox.server import Sandbox


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(rates=False) as running:
        yield running


@pytest.fixture
def client(sandbox: Sandbox) -> WebClient:
    """A client that tries nothing twice."""
    return WebClient(token=sandbox.bot_token, base_url=sandbox.url, retry_handlers=[])


@pytest.fixture
def app(client: WebClient) -> App:
    return App(client=client)


@pytest.fixture
def connect(sandbox: Sandbox, app: App) -> Iterator[Callable[..., SocketModeHandler]]:
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
        handler.client.close()
