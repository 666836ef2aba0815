"""The shapes of interactive elements, rich text and composition objects (docs.slack.dev/reference/block-kit)."""

from __future__ import annotations

from collections.abc import Mapping
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
    matching,
    number,
    one_of,
    plain,
    shape,
    string,
    text,
    web_url,
)
from bot.sandbox.limits import LIMITS

L = LIMITS

confirm = shape(
    ("title", "text"),
    title=plain(L["confirm.title"]),
    text=text(L["confirm.text"]),
    confirm=plain(L["confirm.confirm"]),
    deny=plain(L["confirm.deny"]),
    style=one_of("primary", "danger"),
)
placeholder = plain(L["placeholder"])
dispatch_config = shape(
    trigger_actions_on=array(one_of("on_enter_pressed", "on_character_entered"), 1)
)


def option(kinds: tuple[str, ...] = ("plain_text",), url: bool = False) -> Check:
    """An option of a menu; `url`: may it lead somewhere?"""
    more: dict[str, Check] = {"url": web_url(L["button.url"])} if url else {}
    return shape(
        ("text", "value"),
        text=text(L["option.text"], kinds),
        value=string(L["option.value"], 1),
        description=text(L["option.description"], kinds),
        **more,
    )


BOTH = ("plain_text", "mrkdwn")
options = array(option(), 1, L["options"])
option_groups = array(
    shape(("label", "options"), label=plain(L["option.text"]), options=options), 1, L["option_groups"]
)


def element(required: tuple[str, ...] = (), also: Check | None = None, /, **fields: Check) -> Check:
    """An interactive element with these fields beside those that all have."""
    return shape(
        ("type", *required),
        also,
        type=anything,
        action_id=string(L["action_id"], 1),
        focus_on_load=boolean,
        **fields,
    )


def _chosen(value: Mapping[str, Any]) -> list[Any]:
    if value.get("initial_option") is not None:
        return [value["initial_option"]]
    found = value.get("initial_options")
    return list(found) if isinstance(found, list) else []


def _all_options(value: Mapping[str, Any]) -> list[Any]:
    found = list(value.get("options") or [])
    for group in value.get("option_groups") or []:
        if isinstance(group, Mapping):
            found.extend(group.get("options") or [])
    return found


def initial_among_options(value: Any, pointer: str, out: Complaints) -> None:
    """An initial option must be one of the options, exactly; option values differ from each other."""
    try:
        found = _all_options(value)
        values = [o.get("value") for o in found if isinstance(o, Mapping)]
    except TypeError:
        return  # already complained of
    if len(values) != len(set(map(str, values))):
        complain(out, "options must have unique values", f"{pointer}/options")
    for chosen in _chosen(value):
        if isinstance(chosen, Mapping) and chosen.get("value") not in values:
            complain(out, "initial option must be one of the options", pointer)


def options_or_groups(value: Any, pointer: str, out: Complaints) -> None:
    """A menu has options or groups of them, not both, and not none."""
    if (value.get("options") is None) == (value.get("option_groups") is None):
        complain(out, "must provide either options or option_groups", pointer)
    initial_among_options(value, pointer, out)


def select(**fields: Check) -> dict[str, Check]:
    """Fields of a menu or picker, with those that all of them have."""
    return {"placeholder": placeholder, "confirm": confirm} | fields


any_option = option(BOTH)
most_selected = number(1, whole=True)
conversation_filter = shape(
    include=array(one_of("im", "mpim", "private", "public"), 1),
    exclude_external_shared_channels=boolean,
    exclude_bot_users=boolean,
)
ids = array(string(0, 1))

