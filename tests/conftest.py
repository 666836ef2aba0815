"""What the tests of all rooms share: an empty ledger and a fixed moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.ledger import Ledger, open_ledger


@pytest.fixture
def now() -> datetime:
    """A Monday morning."""
    return datetime(2026, 3, 2, 7, 15, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger in a file of its own."""
    with open_ledger(tmp_path / "ledger.db") as opened:
        yield opened
