"""Sentences of Japanese, Chinese and Korean that hold two answers: of two companies, or an admission and a denial. Pure."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.read.lexicon import Lexicon
from bot.read.offline_cast import Names
from bot.read.offline_kinds import kind_of
from bot.read.offline_page import Page, Unit

#: What one company said ends here; another may begin.
_BREAK = {
    "ja": re.compile(r"(?:とし|述べ|話し|語り|答え|説明し|コメントし|回答し|否定し|拒否し|控え|避け|認め|得られず|応じず|せず|したが|たが|一方(?:で)?|しており|なく)、(?:一方、|ただ、)?"),
    "zh": re.compile(r"[；;]|，(?:而|但)?"),
    "ko": re.compile(r"(?:했|았|었|혔|렸|쳤|않)(?:고|으며|지만|으나|는데),? |반면,? "),
}
#: What follows a company that begins such a part.
_BEGINS = {
    "ja": re.compile(r"(?:側|の[^、。「」]{0,10})?(?:は|も)"),
    "zh": re.compile(r"(?:方面|公司|则|則|也|亦|发言人|發言人)?(?:则|則|也|亦)?(?:拒绝|拒絕|不予|未(?!来)|没有|沒有|尚未|否认|否認)"),
    "ko": re.compile(r"(?: ?(?:측|관계자|대변인))?(?:은|는|도)"),
}
#: Between what is admitted and what is not.
_TURN = re.compile(r"(?:上で|うえで|つつも?|ながらも?|ものの)、?|(?:一方(?:で)?|たが|だが)、|[，；](?:并(?=否认|否認)|並(?=否認)|但|不过|不過|然而|却|惟|只是)|(?:면서도|지만|으나|다만),? ")
#: "…" So says X.
SO_SAYS = re.compile(
    r"(?:こう|そう)[^。「」]{0,6}?(?:述べ|話|語|説明|強調|断言|答え|言|訴え|明か|打ち明け|反論|主張|首を|笑|返|続け|つぶや|漏ら|釈明|弁明|回答|コメント|否定|嘆|振り返|吐露|切り出)|(?:这样|如此|這樣)(?:说|說|回应|回應|解释|答)|(?:이렇게|이같이|이처럼) (?:말|답|설명|해명|주장|반박|밝|전|적)|의 (?:말|설명|해명|답|답변|주장|입장|반응|얘기)이(?:다|었다)|如是(?:说|說|回应|回應)|这是[^，。]{2,20}的(?:回应|说法|答复|解释)"
)


def clauses(names: Names, unit: Unit, lex: Lexicon) -> list[Unit]:
    """The parts of a unit, cut where another company begins to answer; the whole unit where none does."""
    cuts = [unit.start]
    for m in _BREAK[lex.lang].finditer(unit.frame):
        at = unit.start + m.end()
        firms = names.within(at, unit.end, "company", "office")
        if any(0 <= a - at <= (8 if lex.lang == "ko" else 0) and _BEGINS[lex.lang].match(unit.frame, b - unit.start) for a, b, _ in firms):
            cuts.append(at)
    cuts.append(unit.end)
    return [_part(unit, a, b) for a, b in pairwise(cuts)]


def _part(unit: Unit, start: int, end: int) -> Unit:
    quotes = tuple(q for q in unit.quotes if start <= q.start and q.end <= end)
    return Unit(start, end, unit.para, quotes, unit.frame[start - unit.start : end - unit.start])


def admission_and_rest(page: Page, unit: Unit, claim: str, reported: bool) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where a sentence admits a part and denies the rest ("confirms talks but calls the price wrong"): the two parts."""
    lex = page.lex
    # a quotation may hold both parts, or the words around it one of them
    stretches = [(unit.start, unit.end, unit.frame)] + [(q.start, q.end, page.plain[q.start : q.end]) for q in unit.speech]
    for start, end, words in stretches:
        for turn in _TURN.finditer(words):
            halves = [(start, start + turn.end()), (start + turn.end(), end)]
            for admitted, rest in (halves, halves[::-1]):
                said = words[admitted[0] - start : admitted[1] - start]
                owns = lex.confirm.search(said) or (start > unit.start and lex.admit.search(said))
                if owns and not lex.patterns["not"].search(said) and _denies(page, rest, claim, reported):
                    return admitted, rest
    return None


def _denies(page: Page, part: tuple[int, int], claim: str, reported: bool) -> bool:
    words = page.plain[part[0] : part[1]]
    if page.lex.deny.search(words) and not page.lex.granted.search(words):
        return True
    kind = kind_of(words, page.lex, claim=claim, against=reported)
    return kind in ("flat_denial", "specific_denial", "time_bound_denial")
