"""Nothing that reads or judges knows the labelled wire: no name of it, no run of its words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
WIRE = ROOT.parent / "shared" / "wire"
#: Where rules, prompts and lists live.
WATCHED = ("bot/read", "bot/judge", "bot/llm", "bot/watch", "bot/data", "prompts")
WORDS = 6
CHARACTERS = 12
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not WIRE.is_dir(), reason="../shared/wire is not here: the labelled wire stays outside the repository"),
]


def wire() -> Iterator[dict[str, Any]]:
    for path in sorted(WIRE.glob("*.json")):
        found = json.loads(path.read_text("utf-8"))
        yield from [found] if isinstance(found, dict) else [{"articles": found, "companies": []}]


def watched() -> str:
    files = [p for folder in WATCHED for p in sorted((ROOT / folder).rglob("*")) if p.suffix in (".py", ".json", ".jinja", ".csv", ".tsv", ".txt")]
    assert len(files) > 40
    return "\n".join(p.read_text("utf-8") for p in files)


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def names() -> set[str]:
    """Companies and their aliases, outlets, and people who are called by two names."""
    found: set[str] = set()
    for episode in wire():
        for company in episode["companies"]:
            found |= {company["name"], *company["aliases"]}
        for article in episode["articles"]:
            found.add(article["outlet"])
        for response in episode.get("gold", {}).get("responses", []):
            found |= {response["company"], response["speaker"].split(",")[0]}
    # "the company", "a spokesperson" and lone common words are nobody's names
    return {n for n in found if n and (_EASTERN.search(n) or (re.search(r"[A-ZÀ-Þ]\w+ [A-ZÀ-Þ]", n) and not n.lower().startswith(("the ", "a "))))}


def test_no_company_person_or_outlet_of_the_wire_is_named() -> None:
    text = " " + plain(watched()) + " "
    common = {"Trade Ministry", "Competition Authority"}  # kinds of authority, not names
    held = {n for n in names() - common if len(plain(n)) >= 4 and (plain(n) in text if _EASTERN.search(n) else f" {plain(n)} " in text)}
    assert held == set()


def test_no_run_of_words_of_the_wire_stands_in_the_rules() -> None:
    words = plain(watched()).split()
    runs = {tuple(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1)}
    held = set()
    for episode in wire():
        for article in episode["articles"]:
            text = plain(article["title"] + "\n" + article["text"]).split()
            held |= {" ".join(text[i : i + WORDS]) for i in range(len(text) - WORDS + 1) if tuple(text[i : i + WORDS]) in runs}
    assert held == set()


def test_no_run_of_characters_of_the_wire_stands_in_the_rules() -> None:
    eastern = "".join(c if _EASTERN.match(c) else " " for c in watched())
    runs = {part[i : i + CHARACTERS] for part in eastern.split() for i in range(len(part) - CHARACTERS + 1)}
    held = set()
    for episode in wire():
        for article in episode["articles"]:
            text = "".join(c if _EASTERN.match(c) else " " for c in article["text"])
            held |= {part[i : i + CHARACTERS] for part in text.split() for i in range(len(part) - CHARACTERS + 1) if part[i : i + CHARACTERS] in runs}
    assert held == set()
