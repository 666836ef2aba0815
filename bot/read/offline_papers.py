"""What a company says in its own papers: press releases, filings, posts, petitions. Pure.

There the issuer speaks in every sentence. A statement is an answer only where the paper speaks of a report or rumour.
"""

from __future__ import annotations

import re

from bot.read.companies import ORGAN
from bot.read.lexicon import Lexicon
from bot.read.offline_cast import Name, first_person
from bot.read.offline_kinds import kind_of
from bot.read.offline_letters import Letter, signer
from bot.read.offline_page import Page, Unit, straight
from bot.read.reading import ResponseKind

PERIODIC = re.compile(
    r"\b(?:annual|financial|interim|half-year\w*|quarterly|directors'?|sustainability|audit\w*|auditors?'?|management|strategic|progress|current|remuneration|integrated|drilling|technical|activities|file a|"
    r"(?:date of|approving|signing|preparing|adopting|date of approval of)(?: \w+)? (?:this|the))\ reports?\b|\breport of the (?:directors|board|auditors?)\b|"
    r"\breport(?:s|ed|ing)? (?:\w+ ){0,3}(?:revenues?|sales|earnings|profits?|loss(?:es)?|income|turnover|results?|halves|half|quarters?|years?|growth|orders?|production|assays)\b|\breporting (?:period|date|currency|segments?|year)\b|"
    r"\b(?:press|media) (?:releases?|conferences?|contacts?|offices?|centres?|centers?|kits?|enquir\w+|inquir\w+|relations|room|pass\w*|day)\b|\b(?:trade|social) (?:press|media)\b|\bour (?:own |new )?stor(?:y|ies)\b|\b(?:media|press|journalists) (?:are|is) (?:\w+ )?invited\b|"
    r"\b(?:communiqué|contact|service|espace|dossier|conférence|attaché\w*|point|relations?) (?:de )?presse\b|\bla presse (?:est|sera|pourra) (?:\w+ )?(?:invitée|conviée|visiter)|"
    r"\bMedien(?:spiegel|preis|partner)\w*|\bPresse(?:stimmen|spiegel|kontakt|stelle|mitteilung|konferenz|sprecher\w*|bereich|abteilung|foto\w*|termin|gespräch|einladung)\w*|\bBerichts(?:jahr|zeitraum|periode|quartal)\w*|\b(?:[Ss]oziale\w* Medien|Medien(?:kontakt|anfragen|mitteilung|konferenz)\w*)|"
    r"\b(?:nota|sala|rueda|gabinete|oficina|departamento|contacto|jefe|encuentro)s? de prensa\b|\bla prensa (?:podrá|está)|\b(?:redes|medios) (?:sociales|de comunicación)\b|"
    r"\b(?:assessoria|sala|contatos?|contactos?|gabinete|nota|conferência|coletiva) (?:de|à|da) imprensa\b|\bmídias? socia\w+|"
    r"\b(?:ufficio|uffici|comunicat[oi]|conferenz[ae]|sala|contatti?|rassegna|addett[oa]) (?:per la )?stampa\b|\bpremi\w* (?:della|di) stampa|\b(?:della|la) stampa (?:agricola|specializzata|estera)|\bsocial media\b|"
    r"\bVeröffentlichung (?:einer|von) Insider\w+|報道関係者|報道機関各位|報道資料|보도 ?자료|媒体联系|媒體聯絡|信息披露(?:媒体|义务|管理|指定|事务)|指定(?:的)?(?:信息披露)?媒体",
    re.I,
)
#: Advice to the reader, and what holds only as far as the writer knows.
_BARE = re.compile(
    r"\b(?:if|should|please|whether|before|once|unless) (?:\w+ )?you\b|\byou (?:should|must|may|need|do not need|don't need|do not have to|are not|will not|won't|can|cannot|can't)\b|\byour (?:own |stock)?(?:risk|broker|advis[eo]r|receipt|money|account)\b|"
    r"\b(?:so|as) far as (?:\w+ ){1,4}(?:aware|know\w*|concerned)\b|\bto the best of\b",
    re.I,
)
#: The company speaks of what it said before; that takes it back rather than says it.
OUR_WORDS = re.compile(
    r"\b(?:our|its|earlier|previous)\ (?:\w+\ )?(?:statement|answer|denial|reply|response)|\b(?:notre|nos)\ (?:\w+\ )?(?:déclaration|réponse|démenti|communiqué)|\bunsere\w*\ (?:\w+\ )?(?:Aussage|Antwort|Mitteilung|Erklärung|Darstellung)|\bnuestra?\ (?:\w+\ )?(?:afirmación|declaración|respuesta|comunicado|desmentido)|\bnoss[ao]\ (?:\w+\ )?(?:afirmação|declaração|resposta|nota|desmentido)|\bnostra\ (?:\w+\ )?(?:dichiarazione|risposta|smentita|affermazione)|当社の(?:先の|以前の)?(?:説明|回答|発表)|旨[をの](?:記載|回答|公表|開示|説明|お知らせ)|我司此前|당사의? (?:이전|앞선)|旨(?:を|の)[^。]{0,8}(?:記載|公表|開示|回答|説明|発表)し|本件開示|(?:당시|앞선|기존|종전) (?:해명|공시|답변)|(?:此前|前次|原)(?:的)?(?:公告|声明|聲明|回应|回應)",
    re.I,
)
THEN = re.compile(
    r"\bat (?:the|that) time\b|\bback then\b|\bwhen the company\b|時点では|当時|à l'époque|damals|seinerzeit|entonces|en aquel|na época|na altura|naquele|all'epoca|allora|当时|당시",
    re.I,
)


