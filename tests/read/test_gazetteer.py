"""The list of companies: its data, and how the ledger comes to use it."""

from __future__ import annotations

import csv
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.read import gazetteer, keep
from bot.read.companies import in_latin, key
from bot.read.reading import Alias, Reading
from store.ledger import Ledger

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SHARED = Path(__file__).parents[3] / "shared" / "wire"
ENTRIES = list(gazetteer.read(gazetteer.FILE))


class TestData:
    def test_it_is_long_and_speaks_many_scripts(self) -> None:
        assert len(ENTRIES) >= 900
        names = "".join(name for e in ENTRIES for name in e.names)
        for first, last in ("一鿿", "぀ヿ", "가힣", "Ѐӿ", "؀ۿ"):  # Han, kana, Hangul, Cyrillic, Arabic
            assert sum(first <= c <= last for c in names) > 100

    def test_it_is_sorted_and_has_its_columns(self) -> None:
        with gazetteer.FILE.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.reader(lines, strict=True))
        assert tuple(rows[0]) == gazetteer.COLUMNS
        assert {len(row) for row in rows} == {len(gazetteer.COLUMNS)}
        names = [row[0].casefold() for row in rows[1:]]
        assert names == sorted(set(names))
        assert [c for row in rows for c in row if c != c.strip() or ";;" in c] == []

    def test_no_name_leads_to_two_companies(self) -> None:
        owners: dict[str, set[str]] = {}
        for entry in ENTRIES:
            for name in entry.names:
                assert key(name), entry
                owners.setdefault(key(name), set()).add(entry.name)
            for ticker in entry.tickers:
                owners.setdefault(f"${ticker}", set()).add(entry.name)
        assert {k: v for k, v in owners.items() if len(v) > 1} == {}

    def test_owners_are_listed_and_own_nothing_that_owns_them(self) -> None:
        by_name = gazetteer.entries()
        for entry in ENTRIES:
            chain, at = [entry.name], entry.parent
            while at:
                assert at in by_name, entry
                assert at not in chain, chain
                chain.append(at)
                at = by_name[at].parent

    def test_tickers_look_like_tickers(self) -> None:
        tickers = [ticker for entry in ENTRIES for ticker in entry.tickers]
        assert [t for t in tickers if not re.fullmatch("[A-Z]{1,5}", t)] == []

    def test_words_of_the_language_need_a_context(self) -> None:
        words = "apple target visa gap shell meta block square oracle intel orange sharp canon arm ford amazon mars sea"
        for word in words.split():
            entry = gazetteer.named(word)
            assert entry is not None, word
            assert entry.doubtful(word), word

    def test_no_letters_of_two_scripts_look_like_one_name(self) -> None:
        for entry in ENTRIES:
            for name in entry.names:
                latin, cyrillic = (any(low <= c <= high for c in name) for low, high in ("az", "а" + "я"))
                assert not (latin and cyrillic), name

    @pytest.mark.shared
    @pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/wire, the labelled wire")
    def test_nothing_of_the_wire_is_in_it(self) -> None:
        for path in sorted(SHARED.glob("*.json")):
            episode = json.loads(path.read_text(encoding="utf-8"))
            articles = episode if isinstance(episode, list) else episode["articles"]
            names = [a["outlet"] for a in articles]
            if isinstance(episode, dict):
                names += [n for c in episode["companies"] for n in (c["name"], *c["aliases"])]
            assert [n for n in names if gazetteer.named(n)] == []


class TestKnown:
    @pytest.mark.parametrize(
        ("name", "is_"),
        [
            ("ByteDance", "ByteDance"), ("字节跳动", "ByteDance"), ("바이트댄스", "ByteDance"), ("Huawei Technologies Co., Ltd.", "Huawei"),
            ("サムスン電子", "Samsung Electronics"), ("台積電", "TSMC"), ("鴻海精密", "Foxconn"), ("Газпром", "Gazprom"),
            ("أرامكو", "Saudi Aramco"), ("TikTok", "TikTok"), ("Meta Platforms", "Meta Platforms"), ("Nobody & Sons", None),
        ],
    )  # fmt: skip
    def test_names_in_their_scripts(self, name: str, is_: str | None) -> None:
        entry = gazetteer.known(name, "")
        assert (entry.name if entry else None) == is_

    @pytest.mark.parametrize(
        ("name", "text", "is_"),
        [
            ("Apple", "Apple will make the iPhone in India.", "Apple"),
            ("Apple", "Apple grew its orchards.", None),
            ("苹果公司", "", "Apple"),
            ("Target", "Target Minerals drilled two holes.", None),
            ("Target", "The retailer said sales at Target stores fell.", "Target Corporation"),
            ("Meta", "Zuckerberg wrote to staff of Meta.", "Meta Platforms"),
            ("Meta", "The Meta river rose.", None),
            ("AAPL", "Shares of Apple (AAPL) rose as the iPhone sold.", "Apple"),
            ("CAT", "The CAT scan was clean.", None),
            ("cat", "A cat sat on an excavator.", None),
        ],
    )
    def test_words_that_mean_something_else_too(self, name: str, text: str, is_: str | None) -> None:
        entry = gazetteer.known(name, text)
        assert (entry.name if entry else None) == is_

    def test_look_alike_letters_are_another_name(self) -> None:
        assert gazetteer.named("Теsla") is None  # Cyrillic Те
        assert gazetteer.named("Gооgle") is None  # Cyrillic оо


