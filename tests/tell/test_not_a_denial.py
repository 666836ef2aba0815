"""What was read as a denial and is none: a person says so, and it counts nowhere for their team."""

from __future__ import annotations

import pytest

from bot import export
from bot.corrections import Corrections
from bot.judge.standing import restate
from bot.judge.status import denial_status
from bot.settings import Settings
from bot.tell import alerts, digest, lookups
from bot.tell.tools import Refusal, Ruling, Tools
from store.engine import Row
from tests.tell.conftest import START, Desk, Running
from tests.tell.test_poster import shown

QUOTE = "There is no truth in this report whatsoever."


def rule(desk: Desk, case: int, response: str = "", kind: str = "not_a_denial") -> int:
    made = Corrections(desk.ledger, desk.clock).rule(Ruling(kind, case, desk.team, "U0BEN", response=response or f"r-{case}", note="That was satire"))
    desk.post()
    return made


def undo(desk: Desk, ruling: int) -> bool:
    done = Corrections(desk.ledger, desk.clock).undo(ruling, "U0ANA", desk.team)
    desk.post()
    return done


def judged(desk: Desk, case: int, response: str = "") -> None:
    """A later report undercuts the denial, as the desk writes it."""
    desk.clock.pass_(days=1)
    response, article = response or f"r-{case}", desk.story.article("Northgate Ledger")
    desk.ledger.cases.set_bearing(
        {"article_id": article, "response_id": response, "verdict": "undercuts", "tier": 1, "span": "It has agreed to sell.", "why": "x",
         "origin": "Northgate Ledger", "judge": "j", "published": "2026-03-05T00:00:00Z", "made": "2026-03-05T00:00:00Z"}
    )  # fmt: skip
    with desk.ledger.db.transaction():
        restate(desk.ledger, case, desk.clock())
        found = desk.ledger.cases.case(case)
        assert found
        desk.ledger.cases.bump(case, found["revision"], desk.clock())
    desk.story.told += [alerts.Change(case, "bearing", article, response, "no_bearing", "undercuts"), alerts.Change(case, "status", article, response, "open", "undercut")]


def card(desk: Desk) -> Row:
    return next(m for m in desk.roots() if m.get("subtype") is None)


@pytest.fixture
def told(desk: Desk) -> tuple[Desk, int]:
    """A denial that was posted."""
    desk.follow()
    case = desk.story.case()
    desk.post()
    return desk, case


def tools_of(desk: Desk) -> Tools:
    return Tools(desk.ledger, Settings(), wake=lambda: None, now=desk.clock)


def test_it_counts_nowhere_for_the_team_that_said_so(told: tuple[Desk, int]) -> None:
    desk, case = told
    company, tools = desk.story.company("Quillon Semiconductor"), tools_of(desk)
    ruling = rule(desk, case)

    def denials(team: str) -> tuple[int, int, int, int]:
        cases = desk.ledger.cases
        record = cases.record([company], team)
        assert record["denials"] == sum(record["by_status"].values())
        return record["denials"], cases.counts(team)["denials"], len(cases.recent(team=team)), len(cases.of_company([company], team=team))

    assert denials(desk.team) == (0, 0, 0, 0)
    assert denials("T0OTHER") == denials("") == (1, 1, 1, 1), "others see what they saw"
    with pytest.raises(Refusal):
        lookups.search(tools, "no truth whatsoever", desk.team)
    assert QUOTE in shown({"blocks": lookups.search(tools, "no truth whatsoever", "T0OTHER")[0]})
    _, text = digest.render(desk.ledger, desk.team, desk.room, START.replace(day=1), START.replace(day=28), desk.clock())
    assert "0 new denials" in text
    assert "is no denial: it does not count any more" in text
    assert QUOTE not in text.partition("Corrected by people here")[0]
    page = shown({"blocks": lookups.case(tools, str(case), desk.team)[0]})
    assert "1 answer left out: a person here said “not a denial”" in page
    assert QUOTE not in page
    assert undo(desk, ruling)
    assert denials(desk.team) == (1, 1, 1, 1)
    assert QUOTE in shown({"blocks": lookups.case(tools, str(case), desk.team)[0]})


