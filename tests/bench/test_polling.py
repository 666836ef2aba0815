"""The parties of the polling bench: what goes wrong in their processes is told, and nothing waits for what will not come."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.bench.polling import Peer, Site, apart


class Dying(Peer):
    """Ends, or fails, where it is told to."""

    def __init__(self, folder: Path, urls: list[str]) -> None:
        if not urls:
            raise ValueError("no feeds")

    def unchanged(self) -> float:
        os._exit(3)

    def changed(self) -> float:
        raise ValueError("nothing new")

    def close(self) -> None: ...


class Nowhere(Site):
    """A site of which only the addresses are asked."""

    def __init__(self) -> None: ...

    def url(self, number: int, half: str) -> str:
        return f"http://127.0.0.1/{half}/{number}"


def test_what_goes_wrong_in_a_party_is_told(tmp_path: Path) -> None:
    with apart(Dying, str(tmp_path), Nowhere(), 1) as told:
        with pytest.raises(RuntimeError, match="ValueError: nothing new"):
            told("changed")
        for _ in range(2):
            with pytest.raises(RuntimeError, match="the process of Dying ended"):
                told("unchanged")


def test_a_party_that_cannot_begin_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="ValueError: no feeds"), apart(Dying, str(tmp_path), Nowhere(), 0):
        pass
