"""The LLM reader: what its rules make of an answer, and the reader over real HTTP."""

from __future__ import annotations

import pytest

from bot.llm import Llm, LlmUnavailable
from bot.read.grounds import Grounds, quoted
from bot.read.llm import LlmReader, ReadAnswer, grounded
from bot.read.quotes import locate
from bot.read.reading import Party, Span
from tests.fakes import openai_server as fake
from tests.fakes.openai_server import OpenAIServer, taken_apart

from .conftest import Obedient, document

TEXT = (
    "Fern plc is selling its mill to Osk Group, the Dock Gazette reported on Monday, citing two people.\n\n"
    "“We are not selling any mill,” Ada Lunt, Fern’s finance chief, told the Gazette. Osk did not reply.\n\n"
    "The mill belongs to Moss Holdings."
)
DOC = document(TEXT, title="Fern to sell mill to Osk")


def claim(**changes: object) -> dict[str, object]:
    return {
        "id": "c1",
        "span": "Fern plc is selling its mill to Osk Group",
        "company": "Fern plc",
        "counterparties": ["Osk Group"],
        "parent": "Moss Holdings",
        "statement": "Fern is selling its mill to Osk Group.",
        "credited": "Dock Gazette",
        "sourcing": "anonymous",
        "source_count": 2,
        "hedged": False,
    } | changes


def response(**changes: object) -> dict[str, object]:
    return {
        "quote": "We are not selling any mill,",
        "company": "Fern plc",
        "speaker": "Ada Lunt, finance chief",
        "kind": "flat_denial",
        "via": "the Gazette",
        "earlier": False,
        "answers": ["c1"],
        "addresses": None,
        "statement": "Fern says that it is not selling any mill.",
    } | changes


def company(name: str, *also: str, latin: str | None = None) -> dict[str, object]:
    return {"name": name, "also": list(also), "latin": latin}


def answer(**changes: object) -> dict[str, object]:
    return {
        "claims": [claim()],
        "responses": [response()],
        "companies": [company("Fern plc")],
        "credits": ["Dock Gazette"],
    } | changes


def read(given: dict[str, object], doc=DOC):  # type: ignore[no-untyped-def]
    return grounded(doc, ReadAnswer.model_validate(given), "llm:test")