def test_its_card_is_taken_back_in_place_with_one_line_in_the_thread(told: tuple[Desk, int]) -> None:
    desk, case = told
    ruling = rule(desk, case)
    root = card(desk)
    assert "a person here said that what this card showed as a denial is none" in shown(root)
    assert QUOTE not in shown(root)
    assert QUOTE not in root["text"]
    (line,) = desk.replies(root)
    assert "Corrected by a person here. The answer of Quillon Semiconductor of 2 Mar 2026" in shown(line)
    assert "is no denial: it does not count any more. Their reason: That was satire" in shown(line)
    assert undo(desk, ruling)
    assert QUOTE in shown(card(desk))
    assert "No longer so, a person took it back" in shown(desk.replies(card(desk))[-1])
    assert len(desk.roots()) == 1


def test_reports_held_against_it_are_told_to_others_alone(told: tuple[Desk, int]) -> None:
    desk, case = told
    ruling = rule(desk, case)
    before = len(desk.replies(card(desk)))
    desk.ledger.outbox.subscribe("T0OTHER", "C0OTHER", 0, "U1", desk.clock())
    judged(desk, case)
    desk.story.tell()
    news = {(a["team"], a["event"]) for a in desk.ledger.outbox.alerts(case) if a["event"] in ("bearing", "status")}
    assert news == {("T0OTHER", "bearing"), ("T0OTHER", "status")}
    assert len(desk.replies(card(desk))) == before
    assert undo(desk, ruling)
    assert "Open → Undercut" in shown(desk.replies(card(desk))[-1]), "what was missed meanwhile is said"
    assert "Undercut: later evidence" in shown(card(desk))


def test_an_undercut_that_was_none_is_taken_back_as_widely_as_it_was_said(told: tuple[Desk, int]) -> None:
    desk, case = told
    judged(desk, case)
    desk.post()
    assert any(m.get("subtype") == "thread_broadcast" for m in desk.replies(card(desk)))
    rule(desk, case)
    last = desk.replies(card(desk))[-1]
    assert last["subtype"] == "thread_broadcast"
    assert "→" not in shown(last), "no status of its own is told of what is no denial"
    record = desk.ledger.cases.record([desk.story.company("Quillon Semiconductor")], desk.team)
    assert (record["denials"], record["median_days_to_reversal"]) == (0, None)
    _, text = digest.render(desk.ledger, desk.team, desk.room, START.replace(day=1), START.replace(day=28), desk.clock())
    assert "Undercut" not in text


def test_the_other_denials_of_the_case_stand(told: tuple[Desk, int]) -> None:
    desk, case = told
    other = desk.story.answer(case, "Arden Bank", "flat_denial", "Arden Bank is not buying anything.")
    desk.ledger.cases.save_response(other, status="open")
    judged(desk, case, other)
    desk.post()
    assert "Undercut" in shown(card(desk))
    rule(desk, case, other)
    root = shown(card(desk))
    assert "Open: nothing confirmed or refuted so far" in root
    assert QUOTE in root
    assert "Arden Bank is not buying anything." not in root
    assert "No later report yet" in root, "what was held against it is no later report of the case"
    assert desk.ledger.cases.recent(team=desk.team)[0]["denials"] == 1
    rule(desk, case)
    assert desk.ledger.cases.recent(team=desk.team) == []
    third = desk.story.answer(case, "Quillon Semiconductor", "flat_denial", "We sell nothing.")
    with desk.ledger.db.transaction():
        restate(desk.ledger, case, desk.clock())
    desk.post()
    assert third
    assert "We sell nothing." in shown(card(desk)), "a denial that comes later brings the card back"
    assert [c["id"] for c in desk.ledger.cases.recent(team=desk.team)] == [case]


def test_in_a_case_of_the_teams_own(told: tuple[Desk, int]) -> None:
    desk, case = told
    wrong = rule(desk, case, kind="wrong_pair")
    made = (desk.ledger.rulings.get(wrong) or {})["into_case"]
    assert [c["id"] for c in desk.ledger.cases.recent(team=desk.team)] == [made]
    none = rule(desk, made, f"r-{case}")
    assert desk.ledger.cases.recent(team=desk.team) == []
    assert undo(desk, none)
    assert [c["id"] for c in desk.ledger.cases.recent(team=desk.team)] == [made]


