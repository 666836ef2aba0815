"""What people do, as a real Bolt app hears of it: clicks, forms, shortcuts, suggestions, events, answers."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.people import ActError
from bot.sandbox.server import Sandbox
from tests.sandbox.tools import (
    SHARED,
    Clock,
    Connect,
    actions,
    button,
    fetch,
    field,
    modal,
    needs_shared,
    option,
    section,
)

# What payloads of organisations, functions, unfurled links, views and threads hold besides, and two fields of old.
NOT_HERE = {
    "enterprise", "enterprise_id", "enterprise_name", "function_data", "interactivity", "bot_access_token", "app_unfurl", "is_app_unfurl",
    "app_unfurl_url", "attachment_id", "view", "view_id", "text", "thread_ts", "is_cleared", "authed_teams", "authed_users",
}  # fmt: skip


def keys(found: Any) -> set[str]:
    return set(found) if isinstance(found, dict) else set()


@pytest.fixture
def heard(app: App) -> list[dict[str, Any]]:
    """The bodies of everything the app is sent, and an app that acknowledges all of it."""
    found: list[dict[str, Any]] = []

    @app.middleware
    def note(body, next) -> None:
        found.append(body)
        next()

    app.command("/denials")(lambda ack: ack())
    app.action({"type": "block_actions", "action_id": re.compile(".*")})(lambda ack: ack())
    app.view("form")(lambda ack: ack())
    app.view_closed("form")(lambda ack: ack())
    app.shortcut("denials_search")(lambda ack: ack())
    app.shortcut("denials_track_message")(lambda ack: ack())
    for kind in ("app_home_opened", "member_joined_channel", "channel_archive", "channel_left", "channel_deleted",
                 "channel_rename", "group_archive", "app_uninstalled", "tokens_revoked"):  # fmt: skip
        app.event(kind)(lambda: None)
    return found


def test_command_text_comes_escaped_and_linked(sandbox: Sandbox, heard, connect: Connect) -> None:
    connect()
    it = sandbox.command("subscribe AT&T <x> @ben #deals #nowhere", wait=False)
    ben, deals = sandbox.user_id("ben"), sandbox.channel_id("deals")
    assert heard[0]["text"] == f"subscribe AT&amp;T &lt;x&gt; <@{ben}|ben> <#{deals}|deals> #nowhere"
    assert heard[0]["channel_name"] == "newsroom"
    assert (it.ack, it.error) == ({}, "")
    sandbox.command("x", "dm", wait=False)
    assert heard[1]["channel_name"] == "directmessage"
    for wrong in (("x", "nowhere", ""), ("x", "newsroom", "zoe")):
        with pytest.raises(ActError, match="there are"):
            sandbox.command(wrong[0], wrong[1], wrong[2])
    with pytest.raises(ActError, match="not a command"):
        sandbox.command("x", command="/other")
    sandbox.archive("newsroom")
    with pytest.raises(ActError, match="archived"):
        sandbox.command("x")


@needs_shared
def test_payloads_have_the_shape_of_real_ones(sandbox: Sandbox, client: WebClient, heard, connect: Connect) -> None:
    connect()
    ts = client.chat_postMessage(channel="#newsroom", text="x", blocks=[actions(button())])["ts"]
    message = sandbox.messages()[0]
    it = sandbox.command("x", wait=False)
    client.views_open(trigger_id=it.trigger_id, view=modal(field("a", optional=True), notify_on_close=True))
    sandbox.click(message, "go")
    sandbox.shortcut("denials_track_message", message_ts=ts)
    view = sandbox.modal()
    assert view is not None
    sandbox.submit_view(view)
    sandbox.open_home()
    sandbox.invite("deals")
    client.views_open(trigger_id=sandbox.command("x", wait=False).trigger_id, view=modal(field("a", optional=True), notify_on_close=True))
    shown = sandbox.modal()
    assert shown is not None
    sandbox.close_view(shown)
    sandbox.kick("deals")
    sandbox.archive("newsroom")
    sandbox.uninstall()
    by_kind = {b.get("command") or (b.get("event") or b)["type"]: b for b in heard}
    names = {
        "/denials": "SlashCommandPayload", "block_actions": "BlockActionPayload", "message_action": "MessageShortcutPayload",
        "view_submission": "ViewSubmissionPayload", "app_home_opened": "AppHomeOpenedPayload",
        "member_joined_channel": "MemberJoinedChannelPayload", "channel_archive": "ChannelArchivePayload",
        "view_closed": "ViewClosedPayload", "channel_left": "ChannelLeftPayload", "app_uninstalled": "AppUninstalledPayload",
        "tokens_revoked": "TokensRevokedPayload",
    }  # fmt: skip
    assert set(names.values()) == {path.stem for path in (SHARED / "payloads").glob("*.json")}
    ours_alone = {"context_team_id", "context_enterprise_id", "response_urls", "blocks", "response_url"}
    for kind, name in names.items():
        real = json.loads((SHARED / "payloads" / f"{name}.json").read_text("utf-8"))
        for inner in ("", "event", "view", "container", "user", "team", "channel"):
            ours, theirs = (keys(p.get(inner) if inner else p) for p in (by_kind[kind], real))
            assert ours - ours_alone <= theirs, (kind, inner)
            assert not ours or theirs - ours <= NOT_HERE, (kind, inner)


def test_click_on_a_message(sandbox: Sandbox, client: WebClient, heard, connect: Connect) -> None:
    connect()
    menu = {"type": "static_select", "action_id": "menu", "options": [option("a"), option("b")]}
    more = {"type": "overflow", "action_id": "more", "options": [option("z")]}
    date = {"type": "datepicker", "action_id": "day"}
    boxes = {"type": "checkboxes", "action_id": "box", "options": [option("1"), option("2")]}
    people = {"type": "multi_users_select", "action_id": "who"}
    sent = client.chat_postMessage(
        channel="#newsroom", text="x", blocks=[section(accessory=button("why", value="7")), actions(menu, more, date, boxes, people)]
    )
    message = sandbox.messages()[0]
    sandbox.click(message, "why", user="ben")
    body = heard[-1]
    assert body["actions"][0]["value"] == "7"
    assert body["user"]["id"] == sandbox.user_id("ben")
    assert body["container"] == {"type": "message", "message_ts": sent["ts"], "channel_id": sent["channel"], "is_ephemeral": False}
    assert body["message"]["blocks"] == message["blocks"]
    sandbox.click(message, "menu", "b")
    assert heard[-1]["actions"][0]["selected_option"]["value"] == "b"
    sandbox.click(message, "more", "z")
    assert heard[-1]["actions"][0]["selected_option"]["value"] == "z"
    sandbox.click(message, "day", "2026-03-02")
    assert heard[-1]["actions"][0]["selected_date"] == "2026-03-02"
    sandbox.click(message, "box", ["1", "2"])
    assert [o["value"] for o in heard[-1]["actions"][0]["selected_options"]] == ["1", "2"]
    sandbox.click(message, "who", ["U1"])
    assert heard[-1]["actions"][0]["selected_users"] == ["U1"]
    with pytest.raises(ValueError, match="no option 'q'"):
        sandbox.click(message, "menu", "q")
    with pytest.raises(ActError, match="there are why, menu"):
        sandbox.click(message, "other")
    with pytest.raises(ActError, match="no message"):
        sandbox.click({"ts": "1.0"}, "why")


def test_ephemeral_click_holds_no_message_and_its_answer_replaces_it(sandbox: Sandbox, app: App, connect: Connect) -> None:
    bodies = []

    @app.command("/denials")
    def answer(ack) -> None:
        ack(text="old", blocks=[actions(button("more"))])

    @app.action("more")
    def more(ack, respond, body) -> None:
        ack()
        bodies.append(body)
        respond(text="new")

    connect()
    sandbox.command("x")
    it = sandbox.settled(sandbox.click(sandbox.ephemerals()[0], "more"))
    assert "message" not in bodies[0]
    assert bodies[0]["container"]["is_ephemeral"] is True
    assert it.answers[0]["text"] == "new"
    assert [e["text"] for e in sandbox.ephemerals()] == ["new"]


def test_answers_to_a_click(sandbox: Sandbox, client: WebClient, app: App, connect: Connect) -> None:
    @app.action("go")
    def go(ack, respond, action) -> None:
        ack()
        respond(**json.loads(action["value"]))

    connect()

    def press(**how: Any) -> Any:
        client.chat_postMessage(channel="#newsroom", text="source", blocks=[actions(button(value=json.dumps(how)))])
        return sandbox.settled(sandbox.click(sandbox.messages()[-1], "go"))

    press(text="in its place", replace_original=True)
    assert sandbox.messages()[-1]["text"] == "in its place"
    press(text="for me", replace_original=False, response_type="ephemeral")
    assert sandbox.ephemerals()[-1]["text"] == "for me"
    press(text="for all", replace_original=False, response_type="in_channel")
    assert sandbox.messages()[-1]["text"] == "for all"
    count = len(sandbox.messages())
    press(delete_original=True)
    assert len(sandbox.messages()) == count


def respond(url: str, **body: Any) -> tuple[int, str]:
    status, text, _ = fetch(url, data=body)
    return status, text


def test_response_url_has_five_uses(sandbox: Sandbox, heard, connect: Connect) -> None:
    connect()
    url = sandbox.command("x", wait=False).response_url
    assert [respond(url, text=str(i)) for i in range(5)] == [(200, "ok")] * 5
    assert respond(url, text="6")[0] == 404
    assert "used_url" in respond(url, text="6")[1]
    assert respond(url + "x", text="1")[0] == 404


def test_response_url_has_half_an_hour(sandbox: Sandbox, heard, connect: Connect, clock: Clock) -> None:
    connect()
    url = sandbox.command("x", wait=False).response_url
    clock.forward(minutes=29)
    assert respond(url, text="1")[0] == 200
    clock.forward(minutes=2)
    assert "expired_url" in respond(url, text="2")[1]


def test_response_url_refuses_what_slack_refuses(sandbox: Sandbox, heard, connect: Connect) -> None:
    connect()
    url = sandbox.command("x", wait=False).response_url
    assert "no_text" in respond(url)[1]
    assert "invalid_blocks" in respond(url, blocks=[{"type": "nope"}])[1]
    assert "invalid_arguments" in respond(url, text="x", colour="red")[1]
    assert "invalid_response_type" in respond(url, text="x", response_type="loud")[1]
    assert [r["method"] for r in sandbox.refused] == ["response_url"] * 4
    url = sandbox.command("x", wait=False).response_url
    assert "message_not_found" in respond(url, delete_original=True)[1]
    assert "invalid_payload" in fetch(url, form="{")[1]
    assert "invalid_payload" in fetch(url, data=[1])[1]


def test_trigger_opens_once_and_soon(sandbox: Sandbox, client: WebClient, heard, connect: Connect, clock: Clock) -> None:
    connect()
    it = sandbox.command("x", wait=False)
    client.views_open(trigger_id=it.trigger_id, view=modal(section()))
    assert it.views[0]["callback_id"] == "form"
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        client.views_open(trigger_id=it.trigger_id, view=modal(section()))
    with pytest.raises(SlackApiError, match="invalid_trigger_id"):
        client.views_open(trigger_id="1.2.3", view=modal(section()))
    late = sandbox.command("x", wait=False)
    clock.forward(seconds=4)
    with pytest.raises(SlackApiError, match="expired_trigger_id"):
        client.views_open(trigger_id=late.trigger_id, view=modal(section()))


def opened(sandbox: Sandbox, client: WebClient, view: dict[str, Any]) -> dict[str, Any]:
    it = sandbox.command("x", wait=False)
    client.views_open(trigger_id=it.trigger_id, view=view)
    found = sandbox.modal()
    assert found is not None
    return found


def test_form_is_filled_and_submitted(sandbox: Sandbox, client: WebClient, heard, connect: Connect) -> None:
    connect()
    choice = field("c", "radio_buttons", options=[option("y"), option("n")], initial_option=option("y"))
    view = opened(sandbox, client, modal(field("a", max_length=5), choice, private_metadata="m"))
    assert view["state"]["values"]["b-c"]["c"]["selected_option"]["value"] == "y"
    assert sandbox.submit_view(view).form_errors == {"b-a": "Please complete this required field."}
    assert "at most 5" in sandbox.submit_view(view, {"a": "too long"}).form_errors["b-a"]
    it = sandbox.submit_view(view, {"a": "fine", "b-c": {"c": "n"}})
    assert it.error == ""
    body = heard[-1]
    assert body["type"] == "view_submission"
    assert body["view"]["state"]["values"]["b-a"]["a"] == {"type": "plain_text_input", "value": "fine"}
    assert body["view"]["state"]["values"]["b-c"]["c"]["selected_option"]["value"] == "n"
    assert body["view"]["private_metadata"] == "m"
    assert sandbox.modal() is None
    with pytest.raises(ActError, match="closed"):
        sandbox.submit_view(view)


def test_response_actions(sandbox: Sandbox, client: WebClient, app: App, connect: Connect) -> None:
    replies: list[dict[str, Any]] = []
    app.command("/denials")(lambda ack: ack())

    @app.view("form")
    def form(ack) -> None:
        ack(**replies.pop(0))

    connect()
    view = opened(sandbox, client, modal(field("a", optional=True)))

    def submit(**reply: Any) -> Any:
        replies.append(reply)
        return sandbox.submit_view(view)

    assert submit(response_action="errors", errors={"b-a": "no"}).form_errors == {"b-a": "no"}
    assert submit(response_action="errors", errors={"other": "no"}).error == "invalid_response_action_errors"
    assert submit(response_action="update", view=modal(field("a", optional=True), title={"type": "plain_text", "text": "New"})).views
    assert sandbox.modal()["title"]["text"] == "New"
    assert submit(response_action="update", view={"type": "modal"}).error == "invalid_arguments"
    assert submit(response_action="push", view=modal(section("second"))).views
    assert sandbox.modal()["previous_view_id"] == view["id"]
    assert submit(response_action="dance").error == "unknown_response_action"
    submit(response_action="clear")
    assert sandbox.modal() is None


def test_views_are_pushed_three_deep(sandbox: Sandbox, client: WebClient, heard, connect: Connect) -> None:
    connect()
    with pytest.raises(SlackApiError, match="not_found"):
        client.views_push(trigger_id=sandbox.command("x", wait=False).trigger_id, view=modal(section()))
    view = opened(sandbox, client, modal(actions(button("deeper")), notify_on_close=True))
    for _ in range(2):
        it = sandbox.click(view, "deeper")
        client.views_push(trigger_id=it.trigger_id, view=modal(actions(button("deeper"))))
    it = sandbox.click(view, "deeper")
    with pytest.raises(SlackApiError, match="push_limit_reached"):
        client.views_push(trigger_id=it.trigger_id, view=modal(section()))
    sandbox.close_view(sandbox.modal())
    assert len(sandbox.default.modals[sandbox.user_id("ana")]) == 2
    sandbox.close_view(sandbox.modal(), everything=True)
    assert heard[-1]["type"] == "view_closed"
    assert heard[-1]["is_cleared"] is True
    with pytest.raises(ActError, match="closed"):
        sandbox.click(view, "deeper")


def test_update_of_views(sandbox: Sandbox, client: WebClient, heard, connect: Connect) -> None:
    connect()
    view = opened(sandbox, client, modal(field("a", optional=True), external_id="ext"))
    new = client.views_update(external_id="ext", hash=view["hash"], view=modal(section("new"), external_id="ext"))["view"]
    assert new["id"] == view["id"]
    with pytest.raises(SlackApiError, match="hash_conflict"):
        client.views_update(view_id=view["id"], hash=view["hash"], view=modal(section()))
    with pytest.raises(SlackApiError, match="not_found"):
        client.views_update(view_id="V0", view=modal(section()))
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        client.views_update(view_id=view["id"], view={"type": "home", "blocks": []})
    it = sandbox.command("x", wait=False)
    ben = sandbox.command("x", user="ben", wait=False)
    with pytest.raises(SlackApiError, match="duplicate_external_id"):
        client.views_open(trigger_id=ben.trigger_id, view=modal(section(), external_id="ext"))
    client.views_open(trigger_id=it.trigger_id, view=modal(section("instead")))
    assert len(sandbox.default.modals[sandbox.user_id("ana")]) == 1


def test_app_home(sandbox: Sandbox, client: WebClient, heard, connect: Connect) -> None:
    connect()
    assert sandbox.open_home("cho") == ""
    assert "view" not in heard[-1]["event"]
    cho = sandbox.user_id("cho")
    home = {"type": "home", "blocks": [actions(button("edit"))]}
    first = client.views_publish(user_id=cho, view=home)["view"]
    client.views_publish(user_id=cho, view=home, hash=first["hash"])
    with pytest.raises(SlackApiError, match="hash_conflict"):
        client.views_publish(user_id=cho, view=home, hash=first["hash"])
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        client.views_publish(user_id="U0", view=home)
    sandbox.open_home("cho")
    assert heard[-1]["event"]["view"]["id"] == first["id"]
    sandbox.click(sandbox.home("cho"), "edit", user="cho")
    assert heard[-1]["container"] == {"type": "view", "view_id": first["id"]}
    assert sandbox.open_home("cho", tab="messages") == ""


def test_suggestions(sandbox: Sandbox, client: WebClient, app: App, connect: Connect) -> None:
    app.command("/denials")(lambda ack: ack())
    asked = []

    @app.options("company")
    def offer(ack, payload) -> None:
        asked.append(payload)
        ack(options=[option("7", "Nimbus Foods")])

    connect()
    view = opened(sandbox, client, modal(field("company", "external_select", min_query_length=2, optional=True)))
    assert sandbox.suggestions(view, "company", "n") == []
    found = sandbox.suggestions(view, "company", "nim")
    assert found[0]["text"]["text"] == "Nimbus Foods"
    assert (asked[0]["value"], asked[0]["block_id"]) == ("nim", "b-company")
    with pytest.raises(ActError, match="there are company"):
        sandbox.suggestions(view, "a", "nim")
    sent = client.chat_postMessage(
        channel="#newsroom", text="x", blocks=[actions({"type": "external_select", "action_id": "company"}, button())]
    )
    assert sandbox.suggestions(sandbox.messages()[0], "company", "nimbus")
    assert asked[-1]["container"]["message_ts"] == sent["ts"]
    with pytest.raises(ActError, match="it is a button"):
        sandbox.suggestions(sandbox.messages()[0], "go", "nim")


def test_shortcuts(sandbox: Sandbox, heard, connect: Connect) -> None:
    connect()
    sandbox.shortcut("denials_search", user="ben")
    assert heard[-1]["type"] == "shortcut"
    ts = sandbox.say("Nimbus is in talks, says a paper", user="cho")
    sandbox.shortcut("denials_track_message", message_ts=ts)
    assert heard[-1]["message"]["text"].startswith("Nimbus")
    with pytest.raises(ActError, match="no shortcut"):
        sandbox.shortcut("other")
    with pytest.raises(ActError, match="no message"):
        sandbox.shortcut("denials_track_message", message_ts="1.0")


def test_what_happens_around_the_app(sandbox: Sandbox, heard, connect: Connect) -> None:
    connect()
    sandbox.invite("deals", "ben")
    assert heard[-1]["event"]["inviter"] == sandbox.user_id("ben")
    sandbox.rename("deals", "bargains")
    assert heard[-1]["event"]["channel"]["name"] == "bargains"
    sandbox.kick("bargains")
    assert heard[-1]["event"]["type"] == "channel_left"
    count = len(heard)
    sandbox.archive("bargains")
    assert len(heard) == count  # the bot is no longer there
    desk = sandbox.add_channel("desk", private=True)
    sandbox.archive(desk)
    assert heard[-1]["event"]["type"] == "group_archive"
    sandbox.delete_channel("newsroom")
    assert heard[-1]["event"]["type"] == "channel_deleted"
    assert "subscribe" in sandbox.event("reaction_added")
    with pytest.raises(ActError, match="not in"):
        sandbox.kick("bargains")
    with pytest.raises(ActError, match="archived"):
        sandbox.say("x", "bargains")
    with pytest.raises(ActError, match="no message"):
        sandbox.delete_message("bargains", "1.0")


@pytest.mark.parametrize("tokens_first", [True, False])
def test_uninstall_sends_both_events(sandbox: Sandbox, heard, connect: Connect, tokens_first: bool) -> None:
    connect()
    sandbox.uninstall(tokens_first=tokens_first)
    kinds = sandbox.wait_for(lambda: len(heard) == 2 and [b["event"]["type"] for b in heard])
    assert kinds == (["tokens_revoked", "app_uninstalled"] if tokens_first else ["app_uninstalled", "tokens_revoked"])


def test_answer_in_an_acknowledgement_may_be_bad(sandbox: Sandbox, app: App, connect: Connect) -> None:
    app.command("/denials")(lambda ack: ack(blocks=[{"type": "nope"}]))
    connect()
    assert sandbox.command("x").error == "invalid_command_response"

