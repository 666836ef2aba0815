"""What a company's people say in a transcript or on air, where every turn bears the speaker's name. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.read.offline_cast import Name, Names, Voice
from bot.read.offline_found import Found
from bot.read.offline_kinds import kind_of
from bot.read.offline_page import Page, Unit
from bot.read.offline_speech import Voices
from bot.read.reading import DENIALS, ResponseKind

_LABEL = re.compile(r"^([A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,40}?)(?:,\ ([^:]{3,60}))?:\ ")
#: A note on the article itself.
_NOTE = re.compile(r"(?:UPDATED?|EDIT|CORRECTION|NOTE|MISE À JOUR|AKTUALISIERT|ACTUALIZACIÓN|ATUALIZAÇÃO|AGGIORNAMENTO)\b", re.I)
#: In a transcript the names of speakers need not be in capitals.
_TURN = re.compile(r"^([A-ZÀ-Þ][\w.'’-]+(?:\ [\w.'’-]+){0,4}?|(?:[가-힣A-Z]{2,10}\ ){1,2}[가-힣]{1,5}|[一-龥々ァ-ヴー]{2,10}\ [一-龥々ァ-ヴーぁ-ん]{1,8}|[^\s:：、。，]{2,14})(?:(?:,|\ [-–—])\ ([^:.]{3,60})|\ ?[（(]([^()（）]{2,30})[）)])?(?:\ ?[:：]|\.?\ [—–])\ ?")
_NO = re.compile(r"(?:no|non|nein|nei|não|いいえ|不是|没有|아니)\b|(?:that's|it's|it is) (?:not|wrong|false)", re.I)
#: A bare yes may answer "do you deny it?"; one that goes on in the same sentence admits.
_YES = re.compile(r"(?:yes|oui|ja|sí|sim|sì|はい|是的|네)\b", re.I)
_OUR_STATEMENT = re.compile(r"\b(?:our|my|the)\ (?:statement|announcement|filing)\b|notre communiqué|unsere Mitteilung|nuestro comunicado|nosso comunicado|nostro comunicato", re.I)
#: The host quotes a report in the question.
_CITED = re.compile(
    r"\bsays? (?:that|you|you've|you're|your|the company|it's|there)\b|\b\w{3,}s say\b|\b(?:claim|allege)s?\b|\bwrites? that\b|reported|reports|\b(?:is|est-il|est-ce|es|è|é|ist\ es|ist\ das)\ (?:it\ |es\ |das\ )?(?:true|vrai|exact|cierto|verdad|vero|verdade|wahr)\b|"
    r"\bis\ it\ the\ case\b|\b(?:I|we)(?:'ve)?\ (?:read|saw|see|heard|hear)\ (?:in|on|that|about)\b|\bthere(?:'s|\ is|\ was|\ has\ been)\ (?:something|a\ story|talk|a\ piece|an\ item)\b|"
    r"\b(?:presse|prensa|stampa|imprensa|Presse|Berichte\w*|\w*[Gg]erücht\w*|rumeurs?|rumores?|voci|boatos?|notíci\w+|noticias?|indiscrezioni|informations\ (?:de|font))\b|"
    r"\b(?:se\ ha\ publicado|se\ publica|publicad[oa]|si\ parla\ di|si\ dice|c'è\ chi|fala-se|diz-se|se\ dice|on\ parle\ d|on\ dit\ que|man\ liest|es\ heißt|circul\w+|confirma[sn]?|confermate|confirmez-vous|bestätigen)\b",
    re.I,
)

#: A question is answered by a negated verb: "We haven't heard from them."
_NOT_SO = re.compile(r"(?:(?:well|look|honestly)[,.] )?(?:I|we|it|they|there) (?:have|has|had|do|does|did|is|are|was|were|will|would)(?:n't| not| never)\b", re.I)
_YES_OR_NO = re.compile(r"[.!?;:,]\ (?:and\ |so\ |but\ )?(?:have|has|had|do|does|did|is|are|was|were|will|would)\ [^?.]*\?\s*$", re.I)


def label_at(page: Page, number: int) -> re.Match[str] | None:
    """The name that stands before the turn with which a paragraph begins, in a transcript or a script."""
    start, end = page.paras[number]
    words = page.plain[start:end]
    return None if page.doc.kind not in ("transcript", "broadcast") or _NOTE.match(words) else _LABEL.match(words) or _TURN.match(words)


class Turns:
    """The labelled turns of one page, in order; it remembers who was introduced as whose."""

    def __init__(self, page: Page, names: Names, voices: Voices) -> None:
        self.page, self.names, self.voices, self.lex = page, names, voices, page.lex
        self.cast: dict[str, tuple[str, Name | None]] = {}

    def label(self, unit: Unit) -> re.Match[str] | None:
        """The name that stands before a turn; None where none begins here."""
        words = self.page.plain[unit.start : self.page.paras[unit.para][1]]
        if _NOTE.match(words):
            return None
        spoken = self.page.doc.kind in ("transcript", "broadcast") and unit.start == self.page.paras[unit.para][0]
        return _LABEL.match(words) or (_TURN.match(words) if spoken else None)

    def answers(self, number: int, unit: Unit, label: re.Match[str]) -> list[Found] | None:
        """What the turn that begins in a unit answers: "JO BLACK, CHIEF FINANCIAL OFFICER: ...". None: it is not a company's."""
        who, role = label.group(1), next((g for g in label.groups()[1:] if g), "")
        if not role and self.lex.cjk and (m := self.lex.role.search(who)):
            who, role = who.replace(m.group(), "").strip() or who, m.group()
        if role and self.lex.role.fullmatch(who):
            who, role = role, who  # "Chair (Ewan Muir): ..."
        if role and (self.lex.role.search(role) or self.lex.spokes.search(role)):
            self.cast[who] = (f"{who.title()}, {role.lower()}", self.names.main)
        if who not in self.cast:
            self.cast[who] = self._introduced(who)
        speaker, company = self.cast[who]
        if company is None:
            return None
        asked = self._asked(unit)
        if not self.lex.report.search(self._before(unit)) and not self._put_to(asked, unit, label.end()):
            return []
        voice = Voice(company, speaker)
        return [
            Found(company, voice.speaker, kind, start, end, True, "", index)
            for index, kind, start, end in self._told(number, unit, label.end(), "?" in asked or "？" in asked)
        ]

    def _put_to(self, asked: str, unit: Unit, skip: int) -> bool:
        """Is a report put to the guest: cited by the host, denied outright at once, or met by pointing at a statement?"""
        if "?" not in asked and "？" not in asked:
            return False
        said = self.page.plain[unit.start + skip : self.page.paras[unit.para][1]]
        outright = _NO.match(said) and (self.lex.plan.search(said) or self.lex.false.search(said))
        return bool(_CITED.search(asked) or outright or (_OUR_STATEMENT.search(said) and self.lex.mum.search(said)))

    def _before(self, unit: Unit) -> str:
        start, end = self.page.paras[unit.para]
        return self.page.plain[max(0, start - 700) : end]

    def _asked(self, unit: Unit) -> str:
        """The turn before."""
        if not unit.para:
            return ""
        return self.page.plain[self.page.paras[unit.para - 1][0] : self.page.paras[unit.para][0]]

    def _told(self, number: int, unit: Unit, skip: int, asked: bool) -> Iterator[tuple[int, ResponseKind, int, int]]:
        said = unit.start + skip
        turn = [(i, u) for i, u in enumerate(self.page.units) if u.para == unit.para and u.end > said]
        number = turn[0][0] if turn else number
        denied = bool(_NO.match(self.page.plain[said : turn[0][1].end if turn else said]))
        question = self._asked(unit)
        outright = bool(_CITED.search(question) and _YES_OR_NO.search(question)) and not self.lex.mum.search(self.page.plain[said : turn[-1][1].end if turn else said])
        for i, u in turn:
            start = max(u.start, said)
            words = self.page.plain[start : u.end]
            kind = kind_of(words, self.lex, claim="")
            first = i == number and asked
            if kind in ("no_comment", "unaware", "undecided", "time_bound_denial", "non_denial") or (
                kind == "flat_denial" and (self.lex.false.search(words) or (first and (_NO.match(words) or (outright and _NOT_SO.match(words)))) or (asked and denied and self.lex.plan.search(words)))
            ):
                end = turn[1][1].end if i == number and len(turn) > 1 and len(words) < 12 else u.end
                yield i, kind, start, max(end, self._goes_on(u.end, turn)) if kind in DENIALS else end
            elif kind and (self._of_report(kind, i - number, question) or (first and kind == "confirmation" and len(words) > 20 and _YES.match(words))):
                yield i, kind, start, u.end

    def _of_report(self, kind: ResponseKind, place: int, question: str) -> bool:
        """Do the first sentences of a turn answer a question that names a report (Japanese, Chinese, Korean)?"""
        return self.lex.cjk and place <= 1 and bool(self.lex.report.search(question)) and kind in ("flat_denial", "specific_denial", "confirmation")

    def _goes_on(self, at: int, turn: list[tuple[int, Unit]]) -> int:
        """Where a denial ends that the next sentence of the turn takes further ("It is wrong. We never ...")."""
        following = next((u for _, u in turn if u.start >= at), None)
        if following is None:
            return at
        kind = kind_of(self.page.plain[following.start : following.end], self.lex, claim="")
        return following.end if kind in ("flat_denial", "specific_denial", "unaware") else at

    def _introduced(self, who: str) -> tuple[str, Name | None]:
        """A guest whom the host presents: "Ada Bron runs Lomar and she is in the studio"."""
        last = who.split()[-1].casefold()
        for name in self.names.all:
            words = name.full.split()
            if len(words) < 2 or words[-1].casefold() != last or name.what == "company":
                continue
            for a, b in name.at:
                after = self.page.plain[b : b + 60]
                near = [n for x, _, n in self.names.within(a, min(len(self.page.plain), b + 70), "company")]
                if near and re.match(r",?\ (?:who\ )?(?:runs|heads|leads|is the (?:head|boss|chief)|dirige|leitet|führt|preside|dirigeant)", after):
                    return f"{name.full}, chief executive", near[0]
            role, company, mine = self.voices.roles.get(id(name), ("", None, False))
            if mine:
                return f"{name.full}, {role}", company or self.names.main
        return who.title(), None
