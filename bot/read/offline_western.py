"""How five languages of the west tell that somebody said something: the mood of German, the verb behind a comma, the day a
sentence opens with, sources that confirm; and what is refused at law. Pure.
"""

from __future__ import annotations

import re
from datetime import datetime

from bot.read.lexicon import Lexicon

#: Languages whose words stand in tables by grammar.
LANGUAGES = frozenset({"de", "fr", "es", "it", "pt"})
#: Where a quotation is led in by no verb: "The owner, two lawyers beside him: «...»".
COLON = re.compile(r"[:：]\s*[\"“„«»_]")
#: Verbs in the mood by which German tells what somebody said.
_SUBJUNCTIVE = re.compile(
    r"\b(?:sei|seien|habe|hätten|werde|würden|gebe|gäbe|könne|müsse|solle|wolle|dürfe|wisse|stehe|stünden|bleibe|blieben|gehe|komme|liege|lägen|laufe|handle|handele|betreffe|treffe|träfen|stimme|existiere|bestehe|"
    r"entspreche|zahle|plane|führe|verhandle|gelte|nehme|halte|sehe|mache|rechne|prüfe|arbeite|spreche|kenne|brauche|denke|verkaufe|schließe)\b", re.I)
_FIRST_PERSON = re.compile(r"\b(?:ich|wir)\b", re.I)
_MONTHS = {
    name: number
    for names in (
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    )
    for number, name in enumerate(names.casefold().split(), 1)
}
#: "Am 18. März teilte der Konzern mit": a sentence that opens with a day.
_DATED = re.compile(rf"\W*(?:Schon |Bereits |Noch |Ya |Já |Già |Dès |Encore )?(?:Am|Le|El|Em|Il|A|No dia|Del)\ (\d{{1,2}})(?:\.|er|º|°|o)?\ (?:de\ )?({'|'.join(_MONTHS)})\b", re.I)
#: What was said so many days before the article is told again (days).
_PAST = 6
#: "Lo hanno confermato un dirigente e un consulente", "según han confirmado dos personas": sources without names.
_IT_BY = re.compile(r"\b(?:lo|l'|según|selon|secondo|segundo|como|comme|come|conforme|wie|das|dies)\ ?(?:\S+\ ){0,3}$", re.I)
_SOMEBODY = re.compile(r"^\ (?:[^.;:]{0,40}?\ )?(?:un|una|uno|une|um|uma|ein|eine|dos|tres|deux|trois|zwei|drei|due|tre|duas|dois|varios|varias|alcuni|plusieurs|mehrere|vários)\ (?:[a-zà-ÿ]+|(?-i:[A-ZÄÖÜ])\w+)", re.I)
#: "según han confirmado", "comme l'ont confirmé", "wie bestätigten".
_AS_TOLD = re.compile(r"\b(?:según|selon|secondo|segundo|conforme|como|comme|come|wie)\ (?:\S+\ ){0,3}(?:l'(?:a|ont)\ )?$", re.I)


def told_mood(frame: str) -> re.Match[str] | None:
    """A verb in the mood of reported speech, in a sentence that has nobody's own "I" or "we" (German)."""
    return None if _FIRST_PERSON.search(frame) else _SUBJUNCTIVE.search(frame)


def verb_of_saying(frame: str, lex: Lexicon) -> re.Match[str] | None:
    """The verb behind which somebody is told to say something: the one behind a comma ("…, said X") before any other."""
    said = list(lex.say.finditer(frame))
    if lex.cjk:
        return said[0] if said else None
    behind = [m for m in said if frame[: m.start()].rstrip().endswith((",", ", a", ", ha", ", hat", ", ont")) and m.start() > len(frame) / 3]
    return next(iter([*behind, *said]), None)


def at_law(frame: str, lex: Lexicon) -> bool:
    """Is it an appeal, a permit or a loan that is refused?"""
    return bool(lex.legal.search(frame)) and not (lex.deny.search(lex.legal.sub(" ", frame)) or lex.report.search(frame))


def sources_confirm(frame: str, verb: re.Match[str], lex: Lexicon) -> bool:
    """ "…, según han confirmado fuentes del sector": those behind the verb confirm, not the company before it."""
    before, after = frame[max(0, verb.start() - 30) : verb.start()], frame[verb.end() : verb.end() + 60]
    if _IT_BY.search(before) and _SOMEBODY.search(after):
        return True
    return bool(_AS_TOLD.search(before) and lex.third.search(after))


def long_before(frame: str, verb: int, published: datetime) -> bool:
    """Does a sentence open with a day well before the article's own (`published`, UTC), before its verb?"""
    m = _DATED.match(frame)
    if m is None or (verb and m.start(2) >= verb):
        return False
    month, day = _MONTHS[m.group(2).casefold()], int(m.group(1))
    return abs((published.month - month) % 12 * 30 + published.day - day) > _PAST