#: What a report said is not what the company says.
_ALLEGED = re.compile(r"\b(?:claiming|alleging|suggesting|accusing|purporting|(?:which|that) (?:alleged?s?|claim(?:s|ed)|accuse[sd]?|suggest(?:s|ed)))\b[^.;,]*", re.I)


def speaks_of_reports(page: Page) -> bool:
    """Does the paper speak of a press report, a rumour or an allegation (its own annual report is none)?"""
    text = PERIODIC.sub(" ", straight(page.doc.title) + "\n" + page.plain)
    return bool(page.lex.report.search(text)) or (page.doc.kind == "social" and bool(GOING_ROUND.search(text))) or (page.doc.kind == "filing" and bool(_PRICES.search(text)))


#: Movements of the share price that an issuer is asked to explain.
_PRICES = re.compile(r"\b(?:oscilaç(?:ão|ões)|Kursbewegung\w*|Kursentwicklung|variations?\ (?:du|de)\ cours|évolution\ du\ cours|(?:évolution|variations?|mouvements?)\ (?:\w+\ )?(?:du|de)\ (?:cours|titre)|movimientos?\ (?:de|en)\ la\ cotización|comportamiento\ (?:\w+\ )?de\ (?:sus|las)\ acciones|share\ price\ (?:movement|rise|fall)s?|(?:rise|fall|increase|decrease|movements?)\ in\ (?:the|its)\ (?:\w+'s\ )?share\ price|andamento\ del\ titolo)\b", re.I)
#: What a company's post answers when it names no report.
GOING_ROUND = re.compile(
    r"\b(?:circul\w+|circol\w+|kursier\w*|verbreitet\w*|relay\w+|tourne|on\ lit|wir\ lesen|leggiamo|leemos|lemos|contrairement\ à|entgegen|contrariamente|al\ contrario\ de|démentons|dementieren|desmentimos|smentiamo|rumour\w*)\b|"
    r"\b(?:(?:been\ )?ask(?:ed|ing)\ (?:us\ |me\ )?(?:about|if|whether)|messages\ (?:about|over|on)|a\ lot\ of\ talk|(?:seen|read|heard|watched)\ (?:about\ )?(?:an?|the|some|that|those|in)\ (?:\w+\ )?(?:video|clip|film|story|stories|article|piece|newsletter|headlines?|papers?|news|post|posts|thread|photo|photos|column|rumou?rs?|report|reports|press|talk)|"
    r"(?:going|doing)\ (?:a?round|the\ rounds)|set(?:ting)?\ the\ record\ straight|written\ (?:in\ |to\ us\ )?about\ an?)\b|"
    r"\b(?:messages\ (?:sur|à\ propos|au\ sujet)|on\ nous\ (?:demande|interroge|écrit)|nous\ (?:demandez|interrogez|demandent)|(?:avez|a)\ (?:lu|vu\ passer|entendu)|on\ (?:vous\ )?répond|il\ se\ dit|on\ raconte|mise\ au\ point)\b|"
    r"\b(?:werden\ wir\ (?:\w+\ ){0,2}gefragt|fragt\ ihr|Nachrichten\ (?:zu|zum|zur|über|wegen)|gefragt,?\ ob|habt\ (?:\w+\ ){0,6}(?:gelesen|gehört|gefragt)|haben\ (?:\w+\ ){0,6}(?:gefragt,\ ob|gelesen)|Klarstellung|Richtigstellung|stellen\ klar)\b|"
    r"\b(?:nos\ (?:habéis|han|estáis|están)\ pregunta\w+|nos\ pregunt\w+|mensajes\ (?:sobre|por)|se\ (?:cuenta|dice|rumorea)|(?:habéis|han)\ (?:leído|visto|oído)|queremos\ aclarar)\b|"
    r"\b(?:pergunt\w+\ (?:se|sobre)|mensagens\ sobre|(?:vocês|muitos)\ (?:viram|leram|ouviram)|o\ que\ se\ diz|andam\ dizendo|esclarecer\ (?:que|uma))\b|"
    r"\b(?:ci\ (?:state|stanno)\ (?:scrivendo|chiedendo)|ci\ chied\w+|messaggi\ (?:su|sul|sulla|per)|(?:avete|avrete)\ (?:letto|visto|sentito)|si\ dice)\b|"
    r"^(?:Non|Nein|No|Não),\ |(?:投稿|書き込み)(?:が|を)|(?:帖子|帖文)(?:称|说)|글이 (?:올라|퍼지|돌)",
    re.I | re.M,
)
#: "We deny", "X dément": the issuer itself denies.
_WE_DENY = re.compile(r"\b(?:démentons|dément|dementieren|dementiert|desmentimos|desmiente|negamos|niega|smentiamo|smentisce|desmente|repudia|rejeita|rechaza|rechazamos|respinge|respingiamo|weist)\b", re.I)
_WE_CONFIRM = re.compile(r"\b(?:a|avons|ont) bien (?:reçu|eu|été|engagé)\b|\b(?:bestätigt|confirme|confirma|conferma)\b[^.;]{0,80}?(?:\b(?:dass|que|che)\b|\b(?:Gespräche|discussions|négociations|negociaciones|conversaciones|trattative|negociações|conversas)\b)", re.I)

