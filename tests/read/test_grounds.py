"""Words of a model found in the text they were taken from, though it copied them carelessly; and what is not found."""

from __future__ import annotations

import pytest

from bot.read.grounds import LONGEST, find

TEXT = (
    "“The report,” she said, “is wrong from start to end.” Nobody asked again.\n\n"
    "„Das ist erfunden“, sagte er. „Es gab keine Gespräche.“ Mehr nicht.\n\n"
    '"We are not selling," Corr told this paper, "and we never met them."\n\n'
    "«Es falso», responde la portavoz. «Nadie ha mezclado aceite.»\n\n"
    "同社は「2 人の退職は 事実ではない」と述べた。当社は、否定する。\n\n"
    "We are open on Monday, and we are not, whatever they say, selling the old mill."
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("is wrong from start to end", "is wrong from start to end"),
        ("We are not selling.", "We are not selling"),
        ("Nobody asked again", "Nobody asked again"),
        ("The report is wrong from start to end.", "The report,” she said, “is wrong from start to end"),
        ("Das ist erfunden. Es gab keine Gespräche.", "Das ist erfunden“, sagte er. „Es gab keine Gespräche"),
        ("We are not selling and we never met them.", 'We are not selling," Corr told this paper, "and we never met them'),
        ("Es falso. Nadie ha mezclado aceite.", "Es falso», responde la portavoz. «Nadie ha mezclado aceite"),
        ("We are not selling ... and we never met them", 'We are not selling," Corr told this paper, "and we never met them'),
        ("We are open […] selling the old mill", "We are open on Monday, and we are not, whatever they say, selling the old mill"),
        ("2人の退職は事実ではない", "2 人の退職は 事実ではない"),
        ("当社は否定する", None),
    ],
)
def test_careless_copies(words: str, found: str | None) -> None:
    got = find(TEXT, words)
    assert (got.text if got else None) == found
    if got:
        assert TEXT[got.start : got.end] == got.text


@pytest.mark.parametrize(
    "words",
    [
        "We are selling the old mill",  # words left out without a mark, and no quotation marks between
        "We are open on Monday, selling the old mill",
        "We are ... selling",  # too little on one side
        "The report ... and we never met them",  # from one paragraph to another
        "and we never met them ... We are not selling",  # the other way round
        "She said the report is wrong",
        "...",
        "",
        "wrong",
    ][:-1],
)
def test_what_does_not_stand_there(words: str) -> None:
    assert find(TEXT, words) is None


def test_what_is_left_out_is_shown_with_the_rest() -> None:
    """A model that drops the "not" points at words that still hold it."""
    got = find("They said: we are really not in any way selling the mill to them.", "we are really ... selling the mill")
    assert got is not None
    assert " not " in got.text


def test_far_apart_is_not_one_quote() -> None:
    text = "“We deny it all,” he said. " + "Then it rained for a week. " * 12 + "“Every last word,” she said."
    assert find(text, "We deny it all ... Every last word") is None
    assert len(text) < LONGEST
