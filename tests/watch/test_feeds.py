from __future__ import annotations

import contextlib
import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.watch import feeds
from bot.watch.feeds import FeedError, parse

SHARED = Path(__file__).parents[3] / "shared" / "data" / "feeds"
URL = "https://site.example/feeds/news.xml"

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour &amp;amp; Coast</title><link>https://site.example/</link><language>en-GB</language><ttl>30</ttl>
<item><title>Mill &amp;lt;b&amp;gt;denies&amp;lt;/b&amp;gt; sale</title><link>/2026/mill</link><guid isPermaLink="false">m1</guid>
 <pubDate>Mon, 02 Mar 2026 08:15:00 +0100</pubDate><description><![CDATA[<p>It says &ldquo;no&rdquo;.</p>]]></description>
 <content:encoded><![CDATA[<p>First&nbsp;paragraph.</p><script>x()</script><p>Second<br>line.</p>]]></content:encoded></item>
<item><title>No guid, no date</title><link>https://site.example/2026/plain</link></item>
<item><title>Guid alone</title><guid>https://site.example/2026/guid</guid></item>
<item><title>Twice</title><link>https://site.example/2026/twice</link><guid isPermaLink="false">m1</guid></item>
<item><title>Mill again</title><link>https://site.example/2026/mill</link><guid isPermaLink="false">m1</guid></item>
</channel></rss>"""


def test_rss_with_its_usual_flaws() -> None:
    feed = parse(RSS.encode(), "application/rss+xml", URL)
    assert (feed.title, feed.lang, feed.ttl_seconds, feed.home) == (
        "Harbour & Coast",
        "en",
        1800,
        "https://site.example/",
    )
    first, plain, guid, twice = feed.entries
    assert first.url == "https://site.example/2026/mill"
    assert first.title == "Mill denies sale"
    assert first.summary == "It says “no”."
    assert first.content == "First paragraph.\n\nSecond\n\nline."
    assert first.published == datetime(2026, 3, 2, 7, 15, tzinfo=UTC)
    assert (plain.guid, plain.published) == ("https://site.example/2026/plain", None)
    assert guid.url == "https://site.example/2026/guid"
    assert twice.url == "https://site.example/2026/twice"
    assert twice.guid not in ("m1", ""), "another entry under a used guid gets one of its own"


@pytest.mark.parametrize("lead", ["", "\ufeff", "\n \t", "\ufeff\n"])
def test_what_stands_before_a_feed_is_ignored(lead: str) -> None:
    assert len(parse((lead + RSS).encode(), "", URL).entries) == 4


def test_atom() -> None:
    body = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://site.example/blatt/">
      <title>Blatt</title><link href="/"/><entry><id>tag:1</id><title type="html">Werk &amp;amp; Hof</title>
      <link rel="alternate" href="eins"/><updated>2026-03-02T08:15:00+01:00</updated>
      <published>2026-03-01T08:15:00Z</published><author><name>A. Autorin</name></author>
      <content type="html">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>"""
    (entry,) = parse(body.encode(), "", URL).entries
    assert entry.url == "https://site.example/blatt/eins"
    assert (entry.title, entry.author, entry.content, entry.lang) == (
        "Werk & Hof",
        "A. Autorin",
        "Text",
        "de",
    )
    assert entry.published == datetime(2026, 3, 1, 8, 15, tzinfo=UTC)
    assert entry.updated == datetime(2026, 3, 2, 7, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    "body",
    [
        """<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
        "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>T</title>
        <link>https://site.example/</link><item><title>One</title><link>https://site.example/1</link></item></channel></rss>""",
        """<rss version="0.92"><channel><title>T</title><item><title>One</title><link>https://site.example/1</link>
        </item></channel></rss>""",
        """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
        <channel rdf:about="x"><title>T</title></channel><item rdf:about="https://site.example/1"><title>One</title>
        <link>https://site.example/1</link></item></rdf:RDF>""",
        """<rss version="2.0"><channel><title>T</title><item><title>One</title><link>https://site.example/1</link>
        <description>never closed & more</item></channel>""",
    ],
)
def test_old_and_broken_kinds(body: str) -> None:
    feed = parse(body.encode(), "text/xml", URL)
    assert [(e.title, e.url) for e in feed.entries] == [("One", "https://site.example/1")]


