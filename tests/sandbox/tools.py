"""What the sandbox's tests share: a clock, short ways to write blocks, plain HTTP."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode import SocketModeHandler

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "slack"


def needs_shared(test: Callable[..., None]) -> Callable[..., None]:
    """A test that reads ../shared; skipped where it is absent."""
    skipped = pytest.mark.skipif(not SHARED.is_dir(), reason="the folder ../shared is not here")
    return pytest.mark.shared(skipped(test))


Connect = Callable[..., SocketModeHandler]


class Clock:
    """The real time, moved forward by what a test says."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def forward(self, **by: float) -> None:
        self.ahead += timedelta(**by)


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text}


def section(text: str = "words", **more: Any) -> dict[str, Any]:
    return {"type": "section", "text": mrkdwn(text), **more}


def button(action_id: str = "go", text: str = "Go", **more: Any) -> dict[str, Any]:
    return {"type": "button", "action_id": action_id, "text": plain(text), **more}


def option(value: str, text: str = "") -> dict[str, Any]:
    return {"text": plain(text or value), "value": value}


def actions(*elements: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements), **more}


def field(action_id: str, kind: str = "plain_text_input", label: str = "Label", optional: bool = False, **more: Any) -> dict[str, Any]:
    element = {"type": kind, "action_id": action_id, **more}
    return {"type": "input", "block_id": f"b-{action_id}", "label": plain(label), "element": element, "optional": optional}


def modal(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "modal", "title": plain("Title"), "submit": plain("Save"), "callback_id": "form", "blocks": list(blocks), **more}


def fetch(url: str, data: Any = None, headers: dict[str, str] | None = None, form: str = "") -> tuple[int, str, dict[str, str]]:
    """Status, text and headers; JSON is posted where `data` is given, a form where `form` is."""
    body = json.dumps(data).encode() if data is not None else form.encode() if form else None
    kind = {"Content-Type": "application/json"} if data is not None else {}
    request = urllib.request.Request(url, data=body, headers=kind | (headers or {}))
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read().decode(), dict(answer.headers)
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), dict(error.headers)
