"""What a server said, read strictly: an answer of the OpenAI API, or an error with one line that helps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import openai
from pydantic import BaseModel, ValidationError

from bot.llm.errors import LlmError, LlmGarbage, LlmRefused, LlmUnavailable
from bot.llm.http import retry_after

#: More tokens than this no one answer takes or costs; a server that reports more, or fewer than none, is not believed.
MOST_TOKENS = 10_000_000
_KEY = re.compile(r"\b(?:sk|pk|rk)-[\w*.…-]{6,}|Bearer\s+\S+", re.I)


@dataclass(frozen=True)
class Said:
    """One answer as it came. `refusal`: why the model will not answer."""

    text: str = ""
    finish: str = "stop"
    refusal: str = ""
    model: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0

    def trouble(self, server: str) -> LlmError | None:
        """Why this answer is no use whatever its text says; None if it may be."""
        if self.finish == "length":
            return LlmGarbage(
                f"{server}: the answer was cut off after {self.tokens_out} tokens; lower WALKBACK_LLM_MAX_CHARS "
                "or give the model more room to answer",
                "truncated",
            )
        if self.refusal or self.finish == "content_filter":
            told = one_line(self.refusal, 160) or "its content filter stopped the answer"
            return LlmRefused(f"{server} will not answer this one: {told}")
        return None


class _Details(BaseModel):
    cached_tokens: int | None = 0


class _Usage(BaseModel):
    prompt_tokens: int | None = 0
    completion_tokens: int | None = 0
    prompt_tokens_details: _Details | None = None


class _Part(BaseModel):
    text: str = ""


class _Message(BaseModel):
    content: str | list[_Part] | None = None
    refusal: str | None = None
    reasoning_content: str | None = None

    @property
    def said(self) -> str:
        """The answer; some servers give it in parts, and some put what a thinking model answers beside its thoughts."""
        told = self.content if isinstance(self.content, str) else "".join(part.text for part in self.content or ())
        return told or self.reasoning_content or ""


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Completion(BaseModel):
    choices: list[_Choice]
    model: str | None = ""
    usage: _Usage | None = None


def read(server: str, body: Any) -> Said:
    """`body`: the decoded JSON of a chat completion. Raises LlmUnavailable when it is something else."""
    try:
        got = _Completion.model_validate(body)
    except ValidationError:
        raise not_the_api(server) from None
    if not got.choices:
        return Said(finish="content_filter", model=got.model or "")
    usage, choice = got.usage or _Usage(), got.choices[0]
    return Said(
        text=choice.message.said,
        finish=choice.finish_reason or "stop",
        refusal=choice.message.refusal or "",
        model=got.model or "",
        tokens_in=counted(usage.prompt_tokens),
        tokens_out=counted(usage.completion_tokens),
        tokens_cached=counted((usage.prompt_tokens_details or _Details()).cached_tokens),
    )


def counted(tokens: int | None) -> int:
    """A number of tokens within reason: a wild one neither breaks the log of calls nor pays the budget back."""
    return min(max(tokens or 0, 0), MOST_TOKENS)


def not_the_api(server: str) -> LlmUnavailable:
    return LlmUnavailable(
        f"{server} answers, but not as the OpenAI API does: check OPENAI_BASE_URL (it usually ends in /v1)"
    )


def explain(error: openai.OpenAIError, server: str, model: str, timeout: float, key: str) -> LlmError:
    """The package's error as one of ours, in one line that names the server and the fix and never the key."""
    if isinstance(error, openai.APITimeoutError):
        return LlmUnavailable(
            f"{server} did not answer within {timeout:g} s: see whether it is overloaded, or raise OPENAI_TIMEOUT",
            "timeout",
        )
    if not isinstance(error, openai.APIStatusError):
        told = "" if str(error) == "Connection error." else f" ({one_line(str(error), 120, key)})"
        return LlmUnavailable(f"{server} cannot be reached{told}: start it, or correct OPENAI_BASE_URL")
    own = error.body.get("message") if isinstance(error.body, dict) else None
    status, told = error.status_code, one_line(str(own or error.message), 200, key)
    wait = retry_after(error.response.headers)
    if status == 429 and "quota" in (error.code or ""):
        return LlmUnavailable(
            f"{server}: this key has no quota left; add credit or change OPENAI_API_KEY", LlmUnavailable.SETUP, wait
        )
    if status == 429:
        return LlmUnavailable(
            f"{server} throttles us (429): it is asked again later; see the key's rate limits", "", wait
        )
    if status in (401, 403):
        return LlmUnavailable(f"{server} refuses the key ({status}): check OPENAI_API_KEY", LlmUnavailable.SETUP)
    if status == 404:
        return LlmUnavailable(
            f"{server} knows no model {model!r} or no such path (404): check OPENAI_MODEL and OPENAI_BASE_URL "
            "(it usually ends in /v1)",
            LlmUnavailable.SETUP,
        )
    if status in (400, 413, 422):
        return LlmRefused(f"{server} refuses the request ({status}): {told}")
    if status < 400:
        return not_the_api(server)
    return LlmUnavailable(f"{server} failed ({status}): it is asked again later; see its own log", "", wait)


def one_line(text: str, limit: int, key: str = "") -> str:
    """`text` on one line, shortened, without anything that looks like a key."""
    text = " ".join(text.split())
    if key:
        text = text.replace(key, "[key]")
    text = _KEY.sub("[key]", text)
    return text if len(text) <= limit else text[: limit - 1] + "…"
