"""walkback replay, export, digest and doctor, on real files and ledgers."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import service
from bot.commands import common
from bot.commands import ledger as command
from bot.desk import Desk
from bot.read.offline import OfflineReader
from bot.sandbox.server import Sandbox
from store.engine import iso
from store.ledger import Ledger, open_ledger
from tests.commandline import Walkback, process, started, walkback_in
from tests.scripted import START, ScriptedReader, article

BODY = (
    "Quarrow Mills plans to close its flour mill at Ardmoor and cut 340 jobs there, two people familiar with the matter "
    "told Harbour Wire on Monday.\n\n“There is no plan to close Ardmoor,” a spokesperson for Quarrow Mills said.\n\n"
    "The mill is 120 years old."
)
LINE = {"url": "https://harbour.example/mill", "published": "2026-03-02T07:15:00Z", "title": "Mill", "outlet": "Harbour Wire", "text": BODY}


@pytest.fixture
def walkback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Walkback:
    return walkback_in(tmp_path, monkeypatch, capsys)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(rates=False) as running:
        yield running


def lines(folder: Path, count: int = 3) -> Path:
    """A file of articles about unrelated sales, and one denial."""
    rows = [LINE] + [
        {"url": f"https://harbour.example/{n}", "published": f"2026-03-{n % 27 + 1:02}T10:00:00Z", "outlet": "Harbour Wire",
         "title": f"Sales {n}", "text": f"Firm number {n} of Ardmoor sold {n * 37 + 11} sacks of flour to bakers in {n % 7} towns. Its owner was glad of it."}
        for n in range(1, count)
    ]  # fmt: skip
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    return path


def scripted(monkeypatch: pytest.MonkeyPatch) -> ScriptedReader:
    """Let commands read by script: what the reader finds is not what these tests are about."""
    reader = ScriptedReader()

    class Reads(ScriptedReader):
        def read(self, doc):  # type: ignore[no-untyped-def]
            row = {"url": doc.url, "text": doc.text}
            reader.expect(
                row, [("Quarrow Mills", "Quarrow Mills plans to close its flour mill at Ardmoor and cut 340 jobs there")],
                [("Quarrow Mills", "There is no plan to close Ardmoor,", "flat_denial", (0,))],
            )  # fmt: skip
            return reader.read(doc)

    def build(ledger: Ledger, settings: object, which: str = "") -> Desk:
        from bot.clock import utc_now

        return Desk(ledger, utc_now, reader=Reads())

    monkeypatch.setattr(service, "build_desk", build)
    return reader


# replay --------------------------------------------------------------------------------------------------------


def test_replaying_twice_adds_nothing(walkback: Walkback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scripted(monkeypatch)
    path = lines(tmp_path)
    first = walkback("replay", path)
    assert first.code == 0, first
    assert first.out.startswith("3 articles read, 3 new, 2 alerts recorded\narticles 3, denials 1, cases 1, ")
    exported = walkback("export").out
    again = walkback("replay", path)
    assert again.out.startswith("3 articles read, 0 new, 0 alerts recorded\n")
    assert walkback("export").out == exported


def test_a_body_gets_what_it_lacks_from_the_options(walkback: Walkback, tmp_path: Path) -> None:
    (tmp_path / "mill.txt").write_text(BODY, "utf-8")
    done = walkback(
        "replay", "mill.txt", "--published", "2024-09-30T15:00:00Z", "--outlet", "Quartz", "--url", "https://q.example/m", "--lang", "en",
        "--reader", "offline",
    )  # fmt: skip
    assert done.code == 0, done
    (row,) = [r for r in map(json.loads, walkback("export").out.splitlines()) if r["type"] == "article"]
    assert (row["published"], row["outlet"], row["url"], row["lang"]) == ("2024-09-30T15:00:00Z", "Quartz", "https://q.example/m", "en")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.json", None, "no such file"),
        ("bad.json", "{", "is not JSON"),
        ("none.json", '{"episode": 1}', "has no text"),
        ("empty.txt", "", "is empty"),
        ("latin.txt", b"caf\xe9 \xff", "not UTF-8"),
        ("picture.png", b"\x89PNG", "not a kind of file"),
        ("odd\x1b[31m.txt", "", "odd?[31m.txt"),
        ("undated.jsonl", '{"url": "https://a.example/x", "text": "Words."}', "has no date"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(
    walkback: Walkback, tmp_path: Path, name: str, content: str | bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    line = walkback("replay", name).line
    assert "nothing to replay" in line
    assert said in line


def test_bad_files_stop_nothing_else_and_are_kept_for_the_admin(walkback: Walkback, tmp_path: Path) -> None:
    lines(tmp_path)
    for number in range(command.SHOWN + 4):
        (tmp_path / f"bad{number}.json").write_text("{")
    done = walkback("replay", tmp_path, "--reader", "offline")
    assert done.code == 0
    assert done.out.startswith("3 articles read, 3 new")
    assert done.err.count("is not JSON") == command.SHOWN
    assert "and 4 more such problems" in done.err
    with open_ledger(tmp_path / "walkback.db") as ledger:
        assert sum(p["room"] == "replay" for p in ledger.wire.problems(200)) == command.SHOWN + 4
    line = walkback("replay", *sorted(tmp_path.glob("bad1*.json"))).line
    assert line.endswith("(and 10 more)")


def test_llm_needs_one_that_is_configured(walkback: Walkback, tmp_path: Path) -> None:
    line = walkback("replay", lines(tmp_path), "--reader", "llm").line
    assert "OPENAI_API_KEY is not set" in line
    assert "--reader offline" in line


def test_a_model_that_is_down_is_said_and_the_offline_reader_goes_on(
    walkback: Walkback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_TIMEOUT", "2")
    done = walkback("replay", lines(tmp_path, 1), "--reader", "llm")
    assert done.code == 0, done
    assert "the offline reader goes on" in done.err
    assert "Traceback" not in done.err


def test_an_article_that_cannot_be_worked_through_is_told(
    walkback: Walkback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Falls(OfflineReader):
        def read(self, doc):  # type: ignore[no-untyped-def]
            raise ZeroDivisionError("a mistake of ours")

    monkeypatch.setattr(service, "build_desk", lambda ledger, *_: Desk(ledger, __import__("bot.clock").clock.utc_now, reader=Falls()))
    done = walkback("replay", lines(tmp_path))
    assert done.code == 1
    assert "1 articles could not be worked through" in done.err
    assert "Traceback" not in done.err
    assert "ZeroDivisionError" in (tmp_path / "walkback.log").read_text()
    assert done.out.startswith("3 articles read, 3 new")
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    assert walkback("replay", tmp_path / "articles.jsonl", "--reader", "offline").code == 0
    with open_ledger(tmp_path / "walkback.db") as ledger:
        assert ledger.wire.waiting() == 0


def test_ctrl_c_finishes_the_article_at_hand_and_the_rest_comes_later(
    walkback: Walkback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lines(tmp_path, 6)
    real = Desk.work

    def work(self: Desk, limit: int = 20, holder: str = "") -> list[object]:
        done = real(self, limit, holder)
        if done:
            os.kill(os.getpid(), signal.SIGINT)
        return done  # type: ignore[return-value]

    monkeypatch.setattr(Desk, "work", work)
    stopped = walkback("replay", path, "--reader", "offline")
    assert stopped.code == 130
    assert stopped.err == "walkback: stopped: what was read is on file, and the same command goes on with the rest\n"
    assert stopped.out.startswith("1 of 6 articles read, 1 new")
    monkeypatch.setattr(Desk, "work", real)
    assert walkback("replay", path, "--reader", "offline").out.startswith("6 articles read, 5 new")
    whole = walkback("export").out
    assert walkback("replay", path, "--reader", "offline", "--db", "whole.db").code == 0
    assert [strip(r) for r in walkback("export", "--db", "whole.db").out.splitlines()] == [strip(r) for r in whole.splitlines()]


def strip(line: str) -> dict[str, object]:
    """A row without the moments at which we did things."""
    return {k: v for k, v in json.loads(line).items() if k not in ("first_seen", "made", "opened", "updated", "created", "read_at")}


def test_a_second_ctrl_c_leaves_the_article_for_the_next_time(
    walkback: Walkback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lines(tmp_path, 2)

    def handle(self: Desk, article_id: str, token: int | None = None) -> None:
        for _ in range(2):
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0)

    monkeypatch.setattr(Desk, "handle", handle)
    assert walkback("replay", path, "--reader", "offline").code == 130
    with open_ledger(tmp_path / "walkback.db") as ledger:
        assert ledger.db.query("SELECT 1 FROM articles WHERE lease_until IS NOT NULL") == []
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    assert walkback("replay", path, "--reader", "offline").code == 0
    with open_ledger(tmp_path / "walkback.db") as ledger:
        assert ledger.wire.waiting() == 0


def test_a_process_that_is_killed_in_a_replay_is_followed_by_one_that_goes_on(tmp_path: Path) -> None:
    path = lines(tmp_path, 400)
    running = started(tmp_path, "replay", path, "--reader", "offline")
    db = tmp_path / "walkback.db"
    until = time.monotonic() + 30
    while time.monotonic() < until:  # another process's work: there is no event to wait for
        if db.exists():
            with open_ledger(db) as ledger:
                if sum(ledger.wire.counts().values()) > 5:
                    break
        time.sleep(0.05)
    running.send_signal(signal.SIGTERM)
    said, _ = running.communicate(timeout=180)
    assert running.returncode == 130, said
    assert "Traceback" not in said
    assert "the same command goes on" in said
    rest = process(tmp_path, "replay", path, "--reader", "offline")
    assert rest.code == 0, rest
    with open_ledger(db) as ledger:
        assert sum(ledger.wire.counts().values()) == 400
        assert ledger.wire.waiting() == 0


def test_without_tokens_posting_waits_for_the_next_run(
    walkback: Walkback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripted(monkeypatch)
    subscribed(tmp_path)
    done = walkback("replay", lines(tmp_path), "--post")
    assert "2 alerts to post" in done.out
    assert "2 messages wait in the outbox; the next `walkback run` posts them (SLACK_BOT_TOKEN is not set)" in done.out
    again = walkback("replay", tmp_path / "articles.jsonl", "--post")
    assert "nothing to post" in again.out


def subscribed(folder: Path, channel: str = "C1", team: str = "T1") -> None:
    with open_ledger(folder / "walkback.db") as ledger:
        ledger.outbox.subscribe(team, channel, 0, "U1", START)


def slack(monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox) -> None:
    for name, value in (
        ("SLACK_BOT_TOKEN", sandbox.bot_token), ("SLACK_APP_TOKEN", sandbox.app_token), ("SLACK_API_URL", sandbox.url),
        ("WALKBACK_POST_APART", "0.05"),
    ):  # fmt: skip
        monkeypatch.setenv(name, value)


def place(sandbox: Sandbox) -> tuple[str, str]:
    """(team, channel id) of #newsroom."""
    return next(iter(sandbox.state.workspaces)), sandbox.channel_id("newsroom")


