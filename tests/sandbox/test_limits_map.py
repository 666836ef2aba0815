"""The list of limits and errors is whole, and every test it names is there."""

from __future__ import annotations

import importlib
import inspect
import json
from typing import Any

import pytest

from bot.sandbox.methods import methods
from tests.sandbox import test_limits
from tests.sandbox.limits_map import BLOCK, NOT_USED, TRIPPED, VIEW
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


@pytest.mark.parametrize("error", sorted(name for name in TRIPPED if name.startswith("errors.") and name != "errors.silent"))
def test_the_test_of_an_error_expects_that_error(error: str) -> None:
    file, name = TRIPPED[error].split("::")
    test = getattr(importlib.import_module(f"tests.sandbox.{file.removesuffix('.py')}"), name)
    assert error.rpartition(".")[2].removesuffix("*") in inspect.getsource(test)


@pytest.mark.parametrize("limit", sorted(name for name, test in TRIPPED.items() if test in (BLOCK, VIEW)))
def test_the_test_of_a_limit_has_a_case_for_it(limit: str) -> None:
    cases = test_limits.MESSAGE if TRIPPED[limit] == BLOCK else test_limits.VIEW
    part, _, name = limit.partition(".")
    for each in name.split("/")[: 1 if part == "elements" else None]:
        asked = {"message": f"message.{each}", "views": f"view.{each}"}.get(part, each)
        assert any(asked == case or asked.startswith(case) or case.startswith(f"{asked}.") for case in cases), asked
