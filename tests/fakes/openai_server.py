"""A real HTTP server on loopback that speaks the OpenAI API as strictly as OpenAI does.

    with OpenAIServer() as server:
        server.answer({"claims": [...]})                 # the next answer; several are given in turn
        server.script(rate_limited(retry_after=1), {...})  # or any mix of steps
        server.oracle = lambda messages: {...}           # answers whatever the script does not
        llm = Llm(server.settings(), calls, now)
        server.requests[-1].body["messages"]

It refuses what OpenAI would refuse: a missing or wrong key, unknown arguments, a temperature, a schema that is not
strict, `json_object` without the word JSON in the prompt; and it refuses to give an answer that does not fit the
schema it was asked for, unless the step is `wrong(...)` (which `json_object` and old servers would let through).
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from bot.settings import Settings

Messages = list[dict[str, Any]]
Oracle = Callable[[Messages], Any]

_KNOWN = {
    "messages",
    "model",
    "response_format",
    "max_tokens",
    "max_completion_tokens",
    "seed",
    "stop",
    "store",
    "user",
}
_SCHEMA_WORDS = {
    "type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "maxItems", "minItems",
    "$ref", "$defs", "description", "title", "pattern", "format", "minimum", "maximum",
}  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One scripted answer. Make it with the functions below."""

    status: int = 200
    content: Any = None
    body: bytes | None = None
    finish: str = "stop"
    refusal: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    kind: str = "application/json"
    checked: bool = True
    hang: bool = False
    drip: float = 0.0
    hangup: bool = False
    usage: tuple[int, int, int] = (1000, 100, 0)

    @property
    def says(self) -> bool:
        """Is it an answer that is to be checked against the schema?"""
        return self.checked and self.body is None and not (self.hang or self.hangup or self.drip)


def wrong(content: Any) -> Step:
    """An answer given as it is, however little it fits the schema. Text is sent as text, the rest as JSON."""
    return Step(content=content, checked=False)


def truncated(content: str = '{"claims": [{"id": "c1", "span": "The comp') -> Step:
    """Cut off at the length limit."""
    return Step(content=content, finish="length", checked=False)


def refusal(why: str = "I'm sorry, I can't help with that.") -> Step:
    """The model refuses."""
    return Step(refusal=why, checked=False)


def filtered() -> Step:
    """The content filter stops the answer."""
    return Step(content="", finish="content_filter", checked=False)


def error(
    status: int, message: str = "The server had an error.", code: str | None = None, **headers: str
) -> Step:
    """An error of the API: 400, 401, 500, 503 and so on."""
    body = {"error": {"message": message, "type": "error", "param": None, "code": code}}
    return Step(
        status=status,
        body=json.dumps(body).encode(),
        headers={k.replace("_", "-"): v for k, v in headers.items()},
    )


def rate_limited(retry_after: float | None = None, code: str = "rate_limit_exceeded") -> Step:
    """429; `retry_after` in seconds."""
    headers = {} if retry_after is None else {"retry_after": f"{retry_after:g}"}
    return error(429, "Rate limit reached.", code, **headers)


def hang() -> Step:
    """Take the request and say nothing until the server stops."""
    return Step(hang=True)


def drip(seconds: float = 0.02) -> Step:
    """Send an endless body, a byte every so many seconds."""
    return Step(drip=seconds)


def hangup() -> Step:
    """Close the connection without an answer."""
    return Step(hangup=True)


def garbage(body: bytes = b"<html>It works!</html>", kind: str = "text/html", status: int = 200) -> Step:
    """A body that is not of the API at all."""
    return Step(body=body, kind=kind, status=status)


@dataclass(frozen=True)
class Request:
    """A request as it came, refused ones included."""

    path: str
    body: Any
    headers: dict[str, str]

    @property
    def mode(self) -> str:
        """ "json_schema", "json_object" or "text"."""
        return str((self.body.get("response_format") or {}).get("type", "text"))


class Refused(Exception):
    """The request breaks a rule of the API."""

    def __init__(self, message: str, status: int = 400, code: str | None = None) -> None:
        super().__init__(message)
        self.status, self.code = status, code


