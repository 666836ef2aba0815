"""What an article and denials have in common, by vectors that lie on the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.judge import nearness, recall
from bot.vectors import from_bytes, stored
from bot.watch.articles import Incoming, store_article
from store.engine import Row
from store.ledger import Ledger, open_ledger

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)


def article(day: int, title: str, text: str) -> Incoming:
    return Incoming(
        url=f"https://news{day}.example/{day}", title=title, text=text, published=datetime(2026, 3, day, 7, tzinfo=UTC), outlet=f"News {day}",
        kind="newspaper", lang="en", author="", extractor="", feed_id=None, first_seen=NOW, live=False,
    )  # fmt: skip


FURNACE = article(
    1, "Brado Mills to close Harrow furnace",
    "Brado Mills plans to close its furnace in Harrow, two people with knowledge of the matter told News 1.\n\n"
    '"There is no plan to close the furnace, and the report is false," a spokesman for Brado Mills said.',
)  # fmt: skip
BONDS = article(
    2, "Brado Mills to sell bonds",
    "Brado Mills plans to sell bonds worth 400 million euros in April, a person with knowledge of the matter told News 2.\n\n"
    '"There is no plan to sell bonds, and we need no money," a spokeswoman for Brado Mills said.',
)  # fmt: skip
LATER = article(5, "Harrow furnace goes cold", "The furnace of Brado Mills in Harrow was shut on Thursday, the town said in a notice.")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        for each in (FURNACE, BONDS, LATER):
            store_article(ledger, each, NOW)
        desk = Desk(ledger, lambda: NOW)
        while desk.work():
            pass
        yield ledger


def later(ledger: Ledger) -> Row:
    return ledger.wire.versions(LATER.url)[0]


def vectors(ledger: Ledger) -> dict[str, bytes]:
    tables = ("claims", "responses", "articles")
    return {row["id"]: row["vector"] for t in tables for row in ledger.db.query(f"SELECT id, vector FROM {t}") if row["vector"]}


def test_a_reading_is_kept_with_its_vectors(ledger: Ledger) -> None:
    (read,) = ledger.wire.versions(FURNACE.url)
    (claim,) = ledger.cases.claims_of(read["id"])
    (denial,) = ledger.cases.responses_of(read["id"])
    assert (claim["vector"], denial["vector"]) == (stored(claim["span"]), stored(denial["quote"]))
    assert from_bytes(read["vector"]) @ from_bytes(claim["vector"]) > 0.5


def test_rows_without_a_vector_get_one_and_rank_as_before(ledger: Ledger) -> None:
    found = [d.id for d in recall.denials_for(ledger, later(ledger))]
    before = vectors(ledger)
    for table in ("claims", "responses", "articles"):
        ledger.db.execute(f"UPDATE {table} SET vector = NULL")
    assert [d.id for d in recall.denials_for(ledger, later(ledger))] == found
    assert len(vectors(ledger)) >= 2 * len(found)
    assert vectors(ledger).items() <= before.items()


def test_the_nearest_comes_first_built_or_not(ledger: Ledger) -> None:
    near = recall.denials_for(ledger, later(ledger))
    assert [("furnace" in d.quote) for d in near] == [True, False]
    built = nearness.scores(ledger, later(ledger), {d.id: nearness.texts_of(d) for d in near})
    rows = ledger.cases.responses([d.id for d in near])
    assert nearness.scores(ledger, later(ledger), nearness.texts_on_file(ledger, rows)) == built
    assert built[near[0].id] > 2 * built[near[1].id]


def test_of_many_the_nearest_in_sense_is_told_from_the_vectors_on_file(ledger: Ledger) -> None:
    near = recall.denials_for(ledger, later(ledger))
    sense = nearness.senses(ledger, later(ledger), [d.id for d in near], {})
    assert sense[near[0].id] > sense[near[1].id] + 0.2
    for table in ("claims", "responses", "articles"):
        ledger.db.execute(f"UPDATE {table} SET vector = NULL")
    assert nearness.senses(ledger, later(ledger), [d.id for d in near], {}) == {}
