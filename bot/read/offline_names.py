"""Who is named in an article: companies, people, offices and newsrooms, by their form and by what stands around them.

Pure. Only what the gazetteer lists is known beforehand.

    offline_cast       a name, its forms and places, and what it seems to be
    offline_latin      names in Latin script, found by their capitals
    offline_signs      what such a name stands for, by the words around it
    offline_eastern    names in Japanese, Chinese and Korean
    offline_listed     names that the gazetteer knows
    offline_issuer     whose paper it is (offline_letters: a letter that somebody else prints)
"""

from __future__ import annotations

import re

from bot.read.companies import key
from bot.read.offline_cast import Name, Names
from bot.read.offline_eastern import eastern
from bot.read.offline_eastern_press import tells_nothing
from bot.read.offline_issuer import issuer_of, take_short_forms
from bot.read.offline_latin import latin
from bot.read.offline_letters import letter_of
from bot.read.offline_listed import mark_listed
from bot.read.offline_page import Page, straight
from bot.read.offline_signs import tailed
from bot.read.offline_sources import introduced, may_report
from bot.read.offline_uses import NO_COMPANY
from bot.text import fold

#: A line that begins with who speaks: "BO LARK:", "BO LARK, CHIEF EXECUTIVE:".
_TURN_OF = re.compile(r"^([A-ZÀ-Þ][A-ZÀ-Þ.'-]+(?:\ [A-ZÀ-Þ.'-]+){0,3})(?:,\ [^:\n]{3,60})?\ ?:\ ", re.M)
#: Mostly a word of the language.
_TWO_CHARACTERS = re.compile("[一-龥]{2}")


def names_of(page: Page) -> Names:
    """The names of a page, clustered ("Veld" with "Veld Foods plc"), and the main company among them."""
    found = eastern(page) if page.lex.cjk else latin(page)
    _credit(page, found)
    _turns(page, found)
    mark_listed(page.plain, found)
    issuer = issuer_of(page, found, letter_of(page))
    if issuer is not None:
        take_short_forms(page, found, issuer)
    if _somebody_answers(page):
        opens = page.units[0].start if page.units else 0
        western = page.lex.lang in ("de", "fr", "es", "it", "pt")
        for name in found:
            if western and name.title and name.lead and not name.what and name.person < 1 and name.news < 1 and not NO_COMPANY.search(name.full) and not (name.full.isupper() and len(name.full) < 5) and not _in_title_as_place(page, name) and (page.lex.lang != "de" or name.score > 0.5):
                name.score += 2
                continue
            # whom the headline begins with, and the lead is about, is who is asked
            if (name.first or (name.title and name.at and name.at[0][0] == opens)) and name.lead and not name.what and name.person < 1 and name.news < 1:
                name.score += 2
    companies = [n for n in found if n.what == "company"]
    opening = page.paras[0][1] if len(page.paras) > 1 else 0
    main = issuer or max(companies, key=lambda n: (n.weight + 2 * bool(n.at and n.at[0][0] < opening), -(n.at[0][0] if n.at else 0)), default=None)
    if main is None and _somebody_answers(page):
        # nobody looks like a company, yet somebody answers: then it is who the headline names, or acts most like one
        pool = [n for n in found if not n.what and n.person < 1 and n.news < 1 and (n.title or n.score >= 1) and not _TWO_CHARACTERS.fullmatch(n.full) and not _only_a_place(page, n)]
        main = max(pool, key=lambda n: (bool(_tailed(page, n)), n.weight, -n.at[0][0]), default=None)
    if main is not None and issuer is None and (owner := _owner(page, main, companies)):
        main = owner
    if main is not None and main.what != "company":
        main.score, main.person, main.news, main.office = 9.0, 0.0, 0.0, False
    return Names(tuple(found), main, issuer)


def _turns(page: Page, names: list[Name]) -> None:
    """Who has turns of speech in a transcript is a person."""
    if page.doc.kind not in ("transcript", "broadcast"):
        return
    labels = {m.group(1).split()[-1].casefold() for m in _TURN_OF.finditer(page.plain)}
    for name in names:
        words = name.full.split()
        if len(words) in (2, 3) and words[-1].casefold() in labels and not page.lex.tail.search(name.full):
            name.person += 4
            name.office = False


