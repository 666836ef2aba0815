from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.ledger import Ledger
from store.words import terms, words
from tests.store.conftest import NOW, days


def refs(rows: list[dict[str, str]]) -> list[str]:
    return [row["ref"] for row in rows]


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    texts = {
        "c-en": "Quillon plans to sell its ferries to Brask Motors",
        "c-fr": "L’entreprise dément vouloir céder ses ferries",
        "c-de": "Quillon verkauft die Fähren, größer als gedacht",
        "c-ja": "同社は造船所の売却を検討しているとの報道を否定した",
        "c-zh": "公司否认出售造船厂的传闻",
        "c-ko": "회사는 조선소 매각설을 부인했다",
        "c-pt": "a companhia nega crédito de R$ 5,2 bilhões",
    }
    for i, (ref, text) in enumerate(texts.items()):
        ledger.search.index(ref, "claim", text, days(i))
    return ledger


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ferries", ["c-fr", "c-en"]),
        ("FERRIES quillon", ["c-en"]),
        ("ferr", ["c-fr", "c-en"]),
        ("ferr quillon", []),  # only the last word may be a beginning
        ("quillon ferr", ["c-en"]),
        ("entreprise", ["c-fr"]),
        ("l'entreprise dément", ["c-fr"]),
        ("dement", ["c-fr"]),
        ("grösser", ["c-de"]),
        ("Fahren", ["c-de"]),
        ("credito", ["c-pt"]),
        ("5,2", ["c-pt"]),
        ("売却", ["c-ja"]),
        ("否定", ["c-ja"]),
        ("造船所", ["c-ja"]),
        ("造船", ["c-zh", "c-ja"]),
        ("否认", ["c-zh"]),
        ("传闻", ["c-zh"]),
        ("매각", ["c-ko"]),
        ("부인", ["c-ko"]),
        ("조선소", ["c-ko"]),
        ("検討売却", []),
        ("売", ["c-ja"]),
        ("quillon 売却", []),
        ("nothing", []),
        ("", []),
        ("  ?! ", []),
        ('"ferries" AND (quillon OR -x) NEAR/3 ^col:', []),
        ('"ferries', ["c-fr", "c-en"]),
        ("ferries*", ["c-fr", "c-en"]),
        ("ferries 🚢", ["c-fr", "c-en"]),
        ("f", []),
    ],
)
def test_find(filled: Ledger, query: str, found: list[str]) -> None:
    assert refs(filled.search.find(query)) == found


@pytest.mark.parametrize("query", ["AND", "OR NOT", "NEAR(", '""', "'", "{}: *", "\x00", "\ud83d", "ferries " * 400, "x" * 3000, "語" * 3000, "a-b+c^d"])
def test_no_query_is_an_error(filled: Ledger, query: str) -> None:
    filled.search.find(query)
    filled.search.find_any([query])
    filled.search.rarest([query])


@settings(max_examples=150)
@given(text=st.text(st.characters(codec=None), max_size=60))
def test_any_text_can_be_indexed_and_any_of_its_words_finds_it(ledger: Ledger, text: str) -> None:
    ledger.search.index("it", "claim", text, NOW)
    ledger.search.find(text)
    ledger.search.find_any([text])
    # FTS5 knows the letters of an older Unicode; what Python alone takes for a letter finds nothing, quietly
    for term in [t for t in terms(text) if t.isascii()][:5]:
        assert refs(ledger.search.find(term + " ")) == ["it"]
    assert ledger.search.frequencies(terms(text)) == dict.fromkeys(terms(text), 1)


@settings(max_examples=100)
@given(text=st.text("造船所売却否定検討ニュース조선소매각 abc", min_size=2, max_size=30), data=st.data())
def test_every_two_characters_are_found(ledger: Ledger, text: str, data: st.DataObject) -> None:
    ledger.search.index("it", "claim", text, NOW)
    start = data.draw(st.integers(0, len(text) - 2))
    piece = text[start : start + 2]
    if " " in piece or piece.isascii() or any(c.isascii() for c in piece):
        return
    assert refs(ledger.search.find(piece)) == ["it"]


