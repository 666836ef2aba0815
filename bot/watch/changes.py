"""Does a page say something new, or did only its surroundings move? Pure."""

from __future__ import annotations

import re

from bot.text import CJK, sentences, words

_IS_CJK = re.compile(f"[{CJK}]")
_ENDS = re.compile(r"[.!?…。！？](?:[\"'”’»」』)）\]]*)\s*$|[\"”»」』]\s*$")
_NOTE = re.compile(
    r"\b(?:correct(?:s|ed|ion)|clarif\w+|retract\w*|update[ds]?|withdraw\w*|editor['’]?s note|erratum|rectificati\w+|rectifi\w+|mise à jour|"
    r"korrektur|korrigiert|aktualisiert|richtigstellung|correcci[oó]n|corregid[oa]|actualizad[oa]|fe de erratas|correção|corrigid[oa]|atualizad[oa]|"
    r"errata|correzione|rettifica|aggiornat[oa])\b|訂正|更新|追記|更正|修正|정정|수정|업데이트",
    re.I,
)
#: A newer extractor may find a caption or lose a byline; that many sentences of news are no such thing.
OTHER_EXTRACTOR = 3


def meaningful(before: str, after: str, lang: str, *, same_extractor: bool = True) -> bool:
    """Did an article change for its readers? Whole sentences count, and their words, figures and signs of negation;
    white space, punctuation, headlines and links in a box beside the text do not.

    `same_extractor=False`: the two texts were taken from the page by different programs, so small gains and
    losses are the programs'; then a few sentences must be new, or a correction be announced.
    """
    old, new = _statements(before, lang), _statements(after, lang)
    added, gone = new.keys() - old.keys(), old.keys() - new.keys()
    # the same words in the same order, cut into sentences elsewhere
    whole_old, whole_new = " ".join(words(before)), " ".join(words(after))
    added = {key for key in added if key not in whole_old}
    gone = {key for key in gone if key not in whole_new}
    if same_extractor:
        return bool(added or gone)
    return len(added) >= OTHER_EXTRACTOR or any(_NOTE.search(new[key]) for key in added)


def _statements(text: str, lang: str) -> dict[str, str]:
    """The sentences of a text that state something: folded words -> the sentence."""
    out = {}
    for start, end in sentences(text, lang):
        sentence = text[start:end]
        found = words(sentence)
        if len(found) >= (8 if _IS_CJK.search(sentence) else 5) and _ENDS.search(sentence):
            out[" ".join(found)] = sentence
    return out
