"""The judge that asks a language model: one call for all candidate denials of an article, and then rules.

Denials go in under short ids that hold for this call only, so nothing an article says can name another one.
A verdict counts when its words stand in the article and the model is sure enough; else there is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field

from bot.judge import same
from bot.judge.bearing import INFORMATIVE, Bearing, Denial, Tier, Verdict
from bot.judge.offline_words import objects
from bot.llm import talk
from bot.llm.errors import LlmError
from bot.llm.material import one_line, plain
from bot.llm.rungs import Answer, capped, shortened
from bot.read.companies import called, kin, occurs
from bot.read.grounds import Grounds
from bot.read.llm import Asks, material
from bot.read.reading import Document, Reading, Span
from bot.read.scripts import same_newsroom
from bot.text import sentences, signed
from bot.text import words as text_words

#: Most denials asked about in one call; recall gives the closest first.
MOST = 16
#: What stands behind a verdict, as the model is asked, and the tier that it makes.
Evidence = Literal["document_or_company", "several_newsrooms_or_named_witness", "one_newsroom_unnamed_sources"]
TIERS: Mapping[Evidence, Tier] = {
    "document_or_company": 1,
    "several_newsrooms_or_named_witness": 2,
    "one_newsroom_unnamed_sources": 3,
}
#: What is published under these forms is itself the document, or the company on the record.
_PRIMARY = frozenset({"filing", "court", "press_release"})
#: A verdict's span has at least so many words (pairs of characters in Chinese, Japanese and Korean).
LEAST = 4
#: How near in sense the words at a span are to what was denied (unrelated sentences about one company reach .34); so
#: many words of its object stand there where no company is named.
ALIKE, FAR = 0.37, 2
#: What the second opinion may choose from, in its own words.
_CHOICES: Mapping[Verdict, str] = {
    "undercuts": "what was denied was already true when it was denied",
    "confirms": "the claim was untrue: withdrawn, corrected, or shown to be so by a document or authority",
    "partly_undercuts": "the words of the denial hold, but what they brushed aside proves true, wholly or in part",
    "overtaken": "the denial was true when it was made; the facts changed later",
    "no_bearing": "the text shows nothing new about the denial, or does not settle it",
}


class Judged(Answer):
    denial: Annotated[str, shortened(20)]
    same_matter: bool
    why: Annotated[str, shortened(300)]
    verdict: Verdict | None
    evidence: Evidence | None
    span: str | None
    origin: Annotated[str, shortened(120)] | None
    confidence: float


class JudgeAnswer(Answer):
    """What `prompts/judge.jinja` asks for."""

    bearings: Annotated[list[Judged], capped(2 * MOST), Field(max_length=2 * MOST)]


class LlmJudge:
    """Holds an article against denials with `llm`. Its settings say under which confidence it abstains, and how near
    to that a second opinion is asked for, which only OpenAI's own server gives."""

    def __init__(self, llm: Asks) -> None:
        self.llm = llm
        self.threshold, self.near = llm.settings.llm_threshold, llm.settings.llm_near
        self.name = f"llm:{llm.model}"

    def judge(self, doc: Document, reading: Reading, denials: Sequence[Denial]) -> list[Bearing]:
        """At most one bearing a denial; none where the article is about something else or its words were not found.

        Copies of other articles are not judged: the caller knows them. Raises bot.llm.LlmError.
        """
        asked = [d for d in denials if d.article != doc.id and d.published < doc.published][:MOST]
        asked.sort(key=lambda d: (d.published, d.id))  # the same question is worded in the same way, and found again
        if not asked:
            return []
        by_id = {f"d{n}": denial for n, denial in enumerate(asked, 1)}
        grounds = Grounds(doc)

        def astray(answer: JudgeAnswer) -> list[str]:
            told = [b.span for b in answer.bearings if b.same_matter and b.verdict in INFORMATIVE and b.span]
            return [words for words in told if grounds.span(words) is None]

        given = _given(doc, reading, by_id, self.llm.settings.llm_max_chars)
        answers = _single(self.llm.ask("judge", given, JudgeAnswer, astray).bearings)
        sure = {key: _certain(answer.confidence) for key, answer in answers.items()}
        sure |= self._second(given, {k: a for k, a in answers.items() if k in by_id}, sure)
        found = (
            settled(grounds, reading, denial, answers[key], sure[key], self.threshold, self.name)
            for key, denial in by_id.items()
            if key in answers
        )
        return [bearing for bearing in found if bearing]

    def _second(
        self, given: dict[str, Any], answers: dict[str, Judged], sure: dict[str, float]
    ) -> dict[str, float]:
        """How sure to be of the verdicts that came out near the threshold, from typed choices with probabilities."""
        choose = getattr(self.llm, "choose", None)
        if choose is None or not self.near or not getattr(self.llm, "official", False):
            return {}
        close = {
            key: answer.verdict
            for key, answer in answers.items()
            if answer.same_matter
            and answer.verdict in INFORMATIVE
            and abs(sure[key] - self.threshold) <= self.near
        }
        questions = [
            {
                "name": key,
                "instructions": f"What does the later text show about denial [{key}]?",
                "choices": [{"value": value, "description": told} for value, told in _CHOICES.items()],
            }
            for key in close
        ]
        if not questions:
            return {}
        try:
            rows = choose("second", given, questions)
        except LlmError:
            return {}  # a second opinion is a courtesy: the first one stands
        pairs = zip(close.items(), rows, strict=True)
        return {
            key: (sure[key] + _certain(row[verdict])) / 2 for (key, verdict), row in pairs if verdict in row
        }


