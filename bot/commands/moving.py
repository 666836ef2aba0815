"""walkback migrate-to: from a file to a server."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.commands.common import Db, fail, ledger_of, load_settings, say
from store.engine import StoreError, is_server, shown


def migrate_to(
    url: Annotated[str, typer.Argument(metavar="URL", help="postgresql://user:password@host/name, an empty database.")],
    db: Db = None,
) -> None:
    """Move the ledger from its file into a PostgreSQL database.

    Every row is copied and then compared on both sides. The file stays as it is. If it is interrupted, the same command goes on where it stopped. Stop `walkback run` before.

    \b
    Examples:
      walkback migrate-to postgresql://walkback@db.example/walkback
      walkback migrate-to postgresql:///walkback --db /var/lib/walkback/walkback.db
    """
    settings = load_settings(db)
    from bot import service
    from store.migrations import migrate
    from store.move import move
    from store.postgres import PostgresEngine

    if not is_server(url):
        fail(f"{url} is no address of a server: it looks like postgresql://user:password@host:5432/name")
    if is_server(settings.db) or settings.db == ":memory:":
        fail("only a ledger in a file can be moved: give --db its name; a server's is moved with pg_dump and pg_restore")
    with ledger_of(settings, must_exist=True) as ledger:
        try:
            with service.only_one(settings.db):
                target = PostgresEngine(url)
                try:
                    migrate(target)
                    rows = move(ledger.db, target, say)
                finally:
                    target.close()
        except (StoreError, service.AlreadyRunning) as error:
            fail(error)
    say(f"{sum(rows.values()):,} rows in {len(rows)} tables are in {shown(url)}, each compared; set WALKBACK_DB to it")
