"""Small builders of Slack blocks. Feed text goes into `rich_text` or `plain_text` only, where nothing is parsed.

Every builder cuts nothing and checks nothing but emptiness (Slack refuses empty texts); `fits` and `fit` keep a
whole message within what Slack takes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from bot.tell.mrkdwn import clip, domain, escape, length, safe_url
from bot.text import clean

Block = dict[str, Any]
Blocks = list[Block]
Element = dict[str, Any]

#: The bounds kept: Slack takes 50 blocks, and about 13,200 characters of them (undocumented; see the design).
MAX_BLOCKS = 48
MAX_CHARS = 11_900
#: What a modal or the Home tab may hold, with some room left.
MAX_VIEW_BLOCKS = 95
MAX_VIEW_BYTES = 200_000
#: chat.update refuses a longer text; messages and edits share it.
MAX_TEXT = 3_500
#: How long quotes may be, tried in turn until a message fits.
ROOM = (700, 400, 220, 120, 60, 24)


def text(value: str, *, bold: bool = False, italic: bool = False) -> Element:
    """Literal text inside rich text."""
    style = {k: True for k, on in (("bold", bold), ("italic", italic)) if on}
    return {"type": "text", "text": clean(value), **({"style": style} if style else {})}


def bold(value: str) -> Element:
    """Literal bold text."""
    return text(value, bold=True)


def code(value: str) -> Element:
    """What can be typed."""
    return {"type": "text", "text": clean(value), "style": {"code": True}}


def link(url: str | None) -> list[Element]:
    """A link whose words are the real domain it leads to; nothing for an address that cannot be linked."""
    safe = safe_url(url)
    return [{"type": "link", "url": safe, "text": domain(safe)}] if safe else []


def section(*elements: Element) -> Element:
    """One paragraph of rich text."""
    return {"type": "rich_text_section", "elements": [e for e in elements if e.get("text", "x") != ""]}


def quote(*elements: Element) -> Element:
    """A paragraph with a bar at its left."""
    return {"type": "rich_text_quote", "elements": [e for e in elements if e.get("text", "x") != ""]}


def bullets(items: Iterable[Sequence[Element]]) -> Element:
    """A list of paragraphs."""
    return {"type": "rich_text_list", "style": "bullet", "elements": [section(*item) for item in items]}


def rich(*parts: Element) -> Block:
    """A block of rich text; parts without content are left out, and it never begins with an empty line."""
    kept = [p for p in parts if p["elements"]]
    if kept and kept[0]["elements"][0].get("text", "").startswith("\n"):
        first, *others = kept[0]["elements"]
        begun = {**first, "text": first["text"].lstrip("\n")}
        kept[0] = {**kept[0], "elements": [begun, *others] if begun["text"] else others}
        return rich(*kept)
    return {"type": "rich_text", "elements": kept or [section(text(" "))]}


def plain(value: str, limit: int = 3_000) -> Element:
    """A text object that parses nothing, not even `:emoji:` names."""
    return {"type": "plain_text", "text": clip(value, limit) or " ", "emoji": False}


def mrkdwn(value: str) -> Element:
    """A text object of our own words; what came from elsewhere must have been escaped."""
    return {"type": "mrkdwn", "text": value or " ", "verbatim": True}


def say(value: str) -> Block:
    """A paragraph of our own words (mrkdwn)."""
    return {"type": "section", "text": mrkdwn(value)}


def header(value: str) -> Block:
    """A heading."""
    return {"type": "header", "text": plain(value, 150)}


def context(value: str) -> Block:
    """Small grey text, nothing parsed."""
    return {"type": "context", "elements": [plain(value, 1_500)]}


def button(label: str, action: str, value: str = "", *, style: str = "", hint: str = "") -> Element:
    """A button; `value` comes back with the press, `hint` is what a screen reader says."""
    made: Element = {"type": "button", "text": plain(label, 75), "action_id": action}
    if value:
        made["value"] = value[:2_000]
    if style:
        made["style"] = style
    if hint:
        made["accessibility_label"] = clip(hint, 75)
    return made


def overflow(action: str, options: Mapping[str, str]) -> Element:
    """A "⋯" menu: value -> words. (Slack knows no label for screen readers here.)"""
    return {"type": "overflow", "action_id": action, "options": [{"text": plain(label, 75), "value": value} for value, label in options.items()]}


def actions(*elements: Element) -> Block:
    """A row of buttons."""
    return {"type": "actions", "elements": list(elements)}


DIVIDER: Block = {"type": "divider"}


def size(blocks: Blocks) -> int:
    """Characters of the blocks as JSON, as Slack is seen to count them."""
    return length(json.dumps(blocks, ensure_ascii=False, separators=(",", ":")))


def fits(blocks: Blocks) -> bool:
    """May these blocks be one message?"""
    return len(blocks) <= MAX_BLOCKS and size(blocks) <= MAX_CHARS


def fit(render: Callable[[int], Blocks], fits: Callable[[Blocks], bool] = fits) -> Blocks:
    """The first rendering that fits, with ever shorter quotes; at last blocks are dropped from the end and that is said."""
    blocks: Blocks = []
    for room in ROOM:
        blocks = render(room)
        if fits(blocks):
            return blocks
    note = context("More is on file than fits here: see the case.")
    while blocks and not fits([*blocks, note]):
        blocks.pop()
    return [*blocks, note]


def fits_modal(blocks: Blocks) -> bool:
    """May these blocks be one modal? (100 blocks, 250,000 bytes.)"""
    return len(blocks) <= MAX_VIEW_BLOCKS and len(json.dumps(blocks).encode()) <= MAX_VIEW_BYTES


def fallback(*lines: str) -> str:
    """The plain-text form of a message: our words and foreign ones alike, escaped here, within Slack's limit."""
    whole = "\n".join(stripped for line in lines if (stripped := clean(line).strip()))
    while length(escape(whole)) > MAX_TEXT:
        whole = whole[: int(len(whole) * 0.9)].rstrip() + "…"
    return escape(whole) or "(empty)"
