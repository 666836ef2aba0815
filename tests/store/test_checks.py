"""What `check` finds, each kind of damage made on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from store import checks
from store.engine import iso
from store.ledger import Ledger, open_ledger
from tests.store.conftest import NOW, Filler


def wrong(ledger: Ledger) -> dict[str, str]:
    return {c.what: c.found for c in checks.run(ledger.db) if not c.ok}


@pytest.fixture
def filled(ledger: Ledger, fill: Filler) -> Ledger:
    """A ledger on which all is well."""
    quillon = fill.company("Quillon")
    case = fill.denied(1, quillon)
    ledger.wire.save_article("a-1", text="They said: That is not true. So.")
    ledger.db.execute("UPDATE responses SET quote_start = 11, quote_end = 27, text_hash = 'hash-a-1'")
    ledger.outbox.subscribe("T1", "C1", 0, "U1", NOW)
    ledger.outbox.set_thread(case, "T1", "C1", now=NOW, root_ts="1.1", state="posted")
    ledger.outbox.add_alert({"key": "k", "team": "T1", "channel": "C1", "event": "root", "case_id": case, "created": iso(NOW)})
    ledger.evidence.keep("a-1", "https://h.example/1", b"<p>That is not true.", "text/html", NOW)
    return ledger


def test_all_is_well(filled: Ledger) -> None:
    found = list(checks.run(filled.db))
    assert all(c.ok for c in found), wrong(filled)
    assert {"quotes", "alerts under way"} <= {c.what for c in found}
    if filled.db.dialect == "sqlite":
        assert {"database", "foreign keys"} <= {c.what for c in found}


@pytest.mark.parametrize(
    ("damage", "what", "named"),
    [
        ("UPDATE claims SET case_id = 99", "claims and answers", "such as c-1"),
        ("UPDATE responses SET case_id = 99", "claims and answers", "1 belong to a case that is not there"),
        ("UPDATE responses SET repeats = 'r-9'", "repetitions", "r-1"),
        ("UPDATE claims SET company_id = 99", "companies of claims and answers", "c-1"),
        ("UPDATE case_companies SET company_id = 99", "companies of cases", "1"),
        ("UPDATE cases SET merged_into = 99", "merged cases", "1"),
        ("UPDATE articles SET copy_of = 'a-9'", "copies", "a-1"),
        ("UPDATE subscriptions SET company_id = 99", "subscriptions", "1"),
        ("UPDATE alerts SET case_id = 99", "cases of alerts", "1"),
        ("UPDATE threads SET case_id = 99", "threads", "99"),
        ("UPDATE threads SET root_ts = NULL", "roots of threads", "1"),
        ("UPDATE alerts SET state = 'sending'", "alerts under way", "no key or no time"),
        ("UPDATE alerts SET state = 'sent'", "alerts that were sent", "1"),
        ("UPDATE alerts SET state = 'sent', sent = 'x', message_ts = '1.1'", "alerts that were sent", "under which key"),
        ("UPDATE alerts SET article_id = 'a-9'", "articles of alerts", "1"),
        ("UPDATE companies SET parent_id = 99", "owners of companies", "1"),
        ("UPDATE cases SET merged_into = id", "circles of merged cases", "1"),
        ("UPDATE articles SET copy_of = id", "circles of copies", "a-1"),
        ("UPDATE articles SET state = 'odd'", "states of articles", "a-1"),
        ("INSERT INTO shares (team, channel, ts, case_id, revision) VALUES ('T1', 'C1', '1.2', 99, 0)", "shared cards", "1.2"),
        ("UPDATE evidence SET sha256 = 'x'", "archived pages", "a-1"),
        ("UPDATE alerts SET channel = ''", "alerts that wait", "1"),
        ("UPDATE alerts SET state = 'lost'", "states of alerts", "1"),
        ("DELETE FROM search_rows WHERE ref = 'x' OR 1 = 1; INSERT INTO search_rows (ref, kind, published) VALUES ('c-9', 'claim', 'x')",
         "search index", "c-9"),
        ("UPDATE articles SET text_gone = 'x'", "texts", "a-1"),
        ("UPDATE responses SET quote = 'That is quite true'", "quotes", "responses r-1"),
        ("PRAGMA foreign_keys=OFF; DELETE FROM articles", "foreign keys", "such as row"),
    ],
    ids=lambda value: value[:40],
)  # fmt: skip
def test_damage_is_named(filled: Ledger, damage: str, what: str, named: str) -> None:
    if damage.startswith("PRAGMA") and filled.db.dialect != "sqlite":
        pytest.skip("on a server a row cannot point at nothing")
    for statement in damage.split("; "):
        filled.db.execute(statement)
    found = wrong(filled)
    assert named in found[what], found
    assert len(found) == 1 or what == "foreign keys"


def test_one_message_goes_to_one_channel(filled: Ledger) -> None:
    filled.outbox.add_alert({"key": "k2", "team": "T1", "channel": "C2", "event": "root", "created": iso(NOW)})
    filled.db.execute("UPDATE alerts SET state = 'sent', sent = 'x', message_ts = '1.1', message_key = 'm1'")
    assert wrong(filled) == {"messages": "1 went to two channels at once, such as m1"}


def test_one_key_is_of_one_message(filled: Ledger) -> None:
    filled.outbox.add_alert({"key": "k2", "team": "T1", "channel": "C1", "event": "root", "created": iso(NOW)})
    filled.db.execute("UPDATE alerts SET state = 'sent', sent = 'x', message_ts = key, message_key = 'm1'")
    assert wrong(filled) == {"keys of messages": "1 stand for two messages, such as m1"}


def test_a_damaged_file_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path) as ledger:
        fill = Filler(ledger)
        for n in range(60):
            fill.denied(n, fill.company("Quillon"))
        place = ledger.db.query("SELECT rootpage FROM sqlite_master WHERE name = 'claims'")[0]["rootpage"]
        size = ledger.db.query("PRAGMA page_size")[0]["page_size"]
    raw = bytearray(path.read_bytes())
    raw[(place - 1) * size : place * size] = b"\x55" * size
    path.write_bytes(raw)
    with open_ledger(path) as ledger:
        assert wrong(ledger)["database"]
