"""Asking over real HTTP: the ladder, what goes wrong, the log, the cache, the budget, the breaker."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from typing import Any, ClassVar

import pytest

import bot.llm
from bot.judge.llm import JudgeAnswer
from bot.llm import BudgetSpent, Llm, LlmGarbage, LlmRefused, LlmUnavailable, rungs
from bot.llm import client as client_module
from bot.read.llm import ReadAnswer, material
from tests.fakes import openai_server as fake
from tests.fakes.openai_server import OpenAIServer

from .conftest import document

NOTHING = {"claims": [], "responses": [], "companies": [], "credits": []}
FERN = {**NOTHING, "companies": [{"name": "Fern plc", "also": [], "latin": None}]}
LISTED = ReadAnswer.model_validate(FERN).companies


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package sleeps between its retries; a test need not."""
    import openai._base_client as base

    monkeypatch.setattr(base.time, "sleep", lambda seconds: None)


def given(text: str = "Fern plc says nothing.") -> dict[str, str]:
    return material(document(text), 0)


def ask(llm: Llm, text: str = "Fern plc says nothing.") -> ReadAnswer:
    return llm.ask("read", given(text), ReadAnswer)


def outcomes(llm: Llm) -> list[str]:
    return [row["outcome"] for row in reversed(llm._calls.recent())]