class TestGrounding:
    def test_a_good_answer(self) -> None:
        got = read(answer())
        (claim_,), (response_,) = got.claims, got.responses
        assert TEXT[claim_.span.start : claim_.span.end] == claim_.span.text
        assert claim_.origin == "Dock Gazette"
        assert claim_.parties == (
            Party(name="Fern plc", role="subject"),
            Party(name="Moss Holdings", role="parent"),
            Party(name="Osk Group", role="counterparty"),
        )
        assert response_.quote.text == "We are not selling any mill,"
        assert response_.direct
        assert response_.answers == (0,)
        assert response_.speaker == "Ada Lunt, finance chief"
        assert response_.via == "the Gazette"
        assert (got.dropped, got.credits, got.companies) == (0, ("Dock Gazette",), ("Fern plc",))

    def test_what_is_not_in_the_text_is_dropped_and_counted(self) -> None:
        got = read(
            answer(
                claims=[claim(), claim(id="c2", span="Fern plc is not selling its mill to Osk Group")],
                responses=[
                    response(quote="We are selling any mill,"),
                    response(answers=["c2"], addresses="words that are not there"),
                ],
            )
        )
        assert got.dropped == 3
        assert len(got.claims) == 1
        assert [r.answers for r in got.responses] == [()]
        assert got.responses[0].addresses is None

    def test_answers_point_at_the_claims_that_are_left(self) -> None:
        got = read(
            answer(
                claims=[claim(id="x", span="not there"), claim(id="y"), claim(id="z")],
                responses=[response(answers=["x", "y", "z", "nobody"])],
            )
        )
        assert len(got.claims) == 1
        assert got.responses[0].answers == (0,)

    def test_quotes_in_another_dress_are_found(self) -> None:
        got = read(answer(responses=[response(quote='"We are  not selling any mill,"')]))
        assert got.responses[0].quote.text == "We are not selling any mill,"

    def test_a_company_that_the_article_does_not_name(self) -> None:
        got = read(
            answer(
                claims=[claim(company="Hale SA")],
                responses=[response(company="Hale SA")],
                companies=[company("Hale SA")],
            )
        )
        assert (got.claims, got.responses, got.companies, got.dropped) == ((), (), (), 2)

    def test_what_was_said_earlier_is_left_out(self) -> None:
        assert read(answer(responses=[response(earlier=True)])).responses == ()

    def test_the_same_response_twice_is_one(self) -> None:
        assert len(read(answer(responses=[response(), response(kind="non_denial")])).responses) == 1

    def test_two_companies_in_one_sentence_are_two(self) -> None:
        got = read(answer(responses=[response(), response(company="Osk")]))
        assert [r.company for r in got.responses] == ["Fern plc", "Osk"]

    @pytest.mark.parametrize(
        ("credited", "origin"),
        [
            (None, "Saltmarsh Times"),
            ("", "Saltmarsh Times"),
            ("Saltmarsh Times", "Saltmarsh Times"),
            ("Nobody's News", "Dock Gazette"),
            ("Dock Gazette newspaper", "Dock Gazette"),
        ],
    )
    def test_origin(self, credited: str | None, origin: str) -> None:
        assert read(answer(claims=[claim(credited=credited)])).claims[0].origin == origin

    def test_an_origin_that_nobody_credits_either(self) -> None:
        assert (
            read(answer(claims=[claim(credited="Nobody's News")], credits=[])).claims[0].origin
            == "Saltmarsh Times"
        )

    @pytest.mark.parametrize("count", [0, -3, 1000, None])
    def test_senseless_counts(self, count: int | None) -> None:
        assert read(answer(claims=[claim(source_count=count)])).claims[0].source_count is None

    @pytest.mark.parametrize("statement", ["See https://evil.example", "<!channel> Fern sells", ""])
    def test_a_statement_with_something_active_in_it(self, statement: str) -> None:
        got = read(answer(claims=[claim(statement=statement)])).claims
        assert [c.statement for c in got] == (
            ["Fern plc is selling its mill to Osk Group"] if statement else []
        )

    def test_a_quote_as_long_as_an_article(self) -> None:
        doc = document("Fern plc said: " + "no " * 1000)
        assert read(answer(claims=[], responses=[response(quote="no " * 900)]), doc).dropped == 1


class TestNames:
    @pytest.mark.parametrize(
        ("given", "found"),
        [
            ("Fern plc", "Fern plc"),
            ("FERN PLC", "Fern plc"),
            ("Moss Holdings International Ltd", "Moss Holdings"),
            ("Osk Group (奥斯克)", "Osk Group"),
            ("奥斯克 (Osk Group)", "Osk Group"),
            ("The Mill Company", None),
            ("Citing Brothers", None),
            ("Fer", None),
            ("", None),
        ],
    )
    def test_as_far_as_printed(self, given: str, found: str | None) -> None:
        assert Grounds(DOC).name(given) == found

    @pytest.mark.parametrize(
        ("given", "kind", "outlet", "found"),
        [
            ("Hale Group", "social", "Hale Group on Murmurly", "Hale Group"),
            ("杵築製粉", "social", "杵築製粉 公式アプリ", "杵築製粉"),
            ("Hale Group plc", "social", "Hale Group", "Hale Group"),
            ("Hale", "press_release", "Hale Group", "Hale Group"),
            ("Osk", "social", "Hale Group on Murmurly", None),
        ],
    )
    def test_who_says_we_is_whose_page_it_is(self, given: str, kind: str, outlet: str, found: str | None) -> None:
        assert Grounds(document("We sell no mill.", title="A word", kind=kind, outlet=outlet)).name(given) == found

    @pytest.mark.parametrize(
        ("given", "kept"),
        [
            ("a spokesperson", "a spokesperson"),
            ("the company (exchange filing)", "the company (exchange filing)"),
            ("Ada Lunt", "Ada Lunt"),
            ("Ada Lunt, head of finance", "Ada Lunt, head of finance"),
            ("Ada Lunt, who lied on television", "Ada Lunt"),
            ("Bob Nobody, finance chief", "finance chief"),
            ("<!channel>", ""),
            ("Bob Nobody", ""),
            ("", ""),
            ("the public relations team", "the public relations team"),
            ("the press line", "the press line"),
            ("a woman at the switchboard", "a woman at the switchboard"),
            ("the fund", "the fund"),
            ("the company (text message)", "the company (text message)"),
        ],
    )
    def test_speakers(self, given: str, kept: str) -> None:
        assert Grounds(DOC).speaker(given) == kept


