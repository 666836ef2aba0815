"""The offline judge on invented matters in nine languages: each verdict, and each kind of article that it must refuse."""

from __future__ import annotations

import pytest

from bot.judge.offline import OfflineJudge
from tests.judge.stories import STORIES, Later, Story, denial, document, reading
from tests.judge.stories_blind import BLIND
from tests.judge.stories_blind_last import BLIND_LAST
from tests.judge.stories_blind_more import BLIND_MORE
from tests.judge.stories_more import MORE
from tests.judge.stories_wording import WORDINGS

CASES = [
    pytest.param(story, later, id=f"{story.lang}-{story.name}-{n}-{later.verdict or 'nothing'}")
    for story in (*STORIES, *MORE, *WORDINGS, *BLIND, *BLIND_MORE, *BLIND_LAST)
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
