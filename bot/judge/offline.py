"""The judge that needs no model: it speaks on strong signs only and leaves the rest open.

It reads an article in the order in which an editor would: is it the same matter; who speaks (the company, an
authority, a court, the newsroom that made the report, another one); what is dated before the denial and what
after it; and only then what that means for the kind of denial. Polarity comes from word lists, figures and
dates, never from embeddings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.judge import offline_cues as cues
from bot.judge import offline_evidence as evidence
from bot.judge import offline_now as now_says
from bot.judge.bearing import Bearing, Denial, Tier, Verdict
from bot.judge.offline_cues import has
from bot.judge.offline_evidence import Shown, strongest
from bot.judge.offline_matter import STATES, Fact, Matter, apart, matter, named, shared_names
from bot.judge.offline_voice import Voice, about_us, cites, own_report, same_newsroom, voice
from bot.read import companies
from bot.read.reading import DENIALS, Document, Reading, Span
from bot.text import numbers

#: A paper that names the claim's other parties announces the matter even where it words it in its own way.
NAMED = 0.20
#: Within this time of a denial, a report in the very words of the claim is the same report.
_FRESH = timedelta(days=3)
#: A company's paper of which no sentence comes this close to the matter, its own names aside, is about another one.
_AKIN = 0.2


@dataclass(frozen=True)
class Found:
    """What one rule concluded: the verdict, its tier, the sentence that shows it and why."""

    verdict: Verdict
    tier: Tier
    fact: Fact
    why: str
    confidence: float = 0.8


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
            found = _weigh(doc, reading, denial, held) or _says_so(doc, reading, denial, held)
            if found and not held.sure and not _speaks_of_it(found.fact, held):
                found = None
            out.append(self._bearing(doc, denial, found))
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


def _speaks_of_it(fact: Fact, held: Matter) -> bool:
    """Is the evidence itself, or the sentence beside it, about the claim?"""
    at = next((i for i, f in enumerate(held.facts) if f.start == fact.start), 0)
    beside = max((f.rel for f in held.facts[max(0, at - 1) : at + 2]), default=0.0)
    return max(fact.rel, fact.to_quote) >= 0.27 or beside >= 0.33


def _weigh(doc: Document, reading: Reading, denial: Denial, held: Matter) -> Found | None:
    speaks = voice(doc, denial)
    if speaks == "press":
        if same_newsroom(doc, denial) and (found := _retraction(doc, denial, held)):
            return found
        return _press(doc, reading, denial, held)
    if not named(denial, doc):
        return None
    return _record(doc, reading, denial, held, speaks)


def _says_so(doc: Document, reading: Reading, denial: Denial, held: Matter) -> Found | None:
    """No date has decided: does the company itself now plainly say what it denied?"""
    speaks = voice(doc, denial)
    if speaks not in ("own", "press") or _denies_again(reading, denial) or evidence.repeats_denial(doc, held):
        return None
    fact, verdict = now_says.says_so(doc, reading, denial, held, speaks), now_says.verdict(doc, denial)
    if fact is None or verdict is None:
        return None
    return Found(verdict, 1, fact, "the company itself now says, on the record, what it denied", 0.6)


# --- the record: the company itself, an authority, a court


def _record(doc: Document, reading: Reading, denial: Denial, held: Matter, speaks: Voice) -> Found | None:
    """A paper of the company, an authority or a court: whatever it shows is tier 1."""
    who = {"own": "the company itself", "authority": "an authority", "court": "a court paper"}[speaks]
    pre, post = evidence.before(doc, denial, held, paper=True), evidence.after(doc, denial, held)
    if denial.kind == "specific_denial" and (detail := _detail(doc, denial, held, pre, who, speaks)):
        return detail
    if admitted := _owned_up(doc, held):
        return Found(_reach(denial, "undercuts"), 1, admitted, f"{who} takes the earlier answer back", 0.9)
    if speaks == "own" and (_denies_again(reading, denial) or evidence.repeats_denial(doc, held) or _other_business(doc, denial, held)):
        return None
    found = evidence.findings(doc, held, evidence.FOUND if speaks == "authority" and held.fields else STATES)
    if speaks != "own":
        pre, found = ([s for s in shown if about_us(doc, reading, denial, s.fact)] for shown in (pre, found))
    best = _decisive(denial, pre, doc)
    moved = None if best else _overtaken(doc, denial, held, post, speaks)
    if not best and not moved and not found and (clear := _clearance(doc, denial, held, speaks)):
        return Found("confirms", 1, clear, f"{who} shows that what was claimed is not so")
    if denial.kind == "specific_denial":
        return None
    if denial.kind in ("time_bound_denial", "undecided"):
        if best:
            return Found("undercuts", 1, best.fact, f"{who} dates it before the denial", 0.85)
        return Found("overtaken", 1, moved, f"{who} dates what changed after the denial") if moved else None
    if moved and denial.kind == "unaware" and speaks == "authority":
        return Found("overtaken", 1, moved, f"{who} dates its beginning after the denial", 0.8)
    shown = best or (found[0] if found and speaks != "own" else None)
    if best and denial.kind == "unaware" and (untold := evidence.not_yet(doc, held)):
        # "not aware of any inquiry": there was one, but nobody had told the company
        return Found("partly_undercuts", 1, untold, f"{who} shows that it was so, but that the company had not been told")
    if shown and (about := _not_the_company(doc, denial, held)):
        return Found("partly_undercuts", 1, about, f"{who} finds it true of another company of the group")
    if shown:
        return Found(_reach(denial, "undercuts"), 1, shown.fact, f"{who} shows it true before the denial", 0.85)
    if denial.kind == "non_denial":
        confessed = _confession(reading, denial, held) if speaks == "own" else None
        return Found("partly_undercuts", 1, confessed, f"{who} admits what was brushed aside") if confessed else None
    return Found("overtaken", 1, moved, f"{who} dates what changed after the denial", 0.7) if moved else None


def _other_business(doc: Document, denial: Denial, held: Matter) -> bool:
    """Companies date all they do. Without the day of the denial or words about the matter, a date shows nothing of it."""
    return not held.refers and all(apart(t, denial) < _AKIN for t in (doc.title, *(f.text for f in held.facts)))


def _clearance(doc: Document, denial: Denial, held: Matter, speaks: Voice) -> Fact | None:
    """The sentence that shows the claim untrue. A company's own word is no proof; another's that it cites is."""
    clear = evidence.cleared(doc, denial, held)
    if speaks == "own":
        clear = [s for s in clear if has(cues.THIRD_PARTY, s.fact.text, doc.lang)]
    else:
        clear += evidence.negated(doc, held)
    return max(clear, key=lambda s: (s.strength, -s.fact.start)).fact if clear else None


def _overtaken(doc: Document, denial: Denial, held: Matter, post: Sequence[Shown], speaks: Voice) -> Fact | None:
    """The sentence that shows that it came about only after the denial, in a paper that announces it."""
    if not _announces(doc, held):
        return None
    if then := evidence.not_yet(doc, held):
        return then
    moved = strongest(post, "change")
    if not moved and (denial.kind in ("time_bound_denial", "undecided") or (denial.kind == "unaware" and speaks == "authority")):
        moved = strongest(post, "decision")
    return moved.fact if moved else None


def _decisive(denial: Denial, pre: Sequence[Shown], doc: Document) -> Shown | None:
    """The fact before the denial that contradicts its words: "nothing decided" only gives way to a decision."""
    if denial.kind == "undecided":
        return strongest(pre, "decision")
    if denial.kind == "time_bound_denial":
        return strongest(pre, "decision", "contact") if has(cues.CONTACT, denial.quote, denial.lang) else strongest(pre, "decision")
    return strongest(pre)


def _reach(denial: Denial, verdict: Verdict) -> Verdict:
    return "partly_undercuts" if denial.kind == "non_denial" else verdict


def _announces(doc: Document, held: Matter) -> bool:
    """Does the document announce the very thing, rather than that it will not be?"""
    near = evidence.nearest(held)
    least = NAMED if held.names else STATES - 0.08
    return bool(near and max(near.rel, held.title_rel) >= least) and not has(cues.NEGATION, doc.title, doc.lang)


def _owned_up(doc: Document, held: Matter) -> Fact | None:
    return next((f for f in held.facts if has(cues.OWN_UP, f.text, doc.lang) and (held.sure or max(f.rel, f.to_quote) >= 0.1)), None)


def _denies_again(reading: Reading, denial: Denial) -> bool:
    kinds = {r.kind for r in reading.responses if companies.kin(r.company, denial.company)}
    return bool(kinds & DENIALS) and "confirmation" not in kinds


def _not_the_company(doc: Document, denial: Denial, held: Matter) -> Fact | None:
    """A sentence that says that it was not the company that answered (but one of its group)."""
    for fact in held.facts:
        if any(companies.occurs(n, fact.text) for n in (denial.company, companies.key(denial.company)) if n) and (
            has(cues.NO_VIEW, fact.text, doc.lang) or has(cues.CLEARED, fact.text, doc.lang)
        ):
            return fact
    return None


def _confession(reading: Reading, denial: Denial, held: Matter) -> Fact | None:
    for response in reading.responses:
        if response.kind == "confirmation" and any(companies.kin(response.company, n) for n in (denial.company, *denial.names)):
            for fact in held.facts:
                if fact.start <= response.quote.start < fact.end or response.quote.start <= fact.start < response.quote.end:
                    return fact
    return None


# --- the detail that a specific denial denied


def _detail(doc: Document, denial: Denial, held: Matter, pre: Sequence[Shown], who: str, speaks: Voice) -> Found | None:
    """The figure, date or name at issue: the company's own proves right, or the claim's does, or the rest is true."""
    claimed = {n for c in denial.claims for n in numbers(f"{c.statement} {c.span}", c.lang)}
    said = _telling(numbers(denial.quote, denial.lang))
    denied, own = said & claimed, said - claimed
    names = _denied_names(denial)
    for fact in sorted(held.facts, key=lambda f: (-max(f.rel, f.to_quote), f.start)):
        figures = _telling(numbers(fact.text, doc.lang))
        near = max(fact.rel, fact.to_quote)
        turned = has(cues.NEGATION, fact.text, doc.lang) or has(cues.CLEARED, fact.text, doc.lang)
        if denied & figures and near >= 0.25:
            if turned:
                return Found("confirms", 1, fact, f"{who} says that the figure is wrong")
            if not own & figures and near >= STATES:
                return Found("undercuts", 1, fact, f"{who} gives the very figure that was denied")
        if own & figures and not denied & figures and (near >= 0.2 or max(own & figures) >= 100):
            return Found("confirms", 1, fact, f"{who} gives the company's figure", 0.9)
    if clear := _clearance(doc, denial, held, speaks):
        return Found("confirms", 1, clear, f"{who} shows that the detail was as the company said")
    if denied and not (own or names or pre) and (other := _another_figure(doc, held, denied)):
        return Found("confirms", 1, other, f"{who} gives another figure than the one that was denied", 0.7)
    if not said and (other := _other_price(doc, denial, held, claimed)):
        return Found("confirms", 1, other, f"{who} gives another sum than the one that was denied")
    about = pre[0].fact if pre else evidence.nearest(held)
    if not about or (about.rel < 0.2 and not pre):
        return None
    there = [n for n in names if companies.occurs(n, f"{doc.title}\n{doc.text}")]
    if names and not there and denial.admits and doc.lang == denial.lang and _announces(doc, held):
        return Found("confirms", 1, about, f"{who} does not have the name that was denied", 0.7)
    if own or denial.admits or not pre:
        return None
    if not said and any(companies.occurs(n, about.text) for n in names):
        return Found("undercuts", 1, about, f"{who} dates it before the denial, with the name that was denied")
    return Found("partly_undercuts", 1, about, f"not the detail that was denied, but {who} shows the rest true", 0.7)


def _other_price(doc: Document, denial: Denial, held: Matter, claimed: set[float]) -> Fact | None:
    """Where the sum was denied and nothing said of the right one: the sentence that gives it, far from the one claimed."""
    sums = _telling(frozenset(claimed))
    if not sums or not has(cues.SUM, denial.quote, denial.lang):
        return None
    for fact in held.facts:
        figures = _telling(numbers(fact.text, doc.lang))
        apart = figures and all(abs(f - s) > 0.05 * max(f, s) for f in figures for s in sums)
        if apart and has(cues.SUM, fact.text, doc.lang) and not has(cues.NEGATION, fact.text, doc.lang):
            return fact
    return None


def _another_figure(doc: Document, held: Matter, denied: set[float]) -> Fact | None:
    """In a paper on the very matter that nowhere has the denied figure: the sentence with one of its size instead."""
    near = evidence.nearest(held)
    if near is None or near.rel < STATES or denied & numbers(f"{doc.title}\n{doc.text}", doc.lang):
        return None
    given = [(f, _telling(numbers(f.text, doc.lang))) for f in held.facts if f.rel >= 0.2]
    alike = [f for f, figures in given if len(figures) == 1 and any(n / 20 <= figure <= n * 20 for figure in figures for n in denied)]
    return max(alike, key=lambda f: (f.rel, -f.start), default=None)


def _denied_names(denial: Denial) -> frozenset[str]:
    claims = " ".join(t for c in denial.claims for t in (c.statement, c.span))
    return shared_names(denial.model_copy(update={"claims": ()}), claims)


def _telling(figures: frozenset[float]) -> set[float]:
    """Figures that identify something: no years, no small counts."""
    return {n for n in figures if n != int(n) or (n >= 13 and not 1990 <= n <= 2040)}


# --- a newsroom takes its report back


def _retraction(doc: Document, denial: Denial, held: Matter) -> Found | None:
    """The newsroom that reported the claim takes it back: all of it, or the detail that was denied."""
    head = f"{doc.title}\n{doc.text[:600]}"
    if not has(cues.RETRACTION, head, doc.lang):
        return None
    backed = [f for f in held.facts if has(cues.RETRACTION, f.text, doc.lang)]
    if not has(cues.RETRACTION, doc.title, doc.lang) and len(backed) < 2:
        return None
    stands = has(cues.STANDS, doc.text, doc.lang)
    tier: Tier = 1 if has(cues.PAPER, doc.text, doc.lang) else 2
    if denial.kind == "specific_denial":
        said = _telling(numbers(denial.quote, denial.lang))
        figures = {n for f in held.facts for n in _telling(numbers(f.text, doc.lang))}
        titled = has(cues.RETRACTION, doc.title, doc.lang)
        near = [f for f in (held.facts if titled else backed) if max(f.rel, f.to_quote) >= (0.3 if titled else 0.2)]
        names = {n for n in _denied_names(denial) if companies.occurs(n, head)}
        if near and (said & figures or names):
            return Found("confirms", tier, _corrected(held, doc, said), "the newsroom corrects the detail that was denied", 0.9)
        if stands:
            return None
    if stands:
        return None
    whole = [
        f
        for f in held.facts
        if (has(cues.WHOLLY, f.text, doc.lang) and max(f.rel, f.to_quote) >= 0.2)
        or (has(cues.NEGATION, f.text, doc.lang) and (f.rel >= STATES or f in backed))
    ]
    if not whole:
        return None
    best = max(whole, key=lambda f: (max(f.rel, f.to_quote), -f.start))
    return Found("confirms", tier, best, "the newsroom that reported it takes it back", 0.9)


def _corrected(held: Matter, doc: Document, figures: set[float]) -> Fact:
    def rank(f: Fact) -> tuple[int, float, int]:
        return (
            has(cues.RETRACTION, f.text, doc.lang) + bool(_telling(numbers(f.text, doc.lang)) & figures),
            max(f.rel, f.to_quote),
            -f.start,
        )

    return max(held.facts, key=rank)


# --- other newsrooms


def _press(doc: Document, reading: Reading, denial: Denial, held: Matter) -> Found | None:
    if witness := _witness(doc, denial, held):
        return Found(_reach(denial, "undercuts"), 2, witness, "a named witness who was there says so")
    pre = [s for s in evidence.before(doc, denial, held) if not cites(s.fact.text, denial, doc)]
    best = _decisive(denial, pre, doc)
    if confessed := _confession(reading, denial, held):
        if best and (confessed.rel >= 0.2 or best.fact == confessed):
            return Found(_reach(denial, "undercuts"), 1, best.fact, "the company admits on the record what it denied", 0.8)
        if denial.kind == "non_denial" and confessed.rel >= STATES:
            return Found("partly_undercuts", 1, confessed, "the company admits what it brushed aside")
    if not best:
        return _independent(doc, reading, denial, held)
    if same_newsroom(doc, denial) or not own_report(doc, reading, denial):
        return None
    if best.fact.rel < 0.2 and best.how != "decision":
        return None
    if best.fact.rel >= 0.75 and doc.published - denial.published < _FRESH:
        return None  # the claim in its own words, hours later: told again, whoever signs it
    paper = has(cues.PAPER, doc.text, doc.lang) and has(cues.SEEN, doc.text, doc.lang)
    if paper and has(cues.AUTHENTIC, doc.text, doc.lang):
        return Found(_reach(denial, "undercuts"), 1, best.fact, "a document on file dates it before the denial")
    why = "another newsroom, with sources of its own, dates it before the denial"
    return Found(_reach(denial, "undercuts"), 3, best.fact, why, 0.7)


def _independent(doc: Document, reading: Reading, denial: Denial, held: Matter) -> Found | None:
    """A second newsroom's own report without a date, where it sets itself against the denial."""
    if same_newsroom(doc, denial) or not own_report(doc, reading, denial) or denial.kind not in ("flat_denial", "unaware"):
        return None
    if not (has(cues.CONTRADICTS, doc.text, doc.lang) and has(cues.TOLD, doc.text, doc.lang)):
        return None
    fact = evidence.nearest(held)
    if not fact or fact.rel < STATES or cites(fact.text, denial, doc) or has(cues.NEGATION, fact.text, doc.lang):
        return None
    return Found("undercuts", 3, fact, "another newsroom, with sources of its own, contradicts the denial", 0.6)


def _witness(doc: Document, denial: Denial, held: Matter) -> Fact | None:
    """Somebody who held a post there tells in the first person, with a date before the denial, what they did or saw."""
    if not has(cues.POST, doc.text, doc.lang) and doc.kind not in ("broadcast", "transcript"):
        return None
    if denial.kind in ("undecided", "specific_denial"):
        return None
    made = denial.published.date()
    told = [
        f
        for f in held.facts
        if has(cues.WITNESS, f.text, doc.lang)
        and (max(f.rel, f.to_quote) >= 0.12 or held.refers)
        and any(d.last < made and d.first >= made - evidence.HISTORY for d in f.dates)
        and not cites(f.text, denial, doc)
    ]
    return max(told, key=lambda f: (max(f.rel, f.to_quote), -f.start), default=None)
