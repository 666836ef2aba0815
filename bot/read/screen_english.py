"""The screen's questions about English press: does a company, by name, noun or officer, answer in a sentence? Pure.

Two signs in one sentence: somebody who may speak for a company has a verb of saying, or a quotation stands beside
them; and what is said negates, refuses, admits or leaves no exception.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from bot.needles import lowered, there
from bot.read.lexicon import Lexicon
from bot.read.offline_cast import first_person
from bot.read.offline_english import absolute, insists

QUOTE = re.compile(r"[\"“”]")
_MYSELF = re.compile(r"\bI (?:\w+ )?(?:deny|do not|don't|never)\b", re.I)
#: "Confirmed that it had": companies are called so, people are not.
_OF_ITSELF = re.compile(r" (?:that )?its?\b", re.I)
#: A sentence that goes on about whoever the one before spoke of.
_GOES_ON = re.compile(r"\W*(?:it|they|he|she|the company|asked|when)\b", re.I)
#: Only what is no person says so.
_IT_SAID = re.compile(r"\bit (?:said|says|added|wrote|insisted|told)\b|\bsaid it\b")
#: "Its chairwoman": an officer of what is no person.
_ITS_OFFICER = re.compile(r"\bits (?:\w+ ){0,3}?(?:chief|chair|director|president|boss|founder|owner|manager|officer|executive|counsel|head|lawyer|secretary|treasurer)")
#: So many sentences may one quotation span.
_LONGEST = 6
#: So near a verb of saying its subject stands (characters).
_NEAR = 60
#: What is called by its kind right before its name: "supermarket chain Veld", "chipmaker Veld".
_KIND = re.compile(
    r"\w*(?:maker|builder)|chain|bank|group|company|firm|retailer|lender|brand|carrier|airline|operator|developer|insurer|brewer|grocer|start-?up|supplier|producer|platform|publisher|studio|miner|"
    r"refiner|utility|broker|bookmaker|distiller|contractor|app|unit|giant"
)
_NAME = r"[A-ZÀ-Þ][\w&'-]*[\w&-]"
# one look for the word before a name, whatever it is, and one for the name: asked for each kind, it takes several times as long
_CALLED = re.compile(
    rf"\b(?:(?P<word>[a-z][a-z-]*) (?=(?P<kind>{_NAME}))|(?P<name>{_NAME})(?: (?:said|says|insisted|insists|denied|denies|told \w+(?: \w+)?) (?:that )?(?:it|its)\b|"
    r"(?:'s|') (?:own |new |main |chief |head |press |board|shares|plants?|factor|founder|owner|boss|finance|managing|general|spokes|stores|shops|customers|parent|lawyers|chair|products?|app\b|communications|media)))"
)
_SAY = r"(?:also |later |then |now |flatly |firmly |has |had |have |\w+ly |in [^.,;\"“]{3,40} |on \w+day )*(?:said|says|told|tells|insist\w*|maintain\w*|den(?:y|ies|ied)|declin\w+|refus\w+|reject\w*|dismiss\w*|wrote|writes|repl\w+|respond\w*|call(?:ed|s)|confirm\w*|admit\w*|acknowledg\w+|disput\w+|contest\w*|would|did|does|do|stress\w*|argu\w+|add(?:ed|s)|was|were|is)\b"
_ACTS = re.compile(rf"\b(?P<who>{_NAME}(?: {_NAME})*)(?:,[^,.;\"“”]{{3,80}},)? {_SAY}|(?:said|says|wrote|told|replied|according to|insists?) (?:the )?(?P<whom>{_NAME})")
#: The words of a name before its ending.
_BEFORE = re.compile(rf"((?:{_NAME} ){{1,3}})$")
#: Names, or a name and its ending, in a row: all endings begin with a capital but "plc".
_RUN = re.compile(rf"{_NAME}(?: (?:{_NAME}|plc\b))+")
_TITLED = re.compile(rf"{_NAME}(?: {_NAME})*")
#: One of these stands in whatever tells that nobody answered.
_UNANSWERED = (
    "respon", "repl", "answer", "return", "comment", "reach", "contact", "back", "silen", "heard", "pick", "rang", "ring out", "voicemail", "acknowledg", "ignor", "deadline",
    "door", "touch", "availab", "bounc", "react", "statement", "explanation", "reply", "unanswered", "no word", "crickets", "nothing", "pass on",
)  # fmt: skip


def answer(title: str, text: str, sentences: Iterable[str], lex: Lexicon) -> str:
    """What speaks for it that a company answers in English press; "" where nothing does."""
    parts = _whole_quotations(sentences)
    lows = [p.lower() for p in parts]
    low = text.lower()
    cue = {name: there(lex.patterns[name], low) for name in ("silent", "spokes", "mum", "deny", "unaware", "undecided", "false", "confirm", "firm", "role", "office", "say")}
    unanswered = [bit for bit in _UNANSWERED if bit in low]
    named = companies_by_use(title, text, lex)
    corporate = bool(named) or any(cue["firm"].search(low) or _ITS_OFFICER.search(low) for low in lows)

    @cache  # each sentence is asked again as the neighbour of two
    def speaks(at: int, *who: str) -> bool:
        if not 0 <= at < len(parts):
            return False
        return any(cue[w].search(lows[at]) for w in who) or _IT_SAID.search(lows[at]) is not None or _acts(parts[at], named)

    everyone = ("spokes", "role", "firm", "office")
    for at, (part, low) in enumerate(zip(parts, lows, strict=True)):
        if any(bit in low for bit in unanswered) and (m := cue["silent"].search(low)):
            return "asked: " + m.group()
        quoted = QUOTE.search(part) is not None
        said = cue["say"].search(low)
        if (m := cue["spokes"].search(low)) and (said or cue["confirm"].search(low) or quoted or any(QUOTE.search(p) for p in parts[max(0, at - 1) : at + 2])):
            return "speaks: " + m.group()
        if (m := cue["confirm"].search(low)) and (_OF_ITSELF.match(part, m.end()) or speaks(at, "firm")):
            return "admits: " + m.group()
        if not (quoted or said or cue["mum"].may_match(low) or cue["deny"].may_match(low)):
            continue
        beside = (quoted and (speaks(at - 1, *everyone) or speaks(at + 1, *everyone))) or (_GOES_ON.match(part) is not None and speaks(at - 1, *everyone))
        if not (beside or speaks(at, *everyone)):
            continue
        if m := cue["mum"].search(low):
            return "asked: " + m.group()
        if (m := cue["deny"].search(low)) and not _MYSELF.search(part):
            return "answer: " + m.group()
        if (said or quoted) and (m := cue["unaware"].search(low) or cue["undecided"].search(low) or cue["false"].search(low)) and (said or _in_marks(part, m.start())):
            return "answer: " + m.group()
        if not (quoted or said) or not corporate:
            continue
        ours = quoted and first_person(part) and (speaks(at, "role") or speaks(at - 1, "firm", "role") or speaks(at + 1, "firm", "role"))
        if (ours or _acts(part, named) or _IT_SAID.search(low) or (said and _beside(low, said, lex))) and (negated := _negates(low, said, lex)):
            return "told: " + negated
    return ""


def companies_by_use(title: str, text: str, lex: Lexicon) -> frozenset[str]:
    """The first words of names that a text shows to be companies' by how it uses them: "Veld" of "bottler Veld said it"."""
    names = {m.group("kind") or m.group("name") for m in _CALLED.finditer(text) if not m.group("word") or _KIND.fullmatch(m.group("word"))}
    for run in _RUN.finditer(text):  # the endings are a great many: they are only looked for where names are
        for m in lex.tailed.finditer(run.group()):
            if before := _BEFORE.search(run.group()[max(0, m.start() - 60) : m.start()]):
                names.add(before.group(1).split()[0])
    names |= {word for m in _TITLED.finditer(title) for word in m.group().replace("'s", "").split() if not _a_person(word, text)}
    return frozenset(n for name in names if (n := name.removesuffix("'s")).casefold() not in lex.stop and len(n) > 2)


