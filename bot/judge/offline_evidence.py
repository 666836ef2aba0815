"""What an article shows about a denial: facts dated before it, events dated after it, findings, clearances. Pure.

A date decides between "untrue when said" and "changed since", so each event word is held against the date that
stands nearest to it in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.judge import offline_cues as cues
from bot.judge import offline_cues_official as official
from bot.judge import offline_cues_ruling as ruled
from bot.judge.bearing import Denial
from bot.judge.offline_cues import Lexicon, cue, has
from bot.judge.offline_dates import Dated
from bot.judge.offline_fields import weights
from bot.judge.offline_matter import STATES, Fact, Matter, says_denial
from bot.judge.offline_words import ACTIONS, object_words, objects
from bot.read import companies
from bot.read.reading import Document

#: Facts older than this against the denial are history, not evidence.
HISTORY = timedelta(days=420)
LONG_AGO = timedelta(days=2200)
#: From here on a sentence states the claim so plainly that the date of the one beside it is its date.
BESIDE = 0.55
#: How near a finding comes to the claim in an authority's own paper about the company.
FOUND = 0.30
#: A sentence of an authority's that comes this close to the claim, with the company's name in it, tells it as a fact.
TOLD = 0.45
#: A sentence this near to the claim says the very thing.
SAYS_SO = 0.5
#: In a paper that tells of a breach, a sentence that is the decision's own comes at least this near to the claim.
TOLD_BY_RULING = 0.25
#: A sentence that says "no" comes this near to the denial's words to say that very "no".
SAYS_NO = 0.4
#: A "not" stands this far before a word for finding, or behind it, to turn it (characters).
BESIDE_FINDING = (45, 25)
#: How near the denial's own "no" comes to the same "no" in another's words.
SAME_NO = 0.55
_CLAUSES = re.compile(r"[,;:，、；：–—]\s*|(?<=[해며]) |(?<=하고) ")
#: An event word and a date further apart than this (characters) are not about each other.
NEAR, NEAR_CJK = 110, 45
#: A word of what is to come this far before a date (characters), with no other date between, speaks of that date.
AHEAD_OF_DATE = 60
#: A negation this far before an event word (after it in Japanese, Chinese and Korean) turns it.
TURNS = 22


@dataclass(frozen=True)
class Shown:
    """One piece of evidence: the sentence, what it is, how strong (higher is stronger)."""

    fact: Fact
    how: str
    strength: float


def before(doc: Document, denial: Denial, matter: Matter, *, paper: bool = False, court: bool = False) -> list[Shown]:
    """Facts that the article dates before the denial, the strongest first: decisions, knowledge, contacts, states.

    `paper`: of the company, an authority or a court. There the sentence beside the one that states the claim dates it.
    `court`: courts look further back.
    """
    made = denial.published.date()
    told = bool(matter.fields or matter.figures or matter.refers)  # more than a name in common
    against = paper and turned_against(doc, matter)
    out = []
    for at, fact in enumerate(matter.facts):
        if has(official.NO_VIEW, fact.text, doc.lang) and not fact.dates:
            continue
        if found_nothing(fact.text, doc.lang) and not _claimed_not(fact.text, doc.lang, denial, fact.rel):
            continue  # "no exchange before 17 July was found": its dates are those of the search
        near = max(fact.rel, fact.to_quote)
        beside = matter.facts[max(0, at - 1) : at + 2]
        around = max((f.rel for f in beside), default=0.0)
        if paper and matter.refers and any(_names_day(f, denial) for f in beside):
            around = max(around, STATES)  # beside the sentence that recalls the denial
        if near < 0.2 and around < 0.3 and matter.title_rel < 0.35 and not _shares_field(fact, matter) and not (paper and _the_same(fact, doc, denial, matter)):
            continue  # a date of something else ("the Board decided on 12 February to propose a dividend")
        for dated in fact.dates:
            # a sentence that states the claim itself may reach further back than one that merely has a date
            history = LONG_AGO if near >= STATES or court else HISTORY
            if not (_lies_before(fact, dated, made, doc.lang, paper=paper) and dated.first >= made - history) or _future(fact, dated, doc.lang):
                continue
            for how, weight, lexicon in _EVENTS:
                if _event_at(fact, dated, lexicon, doc) and (
                    how != "contact" or near >= 0.10 or around >= STATES or (paper and _shares_field(fact, matter))
                ):
                    out.append(Shown(fact, how, weight + near))
            if max(near, around - (STATES if paper else BESIDE) + 0.2) >= 0.2 and has(cues.SINCE, _window(fact, dated, 14), doc.lang) and not _negated(fact.text, doc.lang):
                out.append(Shown(fact, "lasting", 1.5 + near))
            # without a field in common, only a sentence that all but repeats the claim states it
            found_so = against and near >= TOLD_BY_RULING and has(ruled.BY_RULING, fact.text, doc.lang)
            states = found_so or near >= (STATES if matter.fields or matter.refers else BESIDE) or (paper and around >= BESIDE and told)
            if states and not _negated(fact.text, doc.lang):
                out.append(Shown(fact, "state", 1.0 + near))
    return sorted(out, key=lambda s: (-s.strength, s.fact.start))


def _lies_before(fact: Fact, dated: Dated, made: date, lang: str, *, paper: bool) -> bool:
    """Does a date lie before the denial? In a paper a deed of that very day counts too, where nobody speaks in its sentence."""
    if dated.last < made:
        return True
    spoken = has(official.BY_ITS_ACCOUNT, fact.text, lang) or _negated(fact.text, lang)
    return paper and dated.first == dated.last == made and not spoken and has(official.SUCH_AS, fact.text, lang)


def _names_day(fact: Fact, denial: Denial) -> bool:
    made = denial.published.date()
    return any(d.first == d.last and abs(d.first - made) <= timedelta(days=1) for d in fact.dates)


_EVENTS: tuple[tuple[str, float, Lexicon], ...] = (
    ("decision", 2.0, cues.DECISION),
    ("knowledge", 1.8, cues.KNOWLEDGE),
    ("contact", 1.4, cues.CONTACT),
)


def after(doc: Document, denial: Denial, matter: Matter) -> list[Shown]:
    """Events dated between the denial and the article: decisions, contacts, changes of circumstance; strongest first."""
    made, day = denial.published.date(), doc.published.date()
    out = []
    for fact in matter.facts:
        near = max(fact.rel, fact.to_quote)
        for dated in fact.dates:
            if dated.first <= made or (dated.last > day + timedelta(days=1) and dated.first > day):
                continue
            for how, weight, lexicon in (("change", 2.0, cues.CHANGE), ("decision", 1.6, cues.DECISION), ("contact", 1.0, cues.CONTACT)):
                if _event_at(fact, dated, lexicon, doc):
                    out.append(Shown(fact, how, weight + near))
    return sorted(out, key=lambda s: (-s.strength, s.fact.start))


def findings(doc: Document, denial: Denial, matter: Matter, near: float = STATES) -> list[Shown]:
    """Sentences that state the claim (at least as `near`) and carry a word of finding or admission; nearest first."""
    out = [
        Shown(f, "finding", f.rel)
        for f in matter.facts
        if f.rel >= near
        and (has(official.FINDING, f.text, doc.lang) or has(official.SEEKS, f.text, doc.lang))
        and not has(official.CLEARED, f.text, doc.lang)
        and not has(official.NO_VIEW, f.text, doc.lang)
        and (_claimed_not(f.text, doc.lang, denial, f.rel) or not denied_of(f, denial, doc.lang))
    ]
    return sorted(out, key=lambda s: (-s.strength, s.fact.start))


def cleared(doc: Document, denial: Denial, matter: Matter) -> list[Shown]:
    """Sentences that say that what was claimed is not so, near to the claim or to the denial; nearest first."""
    out = [
        Shown(f, "cleared", max(f.rel, f.to_quote))
        for f in matter.facts
        if max(f.rel, f.to_quote) >= 0.25
        and (has(official.CLEARED, f.text, doc.lang) or (found_nothing(f.text, doc.lang) and not _claimed_not(f.text, doc.lang, denial, f.rel)))
        and not has(official.NO_VIEW, f.text, doc.lang)
    ]
    return sorted(out, key=lambda s: (-s.strength, s.fact.start))


def found_nothing(text: str, lang: str) -> bool:
    """Does a sentence say of whoever looked that they found nothing: a "not" beside the word for finding?"""
    before, behind = (15, 15) if lang in ("ja", "zh", "ko") else BESIDE_FINDING
    left = cue(cues.LEFT_UNDONE, lang).sub(lambda m: " " * len(m.group()), text)
    return any(
        has(cues.NEGATION, left[max(0, m.start() - before) : m.end() + behind], lang) for m in cue(official.SEEKS, lang).finditer(left)
    )


def turned_against(doc: Document, matter: Matter) -> bool:
    """Does the paper speak of a breach or a penalty, and not of the want of one?"""
    return any(
        has(official.AGAINST, f.text, doc.lang) and not has(official.CLEARED, f.text, doc.lang) and not denied(f.text, doc.lang)
        for f in matter.facts
    )


def told_as_fact(doc: Document, denial: Denial, matter: Matter) -> list[Shown]:
    """Sentences that say what was claimed, as a fact: nobody alleges it, denies it or dates it after the denial; nearest first."""
    made = denial.published.date()
    out = [
        Shown(f, "finding", f.rel)
        for f in matter.facts
        if f.rel >= TOLD
        and not any(d.last >= made for d in f.dates)
        and not any(has(x, f.text, doc.lang) for x in (official.ALLEGED, official.BY_ITS_ACCOUNT, official.NO_VIEW, official.CLEARED, cues.FUTURE))
        and (_claimed_not(f.text, doc.lang, denial, f.rel) or not denied_of(f, denial, doc.lang))
        and not has(official.OPENS, f.text, doc.lang)
        and any(companies.occurs(n, part) for part in (doc.title, f.text) for n in (denial.company, *denial.names) if n)
    ]
    return sorted(out, key=lambda s: (-s.strength, s.fact.start))


def says_no(doc: Document, matter: Matter, beside: Fact) -> bool:
    """Does the paper say, in a sentence nearer to the denial than `beside`, that it was not so?"""
    near = max(SAYS_NO, beside.rel, beside.to_quote)
    return any(
        f.to_quote >= near and (denied(f.text, doc.lang) or has(official.CLEARED, f.text, doc.lang))
        for f in matter.facts
        if f != beside and not has(official.ALLEGED, f.text, doc.lang)
    )


def negated(doc: Document, denial: Denial, matter: Matter) -> list[Shown]:
    """Sentences close to the claim that plainly say that it is not so ("has not opened an inquiry"); nearest first.
    A claim that has a "not" or a "without" of its own is said again by one."""
    negative = [c for c in denial.claims if has(cues.NEGATION, c.span, c.lang)]
    if any(c.lang != doc.lang or c.lang in ("ja", "zh", "ko") for c in negative):
        return []
    again = {w for c in negative for w in _negated_words(c.span, c.lang)}
    closes = has(official.CLOSES, f"{doc.title}\n{doc.text}", doc.lang)
    out = [
        Shown(f, "negated", f.rel)
        for f in matter.facts
        if (f.rel >= 0.5 or _same_no(f, denial, doc) or (closes and max(f.rel, f.to_quote) >= STATES - 0.05)) and has(cues.NEGATION, f.text, doc.lang) and not has(official.NO_VIEW, f.text, doc.lang)
        and not _negated_words(f.text, doc.lang) & again
    ]
    return sorted(out, key=lambda s: (-s.strength, s.fact.start))


def _same_no(fact: Fact, denial: Denial, doc: Document) -> bool:
    """Does a sentence that is nobody's word but the paper's own say the very "no" of the denial?"""
    if fact.to_quote < SAME_NO or fact.rel < 0.2 or not has(cues.NEGATION, denial.quote, denial.lang):
        return False
    ours = any(companies.occurs(n, fact.text) for n in (denial.company, *denial.names) if n)
    return not ours and not has(official.BY_ITS_ACCOUNT, fact.text, doc.lang)


def not_yet(doc: Document, matter: Matter) -> Fact | None:
    """A sentence that says that at the time of the denial or of the report it was not (yet) so."""
    for fact in matter.facts:
        for match in cue(cues.AT_TIME, doc.lang).finditer(fact.text):
            around = fact.text[max(0, match.start() - 40) : match.end() + 140]
            if (has(cues.NEGATION, around, doc.lang) or has(cues.ONLY_SO_FAR, around, doc.lang)) and max(fact.rel, fact.to_quote) >= 0.05:
                return fact
    return None


def nearest(matter: Matter) -> Fact | None:
    """The sentence that comes closest to stating the claim."""
    return max(matter.facts, key=lambda f: (f.rel, -f.start), default=None)


def _the_same(fact: Fact, doc: Document, denial: Denial, matter: Matter) -> bool:
    """In a paper on what the claim says is done, or with a word of it in the headline: does the sentence speak of "the transaction", or of
    whoever denied and is not the company that the claim is about?"""
    titled = matter.fields & ACTIONS or (doc.lang == denial.lang and object_words(denial) & objects(doc.title))
    claimed = [n for c in denial.claims for n in (c.company, *c.own_names) if n]
    another = not any(companies.kin(denial.company, n) for n in claimed)
    names = [n for n in (denial.company, companies.key(denial.company), *denial.own_names) if n]
    return bool(titled) and (has(official.THE_SAME, fact.text, doc.lang) or (another and any(companies.occurs(n, fact.text) for n in names)))


def _shares_field(fact: Fact, matter: Matter) -> bool:
    return any(f in matter.fields for f in weights(fact.text))


def repeats_denial(doc: Document, denial: Denial, matter: Matter) -> bool:
    """Does the paper say once more what the denial said?"""
    if any(f.to_quote >= SAYS_NO and says_denial(f.text, denial) for f in matter.facts):
        return True
    return any(
        max(f.rel, f.to_quote) >= 0.55
        and f.to_quote >= 0.35
        and has(cues.NEGATION, f.text, doc.lang)
        and not has(cues.AT_TIME, f.text, doc.lang)
        for f in matter.facts
    )


def _claimed_not(text: str, lang: str, denial: Denial, near: float = 0.0) -> bool:
    """Does a sentence with a "not" or a "without" say what a claim says with one: "workers without a contract"?
    `near`: how near it is to the claim; a sentence that is close to a claim with a "not" says the same one."""
    negative = [c for c in denial.claims if has(cues.NEGATION, c.span, c.lang)]
    if lang in ("ja", "zh", "ko"):
        return any(c.lang == lang for c in negative)
    if near >= STATES and negative and not found_nothing(text, lang):
        return True
    return any(c.lang != lang or _negated_words(text, lang) & _negated_words(c.span, lang) for c in negative)


def _negated_words(text: str, lang: str) -> set[str]:
    """The beginnings of the words that follow a "not" or a "without" closely."""
    found = (re.findall(r"\w+", text[m.end() : m.end() + 40])[:3] for m in cue(cues.NEGATION, lang).finditer(text))
    return {w[:5].casefold() for words in found for w in words if len(w) > 3}


def denied(text: str, lang: str) -> bool:
    """Does a sentence say that something is not so, other than that it was not told, not permitted or not prevented?"""
    return has(cues.NEGATION, cue(cues.LEFT_UNDONE, lang).sub(" ", text), lang)


def denied_of(fact: Fact, denial: Denial, lang: str) -> bool:
    """Does a sentence say of the claim that it is not so? Of its clauses, only the one with most of the claim's words is
    asked: "staff could open the files, and nobody noted it" denies nothing that was claimed."""
    if not denied(fact.text, lang):
        return False
    own = object_words(denial) if lang == denial.lang else frozenset()
    shared = [(len(own & objects(clause)), clause) for clause in _CLAUSES.split(fact.text)]
    most = max(n for n, _ in shared)
    return most < 2 or any(denied(clause, lang) for n, clause in shared if n == most)


def _event_at(fact: Fact, dated: Dated, lexicon: Lexicon, doc: Document) -> bool:
    """Does a word of the list belong to this date, rather than to another date of the sentence? What was done was done by
    the day of the article: a later date beside it ("resolved to close it at the end of 2027") is another thing's."""
    lang, day = doc.lang, doc.published.date() + timedelta(days=1)
    reach = NEAR_CJK if lang in ("ja", "zh", "ko") else NEAR
    if len(fact.dates) == 1:
        reach *= 2  # there is no other date that the word could belong to
    for match in cue(lexicon, lang).finditer(fact.text):
        gap = _gap(match.start(), match.end(), dated)
        if gap > reach or not _nearest_to(match, dated, [d for d in fact.dates if d.first <= day], lang):
            continue
        if not _turned(fact.text, match, lang):
            return True
    return False


