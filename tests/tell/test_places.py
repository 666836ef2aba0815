"""Whose channels are whose: private ones, those with more than a form shows, those that get another id; and events that
could not be worked through."""

from __future__ import annotations

import json
from typing import Any

import pytest
from slack_bolt import App, BoltRequest
from slack_sdk import WebClient

from bot.tell import home, lookups, panel
from bot.tell.app import build_app
from bot.tell.listeners import settings as channel_settings
from bot.tell.listeners.places import allowed
from bot.tell.tools import Refusal, Tools
from store.engine import Row, StoreError
from store.teams import Teams
from tests.tell.conftest import Desk
from tests.tell.test_poster import shown
from tests.tell.test_settings import state_of


def tools_of(desk: Desk) -> Tools:
    return Tools(desk.ledger, desk.settings, lambda: None, desk.clock)


def delivered(app: App, desk: Desk, kind: str, number: int, **event: Any) -> int:
    """Slack's event, worked through; the status it is answered with."""
    body = {"type": "event_callback", "team_id": desk.team, "event_id": f"Ev{number}", "event_time": int(desk.clock().timestamp()) + 60,
            "event": {"type": kind, "event_ts": "1.1", **event}}  # fmt: skip
    return app.dispatch(BoltRequest(mode="socket_mode", body=body)).status


@pytest.fixture
def app(desk: Desk) -> App:
    return build_app(desk.ledger, desk.settings, poster_wake=lambda: None, now=desk.clock)


@pytest.mark.parametrize("told", [{"name": "privategroup"}, {"name": "secret", "settings": {"private": True}}])
def test_a_private_channel_is_managed_from_home_only_by_who_follows_something_there(desk: Desk, told: Row) -> None:
    tools, ana, ben, room = tools_of(desk), "U0ANA", "U0BEN", "C0SECRET"
    desk.ledger.outbox.subscribe(desk.team, room, desk.story.company("Quillon Semiconductor"), ana, desk.clock())
    desk.ledger.outbox.save_channel(desk.team, room, now=desk.clock(), **told)
    assert "Quillon Semiconductor" in shown(home.view(tools, desk.team, ana))
    assert "Quillon Semiconductor" not in shown(home.view(tools, desk.team, ben))
    assert "privategroup" not in shown(home.view(tools, desk.team, ana))
    allowed(ana, desk.team, room, tools, inside=False)
    allowed(ben, desk.team, room, tools)
    with pytest.raises(Refusal, match="a private channel"):
        allowed(ben, desk.team, room, tools, inside=False)
    form = channel_settings.form_of(desk.team, room, tools)
    told_to: list[Row] = []
    body = {"team": {"id": desk.team}, "user": {"id": ben}}
    view = {**form, "state": {"values": {**state_of(form), "companies": {}}}}
    channel_settings.save(lambda **answer: told_to.append(answer), body, view, tools)
    assert "a private channel" in shown(told_to[0]["view"])
    assert len(desk.ledger.outbox.subscriptions(desk.team, room)) == 1


def test_what_a_form_has_no_room_for_stays_followed(desk: Desk) -> None:
    tools = tools_of(desk)
    with desk.ledger.db.transaction():
        for n in range(panel.MOST_COMPANIES + 3):
            desk.follow(f"Number {n:03d} Holdings")
    form = channel_settings.form_of(desk.team, desk.room, tools, inside=True)
    state = state_of(form)
    gone = state["companies"]["companies"]["selected_options"].pop()
    view = {**form, "state": {"values": state}}
    channel_settings.save(lambda **answer: None, {"team": {"id": desk.team}, "user": {"id": "U0ANA"}}, view, tools)
    left = {str(s["company_id"]) for s in desk.ledger.outbox.subscriptions(desk.team, desk.room)}
    assert len(left) == panel.MOST_COMPANIES + 2
    assert gone["value"] not in left


