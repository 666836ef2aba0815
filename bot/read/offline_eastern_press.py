"""Newsrooms that an article in Japanese, Chinese or Korean credits: told from companies, offices and words before a verb. Pure."""

from __future__ import annotations

import re

from bot.read.lexicon import Lexicon
from bot.read.offline_cast import Name, Names

#: What stands before a newsroom's name in the same run of characters.
_BEFORE = re.compile(
    r"^(?:.*(?:現地紙|現地メディア|地元メディア|同国紙|週刊誌|业内媒体|当地媒体|当地报纸)の?|.{0,8}(?:付の|日の|英字紙|経済紙|地元紙|業界サイトの?|业界网站|財經媒體))"
)
_BEHIND = re.compile(r"(?:は|が|も|紙|（.*|\d+日)$")
#: Those who tell, and words that end no name.
_NOBODY = re.compile(
    r"(?:[가-힣](?:다|라|냐|자)|[たるいだう]と|当局|당국|외신|언론|매체|外媒|関係者|社員|従業員|職員|幹部|農家|住民|担当者|人士|員工|官员|相关|관계자|업계|소식통|업계에|会社|公司|消息|電子版|网络版|온라인판|者|話|に|へ|を|の|回应|回應|发言人|發言人|负责人|公告|电邮|中)$"
)
#: Newsrooms whose names end otherwise.
_PRESS_START = re.compile(r"(?:週刊|月刊|日刊|周刊|주간|월간|일간)")
#: Only what reports is credited by "said" or "according to"; anybody may say something.
_REPORTED = re.compile(r"[^。.]{0,60}?(?:報じ|報道|報导|報導|报道|报导|刊文|刊发|曝光|보도|단독)")
_HIRAGANA = re.compile("[ぁ-ん]")


def eastern_newsroom(text: str, after: str, names: Names, at: tuple[int, int], lex: Lexicon) -> str:
    """The newsroom's name in `text`, which stands at `at` and before `after`; "" where nobody reports there."""
    marked = text[:1] in "『《「" and text[-1:] in "』》」"
    name = _BEHIND.sub("", _BEFORE.sub("", text.strip("『』《》「」'\"")))
    if lex.lang == "ja" and not marked and _HIRAGANA.search(name) and not _PRESS_START.match(name):
        # "したとした西都新聞": the words before the name end in kana
        name = re.split("[ぁ-ん]", name)[-1]
    if len(name) < 3 or _NOBODY.search(name) or lex.patterns["firm"].fullmatch(name) or lex.anon.search(text):
        return ""
    over = _over(names, at)
    if any(found is names.main for found in over):
        return ""
    if marked or lex.news_tail.search(name) or _PRESS_START.match(name):
        return name
    if any(found.what in ("company", "office", "person") for found in over):
        return ""
    return name if _REPORTED.match(after) and not (lex.role.search(name) or lex.spokes.search(name)) else ""


def tells_nothing(text: str) -> bool:
    """Is what stands where a newsroom's name might stand the end of a clause, or those who tell?"""
    return bool(_NOBODY.search(text.strip("『』《》「」'\"")))


def _over(names: Names, at: tuple[int, int]) -> list[Name]:
    """The names that lie in a stretch of text, or reach into it."""
    return [name for name in names.all if any(a < at[1] and at[0] < b for a, b in name.at)]
