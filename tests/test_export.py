"""What is exported: the scorer's rows, nothing that dangles, a sheet for people, a case as a page."""

from __future__ import annotations

import csv
import io
import json

import pytest

from bot.export import COLUMNS, case_page, export_csv, export_lines
from store import dump
from store.engine import StoreError, iso
from tests.merging import merge


def add_article(ledger, key, published, **more):
    row = {
        "id": f"a-{key}", "page": f"https://halyard.example/{key}", "url": f"https://halyard.example/{key}", "outlet": "Halyard",
        "title": f"Story {key}", "text": "Velmont said no. It is sold.", "text_hash": f"t1-{key}", "published": published,
        "first_seen": published.replace("T0", "T1"), "credits": '["Courier"]', "kind": "wire", "state": "read", **more,
    }  # fmt: skip
    assert ledger.wire.add_article(row)
    return row["id"]


@pytest.fixture
def filled(ledger, now):
    """One case: a claim and its denial in a1, a copy a2 of it, a repetition in a3, and a4 that undercuts."""
    company = ledger.companies.resolve("Velmont Lines", "velmont lines", now)
    common = {"company_id": company, "company": "Velmont Lines"}
    claim = {**common, "statement": "Velmont Lines is selling its docks.", "origin": "Halyard", "sourcing": "anonymous", "source_count": 2,
             "span": "It is sold.", "span_start": 17, "span_end": 28}  # fmt: skip
    denial = {
        **common,
        "speaker": "=Ingrid Solheim",
        "kind": "flat_denial",
        "quote": "Velmont\x1b said\nno.",
        "quote_start": 0,
        "quote_end": 16,
    }
    for key, published in (
        ("1", "2026-03-01T07:00:00Z"),
        ("2", "2026-03-01T08:00:00Z"),
        ("3", "2026-03-02T07:00:00Z"),
    ):
        article = add_article(ledger, key, published)
        ledger.cases.save_reading(
            article,
            "offline-1",
            [{**claim, "id": f"c-{key}"}],
            [{**denial, "id": f"r-{key}"}],
            [(f"c-{key}", f"r-{key}")],
        )
    ledger.cases.save_reading("a-1", "offline-1", [{**claim, "id": "c-1"}], [
        {**denial, "id": "r-1"}, {**denial, "id": "r-1b", "company": "Ardent", "speaker": "", "kind": "no_comment", "quote": "Ardent declined."},
    ], [("c-1", "r-1")])  # fmt: skip
    ledger.wire.save_article("a-2", copy_of="a-1", copy_why="verbatim")
    ledger.cases.save_response("r-3", repeats="r-1")
    ledger.cases.save_response("r-1", status="undercut", status_why="tier 1")
    add_article(ledger, "4", "2026-05-01T07:00:00Z", kind="filing", outlet="Exchange")
    for response, verdict, tier, span in (
        ("r-1", "undercuts", 1, "It is sold."),
        ("r-3", "no_bearing", 4, ""),
    ):
        ledger.cases.set_bearing({
            "article_id": "a-4", "response_id": response, "verdict": verdict, "tier": tier, "span": span, "why": "the company's own filing",
            "origin": "Exchange", "judge": "offline-1", "published": "2026-05-01T07:00:00Z", "made": iso(now),
        })  # fmt: skip
    ledger.cases.set_bearing({
        "article_id": "a-3", "response_id": "r-1", "verdict": "no_bearing", "tier": 4, "span": "said no", "why": "repeats",
        "origin": "", "judge": "offline-1", "published": "2026-03-02T07:00:00Z", "made": iso(now),
    })  # fmt: skip
    case = ledger.cases.open_case("Sale of the docks", now)
    ledger.cases.assign(case, ["c-1", "c-2", "c-3"], ["r-1", "r-1b", "r-2", "r-3"])
    ledger.cases.set_companies(case, [(company, "subject")])
    ledger.cases.set_case(case, status="undercut")
    for key, article, state, sent in (
        ("k1", "a-1", "sent", "2026-03-01T18:00:00Z"),
        ("k4", "a-4", "recorded", None),
        ("k5", None, "pending", None),
    ):
        ledger.outbox.add_alert({
            "key": key, "team": "T1", "channel": "C1", "case_id": case, "article_id": article, "response_id": "r-1", "event": "response",
            "body": "{}", "state": state, "created": "2026-05-01T09:00:00Z", "not_before": "2026-05-01T09:00:00Z", "sent": sent,
        })  # fmt: skip
    return case


def by_type(ledger):
    rows = {}
    for row in export_lines(ledger):
        json.dumps(row)
        rows.setdefault(row["type"], []).append(row)
    return rows


