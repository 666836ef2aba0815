"""Who is named in an article: companies, people, offices and newsrooms, by their form and by what stands around them.

Pure. There is no list of names: a company is what has shares, spokespeople, a chief executive or a legal form; a
person is what has a title or a role; a newsroom is what "reported" or was "told".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.read.companies import extends, key
from bot.read.lexicon import Lexicon
from bot.read.offline_page import Page
from bot.text import fold

_LINK = r"(?:\ (?:&|de|do|da|dos|das|del|della|delle|dei|degli|di|du|des|d'|la|von|van|of|e|y|et|und)){0,2}"
_NAME = re.compile(
    rf"(?<![\w])(?:[A-ZÀ-ÖØ-Þ](?:[\w&]|(?<=\w)[-'.](?=\w))*)(?:{_LINK}\ (?:[A-ZÀ-ÖØ-Þ]\.(?=\ [A-ZÀ-ÖØ-Þ])|[A-ZÀ-ÖØ-Þ](?:[\w&]|(?<=\w)[-'.](?=\w))*))*|(?<![\w])[A-ZÀ-ÖØ-Þ](?:\w|[-&])*\w"
)
_OF_HEADS = re.compile(
    r"(?:Bank|University|Ministry|Department|Office|Board|City|Court|Kingdom|Institute|Council|Port|Isle|Republic|House|Chamber|Registrar|Inspectorate|Bureau)$"
)
_GLUE = frozenset(
    [
        "of",
        "e",
        "y",
        "et",
        "und",
        "la",
        "von",
        "van",
        "de",
        "do",
        "da",
        "dos",
        "das",
        "del",
        "della",
        "delle",
        "dei",
        "degli",
        "di",
        "du",
        "des",
        "d'",
    ]
)
_POSSESSIVE = re.compile(r"'s$|'$")
_HONORIFIC = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Mme|Mlle|M|Frau|Herr|Herrn|Sra?|Don|Doña|Dona|Signora?|Dott|Ing|Monsieur|Madame|Señora?|Senhora?)\.?)\ $"
)
_PLACE = re.compile(r"\b(?:in|at|near|from|outside|across|à|en|in|bei|aus|em|a|nach|near|di|de)\ $", re.I)
_SHARES = re.compile(
    r"(?:shares (?:in|of)|stake in|investors in|customers of|owner of|parent of|maker of|subsidiary of|unit of|board of|actions? (?:de|d'|du)|titre (?:de|du)|Aktien? (?:von|der|des)|acciones de|ações (?:da|do|de)|azioni (?:di|della)|filiale (?:de|du|d')|Tochter (?:von|der|des)|filial de|subsidiária d[aeo]|controllata (?:di|da)|employees? (?:of|at)|salariés (?:de|d'|du)|grupo|groupe|gruppo) ?$",
    re.I,
)
_THINGS = re.compile(
    r"'s? ?(?:own |main |biggest |largest |two |three |\w+ )?(?:shares?|stock|board|plants?|factory|factories|chief|chair\w*|management|finance|spokes\w+|brands?|customers|staff|workers|products?|shops|stores|revenue|sales|profits?|parent|owner|lawyers?|bankers|lenders|statement|reply|app|offer|bid|headquarters|head|directors?|press|media|general|legal|group|results|earnings|account|system|systems|website|data|annual|largest|new|directors|communications|denial|answer)\b|^ (?:shares|stock|employees|staff|workers|customers|engineers|executives?|spokes\w+|bosses|managers|plant|factory|headquarters|chief|said it|plc|Inc|Ltd)\b",
    re.I,
)


@dataclass(eq=False)
class Name:
    """One bearer of a name: every form met, where, and what it seems to be."""

    full: str
    forms: set[str] = field(default_factory=set)
    at: list[tuple[int, int]] = field(default_factory=list)
    score: float = 0.0
    person: float = 0.0
    news: float = 0.0
    office: bool = False
    title: bool = False
    lead: bool = False

    @property
    def what(self) -> str:
        """ "company" | "office" | "person" | "news" | "" (a place, a product, a word)."""
        if self.office:
            return "office"
        if self.news >= 1.2 and self.news >= self.score - (2 if self.news > 1.5 else 0):
            return "news"
        if self.person >= 2 and self.person > self.score:
            return "person"
        if self.score >= 2 and self.score > self.person:
            return "company"
        if self.score >= 1 and len(self.at) >= 3 and self.person < 1 and self.news < 1:
            return "company"
        return ""

    @property
    def weight(self) -> float:
        return len(self.at) + 3 * self.title + 2 * self.lead + min(6.0, self.score)


@dataclass(frozen=True)
class Names:
    """All names of a page; `main` is the company it is about."""

    all: tuple[Name, ...]
    main: Name | None
    issuer: Name | None

    def within(self, start: int, end: int, *kinds: str) -> list[tuple[int, int, Name]]:
        """Mentions between two offsets, in order; of these kinds, if any are given."""
        found = [
            (a, b, name)
            for name in self.all
            if not kinds or name.what in kinds
            for a, b in name.at
            if start <= a and b <= end
        ]
        return sorted(found, key=lambda f: (f[0], -f[1]))

    def find(self, text: str) -> Name | None:
        wanted = key(text)
        for name in self.all:
            if wanted and (wanted == key(name.full) or any(wanted == key(f) for f in name.forms)):
                return name
        return None


def names_of(page: Page) -> Names:
    """The names of a page, clustered ("Veld" with "Veld Foods plc"), and the main company among them."""
    found = _cjk(page) if page.lex.cjk else _latin(page)
    _credit(page, found)
    issuer = _issuer(page, found)
    companies = [n for n in found if n.what == "company"]
    main = issuer or max(companies, key=lambda n: (n.weight, -(n.at[0][0] if n.at else 0)), default=None)
    if main is None and (page.lex.silent.search(page.plain) or page.lex.mum.search(page.plain) or page.lex.spokes.search(page.plain)):
        # nobody looks like a company, yet somebody is asked: then it is who the headline names
        pool = [n for n in found if not n.what and n.title and n.person < 1]
        main = max(pool, key=lambda n: (n.weight, -n.at[0][0]), default=None)
    if main is not None and main.what != "company":
        main.score, main.person, main.news, main.office = 9.0, 0.0, 0.0, False
    return Names(tuple(found), main, issuer)


# names in Latin script ------------------------------------------------------------------------------------------


def _latin(page: Page) -> list[Name]:
    lex, plain = page.lex, page.plain
    lower = Counter(re.findall(r"(?<![\w])[a-zà-öø-ÿ][\w-]+", plain))
    starts = {u.start for u in page.units} | {q.start for u in page.units for q in u.quotes}
    raw: list[tuple[int, int, bool]] = []
    for m in _NAME.finditer(plain):
        for a, b in _split(plain, m.start(), m.end(), lex):
            initial = a in starts or plain[max(0, a - 2) : a].strip() in ("—", "-", ":", "•", "*")
            a2, b2 = _trim(plain, a, b, lex, initial, lower)
            if b2 - a2 >= 2 and not _generic(plain[a2:b2], lex) and not _credits(page, a2):
                raw.append((a2, b2, initial and a2 == a))
    seen = Counter(plain[a:b] for a, b, initial in raw if not initial)
    heads = Counter(plain[a:b].split()[0] for a, b, _ in raw)
    title = page.doc.title
    names: dict[str, Name] = {}
    for a, b, initial in raw:
        form = plain[a:b]
        if initial and " " not in form and not seen[form] and heads[form] < 2 and not _strong(page, a, b):
            if not re.search(rf"(?<!\w){re.escape(form)}(?!\w)", title):
                continue
        name = names.setdefault(key(form) or fold(form), Name(form))
        name.forms.add(form)
        name.at.append((a, b))
        if len(form) > len(name.full):
            name.full = form
    if lex.lang == "de":
        names = {k: n for k, n in names.items() if not _german_noun(plain, n, lex)}
    counts = Counter(plain[a:b] for a, b, _ in raw)
    merged = _cluster(list(names.values()))
    for name in merged:
        _settle(name, counts, lex)
    lead_end = page.paras[min(1, len(page.paras) - 1)][1] if page.paras else 0
    for name in merged:
        name.at.sort()
        name.title = any(re.search(rf"(?<!\w){re.escape(f)}(?!\w)", title) for f in name.forms)
        name.lead = name.at[0][0] < lead_end
        _weigh(page, name)
    return merged


def _split(plain: str, a: int, b: int, lex: Lexicon) -> Iterator[tuple[int, int]]:
    """Cut "X's Y", "X of Y" and "X and Y" apart where they are two names."""
    at = a
    for m in re.finditer(r"'s\ |'\ (?=[A-Z])", plain[a:b]):
        yield at, a + m.start()
        at = a + m.end()
    piece = plain[at:b]
    cut = at
    for m in re.finditer(r"\ (?:of|e|y|et|und)\ (?:the\ |la\ )?(?=[A-ZÀ-Þ])", piece):
        head = piece[cut - at : m.start()]
        word = m.group().split()[0]
        if word == "of" and _OF_HEADS.search(head):
            continue
        if word in ("e", "y", "et", "und") and lex.lang in ("en", word):
            continue
        yield cut, at + m.start()
        cut = at + m.end()
    yield cut, b


def _trim(plain: str, a: int, b: int, lex: Lexicon, initial: bool, lower: Counter[str]) -> tuple[int, int]:
    """Drop what is not the name: the first word of a sentence, an honorific, a role, a possessive ending."""
    while a < b:
        word = re.match(r"\S+", plain[a:b])
        if not word:
            break
        first = word.group().rstrip(".,")
        low = first.casefold()
        rest = plain[a + word.end() : b].lstrip()
        if lex.lang == "de" and rest and lex.office_tail.search(first) and low not in lex.stop:
            break
        elided = re.match(r"(?i)(?:[ldcjnsm]|qu|dell|all|nell|un|sull|dall)'", first)
        if elided and (lex.lang in ("fr", "it", "pt", "es")):
            a += elided.end()
            continue
        common = lower[low] > 0 and (initial or lex.lang == "de")
        honorific = bool(_HONORIFIC.search(first + " "))
        role = bool(rest) and bool(
            lex.role.fullmatch(first) or lex.spokes.fullmatch(first) or lex.firm.fullmatch("die " + first)
        )
        if (
            low in lex.stop
            or low in _GLUE
            or (common and (initial or rest))
            or honorific
            or role
            or (not rest and lex.role.fullmatch(first))
        ):
            a += word.end()
            while a < b and plain[a] == " ":
                a += 1
            initial = False if low not in lex.stop else initial
            continue
        if (
            lex.lang == "de"
            and rest
            and _GERMAN_NOUN.search(first)
            and not lex.tail.search(plain[a:b].split()[1])
        ):
            a += word.end() + 1
            continue
        if lex.lang == "de" and rest and _GERMAN_NOUN.search(first):
            a += word.end() + 1
            continue
        break
    if (m := lex.role.match(plain, a, b)) and m.end() < b and plain[m.end()] == " ":
        a = m.end() + 1
    text = plain[a:b]
    if m := _POSSESSIVE.search(text):
        b = a + m.start()
    if (m := re.match(r"(\w[\w&]*)-(\w+)$", plain[a:b])) and lex.lang == "de":
        b = a + m.end(1)
    while b > a and (plain[b - 1] in ".-&" or plain[a:b].split()[-1].casefold() in _GLUE):
        if plain[b - 1] in ".-& ":
            b -= 1
        else:
            b -= len(plain[a:b].split()[-1])
        b -= len(plain[a:b]) - len(plain[a:b].rstrip())
    return a, b


_ROLES_IN_CASES = frozenset(
    [
        "company",
        "board",
        "exchange",
        "petitioner",
        "applicant",
        "respondent",
        "respondents",
        "claimant",
        "defendant",
        "plaintiff",
        "group",
        "court",
        "bidco",
        "offeror",
        "presenter",
        "reporter",
        "operator",
        "analyst",
        "host",
        "interviewer",
        "question",
        "answer",
        "recall",
        "notice",
        "order",
        "press",
        "release",
        "chair",
        "chairman",
        "société",
        "gesellschaft",
        "sociedad",
        "sociedade",
        "società",
        "compagnie",
        "nord",
        "sud",
        "europe",
        "europa",
        "asia",
    ]
)
_BYLINE = re.compile(
    r"\(?(?:Reporting|Editing|Writing|Compiled|Bericht|Version|Traduction|Traducción|Tradução|Additional|By |Por |Von |Di )|\(?\$1 =|©"
)


def _generic(form: str, lex: Lexicon) -> bool:
    """A common noun in capitals: the Company, the Board, Vorstand."""
    low = form.casefold()
    if low in _ROLES_IN_CASES or lex.role.fullmatch(form) or lex.spokes.fullmatch(form):
        return True
    return " " not in form and any(
        lex.firm.fullmatch(f"{det} {form}")
        for det in ("the", "die", "das", "der", "des", "la", "le", "el", "il", "o", "a")
    )


def _credits(page: Page, at: int) -> bool:
    """Is this place in a byline or another line below the article?"""
    for number, (a, b) in enumerate(page.paras):
        if a <= at < b:
            return number > 0 and bool(_BYLINE.match(page.plain, a))
    return False


_GERMAN_NOUN = re.compile(
    r"(?:hersteller|konzern|anbieter|unternehmen|gruppe|riese|agentur|zeitung|chefin|chef|sprecher|sprecherin|händler|betreiber|bauer|kette|versicherer|produzent|dienst|firma|tochter|mutter|makler|verlag|spezialist|zulieferer|netzwerk|magazin|portal|newsletter|stadt|behörde|investor|finanzinvestor|werft|brauerei|reederei|gesellschaft|bank|kanzlei|molkerei|airline|start-up|startup|plattform|marke|rivale|konkurrent|konkurrenten|wettbewerber|vorstand|aufsichtsrat|amt|ministerium)(?:s|n|en|in)?$",
    re.I,
)


_DETERMINER = re.compile(
    r"\b(?:der|die|das|den|dem|des|ein\w*|kein\w*|sein\w*|ihr\w*|unser\w*|im|am|zum|zur|auf|vom|beim|ins|ans|dies\w*|jed\w*|alle\w*|viel\w*|zwei|drei|mehr\w*|nach|aus|unter|ohne|pro|laut|per|\w+(?:en|er|es|em|te|ten|ige|liche|ische)) $",
    re.I,
)


def _german_noun(plain: str, name: Name, lex: Lexicon) -> bool:
    """German writes every noun large: one that comes with article, adjective or preposition is only a noun."""
    if " " in name.full or lex.tail.search(name.full) or name.full.isupper():
        return False
    if re.search(rf"(?<!\w){re.escape(name.full)}-[A-ZÄÖÜ]", plain):
        return False
    held = sum(bool(_DETERMINER.search(plain[max(0, a - 16) : a])) for a, _ in name.at)
    return held * 2 > len(name.at) or bool(re.search(r"(?:ung|heit|keit|schaft|tion|tät|nis|tum|ment|ismus|ling|zeit|jahr|monat|ende|tag|woche)(?:en|s|es)?$", name.full))


def _strong(page: Page, a: int, b: int) -> bool:
    """Do the next words show that a lone first word of a sentence is somebody who acts?"""
    after = page.plain[b : b + 60]
    lex = page.lex
    if _THINGS.match(after):
        return True
    return any(
        m and m.start() < 14
        for m in (
            lex.say.search(after),
            lex.silent.search(after),
            lex.mum.search(after),
            lex.deny.search(after),
            lex.confirm.search(after),
        )
    )


def _cluster(names: list[Name]) -> list[Name]:
    """Short forms join the one long form they begin (companies) or end (people, "Grupo X")."""
    out: list[Name] = []
    for name in sorted(names, key=lambda n: -len(key(n.full))):
        mine = key(name.full)
        hosts = [n for n in out if extends(key(n.full), mine)]
        if not hosts and " " not in mine and len(mine) > 2:
            hosts = [n for n in out if key(n.full).endswith(" " + mine)]
        host = min(hosts, key=lambda n: n.at[0][0], default=None)
        if host is None:
            out.append(name)
            continue
        host.forms |= name.forms
        host.at += name.at
    return out


def _settle(name: Name, counts: Counter[str], lex: Lexicon) -> None:
    """The fullest form leads; not one met once, late, and without a company's ending ("Lomar Model Seven")."""
    name.at.sort()
    forms = sorted(name.forms, key=len)
    short = forms[0]
    if len(forms) < 2 or counts[name.full] > 1 or lex.tail.search(name.full) or counts[short] < 3:
        return
    if key(name.full) != fold(name.full) or not extends(key(name.full), key(short)):
        return
    first, size = name.at[0]
    if size - first < len(name.full):
        name.full = max((f for f in forms if f == short or counts[f] > 1), key=len)


