"""How much a channel hears: the rules as tables, and what they do to real messages."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.tell import noise
from bot.tell.noise import News, Noise, decide, holds_a_word, quiet_until
from tests.tell.conftest import Desk
from tests.tell.test_poster import shown


def at(hour: int, minute: int = 0, day: int = 2) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


NIGHT = Noise(quiet_from=22 * 60, quiet_to=7 * 60, zone="Europe/Paris")
NOON = Noise(quiet_from=12 * 60, quiet_to=13 * 60 + 30)


@pytest.mark.parametrize(
    ("settings", "news", "what"),
    [
        (Noise(), News("root"), "now"),
        (Noise(), News("response"), "now"),
        (Noise(), News("bearing", 3), "now"),
        (Noise(), News("bearing", 4), "digest"),
        (Noise(min_tier=2), News("bearing", 3), "digest"),
        (Noise(min_tier=2), News("bearing", 2), "now"),
        (Noise(min_tier=1), News("status", 2), "digest"),
        (Noise(min_tier=1), News("status", 1), "now"),
        (Noise(min_tier=1), News("withdrawn"), "now"),
        (Noise(min_tier=1), News("ruling"), "now"),
        (Noise(new_denials=False), News("root"), "digest"),
        (Noise(new_denials=False), News("response"), "digest"),
        (Noise(new_denials=False), News("status", 1), "now"),
        (Noise(languages=("en",)), News("bearing", 1, "fr"), "digest"),
        (Noise(languages=("en", "fr")), News("bearing", 1, "fr"), "now"),
        (Noise(languages=("zh",)), News("root", 0, "zh-Hant"), "now"),
        (Noise(languages=("en",)), News("status", 1), "now"),
        (Noise(languages=("en",)), News("withdrawn", 0, "fr"), "now"),
        (Noise(paused_until=noise.FOR_EVER), News("status", 1), "digest"),
        (Noise(paused_until="2026-03-02T08:00:00Z"), News("status", 1), "now"),
        (Noise(), News("status", 1, muted=True), "never"),
        (Noise(), News("ruling", muted=True), "now"),
        (Noise(), News("withdrawn", muted=True), "now"),
    ],
)
def test_what_a_channel_hears_of_and_when(settings: Noise, news: News, what: str) -> None:
    assert decide(settings, news, at(9)).what == what


@pytest.mark.parametrize(
    ("settings", "now", "until"),
    [
        (Noise(), at(3), None),
        (NIGHT, at(20, 59), None),
        (NIGHT, at(21), at(6, day=3)),
        (NIGHT, at(23, 30), at(6, day=3)),
        (NIGHT, at(5, 59), at(6)),
        (NIGHT, at(6), None),
        (NOON, at(12), at(13, 30)),
        (NOON, at(13, 29), at(13, 30)),
        (NOON, at(13, 30), None),
        # the night in which clocks go forward, and the one in which they go back
        (NIGHT, datetime(2026, 3, 28, 23, tzinfo=UTC), datetime(2026, 3, 29, 5, tzinfo=UTC)),
        (NIGHT, datetime(2026, 10, 24, 23, tzinfo=UTC), datetime(2026, 10, 25, 6, tzinfo=UTC)),
    ],
)
def test_quiet_hours_in_the_channels_own_time(settings: Noise, now: datetime, until: datetime | None) -> None:
    assert quiet_until(settings, now) == until
    assert decide(settings, News("status", 1), now) == (noise.Decision("later", until) if until else noise.Decision("now"))


@given(st.integers(0, 1439), st.integers(0, 1439), st.sampled_from(["UTC", "Europe/Paris", "Australia/Lord_Howe", "Asia/Kathmandu"]), st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1)))
def test_quiet_hours_end_within_a_day_and_not_before_now(start: int, end: int, zone: str, now: datetime) -> None:
    aware = now.replace(tzinfo=UTC)
    until = quiet_until(Noise(quiet_from=start, quiet_to=end, zone=zone), aware)
    assert until is None or aware <= until <= aware + timedelta(hours=25)


@pytest.mark.parametrize(
    ("words", "text", "holds"),
    [
        (("battery recall",), "A Battery  recall at Fenn", True),
        (("battery recall",), "the battery was recalled", False),
        (("crédit",), "Une ligne de CREDIT", True),
        (("召回",), "该公司否认召回电池", True),
        ((), "anything", False),
        (("  ", "!!"), "anything", False),
    ],
)
def test_words_a_channel_listens_for(words: tuple[str, ...], text: str, holds: bool) -> None:
    assert holds_a_word(Noise(words=words), [text]) is holds


def test_settings_that_are_kept_and_settings_that_are_broken() -> None:
    made = Noise(2, "never", False, False, 60, 120, "Asia/Tokyo", ("ja",), ("recall",), noise.FOR_EVER)
    assert noise.load({"settings": json.dumps({"noise": noise.dump(made)})}) == made
    for broken in (None, "", "[]", "{}", "{", '{"noise": {"min_tier": 9}}', '{"noise": {"min_tier": "x", "words": 3}}', '{"noise": {"broadcast": "loud"}}'):
        assert noise.load({"settings": broken}, "Europe/Paris") == Noise(zone="Europe/Paris")


def heard(desk: Desk, **settings: object) -> None:
    desk.follow()
    desk.ledger.outbox.save_channel(desk.team, desk.room, now=desk.clock(), settings={"noise": {**noise.dump(Noise()), **settings}})


def test_weak_news_waits_for_the_digest_and_strong_news_brings_the_card(desk: Desk) -> None:
    heard(desk, min_tier=1, new_denials=False)
    case = desk.story.case()
    desk.story.bearing(case, tier=3, status="contested")
    assert desk.post() == 0
    assert {a["error"].split(":")[0] for a in desk.ledger.outbox.alerts()} == {"waits for the digest"}
    desk.clock.pass_(days=1)
    desk.story.bearing(case, tier=1)
    desk.post()
    assert "Undercut" in shown(desk.roots()[0])


def test_what_comes_in_the_quiet_hours_comes_after_them_in_one_message(desk: Desk) -> None:
    heard(desk, quiet_from=7 * 60, quiet_to=9 * 60)
    for n in range(6):
        desk.story.case(statement=f"Matter {n}")
    assert desk.post() == 0
    desk.clock.pass_(hours=2)
    assert desk.post() == 1
    (message,) = desk.roots()
    assert "6 new cases came in at once" in shown(message)
    assert shown(message).count("Matter ") == 6
    desk.story.bearing(3)
    desk.post()
    root = next(m for m in desk.roots() if "Undercut" in shown(m))
    assert "Matter 2" in shown(root), "its next news begins its thread"


@pytest.mark.parametrize(("policy", "wide"), [("never", [False, False]), ("status", [False, True]), ("always", [True, True])])
def test_how_wide_a_reply_is_heard(desk: Desk, policy: str, wide: list[bool]) -> None:
    heard(desk, broadcast=policy)
    case = desk.story.case()
    desk.post()
    desk.story.answer(case, "Arden Bank")
    desk.post()
    desk.story.bearing(case)
    desk.post()
    assert [r.get("subtype") == "thread_broadcast" for r in desk.replies(desk.roots()[0])] == wide


@pytest.mark.parametrize("fault", ["", "drop_after"])
def test_without_threads_news_stands_alone(desk: Desk, fault: str) -> None:
    heard(desk, threads=False)
    case = desk.story.case()
    desk.post()
    desk.story.answer(case, "Arden Bank")
    if fault:
        desk.sandbox.fault("chat.postMessage", fault)
    desk.post()
    desk.clock.pass_(seconds=20)
    desk.post()
    root, news = desk.roots()
    assert desk.replies(root) == []
    assert f"case {case}" in shown(news)
    assert "Reported: Quillon Semiconductor plans to sell its foundry" in shown(news)
    assert "We do not comment on rumours." in shown(news)
    assert (desk.ledger.outbox.thread(case, desk.team, desk.room) or {})["root_ts"] == root["ts"]


def test_a_word_is_followed_whoever_it_is_about(desk: Desk) -> None:
    desk.follow("Somebody Else")
    desk.ledger.outbox.save_channel(desk.team, desk.room, now=desk.clock(), settings={"noise": {"words": ["foundry"]}})
    desk.story.case()
    desk.story.case(statement="Quillon lost a customer", span="lost a customer")
    desk.post()
    (message,) = desk.roots()
    assert "plans to sell its foundry" in shown(message)


def test_a_parent_without_its_subsidiaries(desk: Desk) -> None:
    parent, child = desk.story.company("Arden Holding"), desk.story.company("Arden Bank")
    desk.ledger.companies.set_parent(child, parent)
    desk.ledger.outbox.subscribe(desk.team, desk.room, parent, "U1", desk.clock(), {"subsidiaries": False})
    desk.story.case("Arden Bank")
    desk.post()
    assert desk.roots() == []
    desk.story.case("Arden Holding")
    desk.post()
    assert len(desk.roots()) == 1
