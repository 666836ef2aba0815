"""What the doctor finds, against a real ledger, a sandbox that answers as Slack does, and a small model server."""

from __future__ import annotations

import json
import sqlite3
import threading
from dataclasses import replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bot.doctor import OPTIONAL, REQUIRED, Finding, check
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from bot.tell.vault import Vault, new_key
from store.ledger import open_ledger
from store.migrations import MIGRATIONS

NOW = datetime(2026, 3, 2, 7, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(rates=False) as running:
        yield running


@pytest.fixture
def well(sandbox, tmp_path):
    """Settings with which everything is in order."""
    with open_ledger(tmp_path / "w.db") as ledger:
        ledger.wire.add_feed("https://halyard.example/rss", kind="press", title="Halyard", now=NOW)
    return Settings(
        db=str(tmp_path / "w.db"),
        slack_bot_token=sandbox.bot_token,
        slack_app_token=sandbox.app_token,
        slack_api_url=sandbox.url,
    )


@pytest.fixture
def scopes(sandbox):
    """Set the scopes of the installation; put back at the end."""
    before = sandbox.default.scopes

    def given(*names):
        sandbox.default.scopes = names

    yield given
    sandbox.default.scopes = before


@pytest.fixture
def models():
    """A server with one model; `.answer` may be changed."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            status, body = self.server.answer
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.answer = (
        200,
        json.dumps({"object": "list", "data": [{"id": "small", "object": "model"}]}).encode(),
    )
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    server.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    yield server
    server.shutdown()
    server.server_close()


def look(settings):
    return check(settings, now=lambda: NOW)


def wrong(settings):
    return [f for f in look(settings) if not f.ok]


def only(findings, what) -> Finding:
    (found,) = [f for f in findings if f.what == what]
    return found


def test_all_is_well(well):
    found = look(well)
    assert all(f.ok for f in found), [f for f in found if not f.ok]
    assert {"database", "Slack bot token", "Slack scopes", "Slack app token", "language model", "feeds"} <= {
        f.what for f in found
    }
    assert "0 denials in 0 cases" in only(found, "database").message
    assert only(found, "feeds").message == "1 of 1 are well"


def test_nothing_is_said_of_tokens(well, models):
    told = repr(look(replace(well, openai_api_key="sk-verysecretkey", openai_base_url=models.url)))
    told += repr(look(replace(well, slack_bot_token="xoxb-verysecret", slack_app_token="xapp-verysecret")))
    assert "verysecret" not in told
    assert well.slack_bot_token not in told


def test_a_ledger_that_is_not_there_is_not_made(well, tmp_path):
    found = look(replace(well, db=str(tmp_path / "none.db")))
    assert only(found, "database").ok
    assert "not there yet" in only(found, "database").message
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_ledger(well, tmp_path):
    (tmp_path / "notes.db").write_text("not a database, just notes " * 50)
    (finding,) = wrong(replace(well, db=str(tmp_path / "notes.db")))
    assert "is not a database" in finding.message
    assert wrong(replace(well, db=str(tmp_path)))[0].what == "database"


@pytest.mark.parametrize("table", ["cases", "feeds"])
def test_a_ledger_with_a_damaged_table(well, table):
    with open_ledger(well.db) as ledger:
        root = ledger.db.query("SELECT rootpage FROM sqlite_master WHERE name = :table", {"table": table})[0]["rootpage"]
        ledger.db.query("PRAGMA wal_checkpoint(TRUNCATE)")
    with open(well.db, "r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\x55" * 4096)
    (found,) = [f for f in check(well, now=lambda: NOW) if f.what == "database" and not f.ok]
    assert "is damaged" in found.message
    assert "restore a backup" in found.fix


def test_older_newer_and_postgresql(well):
    with open_ledger(well.db) as ledger:
        ledger.db.execute("DELETE FROM migrations WHERE name = :n", {"n": MIGRATIONS[-1].__name__})
    older = only(look(well), "database")
    assert older.ok
    assert "1 schema step(s) behind" in older.message
    with sqlite3.connect(well.db) as raw:
        raw.execute("INSERT INTO migrations VALUES ('m999_later', '2030-01-01T00:00:00Z')")
    assert "newer Walkback (step m999_later)" in only(look(well), "database").message
    refused = only(look(replace(well, db="postgresql://ann:hush@127.0.0.1:1/walkback")), "database")
    assert not refused.ok
    assert "cannot be reached" in refused.message
    assert "hush" not in refused.message


def test_missing_tokens(well):
    first, second = wrong(replace(well, slack_bot_token="", slack_app_token=""))
    assert first.message == "SLACK_BOT_TOKEN is not set"
    assert "xoxb-" in first.fix
    assert second.message == "SLACK_APP_TOKEN is not set"
    assert not wrong(replace(well, slack_app_token="", slack_signing_secret="s"))


def test_swapped_and_wrong_tokens(well):
    first, second = wrong(
        replace(well, slack_bot_token=well.slack_app_token, slack_app_token=well.slack_bot_token)
    )
    assert "holds an app-level token" in first.message
    assert "does not begin with xapp-" in second.message
    first, second = wrong(replace(well, slack_bot_token="xoxb-1", slack_app_token="xapp-1"))
    assert (first.what, second.what) == ("Slack bot token", "Slack app token")
    assert "invalid_auth" in first.message
    assert first.fix == "copy the token anew into SLACK_BOT_TOKEN"


def test_slack_is_away(well):
    first, second = wrong(replace(well, slack_api_url="http://127.0.0.1:9/api/"))
    assert "no answer" in first.message
    assert "SLACK_API_URL" in first.fix
    assert "no answer" in second.message


def test_an_unknown_error_of_slack(well, sandbox):
    sandbox.fault("auth.test", "error", error="fatal_error")
    (finding,) = wrong(well)
    assert "fatal_error" in finding.message
    assert "docs.slack.dev" in finding.fix


def test_missing_scopes_are_named_with_their_use(well, scopes):
    scopes("chat:write", "commands", "channels:read", *OPTIONAL)
    (finding,) = wrong(well)
    assert finding.message == f"missing: groups:read, {REQUIRED['groups:read']}"
    scopes(*REQUIRED)
    assert not wrong(well)
    advice = [f for f in look(well) if "optional and not given" in f.message]
    assert "channels:history" in advice[0].message


def test_the_admin_channel(well, sandbox):
    inside, outside = sandbox.channel_id("newsroom"), sandbox.channel_id("deals")
    assert only(look(replace(well, admin_channel=inside)), "admin channel").ok
    assert (
        "the bot is not in #deals"
        in only(wrong(replace(well, admin_channel=outside)), "admin channel").message
    )
    assert "channel_not_found" in only(wrong(replace(well, admin_channel="C0NONE")), "admin channel").message


def test_the_language_model(well, models, tmp_path):
    right = replace(well, openai_base_url=models.url, openai_model="small")
    assert only(look(right), "language model").ok
    assert only(look(replace(right, db=str(tmp_path / "none.db"))), "language model").ok
    assert (
        "has no model 'other'" in only(wrong(replace(right, openai_model="other")), "language model").message
    )
    models.answer = (401, b'{"error": {"message": "no"}}')
    assert only(wrong(right), "language model").fix
    gone = replace(right, openai_base_url="http://127.0.0.1:9/v1")
    assert not only(wrong(gone), "language model").ok


def test_feeds_that_fail_or_are_silent(well):
    with open_ledger(well.db) as ledger:
        ledger.wire.remove_feed("https://halyard.example/rss")
    assert only(wrong(well), "feeds").message == "none is watched"
    with open_ledger(well.db) as ledger:
        for i in range(24):
            feed = ledger.wire.add_feed(f"https://o.example/{i:02}", kind="press", title="", now=NOW)
            if i < 12:
                ledger.wire.save_feed(
                    feed["id"], failures=3, last_error="HTTP 500", last_ok="2026-03-01T00:00:00Z"
                )
            elif i < 23:
                ledger.wire.save_feed(feed["id"], state="gone", last_error="HTTP 410")
    told = [f.message for f in look(well) if f.what == "feeds"]
    assert (
        told[0] == "https://o.example/00 fails (3 time(s) in a row, last good 2026-03-01T00:00:00Z): HTTP 500"
    )
    assert "2 more feeds fail" in told
    assert "https://o.example/12 is gone: HTTP 410" in told
    assert "1 more feeds are not polled" in told
    assert told[-1] == "1 of 24 are well"


def test_deliveries_and_articles_that_need_a_person(well):
    with open_ledger(well.db) as ledger:
        for i, state in enumerate(("unknown", "unknown", "failed", "sent")):
            ledger.outbox.add_alert({
                "key": f"k{i}", "event": "response", "state": state, "created": "2026-03-01T00:00:00Z", "not_before": "2026-03-01T00:00:00Z",
            })  # fmt: skip
        ledger.wire.add_article({
            "id": "a-1", "page": "p", "url": "p", "text_hash": "t", "published": "2026-03-01T00:00:00Z",
            "first_seen": "2026-03-01T00:00:00Z", "state": "quarantined",
        })  # fmt: skip
    told = {f.message.split(" ")[0] + " " + f.what for f in wrong(well)}
    assert told == {"2 deliveries", "1 deliveries", "1 articles"}


def test_settings_that_make_no_sense(well):
    bad = replace(well, time_zone="Mars/Olympus", digest_day="someday", digest_hour=24)
    assert [f.message.split("=")[0] for f in wrong(bad)] == [
        "WALKBACK_TIME_ZONE",
        "WALKBACK_DIGEST_DAY",
        "WALKBACK_DIGEST_HOUR",
    ]


# several workspaces -----------------------------------------------------------------------------------------------


@pytest.fixture
def served(well, sandbox):
    """HTTP mode with one workspace installed."""
    settings = replace(
        well, http_port=3000, public_url="https://bot.example", client_id="1.2", client_secret="s", slack_signing_secret="s", secret_key=new_key(),
        slack_bot_token="", slack_app_token="",
    )  # fmt: skip
    with open_ledger(settings.db) as ledger:
        sealed = Vault(settings.secret_key).seal(sandbox.bot_token)
        ledger.outbox.save_installation(sandbox.default.team_id, now=NOW, name="Walkback Times", token=sealed)
    return settings


def test_each_workspace_is_looked_at(served, scopes):
    found = look(served)
    assert all(f.ok for f in found), [f for f in found if not f.ok]
    assert "workspaces install the app at https://bot.example/slack/install" in only(found, "HTTP mode").message
    assert only(found, "workspace Walkback Times").message == "its token is valid"
    scopes("chat:write", "commands", "groups:read", *OPTIONAL)
    (finding,) = wrong(served)
    assert finding.message == f"workspace Walkback Times: missing: channels:read, {REQUIRED['channels:read']}"
    assert "install the app again" in finding.fix


def test_what_http_mode_lacks_is_named(served, tmp_path):
    for field, name in (("client_id", "WALKBACK_CLIENT_ID"), ("secret_key", "WALKBACK_SECRET_KEY"), ("public_url", "WALKBACK_PUBLIC_URL")):
        assert f"{name} is not set" in only(wrong(replace(served, **{field: ""})), "HTTP mode").message
    assert "WALKBACK_SECRET_KEY is no key" in only(wrong(replace(served, secret_key="x")), "HTTP mode").message
    assert "https only" in only(wrong(replace(served, public_url="http://bot.example")), "HTTP mode").message
    assert only(look(replace(served, db=str(tmp_path / "none.db"))), "workspaces").message == "none has installed the app yet"


def test_a_workspace_that_is_not_served(served, sandbox):
    (finding,) = wrong(replace(served, secret_key=new_key()))
    assert "cannot be opened" in finding.message
    sandbox.fault("auth.test", "error", error="token_revoked")
    (finding,) = wrong(served)
    assert "token_revoked" in finding.message
