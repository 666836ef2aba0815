"""All signs together: what a sign is, what the weights are, and when they speak or silence a rule."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.judge.bearing import Verdict
from bot.judge.offline import OfflineJudge
from bot.judge.offline_matter import matter
from bot.judge.offline_signs import LEXICONS, signs
from bot.judge.offline_voice import voice
from bot.judge.offline_weighed import ALONE, VERDICTS, by_weight, chances, weights
from tests.judge.stories import Later, Story, denial, document, reading, stories

STORY = Story(
    "garrow", "en", "Garrow Foods", ("Garrow Foods",), "Dale Post",
    "Garrow Foods relabelled frozen chicken that was past its date at its plant in Merrow, two workers said.", "flat_denial",
    "We have never relabelled chicken at Merrow or anywhere else", "2026-03-02T09:00:00",
)  # fmt: skip
NOTICE = Later(
    "2026-05-06T09:00:00", "Food Safety Authority", "press_release", "Garrow Foods fined over relabelled chicken",
    "The Food Safety Authority has fined Garrow Foods 2.1 million.\n\nInspectors found that between June 2025 and February 2026 "
    "the plant in Merrow relabelled frozen chicken that was past its date.\n\nThe company has accepted the findings.",
    "undercuts", 1,
)  # fmt: skip


def told(story: Story, later: Later, ruled_so: Verdict | None = None) -> dict[str, float]:
    doc, held = document(story, later), denial(story)
    return signs(doc, reading(story, later), held, matter(doc, held), voice(doc, held), ruled_so)


def test_a_sign_is_who_speaks_of_what_kind_of_denial_and_which_lists_of_cues_speak_where():
    found = told(STORY, NOTICE, "undercuts")
    assert {"voice authority", "kind flat_denial", "authority on flat_denial", "title ruled.DECIDED", "date before", "rules: undercuts"} <= set(found)
    assert "[flat] date before" in found
    assert all(value for value in found.values())


def test_the_kind_of_denial_decides_what_a_sign_is_for():
    assert "[open] date before" in told(replace(STORY, kind="time_bound_denial"), NOTICE)


def test_signs_are_the_same_for_the_same_article():
    assert told(STORY, NOTICE) == told(STORY, NOTICE)


def test_every_weight_belongs_to_a_sign_and_names_nobody():
    rooms = {f"{room} {name}" for name in LEXICONS for room in ("title", "all", "near", "best")}
    rooms |= {f"{side}: {sign}" for sign in rooms for side in ("official", "own", "press", "party")}
    plain = {name for name in weights() if name and re.sub(r"^\[\w+\] ", "", name) not in rooms}
    assert all(len(row) == len(VERDICTS) for row in weights().values())
    assert all(re.fullmatch(r"(?:\[(?:flat|open|detail|non)\] )?[a-z_' :,]+", name) for name in plain), plain


def test_chances_are_of_all_verdicts_and_a_sign_without_weights_counts_for_nothing():
    found = told(STORY, NOTICE)
    assert sum(chances(found).values()) == pytest.approx(1.0)
    assert chances(found) == chances(found | {"no such sign": 1.0})
    assert max(chances(found), key=chances(found).__getitem__) == "undercuts"


@pytest.mark.parametrize(("chance", "spoken"), [(ALONE - 0.01, None), (ALONE + 0.01, "undercuts")])
def test_alone_the_signs_speak_only_where_hardly_a_doubt_is_left(chance, spoken):
    doc, held = document(STORY, NOTICE), denial(STORY)
    shares = dict.fromkeys(VERDICTS, (1 - chance) / 4) | {"undercuts": chance}
    found = by_weight(doc, reading(STORY, NOTICE), held, matter(doc, held), "authority", shares)
    assert (found.verdict if found else None) == spoken
    assert found is None or ("relabelled" in found.fact.text and found.tier == 1)


def test_nothing_new_is_never_spoken_of():
    doc, held = document(STORY, NOTICE), denial(STORY)
    shares = dict.fromkeys(VERDICTS, 0.01) | {"no_bearing": 0.96}
    assert by_weight(doc, reading(STORY, NOTICE), held, matter(doc, held), "authority", shares) is None


def test_articles_of_one_matter_bear_on_no_denial_of_another():
    """Each article of the first stories against each denial of the others in its language."""
    first = list(stories("first"))
    judge = OfflineJudge()
    for story in first:
        others = [other for other in first if other.lang == story.lang and other.name != story.name]
        held = [denial(other).model_copy(update={"id": other.name}) for other in others]
        for later in story.later:
            got = judge.judge(document(story, later), reading(story, later), held)
            assert [b for b in got if b.verdict != "no_bearing"] == [], (story.name, later.title)