ELEMENTS: dict[str, Check] = {
    "button": element(
        ("text",),
        text=plain(L["button.text"]),
        value=string(L["button.value"]),
        url=web_url(L["button.url"]),
        style=one_of("primary", "danger"),
        confirm=confirm,
        accessibility_label=string(L["button.text"]),
    ),
    "icon_button": element(
        ("text", "action_id", "icon"),
        icon=string(0, 1),
        text=plain(L["button.text"]),
        value=string(L["button.value"]),
        confirm=confirm,
        accessibility_label=string(L["button.text"]),
        visible_to_user_ids=array(string(0, 1), 0, L["icon_button.visible_to_user_ids"]),
    ),
    "feedback_buttons": element(
        ("positive_button", "negative_button"),
        **{
            name: shape(
                ("text", "value"),
                text=plain(L["button.text"]),
                value=string(L["button.value"]),
                accessibility_label=string(L["button.text"]),
            )
            for name in ("positive_button", "negative_button")
        },
    ),
    "overflow": element(
        ("options", "action_id"),
        options=array(option(url=True), 1, L["overflow.options"]),
        confirm=confirm,
    ),
    "checkboxes": element(
        ("options",),
        initial_among_options,
        options=array(option(BOTH), 1, L["checkboxes.options"]),
        initial_options=array(any_option, 1),
        confirm=confirm,
    ),
    "radio_buttons": element(
        ("options",),
        initial_among_options,
        options=array(option(BOTH), 1, L["checkboxes.options"]),
        initial_option=any_option,
        confirm=confirm,
    ),
    "datepicker": element(**select(initial_date=matching(r"\d{4}-\d\d-\d\d", "a date, YYYY-MM-DD"))),
    "timepicker": element(**select(initial_time=matching(r"\d\d:\d\d", "a time, HH:mm"), timezone=string(0, 1))),
    "datetimepicker": element(initial_date_time=number(1, whole=True), confirm=confirm),
    "plain_text_input": element(
        placeholder=placeholder,
        initial_value=string(L["plain_text_input"]),
        multiline=boolean,
        min_length=number(0, L["plain_text_input"], whole=True),
        max_length=number(1, L["plain_text_input"], whole=True),
        dispatch_action_config=dispatch_config,
    ),
    "number_input": element(
        ("is_decimal_allowed",),
        placeholder=placeholder,
        is_decimal_allowed=boolean,
        initial_value=string(),
        min_value=string(),
        max_value=string(),
        dispatch_action_config=dispatch_config,
    ),
    "email_text_input": element(
        placeholder=placeholder, initial_value=string(), dispatch_action_config=dispatch_config
    ),
    "url_text_input": element(placeholder=placeholder, initial_value=string(), dispatch_action_config=dispatch_config),
    "rich_text_input": element(
        placeholder=placeholder, initial_value=anything, dispatch_action_config=dispatch_config
    ),
    "static_select": element(
        (),
        options_or_groups,
        **select(options=options, option_groups=option_groups, initial_option=any_option),
    ),
    "multi_static_select": element(
        (),
        options_or_groups,
        **select(
            options=options,
            option_groups=option_groups,
            initial_options=array(any_option),
            max_selected_items=most_selected,
        ),
    ),
    "external_select": element(
        **select(initial_option=any_option, min_query_length=number(0, whole=True)),
    ),
    "multi_external_select": element(
        **select(
            initial_options=array(any_option),
            min_query_length=number(0, whole=True),
            max_selected_items=most_selected,
        ),
    ),
    "users_select": element(**select(initial_user=string(0, 1))),
    "multi_users_select": element(**select(initial_users=ids, max_selected_items=most_selected)),
    "channels_select": element(**select(initial_channel=string(0, 1), response_url_enabled=boolean)),
    "multi_channels_select": element(**select(initial_channels=ids, max_selected_items=most_selected)),
    "conversations_select": element(
        **select(
            initial_conversation=string(0, 1),
            default_to_current_conversation=boolean,
            response_url_enabled=boolean,
            filter=conversation_filter,
        )
    ),
    "multi_conversations_select": element(
        **select(
            initial_conversations=ids,
            default_to_current_conversation=boolean,
            max_selected_items=most_selected,
            filter=conversation_filter,
        )
    ),
}
SELECTS = tuple(name for name in ELEMENTS if name.endswith("_select"))
PICKERS = ("datepicker", "timepicker", "datetimepicker")
TEXT_INPUTS = ("plain_text_input", "number_input", "email_text_input", "url_text_input", "rich_text_input")

