"""Whence the news comes: the newsrooms that an article credits, and on whose word a report rests. Pure."""

from __future__ import annotations

import re

from bot.read.lexicon import Lexicon
from bot.read.offline_cast import Name, Names
from bot.read.offline_eastern_press import eastern_newsroom
from bot.read.offline_found import same_newsroom
from bot.read.offline_page import Page, Unit
from bot.read.reading import Sourcing

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
#: Kinds of article in which a newsroom or a person reports.
PRESS = frozenset({"wire", "newspaper", "trade", "blog", "broadcast", "social", None})


#: What stands behind these is no subject: "in Jaén, assure X".
_WHERE = re.compile(r"\b(?:in|at|from|of|near|to|à|de|du|des|d'|en|aux?|von|vom|zum?|zur|bei|mit|für|del|da|do|das|dos|em|no|na|al|di|della|nella?)\ ?(?:the\ |la\ |le\ |l'|el\ |il\ |der\ |die\ |dem\ )?$", re.I)
_SOME = (
    r"(?P<n>(?<![\w,.])[2-9]|(?<![\w,.])1\d|(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|deux|trois|quatre|cinq|sept|huit|neuf|dix|plusieurs|"
    r"zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|mehrere|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varios|varias|duas|dois|três|quatro|sete|oito|nove|dez|vários|várias|"
    r"due|tre|quattro|cinque|sei|sette|otto|nove|dieci|alcuni|diversi))\ (?P<who>(?:(?-i:[a-zà-ÿ][\wà-ÿ'-]*)\ ?){1,6})"
)
_THEY_SAY = re.compile(
    r"(?:この|同じ|元社員|元従業員|関係者)?(?P<n>[2-9２-９二三四五])人(?:によると|(?:は|が|とも)[^。]{0,24}(?:説明|話し|語っ|証言|述べ|明かし|主張))|(?:这|上述|该)?(?P<m>[两三四五2-5])(?:名|位|人)[^，。]{0,8}(?:称|说|表示|透露|证实)|(?P<k>두|세|네) (?:사람|명|직원)(?:은|는|이|가) [^.]{0,30}(?:말했|설명|증언|주장|밝혔)|이들은 [^.]{0,40}(?:말했|설명|증언|주장)"
)
#: People without names, by their number, as the subject of a verb of saying: "say four drivers", "four drivers at the depot say".
_SOME_BEHIND = re.compile(r"(?:\ (?:\w+day|hier|gestern|ayer|ontem|ieri))?\ " + _SOME)
_SOME_BEFORE = re.compile(_SOME + r"$")
_ARTICLE = re.compile(r"\b(?:The|Le|La|Les|El|Il|Der|Die|Das)\ $")
_PRESS_NOUN = re.compile(r"\b(?:journal|quotidien|hebdomadaire|mensuel|site|magazine|média|agence|radio|chaîne|Zeitung|Portal|Magazin|Blatt|Sender|Blog|diario|periódico|semanario|agencia|web|portal|revista|jornal|diário|semanário|agência|quotidiano|settimanale|mensile|sito|giornale|agenzia|testata|portale|rivista)\ $")
#: So much behind a name tells whether it reports (characters).
_FOLLOWS = 80


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
            told = names.within(a, b + 1)
            plain_word = (group == "v" and introduced(page.plain, a)) or (group in "sv" and page.lex.news_tail.search(text.rstrip(".,;:")) and not told)
            if plain_word and not any(n.person >= 1 or n.what == "company" for _, _, n in told):
                # a name that is one of the language's words as well: "publica El Inversor"
                name = _with_article(page, a, text.rstrip(".,;:"))
                if not same_newsroom(name, page.doc.outlet):
                    out.append((a, name))
                continue
            for x, y, found in told:
                if found.what in ("person", "office") or (found.what == "company" and (group in "eh" or found is names.main or (found.score > 2.5 and found.news < 2))):
                    continue
                if found.what != "news" and group in "eh":
                    continue
                if re.search(r"\b(?:said|says)\ $", page.plain[max(0, x - 6) : x]) or not may_report(page.plain, group, x, found):
                    continue
                if x <= a + 4 and y > x and not same_newsroom(found.full, page.doc.outlet):
                    out.append((a, _with_article(page, x, found.full)))
    return sorted(dict.fromkeys(out))


