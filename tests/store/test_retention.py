"""Archived pages, and letting go of texts: what cases show stays."""

from __future__ import annotations

import hashlib
import random

import pytest

from store import retention
from store.evidence import MOST_BYTES
from store.ledger import Ledger
from tests.store.conftest import NOW, Filler, days

PAGE = b"<html><p>Quillon denies it.</p></html>"
TEXT = "Quillon plans to sell its ferries, people said. That is not true, Quillon said."


@pytest.fixture
def quillon(fill: Filler) -> int:
    return fill.company("Quillon")


def kept(ledger: Ledger, article: str) -> str:
    return str((ledger.wire.article(article) or {})["text"])


# the archive -------------------------------------------------------------------------------------------------------


def test_a_page_comes_back_as_it_was_fetched(ledger: Ledger, fill: Filler) -> None:
    fill.article("a-1")
    ledger.evidence.keep("a-1", "https://n.example/1", PAGE, "text/html; charset=utf-8", NOW)
    ledger.evidence.keep("a-1", "https://n.example/1", b"later", "text/html", days(1))
    assert ledger.evidence.body("a-1") == PAGE
    (row,) = ledger.evidence.of_articles(["a-1", "a-2"])
    assert (row["sha256"], row["size"], row["kept"]) == (hashlib.sha256(PAGE).hexdigest(), len(PAGE), 1)
    assert row["fetched"] == "2026-03-02T07:15:00Z"


def test_of_a_huge_page_only_the_hash_is_kept(ledger: Ledger, fill: Filler) -> None:
    fill.article("a-1")
    noise = random.Random(7).randbytes(MOST_BYTES + 5_000)
    ledger.evidence.keep("a-1", "https://n.example/1", noise, "text/html", NOW)
    (row,) = ledger.evidence.of_articles(["a-1"])
    assert (row["sha256"], row["kept"], ledger.evidence.body("a-1")) == (hashlib.sha256(noise).hexdigest(), 0, None)


def test_pages_on_which_nothing_rests_are_dropped_after_a_while(ledger: Ledger, fill: Filler, quillon: int) -> None:
    fill.denied(1, quillon)
    for article in ("a-2", "a-3", "a-4"):
        fill.article(article)
    for article, at in (("a-1", NOW), ("a-2", NOW), ("a-3", days(9)), ("a-4", NOW)):
        ledger.evidence.keep(article, "https://n.example/", PAGE, "text/html", at)
    fill.bearing("r-1", "a-4", days(3))
    assert ledger.evidence.prune(days(7)) == 1
    assert [r["article_id"] for r in ledger.evidence.of_articles(["a-1", "a-2", "a-3", "a-4"])] == ["a-1", "a-4", "a-3"]


def test_the_archive_has_a_size(ledger: Ledger, fill: Filler, quillon: int) -> None:
    fill.denied(1, quillon)
    fill.article("a-2")
    fill.article("a-3")
    noise = random.Random(7).randbytes(1000)
    for article, at in (("a-1", NOW), ("a-2", days(1)), ("a-3", days(2))):
        ledger.evidence.keep(article, "https://n.example/", noise, "text/html", at)
    size = ledger.evidence.packed()
    assert ledger.evidence.trim(size) == 0
    assert ledger.evidence.trim(size // 2) == 2
    assert ledger.evidence.packed() <= size // 2
    assert ledger.evidence.body("a-1") == noise, "what a case rests on goes last"
    assert len(ledger.evidence.of_articles(["a-2"])) == 1, "hash and time stay"


# texts -------------------------------------------------------------------------------------------------------------


def on_file(ledger: Ledger, fill: Filler, company: int, n: int, status: str) -> int:
    case = fill.denied(n, company, status=status)
    ledger.wire.save_article(f"a-{n}", text=TEXT, state="read", vector=b"v")
    ledger.search.index(f"a-{n}", "article", TEXT, NOW)
    ledger.wire.set_bands(f"a-{n}", [1, 2, 3])
    ledger.evidence.keep(f"a-{n}", "https://n.example/", PAGE, "text/html", NOW)
    ledger.wire.add_page(f"https://news.example/a-{n}", feed_id=None, entry={"content": TEXT}, now=NOW)
    ledger.wire.save_page(f"https://news.example/a-{n}", next_visit=None)
    return case


def test_an_old_text_goes_and_the_case_still_shows_its_words(ledger: Ledger, fill: Filler, quillon: int) -> None:
    case = on_file(ledger, fill, quillon, 1, "upheld")
    before = ledger.cases.view(case)
    assert retention.drop_texts(ledger.db, days(1), days(400)) == 1
    article = ledger.wire.article("a-1") or {}
    assert (article["text"], article["text_gone"], article["vector"], article["text_hash"]) == ("", "2027-04-06T07:15:00Z", None, "hash-a-1")
    assert ledger.cases.view(case) == before
    assert ledger.search.find("ferries people", kinds=("article",)) == []
    assert [r["ref"] for r in ledger.search.find("ferries")] == ["c-1"], "the words of the claim are still found"
    assert ledger.wire.sharing_bands("other", [1, 2, 3], days(-1), days(1)) == []
    (page,) = ledger.evidence.of_articles(["a-1"])
    assert (page["kept"], page["sha256"]) == (0, hashlib.sha256(PAGE).hexdigest())
    assert (ledger.wire.page("https://news.example/a-1") or {})["entry"] == "{}"


@pytest.mark.parametrize("status", ["open", "contested"])
def test_texts_of_open_cases_are_kept(ledger: Ledger, fill: Filler, quillon: int, status: str) -> None:
    on_file(ledger, fill, quillon, 1, status)
    fill.article("a-9", text=TEXT, state="read")
    fill.bearing("r-1", "a-9", NOW)
    assert retention.drop_texts(ledger.db, days(1), days(400)) == 0
    assert kept(ledger, "a-1") == kept(ledger, "a-9") == TEXT
    assert ledger.evidence.body("a-1") == PAGE


def test_what_is_young_or_waits_to_be_read_is_kept(ledger: Ledger, fill: Filler) -> None:
    fill.article("a-1", days(2), text=TEXT, state="read")
    fill.article("a-2", text=TEXT, state="new")
    fill.article("a-3", text=TEXT, state="held")
    assert retention.drop_texts(ledger.db, days(1), days(400)) == 1
    assert (kept(ledger, "a-1"), kept(ledger, "a-2"), kept(ledger, "a-3")) == (TEXT, TEXT, "")


def test_many_at_once(ledger: Ledger, fill: Filler) -> None:
    for n in range(retention.BLOCK + 5):
        fill.article(f"a-{n}", text=TEXT, state="read")
    assert retention.drop_texts(ledger.db, days(1), NOW) == retention.BLOCK + 5
    assert retention.drop_texts(ledger.db, days(1), NOW) == 0


def test_what_the_model_answered_goes_too_and_is_not_taken_for_an_answer(ledger: Ledger) -> None:
    for hash_, at in (("old", NOW), ("new", days(2))):
        ledger.llm.record({"at": at, "prompt": "read", "hash": hash_, "outcome": "ok", "answer": "{}", "cost": 0.5})
    retention.drop_texts(ledger.db, days(1), days(400))
    assert ledger.llm.cached("old") is None
    assert (ledger.llm.cached("new") or {})["answer"] == "{}"
    assert ledger.llm.spent(days(-1)) == 1.0
