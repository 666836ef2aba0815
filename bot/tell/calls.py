"""Slack's answers and failures, sorted by what to do about them. Pure, but for the building of a client.

Sources: docs.slack.dev/methods (errors of chat.postMessage, chat.update, conversations.*) and
docs.slack.dev/apis/web-api/rate-limits.
"""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from typing import Literal
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.settings import Settings

#: wait: later, Slack says when. channel: this channel does not take us. blocks: our rendering was refused.
#: auth: the token is dead. unsure: it may have arrived. unsent: it surely did not, try again. scope: a permission
#: is missing. gone: the message does not exist (any more) or cannot be changed. final: it will never work.
Kind = Literal["wait", "channel", "blocks", "auth", "unsure", "unsent", "scope", "gone", "final"]

_BY_NAME: dict[str, Kind] = {
    "ratelimited": "wait", "rate_limited": "wait", "message_limit_exceeded": "wait",
    "channel_not_found": "channel", "not_in_channel": "channel", "is_archived": "channel",
    "messages_tab_disabled": "channel", "user_not_found": "channel", "user_disabled": "channel",
    "invalid_blocks": "blocks", "invalid_blocks_format": "blocks", "msg_blocks_too_long": "blocks",
    "msg_too_long": "blocks", "markdown_text_conflict": "blocks",
    "account_inactive": "auth", "token_revoked": "auth", "token_expired": "auth", "invalid_auth": "auth",
    "not_authed": "auth", "team_access_not_granted": "auth",
    "missing_scope": "scope", "not_allowed_token_type": "scope",
    "message_not_found": "gone", "cant_update_message": "gone", "edit_window_closed": "gone", "is_inactive": "gone",
    "thread_not_found": "gone",
    "internal_error": "unsure", "fatal_error": "unsure", "service_unavailable": "unsure", "request_timeout": "unsure",
}  # fmt: skip


@dataclass(frozen=True)
class Trouble:
    """Why a call did not succeed. `seconds`: how long to wait, where Slack says so. `detail`: for the log."""

    kind: Kind
    name: str
    seconds: float = 0.0
    detail: str = ""


def trouble(error: Exception) -> Trouble:
    """What to do about an exception of a WebClient call. Whatever is not understood is 'unsure': never post twice."""
    if isinstance(error, SlackApiError):
        response = error.response
        status = int(getattr(response, "status_code", 0) or 0)
        headers = {k.lower(): v for k, v in (getattr(response, "headers", None) or {}).items()}
        data = response.data if not isinstance(response, dict) and isinstance(response.data, dict) else {}
        name = str(data.get("error") or f"http_{status}")
        if status == 429 or _BY_NAME.get(name) == "wait":
            return Trouble("wait", "ratelimited", _seconds(headers.get("retry-after")))
        if status >= 500 or (status and not 200 <= status < 300 and name not in _BY_NAME):
            return Trouble("unsure", f"http_{status}")
        if len(name) > 60:  # an answer that is not JSON: a proxy's page, say
            return Trouble("unsure", "not_json", detail=name[:200])
        detail = "; ".join(str(m) for m in (data.get("response_metadata") or {}).get("messages") or [])
        if name == "missing_scope":
            detail = f"needs {data.get('needed', 'another scope')}"
        if name.startswith("restricted_action"):
            return Trouble("final" if "thread" in name else "channel", name)
        return Trouble(_BY_NAME.get(name, "final"), name, detail=detail[:500])
    if isinstance(error, URLError) and isinstance(error.reason, ConnectionRefusedError | ssl.SSLCertVerificationError):
        return Trouble("unsent", "cannot_connect", detail=str(error.reason))
    if isinstance(error, URLError) and type(error.reason).__name__ == "gaierror":
        return Trouble("unsent", "cannot_resolve", detail=str(error.reason))
    return Trouble("unsure", type(error).__name__, detail=str(error)[:200])


def _seconds(header: object) -> float:
    first = header[0] if isinstance(header, list) and header else header
    try:
        return min(max(float(str(first)), 1.0), 3_600.0)
    except ValueError:
        return 30.0


def web_client(settings: Settings, token: str = "") -> WebClient:
    """A client that never calls twice by itself: the outbox decides about that."""
    return WebClient(
        token=token or settings.slack_bot_token,
        base_url=settings.slack_api_url,
        timeout=int(max(1, settings.slack_timeout)),
        retry_handlers=[],
    )
