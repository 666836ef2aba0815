"""Which of many denials are worth a closer look, and which come first: pure rules."""

from __future__ import annotations

from bot.judge import recall
from store.engine import Row

ARTICLE = {"title": "Quillon stops the Harrow furnace", "text": "Quillon stopped furnace 17 at Harrow after residents complained of smoke, the company said."}
MANY = 300


def denial(number: int, quote: str, title: str = "") -> Row:
    return {"id": f"{number:03}", "title": title, "statement": "", "quote": quote, "published": f"2026-01-01T00:{number // 60:02}:{number % 60:02}Z"}


def many() -> list[Row]:
    rows = [denial(n, f"Quillon said that the report is false and has no plan number {n + 1000}") for n in range(MANY)]
    rows[5] = denial(5, "There is nothing wrong with the furnace at Harrow")
    rows[40] = denial(40, "The report is false", "Residents of Harrow complain of smoke")
    return rows


def test_words_count_by_how_rare_they_are_among_the_denials() -> None:
    weights = recall.rarities(ARTICLE, many())
    assert weights["005"] > weights["006"] > 0
    assert weights["040"] > weights["006"]
    assert recall.rarities(ARTICLE, [denial(1, "Harrow")]) == {"001": 0.0}
    assert recall.rarities(ARTICLE, []) == {}


def test_of_many_the_latest_and_those_alike_in_words_or_sense_stay_in_order() -> None:
    rows = many()
    found = [int(r["id"]) for r in recall.likeliest(rows, recall.rarities(ARTICLE, rows), {"007": 0.8, "008": 0.1})]
    assert {5, 7, 40, *range(MANY - recall.LATEST, MANY)} <= set(found)
    assert found == sorted(found)
    assert len(found) <= recall.LATEST + recall.ALIKE + recall.SENSED


def test_what_is_near_by_both_measures_comes_first() -> None:
    rows = [denial(n, "") for n in range(4)]
    score = {"000": 0.8, "001": 0.9, "002": 0.1, "003": 0.1}
    weights = {"000": 0.0, "001": 5.0, "002": 6.0, "003": 0.0}
    assert [r["id"] for r in recall.foremost(rows, score, weights)] == ["001", "002", "000", "003"]
    assert recall.foremost(rows[::-1], score, weights) == recall.foremost(rows, score, weights)
    assert recall.foremost([], {}, {}) == []
