"""What a judge takes in (`Denial`, with its `ClaimOnFile`s) and gives back (`Bearing`). No business logic."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from bot.read.reading import Model, ResponseKind, Sourcing, Span

Verdict = Literal["undercuts", "confirms", "partly_undercuts", "overtaken", "no_bearing"]
Status = Literal["open", "contested", "undercut", "partly_undercut", "upheld", "overtaken", "stale"]
Tier = Literal[1, 2, 3, 4]

#: Verdicts that tell something about a denial; `no_bearing` does not.
INFORMATIVE: frozenset[str] = frozenset({"undercuts", "confirms", "partly_undercuts", "overtaken"})


class ClaimOnFile(Model):
    """A claim of the ledger. `context`: title and first sentences of its article. `published`: UTC.

    `company`: its name as resolved; `names`: every alias known for it and its family; `own_names`: its own only.
    """

    id: str
    article: str
    company: str
    names: tuple[str, ...] = ()
    own_names: tuple[str, ...] = ()
    statement: str
    span: str
    context: str = ""
    origin: str
    sourcing: Sourcing = "unattributed"
    outlet: str = ""
    lang: str = "en"
    published: datetime


class Denial(Model):
    """A denial of the ledger, with the claims that it answers. `id` is the response's. `published`: UTC.

    `names`: every alias of the company and its family; `own_names`: of the company alone. `admits`: the words by
    which the same company, in the same article, admits part of the claim; "" where it does not. `statement`: the
    answer in one English sentence, where a reader gave one. `beside`: what else was said in the reports that it
    answers, where it takes up a detail only.
    """

    id: str
    article: str
    case: int | None = None
    company: str
    names: tuple[str, ...] = ()
    own_names: tuple[str, ...] = ()
    admits: str = ""
    speaker: str = ""
    kind: ResponseKind
    quote: str
    statement: str = ""
    context: str = ""
    outlet: str = ""
    url: str = ""
    lang: str = "en"
    published: datetime
    claims: tuple[ClaimOnFile, ...] = ()
    beside: tuple[str, ...] = ()


class Bearing(Model):
    """A later article held against an earlier denial. `why`: one line, for people. `confidence`: 0..1.

    `origin`: the newsroom (or company, authority) the evidence comes from, for counting independence.
    `span` is None only with `no_bearing`.
    """

    denial: str
    verdict: Verdict
    tier: Tier
    span: Span | None
    why: str
    origin: str = ""
    judge: str = "offline"
    confidence: float = Field(default=1.0, ge=0.0, le=1.0)
