"""Buttons, menus and inputs as HTML form fields that send what a person does with them.

In a message each element is a little form of its own. In a modal all belong to the modal's form, so that what
was typed is not lost when a button in it is pressed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bot.sandbox.markup import Reader, plain
from bot.sandbox.state import Json

if TYPE_CHECKING:
    from bot.sandbox.render import Target

_TYPES = {
    "datepicker": ("date", "initial_date", "selected_date"),
    "timepicker": ("time", "initial_time", "selected_time"),
    "datetimepicker": ("number", "initial_date_time", "selected_date_time"),
    "number_input": ("text", "initial_value", "value"),
    "email_text_input": ("email", "initial_value", "value"),
    "url_text_input": ("url", "initial_value", "value"),
    "plain_text_input": ("text", "initial_value", "value"),
    "rich_text_input": ("text", "initial_value", "value"),
}


def key(block: Json, element: Json) -> str:
    """The name under which a form carries an element's value."""
    return json.dumps([block.get("block_id") or "", element.get("action_id") or ""])


def words(found: Any) -> str:
    """The text of a text object, "" for none."""
    return str((found or {}).get("text") or "")


def element(block: Json, one: Json, reader: Reader, target: Target) -> Markup:
    """An element that acts as soon as it is used."""
    kind = one["type"]
    press = json.dumps([block.get("block_id") or "", one.get("action_id") or "", one.get("value") or ""])
    if kind in ("button", "icon_button"):
        inner = _button(one, "press", press)
    elif kind == "feedback_buttons":
        inner = Markup("").join(
            _button(one[n] | {"type": "button"}, "press", json.dumps([block["block_id"], one.get("action_id"), one[n]["value"]]))
            for n in ("positive_button", "negative_button")
        )
    elif kind == "overflow":
        items = Markup("").join(
            _button(o, "press", json.dumps([block["block_id"], one["action_id"], o["value"]])) for o in one["options"]
        )
        inner = Markup(
            '<details class="overflow"><summary aria-label="More actions">⋯</summary><div class="menu">{}</div></details>'
        ).format(items)
    else:
        label = words(one.get("placeholder")) or str(one.get("action_id"))
        name = key(block, one)
        hidden = Markup('<input type="hidden" name="chosen" value="{}">').format(name)
        go = Markup('<button class="go" name="press" value="{}">Go</button>').format(press)
        inner = Markup('<span class="now">{}{}{}</span>').format(control(block, one, reader, target, label), hidden, go)
    if target.in_form:
        return inner
    return Markup('<form method="post" action="/act" class="element"><input type="hidden" name="act" value="click">{}{}</form>').format(
        target.hidden(), inner
    )


def _button(one: Json, name: str, value: str) -> Markup:
    style = one.get("style") or "default"
    confirm = one.get("confirm")
    ask = Markup(' data-confirm="{}"').format(f"{words(confirm.get('title'))}\n{words(confirm.get('text'))}") if confirm else ""
    url = Markup(' data-url="{}"').format(one["url"]) if one.get("url") else ""
    label = Markup(' aria-label="{}"').format(one["accessibility_label"]) if one.get("accessibility_label") else ""
    return Markup('<button class="{}" name="{}" value="{}"{}{}{} formnovalidate>{}</button>').format(
        style, name, value, ask, url, label, plain(words(one["text"]))
    )


def labelled(block: Json, reader: Reader, target: Target) -> Markup:
    """An input block: label, field, hint and what is wrong with it."""
    one = block["element"]
    label = words(block["label"])
    error = target.errors.get(block.get("block_id") or "")
    note = Markup('<p class="error" role="alert">{}</p>').format(error) if error else ""
    hint = Markup('<p class="hint">{}</p>').format(words(block["hint"])) if block.get("hint") else ""
    optional = Markup(" <span>(optional)</span>") if block.get("optional") else ""
    if one["type"] in ("checkboxes", "radio_buttons", "multi_external_select"):
        body = Markup("<fieldset><legend>{}{}</legend>{}</fieldset>").format(label, optional, control(block, one, reader, target, label))
    else:
        body = Markup("<label>{}{}{}</label>").format(label, optional, control(block, one, reader, target, label))
    return Markup("{}{}{}").format(body, hint, note)