def _weigh(page: Page, name: Name) -> None:
    lex, plain = page.lex, page.plain
    full = name.full
    if lex.office_tail.search(full) or (lex.lang == "de" and lex.office_tail.search(full.split()[0])):
        name.office = True
    if any(lex.news_tail.search(f) for f in name.forms) or key(full) == key(page.doc.outlet):
        name.news += 2.0
    if any(lex.tail.search(f) for f in name.forms):
        name.score += 3.0
    from_legal = key(full) != fold(full).replace(".", "")
    if from_legal and not fold(full).startswith(
        ("the ", "la ", "le ", "el ", "die ", "der ", "das ", "il ", "o ", "a ")
    ):
        name.score += 3.0
    words = full.split()
    shorts = {f for f in name.forms if " " not in f}
    if len(words) > 1:
        if words[0] in shorts:
            name.score += 1.0
        if len(words) <= 3 and words[-1] in shorts and words[0] not in shorts and not lex.tail.search(full):
            name.person += 1.5
    for a, b in name.at:
        before, after = plain[max(0, a - 60) : a], plain[b : b + 70]
        _around(lex, name, before, after)
    if name.title:
        name.score += 0.5


def _around(lex: Lexicon, name: Name, before: str, after: str) -> None:
    near = before[-45:]
    if _HONORIFIC.search(before):
        name.person += 4
    if _SHARES.search(before):
        name.score += 2
    if _THINGS.match(after):
        name.score += 2
    if m := _last(lex.spokes, near):
        gap = near[m.end() :]
        if re.fullmatch(
            r"\ (?:of|for|at|from|von|der|des|dem|de|du|d'|da|do|del|di|della|dell'|chez|bei|la|l'|the|de la|de l')(?:\ (?:la|the|l'))?\ ?",
            gap,
        ):
            name.score += 3
        elif re.fullmatch(r",?\ ", gap):
            name.person += 3
    if m := _last(lex.role, near):
        gap = near[m.end() :]
        if re.fullmatch(r",?\ ", gap):
            name.person += 3
        elif re.fullmatch(
            r"\ (?:of|for|at|von|der|des|de|du|d'|da|do|del|di|della|dell'|chez|bei|de la|de l')(?:\ (?:the|la|l'))?\ ?",
            gap,
        ):
            name.score += 2
    if (m := _last(lex.firm, near)) and re.fullmatch(r"(?:\ (?:of|de|du|d'))?,?\ ?", near[m.end() :]):
        name.score += 2.5
    if re.search(
        r"(?:maker|retailer|lender|bank|group|company|firm|operator|manufacturer|chain|producer|airline|carrier|insurer|builder|developer|supplier|start-?up|platform|brewer|utility|publisher|studio|brand|fund|investor|rival|giant|chipmaker|drugmaker|carmaker|app|unit|hersteller|konzern|anbieter|gruppe|unternehmen|entreprise|société|groupe|fabricant|verrier|grupo|empresa|compañía|companhia|fabricante|società|gruppo|azienda|tarif)\ $",
        near,
        re.I,
    ):
        name.score += 2
    if m := lex.spokes.match(after.lstrip(" '-s")):
        name.score += 3
    elif m := lex.role.match(re.sub(r"^(?:'s?)?\ (?:group\ |former\ )?", "", after)):
        if after[:1] in "' ":
            name.score += 2
    if re.match(
        r",\ (?:\d\d\b|(?:an?|the|its|their|his|her|la|le|l'|el|il|lo|o|a|der|die|das|ein|eine|one\ of|\w+'s|[A-Z]\w+)\b)?\ ?",
        after,
    ):
        tail = after[1:55]
        role = lex.role.search(tail) or lex.spokes.search(tail)
        if re.match(r",\ \d\d\b", after) or (
            role
            and role.start() < 24
            and not re.match(r",\ (?:which|whose|dont|que|cuy|il cui|deren|dessen)", after)
        ):
            name.person += 2.5
        elif re.match(
            r",\ (?:which|whose|dont|cuya?|qui|che|que|die|das|der|filial\w*|filiale|an?|the|une?|il|la|le|l'|el|una?|o|a|ein\w*|fabricant|parent|subsidiary|based|maker|owner|best\ known)\b",
            after,
        ) and not lex.third.search(tail[:30]):
            name.score += (
                1.5
                if lex.firm.search(tail)
                or re.search(
                    r"\b(?:maker|chain|operator|bank|group|company|firm|retailer|business|which|whose|dont|filial\w*|hersteller|fabricant)\b",
                    tail,
                )
                else 0.3
            )
    if m := lex.silent.match(after.lstrip()) or lex.mum.match(after.lstrip()):
        name.score += 1.5
    if re.match(
        r"\ (?:employs|makes|operates|runs|sells|owns|supplies|builds|rents|emploie|fabrique|exploite|beschäftigt|betreibt|stellt|emplea|fabrica|opera|emprega|impiega|produce|produit|verkauft|setzt|has\ (?:\d|about|said|denied|more|sold|also|a\ market)|had\ (?:revenue|sales|net|a\ turnover|\d)|was\ founded|is\ (?:in\ (?:advanced|exclusive|talks)|preparing|planning|considering|owned|based|the\ (?:largest|biggest|country))|plans|agreed|expects)",
        after,
    ):
        name.score += 2
    if " " in name.full and not lex.tail.search(name.full):
        if re.search(r"\b(?:said|says|sagte|sagt|dit|dijo|dice|disse|diz)\ $", before):
            name.person += 1.5
        if re.match(r"\ (?:of|at|from|who|bei|von|de|da|di|chez)\b", after) and re.search(r"\b(?:said|says|according to|sagte?|dijo|dice|disse)\ $", before):
            name.person += 1.5
    if _PLACE.search(before) and " " not in name.full:
        name.score -= 0.7


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found