def settled(
    grounds: Grounds,
    reading: Reading,
    denial: Denial,
    answer: Judged,
    sure: float,
    threshold: float,
    judge: str,
) -> Bearing | None:
    """What the rules leave of one answer; None for another matter and for words that the article does not hold."""
    if not answer.same_matter:
        return None
    doc, verdict, why = grounds.doc, answer.verdict, plain(answer.why)
    span = grounds.span(answer.span)
    origin = grounds.newsroom(answer.origin) or doc.outlet
    tier = 1 if doc.kind in _PRIMARY else TIERS[answer.evidence] if answer.evidence else 4
    if verdict in INFORMATIVE and (span is None or _bare(span.text) or not _of_the_matter(doc, reading, span, denial)):
        return None
    if verdict is None or (verdict in INFORMATIVE and sure < threshold):
        verdict, why = "no_bearing", f"not sure enough to say ({sure:.2f}): {why}"
        sure = min(sure, threshold)  # however sure it was that it cannot tell
    elif tier == 4:
        verdict = "no_bearing"  # nothing stands behind it
    elif verdict in ("undercuts", "partly_undercuts") and tier >= 3 and _passes_on(reading, origin, denial):
        verdict, why = "no_bearing", f"from the newsroom that first reported the claim: {why}"
    elif denial.kind == "non_denial" and verdict == "undercuts":
        verdict = "partly_undercuts"  # it negated nothing
    return Bearing(
        denial=denial.id,
        verdict=verdict,
        tier=tier if verdict in INFORMATIVE else 4,
        span=span,
        why=why or "the model gave no reason",
        origin=origin,
        judge=judge,
        confidence=sure,
    )


def _bare(words: str) -> bool:
    """Too few words to show anything: a name, a number, a single word."""
    return len(text_words(words)) < LEAST


def _of_the_matter(doc: Document, reading: Reading, span: Span, denial: Denial) -> bool:
    """Do the sentences at the span, or the headline, name a company of the matter and speak of what was denied? A text
    about one company gives no verdict on another that it mentions. A paper of the company's own, or an authority's,
    that names it anywhere speaks of it throughout, and so does a text that names no other; elsewhere a span far from
    every name is about the matter's object. What a text reports tells what it speaks of where it is all of the matter."""
    near = f"{doc.title}\n{_around(doc, span)}"
    named = _named(denial, near)
    if doc.kind in _PRIMARY or any(kin(doc.outlet, name) for name in _names(denial)):
        return named or _named(denial, f"{signed(doc.kind, doc.outlet)}{doc.text}")
    common = _objects(denial) & objects(near)
    if not named and not (_involved(denial, reading.companies) and _named(denial, doc.text)):
        return len(common) >= FAR and _named(denial, doc.text)
    reported = [c.statement for c in reading.claims] if _involved(denial, [c.company for c in reading.claims]) else []
    return bool(common) or _alike(denial, span.text, near, *reported)


def _involved(denial: Denial, companies: Sequence[str]) -> bool:
    """Are all of these companies of the matter, and is there one?"""
    names = _names(denial)
    return bool(companies) and all(any(kin(company, name) for name in names) for company in companies)


def _around(doc: Document, span: Span) -> str:
    """The sentences of a span, and the one on either side."""
    bounds = sentences(doc.text, doc.lang)
    at = [n for n, (start, end) in enumerate(bounds) if start < span.end and end > span.start]
    if not at:  # it stands in the headline
        return ""
    return doc.text[bounds[max(0, at[0] - 1)][0] : bounds[min(len(bounds) - 1, at[-1] + 1)][1]]


