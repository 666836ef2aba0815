"""The answers of companies in one article: found, judged for kind, refused as background, and merged. Pure."""

from __future__ import annotations

import re

from bot.read import offline_english as english
from bot.read import offline_papers as papers
from bot.read import offline_western as western
from bot.read.offline_admitted import owned_up, pleaded, undisputed
from bot.read.offline_cast import Names, Voice
from bot.read.offline_eastern_clauses import SO_SAYS, admission_and_rest, clauses
from bot.read.offline_eastern_frames import ANSWERING, kind_by_frame
from bot.read.offline_eastern_kinds import PARTLY
from bot.read.offline_eastern_speech import others_act, somebody_acts
from bot.read.offline_english_answers import confirmed, told_by_another, whose
from bot.read.offline_found import Found, merged
from bot.read.offline_issuer import of_another
from bot.read.offline_kinds import RANK, UNNAMED, kind_of, mum
from bot.read.offline_letters import letter_of
from bot.read.offline_page import Page, Quote, Unit
from bot.read.offline_speech import Voices, carries_on
from bot.read.offline_told import GRANTS, News
from bot.read.offline_turns import Turns
from bot.read.offline_verbs import verb_of
from bot.read.offline_via import OWN_PAPER, via_of
from bot.read.reading import DENIALS, ResponseKind

_BYLINE = re.compile(
    r"\(?(?:Reporting|Editing|Writing|Compiled|Bericht:|Additional reporting)\b|\(?\$1 =|©", re.I
)
#: The first part of a quotation that goes on behind the attribution.
_UNDONE = re.compile(r"[^\W\d_][,，]?\s*$")
_COURT = re.compile(r"\b(?:courts?|tribunal\w*|juzgado|jury|judges?|cour|corte|gericht\w*|\w+gericht|audiencia|relação|supremo|cassazione|TAR|parole board|magistrates)\b|裁判所|[高地家]裁|最高裁|法院|[高中]院|법원|대법|고법|지법", re.I)
_BUT = re.compile(r"\b(?:but|though|although|aber|jedoch|mais|pero|sino|ma|però|mas|porém)\ ", re.I)
#: Verbs that wave a report away without saying that it is untrue.
_BRUSHED_OFF = re.compile(r"bala[iy]|écart|wiegel|minimi[sz]|liquid|desde[ñn]", re.I)
#: Verbs that give a report a name.
_CALLS = re.compile(r"\b(?:qualif\w+|parl\w+|dénonc\w+|évoqu\w+|calific\w+|tach\w+|tild\w+|habl\w+|defin\w+|boll\w+|liquid\w+|classific\w+|cham\w+|call(?:ed|s)|describ\w+|dismiss\w+|brand\w+|label\w+|nann?t\w*|nenn\w+|bezeichne\w+|spr(?:icht|ach\w*|echen))\b", re.I)
#: "Lo ha detto X": the sentence before was hers.
_SAID_SO = re.compile(
    r"\W*(?:lo (?:ha|hanno) (?:detto|dichiarato|affermato|riferito|precisato|comunicato)|lo (?:dichiara|riferisce|precisa|fa sapere)|(?:así )?lo (?:dijo|ha dicho|dice|afirmó|aseguró|declaró)|(?:das|dies) (?:sagte|sagt|erklärte)|"
    r"c'est ce qu(?:e |')(?:a|ont)? ?(?:dit|déclaré|indiqué|affirmé|assuré)|(?:é|foi) o que (?:disse|diz|afirmou|afirma|informou)|that is what)\b",
    re.I,
)
#: Where a verb needs no subject beside it: "Descartó además que ...".
_PRO_DROP = frozenset({"es", "it", "pt"})
#: "I wrote to X.": whom a reporter turned to.
_ASKED = re.compile(r"\b(?:ask|wrote|write|call|e-?mail|contact|messag|question|put|sent|rang|phone|approach|answer|tried|days?|time)", re.I)


