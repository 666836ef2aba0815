"""The language model behind one door: `Llm.ask` sends a prompt and returns an answer of the asked shape.

errors.py     what can go wrong, each with one line that names the server and the fix
rungs.py      the shapes: strict JSON schema, reading an answer back, what to say when it does not fit
http.py       one request has so many seconds in all and so many bytes, and is not repeated after a time-out
breaker.py    when to leave a failing server alone, and for how long (pure)
prices.py     what a call cost
material.py   untrusted text made fit for a prompt: no invisible characters, capped, fenced (pure)
talk.py       passages that talk to a machine instead of a reader (pure)
said.py       what a server said, or what its error means
client.py     `Llm`: cache, budget, breaker, ladder, log
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.llm.errors import BudgetSpent, LlmError, LlmGarbage, LlmRefused, LlmUnavailable

if TYPE_CHECKING:
    from bot.llm.client import Llm

__all__ = ["BudgetSpent", "Llm", "LlmError", "LlmGarbage", "LlmRefused", "LlmUnavailable"]


def __getattr__(name: str) -> Any:
    """`Llm` when it is first asked for: the openai package takes over half a second to import, and those without a
    model (the demo, an export, `--help`) need not wait for it."""
    if name == "Llm":
        from bot.llm.client import Llm

        return Llm
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
