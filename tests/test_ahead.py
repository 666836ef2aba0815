"""Questions put to a model ahead of a run: several at a time, so that the run itself finds them answered."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import bot.sandbox
from bot import ahead, replay
from bot.desk import Desk
from bot.export import export_lines
from bot.judge.llm import LlmJudge
from bot.llm import BudgetSpent, Llm, LlmGarbage, LlmUnavailable
from bot.read.llm import LlmReader
from bot.watch.articles import Incoming, store_article
from store.ledger import Ledger, open_ledger
from tests.fakes.editors import Editors
from tests.fakes.openai_server import OpenAIServer

WIRE = Path(bot.sandbox.__file__).parent / "wire"
STORIES = ("lanqiao-chongdianqi", "penalonga-despidos", "corruira-recuperacao")
PATIENCE = 60.0


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with OpenAIServer() as server:
        server.oracle = Editors(WIRE)
        yield server


@pytest.fixture
def articles(now: datetime) -> list[Incoming]:
    return replay.load([WIRE / f"{name}.json" for name in STORIES], now=now).articles


def desk_on(ledger: Ledger, server: OpenAIServer, now: datetime, **settings: Any) -> Desk:
    llm = Llm(server.settings(**settings), ledger.llm, lambda: now)
    return Desk(ledger, lambda: now, reader=LlmReader(llm), judge=LlmJudge(llm))


def through(desk: Desk, articles: list[Incoming], now: datetime) -> list[dict[str, Any]]:
    for article in articles:
        store_article(desk.ledger, article, now)
        while desk.work():
            pass
    return list(export_lines(desk.ledger))


def asked(server: OpenAIServer) -> Counter[str]:
    return Counter(r.body["response_format"]["json_schema"]["name"] for r in server.requests)


class TestAskAhead:
    def test_the_run_finds_its_questions_answered_and_ends_alike(
        self, ledger: Ledger, server: OpenAIServer, articles: list[Incoming], now: datetime, tmp_path: Path
    ) -> None:
        with open_ledger(tmp_path / "plain.db") as plain:
            expected = through(desk_on(plain, server, now), articles, now)
        before = asked(server)
        desk = desk_on(ledger, server, now)
        ahead.ask_ahead(desk, articles, threading.Event())
        assert asked(server) - before == before  # nothing twice, and nothing that would not have been asked
        assert ledger.wire.counts() == {}
        at_once = len(server.requests)
        assert through(desk, articles, now) == expected
        assert len(server.requests) == at_once

    def test_beside_what_is_on_file_only_reading_is_asked_ahead(
        self, ledger: Ledger, server: OpenAIServer, articles: list[Incoming], now: datetime
    ) -> None:
        desk = desk_on(ledger, server, now)
        through(desk, articles[:5], now)
        before = asked(server)
        ahead.ask_ahead(desk, articles, threading.Event())
        added = asked(server) - before
        assert added["read"] > 0
        assert added["judge"] == 0
        ahead.ask_ahead(desk, articles[:5], threading.Event())
        assert asked(server) - before == added

    def test_one_after_another_on_request(self, ledger: Ledger, server: OpenAIServer, articles: list[Incoming], now: datetime) -> None:
        ahead.ask_ahead(desk_on(ledger, server, now, llm_parallel=1), articles, threading.Event())
        ahead.ask_ahead(Desk(ledger, lambda: now), articles, threading.Event())
        over = threading.Event()
        over.set()
        ahead.ask_ahead(desk_on(ledger, server, now), articles, over)
        assert server.requests == []


class TestAnswer:
    def test_several_at_a_time(self) -> None:
        together = threading.Barrier(3)
        ahead.answer([lambda: together.wait(PATIENCE)] * 6, 3, threading.Event())
        assert not together.broken

    def test_a_slow_server_is_asked_less_at_a_time_and_everything_once_more(self) -> None:
        got: list[int] = []
        slow = [0, 1, 2]

        def question(n: int) -> None:
            if n in slow:
                slow.remove(n)
                raise LlmUnavailable("slow", "timeout")
            got.append(n)

        ahead.answer([lambda n=n: question(n) for n in range(6)], 2, threading.Event(), pause=0.001)  # type: ignore[misc]
        assert sorted(got) == list(range(6))

    def test_a_server_that_stays_away_is_left_to_the_run(self) -> None:
        tries: list[int] = []

        def down() -> None:
            tries.append(1)
            raise LlmUnavailable("down")

        ahead.answer([down] * 50, 1, threading.Event(), pause=0.001)
        assert len(tries) == ahead.TRIES

    def test_a_setting_that_a_person_must_mend_is_not_waited_for(self) -> None:
        tries: list[int] = []

        def refused() -> None:
            tries.append(1)
            raise LlmUnavailable("no such key", LlmUnavailable.SETUP)

        ahead.answer([refused] * 3, 1, threading.Event(), pause=PATIENCE)
        assert len(tries) == 1

    def test_a_wait_that_the_server_asks_for_ends_when_the_run_does(self) -> None:
        over = threading.Event()

        def throttled() -> None:
            over.set()
            raise LlmUnavailable("429", "", 50.0)

        ahead.answer([throttled], 1, over)
        assert over.is_set()

    def test_when_the_budget_is_spent_nothing_more_is_asked(self) -> None:
        tries: list[int] = []

        def spent() -> None:
            tries.append(1)
            raise BudgetSpent("spent")

        ahead.answer([spent] * 5, 1, threading.Event())
        assert len(tries) == 1

    def test_garbage_is_no_reason_to_stop(self) -> None:
        got: list[int] = []

        def garbage() -> None:
            raise LlmGarbage("garbage")

        ahead.answer([garbage, lambda: got.append(1)], 1, threading.Event())
        assert got == [1]
