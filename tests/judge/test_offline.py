"""The offline judge on invented matters in nine languages: each verdict, and each kind of article that it must refuse."""

from __future__ import annotations

import pytest

from bot.judge.offline import OfflineJudge
from tests.judge.stories import Later, Story, denial, document, reading, stories

CASES = [
    pytest.param(story, later, id=f"{story.lang}-{story.name}-{n}-{later.verdict or 'nothing'}")
    for story in stories()
    for n, later in enumerate(story.later)
]


@pytest.mark.parametrize(("story", "later"), CASES)
def test_what_each_later_article_comes_to(story: Story, later: Later) -> None:
    doc = document(story, later)
    got = OfflineJudge().judge(doc, reading(story, later), [denial(story)])
    if later.verdict in (None, "no_bearing"):
        assert [b for b in got if b.verdict != "no_bearing"] == []
    else:
        assert [b.verdict for b in got] == [later.verdict], got
        assert got[0].tier == later.tier, got[0].why
        assert got[0].span is not None
        assert doc.text[got[0].span.start : got[0].span.end] == got[0].span.text
        assert got[0].why
