"""The cheap question before reading: may this article carry an answer of a company, or a claim worth keeping? Pure.

It lets too much through rather than too little: what is held back is kept with its text, and read after all when a
denial comes that it bears on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.needles import Cue, lowered, there
from bot.read import forms, screen_english
from bot.read.lexicon import SUBJECT, Lexicon, lexicon
from bot.read.offline_cast import first_person
from bot.read.offline_eastern_frames import GOES_ROUND
from bot.read.offline_eastern_words import plain_word
from bot.read.offline_letters import opens_a_letter
from bot.read.offline_page import straight
from bot.read.offline_papers import GOING_ROUND, PERIODIC
from bot.read.reading import Document

#: What companies and authorities put out that can bear on a matter: deals, closures, recalls, incidents, penalties.
_MATERIAL = re.compile(
    r"\b(?:acqui(?:re|res|red|sition)|dispos(?:al|es)|merger|take-?over|sale of|sell(?:s|ing)? (?:its|the)|divest\w*|clos(?:e|es|ure|ing) (?:of |its |the )?\w*\s?(?:plant|factory|site|mill|shop|store|office|works|facilit)\w*|recall\w*|incident|breach\w*|penalt\w+|fine[ds]?\b|investigat\w+|inquiry|inspect\w+|insolven\w+|bankrupt\w*|creditors|restructur\w*|redundanc\w+|layoffs?|job cuts|restat\w+|settlement|agreement to|inside information|clarification|clarif\w+|withdraw\w*|suspend\w*|leak\w*|discharg\w*|contaminat\w*|outage|unauthori[sz]ed|steps? down|stands? down|resign\w*|ransom\w*|renam\w+|partnership|contract (?:with|for)|signed|sanction\w*|embargo\w*|licen[cs]e|emission\w*|spill\w*|toxic|defect\w*|injur\w+|fire\b|price (?:change|increase|rise)s?|new prices|petition|affidavit|enforcement|notice of|finding\w*|tests?\b.{0,60}\bfound)\b|"
    r"\b(?:cession|rachat|fusion|fermeture|licenciement\w*|suppression\w* d|suppression\w* de poste|rappel\b|réorganisation|enquête|sanction\w*|amende|redressement|démission\w*|acquisition|information privilégiée|"
    r"Insiderinformation|Ad-hoc|Übernahme|Verkauf|Fusion|Schließung|Stilllegung|stillgelegt|Rückruf\w*|Bußgeld|Ermittlung\w*|Insolvenz\w*|scheidet aus|Stellenabbau|Umfirmierung|firmiert|umbenannt|Durchsuchung\w*|Stellungnahme|"
    r"adquisición|venta de|cierre|despido\w*|retirada|sanción|multa|investigación|concurso de acreedores|hecho relevante|información privilegiada|fusión|reorganiza\w*|cesa\w*|"
    r"aquisição|venda d|encerramento|demiss\w+|recolha|recuperação judicial|fato relevante|inquérito|investigação|fusão|cessão|contraordenação|"
    r"acquisizione|cessione|vendita|chiusura|licenziament\w*|richiamo|sanzion\w*|indagin\w*|inchiesta|concordato|fusione)\b|"
    r"譲渡|買収|合併|閉鎖|撤退|回収|リコール|行政処分|措置命令|不正|調査結果|一部報道|報道について|偽装|産地|検査結果|売却|移転登記|異動.{0,4}株式|収購|收购|出售|召回|处罚|处理决定|停产|关闭|澄清|声明|合并|转让|通告|责令|인수|매각|합병|폐쇄|리콜|과징금|제재|조회공시|풍문|양수도|해명|사고",
    re.I,
)
#: Company papers that come by the dozen and answer nothing: posts filled, products launched, meetings held.
_ROUTINE = re.compile(
    r"\b(?:appoint(?:s|ed|ment)|names .{0,40}\bas\b|joins (?:the )?board|new (?:chief|head|director)|launch(?:es|ed)?|unveil\w*|introduc\w+|opens?\b|celebrat\w+|anniversary|planning|permits?\b|notice of decision|"
    r"award(?:s|ed)|sponsor\w*|annual general meeting|directors'? report|annual report|agm|dividend|statistic\w*|range|store|festiv\w*|charity|nomm\w+|nomination|lance\b|inaugur\w+|ouvre\b|fêt\w+|dividende|"
    r"ernennt|berufen|neue[rsmn]? (?:chef|vorstand|joghurt|sorte)\w*|stellt .{0,30} vor|eröffnet|jubiläum|dividende|nombra\w*|lanza|presenta|inaugura|abre\b|dividendo|nomeia|lança|apresenta|abre\b|nomina\b|lancia|presenta|inaugura|apre\b)|"
    r"人事|代表取締役の異動|役員の異動|発売|新商品|開店|配当|株主総会|任命|开业|上市新品|新品|分红|股东大会决议|周年|선임|출시|개점|배당|주주총회|취임",
    re.I,
)
#: What a court's paper must be to show facts: sworn words, a petition, a plea, a finding. Orders on motions show none.
_SHOWS = re.compile(
    r"affidavit|witness statement|sworn|petition\b|pleaded|findings? of fact|the (?:court|tribunal) finds|statement of (?:case|claim|facts)|déclaration sous serment|requête|constate|"
    r"eidesstattlich|antrag auf eröffnung|stellt(?:e)? fest|insolvenz|declaraci[óo]n jurada|demanda\b|hechos probados|concurso|declaraç[ãa]o|petição|provado|dichiarazione giurata|ricorso|accert|"
    r"陳述書|申立|認定|判明|证人|陈述|查明|裁决|进술|진술|신청서|인정",
    re.I,
)
#: What customers are asked to pay, or a board decided on a day, is news for a matter, even in a launch.
_PRICES = re.compile(r"\b(?:by the board on \d+|fees?|fares?|surcharges?|prices?|prix|tarifs?|Preise?|Gebühr\w*|precios?|tarifas?|preços?|prezz[oi]|tariff[ae])\b|値上げ|料金|涨价|收费|인상|요금", re.I)
_TURN = re.compile(r"^[A-ZÀ-Þ][\w .'’-]{1,40}(?:,\ [^:\n]{3,60})?\ ?[:：]\ |^[^\s:：。]{2,10}[：]", re.M)
#: Reviews, columns and advice tell of denials that no company made.
_LIGHT = re.compile(
    r"\b(?:reviews?|book of the|how (?:to|not to)|what (?:to|they|it) mean|art of|handout|quiz|recipe|fixing|crossword|horoscope|livres|romans|film|théâtre|chronique|Ausstellung|Ratgeber|Buch|Kino|libros|teatro|commedia|spettacol\w+|storia (?:di|della|del)|mostra|cinema|receitas?|mitos)\b|書評|コラム|昔話|コツ|书评|专栏|养生|辟谣|서평|칼럼",
    re.I,
)
_SOURCES = re.compile(r"\bsources?\b|\bfonti\b|\bfuentes\b|\bfontes\b|\bKreisen?\b|\binsiders?\b|関係者|知情人|人士|소식통|관계자", re.I)
_MYSELF = re.compile(r"\bje (?:nie|démens)\b|\bich bestreite\b|\b(?:yo )?niego\b|\beu nego\b|\bio nego\b", re.I)
_SENTENCE = re.compile(r"(?<=[.!?][\s\"”»'’])|(?<=[。！？\n])")
#: Words of refusal that nobody uses of anything else.
_DECLINES = re.compile(r"refus|declin", re.I)
_QUOTE = re.compile(r"[\"“”„«»「」『』]")


@dataclass(frozen=True)
class Screened:
    """`passes`: read it. `cues`: what spoke for it, for the log."""

    passes: bool
    cues: tuple[str, ...]


def screen(doc: Document) -> Screened:
    """Whether `doc` is worth a reader's time. Its language decides which words are looked for."""
    text = straight(doc.text)
    if not text.strip():
        return Screened(False, ())
    lex = lexicon(doc.lang)
    kind = doc.kind or forms.form(doc)
    title = straight(doc.title)
    if kind in ("press_release", "filing"):
        cues = _own_paper(title, text, lex)
    elif kind == "court":
        cues = ["sworn or found: " + m.group() for m in [_SHOWS.search(title + "\n" + text)] if m]
    elif doc.kind == "transcript" or (kind == "broadcast" and len(_TURN.findall(text)) >= 3):
        cues = ["word for word"]
    else:
        cues = _press(title, text, lex, kind)
    return Screened(bool(cues), tuple(cues))


