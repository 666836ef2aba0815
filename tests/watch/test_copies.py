from __future__ import annotations

import itertools
import json
import random
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.watch import copies
from bot.watch.articles import Incoming, store_article
from bot.watch.copies import compare, find_later_copies, find_original, signature
from store.engine import Row
from store.ledger import Ledger
from tests.watch.copy_pairs import PAIRS, Pair
from tests.watch.copy_pairs_more import MORE

WIRE = Path(__file__).parents[3] / "shared" / "wire"
HOUR = timedelta(hours=1)


def row(side: tuple[str, str, str, str], kind: str | None = None) -> dict[str, Any]:
    lang, outlet, title, text = side
    return {"lang": lang, "outlet": outlet, "title": title, "text": text, "kind": kind}


@pytest.mark.parametrize("pair", [*PAIRS, *MORE], ids=[p.name for p in (*PAIRS, *MORE)])
def test_pairs(pair: Pair) -> None:
    assert bool(compare(row(pair.a), row(pair.b))) is pair.copy


STATEMENTS = {
    "en": "{0} plc notes the recent press speculation and confirms that it is not in discussions with any party. There can be no certainty that an offer will be made. A further announcement will be made when appropriate.",
    "ko": "{0} 조회공시 요구(풍문 또는 보도)에 대한 답변\n당사는 사업의 효율성을 높이기 위해 여러 방안을 검토하고 있으나 현재까지 구체적으로 결정된 사항은 없습니다. 향후 구체적인 사항이 결정되는 시점에 재공시할 예정입니다.",
    "ja": "会社名 {0}株式会社\n本日、一部報道機関において当社の業績に関する報道がありましたが、これは当社が発表したものではありません。当社として決定した事実はありません。今後開示すべき事実が生じた場合には速やかに公表いたします。",
}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "names"),
    [("en", ("Quillmont", "Hartley")), ("ko", ("누리조선", "도담셀")), ("ja", ("汐見精機", "三笠電装"))],
)
@pytest.mark.parametrize("same_desk", [True, False])
def test_two_companies_saying_the_same_are_two(lang: str, names: tuple[str, str], same_desk: bool) -> None:
    one, two = (
        row((lang, "The Exchange" if same_desk else n, "Statement", STATEMENTS[lang].format(n)), "filing")
        for n in names
    )
    assert compare(one, two) is None
    nameless = [
        dict(r, text=STATEMENTS[lang].format({"en": "The Company", "ko": "당사", "ja": "当"}[lang]))
        for r in (one, two)
    ]
    assert compare(*nameless) is None


def test_a_document_posted_twice_is_one() -> None:
    text = "Millworks Holding has sold its plant in Lindholm for 31.5 million euros. The sale closes on 3 May. It employs 412 people there."
    first = row(("en", "Millworks Holding", "Sale of plant", text), "press_release")
    assert compare(first, dict(first, outlet="Release Desk")) is not None


def test_nothing_to_compare() -> None:
    empty = row(("en", "A", "T", ""))
    assert compare(empty, empty) is None
    assert signature("") == signature("")


def incoming(side: tuple[str, str, str, str], url: str, at: datetime) -> Incoming:
    lang, outlet, title, text = side
    return Incoming(url, title, text, at, outlet, None, lang, "", None, at, True)


def stored(ledger: Ledger, side: tuple[str, str, str, str], url: str, at: datetime) -> Row:
    kept = store_article(ledger, incoming(side, url, at), at)
    found = ledger.wire.article(kept or "")
    assert found is not None
    return found


@pytest.mark.parametrize(
    "name", ["en to pt, shortened", "zh to en, credited", "en aggregator", "ko to en, no credit"]
)
def test_originals_and_copies_are_found_in_either_order(ledger: Ledger, now: datetime, name: str) -> None:
    pair = next(p for p in PAIRS if p.name == name)
    later = stored(ledger, pair.b, "https://b.example/1", now + 5 * HOUR)
    assert find_original(ledger, later) is None
    first = stored(ledger, pair.a, "https://a.example/1", now)
    for i, other in enumerate(p for p in PAIRS if not p.copy):
        stored(ledger, other.b, f"https://c.example/{i}", now + HOUR)
    original, why = find_original(ledger, later) or ("", "")
    assert original == first["id"]
    assert "% of it stands there" in why
    assert [c for c, _ in find_later_copies(ledger, first)] == [later["id"]]
    assert find_original(ledger, first) is None
    assert find_later_copies(ledger, later) == []


def test_at_the_same_second_one_is_the_copy(ledger: Ledger, now: datetime) -> None:
    pair = next(p for p in PAIRS if p.name == "es, half of it")
    one, two = (stored(ledger, pair.a, f"https://{h}.example/1", now) for h in ("a", "b"))
    found = [bool(find_original(ledger, a)) for a in (one, two)]
    assert sorted(found) == [False, True]


