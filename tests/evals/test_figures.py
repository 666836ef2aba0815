"""The figures of the wire: against a small export worked out by hand, and against the wire's own scorer."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from bot.evals import figures, labelled
from bot.evals.wire import Scorer
from tests.evals.exports import mistaken, perfect

OWN = Path(__file__).parents[1] / "wire"
SHARED = Path(__file__).parents[2].parent / "shared" / "wire"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/wire is not here: the labelled wire stays outside the repository")


def scores(folder: Path, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return figures.scores(Scorer(labelled.load(folder), rows).run())


def story() -> list[dict[str, Any]]:
    """What a poor reader might have made of tests/wire/pellam-stoke-hollow.json and the distractors beside it."""
    article = {"type": "article", "copy_of": None}
    at = {"type": "article", "url": "https://pellamkiln.example/news/2026-04-20", "published": "2026-04-20T07:00:00+00:00"}
    quote = "There is no plan to close Stoke Hollow"
    return [
        {**article, "id": 1, "url": "https://fenburycourier.example/2026/03/09/stoke-hollow", "published": "2026-03-09T08:00:00Z"},
        {**article, "id": 2, "url": "https://trentevening.example/pellam-pottery", "published": "2026-03-09T11:30:00Z", "copy_of": 1},
        {**article, "id": 3, "url": "https://kilnman.example/stoke-hollow-saturday", "published": "2026-03-28T09:00:00Z", "copy_of": 1},
        {**at, "id": 4, "copy_of": None},
        {**article, "id": 5, "url": "https://fenburycourier.example/2026/03/10/licence", "published": "2026-03-10T06:00:00Z"},
        # the claim is found, by its span; who first reported it is not, and how it was sourced is
        {"type": "claim", "id": "c", "article": 1, "company": "Pellam", "statement": "?", "origin": "the GLW union", "sourcing": "anonymous", "span": "Pellam Kiln Works plans to shut its Stoke Hollow pottery"},
        # the answer is found, as another kind, and given to nobody in particular; it has the right claim and a wrong one
        {"type": "response", "id": "r", "article": 1, "company": "Pellam Kiln Works", "speaker": "the lawyer", "kind": "specific_denial", "quote": quote, "status": "contested"},
        {"type": "pair", "claim": "c", "response": "r"},
        {"type": "pair", "claim": "gone", "response": "r"},
        # an answer where there is none, in words that do not stand there; and one in an article with nothing to find
        {"type": "response", "id": "s", "article": 3, "company": "Pellam Kiln Works", "speaker": "", "kind": "no_comment", "quote": "We will not talk about it", "status": None},
        {"type": "response", "id": "t", "article": 5, "company": "Fenbury council", "speaker": "", "kind": "flat_denial", "quote": "denied a licence", "status": "open"},
        # the later announcement is seen, as weaker evidence than it is; the feature is taken for evidence; a third has no label
        {"type": "bearing", "article": 4, "response": "r", "verdict": "undercuts", "tier": 2, "span": "the board resolved on 12 February 2026"},
        {"type": "bearing", "article": 3, "response": "r", "verdict": "confirms", "tier": 3, "span": "not a word of this"},
        {"type": "bearing", "article": 5, "response": "s", "verdict": "confirms", "tier": 3, "span": "denied a licence"},
        {"type": "case", "id": 1, "responses": ["r", "s"]},
        {"type": "case", "id": 2, "responses": ["r", "t"]},
        {"type": "alert", "id": 1, "case": 2, "article": 5, "event": "root"},
        {"type": "alert", "id": 2, "case": 1, "article": 1, "event": "root"},
    ]  # fmt: skip


def test_a_small_export_worked_out_by_hand() -> None:
    got = scores(OWN, story())
    only = {
        "claims": {"precision": 1.0, "recall": 1.0, "f1": 1.0},
        "origin_accuracy": 0.0,
        "sourcing_accuracy": 1.0,
        "responses": {"precision": 0.5, "recall": 1.0, "f1": 0.667},  # "r" of "r" and "s"; "t" is a distractor's
        "speaker_accuracy": 0.0,
        "response_kind_macro_f1": 0.0,
        "response_kind_f1": {"flat_denial": 0.0},
        "pair_recall": 1.0,
        "pair_precision": 1.0,
        "pairs_dangling": 1,
        "verdict_macro_f1": 1.0,  # of "undercuts", the only verdict that was to be found
        "verdict_f1": {"undercuts": 1.0},
        "tier_accuracy": 0.0,
        "false_bearing_rate": 0.5,  # the copy and the feature say nothing new; one of the two was held to
        "stray_bearings": "1/3",
        "status_accuracy": 0.0,
        "status_spoken": 0,
        "status_precision_when_spoken": None,
        "copies": {"precision": 0.5, "recall": 1.0, "f1": 0.667},
        "mixed_cases": "1/2",
        "distractors_with_denial": "1/2",
        "distractors_with_pair": "0/2",
        "distractor_alerts": 1,
        "quotes_not_in_text": 1,
        "claim_spans_not_in_text": 0,
        "bearing_spans_not_in_text": 1,
        "articles": 4,
        "articles_missing": 0,
    }
    assert {name: got[name] for name in only} == only


def test_a_perfect_ledger_has_perfect_figures() -> None:
    got = scores(OWN, perfect(labelled.load(OWN)))
    assert (got["responses"]["f1"], got["claims"]["f1"], got["pair_recall"], got["status_accuracy"]) == (1.0, 1.0, 1.0, 1.0)
    assert (got["verdict_macro_f1"], got["tier_accuracy"], got["copies"]["f1"], got["false_bearing_rate"]) == (1.0, 1.0, 1.0, 0.0)


@pytest.fixture(scope="module")
def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.shared
@needs_shared
@pytest.mark.parametrize("seed", range(-1, 6))
def test_every_figure_is_the_wires_own(seed: int, scorer: Any, tmp_path: Path) -> None:
    rows = perfect(labelled.load(SHARED))
    if seed >= 0:
        rows = mistaken(rows, seed, 0.1 + seed / 10)
    export = tmp_path / "export.jsonl"
    export.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    theirs = scorer.main(str(export), str(SHARED))
    ours = scores(SHARED, rows)
    assert ours == theirs
    if seed >= 0:  # the mistakes reach every figure
        assert theirs["quotes_not_in_text"] > 0
        assert theirs["pairs_dangling"] > 0
        assert theirs["distractor_alerts"] > 0


@pytest.mark.shared
@needs_shared
def test_the_flat_figures_are_the_same_numbers() -> None:
    found = Scorer(labelled.load(SHARED), mistaken(perfect(labelled.load(SHARED)), 3)).run()
    nested, flat = figures.scores(found), figures.estimates(found)
    for name, estimate in flat.items():
        what, _, part = name.partition(".")
        expected = nested[what][part] if part else nested[what]
        if isinstance(expected, str):
            wrong, of = expected.split("/")
            expected = round(int(wrong) / int(of), 3)
        assert round(estimate.value or 0.0, 3) == expected, name
    assert flat["status_accuracy"].error == pytest.approx(nested["status_accuracy_se"], abs=0.0005)