class TestHiddenCharacters:
    def test_offsets_are_those_of_the_document(self) -> None:
        text = "Fern\u200b plc sells.\n\nIt said: “We do\ufe0f not\u2060 sell,” again."
        doc = document(text)
        got = read(answer(claims=[], responses=[response(quote="We do not sell,")], companies=[]), doc)
        span = got.responses[0].quote
        assert text[span.start : span.end] == span.text
        assert span.text.startswith("We do")
        assert span.text.endswith("sell,")

    def test_none_reach_the_model(self) -> None:
        model = Obedient(answer(claims=[], responses=[], companies=[], credits=[]))
        LlmReader(model).read(document("Fern\u202eplc", title="T\u200bitle"))
        assert "\u202e" not in str(model.given)
        assert model.given[0]["title"] == "Title"


class TestQuoted:
    @pytest.mark.parametrize(
        ("text", "words", "direct"),
        [
            ('"We deny it," he said.', "We deny it", True),
            ('He said "no" and that they deny it.', "they deny it", False),
            ("„Das ist falsch“, sagte er. Es sei erfunden.", "Das ist falsch", True),
            ("„Das ist falsch“, sagte er. Es sei erfunden.", "Es sei erfunden", False),
            ("« C'est faux », dit-il, et rien ne se fera.", "C'est faux", True),
            ("« C'est faux », dit-il, et rien ne se fera.", "rien ne se fera", False),
            ("同社は「事実ではない」と述べ、否定した。", "事実ではない", True),
            ("He said “no”. They deny it.", "They deny it", False),
            ('"Open.\n\nThey deny it.', "They deny it", False),
            ("They deny it.", "They deny it", False),
        ],
    )
    def test_marks_of_any_script(self, text: str, words: str, direct: bool) -> None:
        span = locate(text, words)
        assert isinstance(span, Span)
        assert quoted(text, span) is direct


class TestOverHttp:
    def test_a_question_and_its_answer(self, llm: Llm, server: OpenAIServer) -> None:
        server.oracle = lambda messages: answer()
        reader = LlmReader(llm)
        got = reader.read(DOC)
        assert got.reader == reader.name == "llm:gpt-6-luna"
        assert len(got.responses) == 1
        asked = taken_apart(server.requests[0].body["messages"])
        assert asked.text == TEXT
        assert (asked.title, asked.outlet, asked.judging) == (DOC.title, DOC.outlet, False)
        assert reader.read(DOC) == got
        assert len(server.requests) == 1
        assert server.mistakes == []

    def test_long_articles_are_cut_at_a_paragraph(self, server: OpenAIServer, ledger, clock) -> None:
        server.oracle = lambda messages: answer(claims=[], responses=[], companies=[], credits=[])
        long = "\n\n".join(f"Paragraph {n} of the report." for n in range(400))
        LlmReader(Llm(server.settings(llm_max_chars=1000), ledger.llm, clock)).read(document(long))
        asked = taken_apart(server.requests[0].body["messages"])
        assert len(asked.text) <= 1000
        assert asked.text.endswith("of the report.")

    def test_a_server_that_is_down(self, llm: Llm, server: OpenAIServer) -> None:
        server.script(*[fake.error(503)] * 3)
        llm._client.max_retries = 0
        with pytest.raises(LlmUnavailable):
            LlmReader(llm).read(DOC)
