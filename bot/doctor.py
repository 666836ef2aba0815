"""What is wrong with this installation, and what to do about it: database, Slack, language model, feeds, deliveries.

Nothing is changed: a ledger that is not there is not made, one that is older is not brought up to date, nothing is
posted. Tokens and keys never appear in what is said.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPException
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot import service
from bot.llm import Llm, LlmError
from bot.settings import Settings, variable
from bot.tell.install import Workspaces
from bot.tell.manifest import INSTALL_PATH, OPTIONAL, REQUIRED
from store.engine import Engine, StoreError, is_server, shown
from store.ledger import Ledger
from store.llm_calls import LlmCalls
from store.migrations import MIGRATIONS
from store.postgres import PostgresEngine
from store.redact import masked
from store.sqlite import SqliteEngine

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIMEOUT = 10.0
_SHOWN = 10  # failing feeds that are named one by one
_REINSTALL = "install the app anew (your app > OAuth & Permissions) and copy the new token into {}"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. `fix` says what to do; it may also advise where all is well (`ok`)."""

    what: str
    ok: bool
    message: str
    fix: str = ""


def check(settings: Settings, *, now: Callable[[], datetime]) -> list[Finding]:
    """Look at everything; takes a few seconds when servers do not answer. `now` gives aware UTC moments."""
    found = list(_settings(settings))
    with contextlib.ExitStack() as open_things:
        ledger, finding = _ledger(settings)
        if ledger is not None:
            open_things.callback(ledger.close)
        found.append(finding)
        found += _workspaces(settings, ledger) if settings.http_port else _slack(settings)
        try:
            found.append(_model(settings, ledger, now))
            if ledger is not None:
                found += _feeds(ledger)
                found += _deliveries(ledger)
        except StoreError as error:  # the damage is in a table that was not looked into before
            found.append(_unusable(error))
    return found


