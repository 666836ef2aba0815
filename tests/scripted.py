"""A reader and a judge that answer from a script, strict about what they were not told; and articles in a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.judge.bearing import Bearing, Denial
from bot.llm import LlmError
from bot.read.reading import Claim, Document, Reading, Response, Span
from bot.text import digest
from store.engine import Row, iso
from store.ledger import Ledger

START = datetime.fromisoformat("2026-03-02T07:15:00+00:00")


def article(ledger: Ledger, name: str, text: str, *, day: float = 0, post: bool = True, **columns: object) -> Row:
    """Put an article on file: published `day` days after START, at an address made of `name`."""
    published = iso(START + timedelta(days=day))
    row: Row = {
        "id": "a-" + digest(name + text), "page": f"https://harbour.example/{name}", "url": f"https://harbour.example/{name}",
        "outlet": "Harbour Wire", "title": "", "text": text, "text_hash": digest(text), "published": published,
        "first_seen": published, "post": post, **columns,
    }  # fmt: skip
    ledger.wire.add_article(row)
    ledger.search.index(row["id"], "article", f"{row['title']} {text}", published)
    found = ledger.wire.article(row["id"])
    assert found is not None
    return found


def span(text: str, words: str) -> Span:
    """The slice of `text` that `words` are; fails when they are not."""
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


class ScriptedReader:
    """Knows articles by their address: claims (company, words) and responses (company, words, kind, answers)."""

    name = "scripted"

    def __init__(self) -> None:
        self.script: dict[str, Reading] = {}
        self.down = False
        self.read_urls: list[str] = []

    def expect(
        self,
        row: Row,
        claims: Sequence[tuple[str, str]] = (),
        responses: Sequence[tuple[str, str, str, tuple[int, ...]]] = (),
        companies: Sequence[str] = (),
        origin: str = "Harbour Wire",
    ) -> Row:
        text = row["text"]
        self.script[row["url"]] = Reading(
            reader=self.name,
            claims=tuple(
                Claim(company=c, statement=words, origin=origin, sourcing="anonymous", span=span(text, words))
                for c, words in claims
            ),
            responses=tuple(
                Response(company=c, speaker="a spokesperson", kind=kind, quote=span(text, words), answers=answers)  # type: ignore[arg-type]
                for c, words, kind, answers in responses
            ),
            companies=tuple(companies) or tuple(dict.fromkeys([c for c, *_ in (*claims, *responses)])),
        )
        return row

    def read(self, doc: Document) -> Reading:
        if self.down:
            raise LlmError("the model server does not answer")
        self.read_urls.append(doc.url)
        return self.script[doc.url]


class ScriptedJudge:
    """Gives the verdicts it was told for (address of the article, words of the denial), else no_bearing."""

    name = "scripted"

    def __init__(self) -> None:
        self.script: dict[tuple[str, str], tuple[str, int, str]] = {}
        self.asked: list[tuple[str, str]] = []
        self.meanwhile = lambda: None

    def expect(self, row: Row, quote: str, verdict: str, tier: int, words: str) -> None:
        self.script[row["url"], quote] = (verdict, tier, words)

    def judge(self, doc: Document, reading: Reading, denials: Sequence[Denial]) -> list[Bearing]:
        out = []
        for denial in denials:
            self.asked.append((doc.url, denial.quote))
            verdict, tier, words = self.script.get((doc.url, denial.quote), ("no_bearing", 4, ""))
            out.append(
                Bearing(
                    denial=denial.id, verdict=verdict, tier=tier, span=span(doc.text, words) if words else None,  # type: ignore[arg-type]
                    why="told so", origin=doc.outlet, judge=self.name,
                )
            )
        self.meanwhile()
        return out
