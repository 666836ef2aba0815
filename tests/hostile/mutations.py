"""Ordinary feeds and pages, damaged at random places. Seeded, so that what broke something can be made again."""

from __future__ import annotations

import random
from collections.abc import Iterator

FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Mill &amp; Port</title><link>https://mill.example/</link><language>en</language><ttl>60</ttl>
<item><title>Owner denies sale</title><link>https://mill.example/1</link><guid isPermaLink="false">m1</guid><pubDate>Mon, 02 Mar 2026 07:15:00 GMT</pubDate>
<dc:creator>Ana Ruiz</dc:creator><description>&lt;p&gt;The owner said &#8220;no&#8221;.&lt;/p&gt;</description><content:encoded><![CDATA[<p>The owner said <b>no</b>.</p>]]></content:encoded></item>
<item><title>Größe 語 🧪</title><link>/2</link><guid>https://mill.example/2</guid><pubDate>2026-03-02T08:00:00+01:00</pubDate></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://port.example/" xml:lang="de"><title type="html">Hafen &amp;amp; Werk</title>
<entry><id>urn:x:1</id><title>Werk &lt;b&gt;bleibt&lt;/b&gt;</title><link rel="alternate" href="a/1"/><updated>2026-03-02T07:15:00Z</updated>
<author><name>A. Huber</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Der Verkauf sei „falsch“.</p></div></content></entry></feed>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": "https://j.example/", "items": [{"id": "1", "url": "https://j.example/1",
"title": "One", "content_html": "<p>Two</p>", "date_published": "2026-03-02T07:15:00Z", "authors": [{"name": "N"}]}]}"""
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Owner denies sale | Mill Post</title><meta property="og:site_name" content="Mill Post">
<meta property="article:published_time" content="2026-03-02T07:15:00Z"><link rel="canonical" href="https://mill.example/1">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Owner denies sale", "author": [{"@type": "Person", "name": "Ana Ruiz"}]}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Owner denies sale</h1><p>The owner of the mill said on Monday that a report of its sale was “entirely false”, and that 412 people would keep their jobs.</p>
<p>Two people close to the board had told the Harbour Ledger that talks were under way with a buyer from Lindholm, for 31.5 million euros.</p>
<p>«Nous n’avons rien à vendre», the owner’s daughter told reporters. 「事実ではない」, said a spokesman in Osaka.</p></article><footer>© Mill Post</footer></body></html>"""
#: (name, text, content type)
KINDS = (("rss", FEED, "application/rss+xml"), ("atom", ATOM, "application/atom+xml"), ("json", JSON, "application/feed+json"), ("page", PAGE, "text/html"))
_INSERTS = [b"\0", b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b"\xff\xfe", b"\xed\xa0\x80", b"&#0;", b"&#xFFFFFFFF;", b"'", b'"', b"=", b"\r\n" * 50, b"<p" * 30, b"\xe2\x80\xae", b"{", b"[", b"\\u0000", b"<?", b"<!DOCTYPE x [", b"xmlns:"]  # fmt: skip


def damaged(count: int, seed: int = 11) -> Iterator[tuple[str, bytes, str]]:
    """`count` damaged documents: (name, bytes, content type)."""
    for i in range(count):
        dice = random.Random(seed * 1_000_003 + i)
        kind, text, type_ = KINDS[i % len(KINDS)]
        data = bytearray(text.encode())
        for _ in range(dice.randint(1, 12)):
            at = dice.randrange(len(data) or 1)
            match dice.randrange(5):
                case 0:
                    data[at : at + dice.randint(1, 40)] = b""
                case 1:
                    data[at:at] = dice.choice(_INSERTS)
                case 2:
                    data[at : at + 1] = bytes([dice.randrange(256)])
                case 3:
                    piece = data[at : at + dice.randint(1, 200)]
                    data[at:at] = piece * dice.randint(1, 30)
                case _:
                    other = dice.randrange(len(data) or 1)
                    data[min(at, other) : max(at, other)] = data[min(at, other) : max(at, other)][::-1]
        yield f"damaged-{kind}-{i}", bytes(data), type_
