"""Kinds of answers that Japanese, Chinese and Korean mark in ways of their own. Pure rules over the cues of one language."""

from __future__ import annotations

import re

from bot.read.lexicon import Lexicon, traditional
from bot.read.reading import ResponseKind

#: "It is true that we were approached, but nothing is decided": a part is admitted.
PARTLY = re.compile(
    r"(?:こと|の|点)(?:自体)?は間違い(?:な|ありませ|ございませ)|(?:こと|の|点)(?:自体)?は(?:事実|確か|本当)(?:だ|です|である|で、)|(?:것은|것이|건|게|점은) (?:맞|사실이(?:다|지만|나|며|라|고)|사실입)|사실은 (?:맞|인정)|"
    r"(?:确实|確實|的确|的確)(?:有|存在|曾|收到|进行|進行|在|与|與)|确有|確有|确曾|確曾"
)
#: "Where does that figure come from?"
_WHENCE = {
    "ja": re.compile(r"(?:数字|金額|額|人数|規模|値|日付|時期|件数)[^。」]{0,12}(?:どこから|どうやって|どこを見て|何を根拠|出どころ|出所)"),
    "zh": re.compile(traditional.either(r"(?:数字|金额|价格|报价|数据|数目|比例)[^，。”]{0,10}(?:哪来|哪里来|从何|不知(?:道)?从|怎么来|怎么算|何来)")),
    "ko": re.compile(r"(?:숫자|금액|수치|규모|비율|액수|시점)[^.”]{0,10}(?:어디서|어떻게|무슨 근거로) ?(?:나온|나왔|튀어나|계산)"),
}
#: "No such fact as was reported".
_AS_REPORTED = re.compile(r"(?:報道|記事|指摘|投稿)[^。」]{0,14}ような[^。」]{0,24}事実は[^。」]{0,6}(?:な|ござ|あり)")
#: "Not as many as that": the extent is put right.
_NOT_SO_MUCH = {
    "ja": re.compile(r"(?:そこまで|そんなに|それほど|そんな(?:大きな|多い)|言われるほど)[^。、」]{0,14}(?:ない|ません|なく)"),
    "zh": re.compile(traditional.either(r"(?:没有?|不到|未到|远未到)[^，。”]{0,10}(?:这么|那么|如此)(?:多|大|高|少|严重|夸张|离谱|长|久)")),
    "ko": re.compile(r"(?:그 정도|그만큼|그렇게까지|그 만큼|그렇게 (?:많|크|높))[^.”]{0,8}(?:아니|않|없)"),
}
#: Wishes, promises and words of regret are negated without denying anything: "that it may not happen again", 申し訳ありません.
_WISHES = {
    "ja": re.compile(r"申し訳(?:も|は)?(?:な[いくか]|ありません|ございません)|(?:二度と|再び)[^。」]*|[^。、」]{0,12}(?:ない|ぬ)よう(?:に)?|あってはならない|[^。、」]{0,10}ないで(?:いただ|ほし|くださ)[^。」]*|至らな(?:い|かった)|足りな(?:い|かった)|(?:行き届|至)らな(?:い|かった)|心配(?:は|に)[^。、」]{0,6}(?:ない|ません|及びません)|言うまでもなく|間違いなく|だけでなく|のみならず"),
    "zh": re.compile(traditional.either(r"(?:绝|决|坚决)?不(?:再|姑息|会再)[^，。”]*|(?:请|希望|呼吁|敬请|恳请)[^，。”]{0,12}(?:不|勿|别)[^，。”]*|不仅|不但|不只|不断|毫不犹豫|不好意思|对不起|不够[^，。”]{0,4}")),
    "ko": re.compile(r"다시는[^.”]*|(?:않|없)(?:도록|게|기를|길)[^.”]*|[^.” ]{1,8}지 말아[^.”]*|뿐만? 아니라|못지않|어김없이|빠짐없이|아낌없이|차질 ?없"),
}


def without_wishes(words: str, lex: Lexicon) -> str:
    """The words without wishes and courtesies, whose negation says nothing of the facts; in other languages as they are."""
    return _WISHES[lex.lang].sub(" ", words) if lex.cjk else words


def eastern_kind(words: str, lex: Lexicon) -> ResponseKind | None:
    """What outweighs every other sign: where a figure comes from is asked, or denying itself is negated; else None."""
    if _WHENCE[lex.lang].search(words):
        return "specific_denial"
    false = lex.false.search(words)
    if PARTLY.search(words) and lex.mum.search(words) and not false:
        return "confirmation"  # of the rest nothing is said
    if _AS_REPORTED.search(words):
        return "flat_denial"
    if _NOT_SO_MUCH[lex.lang].search(words):
        return "specific_denial"
    if false:
        return None
    last = _CONCESSIVE[lex.lang].split(words)[-1]
    fault = lex.owned.search(last)
    sorry = fault and _FAULT[lex.lang].search(last)
    if lex.granted.search(words) or sorry or (fault and not lex.patterns["not"].search(without_wishes(last.replace(fault.group(), " "), lex)) and not lex.hold.search(last)):
        return "confirmation"
    return None


#: "That was no intention of ours, but we fell short": what counts stands behind.
_CONCESSIVE = {"ja": re.compile(r"(?<=[たるいんす])が、|ものの、|とはいえ、"), "zh": re.compile(traditional.either(r"[，。；](?:但|不过|然而|可是)")), "ko": re.compile(r"지만,? |으나,? |면서도,? ")}
#: Whoever says so takes the blame, whatever else is negated.
_FAULT = {
    "ja": re.compile(r"弁解|言い訳|申し開き|不徳|手落ち|落ち度|不手際|配慮|責任"),
    "zh": re.compile(traditional.either(r"错|过失|失误|疏忽|疏漏|责任|认罚|不力|不严")),
    "ko": re.compile(r"잘못|불찰|실수|과실|책임|부끄"),
}
