"""The sentence that tells the news of an article, and its words without dateline and attribution. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.read.forms import TO_READERS
from bot.read.offline_cast import Names
from bot.read.offline_found import stems
from bot.read.offline_interviews import interviewed
from bot.read.offline_page import Page, Unit
from bot.read.offline_sources import PRESS, newsrooms, own_report, source_of
from bot.read.reading import Sourcing

_DATELINE = re.compile(
    r"^(?:[A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,30}(?:,\ [^()—–-]{3,24})?|[A-Z]\w+\.?\ \d{1,2}|[A-Z]\w+)?\ ?(?:\([^)]{2,60}\)|【[^】]{2,30}】)\ ?[—–-]*\ *|^[A-ZÀ-Þ]{3,}[A-ZÀ-Þ ,]*\ [—–-]\ "
)
_TAIL = re.compile(
    r",\ (?:according\ to|said\b|say\b|says\b|two\ people|three\ people|a\ person|people\ |sources\ |citing|selon|d'après|ont\ (?:déclaré|indiqué|affirmé)|a\ (?:rapporté|indiqué|déclaré)|affirm\w+|disseram|segundo|según|secondo|laut|wie\b|(?:the\ )?\w+(?:\ \w+){0,3}\ (?:reported|has\ learned|said))[^.]*\.?$"
)
#: Told to the outlet itself.
TELLS_US = re.compile(
    r"\b(?:tells? us|told us|tells? me|told me|showed us|wrote to us|nous (?:dit|confie|raconte|assure|explique)|nous a(?:-t-(?:il|elle))? (?:dit|confié|raconté|montré)|(?:sagt|sagte|erzählt|erzählte|berichtet) (?:uns|mir)|"
    r"nos (?:cuenta|dice|contó|dijo|relata)|(?:conta|contou|disse|diz)-nos|nos (?:contou|disse)|ci (?:dice|racconta|spiega|riferisce)|ci ha (?:detto|raccontato))\b|"
    r"(?:告诉|告訴)(?:本报|本刊|本台)?(?:记者|記者)|向(?:本报|本刊|记者|記者)(?:透露|反映|反映称|讲述)|(?:本紙|本誌|本社|記者)(?:の取材)?に(?:対し)?[^。]{0,30}(?:証言|打ち明け|明かし|説明)|(?:기자|본지|취재진)(?:에게|에) [^.]{0,40}(?:말했|털어놨|증언|전했)",
    re.I,
)
#: What somebody tells stands behind: "the foreman, who ..., said that".
_THAT = re.compile(
    r",\ (?:that|que|dass|che)\b|\b(?:said|says|say|told|tells?|reported)\b[^,;]{0,30}\bthat\b|"
    r"\b(?:dit|déclaré|affirm\w+|indiqu\w+|dijo|dijeron|dice|aseguró|disse\w*|diz\w*|dett[oa]|sagt\w*|sagen)\ (?:que|qu'|dass|che)",
    re.I,
)
_STALE = re.compile(
    r"\b(?:was founded|founded in|employs|shares (?:in|of|closed|fell|rose|were)|market value|revenue of|had sales|bought .{3,40} in (?:19|20)\d\d|fondée? en|emploie \d|chiffre d'affaires|beschäftigt|gegründet|umsatz|fundada en|facturó|emplea a|fundada em|faturou|emprega|fondata|impiega|fatturato)\b|従業員|売上高|株価|营业收入|收盘|주가|매출",
    re.I,
)
#: What the share price did is no news to be answered.
_TRADED = re.compile(
    r"\b(?:shares?|stock)\b[^.;]{0,50}\b(?:swung|fell|rose|jumped|slid|sank|plunged|tumbled|climbed|soared|dropped|gained|lost|closed|ended|gave up|were (?:up|down|untraded|little changed))\b|"
    r"\b(?:actions?|titres?)\b[^.;]{0,40}\b(?:cédai\w+|gagnai\w+|chut\w+|bondi\w*|recul\w+|grimp\w+|perdai\w+)\b|\bAktien?\b[^.;]{0,40}\b(?:fiel\w*|stieg\w*|verlor\w*|gab\w* nach|legte\w*|brach\w*)\b|"
    r"\b(?:acciones|ações|papéis|azioni|titoli|títulos?|titolo)\b[^.;]{0,40}\b(?:cay\w+|cae\w*|cedi\w+|subi\w+|sub\w+|caí\w*|caiu|recu\w+|perd\w+|sal\w+|cal\w+|guadagn\w+)\b",
    re.I,
)
#: A sentence that leans on the one before it does not state the news.
_BACK = re.compile(
    r"(?:Das|Dies|Es|C'est|Cela|Lo|Ello|Isso|È|This|That|It|They|He|She|Il|Elle|Ils|One of|The (?:paper|newspaper|agency|site|blog|report|daily|people|sources))\b(?! ?is learned)"
)
_UPDATED = re.compile(r"(?:UPDATE|EDIT|CORRECTION|NOTE|Mis à jour|Aktualisiert|Actualizad|Atualizad|Aggiornat|更新|訂正|更正)", re.I)
#: A sentence of the news has at least so many characters, and fewer where words have one or two; it is among the first so many.
_SHORT, _SHORT_EASTERN = 25, 14
_OPENING = 9
#: So near its beginning a sentence names its subject, and so near behind that stands its verb (characters).
_SUBJECT = 45


@dataclass(frozen=True)
class Lead:
    """Where the news stands and where it comes from, before it is known who answers it."""

    unit: int
    start: int
    end: int
    origin: str
    credited: bool
    sourcing: Sourcing
    count: int | None


def lead_of(page: Page, names: Names, skip: frozenset[int] = frozenset()) -> Lead | None:
    """The sentence that tells the news, or None where the article reports none. `skip`: units that cannot be it."""
    doc, lex = page.doc, page.lex
    if doc.kind not in PRESS or names.issuer is not None or interviewed(page):
        return None
    head = doc.title + "\n" + page.plain[:160]
    if lex.retract.search(doc.title) or TO_READERS.search(doc.title) or (
        lex.retract.search(head) and len(page.plain) < 900 and not lex.anon.search(page.plain[:600])
    ):
        return None
    if (m := lex.opinion.match(doc.title.strip('«»"“” 【［[「'))) and m.start() == 0:
        return None
    credits, title = newsrooms(page, names), stems(doc.title)
    # an aside of two words does not put what follows further down
    sentences = [n for n in range(min(len(page.units), _OPENING)) if _long(page, n)]
    scored = [(_tells(page, names, credits, title, n) - 0.55 * place, -n) for place, n in enumerate(sentences) if n not in skip and _may_tell(page, n)]
    if not scored:
        return None
    number = -max(scored)[1]
    unit = page.units[number]
    near = page.units[max(0, number - 1) : number + 3]
    span = (near[0].start, near[-1].end)
    close = [name for a, name in credits if span[0] <= a < span[1]]
    wide = [name for a, name in credits if a < page.units[min(len(page.units) - 1, number + 5)].end]
    here = [name for a, name in credits if unit.start <= a < unit.end]
    # what another newsroom is credited with in the very sentence is not made the outlet's own by what is said around it
    own = own_report(page, (unit.start, unit.end) if here else span, lex)
    origin = "" if own else (here or close or wide or [""])[0]
    credited = bool(origin and close)
    sourcing, count = source_of(page, names, number)
    start, end = clause_of(page, unit)
    return Lead(number, start, end, origin, credited, sourcing, count)


def _may_tell(page: Page, number: int) -> bool:
    """Is a sentence more than a quotation or a line in capitals?"""
    unit = page.units[number]
    text = page.plain[unit.start : unit.end]
    quoted = unit.speech and sum(q.end - q.start for q in unit.speech) > len(text) / 2
    return not quoted and (page.lex.cjk or not text.isupper())


def _long(page: Page, number: int) -> bool:
    """Is a sentence long enough for news?"""
    unit = page.units[number]
    return unit.end - unit.start >= (_SHORT_EASTERN if page.lex.cjk else _SHORT)


def _tells(page: Page, names: Names, credits: list[tuple[int, str]], title: set[str], number: int) -> float:
    """How much a sentence is like one that tells the news, wherever it stands."""
    lex, unit = page.lex, page.units[number]
    text = page.plain[unit.start : unit.end]
    credited = any(unit.start <= a < unit.end for a, _ in credits)
    sourced = bool(lex.anon.search(text)) + bool(lex.paper.search(text)) + credited
    follower = page.units[number + 1] if number + 1 < len(page.units) else None
    if not sourced and follower is not None and follower.para == unit.para:
        said = page.plain[follower.start : follower.end]
        sourced = int(bool(lex.anon.search(said) or lex.paper.search(said)))
    companies = names.within(unit.start, unit.end, "company")
    if not sourced and TELLS_US.search(unit.frame) and not _own_word(page, names, unit):
        sourced = 1
    score = 3.0 + 1.2 * min(sourced, 2) + 0.8 * credited
    score += 2.5 * _shared(title, text)
    score += 1.1 if any(n is names.main for _, _, n in companies) else 0.7 if companies else 0.0
    score -= 2.0 * bool(_BACK.match(text)) + 5.0 * bool(_UPDATED.match(text))
    score -= 4.0 * bool(lex.silent.search(text) or lex.mum.search(text))
    if lex.deny.search(text):
        score -= 1.0 if number == 0 and not sourced else 2.0
    score -= 2.0 * (not credited and not lex.anon.search(text) and _own_word(page, names, unit)) + 1.5 * _denies(page, names, unit)
    score -= 1.5 * (not sourced and bool(_STALE.search(text))) + 1.2 * bool(_TRADED.search(text))
    score -= 1.5 * ("?" in text or "？" in text) + 0.8 * (len(text) < 60 and not lex.cjk)
    return score


def _denies(page: Page, names: Names, unit: Unit) -> bool:
    """Does a sentence begin with a company that denies what is reported ("Veld rejected a report that ...")? Another tells it."""
    lex, first = page.lex, _subject(page, names, unit)
    return first is not None and bool(lex.deny.search(unit.frame, first) or lex.false.search(unit.frame, first))


def _own_word(page: Page, names: Names, unit: Unit) -> bool:
    """Does a company itself say it, of itself and of no report ("Veld said its shops would open")?"""
    lex, first = page.lex, _subject(page, names, unit)
    said = lex.say.search(unit.frame, first, first + _SUBJECT) if first is not None and not lex.report.search(unit.frame) else None
    return said is not None and not lex.third.search(unit.frame, first or 0, said.end())


def _subject(page: Page, names: Names, unit: Unit) -> int | None:
    """Where the company ends with which a sentence begins, by its name or as "the company"; None where none does."""
    if page.lex.cjk:
        return None
    named = [b - unit.start for a, b, _ in names.within(unit.start, unit.end, "company") if a - unit.start <= _SUBJECT]
    noun = page.lex.firm.search(unit.frame, 0, _SUBJECT)
    return min([*named[:1], *([noun.end()] if noun else [])], default=None)


def _shared(title: set[str], text: str) -> float:
    """Which part of the headline's words a sentence has, 0..1."""
    return len(title & stems(text)) / len(title) if title else 0.0


def clause_of(page: Page, unit: Unit) -> tuple[int, int]:
    """The words that state it, without dateline and attribution."""
    start, end = unit.start, unit.end
    text = page.plain[start:end]
    if (m := _DATELINE.match(text)) and 0 < m.end() < len(text) - 20:
        start += m.end()
    if (m := _TAIL.search(page.plain[start:end])) and m.start() > 40 and not _THAT.search(m.group()):
        end = start + m.start()
    return start, end
