"""Who speaks in a sentence, and for which company: attribution grammar. Pure.

A `Voice` is found from the frame of a unit (the words around its quotations): a spokesperson, a person with a role,
a company, an authority, a noun or pronoun that stands for one of them, or whoever spoke just before.
"""

from __future__ import annotations

import re

from bot.read.companies import ORGAN
from bot.read.offline_bios import parent_of, roles_of
from bot.read.offline_cast import JOINED, Name, Names, Voice
from bot.read.offline_eastern_speech import eastern_voice
from bot.read.offline_english import ANSWERS_FOR, described_before, somebody_says, subject_before
from bot.read.offline_page import Page, Unit

_PREPS = {
    "en": r"of|in|with|from|about|against|to|for|by|at|on|over|into|between|than|told|near",
    "fr": r"de|du|des|d'|avec|sur|contre|par|chez|pour|à|au|aux|dans|en|entre",
    "de": r"von|vom|mit|bei|beim|gegen|über|für|an|aus|zu|zum|zur|des|in|im|zwischen|gegenüber",
    "es": r"de|del|con|contra|sobre|para|por|en|a|al|entre",
    "pt": r"de|da|do|das|dos|com|contra|sobre|para|por|pela|pelo|em|na|no|à|ao|entre",
    "it": r"di|del|della|dell'|dei|con|contro|su|sul|sulla|per|da|dal|dalla|dall'|in|nel|nella|a|al|alla|all'|tra",
}
_PREP_OF = {
    lang: re.compile(rf"(?:\b(?:{words})\ ?(?:the\ |an?\ |la\ |le\ |l'|les\ |der\ |dem\ |den\ |das\ |die\ |el\ |il\ |o\ |a\ |os\ |as\ )?)$", re.I)
    for lang, words in _PREPS.items()
}
#: Where the word for an office stands before what it is for: "Médiateur des données".
_OFFICE_FIRST = frozenset({"fr", "es", "pt", "it"})
_ONE = re.compile(r"\b(?:said|says|told|adds|added|sagt|sagte|dit|raconte|dijo|dice|disse|diz|racconta)\ (?:one|another|some|a (?:man|woman|second|third|person)|einer|eine der|l'un|l'une|un autre|uno|una de|um(?!\ \w)|um d[eo]\w*|uma das|uno di|otro)\b", re.I)
_IMPERSONAL = re.compile(
    r"(?:\b(?:hieß es|heißt es)\ (?:\w+\ ){0,3}?(?:bei|von|aus|seitens)(?:\ de[rmn])?|-(?:t-)?on\ (?:\w+\ ){0,3}?(?:chez|à|du côté de|(?:au|du) siège d[eu])|\b(?:dit|fait|indique|assure|précise|répond)-on\ (?:chez|du côté de)|"
    r"\b(?:smentita|nota|comunicato|communiqué|comunicado|replica|risposta|démenti|réponse|réplique|desmentido|respuesta|desmentida|resposta|réaction|reazione|reacción|reação)\ (?:\w+\ )?(?:di|d[aeo]|della|dell[ao]|de la|del|du|chez)|\b(?:Dementi|Antwort|Reaktion)\ (?:von|der|des)|"
    r"\bf(?:a|anno)\ sapere\ (?:da(?:lla|l)?)|\b(?:dicono|spiegano|assicurano)\ da(?:lla|l)?|\bfuentes de(?:l)?|\bfontes? d[aeo])\ ",
    re.I,
)
_FEMALE = re.compile(
    r"woman|women|in$|une porte|una portavoz|la portavoz|una portavoce|uma porta|vocera|sprecherin|assessora|女",
    re.I,
)
_MALE = re.compile(r"man$|men$|sprecher$|un porte|un portavoz|el portavoz|un portavoce|um porta", re.I)
#: Whoever spoke before, or what was sent: by language, since "il" is a pronoun in French and an article in Italian.
_PRONOUNS = {
    "en": r"he|she|they|it|the (?:spokes\w+|statement|message|reply|e-?mail)",
    "fr": r"il|elle|ils|elles|(?:le|ce) (?:communiqué|message|courriel|texte)|(?:la|cette) (?:lettre|note)",
    "de": r"er|sie|(?:die|in der) (?:Mitteilung|Stellungnahme|Erklärung)|(?:das|in dem|im) Schreiben",
    "es": r"él|ella|ellos|(?:el|la) (?:comunicado|nota|carta|texto)",
    "it": r"lui|lei|egli|ella|(?:il|la) (?:comunicato|nota|lettera)",
    "pt": r"ele|ela|eles|(?:o|a) (?:comunicado|nota|carta|texto)",
    "zh": "他|她",
    "ko": "그는",
    "ja": "彼は",
}
_PRONOUN = {lang: re.compile(rf"^\W*(?:{words})\b", re.I) for lang, words in _PRONOUNS.items()}
#: Before an officer of whoever was spoken of.
_ITS = re.compile(r"\b(?:its|their)\ (?:[\w-]+\ ){0,4}$", re.I)
#: Bodies that are no companies.
_BODY = re.compile(r"\b(?:Guild|Union|Association|Federation|Society|League|Alliance|Council|Institute|Foundation|Campaign)\b")
_PARENT = re.compile(
    r"\b(?:its|their|the)\ (?:\S+\ )?(?:parent|owner)\b|\bmaison mère\b|\b(?:Mutter|Konzernmutter)\b|\b(?:matriz|controladora|capogruppo|controllante)\b|親会社|母公司|모회사",
    re.I,
)

