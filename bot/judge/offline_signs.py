"""The signs of an article about a denial, as numbers: what `bot.judge.offline_weighed` weighs. Pure.

A sign is no word of any one text: it is that a list of cues speaks in the headline, somewhere, or in the sentences nearest
to the claim; who speaks; what kind of denial it is; which dates and figures lie on which side of it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import ModuleType

from bot.judge import offline_cues as cues
from bot.judge import offline_cues_newsroom as newsroom
from bot.judge import offline_cues_official as official
from bot.judge import offline_cues_person as person
from bot.judge import offline_cues_ruling as ruled
from bot.judge import offline_evidence as evidence
from bot.judge.bearing import Denial, Verdict
from bot.judge.offline_cues import Lexicon, has
from bot.judge.offline_found import another_party
from bot.judge.offline_matter import Fact, Matter, apart
from bot.judge.offline_voice import Voice, cites, own_report, same_newsroom
from bot.judge.offline_words import has_cjk, object_words, objects, stated, telling
from bot.read import companies
from bot.read.reading import DENIALS, Document, Reading
from bot.text import numbers

#: So many sentences, those nearest to the claim or the denial, are the ones that matter.
NEAREST = 3
#: Two texts as close as this say the same.
CLOSE = 0.45
_OFFICIAL = frozenset({"authority", "court"})


def _lexicons(room: ModuleType, prefix: str) -> dict[str, Lexicon]:
    found = {k: v for k, v in vars(room).items() if k.isupper() and isinstance(v, Mapping) and "en" in v}
    return {f"{prefix}.{k}": v for k, v in sorted(found.items())}


LEXICONS: dict[str, Lexicon] = {
    name: lexicon
    for room, prefix in ((cues, "any"), (newsroom, "newsroom"), (official, "official"), (person, "person"), (ruled, "ruled"))
    for name, lexicon in _lexicons(room, prefix).items()
}
_ROOMS = ("title", "all", "near", "best")


#: By these families of kinds a sign means another thing: "not yet" is nothing to a flat denial. The rest is "flat".
_FAMILIES = {"non_denial": "non", "specific_denial": "detail", "time_bound_denial": "open", "undecided": "open"}
#: The signs that are also given by family: those that begin so.
_BY_FAMILY = (
    "rules", "official: claim", "official: denial", "own: ", "press: c", "press: d", "claim", "denial", "before", "after", "date",
    "not yet", "found", "turned", "own figure", "no figure", "company", "other party",
)  # fmt: skip


def signs(doc: Document, reading: Reading, denial: Denial, held: Matter, speaks: Voice, ruled_so: Verdict | None) -> dict[str, float]:
    """Every sign by its name; those that are 0 are left out. `ruled_so`: the verdict to which the rules came, if any."""
    out: dict[str, float] = {f"voice {speaks}": 1, f"kind {denial.kind}": 1, f"form {doc.kind}": 1, f"{speaks} on {denial.kind}": 1}
    order = sorted(held.facts, key=lambda f: (-max(f.rel, f.to_quote), f.start))
    out |= _nearness(held, doc, denial)
    out |= _told(doc, reading, denial, held)
    out |= _dates(doc, denial, held, speaks)
    out |= _figures(doc, denial, order)
    side = "official" if speaks in _OFFICIAL else speaks
    for name, value in _words(doc, order).items():
        out[name] = value
        if name.startswith(("near ", "title ")):
            out[f"{side}: {name}"] = value
    if order:
        out |= _polarity(doc, denial, order, side)
    if ruled_so:
        out[f"rules: {ruled_so}"] = 1
    family = _FAMILIES.get(denial.kind, "flat")
    out |= {f"[{family}] {k}": v for k, v in out.items() if k.startswith(_BY_FAMILY)}
    return {k: float(v) for k, v in out.items() if v}


def _nearness(held: Matter, doc: Document, denial: Denial) -> dict[str, float]:
    best = max(held.facts, key=lambda f: max(f.rel, f.to_quote), default=None)
    shared = sum(0.5 if has_cjk(w) else 1.0 for w in object_words(denial) & objects(f"{doc.title}\n{doc.text}")) if doc.lang == denial.lang else 0.0
    return {
        "sure": held.sure, "refers": held.refers, "title near": held.title_rel, "score": min(2.0, held.score),
        "nearest to claim": max((f.rel for f in held.facts), default=0.0),
        "nearest to denial": max((f.to_quote for f in held.facts), default=0.0),
        "nearest apart": apart(best.text, denial) if best else 0.0,
        "names": min(3, len(held.names)), "fields": min(3, len(held.fields)), "shared words": min(5.0, shared),
        "other language": doc.lang != denial.lang, "other party": another_party(denial),
        "days": min(6.0, math.log1p((doc.published - denial.published).days)),
    }  # fmt: skip


def _told(doc: Document, reading: Reading, denial: Denial, held: Matter) -> dict[str, float]:
    ours = [n for n in (denial.company, companies.key(denial.company), *denial.own_names) if n]
    kinds = {r.kind for r in reading.responses}
    mine = {r.kind for r in reading.responses if any(companies.kin(r.company, n) for n in ours)}
    return {
        "same newsroom": same_newsroom(doc, denial), "own report": own_report(doc, reading, denial),
        "cites first": any(cites(f.text, denial, doc) for f in held.facts[:3]),
        "confirms": "confirmation" in kinds, "company confirms": "confirmation" in mine,
        "denies": bool(kinds & DENIALS), "company denies": bool(mine & DENIALS), "has claims": bool(reading.claims),
        "named in title": any(companies.occurs(n, doc.title) for n in ours),
        "named": any(companies.occurs(n, doc.text) for n in ours),
    }  # fmt: skip


def _dates(doc: Document, denial: Denial, held: Matter, speaks: Voice) -> dict[str, float]:
    made = denial.published.date()
    out: dict[str, float] = {}
    for shown in evidence.before(doc, denial, held, paper=speaks != "press", court=speaks == "court"):
        out[f"before {shown.how}"] = max(out.get(f"before {shown.how}", 0.0), shown.strength)
    for shown in evidence.after(doc, denial, held):
        out[f"after {shown.how}"] = max(out.get(f"after {shown.how}", 0.0), shown.strength)
    dated = [d for f in held.facts for d in f.dates]
    out |= {"not yet": evidence.not_yet(doc, held) is not None, "date before": any(d.last < made for d in dated), "date after": any(d.first > made for d in dated)}
    if denial.kind in ("time_bound_denial", "undecided"):
        out |= {f"open: {k}": v for k, v in out.items()}
    return out


def _figures(doc: Document, denial: Denial, order: Sequence[Fact]) -> dict[str, float]:
    said, claimed = telling(numbers(denial.quote, denial.lang)), telling(numbers(stated(denial), denial.lang))
    whole = telling(numbers(f"{doc.title}\n{doc.text}", doc.lang))
    near = telling(frozenset(n for f in order[:NEAREST] for n in numbers(f.text, doc.lang)))
    return {
        "claim's figure near": bool(claimed & near), "claim's figure": bool(claimed & whole), "denial's own figure": bool((said - claimed) & whole),
        "no figure of the claim's": bool(claimed) and not claimed & whole, "own figure alone": bool((said - claimed) & whole) and not claimed & whole,
    }  # fmt: skip


@lru_cache(maxsize=512)
def _hits(text: str, lang: str) -> tuple[bool, ...]:
    return tuple(has(lexicon, text, lang) for lexicon in LEXICONS.values())


def _words(doc: Document, order: Sequence[Fact]) -> dict[str, float]:
    title = _hits(doc.title, doc.lang)
    told = [_hits(f.text, doc.lang) for f in order]
    rooms = (title, [any(h) for h in zip(*told, strict=True)], [any(h) for h in zip(*told[:NEAREST], strict=True)], told[0] if told else ())
    return {f"{room} {name}": 1.0 for room, hits in zip(_ROOMS, rooms, strict=True) for name, hit in zip(LEXICONS, hits, strict=False) if hit}


def _polarity(doc: Document, denial: Denial, order: Sequence[Fact], side: str) -> dict[str, float]:
    """Is the claim said again as it was, or with a "not", and the denial likewise?"""
    claim = max(order, key=lambda f: f.rel)
    quote = max(order, key=lambda f: f.to_quote)
    out: dict[str, float] = {}
    for name, fact, near in (("claim", claim, claim.rel), ("denial", quote, quote.to_quote)):
        no = evidence.denied_of(fact, denial, doc.lang) or has(official.CLEARED, fact.text, doc.lang)
        word = "not" if no else "so"
        out |= {f"{name} said {word}": near, f"{side}: {name} said {word}": near, f"{name} close, {word}": near >= CLOSE}
    found = [f for f in order if evidence.found_nothing(f.text, doc.lang)]
    return out | {"found nothing": max((max(f.rel, f.to_quote) for f in found), default=0.0), "turned against": evidence.turned_against(doc, _of(order))}


def _of(order: Sequence[Fact]) -> Matter:
    return Matter(tuple(order), 0.0, frozenset(), frozenset(), frozenset(), 0.0, False, False, True)