def _own_paper(title: str, text: str, lex: Lexicon) -> list[str]:
    """A paper of a company or authority: it answers a report, or announces or finds what may bear on a matter."""
    if not _ROUTINE.search(title):
        return ["announced: " + title[:40]]
    whole = PERIODIC.sub(" ", title + "\n" + text)
    if _PRICES.search(whole):
        return ["announced: " + title[:40]]
    answer = lex.unaware.search(text) or lex.undecided.search(text) or lex.false.search(text)
    return ["answer: " + answer.group()] if answer and lex.report.search(whole) else []


def _headed(title: str, text: str, lex: Lexicon) -> re.Pattern[str]:
    """Whoever the headline begins with, as the subject of a sentence, in languages whose names have no capitals: a name
    that does not end as companies' names do."""
    head = _BEFORE_NAME.sub("", title)
    for length in range(min(_LONGEST_NAME, len(head)), 1, -1):
        name = head[:length]
        if name in text and _NAME.fullmatch(name) and not plain_word(name, lex) and (lex.tail.search(name) or not _ANYBODY[lex.lang].search(name)):
            found = re.compile(re.escape(name) + SUBJECT[lex.lang])
            if found.search(text):
                return found
    return _NOBODY


#: What stands before the name in a headline.
_BEFORE_NAME = re.compile(r"^(?:独家|獨家|消息称|消息指|消息|媒体|媒體|传闻|傳聞|据传|传|傳|曝|爆|\[?단독\]?)?[：:｜| ‘“「『'\"【［\[]*")
_NAME = re.compile(r"[一-龥々ァ-ヴー가-힣A-Za-z·・&]+")
#: So long may a name be (characters).
_LONGEST_NAME = 12
#: Who acts in headlines besides companies.
_ANYBODY = {
    lang: re.compile(f"(?:{words})$")
    for lang, words in {
        "ja": "氏|さん|相|省|庁|府|県|市|町|村|区|国|党|会|軍|署|監督|選手|首相|大臣|知事|議員|大統領|政府|当局|代表|学|校|者|員|長",
        "zh": "局|委|部|省|市|县|區|区|院|府|会|會|党|軍|军|队|隊|校|长|長|人|员|員|者|家|国|國|教练|主席|总统|警方|官方|网友|专家",
        "ko": "시|도|군|구|청|부|원|회|당|군|국|처|대통령|총리|장관|의원|감독|선수|지사|시장|경찰|검찰|정부|당국|자|씨|관|교",
    }.items()
}
_NOBODY = re.compile("(?!)")


