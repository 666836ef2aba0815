"""The Web API over real HTTP: arguments, tokens, scopes, channels, messages, pages of results."""

from __future__ import annotations

import base64
import json
import time

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.methods import methods
from bot.sandbox.server import Sandbox
from tests.sandbox.tools import SHARED, fetch, needs_shared, section


def test_who_am_i(sandbox: Sandbox, client: WebClient) -> None:
    found = client.auth_test()
    assert found["team"] == "Walkback Times"
    assert found["user_id"] == sandbox.default.bot_user
    assert "chat:write" in found.headers["X-OAuth-Scopes"]
    assert client.api_test()["ok"]


@pytest.mark.parametrize(
    ("token", "error"),
    [("", "not_authed"), ("xoxb-made-up", "invalid_auth")],
)
def test_tokens_that_are_none(sandbox: Sandbox, token: str, error: str) -> None:
    status, text, _ = fetch(f"{sandbox.url}auth.test", data={}, headers={"Authorization": f"Bearer {token}"} if token else {})
    assert (status, json.loads(text)) == (200, {"ok": False, "error": error})


@pytest.mark.parametrize(
    ("standing", "error"),
    [("token_revoked", "token_revoked"), ("account_inactive", "account_inactive"), ("uninstalled", "account_inactive")],
)
def test_tokens_that_were(sandbox: Sandbox, refused, standing: str, error: str) -> None:
    sandbox.revoke_token(standing)
    assert refused("auth.test")["error"] == error


def test_token_kinds_are_not_interchangeable(sandbox: Sandbox, client: WebClient) -> None:
    with pytest.raises(SlackApiError, match="not_allowed_token_type"):
        client.apps_connections_open(app_token=sandbox.bot_token)
    with pytest.raises(SlackApiError, match="not_allowed_token_type"):
        WebClient(token=sandbox.app_token, base_url=sandbox.url).auth_test()


def test_token_and_arguments_in_a_form_or_in_json(sandbox: Sandbox) -> None:
    form = f"token={sandbox.bot_token}&channel=%23newsroom&text=hello"
    assert json.loads(fetch(f"{sandbox.url}chat.postMessage", form=form)[1])["ok"]
    header = {"Authorization": f"Bearer {sandbox.bot_token}"}
    assert json.loads(fetch(f"{sandbox.url}chat.postMessage", data={"channel": "#newsroom", "text": "x"}, headers=header)[1])["ok"]
    bad = {**header, "Content-Type": "application/json"}
    assert json.loads(fetch(f"{sandbox.url}chat.postMessage", form="{", headers=bad)[1])["error"] == "invalid_json"
    assert json.loads(fetch(f"{sandbox.url}chat.postMessage", form="[]", headers=bad)[1])["error"] == "json_not_object"


def test_unknown_method_and_arguments(refused) -> None:
    assert refused("chat.shout")["error"] == "unknown_method"
    found = refused("chat.postMessage", channel="#newsroom", text="x", colour="red")
    assert found["error"] == "invalid_arguments"
    assert found["response_metadata"]["messages"] == ["[ERROR] no such argument: colour [json-pointer:/colour]"]
    found = refused("chat.postMessage", text="x")
    assert found["response_metadata"]["messages"] == ["[ERROR] missing required field: channel"]
    found = refused("conversations.history", channel="C1", limit="many", inclusive="maybe")
    assert len(found["response_metadata"]["messages"]) == 2


def test_a_method_without_json_does_not_see_it(sandbox: Sandbox) -> None:
    header = {"Authorization": f"Bearer {sandbox.bot_token}"}
    found = json.loads(fetch(f"{sandbox.url}conversations.info", data={"channel": "C1"}, headers=header)[1])
    assert found["response_metadata"]["messages"] == ["[ERROR] missing required field: channel"]


