"""What a name in Latin script stands for, by the words around it: a company has shares, spokespeople, a chief executive or a
legal form; a person has a title or a role; a newsroom "reported" or was "told". Pure.
"""

from __future__ import annotations

import re

from bot.read.companies import key
from bot.read.lexicon import Lexicon
from bot.read.offline_cast import Name
from bot.read.offline_page import Page, straight
from bot.read.offline_uses import used_as_company
from bot.text import fold

HONORIFIC = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Mme|Mlle|M|Frau|Herr|Herrn|Sra?|Don|Doña|Dona|Signora?|Dott|Ing|Monsieur|Madame|Señora?|Senhora?)\.?)\ $"
)


#: "the maker of jars, X": what a firm makes, between its noun and its name.
_OF_WHAT = r"\ (?:of|for|de|des|du|d'|del|della|delle|di|do|da|dos|das|von|für)\ ?(?:\w+\ ?){1,3}"
_PLACE = re.compile(r"\b(?:in|at|near|from|outside|across|à|en|in|bei|aus|em|nach|near|di|de)\ $", re.I)
#: "the plant of X": where it stands.
_SITE = re.compile(
    r"\b(?:plants?|factory|works|mill|cannery|mine|site|port|usine|site|fonderie|fábrica|planta|mina|puerto|unidade|porto|stabilimento|fabbrica|impianto|porto|cantiere|Werk|Standort|Stammwerk)\ (?:in|at|near|de|d'|di|of|von|em|en)\ ?$",
    re.I,
)
#: Whom a reporter turned to, and who answered.
_CONTACTED = re.compile(r"\b(?:(?:I|[Ww]e) (?:asked|contacted|e-?mailed|called|approached|wrote to|reached out to|put (?:this|it|that|the \w+) to)|(?:put|reached out|spoke) to) $")
_TOLD_US = re.compile(r"\ (?:told (?:us|me)|wrote back|replied|responded)\b")
#: "founder Jo Bell said": somebody who holds shares, not a company.
_SAYS_SO = re.compile(r"\b(?:founder|partner)[,]? ?$|\b(?:said|says|told|quipped|joked|snapped|added|insisted)\b", re.I)
#: "its Arden plant": where it stands.
_ITS = re.compile(r"\b(?:its|their|whose)\ (?:\w+\ )?$", re.I)
_WORKS = re.compile(r"\ (?:\w+\ )?(?:plants?|factory|mill|mine|site|works|refinery|smelter|yard|shipyard|depot|warehouse|campus|office|shop|store|branch|brewery|cannery|foundry|terminal|port|field|studio)\b")
#: Callings of people: what follows one is no company.
_CALLING = re.compile(r"(?:Singer|Actor|Actress|Footballer|Striker|Rapper|Comedian|Author|Novelist|Presenter|Model|Senator|Congress(?:man|woman)|Governor|Minister|President|Mayor|Councillor|Cllr|King|Queen|Prince|Princess|Bishop|Pope|Coach|Captain)\ ")
#: Companies take an article where towns have none.
_ARTICLE = {"pt": re.compile(r"(?:^|[.,;:»”\"]\ |\b)[AO]\ $|\b(?:da|à|pela)\ $", re.I), "it": re.compile(r"\b(?:la|della|alla|dalla)\ $", re.I)}
#: "Chez X, le directeur Jo Bo répond": the post is that of the next name.
NEXT_NAME = re.compile(r"\ [A-ZÀ-Þ][\w'-]+\ [A-ZÀ-Þ]")
_TITLE_WORDS = (
    r"(?:analyst|economist|professor|lecturer|minister|mayor|councillor|senator|lawmaker|union (?:leader|official|secretary)|shop steward|analyste|économiste|professeure?|ministre|maire|députée?|sénat(?:eur|rice)|"
    r"déléguée? (?:syndicale?|CGT|CFDT|FO|SUD)|secrétaire (?:du|de la) (?:syndicat|CSE)|syndicaliste|Analyst(?:in)?|Professor(?:in)?|Minister(?:in)?|(?:Ober)?[Bb]ürgermeister(?:in)?|Landrat|Landrätin|Betriebsrats\w+|Gewerkschafts\w+|"
    r"(?:striker|goalkeeper|midfielder|defender|winger|footballer|coach|singer|actor|actress|rapper|comedian|novelist|attaquant|gardien|entraîneure?|chanteu(?:r|se)|acteur|actrice|Stürmer(?:in)?|Torwart|Trainer(?:in)?|Sänger(?:in)?|"
    r"Schauspieler(?:in)?|delanter[oa]|portero|entrenadora?|cantante|actor|actriz|atacante|goleir[oa]|zagueir[oa]|treinadora?|cantora?|ator|atriz|attaccante|portiere|allenat(?:ore|rice)|cantante|attore|attrice)|"
    r"analista|economista|profesora?|ministr[oa]|alcalde(?:sa)?|concejala?|diputad[oa]|sindicalista|professora?|prefeit[oa]|vereadora?|deputad[oa]|sindac[oa]|assessor[ea]|professor[ei]|onorevole)"
)
#: What people are called who speak for no company, before or behind their names.
_TITLES = re.compile(rf"\b{_TITLE_WORDS}\b", re.I)
_TITLED = re.compile(rf",\ (?:the|an?|le|la|el|il|lo|o|a|der|die|un[ae]?|eine?)?\ ?(?:\w+\ )?{_TITLE_WORDS}\b", re.I)
#: Places by their last word.
_GROUND = re.compile(r"\w (?:Quarry|Dam|Bridge|Tower|Valley|River|Road|Street|Lane|Avenue|Square|Stadium|Hall|Airport|Harbour|Bay|Lake|County|Island|Beach|Forest|Hill)$")
#: A pronoun for a person behind a name, in the same sentence.
_HIM = re.compile(r"[^.;“”\"]{1,60}\b(?:he|she|his|her|him|himself|herself)\b")
#: "the mayor of X": a town.
_TOWN_OF = re.compile(r"\b(?:mayor(?:ess)?|maire|alcalde(?:sa)?|prefeit[oa]|sindac[oa]|(?:Ober)?[Bb]ürgermeister(?:in)?)\ (?:of|de|du|d'|del|di|do|da|von|in)\ ?$", re.I)
#: Posts that companies hold as well.
_HOLDS = re.compile(r"(?:\w+\ )?(?:owner|founder|partner|propriétaire|propietari[oa]|proprietári[oa]|dueñ[oa]|don[oa]|titolare|soci[oa]|Eigentümer(?:in)?)", re.I)
#: The next sentence speaks of a person.
_SOMEBODY = re.compile(r"[.;]\ (?:He|She|Ele|Ela|Él|Ella|Lui|Lei)\ ")
#: A verb of companies behind a name.
_DOES = re.compile(
    r"\ (?:will|is\ to|would|plans\ to|intends\ to|has)\ (?:shut|close|cut|sell|buy|stop|lay|axe|drop|scrap|delay|recall|hidden|sold|stopped|bought|agreed|told|hired|asked|offered)\b|\ (?:said|says)\ (?:that\ )?(?:it|its)\b|"
    r"\ (?:va|prépare|s'apprête|compte|envisage|négocie|ferme|supprime|a\ (?:caché|dissimulé|vendu|licencié|fermé))\b|\ (?:will|plant|streicht|verkauft|schließt|verhandelt|soll)\b|"
    r"\ (?:prepara|negocia|cerrará|despedirá|venderá|ocultó|estudia|planea|dejará|prevé|vai\ (?:fechar|despedir|vender|cortar)|escondeu|adulterou|vende|chiude|tratta|licenzia|avrebbe)\b"
)
#: Who speaks behind a quotation: "…», respondió X".
_ANSWERING = re.compile(r"[»”“\"],?\ (?:\w+\ ){0,2}$")


