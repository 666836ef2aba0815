"""Who speaks in an article, and whose report it is: the company, an authority, a court, a newsroom, somebody else. Pure."""

from __future__ import annotations

import re
from typing import Literal

from bot.judge import offline_cues_newsroom as newsroom
from bot.judge import offline_cues_official as official
from bot.judge.bearing import Denial
from bot.judge.offline_cues import cue, has
from bot.judge.offline_matter import Fact, told_names
from bot.judge.offline_words import stated
from bot.read import companies, scripts
from bot.read.reading import Document, Reading
from bot.text import fold, sentences

Voice = Literal["own", "authority", "court", "press", "party"]

_FIRST_PERSON = {
    "en": r"\b(?:[Ww]e|[Oo]ur|us|[Tt]he Company|[Tt]he Petitioner|[Tt]he Board)\b",
    "fr": r"\b(?:nous|notre|nos|[Ll]a Société)\b",
    "de": r"\b(?:wir|unser\w*|die Gesellschaft)\b",
    "es": r"\b(?:nosotros|nuestr\w+|[Ll]a [Cc]ompañía|[Ll]a Sociedad)\b",
    "pt": r"\b(?:nós|noss\w+|[Aa] [Cc]ompanhia|A Sociedade)\b",
    "it": r"\b(?:noi|nostr\w+|[Ll]a Società)\b",
    "ja": r"当社|弊社|当行|当グループ",
    "zh": r"本公司|我司|我们|本集团|公司董事会",
    "ko": r"당사|저희|우리 회사|본사는",
}
_CJK = frozenset({"ja", "zh", "ko"})
# authorities go by their letters
_ACRONYM = re.compile(r"^[A-Z][A-Za-z]{1,7}$(?<=[A-Z])|\b[A-Z]{3,6}\b")
# whom a court or tribunal names as speaking for the company under oath
_SWORN = re.compile(
    r"affidavit|witness statement|déclaration sous serment|eidesstattlich|declaraci[óo]n jurada|declaraç[ãa]o sob juramento|"
    r"dichiarazione giurata|陳述書|供述|宣誓|证人证言|陈述书|진술서",
    re.IGNORECASE,
)


def voice(doc: Document, denial: Denial) -> Voice:
    """Who speaks. A filing or notice is the company's own unless an authority issued it about the company; a release of
    somebody who is neither, nor a party to the claim, is a "party"'s: a union, a campaign, a rival."""
    names = _own_names(denial)
    if any(companies.kin(doc.outlet, n) or companies.occurs(n, doc.outlet) for n in names if n):
        return "own"
    head = f"{doc.title}\n{doc.text[:500]}"
    if doc.kind == "court":
        return "own" if _SWORN.search(head) and _speaks(doc) else "court"
    if doc.kind == "press_release" and has(official.ADVOCATE, doc.outlet, doc.lang) and not _of_the_claim(doc, denial):
        return "party"
    formal = doc.kind in ("press_release", "filing")
    if doc.kind is None:
        notices = len({m.group().casefold() for m in cue(official.NOTICE, doc.lang).finditer(doc.text)})
        formal = notices >= 2 or _office(doc)
    if not formal:
        return "press"
    in_head = any(companies.occurs(n, head) for n in names)
    if has(official.EXCHANGE, doc.outlet, doc.lang):
        of_another = has(official.YOUR_COMPANY, doc.text, doc.lang) or has(official.THAT_COMPANY, doc.text, doc.lang)
        return "own" if in_head and not (of_another and not _speaks(doc)) else "authority"
    if has(official.AUTHORITY, doc.outlet, doc.lang):
        # what a company must file with an authority speaks in its own voice ("our security team established")
        return "own" if doc.kind != "press_release" and in_head and _speaks(doc) else "authority"
    if doc.kind == "filing" or has(official.PRINTS, doc.outlet, doc.lang) or _of_the_claim(doc, denial):
        return "own" if in_head and _speaks(doc) else "authority"
    return "authority" if _ACRONYM.search(doc.outlet) or _abroad(doc) else "party"


def _abroad(doc: Document) -> bool:
    """Is the publisher an authority by a name in another language than its paper's?"""
    return any(has({lang: words}, doc.outlet, lang) for lang, words in official.AUTHORITY.items() if lang not in _CJK)