def test_what_is_never_a_copy(ledger: Ledger, now: datetime) -> None:
    pair = next(p for p in PAIRS if p.name == "es, half of it")
    first = stored(ledger, pair.a, "https://a.example/1", now)
    late = stored(ledger, pair.b, "https://b.example/1", now + copies.WINDOW + HOUR)
    assert find_original(ledger, late) is None, "long after"
    update = stored(
        ledger,
        (*pair.a[:3], pair.a[3] + "\n\nLa empresa anunció además que venderá su sede central."),
        "https://a.example/1",
        now + HOUR,
    )
    assert find_original(ledger, update) is None, "a new version of the same page"
    assert find_later_copies(ledger, first) == []
    ledger.wire.save_article(first["id"], readable=0)
    ledger.wire.save_article(update["id"], readable=0)
    soon = stored(ledger, pair.b, "https://c.example/1", now + 2 * HOUR)
    assert find_original(ledger, soon) is None, "nothing unreadable is an original"
    short = stored(
        ledger,
        ("en", "D", "Flash", "Mill says no to the sale of its only plant in the valley this year."),
        "https://d.example/1",
        now,
    )
    assert find_original(ledger, short) is None


def test_a_version_that_came_late_and_hardly_differs_retires_the_later_one(
    ledger: Ledger, now: datetime
) -> None:
    pair = next(p for p in PAIRS if p.name == "es, half of it")
    later = stored(ledger, (*pair.a[:3], pair.a[3] + "\n\nLo más leído"), "https://a.example/1", now + HOUR)
    first = stored(ledger, pair.a, "https://a.example/1", now)
    assert find_later_copies(ledger, first) == [(later["id"], "the same page, hardly changed")]


@settings(max_examples=40)
@given(st.text(max_size=200), st.sampled_from(["en", "ja", "de", "xx"]))
def test_any_text_has_a_signature(text: str, lang: str) -> None:
    found = signature(text, lang, "2026-03-02T07:15:00Z")
    assert found == signature(text, lang, "2026-03-02T07:15:00Z")
    assert all(0 <= h < 2**63 for h in found)


def test_texts_made_to_hang_do_not() -> None:
    started = time.monotonic()
    for text in (
        "(" * 20_000,
        "A B " * 10_000,
        "1," * 20_000,
        "万" * 20_000,
        "« " * 20_000,
        "<a " * 20_000,
        "… " * 20_000,
    ):
        one, two = row(("en", "A", "T", text)), row(("fr", "B", "T", text + "."))
        signature(text, "en", "2026-03-02T07:15:00Z")
        compare(one, dict(two, text=text[:3000]))
    assert time.monotonic() - started < 20


@pytest.mark.shared
@pytest.mark.skipif(not WIRE.is_dir(), reason="../shared/wire is absent")
def test_labelled_pairs() -> None:
    pairs = json.loads((WIRE / "pairs" / "pairs.json").read_text())
    found = [
        (p["copy"], compare(p["a"], p["b"]) is not None, p["a"]["lang"] == p["b"]["lang"]) for p in pairs
    ]
    hit = sum(g and f for g, f, _ in found)
    wrong, missed = sum(f and not g for g, f, _ in found), sum(g and not f for g, f, _ in found)
    assert 2 * hit / (2 * hit + wrong + missed) >= 0.90
    same = [f for g, f, s in found if g and s]
    assert sum(same) / len(same) >= 0.95


@pytest.mark.shared
@pytest.mark.skipif(not WIRE.is_dir(), reason="../shared/wire is absent")
def test_copies_on_the_wire_in_any_order(ledger: Ledger) -> None:
    rows: list[tuple[str, Row]] = []
    gold: dict[str, set[str]] = {}
    for path in sorted(WIRE.glob("*.json")):
        episode = json.loads(path.read_text())
        articles = episode if isinstance(episode, list) else episode["articles"]
        rows += [(f"{path.stem}/{a['id']}", a) for a in articles]
        if isinstance(episode, dict):
            for c in episode["gold"]["copies"]:
                gold.setdefault(f"{path.stem}/{c['article']}", set()).add(f"{path.stem}/{c['of']}")
    random.Random(5).shuffle(rows)
    names: dict[str, str] = {}
    found: dict[str, str] = {}
    for name, a in rows:
        at = datetime.fromisoformat(a["published"])
        kept = store_article(
            ledger,
            Incoming(
                a["url"], a["title"], a["text"], at, a["outlet"], a["kind"], a["lang"], "", None, at, False
            ),
            at,
        )
        assert kept, name
        names[kept] = name
        article = ledger.wire.article(kept) or {}
        assert article["readable"], name
        for copy, _ in find_later_copies(ledger, article):
            found.setdefault(names[copy], name)
        if original := find_original(ledger, article):
            found[name] = names[original[0]]
    hit = sum(found.get(k) in v for k, v in gold.items())
    wrong = sum(k not in gold for k in found)
    assert hit == len(gold)
    assert wrong == 0


def test_every_pair_of_the_others_is_none() -> None:
    sides = list(itertools.chain.from_iterable(((p.name, p.a), (p.name, p.b)) for p in PAIRS if not p.copy))
    for (n, a), (m, b) in itertools.combinations(sides, 2):
        if n != m and a[3] != b[3] and a[2] != b[2]:
            assert compare(row(a), row(b)) is None, (n, m)
