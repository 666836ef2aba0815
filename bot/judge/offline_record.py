"""The record: what the company itself, an authority or a court shows. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.judge import offline_cues as cues
from bot.judge import offline_cues_official as official
from bot.judge import offline_cues_person as person
from bot.judge import offline_evidence as evidence
from bot.judge import offline_fields
from bot.judge.bearing import Denial
from bot.judge.offline_cues import has
from bot.judge.offline_detail import detail
from bot.judge.offline_evidence import Shown, strongest
from bot.judge.offline_found import (
    Found,
    announces,
    another_party,
    clearance,
    confession,
    decisive,
    reach,
)
from bot.judge.offline_matter import STATES, Fact, Matter, apart
from bot.judge.offline_voice import Voice, about_us
from bot.judge.offline_words import ACTIONS, object_words, objects, stated
from bot.read import companies
from bot.read.reading import DENIALS, Document, Reading
from bot.text import sentences

#: A company's paper of which no sentence comes this close to the matter, its own names aside, is about another one.
_AKIN = 0.2
#: Up to here a word in common ("policy") can be all there is, where neither the deed, a name nor a figure is shared.
_ONE_WORD = 0.45
#: An act with a date of its own outweighs a word that clears; a mere state does not.
_DATED = frozenset({"decision", "knowledge", "contact"})


def record(doc: Document, reading: Reading, denial: Denial, held: Matter, speaks: Voice) -> Found | None:
    """A paper of the company, an authority or a court: whatever it shows is tier 1."""
    if _namesake(doc, denial):
        return None
    who = {"own": "the company itself", "authority": "an authority", "court": "a court paper"}[speaks]
    pre, post = evidence.before(doc, denial, held, paper=True, court=speaks == "court"), evidence.after(doc, denial, held)
    if denial.kind == "specific_denial" and (on_detail := detail(doc, denial, held, pre, who, speaks)):
        return on_detail
    if admitted := _owned_up(doc, held):
        return Found(reach(denial, "undercuts"), 1, admitted, f"{who} takes the earlier answer back", 0.9)
    if speaks == "own" and ((denies_again(doc, reading, denial) and not _owns(doc)) or evidence.repeats_denial(doc, denial, held) or _other_business(doc, denial, held)):
        return None
    found = evidence.findings(doc, denial, held, evidence.FOUND if speaks == "authority" and held.fields else STATES)
    if speaks == "own":
        found = [s for s in found if _owns(doc)]
    if speaks != "own":
        pre, found = ([s for s in shown if about_us(doc, reading, denial, s.fact)] for shown in (pre, found))
    if speaks == "authority" and _only_opens(doc, denial):
        return None
    best = decisive(denial, pre, doc)
    touched = strongest(post, "contact", "change")
    if denial.kind != "specific_denial" and not touched and (not_them := _no_such_party(doc, denial, held)):
        if any(r.kind in DENIALS and r.quote.start < not_them.end and not_them.start < r.quote.end for r in reading.responses):
            return None  # an answer of its own to the report: one party's word shows nothing about another's
        if any(companies.occurs(n, part) for n in (denial.company, *denial.own_names) if n for part in (doc.outlet, doc.title)):
            return None  # its own word, once more
        return Found("confirms", 1, not_them, f"{who} says that there was nothing of the kind with whoever denied")
    if speaks != "own":
        clear = clearance(doc, denial, held, speaks)
        if clear and (of_group := _of_the_group(doc, denial, held, clear)):
            return Found("partly_undercuts", 1, of_group, f"{who} finds it true of another company of the group")
        if clear and _lets_us_off(doc, denial, held, clear) and not (best and best.how in _DATED and best.fact.rel >= clear.rel):
            return Found("confirms", 1, clear, f"{who} shows that what was claimed is not so")
        if not found and evidence.turned_against(doc, held):
            found = [s for s in evidence.told_as_fact(doc, denial, held) if about_us(doc, reading, denial, s.fact)]
            found = found or _sanctioned(doc, denial, held)
    elif not found and "accounts" in held.fields:
        found = [Shown(f, "finding", f.rel) for f in held.facts if f.rel >= _AKIN and has(official.RESTATED, f.text, doc.lang)]
    not_ours = _not_the_company(doc, denial, held)
    if best and best.how == "state" and not not_ours and evidence.says_no(doc, held, best.fact):
        best = None
    if best and denial.kind == "undecided" and (then := evidence.not_yet(doc, held)) and then.rel >= best.fact.rel and then != best.fact:
        best = None  # "as to the brand, it was only being sounded out on that day": another matter of the same paper was decided
    moved = None if best or (speaks != "own" and denial.kind == "flat_denial" and evidence.turned_against(doc, held)) else _overtaken(doc, denial, held, post, speaks)
    if not best and not moved and not found and (clear := clearance(doc, denial, held, speaks)):
        return Found("confirms", 1, clear, f"{who} shows that what was claimed is not so")
    if denial.kind == "specific_denial":
        return None
    if denial.kind in ("time_bound_denial", "undecided"):
        if best:
            return Found("undercuts", 1, best.fact, f"{who} dates it before the denial", 0.85)
        if denial.kind == "undecided" and (far := _far_advanced(doc, pre)):
            return Found("partly_undercuts", 1, far, f"nothing was decided, but {who} dates how far it had got before the denial")
        return Found("overtaken", 1, moved, f"{who} dates what changed after the denial") if moved else None
    if moved and denial.kind == "unaware" and speaks == "authority":
        return Found("overtaken", 1, moved, f"{who} dates its beginning after the denial", 0.8)
    shown = best or (found[0] if found else None)
    if best and denial.kind == "unaware" and (untold := evidence.not_yet(doc, held)):
        # "not aware of any inquiry": there was one, but nobody had told the company
        return Found("partly_undercuts", 1, untold, f"{who} shows that it was so, but that the company had not been told")
    if shown and not_ours:
        return Found("partly_undercuts", 1, not_ours, f"{who} finds it true of another company of the group")
    if shown:
        return Found(reach(denial, "undercuts"), 1, shown.fact, f"{who} shows it true before the denial", 0.85)
    if denial.kind == "non_denial":
        confessed = confession(reading, denial, held) if speaks == "own" else None
        return Found("partly_undercuts", 1, confessed, f"{who} admits what was brushed aside") if confessed else None
    return Found("overtaken", 1, moved, f"{who} dates what changed after the denial", 0.7) if moved else None


def _only_opens(doc: Document, denial: Denial) -> bool:
    """Does the headline say that an inquiry begins, where whether there is one was not what was denied?"""
    denied = offline_fields.weights(f"{stated(denial)} {denial.quote}")
    return "probe" not in denied and has(official.OPENS, doc.title, doc.lang)


def _namesake(doc: Document, denial: Denial) -> bool:
    """Does the paper say that it is about another company than ours?"""
    names = [n for n in (denial.company, companies.key(denial.company), *denial.own_names) if n]
    said = (doc.text[a:b] for a, b in sentences(doc.text, doc.lang))
    return any(has(official.NAMESAKE, part, doc.lang) and any(companies.occurs(n, part) for n in names) for part in said)


def _other_business(doc: Document, denial: Denial, held: Matter) -> bool:
    """Companies date all they do. Without the day of the denial or words about the matter, a date shows nothing of it."""
    if held.refers:
        return False
    closest = max(apart(t, denial) for t in (doc.title, *(f.text for f in held.facts)))
    if closest < _AKIN:
        return True
    if doc.lang == denial.lang and len(object_words(denial) & objects(f"{doc.title}\n{doc.text}")) >= 3:
        return False
    claimed = set(offline_fields.weights(f"{stated(denial)} {denial.quote}")) or held.fields
    shared = held.fields & (claimed & ACTIONS or claimed)  # "the chip division" is no sale of it
    return closest < _ONE_WORD and not (shared or held.names or held.figures)


def _overtaken(doc: Document, denial: Denial, held: Matter, post: Sequence[Shown], speaks: Voice) -> Fact | None:
    """The sentence that shows that it came about only after the denial, in a paper that announces it."""
    if not announces(doc, held):
        return None
    if then := evidence.not_yet(doc, held):
        return then
    moved = strongest(post, "change")
    if not moved and (denial.kind in ("time_bound_denial", "undecided") or (denial.kind == "unaware" and speaks == "authority")):
        moved = strongest(post, "decision")
    return moved.fact if moved else None


def _far_advanced(doc: Document, pre: Sequence[Shown]) -> Fact | None:
    """The sentence that dates before the denial that a buyer was chosen or a first paper signed."""
    return next((s.fact for s in pre if s.how == "contact" and has(cues.ADVANCED, s.fact.text, doc.lang)), None)


def _owned_up(doc: Document, held: Matter) -> Fact | None:
    taken = (f for f in held.facts if has(official.OWN_UP, f.text, doc.lang) or has(person.ANSWER_WRONG, f.text, doc.lang))
    return next((f for f in taken if held.sure or max(f.rel, f.to_quote) >= 0.1), None)


def denies_again(doc: Document, reading: Reading, denial: Denial) -> bool:
    """Does the company deny once more, other than by telling how it was until some time ("we had no plans until spring")?"""
    ours = [r for r in reading.responses if companies.kin(r.company, denial.company)]
    kinds = {r.kind for r in ours if r.kind == "confirmation" or not has(cues.AT_TIME, r.quote.text, doc.lang)}
    return bool(kinds & DENIALS) and "confirmation" not in kinds


def _lets_us_off(doc: Document, denial: Denial, held: Matter, clear: Fact) -> bool:
    """Does what clears stand alone: nobody did wrong, or somebody else did, while the sentence that clears names the
    company that answered?"""
    if not evidence.turned_against(doc, held):
        return True
    against = [f for f in held.facts if f != clear and has(official.AGAINST, f.text, doc.lang)]
    return clear.rel >= evidence.SAYS_SO and _names_whoever(denial, clear.text) and not any(_names_whoever(denial, f"{f.text}\n{doc.title}") for f in against)


def _owns(doc: Document) -> bool:
    """Does a company tell what was found when it was looked into, or say that it is sorry?"""
    return has(official.LOOKED_INTO, doc.text, doc.lang) or has(official.SORRY, doc.text, doc.lang)


def _sanctioned(doc: Document, denial: Denial, held: Matter) -> list[Shown]:
    """In a paper whose headline is about the claim: the company is named beside the breach or the penalty. What was found
    may be told in words far from the claim's: the sentence is shown that tells of a finding, else that of the penalty."""
    if not (held.title_rel >= STATES or any(companies.occurs(n, doc.title) for n in held.names)):
        return []
    against = [f for f in held.facts if has(official.AGAINST, f.text, doc.lang) and not evidence.denied(f.text, doc.lang)]
    against = [f for f in against if _names_whoever(denial, f.text) and not has(official.ALLEGED, f.text, doc.lang)]
    if not against or any(has(official.CLEARED, f.text, doc.lang) for f in held.facts):
        return []
    told = [f for f in held.facts if has(official.SEEKS, f.text, doc.lang) or has(official.FINDING, f.text, doc.lang)]
    return [Shown(f, "finding", f.rel) for f in (*(f for f in told if f not in against), *against)]


