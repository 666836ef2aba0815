"""Answers in nine languages, each in a short article: who answers, what kind of answer it is, and which claim it answers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.read.offline import OfflineReader
from bot.read.reading import Document, Reading
from tests.read.answers_table import LEADS, ROWS


def read(lang: str, *paragraphs: str, title: str = "", kind: str = "newspaper", outlet: str = "Arden Courier") -> Reading:
    text = "\n\n".join(paragraphs)
    doc = Document(
        id="a", url="https://courier.example/a", outlet=outlet, kind=kind, lang=lang, title=title or paragraphs[0][:70], text=text,
        published=datetime(2026, 1, 12, tzinfo=UTC),
    )  # fmt: skip
    reading = OfflineReader().read(doc)
    for span in (*(c.span for c in reading.claims), *(r.quote for r in reading.responses)):
        assert text[span.start : span.end] == span.text
    return reading


@pytest.mark.parametrize(("lang", "words", "kind", "speaker"), ROWS)
def test_an_answer(lang: str, words: str, kind: str, speaker: str) -> None:
    company, lead, background = LEADS[lang]
    reading = read(lang, lead, background, words)
    answers = [r for r in reading.responses if r.kind == kind]
    assert answers, [(r.kind, r.quote.text) for r in reading.responses]
    if kind != "third_party_denial":
        assert answers[0].company.split()[0] in company or company.split()[0] in answers[0].company
    assert answers[0].answers == (0,)
    assert speaker.casefold() in answers[0].speaker.casefold() or lang in ("ja", "zh", "ko")


#: What is said in an article without being a company's answer to a report.
NO_ANSWERS = [
    ("en", "The court denied the company's motion for summary judgment and its request for costs."),
    ("en", "The planning board denied a permit for a drive-through. Applicants may appeal within six weeks."),
    ("en", "Brenlow settled the case without admitting or denying the findings of the agency."),
    ("en", "Two passengers were denied boarding because the flight was full, the airport said."),
    ("en", "“The weather is not what it was,” said Ole Strand, a farmer. “I never plant before May.”"),
    ("fr", "Le tribunal a rejeté la requête et condamné la société aux dépens."),
    ("de", "Das Gericht lehnte den Antrag ab; die Klägerin kann binnen eines Monats Beschwerde einlegen."),
    ("es", "El juzgado denegó la medida cautelar solicitada por la demandante."),
    ("pt", "A câmara indeferiu o pedido de licença por falta de saídas de emergência."),
    ("it", "Il portiere ha negato il gol agli ospiti in tre occasioni."),
]


@pytest.mark.parametrize(("lang", "text"), NO_ANSWERS)
def test_what_is_no_answer(lang: str, text: str) -> None:
    assert read(lang, text, title=text[:40]).responses == ()


#: Who speaks: (language, paragraphs after the lead, company that answers, words in the speaker's name).
SPEAKERS = [
    ("en", '"The report," said Ada Crewe, head of communications at Brenlow, "is wrong from start to finish."', "Brenlow Foods", "Ada Crewe"),
    ("en", 'Finance chief Ivo Tarn put it more plainly. "That is false. There is no buyer," he said.', "Brenlow Foods", "Ivo Tarn"),
    ("en", 'Cavendar Capital declined to comment. "It is untrue," a spokeswoman for Brenlow said.', "Brenlow Foods", "spokeswoman"),
    ("fr", "« Cette information », a réagi Lise Morand, directrice de la communication de Brenlow, « est fausse. »", "Brenlow", "Lise Morand"),
    ("de", "„Das ist falsch“, sagte Finanzchefin Jutta Rehm. „Es gibt keinen Käufer.“", "Brenlow", "Jutta Rehm"),
    ("es", "«Es falso», aseguró Nuria Paz, directora de comunicación del grupo, «y no hay comprador».", "Brenlow", "Nuria Paz"),
    ("pt", "“É falso”, disse Rui Leal, diretor financeiro da Brenlow. “Não há comprador.”", "Brenlow", "Rui Leal"),
    ("it", "«È falso», ha detto Carla Neri, amministratrice delegata della Brenlow. «Non c'è alcun compratore».", "Brenlow", "Carla Neri"),
]


@pytest.mark.parametrize(("lang", "words", "company", "speaker"), SPEAKERS)
def test_who_speaks(lang: str, words: str, company: str, speaker: str) -> None:
    _, lead, background = LEADS[lang]
    denials = [r for r in read(lang, lead, background, words).responses if r.kind == "flat_denial"]
    assert denials
    assert company.split()[0] in denials[0].company
    assert speaker in denials[0].speaker


def test_each_company_answers_for_itself() -> None:
    reading = read(
        "en", LEADS["en"][1], "Cavendar Capital did not respond to a request for comment.", '"The report is false," a Brenlow spokesman said.'
    )
    assert {(r.company, r.kind) for r in reading.responses} == {("Cavendar Capital", "no_response"), ("Brenlow Foods", "flat_denial")}


def test_a_supplier_is_known_by_what_it_does() -> None:
    reading = read(
        "en", LEADS["en"][1], "Brenlow did not immediately respond to a request for comment.",
        'Dolmar Nets, which has worked with the unit for years, rejected the account. "There is no sale of any kind," said its director, Una Pell.',
        title="Brenlow to sell frozen fish",
    )  # fmt: skip
    assert {(r.company, r.kind) for r in reading.responses} == {("Brenlow Foods", "no_response"), ("Dolmar Nets", "third_party_denial")}


def test_a_trade_before_a_name_does_not_hide_it() -> None:
    reading = read(
        "de", "Der Möbelhersteller Brenlow prüft die Schließung seines Werks in Odenau, sagten zwei mit den Plänen vertraute Mitarbeiter.",
        "„Derzeit gibt es keine Pläne, das Werk zu schließen“, teilte eine Sprecherin mit.", title="Brenlow erwägt Aus für Werk in Odenau",
    )  # fmt: skip
    assert [(r.company, r.kind) for r in reading.responses] == [("Brenlow", "time_bound_denial")]


def test_the_owner_of_an_app_answers_for_it() -> None:
    reading = read(
        "en",
        "The weather app Skyloom has been selling its users' locations, tests commissioned by the Arden Courier show.",
        "Skyloom belongs to Farrow Media, which bought it in 2021.",
        '"That is false. We sell no location data," a spokeswoman for the app\'s owner said.',
        title="Skyloom sold users' locations, tests show",
    )
    assert [(r.company, r.kind) for r in reading.responses] == [("Farrow Media", "flat_denial")]


def test_an_update_note_answers() -> None:
    reading = read(
        "en", LEADS["en"][1], 'Update, 16:10: After publication Brenlow sent this statement: "The unit is not for sale. The report is false."'
    )
    assert [(r.company, r.kind) for r in reading.responses] == [("Brenlow Foods", "flat_denial")]


def test_items_of_a_newsletter_are_told_apart() -> None:
    reading = read(
        "en",
        "Good morning.",
        'FISH. Brenlow Foods has told its suppliers that it will close its Arden smokehouse, according to a memo we have seen. "That is false," a Brenlow spokesman said.',
        "RAIL. Pelham Railways wants 60 million crowns for its sleeper trains, a banker with the sales document says. Pelham declined to comment.",
        title="Monday: fish and trains", kind="blog",
    )  # fmt: skip
    assert {(r.company, r.kind) for r in reading.responses} == {("Brenlow Foods", "flat_denial"), ("Pelham Railways", "no_comment")}


FORMS = [
    ("filing", "en", "Brenlow Foods plc", "Response to press report", "Brenlow Foods plc notes the report in the Arden Courier. The report was not released by the Company and no decision has been made.", "undecided"),
    ("filing", "ja", "湊屋食品", "一部報道について", "湊屋食品株式会社\n\n本日、当社の冷凍食品事業の売却に関する一部報道がありましたが、現時点で決定している事実はありません。", "undecided"),
    ("filing", "ko", "담울식품", "조회공시 요구에 대한 답변(미확정)", "당사의 매각 보도와 관련하여, 현재까지 확정된 바 없습니다. 재공시하겠습니다.", "undecided"),
    ("press_release", "en", "Brenlow Foods", "Statement on today's report", "We are aware of the report in the Arden Courier. The report is false. We have no talks with anybody.", "flat_denial"),
    ("transcript", "en", "Brenlow Foods", "Brenlow Foods half-year results call", "Operator: The next question is from Una Reed.\n\nUna Reed: There was a report that you are selling frozen fish. What do you say?\n\nIvo Tarn, Chief Financial Officer: That report is wrong. We have no buyer.", "flat_denial"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "lang", "outlet", "title", "text", "answer"), FORMS)
def test_papers_of_a_company(kind: str, lang: str, outlet: str, title: str, text: str, answer: str) -> None:
    assert [r.kind for r in read(lang, *text.split("\n\n"), title=title, kind=kind, outlet=outlet).responses] == [answer]


CLAIMS = [
    ("en", "Brenlow Foods will close its Arden smokehouse, Reuters reported on Monday, citing four people.", "Reuters", "anonymous", 4),
    ("en", "Brenlow Foods will close its Arden smokehouse, according to a memo seen by the Arden Courier.", "Arden Courier", "document", 1),
    ("fr", "Brenlow va fermer son fumoir d'Arden, a rapporté Le Relais, citant trois personnes anonymes au courant du dossier.", "Le Relais", "anonymous", 3),
    ("de", "Brenlow will die Räucherei in Arden schließen. Das sagten zwei mit der Sache vertraute Personen.", "Arden Courier", "anonymous", 2),
    ("es", "Brenlow prepara el despido de 70 trabajadores de Arden, según fuentes conocedoras del plan.", "Arden Courier", "anonymous", None),
    ("es", "Brenlow prepara el despido de 900 trabajadores de Arden, según fuentes conocedoras del plan.", "Arden Courier", "anonymous", None),
    ("es", "Brenlow cerrará su ahumadero de Arden, según dos fuentes conocedoras del plan.", "Arden Courier", "anonymous", 2),
    ("it", "La Brenlow chiuderà l'affumicatoio di Arden, dicono tre persone informate del piano.", "Arden Courier", "anonymous", 3),
]
NOES = {"en": "The company declined to comment.", "fr": "L'entreprise n'a pas souhaité commenter.", "de": "Das Unternehmen lehnte einen Kommentar ab.",
        "es": "La empresa declinó hacer comentarios.", "it": "La società non ha voluto commentare."}  # fmt: skip


@pytest.mark.parametrize(("lang", "lead", "origin", "sourcing", "count"), CLAIMS)
def test_where_a_claim_comes_from(lang: str, lead: str, origin: str, sourcing: str, count: int | None) -> None:
    (claim,) = read(lang, lead, NOES[lang], title=" ".join(lead.split()[:7])).claims
    assert (claim.origin, claim.sourcing, claim.source_count) == (origin, sourcing, count)


#: Whose word a claim rests on: the people the news is about are no sources.
SOURCES = [
    ("es", "La compañía de autobuses Navarbus planea despedir a 900 trabajadores antes de fin de año, según fuentes sindicales.", "Navarbus"),
    ("pt", "A Navarbus planeia despedir 1.200 trabalhadores até ao fim do ano, segundo duas fontes próximas da empresa.", "Navarbus"),
]


@pytest.mark.parametrize(("lang", "lead", "company"), SOURCES)
def test_the_people_of_the_news_are_not_counted_as_sources(lang: str, lead: str, company: str) -> None:
    reading = read(lang, lead, {"es": f"«Es falso», aseguró un portavoz de {company}.", "pt": f"“É falso”, disse um porta-voz da {company}."}[lang])
    assert [(c.sourcing, c.source_count) for c in reading.claims] == [("anonymous", {"es": None, "pt": 2}[lang])]
