"""The reader that asks a language model: one call an article, and then rules that believe none of it.

The model returns words; each is looked up in the article, and what does not stand there is dropped and counted.
Names, newsrooms and speakers that the article does not print are not taken either, so that an article that
talks to the model can at most misplace its own words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Annotated, Any, Protocol

from pydantic import Field

from bot.llm import talk
from bot.llm.material import cut, fence, one_line, plain, visible
from bot.llm.rungs import Answer, Shape, capped, shortened
from bot.read import companies
from bot.read.grounds import Grounds, quoted
from bot.read.reading import Alias, Claim, Document, Party, Reading, Response, ResponseKind, Sourcing
from bot.settings import Settings

#: Papers that companies and authorities put out themselves: but for findings, they report nothing about others.
_PAPERS = frozenset({"press_release", "filing", "transcript"})
#: Papers in which a company may be believed about its own names.
_OWN = frozenset({"press_release", "filing"})

Name = Annotated[str, shortened(120)]


class ReadClaim(Answer):
    id: Annotated[str, shortened(20)]
    span: str
    company: Name
    counterparties: Annotated[list[Name], capped(4), Field(max_length=4)]
    parent: Name | None
    statement: Annotated[str, shortened(400)]
    credited: Name | None
    sourcing: Sourcing
    source_count: int | None
    hedged: bool


class ReadResponse(Answer):
    quote: str
    company: Name
    speaker: Name
    kind: ResponseKind
    via: Name | None
    earlier: bool
    answers: Annotated[list[str], capped(4), Field(max_length=4)]
    addresses: str | None
    statement: Annotated[str, shortened(400)]


class ReadCompany(Answer):
    name: Name
    also: Annotated[list[Name], capped(3), Field(max_length=3)]
    latin: Name | None


class ReadAnswer(Answer):
    """What `prompts/read.jinja` asks for."""

    claims: Annotated[list[ReadClaim], capped(4), Field(max_length=4)]
    responses: Annotated[list[ReadResponse], capped(10), Field(max_length=10)]
    companies: Annotated[list[ReadCompany], capped(16), Field(max_length=16)]
    credits: Annotated[list[Name], capped(6), Field(max_length=6)]


class Asks(Protocol):
    """What a reader or judge needs of `bot.llm.Llm`."""

    settings: Settings
    model: str

    def ask(
        self,
        prompt: str,
        variables: dict[str, Any],
        shape: type[Shape],
        check: Callable[[Shape], Sequence[str]] | None = None,
    ) -> Shape: ...


def material(doc: Document, limit: int, *more: str) -> dict[str, str]:
    """A document as the prompts take it: visible characters only, capped, with a mark that fences it.

    `limit`: characters of the text; `more`: what else will stand inside the fence.
    """
    given = {
        "outlet": one_line(doc.outlet),
        "kind": doc.kind or "unknown",
        "lang": one_line(doc.lang),
        "published": f"{doc.published:%Y-%m-%d}",
        "title": talk.without(one_line(doc.title), doc.lang),
        "text": cut(talk.without(visible(doc.text), doc.lang), limit),
    }
    return {**given, "mark": fence(*given.values(), *more)}


class LlmReader:
    """Reads one document with `llm`. `name` is what the ledger notes as the reader."""

    def __init__(self, llm: Asks) -> None:
        self.llm = llm
        self.name = f"llm:{llm.model}"

    def read(self, doc: Document) -> Reading:
        """What the document holds. Raises bot.llm.LlmError when there is no answer."""
        grounds = Grounds(doc)

        def astray(answer: ReadAnswer) -> list[str]:
            words = [c.span for c in answer.claims] + [r.quote for r in answer.responses if not r.earlier]
            return [w for w in words if grounds.span(w) is None]

        answer = self.llm.ask("read", material(doc, self.llm.settings.llm_max_chars), ReadAnswer, astray)
        return grounded(doc, answer, self.name)


def grounded(doc: Document, answer: ReadAnswer, reader: str) -> Reading:
    """The answer as a reading: only what the document itself bears out."""
    grounds = Grounds(doc)
    credits = tuple(_once(n for raw in answer.credits if (n := grounds.newsroom(raw)) and n != doc.outlet))
    reported = [c for c in answer.claims if not _its_own(doc, c)]
    claims, numbers, dropped = _claims(grounds, reported, credits)
    responses: dict[tuple[int, int, str], Response] = {}
    for said in answer.responses:
        if said.earlier:
            continue
        quote, company = grounds.span(said.quote), grounds.name(said.company)
        if quote is None or company is None:
            dropped += 1
            continue
        addresses = grounds.span(said.addresses)
        dropped += bool(said.addresses) and addresses is None
        response = Response(
            company=company,
            speaker=grounds.speaker(said.speaker) or "the company",
            kind=said.kind,
            quote=quote,
            direct=quoted(doc.text, quote),
            answers=tuple(sorted({numbers[a] for a in said.answers if a in numbers})),
            addresses=addresses,
            via=_via(grounds, said.via),
            statement=plain(said.statement),
        )
        responses.setdefault((quote.start, quote.end, companies.key(company)), response)
    listed = {name: raw for raw in answer.companies if (name := grounds.name(raw.name))}
    named = [c.company for c in claims] + [r.company for r in responses.values()]
    return Reading(
        reader=reader,
        claims=tuple(claims),
        responses=tuple(responses.values()),
        companies=tuple(_once((*named, *listed))),
        aliases=tuple(a for name, raw in listed.items() for a in _aliases(grounds, name, raw)),
        credits=credits,
        dropped=dropped,
    )


def _its_own(doc: Document, claim: ReadClaim) -> bool:
    """What a company says of itself in a paper of its own is no report about it; an authority's finding is."""
    if doc.kind not in _PAPERS:
        return False
    return claim.sourcing != "official" or companies.kin(claim.company, doc.outlet)