def test_every_method_of_the_table_is_there(sandbox: Sandbox, client: WebClient) -> None:
    for name in methods():
        answer = json.loads(fetch(f"{sandbox.url}{name}", data={}, headers={"Authorization": f"Bearer {sandbox.bot_token}"})[1])
        assert answer.get("error") != "unknown_method", name
        if name in ("auth.revoke", "apps.uninstall"):
            sandbox.default.standing = "active"


@needs_shared
@pytest.mark.parametrize("name", sorted(methods()))
def test_table_agrees_with_the_reference(name: str) -> None:
    path = SHARED / "methods" / f"{name}.json"
    if not path.is_file():
        pytest.skip("the reference of this method is not here")
    reference = json.loads(path.read_text("utf-8"))
    own = methods()[name]
    assert set(own.args) == set(reference["args"].get("properties", {})) - {"token"}
    assert set(own.required) == set(reference["args"].get("required", [])) - {"token"}
    assert set(own.scopes) == set(reference["scope"].get("bot", []))
    assert own.errors == set(reference.get("errors", {}))
    assert own.tier == reference["rate_limits"]
    assert own.json == reference.get("json_input_supported", False)


def test_missing_scope_says_what_is_needed(sandbox: Sandbox, client: WebClient, refused) -> None:
    sandbox.default.scopes = ("chat:write", "commands")
    found = refused("conversations.list")
    assert found["error"] == "missing_scope"
    assert found["provided"] == "chat:write,commands"
    assert "channels:read" in found["needed"]
    newsroom = sandbox.channel_id("newsroom")
    assert refused("users.info", user=sandbox.user_id("ana"))["needed"] == "users:read"
    assert refused("conversations.history", channel=newsroom)["error"] == "missing_scope"
    sandbox.default.scopes = ("groups:history",)
    assert refused("conversations.history", channel=newsroom)["needed"] == "channels:history"
    assert refused("chat.postMessage", channel=newsroom, text="x")["needed"] == "chat:write"


def test_where_the_bot_may_post(sandbox: Sandbox, client: WebClient, refused) -> None:
    hidden = sandbox.add_channel("board", bot=False, private=True)
    assert refused("chat.postMessage", channel=hidden, text="x")["error"] == "channel_not_found"
    assert refused("chat.postMessage", channel="#deals", text="x")["error"] == "not_in_channel"
    assert refused("chat.postMessage", channel="#nowhere", text="x")["error"] == "channel_not_found"
    sandbox.default.scopes += ("chat:write.public",)
    assert client.chat_postMessage(channel="#deals", text="x")["ok"]
    sandbox.archive("newsroom")
    assert refused("chat.postMessage", channel="#newsroom", text="x")["error"] == "is_archived"
    sandbox.archive("newsroom", False)
    sandbox.default.channel("newsroom").restriction = "restricted_action_read_only_channel"
    assert refused("chat.postMessage", channel="#newsroom", text="x")["error"] == "restricted_action_read_only_channel"
    sandbox.delete_channel("newsroom")
    assert refused("chat.postMessage", channel="#newsroom", text="x")["error"] == "channel_not_found"


def test_direct_message_by_the_users_id(sandbox: Sandbox, client: WebClient, refused) -> None:
    sent = client.chat_postMessage(channel=sandbox.user_id("ben"), text="psst")
    assert sent["channel"].startswith("D")
    assert sandbox.messages("dm", "ben")[0]["text"] == "psst"
    assert refused("conversations.open", users=sandbox.user_id("ben"))["needed"] == "channels:manage,groups:write,im:write,mpim:write"
    sandbox.default.scopes += ("im:write",)
    opened = client.conversations_open(users=sandbox.user_id("ben"))
    assert opened["channel"]["id"] == sent["channel"]
    assert client.conversations_open(channel=sent["channel"], return_im=True)["channel"]["is_im"]
    assert refused("conversations.open")["error"] == "users_list_not_supplied"
    assert refused("conversations.open", users="U0")["error"] == "user_not_found"
    newsroom = sandbox.channel_id("newsroom")
    assert refused("conversations.open", channel=newsroom)["error"] == "method_not_supported_for_channel_type"