# names in scripts without capitals ------------------------------------------------------------------------------

_RUN = {
    "ja": r"[一-龥々ァ-ヴー・A-Za-zＡ-Ｚ&]",
    "zh": r"[一-龥A-Za-z·]",
    "ko": r"[가-힣A-Za-z&]",
}
#: Endings and words that names of companies do not have.
_COMMON_CJK = re.compile(
    r"(?:報道|事業|本日|株式|譲渡|異動|一環|複数|売上|業績|予想|価額|価値|会社|企業|回答|発表|説明|子会社|取締役|期|月|日|年|円|人|額|率|側|部|件|者|的|了|个|名|官员|人士|记者|产品|工厂|减产|关系者|投資|設備|計画|方針|関係者|社員|従業員|幹部|同社|当社|보도|매각|협상|추진|관계자|투자|지난|사업|인수|대상|계획|결정|회사|업계|시장|공시|답변|확정|내용)$|^(?:その|この|また|なお|公司|但|没有|两名|一名|其中|部分|部門|有关|关于|相关|所有|部|今|同|該|该|我)"
)
_KO_PARTICLE = re.compile(
    r"(?:측은|측이|측에|측|에서는|에서|에게|으로|로|이라고|이라는|라는|은|는|이|가|을|를|의|에|도|와|과|이나|나)$"
)
_ZH_SUBJECT = re.compile(
    r"(?:^|[，。：；、\n】）“]|对此|据|企业|厂商|公司|巨头|集团|商|旗下|平台|运营商|制造商)([一-龥A-Za-z·]{2,12}?)(?=自|拟|将|已|计划|表示|称|回应|否认|宣布|正在|在|董事|发言人|公司|股价|的|方面|（|因|向|与|未|旗下|去年|今年|20|周|目前|并|是|于)"
)
_JA_SUBJECT = re.compile(
    r"(?:^|[。、\n「（　・の]|の)((?:[一-龥々ァ-ヴー・A-Za-zＡ-Ｚ&]){2,20}?)(?=は|が|に|を|の|、|と|（|・|株)"
)


