"""`walkback run` (or `work`) as a user would start it, its settings in the environment, its Slack the sandbox."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.sandbox.server import Sandbox

ROOT = Path(__file__).parents[1]
_OURS = ("SLACK_", "OPENAI_", "WALKBACK_")
#: What a test waits for comes sooner with these.
FAST = {
    "SLACK_TIMEOUT": "3", "WALKBACK_POLL_SECONDS": "0.3", "WALKBACK_POST_SECONDS": "0.3", "WALKBACK_POST_APART": "0.05",
    "WALKBACK_POST_MARGIN": "1", "WALKBACK_MIN_FEED_INTERVAL": "0", "WALKBACK_FIRST_WINDOW_HOURS": "90000",
    "WALKBACK_ALLOW_PRIVATE": "1",
}  # fmt: skip


class Process:
    """The service on a ledger in `folder` (or at `database`), with settings as environment variables."""

    def __init__(
        self, folder: Path, sandbox: Sandbox, *, database: str = "", command: Sequence[str] = ("run",), **settings: str
    ) -> None:
        self.db = database or str(folder / "ledger.db")
        self.command = command
        self.log = folder / "run.log"
        self.environ = {
            **{k: v for k, v in os.environ.items() if not k.startswith(_OURS)},
            "WALKBACK_DB": self.db, "SLACK_BOT_TOKEN": sandbox.bot_token, "SLACK_APP_TOKEN": sandbox.app_token,
            "SLACK_API_URL": sandbox.url, **settings,
        }  # fmt: skip
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> Process:
        """Start it; it need not be up yet when this returns."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", *self.command], cwd=ROOT, env=self.environ, stdout=log, stderr=log
            )
        return self

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    def end(self, how: int = signal.SIGTERM) -> int:
        """End it; returns its exit code."""
        assert self.process is not None
        self.process.send_signal(how)
        return self.process.wait(15)

    def log_tail(self, characters: int = 3000) -> str:
        """The last of what it wrote."""
        return self.log.read_text("utf-8")[-characters:] if self.log.exists() else ""
