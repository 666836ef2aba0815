"""The bench's own arithmetic: medians, ratios, bars, and what becomes of a figure that breaks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.__main__ import main, verdict
from tests.bench.figure import Figure, Skip, bar, percentile, run


def series(*values: float):
    numbers = iter(values)
    return lambda: next(numbers)


def test_the_bar_holds_for_the_median() -> None:
    row = run(Figure("f", "ms", series(1, 100, 2, 3, 4), at_most=3))
    assert (row.median, row.met, verdict(row)) == (3, True, "met")
    assert run(Figure("f", "ms", series(1, 100, 4, 3.5, 4), at_most=3)).met is False


def test_a_ratio_is_of_the_medians_and_both_are_measured_in_turns() -> None:
    order: list[str] = []
    ours, peer = (lambda: order.append("ours") or 30.0), (lambda: order.append("peer") or 20.0)
    row = run(Figure("f", "ms", ours, peer=peer, at_most=1.4, of="ratio"))
    assert (row.ratio, row.peer, row.met) == (1.5, 20.0, False)
    assert order == ["ours", "peer"] * 5


def test_without_a_bar_it_is_printed_only() -> None:
    row = run(Figure("f", "share", lambda: 0.5, runs=1))
    assert (row.met, verdict(row), row.values) == (None, "printed", (0.5,))


def test_a_ratio_without_a_peer_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="needs a peer"):
        run(Figure("f", "ms", lambda: 1.0, of="ratio", at_most=1))


def test_bars_are_written_out() -> None:
    assert bar(Figure("f", "ms", lambda: 1, at_most=1.25, of="ratio", peer=lambda: 1)) == "<= 1.25 times"
    assert bar(Figure("f", "share", lambda: 1, at_least=0.98)) == ">= 0.98"


@pytest.mark.parametrize(("values", "share", "expected"), [(range(1, 101), 0.99, 99), ([5], 0.99, 5), ([1, 2, 3], 0.5, 2)])
def test_percentiles_are_values_that_occurred(values, share, expected) -> None:
    assert percentile(list(values), share) == expected


def test_the_command_says_no_when_a_bar_is_missed_and_writes_what_it_found(tmp_path: Path, capsys) -> None:
    done: list[str] = []

    def good(quick: bool) -> Iterator[Figure]:
        assert quick
        yield Figure("quick enough", "ms", lambda: 1.0, at_most=2)
        done.append("cleaned up")

    def absent(quick: bool) -> Iterator[Figure]:
        raise Skip("no PostgreSQL here")
        yield

    def bad(quick: bool) -> Iterator[Figure]:
        yield Figure("breaks", "ms", lambda: 1 / 0)
        yield Figure("too slow", "ms", lambda: 9.0, at_most=2)

    to = tmp_path / "figures.json"
    assert main(["--quick", "--json", str(to)], {"good": good, "absent": absent}) == 0
    assert done == ["cleaned up"]
    assert main(["--quick", "--json", str(to)], {"good": good, "bad": bad}) == 1
    figures = json.loads(to.read_text("utf-8"))["figures"]
    assert [f["verdict"].split(":")[0] for f in figures] == ["broken", "MISSED", "met"]
    assert "quick enough" in capsys.readouterr().out
    assert main(["--only", "too slow", "--json", str(to)], {"bad": bad}) == 1
    assert [f["name"] for f in json.loads(to.read_text("utf-8"))["figures"]] == ["too slow"]
    main(["good", "--quick", "--json", str(to)], {"good": good, "bad": bad})
    assert [f["name"] for f in json.loads(to.read_text("utf-8"))["figures"]] == ["too slow", "quick enough"], "what another module measured is kept"
    for asked in (["nothing"], ["--only", "nothing"]):
        with pytest.raises(SystemExit):
            main(asked, {"bad": bad})
