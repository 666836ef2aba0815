"""The reported news of an article: the sentence that states it, who first reported it, and on whose word. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.read.lexicon import Lexicon
from bot.read.offline_cast import Name, Names
from bot.read.offline_eastern_press import eastern_newsroom
from bot.read.offline_findings import Stated, official
from bot.read.offline_found import Found, same_newsroom, stems
from bot.read.offline_page import Page, Unit
from bot.read.offline_speech import Voices
from bot.read.reading import DENIALS, Sourcing

#: More people than this are those a report is about ("900 workers"), not its sources.
_MOST_SOURCES = 20
_COUNT = {
    word: n
    for n, words in {
        1: "a an one un une uno una um uma ein eine einer einem einen 一 1 한",
        2: "two both deux zwei dos duas dois due 二 两 兩 2 두",
        3: "three trois drei tres três tre 三 3 세",
        4: "four quatre vier cuatro quatro quattro 四 4 네",
        5: "five cinq fünf cinco cinque 五 5 다섯",
        6: "six sechs seis sei 六 6 여섯",
        7: "seven sept sieben siete sete sette 七 7 일곱",
        8: "eight huit acht ocho oito otto 八 8 여덟",
        9: "nine neuf neun nueve nove 九 9 아홉",
        10: "ten dix zehn diez dez dieci 十 10 열",
        11: "eleven onze elf once undici 11",
        12: "twelve douze zwölf doce doze dodici 12",
    }.items()
    for word in words.split()
}
_DATELINE = re.compile(
    r"^(?:[A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,30}(?:,\ [^()—–-]{3,24})?|[A-Z]\w+\.?\ \d{1,2}|[A-Z]\w+)?\ ?(?:\([^)]{2,60}\)|【[^】]{2,30}】)\ ?[—–-]*\ *|^[A-ZÀ-Þ]{3,}[A-ZÀ-Þ ,]*\ [—–-]\ "
)
_TAIL = re.compile(
    r",\ (?:according\ to|said\b|say\b|says\b|two\ people|three\ people|a\ person|people\ |sources\ |citing|selon|d'après|ont\ (?:déclaré|indiqué|affirmé)|a\ (?:rapporté|indiqué|déclaré)|affirm\w+|disseram|segundo|según|secondo|laut|wie\b|(?:the\ )?\w+(?:\ \w+){0,3}\ (?:reported|has\ learned|said))[^.]*\.?$"
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
_PRESS = frozenset({"wire", "newspaper", "trade", "blog", "broadcast", "social", None})


#: A sentence of the news has at least so many characters, where words have one or two.
_SHORT_EASTERN = 14


#: So much behind a name tells whether it reports (characters).
_FOLLOWS = 80


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


def newsrooms(page: Page, names: Names) -> list[tuple[int, str]]:
    """(offset, newsroom) for every newsroom the article credits or names, its own outlet left out; in order."""
    out: list[tuple[int, str]] = []
    for m in page.lex.credit.finditer(page.plain):
        for group, text in m.groupdict().items():
            if not text:
                continue
            a, b = m.span(group)
            if page.lex.cjk:
                name = eastern_newsroom(text, page.plain[b : b + _FOLLOWS], names, (a, b), page.lex)
                if name and not same_newsroom(name, page.doc.outlet):
                    out.append((a, name))
                continue
            for x, y, found in names.within(a, b + 1):
                if found.what in ("person", "office") or (found.what == "company" and (group in "eh" or found is names.main or (found.score > 2.5 and found.news < 2))):
                    continue
                if found.what != "news" and group in "eh":
                    continue
                if re.search(r"\b(?:said|says)\ $", page.plain[max(0, x - 6) : x]):
                    continue
                if x <= a + 4 and y > x and not same_newsroom(found.full, page.doc.outlet):
                    out.append((a, _with_article(page, x, found.full)))
    return sorted(dict.fromkeys(out))


def _with_article(page: Page, at: int, name: str) -> str:
    m = re.search(r"\b(?:The|Le|La|Les|El|Il|Der|Die|Das)\ $", page.plain[max(0, at - 5) : at])
    return m.group() + name if m else name


def lead_of(page: Page, names: Names, skip: frozenset[int] = frozenset()) -> Lead | None:
    """The sentence that tells the news, or None where the article reports none. `skip`: units that cannot be it."""
    doc, lex = page.doc, page.lex
    if doc.kind not in _PRESS or names.issuer is not None:
        return None
    head = doc.title + "\n" + page.plain[:160]
    if lex.retract.search(doc.title) or (
        lex.retract.search(head) and len(page.plain) < 900 and not lex.anon.search(page.plain[:600])
    ):
        return None
    if (m := lex.opinion.match(doc.title.strip('«»"“” 【［[「'))) and m.start() == 0:
        return None
    credits = newsrooms(page, names)
    best: tuple[float, int, Unit] | None = None
    title = stems(doc.title)
    for number, unit in enumerate(page.units[:9]):
        text = page.plain[unit.start : unit.end]
        if unit.speech and sum(q.end - q.start for q in unit.speech) > len(text) / 2:
            continue
        if number in skip or len(text) < (_SHORT_EASTERN if lex.cjk else 25) or (text.isupper() and not lex.cjk):
            continue
        score = 3.0 - 0.55 * number
        sourced = (
            bool(lex.anon.search(text))
            + bool(lex.paper.search(text))
            + any(unit.start <= a < unit.end for a, _ in credits)
        )
        follower = page.units[number + 1] if number + 1 < len(page.units) else None
        if not sourced and follower is not None and follower.para == unit.para:
            said = page.plain[follower.start : follower.end]
            sourced = int(bool(lex.anon.search(said) or lex.paper.search(said)))
        score += 1.2 * min(sourced, 2)
        score += 2.5 * _shared(title, text)
        if _BACK.match(text):
            score -= 2
        companies = names.within(unit.start, unit.end, "company")
        score += 1.1 if any(n is names.main for _, _, n in companies) else 0.7 if companies else 0.0
        score += 0.8 * any(unit.start <= a < unit.end for a, _ in credits)
        if _UPDATED.match(text):
            score -= 5
        if lex.silent.search(text) or lex.mum.search(text):
            score -= 4
        if lex.deny.search(text) and number == 0 and not sourced:
            score -= 1
        elif lex.deny.search(text):
            score -= 2
        if not sourced and _STALE.search(text):
            score -= 1.5
        if _TRADED.search(text):
            score -= 1.2
        if "?" in text or "？" in text:
            score -= 1.5
        if len(text) < 60 and not lex.cjk:
            score -= 0.8
        if best is None or score > best[0]:
            best = (score, number, unit)
    if best is None:
        return None
    _, number, unit = best
    near = page.units[max(0, number - 1) : number + 3]
    span = (near[0].start, near[-1].end)
    close = [name for a, name in credits if span[0] <= a < span[1]]
    wide = [name for a, name in credits if a < page.units[min(len(page.units) - 1, number + 5)].end]
    own = _own_report(page, span, lex)
    origin = "" if own else (close or wide or [""])[0]
    credited = bool(origin and close)
    sourcing, count = _source(page, names, number)
    start, end = _clause(page, unit)
    return Lead(number, start, end, origin, credited, sourcing, count)


def origin_of(page: Page, names: Names) -> str:
    """The newsroom that an article credits, where it tells no news of its own (a comment, a look back)."""
    if page.doc.kind not in _PRESS:
        return ""
    return next((name for _, name in newsrooms(page, names)), "")


def _shared(title: set[str], text: str) -> float:
    """Which part of the headline's words a sentence has, 0..1."""
    return len(title & stems(text)) / len(title) if title else 0.0


