"""A company's record: what counts as held, the interval beside it, and the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot import records
from bot.read.companies import key
from store.ledger import open_ledger
from tests.commandline import Walkback, walkback_in
from tests.store.conftest import NOW, Filler, days

RECORD = {
    "denials": 9, "cases": 7, "median_days_to_reversal": 4.0,
    "by_status": {"undercut": 2, "partly_undercut": 1, "upheld": 1, "open": 3, "contested": 1, "stale": 1},
    "by_kind": {
        "flat_denial": {"undercut": 2, "open": 2, "stale": 1},
        "non_denial": {"partly_undercut": 1, "contested": 1},
        "undecided": {"upheld": 1},
        "unaware": {"open": 1},
    },
}  # fmt: skip
NONE = {"denials": 0, "cases": 0, "by_status": {}, "by_kind": {}, "median_days_to_reversal": None}


def test_only_what_is_decided_counts_and_the_interval_stands_beside_it() -> None:
    whole, flat, *others = records.held(RECORD)
    assert (whole.kind, whole.denials, whole.decided, whole.held) == ("", 9, 4, 1)
    assert (whole.low, whole.high) == pytest.approx((0.0456, 0.6994), abs=0.0001)
    assert (flat.kind, flat.decided, flat.held) == ("flat_denial", 2, 0)
    assert [o.kind for o in others] == ["non_denial", "unaware", "undecided"]
    assert (others[1].low, others[1].high) == (0.0, 1.0)


def test_what_was_true_when_said_held() -> None:
    (whole, _) = records.held({**NONE, "denials": 2, "by_status": {"overtaken": 1, "undercut": 1}, "by_kind": {"time_bound_denial": {"overtaken": 1, "undercut": 1}}})
    assert (whole.held, whole.decided) == (1, 2)


def test_the_words_never_give_a_percentage_alone() -> None:
    by_kind = "flat denials none of 2, attacks without a denial none of 1, “nothing decided” 1 of 1."
    assert records.held_words(RECORD) == f"1 of 4 decided denials held up; with 95 % confidence the true share is 5 to 70 %. By kind: {by_kind}"
    assert records.held_words(NONE) == ""
    assert records.held_words({**NONE, "denials": 1, "by_status": {"open": 1}, "by_kind": {"unaware": {"open": 1}}}) == "None decided yet."


@pytest.fixture
def walkback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Walkback:
    walkback = walkback_in(tmp_path, monkeypatch, capsys)
    with open_ledger("walkback.db") as ledger:
        fill = Filler(ledger)
        quillon, lamps = (ledger.companies.resolve(name, key(name), NOW) for name in ("Quillon", "Quillon Lamps"))
        ledger.companies.resolve("Brask", key("Brask"), NOW)
        ledger.companies.set_parent(lamps, quillon)
        for n, (company, kind, status) in enumerate([(quillon, "flat_denial", "undercut"), (quillon, "unaware", "open"), (lamps, "flat_denial", "upheld")]):
            fill.denied(n, company, NOW, kind, status)
        fill.article("a-later", days(12))
        fill.bearing("r-0", "a-later", days(12), "undercuts", 1)
    return walkback


def test_subsidiaries_are_folded_in_or_left_out(walkback: Walkback) -> None:
    done = walkback("record", "quillon")
    assert done.code == 0
    assert done.out.startswith("Quillon (counted with it: Quillon Lamps)\nkind\tdenials\tdecided\theld\t95 % interval\tundercut")
    assert "\nall\t3\t2\t1\t9% to 91%\t1\t\t\t1\t\t1\t\n" in done.out
    assert "\nflat denial\t2\t2\t1\t" in done.out
    assert done.out.endswith("half of those undercut were so within 12 days\n")
    alone = json.loads(walkback("record", "Quillon", "--alone", "--json").out)
    assert (alone["with"], alone["denials"], alone["held"][0]["held"]) == ([], 2, 0)
    assert (alone["held"][0]["low"], alone["held"][0]["high"]) == (0.0, 0.7935)


def test_a_company_without_denials_and_one_that_nobody_knows(walkback: Walkback) -> None:
    assert walkback("record", "Brask").out == "Brask\nno denial on file\n"
    assert "did you mean Quillon" in walkback("record", "Quilon").line
    assert "walkback companies list" in walkback("record", "Zzyzx").line


def test_one_or_none_that_held_is_said_in_words() -> None:
    def line(**by_status: int) -> str:
        return records.words(records.held({"by_status": by_status, "by_kind": {}})[0])

    assert line(undercut=2) == "none of 2 decided denials held up; with 95 % confidence the true share is 0 to 66 %"
    assert line(undercut=1) == "the one decided denial did not hold up; with 95 % confidence the true share is 0 to 79 %"
    assert line(upheld=1, open=3) == "the one decided denial held up; with 95 % confidence the true share is 21 to 100 %"
