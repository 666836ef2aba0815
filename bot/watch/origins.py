"""Which newsrooms does an article credit with its report? Pure; nine languages; names as the article writes them.

Two kinds of signs. Strong ones ("told X", "X first reported", "a rapporté X", 〜が報じた) make any name a newsroom.
Weak ones ("according to X", "laut X", 〜によると) do so only for a name that looks like one, since people and
companies are cited with the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.needles import Cue
from bot.text import CJK, fold

_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'&-]*"
_LINK = r"(?:\s(?:of|and|&|de|del|della|delle|dei|du|des|la|le|el|do|da|dos|und|der|die|das|für|für die|am|e|y|on|the|d[’']|à)\s?)"
#: A capitalised name of up to seven words: "The Wall Street Journal", "L’Écho des Quais", "El Diario de la Puna".
_NAME = rf"(?P<name>(?:[LD][’'])?{_WORD}(?:(?:{_LINK}|\s){_WORD}){{0,6}})"
_NAME2 = _NAME.replace("?P<name>", "?P<name2>")
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_OF = r"(?:the\s)?(?:(?:news\s?)?(?:paper|agency|wire|magazine|site|website|blog|outlet|broadcaster|daily|weekly|service)\s)?(?:the\s)?"

# A newsroom by the look of its name: what newspapers, agencies and stations call themselves.
_LOOKS = re.compile(
    r"\b(?:news|newswire|times|post|journal|herald|tribune|gazette|ledger|dispatch|courier|telegraph|guardian|observer|chronicle|bulletin|"
    r"press|wire|agency|daily|weekly|monitor|register|examiner|inquirer|standard|mail|mirror|independent|economist|docket|record|"
    r"radio|tv|television|broadcasting|magazine|review|report|today|echo|sentinel|globe|argus|beacon|mercury|"
    r"journal|quotidien|agence|presse|dépêche|gazette|tribune|matin|figaro|monde|echos|écho|parisien|libération|"
    r"zeitung|anzeiger|nachrichten|tagblatt|tageblatt|tagesbote|kurier|bote|rundschau|presse|spiegel|handelsblatt|blatt|dienst|funk|"
    r"diario|periódico|pregón|gaceta|correo|prensa|noticias|agencia|heraldo|país|mundo|vanguardia|"
    r"jornal|diário|folha|estado|gazeta|correio|notícias|agência|"
    r"giornale|corriere|gazzettino|gazzetta|messaggero|stampa|repubblica|sole|agenzia|notizie)\b"
    r"|^(?:reuters|bloomberg|ap|afp|dpa|dow jones|ft|wsj|nyt|bbc|cnn|cnbc|npr|axios|politico|semafor|ansa|efe|lusa|nikkei|caixin|yonhap|xinhua|kyodo|jiji|tass|techcrunch|the (?:verge|information|intercept)|propublica|le monde|der spiegel)$",
    re.I,
)
_NOT_A_NEWSROOM = re.compile(
    r"^(?:the|a|an|it|he|she|they|we|you|i|this|that|these|one|two|three|mr|ms|mrs|dr|sir|shares?|analysts?|investors?|people|police|court|parliament|congress|"
    r"government|ministry|commission|authority|board|company|group|union|bank|exchange|regulators?|lawmakers?|judges?|jan|feb|march|april|may|june|july|aug|sept|oct|nov|dec|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|il|elle|on|ils|er|sie|es|das|der|die|el|la|los|las|lo|ele|ela|o|os|as|in|on|at|but|and|when|after|while|if|no|asked)$",
    re.I,
)

_STRONG = {
    "en": [
        rf"\b(?:told|tells?|telling)\s{_OF}{_NAME}",
        rf"\b(?:first\s)?reported\s(?:\w+\s)?by\s{_OF}{_NAME}",
        rf"\b(?:seen|reviewed|obtained|examined|verified|published)\sby\s{_OF}{_NAME}",
        rf"{_NAME}\s(?:(?:newspaper|magazine|news agency|website|blog|daily)\s)?(?:had\s|has\s)?(?:first\s|earlier\s|also\s)?(?:reported|reports)(?:\s(?:that|on {_DAY}|earlier|this|last|the|in|citing|at)\b|,|\.)",
        rf"\b(?:a|the|an)\s(?:\w+\s)?(?:report|story|article|investigation)\s(?:by|in|from)\s{_OF}{_NAME}",
        rf"\b(?:newspaper|magazine|news agency|daily|broadcaster|website|blog|trade journal)\s(?:the\s)?{_NAME}",
        rf"{_NAME}\s(?:newspaper|magazine|news agency)\b",
        rf"\bafter\s(?:the\s)?{_NAME}\s(?:reported|said|published|revealed)",
        rf"\bciting\s{_OF}{_NAME}",
        rf"(?:translated|machine|automatically)\s(?:\w+\s)?from\s(?:the\s)?{_NAME}",
        rf"\bwith\s{_NAME}\)",
        rf"\b(?:the|in)\s{_NAME}[’']s?\s(?:report|story|article|investigation)",
        rf"{_NAME}\s(?:wrote|revealed|published)\s(?:on {_DAY}|last|this|that)\b",
    ],
    "fr": [
        rf"\b(?:journal|quotidien|magazine|hebdomadaire|agence|mensuel)\s{_NAME}",
        rf"\b(?:a|ont|avait)\s(?:rapporté|révélé|écrit|affirmé|annoncé)\s(?:\w+\s)?(?:le\s(?:journal|quotidien|site)\s)?{_NAME}",
        rf"{_NAME}\s(?:rapporte|révèle|révélait|rapportait|a révélé|a rapporté|écrit|croit savoir)\b",
        rf"\b(?:révélée?s?|rapportée?s?|publiée?s?|consultée?s?|citée?s?)\s(?:\w+\s)?par\s(?:le\s(?:journal|quotidien|site)\s)?{_NAME}",
        rf"\b(?:selon|d[’']après)\s(?:le\s|la\s)?(?:journal|quotidien|magazine|hebdomadaire|site|agence|dépêche d[e’'])\s?{_NAME}",
        rf"\b(?:dit|déclaré|indiqué|indique|confié|affirment?|expliqué|assuré|précisé|répondu)(?:[^.\n]{{0,80}}?)\s(?:au|à l[’']|à la|à)\s?(?:(?:journal|quotidien|site|agence)\s)?{_NAME}",
        rf"\b(?:avec|article d[ue]|d[’']après un article d[ue])\s{_NAME}[,)]",
    ],
    "de": [
        rf"\b(?:berichtete|berichtet|meldete|meldet|schreibt|schrieb)\s(?:am\s\w+\s)?(?:die\s|das\s|der\s)?(?:(?:\w+\s)?(?:Zeitung|Nachrichtenagentur|Magazin|Portal|Blatt|Wirtschaftszeitung|Fachblatt|Tageszeitung|Newsletter|Blog|Sender)\s)?[„»\"]?{_NAME}",
        rf"\bwie\s(?:die\s|das\s|der\s)?(?:(?:Zeitung|Nachrichtenagentur|Magazin|Portal|Blatt)\s)?[„»\"]?{_NAME}[“«\"]?\s(?:\w+\s){{0,3}}(?:berichtet|meldet|schreibt|erfuhr|erfahren)",
        rf"\bhat\s(?:die\s|das\s|der\s)?[„»\"]?{_NAME}[“«\"]?\s(?:von|aus|erfahren)",
        rf"\b(?:nach Informationen|Informationen)\s(?:von|der|des)\s[„»\"]?{_NAME}",
        rf"\b(?:Bericht|Meldung|Recherche)\s(?:der|des|von|im|in der)\s(?:(?:Zeitung|Nachrichtenagentur|Magazins?|Blatts?)\s)?[„»\"]?{_NAME}",
        rf"\bunter Berufung auf\s(?:die\s|das\s)?{_NAME}",
        rf"\b(?:der|dem|die|das|des)\s(?:Nachrichtenagentur|(?:Tages|Wirtschafts|Sonntags|Wochen)?[Zz]eitung|Fachblatts?|Magazins?|Newsletter|Portals?)\s[„»\"]?{_NAME}",
    ],
    "es": [
        rf"\b(?:agencia|diario|periódico|revista|semanario|portal)\s{_NAME}",
        rf"\b(?:informó|reportó|publicó|reveló|adelantó|informa|publica|recoge)\s(?:este\s\w+\s|el\s\w+\s)?(?:el\s|la\s)?(?:(?:diario|periódico|agencia|medio|revista)\s)?{_NAME}",
        rf"\b(?:examinad[oa]s?|consultad[oa]s?|publicad[oa]s?|vist[oa]s?|obtenid[oa]s?|revelad[oa]s?)\spor\s(?:el\s|la\s)?{_NAME}",
        rf"\b(?:dijo|dijeron|declaró|declararon|explicó|aseguran?|contaron)\s[^.\n]{{0,60}}?\ba(?:l)?\s(?:la\s)?(?:(?:diario|periódico|agencia)\s)?{_NAME}",
        rf"\bsegún\s(?:el|la|un)\s(?:\w+\s)?(?:diario|periódico|agencia|medio|revista|web|portal)\s(?:\w+\s)?{_NAME}",
        rf"{_NAME}\s(?:informó|reveló|publicó|adelantó)\b",
    ],
    "pt": [
        rf"\b(?:agência|jornal|diário|revista|semanário|portal)\s{_NAME}",
        rf"\b(?:noticiou|informou|revelou|publicou|apurou|avançou|contou|noticia|informa)\s(?:\w+\s)?(?:o\s|a\s)(?:(?:jornal|diário|agência|revista|site|portal)\s)?{_NAME}",
        rf"\b(?:disse|disseram|afirmou|afirmaram|declarou|contaram)\s[^.\n]{{0,60}}?\b(?:ao|à)\s(?:(?:jornal|diário|agência|revista|site)\s)?{_NAME}",
        rf"\b(?:segundo|de acordo com)\s(?:o|a|uma?)\s(?:\w+\s)?(?:jornal|diário|agência|revista|site|portal|reportagem d[oa])\s(?:\w+(?:-\w+)?\s)?{_NAME}",
        rf"\b(?:o|a)\s(?:site|jornal|revista|agência|portal)\s(?:\w+(?:-\w+)?\s)?{_NAME}\s(?:teve|noticiou|informou|publicou|revelou)",
        rf",\scom\s{_NAME}\s*$",
        rf"{_NAME}\s(?:noticiou|revelou|apurou)\b",
    ],
    "it": [
        rf"\b(?:agenzia|quotidiano|giornale|settimanale|rivista)\s{_NAME}",
        rf"\b(?:ha|hanno|aveva)\s(?:riportato|rivelato|scritto|anticipato|riferito|pubblicato)\s(?:il\s|la\s|lo\s|l[’'])?(?:(?:quotidiano|giornale|sito|agenzia)\s)?{_NAME}",
        rf"\b(?:scrive|riferisce|riporta|rivela|anticipa|secondo quanto (?:riportato|riporta|riferisce|scrive)(?: da)?)\s(?:il\s|la\s|lo\s|l[’']|dal\s|dalla\s)?(?:(?:quotidiano|giornale|sito|agenzia)\s)?{_NAME}",
        rf"\b(?:detto|dichiarato|spiegato|riferito|raccontato|raccontano)\s(?:[^.\n]{{0,60}}?\s)?(?:al|alla|all[’'])\s?(?:(?:quotidiano|giornale|agenzia)\s)?{_NAME}",
        rf"\b(?:da|dal|dalla|dall[’'])\s?{_NAME},\straduzione",
        rf"{_NAME}\s(?:ha rivelato|ha scritto|ha riportato)\b",
    ],
}
_WEAK = {
    "en": [
        rf"\baccording to\s{_OF}{_NAME}",
        rf"{_NAME}\s(?:said|says|wrote|writes|published|revealed)\b",
        rf"\((?:{_NAME})\)\s[-–—]",
    ],
    "fr": [rf"\b(?:selon|d[’']après)\s(?:le\s|la\s|les\s)?{_NAME}", rf"\({_NAME}\)\s[-–—]"],
    "de": [
        rf"\b(?:sagte[n]?|sagt|teilte|berichten|erklärte)\s[^.\n]{{0,90}}?(?:der|dem)\s(?:(?:Nachrichtenagentur|Zeitung|Magazin|Blatt)\s)?[„»\"]?{_NAME}",
        rf"\b(?:laut|nach Angaben (?:von|der|des)|so)\s(?:der\s|dem\s|die\s|das\s)?[„»\"]?{_NAME}",
        rf"{_NAME}\szufolge",
        rf"\({_NAME}\)\s?[-–—]",
    ],
    "es": [rf"\bsegún\s(?:el\s|la\s)?{_NAME}", rf"\({_NAME}\)\s?[-–—.]"],
    "pt": [rf"\b(?:segundo|de acordo com|conforme)\s(?:o\s|a\s)?{_NAME}", rf"\({_NAME}\)\s?[-–—]"],
    "it": [rf"\bsecondo\s(?:il\s|la\s|lo\s|l[’'])?{_NAME}", rf"\({_NAME}\)\s?[-–—]"],
}
_COMPILED = {
    lang: [(Cue(re.compile(p)), True) for p in _STRONG[lang]] + [(Cue(re.compile(p)), False) for p in _WEAK[lang]]
    for lang in _STRONG
}

#: Words that lead to a newsroom and may open a sentence, where they have a capital.
_OPENING = re.compile(
    r"\b(?:According|After|Citing|Reported|Selon|D[’']après|Laut|Nach|Wie|Unter|So|Según|Tras|Segundo|De acordo|Conforme|Secondo)"
    r"(?=\s)"
)

_EAST = f"[{CJK}ー・A-Za-z0-9&．.]"
_EAST_NAME = rf"(?P<name>[A-Za-z][\w&. ’'-]{{1,40}}[\w]|{_EAST}{{2,20}})"
_JA_OUTLET = r"(?:新聞|新報|通信社?|時報|日報|ニュース|テレビ|放送|タイムズ|ポスト|ジャーナル|経済|ウォール・ストリート・ジャーナル|ロイター|ブルームバーグ|共同|時事|AFP|サイト|誌|紙|ディスパッチ|ワイヤー?)"
_EASTERN = {
    "ja": [
        r"(?:^|[。、\s（「])(?P<name>[^。、\s（）「」『』]{2,28}?)(?:（[^（）]*）)?は(?=[\d、])(?=[^。\n]{0,200}報じ)",
        r"(?P<name>[^。、\s（）「」『』はが]{2,28}?)(?:（[^（）]*）)?が(?=[^。がは\n]{0,60}報じ)",
        rf"(?P<name>[^。、\s（）「」『』は]{{1,20}}{_JA_OUTLET})(?:（[^（）]*）)?(?:など)?(?:の報道)?に(?:よると|よれば)",
        r"(?P<name>[^。、\s（）「」『』はが]{1,20}?)の(?:報道|記事)(?:によ|を(?:翻訳|受け))",
        r"(?P<name>[^。、\s（）「」『』はがの]{1,20}?)の取材に",
        rf"[（(](?P<name>[^（）()]{{2,20}}{_JA_OUTLET})[）)]",
    ],
    "zh": [
        # the name ends where the day, the manner or the verb begins: 据路透社5日报道
        r"[据據](?P<name>《[^《》]{2,20}》|[^，。、；\s《》（）【】]{2,20}?)(?:[（(](?P<name2>[^（）()]{2,40})[）)])?"
        r"(?=[\s\d一二三十等的周星今昨此早援引当當本最报報消讯])[^，。；\n]{0,12}?(?:报道|報導|報道|消息|讯)",
        r"(?P<name>《[^《》]{2,20}》)(?:[^，。；\n]{0,8})(?:报道|報導|報道|称|稱|率先|援引|刊发|披露)",
        r"(?:援引|引述)(?P<name>《?[^，。；《》\s]{2,20}?》?)(?:的?(?:报道|報導|消息)|称)",
        r"(?:向|对|對|告诉|告訴)(?P<name>《[^《》]{2,20}》)",
        r"(?P<name>[^，。、；\s《》（）【】]{2,12}(?:新闻|通讯社|社|网|日报|财经|财讯|时报|晚报|周刊))(?:[^，。；\n]{0,6})(?:报道|報導|率先报道)",
        r"本文(?:译自|編譯自|编译自|来源[:：]?)\s?(?P<name>[^，。；、）)]{2,40})",
    ],
    "ko": [
        r"고\s(?:[가-힣]+\s){0,2}?(?P<name>[A-Za-z가-힣][\w&.·-]{1,20}?)(?:은|는|이|가)(?=[^.\n]{0,80}보도)",
        r"(?:^|[.\n]\s?)(?:[가-힣]+\s)?(?P<name>[A-Za-z가-힣][\w&.·-]{1,20}?)(?:은|는|이|가)(?=[^.\n]{0,200}보도했)",
        r"(?:^|\s)(?:\d+일자\s)?(?P<name>[A-Za-z가-힣][\w&.·-]{1,20}?)의\s[‘'“\"](?=[^‘’“”\n]{2,60}[’'”\"]\s보도)",
        r"(?P<name>[A-Za-z가-힣][\w&.·-]{1,20}(?:신문|일보|경제|뉴스|통신|방송|타임스|저널|포스트|매체))에 따르면",
        r"(?P<name>로이터|블룸버그|연합뉴스|AFP|AP)(?: 통신)?(?:에 따르면|이|가|은|는)",
        r"(?P<name>[A-Za-z가-힣][\w&.·-]{1,20}?) 기사를",
    ],
}
_EASTERN_COMPILED = {lang: [re.compile(p, re.M) for p in patterns] for lang, patterns in _EASTERN.items()}
_LEAD = {
    "ja": re.compile(
        r"^(?:.*\d+日付の)?(?:.*(?:専門誌|専門紙|業界紙|業界誌|サイト|メディア|通信社|新聞社|週刊誌|全国紙|地方紙|経済紙)の"
        r"|.*(?:英字紙|日刊紙|夕刊紙|業界紙|専門紙|専門誌))?"
    ),
    "zh": re.compile(r"^(?:.*(?:媒体|网站|杂志|日报社|通讯社|新闻社)(?=[《A-Z]))"),
    "ko": re.compile(r"^(?:.*(?:전문지|매체|신문|통신사|사이트|언론)\s)"),
}
_EAST_NOT = re.compile(
    r"^(?:同社|同紙|同誌|同氏|一部報道機関|一部|報道|各社|複数|関係者|本紙|当社|地元|これ|それ|公司|记者|本报|官方|当地|外媒|媒体|媒體|消息人士|知情人士|该报|该公司|了解|此前|其|"
    r"회사|관계자|매체|신문|본지|당사|업계|일부|현지|이 매체|이|그|언론|복수|보도)$|関係者|知情人|人士|당국|소식통"
)


def credits(text: str, lang: str, outlet: str) -> tuple[str, ...]:
    """The newsrooms that the article credits, in order of mention, without its own `outlet`."""
    own = _key(outlet)
    out: dict[str, str] = {}
    for name in _eastern(text, lang) if lang in _EASTERN_COMPILED else _western(text, lang):
        key = _key(name)
        if key and key != own and not (own and (key in own or own in key)):
            out.setdefault(key, name)
    return tuple(out.values())


def _western(text: str, lang: str) -> Iterator[str]:
    # "According to X" at the head of a sentence is "according to X"; and no such word begins a name
    text = _OPENING.sub(lambda m: m.group().lower(), text)
    found, low = [], text.lower()
    for cue, strong in _COMPILED.get(lang, _COMPILED["en"]):
        for match in cue.pattern.finditer(text) if cue.may_match(low) else ():
            name = _trim(match.group("name"), lang)
            if name and (_LOOKS.search(name) or (strong and not _person(name, text, match.end("name")))):
                found.append((match.start("name"), name))
    for _, name in sorted(found):
        yield name


def _eastern(text: str, lang: str) -> Iterator[str]:
    found = []
    for pattern in _EASTERN_COMPILED[lang]:
        for match in pattern.finditer(text):
            for group in ("name", "name2"):
                if group in pattern.groupindex and (name := match.group(group)):
                    name = _LEAD[lang].sub("", name.strip("《》「」『』 　").lstrip("据據"))
                    if len(name) >= 2 and not _EAST_NOT.search(name):
                        found.append((match.start(group), name))
    for _, name in sorted(found):
        yield name


def _trim(name: str, lang: str) -> str:
    """The name without what belongs to the sentence: "Reuters On" -> "Reuters"; "" where nothing is left."""
    name = re.sub(r"^(?:L[’']agence|L[’']hebdomadaire|Le quotidien|La revue)\s", "", name)
    parts = re.sub(r"[’']s$", "", name).split()
    while parts and _NOT_A_NEWSROOM.match(parts[-1].strip(".,")):
        parts.pop()
    while (
        parts
        and _NOT_A_NEWSROOM.match(parts[0])
        and (
            len(parts) == 1
            or parts[0].lower()
            not in ("the", "la", "le", "el", "il", "o", "a", "die", "der", "das", "los", "lo")
        )
    ):
        parts.pop(0)
    return " ".join(parts)


def _person(name: str, text: str, end: int) -> bool:
    """Is it a person or an office rather than a newsroom? "told Chief Executive Ana Ruiz", "told Parliament"."""
    if re.search(
        r"\b(?:Chief|Executive|Minister|President|Secretary|Judge|Justice|Chair(?:man|woman)?|Mr|Ms|Mrs|Dr|Prof|Sir|Committee|Court|Parliament|Congress|Senate|Assembly|Council|Board|Commission|Authority|Exchange|Ministry|Tribunal|Union)\b",
        name,
    ):
        return True
    return bool(re.match(r"\s(?:about|to|that he|that she)\b", text[end : end + 12]) and " " not in name)


def _key(name: str) -> str:
    return (
        re.sub(r"^(?:the|le|la|les|el|il|lo|o|a|die|der|das|l[’'])\s?(?=\w{3})", "", fold(name))
        .replace("’", "'")
        .strip(" .")
    )
