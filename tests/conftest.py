"""What the tests of all rooms share: an empty ledger, on one engine or on both, and a fixed moment."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from store.ledger import Ledger, open_ledger
from tests.postgres import NoServer, Postgres, postgres_server

ENGINES = ["sqlite", "postgres"]
#: Tests of these rooms run on every engine; the others on SQLite, which is enough to show what they show.
ON_BOTH = ("store/", "test_desk.py", "tell/test_poster.py")

# A change lands or not by what it changes, so generated examples are the same in every run and no test is timed.
# Look for new ones with: HYPOTHESIS_PROFILE=explore pytest
settings.register_profile("walkback", deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
settings.register_profile("explore", settings.get_profile("walkback"), derandomize=False, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "walkback"))


@pytest.fixture
def now() -> datetime:
    """A Monday morning."""
    return datetime(2026, 3, 2, 7, 15, tzinfo=UTC)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the tests of `ON_BOTH` that need a ledger once on each engine."""
    if "ledger_url" in metafunc.fixturenames:
        path = metafunc.definition.path.relative_to(Path(__file__).parent).as_posix()
        metafunc.parametrize("ledger_url", ENGINES if path.startswith(ON_BOTH) else ENGINES[:1], indirect=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server for the tests; those that need one are skipped where there is none."""
    with contextlib.ExitStack() as running:
        try:
            server = running.enter_context(postgres_server())
        except NoServer as error:
            pytest.skip(str(error))
        yield server


@pytest.fixture
def ledger_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a ledger may be opened that holds nothing: a file that is not there yet, or a database."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
        return
    server: Postgres = request.getfixturevalue("postgres")
    with server.ledger() as url:
        yield url


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    """An empty ledger of its own."""
    with open_ledger(ledger_url) as opened:
        yield opened
