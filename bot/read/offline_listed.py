"""Names of an article that the gazetteer knows: they are companies, their names in an article are one, and an owner may
be spoken of without being named ("the TikTok owner"). Pure.
"""

from __future__ import annotations

import re
from functools import cache

from bot.read import gazetteer
from bot.read.companies import in_latin, key, occurs
from bot.read.gazetteer import Entry
from bot.read.offline_cast import Name
from bot.text import CJK

_HAS_CJK = re.compile(f"[{CJK}]")
_KANA = re.compile("[ァ-ヴー]")
_HANGUL = re.compile("[가-힣]")
#: "the X owner", "X's parent", "owner of X": somebody else than X.
_OWNER_BEHIND = re.compile(r"(?:'s)?[ -](?:owner|parent(?:\ company)?)\b")
_OWNER_BEFORE = re.compile(r"\b(?:owner|parent(?:\ company)?|propriétaire|maison\ mère|propietaria|matriz|dona|controladora|proprietaria|casa\ madre|Eigentümer|Mutterkonzern)\ (?:of|de|d'|del|da|do|di|von)\ (?:the\ )?$")


def eastern_names(text: str) -> list[str]:
    """Names in Chinese, Japanese or Korean script on the list that stand in a text; a longer one hides those inside it."""
    found: dict[str, None] = {}
    starts = _starts()
    at = 0
    while at < len(text) - 1:
        name = next((n for n in starts.get(text[at : at + 2], ()) if _stands(n, text, at)), None)
        if name is not None:
            found[name] = None
            at += len(name)
        else:
            at += 1
    return list(found)


def _stands(name: str, text: str, at: int) -> bool:
    """Does a listed name stand at a place, and not only its characters? Two characters may be a word: they need another
    sign of the company; kana and Hangul names have borders."""
    if not text.startswith(name, at):
        return False
    before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 1]
    if (_KANA.match(name[0]) and _KANA.match(before)) or (_KANA.match(name[-1]) and _KANA.match(after)) or (_HANGUL.match(name[0]) and _HANGUL.match(before)):
        return False
    entry = gazetteer.known(name, text)
    return entry is not None and (len(name) > 2 or any(occurs(sign, text) for sign in (*entry.context, *entry.names) if sign != name and name not in sign))


def mark_listed(plain: str, names: list[Name]) -> None:
    """Raise what the gazetteer knows to a company, put its names together, and add owners that are spoken of."""
    seen: dict[str, Name] = {}
    for name in list(names):
        if name.news >= 0.8 or name.person >= 2 or name.office:
            continue
        entry = next((e for f in sorted(name.forms, key=len, reverse=True) if (e := _entry(f, plain))), None)
        if entry is None:
            continue
        # a lone word, met once in passing, may be somebody's first name
        name.score += 4 if name.title or name.lead or len(name.at) > 1 or len(name.full.split()) > 1 else 1
        name.listed = entry.name
        if first := seen.get(entry.name):
            first.forms |= name.forms
            first.at = sorted({*first.at, *name.at})
            first.title, first.lead, first.first = first.title or name.title, first.lead or name.lead, first.first or name.first
            names.remove(name)
        else:
            seen[entry.name] = name
    for name in list(seen.values()):
        _add_owner(plain, name, names, seen)


def _entry(form: str, plain: str) -> Entry | None:
    """The listed company of a form; a single common word in an eastern script proves nothing."""
    return gazetteer.known(form, plain) if len(key(form)) > 1 else None


def _add_owner(plain: str, name: Name, names: list[Name], seen: dict[str, Name]) -> None:
    parent = gazetteer.entries()[name.listed].parent
    if not parent:
        return
    spoken = []
    for a, b in name.at:
        if m := _OWNER_BEHIND.match(plain, b):
            spoken.append((a, b, a, m.end()))
        elif m := _OWNER_BEFORE.search(plain[max(0, a - 40) : a]):
            spoken.append((a, b, max(0, a - 40) + m.start(), b))
    if not spoken:
        return
    owner = seen.get(parent)
    if owner is None:
        owner = Name(parent, forms={parent}, score=4.0, listed=parent)
        names.append(owner)
        seen[parent] = owner
    owner.at = sorted({*owner.at, *((x, y) for _, _, x, y in spoken)})
    owner.lead = owner.lead or (name.lead and spoken[0][0] == name.at[0][0])
    name.at = [(a, b) for a, b in name.at if (a, b) not in {(x, y) for x, y, _, _ in spoken}]
    if not name.at:
        names.remove(name)


@cache
def _starts() -> dict[str, tuple[str, ...]]:
    """The listed names in eastern scripts by their first two characters, longest first."""
    out: dict[str, list[str]] = {}
    for entry in gazetteer.entries().values():
        for name in entry.names:
            if not in_latin(name) and _HAS_CJK.search(name) and len(name) >= 2:
                out.setdefault(name[:2], []).append(name)
    return {start: tuple(sorted(names, key=len, reverse=True)) for start, names in out.items()}
