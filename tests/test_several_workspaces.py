"""HTTP mode with the real process: two teams install the app, both are told, one leaves, and only its data goes."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from bot import service as service_room
from bot.clock import utc_now
from bot.sandbox.server import Sandbox
from bot.sandbox.state import Workspace
from bot.settings import Settings, SettingsError
from bot.tell.vault import Vault, new_key
from bot.watch.articles import Incoming, store_article
from bot.web import CannotListen
from store import checks
from store.ledger import Ledger, open_ledger
from tests.process import FAST, Answer, Served, eventually, free_port, http_sandbox

REPORT = """Quillon Semiconductor is in advanced talks to sell its foundry in Ardmoor to a rival, two people familiar with the matter told Harbour Wire.

“There is no truth in this report whatsoever,” a Quillon Semiconductor spokesperson said in a statement. “Quillon is not selling its foundry.”

The foundry employs 900 people and has made losses for three years, according to the company's accounts. Shares rose 4 percent."""


class Service(Served):
    """`walkback run --http PORT` in front of a sandbox in HTTP mode."""

    def __init__(self, folder: Path, sandbox: Sandbox) -> None:
        more = {"WALKBACK_METRICS_PORT": str(free_port()), "WALKBACK_LOG_FORMAT": "json", "WALKBACK_HTTP_PORT": ""}
        super().__init__(folder, sandbox, **FAST, **more)
        self.command = ("run", "--http", str(urlsplit(self.address).port))

    def start(self) -> Service:
        super().start()
        eventually(self.listens, "the service to listen", self)
        return self

    def ledger(self) -> Ledger:
        return open_ledger(self.db)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with http_sandbox() as sandbox:
        made = Service(tmp_path, sandbox)
        yield made
        if made.process and made.process.poll() is None:
            made.end(signal.SIGKILL)


def command(sandbox: Sandbox, team: Workspace, text: str) -> str:
    it = sandbox.run(sandbox.people.command(text, "newsroom", "ana", team.team_id))
    return json.dumps(sandbox.settled(it).answers, ensure_ascii=False)


def invited(sandbox: Sandbox, team: Workspace) -> None:
    sandbox.run(sandbox.happenings.invite(team, "newsroom", "ana"))


def told(sandbox: Sandbox, team: Workspace) -> list[str]:
    room = sandbox.read(lambda: next(c for c in team.channels.values() if c.name == "newsroom"))
    return sandbox.read(lambda: [str(m.body.get("text", "")) for m in room.ordered()])


def test_two_teams_install_both_are_told_one_leaves(service: Service) -> None:
    sandbox = service.sandbox
    one, two = sandbox.add_workspace("Harbour Desk", installed=False), sandbox.add_workspace("Morning Desk", installed=False)
    service.start()

    # installed, with tokens that are on the ledger, and in clear nowhere
    for team in (one, two):
        done = service.install(team)
        assert done.status == 200, done.text
    tokens = [team.bot_token for team in (one, two)]
    with service.ledger() as ledger:
        rows = {row["team"]: row for row in ledger.outbox.installations()}
        assert [Vault(service.key).open(rows[t.team_id]["token"]) for t in (one, two)] == tokens
        assert all(rows[t.team_id]["installer"] and "chat:write" in rows[t.team_id]["scopes"] for t in (one, two))

    # each follows for itself, and an alert reaches both
    for team in (one, two):
        invited(sandbox, team)
        assert "of every company" in command(sandbox, team, "subscribe all")
    published(service)
    eventually(lambda: denied(told(sandbox, one)) and denied(told(sandbox, two)), "alerts in both workspaces", service)
    eventually(lambda: not waiting(service), "all alerts to be posted", service)

    # one mutes a case: the other's thread is its own
    with service.ledger() as ledger:
        case = ledger.cases.all_ids()[0]
    assert "muted" in command(sandbox, one, f"mute {case}")
    with service.ledger() as ledger:
        muted = {t["team"]: bool(t["muted_until"]) for t in ledger.outbox.threads_of_case(case)}
        assert muted == {one.team_id: True, two.team_id: False}
        cases, before = len(ledger.cases.all_ids()), of_team(ledger, two.team_id)

    # one leaves: all of it goes, nothing of the other
    sandbox.run(sandbox.happenings.uninstall(one, tokens_first=True))
    eventually(lambda: gone(service, one), "the team's data to go", service)
    with service.ledger() as ledger:
        assert of_team(ledger, one.team_id) == {}
        assert of_team(ledger, two.team_id) == before
        assert len(ledger.cases.all_ids()) == cases
        assert [c for c in checks.run(ledger.db) if not c.ok] == []
    assert "What moved last" in command(sandbox, two, "recent")
    assert service.end() == 0
    written = b"".join(p.read_bytes() for p in service.log.parent.iterdir() if p.is_file())
    for secret in (*tokens, service.environ["WALKBACK_CLIENT_SECRET"], service.environ["SLACK_SIGNING_SECRET"], service.key):
        assert secret.encode() not in written


