"""To whose newsroom an answer was given, or where it was put out, when an article only repeats it. Pure."""

from __future__ import annotations

import re

from bot.read.offline_cast import Names
from bot.read.offline_found import Found, same_newsroom
from bot.read.offline_page import Page, Unit
from bot.read.offline_speech import carries_on
from bot.read.reading import DENIALS, ResponseKind

#: Kinds of papers of companies' own.
OWN_PAPER = frozenset({"press_release", "filing", "social", "court"})
_HEARSAY = re.compile(
    r"\b(?:demnach|dem Bericht zufolge|laut (?:dem )?Bericht|according to the (?:report|paper|newspaper|post|article)|the (?:report|paper|newspaper|article) said|selon (?:l'article|le journal|le quotidien)|según (?:el diario|la información)|segundo (?:o jornal|a reportagem)|secondo (?:il giornale|l'articolo))\b|同紙によると|据报道|보도에 따르면",
    re.I,
)
_TOLD = re.compile(
    r"\b(?:told|to|tells|à|au|auprès de|auprès du|gegenüber|der|dem|a|al|ao|à|alla|al|all'|allo)\ (?:the\ |la\ |le\ |l'|il\ |el\ |o\ |a\ )?(?:\w+\ ){0,2}?$",
    re.I,
)
#: What a company put out itself; an article that tells of it repeats it.
_PUBLISHED = re.compile(
    r"\b(?:in|by) (?:a|an|its) (?:\w+ )?(?:filing|disclosure|(?:exchange|stock market|regulatory) \w+|statement to the (?:\w+ )?exchange|statement on its website|notice to the)|told the (?:\w+ )?(?:exchange|bourse|market|regulator)\b|on its website|dans un avis|in einer (?:Ad-hoc|Pflicht)\w*|hecho relevante|fato relevante|取引所(?:の照会)?に(?:回答|提出)|適時開示|(?:发布|發布|披露|通过|透過)[^，。]{0,8}公告|公告(?:称|稱|中|显示|顯示|指)|공시(?:를|에서|했)",
    re.I,
)
_FRESH = re.compile(
    r"\b(?:in (?:a|an|its) (?:\w+ )?(?:statement|filing|e-?mail|post|letter|release)|by e-?mail|statement (?:to|on)|on its website|dans un (?:communiqué|courriel)|in einer (?:Mitteilung|Stellungnahme|E-Mail)|en un comunicado|em (?:nota|comunicado)|in una nota|asked|auf Anfrage|preguntad\w+|procurad\w+|interpellat\w+|contattat\w+|interrogé\w*|joint\w*|contacted|when reached|reached)\b|発表した|コメントし|コメントを|談話|声明|取材に|文書で|书面|書面|回复|回覆|告诉|입장문|본지",
    re.I,
)


def via_of(page: Page, names: Names, origin: str, found: list[Found], unit: Unit, at: int, kind: ResponseKind) -> str:
    """The newsroom that was told, "a filing", or "" for an answer given to the article's own outlet or to all.

    `origin`: the newsroom that the article credits; `found`: the answers before; `at`: where the verb stands.
    """
    frame, outlet = unit.frame, page.doc.outlet
    if page.lex.cjk and names.issuer is not None:
        return ""  # in its own paper it tells it to nobody
    for a, _, name in names.within(unit.start, unit.end, "news"):
        if _TOLD.search(frame[max(0, a - unit.start - 30) : a - unit.start]) or page.lex.cjk:
            return "" if same_newsroom(name.full, outlet) else name.full
    if outlet and re.search(rf"\b(?:with|from|to|told|avec|à|au|mit|gegenüber|con|com|a|al|ao)\ (?:the\ |le\ |la\ |l'|der\ |dem\ )?{re.escape(outlet)}", frame):
        return ""
    before = found[-1] if found else None
    if before and before.direct and unit.speech and carries_on(frame, page.lex.lang) and page.units[before.unit].para == unit.para:
        return before.via
    if m := page.lex.told_press.search(frame):
        return origin or m.group().split(" ", 1)[-1]
    if found and found[-1].via and kind == "no_comment" and page.units[found[-1].unit].para == unit.para:
        return found[-1].via
    if origin and _HEARSAY.search(frame):
        return origin
    if _PUBLISHED.search(frame) and page.doc.kind not in OWN_PAPER:
        return "a filing"
    if origin and kind in DENIALS and not _FRESH.search(frame):
        return origin
    return ""
