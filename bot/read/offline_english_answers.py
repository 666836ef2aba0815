"""Answers in English press: whose verb of refusing or keeping silent it is, what a sentence confirms, what leaves a claim no room. Pure."""

from __future__ import annotations

import re

from bot.read import offline_english as english
from bot.read.lexicon import Lexicon
from bot.read.offline_cast import Voice
from bot.read.offline_found import stems
from bot.read.offline_kinds import INSTEAD, kind_of
from bot.read.offline_page import Unit, part_of
from bot.read.offline_speech import Voices
from bot.read.reading import DENIALS, ResponseKind

#: That questions arrived confirms nothing.
_RECEIPT = re.compile(
    r"\ (?:it\ had\ |that\ it\ had\ |having\ )?(?:receipt|received|receiving)\ (?:of\ )?(?:our|the|a|an)\ (?:\w+\ ){0,2}(?:questions?|e-?mails?|requests?|messages?|inquir|enquir|quer)"
)
_BUT = re.compile(r"[.,;:!?]|\b(?:but|though|although)\b")


def whose(voices: Voices, unit: Unit, verb: re.Match[str]) -> Voice | None:
    """Whose verb it is: that of its own clause, where somebody stands in it ("X declined and Y did not reply"), else the sentence's."""
    start, end = english.clause_around(unit.frame, verb.start())
    voice = voices.of(part_of(unit, start, end), verb.start(), verb.end())
    if voice and voice.company and voice.sure:
        return voice
    return voices.of(unit, verb.start(), verb.end())


def told_by_another(voices: Voices, unit: Unit, silence: re.Match[str]) -> bool:
    """ "The researcher said that X had not replied to her": it is not the newsroom that was left without an answer."""
    lex, frame = voices.lex, unit.frame
    verbs = [m for m in lex.say.finditer(frame, 0, silence.start()) if not (lex.silent.match(frame, m.start()) or lex.mum.match(frame, m.start()))]
    if not verbs or english.PARTED.search(frame[verbs[-1].end() : silence.start()]):
        return False
    voice = voices.of(unit, verbs[-1].start(), verbs[-1].end())
    return voice is not None and voice.company is None


def confirmed(words: str, verb: str, lex: Lexicon, *, claim: str, reported: bool) -> ResponseKind | None:
    """What the words behind "confirmed" are: receipt of questions is nothing, "that it had not" a denial, and "though by
    three months rather than nine" denies a detail."""
    if _RECEIPT.match(words):
        return None
    opening = _BUT.split(words)[0]
    if verb.startswith("confirm") and lex.patterns["not"].search(opening):
        kind = kind_of(opening, lex, claim=claim, against=reported)
        return kind if kind in DENIALS and kind != "non_denial" else None
    return "specific_denial" if INSTEAD.search(words) else "confirmation"


def counters(words: str, verb: str, voice: Voice, claim: str) -> bool:
    """Does a company say of what the news tells what leaves no room for it: "every invoice was paid"?"""
    if voice.company is None or english.of_results(words):
        return False
    shared = (stems(claim) & stems(words)) - stems(" ".join(voice.company.forms))
    return bool(shared) and (english.absolute(words) or english.insists(verb))
