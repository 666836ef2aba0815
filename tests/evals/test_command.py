"""`walkback eval` as a user runs it, on material of our own: tables, JSON, the record, comparing, and what it refuses."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from bot.evals import labelled, screening, stance
from bot.evals.marks import by
from tests.commandline import Walkback, walkback_in
from tests.evals.exports import perfect
from tests.watch.copy_pairs import PAIRS

OWN = Path(__file__).parents[1] / "wire"


@pytest.fixture
def walkback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Walkback:
    return walkback_in(tmp_path, monkeypatch, capsys)


def written(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_the_way_through_the_desk_ends_in_figures_tables_and_a_record(walkback: Walkback, tmp_path: Path) -> None:
    done = walkback("eval", "wire", OWN)
    assert (done.code, done.err) == (0, "")
    for part in ("status_accuracy\t1.000", "By language", "By kind of article", "By kind of response", "Statuses: label (down)", "undercut\t1"):
        assert part in done.out
    (line,) = (tmp_path / "walkback-evals.jsonl").read_text("utf-8").splitlines()
    run = json.loads(line)
    assert (run["what"], run["reader"], run["notes"]) == ("wire", "offline-2, judge offline-1", [])
    assert run["figures"]["status_accuracy"]["value"] == 1.0


def test_an_export_is_held_against_the_labels_and_beside_an_earlier_run(walkback: Walkback, tmp_path: Path) -> None:
    rows = perfect(labelled.load(OWN))
    export, record = written(tmp_path / "export.jsonl", rows), tmp_path / "record.jsonl"
    for row in rows:
        if row["type"] == "response":
            row["kind"], row["status"] = "non_denial", "upheld"
    worse = written(tmp_path / "worse.jsonl", rows)
    assert walkback("eval", "wire", OWN, "--export", export, "--keep", record).code == 0
    done = walkback("eval", "wire", OWN, "--export", worse, "--keep", record, "--compare", record)
    assert done.code == 0
    assert "wrong status was spoken · pellam-stoke-hollow · en · label: undercut; said: upheld" in done.out
    assert "There is no plan to close Stoke Hollow" in done.out
    assert "status_accuracy\t1.000\t0.000\t-1.000" in done.out
    found = json.loads(walkback("eval", "wire", OWN, "--export", worse, "--keep", record, "--compare", record, "--json").out)
    assert found["status_accuracy"] == 0.0
    assert found["confusion"]["statuses"] == {"undercut": {"upheld": 1}}
    assert {c["figure"]: c["now"] - c["before"] for c in found["changes"]}["status_accuracy"] == 0.0
    listed = walkback("eval", "runs", record)
    assert listed.out.count("\twire\t") == 3


def test_pairs_of_articles(walkback: Walkback, tmp_path: Path) -> None:
    file = tmp_path / "pairs.json"
    rows = [{"id": p.name, "copy": p.copy, "why": p.name, "a": article(p.a), "b": article(p.b)} for p in PAIRS]
    file.write_text(json.dumps(rows), "utf-8")
    found = json.loads(walkback("eval", "copies", file, "--json").out)
    assert found["f1"] >= 0.9
    assert found["same_language_recall"] >= 0.95
    assert found["run"]["what"] == "copies"


def article(row: tuple[str, str, str, str]) -> dict[str, str]:
    return dict(zip(("lang", "outlet", "title", "text"), row, strict=True))


def test_stances_of_headlines_and_bodies(walkback: Walkback, tmp_path: Path) -> None:
    sheet(
        tmp_path / "clean-test.csv",
        ("claimHeadline", "articleHeadline", "articleHeadlineStance", "claimId"),
        ("Brask will close its mill", "Brask to close its mill in June", "for", "1"),
        ("Brask will close its mill", "Brask denies that it will close its mill", "against", "1"),
        ("Brask will close its mill", "Brask may close its mill, report says", "observing", "1"),
    )
    found = json.loads(walkback("eval", "emergent", tmp_path, "--json").out)
    assert (found["accuracy"], found["recall_against"]) == (1.0, 1.0)
    sheet(tmp_path / "stances.csv", ("Headline", "Body ID", "Stance"), ("Brask will close its mill", "1", "disagree"), ("Cats fly", "1", "unrelated"))
    sheet(tmp_path / "bodies.csv", ("Body ID", "articleBody"), ("1", "The mill stays. Brask denied that it would close its mill."))
    found = json.loads(walkback("eval", "fnc1", tmp_path, "--json").out)
    assert found["confusion"]["stances"] == {"against": {"against": 1}}


def sheet(path: Path, *rows: tuple[str, ...]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def test_a_denied_claim_that_is_repeated_as_denied_is_no_side_against_it() -> None:
    assert stance.stance("Brask denied that it will close", "Brask denied that it will close its mill") == "for"
    assert stance.stance("Brask will close its mill", "No, Brask is not closing its mill") == "against"


def test_the_screen_and_its_price(walkback: Walkback, tmp_path: Path) -> None:
    done = walkback("eval", "screen", OWN)
    assert (done.code, done.err) == (0, "")
    assert "screen_recall\t" in done.out
    assert "without screen\twith screen\tand prompt cache" in done.out
    groups = by(list(screening.marks(labelled.load(OWN))), lambda m: m.of)
    assert {of: len(group) for of, group in groups.items()} == {"must": 2, "other": 2, "distractors": 2}
    for price in screening.prices(labelled.load(OWN), None, "gpt-6-luna", 24_000):
        assert price.whole >= price.screened >= price.cached
        assert price.whole > 0


@pytest.mark.parametrize(
    ("args", "named"),
    [
        (("wire", "nowhere"), "nowhere is no folder"),
        (("wire", "."), "holds no labelled episodes"),
        (("wire", OWN, "--reader", "magic"), "there is no such reader"),
        (("wire", OWN, "--reader", "llm"), "OPENAI_API_KEY is not set"),
        (("wire", OWN, "--export", "gone.jsonl"), "gone.jsonl is no export"),
        (("wire", OWN, "--export", "empty.jsonl", "--compare", "empty.jsonl"), "holds no run of `walkback eval wire`"),
        (("wire", OWN, "--export", "empty.jsonl", "--keep", "no/where.jsonl"), "name another file with --keep"),
        (("emergent", "."), "does not hold Emergent's test split"),
        (("fnc1", "."), "does not hold FNC-1's"),
        (("copies", "gone.json"), "gone.json cannot be read"),
        (("screen", "."), "holds no labelled episodes"),
        (("screen", OWN, "--fnc1", "."), "does not hold FNC-1's"),
        (("runs",), "walkback-evals.jsonl cannot be read"),
    ],
)
def test_what_cannot_be_used_is_named_in_one_line(walkback: Walkback, tmp_path: Path, args: tuple[object, ...], named: str) -> None:
    (tmp_path / "empty.jsonl").write_text("")
    done = walkback("eval", *args)
    assert done.code == 1
    assert named in done.line


def test_material_that_is_damaged_is_named(walkback: Walkback, tmp_path: Path) -> None:
    episode = json.loads((OWN / "pellam-stoke-hollow.json").read_text("utf-8"))
    episode["gold"]["responses"][0]["article"] = "a9"
    (tmp_path / "episode.json").write_text(json.dumps(episode), "utf-8")
    assert "gold.responses speaks of article 'a9'" in walkback("eval", "wire", tmp_path).line
    (tmp_path / "episode.json").write_text("{", "utf-8")
    assert "episode.json cannot be read as JSON" in walkback("eval", "wire", tmp_path).line
