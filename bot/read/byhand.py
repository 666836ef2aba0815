"""A claim and an answer that a person enters: made into an article of two paragraphs and its reading. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast, get_args

from bot.read.reading import Claim, Party, Reading, Response, ResponseKind, Span
from bot.text import clean, digest

#: Kinds of answer that need no words: there was none, or nothing in it to quote.
SILENT: frozenset[str] = frozenset({"no_comment", "no_response"})


@dataclass(frozen=True)
class ByHand:
    """What was entered. `answer`: the company's words, none for the kinds in `SILENT` that have none; `said`: when they were published, aware; `link`: where they
    can be read; `by`: who entered it (a Slack user id), in which `team` and `channel`."""

    company: str
    claim: str
    answer: str
    link: str
    said: datetime
    kind: str = "flat_denial"
    speaker: str = ""
    by: str = ""
    team: str = ""
    channel: str = ""

    @property
    def text(self) -> str:
        """The article: the claim and the answer, a paragraph each."""
        return "\n\n".join(said for said in (_line(self.claim), _line(self.answer)) if said)

    @property
    def id(self) -> str:
        """Stable, so that a team's entering the same twice adds nothing."""
        return "a-" + digest(f"by hand|{self.team + '|' if self.team else ''}{self.link}|{self.text}")


def reading(entry: ByHand) -> Reading:
    """The reading of what was entered; an answer without words has an empty quote at the end of the text. Raises ValueError
    for an empty claim or company, for an empty answer of a kind that has words, and for a kind that is none."""
    claim, answer = _line(entry.claim), _line(entry.answer)
    for name, value in (("company", _line(entry.company)), ("claim", claim), ("answer", answer)):
        if not value and not (name == "answer" and entry.kind in SILENT):
            raise ValueError(f"the {name} is empty: say what was {'reported' if name == 'claim' else 'meant'}")
    if entry.kind not in get_args(ResponseKind):
        raise ValueError(f"{entry.kind!r} is no kind of answer: use one of {', '.join(get_args(ResponseKind))}")
    end = len(entry.text)
    return Reading(
        reader="person",
        claims=(
            Claim(
                company=_line(entry.company),
                statement=claim,
                origin="",
                sourcing="unattributed",
                span=Span(start=0, end=len(claim), text=claim),
                parties=(Party(name=_line(entry.company), role="subject"),),
            ),
        ),
        responses=(
            Response(
                company=_line(entry.company),
                speaker=_line(entry.speaker),
                kind=cast(ResponseKind, entry.kind),
                quote=Span(start=end - len(answer), end=end, text=answer),
                direct=bool(answer),
                answers=(0,),
            ),
        ),
        companies=(_line(entry.company),),
    )


def _line(text: str) -> str:
    return " ".join(clean(text).split())
