"""python -m tests.hostile [--quick] [--json FILE]: everything hostile against one process of the bot, and the figures.

Those of a whole run are kept in figures.json, from where `python -m tests.readme` takes them.

Exit code 1 when anything crashed, hung, reached the private service, or took more memory than MEMORY_MB.
"""

from __future__ import annotations

import argparse
import json
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.hostile import addresses, answers, mutations
from tests.hostile.servers import Attacker, Canary, Piece, Script
from tests.hostile.victim import OPEN

ROOT = Path(__file__).parents[2]
#: The figures of the last whole run, for the README's table.
FIGURES = Path(__file__).parent / "figures.json"
MEMORY_MB = 500
#: Every fetch ends within `victim.TIMEOUT`; what is not through by then, however busy the machine is, hangs.
HANG_SECONDS = 60.0
_CRASH = "could not be taken in", "could not be fetched (", "could not be worked through", "Traceback"
_HEAVY = ("just-below", "bomb", "endless", "nested", "laughs", "items", "angle", "namespaces", "attribute")


_ARTICLE = (
    "<html><head><title>Harbin Mills denies sale</title></head><body>"
    + "<p>Harbin Mills is in talks to sell its mill at Lindholm, two people with knowledge of the matter told the Tarn Times.</p>"
    + "<p>“The report is false. We are not in talks to sell the mill,” said Ada Brook, a spokeswoman for Harbin Mills.</p>" * 3
)


@dataclass(frozen=True)
class Job:
    """`world`: "bodies" or "guarded" (see `victim`); `kind`: "feed", "page" or "get"; `private`: nothing may come back."""

    name: str
    world: str
    kind: str
    urls: tuple[str, ...]
    private: bool = False


@dataclass
class Figures:
    """What came of it. `blocked`: connections to private places that were refused before they were made."""

    inputs: int = 0
    crashes: list[str] = field(default_factory=list)
    hangs: list[str] = field(default_factory=list)
    blocked: int = 0
    reached: list[str] = field(default_factory=list)
    rude: int = 0
    unclean: list[str] = field(default_factory=list)
    long_lines: list[str] = field(default_factory=list)
    peak_mb: float = 0.0
    slowest: tuple[float, str] = (0.0, "")
    seconds: float = 0.0

    @property
    def good(self) -> bool:
        """Does everything hold that is promised?"""
        bad = self.crashes or self.hangs or self.reached or self.rude or self.unclean or self.long_lines
        return not bad and self.peak_mb < MEMORY_MB


class Victim:
    """The process under attack, started anew when it hung or died."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._process: subprocess.Popen[str] | None = None
        self._lines: queue.Queue[str] = queue.Queue()

    def ask(self, job: Job) -> dict[str, Any] | str:
        """What came of the job, or "hang" or "crash"."""
        if self._process is None and (failed := self._start()):
            return failed
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"world": job.world, "as": job.kind, "urls": job.urls}) + "\n")
        self._process.stdin.flush()
        return self._answer(HANG_SECONDS + 2 * len(job.urls))

    def _start(self) -> str | None:
        self._lines = queue.Queue()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.victim", self._folder],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        )  # fmt: skip
        threading.Thread(target=self._read, args=(self._process, self._lines), daemon=True).start()
        answer = self._answer(60)
        return answer if isinstance(answer, str) else None

    @staticmethod
    def _read(process: subprocess.Popen[str], lines: queue.Queue[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            lines.put(line)
        lines.put("")

    def _answer(self, seconds: float) -> dict[str, Any] | str:
        try:
            line = self._lines.get(timeout=seconds)
        except queue.Empty:
            self.stop()
            return "hang"
        if not line:
            self.stop()
            return "crash"
        found: dict[str, Any] = json.loads(line)
        return found

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


def jobs(port: int, canary: int, *, quick: bool = False) -> Iterator[Job]:
    """Everything there is to try; with `quick`, a twentieth of what is alike, and nothing heavy."""
    step = 20 if quick else 1
    yield Job("an article, so that all of the program is in memory", "bodies", "page", (f"http://127.0.1.1:{port}/article/x",))
    for i, (name, address) in enumerate(_private(canary)):
        yield Job(name, "guarded", "get", (address,), private=True)
        if i % (step * 2) == 0:
            yield Job(f"redirect to {name}", "guarded", "get", (f"http://{OPEN}:{port}/to/{i}",), private=True)
        if i % (step * 25) == 0:
            yield Job(f"page at {name}", "guarded", "page", (address,), private=True)
            yield Job(f"feed at {name}", "guarded", "feed", (address,), private=True)
    yield Job("rebinding", "guarded", "get", (f"http://rebind.example:{port}/rebind/x",), private=True)
    names = [n for n in answers.SCRIPTS if not quick or not n.startswith(_HEAVY)][::step]
    for name in names:
        for kind in ("feed", "page"):
            yield Job(f"{name} as {kind}", "bodies", kind, (_at(0, port, name),))
    for i in range(0, 600, step):
        kind = "page" if i % 4 == 3 else "feed"
        yield Job(f"damaged {i}", "bodies", kind, (f"http://127.0.1.1:{port}/damaged-{i}/x",))
    if not quick:
        heavy = [n for n in answers.SCRIPTS if n.startswith(_HEAVY)]
        for kind in ("feed", "page"):
            yield Job(f"all heavy ones at once as {kind}", "bodies", kind, tuple(_at(i, port, n) for i, n in enumerate(heavy)))


def _private(canary: int) -> list[tuple[str, str]]:
    """(name, address) of every place that must not be reached."""
    hosts = [*addresses.LOOPBACK, *addresses.PRIVATE, *(n for n in addresses.NAMES if n not in ("rebind.example", "mixed.example"))]
    found = [(host, f"{scheme}://{host}:{canary}/secret") for host in hosts for scheme in ("http", "https")]
    return found + [(repr(a[:60]), a.replace("{port}", str(canary))) for a in addresses.WHOLE]


def _at(number: int, port: int, name: str) -> str:
    return f"http://127.0.{2 + number // 200}.{1 + number % 200}:{port}/{name}/x"


def scripts(canary: int) -> dict[str, Script]:
    """The attacker's answers: all of `answers`, the damaged ones, and redirects to every private place."""
    made = dict(answers.SCRIPTS)
    for i, (_, data, type_) in enumerate(mutations.damaged(600)):
        made[f"damaged-{i}"] = lambda _, data=data, type_=type_: iter([answers.head(type_), data])  # type: ignore[misc]
    targets = [address for _, address in _private(canary)]

    def redirect(path: str) -> Iterator[Piece]:
        last = path.rsplit("/", 1)[1]
        target = targets[int(last)].encode("utf-8", "replace").translate(None, b"\r\n") if last.isdecimal() else b"/"
        yield b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + target + b"\r\n\r\n"

    made["article"] = lambda _: iter([answers.head(), _ARTICLE.encode()])
    made["to"] = redirect
    made["rebind"] = lambda _: iter([answers.head(status="302 Found", Location=f"http://rebind.example:{canary}/", Content_Length="0")])
    return made


