"""The running service put together: ledger, desk, clock, poster and Slack app, from one settings object."""

from __future__ import annotations

import contextlib
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.clock import Clock, utc_now
from bot.corrections import Corrections
from bot.desk import Desk
from bot.judge.llm import LlmJudge
from bot.llm import Llm
from bot.read import byhand
from bot.read.llm import LlmReader
from bot.settings import Settings, SettingsError, variable
from bot.tell import app as slack_app
from bot.tell import http
from bot.tell.app import SlackRefused
from bot.tell.calls import web_client
from bot.tell.install import Workspaces
from bot.tell.poster import Poster
from bot.tell.tools import ByHand
from bot.tell.vault import Vault
from bot.watch.http import Fetcher
from bot.web import CannotListen, Server
from store.engine import StoreError, is_server, shown
from store.ledger import Ledger
from store.postgres import PostgresEngine

try:
    import fcntl
except ImportError:  # Windows: nobody keeps a second service away there
    fcntl = None  # type: ignore[assignment]

__all__ = ["AlreadyRunning", "CannotListen", "Service", "SlackRefused", "build_desk", "is_running", "missing", "only_one", "post_waiting"]

log = logging.getLogger(__name__)

#: Seconds that `stop` takes at most; whoever asked for the end (a container, systemd) waits about ten.
STOP_SECONDS = 8.0
#: Seconds between tries to sign in while Slack is down.
SIGN_IN_AGAIN = 15.0
#: A command that posts gives up after so many ticks in which nothing could be posted.
IDLE_TICKS = 3

_BASIC = "on the page Basic Information of your Slack app, App Credentials"
_HTTP = {
    "slack_signing_secret": f"the signing secret, {_BASIC}",
    "client_id": f"the client id, {_BASIC}",
    "client_secret": f"the client secret, {_BASIC}",
    "secret_key": "the key for the workspaces' tokens, a line that `walkback key` prints",
    "public_url": "the address under which Slack reaches this service, https://...",
}
_SOCKET = {
    "slack_bot_token": "the Bot User OAuth Token (xoxb-...) on the page OAuth & Permissions of your Slack app",
    "slack_app_token": "an app-level token (xapp-...) with connections:write, on the page Basic Information of your Slack app",
}


class AlreadyRunning(Exception):
    """Another process runs the service on this ledger; the message says which and what to do."""


def missing(settings: Settings) -> str:
    """One line that names the first setting `walkback run` lacks and where to get it; "" when none is."""
    for field, where in (_HTTP if settings.http_port else _SOCKET).items():
        if not getattr(settings, field):
            return f"{variable(field)} is not set: put it into .env; it is {where} (see README, 'Connect Slack')"
    if settings.http_port:
        return _wrong_for_http(settings)
    bot, app = variable("slack_bot_token"), variable("slack_app_token")
    if settings.slack_bot_token.startswith("xapp-") or settings.slack_app_token.startswith("xoxb-"):
        return f"{bot} and {app} are swapped: the one that begins with xoxb- belongs into {bot}, the xapp- one into {app}"
    return ""


def _wrong_for_http(settings: Settings) -> str:
    if not settings.public_url.startswith("https://") and "://127.0.0.1" not in settings.public_url:
        return f"{variable('public_url')}={settings.public_url} will not do, Slack comes over https only: give https://your.host"
    try:
        Vault(settings.secret_key)
    except SettingsError as error:
        return str(error)
    return ""


def clients(ledger: Ledger, settings: Settings) -> Callable[[str], WebClient]:
    """team id -> the client that speaks for it: each with its own token in HTTP mode, else all with the one that is set."""
    if settings.http_port:
        return Workspaces(ledger, settings, utc_now).client
    return lambda team: web_client(settings)


def build_desk(ledger: Ledger, settings: Settings, reader: str = "") -> Desk:
    """A desk with the LLM where one is configured, or as `reader` ("offline", "llm") says.

    Raises SettingsError for "llm" without a configured one.
    """
    if reader == "llm" and not settings.llm:
        raise SettingsError(
            "OPENAI_API_KEY is not set: give a key, or OPENAI_BASE_URL of a server of your own, or use --reader offline"
        )
    if reader == "offline" or not settings.llm:
        return Desk(ledger, utc_now)
    llm = Llm(settings, ledger.llm, utc_now)
    return Desk(ledger, utc_now, reader=LlmReader(llm), judge=LlmJudge(llm))


