"""A letter or memo that somebody else prints whole: to an editor, to the staff, from a company's lawyers. Pure.

There the writer speaks in every sentence, as in a paper of its own; around it the page speaks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.read.offline_page import Page

#: How a letter to an editor or to whoever published begins.
_TO_EDITOR = (
    r"Sirs?\b ?[,:.–—-]|SIRS?\b|Dear (?:Sirs?|Madam|Editors?|Mr|Ms|Mrs|Dr)\b|To the Editor|Madame, Monsieur|(?:Monsieur|Madame)(?: l[ea] (?:direct|rédact)\w+(?: en chef)?)?,|Messieurs,|"
    r"Sehr geehrte|An die Redaktion|(?:Muy )?(?:Señor(?:es)?|Sr\.?|Sra\.?) (?:director|míos?)\w*|Estimad[oa]s? (?:señor|director|editor)\w*|(?:Exm[oa]\.?|Senhor(?:a)?|Sr\.?) (?:Sr\.? |Senhor )?(?:diretor|director|editor)\w*|"
    r"Prezad[oa]s? (?:senhor|editor|diretor|redator)\w*|(?:Gentile|Egregio) (?:direttore|direttrice|redazione|signor)\w*|Caro direttore|Spett(?:abile|\.le)\b|拝啓|編集(?:部|長|局)[ 　]?(?:御中|殿|様)|(?:尊敬的|致)?编辑(?:部|先生|同志)?[：:]|편집(?:장|국|인)(?:님)?(?: 귀하|께)"
)
#: How a memo to the staff begins.
_TO_STAFF = (
    r"(?:Dear |Hello |Hi |Good morning,? )?(?:colleagues|team|all|everyone|everybody|folks|friends)\b ?[,:.–—-]|Dear (?:\w+ )?(?:colleagues|team|all|everyone|staff|friends)\b|Ch(?:er|ère)s? (?:toutes|tous|collègues|ami|équip|collaborat)\w*|Bonjour à tou\w+|"
    r"Liebe (?:\w+ )?(?:Kolleg\w+|Mitarbeit\w+|Team\w*|alle|Leute)|(?:Hallo|Moin) (?:zusammen|alle|Team)|(?:Estimad|Querid)[oa]s? (?:compañer|coleg|equip|tod|amig)\w+|(?:Compañer|Coleg)[oa]s? ?[,:]|Hola a tod\w+|Equipo ?[,:]|"
    r"(?:Prezad|Car|Querid)[oa]s? (?:coleg|colaborador|time|equipe|tod|amig)\w*|(?:Colegas|Time|Pessoal|Equipe) ?[,:]|Car[ei] (?:collegh|tutt|amic|collaborator)\w+|Collegh[ie] ?[,:]|Ciao a tutt\w|"
    r"(?:社員|従業員|役職員|全社員|職員|グループ社員|スタッフ|仲間)の?(?:皆さん|皆様|みなさん|各位)|(?:各位|亲爱的|尊敬的|全体)(?:各位)?(?:同事|同仁|员工|伙伴|同学|家人)[^\n。]{0,6}|(?:사랑하는 |존경하는 )?(?:임직원|직원|동료|구성원|사우|크루|팀원)(?: 가족)? ?여러분"
)
_OPENING = re.compile(rf"[“\"«„「『]?\s*(?:(?P<editor>{_TO_EDITOR})|(?P<staff>{_TO_STAFF}))", re.I)
_MARKS = "“\"«„「『"
_MEMO = re.compile(r"\b(?:memo\w*|note|e-?mail|letter|message|all-hands|mémo|mot|lettre|courriel|Rundschreiben|Schreiben|Brief|carta|circular|correo|nota|mensagem|comunicado|lettera|messaggio|circolare)\b|社内|メール|内部信|全员信|致全体|메일|공지|서한", re.I)
#: What a printed reply that needs no salutation is called.
_REPLY = re.compile(r"\b(?:right of reply|droit de réponse|Gegendarstellung|derecho de (?:réplica|rectificación)|direito de resposta|diritto di replica)\b", re.I)
#: A note by whoever prints it.
_NOTE = re.compile(r"(?:EDIT\b|UPDATE|The editors? (?:writes?|adds?|replies)|Editor's note|NDLR|N\.?D\.?L\.?R|Anm(?:erkung|\.) der Redaktion|Die Redaktion|N\. ?de la R|Nota (?:de|da|della) (?:la )?redac\w+|编者按|編集部注)", re.I)
#: So many paragraphs of whoever prints it may stand before a letter.
_BEFORE = 4


@dataclass(frozen=True)
class Letter:
    """A letter within a page: offsets of its words and of the lines that sign it. `staff`: it is addressed to the staff."""

    start: int
    end: int
    signed: tuple[int, int]
    staff: bool


def opens_a_letter(title: str, text: str) -> bool:
    """Is a text called a reply, or does a paragraph of it begin as letters do? (A cheap look, before it is laid out.)"""
    openings = ((n, part, _OPENING.match(part)) for n, part in enumerate(text.split("\n\n")[: _BEFORE + 1]))
    return bool(_REPLY.search(title)) or any(m and not _greets_readers(m, n, part[0], title) for n, part, m in openings)


def _greets_readers(opening: re.Match[str], number: int, first: str, title: str) -> bool:
    """A newsletter greets its readers as a memo does the staff: a memo stands behind a word of whoever prints it, in
    marks, or is called one."""
    return bool(opening.group("staff")) and number == 0 and first not in _MARKS and not _MEMO.search(title)


def letter_of(page: Page) -> Letter | None:
    """The letter or memo that a page prints whole, or None."""
    if page.doc.kind in ("filing", "court", "transcript"):
        return None
    paras = page.paras
    for number, (start, end) in enumerate(paras[: _BEFORE + 1]):
        if m := _OPENING.match(page.plain, start, end):
            if _greets_readers(m, number, page.plain[start], page.doc.title):
                return None
            return _letter(page, start, number, staff=bool(m.group("staff")))
    return _letter(page, 0, 0, staff=False) if paras and _REPLY.search(page.doc.title) else None


def signer(page: Page, start: int) -> str:
    """Who signs what begins at an offset: name and post, as far as the last lines give them; "" where nobody does."""
    lines = [line.strip(" .,–—-\"“”«»") for line in page.plain[start:].split("\n") if line.strip()]
    lines = [line for line in lines if not _NOTE.match(line)][-_LINES:]
    for number, line in enumerate(lines):
        if not (m := _PERSON.match(line)) or page.lex.tail.search(m.group(1)) or page.lex.role.search(m.group(1)):
            continue
        after = m.group(2) or (lines[number + 1] if number + 1 < len(lines) else "")
        role = page.lex.role.search(after)
        if role or line == lines[-1] or page.lex.tail.search(after):
            return f"{m.group(1)}, {role.group().strip().lower()}" if role else m.group(1)
    return ""


#: So many lines may sign a paper.
_LINES = 4
#: A line that is a person's name, and perhaps a post.
_PERSON = re.compile(r"(?:\d/\d .{10,300} [–—-] )?([A-ZÀ-Þ][\w'’-]+(?:(?: (?:and|et|und|y|e)| (?:de|da|von|van|di|del))? [A-ZÀ-Þ][\w.'’-]+){1,3})(?:, (.{3,70}))?$")


def _letter(page: Page, start: int, first: int, *, staff: bool) -> Letter | None:
    rest = page.paras[first:]
    note = next((n for n, (a, _) in enumerate(rest) if n and _NOTE.match(page.plain, a)), len(rest))
    rest = rest[:note]
    if len(rest) < 2 and page.plain.count("\n", start, rest[-1][1]) < 2:
        return None  # a greeting, not a letter
    tail = rest[-1]
    lines = page.plain[tail[0] : tail[1]].split("\n")
    # the signature: the last paragraph, with the courtesy before it, unless it is prose
    if len(lines) == 1 and len(lines[0]) > _SIGNATURE:
        return Letter(start, tail[1], (tail[1], tail[1]), staff)
    return Letter(start, tail[0] if len(rest) > 1 else tail[1], tail, staff)


#: The longest line that still is a signature (characters).
_SIGNATURE = 110
