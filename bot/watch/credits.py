"""Words by which an article says where its report comes from: translated, taken over, or retold. Data and pure rules.

Nine languages: English, French, German, Spanish, Portuguese, Italian, Japanese, Chinese, Korean.
"""

from __future__ import annotations

import re

from bot.text import fold

#: Translated, or put into another language by somebody.
TRANSLATED = re.compile(
    r"\btranslat(?:ed|ion|or)\b|\bauto-?translated\b|\benglish version\b"
    r"|\btradui(?:t|te|ts)\b|\btraduction\b|\btraduit de\b|\bversion française\b|\badapté de\b"
    r"|\bübersetz(?:t|ung|er|erin)\b|\bdeutsche (?:fassung|version|bearbeitung)\b|\baus dem (?:englischen|französischen|spanischen|italienischen|japanischen|chinesischen|portugiesischen|koreanischen)\b"
    r"|\btraducci[oó]n\b|\btraducid[oa]\b|\bversión (?:española|en español)\b"
    r"|\btradução\b|\btraduzid[oa]\b|\bversão (?:portuguesa|em português)\b"
    r"|\btraduzione\b|\btradott[oa]\b|\bversione italiana\b"
    r"|翻訳|訳出|日本語訳|\b訳[:：]|抄訳|编译|編譯|译自|譯自|翻译|翻譯|译者|번역|옮김|옮긴이",
    re.I,
)
#: Put into its own words for its own readers: a translation where the original is named beside it.
VERSION = re.compile(r"\bversi(?:on|ón|one|ão)\b|\bfassung\b|\bbearbeitet\b|\badapt\w+|\badatta\w+|\brendered\b|정리|整理|まとめ", re.I)
#: The article retells what a newspaper, agency or site brought: it is a report about a report.
_RETOLD = {
    "en": r"the (?:[\w’'-]+ ){0,3}(?:news)?(?:paper|daily|magazine|weekly|report|article|outlet|broadcaster|website|site|agency|publication|blog|post|story)(?:['’]s)? (?:said|says|reported|reports|added|adds|wrote|writes|cited|citing|quoted|also)"
    r"|(?:newspaper|daily|magazine|news (?:site|service|agency)|broadcaster|website|blog|outlet) [A-ZÀ-Þ][\w’' &-]{2,60} (?:said|reported|wrote)"
    r"|according to (?:the|a|that) (?:[\w’'-]+ )?(?:report|newspaper|paper|article|magazine|daily|post|story|broadcaster|site)"
    r"|(?:the report|told the (?:news)?paper|told the (?:newspaper|magazine|daily|broadcaster|site|website|outlet)|reported (?:earlier )?on (?:mon|tues|wednes|thurs|fri|satur|sun)day|after (?:a|the) (?:[\w’'-]+ ){0,2}(?:newspaper|report|magazine|website)|citing (?:a|the) (?:report|newspaper)|first reported)",
    "fr": r"(?:selon|d[’']après) (?:le|la|ce|un|une|l[’'])\s?(?:journal|quotidien|magazine|hebdomadaire|site|média|agence|article)"
    r"|(?:le|la|ce) (?:journal|quotidien|magazine|site|titre|média) (?:affirme|rapporte|écrit|indique|cite|révèle|ajoute|précise)"
    r"|au (?:journal|quotidien|site|magazine)|révélé par|a rapporté|rapporte le",
    "de": r"(?:laut|nach) (?:einem |dem |der |des )?(?:bericht|zeitungsbericht|medienbericht|zeitung|magazin|blatt)|berichtete? (?:die|das|der) |(?:die zeitung|das blatt|das magazin) (?:berichtet|schreibt|zitiert|beruft)|dem (?:bericht|blatt) zufolge|sagte? der zeitung|unter berufung auf",
    "es": r"según (?:el|la|un|una|este|publica|informó|informa|recoge)\s?(?:diario|periódico|informe|medio|revista|agencia|artículo|web)?|(?:el|este) (?:diario|periódico|medio|rotativo) (?:afirma|asegura|señala|cita|añade|informó|publicó|recoge)|(?:al|dijo al) (?:diario|periódico)|publicó (?:el|la)",
    "pt": r"segundo (?:o|a|um|uma|este) (?:jornal|diário|revista|site|reportagem|agência|notícia|portal)|(?:o|este) (?:jornal|diário|site|portal) (?:afirma|diz|informou|noticiou|cita|escreve|acrescenta)|ao jornal|noticiou|de acordo com (?:o|a) (?:jornal|reportagem|site)",
    "it": r"secondo (?:il|lo|la|un|quanto) (?:giornale|quotidiano|rivista|sito|articolo|agenzia|riportato|riporta|scrive)|(?:il|lo) (?:giornale|quotidiano|sito) (?:scrive|riporta|afferma|cita|aggiunge|riferisce)|al (?:giornale|quotidiano)|ha riportato|riferisce il",
    "ja": r"(?:と|が)報じた|によると、?同紙|同紙(?:は|に|が)|同(?:誌|メディア|サイト|通信)(?:は|に|が)|の報道|との報道|報道では|報道によれば",
    "zh": r"(?:该报|该媒体|该刊|該報|该网站)(?:称|说|稱|援引|还|并)?|据.{1,16}报道|據.{1,16}報導|报道称|報導稱|报道还|的报道",
    "ko": r"(?:고|라고) .{0,12}보도했다|신문은|매체는|보도에 따르면|보도에 의하면|(?:이|해당) (?:신문|매체|보도)",
}
RETOLD = {lang: re.compile(pattern, re.I if lang != "en" else 0) for lang, pattern in _RETOLD.items()}
#: The outlet did something of its own: checked, asked, or signs with its own reporters.
OWN_WORK = re.compile(
    r"\breporting by\b|could not (?:immediately |independently )*(?:verify|confirm|reach)|was not immediately able to|did not (?:immediately )?(?:answer|return|respond to) (?:calls?|e-?mails?|requests?|questions?) from"
    r"|n[’']a pas pu (?:vérifier|confirmer)|n[’']a pas répondu à nos|contacté[es]* par nos soins|konnte .{0,60}(?:nicht (?:unabhängig )?(?:prüfen|bestätigen|überprüfen))|no pudo (?:verificar|confirmar)|não (?:pôde|conseguiu) (?:confirmar|verificar)|non (?:ha potuto|è stato possibile) (?:verificare|confermare)"
    r"|独自に確認|確認できていない|无法独立核实|未能独立证实|独自(?:に)?取材|독자적으로 확인",
    re.I,
)
#: Somebody answers: denies, confirms, has a spokesperson say something, or takes a report back.
ANSWERS = re.compile(
    r"\bden(?:y|ies|ied|ying|ials?)\b|\b(?:reject|disput|dismiss)(?:s|es|ed)\b|\bconfirm(?:s|ed)\b|\bspokes(?:man|woman|person|people)\b|declin(?:es|ed) to comment"
    r"|\bretract\w*|(?:withdr[ae]w\w*|took down) (?:the|its|that|this) (?:report|story|article)"
    r"|\bdéme(?:nt|ntent|nti|ntie|ntir)\b|\b(?:nie|nient|nié)\b|porte-parole|\b(?:réfute|conteste|récuse)(?:nt)?\b|\bconfirm(?:e|é|ent)\b|\brétract\w+"
    r"|\bbestr(?:eitet|eiten|itt|itten)\b|\bdementier\w+|\bw(?:eist|eisen|ies|iesen)\b.{0,90}\bzurück\b|\bSprecher(?:in)?\b|\bbestätigt(?:e|en)?\b|\bzurückgezogen\b"
    r"|\bdesm(?:iente|ienten|intió|intieron|entido|entir)\b|\bniega[n]?\b|\bnegó\b|\b(?:portavoz|vocer[oa])\b|\brechaz(?:a|an|ó|aron)\b|\bconfirm(?:a|an|ó|aron)\b|\bse retract\w+"
    r"|\bdesment\w+|\bneg(?:a|am|ou|aram)\b|\bporta-voz\b|\brejeit(?:a|am|ou)\b|\bconfirm(?:am|ou|aram)\b|\bretratou\b"
    r"|\bsment\w+|\bnegano\b|\bnegato\b|\bportavoce\b|\brespin(?:ge|gono|to)\b|\bconferma(?:no|to)?\b|\britratt\w+"
    r"|否定|広報|事実(?:は|では)(?:ない|ありません)|撤回|否认|否認|发言人|發言人|澄清|不实|不實|证实|證實|撤稿|부인|대변인|홍보|사실이 아니|사실무근|해명|철회",
    re.I,
)
_WITH = r"(?:with|avec|mit|con|com|和|と|©|copyright|\(c\)|da|dal|de|del|do|from|via|von|de l[’'])"


def taken_from(text: str, outlet: str) -> bool:
    """Does the text give `outlet` as where it was taken from: in its dateline, its sign-off, or beside its own name?"""
    if len(outlet) < 2:
        return False
    name = re.escape(outlet)
    dateline = re.search(
        rf"^.{{0,120}}[(（][^()（）]{{0,60}}{name}[^()（）]{{0,40}}[)）]", text[:300], re.I | re.S
    )
    last = text.rstrip().rsplit("\n", 1)[-1]
    signed = len(last) <= 160 and re.search(rf"(?:{_WITH}\s?|[(（©].{{0,60}}){name}", last, re.I)
    return bool(dateline or signed)


def retold(sentence: str, lang: str, outlet: str) -> bool:
    """Does this sentence pass on what a report says, or name `outlet` as the one who says it?"""
    pattern = RETOLD.get(lang)
    if pattern and pattern.search(sentence):
        return True
    return len(outlet) > 3 and fold(outlet) in fold(sentence)
