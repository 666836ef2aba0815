"""A reading as the ledger keeps it, and back: rows with stable ids, companies resolved by name."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from functools import cache

from bot.read import keep_names
from bot.read.companies import key
from bot.read.reading import DENIALS, Claim, Reading, Response, Span
from bot.text import about, digest
from bot.vectors import stored
from store.engine import Row
from store.ledger import Ledger


def save(ledger: Ledger, article: Row, reading: Reading, now: datetime) -> set[int]:
    """Put a reading on file in place of an earlier one of the same article.

    Ids are made of the page's version and the range of the quote, and kept where a range moves a little, so that a
    better reader's reading updates rows.
    Unknown companies are created. Returns the ids of companies for which the article gave a name that was not
    on file. Call inside a transaction. `now`: UTC.
    """

    text = f"{article['title']}\n{article['text']}"

    @cache
    def company(name: str) -> int:
        return keep_names.company(ledger, name, text, now)

    for name in reading.companies:
        if key(name):
            company(name)
    claims = [_claim(article, reading.reader, claim, company(claim.company)) for claim in reading.claims]
    responses = [_response(article, reading.reader, r, company(r.company)) for r in reading.responses]
    if article.get("reader", True):  # it was read before, or nobody says
        _keep_ids(claims, ledger.cases.claims_of(article["id"]), "span")
        _keep_ids(responses, ledger.cases.responses_of(article["id"]), "quote")
    for row, claim in zip(claims, reading.claims, strict=True):
        for party in claim.parties:
            company(party.name)
        row["party_keys"] = [key(name) for name in (claim.company, *(p.name for p in claim.parties))]
    pairs = [
        (claims[i]["id"], row["id"])
        for row, response in zip(responses, reading.responses, strict=True)
        for i in response.answers
        if i < len(claims)
    ]
    ledger.cases.save_reading(article["id"], reading.reader, claims, responses, pairs)
    ledger.wire.save_article(article["id"], reader=reading.reader, read_at=now, vector=stored(about(article)))
    return keep_names.learn(ledger, article, reading, now)


def prepare(article: Row, reading: Reading) -> None:
    """Work out what `save` will need (vectors, other names): it holds up every other writer, and should find this done."""
    keep_names.other_names(article, reading)
    for text in (about(article), *(c.span.text for c in reading.claims), *(r.quote.text for r in reading.responses if r.kind in DENIALS)):
        stored(text)


def _keep_ids(rows: list[Row], old: Sequence[Row], words: str) -> None:
    """Let rows go on under the id of what the reading before had at about the same place, about the same company:
    another reader may draw the borders of a quote otherwise, and that is no news."""
    ids = {row["id"] for row in rows}
    free = [row for row in old if row["id"] not in ids]
    known = {row["id"] for row in old} - {row["id"] for row in free}
    for row in (r for r in rows if r["id"] not in known):
        near = next((o for o in free if o["company_id"] == row["company_id"] and _overlap(o, row, words)), None)
        if near is not None:
            free.remove(near)
            row["id"] = near["id"]


def _overlap(a: Row, b: Row, words: str) -> bool:
    """Do two slices share half of the shorter one?"""
    start, end = f"{words}_start", f"{words}_end"
    shared = min(a[end], b[end]) - max(a[start], b[start])
    return bool(2 * shared >= min(a[end] - a[start], b[end] - b[start]) > 0)


def load(ledger: Ledger, article: Row) -> Reading:
    """The reading on file of an article; an empty one if it was never read."""
    claims = ledger.cases.claims_of(article["id"])
    responses = ledger.cases.responses_of(article["id"])
    at = {c["id"]: i for i, c in enumerate(claims)}
    answered: dict[str, list[int]] = {}
    for pair in ledger.cases.pairs_of([r["id"] for r in responses]):
        if pair["claim_id"] in at:
            answered.setdefault(pair["response_id"], []).append(at[pair["claim_id"]])
    return Reading(
        reader=article["reader"] or "",
        claims=tuple(
            Claim(
                company=c["company"],
                statement=c["statement"],
                origin=c["origin"],
                sourcing=c["sourcing"],
                source_count=c["source_count"],
                span=Span(start=c["span_start"], end=c["span_end"], text=c["span"]),
                hedged=bool(c["hedged"]),
                parties=tuple(json.loads(c["parties"] or "[]")),
            )
            for c in claims
        ),
        responses=tuple(
            Response(
                company=r["company"],
                speaker=r["speaker"],
                kind=r["kind"],
                quote=Span(start=r["quote_start"], end=r["quote_end"], text=r["quote"]),
                direct=bool(r["direct"]),
                answers=tuple(sorted(answered.get(r["id"], []))),
                addresses=Span(**json.loads(r["addresses"])) if r["addresses"] else None,
                via=r["via"],
                statement=r["statement"],
            )
            for r in responses
        ),
        companies=tuple(dict.fromkeys(row["company"] for row in (*claims, *responses))),
    )


def _claim(article: Row, reader: str, claim: Claim, company_id: int) -> Row:
    return {
        "id": "c-" + digest(f"{article['id']}|{claim.span.start}|{claim.span.end}|{key(claim.company)}"),
        "article_id": article["id"],
        "company_id": company_id,
        "company": claim.company,
        "statement": claim.statement,
        "origin": claim.origin,
        "sourcing": claim.sourcing,
        "source_count": claim.source_count,
        "hedged": claim.hedged,
        "span": claim.span.text,
        "span_start": claim.span.start,
        "span_end": claim.span.end,
        "vector": stored(claim.span.text),
        "parties": json.dumps([p.model_dump() for p in claim.parties], ensure_ascii=False),
        **_common(article, reader),
    }


def _response(article: Row, reader: str, response: Response, company_id: int) -> Row:
    quote = response.quote
    return {
        "id": "r-" + digest(f"{article['id']}|{quote.start}|{quote.end}|{key(response.company)}"),
        "article_id": article["id"],
        "company_id": company_id,
        "company": response.company,
        "speaker": response.speaker,
        "kind": response.kind,
        "quote": quote.text,
        "quote_start": quote.start,
        "quote_end": quote.end,
        "vector": stored(quote.text) if response.kind in DENIALS else None,
        "direct": response.direct,
        "via": response.via,
        "statement": response.statement,
        "addresses": response.addresses.model_dump_json() if response.addresses else None,
        **_common(article, reader),
    }


def _common(article: Row, reader: str) -> Row:
    return {
        "text_hash": article["text_hash"],
        "extractor": article["extractor"],
        "lang": article["lang"],
        "published": article["published"],
        "reader": reader,
    }