def test_a_channel_with_another_id_takes_everything_along(desk: Desk, app: App) -> None:
    case, outbox, now = desk.story.case(), desk.ledger.outbox, desk.clock()
    outbox.subscribe(desk.team, desk.room, 0, "U0ANA", now, {"subsidiaries": False})
    desk.story.tell()
    outbox.set_thread(case, desk.team, desk.room, now=now, root_ts="1.1", muted_until="9999-12-31T00:00:00Z")
    for n in (1, 1):  # delivered twice
        assert delivered(app, desk, "channel_id_changed", n, old_channel_id=desk.room, new_channel_id="C0NEW") == 200
    (row,) = outbox.subscriptions(desk.team, "C0NEW")
    assert json.loads(row["settings"]) == {"subsidiaries": False}
    thread = outbox.thread(case, desk.team, "C0NEW")
    assert thread
    assert (thread["root_ts"], thread["muted_until"]) == ("1.1", "9999-12-31T00:00:00Z")
    assert outbox.subscriptions(desk.team, desk.room) == []
    assert outbox.channel(desk.team, desk.room) is None
    assert {(a["channel"], desk.room in a["key"]) for a in outbox.alerts(case)} == {("C0NEW", False)}


@pytest.mark.parametrize(("kind", "more"), [("app_uninstalled", {}), ("tokens_revoked", {"tokens": {"bot": ["U0BOT"]}})])
def test_a_deletion_that_failed_is_done_when_slack_sends_the_event_again(
    desk: Desk, app: App, monkeypatch: pytest.MonkeyPatch, kind: str, more: Row
) -> None:
    desk.follow()
    forget = Teams.forget

    def locked(*_: Any) -> dict[str, int]:
        raise StoreError("the database is locked")

    monkeypatch.setattr(Teams, "forget", locked)
    assert delivered(app, desk, kind, 1, **more) == 500
    monkeypatch.setattr(Teams, "forget", forget)
    assert delivered(app, desk, kind, 1, **more) == 200
    assert desk.ledger.outbox.subscriptions(desk.team, desk.room) == []


def test_what_another_team_follows_is_no_secret_told(desk: Desk) -> None:
    tools, companies = tools_of(desk), desk.ledger.companies
    asked = companies.resolve("Project Nightingale Target", "project nightingale target", desk.clock(), by="U0CHO")
    desk.ledger.outbox.subscribe("T1", "C1", asked, "U0CHO", desk.clock())
    desk.story.case("Project Heron Holdings")
    companies.resolve("Project Kite", "project kite", desk.clock(), by="gazetteer")

    def names(team: str) -> list[str]:
        return [o["text"]["text"] for o in channel_settings.suggested("project", team, tools)]

    assert names("T2") == ["Project Heron Holdings", "Project Kite"]
    assert names("T1") == ["Project Heron Holdings", "Project Kite", "Project Nightingale Target"]
    for typed in ("Project Nightingale Target", "Project Nightingale", "Project Nightingal Targit"):
        with pytest.raises(Refusal) as refused:
            lookups.find_company(tools, typed, "T2")
        assert "Target?" not in str(refused.value)
    assert lookups.find_company(tools, "Project Nightingale", "T1")[0]["id"] == asked


def test_a_channel_that_was_only_joined_takes_the_zone_of_who_follows_first(desk: Desk) -> None:
    from bot.tell.listeners.commands.following import subscribe

    class Known(WebClient):
        def users_info(self, **_: Any) -> Any:
            return {"user": {"tz": "Asia/Tokyo"}}

        def conversations_info(self, **_: Any) -> Any:
            return {"channel": {"is_member": True}}

    desk.ledger.outbox.save_channel(desk.team, desk.room, now=desk.clock(), by="U0ANA")
    command = {"team_id": desk.team, "channel_id": desk.room, "user_id": "U0ANA", "channel_name": "newsroom"}
    _, text = subscribe("all", command, Known(), tools_of(desk))
    assert "Asia/Tokyo" in text