def _cjk(page: Page) -> list[Name]:
    lex, plain, title = page.lex, page.plain, page.doc.title.translate({0x3000: " "})
    run = _RUN[lex.lang]
    found: dict[str, Name] = {}

    def add(form: str, score: float) -> None:
        form = form.strip(" ・·")
        form = (
            re.sub(r"^(?:据|由|向|与|对|把|将|日本|中国|韩国|美国|日本の|米)(?=.{3})", "", form)
            if lex.lang != "ko"
            else form
        )
        if _COMMON_CJK.search(form):
            return
        if (
            len(form) < 2
            or re.fullmatch(r"[A-Za-z]{1,2}|\d+", form)
            or lex.firm.fullmatch(form)
            or lex.third.fullmatch(form)
        ):
            return
        name = found.setdefault(form, Name(form))
        name.forms.add(form)
        name.score += score

    head = re.match(
        rf"[『「【\[]?(?P<h>{run}{{2,20}}?)(?=、|：|:|，|,| |が|は|に|を|の|…|·|・{{2}}|[‘“(（])", title
    )
    if head:
        add(head.group("h"), 1.5 if plain.count(head.group("h")) else 0)
    if lex.lang == "zh":
        for length in range(min(12, len(title)), 1, -1):
            piece = title[:length]
            if plain.count(piece) >= 2 and re.fullmatch(run + "+", piece):
                add(piece, 3)
                break
        for m in _ZH_SUBJECT.finditer(plain):
            add(m.group(1), 0.4)
    if lex.lang == "ja":
        for m in _JA_SUBJECT.finditer(plain):
            add(m.group(1), 0.4)
        for m in re.finditer(r"[ァ-ヴー・]{3,}", plain):
            if plain.count(m.group()) >= 3:
                add(m.group(), 0.3)
    if lex.lang == "ko":
        for token in re.findall(r"[가-힣A-Za-z&]{2,14}", title + "\n" + plain):
            stem = _KO_PARTICLE.sub("", token)
            if len(stem) >= 2 and plain.count(stem) >= 2 and len(stem) >= 3:
                add(stem, 0.2)
    border = r"(?:^|(?<=[，。：；、（(“”】\s]))" if lex.lang == "zh" else ""
    for m in re.finditer(rf"(?m){border}{run}{{1,14}}?(?:{lex.tail.pattern.rstrip('$')})", plain):
        piece = re.sub(
            r"^(?:同社|当社|大手の|投資会社の|子会社の|による|など|また|なお|株式会社)", "", m.group()
        )
        add(piece, 1.5)
    for m in re.finditer(
        r"株式会社\s?([一-龥々ァ-ヴー・A-Za-z]{2,16})|([一-龥々ァ-ヴー・A-Za-z]{2,16})株式会社|([가-힣A-Za-z]{2,12})\s?주식회사|주식회사\s?([가-힣A-Za-z]{2,12})|([一-龥]{2,12}?)(?:股份)?有限公司",
        plain + "\n" + title,
    ):
        add(next(g for g in m.groups() if g), 4)
    if page.doc.kind in ("press_release", "filing") or page.doc.outlet in plain:
        add(page.doc.outlet, 0)
    out = []
    for form, name in found.items():
        name.at = [(m.start(), m.end()) for m in re.finditer(re.escape(form), plain)]
        if name.at:
            out.append(name)
    out = _cluster_cjk(out)
    lead_end = page.paras[0][1] if page.paras else 0
    for name in out:
        name.title = any(f in title for f in name.forms)
        name.lead = bool(name.at) and name.at[0][0] < lead_end
        if name.title:
            name.score += 1
        if len(name.at) >= 3:
            name.score += 1
        _weigh_cjk(lex, page, name)
    return out


