"""Blocks as HTML. Every value that came from the app is escaped; what is not known is named, not dropped."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from bot.sandbox import fields
from bot.sandbox.charts import chart
from bot.sandbox.emoji import drawn
from bot.sandbox.markup import Reader, channel_mention, date_token, link, mention, mrkdwn, plain, user_name
from bot.sandbox.state import Json


@dataclass(frozen=True)
class Target:
    """What a pressed button belongs to: a message (channel and ts) or a view."""

    channel: str = ""
    ts: str = ""
    view: str = ""
    in_form: bool = False  # inside a modal's own form: elements add to it instead of sending at once
    errors: dict[str, str] = field(default_factory=dict)
    values: Json = field(default_factory=dict)

    def hidden(self) -> Markup:
        """Form fields that say what a press belongs to."""
        given = {"channel_of": self.channel, "ts": self.ts, "view": self.view}
        return Markup("").join(
            Markup('<input type="hidden" name="{}" value="{}">').format(k, v) for k, v in given.items() if v
        )


def text(found: Json | None, reader: Reader) -> Markup:
    """A text object as HTML."""
    if not found:
        return Markup("")
    if found.get("type") == "mrkdwn":
        return mrkdwn(str(found.get("text") or ""), reader)
    return plain(str(found.get("text") or ""))


def blocks(found: list[Json], reader: Reader, target: Target) -> Markup:
    """Blocks as HTML, in order."""
    return Markup("\n").join(block(one, reader, target) for one in found)


def block(one: Json, reader: Reader, target: Target) -> Markup:
    """One block as HTML; one that is not known is named."""
    drawer = _BLOCKS.get(str(one.get("type")))
    if drawer is None:
        return Markup('<p class="unknown">[{} block]</p>').format(one.get("type"))
    try:
        inner = drawer(one, reader, target)
    except (KeyError, TypeError, AttributeError, ValueError):
        # A shape the limits let through and this page does not know must not take the page down.
        return Markup('<p class="unknown">[{} block that can not be shown]</p>').format(one.get("type"))
    return Markup('<div class="block {}">{}</div>').format(str(one["type"]).replace("_", "-"), inner)


def _section(one: Json, reader: Reader, target: Target) -> Markup:
    words = Markup('<div class="words">{}</div>').format(text(one.get("text"), reader)) if one.get("text") else Markup("")
    cells = Markup("").join(Markup("<div>{}</div>").format(text(f, reader)) for f in one.get("fields") or [])
    grid = Markup('<div class="fields">{}</div>').format(cells) if cells else Markup("")
    beside = one.get("accessory")
    accessory = Markup("")
    if beside:
        drawn = _image_of(beside) if beside["type"] == "image" else fields.element(one, beside, reader, target)
        accessory = Markup('<div class="accessory">{}</div>').format(drawn)
    return Markup('<div class="section-body">{}{}</div>{}').format(words, grid, accessory)


def _header(one: Json, reader: Reader, target: Target) -> Markup:
    return Markup('<p class="heading" role="heading" aria-level="4">{}</p>').format(text(one["text"], reader))


def _divider(one: Json, reader: Reader, target: Target) -> Markup:
    return Markup("<hr>")


def _image_of(one: Json) -> Markup:
    """Pictures lie on other servers, and this page fetches nothing: their description stands for them."""
    title = (one.get("title") or {}).get("text", "")
    return Markup('<figure class="picture"><span aria-hidden="true">🖼</span> {}{}</figure>').format(
        link(str(one.get("image_url") or ""), str(one.get("alt_text") or "image")),
        Markup("<figcaption>{}</figcaption>").format(title) if title else "",
    )


def _image(one: Json, reader: Reader, target: Target) -> Markup:
    return _image_of(one)


def _context(one: Json, reader: Reader, target: Target) -> Markup:
    return Markup("").join(
        Markup("<span>{}</span>").format(_image_of(e) if e["type"] == "image" else text(e, reader))
        for e in one["elements"]
    )


def _actions(one: Json, reader: Reader, target: Target) -> Markup:
    return Markup("").join(fields.element(one, e, reader, target) for e in one["elements"])


def _input(one: Json, reader: Reader, target: Target) -> Markup:
    return fields.labelled(one, reader, target)


def _markdown(one: Json, reader: Reader, target: Target) -> Markup:
    return Markup('<pre class="markdown">{}</pre>').format(one["text"])


def _chart(one: Json, reader: Reader, target: Target) -> Markup:
    return chart(one)


# Rich text

_TAGS = {
    "p": Markup("<p>{}</p>"), "pre": Markup("<pre>{}</pre>"), "blockquote": Markup("<blockquote>{}</blockquote>"),
    "ol": Markup('<ol class="indent{}">{}</ol>'), "ul": Markup('<ul class="indent{}">{}</ul>'),
    "code": Markup("<code>{}</code>"), "strong": Markup("<strong>{}</strong>"), "em": Markup("<em>{}</em>"),
    "del": Markup("<del>{}</del>"), "u": Markup("<u>{}</u>"),
}  # fmt: skip

def rich(one: Json, reader: Reader) -> Markup:
    """A rich_text block (or cell) as HTML."""
    return Markup("").join(_rich(e, reader) for e in one["elements"])


def _rich_text(one: Json, reader: Reader, target: Target) -> Markup:
    return rich(one, reader)


def _rich(one: Json, reader: Reader) -> Markup:
    inner = Markup("").join(
        Markup("<li>{}</li>").format(_rich(e, reader)) if one["type"] == "rich_text_list" else _inline(e, reader)
        for e in one["elements"]
    )
    if one["type"] == "rich_text_list":
        form = "ol" if one.get("style") == "ordered" else "ul"
        return _TAGS[form].format(int(one.get("indent") or 0), inner)
    form = {"rich_text_preformatted": "pre", "rich_text_quote": "blockquote"}.get(one["type"], "p")
    return _TAGS[form].format(inner)


def _inline(one: Json, reader: Reader) -> Markup:
    kind = one["type"]
    if kind == "text":
        out = Markup("<br>").join(drawn(line) for line in str(one["text"]).split("\n"))
    elif kind == "link":
        out = link(str(one["url"]), str(one.get("text") or one["url"]))
    elif kind == "emoji":
        out = plain(f":{one['name']}:")
    elif kind == "user":
        out = mention("@", user_name(reader.workspace, one["user_id"]) or one["user_id"])
    elif kind == "channel":
        out = channel_mention(reader.workspace, one["channel_id"])
    elif kind == "broadcast":
        out = mention("@", one["range"])
    elif kind == "date":
        out = date_token(f"!date^{one['timestamp']}^{one['format']}^{one.get('url') or ''}", str(one.get("fallback") or ""), reader)
    else:
        out = escape(f"[{kind}]")
    style = one.get("style") or {}
    for name, tag in (("code", "code"), ("bold", "strong"), ("italic", "em"), ("strike", "del"), ("underline", "u")):
        if style.get(name):
            out = _TAGS[tag].format(out)
    return out


# Tables


def _cell(cell: Any, reader: Reader, target: Target) -> Markup:
    kind = cell["type"]
    if kind == "raw_text":
        return drawn(cell["text"])
    if kind == "raw_number":
        return escape(cell.get("text") or cell["value"])
    if kind == "rich_text":
        return rich(cell, reader)
    return fields.element({"block_id": ""}, cell["element"], reader, target)


def _body_cell(cell: Any, heads: bool, inner: Markup) -> Markup:
    if heads:
        return Markup('<th scope="row">{}</th>').format(inner)
    number = Markup(' class="number"') if cell["type"] == "raw_number" else ""
    return Markup("<td{}>{}</td>").format(number, inner)


def _table(one: Json, reader: Reader, target: Target) -> Markup:
    head, *body = one["rows"]
    own = int(one.get("row_header_column_index") or 0) if one["type"] == "data_table" else -1
    top = Markup("").join(Markup('<th scope="col">{}</th>').format(_cell(c, reader, target)) for c in head)
    rows = Markup("").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(_body_cell(c, i == own, _cell(c, reader, target)) for i, c in enumerate(row))
        )
        for row in body
    )
    caption = Markup("<caption>{}</caption>").format(one["caption"]) if one.get("caption") else ""
    size = int(one.get("page_size") or 5) if one["type"] == "data_table" else 0
    return Markup(
        '<div class="scroll" tabindex="0" role="region" aria-label="{}"><table data-page-size="{}">{}'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(one.get("caption") or "table", size, caption, top, rows)


# Cards, containers, alerts, plans


def _card(one: Json, reader: Reader, target: Target) -> Markup:
    parts = [_image_of(one["hero_image"])] if one.get("hero_image") else []
    for name in ("title", "subtitle", "body", "subtext"):
        if one.get(name):
            parts.append(Markup('<p class="card-{}">{}</p>').format(name, text(one[name], reader)))
    parts.extend(fields.element(one, e, reader, target) for e in one.get("actions") or [])
    return Markup("").join(parts)


def _carousel(one: Json, reader: Reader, target: Target) -> Markup:
    return blocks(one["elements"], reader, target)


def _container(one: Json, reader: Reader, target: Target) -> Markup:
    title = rich(one["rich_text_title"], reader) if one.get("rich_text_title") else text(one.get("title"), reader)
    inner = blocks(one["child_blocks"], reader, target)
    if one.get("is_collapsible"):
        opened = "" if one.get("default_collapsed") else Markup(" open")
        return Markup("<details{}><summary>{}</summary>{}</details>").format(opened, title, inner)
    return Markup('<p class="heading">{}</p>{}{}').format(title, text(one.get("subtitle"), reader), inner)


def _alert(one: Json, reader: Reader, target: Target) -> Markup:
    return Markup('<div class="level-{}" role="status">{}</div>').format(one.get("level") or "default", text(one["text"], reader))


def _task(one: Json, reader: Reader, target: Target) -> Markup:
    return Markup("<p>{} <em>{}</em></p>").format(one["title"], one.get("status") or "pending")


def _plan(one: Json, reader: Reader, target: Target) -> Markup:
    return Markup('<p class="heading">{}</p>{}').format(one["title"], blocks(one.get("tasks") or [], reader, target))


def _video(one: Json, reader: Reader, target: Target) -> Markup:
    return link(str(one["video_url"]), str(one["title"]["text"]))


_BLOCKS = {
    "section": _section, "header": _header, "divider": _divider, "image": _image, "context": _context,
    "actions": _actions, "context_actions": _actions, "input": _input, "markdown": _markdown,
    "data_visualization": _chart, "rich_text": _rich_text, "table": _table, "data_table": _table, "card": _card,
    "carousel": _carousel, "container": _container, "alert": _alert, "task_card": _task, "plan": _plan,
    "video": _video,
}  # fmt: skip


def attachments(found: list[Json], reader: Reader, target: Target) -> Markup:
    """Legacy attachments as HTML."""
    out = []
    for one in found:
        inner = blocks(one["blocks"], reader, target) if one.get("blocks") else mrkdwn(str(one.get("text") or one.get("fallback") or ""), reader)
        title = link(str(one.get("title_link") or ""), str(one["title"])) if one.get("title") else ""
        out.append(Markup('<div class="attachment">{}{}</div>').format(title, inner))
    return Markup("").join(out)

