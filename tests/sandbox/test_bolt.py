"""A real Bolt app against the sandbox, over real HTTP and a real WebSocket."""

from __future__ import annotations

from slack_bolt import App
from slack_sdk import WebClient

from bot.sandbox.server import Sandbox


def test_command_is_acknowledged_answered_and_its_message_edited(sandbox: Sandbox, app: App, client: WebClient, connect) -> None:
    @app.command("/denials")
    def denials(ack, respond, command) -> None:
        ack()
        respond(f"you typed {command['text']}")
        posted = client.chat_postMessage(channel=command["channel_id"], text="root")
        client.chat_update(channel=command["channel_id"], ts=posted["ts"], text="edited root")
        client.chat_postMessage(channel=command["channel_id"], text="reply", thread_ts=posted["ts"])

    connect()
    it = sandbox.command("Nimbus Foods", user="ben")
    assert it.error == ""
    assert it.answers[0]["text"] == "you typed Nimbus Foods"
    assert sandbox.ephemerals("newsroom", "ben")[0]["text"] == "you typed Nimbus Foods"
    assert sandbox.ephemerals("newsroom", "ana") == []
    root = sandbox.wait_for(lambda: [m for m in sandbox.messages() if m.get("reply_count")])[0]
    assert root["text"] == "edited root"
    assert [m["text"] for m in sandbox.replies("newsroom", root["ts"])] == ["reply"]
    assert sandbox.edits("newsroom", root["ts"])[0]["text"] == "root"
    assert sandbox.refused == []


def test_acknowledgement_may_carry_the_answer(sandbox: Sandbox, app: App, connect) -> None:
    @app.command("/denials")
    def denials(ack) -> None:
        ack(text="for all", response_type="in_channel")

    connect()
    sandbox.command("help")
    assert sandbox.messages()[-1]["text"] == "for all"
