"""What a paper admits: what a review found that the company publishes, a beginning dated back, an answer taken back; and
what the record of an authority or a court says that a company admits. Pure.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.read.offline_page import Page, straight
from bot.read.offline_papers import OPENING, OUR_WORDS, THEN

_MONTH = r"(?:jan(?:v|u|ner|eiro)|feb|fév|fev|mar[sçz]|mär|apr|avr|abr|mai\b|may\b|mag|maio|jun|juin|giu|jul|juil|lug|aug|aoû|ago|sep|set|oct|okt|out|ott|nov|dez|déc|dec|dic)[^\W\d]*"
#: A day, month or stretch of time in the past.
_DATED = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th|er)?\.?\ (?:de\ )?{_MONTH}|\b{_MONTH}\ (?:de\ )?(?:\d{{1,2}},?\ )?(?:19|20)\d\d|\b(?:since|until|in|between|seit|depuis|desde|dal|entre)\ (?:the\ (?:beginning|start|end)\ of\ |le\ |el\ |il\ )?(?:(?:early|mid|late)[ -])?{_MONTH}\b|"
    r"\b(?:\w+|\d+)\ (?:weeks?|months?|hours|days)\ (?:later|earlier|before|ago)|\bfor\ (?:\d+|\w+)\ (?:hours|days|weeks|months)\b|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}월(?:\s?\d{1,2}일)?",
    re.I,
)
_PLEA = re.compile(r"\bpleaded guilty\b|plaidé coupable|schuldig bekannt|se declaró culpable|declarou-se culpad|dichiarat\w+ colpevole|認め、?有罪|认罪|유죄를 인정", re.I)
_OWNS_UP = re.compile(
    r"\bconfirms?(?:,[^,;.]{3,60},)? that (?:it|the (?:company|group|board)|discussions|talks)\ (?:(?:has|have) (?:received|been (?:approached|in)|entered)|(?:is|are) (?:currently |now )?(?:in|considering|exploring|evaluating|reviewing|engaged|taking place|ongoing|under way))|\b(?:pleaded guilty|(?:no era|ne era|n'était pas|não era|non era|war nicht) (?:correct|richtig|exact|corret|corrett)\w*|pedimos disculpas|wir bedauern|nous regrettons|(?<!not )(?<!never )(?:admits?|admitted)\b|acknowledges?|accepts? (?:that|(?:all |the |its |their |these |those )*(?:reviewers' |committee's )?(?:findings|conclusions|facts))|(?:earlier|previous|our) (?:statement|answer|denial|reply)[^.]{0,60}\b(?:was wrong|wrong|incorrect|did not|not reflect|inaccurate)|were under way when|reconnaît|räumt\w*[^.]{0,50}ein\b|eingeräumt|reconoce|admite|reconhece|ammette|riconosce)|認めました|认错|承认|承認|인정(?:합니다|했습니다)",
    re.I,
)
_COMMENCED = re.compile(
    r"\b(?:agreement dated|retained (?:on|in|since)|mandated (?:on|in)|contract dated|celebr(?:ou|ado|ó)|firm(?:ou|ó|ado)|contrat(?:ou|ó|ado)|conferit\w+|mandaté\w*|beauftragt|commenced|began|begun|started|received|submitted|established that|held|met on|requested|applied for|pleaded guilty|contained?|contenían|has been (?:in|advised|negotiating|working|engaged)|have been (?:in|negotiating)|was (?:first )?(?:approached|informed|notified|adopted|taken|approved|discharged|made aware)|had (?:copied|been|begun|started)|engaged on|appointed|discussions? (?:with|between)|"
    r"adoptada|aprobó|recibió|inició|iniciaron|adotada|recebeu|iniciou|foi tomada|adottata|ricevuto|avviat\w+|approvat\w+|commencé|reçu|engagé\w*|adoptée|begonnen|erhalten|aufgenommen|beschlossen)\b|受領|開始し|協議を|付与|已于|收到|접수|개시|승인|선정|체결|착수|결의|締結|委嘱|签署|签订|聘请|委任",
    re.I,
)


def admission(page: Page) -> int | None:
    """The sentence in which an announcement admits what was reported: what a review found that the company publishes, a
    beginning dated back, or an answer taken back."""
    if (found := _reviewed(page)) is not None:
        return found
    if (THEN.search(page.plain) or _nothing_before(page)) and not _OWNS_UP.search(page.plain):
        return None  # it tells why things were otherwise when it was asked
    ranked = []
    for number, unit in enumerate(page.units):
        words = page.plain[unit.start : unit.end]
        if unit.speech or len(words) < 15 or _HEADER.match(words) or _MATTER_OF_COURSE.search(words):
            continue
        back = bool(OUR_WORDS.search(words))
        dated = bool(_DATED.search(words)) and not _of_these_days(words, page)
        score = 0.9 * bool(_OWNS_UP.search(words)) + 1.0 * dated + 1.2 * bool(_COMMENCED.search(words))
        if score >= 2.0 or _OWNS_UP.search(words):
            ranked.append((back, -score, number))
    return min(ranked)[2] if ranked else None


def _nothing_before(page: Page) -> bool:
    """Does the paper say that there was nothing before the day it names?"""
    negated = page.lex.patterns["not"]
    return any(m and negated.search(page.plain, u.start, u.end) for u in page.units for m in [_BEFORE.search(page.plain, u.start, u.end)])


_BEFORE = re.compile(
    r"\b(?:before (?:that|this|then)\b|(?:earlier|prior|previous) (?:contacts?|talks|discussions?|decisions?|approach\w*|negotiations?|sample)|prior to (?:that|this)|until (?:that|then)|auparavant|avant (?:cette|ce|lors)|jusqu'alors|jusque-là|zuvor|davor|vorher|bis dahin|bis zu diesem|"
    r"antes de (?:esa|ese|esta|este|essa|esse)|hasta (?:entonces|esa|ese)|con anterioridad|até (?:então|essa|esse)|anteriormente|fino a (?:tale|quella|quel|allora)|prima di (?:allora|tale|quella|quel)|in precedenza)\b|それ(?:以前|まで)|同日以前|此前|在此之前|之前|그 ?(?:이전|전까지)|이전에는",
    re.I,
)


def _reviewed(page: Page) -> int | None:
    """The first finding of a review that the company had made and publishes; None where the paper is none."""
    head = straight(page.doc.title) + "\n" + page.plain[:OPENING]
    if not _REVIEW.search(head):
        return None
    under = False
    for number, unit in enumerate(page.units):
        words = page.plain[unit.start : unit.end]
        if _FOUND_HEADING.search(words) and len(words) < _HEADING:
            under = True
        elif _FINDS.search(words) or (under and len(words) > _HEADING and not OUR_WORDS.search(words)):
            return number
    return None


#: A company publishes what others looked into for it.
_REVIEW = re.compile(
    r"\b(?:independent|external|internal|special|audit committee|forensic)\b[^.\n]{0,40}\b(?:review|report|investigation|inquiry|committee)\b|\b(?:outcome|findings|results?|report) of (?:the |an? |its )?(?:\w+ ){0,3}(?:review|investigation|inquiry|committee)\b|"
    r"\b(?:enquête|revue|audit) (?:interne|indépendante?|externe)\b|\brapport (?:de la|du) (?:commission|comité) (?:d'enquête|spécial)|\b(?:interne|unabhängige|externe|Sonder)\w* ?(?:Untersuchung|Prüfung)\w*|Untersuchungsbericht|"
    r"\b(?:investigación|revisión|auditoría) (?:interna|independiente|externa)\b|\b(?:investigação|apuração|auditoria|revisão) (?:interna|independente|externa)\b|\b(?:indagine|verifica|revisione) (?:interna|indipendente|esterna)\b|"
    r"調査委員会|調査報告書|第三者委員会|调查委员会|調查委員會|调查报告|調查報告|内部调查|独立调查|특별조사|조사 ?보고서|진상조사|외부 ?조사",
    re.I,
)
#: "The reviewers conclude that": but not that there was nothing.
_FINDS = re.compile(
    r"\b(?:reviewers?|review|committee|investigat(?:ion|ors?)|inquiry|report|panel|auditors?|it|they) (?:has |have |also |further )*(?:found|finds?|concludes?|concluded|established|establishes|determined|identified|confirmed|confirms)\b(?! (?:that )?(?:no\b|neither|there (?:was|were|is|are) no|nothing))|"
    r"\b(?:enquête|rapport|commission|comité|audit)\b[^.]{0,30}\b(?:établi\w*|conclu\w*|constat\w*|relev\w*|révél\w*) (?:que|des|une?)\b|\b(?:Untersuchung|Prüfung|Prüfer|Bericht|Gutachten)\b[^.]{0,40}\b(?:ergab|ergeben|festgestellt|stellt\w* fest|kommt zu dem)|"
    r"\b(?:investigación|informe|comité|comisión|auditoría)\b[^.]{0,30}\b(?:conclu\w+|determin\w+|constat\w+|hall\w+|revel\w+) (?:que|una?)\b|\b(?:investigação|relatório|comitê|comissão|auditoria|apuração)\b[^.]{0,30}\b(?:conclu\w+|constat\w+|identific\w+|revel\w+|apurou) (?:que|uma?)\b|"
    r"\b(?:indagine|relazione|comitato|commissione|verifica)\b[^.]{0,30}\b(?:conclu\w+|accertat\w+|accerta|rilevat\w+|emers\w+|riscontrat\w+) (?:che|un[ao]?)\b",
    re.I,
)
#: "認定した事実": what was found stands below.
_FOUND_HEADING = re.compile(r"認定(?:された|した|し得た)?事実|判明した事実|調査(?:の)?結果|调查(?:结果|结论)|認定的?事實|认定的?事实|查明的?事实|조사 ?결과|확인된 ?사실|\b(?:Findings|Constats|Feststellungen|Hallazgos|Conclusiones|Constatações|Conclusões|Risultanze)\b")
#: So long is a heading at most (characters).
_HEADING = 24
#: What every company announces with a date: dividends, meetings, appointments to come.
_MATTER_OF_COURSE = re.compile(
    r"\backnowledg\w+ receipt\b|\breceipt (?:was|is|has been) acknowledged\b|\bdividend\w*|shareholders on the register|with effect from|\beffective (?:as of|from|on)\b|annual general meeting|\bdividendes?\b|Dividende\w*|Hauptversammlung|\bdividendos?\b|junta general|assembleia geral|\bdividendi?\b|assemblea degli azionisti|配当|株主総会の招集|股息|分红|股东大会|배당|주주총회",
    re.I,
)


def _of_these_days(words: str, page: Page) -> bool:
    """Is every full date of a sentence within a week of publication, or still to come? Then nothing is dated back."""
    days = [day for m in _FULL_DATE.finditer(words) if (day := _day(m))]
    return bool(days) and all(day > page.doc.published.date() - timedelta(days=7) for day in days)


_FULL_DATE = re.compile(
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\ (?:de\ )?(?P<m1>{_MONTH})\.?(?:,)?\ (?:de\ |del\ )?(?P<y1>20\d\d)|(?P<m2>{_MONTH})\.?\ (?P<d2>\d{{1,2}}),?\ (?P<y2>20\d\d)|"
    r"(?P<y3>20\d\d)\s?[年년]\s?(?P<m3>\d{1,2})\s?[月월]\s?(?P<d3>\d{1,2})\s?[日일]",
    re.I,
)
_MONTHS = (
    r"jan|gen|ene", r"f[eé][bv]", r"m[aä]r", r"a[pbv]r|avr", r"may|mai|mag", r"jun|juin|giu", r"jul|juil|lug", r"aug|aoû|ago", r"se[pt]", r"o[ckt]t|out", r"nov", r"d[eéi][czi]",
)  # fmt: skip


def _day(found: re.Match[str]) -> date | None:
    """The day that a date names, or None where there is no such day."""
    year, month, day = (next(found[k + n] for n in "123" if found[k + n]) for k in "ymd")
    number = int(month) if month.isdigit() else next((n for n, m in enumerate(_MONTHS, 1) if re.match(m, month, re.I)), 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


#: "Received: 19 February 2026": a line of the paper's head.
_HEADER = re.compile(r"[^.:：。]{2,28}[:：]\s*[^.。]{2,40}$")


def undisputed(words: str) -> bool:
    """Does a paper of somebody else's record that a company does not dispute what was found?"""
    return bool(_UNDISPUTED.search(words))


