"""What a user sees of a command line that is wrong, asks for help, is cut short, or meets an error of ours."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot import cli
from bot.commands import common, logs
from bot.settings import Settings
from store.ledger import Ledger, open_ledger
from tests.commandline import Walkback, environ, process, walkback_in
from tests.scripted import article

COMMANDS = [
    (), ("demo",), ("run",), ("sandbox",), ("replay",), ("reread",), ("export",), ("record",), ("digest",), ("doctor",),
    ("work",), ("migrate-to",),
    ("manifest",), ("key",), ("backup",), ("restore",), ("check",), ("audit",),
    *[("feeds", name) for name in ("", "add", "list", "remove", "import", "export", "starter")],
    *[("companies", name) for name in ("", "list", "add", "alias", "merge", "split", "parent", "import")],
    *[("eval", name) for name in ("", "wire", "emergent", "fnc1", "copies", "screen", "runs")],
]  # fmt: skip
ON_A_LEDGER = [c for c in COMMANDS if c and c[-1] not in ("sandbox", "manifest", "key", "") and c[0] != "eval"]


@pytest.fixture
def walkback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Walkback:
    return walkback_in(tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_teaches_by_example(walkback: Walkback, command: tuple[str, ...]) -> None:
    shown = walkback(*[c for c in command if c], "--help")
    assert shown.code == 0
    assert shown.err == ""
    name = " ".join(("walkback", *command)).strip()
    examples = shown.out.split("Usage:", 1)[1].split("\n", 1)[1]
    assert f"\n    {name}" in examples, shown.out


@pytest.mark.parametrize("command", ON_A_LEDGER, ids=" ".join)
def test_every_command_that_touches_the_ledger_takes_db(walkback: Walkback, command: tuple[str, ...]) -> None:
    named = "--db FILE" if command == ("demo",) else "--db,--database FILE"
    assert named in walkback(*command, "--help").out.replace(", ", ",")


@pytest.mark.parametrize("group", [(), ("feeds",), ("companies",), ("eval",)])
def test_a_group_alone_shows_its_help(walkback: Walkback, group: tuple[str, ...]) -> None:
    shown = walkback(*group)
    assert (shown.code, shown.err) == (0, "")
    assert "Usage: " + " ".join(("walkback", *group)) in shown.out


@pytest.mark.parametrize(
    ("args", "named", "fix"),
    [
        (("frobnicate",), "'frobnicate'", "there are demo, run, work, migrate-to, sandbox, manifest, key, replay"),
        (("repaly",), "'repaly'", "Did you mean 'replay'"),
        (("feeds", "subscribe"), "'subscribe'", "there are add, list, remove"),
        (("replay",), "'PATH'", "see: walkback replay --help"),
        (("companies", "merge", "One"), "'INTO'", "see: walkback companies merge --help"),
        (("replay", "x.txt", "--publised", "2026"), "--publised", "see: walkback replay --help"),
        (("export", "--case", "twelve"), "'--case'", "see: walkback export --help"),
        (("export", "--case"), "--case", "see: walkback export --help"),
        (("demo", "--port", "70000"), "'--port'", "65535"),
        (("export", "surplus"), "surplus", "see: walkback export --help"),
        (("export", "--csv", "--case", "1"), "--csv and --case", "leave one out"),
        (("export", "--db", ""), "--db is empty", "walkback.db"),
        (("replay", "x.txt", "--reader", "oracle"), "--reader oracle", "offline or llm"),
        (("replay", "x.txt", "--published", "yesterday"), "--published yesterday", "2024-09-30T15:00:00Z"),
        (("feeds", "add", "https://a.example/", "--kind", "blog"), "--kind blog", "press, company"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_wrong_command_line_is_told_in_one_line(walkback: Walkback, args: tuple[str, ...], named: str, fix: str) -> None:
    line = walkback(*args).line
    assert line.startswith("walkback: ")
    assert named in line
    assert fix in line


def test_the_process_says_the_same(tmp_path: Path) -> None:
    wrong = process(tmp_path, "exprot")
    assert wrong.code == 2
    assert wrong.line == "walkback: no such command 'exprot'. Did you mean 'export'?; see: walkback --help"
    assert process(tmp_path, "--version").out.startswith("walkback ")


@pytest.mark.parametrize(
    "command",
    [("export",), ("record", "One"), ("digest",), ("check",), ("audit",), ("backup", "copy.db"), ("feeds", "list"), ("feeds", "export"), ("feeds", "remove", "https://a.example/"),
     ("companies", "list"), ("companies", "alias", "One", "Two"), ("companies", "merge", "One", "Two"),
     ("companies", "split", "One"), ("companies", "parent", "One", "Two")],
    ids=" ".join,
)  # fmt: skip
def test_looking_makes_no_ledger_of_a_mistyped_name(walkback: Walkback, tmp_path: Path, command: tuple[str, ...]) -> None:
    line = walkback(*command, "--db", tmp_path / "tpyo.db").line
    assert "tpyo.db" in line
    assert "check --db" in line
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("folder", None, "is a folder"), ("text.db", b"not a database at all, but rather long\n" * 99, "not a database")],
)
def test_what_is_no_ledger_is_named(walkback: Walkback, tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    path = tmp_path / name
    path.mkdir() if content is None else path.write_bytes(content)
    line = walkback("export", "--db", path).line
    assert said in line
    assert name in line
    assert content is None or path.read_bytes() == content


def test_a_server_that_is_not_there_is_named_without_its_password(walkback: Walkback) -> None:
    line = walkback("feeds", "list", "--database", "postgresql://ann:hush@127.0.0.1:1/x").line
    assert "@127.0.0.1:1/x cannot be reached" in line
    assert "hush" not in line


@pytest.mark.parametrize(
    ("name", "value"), [("WALKBACK_POLL_SECONDS", "often"), ("WALKBACK_LOG_LEVEL", "LOUD"), ("WALKBACK_ALLOW_PRIVATE", "maybe")]
)
def test_a_bad_setting_is_named(walkback: Walkback, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    line = walkback("feeds", "starter").line
    assert name in line
    assert value in line


def many(folder: Path) -> Path:
    path = folder / "many.db"
    with open_ledger(path) as ledger, ledger.db.transaction():
        for number in range(2000):
            article(ledger, f"n{number}", f"Quarrow Mills sold {number} sacks of flour.")
            ledger.companies.resolve(f"Mill {number}", f"mill {number}", ledger_now())
    return path


def ledger_now() -> object:
    from bot.clock import utc_now

    return utc_now()


@pytest.mark.parametrize("command", [("export",), ("companies", "list")], ids=" ".join)
def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = many(tmp_path)
    writer = subprocess.Popen(
        [sys.executable, "-m", "bot", *command, "--db", str(path)],
        cwd=tmp_path, env=environ(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert writer.stdout is not None
    assert writer.stdout.readline()
    writer.stdout.close()
    assert writer.stderr is not None
    assert writer.stderr.read() == b""
    assert writer.wait(180) == 0


def test_a_pipe_that_breaks_here_is_no_error(walkback: Walkback, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(cli, "app", broken)
    monkeypatch.setattr(os, "dup2", lambda *_: None)  # the test's own output stays where it is
    assert walkback("export").code == 0


class Broken:
    """A room with a mistake of ours in it."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __call__(self, *_: object, **__: object) -> Ledger:
        raise self.error