_SHARES = re.compile(
    r"(?:shares (?:in|of)|stake in|investors in|customers of|owner of|parent of|maker of|subsidiary of|unit of|board of|actions? (?:de|d'|du)|titre (?:de|du)|Aktien? (?:von|der|des)|acciones de|ações (?:da|do|de)|azioni (?:di|della)|filiale (?:de|du|d')|Tochter (?:von|der|des)|filial de|subsidiária d[aeo]|controllata (?:di|da)|employees? (?:of|at)|salariés (?:de|d'|du)|grupo|groupe|gruppo) ?$",
    re.I,
)


THINGS = re.compile(
    r"'s? ?(?:own |main |biggest |largest |two |three |\w+ )?(?:shares?|stock|board|plants?|factory|factories|chief|chair\w*|management|finance|spokes\w+|brands?|customers|staff|workers|products?|shops|stores|revenue|sales|profits?|parent|owner|lawyers?|bankers|lenders|statement|reply|app|offer|bid|headquarters|head|directors?|press|media|general|legal|group|results|earnings|account|system|systems|website|data|annual|largest|new|directors|communications|denial|answer|people|switchboard|press office)\b|^ (?:shares|stock|employees|staff|workers|customers|engineers|executives?|spokes\w+|bosses|managers|plant|factory|headquarters|chief|said it|plc|Inc|Ltd)\b",
    re.I,
)


