"""Other names of a company that an article itself gives: in another script, or its name from now on. Pure.

"Haneul Foods (하늘식품)" gives a second script. "The company is renamed X" is believed only of the company's own
announcement or filing: anybody can write that X is Y.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.read.companies import key
from bot.text import CJK

_WORD = r"[A-ZÀ-ÖØ-Þ][\w&’'-]*(?:\.\w[\w&’'-]*)*"
_LATIN_NAME = rf"{_WORD}(?:\s+(?:(?:of|de|und|and|&|y|e|et)\s+)?{_WORD}){{0,4}}"
_CJK_NAME = rf"[{CJK}ー・々]{{2,16}}"
_HAS_CJK = re.compile(f"[{CJK}]")
_LEGAL = r"(?:\s*,?\s*(?:株式会社|有限公司|股份有限公司|주식회사|Inc\.?|Ltd\.?|plc|PLC|AG|SE|SA|NV|Corp\.?|Co\.?,?\s?Ltd\.?|GmbH|SpA|S\.p\.A\.))?"
_OWN = frozenset({"press_release", "filing"})
#: Words between an old name and the new one, by which a company announces that it is renamed.
_RENAMED = (
    r"(?:has |have |is |was |will be |to be )?(?:renamed|rebranded)(?: as| to)?|chang(?:es|ed|ing) (?:its|our) (?:corporate )?name to|"
    r"will (?:henceforth )?(?:be known|operate|trade) as|now (?:trades|operates) as|becomes|"
    r"firmiert (?:ab \w+ |künftig |nun |jetzt )?(?:als|unter)|heißt (?:ab \w+ |künftig |nun |jetzt )|wird (?:in|zu) |umbenannt in|"
    r"devient|change de nom (?:pour devenir|et devient)|s[’']appelle(?:ra)? désormais|"
    r"pasa a (?:llamarse|denominarse)|cambia su (?:nombre|denominación) (?:a|por)|passa a (?:chamar-se|se chamar|denominar-se)|muda (?:o nome|de nome) para|"
    r"cambia (?:nome|denominazione) in|diventa|si chiamerà"
)
_NEW_IN_LATIN = re.compile(rf"{_LEGAL}\s+(?:{_RENAMED})\s+[“„«\"]?({_LATIN_NAME})")
_CJK_RENAMED = (
    r"(?:(?:は|が)?[^。\n]{0,30}?(?:商号|社名)を[「『]?(?P<ja>[^」』。\n]{2,20}?)[」』]?(?:に|へと?)変更|(?:正式)?更名为[“「]?(?P<zh>[^”」。，\n]{2,20})|"
    r"(?:은|는|이|가)?[^.\n]{0,30}?사명을\s?[‘“']?(?P<ko>[^’”'.\n]{2,20}?)[’”']?(?:으?로)\s?변경)"
)
#: A name in the other script in brackets.
_IN_LATIN, _IN_CJK = (re.compile(rf"{_LEGAL}\s?[(（]\s?({name})\s?[)）]") for name in (_LATIN_NAME, _CJK_NAME))
_BORDER = re.compile(r"\b")


#: What a Romance name begins with that tells the trade: "Laiteries X", "Constructora X". Articles then say X alone.
_TRADE = re.compile(
    r"^(?:Laiteries?|Verreries?|Brasseries?|Papeteries?|Cristalleries?|Fromageries?|Biscuiteries?|Conserveries?|Sucreries?|Tanneries?|"
    r"Aciéries?|Fonderies?|Moulins|Caves|Éditions|Chantiers|Ateliers|Transports?|Mutuelle|Laboratoires?|"
    r"Constructora|Aceites|Bodegas?|Transportes|Laboratorios|Hotelera|Editorial|Aseguradora|Conservas|Cervezas|Astilleros|"
    r"Construtora|Laticínios|Conserveira|Cervejaria|Editora|Seguradora|Estaleiros|Vinícola|"
    r"Pastificio|Birrificio|Caseificio|Oleificio|Cantine?|Cantieri|Maglificio|Conceria|Acciaierie|Salumificio|Assicurazioni)\ (?P<own>[A-ZÀ-ÖØ-Þ][\w’'-]{3,})$"
)


def also_known(text: str, names: Iterable[str], kind: str | None = None) -> list[tuple[str, str]]:
    """(name, other name) pairs that the text states about `names`, the companies named in it; each once.

    `kind`: the article's kind; new names are taken only from press releases and filings.
    """
    found: dict[tuple[str, str], None] = {}
    for name in names:
        if len(key(name)) < 2:
            continue
        if (m := _TRADE.match(name)) and re.search(rf"(?<![\w-]){re.escape(m['own'])}(?![\w-])", text.replace(name, "")):
            found[name, m["own"]] = None
        for match in _after(name, text, _IN_LATIN if _HAS_CJK.search(name) else _IN_CJK):
            found[name, match.group(1).strip()] = None
        if kind not in _OWN:
            continue
        if _HAS_CJK.search(name):
            for match in re.finditer(re.escape(name) + _CJK_RENAMED, text):
                found[name, next(g for g in match.groups() if g).strip()] = None
        else:
            for match in _after(name, text, _NEW_IN_LATIN, word=True):
                found[name, match.group(1).strip().rstrip(".,")] = None
    return [(a, b) for a, b in found if key(b) and key(a) != key(b)]


def _after(name: str, text: str, pattern: re.Pattern[str], *, word: bool = False) -> Iterator[re.Match[str]]:
    """Matches of `pattern` right after a name, wherever that stands in the text; `word`: where it begins as a word."""
    at = text.find(name)
    while at >= 0:
        match = pattern.match(text, at + len(name)) if not word or _BORDER.match(text, at) else None
        if match:
            yield match
        at = text.find(name, match.end() if match else at + 1)
