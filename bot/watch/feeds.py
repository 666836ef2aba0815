"""Feeds of every kind into one shape: RSS 0.9x to 2.0, Atom, RDF, JSON Feed 1.0 and 1.1. Pure.

A quick parser goes first; the patient one (feedparser) takes what the quick one refuses or reads only in part.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import fastfeedparser
import feedparser
from dateutil.parser import UnknownTimezoneWarning

from bot.text import clean, digest
from bot.watch.charset import as_utf8_xml, to_utf8
from bot.watch.markup import plain, to_text

# a feed's odd date is not worth a line on somebody's terminal
warnings.filterwarnings("ignore", category=UnknownTimezoneWarning)

MAX_ENTRIES = 1000
MAX_TITLE = 1000  # characters; no headline is longer
MAX_SUMMARY = 20_000
#: The patient parser takes seconds a megabyte on broken input; what is both huge and broken is refused.
PATIENT_BYTES = 2 * 1024 * 1024
_HEAD = 20_000  # bytes
_BEGINNING = 200_000  # bytes; what is looked at to say what came instead of a feed
_ITEM = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]", re.I)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,1000}(?:\[.*?\]\s*)?>", re.S | re.I)
# What no feed needs and parsers take minutes or gigabytes over, counted outside CDATA.
_MAX_TAGS = 200_000
_MAX_NAMESPACES = 5000
_MAX_COMMAS = 1_000_000
_JSON_BYTES = 8 * 1024 * 1024
_TOO_MUCH = "its markup is far larger than any feed's; it is not read"
_LONG_TAG = re.compile(rb"<[^<>!?]{65536}")
_BAD_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LEADING = re.compile(rb"\A(?:\xef\xbb\xbf|[ \t\r\n\x0b\x0c\x00])+")
_CONTROLS = bytes(code for code in range(32) if chr(code) not in "\t\n\r")
_TTL = re.compile(r"<ttl>\s*(\d{1,6})\s*</ttl>", re.I)
_PERIOD = re.compile(r"<sy:updatePeriod>\s*(\w+)\s*</", re.I)
_FREQUENCY = re.compile(r"<sy:updateFrequency>\s*(\d{1,4})\s*</", re.I)
_PERIODS = {"hourly": 3600, "daily": 86400, "weekly": 604800, "monthly": 2592000, "yearly": 31536000}
_XML_BASE = re.compile(
    r"<(?:feed|rss|channel|rdf:RDF)\b[^>]{0,2000}?\bxml:base\s*=\s*[\"']([^\"']{1,1000})", re.I
)
_XML_LANG = re.compile(r"<(?:feed|rss|channel)\b[^>]{0,2000}?\bxml:lang\s*=\s*[\"']([\w-]{1,20})", re.I)
_LANGUAGE = re.compile(r"<(?:dc:)?language>\s*(?:<!\[CDATA\[)?\s*([\w-]{1,20})", re.I)
_ALTERNATE = re.compile(r"<link\b[^>]{0,1000}>", re.I)
_FEED_TYPES = re.compile(r"application/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)", re.I)
_HREF = re.compile(r"href\s*=\s*[\"']?([^\"'\s>]{1,1000})", re.I)


class FeedError(Exception):
    """What came is no feed that can be read; the message says what it is instead.

    `feeds` are the addresses of feeds that a web page names, where a page came instead of a feed.
    """

    def __init__(self, message: str, feeds: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.feeds = feeds


@dataclass(frozen=True)
class Entry:
    """One entry. Texts are plain, without markup (`content` with a line a paragraph); times are UTC.

    `url` is absolute, "" where the entry has none. `guid` is unique within its feed and never empty.
    """

    guid: str
    url: str
    title: str
    summary: str = ""
    content: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    author: str = ""
    lang: str = ""

    @property
    def hash(self) -> str:
        """Changes when what a reader would see of the entry changes."""
        parts = (
            self.url,
            self.title,
            self.summary,
            self.content,
            self.updated.isoformat() if self.updated else "",
        )
        return digest("\n".join(parts), "e1")


@dataclass(frozen=True)
class Feed:
    """A feed as read. `ttl_seconds`: how long it says it may be kept; `lang`: its two-letter language or ""."""

    title: str
    entries: tuple[Entry, ...]
    ttl_seconds: int | None = None
    lang: str = ""
    home: str = ""


def parse(body: bytes, content_type: str, url: str) -> Feed:
    """The feed in `body`, fetched from `url`. Raises FeedError, with one line that says what came instead."""
    if body.count(b"<") > 5 * _MAX_TAGS:  # whatever part of it is CDATA
        raise FeedError(_TOO_MUCH)
    data = _LEADING.sub(b"", to_utf8(body, content_type), count=1)
    if not data.strip():
        raise FeedError("the answer is empty; check the address in a browser")
    if data[:1] in b"{[":
        return _json_feed(data, url)
    beginning = data[:_BEGINNING].decode("utf-8", "replace")
    head = _BAD_XML.sub("", data[:_HEAD].decode("utf-8", "ignore"))
    data = _xml(data, head)
    markup = _markup(data)
    _refuse_traps(markup)
    found = _quick(data, markup) or _patient(data)
    if found is None:
        raise _not_a_feed(beginning, url)
    about, raw = found
    home = _join(url, _text(about.get("link")))
    base = (
        home if home and "<rss" in head else url
    )  # Atom's links are relative to the document, RSS's to the site
    base = _join(base, _first(_XML_BASE, head)) or base
    lang = _lang(_text(about.get("language")) or _first(_XML_LANG, head) or _first(_LANGUAGE, head))
    entries = [_entry(e, base, lang) for e in raw[:MAX_ENTRIES]]
    return Feed(
        title=plain(_text(about.get("title"))[:MAX_TITLE]),
        entries=tuple(_unique(entries)),
        ttl_seconds=_ttl(head),
        lang=lang,
        home=home,
    )


def _xml(data: bytes, head: str) -> bytes:
    """`data`, whose beginning is `head` when cleaned, as XML that parsers take."""
    rest = data[len(data[:_HEAD].decode("utf-8", "ignore").encode("utf-8")) :].translate(None, _CONTROLS)
    for never in ("\ufffe", "\uffff"):
        rest = rest.replace(never.encode(), b"")
    # entities of the feed's own making are never expanded, so no definition of one is kept
    return as_utf8_xml(_DOCTYPE.sub("", head, count=1)) + rest


def _refuse_traps(markup: bytes) -> None:
    """Raises FeedError for markup that is made to keep a parser busy."""
    if b"<!ENTITY" in markup:
        raise FeedError("it defines entities of its own, far down or more than once; such feeds are not read")
    if (
        markup.count(b"<") > _MAX_TAGS
        or markup.count(b"xmlns") > _MAX_NAMESPACES
        or _LONG_TAG.search(markup)
    ):
        raise FeedError(_TOO_MUCH)


def _markup(data: bytes) -> bytes:
    """`data` without what stands in CDATA sections."""
    first, *rest = data.split(b"<![CDATA[")
    return first + b"".join(part.partition(b"]]>")[2] for part in rest)


def _quick(data: bytes, markup: bytes) -> tuple[Mapping[str, Any], list[Mapping[str, Any]]] | None:
    try:
        got = fastfeedparser.parse(data, include_tags=False, include_media=False, include_enclosures=False)
    except Exception:  # it raises whatever its parts do; the patient one is asked then
        return None
    entries = got.get("entries") or []
    # measured on real feeds: where it found every entry and each has a title and a link, it read them right, but
    # for FeedBurner's original links and RDF's full texts, which it does not know
    whole = entries and len(entries) >= min(len(_ITEM.findall(markup)), MAX_ENTRIES)
    if not whole or b":origLink>" in data or b"<rdf:RDF" in data[:_HEAD]:
        return None
    if not all(
        e.get("title") and (e.get("link") or str(e.get("id", "")).startswith("http")) for e in entries
    ):
        return None
    return got.get("feed") or {}, entries


def _patient(data: bytes) -> tuple[Mapping[str, Any], list[Mapping[str, Any]]] | None:
    # unclosed tags by the thousand are made to keep a parser busy
    unclosed = data.count(b"<") - 2 * data.count(b"</") - data.count(b"/>") - 2 * data.count(b"<![")
    if len(data) > PATIENT_BYTES or unclosed > 5000 + len(data) // 200:
        return None
    try:
        got = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    except Exception:  # likewise; what it cannot read is no feed
        return None
    return (got.feed, got.entries) if got.entries or got.get("version") else None


def _entry(raw: Mapping[str, Any], base: str, lang: str) -> Entry:
    guid = _text(raw.get("id")) or _text(raw.get("guid"))
    link = _join(base, _text(raw.get("feedburner_origlink")) or _link(raw))
    if not link and re.match(r"https?://", guid):
        link = _without_user(guid)
    title = plain(_text(raw.get("title"))[:MAX_TITLE])
    summary = plain((_text(raw.get("summary")) or _text(raw.get("description")))[:MAX_SUMMARY])
    contents = [_text(c.get("value")) for c in raw.get("content") or () if isinstance(c, Mapping)]
    content = to_text(max(contents, key=len, default=""))
    updated = _time(raw, "updated")
    published = _time(raw, "published") or updated
    return Entry(
        guid=_without_user(clean(guid)[:500]) or link or digest(f"{title}\n{summary}\n{published}", "g1"),
        url=link,
        title=title,
        summary=summary,
        content=content,
        published=published,
        updated=updated if updated != published else None,
        author=plain(_text(raw.get("author")))[:200],
        lang=lang,
    )


def _link(raw: Mapping[str, Any]) -> str:
    if link := _text(raw.get("link")):
        return link
    links = [x for x in raw.get("links") or () if isinstance(x, Mapping)]
    good = [x for x in links if x.get("rel", "alternate") in ("alternate", "")] or [
        x for x in links if x.get("rel") == "self"
    ]
    return _text(good[0].get("href")) if good else ""


def _time(raw: Mapping[str, Any], name: str) -> datetime | None:
    if (parsed := raw.get(f"{name}_parsed")) is not None:
        try:
            year, month, day, hour, minute, second = parsed[:6]
            return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
        except (ValueError, TypeError):
            return None
    return moment_of(_text(raw.get(name)))


def moment_of(text: str) -> datetime | None:
    """A date as feeds and pages write it (ISO 8601, RFC 822), in UTC; one without a zone is taken for UTC."""
    text = text.strip()[:64]
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text)
            return (
                (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)
            )
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def _unique(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Entries with guids of their own: the same one twice is dropped, others under its guid get a longer one."""
    seen: dict[str, str] = {}
    for entry in entries:
        guid = entry.guid
        if guid in seen:
            if seen[guid] == entry.url and entry.url:
                continue
            guid = digest(f"{guid}\n{entry.url}\n{entry.title}", "g2")
            if guid in seen:
                continue
            entry = Entry(**{**entry.__dict__, "guid": guid})
        seen[guid] = entry.url
        if entry.url or entry.content or entry.summary or entry.title:
            yield entry


