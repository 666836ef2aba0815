"""Feeds as OPML, the format in which feed readers exchange their lists (opml.org/spec2.opml)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from bot.watch.guard import names_private
from bot.watch.http import FetchError, check_url
from store.engine import Row
from store.ledger import Ledger
from store.redact import masked

KINDS = ("press", "company", "regulator", "court", "market")
STARTER = Path(__file__).parent / "watch" / "starter.opml"


class OpmlError(Exception):
    """The file is no OPML, or lists no feed; the message names it and the fix."""


@dataclass(frozen=True)
class Listed:
    """A feed as an OPML file lists it."""

    url: str
    title: str
    kind: str = "press"


@dataclass(frozen=True)
class Imported:
    """What an import did: `added` feeds are new, `known` were watched already, `problems` are lines to show."""

    added: int
    known: int
    problems: tuple[str, ...] = ()


def read(data: bytes, name: str = "the OPML file") -> tuple[list[Listed], list[str]]:
    """The feeds of an OPML document, each address once, and a line for each entry that cannot be a feed.

    The kind is the outline's `category`, else that (or the title) of a folder around it, when it is one of KINDS;
    else press. Entities are never resolved and nothing is fetched. Raises OpmlError.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise OpmlError(f"{name} is not OPML ({error}); export it anew from your feed reader") from None
    if etree.QName(root).localname.lower() != "opml":
        raise OpmlError(
            f"{name} is not OPML (it begins with <{etree.QName(root).localname}>); export a list of feeds"
        )
    found: dict[str, Listed] = {}
    problems: list[str] = []
    for outline in root.iter("outline"):
        url = next((v.strip() for k, v in outline.attrib.items() if str(k).lower() == "xmlurl"), "")
        if not url:
            continue
        title = (outline.get("title") or outline.get("text") or "").strip()
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
            problems.append(
                f"{name}: {title or 'an entry'} has the address {masked(url)[:200]!r}; only http:// and https:// feeds can be watched"
            )
            continue
        found.setdefault(url, Listed(url, title, _kind(outline)))
    if not found and not problems:
        raise OpmlError(f"{name} lists no feed: its outlines have no xmlUrl")
    return list(found.values()), problems


def write(feeds: Iterable[Row], title: str = "Walkback feeds") -> bytes:
    """An OPML 2.0 document of feeds (rows with url, title, kind), in a folder for each kind."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    folders: dict[str, etree._Element] = {}
    for feed in feeds:
        kind = feed["kind"]
        if kind not in folders:
            folders[kind] = etree.SubElement(body, "outline", text=kind)
        attributes = {
            "type": "rss",
            "category": kind,
            "text": feed["title"] or masked(feed["url"]),
            "xmlUrl": feed["url"],
        }
        etree.SubElement(folders[kind], "outline", {k: _storable(v) for k, v in attributes.items()})
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def import_feeds(ledger: Ledger, path: str | Path, now: datetime, *, allow_private: bool = False) -> Imported:
    """Watch the feeds that a file lists. Raises OpmlError when it cannot be read; feeds on file stay as they are.

    An address that could not be fetched (with a password in it, or a private one) is a problem; the rest is imported.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise OpmlError(f"{path} cannot be read ({error.strerror}); check the path") from None
    listed, problems = read(data, str(path))
    refused = {feed.url: line for feed in listed if (line := _refused(feed.url, allow_private))}
    problems += [f"{path}: {line}" for line in refused.values()]
    listed = [feed for feed in listed if feed.url not in refused]
    known = {feed["url"] for feed in ledger.wire.feeds()}
    new = [feed for feed in listed if feed.url not in known]
    with ledger.db.transaction():
        for feed in new:
            ledger.wire.add_feed(feed.url, kind=feed.kind, title=feed.title, now=now)
    return Imported(len(new), len(listed) - len(new), tuple(problems))


def _refused(url: str, allow_private: bool) -> str:
    """Why an address is not fetched, in one line; "" for one that is."""
    try:
        host = urlsplit(check_url(url)).hostname or ""
    except FetchError as error:
        return str(error)
    if names_private(host) and not allow_private:
        return f"{masked(url)}: {host} is not on the open internet; set WALKBACK_ALLOW_PRIVATE=1 to read from private addresses"
    return ""


def export_feeds(ledger: Ledger) -> bytes:
    """All feeds on file as OPML."""
    return write(ledger.wire.feeds())


def _kind(outline: etree._Element) -> str:
    for element in (outline, *outline.iterancestors("outline")):
        said = [element.get("category") or ""] + (
            [element.get("text") or "", element.get("title") or ""] if element is not outline else []
        )
        for word in (part.strip(" /").lower() for text in said for part in text.split(",")):
            if word in KINDS:
                return word
    return "press"


def _storable(text: str) -> str:
    """Text without the characters that XML 1.0 cannot hold."""
    return "".join(
        c
        for c in text
        if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )
