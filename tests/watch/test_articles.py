from __future__ import annotations

import gzip
import json
import re
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.watch import meta
from bot.watch.articles import Incoming, article_id, domain, extract, language, normal_url, store_article
from store.ledger import Ledger

PAGES = Path(__file__).parents[3] / "shared" / "data" / "pages"
URL = "https://mill.example/2026/03/02/sale"
P1 = "The owners of Millworks Holding are looking for a buyer for the group, three people with knowledge of the matter said on Monday."
P2 = "The process is at an early stage and may not lead to a sale, the people said. The group employs 4,300 people at nine sites."
P3 = "“We do not comment on talk in the market,” a spokeswoman for Millworks said by telephone, adding that orders had held up well."

PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Millworks is for sale | The Mill Post</title>
<meta property="og:title" content="Millworks is for sale"><meta property="og:site_name" content="The Mill Post">
<link rel="canonical" href="/2026/03/02/sale"><script type="application/ld+json">{{"@context": "https://schema.org",
"@graph": [{{"@type": "WebPage", "name": "x"}}, {{"@type": "NewsArticle", "headline": "Millworks is for sale",
"datePublished": "2026-03-02T08:15:00+01:00", "dateModified": "2026-03-02T10:00:00Z",
"author": [{{"@type": "Person", "name": "Ada Quill"}}, {{"name": "Bo Reed"}}], "publisher": {{"name": "Mill Post Ltd"}}}}]}}</script></head>
<body><nav><a href="/">Home</a> <a href="/b">Business</a></nav><article><h1>Millworks is for sale</h1>
<p>{P1}</p><p>{P2}</p><p>{P3}</p></article><aside><h3>Most read</h3><ul><li><a href="/1">Cats on the roof again</a></li></ul></aside>
<footer>© The Mill Post</footer></body></html>"""


def incoming(text: str, now: datetime, **changes: object) -> Incoming:
    base = Incoming(url=URL, title="Millworks is for sale", text=text, published=now, outlet="The Mill Post", kind=None,
                    lang="en", author="", feed_id=None, first_seen=now, live=True)  # fmt: skip
    return replace(base, **changes)  # type: ignore[arg-type]


def test_a_page_with_its_marks() -> None:
    found = extract(PAGE.encode(), URL)
    assert found.title == "Millworks is for sale"
    assert found.text == f"{P1}\n\n{P2}\n\n{P3}"
    assert (found.outlet, found.author, found.lang) == ("The Mill Post", "Ada Quill, Bo Reed", "en")
    assert found.published == datetime(2026, 3, 2, 7, 15, tzinfo=UTC)
    assert found.updated == datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
    assert (found.readable, found.reason, found.canonical) == (True, "", URL)


def test_a_page_without_marks() -> None:
    page = f"<html><head><title>Millworks is for sale - Mill</title></head><body><p>{P1}</p><p>{P2}</p><time datetime='2026-03-02'>2 March</time></body></html>"
    found = extract(page, URL)
    assert (found.title, found.outlet, found.author) == ("Millworks is for sale", "", "")
    assert found.published == datetime(2026, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    "page",
    [b"", b"   ", b"\0\0\0", b"<html></html>", b"just a line", b"<" * 300_000, b"<div>" * 150_000, b"\xff\xfe\x00\x00",
     b"<html><body><script>alert(1)</script></body></html>", b"%PDF-1.7 ..."],
)  # fmt: skip
def test_what_is_no_page_has_a_reason(page: bytes) -> None:
    started = time.monotonic()
    found = extract(page, URL)
    assert not found.readable
    assert found.reason
    assert time.monotonic() - started < 5


def test_control_and_hidden_characters_go() -> None:
    found = extract(PAGE.replace("nine sites", "nine\u200b si\u202etes\ufeff"), URL)
    assert "nine sites" in found.text


@pytest.mark.parametrize(
    ("data", "field", "value"),
    [
        ({"@type": "NewsArticle", "author": "https://mill.example/ada"}, "author", ""),
        ({"@type": ["Thing", "ReportageNewsArticle"], "headline": "H &amp; M"}, "title", "H & M"),
        ([[{"@type": "NewsArticle", "isAccessibleForFree": "False"}]], "gated", True),
        ({"@type": "NewsArticle", "isAccessibleForFree": False}, "gated", True),
        ({"@type": "Organization", "name": "Mill"}, "outlet", "T"),
        ({"@type": "WebPage", "datePublished": "2026-03-02T07:15:00Z"}, "published", datetime(2026, 3, 2, 7, 15, tzinfo=UTC)),
        ({"@type": "NewsArticle", "datePublished": "0001-01-01T00:00:00Z"}, "published", None),
    ],
)  # fmt: skip
def test_json_ld(data: object, field: str, value: object) -> None:
    from lxml.html import fromstring

    tree = fromstring(
        f"<html><head><meta property='og:site_name' content='T'><script type='application/ld+json'>not json</script>"
        f"<script type='application/ld+json'>{json.dumps(data)};</script></head><body/></html>"
    )
    assert getattr(meta.read(tree, URL), field) == value


def test_a_canonical_address_of_another_host_is_not_believed() -> None:
    for href in ("https://other.example/x", "/", "https://[::1", "mailto:x@y.example"):
        assert extract(PAGE.replace('href="/2026/03/02/sale"', f'href="{href}"'), URL).canonical == ""


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("HTTPS://Mill.EXAMPLE:443/a?utm_source=x&b=1&fbclid=2#top", "https://mill.example/a?b=1"),
        ("http://mill.example", "http://mill.example/"),
        ("http://mill.example:8080/a?b=c%20d&e=", "http://mill.example:8080/a?b=c%20d&e="),
        (
            "https://www.google.com/url?rct=j&sa=t&url=https://mill.example/a%3Futm_medium%3Dx&ct=ga",
            "https://mill.example/a",
        ),
        ("https://www.google.com/url?rct=j", "https://www.google.com/url?rct=j"),
        ("http://[2606:4700::1]/x", "http://[2606:4700::1]/x"),
        (" file:body.txt ", "file:body.txt"),
        ("http://[::1", "http://[::1"),
    ],
)
def test_one_spelling_of_an_address(url: str, normal: str) -> None:
    assert normal_url(url) == normal
    assert normal_url(normal) == normal


def test_registrable_domains() -> None:
    assert domain("https://news.mill.co.uk/a") == domain("http://mill.co.uk") == "mill.co.uk"
    assert domain("http://127.0.0.1:80/") == "127.0.0.1"
    assert domain("http://[::1") == ""


@pytest.mark.parametrize(
    ("text", "hint", "lang"),
    [
        (P1, "fr", "en"),
        (
            "Le groupe dément tout projet de vente et assure que les commandes restent solides cette année.",
            "en",
            "fr",
        ),
        ("同社は17日、この報道について「事実ではない」とするコメントを発表した。株価は下落した。", "", "ja"),
        ("Kurz.", "de", "de"),
        ("Kurz.", "", "en"),
        ("1234 5678 9012 3456 7890 1234 5678 9012 3456 7890 1234 5678 9012", "it", "it"),
    ],
)
def test_language(text: str, hint: str, lang: str) -> None:
    assert language(text, hint) == lang


def test_stored_once_and_found_by_search(ledger: Ledger, now: datetime) -> None:
    text = f"{P1}\n\n{P2}\n\n{P3}"
    first = store_article(ledger, incoming(text, now, url=URL + "?utm_source=a"), now)
    assert first == article_id(URL, "Millworks is for sale", text)
    assert store_article(ledger, incoming(text, now), now) is None
    row = ledger.wire.article(first or "")
    assert row is not None
    assert (row["state"], row["readable"], row["version"], row["post"], row["dated"]) == ("new", 1, 1, 1, 1)
    assert row["published"] == "2026-03-02T07:15:00Z"
    assert [r["ref"] for r in ledger.search.find("Millworks buyer")] == [first]
    assert ledger.db.one("SELECT COUNT(*) AS n FROM copy_bands")["n"] >= 20  # type: ignore[index]


def test_versions_need_a_difference_that_readers_would_see(ledger: Ledger, now: datetime) -> None:
    text, hour = f"{P1}\n\n{P2}\n\n{P3}", timedelta(hours=1)
    assert store_article(ledger, incoming(text, now), now)
    same = [
        text.replace(" ", "  ").replace("\n\n", "\n"),
        text + "\n\nMost read\n\nCats on the roof again\n\nFive soups for spring",
        text.replace("“", '"').replace("”", '"'),
    ]
    for other in same:
        assert store_article(ledger, incoming(other, now + hour), now + hour) is None
    newer = text.replace("We do not comment on talk in the market", "This is not true")
    second = store_article(ledger, incoming(newer, now + hour), now + hour)
    assert second
    assert [v["version"] for v in ledger.wire.versions(URL)] == [1, 2]
    assert store_article(ledger, incoming(newer.replace("4,300", "4,100"), now + 2 * hour), now + 2 * hour)


def test_a_newer_extractor_makes_no_version(ledger: Ledger, now: datetime) -> None:
    hour = timedelta(hours=1)
    store_article(ledger, incoming(f"{P1}\n\n{P2}", now, extractor="old/1"), now)
    caption = f"{P1}\n\nA picture shows the works by the river in the year of its founding.\n\n{P2}"
    assert store_article(ledger, incoming(caption, now + hour, extractor="new/2"), now + hour) is None
    corrected = caption + "\n\nCorrection: an earlier version of this report gave a wrong number of sites."
    assert store_article(ledger, incoming(corrected, now + hour, extractor="new/2"), now + hour)


def test_a_wall_in_front_of_an_article_is_no_version(ledger: Ledger, now: datetime) -> None:
    hour = timedelta(hours=1)
    wall = "Please enable JavaScript and cookies to continue. Verify you are human by completing the action below."
    assert store_article(ledger, incoming(f"{P1}\n\n{P2}", now), now)
    assert store_article(ledger, incoming(wall, now + hour), now + hour) is None
    other = store_article(ledger, incoming(wall, now, url="https://mill.example/other"), now)
    row = ledger.wire.article(other or "")
    assert row is not None
    assert (row["state"], row["readable"], row["reason"]) == ("unreadable", 0, "bot check")
    assert store_article(
        ledger, incoming(P1 + "\n\n" + P2, now + hour, url="https://mill.example/other"), now + hour
    )


def test_an_article_without_a_date_counts_from_first_sight(ledger: Ledger, now: datetime) -> None:
    seen = now + timedelta(hours=3)
    kept = store_article(ledger, incoming(f"{P1}\n\n{P2}", now, published=None, first_seen=seen), seen)
    row = ledger.wire.article(kept or "")
    assert row is not None
    assert (row["published"], row["dated"]) == ("2026-03-02T10:15:00Z", 0)
    ledger.wire.save_article(row["id"], state="read")
    assert store_article(ledger, incoming(f"{P1}\n\n{P2}", now), seen) is None
    row = ledger.wire.article(kept or "")
    assert row is not None
    assert (row["published"], row["dated"], row["state"]) == ("2026-03-02T07:15:00Z", 1, "new"), (
        "its date came later"
    )


def test_versions_may_come_in_any_order(ledger: Ledger, now: datetime) -> None:
    early, late = f"{P1}\n\n{P2}", f"{P1}\n\n{P2}\n\n{P3}"
    second = store_article(ledger, incoming(late, now + timedelta(hours=1)), now)
    first = store_article(ledger, incoming(early, now), now)
    assert [v["id"] for v in ledger.wire.versions(URL)] == [first, second]


def test_the_outlet_is_never_empty(ledger: Ledger, now: datetime) -> None:
    kept = store_article(ledger, incoming(P1, now, outlet="", url="https://www.mill.co.uk/a"), now)
    assert (ledger.wire.article(kept or "") or {})["outlet"] == "mill.co.uk"


@settings(max_examples=40)
@given(st.text(max_size=200), st.text(max_size=60))
def test_no_page_breaks_it(body: str, title: str) -> None:
    found = extract(
        f"<html><head><title>{title}</title></head><body><article><p>{body}</p></article></body></html>", URL
    )
    assert found.readable or found.reason


@pytest.mark.shared
@pytest.mark.skipif(not PAGES.is_dir(), reason="../shared/data/pages is absent")
def test_extraction_on_real_pages() -> None:
    """Shingles of four words against the ground truth, averaged over pages; the bar is .955."""
    truth = json.loads((PAGES / "ground-truth.json").read_text())
    sums = [0.0, 0.0, 0.0]
    for key, page in list(truth.items())[::3]:
        got = shingles(
            extract(gzip.decompress((PAGES / "html" / f"{key}.html.gz").read_bytes()), page["url"]).text
        )
        want = shingles(page["articleBody"])
        hit = sum((got & want).values())
        extra, missed = sum(got.values()) - hit, sum(want.values()) - hit
        whole = hit + extra + missed or 1
        sums = [s + v / whole for s, v in zip(sums, (hit, extra, missed), strict=True)]
    precision, recall = sums[0] / (sums[0] + sums[1]), sums[0] / (sums[0] + sums[2])
    assert 2 * precision * recall / (precision + recall) >= 0.955


def shingles(text: str) -> Counter[str]:
    found = re.findall(r"\w+", text)
    return Counter(" ".join(found[i : i + 4]) for i in range(max(1, len(found) - 3))) if found else Counter()
