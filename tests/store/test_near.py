"""What is near to a claim or an article, of a company with few rows on file and of one with a great many."""

from __future__ import annotations

import pytest

from store import near
from store.ledger import Ledger
from tests.store.conftest import Filler, days, ids


@pytest.fixture
def quillon(fill: Filler) -> int:
    return fill.company("Quillon")


@pytest.fixture
def brask(fill: Filler) -> int:
    return fill.company("Brask")


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty rows are a great many."""
    monkeypatch.setattr(near, "EVERY", 10)
    monkeypatch.setattr(near, "IN_TIME", 3)
    monkeypatch.setattr(near, "DENIALS_IN_TIME", 5)


def put(fill: Filler, n: int, company: int, words: str) -> None:
    """A claim c-n and its denial r-n of that day, in these words."""
    name = {1: "Quillon", 2: "Brask"}[company]
    fill.article(f"a-{n}", days(n))
    fill.reading(
        f"a-{n}",
        [fill.claim(f"c-{n}", company, company=name, statement=words, span=words, party_keys=[name.casefold()])],
        [fill.response(f"r-{n}", company, company=name, quote=words)],
        [(f"c-{n}", f"r-{n}")],
    )


def test_of_few_all_are_near(ledger: Ledger, fill: Filler, quillon: int, brask: int) -> None:
    for n in range(6):
        put(fill, n, quillon, "plans to sell its ferries")
    put(fill, 7, brask, "plans to sell its lorries")
    fill.article("a-8", days(3))
    fill.reading("a-8", [fill.claim("c-8", brask, party_keys=["brask", "quillon"])], [], [])
    found = ledger.near.claims([quillon], "wholly other words", after=days(1), before=days(4), latest=True)
    assert ids(found) == ["c-1", "c-2", "c-3", "c-8", "c-4"]
    assert found[0]["url"] == "https://news.example/a-1"
    assert ids(ledger.near.responses([quillon, brask], "", after=days(4), before=days(9), latest=False)) == ["r-4", "r-5", "r-7"]
    assert ledger.near.claims([], "words", after=days(0), before=days(9), latest=True) == []


@pytest.mark.usefixtures("many")
def test_of_many_the_nearest_in_time_and_in_words_are(ledger: Ledger, fill: Filler, quillon: int, brask: int) -> None:
    for n in range(40):
        put(fill, n, quillon, f"plans to sell ferry number {n + 1000}")
    put(fill, 50, brask, "plans to stop the Harrow furnace")
    fill.article("a-60", days(7.5))
    fill.reading("a-60", [fill.claim("c-60", quillon, span="plans to stop the Harrow furnace", party_keys=["quillon"])], [], [])
    told = "The furnace at Harrow, of which Quillon said that it would not stop"
    around = {"after": days(0), "before": days(39)}
    assert ids(ledger.near.claims([quillon], told, **around, latest=True)) == ["c-60", "c-37", "c-38", "c-39"]
    assert ids(ledger.near.claims([quillon], told, **around, latest=False)) == ["c-0", "c-1", "c-2", "c-60"]
    assert ids(ledger.near.responses([quillon], "of the 1020", **around, latest=True)) == ["r-20", "r-37", "r-38", "r-39"]
    assert "c-60" not in ids(ledger.near.claims([quillon], told, after=days(8), before=days(39), latest=True))


@pytest.mark.usefixtures("many")
def test_denials_by_whomever_in_a_company_s_cases(ledger: Ledger, fill: Filler, quillon: int, brask: int) -> None:
    fill.denied(1, quillon, days(1))
    shared = fill.denied(2, brask, days(2))
    ledger.cases.set_companies(shared, [(brask, "subject"), (quillon, "counterparty")])
    fill.denied(3, brask, days(3))
    fill.denied(4, quillon, days(4), "no_comment")
    fill.denied(5, quillon, days(5))
    found = ledger.near.denials([quillon], "", after=days(0), before=days(9))
    assert ids(found) == ["r-1", "r-2", "r-5"]
    assert (found[0]["quote"], found[0]["title"]) == ("That is not true", "About a-1")
    assert ids(ledger.near.denials([quillon], "", after=days(1), before=days(5))) == ["r-1", "r-2"]
    assert ledger.near.denials([], "", after=days(0), before=days(9)) == []


@pytest.mark.usefixtures("many")
def test_of_many_denials_the_latest_and_those_alike(ledger: Ledger, fill: Filler, quillon: int) -> None:
    for n in range(30):
        put(fill, n, quillon, f"plans to sell ferry number {n + 1000}")
    fill.article("a-40", days(2.5))
    fill.reading(
        "a-40", [fill.claim("c-40", quillon, span="plans to stop the Harrow furnace")],
        [fill.response("r-40", quillon), fill.response("r-41", quillon, "no_comment")], [("c-40", "r-40"), ("c-40", "r-41")],
    )  # fmt: skip
    found = ledger.near.denials([quillon], "Quillon stops the furnace at Harrow", after=days(0), before=days(29))
    assert ids(found) == ["r-40", "r-24", "r-25", "r-26", "r-27", "r-28"]
    assert ids(ledger.near.denials([quillon], "Quillon stops the furnace at Harrow", after=days(3), before=days(29)))[0] == "r-24"


def test_rare_words_find_rows_of_the_company_and_common_ones_do_not(
    ledger: Ledger, fill: Filler, quillon: int, brask: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(fill, 0, quillon, "plans to stop its furnace at Harrow")
    put(fill, 1, quillon, "plans to stop its ferries with Brask Motors")
    put(fill, 2, brask, "plans to stop its furnace")
    for n in range(3, 9):
        put(fill, n, quillon, "plans to sell its ferries")

    def about(names: list[set[str]], text: str) -> list[str]:
        return [row["ref"] for row in ledger.search.about(names, text, ("claim",), 4)]

    assert about([{"Quillon"}], "furnace at Harrow") == ["c-0"]
    assert about([{"Quillon"}, {"Brask"}], "furnace at Harrow") == ["c-0", "c-2"]
    assert about([{"Quillon"}, {"Brask", "Brask Motors"}], "Brask and Quillon") == ["c-1"]
    assert about([{"Quillon"}], "ferries in the furnace") == ["c-0", "c-8", "c-7", "c-6"]
    monkeypatch.setattr("store.search.MOST_ROWS", 6)
    assert about([{"Quillon"}], "ferries in the furnace") == ["c-0"]
    assert about([set()], "furnace") == about([{"Quillon"}], "") == about([], "furnace") == []