def test_json_feed() -> None:
    feed = parse(
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "J",
                "language": "fr-CA",
                "home_page_url": "https://site.example",
                "authors": [{"name": "Rédaction"}],
                "items": [
                    {"id": 7, "url": "/sept", "title": "Sept", "content_html": "<p>Un</p><p>Deux</p>",
                     "date_published": "2026-03-02T08:15:00-05:00", "date_modified": "2026-03-03T00:00:00Z"},
                    {"id": "8", "external_url": "https://other.example/8", "content_text": "Trois",
                     "author": {"name": "A"}, "date_published": "when it was ready"},
                    "not an item",
                    {},
                ],
            }
        ).encode(),
        "application/feed+json",
        URL,
    )  # fmt: skip
    one, two = feed.entries
    assert (one.guid, one.url, one.content, one.author, one.lang) == (
        "7",
        "https://site.example/sept",
        "Un\n\nDeux",
        "Rédaction",
        "fr",
    )
    assert one.published == datetime(2026, 3, 2, 13, 15, tzinfo=UTC)
    assert (two.url, two.content, two.author, two.published) == (
        "https://other.example/8",
        "Trois",
        "A",
        None,
    )


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "empty"),
        (b" \n\0", "empty"),
        (
            b"<!DOCTYPE html><html><head><title>Hi</title></head><body>Hello</body></html>",
            "web page, not a feed; look for",
        ),
        (b"Sorry, we are closed.", "it begins with 'Sorry"),
        (b"<?xml version='1.0'?><note><to>you</to></note>", "XML, but not a feed"),
        (b'{"hello": 1}', "no JSON Feed"),
        (b"{'hello'", "cannot be read"),
        (b"\xff\xfe\x00", "it begins with"),
    ],
)
def test_what_is_no_feed_is_named(body: bytes, says: str) -> None:
    with pytest.raises(FeedError, match=says) as caught:
        parse(body, "text/html", URL)
    assert "\n" not in str(caught.value)


def test_a_page_that_names_its_feed() -> None:
    page = b"<html><head><link rel='alternate' type='application/rss+xml' href='/rss'></head><body/></html>"
    with pytest.raises(FeedError, match=r"the feed it names is https://site\.example/rss") as caught:
        parse(page, "text/html", URL)
    assert caught.value.feeds == ("https://site.example/rss",)


@pytest.mark.parametrize(
    ("encoding", "declared", "content_type"),
    [
        ("utf-8", "iso-8859-1", "text/xml; charset=us-ascii"),
        ("cp1252", "utf-8", "text/xml; charset=utf-8"),
        ("iso-8859-1", "", "text/xml; charset=iso-8859-1"),
        ("utf-16", "utf-16", ""),
        ("utf-16-le", "utf-16", "text/xml"),
        ("utf-16-be", "utf-16", "text/xml"),
    ],
)
def test_wrong_and_missing_charsets(encoding: str, declared: str, content_type: str) -> None:
    mark = f' encoding="{declared}"' if declared else ""
    body = f'<?xml version="1.0"{mark}?><rss version="2.0"><channel><title>Ça</title><item><title>Café à Zürich</title><link>https://a.example/1</link></item></channel></rss>'
    feed = parse(body.encode(encoding), content_type, URL)
    assert (feed.title, feed.entries[0].title) == ("Ça", "Café à Zürich")


@pytest.mark.parametrize(
    ("encoding", "declared", "text"),
    [("cp932", "Shift_JIS", "白い会社は否定"), ("gb18030", "gb2312", "公司否认报道"), ("cp949", "euc-kr", "회사는 부인했다"),
     ("iso-2022-jp", "iso-2022-jp", "白い会社は否定"), ("utf-8", "Shift_JIS", "白い会社は否定")],
)  # fmt: skip
def test_eastern_charsets(encoding: str, declared: str, text: str) -> None:
    body = f'<?xml version="1.0" encoding="{declared}"?><rss version="2.0"><channel><title>t</title><item><title>{text}</title><link>https://a.example/1</link></item></channel></rss>'
    assert parse(body.encode(encoding), "", URL).entries[0].title == text


