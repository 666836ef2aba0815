"""Socket Mode: connections, acknowledgements, redelivery; and faults and rates, as a client meets them."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import threading
from typing import Any
from urllib.error import URLError

import aiohttp
import pytest
from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry import ConnectionErrorRetryHandler

from bot.sandbox import delivery
from bot.sandbox.faults import Fault
from bot.sandbox.server import Sandbox, SandboxError, describe
from bot.tell.manifest import manifest
from tests.sandbox.tools import Clock, Connect, fetch


def test_two_connections_share_the_payloads(sandbox: Sandbox, app: App, connect: Connect) -> None:
    app.command("/denials")(lambda ack, command: ack(text=command["text"]))
    connect()
    connect()
    for i in range(4):
        assert sandbox.command(str(i)).answers[0]["text"] == str(i)
    assert len(sandbox.ephemerals()) == 4


def test_ticket_is_good_once(sandbox: Sandbox, client: WebClient) -> None:
    url = client.apps_connections_open(app_token=sandbox.app_token)["url"]
    assert url.startswith("ws://127.0.0.1")
    plain = url.replace("ws://", "http://")
    assert fetch(plain.replace("ticket=", "ticket=x"))[0] == 403
    fetch(plain)
    assert fetch(plain)[0] == 403


def test_ten_connections_at_most(sandbox: Sandbox, client: WebClient) -> None:
    async def connect_all() -> list[Any]:
        async with aiohttp.ClientSession() as session:
            sockets, first = [], []
            for _ in range(11):
                url = client.apps_connections_open(app_token=sandbox.app_token)["url"]
                sockets.append(await session.ws_connect(url))
                first.append(json.loads(await sockets[-1].receive_str()))
            await sockets[0].send_str("not json")
            await sockets[0].send_str('{"envelope_id": "unknown"}')
            for socket in sockets:
                await socket.close()
            return first

    first = asyncio.run(connect_all())
    assert [f["type"] for f in first] == ["hello"] * 10 + ["disconnect"]
    assert first[9]["num_connections"] == 10
    assert first[10]["reason"] == "too_many_websockets"
    sandbox.wait_for(lambda: sandbox.connections == 0)


def test_app_token_that_was_revoked(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.hub.app.app_standing = "token_revoked"
    with pytest.raises(SlackApiError, match="token_revoked"):
        client.apps_connections_open(app_token=sandbox.app_token)


def test_command_that_is_not_acknowledged(sandbox: Sandbox, app: App, connect: Connect) -> None:
    sandbox.hub.ack_seconds = 0.2
    seen = []

    @app.command("/denials")
    def silent(command) -> None:
        seen.append(command["trigger_id"])

    connect()
    it = sandbox.command("x")
    assert it.error == "operation_timeout"
    assert it.ack is None
    sandbox.wait_for(lambda: len(seen) == 2, what="the redelivery")
    assert seen[0] == seen[1]


def test_command_without_any_app(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "RECONNECT_SECONDS", 0.05)
    assert sandbox.command("x").error == "dispatch_failed"


def test_event_is_tried_three_times_more(sandbox: Sandbox, app: App, connect: Connect) -> None:
    sandbox.hub.ack_seconds = 0.1
    sandbox.hub.event_delays = (0.0, 0.05, 0.1)
    tries = []
    let_go = threading.Event()

    @app.middleware
    def stuck(req, body, next) -> None:
        tries.append((req.headers.get("x-slack-retry-num", [""])[0], body["event_id"]))
        let_go.wait(5)
        next()

    connect()
    assert sandbox.event("channel_rename", channel={}) == "timeout"
    sandbox.wait_for(lambda: len(tries) == 4, what="three retries")
    let_go.set()
    assert [t[0] for t in tries] in (["0", "1", "2", "3"], ["", "1", "2", "3"])
    assert len({t[1] for t in tries}) == 1


def test_duplicate_delivery(sandbox: Sandbox, app: App, connect: Connect) -> None:
    seen = []

    @app.command("/denials")
    def note(ack, command) -> None:
        seen.append(command["trigger_id"])
        ack(text="x")

    connect()
    sandbox.fault("deliver", "duplicate")
    sandbox.command("x")
    sandbox.wait_for(lambda: len(seen) == 2)
    assert seen[0] == seen[1]


def test_connection_that_breaks_before_the_acknowledgement(sandbox: Sandbox, app: App, connect: Connect) -> None:
    app.command("/denials")(lambda ack: ack(text="here"))
    connect(ping_interval=0.3)
    sandbox.fault("deliver", "disconnect")
    assert sandbox.command("x").answers[0]["text"] == "here"
    sandbox.cut_sockets()
    assert sandbox.command("y").answers[0]["text"] == "here"


def test_event_waits_for_the_connection(sandbox: Sandbox, app: App, connect: Connect) -> None:
    seen = []
    app.event("channel_rename")(lambda event: seen.append(event))
    assert sandbox.event("channel_rename", channel={}) == "connection_failed"
    connect()
    sandbox.wait_for(lambda: seen, what="the event's second delivery")


def test_refresh(sandbox: Sandbox, app: App, connect: Connect) -> None:
    app.command("/denials")(lambda ack: ack(text="here"))
    connect()
    sandbox.refresh_sockets("warning")
    sandbox.refresh_sockets()
    assert sandbox.command("x").answers[0]["text"] == "here"


def test_delivery_faults(sandbox: Sandbox, app: App, connect: Connect) -> None:
    app.command("/denials")(lambda ack: ack(text="here"))
    connect()
    sandbox.fault("deliver", "drop_before")
    assert sandbox.command("x").error == "dispatch_failed"
    sandbox.fault("deliver", "slow", seconds=0.05)
    assert sandbox.command("x").answers


@pytest.mark.parametrize(("kind", "stored"), [("drop_before", 0), ("drop_after", 1)])
def test_connection_is_reset(sandbox: Sandbox, client: WebClient, kind: str, stored: int) -> None:
    sandbox.fault("chat.postMessage", kind)
    with pytest.raises((URLError, ConnectionError, OSError)):
        client.chat_postMessage(channel="#newsroom", text="x")
    assert len(sandbox.messages()) == stored


def test_the_default_client_posts_twice(sandbox: Sandbox) -> None:
    """Why the poster tries nothing again by itself."""
    client = WebClient(token=sandbox.bot_token, base_url=sandbox.url, retry_handlers=[ConnectionErrorRetryHandler()])
    sandbox.fault("chat.postMessage", "drop_after")
    client.chat_postMessage(channel="#newsroom", text="once")
    assert len(sandbox.messages()) == 2


def test_answers_that_are_faults(sandbox: Sandbox, client: WebClient) -> None:
    sandbox.fault("chat.postMessage", "429", seconds=7)
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel="#newsroom", text="x")
    assert (caught.value.response.status_code, caught.value.response.headers["Retry-After"]) == (429, "7")
    sandbox.fault("*", "500")
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel="#newsroom", text="x")
    assert caught.value.response.status_code == 500
    sandbox.faults.add(Fault("chat.postMessage", "error", error="message_limit_exceeded"))
    with pytest.raises(SlackApiError, match="message_limit_exceeded"):
        client.chat_postMessage(channel="#newsroom", text="x")
    sandbox.fault("chat.postMessage", "slow", seconds=0.05, times=2)
    assert client.chat_postMessage(channel="#newsroom", text="x")["ok"]
    assert len(sandbox.faults.pending()) == 1
    sandbox.faults.clear()
    with pytest.raises(ValueError, match="unknown fault"):
        sandbox.fault("x", "explode")


def test_faults_of_response_urls(sandbox: Sandbox, app: App, connect: Connect) -> None:
    app.command("/denials")(lambda ack: ack())
    connect()
    url = sandbox.command("x", wait=False).response_url
    sandbox.fault("response_url", "500")
    assert fetch(url, data={"text": "x"})[0] == 500
    sandbox.fault("response_url", "drop_after")
    with pytest.raises((URLError, ConnectionError, OSError)):
        fetch(url, data={"text": "x"})
    assert len(sandbox.ephemerals()) == 1


def test_a_message_a_second_a_channel(sandbox: Sandbox, client: WebClient, clock: Clock) -> None:
    sandbox.rates.on = True
    sandbox.invite("deals")
    client.chat_postMessage(channel="#newsroom", text="1")
    client.chat_postMessage(channel="#deals", text="1")
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel="#newsroom", text="2")
    assert caught.value.response.status_code == 429
    assert caught.value.response["error"] == "ratelimited"
    assert int(caught.value.response.headers["Retry-After"]) == 1
    clock.forward(seconds=1)
    client.chat_postMessage(channel="#newsroom", text="2")


def test_tiers(sandbox: Sandbox, client: WebClient, clock: Clock) -> None:
    sandbox.rates.on = True
    for _ in range(20):
        client.conversations_list()
    with pytest.raises(SlackApiError) as caught:
        client.conversations_list()
    assert caught.value.response.status_code == 429
    clock.forward(seconds=61)
    client.conversations_list()


def test_life_of_a_sandbox() -> None:
    sandbox = Sandbox()
    with pytest.raises(SandboxError, match="not running"):
        sandbox.say("x")
    with sandbox:
        assert sandbox.start() is sandbox
        port = int(sandbox.page_url.rsplit(":", 1)[1].strip("/"))
        said = describe(sandbox)
        for part in (sandbox.url, sandbox.bot_token, sandbox.app_token, sandbox.page_url):
            assert part in said
        with pytest.raises(SandboxError, match="choose another with --port"):
            Sandbox(port).start()
        with pytest.raises(TimeoutError, match="for Godot"):
            sandbox.wait_for(lambda: None, 0.01, "Godot")
    sandbox.stop()
    with Sandbox(port, manifest=manifest("http://127.0.0.1:8080")) as again:
        assert "WALKBACK_PUBLIC_URL=http://127.0.0.1:8080\n" in describe(again)
        assert f"WALKBACK_CLIENT_SECRET={again.hub.app.client_secret}" in describe(again)
        assert again.page_url == f"http://127.0.0.1:{port}/"


def test_serve_prints_what_a_client_needs() -> None:
    code = "from bot.sandbox.server import serve; serve(0)"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(6)]
    env = dict(line.strip().split("=", 1) for line in lines if not line.startswith("#"))
    assert WebClient(token=env["SLACK_BOT_TOKEN"], base_url=env["SLACK_API_URL"]).auth_test()["ok"]
    os.kill(process.pid, signal.SIGINT)
    assert "stopped" in process.communicate(timeout=60)[0]
    assert process.returncode == 0
