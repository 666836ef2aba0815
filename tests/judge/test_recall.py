"""Which of many denials are worth a closer look: the latest, and those that share rare words with the article."""

from __future__ import annotations

from bot.judge import recall

ARTICLE = {"title": "Quillon stops the Harrow furnace", "text": "Quillon stopped furnace 17 at Harrow after residents complained of smoke, the company said."}


def denial(number: int, quote: str, title: str = "") -> dict[str, object]:
    return {"id": str(number), "title": title, "statement": "", "quote": quote}


def test_few_are_all_looked_at() -> None:
    rows = [denial(n, "The report is false") for n in range(recall.LATEST + recall.ALIKE)]
    assert recall.likeliest(ARTICLE, rows) == rows


def test_of_many_the_latest_and_those_alike_stay_in_order() -> None:
    rows = [denial(n, f"Quillon said that the report is false and has no plan number {n + 1000}") for n in range(300)]
    rows[5] = denial(5, "There is nothing wrong with the furnace at Harrow")
    rows[40] = denial(40, "The report is false", "Residents of Harrow complain of smoke")
    found = [int(str(r["id"])) for r in recall.likeliest(ARTICLE, rows)]
    assert {5, 40, *range(300 - recall.LATEST, 300)} <= set(found)
    assert found == sorted(found)
    assert len(found) <= recall.LATEST + recall.ALIKE
