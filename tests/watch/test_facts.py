from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.watch import facts


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "between 20 million and 25 million francs", {20e6, 25e6}),
        ("fr", "entre 20 et 25 millions de francs", {20e6, 25e6}),
        ("en", "$4m, £740m, 1,150 watts and 3.4 billion", {4e6, 740e6, 1150.0, 3.4e9}),
        ("de", "3,4 Milliarden, 1.250 Stellen, zwanzig Tage", {3.4e9, 1250.0, 20.0}),
        ("fr", "1 200 postes, 3,4 milliards", {1200.0, 3.4e9}),
        ("pt", "R$ 310 milhões e 4,1 bilhões", {310e6, 4.1e9}),
        ("it", "410 mila euro, 27 milioni", {410e3, 27e6}),
        ("ja", "約740億円、2億1000万ドル、2万5000トン、9.6%高の4385円", {74e9, 210e6, 25e3, 9.6, 4385.0}),
        ("zh", "61.2万辆,约八万片,九十二亿", {612e3, 80e3, 92e8}),
        ("ko", "1조 2400억원, 6800명", {1.24e12, 6800.0}),
        ("en", "Sixty rescuers and nineteen dogs", {60.0, 19.0}),
        ("en", "the Q5 and D9 of TR-1", set()),
        ("de", "12.345.678 Stück, 1.234,56 Euro", {12345678.0, 1234.56}),
        ("en", "version 1.2.345, 3.5.2026, 10.0.0.1", set()),
        ("zh", "裁员，6800人", {6800.0}),
    ],
)
def test_numbers(lang: str, text: str, values: set[float]) -> None:
    assert values <= facts.values(text, lang)
    if not values:
        assert not any(facts.strong(n) for n in facts.numbers(text, lang))


@pytest.mark.parametrize(
    ("value", "is_strong"), [(7, False), (31, False), (2024, False), (1931, True), (740, True), (3.9, True)]
)
def test_what_is_a_fact_of_its_own(value: float, is_strong: bool) -> None:
    assert facts.strong(frozenset({value})) is is_strong


def test_names_and_capitals() -> None:
    assert {"crivo & prado", "san jacinto del salar"} <= facts.names(
        "Crivo & Prado said in San Jacinto del Salar that it left."
    )
    assert {"larkmere social", "チップフロア"} <= facts.names("拉克米尔社交（Larkmere Social）とチップフロア")
    assert list(facts.capitals("The group of Nahl’s said. Brindlewick paid")) == ["nahl", "brindlewick"]


def test_quotes() -> None:
    text = '“We said no to it,” she said. „Das ist nicht wahr“, hieß es. « Rien de tout cela » 「事実ではない」 "not at all so"'
    assert facts.quotes(text) == [
        "We said no to it,",
        "Das ist nicht wahr",
        "Rien de tout cela ",
        "事実ではない",
        "not at all so",
    ]


@given(st.text(max_size=120), st.sampled_from(["en", "fr", "ja", "xx"]))
def test_no_text_breaks_it(text: str, lang: str) -> None:
    facts.values(text, lang)
    facts.names(text)
    facts.quotes(text)
    list(facts.capitals(text))