#: What an issuer that is asked about a deal confirms; meetings and dividends it confirms as a matter of course.
_TALKS = re.compile(r"\b(?:talks|discussions?|negotiations?|négociations?|Gespräch\w*|Verhandlung\w*|negociaciones|conversaciones|negociações|conversas|trattative|bien reçu)\b", re.I)


def statement(page: Page, number: int, issuer: Name, letter: Letter | None = None) -> ResponseKind | None:
    """The kind of answer that a sentence of the issuer's own is, or None. `letter`: the letter in which it stands."""
    lex, doc, unit = page.lex, page.doc, page.units[number]
    end = goes_on(page, number) if _elliptic(page, unit) else unit.end
    if _elliptic(page, unit) and end == unit.end and len(page.plain[unit.start : end].split()) < 2:
        return None  # a bare "No." to one of several questions
    words = _UNSURE.sub(" ", _ALLEGED.sub(" ", page.plain[unit.start : end]))
    cited = lex.cjk and bool(unit.speech) and bool(lex.report.search(unit.frame) or GOING_ROUND.search(unit.frame))
    if cited:
        words = unit.frame  # the report is quoted, what follows is the issuer's
    if lex.cjk:
        if _AS_REPORTED.search(words):
            return None
        words = _CALLED.sub("__", words)
    opens = _opens_with_report(page, letter)
    if doc.kind == "court" or (unit.speech and not cited) or words.endswith(("?", "？")) or not (opens or speaks_of_reports(page)):
        return None
    if OUR_WORDS.search(words) or _ROUTINE.search(words) or THEN.search(words) or _BARE.search(words):
        return None
    if _NOTICE.search(doc.title) and not lex.report.search(doc.title):
        return None
    personal = doc.kind == "social" or letter is not None
    told = bool(lex.report.search(PERIODIC.sub(" ", words))) or (personal and bool(GOING_ROUND.search(words)))
    asked = opens and doc.kind in ("filing", "press_release") and _TALKS.search(words)
    if (told or asked) and _WE_CONFIRM.search(words) and not lex.patterns["not"].search(words) and _names_itself(words, issuer, lex):
        return "confirmation"
    stated = words[m.end() :] if not lex.cjk and (m := _LED_UP.match(words)) and lex.report.search(m.group()) else words
    kind = kind_of(stated, lex, denied=(told and bool(_WE_DENY.search(words))) or (first_person(words) and bool(lex.deny.search(words))), against=told or opens)
    if kind in ("undecided", "unaware", "time_bound_denial"):
        return kind if told or opens else None
    if kind in (None, "flat_denial") and personal and _EVERY.search(words) and _names_itself(words, issuer, lex) and _told_before(page, unit, personal):
        return "flat_denial"
    if kind == "non_denial":
        return kind if told and first_person(words) and lex.attack.search(lex.report.sub(" ", words)) else None
    if kind not in ("flat_denial", "specific_denial"):
        return None
    if personal or doc.kind == "press_release":
        kind = "time_bound_denial" if _TODAY.search(stated) else kind
    if lex.false.search(words) or (told and _WE_DENY.search(words)):
        itself = told or _names_itself(words, issuer, lex)
        return kind if itself or (kind != "specific_denial" and (opens or personal)) else None
    if _ASIDE.search(words):
        return None
    if (personal or told or opens) and _TAKES_UP.match(words) and _told_before(page, unit, personal) and lex.patterns["not"].search(_CLAUSE.split(words)[0]):
        return kind
    reached = personal or _asks(doc.title, lex) or _follows_report(page, unit)
    itself = _negates_itself(words, issuer, lex) or (lex.cjk and doc.kind != "filing" and bool(lex.hold.search(words))) or (_carries_on(page, number, issuer) and bool(lex.patterns["not"].search(_CLAUSE.split(words)[0])))
    return kind if opens and reached and itself else None


