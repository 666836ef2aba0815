"""Planted secrets through a real run with everything going wrong: they turn up nowhere."""

from __future__ import annotations

import contextlib
import json
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bot import cli
from bot.clock import utc_now
from bot.sandbox.server import Sandbox
from bot.watch.articles import Incoming, store_article
from store.ledger import open_ledger
from tests.process import FAST, Process, eventually
from tests.sandbox.tools import fetch
from tests.test_several_workspaces import REPORT, free_port

KEY = "sk-planted-4242424242424242"


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(rates=False) as running:
        yield running


@contextlib.contextmanager
def telltale() -> Iterator[str]:
    """A server that refuses everything and repeats the key; its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            body = json.dumps({"error": {"message": f"Incorrect API key provided: {self.headers['Authorization'].removeprefix('Bearer ')}"}}).encode()
            self.send_response(400)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    server.shutdown()
    server.server_close()


def everything_written(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_no_secret_is_written_printed_or_shown(
    tmp_path: Path, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """At DEBUG, where libraries tell the most; the model's server refuses the key and repeats it, Slack drops, fails and
    takes the token back."""
    port = free_port()
    with telltale() as model:
        process = Process(
            tmp_path, sandbox, **FAST, WALKBACK_LOG_LEVEL="DEBUG", OPENAI_BASE_URL=model, OPENAI_API_KEY=KEY,
            SLACK_SIGNING_SECRET="planted-signing-secret", WALKBACK_CLIENT_SECRET="planted-client-secret",
            WALKBACK_SECRET_KEY="planted-secret-key", WALKBACK_METRICS_PORT=str(port), OPENAI_TIMEOUT="3",
        )  # fmt: skip
        planted = [sandbox.bot_token, sandbox.app_token, KEY, *(v for v in process.environ.values() if v.startswith("planted-"))]
        process.start()
        eventually(lambda: sandbox.connections, "the app to connect", process)
        assert fetch(f"http://127.0.0.1:{port}/healthz")[0] == 200
        sandbox.command("subscribe all")
        for kind in ("500", "drop_before", "drop_after"):
            sandbox.fault("chat.postMessage", kind)
        with open_ledger(process.db) as ledger:
            store_article(
                ledger,
                Incoming(
                    url="https://harbourwire.example/a", title="Quillon weighs sale", text=REPORT, published=utc_now(), outlet="Harbour Wire",
                    kind="wire", lang="en", author="", feed_id=None, first_seen=utc_now(), live=True,
                ),
                utc_now(),
            )  # fmt: skip
        eventually(lambda: sandbox.messages("newsroom"), "an alert", process)
        with open_ledger(process.db) as ledger:
            problems = [p["message"] for p in ledger.wire.problems()]
        told = [message for message in problems if "Incorrect API key" in message]
        assert told, problems
        assert KEY not in told[0]
        sandbox.open_home("ana")
        home = sandbox.wait_for(lambda: sandbox.home("ana"))
        shown = [fetch(sandbox.page_url)[1], fetch(f"http://127.0.0.1:{port}/metrics")[1], str(home), str(sandbox.messages("newsroom"))]
        sandbox.revoke_token("token_revoked")
        sandbox.event("app_home_opened", user=sandbox.user_id("ana"), tab="home")
        assert process.end() == 0
    for name in [n for n in os.environ if n.startswith(("SLACK_", "OPENAI_", "WALKBACK_"))]:
        monkeypatch.delenv(name)
    for name, value in process.environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    for command in (["export"], ["export", "--csv"], ["doctor"], ["audit"], ["check"], ["backup", "copy.db"]):
        cli.call(command)
        said = capsys.readouterr()
        shown.append(said.out + said.err)
    assert (tmp_path / "copy.db").exists()
    written = everything_written(tmp_path)
    assert len(written) > 100_000
    for secret in planted:
        assert secret.encode() not in written
        assert not [text for text in shown if secret in text]
