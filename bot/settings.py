"""Everything that can be set, read once from the environment and `.env`, in one frozen object.

Each field's variable and meaning stands in `.env.example`. A bad value raises `SettingsError` with the
variable's name and what it takes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from dotenv import dotenv_values

CONTACT = "https://github.com/walkback/walkback"


class SettingsError(Exception):
    """A setting is missing or unusable; the message names it and says where to get it."""


@dataclass(frozen=True)
class Settings:
    """Times are seconds unless the name says otherwise; money is US dollars; days are whole days."""

    db: str = field(default="walkback.db", repr=False)  # a server's address may hold a password
    slack_bot_token: str = field(default="", repr=False)
    slack_app_token: str = field(default="", repr=False)
    slack_signing_secret: str = field(default="", repr=False)
    slack_api_url: str = "https://slack.com/api/"
    slack_timeout: float = 15.0
    http_port: int = 0
    http_host: str = "127.0.0.1"
    public_url: str = ""
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    secret_key: str = field(default="", repr=False)
    admins: tuple[str, ...] = ()
    admins_only: bool = False
    admin_channel: str = ""
    admin_team: str = ""
    openai_api_key: str = field(default="", repr=False)
    openai_base_url: str = ""
    openai_model: str = "gpt-6-luna"
    openai_timeout: float = 60.0
    llm_daily_budget: float = 5.0
    llm_max_chars: int = 24_000
    llm_threshold: float = 0.6
    llm_near: float = 0.12
    llm_parallel: int = 4
    poll_seconds: float = 60.0
    post_seconds: float = 5.0
    post_apart: float = 1.0
    post_margin: float = 15.0
    min_feed_interval: float = 300.0
    first_window_hours: float = 48.0
    allow_private: bool = False
    contact_url: str = CONTACT
    time_zone: str = "UTC"
    digest_day: str = "mon"
    digest_hour: int = 9
    read_workers: int = 2
    text_days: int = 0
    evidence_mb: int = 500
    metrics_port: int = 0
    log_level: str = "INFO"
    log_format: str = ""
    evals_record: str = "walkback-evals.jsonl"

    @property
    def user_agent(self) -> str:
        """How the bot names itself to the servers it reads from."""
        return f"Walkback/0.1 (+{self.contact_url})"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown or logged."""
        keys = (key.strip() for key in self.secret_key.split(","))
        tokens = (self.slack_bot_token, self.slack_app_token, self.slack_signing_secret, self.client_secret, self.openai_api_key)
        return tuple(secret for secret in (*tokens, *keys, _password(self.db)) if secret)

    @property
    def llm(self) -> bool:
        """Is a language model configured? A local server needs no key, only its address."""
        return bool(self.openai_api_key or self.openai_base_url)


_NAMES: dict[str, str] = {
    "db": "WALKBACK_DB",
    "slack_bot_token": "SLACK_BOT_TOKEN",
    "slack_app_token": "SLACK_APP_TOKEN",
    "slack_signing_secret": "SLACK_SIGNING_SECRET",
    "slack_api_url": "SLACK_API_URL",
    "slack_timeout": "SLACK_TIMEOUT",
    "openai_api_key": "OPENAI_API_KEY",
    "openai_base_url": "OPENAI_BASE_URL",
    "openai_model": "OPENAI_MODEL",
    "openai_timeout": "OPENAI_TIMEOUT",
}


def _password(db: str) -> str:
    """The password in a server's address; "" where there is none."""
    try:
        return unquote(urlsplit(db).password or "") if "://" in db else ""
    except ValueError:
        return ""


def variable(field: str) -> str:
    """The environment variable of a field: "poll_seconds" -> "WALKBACK_POLL_SECONDS"."""
    return _NAMES.get(field, f"WALKBACK_{field.upper()}")


def load(environ: Mapping[str, str] | None = None, dotenv: str | Path | None = ".env", **overrides: object) -> Settings:
    """Settings from `environ` (default: the process's), over those of the `.env` file, under `overrides`.

    Raises SettingsError for a value that cannot be read.
    """
    values: dict[str, str | None] = dict(dotenv_values(dotenv)) if dotenv and Path(dotenv).is_file() else {}
    values.update(os.environ if environ is None else environ)
    given: dict[str, object] = {}
    for name, hint in Settings.__annotations__.items():
        raw = (values.get(variable(name)) or "").strip()
        if raw:
            given[name] = _read(variable(name), raw, str(hint))
    given.update({k: v for k, v in overrides.items() if v is not None})
    settings = Settings(**given)  # type: ignore[arg-type]
    if not settings.slack_api_url.endswith("/"):
        object.__setattr__(settings, "slack_api_url", settings.slack_api_url + "/")
    return settings


def _read(name: str, raw: str, hint: str) -> object:
    if hint.startswith("tuple"):
        return tuple(part.strip() for part in raw.split(",") if part.strip())
    if hint == "bool":
        if raw.lower() in ("1", "true", "yes", "on"):
            return True
        if raw.lower() in ("0", "false", "no", "off"):
            return False
        raise SettingsError(f"{name}={raw!r} is not a switch: use 1 or 0")
    if hint in ("int", "float"):
        convert: Callable[[str], float] = int if hint == "int" else float
        try:
            number = convert(raw)
        except ValueError:
            raise SettingsError(f"{name}={raw!r} is not a number: give one such as 60") from None
        if not 0 <= number < float("inf"):
            raise SettingsError(f"{name}={raw!r} is out of range: give zero or more")
        return number
    return raw