def judge(job: Job, got: dict[str, Any] | str, figures: Figures) -> None:
    """Enter one outcome."""
    figures.inputs += len(job.urls)
    if isinstance(got, str):
        (figures.hangs if got == "hang" else figures.crashes).append(job.name)
        return
    figures.peak_mb = max(figures.peak_mb, got["mb"])
    figures.slowest = max(figures.slowest, (round(got["seconds"], 1), job.name))
    if any(sign in line for line in got["lines"] for sign in _CRASH):
        figures.crashes.append(f"{job.name}: {got['lines']}")
    if any(len(line) > 1000 or len(line.splitlines()) > 1 for line in got["lines"]):
        figures.long_lines.append(job.name)
    if got["unclean"]:
        figures.unclean.append(job.name)
    if job.private:
        figures.blocked += got["fault"] == "refused" or any("open internet" in line for line in got["lines"])
        if set(got["connected"]) - {OPEN}:
            figures.reached.append(f"{job.name}: {got['connected']}")


@contextmanager
def standing() -> Iterator[tuple[Attacker, Canary]]:
    """The two servers."""
    canary = Canary()
    attacker = Attacker(scripts(canary.port))
    try:
        yield attacker, canary
    finally:
        attacker.stop()
        canary.stop()


def attack(*, quick: bool = False, only: str = "", verbose: bool = False) -> Figures:
    """Run the corpus (jobs whose name holds `only`) and return the figures."""
    figures = Figures()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, standing() as (attacker, canary):
        victim = Victim(folder)
        try:
            for job in jobs(attacker.port, canary.port, quick=quick):
                if only not in job.name:
                    continue
                got = victim.ask(job)
                judge(job, got, figures)
                if verbose:
                    print(job.name, got if isinstance(got, str) else {k: got[k] for k in ("seconds", "lines", "mb")}, file=sys.stderr)
        finally:
            victim.stop()
        if canary.connections:
            figures.reached.append(f"{canary.connections} connections to the private service")
        figures.rude = len(attacker.rude)
    figures.seconds = round(time.monotonic() - started, 1)
    return figures


def kept(found: Figures) -> dict[str, int]:
    """What the README shows of it."""
    return {
        "inputs": found.inputs, "crashes": len(found.crashes), "hangs": len(found.hangs), "blocked": found.blocked,
        "reached": len(found.reached), "peak_mb": round(found.peak_mb),
    }  # fmt: skip


def main(args: Sequence[str]) -> int:
    """The command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a small part of it")
    parser.add_argument("--only", default="", metavar="TEXT", help="inputs whose name holds TEXT")
    parser.add_argument("--verbose", action="store_true", help="say what came of each")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    asked = parser.parse_args(args)
    found = attack(quick=asked.quick, only=asked.only, verbose=asked.verbose)
    for name, value in (
        ("inputs tried", found.inputs), ("crashes", len(found.crashes)), ("hangs", len(found.hangs)),
        ("blocked connections", found.blocked), ("private places reached", len(found.reached)),
        ("requests a careful client would not send", found.rude), ("unclean texts stored", len(found.unclean)),
        ("messages of more than a line", len(found.long_lines)),
        (f"peak memory, MB (bar {MEMORY_MB})", round(found.peak_mb)),
        ("slowest, s of processor time", f"{found.slowest[0]} ({found.slowest[1]})"), ("all of it, s", found.seconds),
    ):  # fmt: skip
        print(f"{name:42} {value}")
    for line in (*found.crashes, *found.hangs, *found.reached, *found.unclean, *found.long_lines):
        print("  !", line[:400])
    if asked.json:
        asked.json.write_text(json.dumps({**asdict(found), "good": found.good}, indent=1, ensure_ascii=False) + "\n")
    if not (asked.quick or asked.only):
        FIGURES.write_text(json.dumps(kept(found), indent=1) + "\n")
    return 0 if found.good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
