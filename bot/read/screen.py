"""The cheap question before reading: may this article carry an answer of a company, or a claim worth keeping? Pure.

It lets too much through rather than too little: what is held back is kept with its text, and read after all when a
denial comes that it bears on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.read import forms
from bot.read.lexicon import Lexicon, lexicon
from bot.read.offline_page import straight
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
_YOU = re.compile(r"\byou(?:r|'ll|'re)?\b", re.I)


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
    cues = tuple(_cues(doc, text, lex, kind))
    return Screened(bool(cues), cues)


def _cues(doc: Document, text: str, lex: Lexicon, kind: str | None) -> list[str]:
    title = straight(doc.title)
    found: list[str] = []
    if kind in ("press_release", "filing", "court"):
        if m := _MATERIAL.search(title + "\n" + text):
            found.append("material: " + m.group())
        if m := (lex.unaware.search(text) or lex.undecided.search(text)) if kind != "court" else None:
            found.append("answer: " + m.group())
        elif kind != "court" and lex.report.search(text) and (m := lex.false.search(text) or lex.deny.search(text)):
            found.append("denied: " + m.group())
        return found
    asked = lex.silent.search(text) or lex.mum.search(text)
    if asked and (lex.spokes.search(text) or lex.firm.search(text) or lex.office.search(text) or lex.report.search(text)):
        found.append("asked: " + asked.group())
    if m := lex.deny.search(text):
        found.append("denied: " + m.group())
    if (m := lex.unaware.search(text) or lex.undecided.search(text)) and lex.say.search(text):
        found.append("answer: " + m.group())
    told = lex.spokes.search(text) or lex.role.search(text)
    if told and (m := lex.false.search(text) or lex.confirm.search(text)):
        found.append("answer: " + m.group())
    if (m := next((m for m in lex.anon.finditer(text)), None)) and lex.nameless.search(text):
        found.append("sources: " + m.group().strip())
    if m := lex.paper.search(text):
        found.append("paper: " + m.group()[:40])
    if m := next((m for m in lex.credit.finditer(text) if m.groupdict()), None):
        found.append("credit: " + m.group()[:40])
    if m := lex.retract.search(title):
        found.append("correction: " + m.group())
    return found
