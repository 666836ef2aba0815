"""`walkback run` (or `work`) as a user would start it, its settings in the environment, its Slack the sandbox."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest

from bot.sandbox.server import Sandbox
from bot.sandbox.state import Workspace
from bot.tell.manifest import EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH
from bot.tell.vault import new_key

ROOT = Path(__file__).parents[1]
_OURS = ("SLACK_", "OPENAI_", "WALKBACK_")
#: Seconds that what another process does may take, however busy the machine is.
PATIENCE = 300.0
#: What a test waits for comes sooner with these.
FAST = {
    "SLACK_TIMEOUT": "3", "WALKBACK_POLL_SECONDS": "0.3", "WALKBACK_POST_SECONDS": "0.3", "WALKBACK_POST_APART": "0.05",
    "WALKBACK_POST_MARGIN": "1", "WALKBACK_MIN_FEED_INTERVAL": "0", "WALKBACK_FIRST_WINDOW_HOURS": "90000",
    "WALKBACK_ALLOW_PRIVATE": "1",
}  # fmt: skip


class Process:
    """The service on a ledger in `folder` (or at `database`), with settings as environment variables. It is in Socket Mode."""

    #: The module that is run.
    program = "bot"

    def __init__(
        self, folder: Path, sandbox: Sandbox, *, database: str = "", command: Sequence[str] = ("run",), **settings: str
    ) -> None:
        self.db = database or str(folder / "ledger.db")
        self.command = command
        self.sandbox = sandbox
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
                [sys.executable, "-m", self.program, *self.command], cwd=ROOT, env=self.environ, stdout=log, stderr=log
            )
        return self

    def ready(self) -> None:
        """Wait until people in Slack can speak to it."""
        eventually(lambda: self.sandbox.connections, "the app to connect", self)

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
        return self.process.wait(60)

    def log_tail(self, characters: int = 3000) -> str:
        """The last of what it wrote."""
        return self.log.read_text("utf-8")[-characters:] if self.log.exists() else ""


class Served(Process):
    """The same in HTTP mode, where a sandbox of `http_sandbox` expects it; teams install it by OAuth."""

    def __init__(
        self, folder: Path, sandbox: Sandbox, *, database: str = "", command: Sequence[str] = ("run",), **settings: str
    ) -> None:
        app = sandbox.hub.app
        self.address, self.key = app.request_url.removesuffix(EVENTS_PATH), new_key()
        super().__init__(
            folder, sandbox, database=database, command=command,
            **{
                "SLACK_BOT_TOKEN": "", "SLACK_APP_TOKEN": "", "SLACK_SIGNING_SECRET": app.signing_secret,
                "WALKBACK_CLIENT_ID": app.client_id, "WALKBACK_CLIENT_SECRET": app.client_secret, "WALKBACK_SECRET_KEY": self.key,
                "WALKBACK_PUBLIC_URL": self.address, "WALKBACK_HTTP_PORT": str(urlsplit(self.address).port), **settings,
            },
        )  # fmt: skip

    def ready(self) -> None:
        """Wait until it listens, and install it in the first workspace."""
        eventually(self.listens, "the service to listen", self)
        done = self.install(self.sandbox.default)
        assert done.status == 200, done.text

    def listens(self) -> bool:
        """Can Slack reach it?"""
        try:
            return Answer(f"{self.address}{INSTALL_PATH}").status == 200
        except OSError:
            return False

    def install_page(self) -> tuple[str, str]:
        """The address of Slack's page to go to, and the cookie that goes with it."""
        page = Answer(f"{self.address}{INSTALL_PATH}")
        link = page.text.split('<a href="', 1)[1].split('"', 1)[0].replace("&amp;", "&")
        return link, page.cookie

    def consent(self, team: Workspace, link: str) -> str:
        """A person allows it; the address that their browser is sent back to."""
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        return Answer(link, "POST", urlencode({"team": team.team_id, "user": "ana", "answer": "allow"}), **form).location

    def install(self, team: Workspace) -> Answer:
        """Ana installs it in a workspace; the page that she ends up on."""
        link, cookie = self.install_page()
        return Answer(self.consent(team, link), Cookie=cookie)


class Answer:
    """What an HTTP server said."""

    def __init__(self, url: str, method: str = "GET", body: str = "", **headers: str) -> None:
        parts = urlsplit(url)
        connection = http.client.HTTPConnection(parts.netloc, timeout=60)
        connection.request(method, f"{parts.path}?{parts.query}", body or None, headers)
        got = connection.getresponse()
        self.status, self.text = got.status, got.read().decode()
        self.location, self.cookie = got.getheader("Location") or "", (got.getheader("Set-Cookie") or "").split(";")[0]
        connection.close()


@contextlib.contextmanager
def http_sandbox(**options: Any) -> Iterator[Sandbox]:
    """A sandbox that posts to a free port, where a `Served` is to listen; Slack's rates are off."""
    address = f"http://127.0.0.1:{free_port()}"
    with Sandbox(rates=False, **options, request_url=f"{address}{EVENTS_PATH}") as sandbox:
        sandbox.hub.app.redirect_urls = (f"{address}{REDIRECT_PATH}",)
        yield sandbox


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def eventually(check: Callable[[], object], what: str, process: Process | None = None) -> None:
    """Wait for what another process does; fails, with the last that it wrote, when it does not."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if check():
            return
        time.sleep(0.1)  # another process's work: there is no event to wait for
    log = process.log_tail() if process else ""
    pytest.fail(f"waited {PATIENCE:.0f} s for {what}\n{log}")
