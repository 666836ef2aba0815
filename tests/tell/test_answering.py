"""An answer comes even where Slack does not take it at once; and who may not change things hears so before filling in a form."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.doctor import check
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from bot.tell import pages
from bot.tell import tools as tools_room
from bot.tell.listeners.commands.denials import answer
from bot.tell.listeners.shortcuts import track_form
from bot.tell.tools import Refusal, Tools, another_way, answered
from store.engine import Row
from store.ledger import Ledger
from tests.tell.conftest import Moving
from tests.tell.test_poster import shown


class Url:
    """A response_url that answers with these statuses, one after the other."""

    def __init__(self, *statuses: int, wait: str = "") -> None:
        self.statuses, self.headers, self.tried = list(statuses), {"Retry-After": wait}, 0

    def __call__(self, **_: Any) -> Url:
        self.tried += 1
        self.status_code = self.statuses.pop(0)
        if not self.status_code:
            raise ConnectionError("reset")
        return self


class Client(WebClient):
    """Keeps what is sent; `ephemeral` says whether Slack takes messages for one person's eyes."""

    def __init__(self, ephemeral: bool = True) -> None:
        super().__init__()
        self.ephemeral, self.sent = ephemeral, list[Row]()

    def chat_postEphemeral(self, **message: Any) -> Any:
        if not self.ephemeral:
            raise SlackApiError("no", {"error": "not_in_channel"})
        self.sent.append(message)

    def chat_postMessage(self, **message: Any) -> Any:
        self.sent.append(message)


@pytest.fixture
def tools(ledger: Ledger, clock: Moving) -> Tools:
    return Tools(ledger, Settings(), lambda: None, clock)


@pytest.mark.parametrize("statuses", [(500, 200), (429, 200), (0, 200), (200,)])
def test_an_answer_is_tried_again(tools: Tools, monkeypatch: pytest.MonkeyPatch, statuses: tuple[int, ...]) -> None:
    waited: list[float] = []
    monkeypatch.setattr(tools_room.time, "sleep", waited.append)
    url, client = Url(*statuses, wait="60"), Client()
    answered(tools, "x", lambda: pages.note("Here."), url, another_way(client, "C1", "U1"))
    assert (url.tried, client.sent) == (len(statuses), [])
    assert waited == {500: [3.0], 429: [3.0], 0: [0.5], 200: []}[statuses[0]]


@pytest.mark.parametrize(("ephemeral", "channel"), [(True, "C1"), (False, "U1")])
def test_where_both_tries_fail_it_comes_another_way(tools: Tools, monkeypatch: pytest.MonkeyPatch, ephemeral: bool, channel: str) -> None:
    monkeypatch.setattr(tools_room.time, "sleep", lambda _: None)
    client = Client(ephemeral)
    answered(tools, "x", lambda: pages.note("Here."), Url(500, 0), another_way(client, "C1", "U1"))
    (message,) = client.sent
    assert (message["channel"], message["text"]) == (channel, "Here.")


def typed(tools: Tools, words: str, channel: str = "C1", user: str = "U1") -> Any:
    command = {"team_id": "T1", "channel_id": channel, "user_id": user, "text": words, "trigger_id": "t"}
    return answer(command, Member(), tools)


class Member(WebClient):
    """The bot is a member everywhere, and opens conversations."""

    def conversations_info(self, **_: Any) -> Any:
        return {"channel": {"is_member": True}}

    def users_info(self, **_: Any) -> Any:
        return {"user": {"tz": "Europe/Paris"}}

    def chat_postMessage(self, **_: Any) -> Any:
        return {"channel": "D1"}


def test_where_only_admins_change_things_and_nobody_is_known_nobody_does_but_for_themselves(tools: Tools) -> None:
    closed = replace(tools, settings=replace(tools.settings, admins_only=True))
    for words in ("subscribe all", "unsubscribe all", "digest mon 9", "mute 1", "add", "settings", "pause"):
        with pytest.raises(Refusal, match="WALKBACK_ADMINS"):
            typed(closed, words)
    assert "nobody is named" in shown(track_form({"user": {"id": "U1"}, "team": {"id": "T1"}}, replace(closed, add_by_hand=lambda _: 1)))
    for words, told in (("subscribe all", "now hear of every company"), ("digest mon 9", "comes"), ("unsubscribe all", "No more news")):
        assert told in typed(closed, words, channel="D1")[1]
    named = replace(closed, settings=replace(closed.settings, admins=("U9",)))
    with pytest.raises(Refusal, match="ask whoever installed me"):
        typed(named, "subscribe all")
    assert "now hears of every company" in typed(named, "subscribe all", user="U9")[1]


def test_the_doctor_warns_of_admins_that_nobody_is(sandbox: Sandbox, clock: Moving, tmp_path: Any) -> None:
    settings = Settings(db=str(tmp_path / "w.db"), slack_bot_token=sandbox.bot_token, slack_app_token=sandbox.app_token, slack_api_url=sandbox.url)
    for admins, warned in (((), True), (("U9",), False)):
        found = check(replace(settings, admins_only=True, admins=admins), now=clock)
        assert any("nobody is named as an admin" in f.message for f in found) == warned