def _acts(part: str, names: frozenset[str]) -> bool:
    """Has one of these names a verb of saying in a sentence?"""
    return bool(names) and any(name in part for name in names) and any(not names.isdisjoint((m.group("who") or m.group("whom")).replace("'s", "").split()) for m in _ACTS.finditer(part))


def _beside(low: str, said: re.Match[str], lex: Lexicon) -> bool:
    """Does a noun for a company, or an officer, stand right before a verb of saying or, where nobody is told, right behind it?"""
    a, b = max(0, said.start() - _NEAR), said.start()
    if any(lowered(p).pattern.search(low, a, b) for p in (lex.firm, lex.role)):
        return True
    return not said.group().startswith("t") and any(lowered(p).pattern.search(low, said.end(), said.end() + _NEAR) for p in (lex.firm, lex.role))


def _a_person(name: str, text: str) -> bool:
    """Does a word of the headline stand behind a first name in the text, or not at all?"""
    at = text.find(name)
    if at < 0:
        return True
    while at >= 0:
        end = at + len(name)
        if _FIRST_NAME.search(text[max(0, at - 30) : at]) and _ALONE.match(text, end):
            return True
        at = text.find(name, end)
    return False


_FIRST_NAME = re.compile(r"\b(?:[A-Z][a-z]+|Mr|Mrs|Ms|Dr|Sir)\.? $")
_ALONE = re.compile(r"(?!\w)(?! [A-Z])")


def _whole_quotations(sentences: Iterable[str]) -> list[str]:
    """The sentences, those that one quotation spans made one."""
    out: list[str] = []
    held = 0
    for sentence in sentences:
        if out and held and _in_marks(out[-1], len(out[-1])) and "\n\n" not in out[-1]:
            out[-1] += sentence
            held = held + 1 if held < _LONGEST else 0
        else:
            out.append(sentence)
            held = 1
    return out


def _in_marks(part: str, at: int) -> bool:
    """Does an offset of a sentence stand behind an opening mark that is not closed before it?"""
    before = part[:at]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")


def _negates(low: str, said: re.Match[str] | None, lex: Lexicon) -> str:
    for name in ("not", "plan", "admit", "attack", "hold"):
        if m := lowered(lex.patterns[name]).search(low):
            return m.group()
    return said.group() if said and (absolute(low) or insists(said.group())) else ""
