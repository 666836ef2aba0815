"""The outbox against a real workspace over HTTP, with everything that goes wrong on the way."""

from __future__ import annotations

import json
import socket
import threading
from datetime import timedelta
from urllib.error import URLError

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.tell import cards, trace
from bot.tell.alerts import Change
from bot.tell.calls import trouble
from bot.tell.delivery import Delivery
from bot.tell.poster import Poster
from bot.tell.sender import Sender
from store.engine import StoreError, iso
from tests.merging import merge
from tests.tell.conftest import Desk


def shown(message: dict) -> str:
    """Everything a reader of the message's blocks sees."""

    def walk(value: object) -> str:
        if isinstance(value, dict):
            own = value["text"] if isinstance(value.get("text"), str) else ""
            return own + "".join(walk(v) for v in value.values() if not isinstance(v, str))
        return "".join(map(walk, value)) if isinstance(value, list) else ""

    return walk(message.get("blocks") or [])


def key_of(message: dict) -> str:
    return message["metadata"]["event_payload"]["key"]


def test_a_new_case_is_one_root_card_in_each_channel_that_follows(desk: Desk) -> None:
    desk.follow("Quillon Semiconductor")
    other = desk.sandbox.add_channel("desk-two")
    desk.follow(channel=other)
    desk.sandbox.add_channel("quiet")
    desk.story.case()
    assert desk.story.tell() == 4
    assert desk.post() == 2
    for channel in ("newsroom", "desk-two"):
        (root,) = desk.roots(channel)
        assert "There is no truth in this report whatsoever." in shown(root)
        assert "Open: nothing confirmed or refuted so far" in shown(root)
        assert root["metadata"]["event_type"] == "walkback_alert"
        assert set(root["metadata"]["event_payload"]) == {"key", "alerts", "case", "revision"}
        assert desk.replies(root, channel) == []
    assert desk.sandbox.messages("quiet") == []
    assert desk.states() == {"sent": 4}
    assert desk.post() == 0


def test_later_news_goes_into_the_thread_and_the_root_is_edited(desk: Desk) -> None:
    desk.follow()
    case = desk.story.case()
    desk.post()
    desk.story.answer(case, "Arden Bank")
    desk.post()
    (root,) = desk.roots()
    (reply,) = desk.replies(root)
    assert "We do not comment on rumours." in shown(reply)
    assert reply.get("subtype") is None, "an answer alone is not broadcast"
    desk.story.bearing(case)
    desk.post()
    channel = desk.roots()
    assert [m.get("subtype") for m in channel] == [None, "thread_broadcast"]
    assert "Undercut: later evidence" in shown(channel[0])
    assert len(desk.sandbox.edits("newsroom", root["ts"])) >= 1
    news = desk.replies(root)[-1]
    assert "Open → Undercut" in shown(news)
    assert "Quillon said it has agreed to sell its foundry." in shown(news)
    assert "“The company announced it.”" not in shown(news), "a reason is never quoted"


def test_a_burst_becomes_one_message_that_carries_all_keys(desk: Desk) -> None:
    desk.follow()
    case = desk.story.case()
    desk.post()
    for n in range(7):
        desk.story.answer(case, f"Partner {n}")
    desk.story.tell()
    desk.poster.tick()
    (root,) = desk.roots()
    (reply,) = desk.replies(root)
    assert len(reply["metadata"]["event_payload"]["alerts"]) == 7
    assert "2 more reports" in shown(reply)


def test_the_root_goes_first_however_much_waits(desk: Desk) -> None:
    desk.follow()
    case = desk.story.case()
    desk.clock.pass_(days=3)
    desk.story.bearing(case)
    desk.post()
    (root,) = [m for m in desk.roots() if not m.get("thread_ts") or m["thread_ts"] == m["ts"]]
    assert "Undercut" in shown(root)
    (reply,) = desk.replies(root)
    assert "Northgate Ledger undercuts the denial" in shown(reply)


@pytest.mark.parametrize("kind", ["drop_after", "drop_before", "500"])
def test_a_broken_connection_never_posts_twice_and_loses_nothing(desk: Desk, kind: str) -> None:
    desk.follow()
    case = desk.story.case()
    desk.sandbox.fault("chat.postMessage", kind)
    desk.story.tell()
    desk.poster.tick()
    assert desk.states() == {"unknown": 2}
    assert desk.poster.tick() == 0, "the case waits until it is known whether the root arrived"
    desk.clock.pass_(seconds=10)
    desk.post()
    assert len(desk.roots()) == 1
    assert desk.states() == {"sent": 2}
    desk.story.answer(case, "Arden Bank")
    desk.sandbox.fault("chat.postMessage", kind)
    desk.story.tell()
    desk.poster.tick()
    desk.clock.pass_(seconds=10)
    desk.post()
    (root,) = desk.roots()
    assert len(desk.replies(root)) == 1
    assert desk.states() == {"sent": 3}


