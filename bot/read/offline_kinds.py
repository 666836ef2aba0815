"""What kind of answer some words are. Pure rules over the cues of one language.

The order matters: what is said about the talks ("not aware of any") outweighs how it is said ("false
alarm"), an outright denial outweighs a colouring one, and a detail denied leaves the rest standing.
"""

from __future__ import annotations

import re

from bot.read.lexicon import Lexicon
from bot.read.offline_eastern_kinds import PARTLY, eastern_kind, without_wishes
from bot.read.reading import ResponseKind

#: Which of several answers of one company in one article stands for it.
RANK: dict[ResponseKind, int] = {
    "flat_denial": 0,
    "specific_denial": 1,
    "unaware": 2,
    "undecided": 3,
    "time_bound_denial": 4,
    "third_party_denial": 5,
    "non_denial": 6,
    "confirmation": 7,
    "no_comment": 8,
    "no_response": 9,
}
#: Figures and months: what a claim and the denial of a detail have in common.
_FIGURES = re.compile(
    r"\d[\d.,  ]*\d|\d|\b(?:January|February|March|April|June|July|August|September|October|November|December|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|Januar|Februar|März|Juni|Juli|Oktober|Dezember|enero|febrero|marzo|abril|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|junho|julho|setembro|outubro|novembro|dezembro|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)\b"
)
#: Who will not be named says nothing by it.
UNNAMED = re.compile(
    r"\b(?:not|nicht|ne pas|n'être pas|no|não|non)\ (?:to\ |namentlich\ |ser\ |être\ |essere\ |figurer\ |figurar\ |comparire\ )?(?:be\ )?"
    r"(?:named|identified|quoted|genannt|zitiert|nommée?s?|citée?s?|citad[oa]s?|identificad[oa]s?|nominat[oaie]|citat[oaie])\b"
    r"|n'(?:a|ont|avait|avaient)\ pas\ (?:souhaité|voulu|tenu\ à|désiré)\ (?:être|que\ (?:son|leur)\ nom|donner\ (?:son|leur)\ nom|témoigner\ à\ visage)\b"
    r"|ne\ souhait\w+\ pas\ (?:être|que\ (?:son|leur)\ nom)\b|\b(?:requi|demand|préfér)\w*\ (?:à\ |de\ )?(?:garder\ )?l'anonymat"
    r"|no\ (?:quiso|quisieron|quiere|quieren|desea\w*)\ (?:que\ se\ (?:revel|public|dies|conoc)\w+|dar\ su\ nombre|ser\ \w+|identificarse|aparecer)"
    r"|não\ (?:quis|quiseram|quer|querem|deseja\w*)\ (?:ser\ \w+|se\ identificar|identificar-se|ter\ o\ nome|dar\ o\ nome)|prefer\w+\ não\ (?:ser\ \w+|se\ identificar|identificar-se)"
    r"|non\ (?:ha|hanno|vuole|vogliono|desidera\w*)\ (?:volut\w+\ )?(?:essere\ (?:nominat|citat|identificat)\w+|comparire|far\ sapere\ il|rivelare\ il|dire\ il\ nome)"
    r"|(?:will|wollen|wollte|wollten|möchte|möchten)\ (?:\w+\ )?(?:namentlich\ )?nicht\ (?:namentlich\ )?(?:genannt|zitiert|erkannt)"
    r"|(?:実名|名前|身元|氏名)(?:を|は)[^。、「」]{0,6}(?:明かさ|出さ|伏せ|公表し)[^。、「」]{0,8}|匿名[^。、「」]{0,12}|(?:이름|신원|신분|실명|얼굴)(?:을|를|은|도)? ?(?:밝히|공개|드러내)[^.,“”]{0,16}|익명을? (?:요구|조건)[^.,“”]{0,8}|(?:不愿|不願|不便|拒绝|拒絕|未)(?:具名|透露(?:姓名|身份)|公开(?:姓名|身份))|要求匿名",
    re.I,
)
#: Marks around a few words that a sentence weaves in: "it saw \"no evidence\" that".
_MARKS = re.compile("[\"“”„«»]")
#: "Machine 3", "Werk 2": a number that is a name.
_NUMBERED = re.compile(r"\b(?:machine|ligne|chai|unité|tranche|hall|four|Werk|Linie|Halle|Block|Ofen|Maschine|línea|planta|nave|horno|unidad|linea|impianto|forno|reparto|linha|unidade|forno|nave|máquina|macchina|plant|line|unit|phase|terminal|mill|furnace|n[°ºo]\.?|Nr\.?)\ (?:n[°ºo]\.?\ ?)?\d{1,2}\b", re.I)
#: "9,000, not two million": a figure is put right.
INSTEAD = re.compile(
    r"\b(?:not|rather\ than|instead\ of|as\ opposed\ to|nicht|et\ non|and\ not|y\ no|e\ não|e\ non|non|no|não)\ (?:\w+\ ){0,2}?(?:\d|two|three|four|five|six|seven|eight|nine|ten|a\ (?:hundred|thousand|million)|"
    r"dozens|hundreds|thousands|scores|deux|trois|zwei|drei|vier|dos|tres|cuatro|duas|dois|três|due|tre|quattro)|而(?:不是|非)[^，。]{0,4}\d|ではなく"
)
#: "They are not 200 but 35", "no son 200, son 35".
_SWAPPED = re.compile(
    r"\b(?:nicht|pas|no\ (?:son|es|fueron|fue|hay|eran)|não\ (?:são|é|foram|foi|há|eram)|non\ (?:sono|è|erano|ci\ sono))\ (?:\w+\ ){0,3}?\d[^.;!?]{0,40}?(?:\bsondern|\bmais|\bsino|\bma|\bmas|[,;:]\ (?:son|es|fueron|fue|são|é|foram|foi|sono|è|erano|ce\ sont|c'est|es\ sind))\ (?:\w+\ ){0,3}?\d"
)
#: "Only one lot, not the whole production": the extent is put right.
_PART_ONLY = re.compile(
    r"\b(?:nur|lediglich|allein|ausschließlich|einzige[rsmn]?|seule?(?:ment)?|uniquement|un\ seul|une\ seule|solo|sólo|solamente|únicamente|único|única|soltanto|unicamente|unico|unica|un\ solo|una\ sola|apenas|só|somente)\b[^.;!?]{0,90}?"
    r"\b(?:nicht|keineswegs|et\ non|non|pas|y\ no|no|e\ não|não)\ (?:à\ |a\ |al\ |de\ |in\ |la\ |le\ |l'|los\ |las\ |die\ |der\ |das\ |den\ |pas\ |em\ )*"
    r"(?:gesamt\w*|ganze\w*|alle\w*|hundert|tout\w*|ensemble|intégralité|totalité|cent|toda\w*|todo\w*|total\w*|cien|tutt\w+|inter\w+|cento|inteir\w+|cem|\d+)\b",
    re.I,
)
#: Who is sorry for it, or says that it fell short, admits it, whatever else is negated.
_FELL_SHORT = re.compile(r"\bmistakes were made|\bfell (?:far |well )?(?:short|below)|\b(?:sorry|apologi[sz]e) (?:for|to)\b(?! (?:any|the (?:confusion|concern)))", re.I)
_WRONG_OURSELVES = re.compile(
    r"\b(?:we|I)(?:'ve|\ have)?\ (?:got|get)\ (?:it|this|that|things)\ (?:\w+\ )?wrong|\b(?:we|I)\ made\ an?\ (?:\w+\ )?(?:mistake|error)|nous\ (?:nous\ sommes\ trompés|avons\ (?:fait|commis)\ une\ erreur)|wir\ haben\ (?:\w+\ ){0,3}Fehler\ gemacht|"
    r"\bnos\ (?:hemos\ equivocado|equivocamos)|(?:hemos\ cometido|cometimos)\ (?:un|errores)|\bist\ uns\ (?:\w+\ ){0,3}?Fehler\ (?:unterlaufen|passiert)|\b(?:on|nous)\ (?:s'est|nous\ sommes)\ trompée?s?|\bcometemos\ um\b|\bfalhámos\b|\bfallamos\b|\b(?:errámos|erramos|cometemos\ (?:um|erros))|abbiamo\ (?:sbagliato|commesso\ (?:un|degli)\ error)|ci\ siamo\ sbagliati|\bho\ sbagliato|\bresponsabilità\ è\ (?:soltanto\ |solo\ |tutta\ )?(?:nostra|mia)|\bwar\ ein\ Fehler\b|\bunser\ Fehler\b|\bfue\ un\ error\b|\bfoi\ (?:um\ )?erro\ nosso\b|\bc'(?:est|était)\ (?:notre|une)\ (?:faute|erreur)\b",
    re.I,
)
_CLAUSE = re.compile(r"[.;:!?](?=\s|$)|[。！？；]|,\s+(?=(?:and|but|et|mais|und|aber|y|pero|e|mas|ma)\b)|，")