def published(service: Service) -> None:
    """A report with a flat denial comes in."""
    with service.ledger() as ledger:
        store_article(
            ledger,
            Incoming(
                url="https://harbourwire.example/quillon-foundry", title="Quillon Semiconductor weighs sale of its foundry", text=REPORT,
                published=utc_now(), outlet="Harbour Wire", kind="wire", lang="en", author="", feed_id=None, first_seen=utc_now(), live=True,
            ),
            utc_now(),
        )  # fmt: skip


def denied(messages: list[str]) -> bool:
    return any("There is no truth in this report whatsoever" in text for text in messages)


def waiting(service: Service) -> set[str]:
    with service.ledger() as ledger:
        return set(ledger.outbox.states()) & {"pending", "sending"}


def of_team(ledger: Ledger, team: str) -> dict[str, int]:
    rows = {t: ledger.db.query(f"SELECT COUNT(*) AS n FROM {t} WHERE team = :team", {"team": team})[0]["n"] for t in ledger.teams.tables()}
    return {t: n for t, n in rows.items() if n}


def gone(service: Service, team: Workspace) -> bool:
    with service.ledger() as ledger:
        return not of_team(ledger, team.team_id)


def test_what_must_not_get_in(service: Service) -> None:
    """Signatures that are old, forged or missing; states that are used, made up or another browser's."""
    sandbox = service.start().sandbox
    team = sandbox.add_workspace("Harbour Desk", installed=False)
    assert sandbox.http_mode is not None
    assert sandbox.run(sandbox.http_mode.verify_url())
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    body = urlencode({"command": "/denials", "text": "help", "team_id": team.team_id})
    assert sandbox.run(sandbox.http_mode.post(body, form, age=299))[0] == 200
    assert sandbox.run(sandbox.http_mode.post(body, form, age=301))[0] == 401
    sandbox.hub.app.signing_secret, right = "another", sandbox.hub.app.signing_secret
    assert sandbox.run(sandbox.http_mode.post(body, form))[0] == 401
    sandbox.hub.app.signing_secret = right
    for path, data, kind in (("/slack/events", body, "application/x-www-form-urlencoded"), ("/slack/events", "{", "application/json")):
        assert Answer(service.address + path, "POST", data, **{"Content-Type": kind}).status in (400, 401)
    assert Answer(f"{service.address}/slack/events", "POST", "x" * 3_000_000, **form).status == 413
    assert Answer(f"{service.address}/metrics").status == 404

    link, cookie = service.install_page()
    back = service.consent(team, link)
    assert Answer(back).status == 400, "another browser"
    assert Answer(back, Cookie="slack-app-oauth-state=deleted").status == 400
    made_up = back.replace(parse_qs(urlsplit(back).query)["state"][0], "made-up")
    assert Answer(made_up, Cookie="slack-app-oauth-state=made-up").status == 401
    with service.ledger() as ledger:
        assert ledger.outbox.installations() == []
    assert Answer(back, Cookie=cookie).status == 200
    again = Answer(back, Cookie=cookie)
    assert again.status == 401, "a state is good once"
    assert service.end() == 0
    assert "Traceback" not in service.log.read_text("utf-8")


def test_the_service_in_this_process(tmp_path: Path) -> None:
    """Started and stopped here: its health, its ports, what is refused before it starts."""
    port, measured = free_port(), free_port()
    with Sandbox(rates=False, request_url=f"http://127.0.0.1:{port}/slack/events") as sandbox, open_ledger(tmp_path / "l.db") as ledger:
        settings = Settings(
            db=str(tmp_path / "l.db"), slack_api_url=sandbox.url, slack_signing_secret="s", client_id="1.2", client_secret="s", secret_key=new_key(),
            public_url="https://bot.example", http_port=port, metrics_port=measured, poll_seconds=0.2,
        )  # fmt: skip
        for field in ("slack_signing_secret", "client_id", "client_secret", "secret_key", "public_url"):
            with pytest.raises(SettingsError, match="is not set"):
                service_room.Service(ledger, replace(settings, **{field: ""}))
        running = service_room.Service(ledger, settings)
        assert running.health() == {"ledger": True, "clock": False, "poster": False, "slack": False}
        running.start()
        try:
            assert json.loads(Answer(f"http://127.0.0.1:{measured}/healthz").text) == {
                "ok": True, "ledger": True, "clock": True, "poster": True, "slack": True,
            }  # fmt: skip
            assert "walkback_feeds" in Answer(f"http://127.0.0.1:{measured}/metrics").text
            with pytest.raises(CannotListen, match="choose another port"):
                service_room.Service(ledger, settings).start()
        finally:
            running.stop()
        assert not running.health()["clock"]
