"""Standard errors, the record of runs, and one run beside another: against numbers worked out elsewhere."""

from __future__ import annotations

import json
import math
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.evals import marks as m
from bot.evals import runs
from bot.evals.labelled import MaterialError
from bot.evals.marks import Mark
from bot.evals.worst import worst
from bot.intervals import clustered_error, jackknife_error, wilson

NOW = datetime(2026, 3, 2, 7, 15, tzinfo=UTC)


def mark(cluster: str, right: bool, of: str = "statuses", gold: str = "open", got: str = "undercut") -> Mark:
    return Mark(of, cluster, gold, gold if right else got, right)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [  # R. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I
        (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718),
        (3, 3, 0.4385, 1.0), (0, 0, 0.0, 1.0),
    ],
)  # fmt: skip
def test_wilsons_interval(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=0.00006)


@pytest.mark.parametrize(("hits", "of"), [(4, 3), (-1, 3), (0, -1)])
def test_counts_that_cannot_be_are_refused(hits: int, of: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(hits, of)


def test_of_clusters_of_one_the_error_is_the_binomial_one() -> None:
    right = {str(i): [i < 30] for i in range(40)}
    assert clustered_error(right) == pytest.approx(math.sqrt(0.75 * 0.25 / 40))
    assert clustered_error({}) is None


def test_what_stands_and_falls_together_counts_as_one() -> None:
    apart = {str(i): [i % 2 == 0] for i in range(40)}
    together = {str(i): [i % 2 == 0] * 10 for i in range(40)}
    assert clustered_error(together) == pytest.approx(clustered_error(apart))


def test_the_jackknife_of_a_mean_is_its_standard_error() -> None:
    values = [1.0, 2.0, 4.0, 8.0]
    without = [(sum(values) - v) / 3 for v in values]
    mean = sum(values) / 4
    assert jackknife_error(without) == pytest.approx(math.sqrt(sum((v - mean) ** 2 for v in values) / 3 / 4))
    assert jackknife_error([1.0]) is None


def test_one_episode_has_no_standard_error() -> None:
    assert m.estimate(m.share, [mark("a", True), mark("a", False)]).error is None


def test_many_clusters_are_left_out_in_groups() -> None:
    many = [mark(str(i), i % 3 > 0) for i in range(1000)]
    found = m.estimate(lambda x: m.share(x), many)
    assert len(found.without) == m.MOST_LEFT_OUT
    assert found.error == pytest.approx(m.estimate(m.share, many).error, rel=0.25)


def run(what: str = "wire", wrong: int = 0, at: datetime = NOW) -> runs.Run:
    found = [mark(str(i), i >= wrong) for i in range(20)]
    return runs.begin(what, [Path(__file__)], "offline-1", {"status_accuracy": m.estimate(m.share, found)}, at)


def test_a_run_is_kept_and_read_back(tmp_path: Path) -> None:
    record = tmp_path / "record.jsonl"
    runs.keep(run(wrong=4), record)
    runs.keep(run("copies"), record)
    runs.keep(run(wrong=2), record)
    assert [r.what for r in runs.read(record)] == ["wire", "copies", "wire"]
    last = runs.last(record, "wire")
    assert (last.at, last.reader, last.figures["status_accuracy"].value) == ("2026-03-02T07:15:00Z", "offline-1", 0.9)
    assert set(last.prompts) == {"read", "judge", "second"}
    assert last.material.startswith("test_marks.py ")
    with pytest.raises(MaterialError, match="no run of `walkback eval fnc1`"):
        runs.last(record, "fnc1")


@pytest.mark.parametrize("line", ["{", "[]", '{"what": "wire"}', json.dumps({"figures": {"x": {}}})])
def test_a_line_that_is_no_run_is_named(line: str, tmp_path: Path) -> None:
    record = tmp_path / "record.jsonl"
    record.write_text("\n" + line + "\n", "utf-8")
    with pytest.raises(MaterialError, match="line 2"):
        runs.read(record)


def test_a_difference_has_the_error_of_pairs() -> None:
    (change,) = runs.compare(run(wrong=4), run(wrong=2))
    assert change.by == pytest.approx(0.1)
    # two of twenty episodes went from wrong to right, none the other way
    differences = [1.0] * 2 + [0.0] * 18
    spread = math.sqrt(sum((d - 0.1) ** 2 for d in differences) / 19 / 20)
    assert change.error == pytest.approx(spread, rel=1e-6)
    assert not change.clear
    (same,) = runs.compare(run(wrong=4), run(wrong=4))
    assert (same.by, same.error, same.clear) == (0.0, 0.0, False)


def test_the_program_and_the_material_are_told_by_their_contents(tmp_path: Path) -> None:
    assert runs.program() == runs.program()
    (tmp_path / "a.json").write_text("[]")
    before = runs.material([tmp_path])
    (tmp_path / "a.json").write_text("[1]")
    assert before != runs.material([tmp_path])
    assert before.split(" ")[0] == tmp_path.name


def test_the_gravest_come_first_and_every_episode_has_its_turn() -> None:
    found = [mark("a", False, gold="undercut", got="open") for _ in range(3)]
    found += [mark("b", False, gold="undercut", got="open"), mark("c", False), mark("d", True)]
    told = worst(found, 4)
    assert [(what, x.cluster) for what, x in told] == [
        ("wrong status was spoken", "c"), ("status missed", "a"), ("status missed", "b"), ("status missed", "a"),
    ]  # fmt: skip