def _press(title: str, text: str, lex: Lexicon, kind: str | None) -> list[str]:
    """The press: an answer beside whoever gives it, a report on the word of sources or papers, or a correction."""
    found: list[str] = []
    if _LIGHT.search(title):
        return []
    if kind == "social" and (posted := _posted(text, lex)):
        return [posted]
    if opens_a_letter(title, text) and (lex.tailed.search(text) or lex.role.search(title + text)) and lex.patterns["not"].search(text):
        return ["a letter"]
    low = text.lower()
    parts = [p for p in _SENTENCE.split(text) if p.strip()]
    if met := screen_english.answer(title, text, parts, lex) if lex.lang == "en" else _answer(title, text, low, parts, lex):
        found.append(met)  # one sign is enough
    # the cheap questions first: the last one takes longer than all others together
    corporate = (lowered(lex.spokes), lowered(lex.firm), lowered(_MATERIAL), lex.acting)
    firm = not found and (lex.cjk or lowered(lex.nameless).search(low)) and any(p.search(low) for p in corporate)
    if firm and (sources := lex.anon.search(text) or (lex.cjk and lex.paper.search(text))):
        found.append("sources: " + sources.group().strip())
    elif lex.cjk and firm and (m := lex.report.search(text)) and any(lex.acting.search(p) and lex.say.search(p) for p in parts):
        found.append("reported: " + m.group())
    if lex.cjk and not found and (m := GOES_ROUND.search(f"{title}\n{parts[0]}")) and _anyone_told(title, text, parts, lex):
        found.append("goes round: " + m.group())
    if m := _SOURCES.search(title):
        found.append("sources: " + m.group())
    if m := lex.retract.search(title) or forms.TO_READERS.search(title) or (lex.retract.search(text[:300]) if first_person(title + text[:300]) else None):
        found.append("correction: " + m.group())
    return found


