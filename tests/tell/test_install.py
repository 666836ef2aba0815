"""Tokens under keys, states, and who is found for a request: with the real vault and ledger, without Slack."""

from __future__ import annotations

from datetime import timedelta

import pytest
from slack_bolt import BoltContext, BoltRequest
from slack_bolt.error import BoltError
from slack_sdk.oauth.installation_store import Installation

from bot.settings import Settings, SettingsError
from bot.tell.install import NO_TOKEN, STATE_SECONDS, Workspaces
from bot.tell.vault import Vault, new_key
from store.engine import iso
from store.ledger import Ledger
from tests.tell.conftest import Moving

TOKEN = "xoxb-T0HARBOUR-verysecret"
OLD, NEW = new_key(), new_key()


def made(ledger: Ledger, clock: Moving, key: str = OLD) -> Workspaces:
    settings = Settings(
        secret_key=key, client_id="1.2", client_secret="s", public_url="https://bot.example/", slack_bot_token="xoxb-other",
        slack_api_url="http://127.0.0.1:9/api/",
    )  # fmt: skip
    return Workspaces(ledger, settings, clock)


def install(workspaces: Workspaces, **more: object) -> None:
    given = {"user_id": "U0ANA", "team_id": "T0HARBOUR", "team_name": "Harbour", "bot_token": TOKEN, "bot_user_id": "U0BOT",
             "bot_id": "B0BOT", "bot_scopes": "chat:write,commands", **more}  # fmt: skip
    workspaces.flow().settings.installation_store.save(Installation(**given))


@pytest.fixture
def workspaces(ledger: Ledger, clock: Moving) -> Workspaces:
    return made(ledger, clock)


def test_a_token_is_sealed_and_comes_back(ledger: Ledger, workspaces: Workspaces, clock: Moving) -> None:
    install(workspaces)
    row = ledger.outbox.installation("T0HARBOUR") or {}
    assert TOKEN.encode() not in row["token"]
    assert (row["installer"], row["scopes"], row["bot_id"], row["installed"]) == ("U0ANA", "chat:write,commands", "B0BOT", iso(clock()))
    assert workspaces.token("T0HARBOUR") == workspaces.client("T0HARBOUR").token == TOKEN
    assert [(a["by"], a["what"], a["team"]) for a in ledger.outbox.audit_log()] == [("U0ANA", "install", "T0HARBOUR")]


def test_nobody_speaks_for_a_team_that_is_not_installed(ledger: Ledger, workspaces: Workspaces, clock: Moving) -> None:
    assert workspaces.token("T0NONE") == ""
    assert workspaces.client("T0NONE").token == NO_TOKEN, "never another team's token"
    install(workspaces)
    ledger.outbox.save_installation("T0HARBOUR", now=clock(), state="inactive")
    assert workspaces.client("T0HARBOUR").token == NO_TOKEN


def test_a_whole_organisation_is_refused(ledger: Ledger, workspaces: Workspaces) -> None:
    with pytest.raises(BoltError, match="one workspace at a time"):
        install(workspaces, team_id=None, is_enterprise_install=True)
    assert ledger.outbox.installations() == []


def test_a_key_can_be_changed(ledger: Ledger, workspaces: Workspaces, clock: Moving) -> None:
    install(workspaces)
    assert made(ledger, clock, f"{NEW}, {OLD}").reseal() == 1
    assert made(ledger, clock, NEW).token("T0HARBOUR") == TOKEN
    assert made(ledger, clock, OLD).token("T0HARBOUR") == ""


def test_a_lost_key_is_told(ledger: Ledger, workspaces: Workspaces, clock: Moving) -> None:
    install(workspaces)
    assert made(ledger, clock, NEW).reseal() == 0
    assert (ledger.outbox.installation("T0HARBOUR") or {})["state"] == "inactive"
    (problem,) = ledger.wire.problems()
    assert "Harbour was sealed with a key that is not in WALKBACK_SECRET_KEY" in problem["message"]


@pytest.mark.parametrize("key", ["short", "", ",", "x" * 44])
def test_what_is_no_key_is_named(key: str) -> None:
    with pytest.raises(SettingsError, match="WALKBACK_SECRET_KEY is no key"):
        Vault(key)


def test_a_state_is_good_once_for_ten_minutes_and_only_ours(ledger: Ledger, workspaces: Workspaces, clock: Moving) -> None:
    states = workspaces.flow().settings.state_store
    first, second, third = states.issue(), states.issue(), states.issue()
    assert len({first, second, third}) == 3
    assert states.consume(first)
    assert not states.consume(first)
    clock.pass_(seconds=STATE_SECONDS - 1)
    assert states.consume(second)
    clock.pass_(seconds=2)
    assert not states.consume(third)
    for word in ("", "made-up", "ü", Vault(NEW).ticket(clock()), third[:-2] + "aa"):
        assert not states.consume(word)


def test_the_way_to_slack_names_what_is_needed(workspaces: Workspaces) -> None:
    page = workspaces.flow().handle_installation(BoltRequest(body="", query={}, headers={}))
    assert page.status == 200
    for part in ("http://127.0.0.1:9/oauth/v2/authorize?state=", "client_id=1.2", "chat:write", "groups:history",
                 "redirect_uri=https://bot.example/slack/oauth_redirect"):  # fmt: skip
        assert part in page.body.replace("&amp;", "&"), part


def test_a_request_finds_its_teams_token_and_asks_nobody(ledger: Ledger, workspaces: Workspaces, clock: Moving) -> None:
    install(workspaces)
    authorize = workspaces.flow().settings.authorize
    asked = {"context": BoltContext(), "enterprise_id": None, "user_id": "U0BEN"}
    found = authorize(team_id="T0HARBOUR", **asked)
    assert found
    assert (found.bot_token, found.bot_user_id, found.bot_id, found.user_id) == (TOKEN, "U0BOT", "B0BOT", "U0BEN")
    assert authorize(team_id="T0NONE", **asked) is None
    assert authorize(team_id=None, **asked) is None


def test_who_comes_back_is_no_longer_one_that_left(ledger: Ledger, workspaces: Workspaces, clock: Moving) -> None:
    install(workspaces)
    ledger.teams.forget("T0HARBOUR", clock())
    assert ledger.teams.left("T0HARBOUR")
    clock.at += timedelta(minutes=1)
    install(workspaces)
    assert not ledger.teams.left("T0HARBOUR")
    assert ledger.teams.sweep(clock()) == {}
