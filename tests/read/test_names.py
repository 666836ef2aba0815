"""Who is taken for a company in an article, and who is not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.read.offline_cast import Names
from bot.read.offline_names import names_of
from bot.read.offline_page import lay_out
from bot.read.reading import ArticleKind, Document


def names(text: str, title: str = "", lang: str = "en", kind: ArticleKind = "newspaper", outlet: str = "The Morning Barge") -> Names:
    doc = Document(
        id="a", url="https://barge.example/1", outlet=outlet, kind=kind, lang=lang, title=title, text=text,
        published=datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
    )  # fmt: skip
    return names_of(lay_out(doc))


def companies(text: str, title: str = "", lang: str = "en", kind: ArticleKind = "newspaper", outlet: str = "The Morning Barge") -> set[str]:
    return {n.full for n in names(text, title, lang, kind, outlet).all if n.what == "company"}


@pytest.mark.parametrize(
    ("lang", "text", "company"),
    [
        ("en", "Bodegas Turlán has sold its cellars to Molino Vedra, two bankers said.", {"Bodegas Turlán", "Molino Vedra"}),
        ("en", "Oakum & Thrift stopped paying its suppliers in May, an invoice shows.", {"Oakum & Thrift"}),
        ("de", "Die Brunnhof Kliniken schließen ein Haus, wie Ärzte berichten.", {"Brunnhof Kliniken"}),
        ("pt", "As Vinhos Corga e a Vetreria Salmi negoceiam, segundo fontes.", {"Vinhos Corga", "Vetreria Salmi"}),
    ],
)
def test_names_keep_the_endings_of_their_own_language(lang: str, text: str, company: set[str]) -> None:
    assert company <= companies(text, lang=lang)


@pytest.mark.parametrize(
    ("text", "kind", "company"),
    [
        ("The Board of Tarn Ferries plc announces that talks have ended.", "filing", {"Tarn Ferries"}),
        ("El Consejo de Administración de Conservas Lubia, S.A. ha acordado el cierre.", "filing", {"Conservas Lubia"}),
        ("IN THE MATTER OF ASHMERE LEISURE LTD\n\nA petition was presented on 3 March.", "court", {"ASHMERE LEISURE LTD"}),
    ],
)
def test_organs_and_legal_forms_are_no_companies(text: str, kind: ArticleKind, company: set[str]) -> None:
    lang = "es" if "Consejo" in text else "en"
    assert companies(text, lang=lang, kind=kind, outlet="Union Exchange Announcements") == company


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Das Papier nennt 900 Stellen. Das Papier sei alt, sagte ein Sprecher. Chemie und Gas sind teuer."),
        ("en", "I'm told that it is late. I'll ask. It'll rain, the spokesman of nobody said."),
    ],
)
def test_plain_words_are_no_companies(lang: str, text: str) -> None:
    assert not companies(text, lang=lang) & {"Papier", "Chemie", "Gas", "I'm", "I'll", "It"}


def test_board_of_trade_stays_an_office() -> None:
    found = names("The Board of Trade fined Tarn Ferries plc. The Board of Trade said it would appeal.")
    assert "Board of Trade" in {n.full for n in found.all}
    assert "Trade" not in {n.full for n in found.all}


def test_a_product_speaks_through_its_owner() -> None:
    text = "Regulators want to ban Varley Social's video app Pipit, an official said.\n\nVarley Social declined to comment. Pipit has 60 million users."
    main = names(text, "Pipit app faces ban").main
    assert main is not None
    assert main.full == "Varley Social"


def test_the_sign_of_its_shares_is_no_part_of_a_name() -> None:
    issuer = names("OPERATOR: Good day.\n\nANN REY: Thanks.", "Corbel Group (CBG) first-quarter 2026 call", kind="transcript").issuer
    assert issuer is not None
    assert issuer.full == "Corbel Group"


@pytest.mark.parametrize(
    ("lang", "title", "text", "company"),
    [
        ("ja", "夕凪精機、浜田工場の閉鎖を決定", "夕凪精機は、浜田工場を閉鎖する。工作機械の生産は年内に終わる。取引銀行は削減を求めた。株価は下がった。", {"夕凪精機"}),
        ("ja", "韓国カサンバイオ、増資観測で株価急落", "韓国の新薬開発会社カサンバイオの株価が7日、下落した。同社は重要事項はないと回答した。", {"カサンバイオ"}),
        ("zh", "远桥科技旗下充电器被曝漏电", "远桥科技的一批充电器存在漏电。用户可拨打远桥科技的电话。调查未发现动力电池有问题。监管局责令物业公司整改。", {"远桥科技"}),
        ("ko", "누리담식품, 청송공장 폐쇄 추진", "누리담식품은 청송공장을 폐쇄하기로 했다. 풍력발전기 사업은 남긴다. 누리담식품 관계자는 답하지 않았다.", {"누리담식품"}),
    ],
)  # fmt: skip
def test_plain_words_of_eastern_scripts_are_no_companies(lang: str, title: str, text: str, company: set[str]) -> None:
    assert companies(text, title, lang) == company
