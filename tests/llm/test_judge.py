"""The LLM judge: one call for all denials, and the rules after it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.judge.bearing import ClaimOnFile, Denial
from bot.judge.llm import TIERS, LlmJudge
from bot.llm import Llm
from bot.read.reading import Claim, Reading, Response, Span
from tests.fakes import openai_server as fake
from tests.fakes.openai_server import OpenAIServer, taken_apart

from .conftest import Obedient, document

DAY = timedelta(days=1)
MADE = datetime(2026, 2, 1, 9, 0, tzinfo=UTC)
TEXT = (
    "Fern plc announces the sale of its mill to Osk Group.\n\n"
    "Talks began on 4 January and the board approved them on 9 January.\n\n"
    "The Dock Gazette first wrote about them."
)
DOC = document(TEXT, title="Fern sells mill", outlet="Fern plc", kind="press_release")
NONE = Reading(reader="test")
DOCUMENT, SEVERAL, SINGLE = TIERS
NEWS = document(TEXT, title="Fern sells mill", outlet="Dale Post", kind="newspaper")
PROOF = "Talks began on 4 January and the board approved them on 9 January."


def denial(n: int = 1, **changes: object) -> Denial:
    given: dict[str, object] = {
        "id": f"r-{n}",
        "article": f"a-{n}00",
        "company": "Fern plc",
        "names": ("Fern plc", "Fern"),
        "speaker": "Ada Lunt",
        "kind": "flat_denial",
        "quote": f"We are not selling any mill, {n}",
        "published": MADE,
        "claims": (
            ClaimOnFile(
                id=f"c-{n}",
                article=f"a-{n}00",
                company="Fern plc",
                statement="Fern is selling its mill.",
                span="is selling its mill",
                origin="Dock Gazette",
                sourcing="anonymous",
                outlet="Dock Gazette",
                published=MADE,
            ),
        ),
    }
    return Denial(**{**given, **changes})  # type: ignore[arg-type]


def judged(**changes: object) -> dict[str, object]:
    return {
        "denial": "d1",
        "same_matter": True,
        "why": "The company dates the talks to before its denial.",
        "verdict": "undercuts",
        "evidence": DOCUMENT,
        "span": PROOF,
        "origin": "Fern plc",
        "confidence": 0.95,
    } | changes


def judge(*answers: dict[str, object], denials=(denial(),), doc=DOC, **settings):  # type: ignore[no-untyped-def]
    return LlmJudge(Obedient({"bearings": list(answers)}, **settings)).judge(doc, NONE, list(denials))


class TestRules:
    def test_a_verdict(self) -> None:
        (got,) = judge(judged())
        assert (got.denial, got.verdict, got.tier, got.judge) == ("r-1", "undercuts", 1, "llm:obedient")
        assert got.span is not None
        assert TEXT[got.span.start : got.span.end] == PROOF
        assert (got.origin, got.confidence) == ("Fern plc", 0.95)

    def test_words_that_are_not_in_the_article(self) -> None:
        assert judge(judged(span="Talks began on 4 February")) == []
        assert judge(judged(span=None)) == []

    def test_the_denial_s_own_words_prove_nothing(self) -> None:
        assert judge(judged(span="We are not selling any mill, 1")) == []

    @pytest.mark.parametrize("span", ["Fern plc", "Talks began on", "9 January"])
    def test_too_few_words(self, span: str) -> None:
        assert judge(judged(span=span)) == []

    def test_another_matter(self) -> None:
        assert judge(judged(same_matter=False)) == []

    @pytest.mark.parametrize(("evidence", "tier"), list(TIERS.items()))
    def test_the_evidence_makes_the_tier(self, evidence: str, tier: int) -> None:
        (got,) = judge(judged(evidence=evidence), doc=NEWS)
        assert (got.verdict, got.tier) == ("undercuts", tier)

    @pytest.mark.parametrize("kind", ["filing", "court", "press_release"])
    def test_a_paper_is_a_document_whatever_the_model_says(self, kind: str) -> None:
        doc = document(TEXT, outlet="Exchange", kind=kind)
        assert [b.tier for e in (SINGLE, None) for b in judge(judged(evidence=e), doc=doc)] == [1, 1]

    @pytest.mark.parametrize(
        ("verdict", "evidence"), [("no_bearing", DOCUMENT), ("no_bearing", None), ("undercuts", None), ("confirms", None)]
    )
    def test_tier_four_and_no_bearing_go_together(self, verdict: str, evidence: str | None) -> None:
        (got,) = judge(judged(verdict=verdict, evidence=evidence), doc=NEWS)
        assert (got.verdict, got.tier) == ("no_bearing", 4)

    def test_no_bearing_needs_no_words(self) -> None:
        (got,) = judge(judged(verdict="no_bearing", evidence=None, span="not there"))
        assert got.span is None

    def test_under_the_threshold_is_an_abstention(self) -> None:
        (got,) = judge(judged(confidence=0.59))
        assert (got.verdict, got.tier, got.confidence) == ("no_bearing", 4, 0.59)
        assert got.why.startswith("not sure enough to say (0.59): The company")
        (got,) = judge(judged(confidence=0.59), llm_threshold=0.5)
        assert got.verdict == "undercuts"

    def test_an_abstention(self) -> None:
        (got,) = judge(judged(verdict=None, span=None))
        assert (got.verdict, got.tier, got.confidence) == ("no_bearing", 4, 0.6)

    @pytest.mark.parametrize("confidence", [float("nan"), -1.0])
    def test_a_confidence_that_is_none(self, confidence: float) -> None:
        assert judge(judged(confidence=confidence))[0].verdict == "no_bearing"

    def test_a_confidence_over_one(self) -> None:
        assert judge(judged(confidence=95))[0].confidence == 1.0

    def test_a_non_denial_is_at_most_partly_undercut(self) -> None:
        (got,) = judge(judged(), denials=[denial(kind="non_denial")])
        assert got.verdict == "partly_undercuts"
        assert (
            judge(judged(verdict="overtaken"), denials=[denial(kind="non_denial")])[0].verdict == "overtaken"
        )

    @pytest.mark.parametrize(
        ("evidence", "verdict"), [(DOCUMENT, "undercuts"), (SEVERAL, "undercuts"), (SINGLE, "no_bearing")]
    )
    def test_the_first_newsroom_is_no_second_source(self, evidence: str, verdict: str) -> None:
        (got,) = judge(judged(evidence=evidence, origin="The Dock Gazette"), doc=NEWS)
        assert got.verdict == verdict

    @pytest.mark.parametrize(("origin", "verdict"), [("Dock Gazette", "no_bearing"), ("Dale Post", "undercuts")])
    def test_an_article_whose_claims_are_the_first_newsroom_s_repeats_it(self, origin: str, verdict: str) -> None:
        span = Span(start=0, end=8, text="Fern plc")
        passed_on = Claim(company="Fern plc", statement="Fern sells.", origin=origin, sourcing="anonymous", span=span)
        model = Obedient({"bearings": [judged(evidence=SINGLE, origin=None)]})
        (got,) = LlmJudge(model).judge(NEWS, Reading(reader="test", claims=(passed_on,)), [denial()])
        assert got.verdict == verdict

    def test_a_retraction_by_the_first_newsroom_counts(self) -> None:
        assert judge(judged(verdict="confirms", evidence=SEVERAL, origin="Dock Gazette"), doc=NEWS)[0].verdict == "confirms"

    def test_an_origin_that_is_not_printed_is_the_outlet(self) -> None:
        assert judge(judged(origin="Moon Herald"))[0].origin == "Fern plc"
        assert judge(judged(origin=None))[0].origin == "Fern plc"

    def test_a_reason_with_something_active_in_it(self) -> None:
        assert judge(judged(why="<!channel> look https://evil.example"))[0].why == "the model gave no reason"

    def test_answers_that_disagree_are_none(self) -> None:
        (got,) = judge(judged(), judged(verdict="confirms"))
        assert got.verdict == "no_bearing"
        assert "disagree" in got.why
        (got,) = judge(judged(), judged())
        assert got.verdict == "undercuts"

    def test_ids_of_this_call_only(self) -> None:
        assert judge(judged(denial="d2"), judged(denial="r-1"), judged(denial="")) == []
        assert judge(judged(denial="[d1]"))[0].denial == "r-1"


class TestCandidates:
    def test_none_means_no_call(self) -> None:
        model = Obedient({"bearings": []})
        own, later, same = (
            denial(article=DOC.id),
            denial(published=DOC.published + DAY),
            denial(published=DOC.published),
        )
        assert LlmJudge(model).judge(DOC, NONE, [own, later, same]) == []
        assert model.given == []

    def test_one_call_for_all_and_not_too_many(self) -> None:
        model = Obedient(lambda given: {"bearings": [judged(denial=d["id"]) for d in given["denials"]]})
        got = LlmJudge(model).judge(DOC, NONE, [denial(n) for n in range(1, 30)])
        assert {b.denial for b in got} == {f"r-{n}" for n in range(1, 17)}
        assert len(model.given) == 1

    def test_what_the_reader_found_is_shown(self) -> None:
        span = Span(start=0, end=8, text="Fern plc")
        reading = Reading(
            reader="test",
            claims=(
                Claim(
                    company="Fern plc",
                    statement="Fern sells.",
                    origin="Dock Gazette",
                    sourcing="named",
                    span=span,
                ),
            ),
            responses=(Response(company="Osk Group", speaker="the company", kind="no_comment", quote=span),),
        )
        model = Obedient({"bearings": []})
        LlmJudge(model).judge(DOC, reading, [denial()])
        assert model.given[0]["found"] == [
            "claim about Fern plc: Fern sells. (first reported by Dock Gazette, named)",
            "no_comment by Osk Group: Fern plc",
        ]
        assert model.given[0]["denials"][0]["names"] == "Fern"

    def test_a_claim_that_a_page_states_again_is_told_once_and_what_stood_beside_it_too(self) -> None:
        told = denial(beside=("Fern owes its mill's suppliers two million.",))
        told = told.model_copy(update={"claims": (*told.claims, told.claims[0].model_copy(update={"id": "c-2"}))})
        model = Obedient({"bearings": []})
        LlmJudge(model).judge(DOC, NONE, [told])
        given = model.given[0]["denials"][0]
        assert [c["statement"] for c in given["claims"]] == ["Fern is selling its mill."]
        assert given["beside"] == ["Fern owes its mill's suppliers two million."]


HEARING = (
    "COUNSEL: Until 2023 you kept the books of Fern?\n\nA. I did, and those of the weir.\n\n"
    "Q. Tell us about the letter.\n\nA. I saw it on the desk in January, with a price in it for the mill.\n\n"
    "Q. Who else saw it?\n\nA. Everybody who came in, and nobody said a word."
)
SEEN = "I saw it on the desk in January, with a price in it for the mill."
OFFERS = "Our own calls show that the offers are genuine.\n\nFive of those who had written came to the telephone, and four had kept a copy."
KEPT = "Five of those who had written came to the telephone, and four had kept a copy."


def reading(doc, company: str, statement: str, *companies: str) -> Reading:  # type: ignore[no-untyped-def]
    span = Span(start=0, end=9, text=doc.text[:9])
    told = Claim(company=company, statement=statement, origin=doc.outlet, sourcing="document", span=span)
    return Reading(reader="test", claims=(told,), companies=companies or (company,))


class TestOfTheMatter:
    """A text about one company gives no verdict on another that it only mentions."""

    @pytest.mark.parametrize(
        ("companies", "verdicts"), [(("Fern",), ["undercuts"]), (("Fern", "Osk Group"), []), ((), [])], ids=str
    )
    def test_a_text_that_names_no_other_company_speaks_of_this_one_throughout(
        self, companies: tuple[str, ...], verdicts: list[str]
    ) -> None:
        doc = document(HEARING, title="Third day", outlet="Inquiry into the weir", kind="transcript")
        model = Obedient({"bearings": [judged(span=SEEN, evidence=SEVERAL)]})
        got = LlmJudge(model).judge(doc, Reading(reader="test", companies=companies), [denial()])
        assert [b.verdict for b in got] == verdicts

    @pytest.mark.parametrize(
        ("company", "statement", "verdicts"),
        [
            ("Fern plc", "The offers to buy the mill that Fern is selling are genuine.", ["undercuts"]),
            ("Fern plc", "Ninety cooks at Fern have resigned since Monday.", []),
            ("Osk Group", "The offers to buy the mill that Osk is selling are genuine.", []),
        ],
    )
    def test_what_a_text_reports_tells_what_it_speaks_of(self, company: str, statement: str, verdicts: list[str]) -> None:
        doc = document(OFFERS, title="Fern: we made some calls", outlet="Dale Post", kind="newspaper")
        model = Obedient({"bearings": [judged(span=KEPT, evidence=SINGLE, origin=None)]})
        found = reading(doc, company, statement, "Fern plc", "Osk Group")
        assert [b.verdict for b in LlmJudge(model).judge(doc, found, [denial()])] == verdicts

    @pytest.mark.parametrize(("outlet", "verdicts"), [("Fern plc", ["undercuts"]), ("Osk Group", [])])
    def test_who_says_we_in_an_announcement_is_its_outlet(self, outlet: str, verdicts: list[str]) -> None:
        doc = document(f"Dear friends, we owe you a word.\n\n{PROOF}", title="A letter", outlet=outlet, kind="press_release")
        assert [b.verdict for b in judge(judged(), doc=doc)] == verdicts


class TestOverHttp:
    def test_a_span_that_is_not_there_is_asked_for_once_more(self, llm: Llm, server: OpenAIServer) -> None:
        server.answer({"bearings": [judged(span="Talks started on 4 January, it said")]}, {"bearings": [judged()]})
        (got,) = LlmJudge(llm).judge(DOC, NONE, [denial()])
        assert got.span is not None
        assert "Talks started on 4 January, it said" in server.requests[-1].body["messages"][-1]["content"]
        assert [r["outcome"] for r in llm._calls.recent()] == ["ok", "inexact"]

    def test_a_question_and_its_answer(self, llm: Llm, server: OpenAIServer) -> None:
        def oracle(messages: list[dict[str, str]]) -> dict[str, object]:
            asked = taken_apart(messages)
            assert asked.judging
            assert asked.text == TEXT
            return {"bearings": [judged(denial=asked.denials["We are not selling any mill, 2"])]}

        server.oracle = oracle
        got = LlmJudge(llm).judge(DOC, NONE, [denial(1), denial(2)])
        assert [(b.denial, b.verdict) for b in got] == [("r-2", "undercuts")]
        assert server.mistakes == []


class TestSecondOpinion:
    @pytest.fixture
    def official(self, server: OpenAIServer, ledger, clock) -> Llm:
        return Llm(server.settings(), ledger.llm, clock, official=True)

    @pytest.mark.parametrize(
        ("first", "second", "verdict"),
        [
            (0.55, 0.9, "undercuts"),
            (0.65, 0.2, "no_bearing"),
            (0.55, 0.5, "no_bearing"),
            (0.65, 0.9, "undercuts"),
        ],
    )
    def test_near_the_threshold(
        self, official: Llm, server: OpenAIServer, first: float, second: float, verdict: str
    ) -> None:
        server.oracle = lambda messages: {
            "bearings": [judged(confidence=first), judged(denial="d2", confidence=0.95)]
        }
        server.decisions = lambda body: [
            fake.chosen("d1", {"undercuts": second, "no_bearing": 1 - second, "confirms": 0.0})
        ]
        got = LlmJudge(official).judge(DOC, NONE, [denial(1), denial(2)])
        assert [b.verdict for b in got] == [verdict, "undercuts"]
        assert got[0].confidence == pytest.approx((first + second) / 2)
        (asked,) = (r for r in server.requests if r.path.endswith("/decisions"))
        assert [q["name"] for q in asked.body["questions"]] == ["d1"]
        assert len(asked.body["questions"][0]["choices"]) == 5
        assert "temperature" not in asked.body

    def test_a_refusal_or_failure_leaves_the_first_opinion(self, official: Llm, server: OpenAIServer) -> None:
        server.oracle = lambda messages: {"bearings": [judged(confidence=0.62)]}
        assert LlmJudge(official).judge(DOC, NONE, [denial()])[0].confidence == 0.62  # 404
        server.decisions = lambda body: [{"type": "refusal", "name": "d1"}]
        assert LlmJudge(official).judge(DOC, NONE, [denial(2)])[0].confidence == 0.62

    @pytest.mark.parametrize("confidence", [0.95, 0.2])
    def test_not_when_the_first_is_clear(
        self, official: Llm, server: OpenAIServer, confidence: float
    ) -> None:
        server.oracle = lambda messages: {"bearings": [judged(confidence=confidence)]}
        LlmJudge(official).judge(DOC, NONE, [denial()])
        assert len(server.requests) == 1

    def test_not_on_other_servers_nor_when_switched_off(
        self, llm: Llm, server: OpenAIServer, ledger, clock
    ) -> None:
        server.oracle = lambda messages: {"bearings": [judged(confidence=0.6)]}
        LlmJudge(llm).judge(DOC, NONE, [denial()])
        without = Llm(server.settings(llm_near=0.0), ledger.llm, clock, official=True)
        LlmJudge(without).judge(DOC, NONE, [denial(2)])
        assert len(server.requests) == 2