#: A company's name behind its trade ("la aseguradora X", "des Softwareanbieters X").
_BEHIND = re.compile(r"[ ,]{1,2}(?:[a-zà-ÿ]+ )?(?:d[aeiou]l?s? )?((?:[A-ZÀ-ÖØ-Þ][\w&'-]{2,} ?){1,3})")
#: The word beside an ending or a beginning of companies' names ("Laboratorios X", "X Pharma").
_FORE, _AFT = re.compile(r"([A-ZÀ-ÖØ-Þ][\w&'-]{2,}) $"), re.compile(r" (?:d[aeiou]l?s? )?([A-ZÀ-ÖØ-Þ][\w&'-]{2,})")


def _titled(title: str, text: str, lex: Lexicon) -> re.Pattern[str]:
    """Names of companies in a headline, which its text calls by their trade or whose other half tells what they are."""
    if lex.cjk:
        return _NOBODY
    found = {word for firm in lex.firm.finditer(text) if (m := _BEHIND.match(text, firm.end())) for word in m.group(1).split()}
    for end in lex.tailed.finditer(text):
        found |= {m.group(1) for m in (_FORE.search(text[: end.start()][-40:]), _AFT.match(text, end.end())) if m}
    known = [re.escape(name) for name in sorted(found) if re.search(rf"\b{re.escape(name)}\b", title)]
    return re.compile(rf"\b(?:{'|'.join(known)})\b") if known else _NOBODY


