"""What the screen lets through: of what must pass, of what need not; and what that means in dollars. Only reading."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import prompts
from bot.evals.labelled import Labelled, Labels
from bot.evals.marks import Figure, Mark, Marks, share
from bot.evals.stance import bodies_of
from bot.judge.bearing import INFORMATIVE
from bot.llm.client import OPENAI
from bot.llm.prices import cost
from bot.llm.rungs import strict
from bot.read.llm import ReadAnswer, material
from bot.read.reading import Document
from bot.read.screen import Screened, screen
from bot.replay import moment_of

#: Whoever answers a report is told of with one of these words; a body without any has nothing for a reader. Kept
#: apart from the screen's own lists on purpose: what is measured must not say what is right.
ANSWER_CUE = re.compile(
    r"\b(?:den(?:y|ied|ies|ying|ials?)|spokes\w+|comment\w*|confirm\w*|refut\w+|rebut\w*|reject\w*|dismiss\w*|statement|"
    r"respon(?:d|ded|ds|se)\w*|repl(?:y|ied|ies)|declin\w+|refus\w+|false|untrue|hoax|not true|claim(?:s|ed)?|admit\w*|acknowledg\w+)\b",
    re.I,
)
_WHEN = datetime(2015, 1, 1, tzinfo=UTC)  # FNC-1's bodies bear no dates


@dataclass(frozen=True)
class Price:
    """What reading a thousand articles of one kind costs. Tokens are estimates, see `tokens`; money is US dollars."""

    what: str
    articles: int
    passed: float
    tokens_in: float
    whole: float
    screened: float
    cached: float


def marks(labelled: Labelled, fnc1: Path | None = None, step: Callable[[], None] = lambda: None) -> Iterator[Mark]:
    """A mark for each article of the wire and, with `fnc1`, for each of its bodies without an answer cue word.

    `of`: "must" (it carries a response or says something about a denial), "other" (of an episode, and neither),
    "distractors", "fnc1". `got`: "passes" or "held". Raises MaterialError.
    """
    for episode in labelled.episodes:
        needed = {r["article"] for r in episode.gold["responses"]}
        needed |= {b["article"] for b in episode.gold["bearings"] if b["verdict"] in INFORMATIVE}
        for article in episode.articles:
            must = article["id"] in needed
            yield _mark("must" if must else "other", episode.id, document(article), must)
            step()
    for article in labelled.distractors:
        yield _mark("distractors", article["url"], document(article), False)
        step()
    for name, body in bodies_of(fnc1).items() if fnc1 else ():
        if not ANSWER_CUE.search(body):
            yield _mark("fnc1", name, _body(name, body), False)
        step()


def _mark(of: str, cluster: str, doc: Document, must: bool) -> Mark:
    found = _screened(doc)
    gold, got = "passes" if must else "held", "passes" if found.passes else "held"
    return Mark(of, cluster, gold, got, gold == got, doc.lang, doc.kind or "", doc.url, doc.title or doc.text[:200], "; ".join(found.cues))


@lru_cache(maxsize=4096)
def _screened(doc: Document) -> Screened:
    """What the screen says, kept: shares and prices ask for the same articles."""
    return screen(doc)


def document(article: Labels) -> Document:
    """An article of labelled material as a reader sees it."""
    return Document(
        id=article["url"], url=article["url"], outlet=article.get("outlet", ""), kind=article.get("kind"), lang=article.get("lang", "en"),
        title=article["title"], text=article["text"], published=moment_of(article["published"]) or _WHEN,
    )  # fmt: skip


def _body(name: str, text: str) -> Document:
    return Document(id=name, url=f"fnc1:{name}", text=text, published=_WHEN)


def _passed(marks: Marks) -> float | None:
    return sum(m.got == "passes" for m in marks) / len(marks) if marks else None


FIGURES: dict[str, tuple[str, Figure]] = {
    "screen_recall": ("must", share),
    "distractors_let_through": ("distractors", _passed),
    "fnc1_without_cue_let_through": ("fnc1", _passed),
    "others_let_through": ("other", _passed),
}


# cost --------------------------------------------------------------------------------------------------------------


def prices(labelled: Labelled, fnc1: Path | None, model: str, limit: int) -> list[Price]:
    """Dollars for reading 1,000 articles of each kind with `model`: all of them, only what the screen lets
    through, and the latter where the server keeps the unchanging part of the prompt in its cache.

    `limit`: characters of an article that a prompt takes. Raises MaterialError.
    """
    kinds: list[tuple[str, list[Document]]] = [
        ("articles of episodes", [document(a) for e in labelled.episodes for a in e.articles]),
        ("distractors", [document(a) for a in labelled.distractors]),
    ]
    if fnc1:
        kinds.append(("FNC-1 bodies", [_body(name, text) for name, text in bodies_of(fnc1).items()]))
    return [_price(what, docs, model, limit) for what, docs in kinds if docs]


def _price(what: str, docs: list[Document], model: str, limit: int) -> Price:
    fixed, out = _fixed(), _answer()
    all_in = [fixed + tokens(_user(d, limit)) for d in docs]
    through = [size for size, d in zip(all_in, docs, strict=True) if _screened(d).passes]
    per = 1000 / len(docs)

    def dollars(sizes: Iterable[int], cached: int = 0) -> float:
        return per * sum(cost(OPENAI, model, model, size, out, cached) for size in sizes)

    return Price(what, len(docs), len(through) / len(docs), sum(all_in) / len(docs), dollars(all_in), dollars(through), dollars(through, fixed))


def tokens(text: str) -> int:
    """How many tokens a text makes, roughly: four letters each, one for each character of scripts without spaces."""
    wide = sum(1 for c in text if "\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af")
    return wide + -(-(len(text) - wide) // 4)


def _fixed() -> int:
    """The part of every question that never changes: the system message with its examples, and the schema."""
    return tokens(prompts.load("read").messages(**material(_body("", "x"), 1))[0]["content"]) + tokens(json.dumps(strict(ReadAnswer)))


def _user(doc: Document, limit: int) -> str:
    return prompts.load("read").given({"given": material(doc, limit)})


def _answer() -> int:
    """The mean size of an answer: that of the prompt's own examples."""
    sizes = [tokens(json.dumps(e["answer"], ensure_ascii=False)) for e in prompts.load("read").examples]
    return round(sum(sizes) / len(sizes)) if sizes else 200
