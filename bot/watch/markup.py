"""HTML fragments of feeds into plain text. Pure."""

from __future__ import annotations

import re
from html import unescape

from lxml import etree, html

from bot.text import clean

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|<!--.*?-->", re.S)
_SPACE = re.compile(r"[^\S\n]+")
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "table",
        "blockquote",
        "section",
        "article",
        "header",
        "footer",
        "figure",
        "figcaption",
        "pre",
        "hr",
    ]
)
_SILENT = frozenset(
    {"script", "style", "noscript", "iframe", "template", "svg", "button", "form", "figcaption"}
)
MAX_CHARS = 400_000


def plain(text: str) -> str:
    """One line of text without markup, for titles and summaries: "AT&amp;T &lt;b&gt;falls" is "AT&T falls"."""
    for _ in range(2):  # feeds escape once or twice
        if "<" in text:
            text = _TAG.sub(" ", text)
        if "&" in text:
            text = unescape(text)
    return re.sub(r"\s+", " ", clean(text)).strip()


def to_text(fragment: str) -> str:
    """The paragraphs of an HTML fragment, a blank line between two; plain text keeps its lines."""
    fragment = fragment[:MAX_CHARS]
    if not fragment.strip():
        return ""
    if not _TAG.search(fragment):
        fragment = unescape(fragment)
        if not _TAG.search(fragment):
            return _lines(fragment.split("\n"))
    try:
        root = html.fragment_fromstring(_no_nul(fragment), create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return _lines(unescape(_TAG.sub("\n", fragment)).split("\n"))
    pieces: list[str] = []
    silent: list[object] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if not silent and element.tail:
                pieces.append(element.tail.replace("\n", " "))
            continue
        name = element.tag
        if event == "start":
            if name in _BLOCKS:
                pieces.append("\n")
            if name in _SILENT:
                silent.append(element)
            elif not silent and element.text:
                pieces.append(element.text.replace("\n", " "))
        else:
            if silent and silent[-1] is element:
                silent.pop()
            if name in _BLOCKS:
                pieces.append("\n")
            if not silent and element.tail and element is not root:
                pieces.append(element.tail.replace("\n", " "))
    return _lines("".join(pieces).split("\n"))


def _lines(lines: list[str]) -> str:
    kept = (_SPACE.sub(" ", clean(line)).strip() for line in lines)
    return "\n\n".join(line for line in kept if line)


def _no_nul(text: str) -> str:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "", text)