def test_after_a_crash_between_call_and_commit_the_message_is_found(desk: Desk) -> None:
    desk.follow()
    desk.story.case()
    desk.story.tell()

    class Killed(BaseException):
        pass

    def dying(*_: object) -> None:
        raise Killed

    rows = desk.ledger.outbox.due_alerts(desk.clock())
    delivery = Delivery(desk.ledger, desk.client, desk.settings, desk.clock, desk.team, desk.room)
    delivery.sender.arrived = dying  # type: ignore[method-assign]
    with pytest.raises(Killed):
        delivery.post_next(rows)
    assert desk.states() == {"sending": 2}
    later = Poster(desk.ledger, lambda team: desk.client, desk.settings, desk.clock)
    assert later.tick() == 0
    desk.clock.pass_(seconds=60)
    later.tick()
    assert desk.states() == {"sent": 2}
    assert len(desk.roots()) == 1
    thread = desk.ledger.outbox.thread(1, desk.team, desk.room)
    assert thread
    assert thread["root_ts"] == desk.roots()[0]["ts"]


def test_what_is_posted_is_logged_with_its_names(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.follow()
    case = desk.story.case()
    desk.sandbox.fault("chat.postMessage", "429", seconds=1)
    with caplog.at_level("INFO", "bot.tell"):
        desk.post()
        desk.clock.pass_(seconds=5)
        desk.post()
    refused, posted = [r.__dict__ for r in caplog.records if r.__dict__.get("event") in ("posted", "not posted")]
    assert (refused["event"], refused["error"], refused["channel"]) == ("not posted", "ratelimited", desk.room)
    assert (posted["case"], posted["team"], posted["news"]) == (case, desk.team, ["response", "root"])
    assert posted["key"] == key_of(desk.roots()[0])


def test_too_many_requests_waits_as_long_as_slack_says(desk: Desk) -> None:
    desk.follow()
    desk.story.case()
    desk.sandbox.fault("chat.postMessage", "429", seconds=30)
    desk.story.tell()
    assert desk.poster.tick() == 0
    assert desk.states() == {"pending": 2}
    desk.clock.pass_(seconds=20)
    assert desk.poster.tick() == 0
    desk.clock.pass_(seconds=11)
    assert desk.poster.tick() == 1


def test_one_throttled_channel_does_not_hold_up_another(desk: Desk) -> None:
    desk.follow()
    other = desk.sandbox.add_channel("desk-two")
    desk.follow(channel=other)
    desk.story.case()
    desk.sandbox.fault("chat.postMessage", "429", seconds=300)
    desk.post()
    assert len(desk.roots()) + len(desk.roots("desk-two")) == 1


def test_a_deleted_root_is_begun_again_and_nothing_is_lost(desk: Desk) -> None:
    desk.follow()
    case = desk.story.case()
    desk.post()
    (root,) = desk.roots()
    desk.sandbox.delete_message("newsroom", root["ts"])
    desk.story.answer(case, "Arden Bank")
    desk.post()
    (fresh,) = desk.roots()
    assert fresh["ts"] != root["ts"]
    assert "There is no truth in this report whatsoever." in shown(fresh), "the stray became the card"
    (reply,) = desk.replies(fresh)
    assert "We do not comment on rumours." in shown(reply)
    assert set(desk.states()) == {"sent"}


def test_a_deleted_root_noticed_by_an_edit_gets_a_new_thread_with_the_next_news(desk: Desk) -> None:
    desk.follow()
    case = desk.story.case()
    desk.post()
    desk.sandbox.delete_message("newsroom", desk.roots()[0]["ts"])
    desk.story.status(case, "stale")
    desk.story.told.clear()
    desk.poster.tick()
    assert desk.roots() == []
    desk.story.bearing(case)
    desk.post()
    root = desk.roots()[0]
    assert "Undercut" in shown(root)
    assert len(desk.replies(root)) == 1


@pytest.mark.parametrize("trouble_", ["archived", "kicked", "deleted"])
def test_a_channel_that_does_not_take_us_is_paused_and_its_asker_told(desk: Desk, trouble_: str) -> None:
    room = desk.sandbox.add_channel("side", private=True)
    desk.follow(channel=room)
    desk.story.case()
    {"archived": desk.sandbox.archive, "kicked": desk.sandbox.kick, "deleted": desk.sandbox.delete_channel}[trouble_]("side")
    desk.post()
    channel = desk.ledger.outbox.channel(desk.team, room)
    assert channel
    assert channel["state"] == "paused"
    (told,) = desk.sandbox.messages("dm", "ben")
    assert "I stopped posting in" in told["text"]
    desk.story.case("Arden Bank")
    assert desk.story.tell() == 0, "a paused channel is not told"


def test_a_revoked_token_stops_everything_and_says_what_to_do(desk: Desk) -> None:
    desk.follow()
    desk.story.case()
    desk.sandbox.revoke_token()
    desk.post(3)
    installed = desk.ledger.outbox.installation(desk.team)
    assert installed
    assert installed["state"] == "inactive"
    assert desk.states() == {"pending": 2}
    assert "SLACK_BOT_TOKEN" in desk.ledger.wire.problems()[0]["message"]
    desk.sandbox.revoke_token("active")
    desk.ledger.outbox.save_installation(desk.team, now=desk.clock(), state="active")
    desk.clock.pass_(minutes=11)
    desk.post()
    assert len(desk.roots()) == 1


def test_refused_blocks_are_sent_as_plain_text_and_noted(desk: Desk) -> None:
    desk.follow()
    desk.story.case()
    desk.sandbox.fault("chat.postMessage", "error", error="invalid_blocks")
    desk.post()
    (root,) = desk.roots()
    assert not root.get("blocks")
    assert "There is no truth in this report whatsoever." in root["text"]
    assert "invalid_blocks" in desk.ledger.wire.problems()[0]["message"]


def test_while_slack_is_down_alerts_wait(desk: Desk) -> None:
    desk.follow()
    for n in range(3):
        desk.story.case(f"Company {n}")
    desk.story.tell()
    up = desk.client
    down = WebClient(token=desk.sandbox.bot_token, base_url="http://127.0.0.1:9/api/", timeout=1, retry_handlers=[])
    desk.client = down
    for _ in range(3):
        assert desk.poster.tick() == 0
        desk.clock.pass_(seconds=30)
    assert desk.states() == {"pending": 6}
    desk.client = up
    desk.post()
    assert len(desk.roots()) == 3


def blind(desk: Desk) -> int:
    """A case whose root may or may not have arrived, in a workspace that lets nobody look."""
    scopes(desk)
    desk.with_settings(admins=(desk.sandbox.user_id("ana"),))
    desk.follow()
    case = desk.story.case()
    desk.sandbox.fault("chat.postMessage", "drop_before")
    desk.post()
    desk.clock.pass_(seconds=30)
    desk.post()
    assert desk.states()["unknown"] == 2
    return case


def scopes(desk: Desk, *more: str) -> None:
    given = ("chat:write", "commands", "channels:read", "groups:read", *more)
    desk.sandbox.read(lambda: setattr(desk.sandbox.default, "scopes", given))


def test_without_the_right_to_look_an_admin_is_asked_once(desk: Desk) -> None:
    blind(desk)
    (asked,) = desk.sandbox.messages("dm", "ana")
    assert "may or may not have arrived" in asked["text"]
    assert "channels:history" in asked["text"]
    for _ in range(3):
        desk.clock.pass_(hours=23)
        desk.post()
    assert desk.roots() == [], "what may have arrived is never said again by itself"
    assert len(desk.sandbox.messages("dm", "ana")) == 1


def test_a_root_that_nobody_can_find_holds_up_its_case_for_a_day_only(desk: Desk) -> None:
    case = blind(desk)
    desk.story.answer(case, "Arden Bank")
    desk.post()
    assert desk.roots() == []
    desk.clock.pass_(days=1)
    desk.post()
    (root,) = desk.roots()
    assert "There is no truth in this report whatsoever." in shown(root)
    assert desk.states()["unknown"] == 2


def test_once_the_right_to_look_is_given_it_is_looked_for_again(desk: Desk) -> None:
    blind(desk)
    scopes(desk, "channels:history", "groups:history")
    desk.clock.pass_(hours=2)
    desk.post()
    assert desk.states() == {"sent": 3}
    assert len(desk.roots()) == 1


def test_a_root_found_late_does_not_take_the_place_of_the_thread_that_was_begun_since(desk: Desk) -> None:
    scopes(desk)
    desk.follow()
    case = desk.story.case()
    desk.sandbox.fault("chat.postMessage", "drop_after")
    desk.post()
    desk.clock.pass_(days=2)
    desk.story.answer(case, "Arden Bank")
    desk.post()
    lost, begun = desk.roots()
    scopes(desk, "channels:history", "groups:history")
    desk.clock.pass_(hours=2)
    desk.post()
    assert set(desk.states()) == {"sent"}
    thread = desk.ledger.outbox.thread(case, desk.team, desk.room)
    assert thread
    assert thread["root_ts"] == begun["ts"]
    assert [m["ts"] for m in desk.roots()] == [lost["ts"], begun["ts"]]


def test_looking_waits_as_long_as_slack_says(desk: Desk) -> None:
    desk.follow()
    desk.story.case()
    desk.sandbox.fault("chat.postMessage", "drop_after")
    desk.sandbox.fault("conversations.history", "429", seconds=120)
    desk.story.tell()
    desk.poster.tick()
    desk.clock.pass_(seconds=20)
    desk.poster.tick()
    asked = desk.sandbox.calls
    for _ in range(4):
        desk.clock.pass_(seconds=20)
        desk.poster.tick()
    assert desk.sandbox.calls == asked
    desk.clock.pass_(seconds=60)
    desk.poster.tick()
    assert desk.states() == {"sent": 2}


def test_a_token_that_was_revoked_is_noticed_by_looking(desk: Desk) -> None:
    desk.follow()
    desk.story.case()
    desk.sandbox.fault("chat.postMessage", "drop_after")
    desk.story.tell()
    desk.poster.tick()
    desk.sandbox.revoke_token()
    desk.clock.pass_(seconds=60)
    desk.poster.tick()
    asked = desk.sandbox.calls
    desk.poster.tick()
    installed = desk.ledger.outbox.installation(desk.team)
    assert installed
    assert installed["state"] == "inactive"
    assert desk.sandbox.calls == asked
    assert desk.states() == {"unknown": 2}


def test_news_that_changed_back_before_it_was_posted_is_not_posted(desk: Desk) -> None:
    desk.follow()
    case = desk.story.case()
    desk.post()
    article = desk.story.bearing(case)
    desk.story.tell()
    desk.ledger.cases.drop_bearing(f"r-{case}", article)
    desk.story.status(case, "open", article)
    desk.story.told = [Change(case, "withdrawn", article, f"r-{case}", "undercuts", ""), desk.story.told[-1]]
    desk.post()
    (root,) = desk.roots()
    assert desk.replies(root) == []
    assert "Open:" in shown(root)


def test_what_was_said_is_taken_back_where_it_was_said(desk: Desk) -> None:
    desk.follow()
    case = desk.story.case()
    article = desk.story.bearing(case)
    desk.post()
    desk.ledger.cases.drop_bearing(f"r-{case}", article)
    desk.story.status(case, "open", article)
    desk.story.told.insert(0, Change(case, "withdrawn", article, f"r-{case}", "undercuts", ""))
    desk.post()
    root = desk.roots()[0]
    last = desk.replies(root)[-1]
    assert "Correction." in shown(last)
    assert "I take that back" in shown(last)
    assert "Undercut → Open" in shown(last)
    assert desk.replies(root)[-1].get("subtype") == "thread_broadcast"
    assert "Open:" in shown(desk.roots()[0])


def test_a_muted_case_is_left_alone(desk: Desk) -> None:
    desk.follow()
    case = desk.story.case()
    desk.post()
    desk.story.answer(case, "Arden Bank")
    desk.story.tell()
    desk.ledger.outbox.set_thread(case, desk.team, desk.room, now=desk.clock(), muted_until="9999-12-31T00:00:00Z")
    desk.post()
    assert desk.replies(desk.roots()[0]) == []
    desk.story.bearing(case)
    assert desk.story.tell() == 0


def test_a_muted_case_still_takes_back_what_was_said(desk: Desk) -> None:
    desk.follow()
    case = desk.story.case()
    desk.post()
    article = desk.story.bearing(case)
    desk.post()
    desk.ledger.outbox.set_thread(case, desk.team, desk.room, now=desk.clock(), muted_until="9999-12-31T00:00:00Z")
    desk.story.told.append(Change(case, "withdrawn", article, f"r-{case}", "undercuts"))
    desk.post()
    assert "I take that back" in shown(desk.replies(desk.roots()[0])[-1])


def test_after_a_merge_the_old_thread_goes_on(desk: Desk) -> None:
    desk.follow()
    first, second = desk.story.case(), desk.story.case(statement="Quillon is in talks to sell its foundry")
    desk.story.told = desk.story.told[:1]
    desk.post()
    merge(desk.ledger, first, second)
    desk.story.told.append(Change(first, "response", "a-2", f"r-{second}", "", "flat_denial"))
    desk.post()
    (root,) = desk.roots()
    assert len(desk.replies(root)) == 1
    assert f"case {second}" in shown(root)


def test_an_older_edit_never_overwrites_a_newer(desk: Desk) -> None:
    desk.follow()
    case = desk.story.case()
    desk.post()
    desk.story.bearing(case)
    stale = desk.poster.reports.stale_threads()[0]
    desk.post()
    before = len(desk.sandbox.edits("newsroom", desk.roots()[0]["ts"]))
    sender = Sender(desk.ledger, desk.client, desk.settings, desk.clock, desk.team, desk.room)
    assert sender.edit(stale) is False
    assert len(desk.sandbox.edits("newsroom", desk.roots()[0]["ts"])) == before


def test_about_one_message_a_second_a_channel(desk: Desk) -> None:
    desk.with_settings(post_apart=1.0)
    desk.follow()
    for n in range(3):
        desk.story.case(f"Company {n}")
    desk.story.tell()
    assert [desk.poster.tick(), desk.poster.tick()] == [1, 0]
    desk.clock.pass_(seconds=1)
    assert desk.poster.tick() == 1


def test_the_loop_posts_when_woken_and_ends_when_told(desk: Desk) -> None:
    desk.with_settings(post_seconds=60.0)
    stop = threading.Event()
    thread = threading.Thread(target=desk.poster.run, args=(stop,))
    thread.start()
    desk.follow()
    desk.story.case()
    desk.story.tell()
    desk.poster.wake.set()
    desk.sandbox.wait_for(lambda: desk.sandbox.messages("newsroom"))
    stop.set()
    desk.poster.wake.set()
    thread.join(60)
    assert not thread.is_alive()


def test_whatever_is_not_understood_may_have_arrived() -> None:
    assert trouble(RuntimeError("?")).kind == "unsure"
    assert trouble(TimeoutError()).kind == "unsure"


def test_no_message_holds_names_of_the_ledger_in_its_metadata(desk: Desk) -> None:
    desk.follow()
    desk.story.case()
    desk.post()
    assert "Quillon" not in json.dumps(desk.roots()[0]["metadata"])


def test_a_company_that_admits_it_is_not_told_twice_in_one_message(desk: Desk) -> None:
    desk.follow()
    case = desk.story.case()
    desk.post()
    article = desk.story.bearing(case, outlet="Quillon Semiconductor", span="We have agreed to sell our foundry.")
    row = {"id": "r-own", "company_id": desk.story.company("Quillon Semiconductor"), "company": "Quillon Semiconductor",
           "kind": "confirmation", "quote": "We have agreed to sell our foundry."}  # fmt: skip
    desk.ledger.cases.save_reading(article, "offline-1", [], [row], [])
    desk.ledger.cases.assign(case, [], ["r-own"])
    desk.story.told.insert(0, Change(case, "response", article, "r-own", "", "confirmation"))
    desk.post()
    (reply,) = desk.replies(desk.roots()[0])
    assert shown(reply).count("We have agreed to sell our foundry.") == 1
    assert "Quillon Semiconductor itself now undercuts its own denial of 2 Mar 2026:" in shown(reply)
    assert len(reply["metadata"]["event_payload"]["alerts"]) == 3


def test_growing_stale_is_said_in_the_thread_only(desk: Desk) -> None:
    desk.follow()
    case = desk.story.case()
    desk.post()
    desk.story.status(case, "stale")
    desk.post()
    (root,) = desk.roots()
    assert "Open → No news" in shown(desk.replies(root)[0])


def test_a_card_that_can_no_longer_be_edited_is_left_as_it_is(desk: Desk) -> None:
    desk.follow()
    case = desk.story.case()
    desk.post()
    desk.sandbox.fault("chat.update", "error", error="edit_window_closed")
    desk.story.bearing(case)
    desk.post()
    assert "Open:" in shown(desk.roots()[0])
    assert "cannot be edited any more" in desk.ledger.wire.problems()[0]["message"]
    assert desk.post() == 0


@pytest.mark.parametrize(("kind", "more"), [("429", {"seconds": 5}), ("500", {}), ("error", {"error": "invalid_blocks"}), ("drop_after", {})])
def test_an_edit_that_failed_is_made_later(desk: Desk, kind: str, more: dict) -> None:
    desk.follow()
    case = desk.story.case()
    desk.post()
    desk.sandbox.fault("chat.update", kind, **more)
    desk.story.bearing(case)
    desk.post()
    desk.clock.pass_(seconds=10)
    desk.post()
    root = desk.roots()[0]
    assert "Undercut" in root["text"]


def test_while_one_sender_has_a_part_another_says_nothing(desk: Desk) -> None:
    desk.follow()
    desk.story.case()
    desk.story.tell()
    rows = desk.ledger.outbox.due_alerts(desk.clock())
    desk.ledger.outbox.mark_sending([rows[0]["id"]], "other", desk.clock())
    sender = Sender(desk.ledger, desk.client, desk.settings, desk.clock, desk.team, desk.room)
    assert sender.send(rows, [], "x") is False
    assert desk.roots() == []


def test_a_reply_into_a_locked_thread_fails_alone(desk: Desk) -> None:
    desk.follow()
    case = desk.story.case()
    desk.post()
    desk.sandbox.fault("chat.postMessage", "error", error="restricted_action_thread_locked")
    desk.story.answer(case, "Arden Bank")
    desk.post()
    assert desk.states() == {"sent": 2, "failed": 1}
    channel = desk.ledger.outbox.channel(desk.team, desk.room)
    assert channel
    assert channel["state"] == "active"


def test_what_is_gone_or_paused_meanwhile_is_dropped(desk: Desk) -> None:
    desk.follow()
    desk.story.case()
    desk.story.tell()
    desk.ledger.outbox.save_channel(desk.team, desk.room, now=desk.clock(), state="paused", error="is_archived")
    desk.poster.tick()
    assert desk.states() == {"dropped": 2}
    desk.ledger.outbox.save_channel(desk.team, desk.room, now=desk.clock(), state="active")
    desk.story.case("Arden Bank")
    desk.story.tell()
    desk.ledger.db.execute("DELETE FROM responses")
    desk.poster.tick()
    assert desk.states() == {"dropped": 4}
    desk.ledger.outbox.add_alert({"key": "s", "team": desk.team, "channel": desk.room, "event": "share", "case_id": 99, "created": desk.clock()})
    desk.poster.tick()
    assert desk.states() == {"dropped": 5}


def test_a_stray_that_broke_off_is_found_and_becomes_the_root(desk: Desk) -> None:
    desk.follow()
    case = desk.story.case()
    desk.post()
    desk.sandbox.delete_message("newsroom", desk.roots()[0]["ts"])
    desk.sandbox.fault("chat.postMessage", "drop_after")
    desk.story.answer(case, "Arden Bank")
    desk.story.tell()
    desk.poster.tick()
    desk.clock.pass_(seconds=30)
    desk.post()
    (root,) = desk.roots()
    assert "There is no truth in this report whatsoever." in shown(root)
    assert len(desk.replies(root)) == 1


def test_looking_is_tried_again_when_slack_is_slow_to_say(desk: Desk) -> None:
    desk.follow()
    desk.story.case()
    desk.sandbox.fault("chat.postMessage", "drop_after")
    desk.sandbox.fault("conversations.history", "429", times=2)
    desk.story.tell()
    desk.poster.tick()
    for _ in range(4):
        desk.clock.pass_(seconds=30)
        desk.poster.tick()
    assert desk.states() == {"sent": 2}
    assert len(desk.roots()) == 1


def test_a_tick_that_fails_is_noted_and_the_loop_goes_on(desk: Desk) -> None:
    calls: list[int] = []

    def clients(team: str) -> WebClient:
        calls.append(1)
        if len(calls) == 1:
            raise RuntimeError("no client yet")
        return desk.client

    desk.follow()
    desk.story.case()
    desk.story.tell()
    poster = Poster(desk.ledger, clients, desk.settings, desk.clock)
    stop = threading.Event()
    thread = threading.Thread(target=poster.run, args=(stop,))
    thread.start()
    desk.sandbox.wait_for(lambda: desk.sandbox.messages("newsroom"))
    stop.set()
    poster.wake.set()
    thread.join(60)
    assert "RuntimeError: no client yet" in desk.ledger.wire.problems()[0]["message"]


def test_news_that_cannot_be_put_into_words_does_not_silence_its_channel(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    root = cards.root
    desk.follow()
    bad = desk.story.case()
    desk.story.tell()
    desk.ledger.outbox.add_alert({"key": "n1", "team": desk.team, "channel": desk.room, "event": "notice",
                                  "created": desk.clock(), "body": {"what": "trouble", "lines": ["a feed fails"]}})  # fmt: skip
    monkeypatch.setattr(cards, "root", lambda view: root(view) if view["id"] != bad else {}["a mistake of ours"])
    desk.poster.tick()
    assert "a feed fails" in shown(desk.sandbox.messages("newsroom")[0]) + desk.sandbox.messages("newsroom")[0]["text"]
    assert any("could not be put into words (KeyError" in p["message"] for p in desk.ledger.wire.problems())
    monkeypatch.setattr(cards, "root", root)
    desk.clock.pass_(seconds=601)
    desk.poster.tick()
    assert desk.states() == {"sent": 3}


def test_more_messages_than_can_be_looked_through_are_no_proof(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.follow()
    desk.story.case()
    desk.story.tell()
    desk.sandbox.fault("chat.postMessage", "drop_after")
    desk.poster.tick()
    monkeypatch.setattr(trace, "PAGES", 0)
    desk.clock.pass_(seconds=60)
    desk.poster.tick()
    desk.poster.tick()
    assert desk.states() == {"unknown": 2}
    assert len(desk.roots()) == 1


def test_a_clock_that_was_days_ahead_hides_no_message(desk: Desk) -> None:
    """What was written down then is later than anything that Slack has; it is found all the same, and not said again."""
    desk.follow()
    case = desk.story.case()
    desk.post()
    desk.clock.pass_(days=30)
    desk.story.answer(case, "Arden Bank")
    desk.story.case("Arden Bank")
    desk.story.tell()
    for _ in range(2):
        desk.sandbox.fault("chat.postMessage", "drop_after")
        desk.poster.tick()
        desk.clock.pass_(seconds=3)
        desk.poster.tick()
    desk.clock.pass_(days=-30)
    desk.post()
    assert set(desk.states()) == {"sent"}
    first, second = desk.roots()
    assert (len(desk.replies(first)), len(desk.replies(second))) == (1, 0)


def test_a_clock_that_is_set_back_silences_nobody(desk: Desk) -> None:
    desk.with_settings(post_apart=1.0)
    desk.follow()
    desk.story.case("Company 1")
    desk.clock.pass_(days=3)
    desk.post()
    desk.story.case("Company 2")
    desk.clock.pass_(days=-3)
    desk.post()
    assert len(desk.roots()) == 2


def test_slack_away_for_a_day(desk: Desk) -> None:
    """What happened meanwhile comes in order, and together where it belongs together."""
    desk.follow()
    up, desk.client = desk.client, WebClient(token="x", base_url="http://127.0.0.1:9/api/", timeout=1, retry_handlers=[])
    cases = [desk.story.case(f"Company {n}") for n in range(3)]
    for hour in range(24):
        desk.clock.pass_(hours=1)
        if hour == 12:
            desk.story.bearing(cases[0])
        desk.story.answer(cases[hour % 3], f"Partner {hour}")
        desk.story.tell()
        assert desk.poster.tick() == 0
    waited = desk.states()["pending"]
    assert waited > 30
    desk.client = up
    desk.post(40)
    assert desk.states() == {"sent": waited}
    roots = [m for m in desk.roots() if not m.get("thread_ts") or m["thread_ts"] == m["ts"]]
    assert [desk.story.view(c)["companies"][0]["name"] in shown(root) for c, root in zip(cases, roots, strict=True)] == [True] * 3
    for root in roots:
        replies = desk.replies(root)
        assert len(replies) <= 2
        told = [n for reply in replies for n in reply["metadata"]["event_payload"]["alerts"]]
        assert told == sorted(told)
    assert "Undercut" in shown(roots[0])


def test_a_full_disk_does_not_end_the_sender(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even the problem can be kept then; once there is room again what waits is said."""
    room, due = threading.Event(), desk.ledger.outbox.due_alerts
    tried = threading.Event()

    def full(*_: object) -> None:
        tried.set()
        raise StoreError("the ledger cannot grow: the disk is full; make room, then try again")

    desk.follow()
    desk.story.case()
    desk.story.tell()
    monkeypatch.setattr(desk.ledger.wire, "problem", full)
    monkeypatch.setattr(desk.ledger.outbox, "due_alerts", lambda *a: due(*a) if room.is_set() else full())
    stop = threading.Event()
    thread = threading.Thread(target=desk.poster.run, args=(stop,))
    thread.start()
    assert tried.wait(60)
    room.set()
    desk.poster.wake.set()
    desk.sandbox.wait_for(lambda: desk.sandbox.messages("newsroom"))
    stop.set()
    desk.poster.wake.set()
    thread.join(60)
    assert desk.states() == {"sent": 2}


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [(200, {"ok": False, "error": "not_in_channel"}, "channel"), (429, {}, "wait"), (503, {"ok": False, "error": "x"}, "unsure"), (200, {"ok": False, "error": "y" * 99}, "unsure"),
     (200, {"ok": False, "error": "missing_scope", "needed": "chat:write"}, "scope"), (200, {"ok": False, "error": "restricted_action_read_only_channel"}, "channel"),
     (404, {}, "unsure"), (200, {"ok": False, "error": "no_text"}, "final")],
)  # fmt: skip
def test_each_error_has_its_remedy(status: int, body: dict, kind: str) -> None:
    client = WebClient(token="x")
    response = SlackResponse(client=client, http_verb="POST", api_url="x", req_args={}, data=body, headers={}, status_code=status)
    assert trouble(SlackApiError("x", response)).kind == kind
    assert trouble(URLError(socket.gaierror())).kind == "unsent"
    assert trouble(URLError(ConnectionResetError())).kind == "unsure"


def test_a_case_stands_in_one_list_only(desk: Desk) -> None:
    desk.follow()
    for n in range(5):
        desk.story.case(statement=f"Matter {n}")
    assert desk.post() == 1
    # its next news was about to begin its thread when the process ended, and more new cases came meanwhile
    row = {"team": desk.team, "channel": desk.room, "case_id": 1, "event": "root", "created": desk.clock(), "body": "{}"}
    desk.ledger.outbox.add_alert({**row, "key": f"root|1|{desk.team}|{desk.room}|1"})
    for n in range(5, 10):
        desk.story.case(statement=f"Matter {n}")
    desk.post()
    lists = [shown(m) for m in desk.roots() if "came in at once" in shown(m)]
    assert len(lists) == 2
    assert sum("Matter 0" in told for told in lists) == 1


def test_after_an_outage_what_weighs_gets_its_card_and_the_list_says_whose_words_where(desk: Desk) -> None:
    desk.follow()
    for n in range(11):
        case = desk.story.case(company=f"Firm{n} Ltd", statement=f"Matter {n}", quote=f"Untrue, says number {n}.")
        if n < 5:
            desk.story.answer(case, f"Firm{n} Ltd", quote=f"No comment on {n} today.")
            desk.story.bearing(case, span=f"The register shows sale {n}.")
    desk.post(ticks=30)
    assert set(desk.states()) == {"sent"}
    begun = [m for m in desk.roots() if m.get("thread_ts", m["ts"]) == m["ts"]]
    (listed,) = [m for m in begun if "came in at once" in shown(m)]
    roots = [m for m in begun if m is not listed]
    assert len(roots) == 5
    for n, root in enumerate(roots):
        assert f"Untrue, says number {n}." in shown(root)
        assert f"No comment on {n} today." in shown(root)
        assert any(f"The register shows sale {n}." in shown(reply) for reply in desk.replies(root))
    for n in range(5, 11):
        assert f"Untrue, says number {n}." in shown(listed)
    assert json.dumps(listed["blocks"]).count('"url": "https://harbourwire.example/') == 6


def test_news_of_an_article_that_is_still_worked_on_waits_for_the_rest_of_it(desk: Desk) -> None:
    desk.follow()
    case, other = desk.story.case(), desk.story.case("Arden Bank", "Arden Bank is short of cash")
    article = desk.story.view(case)["claims"][0]["article_id"]
    desk.ledger.wire.save_article(article, state="new", lease_until=iso(desk.clock() + timedelta(seconds=60)))
    desk.post()
    assert ["Arden Bank" in shown(m) for m in desk.roots()] == [True], "others do not wait"
    desk.story.bearing(case)
    desk.ledger.wire.save_article(article, state="read", lease_until=None)
    desk.post()
    (card,) = [m for m in desk.roots() if "Quillon" in shown(m)]
    assert "Undercut" in shown(card)
    assert other


@pytest.mark.parametrize(("lease", "seconds"), [(600, 91), (5, 6)])
def test_it_does_not_wait_for_whoever_died(desk: Desk, lease: int, seconds: int) -> None:
    desk.follow()
    case = desk.story.case()
    article = desk.story.view(case)["claims"][0]["article_id"]
    desk.ledger.wire.save_article(article, state="new", lease_until=iso(desk.clock() + timedelta(seconds=lease)))
    desk.story.tell()
    assert desk.poster.tick() == 0
    assert desk.roots() == []
    desk.clock.pass_(seconds=seconds)
    desk.post()
    assert len(desk.roots()) == 1
