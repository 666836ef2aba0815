"""Everything on file, in one object to pass around."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from store.cases import Cases
from store.companies import Companies
from store.engine import Engine, StoreError, is_server
from store.evidence import Evidence
from store.jobs import Jobs
from store.llm_calls import LlmCalls
from store.matters import Matters
from store.migrations import migrate
from store.move import UNDER_WAY
from store.near import Near
from store.outbox import Outbox
from store.postgres import PostgresEngine
from store.rulings import Rulings
from store.search import Search
from store.sqlite import SqliteEngine
from store.teams import Teams
from store.wire import Wire


class Ledger:
    """The parts of the ledger over one engine. Safe to share among threads; close it once, at the end."""

    def __init__(self, engine: Engine) -> None:
        self.db = engine
        self.wire = Wire(engine)
        self.companies = Companies(engine)
        self.cases = Cases(engine)
        self.matters = Matters(engine)
        self.near = Near(engine)
        self.rulings = Rulings(engine)
        self.outbox = Outbox(engine)
        self.search = Search(engine)
        self.llm = LlmCalls(engine)
        self.jobs = Jobs(engine)
        self.evidence = Evidence(engine)
        self.teams = Teams(engine)

    def summary(self) -> str:
        """One line: `articles N, denials N, cases N, undercut N, ..., alerts N`; statuses count denials."""
        counts = self.cases.counts()
        shown = ("denials", "cases", "undercut", "partly_undercut", "contested", "upheld", "overtaken", "open", "stale")
        numbers = {name: counts.get(name, 0) for name in shown if name != "stale" or counts.get("stale")}
        numbers = {"articles": sum(self.wire.counts().values()), **numbers, "alerts": sum(self.outbox.states().values())}
        return ", ".join(f"{name} {number}" for name, number in numbers.items())

    def close(self) -> None:
        """Close the connections of all threads."""
        self.db.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def open_ledger(url: str | Path, *, make: bool = True) -> Ledger:
    """The ledger in a SQLite file, which is made where needed, or in a PostgreSQL database
    (`postgresql://user:password@host:5432/name`, which must be there); brought to the newest schema. `make`: an empty file or
    database becomes a ledger; without it, it is none.

    Raises StoreError, in one line that names the fix, for what is no ledger or cannot be used.
    """
    engine: Engine = PostgresEngine(str(url)) if is_server(url) else SqliteEngine(url)
    try:
        if not make and not engine.tables():
            back = "walkback restore" if engine.dialect == "sqlite" else "pg_restore"
            raise StoreError(f"{engine.url} is empty, it holds no ledger: name another, or put a backup in its place with `{back}`")
        migrate(engine)
        if engine.dialect == "postgres" and UNDER_WAY in engine.tables():
            raise StoreError(f"a ledger is being moved into {engine.url}: let `walkback migrate-to` come to its end, or call it again")
    except BaseException:
        engine.close()
        raise
    return Ledger(engine)
