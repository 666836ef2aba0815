"""HTTP mode: signed requests to a real Bolt app behind a real HTTP server, and OAuth."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from slack_bolt import App
from slack_bolt.request import BoltRequest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.sandbox.hub import NoAck
from bot.sandbox.server import Sandbox
from tests.sandbox.tools import Clock, actions, button, fetch


class Front(ThreadingHTTPServer):
    """An HTTP server in front of a Bolt app, as small as can be."""

    app: App
    statuses: list[int]
    heard: list[dict[str, Any]]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A sandbox that lost patience has hung up: nothing to report."""


class Desk(BaseHTTPRequestHandler):
    server: Front

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        request = BoltRequest(body=body, headers={k: v for k, v in self.headers.items()})
        self.server.heard.append(dict(request.body))
        answer = self.server.app.dispatch(request)
        self.server.statuses.append(answer.status)
        self.send_response(answer.status)
        for name, value in answer.first_headers_without_set_cookie().items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write((answer.body or "").encode())

    def log_message(self, *args: Any) -> None:
        """Silent."""


@pytest.fixture
def front() -> Iterator[Front]:
    server = Front(("127.0.0.1", 0), Desk)
    server.statuses, server.heard = [], []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def sandbox(front: Front, clock: Clock) -> Iterator[Sandbox]:
    with Sandbox(rates=False, clock=clock, request_url=f"http://127.0.0.1:{front.server_address[1]}/slack/events") as running:
        client = WebClient(token=running.bot_token, base_url=running.url, retry_handlers=[])
        front.app = App(client=client, signing_secret=running.hub.app.signing_secret)
        yield running


def test_commands_clicks_and_events_over_http(sandbox: Sandbox, front: Front) -> None:
    renamed = []
    front.app.command("/denials")(lambda ack, command: ack(text=f"typed {command['text']}", blocks=[actions(button())]))
    front.app.action("go")(lambda ack, respond: (ack(), respond("pressed")))
    front.app.event("channel_rename")(lambda event: renamed.append(event["channel"]["name"]))
    assert sandbox.command("a & b").answers[0]["text"] == "typed a &amp; b"
    assert sandbox.settled(sandbox.click(sandbox.ephemerals()[0], "go")).answers[0]["text"] == "pressed"
    sandbox.rename("newsroom", "desk")
    sandbox.wait_for(lambda: renamed == ["desk"])
    assert sandbox.http_mode is not None
    assert sandbox.run(sandbox.http_mode.verify_url())
    assert set(front.statuses) == {200}


def test_plain_text_acknowledgement_and_none(sandbox: Sandbox, front: Front) -> None:
    front.app.command("/denials")(lambda ack: ack("just text"))
    assert sandbox.command("x").answers[0]["text"] == "just text"


def test_unhandled_payload_is_an_error(sandbox: Sandbox, front: Front) -> None:
    sandbox.hub.event_delays = (0.0, 0.01, 0.01)
    assert sandbox.command("x").error == "dispatch_failed"
    front.heard.clear()
    assert sandbox.event("channel_rename", channel={}) == "http_error"
    sandbox.wait_for(lambda: len(front.heard) == 4, what="three retries")


def test_old_and_forged_requests_are_refused_by_bolt(sandbox: Sandbox, front: Front) -> None:
    assert sandbox.http_mode is not None
    body, headers = urlencode({"command": "/denials", "text": "x"}), {"Content-Type": "application/x-www-form-urlencoded"}
    front.app.command("/denials")(lambda ack: ack())
    assert sandbox.run(sandbox.http_mode.post(body, headers))[0] == 200
    assert sandbox.run(sandbox.http_mode.post(body, headers, age=299))[0] == 200
    assert sandbox.run(sandbox.http_mode.post(body, headers, age=301))[0] == 401
    sandbox.hub.app.signing_secret = "another"
    assert sandbox.run(sandbox.http_mode.post(body, headers))[0] == 401