#: Whoever apologises need not have been asked.
_SORRY = re.compile(r"おわび|お詫び|陳謝|謝罪|ご(?:心配|迷惑)を?お|致歉|道歉|歉意|深表|사과|송구|죄송")
#: So many characters are more than a word picked out.
_SOME_WORDS = 8
#: So short is a sentence that only tells how a quotation before it was said (characters).
_SHORT = 60
#: An admission, and the denial of the rest.
_IN_PART: tuple[ResponseKind, ResponseKind] = ("confirmation", "specific_denial")
_NEVER = re.compile(r"(?!)")
_WORDLESS: tuple[tuple[str, ResponseKind], ...] = (("silent", "no_response"), ("mum", "no_comment"))


#: The particle behind a quotation tells that it was said, whatever the verb.
_QUOTED = re.compile(r"_[」』](?:だ|である)?と|_[”\"’](?:이?라?고|이?라?며|이?라면서|이?라는 (?:입장|반응|설명)|는 (?:입장|반응|설명))")


class Answers:
    """Collects the answers of one page. `origin`: the newsroom the article credits, "" when the report is its own.

    `claim`: the words of the news; `reported`: it rests on a source or another newsroom, so that somebody may have to
    answer it.
    """

    def __init__(self, page: Page, names: Names, voices: Voices, origin: str, claim: str, reported: bool) -> None:
        self.page, self.names, self.voices, self.lex = page, names, voices, page.lex
        self.news = News(page, names, origin, claim, reported)
        self.found: list[Found] = []
        self.turns = Turns(page, names, voices)
        self.letter = letter_of(page) if names.issuer else None
        self.last: Voice | None = None
        self.last_unit = -9
        self.unclear: list[Found] = []

    def collect(self) -> list[Found]:
        """All answers, in order, one for each company and sort of answer."""
        doc = self.page.doc
        own = self.names.issuer is not None and doc.kind in OWN_PAPER and not (self.letter and doc.kind == "social")
        if doc.kind == "court" and not own:
            self._on_record(pleaded(self.page, self.names), direct=False)
            return merged(self.found, self.page)
        if of_another(self.page):
            return []
        if self.lex.retract.search(doc.title) and doc.kind not in OWN_PAPER and not self.letter:
            return []
        head = doc.title.lstrip("«\"“ 【［[「")
        if not self.letter and (m := self.lex.opinion.match(head)) and head[m.end() : m.end() + 2].strip()[:1] in (":", "：", "–", "—", "|", "】", "］", "]", "」"):
            return []
        if doc.kind in ("filing", "press_release") and not own:
            self._on_record(undisputed(self.page, self.names), direct=False)
        lex, legal, report = self.lex, self.lex.legal, self.lex.report
        if not own and legal.search(doc.title) and (
            not report.search(legal.sub(" ", doc.title + " " + self.page.plain)) or (self.lex.cjk and _COURT.search(doc.title))
        ):
            return []  # somebody was refused a permit, a visa, bail
        for number, unit in enumerate(self.page.units):
            if unit.para and _BYLINE.match(self.page.plain, unit.start):
                continue
            before = len(self.found)
            parts = clauses(self.names, unit, lex) if lex.cjk and doc.kind not in OWN_PAPER else []
            if len(parts) > 1:
                for part in parts:
                    self._press(number, part)
                continue
            if label := self.turns.label(unit):
                told = self.turns.answers(number, unit, label)
                self.found += told or []
                if told is not None:
                    continue
            if doc.kind == "transcript":
                continue
            if own or (self.letter and self.letter.start <= unit.start < self.letter.end):
                self._own(number, unit)
                if len(self.found) > before:
                    continue
            if doc.kind == "court":
                continue
            if self.letter and (doc.kind == "social" or self.letter.start <= unit.start):
                continue
            if not own or (unit.speech and papers.speaks_of_reports(self.page)):
                self._press(number, unit)
        if own:
            self._on_record(owned_up(self.page, self.names, self.found), direct=True)
        self._unclear_answers()
        return merged(self.found, self.page)

    # the press ----------------------------------------------------------------------------------------------------

    def _press(self, number: int, unit: Unit) -> None:
        frame = UNNAMED.sub(lambda m: " " * len(m.group()), unit.frame)  # who will not be named is no company that is silent
        found = len(self.found)
        spoke = self._speech(number, unit) if unit.speech else False
        if not spoke and self.lex.cjk and self.lex.mum.search(frame) and self._denies_beside(self.lex.mum.sub(" ", frame)) and self._reported(number, unit):
            return  # it denies it and says no more
        if not spoke and self.lex.lang == "en" and self.lex.deny.search(frame) and self.lex.mum.search(frame):
            if self._reported(number, unit) and len(self.found) > found:
                return  # "X denied it but would not say more"
        hushed = spoke and self.lex.cjk and len(self.found) == found and self.lex.silent.search(frame)
        if (not spoke or hushed) and self.page.doc.kind not in OWN_PAPER and self._wordless(number, unit, frame):
            return
        if not spoke and not self._reported(number, unit) and not unit.speech:
            # "The director, Ann Bo, does not dodge." The next quotation will be hers.
            m = self.lex.role.search(frame) or self.lex.spokes.search(frame) or self._person_first(unit)
            if m and not self.lex.third.search(frame) and (voice := self.voices.of(unit, m.end())) and voice.company:
                self._remember(number, voice)

    def _denies_beside(self, rest: str) -> bool:
        """Is something denied in the words beside a refusal to comment?"""
        return bool(self.lex.false.search(rest) or (self.lex.deny.search(rest) and not self.lex.granted.search(rest)))

    def _wordless(self, number: int, unit: Unit, frame: str) -> bool:
        """ "X declined to comment and Y did not reply": answers without content; the first of each company counts."""
        lex = self.lex
        met = sorted(((m.start(), m, kind) for pattern, kind in _WORDLESS if (m := mum(frame, lex) if pattern == "mum" else lex.patterns.get(pattern, _NEVER).search(frame))), key=lambda found: found[0])
        heard: list[object] = []
        for _, m, kind in met:
            if kind == "no_response" and len(frame.split()) < 3 and not lex.cjk and not self._turned_to(number):
                continue  # "Nothing." answers only where somebody was asked
            voice = whose(self.voices, unit, m) if lex.lang == "en" else self.voices.of(unit, m.start(), m.end())
            if voice is None and (carries_on(frame, lex.lang) or number - self.last_unit <= 1) and not (lex.cjk and somebody_acts(frame, lex, self.last)):
                voice = self.last
            if lex.lang == "en" and (told_by_another(self.voices, unit, m) or (english.of_a_person(frame) and not self._person_spoke(number))):
                continue  # nobody whom the newsroom asked; or a person who speaks for nobody
            if voice is None and any(q.start <= unit.start + m.start() < q.end for q in unit.quotes):
                continue  # what is written on a shirt
            if voice is None:
                voice = Voice(self.voices.topic(unit.start, unit.para), "the company", False)
            if voice.company is None or voice.company in heard or (self.news.earlier(frame, m.start(), m.end()) and kind == "no_comment"):
                continue
            heard.append(voice.company)
            self._add(number, unit, voice, kind, unit.start, unit.end, direct=False, at=m.start())
            self._remember(number, voice)
        return bool(heard)

    def _person_spoke(self, number: int) -> bool:
        """Was it a person who speaks for a company that spoke last, whom "she" may mean?"""
        return self.last is not None and self.last.company is not None and self.last.speaker != "the company" and number - self.last_unit <= 2

    def _turned_to(self, number: int) -> bool:
        """Does the sentence before tell that somebody was asked?"""
        return number > 0 and bool(_ASKED.search(self.page.units[number - 1].frame))

    def _person_first(self, unit: Unit) -> re.Match[str] | None:
        """The name that begins a sentence, where its bearer holds a post: "Bo took to the net." What follows is hers."""
        for a, b, name in self.names.within(unit.start, min(unit.end, unit.start + 60)):
            if a == unit.start and self.voices.roles.get(id(name), ("", None, False))[2]:
                return re.compile(r".").search(unit.frame, b - a)
        return None

    def _speech(self, number: int, unit: Unit) -> bool:
        """A quotation: whose, and what it answers. True when the unit needs no further look."""
        frame, lex = unit.frame, self.lex
        said = verb_of(self.page, self.names, self.voices, unit)
        if lex.cjk and carries_on(frame, lex.lang) and (after := self._told_after(number)):
            voice: Voice | None = after
        elif carries_on(frame, lex.lang) and self.last and number - self.last_unit <= 2:
            voice = self.last
        elif said is None and not re.search(r"[:：]\s*[\"“„«»「『_]", frame) and not carries_on(frame, lex.lang) and not (lex.cjk and _QUOTED.search(frame)):
            return False
        else:
            colon = western.COLON.search(frame) if said is None and lex.lang in western.LANGUAGES else None
            voice = (self.voices.of(unit, colon.start()) if colon else None) or self.voices.of(unit, said)
            if voice is None and number - self.last_unit <= 1 and self.last and not (lex.cjk and somebody_acts(frame, lex, self.last)):
                voice = self.last
        if voice is None or voice.company is None:
            self._remember(number, voice or Voice(None, ""))
            return voice is not None
        self._remember(number, voice)
        if lex.cjk and self._admits_but(number, unit, voice):
            return True
        words = [(q, self.page.plain[q.start : q.end]) for q in unit.speech]
        kinds = [(q, self.news.kind(text, frame)) for q, text in words]
        if topic := self._topic(unit):
            # "The date," she said, "is wrong": one sentence, judged whole
            q = unit.quotes[1]
            kinds = [(q, self.news.kind(f"{topic} {self.page.plain[q.start : q.end]}", frame))]
        if lex.cjk and not any(kind for _, kind in kinds):
            behind = self.page.units[number + 1].frame if number + 1 < len(self.page.units) else ""
            kinds = [(q, kind_by_frame(text, self.news.around(q, unit), behind, lex, reported=self.news.reported)) for q, text in words]
        answers = [(q, kind) for q, kind in kinds if kind]
        denied = bool(lex.deny.search(GRANTS.sub(" ", frame)))
        if not answers:
            if denied and not self.news.earlier(frame, 0, len(frame)):
                q = unit.speech[0]
                self._add(number, unit, voice, "flat_denial", q.start, q.end, direct=True, at=said or 0)
                return True
            before = self.found[-1] if self.found else None
            if before and carries_on(frame, lex.lang) and before.company is voice.company and not before.direct and number - before.unit == 1 and before.kind in ("confirmation", "flat_denial"):
                # "A spokeswoman confirmed it. "We will close the plant."": her words stand for the sentence before
                q = unit.speech[0]
                self._add(number, unit, voice, before.kind, *self._stretch(q, unit, kinds), direct=True, at=0, framed=before.framed)
                return True
            self._set_aside(number, unit, voice, *self._stretch(unit.speech[0], unit, kinds), direct=True)
            return False
        if self.news.earlier(frame, said if said is not None else 0, (said or 0) + 8):
            return True
        q, kind = min(answers, key=lambda answer: (RANK[answer[1]], not self.news.takes_up(answer[0])))
        if lex.cjk and kind == "non_denial" and (admitted := [a for a in answers if a[1] == "confirmation"]):
            q, kind = admitted[0]  # what it promises besides colours nothing
        if kind in DENIALS and (yes := next((k for k in kinds if k[1] == "confirmation"), None)):
            # "We are selling it," she said, "but not to them": an admission and the denial of a detail
            a, b = self._stretch(yes[0], unit, kinds)
            self._add(number, unit, voice, "confirmation", a, b, direct=True, at=said or 0)
        text = self.page.plain[q.start : q.end]
        if kind == "confirmation" and lex.cjk and not self.news.reported and not lex.admit.search(_SORRY.sub(" ", text)):
            return False  # it is sorry for what it announces itself
        if kind == "non_denial" and self.page.doc.kind in OWN_PAPER and not lex.report.search(text):
            return False
        by_frame = lex.cjk and self.news.kind(text, frame) is None
        if kind == "flat_denial" and not denied and not by_frame and not lex.false.search(text) and not self.news.sounds_like_answer(text, voice, direct=True) and not self._denied_before(number, voice):
            return False
        self._add(number, unit, voice, kind, *self._stretch(q, unit, kinds), direct=True, at=said or 0)
        return True

    def _set_aside(self, number: int, unit: Unit, voice: Voice, start: int, end: int, *, direct: bool) -> None:
        """What a company says to a report in words that are no sign of any kind: an answer, if it gives no other."""
        frame, lex = unit.frame, self.lex
        if not (lex.cjk and self.news.reported and voice.sure and voice.company and voice.company.what == "company") or self.page.doc.kind in (*OWN_PAPER, "transcript"):
            return
        known = voice.company.title or any(end <= unit.start for _, end in voice.company.at)
        if not known or self.news.is_the_news(unit) or lex.earlier.search(frame) or (lex.anon.search(frame) and not lex.spokes.search(frame)) or end - start < _SOME_WORDS:
            return
        self.unclear.append(Found(voice.company, voice.speaker, "non_denial", start, end, direct, via_of(self.page, self.names, self.news.origin, self.found, unit, 0, "non_denial"), number))

    def _unclear_answers(self) -> None:
        """Of a company that gives no clearer answer, the first of its words that were set aside."""
        answered = {id(f.company) for f in self.found}
        for found in self.unclear:
            if id(found.company) not in answered:
                answered.add(id(found.company))
                self.found.append(found)

    def _admits_but(self, number: int, unit: Unit, voice: Voice) -> bool:
        """ "X admits talks but calls the price wrong": an admission, and the denial of the rest."""
        parts = admission_and_rest(self.page, unit, self.news.claim, self.news.reported)
        if parts is None:
            return False
        for (start, end), kind in zip(parts, _IN_PART, strict=True):
            self._add(number, unit, voice, kind, start, end, direct=False, at=0, framed=True)
        return True

    def _told_after(self, number: int) -> Voice | None:
        """Whose words a quotation is that stands alone before "so says X"."""
        following = self.page.units[number + 1] if number + 1 < len(self.page.units) else None
        if following is None or following.para != self.page.units[number].para or following.speech:
            return None
        if not SO_SAYS.search(following.frame):
            nobody_before = self.last is None or number - self.last_unit > 1
            mine = self.lex.role.search(following.frame) or self.lex.spokes.search(following.frame)
            if not (nobody_before and mine and len(following.frame) < _SHORT):
                return None
        return self.voices.of(following)

    def _topic(self, unit: Unit) -> str:
        """The few words of a quotation that is split behind its subject; "" where it is not split there."""
        quotes = unit.quotes
        if len(quotes) != 2 or not quotes[1].whole or quotes[0].start - unit.start > 2:
            return ""
        words = self.page.plain[quotes[0].start : quotes[0].end]
        return words.rstrip(",， ") if len(words.split()) < 7 and _UNDONE.search(words) and not self.news.kind(words, "") else ""

    def _stretch(
        self, q: Quote, unit: Unit, kinds: list[tuple[Quote, ResponseKind | None]]
    ) -> tuple[int, int]:
        """The quotation, without the comma before the attribution."""
        end = q.end
        while end > q.start and self.page.plain[end - 1] in ",， ":
            end -= 1
        return q.start, end

    def _reported(self, number: int, unit: Unit) -> bool:
        """Indirect speech: "X denied that", "X said it had not", "er wies das zurück", と説明した."""
        lex, frame = self.lex, unit.frame
        if _SAID_SO.match(frame) and (self._said_before(number, unit) or not (lex.deny.search(frame) or lex.false.search(frame))):
            return True
        if lex.cjk:
            frame = self.news.without_grant(frame)
        granted = GRANTS.search(frame) or lex.granted.search(frame)
        m = granted or lex.deny.search(frame)
        sort = "confirm" if granted else "deny"
        if m is None and (m := lex.confirm.search(frame)):
            sort = "confirm"
        if m is None:
            sort = "say"
            m = next((s for s in lex.say.finditer(frame)), None) if lex.lang == "en" else western.verb_of_saying(frame, lex)
            if lex.lang == "en" and m:
                m = english.sourced(frame) or english.first_verb([s for s in lex.say.finditer(frame) if not english.tells_nothing(frame, s)])
        if m is None and lex.lang == "de" and number - self.last_unit == 1 and self.last and self.last.company and not unit.speech:
            # "The group denies it. Es gebe keine Gespräche.": the mood tells that it is still the group's word
            m = western.told_mood(frame)
            if m is not None:
                return self._goes_on(number, unit, m)
        if m is None or (lex.lang == "en" and sort != "say" and english.supposed(frame, m)) or (sort == "deny" and lex.lang in western.LANGUAGES and western.at_law(frame, lex)):
            return False
        voice = self.voices.of(unit, m.start(), m.end())
        named = voice is not None
        unnamed = lex.lang in _PRO_DROP and frame[: m.start()].strip(" «\"“") == ""
        if (voice is None or (unnamed and not voice.sure)) and (carries_on(frame, lex.lang) or unnamed) and number - self.last_unit <= 1:
            voice = self.last
        if voice is None or voice.company is None or (sort == "confirm" and western.sources_confirm(frame, m, lex)):
            return False
        self._remember(number, voice)
        if self.news.others_tell(frame) or (lex.cjk and self._admits_but(number, unit, voice)):
            return True
        words = frame[m.end() :].replace('"', "") if not lex.cjk else frame
        lead = frame[: m.start()]
        if sort == "say" and not lex.cjk and len(words.strip(" .,")) < 18 and not lex.hold.search(words) and not (lex.lang != "en" and lex.false.search(words)):
            words = lead
        if sort == "confirm":
            if (not granted and lex.patterns["not"].search(self.news.beside_verb(frame, m))) or not voice.sure:
                return True
            if lex.cjk and (((source := lex.anon.search(frame)) and not lex.spokes.search(source.group())) or others_act(frame, m.start(), lex)):
                return True  # it is the sources who tell, or a union that makes it known
            kind: ResponseKind | None = "confirmation"
            if lex.lang in western.LANGUAGES and lex.false.search(frame, m.end()) and not lex.false.search(frame[: m.start()]):
                kind = "specific_denial"  # "owned up to cuts, but called the figure made up"
            if voice.company.what == "office":
                return True
            if lex.lang == "en" and not granted:
                kind = confirmed(words, m.group().casefold(), lex, claim=self.news.claim, reported=self.news.reported)
        elif sort == "deny":
            kind = kind_of(frame, lex, denied=True, claim=self.news.claim)
            if kind not in ("specific_denial", "unaware", "undecided", "time_bound_denial"):
                if _BUT.search(frame[: m.start()]) and lex.confirm.search(frame[: m.start()]):
                    kind = "specific_denial"  # "admits delays but denies": the rest stands
                else:
                    kind = "non_denial" if (_BRUSHED_OFF.match(m.group()) or _CALLS.search(frame)) and self.news.colours(unit) else "flat_denial"
        elif self.page.doc.kind in OWN_PAPER:
            return True
        else:
            kind = self.news.says(words)
            if kind is None and lead.rstrip().endswith((",", "，", "、")):
                # "No decision has been taken, the group said."
                words = lead
                kind = self.news.says(words)
            if kind is None and lex.lang == "en" and (said := english.led_by(lead, words)):
                words = said
                kind = self.news.says(words)
            if kind is None and self.news.counters(words, m.group(), voice):
                kind = "flat_denial"
            if kind is None and lex.cjk and ANSWERING[lex.lang].search(frame):
                self._set_aside(number, unit, voice, unit.start, unit.end, direct=False)
            owned = kind == "confirmation" and lex.cjk and self.news.reported and (PARTLY.search(words) or lex.owned.search(words))
            if kind in ("non_denial", "confirmation") and not (voice.sure and (lex.attack.search(words) or owned)):
                return True
            if lex.lang in western.LANGUAGES and kind in DENIALS and self.news.is_the_news(unit) and lex.hearsay.search(frame) and not lex.false.search(words):
                return True  # what is reported may hold a "not"
            if kind in DENIALS and lex.cjk and self.news.is_the_news(unit) and not lex.false.search(words):
                return True  # the news itself may hold a "not"
            if kind == "flat_denial" and not self.news.sounds_like_answer(words, voice, named=named) and not self.news.counters(words, m.group(), voice):
                return True
        if kind is None or self.news.earlier(frame, m.start(), m.end()):
            return True
        start, end, direct = self.news.woven(unit, kind)
        self._add(number, unit, voice, kind, start, end, direct=direct, at=m.start(), framed=sort == "deny")
        return True

    def _goes_on(self, number: int, unit: Unit, mood: re.Match[str]) -> bool:
        """A sentence in the mood of reported speech, which goes on with whoever spoke in the sentence before."""
        voice, before = self.last, self.found[-1] if self.found else None
        assert voice is not None
        kind = self.news.says(unit.frame)
        self._remember(number, voice)
        if kind is None or kind in ("non_denial", "confirmation") or self.news.earlier(unit.frame, mood.start(), mood.end()):
            return True
        told = before is not None and before.company is voice.company and number - before.unit == 1
        if kind == "flat_denial" and not told and not self.news.sounds_like_answer(unit.frame, voice):
            return True
        start, end, direct = self.news.woven(unit, kind)
        self._add(number, unit, voice, kind, start, end, direct=direct, at=mood.start())
        return True

    def _said_before(self, number: int, unit: Unit) -> bool:
        """ "Veld has made no offer. So said its chairman.": the sentence before denies, if its company does so itself."""
        before = self.page.units[number - 1] if number else None
        if before is None or before.para != unit.para or before.speech:
            return False
        for _, b, company in self.names.within(before.start, before.end, "company", "")[:1]:
            kind = self.news.says(self.page.plain[b : before.end])
            if kind in DENIALS and kind != "non_denial" and self.lex.patterns["not"].search(self.page.plain[b : b + 25]):
                company.score = max(company.score, 2.0)  # what denies of itself is a company
                voice = self.voices.of(unit)
                self._add(number - 1, before, Voice(company, voice.speaker if voice and voice.speaker else "the company"), kind, before.start, before.end, direct=False, at=0)
                return True
        return False

    def _denied_before(self, number: int, voice: Voice) -> bool:
        """Did the same company deny something in the sentence before, so that the words that follow are its denial?"""
        before = self.found[-1] if self.found else None
        return before is not None and before.company is voice.company and before.framed and not before.direct and number - before.unit == 1 and not self.lex.cjk

    # own papers ---------------------------------------------------------------------------------------------------

    def _own(self, number: int, unit: Unit) -> None:
        """A press release, filing or post: the issuer speaks in every sentence that quotes nobody."""
        if self.names.issuer and (kind := papers.statement(self.page, number, self.names.issuer, self.letter)):
            voice = Voice(self.names.issuer, papers.speaker(self.page, kind, self.letter))
            self._add(number, unit, voice, kind, unit.start, papers.goes_on(self.page, number), direct=True, at=0)

    def _on_record(self, admitted: tuple[int, Voice] | None, *, direct: bool) -> None:
        if admitted is not None:
            number, voice = admitted
            unit = self.page.units[number]
            self._add(number, unit, voice, "confirmation", unit.start, unit.end, direct=direct, at=0)

    # bookkeeping --------------------------------------------------------------------------------------------------

    def _remember(self, number: int, voice: Voice) -> None:
        self.last, self.last_unit = voice, number

    def _add(
        self,
        number: int,
        unit: Unit,
        voice: Voice,
        kind: ResponseKind,
        start: int,
        end: int,
        *,
        direct: bool,
        at: int,
        framed: bool = False,
    ) -> None:
        if voice.company is not None and voice.company.what == "office":
            # an authority answers with an outright no or with nothing; the rest is its daily work
            if kind not in ("flat_denial", "no_comment", "no_response") or self.page.doc.kind in OWN_PAPER:
                return
            if _COURT.search(voice.company.full):
                return  # a court grants and refuses; it answers no report
        via = via_of(self.page, self.names, self.news.origin, self.found, unit, at, kind)
        for company in (voice.company, *voice.others):
            if company is not None:
                self.found.append(
                    Found(company, voice.speaker, kind, start, end, direct, via, number, framed)
                )