_THE = r"\b(?:the|la|le|l'|les|el|las|los|il|lo|i|gli|die|der|das|a|o|as|os)\ ?"
#: "Desde X niegan", "dalla X fanno sapere": a preposition that names whose words these are.
_FROM = re.compile(
    r"(?:^|[,;:]\ |\b(?:que|che|et|y|e)\ )(?:(?:desde|dall[ao']?|dai|dagli|chez|du\ côté\ d\w*|de\ la\ part\ d\w*|da\ parte\ d\w*|por\ parte\ d\w*|quant\ à|en\ cuanto\ a|quanto\ a(?:lla)?|seitens|von\ seiten|vonseiten|aus\ dem\ hause|bei(?:\ de[rm])?|(?-i:En)|(?-i:Per)|(?-i:Pour)|(?-i:Da|Na|No|In|Im|Aus|Do))|(?:fuentes|fontes?|fonti|sources?)(?:\ \w+)?\ (?:de|del|da|do|di|della|du|dell'))\ ?(?:la\ |el\ |l'|le\ |il\ |der\ |dem\ )?$",
    re.I,
)
_CLAUSE = re.compile(r",\ (?:which|who|qui|die|der|das|welche[rs]?|que|quien|che|il\ quale|la\ quale|o\ qual|a\ qual)\ ")


#: Before those to whom something is said: "told analysts", "devant les salariés", "vor Mitarbeitern".
_RECIPIENT = re.compile(
    r"\b(?:told|tells|assured|reminded|informed|(?:wrote|spoke|speaking|letter|e-?mail|memo|message|note|address|presentation|statement)\ to|in\ front\ of|(?:a\ )?meeting\ (?:of|with)|"
    r"devant|auprès\ (?:de[s]?|du)|aux|vor|gegenüber|an\ (?:die|seine|ihre)|ante|a\ (?:los|las|sus)|davanti\ (?:a[gi]?l?i?|alle)|ai|agli|alle|aos|às|perante)\ (?:the\ |its\ |their\ |his\ |her\ |some\ |les\ |des\ |ses\ |los\ |las\ |sus\ |os\ |as\ |seus\ |den\ |i\ |gli\ |le\ )?",
    re.I,
)
#: Between an officer and the office that he speaks for.
_OF = re.compile(r"(?:\ [\w'-]+){0,2}?\ (?:of|for|at|from|with|de|du|d'|del|della|dell'|di|do|da|der|des|von|bei)?\ ?", re.I)
_OUTSIDE = re.compile(r"\b(?:outside|before|in|into|near|devant|vor|im|ante|davanti|perante|no|na)\ $", re.I)
#: "protesters say", "cinema chains said".
_SEVERAL = re.compile(r"\b(?!(?:companies|firms|groups|banks|airlines|sources|bosses|officials|executives|lawyers|representatives|managers|bankers|advisers|always|besides|perhaps|afterwards|this|its|his)\b)[a-z]{2,}[a-rt-z]s\ $")
_BREAK = re.compile(r"[,.;:_«»“”\"]")
#: A leaked paper that speaks: "The memo, addressed to the head of quality, says that ...". Nobody answers a report in it.
_PAPER = re.compile(
    r"^\W*(?:the|this|one|an?|le|la|les|un|une|ce|das|der|die|ein|eine|dieses|el|los|las|una|este|o|a|os|as|um|uma|il|lo|i|gli|l')\ ?(?:internal\ |leaked\ |confidential\ |interne[sn]?\ |vertrauliche[sn]?\ )?"
    r"(?:memos?|memorandum|documents?|slides?|spreadsheets?|minutes|drafts?|dossiers?|notes?\ internes?|mémos?|procès-verbal|papier|dokumente?|memo|protokolle?|unterlagen|documentos?|actas?|memorandos?|atas?|documenti|documento|verbale|verbali|promemoria)\b"
    r"(?!\ (?:from|by|of|signed|de|du|von|del|da|di)\b|,\ (?:signed|sent|written|signé|unterzeichnet|firmad|assinad|firmat|envoyé|verschickt|enviad|inviat)\w*\ (?:by|par|von|por|da)\b)",
    re.I,
)
#: "The response, in full: ...": whom the piece is about replies.
_REPLY = re.compile(r"^\W*(?:(?:the|its|their)\ (?:\w+\ )?|the\ company's\ )(?:response|reply|answer|statement)\b", re.I)
#: "Here is all of its reply: ...".
_ITS_REPLY = re.compile(r"\b(?:its|their|the\ company's)\ (?:\w+\ ){0,3}?(?:response|reply|answer|statement|verdict|comment)\b[^_\"“]{0,40}[:,]\ [\"“]", re.I)
#: "A guard says X forged it": who speaks stands before the verb, so X is whom it is about.
_ACCORDING = re.compile(r"(?:according to|selon|d'après|laut|según|de acuerdo con|segundo|de acordo com|secondo)\b", re.I)
_SUBJECT_BEFORE = re.compile(r"\b(?:an?|the|one|two|three|several|former)\ (?:[\w-]+\ ){1,3}$", re.I)
_OWNER = re.compile(r"owners?|propriétaires?|Eigentümer(?:in)?|Inhaber(?:in)?|dueñ[oa]|propietari[oa]|don[oa]|proprietári[oa]|proprietari[oa]|titolare", re.I)
#: Two companies that answer together.
_BOTH = re.compile(
    r"^\W*(?:representatives\ (?:for|of)\ |spokes\w+\ for\ )?(?:both|the\ two|neither)(?:\ of\ the)?\ (?:compan(?:y|ies)|firms?|groups?|sides?|part(?:y|ies)|banks?|airlines?|carmakers?|retailers?|lenders?)\b|^\W*both\ (?:declined|refused|denied)\b", re.I
)