def kind_of(
    words: str,
    lex: Lexicon,
    *,
    denied: bool = False,
    admitted: bool = False,
    claim: str = "",
    against: bool = False,
) -> ResponseKind | None:
    """The kind of `words` (speech or a reported clause), or None when they answer nothing.

    `denied` / `admitted`: the frame says so ("denied that", "confirmed"). `claim`: the words they answer.
    `against`: they stand against reported news, so that "the plant stays open" denies it.
    """
    words = " ".join(UNNAMED.sub(" ", _MARKS.sub("", words)).split())
    if lex.cjk and not denied and (told := eastern_kind(words, lex)):
        return told
    if mum(words, lex) and not denied and not lex.false.search(words) and not lex.unaware.search(words):
        return "no_comment"
    if lex.admit.search(words) and not lex.false.search(words) and re.search(r"no secret|\byes\b|\boui\b|\bja\b[,.]|\bsí\b[,.]|\bsim\b[,.]|\bsì\b[,.]", words, re.I):
        return "confirmation"
    if _WRONG_OURSELVES.search(words) and not denied:
        return "confirmation"
    if lex.admit.search(words) and _FELL_SHORT.search(words) and not denied and not lex.false.search(words):
        return "confirmation"
    false = bool(lex.false.search(_of_facts(words, lex)))
    if lex.cjk and PARTLY.search(words) and not denied and not (false and not _BUT.search(words)):
        return "confirmation"
    unaware, undecided = bool(lex.unaware.search(words)), bool(lex.undecided.search(words))
    planned, now, attack = (
        bool(lex.plan.search(words)),
        bool(lex.now.search(words)),
        bool(lex.attack.search(words)),
    )
    negated = bool(lex.patterns["not"].search(without_wishes(words, lex)))
    if unaware and not false:
        return "unaware"
    if undecided and not false:
        return "undecided"
    if (false or denied or negated or (lex.lang == "en" and (_TOO_MUCH.search(words) or (against and _ONLY_SO_MANY.search(words))))) and _detail(words, lex, claim, false or denied):
        return "specific_denial"
    if against and negated and not lex.cjk and _PART_ONLY.search(words):
        return "specific_denial"
    if lex.cjk and _INFLATED.search(words) and (set(_FIGURES.findall(words)) & set(_FIGURES.findall(claim)) or lex.detail.search(words)):
        return "specific_denial"
    if false or denied:
        return "time_bound_denial" if planned and now and not false and not denied else "flat_denial"
    if admitted:
        return "confirmation"
    if (planned or negated) and now and not attack:
        return "time_bound_denial"
    if lex.admit.search(words) and not negated and not attack:
        return "confirmation"
    if attack and not (negated and _plain_no(words, lex)):
        return "non_denial"
    if planned and attack and not now:
        return "non_denial"
    if planned:
        return "time_bound_denial" if lex.now.search(words) or _intention(words, lex) else "flat_denial"
    if negated and _plain_no(words, lex):
        return "flat_denial"
    if attack:
        return "non_denial"
    if against and lex.hold.search(words):
        return "time_bound_denial" if now else "flat_denial"
    return None


