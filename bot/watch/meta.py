"""What a page says of itself beside its text: title, outlet, author, dates, language, address. Pure.

JSON-LD first, since it is written for machines and carries the time of day; then the meta elements.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from bot.watch.feeds import moment_of
from bot.watch.markup import plain

_ARTICLE = re.compile(r"Article|Posting|Report|Review|LiveBlog|^WebPage$|PressRelease", re.I)
_PUBLISHED = ("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime")  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod")
_MAX_JSON = 400_000


@dataclass(frozen=True)
class Meta:
    """Empty strings and None where the page does not say. Times are UTC. `gated`: it is not free to read."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    lang: str = ""
    canonical: str = ""
    gated: bool = False


def read(tree: HtmlElement, url: str) -> Meta:
    """The page's own statements. `url` is its address, for relative links."""
    named = _named(tree)
    data = _json_ld(tree)
    return Meta(
        title=plain(_text(data.get("headline")) or named.get("og:title") or _heading(tree))[:400],
        outlet=plain(
            named.get("og:site_name") or _who(data.get("publisher")) or named.get("application-name", "")
        )[:120],
        author=plain(_who(data.get("author")) or _person(named.get("author", "")))[:200],
        published=_first_time(
            _text(data.get("datePublished")), *(named.get(n, "") for n in _PUBLISHED), _time_element(tree)
        ),
        updated=_first_time(_text(data.get("dateModified")), *(named.get(n, "") for n in _UPDATED)),
        lang=_lang(
            tree.get("lang", "")
            or tree.get("{http://www.w3.org/XML/1998/namespace}lang", "")
            or named.get("og:locale", "")
        ),
        canonical=_canonical(tree, url),
        gated=_text(data.get("isAccessibleForFree")).lower() == "false"
        or data.get("isAccessibleForFree") is False,
    )


def _named(tree: HtmlElement) -> dict[str, str]:
    """Content of meta elements by their lower-case name, property or itemprop; the first of each name."""
    out: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute)
            if name and content:
                out.setdefault(name.strip().lower(), content[:1000])
    return out


def _json_ld(tree: HtmlElement) -> Mapping[str, Any]:
    """The first object of a page's JSON-LD that describes an article."""
    pages: Mapping[str, Any] = {}
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > _MAX_JSON:
            continue
        try:
            found = json.loads(script.text.strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(found):
            kind = item.get("@type")
            kinds = " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")
            if kinds == "WebPage":
                pages = pages or item
            elif _ARTICLE.search(kinds):
                return item
    return pages


def _objects(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value[:50]:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), (list, dict)):
                yield from _objects(value[key], depth + 1)


def _who(value: Any) -> str:
    """The name, or names, of a JSON-LD person or organisation."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, (_who(v) for v in value[:6]))))
    if isinstance(value, dict):
        return _text(value.get("name"))
    return _person(_text(value))


def _person(text: str) -> str:
    return "" if re.match(r"https?://|@", text) else text


def _heading(tree: HtmlElement) -> str:
    for name in ("h1", "title"):
        for element in tree.iter(name):
            if text := " ".join(element.itertext()).strip():
                return text if name == "h1" else re.split(r"\s[|–—-]\s(?=[^|–—-]{2,40}$)", text)[0]
    return ""


def _time_element(tree: HtmlElement) -> str:
    for element in tree.iter("time"):
        if element.get("datetime"):
            return str(element.get("datetime"))
    return ""


def _first_time(*texts: str) -> datetime | None:
    for text in texts:
        found = moment_of(text) if text else None
        if found and found.year >= 1990:
            return found
    return None


def _canonical(tree: HtmlElement, url: str) -> str:
    """The address the page gives for itself, where it is one of the same host and not the host's front page."""
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            try:
                found = str(urljoin(url, (element.get("href") or "").strip()))
                here, there = urlsplit(url), urlsplit(found)
                if (
                    there.scheme in ("http", "https")
                    and there.hostname == here.hostname
                    and there.path.strip("/")
                ):
                    return found
            except ValueError:
                return ""
    return ""


def _lang(tag: str) -> str:
    match = re.match(r"([A-Za-z]{2})(?![A-Za-z])", tag.strip())
    return match.group(1).lower() if match else ""


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return value.strip() if isinstance(value, str) else ""
