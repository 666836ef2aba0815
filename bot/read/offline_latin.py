"""Names in Latin script: found by their capitals, cut out of the sentence, and clustered ("Veld" with "Veld Foods plc"). Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bot.read import gazetteer
from bot.read.companies import ORGAN, bare_form, extends, key
from bot.read.lexicon import Lexicon
from bot.read.lexicon.places import is_place
from bot.read.offline_cast import Name
from bot.read.offline_page import Page
from bot.read.offline_signs import HONORIFIC, THINGS, tailed, weigh
from bot.text import fold

_LINK = r"(?:\ (?:&|de|do|da|dos|das|del|della|delle|dei|degli|di|du|des|d'|la|von|van|of|e|y|et|und)){0,2}"


_NAME = re.compile(
    rf"(?<![\w])(?:[A-ZÀ-ÖØ-Þ](?:[\w&]|(?<=\w)[-'.](?=\w))*)(?:{_LINK}\ (?:[A-ZÀ-ÖØ-Þ]\.(?=\ [A-ZÀ-ÖØ-Þ])|[A-ZÀ-ÖØ-Þ](?:[\w&]|(?<=\w)[-'.](?=\w))*))*|(?<![\w])[A-ZÀ-ÖØ-Þ](?:\w|[-&])*\w"
)


#: "LONDON, May 3 (Agency) -", "UPDATE, 12:05:": what may stand before an article or a paragraph.
_PLACELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,30}(?:,\ [^()\n—–-]{3,24})?\ ?(?:\([^)\n]{2,60}\)\ ?[—–-]|[—–-]\ )|(?:UPDATED?|EDIT|CORRECTION|MISE\ À\ JOUR|AKTUALISIERT|ACTUALIZACIÓN|ATUALIZAÇÃO|AGGIORNAMENTO)\b|"
    r"[A-Z][a-z]{2,8}\.?\ \d{1,2}\ \([^)\n]{2,60}\)\ ?[—–-]"
)
_OF_HEADS = re.compile(
    r"(?:Guild|Union|Association|Federation|Society|League|Authority|Agency|Commission|Bank|University|Ministry|Department|Office|Board|City|Court|Kingdom|Institute|Council|Port|Isle|Republic|House|Chamber|Registrar|Inspectorate|Bureau)$"
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


#: What is left of a verb behind an apostrophe: "I'm", "We'll".
_CONTRACTED = frozenset(["m", "ll", "d", "re", "ve", "s", "t"])
#: What stands over a paper or a paragraph: "Order 2026-14", "UPDATE".
_HEADS = (
    r"(?:Order|Notice|Report|Case|Decision|Schedule|Annex|Appendix|Class|Section|Clause|Question|Anzeige|Bescheid|Beschluss|Anlage|Bericht|Rapport|Décision|Avis|Arrêté|Annexe|"
    r"Constats?|Comunicado|Relatório|Ofício|Decisão|Anexo|Informe|Resolución|Expediente|Acta|Decreto|Delibera|Avviso|Allegato|Nota)"
)
#: A paper's title that names its kind first: "Rapport d'inspection n° 12".
HEADED = re.compile(rf"(?:(?:Interim|Final|Annual|Preliminary|Quarterly|Progress|Incident|Inspection|Investigation)\ [Rr]eport|{_HEADS})\b")
_HEADING = re.compile(
    rf"{_HEADS}(?:\ (?:[A-Z]|(?:[Nn][ro°º]?\.?\ ?)?[\d/.-]+|nach\ §.*))?|"
    r"(?:UPDATE|CORRECTION|CORRECTED|EXCLUSIVE|BREAKING|ERRATUM|ERRATA|ATUALIZAÇÃO|ACTUALIZACIÓN|CORREÇÃO|CORRECCIÓN|FE\ DE\ ERRATAS|AGGIORNAMENTO|RETTIFICA|MISE\ À\ JOUR|RECTIFICATIF|"
    r"EXCLUSIF|EXKLUSIV|KORREKTUR|BERICHTIGUNG|UPDATED|Update|Correction|Errata|Erratum)"
)
#: "In the matter of X Ltd": what a court's paper puts before the name.
_MATTER = re.compile(r"(?i)(?:(?:in )?(?:the )?matter of|re:?|ex parte) (?=\w)")


#: "Consejo de Administración de X": the organ before the company's name.
_ORGAN_OF = re.compile(rf"{ORGAN.pattern}\ (?:de|d'|da|do|del|della|di|der|des|von)\ (?=[A-ZÀ-Þ])", re.I)
_BYLINE = re.compile(
    r"\(?(?:Reporting|Editing|Writing|Compiled|Bericht|Version|Traduction|Traducción|Tradução|Additional|By |Por |Von |Di )|\(?\$1 =|©"
)


#: A trade in the genitive before a name.
_GENITIVE = re.compile(r"^(\w+(?:werk|haus|heim|hof|bau|gut|verlag|betrieb|institut|klinikum))e?s(?=\ [A-ZÄÖÜ])")
_GERMAN_NOUN = re.compile(
    r"(?:hersteller|konzern|anbieter|unternehmen|gruppe|riese|agentur|zeitung|chefin|chef|sprecher|sprecherin|händler|betreiber|bauer|kette|versicherer|produzent|dienst|firma|tochter|mutter|makler|verlag|spezialist|zulieferer|netzwerk|magazin|portal|newsletter|stadt|behörde|investor|finanzinvestor|werft|brauerei|reederei|gesellschaft|bank|kanzlei|molkerei|airline|start-up|startup|plattform|marke|rivale|konkurrent|konkurrenten|wettbewerber|vorstand|aufsichtsrat|amt|ministerium|versorger)(?:s|n|en|in)?$",
    re.I,
)


_DETERMINER = re.compile(
    r"\b(?:bis|der|die|das|den|dem|des|ein\w*|kein\w*|sein\w*|ihr\w*|unser\w*|im|am|zum|zur|auf|vom|beim|ins|ans|dies\w*|jed\w*|alle\w*|viel\w*|zwei|drei|mehr\w*|nach|aus|unter|ohne|um|wegen|trotz|als|zu|pro|laut|per|(?-i:[a-zäöü])\w*(?:en|er|es|em|te|ten|ige|liche|ische)) $",
    re.I,
)


_TRADES = (
    r"(?:\w*maker|\w*builder|retailer|lender|bank|insurer|supplier|operator|broker|bookmaker|airline|carrier|brewer|miner|refiner|grocer|publisher|broadcaster|developer|landlord|distributor|wholesaler|"
    r"supermarket|bottler|neobank|utility|start-?up|meatpacker|processor|producer|manufacturer|chain|firm|company|group|giant|contractor|provider|shipper|distiller|fintech|conglomerate|app|platform|studio)"
)
#: "Chipmaker X": what a firm is, before its name, at the beginning of a sentence.
_TRADE = re.compile(_TRADES, re.I)
_TRADE_BEHIND = re.compile(rf"\ {_TRADES}\ (?=[A-ZÀ-Þ])")
#: "X CEO Jo Bell", "X Chief Executive Jo Bell": a post between the company's name and its holder's.
_POST_INSIDE = re.compile(
    r"(?<=\w)\ (?:C[EFOTIM]O|(?:Founder|Chairman|Chair|President) and CEO|(?:Co-)?(?:Founder|founder)|Chief (?:\w+ )?(?:Officer|Executive)|Finance (?:Chief|Director)|Managing Director|General Counsel|"
    r"(?:Executive |Senior )?Vice President|Chair(?:man|woman|person)?|President)\ (?=[A-ZÀ-Þ])"
)


def latin(page: Page) -> list[Name]:
    lex, plain = page.lex, page.plain
    lower = Counter(re.findall(r"(?<![\w])[a-zà-öø-ÿ][\w-]+", plain))
    starts = {u.start for u in page.units} | {q.start for u in page.units for q in u.quotes}
    raw: list[tuple[int, int, bool]] = []
    for m in _NAME.finditer(plain):
        if _PLACELINE.match(plain, m.start()) and (m.start() == 0 or plain[m.start() - 1] == "\n"):
            continue
        for a, b in _split(plain, m.start(), m.end(), lex):
            initial = a in starts or plain[max(0, a - 2) : a].strip() in ("—", "-", ":", "•", "*")
            a2, b2 = _trim(plain, a, b, lex, initial, lower)
            if (post := lex.role.match(plain, a2)) and post.end() > b2:
                continue  # the first word of a post ("Finance chief")
            if initial and lex.lang == "en" and _TRADE_BEHIND.match(plain, b2) and " " not in plain[a2:b2]:
                continue  # "Toll operator X"
            if b2 - a2 >= 2 and not _generic(plain[a2:b2], lex) and not _credits(page, a2):
                raw.append((a2, b2, initial and a2 == a))
    seen = Counter(plain[a:b] for a, b, initial in raw if not initial)
    heads = Counter(plain[a:b].split()[0].casefold() for a, b, _ in raw)
    title = page.doc.title
    names: dict[str, Name] = {}
    for a, b, initial in raw:
        form = plain[a:b]
        if initial and " " not in form and not seen[form] and heads[form.casefold()] < 2 and not _strong(page, a, b) and not gazetteer.known(form, plain):
            if not re.search(rf"(?<!\w){re.escape(form)}(?!\w)", title):
                continue
        if lex.lang == "de" and plain[max(0, a - 4) : a].casefold() == "des ":
            form = _GENITIVE.sub(r"\1", form)  # "des Möbelwerks X"
        name = names.setdefault(key(form) or fold(form), Name(form))
        name.forms.add(plain[a:b])
        name.forms.add(form)
        name.at.append((a, b))
        if len(form) > len(name.full):
            name.full = form
    if lex.lang == "de":
        long = {n.full.split()[0] for n in names.values() if " " in n.full}
        names = {k: n for k, n in names.items() if n.full in long or not _german_noun(plain, n, lex)}
    counts = Counter(plain[a:b] for a, b, _ in raw)
    merged = _cluster(list(names.values()), lex, page.doc.kind in ("transcript", "broadcast"))
    for name in merged:
        _settle(name, counts, lex)
    lead_end = page.paras[min(1, len(page.paras) - 1)][1] if page.paras else 0
    for name in merged:
        name.at.sort()
        name.title = any(re.search(rf"(?<!\w){re.escape(f)}(?!\w)", title) for f in (*name.forms, *_short(name, lex)))
        name.first = any(title.startswith(f) for f in (*name.forms, *_short(name, lex)))
        name.lead = name.at[0][0] < lead_end
        weigh(page, name)
    return merged


#: Endings of German nouns that are nobody's first name.
_NOUN_ENDS = re.compile(r"(?:ung|heit|keit|schaft|tion|ität|nis|tum|ment|werk|haus|betrieb|lage|zahl|zahlen|preis|preise|stelle|stellen|teil|teile|gelände|bericht|berichte|bilder|daten|kunden|leute|betten|produkte|anlage|anlagen|kabel)$", re.I)


def _split(plain: str, a: int, b: int, lex: Lexicon) -> Iterator[tuple[int, int]]:
    """Cut "X's Y", "X of Y" and "X and Y" apart where they are two names."""
    at = a
    for m in re.finditer(r"'s\ |'\ (?=[A-Z])", plain[a:b]):
        yield at, a + m.start()
        at = a + m.end()
    piece = plain[at:b]
    cut = at
    for m in re.finditer(r"\ (?:of|e|y|et|und|des|von|vom|das)\ (?:the\ |la\ )?(?=[A-ZÀ-Þ])" if lex.lang == "de" else r"\ (?:of|e|y|et|und)\ (?:the\ |la\ )?(?=[A-ZÀ-Þ])", piece):
        head = piece[cut - at : m.start()]
        word = m.group().split()[0]
        if word == "of" and _OF_HEADS.search(head) and not _of_company(piece[m.end() :], head, lex):
            continue
        if word in ("e", "y", "et", "und") and lex.lang in ("en", word):
            continue
        if word in ("von", "vom") and head.split()[0].casefold() not in lex.stop and not _DETERMINER.search(plain[:at][-60:].split("\n")[-1]) and not _NOUN_ENDS.search(head):
            continue  # "Karl von Moor"
        yield cut, at + m.start()
        cut = at + m.end()
    if post := _POST_INSIDE.search(plain, cut, b):
        yield cut, post.start()
        cut = post.end()
    yield cut, b


def _calling(plain: str, first: str, rest: str) -> bool:
    """Is a first word what somebody does ("Recycler X"), where the name goes on without it elsewhere?"""
    return bool(rest) and len(first) > 5 and first.endswith(("er", "or")) and plain.count(first) == 1 and len(re.findall(rf"\b{re.escape(rest.split()[0])}\b", plain)) > 1


def _of_company(rest: str, head: str, lex: Lexicon) -> bool:
    """Is "the Board of X" an organ of the company X, rather than an office ("Board of Trade")?"""
    return bool(ORGAN.fullmatch(head) and (lex.tail.search(rest) or key(rest) != fold(rest)))


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
        honorific = bool(HONORIFIC.search(first + " "))
        role = bool(rest) and not (lex.lang == "de" and tailed(lex, f"{first} {rest.split()[0]}")) and bool(
            lex.role.fullmatch(first) or lex.spokes.fullmatch(first) or lex.firm.fullmatch("die " + first)
        )
        if (
            low in lex.stop
            or (lex.lang == "en" and low.partition("'")[2] in _CONTRACTED and low.partition("'")[0] in lex.stop)
            or low in _GLUE
            or (common and (initial or rest))
            or honorific
            or role
            or (lex.lang == "en" and initial and (_TRADE.fullmatch(first) or _calling(plain, first, rest)) and len(rest) > 2 and not lex.tail.fullmatch(rest))
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
            and (_GERMAN_NOUN.search(first) or (first.endswith("er") and " " in rest and _GERMAN_NOUN.search(rest.split()[0])))
            and not lex.tail.search(plain[a:b].split()[1])
        ):
            a += word.end() + 1
            continue
        if lex.lang == "de" and rest and _GERMAN_NOUN.search(first):
            a += word.end() + 1
            continue
        break
    if (m := _MATTER.match(plain, a, b)) or (lex.lang != "en" and (m := _ORGAN_OF.match(plain, a, b))):
        a = m.end()
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


#: Unions are parties to a matter, no companies.
_UNIONS = frozenset(
    ["Uilm", "UILM", "Fiom", "FIOM", "Cgil", "CGIL", "Cisl", "CISL", "Uil", "UIL", "Fim", "FIM", "Usb", "USB", "Cobas", "Filt", "Fit", "Filcams", "Fisascat", "Uiltucs", "CGT", "CFDT", "FO", "SUD", "CFE-CGC", "CFTC", "Unsa", "UNSA", "CCOO", "UGT", "USO", "CSIF", "ELA", "LAB", "CIG", "Verdi", "NGG", "EVG", "GDL", "IGBCE", "CUT", "CGTP", "Fenprof", "FNE"]
)


def _generic(form: str, lex: Lexicon) -> bool:
    """A common noun in capitals (the Company, the Board, Vorstand), a country, an organ of a company, or a bare legal form."""
    low = form.casefold()
    patterns = (lex.role, lex.spokes, lex.false, lex.deny, lex.admit, lex.third)
    if form in _UNIONS or low in _ROLES_IN_CASES or is_place(form) or _HEADING.fullmatch(form) or bare_form(form) or ORGAN.fullmatch(form) or any(p.fullmatch(form) for p in patterns):
        return True
    if lex.lang == "de" and re.fullmatch(r"\w{3,}er \w+", form) and lex.firm.fullmatch("die " + form.split()[1]):
        return True  # "Heilbronner Zentrale"
    if lex.lang == "de" and (m := re.fullmatch(r"\w+ (?:des|der|im|vom|beim) (\w+)", form)) and lex.firm.fullmatch("der " + m.group(1)):
        return True  # "Sitzungen des Aufsichtsrats"
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


def _german_noun(plain: str, name: Name, lex: Lexicon) -> bool:
    """German writes every noun large: one that comes with article, adjective or preposition is only a noun."""
    if " " in name.full or name.full.isupper():
        return False
    if re.search(rf"(?<!\w){re.escape(name.full)}-[A-ZÄÖÜ]", plain):
        return False
    # the whole word before: the end of a noun ("Automobilzulieferer") looks like an adjective
    words = (re.search(r"(?:\S+ )?$", plain[:a][-60:]) for a, _ in name.at)
    held = sum(bool(word and _DETERMINER.match(word.group())) for word in words)
    return held * 2 > len(name.at) or bool(re.search(r"(?:ung|heit|keit|schaft|tion|tät|nis|tum|ment|ismus|ling|zeit|jahr|monat|ende|tag|woche)(?:en|s|es)?$", name.full))


def _strong(page: Page, a: int, b: int) -> bool:
    """Do the next words show that a lone first word of a sentence is somebody who acts?"""
    after = re.split(r"[»”\"]", page.plain[b : b + 60])[0]
    lex = page.lex
    if THINGS.match(after):
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


def _cluster(names: list[Name], lex: Lexicon, spoken: bool) -> list[Name]:
    """Short forms join the one long form they begin (companies) or end (people, "Grupo X"). `spoken`: turns name people by their last name."""
    out: list[Name] = []
    for name in sorted(names, key=lambda n: -len(key(n.full))):
        mine = key(name.full)
        hosts = [n for n in out if extends(key(n.full), mine)]
        if not hosts and " " not in mine and len(mine) > 2:
            hosts = [n for n in out if key(n.full).endswith(" " + mine)]
            firms = [n for n in hosts if lex.tail.search(n.full)]
            # a person's name is given in full first: who is named before, by the last word alone, is a company
            hosts = [n for n in hosts if spoken or n in firms or min(n.at) < min(name.at)]
            if len({key(n.full).split()[0] for n in hosts}) > 1:
                hosts = firms  # a family's name, or its company's
        host = min(hosts, key=lambda n: n.at[0][0], default=None)
        if host is None:
            out.append(name)
            continue
        host.forms |= name.forms
        host.at += name.at
    return out


def _short(name: Name, lex: Lexicon) -> list[str]:
    """The first word of a name, by which headlines call it ("Veld" for "Veld Foods")."""
    word, _, rest = name.full.partition(" ")
    return [word] if rest and len(word) >= 4 and word.casefold() not in lex.stop and not lex.firm.search(f"the {word}") else []


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