def test_rows_are_what_the_scorer_reads(ledger, filled):
    rows = by_type(ledger)
    wanted = {
        "article": "id url published title outlet lang copy_of",
        "claim": "id article company statement origin sourcing source_count span",
        "response": "id article company speaker kind quote status",
        "pair": "claim response",
        "bearing": "article response verdict tier span why",
        "case": "id companies title status claims responses",
        "alert": "id case article event channel state",
    }
    assert set(rows) == set(wanted)
    for kind, fields in wanted.items():
        assert set(fields.split()) <= set(rows[kind][0]), kind
    assert [a["id"] for a in rows["article"]] == ["a-1", "a-2", "a-3", "a-4"]
    assert rows["article"][1]["copy_of"] == "a-1"
    assert rows["article"][0]["credits"] == ["Courier"]
    assert "text" not in rows["article"][0]
    assert rows["response"][0]["status"] == "undercut"
    assert (rows["response"][0]["quote_start"], rows["response"][0]["quote_end"]) == (0, 16)
    assert rows["case"][0]["companies"] == ["Velmont Lines"]
    assert rows["case"][0]["roles"] == {"Velmont Lines": "subject"}


def test_copies_and_repetitions_leave_nothing_dangling(ledger, filled):
    rows = by_type(ledger)
    assert [c["id"] for c in rows["claim"]] == ["c-1", "c-3"]
    assert {r["id"] for r in rows["response"]} == {"r-1", "r-1b"}
    assert [(p["claim"], p["response"]) for p in rows["pair"]] == [("c-1", "r-1")]
    assert [(b["article"], b["verdict"]) for b in rows["bearing"]] == [
        ("a-3", "no_bearing"),
        ("a-4", "undercuts"),
    ]
    assert rows["case"][0]["claims"] == ["c-1", "c-3"]
    assert rows["case"][0]["responses"] == ["r-1", "r-1b"]


def test_only_denials_have_a_status(ledger, filled):
    assert {r["kind"]: r["status"] for r in by_type(ledger)["response"]} == {
        "flat_denial": "undercut",
        "no_comment": None,
    }


def test_an_empty_ledger_exports_nothing(ledger):
    assert list(export_lines(ledger)) == []


def test_long_exports_come_in_blocks(ledger, filled, monkeypatch):
    whole = list(export_lines(ledger))
    for size in (4, 5):
        monkeypatch.setattr(dump, "BLOCK", size)
        assert list(export_lines(ledger)) == whole
    monkeypatch.setattr(dump, "BLOCK", 1)
    assert [r["id"] for r in dump.articles(ledger.db)] == ["a-1", "a-2", "a-3", "a-4"]
    assert len(list(dump.bearings(ledger.db))) == 2
    assert len(list(dump.cases(ledger.db))) == 1


def test_merged_cases_are_not_listed(ledger, filled, now):
    other = ledger.cases.open_case("The same matter", now)
    merge(ledger, other, filled)
    assert [c["id"] for c in by_type(ledger)["case"]] == [filled]


def test_a_sheet_for_people(ledger, filled):
    out = io.StringIO()
    assert export_csv(ledger, out) == 1
    rows = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert list(rows[0]) == list(COLUMNS)
    assert rows[0]["speaker"] == "'=Ingrid Solheim"
    assert rows[0]["claim"] == "Velmont Lines is selling its docks."
    assert (rows[0]["later verdict"], rows[0]["later link"]) == ("undercuts", "https://halyard.example/4")


def test_a_sheet_with_a_denial_that_nothing_bears_on(ledger, filled):
    ledger.cases.drop_bearing("r-1", "a-4")
    out = io.StringIO()
    export_csv(ledger, out)
    assert next(csv.DictReader(io.StringIO(out.getvalue())))["later report"] == ""


def test_one_case_as_a_page(ledger, filled):
    page = case_page(ledger, filled)
    assert f"# Case {filled}: Sale of the docks" in page
    assert "Status: undercut." in page
    assert "> It is sold." in page
    assert "> Velmont said no." in page, "control characters and line breaks of the source are gone"
    assert "Answers: Velmont Lines is selling its docks." in page
    assert (
        "published 2026-03-01 07:00 UTC; first seen 2026-03-01 17:00 UTC; alerted 2026-03-01 18:00 UTC"
        in page
    )
    assert (
        "Undercuts the answer of Velmont Lines (tier 1, judged by offline-1): the company's own filing"
        in page
    )
    assert "recorded 2026-05-01 09:00 UTC, not posted" in page
    assert (
        page.index("## What was reported")
        < page.index("## What was answered")
        < page.index("## What came later")
    )


def test_a_case_without_later_reports(ledger, now):
    case = ledger.cases.open_case("Quiet", now)
    page = case_page(ledger, case)
    assert "Nothing yet." in page
    assert "Companies: none on file" in page


def test_an_unknown_case_is_named(ledger):
    with pytest.raises(StoreError, match="no case 99"):
        case_page(ledger, 99)
