from __future__ import annotations

import pytest

from store.engine import StoreError, iso
from store.ledger import Ledger
from tests.merging import merge
from tests.store.conftest import NOW, Filler, days, ids


@pytest.fixture
def quillon(fill: Filler) -> int:
    return fill.company("Quillon")


def pairs(ledger: Ledger, response: str) -> list[tuple[str, str]]:
    return [(p["claim_id"], p["how"]) for p in ledger.cases.pairs_of([response])]


# readings -------------------------------------------------------------------------------------------------------


def test_a_reading_is_kept_in_the_order_of_the_text(ledger: Ledger, fill: Filler, quillon: int) -> None:
    fill.article("a", lang="de", kind="wire", outlet="Hafenpost")
    claims = [fill.claim("c2", quillon, span_start=50, span_end=60), fill.claim("c1", quillon, span_start=5, span_end=9)]
    responses = [fill.response("r2", quillon, quote_start=99), fill.response("r1", quillon, quote_start=20)]
    assert fill.reading("a", claims, responses, [("c1", "r1"), ("c2", "r1"), ("c1", "r1")]) == []
    assert ids(ledger.cases.claims_of("a")) == ["c1", "c2"]
    assert ids(ledger.cases.responses_of("a")) == ["r1", "r2"]
    assert pairs(ledger, "r1") == [("c1", "article"), ("c2", "article")]
    assert [p["response_id"] for p in ledger.cases.pairs_of_claims(["c2"])] == ["r1"]
    row = ledger.cases.claims(["c1"])[0]
    assert (row["lang"], row["published"], row["text_hash"], row["extractor"]) == ("de", "2026-03-02T07:15:00Z", "hash-a", "test-1")
    assert (row["outlet"], row["article_title"], row["title"], row["article_kind"]) == ("Hafenpost", "About a", "About a", "wire")
    assert row["reader"] == "test-1"


def test_a_reading_of_an_unknown_article_is_refused(fill: Filler, quillon: int) -> None:
    with pytest.raises(StoreError, match="no such article"):
        fill.reading("nowhere", [fill.claim("c", quillon)], [])


def test_a_better_reader_updates_rows_and_keeps_what_hangs_on_them(ledger: Ledger, fill: Filler, quillon: int) -> None:
    case = fill.denied(1, quillon)
    fill.article("a-later", days(3))
    fill.bearing("r-1", "a-later", days(3))
    ledger.cases.save_response("r-1", status="undercut", status_why="the filing", vector=b"abc")
    lost = ledger.cases.save_reading(
        "a-1",
        "better-2",
        [fill.claim("c-1", quillon, statement="Quillon sells everything", case_id=None)],
        [fill.response("r-1", quillon, "non_denial", speaker="a spokesman", status=None)],
        [],
    )
    assert lost == []
    claim, response = ledger.cases.claims(["c-1"])[0], ledger.cases.responses(["r-1"])[0]
    assert (claim["statement"], claim["case_id"], claim["reader"]) == ("Quillon sells everything", case, "better-2")
    assert (response["kind"], response["status"], response["status_why"]) == ("non_denial", "undercut", "the filing")
    assert (response["case_id"], response["vector"], response["speaker"]) == (case, b"abc", "a spokesman")
    assert len(ledger.cases.bearings_of_response("r-1")) == 1
    assert pairs(ledger, "r-1") == []  # the better reader did not see that it answers
    assert [r["ref"] for r in ledger.search.find("everything")] == ["c-1"]
    assert ledger.search.find("ferries") == [r for r in ledger.search.find("ferries") if r["ref"] == "c-1"]


def test_rows_read_from_the_ledger_can_be_saved_again(ledger: Ledger, fill: Filler, quillon: int) -> None:
    fill.denied(1, quillon)
    before = ledger.cases.claims_of("a-1"), ledger.cases.responses_of("a-1")
    fill.reading("a-1", *before, [("c-1", "r-1")])
    assert (ledger.cases.claims_of("a-1"), ledger.cases.responses_of("a-1")) == before


def test_rows_that_are_gone_take_theirs_along(ledger: Ledger, fill: Filler, quillon: int) -> None:
    case, other = fill.denied(1, quillon), fill.denied(2, quillon)
    ledger.cases.save_response("r-2", repeats="r-1")
    ledger.cases.set_links([{"claim_id": "c-2", "earlier_id": "c-1", "score": 0.9}])
    fill.article("a-later", days(3))
    fill.bearing("r-1", "a-later", days(3))
    assert fill.reading("a-1", [fill.claim("c-new", quillon)], [fill.response("r-new", quillon, quote="Nonsense")]) == [case, other]
    assert ids(ledger.cases.claims_of("a-1")) == ["c-new"]
    assert ids(ledger.cases.responses_of("a-1")) == ["r-new"]
    assert ledger.cases.bearings_of_article("a-later") == []
    assert ledger.cases.links(["c-2"]) == []
    assert ledger.cases.pairs_of_claims(["c-1"]) == []
    assert ledger.cases.responses(["r-2"])[0]["repeats"] is None  # it speaks for itself again
    assert {r["ref"] for r in ledger.search.find("true")} == {"r-2"}
    assert [r["ref"] for r in ledger.search.find("nonsense")] == ["r-new"]