def _own_report(page: Page, span: tuple[int, int], lex: Lexicon) -> bool:
    """ "told this newspaper", "has learned", "exclusive": the report is the outlet's own."""
    text = page.plain[span[0] : span[1]]
    title = page.doc.title
    if re.search(r"\b(?:exclusive|exklusiv|exclusif|exclusiva|esclusiva)\b|独家|단독|独自", title, re.I):
        return True
    outlet = page.doc.outlet
    words = [w for w in re.findall(r"\w{4,}", outlet)]
    if re.search(
        r"\b(?:this (?:newspaper|site|magazine|paper)|told me|ce journal|este diario|esta redacción|questo giornale|dieser Zeitung|este jornal|has learned|erfahren)\b|本报|本紙|本社|본지",
        text,
        re.I,
    ):
        return True
    if (
        outlet
        and outlet in text
        and re.search(
            rf"(?:told|tell|à|au|gegenüber|sagten? |ao|a|al|by|by the|von|der|dem|del|erfuhr die|から|に|对|向)\ ?(?:the |l'|la |le |der |die |das )?{re.escape(outlet)}",
            text,
        )
    ):
        return True
    short = words[-1] if words else ""
    return bool(
        short
        and re.search(
            rf"\b(?:told|to|by|au|ao|a|al|dem|der|die|das)\ (?:the |l'|la |le )?{re.escape(short)}\b", text
        )
    )


def _clause(page: Page, unit: Unit) -> tuple[int, int]:
    """The words that state it, without dateline and attribution."""
    start, end = unit.start, unit.end
    text = page.plain[start:end]
    if (m := _DATELINE.match(text)) and 0 < m.end() < len(text) - 20:
        start += m.end()
    if (m := _TAIL.search(page.plain[start:end])) and m.start() > 40:
        end = start + m.start()
    return start, end


