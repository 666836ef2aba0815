"""A small invented story on file, a clock that tests move, and a poster in front of the local workspace."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.corrections import Corrections
from bot.read.companies import key
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from bot.tell import alerts
from bot.tell.alerts import Change
from bot.tell.app import build_app, run_socket_mode
from bot.tell.calls import web_client
from bot.tell.poster import Poster
from bot.tell.tools import ByHand
from store.engine import Row, iso
from store.ledger import Ledger

START = datetime(2026, 3, 2, 7, 15, tzinfo=UTC)


class Moving:
    """A clock that stands still until a test moves it."""

    def __init__(self, at: datetime = START) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, **span: float) -> None:
        self.at += timedelta(**span)


class Story:
    """Writes articles, claims, answers and bearings as the desk would; `told` are the changes since the last look."""

    def __init__(self, ledger: Ledger, clock: Callable[[], datetime]) -> None:
        self.ledger, self.clock, self.told, self._n = ledger, clock, list[Change](), 0

    def company(self, name: str) -> int:
        return self.ledger.companies.resolve(name, key(name), self.clock())

    def article(self, outlet: str = "Harbour Wire", text: str = "", lang: str = "en", title: str = "", url: str = "") -> str:
        self._n += 1
        at = iso(self.clock())
        url = url or f"https://{outlet.lower().replace(' ', '')}.example/{self._n}"
        self.ledger.wire.add_article(
            {"id": f"a-{self._n}", "page": url, "url": url, "outlet": outlet, "lang": lang, "title": title or f"News {self._n}",
             "text": text, "text_hash": f"h{self._n}", "published": at, "first_seen": at, "state": "read"}
        )  # fmt: skip
        return f"a-{self._n}"

    def case(
        self,
        company: str = "Quillon Semiconductor",
        statement: str = "Quillon Semiconductor plans to sell its foundry",
        quote: str = "There is no truth in this report whatsoever.",
        kind: str = "flat_denial",
        **more: str,
    ) -> int:
        """A claim with an answer, in a case of its own; the response's id is "r-<case>"."""
        cid = self.company(company)
        article = self.article(outlet=more.get("outlet", "Harbour Wire"), lang=more.get("lang", "en"), url=more.get("url", ""))
        case_id = self.ledger.cases.open_case(statement, self.clock())
        claim = {"id": f"c-{case_id}", "company_id": cid, "company": company, "statement": statement, "origin": "Harbour Wire",
                 "sourcing": "anonymous", "source_count": 2, "span": more.get("span", "is weighing a sale of its foundry, two people said")}  # fmt: skip
        answer = {"id": f"r-{case_id}", "company_id": cid, "company": company, "speaker": more.get("speaker", "a spokesperson"), "kind": kind,
                  "quote": quote, "direct": 1}  # fmt: skip
        self.ledger.cases.save_reading(article, "offline-1", [claim], [answer], [(claim["id"], answer["id"])])
        self.ledger.cases.assign(case_id, [claim["id"]], [answer["id"]])
        self.ledger.cases.save_response(answer["id"], status="open")
        self.ledger.cases.set_companies(case_id, [(cid, "subject")])
        self.told.append(Change(case_id, "response", article, answer["id"], "", kind))
        return case_id

    def answer(self, case_id: int, company: str, kind: str = "no_comment", quote: str = "We do not comment on rumours.") -> str:
        """One more answer in a case."""
        cid, article = self.company(company), self.article("Morning Ledger")
        row = {"id": f"r-{article}", "company_id": cid, "company": company, "kind": kind, "quote": quote}
        self.ledger.cases.save_reading(article, "offline-1", [], [row], [])
        self.ledger.cases.assign(case_id, [], [row["id"]])
        self._bump(case_id)
        self.told.append(Change(case_id, "response", article, row["id"], "", kind))
        return row["id"]

    def bearing(
        self, case_id: int, verdict: str = "undercuts", status: str = "undercut", tier: int = 1, outlet: str = "Northgate Ledger",
        span: str = "Quillon said it has agreed to sell its foundry.", why: str = "The company announced it.", lang: str = "en",
    ) -> str:  # fmt: skip
        """A later article held against the case's denial; returns its id."""
        article, response = self.article(outlet, lang=lang), f"r-{case_id}"
        old = self.ledger.cases.responses([response])[0]["status"] or "open"
        self.ledger.cases.set_bearing(
            {"article_id": article, "response_id": response, "verdict": verdict, "tier": tier, "span": span, "why": why,
             "origin": outlet, "judge": "offline-1", "confidence": 0.9, "published": iso(self.clock()), "made": iso(self.clock())}
        )  # fmt: skip
        self.told.append(Change(case_id, "bearing", article, response, "no_bearing", verdict))
        self.status(case_id, status, article, old)
        return article

    def status(self, case_id: int, status: str, article: str = "", old: str = "") -> None:
        response = f"r-{case_id}"
        old = old or self.ledger.cases.responses([response])[0]["status"] or "open"
        self.ledger.cases.save_response(response, status=status)
        self.ledger.cases.set_case(case_id, status=status)
        self._bump(case_id)
        if old != status:
            self.told.append(Change(case_id, "status", article, response, old, status))

    def _bump(self, case_id: int) -> None:
        case = self.ledger.cases.case(case_id)
        assert case
        self.ledger.cases.bump(case_id, case["revision"], self.clock())

    def tell(self, live: bool = True) -> int:
        """Write what happened since into the outbox."""
        told, self.told = self.told, []
        with self.ledger.db.transaction():
            return alerts.write(self.ledger, told, self.clock(), live)

    def view(self, case_id: int) -> Row:
        found = self.ledger.cases.view(case_id)
        assert found
        return found