def test_with_tokens_it_is_posted(walkback: Walkback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox) -> None:
    scripted(monkeypatch)
    slack(monkeypatch, sandbox)
    team, channel = place(sandbox)
    subscribed(tmp_path, channel, team)
    done = walkback("replay", lines(tmp_path), "--post")
    assert done.code == 0, done
    assert done.out.endswith("posted\n")
    assert any("Quarrow Mills" in str(m.get("text")) for m in sandbox.messages("newsroom"))


def test_a_running_service_posts_it(walkback: Walkback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox) -> None:
    scripted(monkeypatch)
    slack(monkeypatch, sandbox)
    subscribed(tmp_path)
    with service.only_one(str(tmp_path / "walkback.db")):
        assert "the walkback that runs on this ledger posts them" in walkback("replay", lines(tmp_path), "--post").out
    assert sandbox.messages("newsroom") == []


def test_slack_that_is_down_keeps_it_waiting(walkback: Walkback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox) -> None:
    scripted(monkeypatch)
    slack(monkeypatch, sandbox)
    monkeypatch.setenv("SLACK_API_URL", "http://127.0.0.1:9/api/")
    subscribed(tmp_path)
    assert "2 messages still wait in the outbox" in walkback("replay", lines(tmp_path), "--post").out