class OpenAIServer:
    """The server. `schemas` False: it knows no `json_schema`. `key`: the one it takes ("" takes any, or none).

    `decisions`: a callable (body) -> list of answers, for POST /decisions; without it the path is not there.
    """

    def __init__(
        self,
        oracle: Oracle | None = None,
        *,
        model: str = "gpt-6-luna",
        key: str = "sk-test-0123456789",
        schemas: bool = True,
        decisions: Callable[[dict[str, Any]], list[dict[str, Any]]] | None = None,
    ) -> None:
        self.oracle, self.model, self.key = oracle, model, key
        self.schemas, self.decisions = schemas, decisions
        self.requests: list[Request] = []
        # what GET /models lists: names and owners; or a page that it shows instead
        self.models: list[tuple[str, str]] | bytes = [(model, "test")]
        self.mistakes: list[
            str
        ] = []  # what the script or the oracle did wrong; a test may assert that it is empty
        self._steps: deque[Step] = deque()
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    # its life --------------------------------------------------------------------------------------------------

    def start(self) -> OpenAIServer:
        self._thread.start()
        return self

    def stop(self) -> None:
        self._stopped.set()
        self._http.shutdown()
        self._http.server_close()

    def __enter__(self) -> OpenAIServer:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """What OPENAI_BASE_URL takes."""
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def environ(self) -> dict[str, str]:
        """Environment variables that point a process here."""
        return {"OPENAI_BASE_URL": self.url, "OPENAI_API_KEY": self.key, "OPENAI_MODEL": self.model}

    def settings(self, **changes: Any) -> Settings:
        """Settings that point here, with a short time-out."""
        given: dict[str, Any] = {
            "openai_base_url": self.url,
            "openai_api_key": self.key,
            "openai_model": self.model,
            "openai_timeout": 5.0,
        }
        return Settings(**{**given, **changes})

    # what it says ----------------------------------------------------------------------------------------------

    def answer(self, *contents: Any) -> OpenAIServer:
        """Good answers (dicts, checked against the asked schema), one a request."""
        return self.script(*contents)

    def script(self, *steps: Any) -> OpenAIServer:
        """Steps, one a request, in order; a dict is a good answer."""
        with self._lock:
            self._steps.extend(s if isinstance(s, Step) else Step(content=s) for s in steps)
        return self

    def asked(self, mode: str | None = None) -> list[Request]:
        """Chat requests so far, of that mode if one is given."""
        chats = [r for r in self.requests if r.path.endswith("/chat/completions")]
        return [r for r in chats if mode is None or r.mode == mode]

    # its work --------------------------------------------------------------------------------------------------

    def _chat(self, body: Any) -> Step:
        with self._lock:
            if self._steps and self._steps[0].status >= 500:
                return self._steps.popleft()  # an outage does not look at the request
        form = self._valid(body)
        with self._lock:
            step = self._steps.popleft() if self._steps else None
        if step is None:
            if self.oracle is None:
                raise Refused("nothing left in the script and no oracle", 500)
            got = self.oracle(body["messages"])
            step = got if isinstance(got, Step) else Step(content=got)
        problem = misfit(step.content, form, form) if form is not None and step.says else ""
        if problem:
            self.mistakes.append(problem)
            raise Refused(f"the scripted answer does not fit the schema: {problem}", 500)
        return step

    def _valid(self, body: Any) -> dict[str, Any] | None:
        """The asked schema, or None. Raises Refused."""
        if not isinstance(body, dict):
            raise Refused("We could not parse the JSON body of your request.")
        if "temperature" in body:
            raise Refused("Unsupported value: 'temperature' does not support this value with this model.")
        if unknown := set(body) - _KNOWN:
            raise Refused(f"Unrecognized request argument supplied: {min(unknown)}")
        if body.get("model") != self.model:
            raise Refused(f"The model `{body.get('model')}` does not exist.", 404, "model_not_found")
        messages = body.get("messages")
        if not isinstance(messages, list) or not messages:
            raise Refused("'messages' must be a non-empty array.")
        for message in messages:
            if set(message) != {"role", "content"} or message["role"] not in ("system", "user", "assistant"):
                raise Refused(f"Invalid message: {sorted(message)}")
            if not isinstance(message["content"], str) or not message["content"]:
                raise Refused("Invalid value for 'content': expected a string.")
        form = body.get("response_format") or {"type": "text"}
        if form.get("type") == "json_object":
            if not any("json" in m["content"].casefold() for m in messages):
                raise Refused("'messages' must contain the word 'json' in some form.")
            return None
        if form.get("type") != "json_schema":
            return None
        if not self.schemas:
            raise Refused("Invalid parameter: 'response_format' of type 'json_schema' is not supported.")
        given = form.get("json_schema") or {}
        if (
            not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", given.get("name") or "")
            or given.get("strict") is not True
        ):
            raise Refused("Invalid 'response_format.json_schema': a name and strict: true are expected.")
        schema: dict[str, Any] = given.get("schema") or {}
        if problem := unstrict(schema):
            raise Refused(f"Invalid schema for response_format '{given['name']}': {problem}")
        return schema

    def _completion(self, step: Step) -> bytes:
        text = step.content if isinstance(step.content, str) else json.dumps(step.content, ensure_ascii=False)
        if step.refusal is not None:
            text = None  # type: ignore[assignment]
        prompt, out, cached = step.usage
        return json.dumps(
            {
                "id": f"chatcmpl-{len(self.requests)}",
                "object": "chat.completion",
                "created": int(time.time()),
                "model": f"{self.model}-2026-01-15",
                "choices": [
                    {
                        "index": 0,
                        "finish_reason": step.finish,
                        "logprobs": None,
                        "message": {"role": "assistant", "content": text, "refusal": step.refusal},
                    }
                ],
                "usage": {
                    "prompt_tokens": prompt,
                    "completion_tokens": out,
                    "total_tokens": prompt + out,
                    "prompt_tokens_details": {"cached_tokens": cached},
                },
            }
        ).encode()

    def _decide(self, body: Any) -> bytes:
        if self.decisions is None:
            raise Refused("Unknown path", 404)
        if set(body) != {"model", "input", "questions"}:
            raise Refused(f"Unrecognized arguments: {sorted(body)}")
        for question in body["questions"]:
            if question["type"] != "choice" or len({c["value"] for c in question["choices"]}) < 2:
                raise Refused("a choice needs at least two different choices")
        usage = {
            "input_tokens": 500,
            "output_tokens": 5,
            "total_tokens": 505,
            "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
            "output_tokens_details": {"reasoning_tokens": 0},
        }
        return json.dumps({"answers": self.decisions(body), "model": self.model, "usage": usage}).encode()