def _of_facts(words: str, lex: Lexicon) -> str:
    """What words say of facts: "no such thing has been reported to us" or "no fact has been decided" negate none."""
    return without_wishes(lex.undecided.sub(" ", lex.unaware.sub(" ", words)), lex) if lex.cjk else words


def mum(words: str, lex: Lexicon) -> re.Match[str] | None:
    """Where words decline to answer; "our notices alone count" behind an answer is a courtesy, not a refusal."""
    found = lex.mum.search(words)
    if found and lex.cjk and (lex.plan.search(words) or lex.undecided.search(words)):
        return lex.mum.search(_COURTESY.sub(" ", words))
    return found


_COURTESY = re.compile(r"(?:一切)?(?:请|請)?以[^，。]{0,12}(?:为准|為準)|请(?:关注|留意)[^，。]{0,10}公告|請(?:關注|留意)[^，。]{0,10}公告")
_BUT = re.compile(r"だが|ですが|である[がも]|지만|으나|但")
#: "No change to the plan" takes the plan as it is: it denies a change outright.
_UNCHANGED = re.compile(r"(?:計画|方針|予定|考え)に(?:変更|変わり)は|(?:계획|방침|일정)(?:에|에는) ?(?:변화|변동|변경|차질)|(?:计划|計劃|安排)(?:没有|並無|并无|不)(?:任何)?(?:变|變|改)")


