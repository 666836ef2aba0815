from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.words import bigrams, fold, sound, sounds_alike, terms, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quillon  plc", ["quillon", "plc"]),
        ("don’t", ["don't"]),
        ("造船所の売却", ["造船", "船所", "所の", "の売", "売却"]),
        ("LG화학 5%", ["lg", "화학", "5"]),
        ("ﾆｭｰｽ", ["ニュ", "ュー", "ース"]),
        ("仁 x", ["仁", "x"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_terms_have_no_accents_and_no_apostrophes() -> None:
    assert terms("L’eau de Crédit Ångström") == ["l", "eau", "de", "credit", "angstrom"]
    assert terms("ガス 부인") == ["ガス", "부인"]


def test_fold() -> None:
    assert fold(" Ｑuillon \n STRASSE ß ") == "quillon strasse ss"


def test_bigrams() -> None:
    assert bigrams("abc") == ["ab", "bc"]
    assert bigrams("a") == ["a"]


@given(st.text(st.characters(codec=None)))
def test_terms_can_stand_between_quotes(text: str) -> None:
    for term in terms(text):
        assert term
        assert not set(term) & set("\"'*^(){}:+-\x00 ")


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("haifeng energy", "海风能源", True),
        ("海风能源", "haifeng", True),
        ("haifeng", "haifeng", False),  # one script: nothing to tell by ear
        ("海风", "海峰", False),
        ("lg", "엘지", False),  # too short
        ("аpple", "苹果", False),  # a look-alike letter of another alphabet
        ("brask", "海风", False),
    ],
)
def test_names_that_sound_alike(a: str, b: str, alike: bool) -> None:
    assert sounds_alike(a, b) is alike


def test_sound() -> None:
    assert sound("海风") == sound("Haifeng") == "haifeng"
    assert sound("Laurel 5%") == "raurer"