def test_entities_are_never_expanded() -> None:
    body = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(12))
        + '<!ENTITY f SYSTEM "file:///etc/hostname">]>'
        + '<rss version="2.0"><channel><title>&m;</title><item><title>one &f; &m;</title><link>https://a.example/1</link></item></channel></rss>'
    )
    started = time.monotonic()
    feed = parse(body.encode(), "", URL)
    assert time.monotonic() - started < 1
    assert "aaa" not in feed.entries[0].title + feed.title
    assert Path("/etc/hostname").read_text().strip() not in feed.entries[0].title


@pytest.mark.parametrize(
    "body",
    [
        b'<rss version="2.0"><channel>' + b"<a>" * 1_000_000,
        b"<rss" + b"<item " * 500_000,
        b"<!DOCTYPE x [" * 20_000,
        b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * 100_000,
        b'<rss version="2.0"><channel><item><title>' + b"<!--" * 100_000,
        b'<rss version="2.0"><channel><item><link>https://a.example</link><title><![CDATA[' + b"<a" * 200_000 + b"]]></title></item></channel></rss>",
        b'<rss version="2.0"><channel>' + b"<item><title>t</title><link>https://a.example/1</link></item>" * 50_000 + b"</channel></rss>",
        b"<html>" + b"<link " * 20_000,
    ],
)  # fmt: skip
def test_bodies_made_to_keep_a_parser_busy(body: bytes) -> None:
    started = time.monotonic()
    with contextlib.suppress(FeedError):
        assert len(parse(body, "", URL).entries) <= feeds.MAX_ENTRIES
    assert time.monotonic() - started < 4


def test_the_hash_tells_an_edited_entry() -> None:
    before = parse(RSS.encode(), "", URL).entries
    after = parse(RSS.replace("Second<br>line", "Corrected").encode(), "", URL).entries
    assert [a.hash == b.hash for a, b in zip(before, after, strict=True)] == [False, True, True, True]


@pytest.mark.parametrize("period", [("hourly", 2, 1800), ("daily", 1, 86400), ("sometimes", 1, None)])
def test_the_syndication_module(period: tuple[str, int, int | None]) -> None:
    name, times, seconds = period
    body = RSS.replace(
        "<ttl>30</ttl>",
        f"<sy:updatePeriod>{name}</sy:updatePeriod><sy:updateFrequency>{times}</sy:updateFrequency>",
    )
    assert parse(body.encode(), "", URL).ttl_seconds == seconds


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data/feeds is absent")
def test_real_feeds(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = failures = 0
    for path in sorted(SHARED.iterdir()):
        try:
            feed = parse(path.read_bytes(), "", URL)
        except FeedError:
            failures += 1  # these are single HTML fragments, not feeds
            assert "Entry" in path.name
            continue
        entries += len(feed.entries)
        assert all(e.guid and (e.url.startswith("http") or e.content) for e in feed.entries), path.name
        assert len({e.guid for e in feed.entries}) == len(feed.entries)
        # where the quick parser is believed, the patient one reads the same
        with monkeypatch.context() as patch:
            patch.setattr(feeds, "_quick", lambda data, markup: None)
            patient = parse(path.read_bytes(), "", URL)
        assert [(e.title, e.url, e.guid, e.published) for e in feed.entries] == [
            (e.title, e.url, e.guid, e.published) for e in patient.entries
        ], path.name
    assert (entries, failures) == (322, 6)


@settings(max_examples=80)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=300).map(lambda s: (RSS[:400] + s).encode("utf-8", "replace")),
    )
)
def test_no_bytes_break_it(body: bytes) -> None:
    with contextlib.suppress(FeedError):
        parse(body, "text/xml", URL)


@settings(max_examples=60)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=9), lambda x: st.lists(x, max_size=3) | st.dictionaries(
    st.sampled_from(["id", "url", "title", "authors", "author", "name", "content_html", "date_published", "items"]), x, max_size=4), max_leaves=12))  # fmt: skip
def test_no_json_breaks_it(items: object) -> None:
    body = json.dumps(
        {"version": "https://jsonfeed.org/version/1", "items": [items], "title": items, "authors": items}
    )
    parse(body.encode(), "", URL)


@pytest.mark.parametrize("filler", [b"{},", b"[],", b'"x" ,' * 4])
def test_json_that_would_fill_the_memory_is_not_read(filler: bytes) -> None:
    body = b'{"version": "https://jsonfeed.org/version/1.1", "items": [' + filler * 300_000 + b"{}]}"
    with pytest.raises(FeedError, match="far larger than any JSON Feed"):
        parse(body, "application/feed+json", URL)