@pytest.fixture
def clock() -> Moving:
    return Moving()


@pytest.fixture
def story(ledger: Ledger, clock: Moving) -> Story:
    return Story(ledger, clock)




@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A workspace of its own for each test; Slack's rates are off unless a test turns them on."""
    with Sandbox(rates=False) as made:
        yield made


@pytest.fixture
def settings(sandbox: Sandbox) -> Settings:
    return Settings(
        slack_bot_token=sandbox.bot_token, slack_app_token=sandbox.app_token, slack_api_url=sandbox.url,
        slack_timeout=3.0, post_apart=0.0, post_seconds=0.1, post_margin=5.0,
    )  # fmt: skip


class Desk:
    """A story, a poster and the workspace it posts to."""

    def __init__(self, story: Story, sandbox: Sandbox, settings: Settings, clock: Moving) -> None:
        self.story, self.ledger, self.sandbox, self.settings, self.clock = story, story.ledger, sandbox, settings, clock
        self.team = sandbox.default.team_id
        self.room = sandbox.channel_id("newsroom")
        self.client: WebClient = web_client(settings)
        self.poster = Poster(self.ledger, lambda team: self.client, settings, clock)

    def follow(self, company: str = "", channel: str = "") -> None:
        cid = self.story.company(company) if company else 0
        by = self.sandbox.user_id("ben")
        self.ledger.outbox.subscribe(self.team, channel or self.room, cid, by, self.clock())

    def post(self, ticks: int = 12) -> int:
        """Tell what happened, then tick until nothing more comes."""
        self.story.tell()
        total = 0
        for _ in range(ticks):
            done = self.poster.tick()
            self.clock.pass_(seconds=2)
            total += done
            if not done and not self.ledger.outbox.due_alerts(self.clock()):
                break
        return total

    def roots(self, channel: str = "newsroom") -> list[Row]:
        return self.sandbox.messages(channel)

    def replies(self, root: Row, channel: str = "newsroom") -> list[Row]:
        return self.sandbox.replies(channel, root["ts"])

    def states(self) -> dict[str, int]:
        return self.ledger.outbox.states()

    def with_settings(self, **changes: object) -> None:
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]
        self.poster = Poster(self.ledger, lambda team: self.client, self.settings, self.clock)


@pytest.fixture
def desk(story: Story, sandbox: Sandbox, settings: Settings, clock: Moving) -> Desk:
    return Desk(story, sandbox, settings, clock)


class Running(Desk):
    """A desk whose app is connected; `entered` are the pairs that people put in by hand."""

    entered: list[ByHand]
    woken: int = 0


@pytest.fixture
def live(desk: Desk) -> Iterator[Running]:
    desk.__class__ = Running
    assert isinstance(desk, Running)
    desk.entered = []

    def woken() -> None:
        desk.woken += 1

    def by_hand(made: ByHand) -> int:
        if "refuse" in made.claim:
            raise ValueError("That very answer is on file already, as case 7.")
        if "crash" in made.claim:
            raise RuntimeError("secret path /etc/x")
        desk.entered.append(made)
        return 41

    app = build_app(desk.ledger, desk.settings, poster_wake=woken, now=desk.clock, add_by_hand=by_hand,
                    corrections=Corrections(desk.ledger, desk.clock))  # fmt: skip
    handler = run_socket_mode(app, desk.settings)
    desk.sandbox.wait_connected()
    yield desk
    ended(handler)


def ended(handler: Any) -> None:
    """Close the connection without waiting for the client's threads to notice (seconds)."""
    threading.Thread(target=handler.close, daemon=True).start()
