from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.watch.http import Fetcher
from tests.watch.server import Server


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.stop()


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    made = Fetcher("Walkback/0.1 (+https://walkback.example)", allow_private=True, timeout=5.0)
    yield made
    made.close()
