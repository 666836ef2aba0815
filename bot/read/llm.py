"""The reader that asks a language model: one call an article, and then rules that believe none of it.

The model returns words; each is looked up in the article, and what does not stand there is dropped and counted.
Names, newsrooms and speakers that the article does not print are not taken either, so that an article that
talks to the model can at most misplace its own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Annotated, Any, Protocol

from pydantic import Field

from bot.llm import talk
from bot.llm.material import cut, fence, offsets, one_line, plain, visible
from bot.llm.rungs import Answer, Shape, capped, shortened
from bot.read import companies
from bot.read.quotes import locate
from bot.read.reading import Claim, Document, Party, Reading, Response, ResponseKind, Sourcing, Span
from bot.settings import Settings
from bot.text import fold

#: Longest quote or span kept, in characters: what is longer is no quote but the article.
LONGEST = 1200
#: A speaker may be described in these words without being printed in the article.
_USUAL = """
    a an the of for in at and by its on to his her their company firm bank group authority agency party regulator
    ministry court union management board council owner airline maker retailer newspaper house office person people
    unnamed anonymous official officials spokesperson spokesman spokeswoman spokespeople representative executive
    executives statement press release exchange filing disclosure notice email e-mail letter post plea affidavit
    announcement audit report call chief officer head director manager managing president vice chair chairman chairwoman
    founder co-founder partner counsel lawyer attorney secretary treasurer general financial finance operating
    operations technology legal medical marketing sales communications public relations media investor external
    affairs corporate human resources strategy quality safety product security supervisory member former interim
    deputy senior global regional adviser advisor employee supplier buyer bidder minister mayor commissioner auditor
    ceo cfo coo cto
"""
_ROLES = frozenset(_USUAL.split())
_ASIDE = re.compile(r"\s*[(（]([^()（）]+)[)）]")

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


class ReadAnswer(Answer):
    """What `prompts/read.jinja` asks for."""

    claims: Annotated[list[ReadClaim], capped(4), Field(max_length=4)]
    responses: Annotated[list[ReadResponse], capped(10), Field(max_length=10)]
    companies: Annotated[list[Name], capped(16), Field(max_length=16)]
    credits: Annotated[list[Name], capped(6), Field(max_length=6)]


class Asks(Protocol):
    """What a reader or judge needs of `bot.llm.Llm`."""

    settings: Settings
    model: str

    def ask(self, prompt: str, variables: dict[str, Any], shape: type[Shape]) -> Shape: ...


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


class Grounds:
    """Finds words of a model's answer in the document that it was given."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.shown = visible(doc.text)
        self._map = None if self.shown == doc.text else offsets(doc.text)
        self._talk = talk.passages(self.shown, doc.lang)
        self._named = f"{talk.without(one_line(doc.title), doc.lang)}\n{talk.without(self.shown, doc.lang)}"

    def span(self, words: str | None) -> Span | None:
        """The slice of the document's own text that holds these words; None if there is none or it is too long."""
        words = visible(words or "").strip()
        if not words or len(words) > LONGEST:
            return None
        found = locate(self.shown, words)
        if found is None or any(found.start < end and start < found.end for start, end in self._talk):
            return None
        if self._map is None:
            return found
        start, end = self._map[found.start], self._map[found.end - 1] + 1
        return Span(start=start, end=end, text=self.doc.text[start:end])

    def printed(self, name: str) -> str:
        """The name as the article prints it, first time; "" if it does not. Capitals are the model's, unless it shouts."""
        found = locate(self._named, name) if len(name) > 1 else None
        if found is None:
            return ""
        printed = one_line(found.text)
        return name if fold(name) == fold(printed) and not name.isupper() else printed

    def name(self, name: str) -> str | None:
        """The name as far as the article prints it: "Hale Group Ltd" -> "Hale Group", "Hale (海尔)" -> "海尔"; else None."""
        name = one_line(name)
        for form in dict.fromkeys((name, _ASIDE.sub("", name), *_ASIDE.findall(name))):
            if printed := self.printed(form):
                return printed
        words = _ASIDE.sub("", name).split()
        for end in range(len(words) - 1, 0, -1):
            part = " ".join(words[:end]).rstrip(",;:")
            # a beginning must be printed just so: "General Hale" is not printed by "in general"
            if (
                len(part) > 3
                and part.casefold() not in _ROLES
                and re.search(rf"(?<!\w){re.escape(part)}(?!\w)", self._named)
            ):
                return part
        return None

    def newsroom(self, name: str | None) -> str | None:
        """A newsroom or person that the article prints, or its own outlet; else None."""
        name = one_line(name or "")
        if not name or companies.kin(name, self.doc.outlet):
            return self.doc.outlet if name else None
        return self.name(name)

    def speaker(self, said: str) -> str:
        """The speaker, without a name or a role that neither the article prints nor belongs to the usual words."""
        name, _, role = (part.strip() for part in one_line(said).partition(","))
        if not self._usual(name, all) and not self.printed(name):
            name = ""
        return ", ".join(part for part in (name, role if self._usual(role, _most) else "") if part)

    def _usual(self, words: str, enough: Callable[[list[bool]], bool]) -> bool:
        bare = re.findall(r"[^\W\d_][\w’'.-]*", words)
        return (
            bool(bare)
            and "//" not in words
            and enough([w.casefold() in _ROLES or bool(self.printed(w)) for w in bare])
        )


