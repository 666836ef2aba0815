from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest

from store.ledger import Ledger
from store.outbox import ALL_COMPANIES, Outbox
from tests.store.conftest import NOW, Filler, days, ids


@pytest.fixture
def outbox(ledger: Ledger) -> Outbox:
    return ledger.outbox


def put(outbox: Outbox, key: str, channel: str = "C1", case: int = 1, at: datetime = NOW, **columns: Any) -> int:
    row = {"key": key, "team": "T", "channel": channel, "case_id": case, "event": "status", "created": at, **columns}
    assert outbox.add_alert(row)
    return next(a["id"] for a in outbox.alerts() if a["key"] == key)


def keys(rows: list[dict[str, Any]]) -> list[str]:
    return [row["key"] for row in rows]


# subscriptions --------------------------------------------------------------------------------------------------


def test_subscribing(outbox: Outbox, fill: Filler) -> None:
    quillon, brask = fill.company("Quillon"), fill.company("Brask")
    assert outbox.subscribe("T", "C1", quillon, "U1", NOW) is True
    assert outbox.subscribe("T", "C1", quillon, "U2", NOW) is False
    assert outbox.subscribe("T", "C1", brask, "U1", NOW, {"only": ["undercut"]}) is True
    assert outbox.subscribe("T", "C1", ALL_COMPANIES, "U1", NOW) is True
    rows = outbox.subscriptions("T", "C1")
    assert [(r["company"], r["by"], json.loads(r["settings"])) for r in rows] == [
        ("", "U1", {}),
        ("Brask", "U1", {"only": ["undercut"]}),
        ("Quillon", "U1", {}),
    ]
    outbox.subscribe("T", "C1", brask, "U1", NOW)  # says nothing of settings: they stay
    outbox.subscribe("T", "C1", quillon, "U1", NOW, {"quiet": True})
    assert [json.loads(r["settings"]) for r in outbox.subscriptions("T", "C1")] == [{}, {"only": ["undercut"]}, {"quiet": True}]
    assert outbox.unsubscribe("T", "C1", quillon) is True
    assert outbox.unsubscribe("T", "C1", quillon) is False
    assert outbox.subscriptions("T", "C9") == []


def test_who_hears_of_a_company(outbox: Outbox, fill: Filler) -> None:
    quillon, brask = fill.company("Quillon"), fill.company("Brask")
    outbox.subscribe("T", "C-all", ALL_COMPANIES, "U1", NOW, {"a": 1})
    outbox.subscribe("T", "C-both", ALL_COMPANIES, "U1", NOW, {"a": 2})
    outbox.subscribe("T", "C-both", quillon, "U1", NOW, {"a": 3})
    outbox.subscribe("T", "C-brask", brask, "U1", NOW)
    outbox.subscribe("T2", "C-brask", brask, "U1", NOW)

    def told(*companies: int) -> list[tuple[str, str]]:
        return [(r["channel"], r["settings"]) for r in outbox.subscribers_of(companies)]

    assert told(quillon) == [("C-all", '{"a": 1}'), ("C-both", '{"a": 3}')]
    assert told(quillon, brask) == [("C-all", '{"a": 1}'), ("C-both", '{"a": 3}'), ("C-brask", "{}"), ("C-brask", "{}")]
    assert told() == [("C-all", '{"a": 1}'), ("C-both", '{"a": 2}')]
    outbox.save_channel("T", "C-all", now=NOW, state="paused", error="is_archived")
    outbox.save_installation("T2", now=NOW, state="inactive")
    assert told(quillon, brask) == [("C-both", '{"a": 3}'), ("C-brask", "{}")]
    outbox.subscribe("T", "C-all", quillon, "U1", NOW)  # somebody asks again: it is active again
    assert [c for c, _ in told(brask)] == ["C-all", "C-both", "C-brask"]
    assert (outbox.channel("T", "C-all") or {})["error"] is None


# alerts ---------------------------------------------------------------------------------------------------------


def test_an_alert_is_added_once(outbox: Outbox) -> None:
    row = {"key": "k", "event": "status", "created": NOW, "body": {"old": "open", "new": "upheld"}}
    assert outbox.add_alert(row) is True
    assert outbox.add_alert({**row, "event": "other"}) is False
    stored = outbox.alerts()[0]
    assert json.loads(stored["body"]) == {"old": "open", "new": "upheld"}
    assert (stored["state"], stored["not_before"], stored["attempts"]) == ("pending", "2026-03-02T07:15:00Z", 0)
    assert outbox.alert(stored["id"]) == stored
    assert outbox.alert(99) is None


def test_an_alert_goes_with_the_change_that_it_tells_of(ledger: Ledger) -> None:
    def fail() -> None:
        with ledger.db.transaction():
            ledger.cases.open_case("Ferries", NOW)
            ledger.outbox.add_alert({"key": "k", "event": "status", "created": NOW})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert ledger.outbox.alerts() == []
    assert ledger.cases.recent() == []


