"""HTTP mode: payloads as signed POSTs to the app's request URL (docs.slack.dev/authentication/verifying-requests-from-slack)."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from collections.abc import Mapping
from urllib.parse import urlencode

import aiohttp

from bot.sandbox.hub import NO_RETRY, Hub, NoAck
from bot.sandbox.state import Json


def signature(secret: str, timestamp: str, body: str) -> str:
    """The v0 signature: HMAC-SHA256 over "v0:timestamp:body"."""
    return "v0=" + hmac.new(secret.encode(), f"v0:{timestamp}:{body}".encode(), hashlib.sha256).hexdigest()


class HttpMode:
    """Posts each payload to the app; what it answers with is the acknowledgement."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._session: aiohttp.ClientSession | None = None

    async def ready(self, seconds: float) -> bool:
        """An address can always be posted to."""
        return True

    def wrapped(self, envelope: Json) -> tuple[str, str]:
        """Body and content type as Slack sends them: forms for people's acts, JSON for events."""
        payload = envelope["payload"]
        if envelope["type"] == "events_api":
            return json.dumps(payload), "application/json"
        form = payload if envelope["type"] == "slash_commands" else {"payload": json.dumps(payload)}
        return urlencode(form), "application/x-www-form-urlencoded"

    async def send(self, envelope: Json) -> Json:
        """Post a payload; what the app answers with is its acknowledgement. Raises NoAck."""
        body, kind = self.wrapped(envelope)
        headers = {"Content-Type": kind}
        if envelope.get("retry_attempt"):
            headers["X-Slack-Retry-Num"] = str(envelope["retry_attempt"])
            headers["X-Slack-Retry-Reason"] = "http_timeout" if envelope["retry_reason"] == "timeout" else "http_error"
        status, text, answered = await self.post(body, headers)
        if status != 200:
            raise NoAck(NO_RETRY if answered.get("X-Slack-No-Retry") == "1" else "http_error")
        if not text or not envelope["accepts_response_payload"]:
            return {}
        if answered.get("Content-Type", "").startswith("application/json"):
            try:
                found = json.loads(text)
            except ValueError:
                raise NoAck("http_error") from None
            return found if isinstance(found, dict) else {}
        return {"text": text}

    async def post(self, body: str, headers: dict[str, str], *, age: int = 0) -> tuple[int, str, Mapping[str, str]]:
        """Status, text and headers of the app's answer to a signed request. Raises NoAck."""
        app = self._hub.app
        timestamp = str(int(self._hub.state.now().timestamp()) - age)
        signed = {
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": signature(app.signing_secret, timestamp, body),
            "User-Agent": "Slackbot 1.0 (sandbox)",
        }
        if self._session is None:
            self._session = aiohttp.ClientSession()
        limit = aiohttp.ClientTimeout(total=self._hub.ack_seconds)
        try:
            async with self._session.post(app.request_url, data=body.encode(), headers=headers | signed, timeout=limit) as answer:
                return answer.status, await answer.text(), answer.headers
        except TimeoutError:
            raise NoAck("timeout") from None
        except (aiohttp.ClientError, asyncio.IncompleteReadError):
            raise NoAck("connection_failed") from None

    async def verify_url(self) -> bool:
        """The challenge Slack sends when a request URL is saved: it must come back as it went."""
        challenge = self._hub.state.secret()
        token = self._hub.app.verification_token
        body = json.dumps({"token": token, "challenge": challenge, "type": "url_verification"})
        status, text, _ = await self.post(body, {"Content-Type": "application/json"})
        return status == 200 and challenge in text

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session is not None:
            await self._session.close()
