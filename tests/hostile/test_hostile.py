"""A small part of the corpus, each time. All of it: `python -m tests.hostile`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.hostile import resolver
from tests.hostile.__main__ import ROOT, Figures, Job, Victim, attack, judge
from tests.hostile.addresses import LOOPBACK


def test_a_part_of_everything_hostile() -> None:
    found = attack(quick=True)
    assert found.good, found
    assert found.inputs > 60
    assert found.blocked > 10


def test_every_spelling_of_this_machine() -> None:
    found = attack(only="[::ffff:")
    assert found.good, found
    assert found.blocked >= len([host for host in LOOPBACK if host.startswith("[::ffff:")])


@pytest.mark.parametrize(
    ("got", "what"),
    [
        ("hang", "hangs"), ("crash", "crashes"),
        ({"lines": ["what it sent could not be taken in (KeyError: 1)"]}, "crashes"),
        ({"lines": ["one\ntwo"]}, "long_lines"), ({"unclean": 1}, "unclean"), ({"connected": ["10.0.0.1"]}, "reached"), ({"mb": 600}, "peak_mb"),
    ],
)  # fmt: skip
def test_what_counts_as_bad(got: object, what: str) -> None:
    fine = {"seconds": 0.1, "lines": [], "fault": None, "unclean": 0, "mb": 100.0, "connected": []}
    figures = Figures()
    judge(Job("x", "guarded", "get", ("u",), private=True), got if isinstance(got, str) else {**fine, **got}, figures)  # type: ignore[dict-item]
    assert getattr(figures, what)
    assert not figures.good


def test_a_process_that_dies_is_noticed_and_started_anew(tmp_path: Path) -> None:
    victim = Victim(str(tmp_path))
    job = Job("x", "guarded", "get", ("http://127.0.0.1:1/",))
    try:
        assert isinstance(victim.ask(job), dict)
        assert victim.ask(Job("x", "no such world", "get", ())) == "crash"
        assert isinstance(victim.ask(job), dict)
    finally:
        victim.stop()


def test_a_name_server_that_changes_its_mind() -> None:
    """The system's own resolver asks it, over UDP; nothing stands in for anything."""
    if subprocess.run([*resolver.command()[:-2], "-c", "from tests.hostile.resolver import settle_in; settle_in()"], cwd=ROOT, capture_output=True).returncode:
        pytest.skip("this system lets nobody make namespaces of their own")
    done = subprocess.run(resolver.command(), cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["reached"] == 0
    assert told["connected"] == [resolver.PUBLIC], "only what was found to be public is ever connected to"
    assert told["asked"] > len(resolver.NAMES) * resolver.ROUNDS
    for name in ("inner", "metadata", "zero", "mapped", "nat64"):
        assert told["faults"][f"{name}.example"] == ["refused"], name
    assert told["faults"]["rebind.example"] == ["network", "refused"]