#: "No such plan exists at all" denies that there is one.
_NO_SUCH = re.compile(r"(?:そのような|そうした|かかる|このような|そんな)(?:予定|計画|考え|方針|意向)は(?:一切|全く|まったく|ござ|あり|な)|(?:그런|그러한|이런|해당) (?:계획|방침|예정)[은이]? ?(?:전혀 |일절 )?없|(?:没有|並無|并无)(?:这样|此类|这种|該等)的?(?:计划|打算|安排)")


def _intention(words: str, lex: Lexicon) -> bool:
    """Plans can change, facts cannot: "no plans to" is true only for now; "no talks" is a fact."""
    if lex.cjk and (_UNCHANGED.search(words) or _NO_SUCH.search(words)):
        return False
    m = lex.plan.search(words)
    return bool(
        m
        and re.search(
            r"plan|plän|inten|proj|prev|previs|beabsicht|absicht|pretend|envisag|calendar|予定|計画|考え|计划|打算|安排|計劃|规划|規劃|意图|意圖|意愿|意願|想法|계획|예정|방침|의향|agenda|cards|piens|progett|prévu|geplant|consider|actualité|ordre du jour|ordine del giorno|orden del día|ordem do dia|mesa|tavolo|debatt|tagesordnung|disposition|diskussion|vorgesehen|angedacht|étudi|examin|contempl|studio|programma|équacion|equacion|reflex|réflex|riflession",
            m.group(),
            re.I,
        )
    )


def _plain_no(words: str, lex: Lexicon) -> bool:
    """Is a fact negated, in a clause of its own, rather than a wish or a courtesy?"""
    return any(
        lex.patterns["not"].search(clause) and not lex.attack.search(clause)
        for clause in _CLAUSE.split(words)
        if clause
    )