def _of_the_claim(doc: Document, denial: Denial) -> bool:
    """Is the publisher a party to the claim: the bidder, the buyer, the supplier?"""
    return any(companies.kin(doc.outlet, n) or companies.occurs(n, doc.outlet) for n in told_names(denial)) or companies.occurs(
        companies.called(doc.outlet), stated(denial)
    )


def _office(doc: Document) -> bool:
    """Is the publisher, by its name, an authority or an exchange? "Agency", "bureau" and "register" are newsrooms too."""
    return any(
        not re.match(r"agen|bureau|regist|council|conse", match.group(), re.IGNORECASE)
        for lang in dict.fromkeys((doc.lang, "en"))
        for lexicon in (official.AUTHORITY, official.EXCHANGE)
        for match in cue(lexicon, lang).finditer(doc.outlet)
    )


def _speaks(doc: Document) -> bool:
    pattern = _FIRST_PERSON.get(doc.lang, _FIRST_PERSON["en"])
    return re.search(pattern, doc.text) is not None


def _own_names(denial: Denial) -> list[str]:
    found = [denial.company, *(c.company for c in denial.claims), *denial.names]
    return [n for n in dict.fromkeys(found) if n]


def about_us(doc: Document, reading: Reading, denial: Denial, fact: Fact) -> bool:
    """Is what an authority or a court found there about the company that answered (or the one that the claim is about),
    rather than about another one beside which it is mentioned? Headline and sentence say so, else who is named first."""
    ours = [n for n in _own_names(denial) if n]
    if any(companies.occurs(n, part) for n in ours for part in (doc.title, fact.text)):
        return True
    own = {*ours, *denial.own_names, doc.outlet}
    claimed = " ".join(t for c in denial.claims for t in (c.statement, c.span))  # its buyer or supplier is no other matter
    others = [
        c for c in reading.companies if not any(companies.kin(c, n) for n in own if n) and not companies.occurs(c, claimed)
    ]
    others = [c for c in others if doc.text.count(c) > 1 or companies.occurs(c, doc.title)]  # named once, it is in passing
    if any(companies.occurs(c, part) for c in others for part in (doc.title, fact.text)):
        return False
    first = min((at for n in ours if (at := doc.text.find(n)) >= 0), default=0)
    return all(not 0 <= doc.text.find(c) < first for c in others)


def reporters(denial: Denial) -> set[str]:
    """Folded names of the newsrooms that reported the claim first."""
    return {fold(o) for c in denial.claims for o in (c.origin, c.outlet) if o} or {fold(denial.outlet)}


def same_newsroom(doc: Document, denial: Denial) -> bool:
    """Does the article come from the newsroom that first reported the claim?"""
    return any(fold(doc.outlet) == r or scripts.same_newsroom(doc.outlet, r) for r in reporters(denial))


def own_report(doc: Document, reading: Reading, denial: Denial) -> bool:
    """Does the article rest on sources of its own, by what was read in it or by what it says of them itself?"""
    first = reporters(denial)
    bounds = sentences(doc.text, doc.lang)
    if any(cites(part, denial, doc) for part in (doc.title, *(doc.text[a:b] for a, b in bounds[:2]))):
        return False
    if any(
        c.sourcing in ("anonymous", "document", "named")
        and (companies.kin(c.origin, doc.outlet) or c.sourcing == "named")
        and not any(scripts.same_newsroom(c.origin, f) for f in first)
        for c in reading.claims
    ):
        return True
    short = max(doc.outlet.split(), key=len, default="")  # "told the Broadsheet"
    return any(
        companies.occurs(name, part) and any(has(x, part, doc.lang) for x in (newsroom.TOLD, newsroom.SEEN, newsroom.TELLS_US))
        for a, b in bounds
        for part in [doc.text[a:b]]
        for name in (doc.outlet, short)
        if name
    )


def cites(text: str, denial: Denial, doc: Document) -> bool:
    """Does a sentence credit the first newsroom, by name or as "the agency", so that it only repeats it?"""
    if has(newsroom.SECOND_HAND, text, doc.lang):
        return True
    others = {r for r in reporters(denial) if not companies.kin(r, doc.outlet)}
    return any(companies.occurs(r, text) for r in others)
