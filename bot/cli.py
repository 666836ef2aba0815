"""The `walkback` command."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import threading
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated

import typer

from bot.commands import companies, eval, feeds, keeping, ledger, logs, moving, record, reread, run
from bot.commands.common import Stopped, err, one_line

#: The exit code of a command that Ctrl-C ended, as shells have it; typer's, too.
STOPPED = 130

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # help is plain text: it can be piped, searched and pasted
    help="""Walkback remembers what companies denied, and says so when a later report confirms or undercuts it.

\b
See it at work on this machine, without any account:
  walkback demo
\b
Then, for your team (Slack tokens go into .env, see .env.example):
  walkback feeds starter
  walkback doctor
  walkback run
\b
Each command explains itself, with examples:
  walkback replay --help
""",
)
app.command()(run.demo)
app.command()(run.run)
app.command()(run.work)
app.command(name="migrate-to")(moving.migrate_to)
app.command()(run.sandbox)
app.command()(run.manifest)
app.command()(run.key)
app.command()(ledger.replay)
app.command()(reread.reread)
app.command()(ledger.export)
app.command()(record.record)
app.command()(ledger.digest)
app.command()(ledger.doctor)
app.command()(keeping.backup)
app.command()(keeping.restore)
app.command()(keeping.check)
app.command()(keeping.audit)
app.add_typer(feeds.app, name="feeds")
app.add_typer(companies.app, name="companies")
app.add_typer(eval.app, name="eval")


def _version(asked: bool) -> None:
    if asked:
        try:
            typer.echo(f"walkback {version('walkback')}")
        except PackageNotFoundError:  # run from a folder, not installed
            typer.echo("walkback (not installed)")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None: ...


def main() -> None:
    """Entry point of the console script."""
    code = call(sys.argv[1:])
    if threading.active_count() > 1:
        # Python would wait for pools' threads in the middle of a fetch or a call. Nothing of theirs is half-written.
        logging.shutdown()
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)
    sys.exit(code)


def call(args: Sequence[str]) -> int:
    """Run one command line; returns its exit code. Whatever goes wrong makes one line on stderr, never a trace."""
    for stream in (sys.stdout, sys.stderr):  # a terminal that lacks a letter shows another one instead
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        code = app(list(args), prog_name="walkback", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        return _usage(error, args)
    except Stopped as stopped:
        _line(str(stopped))
        return STOPPED
    except (KeyboardInterrupt, typer.Abort):
        code = STOPPED
    except (BrokenPipeError, SystemExit):
        return _reader_left()
    except Exception as error:
        _line(logs.crashed(error))
        return 1
    if code == STOPPED:
        _line("stopped")
    return int(code or 0)


def _usage(error: typer.TyperException, args: Sequence[str]) -> int:
    """A command line that cannot be understood: what is wrong with it, and whose help tells more."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else " ".join(("walkback", *args[:1]))
    if type(error).__name__ == "NoArgsIsHelpError":  # "walkback" or "walkback feeds" alone: that is asking for help
        typer.echo(error.format_message())
        return 0
    said = error.format_message().rstrip(". ")
    commands = getattr(context.command, "commands", None) if context else None
    if commands and "Did you mean" not in said:
        said += f"; there are {', '.join(commands)}"
    _line(f"{said[:1].lower()}{said[1:]}; see: {path} --help")
    return error.exit_code


def _line(message: str) -> None:
    with contextlib.suppress(BrokenPipeError):
        err.print(f"walkback: {one_line(message)}", style="red", markup=False)


def _reader_left() -> int:
    """Whoever read our output has seen enough (`walkback export | head`): no error.

    typer and rich notice it too and then ask to exit; nothing else here does.
    """
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
