from __future__ import annotations

import pytest

from store.ledger import Ledger
from store.reports import Reports
from tests.store.conftest import NOW, Filler, days, ids


@pytest.fixture
def reports(ledger: Ledger) -> Reports:
    return Reports(ledger.db)


def test_threads_that_show_an_older_revision(ledger: Ledger, reports: Reports) -> None:
    for n in range(3):
        case = ledger.cases.open_case(f"Matter {n}", NOW)
        ledger.cases.bump(case, 0, days(n))
        ledger.outbox.set_thread(case, "T", "C", now=NOW, root_ts="1.0", state="posted", revision=0)
    ledger.outbox.set_thread(1, "T", "C2", now=NOW)  # not posted yet
    ledger.outbox.revise_thread(2, "T", "C", 1)
    assert [(t["case_id"], t["channel"], t["case_revision"]) for t in reports.stale_threads()] == [(1, "C", 1), (3, "C", 1)]
    assert len(reports.stale_threads(1)) == 1


def test_a_week_of_denials_and_what_was_found_out(ledger: Ledger, fill: Filler, reports: Reports) -> None:
    quillon, brask = fill.company("Quillon"), fill.company("Brask")
    fill.denied(1, quillon, days(1))
    fill.denied(2, brask, days(2), status="undercut")
    fill.denied(3, quillon, days(3), "no_comment")
    fill.denied(9, quillon, days(9))
    fill.article("a-later", days(4), outlet="Tarn Times")
    fill.bearing("r-1", "a-later", days(4), "no_bearing", 4)
    fill.bearing("r-2", "a-later", days(4), "undercuts", 2)
    week = days(0), days(7)
    assert ids(reports.new_denials(None, *week, week[0])) == ["r-1", "r-2"]
    assert ids(reports.new_denials([quillon], *week, week[0])) == ["r-1"]
    assert reports.new_denials([], *week, week[0]) == []
    assert ids(reports.new_denials(None, *week, days(2))) == ["r-2"]
    older = reports.older_denials(None, *week, days(2))
    assert (older["n"], older["first"], older["last"]) == (1, "2026-03-03T07:15:00Z", "2026-03-03T07:15:00Z")
    assert reports.older_denials([brask], *week, days(2)) == {"n": 0, "first": None, "last": None}
    found = reports.new_bearings(None, *week, week[0])
    assert [(b["response_id"], b["verdict"], b["outlet"], b["status"], b["said"]) for b in found] == [
        ("r-2", "undercuts", "Tarn Times", "undercut", "2026-03-04T07:15:00Z")
    ]
    assert reports.new_bearings([quillon], *week, week[0]) == reports.new_bearings(None, days(5), days(9), days(5)) == []
    assert ids(reports.ageing(None, days(7))) == ["r-1"]
    assert ids(reports.ageing([brask], days(7))) == []
    since = reports.denials_since(None, *week)
    assert [(d["status"], d["published"]) for d in since] == [("open", "2026-03-03T07:15:00Z"), ("undercut", "2026-03-04T07:15:00Z")]


def test_corrections_a_channel_was_given(ledger: Ledger, fill: Filler, reports: Reports) -> None:
    fill.article("a", title="Withdrawn")
    for key, event, channel in (("k1", "withdrawn", "C"), ("k2", "status", "C"), ("k3", "withdrawn", "C2")):
        ledger.outbox.add_alert({"key": key, "team": "T", "channel": channel, "event": event, "article_id": "a", "created": NOW})
    found = reports.withdrawn("T", "C", days(-1), days(1))
    assert [(a["key"], a["title"]) for a in found] == [("k1", "Withdrawn")]
    assert reports.withdrawn("T", "C", days(1), days(2)) == []


def test_channels_that_follow_something(ledger: Ledger, fill: Filler, reports: Reports) -> None:
    company = fill.company("Quillon")
    assert reports.channels_with_subscriptions() == []
    ledger.outbox.subscribe("T", "C", company, "U1", NOW)
    ledger.outbox.save_channel("T", "C0", now=NOW)  # follows nothing
    ledger.outbox.subscribe("T2", "C9", company, "U1", NOW)
    assert [c["channel"] for c in reports.channels_with_subscriptions()] == ["C", "C9"]
    ledger.outbox.save_installation("T2", now=NOW, state="inactive")
    assert [c["channel"] for c in reports.channels_with_subscriptions()] == ["C"]
