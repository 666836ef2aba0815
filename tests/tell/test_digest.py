"""When digests come, and what they say."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.blocks import check_message
from bot.settings import Settings
from bot.tell import digest
from bot.tell.schedule import Schedule, ScheduleError, checked_zone, from_settings, parse, zone_exists
from store.engine import iso
from tests.tell.conftest import Desk, Moving, Story
from tests.tell.test_poster import shown

PARIS = Schedule("mon", 9, 0, "Europe/Paris")


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


def test_monday_is_monday() -> None:
    assert PARIS.latest(utc(2026, 3, 4)) == utc(2026, 3, 2, 8)
    assert PARIS.latest(utc(2026, 3, 2, 8)) == utc(2026, 3, 2, 8)
    assert PARIS.latest(utc(2026, 3, 2, 7, 59)) == utc(2026, 2, 23, 8)
    assert PARIS.week(utc(2026, 3, 2, 8)) == "2026-W10"
    assert PARIS.words() == "Mondays at 9:00 (Europe/Paris)"


def test_nine_in_the_morning_stays_nine_when_the_clocks_change() -> None:
    assert PARIS.following(utc(2026, 3, 24)) == utc(2026, 3, 30, 7), "summer time began on the 29th"
    assert PARIS.following(utc(2026, 10, 20)) == utc(2026, 10, 26, 8)


def test_the_hour_that_is_skipped_or_comes_twice_gives_one_moment_a_week() -> None:
    spring = Schedule("sun", 2, 30, "Europe/Paris")
    assert spring.of_week("2026-W13") == utc(2026, 3, 29, 1, 30)
    autumn = Schedule("sun", 2, 30, "Europe/Paris")
    assert autumn.of_week("2026-W43") == utc(2026, 10, 25, 0, 30)


@given(st.sampled_from(["mon", "wed", "sun"]), st.integers(0, 23), st.sampled_from(["UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe"]),
       st.datetimes(datetime(2020, 1, 1), datetime(2032, 1, 1)))  # fmt: skip
def test_every_week_has_one_moment_and_every_moment_its_week(day: str, hour: int, zone: str, at: datetime) -> None:
    schedule, now = Schedule(day, hour, 0, zone), at.replace(tzinfo=UTC)
    latest, following = schedule.latest(now), schedule.following(now)
    assert latest <= now < following
    assert timedelta(days=6, hours=20) < following - latest < timedelta(days=7, hours=4)
    assert schedule.of_week(schedule.week(latest)) == latest
    assert schedule.week(latest) != schedule.week(following)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("mon 9 Europe/Paris", PARIS),
        ("Fridays at 4:30 pm new york", Schedule("fri", 16, 30, "America/New_York")),
        ("tuesday 9h30", Schedule("tue", 9, 30, "UTC")),
        ("16:05", Schedule("mon", 16, 5, "UTC")),
        ("12am", Schedule("mon", 0, 0, "UTC")),
        ("asia/tokyo sun", Schedule("sun", 9, 0, "Asia/Tokyo")),
        ("off", Schedule("mon", 9, 0, "UTC", on=False)),
        ("on", Schedule()),
    ],
)
def test_times_as_people_type_them(typed: str, expected: Schedule) -> None:
    assert parse(typed.split(), Schedule()) == expected


@pytest.mark.parametrize(
    ("typed", "told"),
    [("mon 25", "25:00 is no time of day"), ("mon 9:xx", "no time of day"), ("funday 9", "no time zone I know"), ("Europe/Pariss", "did you mean Europe/Paris"), ("🌍🌍🌍", "use a name such as")],
)
def test_a_time_that_is_none_is_named_with_the_fix(typed: str, told: str) -> None:
    with pytest.raises(ScheduleError, match=told):
        parse(typed.split(), Schedule())


def test_a_broken_setting_falls_back_on_the_default() -> None:
    assert from_settings({"day": "xyz"}, PARIS) == PARIS
    assert from_settings("?", PARIS) == PARIS
    assert from_settings({"on": False}, PARIS).on is False
    assert digest.default_schedule(Settings(time_zone="Nowhere/Land", digest_day="moonday")) == Schedule()
    assert checked_zone("utc") == "UTC"
    assert not zone_exists("../etc")


def test_late_rather_than_never_and_once_a_week(story: Story, clock: Moving) -> None:
    ledger = story.ledger
    ledger.outbox.subscribe("T1", "C1", 0, "U1", clock())  # a Monday, 7:15
    assert digest.enqueue_due(ledger, clock()) == 0, "nothing is owed for the time before"
    clock.pass_(hours=2)
    assert digest.due(ledger, clock()) == [("T1", "C1", "2026-W10")]
    assert digest.enqueue_due(ledger, clock()) == 1
    assert digest.enqueue_due(ledger, clock()) == 0
    clock.pass_(days=24)  # down for three weeks, back on a Thursday
    assert digest.enqueue_due(ledger, clock()) == 1
    row = ledger.outbox.alerts()[-1]
    assert row["key"] == "digest|T1|C1|2026-W13"
    assert json.loads(row["body"]) == {"since": "2026-03-02T09:00:00Z", "until": "2026-03-23T09:00:00Z"}
    assert digest.enqueue_due(ledger, clock()) == 0


def test_a_changed_day_gives_no_second_digest_in_the_same_week(story: Story, clock: Moving) -> None:
    story.ledger.outbox.subscribe("T1", "C1", 0, "U1", clock())
    clock.pass_(hours=2)
    digest.enqueue_due(story.ledger, clock())
    story.ledger.outbox.save_channel("T1", "C1", now=clock(), settings={"digest": {"day": "tue", "hour": 9, "zone": "UTC"}})
    clock.pass_(days=2)
    assert digest.enqueue_due(story.ledger, clock()) == 0
    story.ledger.outbox.save_channel("T1", "C1", now=clock(), settings={"digest": {"on": False}})
    clock.pass_(days=20)
    assert digest.due(story.ledger, clock()) == []


def test_a_quiet_week_is_one_line(story: Story, clock: Moving) -> None:
    story.ledger.outbox.subscribe("T1", "C1", 0, "U1", clock())
    blocks, text = digest.build(story.ledger, "T1", "C1", "2026-W10", clock())
    assert text == "🗞️ Week to 2 Mar 2026: nothing happened in what is watched here."
    assert len(blocks) == 1


def test_the_week_in_one_message_with_a_chart(desk: Desk) -> None:
    story, clock = desk.story, desk.clock
    old = story.case("Arden Bank", statement="Arden Bank is short of cash", quote="We have ample liquidity.")
    clock.pass_(days=40)
    desk.follow()
    case = story.case()
    story.case("Fenn & Co <b>", quote="<!channel> no comment & none", kind="non_denial")
    clock.pass_(days=1)
    story.bearing(case)
    story.bearing(old, "partly_undercuts", "contested", 3)
    story.told.clear()
    clock.pass_(days=3)
    assert digest.enqueue_now(desk.ledger, desk.team, desk.room, clock())
    desk.post()
    (message,) = desk.roots()
    said = shown(message)
    for part in ("2 new denials, 2 denials with news", "What changed, and why", "New denials", "Still open, and getting old", "44 days",
                 "Quillon said it has agreed to sell its foundry.", "Most active:", "Denials of the last 12 weeks by outcome: 1 undercut, 1 contested, 1 open"):  # fmt: skip
        assert part in said, part
    (chart,) = [b for b in message["blocks"] if b["type"] == "data_visualization"]
    assert [s["name"] for s in chart["chart"]["series"]] == ["Undercut", "Contested", "Open"]
    assert "&lt;!channel&gt; no comment &amp; none" in message["text"]
    assert check_message(message["blocks"]) == ("", [])


def test_without_charts_the_digest_goes_without_one(desk: Desk) -> None:
    desk.follow()
    desk.story.case()
    desk.story.told.clear()
    desk.clock.pass_(days=1)
    digest.enqueue_now(desk.ledger, desk.team, desk.room, desk.clock())
    desk.sandbox.fault("chat.postMessage", "error", error="invalid_blocks")
    desk.post()
    (message,) = desk.roots()
    kinds = {b["type"] for b in message["blocks"]}
    assert "data_visualization" not in kinds
    assert "rich_text" in kinds
    assert "by outcome: 1 open" in shown(message)


def test_only_what_the_channel_follows_is_told(story: Story, clock: Moving) -> None:
    story.ledger.outbox.subscribe("T1", "C1", story.company("Arden Bank"), "U1", clock())
    story.case()
    story.case("Arden Bank", quote="We have ample liquidity.")
    _, text = digest.render(story.ledger, "T1", "C1", clock() - timedelta(days=7), clock() + timedelta(hours=1), clock())
    assert "ample liquidity" in text
    assert "Quillon" not in text


def test_cases_that_hold_a_channels_words_are_in_its_digest(story: Story, clock: Moving) -> None:
    outbox = story.ledger.outbox
    outbox.save_channel("T1", "C1", now=clock(), name="recalls", settings={"noise": {"words": ["foundry", "召回"], "min_tier": 1, "new_denials": False}})
    story.bearing(story.case(), tier=3, status="contested")
    story.case("Arden Bank", "Arden Bank is short of cash", "We have ample liquidity.", span="is short of cash, two people said")
    story.tell()
    assert {a["state"] for a in outbox.alerts()} == {"dropped"}, "all of it waits for the digest"
    clock.pass_(hours=2)  # a Monday, past nine
    assert digest.due(story.ledger, clock()) == [("T1", "C1", "2026-W10")]
    _, text = digest.render(story.ledger, "T1", "C1", clock() - timedelta(days=7), clock(), clock())
    assert "1 new denial, 1 denial with news" in text
    assert "Quillon Semiconductor" in text
    assert "Arden Bank" not in text


def test_what_is_left_open_in_a_case_that_is_settled_does_not_age(story: Story, clock: Moving) -> None:
    story.ledger.outbox.subscribe("T1", "C1", 0, "U1", clock())
    case = story.case()
    story.answer(case, "Quillon Semiconductor", "flat_denial", "The company called the report false.")
    waiting = story.case("Arden Bank", quote="We have ample liquidity.")
    clock.pass_(days=40)
    story.bearing(case, "overtaken", "overtaken")
    story.bearing(waiting, tier=3, status="contested")
    _, text = digest.render(story.ledger, "T1", "C1", clock() - timedelta(days=7), clock() + timedelta(hours=1), clock())
    ageing = text.partition("Still open, and getting old:")[2]
    assert "ample liquidity" in ageing
    assert "called the report false" not in ageing


def publish(story: Story, case: int, said: datetime, told: datetime | None = None) -> None:
    """Let a case's denial, and what was found about it, have been published at these moments, though they come in now."""
    db = story.ledger.db
    db.execute("UPDATE responses SET published = :at WHERE case_id = :case", {"at": iso(said), "case": case})
    if told:
        db.execute("UPDATE bearings SET published = :at WHERE response_id = :r", {"at": iso(told), "r": f"r-{case}"})