@contextlib.contextmanager
def only_one(db: str) -> Iterator[None]:
    """Keep other services off this ledger for as long as the block lasts. Raises AlreadyRunning.

    Two would post everything twice. The lock belongs to the process: however that ends, it is free again.
    """
    if is_server(db):
        with contextlib.closing(PostgresEngine(db)) as session:
            if not session.try_lock("service"):
                raise AlreadyRunning(f"a walkback runs on {shown(db)} already: stop that one, or add readers with `walkback work --role read`")
            try:
                yield
            finally:
                with contextlib.suppress(StoreError):  # a server that is gone holds no lock
                    session.unlock("service")
        return
    path = _lock_file(db)
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StoreError(f"{path} cannot be made ({error.strerror}); check the rights of its folder") from None
    try:
        if not _locked(handle):
            time.sleep(0.3)  # a command may only have looked whether somebody holds it
            if not _locked(handle):
                who = os.read(handle, 20).decode("ascii", "ignore").strip()
                raise AlreadyRunning(
                    f"a walkback runs on {db} already{f' (process {who})' if who else ''}: stop that one, "
                    "or give this one a ledger of its own with --db"
                )
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
        yield
        os.ftruncate(handle, 0)
    finally:
        os.close(handle)


def is_running(db: str) -> bool:
    """Does a service run on this ledger now?"""
    if is_server(db):
        with contextlib.closing(PostgresEngine(db)) as session:
            return session.is_locked("service")
    try:
        handle = os.open(_lock_file(db), os.O_RDWR)
    except OSError:
        return False
    try:
        return not _locked(handle)
    finally:
        os.close(handle)


def _lock_file(db: str) -> Path:
    return Path(f"{Path(db).resolve()}-lock")


def _locked(handle: int) -> bool:
    """Take the lock if it is free; closing the file gives it back."""
    if fcntl is not None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    return True


def post_waiting(ledger: Ledger, settings: Settings) -> int:
    """Post what waits in the outbox, from a command, while no service runs; returns how many alerts still wait
    because Slack does not take them now. Raises SlackRefused for a token that Slack does not accept."""
    if not settings.http_port:
        slack_app.sign_in(ledger, web_client(settings), utc_now())
    poster = Poster(ledger, clients(ledger, settings), settings, utc_now)
    idle = 0
    while (left := _waiting(ledger)) and idle < IDLE_TICKS:
        idle = 0 if poster.tick() else idle + 1
        time.sleep(settings.post_apart)
    return left


def _waiting(ledger: Ledger) -> int:
    states = ledger.outbox.states()
    return states.get("pending", 0) + states.get("sending", 0)


def answers(ledger: Ledger) -> bool:
    """Does the ledger answer?"""
    try:
        return ledger.db.one("SELECT 1 AS one") is not None
    except StoreError:
        return False


def measured(ledger: Ledger, settings: Settings, health: Callable[[], dict[str, bool]]) -> Server | None:
    """Serve /metrics and /healthz where a port is set for them. Raises CannotListen when it is taken."""
    if not settings.metrics_port:
        return None
    from bot import metrics  # Prometheus' client is not needed by those who do not ask for it

    server = Server(metrics.build(ledger, settings, utc_now, health), metrics.HOST, settings.metrics_port, "metrics")
    server.start()
    return server