def test_what_is_due(outbox: Outbox) -> None:
    put(outbox, "b", "C2", 2)
    put(outbox, "a1", "C1")
    put(outbox, "a2", "C1", not_before=days(0.5))
    put(outbox, "later", not_before=days(2))
    put(outbox, "recorded", "", 3, state="recorded")
    assert keys(outbox.due_alerts(days(1))) == ["a1", "a2", "b"]
    assert keys(outbox.due_alerts(NOW)) == ["a1", "b"]
    assert keys(outbox.due_alerts(days(-1))) == ["a1", "a2", "later", "b"]  # the clock was set back: nothing waits for it


def test_a_busy_channel_does_not_starve_the_others(outbox: Outbox) -> None:
    for i in range(20):
        put(outbox, f"busy-{i:02}", "C1", i, days(i / 100))
    put(outbox, "quiet", "C2", 99, days(1))
    assert keys(outbox.due_alerts(days(2), 3)) == ["busy-00", "busy-01", "quiet"]


def test_a_thread_keeps_its_order_when_an_alert_was_put_back(outbox: Outbox) -> None:
    first = put(outbox, "first", case=1)
    put(outbox, "second", case=1)
    put(outbox, "other case", case=2)
    put(outbox, "other channel", "C2", case=1)
    outbox.mark_sending([first], "m", NOW)
    outbox.put_back([first], days(1), "ratelimited")
    assert keys(outbox.due_alerts(NOW)) == ["other case", "other channel"]
    assert keys(outbox.due_alerts(days(1))) == ["first", "second", "other case", "other channel"]


def test_the_way_of_an_alert(outbox: Outbox) -> None:
    one, two = put(outbox, "one"), put(outbox, "two")
    assert outbox.mark_sending([one, two], "m1", NOW) == [one, two]
    assert outbox.mark_sending([one, two], "m2", NOW) == []  # somebody else has them
    assert keys(outbox.of_message("m1")) == ["one", "two"]
    assert outbox.due_alerts(days(9)) == []
    assert outbox.stuck(NOW, days(1)) == []
    assert keys(outbox.stuck(days(0.01), days(1))) == ["one", "two"]
    assert keys(outbox.stuck(days(-2), days(-1))) == ["one", "two"], "the clock was set back"
    assert outbox.mark_sent([one], "171.5", days(1)) == 1
    row = outbox.alert(one) or {}
    assert (row["state"], row["message_ts"], row["sent"], row["attempts"]) == ("sent", "171.5", "2026-03-03T07:15:00Z", 1)
    assert outbox.mark_unknown([one, two], "the connection broke") == 1  # what is sent stays sent
    assert keys(outbox.unknown()) == ["two"]
    assert outbox.mark_sent([two], "171.6", days(1)) == 1
    assert (outbox.alert(two) or {})["error"] is None
    assert outbox.states() == {"sent": 2}


def test_what_is_sent_cannot_be_sent_again(outbox: Outbox) -> None:
    one = put(outbox, "one")
    outbox.mark_sending([one], "m", NOW)
    outbox.mark_sent([one], "1", NOW)
    assert outbox.put_back([one], NOW, "x") == outbox.mark_failed([one], "x") == outbox.drop([one], "x") == 0
    assert outbox.mark_sending([one], "m2", NOW) == []


def test_failing_putting_back_and_dropping(outbox: Outbox) -> None:
    one, two = put(outbox, "one"), put(outbox, "two", case=2)
    outbox.mark_sending([one], "m", NOW)
    assert outbox.mark_failed([one], "invalid_blocks") == 1
    assert outbox.put_back([one], days(1), "again, as plain text") == 1
    row = outbox.alert(one) or {}
    assert (row["state"], row["message_key"], row["sending_since"], row["attempts"]) == ("pending", None, None, 1)
    assert outbox.drop([two], "the case is muted") == 1
    assert (outbox.alert(two) or {})["error"] == "the case is muted"
    assert keys(outbox.due_alerts(days(2))) == ["one"]
    assert outbox.states() == {"dropped": 1, "pending": 1}
    assert outbox.mark_sending([], "m", NOW) == []
    assert outbox.mark_sent([], "1", NOW) == 0


def test_alerts_of_a_case_or_state(outbox: Outbox) -> None:
    put(outbox, "a", case=1)
    put(outbox, "b", case=2)
    put(outbox, "c", case=2, state="recorded")
    assert keys(outbox.alerts()) == ["a", "b", "c"]
    assert keys(outbox.alerts(2)) == ["b", "c"]
    assert keys(outbox.alerts(2, "recorded")) == keys(outbox.alerts(state="recorded")) == ["c"]
    assert keys(outbox.alerts(limit=2)) == ["b", "c"]