#: The subject of the sentence before, in a filing.
_IT = re.compile(r"(?:it|they|elle|il|sie|ella|ela|essa) ", re.I)


def _carries_on(page: Page, number: int, issuer: Name) -> bool:
    """Does a sentence of a filing go on about the issuer, of which the one before speaks ("It has received no offer")?"""
    unit, before = page.units[number], page.units[number - 1]
    if page.doc.kind != "filing" or not number or before.para != unit.para or not _IT.match(page.plain, unit.start):
        return False
    words = page.plain[before.start : before.end]
    return bool(_BODY.match(words)) or words.startswith(tuple(issuer.forms))


#: What may come of it is no denial: "discussions which may or may not lead to an offer".
_UNSURE = re.compile(r"\bmay or may not\b|(?:there (?:can|is) (?:be )?)?no (?:certainty|assurance|guarantee)\b[^.;]*|\bsans (?:aucune )?(?:garantie|certitude)\b[^.;]*|\bohne Gewähr\b|\bsin (?:que exista )?(?:garantía|certeza)\b[^.;]*|\bsem (?:garantia|certeza)\b[^.;]*", re.I)
#: "We do not use it today": so it is now.
_TODAY = re.compile(r"\b(?:today|heute|aujourd'hui|hoy|hoje|oggi)\W*$", re.I)
#: What holds without exception denies what was reported: "we have met every payment".
_EVERY = re.compile(r"\b(?:every|each|all (?:of )?(?:our|its)|chaque|tou(?:s|tes) (?:nos|les|ses)|jede[rns]?|alle unsere\w*|sämtliche\w*|cada|tod[oa]s (?:nuestr[oa]s|los|las|os|as|noss[oa]s)|ogni|tutt[ei] (?:i|le|gli))\b", re.I)
#: Recalls and prizes answer nobody, whatever they say is not so.
_NOTICE = re.compile(
    r"\b(?:recalls?|recalling|safety notice|awards?|awarded|wins)\b|\b(?:rappel (?:de|du|des)|Rückruf\w*|ruft\b.{0,60}\bzurück|retirada|alerta de segurança|recolhe|richiam[oa]|ritira)\b|\b(?:prix|Auszeichnung|ausgezeichnet|premios?|prêmios?|premi\w* (?:a|di|della))\b|"
    r"(?:自主)?回収|リコール|召回|리콜|회수|受賞|获奖|荣获|榮獲|수상",
    re.I,
)
#: "It is not.", "She did not": a sentence that takes up the one before.
_TAKES_UP = re.compile(
    r"(?:it|they|she|he|that|this|these|we|you|no\b[.,]|c'|ce|cela|ceci|il|elle|ils|elles|non\b[.,]|das|dies|es|er|sie|nein\b[.,]|eso|esto|no (?:lo|la|es|son|ha|se|está)|é|isso|isto|não (?:é|foi|há|vai)|ciò|questo|non (?:è|lo|ha|sono))(?:\b|(?<='))",
    re.I,
)