def test_text_is_kept_as_slack_keeps_it(client: WebClient) -> None:
    sent = client.chat_postMessage(channel="#newsroom", text="a & b &amp; <x> <https://a.example|A> <@U1> 1 > 0\n> quoted")
    assert sent["message"]["text"] == "a &amp; b &amp; &lt;x&gt; <https://a.example|A> <@U1> 1 &gt; 0\n> quoted"
    assert len(client.chat_postMessage(channel="#newsroom", text="x" * 40_001)["message"]["text"]) == 40_000


def test_nothing_to_say(client: WebClient, refused) -> None:
    for empty in ({}, {"text": ""}, {"text": "  "}, {"blocks": []}):
        assert refused("chat.postMessage", channel="#newsroom", **empty)["error"] == "no_text"
    assert client.chat_postMessage(channel="#newsroom", blocks=[section()])["warning"] == "missing_text_in_message"
    assert client.chat_postMessage(channel="#newsroom", attachments=[{"text": "old"}])["message"]["attachments"][0]["fallback"] == "old"


def test_blocks_get_ids_and_flags(client: WebClient) -> None:
    sent = client.chat_postMessage(channel="#newsroom", text="x", blocks=json.dumps([section()]))
    block = sent["message"]["blocks"][0]
    assert block["block_id"]
    assert block["text"]["verbatim"] is False


def test_thread_and_its_counts(sandbox: Sandbox, client: WebClient) -> None:
    root = client.chat_postMessage(channel="#newsroom", text="root")["ts"]
    reply = client.chat_postMessage(channel="#newsroom", text="one", thread_ts=root)
    assert reply["message"]["thread_ts"] == root
    loud = client.chat_postMessage(channel="#newsroom", text="two", thread_ts=root, reply_broadcast=True)
    assert loud["message"]["subtype"] == "thread_broadcast"
    shown = sandbox.messages()
    assert [m["text"] for m in shown] == ["root", "two"]
    assert (shown[0]["reply_count"], shown[0]["latest_reply"]) == (2, loud["ts"])
    client.chat_delete(channel=reply["channel"], ts=loud["ts"])
    assert sandbox.messages()[0]["reply_count"] == 1


def test_reply_to_a_deleted_root_is_not_threaded(sandbox: Sandbox, client: WebClient, refused) -> None:
    sent = client.chat_postMessage(channel="#newsroom", text="root")
    sandbox.delete_message("newsroom", sent["ts"])
    stray = client.chat_postMessage(channel="#newsroom", text="reply", thread_ts=sent["ts"])
    assert "thread_ts" not in stray["message"]
    assert refused("conversations.replies", channel=sent["channel"], ts=sent["ts"])["error"] == "thread_not_found"


def test_threads_that_take_no_reply(sandbox: Sandbox, client: WebClient, refused) -> None:
    root = client.chat_postMessage(channel="#newsroom", text="root")["ts"]
    reply = client.chat_postMessage(channel="#newsroom", text="one", thread_ts=root)["ts"]
    assert refused("chat.postMessage", channel="#newsroom", text="x", thread_ts=reply)["error"] == "cannot_reply_to_message"
    sandbox.default.channel("newsroom").locked_threads.add(root)
    assert refused("chat.postMessage", channel="#newsroom", text="x", thread_ts=root)["error"] == "restricted_action_thread_locked"