def test_an_error_of_ours_is_one_line_and_a_trace_in_the_log(
    walkback: Walkback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(common, "open_ledger", Broken(KeyError("no such\nkey")))
    line = walkback("feeds", "starter").line
    assert "KeyError" in line
    assert str(tmp_path / "walkback.log") in line
    kept = (tmp_path / "walkback.log").read_text("utf-8")
    assert "Traceback" in kept
    assert "feeds" not in line


def test_debug_shows_the_trace(walkback: Walkback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WALKBACK_LOG_LEVEL", "DEBUG")
    monkeypatch.setattr(common, "open_ledger", Broken(KeyError("no such key")))
    shown = walkback("feeds", "starter")
    assert shown.code == 1
    assert "Traceback" in shown.err


def test_a_log_that_cannot_be_written_is_no_second_error(walkback: Walkback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "walkback.log").mkdir()
    monkeypatch.setattr(common, "open_ledger", Broken(RuntimeError("odd")))
    assert "WALKBACK_LOG_LEVEL=DEBUG" in walkback("feeds", "starter").line


def test_ctrl_c_is_one_line(walkback: Walkback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common, "open_ledger", Broken(KeyboardInterrupt()))
    stopped = walkback("feeds", "starter")
    assert (stopped.code, stopped.line) == (130, "walkback: stopped")


def test_logged_errors_are_a_line_on_stderr_and_a_trace_in_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.begin(Settings(db=str(tmp_path / "a.db")))
    log = logging.getLogger("bot.something")
    try:
        raise ValueError("two\nlines")
    except ValueError:
        log.exception("article https://a.example/x")
    log.info("chatter")
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "ValueError: two lines" in err
    assert "Traceback" in (tmp_path / "a.log").read_text()
    logs.begin(Settings(db=str(tmp_path / "b.db")), service=True)
    log.info("what goes on")
    assert "what goes on" in capsys.readouterr().err
    assert not (tmp_path / "b.log").exists()


@pytest.mark.parametrize(("db", "log"), [(":memory:", None), ("postgresql://127.0.0.1:1/x", None), ("/nowhere/at/all.db", None)])
def test_no_log_where_none_can_be(db: str, log: Path | None) -> None:
    assert logs.beside(db) == log


def test_a_log_never_lands_on_the_ledger(tmp_path: Path) -> None:
    assert logs.beside(str(tmp_path / "odd.log")) is None
    assert logs.beside(str(tmp_path / "x.db")) == tmp_path / "x.log"
