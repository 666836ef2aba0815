"""What a reader takes in (`Document`) and gives back (`Reading`). No business logic, nothing but pydantic.

Every quote and span is a `Span`: a slice of `Document.text` with its offsets. A reader that cannot
point at the words does not return them.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

ArticleKind = Literal[
    "wire", "newspaper", "trade", "blog", "broadcast", "press_release", "filing", "court", "transcript", "social"
]
ResponseKind = Literal[
    "flat_denial",
    "specific_denial",
    "non_denial",
    "time_bound_denial",
    "undecided",
    "unaware",
    "no_comment",
    "no_response",
    "confirmation",
    "third_party_denial",
]
Sourcing = Literal["anonymous", "named", "document", "official", "unattributed"]
Role = Literal["subject", "counterparty", "parent", "subsidiary"]

#: The six kinds of response that are denials; only these are followed up.
DENIALS: frozenset[str] = frozenset(
    {"flat_denial", "specific_denial", "non_denial", "time_bound_denial", "undecided", "unaware"}
)


class Model(BaseModel):
    """Frozen base: what was read does not change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Model):
    """A verbatim slice: `document.text[start:end] == text`."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Document(Model):
    """One version of one page, as a reader or judge sees it. `published` is aware, in UTC."""

    id: str
    url: str
    outlet: str = ""
    kind: ArticleKind | None = None
    lang: str = "en"
    title: str = ""
    text: str
    published: datetime


class Party(Model):
    """A company of a claim and its role in the matter."""

    name: str
    role: Role


class Claim(Model):
    """A reported proposition about a company that it could confirm or deny.

    `company`: the fullest form of its name in the article. `statement`: a self-contained sentence (English
    where the reader can, else the article's language). `origin`: the newsroom or person that first reported
    it, the article's own outlet when it is its own report. `span`: the words of the article that state it.
    """

    company: str
    statement: str
    origin: str
    sourcing: Sourcing
    source_count: int | None = None
    span: Span
    hedged: bool = False
    parties: tuple[Party, ...] = ()


class Response(Model):
    """What a company (or, for `third_party_denial`, somebody else) says to a claim.

    `quote`: the company's own words when quoted, else the sentence reporting them. `answers`: indexes into
    the claims of the same reading. `addresses`: when the claim is not in this article, the words by which
    the response points at it ("the report in today's ..."). `via`: the newsroom it was told to, when that is
    not the article's own outlet ("a spokeswoman told the agency"), so that the ledger can know a repetition.
    `statement`: the answer and what it answers in one English sentence, for comparing across languages, never
    shown as a quote; "" where the reader gives none.
    """

    company: str
    speaker: str
    kind: ResponseKind
    quote: Span
    direct: bool = False
    answers: tuple[int, ...] = ()
    addresses: Span | None = None
    via: str = ""
    statement: str = ""


class Alias(Model):
    """Another name of a company: `name` as the article prints it, `other` printed too, or its spelling in Latin letters."""

    name: str
    other: str


class Reading(Model):
    """All that one reader found in one article. `companies`: every company named, fullest form first seen.

    `credits`: newsrooms the article credits with reporting ("Reuters reported"). `dropped`: quotes and spans
    that could not be found in the text and were thrown away.
    """

    reader: str
    claims: tuple[Claim, ...] = ()
    responses: tuple[Response, ...] = ()
    companies: tuple[str, ...] = ()
    aliases: tuple[Alias, ...] = ()
    credits: tuple[str, ...] = ()
    dropped: int = 0