def may_report(plain: str, group: str, at: int, name: Name) -> bool:
    """Can a name at a place be the newsroom that a credit names? `group`: which part of the credit it is."""
    if group == "s":
        return not _WHERE.search(plain[max(0, at - 12) : at])
    if group != "v" or _PRESS_NOUN.search(plain[max(0, at - 20) : at]):
        return True
    return not (name.title or name.person >= 1 or (name.score >= 2 and name.news < 2))


def _with_article(page: Page, at: int, name: str) -> str:
    m = _ARTICLE.search(page.plain[max(0, at - 5) : at])
    return m.group() + name if m else name


def introduced(plain: str, at: int) -> bool:
    """Is a name at a place said to be a newsroom's, or does an article begin it as only titles have one?"""
    return bool(_PRESS_NOUN.search(plain[max(0, at - 20) : at]) or _ARTICLE.search(plain[max(0, at - 5) : at]))


def origin_of(page: Page, names: Names) -> str:
    """The newsroom that an article credits, where it tells no news of its own (a comment, a look back)."""
    if page.doc.kind not in PRESS:
        return ""
    return next((name for _, name in newsrooms(page, names)), "")


def own_report(page: Page, span: tuple[int, int], lex: Lexicon) -> bool:
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


#: Nobody cites so many people: "1,200 workers" are whom the news is about.
_CROWD = re.compile(r"\d{3}|million|milli[oõa]r?d|thousand|hundred|\bmille\b|tausend|hundert|\bmil\b|mila\b|[万億만억]", re.I)


def source_of(page: Page, names: Names, number: int) -> tuple[Sourcing, int | None]:
    """On whose word: the first kind of source met in the sentence of the news and those after it."""
    lex = page.lex
    order: list[tuple[int, Sourcing, int | None]] = []
    units = page.units[max(0, number - 1) : number + 4]
    if not units:
        return "unattributed", None
    start, end = units[0].start, units[-1].end
    text = page.plain[start:end]
    for unit in units:
        piece = unit.frame if lex.cjk else page.plain[unit.start : unit.end]  # whoever stands in a quotation is no source of it
        nudge = 0 if unit.para == page.units[number].para else 60
        if m := next((m for m in lex.anon.finditer(piece) if not _CROWD.search(m.group()) and not (lex.cjk and lex.spokes.search(m.group()) and _of_a_company(names, unit.start + m.start(), unit.start + m.end()))), None):
            order.append((unit.start + m.start() + nudge, "anonymous", _count(m)))
        elif told := some_say(page, unit):
            order.append((unit.start + told[0] + nudge, "anonymous", told[1]))
        if m := lex.paper.search(piece):
            order.append((unit.start + m.start() + nudge, "document", 1))
    if order:
        _, sort, count = min(order, key=lambda o: o[0])
        if sort == "anonymous" and count is None:
            count = next((c for _, s, c in sorted(order, key=lambda o: o[0]) if s == sort and c), None)
        return sort, count
    if any(not (lex.cjk and _of_a_company(names, start + m.start(), start + m.end())) for m in lex.nameless.finditer(text)):
        return "anonymous", None
    if names.within(start, end, "office") and lex.say.search(text):
        return "official", 1
    if any(n.what == "person" for _, _, n in names.within(start, end)) and lex.say.search(text):
        return "named", 1
    return "unattributed", None


def some_say(page: Page, unit: Unit) -> tuple[int, int | None] | None:
    """Where a number of people without names stand right beside a verb of saying ("four drivers say"), and how many; else None."""
    lex = page.lex
    if lex.cjk:
        they = _THEY_SAY.search(unit.frame)
        return (they.start(), _COUNT.get((they.group("n") or they.group("m") or they.group("k") or "").strip())) if they else None
    for verb in lex.say.finditer(unit.frame):
        for m in (_SOME_BEHIND.match(unit.frame, verb.end()), _SOME_BEFORE.search(unit.frame, max(0, verb.start() - 70), verb.start())):
            who = m.group("who") if m else ""
            if m and not any(p.search(who) for p in (lex.firm, lex.spokes, lex.office, lex.role)):
                return m.start(), _COUNT.get(m.group("n").casefold()) or (int(m.group("n")) if m.group("n").isdigit() else None)
    return None


def _of_a_company(names: Names, start: int, end: int) -> bool:
    """Is it an officer or spokesman of a company that is named right before, not a source ("X 관계자", "X负责人")?"""
    return any(a <= start <= b + 1 or start <= a < end for a, b, _ in names.within(max(0, start - 16), end, "company"))


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