def _claims(
    grounds: Grounds, given: Iterable[ReadClaim], credits: Sequence[str]
) -> tuple[list[Claim], dict[str, int], int]:
    """The claims that the document bears out, the place of each of the model's ids among them, and the dropped."""
    claims: list[Claim] = []
    numbers: dict[str, int] = {}
    dropped = 0
    for said in given:
        span, company = grounds.span(said.span), grounds.name(said.company)
        if span is None or company is None or not said.statement:
            dropped += 1
            continue
        same = next((i for i, c in enumerate(claims) if (c.span, c.company) == (span, company)), None)
        numbers.setdefault(said.id, len(claims) if same is None else same)
        if same is not None:
            continue
        claims.append(
            Claim(
                company=company,
                statement=plain(said.statement) or one_line(span.text),
                origin=_origin(grounds, said.credited, credits),
                sourcing=said.sourcing,
                source_count=said.source_count if said.source_count and 0 < said.source_count < 100 else None,
                span=span,
                hedged=said.hedged,
                parties=tuple(_parties(grounds, said, company)),
            )
        )
    return claims, numbers, dropped


def _origin(grounds: Grounds, credited: str | None, credits: Sequence[str]) -> str:
    """Who reported it first. A name that the article does not print (a translated one, say) still means somebody
    else: then it is whom the article does credit, so that a report passed on does not look like one of its own."""
    if not credited:
        return grounds.doc.outlet
    return grounds.newsroom(credited) or next(iter(credits), grounds.doc.outlet)


def _parties(grounds: Grounds, said: ReadClaim, company: str) -> Iterator[Party]:
    yield Party(name=company, role="subject")
    if (
        said.parent
        and (parent := grounds.name(said.parent))
        and companies.key(parent) != companies.key(company)
    ):
        yield Party(name=parent, role="parent")
    for raw in said.counterparties:
        if (name := grounds.name(raw)) and companies.key(name) != companies.key(company):
            yield Party(name=name, role="counterparty")


def _via(grounds: Grounds, via: str | None) -> str:
    found = grounds.newsroom(via)
    return found if found and found != grounds.doc.outlet else ""


def _aliases(grounds: Grounds, name: str, said: ReadCompany) -> Iterator[Alias]:
    """Other names of a company that may be believed: a part of its own, given in brackets after it, printed in
    another script, or in a paper of its own; and how a name in another script is written in Latin letters."""
    for raw in said.also:
        other = grounds.printed(one_line(raw))
        if not companies.key(other) or companies.key(other) == companies.key(name):
            continue
        own = grounds.doc.kind in _OWN and companies.kin(name, grounds.doc.outlet)
        short = set(companies.key(other).split()) < set(companies.key(name).split()) and other[0].isupper()
        if own or short or companies.in_latin(name) != companies.in_latin(other) or grounds.beside(name, other):
            yield Alias(name=name, other=other)
    latin = one_line(said.latin or "")
    if not companies.in_latin(name) and companies.in_latin(latin) and plain(latin):
        yield Alias(name=name, other=latin)


def _once(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if (key := companies.key(name)) and key not in seen:
            seen.add(key)
            yield name


__all__ = ["LlmReader", "ReadAnswer", "grounded", "material"]