def test_a_token_that_slack_refuses_is_named(walkback: Walkback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox) -> None:
    scripted(monkeypatch)
    slack(monkeypatch, sandbox)
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-of-somebody-else")
    subscribed(tmp_path)
    assert "SLACK_BOT_TOKEN" in walkback("replay", lines(tmp_path), "--post").line


# export, digest, doctor ------------------------------------------------------------------------------------------


@pytest.fixture
def told(walkback: Walkback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walkback:
    scripted(monkeypatch)
    assert walkback("replay", lines(tmp_path)).code == 0
    return walkback


def test_export_is_json_lines_in_utf8(told: Walkback, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in told("export").out.splitlines()]
    assert {r["type"] for r in rows} == {"article", "claim", "response", "pair", "case", "alert"}
    raw = process(tmp_path, "export", PYTHONIOENCODING="latin-1")
    assert raw.code == 0
    assert "“" not in raw.err
    assert len(raw.out.splitlines()) == len(rows)


def test_export_for_people(told: Walkback) -> None:
    shown = told("export", "--csv").out
    (row,) = list(csv.DictReader(io.StringIO(shown, newline="")))
    assert row["company"] == "Quarrow Mills"
    assert row["quote"] == "There is no plan to close Ardmoor,"


def test_export_of_one_case(told: Walkback) -> None:
    page = told("export", "--case", "1").out
    assert page.startswith("# Case 1: ")
    assert "There is no plan to close Ardmoor," in page
    assert "no case 99" in told("export", "--case", "99").line


def test_the_digest_is_printed_or_posted(told: Walkback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox) -> None:
    assert told("digest").out.strip()
    assert "/denials subscribe" in told("digest", "--now").line
    team, channel = place(sandbox)
    subscribed(tmp_path, channel, team)
    assert "1 messages wait in the outbox" in told("digest", "--now").out
    slack(monkeypatch, sandbox)
    time.sleep(1.0 - time.time() % 1.0)  # one digest a second and channel
    assert told("digest", "--now").out == "posted\n"
    assert sandbox.messages("newsroom")


def test_the_doctor_names_what_is_wrong(walkback: Walkback, tmp_path: Path) -> None:
    walkback("companies", "add", "Brask Motors")
    shown = walkback("doctor")
    assert "things to fix, see above" in shown.line
    assert "fix Slack bot token: SLACK_BOT_TOKEN is not set" in shown.out
    assert "ok  database: " in shown.out


def test_the_doctor_is_content(walkback: Walkback, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox) -> None:
    slack(monkeypatch, sandbox)
    walkback("feeds", "starter")
    shown = walkback("doctor")
    assert (shown.code, shown.err) == (0, ""), shown


def test_the_sum_names_stale_only_where_there_is_some(ledger: Ledger) -> None:
    assert ledger.summary() == (
        "articles 0, denials 0, cases 0, undercut 0, partly_undercut 0, contested 0, upheld 0, overtaken 0, open 0, alerts 0"
    )


def test_long_work_shows_how_far_it_is(walkback: Walkback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from rich.console import Console

    monkeypatch.setattr(common, "err", Console(stderr=True, force_terminal=True, width=100))
    done = walkback("replay", lines(tmp_path, common.LONG), "--reader", "offline")
    assert done.code == 0
    assert "reading" in done.err


def test_what_a_dead_process_leased_is_free_again(ledger: Ledger) -> None:
    row = article(ledger, "x", BODY)
    ledger.wire.save_article(row["id"], lease_until=iso(START))
    assert ledger.wire.free_articles() == 1
    assert (ledger.wire.article(row["id"]) or {})["lease_until"] is None
    assert ledger.wire.free_articles() == 0
