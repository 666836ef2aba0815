"""Answers put otherwise: other matters and other verbs than those of `test_answers`, and what only looks like an answer."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from bot.read.reading import Reading
from tests.read.eastern_table import ROWS as EASTERN
from tests.read.eastern_table import Row
from tests.read.english_table import ROWS as ENGLISH
from tests.read.english_table import TRAPS
from tests.read.grammar_table import ROWS as GRAMMAR
from tests.read.newsrooms_table import ROWS as NEWSROOMS
from tests.read.papers_table import NOTHING, PAPERS
from tests.read.speech_table import ROWS as SPEECH
from tests.read.test_answers import read
from tests.read.unlike_table import LEADS, ROWS


def gives(reading: Reading, answers: Iterable[tuple[str, str]]) -> None:
    """The reading has these answers (company, kind), in any order, and no others."""
    found = [(r.company, r.kind) for r in reading.responses]
    wanted = list(answers)
    assert len(found) == len(wanted), found
    for company, kind in wanted:
        assert any(company in name and kind == got for name, got in found), found


@pytest.mark.parametrize(("lead", "words", "kind", "company"), ROWS)
def test_an_answer_put_otherwise(lead: str, words: str, kind: str, company: str) -> None:
    lang, news, background = LEADS[lead]
    reading = read(lang, news, background, words, title=news.split("。")[0].split(". ")[0][:75])
    found = [(r.kind, company in r.company) for r in reading.responses]
    assert found == [(kind, True)]
    assert reading.responses[0].answers


@pytest.mark.parametrize(("lang", "kind", "outlet", "title", "text", "answers"), NEWSROOMS + GRAMMAR + SPEECH)
def test_as_newsrooms_write(lang: str, kind: str, outlet: str, title: str, text: str, answers: tuple[tuple[str, str], ...]) -> None:
    gives(read(lang, *text.split("\n\n"), title=title, kind=kind, outlet=outlet), answers)


@pytest.mark.parametrize(("lang", "kind", "outlet", "title", "text", "answers"), PAPERS)
def test_a_paper_of_a_company_s_own(lang: str, kind: str, outlet: str, title: str, text: str, answers: tuple[tuple[str, str], ...]) -> None:
    gives(read(lang, *text.split("\n\n"), title=title, kind=kind, outlet=outlet), answers)


@pytest.mark.parametrize(("lang", "kind", "outlet", "title", "text"), NOTHING)
def test_a_routine_paper_answers_nothing(lang: str, kind: str, outlet: str, title: str, text: str) -> None:
    assert read(lang, *text.split("\n\n"), title=title, kind=kind, outlet=outlet).responses == ()


#: Other senses of refusing and denying: (language, title, text).
OTHER_SENSES = [
    ("en", "Council denies permission for harbour flats", "The planning committee has denied permission for 40 flats. “We are not giving up,” said Jo Lark, director of Larkwell Homes."),
    ("en", "Judge denies bail to former mayor", "A judge denied bail on Monday. “My client did nothing wrong,” said his lawyer, Ada Bell."),
    ("en", "Rovers denied late winner", "Rovers were denied a late winner. “It was never a foul,” said the captain, Tom Reed."),
    ("fr", "Le tribunal rejette le recours du maire", "Le tribunal a rejeté vendredi le recours. « Nous ne comprenons pas », a dit son avocate, Me Anne Roy."),
    ("de", "Gericht lehnt Eilantrag gegen Umgehung ab", "Das Gericht lehnte den Eilantrag ab. „Das ist nicht das Ende“, sagte die Anwältin Ute Kern."),
    ("es", "El juzgado deniega la licencia al festival", "El juzgado denegó la licencia. «No vamos a rendirnos», dijo la directora del festival, Ana Ruiz."),
    ("pt", "Tribunal nega recurso de ex-vereador", "O tribunal negou o recurso. “Não vamos desistir”, disse o advogado Rui Leal."),
    ("it", "Il Tar respinge il ricorso dei residenti", "Il Tar ha respinto il ricorso. «Non è finita», ha detto l'avvocata Carla Neri."),
    ("ja", "地裁、差し止め請求を棄却", "地裁は差し止めの請求を棄却した。原告の代表は「納得できない」と話した。"),
    ("ko", "법원, 집행정지 신청 기각", "법원은 집행정지 신청을 기각했다. 신청인 대표는 “받아들일 수 없다”고 말했다."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "title", "text"), OTHER_SENSES)
def test_another_sense_of_denying(lang: str, title: str, text: str) -> None:
    assert read(lang, text, title=title).responses == ()


def test_a_bid_is_news_about_its_target() -> None:
    reading = read(
        "en", "Buyout firm Harl Partners is in talks to buy Ostwick Ferries for 900 million, three people said.",
        "Ostwick, which runs eleven ships, is listed in Arden. Shares in Ostwick rose.", "Harl declined to comment.",
    )  # fmt: skip
    assert [c.company for c in reading.claims] == ["Ostwick Ferries"]


def test_a_forecast_and_a_matter_of_course_deny_nothing() -> None:
    reading = read(
        "en", "Response to press speculation", "Ostwick Ferries plc notes the recent speculation.",
        "The Board confirms that it is not in discussions with any party.",
        "The Company has not changed its guidance. This statement is made without the consent of any party.",
        title="Ostwick Ferries plc: Response to press speculation", kind="filing", outlet="Arden Regulatory News",
    )  # fmt: skip
    assert [(r.kind, r.quote.text[:35]) for r in reading.responses] == [("flat_denial", "The Board confirms that it is not i")]


def test_a_company_posts_about_a_story() -> None:
    reading = read(
        "en", "We have seen the story about our ferries. To be clear: we have received no offer and they are not for sale.",
        title="Ostwick Group on Murmur", kind="social", outlet="Ostwick Group",
    )  # fmt: skip
    assert [(r.company, r.kind) for r in reading.responses] == [("Ostwick Group", "flat_denial")]
    assert reading.claims == ()


@pytest.mark.parametrize(("kind", "outlet", "title", "text", "answers"), ENGLISH)
def test_an_answer_as_english_newsrooms_put_it(kind: str, outlet: str, title: str, text: str, answers: list[tuple[str, str]]) -> None:
    gives(read("en", text, title=title, kind=kind, outlet=outlet), answers)


@pytest.mark.parametrize(("kind", "outlet", "title", "text"), TRAPS)
def test_what_only_sounds_like_an_answer(kind: str, outlet: str, title: str, text: str) -> None:
    assert read("en", text, title=title, kind=kind, outlet=outlet).responses == ()


def test_whoever_stands_before_an_according_to_is_no_speaker() -> None:
    reading = read(
        "en", "The Credit Office is examining Ostwick Bank over frozen accounts, according to two former risk officers of the lender.",
        "Ostwick did not respond to three requests for comment.", title="Ostwick Bank examined over frozen accounts",
    )  # fmt: skip
    assert [(r.company, r.kind) for r in reading.responses] == [("Ostwick Bank", "no_response")]


def test_where_nobody_reported_anything_a_not_denies_nothing() -> None:
    reading = read(
        "en", "Ostwick today unveiled a toaster that cannot burn bread.",
        "“We asked owners what they dislike about toasters, and they did not hold back,” said head of design Ada Bell.",
        title="A toaster that cannot burn", kind="trade", outlet="Kitchen Trade",
    )  # fmt: skip
    assert reading.responses == ()


@pytest.mark.parametrize("row", EASTERN, ids=[f"{row[0]}-{number}" for number, row in enumerate(EASTERN)])
def test_an_eastern_text(row: Row) -> None:
    lang, form, outlet, title, text, answers, paired = row
    reading = read(lang, text, title=title, kind=form, outlet=outlet)
    found = [(r.company, r.kind) for r in reading.responses]
    assert [kind for _, kind in found] == [kind for _, kind in answers], found
    assert all(company in name for (name, _), (company, _) in zip(found, answers, strict=True)), found
    assert not paired or all(r.answers for r in reading.responses)
