"""What a company says in its own papers: press releases, filings, posts, petitions. Pure.

There the issuer speaks in every sentence. A statement is an answer only where the paper speaks of a report or rumour;
an announcement that dates the matter back, or takes an earlier answer back, admits it.
"""

from __future__ import annotations

import re

from bot.read.offline_cast import Name, first_person
from bot.read.offline_kinds import kind_of
from bot.read.offline_page import Page, Unit, straight
from bot.read.reading import ResponseKind

_MONTH = r"(?:jan(?:v|u|ner|eiro)|feb|fév|fev|mar[sçz]|mär|apr|avr|abr|mai\b|may\b|mag|maio|jun|juin|giu|jul|juil|lug|aug|aoû|ago|sep|set|oct|okt|out|ott|nov|dez|déc|dec|dic)[^\W\d]*"
#: A day, month or stretch of time in the past.
_DATED = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th|er)?\.?\ (?:de\ )?{_MONTH}|\b{_MONTH}\ (?:de\ )?(?:\d{{1,2}},?\ )?(?:19|20)\d\d|\b(?:since|until|in|between|seit|depuis|desde|dal|entre)\ (?:the\ (?:beginning|start|end)\ of\ |le\ |el\ |il\ )?(?:(?:early|mid|late)[ -])?{_MONTH}\b|"
    r"\b(?:\w+|\d+)\ (?:weeks?|months?|hours|days)\ (?:later|earlier|before|ago)|\bfor\ (?:\d+|\w+)\ (?:hours|days|weeks|months)\b|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}월(?:\s?\d{1,2}일)?",
    re.I,
)
PERIODIC = re.compile(r"\b(?:annual|financial|interim|half-year\w*|quarterly|directors'?|sustainability|audit\w*|auditors?'?|management|strategic|progress|file a|(?:date of|approving|signing|preparing|adopting|date of approval of)(?: \w+)? (?:this|the))\ reports?\b|\breport of the (?:directors|board|auditors?)\b|\breport(?:s|ed|ing)? (?:\w+ ){0,3}(?:revenues?|sales|earnings|profits?|loss(?:es)?|income|turnover|results?)\b", re.I)
_PLEA = re.compile(r"\bpleaded guilty\b|plaidé coupable|schuldig bekannt|se declaró culpable|declarou-se culpad|dichiarat\w+ colpevole|認め、?有罪|认罪|유죄를 인정", re.I)
_BARE = re.compile(r"\b(?:you|your)\b|\b(?:so|as) far as\b|\bto the best of\b", re.I)
_OWNS_UP = re.compile(
    r"\bconfirms? that (?:it|the (?:company|group|board)|discussions|talks)\ (?:(?:has|have) (?:received|been (?:approached|in)|entered)|(?:is|are) (?:in|considering|exploring|evaluating|reviewing|engaged|taking place|ongoing|under way))|\b(?:pleaded guilty|(?:no era|ne era|n'était pas|não era|non era|war nicht) (?:correct|richtig|exact|corret|corrett)\w*|pedimos disculpas|wir bedauern|nous regrettons|admits?|admitted|acknowledges?|accepts? that|(?:earlier|previous|our) (?:statement|answer|denial|reply)[^.]{0,60}\b(?:was wrong|wrong|incorrect|did not|not reflect|inaccurate)|were under way when|reconnaît|räumt\w*[^.]{0,50}ein\b|eingeräumt|reconoce|admite|reconhece|ammette|riconosce)|認めました|认错|承认|承認|인정(?:합니다|했습니다)",
    re.I,
)
#: The company speaks of what it said before; that takes it back rather than says it.
_OUR_WORDS = re.compile(
    r"\b(?:our|its|earlier|previous)\ (?:\w+\ )?(?:statement|answer|denial|reply|response)|\b(?:notre|nos)\ (?:\w+\ )?(?:déclaration|réponse|démenti|communiqué)|\bunsere\w*\ (?:\w+\ )?(?:Aussage|Antwort|Mitteilung|Erklärung|Darstellung)|\bnuestra?\ (?:\w+\ )?(?:afirmación|declaración|respuesta|comunicado|desmentido)|\bnoss[ao]\ (?:\w+\ )?(?:afirmação|declaração|resposta|nota|desmentido)|\bnostra\ (?:\w+\ )?(?:dichiarazione|risposta|smentita|affermazione)|当社の(?:先の|以前の)?(?:説明|回答|発表)|我司此前|당사의? (?:이전|앞선)|旨(?:を|の)[^。]{0,8}(?:記載|公表|開示|回答|説明|発表)し|本件開示|(?:당시|앞선|기존|종전) (?:해명|공시|답변)|(?:此前|前次|原)(?:的)?(?:公告|声明|聲明|回应|回應)",
    re.I,
)
_COMMENCED = re.compile(
    r"\b(?:commenced|began|begun|started|received|submitted|established that|held|met on|requested|applied for|pleaded guilty|contained?|contenían|has been (?:in|advised|negotiating|working|engaged)|have been (?:in|negotiating)|was (?:first )?(?:approached|informed|notified|adopted|taken|approved|discharged|made aware)|had (?:copied|been|begun|started)|engaged on|appointed|discussions? (?:with|between)|"
    r"adoptada|aprobó|recibió|inició|iniciaron|adotada|recebeu|iniciou|foi tomada|adottata|ricevuto|avviat\w+|approvat\w+|commencé|reçu|engagé\w*|adoptée|begonnen|erhalten|aufgenommen|beschlossen)\b|受領|開始し|協議を|付与|已于|收到|접수|개시|승인|선정|체결|착수|결의",
    re.I,
)
_THEN = re.compile(
    r"\bat (?:the|that) time\b|\bback then\b|\bwhen the company\b|時点では|当時|à l'époque|damals|seinerzeit|entonces|en aquel|na época|na altura|naquele|all'epoca|allora|当时|당시",
    re.I,
)


