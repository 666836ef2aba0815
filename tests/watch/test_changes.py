from __future__ import annotations

import pytest

from bot.watch.changes import meaningful

OLD = "The company said on Tuesday that it would close two plants. It did not say which ones they were.\n\nShares rose."


@pytest.mark.parametrize(
    ("new", "lang", "differs"),
    [
        (OLD, "en", False),
        (OLD.replace("\n\n", "\n"), "en", False),
        (OLD.replace("said on", "said, on"), "en", False),
        (OLD + "\n\nMost read: soup", "en", False),
        (OLD + "\n\nTen best soups of the year", "en", False),
        (OLD.replace("would close", "would not close"), "en", True),
        (OLD.replace("two plants", "three plants"), "en", True),
        (OLD + " The union said that it had been told nothing.", "en", True),
        (OLD.split(" It did")[0], "en", True),
        ("", "en", True),
    ],
)
def test_what_readers_would_notice(new: str, lang: str, differs: bool) -> None:
    assert meaningful(OLD, new, lang) is differs


def test_japanese() -> None:
    old = "同社は17日、工場を閉鎖すると発表した。時期は明らかにしていない。"
    assert not meaningful(old, old.replace("。", "。\n"), "ja")
    assert meaningful(old, old + "広報担当者は「報道は事実ではない」と述べた。", "ja")


def test_another_extractor_must_bring_more() -> None:
    gained = OLD + "\n\nA picture shows one of the plants last year."
    assert not meaningful(OLD, gained, "en", same_extractor=False)
    assert meaningful(
        OLD,
        gained + " It has 40 workers now. It had 90 of them then. Nobody was hurt in the fire.",
        "en",
        same_extractor=False,
    )
    assert meaningful(
        OLD,
        OLD + "\n\nThis article was corrected to say that there are two plants.",
        "en",
        same_extractor=False,
    )