def control(block: Json, one: Json, reader: Reader, target: Target, label: str) -> Markup:
    """The field itself, with what was entered so far."""
    kind, name = one["type"], key(block, one)
    held = target.values.get(block.get("block_id") or "", {}).get(one.get("action_id") or "", {})
    hold = Markup('name="{}" aria-label="{}"').format(name, label)
    if kind in ("checkboxes", "radio_buttons"):
        chosen = {o["value"] for o in held.get("selected_options") or one.get("initial_options") or []}
        single = held.get("selected_option") or one.get("initial_option")
        chosen |= {single["value"]} if single else set()
        return Markup("").join(
            Markup('<label class="choice"><input type="{}" name="{}" value="{}"{}> {}</label>').format(
                "checkbox" if kind == "checkboxes" else "radio",
                name,
                o["value"],
                Markup(" checked") if o["value"] in chosen else "",
                plain(words(o["text"])),
            )
            for o in one["options"]
        )
    if kind == "plain_text_input" and one.get("multiline"):
        return Markup('<textarea {} rows="4">{}</textarea>').format(hold, held.get("value") or one.get("initial_value") or "")
    if kind in _TYPES:
        type_, initial, field = _TYPES[kind]
        value = held.get(field) or one.get(initial) or ""
        hint = words(one.get("placeholder"))
        return Markup('<input type="{}" {} value="{}" placeholder="{}">').format(type_, hold, value, hint)
    if kind == "external_select":
        now = held.get("selected_option") or one.get("initial_option")
        hidden = Markup('<input type="hidden" class="chosen" name="{}" value="{}">').format(name, json.dumps(now) if now else "")
        return _external(block, one, label, words(now["text"]) if now else "") + hidden
    if kind == "multi_external_select":
        before = held["selected_options"] if "selected_options" in held else one.get("initial_options") or []
        taken = Markup("").join(
            Markup('<label class="choice"><input type="checkbox" name="{}" value="{}" checked> {}</label>').format(name, json.dumps(o), plain(words(o["text"])))
            for o in before
        )
        return taken + _external(block, one, label, "", many=name)
    return _menu(one, reader, hold, held)


def _external(block: Json, one: Json, label: str, shown: str, many: str = "") -> Markup:
    """The box of a select whose options the app offers. `many`: the name under which each chosen one travels."""
    return Markup(
        '<input type="text" class="external" role="combobox" aria-autocomplete="list" autocomplete="off" aria-label="{}" placeholder="{}" value="{}" '
        'data-block="{}" data-action="{}" data-min="{}" data-many="{}">'
    ).format(
        label, words(one.get("placeholder")) or "Type to search", shown, block.get("block_id") or "", one.get("action_id") or "",
        one.get("min_query_length", 3), many,
    )  # fmt: skip


def _menu(one: Json, reader: Reader, hold: Markup, held: Json) -> Markup:
    kind = one["type"]
    multiple = kind.startswith("multi_")
    chosen = _chosen(one, held)
    groups: list[tuple[str, list[tuple[str, str]]]] = []
    if kind.endswith("static_select"):
        found = one.get("option_groups") or [{"options": one.get("options") or []}]
        groups = [(words(g.get("label")), [(o["value"], words(o["text"])) for o in g["options"]]) for g in found]
    elif kind.endswith("users_select"):
        groups = [("", [(u.id, u.real_name) for u in reader.workspace.users.values()])]
    else:
        groups = [("", [(c.id, f"#{c.name}") for c in reader.workspace.channels.values() if c.kind != "im" and not c.is_deleted])]
    body = Markup("")
    for label, options in groups:
        inner = Markup("").join(
            Markup('<option value="{}"{}>{}</option>').format(v, Markup(" selected") if v in chosen else "", t)
            for v, t in options
        )
        body += Markup('<optgroup label="{}">{}</optgroup>').format(label, inner) if label else inner
    empty = "" if multiple else Markup('<option value="">{}</option>').format(words(one.get("placeholder")) or "Choose")
    return Markup("<select {}{}>{}{}</select>").format(hold, Markup(" multiple") if multiple else "", empty, body)


def _chosen(one: Json, held: Json) -> set[str]:
    out: set[str] = set()
    for source, prefix in ((held, "selected_"), (one, "initial_")):
        for name, value in source.items():
            if not name.startswith(prefix) or not value:
                continue
            for item in value if isinstance(value, list) else [value]:
                out.add(str(item["value"] if isinstance(item, dict) else item))
        if out:
            return out
    return out
