from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.llm import Llm
from bot.read.reading import Document
from bot.settings import Settings
from store.ledger import Ledger
from tests.fakes.openai_server import OpenAIServer


class Clock:
    """The present, as a test sets it."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, **time: float) -> None:
        self.at += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with OpenAIServer() as server:
        yield server


@pytest.fixture
def llm(server: OpenAIServer, ledger: Ledger, clock: Clock) -> Iterator[Llm]:
    llm = Llm(server.settings(), ledger.llm, clock)
    yield llm
    llm.close()


class Obedient:
    """A model without a server: answers what it is told to, and keeps what it was shown."""

    model = "obedient"

    def __init__(self, answer: object, **settings: object) -> None:
        self.settings = Settings(**settings)  # type: ignore[arg-type]
        self.answer = answer
        self.given: list[dict[str, object]] = []

    def ask(self, prompt, variables, shape, check=None):  # type: ignore[no-untyped-def]
        self.given.append(variables)
        answer = self.answer(variables) if callable(self.answer) else self.answer
        return shape.model_validate(answer)


def document(text: str, **changes: object) -> Document:
    given: dict[str, object] = {
        "id": "a-1",
        "url": "https://saltmarsh.example/1",
        "outlet": "Saltmarsh Times",
        "kind": "newspaper",
        "lang": "en",
        "title": "A headline",
        "text": text,
        "published": datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
    }
    return Document(**{**given, **changes})  # type: ignore[arg-type]