#: What a report said is not what the company says.
_ALLEGED = re.compile(r"\b(?:claiming|alleging|suggesting|accusing|purporting|(?:which|that) (?:alleged?s?|claim(?:s|ed)|accuse[sd]?|suggest(?:s|ed)))\b[^.;,]*", re.I)


def speaks_of_reports(page: Page) -> bool:
    """Does the paper speak of a press report, a rumour or an allegation (its own annual report is none)?"""
    text = PERIODIC.sub(" ", straight(page.doc.title) + "\n" + page.plain)
    return bool(page.lex.report.search(text)) or (page.doc.kind == "social" and bool(_GOING_ROUND.search(text))) or (page.doc.kind == "filing" and bool(_PRICES.search(text)))


#: Movements of the share price that an issuer is asked to explain.
_PRICES = re.compile(r"\b(?:oscilaç(?:ão|ões)|Kursbewegung\w*|Kursentwicklung|variations?\ (?:du|de)\ cours|évolution\ du\ cours|movimientos?\ (?:de|en)\ la\ cotización|andamento\ del\ titolo)\b", re.I)
#: What a company's post answers when it names no report.
_GOING_ROUND = re.compile(
    r"\b(?:circul\w+|circol\w+|kursier\w*|verbreitet\w*|relay\w+|tourne|on\ lit|wir\ lesen|leggiamo|leemos|lemos|contrairement\ à|entgegen|contrariamente|al\ contrario\ de|démentons|dementieren|desmentimos|smentiamo|rumour\w*)\b|"
    r"^(?:Non|Nein|No|Não),\ ",
    re.I | re.M,
)
#: "We deny", "X dément": the issuer itself denies.
_WE_DENY = re.compile(r"\b(?:démentons|dément|dementieren|dementiert|desmentimos|desmiente|negamos|niega|smentiamo|smentisce|desmente|repudia|rejeita|rechaza|rechazamos|respinge|respingiamo|weist)\b", re.I)
_WE_CONFIRM = re.compile(r"\b(?:bestätigt|confirme|confirma|conferma)\b[^.;]{0,80}?(?:\b(?:dass|que|che)\b|\b(?:Gespräche|discussions|négociations|negociaciones|conversaciones|trattative|negociações|conversas)\b)", re.I)


