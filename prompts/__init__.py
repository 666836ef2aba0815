"""The prompts, one file each, loaded by name: `prompts/<name>.jinja`, its examples in `prompts/<name>.json`.

A file begins with a comment that holds its version and notes on the answer's shape, and has two blocks: `system`
(the same for every article, so that servers can cache it) and `user` (the material, last). The examples are
`[{"given": {variables of the user block}, "answer": {...}}]`; a test checks each against its own text.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

_HERE = Path(__file__).parent
_VERSION = re.compile(r"^version:\s*(\S+)", re.M)
_JINJA = Environment(
    loader=FileSystemLoader(_HERE),
    autoescape=False,  # noqa: S701 - prompts are plain text
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True)
class Prompt:
    """A prompt ready to be filled in. `version`: as written in the file, plus a digest of what it says."""

    name: str
    version: str
    template: Template
    examples: tuple[Mapping[str, Any], ...]

    def messages(self, **variables: Any) -> list[dict[str, str]]:
        """The system and the user message. Raises jinja2.UndefinedError when a variable is missing."""
        return [
            {"role": "system", "content": self._block("system", examples=self.examples)},
            {"role": "user", "content": self._block("user", **variables)},
        ]

    def given(self, example: Mapping[str, Any]) -> str:
        """The material of an example, in the very form in which real material is given."""
        return self._block("user", **example["given"])

    def _block(self, name: str, **variables: Any) -> str:
        context = self.template.new_context({**variables, "given": self.given, "json": _json})
        return "".join(self.template.blocks[name](context)).strip()


@cache
def load(name: str) -> Prompt:
    """The prompt of that name. Raises FileNotFoundError or ValueError (no version) for one that is not there."""
    path = _HERE / f"{name}.jinja"
    source = path.read_text(encoding="utf-8")
    if not (found := _VERSION.search(source)):
        raise ValueError(f"{path.name} does not say its version in its first comment")
    kept = path.with_suffix(".json")
    examples = kept.read_text(encoding="utf-8") if kept.is_file() else "[]"
    mark = hashlib.blake2b((source + examples).encode(), digest_size=4).hexdigest()
    return Prompt(name, f"{found[1]}+{mark}", _JINJA.get_template(path.name), tuple(json.loads(examples)))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