def test_repeats_survives_unless_the_reading_sets_it(ledger: Ledger, fill: Filler, quillon: int) -> None:
    fill.denied(1, quillon)
    fill.denied(2, quillon)
    ledger.cases.save_response("r-2", repeats="r-1")
    fill.reading("a-2", [], [fill.response("r-2", quillon)])
    assert ledger.cases.responses(["r-2"])[0]["repeats"] == "r-1"


def test_dropping_a_reading(ledger: Ledger, fill: Filler, quillon: int) -> None:
    first, second = fill.denied(1, quillon), fill.denied(2, quillon, days(1))
    fill.bearing("r-1", "a-2", days(1))
    assert ledger.cases.drop_reading("a-2") == [first, second]
    assert ledger.cases.claims_of("a-2") == ledger.cases.responses_of("a-2") == []
    assert ledger.cases.bearings_of_response("r-1") == []
    assert ids(ledger.cases.responses_of("a-1")) == ["r-1"]
    assert [r["ref"] for r in ledger.search.find("ferries")] == ["c-1"]
    assert ledger.cases.drop_reading("a-2") == []


def test_a_reading_that_fails_changes_nothing(ledger: Ledger, fill: Filler, quillon: int) -> None:
    fill.denied(1, quillon)
    with pytest.raises(Exception, match="statement"):
        fill.reading("a-1", [{"id": "c-bad", "company_id": quillon, "company": "Quillon"}], [])
    assert ids(ledger.cases.claims_of("a-1")) == ["c-1"]
    assert ledger.search.find("ferries")


# pairs and links ------------------------------------------------------------------------------------------------


def test_pairs_for_different_reasons_live_side_by_side(ledger: Ledger, fill: Filler, quillon: int) -> None:
    fill.denied(1, quillon)
    fill.denied(2, quillon)
    fill.denied(3, quillon)
    cases = ledger.cases
    cases.set_pairs("r-1", ["c-2", "c-1"], "across")
    assert pairs(ledger, "r-1") == [("c-1", "article"), ("c-2", "across")]
    cases.set_pairs("r-1", ["c-3"], "across")
    assert pairs(ledger, "r-1") == [("c-1", "article"), ("c-3", "across")]
    cases.set_pairs("r-1", ["c-1", "c-3"], "person")
    assert pairs(ledger, "r-1") == [("c-1", "person"), ("c-3", "person")]
    cases.set_pairs("r-1", [], "across")
    fill.reading("a-1", [fill.claim("c-1", quillon)], [fill.response("r-1", quillon)], [("c-1", "r-1")])
    assert pairs(ledger, "r-1") == [("c-1", "person"), ("c-3", "person")]
    cases.set_pairs("r-1", [], "person")
    assert pairs(ledger, "r-1") == []


def test_the_article_outranks_a_conclusion(ledger: Ledger, fill: Filler, quillon: int) -> None:
    fill.article("a")
    rows = [fill.claim("c", quillon)], [fill.response("r", quillon)]
    fill.reading("a", *rows)
    ledger.cases.set_pairs("r", ["c"], "across")
    fill.reading("a", *rows, [("c", "r")])
    assert pairs(ledger, "r") == [("c", "article")]


def test_links(ledger: Ledger, fill: Filler, quillon: int) -> None:
    for n in (1, 2, 3):
        fill.denied(n, quillon)
    cases = ledger.cases
    cases.set_links([{"claim_id": "c-2", "earlier_id": "c-1", "score": 0.5}, {"claim_id": "c-3", "earlier_id": "c-2", "score": 0.6}])
    cases.set_links([{"claim_id": "c-3", "earlier_id": "c-1", "score": 0.8}])
    assert cases.links(["c-1"]) == [
        {"claim_id": "c-2", "earlier_id": "c-1", "score": 0.5},
        {"claim_id": "c-3", "earlier_id": "c-1", "score": 0.8},
    ]
    assert [link["claim_id"] for link in cases.links(["c-3"])] == ["c-3"]
    cases.clear_links(["c-3"])
    assert [link["claim_id"] for link in cases.links(["c-1", "c-3"])] == ["c-2"]
    assert cases.links([]) == []


# recall ---------------------------------------------------------------------------------------------------------


