"""The list of limits and errors is whole, and every test it names is there."""

from __future__ import annotations

import importlib
import json
from typing import Any

import pytest

from bot.sandbox.methods import methods
from tests.sandbox.limits_map import NOT_USED, TRIPPED
from tests.sandbox.tools import SHARED, needs_shared


def named(errors: dict[str, Any]) -> set[str]:
    """The errors of the collection by method; what stands in brackets behind a name explains it."""
    out = {"errors.silent"}
    for method, names in errors.items():
        if method != "silent":
            out |= {f"errors.{method}.{str(name).split()[0]}" for name in names}
    return out


@needs_shared
def test_every_limit_and_error_is_tripped() -> None:
    found = json.loads((SHARED / "limits.json").read_text("utf-8"))
    limits = {
        f"{part}.{name}"
        for part in ("message", "blocks", "elements", "views", "timing", "rate", "manifest")
        for name in found[part]
        if name != "_source"
    }
    assert set(TRIPPED) | set(NOT_USED) == limits | named(found["errors_to_model"])
    assert not set(TRIPPED) & set(NOT_USED)


@pytest.mark.parametrize("test", sorted(set(TRIPPED.values())))
def test_every_test_it_names_is_there(test: str) -> None:
    file, name = test.split("::")
    module = importlib.import_module(f"tests.sandbox.{file.removesuffix('.py')}")
    assert callable(getattr(module, name))


def test_what_is_not_used_is_really_not_there() -> None:
    for name in NOT_USED:
        prefix = name.removeprefix("rate.").split("*")[0]
        assert not any(method.startswith(prefix) for method in methods())
