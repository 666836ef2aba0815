"""Who is taken for a company in an article, and who is not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.read.companies import called, key
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


def listed(text: str, title: str = "", lang: str = "en") -> dict[str, str]:
    return {n.full: n.listed for n in names(text, title, lang).all if n.listed}


class TestListed:
    """What the gazetteer knows."""

    @pytest.mark.parametrize(
        ("lang", "text", "known"),
        [
            ("en", "Huawei makes phones.", {"Huawei": "Huawei"}),
            ("ja", "サムスン電子は工場を建てる。台積電は答えた。", {"サムスン電子": "Samsung Electronics", "台積電": "TSMC"}),
            ("ko", "삼성전자는 부인했다.", {"삼성전자": "Samsung Electronics"}),
            ("zh", "字节跳动否认此事。", {"字节跳动": "ByteDance"}),
            ("en", "Apple grew its orchards.", {}),
            ("ja", "レジャーフォードは公園を開く。", {}),
            ("zh", "农民种植小米。", {}),
        ],
    )
    def test_it_is_a_company_in_any_script_unless_it_is_a_word(self, lang: str, text: str, known: dict[str, str]) -> None:
        assert listed(text, lang=lang) == known

    def test_an_owner_is_spoken_of_without_a_name(self) -> None:
        found = names("The TikTok owner denied on Monday that it would sell the app.", "TikTok owner denies sale")
        assert found.main is not None
        assert found.main.full == "ByteDance"

    def test_two_names_of_one_company_are_one(self) -> None:
        found = [n for n in names("Samsung Electronics will cut jobs. Samsung said nothing.").all if n.listed]
        assert [(n.full, len(n.at)) for n in found] == [("Samsung Electronics", 2)]


def test_countries_headings_and_posts_are_no_companies() -> None:
    text = "German retailer Velding cut jobs in Spain, Japan said. Order 2026-14 names it. UPDATE: Velding said no."
    assert companies(text, "Velding cuts jobs") == {"Velding"}
    assert companies("Betriebsratschef Olaf Tiemann sagte, die Velding AG wolle das Papier nicht kommentieren.", lang="de") == {"Velding AG"}


def test_an_office_is_called_by_its_whole_name() -> None:
    found = names("Le Médiateur des données enquête sur Velding SA. Le bureau du Médiateur ne commente pas.", lang="fr")
    assert [n.full for n in found.all if n.office] == ["Médiateur des données"]


def test_a_company_s_post_is_its_own_paper() -> None:
    issuer = names("We have received no offer.", "Velding Group on Murmurly", kind="social", outlet="Velding Group").issuer
    assert issuer is not None
    assert issuer.full == "Velding Group"
    assert names("We have received no offer.", "@someone: hm", kind="social", outlet="@someone").issuer is None


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Molino Vedra S.p.A.", "Molino Vedra"),
        ("Molino Vedra, Inc.", "Molino Vedra"),
        ("株式会社杵築製粉", "杵築製粉"),
        ("杵築製粉㈜", "杵築製粉"),
        ("Target plc", "Target plc"),  # any word
        ("Molino Vedra", "Molino Vedra"),
        ("株式会社", "株式会社"),
    ],
)
def test_texts_leave_the_legal_form_out(name: str, printed: str) -> None:
    assert called(name) == printed


@pytest.mark.parametrize(
    ("name", "compared"),
    [
        ("Compagnie du Lait lorrain", "lait lorrain"),
        ("la Compagnie du Lait lorrain", "lait lorrain"),
        ("Companhia de Águas do Tamel S.A.", "águas do tamel"),
        ("Compañía de las Salinas Viejas", "salinas viejas"),
        ("Compagnie de Brun-Vallier", "brun-vallier"),
        ("Compagnie des Alpes", "des alpes"),  # what is left may be any word
        ("Compagnie de la Loire", "de la loire"),
        ("Groupe Salvy", "salvy"),
        ("Los Molinos Vedra", "los molinos vedra"),
    ],
)
def test_a_name_is_the_same_without_company_of_the(name: str, compared: str) -> None:
    assert key(name) == compared