def _cluster_cjk(names: list[Name]) -> list[Name]:
    """Overlapping forms are one name when one begins the other; the form met most, then the longest, leads."""
    out: list[Name] = []
    for name in sorted(names, key=lambda n: (-round(n.score * 2), -len(n.at), -len(n.full))):
        host = next(
            (n for n in out if any(name.full.startswith(f) or f.startswith(name.full) for f in n.forms)), None
        )
        if host is None:
            out.append(name)
            continue
        if name.full.startswith(host.full) and len(name.at) < max(2, len(host.at) / 3):
            continue  # the name with the words that follow it
        host.forms.add(name.full)
        host.score = max(host.score, name.score)
        host.at = sorted({*host.at, *name.at})
        if len(name.full) > len(host.full) and (len(name.at) >= 2 or name.full[len(host.full)] == "・"):
            host.full = name.full
    for name in out:
        kept: list[tuple[int, int]] = []
        for a, b in sorted(name.at, key=lambda s: (s[0], -s[1])):
            if not kept or a >= kept[-1][1]:
                kept.append((a, b))
        name.at = kept
    return out


def _weigh_cjk(lex: Lexicon, page: Page, name: Name) -> None:
    plain = page.plain
    if any(lex.office_tail.search(f) for f in name.forms) and not any(lex.tail.search(f) for f in name.forms):
        name.office = True
    if any(lex.news_tail.search(f) for f in name.forms) or (
        fold(name.full) in fold(page.doc.outlet) and page.doc.kind not in ("press_release", "filing")
    ):
        name.news += 2.5
    if any(lex.tail.search(f) for f in name.forms):
        name.score += 1.5
    for a, b in name.at:
        before, after = plain[max(0, a - 12) : a], plain[b : b + 14]
        if re.match(
            r"(?:氏|さん|社長|会長|知事|市長|教授|先生|女士|씨|대표(?!이사는)|사장|회장|교수|장관)", after
        ):
            name.person += 3
        if lex.spokes.match(after.lstrip("の 的")):
            name.score += 2
        if lex.role.match(after.lstrip("の 的")):
            name.score += 1
        if re.match(r"(?:は|が|表示|称|回应|否认|는|은|가|측)", after):
            name.score += 0.5
        if re.match(r"(?:の株価|株は|股价|公司|주가|관계자|（|\()", after):
            name.score += 1
        if lex.firm.search(before[-6:]) or re.search(
            r"(?:企業|大手の|会社の|メーカーの|企业|厂商|巨头|업체|기업)$", before
        ):
            name.score += 1.5
        if re.search(r"(?:在|于|市|県|東京|大阪|都内|から|에서)$", before):
            name.score -= 0.5


