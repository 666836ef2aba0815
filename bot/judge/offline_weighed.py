"""What the signs of an article come to, all together: the chance of each verdict. Pure.

The rules of `bot.judge.offline` ask one thing after the other, and a paper that clears a company of one thing and finds
another answers "yes" to several. Here every sign counts at once, by weights that were fitted (multinomial logistic
regression with an L2 penalty) to labelled matters in nine languages, and measured on others that were kept back. The
weights lie in `offline_weights.json`: five numbers a sign, one for each verdict. What a sign is, `bot.judge.offline_signs`
says; a weight belongs to a list of cues or to a date, never to a word of one text.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from bot.judge import offline_cues_newsroom as newsroom
from bot.judge import offline_cues_official as official
from bot.judge import offline_cues_person as person
from bot.judge import offline_cues_ruling as ruled
from bot.judge import offline_evidence as evidence
from bot.judge.bearing import Denial, Tier, Verdict
from bot.judge.offline_cues import has
from bot.judge.offline_found import Found
from bot.judge.offline_matter import Fact, Matter
from bot.judge.offline_retraction import rests_on_paper
from bot.judge.offline_voice import Voice, same_newsroom
from bot.read.reading import DENIALS, Document, Reading

#: A verdict of the rules is spoken where its chance is no less than this; one to which no rule came, from here on.
TRUST, ALONE = 0.60, 0.75
#: The order of the numbers of a sign.
VERDICTS: tuple[Verdict, ...] = ("no_bearing", "undercuts", "confirms", "partly_undercuts", "overtaken")
_WEIGHTS = Path(__file__).with_name("offline_weights.json")


@lru_cache(maxsize=1)
def weights() -> Mapping[str, tuple[float, ...]]:
    """The five weights of every sign that has any; those of "" always count."""
    return {name: tuple(row) for name, row in json.loads(_WEIGHTS.read_text(encoding="utf-8")).items()}


def chances(signs: Mapping[str, float]) -> dict[Verdict, float]:
    """The chance of each verdict, 0 to 1, together 1. A sign without weights counts for nothing."""
    table = weights()
    sums = list(table[""])
    for name, value in sorted(signs.items()):
        for i, weight in enumerate(table.get(name, ())):
            sums[i] += weight * value
    top = max(sums)
    shares = [math.exp(s - top) for s in sums]
    return {verdict: share / sum(shares) for verdict, share in zip(VERDICTS, shares, strict=True)}


def by_weight(doc: Document, reading: Reading, denial: Denial, held: Matter, speaks: Voice, chance: Mapping[Verdict, float]) -> Found | None:
    """The verdict to which no rule came and which the signs together leave hardly any doubt of."""
    verdict = max(VERDICTS, key=lambda v: chance[v])
    if verdict == "no_bearing" or chance[verdict] < ALONE:
        return None
    fact = _shown(doc, reading, denial, held, verdict)
    who = {"own": "the company itself", "authority": "an authority", "court": "a court paper"}.get(speaks, "the article")
    does = {"undercuts": "shows it true", "confirms": "shows it untrue", "overtaken": "shows what changed since"}.get(verdict, "shows part of it true")
    return Found(verdict, _tier(doc, reading, denial, speaks, verdict), fact, f"all signs together: {who} {does}", round(chance[verdict], 2))


def _shown(doc: Document, reading: Reading, denial: Denial, held: Matter, verdict: Verdict) -> Fact:
    """The sentence to show: the nearest that says what the verdict says, and is no denial told again."""
    again = [r.quote for r in reading.responses if r.kind in DENIALS]
    told = [f for f in held.facts if not any(q.start < f.end and f.start < q.end for q in again)] or list(held.facts)
    if verdict == "overtaken" and (since := [s.fact for s in evidence.after(doc, denial, held) if s.fact in told]):
        return since[0]

    def fits(fact: Fact) -> bool:
        no = evidence.denied(fact.text, doc.lang) or has(official.CLEARED, fact.text, doc.lang) or has(newsroom.RETRACTION, fact.text, doc.lang)
        return no == (verdict == "confirms")

    return max(told, key=lambda f: (max(f.rel, f.to_quote) + (0.2 if fits(f) else 0.0), -f.start))


def _tier(doc: Document, reading: Reading, denial: Denial, speaks: Voice, verdict: Verdict) -> Tier:
    """1 for a paper, or the company on the record; 2 for a retraction without one, or a witness with a name; else 3."""
    if speaks in ("own", "authority", "court", "party"):
        return 1
    if verdict == "confirms" and same_newsroom(doc, denial):
        return 1 if rests_on_paper(doc, denial) else 2
    if any(r.kind == "confirmation" for r in reading.responses):
        return 1
    if has(newsroom.AUTHENTIC, doc.text, doc.lang) or has(ruled.DECIDED, doc.text, doc.lang):
        return 1
    if any(has(x, doc.text, doc.lang) for x in (newsroom.WITNESS, person.FIRST_HAND)):
        return 2
    return 3