#: "Only the first 3,000 of them": the extent is put right.
_ONLY = re.compile(r"にとどま|にすぎ|に過ぎ|[万千百十\d件人台社つ]だけ|のみで|(?:只|仅|僅)(?:是|有|为|為|涉及|限于)[^，。]{0,6}[一二三两兩几幾\d]|頂多|顶多|最多也?就?|(?:[\d]|명|건|곳|회|차례|원|%)(?:뿐|에 불과|에 그)")
#: "There is no fact such as cutting a fifth": the whole is denied, whatever figures it holds.
_NO_SUCH_FACT = re.compile(r"(?:という|といった|との)(?:事実|こと|話|計画|方針)は(?:一切|全く|まったく)?(?:な|ござ|あり)")
#: A figure is called inflated.
_INFLATED = re.compile(r"부풀|과장|너무 (?:크|많)|夸大|誇大|离谱|離譜|猜|大げさ|過大|盛られ|盛った|水増しされ")
#: Numbers in words, and figures called wrong in size.
_COUNTED = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|scores|half|a\ third|a\ quarter)\b", re.I)
_TOO_MUCH = re.compile(r"\b(?:over|under)stated\b|\bexaggerat\w+|\binflated\b|\b(?:far|much|way|wildly|grossly)\ (?:too\ )?(?:high|low|large|small|off)\b|\btoo\ (?:high|low|large|small)\b|\b(?:no(?:where|t\ anywhere)\ near|nothing\ like)\b", re.I)
_ONLY_SO_MANY = re.compile(r"\b(?:only|just|no\ more\ than|fewer\ than|at\ most|merely)\ (?:about\ |around\ |some\ )?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a\ (?:dozen|handful|few))\b)", re.I)
#: An indefinite detail is denied whole: "denied that any date was set".
_ANY = re.compile(r"\b(?:any|an?|no|aucune?|une?|jede\w*|eine?\w*|ningun\w*|algun\w*|una?|qualquer|nenhum\w*|uma?|alcun\w*|qualsiasi)\b", re.I)


_ANY_EASTERN = re.compile(r"(?:어떠한|어떤|아무런?|いかなる|どの|一切の|任何)\ ?$")


def _detail(words: str, lex: Lexicon, claim: str, false: bool) -> bool:
    """Is only a detail negated: the figure, the price, the date, the name?"""
    if _SWAPPED.search(words):
        return True
    for clause in _CLAUSE.split(words):
        if not clause:
            continue
        noun = lex.detail.search(clause)
        if noun and lex.cjk and _ANY_EASTERN.search(clause[: noun.start()]):
            noun = None  # "no counterparty whatever"
        if noun and (verb := lex.deny.search(clause)) and 0 <= noun.start() - verb.end() <= 20 and not _ANY.search(clause[verb.end() : noun.start()]):
            return True
        if not (lex.patterns["not"].search(clause) or lex.false.search(clause) or (lex.lang == "en" and any(p.search(clause) for p in (INSTEAD, _TOO_MUCH, _ONLY_SO_MANY)))):
            continue
        if INSTEAD.search(clause) and (re.search(r"\d", clause) or (lex.lang == "en" and len(_COUNTED.findall(clause)) > 1)):
            return True
        if lex.lang == "en" and _ONLY_SO_MANY.search(clause) and (_COUNTED.search(claim) or re.search(r"\d", claim)):
            return True
        if lex.lang == "en" and noun and (inflated := _TOO_MUCH.search(clause)) and abs(noun.start() - inflated.start()) < 60:
            return True
        if lex.cjk and _ONLY.search(words) and lex.false.search(clause):
            return True
        if lex.false.search(clause) and noun and abs(noun.start() - lex.false.search(clause).start()) < 45:  # type: ignore[union-attr]
            return True
        if lex.cjk and _NO_SUCH_FACT.search(clause):
            continue
        if lex.lang == "en":
            # "it isn't late, it will open on 31 March": the day stands in another part
            clause = next((part for part in re.split(r",\s", clause) if lex.patterns["not"].search(part)), clause)
        figures, told = (set(_FIGURES.findall(text if lex.cjk else _NUMBERED.sub(" ", text))) for text in (clause, claim))
        if lex.patterns["not"].search(clause) and figures and (figures & told or noun):
            return True
    return False
