"""The judge that needs no model: it speaks on strong signs only and leaves the rest open.

It reads an article in the order in which an editor would: is it the same matter; who speaks (the company, an
authority, a court, the newsroom that made the report, another one); what is dated before the denial and what
after it; and only then what that means for the kind of denial. What the rules come to is then laid in the balance with
all other signs (`bot.judge.offline_weighed`), which also speak where no rule does and they leave hardly a doubt. Polarity
comes from word lists, figures and dates, never from embeddings.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.judge import offline_cues as cues
from bot.judge import offline_evidence as evidence
from bot.judge import offline_fields
from bot.judge import offline_now as now_says
from bot.judge.bearing import Bearing, Denial
from bot.judge.offline_cues import has
from bot.judge.offline_found import Found, another_party
from bot.judge.offline_matter import Fact, Matter, matter, named
from bot.judge.offline_object import names_who_denied, same_object
from bot.judge.offline_press import press
from bot.judge.offline_record import denies_again, record
from bot.judge.offline_retraction import retraction
from bot.judge.offline_signs import signs
from bot.judge.offline_voice import Voice, same_newsroom, voice
from bot.judge.offline_weighed import TRUST, by_weight, chances
from bot.judge.offline_words import ACTIONS, object_words, objects
from bot.read.reading import Document, Reading, Span


class OfflineJudge:
    """Holds one article against denials on file. Pure and deterministic: a function of its arguments."""

    name = "offline-1"

    def judge(self, doc: Document, reading: Reading, denials: Sequence[Denial]) -> list[Bearing]:
        """At most one bearing a denial: none for a denial of another matter or one made no earlier than `doc`."""
        out = []
        for denial in denials:
            if denial.published >= doc.published or denial.article == doc.id:
                continue
            held = matter(doc, denial := _as_meant(denial))
            if not held.same or not held.facts:
                continue
            speaks = voice(doc, denial)
            found = _weigh(doc, reading, denial, held, speaks) or _says_so(doc, reading, denial, held, speaks)
            if found and found.verdict != "confirms" and another_party(denial) and not names_who_denied(doc, denial):
                found = None  # the bidder's "no" is not touched by what the target does with others
            if found and not _about_it(doc, denial, held, speaks, found):
                found = None
            out.append(self._bearing(doc, denial, _in_the_balance(doc, reading, denial, held, speaks, found)))
        return out

    def _bearing(self, doc: Document, denial: Denial, found: Found | None) -> Bearing:
        if found is None:
            return Bearing(
                denial=denial.id, verdict="no_bearing", tier=4, span=None, why="nothing new on the matter",
                origin=doc.outlet, judge=self.name,
            )  # fmt: skip
        fact = found.fact
        return Bearing(
            denial=denial.id, verdict=found.verdict, tier=found.tier,
            span=Span(start=fact.start, end=fact.end, text=doc.text[fact.start : fact.end]),
            why=found.why, origin=doc.outlet, judge=self.name, confidence=found.confidence,
        )  # fmt: skip


def _as_meant(denial: Denial) -> Denial:
    """A flat "no" that goes with an admission denies only a detail; one "at this time" holds for that time only."""
    if denial.kind == "flat_denial" and denial.admits:
        return denial.model_copy(update={"kind": "specific_denial"})
    if denial.kind == "flat_denial" and has(cues.NOW, denial.quote, denial.lang):
        return denial.model_copy(update={"kind": "time_bound_denial"})
    return denial


def _in_the_balance(doc: Document, reading: Reading, denial: Denial, held: Matter, speaks: Voice, found: Found | None) -> Found | None:
    """A rule's verdict, where all the signs together don't speak against it; where no rule came to one, theirs."""
    chance = chances(signs(doc, reading, denial, held, speaks, found.verdict if found else None))
    if found:
        return found if found.plain or chance[found.verdict] >= TRUST else None
    weighed = by_weight(doc, reading, denial, held, speaks, chance)
    return weighed if weighed and _about_it(doc, denial, held, speaks, weighed) else None


def _about_it(doc: Document, denial: Denial, held: Matter, speaks: Voice, found: Found) -> bool:
    formal = speaks in ("authority", "court")
    return _speaks_of_it(doc, denial, found.fact, held) and same_object(doc, denial, held, found.fact, formal=formal)


def _speaks_of_it(doc: Document, denial: Denial, fact: Fact, held: Matter) -> bool:
    """Where little ties article and denial together: is the evidence itself, or the sentence beside it, about the claim?"""
    shared = object_words(denial) & objects(fact.text) if doc.lang == denial.lang else frozenset()
    if held.sure or len(shared) >= (1 if held.fields else 2):
        return True
    at = next((i for i, f in enumerate(held.facts) if f.start == fact.start), 0)
    around = held.facts[max(0, at - 1) : at + 2]
    if any(offline_fields.weights(f.text).keys() & held.fields & ACTIONS for f in around) and names_who_denied(doc, denial):
        return True  # beside the sentence that tells the very deed
    beside = max((f.rel for f in around), default=0.0)
    return max(fact.rel, fact.to_quote) >= 0.27 or beside >= 0.33


def _weigh(doc: Document, reading: Reading, denial: Denial, held: Matter, speaks: Voice) -> Found | None:
    if speaks == "press":
        if same_newsroom(doc, denial) and (found := retraction(doc, denial, held)):
            return found
        return press(doc, reading, denial, held)
    if speaks == "party" or not named(denial, doc):
        return None
    return record(doc, reading, denial, held, speaks)


def _says_so(doc: Document, reading: Reading, denial: Denial, held: Matter, speaks: Voice) -> Found | None:
    """No date has decided: does the company itself now plainly say what it denied?"""
    if speaks not in ("own", "press") or denies_again(doc, reading, denial) or evidence.repeats_denial(doc, denial, held):
        return None
    fact = now_says.says_so(doc, reading, denial, held, speaks)
    verdict = now_says.verdict(doc, denial, fact) if fact else None
    if fact is None or verdict is None:
        return None
    return Found(verdict, 1, fact, "the company itself now says, on the record, what it denied", 0.6, plain=True)
