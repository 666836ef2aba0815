"""Whose paper is it? The company that speaks in its own press release, filing, petition or post. Pure."""

from __future__ import annotations

import re

from bot.read.companies import extends, key
from bot.read.lexicon import Lexicon
from bot.read.offline_cast import Name
from bot.read.offline_latin import HEADED
from bot.read.offline_page import Page
from bot.text import fold

#: "X plc: Response to query", "X 조회공시 요구에 대한 답변": the paper's sender stands first in its title.
_SUBJECT = re.compile(r"([^:：\n]{2,50}?)(?:\s*[:：]\s|\s+(?=조회공시|풍문|주요사항|공시))")


#: The sender's own line at the head of an eastern filing.
_LETTERHEAD = re.compile(r"^([^\s、。]{2,24}(?:株式会社|有限公司)|株式会社[^\s、。]{2,20}|주식회사 [^\s]{2,20}|[^\s]{2,20} 주식회사)$", re.M)


_MARKET = re.compile(
    r"exchange|announcements?|news service|newswire|registr|mitteilungsdienst|börse|hechos|適時開示|取引所|공시|거래소|交易所|公告|registo|bourse|bolsa|borsa|gazette|disclosure|regulatory|filings?|court|gericht|tribunal|裁判所|法院|법원",
    re.I,
)


#: "X Group (XGR)": the sign under which its shares are traded is no part of the name.
_TICKER = re.compile(r"\s*[(（][^)）]{1,20}[)）]\s*$")
_HEADER = re.compile(
    r"^(?:(?:Submitted by|Petitioner|Issuer|Company|Emittent|Émetteur|Emisor|Emissor|Emittente|Applicant|Filed by|From|Name of (?:the )?issuer|公司名称|公司名稱|证券简称|證券簡稱|股票简称|公司简称|회사명|회사)\s*[:：]|会社名|上場会社名)\s*(.{2,60})",
    re.I | re.M,
)


def is_office(lex: Lexicon, name: str) -> bool:
    """Is it an authority by its name? "Autoridade dos Pagamentos" is, whatever word it ends with."""
    office = lex.office_tail.search(name)
    return office is not None and (office.start() == 0 or not lex.tail.search(name))


#: A company's own paper in court speaks of itself as the Company.
_MATTER_OF = re.compile(r"^in the matter of (?!an? |the )([^\n]{3,60})$", re.I | re.M)
_THE_COMPANY = re.compile(r"\bThe Company (?:writes|proposes|intends|seeks|submits|states|is writing)\b")


def _titled(names: list[Name], form: str) -> Name:
    """The name as the title or the sender gives it, for a paper that says only "the Company"."""
    form = _TICKER.sub("", form)
    wanted = key(form)
    for name in names:
        if any(key(f) == wanted or extends(wanted, key(f)) for f in name.forms):
            return name
    name = Name(form, forms={form}, score=9.0, title=True)
    names.append(name)
    return name


#: Who only passes press releases on.
_DISTRIBUTOR = re.compile(r"wire$|release\w*$|newsroom$|newsfile|\bPR\b|\bots\b|presseportal", re.I)


def _in_title(title: str, names: list[Name]) -> Name | None:
    """The first company that a title names."""
    met = [(title.find(form), -len(form), number) for number, name in enumerate(names) if name.what == "company" for form in name.forms if form in title]
    return names[min(met)[2]] if met else None


def issuer_of(page: Page, names: list[Name]) -> Name | None:
    """The company that speaks in its own paper: press release, filing, petition, post; None in the press."""
    doc = page.doc
    if doc.kind not in ("press_release", "filing", "court", "transcript", "social"):
        return None
    if doc.kind in ("filing", "court") and (m := _HEADER.search(page.plain) or _LETTERHEAD.search(page.plain[:400])):
        return _titled(names, next(g for g in m.groups() if g).strip())
    if doc.kind == "press_release" and _DISTRIBUTOR.search(doc.outlet) and doc.outlet not in doc.title and (sender := _in_title(doc.title, names)):
        return sender
    if doc.kind in ("press_release", "social") or (doc.kind == "filing" and not _MARKET.search(doc.outlet)):
        if is_office(page.lex, doc.outlet):
            if doc.kind != "filing":
                return None
        else:
            wanted = key(doc.outlet)
            for name in names:
                if any(
                    key(f) == wanted or extends(wanted, key(f)) or extends(key(f), wanted) for f in name.forms
                ):
                    return name
            several = re.split(r"\ (?:and|et|und|y|e|&)\ ", doc.outlet)
            if len(several) == 2 and all(part in page.plain for part in several):
                return _titled(names, several[0])  # a joint announcement
            named = doc.kind != "social" or (doc.title.startswith(doc.outlet) and doc.outlet[0] != "@") or page.lex.tail.search(doc.outlet)
            if named and " and " not in doc.outlet:
                return _titled(names, doc.outlet)
    if doc.kind == "court" and (m := _MATTER_OF.search(page.plain)) and _THE_COMPANY.search(page.plain):
        return _titled(names, m.group(1).strip(" .").title() if m.group(1).isupper() else m.group(1).strip(" ."))
    if doc.kind == "court" and not _HEADER.search(page.plain):
        return None
    if m := _HEADER.search(page.plain):
        line = key(m.group(1))
        for name in sorted(names, key=lambda n: -len(n.full)):
            if any(
                line == key(f) or extends(line, key(f)) or key(f) in line
                for f in name.forms
                if len(key(f)) > 1
            ):
                return name
    if doc.kind == "filing" and (m := _SUBJECT.match(doc.title)) and not is_office(page.lex, m.group(1)) and not HEADED.match(m.group(1)):
        return _titled(names, m.group(1).strip())
    if doc.kind == "transcript":
        head = doc.title
        if m := re.match(r"(.{3,60}?)\s+(?:\(?[QH][1-4]|(?:19|20)\d\d|full|first|second|third|fourth|half|interim|annual|earnings|results|conference)", head, re.I):
            return _titled(names, m.group(1))
    else:
        head = re.split(r"[:：]| – | — ", doc.title)[0]
    ranked = sorted(names, key=lambda n: -n.weight)
    for name in ranked:
        if any(fold(head).startswith(fold(f)) and len(f) > 2 for f in name.forms) and name.what in (
            "company",
            "",
        ):
            return name
    for name in ranked:
        if any(re.search(rf"(?<!\w){re.escape(f)}", head) for f in name.forms) and name.what in (
            "company",
            "",
        ):
            return name
    first = page.plain[:200]
    for name in ranked:
        if name.what == "company" and any(f in first for f in name.forms):
            return name
    return next((n for n in ranked if n.what == "company"), None)
