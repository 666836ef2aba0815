"""Company names: their key for comparing, whether two names are kin, and where one occurs in a text. Pure rules.

A key is the folded name without its legal form ("Quillon Semiconductor plc" -> "quillon semiconductor").
Keys are never mapped across look-alike letters, so a Cyrillic "Аpple" stays a company of its own, and so does one in
mathematical or enclosed letters. Full-width letters are how East Asian texts write Latin ones, and are the same.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import dropwhile

from bot.text import CJK, fold

_LEGAL = frozenset(
    ["plc", "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "llp", "lp", "ag", "se", "gmbh", "kg", "kgaa", "mbh", "sa", "sas", "sarl", "spa", "srl", "nv", "bv", "ab", "asa", "as", "oy", "oyj", "aps", "sab", "sl", "slu", "ltda", "pty", "pte", "bhd", "kk"]
)
#: Words before a name that say only that it is a company or group of them; articles leave them out.
_GROUP = frozenset(["groupe", "grupo", "gruppo", "compagnie", "companhia", "compañía", "compania", "société", "sociedad", "sociedade", "società"])
#: What may join them to the name.
_JOIN = frozenset(["de", "du", "des", "del", "do", "da", "dos", "das", "di", "della", "dei", "delle", "la", "las", "los"])
_ARTICLE = frozenset(["the", "la", "le", "el", "il", "o", "a", "die", "der", "das"])
#: Organs through which a company speaks: the board of X is X, and no company of its own.
ORGAN = re.compile(
    r"(?:the |le |la |il |el |o |der |die )?(?:board(?: of (?:directors|management|trustees))?|(?:supervisory|executive|management) board|management(?: team)?|directors|supervisors|"
    r"vorstand|aufsichtsrat|geschäftsführung|verwaltungsrat|conseil (?:d['’]administration|de surveillance)|directoire|direction générale|comité exécutif|"
    r"consejo de administración|junta (?:directiva|general)|consejo rector|comité de dirección|conselho (?:de administração|fiscal|diretor)|diretoria(?: executiva)?|comissão executiva|"
    r"consiglio (?:d['’]amministrazione|di amministrazione)|collegio sindacale|comitato esecutivo)",
    re.I,
)
_LEGAL_CJK = re.compile("株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|股份公司|\\(株\\)|㈱|주식회사|\\(주\\)|㈜")
#: Small letters of Cyrillic, Greek and Armenian that look like Latin ones (Unicode TS 39, confusables.txt), and others
#: that are taken for one another.
_LOOKS = str.maketrans("авсԁеһніјӏкмոорԛгѕтѵԝхуαβεζηικμνορτυχγωɡıɑ", "abcdehhijlkmnopqrstvwxyabezhikmnoptuxywgia")
_LOOKS |= str.maketrans("01|i", "olll")
#: Letters made for formulas and labels, which folding makes plain ones: letter-like symbols, enclosed, mathematical,
#: regional indicators.
_STYLES = "\u2102-\u2115\u2119-\u211d\u2124-\u2149\u2460-\u24ff\U0001d400-\U0001d7ff\U0001f100-\U0001f1ff"
_STYLED = re.compile(f"([{_STYLES}]+)")
_EDGE = re.compile(rf"^(?:(?![{_STYLES}])[\W_])+|(?:(?![{_STYLES}])[\W_])+$")
_HAS_CJK = re.compile(f"[{CJK}]")


def key(name: str) -> str:
    """The name as compared: folded, without legal form, possessive, dots or quotes. "" for an empty name."""
    text = _LEGAL_CJK.sub(" ", _folded(name))
    text = re.sub(r"[’']s\b", "", text).replace(".", "")
    tokens = [t for t in re.split(r"[\s,()\[\]«»“”\"/]+", text) if t]
    tokens = [_EDGE.sub("", t) or t for t in tokens]
    while len(tokens) > 1 and tokens[-1] in _LEGAL:
        tokens.pop()
    while len(tokens) > 1 and tokens[0] in _GROUP | _ARTICLE:
        if tokens.pop(0) in _GROUP:
            tokens = _unjoined(tokens)
    return " ".join(tokens)


def _unjoined(tokens: list[str]) -> list[str]:
    """What stands after "company of the", if it is a name: a single word may be any ("Compagnie des Alpes")."""
    rest = list(dropwhile(_JOIN.__contains__, tokens)) if tokens[0] in _JOIN else tokens
    return rest if len(re.split(r"[ -]", " ".join(rest))) > 1 else tokens


def bare_form(name: str) -> bool:
    """Is it a legal form without a name ("S.p.A.")?"""
    return fold(name).replace(".", "").replace(" ", "") in _LEGAL


def extends(longer: str, shorter: str) -> bool:
    """Is `shorter` (a key) the beginning of `longer`, word by word (or, in CJK scripts, character by character)?"""
    if longer == shorter or not shorter:
        return False
    if _HAS_CJK.search(shorter):
        return len(shorter) >= 2 and longer.startswith(shorter)
    return longer.startswith(shorter + " ")


def kin(a: str, b: str) -> bool:
    """Do two names look like one company or one family (same key, or one begins the other)?"""
    x, y = key(a), key(b)
    return x == y or extends(x, y) or extends(y, x)


def occurs(name: str, text: str) -> bool:
    """Does `name` stand in `text` as a word of its own? Latin names need word borders, CJK names do not."""
    folded_name, folded = fold(name), fold(text)
    if not folded_name:
        return False
    if _HAS_CJK.search(folded_name):
        return folded_name in folded
    return re.search(rf"(?<!\w){re.escape(folded_name)}(?!\w)", folded) is not None


def called(name: str) -> str:
    """The name as texts print it, without its legal form ("Fern Mills", of "Fern Mills plc"; "柊電", of "柊電株式会社"): the name
    itself where a single word in Latin letters would be left, which may be any word."""
    if _HAS_CJK.search(name):
        return _LEGAL_CJK.sub("", name).strip() or name
    words = name.split()
    while len(words) > 1 and fold(words[-1]).replace(".", "").strip(",") in _LEGAL:
        words.pop()
    return " ".join(words).rstrip(",") if len(words) > 1 else name


def looks_like(name: str, other: str) -> bool:
    """Are these two names in different letters that look the same (a Cyrillic "а" in "Quillon Cаrs")? No article is to
    make one company of them."""
    return key(name) != key(other) and _looks(name) == _looks(other)


def mixed(name: str) -> bool:
    """Has one of its words letters of several of the scripts that look alike?"""
    return any(len({_script(c) for c in word} - {""}) > 1 for word in name.split())


def _looks(name: str) -> str:
    return fold(key(name)).translate(_LOOKS)


def _folded(name: str) -> str:
    """The name folded but for its styled letters, which would become plain ones."""
    if not _STYLED.search(name):
        return fold(name)
    parts = _STYLED.split(name)  # every second one is styled
    return " ".join("".join(p if n % 2 else _plain(p) for n, p in enumerate(parts)).split())


def _plain(part: str) -> str:
    """A part of a name folded, with the white space at its ends."""
    return re.sub(r"\S+", lambda word: fold(word.group()), part)


def _script(letter: str) -> str:
    script = unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""
    return script if script in ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN") else ""


def in_latin(name: str) -> bool:
    """Is a name written in Latin letters, as far as it has letters at all?"""
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(c, "") for c in letters)