def chosen(name: str, probabilities: dict[str, float]) -> dict[str, Any]:
    """One answer of the decisions endpoint."""
    best = max(probabilities, key=lambda v: probabilities[v])
    rows = [{"value": v, "probability": p} for v, p in probabilities.items()]
    return {
        "type": "choice", "name": name, "choice": best, "confidence": probabilities[best], "probabilities": rows
    }  # fmt: skip


def _handler(server: OpenAIServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            if self._known_caller() and self.path.endswith("/models"):
                if isinstance(server.models, bytes):
                    return self._send(200, server.models, "text/html")
                row = {"object": "model", "created": 0}
                data = [{**row, "id": m, "owned_by": o} for m, o in server.models]
                self._send(200, json.dumps({"object": "list", "data": data}).encode())
            else:
                self._refuse(Refused("Unknown request URL", 404))

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("content-length") or 0))
            try:
                body = json.loads(raw)
            except ValueError:
                body = None
            server.requests.append(
                Request(self.path, body, {k.casefold(): v for k, v in self.headers.items()})
            )
            try:
                if not self._known_caller():
                    sent = self.headers.get("authorization", "").removeprefix("Bearer ")
                    raise Refused(f"Incorrect API key provided: {sent}.", 401, "invalid_api_key")
                if self.path == "/v1/decisions":
                    return self._send(200, server._decide(body))
                if self.path != "/v1/chat/completions":
                    raise Refused(f"Unknown request URL: POST {self.path}", 404)
                self._play(server._chat(body))
            except Refused as refused:
                self._refuse(refused)

        def _known_caller(self) -> bool:
            return not server.key or self.headers.get("authorization") == f"Bearer {server.key}"

        def _refuse(self, refused: Refused) -> None:
            told = {
                "message": str(refused),
                "type": "invalid_request_error",
                "param": None,
                "code": refused.code,
            }
            self._send(refused.status, json.dumps({"error": told}).encode())

        def _play(self, step: Step) -> None:
            if step.hang:
                server._stopped.wait(60)
            if step.hang or step.hangup:
                self.close_connection = True
            elif step.drip:
                self._drip(step.drip)
            else:
                body = server._completion(step) if step.body is None else step.body
                self._send(step.status, body, step.kind, step.headers)

        def _drip(self, seconds: float) -> None:
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.end_headers()
            self.close_connection = True
            try:
                while not server._stopped.wait(seconds):
                    self.wfile.write(b" ")
                    self.wfile.flush()
            except OSError:
                pass  # the client has had enough

        def _send(
            self,
            status: int,
            body: bytes,
            kind: str = "application/json",
            headers: dict[str, str] | None = None,
        ) -> None:
            self.send_response(status)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(body)))
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

    return Handler


