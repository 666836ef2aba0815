"""Whatever people type or press: one short, kind answer, no crash, no silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.blocks import check_message
from bot.settings import Settings
from bot.tell import lookups
from bot.tell.listeners.commands import denials
from bot.tell.tools import Answer, Refusal, Tools
from store.engine import Row
from store.ledger import open_ledger
from tests.tell.conftest import Moving, Running, Story
from tests.tell.test_app import said
from tests.tell.test_cards import HOSTILE
from tests.tell.test_poster import shown

COMMANDS = [*denials._HANDLERS, "all", "now", "Quillon", "quillon semiconductor", "7d", "mon 9", "Europe/Paris", "1", "#1", "case 1", '"', "“", "|", "<@U1>", "🏭", "&lt;b&gt;"]
typed = st.one_of(
    st.lists(st.one_of(st.sampled_from(COMMANDS), st.text(max_size=12), st.sampled_from(HOSTILE)), max_size=6).map(" ".join),
    st.text(max_size=300),
    st.text(alphabet="mut e1234567890d|#\"'“”<>@&", max_size=30),
)


class Client:
    """Slack's side as far as commands need it; strict about what it is asked."""

    def conversations_info(self, *, channel: str) -> Row:
        return {"channel": {"id": channel, "is_member": True}}

    def users_info(self, *, user: str) -> Row:
        return {"user": {"id": user, "tz": "Asia/Tokyo"}}

    def views_open(self, *, trigger_id: str, view: Row) -> Row:
        return {"view": view}


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tools]:
    with open_ledger(str(tmp_path_factory.mktemp("typed") / "l.db")) as ledger:
        clock = Moving()
        story = Story(ledger, clock)
        story.bearing(story.case())
        story.case("🏭 Fabrik & Söhne <b>", "🏭 denies <!channel>")
        yield Tools(ledger, Settings(), lambda: None, clock, lambda made: 1)


def outcome(work: Callable[[], Answer | None]) -> Answer | str | None:
    """The answer, or the words of a kind refusal; whatever else is raised is a bug."""
    try:
        return work()
    except Refusal as refusal:
        return str(refusal)


def kind(told: Answer | str | None) -> None:
    if isinstance(told, str):
        assert told.strip()
        assert len(told) < 1_500
        assert "Traceback" not in told
    elif told is not None:
        blocks, line = told
        assert line.strip()
        assert check_message(blocks) == ("", [])


@settings(max_examples=400)
@given(text=typed)
def test_any_command_gets_an_answer(tools: Tools, text: str) -> None:
    command = {"text": text, "team_id": "T1", "channel_id": "C1", "channel_name": "room", "user_id": "U1", "trigger_id": "1.1"}
    kind(outcome(lambda: denials.answer(command, Client(), tools)))  # type: ignore[arg-type]


@settings(max_examples=150)
@given(text=typed)
def test_any_search_gets_an_answer(tools: Tools, text: str) -> None:
    kind(outcome(lambda: lookups.anything(tools, text, "T1")))
    kind(outcome(lambda: lookups.near(tools, text, "T1")))


@pytest.mark.parametrize(
    ("text", "told"),
    [("recent", "What moved last"), ("case 1", "There is no truth"), ("#1", "There is no truth"), ("search truth", "Found for truth"), ("Quillon", "1 denial in 1 case")],
)
def test_one_box_takes_all_look_ups(tools: Tools, text: str, told: str) -> None:
    assert told in shown({"blocks": lookups.anything(tools, text, "T1")[0]})


def test_in_quotes_a_word_is_a_name(tools: Tools) -> None:
    with pytest.raises(Refusal, match="Nothing on file"):
        lookups.anything(tools, '"recent"', "T1")


def test_a_trigger_that_is_over_is_told_kindly(live: Running) -> None:
    live.follow()
    case = live.story.case()
    live.post()
    for command in ("settings", "add"):
        _refuse(live)
        assert "three seconds" in said(live.sandbox.command(command))
    _refuse(live)
    it = live.sandbox.settled(live.sandbox.click(live.roots()[0], "case_menu", f"correct|{case}"))
    assert "three seconds" in shown(it.answers[0])
    assert live.ledger.wire.problems() == [], "that is nobody's fault"


def test_a_modal_whose_trigger_is_over_gives_its_place(live: Running) -> None:
    live.follow()
    live.story.case()
    live.post()
    why = live.sandbox.settled(live.sandbox.click(live.roots()[0], "case_why")).views[0]
    _refuse(live)
    form = live.sandbox.settled(live.sandbox.click(why, "rule_wrong_pair")).views[0]
    assert "This answer belongs to another claim" in shown(form)
    assert form["id"] == why["id"], "in the place of what was pressed"
    live.sandbox.submit_view(form, {"note": "It answered another report."})
    assert live.sandbox.wait_for(lambda: live.ledger.rulings.all())
    assert live.sandbox.wait_for(lambda: (m := live.sandbox.modal()) and "It answered another report." in shown(m))
    assert live.ledger.wire.problems() == []