_UNDISPUTED = re.compile(
    r"\b(?:does|did|do) not (?:dispute|contest|challenge)|(?<!not )(?<!never )\b(?:accept(?:s|ed)|admit(?:s|ted)|acknowledge[sd]|conceded?s?) (?:the |these |those |all |its |their |that |this |most |in full )+(?:facts?|findings?|conclusions?|breach\w*|infringement\w*|failings?|contravention\w*|liability|violations?)|"
    r"(?:reconnaît|a reconnu|admet|a admis) (?:les|ces|que|avoir|l')|(?:räumt\w*\b[^.;]{0,60}\bein\b|(?:hat|haben)\b[^.;]{0,60}\b(?:eingeräumt|zugegeben))|(?:reconoce|reconoció|ha reconocido|admite|admitió|ha admitido) (?:los|que|haber|la)|(?:reconhece|reconheceu|admite|admitiu)(?:,| (?:os|que|ter|a)\b)|(?:riconosce|ha riconosciuto|ammette|ha ammesso) (?:i|gli|che|di|la)\b|"
    r"(?:事実|違反|内容)を(?:全面的に|すべて)?認め(?:た|て|ま)|(?:承认|承認)(?:上述|了|存在|违法|有关)|(?:사실|사실관계|위반|혐의|위법)(?: 내용| 사실)?[을를] (?:모두 |전부 |대체로 )?인정|ne contest\w+ pas|n'a pas contesté|bestreitet (?:\w+ ){0,4}nicht|nicht bestritten|no (?:discute|impugna|cuestiona|ha impugnado)|não (?:contesta|contestou|impugnou)|"
    r"non (?:contesta|ha contestato)|争わない|争っていない|无异议|無異議|다투지 않",
    re.I,
)


def plea(words: str) -> bool:
    """Is a plea or an admission of guilt on record here?"""
    return bool(_PLEA.search(words))
