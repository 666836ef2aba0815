"""What form an article has, when its feed does not say: press release, filing, court paper, transcript, the press. Pure."""

from __future__ import annotations

import re

from bot.needles import lowered
from bot.read.reading import ArticleKind, Document

_EXCHANGE = re.compile(
    r"exchange|regulatory news|news service|\brns\b|\bsec\b|\bedgar\b|registr[eoy]|mitteilungsdienst|börse|eqs|hechos relevantes|relevantes|bolsa|borsa|bourse|適時開示|取引所|tdnet|공시|거래소|dart|交易所|公告|披露易|巨潮",
    re.I,
)
_FILING = re.compile(
    r"inside information|insiderinformation|ad-hoc|regulatory announcement|response to (?:\w+ ){0,4}query|authori[sz]ed for release by|person responsible for arranging|hecho relevante|fato relevante|informazion[ei] privilegiat|information privilégiée|適時開示|お知らせいたします|一部報道について|조회공시|공시|特此公告|本公司董事会",
    re.I,
)
_COURT = re.compile(
    r"\b(?:it is (?:hereby )?ordered|so ordered|high court|case (?:no\.?|number)|claimant|plaintiff|defendant|petitioner|respondent|affidavit|in the matter of|az\.:? ?\d|verwaltungsgericht|amtsgericht|landgericht|tribunal (?:de|judiciaire)|juzgado|audiencia provincial|tribunale di|vara cível)\b|裁判所|法院|법원",
    re.I,
)
_TURN = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,40}(?:,\ [^:\n]{3,60})?:\ ", re.M)
_RELEASE = re.compile(
    r"^\s*(?:press release|media release|news release|for immediate release|communiqué de presse|pressemitteilung|nota de prensa|comunicado|nota à imprensa|comunicato stampa|プレスリリース|보도자료|新闻稿)|\bnotes (?:for|to) editors\b|^about [A-Z][\w&' ]{2,40}(?:\n|:)|\b(?:media|press) (?:contact|enquiries|inquiries)\b|sala de prensa|contact presse|pressekontakt|ufficio stampa:|各位$",
    re.I | re.M,
)
_OWN_RELEASE = lowered(_RELEASE)
_TODAY = re.compile(r"\b(?:today|hoy|hoje|oggi|heute|aujourd'hui) (?:announc|unveil|launch|comunic|anunci|annunci|annonc|ha |hat )|\b(?:announces|announced today|anuncia hoy|comunica hoy|comunica oggi)", re.I)
_WIRE = re.compile(r"^[^\n]{0,60}\((?:[A-Z][\w.]+ ?){1,4}(?:,[^)]{2,40})?\)\s?[-–—]|^【[^】]{2,30}】|\(Reporting by\b|\(Redacción\)", re.M)
_SOCIAL = re.compile(r"(?:^|\W)@\w{3,}.*#\w+|^\d+/\d*\s", re.S)
#: What a newsroom puts right, it puts to its readers.
TO_READERS = re.compile(r"\b(?:to our readers|à nos lecteurs|an unsere Leser\w*|a nuestros lectores|aos (?:nossos )?leitores|ai (?:nostri )?lettori)\b|読者の皆|致读者|독자 여러분", re.I)
_BLOG = re.compile(r"\b(?:blog|log|weblog|substack)\b", re.I)


def form(doc: Document) -> ArticleKind | None:
    """A guess from title, text and outlet; the document's own kind where it has one; None: the press, as far as one sees."""
    if doc.kind is not None:
        return doc.kind
    text, head = doc.text, doc.title + "\n" + doc.text[:1200]
    if len(_TURN.findall(text)) >= 3:
        return "transcript"
    wire = _WIRE.search(f"{text[:600]}\n{text[-400:]}")  # where it was sent from stands first, who wrote it last
    if not wire and len(_COURT.findall(head)) >= 2:
        return "court"
    if wire:
        return "wire"
    if _EXCHANGE.search(doc.outlet) or _FILING.search(head):
        return "filing"
    own = len(doc.outlet) > 3 and doc.outlet.casefold() in (doc.title + "\n" + text[:400]).casefold()
    if _OWN_RELEASE.search(text.lower()) or (own and _TODAY.search(text[:500])):
        return "press_release"
    if len(text) < 1500 and _SOCIAL.search(text):
        return "social"
    if _BLOG.search(doc.outlet):
        return "blog"
    return None
