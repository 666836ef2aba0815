"""What the ledger learns of names: two names of one company become one company, and namesakes never do."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.read import keep
from bot.read.companies import key
from bot.read.reading import Alias, Reading
from store.ledger import Ledger

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def kept(ledger: Ledger, number: int, text: str, *names: str, kind: str = "wire", outlet: str = "Dock Gazette", aliases: tuple[Alias, ...] = ()) -> None:
    article = {
        "id": f"a-{number}", "page": str(number), "url": f"https://dock.example/{number}", "outlet": outlet, "kind": kind, "title": "",
        "text": text, "text_hash": "x", "extractor": "x", "published": "2026-03-02T09:00:00Z", "first_seen": "2026-03-02T09:00:00Z",
        "lang": "en",
    }  # fmt: skip
    ledger.wire.add_article(article)
    keep.save(ledger, article, Reading(reader="test", companies=names, aliases=aliases), NOW)


def one(ledger: Ledger, *names: str) -> bool:
    return len({row["id"] for name in names if (row := ledger.companies.find(key(name)))}) == 1 and all(ledger.companies.find(key(n)) for n in names)


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize(
    ("latin", "eastern"), [("Yunagi Seiki", "夕凪精機"), ("Nuridam Foods", "누리담식품"), ("Yuanqiao Technology", "远桥科技"), ("Harukaze", "ハルカゼ")]
)
def test_an_article_that_gives_both_names_makes_them_one_in_either_order(ledger: Ledger, latin: str, eastern: str, first: int) -> None:
    articles = [(f"{eastern}は否定した。", eastern), (f"{latin} ({eastern}) said no.", latin)]
    for number, (text, name) in enumerate(articles if first == 0 else reversed(articles)):
        kept(ledger, number, text, name)
    assert one(ledger, latin, eastern)
    assert [row["name"] for row in ledger.companies.all()] == [latin]


def test_a_company_that_announces_its_new_name_is_one_with_what_was_written_under_it(ledger: Ledger) -> None:
    kept(ledger, 1, "Firth Retail said no.", "Firth Retail")
    kept(ledger, 2, "Old Mill Stores is renamed Firth Retail today.", "Old Mill Stores", kind="press_release", outlet="Old Mill Stores")
    assert one(ledger, "Old Mill Stores", "Firth Retail")


def test_without_a_second_sign_they_stay_two(ledger: Ledger) -> None:
    kept(ledger, 1, "夕凪精機は否定した。", "夕凪精機")
    kept(ledger, 2, "Gullwing Holdings (夕凪精機) said no.", "Gullwing Holdings")
    assert not one(ledger, "Gullwing Holdings", "夕凪精機")


@pytest.mark.parametrize("kind", ["blog", "social"])
def test_not_on_the_word_of_anybody(ledger: Ledger, kind: str) -> None:
    kept(ledger, 1, "夕凪精機は否定した。", "夕凪精機")
    kept(ledger, 2, "Yunagi Seiki (夕凪精機) said no.", "Yunagi Seiki", kind=kind)
    assert not one(ledger, "Yunagi Seiki", "夕凪精機")


def test_anybody_cannot_take_a_name_before_its_owner_comes(ledger: Ledger) -> None:
    kept(ledger, 1, "Gullwing Holdings (夕凪精機) said no.", "Gullwing Holdings", kind="blog")
    kept(ledger, 2, "夕凪精機は否定した。", "夕凪精機")
    assert not one(ledger, "Gullwing Holdings", "夕凪精機")


def test_namesakes_stay_apart(ledger: Ledger) -> None:
    kept(ledger, 1, "夕凪精機は否定した。", "夕凪精機")
    kept(ledger, 2, "Yunagi Seiki (夕凪精機) said no.", "Yunagi Seiki")
    kept(ledger, 3, "Asahina Seiki (夕凪精機) said no.", "Asahina Seiki")
    assert one(ledger, "Yunagi Seiki", "夕凪精機")
    assert not one(ledger, "Asahina Seiki", "夕凪精機")


def test_what_a_person_took_apart_stays_apart(ledger: Ledger) -> None:
    kept(ledger, 1, "夕凪精機は否定した。", "夕凪精機")
    kept(ledger, 2, "Yunagi Seiki (夕凪精機) said no.", "Yunagi Seiki")
    ledger.companies.split(key("夕凪精機"), NOW, by="person", key_of=key)
    kept(ledger, 3, "Yunagi Seiki (夕凪精機) said no again.", "Yunagi Seiki")
    assert not one(ledger, "Yunagi Seiki", "夕凪精機")


def test_look_alike_letters_never_merge(ledger: Ledger) -> None:
    kept(ledger, 1, "夕凪精機は否定した。", "夕凪精機")
    kept(ledger, 2, "Yunagi Seiki (夕凪精機) said no.", "Yunagi Seiki")
    kept(ledger, 3, "Yunаgi Seiki (夕凪精機) said yes.", "Yunаgi Seiki")  # Cyrillic а
    assert not one(ledger, "Yunаgi Seiki", "夕凪精機")


@pytest.mark.parametrize("forged", ["Quillоn Cars", "Quillon Саrѕ", "Qui1lon Cars", "ԚUILLON CARS", "Quillοn Cars", "𝐐uillon Cars", "Ⓠuillon Cars", "ℚuillon 🄲ars"])
def test_a_name_that_only_looks_like_another_never_becomes_it(ledger: Ledger, forged: str) -> None:
    """Whichever comes first, whatever an article and its reader say of them."""
    for number, (name, other) in enumerate([("Quillon Cars", forged), (forged, "Quillon Cars")]):
        text = f"{name} ({other}) said no."
        kept(ledger, 2 * number, text, name, aliases=(Alias(name=name, other=other),))
        kept(ledger, 2 * number + 1, text, name, kind="press_release", outlet=name, aliases=(Alias(name=name, other=other),))
        kept(ledger, 10 + number, f"{other} said yes.", other)
    assert not one(ledger, "Quillon Cars", forged)
    assert sorted(row["name"] for row in ledger.companies.all()) == sorted(["Quillon Cars", forged])