def _json_feed(body: bytes, url: str) -> Feed:
    # millions of empty objects take a hundred times the memory of their text
    if len(body) > _JSON_BYTES or body.count(b"{") + body.count(b"[") > _MAX_TAGS or body.count(b",") > _MAX_COMMAS:
        raise FeedError("it is far larger than any JSON Feed; it is not read")
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise FeedError("the answer looks like JSON but cannot be read as such") from error
    items = data.get("items") if isinstance(data, dict) else None
    if not isinstance(items, list) or "jsonfeed.org" not in str(data.get("version", "")):
        raise FeedError("the answer is JSON but no JSON Feed (it has no jsonfeed.org version and items)")
    home = _join(url, _text(data.get("home_page_url")))
    lang = _lang(_text(data.get("language")))
    entries = [_json_entry(item, url, lang, data) for item in items[:MAX_ENTRIES] if isinstance(item, dict)]
    return Feed(plain(_text(data.get("title"))[:MAX_TITLE]), tuple(_unique(entries)), None, lang, home)


def _json_entry(item: Mapping[str, Any], url: str, lang: str, feed: Mapping[str, Any]) -> Entry:
    link = _join(url, _text(item.get("url")) or _text(item.get("external_url")))
    title = plain(_text(item.get("title"))[:MAX_TITLE])
    html, text = _text(item.get("content_html")), _text(item.get("content_text"))
    published, updated = (
        moment_of(_text(item.get("date_published"))),
        moment_of(_text(item.get("date_modified"))),
    )
    names = [_text(a.get("name")) for source in (item, feed) for a in _authors(source) if a.get("name")]
    return Entry(
        guid=_without_user(clean(_text(item.get("id")))[:500]) or link or digest(f"{title}\n{html or text}", "g1"),
        url=link,
        title=title,
        summary=plain(_text(item.get("summary"))[:MAX_SUMMARY]),
        content=to_text(html) if html else clean(text).strip(),
        published=published,
        updated=updated if updated != published else None,
        author=clean(names[0])[:200] if names else "",
        lang=_lang(_text(item.get("language"))) or lang,
    )


