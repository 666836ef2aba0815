"""Taking the text out of pages while a great many wait: in processes of their own, one for each core.

A small load never starts one, and they end when the backlog does, so that a small service stays small. A page that
ends its process, or keeps it busy too long, costs that process and nothing else.

Run as a program, this is such a process: pages come in on its standard input, what was taken from them goes out.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from queue import Queue
from typing import IO

from pydantic import TypeAdapter

from bot.watch.articles import Extracted, extract

#: Processes are started when so many pages wait.
BACKLOG = 500
#: Where so many processes ended and never a page came through, it is not the pages.
HOPELESS = 3
#: Seconds that one page may take.
SECONDS = 30.0

log = logging.getLogger(__name__)

_COMMAND = (sys.executable, "-m", "bot.watch.extraction")
# not pickled: what a hostile page made of such a process must not reach into the one that asked
_EXTRACTED = TypeAdapter(Extracted)
_SECRETS = ("SLACK_", "OPENAI_", "WALKBACK_")


class ExtractionFailed(Exception):
    """A page ended its process, or would have kept it busy for ever; the message says which."""


class Extraction:
    """Takes the text out of pages in up to `workers` processes. `fit` is called from one thread, `extract` from any."""

    def __init__(
        self, workers: int = os.cpu_count() or 1, *, backlog: int = BACKLOG, seconds: float = SECONDS, command: Sequence[str] = _COMMAND
    ) -> None:
        self._workers, self.backlog, self._seconds, self._command = workers, backlog, seconds, tuple(command)
        self._idle: Queue[_Process | None] = Queue()
        self._started: set[_Process] = set()
        self.running = False
        self._lost: int | None = 0  # processes that ended before any page came through; None once one did

    def fit(self, waiting: int, *, few: int) -> None:
        """Get ready when `backlog` pages wait, end the processes when there are fewer than `few`. Where none of them
        ever came to anything, none is started any more."""
        if not self.running and waiting >= self.backlog and not self._hopeless():
            self.running, self._idle = True, Queue()
            for _ in range(self._workers):
                self._idle.put(None)  # each is started when it is first needed
        elif self.running and waiting < few:
            self.close()

    def extract(self, html: bytes, url: str, content_type: str = "") -> Extracted:
        """As `bot.watch.articles.extract`; waits while all processes are busy. Raises ExtractionFailed."""
        idle = self._idle
        process = idle.get()
        try:
            if process is None:
                process = _Process(self._command)
                self._started.add(process)
            if not self.running:
                raise ExtractionFailed("it was to be stopped before its text was taken out")
            found = process.extract(html, url, content_type, self._seconds)
            self._lost = None
            return found
        except BaseException:
            if process is not None:
                self._end(process)
                process = None
                self._lose()
            raise
        finally:
            idle.put(process)

    def close(self) -> None:
        """End the processes, whatever they are at. `fit` may start them again."""
        self.running = False
        for process in tuple(self._started):
            self._end(process)

    def _lose(self) -> None:
        if self._lost is not None and self.running:
            self._lost += 1
            if self._hopeless():
                log.warning("processes for taking text out of pages do not work here; it is done without them")
                self.close()

    def _hopeless(self) -> bool:
        return self._lost is not None and self._lost >= HOPELESS

    def _end(self, process: _Process) -> None:
        self._started.discard(process)
        process.end()


class _Process:
    """One process, and the pipes to it."""

    def __init__(self, command: Sequence[str]) -> None:
        environ = {name: value for name, value in os.environ.items() if not name.startswith(_SECRETS)}
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environ)

    def extract(self, html: bytes, url: str, content_type: str, seconds: float) -> Extracted:
        assert self._process.stdin
        assert self._process.stdout
        until = time.monotonic() + seconds
        late = threading.Timer(seconds, self._process.kill)
        late.start()
        try:
            head = {"url": url, "type": content_type, "size": len(html)}
            self._process.stdin.write(json.dumps(head).encode() + b"\n" + html)
            self._process.stdin.flush()
            return _EXTRACTED.validate_json(self._process.stdout.readline())
        except (OSError, ValueError):  # what ended half-way is no whole answer
            what = f"took more than {seconds:g} s" if time.monotonic() >= until else "ended the process that did it"
            raise ExtractionFailed(f"taking the text out of it {what}") from None
        finally:
            late.cancel()

    def end(self) -> None:
        """May be called twice, and while a page is under way, whose end it is."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError, ValueError):
                pipe.close()  # type: ignore[union-attr]


def serve(source: IO[bytes], target: IO[bytes], take: Callable[[bytes, str, str], Extracted] = extract) -> None:
    """Take pages from `source` and give what was taken out of each to `target`, until there are no more."""
    while True:
        if not (line := source.readline()):
            return
        head = json.loads(line)
        found = take(source.read(head["size"]), head["url"], head["type"])
        target.write(_EXTRACTED.dump_json(found) + b"\n")
        target.flush()


def main() -> None:
    """Be such a process. It ends with whoever started it; an interrupt from the keyboard is for that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    target = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints must not come between
    serve(sys.stdin.buffer, target)


if __name__ == "__main__":
    main()