def test_an_old_feed_that_comes_in_is_no_news_of_the_week(story: Story, clock: Moving) -> None:
    story.ledger.outbox.subscribe("T1", "C1", 0, "U1", clock())
    since, until = clock() - timedelta(days=6), clock() + timedelta(days=1)
    long_over = story.case("Arden Bank", quote="We have ample liquidity.")
    story.bearing(long_over)
    publish(story, long_over, utc(2024, 3, 3), utc(2024, 9, 9))
    _, text = digest.render(story.ledger, "T1", "C1", since, until, clock())
    assert text == "🗞️ Week to 3 Mar 2026: nothing happened in what is watched here. Also put on file: 1 older denial, of 3 Mar 2024."
    waiting = story.case("Fenn & Co", quote="Fenn is not for sale.")
    publish(story, waiting, utc(2025, 8, 5))
    fell_now = story.case("Norvane Pay", quote="No customer lost money.")
    story.bearing(fell_now)
    publish(story, fell_now, utc(2025, 1, 1), clock())
    late = story.case()
    publish(story, late, since - timedelta(days=2))
    blocks, text = digest.render(story.ledger, "T1", "C1", since, until, clock())
    for told in (text, shown({"blocks": blocks})):
        assert "1 new denial, 1 denial with news" in told, "what was late by days is told, and what fell this week"
        assert "There is no truth in this report whatsoever." in told
        assert "Denials undercut, wholly or in part: Norvane Pay" in told
        assert "Also put on file: 3 older denials, of 3 Mar 2024 to 5 Aug 2025." in told
        assert "ample liquidity" not in told


