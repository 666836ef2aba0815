"""Words as searched: folded, and bigrams for the scripts written without spaces. Pure; both engines index these.

`unicode61` (SQLite) and `simple` (PostgreSQL) take a run of Chinese, Japanese or Korean for one word, so that a
two-character word inside it is never found; overlapping pairs of characters are.
"""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

#: Scripts written without spaces between words: kana, Han, and (for search) Hangul. For use inside [...].
CJK = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7a3"
_CJK_RUN = re.compile(f"[{CJK}ー々]+")
_WORD = re.compile(rf"[{CJK}ー々]+|(?:(?![{CJK}])[^\W_])+(?:[’'](?:(?![{CJK}])[^\W_])+)?")
# the same where no such script is, many times faster: a look ahead for each letter costs most of the time
_ANY_CJK = re.compile(f"[{CJK}ー々]")
_SPACED_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")


def fold(text: str) -> str:
    """NFKC, case folded, white space single: for comparing, never for showing."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def words(text: str) -> list[str]:
    """Folded words; runs of Chinese, Japanese and Korean come as bigrams (single characters where alone)."""
    folded = fold(text)
    if not _ANY_CJK.search(folded):
        return _SPACED_WORD.findall(folded.replace("’", "'"))
    out: list[str] = []
    for match in _WORD.finditer(folded):
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
        if word.isascii() and "'" not in word:  # most are so
            out.append(word)
            continue
        if not word.isascii():
            bare = unicodedata.normalize("NFD", word)
            word = unicodedata.normalize("NFC", "".join(c for c in bare if not "\u0300" <= c <= "\u036f"))
        out.extend(part for part in word.split("'") if part)
    return out


_HAS_CJK = re.compile(f"[{CJK}]")
#: As many letters of a name's sound are indexed; shorter Latin words are too common to be told by ear.
SOUND_LETTERS = 5


def sound(name: str) -> str:
    """How a name is pronounced, roughly, in Latin letters: "海风" and "Haifeng" are both "haifeng".

    Hangul, kana and Chinese readings by transliteration tables; l and r are one, as in Korean and Japanese.
    Chinese characters in Japanese names come out in their Chinese reading, so those are not found by ear.
    """
    return re.sub(r"[^a-z]", "", anyascii(name).lower()).replace("l", "r")


def sounds_alike(a: str, b: str) -> bool:
    """Is one of two names the other in another script? Only between Latin and Chinese, Japanese or Korean script:
    look-alike letters of other alphabets stay names of their own."""
    if bool(_HAS_CJK.search(a)) == bool(_HAS_CJK.search(b)):
        return False
    latin, other = (b, a) if _HAS_CJK.search(a) else (a, b)
    if not latin.isascii():
        return False
    first = sound(latin.split(" ", 1)[0])
    return len(first) >= SOUND_LETTERS and sound(other).startswith(first)
