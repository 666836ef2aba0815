"""walkback backup, restore, check, audit: keeping the ledger safe, and knowing who decided what."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import Db, decided, fail, ledger_of, load_settings, one_line, out, say, table
from store.engine import StoreError


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The new file to make.")],
    db: Db = None,
) -> None:
    """Copy the ledger into a file, while it is in use.

    The copy is checked (integrity, rows of each table) before it gets its name. Tokens of workspaces stay encrypted in
    it: keep WALKBACK_SECRET_KEY elsewhere.

    \b
    Examples:
      walkback backup walkback-monday.db
      walkback backup "/backups/walkback-$(date +%F).db" --db /var/lib/walkback/walkback.db
    """
    settings = load_settings(db)
    from store import backup as copies

    with ledger_of(settings, must_exist=True) as ledger:
        rows = copies.backup(ledger.db, file)
    say(f"{file}: {file.stat().st_size:,} bytes, {sum(rows.values()):,} rows in {len(rows)} tables, checked")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.")],
    post: Annotated[bool, typer.Option("--post", help="Post the alerts that waited when the backup was made.")] = False,
    db: Db = None,
) -> None:
    """Put a backup in the ledger's place.

    The ledger that is there is kept under another name. Stop `walkback run` before.

    Alerts that waited when the backup was made may have been posted since: they are dropped, unless --post is said. Teams that
    the ledger that was there has no more are deleted in the backup's copy, too.

    \b
    Examples:
      walkback restore walkback-monday.db
      walkback restore walkback-monday.db --post
    """
    settings = load_settings(db)
    from bot import service
    from bot.clock import utc_now
    from store import backup as copies
    from store import restored

    if "://" in settings.db or settings.db == ":memory:":
        fail("only a ledger in a file can be restored: give --db its name; PostgreSQL has pg_restore")
    try:
        with service.only_one(settings.db):
            rows, aside = copies.restore(file, settings.db, utc_now())
            with ledger_of(settings) as ledger:
                dropped = 0 if post else restored.hold_back(ledger)
                left = restored.forget_who_left(ledger, aside, utc_now()) if aside else []
                decided(ledger, "restore", f"from {file}, in the place of {aside.name if aside else 'nothing'}")
    except (StoreError, service.AlreadyRunning) as error:
        fail(error)
    kept = f"; the one that was there is now {aside}" if aside else ""
    say(f"{settings.db} is restored from {file}: {sum(rows.values()):,} rows in {len(rows)} tables{kept}")
    if dropped:
        say(
            f"{dropped} alert{'s' if dropped > 1 else ''} that waited then may have been posted since and will not be posted; "
            f"if they were not: walkback restore {file} --post"
        )
    if left is None:
        say(f"{aside} cannot be read: teams that left after the backup may be back, see `walkback doctor`")
    elif left:
        say(f"deleted again, since they left after the backup: {', '.join(left)}")


def check(db: Db = None) -> None:
    """Look whether the ledger is sound: integrity, dangling rows, the outbox, quotes.

    One line each. Ends with 1 when something is wrong.

    \b
    Examples:
      walkback check
      walkback check --db backup.db
    """
    settings = load_settings(db)
    from store import checks

    with ledger_of(settings, must_exist=True) as ledger:
        wrong = 0
        for found in checks.run(ledger.db):
            out.print("[green]ok[/green]    " if found.ok else "[red]wrong[/red] ", end="")
            out.print(one_line(f"{found.what}: {found.found}" if found.found else found.what), markup=False)
            wrong += not found.ok
    if wrong:
        fail(f"{wrong} thing{'s are' if wrong > 1 else ' is'} wrong with {settings.db}, see above; `walkback restore` puts a backup in its place")


def audit(
    number: Annotated[int, typer.Option("--last", min=1, metavar="N", help="So many decisions, the latest ones.")] = 50,
    team: Annotated[str, typer.Option(metavar="ID", help="Of this workspace only (T0...).")] = "",
    db: Db = None,
) -> None:
    """Show who decided what: settings, subscriptions, mutes, rulings, deliveries settled by hand.

    The latest first; times are UTC. Into a pipe it prints one line each with tabs between.

    \b
    Examples:
      walkback audit
      walkback audit --last 1000 > audit.tsv
    """
    settings = load_settings(db)
    with ledger_of(settings, must_exist=True) as ledger:
        rows = ledger.outbox.audit_log(number, team=team)
    if not rows:
        say("nobody decided anything yet")
        return
    table(("when", "workspace", "who", "what", "about"), [(r["at"], r["team"], r["by"], r["what"], r["subject"]) for r in rows])
