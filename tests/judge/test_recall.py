"""Which denials an article is held against at all, which of many are worth a closer look, and which come first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.desk import Desk
from bot.judge import recall
from bot.watch.articles import Incoming, store_article
from store.engine import Row
from store.ledger import Ledger

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


NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)
REPORT = (
    "Amberlin plans to close its furnace in Harrow, two people with knowledge of the matter told the Dale Post.\n\n"
    '"There is no plan to close the furnace, and the report is false," a spokesman for Amberlin said.'
)


def store(ledger: Ledger, title: str, text: str, kind: str, outlet: str, days: int, lang: str = "en") -> Row:
    incoming = Incoming(
        url=f"https://news.example/{days}", title=title, text=text, published=NOW - timedelta(days=days), outlet=outlet, kind=kind, lang=lang,
        author="", extractor="", feed_id=None, first_seen=NOW, live=False,
    )  # fmt: skip
    article = ledger.wire.article(store_article(ledger, incoming, NOW) or "")
    assert article
    return article


@pytest.mark.parametrize(
    ("title", "text", "kind", "outlet", "lang", "found"),
    [
        ("A cold town", "Nobody was told that Amberlin’ furnace would be shut. The town has been cold since.", "newspaper", "Dale Post", "en", True),
        ("Une ville froide", "La décision d’arrêter le four d’Amberlin date de mars. Il fait froid depuis.", "newspaper", "Le Fil", "fr", True),
        ("A letter to the town", "We have shut the furnace. We are sorry that we did not tell you.", "press_release", "Amberlin plc", "en", True),
        ("A letter to the town", "We have shut the furnace. We are sorry that we did not tell you.", "newspaper", "Amberlin plc", "en", False),
    ],
)  # fmt: skip
def test_a_company_is_named_with_an_apostrophe_or_as_whose_paper_it_is(
    ledger: Ledger, title: str, text: str, kind: str, outlet: str, lang: str, found: bool
) -> None:
    store(ledger, "Amberlin to close Harrow furnace", REPORT, "newspaper", "Dale Post", 9)
    desk = Desk(ledger, lambda: NOW)
    while desk.work():
        pass
    later = store(ledger, title, text, kind, outlet, 2, lang)
    (denial,) = recall.build(ledger, ledger.cases.responses([r["id"] for r in ledger.db.query("SELECT id FROM responses")]))
    assert [d.id for d in recall.denials_for(ledger, later)] == ([denial.id] if found else [])
    assert (later["id"] in [a["id"] for a in recall.articles_for(ledger, denial)]) == found
