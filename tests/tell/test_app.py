"""The real app over Socket Mode: commands, buttons, forms and events as people use them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.tell import app as app_room
from bot.tell import noise
from bot.tell.app import SlackRefused, build_app, run_socket_mode, sign_in
from bot.tell.calls import web_client
from store.outbox import ALL_COMPANIES
from tests.tell.conftest import Desk, Running, ended
from tests.tell.test_poster import shown


def said(it: Any) -> str:
    """What came back for a command, as read."""
    (answer,) = it.answers
    assert answer.get("response_type", "ephemeral") == "ephemeral"
    assert answer["text"].strip()
    return shown(answer) or answer["text"]


def test_a_company_with_its_record_and_open_cases(live: Running) -> None:
    case = live.story.case()
    live.story.bearing(live.story.case(statement="Quillon lost its largest customer"))
    told = said(live.sandbox.command("quillon semiconductor"))
    assert "2 denials in 2 cases: 1 undercut, 1 open." in told
    assert "Open cases:" in told
    assert f"case {case}" in told
    assert "Quillon lost its largest customer" not in told


def test_the_beginning_of_a_name_will_do_and_that_is_said(live: Running) -> None:
    live.story.case()
    assert "Taken as Quillon Semiconductor." in said(live.sandbox.command("Quillon"))


def test_the_names_of_subsidiaries_are_counted_with_their_parent(live: Running) -> None:
    live.story.case("Arden Bank")
    parent = live.story.company("Arden Holding")
    live.ledger.companies.set_parent(live.story.company("Arden Bank"), parent)
    told = said(live.sandbox.command("Arden Holding"))
    assert "1 denial in 1 case" in told
    assert "Counted with it: Arden Bank." in told


def test_subsidiaries_are_folded_in_and_out(live: Running) -> None:
    live.story.case("Arden Bank")
    live.story.case("Arden Holding")
    live.ledger.companies.set_parent(live.story.company("Arden Bank"), live.story.company("Arden Holding"))
    it = live.sandbox.command("Arden Holding")
    assert "2 denials in 2 cases" in said(it)
    out = live.sandbox.settled(live.sandbox.click(it.answers[0], "record_fold"))
    assert "1 denial in 1 case" in said(out)
    assert "1 subsidiary left out." in said(out)
    shared = live.sandbox.settled(live.sandbox.click(out.answers[0], "record_share"))
    assert "On its way" in said(shared)
    live.post()
    assert "1 denial in 1 case" in shown(live.roots()[0])
    assert "As of 2 Mar 2026" in shown(live.roots()[0])
    back = live.sandbox.settled(live.sandbox.click(out.answers[0], "record_fold"))
    assert "2 denials in 2 cases" in said(back)


def test_pages_through_cases_and_shares_the_record(live: Running) -> None:
    for n in range(11):
        live.story.case(statement=f"Matter number {n}")
    first = live.sandbox.command("quillon semiconductor")
    assert said(first).count("Matter number") == 8
    more = live.sandbox.settled(live.sandbox.click(first.answers[0], "record_more"))
    assert said(more).count("Matter number") == 8
    last = live.sandbox.settled(live.sandbox.click(more.answers[0], "record_more"))
    assert said(last).count("Matter number") == 3
    assert "record_more" not in json.dumps(last.answers[0])
    shared = live.sandbox.settled(live.sandbox.click(first.answers[0], "record_share"))
    assert "On its way" in said(shared)
    live.post()
    (message,) = live.roots()
    assert "11 denials in 11 cases" in shown(message)


def test_a_case_its_chain_and_sharing_it(live: Running) -> None:
    case = live.story.case()
    live.story.bearing(case)
    it = live.sandbox.command(f"case {case}")
    assert "Origin: Northgate Ledger. Tier 1" in said(it)
    assert "Origin: Northgate Ledger. Tier 1" in said(live.sandbox.command(f"#{case}"))
    live.sandbox.settled(live.sandbox.click(it.answers[0], "case_share"))
    live.post()
    assert "Undercut" in shown(live.roots()[0])
    assert live.woken == 1


def test_sharing_where_the_bot_is_not(live: Running) -> None:
    case = live.story.case()
    it = live.sandbox.command(f"case {case}", channel="deals")
    assert "/invite @walkback" in said(live.sandbox.settled(live.sandbox.click(it.answers[0], "case_share", channel="deals")))


def test_why_opens_the_chain(live: Running) -> None:
    live.follow()
    case = live.story.case()
    live.story.bearing(case, tier=3, status="contested")
    live.post()
    it = live.sandbox.settled(live.sandbox.click(live.roots()[0], "case_why"))
    (view,) = it.views
    assert view["title"]["text"] == f"Why? Case {case}"
    assert "one newsroom, unnamed sources" in shown(view)


def test_why_of_a_case_that_is_gone(live: Running) -> None:
    live.follow()
    live.story.case()
    live.post()
    live.ledger.db.execute("DELETE FROM cases")
    it = live.sandbox.settled(live.sandbox.click(live.roots()[0], "case_why"))
    assert "not on file any more" in shown(it.views[0])


def test_search_finds_answers_and_claims_in_any_script(live: Running) -> None:
    case = live.story.case(quote="売却の事実はない", lang="ja")
    it = live.sandbox.command("search 事実")
    assert "“売却の事実はない”" in said(it)
    assert "Japanese" in said(it)
    opened = live.sandbox.settled(live.sandbox.click(it.answers[0], "case_open"))
    assert f"case {case}" in opened.answers[0]["text"]
    live.ledger.search.index("a-1", "article", "zebra crossing", "2026-03-02T07:15:00Z")
    assert "Article:" in said(live.sandbox.command("search zebra"))
    assert "Nothing on file holds all of “unicorns”" in said(live.sandbox.command("search unicorns"))
    assert "What shall I look for?" in said(live.sandbox.command("search"))


def test_recent_and_feeds(live: Running) -> None:
    assert "No case on file yet" in said(live.sandbox.command("recent"))
    assert "No feed is watched yet" in said(live.sandbox.command("feeds"))
    live.story.case()
    feed = live.ledger.wire.add_feed("https://harbourwire.example/feed", kind="press", title="Harbour Wire", now=live.clock())
    live.ledger.wire.save_feed(feed["id"], last_error="HTTP 500")
    live.ledger.wire.add_feed("https://gone.example/feed", kind="press", title="Gone", now=live.clock())
    live.ledger.db.execute("UPDATE feeds SET state = 'muted' WHERE title = 'Gone'")
    assert "Quillon Semiconductor plans to sell its foundry" in said(live.sandbox.command("recent"))
    told = said(live.sandbox.command("feeds"))
    assert "2 feeds watched, 0 well." in told
    assert "🟠 Harbour Wire: HTTP 500" in told
    assert "⚫ Gone: muted" in told


def test_subscribing_shows_what_is_open_at_once_and_later_news_comes(live: Running) -> None:
    case = live.story.case()
    live.story.told.clear()
    told = said(live.sandbox.command("subscribe Quillon Semiconductor", user="ben"))
    assert "This channel now hears of Quillon Semiconductor." in told
    assert "The weekly digest comes Mondays at 9:00 (America/New_York)." in told
    assert f"case {case}" in told
    assert live.post() == 0, "no flood: old cases wait for news"
    live.story.bearing(case)
    live.post()
    assert "Undercut" in shown(live.roots()[0])
    assert "already hears" in said(live.sandbox.command("subscribe quillon semiconductor"))
    assert "No more news of Quillon Semiconductor here." in said(live.sandbox.command("unsubscribe"))
    assert "Nothing is followed here" in said(live.sandbox.command("unsubscribe"))


def test_subscribing_to_everything_and_out_of_it(live: Running) -> None:
    assert "every company" in said(live.sandbox.command("subscribe all"))
    live.story.company("Arden Bank")
    live.sandbox.command("subscribe Arden Bank")
    told = said(live.sandbox.command("unsubscribe"))
    assert "Followed here: every company, Arden Bank." in told
    assert "Which one? /denials unsubscribe Arden Bank." in told
    assert "is not followed here" in said(live.sandbox.command("unsubscribe Fenn"))
    assert "No more news of Arden Bank here. 1 subscription left." in said(live.sandbox.command("unsubscribe arden bank"))
    assert "Nothing is followed here any more." in said(live.sandbox.command("unsubscribe all"))


def test_a_company_nobody_knows_yet_can_be_followed(live: Running) -> None:
    assert "Nothing is on file about it yet" in said(live.sandbox.command("subscribe Zorblatt Industries"))
    live.story.case("Zorblatt Industries")
    live.post()
    assert len(live.roots()) == 1


def test_a_slip_gets_suggestions_and_quotation_marks_insist(live: Running) -> None:
    live.story.case()
    told = said(live.sandbox.command("subscribe Quilon Semiconductor"))
    assert "Did you mean Quillon Semiconductor?" in told
    assert "now hears of Quilon Semiconductor" in said(live.sandbox.command('subscribe "Quilon Semiconductor"'))


def test_subscribing_where_the_bot_is_not(live: Running) -> None:
    live.story.case()
    assert "/invite @walkback" in said(live.sandbox.command("subscribe all", channel="deals"))
    assert live.ledger.outbox.subscriptions(live.team, live.sandbox.channel_id("deals")) == []


def test_following_by_direct_message(live: Running) -> None:
    live.story.case()
    live.story.told.clear()
    live.sandbox.open_home("ben", "messages")
    told = said(live.sandbox.command("subscribe Quillon Semiconductor", channel="dm", user="ben"))
    assert "You now hear of Quillon Semiconductor." in told
    live.story.bearing(1)
    live.post()
    assert any("Undercut" in shown(m) for m in live.sandbox.messages("dm", "ben"))
    assert live.roots() == []
    assert "on their way to you." in said(live.sandbox.command("digest now", channel="dm", user="ben"))
    assert "No more news" in said(live.sandbox.command("unsubscribe", channel="dm", user="ben"))


def test_the_digest_command(live: Running) -> None:
    assert "Nothing is followed here" in said(live.sandbox.command("digest"))
    assert "Nothing is followed here" in said(live.sandbox.command("digest now"))
    told = said(live.sandbox.command("digest fri 16:30 Europe/Paris"))
    assert "The digest comes Fridays at 16:30 (Europe/Paris); next on 6 Mar 2026. Nothing is followed here yet" in told
    live.sandbox.command("subscribe all")
    assert "The digest comes Fridays at 16:30" in said(live.sandbox.command("digest"))
    assert "did you mean Europe/Paris" in said(live.sandbox.command("digest mon 9 Europe/Paris1"))
    live.sandbox.command("digest now")
    live.post()
    assert "nothing happened in what is watched here" in live.roots()[0]["text"]
    assert "No weekly digest here any more" in said(live.sandbox.command("digest off"))
    assert "There is no weekly digest here" in said(live.sandbox.command("subscribe Arden Bank"))


def test_muting_a_case(live: Running) -> None:
    live.follow()
    case = live.story.case()
    live.post()
    assert "muted here until 9 Mar 2026" in said(live.sandbox.command(f"mute {case} 7d"))
    live.story.answer(case, "Arden Bank")
    assert live.post() == 1, "the card is kept up to date, but nobody is told"
    assert "comes here again" in said(live.sandbox.command(f"unmute case {case}"))
    live.story.answer(case, "Fenn")
    live.post()
    assert len(live.replies(live.roots()[0])) == 1
    assert "until you unmute it" in said(live.sandbox.command(f"mute case {case}"))
    assert "is no span of days" in said(live.sandbox.command(f"mute {case} forever"))
    assert "Which case?" in said(live.sandbox.command("mute"))


FORM = {"company": "Arden Bank", "claim": "Arden Bank is short of cash", "answer": "We have ample liquidity.", "speaker": "Ana", "link": "https://harbourwire.example/a", "date": "2026-03-01"}


def test_adding_by_hand_with_the_form(live: Running) -> None:
    it = live.sandbox.command("add")
    (view,) = it.views
    assert view["callback_id"] == "add_by_hand"
    done = live.sandbox.submit_view(view, FORM | {"link": "ftp://x", "date": "2027-01-01"})
    assert set(done.form_errors) == {"link", "date"}
    live.sandbox.submit_view(view, FORM)
    modal = live.sandbox.wait_for(lambda: (m := live.sandbox.modal()) and "On file as case 41" in shown(m) and m)
    assert "Arden Bank denied it outright" in shown(modal)
    (made,) = live.entered
    assert (made.company, made.answer, made.link, made.said.isoformat(), made.channel) == ("Arden Bank", "We have ample liquidity.", "https://harbourwire.example/a", "2026-03-01T00:00:00+00:00", live.room)


@pytest.mark.parametrize(("kind", "told"), [("no_response", "Arden Bank had not responded"), ("no_comment", "Arden Bank declined to comment")])
def test_who_did_not_answer_said_no_words(live: Running, kind: str, told: str) -> None:
    view = live.sandbox.command("add").views[0]
    (field,) = [b for b in view["blocks"] if b.get("block_id") == "answer"]
    assert field["optional"]
    silent = {k: v for k, v in FORM.items() if k != "answer"}
    assert set(live.sandbox.submit_view(view, silent | {"kind": "flat_denial"}).form_errors) == {"answer"}
    live.sandbox.submit_view(view, silent | {"kind": kind})
    assert live.sandbox.wait_for(lambda: (m := live.sandbox.modal()) and told in shown(m))
    (made,) = live.entered
    assert (made.answer, made.kind) == ("", kind)


@pytest.mark.parametrize(("claim", "told"), [("please refuse", "on file already, as case 7"), ("please crash", "Sorry, that went wrong on my side")])
def test_what_the_desk_refuses_is_told_in_the_form(live: Running, claim: str, told: str) -> None:
    view = live.sandbox.command("add").views[0]
    live.sandbox.submit_view(view, FORM | {"claim": claim})
    modal = live.sandbox.wait_for(lambda: (m := live.sandbox.modal()) and told in shown(m) and m)
    assert "secret path" not in shown(modal)


def test_adding_by_hand_in_one_line(live: Running) -> None:
    told = said(live.sandbox.command("add AT&T | it plans to sell <b> | “No.” | https://x.example/a?b=1&c=2 | 2026-03-01"))
    assert "On file as case 41" in told
    assert live.entered[0].company == "AT&T"
    assert live.entered[0].link == "https://x.example/a?b=1&c=2"
    assert "Five things with | between them" in said(live.sandbox.command("add Arden Bank | short of cash"))
    assert "Please give the words of the answer." in said(live.sandbox.command("add a | b |  | https://x.example | 2026-03-01"))
    assert "it has letters or digits" in said(live.sandbox.command("add 🚀 | b | c | https://x.example | 2026-03-01"))
    assert "goes like 2026-03-02" in said(live.sandbox.command("add a | b | c | https://x.example | yesterday"))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "What you can type:"),
        ("   ", "What you can type:"),
        ("help", "What you can type:"),
        ("Nobody Knows This", "I have nothing on file about “Nobody Knows This”."),
        ("serach batteries", "If you meant the command: /denials search batteries"),
        ("Quilon", "Did you mean Quillon Semiconductor?"),
        ("Quilon Semiconductor", "Did you mean Quillon Semiconductor?"),
        ('"Feeds"', "I have nothing on file about “Feeds”."),
        ("🦄🦄", "A company's name has letters or digits."),
        ("<!channel> *x*", "I have nothing on file"),
        ("x" * 3_000, "That is 3,000 characters"),
        ("search " + "y " * 1_400, "Nothing on file holds all of"),
        ("case", "A case has a number"),
        ("case twelve", "A case has a number"),
        ("case 99999999999999999999", "A case has a number"),
        ("case 999", "There is no case 999"),
        ("999", "There is no case 999"),
        ("subscribe", "Which company?"),
        ("subscribe !!!", "That is no company's name"),
        ("unsubscribe Fenn", "Nothing is followed here"),
        ("digest someday", "For example: /denials digest mon 9 Europe/Paris"),
        ("unmute", "A case has a number"),
    ],
)
def test_whatever_is_typed_gets_a_short_kind_private_answer(live: Running, typed: str, told: str) -> None:
    live.story.case()
    it = live.sandbox.command(typed)
    assert told in said(it)
    assert not it.error
    assert "<!" not in it.answers[0]["text"]


def test_a_redelivered_command_runs_once(live: Running) -> None:
    live.sandbox.fault("deliver", "duplicate")
    it = live.sandbox.command("subscribe all")
    live.sandbox.command("help")
    assert len(it.answers) == 1


def test_an_error_of_ours_is_told_kindly_and_noted(live: Running) -> None:
    case = live.story.case()
    live.ledger.db.execute("DROP TABLE claim_links")
    live.ledger.db.execute("DROP TABLE pairs")
    told = said(live.sandbox.command(f"case {case}"))
    assert "went wrong on my side" in told
    assert live.ledger.wire.problems()[0]["subject"] == "/denials"


def test_joining_a_channel_says_what_the_bot_does_there(live: Running) -> None:
    live.sandbox.invite("deals", "ana")
    live.sandbox.wait_for(lambda: live.ledger.outbox.states().get("pending"))
    live.post()
    (message,) = live.sandbox.messages("deals")
    assert "I remember what companies denied" in shown(message)
    assert "Nothing is watched here yet. Next digest on 2 Mar 2026, then Mondays at 9:00 (UTC)." in shown(message)


def test_whoever_opens_the_conversation_is_told_once_what_can_be_typed_there(live: Running) -> None:
    for _ in range(2):
        live.sandbox.open_home("ben", "messages")
    live.sandbox.wait_for(lambda: live.ledger.outbox.states().get("pending"))
    live.post()
    (message,) = live.sandbox.messages("dm", "ben")
    assert "Type commands here, and I answer you alone: /denials COMPANY" in shown(message)
    assert "I have nothing on file" in said(live.sandbox.command("Nobody", channel="dm", user="ben"))


def test_a_home_tab_that_slack_does_not_take_is_put_up_again_or_kept_as_a_problem(live: Running) -> None:
    live.sandbox.fault("views.publish", "500")
    live.sandbox.open_home("ben")
    assert live.sandbox.wait_for(lambda: live.sandbox.home("ben"))
    assert live.ledger.wire.problems() == []
    live.sandbox.fault("views.publish", "500", times=2)
    live.sandbox.open_home("ana")
    (problem,) = live.sandbox.wait_for(live.ledger.wire.problems)
    assert problem["subject"] == "App Home"
    live.sandbox.open_home("ana")
    assert live.sandbox.wait_for(lambda: live.sandbox.home("ana")), "the next opening tries again"


def test_a_home_tab_that_cannot_be_made_says_so(live: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live.ledger.cases, "counts", lambda team: 1 / 0)
    live.sandbox.open_home("ben")
    assert "Sorry, that went wrong on my side" in shown(live.sandbox.wait_for(lambda: live.sandbox.home("ben")))
    assert "ZeroDivisionError" in live.ledger.wire.problems()[0]["message"]


def test_joining_is_told_again_by_slack_where_it_could_not_be_kept(live: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    save, failed = live.ledger.outbox.save_channel, list[str]()

    def locked(*args: Any, **more: Any) -> None:
        if not failed:
            failed.append("once")
            raise RuntimeError("database is locked")
        save(*args, **more)

    monkeypatch.setattr(live.ledger.outbox, "save_channel", locked)
    live.sandbox.fault("conversations.info", "500")
    live.sandbox.add_channel("secret", private=True, members=("ana",))
    live.sandbox.invite("secret", "ana")
    live.sandbox.wait_for(lambda: live.ledger.outbox.states().get("pending"))
    (row,) = live.ledger.outbox.channels()
    assert failed
    assert noise.private(row), "by the event, though Slack did not tell of the channel"
    assert "database is locked" in live.ledger.wire.problems()[0]["message"]
    live.post()
    (message,) = live.sandbox.messages("secret")
    assert "I remember what companies denied" in shown(message)


def test_channels_that_come_and_go(live: Running) -> None:
    room = live.sandbox.add_channel("side")
    live.follow(channel=room)

    def state() -> Any:
        row = live.ledger.outbox.channel(live.team, room)
        assert row
        return row["state"], row["error"], row["name"]

    live.sandbox.rename("side", "aside")
    live.sandbox.wait_for(lambda: state()[2] == "aside")
    live.sandbox.archive("aside")
    live.sandbox.wait_for(lambda: state()[:2] == ("paused", "is_archived"))
    live.sandbox.archive("aside", False)
    live.sandbox.wait_for(lambda: state()[0] == "active")
    live.sandbox.event("channel_id_changed", old_channel_id=room, new_channel_id="C0NEW", event_ts="1.1")
    live.sandbox.wait_for(lambda: live.ledger.outbox.subscriptions(live.team, "C0NEW"))
    assert live.ledger.outbox.subscriptions(live.team, room) == []


def test_the_home_tab_and_settling_what_nobody_could_look_for(live: Running) -> None:
    live.follow("Quillon Semiconductor")
    live.story.case()
    live.ledger.wire.problem("watch", "https://x.example", "HTTP 500", live.clock())
    live.sandbox.fault("chat.postMessage", "drop_before")
    live.story.tell()
    live.poster.tick()
    live.sandbox.open_home("ana")
    home = live.sandbox.wait_for(lambda: live.sandbox.home("ana"))
    text = shown(home)
    for part in ("1 denial in 1 case: 1 open.", "Quillon Semiconductor", "2 unclear", "Did this arrive?", "HTTP 500", "offline reader"):
        assert part in text, part
    (block,) = [b["block_id"] for b in home["blocks"] if b["type"] == "actions" and b["elements"][0]["action_id"] == "outbox_arrived"]
    live.sandbox.click(home, "outbox_retry", user="ana", block_id=block)
    live.sandbox.wait_for(lambda: live.states().get("pending"))
    live.post()
    assert len(live.roots()) == 1
    assert "Did this arrive?" not in shown(live.sandbox.wait_for(lambda: live.sandbox.home("ana")))


def test_only_admins_settle_deliveries(live: Running) -> None:
    live.ledger.outbox.save_installation(live.team, now=live.clock(), installer=live.sandbox.user_id("ana"))
    live.follow()
    live.story.case()
    live.sandbox.fault("chat.postMessage", "drop_after")
    live.story.tell()
    live.poster.tick()
    live.sandbox.open_home("ben")
    assert "Did this arrive?" not in shown(live.sandbox.wait_for(lambda: live.sandbox.home("ben")))
    live.sandbox.open_home("ana")
    home = live.sandbox.wait_for(lambda: live.sandbox.home("ana"))
    live.sandbox.click(home, "outbox_arrived", user="ana")
    live.sandbox.wait_for(lambda: live.states() == {"sent": 2})


@pytest.mark.parametrize("first", [True, False])
def test_the_end_of_an_installation_takes_all_of_the_team_along(live: Running, first: bool) -> None:
    live.ledger.outbox.save_installation(live.team, now=live.clock(), state="active")
    live.follow()
    live.story.case()
    live.sandbox.uninstall(tokens_first=first)
    live.sandbox.wait_for(lambda: live.ledger.outbox.installation(live.team) is None)
    assert live.ledger.outbox.channels() == []
    assert live.ledger.teams.left(live.team)
    assert live.story.tell() == 0
    assert len(live.ledger.cases.all_ids()) == 1


def test_a_late_event_of_an_earlier_installation_means_nothing(live: Running) -> None:
    live.ledger.outbox.save_installation(live.team, now=live.clock(), installed="2100-01-01T00:00:00Z")
    live.follow()
    live.sandbox.event("app_uninstalled", event_ts="1.1")
    live.sandbox.event("channel_rename", channel={"id": live.room, "name": "afterwards"})
    live.sandbox.wait_for(lambda: (live.ledger.outbox.channel(live.team, live.room) or {}).get("name") == "afterwards")
    assert live.ledger.outbox.installation(live.team)


def test_searching_from_anywhere(live: Running) -> None:
    live.story.case()
    it = live.sandbox.settled(live.sandbox.shortcut("denials_search"))
    done = live.sandbox.submit_view(it.views[0], {"words": "no such thing"})
    assert "Nothing on file" in done.form_errors["words"]
    live.sandbox.submit_view(it.views[0], {"words": "quillon semiconductor"})
    modal = live.sandbox.wait_for(lambda: (m := live.sandbox.modal()) and "1 denial in 1 case" in shown(m) and m)
    pushed = live.sandbox.settled(live.sandbox.click(modal, "case_open"))
    assert "There is no truth in this report whatsoever." in shown(pushed.views[0])


def test_buttons_of_an_answer_work_in_a_modal_too(live: Running) -> None:
    cases = [live.story.case(statement=f"Quillon Semiconductor plans to sell plant {i}") for i in range(10)]

    def found(words: str) -> Any:
        (form,) = live.sandbox.settled(live.sandbox.shortcut("denials_search")).views
        live.sandbox.submit_view(form, {"words": words})
        return live.sandbox.wait_for(lambda: (m := live.sandbox.modal()) and m["title"]["text"] == "Denials" and m)

    modal = found("quillon semiconductor")
    assert "Share in channel" not in shown(modal)
    live.sandbox.settled(live.sandbox.click(modal, "record_more"))
    assert live.sandbox.wait_for(lambda: (m := live.sandbox.modal()) and "the latest news first" in shown(m))
    live.sandbox.close_view(modal)
    modal = found(f"case {cases[0]}")
    assert "Share in channel" not in shown(modal)
    live.sandbox.settled(live.sandbox.click(modal, "case_why"))
    assert live.sandbox.wait_for(lambda: (m := live.sandbox.modal()) and m["title"]["text"] == f"Why? Case {cases[0]}")


def test_tracking_the_claim_of_a_message(live: Running) -> None:
    ts = live.sandbox.say("Big: Arden Bank is short of cash https://harbourwire.example/a", user="ben")
    it = live.sandbox.settled(live.sandbox.shortcut("denials_track_message", message_ts=ts))
    fields = {b["block_id"]: b["element"].get("initial_value") for b in it.views[0]["blocks"] if "element" in b}
    assert fields["claim"] == "Big: Arden Bank is short of cash"
    assert fields["link"] == "https://harbourwire.example/a"


def test_signing_in_tells_a_dead_token_from_a_dead_network(desk: Desk) -> None:
    assert sign_in(desk.ledger, desk.client, desk.clock()) == desk.team
    row = desk.ledger.outbox.installation(desk.team)
    assert row
    assert (row["state"], row["bot_user"]) == ("active", desk.sandbox.default.bot_user)
    from dataclasses import replace

    assert sign_in(desk.ledger, web_client(replace(desk.settings, slack_api_url="http://127.0.0.1:9/api/")), desk.clock()) == ""
    desk.sandbox.revoke_token()
    with pytest.raises(SlackRefused, match=r"SLACK_BOT_TOKEN \(token_revoked\)"):
        sign_in(desk.ledger, desk.client, desk.clock())


def test_connecting_is_tried_until_slack_is_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_room, "RECONNECT", (0.05,))
    desk.sandbox.fault("apps.connections.open", "500", times=2)
    app = build_app(desk.ledger, desk.settings, poster_wake=lambda: None, now=desk.clock)
    handler = run_socket_mode(app, desk.settings)
    desk.sandbox.wait_connected()
    assert "What you can type" in said(desk.sandbox.command("help"))
    ended(handler)


def test_without_a_desk_adding_says_so(desk: Desk) -> None:
    app = build_app(desk.ledger, desk.settings, poster_wake=lambda: None, now=desk.clock)
    handler = run_socket_mode(app, desk.settings)
    desk.sandbox.wait_connected()
    assert "not available in this process" in said(desk.sandbox.command("add"))
    ts = desk.sandbox.say("x", user="ben")
    it = desk.sandbox.settled(desk.sandbox.shortcut("denials_track_message", message_ts=ts))
    assert "not available" in shown(it.views[0])
    ended(handler)


def test_where_only_admins_change_things(live: Running) -> None:
    live.ledger.outbox.save_installation(live.team, now=live.clock(), installer=live.sandbox.user_id("ana"))
    object.__setattr__(live.settings, "admins_only", True)
    case = live.story.case()
    for words in ("subscribe all", "unsubscribe", "digest mon 9", f"mute {case}", f"unmute {case}", "add"):
        assert "only admins change things" in said(live.sandbox.command(words, user="ben")), words
    live.follow()
    live.post()
    it = live.sandbox.settled(live.sandbox.click(live.roots()[0], "case_menu", f"mute|{case}", user="ben"))
    assert "only admins change things" in said(it)
    assert not (live.ledger.outbox.thread(case, live.team, live.room) or {})["muted_until"]
    live.ledger.outbox.unsubscribe(live.team, live.room, ALL_COMPANIES)
    for words in ("quillon semiconductor", "recent", f"case {case}", "help"):
        assert "only admins" not in said(live.sandbox.command(words, user="ben")), words
    assert "hears of every company" in said(live.sandbox.command("subscribe all", user="ana"))


def test_one_teams_trouble_is_not_shown_to_another(live: Running) -> None:
    live.ledger.outbox.save_installation(live.team, now=live.clock())
    live.ledger.outbox.save_installation("T0OTHER", now=live.clock())
    live.ledger.outbox.add_alert({"key": "k", "team": "T0OTHER", "channel": "C0OTHER", "event": "root", "created": "2026-03-01T00:00:00Z"})
    live.ledger.wire.problem("tell", "C0OTHER", "posting to this channel is paused", live.clock())
    live.sandbox.open_home("ana")
    text = shown(live.sandbox.wait_for(lambda: live.sandbox.home("ana")))
    assert "0 alerts sent, 0 waiting" in text
    assert "C0OTHER" not in text
