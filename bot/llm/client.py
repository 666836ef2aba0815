"""`Llm`: the one place that talks to a language model.

The way of a question: rendered prompt -> same question answered before? -> budget left? -> server not left
alone? -> strict JSON schema -> (refused: JSON object with the schema in the prompt -> refused: the prompt alone)
-> fits? -> one repair -> fits? Whatever happens is one row in the log of calls for each request.
"""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import openai

import prompts
from bot.llm import breaker, rungs, said
from bot.llm.errors import BudgetSpent, LlmError, LlmGarbage, LlmRefused, LlmUnavailable
from bot.llm.http import PatientClient
from bot.llm.prices import cost
from bot.settings import Settings
from bot.text import digest
from store.engine import iso
from store.llm_calls import LlmCalls

log = logging.getLogger(__name__)

OPENAI = "https://api.openai.com/v1"
#: Requests that the package repeats on its own after a 429, a 5xx or a lost connection (never after a time-out).
RETRIES = 2
#: Outcome of an answer that fits the schema but quotes what is not there.
INEXACT = "inexact"
#: A request refused for one of these would be refused in any other form too.
_HOPELESS = frozenset({"content_filter", "context_length_exceeded", "invalid_prompt", "model_not_found"})


class Llm:
    """A model on an OpenAI-compatible server, with its log, cache and budget. Safe for several threads.

    `now` gives the present as an aware UTC datetime. `official`: is it OpenAI's own server (default: by address)?
    """

    def __init__(
        self,
        settings: Settings,
        calls: LlmCalls,
        now: Callable[[], datetime],
        *,
        official: bool | None = None,
    ) -> None:
        self.settings = settings
        self.model = settings.openai_model
        self.base_url = settings.openai_base_url or OPENAI
        address = urlsplit(self.base_url)
        port = f":{address.port}" if address.port else ""
        self.server = f"{address.scheme}://{address.hostname}{port}{address.path}".rstrip("/")
        self.official = (address.hostname == urlsplit(OPENAI).hostname) if official is None else official
        self._calls, self._now = calls, now
        self._lock = threading.Lock()
        self._breaker = breaker.Breaker()
        self._form = rungs.FORMS[0]  # the strictest form that the server takes; found out by asking, once a process
        self._client = openai.OpenAI(
            api_key=settings.openai_api_key or "none",  # a local server needs none, the package wants one
            base_url=self.base_url,
            timeout=settings.openai_timeout,
            max_retries=RETRIES,
            http_client=PatientClient(settings.openai_timeout),
        )

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def ask(
        self,
        prompt: str,
        variables: Mapping[str, Any],
        shape: type[rungs.Shape],
        check: Callable[[rungs.Shape], Sequence[str]] | None = None,
    ) -> rungs.Shape:
        """The answer of the model to `prompts/<prompt>.jinja` with `variables`, as an object of `shape`.

        `check` names what an answer quotes that is not there; then, too, one repair is asked for, and the better of
        the two answers is taken. Blocks for seconds, up to a few times `settings.openai_timeout`; hold no lock or
        transaction meanwhile. Raises LlmError: BudgetSpent, LlmUnavailable, LlmGarbage or LlmRefused.
        """
        template = prompts.load(prompt)
        messages = template.messages(**variables)
        schema = rungs.strict(shape)
        call = _Call(self, template.name, template.version, messages, schema)
        if (known := self._calls.cached(call.hash)) is not None:
            try:
                return rungs.parse(known["answer"], shape)
            except ValueError:
                pass  # kept by a program that read answers otherwise: ask again
        self._enter()
        answer = self._first(call)
        try:
            got = rungs.parse(answer.text, shape)
        except ValueError as problem:
            call.keep(answer, LlmGarbage.outcome)
            return self._repaired(call, answer, str(problem), shape)
        astray = check(got) if check else ()
        if not astray:
            call.keep(answer, "ok")
            return got
        call.keep(answer, INEXACT)
        try:
            again = self._repaired(call, answer, rungs.not_there(astray), shape)
        except LlmError:
            again = got
        if again is got or len(check(again) if check else ()) > len(astray):
            call.keep(said.Said(text=answer.text, model=answer.model), "ok")  # paid for already
            return got
        return again

    def _repaired(
        self, call: _Call, answer: said.Said, problem: str, shape: type[rungs.Shape]
    ) -> rungs.Shape:
        """The answer to a second request that says what is wrong with the first. Raises LlmError."""
        fixed = self._send(call, rungs.repair(call.messages, call.schema, answer.text, problem), self._form)
        try:
            return call.kept(fixed, shape)
        except ValueError as still:
            raise LlmGarbage(
                f"{self.server}: {self.model} does not give the asked JSON ({said.one_line(str(still), 160)}): "
                "choose a model with structured output in OPENAI_MODEL"
            ) from None

    def trouble(self) -> str | None:
        """One line for the App Home: why the model is not being asked at present; None if it is."""
        try:
            self._pay()
        except BudgetSpent as error:
            return str(error)
        with self._lock:
            until = breaker.closed_until(self._breaker, self._now())
            return f"not asked before {until:%H:%M} UTC: {self._breaker.why}" if until else None

    def check(self) -> str:
        """Ask the server for its models, for `walkback doctor`. One line when all is well; raises LlmUnavailable."""
        try:
            listed = list(self._client.with_options(max_retries=0, timeout=10.0).models.list())
            known = {m.id: m.owned_by for m in listed}
        except openai.OpenAIError as error:
            raise self._explained(error) from None
        except (ValueError, TypeError, AttributeError):
            raise said.not_the_api(self.server) from None
        if "llamacpp" in known.values():
            return (
                f"{self.server} answers with {', '.join(known)}"  # llama.cpp serves one model under any name
            )
        if not known:
            return f"{self.server} answers, and lists no models"
        if self.model not in known:
            raise LlmUnavailable(
                f"{self.server} has no model {self.model!r}: set OPENAI_MODEL to one of {', '.join(sorted(known)[:8])}"
            )
        return f"{self.server} answers and has {self.model}"

    def choose(
        self, prompt: str, variables: Mapping[str, Any], questions: list[dict[str, Any]]
    ) -> list[dict[str, float]]:
        """Probabilities of the choices of each question, from OpenAI's decisions endpoint; {} where it refused.

        `questions`: [{"name", "instructions", "choices": [{"value", "description"}]}]. Only on OpenAI's own
        server (`self.official`). Logged and cached as any call. Raises LlmError.
        """
        template = prompts.load(prompt)
        messages = template.messages(**variables)
        call = _Call(self, template.name, template.version, messages, {"questions": questions})
        if (known := self._calls.cached(call.hash)) is not None:
            return [dict(row) for row in json.loads(known["answer"])]
        self._enter()
        asked: Any = [{"type": "choice", **q} for q in questions]
        given: Any = [{"type": "message", **m} for m in messages]
        try:
            got = self._client.decisions.create(model=self.model, input=given, questions=asked)
            rows = [
                {str(p.value): p.probability for p in a.probabilities} if a.type == "choice" else {}
                for a in got.answers
            ]
            if len(rows) != len(questions):
                raise ValueError("as many answers as questions were expected")
        except openai.OpenAIError as error:
            raise call.failed(self._explained(error)) from None
        except (ValueError, TypeError, AttributeError):
            raise call.failed(said.not_the_api(self.server)) from None
        usage = got.usage
        call.keep(
            said.Said(
                text=json.dumps(rows),
                model=got.model,
                tokens_in=said.counted(usage.input_tokens),
                tokens_out=said.counted(usage.output_tokens),
                tokens_cached=said.counted(usage.input_tokens_details.cached_tokens),
            ),
            "ok",
        )
        return rows

    def _first(self, call: _Call) -> said.Said:
        """The first answer; a server that refuses a form is asked in the next one, and remembered for it."""
        refusals: list[LlmRefused] = []
        for form in rungs.FORMS[rungs.FORMS.index(self._form) :]:
            told = call.messages if form == "json_schema" else rungs.with_schema(call.messages, call.schema)
            try:
                answer = self._send(call, told, form)
            except LlmRefused as refused:
                if refused.outcome != "bad_request":
                    raise (refusals or [refused])[0] from None
                refusals.append(refused)
            else:
                self._form = form
                return answer
        raise refusals[0]

    def _send(self, call: _Call, messages: rungs.Messages, form: rungs.Form) -> said.Said:
        """One request. Raises LlmError, logged, for everything that is not a complete answer."""
        self._pay()
        call.start()
        try:
            sent: Any = {"messages": messages, **rungs.asked_as(form, call.prompt, call.schema)}
            raw = self._client.chat.completions.with_raw_response.create(model=self.model, **sent)
            answer = said.read(self.server, raw.http_response.json())
        except openai.OpenAIError as error:
            ours = self._explained(error)
            if (
                isinstance(error, openai.BadRequestError | openai.UnprocessableEntityError)
                and error.code not in _HOPELESS
            ):
                ours.outcome = "bad_request"
            raise call.failed(ours) from None
        except LlmUnavailable as error:
            raise call.failed(error) from None
        except (ValueError, RecursionError):
            raise call.failed(said.not_the_api(self.server)) from None
        self._worked()
        if trouble := answer.trouble(self.server):
            call.keep(answer, trouble.outcome)
            raise trouble
        return answer

    def _explained(self, error: openai.OpenAIError) -> LlmError:
        return said.explain(
            error, self.server, self.model, self.settings.openai_timeout, self.settings.openai_api_key
        )

    def _pay(self) -> None:
        """Raises BudgetSpent. The day is the UTC day; a budget of 0 means none."""
        budget, now = self.settings.llm_daily_budget, self._now()
        if not budget:
            return
        spent = self._calls.spent(now.replace(hour=0, minute=0, second=0, microsecond=0))
        if spent >= budget:
            raise BudgetSpent(
                f"today's LLM budget of {budget:.2f} US dollars is spent; it begins anew at 00:00 UTC, "
                "or raise WALKBACK_LLM_DAILY_BUDGET"
            )

    def _enter(self) -> None:
        """Raises LlmUnavailable while the server is left alone."""
        with self._lock:
            now = self._now()
            if breaker.closed_until(self._breaker, now):
                raise LlmUnavailable(f"left alone for a while: {self._breaker.why}")
            self._breaker = breaker.trying(self._breaker, now, self.settings.openai_timeout)

    def _worked(self) -> None:
        with self._lock:
            self._breaker = breaker.Breaker()

    def _failed(self, error: LlmError) -> None:
        wait = error.retry_after if isinstance(error, LlmUnavailable) else None
        with self._lock:
            if isinstance(error, LlmUnavailable):
                self._breaker = breaker.failed(self._breaker, self._now(), str(error), wait)
            else:
                self._breaker = breaker.Breaker()  # it refused, so it is there