def test_metadata(sandbox: Sandbox, client: WebClient, refused) -> None:
    metadata = {"event_type": "walkback", "event_payload": {"keys": ["k1", "k2"]}}
    sent = client.chat_postMessage(channel="#newsroom", text="x", metadata=metadata)
    channel, ts = sent["channel"], sent["ts"]
    assert sent["message"]["metadata"] == metadata
    assert "metadata" not in client.conversations_history(channel=channel)["messages"][0]
    assert client.conversations_history(channel=channel, include_all_metadata=True)["messages"][0]["metadata"] == metadata
    client.chat_update(channel=channel, ts=ts, text="y")
    assert sandbox.messages()[0]["metadata"] == metadata
    client.chat_update(channel=channel, ts=ts, text="y", metadata={})
    assert "metadata" not in sandbox.messages()[0]
    for bad in ({"event_type": "x"}, {"event_type": "", "event_payload": {}}, "{", [1], {**metadata, "more": 1}):
        assert refused("chat.postMessage", channel="#newsroom", text="x", metadata=bad)["error"] == "invalid_metadata_format"
    huge = {"event_type": "x", "event_payload": {"k": "x" * 9000}}
    assert refused("chat.postMessage", channel="#newsroom", text="x", metadata=huge)["error"] == "metadata_too_large"


def test_update_rules(sandbox: Sandbox, client: WebClient, refused) -> None:
    sent = client.chat_postMessage(channel="#newsroom", text="x", blocks=[section("old")], attachments=[{"text": "a"}])
    at = {"channel": sent["channel"], "ts": sent["ts"]}
    kept = client.chat_update(**at, text="only text")["message"]
    assert kept["blocks"][0]["text"]["text"] == "old"
    assert kept["edited"]["user"] == sandbox.default.bot_user
    changed = client.chat_update(**at, text="t", blocks=[], attachments=[])["message"]
    assert "blocks" not in changed
    assert "attachments" not in changed
    assert refused("chat.update", **at)["error"] == "no_text"
    assert refused("chat.update", **at, text="x" * 4001)["error"] == "msg_too_long"
    assert refused("chat.update", channel=at["channel"], ts="1.0", text="x")["error"] == "message_not_found"
    assert refused("chat.update", channel="#newsroom", ts=at["ts"], text="x")["error"] == "channel_not_found"
    assert refused("chat.update", **at, reply_broadcast=True)["error"] == "cant_broadcast_message"
    assert refused("chat.update", **at, reply_broadcast=True, text="x")["error"] == "no_dual_broadcast_content_update"
    theirs = sandbox.say("mine", user="ben")
    assert refused("chat.update", channel=at["channel"], ts=theirs, text="x")["error"] == "cant_update_message"
    assert refused("chat.delete", channel=at["channel"], ts=theirs)["error"] == "cant_delete_message"
    sandbox.archive("newsroom")
    assert refused("chat.update", **at, text="x")["error"] == "is_inactive"


def test_a_reply_is_broadcast_afterwards(sandbox: Sandbox, client: WebClient) -> None:
    root = client.chat_postMessage(channel="#newsroom", text="root")
    reply = client.chat_postMessage(channel="#newsroom", text="r", thread_ts=root["ts"])
    client.chat_update(channel=root["channel"], ts=reply["ts"], reply_broadcast=True)
    assert [m["text"] for m in sandbox.messages()] == ["root", "r"]


def test_markdown_text(client: WebClient, refused) -> None:
    sent = client.api_call("chat.postMessage", json={"channel": "#newsroom", "markdown_text": "**x**"})
    assert sent["message"]["blocks"][0]["type"] == "markdown"
    both = {"channel": "#newsroom", "markdown_text": "x", "text": "y"}
    assert refused("chat.postMessage", **both)["error"] == "markdown_text_conflict"
    assert refused("chat.postMessage", channel="#newsroom", markdown_text="x" * 12_001)["error"] == "msg_too_long"


def test_another_name_needs_its_scope(sandbox: Sandbox, client: WebClient, refused) -> None:
    assert refused("chat.postMessage", channel="#newsroom", text="x", username="Other")["needed"] == "chat:write.customize"
    sandbox.default.scopes += ("chat:write.customize",)
    assert client.chat_postMessage(channel="#newsroom", text="x", username="Other")["message"]["username"] == "Other"


def test_ephemeral_goes_to_a_member_only(sandbox: Sandbox, client: WebClient, refused) -> None:
    ben = sandbox.user_id("ben")
    client.chat_postEphemeral(channel="#newsroom", user=ben, text="psst", thread_ts="1.0")
    assert sandbox.ephemerals("newsroom", "ben")[0]["text"] == "psst"
    assert sandbox.messages() == []
    assert refused("chat.postEphemeral", channel="#newsroom", user="U0", text="x")["error"] == "user_not_in_channel"


