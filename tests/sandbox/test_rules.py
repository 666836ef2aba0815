"""Rules of a workspace or an app that few ever meet: plans, policies, distribution, events by the thousand."""

from __future__ import annotations

from datetime import timedelta

import pytest
from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.event_limits import EventLimits
from bot.sandbox.faults import PER_MINUTE, Rates
from bot.sandbox.limits import LIMITS
from bot.sandbox.methods import methods
from bot.sandbox.server import Sandbox
from tests.sandbox.tools import Clock, Connect, section

RICH = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]}]}


def test_a_free_plan_is_full_some_day(sandbox: Sandbox, client: WebClient, refused) -> None:
    sandbox.default.messages_left = 1
    client.chat_postMessage(channel="#newsroom", text="the last one")
    assert refused("chat.postMessage", channel="#newsroom", text="x")["error"] == "message_limit_exceeded"


def test_edits_have_their_time(sandbox: Sandbox, client: WebClient, refused, clock: Clock) -> None:
    sandbox.default.edit_minutes = 5
    sent = client.chat_postMessage(channel="#newsroom", text="x")
    at = {"channel": sent["channel"], "ts": sent["ts"]}
    clock.forward(minutes=4)
    client.chat_update(**at, text="y")
    clock.forward(minutes=2)
    assert refused("chat.update", **at, text="z")["error"] == "edit_window_closed"


def test_rich_text_stays_rich_text(client: WebClient, refused) -> None:
    sent = client.chat_postMessage(channel="#newsroom", text="x", blocks=[RICH])
    at = {"channel": sent["channel"], "ts": sent["ts"]}
    client.chat_update(**at, text="y", blocks=[RICH, section()])
    assert refused("chat.update", **at, text="y", blocks=[section()])["error"] == "block_mismatch"
    assert "blocks" not in client.chat_update(**at, text="only text", blocks=[])["message"]


def test_no_direct_messages_without_their_tab(sandbox: Sandbox, client: WebClient, refused) -> None:
    ben = sandbox.user_id("ben")
    direct = client.chat_postMessage(channel=ben, text="psst")["channel"]
    sandbox.hub.app.messages_tab = False
    for channel in (ben, direct):
        assert refused("chat.postMessage", channel=channel, text="x")["error"] == "messages_tab_disabled"


def test_channels_with_threads_only_or_without(sandbox: Sandbox, client: WebClient, refused) -> None:
    root = client.chat_postMessage(channel="#newsroom", text="root")["ts"]
    newsroom = sandbox.default.channel("newsroom")
    assert newsroom is not None
    for restriction, allowed in (
        ("restricted_action", {}), ("restricted_action_read_only_channel", {}),
        ("restricted_action_thread_only_channel", {"thread_ts": root}), ("restricted_action_non_threadable_channel", {"reply_broadcast": False}),
    ):  # fmt: skip
        newsroom.restriction = restriction
        for thread in ({}, {"thread_ts": root}):
            if allowed and ("thread_ts" in allowed) == bool(thread):
                client.chat_postMessage(channel="#newsroom", text="x", **thread)
            else:
                assert refused("chat.postMessage", channel="#newsroom", text="x", **thread)["error"] == restriction


@pytest.mark.parametrize("standing", ["token_expired", "team_access_not_granted"])
def test_tokens_that_do_not_count_here(sandbox: Sandbox, refused, standing: str) -> None:
    sandbox.revoke_token(standing)
    assert refused("chat.postMessage", channel="#newsroom", text="x")["error"] == standing


def test_history_of_a_distributed_app(sandbox: Sandbox, client: WebClient, clock: Clock) -> None:
    sandbox.hub.app.distributed = True
    for i in range(20):
        client.chat_postMessage(channel="#newsroom", text=str(i))
    channel = sandbox.channel_id("newsroom")
    assert len(client.conversations_history(channel=channel)["messages"]) == LIMITS["history.items"]
    sandbox.rates.on = True
    client.conversations_history(channel=channel)
    with pytest.raises(SlackApiError, match="ratelimited") as caught:
        client.conversations_history(channel=channel)
    assert 50 < int(caught.value.response.headers["Retry-After"]) <= 61
    clock.forward(seconds=61)
    client.conversations_history(channel=channel)


@pytest.mark.parametrize("name", sorted(methods()))
def test_each_method_has_its_tier(name: str) -> None:
    clock = Clock()
    rates, tier = Rates(clock), methods()[name].tier
    assert [rates.wait_for_call("xoxb", name, tier) for _ in range(PER_MINUTE[tier])] == [0] * PER_MINUTE[tier]
    assert 0 < rates.wait_for_call("xoxb", name, tier) <= 61
    assert rates.wait_for_call("xoxb of another team", name, tier) == 0
    clock.forward(seconds=61)
    assert rates.wait_for_call("xoxb", name, tier) == 0


def test_events_by_the_hour(sandbox: Sandbox, app: App, connect: Connect, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    seen = []
    app.event("channel_rename")(lambda event: seen.append(event))
    monkeypatch.setitem(LIMITS, "events.per_hour", 2)
    connect()
    assert [sandbox.event("channel_rename", channel={}) for _ in range(3)] == ["", "", "app_rate_limited"]
    clock.forward(minutes=61)
    assert sandbox.event("channel_rename", channel={}) == ""
    sandbox.wait_for(lambda: len(seen) == 3)


def test_events_nobody_takes_are_switched_off(sandbox: Sandbox, app: App, connect: Connect, clock: Clock) -> None:
    limits = EventLimits(clock)
    for taken in (*[True] * 49, *[False] * 950):
        limits.note(taken)
    assert not limits.disabled  # too few to be held against the app
    limits.note(False)
    assert limits.disabled
    old = EventLimits(clock)
    for _ in range(999):
        old.note(False)
    clock.ahead += timedelta(minutes=61)
    old.note(False)
    assert not old.disabled
    sandbox.hub.event_limits = limits
    assert "switched off" in sandbox.event("channel_rename", channel={})