def test_a_trigger_that_is_over_where_nothing_can_be_answered_is_told_in_a_direct_message(live: Running) -> None:
    live.follow()
    _refuse(live)
    live.sandbox.shortcut("denials_search", user="ben")
    (told,) = live.sandbox.wait_for(lambda: live.sandbox.messages("dm", "ben"))
    assert "three seconds" in told["text"]
    live.sandbox.open_home("cho")
    home = live.sandbox.wait_for(lambda: live.sandbox.home("cho"))
    _refuse(live)
    live.sandbox.click(home, "settings_open", user="cho")
    (told,) = live.sandbox.wait_for(lambda: live.sandbox.messages("dm", "cho"))
    assert "three seconds" in told["text"]
    ts = live.sandbox.say("They say the foundry is for sale", user="ben")
    _refuse(live)
    it = live.sandbox.settled(live.sandbox.shortcut("denials_track_message", message_ts=ts))
    assert "three seconds" in said(it), "a message's shortcut is answered where it was used"
    assert live.ledger.wire.problems() == []


def test_modals_stand_three_deep_and_the_next_takes_the_place_of_the_last(live: Running) -> None:
    live.story.case()
    ts = live.sandbox.say("They say the foundry of Quillon is for sale", user="ben")
    form = live.sandbox.settled(live.sandbox.shortcut("denials_track_message", message_ts=ts)).views[0]
    assert form["title"]["text"] == "Track this claim"
    found = live.sandbox.settled(live.sandbox.click(form, "track_search")).views[0]
    chain = live.sandbox.settled(live.sandbox.click(found, "case_open")).views[0]
    asked = live.sandbox.settled(live.sandbox.click(chain, "rule_settled")).views[0]
    assert "You know how it ended" in shown(asked)
    assert live.ledger.wire.problems() == []


def _refuse(live: Running) -> None:
    """Slack forgets the next trigger before it is used."""
    hub = live.sandbox.people.hub
    give = hub.triggers.give

    def forgotten(it: Any) -> str:
        hub.triggers.give = give
        return give(it) + "x"

    hub.triggers.give = forgotten


def test_a_double_click_shares_once(live: Running) -> None:
    case = live.story.case()
    it = live.sandbox.command(f"case {case}")
    first = live.sandbox.settled(live.sandbox.click(it.answers[0], "case_share"))
    second = live.sandbox.settled(live.sandbox.click(it.answers[0], "case_share"))
    assert "On its way" in said(first)
    assert "shared already" in said(second)
    live.post()
    assert len(live.roots()) == 1


def test_a_channel_that_is_gone_between_two_words(live: Running) -> None:
    live.story.case()
    it = live.sandbox.command("case 1")
    live.sandbox.settled(live.sandbox.click(it.answers[0], "case_share"))
    live.sandbox.archive("newsroom")
    live.post()
    assert live.states() in ({"dropped": 1}, {"failed": 1}, {"failed": 1, "pending": 1}, {"failed": 1, "sent": 1})


def test_is_it_on_file_from_a_message(live: Running) -> None:
    live.story.case()
    ts = live.sandbox.say("They say the foundry of Quillon is for sale", user="ben")
    form = live.sandbox.settled(live.sandbox.shortcut("denials_track_message", message_ts=ts)).views[0]
    found = live.sandbox.settled(live.sandbox.click(form, "track_search")).views[0]
    assert "plans to sell its foundry" in shown(found)
    chain = live.sandbox.settled(live.sandbox.click(found, "case_open")).views[0]
    assert "There is no truth in this report whatsoever." in shown(chain)
    form = live.sandbox.settled(live.sandbox.shortcut("denials_track_message", message_ts=ts)).views[0]
    box = live.sandbox.settled(live.sandbox.click(form, "track_look")).views[0]
    live.sandbox.submit_view(box, {"words": "recent"})
    assert live.sandbox.wait_for(lambda: (m := live.sandbox.modal()) and "What moved last" in shown(m))


def test_an_error_of_a_listener_is_noted_and_told(live: Running) -> None:
    live.story.case()
    live.ledger.db.execute("DROP TABLE seen")
    told = said(live.sandbox.command("case 1"))
    assert "went wrong on my side" in told
    assert live.ledger.wire.problems()[0]["subject"] == "/denials"