class _Call:
    """One question on its way: its hash, and its rows in the log."""

    def __init__(
        self, llm: Llm, prompt: str, version: str, messages: rungs.Messages, schema: dict[str, Any]
    ) -> None:
        self.llm, self.prompt, self.version = llm, prompt, version
        self.messages, self.schema = messages, schema
        self.schema_hash = rungs.schema_hash(schema)
        # the rungs of the ladder share one hash: it names the question, not the form it was sent in
        asked = [llm.model, prompt, messages, self.schema_hash]
        self.hash = digest(json.dumps(asked, ensure_ascii=False), "q1")
        self.began = time.perf_counter()

    def start(self) -> None:
        self.began = time.perf_counter()

    def kept(self, answer: said.Said, shape: type[rungs.Shape]) -> rungs.Shape:
        """The answer as an object, logged. Raises ValueError, logged as garbage, when it does not fit."""
        try:
            got = rungs.parse(answer.text, shape)
        except ValueError:
            self.keep(answer, LlmGarbage.outcome)
            raise
        self.keep(answer, "ok")
        return got

    def failed(self, error: LlmError) -> LlmError:
        """Log a request that brought no answer, and let the breaker know; returns the error to raise."""
        self.llm._failed(error)
        self.keep(said.Said(text=str(error)), error.outcome)
        return error

    def keep(self, answer: said.Said, outcome: str) -> None:
        """Write one row."""
        llm, key = self.llm, self.llm.settings.openai_api_key
        text = answer.text or answer.refusal
        took = time.perf_counter() - self.began
        row = {
            "at": iso(llm._now()),
            "prompt": self.prompt,
            "version": self.version,
            "hash": self.hash,
            "schema_hash": self.schema_hash,
            "requested": llm.model,
            "resolved": answer.model,
            "tokens_in": answer.tokens_in,
            "tokens_out": answer.tokens_out,
            "tokens_cached": answer.tokens_cached,
            "cost": cost(
                llm.base_url,
                answer.model,
                llm.model,
                answer.tokens_in,
                answer.tokens_out,
                answer.tokens_cached,
            ),
            "latency_ms": round(timedelta(seconds=took) / timedelta(milliseconds=1), 1),
            "outcome": outcome,
            "answer": text.replace(key, "[key]") if key else text,
        }
        llm._calls.record(row)
        told = {name: row[name] for name in ("prompt", "hash", "requested", "resolved", "outcome", "tokens_in", "tokens_out", "cost", "latency_ms")}
        log.info("the model was asked (%s): %s", self.prompt, outcome, extra={"event": "model asked", **told})
