"""Small checks that are put together into the shapes of blocks, elements and views.

A check takes a value, its JSON pointer and the list of complaints, and adds to the list what is wrong, in
the words of Slack's own complaints ("missing required field: text [json-pointer:/blocks/0]"). Pure.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

Complaints = list[str]
Check = Callable[[Any, str, Complaints], None]


def complain(out: Complaints, what: str, pointer: str) -> None:
    """Add one complaint in Slack's words."""
    out.append(f"[ERROR] {what} [json-pointer:{pointer}]")


def length(text: str) -> int:
    """As a browser counts: UTF-16 units, so that an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def string(most: int = 0, least: int = 0) -> Check:
    """A string of so many characters; 0 means no upper bound."""
    def check(value: Any, pointer: str, out: Complaints) -> None:
        if not isinstance(value, str):
            complain(out, "must be a string", pointer)
        elif length(value) < least:
            complain(out, f"must be more than {least - 1} characters", pointer)
        elif most and length(value) > most:
            complain(out, f"must be less than {most + 1} characters", pointer)

    return check


def one_of(*values: str) -> Check:
    """One of some strings."""
    def check(value: Any, pointer: str, out: Complaints) -> None:
        if value not in values:
            complain(out, f"must be one of: {', '.join(values)}", pointer)

    return check


def boolean(value: Any, pointer: str, out: Complaints) -> None:
    """True or false, not 0 or 1."""
    if not isinstance(value, bool):
        complain(out, "must be a boolean", pointer)


def anything(value: Any, pointer: str, out: Complaints) -> None:
    """For fields whose inside Slack leaves open."""


def number(least: float | None = None, most: float | None = None, whole: bool = False, above: float | None = None) -> Check:
    """A finite number within bounds; `whole`: an integer."""
    def check(value: Any, pointer: str, out: Complaints) -> None:
        real = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        if not real or (whole and not isinstance(value, int)):
            complain(out, "must be an integer" if whole else "must be a number", pointer)
        elif least is not None and value < least:
            complain(out, f"must be at least {least}", pointer)
        elif above is not None and value <= above:
            complain(out, f"must be greater than {above}", pointer)
        elif most is not None and value > most:
            complain(out, f"must be no more than {most}", pointer)

    return check


def matching(pattern: str, what: str) -> Check:
    """A string of a form; `what` names it in the complaint."""
    form = re.compile(pattern)

    def check(value: Any, pointer: str, out: Complaints) -> None:
        if not isinstance(value, str) or not form.fullmatch(value):
            complain(out, f"must be {what}", pointer)

    return check


def web_url(most: int) -> Check:
    """An absolute http, https, slack or mailto address."""

    def check(value: Any, pointer: str, out: Complaints) -> None:
        string(most, 1)(value, pointer, out)
        if isinstance(value, str):
            try:
                parts = urlsplit(value)
                good = (parts.scheme in ("http", "https") and bool(parts.netloc)) or parts.scheme in ("mailto", "slack")
            except ValueError:
                good = False
            if not good or any(c.isspace() for c in value):
                complain(out, "must be a valid URL", pointer)

    return check


def array(item: Check, least: int = 0, most: int = 0) -> Check:
    """A list of items that pass a check; 0 means no upper bound."""
    def check(value: Any, pointer: str, out: Complaints) -> None:
        if not isinstance(value, list):
            complain(out, "must be an array", pointer)
            return
        if len(value) < least:
            complain(out, f"no fewer than {least} items allowed", pointer)
        if most and len(value) > most:
            complain(out, f"no more than {most} items allowed", pointer)
        for index, one in enumerate(value):
            item(one, f"{pointer}/{index}", out)

    return check


def shape(required: Iterable[str] = (), also: Check | None = None, /, **fields: Check) -> Check:
    """An object with these fields and no others; `also` looks at the whole of it."""
    needed = tuple(required)

    def check(value: Any, pointer: str, out: Complaints) -> None:
        if not isinstance(value, Mapping):
            complain(out, "must be an object", pointer)
            return
        for name in needed:
            if value.get(name) is None:
                complain(out, f"missing required field: {name}", pointer)
        for name, inner in value.items():
            if name not in fields:
                complain(out, f"invalid additional property: {name}", pointer)
            elif inner is not None:
                fields[name](inner, f"{pointer}/{name}", out)
        if also is not None:
            also(value, pointer, out)

    return check


def by_type(kinds: Mapping[str, Check], only: Iterable[str] | None = None) -> Check:
    """An object whose `type` says which of the shapes it must have."""
    allowed = None if only is None else frozenset(only)

    def check(value: Any, pointer: str, out: Complaints) -> None:
        if not isinstance(value, Mapping):
            complain(out, "must be an object", pointer)
            return
        kind = value.get("type")
        if kind is None:
            complain(out, "missing required field: type", pointer)
        elif kind not in kinds or (allowed is not None and kind not in allowed):
            complain(out, f"unsupported type: {kind}", f"{pointer}/type")
        else:
            kinds[kind](value, pointer, out)

    return check


def text(most: int, kinds: tuple[str, ...] = ("plain_text", "mrkdwn"), least: int = 1) -> Check:
    """A text object (reference/block-kit/composition-objects/text-object)."""
    plain = shape(("type", "text"), type=anything, text=string(most, least), emoji=boolean)
    mrkdwn = shape(("type", "text"), type=anything, text=string(most, least), verbatim=boolean)
    return by_type({"plain_text": plain, "mrkdwn": mrkdwn}, kinds)


def plain(most: int, least: int = 1) -> Check:
    """A text object that may only be plain_text."""
    return text(most, ("plain_text",), least)


def serialised(value: Any) -> int:
    """The length of a value written as JSON without spaces."""
    return length(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