def _told_before(page: Page, unit: Unit, personal: bool) -> bool:
    """Does the sentence before, in the same paragraph, tell what is reported or asked?"""
    a, _ = page.paras[unit.para]
    before = page.plain[a : unit.start]
    return bool(page.lex.report.search(PERIODIC.sub(" ", before)) or (personal and (GOING_ROUND.search(before) or _WRITES.search(before))))


#: "Your columnist writes that", "Sie schreiben": a letter says what it answers.
_WRITES = re.compile(
    r"\byour (?:\w+ ){0,2}(?:writes?|wrote|says?|said|states?|reports?|reported|claims?|article|front page|page|piece|paper|programme|newspaper|correspondent|columnist|reporter|publication|issue|edition)\b|\byou (?:write|wrote|say|state|claim|report|published)\b|"
    r"\b(?:votre (?:article|journal|édition|chroniqueu\w+|journaliste|reportage|une)|vous (?:écri\w+|affirm\w+|publi\w+)|Sie (?:schreiben|schrieben|behaupten|berichten)|Ihr\w* (?:Artikel|Beitrag|Bericht|Zeitung|Ausgabe|Blatt|Autor)|"
    r"su (?:artículo|diario|periódico|edición|columnista)|ustedes (?:public|afirm|escrib)\w+|(?:seu|vosso) (?:jornal|artigo|colunista)|(?:vostro|suo) (?:articolo|giornale|cronista)|(?:suo|vostro) giornale|leggo (?:su|che)\w*|voi (?:scrivete|affermate)|il giornale scrive|newsletter (?:says|writes|claims|has it))\b|"
    r"貴紙|貴誌|貴社(?:の)?(?:記事|報道)|贵报|贵刊|贵社|귀지|귀 ?신문|귀사(?:의)? (?:기사|보도)",
    re.I,
)


def _names_itself(words: str, issuer: Name, lex: Lexicon) -> bool:
    return first_person(words) or any(f in words for f in issuer.forms) or bool(lex.firm.search(words))


#: Behind this, another clause than the first begins.
_CLAUSE = re.compile(r"[,;:]\ |[，；]")
#: What numbers a sentence: "2/5", "(b)", "3."
_NUMBERED = re.compile(r"\s*(?:\d{1,2}/\d{0,2}|[(（]?(?:\d{1,2}|[a-z一二三四五六七八九十])[)）.、]|[•*-])\s*")
#: "No garment of ours", "There is no horse": the sentence begins with what there is not.
_NONE = re.compile(
    r"(?:(?:there(?:'s| is| are| was| were| has been| have been) )?(?:no|not (?:a|an|one|any)|none|nobody|nothing|neither)\b|there (?:isn't|aren't|wasn't|weren't)\b|(?:il n'y a (?:pas|aucun|jamais)|aucune?|pas une?|nul(?:le)?|personne|rien|ni)\b|"
    r"(?:es gibt (?:kein|nicht)\w*|kein\w*|nicht ein\w*|niemand\w*|nichts|weder)\b|(?:no hay|ning[uú]n\w*|ni un\w*|nadie|nada)\b|(?:não há|nenhum\w*|nem um\w*|ninguém|nada)\b|(?:non (?:c'è|ci sono)|nessun\w*|niente|nulla)\b)",
    re.I,
)
#: How formal papers lead up to what they state: "The Board confirms that", "precisa que".
_LED_UP = re.compile(
    r".{0,220}?\b(?:confirms?|clarif(?:y|ies)|states?|emphasi[sz]es?|(?:makes? (?:it )?)?clear|reiterates?|informs?|advises?|wish(?:es)? to \w+|précise|confirme|indique|rappelle|informe|tient à \w+|stellt (?:\w+ ){0,2}(?:fest|klar)|teilt mit|erklärt|weist darauf hin|"
    r"comunica|informa|aclara|precisa|manifiesta|esclarece|afirma|reitera|confirma|conferma|rende noto|ribadisce|dichiara)\b[^,;:]{0,40}?(?:,? (?:that|dass|qu'|que|che)\b ?|[:,] )(?:the |la |le |l'|die |der |il |el |a |o )?",
    re.I | re.S,
)