#: A German post or trade made of one word, before its holder's name.
_GERMAN_POST = re.compile(r"\b[A-ZÄÖÜ]?\w*(?:chefin|chef|sprecher|sprecherin|vorsitzende[rn]?|leiter|leiterin|anwalt|anwältin|minister|ministerin|meister|meisterin|direktor|direktorin|experte|expertin|forscher|forscherin|gründer|gründerin|betriebsrat|betriebsrätin|hebamme|analyst|analystin|bürgermeister)\ $")
#: Two names made one: "Harbour & Pine".
_JOINED = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'-]+ & [A-ZÀ-ÖØ-Þ][\w'-]+")
#: A clause about a thing, not a person, between a name and its verb.
_WHICH = re.compile(r",\ (?:which|whose|dont|qui|que|die|das|der|il cui|che|cuy[ao]s?|cuj[ao]s?)\ [^.;“”\"«»„]{3,90}?,\ (?:hat |a |ha )?")


#: An apposition between a name and its verb.
_APART = re.compile(r",\ [^,.;“”\"«»„]{3,70}(?:,\d[^,.;“”\"«»„]{0,40})?,\ (?:ha |a |hat |has |had )?")


def weigh(page: Page, name: Name) -> None:
    lex, plain = page.lex, page.plain
    full = name.full
    if lex.office_tail.search(full) or (lex.lang == "de" and lex.office_tail.search(full.split()[0])):
        name.office = True
        _complete(plain, name)
    if any(lex.news_tail.search(f) for f in name.forms) or key(full) == key(page.doc.outlet):
        name.news += 2.0
    if any(tailed(lex, f) for f in name.forms):
        name.score += 3.0
    elif any(_JOINED.fullmatch(f) for f in name.forms):
        name.score += 2.0
    from_legal = key(full) != fold(full).replace(".", "")
    if from_legal and not fold(full).startswith(
        ("the ", "la ", "le ", "el ", "die ", "der ", "das ", "il ", "o ", "a ")
    ):
        name.score += 3.0
    if " & " in full or " + " in full:
        name.score += 2.0
    if lex.lang == "en" and (_CALLING.match(full) or any(_CALLING.match(plain[max(0, a - 16) : a][plain[max(0, a - 16) : a].rstrip().rfind(" ") + 1 :]) for a, _ in name.at)):
        name.person += 4.0
    words = full.split()
    shorts = {f for f in name.forms if " " not in f}
    if len(words) > 1:
        if words[0] in shorts:
            name.score += 1.0
        if len(words) <= 3 and words[-1] in shorts and words[0] not in shorts and not lex.tail.search(full):
            name.person += 1.5
    uses = [used_as_company(lex.lang, plain[a:b], plain[max(0, a - 60) : a], plain[b : b + 120]) for a, b in name.at]
    if lex.lang != "en" and name.person < 1.5 and not name.office and name.news < 1 and page.doc.kind not in ("filing", "press_release", "court"):
        name.score += min(2.4, sum(uses))
    for a, b in name.at:
        before, after = plain[max(0, a - 60) : a], plain[b : b + 120]
        _around(lex, name, before, after, short=b - a < len(full))
    if _GROUND.search(full):
        name.score -= 3.0
    if lex.lang == "en" and len(words) == 2 and not lex.tail.search(full):
        name.person += min(1.6, 0.8 * sum(bool(_HIM.match(plain, b)) for _, b in name.at))
    if name.title:
        name.score += 0.5
        title = page.doc.title
        spots = [m for f in name.forms for m in re.finditer(rf"(?<!\w){re.escape(f)}(?!\w)", title)]
        if any(THINGS.match(straight(title[m.end() :])) for m in spots):
            name.score += 1.0