def _names(denial: Denial) -> set[str]:
    """Every name of the companies of the matter, as texts print it."""
    names = {denial.company, *denial.names, *denial.own_names, *(n for c in denial.claims for n in (c.company, *c.names))}
    return {called(name) for name in names if name}


def _named(denial: Denial, text: str) -> bool:
    return any(occurs(name, text) for name in _names(denial))


def _told(denial: Denial) -> list[str]:
    told = [denial.quote, denial.statement, *(t for c in denial.claims for t in (c.statement, c.span))]
    return [text for text in told if text]


def _objects(denial: Denial) -> frozenset[str]:
    """The words that say what was denied, without the names of its companies and newsrooms."""
    newsrooms = {denial.outlet, *(o for c in denial.claims for o in (c.outlet, c.origin))}
    return objects("\n".join(_told(denial))) - objects("\n".join(_names(denial) | newsrooms))


def _alike(denial: Denial, *texts: str) -> bool:
    """Does one of the texts lie near, in any language, to what was denied?"""
    return max(float(same.vector(t) @ same.vector(text)) for t in _told(denial) for text in texts) >= ALIKE


def _passes_on(reading: Reading, origin: str, denial: Denial) -> bool:
    """Does the evidence come from the newsroom that first reported the claim, or do all of the article's own claims?"""
    origins = {claim.origin for claim in reading.claims}
    return _first(origin, denial) or (bool(origins) and all(_first(name, denial) for name in origins))


def _first(origin: str, denial: Denial) -> bool:
    names = [name for claim in denial.claims for name in (claim.origin, claim.outlet) if name]
    return any(same_newsroom(origin, name) for name in names)


def _single(answers: Sequence[Judged]) -> dict[str, Judged]:
    """One answer a denial. Two that disagree are none: a text that argues with the model gets nowhere."""
    out: dict[str, Judged] = {}
    for answer in answers:
        id = answer.denial.strip("[] ")
        other = out.get(id)
        if other is None or (other.verdict, other.same_matter) == (answer.verdict, answer.same_matter):
            out.setdefault(id, answer)
        else:
            out[id] = answer.model_copy(
                update={"verdict": None, "same_matter": True, "why": "two answers disagree"}
            )
    return out


def _certain(value: float) -> float:
    """A confidence within 0..1; what is no number counts as none."""
    return min(max(value, 0.0), 1.0) if value == value else 0.0


def _given(doc: Document, reading: Reading, by_id: Mapping[str, Denial], limit: int) -> dict[str, Any]:
    """What `prompts/judge.jinja` and `prompts/second.jinja` are filled in with."""
    denials: list[dict[str, Any]] = [
        {
            "id": key,
            "company": one_line(d.company),
            "names": ", ".join(_others(d)),
            "speaker": one_line(d.speaker) or "the company",
            "published": f"{d.published:%Y-%m-%d}",
            "kind": d.kind,
            "quote": _line(d.quote),
            "statement": _line(d.statement),
            "claims": _told_once(d)[:3],
            "admits": _line(d.admits),
            "beside": [_line(told) for told in d.beside[:3]],
        }
        for key, d in by_id.items()
    ]
    found = [
        f"claim about {one_line(c.company)}: {_line(c.statement)} (first reported by {one_line(c.origin)}, {c.sourcing})"
        for c in reading.claims
    ]
    said = sorted(reading.responses, key=lambda r: (r.quote.start, r.company))
    found += [f"{r.kind} by {one_line(r.company)}: {_line(r.quote.text)}" for r in said]
    inside: list[str] = [*found, *(str(d) for d in denials)]
    return {**material(doc, limit, *inside), "denials": denials, "found": found}


def _told_once(denial: Denial) -> list[dict[str, str]]:
    """The claims that a denial answers, each once: a page that was brought up to date states them again."""
    rows = [
        {
            "origin": one_line(c.origin),
            "published": f"{c.published:%Y-%m-%d}",
            "sourcing": c.sourcing,
            "statement": _line(c.statement),
        }
        for c in denial.claims
    ]
    return [row for n, row in enumerate(rows) if row not in rows[:n]]


def _line(text: str) -> str:
    return talk.without(one_line(text))


def _others(denial: Denial) -> list[str]:
    names = dict.fromkeys(one_line(n) for n in denial.names)
    return [n for n in names if n and n != one_line(denial.company)][:6]