def kept(ledger: Ledger, text: str, *names: str, kind: str = "newspaper", outlet: str = "Dock Gazette", **reading: object) -> None:
    article = {
        "id": f"a-{abs(hash(text))}", "page": text, "url": "https://dock.example/1", "outlet": outlet, "kind": kind, "title": "",
        "text": text, "text_hash": "x", "extractor": "x", "published": "2026-03-02T09:00:00Z", "first_seen": "2026-03-02T09:00:00Z",
        "lang": "en",
    }  # fmt: skip
    ledger.wire.add_article(article)
    keep.save(ledger, article, Reading(reader="test", companies=names, **reading), NOW)  # type: ignore[arg-type]


def listed(ledger: Ledger) -> dict[str, str | None]:
    return {row["name"]: row["parent"] for row in ledger.companies.all()}


class TestOnTheLedger:
    def test_it_begins_empty_and_learns_a_company_with_its_owner(self, ledger: Ledger) -> None:
        assert ledger.companies.all() == []
        kept(ledger, "抖音 and TikTok answered.", "TikTok")
        assert listed(ledger) == {"TikTok": "ByteDance", "ByteDance": None}
        kept(ledger, "字节跳动否认。", "字节跳动")
        kept(ledger, "バイトダンスは否定した。", "バイトダンス")
        assert listed(ledger) == {"TikTok": "ByteDance", "ByteDance": None}
        tiktok, owner = (ledger.companies.find(key(n)) for n in ("ティックトック", "ByteDance"))
        assert tiktok
        assert owner
        assert tiktok["family"] == owner["family"]

    def test_unknown_names_are_kept_as_they_are(self, ledger: Ledger) -> None:
        kept(ledger, "Fern plc and Аpple answered; so did Target of Ohio.", "Fern plc", "Аpple", "Target")  # Cyrillic А
        assert listed(ledger) == {"Fern plc": None, "Аpple": None, "Target": None}

    def test_a_look_alike_does_not_merge(self, ledger: Ledger) -> None:
        kept(ledger, "Tesla makes cars.", "Tesla")
        kept(ledger, "Теsla makes promises.", "Теsla")  # Cyrillic Те
        real, fake = ledger.companies.find("tesla"), ledger.companies.find(key("Теsla"))
        assert real
        assert fake
        assert real["id"] != fake["id"]
        assert real["family"] != fake["family"]

    def test_a_person_s_word_goes_first(self, ledger: Ledger) -> None:
        mine = ledger.companies.resolve("Tik Tok Clocks", "tik tok clocks", NOW, by="person")
        ledger.companies.add_alias(mine, "TikTok", "tiktok", "person")
        kept(ledger, "TikTok winds its clocks.", "TikTok")
        assert listed(ledger) == {"Tik Tok Clocks": None}

    def test_a_name_split_off_stays_apart(self, ledger: Ledger) -> None:
        kept(ledger, "三星 and Samsung.", "Samsung")
        ledger.companies.split(key("三星"), NOW, by="person", key_of=key)
        kept(ledger, "三星 again.", "三星")
        apart, main = ledger.companies.find(key("三星")), ledger.companies.find(key("Samsung Electronics"))
        assert apart
        assert main
        assert apart["id"] != main["id"]

    @pytest.mark.parametrize(
        ("name", "other", "kind", "outlet", "believed"),
        [
            ("Fern plc", "蕨", "newspaper", "Dock Gazette", True),
            ("Fern plc", "苹果", "newspaper", "Dock Gazette", False),
            ("Fern plc", "苹果", "press_release", "Fern plc", False),
            ("Tesla", "蕨", "newspaper", "Dock Gazette", False),
            ("Tesla", "Tesla Robotics", "press_release", "Tesla", True),
            ("Tesla", "华为", "press_release", "Tesla", False),
        ],
    )
    def test_no_article_gives_a_listed_company_away(
        self, ledger: Ledger, name: str, other: str, kind: str, outlet: str, believed: bool
    ) -> None:
        kept(ledger, f"{name} ({other})", name, kind=kind, outlet=outlet, aliases=(Alias(name=name, other=other),))
        company = ledger.companies.find(key(name))
        assert company is not None
        assert (other in ledger.companies.own_names(company["id"])) is believed


def test_scripts_are_told_apart() -> None:
    assert [in_latin(n) for n in ("Škoda 3", "L'Oréal", "三星", "LG화학", "Газпром", "3M", "7-11")] == [True, True, False, False, False, True, False]