def _negates_itself(words: str, issuer: Name, lex: Lexicon) -> bool:
    """Is it the issuer, or what it makes or owns, of which the sentence's first clause denies something?"""
    if lex.cjk:
        return first_person(words) or (_names_itself(words, issuer, lex) and bool(lex.plan.search(words)))
    words = words[m.end() :] if (m := _NUMBERED.match(words)) else words
    led_up = _LED_UP.match(words)
    if led_up:
        words = words[led_up.end() :]
    if _NONE.match(words):
        return True
    if led_up and _TAKES_UP.match(words):
        return bool(lex.patterns["not"].search(_CLAUSE.split(words)[0]))
    clause = next((c for c in _CLAUSE.split(words) if _names_itself(c, issuer, lex) or _BODY.match(c) or _THINGS.match(c) or _I.search(c)), "")
    return bool(lex.patterns["not"].search(_DESCRIBES.split(clause)[0]))


#: "A tariff that never came": what is described is not denied.
_DESCRIBES = re.compile(r"(?<=\ )(?:an?|any|some|every|each|those|all)\ (?:[\w-]+\ ){1,3}(?:that|which|who)\b", re.I)
#: The organs of the company, at the beginning of a sentence.
_BODY = re.compile(rf"(?:{ORGAN.pattern}|(?:the |our )?(?:directors?|managers?|group|company|registrant|issuer|corporation)|(?:la |le |l')?(?:société|groupe|direction)|(?:die )?(?:gesellschaft|geschäftsführung)|(?:la )?(?:sociedad|compañía|empresa)|(?:a )?(?:companhia|sociedade|empresa)|(?:la )?(?:società|azienda))\b", re.I)
#: What it makes or runs, at the beginning of a sentence.
_THINGS = re.compile(
    r"(?:the|this|le|la|l'|les|der|die|das|el|la|los|las|o|a|os|as|il|lo|i|gli)\ ?(?:\w+\ )?(?:works|plants?|factor(?:y|ies)|sites?|mine|pipeline|line|products?|ships?|fleet|kitchens?|trial|usines?|produits?|essai|ligne|Werk\w*|Anlage\w*|Fabrik\w*|Produkt\w*|planta|fábricas?|productos?|"
    r"produtos?|usina|linha|stabiliment[oi]|impiant[oi]|prodott[oi])\b",
    re.I,
)
#: Whoever signs a letter or memo speaks for the company.
_I = re.compile(r"\b(?:I|je|j'\w+|ich|yo|eu|io)\b")


def goes_on(page: Page, number: int) -> int:
    """Where an answer ends that the next sentences of its paragraph only repeat: "None in March. None now. Never." """
    unit = page.units[number]
    end = unit.end
    for following in page.units[number + 1 :]:
        words = page.plain[following.start : following.end]
        negated = page.lex.patterns["not"]
        repeats = len(words) <= _REPEATED and negated.match(words)
        spells_out = _elliptic(page, unit) and end == unit.end and negated.search(words)
        if following.para != unit.para or following.speech or not (repeats or spells_out):
            break
        end = following.end
    return end


def _elliptic(page: Page, unit: Unit) -> bool:
    """Does a sentence deny without saying what ("It is not.")?"""
    words = page.plain[unit.start : unit.end]
    return len(words.split()) <= _ELLIPTIC and not page.lex.cjk and bool(page.lex.patterns["not"].search(words))


#: So long is a sentence that only repeats a denial (characters).
_REPEATED = 90
#: And so long one that says no without saying to what (words).
_ELLIPTIC = 3


#: What a report is called before it is answered: "false information that is going round".
_CALLED = re.compile(r"(?:不实|不實|虚假|虛假|失实|失實)(?:的)?(?:信息|資訊|消息|传闻|傳聞|言论|言論|报道|報導)|(?:虚偽の?|誤った|事実と異なる|事実に反する|根拠のない)(?:情報|投稿|記事|報道|噂|うわさ)(?=が|を|の拡散|に)|(?:허위 ?사실|가짜 ?뉴스|허위 ?정보)(?= ?(?:을|를|의)? ?(?:유포|퍼|확산))")


#: A sentence that only tells what was reported.
_AS_REPORTED = re.compile(r"(?:とされて(?:い|お)|と報じ|旨の(?:記事|報道)|との(?:記事|報道))[^。]{0,20}(?:ます|ました|た|る)(?:が)?。?$|(?:보도|게재)(?:했|하였|한 바 있)습?니다\.?$|(?:报道称|報導稱|发布[^。]{0,40}一文)[^。]*。?$")