def _authors(source: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    many = source.get("authors")
    one = source.get("author")
    return [a for a in (many if isinstance(many, list) else [one]) if isinstance(a, Mapping)]


def _not_a_feed(head: str, url: str) -> FeedError:
    if re.search(r"<html|<!doctype html|<body|<div", head[:_HEAD], re.I):
        links = [m.group() for m in _ALTERNATE.finditer(head) if _FEED_TYPES.search(m.group())]
        feeds = tuple(dict.fromkeys(_join(url, m.group(1)) for link in links if (m := _HREF.search(link))))
        if feeds:
            return FeedError(f"this is a web page, not a feed; the feed it names is {feeds[0]}", feeds)
        return FeedError("this is a web page, not a feed; look for its RSS or Atom address")
    if head.startswith("<"):
        return FeedError("this is XML, but not a feed of a known kind, or too broken to be read")
    return FeedError(f"this is no feed: it begins with {clean(head)[:40]!r}")


def _ttl(head: str) -> int | None:
    if minutes := _first(_TTL, head):
        return int(minutes) * 60
    period = _PERIODS.get(_first(_PERIOD, head).lower())
    return period // max(1, int(_first(_FREQUENCY, head) or 1)) if period else None


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match.group(1) if match else ""


def _join(base: str, link: str) -> str:
    """An absolute http(s) address, or ""."""
    if not link:
        return ""
    try:
        joined = urljoin(base, clean(link).strip())
        return _without_user(joined) if urlsplit(joined).scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _without_user(url: str) -> str:
    """An address without a user name and password: nobody is to see them, and none is read with them."""
    return re.sub(r"(?<=://)[^/?#]*@", "", url)


def _lang(tag: str) -> str:
    match = re.match(r"([A-Za-z]{2})(?![A-Za-z])", tag.strip())
    return match.group(1).lower() if match else ""


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""
