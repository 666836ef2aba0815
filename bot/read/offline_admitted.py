"""Admissions on record: in a company's own paper, in an authority's, in a court's. Pure."""

from __future__ import annotations

from bot.read import offline_admissions as admissions
from bot.read import offline_papers as papers
from bot.read.offline_cast import Names, Voice
from bot.read.offline_found import Found
from bot.read.offline_page import Page
from bot.read.reading import DENIALS


def owned_up(page: Page, names: Names, found: list[Found]) -> tuple[int, Voice] | None:
    """The sentence in which the issuer admits what was reported, unless it denies it in the same paper."""
    issuer = names.issuer
    if issuer is None or any(f.company is issuer and f.kind in DENIALS for f in found):
        return None
    number = admissions.admission(page)
    return None if number is None else (number, Voice(issuer, papers.speaker(page, "confirmation")))


def undisputed(page: Page, names: Names) -> tuple[int, Voice] | None:
    """The sentence of an authority's paper that says that the company does not dispute what was found."""
    if names.main is None:
        return None
    number = next((n for n, unit in enumerate(page.units) if admissions.undisputed(page.plain[unit.start : unit.end])), None)
    return None if number is None else (number, Voice(names.main, "the company"))


def pleaded(page: Page, names: Names) -> tuple[int, Voice] | None:
    """The sentence of a court's paper that records a plea of guilt."""
    for number, unit in enumerate(page.units):
        if admissions.plea(page.plain[unit.start : unit.end]):
            company = next((n for _, _, n in names.within(unit.start, unit.end, "company")), None)
            return None if company is None else (number, Voice(company, "the company (plea)"))
    return None
