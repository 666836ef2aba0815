"""The command line as tests use it: in this process, or as the process that a user would start."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot import cli

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def line(self) -> str:
        """The one line on stderr of a command that failed."""
        assert self.code != 0, self
        assert self.err.endswith("\n"), self
        assert self.err.count("\n") == 1, self
        return self.err.strip()


Walkback = Callable[..., Ended]


def walkback_in(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Walkback:
    """A `walkback(*args)` that runs here, in `folder`, with no setting but those given."""
    for name in [n for n in os.environ if n.startswith(("SLACK_", "OPENAI_", "WALKBACK_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(folder)

    def walkback(*args: object) -> Ended:
        capsys.readouterr()
        code = cli.call([str(a) for a in args])
        said = capsys.readouterr()
        return Ended(code, said.out, said.err)

    return walkback


def environ(**more: str) -> dict[str, str]:
    """The environment of a user who has set nothing but `more`."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SLACK_", "OPENAI_", "WALKBACK_"))}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def process(folder: Path, *args: object, **more: str) -> Ended:
    """A process of its own, from start to end."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *map(str, args)], cwd=folder, env=environ(**more), capture_output=True, timeout=180
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def started(folder: Path, *args: object, **more: str) -> subprocess.Popen[str]:
    """A process that goes on; its stdout and stderr are one pipe."""
    return subprocess.Popen(
        [sys.executable, "-m", "bot", *map(str, args)],
        cwd=folder, env=environ(PYTHONUNBUFFERED="1", **more), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
