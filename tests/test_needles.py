"""The bits of text that every match of a pattern holds: sound for every pattern they are used for."""

from __future__ import annotations

import re

import pytest

from bot.needles import Cue, lowered, needles, there
from bot.read.lexicon import lexicon
from bot.sandbox.newsroom import WIRE, read_wire


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"no(?:thing|body)", ("body", "thing")),
        (r"\b(?:Spokes\w+|press office)\b", ("press office", "spokes")),
        (r"(?:soft )?launch(?!ing)", ("launch",)),
        (r"a(?=never)\w", ("a",)),
        (r"(?:x|yes)+[ab]", ("x", "yes")),
        (r"(?:optional)?", ()),
        (r"foo|ba\w|\d", ()),
        (r"[^a]|b", ()),
        (r"(?<!not )found", ("found",)),
    ],
)
def test_needles_are_what_no_match_can_do_without(pattern: str, found: tuple[str, ...]) -> None:
    assert needles(re.compile(pattern, re.I)) == found


@pytest.mark.parametrize("lang", ["en", "fr", "de", "es", "pt", "it", "ja", "zh", "ko"])
def test_a_cue_finds_what_its_pattern_finds(lang: str) -> None:
    texts = [f"{a['title']}\n{a['text']}".lower() for a in read_wire(WIRE)[0]]
    found = 0
    for pattern in lexicon(lang).patterns.values():
        cue = Cue(pattern)
        for text in texts:
            for match in pattern.finditer(text):
                assert not cue.needles or any(needle in match.group() for needle in cue.needles), (pattern.pattern, match.group())
                assert cue.may_match(text)
                found += 1
    assert found


def test_a_pattern_in_lower_case_finds_the_same() -> None:
    pattern = re.compile(r"\bNo\ Comment\b|Déni\w*|(?P<Who>CEO)", re.I)
    for text in ("He had NO COMMENT.", "un DÉNI formel", "the ceo left"):
        plain, low = pattern.search(text), lowered(pattern).search(text.lower())
        assert plain
        assert low
        assert plain.span() == low.span()
    assert lowered(pattern).search("nothing of the kind") is None


def test_a_pattern_that_minds_capitals_is_refused() -> None:
    with pytest.raises(ValueError, match="minds capitals"):
        lowered(re.compile("Reuters"))


def test_what_stands_nowhere_in_a_text_is_not_looked_for_in_its_parts() -> None:
    pattern = re.compile(r"\bno(?: further)? comment\b|declin\w+", re.I)
    text = "The mill was sold. Its owner had NO COMMENT. He declined.".lower()
    parts = text.split(". ")
    assert [bool(there(pattern, text).search(part)) for part in parts] == [False, True, True]
    assert there(pattern, text) is lowered(pattern)
    elsewhere = there(pattern, "the mill was sold.")
    assert [elsewhere.search(part) for part in parts] == [None, None, None]
    anything = re.compile(r"\d|[^a]", re.I)  # nothing is sure of it: it is asked everywhere
    assert there(anything, "") is lowered(anything)