#: Between an owner and its brand or product: "Veld Social's video app Pipit".
_OWNS = re.compile(r"'s?\ (?:[\w-]+\ ){0,3}")
#: Between a brand or product and its owner: "the Pipit app, owned by Veld Social", "the Warmo 3 from Veld".
_OF_OWNER = re.compile(
    r"(?:\ [\w-]+){0,2},?\ (?:from|by|(?:which\ is\ |that\ is\ )?(?:owned|made|sold|run|published|operated)\ by|"
    r"propriété\ d[eu]|(?:fabriquée?|exploitée?|détenue?)\ par|propiedad\ de|fabricad[ao]\ por|di\ proprietà\ (?:di|della)|prodott[ao]\ da(?:lla)?|"
    r"das\ zu|die\ zu|der\ zu|von|da|del|della)\ (?:the\ |le\ |la\ )?"
)


def _owner(page: Page, thing: Name, companies: list[Name]) -> Name | None:
    """Whose brand or product a name is; None for a name that ends as companies' names do."""
    if any(tailed(page.lex, f) for f in thing.forms) or any(key(f) != fold(f) for f in thing.forms):
        return None
    plain = page.plain
    for owner in companies:
        if owner is thing or not any(tailed(page.lex, f) or f == owner.full for f in owner.forms):
            continue
        for x, y in owner.at:
            if any(y < a <= y + 40 and _OWNS.fullmatch(plain[y:a]) for a, _ in thing.at):
                return owner
            if any(b < x <= b + 40 and _OF_OWNER.fullmatch(plain[b:x]) for _, b in thing.at) and owner.lead:
                return owner
    return None


def _somebody_answers(page: Page) -> bool:
    lex, text = page.lex, page.plain
    if lex.silent.search(text) or lex.mum.search(text) or lex.spokes.search(text):
        return True
    sourced = bool(lex.anon.search(text[:600]) or lex.paper.search(text[:600]))
    return any(((unit.speech or (sourced and lex.say.search(unit.frame))) and lex.role.search(unit.frame)) or (lex.firm.search(unit.frame) and any(p.search(unit.frame) for p in (lex.say, lex.deny, lex.confirm))) for unit in page.units)


#: Before the name of a place.
_IN = re.compile(r"\b(?:in|at|near|à|en|em|nach)\ $", re.I)


#: What stands before a place in a headline ("Blackout a X", "Puente de X").
_AT = re.compile(r"\b(?:in|à|a|en|em|de|d'|di|da|do|bei|aus|nach|von|of|at)\ ?$", re.I)


def _in_title_as_place(page: Page, name: Name) -> bool:
    """Does the headline have a name as a place, and nothing in the text speak for a company?"""
    title = straight(page.doc.title)
    spots = [m.start() for form in name.forms for m in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", title)]
    return name.score <= 0.5 and bool(spots) and all(_AT.search(title, max(0, at - 4), at) for at in spots)


def _only_a_place(page: Page, name: Name) -> bool:
    """Is a name only met as the place where something happens ("In Norden geht die Angst um")?"""
    return not page.lex.cjk and bool(name.at) and all(_IN.search(page.plain, max(0, a - 6), a) for a, _ in name.at)


def _tailed(page: Page, name: Name) -> bool:
    """Does a word of its own follow the short form that the headline has ("Veld" in it, "Veld Foods" below)?"""
    word = name.full.split(" ")[0]
    return word != name.full and word in page.doc.title


def _credit(page: Page, names: list[Name]) -> None:
    """Raise the news score of names that the article credits with reporting."""
    for m in page.lex.credit.finditer(page.plain):
        for group, text in m.groupdict().items():
            if not text or (page.lex.cjk and tells_nothing(text)):
                continue
            a, b = m.span(group)
            for name in names:
                spots = [x for x, y in name.at if a <= x and y <= b + 1]
                if spots and may_report(page.plain, group, spots[0], name):
                    if group in ("e", "h") and (name.title or (name.what == "company" and name.news < 1)):
                        continue
                    name.news += 3.0 if group == "v" and introduced(page.plain, a) else 1.2 if group not in ("e", "h") else 0.8