def test_app_that_is_slow_or_gone(sandbox: Sandbox, front: Front) -> None:
    sandbox.hub.ack_seconds = 0.1
    let_go = threading.Event()
    front.app.command("/denials")(lambda ack: (let_go.wait(5), ack()))
    assert sandbox.command("x").error == "operation_timeout"
    let_go.set()
    sandbox.hub.app.request_url = "http://127.0.0.1:9/"
    assert sandbox.command("x").error == "dispatch_failed"
    with pytest.raises(NoAck, match="connection_failed"):
        sandbox.run(sandbox.http_mode.verify_url())  # type: ignore[union-attr]


def test_socket_mode_is_off_then(sandbox: Sandbox) -> None:
    with pytest.raises(SlackApiError, match="forbidden_team"):
        WebClient(base_url=sandbox.url).apps_connections_open(app_token=sandbox.app_token)


REDIRECT = "https://bot.example/slack/oauth_redirect"


def ask(sandbox: Sandbox, **more: str) -> str:
    sandbox.hub.app.redirect_urls = (REDIRECT,)
    query = {"client_id": sandbox.hub.app.client_id, "scope": "chat:write,commands", "state": "s", "redirect_uri": REDIRECT}
    return f"{sandbox.page_url}oauth/v2/authorize?{urlencode(query | more)}"


def allow(sandbox: Sandbox, **form: str) -> dict[str, list[str]]:
    """The query that comes back to the app."""
    parts = urlsplit(ask(sandbox))
    connection = http.client.HTTPConnection(parts.netloc)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", f"{parts.path}?{parts.query}", urlencode(form), headers)
    answer = connection.getresponse()
    assert answer.status == 303
    location = answer.getheader("Location") or ""
    assert location.startswith(REDIRECT)
    return parse_qs(urlsplit(location).query)


def exchange(sandbox: Sandbox, code: str, **more: str) -> Any:
    app = sandbox.hub.app
    given = {"client_id": app.client_id, "client_secret": app.client_secret, "code": code, "redirect_uri": REDIRECT}
    return WebClient(base_url=sandbox.url).oauth_v2_access(**(given | more))


def test_installation(sandbox: Sandbox) -> None:
    other = sandbox.add_workspace("Other Desk", installed=False)
    old = other.bot_token
    with pytest.raises(SlackApiError, match="account_inactive"):
        WebClient(token=old, base_url=sandbox.url).auth_test()
    assert "<code>chat:write</code></li><li><code>commands</code>" in fetch(ask(sandbox))[1]
    back = allow(sandbox, team=other.team_id, user="ben")
    assert back["state"] == ["s"]
    found = exchange(sandbox, back["code"][0])
    assert found["team"] == {"id": other.team_id, "name": "Other Desk"}
    assert found["scope"] == "chat:write,commands"
    assert WebClient(token=found["access_token"], base_url=sandbox.url).auth_test()["team_id"] == other.team_id
    with pytest.raises(SlackApiError, match="invalid_auth"):
        WebClient(token=old, base_url=sandbox.url).auth_test()


def test_code_is_good_once_and_for_ten_minutes(sandbox: Sandbox, clock: Clock) -> None:
    def code() -> str:
        return allow(sandbox, team=sandbox.default.team_id)["code"][0]

    used = code()
    exchange(sandbox, used)
    for bad, match in ((used, "invalid_code"), ("made-up", "invalid_code")):
        with pytest.raises(SlackApiError, match=match):
            exchange(sandbox, bad)
    late = code()
    clock.forward(minutes=11)
    with pytest.raises(SlackApiError, match="invalid_code"):
        exchange(sandbox, late)
    with pytest.raises(SlackApiError, match="bad_redirect_uri"):
        exchange(sandbox, code(), redirect_uri="https://else.example/")
    with pytest.raises(SlackApiError, match="bad_client_secret"):
        exchange(sandbox, code(), client_secret="x")


def test_what_cannot_be_asked_for(sandbox: Sandbox) -> None:
    for wrong, error in (
        ({"client_id": "x"}, "invalid_client_id"),
        ({"scope": ""}, "no_scopes"),
        ({"scope": "admin"}, "invalid_scope"),
        ({"redirect_uri": "https://else.example/"}, "bad_redirect_uri"),
    ):
        status, text, _ = fetch(ask(sandbox, **wrong))
        assert (status, text) == (400, error)
    assert allow(sandbox, answer="deny")["error"] == ["access_denied"]
    assert fetch(ask(sandbox), form=urlencode({"team": "T0"}))[0] == 400