def _opens_with_report(page: Page, letter: Letter | None) -> bool:
    """Does the paper say in its title or first words what report, question or query it answers?"""
    start = letter.start if letter else 0
    head = PERIODIC.sub(" ", straight(page.doc.title) + "\n" + page.plain[start : start + OPENING])
    if page.lex.report.search(head) or _QUERY.search(head) or _PRICES.search(head) or (letter and _WRITES.search(head)):
        return True
    return (letter is not None or page.doc.kind in ("social", "press_release")) and bool(GOING_ROUND.search(head))


def _follows_report(page: Page, unit: Unit) -> bool:
    """Is the report named in the same paragraph, or in the one before, which opens the paper?"""
    a, _ = page.paras[max(0, unit.para - 1) if unit.para <= 2 else unit.para]
    return _asks(page.plain[a : unit.end], page.lex)


def _asks(words: str, lex: Lexicon) -> bool:
    """Do some words speak of a report, or of a question that an exchange put?"""
    return bool(lex.report.search(PERIODIC.sub(" ", words)) or _QUERY.search(words))


#: An exchange asks, and the paper answers.
_QUERY = re.compile(r"\b(?:query|queries|enquiry|inquiry|clarification|aware letter|questions? (?:put|raised|asked|received|from the exchange)|correct (?:a number of|some|several|the|certain) (?:points|errors|inaccurac\w+|statements)|notes? de esclarecimento|nota de esclarecimento|precisazione|mise au point|aclaración|Klarstellung|Richtigstellung|Gegendarstellung)\b|(?-i:\bResponse|\bresponds|\bResponds) to (?!(?:customer|demand|growing|the growing|consultation|strong)\b)|\bunusual (?:\w+ )?(?:price|trading|market|movement)\w*|\b(?:movements?|increase|decrease|rise|fall) in the (?:\w+ )?(?:share price|price (?:and|or) trading|price of|trading (?:price|volume))|Anfrage der|demande de (?:l'AMF|la Bourse)|requerimiento|ofício|richiesta (?:della|di) (?:Consob|Borsa)|照会|问询|問詢|(?:不尋常|不寻常|异常|異常)(?:之)?(?:波动|波動|变动|變動)|查詢|조회공시|요구|株価の(?:動き|変動)", re.I)
#: So much of a paper is its opening (characters).
OPENING = 450
#: What such papers add as a matter of course.
_ASIDE = re.compile(
    r"\bnothing to (?:worry|fear)\b|\bno (?:cause|reason|need) (?:for|to) (?:concern|worry|alarm|panic|be)\b|\bcomment(?:s|aires?|ary|i)?\b|Kommentar\w*|comentári\w+|comentari\w+|commenti\b|further (?:announcement|statement)s?|without the consent|not an offer\b|does not constitute|forward-looking|obligation to|forecast|outlook|guidance|prévisions|Prognose|previsiones|previsões|previsioni|業績予想|業績に与える|业绩预|전망|실적",
    re.I,
)


#: What every account or prospectus says.
_ROUTINE = re.compile(r"\bmaterial (?:uncertaint|legal proceeding|litigation)|\bgoing concern\b", re.I)


#: The board itself announces.
_BOARD = re.compile(r"\bThe (?:Board|Directors)\b(?: of [A-Z]| confirms?| notes?| announces?| has| have| is| are|$)")


def speaker(page: Page, kind: ResponseKind, letter: Letter | None = None) -> str:
    """How the speaker of the company's own paper is called: who signs a letter or post, else the company."""
    form = "letter" if letter and not letter.staff else "internal memo" if letter else "company account" if page.doc.kind == "social" else "statement"
    if (letter or page.doc.kind in ("social", "press_release")) and (name := signer(page, letter.signed[0] if letter else page.paras[-1][0])):
        return f"{name} ({form})"
    if page.doc.kind == "filing" and kind != "confirmation" and (name := signer(page, page.paras[-1][0])):
        return f"{name} (exchange filing)"
    if page.doc.kind == "filing":
        return "the Board (exchange announcement)" if _BOARD.search(page.plain) else "the company (exchange filing)"
    return "the company (court filing)" if page.doc.kind == "court" else "the company (statement)"