#: In whose house something is said: the preposition, and a seat or whatever stands behind it.
_HOUSE = {
    "de": re.compile(r"\b(?:bei(?:m| der)?|aus (?:dem|der)|am|im|in der|von(?:seiten)?(?: der| des)?|seitens(?: der| des)?) (?P<noun>(?P<seat>Firmensitz|Stammsitz|Konzernzentrale|Zentrale|Hauptsitz|Umfeld de[sr] \w+|Hause?)?)", re.I),
    "fr": re.compile(r"\b(?:chez|au|du côté d(?:e la|e l'|e|u)|à|dans|au sein d(?:e la|e l'|e|u)) ?(?P<noun>(?P<seat>siège|état-major|l'état-major|la maison)?)", re.I),
    "es": re.compile(r"\b(?:desde|en|por parte de(?:l)?|dentro de) (?P<noun>(?P<seat>la sede|la central|la casa|la dirección|la empresa|la compañía|el grupo)?)", re.I),
    "it": re.compile(r"\b(?:da(?:lla|l|i|ll')?|in(?: casa)?|nella|nel|dalle parti di) ?(?P<noun>(?P<seat>sede|azienda|casa madre|quartier generale|vertici|piani alti)?)", re.I),
    "pt": re.compile(r"\b(?:n[ao]|d[ao]|dentro d[ao]|do lado d[ao]|junto d[ao]|em) (?P<noun>(?P<seat>sede|casa|empresa|companhia|grupo)?)", re.I),
}  # fmt: skip
#: Behind a post: whose it is.
_OF_NOUN = re.compile(r"\ (?:(?:[a-zà-ÿ]+\ ){0,2})?(?:de\ la|de\ l'|del|della|dell'|delle|dei|du|des|da|do|das|dos|der)\ ?(?P<noun>[A-ZÄÖÜa-zà-ÿ]\w{3,})", re.I)
#: Behind a spokesperson's title: whose they are, when they are no company's.
_OF_STATE = re.compile(
    r"\ (?:du|de\ la|de\ l'|del?|de\ las?|de\ los|della?|dell'|do|da|des|der|of\ the)\ ?(?:gouvernement|palais|Élysée|présidence|ministère|préfecture|police|parquet|mairie|parti|gobierno|Gobierno|ejecutivo|presidencia|ministerio|"
    r"policía|fiscalía|ayuntamiento|partido|PP|PSOE|governo|Governo|palácio|Palácio|Presidência|prefeitura|polícia|Polícia|procura|procuradoria|Quirinale|ministero|comune|polizia|partito|Regierung|Bundesregierung|Polizei|Partei|Fraktion|Ministeriums|Stadt|Senats|government|police|ministry)\b",
    re.I,
)
#: Nouns that any company is called by.
_ANY_COMPANY = frozenset(
    ["company", "firm", "group", "business", "entreprise", "société", "groupe", "direction", "unternehmen", "konzern", "firma", "geschäftsführung", "geschäftsleitung", "empresa", "compañía", "compañia", "companhia", "società", "azienda", "direzione", "gruppo", "grupo", "dirección", "direção", "direcção", "administração", "gerencia", "gerência", "dirigenza", "firme", "maison"]
)