def test_sending_is_on_disk_before_the_call(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    levels: list[bool] = []
    transaction = ledger.db.transaction

    def watched(*, durable: bool = False) -> Any:
        levels.append(durable)
        return transaction(durable=durable)

    one = put(ledger.outbox, "one")
    monkeypatch.setattr(ledger.db, "transaction", watched)
    ledger.outbox.mark_sending([one], "m", NOW)
    ledger.outbox.mark_sent([one], "1", NOW)
    ledger.outbox.set_thread(1, "T", "C", now=NOW, root_ts="1")
    ledger.outbox.digest_claimed("T", "C", "2026-W10", NOW)
    assert levels == [True] * 4


# threads, channels, installations -------------------------------------------------------------------------------


def test_threads(outbox: Outbox) -> None:
    assert outbox.thread(1, "T", "C1") is None
    outbox.set_thread(1, "T", "C1", now=NOW)
    assert (outbox.thread(1, "T", "C1") or {})["state"] == "pending"
    outbox.set_thread(1, "T", "C1", now=days(1), root_ts="171.5", state="posted", message_key="m")
    outbox.set_thread(1, "T", "C0", now=NOW)
    row = outbox.thread(1, "T", "C1") or {}
    assert (row["root_ts"], row["state"], row["created"], row["updated"]) == (
        "171.5",
        "posted",
        "2026-03-02T07:15:00Z",
        "2026-03-03T07:15:00Z",
    )
    assert [t["channel"] for t in outbox.threads_of_case(1)] == ["C0", "C1"]


def test_an_older_root_never_overwrites_a_newer(outbox: Outbox) -> None:
    outbox.set_thread(1, "T", "C1", now=NOW, revision=3)
    assert outbox.revise_thread(1, "T", "C1", 5) is True
    assert outbox.revise_thread(1, "T", "C1", 4) is False
    assert outbox.revise_thread(1, "T", "C1", 5) is False
    assert outbox.revise_thread(9, "T", "C1", 5) is False
    assert (outbox.thread(1, "T", "C1") or {})["revision"] == 5


def test_channels(outbox: Outbox) -> None:
    outbox.save_channel("T", "C1", now=NOW, name="deals", settings={"time_zone": "Asia/Tokyo"})
    outbox.save_channel("T", "C1", now=days(1), state="paused")
    outbox.save_channel("T", "C2", now=NOW)
    outbox.save_channel("T", "C2", now=days(1))
    row = outbox.channel("T", "C1") or {}
    assert (row["name"], row["state"], json.loads(row["settings"])) == ("deals", "paused", {"time_zone": "Asia/Tokyo"})
    assert row["joined"] == "2026-03-02T07:15:00Z"
    assert [c["channel"] for c in outbox.channels()] == ["C1", "C2"]
    assert [c["channel"] for c in outbox.channels(state="active")] == ["C2"]
    assert outbox.channel("T", "C9") is None


def test_installations(outbox: Outbox) -> None:
    outbox.save_installation("T", now=NOW, name="Desk", token=b"\x01\x02", scopes="chat:write")
    outbox.save_installation("T", now=days(1), state="inactive", error="token_revoked")
    row = outbox.installation("T") or {}
    assert (row["token"], row["state"], row["installed"]) == (b"\x01\x02", "inactive", "2026-03-02T07:15:00Z")
    assert ids([{"id": i["team"]} for i in outbox.installations()]) == ["T"]
    assert outbox.installations(state="active") == []
    assert outbox.installation("T9") is None


# once -----------------------------------------------------------------------------------------------------------


def test_a_redelivery_is_known(outbox: Outbox) -> None:
    assert outbox.once("event Ev1", NOW) is True
    assert outbox.once("event Ev1", days(1)) is False
    assert outbox.once("event Ev2", days(2)) is True
    assert outbox.prune_seen(days(1)) == 1
    assert outbox.once("event Ev1", days(3)) is True
    assert outbox.once("event Ev2", days(3)) is False


def test_one_digest_a_week_and_channel(outbox: Outbox) -> None:
    assert outbox.digest_claimed("T", "C1", "2026-W10", NOW) is True
    assert outbox.digest_claimed("T", "C1", "2026-W10", NOW) is False
    assert outbox.digest_claimed("T", "C2", "2026-W10", NOW) is True
    assert outbox.digest_claimed("T", "C1", "2026-W11", days(7)) is True
    assert [d["week"] for d in outbox.digests("T", "C1")] == ["2026-W11", "2026-W10"]


def test_the_audit_log(outbox: Outbox) -> None:
    outbox.audit("U1", "merge", "Brask into Quillon", NOW, team="T")
    outbox.audit("cli", "parent", "Brask of Quillon", NOW)
    assert [(a["by"], a["what"], a["team"]) for a in outbox.audit_log()] == [("cli", "parent", ""), ("U1", "merge", "T")]
    assert len(outbox.audit_log(1)) == 1
