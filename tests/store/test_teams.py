"""A team's removal: everything of it, nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.engine import Row, iso
from store.ledger import Ledger, open_ledger
from store.teams import FORMER
from tests.store.conftest import NOW, Filler, days

GOING, STAYING = "T0GOING01", "T0STAYING"


def settle(ledger: Ledger, team: str, case: int) -> str:
    """A row in every table that a team owns; returns its channel."""
    outbox, channel, person = ledger.outbox, f"C{team}", f"U{team}"
    outbox.save_installation(team, now=NOW, name=team, token=b"sealed", installer=person)
    outbox.subscribe(team, channel, 0, person, NOW)
    outbox.set_thread(case, team, channel, now=NOW, root_ts="1.1")
    outbox.add_alert({"key": f"root|{team}", "team": team, "channel": channel, "event": "root", "case_id": case, "created": iso(NOW)})
    outbox.digest_claimed(team, channel, "2026-W09", NOW)
    outbox.audit(person, "subscribe", channel, NOW, team=team)
    outbox.add_share(team, channel, f"3.{team}", case, 1, f"m-{team}")
    own = ledger.cases.open_case("Another matter", NOW, team=team)
    ruling = ledger.rulings.add({"team": team, "kind": "settled", "case_id": case, "into_case": own, "by": person, "at": NOW})
    moved = [{"ref": "c-1", "case_id": own, "ruling_id": ruling}]
    ledger.rulings.see(case, team, moved, [{"response_id": "r-1", "status": "upheld", "why": "settled"}], {case: "upheld"})
    ledger.wire.problem("tell", channel, "posting to this channel is paused", NOW)
    ledger.wire.problem("tell", f"alert of {team}", f"Slack refused a message for {channel}: no", NOW)
    return channel


def rows_of(ledger: Ledger, team: str) -> dict[str, list[Row]]:
    return {t: ledger.db.query(f"SELECT * FROM {t} WHERE team = :team", {"team": team}) for t in ledger.teams.tables()}


@pytest.fixture
def two_teams(ledger: Ledger, fill: Filler) -> int:
    case = fill.denied(1, fill.company("Quillon"))
    for team in (GOING, STAYING):
        settle(ledger, team, case)
    return case


def test_every_table_that_a_team_owns_is_known(ledger: Ledger) -> None:
    owned = {"installations", "channels", "subscriptions", "threads", "alerts", "digests", "rulings", "audit"}
    assert owned <= set(ledger.teams.tables())


def test_everything_of_a_team_goes_and_nothing_else(ledger: Ledger, two_teams: int) -> None:
    before, view = rows_of(ledger, STAYING), ledger.cases.view(two_teams)
    assert all(before.values()), "the test puts something into every table"
    gone = ledger.teams.forget(GOING, NOW)
    assert gone["problems"] == 2
    assert set(gone) == {"problems", *before}
    assert not any(rows_of(ledger, GOING).values())
    assert rows_of(ledger, STAYING) == before
    assert ledger.cases.view(two_teams) == view
    assert {p["subject"] for p in ledger.wire.problems()} == {f"C{STAYING}", f"alert of {STAYING}"}


def test_again_there_is_nothing_to_forget(ledger: Ledger, two_teams: int) -> None:
    ledger.teams.forget(GOING, NOW)
    assert ledger.teams.forget(GOING, days(1)) == {}


def test_no_team_is_never_everybody(ledger: Ledger, two_teams: int) -> None:
    with pytest.raises(ValueError, match="no team"):
        ledger.teams.forget("", NOW)


def test_what_its_people_entered_stays_without_their_names(ledger: Ledger, two_teams: int) -> None:
    ledger.cases.save_response("r-1", entered_by=f"U{GOING}")
    ledger.companies.resolve("Arden Bank", "arden bank", NOW, by=f"U{STAYING}")
    ledger.companies.resolve("Tessel Rail", "tessel rail", NOW, by=f"U{GOING}")
    ledger.teams.forget(GOING, NOW)
    assert [r["entered_by"] for r in ledger.cases.responses(["r-1"])] == [FORMER]
    assert {c["name"]: c["by"] for c in ledger.db.query("SELECT name, by FROM companies")} == {
        "Quillon": "reader", "Arden Bank": f"U{STAYING}", "Tessel Rail": FORMER,
    }  # fmt: skip


def test_what_was_under_way_is_swept_up(ledger: Ledger, two_teams: int) -> None:
    ledger.teams.forget(GOING, NOW)
    ledger.outbox.set_thread(two_teams, GOING, f"C{GOING}", now=NOW, root_ts="2.2")
    assert ledger.teams.left(GOING)
    assert ledger.teams.sweep(days(1)) == {"threads": 1}
    assert ledger.teams.sweep(days(1)) == {}
    assert rows_of(ledger, STAYING)["threads"]


def test_a_team_that_came_back_is_left_alone(ledger: Ledger, two_teams: int) -> None:
    ledger.teams.forget(GOING, NOW)
    settle(ledger, GOING, two_teams)
    assert not ledger.teams.left(GOING)
    assert ledger.teams.sweep(days(1)) == {}
    ledger.teams.came_back(GOING)
    ledger.outbox.save_installation(GOING, now=NOW, state="inactive")
    assert ledger.teams.sweep(days(1)) == {}
    assert rows_of(ledger, GOING)["subscriptions"]


def test_nothing_of_it_is_left_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        case = Filler(ledger).denied(1, Filler(ledger).company("Quillon"))
        settle(ledger, GOING, case)
        ledger.teams.forget(GOING, NOW)
    raw = b"".join(p.read_bytes() for p in tmp_path.glob("ledger.db*"))
    # what remembers that it left is kept for three days, so that late work of it is swept up
    assert raw.count(GOING.encode()) == raw.count(b"left|" + GOING.encode())
    assert b"sealed" not in raw
