"""What a server can send. Each script yields bytes and pauses; made while it is sent, so that 100 MB cost nothing here."""

from __future__ import annotations

import base64
import gzip
import itertools
import re
import zlib
from collections.abc import Callable, Iterator

from tests.hostile.servers import Piece, Script

KB = b"x" * 1024
RSS = "application/rss+xml"
HTML = "text/html; charset=utf-8"
_ITEM = b"<item><title>One</title><link>https://news.example/1</link><guid>1</guid><description>Words of it.</description></item>"
_TEXT = b"<p>" + b"The mill at Lindholm was sold on Monday, its owner said. " * 12 + b"</p>"
# 100 MB of zeros, packed by brotli
_BROTLI = base64.b64decode("z///f/gnAOKxQCD3/p/////wTwDEYGQA7v0/////4Z8AiMMiAN37f/7//8M/ARCHBQC69//8//+HfwIgDgsAdO//8x+8Hv8EQBwWAOhi1wM=")
# a zstd frame of run-length blocks: 128 KB of zeros for every four bytes
_ZSTD = b"\x28\xb5\x2f\xfd\x00\x58" + (((128 * 1024) << 3) | (1 << 1)).to_bytes(3, "little") + b"\0"

SCRIPTS: dict[str, Script] = {}


def head(type_: str = HTML, status: str = "200 OK", **more: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {type_}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in more.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def script(made: Callable[[], Iterator[Piece]]) -> Callable[[], Iterator[Piece]]:
    SCRIPTS[made.__name__.strip("_").replace("_", "-")] = lambda _: made()
    return made


def body(name: str, data: bytes | Callable[[], Iterator[bytes]], type_: str = HTML, **more: str) -> None:
    """An answer whose head is as it should be, but for what `more` says."""
    name = re.sub("[^a-z0-9-]", "_", name.lower())
    while name in SCRIPTS:
        name += "_"

    def run(_: str) -> Iterator[Piece]:
        yield head(type_, **more)
        yield from (data() if callable(data) else [data])

    SCRIPTS[name] = run


def repeated(piece: bytes, megabytes: float, first: bytes = b"", last: bytes = b"") -> Callable[[], Iterator[bytes]]:
    block = piece * max(1, 65536 // len(piece))
    return lambda: itertools.chain([first], itertools.repeat(block, int(megabytes * 2**20 / len(block)) + 1), [last])


def packed(layers: int, megabytes: int) -> Callable[[], Iterator[bytes]]:
    """Zeros, packed by gzip so many times, made piece by piece."""

    def run() -> Iterator[bytes]:
        packers = [zlib.compressobj(9, zlib.DEFLATED, 31) for _ in range(layers)]
        for piece in itertools.chain(itertools.repeat(bytes(2**20), megabytes), [None]):
            data = piece or b""
            for packer in packers:
                data = packer.compress(data) + (packer.flush() if piece is None else b"")
            if data:
                yield data

    return run


def rss(inside: bytes, doctype: bytes = b"", declared: bytes = b"<?xml version='1.0'?>") -> bytes:
    return declared + doctype + b"<rss version='2.0'><channel><title>T</title>" + inside + b"</channel></rss>"


# heads -----------------------------------------------------------------------------------------------------------


@script
def _nothing() -> Iterator[Piece]:
    yield b""


@script
def _noise() -> Iterator[Piece]:
    yield bytes(range(256)) * 64


@script
def _endless_status_line() -> Iterator[Piece]:
    yield b"HTTP/1.1 200 "
    yield from itertools.repeat(KB)


@script
def _endless_headers() -> Iterator[Piece]:
    yield b"HTTP/1.1 200 OK\r\n"
    for i in itertools.count():
        yield b"X-%d: %s\r\n" % (i, KB)


@script
def _endless_header_line() -> Iterator[Piece]:
    yield b"HTTP/1.1 200 OK\r\nX: "
    yield from itertools.repeat(KB * 64)


@script
def _endless_interim_answers() -> Iterator[Piece]:
    yield from itertools.repeat(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 100)


@script
def _slow_head() -> Iterator[Piece]:
    for byte in itertools.cycle(b"HTTP/1.1 200 OK\r\nX-Y: "):
        yield bytes([byte])
        yield 0.05


@script
def _silence() -> Iterator[Piece]:
    yield 60.0


@script
def _slow_body() -> Iterator[Piece]:
    yield head()
    while True:
        yield b"<p>"
        yield 0.05


@script
def _slow_chunks() -> Iterator[Piece]:
    yield head(Transfer_Encoding="chunked")
    while True:
        yield b"1;ext=1\r\nx\r\n"
        yield 0.05


@script
def _slow_packed_body() -> Iterator[Piece]:
    yield head(Content_Encoding="gzip")
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    while True:
        yield packer.compress(b"<p>x") + packer.flush(zlib.Z_SYNC_FLUSH)
        yield 0.05


@script
def _tls() -> Iterator[Piece]:
    yield b"\x16\x03\x03\x40\x00"
    while True:
        yield b"\x02"
        yield 0.05


@script
def _slow_redirects() -> Iterator[Piece]:
    yield 0.4
    yield head(status="302 Found", Location="/slow-redirects/x")


def _redirects(path: str) -> Iterator[Piece]:
    last = path.rsplit("/", 1)[1]
    number = int(last) + 1 if last.isdecimal() else 1
    yield head(status="301 Moved", Location=f"/redirects/{number if number < 50_000 else 0}", Content_Length="0")


SCRIPTS["redirects"] = _redirects
for _name, _target in (
    ("redirect-nowhere", ""), ("redirect-to-itself", "/redirect-to-itself/"), ("redirect-file", "file:///etc/passwd"),
    ("redirect-data", "data:text/html,x"), ("redirect-gopher", "gopher://a.example/_x"), ("redirect-ftp", "ftp://a.example/"),
    ("redirect-javascript", "javascript:alert(1)"), ("redirect-credentials", "http://u:p@127.0.0.1/"), ("redirect-broken", "http://[::1"),
    ("redirect-port", "http://127.0.0.1:99999/"), ("redirect-lone-colon", "http://:80/"), ("redirect-long", "/" + "x" * 30_000),
    ("redirect-control", "/\x01\x02\x1b[31m"), ("redirect-latin", "/é\xff"),
):  # fmt: skip
    body(_name, b"", status="302 Found", Location=_target, Content_Length="0")

for _name, _more in {
    "length-negative": {"Content_Length": "-5"}, "length-huge": {"Content_Length": "99999999999999999999"}, "length-twice": {"Content_Length": "5, 6"},
    "length-short": {"Content_Length": "3"}, "length-long": {"Content_Length": "5000"}, "length-words": {"Content_Length": "five"},
    "both-lengths": {"Content_Length": "5", "Transfer_Encoding": "chunked"}, "coding-strange": {"Transfer_Encoding": "gzip, chunked"},
    "packed-not": {"Content_Encoding": "gzip"}, "packed-strange": {"Content_Encoding": "compress"}, "packed-many": {"Content_Encoding": ", ".join(["gzip"] * 40)},
    "packed-names": {"Content_Encoding": "x" * 5000}, "status-odd": {"status": "299 \x1b[2J"}, "status-big": {"status": "99999 OK"},
    "status-204": {"status": "204 No Content"}, "status-304-unasked": {"status": "304 Not Modified"}, "status-101": {"status": "101 Switching"},
    "retry-after-for-ever": {"status": "429 Slow", "Retry_After": "999999999"}, "retry-after-words": {"status": "503 Later", "Retry_After": "tomorrow \x7f"},
    "max-age-for-ever": {"Cache_Control": "max-age=99999999999999"}, "expires-odd": {"Expires": "Fri, 99 Zzz 99999 99:99:99 GMT"},
    "etag-long": {"ETag": '"' + "e" * 60_000 + '"'}, "etag-latin": {"ETag": '"\xe9\xff"'},
}.items():  # fmt: skip
    body(_name, b"<p>hello</p>", HTML, **_more)
body("chunk-huge", b"FFFFFFFFFFFFFFFF\r\nhello", Transfer_Encoding="chunked")
body("chunk-negative", b"-1\r\nhello", Transfer_Encoding="chunked")
body("chunk-endless-size", lambda: itertools.repeat(b"0" * 65536), Transfer_Encoding="chunked")
body("chunk-cut", b"5\r\nhel", Transfer_Encoding="chunked")
body("chunk-trailers", repeated(b"X: y\r\n", 30, b"0\r\n"), Transfer_Encoding="chunked")

# bodies too large ------------------------------------------------------------------------------------------------

body("endless", lambda: itertools.repeat(b"x" * 65536))
body("endless-feed", repeated(_ITEM, 10**6, b"<rss version='2.0'><channel>"), RSS)
body("endless-chunks", lambda: itertools.repeat(b"400\r\n" + KB + b"\r\n"), Transfer_Encoding="chunked")
body("just-below-the-cap", repeated(b"<p>word word word word</p>", 14.9))
body("just-below-the-cap-feed", repeated(_ITEM, 14.8, b"<rss version='2.0'><channel>", b"</channel></rss>"), RSS)
body("just-below-the-cap-wide", repeated("<p>\U0001f9ea語 </p>".encode(), 14.9))
body("just-below-the-cap-words", repeated(b"word ", 14.9))
body("just-below-the-cap-json", repeated(b'{"id":"1","url":"https://a.example/1","title":"T"},', 14.8, b'{"version":"https://jsonfeed.org/version/1.1","items":[', b'{"id":"2"}]}'), "application/feed+json")  # fmt: skip
body("just-below-the-cap-one-emoji", repeated(b"word " * 2000, 14.8, rss("<item><title>\U0001f9ea</title><guid>1</guid><description>".encode())[:-16]), RSS)
body("just-below-the-cap-one-emoji-whole", repeated(b"<item><title>One</title><link>https://news.example/1</link><description>" + b"word " * 20_000 + b"</description></item>", 14.7, "<rss version='2.0'><channel><title>\U0001f9ea</title>".encode(), b"</channel></rss>"), RSS)  # fmt: skip
body("just-below-the-cap-of-no-encoding", repeated("語\U0001f9ea".encode() + b"\xff\x81\x00 words " * 9, 14.8), "application/rss+xml; charset=shift_jis")
body("just-below-the-cap-json-objects", repeated(b"{},", 14.8, b'{"version":"https://jsonfeed.org/version/1.1","items":[', b"{}]}"), "application/feed+json")
body("just-below-the-cap-json-strings", repeated(b'"ab",', 14.8, b'{"version":"https://jsonfeed.org/version/1.1","items":[', b'""]}'), "application/feed+json")
body("gzip-bomb", packed(1, 10_000), Content_Encoding="gzip")
body("gzip-bomb-twice", packed(2, 10_000), Content_Encoding="gzip, gzip")
body("gzip-bomb-three-times", packed(3, 10_000), Content_Encoding="gzip, gzip, gzip")
body("gzip-inside", gzip.compress(rss(_ITEM)), RSS)
body("gzip-empty-members", repeated(gzip.compress(b""), 40), Content_Encoding="gzip")
body("deflate-empty-blocks", repeated(b"\0\0\0\xff\xff", 40, b"\x78\x9c"), Content_Encoding="deflate")
body("brotli-bomb", _BROTLI, Content_Encoding="br")
body("zstd-bomb", repeated(_ZSTD, 1), Content_Encoding="zstd")

# XML -------------------------------------------------------------------------------------------------------------

_LAUGHS = b"<!DOCTYPE rss [<!ENTITY a0 'ha'>" + b"".join(b"<!ENTITY a%d '%s'>" % (i + 1, b"&a%d;" % i * 10) for i in range(12)) + b"]>"
_BIG = b"<!DOCTYPE rss [<!ENTITY b '" + b"B" * 100_000 + b"'>]>"
_OUT = b"<!DOCTYPE rss [<!ENTITY x SYSTEM '%s'>]>"
_FAR = b"<!--" + b"-x" * 20_000 + b"-->"
_ENTITY = b"<item><title>&a12;&b;&x;</title><link>https://news.example/1</link><guid>1</guid></item>"
body("laughs", rss(_ENTITY, _LAUGHS), RSS)
body("laughs-far-down", rss(_ENTITY, _FAR + _LAUGHS), RSS)
body("laughs-twice", rss(_ENTITY, b"<!DOCTYPE rss [<!ENTITY q 'q'>]>" + _LAUGHS), RSS)
body("laughs-utf16", rss(_ENTITY, _LAUGHS).decode().encode("utf-16"), RSS)
body("laughs-page", _LAUGHS + b"<html><body>&a12;" + _TEXT + b"</body></html>", "application/xhtml+xml")
body("quadratic", rss(b"<item><title>" + b"&b;" * 20_000 + b"</title></item>", _FAR + _BIG), RSS)
body("parameter-entities", rss(_ITEM, b"<!DOCTYPE rss [<!ENTITY % a 'b'><!ENTITY % c '%a;%a;'>%c;]>"), RSS)
for _name, _system in (("file", b"file:///etc/passwd"), ("device", b"file:///dev/zero"), ("net", b"http://127.0.0.1:{canary}/x"), ("php", b"php://filter/x")):
    body(f"external-{_name}", rss(_ENTITY, _OUT % _system), RSS)
    body(f"external-{_name}-far-down", rss(_ENTITY, _FAR + _OUT % _system), RSS)
body("external-dtd", rss(_ITEM, b"<!DOCTYPE rss SYSTEM 'file:///dev/zero'>"), RSS)
body("xinclude", rss(b"<item><title><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/></title></item>"), RSS)
body("stylesheet", rss(_ITEM, declared=b"<?xml version='1.0'?><?xml-stylesheet href='file:///dev/zero'?>"), RSS)
body("doctype-open", b"<?xml version='1.0'?><!DOCTYPE rss [" + b"<!ENTITY a 'b'>" * 50_000, RSS)
body("cdata-open", rss(b"<item><title><![CDATA[" + b"x" * 500_000), RSS)
body("cdata-many", rss(b"<item><title>" + b"<![CDATA[" * 100_000), RSS)
body("comments-open", rss(b"<!--" * 200_000), RSS)
body("namespaces", rss(b"".join(b"<n%d:a xmlns:n%d='urn:%d'/>" % (i, i, i) for i in range(50_000))), RSS)
body("attributes", rss(b"<item " + b" ".join(b"a%d='1'" % i for i in range(100_000)) + b"/>"), RSS)
body("attribute-huge", rss(b"<item a='" + b"x" * 9_000_000 + b"'/>"), RSS)
body("name-huge", rss(b"<" + b"x" * 5_000_000 + b"/>"), RSS)
body("items-million", repeated(b"<item/>", 8, b"<rss version='2.0'><channel>", b"</channel></rss>"), RSS)
body("items-nested", rss(b"<item>" * 100_000), RSS)
body("guids-same", rss(_ITEM * 60_000), RSS)
body("guids-long", rss(b"".join(b"<item><guid>%d%s</guid><title>t</title></item>" % (i, b"g" * 9000) for i in range(900))), RSS)
body("links-odd", rss(b"".join(b"<item><title>t</title><guid>%d</guid><link>%s</link></item>" % (i, link) for i, link in enumerate((
    b"file:///etc/passwd", b"javascript:alert(1)", b"//", b"http://", b"http://[::1", b"http://a.example:bad/", b"http://u:p@a.example/", b"\\\\host\\x",
    b"http://a.example/%", b"http://a.example/\x7f", b"data:,x", b"mailto:a@b.example", b"?", b"http://" + b"a" * 70_000 + b"/", b"http://xn--/", b"http://.../",
))), b""), RSS)  # fmt: skip
body("dates-odd", rss(b"".join(b"<item><guid>%d</guid><title>t</title><pubDate>%s</pubDate></item>" % (i, d) for i, d in enumerate((
    b"99999-99-99", b"Mon, 99 Mar 2026 99:99:99 +9999", b"0", b"-1", b"1e309", b"9" * 5000, b"2026-03-02T07:15:00+99:99", b"0001-01-01T00:00:00+14:00",
    b"9999-12-31T23:59:59-14:00", b"Thu, 01 Jan 1970", "２０２６-03-02".encode(), b"(" * 5000, b"Mon, 2 Mar 2026 " + b"(" * 60,
)))), RSS)  # fmt: skip
body("json-deep", b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * 200_000, "application/feed+json")
body("json-odd", b'{"version":"https://jsonfeed.org/version/1","items":[null,1,"x",[],{"id":{},"url":[],"title":{"a":1},"authors":{"x":[]}},{"id":1e400,"url":"/x","date_published":-1},{"id":NaN,"title":"\\ud800\\u0000"}]}', "application/feed+json")  # fmt: skip
body("json-numbers", b'{"version":"https://jsonfeed.org/version/1","items":[{"id":' + b"9" * 100_000 + b"}]}", "application/feed+json")

# markup ----------------------------------------------------------------------------------------------------------

for _tag in (b"<div>", b"<b>", b"<table><tr><td>", b"<font>", b"<a href=x>", b"<svg><g>", b"<blockquote>", b"<ul><li>", b"<select>", b"<p><i>"):
    _label = _tag.strip(b"<>").split(b"><")[0].split(b" ")[0].decode()
    body(f"nested-{_label}", repeated(_tag, 100))
    body(f"nested-{_label}-small", repeated(_tag, 0.9, last=_TEXT))
    body(f"nested-{_label}-few", b"<html><body>" + _tag * 4000 + _TEXT)
    body(f"nested-{_label}-feed", rss(b"<item><title>t</title><guid>1</guid><description><![CDATA[" + _tag * 30_000 + b"]]></description></item>"), RSS)
body("unclosed-attribute", b"<html><body><a href='" + b"x" * 3_000_000)
body("unclosed-comment", b"<html><body><!-- " + b"- " * 1_000_000)
body("unclosed-script", b"<html><head><script>" + b"if (a < b) {" * 300_000)
body("angle-brackets", b"<" * 3_000_000)
body("angle-brackets-some", b"<p>" + b"< " * 150_000)
body("ampersands", b"<p>" + b"&" * 3_000_000)
body("entities", b"<p>" + b"&amp;" * 700_000)
body("entities-odd", b"<p>" + b"&#x110000;&#0;&#xD800;&#9999999999;&nosuch;" * 20_000)
body("meta-many", b"<html><head>" + b"<meta name='author' content='x'>" * 60_000 + b"</head><body>" + _TEXT)
body("json-ld-many", b"<html><head>" + b"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":[[[[]]]]}</script>" * 10_000 + b"</head>" + _TEXT)
body("json-ld-deep", b"<html><head><script type='application/ld+json'>" + b"[" * 100_000 + b"</script></head>" + _TEXT)
body("json-ld-odd", b"<html><head><script type='application/ld+json'>{\"@type\":[{}],\"headline\":{\"@value\":[1]},\"author\":[[[{}]]],\"datePublished\":{\"x\":1},\"publisher\":7}</script></head>" + _TEXT)  # fmt: skip
body("base-odd", b"<html><head><base href='file:///'><link rel=canonical href='http://[::1'><link rel=canonical href='//'></head><body>" + _TEXT)
body("title-huge", b"<html><head><title>" + b"t " * 1_000_000 + b"</title></head><body>" + _TEXT)
body("one-long-word", b"<p>" + b"x" * 3_000_000 + b"</p>")
body("one-long-line", b"<p>" + b"He said that it was so, and " * 60_000 + b"</p>")
body("lines-many", b"<pre>" + b"\n" * 2_000_000 + b"</pre>" + _TEXT)
body("quotes-many", b"<p>" + "“".encode() * 200_000 + _TEXT)
body("spaces-many", b"<p>" + b" " * 3_000_000 + b"x</p>" + _TEXT)
body("brackets-many", b"<p>" + b"(" * 150_000 + b"</p>" + _TEXT)
body("digits-many", b"<p>" + b"1," * 90_000 + b"</p>" + _TEXT)
body("capitals-many", b"<p>" + b"Aa Bb " * 30_000 + b"</p>" + _TEXT)
body("denials-many", b"<p>" + b"A spokesman denied that a spokesman denied that " * 4000 + b"</p>")

# text ------------------------------------------------------------------------------------------------------------

_HIDDEN = "‮‭⁦⁧⁩​‌‍﻿­⁠\U000e0041\U000e0042"
body("nul-everywhere", b"\0".join(bytes([b]) for b in b"<html><body>" + _TEXT))
body("nul-feed", rss(b"<item><title>a\0b</title><guid>\0</guid><link>https://a.example/\0x</link></item>"), RSS)
body("control-feed", rss(b"<item><title>" + bytes(range(1, 32)) + b"</title><guid>1</guid></item>"), RSS)
body("bidi-page", ("<html><head><title>" + _HIDDEN + "T</title></head><body><p>" + _HIDDEN.join("The mill was sold on Monday, its owner said." * 30) + "</p>").encode())
body("bidi-feed", rss(("<item><title>" + _HIDDEN + "T</title><guid>" + _HIDDEN + "</guid><link>https://a.example/" + _HIDDEN + "</link></item>").encode()), RSS)
body("combining-marks", ("<p>" + "a" + "\u0301" * 500_000 + "</p>").encode())
body("surrogates", b"<p>" + b"\xed\xa0\x80" * 100_000 + _TEXT)
body("overlong-utf8", b"<p>" + b"\xc0\xbcscript\xc0\xbe" * 10_000 + _TEXT)
for _charset in ("utf-8", "utf-16", "utf-32", "utf-7", "iso-2022-jp", "hz", "cp037", "hex", "zip", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "mbcs", "oem", "undefined", "x" * 300, "\xe9", "../../etc"):  # fmt: skip
    body(f"charset-{_charset[:12]}", b"<meta charset='" + _charset.encode("latin-1") + b"'>" + _TEXT * 2 + "Größe 語".encode("utf-16-le"), f"text/html; charset={_charset}")
body("charset-feed-lies", b"<?xml version='1.0' encoding='utf-16'?>" + rss(_ITEM, declared=b""), f"{RSS}; charset=shift_jis")
body("utf16-cut", ("<p>" + "語" * 999).encode("utf-16")[:-1])
body("utf7-feed", b"<?xml version='1.0' encoding='utf-7'?>+ADw-rss version+AD0-'2.0'+AD4-", RSS)
for _type in ("", "image/png", "application/octet-stream", "text/html; charset", "multipart/x-mixed-replace; boundary=x", "TEXT/HTML;;;;", "x" * 9000):
    body(f"type-{_type[:14] or 'none'}", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 300, _type or "\t")