def statement(page: Page, unit: Unit, issuer: Name) -> ResponseKind | None:
    """The kind of answer that a sentence of the issuer's own is, or None."""
    lex, doc = page.lex, page.doc
    words = _ALLEGED.sub(" ", page.plain[unit.start : unit.end])
    cited = lex.cjk and bool(unit.speech) and bool(lex.report.search(unit.frame))
    if cited:
        words = unit.frame  # the report is quoted, what follows is the issuer's
    if lex.cjk:
        words = _CALLED.sub("__", words)
    if doc.kind == "court" or (unit.speech and not cited) or words.endswith(("?", "？")) or not (speaks_of_reports(page) or _opens_with_report(page)):
        return None
    if _OUR_WORDS.search(words) or _ROUTINE.search(words) or _THEN.search(words) or _BARE.search(words):
        return None
    social = doc.kind == "social"
    told = bool(lex.report.search(PERIODIC.sub(" ", words))) or (social and bool(_GOING_ROUND.search(words)))
    answering = told or _opens_with_report(page) or social
    if told and _WE_CONFIRM.search(words) and not lex.patterns["not"].search(words) and any(f in words for f in issuer.forms):
        return "confirmation"
    kind = kind_of(words, lex, denied=(told and bool(_WE_DENY.search(words))) or (first_person(words) and bool(lex.deny.search(words))), against=answering)
    if kind in ("undecided", "unaware", "time_bound_denial"):
        return kind if answering else None
    false = bool(lex.false.search(words))
    mine = first_person(words) or told or any(f in words for f in issuer.forms) or bool(lex.firm.search(words))
    if kind == "non_denial":
        return kind if told and first_person(words) and lex.attack.search(lex.report.sub(" ", words)) else None
    if kind == "flat_denial":
        titled = bool(lex.report.search(PERIODIC.sub(" ", doc.title)))
        if not false and _ASIDE.search(words):
            return None
        near = (first_person(words) and social) or (
            (titled or _follows_report(page, unit)) and (first_person(words) or (mine and bool(lex.plan.search(words) or _STATES.search(words))))
        )
        false = false or (told and bool(_WE_DENY.search(words)))
        return kind if false or near or (titled and mine and (first_person(words) or told or bool(lex.plan.search(words)))) else None
    if kind == "specific_denial":
        return kind if false and mine else None
    return None


#: What a report is called before it is answered: "false information that is going round".
_CALLED = re.compile(r"(?:不实|不實|虚假|虛假|失实|失實)(?:的)?(?:信息|資訊|消息|传闻|傳聞|言论|言論|报道|報導)|(?:虚偽の?|誤った|事実と異なる|事実に反する|根拠のない)(?:情報|投稿|記事|報道|噂|うわさ)(?=が|を|の拡散|に)|(?:허위 ?사실|가짜 ?뉴스|허위 ?정보)(?= ?(?:을|를|의)? ?(?:유포|퍼|확산))")


def _opens_with_report(page: Page) -> bool:
    """Does the paper say in its title or first words what report or query it answers?"""
    head = PERIODIC.sub(" ", straight(page.doc.title) + "\n" + page.plain[:_OPENING])
    return bool(page.lex.report.search(head) or _QUERY.search(head) or _PRICES.search(head))


def _follows_report(page: Page, unit: Unit) -> bool:
    """Is the report named in the same paragraph, or in the one before, which opens the paper?"""
    a, _ = page.paras[max(0, unit.para - 1) if unit.para <= 2 else unit.para]
    return bool(page.lex.report.search(PERIODIC.sub(" ", page.plain[a : unit.end])))


