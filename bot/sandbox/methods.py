"""The Web API's methods as data: arguments, what is required, scopes, rate tiers, documented errors.

`methods.json` states for each method: `scopes` (any one of them admits; the handler narrows them to the
kind of channel), `tier` (t1 to t4, t5 is special), `json` (whether a JSON body is read), `required`,
`token` (whether a token is needed), `args` (name to type) and `errors`. Source: docs.slack.dev/methods.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Method:
    """One method of the Web API as its documentation states it."""

    name: str
    scopes: tuple[str, ...]
    tier: str
    json: bool
    required: tuple[str, ...]
    token: bool
    args: dict[str, str]
    errors: frozenset[str]


@cache
def methods() -> dict[str, Method]:
    """Every method the sandbox knows, by name."""
    table: dict[str, dict[str, Any]] = json.loads((files(__package__) / "methods.json").read_text("utf-8"))
    return {
        name: Method(
            name,
            tuple(row["scopes"]),
            row["tier"],
            row["json"],
            tuple(row["required"]),
            row["token"],
            row["args"],
            frozenset(row["errors"]),
        )
        for name, row in table.items()
    }


def read_arguments(method: Method, given: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Check names and types of a call's arguments and turn the form's strings into values.

    Args:
        method: the method called.
        given: what was sent, without the token; form fields are strings, JSON fields are values.

    Returns:
        The values by name (null ones left out) and the complaints, worded as Slack words them
        ("[ERROR] missing required field: channel"); empty when all is well.
    """
    values: dict[str, Any] = {}
    complaints: list[str] = []
    for name, raw in given.items():
        if raw is None:
            continue
        kind = method.args.get(name)
        if kind is None:
            complaints.append(f"[ERROR] no such argument: {name} [json-pointer:/{name}]")
            continue
        try:
            values[name] = _value(kind, raw)
        except ValueError as error:
            complaints.append(f"[ERROR] {error} [json-pointer:/{name}]")
    for name in method.required:
        if values.get(name) in (None, ""):
            complaints.append(f"[ERROR] missing required field: {name}")
    return values, complaints


def _value(kind: str, raw: Any) -> Any:
    if kind == "boolean":
        if isinstance(raw, bool):
            return raw
        if str(raw).lower() in ("true", "1"):
            return True
        if str(raw).lower() in ("false", "0"):
            return False
        raise ValueError(f"must be a boolean, not {raw!r}")
    if kind in ("number", "integer"):
        try:
            if isinstance(raw, bool):
                raise ValueError
            return int(raw)
        except (TypeError, ValueError):
            raise ValueError(f"must be a number, not {raw!r}") from None
    if kind == "json":
        return raw  # the handler parses it: a bad one has an error name of its own
    if kind == "string":
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            return str(raw)
        if not isinstance(raw, str):
            raise ValueError(f"must be a string, not {type(raw).__name__}")
    return raw
