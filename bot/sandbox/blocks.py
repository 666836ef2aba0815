"""Blocks, and what a message, a modal and an App Home may hold (docs.slack.dev/reference/block-kit/blocks)."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from bot.sandbox.checks import (
    Check,
    Complaints,
    anything,
    array,
    boolean,
    by_type,
    complain,
    length,
    number,
    one_of,
    plain,
    serialised,
    shape,
    string,
    text,
    web_url,
)
from bot.sandbox.elements import (
    ELEMENTS,
    PICKERS,
    SELECTS,
    TEXT_INPUTS,
    image_element,
    image_fields,
    image_source,
    rich_text,
)
from bot.sandbox.figures import block, cells_length, data_table, data_visualization, table
from bot.sandbox.limits import LIMITS
from bot.sandbox.state import Json

L = LIMITS


def _text_or_fields(value: Any, pointer: str, out: Complaints) -> None:
    if value.get("text") is None and not value.get("fields"):
        complain(out, "missing required field: text or fields", pointer)


ACCESSORIES = (
    "button", "overflow", "checkboxes", "radio_buttons", "datepicker", "timepicker", *SELECTS,
)  # fmt: skip
IN_ACTIONS = (*ACCESSORIES, "datetimepicker", "plain_text_input")
IN_INPUT = ("checkboxes", "radio_buttons", *PICKERS, *TEXT_INPUTS, *SELECTS)


def _accessory(value: Any, pointer: str, out: Complaints) -> None:
    by_type({**ELEMENTS, "image": image_element}, (*ACCESSORIES, "image"))(value, pointer, out)


# cards and containers

_card_fields: dict[str, Check] = {
    "hero_image": image_element,
    "icon": image_element,
    "title": text(L["card.title"]),
    "subtitle": text(L["card.subtitle"]),
    "body": text(L["card.body"]),
    "subtext": text(L["card.subtext"]),
    "actions": array(by_type(ELEMENTS, ("button",)), 1, L["card.actions"]),
}


def _card_has_content(value: Any, pointer: str, out: Complaints) -> None:
    if not any(value.get(k) for k in ("hero_image", "title", "actions", "body")):
        complain(out, "must provide one of hero_image, title, actions or body", pointer)


_card = block((), _card_has_content, **_card_fields)
_task = block(
    ("task_id", "title"),
    task_id=string(0, 1),
    title=string(0, 1),
    details=rich_text,
    output=rich_text,
    sources=array(anything),
    status=one_of("pending", "in_progress", "complete", "error"),
)


def _child(value: Any, pointer: str, out: Complaints) -> None:
    by_type(BLOCKS)(value, pointer, out)


def _container_title(value: Any, pointer: str, out: Complaints) -> None:
    if value.get("title") is None and value.get("rich_text_title") is None:
        complain(out, "missing required field: title", pointer)


BLOCKS: dict[str, Check] = {
    "section": block(
        (),
        _text_or_fields,
        text=text(L["section.text"]),
        fields=array(text(L["section.field"]), 1, L["section.fields"]),
        accessory=_accessory,
        expand=boolean,
    ),
    "header": block(("text",), text=plain(L["header.text"]), level=number(1, 4, whole=True)),
    "divider": block(),
    "image": block(("alt_text",), image_source, title=plain(L["image.title"]), **{k: v for k, v in image_fields.items() if k != "type"}),
    "context": block(
        ("elements",),
        elements=array(
            by_type({"image": image_element, "mrkdwn": text(0, ("mrkdwn",)), "plain_text": text(0, ("plain_text",))}),
            1,
            L["context.elements"],
        ),
    ),
    "actions": block(("elements",), elements=array(by_type(ELEMENTS, IN_ACTIONS), 1, L["actions.elements"])),
    "context_actions": block(
        ("elements",),
        elements=array(by_type(ELEMENTS, ("feedback_buttons", "icon_button")), 1, L["context_actions.elements"]),
    ),
    "input": block(
        ("label", "element"),
        label=plain(L["input.label"]),
        element=by_type(ELEMENTS, IN_INPUT),
        hint=plain(L["input.hint"]),
        optional=boolean,
        dispatch_action=boolean,
    ),
    "rich_text": rich_text,
    "markdown": block(("text",), text=string(L["markdown.text"], 1)),
    "table": table,
    "data_table": data_table,
    "data_visualization": data_visualization,
    "card": _card,
    "carousel": block(("elements",), elements=array(by_type({"card": _card}), 1, L["carousel.elements"])),
    "alert": block(
        ("text",), text=text(L["alert.text"]), level=one_of("default", "info", "warning", "error", "success")
    ),
    "container": block(
        ("child_blocks",),
        _container_title,
        child_blocks=array(_child, 1, L["container.children"]),
        title=plain(L["card.title"]),
        rich_text_title=rich_text,
        subtitle=text(L["card.subtitle"]),
        width=one_of("narrow", "standard", "wide", "full"),
        icon=image_element,
        is_collapsible=boolean,
        default_collapsed=boolean,
        has_header_divider=boolean,
    ),
    "plan": block(("title",), title=string(0, 1), tasks=array(by_type({"task_card": _task}), 0, L["plan.tasks"])),
    "task_card": _task,
    "video": block(
        ("title", "video_url", "thumbnail_url", "alt_text"),
        title=plain(200),
        video_url=web_url(L["button.url"]),
        thumbnail_url=web_url(L["image.image_url"]),
        alt_text=string(L["image.alt_text"], 1),
        title_url=web_url(L["button.url"]),
        author_name=string(50),
        provider_name=string(),
        provider_icon_url=web_url(L["image.image_url"]),
        description=plain(200),
    ),
}
MODAL_ONLY = ("alert",)
# Where a block may stand (each block's page, "Available in surfaces").
NOT_IN_VIEWS = ("markdown", "table", "context_actions", "plan", "task_card", "data_table", "data_visualization", "carousel")
MESSAGE_BLOCKS = tuple(k for k in BLOCKS if k not in MODAL_ONLY)
MODAL_BLOCKS = tuple(k for k in BLOCKS if k not in NOT_IN_VIEWS)
HOME_BLOCKS = tuple(k for k in MODAL_BLOCKS if k not in MODAL_ONLY)


def interactive(blocks: Any) -> Iterator[tuple[Json, Json]]:
    """Every (block, element) of blocks with which a person can do something, in order of reading."""
    for one in blocks if isinstance(blocks, list) else []:
        if not isinstance(one, Mapping):
            continue
        found: list[Any] = []
        for name in ("accessory", "element"):
            found.append(one.get(name))
        for name in ("elements", "actions"):
            if isinstance(one.get(name), list) and one.get("type") != "carousel":
                found.extend(one[name])
        for row in one.get("rows") or [] if isinstance(one.get("rows"), list) else []:
            found.extend(c.get("element") for c in row if isinstance(row, list) and isinstance(c, Mapping))
        for item in found:
            if isinstance(item, Mapping) and item.get("type") in ELEMENTS:
                yield dict(one), dict(item)
        for name in ("child_blocks", "elements") if one.get("type") in ("container", "carousel") else ():
            yield from interactive(one.get(name))


def _unique_ids(blocks: list[Any], out: Complaints, pointer: str) -> None:
    ids = Counter(b["block_id"] for b in blocks if isinstance(b, Mapping) and isinstance(b.get("block_id"), str))
    for block_id, count in ids.items():
        if block_id and count > 1:
            complain(out, f"`block_id` {block_id} already exists", pointer)
    for one in blocks:
        actions = Counter(str(e.get("action_id")) for _, e in interactive([one]) if e.get("action_id"))
        for action_id, count in actions.items():
            if count > 1:
                complain(out, f"`action_id` {action_id} already exists for block", pointer)


def check_message(blocks: Any) -> tuple[str, Complaints]:
    """Slack's error name ("" when all is well) and complaints for the blocks of a message."""
    if not isinstance(blocks, list):
        return "invalid_blocks_format", []
    out: Complaints = []
    array(by_type(BLOCKS, MESSAGE_BLOCKS), 0, L["message.blocks"])(blocks, "/blocks", out)
    _unique_ids(blocks, out, "/blocks")
    kinds = Counter(b.get("type") for b in blocks if isinstance(b, Mapping))
    if kinds["data_visualization"] > L["message.data_visualization"]:
        complain(out, f"no more than {L['message.data_visualization']} data_visualization blocks allowed", "/blocks")
    if kinds["table"] > 1:
        complain(out, "only_one_table_allowed", "/blocks")
    written = sum(length(str(b.get("text"))) for b in blocks if isinstance(b, Mapping) and b.get("type") == "markdown")
    if written > L["message.markdown_blocks"]:
        complain(out, f"markdown blocks must have less than {L['message.markdown_blocks'] + 1} characters in all", "/blocks")
    if cells_length(blocks) > L["data_table.text"]:
        complain(out, f"no more than {L['data_table.text']} characters allowed in all data tables", "/blocks")
    if out:
        return "invalid_blocks", out
    if serialised(blocks) > L["message.blocks_serialised"]:
        return "msg_blocks_too_long", []
    return "", []