def test_a_denial_on_file_that_fell_long_ago_unseen_is_news(story: Story, clock: Moving) -> None:
    story.ledger.outbox.subscribe("T1", "C1", 0, "U1", clock())
    case = story.case()
    clock.pass_(days=40)
    story.bearing(case)
    publish(story, case, clock() - timedelta(days=40), clock() - timedelta(days=30))
    _, text = digest.render(story.ledger, "T1", "C1", clock() - timedelta(days=6), clock() + timedelta(days=1), clock())
    assert "0 new denials, 1 denial with news" in text
    assert "Also put on file" not in text


def test_corrections_are_in_the_next_digest(story: Story, clock: Moving) -> None:
    from bot.tell.alerts import Change, write

    story.ledger.outbox.subscribe("T1", "C1", 0, "U1", clock())
    case = story.case()
    article = story.bearing(case)
    story.tell()
    for row in story.ledger.outbox.alerts():
        story.ledger.outbox.mark_sending([row["id"]], f"k{row['id']}", clock())
        story.ledger.outbox.mark_sent([row["id"]], "1.1", clock())
    assert write(story.ledger, [Change(case, "withdrawn", article, f"r-{case}", "undercuts")], clock(), live=True) == 1
    _, text = digest.render(story.ledger, "T1", "C1", clock() - timedelta(days=7), clock() + timedelta(hours=1), clock())
    assert "Taken back:" in text


