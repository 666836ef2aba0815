"""What a channel hears, set by people: the form, its suggestions, pause and resume, who may."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.sandbox.blocks import check_view
from bot.tell import digest, noise, panel
from bot.tell.noise import Noise
from bot.tell.schedule import Schedule
from store.engine import Row
from tests.tell.conftest import Running
from tests.tell.test_app import said
from tests.tell.test_poster import shown

FULL = Noise(2, "never", False, False, 22 * 60, 7 * 60 + 30, "Asia/Tokyo", ("fr", "ja"), ("battery recall", "召回"))


def state_of(modal: Row) -> Row:
    """What Slack would send back for a form that nobody touched."""
    out: Row = {}
    for block in modal["blocks"]:
        if element := block.get("element"):
            got = {"value": element.get("initial_value"), "selected_time": element.get("initial_time"), "selected_option": element.get("initial_option"),
                   "selected_options": element.get("initial_options") or []}  # fmt: skip
            out[block["block_id"]] = {element["action_id"]: got}
    return out


@pytest.mark.parametrize("settings", [Noise(zone="Asia/Tokyo"), FULL])
@pytest.mark.parametrize("schedule", [Schedule("fri", 16, 30, "Asia/Tokyo"), Schedule("mon", 9, 0, "Asia/Tokyo", on=False)])
def test_a_form_that_nobody_touched_changes_nothing(settings: Noise, schedule: Schedule) -> None:
    followed = [{"company_id": 7, "company": "Quillon <!channel> " + "x" * 200, "settings": '{"subsidiaries": false}'}]
    modal = panel.form("#newsroom", {"team": "T1", "channel": "C1"}, settings, schedule, followed)
    assert check_view(modal) == ("", [])
    filled, wrong = panel.read(state_of(modal), settings)
    assert wrong == {}
    assert filled
    assert filled.noise == settings
    assert filled.companies == (7,)
    assert not filled.subsidiaries
    assert filled.digest == replace(schedule, day=schedule.day if schedule.on else "mon")


def test_what_is_wrong_with_a_form_stands_at_its_field() -> None:
    state = state_of(panel.form("#x", {}, Noise(), Schedule(), []))
    state["quiet_from"]["quiet_from"]["selected_time"] = "22:00"
    state["words"]["words"]["value"] = ", ".join(f"w{n}" for n in range(30))
    state["zone"]["zone"]["selected_option"] = {"value": "Mars/Olympus"}
    filled, wrong = panel.read(state, Noise())
    assert filled is None
    assert set(wrong) == {"quiet_to", "words", "zone"}
    assert "keep it to 20" in wrong["words"]
    state["words"]["words"]["value"] = "!!, ok"
    assert "holds no word" in panel.read(state, Noise())[1]["words"]


def test_every_company_swallows_the_others() -> None:
    state = state_of(panel.form("#x", {}, Noise(), Schedule(), []))
    state["companies"]["companies"]["selected_options"] = [{"value": "3"}, {"value": "0"}]
    filled, _ = panel.read(state, Noise())
    assert filled
    assert filled.companies == (0,)


def opened(live: Running, **more: Any) -> Row:
    it = live.sandbox.settled(live.sandbox.command("settings", **more))
    (view,) = it.views
    return view


def test_setting_a_channel_by_the_form(live: Running) -> None:
    live.story.case()
    live.story.case("Arden Bank")
    live.follow("Arden Bank")
    view = opened(live)
    (option,) = live.sandbox.suggestions(view, "companies", "quill")
    assert option["text"]["text"] == "Quillon Semiconductor"
    assert [o["text"]["text"] for o in live.sandbox.suggestions(view, "companies", "semi")] == ["Quillon Semiconductor"]
    assert live.sandbox.suggestions(view, "companies", "all")[0]["value"] == "0"
    assert live.sandbox.suggestions(view, "companies", "Quilon Semicnductor")[0] == option, "a slip finds it, too"
    assert live.sandbox.suggestions(view, "companies", "%") == []
    zone = live.sandbox.suggestions(view, "zone", "tok")[0]
    assert zone["value"] == "Asia/Tokyo"
    live.sandbox.submit_view(view, {"companies": [option], "zone": zone, "words": "recall, 召回", "min_tier": "2", "checks": ["threads"], "quiet_from": "22:00", "quiet_to": "07:00", "day": "fri", "at": "16:30"})
    told = live.sandbox.wait_for(lambda: (m := live.sandbox.modal()) and "Saved" in shown(m) and shown(m))
    assert "Heard of here: Quillon Semiconductor and cases that hold recall and 召回." in told
    row = live.ledger.outbox.channel(live.team, live.room)
    settings = noise.load(row)
    assert (settings.min_tier, settings.threads, settings.new_denials, settings.quiet_from, settings.zone) == (2, True, False, 1320, "Asia/Tokyo")
    assert digest.schedule_of(row, live.settings) == Schedule("fri", 16, 30, "Asia/Tokyo")
    (followed,) = live.ledger.outbox.subscriptions(live.team, live.room)
    assert (followed["company"], json.loads(followed["settings"])) == ("Quillon Semiconductor", {"subsidiaries": False})
    assert live.ledger.outbox.audit_log(1)[0]["what"] == "settings"


def test_pause_and_resume(live: Running) -> None:
    live.follow()
    assert "until 9 Mar 2026" in said(live.sandbox.command("pause 7d"))
    assert "Posting here is paused, though" in said(live.sandbox.command("subscribe all"))
    live.story.case()
    assert live.post() == 0
    assert digest.due(live.ledger, live.clock.at.replace(day=4), live.settings) == []
    assert "no span of days" in said(live.sandbox.command("pause soon"))
    assert "from now on" in said(live.sandbox.command("resume"))
    live.story.bearing(1)
    live.post()
    assert "Undercut" in shown(live.roots()[0])
    live.clock.pass_(days=1)
    live.sandbox.command("pause")
    live.clock.pass_(days=400)
    assert noise.load(live.ledger.outbox.channel(live.team, live.room)).paused(live.clock())


def test_resuming_where_nothing_is_followed(live: Running) -> None:
    assert "nothing to resume" in said(live.sandbox.command("resume"))


def test_only_admins_may_set_where_that_is_asked_for(live: Running) -> None:
    live.ledger.outbox.save_installation(live.team, now=live.clock(), installer=live.sandbox.user_id("ana"))
    object.__setattr__(live.settings, "admins_only", True)
    live.follow()
    view = opened(live, user="ana")
    for typed in ("settings", "pause", "resume"):
        assert "only admins change things" in said(live.sandbox.command(typed, user="ben")), typed
    live.ledger.outbox.save_installation(live.team, now=live.clock(), installer="U0SOMEBODY")
    live.sandbox.submit_view(view, {"day": "fri"}, user="ana")
    assert live.sandbox.wait_for(lambda: (m := live.sandbox.modal("ana")) and "only admins" in shown(m))
    assert digest.schedule_of(live.ledger.outbox.channel(live.team, live.room), live.settings).day == "mon"


def test_manage_from_the_welcome_and_from_the_home_tab(live: Running) -> None:
    live.follow("Quillon Semiconductor")
    live.sandbox.invite("deals", "ana")
    live.sandbox.wait_for(lambda: live.ledger.outbox.states().get("pending"))
    live.post()
    (welcome,) = live.sandbox.messages("deals")
    it = live.sandbox.settled(live.sandbox.click(welcome, "settings_open", channel="deals"))
    assert json.loads(it.views[0]["private_metadata"])["channel"] == live.sandbox.channel_id("deals")
    live.sandbox.open_home("ben")
    home = live.sandbox.wait_for(lambda: live.sandbox.home("ben"))
    assert "#" in shown(home)
    assert "Quillon Semiconductor" in shown(home)
    it = live.sandbox.settled(live.sandbox.click(home, "settings_open", user="ben"))
    assert "What is heard here" in it.views[0]["title"]["text"]


def test_what_is_stuck_is_settled_in_the_home_tab(live: Running) -> None:
    live.follow()
    live.story.case()
    article = live.story.article(title="Unreadable")
    live.ledger.wire.save_article(article, state="quarantined", error="ValueError: odd", attempts=5)
    live.sandbox.archive("newsroom")
    live.sandbox.wait_for(lambda: (live.ledger.outbox.channel(live.team, live.room) or {})["state"] == "paused")
    live.sandbox.archive("newsroom", False)
    row = {"key": "f", "team": live.team, "channel": live.room, "event": "notice", "body": '{"text": "hello"}', "created": "2026-03-01T00:00:00Z", "state": "failed", "error": "restricted_action"}
    live.ledger.outbox.add_alert(row)
    live.ledger.outbox.save_channel(live.team, live.room, now=live.clock(), name="newsroom")
    live.sandbox.open_home("ben")
    home = live.sandbox.wait_for(lambda: live.sandbox.home("ben"))
    assert "Not delivered: a notice in #newsroom" in shown(home)
    assert "ValueError: odd" in shown(home)
    live.sandbox.click(home, "outbox_again", user="ben")
    live.sandbox.wait_for(lambda: not live.ledger.outbox.states().get("failed"))
    live.sandbox.click(home, "article_again", user="ben")
    live.sandbox.wait_for(lambda: (live.ledger.wire.article(article) or {})["state"] == "new")
    assert {a["what"] for a in live.ledger.outbox.audit_log()} >= {"outbox_again", "article_again"}


def test_settings_typed_in_a_direct_message_are_ones_own(live: Running) -> None:
    live.story.case()
    view = opened(live, channel="dm", user="ben")
    (option,) = live.sandbox.suggestions(view, "companies", "quill", user="ben")
    live.sandbox.submit_view(view, {"companies": [option]}, user="ben")
    assert live.sandbox.wait_for(lambda: (m := live.sandbox.modal("ben")) and "Saved" in shown(m))
    (channel,) = [c for c in live.ledger.outbox.channels() if c["channel"].startswith("D")]
    assert channel["by"] == live.sandbox.user_id("ben")
    live.sandbox.open_home("ana")
    assert "1 person follows something" in shown(live.sandbox.wait_for(lambda: live.sandbox.home("ana")))


def test_settings_where_the_bot_is_not(live: Running) -> None:
    assert "/invite @walkback" in said(live.sandbox.command("settings", channel="deals"))


def test_what_is_typed_a_little_otherwise_is_understood_or_answered(live: Running) -> None:
    assert "all takes nothing more" in said(live.sandbox.command("subscribe all 7"))
    assert "/denials help" in said(live.sandbox.command("frobnicate"))
    live.sandbox.command("subscribe all")
    assert "16 Mar 2026" in said(live.sandbox.command("pause 2w"))