def check_view(view: Any) -> tuple[str, Complaints]:
    """Slack's error name ("" when all is well) and complaints for a modal or an App Home."""
    out: Complaints = []
    if not isinstance(view, Mapping):
        return "invalid_arguments", ["[ERROR] must be an object [json-pointer:/view]"]
    kind = view.get("type")
    if kind not in ("modal", "home"):
        return "invalid_arguments", [f"[ERROR] unsupported type: {kind} [json-pointer:/view/type]"]
    common: dict[str, Check] = {
        "type": anything,
        "blocks": array(by_type(BLOCKS, MODAL_BLOCKS if kind == "modal" else HOME_BLOCKS), 0, L["view.blocks"]),
        "private_metadata": string(L["view.private_metadata"]),
        "callback_id": string(L["view.callback_id"]),
        "external_id": string(L["view.external_id"]),
    }
    if kind == "modal":
        modal = shape(
            ("title", "blocks"),
            title=plain(L["view.title"]),
            submit=plain(L["view.submit"]),
            close=plain(L["view.close"]),
            clear_on_close=boolean,
            notify_on_close=boolean,
            submit_disabled=boolean,
            **common,
        )
        modal(view, "/view", out)
    else:
        shape(("blocks",), **common)(view, "/view", out)
    blocks = view.get("blocks")
    if isinstance(blocks, list):
        _unique_ids(blocks, out, "/view/blocks")
        inputs = any(isinstance(b, Mapping) and b.get("type") == "input" for b in blocks)
        if kind == "modal" and inputs and view.get("submit") is None:
            complain(out, "missing required field: submit", "/view")
    if out:
        return "invalid_arguments", out
    if serialised(view) > L["view.bytes"]:
        return "view_too_large", []
    return "", []


def filled(blocks: list[Json], new_id: Any) -> list[Json]:
    """A copy of blocks as Slack keeps them: ids given where none were, flags of texts spelled out."""
    out = copy.deepcopy(blocks)
    for one in out:
        if not one.get("block_id"):
            one["block_id"] = new_id()
    for item in _own_elements(out):
        if item.get("type") in ELEMENTS and not item.get("action_id"):
            item["action_id"] = new_id()
    _spell(out)
    return out


def _own_elements(blocks: list[Json]) -> Iterator[Json]:
    for one in blocks:
        yield from (one[name] for name in ("accessory", "element") if isinstance(one.get(name), dict))
        yield from one.get("elements") or []


def _spell(value: Any) -> None:
    if isinstance(value, dict):
        if value.get("type") == "plain_text":
            value.setdefault("emoji", True)
        elif value.get("type") == "mrkdwn":
            value.setdefault("verbatim", False)
        for inner in value.values():
            _spell(inner)
    elif isinstance(value, list):
        for inner in value:
            _spell(inner)