class Service:
    """Everything `walkback run` runs. Raises SettingsError when a needed setting is missing.

    `over` is set when it cannot go on; `refused` then says why in one line.
    """

    def __init__(
        self, ledger: Ledger, settings: Settings, heard: Callable[[str], object] = lambda line: None, *, over: threading.Event | None = None
    ) -> None:
        if line := missing(settings):
            raise SettingsError(line)
        self.ledger, self.settings = ledger, settings
        self.over = over or threading.Event()
        self.refused = ""
        self.fetcher = Fetcher(settings.user_agent, allow_private=settings.allow_private)
        self.desk = build_desk(ledger, settings)
        self.workspaces = Workspaces(ledger, settings, utc_now) if settings.http_port else None
        self.poster = Poster(ledger, clients(ledger, settings), settings, utc_now)
        self.app = slack_app.build_app(
            ledger, settings, poster_wake=self.poster.wake.set, now=utc_now, add_by_hand=self._by_hand,
            corrections=Corrections(ledger, utc_now), workspaces=self.workspaces,
        )  # fmt: skip
        self.clock = Clock(ledger, self.desk, self.fetcher, settings, wake_poster=self.poster.wake.set, heard=heard)
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []
        self._sockets: SocketModeHandler | None = None
        self._web: Server | None = None
        self._metrics: Server | None = None

    def start(self) -> None:
        """Start all of it and return. Slack being down is no error: it is tried until it answers.

        Raises CannotListen when an address that is to be listened on is taken.
        """
        self.listen()
        self._metrics = measured(self.ledger, self.settings, self.health)
        self._thread("post", lambda: self.poster.run(self._stop))
        self.clock.start()

    def listen(self) -> None:
        """Start only what listens to Slack. Raises CannotListen as `start`."""
        if self.workspaces is not None:
            self.workspaces.reseal()
            front = http.build(self.app, self._noted, self.settings.slack_signing_secret)
            self._web = Server(front, self.settings.http_host, self.settings.http_port, "slack-web")
            self._web.start()
        else:
            self._thread("slack", self._connect)

    def stop(self) -> None:
        """Stop within `STOP_SECONDS`; what was under way is taken up again at the next start."""
        until = time.monotonic() + STOP_SECONDS
        self._stop.set()
        self.poster.wake.set()
        if self._sockets is not None:  # may take a while when Slack does not answer
            self._thread("goodbye", self._hang_up)
        for server in (self._web, self._metrics):
            if server is not None:
                server.stop(1.0)
        self.clock.stop(max(0.0, until - time.monotonic() - 1.0))
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        self.fetcher.close()

    def health(self) -> dict[str, bool]:
        """Which parts are well: the ledger answers, the clock ticks, the poster runs, Slack is connected (or comes to us)."""
        poster = any(thread.name == "post" and thread.is_alive() for thread in self._threads)
        return {"ledger": answers(self.ledger), "clock": self.clock.well(), "poster": poster, "slack": self.hears_slack()}

    def hears_slack(self) -> bool:
        """Is Slack connected, or does it come to us?"""
        client = self._sockets.client if self._sockets is not None else None
        return self._web is not None or bool(client and client.is_connected())

    def _connect(self) -> None:
        """Ask Slack who we are, then listen to it. A token that Slack refuses is the end."""
        told = False
        while not self._stop.is_set():
            try:
                if slack_app.sign_in(self.ledger, web_client(self.settings), utc_now()):
                    self._sockets = slack_app.run_socket_mode(self.app, self.settings)
                    if self._stop.is_set():  # it was stopped meanwhile
                        self._hang_up()
                    return
            except SlackRefused as error:
                self.refused = str(error)
                self.over.set()
                return
            except StoreError as error:  # a full disk, say: it is tried again, too
                log.warning("signing in to Slack: %s", error, extra={"event": "sign-in failed", "error": str(error)})
            else:
                if not told:
                    line = f"Slack cannot be reached at {self.settings.slack_api_url}; alerts wait, it is tried again"
                    self.ledger.wire.note("tell", "slack", line, utc_now())
                    log.warning(line, extra={"event": "slack unreachable", "url": self.settings.slack_api_url})
                    told = True
            self._stop.wait(SIGN_IN_AGAIN)

    def _hang_up(self) -> None:
        if self._sockets is not None:
            self._sockets.close()  # type: ignore[no-untyped-call]

    def _noted(self, subject: str, error: Exception) -> None:
        self.ledger.wire.note("tell", subject, f"{type(error).__name__}: {error}", utc_now())

    def _by_hand(self, entry: ByHand) -> int:
        case = self.desk.add_by_hand(byhand.ByHand(**asdict(entry)))
        self.poster.wake.set()
        return case

    def _thread(self, name: str, work: Callable[[], object]) -> None:
        thread = threading.Thread(target=work, name=name, daemon=True)
        thread.start()
        self._threads.append(thread)
