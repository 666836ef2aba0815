from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.watch.origins import credits


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("en", "Reuters reported on Monday, citing three people. The Wall Street Journal first reported the talks.", ("Reuters", "The Wall Street Journal")),
        ("en", "Two officials told the Copperfield Gazette. The plan was seen by Copperfield Gazette.", ("Copperfield Gazette",)),
        ("en", "Apple reported revenue of $3bn. The minister told Parliament. She told Chief Executive Ana Ruiz.", ()),
        ("en", "According to Bloomberg, talks went on. According to Ana Ruiz, they did not.", ("Bloomberg",)),
        ("fr", "Le plan, révélé mardi par Le Monde, prévoit des coupes. L’agence Reuters a rapporté la nouvelle.", ("Le Monde", "Reuters")),
        ("fr", "Selon Les Echos, la vente est proche. Selon Jean Dupont, non.", ("Les Echos",)),
        ("de", "Wie das Handelsblatt berichtet, ist der Verkauf nah. Laut Peter Huber nicht.", ("Handelsblatt",)),
        ("de", "Das sagte eine mit der Sache vertraute Person der Nachrichtenagentur Kestrel News.", ("Kestrel News",)),
        ("es", "Según publicó el diario El País, la venta está cerca.", ("El País",)),
        ("pt", "A empresa vai vender a filial, noticiou o Jornal da Barra.", ("Jornal da Barra",)),
        ("it", "Secondo il Corriere della Sera la vendita è vicina.", ("Corriere della Sera",)),
        ("ja", "ロイター通信によると、同社は売却を検討している。ブルームバーグは10日、関係者の話として報じた。", ("ロイター通信", "ブルームバーグ")),
        ("ja", "同社は17日、業績を発表した。", ()),
        ("zh", "据路透社报道,该公司正在谈判。《华尔街日报》率先报道了此事。", ("路透社", "华尔街日报")),
        ("ko", "로이터 통신에 따르면 회사는 매각을 검토 중이다. 블룸버그는 10일 이같이 보도했다.", ("로이터", "블룸버그")),
        ("xx", "Reuters reported on Monday that it was so.", ("Reuters",)),
        ("en", "", ()),
    ],
)  # fmt: skip
def test_newsrooms_that_are_credited(lang: str, text: str, names: tuple[str, ...]) -> None:
    found = credits(text, lang, "The Mill Post")
    assert len(found) == len(names), found
    assert all(any(n in f or f in n for f in found) for n in names), found


def test_the_outlet_itself_is_not_credited() -> None:
    assert credits("A person close to the board told The Mill Post.", "en", "Mill Post") == ()


@given(st.text(max_size=120), st.sampled_from(["en", "fr", "de", "es", "pt", "it", "ja", "zh", "ko", ""]))
def test_no_text_breaks_it(text: str, lang: str) -> None:
    credits(text, lang, text[:10])


def test_long_texts_end() -> None:
    started = time.monotonic()
    for lang in ("en", "fr", "de", "es", "pt", "it", "ja", "zh", "ko"):
        credits("A Word Of Text told the Paper 報道は" * 200, lang, "")
    assert time.monotonic() - started < 5
