"""An answer as found, and how several of one company in one article become one. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.read.companies import key
from bot.read.offline_cast import Name
from bot.read.offline_page import Page
from bot.read.reading import DENIALS, ResponseKind
from bot.text import fold


@dataclass(frozen=True)
class Found:
    """One answer as found, before merging. Offsets are of the document; `unit` is the index of its sentence."""

    company: Name
    speaker: str
    kind: ResponseKind
    start: int
    end: int
    direct: bool
    via: str
    unit: int
    framed: bool = False


def merged(answers: list[Found], page: Page) -> list[Found]:
    """One denial, one admission or one silence a company; words quoted before words reported."""
    out: list[Found] = []
    sorts = dict.fromkeys((id(f.company), bool(f.via)) for f in answers)
    for company, told in sorts:
        mine = [f for f in answers if id(f.company) == company and bool(f.via) == told]
        denials = [f for f in mine if f.kind in DENIALS]
        strong = [f for f in denials if f.kind != "non_denial"] or denials
        kept: list[Found] = []
        if strong:
            first = next((f for f in strong if f.direct), strong[0])
            if first.kind == "undecided":
                # what is denied outright outweighs "not announced by us"
                first = next((f for f in strong if f.kind == "flat_denial" and f.direct == first.direct), first)
            if first.kind == "non_denial" and any(f.framed for f in denials):
                first = replace(first, kind="flat_denial")
            if first.kind == "undecided":
                # of "not announced by us" and "nothing is decided" the second is the answer
                alike = [f for f in strong if f.kind == "undecided" and f.direct == first.direct]
                first = next((f for f in reversed(alike) if page.lex.now.search(page.plain[f.start : f.end])), first)
                # said in one breath, they are one answer
                para = page.units[first.unit].para
                beside = [f for f in alike if f.unit == first.unit - 1 and page.units[f.unit].para == para]
                first = replace(first, start=beside[0].start) if beside and first.direct else first
            kept.append(first)
            outright = next((f for f in strong if f.kind == "flat_denial" and f.direct and f.unit > first.unit), None)
            if first.kind == "unaware" and page.doc.kind == "filing" and outright:
                kept.append(outright)  # "not aware of any information"; of what was asked it denies the fact, too
            in_part = next((f for f in strong if f.kind == "specific_denial" and f.framed and f.unit > first.unit), None)
            if in_part and any(f.kind == "confirmation" and f.framed and f.unit == in_part.unit for f in mine):
                kept.append(in_part)  # another matter, of which it admits a part
        admitted = [f for f in mine if f.kind == "confirmation"]
        if admitted and (not strong or any(f.direct or f.framed for f in admitted)):
            kept.append(next((f for f in admitted if f.direct), admitted[0]))
            # who admits a part denies only the rest
            kept = [replace(f, kind="specific_denial") if f.kind == "flat_denial" else f for f in kept]
        if not kept:
            kept = mine[:1]
        out += kept
    return sorted(out, key=lambda f: (f.start, f.end))


#: Words that say nothing about a matter.
_EMPTY = re.compile(
    r"aber|about|after|against|alla|alle|allo|also|altra|altri|altro|anche|ancora|another|après|"
    r"aquel|aquele|auch|aussi|autre|autres|avant|avec|avere|aveva|avevano|avoir|because|been|"
    r"before|beim|being|between|both|cela|celui|cette|come|comme|como|contra|could|cuando|dalla|"
    r"dalle|dans|dass|degli|della|delle|dello|depuis|desde|diese|diesem|dieser|dieses|does|donde|"
    r"dont|dopo|dove|durch|during|déjà|each|eine|einem|einen|einer|eines|elle|elles|encore|entre|"
    r"esa|ese|essa|esse|essere|esta|estas|este|esto|estos|está|están|estão|even|ever|every|foram|"
    r"from|gegen|haben|había|habían|hanno|hasta|hatte|hatten|have|having|ihre|ihren|ihrer|into|"
    r"isso|just|kein|keine|keinen|leur|leurs|mais|meno|menos|moins|more|most|más|même|nach|nella|"
    r"nelle|never|nicht|noch|non|nous|oder|ogni|ohne|onde|only|ont|onto|other|over|para|pela|pelas|"
    r"pelo|pelos|perché|pero|più|plus|porque|pour|prima|quand|quando|quella|quello|questa|queste|"
    r"questi|questo|said|same|sans|says|según|sein|seine|seinen|seiner|seit|selon|será|serán|seus|"
    r"should|sich|sido|since|sind|sobre|some|sono|sont|sous|stata|state|stati|stato|still|suas|"
    r"such|sulla|são|también|também|than|that|their|them|then|there|these|they|this|those|through|"
    r"tiene|tienen|tinha|told|tous|tout|toute|toutes|tras|uma|umas|under|unter|until|very|vous|"
    r"weil|wenn|werden|were|what|when|where|which|while|whom|whose|will|wird|with|without|would|"
    r"wurde|wurden|zwischen|étaient|était|être|über"
)


def same_newsroom(name: str, outlet: str) -> bool:
    """Is "the Ledger" the "Cawdor Ledger"?"""
    a, b = set(key(name).split()), set(key(outlet).split())
    if not a or not b:
        return False
    return a <= b or b <= a or fold(name) in fold(outlet) or fold(outlet) in fold(name)


def stems(text: str) -> set[str]:
    """The beginnings of the words of a text (pairs of characters in scripts without blanks), to compare two texts."""
    folded = fold(text)
    east = re.findall(r"(?=([一-龥々ァ-ヴー]{2}|[가-힣]{2}))", folded)
    return {w[:5] for w in re.findall(r"[^\W\d_]{4,}", folded) if w[0] < "ᄀ" and not _EMPTY.fullmatch(w)} | set(east)
