"""Logging of the command line: lines for people on stderr, traces in a file beside the ledger.

A trace says nothing to who runs the bot, and everything to who mends it. So stderr gets one line for each thing,
`walkback.log` (next to `walkback.db`) gets warnings and errors with their traces, and only WALKBACK_LOG_LEVEL=DEBUG
puts traces on stderr, too. With WALKBACK_LOG_FORMAT every record is one line of JSON or logfmt instead, trace
included, for programs that collect logs. Secrets are taken out of all of it.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import traceback
from collections.abc import MutableMapping
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from bot.settings import Settings
from store.redact import learn, redact

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
FORMATS = ("", "json", "logfmt")
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"
_BYTES = 2_000_000
_KEPT = 2
#: Chatter of libraries about what they were asked to do.
_NOISY = ("apscheduler", "httpx2", "httpcore2", "openai", "slack_sdk", "slack_bolt", "aiohttp")
#: Its complaints name no page; what is wrong with one is told, with its name, by whoever asked for the text.
_NAMELESS = "trafilatura"

_file: Path | None = None


def begin(settings: Settings, *, service: bool = False) -> None:
    """Send log records where they belong. `service`: what goes on is told on stderr, too, not only what goes wrong.

    Safe to call again; the last call counts.
    """
    global _file
    learn(settings.secrets)
    level, form = settings.log_level.upper(), settings.log_format.lower()
    root = logging.getLogger()
    for old in [h for h in root.handlers if getattr(h, "walkbacks", False)]:
        root.removeHandler(old)
        old.close()
    screen = logging.StreamHandler()
    screen.setLevel(level if service or level == "DEBUG" else max(logging.WARNING, logging.getLevelName(level)))
    brief = logging.Formatter(_FORMAT) if level == "DEBUG" else _Brief("%(asctime)s %(levelname)s %(message)s")
    screen.setFormatter(_Discreet(_structured(form) if form else brief))
    handlers: list[logging.Handler] = [screen]
    _file = beside(settings.db)
    if _file is not None:
        kept = RotatingFileHandler(_file, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
        kept.setLevel(logging.WARNING)
        kept.setFormatter(_Discreet(_structured(form) if form else logging.Formatter(_FORMAT)))
        kept.handleError = lambda record: None  # type: ignore[method-assign]  # a full disk is told elsewhere
        handlers.append(kept)
    for handler in handlers:
        handler.walkbacks = True  # type: ignore[attr-defined]
        root.addHandler(handler)
    root.setLevel(min(logging.WARNING, logging.getLevelName(level)))
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.NOTSET if level == "DEBUG" else logging.WARNING)
    logging.getLogger(_NAMELESS).setLevel(logging.NOTSET if level == "DEBUG" else logging.CRITICAL)


def beside(db: str) -> Path | None:
    """The log that belongs to a ledger; None where no file can be written next to it."""
    if "://" in db or db == ":memory:":
        return None
    path = Path(db).absolute().with_suffix(".log")
    folder_there = path.parent.is_dir() and os.access(path.parent, os.W_OK)
    return path if folder_there and path.name != Path(db).name else None


def crashed(error: BaseException) -> str:
    """Keep the trace of an error that nobody foresaw; returns the line to show. With DEBUG the trace is shown, too."""
    trace = redact("".join(traceback.format_exception(error)))
    if logging.getLogger().level == logging.DEBUG or os.environ.get("WALKBACK_LOG_LEVEL", "").upper() == "DEBUG":
        sys.stderr.write(trace)
    where = "set WALKBACK_LOG_LEVEL=DEBUG to see where"
    path = _file or beside("walkback.db")
    if path is not None:
        with contextlib.suppress(OSError), path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(redact(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {' '.join(sys.argv[1:])}\n{trace}\n"))
            where = f"the trace is in {path}"
    return redact(f"that should not have happened ({type(error).__name__}: {error}); {where}; please report it")


def _structured(form: str) -> logging.Formatter:
    """One line a record, for programs: time (UTC), level, logger, thread, event, message, error, the trace, and what was
    given as extra, such as article, case, channel or feed. An `event` among the extras is the same for each of its kind."""
    import structlog  # not needed by those who read the log themselves

    renderer: structlog.types.Processor = structlog.processors.JSONRenderer(ensure_ascii=False)
    if form == "logfmt":
        renderer = structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "logger", "event"], bool_as_flag=False)
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            _message,
            structlog.stdlib.ExtraAdder(),
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.CallsiteParameterAdder({structlog.processors.CallsiteParameter.THREAD_NAME}),
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            _discreet,  # before a line's end becomes "\\n" and hides where a token begins
            renderer,
        ],
    )


def _message(logger: object, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Keep the line for people beside the event's name, and an error's in one line beside its trace."""
    record = event["_record"]
    if hasattr(record, "event"):
        event["message"] = event["event"]
    if record.exc_info and record.exc_info[1] is not None:
        error = record.exc_info[1]
        event["error"] = f"{type(error).__name__}: {error}"
    return event


def _discreet(logger: object, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {name: redact(value) if isinstance(value, str) else value for name, value in event.items()}


class _Discreet(logging.Formatter):
    """Another formatter's lines without secrets, traces included."""

    def __init__(self, inner: logging.Formatter) -> None:
        super().__init__()
        self._inner = inner

    def format(self, record: logging.LogRecord) -> str:
        return redact(self._inner.format(record))


class _Brief(logging.Formatter):
    """One line a record; the trace is left to the file."""

    def format(self, record: logging.LogRecord) -> str:
        record.message = " ".join(record.getMessage().split())
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        line = self.formatMessage(record)
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            line += f" ({type(error).__name__}: {' '.join(str(error).split())})"
        return line