def _complete(plain: str, name: Name) -> None:
    """An office called by its noun alone gets the words that say which: "Médiateur" is the "Médiateur des données"."""
    if " " in name.full:
        return
    which = r"(?:(?:of|for|des|du|de\ la|de|del|della|dei|do|da|dos|das|für|der)\ |de\ l'|d'|dell')[\w'-]+"
    if m := re.search(rf"(?<!\w){re.escape(name.full)}\ {which}", plain):
        name.forms.add(name.full)
        name.full = m.group()


def tailed(lex: Lexicon, form: str) -> bool:
    """Does a name end (or begin) as companies' names do? The ending alone names nobody ("Papier", "Gas")."""
    found = lex.tail.search(form)
    return found is not None and found.group() != form


#: What a company has and a person has not: ", through its press office in London, said".
_HAS = re.compile(
    r",?\ (?:[^,.;:«»“”„]{0,24}\ )?(?:su|sus|son|sa|ses|seine?[rmn]?|ihre?[rmn]?|suo|sua|sue|suoi|seu|seus|suas|dall'|dal|dalla|da|dem|der|par\ la\ voix\ d\w*|a\ través\ de(?:l|\ la)?|através\ d[ao]|per\ bocca\ d\w*)\ ?(?:\w+\ ){0,1}"
)


def _around(lex: Lexicon, name: Name, before: str, after: str, *, short: bool) -> None:
    near = before[-45:]
    if lex.lang != "en" and (m := _HAS.match(after)) and lex.spokes.match(after, m.end()):
        name.score += 4
    if lex.lang == "de" and " " in name.full and not tailed(lex, name.full) and _GERMAN_POST.search(before):
        name.person += 3
    if HONORIFIC.search(before) and not (short and tailed(lex, name.full)):
        name.person += 4
    if _SHARES.search(before):
        name.score += 2
    if THINGS.match(after):
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
        if re.fullmatch(r",?\ |\ (?:of|at|de|del|de\ la|des?|der|do|da|di|della|dell'|du)\ ?(?:[\w'&-]+\ ?){1,4},\ ", gap):
            if " " in name.full and _SOMEBODY.match(after):
                name.person += 3  # "the owner, Ann Bo. She"
            elif tailed(lex, name.full) or (_HOLDS.fullmatch(m.group()) and not _SAYS_SO.search(before[:-1] + after[:30])):
                name.score += 1.5  # "its owner, Veld Holdings"
            else:
                name.person += 3
        elif re.fullmatch(
            r"\ (?:of|for|at|von|der|des|de|du|d'|da|do|del|di|della|dell'|chez|bei|de la|de l')(?:\ (?:the|la|l'))?\ ?",
            gap,
        ):
            name.score += 2
    if ((m := _last(_TITLES, near)) and re.fullmatch(r"(?:\ (?:of|de|du|del|di|da|do|der|des|CGT|CFDT|UGT)\ ?(?:[\w'-]+\ ?){1,3})?,?\ ", near[m.end() :])) or _TITLED.match(after):
        name.person += 3
    if ((m := _WHOSE_WORDS.search(before)) and any(p.search(after[:70]) for p in (lex.say, lex.deny, lex.mum, lex.silent))) or _ANSWER_OF.search(before):
        name.score += 2.0
    if (m := _last(lex.firm, near)) and re.fullmatch(rf"(?:\ (?:of|de|du|d'))?,?\ ?|\ [a-zà-ÿ]+(?:ien|ienne|ais|aise|ois|oise|ain|aine|and|ande|ol|ole|an[oa]|ese|és|esa|ês)\ |{_OF_WHAT},\ |\ (?:de|di|d')\ ?[a-zà-ÿ]{4,}(?<!\bpara)(?<!\bcomo)\ ", near[m.end() :]):
        name.score += 2.5
    if re.search(
        r"(?:maker|retailer|lender|bank|group|company|firm|operator|manufacturer|chain|producer|airline|carrier|insurer|builder|developer|supplier|start-?up|platform|brewer|utility|publisher|studio|brand|fund|investor|rival|giant|chipmaker|drugmaker|carmaker|app|unit|\w*maker|supermarket|bottler|neobank|broker|bookmaker|miner|refiner|shipper|shipbuilder|\w*builder|network|vendor|provider|grocer|wholesaler|distributor|conglomerate|contractor|broadcaster|processor|foundry|brewer|distiller|meatpacker|unicorn|carrier|landlord|hotelier|cooperative|hersteller|konzern|anbieter|gruppe|unternehmen|entreprise|société|groupe|fabricant|verrier|grupo|empresa|compañía|companhia|fabricante|società|gruppo|azienda|tarif)\ $",
        near,
        re.I,
    ):
        name.score += 2
    if m := lex.spokes.match(after.lstrip(" '-s")):
        name.score += 4.5
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
            and not (lex.lang != "de" and NEXT_NAME.match(after, 1 + role.end()))
            and not lex.say.match(tail.lstrip())
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
    said = _AUXILIARY.sub("", after.lstrip(" ,"))
    if m := lex.silent.match(after.lstrip(" ,")) or lex.mum.match(after.lstrip(" ,")) or lex.mum.match(said):
        name.score += 2.0
    elif (m := _APART.match(after)) and any(p.match(after, m.end()) for p in (lex.silent, lex.mum, lex.deny)):
        name.score += 2.0  # "X, sales of 310 million, did not reply"
    if (m := _WHICH.match(after)) and (lex.deny.match(after, m.end()) or lex.say.match(after, m.end())):
        name.score += 1.0  # "X, which checked the parts, rejected the account"
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
    if _DOES.match(after):
        name.score += 1.0
    if lex.lang == "en" and _CONTACTED.search(before):
        name.score += 2.0
    if lex.lang == "en" and _TOLD_US.match(after) and " " not in name.full:
        name.score += 1.5
    if " " not in name.full and (
        ((m := lex.deny.match(after.lstrip(" "))) and not _DONE_TO.fullmatch(m.group())) or (m := lex.confirm.match(after.lstrip(" ")))
        or (_ANSWERING.search(before) and (m := _last(lex.say, near)) and near[m.end() :].strip() in ("", "the", "la", "a", "die", "el", "il"))
    ):
        name.score += 1.5
    if (m := _WITH.match(after)) and any(p.match(after, m.end()) for p in (lex.mum, lex.silent, lex.deny)):
        name.score += 2.0
    if _TOWN_OF.search(before) or _SITE.search(before) or (_ITS.search(before) and _WORKS.match(after)):
        name.score -= 2.5
    elif _PLACE.search(before) and " " not in name.full and not _POST_OF.search(before) and not _SHARES.search(before):
        name.score -= 0.7
    if (article := _ARTICLE.get(lex.lang)) and article.search(before):
        name.score += 0.8


