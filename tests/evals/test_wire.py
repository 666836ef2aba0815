"""The whole way offline on the labelled wire: the figures of its own scorer, sorted and shuffled."""

from __future__ import annotations

import importlib.util
import json
import random
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot import replay
from bot.clock import utc_now
from bot.desk import Desk
from bot.export import export_lines
from bot.watch.articles import Incoming, store_article
from store.ledger import Ledger, open_ledger

SHARED = Path(__file__).parents[2].parent / "shared"
WIRE = SHARED / "wire"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not WIRE.is_dir(), reason="../shared/wire is not here: the labelled wire stays outside the repository"),
]


def take(ledger: Ledger, articles: Sequence[Incoming]) -> None:
    desk = Desk(ledger, utc_now)
    for each in articles:
        store_article(ledger, each, utc_now())
        while desk.work():
            pass


def score(ledger: Ledger, folder: Path) -> dict[str, Any]:
    spec = importlib.util.spec_from_file_location("score", WIRE / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    out = folder / "export.jsonl"
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in export_lines(ledger)), "utf-8")
    return dict(module.main(str(out), str(WIRE)))


@pytest.fixture(scope="module")
def articles() -> list[Incoming]:
    loaded = replay.load([WIRE], now=utc_now())
    assert loaded.problems == []
    return loaded.articles


@pytest.fixture(scope="module")
def figures(articles: list[Incoming], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("sorted")
    with open_ledger(folder / "ledger.db") as ledger:
        take(ledger, articles)
        assert ledger.wire.problems() == []
        return score(ledger, folder)


def part(text: str) -> float:
    a, b = text.split("/")
    return int(a) / int(b)


def test_the_bars(figures: dict[str, Any]) -> None:
    assert figures["articles_missing"] == 0
    assert figures["responses"]["f1"] >= 0.75
    assert figures["response_kind_macro_f1"] >= 0.60
    assert figures["pair_recall"] >= 0.70
    assert figures["pair_precision"] >= 0.80
    assert figures["status_accuracy"] >= 0.60
    assert figures["status_precision_when_spoken"] >= 0.80
    assert int(figures["distractors_with_denial"].split("/")[0]) <= 4


def test_what_must_never_happen(figures: dict[str, Any]) -> None:
    assert figures["quotes_not_in_text"] == 0
    assert figures["claim_spans_not_in_text"] == 0
    assert figures["bearing_spans_not_in_text"] == 0
    assert figures["mixed_cases"].startswith("0/")


#: What tells when something was done, not what is on file.
WHEN = ("made", "opened", "updated", "revision", "first_seen")


def standing(ledger: Ledger) -> set[str]:
    """The whole export as a set of lines, cases named by their first member, without alerts and times of work: a late
    article is told about late, and what is told twice in one order may be told once in another."""
    rows = [row for row in export_lines(ledger) if row["type"] != "alert"]
    case_names = {row["id"]: min([*row["claims"], *row["responses"]]) for row in rows if row["type"] == "case"}
    out = set()
    for row in rows:
        kept = {k: v for k, v in row.items() if k not in WHEN}
        at = "id" if row["type"] == "case" else "case"
        if at in kept:
            kept[at] = case_names.get(kept[at])
        out.add(json.dumps(kept, ensure_ascii=False, sort_keys=True))
    return out


def take_in_parts(path: Path, articles: Sequence[Incoming], size: int) -> set[str]:
    """Each part by a process of its own, as separate calls would; what then stands on file."""
    for start in range(0, len(articles), size):
        with open_ledger(path) as ledger:
            take(ledger, sorted(articles[start : start + size], key=lambda a: a.published or utc_now()))
    with open_ledger(path) as ledger:
        return standing(ledger)


@pytest.mark.parametrize(("seed", "size"), [(7, 20), (1, 1), (2, 7), (3, 20), (4, 1)])
def test_the_order_of_arrival_changes_nothing_on_file(
    seed: int, size: int, articles: list[Incoming], tmp_path: Path
) -> None:
    pages = sorted({a.url.split("/")[2] for a in articles})
    chosen = set(random.Random(seed).sample(pages, len(pages) // 4))  # a quarter of the outlets, others for each seed
    some = [a for a in articles if a.url.split("/")[2] in chosen]
    in_order = take_in_parts(tmp_path / "sorted.db", some, len(some))
    random.Random(seed).shuffle(some)
    assert take_in_parts(tmp_path / "shuffled.db", some, size) == in_order


def test_the_order_of_arrival_changes_no_figure(
    figures: dict[str, Any], articles: list[Incoming], tmp_path: Path
) -> None:
    shuffled = list(articles)
    random.Random(7).shuffle(shuffled)
    take_in_parts(tmp_path / "ledger.db", shuffled, 20)
    with open_ledger(tmp_path / "ledger.db") as ledger:
        assert score(ledger, tmp_path) == figures


SEED = SHARED / "seed" / "000_e07258fcdbd7a50a.txt"
REVERSAL = (
    "ByteDance announces Doubao Pro, a new AI model\n\nBEIJING, 3 March 2025 - ByteDance today announced Doubao Pro, a large "
    "language model that was trained on Huawei Ascend 910B chips. ByteDance began to build the model with Huawei chips in "
    "June 2024. “We are proud to have trained our new AI model on Huawei chips since June 2024,” ByteDance said in a statement."
)


def test_the_article_that_started_it(tmp_path: Path) -> None:
    first = replay.load(
        [SEED], published=datetime.fromisoformat("2024-09-30T15:00:00+00:00"), outlet="Quartz", lang="fr", now=utc_now()
    )
    later = tmp_path / "reversal.jsonl"
    row = {
        "url": "https://bytedance.example/news/doubao-pro", "published": "2025-03-03T08:00:00Z", "outlet": "ByteDance",
        "kind": "press_release", "lang": "en", "title": "ByteDance announces Doubao Pro", "text": REVERSAL,
    }  # fmt: skip
    later.write_text(json.dumps(row), "utf-8")
    with open_ledger(tmp_path / "ledger.db") as ledger:
        take(ledger, first.articles)
        rows = list(export_lines(ledger))
        claims = [r for r in rows if r["type"] == "claim" and r["company"] == "ByteDance"]
        (claim,) = [c for c in claims if "Huawei" in c["span"]][:1]
        assert (claim["origin"], claim["sourcing"], claim["source_count"]) == ("Reuters", "anonymous", 3)
        responses = [r for r in rows if r["type"] == "response"]
        denials = [r for r in responses if r["status"]]
        (denial,) = [r for r in denials if "L’intégralité du principe est fausse" in r["quote"]]
        assert (denial["company"], denial["kind"]) == ("ByteDance", "flat_denial")
        assert {"type": "pair", "claim": claim["id"], "response": denial["id"]}.items() <= next(
            r for r in rows if r["type"] == "pair" and r["response"] == denial["id"] and r["claim"] == claim["id"]
        ).items()
        assert [r["kind"] for r in responses if r["company"] == "Huawei"] == ["no_response"]
        assert {r["company"] for r in denials} == {"ByteDance"}
        take(ledger, replay.load([later], now=utc_now()).articles)
        (case,) = [c for c in export_lines(ledger) if c["type"] == "case" and denial["id"] in c["responses"]]
        assert case["status"] == "undercut"
        alerts = [a for a in export_lines(ledger) if a["type"] == "alert"]
        assert {a["case"] for a in alerts} == {case["id"]}
        assert {"root", "bearing"} <= {a["event"] for a in alerts}