image_fields: dict[str, Check] = {
    "type": anything,
    "image_url": web_url(L["image.image_url"]),
    "slack_file": shape(id=string(0, 1), url=string(0, 1)),
    "alt_text": string(L["image.alt_text"]),
}


def image_source(value: Any, pointer: str, out: Complaints) -> None:
    """A picture has one source."""
    if (value.get("image_url") is None) == (value.get("slack_file") is None):
        complain(out, "must provide either image_url or slack_file", pointer)


image_element = shape(("type", "alt_text"), image_source, **image_fields)

# Rich text (reference/block-kit/blocks/rich-text-block)
style = shape(
    **{k: boolean for k in ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink")}
)
INLINE: dict[str, Check] = {
    "text": shape(("type", "text"), type=anything, text=string(0, 1), style=style),
    "link": shape(
        ("type", "url"), type=anything, url=web_url(L["button.url"]), text=string(), unsafe=boolean, style=style
    ),
    "emoji": shape(("type", "name"), type=anything, name=string(0, 1), unicode=string(), skin_tone=anything, style=style),
    "user": shape(("type", "user_id"), type=anything, user_id=string(0, 1), style=style),
    "usergroup": shape(("type", "usergroup_id"), type=anything, usergroup_id=string(0, 1), style=style),
    "channel": shape(("type", "channel_id"), type=anything, channel_id=string(0, 1), style=style),
    "broadcast": shape(("type", "range"), type=anything, range=one_of("here", "channel", "everyone"), style=style),
    "color": shape(("type", "value"), type=anything, value=string(0, 1), style=style),
    "date": shape(
        ("type", "timestamp", "format"),
        type=anything,
        timestamp=number(0, whole=True),
        format=string(0, 1),
        url=string(),
        fallback=string(),
        style=style,
    ),
}
inline = array(by_type(INLINE))
rich_section = shape(("type", "elements"), type=anything, elements=inline)
RICH: dict[str, Check] = {
    "rich_text_section": rich_section,
    "rich_text_list": shape(
        ("type", "style", "elements"),
        type=anything,
        style=one_of("bullet", "ordered"),
        elements=array(by_type({"rich_text_section": rich_section})),
        indent=number(0, 8, whole=True),
        offset=number(0, whole=True),
        border=number(0, 1, whole=True),
    ),
    "rich_text_preformatted": shape(
        ("type", "elements"),
        type=anything,
        elements=array(by_type(INLINE, ("text", "link"))),
        border=number(0, 1, whole=True),
        language=string(),
    ),
    "rich_text_quote": shape(
        ("type", "elements"), type=anything, elements=inline, border=number(0, 1, whole=True)
    ),
}
rich_text = shape(
    ("type", "elements"), type=anything, block_id=string(L["block_id"]), elements=array(by_type(RICH))
)

# Cells of table and data_table
CELLS: dict[str, Check] = {
    "raw_text": shape(("type", "text"), type=anything, text=string(0, 1)),
    "raw_number": shape(("type", "value"), type=anything, value=number(), text=string(0, 1)),
    "rich_text": rich_text,
    "action": shape(("type",), type=anything, element=by_type({"button": ELEMENTS["button"]})),
}


def cell_length(cell: Any) -> int:
    """Characters a reader sees in a cell."""
    if not isinstance(cell, Mapping):
        return 0
    if cell.get("type") == "raw_number":
        return length(str(cell.get("text") or cell.get("value") or ""))
    if cell.get("type") == "raw_text":
        return length(str(cell.get("text") or ""))
    return sum(length(t) for t in _texts(cell))


def _texts(value: Any) -> list[str]:
    if isinstance(value, Mapping):
        own = [value["text"]] if isinstance(value.get("text"), str) else []
        return own + [t for v in value.values() if not isinstance(v, str) for t in _texts(v)]
    if isinstance(value, list):
        return [t for v in value for t in _texts(v)]
    return []