def test_permalink_leads_to_the_page(sandbox: Sandbox, client: WebClient, refused) -> None:
    root = client.chat_postMessage(channel="#newsroom", text="root")
    reply = client.chat_postMessage(channel="#newsroom", text="deep down", thread_ts=root["ts"])
    link = client.chat_getPermalink(channel=root["channel"], message_ts=reply["ts"])["permalink"]
    assert "deep down" in fetch(link)[1]
    assert refused("chat.getPermalink", channel=root["channel"], message_ts="1.0")["error"] == "message_not_found"


def test_scheduled(client: WebClient, refused, sandbox: Sandbox) -> None:
    later = int(time.time()) + 600
    assert client.chat_scheduleMessage(channel="#newsroom", text="x", post_at=later)["post_at"] == later
    assert refused("chat.scheduleMessage", channel="#newsroom", text="x", post_at=1)["error"] == "time_in_past"
    assert refused("chat.scheduleMessage", channel="#newsroom", text="x", post_at=later * 2)["error"] == "time_too_far"


def test_history_by_pages_and_bounds(sandbox: Sandbox, client: WebClient, refused) -> None:
    stamps = [client.chat_postMessage(channel="#newsroom", text=str(i))["ts"] for i in range(5)]
    channel = sandbox.channel_id("newsroom")
    seen = [m["text"] for page in client.conversations_history(channel=channel, limit=2) for m in page["messages"]]
    assert seen == ["4", "3", "2", "1", "0"]
    between = client.conversations_history(channel=channel, oldest=stamps[1], latest=stamps[3])["messages"]
    assert [m["text"] for m in between] == ["2"]
    between = client.conversations_history(channel=channel, oldest=stamps[1], latest=stamps[3], inclusive=True)["messages"]
    assert [m["text"] for m in between] == ["3", "2", "1"]
    assert refused("conversations.history", channel=channel, cursor="!!")["error"] == "invalid_cursor"
    far = base64.b64encode(b"from:99").decode()
    assert refused("conversations.history", channel=channel, cursor=far)["error"] == "invalid_cursor"
    assert refused("conversations.history", channel=channel, limit=0)["error"] == "invalid_limit"
    assert refused("conversations.history", channel=channel, oldest="yesterday")["error"] == "invalid_ts_oldest"
    sandbox.kick("newsroom")
    assert refused("conversations.history", channel=channel)["error"] == "not_in_channel"


def test_history_asks_for_a_channel_that_is_seen(sandbox: Sandbox, refused) -> None:
    hidden = sandbox.add_channel("board", bot=False, private=True)
    for channel in (hidden, "C0NOWHERE", "#newsroom"):
        assert refused("conversations.history", channel=channel)["error"] == "channel_not_found"
        assert refused("conversations.replies", channel=channel, ts="1.0")["error"] == "channel_not_found"


def test_replies_start_with_their_root(sandbox: Sandbox, client: WebClient) -> None:
    root = client.chat_postMessage(channel="#newsroom", text="root")
    for i in range(3):
        client.chat_postMessage(channel="#newsroom", text=str(i), thread_ts=root["ts"])
    pages = client.conversations_replies(channel=root["channel"], ts=root["ts"], limit=2)
    assert [[m["text"] for m in p["messages"]] for p in pages] == [["root", "0", "1"], ["root", "2"]]


