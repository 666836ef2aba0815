"""`walkback reread`: what the offline reader read while the model was away is read again, in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

import bot.sandbox
from store.ledger import open_ledger
from tests.commandline import Walkback, walkback_in
from tests.fakes import openai_server as fake
from tests.fakes.editors import Editors
from tests.fakes.openai_server import OpenAIServer

WIRE = Path(bot.sandbox.__file__).parent / "wire"
EPISODE = WIRE / "lanqiao-chongdianqi.json"
SINCE = ("--since", "2020-01-01")


@pytest.fixture
def walkback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Walkback:
    return walkback_in(tmp_path, monkeypatch, capsys)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, walkback: Walkback):  # type: ignore[no-untyped-def]
    with OpenAIServer(Editors(WIRE)) as server:
        for name, value in server.environ().items():
            monkeypatch.setenv(name, value)
        yield server


def readers() -> set[str]:
    with open_ledger("walkback.db") as ledger:
        rows = ledger.db.query("SELECT DISTINCT reader FROM articles WHERE state = 'read'")
        assert {r["reader"] for r in ledger.db.query("SELECT reader FROM responses")} <= {r["reader"] for r in rows}
        return {row["reader"] for row in rows}


def on_file(db: str = "walkback.db") -> dict[str, object]:
    with open_ledger(db) as ledger:
        return {
            "responses": ledger.db.query("SELECT quote, kind, status FROM responses ORDER BY article_id, quote_start, company"),
            "claims": ledger.db.query("SELECT span, statement FROM claims ORDER BY article_id, span_start"),
            "bearings": ledger.db.query("SELECT article_id, verdict, tier, judge FROM bearings ORDER BY article_id, verdict"),
            "cases": ledger.cases.counts()["cases"],
        }


def test_the_ledger_ends_as_if_the_model_had_read_it_all(walkback: Walkback, server: OpenAIServer) -> None:
    assert walkback("replay", EPISODE, "--reader", "offline").code == 0
    assert readers() == {"offline-2"}
    with open_ledger("walkback.db") as ledger:
        ids = {r["id"] for r in ledger.db.query("SELECT id FROM responses")}
    done = walkback("reread", *SINCE)
    assert done.code == 0, done
    assert "articles were read again with llm:gpt-6-luna" in done.out
    assert readers() == {"llm:gpt-6-luna"}
    with open_ledger("walkback.db") as ledger:
        assert {r["id"] for r in ledger.db.query("SELECT id FROM responses")} & ids  # in its place, not beside it
    assert walkback("replay", EPISODE, "--db", "anew.db").code == 0
    after = on_file()
    assert after == on_file("anew.db")
    asked = len(server.requests)
    again = walkback("reread", *SINCE)
    assert (again.code, again.out) == (0, "nothing was read since 2020-01-01 but with the llm reader\n")
    assert (len(server.requests), on_file()) == (asked, after)


def test_a_model_that_is_away_is_told_in_one_line(walkback: Walkback, server: OpenAIServer, monkeypatch) -> None:
    monkeypatch.setattr("bot.llm.client.RETRIES", 0)
    walkback("replay", EPISODE, "--reader", "offline")
    before = on_file()
    server.oracle = lambda messages: fake.error(503)
    ended = walkback("reread", *SINCE)
    assert ended.code == 1
    assert "articles are as they were: " in ended.err
    assert server.url in ended.err
    assert readers() == {"offline-2"}
    assert on_file() == before


def test_while_the_model_is_away_the_offline_reader_goes_on_and_is_named(walkback: Walkback, server: OpenAIServer, monkeypatch) -> None:
    monkeypatch.setattr("bot.llm.client.RETRIES", 0)
    server.oracle = lambda messages: fake.refusal()
    ended = walkback("replay", EPISODE)
    assert "the offline reader goes on" in ended.err
    assert readers() == {"offline-2"}
    with open_ledger("walkback.db") as ledger:
        (told,) = [p for p in ledger.wire.problems() if p["room"] == "read"]
    assert server.url in told["message"]
    assert told["times"] >= 2  # one line, however many articles


def test_back_to_the_offline_reader(walkback: Walkback, server: OpenAIServer) -> None:
    walkback("replay", EPISODE)
    assert readers() == {"llm:gpt-6-luna"}
    assert walkback("reread", *SINCE, "--reader", "offline").code == 0
    assert readers() == {"offline-2"}


@pytest.mark.parametrize(
    ("args", "named", "fix"),
    [
        (("--since", "soon"), "--since soon", "2026-03-02"),
        ((*SINCE, "--reader", "magic"), "--reader magic", "use offline or llm"),
        ((), "--since", "--help"),
    ],
)
def test_bad_input_is_one_line(walkback: Walkback, args: tuple[str, ...], named: str, fix: str) -> None:
    ended = walkback("reread", *args)
    assert named in ended.line
    assert fix in ended.line


def test_without_a_model_or_a_ledger(walkback: Walkback) -> None:
    assert "there is no ledger" in walkback("reread", *SINCE).line
    walkback("replay", EPISODE)
    assert "OPENAI_API_KEY is not set" in walkback("reread", *SINCE).line