#: Nobody cites so many people: "1,200 workers" are whom the news is about.
_CROWD = re.compile(r"\d{3}|million|milli[oõa]r?d|thousand|hundred|\bmille\b|tausend|hundert|\bmil\b|mila\b|[万億만억]", re.I)


def _source(page: Page, names: Names, number: int) -> tuple[Sourcing, int | None]:
    """On whose word: the first kind of source met in the sentence of the news and those after it."""
    lex = page.lex
    order: list[tuple[int, Sourcing, int | None]] = []
    units = page.units[max(0, number - 1) : number + 4]
    if not units:
        return "unattributed", None
    start, end = units[0].start, units[-1].end
    text = page.plain[start:end]
    for unit in units:
        piece = page.plain[unit.start : unit.end]
        nudge = 0 if unit.para == page.units[number].para else 60
        if m := next((m for m in lex.anon.finditer(piece) if not _CROWD.search(m.group())), None):
            order.append((unit.start + m.start() + nudge, "anonymous", _count(m)))
        if m := lex.paper.search(piece):
            order.append((unit.start + m.start() + nudge, "document", 1))
    if order:
        _, sort, count = min(order, key=lambda o: o[0])
        if sort == "anonymous" and count is None:
            count = next((c for _, s, c in sorted(order, key=lambda o: o[0]) if s == sort and c), None)
        return sort, count
    if lex.nameless.search(text):
        return "anonymous", None
    if names.within(start, end, "office") and lex.say.search(text):
        return "official", 1
    if any(n.what == "person" for _, _, n in names.within(start, end)) and lex.say.search(text):
        return "named", 1
    return "unattributed", None


def _count(m: re.Match[str]) -> int | None:
    """How many sources: the number the cue names, or else the word it begins with ("three" people)."""
    named = m.groupdict()
    for word in (*(named.get(g) for g in ("n", "m", "o", "k")), (m.group().split() or [""])[0]):
        word = (word or "").strip().casefold().rstrip("人名")
        if word in _COUNT:
            return _COUNT[word]
        if word.isdigit() and int(word) <= _MOST_SOURCES:
            return int(word)
    return None


def claims_of(
    page: Page, names: Names, voices: Voices, lead: Lead | None, answers: list[Found]
) -> list[Stated]:
    """The claims of the article: its news, and in a round-up the news that another company answers."""
    lex, doc = page.lex, page.doc
    if lead is None:
        return official(page, names)
    unit = page.units[lead.unit]
    text = page.plain[unit.start : unit.end]
    fresh = [a for a in answers if not a.via]
    if not fresh and not (lead.credited or lead.sourcing in ("anonymous", "document")):
        return []
    if lex.opinion.search(doc.title[:24]) and not fresh:
        return []
    company = _target(page, names, unit) or _about(page, names, unit, answers)
    if company is None:
        return []
    origin = lead.origin or doc.outlet
    out = [
        Stated(
            company,
            lead.start,
            lead.end,
            lead.unit,
            origin,
            lead.sourcing,
            lead.count,
            bool(lex.hedge.search(text)),
        )
    ]
    out += _elsewhere(page, names, answers, out[0], lead)
    return out


def _elsewhere(page: Page, names: Names, answers: list[Found], first: Stated, lead: Lead) -> list[Stated]:
    """In a round-up, the news of another company that answers in the same paragraph or item."""
    out: list[Stated] = []
    top = page.units[first.unit]
    known = {id(first.company), *(id(n) for _, _, n in names.within(top.start, top.end))}
    for answer in answers:
        para = page.units[answer.unit].para
        if answer.company.what != "company" or id(answer.company) in known or para <= top.para or answer.via:
            continue
        told = [
            (number, unit)
            for number, unit in enumerate(page.units[: answer.unit])
            if 0 <= para - unit.para <= 1 and number > first.unit
            and [n is answer.company for _, _, n in names.within(unit.start, unit.end, "company")][:1] == [True]
        ]
        start = page.paras[page.units[told[0][0]].para if told else para][0]
        item_names = [n for _, _, n in names.within(start, page.paras[para][1], "company")]
        if any(n is first.company for n in item_names):
            continue
        if not told:
            continue
        item = page.plain[start : page.units[answer.unit].start]
        sourced = page.lex.anon.search(item) or page.lex.paper.search(item) or page.lex.nameless.search(item)
        if not sourced and not (page.doc.kind == "blog" and told[0][1].para == para):
            continue
        known.add(id(answer.company))
        number, unit = told[0]
        start, end = _clause(page, unit)
        sourcing, count = _source(page, names, number)
        out.append(Stated(answer.company, start, end, number, page.doc.outlet, sourcing, count, False))
    return out


