"""What the news of a page says, and whether words answer it or only stand beside it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.read import offline_english as english
from bot.read import offline_western as western
from bot.read.lexicon import Lexicon
from bot.read.offline_cast import Names, Voice
from bot.read.offline_eastern_frames import admits
from bot.read.offline_english_answers import counters
from bot.read.offline_found import stems
from bot.read.offline_kinds import kind_of
from bot.read.offline_page import Page, Quote, Unit
from bot.read.reading import ResponseKind

#: "No such request": it points back at the report.
_SUCH = re.compile(r"\b(?:such|of (?:the|this|that) (?:kind|sort)|anything like|de ce (?:genre|type)|de este tipo|de esse tipo|desse tipo|dieser Art|del genere|di questo tipo|derartig\w*|solche\w*|dergleichen|pareille?s?|tels?|telles?|semejantes?|tal(?:es)?|tais|simili?)\b|そのような|そうした|かかる|此类|该等|这样的|그런|그러한|이러한", re.I)
#: "berichten sechs Fahrer", "affirment des marins": several who are not the company.
_SOME = re.compile(
    r"\ (?:\w+\ )?(?:zwei|drei|vier|fünf|sechs|sieben|acht|mehrere|einige|deux|trois|quatre|cinq|six|sept|huit|plusieurs|des|dos|tres|cuatro|cinco|seis|siete|varios|varias|"
    r"due|tre|quattro|cinque|sei|alcuni|alcune|diversi|dois|duas|três|quatro|vários|várias|alguns|algumas|\d+)\ [a-zà-ÿA-ZÄÖÜ]", re.I)
#: A newsroom tells it.
_REPORTS = re.compile(r"と[^、。]{0,16}(?:報じた|伝えた)|라?고[^.]{0,24}(?:보도했|전했|주장했)|据[^，。]{2,20}(?:报道|報道|報導)")
#: "Does not deny it": whoever does so admits rather than denies.
GRANTS = re.compile(
    r"\b(?:do|does|did|would|could|can)(?: not|n't) (?:deny|dispute|contest)\b(?! (?:n?or|and) )|\bn(?:e |')(?:nie|dément|conteste)(?:nt)? pas\b|\b(?:bestreite|bestritt|leugne|dementier)\w* (?:\S+ ){0,4}?(?:nicht|niemand)\b|"
    r"\bno (?:l[oa]s? )?(?:niega|negó|negaron|desmiente|desmintió)n?\b|\bnão (?:nega|negou|negaram|desmente|desmentiu)m?\b|\bnon (?:nega|negano|smentisc\w+|(?:ha|hanno) (?:negato|smentito))\b",
    re.I,
)


@dataclass(frozen=True)
class News:
    """The news of a page. `origin`: the newsroom the article credits, "" when the report is its own. `claim`: the words of
    the news; `reported`: it rests on a source or another newsroom, so that somebody may have to answer it."""

    page: Page
    names: Names
    origin: str
    claim: str
    reported: bool

    @property
    def lex(self) -> Lexicon:
        return self.page.lex

    def says(self, words: str) -> ResponseKind | None:
        """What kind of answer to the news some words are; None: none."""
        return kind_of(words, self.lex, claim=self.claim, against=self.reported)

    def kind(self, words: str, frame: str) -> ResponseKind | None:
        granted = bool(GRANTS.search(frame) or self.lex.granted.search(frame))
        denied = bool(self.lex.deny.search(frame)) and not self.lex.mum.search(frame) and not granted
        admitted = granted or ((bool(self.lex.confirm.search(frame)) or admits(frame, self.lex)) and not self.lex.patterns["not"].search(frame))
        return kind_of(words, self.lex, admitted=admitted and not denied, claim=self.claim, against=self.reported)

    def takes_up(self, q: Quote) -> bool:
        """Does a quotation speak of what the news speaks of?"""
        return bool(stems(self.page.plain[q.start : q.end]) & stems(self.claim))

    def without_grant(self, frame: str) -> str:
        """ "He calls the price made up, but does not deny the talks": the denial is his answer; blanks for the other clause."""
        m = self.lex.granted.search(frame)
        if m is None:
            return frame
        start = max(frame.rfind(comma, 0, m.start()) for comma in "，、,") + 1
        if not start:
            return frame
        rest = frame[:start] + " " * (len(frame) - start)
        return rest if self.says(rest) in ("flat_denial", "specific_denial") else frame

    def counters(self, words: str, verb: str, voice: Voice) -> bool:
        """Does a company that the news names leave it no room, in English?"""
        return self.lex.lang == "en" and self.reported and voice.sure and self.concerned(voice) and counters(words, verb, voice, self.claim)

    def beside_verb(self, frame: str, m: re.Match[str]) -> str:
        """The words beside a verb that may negate it: behind it in Japanese and Korean, where what it tells stands before."""
        before = 25 if not self.lex.cjk else 4 if self.lex.lang == "zh" else 0
        return frame[max(0, m.start() - before) : m.end() + 6]

    def is_the_news(self, unit: Unit) -> bool:
        return self.page.plain[unit.start : unit.end].strip()[:20] in self.claim or bool(self.page.lex.report.search(unit.frame) and _REPORTS.search(unit.frame))

    def others_tell(self, frame: str) -> bool:
        """ "X does not pay its staff, dicono i sindacati": what stands behind the comma is told by those behind the verb."""
        lex = self.lex
        if lex.cjk or lex.lang == "en":
            return False  # there the verb stands behind whoever speaks
        told = [frame[m.end() : m.end() + 50] for m in lex.say.finditer(frame) if frame[: m.start()].rstrip().endswith(",")]
        others = [after for after in told if _SOME.match(after) or lex.third.search(after)]
        return any(not lex.spokes.search(after) and not lex.role.search(after) for after in others)

    def colours(self, unit: Unit) -> bool:
        """Do the few words that are quoted only colour the report ("pure speculation")?"""
        words = [self.page.plain[q.start : q.end] for q in unit.quotes]
        return bool(words) and all(kind_of(w, self.lex) == "non_denial" for w in words)

    def woven(self, unit: Unit, kind: ResponseKind) -> tuple[int, int, bool]:
        """The company's own words within a sentence that reports them, where they alone say as much; else the sentence."""
        for q in unit.quotes:
            words = self.page.plain[q.start : q.end]
            if len(words) > 25 and self.says(words) == kind:
                return q.start, q.end, True
        return unit.start, unit.end, False

    def sounds_like_answer(self, words: str, voice: Voice, direct: bool = False, named: bool = True) -> bool:
        """Reported negation is an answer when it is about the claim, not about the weather."""
        lex = self.lex
        if lex.false.search(words):
            return True
        if lex.lang == "en" and not direct and not self.concerned(voice) and voice.company is not self.names.main and not stems(words) & stems(self.claim) and not _SUCH.search(words):
            return False  # another company's plans
        if lex.plan.search(words) or _SUCH.search(words):
            return True
        if lex.lang == "en" and english.of_results(words) and not stems(words) & stems(self.claim):
            return False
        if self.reported and voice.sure and (voice.company is self.names.main or (lex.cjk and voice.company is not None and voice.company.what == "company") if direct else named and not lex.cjk and self.concerned(voice)):
            opening = re.split(r"[.;:!?。，；]" if direct and not lex.cjk else r"[.,;:!?。，；]", words.lstrip(" ,:"), maxsplit=1)[0]
            if direct and not lex.cjk:
                opening = " ".join(re.split(r"[.;:!?]", words)[:2])
            if lex.patterns["not"].search(opening):
                return True
        if self.reported and voice.sure and (voice.company is self.names.main or (lex.lang == "en" and self.concerned(voice))) and lex.hold.search(words):
            return True
        if lex.cjk and not self.reported:
            # the sentence that answers may itself have been taken for the news: the headline must speak of it
            claim = stems(self.page.doc.title)
        else:
            claim = stems(self.claim)
        here = stems(words)
        own = stems(" ".join(voice.company.forms)) if voice.company else set()
        if direct and (self.lex.spokes.search(voice.speaker) or voice.speaker.startswith(("a spokes", "the press"))) and (self.reported or not lex.cjk):
            return True
        # where nobody reported anything, a "not" beside one word of the news is no denial: "customers did not hold back"
        return len((claim & here) - own) > (0 if self.reported else 1)

    def concerned(self, voice: Voice) -> bool:
        """Does a company that headline or news name speak?"""
        company = voice.company
        return company is not None and any(form in self.claim for form in company.forms)

    def earlier(self, frame: str, start: int, end: int) -> bool:
        """Is it told as something said before, not now?"""
        near = frame[max(0, start - 45) : end + (2 if self.lex.lang == "zh" else 40)]  # what is told stands behind in Chinese
        if western.long_before(frame, start, self.page.doc.published):
            return True
        if self.lex.lang == "en":
            denies = self.lex.say.fullmatch(frame, start, end) is None or self.lex.deny.match(frame, start) is not None
            near = frame[max(0, start - 45) : end] + english.of_the_verb(frame, end, denies=denies)
            if not self.origin and self.reported:
                near = english.fresh(near)  # what the newsroom reports itself, X has only now denied
        return bool(self.lex.earlier.search(near) or self.lex.earlier.match(frame))

    def around(self, q: Quote, unit: Unit) -> str:
        """The words right before and behind a quotation, in which Japanese, Chinese and Korean tell how it is said."""
        return unit.frame[max(0, q.start - unit.start - 24) : q.end - unit.start + 28]
