"""Manifests: what Slack refuses in one, and the app that a sandbox makes of one."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from bot.sandbox.limits import LIMITS
from bot.sandbox.manifest import check_manifest
from bot.sandbox.people import ActError
from bot.sandbox.server import Sandbox
from bot.tell.manifest import manifest as walkbacks_own
from tests.sandbox.tools import SHARED, fetch, needs_shared

Json = dict[str, Any]


def manifest(**more: Any) -> Json:
    """A small manifest in Socket Mode; `more` goes into its parts: features={...}."""
    base: Json = {"display_information": {"name": "W"}, "settings": {"socket_mode_enabled": True}}
    for part, fields in more.items():
        base.setdefault(part, {}).update(fields)
    return base


def many(n: int) -> list[str]:
    return [f"n{i}" for i in range(n)]


def command(name: str = "/d", **more: str) -> Json:
    return {"command": name, "description": "x", **more}


# A manifest that is within a limit for n and beyond it for n + 1.
MAKERS: dict[str, Callable[[int], Json]] = {
    "name": lambda n: manifest(display_information={"name": "x" * n}),
    "description": lambda n: manifest(display_information={"description": "x" * n}),
    "long_description": lambda n: manifest(display_information={"long_description": "x" * n}),
    "display_name": lambda n: manifest(features={"bot_user": {"display_name": "x" * n}}),
    "slash_commands": lambda n: manifest(features={"slash_commands": [command(f"/{i}") for i in many(n)]}),
    "command": lambda n: manifest(features={"slash_commands": [command("/" + "x" * (n - 1))]}),
    "usage_hint": lambda n: manifest(features={"slash_commands": [command(usage_hint="x" * n)]}),
    "shortcuts": lambda n: manifest(features={"shortcuts": [{"callback_id": i} for i in many(n)]}),
    "unfurl_domains": lambda n: manifest(features={"unfurl_domains": many(n)}),
    "bot_events": lambda n: manifest(settings={"event_subscriptions": {"bot_events": many(n)}}),
    "scopes": lambda n: manifest(oauth_config={"scopes": {"bot": many(n)}}),
    "redirect_urls": lambda n: manifest(oauth_config={"redirect_urls": many(n)}),
    "metadata_subscriptions": lambda n: manifest(settings={"event_subscriptions": {"metadata_subscriptions": many(n)}}),
}


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_manifest_limit(name: str) -> None:
    most = LIMITS[f"manifest.{name}"]
    assert check_manifest(MAKERS[name](most)) == []
    assert len(check_manifest(MAKERS[name](most + 1))) == 1


def test_what_else_a_manifest_may_not_say() -> None:
    assert check_manifest(manifest(display_information={"long_description": "too short"}))
    assert check_manifest(manifest(features={"bot_user": {"display_name": "With Blanks"}}))
    assert check_manifest(manifest() | {"colour": "red"})
    assert check_manifest([])
    over_http = manifest(settings={"socket_mode_enabled": False, "interactivity": {"is_enabled": True}}, features={"slash_commands": [command()]})
    assert [c.split("pointer:")[1] for c in check_manifest(over_http)] == ["/features/slash_commands/0/url]", "/settings/interactivity/request_url]"]
    with pytest.raises(ValueError, match="missing required field: name"):
        Sandbox(manifest={"display_information": {}})


@pytest.mark.parametrize("url", ["", "https://example.com"])
def test_a_sandbox_made_of_a_manifest(url: str) -> None:
    given = walkbacks_own(url)
    assert check_manifest(given) == []
    app = Sandbox(manifest=given).hub.app
    assert (app.name, list(app.commands), app.messages_tab) == ("Walkback", ["/denials"], True)
    assert app.messages_tab_typed
    assert app.request_url == (f"{url}/slack/events" if url else "")
    assert app.redirect_urls == ((f"{url}/slack/oauth_redirect",) if url else ())
    fewer = copy.deepcopy(given)
    fewer["features"]["slash_commands"] = []
    fewer["settings"]["event_subscriptions"]["bot_events"] = []
    with Sandbox(manifest=fewer, request_url="http://127.0.0.1:9/") as sandbox:
        with pytest.raises(ActError, match="not a command of Walkback"):
            sandbox.command("x")
        assert "does not subscribe" in sandbox.event("channel_rename", channel={})


@pytest.mark.parametrize(
    ("tabs", "typed"),
    [
        ({"messages_tab_enabled": True, "messages_tab_read_only_enabled": False}, True),
        ({"messages_tab_enabled": True, "messages_tab_read_only_enabled": True}, False),
        ({"messages_tab_enabled": True}, False),
        ({"messages_tab_read_only_enabled": False}, False),
    ],
)
def test_nothing_is_typed_to_an_app_whose_messages_tab_is_read_only(tabs: dict[str, bool], typed: bool) -> None:
    given = walkbacks_own("")
    given["features"]["app_home"] = tabs
    with Sandbox(manifest=given) as sandbox:
        page = sandbox.page_url + f"?channel={sandbox.channel_id('dm', 'ben')}&as=ben"
        composer = 'id="composer"' in fetch(page)[1]
        assert (composer, "Sending messages to this app has been turned off." in fetch(page)[1]) == (typed, not typed)
        if typed:
            sandbox.say("hello", channel="dm", user="ben")
            return
        for act in (lambda: sandbox.say("hello", channel="dm", user="ben"), lambda: sandbox.command("help", channel="dm", user="ben")):
            with pytest.raises(ActError, match="turned off"):
                act()
        assert sandbox.say("hello", channel="newsroom", user="ben"), "elsewhere people type on"


@needs_shared
@pytest.mark.parametrize("mode", ["socket", "http"])
def test_manifests_of_the_collection_pass(mode: str) -> None:
    assert check_manifest(json.loads((SHARED / f"manifest.{mode}.json").read_text("utf-8"))) == []