# schemas -------------------------------------------------------------------------------------------------------


def unstrict(schema: dict[str, Any], path: str = "schema", depth: int = 1) -> str:
    """What OpenAI's strict mode has against this schema; "" if nothing."""
    if depth == 1 and (schema.get("type") != "object" or "anyOf" in schema):
        return "the root must be an object and not anyOf"
    if depth > 10:
        return f"{path}: nested too deep"
    if unknown := set(schema) - _SCHEMA_WORDS:
        return f"{path}: '{min(unknown)}' is not permitted"
    if schema.get("type") == "object":
        properties = schema.get("properties", {})
        if schema.get("additionalProperties") is not False:
            return f"{path}: 'additionalProperties' is required to be supplied and to be false"
        if set(schema.get("required", [])) != set(properties):
            return f"{path}: 'required' is required to be an array including every key in properties"
    parts = [(f"{path}.{k}", v) for k, v in schema.get("properties", {}).items()]
    parts += [(f"{path}[]", schema["items"])] if "items" in schema else []
    parts += [(path, v) for v in schema.get("anyOf", [])]
    if schema.get("type") == "array" and "items" not in schema:
        return f"{path}: an array needs items"
    return next((told for where, part in parts if (told := unstrict(part, where, depth + 1))), "")


_TYPES: dict[str, Any] = {
    "object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "number": (int, float), "null": type(None),
}  # fmt: skip


def misfit(value: Any, schema: dict[str, Any], root: dict[str, Any], path: str = "answer") -> str:
    """How a value does not fit a (strict) schema; "" if it does."""
    if "anyOf" in schema:
        told = [misfit(value, part, root, path) for part in schema["anyOf"]]
        return "" if "" in told else told[0]
    kind = schema.get("type")
    if kind and (not isinstance(value, _TYPES[kind]) or (isinstance(value, bool) and kind != "boolean")):
        return f"{path}: {value!r} is no {kind}"
    if "enum" in schema and value not in schema["enum"]:
        return f"{path}: {value!r} is none of {schema['enum']}"
    if kind == "object":
        if set(value) != set(schema["properties"]):
            return f"{path}: has {sorted(value)}, not {sorted(schema['properties'])}"
        parts = [(f"{path}.{k}", value[k], v) for k, v in schema["properties"].items()]
    elif kind == "array":
        if len(value) > schema.get("maxItems", len(value)):
            return f"{path}: more than {schema['maxItems']} items"
        parts = [(f"{path}[{i}]", v, schema["items"]) for i, v in enumerate(value)]
    else:
        return ""
    return next((told for where, item, part in parts if (told := misfit(item, part, root, where))), "")


# what an oracle wants to know ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Asked:
    """A question of the reader or judge, taken apart. `denials`: ids of the candidates by their quote."""

    title: str
    outlet: str
    published: datetime
    text: str
    denials: dict[str, str]

    @property
    def judging(self) -> bool:
        return bool(self.denials)


def taken_apart(messages: Messages) -> Asked:
    """The article (and candidate denials) that `messages` are about, for oracles that look up what to answer."""
    material = messages[1]["content"]
    mark = re.match(r"=== (\S+) ===\n", material)
    assert mark, "the user message does not begin with its mark"
    body = material[mark.end() :].removesuffix(f"\n=== {mark[1]} ===")
    denials = (
        {m[2]: m[1] for m in re.finditer(r'^\[(d\d+)\] .*?: "(.*)"$', body, re.M)}
        if "LATER TEXT" in body
        else {}
    )
    article = body.split("LATER TEXT\n", 1)[-1]
    head, _, text = article.partition("\n\n")
    lines = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    return Asked(
        title=lines.get("headline", ""),
        outlet=lines.get("outlet", ""),
        published=datetime.strptime(lines["published"], "%Y-%m-%d").replace(tzinfo=UTC),
        text=text,
        denials=denials,
    )
