"""Cue words as data, one file a language. `lexicon(lang)` compiles them; an unknown language reads as English.

Each name is one alternation, matched without regard to case on text with straight apostrophes; blanks are blanks
and line breaks in a pattern are not part of it. `@` stands for the name of a newsroom in `credit`.

    silent, mum            asked and silent; answered without content
    deny, confirm, say     verbs by which denials, admissions and speech are reported
    spokes, role, firm     who speaks for a company, and nouns that stand for one ("the lender")
    office, third          authorities; people who do not speak for the company
    unaware, undecided, false, not, now, plan, attack, detail, admit     what the words of an answer say
    granted, owned         it is not denied; what only whoever admits says (Japanese, Chinese, Korean; see `negated`)
    anon, nameless, paper  whom or what a report rests on (`n`: how many)
    credit, told_press     the newsroom that reported first (`s`: it stands before its verb, `v`: behind it,
                           `p`: before what it is said to be); words told to
                           somebody else's newsroom
    earlier, report, retract, hedge, opinion                             time and genre
    hearsay                the news rests on what people say, or goes round
    tail, office_tail, news_tail   parts of names; `stop`: words that begin sentences, not names

Where words follow a grammar, they stand in tables for several languages at once: `verbs` (with their inflection), `trades`,
`refusals`, `statements`, `hearsay`. They are joined with what a language's own file has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.read.lexicon import (
    de,
    en,
    endings,
    es,
    fr,
    hearsay,
    it,
    ja,
    ko,
    negated,
    pt,
    refusals,
    statements,
    trades,
    traditional,
    verbs,
    zh,
)

_ALL = {"de": de, "en": en, "es": es, "fr": fr, "it": it, "ja": ja, "ko": ko, "pt": pt, "zh": zh}
_NEVER = re.compile(r"(?!)")
#: A name as it may stand in `credit`: capitalised words, or a run of CJK characters.
_LATIN = r"(?-i:[A-ZÀ-ÖØ-Þ][\w'&.-]*(?:\ (?:of|the|de|do|da|del|della|delle|des|du|di|la|le|el|&|[A-ZÀ-ÖØ-Þ][\w&.-]*)){0,4})"
_CASED = frozenset({"tail", "office_tail", "news_tail"})
#: Tables by grammar, joined with what a language's own file has: by name of the cue, then by language.
_TABLES: dict[str, list[dict[str, str]]] = {
    "firm": [trades.TRADES], "mum": [refusals.MUM], "silent": [refusals.SILENT], "hearsay": [hearsay.HEARSAY],
    **{name: [table] for name, table in (verbs.VERBS | statements.STATEMENTS).items()},
}  # fmt: skip


@dataclass(frozen=True)
class Lexicon:
    """The compiled cues of one language. `cjk`: written without blanks between words (Korean counts too)."""

    lang: str
    cjk: bool
    stop: frozenset[str]
    patterns: dict[str, re.Pattern[str]]

    def __getattr__(self, name: str) -> re.Pattern[str]:
        if name.startswith("__"):
            raise AttributeError(name)
        return self.patterns.get(name, _NEVER)


@lru_cache(maxsize=32)
def lexicon(lang: str) -> Lexicon:
    """The cues of `lang` ("pt-BR" is Portuguese)."""
    code = (lang or "en").lower().replace("_", "-").split("-")[0]
    code = code if code in _ALL else "en"
    words = _ALL[code].WORDS
    cjk = code in ("ja", "zh", "ko")
    patterns = {}
    for name in dict.fromkeys([*words, *_TABLES]):
        if name == "stop":
            continue
        source = words.get(name, "")
        assert isinstance(source, str)
        text = "|".join(filter(None, [re.sub(r"\n\s*", "", source), *(table[code] for table in _TABLES.get(name, ()) if code in table)]))
        if not text:
            continue
        if code == "zh":
            text = traditional.either(text)
        if name == "credit":
            text = text.replace("@", _CJK_NAME if cjk else _LATIN)
        if made := negated.CUES.get(code, {}).get(name):
            text = f"{text}|{made}"
        # names are told by their capitals, so patterns about names mind them
        patterns[name] = re.compile(text, 0 if name in _CASED else re.IGNORECASE)
    if cjk:
        patterns |= {name: re.compile(negated.CUES[code][name], re.IGNORECASE) for name in ("granted", "owned")}
    else:
        patterns["tail"] = _endings()
    tail = patterns["tail"].pattern
    # the same endings and beginnings, found anywhere in a text
    patterns["tailed"] = re.compile(tail.replace("$", r"(?!\w)").replace("^", r"(?<!\w)"))
    if cjk:
        # a name that ends so, as the subject of its sentence
        patterns["acting"] = re.compile(tail.rstrip("$") + SUBJECT[code])
    return Lexicon(code, cjk, frozenset(words.get("stop", ())), patterns)


@lru_cache(maxsize=1)
def _endings() -> re.Pattern[str]:
    """What names of companies end or begin with in any language of Latin script: they keep their own language in every article."""
    return re.compile("|".join([*(str(_ALL[code].WORDS["tail"]) for code in _LATIN_LANGUAGES), endings.PATTERN]))


_LATIN_LANGUAGES = ("en", "de", "fr", "es", "pt", "it")
#: What follows the subject of a sentence.
SUBJECT = {
    "ja": r"(?:側|の[^、。「」]{1,14})?(?:は|が|も|では|からは|に対し)",
    "zh": traditional.either(r"(?:方面|公司)?[^，。：；“”]{0,14}?(?:表示|称|回应|否认|证实|承认|澄清|强调|指出|直言|坦言|声明|公告|发文|告诉|发布|致歉|道歉|则|拒绝|不予|未|没有|：)"),
    "ko": r"(?: ?(?:측|관계자|대변인|홍보팀|대표))?(?:은|는|이|가|도|측)\b",
}
#: In its own marks, ending as newsrooms' names do, or any run of characters.
_CJK_NAME = (
    r"(?:[『《「][^』》」\s]{2,20}[』》」]|[^\s、。，．,『』《》「」“”（）()：:；;]{1,10}?(?:通讯社|通訊社|日报|日報|晚报|晚報|早报|早報|周刊|週刊|时报|時報|财经|財經|新闻(?!稿)|新聞|电视台|電視台|观察|觀察)(?!发布)|"
    r"[『《「]?[^\s、。，．,『』《》「」“”（）()：:；;]{2,14}?[』》」]?)"
)
