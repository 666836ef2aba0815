"""Keeping secrets out of what is written: tokens are known by their form, other secrets by heart. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

SHOWN = "[secret]"
#: Shorter ones may be words.
_SHORTEST = 6
#: Slack's tokens, keys of OpenAI and the like, bearer headers, and a password in an address.
_FORMS = re.compile(
    r"\bxox[a-z](?:\.[a-z]+)?-[\w-]{6,}|\bxapp-[\w-]{6,}|\bsk-[\w-]{12,}|(?<=Bearer )[\w.~+/=-]{6,}|(?<=://)[^/\s:@]*:[^/\s@]+(?=@)"
)


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """`text` without anything that looks like a token, and without these secrets."""
    for secret in secrets:
        if len(secret) >= _SHORTEST:
            text = text.replace(secret, SHOWN)
    return _FORMS.sub(SHOWN, text)