def _settings(settings: Settings) -> Iterator[Finding]:
    try:
        ZoneInfo(settings.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield Finding(
            "settings",
            False,
            f"{variable('time_zone')}={settings.time_zone!r} is not a time zone",
            "give one such as Europe/Paris",
        )
    if settings.digest_day.lower()[:3] not in _DAYS:
        yield Finding(
            "settings",
            False,
            f"{variable('digest_day')}={settings.digest_day!r} is not a day",
            f"give one of {', '.join(_DAYS)}",
        )
    if settings.admins_only and not settings.admins and not settings.http_port:
        told = f"{variable('admins_only')}=1, but nobody is named as an admin, so that nobody may change what a channel hears"
        yield Finding("settings", False, told, f"put Slack user ids into {variable('admins')}")
    if settings.digest_hour > 23:
        yield Finding(
            "settings",
            False,
            f"{variable('digest_hour')}={settings.digest_hour} is not an hour",
            "give 0 to 23",
        )


def _ledger(settings: Settings) -> tuple[Ledger | None, Finding]:
    """The ledger, if it is there and of this program's schema, and what is to say about it."""
    what, where = "database", settings.db
    if not is_server(where) and not Path(where).exists():
        return None, Finding(
            what,
            True,
            f"{where} is not there yet; it is made at first use",
            "add feeds: walkback feeds starter",
        )
    engine: Engine | None = None
    try:
        engine = PostgresEngine(where) if is_server(where) else SqliteEngine(where)
        have = (
            {row["name"] for row in engine.query("SELECT name FROM migrations")}
            if "migrations" in engine.tables()
            else set()
        )
    except StoreError as error:
        if engine is not None:
            engine.close()
        return None, _unusable(error)
    where, known = shown(where), {step.__name__ for step in MIGRATIONS}
    # on a server, programs of the version before go on beside newer ones
    newer = {name for name in have - known if engine.dialect == "sqlite" or name.endswith("_breaking")}
    if newer or known - have:
        engine.close()
        if newer:
            return None, Finding(
                what,
                False,
                f"{where} was written by a newer Walkback (step {max(newer)})",
                "upgrade this one",
            )
        steps = len(known - have)
        return None, Finding(
            what,
            True,
            f"{where} is {steps} schema step(s) behind",
            "any other command brings it up to date; back it up before",
        )
    ledger = Ledger(engine)
    try:
        counts = ledger.cases.counts()
    except StoreError as error:
        ledger.close()
        return None, _unusable(error)
    return ledger, Finding(
        what, True, f"{where} opens and is current: {counts['denials']} denials in {counts['cases']} cases"
    )


def _unusable(error: StoreError) -> Finding:
    return Finding("database", False, str(error), f"mend it, restore a backup, or name another ledger in {variable('db')}")


def _slack(settings: Settings) -> Iterator[Finding]:
    bot, app = variable("slack_bot_token"), variable("slack_app_token")
    if not settings.slack_bot_token:
        yield Finding(
            "Slack bot token",
            False,
            f"{bot} is not set",
            "your app > OAuth & Permissions > Bot User OAuth Token (xoxb-...)",
        )
    elif settings.slack_bot_token.startswith("xapp-"):
        yield Finding(
            "Slack bot token",
            False,
            f"{bot} holds an app-level token",
            f"put the xoxb- token there, the xapp- token into {app}",
        )
    else:
        yield from _bot_token(settings, bot)
    if settings.slack_signing_secret and not settings.slack_app_token:
        yield Finding(
            "Slack app token", True, f"{app} is not set; with a signing secret the app listens over HTTP"
        )
    elif not settings.slack_app_token:
        yield Finding(
            "Slack app token",
            False,
            f"{app} is not set",
            "your app > Basic Information > App-Level Tokens, scope connections:write (xapp-...)",
        )
    else:
        yield _app_token(settings, app)


def _bot_token(settings: Settings, name: str) -> Iterator[Finding]:
    client = _client(settings, settings.slack_bot_token)
    said = _call(lambda: client.auth_test())
    if isinstance(said, str):
        yield Finding(
            "Slack bot token",
            False,
            f"Slack refuses {name} or cannot be reached: {said}",
            _slack_fix(said, name),
        )
        return
    yield Finding("Slack bot token", True, f"valid: {said['user']} in {said['team']}")
    lacking = yield from _scopes(said)
    if settings.admin_channel and not lacking:
        yield _admin_channel(client, settings.admin_channel)


def _workspaces(settings: Settings, ledger: Ledger | None) -> Iterator[Finding]:
    """HTTP mode: what is set, and each workspace's token and scopes."""
    if line := service.missing(settings):
        yield Finding("HTTP mode", False, line)
        return
    yield Finding("HTTP mode", True, f"workspaces install the app at {settings.public_url.rstrip('/')}{INSTALL_PATH}")
    teams = ledger.outbox.installations() if ledger is not None else []
    if ledger is None or not teams:
        yield Finding("workspaces", True, "none has installed the app yet")
        return
    workspaces = Workspaces(ledger, settings, lambda: datetime.now(UTC))
    for row in teams:
        what = f"workspace {row['name'] or row['team']}"
        token = workspaces.token(row["team"])
        if not token:
            why = row["error"] or "its token cannot be opened with WALKBACK_SECRET_KEY"
            yield Finding(what, False, f"not served: {why}", "give the key that sealed it, or let them install the app again")
            continue
        said = _call(_client(settings, token).auth_test)
        if isinstance(said, str):
            yield Finding(what, False, f"Slack refuses its token or cannot be reached: {said}", "they install the app again")
            continue
        yield Finding(what, True, "its token is valid")
        yield from _scopes(said, f"{what}: ", "they install the app again and allow it")


def _scopes(
    said: Any, of: str = "", fix: str = "add them under OAuth & Permissions > Scopes, then reinstall the app"
) -> Generator[Finding, None, dict[str, str]]:
    """What the answer to auth.test tells about scopes; the generator's value: which required ones are missing."""
    headers = {str(k).lower(): v for k, v in said.headers.items()}
    have = {scope.strip() for scope in str(headers.get("x-oauth-scopes", "")).split(",")} - {""}
    lacking = {scope: why for scope, why in REQUIRED.items() if scope not in have}
    if lacking:
        told = "; ".join(f"{scope}, {why}" for scope, why in lacking.items())
        yield Finding(
            "Slack scopes",
            False,
            f"{of}missing: {told}",
            fix,
        )
    else:
        yield Finding("Slack scopes", True, f"{of}all {len(REQUIRED)} required ones are there")
    if wanted := {scope: why for scope, why in OPTIONAL.items() if scope not in have}:
        told = "; ".join(f"{scope}, {why}" for scope, why in wanted.items())
        yield Finding(
            "Slack scopes",
            True,
            f"{of}optional and not given: {told}",
            "without history such a message is reported to an admin instead; without users:read digests come at UTC",
        )
    return lacking


def _admin_channel(client: WebClient, channel: str) -> Finding:
    what, name = "admin channel", variable("admin_channel")
    said = _call(lambda: client.conversations_info(channel=channel))
    if isinstance(said, str):
        return Finding(
            what,
            False,
            f"{name}={channel}: {said}",
            "give the id of a channel (C0...) and invite the bot to it",
        )
    if not said["channel"].get("is_member"):
        return Finding(
            what,
            False,
            f"the bot is not in #{said['channel'].get('name')}",
            "invite it there: /invite @walkback",
        )
    return Finding(what, True, f"#{said['channel'].get('name')}")


def _app_token(settings: Settings, name: str) -> Finding:
    what = "Slack app token"
    if not settings.slack_app_token.startswith("xapp-"):
        return Finding(
            what,
            False,
            f"{name} does not begin with xapp-",
            "your app > Basic Information > App-Level Tokens",
        )
    said = _call(
        lambda: _client(settings, settings.slack_app_token).apps_connections_open(
            app_token=settings.slack_app_token
        )
    )
    if isinstance(said, str):
        return Finding(what, False, f"Socket Mode cannot be used: {said}", _slack_fix(said, name))
    return Finding(what, True, "valid, Socket Mode is on")


def _client(settings: Settings, token: str) -> WebClient:
    timeout = max(1, int(min(settings.slack_timeout, _TIMEOUT)))
    return WebClient(token=token, base_url=settings.slack_api_url, timeout=timeout, retry_handlers=[])


def _call(ask: Callable[[], Any]) -> Any:
    """Slack's answer, or in one word or line why there is none."""
    try:
        return ask()
    except SlackApiError as error:
        return str(error.response.get("error") or "unknown error") if error.response else "unknown error"
    except (SlackClientError, OSError, HTTPException, ValueError) as error:
        return f"no answer ({getattr(error, 'reason', None) or type(error).__name__})"


def _slack_fix(error: str, name: str) -> str:
    if error.startswith("no answer"):
        return f"check the network and {variable('slack_api_url')}; alerts wait meanwhile"
    fixes = {
        "invalid_auth": f"copy the token anew into {name}",
        "not_authed": f"copy the token anew into {name}",
        "account_inactive": _REINSTALL.format(name),
        "token_revoked": _REINSTALL.format(name),
        "token_expired": _REINSTALL.format(name),
        "not_allowed_token_type": f"this is a token of another type: {name} takes "
        + (
            "an app-level one (xapp-...)" if name == variable("slack_app_token") else "a bot token (xoxb-...)"
        ),
        "missing_scope": "give the app-level token the scope connections:write",
        "forbidden_team": "switch on Socket Mode: your app > Socket Mode",
        "ratelimited": "wait a minute and look again",
    }
    return fixes.get(error, "look the word up at docs.slack.dev, or reinstall the app")


def _model(settings: Settings, ledger: Ledger | None, now: Callable[[], datetime]) -> Finding:
    what = "language model"
    if not settings.llm:
        return Finding(
            what,
            True,
            "none is configured: the offline reader and judge are used",
            f"set {variable('openai_api_key')} for more",
        )
    engine = ledger.db if ledger is not None else SqliteEngine(":memory:")  # its log of calls is not touched
    model = Llm(settings, LlmCalls(engine), now)
    try:
        return Finding(what, True, model.check())
    except LlmError as error:
        return Finding(what, False, str(error), "until then the offline reader and judge go on")
    finally:
        model.close()
        if ledger is None:
            engine.close()


def _feeds(ledger: Ledger) -> Iterator[Finding]:
    feeds = ledger.wire.feeds()
    if not feeds:
        yield Finding("feeds", False, "none is watched", "walkback feeds add URL, or walkback feeds starter")
        return
    failing = [f for f in feeds if f["state"] == "active" and f["failures"]]
    silent = [f for f in feeds if f["state"] != "active"]
    for feed in failing[:_SHOWN]:
        times = f"{feed['failures']} time(s) in a row, last good {feed['last_ok'] or 'never'}"
        yield Finding(
            "feeds",
            False,
            masked(f"{feed['url']} fails ({times}): {feed['last_error'] or 'no reason kept'}"),
            f"look at it, or: walkback feeds remove {masked(feed['url'])}",
        )
    if len(failing) > _SHOWN:
        yield Finding("feeds", False, f"{len(failing) - _SHOWN} more feeds fail", "walkback feeds list")
    for feed in silent[:_SHOWN]:
        yield Finding(
            "feeds",
            False,
            masked(f"{feed['url']} is {feed['state']}: {feed['last_error'] or 'no reason kept'}"),
            f"walkback feeds add {masked(feed['url'])} wakes it",
        )
    if len(silent) > _SHOWN:
        yield Finding(
            "feeds", False, f"{len(silent) - _SHOWN} more feeds are not polled", "walkback feeds list"
        )
    yield Finding("feeds", True, f"{len(feeds) - len(failing) - len(silent)} of {len(feeds)} are well")


def _deliveries(ledger: Ledger) -> Iterator[Finding]:
    states, articles = ledger.outbox.states(), ledger.wire.counts()
    if n := states.get("unknown"):
        yield Finding(
            "deliveries",
            False,
            f"{n} message(s) may or may not have arrived",
            "look in the channels; /denials shows them in the App Home",
        )
    if n := states.get("failed"):
        yield Finding("deliveries", False, f"{n} alert(s) could not be posted", "retry them in the App Home")
    if n := articles.get("quarantined"):
        yield Finding(
            "articles",
            False,
            f"{n} article(s) ended their worker and were set aside",
            "the App Home lists them; report what they have in common",
        )
