"""Invented matters for the offline judge: a claim, an answer to it, and later articles with what each must come to.

They stand as text in `told/*.txt`, one block a matter, so that they are read and added to as stories are:

    === name | lang | company | its names, by commas | outlet | kind of denial | said (UTC) | who denied, if another
    claim: what was reported
    denial: the company's words
    --- published (UTC) | outlet | kind | verdict | tier | language, if another | headline
    own: words of a claim that the newsroom reports as its own | its sourcing
    admits: words by which the company confirms
    The text of the article, in paragraphs.

"nothing" as a verdict: another matter, no bearing at all. `own` and `admits` may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.judge.bearing import ClaimOnFile, Denial
from bot.read.reading import Claim, Document, Reading, Response, Span

TOLD = Path(__file__).with_name("told")


@dataclass(frozen=True)
class Later:
    """An article after the denial. `own`: (words, sourcing). `verdict` None: no bearing at all."""

    published: str
    outlet: str
    kind: str | None
    title: str
    text: str
    verdict: str | None
    tier: int = 4
    lang: str = ""
    own: tuple[str, str] | None = None
    admits: str = ""


@dataclass(frozen=True)
class Story:
    name: str
    lang: str
    company: str
    names: tuple[str, ...]
    outlet: str
    claim: str
    kind: str
    quote: str
    said: str
    later: tuple[Later, ...] = ()
    by: str = ""


def stories(file: str = "*") -> Iterator[Story]:
    """The matters of one file of `told`, or of all, in order. Raises ValueError for a block that lacks a field."""
    for path in sorted(TOLD.glob(f"{file}.txt")):
        for block in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            yield _story(block)


def _story(block: str) -> Story:
    front, *articles = re.split(r"^--- ", block, flags=re.M)
    head, told = front.split("\n", 1)
    name, lang, company, names, outlet, kind, said, by = (f.strip() for f in head.split("|"))
    claim, quote = re.fullmatch(r"claim: (.*)\ndenial: (.*)\n*", told).groups()
    return Story(
        name, lang, company, tuple(n.strip() for n in names.split(",")), outlet, claim, kind, quote, said,
        tuple(_later(a) for a in articles), by,
    )  # fmt: skip


def _later(block: str) -> Later:
    head, text = block.split("\n", 1)
    published, outlet, kind, verdict, tier, lang, title = (f.strip() for f in head.split("|", 6))
    notes, text = re.fullmatch(r"((?:(?:own|admits): [^\n]*\n)*)(.*?)\n*", text, re.DOTALL).groups()
    said = dict(line.split(": ", 1) for line in notes.splitlines())
    words, _, sourcing = said.get("own", "").rpartition(" | ")
    return Later(
        published, outlet, kind or None, title, text, None if verdict == "nothing" else verdict, int(tier), lang,
        (words, sourcing) if words else None, said.get("admits", ""),
    )  # fmt: skip


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def denial(story: Story) -> Denial:
    claim = ClaimOnFile(
        id="c-1", article="a-0", company=story.company, names=story.names, statement=story.claim, span=story.claim,
        context=story.claim, origin=story.outlet, sourcing="anonymous", outlet=story.outlet, lang=story.lang,
        published=moment(story.said),
    )  # fmt: skip
    return Denial(
        id="r-1", article="a-0", company=story.by or story.company, names=story.names, kind=story.kind, quote=story.quote,
        context=story.claim, outlet=story.outlet, url="https://paper.example/0", lang=story.lang, published=moment(story.said),
        claims=(claim,),
    )  # fmt: skip


def document(story: Story, later: Later) -> Document:
    return Document(
        id="a-1", url="https://page.example/1", outlet=later.outlet, kind=later.kind, lang=later.lang or story.lang,
        title=later.title, text=later.text, published=moment(later.published),
    )  # fmt: skip


def reading(story: Story, later: Later) -> Reading:
    def span(words: str) -> Span:
        at = later.text.index(words)
        return Span(start=at, end=at + len(words), text=words)

    claims = ()
    if later.own:
        words, sourcing = later.own
        claims = (
            Claim(company=story.company, statement=words, origin=later.outlet, sourcing=sourcing, span=span(words)),
        )
    responses = ()
    if later.admits:
        responses = (
            Response(company=story.company, speaker="", kind="confirmation", quote=span(later.admits), answers=()),
        )
    return Reading(reader="test", claims=claims, responses=responses)
