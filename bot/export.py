"""The ledger for other programs (JSON lines, CSV) and one case as a page to file or print. Only reading.

The JSON lines are those that the wire's scorer reads: `type` is article, claim, response, pair, bearing, case or
alert; ids are the ledger's; times are UTC, `2026-03-02T07:15:00Z`.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import Any, TextIO

from bot.read.reading import DENIALS
from bot.text import clean
from store import dump
from store.engine import Row, StoreError
from store.ledger import Ledger

_SPREADSHEET = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = (
    "published", "company", "speaker", "kind", "quote", "status", "why", "outlet", "link", "claim", "reported by",
    "later report", "later verdict", "later tier", "later link", "case",
)  # fmt: skip


def export_lines(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """Every row of the ledger as a flat object, ready for `json.dumps`.

    Claims and answers of copies, and answers that repeat one on file, are left out with all that points at them.
    """
    db = ledger.db
    for row in dump.articles(db):
        yield {"type": "article", **row, "credits": json.loads(row["credits"])}
    for row in dump.claims(db):
        yield {
            "type": "claim",
            **_take(
                row, "id article_id company statement origin sourcing source_count span span_start span_end"
            ),
            **_take(row, "hedged lang published reader case_id text_hash"),
            "parties": json.loads(row["parties"]),
        }
    for row in dump.responses(db):
        yield {
            "type": "response",
            **_take(
                row, "id article_id company speaker kind quote quote_start quote_end direct addresses due"
            ),
            **_take(row, "lang published reader case_id text_hash"),
            "status": row["status"] if row["kind"] in DENIALS else None,
            "status_why": row["status_why"],
        }
    for row in dump.pairs(db):
        yield {"type": "pair", "claim": row["claim_id"], "response": row["response_id"], "how": row["how"]}
    for row in dump.bearings(db):
        yield {
            "type": "bearing",
            **_take(row, "article_id response_id verdict tier span span_start span_end why origin judge"),
            **_take(row, "confidence published made"),
        }
    for row in dump.cases(db):
        companies = ledger.cases.companies_of(row["id"])
        yield {
            "type": "case",
            **_take(row, "id title status claims responses revision opened updated"),
            "companies": [c["name"] for c in companies],
            "roles": {c["name"]: c["role"] for c in companies},
        }
    for row in dump.alerts(db):
        yield {
            "type": "alert",
            **_take(
                row, "id case_id article_id response_id event channel state team created sent message_ts"
            ),
            "body": json.loads(row["body"]),
        }


def corrections(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """Every ruling of a person as a labelled example: what they said, about which claim, answer and later report, and the
    text of the articles behind these where it is still kept. Undone ones come with `undone_at`."""
    for ruling in ledger.rulings.all():
        responses = ledger.cases.responses([ruling["response_id"]] if ruling["response_id"] else [])
        answered = [p["claim_id"] for p in ledger.cases.pairs_of([r["id"] for r in responses])]
        claims = ledger.cases.claims([ruling["claim_id"]] if ruling["claim_id"] else answered)
        held = ledger.cases.bearings_of_responses([r["id"] for r in responses])
        reports = [b for b in held if b["article_id"] == ruling["article_id"]] if ruling["article_id"] else held
        articles = {r["article_id"] for r in (*claims, *responses, *reports)} | {ruling["article_id"]} - {None}
        yield {
            "type": "correction",
            **_take(ruling, "id team case_id kind status note by at undone_by undone_at"),
            "claims": [_take(c, "id article_id company statement span span_start span_end origin lang published reader") for c in claims],
            "responses": [
                _take(r, "id article_id company speaker kind quote quote_start quote_end lang published reader") for r in responses
            ],
            "bearings": [
                _take(b, "article_id response_id verdict tier span span_start span_end why origin judge confidence published") for b in reports
            ],
            "articles": [_take(a, "id url outlet kind lang title published text") for a in ledger.wire.articles(sorted(articles))],
        }


def export_csv(ledger: Ledger, out: TextIO) -> int:
    """Write one line for each denial, by time of publication, with its claim and the latest report that bears on it.

    Returns the number of denials. Cells that a spreadsheet would take for a formula begin with an apostrophe.
    """
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    count = 0
    for row in dump.responses(ledger.db):
        if row["kind"] not in DENIALS:
            continue
        article = ledger.wire.article(row["article_id"]) or {}
        claims = ledger.cases.claims([p["claim_id"] for p in ledger.cases.pairs_of([row["id"]])])
        later = [b for b in ledger.cases.bearings_of_response(row["id"]) if b["verdict"] != "no_bearing"]
        last = max(later, key=lambda b: b["published"], default={})
        source = ledger.wire.article(last["article_id"]) if last else None
        writer.writerow(
            [
                _cell(value)
                for value in (
                    row["published"], row["company"], row["speaker"], row["kind"], row["quote"], row["status"],
                    row["status_why"], article.get("outlet"), article.get("url"),
                    " / ".join(dict.fromkeys(c["statement"] for c in claims)),
                    " / ".join(dict.fromkeys(c["origin"] for c in claims if c["origin"])),
                    last.get("published"), last.get("verdict"), last.get("tier"), (source or {}).get("url"), row["case_id"],
                )
            ]
        )  # fmt: skip
        count += 1
    return count


def case_page(ledger: Ledger, case_id: int) -> str:
    """One case as a page of plain text (which is also Markdown): what was reported, what was answered, what came later.

    Each item gives when it was published, when it was first seen here and when it was told. All times UTC.
    Raises StoreError when there is no such case.
    """
    view = ledger.cases.view(case_id)
    if view is None:
        raise StoreError(
            f"there is no case {case_id} on file; `walkback export` lists the cases with their numbers"
        )
    told = _told(ledger.outbox.alerts(case_id=view["id"]))
    pages = {e["article_id"]: e for e in ledger.evidence.of_articles(_articles(view))}
    claims = {c["id"]: c for c in view["claims"]}
    names = ", ".join(f"{_line(c['name'])} ({c['role']})" for c in view["companies"])
    page = [
        f"# Case {view['id']}: {_line(view['title'])}",
        f"Status: {_words(view['status'])}. Opened {_time(view['opened'])}, updated {_time(view['updated'])}.",
        f"Companies: {names or 'none on file'}",
        "## What was reported",
    ]
    for claim in view["claims"]:
        origin = f"first reported by {_line(claim['origin'])}" if claim["origin"] else "origin unknown"
        count = f", {claim['source_count']} source(s)" if claim["source_count"] else ""
        page.append(
            f"{_line(claim['statement'])}\n({origin}; sourcing: {_words(claim['sourcing'])}{count})\n{_quote(claim['span'])}"
        )
        page.append(_where(claim, told, pages))
    page.append("## What was answered")
    for answer in view["responses"]:
        status = (
            f" Status: {_words(answer['status'])} ({_line(answer['status_why'])})."
            if answer["status"]
            else ""
        )
        head = f"{_line(answer['company'])}, {_line(answer['speaker']) or 'the company'}: {_words(answer['kind'])}.{status}"
        about = "; ".join(_line(claims[c]["statement"]) for c in answer["claims"] if c in claims)
        said = f"\n{_quote(answer['quote'])}" if answer["quote"] else ""
        page.append(head + said + (f"\nAnswers: {about}" if about else ""))
        page.append(_where(answer, told, pages))
    page.append("## What came later")
    quotes = {r["id"]: r for r in view["responses"]}
    for bearing in view["bearings"]:
        answer = quotes.get(bearing["response_id"], {})
        page.append(
            f"{_words(bearing['verdict']).capitalize()} the answer of {_line(answer.get('company') or 'the company')}"
            f" (tier {bearing['tier']}, judged by {_line(bearing['judge']) or 'a person'}): {_line(bearing['why'])}"
            + (f"\n{_quote(bearing['span'])}" if bearing["span"] else "")
        )
        page.append(_where(bearing, told, pages))
    if not view["bearings"]:
        page.append("Nothing yet.")
    return "\n\n".join(page) + "\n"


def _take(row: Row, names: str) -> Row:
    """Columns of a row; `article_id`, `response_id` and `case_id` lose their ending."""
    return {name.removesuffix("_id"): row[name] for name in names.split()}


def _told(alerts: list[Row]) -> dict[str, str]:
    """article id -> when its news was told, in words."""
    out: dict[str, str] = {}
    for alert in alerts:
        if not alert["article_id"]:
            continue
        if alert["state"] == "sent":
            out.setdefault(alert["article_id"], f"alerted {_time(alert['sent'])}")
        elif alert["state"] == "recorded":
            out.setdefault(alert["article_id"], f"recorded {_time(alert['created'])}, not posted")
    return out


def _articles(view: Row) -> list[str]:
    return sorted({row["article_id"] for part in ("claims", "responses", "bearings") for row in view[part]})


def _where(row: Row, told: dict[str, str], pages: dict[str, Row]) -> str:
    title = _line(row.get("article_title") or row.get("title") or "")
    dates = f"published {_time(row['published'])}; first seen {_time(row['first_seen'])}; {told.get(row['article_id'], 'not alerted')}"
    return f"- {_line(row['outlet']) or 'unknown outlet'}: {title}\n- {_line(row['url'])}\n- {dates}{_archived(pages.get(row['article_id']))}"


def _archived(page: Row | None) -> str:
    """The page as it was fetched: what proves that it said so."""
    if page is None:
        return ""
    kept = "archived" if page["kept"] else "fetched, its bytes are not kept any more"
    return f"\n- page {kept}: {page['size']:,} bytes at {_time(page['fetched'])}, SHA-256 {page['sha256']}, article {page['article_id']}"


def _time(stored: str | None) -> str:
    return f"{stored[:10]} {stored[11:16]} UTC" if stored else "at an unknown time"


def _words(name: str | None) -> str:
    return (name or "unknown").replace("_", " ")


def _line(text: str | None) -> str:
    """Text of the wire on one line, without control characters (the page may go to a terminal)."""
    return " ".join(clean(text or "").split())


def _quote(text: str) -> str:
    return f"> {_line(text)}"


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_SPREADSHEET) else text
