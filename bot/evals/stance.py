"""Which side a headline or body takes on a claim, by the offline reader's and judge's word lists alone.

Nothing here is trained or tuned on the data sets it is measured with. Three sides: against (it says that the claim
is not so), observing (it passes the claim on as somebody's), for (it states it).

Data sets: W. Ferreira and A. Vlachos, "Emergent: a novel data-set for stance classification", NAACL 2016 (300
rumours, headlines labelled for, against, observing); the Fake News Challenge, 2017 (headline and body: agree,
disagree, discuss; unrelated pairs are left out here).
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from bot.evals.labelled import MaterialError
from bot.evals.marks import Figure, Mark, Marks, label_f1, macro_f1, share
from bot.judge import offline_cues as cues
from bot.judge import offline_cues_newsroom as newsroom
from bot.read.lexicon import Lexicon, lexicon
from bot.read.offline_page import straight
from bot.text import words

Stance = Literal["for", "against", "observing"]
STANCES: tuple[Stance, ...] = ("for", "against", "observing")
_FNC: dict[str, Stance] = {"agree": "for", "disagree": "against", "discuss": "observing"}

#: Words by which a headline keeps its distance from what it passes on.
_DISTANCE = re.compile(
    r"\?|\b(?:reports?|reported(?:ly)?|reporting|rumou?r(?:s|ed)?|allege\w*|alleged(?:ly)?|purport\w*|supposed(?:ly)?|apparent(?:ly)?|claims?|claimed|claiming|"
    r"says?|said|according|sources?|may|might|could|possib\w+|unconfirmed|investigat\w+|speculation|believed?|suspected|suggests?|set to|expected|likely)\b",
    re.I,
)
#: A body is judged by its first sentences and by those that speak of the claim.
_LEAD = 5
_IN_COMMON = 3
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’']*\s+|\n+")


def stance(claim: str, text: str, lang: str = "en") -> Stance:
    """The side that `text`, a headline as a rule, takes on `claim`. Pure."""
    lex = lexicon(lang)
    claim, text = straight(claim), straight(text)
    if _denied(text, lex, lang) != _denied(claim, lex, lang) or _negated(text, lang) != _negated(claim, lang):
        return "against"
    if _DISTANCE.search(text):
        return "observing"
    return "for"


def body_stance(headline: str, body: str, lang: str = "en") -> Stance:
    """The side that a body takes on a headline: by what it says of the headline's matter. Pure."""
    sentences = [s for s in _SENTENCE.split(straight(body)) if s.strip()]
    wanted = {w for w in words(headline) if len(w) > 3}
    near = [s for i, s in enumerate(sentences) if i < _LEAD or len(wanted & set(words(s))) >= min(_IN_COMMON, len(wanted))]
    lex = lexicon(lang)
    if not _denied(headline, lex, lang) and any(_denied(s, lex, lang) for s in near):
        return "against"
    if any(_DISTANCE.search(s) for s in near[:_LEAD]):
        return "observing"
    return "for"


def _denied(text: str, lex: Lexicon, lang: str) -> bool:
    """Does somebody deny, refute or take something back in it?"""
    return bool(lex.deny.search(text) or lex.false.search(text) or cues.has(newsroom.RETRACTION, text, lang))


def _negated(text: str, lang: str) -> bool:
    return cues.has(cues.NEGATION, text, lang)


# data sets ---------------------------------------------------------------------------------------------------------


def emergent(folder: Path, step: Callable[[], None] = lambda: None) -> Iterator[Mark]:
    """A mark for each headline of the test split, clustered by claim. Raises MaterialError."""
    for row in _rows(_emergent(folder), "claimHeadline", "articleHeadline", "articleHeadlineStance", "claimId"):
        said = stance(row["claimHeadline"], row["articleHeadline"])
        label = row["articleHeadlineStance"]
        yield Mark("stances", row["claimId"], label, said, said == label, "en", "", "", row["articleHeadline"], f"claim: {row['claimHeadline']}")
        step()


def fnc1(folder: Path, step: Callable[[], None] = lambda: None) -> Iterator[Mark]:
    """A mark for each pair of a headline and a body on the same matter, clustered by body. Raises MaterialError."""
    bodies = bodies_of(folder)
    for row in _rows(_fnc1(folder), "Headline", "Body ID", "Stance"):
        label = _FNC.get(row["Stance"])
        if label is None:
            continue
        body = bodies.get(row["Body ID"], "")
        said = body_stance(row["Headline"], body)
        yield Mark("stances", row["Body ID"], label, said, said == label, "en", "", "", body[:400], f"headline: {row['Headline']}")
        step()


def bodies_of(folder: Path) -> dict[str, str]:
    """FNC-1's bodies by id. Raises MaterialError."""
    path = _file(folder, "*bodies*.csv", "FNC-1's competition_test_bodies.csv")
    return {row["Body ID"]: row["articleBody"] for row in _rows(path, "Body ID", "articleBody")}


def size(folder: Path, what: str) -> int:
    """How many headlines or pairs a data set holds: "emergent" or "fnc1". Raises MaterialError."""
    if what == "emergent":
        return sum(1 for _ in _rows(_emergent(folder)))
    return sum(row["Stance"] in _FNC for row in _rows(_fnc1(folder), "Stance"))


def _emergent(folder: Path) -> Path:
    return _file(folder, "*clean-test*.csv", "Emergent's test split, url-versions-2015-06-14-clean-test.csv")


def _fnc1(folder: Path) -> Path:
    return _file(folder, "*stances*.csv", "FNC-1's competition_test_stances.csv")


def _file(folder: Path, pattern: str, what: str) -> Path:
    found = sorted(folder.glob(pattern)) if folder.is_dir() else []
    if not found:
        raise MaterialError(f"{folder} does not hold {what}; name the folder that does")
    return found[0]


def _rows(path: Path, *columns: str) -> Iterator[dict[str, str]]:
    csv.field_size_limit(sys.maxsize)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if lacks := set(columns) - set(reader.fieldnames or ()):
                raise MaterialError(f"{path} lacks the column {min(lacks)}; is it the right file?")
            yield from reader
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise MaterialError(f"{path} cannot be read as CSV ({error}); fetch it again") from None


def _recall(label: str) -> Figure:
    return lambda marks: share([m for m in marks if m.gold == label])


def _macro(marks: Marks) -> float:
    return macro_f1(marks, STANCES)[0]


FIGURES: dict[str, tuple[str, Figure]] = {
    "accuracy": ("stances", share),
    "macro_f1": ("stances", _macro),
    **{f"recall_{label}": ("stances", _recall(label)) for label in STANCES},
    "f1_against": ("stances", lambda marks: label_f1(marks, "against")),
}
