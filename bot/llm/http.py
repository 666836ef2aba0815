"""The HTTP client under the openai package: patience in all, not per byte.

The package's own time-out counts from byte to byte, so a server that drips would hold a worker for ever, and it
repeats a request that timed out twice more (three minutes for one article). It leaves errors of its own kind
alone, so time-outs are turned into those here. Waits a server asks for are obeyed by the breaker, outside the
worker's thread, when they are longer than a few seconds.
"""

from __future__ import annotations

import time
from typing import Any

import httpx2
import openai

#: Longest `Retry-After` (seconds) slept through inside a call.
SHORT_WAIT = 5.0
MAX_BODY = 4 * 1024 * 1024


class PatientClient(httpx2.Client):
    """`seconds`: what one request may take in all, from the first byte sent to the last one read."""

    def __init__(self, seconds: float) -> None:
        super().__init__(timeout=seconds, follow_redirects=False)
        self.seconds = seconds

    def send(self, request: httpx2.Request, *, stream: bool = False, **kwargs: Any) -> httpx2.Response:
        """Send and read the whole answer. Raises openai.APITimeoutError (never repeated by the package)."""
        deadline = time.monotonic() + self.seconds
        try:
            response = super().send(request, stream=True, **kwargs)
            try:
                body = bytearray()
                for chunk in response.iter_bytes():
                    body += chunk
                    if len(body) > MAX_BODY:
                        raise openai.APIConnectionError(
                            message=f"sent more than {MAX_BODY} bytes", request=request
                        )
                    if time.monotonic() > deadline:
                        raise httpx2.ReadTimeout("the answer took too long in all", request=request)
            finally:
                response.close()
        except httpx2.TimeoutException as error:
            raise openai.APITimeoutError(request=request) from error
        headers = httpx2.Headers(response.headers)
        for name in ("content-encoding", "content-length", "transfer-encoding"):
            headers.pop(name, None)
        if (wait := retry_after(headers)) is not None and wait > SHORT_WAIT:
            headers["x-should-retry"] = "false"  # the package obeys this header
        return httpx2.Response(response.status_code, headers=headers, content=bytes(body), request=request)


def retry_after(headers: httpx2.Headers) -> float | None:
    """Seconds a server asks to be left alone; None when it does not say so in seconds."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            return max(float(headers[name]) * unit, 0.0)
        except (KeyError, ValueError):
            continue
    return None