# newsrooms and issuers ------------------------------------------------------------------------------------------


def _credit(page: Page, names: list[Name]) -> None:
    """Raise the news score of names that the article credits with reporting."""
    for m in page.lex.credit.finditer(page.plain):
        for group, text in m.groupdict().items():
            if not text:
                continue
            a, b = m.span(group)
            for name in names:
                if any(a <= x and y <= b + 1 for x, y in name.at):
                    if group in ("e", "h") and name.what == "company" and name.news < 1:
                        continue
                    name.news += 1.2 if group not in ("e", "h") else 0.8


#: "X plc: Response to query", "X 조회공시 요구에 대한 답변": the paper's sender stands first in its title.
_SUBJECT = re.compile(r"([^:：\n]{2,50}?)(?:\s*[:：]\s|\s+(?=조회공시|풍문|주요사항|공시))")


def _titled(names: list[Name], form: str) -> Name:
    """The name as the title or the sender gives it, for a paper that says only "the Company"."""
    wanted = key(form)
    for name in names:
        if any(key(f) == wanted or extends(wanted, key(f)) for f in name.forms):
            return name
    name = Name(form, forms={form}, score=9.0, title=True)
    names.append(name)
    return name


#: The sender's own line at the head of an eastern filing.
_LETTERHEAD = re.compile(r"^([^\s、。]{2,24}(?:株式会社|有限公司)|株式会社[^\s、。]{2,20})$", re.M)
_MARKET = re.compile(
    r"exchange|announcements?|news service|newswire|registr|mitteilungsdienst|börse|hechos|適時開示|取引所|공시|거래소|交易所|公告|registo|bourse|bolsa|borsa|gazette|disclosure|regulatory|filings?|court|gericht|tribunal|裁判所|法院|법원",
    re.I,
)
_HEADER = re.compile(
    r"^(?:(?:Submitted by|Petitioner|Issuer|Company|Emittent|Émetteur|Emisor|Emissor|Emittente|Applicant|Filed by|From|Name of (?:the )?issuer|公司名称|회사명)\s*[:：]|会社名|上場会社名)\s*(.{2,60})",
    re.I | re.M,
)