def _answer(title: str, text: str, low: str, parts: list[str], lex: Lexicon) -> str:
    """What speaks for it that somebody answers, in any language but English; "" where nothing does."""
    # what stands nowhere in the text is not looked for in each sentence
    silent, spokes, mum = (there(p, low) for p in (lex.silent, lex.spokes, lex.mum))
    deny, unaware, undecided, false = (there(p, low) for p in (lex.deny, lex.unaware, lex.undecided, lex.false))
    something = [there(p, low) for p in (lex.patterns["not"], lex.attack, lex.plan, lex.admit, lex.confirm)]
    firms, roles, material = map(lowered, (lex.firm, lex.role, _MATERIAL))
    corporate = any(p.search(low) for p in (spokes, firms, roles, material)) or bool(lex.tailed.search(text))
    headed = _headed(title, text, lex) if lex.cjk else _titled(title, text, lex)
    corporate = corporate or (lex.cjk and (headed is not _NOBODY or bool(lex.acting.search(text))))
    for at, part in enumerate(parts):
        here = part.lower()
        if m := silent.search(here):
            return "asked: " + m.group()
        elif (m := spokes.search(here)) and (lex.say.search(part) or lex.confirm.search(part) or _QUOTE.search(_near(parts, at))):
            return "speaks: " + m.group()
        elif m := mum.search(here):
            if _speaks(_near(parts, at), lex, headed) or (corporate and _DECLINES.search(m.group())):
                return "asked: " + m.group()
        elif m := deny.search(here) or unaware.search(here) or undecided.search(here) or false.search(here):
            near = _near(parts, at)
            told = lex.say.search(near) or deny.search(here)
            if (_speaks(near, lex, headed) and told and not _MYSELF.search(part)) or (corporate and lex.report.search(part)):
                return "answer: " + m.group()
        elif corporate and (_QUOTE.search(part) or lex.cjk) and (m := _first(something, here)):
            if lex.acting.search(part) or headed.search(part) or lex.role.search(_beside(parts, at)) or first_person(part):
                return "answer: " + m.group()
        elif not lex.cjk and (m := lex.confirm.search(part)) and (lex.firm.search(part) or lex.acting.search(part) or headed.search(part) or (lex.role.search(part) and not lex.third.search(part))):
            return "admits: " + m.group()
        elif corporate and not lex.cjk and lex.say.search(part) and (lex.role.search(_beside(parts, at)) or lex.acting.search(part) or headed.search(part) or _firm_says(part, lex)) and (m := _first(something, here) or lex.hold.search(part)):
            return "told: " + m.group()
    return ""


def _firm_says(part: str, lex: Lexicon) -> bool:
    """Does a noun that stands for a company stand beside a verb of saying?"""
    firms = [(m.start(), m.end()) for m in lex.firm.finditer(part)]
    return any(-2 <= said.start() - b <= 14 or 0 <= a - said.end() <= 4 for said in lex.say.finditer(part) for a, b in firms)


def _anyone_told(title: str, text: str, parts: list[str], lex: Lexicon) -> bool:
    """Does somebody with a post, or the company, say something anywhere, or in the sentence behind it?"""
    headed = _headed(title, text, lex)
    for at, part in enumerate(parts):
        said = " ".join(parts[at : at + 2])
        if (_corporate(part, lex) or headed.search(part)) and (_QUOTE.search(said) or lex.say.search(said)):
            return True
    return False


def _posted(text: str, lex: Lexicon) -> str:
    """A post speaks of a report, or in the plural of whoever posts it says what is not so: companies answer on accounts
    of their own, where nobody says "a spokesman" and the report need not be named."""
    if m := lex.report.search(text) or GOING_ROUND.search(text):
        return "posted on: " + m.group()
    negates = (lowered(lex.patterns["not"]), lowered(lex.false), lowered(lex.deny))
    for part in _SENTENCE.split(text):
        if first_person(part) and (m := next((m for p in negates if (m := p.search(part.lower()))), None)):
            return "we say: " + m.group()
    return ""


def _near(parts: list[str], at: int) -> str:
    """A sentence with those before and after it."""
    return " ".join(parts[max(0, at - 1) : at + 2])


def _beside(parts: list[str], at: int) -> str:
    """A sentence with those before and after it; whom the one before only asks after does not speak."""
    before = parts[at - 1] if at and not parts[at - 1].rstrip(" \"”»'’").endswith("?") else ""
    return " ".join([before, *parts[at : at + 2]])


def _speaks(text: str, lex: Lexicon, named: re.Pattern[str] = _NOBODY) -> bool:
    """Does a company or an authority, or somebody who may speak for one, stand here? `named`: companies of the headline."""
    return _corporate(text, lex) or bool(lex.office.search(text) or named.search(text))


def _corporate(text: str, lex: Lexicon) -> bool:
    """Does a company, or somebody who may speak for one, stand here?"""
    return bool(lex.spokes.search(text) or lex.role.search(text) or lex.firm.search(text) or lex.acting.search(text))


def _first(cues: list[Cue], low: str) -> re.Match[str] | None:
    """The match of the first of these that has one."""
    return next((m for cue in cues if (m := cue.search(low))), None)
