"""What an article claims of whom, and who first reported it. Every company, person and newsroom is invented."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.read.offline import OfflineReader
from bot.read.reading import Document, Reading


def read(lang: str, title: str, text: str, outlet: str = "Tarn Gazette", kind: str = "newspaper") -> Reading:
    """The offline reading of an article."""
    return OfflineReader().read(
        Document.model_validate({"id": "1", "url": "https://tarn.example/1", "outlet": outlet, "kind": kind, "lang": lang, "title": title, "text": text, "published": datetime(2026, 3, 2, tzinfo=UTC)})
    )


@pytest.mark.parametrize(
    ("lang", "lead", "origin"),
    [
        ("fr", "Morvane Boissons va fermer son usine de Lescar, révèle ce matin le site Canal Libre.", "Canal Libre"),
        ("fr", "Morvane Boissons va fermer son usine de Lescar, écrit Le Phare.", "Le Phare"),
        ("es", "Bebidas Morvane cerrará su planta de Lescar, adelantó ayer Gaceta Industrial.", "Gaceta Industrial"),
        ("es", "Bebidas Morvane cerrará su planta de Lescar, publica hoy el diario Cinco Puertos.", "Cinco Puertos"),
        ("es", "Bebidas Morvane cerrará su planta de Lescar, aseguran dos directivos que piden no ser citados.", "Tarn Gazette"),
        ("pt", "A Bebidas Morvane vai fechar a fábrica de Lescar, avança o Balancete.", "Balancete"),
        ("it", "Morvane Bevande chiuderà lo stabilimento di Lescar, scrive Il Registro.", "Il Registro"),
        ("de", "Bei Morvane Getränke sollen Hunderte Kundendaten abgeflossen sein, berichtet das Portal Netzschau.", "Netzschau"),
        ("de", "Morvane Getränke soll das Werk Lescar schließen, weil dort Abrieb gefunden wurde, wie der Hafenbote am Montag berichtete.", "Hafenbote"),
        ("ko", "모르반음료가 레스카 공장을 닫기로 했다는 보도가 나왔다.", "Tarn Gazette"),
        ("ko", "모르반음료의 신제품 출시가 중단됐다고 복수의 업계 관계자가 전했다.", "Tarn Gazette"),
    ],
)
def test_a_newsroom_behind_or_before_its_verb(lang: str, lead: str, origin: str) -> None:
    answer = {
        "fr": "Morvane Boissons dément.", "es": "Bebidas Morvane lo niega.", "pt": "A Bebidas Morvane nega.", "it": "Morvane Bevande smentisce.",
        "de": "Ein Sprecher von Morvane Getränke dementierte.", "ko": "모르반음료 관계자는 “사실무근”이라고 말했다.",
    }[lang]  # fmt: skip
    assert [c.origin for c in read(lang, "Morvane", f"{lead}\n\n{answer}").claims] == [origin]


@pytest.mark.parametrize(
    ("lang", "lead", "count"),
    [
        ("en", "Three drivers at the depot say Morvane Freight makes them sleep in their cabs.", 3),
        ("fr", "Les Transports Morvane font dormir leurs chauffeurs en cabine, affirment quatre chauffeurs.", 4),
        ("it", "Morvane Trasporti fa dormire gli autisti in cabina, denunciano tre autisti.", 3),
        ("es", "Transportes Morvane manipula los tacógrafos, sostienen cinco conductores.", 5),
    ],
)
def test_people_told_by_their_number_are_sources_without_a_name(lang: str, lead: str, count: int) -> None:
    (claim,) = read(lang, "Morvane", lead).claims
    assert (claim.sourcing, claim.source_count) == ("anonymous", count)


def test_each_answers_what_is_told_of_it() -> None:
    found = read(
        "en",
        "Lomax trams have cracked wheels",
        "Five of the nine trams that Lomax Trams runs have cracked wheels, two mechanics told the Tarn Gazette.\n\n"
        "One of the mechanics, who asked not to be named, said that the foundry, Dunmere Castings, had been warned about the wheels in May.\n\n"
        '"It is one tram, not five," said Ada Bron, chief executive of Lomax Trams.\n\n'
        'Dunmere Castings said it was "not aware of any warning about these wheels".',
    )
    assert [c.company for c in found.claims] == ["Lomax Trams", "Dunmere Castings"]
    assert {r.company: r.answers for r in found.responses} == {"Lomax Trams": (0,), "Dunmere Castings": (1,)}
    assert all(r.kind != "third_party_denial" for r in found.responses)


def test_whoever_serves_a_party_is_charged_with_nothing() -> None:
    found = read(
        "en",
        "Lomax Trams to sell depot",
        "Lomax Trams is to sell its depot, two people close to it said.\n\n"
        "The bank Corbin Partners has been hired to find a buyer, the people said.\n\n"
        'Corbin Partners denied it: "We have no such mandate."\n\nLomax Trams declined to comment.',
    )
    assert [c.company for c in found.claims] == ["Lomax Trams"]


@pytest.mark.parametrize(
    ("lead", "company"),
    [
        ("Harrow Retail has sounded out Dora Wick, head of Ostrell Stores, about its top job, three people close to the matter said.", "Ostrell Stores"),
        ("Harrow Retail is dropping Ostrell Stores as a partner after leaks in its cellars, three people close to the matter said.", "Harrow Retail"),
    ],
)
def test_of_two_that_answer_the_subject_or_whom_it_approaches(lead: str, company: str) -> None:
    answers = 'Harrow Retail said it had nothing to add.\n\n"We are not aware of any of this," a spokeswoman for Ostrell Stores said.'
    assert [c.company for c in read("en", "Harrow Retail and Ostrell Stores", f"{lead}\n\n{answers}").claims] == [company]


def test_an_answer_is_not_the_news() -> None:
    found = read(
        "pt",
        "Têxtil",
        "A Têxteis Vouga prepara despedimentos, garantem três fontes.\n\n“Não vamos despedir ninguém”, assegura a administradora da Têxteis Vouga, Rita Mota.",
    )
    assert [c.span.text for c in found.claims] == ["A Têxteis Vouga prepara despedimentos, garantem três fontes."]


def test_a_that_clause_is_no_attribution_to_be_cut_off() -> None:
    lead = "A night watchman, who asked for his name to be left out, said that Lomax Trams had switched the alarms off in May."
    (claim,) = read("en", "Lomax Trams", f"{lead}\n\nLomax Trams declined to comment.").claims
    assert claim.span.text == lead


INTERVIEW = (
    "PRESENTER: {intro} Good evening.\n\n"
    "BRON: Good evening. I am not here for revenge.\n\n"
    "PRESENTER: What happened at Lomax Trams in May?\n\n"
    "BRON: {told}\n\n"
    "PRESENTER: Thank you. And now the weather."
)


def test_somebody_from_inside_bears_witness_on_air() -> None:
    told = "I switched the brake alarms off myself, on 4 May, because I was told to."
    intro = "Ada Bron was chief engineer of Lomax Trams until last month."
    (claim,) = read("en", "Former Lomax Trams engineer speaks", INTERVIEW.format(intro=intro, told=told), "Estuary TV", "broadcast").claims
    assert (claim.company, claim.span.text, claim.origin, claim.sourcing) == ("Lomax Trams", told, "Ada Bron", "named")


@pytest.mark.parametrize("told", ["No, that is untrue. We have never switched an alarm off.", "I took the tram on 4 May, as I do every day."])
def test_an_officer_who_is_asked_makes_no_claim(told: str) -> None:
    intro = "Ada Bron is chief executive of Lomax Trams; she is in the studio. It has been reported that alarms were off: is it true?"
    assert not read("en", "Lomax Trams: the chief executive", INTERVIEW.format(intro=intro, told=told), "Estuary TV", "broadcast").claims


def test_of_a_denial_and_the_report_that_is_denied_the_report_is_the_news() -> None:
    found = read(
        "en",
        "Lomax Trams rejects report of cracked wheels",
        "Lomax Trams on Tuesday rejected a report of trouble with its wheels.\n\n"
        "The Ember Courier said on Monday, citing two mechanics, that five of nine trams had cracked wheels.\n\n"
        '"It is false," a spokeswoman for Lomax Trams said.',
        outlet="Harbour Wire",
        kind="wire",
    )
    assert [(c.origin, c.span.text[:21]) for c in found.claims] == [("The Ember Courier", "The Ember Courier sai")]


def test_a_second_matter_that_the_same_company_answers() -> None:
    found = read(
        "zh",
        "松果饮品拟上市",
        "两名知情人士称，松果饮品计划年内上市。\n\n一名加盟商告诉记者，公司将鲜奶供货价连涨三次，累计涨幅约三成。\n\n"
        "松果饮品公关总监林秋岚说：“公司目前没有上市计划。”\n\n至于鲜奶供货价，松果饮品承认确有其事，但称累计涨幅为一成，与事实不符。",
    )
    assert [c.company for c in found.claims] == ["松果饮品", "松果饮品"]
    assert (found.responses[0].answers, found.responses[-1].answers) == ((0,), (1,))


@pytest.mark.parametrize(
    ("lang", "outlet", "text", "found"),
    [
        (
            "en",
            "Food Safety Authority",
            "Lomax Dairy was inspected on 2 May 2025.\n\nLead was looked for in all samples and was not found.\n\n"
            "Between March and June 2025 Lomax Dairy sold 4,100 litres of milk from a closed tank.\n\nThe Authority imposed a fine of 40,000 crowns.",
            "Between March and June 2025 Lomax Dairy sold 4,100 litres of milk from a closed tank.",
        ),
        (
            "pt",
            "Autoridade dos Transportes",
            "A Autoridade dos Transportes abriu o procedimento em 3 de março de 2025.\n\n"
            "A empresa Lomax Ónibus Ltda reconhece que, entre 2 de maio e 9 de junho de 2025, deixou de rever os travões de 41 veículos.\n\nA multa é de 30 mil euros.",
            "A empresa Lomax Ónibus Ltda reconhece que, entre 2 de maio e 9 de junho de 2025, deixou de rever os travões de 41 veículos.",
        ),
    ],
)
def test_what_an_authority_found_not_what_it_did(lang: str, outlet: str, text: str, found: str) -> None:
    (claim,) = read(lang, "Lomax", text, outlet, "press_release").claims
    assert (claim.span.text, claim.sourcing, claim.origin) == (found, "official", outlet)


def test_one_newsroom_tells_of_two_companies_in_a_breath() -> None:
    found = read(
        "en",
        "Tram operator Lomax disputes report of cracked wheels",
        "The Ember Courier said on Monday, citing two mechanics, that Lomax Trams had cracked wheels on five trams and that Dunmere Castings had been warned in May.\n\n"
        '"It is false," a spokeswoman for Lomax Trams said.\n\nDunmere Castings said it was "not aware of any warning about wheels".',
        outlet="Harbour Wire",
        kind="wire",
    )
    assert [(c.company, c.origin) for c in found.claims] == [("Lomax Trams", "The Ember Courier"), ("Dunmere Castings", "The Ember Courier")]
    assert [r.answers for r in found.responses] == [(0,), (1,)]


def test_an_opening_line_and_an_aside_are_not_the_news() -> None:
    found = read(
        "en",
        "Copper Moon's captain was voiced by a machine",
        "The captain who drowns you in the first hour of Copper Moon was not spoken by an actor. Or not all of him.\n\n"
        "Lomax Games had a computer copy the voice for 1,900 lines of Copper Moon, a sound designer who worked there tells us.\n\n"
        "Lomax Games has not answered our questions.",
        kind="blog",
    )
    assert [c.span.text[:24] for c in found.claims] == ["Lomax Games had a comput"]
