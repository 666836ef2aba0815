"""A person corrects the bot: what follows on the ledger, and everywhere it spoke."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot import export
from bot.corrections import Corrections
from bot.judge.standing import moved_by, restate
from bot.sandbox.blocks import check_view
from bot.tell import alerts, digest
from bot.tell.tools import Ruling
from store.engine import iso
from tests.tell.conftest import Desk, Running
from tests.tell.test_poster import shown


@pytest.fixture
def told(desk: Desk) -> tuple[Desk, int, str]:
    """A denial that was posted and then, broadcast, undercut by one report."""
    desk.follow()
    case = desk.story.case()
    desk.post()
    desk.clock.pass_(days=2)
    article = desk.story.bearing(case)
    with desk.ledger.db.transaction():
        restate(desk.ledger, case, desk.clock())
    desk.post()
    assert desk.story.view(case)["status"] == "undercut"
    return desk, case, article


def rule(desk: Desk, kind: str, case: int, **more: str) -> int:
    made = Corrections(desk.ledger, desk.clock).rule(
        Ruling(kind, case, more.pop("team", desk.team), "U0BEN", note="The desk checked", **more)
    )
    desk.post()
    return made


def undo(desk: Desk, ruling: int) -> bool:
    done = Corrections(desk.ledger, desk.clock).undo(ruling, "U0ANA", desk.team)
    desk.post()
    return done


def root_and_last(desk: Desk) -> tuple[str, dict[str, Any]]:
    root = next(m for m in desk.roots() if m.get("subtype") is None)
    return shown(root), desk.replies(root)[-1]


def test_a_report_about_another_matter_stops_counting_everywhere(told: tuple[Desk, int, str]) -> None:
    desk, case, article = told
    desk.ledger.outbox.add_alert({"key": "s", "team": desk.team, "channel": desk.room, "event": "share", "case_id": case, "created": iso(desk.clock())})
    desk.post()
    ruling = rule(desk, "not_same_matter", case, response=f"r-{case}", article=article)
    root, last = root_and_last(desk)
    assert "Open: nothing confirmed or refuted so far" in root
    assert "No later report yet" in root
    assert "Corrected by a person here. The report of Northgate Ledger" in shown(last)
    assert "is about another matter" in shown(last)
    assert "Their reason: The desk checked" in shown(last)
    assert "Undercut → Open" in shown(last)
    assert "Undercut" in last["text"]
    assert last["subtype"] == "thread_broadcast", "the wrong thing was broadcast"
    (share,) = [m for m in desk.roots() if not m.get("thread_ts")]
    assert "Open: nothing confirmed" in shown(share), "the shared card is corrected, too"
    assert desk.ledger.outbox.audit_log(1)[0]["by"] == "U0BEN"
    assert undo(desk, ruling)
    root, last = root_and_last(desk)
    assert "Undercut: later evidence" in root
    assert "No longer so, a person took it back" in shown(last)
    assert "Open → Undercut" in shown(last)
    assert not undo(desk, ruling)


def test_the_next_digest_tells_of_it(told: tuple[Desk, int, str]) -> None:
    desk, case, article = told
    rule(desk, "not_same_matter", case, response=f"r-{case}", article=article)
    since, now = desk.clock().replace(day=1), desk.clock().replace(day=28)
    _, text = digest.render(desk.ledger, desk.team, desk.room, since, now, now)
    assert "Corrected by people here" in text
    assert "is about another matter" in text
    assert "Undercut" not in text, "and it counts as the team sees it"


def test_another_team_sees_what_it_saw(told: tuple[Desk, int, str]) -> None:
    desk, case, article = told
    rule(desk, "not_same_matter", case, response=f"r-{case}", article=article)
    company = desk.story.company("Quillon Semiconductor")
    for team, status in ((desk.team, "open"), ("T0OTHER", "undercut"), ("", "undercut")):
        view = desk.ledger.cases.view(case, team)
        assert view
        assert (view["status"], view["responses"][0]["status"]) == (status, status)
        assert desk.ledger.cases.record([company], team)["by_status"] == {status: 1}
        assert desk.ledger.cases.of_company([company], team=team)[0]["status"] == status
        assert desk.ledger.cases.counts(team)[status] == 1
    assert desk.ledger.cases.record([company], desk.team)["median_days_to_reversal"] is None


def test_settled_by_a_person_and_later_news(told: tuple[Desk, int, str]) -> None:
    desk, case, _ = told
    rule(desk, "settled", case, response=f"r-{case}", status="upheld")
    root, last = root_and_last(desk)
    assert "Upheld: settled by a person here" in root
    assert "Undercut → Upheld (settled by a person here)" in shown(last)
    assert "1 correction by people here" in root, "it is not the reports that say so"
    assert "This denial is settled as “upheld”" in shown(last)
    assert shown(last).count("There is no truth in this report whatsoever.") == 1
    before = len(desk.replies(desk.roots()[0]))
    desk.clock.pass_(days=1)
    desk.story.bearing(case, verdict="overtaken", status="overtaken")
    with desk.ledger.db.transaction():
        restate(desk.ledger, case, desk.clock())
    desk.post()
    (news,) = desk.replies(desk.roots()[0])[before:]
    assert "reports a change since the denial" in shown(news), "the report is news"
    assert "→" not in shown(news), "but for this team the status stands"
    assert "Upheld" in root_and_last(desk)[0]


def test_a_wrong_pair_leaves_the_case_and_stays_away(told: tuple[Desk, int, str]) -> None:
    desk, case, _ = told
    ruling = rule(desk, "wrong_pair", case, response=f"r-{case}")
    root, last = root_and_last(desk)
    assert "Taken back: a person here said" in root
    assert "does not answer the claim it was paired with" in shown(last)
    made = desk.ledger.rulings.get(ruling)
    assert made
    own = desk.ledger.cases.view(made["into_case"], desk.team)
    assert own
    assert [r["id"] for r in own["responses"]] == [f"r-{case}"]
    assert own["responses"][0]["claims"] == []
    assert own["status"] == "open", "what was judged with the wrong claim does not count"
    listed = desk.ledger.cases.recent(team=desk.team)
    assert [(c["id"], c["denials"]) for c in listed] == [(made["into_case"], 1)]
    assert [c["id"] for c in desk.ledger.cases.recent(team="T0OTHER")] == [case]
    # the same article is read again, with the same pair in it
    view = desk.story.view(case)
    article = view["claims"][0]["article_id"]
    desk.ledger.cases.save_reading(article, "offline-2", view["claims"], [{k: v for k, v in r.items() if k != "claims"} for r in view["responses"]], [(f"c-{case}", f"r-{case}")])
    with desk.ledger.db.transaction():
        restate(desk.ledger, case, desk.clock())
    again = desk.ledger.cases.view(case, desk.team)
    assert again
    assert again["responses"] == []
    assert undo(desk, ruling)
    back = desk.ledger.cases.view(made["into_case"], desk.team)
    assert back
    assert back["id"] == case, "the number it had leads back"
    assert "Undercut" in root_and_last(desk)[0]


def test_news_of_what_was_moved_goes_on_under_its_own_case(told: tuple[Desk, int, str]) -> None:
    desk, case, _ = told
    other = desk.story.answer(case, "Arden Bank", "flat_denial", "Arden Bank is not buying anything.")
    with desk.ledger.db.transaction():
        desk.ledger.cases.save_response(other, status="open")
    desk.post()
    ruling = rule(desk, "not_same_matter", case, response=other)
    made = (desk.ledger.rulings.get(ruling) or {})["into_case"]
    (view,) = [desk.ledger.cases.view(case, desk.team)]
    assert view
    assert [r["id"] for r in view["responses"]] == [f"r-{case}"]
    desk.clock.pass_(days=1)
    article = desk.story.article("Northgate Ledger")
    desk.ledger.cases.set_bearing(
        {"article_id": article, "response_id": other, "verdict": "undercuts", "tier": 1, "span": "Arden bought it.", "why": "x", "origin": "Northgate Ledger",
         "judge": "j", "published": "2026-03-09T00:00:00Z", "made": "2026-03-09T00:00:00Z"}
    )  # fmt: skip
    with desk.ledger.db.transaction():
        restate(desk.ledger, case, desk.clock())
    desk.story.told.append(alerts.Change(case, "bearing", article, other, "no_bearing", "undercuts"))
    desk.post()
    root = next(m for m in desk.roots() if m.get("metadata", {}).get("event_payload", {}).get("case") == made)
    assert "Arden Bank is not buying anything." in shown(root)
    assert "Undercut" in shown(root)


def test_what_cannot_be_ruled_is_told_why(told: tuple[Desk, int, str]) -> None:
    desk, case, article = told
    for kind, more, why in (
        ("not_same_matter", {"response": f"r-{case}"}, "nothing else in this case"),
        ("wrong_pair", {"response": "r-gone"}, "not in this case any more"),
        ("not_independent", {"response": f"r-{case}"}, "Only a later report"),
        ("not_independent", {"response": f"r-{case}", "article": "a-gone"}, "does not count in this case any more"),
        ("settled", {"response": f"r-{case}", "status": "guilty"}, "one of the statuses"),
    ):
        with pytest.raises(ValueError, match=why):
            rule(desk, kind, case, **more)
    with pytest.raises(ValueError, match="not on file"):
        rule(desk, "settled", 999, response="r-1", status="open")
    first = rule(desk, "not_independent", case, response=f"r-{case}", article=article)
    assert rule(desk, "not_independent", case, response=f"r-{case}", article=article) == first
    assert not Corrections(desk.ledger, desk.clock).undo(first, "U1", "T0OTHER"), "another team's is not ours to undo"


PIECES = {
    "claims": [{"id": "c1", "article_id": "a1"}, {"id": "c2", "article_id": "a2"}, {"id": "c3", "article_id": "a2"}],
    "responses": [
        {"id": "r1", "kind": "flat_denial", "article_id": "a1", "claims": ["c1"]},
        {"id": "r2", "kind": "flat_denial", "article_id": "a2", "claims": ["c1", "c2", "c3"]},
        {"id": "r3", "kind": "flat_denial", "article_id": "a3", "claims": ["c3"]},
    ],
}


@pytest.mark.parametrize(
    ("kind", "response", "claim", "article", "moved"),
    [
        ("wrong_pair", "r2", None, None, {"r2"}),
        ("wrong_pair", "r9", None, None, set()),
        ("not_same_matter", "r2", None, None, {"r2", "c2"}),
        ("not_same_matter", "r9", None, None, set()),
        ("not_same_matter", None, "c3", None, {"c3", "r3"}),
        ("not_same_matter", None, "c9", None, set()),
        ("not_same_matter", "r1", None, "a7", set()),
        ("not_independent", "r1", None, "a7", set()),
        ("settled", "r1", None, None, set()),
    ],
)
def test_what_a_ruling_moves_out(kind: str, response: str | None, claim: str | None, article: str | None, moved: set[str]) -> None:
    assert moved_by(PIECES, {"kind": kind, "response_id": response, "claim_id": claim, "article_id": article}) == moved


def test_a_case_keeps_its_only_denial_when_a_claim_leaves_it() -> None:
    view = {"claims": PIECES["claims"], "responses": PIECES["responses"][:1]}
    assert moved_by(view, {"kind": "not_same_matter", "response_id": None, "claim_id": "c1", "article_id": None}) == {"c1"}


def test_by_hand_from_the_card_to_undo(live: Running) -> None:
    live.follow()
    case = live.story.case()
    live.post()
    it = live.sandbox.settled(live.sandbox.click(live.roots()[0], "case_menu", f"correct|{case}"))
    why = it.views[0]
    assert check_view({k: v for k, v in why.items() if k in ("type", "title", "blocks", "close")}) == ("", [])
    form = live.sandbox.settled(live.sandbox.click(why, "rule_settled")).views[0]
    assert "You know how it ended" in shown(form)
    live.sandbox.submit_view(form, {"status": "upheld", "note": "The court said so <!channel>"})
    done = live.sandbox.wait_for(lambda: (m := live.sandbox.modal()) and "is settled as" in shown(m) and m)
    live.post()
    assert "Upheld" in shown(live.roots()[0])
    assert "<!channel>" not in live.replies(live.roots()[0])[-1]["text"]
    undo_in = next(b["block_id"] for b in done["blocks"] if b["type"] == "actions")
    live.sandbox.click(done, "ruling_undo", block_id=undo_in)
    live.sandbox.wait_for(lambda: (live.ledger.rulings.get(1) or {})["undone_at"])
    live.post()
    assert "Open: nothing confirmed" in shown(live.roots()[0])
    log = [(a["what"], a["subject"]) for a in live.ledger.outbox.audit_log()]
    assert log == [("undo settled", f"ruling 1 on case {case}"), ("settled upheld", f"ruling 1 on case {case}")]


def test_a_ruling_that_cannot_be_is_told_in_the_modal(live: Running) -> None:
    live.follow()
    case = live.story.case()
    live.post()
    why = live.sandbox.settled(live.sandbox.click(live.roots()[0], "case_why")).views[0]
    form = live.sandbox.settled(live.sandbox.click(why, "rule_wrong_pair")).views[0]
    assert json.loads(form["private_metadata"])["case"] == case
    live.ledger.db.execute("UPDATE responses SET case_id = NULL")
    live.sandbox.submit_view(form, {"note": "no"})
    assert live.sandbox.wait_for(lambda: (m := live.sandbox.modal()) and "not in this case any more" in shown(m))


def test_quiet_for_a_week_from_the_card(live: Running) -> None:
    live.follow()
    case = live.story.case()
    live.post()
    it = live.sandbox.settled(live.sandbox.click(live.roots()[0], "case_menu", f"snooze|{case}"))
    assert "muted here until 9 Mar 2026" in shown(it.answers[0])


def test_corrections_are_exported_as_labelled_examples(told: tuple[Desk, int, str]) -> None:
    desk, case, article = told
    first = rule(desk, "not_same_matter", case, response=f"r-{case}", article=article)
    undo(desk, first)
    rule(desk, "wrong_pair", case, response=f"r-{case}")
    one, two = (json.loads(json.dumps(row)) for row in export.corrections(desk.ledger))
    assert (one["kind"], one["by"], one["note"], bool(one["undone_at"])) == ("not_same_matter", "U0BEN", "The desk checked", True)
    assert [b["span"] for b in one["bearings"]] == ["Quillon said it has agreed to sell its foundry."]
    assert {a["id"] for a in one["articles"]} == {"a-1", article}
    assert (two["kind"], two["undone_at"], two["responses"][0]["quote"]) == ("wrong_pair", None, "There is no truth in this report whatsoever.")
    assert two["claims"][0]["statement"] == "Quillon Semiconductor plans to sell its foundry"


def test_a_case_that_was_told_in_a_list_is_corrected_by_its_card(desk: Desk) -> None:
    desk.follow()
    for n in range(5):
        desk.story.case(statement=f"Matter {n}")
    assert desk.post() == 1
    rule(desk, "settled", 2, response="r-2", status="upheld")
    card = next(m for m in desk.roots() if "Upheld" in shown(m))
    assert "Matter 1" in shown(card)
    assert "is settled as “upheld”" in shown(desk.replies(card)[-1])


def test_a_wrong_pair_is_titled_by_its_words_and_what_the_company_confirmed_is_not_called_open(told: tuple[Desk, int, str]) -> None:
    desk, case, _ = told
    desk.story.answer(case, "Quillon Semiconductor", kind="confirmation", quote="Yes, we are selling it.")
    desk.post()
    ruling = rule(desk, "wrong_pair", case, response=f"r-{case}")
    made = desk.ledger.rulings.get(ruling)
    assert made
    assert desk.ledger.cases.view(made["into_case"], desk.team)["title"] == "There is no truth in this report whatsoever."
    root, _ = root_and_last(desk)
    assert "nothing confirmed" not in root
    assert "Open: Quillon Semiconductor confirmed it, at least in part" in root
