"""The stand-in server refuses what OpenAI refuses, so that a test that passes against it means something."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from bot.llm.rungs import strict
from bot.read.llm import ReadAnswer
from tests.fakes import openai_server as fake
from tests.fakes.openai_server import OpenAIServer, misfit, taken_apart, unstrict

SCHEMA = strict(ReadAnswer)
GOOD = {"claims": [], "responses": [], "companies": [], "credits": []}
HELLO = [{"role": "user", "content": "Say it in JSON."}]


def form(schema: dict[str, Any] = SCHEMA, **changes: Any) -> dict[str, Any]:
    return {
        "type": "json_schema",
        "json_schema": {"name": "read", "strict": True, "schema": schema} | changes,
    }


def post(
    server: OpenAIServer, path: str = "/chat/completions", key: str | None = None, **body: Any
) -> httpx2.Response:
    given = {"model": server.model, "messages": HELLO} | body
    headers = {"authorization": f"Bearer {server.key if key is None else key}"}
    return httpx2.post(
        f"{server.url}{path}", json={k: v for k, v in given.items() if v is not None}, headers=headers
    )


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        ({"temperature": 0}, 400, "temperature"),
        ({"made_up": 1}, 400, "made_up"),
        ({"model": "gpt-0"}, 404, "does not exist"),
        ({"messages": []}, 400, "non-empty"),
        ({"messages": [{"role": "wizard", "content": "x"}]}, 400, "Invalid message"),
        ({"messages": [{"role": "user", "content": None}]}, 400, "expected a string"),
        (
            {"messages": [{"role": "user", "content": "x"}], "response_format": {"type": "json_object"}},
            400,
            "'json'",
        ),
        ({"response_format": form(strict=False)}, 400, "strict"),
        ({"response_format": form(name="not a name")}, 400, "name"),
        ({"response_format": form({"type": "object", "properties": {}})}, 400, "additionalProperties"),
    ],
)
def test_what_is_refused(server: OpenAIServer, body: dict[str, Any], status: int, told: str) -> None:
    server.answer(GOOD)
    got = post(server, **body)
    assert got.status_code == status
    assert told in got.json()["error"]["message"]


def test_keys_and_paths(server: OpenAIServer) -> None:
    assert post(server, key="wrong").status_code == 401
    assert post(server, "/responses").status_code == 404
    assert post(server, "/decisions").status_code == 404
    assert httpx2.get(f"{server.url}/nothing").status_code == 404
    with OpenAIServer(key="") as anybody:
        anybody.answer(GOOD)
        assert post(anybody, key="whatever").status_code == 200


def test_a_body_that_is_no_json(server: OpenAIServer) -> None:
    got = httpx2.post(
        f"{server.url}/chat/completions", content=b"{", headers={"authorization": f"Bearer {server.key}"}
    )
    assert got.status_code == 400


def test_answers_come_in_turn_then_from_the_oracle(server: OpenAIServer) -> None:
    server.script(GOOD, fake.wrong("x"))
    server.oracle = lambda messages: {**GOOD, "credits": [messages[0]["content"]]}
    texts = [
        post(server, response_format=form()).json()["choices"][0]["message"]["content"] for _ in range(3)
    ]
    assert texts[1] == "x"
    assert "Say it in JSON." in texts[2]
    assert len(server.asked("json_schema")) == 3
    assert server.asked("json_object") == []
    assert server.environ()["OPENAI_BASE_URL"] == server.url


def test_an_oracle_may_answer_with_a_step(server: OpenAIServer) -> None:
    server.oracle = lambda messages: fake.error(503)
    assert post(server).status_code == 503


def test_a_script_that_breaks_its_own_schema_is_a_mistake(server: OpenAIServer) -> None:
    server.answer({**GOOD, "companies": "Fern"})
    assert post(server, response_format=form()).status_code == 500
    assert server.mistakes == ["answer.companies: 'Fern' is no array"]


def test_nothing_left_to_say(server: OpenAIServer) -> None:
    assert post(server).status_code == 500


def test_decisions_are_checked_too(server: OpenAIServer) -> None:
    server.decisions = lambda body: []
    question = {
        "type": "choice",
        "name": "d1",
        "instructions": "?",
        "choices": [{"value": "a"}, {"value": "a"}],
    }
    assert post(server, "/decisions", messages=None, input="x", questions=[question]).status_code == 400
    assert post(server, "/decisions", questions=[]).status_code == 400


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ({"type": "array", "items": {}}, "root"),
        (
            {
                "type": "object",
                "properties": {"a": {"type": "string"}},
                "required": [],
                "additionalProperties": False,
            },
            "required",
        ),
        (
            {
                "type": "object",
                "properties": {"a": {"type": "array"}},
                "required": ["a"],
                "additionalProperties": False,
            },
            "items",
        ),
        (
            {
                "type": "object",
                "properties": {"a": {"type": "string", "maxLength": 3}},
                "required": ["a"],
                "additionalProperties": False,
            },
            "'maxLength' is not permitted",
        ),
        (SCHEMA, ""),
    ],
)
def test_strictness(schema: dict[str, Any], told: str) -> None:
    assert told in unstrict(schema)
    assert bool(unstrict(schema)) == bool(told)


def test_too_deep() -> None:
    schema: dict[str, Any] = {"type": "string"}
    for _ in range(12):
        schema = {
            "type": "object",
            "properties": {"a": schema},
            "required": ["a"],
            "additionalProperties": False,
        }
    assert "too deep" in unstrict(schema)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({**GOOD, "credits": [1]}, "is no string"),
        ({**GOOD, "credits": ["x"] * 99}, "more than 6"),
        ({"claims": []}, "has ['claims']"),
        ([], "is no object"),
        (GOOD, ""),
    ],
)
def test_fit(value: Any, told: str) -> None:
    assert told in misfit(value, SCHEMA, SCHEMA)
    assert bool(misfit(value, SCHEMA, SCHEMA)) == bool(told)


def test_enums_nulls_and_booleans() -> None:
    schema = {"anyOf": [{"type": "integer", "enum": [1, 2]}, {"type": "null"}]}
    assert misfit(None, schema, schema) == ""
    assert misfit(2, schema, schema) == ""
    assert misfit(3, schema, schema)
    assert misfit(True, {"type": "integer"}, schema)


def test_a_question_that_is_not_ours() -> None:
    with pytest.raises(AssertionError):
        taken_apart([*HELLO, *HELLO])
