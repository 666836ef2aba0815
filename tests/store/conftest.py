"""Short ways to put something on it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from store.engine import Row
from store.ledger import Ledger

NOW = datetime.fromisoformat("2026-03-02T07:15:00+00:00")


def days(n: float) -> datetime:
    """`n` days after (or before) the fixed moment."""
    return NOW + timedelta(days=n)


@pytest.fixture
def url(ledger_url: str) -> str:
    """Where a new ledger may be made on this engine."""
    return ledger_url


class Filler:
    """Puts articles, companies, claims and responses on a ledger with as few words as possible."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def article(self, id: str, at: datetime = NOW, **columns: Any) -> str:
        row = {
            "id": id,
            "page": f"https://news.example/{id}",
            "url": f"https://news.example/{id}",
            "outlet": "Harbour Post",
            "title": f"About {id}",
            "text": "",
            "text_hash": f"hash-{id}",
            "extractor": "test-1",
            "published": at,
            "first_seen": at,
        }
        assert self.ledger.wire.add_article({**row, **columns})
        return id

    def company(self, name: str) -> int:
        return self.ledger.companies.resolve(name, name.casefold(), NOW)

    def claim(self, id: str, company_id: int, **columns: Any) -> Row:
        return {
            "id": id,
            "company_id": company_id,
            "company": "Quillon",
            "statement": "Quillon plans to sell its ferries",
            "span": "plans to sell its ferries",
            **columns,
        }

    def response(self, id: str, company_id: int, kind: str = "flat_denial", **columns: Any) -> Row:
        return {
            "id": id,
            "company_id": company_id,
            "company": "Quillon",
            "kind": kind,
            "quote": "That is not true",
            **columns,
        }

    def reading(self, article: str, claims: list[Row], responses: list[Row], pairs: list[tuple[str, str]] = []) -> list[int]:  # noqa: B006
        return self.ledger.cases.save_reading(article, "test-1", claims, responses, pairs)

    def bearing(self, response: str, article: str, at: datetime, verdict: str = "undercuts", tier: int = 1, **columns: Any) -> None:
        row = {"response_id": response, "article_id": article, "verdict": verdict, "tier": tier, "published": at, "made": at}
        self.ledger.cases.set_bearing({**row, **columns})

    def denied(self, n: int, company: int, at: datetime = NOW, kind: str = "flat_denial", status: str | None = None) -> int:
        """An article with a claim c-n and its denial r-n, in a case of their own; returns the case."""
        self.article(f"a-{n}", at)
        self.reading(f"a-{n}", [self.claim(f"c-{n}", company)], [self.response(f"r-{n}", company, kind)], [(f"c-{n}", f"r-{n}")])
        cases = self.ledger.cases
        case = cases.open_case(f"Matter {n}", at)
        cases.assign(case, [f"c-{n}"], [f"r-{n}"])
        cases.set_companies(case, [(company, "subject")])
        if status:
            cases.save_response(f"r-{n}", status=status)
            cases.set_case(case, status=status)
        return case


@pytest.fixture
def fill(ledger: Ledger) -> Filler:
    return Filler(ledger)



def ids(rows: list[Row]) -> list[str]:
    """The ids of rows, in their order."""
    return [row["id"] for row in rows]
