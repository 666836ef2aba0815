"""The command that writes the README's figures and thread: its parts, on invented results."""

from __future__ import annotations

import pytest

from bot.evals.bars import WIRE
from tests import readme
from tests.hostile.__main__ import Figures, kept

SAID = """#newsroom is at http://127.0.0.1:1/

The thread of case 3 in #newsroom
  🔴 Brask. Undercut: later evidence says that what was denied was true.
  Reported: a mill closes. (Tarn Times · 4 Nov 2026)

  ↳ 🔴 Brask: Open → Undercut.
  More of it.

articles 60, denials 25
"""


def test_only_what_stands_between_the_markers_is_replaced() -> None:
    text = "a\n<!-- figures -->\nold\n<!-- /figures -->\nb"
    once = readme.put(text, "figures", "new\n")
    assert once == "a\n<!-- figures -->\nnew\n<!-- /figures -->\nb"
    assert readme.put(once, "figures", "new") == once
    with pytest.raises(readme.Absent, match="<!-- thread -->"):
        readme.put(text, "thread", "x")


def test_the_readme_has_both_places() -> None:
    text = readme.README.read_text("utf-8")
    for name in ("figures", "thread"):
        assert readme.put(text, name, "x") != text


def test_the_thread_is_cut_out_of_what_the_demo_says() -> None:
    picture = readme.thread(SAID)
    assert picture.startswith("```text\n🔴 Brask. Undercut")
    assert "\n↳ 🔴 Brask: Open → Undercut.\n  More of it.\n```" in picture
    assert "articles 60" not in picture
    with pytest.raises(readme.Absent, match="no thread"):
        readme.thread("nothing")


def test_figures_of_all_shapes_find_their_place() -> None:
    values = {name.partition(".")[0]: {"f1": 0.9} if "." in name else 0.75 for name in WIRE}
    values |= {"stray_bearings": "2/28", "distractor_alerts": 3, "tier_accuracy": None, "standard_errors": {"status_accuracy": 0.05}}
    table = readme.wire_table([("offline", values)], None).splitlines()
    rows = {line.split(" | ")[0].strip("| "): line for line in table}
    assert rows["responses, F1"] == "| responses, F1 | .98 | >= 0.85 | .900 | >= 0.95 | not measured here |"
    assert "| .750 (.050) |" in rows["status, accuracy"]
    assert "| .071 |" in rows["stray bearings"]
    assert "| 3 |" in rows["alerts on distractors"]
    assert "| - |" in rows["tiers, accuracy"]
    assert readme.shown("x", 1.0, 0.0) == "1.0"


def test_what_bench_chaos_and_hostile_wrote() -> None:
    row = {"name": "digest", "unit": "ms", "median": 1234.5, "peer_name": "an empty ledger", "ratio": 1.25, "bar": "<= 2000", "verdict": "met", "skipped": ""}
    row |= {"measured": "2026-11-27T21:00:00Z", "machine": "2 cores"}
    file = {"figures": [row, {**row, "skipped": "no server", "median": None}]}
    assert "| digest | 1,234 ms | 1.25 times an empty ledger | <= 2000 | met |" in readme.bench_table(file)
    assert readme.bench_table(file).count("| digest") == 1
    assert readme.bench_table({}) == readme.chaos_table({}) == ""
    counts = dict.fromkeys(("kills", "faults", "alerts", "messages", "lost", "twice", "disordered"), 0)
    assert "| sqlite | 20 | 0 |" in readme.chaos_table({"sqlite": {**counts, "kills": 20}})
    assert readme.hostile_table({}) == ""
    assert "| 9 | 0 | 0 | 4 | 0 | 210 |" in readme.hostile_table(kept(Figures(inputs=9, blocked=4, peak_mb=210.4)))