#: An exchange asks, and the paper answers.
_QUERY = re.compile(r"\b(?:query|queries|enquiry|inquiry|clarification)\b|\bunusual (?:\w+ )?(?:price|trading|market|movement)\w*|\b(?:movements?|increase|decrease|rise|fall) in the (?:\w+ )?(?:share price|price (?:and|or) trading|price of|trading (?:price|volume))|Anfrage der|demande de (?:l'AMF|la Bourse)|requerimiento|ofício|richiesta (?:della|di) (?:Consob|Borsa)|照会|问询|問詢|(?:不尋常|不寻常|异常|異常)(?:之)?(?:波动|波動|变动|變動)|查詢|조회공시|요구|株価の(?:動き|変動)", re.I)
#: So much of a paper is its opening (characters).
_OPENING = 450
#: What such papers add as a matter of course.
_ASIDE = re.compile(
    r"without the consent|not an offer\b|does not constitute|forward-looking|obligation to|forecast|outlook|guidance|prévisions|Prognose|previsiones|previsões|previsioni|業績予想|業績に与える|业绩预|전망|실적",
    re.I,
)


#: A paper puts it formally: "the Board confirms that it is not".
_STATES = re.compile(r"\b(?:confirms?|clarif(?:y|ies)|states?|emphasi[sz]es?|make (?:it )?clear|denies|reiterates?|confirmed|clarified|stated|reiterated|denied)\b", re.I)
#: What every account or prospectus says.
_ROUTINE = re.compile(r"\bmaterial (?:uncertaint|legal proceeding|litigation)|\bgoing concern\b", re.I)


def admission(page: Page) -> int | None:
    """The sentence in which an announcement admits what was reported: a dated beginning, or an answer taken back."""
    if _THEN.search(page.plain) and not _OWNS_UP.search(page.plain):
        return None  # it tells why things were otherwise when it was asked
    ranked = []
    for number, unit in enumerate(page.units):
        words = page.plain[unit.start : unit.end]
        if unit.speech or len(words) < 15 or _HEADER.match(words):
            continue
        back = bool(_OUR_WORDS.search(words))
        score = 0.9 * bool(_OWNS_UP.search(words)) + 1.0 * bool(_DATED.search(words)) + 1.2 * bool(_COMMENCED.search(words))
        if score >= 2.0 or _OWNS_UP.search(words):
            ranked.append((back, -score, number))
    return min(ranked)[2] if ranked else None


#: "Received: 19 February 2026": a line of the paper's head.
_HEADER = re.compile(r"[^.:：。]{2,28}[:：]\s*[^.。]{2,40}$")


def undisputed(words: str) -> bool:
    """Does a paper of somebody else's record that a company does not dispute what was found?"""
    return bool(_UNDISPUTED.search(words))


_UNDISPUTED = re.compile(
    r"\b(?:does|did|do) not (?:dispute|contest|challenge)|ne contest\w+ pas|n'a pas contesté|bestreitet (?:\w+ ){0,4}nicht|nicht bestritten|no (?:discute|impugna|cuestiona|ha impugnado)|não (?:contesta|contestou|impugnou)|"
    r"non (?:contesta|ha contestato)|争わない|争っていない|无异议|無異議|다투지 않",
    re.I,
)


def plea(words: str) -> bool:
    """Is a plea or an admission of guilt on record here?"""
    return bool(_PLEA.search(words))


def speaker(page: Page, kind: ResponseKind) -> str:
    """How the speaker of the company's own paper is called."""
    if page.doc.kind == "filing":
        return "the Board (exchange announcement)" if kind == "confirmation" else "the company (exchange filing)"
    return "the company (court filing)" if page.doc.kind == "court" else "the company (statement)"
