"""What changed, as rows of the outbox: who is told, and nothing twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from bot.tell import noise
from bot.tell.alerts import Change, heard_by_words, heard_of, relatives, write
from store.engine import Row
from tests.tell.conftest import Moving, Story


def events(story: Story) -> list[tuple[str, str, str]]:
    return [(r["channel"], r["event"], r["state"]) for r in story.ledger.outbox.alerts()]


def test_live_news_that_nobody_follows_leaves_nothing(story: Story) -> None:
    story.case()
    assert story.tell() == 0
    assert events(story) == []


def test_a_replay_records_what_it_would_have_said_once(story: Story) -> None:
    case = story.case()
    story.bearing(case)
    changes = list(story.told)
    assert story.tell(live=False) == 4
    assert events(story) == [("", e, "recorded") for e in ("root", "response", "bearing", "status")]
    assert write(story.ledger, changes, story.clock(), live=False) == 0


def test_handling_an_article_twice_adds_nothing(story: Story) -> None:
    story.ledger.outbox.subscribe("T1", "C1", 0, "U1", story.clock())
    case = story.case()
    story.bearing(case)
    changes = list(story.told)
    assert story.tell() == 4
    assert write(story.ledger, changes, story.clock(), live=True) == 0


def test_each_status_is_told_as_often_as_it_comes(story: Story) -> None:
    story.ledger.outbox.subscribe("T1", "C1", 0, "U1", story.clock())
    case = story.case()
    for status in ("contested", "open", "contested"):
        story.status(case, status)
    story.tell()
    assert [e for _, e, _ in events(story)].count("status") == 3


def test_followers_of_a_company_its_parent_or_its_short_name_are_told_and_no_others(story: Story) -> None:
    ids = {name: story.company(name) for name in ("Delta", "Delta Air", "Delta Electric", "Holding One", "Other")}
    story.ledger.companies.set_parent(ids["Delta Air"], ids["Holding One"])
    for name, company in ids.items():
        story.ledger.outbox.subscribe("T1", name, company, "U1", story.clock())
    story.case("Delta Air")
    story.tell()
    assert {c for c, _, _ in events(story)} == {"Delta", "Delta Air", "Holding One"}
    assert relatives(story.ledger, [ids["Other"]]) == [ids["Other"]]
    assert heard_of(story.ledger, [ids["Holding One"]]) == sorted([ids["Holding One"], ids["Delta Air"]])
    assert ids["Delta Electric"] not in heard_of(story.ledger, [ids["Delta Air"]])


def test_a_mute_ends_by_itself(story: Story, clock: Moving) -> None:
    story.ledger.outbox.subscribe("T1", "C1", 0, "U1", clock())
    case = story.case()
    story.ledger.outbox.set_thread(case, "T1", "C1", now=clock(), muted_until="2026-03-09T07:15:00Z")
    assert story.tell() == 0
    clock.pass_(days=8)
    story.bearing(case)
    assert story.tell() == 3


def test_what_was_not_said_yet_is_dropped_instead_of_taken_back(story: Story) -> None:
    story.ledger.outbox.subscribe("T1", "C1", 0, "U1", story.clock())
    case = story.case()
    article = story.bearing(case)
    story.tell()
    gone = Change(case, "withdrawn", article, f"r-{case}", "undercuts")
    assert write(story.ledger, [gone], story.clock(), live=True) == 0
    assert ("C1", "bearing", "dropped") in events(story)


def test_what_was_said_taken_back_and_said_again_is_three_rows(story: Story) -> None:
    case = story.case()
    article = story.bearing(case)
    said = Change(case, "bearing", article, f"r-{case}", "no_bearing", "undercuts")
    gone = Change(case, "withdrawn", article, f"r-{case}", "undercuts")
    story.tell(live=False)
    for change in (gone, said):
        assert write(story.ledger, [change], story.clock(), live=False) == 1
        assert write(story.ledger, [change], story.clock(), live=False) == 0


def test_a_verdict_that_changed_is_told(story: Story) -> None:
    case = story.case()
    article = story.bearing(case)
    story.tell(live=False)
    changed = Change(case, "bearing", article, f"r-{case}", "undercuts", "partly_undercuts")
    assert write(story.ledger, [changed], story.clock(), live=False) == 1


def statements(story: Story, work: Callable[[], object], about: str) -> int:
    """How many queries that name `about` some work asks."""
    asked: list[str] = []
    query = story.ledger.db.query

    def counted(sql: str, *params: Any) -> list[Row]:
        asked.append(sql)
        return query(sql, *params)

    story.ledger.db.query = counted  # type: ignore[method-assign]
    try:
        work()
    finally:
        story.ledger.db.query = query  # type: ignore[method-assign]
    return sum(about in sql for sql in asked)


def test_who_entered_something_is_asked_once_a_change_whoever_hears_of_it(story: Story) -> None:
    def told(*teams: str) -> int:
        for team in teams:
            story.ledger.outbox.subscribe(team, "C1", 0, "U1", story.clock())
        story.case()
        return statements(story, story.tell, "entered_team <> ''")

    assert told() == 0, "nobody hears of it"
    assert told("T1", "T2", "T3") == 1
    story.case()
    assert statements(story, lambda: story.tell(live=False), "entered_team <> ''") == 0, "a replay is of no team"


def test_cases_with_a_channels_words_are_found_without_a_question_a_case(story: Story) -> None:
    settings = {"noise": noise.dump(noise.Noise(words=("foundry", "new battery")))}
    story.ledger.outbox.save_channel("T1", "C1", now=story.clock(), settings=json.dumps(settings))
    story.ledger.outbox.subscribe("T1", "C1", 0, "U1", story.clock())
    sale = story.case()
    battery = story.case(statement="A plan", quote="There is no NEW battery.")
    other = story.case(statement="A merger", span="is in talks", quote="No.")
    story.tell()
    assert other not in (sale, battery)
    assert heard_by_words(story.ledger, "T1", "C1") == [sale, battery]
    few = statements(story, lambda: heard_by_words(story.ledger, "T1", "C1"), "SELECT")
    for _ in range(5):
        story.case()
    story.tell()
    assert statements(story, lambda: heard_by_words(story.ledger, "T1", "C1"), "SELECT") == few