def test_channels_that_are_listed(sandbox: Sandbox, client: WebClient, refused) -> None:
    sandbox.add_channel("board", bot=False, private=True)
    sandbox.add_channel("desk", private=True)
    both = client.conversations_list(types="public_channel,private_channel")["channels"]
    assert [c["name"] for c in both] == ["newsroom", "deals", "desk"]
    assert [c["is_member"] for c in both] == [True, False, True]
    mine = client.users_conversations(types="public_channel")["channels"]
    assert [c["name"] for c in mine] == ["newsroom"]
    sandbox.archive("deals")
    assert len(client.conversations_list(exclude_archived=True)["channels"]) == 1
    found = client.conversations_info(channel=sandbox.channel_id("newsroom"), include_num_members=True)["channel"]
    assert found["num_members"] == 4
    assert refused("conversations.list", types="secret")["error"] == "invalid_types"


def test_join(sandbox: Sandbox, client: WebClient, refused) -> None:
    deals = sandbox.channel_id("deals")
    assert refused("conversations.join", channel=deals)["needed"] == "channels:join"
    sandbox.default.scopes += ("channels:join",)
    assert client.conversations_join(channel=deals)["channel"]["is_member"]
    assert client.conversations_join(channel=deals)["warning"] == "already_in_channel"
    private = sandbox.add_channel("desk", private=True)
    assert refused("conversations.join", channel=private)["error"] == "method_not_supported_for_channel_type"
    sandbox.archive("deals")
    assert refused("conversations.join", channel=deals)["error"] == "is_archived"


def test_reactions(sandbox: Sandbox, client: WebClient, refused) -> None:
    sandbox.default.scopes += ("reactions:write",)
    sent = client.chat_postMessage(channel="#newsroom", text="x")
    at = {"channel": sent["channel"], "timestamp": sent["ts"]}
    client.reactions_add(name="eyes", **at)
    assert sandbox.messages()[0]["reactions"][0]["count"] == 1
    assert refused("reactions.add", name="eyes", **at)["error"] == "already_reacted"
    assert refused("reactions.add", name="NOT ONE", **at)["error"] == "invalid_name"
    assert refused("reactions.add", name="eyes", channel=sent["channel"], timestamp="1.0")["error"] == "message_not_found"


def test_people_team_and_bot(sandbox: Sandbox, client: WebClient) -> None:
    ana = client.users_info(user=sandbox.user_id("ana"), include_locale=True)["user"]
    assert (ana["is_admin"], ana["tz"], ana["locale"]) == (True, "Europe/Berlin", "en-US")
    with pytest.raises(SlackApiError, match="user_not_found"):
        client.users_info(user="U0")
    assert client.bots_info(bot=sandbox.default.bot_id)["bot"]["user_id"] == sandbox.default.bot_user
    with pytest.raises(SlackApiError, match="bot_not_found"):
        client.bots_info(bot="B0")
    sandbox.default.scopes += ("team:read",)
    assert client.team_info()["team"]["name"] == "Walkback Times"
    with pytest.raises(SlackApiError, match="team_not_found"):
        client.team_info(team="T0")
    with pytest.raises(SlackApiError, match="nope"):
        client.api_test(error="nope")


def test_revoke_and_uninstall(sandbox: Sandbox, client: WebClient) -> None:
    assert client.auth_revoke(test=True)["revoked"] is False
    assert client.auth_revoke()["revoked"] is True
    with pytest.raises(SlackApiError, match="token_revoked"):
        client.auth_test()
    sandbox.default.standing = "active"
    app = sandbox.hub.app
    with pytest.raises(SlackApiError, match="bad_client_secret"):
        client.apps_uninstall(client_id=app.client_id, client_secret="x")
    with pytest.raises(SlackApiError, match="invalid_client_id"):
        client.apps_uninstall(client_id="x", client_secret="x")
    assert client.apps_uninstall(client_id=app.client_id, client_secret=app.client_secret)["ok"]
    with pytest.raises(SlackApiError, match="account_inactive"):
        client.auth_test()


def test_other_hosts_and_sites_stay_out(sandbox: Sandbox) -> None:
    assert fetch(f"{sandbox.url}api.test", data={}, headers={"Host": "evil.example"})[0] == 403
    assert fetch(f"{sandbox.url}api.test", data={}, headers={"Origin": "https://evil.example"})[0] == 403