def test_a_full_week_stays_within_the_limits(story: Story, clock: Moving) -> None:
    story.ledger.outbox.subscribe("T1", "C1", 0, "U1", clock())
    for n in range(30):
        case = story.case(f"Company {n} {'very long name ' * 8}", quote="漢字<&>" * 200)
        story.bearing(case, span="😀" * 500)
    blocks, text = digest.render(story.ledger, "T1", "C1", clock() - timedelta(days=7), clock() + timedelta(hours=1), clock())
    assert check_message(blocks) == ("", [])
    assert len(text) < 3_600
    assert "and 24 more" in shown({"blocks": blocks})


def test_who_reversed_goes_first_and_one_report_is_one_line(desk: Desk) -> None:
    desk.follow()
    upheld, undercut = desk.story.case("Arden Bank"), desk.story.case()
    again = desk.story.answer(undercut, "Quillon Semiconductor", "flat_denial", "We are not selling anything.")
    desk.story.bearing(upheld, "confirms", "upheld")
    article = desk.story.bearing(undercut)
    row = next(b for b in desk.story.view(undercut)["bearings"] if b["article_id"] == article)
    desk.ledger.cases.set_bearing({**row, "response_id": again})
    desk.ledger.cases.save_response(again, status="undercut")
    now = desk.clock() + timedelta(hours=1)
    _, text = digest.render(desk.ledger, desk.team, desk.room, now - timedelta(days=7), now, now)
    assert "Denials undercut, wholly or in part: Quillon Semiconductor (2)" in text
    assert text.count("undercuts the denial") == 1
    assert "and 1 more denial" in text
    assert text.index("undercut (case") < text.index("upheld (case")
    assert "(case 2, 2 denials)" in text


def test_a_parent_followed_without_its_subsidiaries_has_a_digest_without_them(desk: Desk) -> None:
    parent, child = desk.story.company("Arden Holding"), desk.story.company("Arden Bank")
    desk.ledger.companies.set_parent(child, parent)
    desk.ledger.outbox.subscribe(desk.team, desk.room, parent, "U1", desk.clock(), {"subsidiaries": False})
    desk.story.case("Arden Bank")
    now = desk.clock() + timedelta(hours=1)
    assert "nothing happened" in digest.render(desk.ledger, desk.team, desk.room, now - timedelta(days=7), now, now)[1]
    desk.ledger.outbox.subscribe(desk.team, desk.room, parent, "U1", desk.clock(), {})
    assert "1 new denial" in digest.render(desk.ledger, desk.team, desk.room, now - timedelta(days=7), now, now)[1]
