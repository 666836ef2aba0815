"""Asking a model ahead: many articles at once bring many questions, and a model takes seconds over each.

The articles go through a ledger that is thrown away, to see what would be asked; that is asked, several questions at a
time, and the answers wait in the real ledger's log of calls. The real run then takes the articles one by one, in order,
and finds its questions answered. A question that only comes up there is asked there, so nothing hangs on this but time.
"""

from __future__ import annotations

import json
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from bot.desk import Desk
from bot.judge.llm import LlmJudge
from bot.llm import BudgetSpent, LlmError, LlmUnavailable
from bot.read.llm import Asks, LlmReader
from bot.settings import Settings
from bot.watch.articles import Incoming, article_id, normal_url, store_article
from store.ledger import open_ledger

Question = Callable[[], object]

#: Fewer articles are not worth a look ahead; more of them would keep everything waiting for too long.
FEW, MANY = 4, 3000
#: How often one question is put again to a server that is throttling or slow, and the seconds waited before that.
TRIES, PAUSE, LONGEST_PAUSE = 5, 5.0, 60.0


def ask_ahead(desk: Desk, articles: Sequence[Incoming], over: threading.Event) -> None:
    """Put what these articles will make the desk ask its model, `settings.llm_parallel` questions at a time.

    Does nothing for a desk without a model. The judge is asked ahead only where the ledger holds nothing yet, since
    what is on file decides what it is asked. Ends early when `over` is set. Blocks for minutes; raises no LlmError.
    """
    if not isinstance(desk.reader, LlmReader):
        return
    llm, ledger = desk.reader.llm, desk.ledger
    known = sum(ledger.wire.counts().values()) > 0
    fresh = [a for a in articles if not known or ledger.wire.article(article_id(normal_url(a.url), a.title, a.text)) is None]
    if llm.settings.llm_parallel < 2 or not FEW <= len(fresh) <= MANY:
        return
    asked: dict[str, Question] = {}
    for prompts in (("read",),) if known else (("read",), ("read", "judge")):
        noting = _Noting(llm, prompts, frozenset(asked))
        _look(desk, noting, fresh, over)
        answer(list(noting.noted.values()), llm.settings.llm_parallel, over)
        asked |= noting.noted


class _Noting:
    """Stands before a model: notes the questions put to it, and passes on only those that were put before."""

    def __init__(self, llm: Asks, prompts: Sequence[str], asked: frozenset[str]) -> None:
        self.settings: Settings = llm.settings
        self.model = llm.model
        self.noted: dict[str, Question] = {}
        self._llm, self._prompts, self._asked = llm, prompts, asked

    def ask(self, prompt: str, variables: Mapping[str, Any], shape: Any, check: Any = None) -> Any:
        key = json.dumps([prompt, variables], ensure_ascii=False, sort_keys=True)
        if key in self._asked:
            return self._llm.ask(prompt, dict(variables), shape, check)
        if prompt in self._prompts:
            self.noted[key] = lambda: self._llm.ask(prompt, dict(variables), shape, check)
        self._later()

    def _later(self) -> NoReturn:
        raise LlmUnavailable("asked later")  # so the desk goes on by its rules


def _look(desk: Desk, noting: _Noting, articles: Sequence[Incoming], over: threading.Event) -> None:
    with tempfile.TemporaryDirectory(prefix="walkback-ahead-") as folder, open_ledger(Path(folder) / "ledger.db") as scrap:
        trial = Desk(scrap, desk.now, reader=LlmReader(noting), judge=LlmJudge(noting))
        for article in articles:
            if over.is_set():
                return
            store_article(scrap, article, desk.now())
            while trial.work():
                pass


def answer(questions: Sequence[Question], parallel: int, over: threading.Event, pause: float = PAUSE) -> None:
    """Put the questions, `parallel` at a time, and fewer once the server does not keep up.

    One that throttles or fails is left alone for as long as it says (else `pause` seconds, then twice that, ...), and
    asked again; when a question has been put `TRIES` times the rest is left to the run itself. Refusals and garbage
    are no reason to wait: they are for the run to deal with.
    """
    crew = _Crew(questions, parallel, over, pause)
    for worker in crew.workers:
        worker.start()
    for worker in crew.workers:
        while worker.is_alive():  # so that Ctrl-C is heard
            worker.join(0.2)


class _Crew:
    """Workers at one heap of questions; each is there with how often it is being put."""

    def __init__(self, questions: Sequence[Question], parallel: int, over: threading.Event, pause: float) -> None:
        self.left = deque((question, 1) for question in questions)
        self.over, self.pause = over, pause
        self.at_work = max(1, min(parallel, len(questions)))
        self.workers = [threading.Thread(target=self._work, daemon=True, name=f"ahead-{n}") for n in range(self.at_work)]
        self._lock = threading.Lock()
        self._gave_up = False

    def _work(self) -> None:
        while not (self.over.is_set() or self._gave_up):
            try:
                question, tries = self.left.popleft()
            except IndexError:
                return
            if not self._put(question, tries):
                return

    def _put(self, question: Question, tries: int) -> bool:
        """Ask; False when this worker is to end."""
        try:
            question()
        except BudgetSpent:
            self._gave_up = True
        except LlmUnavailable as error:
            if tries >= TRIES or error.outcome == LlmUnavailable.SETUP:
                self._gave_up = True
                return False
            self.left.appendleft((question, tries + 1))
            if error.outcome == "timeout" and self._may_leave():
                return False
            self.over.wait(min(error.retry_after or self.pause * 2 ** (tries - 1), LONGEST_PAUSE))
        except LlmError:
            pass
        return not self._gave_up

    def _may_leave(self) -> bool:
        """One worker less for a server that cannot keep up; never the last one."""
        with self._lock:
            if self.at_work < 2:
                return False
            self.at_work -= 1
            return True