def test_what_was_not_said_yet_is_not_said(desk: Desk) -> None:
    desk.follow()
    case = desk.story.case()
    desk.story.tell()
    rule(desk, case)
    assert desk.roots() == []


def test_what_can_be_no_denial(told: tuple[Desk, int]) -> None:
    desk, case = told
    silent = desk.story.answer(case, "Arden Bank")
    with pytest.raises(ValueError, match="counts as no denial already"):
        rule(desk, case, silent)
    first = rule(desk, case)
    assert rule(desk, case) == first, "the same again changes nothing"
    assert [(a["by"], a["what"]) for a in desk.ledger.outbox.audit_log(1)] == [("U0BEN", "not_a_denial")]


def test_it_is_exported_as_a_labelled_example(told: tuple[Desk, int]) -> None:
    desk, case = told
    rule(desk, case)
    (row,) = export.corrections(desk.ledger)
    assert (row["kind"], row["note"], row["responses"][0]["quote"]) == ("not_a_denial", "That was satire", QUOTE)
    assert row["claims"][0]["statement"] == "Quillon Semiconductor plans to sell its foundry"


def test_the_rule() -> None:
    settled = {"kind": "settled", "status": "upheld", "at": "2026-03-04T00:00:00Z"}
    none = {"kind": "not_a_denial", "at": "2026-03-03T00:00:00Z"}
    status = denial_status("flat_denial", START, None, [], [settled, none], START)
    assert status == ("open", "a person said that this is no denial"), "what is no denial cannot be settled as one"
    assert denial_status("flat_denial", START, None, [], [settled, {**none, "undone": True}], START)[0] == "upheld"


def test_by_hand_from_the_menu_of_a_card_to_undo(live: Running) -> None:
    live.follow()
    case = live.story.case()
    live.post()
    form = live.sandbox.settled(live.sandbox.click(live.roots()[0], "case_menu", f"none|{case}")).views[0]
    assert "This was misread: satire, a question, somebody else's words" in shown(form)
    live.sandbox.submit_view(form, {"note": "A partner said it <!channel>"})
    done = live.sandbox.wait_for(lambda: (m := live.sandbox.modal()) and "is no denial" in shown(m) and m)
    live.post()
    root = live.roots()[0]
    assert "said that what this card showed as a denial is none" in shown(root)
    assert "<!channel>" not in live.replies(root)[-1]["text"]
    assert live.ledger.wire.problems() == [], "Slack takes the blocks as they are"
    undo_in = next(b["block_id"] for b in done["blocks"] if b["type"] == "actions")
    live.sandbox.click(done, "ruling_undo", block_id=undo_in)
    live.sandbox.wait_for(lambda: (live.ledger.rulings.get(1) or {})["undone_at"])
    live.post()
    assert QUOTE in shown(live.roots()[0])
    assert [a["what"] for a in live.ledger.outbox.audit_log()] == ["undo not_a_denial", "not_a_denial"]


def test_by_hand_from_the_case(live: Running) -> None:
    live.follow()
    case = live.story.case()
    live.story.answer(case, "Arden Bank", "flat_denial", "Arden Bank is not buying anything.")
    live.post()
    page = live.sandbox.settled(live.sandbox.command(f"case {case}")).answers[0]
    why = live.sandbox.settled(live.sandbox.click(page, "case_menu", f"none|{case}")).views[0]
    assert why["title"]["text"].startswith("Why?"), "of several denials the person chooses"
    form = live.sandbox.settled(live.sandbox.click(why, "rule_not_a_denial")).views[0]
    live.sandbox.submit_view(form, {"note": "A question"})
    live.sandbox.wait_for(live.ledger.rulings.all)
    live.sandbox.wait_for(lambda: (m := live.sandbox.modal()) and "is no denial" in shown(m))
    live.post()
    root = shown(live.roots()[0])
    assert QUOTE not in root
    assert "Arden Bank is not buying anything." in root
