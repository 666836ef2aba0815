"""The status of a denial: fixed cases that read like stories, then properties that hold for any wire."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.judge.status import GRAVEST, Evidence, case_status, denial_status, weighed

SAID = datetime(2026, 3, 2, 9, tzinfo=UTC)
NOW = SAID + timedelta(days=90)
KINDS = ["flat_denial", "specific_denial", "non_denial", "time_bound_denial", "undecided", "unaware"]


def row(day: int, verdict: str, tier: int, origin: str = "", **more: object) -> dict[str, object]:
    """A ledger row of a bearing, `day` days after the denial."""
    return {
        "article_id": more.pop("article", f"a-{day}"),
        "verdict": verdict,
        "tier": tier,
        "origin": origin,
        "published": (SAID + timedelta(days=day)).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "copy_of": None,
        **more,
    }


def status(bearings=(), kind="flat_denial", due=None, rulings=(), now=NOW, origins=("First Wire",)):
    return denial_status(kind, SAID, due, list(bearings), list(rulings), now, origins)[0]


def test_nothing_on_file_leaves_it_open():
    assert status() == "open"
    assert status([row(3, "no_bearing", 4)]) == "open"


@pytest.mark.parametrize(
    ("verdict", "outcome"),
    [
        ("undercuts", "undercut"),
        ("partly_undercuts", "partly_undercut"),
        ("confirms", "upheld"),
        ("overtaken", "overtaken"),
    ],
)
@pytest.mark.parametrize("tier", [1, 2])
def test_strong_evidence_decides(verdict, outcome, tier):
    assert status([row(3, verdict, tier)]) == outcome


def test_one_anonymous_newsroom_only_contests():
    assert status([row(3, "undercuts", 3, "Second Wire")]) == "contested"
    assert status([row(3, "confirms", 3, "Second Wire")]) == "open"
    assert status([row(3, "overtaken", 3, "Second Wire")]) == "open"


def test_two_newsrooms_with_sources_of_their_own_make_tier_two():
    assert (
        status([row(3, "undercuts", 3, "Second Wire"), row(5, "undercuts", 3, "Third Daily")]) == "undercut"
    )
    assert (
        status([row(3, "undercuts", 3, "Second Wire"), row(5, "partly_undercuts", 3, "Third Daily")])
        == "partly_undercut"
    )
    assert status([row(3, "confirms", 3, "Second Wire"), row(5, "confirms", 3, "Third Daily")]) == "upheld"
    assert (
        status([row(3, "undercuts", 3, "Second Wire"), row(5, "confirms", 3, "Third Daily")]) == "contested"
    )


def test_independence_is_counted_by_origin():
    assert status([row(d, "undercuts", 3, "Second Wire") for d in (3, 4, 5)]) == "contested"
    assert (
        status([row(3, "undercuts", 3, "Second Wire"), row(4, "undercuts", 3, "SECOND  WIRE")]) == "contested"
    )
    assert (
        status([row(3, "undercuts", 3, "First Wire"), row(5, "undercuts", 3, "Third Daily")]) == "contested"
    )
    assert status([row(3, "undercuts", 3, ""), row(5, "undercuts", 3, "Third Daily")]) == "contested"


def test_copies_add_nothing():
    assert status([row(3, "undercuts", 1, copy_of="a-0")]) == "open"
    assert (
        status([row(3, "undercuts", 3, "Second Wire"), row(5, "undercuts", 3, "Third Daily", copy_of="a-3")])
        == "contested"
    )


def test_a_stronger_tier_wins_and_a_weaker_one_never_does():
    assert status([row(3, "undercuts", 2), row(5, "confirms", 1)]) == "upheld"
    assert status([row(3, "undercuts", 1), row(5, "confirms", 2)]) == "undercut"
    assert status([row(3, "undercuts", 1), row(5, "confirms", 3, "Second Wire")]) == "undercut"


def test_a_retraction_reverses():
    assert status([row(3, "undercuts", 1), row(5, "confirms", 1)]) == "upheld"
    assert status([row(3, "undercuts", 3, "Second Wire"), row(9, "confirms", 3, "Second Wire")]) == "open"
    assert status([row(3, "undercuts", 2, "Second Wire"), row(9, "confirms", 3, "Second Wire")]) == "open"


def test_what_was_untrue_when_said_is_not_mended_by_later_facts():
    assert status([row(3, "undercuts", 1), row(5, "overtaken", 1)]) == "undercut"
    assert status([row(3, "overtaken", 1), row(5, "undercuts", 1)]) == "undercut"
    assert status([row(3, "partly_undercuts", 1), row(5, "undercuts", 1)]) == "undercut"
    assert status([row(3, "undercuts", 1), row(5, "partly_undercuts", 1)]) == "undercut"


def test_a_non_denial_is_undercut_only_in_part():
    assert status([row(3, "undercuts", 1)], kind="non_denial") == "partly_undercut"
    assert "only in part" in denial_status("non_denial", SAID, None, [row(3, "undercuts", 1)], [], NOW)[1]


def test_what_came_before_the_denial_does_not_count():
    assert status([row(-1, "undercuts", 1)]) == "open"


def test_stale_after_a_year_or_after_the_claims_own_day():
    assert status(now=SAID + timedelta(days=364)) == "open"
    assert status(now=SAID + timedelta(days=365)) == "stale"
    assert status([row(300, "confirms", 3, "Second Wire")], now=SAID + timedelta(days=400)) == "open"
    due = SAID + timedelta(days=30)
    assert status(due=due, now=due) == "open"
    assert status(due=due, now=due + timedelta(days=1)) == "stale"
    assert status(due=SAID + timedelta(days=900), now=SAID + timedelta(days=500)) == "open"
    assert status(due=SAID - timedelta(days=30), now=SAID + timedelta(days=2)) == "open", (
        "a day already past says nothing"
    )
    assert status([row(3, "undercuts", 3, "Second Wire")], now=SAID + timedelta(days=999)) == "contested"


def test_rulings_override():
    strong = [row(3, "undercuts", 1)]
    at = {"id": 1, "at": "2026-03-09T00:00:00Z"}
    assert status(strong, rulings=[{"kind": "settled", "status": "upheld", **at}]) == "upheld"
    later = {"kind": "settled", "status": "overtaken", "id": 2, "at": "2026-03-10T00:00:00Z"}
    assert status(strong, rulings=[later, {"kind": "settled", "status": "upheld", **at}]) == "overtaken"
    assert status(strong, rulings=[{**later, "undone": "2026-03-11T00:00:00Z"}]) == "undercut"
    assert status(strong, rulings=[{"kind": "settled", "status": "nonsense", **at}]) == "undercut"
    assert status(strong, rulings=[{"kind": "wrong_pair", **at}]) == "open"
    assert status(strong, rulings=[{"kind": "wrong_pair", "claim_id": "c-1", **at}]) == "undercut", (
        "the desk unpairs one claim"
    )
    assert status(strong, rulings=[{"kind": "not_same_matter", "article_id": "a-3", **at}]) == "open"
    assert status(strong, rulings=[{"kind": "not_same_matter", "article_id": "a-4", **at}]) == "undercut"
    two = [row(3, "undercuts", 3, "Second Wire"), row(5, "undercuts", 3, "Third Daily")]
    assert status(two, rulings=[{"kind": "not_independent", "article_id": "a-5", **at}]) == "contested"


def test_only_denials_have_a_history():
    assert status([row(3, "undercuts", 1)], kind="no_comment") == "open"


def test_the_reason_names_the_outlet_and_the_day_and_never_says_lied():
    _, why = denial_status("unaware", SAID, None, [row(3, "undercuts", 1, outlet="Exchange")], [], NOW)
    assert "Exchange, 2026-03-05" in why
    assert "lie" not in why


def test_a_case_takes_the_gravest():
    assert case_status([]) == "open"
    assert case_status(["stale", "open", "upheld"]) == "upheld"
    for one, two in itertools.combinations(GRAVEST, 2):
        assert case_status([two, one]) == one


ROWS = st.lists(
    st.builds(
        row,
        st.integers(0, 60),
        st.sampled_from(["undercuts", "confirms", "partly_undercuts", "overtaken", "no_bearing"]),
        st.integers(1, 4),
        st.sampled_from(["", "First Wire", "Second Wire", "Third Daily"]),
        copy_of=st.sampled_from([None, None, "a-0"]),
    ),
    max_size=7,
    unique_by=lambda r: r["article_id"],
)


@given(ROWS, st.randoms(use_true_random=False), st.sampled_from(KINDS))
def test_order_of_arrival_does_not_matter(rows, random, kind):
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert denial_status(kind, SAID, None, rows, [], NOW) == denial_status(
        kind, SAID, None, shuffled, [], NOW
    )


@given(ROWS, st.sampled_from(KINDS))
def test_repetition_and_copies_never_change_a_status(rows, kind):
    noise = [row(61, "no_bearing", 4, article="n-1"), row(62, "undercuts", 1, article="n-2", copy_of="a-0")]
    assert status(rows, kind) == status([*rows, *noise], kind)


@given(ROWS)
def test_a_non_denial_is_never_undercut(rows):
    assert status(rows, "non_denial") != "undercut"


@given(ROWS)
def test_without_strong_evidence_nothing_is_settled(rows):
    weak = [r for r in rows if r["tier"] >= 3 and r["origin"] in ("", "First Wire")]
    assert status(weak) in ("open", "contested")


@given(ROWS, st.sampled_from(KINDS))
def test_a_later_document_always_gives_its_verdict_against_an_open_denial(rows, kind):
    weaker = [r for r in rows if r["tier"] > 1]
    assert status([*weaker, row(70, "undercuts", 1)], kind) == (
        "partly_undercut" if kind == "non_denial" else "undercut"
    )
    assert status([*weaker, row(70, "confirms", 1)], kind) == "upheld"


@given(ROWS, st.sampled_from(KINDS))
def test_time_alone_only_makes_open_denials_stale(rows, kind):
    soon, late = status(rows, kind), status(rows, kind, now=SAID + timedelta(days=5000))
    assert late == ("stale" if soon == "open" else soon)


@given(ROWS)
def test_weighing_takes_evidence_rows_as_they_are(rows):
    once = weighed(rows, SAID)
    assert all(isinstance(e, Evidence) for e in once)
    assert weighed(once, SAID) == once
