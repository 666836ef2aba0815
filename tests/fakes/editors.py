"""A model that reads and judges as the editors of a labelled wire did: an oracle for `OpenAIServer`.

    server.oracle = Editors("bot/sandbox/wire")

What comes out of the desk then is the best that any model could do, so what is missing is lost by our own rules.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from bot.judge.llm import TIERS
from bot.read.companies import in_latin
from bot.read.quotes import locate
from bot.text import fold
from tests.fakes.openai_server import Asked, Messages, taken_apart

_NOTHING: dict[str, Any] = {"claims": [], "responses": [], "companies": [], "credits": []}


class Editors:
    """Answers from the labels of the episodes in `folder`; knows nothing of any other article."""

    def __init__(self, folder: str | Path) -> None:
        self.unknown: list[str] = []  # headlines it was asked about and does not have
        self._articles: dict[tuple[str, str, str], list[tuple[Any, dict[str, Any]]]] = {}
        for path in sorted(Path(folder).glob("*.json")):
            episode = json.loads(path.read_text(encoding="utf-8"))
            for article in episode if isinstance(episode, list) else episode["articles"]:
                self._articles.setdefault(_key(article), []).append((episode, article))

    def __call__(self, messages: Messages) -> dict[str, Any]:
        asked = taken_apart(messages)
        episode, article = self._find(asked)
        if article is None or isinstance(episode, list):
            return {"bearings": []} if asked.judging else _NOTHING
        return _judged(episode, article, asked) if asked.judging else _read(episode, article)

    def _find(self, asked: Asked) -> tuple[Any, Any]:
        key = (fold(asked.title), fold(asked.outlet), f"{asked.published:%Y-%m-%d}")
        found = self._articles.get(key, [])
        if not found:
            self.unknown.append(asked.title)
            return None, None
        # versions of one page differ in their text alone
        return max(found, key=lambda row: (fold(row[1]["text"]) == fold(asked.text), row[1]["published"]))


def _key(article: dict[str, Any]) -> tuple[str, str, str]:
    return fold(article["title"]), fold(article["outlet"]), str(article["published"])[:10]


def _read(episode: Any, article: dict[str, Any]) -> dict[str, Any]:
    claims = [c for c in episode["gold"]["claims"] if c["article"] == article["id"]][:4]
    here = {c["id"] for c in claims}
    return {
        **_NOTHING,
        "claims": [
            {
                "id": c["id"],
                "span": c["span"],
                "company": _printed(episode, c["company"], article),
                "counterparties": [],
                "parent": _parent(episode, c["company"], article),
                "statement": c["statement"],
                "credited": c["origin"],
                "sourcing": c["sourcing"],
                "source_count": c["source_count"],
                "hedged": False,
            }
            for c in claims
        ],
        "responses": [
            {
                "quote": r["quote"],
                "company": _printed(episode, r["company"], article),
                "speaker": r["speaker"],
                "kind": r["kind"],
                "via": None,
                "earlier": False,
                "answers": [c for c in r["answers"] if c in here],
                "addresses": None,
                "statement": _stated(episode, r),
            }
            for r in episode["gold"]["responses"]
            if r["article"] == article["id"]
        ],
        "companies": [c for c in (_company(c, article) for c in episode["companies"]) if c],
    }


def _judged(episode: Any, article: dict[str, Any], asked: Asked) -> dict[str, Any]:
    rows = []
    for quote, id in asked.denials.items():
        on = {r["id"] for r in episode["gold"]["responses"] if _alike(r["quote"], quote)}
        told = [b for b in episode["gold"]["bearings"] if b["article"] == article["id"] and b["on"] in on]
        row = {"denial": id, "same_matter": bool(told), "origin": None, "confidence": 1.0}
        label = told[0] if told else {"why": "another matter", "verdict": None, "tier": 4, "span": None}
        rest = {k: label[k] for k in ("why", "verdict", "span")}
        rows.append({**row, **rest, "evidence": {t: e for e, t in TIERS.items()}.get(label["tier"])})
    return {"bearings": rows}


def _alike(a: str, b: str) -> bool:
    a, b = (fold(text).strip(" .。,\"") for text in (a, b))
    return a in b or b in a


def _stated(episode: Any, response: dict[str, Any]) -> str:
    """What a careful reader writes of an answer: who, and which claim; what was said stays in its own words."""
    told = [c["statement"] for c in episode["gold"]["claims"] if c["id"] in response["answers"]]
    return f"{response['company']} answers the report that {told[0]}" if told else response["quote"]


def _company(company: dict[str, Any], article: dict[str, Any]) -> dict[str, Any] | None:
    """A company of the episode as the article names it; None if it does not."""
    names = [company["name"], *company["aliases"]]
    text = f"{article['title']}\n{article['text']}"
    printed = sorted((n for n in names if locate(text, n)), key=len, reverse=True)
    if not printed:
        return None
    latin = None if in_latin(printed[0]) else next((n for n in names if in_latin(n)), None)
    return {"name": printed[0], "also": printed[1:4], "latin": latin}


def _parent(episode: Any, name: str, article: dict[str, Any]) -> str | None:
    """The owner of a company, if the article names it."""
    owner = next((c["parent"] for c in episode["companies"] if c["name"] == name), None)
    printed = _printed(episode, owner, article) if owner else None
    return printed if printed and locate(f"{article['title']}\n{article['text']}", printed) else None


def _printed(episode: Any, name: str, article: dict[str, Any]) -> str:
    """The form of a company's name that the article prints."""
    names = [name]
    for company in episode["companies"]:
        if name in (company["name"], *company["aliases"]):
            names += [company["name"], *sorted(company["aliases"], key=len, reverse=True)]
    text = f"{article['title']}\n{article['text']}"
    return next((n for n in names if locate(text, n)), name)


class Hasty(Editors):
    """Reads as the editors did, with the habits of small models: quotes end with a stop and lose the attribution in
    their middle, marks are straightened, a company's own paper is read as a claim and as an admission."""

    def __call__(self, messages: Messages) -> dict[str, Any]:
        asked = taken_apart(messages)
        answer = super().__call__(messages)
        episode, article = self._find(asked)
        if asked.judging or article is None or isinstance(episode, list):
            return answer
        for response in answer["responses"]:
            response["quote"] = _retold(response["quote"])
        for claim in answer["claims"]:
            claim["span"] = _retold(claim["span"])
        shown = [b for b in episode["gold"]["bearings"] if b["article"] == article["id"] and b["verdict"] in _GOOD]
        if shown and article["kind"] in ("press_release", "filing"):
            on = next(r for r in episode["gold"]["responses"] if r["id"] == shown[0]["on"])
            company = _printed(episode, on["company"], article)
            answer["responses"].append(
                {
                    "quote": shown[0]["span"], "company": company, "speaker": "the company", "kind": "confirmation",
                    "via": None, "earlier": False, "answers": [], "addresses": None, "statement": _stated(episode, on),
                }
            )  # fmt: skip
            answer["claims"].append(
                {
                    "id": "own", "span": shown[0]["span"], "company": company, "counterparties": [], "parent": None,
                    "statement": "It is so.", "credited": None, "sourcing": "document", "source_count": 1, "hedged": False,
                }
            )  # fmt: skip
        return answer


_GOOD = ("confirms", "overtaken")
_SPLIT = re.compile(r"[,.]?[”»]\s?,?\s[^“”«»]{4,150}?[“«]")


def _retold(words: str) -> str:
    straight = _SPLIT.sub(" ", words).translate(str.maketrans("“”«»’", '""""\''))
    return straight if straight.endswith((".", "。")) else f"{straight}."
