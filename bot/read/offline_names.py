"""Who is named in an article: companies, people, offices and newsrooms, by their form and by what stands around them.

Pure. There is no list of names.

    offline_cast       a name, its forms and places, and what it seems to be
    offline_latin      names in Latin script, found by their capitals
    offline_signs      what such a name stands for, by the words around it
    offline_eastern    names in Japanese, Chinese and Korean
    offline_issuer     whose paper it is
"""

from __future__ import annotations

from bot.read.offline_cast import Name, Names
from bot.read.offline_eastern import eastern
from bot.read.offline_issuer import issuer_of
from bot.read.offline_latin import latin
from bot.read.offline_page import Page


def names_of(page: Page) -> Names:
    """The names of a page, clustered ("Veld" with "Veld Foods plc"), and the main company among them."""
    found = eastern(page) if page.lex.cjk else latin(page)
    _credit(page, found)
    issuer = issuer_of(page, found)
    companies = [n for n in found if n.what == "company"]
    main = issuer or max(companies, key=lambda n: (n.weight, -(n.at[0][0] if n.at else 0)), default=None)
    if main is None and (page.lex.silent.search(page.plain) or page.lex.mum.search(page.plain) or page.lex.spokes.search(page.plain)):
        # nobody looks like a company, yet somebody is asked: then it is who the headline names
        pool = [n for n in found if not n.what and n.title and n.person < 1]
        main = max(pool, key=lambda n: (n.weight, -n.at[0][0]), default=None)
    if main is not None and main.what != "company":
        main.score, main.person, main.news, main.office = 9.0, 0.0, 0.0, False
    return Names(tuple(found), main, issuer)


def _credit(page: Page, names: list[Name]) -> None:
    """Raise the news score of names that the article credits with reporting."""
    for m in page.lex.credit.finditer(page.plain):
        for group, text in m.groupdict().items():
            if not text:
                continue
            a, b = m.span(group)
            for name in names:
                if any(a <= x and y <= b + 1 for x, y in name.at):
                    if group in ("e", "h") and name.what == "company" and name.news < 1:
                        continue
                    name.news += 1.2 if group not in ("e", "h") else 0.8