def _issuer(page: Page, names: list[Name]) -> Name | None:
    """The company that speaks in its own paper: press release, filing, petition, post; None in the press."""
    doc = page.doc
    if doc.kind not in ("press_release", "filing", "court", "transcript", "social"):
        return None
    if doc.kind in ("filing", "court") and (m := _HEADER.search(page.plain) or _LETTERHEAD.search(page.plain[:400])):
        return _titled(names, next(g for g in m.groups() if g).strip())
    if doc.kind in ("press_release", "social") or (doc.kind == "filing" and not _MARKET.search(doc.outlet)):
        if page.lex.office_tail.search(doc.outlet) and not page.lex.tail.search(doc.outlet):
            if doc.kind != "filing":
                return None
        else:
            wanted = key(doc.outlet)
            for name in names:
                if any(
                    key(f) == wanted or extends(wanted, key(f)) or extends(key(f), wanted) for f in name.forms
                ):
                    return name
            if doc.kind != "social" and " and " not in doc.outlet:
                return _titled(names, doc.outlet)
    if doc.kind == "court" and not _HEADER.search(page.plain):
        return None
    if m := _HEADER.search(page.plain):
        line = key(m.group(1))
        for name in sorted(names, key=lambda n: -len(n.full)):
            if any(
                line == key(f) or extends(line, key(f)) or key(f) in line
                for f in name.forms
                if len(key(f)) > 1
            ):
                return name
    if doc.kind == "filing" and (m := _SUBJECT.match(doc.title)) and not page.lex.office_tail.search(m.group(1)):
        return _titled(names, m.group(1).strip())
    if doc.kind == "transcript":
        head = doc.title
        if m := re.match(r"(.{3,60}?)\s+(?:\(?[QH][1-4]|(?:19|20)\d\d|full|first|second|third|fourth|half|interim|annual|earnings|results|conference)", head, re.I):
            return _titled(names, m.group(1))
    else:
        head = re.split(r"[:：]| – | — ", doc.title)[0]
    ranked = sorted(names, key=lambda n: -n.weight)
    for name in ranked:
        if any(fold(head).startswith(fold(f)) and len(f) > 2 for f in name.forms) and name.what in (
            "company",
            "",
        ):
            return name
    for name in ranked:
        if any(re.search(rf"(?<!\w){re.escape(f)}", head) for f in name.forms) and name.what in (
            "company",
            "",
        ):
            return name
    first = page.plain[:200]
    for name in ranked:
        if name.what == "company" and any(f in first for f in name.forms):
            return name
    return next((n for n in ranked if n.what == "company"), None)