def _target(page: Page, names: Names, unit: Unit) -> Name | None:
    """The company that is to be bought: a bid is news about its target, whoever bids."""
    firms = [f for f in names.within(unit.start, unit.end) if f[2].what in ("company", "") and (f[2].title or len(f[2].at) > 1)]
    if len({id(n) for _, _, n in firms}) < 2:
        return None
    for pattern, before in ((_BUYS, False), (_BOUGHT, True)):
        for m in pattern.finditer(page.plain, unit.start, unit.end):
            near = [f for f in firms if (0 <= m.start() - f[1] <= 30 if before else 0 <= f[0] - m.end() <= 60)]
            rival = [f for f in firms if (f[1] <= m.start() if not before else f[1] < (near[-1][0] if near else 0))]
            found = near[-1][2] if near and before else near[0][2] if near else None
            # who is at least as much spoken of as the bidder is whom the news is about
            if found is not None and any(n is not found and len(n.at) <= len(found.at) for _, _, n in rival):
                found.score = max(found.score, 2.0)
                return found
    return None


#: Verbs and nouns of a take-over, with what is bought behind them, or before them.
_BUYS = re.compile(
    r"\b(?:(?:to|could|would|may|will|of|for|about)\ (?:buy(?:ing)?(?!\ from)|acquir(?:e|ing)|purchas(?:e|ing)|tak(?:e|ing)\ over|tak(?:e|ing)(?=\ [^.;]{3,60}\ private))|buying(?!\ from)|acquiring|"
    r"(?:bid|offer|offered|bidding)\b[^.;,]{0,40}\ for|(?:take-?over|acquisition|buy-?out|purchase)(?:\ (?:bid|offer))?\ (?:of|for)|"
    r"rachat\ (?:de|du|d')|racheter|acquérir|reprise\ (?:de|du|d')|reprendre|OPA\ sur|offre\b[^.;,]{0,30}\ (?:sur|pour)|prise\ de\ contrôle\ (?:de|du|d')|"
    r"Übernahme\ (?:von|der|des)|Kauf\ (?:von|der|des)|Angebot\ für|Einstieg\ bei|"
    r"compra(?:r)?(?:\ de)?|adquirir|adquisición\ de|hacerse\ con|opa\ (?:sobre|por)|oferta\b[^.;,]{0,30}\ (?:por|sobre)|"
    r"aquisição\ d[aeo]|adquirir|assumir\ o\ controle\ d[aeo]|"
    r"acquisto\ (?:di|della|del)|acquistare|acquisire|rilevare|acquisizione\ (?:di|della|del)|offerta\b[^.;,]{0,30}\ per|scalata\ (?:a|ad|alla))\ ?"
    r"|收购|收購|并购|拟购",
    re.I,
)
_BOUGHT = re.compile(r"(?:\ (?:zu\ )?(?:übernehmen|kaufen|erwerben)\b)|を買収|の買収|を?(?:傘下|子会社化)|(?:을|를)?\s?(?:인수|매입)", re.I)


def bids(page: Page, unit: Unit) -> bool:
    """Is a take-over the news of a sentence?"""
    return bool(_BUYS.search(page.plain, unit.start, unit.end) or _BOUGHT.search(page.plain, unit.start, unit.end))


def _about(page: Page, names: Names, unit: Unit, answers: list[Found]) -> Name | None:
    """Whose claim it is: the company that denies it, if headline or news name it; else the one the headline names.

    Where several deny, the one named first in the headline, else in the news.
    """
    here = list(dict.fromkeys(n for _, _, n in names.within(unit.start, unit.end, "company")))
    main = names.main

    def place(name: Name) -> tuple[int, int]:
        spots = [page.doc.title.find(f) for f in name.forms if f in page.doc.title]
        return (min(spots), 0) if spots else (10_000, name.at[0][0] if name.at else 0)

    def eligible(name: Name) -> bool:
        return name.what == "company" and (name.title or name is main or (name in here and not (main and main.title)))

    denying = {id(a.company) for a in answers if a.kind in DENIALS}
    inside = [a.company for a in answers if a.kind in DENIALS and a.company in here and a.company.what == "company"]
    if inside and main is not None and id(main) not in denying and any(a.company is main and a.kind == "no_comment" for a in answers):
        return inside[0]  # one party keeps silent; the other, named in the news as well, denies it
    for sort in (lambda a: a.kind in DENIALS, lambda a: a.kind == "confirmation"):
        found = {a.company for a in answers if sort(a) and eligible(a.company)}
        if found:
            return min(found, key=place)
    titled = [n for n in here if n.title]
    if main is not None and (main.title or not titled):
        silent = {a.company for a in answers if a.kind == "no_response" and eligible(a.company)}
        if silent and main not in silent and not any(a.company is main for a in answers):
            return min(silent, key=place)
        return main
    return min(titled or here, key=place, default=None)