class Voices:
    """Resolves voices on one page, in reading order (it remembers who spoke last)."""

    def __init__(self, page: Page, names: Names) -> None:
        self.page, self.names, self.lex = page, names, page.lex
        self.prep = _PREP_OF.get(self.lex.lang, _PREP_OF["en"])
        self.roles = roles_of(page, names)
        self.parent = parent_of(page, names)
        self.unnamed: dict[str, Name] = {}
        self.firm = self._nouns()

    # voices -----------------------------------------------------------------------------------------------------

    def topic(self, at: int, para: int) -> Name | None:
        """The company that "the company" means at a place: the weightiest of its paragraph so far, else the main one."""
        a, _ = self.page.paras[para]
        unit = next((u for u in self.page.units if u.start <= at < u.end), None)
        if unit is not None and not self.lex.cjk and (beside := self.names.within(unit.start, at, "company")):
            return beside[-1][2]  # "shares in X fell after the company ..."
        seen = [n for _, _, n in self.names.within(a, at, "company")]
        main = self.names.main
        if main in seen or not seen:
            return main
        return max(seen, key=lambda n: n.weight)

    def of(self, unit: Unit, anchor: int | None = None, end: int | None = None) -> Voice | None:
        """The voice of a unit, seen from the verb at `anchor` (an offset in its frame)."""
        return eastern_voice(self, unit) if self.lex.cjk else self._latin(unit, anchor, end)

    def _latin(self, unit: Unit, anchor: int | None, end: int | None) -> Voice | None:
        lex = self.lex
        frame = self._without_recipients(unit)
        shown = [
            (a - unit.start, b - unit.start, n)
            for a, b, n in self.names.within(unit.start, unit.end)
            if n.what != "news" and set(frame[a - unit.start : b - unit.start]) != {"_"}
        ]
        point = len(frame) if anchor is None else anchor
        if _ONE.search(frame) or (anchor is not None and _PAPER.match(frame) and not lex.spokes.search(frame)):
            return Voice(None, "")
        people = [(a, b, n) for a, b, n in shown if n.what == "person" or id(n) in self.roles]
        firms = [(a, b, n) for a, b, n in shown if (n.what in ("company", "office"))]
        spokes = sorted(lex.spokes.finditer(frame), key=lambda m: abs(m.start() - point))
        if spokes and _OF_STATE.match(frame, spokes[0].end()):
            return Voice(None, "")  # the government's spokeswoman
        if spokes and (m := spokes[0]):
            company = self._beside(frame, m.start(), m.end(), firms, unit)
            named = [n for a, b, n in people if -2 <= a - m.end() <= 40 or 0 <= m.start() - b <= 40]
            label = _label(frame[max(0, m.start() - 5) : m.end()])
            speaker = f"{named[0].full}, {label.split(' ', 1)[1]}" if named else label
            return Voice(company, speaker, bool(company))
        if said := _IMPERSONAL.search(frame):
            # "it was said at X": nobody else is named who says it
            for a, _, name in firms:
                if a == said.end():
                    return Voice(name, "the company", True)
        if self.lex.lang == "en" and (said := _ACCORDING.match(frame, point)):
            return self._behind(frame, said.end(), firms, people, unit)
        if (said := _ACCORDING.match(frame, point)) and not self._according(frame, said.end(), firms):
            return Voice(None, "")  # "according to three former officers of the bank": whoever stands before is no speaker
        if clause := self._which(frame, point):
            return clause
        if _BOTH.search(frame) and len(pair := self.pair(unit.start)) == 2:
            return Voice(pair[0], "the company", True, (pair[1],))
        if anchor is not None and self._others_say(frame, point, firms):
            return Voice(None, "")
        subjects = [(a, b, n) for a, b, n in firms if b <= point and self._acts(frame, a, 16)]
        near_people = sorted(people, key=lambda p: abs(p[0] - point))
        if subjects and 0 <= point - subjects[-1][1] <= 2 and near_people and near_people[0][0] > point:
            near_people = []  # "X said it had not approached Ms Bo"
        if near_people and (
            not subjects
            or abs(near_people[0][0] - point) < abs(subjects[-1][1] - point)
            or subjects[-1][1] > near_people[0][0] - 40
        ):
            a, b, person = near_people[0]
            role, company, mine = self.roles.get(id(person), ("", None, False))
            inline = lex.role.search(frame[max(0, a - 60) : b + 60]) or lex.spokes.search(
                frame[max(0, a - 60) : b + 60]
            )
            if mine or (inline and not lex.third.search(frame[max(0, a - 40) : b + 40])):
                company = company or self._beside(frame, a, b, firms, unit)
                return Voice(company, f"{person.full}, {role}" if role else person.full, True)
            if not subjects or abs(a - point) < 25:
                return Voice(None, person.full)
        near = next((m for m in lex.role.finditer(frame) if abs(m.start() - point) < 70), None)
        if near and not lex.third.search(frame[max(0, near.start() - 25) : near.end() + 12]) and (
            not subjects or subjects[-1][1] <= near.start()
        ):
            company = self._beside(frame, near.start(), near.end(), firms, unit)
            # "the owner" of an app or a shop is the company that owns it
            return Voice(company, "the company" if _OWNER.fullmatch(near.group().strip()) else near.group().strip(), bool(firms or (lex.lang == "en" and self.firm.search(frame, max(0, near.start() - 30), near.end() + 30))))
        if subjects:
            a, b, name = subjects[-1]
            both = [name]
            for a2, b2, other in reversed(subjects[:-1]):
                if JOINED.match(frame[b2:a]):
                    both.insert(0, other)
                    a = a2
            return Voice(
                both[0],
                "the company" if name.what == "company" else f"the {name.full.split()[0 if self.lex.lang in _OFFICE_FIRST else -1].lower()}",
                True,
                tuple(both[1:]),
            )
        done = end if end is not None else point
        for a, b, name in shown:
            # an unknown that acts like a company: "Dolmar said"
            if not name.what and name.person < 1 and (name.title or len(name.at) > 1 or " " not in name.full) and 0 <= point - b <= (90 if a < 5 and frame[b : b + 1] == "," else 14) and not self.prep.search(frame[max(0, a - 16) : a]):
                name.score = max(name.score, 2.0)
                return Voice(name, "the company", True)
        after = [(a, b, n) for a, b, n in firms if point <= a <= done + 12 and not self.prep.search(frame[max(0, a - 12) : a])]
        owner = _PARENT.search(frame)
        if owner and self.parent and abs(owner.start() - point) < 60:
            return Voice(self.parent, "the company", True)
        nouns = [
            m
            for m in self.firm.finditer(frame)
            if m.start() <= point + 30
            and (m.start() >= point or self._acts(frame, m.start(), 12))
        ]
        # a noun before the verb is its subject; one after it only where none stands before
        nouns = [m for m in nouns if m.start() < point] or nouns[:1]
        offices = [
            m
            for m in lex.office.finditer(frame)
            if m.start() <= point + 30 and not self._within_a_name(unit.start + m.end()) and not self.prep.search(frame[max(0, m.start() - 12) : m.start()])
        ]
        if (
            offices
            and (office := self._office(offices[-1].group()))
            and (not nouns or offices[-1].end() >= nouns[-1].end())
        ):
            return Voice(office, "the " + offices[-1].group().split()[-1].lower(), True)
        if nouns and lex.lang == "en" and self._another(nouns[-1].group(), unit.start + nouns[-1].start()):
            return Voice(None, "")
        if nouns:
            return Voice(
                self._bound(nouns[-1].group()) or self._called(nouns[-1].group().split()[-1].split("'")[-1]) or (None if self._ambiguous(nouns[-1].group()) else self.topic(unit.start + nouns[-1].start(), unit.para)),
                "the company",
                True,
            )
        if after and not _SUBJECT_BEFORE.search(frame[:point]):
            return Voice(after[0][2], "the company", True)
        if house := self._house(frame, point, done, firms, unit):
            return Voice(house, "the company", True)
        acting = bool(offices) and 0 <= point - offices[-1].end() <= 2
        if not acting and lex.third.search(frame[max(0, point - 60) : point + 60]):
            return Voice(None, "")
        if offices and not self.names.issuer:
            return Voice(self._unnamed(frame, offices[-1]), "the " + offices[-1].group().split()[-1].lower(), True)
        if _REPLY.match(frame) or (lex.lang == "en" and _ITS_REPLY.search(frame)):
            return Voice(self.topic(unit.start, unit.para), "the company", False)
        return None

    def _house(self, frame: str, point: int, done: int, firms: list[tuple[int, int, Name]], unit: Unit) -> Name | None:
        """The company in whose house it is said: "hieß es am Firmensitz", "responden en X", "Da X assicurano", "précise-t-on au siège"."""
        if (place := _HOUSE.get(self.lex.lang)) is None or self.lex.third.search(frame[max(0, point - 40) : point + 60]):
            return None
        for m in place.finditer(frame):
            if m.start() > 3 and not 0 <= m.start() - done <= 12 and frame[m.start() - 2 : m.start()] not in (", ", ": ", "; "):
                continue
            if named := next((n for a, _, n in firms if a == m.end()), None):
                return named
            if m.group("seat") or self.firm.match(frame, m.start("noun")):
                return self.topic(unit.start, unit.para)
        return None

    def _others_say(self, frame: str, point: int, firms: list[tuple[int, int, Name]]) -> bool:
        """Does somebody who speaks for no company stand right before the verb: "the mayor said", "le maire dit"? "An X source" speaks for X."""
        if self.lex.lang == "en" and somebody_says(frame, point) and not self._names_one(frame, point, firms):
            return True
        if self.lex.lang == "en" and (m := _SEVERAL.search(frame, max(0, point - 40), point)) and not any(p.search(m.group()) for p in (self.lex.role, self.lex.spokes)):
            return self.firm.search(frame, max(0, m.start() - 40), m.end() + 1) is None
        met = next((m for m in self.lex.third.finditer(frame, max(0, point - 30), point) if m.end() >= point - 1), None)
        if met is not None and self.lex.lang == "en" and self.lex.firm.search(frame, max(0, met.start() - 12), met.end()):
            return False  # "the lender"
        return met is not None and not self.lex.role.search(frame, met.start(), met.end()) and not any(b == met.start() - 1 for _, b, _ in firms)

    def _names_one(self, frame: str, point: int, firms: list[tuple[int, int, Name]]) -> bool:
        """Does a company's name, or a noun for one, stand in the subject before a verb ("an X official")?"""
        described = described_before(frame, point)
        start = point - (len(described) if ANSWERS_FOR.search(described) else len(subject_before(frame, point)))
        return any(start <= a < point for a, _, _ in firms) or self.firm.search(frame, start, point) is not None

    def _behind(self, frame: str, at: int, firms: list[tuple[int, int, Name]], people: list[tuple[int, int, Name]], unit: Unit) -> Voice | None:
        """Who stands behind "according to": a company, its noun or an officer of one; anybody else speaks for nobody."""
        if re.match(r"\ (?:him|her|it|them)\b", frame[at:]):
            return None
        near = frame[: at + 60]
        if self.lex.third.search(near, at):
            return Voice(None, "")
        if named := next((n for a, _, n in firms if 0 <= a - at <= 12), None):
            return Voice(named, "the company", True)
        if person := next((n for a, _, n in people if 0 <= a - at <= 40 and self.roles.get(id(n), ("", None, False))[2]), None):
            role, company, _ = self.roles[id(person)]
            return Voice(company or self._beside(frame, at, at + 40, firms, unit), f"{person.full}, {role}", True)
        if (noun := self.firm.match(near, at + 1)) and not any(noun.end() <= a <= noun.end() + 2 for a, _, _ in firms):
            return Voice(self._bound(noun.group()) or self.topic(unit.start + at, unit.para), "the company", True)
        return Voice(None, "")

    def _according(self, frame: str, at: int, firms: list[tuple[int, int, Name]]) -> bool:
        """Does a company, or somebody with a post in one, stand behind "according to"?"""
        after = frame[at : at + 70]
        if self.lex.third.search(after):
            return False
        if any(0 <= a - at <= 12 for a, _, _ in firms):
            return True
        return any(p.search(after) for p in (self.firm, self.lex.role, self.lex.spokes, self.lex.office)) or not re.match(r"\ (?:the\ |l'|la\ |le\ |der\ |o\ |a\ |el\ |il\ )?[A-ZÀ-Þ]", after)

    def _without_recipients(self, unit: Unit) -> str:
        """The frame with those who are only told blanked out: they are neither who speaks nor of whom it is said."""
        frame = unit.frame
        for m in reversed(list(_RECIPIENT.finditer(frame))) if not self.lex.cjk else ():
            who = self.lex.third.search(frame, m.end(), m.end() + 40)
            if who and len(frame[m.end() : who.start()].split()) <= 2 and not _BREAK.search(frame, m.end(), who.start()):
                frame = frame[: m.end()] + " " * (who.end() - m.end()) + frame[who.end() :]
        return frame

    def _within_a_name(self, end: int) -> bool:
        """Is a noun that ends here part of a newsroom's or a company's name ("City TV")?"""
        return any(a < end <= b for a, b, _ in self.names.within(end - 60, end + 60, "news", "company"))

    def pair(self, at: int) -> list[Name]:
        """The companies named before a place, in order: those that "both companies" means, where they are two."""
        return list(dict.fromkeys(n for _, _, n in self.names.within(0, at, "company")))

    def _nouns(self) -> re.Pattern[str]:
        """Nouns that stand for a company here: those of the language, and what companies of this page have in their names
        ("la papeterie" for "Papeteries X")."""
        words = {
            re.escape(word.casefold().rstrip("s"))
            for name in self.names.all
            if name.what == "company" and " " in name.full
            for word in name.full.split()
            if len(word) > 5 and word.isalpha()
        }
        if self.lex.cjk or not words:
            return self.lex.firm
        return re.compile(rf"{self.lex.firm.pattern}|{_THE}(?:{'|'.join(sorted(words))})s?(?!\w)", re.I)

    def _acts(self, frame: str, at: int, room: int) -> bool:
        """May what stands here be the subject: no preposition before it, or one that says whose words follow?"""
        before = frame[max(0, at - room - 14) : at]
        return not self.prep.search(before[-room:]) or bool(_FROM.search(before))

    def _which(self, frame: str, point: int) -> Voice | None:
        """ "…, the agency, which declined": a clause of its own has its own subject."""
        clauses = [m for m in _CLAUSE.finditer(frame[:point]) if "," not in frame[m.end() : point]]
        for noun in self.lex.office.finditer(frame) if clauses else ():
            if noun.end() == clauses[-1].start():
                office = self._office(noun.group()) or self._unnamed(frame, noun)
                return Voice(office, "the " + noun.group().split()[-1].lower(), True)
        return None

    def _bound(self, noun: str) -> Name | None:
        """ "the retailer" is the company that was introduced as a retailer."""
        head = noun.split()[-1].casefold()
        if head in _ANY_COMPANY:
            return None
        plain = self.page.plain
        for name in sorted(self.names.all, key=lambda n: -n.weight):
            if name.what not in ("company", "") or (not name.what and name.score <= -1) or id(name) in self.roles:
                continue  # a place is no company
            if " " in name.full and any(w.casefold().rstrip("s") == head.rstrip("s") for w in name.full.split()):
                return name
            for a, b in name.at:
                if re.search(rf"\b{re.escape(head)}s?\b[^.,]{{0,12}}$", plain[max(0, a - 40) : a], re.I):
                    return name
                if re.match(rf",[^.,]{{0,40}}\b{re.escape(head)}\b", plain[b : b + 60], re.I):
                    return name
        return None

    def _called(self, noun: str) -> Name | None:
        """ "The owner of the farm": the name that has such a noun in it ("Fazenda X")."""
        head = noun.casefold()
        if self.lex.cjk or self.lex.lang == "en" or head in _ANY_COMPANY or len(head) < 5:
            return None
        stem = head.rstrip("s")
        for name in self.names.all:
            words = name.full.casefold().split()
            if len(words) > 1 and name.what in ("company", "") and name.person < 2 and any(w.rstrip("s") == stem or (self.lex.lang == "de" and w == head.removesuffix("es")) for w in words[:1] + words[-1:]):
                name.score = max(name.score, 2.0)
                return name
        return None

    def _another(self, noun: str, at: int) -> bool:
        """ "The law firm", after "a law firm in the capital": it was spoken of without a name, so it is no company of a name."""
        words = re.sub(r"(?i)^(?:the|this|that)\ ", "", noun)
        if words == noun or words.casefold() in _ANY_COMPANY:
            return False
        met = [m for m in re.finditer(rf"(?i:\b(?:an?|another)\ (?:[\w-]+\ )?{re.escape(words)}\b)(?P<name>,?\ (?:called\ |named\ )?[A-Z])?", self.page.plain[:at])]
        return bool(met) and not any(m.group("name") or self.page.plain[: m.start()].rstrip().endswith((",", "is", "was", "as")) for m in met)

    def _ambiguous(self, noun: str) -> bool:
        """ "The winery says": whose trade nothing tells, where somebody else who is named as often may be the winery."""
        words = re.findall(r"\w+", noun.casefold())
        if self.lex.lang == "en" or self.lex.cjk or not words or words[-1] in _ANY_COMPANY:
            return False
        main = self.names.main
        return main is None or (not main.title and any(not n.what and n.lead and n.person < 1 and n.news < 1 and n.score > -1 and len(n.at) >= len(main.at) and not self._label(n) for n in self.names.all))

    def _label(self, name: Name) -> bool:
        """Does a name stand before turns of speech ("Présentateur : ...")?"""
        return any(self.page.plain[b : b + 2].lstrip().startswith(":") for _, b in name.at)

    def _unnamed(self, frame: str, noun: re.Match[str]) -> Name:
        """An authority without a name of its own: "the payments supervisor", "the city of Arden"; the office of a
        named one is that one."""
        for name in self.names.all:
            of = r"\ (?:of|du|de|de\ la|des|del|della|dello|do|da|der)\ (?:the\ |la\ )?"
            if name.office and any(re.match(of + re.escape(form), frame[noun.end() :]) for form in name.forms):
                return name
        phrase = re.sub(r"(?i)^(?:(?:the|an?|die|der|das|la|le|el|il|o)\s+|l')", "", noun.group())
        if m := re.match(r"\ (?:of|for|du|de\ la|del?|della|dell'|d[ao]|für)\ ?(?:[A-Z][\w'-]*\ ?){1,3}|\ (?:du|della|del|da|do|de\ la|de\ l'|für|for)\ ?[\w'-]+", frame[noun.end() :]):
            phrase += m.group().rstrip()
        name = self.unnamed.setdefault(phrase.casefold(), Name(phrase, forms={phrase}, office=True))
        if not name.at:
            name.at.append((0, 0))
        return name

    def _office(self, noun: str) -> Name | None:
        """ "the authority" is the last name that ends in Authority; a bare noun is nobody's name."""
        head = noun.split()[-1].casefold()
        for name in self.names.all:
            if any(
                f.split()[-1].casefold() == head or f.split()[0].casefold() == head
                for f in name.forms
                if " " in f
            ):
                return name
        return None

    def _told_of(self, unit: Unit) -> Name | None:
        """Whose officer "its secretary" is: of the body or company with which the sentence before begins."""
        number = self.page.units.index(unit) if unit in self.page.units else 0
        before = self.page.units[number - 1]
        if not number or before.para != unit.para:
            return None
        first = next((n for a, _, n in self.names.within(before.start, before.end) if a - before.start <= 4), None)
        if first is not None and first.what == "" and _BODY.search(first.full):
            first.score = max(first.score, 2.0)
        return first if first is not None and first.what in ("company", "office") else None

    def _beside(
        self, frame: str, start: int, end: int, firms: list[tuple[int, int, Name]], unit: Unit
    ) -> Name | None:
        """The company a spokesperson or officer belongs to: the one beside the word, else the one spoken of."""
        after = [
            f
            for f in firms
            if 0 <= f[0] - end <= 26
            and not re.search(
                r"\b(?:told|said|dit|sagte|dijo|disse|détto|that|que|dass|à)\b", frame[end : f[0]]
            )
        ]
        before = [f for f in firms if 0 <= start - f[1] <= 18]
        if not firms and _ITS.search(frame, 0, start) and (body := self._told_of(unit)):
            return body
        if self.parent and _PARENT.search(frame[max(0, start - 30) : end + 40]):
            return self.parent
        for found in (*after[:1], *before[-1:]):
            return found[2]
        if (m := _OF_NOUN.match(frame, end)) and (bound := self._called(m.group("noun"))):
            return bound
        if m := next((m for m in self.lex.office.finditer(frame) if (-45 < m.start() - end < 0 or _OF.fullmatch(frame[end : m.start()])) and not _OUTSIDE.search(frame[: m.start()])), None):
            if office := self._office(m.group()):
                return office
            if not ORGAN.fullmatch(re.sub(r"(?i)^the ", "", m.group())) and not self.lex.firm.search(frame[max(0, start - 25) : end + 25]):
                return self._unnamed(frame, m)
        inside = [f for f in firms if not self.prep.search(frame[max(0, f[0] - 10) : f[0]])]
        if inside:
            return inside[0][2]
        noun = self.lex.firm.search(frame[max(0, start - 30) : end + 30])
        if noun and (bound := self._bound(noun.group())):
            return bound
        return self.topic(unit.start, unit.para)


def _label(words: str) -> str:
    """ "a spokeswoman" and the like, in English, whatever the language."""
    text = words.strip()
    if re.search(r"press|presse|imprensa|prensa|stampa|media", text, re.I):
        return "the press office"
    if re.search(r"represent|représent|vertreter|rappresent", text, re.I):
        return "a representative"
    if _FEMALE.search(text):
        return "a spokeswoman"
    if _MALE.search(text):
        return "a spokesman"
    return "a spokesperson"


def carries_on(frame: str, lang: str) -> bool:
    """Does a sentence go on with whoever spoke before: only a quotation, or "she added"?"""
    bare = frame.replace("_", "").strip(" \"“”„«»「」『』‘’'.,:;—–-()")
    return len(bare) < 3 or bool(_PRONOUN[lang].match(bare))