def test_kinds_and_limit(ledger: Ledger) -> None:
    for i in range(30):
        ledger.search.index(f"x{i:02}", ("claim", "response", "article")[i % 3], "ferry", days(i))
    assert refs(ledger.search.find("ferry", 3)) == ["x29", "x28", "x27"]
    assert refs(ledger.search.find("ferry", 3, kinds=["response"])) == ["x28", "x25", "x22"]
    assert ledger.search.find("ferry", 1) == [{"ref": "x29", "kind": "article", "published": "2026-03-31T07:15:00Z"}]
    assert len(ledger.search.find_any(["ferry"], ["claim", "article"], 100)) == 20


def test_the_latest_published_comes_first_not_the_latest_indexed(ledger: Ledger) -> None:
    for n in (3, 1, 2):
        ledger.search.index(f"x{n}", "claim", "ferry", days(n))
    assert refs(ledger.search.find("ferry")) == ["x3", "x2", "x1"]


def test_indexing_again_replaces(ledger: Ledger) -> None:
    ledger.search.index("x", "claim", "old ferry", NOW)
    ledger.search.index("x", "claim", "new ferry", days(1))
    assert refs(ledger.search.find("old")) == []
    assert [r["published"] for r in ledger.search.find("new")] == ["2026-03-03T07:15:00Z"]
    assert ledger.search.frequencies(["old", "new", "ferry"]) == {"old": 0, "new": 1, "ferry": 1}
    ledger.search.index("x", "response", "new ferry", days(2))  # the same words: only the row changes
    assert ledger.search.find("ferry") == [{"ref": "x", "kind": "response", "published": "2026-03-04T07:15:00Z"}]


def test_removing(ledger: Ledger) -> None:
    ledger.search.index("x", "claim", "ferry", NOW)
    assert ledger.search.remove("x") is True
    assert ledger.search.remove("x") is False
    assert ledger.search.find("ferry") == []
    assert ledger.search.frequencies(["ferry"]).get("ferry", 0) == 0


def test_rarest(ledger: Ledger) -> None:
    for i in range(9):
        ledger.search.index(f"x{i}", "claim", "common " + "seldom " * (i < 3) + "once " * (i < 1), NOW)
    asked = ["common", "seldom", "Once", "never", "common"]
    assert ledger.search.rarest(asked) == ["once", "seldom", "common", "never"]
    assert ledger.search.rarest(asked, 2) == ["once", "seldom"]
    assert ledger.search.rarest([]) == []
    assert ledger.search.rarest(words("common never"), 1) == ["common"]
    assert len(ledger.search.frequencies([f"w{i}" for i in range(1000)] + ["common"])) == 1


def test_find_any_ranks_and_narrows(ledger: Ledger) -> None:
    ledger.search.index("both", "claim", "quillon ferries", NOW)
    ledger.search.index("one", "claim", "quillon harbour", NOW)
    ledger.search.index("other", "claim", "brask ferries", NOW)
    for i in range(20):
        ledger.search.index(f"x{i}", "claim", "something else altogether", NOW)
    assert refs(ledger.search.find_any(["quillon", "ferries"]))[0] == "both"
    assert set(refs(ledger.search.find_any(["quillon", "ferries"]))) == {"both", "one", "other"}
    assert set(refs(ledger.search.find_any(["ferries", "harbour"], with_all=["Quillon"]))) == {"both", "one"}
    assert ledger.search.find_any([]) == []
    assert ledger.search.find_any(["?"], with_all=["quillon"]) == []


def test_a_very_long_text_is_indexed_up_to_a_point(ledger: Ledger) -> None:
    ledger.search.index("x", "article", "start " + "filler " * 60_000 + "end", NOW)
    assert refs(ledger.search.find("start")) == ["x"]
    assert refs(ledger.search.find("end")) == []