def _nearest_to(match: re.Match[str], dated: Dated, dates: Sequence[Dated], lang: str) -> bool:
    """Of these dates of a sentence, is this the word's own? In Chinese, Japanese and Korean the verb follows its date."""
    gap = _gap(match.start(), match.end(), dated)
    others = [d for d in dates if d is not dated]
    if lang in ("ja", "zh", "ko") and any(d.end <= match.start() for d in dates):
        return dated.end <= match.start() and not any(dated.end < d.end <= match.start() for d in others)
    return not any(_gap(match.start(), match.end(), d) < gap for d in others)


def _gap(start: int, end: int, dated: Dated) -> int:
    return max(dated.start - end, start - dated.end, 0)


def _turned(text: str, match: re.Match[str], lang: str) -> bool:
    """Is the matched word negated close by?"""
    if lang in ("ja", "zh", "ko"):
        around = text[max(0, match.start() - (6 if lang == "zh" else 0)) : match.end() + (0 if lang == "zh" else 12)]
    else:
        around = text[max(0, match.start() - TURNS) : match.start()]
    return has(cues.NEGATION, around, lang)


def _negated(text: str, lang: str) -> bool:
    return denied(text, lang) or has(official.CLEARED, text, lang)


def _window(fact: Fact, dated: Dated, size: int) -> str:
    return fact.text[max(0, dated.start - size) : dated.end + (4 if size < 20 else size)]


def _future(fact: Fact, dated: Dated, lang: str) -> bool:
    """Does the sentence speak of what is to come at that date?"""
    alone = not any(dated.start - AHEAD_OF_DATE < d.end <= dated.start for d in fact.dates if d is not dated)
    return has(cues.FUTURE, fact.text[max(0, dated.start - (AHEAD_OF_DATE if alone else AHEAD_OF_DATE // 2)) : dated.start], lang)


def strongest(shown: Sequence[Shown], *hows: str) -> Shown | None:
    """The strongest piece of one of these kinds; of any kind where none is named."""
    return next((s for s in shown if not hows or s.how in hows), None)