class TestLadder:
    def test_a_strict_schema_first_and_no_temperature(self, llm: Llm, server: OpenAIServer) -> None:
        server.answer(FERN)
        assert ask(llm).companies == LISTED
        (request,) = server.requests
        assert request.mode == "json_schema"
        assert "temperature" not in request.body
        assert request.body["messages"][-1]["content"].endswith("===")

    def test_a_server_without_schemas_is_remembered(self, llm: Llm, server: OpenAIServer) -> None:
        server.schemas = False
        server.answer(FERN, NOTHING)
        assert ask(llm).companies == LISTED
        ask(llm, "Another text.")
        assert [r.mode for r in server.requests] == ["json_schema", "json_object", "json_object"]
        assert '"additionalProperties"' in server.requests[1].body["messages"][0]["content"]
        assert outcomes(llm) == ["bad_request", "ok", "ok"]

    def test_one_repair_that_says_what_is_wrong(self, llm: Llm, server: OpenAIServer) -> None:
        server.script(fake.wrong({**NOTHING, "companies": "Fern plc"}), FERN)
        assert ask(llm).companies == LISTED
        said = server.requests[1].body["messages"]
        assert [m["role"] for m in said] == ["system", "user", "assistant", "user"]
        assert "companies: Input should be a valid list" in said[-1]["content"]
        assert outcomes(llm) == ["garbage", "ok"]

    def test_garbage_after_the_repair_is_a_recorded_failure(self, llm: Llm, server: OpenAIServer) -> None:
        server.script(fake.wrong("Sure! Here you go."), fake.wrong({"claims": None}))
        with pytest.raises(
            LlmGarbage, match=rf"{server.url}: gpt-6-luna does not give the asked JSON .*OPENAI_MODEL"
        ):
            ask(llm)
        assert outcomes(llm) == ["garbage", "garbage"]
        assert llm._calls.recent()[1]["answer"] == "Sure! Here you go."

    def test_an_unknown_kind_is_repaired(self, llm: Llm, server: OpenAIServer) -> None:
        bad = {
            "quote": "no", "company": "Fern plc", "speaker": "x", "kind": "lie", "via": None, "earlier": False,
            "answers": [], "addresses": None, "statement": "Fern denies it.",
        }  # fmt: skip
        server.script(fake.wrong({**NOTHING, "responses": [bad]}), NOTHING)
        ask(llm)
        assert (
            "responses.0.kind: Input should be 'flat_denial'"
            in server.requests[1].body["messages"][-1]["content"]
        )

    def test_thinking_fences_and_talk_are_forgiven(self, llm: Llm, server: OpenAIServer) -> None:
        server.script(
            fake.wrong(
                '<think>{"claims": 1}</think>Here:\n```json\n' + json.dumps(FERN) + "\n```\nDone."
            )
        )
        assert ask(llm).companies == LISTED

    def test_more_than_the_cap_is_cut_not_refused(self, llm: Llm, server: OpenAIServer) -> None:
        server.script(fake.wrong({**NOTHING, "companies": [{"name": f"C{n}", "also": [], "latin": None} for n in range(50)]}))
        assert len(ask(llm).companies) == 16


    def test_a_server_that_takes_no_form_at_all_is_asked_by_the_prompt_alone(self, llm: Llm, server: OpenAIServer) -> None:
        server.script(fake.error(400, "Unknown field."), fake.error(422, "Unknown field."), FERN, NOTHING)
        assert ask(llm).companies == LISTED
        ask(llm, "Another text.")
        assert [r.mode for r in server.requests] == ["json_schema", "json_object", "text", "text"]
        assert '"additionalProperties"' in server.requests[-1].body["messages"][0]["content"]

    @pytest.mark.parametrize(
        "message",
        [
            {"content": [{"type": "text", "text": json.dumps(FERN)[:9]}, {"type": "text", "text": json.dumps(FERN)[9:]}]},
            {"content": None, "reasoning_content": f"The text names Fern plc.\n{json.dumps(FERN)}"},
            {"content": json.dumps(FERN), "reasoning_content": "{hm}", "tool_calls": []},
        ],
        ids=["in parts", "beside the thoughts", "with thoughts"],
    )
    def test_an_answer_in_another_place(self, llm: Llm, server: OpenAIServer, message: dict[str, Any]) -> None:
        body = {"id": "x", "object": "chat.completion", "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}
        server.script(fake.garbage(json.dumps(body).encode(), "application/json"))
        assert ask(llm).companies == LISTED


class TestForgiven:
    """What means one thing only needs no repair."""

    BARE: ClassVar[dict[str, Any]] = {"quote": "no", "company": "Fern plc", "speaker": "x", "kind": "Flat denial", "statement": "Fern denies it."}

    def test_what_is_left_out_is_nothing(self, llm: Llm, server: OpenAIServer) -> None:
        server.script(fake.wrong({"claims": [], "responses": [self.BARE], "companies": [{"name": "Fern plc"}]}))
        got = ask(llm)
        (said,) = got.responses
        assert (said.kind, said.via, said.earlier, said.answers, said.addresses) == ("flat_denial", None, False, [], None)
        assert got.companies == LISTED
        assert outcomes(llm) == ["ok"]

    def test_a_verdict_put_otherwise(self) -> None:
        row = {"denial": "d1", "same_matter": True, "why": "x", "evidence": "Document or company", "confidence": "0.9"}
        for told, verdict in [("Partly undercuts", "partly_undercuts"), ("none", None), (None, None), ("NO-BEARING", "no_bearing")]:
            (got,) = rungs.parse(json.dumps({"bearings": [{**row, "verdict": told}]}), JudgeAnswer).bearings
            assert (got.verdict, got.evidence, got.confidence) == (verdict, "document_or_company", 0.9)

    @pytest.mark.parametrize("gone", ["quote", "kind", "company"])
    def test_what_cannot_be_guessed_is_asked_for_again(self, llm: Llm, server: OpenAIServer, gone: str) -> None:
        server.script(fake.wrong({**NOTHING, "responses": [{k: v for k, v in self.BARE.items() if k != gone}]}), FERN)
        ask(llm)
        assert outcomes(llm) == ["garbage", "ok"]


class TestTrouble:
    def test_cut_off(self, llm: Llm, server: OpenAIServer) -> None:
        server.script(fake.truncated())
        with pytest.raises(LlmGarbage, match="cut off after 100 tokens; lower WALKBACK_LLM_MAX_CHARS"):
            ask(llm)
        assert outcomes(llm) == ["truncated"]
        assert llm._calls.recent()[0]["tokens_out"] == 100

    @pytest.mark.parametrize(
        ("step", "told"), [(fake.refusal("No."), "No."), (fake.filtered(), "content filter")]
    )
    def test_refusals(self, llm: Llm, server: OpenAIServer, step: fake.Step, told: str) -> None:
        server.script(step)
        with pytest.raises(LlmRefused, match=told):
            ask(llm)
        assert outcomes(llm) == ["refused"]

    def test_no_choices_at_all(self, llm: Llm, server: OpenAIServer) -> None:
        server.script(fake.garbage(b'{"choices": [], "model": "m"}', "application/json"))
        with pytest.raises(LlmRefused, match="content filter"):
            ask(llm)

    def test_short_outages_are_sat_out(self, llm: Llm, server: OpenAIServer) -> None:
        server.script(fake.error(500), fake.rate_limited(retry_after=0.5), FERN)
        assert ask(llm).companies == LISTED
        assert outcomes(llm) == ["ok"]

    def test_500_again_and_again(self, llm: Llm, server: OpenAIServer) -> None:
        server.script(*[fake.error(500)] * 3)
        with pytest.raises(LlmUnavailable, match=r"failed \(500\)"):
            ask(llm)
        assert len(server.requests) == 3
        assert outcomes(llm) == ["unavailable"]

    def test_429_with_a_long_wait_does_not_sleep_in_the_worker(
        self, llm: Llm, server: OpenAIServer, clock
    ) -> None:
        server.script(fake.rate_limited(retry_after=90))
        with pytest.raises(LlmUnavailable, match="throttles us") as caught:
            ask(llm)
        assert caught.value.retry_after == 90
        assert len(server.requests) == 1
        clock.pass_(seconds=89)
        with pytest.raises(LlmUnavailable, match=r"left alone for a while: .*throttles us"):
            ask(llm)
        clock.pass_(seconds=2)
        server.answer(FERN)
        ask(llm)

    def test_no_quota(self, llm: Llm, server: OpenAIServer) -> None:
        server.script(*[fake.rate_limited(code="insufficient_quota")] * 3)
        with pytest.raises(LlmUnavailable, match="no quota left; add credit"):
            ask(llm)

    def test_hanging_costs_one_time_out_and_no_repeats(self, server: OpenAIServer, ledger, clock) -> None:
        llm = Llm(server.settings(openai_timeout=0.2), ledger.llm, clock)
        server.script(fake.hang())
        began = time.perf_counter()
        with pytest.raises(LlmUnavailable, match=r"did not answer within 0\.2 s"):
            ask(llm)
        assert time.perf_counter() - began < 2
        assert len(server.requests) == 1
        assert outcomes(llm) == ["timeout"]

    def test_a_dripping_answer_ends_at_the_time_out(self, server: OpenAIServer, ledger, clock) -> None:
        llm = Llm(server.settings(openai_timeout=0.3), ledger.llm, clock)
        server.script(fake.drip(0.02))
        with pytest.raises(LlmUnavailable, match="did not answer within"):
            ask(llm)

    def test_an_endless_answer_ends_at_the_limit(self, llm: Llm, server: OpenAIServer, monkeypatch) -> None:
        monkeypatch.setattr("bot.llm.http.MAX_BODY", 100)
        server.script(fake.garbage(b" " * 1000))
        with pytest.raises(LlmUnavailable, match="sent more than 100 bytes"):
            ask(llm)

    def test_connection_refused(self, ledger, clock, server: OpenAIServer) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        llm = Llm(server.settings(openai_base_url=f"http://127.0.0.1:{port}/v1"), ledger.llm, clock)
        with pytest.raises(
            LlmUnavailable, match=rf"http://127\.0\.0\.1:{port}/v1 cannot be reached: start it"
        ):
            ask(llm)

    def test_connection_dropped(self, llm: Llm, server: OpenAIServer) -> None:
        server.script(fake.hangup(), FERN)
        assert ask(llm).companies == LISTED

    @pytest.mark.parametrize(
        "body",
        [
            fake.garbage(),
            fake.garbage(b"{not json", "application/json"),
            fake.garbage(b'{"choices": "none"}', "application/json"),
            fake.garbage(b"[" * 100_000, "application/json"),
            fake.garbage(b"", "application/json"),
            fake.garbage(b"moved", "text/plain", 302),
        ],
    )
    def test_a_server_of_another_kind(self, llm: Llm, server: OpenAIServer, body: fake.Step) -> None:
        server.script(body)
        with pytest.raises(LlmUnavailable, match="not as the OpenAI API does: check OPENAI_BASE_URL"):
            ask(llm)
        assert outcomes(llm) == ["unavailable"]

    def test_unknown_model(self, server: OpenAIServer, ledger, clock) -> None:
        llm = Llm(server.settings(openai_model="gpt-0"), ledger.llm, clock)
        with pytest.raises(LlmUnavailable, match=r"knows no model 'gpt-0' .*OPENAI_MODEL"):
            ask(llm)

    @pytest.mark.parametrize("code", ["context_length_exceeded", "content_filter"])
    def test_what_no_other_form_would_help(self, llm: Llm, server: OpenAIServer, code: str) -> None:
        server.script(fake.error(400, "Too long.", code))
        with pytest.raises(LlmRefused, match=r"refuses the request \(400\): Too long"):
            ask(llm)
        assert len(server.requests) == 1

    def test_a_bad_request_in_every_form_is_not_remembered(self, llm: Llm, server: OpenAIServer) -> None:
        server.script(*[fake.error(400, told) for told in ("First.", "Second.", "Third.")], FERN)
        with pytest.raises(LlmRefused, match="First"):
            ask(llm)
        ask(llm, "Another text.")
        assert server.requests[-1].mode == "json_schema"


class TestSecrets:
    KEY = "sk-proj-abcdefghijklmnop"

    def test_the_key_is_in_no_message_and_no_row(self, ledger, clock) -> None:
        with OpenAIServer(key="another") as server:
            llm = Llm(server.settings(openai_api_key=self.KEY), ledger.llm, clock)
            with pytest.raises(
                LlmUnavailable, match=r"refuses the key \(401\): check OPENAI_API_KEY"
            ) as caught:
                ask(llm)
            assert server.requests[0].headers["authorization"] == f"Bearer {self.KEY}"
        assert self.KEY not in str(caught.value)
        assert caught.value.__cause__ is None
        assert self.KEY not in str(ledger.llm.recent())

    def test_a_server_that_echoes_the_key(self, ledger, clock) -> None:
        with OpenAIServer(key=self.KEY) as server:
            llm = Llm(server.settings(), ledger.llm, clock)
            server.script(*[fake.error(400, f"bad {self.KEY}")] * 3)
            with pytest.raises(LlmRefused) as caught:
                ask(llm)
            server.script(fake.wrong(f"your key is {self.KEY}"), fake.wrong(self.KEY))
            with pytest.raises(LlmGarbage):
                ask(llm)
        assert self.KEY not in str(caught.value)
        assert self.KEY not in str(ledger.llm.recent())

    def test_an_address_with_a_password_is_shown_without(self, ledger, clock, server: OpenAIServer) -> None:
        llm = Llm(server.settings(openai_base_url="http://me:secret@host.example/v1/"), ledger.llm, clock)
        assert llm.server == "http://host.example/v1"
        llm = Llm(server.settings(openai_base_url=""), ledger.llm, clock)
        assert llm.server == "https://api.openai.com/v1"
        assert llm.official


class TestLog:
    def test_a_row_for_each_call(self, llm: Llm, server: OpenAIServer) -> None:
        server.answer(FERN)
        ask(llm)
        (row,) = llm._calls.recent()
        assert row["prompt"] == "read"
        assert row["version"].startswith("read-")
        assert row["requested"] == "gpt-6-luna"
        assert row["resolved"] == "gpt-6-luna-2026-01-15"
        assert (row["tokens_in"], row["tokens_out"], row["tokens_cached"]) == (1000, 100, 0)
        assert row["at"] == "2026-03-02T12:00:00Z"
        assert row["schema_hash"].startswith("s1-")
        assert row["hash"].startswith("q1-")
        assert row["cost"] == 0  # a server on this machine
        assert row["latency_ms"] > 0
        assert '"Fern plc"' in row["answer"]


class TestCache:
    def test_the_same_question_is_asked_once(self, llm: Llm, server: OpenAIServer, ledger, clock) -> None:
        server.answer(FERN)
        first = ask(llm)
        assert ask(llm) == first
        assert ask(Llm(server.settings(), ledger.llm, clock)) == first  # another process
        assert len(server.requests) == 1

    def test_a_repaired_answer_is_kept_a_failure_is_not(self, llm: Llm, server: OpenAIServer) -> None:
        server.script(fake.wrong("?"), fake.wrong("?"), fake.wrong("?"), FERN)
        with pytest.raises(LlmGarbage):
            ask(llm)
        assert ask(llm) == ask(llm)
        assert len(server.requests) == 4

    def test_another_model_or_text_is_another_question(
        self, llm: Llm, server: OpenAIServer, ledger, clock
    ) -> None:
        server.answer(FERN, FERN, FERN)
        ask(llm)
        ask(llm, "Another text.")
        server.model = "gpt-7"
        ask(Llm(server.settings(), ledger.llm, clock))
        assert len(server.requests) == 3

    def test_it_answers_while_the_server_is_down_and_the_budget_spent(
        self, llm: Llm, server, ledger, clock
    ) -> None:
        server.answer(FERN)
        ask(llm)
        poor = Llm(server.settings(openai_base_url=llm.base_url, llm_daily_budget=1.0), ledger.llm, clock)
        ledger.llm.record(
            {"at": "2026-03-02T00:00:00Z", "prompt": "x", "hash": "x", "outcome": "ok", "cost": 2.0}
        )
        assert ask(poor).companies == LISTED

    def test_an_answer_that_no_longer_fits_is_asked_for_again(
        self, llm: Llm, server: OpenAIServer, ledger
    ) -> None:
        server.answer(FERN, NOTHING)
        ask(llm)
        ledger.db.execute("UPDATE llm_calls SET answer = '{}'")
        assert ask(llm).companies == []


class TestBudget:
    def test_it_ends_the_day_and_begins_anew(self, server: OpenAIServer, ledger, clock) -> None:
        llm = Llm(server.settings(llm_daily_budget=0.5), ledger.llm, clock)
        ledger.llm.record(
            {"at": "2026-03-01T23:59:59Z", "prompt": "x", "hash": "x", "outcome": "ok", "cost": 9.0}
        )
        server.answer(NOTHING)
        ask(llm)
        assert llm.trouble() is None
        ledger.llm.record(
            {"at": "2026-03-02T00:00:00Z", "prompt": "x", "hash": "x", "outcome": "ok", "cost": 0.5}
        )
        with pytest.raises(
            BudgetSpent, match=r"budget of 0\.50 US dollars is spent; .*WALKBACK_LLM_DAILY_BUDGET"
        ):
            ask(llm, "Another text.")
        assert "budget" in (llm.trouble() or "")
        clock.pass_(hours=12)
        server.answer(NOTHING)
        ask(llm, "Another text.")

    @pytest.mark.parametrize(("told", "kept"), [(10**30, 10_000_000), (-(10**9), 0)])
    def test_a_count_of_tokens_that_cannot_be(self, server: OpenAIServer, ledger, clock, told: int, kept: int) -> None:
        llm = Llm(server.settings(llm_daily_budget=0.5), ledger.llm, clock)
        server.script(fake.Step(content=NOTHING, usage=(told, told, told)))
        ask(llm)
        (row,) = ledger.llm.recent()
        assert (row["tokens_in"], row["tokens_out"], row["tokens_cached"]) == (kept, kept, kept)
        assert row["cost"] >= 0

    def test_zero_means_none(self, server: OpenAIServer, ledger, clock) -> None:
        llm = Llm(server.settings(llm_daily_budget=0.0), ledger.llm, clock)
        ledger.llm.record(
            {"at": "2026-03-02T00:00:00Z", "prompt": "x", "hash": "x", "outcome": "ok", "cost": 99.0}
        )
        server.answer(NOTHING)
        ask(llm)


class TestLeftAlone:
    def test_a_dead_server_is_not_asked_for_every_article(
        self, llm: Llm, server: OpenAIServer, clock
    ) -> None:
        server.script(*[fake.error(503)] * 9)
        for n in range(2):
            with pytest.raises(LlmUnavailable, match="failed"):
                ask(llm, f"Text {n}")
        asked = len(server.requests)
        for n in range(5):
            with pytest.raises(LlmUnavailable, match="left alone"):
                ask(llm, f"More {n}")
        assert len(server.requests) == asked
        assert llm.trouble().startswith("not asked before 12:00 UTC: ")
        clock.pass_(seconds=31)
        with pytest.raises(LlmUnavailable, match="failed"):
            ask(llm)
        clock.pass_(seconds=31)
        with pytest.raises(LlmUnavailable, match="left alone"):
            ask(llm)
        clock.pass_(seconds=30)
        server.answer(FERN, FERN)
        ask(llm)
        ask(llm, "And on we go.")
        assert llm.trouble() is None
        assert len(outcomes(llm)) == 5  # what was not asked is not in the log

    def test_one_caller_tries_while_others_wait(self, server: OpenAIServer, ledger, clock) -> None:
        llm = Llm(server.settings(openai_timeout=20.0), ledger.llm, clock)
        server.script(*[fake.error(503)] * 6)
        for n in range(2):
            with pytest.raises(LlmUnavailable):
                ask(llm, f"Text {n}")
        clock.pass_(seconds=31)
        arrived, go = threading.Event(), threading.Event()

        def slow(messages: object) -> object:
            arrived.set()
            go.wait(60)
            return FERN

        server.oracle = slow
        trying = threading.Thread(target=ask, args=(llm, "The try."))
        trying.start()
        assert arrived.wait(60)
        with pytest.raises(LlmUnavailable, match="left alone"):
            ask(llm, "Another.")
        go.set()
        trying.join(60)
        ask(llm, "Another.")

    def test_a_refusal_is_no_outage(self, llm: Llm, server: OpenAIServer) -> None:
        for n in range(4):
            server.script(fake.refusal())
            with pytest.raises(LlmRefused):
                ask(llm, f"Text {n}")
        server.answer(FERN)
        ask(llm)


class TestCheck:
    def test_all_well(self, llm: Llm, server: OpenAIServer) -> None:
        assert llm.check() == f"{server.url} answers and has gpt-6-luna"

    def test_no_such_model(self, server: OpenAIServer, ledger, clock) -> None:
        llm = Llm(server.settings(openai_model="gpt-0"), ledger.llm, clock)
        with pytest.raises(LlmUnavailable, match="no model 'gpt-0': set OPENAI_MODEL to one of gpt-6-luna"):
            llm.check()

    def test_llama_cpp_takes_any_name(self, server: OpenAIServer, ledger, clock) -> None:
        server.models = [("/models/x.gguf", "llamacpp")]
        assert (
            Llm(server.settings(openai_model="x"), ledger.llm, clock)
            .check()
            .endswith("answers with /models/x.gguf")
        )

    def test_another_kind_of_list(self, server: OpenAIServer, llm: Llm) -> None:
        server.models = b"<html>It works!</html>"
        with pytest.raises(LlmUnavailable, match="not as the OpenAI API"):
            llm.check()
        server.models = []
        assert llm.check().endswith("answers, and lists no models")

    def test_wrong_key(self, ledger, clock, server: OpenAIServer) -> None:
        llm = Llm(server.settings(openai_api_key="nope"), ledger.llm, clock)
        with pytest.raises(LlmUnavailable):
            llm.check()


class TestChoose:
    QUESTIONS = [  # noqa: RUF012
        {"name": "d1", "instructions": "What?", "choices": [{"value": "yes"}, {"value": "no"}]},
        {"name": "d2", "instructions": "What?", "choices": [{"value": "yes"}, {"value": "no"}]},
    ]

    def variables(self) -> dict[str, object]:
        return {**given(), "denials": []}

    def test_probabilities_logged_and_cached(self, llm: Llm, server: OpenAIServer) -> None:
        server.decisions = lambda body: [
            fake.chosen("d1", {"yes": 0.8, "no": 0.2}),
            {"type": "refusal", "name": "d2"},
        ]
        for _ in range(2):
            rows = llm.choose("second", self.variables(), self.QUESTIONS)
            assert rows == [{"yes": 0.8, "no": 0.2}, {}]
        assert len(server.requests) == 1
        assert server.requests[0].body["questions"][0]["type"] == "choice"
        assert llm._calls.recent()[0]["tokens_in"] == 500

    def test_a_server_that_does_not_have_it(self, llm: Llm) -> None:
        with pytest.raises(LlmUnavailable):
            llm.choose("second", self.variables(), self.QUESTIONS)

    def test_too_few_answers(self, llm: Llm, server: OpenAIServer) -> None:
        server.decisions = lambda body: []
        with pytest.raises(LlmUnavailable, match="not as the OpenAI API"):
            llm.choose("second", self.variables(), self.QUESTIONS)
        assert outcomes(llm) == ["unavailable"]


def test_retries_are_the_package_s_own(llm: Llm) -> None:
    assert llm._client.max_retries == client_module.RETRIES == 2


def test_without_a_model_nobody_waits_for_the_openai_package() -> None:
    code = "import sys, bot.llm, bot.read.llm, bot.judge.llm; sys.exit('openai' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    with pytest.raises(AttributeError):
        bot.llm.Nothing  # noqa: B018
