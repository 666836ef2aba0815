"""What is logged, in which form, and what never is."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.commands import logs
from bot.settings import Settings
from store.ledger import Ledger
from store.redact import SHOWN, learn, redact
from tests.commandline import process

TOKEN, KEY = "xoxb-1234567890-abcdefghij", "sk-proj-abcdefghijklmnop"


@pytest.fixture
def lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[object]:
    """Log something in a form; the lines on stderr and in the file."""
    log = logging.getLogger("bot.test")

    def write(form: str, **settings: object) -> tuple[list[str], list[str]]:
        logs.begin(Settings(db=str(tmp_path / "w.db"), log_format=form, **settings), service=True)  # type: ignore[arg-type]
        capsys.readouterr()
        log.info("case %s: %s", 12, "undercut", extra={"case": 12, "channel": "C1"})
        try:
            raise ValueError(f"refused {TOKEN}")
        except ValueError:
            log.exception("posting with %s", "s3cr3t-signing")
        return capsys.readouterr().err.splitlines(), (tmp_path / "w.log").read_text("utf-8").splitlines()

    yield write
    root = logging.getLogger()
    for handler in [h for h in root.handlers if getattr(h, "walkbacks", False)]:
        root.removeHandler(handler)
        handler.close()


def test_json_a_record_a_line(lines) -> None:
    shown, kept = lines("json", slack_signing_secret="s3cr3t-signing")
    first, second = (json.loads(line) for line in shown)
    assert (first["event"], first["level"], first["logger"], first["thread_name"]) == ("case 12: undercut", "info", "bot.test", "MainThread")
    assert (first["case"], first["channel"]) == (12, "C1")
    assert first["timestamp"].endswith("Z")
    assert second["event"] == f"posting with {SHOWN}"
    assert f"ValueError: refused {SHOWN}" in second["exception"]
    assert [json.loads(line)["level"] for line in kept] == ["error"]


def test_an_event_has_a_name_of_its_own_and_its_line_beside(lines, capsys: pytest.CaptureFixture[str]) -> None:
    lines("json")
    log = logging.getLogger("bot.test")
    try:
        raise ValueError(f"refused\n{KEY}\n{TOKEN}")
    except ValueError:
        log.exception("article %s", "https://a.example", extra={"event": "article failed", "article": "a-1", "feed": 3})
    (record,) = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert {k: record[k] for k in ("event", "article", "feed", "message", "level")} == {
        "event": "article failed", "article": "a-1", "feed": 3, "message": "article https://a.example", "level": "error",
    }  # fmt: skip
    assert record["error"] == f"ValueError: refused\n{SHOWN}\n{SHOWN}"
    assert "Traceback" in record["exception"]


def test_logfmt_a_record_a_line(lines) -> None:
    shown, kept = lines("LOGFMT")
    assert len(shown) == 2
    assert 'level=info logger=bot.test event="case 12: undercut" case=12 channel=C1' in shown[0]
    assert "ValueError: refused [secret]" in shown[1]
    assert len(kept) == 1


def test_lines_for_people_without_traces_and_secrets(lines) -> None:
    shown, kept = lines("", slack_signing_secret="s3cr3t-signing")
    assert [line.split(" ", 2)[2] for line in shown] == [
        "INFO case 12: undercut", f"ERROR posting with {SHOWN} (ValueError: refused {SHOWN})",
    ]  # fmt: skip
    assert any("Traceback" in line for line in kept), "the trace is in the file"
    assert TOKEN not in "\n".join(kept)


@pytest.mark.parametrize(
    "secret",
    [TOKEN, "xoxe.xoxp-1-Mi0yLTEyMzQ1Njc4OTA", "xapp-1-A0123-456-abcdef", "sk-proj-abcdefghijklmnop", "https://ana:pa55word@feeds.example/rss"],
)
def test_tokens_are_known_by_their_form(secret: str) -> None:
    told = redact(f"calling with {secret}, again")
    assert secret.split("//")[-1].split("@")[0] not in told
    assert told.startswith("calling with ")
    assert told.endswith(", again")


def test_other_words_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.redact._known", set())
    learn(("no", "", "hunter22"))
    line = "case 12: Quillon (T1) said 'no'; https://harbour.example/a:b@c sk-1 xoxb"
    assert redact(line) == line
    assert redact("the key hunter22 is") == f"the key {SHOWN} is"


def test_an_unforeseen_error_tells_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    logs.begin(Settings(db=str(tmp_path / "w.db"), openai_api_key="hunter22"))
    told = logs.crashed(RuntimeError(f"with {TOKEN} and hunter22"))
    for text in (told, (tmp_path / "w.log").read_text("utf-8")):
        assert TOKEN not in text
        assert "hunter22" not in text
        assert SHOWN in text


def test_what_is_kept_for_an_admin_tells_no_secret(ledger: Ledger, now: datetime) -> None:
    ledger.wire.problem("tell", f"https://ana:{TOKEN}@feeds.example", f"refused {TOKEN}", now)
    ledger.wire.add_article({"id": "a", "page": "p", "url": "p", "text_hash": "t", "published": now, "first_seen": now})
    ledger.wire.save_article("a", error=f"refused {TOKEN}")
    kept = str(ledger.wire.problems()) + str(ledger.wire.article("a"))
    assert TOKEN not in kept
    assert kept.count(SHOWN) == 3


def test_an_unknown_format_is_named(tmp_path: Path) -> None:
    assert "WALKBACK_LOG_FORMAT='xml' is not a format" in process(tmp_path, "doctor", WALKBACK_LOG_FORMAT="xml").line


def test_what_the_extractor_says_of_a_broken_page_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "broken.html").write_bytes(b"\x00\x07\x81nothing\x02 here")
    done = process(tmp_path, "replay", "broken.html")
    assert len(done.err.splitlines()) == 1
    assert "broken.html: no article was found on this page" in done.err
