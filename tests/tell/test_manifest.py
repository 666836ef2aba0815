"""The manifest against Slack's schema (examples that pass it), against what the app listens to, and what it calls."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.tell import listeners
from bot.tell.manifest import EVENTS, OPTIONAL, REQUIRED, manifest
from bot.tell.tools import Tools
from store.ledger import Ledger
from tests.commandline import Walkback, walkback_in
from tests.sandbox.tools import SHARED, needs_shared

CODE = Path(__file__).parents[2] / "bot" / "tell"


@needs_shared
@pytest.mark.parametrize(("name", "url"), [("socket", ""), ("http", "https://example.com/")])
def test_it_has_the_shape_of_one_that_passes(name: str, url: str) -> None:
    def shape(value: object) -> object:
        """Its keys, and the kinds of its values."""
        if isinstance(value, dict):
            return {key: shape(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [shape(inner) for inner in value if isinstance(inner, dict)]
        return type(value).__name__

    passes = json.loads((SHARED / f"manifest.{name}.json").read_text("utf-8"))
    assert shape(manifest(url)) == shape(passes)
    assert manifest(url)["settings"]["socket_mode_enabled"] is (not url)
    text = json.dumps(manifest(url))
    assert text.count("https://example.com/slack/events") == (4 if url else 0)
    assert ("redirect_urls" in text) is bool(url)


def test_limits_of_slack() -> None:
    shown = manifest()["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert 174 <= len(shown["long_description"]) <= 4000
    assert len(manifest()["features"]["bot_user"]["display_name"]) <= 80
    assert all(len(s["name"]) <= 24 for s in manifest()["features"]["shortcuts"])


class Recorder:
    """Takes down what is registered, by kind."""

    def __init__(self) -> None:
        self.heard: dict[str, set[str]] = {}

    def __getattr__(self, kind: str) -> Callable[..., Callable[[object], object]]:
        def register(name: object, **_: object) -> Callable[[object], object]:
            self.heard.setdefault(kind, set()).add(str(name))
            return lambda listener: listener

        return register


def test_it_names_what_is_listened_to(ledger: Ledger, now: datetime) -> None:
    recorder = Recorder()
    listeners.register(recorder, Tools(ledger, Settings(), lambda: None, lambda: now))  # type: ignore[arg-type]
    made = manifest()["features"]
    assert {c["command"] for c in made["slash_commands"]} == recorder.heard["command"]
    assert {s["callback_id"] for s in made["shortcuts"]} == recorder.heard["shortcut"]
    assert set(EVENTS) == recorder.heard["event"]


@needs_shared
def test_no_scope_is_asked_for_that_no_call_needs() -> None:
    source = "\n".join(path.read_text("utf-8") for path in CODE.rglob("*.py"))
    called = set(re.findall(r"client\.([a-z]\w+)", source))
    needed = {"commands"}
    for file in (SHARED / "methods").glob("*.json"):
        if file.stem.replace(".", "_") in called:
            needed |= set((json.loads(file.read_text("utf-8")).get("scope") or {}).get("bot") or [])
    unused = {*REQUIRED, *OPTIONAL} - needed
    assert unused == set(), (unused, needed)


def test_people_may_type_to_the_bot() -> None:
    """Its commands work in a direct message only where its Messages tab is not read-only."""
    tabs = manifest()["features"]["app_home"]
    assert (tabs["messages_tab_enabled"], tabs["messages_tab_read_only_enabled"]) == (True, False)


def test_the_command_prints_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    walkback: Walkback = walkback_in(tmp_path, monkeypatch, capsys)
    assert json.loads(walkback("manifest").out) == manifest()
    assert json.loads(walkback("manifest", "--http", "https://walkback.example.com/").out) == manifest("https://walkback.example.com")
    assert "https only" in walkback("manifest", "--http", "http://walkback.example.com").line
    first, second = walkback("key").out, walkback("key").out
    assert first != second
