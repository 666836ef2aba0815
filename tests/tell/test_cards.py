"""What people read: honest words, safe text, within Slack's limits."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.blocks import check_message, check_view
from bot.settings import Settings
from bot.tell import cards, corrected, home, mrkdwn, pages, replies, rich, words
from bot.tell.tools import Tools
from store.engine import iso
from tests.tell.conftest import Story
from tests.tell.test_poster import shown

Row = dict[str, Any]

HOSTILE = [
    "<!channel> <!here> <@U123> <#C123|x> <!date^0^{date}|x> <https://evil.example|reuters.com>",
    "a" * 5_000, "😀" * 3_000, "&" * 4_000, "<" * 4_000, ">" * 900, "漢" * 4_000, "\u202e\u200b\ufeffabc\u2066", "\x00\x07 \ud800 x",
    "*bold* _it_ `code` :tada: @here #general", "e\u0301" * 2_000, "🏳️‍🌈" * 900, "\n\n\n", "", " ", '"quoted"', "a|b", "<a|b>",
]  # fmt: skip
URLS = [
    "https://harbourwire.example/a", "javascript:alert(1)", "https://evil.example/|reuters.com>", "https://a.example/<b>?q=1 2", "ftp://x.example",
    "https://user:pass@evil.example/x", "http://[::1", "https://Ünïcode.example/ä", "https://" + "a" * 3_000 + ".example", "", "file:note.txt",
    "https://аррӏе.example/", "https://x.example:8080/p", "HTTPS://BIG.example/%3Cok%3E",
]  # fmt: skip
anything = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=400), st.text(alphabet="<>&|!@#^{}*_~`: \n\u202e", max_size=80))
urls = st.one_of(st.sampled_from(URLS), st.text(max_size=60).map(lambda t: "https://" + t))
statuses = st.sampled_from([*words.STATUS, None, "odd"])
times = st.sampled_from(["2026-03-02T07:15:00Z", "1969-01-01T00:00:00Z", "2099-12-31T23:59:59Z"])


@st.composite
def views(draw: st.DrawFn) -> Row:
    """Cases of arbitrary text and size."""
    texts = [draw(anything) for _ in range(6)]
    pick = st.sampled_from(texts)
    article = lambda: {"outlet": draw(pick), "url": draw(urls), "title": draw(pick), "article_title": draw(pick), "lang": draw(st.sampled_from(["en", "fr", "zz", "", "zh-Hant"]))}  # noqa: E731
    claims = [
        {"id": f"c{i}", "company": draw(pick), "statement": draw(pick), "span": draw(pick), "origin": draw(pick), "sourcing": draw(st.sampled_from(["anonymous", "named", "document", "x"])),
         "source_count": draw(st.sampled_from([None, 1, 3])), "hedged": 1, "reader": draw(pick), "published": draw(times), **article()}
        for i in range(draw(st.integers(0, 12)))
    ]  # fmt: skip
    responses = [
        {"id": f"r{i}", "company": draw(pick), "speaker": draw(pick), "kind": draw(st.sampled_from([*words.KIND, "odd"])), "quote": draw(pick), "direct": i % 2, "article_id": f"a{i}",
         "status": draw(statuses), "status_why": draw(pick), "reader": draw(pick), "entered_by": draw(st.sampled_from([None, "U1"])), "published": draw(times), "claims": [f"c{i}"], **article()}
        for i in range(draw(st.integers(1, 12)))
    ]  # fmt: skip
    bearings = [
        {"article_id": f"b{i}", "response_id": f"r{i % len(responses)}", "verdict": draw(st.sampled_from([*words.VERDICT, "odd"])), "tier": draw(st.integers(1, 5)), "span": draw(pick), "why": draw(pick),
         "origin": draw(pick), "judge": draw(pick), "confidence": draw(st.sampled_from([0.0, 0.5, 1.0, None])), "published": draw(times), **article()}
        for i in range(draw(st.integers(0, 14)))
    ]  # fmt: skip
    companies = [{"id": i, "name": draw(pick), "role": role} for i, role in enumerate(draw(st.lists(st.sampled_from([*words.ROLE]), max_size=5)))]
    return {"id": 12, "title": draw(pick), "status": draw(statuses), "revision": 3, "companies": companies, "claims": claims, "responses": responses, "bearings": bearings,
            "first_seen": draw(times), "first_published": draw(times)}  # fmt: skip


LIVE = re.compile(r"<[^>]*>")


def sound(blocks: list[Row], text: str) -> None:
    """Within every limit, nothing live but links to http(s) that print where they lead."""
    error, complaints = check_message(blocks)
    assert not error, complaints
    assert len(blocks) <= 50
    assert rich.size(blocks) < 12_000
    assert mrkdwn.length(text) <= 3_900
    assert text.strip()
    assert not LIVE.search(text), "the fallback holds no mark-up at all"
    json.dumps(blocks, ensure_ascii=False).encode("utf-8")
    for element in _elements(blocks):
        assert element.get("type") not in ("user", "channel", "broadcast", "usergroup", "date", "emoji")
        if element.get("type") == "link":
            assert element["url"].startswith(("http://", "https://", "HTTPS://"))
            assert not set(element["url"]) & set("<>|\"\\ ")
            assert element["text"] == mrkdwn.domain(element["url"])
        if element.get("type") == "mrkdwn":
            raise AssertionError("no mrkdwn in messages that carry foreign text")


def _elements(value: Any) -> list[Row]:
    if isinstance(value, dict):
        return [value, *(e for v in value.values() for e in _elements(v))]
    if isinstance(value, list):
        return [e for v in value for e in _elements(v)]
    return []


@settings(max_examples=150)
@given(views(), st.data())
def test_hostile_text_breaks_nothing(view: Row, data: st.DataObject) -> None:
    sound(*cards.root(view))
    news = [{"event": "response", "response_id": r["id"], "article_id": "a", "body": "{}"} for r in view["responses"]]
    news += [{"event": "bearing", "response_id": b["response_id"], "article_id": b["article_id"], "body": "{}"} for b in view["bearings"]]
    news += [{"event": "status", "response_id": r["id"], "article_id": "a", "body": '{"old": "upheld"}'} for r in view["responses"][:4]]
    news += [{"event": "withdrawn", "response_id": "r0", "article_id": "a9", "body": '{"old": "undercuts"}'}]
    some = data.draw(st.lists(st.sampled_from(news), min_size=1, max_size=20))
    article = {"a9": {"outlet": view["title"], "title": view["title"], "url": view["responses"][0]["url"]}}
    if message := replies.reply(view, some, article):
        sound(*message)
    sound(*pages.case_page(view))
    modal = pages.why_modal(view)
    assert check_view(modal) == ("", [])
    line = {"id": 1, "status": view["status"], "title": view["title"], "companies": view["companies"], "denials": 2, "updated": "2026-03-02T07:15:00Z"}
    record = {"denials": 3, "cases": 2, "by_status": {"open": 2, "undercut": 1}, "by_kind": {}, "median_days_to_reversal": 0.2}
    sound(*pages.record_page(view["title"], record, [{**line, "id": i} for i in range(8)], more="{}", share="{}", notes=[view["title"][:500]] if view["title"].strip() else []))
    sound(*pages.listing("Recent", [line] * 8, "none"))
    hits = [{"what": w, "words": view["title"], "verbatim": w == "response", "outlet": view["title"], "lang": "fr", "published": "2026-03-02T07:15:00Z", "url": view["responses"][0]["url"], "case_id": 4}
            for w in ("claim", "response", "article")]  # fmt: skip
    sound(*pages.found(view["title"], hits))
    sound(*pages.note(view["title"], view["title"] * 3))


@given(st.text(), st.integers(2, 300))
def test_clipping_keeps_to_its_length(text: str, limit: int) -> None:
    cut = mrkdwn.clip(text, limit)
    assert mrkdwn.length(cut) <= limit
    assert cut == mrkdwn.one_line(cut) or cut.endswith("…")


@given(st.one_of(st.text(), st.sampled_from(URLS)))
def test_a_link_is_safe_or_absent(url: str) -> None:
    safe = mrkdwn.safe_url(url)
    if safe:
        assert not set(safe) & set("<>|\" \n\\")
        assert safe.isascii()
        assert mrkdwn.domain(url)


def test_links_print_the_domain_they_really_lead_to() -> None:
    assert mrkdwn.domain("https://www.harbourwire.example/a") == "harbourwire.example"
    assert mrkdwn.domain("https://reuters.example@evil.example/x") == "evil.example"
    assert mrkdwn.domain("https://аррӏе.example/").startswith("xn--"), "look-alike letters show"
    assert mrkdwn.safe_url("https://x.example:8080/ä b") is not None
    assert mrkdwn.safe_url("javascript:alert(1)") is None
    assert mrkdwn.safe_url("https://x.example/a|b<c>") == "https://x.example/a%7Cb%3Cc%3E"


def test_the_root_card_says_who_said_what_when_and_where(story: Story) -> None:
    case = story.case(lang="fr", quote="L’intégralité du principe est fausse", speaker="Une porte-parole")
    blocks, text = cards.root(story.view(case))
    for part in ("Quillon Semiconductor", "Open", "Quillon Semiconductor plans to sell its foundry", "“L’intégralité du principe est fausse”",
                 "Une porte-parole", "in French", "2 Mar 2026", "harbourwire.example", "2 unnamed sources", "No later report yet", f"case {case}"):  # fmt: skip
        assert part in shown({"blocks": blocks}), part
        assert part in text, part
    assert "“Quillon Semiconductor plans to sell its foundry”" not in text, "a reader's words are not quoted"
    button, menu = [e for b in blocks if b["type"] == "actions" for e in b["elements"]]
    assert [o["value"] for o in menu["options"]] == [f"none|{case}", f"correct|{case}", f"snooze|{case}", f"mute|{case}"]
    assert (button["action_id"], button["value"], button["text"]["text"]) == ("case_why", str(case), "Why?")


def test_an_answer_is_not_told_as_the_report_it_answers(story: Story) -> None:
    view = story.view(story.case(quote="We sell nothing of the kind"))
    alone = {**view, "claims": [], "title": "“We sell nothing of the kind”", "responses": [{**r, "claims": []} for r in view["responses"]]}
    blocks, text = cards.root(alone)
    for message in (text, shown({"blocks": blocks})):
        assert "Reported: the report itself is not on file yet" in message
        assert message.count("We sell nothing of the kind") == 1


def test_words_of_the_outlet_are_not_given_as_the_companys(story: Story) -> None:
    case = story.case()
    story.answer(case, "Arden Bank", "no_response", "Arden Bank did not answer a request for comment.")
    _, text = cards.root(story.view(case))
    assert "in the outlet's words, Morning Ledger" in text


def test_nothing_ever_says_lied() -> None:
    every = json.dumps([words.STATUS, words.KIND, words.KIND_NAME, words.VERDICT, words.TIER, pages.HELP])
    assert not re.search(r"\blie[ds]?\b|\blying\b|false denial", every)


def test_quotes_that_bring_their_own_marks_get_no_second_pair() -> None:
    assert mrkdwn.quoted("« Faux »") == "« Faux »"
    assert mrkdwn.quoted("No.") == "“No.”"


def test_the_chain_names_tier_origin_judge_and_confidence(story: Story) -> None:
    case = story.case()
    story.bearing(case, tier=3, verdict="undercuts", status="contested")
    story.bearing(case, verdict="no_bearing", status="contested", tier=4)
    text = shown({"blocks": pages.why_modal(story.view(case))["blocks"]})
    for part in ("one newsroom, unnamed sources", "Origin: Northgate Ledger", "Tier 3, judged by rules (offline-1), 90 % sure", "Read by rules (offline-1)", "nothing new", "Contested"):
        assert part in text, part


def test_a_case_without_news_says_that_silence_is_no_proof(story: Story) -> None:
    blocks, _ = pages.case_page(story.view(story.case()))
    assert "Silence is not a confirmation." in shown({"blocks": blocks})


def test_a_reason_has_dates_as_people_read_them() -> None:
    why = "undercut by a primary document or the company on the record (Quillon, 2026-03-02)"
    assert words.standing("undercut", why) == "Undercut by a primary document or the company on the record (Quillon, 2 Mar 2026)"
    assert words.standing("open", "nothing published since bears on it") == "Open: nothing published since bears on it"
    assert words.standing("stale", "the day that the claim names, 2026-03-31, passed without news").endswith("names, 31 Mar 2026, passed without news")
    assert words.standing(None, "") == "Open: nothing confirmed or refuted so far"


def test_records_in_words() -> None:
    record = {"denials": 12, "cases": 9, "by_status": {"open": 8, "undercut": 3, "stale": 1}, "median_days_to_reversal": 43.2}
    assert pages.record_words(record) == "12 denials in 9 cases: 3 undercut, 8 open, 1 without news. Median time until one was undercut: 43 days."
    assert pages.record_words({"denials": 0, "cases": 0}) == "No denial on file."
    assert pages.record_words({"denials": 0, "cases": 1}) == "No denial on file, though named in 1 case."


@pytest.mark.parametrize(("names", "told"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C", "D"], "A, B, C and 1 more")])
def test_lists_read_as_people_write_them(names: list[str], told: str) -> None:
    assert words.listed(names) == told


def test_dates_and_languages() -> None:
    assert words.day("2026-03-02T23:59:00Z") == "2 Mar 2026"
    assert words.day("nonsense") == words.day(None) == words.minute("") == ""
    assert words.minute("2026-03-02T07:15:00Z") == "2 Mar 2026, 07:15 UTC"
    assert (words.language("fr"), words.language("en-GB"), words.language("tlh")) == ("French", "", "tlh")


def test_the_home_tab_fits_with_much_on_it(story: Story, clock: Any) -> None:
    tools = Tools(story.ledger, Settings(openai_api_key="x", llm_daily_budget=1.0), lambda: None, clock)
    story.ledger.llm.record({"at": iso(clock()), "prompt": "read", "hash": "x", "outcome": "ok", "cost": 1.0})
    for n in range(40):
        story.ledger.wire.add_feed(f"https://f{n}.example/{'x' * 300}", kind="press", title="<!here> " * 30, now=clock())
        story.ledger.wire.problem("watch", "y" * 400, "<!channel> " * 60, clock())
        story.ledger.outbox.subscribe("T1", f"C{n}", story.company(f"Company {n} {'long ' * 30}"), "U1", clock())
    for n in range(15):
        story.ledger.outbox.add_alert({"key": f"k{n}", "team": "T1", "channel": "C1", "event": "digest", "created": clock()})
        story.ledger.outbox.mark_sending([n + 1], f"m{n}", clock())
        (story.ledger.outbox.mark_unknown if n % 2 else story.ledger.outbox.mark_failed)([n + 1], "z" * 900)
    view = home.view(tools, "T1", "U1")
    assert check_view(view) == ("", [])
    assert "Did this arrive?" in shown(view)
    assert "Today's budget is spent" in shown(view)


@pytest.mark.parametrize(
    ("budget", "line"),
    [
        (5.0, "Read by gpt-x: $12.00 of $155.00 (8 %) this month, $3.00 of $5.00 today (UTC)."),
        (0.0, "Read by gpt-x: $12.00 this month, $3.00 today (UTC); no budget is set."),
    ],
)
def test_the_home_tab_counts_the_budget_by_utc_days(story: Story, clock: Any, budget: float, line: str) -> None:
    given = Settings(openai_api_key="x", openai_model="gpt-x", llm_daily_budget=budget)
    for at, cost in (("2026-02-28T23:59:59Z", 50.0), ("2026-03-01T23:59:59Z", 9.0), ("2026-03-02T00:00:00Z", 3.0)):
        story.ledger.llm.record({"at": at, "prompt": "read", "hash": "x", "outcome": "ok", "cost": cost})
    view = shown(home.view(Tools(story.ledger, given, lambda: None, clock), "T1", "U1"))
    assert line in view
    assert "Today's budget is spent" not in view


def test_the_bill_is_shown_to_those_who_run_the_bot_alone(story: Story, clock: Any) -> None:
    given = Settings(openai_api_key="x", openai_model="gpt-x", llm_daily_budget=2.0, admins=("U1",), admin_team="T1")
    story.ledger.llm.record({"at": iso(clock()), "prompt": "read", "hash": "x", "outcome": "ok", "cost": 3.0})
    for team in ("T1", "T2"):
        story.ledger.outbox.save_installation(team, now=clock(), installer="U2")
    tools = Tools(story.ledger, given, lambda: None, clock)
    for team, user, billed in (("T1", "U1", True), ("T1", "U9", False), ("T2", "U2", False)):
        view = shown(home.view(tools, team, user))
        assert ("$" in view) is billed
        assert "Read by gpt-x" in view
        assert "Today's budget is spent" in view, "why the reading is plainer is everybody's business"


def test_one_report_on_several_denials_is_told_once(story: Story) -> None:
    case = story.case()
    again = story.answer(case, "Quillon Semiconductor", "flat_denial", "We are not selling anything.")
    article = story.bearing(case)
    (first,) = [b for b in story.view(case)["bearings"]]
    story.ledger.cases.set_bearing({**first, "response_id": again})
    story.ledger.cases.save_response(again, status="undercut")
    news = [{"event": "bearing", "response_id": r, "article_id": article, "body": "{}"} for r in (f"r-{case}", again)]
    news += [{"event": "status", "response_id": r, "article_id": article, "body": '{"old": "open"}'} for r in (f"r-{case}", again)]
    message = replies.reply(story.view(case), news)
    assert message
    for told in (message[1], shown({"blocks": message[0]})):
        assert told.count("Quillon said it has agreed to sell its foundry.") == 1
        assert told.count("Open → Undercut") == 1
        assert "and 1 more denial" in told


def test_a_denial_that_falls_is_told_with_one_quote_and_where_it_stands(story: Story) -> None:
    case = story.case()
    article = story.bearing(case)
    news = [{"event": e, "response_id": f"r-{case}", "article_id": article, "body": '{"old": "open"}'} for e in ("status", "bearing")]
    below, wide = replies.reply(story.view(case), news), replies.reply(story.view(case), news, wide=True)
    assert below
    assert wide
    line = (
        "🔴 Quillon Semiconductor: Open → Undercut.\nNorthgate Ledger undercuts the denial of 2 Mar 2026: “Quillon said it has agreed to "
        "sell its foundry.” (2 Mar 2026, first-hand and on the record, northgateledger.example)"
    )
    assert below[1] == line
    assert wide[1] == f"{line}\nReported: Quillon Semiconductor plans to sell its foundry", "who does not see the card must know what it was about"
    for text, block_text in ((below[1], shown({"blocks": below[0]})), (wide[1], shown({"blocks": wide[0]}))):
        for told in (text, block_text):
            assert told.count("“") == 1
            assert "Our reading" not in told
    buttons = [[e["action_id"] for b in blocks if b["type"] == "actions" for e in b["elements"]] for blocks, _ in (below, wide)]
    assert buttons == [[], ["case_why"]]
    for text, block_text in ((below[1], shown({"blocks": below[0]})), (wide[1], shown({"blocks": wide[0]}))):
        assert block_text.count("plans to sell its foundry") == text.count("plans to sell its foundry")


def test_what_a_company_confirms_where_it_takes_its_denial_back_is_told_once(story: Story) -> None:
    case = story.case()
    article = story.bearing(case, outlet="Quillon Semiconductor")
    cid = story.company("Quillon Semiconductor")
    row = {"id": "r-own", "company_id": cid, "company": "Quillon Semiconductor", "kind": "confirmation", "quote": "The foundry is sold."}
    story.ledger.cases.save_reading(article, "offline-1", [], [row], [])
    story.ledger.cases.assign(case, [], ["r-own"])
    news = [{"event": e, "response_id": r, "article_id": article, "body": "{}"} for e, r in (("response", "r-own"), ("bearing", f"r-{case}"))]
    both, alone = replies.reply(story.view(case), news), replies.reply(story.view(case), news[:1])
    assert both
    assert alone
    assert "The foundry is sold." not in both[1]
    assert "Quillon Semiconductor itself now undercuts its own denial" in both[1]
    assert "The foundry is sold." in alone[1]


def test_a_change_that_no_report_below_tells_of_has_its_reason_and_the_denials_words(story: Story) -> None:
    case = story.case()
    story.status(case, "stale")
    reply = replies.reply(story.view(case), [{"event": "status", "response_id": f"r-{case}", "article_id": "", "body": '{"old": "open"}'}])
    assert reply
    for told in (reply[1], shown({"blocks": reply[0]})):
        assert "Open → No news (its time has passed without news either way)" in told
        assert told.count("There is no truth in this report whatsoever.") == 1


def test_the_denial_a_message_begins_with_is_named_once(story: Story) -> None:
    case = story.case()
    article = story.bearing(case)
    news = [{"event": e, "response_id": f"r-{case}", "article_id": article, "body": '{"old": "open"}'} for e in ("status", "bearing")]
    both = replies.reply(story.view(case), news)
    alone = replies.reply(story.view(case), news[1:])
    assert both
    assert alone
    for told, by_itself in ((both[1], alone[1]), (shown({"blocks": both[0]}), shown({"blocks": alone[0]}))):
        assert "undercuts the denial of 2 Mar 2026:" in told
        assert "undercuts the denial of 2 Mar 2026 by Quillon Semiconductor:" in by_itself
    assert not alone[1].startswith("\n")


def test_the_chain_shows_a_report_on_several_denials_in_full_once(story: Story) -> None:
    case = story.case()
    again = story.answer(case, "Quillon Semiconductor", "flat_denial", "We are not selling anything.")
    story.bearing(case)
    (first,) = story.view(case)["bearings"]
    story.ledger.cases.set_bearing({**first, "response_id": again})
    story.ledger.cases.save_response(again, status="undercut", status_why="undercut by two newsrooms")
    blocks = pages.why_modal(story.view(case))["blocks"]
    told = shown({"blocks": blocks})
    assert told.count("Quillon said it has agreed to sell its foundry.") == 1
    assert told.count("the same report and words as above") == 1
    assert "Undercut by two newsrooms." in told
    assert sum(b["type"] == "actions" for b in blocks) == 4, "both denials and both findings can be corrected"


def test_no_message_begins_with_an_empty_line(story: Story) -> None:
    case = story.case()
    article = story.bearing(case)
    view = story.view(case)
    news = [{"event": e, "response_id": f"r-{case}", "article_id": article, "body": "{}"} for e in ("response", "bearing")]
    told = [replies.reply(view, [item]) for item in news]
    for blocks in (*(r[0] for r in told if r), cards.root(view)[0], pages.why_modal(view)["blocks"]):
        for block in blocks:
            if block["type"] == "rich_text":
                assert not block["elements"][0]["elements"][0]["text"].startswith("\n")


def test_unnamed_sources_of_one_newsroom_contradict_and_undercut_nothing(story: Story) -> None:
    case = story.case()
    story.bearing(case)
    (found,) = story.view(case)["bearings"]
    story.ledger.cases.set_bearing({**found, "tier": 3})
    told = shown({"blocks": pages.why_modal(story.view(case))["blocks"]})
    assert "contradicts the denial of 2 Mar 2026" in told
    assert "undercuts the denial" not in told


def test_what_a_foreign_answer_says_is_given_beside_its_words_and_not_as_a_quote(story: Story) -> None:
    case = story.case(lang="fr", quote="Ce projet n’existe pas")
    story.ledger.cases.save_response(f"r-{case}", statement="The company says the plan does not exist.")
    blocks, text = cards.root(story.view(case))
    for told in (text, shown({"blocks": blocks})):
        assert "“Ce projet n’existe pas”" in told
        assert "In English, as we read it: The company says the plan does not exist." in told
        assert "in French" in told
    story.ledger.db.execute("UPDATE responses SET lang = 'en'")
    assert "as we read it" not in cards.root(story.view(case))[1]


def test_messages_from_hostile_text() -> None:
    from tests.tell import hostile

    assert hostile.check(250) >= 250


def test_an_answer_without_words_is_told_without_a_quote(story: Story) -> None:
    case = story.case()
    silent = story.answer(case, "Arden Bank", "no_response", "")
    blocks, line = cards.root(story.view(case))
    reply = replies.reply(story.view(case), [{"event": "response", "article_id": "", "response_id": silent, "body": "{}"}])
    assert reply
    page = shown({"blocks": pages.chain(story.view(case), 300)})
    for told in (shown({"blocks": blocks}), line, shown({"blocks": reply[0]}), reply[1], page):
        assert "Arden Bank had not responded" in told
        assert "“”" not in told
        assert "outlet's words" not in told
    response = next(r for r in story.view(case)["responses"] if r["id"] == silent)
    ruling = {"kind": "wrong_pair", "response": response, "article_id": None, "note": "", "undone_at": None}
    assert corrected.sentence(ruling).startswith("The answer of Arden Bank of 2 Mar 2026 (no response) does not answer")
