"""Trouble for the admins: told when it begins, once, together."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.settings import Settings
from bot.tell import home, notices
from bot.tell.tools import Tools
from store.ledger import Ledger
from tests.tell.conftest import Desk, Moving
from tests.tell.test_poster import shown

ADMINS = Settings(admin_channel="C0ADMINS1")


def failing(ledger: Ledger, clock: Moving, n: int, days: float = 2) -> None:
    feed = ledger.wire.add_feed(f"https://f.example/{n}", kind="press", title="", now=clock() - timedelta(days=9))
    ledger.wire.save_feed(feed["id"], failures=5, last_ok=clock() - timedelta(days=days), last_error="HTTP 500")


@pytest.fixture
def installed(ledger: Ledger, clock: Moving) -> Ledger:
    ledger.outbox.save_installation("T1", now=clock(), installer="U0ANA")
    return ledger


def told(ledger: Ledger) -> list[str]:
    return [a["channel"] for a in ledger.outbox.alerts() if a["event"] == "notice"]


def test_a_feed_that_fails_for_a_day_is_told_once(installed: Ledger, clock: Moving) -> None:
    failing(installed, clock, 1, days=0.9)
    assert not notices.look(installed, ADMINS, clock())
    clock.pass_(hours=3)
    assert notices.look(installed, ADMINS, clock())
    for _ in range(20):
        clock.pass_(hours=1)
        assert not notices.look(installed, ADMINS, clock())
    assert told(installed) == ["C0ADMINS1"]
    (problem,) = installed.wire.problems_of(notices.ROOM)
    assert problem["message"].startswith("this feed has given nothing since 1 Mar 2026")


def test_what_ended_and_begins_again_is_told_again(installed: Ledger, clock: Moving) -> None:
    failing(installed, clock, 1)
    assert notices.look(installed, ADMINS, clock())
    installed.wire.save_feed(1, failures=0, last_ok=clock())
    assert not notices.look(installed, ADMINS, clock())
    assert installed.wire.problems_of(notices.ROOM) == []
    clock.pass_(days=2)
    installed.wire.save_feed(1, failures=1)
    assert notices.look(installed, ADMINS, clock())
    assert len(told(installed)) == 2


def test_what_begins_together_is_one_message(desk: Desk) -> None:
    desk.ledger.outbox.save_installation(desk.team, now=desk.clock())
    desk.with_settings(admin_channel=desk.room, openai_api_key="k", llm_daily_budget=1.0)
    for n in range(14):
        failing(desk.ledger, desk.clock, n)
    desk.ledger.llm.record({"at": desk.clock(), "prompt": "read", "hash": "h", "outcome": "ok", "cost": 1.5})
    assert notices.look(desk.ledger, desk.settings, desk.clock())
    desk.post()
    (message,) = desk.roots()
    text = shown(message)
    assert "Something needs a look" in text
    assert text.count("this feed has given nothing since") == notices.SHOWN
    assert "and 5 more, see" in text


def test_a_spent_budget_and_articles_set_aside(installed: Ledger, clock: Moving) -> None:
    settings = replace(ADMINS, openai_api_key="k", llm_daily_budget=1.0)
    installed.llm.record({"at": clock(), "prompt": "read", "hash": "h", "outcome": "ok", "cost": 1.5})
    installed.wire.add_article({"id": "a", "page": "p", "url": "p", "text_hash": "t", "published": clock(), "first_seen": clock(), "state": "quarantined"})
    assert notices.look(installed, settings, clock())
    lines = {p["subject"]: p["message"] for p in installed.wire.problems_of(notices.ROOM)}
    assert lines["language model"] == "the budget of $1.00 for 2 Mar 2026 is spent; the offline reader goes on"
    assert "set aside" in lines["articles"]
    clock.pass_(days=1)
    assert not notices.look(installed, settings, clock())
    assert [p["subject"] for p in installed.wire.problems_of(notices.ROOM)] == ["articles"]


def test_without_a_channel_the_installer_is_told(installed: Ledger, clock: Moving) -> None:
    failing(installed, clock, 1)
    assert notices.look(installed, Settings(), clock())
    assert told(installed) == ["U0ANA"]


def test_the_home_tab_shows_what_goes_on_before_what_happened(installed: Ledger, clock: Moving) -> None:
    failing(installed, clock, 1)
    notices.look(installed, ADMINS, clock())
    for n in range(9):
        clock.pass_(hours=1)
        installed.wire.problem("watch", f"https://other.example/{n}", "HTTP 500", clock())
    text = str(home.view(Tools(installed, ADMINS, lambda: None, clock), "T1", "U0ANA"))
    assert text.count("this feed has given nothing since") == 1
    assert text.index("this feed has given nothing since") < text.index("https://other.example/8")


def test_with_several_teams_the_one_that_runs_it_is_told(installed: Ledger, clock: Moving) -> None:
    installed.outbox.save_installation("T2", now=clock(), installer="U0BEN")
    failing(installed, clock, 1)
    assert not notices.look(installed, ADMINS, clock()), "whose channel it is, nobody said"
    assert told(installed) == []
    assert len(installed.wire.problems_of(notices.ROOM)) == 1, "it stands in the App Home"
    assert notices.look(installed, replace(ADMINS, admin_team="T2"), clock())
    assert [(a["team"], a["channel"]) for a in installed.outbox.alerts()] == [("T2", "C0ADMINS1")]
