"""A quote that is not in the text: one more request names it, and the better of the two answers is taken."""

from __future__ import annotations

import pytest

from bot.llm import Llm
from bot.read.llm import LlmReader
from bot.read.reading import Alias
from tests.fakes import openai_server as fake
from tests.fakes.openai_server import OpenAIServer

from .conftest import document
from .test_reader import DOC, answer, claim, company, read, response

WRONG = "We will never sell a mill to anybody"


def outcomes(llm: Llm) -> list[str]:
    return [row["outcome"] for row in llm._calls.recent()]


class TestRepair:
    def test_it_names_the_words(self, llm: Llm, server: OpenAIServer) -> None:
        server.answer(answer(responses=[response(quote=WRONG)]), answer())
        got = LlmReader(llm).read(DOC)
        assert (len(got.responses), got.dropped) == (1, 0)
        said = server.requests[-1].body["messages"]
        assert [m["role"] for m in said] == ["system", "user", "assistant", "user"]
        assert f'do not stand in the text letter by letter: "{WRONG}"' in said[-1]["content"]
        assert outcomes(llm) == ["ok", "inexact"]
        assert LlmReader(llm).read(DOC) == got
        assert len(server.requests) == 2

    def test_what_is_still_not_there_is_dropped_and_counted(self, llm: Llm, server: OpenAIServer) -> None:
        server.answer(*[answer(responses=[response(), response(quote=WRONG)])] * 2)
        got = LlmReader(llm).read(DOC)
        assert (len(got.responses), got.dropped) == (1, 1)
        assert len(server.requests) == 2  # one repair, not two

    @pytest.mark.parametrize(
        "second",
        [answer(responses=[response(quote=WRONG)] * 3), fake.wrong("Sorry."), fake.truncated(), fake.refusal(), fake.error(400, "no")],
        ids=["worse", "no JSON", "cut off", "refused", "bad request"],
    )
    def test_a_repair_that_fails_leaves_the_first_answer(self, llm: Llm, server: OpenAIServer, second: object) -> None:
        server.script(answer(responses=[response(), response(quote=WRONG)]), second)
        got = LlmReader(llm).read(DOC)
        assert (len(got.responses), got.dropped) == (1, 1)
        assert outcomes(llm)[0] == "ok"
        assert LlmReader(llm).read(DOC) == got  # kept, so that it costs nothing again
        assert len(server.requests) == 2

    def test_what_was_said_earlier_needs_no_repair(self, llm: Llm, server: OpenAIServer) -> None:
        server.answer(answer(responses=[response(), response(quote=WRONG, earlier=True)]))
        assert LlmReader(llm).read(DOC).dropped == 0
        assert len(server.requests) == 1

    @pytest.mark.parametrize("empty", ["", "   ", "null", "[]", "{}"])
    def test_an_empty_answer_is_repaired(self, llm: Llm, server: OpenAIServer, empty: str) -> None:
        server.script(fake.wrong(empty), answer())
        assert len(LlmReader(llm).read(DOC).responses) == 1
        assert outcomes(llm) == ["ok", "garbage"]


OWN = document("We are selling our mill to Osk Group. Talks began in May.", kind="press_release", outlet="Fern plc", title="A sale")


class TestOwnPapers:
    def test_what_a_company_says_of_itself_is_no_report(self) -> None:
        got = read(answer(claims=[claim(span="We are selling our mill to Osk Group")], responses=[]), OWN)
        assert (got.claims, got.dropped) == ((), 0)

    def test_a_finding_of_an_authority_is(self) -> None:
        doc = document("Fern plc sold 300 faulty mills.", kind="press_release", outlet="Mill Inspectorate", title="A fine")
        finding = claim(span="Fern plc sold 300 faulty mills", sourcing="official", credited="Mill Inspectorate")
        assert [c.origin for c in read(answer(claims=[finding], responses=[]), doc).claims] == ["Mill Inspectorate"]
        assert read(answer(claims=[finding], responses=[]), document(doc.text, kind="press_release", outlet="Fern plc")).claims == ()

    def test_a_company_that_only_says_we_is_its_outlet(self) -> None:
        said = response(quote="Talks began in May", kind="confirmation", answers=[])
        assert [r.company for r in read(answer(claims=[], responses=[said]), OWN).responses] == ["Fern plc"]


class TestOtherNames:
    @pytest.mark.parametrize(
        ("text", "given", "pairs"),
        [
            ("Fern Paper Mills (FPM) denied it.", company("Fern Paper Mills", "FPM"), [("Fern Paper Mills", "FPM")]),
            ("Fern Paper Mills denied it. So did FPM.", company("Fern Paper Mills", "FPM"), []),
            ("Laiterie Fern denied it. Fern makes cheese.", company("Laiterie Fern", "Fern"), [("Laiterie Fern", "Fern")]),
            ("Fern plc and 蕨製紙 are one.", company("Fern plc", "蕨製紙"), [("Fern plc", "蕨製紙")]),
            ("蕨製紙は否定した。", company("蕨製紙", latin="Warabi Paper"), [("蕨製紙", "Warabi Paper")]),
            ("Fern plc denied it.", company("Fern plc", "Moss plc", latin="Moss plc"), []),
            ("蕨製紙は否定した。", company("蕨製紙", latin="https://evil.example"), []),
            ("蕨製紙は否定した。", company("蕨製紙", latin="<!here>"), []),
        ],
    )
    def test_which_are_believed(self, text: str, given: dict[str, object], pairs: list[tuple[str, str]]) -> None:
        got = read(answer(claims=[], responses=[], companies=[given], credits=[]), document(text))
        assert got.aliases == tuple(Alias(name=a, other=b) for a, b in pairs)

    def test_a_company_s_own_paper_gives_its_new_name(self) -> None:
        given = answer(claims=[], responses=[], companies=[company("Fern plc", "Nordlaub")], credits=[])
        text = "Fern plc is Nordlaub from today."
        assert read(given, document(text, kind="press_release", outlet="Fern plc")).aliases == (Alias(name="Fern plc", other="Nordlaub"),)
        assert read(given, document(text)).aliases == ()
