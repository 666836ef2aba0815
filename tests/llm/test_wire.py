"""A model that answers as the editors of the demo's wire: nothing that they labelled is lost by our rules."""

from __future__ import annotations

import importlib.util
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
from tests.fakes.editors import Editors, Hasty
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


SHARED = Path(__file__).parents[3] / "shared" / "wire"


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/wire, the labelled wire")
def test_the_bars_with_a_hasty_model(server: OpenAIServer, llm: Llm, ledger: Ledger, tmp_path: Path) -> None:
    """A model that is right and careless: what the figures lack is lost by our own rules. Every second episode."""
    half = tmp_path / "wire"
    half.mkdir()
    for path in sorted(SHARED.glob("[ab]-*.json"))[1::2]:
        (half / path.name).symlink_to(path)
    server.oracle = editors = Hasty(half)
    desk = Desk(ledger, llm._now, reader=LlmReader(llm), judge=LlmJudge(llm))
    for article in replay.load([half], now=llm._now()).articles:
        store_article(ledger, article, llm._now())
        while desk.work():
            pass
    assert (ledger.wire.problems(), editors.unknown, server.mistakes) == ([], [], [])
    got = scored(ledger, half)
    assert got["responses"]["f1"] >= 0.97
    assert got["response_kind_macro_f1"] >= 0.97
    assert got["claims"]["f1"] >= 0.95
    assert got["pair_recall"] >= 0.95
    assert got["pair_precision"] >= 0.97
    assert got["speaker_accuracy"] >= 0.97
    assert got["origin_accuracy"] >= 0.90
    assert got["verdict_macro_f1"] >= 0.95
    assert got["tier_accuracy"] >= 0.97
    assert got["false_bearing_rate"] <= 0.01
    assert got["stray_bearings"].startswith("0/")
    assert got["status_accuracy"] >= 0.95
    assert got["status_precision_when_spoken"] >= 0.97
    assert got["mixed_cases"].startswith("0/")
    assert [got[f"{k}_not_in_text"] for k in ("quotes", "claim_spans", "bearing_spans")] == [0, 0, 0]


def scored(ledger: Ledger, wire: Path) -> dict[str, Any]:
    """The figures of the wire's own scorer for the episodes in a folder."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    out = wire.parent / "export.jsonl"
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in export.export_lines(ledger)), "utf-8")
    return dict(module.main(str(out), str(wire)))


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
