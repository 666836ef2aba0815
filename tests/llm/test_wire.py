"""A model that answers as the editors of the demo's wire: nothing that they labelled is lost by our rules."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import bot.sandbox
from bot import export, replay
from bot.desk import Desk
from bot.judge.llm import LlmJudge
from bot.llm import Llm
from bot.read.llm import LlmReader
from bot.read.quotes import locate
from bot.read.reading import Document
from bot.watch.articles import store_article
from store.ledger import Ledger
from tests.fakes.editors import Editors
from tests.fakes.openai_server import OpenAIServer

WIRE = Path(bot.sandbox.__file__).parent / "wire"
EPISODES = [
    e for e in (json.loads(p.read_text(encoding="utf-8")) for p in sorted(WIRE.glob("*.json"))) if "gold" in e
]


def _document(article: dict[str, Any]) -> Document:
    return Document(
        id=article["id"],
        url=article["url"],
        outlet=article["outlet"],
        kind=article["kind"],
        lang=article["lang"],
        title=article["title"],
        text=article["text"],
        published=datetime.fromisoformat(article["published"]),
    )


@pytest.mark.parametrize("episode", EPISODES, ids=lambda e: e["id"])
def test_every_label_comes_through(episode: dict[str, Any], server: OpenAIServer, llm: Llm) -> None:
    server.oracle = editors = Editors(WIRE)
    reader = LlmReader(llm)
    for article in episode["articles"]:
        got = reader.read(_document(article))
        named = f"{article['title']}\n{article['text']}"
        names = {c["name"]: [c["name"], *c["aliases"]] for c in episode["companies"]}

        def printed(row: dict[str, Any], named: str = named, names: Any = names) -> bool:
            return any(locate(named, n) for n in names.get(row["company"], [row["company"]]))

        labels = {
            k: [r for r in episode["gold"][k] if r["article"] == article["id"]]
            for k in ("claims", "responses")
        }
        assert [c.span.text for c in got.claims] == [c["span"] for c in labels["claims"] if printed(c)]
        assert [r.quote.text for r in got.responses] == [
            r["quote"] for r in labels["responses"] if printed(r)
        ]
        assert [r.kind for r in got.responses] == [r["kind"] for r in labels["responses"] if printed(r)]
        assert got.dropped == sum(not printed(r) for rows in labels.values() for r in rows)
    assert editors.unknown == []
    assert server.mistakes == []


#: A reversal, a retraction, a half-truth, a change of facts, and one that stays open.
SOME = (
    "lanqiao-chongdianqi",
    "penalonga-despidos",
    "tallowmere-porridge",
    "corruira-recuperacao",
    "brezzari-traghetto",
)


def test_the_desk_ends_where_the_editors_did(server: OpenAIServer, llm: Llm, ledger: Ledger) -> None:
    server.oracle = Editors(WIRE)
    desk = Desk(ledger, llm._now, reader=LlmReader(llm), judge=LlmJudge(llm))
    loaded = replay.load([WIRE / f"{name}.json" for name in SOME], now=llm._now())
    for article in loaded.articles:
        store_article(ledger, article, llm._now())
        while desk.work():
            pass
    rows = [row for row in export.export_lines(ledger) if row["type"] == "response"]
    got = {row["quote"]: row["status"] for row in rows}
    for episode in (e for e in EPISODES if e["id"] in SOME):
        quotes = {r["id"]: r["quote"] for r in episode["gold"]["responses"]}
        for final in episode["gold"]["final"]:
            assert got[quotes[final["response"]]].replace("contested", "open") == final["status"], episode[
                "id"
            ]
    asked = len(server.requests)
    for article in loaded.articles:  # once more: nothing is new, so nothing is asked
        store_article(ledger, article, llm._now())
        while desk.work():
            pass
    assert len(server.requests) == asked
