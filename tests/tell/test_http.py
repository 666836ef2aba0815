"""The addresses of HTTP mode, with the real app in front of the sandbox: what gets in, and what goes wrong."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier

from bot.sandbox.server import Sandbox
from bot.settings import Settings
from bot.tell import http
from bot.tell.app import build_app
from bot.tell.install import Workspaces
from bot.tell.vault import new_key
from bot.web import Server
from store.ledger import Ledger
from tests.sandbox.tools import fetch
from tests.tell.conftest import Moving
from tests.test_several_workspaces import Answer, free_port


class Front:
    """A ledger, an app and a server on a port, with a sandbox that posts to it."""

    def __init__(self, ledger: Ledger, clock: Moving, sandbox: Sandbox, port: int) -> None:
        self.ledger, self.sandbox, self.address = ledger, sandbox, f"http://127.0.0.1:{port}"
        app = sandbox.hub.app
        app.redirect_urls = (f"{self.address}/slack/oauth_redirect",)
        self.settings = Settings(
            slack_api_url=sandbox.url, slack_signing_secret=app.signing_secret, client_id=app.client_id, client_secret=app.client_secret,
            secret_key=new_key(), public_url=self.address, http_port=port,
        )  # fmt: skip
        self.workspaces = Workspaces(ledger, self.settings, clock)
        made = build_app(ledger, self.settings, poster_wake=lambda: None, now=clock, workspaces=self.workspaces)
        self.noted: list[tuple[str, Exception]] = []
        front = http.build(made, lambda path, error: self.noted.append((path, error)), app.signing_secret)
        self.server = Server(front, "127.0.0.1", port)
        self.server.start()

    def install(self) -> Answer:
        """Ana installs the app into the sandbox's workspace."""
        page = Answer(f"{self.address}/slack/install")
        link = page.text.split('<a href="', 1)[1].split('"', 1)[0].replace("&amp;", "&")
        form = urlencode({"team": self.sandbox.default.team_id, "user": "ana", "answer": "allow"})
        back = Answer(link, "POST", form, **{"Content-Type": "application/x-www-form-urlencoded"}).location
        return Answer(back, Cookie=page.cookie)


@pytest.fixture
def front(ledger: Ledger, clock: Moving) -> Iterator[Front]:
    port = free_port()
    with Sandbox(rates=False, request_url=f"http://127.0.0.1:{port}/slack/events") as sandbox:
        made = Front(ledger, clock, sandbox, port)
        yield made
        made.server.stop()


def test_a_workspace_installs_and_is_answered(front: Front) -> None:
    assert f"not installed in this workspace (any more). An admin can install it: {front.address}/slack/install" in str(
        front.sandbox.command("Quillon").answers
    )
    assert front.install().status == 200
    team = front.sandbox.default.team_id
    assert front.workspaces.token(team) == front.sandbox.bot_token
    assert "Nothing on file" in str(front.sandbox.command("search unicorns").answers)
    front.sandbox.open_home("ana")
    front.sandbox.wait_for(lambda: front.sandbox.home("ana"))
    assert front.noted == []


def test_pages_are_guarded(front: Front) -> None:
    status, _, headers = fetch(f"{front.address}/slack/install")
    assert status == 200
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert (headers["X-Content-Type-Options"], headers["Referrer-Policy"]) == ("nosniff", "no-referrer")
    assert fetch(f"{front.address}/")[0] == 404
    assert fetch(f"{front.address}/slack/events")[0] == 405


def test_what_nobody_signed(front: Front) -> None:
    for body, kind in (("{", "application/json"), ("payload=%7B", "application/x-www-form-urlencoded"), ("\xff\xfe", "text/plain"), ("", "")):
        got = Answer(f"{front.address}/slack/events", "POST", body, **{"Content-Type": kind})
        assert got.status in (400, 401), (body, got.text)
    assert front.noted == [], "strangers fill no list"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("token=PLANTED&text=" + "x" * 100_000, "application/x-www-form-urlencoded"),
        ("payload=" + "%5B" * 100_000, "application/x-www-form-urlencoded"),
        ("[" * 100_000, "application/json"),
    ],
)
@pytest.mark.parametrize("headers", [{}, {"X-Slack-Request-Timestamp": "now", "X-Slack-Signature": "v0=1"}])
def test_nothing_unsigned_is_parsed_or_logged(front: Front, caplog: pytest.LogCaptureFixture, body: str, kind: str, headers: dict[str, str]) -> None:
    for name in ("slack_bolt.RequestVerification", "bot.tell.http"):
        caplog.set_level(logging.INFO, name)
    got = Answer(f"{front.address}/slack/events", "POST", body, **{"Content-Type": kind, **headers})
    assert (got.status, got.text) == (401, "that is not signed by Slack")
    assert [r.getMessage()[:80] for r in caplog.records if r.name.startswith(("slack_bolt", "bot"))] == []
    assert front.noted == []


def test_what_is_signed_and_cannot_be_read(front: Front) -> None:
    body = "payload=" + "%5B" * 100_000
    signer = SignatureVerifier(front.settings.slack_signing_secret)
    now = str(int(time.time()))
    headers = {"X-Slack-Request-Timestamp": now, "X-Slack-Signature": signer.generate_signature(timestamp=now, body=body) or ""}
    got = Answer(f"{front.address}/slack/events", "POST", body, **{"Content-Type": "application/x-www-form-urlencoded", **headers})
    assert (got.status, got.text) == (400, "that cannot be read")
    assert front.noted == []


def test_an_error_of_ours_is_noted_and_shows_nothing(front: Front) -> None:
    front.sandbox.fault("oauth.v2.access", "drop_before", times=5)
    got = front.install()
    assert got.status == 500
    assert got.text == "That went wrong on our side. Please try again in a minute."
    assert [path for path, _ in front.noted] == ["/slack/oauth_redirect"]


def test_an_app_without_oauth_has_no_business_here() -> None:
    app = App(client=WebClient(token="xoxb-1"), token_verification_enabled=False)
    with pytest.raises(ValueError, match="OAuth flow"):
        http.build(app, lambda *_: None, "secret")