def _most(known: list[bool]) -> bool:
    return sum(known) * 2 > len(known)


class LlmReader:
    """Reads one document with `llm`. `name` is what the ledger notes as the reader."""

    def __init__(self, llm: Asks) -> None:
        self.llm = llm
        self.name = f"llm:{llm.model}"

    def read(self, doc: Document) -> Reading:
        """What the document holds. Raises bot.llm.LlmError when there is no answer."""
        answer = self.llm.ask("read", material(doc, self.llm.settings.llm_max_chars), ReadAnswer)
        return grounded(doc, answer, self.name)


def grounded(doc: Document, answer: ReadAnswer, reader: str) -> Reading:
    """The answer as a reading: only what the document itself bears out."""
    grounds = Grounds(doc)
    credits = tuple(_once(n for raw in answer.credits if (n := grounds.newsroom(raw)) and n != doc.outlet))
    claims, numbers, dropped = _claims(grounds, answer.claims, credits)
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
        )
        responses.setdefault((quote.start, quote.end, companies.key(company)), response)
    named = [c.company for c in claims] + [r.company for r in responses.values()]
    return Reading(
        reader=reader,
        claims=tuple(claims),
        responses=tuple(responses.values()),
        companies=tuple(_once(n for raw in (*named, *answer.companies) if (n := grounds.name(raw)))),
        credits=credits,
        dropped=dropped,
    )


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


_OPENING, _CLOSING = "“„«‹「『《", "”“»›」』》"
_BREAK = re.compile(r"\n\s*\n")


def quoted(text: str, span: Span) -> bool:
    """Does a slice of `text` stand in quotation marks (of any script)? Straight ones are counted by paragraph."""
    breaks = [m.end() for m in _BREAK.finditer(text, 0, span.start)]
    before = text[breaks[-1] if breaks else 0 : span.start]
    if before.count('"') % 2:
        return True
    opened = max((before.rfind(c) for c in _OPENING), default=-1)
    # the German closing mark is the English opening one: an opening one before it decides
    closed = max((before.rfind(c) for c in _CLOSING if c not in _OPENING), default=-1)
    if opened >= 0 and before[opened] == "“" and "„" in before[:opened]:
        return before.rfind("„") > opened
    return opened > closed


def _once(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if (key := companies.key(name)) and key not in seen:
            seen.add(key)
            yield name


__all__ = ["Grounds", "LlmReader", "ReadAnswer", "grounded", "material", "quoted"]
