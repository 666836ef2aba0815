"""walkback reread: read articles again that were read offline, once the language model answers again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.common import Db, Stopped, decided, fail, ledger_of, load_settings, progress, say
from bot.settings import SettingsError

if TYPE_CHECKING:
    from bot.desk import Desk
    from store.ledger import Ledger

#: Articles put back at a time; whether the model still answers is looked at in between.
TOGETHER = 20


def reread(
    since: Annotated[str, typer.Option(metavar="DATE", help="Those read since then, such as 2026-03-02 or 2026-03-02T07:15:00Z (UTC).")],
    reader: Annotated[str, typer.Option(help="llm or offline: with which reader.")] = "llm",
    db: Db = None,
) -> None:
    """Read articles again that another kind of reader read.

    While the language model is down or its budget spent, the offline reader goes on. Afterwards this reads those articles again with the model. What is on file is brought up to date in its place; channels are told only of what that changes.

    \b
    Examples:
      walkback reread --since 2026-03-02
      walkback reread --since 2026-03-02T07:15:00Z --reader offline
    """
    from bot import leases, replay, service

    if reader not in ("offline", "llm"):
        fail(f"--reader {reader}: there is no such reader; use offline or llm")
    begin = replay.moment_of(since)
    if begin is None:
        fail(f"--since {since}: not a date; write it as 2026-03-02 or 2026-03-02T07:15:00Z")
    settings = load_settings(db)
    with ledger_of(settings, must_exist=True) as ledger:
        try:
            desk = service.build_desk(ledger, settings, reader)
        except SettingsError as error:
            fail(error)
        ids = ledger.wire.read_otherwise(begin, reader)
        if not ids:
            say(f"nothing was read since {since} but with the {reader} reader")
            return
        leases.free_of_the_dead(ledger)
        try:
            _again(ledger, desk, ids)
        except KeyboardInterrupt:
            ledger.wire.free_articles(leases.mine())
            raise Stopped("stopped: the same command goes on with the rest") from None
        left = set(ledger.wire.read_otherwise(begin, reader))
        done = sum(each not in left for each in ids)
        decided(ledger, "reread", f"{done} articles read since {since}, with {desk.reader.name}")
        say(f"{done} of {len(ids)} articles were read again with {desk.reader.name}")
        say(ledger.summary())
        if done < len(ids):
            why = _trouble(desk) or next((p["message"] for p in ledger.wire.problems() if p["room"] == "read"), "see walkback doctor")
            fail(f"{len(ids) - done} articles are as they were: {why}")


def _again(ledger: Ledger, desk: Desk, ids: list[str]) -> None:
    from bot import leases

    with progress(len(ids)) as step:
        for first in range(0, len(ids), TOGETHER):
            together = ids[first : first + TOGETHER]
            if _trouble(desk):
                return
            for article_id in together:
                ledger.wire.take_back(article_id)
            while desk.work(holder=leases.mine()):
                pass
            for _ in together:
                step()


def _trouble(desk: Desk) -> str | None:
    """Why the model is not asked at present, in one line; None when it is, or when there is none to ask."""
    llm = getattr(desk.reader, "llm", None)
    return llm.trouble() if llm is not None else None