#: "Chez X, on dément", "desde X niegan", "bei X hieß es": a company's name may follow, whose words these are.
_WHOSE_WORDS = re.compile(r"(?:^|[.;:,»”\"]\ |\n)(?:Desde|Chez|Dalla|Dal|Da|Da\ parte\ d\w+|Du\ côté\ de|De\ la\ part\ de|Bei(?:\ der)?|Seitens|Quant\ à|Por\ parte\ de)\ (?:la\ )?$", re.I)
#: "il presidente di X", "le patron de X": towns have mayors.
_POST_OF = re.compile(r"\b(?:présidente?|président|directeur|directrice|patronn?e?|PDG|président[ea]|presidente|president[ea]|director(?:a)?|diretor(?:a)?|direttore|direttrice|consejer[oa] delegad[oa]|amministrat\w+ delegat\w+|ad|gerente|titolare|porte-parole|portavoz|portavoce|porta-voz|Chef(?:in)?|Sprecher(?:in)?) (?:de|di|da|do|von)\ $", re.I)
#: "Secca la smentita di X:", "démenti de X": whose answer it is.
_ANSWER_OF = re.compile(r"\b(?:smentita|replica|démenti|desmentido|Dementi|resposta|respuesta|risposta|réponse)\ (?:di|de|da|do|della|del|du|von|der)\ $", re.I)
#: "X et Y ont décliné": both are asked.
_WITH = re.compile(r"\ (?:et|und|y|e)\ [A-ZÀ-Þ][\w'-]+(?:\ [A-ZÀ-Þ][\w'-]+)?\ (?:ont\ |hanno\ |han\ |haben\ )?")
#: Before the participle of a verb that declines.
_AUXILIARY = re.compile(r"(?:ont|a|ha|han|hanno|hat|haben)\ ")
#: "denied a goal": a participle alone says what was done to whom is named.
_DONE_TO = re.compile(r"\w+(?:at[oaie]|ad[oa]s?)", re.I)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found