def _no_such_party(doc: Document, denial: Denial, held: Matter) -> Fact | None:
    """The sentence in which another's paper says that there was no contact with the very party that denied it itself."""
    theirs = denial.company and not has(official.AUTHORITY, doc.outlet, doc.lang) and not _names_whoever(denial, f"{doc.outlet}\n{doc.title}")
    if not (another_party(denial) or theirs):
        return None
    return next(
        (
            f
            for f in held.facts
            if max(f.rel, f.to_quote) >= evidence.FOUND
            and _names_whoever(denial, f.text)
            and evidence.denied(f.text, doc.lang)
            and has(cues.CONTACT, f.text, doc.lang)
            and not has(cues.FUTURE, f.text, doc.lang)
        ),
        None,
    )


def _names_whoever(denial: Denial, text: str) -> bool:
    return any(companies.occurs(n, text) for n in (denial.company, companies.key(denial.company), *denial.own_names) if n)


def _of_the_group(doc: Document, denial: Denial, held: Matter, clear: Fact) -> Fact | None:
    """Where a paper clears the company that answered: the sentence that shows the claim true of a subsidiary of it."""
    if not has(official.SUBSIDIARY, f"{doc.title}\n{doc.text}", doc.lang) or not evidence.turned_against(doc, held):
        return None
    ours = any(companies.occurs(n, clear.text) for n in (denial.company, companies.key(denial.company)) if n)
    if not (ours or has(official.PARENT, clear.text, doc.lang)):
        return None
    shown = [f for f in held.facts if f != clear and max(f.rel, f.to_quote) >= STATES and not has(official.CLEARED, f.text, doc.lang)]
    dated = [f for f in shown if any(d.last < denial.published.date() for d in f.dates)]
    return max(dated or shown, key=lambda f: (max(f.rel, f.to_quote), -f.start), default=None)


def _not_the_company(doc: Document, denial: Denial, held: Matter) -> Fact | None:
    """A sentence that says that it was not the company that answered (but one of its group)."""
    for fact in held.facts:
        if any(companies.occurs(n, fact.text) for n in (denial.company, companies.key(denial.company)) if n) and (
            has(official.NO_VIEW, fact.text, doc.lang) or has(official.CLEARED, fact.text, doc.lang)
        ):
            return fact
    return None
