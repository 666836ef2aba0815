"""Signs that a name in Latin letters is one in an eastern script."""

from __future__ import annotations

import pytest

from bot.read.scripts import same_newsroom, trades_agree


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("西雲経済新報", "Nishigumo Keizai Shimpo", True),
        ("Garam Economic Daily", "가람경제", True),
        ("澄溪晚报", "Chengxi Evening Post", True),
        ("澄溪晚报", "Chengxi Evening Post Online", True),
        ("Harbour Wire", "Harbour Wire", True),
        ("澄溪日报", "Lanjing Daily", False),  # another town
        ("西雲新聞", "Higashida Shimbun", False),  # one word of the trade tells nothing
        ("西雲経済", "Ledger Street", False),
        ("西雲経済新報", "東田経済新報", False),
        ("西雲経済新報", "Харбор Кейзай", False),
        ("西雲経済新報", "", False),
    ],
)
def test_newsrooms_in_two_scripts(a: str, b: str, same: bool) -> None:
    assert same_newsroom(a, b) is same
    assert same_newsroom(b, a) is same


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("夕凪精機", "Yunagi Seiki", True), ("누리담식품", "Nuridam Foods", True), ("远桥科技", "Yuanqiao Technology", True),
        ("夕凪精機", "Yunagi Foods", False), ("夕凪", "Yunagi Seiki", False), ("Yunagi Seiki", "Other Seiki", False),
    ],
)  # fmt: skip
def test_words_of_trade(a: str, b: str, agree: bool) -> None:
    assert trades_agree(a, b) is agree
