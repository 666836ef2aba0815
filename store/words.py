"""Words as searched: folded, and bigrams for the scripts written without spaces. Pure; both engines index these.

`unicode61` (SQLite) and `simple` (PostgreSQL) take a run of Chinese, Japanese or Korean for one word, so that a
two-character word inside it is never found; overlapping pairs of characters are.
"""

from __future__ import annotations

import re
import unicodedata

#: Scripts written without spaces between words: kana, Han, and (for search) Hangul. For use inside [...].
CJK = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7a3"
_CJK_RUN = re.compile(f"[{CJK}ー々]+")
_WORD = re.compile(rf"[{CJK}ー々]+|(?:(?![{CJK}])[^\W_])+(?:[’'](?:(?![{CJK}])[^\W_])+)?")


def fold(text: str) -> str:
    """NFKC, case folded, white space single: for comparing, never for showing."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).casefold().strip()


def words(text: str) -> list[str]:
    """Folded words; runs of Chinese, Japanese and Korean come as bigrams (single characters where alone)."""
    out: list[str] = []
    for match in _WORD.finditer(fold(text)):
        token = match.group()
        if _CJK_RUN.fullmatch(token):
            out.extend(bigrams(token))
        else:
            out.append(token.replace("’", "'"))
    return out


def bigrams(run: str) -> list[str]:
    """The overlapping pairs of a run of characters; the run itself if it is a single one."""
    return [run] if len(run) < 2 else [run[i : i + 2] for i in range(len(run) - 1)]


def terms(text: str) -> list[str]:
    """`words` as they stand in the index: without accents, so that "credito" finds "crédito"; "l'eau" gives two."""
    out: list[str] = []
    for word in words(text):
        if not word.isascii():
            bare = unicodedata.normalize("NFD", word)
            word = unicodedata.normalize("NFC", "".join(c for c in bare if not "\u0300" <= c <= "\u036f"))
        out.extend(part for part in word.split("'") if part)
    return out