def test_claims_and_responses_of_a_family(ledger: Ledger, fill: Filler, quillon: int) -> None:
    ferries, brask = fill.company("Quillon Ferries"), fill.company("Brask")
    fill.denied(1, quillon, days(1))
    fill.denied(2, ferries, days(2), "non_denial")
    fill.denied(3, quillon, days(3), "no_comment")
    fill.denied(4, brask, days(4))
    fill.denied(5, quillon, days(5), "unaware")
    fill.denied(6, quillon, days(6))
    ledger.cases.save_response("r-6", repeats="r-1")
    kin = ledger.companies.family(quillon)
    cases = ledger.cases
    assert ids(cases.responses_of_family(kin, limit=9)) == ["r-1", "r-2", "r-3", "r-5", "r-6"]
    assert ids(cases.responses_of_family(kin, limit=2)) == ["r-5", "r-6"]
    assert ids(cases.responses_of_family([], limit=9)) == []
    assert ids(cases.claims_naming([brask], limit=9)) == ["c-4"]
    assert ids(cases.claims_naming(kin, limit=3)) == ["c-3", "c-5", "c-6"]
    assert cases.responses_of_family(kin, limit=9)[0]["url"] == "https://news.example/a-1"


# cases ----------------------------------------------------------------------------------------------------------


def test_the_revision_moves_for_one_writer_only(ledger: Ledger) -> None:
    cases = ledger.cases
    case = cases.open_case("Ferries", NOW)
    assert cases.bump(case, 0, days(1)) is True
    assert cases.bump(case, 0, days(2)) is False
    row = cases.case(case) or {}
    assert (row["revision"], row["updated"], row["opened"], row["status"]) == (1, "2026-03-03T07:15:00Z", "2026-03-02T07:15:00Z", "open")


def test_columns_and_companies_of_a_case(ledger: Ledger, fill: Filler, quillon: int) -> None:
    brask = fill.company("Brask")
    cases = ledger.cases
    case = cases.open_case("", NOW)
    cases.set_case(case, title="Ferries", status="upheld")
    cases.set_case(case)
    assert ((cases.case(case) or {})["title"], (cases.case(case) or {})["status"]) == ("Ferries", "upheld")
    cases.set_companies(case, [(brask, "counterparty"), (quillon, "subject"), (brask, "parent")])
    assert cases.companies_of(case) == [
        {"id": quillon, "name": "Quillon", "role": "subject"},
        {"id": brask, "name": "Brask", "role": "counterparty"},
    ]
    cases.set_companies(case, [(brask, "observer")])
    assert [c["role"] for c in cases.companies_of(case)] == ["observer"]
    assert cases.companies_of(99) == []
    assert cases.case(99) is None


def test_merged_cases_lead_to_the_one_that_is_left(ledger: Ledger, fill: Filler, quillon: int) -> None:
    brask = fill.company("Brask")
    one, two, three = fill.denied(1, quillon), fill.denied(2, brask), fill.denied(3, quillon)
    merge(ledger, one, two)
    merge(ledger, two, three)
    for case in (one, two, three):
        assert (ledger.cases.case(case) or {})["id"] == three
    view = ledger.cases.view(one) or {}
    assert ids(view["claims"]) == ["c-1", "c-2", "c-3"]
    assert {c["id"] for c in view["companies"]} == {quillon, brask}
    assert ledger.cases.all_ids() == [three]


def test_a_circle_of_merged_cases_ends(ledger: Ledger) -> None:
    one, two = ledger.cases.open_case("", NOW), ledger.cases.open_case("", NOW)
    ledger.cases.set_case(one, merged_into=two)
    ledger.cases.set_case(two, merged_into=one)
    assert ledger.cases.case(one) is None
    assert ledger.cases.view(one) is None


def test_claims_and_responses_can_leave_a_case(ledger: Ledger, fill: Filler, quillon: int) -> None:
    case = fill.denied(1, quillon)
    ledger.cases.assign(None, ["c-1"], [])
    assert ledger.cases.claims(["c-1"])[0]["case_id"] is None
    assert ledger.cases.responses(["r-1"])[0]["case_id"] == case


def test_saving_what_is_not_there(ledger: Ledger, fill: Filler, quillon: int) -> None:
    fill.denied(1, quillon)
    assert ledger.cases.save_claim("c-1", origin="Harbour Post") is True
    assert ledger.cases.claims(["c-1"])[0]["origin"] == "Harbour Post"
    assert ledger.cases.save_claim("nowhere", origin="x") is False
    assert ledger.cases.save_response("nowhere", status="open") is False


# bearings and rulings -------------------------------------------------------------------------------------------


