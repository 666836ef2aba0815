"""Keeping secrets out of what is written: tokens are known by their form, other secrets by heart.

What libraries and servers say in their errors goes into logs, traces and the list of problems; some of them repeat
what they were given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SHOWN = "[secret]"
#: Shorter ones may be words.
_SHORTEST = 6
#: Slack's tokens, keys of OpenAI and the like, bearer headers, and a password in an address.
_FORMS = re.compile(
    r"xox[a-z](?:\.[a-z]+)?-[\w-]{6,}|xapp-[\w-]{6,}|\bsk-[\w-]{12,}|(?<=Bearer )[\w.~+/=-]{6,}|(?<=://)[^/\s@?#]+(?=@)"
)
_USER = re.compile(r"(?<=://)[^/\s@?#]+@")
_SECRET_VALUE = re.compile(r"([?&;][\w.-]*(?:key|token|secret|auth|signature|sig|password|passwd|pwd)=)[^&;#\s]+", re.I)
_known: set[str] = set()


def learn(secrets: Iterable[str]) -> None:
    """Take these secrets out, too, from now on in this process."""
    _known.update(secret for secret in secrets if len(secret) >= _SHORTEST)


def masked(text: str) -> str:
    """`text` as people see it: addresses in it without user name and password, and without the values of keys and tokens
    in their queries."""
    return _SECRET_VALUE.sub(rf"\1{SHOWN}", _USER.sub("", text))


def redact(text: str) -> str:
    """`text` without anything that looks like a token, and without the secrets that were learnt."""
    for secret in sorted(_known, key=len, reverse=True):
        text = text.replace(secret, SHOWN)
    return _FORMS.sub(SHOWN, text)
