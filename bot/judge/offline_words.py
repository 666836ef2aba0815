"""The words of a claim that say what it is about, apart from those that any company news has. Pure.

"Halden is in talks to sell its paint division to Corvel" is about paint and Corvel: "talks", "sell" and "division"
stand in every story of that kind.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.judge import offline_fields
from bot.judge.bearing import Denial
from bot.text import CJK, fold, words

#: Fields whose words say what is done, not to what.
ACTIONS = frozenset(
    {"deal", "closure", "jobs", "leaving", "order", "price", "probe", "funding", "output", "insolvency", "moving", "vote", "naming"}
)
_GENERIC = re.compile(
    # English
    r"about|above|advanced?|affect|after|again|agree|ahead|all\b|also|amid|announc|approv|arm\b|around|assets?\b|because|been\b|before|being|between|billion|"
    r"board|both\b|business|capital|chief|client|come|compan|complet|confidential|consider|could|deal\b|decid|decision|director|division|"
    r"does\b|doing|down\b|during|early|employ|euros?\b|every|executive|expect|explor|facilit|factor|familiar|final|finance|firm\b|first|following|"
    r"from\b|give|given|going|group|have\b|having|holding|including|industr|into\b|investor|join|just\b|keep|known|large|last\b|late\b|later|leading|"
    r"least|made\b|major|make|manag|many\b|market|match|matter|member|million|month|more\b|most\b|nearly|needs?\b|negotiat|next\b|office|officer|"
    r"only\b|operation|other|over\b|part\b|party|people|per cent|percent|person|plan(?:s|ned|ning)?\b|plant|possibl|pounds?\b|prepar|presid|private|process|project|"
    r"public|quarter|rather|report|said\b|same\b|says\b|secret|secur|several|shares?\b|should|since|site\b|some\b|soon\b|source|spoke|staff|start|"
    r"strateg|studio|subsidiar|such\b|take[ns]?\b|talks?\b|than\b|that\b|their|them\b|then\b|there|these|they|this\b|those|thousand|through|time\b|today|"
    r"told\b|under|unit\b|until|upon|used\b|using|value|very\b|want|week|were\b|what\b|when\b|where|which|while|whole|will\b|with\b|within|without|"
    r"work|would|year|dollars?|undisclosed|preferred|sell|sold\b|sale\b|buy|bought|raise|rais(?:es|ing)\b|leav|left\b|cuts?\b|step|quit|"
    # French
    r"après|aurai|aussi|autre|avait|avant|avec|avoir|bien\b|branche|cadre|celle|cette|chez\b|client|comme|conseil|cours\b|dans\b|depuis|"
    r"deux\b|direct|discussion|division|dont\b|effet|elle|encore|entre|entrepr|envisag|étai|être\b|euros?|faire\b|fait\b|filiale|fonds\b|général|group|"
    r"leur|lors|mais\b|même|millia|millions?|mois\b|moins|négoci|notam|notre|nous\b|opérat|parti|pays\b|personn|plan\b|plus\b|pour\b|prépar|prévoi|"
    r"proche|procha|projet|quelqu|sans\b|secret|selon|sera\b|seront|site\b|sociét|sont\b|sour|sous\b|tous\b|tout|trois|une\b|unité|usine|veut\b|vers\b|vient|"
    r"s.appr|supprim|suppress|vente|vend|"
    # German
    r"aber\b|alle|anlage|auch\b|bereich|beim\b|bereits|derzeit|dies|divis|doch\b|dollar|durch|eine|eigen|einig|euro\b|firma|führ|gegen|geheim|"
    r"geschäft|gesellsch|gespräch|group|gruppe|haben|hatte|ihre|jahr|kommend|konzern|kund|laut\b|leiter|manag|mehr|million|milliard|mitarbeit|monat|"
    r"nach|name|nicht|noch\b|oder\b|perso|pläne|plant|produktion|rund\b|seine?|sich\b|sind\b|soll|sparte|standort|tausend|tochter|über|unter|"
    r"unternehm|verhandl|vertrag|viel|streich|abbau|stell|vorberei|vorstand|werd|werk\b|werke?s?\b|wegen|wieder|will\b|steht|stehen|kurz\b|bald\b|droh|wird\b|wollen|wurde|zwei|zwisch|"
    # Spanish and Portuguese
    r"acord|acuerd|agora|ainda|años|antes|aunque|bajo\b|cada\b|client|companh|compañ|como\b|conselho|consejo|contra\b|conversa|cuando|dentro|depois|desde|"
    r"después|direc|diviso|divisi|dois\b|dólar|durante|empres|entre\b|está|este\b|esta\b|euros|fábrica|filial|fondo|fundo|fuente|fontes?\b|grupo|hace|hasta|"
    r"inversor|investid|justicia|mais\b|meses|mesm|mil\b|milh|millon|mism|muito|muy\b|negoci|neg[óo]cio|nova|nuev|otro|outr|parte|para\b|pela|pelo|person|pessoa|"
    r"tenía|tení|sabía|sabi|planea|planej|planta|plano|pode|poder|porque|prepar|pretend|projet|proyect|próxim|quando|quer\b|quiere|reais\b|secreto|según|segundo|"
    r"sem\b|será|sido\b|sobre|soci|também|también|tendr|tiene|toda|todo|total|unidad|unos\b|unas\b|varias?|vários|venta|funcion|"
    # Italian
    r"alla\b|alle\b|anche|anni\b|anno\b|attivit|avrebb|azien|client|come\b|consigli|contro|dalla|dalle|degli|della|delle|dell|deve|dopo|dove|"
    r"divisione|euro\b|fabbric|fondo|fonti|general|gruppo|hanno|impian|mentre|mese|mesi|miliard|milion|molto|negli|nella|nelle|ogni\b|oltre|"
    r"persone|piano|prima\b|prossim|quando|quell|quest|sarebb|secondo|segret|sede\b|sempre|società|sono\b|stabilim|stata|stato|sulla|sulle|tratta|tra\b|tutt|vuole|"
    r"prepara|unità",
    re.IGNORECASE,
)
_RUN = re.compile("[一-鿿々ァ-ヿー가-힯]+")
_GENERIC_CJK = re.compile(
    "会社|企業|事業|部門|計画|予定|方針|検討|協議|発表|関係|報道|工場|年度|来年|今年|前年|億円|万円|社員|従業員|子会社|本社|取締役|最終|交渉|調整|複数|明らか|株式|"
    "代表|固め|進め|向け|資本|専務|常務|役員|"
    "公司|集团|企业|业务|部门|计划|工厂|员工|亿元|万元|报道|正在|考虑|洽谈|谈判|准备|秘密|拟|已经|将|于|今年|明年|旗下|子公司|人士|知情|股份|有限|的|了|在|和|与|并|向|被|对|一款|"
    "회사|기업|사업부|사업|부문|계획|공장|직원|임직원|추진|검토|협의|협상|방침|결정|보도|관계자|자회사|내년|올해|억원|만원|하기로|했다|한다|으로|에서|있다|것으로|본사|대표|그룹|됐다|"
    "[一二三四五六七八九十百千万億亿]+[人名]?|만 ?명|천 ?명|명의"
)
_KANA_NAME = re.compile("(?=([ぁ-ん]{3}[一-鿿]))")
_DOING_CJK = offline_fields.doing(ACTIONS)


def object_words(denial: Denial) -> frozenset[str]:
    """The beginnings of the words that say what the claims, or a denial that answers none, are about."""
    names = (denial.company, *denial.names, *(n for c in denial.claims for n in (c.company, *c.own_names)))
    newsrooms = (denial.outlet, *(o for c in denial.claims for o in (c.outlet, c.origin)))
    return objects(stated(denial)) - _stems_of(names) - _stems_of(newsrooms)


def stated(denial: Denial) -> str:
    return " ".join(t for c in denial.claims for t in (c.statement, c.span)) or denial.context or denial.quote


@lru_cache(maxsize=1024)
def objects(text: str) -> frozenset[str]:
    latin = {w[:5] for w in words(text) if len(w) > 3 and not re.search(f"[{CJK}\\d]", w) and _telling(w)}
    return frozenset(latin | pairs(_GENERIC_CJK.sub(" ", _DOING_CJK.sub(" ", text))))


def has_cjk(text: str) -> bool:
    """Is there Chinese, Japanese or Korean in it?"""
    return _RUN.search(text) is not None


def pairs(text: str) -> set[str]:
    """Each two neighbouring letters of Chinese, Japanese and Korean, where words have no borders."""
    runs = [run.group() for run in _RUN.finditer(text)]
    return {run[i : i + 2] for run in runs for i in range(len(run) - 1)}


def generic(word: str) -> bool:
    """Is it a word of any company news?"""
    return _GENERIC.match(word) is not None


@lru_cache(maxsize=8192)
def _telling(word: str) -> bool:
    if generic(word):
        return False
    return not any(f in ACTIONS for f in offline_fields.weights(word))


def kana_names(text: str) -> set[str]:
    """What may be names that begin in hiragana and end in kanji; too like the grammar to be asked for."""
    return {m.group(1) for m in _KANA_NAME.finditer(text)}


def _stems_of(names: tuple[str, ...]) -> frozenset[str]:
    whole = " ".join(fold(n) for n in names)
    return frozenset({w[:5] for w in words(whole)} | pairs(whole))


def telling(figures: frozenset[float]) -> set[float]:
    """Figures that identify something: no years, no small counts."""
    return {n for n in figures if n != int(n) or (n >= 13 and not 1990 <= n <= 2040)}
