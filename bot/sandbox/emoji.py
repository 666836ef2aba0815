"""Emoji: their names, and drawings of those the app uses, since the machine that shows the page may have no font for them.

A drawing is an SVG symbol in the sheet that stands once in the page; where there is none, the character itself is shown.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

EMOJI = {
    "white_check_mark": "✅", "heavy_check_mark": "✔️", "x": "❌", "warning": "⚠️", "question": "❓",
    "grey_question": "❔", "exclamation": "❗", "hourglass": "⌛", "hourglass_flowing_sand": "⏳",
    "red_circle": "🔴", "large_orange_circle": "🟠", "large_yellow_circle": "🟡", "large_green_circle": "🟢",
    "large_blue_circle": "🔵", "white_circle": "⚪", "black_circle": "⚫", "newspaper": "📰", "mag": "🔍",
    "bell": "🔔", "no_bell": "🔕", "mute": "🔇", "pushpin": "📌", "bar_chart": "📊", "chart_with_upwards_trend": "📈",
    "scales": "⚖️", "speech_balloon": "💬", "left_speech_bubble": "🗨️", "eyes": "👀", "wave": "👋", "tada": "🎉",
    "link": "🔗", "calendar": "📅", "clock3": "🕒", "gear": "⚙️", "house": "🏠", "rotating_light": "🚨",
    "information_source": "ℹ️", "heavy_minus_sign": "➖", "arrow_right": "➡️", "leftwards_arrow_with_hook": "↩️",
    "arrows_counterclockwise": "🔄", "recycle": "♻️", "lock": "🔒", "book": "📖", "memo": "📝", "office": "🏢",
    "thumbsup": "👍", "+1": "👍", "thumbsdown": "👎", "-1": "👎", "zzz": "💤", "robot_face": "🤖", "seedling": "🌱",
    "large_orange_diamond": "🔶", "large_blue_diamond": "🔷", "white_small_square": "▫️", "rolled_up_newspaper": "🗞️",
}  # fmt: skip


def _disc(fill: str, edge: str) -> str:
    return f'<circle cx="10" cy="10" r="8" fill="{fill}" stroke="{edge}"/>'


_PAPER = (
    '<rect x="3" y="3" width="14" height="14" rx="1.5" fill="#f4f1ea" stroke="#7d7a75"/>'
    '<path d="M5.5 6.5h9" stroke="#45423d" stroke-width="2"/><path d="M5.5 10h4M5.5 12.5h4M5.5 15h4M11 15h3.5M11 12.5h3.5" stroke="#8f8b84"/>'
    '<rect x="11" y="9.5" width="3.5" height="1.5" fill="#8f8b84"/>'
)
_BUBBLE = '<path d="M3 3.5h14a1.5 1.5 0 0 1 1.5 1.5v7.5a1.5 1.5 0 0 1-1.5 1.5H9l-4 3.5V14H3a1.5 1.5 0 0 1-1.5-1.5V5A1.5 1.5 0 0 1 3 3.5z" fill="#dfe6ee" stroke="#7b8794"/>'
#: name -> what stands in its SVG symbol of 20 by 20
DRAWINGS = {
    "red_circle": _disc("#dd2e44", "#b51f34"), "large_orange_circle": _disc("#f4900c", "#c87405"),
    "large_yellow_circle": _disc("#fdcb58", "#d2a02c"), "large_green_circle": _disc("#3f9f54", "#2d7d3f"),
    "large_blue_circle": _disc("#3b88c3", "#2a6a9c"), "white_circle": _disc("#f5f6f7", "#8a929b"),
    "black_circle": _disc("#3a3d42", "#8a929b"),
    "large_orange_diamond": '<path d="M10 1.5 18.5 10 10 18.5 1.5 10z" fill="#f4900c" stroke="#c87405"/>',
    "large_blue_diamond": '<path d="M10 1.5 18.5 10 10 18.5 1.5 10z" fill="#3b88c3" stroke="#2a6a9c"/>',
    "white_small_square": '<rect x="6" y="6" width="8" height="8" fill="#f5f6f7" stroke="#8a929b"/>',
    "speech_balloon": _BUBBLE + '<path d="M6 9h1.5M9.2 9h1.5M12.5 9H14" stroke="#55606c" stroke-width="2"/>',
    "newspaper": _PAPER, "rolled_up_newspaper": _PAPER,
    "leftwards_arrow_with_hook": '<rect x="1" y="1" width="18" height="18" rx="3" fill="#3b88c3"/>'
    '<path d="M8 5 4.5 8.5 8 12M5 8.5h7a3.2 3.2 0 0 1 0 6.5H8" fill="none" stroke="#fff" stroke-width="2"/>',
    "wave": '<path d="M5 11 3.5 7.5a1.2 1.2 0 0 1 2.2-1L7 9.5 5.5 4.6a1.2 1.2 0 0 1 2.3-.7L9.4 8.6 8.9 3.5a1.2 1.2 0 0 1 2.4-.2'
    'l.7 5.3 1-4a1.2 1.2 0 0 1 2.3.6L14.3 10l1.5-.8a1.2 1.2 0 0 1 1.5 1.9l-3.3 5.4a5 5 0 0 1-7.5 1z" fill="#ffcc4d" stroke="#c99a2e"/>',
    "white_check_mark": '<rect x="1.5" y="1.5" width="17" height="17" rx="3" fill="#3f9f54"/><path d="m5 10.5 3.5 3.5L15 6.5" fill="none" stroke="#fff" stroke-width="2.4"/>',
    "x": '<path d="m4 4 12 12M16 4 4 16" stroke="#dd2e44" stroke-width="3.5" stroke-linecap="round"/>',
    "warning": '<path d="M10 2 19 17.5H1z" fill="#ffcc4d" stroke="#c99a2e"/><path d="M10 7.5v5M10 14v2" stroke="#3a3d42" stroke-width="2"/>',
    "bell": '<path d="M10 2a5 5 0 0 1 5 5c0 5 1.5 6 2.5 7.5h-15C3.5 13 5 12 5 7a5 5 0 0 1 5-5z" fill="#ffcc4d" stroke="#c99a2e"/><circle cx="10" cy="16.5" r="1.7" fill="#c99a2e"/>',
    "bar_chart": '<rect x="1.5" y="1.5" width="17" height="17" rx="2" fill="#eef2f6" stroke="#8a929b"/><path d="M5.5 15V9M10 15V5M14.5 15v-4" stroke="#3b88c3" stroke-width="2.6"/>',
    "mag": '<circle cx="8.5" cy="8.5" r="5.5" fill="#dceaf6" stroke="#55606c" stroke-width="1.8"/><path d="m12.5 12.5 5 5" stroke="#55606c" stroke-width="2.6"/>',
}  # fmt: skip

#: What the page's own controls show, by name; they take the colour of the text around them.
ICONS = {
    "hash": '<path d="M7.5 3 6 17M14 3l-1.5 14M3.5 7.5h13.5M3 12.5h13.5"/>',
    "lock": '<rect x="4" y="9" width="12" height="8" rx="1.5"/><path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9"/>',
    "home": '<path d="m3 9.5 7-6 7 6M5 8.5V16.5h10V8.5"/>',
    "bolt": '<path d="M11 2.5 4.5 11.5H9.5L9 17.5l6.5-9h-5z"/>',
    "eye": '<path d="M1.5 10S4.5 4.5 10 4.5 18.5 10 18.5 10 15.5 15.5 10 15.5 1.5 10 1.5 10z"/><circle cx="10" cy="10" r="2.5"/>',
    "thread": '<path d="M3 4h14v9.5H9.5L5.5 17v-3.5H3zM6.5 7.5h7M6.5 10h4.5"/>',
    "more": '<path d="M10 4.5v.1M10 10v.1M10 15.5v.1" stroke-width="2.6" stroke-linecap="round"/>',
    "right": '<path d="m8 5 5 5-5 5"/>',
    "close": '<path d="m5 5 10 10M15 5 5 15"/>',
    "menu": '<path d="M3 5.5h14M3 10h14M3 14.5h14"/>',
    "people": '<circle cx="7.5" cy="7" r="3"/><path d="M2 16.5c0-6 11-6 11 0M13 4.2a3 3 0 0 1 0 5.6M15 12c2 .8 3 2.4 3 4.5"/>',
    "send": '<path d="M3 17 17.5 10 3 3l1.5 7zM4.5 10h7"/>',
    "theme": '<circle cx="10" cy="10" r="7"/><path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor"/>',
    "app": '<path d="M8.5 4 4 8.5 8.5 13M4.5 8.5H12a4 4 0 0 1 0 8H8.5" stroke-width="2"/>',
}
_NAMES = {EMOJI[name].rstrip("\ufe0f"): name for name in DRAWINGS}
_DRAWN = re.compile(f"(?:{'|'.join(_NAMES)})\ufe0f?")

#: The symbols, to stand once in the page.
SHEET = Markup('<svg width="0" height="0" aria-hidden="true" class="sheet"><defs>{}</defs></svg>').format(
    Markup("").join(
        Markup('<symbol id="{}-{}" viewBox="0 0 20 20">{}</symbol>').format(kind, name, Markup(drawing))  # noqa: S704 (our own)
        for kind, drawings in (("e", DRAWINGS), ("i", ICONS))
        for name, drawing in drawings.items()
    )
)


def emoji(name: str) -> Markup:
    """The emoji of a known name, as its drawing or as itself."""
    words = name.replace("_", " ")
    if name in DRAWINGS:
        return Markup('<svg class="emoji" role="img" aria-label="{}"><use href="#e-{}"></use></svg>').format(words, name)
    return Markup('<span role="img" aria-label="{}">{}</span>').format(words, EMOJI[name])


def known() -> re.Pattern[str]:
    """Finds the characters that there are drawings of."""
    return _DRAWN


def drawn(text: str) -> Markup:
    """Text, escaped, with drawings in the place of the emoji that have one."""
    out, last = Markup(""), 0
    for found in _DRAWN.finditer(text):
        out += escape(text[last : found.start()]) + emoji(_NAMES[found[0].rstrip("\ufe0f")])
        last = found.end()
    return out + escape(text[last:])