def test_an_article_says_one_thing_about_a_denial(ledger: Ledger, fill: Filler, quillon: int) -> None:
    fill.denied(1, quillon)
    fill.denied(2, quillon)
    for n in (1, 2):
        fill.article(f"a-later-{n}", days(n))
    fill.bearing("r-1", "a-later-2", days(2), "confirms")
    fill.bearing("r-1", "a-later-1", days(1), "no_bearing", 4)
    fill.bearing("r-2", "a-later-1", days(1))
    fill.bearing("r-1", "a-later-1", days(1), "undercuts", 3, why="one newsroom")
    found = ledger.cases.bearings_of_response("r-1")
    assert [(b["article_id"], b["verdict"], b["tier"], b["why"]) for b in found] == [
        ("a-later-1", "undercuts", 3, "one newsroom"),
        ("a-later-2", "confirms", 1, ""),
    ]
    assert [b["response_id"] for b in ledger.cases.bearings_of_article("a-later-1")] == ["r-1", "r-2"]
    assert len(ledger.cases.bearings_of_responses(["r-1", "r-2"])) == 3
    assert ledger.cases.drop_bearing("r-1", "a-later-1") is True
    assert ledger.cases.drop_bearing("r-1", "a-later-1") is False


def test_a_bearing_from_a_view_can_be_set_again(ledger: Ledger, fill: Filler, quillon: int) -> None:
    case = fill.denied(1, quillon)
    fill.article("a-later", days(1))
    fill.bearing("r-1", "a-later", days(1))
    shown = (ledger.cases.view(case) or {})["bearings"][0]
    ledger.cases.set_bearing({**shown, "tier": 2})
    assert [b["tier"] for b in ledger.cases.bearings_of_response("r-1")] == [2]


def test_a_verdict_reached_again_keeps_its_first_time(ledger: Ledger, fill: Filler, quillon: int) -> None:
    fill.denied(1, quillon)
    fill.article("a-later", days(1))
    fill.bearing("r-1", "a-later", days(1))
    (first,) = ledger.cases.bearings_of_response("r-1")

    def again(**columns: object) -> tuple[object, object]:
        ledger.cases.set_bearing({**first, **columns})
        (now,) = ledger.cases.bearings_of_response("r-1")
        return now["made"], now["why"]

    later = iso(days(9))
    assert again(made=later, why="read better") == (first["made"], "read better")
    assert again(made=later, tier=4) == (later, first["why"])
    assert again(made=iso(days(12)), tier=4, verdict="no_bearing")[0] == iso(days(12))


def test_rulings(ledger: Ledger, fill: Filler, quillon: int) -> None:
    case = fill.denied(1, quillon)
    first = ledger.rulings.add({"kind": "settled", "case_id": case, "status": "upheld", "by": "U1", "at": NOW})
    second = ledger.rulings.add({"kind": "wrong_pair", "response_id": "r-1", "claim_id": "c-1", "by": "U2", "at": days(1)})
    ledger.rulings.add({"kind": "settled", "case_id": 99, "by": "U1", "at": NOW})
    assert [r["id"] for r in ledger.rulings.of_case(case)] == [first, second]


def test_what_a_person_said_is_no_denial_is_counted_for_others_alone(ledger: Ledger, fill: Filler, quillon: int) -> None:
    case = fill.denied(1, quillon)
    fill.denied(2, quillon)
    ruling = ledger.rulings.add({"team": "T1", "kind": "not_a_denial", "case_id": case, "response_id": "r-1", "by": "U1", "at": NOW})
    assert ledger.rulings.no_denials("T1", ["r-1", "r-2"]) == {"r-1"}
    assert ledger.rulings.no_denials("T2", ["r-1"]) == frozenset()
    assert [ledger.cases.record([quillon], team)["denials"] for team in ("T1", "T2", "")] == [1, 2, 2]
    assert [ledger.cases.counts(team)["denials"] for team in ("T1", "T2", "")] == [1, 2, 2]
    view = ledger.cases.view(case, "T1")
    assert view
    assert (view["responses"], [r["id"] for r in view["no_denials"]]) == ([], ["r-1"])
    ledger.rulings.undo(ruling, "U1", days(1))
    assert ledger.cases.record([quillon], "T1")["denials"] == 2


def test_what_cases_say_and_who_entered_it(ledger: Ledger, fill: Filler, quillon: int) -> None:
    one, two = fill.denied(1, quillon), fill.denied(2, quillon)
    said = ledger.matters.texts([one, two, 99])
    assert sorted(said) == [one, two]
    for case in (one, two):
        members = ledger.matters.members(case)
        assert {m[f] for m in members for f in ("statement", "span", "quote") if m.get(f)} == {t for t in said[case] if t}
    article = ledger.cases.responses(["r-1"])[0]["article_id"]
    ledger.wire.save_article(article, entered_team="T1")
    assert ledger.wire.entered_by_hand([article, "a-none"], ["r-1", "r-2"]) == {article: "T1", "r-1": "T1"}
