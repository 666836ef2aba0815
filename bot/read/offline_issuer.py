"""Whose paper is it? The company that speaks in its own press release, filing, petition or post. Pure."""

from __future__ import annotations

import re

from bot.read.companies import ORGAN, extends, key
from bot.read.lexicon import Lexicon
from bot.read.offline_cast import Name, first_person
from bot.read.offline_latin import HEADED
from bot.read.offline_letters import Letter
from bot.read.offline_page import Page
from bot.read.offline_signs import tailed
from bot.text import fold

#: "X plc: Response to query", "X 조회공시 요구에 대한 답변": the paper's sender stands first in its title.
_SUBJECT = re.compile(r"([^:：\n]{2,50}?)(?:\s*[:：]\s|\s[–—]\s|\s+(?=조회공시|풍문|주요사항|공시))")


#: The sender's own line at the head of an eastern filing.
_LETTERHEAD = re.compile(r"^([^\s、。]{2,24}(?:株式会社|有限公司)|株式会社[^\s、。]{2,20}|(?:\(주\)|㈜)\s?[^\s]{2,20}|[^\s]{2,20}\s?(?:\(주\)|㈜)|주식회사 [^\s]{2,20}|[^\s]{2,20} 주식회사)$", re.M)


_MARKET = re.compile(
    r"exchange|announcements?|news service|newswire|registr|mitteilungsdienst|börse|hechos|適時開示|取引所|공시|거래소|交易所|公告|registo|bourse|bolsa|borsa|gazette|\bRNS\b|newslink|newsline|comunica(?:dos|ciones|ções)|comunicati|diffusion|diffusione|pflichtmitteilung|regulated|réglementé|regolamentat|bulletin|issuer|news desk|disclosure|regulatory|filings?|court|gericht|tribunal|裁判所|法院|법원",
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
    if _OFFICE_OF.match(name):
        return True
    office = lex.office_tail.search(name)
    return office is not None and (office.start() == 0 or not lex.tail.search(name))


#: "Office of Fair Dealing", "Agence du bassin de la Vorne": an authority, whatever its name ends with.
_OFFICE_OF = re.compile(
    r"(?:the )?(?:\w+ )?(?:Office|Ministry|Department|Bureau|Agency|Commission|Inspectorate|Authority|Directorate|Ombudsman|Court|Registrar|Council) (?:of|for)\b|(?:Agence|Autorité|Commission|Ministère|Inspection|Préfecture|Office|Direction générale|Conseil) (?:de|du|des|d'|pour)\b|"
    r"(?:\w*[Aa]mt|Bundesanstalt|Ministerium|Behörde|Staatsanwaltschaft|Landgericht|Amtsgericht) (?:für|der|des)?\b|(?:Agencia|Autoridad|Comisión|Ministerio|Inspección|Fiscalía|Juzgado|Oficina) (?:de|del|para)\b|"
    r"(?:Agência|Autoridade|Comissão|Ministério|Inspeção|Procuradoria|Secretaria|Promotoria) (?:de|do|da|dos|das|para)\b|(?:Agenzia|Autorità|Commissione|Ministero|Garante|Procura|Ispettorato) (?:di|del|della|delle|dei|per)\b"
)


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


#: An authority's or exchange's paper speaks to or of the company: "your company", "the corporation concerned".
_ANOTHERS = re.compile(r"(?:해당|대상|당해) ?법인|귀사|你(?:公司|们)|貴公司|贵公司|該当会社")


def of_another(page: Page) -> bool:
    """Is it a paper to or about a company in Japanese, Chinese or Korean, in which the company itself does not speak?"""
    own = page.doc.kind in ("press_release", "filing", "court")
    return own and page.lex.cjk and bool(_ANOTHERS.search(page.plain)) and not first_person(page.plain)


def issuer_of(page: Page, names: list[Name], letter: Letter | None = None) -> Name | None:
    """The company that speaks in its own paper: press release, filing, petition, post, or a letter that somebody else
    prints whole; None in the press."""
    kind = page.doc.kind
    if of_another(page):
        return None
    if letter and kind != "press_release":
        return _writer(page, names, letter)
    if kind == "social":
        return _account(page, names)
    if kind == "press_release":
        return _sender(page, names)
    if kind == "filing":
        return _filer(page, names)
    if kind == "court":
        return _petitioner(page, names)
    return _host(page, names) if kind == "transcript" else None


def _sender(page: Page, names: list[Name]) -> Name | None:
    """Whose press release it is: the outlet's, or, where that only passes it on, the first company of the title."""
    doc = page.doc
    if _DISTRIBUTOR.search(doc.outlet) and doc.outlet not in doc.title and (sender := _in_title(doc.title, names)):
        return sender
    if is_office(page.lex, doc.outlet):
        return None
    return _kin(names, doc.outlet) or _joint(page, names) or _titled(names, doc.outlet)


def _kin(names: list[Name], wanted: str) -> Name | None:
    """The name of the page that is kin to a given one ("Veld" to "Veld Foods")."""
    mine = key(wanted)
    for name in names:
        if any(key(f) == mine or extends(mine, key(f)) or extends(key(f), mine) for f in name.forms):
            return name
    return None


def _joint(page: Page, names: list[Name]) -> Name | None:
    """The first sender of a joint announcement."""
    several = re.split(r"\ (?:and|et|und|y|e|&)\ ", page.doc.outlet)
    return _titled(names, several[0]) if len(several) == 2 and all(part in page.plain for part in several) else None


def _account(page: Page, names: list[Name]) -> Name | None:
    """The company whose account a post is from. Whoever else posts speaks for none."""
    doc = page.doc
    outlet, title = _OFFICIAL.sub("", doc.outlet).strip(), _OFFICIAL.sub("", doc.title).strip()
    if is_office(page.lex, outlet):
        return None
    if on := _ON.match(outlet):
        return _kin(names, on.group(1)) or _titled(names, on.group(1))
    if outlet != doc.outlet or (title.startswith(outlet) and outlet[0] != "@") or page.lex.tail.search(outlet):
        return _kin(names, outlet) or _titled(names, outlet)
    if found := _kin(names, outlet):
        return found
    if title != doc.title:
        return _titled(names, title)
    if (handle := _HANDLE.match(title)) and first_person(page.plain):
        return _by_handle(names, handle.group(1))
    return None


#: "Veld on Murmur": an account, and where it is kept.
_ON = re.compile(r"(.{3,50}?)\ (?:on|sur|auf|en|su|no|na|em)\ [A-ZÀ-Þ]\w+$")
#: A title that is nothing but the account's handle, or that and "thread".
_HANDLE = re.compile(r"@([\w.]{3,40})(?:\s*[(（\[][^)）\]]{1,24}[)）\]])?$")
#: What an account that a company keeps adds to its name.
_OFFICIAL = re.compile(r"[ _]?[(（【\[]?(?:\b(?:official|officiel|offiziell|oficial|ufficiale)\b|公式|官方|공식)(?:アカウント|账号|帳號|帐号|微博| ?계정| account)?[)）】\]]?", re.I)


def _by_handle(names: list[Name], handle: str) -> Name:
    """The company that a handle stands for ("VeldFoods"), as the text names it or with its words set apart."""
    squeezed = handle.casefold().replace("_", "").replace(".", "")
    for name in names:
        if any(key(f).replace(" ", "") == squeezed for f in name.forms):
            return name
    return _titled(names, re.sub(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|[_.]", " ", handle).strip())


def _writer(page: Page, names: list[Name], letter: Letter) -> Name | None:
    """The company for which a letter is signed, or whose staff a memo addresses; None where it is anybody's letter."""
    a, b = letter.signed
    signature = page.plain[a:b]
    if m := _ACTING.search(page.plain, letter.start, letter.end):
        if name := _starting(names, m.end()):
            return name
    if page.lex.role.search(signature) or page.lex.spokes.search(signature) or letter.staff:
        for name in names:
            signed = [page.plain[page.plain.rfind("\n", 0, x) + 1 : x] for x, y in name.at if a <= x and y <= b]
            if any(page.lex.role.search(before) and not _NO_MORE.search(before) for before in signed):
                return name  # "Managing Director, Veld Foods"
            if signed and name.what != "person" and (tailed(page.lex, name.full) or len(name.at) > 1 or name.what == "company"):
                return name
    if not letter.staff:
        return None
    if m := _BRACKETED.match(page.doc.title):
        return _kin(names, m.group(1)) or _titled(names, m.group(1))
    if m := _INTERNAL.match(page.doc.title):
        return _kin(names, m.group(1)) or _titled(names, m.group(1))
    return _in_title(page.doc.title, names) or _heading(page, names, page.doc.title)


#: Who left a company speaks for it no more.
_NO_MORE = re.compile(r"\b(?:retired|former|ex)\b", re.I)
#: "【转】X内部信": whose memo it is.
_INTERNAL = re.compile(r"(?:[【\[][^】\]]{1,6}[】\]]\s*)?([^\s：:，,【】]{2,14}?)(?:内部信|内部邮件|全员信|全员邮件|の?社内メール|の?社内文書| ?사내 ?(?:메일|공지))")
#: "We act for X": whose words a lawyer's letter has.
_ACTING = re.compile(
    r"\b(?:(?:we|I) (?:act|write|are instructed) (?:for|by|on behalf of)|nous (?:intervenons|écrivons) (?:pour|au nom de)|(?:wir|ich) (?:vertrete[n]?|schreiben? im Namen) (?:die |der |von )?|(?:actuamos|escribimos) en nombre (?:y representación )?de|"
    r"(?:representamos|atuamos em nome d[aeo]|em nome d[aeo])|scriviamo (?:per conto|in nome) d\w+)\s+(?:the |la |le |l'|die |der |el |il |a |o )?",
    re.I,
)
#: "[Veld] A note from the boss".
_BRACKETED = re.compile(r"[\[【［]([^\]】］]{2,40})[\]】］]")


def _starting(names: list[Name], at: int) -> Name | None:
    """The name that begins at an offset."""
    return next((name for name in names if any(a == at for a, _ in name.at)), None)


def _filer(page: Page, names: list[Name]) -> Name | None:
    """Who files: by the paper's head, its title, or the terms it defines; last by the outlet where that is no exchange."""
    doc = page.doc
    if _EXCHANGE_SPEAKS.search(doc.title):
        return None
    if m := _HEADER.search(page.plain) or _LETTERHEAD.search(page.plain[:400]) or _LETTERHEAD.search(page.plain[-60:]):
        return _titled(names, next(g for g in m.groups() if g).strip())
    if (m := _RESPONSIBLE.search(page.plain)) and (signed := _kin(names, m.group(1))):
        return signed
    if own := not _MARKET.search(doc.outlet) and not is_office(page.lex, doc.outlet) and _kin(names, doc.outlet):
        return own
    if m := _INCORPORATED.match(doc.title):
        return _titled(names, m.group(1))
    if (m := _SUBJECT.match(doc.title)) and not is_office(page.lex, m.group(1)) and not HEADED.match(m.group(1)) and fold(m.group(1)) in fold(page.plain):
        return _titled(names, m.group(1).strip())
    if defined := _defined(page, names):
        return defined
    if m and (page.lex.cjk or tailed(page.lex, m.group(1))) and not is_office(page.lex, m.group(1)) and not HEADED.match(m.group(1)):
        return _titled(names, m.group(1).strip())
    if not _MARKET.search(doc.outlet) and not is_office(page.lex, doc.outlet):
        return _in_title(doc.title, names) or _titled(names, doc.outlet)
    if m := _LEGAL_NAME.search(doc.title):
        return _titled(names, m.group().strip())
    if is_office(page.lex, doc.outlet) and HEADED.match(doc.title):
        return None  # an authority's own report
    return _heading(page, names)


#: Who answers for a Korean filing is an officer of whoever files.
_RESPONSIBLE = re.compile(r"공시 ?책임자[)\]]?\ ?[:：]?\ ?([가-힣A-Za-z&]{2,14})")
#: A name up to its legal form.
_LEGAL_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w&'’-]+\ (?:(?:de|do|da|del|di|und|et|y|e|&)\ )?){1,5}(?:S\.A\.|SA|S\.p\.A\.|SpA|AG|SE|GmbH|plc|PLC|Inc\.?|Corp\.?|Ltd\.?|Limited|N\.V\.|A/S|AB|ASA)(?!\w)")
#: What an exchange or supervisor publishes about an issuer.
_EXCHANGE_SPEAKS = re.compile(r"불성실공시|관리종목|상장폐지|매매거래 ?정지|警示函|监管函|纪律处分|公开谴责|立案调查|特別注意銘柄|監理銘柄|上場廃止|\bcensure[sd]?\b|\b(?:disciplinary|administrative) proceeding", re.I)
#: "X股份有限公司澄清公告": the legal form ends the name.
_INCORPORATED = re.compile(r"(?:关于)?([^\s：:，,。、]{2,20}?(?:股份有限公司|有限责任公司|有限公司|株式会社))")
#: What a paper says it calls its issuer.
_TERM = re.compile(
    r"(?:,? (?:Inc|Ltd|plc|S\.A|SpA|AG|Corp)\b\.?)?\s*[(（](?:[“\"«„][^”\"»)]{2,30}[”\"»“],? (?:or|and|oder|ou|o|e|bzw\.?) )?(?:the |together[^()]{0,40}the |la |le |l'|die |el |il |a |o |以下(?:简称|簡稱)?|이하 )?[“\"«„「‘']\s?(?:the )?(?:Company|Group|Issuer|Corporation|Registrant|Société|Groupe|Émetteur|Gesellschaft|Emittentin|Sociedad|Compañía|Emisor|Grupo|Companhia|Sociedade|Emissora|Emissor|Società|Emittente|Gruppo|"
    r"当社|本公司|公司|당사|회사)\b",
    re.I,
)


def _defined(page: Page, names: list[Name]) -> Name | None:
    """The name that the paper says it calls "the Company"."""
    return next((name for name in names if any(_TERM.match(page.plain, b) or _TERM.match(page.plain, b + 1) for _, b in name.at)), None)


def _petitioner(page: Page, names: list[Name]) -> Name | None:
    """Who speaks in a court's paper: the company that petitions, if it does."""
    if m := _HEADER.search(page.plain) or _LETTERHEAD.search(page.plain[:400]):
        return _titled(names, next(g for g in m.groups() if g).strip())
    if (m := _MATTER_OF.search(page.plain)) and _THE_COMPANY.search(page.plain):
        return _titled(names, m.group(1).strip(" .").title() if m.group(1).isupper() else m.group(1).strip(" ."))
    return None


def _host(page: Page, names: list[Name]) -> Name | None:
    """Whose call or meeting it is: the name before the quarter, the year or the meeting's number."""
    if (m := _CALL.match(page.doc.title)) and not m.group(1)[0].isdigit():
        return _titled(names, m.group(1))
    if page.lex.cjk and (m := _CALL.match(page.doc.outlet)):
        return _titled(names, m.group(1).strip())
    return _heading(page, names, page.doc.title)


#: Its quarter or year may stand first; then the outlet tells ("Veld results call").
_CALL = re.compile(
    r"(.{2,60}?)(?:\s+(?:\(?[QH][1-4]|(?:19|20)\d\d|full|first|second|third|fourth|half|interim|annual|earnings|results|conference)|"
    r"\s*(?:第\s?\d+\s?[期回届]|제\s?\d+\s?기|(?:19|20)\d\d年|20\d\d년|정기주주총회|임시주주총회|주주총회|株主総会|定時株主総会|決算説明会|業績說明會|业绩说明会|业绩会|股东大会|法說會|法人說明會|실적 ?발표|컨퍼런스 ?콜|기업설명회))",
    re.I,
)


def _heading(page: Page, names: list[Name], head: str = "") -> Name | None:
    """The company that begins a heading (the title's first part), or stands in it, or in the first words."""
    head = head or re.split(r"[:：]| – | — ", page.doc.title)[0]
    ranked = [n for n in sorted(names, key=lambda n: -n.weight) if n.what in ("company", "")]
    for name in ranked:
        if any(fold(head).startswith(fold(f)) and len(f) > 2 for f in name.forms) and (name.title or name.what == "company") and not name.full.isupper():
            return name
    for name in ranked:
        if any(re.search(rf"(?<!\w){re.escape(f)}", head) for f in name.forms):
            return name
    companies = [n for n in ranked if n.what == "company"]
    first = page.plain[:200]
    return next((n for n in companies if any(f in first for f in n.forms)), companies[0] if companies else None)


#: "Board of Veld Foods": an organ of the company, taken for a name.
_BOARD_OF = re.compile(rf"{ORGAN.pattern}\ of\ (?:the\ )?", re.I)


def _legal_end(plain: str, end: int) -> int:
    """Where a name ends with the legal form that stands behind it ("plc")."""
    m = re.compile(r"\ (?:plc|p\.l\.c\.|ltd|limited|inc)\b\.?", re.I).match(plain, end)
    return m.end() if m else end


#: A short name in brackets behind the long one: "Veld Foods plc (VLD)", "Veld Foods plc (“Veld”)".
_SHORT = re.compile(r"\ ?[(（](?:the\ |ASX:\ ?|[A-Z]{2,8}:\ ?)?[“\"«„‘']?([A-Z][\w&.-]{1,20})[”\"»’']?[)）]")


def take_short_forms(page: Page, names: list[Name], issuer: Name) -> None:
    """Let its board, and the short form or ticker that a paper gives its issuer, stand for it wherever they are met."""
    for board in [n for n in names if n is not issuer and (m := _BOARD_OF.match(n.full)) and key(issuer.full).startswith(key(n.full[m.end() :]))]:
        names.remove(board)
        issuer.at = sorted({*issuer.at, *((a, _legal_end(page.plain, b)) for a, b in board.at)})
    for _, b in list(issuer.at):
        m = _SHORT.match(page.plain, b)
        if m is None or m.group(1) in issuer.forms or _TERM.match(page.plain, b):
            continue
        short = m.group(1)
        for other in [n for n in names if n is not issuer and n.full == short]:
            names.remove(other)
        found = [(x.start(), x.end()) for x in re.finditer(rf"(?<!\w){re.escape(short)}(?!\w)", page.plain)]
        issuer.forms.add(short)
        issuer.at = sorted({*issuer.at, *found})
