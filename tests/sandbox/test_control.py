"""The control endpoint, as another process uses it."""

from __future__ import annotations

import json
import logging
import socket
import threading
from typing import Any
from urllib.parse import urlsplit

import pytest
from slack_bolt import App
from slack_sdk import WebClient

from bot.sandbox.server import Sandbox
from tests.sandbox.tools import Connect, actions, button, fetch, field, modal


@pytest.fixture
def control(sandbox: Sandbox):
    def call(what: str, given: dict[str, Any] | None = None, status: int = 200) -> Any:
        found, text, _ = fetch(f"{sandbox.page_url}control/{what}", data=given)
        assert found == status, text
        body = json.loads(text)
        return body["result"] if status == 200 else body["error"]

    return call


def test_a_whole_conversation(sandbox: Sandbox, client: WebClient, app: App, connect: Connect, control) -> None:
    seen = []

    @app.command("/denials")
    def command(ack, respond, command, client) -> None:
        ack()
        client.chat_postMessage(channel=command["channel_id"], text="root", blocks=[actions(button())], metadata={"event_type": "t", "event_payload": {}})
        client.views_open(trigger_id=command["trigger_id"], view=modal(field("a")))
        respond("answer")

    app.action("go")(lambda ack, action: (ack(), seen.append(action["action_id"])))
    app.view("form")(lambda ack, view: (ack(), seen.append(view["state"]["values"]["b-a"]["a"]["value"])))
    app.shortcut("denials_search")(lambda ack: (ack(), seen.append("search")))
    app.event("app_home_opened")(lambda event, client: client.views_publish(user_id=event["user"], view={"type": "home", "blocks": []}))
    connect()
    found = control("command", {"text": "x", "user": "ben"})
    assert found["error"] == ""
    assert "trigger_id" not in json.dumps(found)
    assert sandbox.wait_for(lambda: control("ephemerals"))[0]["text"] == "answer"
    root = control("messages?channel=newsroom")[0]
    assert root["metadata"]["event_type"] == "t"
    control("click", {"ts": root["ts"], "action_id": "go"})
    control("click", {"ts": control("ephemerals")[0]["ts"], "action_id": "go"}, 400)
    view = sandbox.wait_for(lambda: control("modal?user=ben"))
    assert control("submit", {"view": view["id"], "values": {}})["form_errors"]
    control("submit", {"view": view["id"], "values": {"a": "typed"}})
    control("shortcut", {"callback_id": "denials_search"})
    control("home", {"user": "ben"})
    assert sandbox.wait_for(lambda: control("home?user=ben"))["type"] == "home"
    sandbox.wait_for(lambda: seen == ["go", "typed", "search"])
    control("command", {"text": "x", "user": "ben"})
    control("close", {"view": sandbox.wait_for(lambda: control("modal?user=ben"))["id"]})
    ts = control("say", {"text": "hi", "thread_ts": root["ts"]})["ts"]
    assert control(f"replies?ts={root['ts']}")[0]["ts"] == ts
    control("delete", {"channel": "newsroom", "ts": ts})
    status = control("status")
    assert status["connections"] == 1
    assert status["channels"]["newsroom"] == root.get("channel", status["channels"]["newsroom"])
    control("reset", {})
    assert control("messages") == []


def test_scene_faults_and_rates(sandbox: Sandbox, client: WebClient, control) -> None:
    for act, given in (
        ("invite", {"channel": "deals"}), ("rename", {"channel": "deals", "name": "bargains"}), ("kick", {"channel": "bargains"}),
        ("archive", {"channel": "bargains"}), ("archive", {"channel": "bargains", "archived": False}),
        ("delete_channel", {"channel": "bargains"}), ("event", {"type": "channel_rename", "channel": {}}), ("refresh", {}),
    ):  # fmt: skip
        control(act, given)
    assert control("fault", {"method": "chat.postMessage", "kind": "500"}) == 1
    assert control("fault", {}) == 0
    assert client.chat_postMessage(channel="#newsroom", text="x")["ok"]
    assert control("rates", {"on": True}) is True
    assert client.chat_postMessage(channel="#newsroom", text="x")["ok"]
    with pytest.raises(Exception, match="ratelimited"):
        client.chat_postMessage(channel="#newsroom", text="x")
    assert control("refused")[-1]["error"] == "ratelimited"
    control("uninstall", {})
    assert sandbox.default.standing == "uninstalled"


def test_waiting_for_a_change(sandbox: Sandbox, control) -> None:
    now = control("wait?after=0&seconds=0.01")
    threading.Timer(0.05, lambda: sandbox.say("x")).start()
    assert control(f"wait?after={now}&seconds=10") > now


def test_mistakes_are_named(sandbox: Sandbox, control) -> None:
    assert "no user 'zoe'" in control("command", {"text": "x", "user": "zoe"}, 400)
    assert "no channel" in control("messages?channel=nowhere", status=400)
    assert "ask for messages" in control("secrets", status=400)
    assert "unknown fault" in control("fault", {"method": "x", "kind": "explode"}, 400)
    assert "no message" in control("click", {"ts": "1.0", "action_id": "a"}, 400)
    assert "no view" in control("submit", {"view": "V0"}, 400)
    assert "no workspace" in control("messages?team=T0", status=400)
    assert "no such act" in control("fly", {}, 404)
    assert fetch(f"{sandbox.page_url}control/reset", form="x=1")[0] == 415
    assert fetch(f"{sandbox.page_url}control/reset", data=[1])[0] == 400


class Heard(logging.Handler):
    """What the server's logs say; `one` is set by the first line."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines, self.one = list[logging.LogRecord](), threading.Event()

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record)
        self.one.set()


@pytest.mark.parametrize(
    ("path", "kind"), [("/api/chat.postMessage", "application/json"), ("/api/chat.postMessage", "application/x-www-form-urlencoded"), ("/act", "application/x-www-form-urlencoded")]
)
def test_a_client_killed_in_the_middle_of_a_request_is_one_line(sandbox: Sandbox, client: WebClient, path: str, kind: str) -> None:
    heard = Heard()
    for name in ("aiohttp", "bot.sandbox", "asyncio"):
        logging.getLogger(name).addHandler(heard)
    try:
        at = urlsplit(sandbox.url)
        with socket.create_connection((at.hostname, at.port)) as half:
            half.sendall(f"POST {path} HTTP/1.1\r\nHost: {at.netloc}\r\nContent-Type: {kind}\r\nContent-Length: 500\r\n\r\nchannel=".encode())
        assert heard.one.wait(60)
        assert client.chat_postMessage(channel="#newsroom", text="and on it goes")["ok"]
    finally:
        for name in ("aiohttp", "bot.sandbox", "asyncio"):
            logging.getLogger(name).removeHandler(heard)
    assert [r.getMessage() for r in heard.lines] == [f"a client hung up in the middle of POST {path}: ConnectionResetError"]
    assert not any(r.exc_info for r in heard.lines)
