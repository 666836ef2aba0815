"""Every limit of the table trips, at the limit and one above; the table agrees with ../shared/slack/limits.json."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from bot.sandbox.blocks import check_message, check_view
from bot.sandbox.limits import LIMITS
from tests.sandbox.tools import (
    SHARED,
    actions,
    button,
    field,
    modal,
    mrkdwn,
    needs_shared,
    option,
    plain,
    section,
)

L = LIMITS
Blocks = list[dict[str, Any]]


def chars(n: int) -> str:
    return "x" * n


def many(n: int, make: Callable[[int], Any]) -> list[Any]:
    return [make(i) for i in range(n)]


def in_actions(element: dict[str, Any]) -> Blocks:
    return [actions(element)]


def select(**more: Any) -> Blocks:
    return in_actions({"type": "static_select", "action_id": "a", "options": [option("v")]} | more)


def chart(kind: str = "bar", title: str = "T", series: int = 1, points: int = 1, name: str = "s", **axes: str) -> Blocks:
    labels = many(points, lambda i: f"p{i}")
    return [
        {
            "type": "data_visualization",
            "title": title,
            "chart": {
                "type": kind,
                "series": many(series, lambda i: {"name": f"{name}{i}"[-max(20, len(name)) :], "data": [{"label": p, "value": 1} for p in labels]}),
                "axis_config": {"categories": labels} | axes,
            },
        }
    ]


def pie(segments: int = 1, label: str = "a", value: float = 1) -> Blocks:
    return [
        {
            "type": "data_visualization",
            "title": "T",
            "chart": {"type": "pie", "segments": many(segments, lambda i: {"label": label, "value": value})},
        }
    ]


def cell(text: str = "x") -> dict[str, Any]:
    return {"type": "raw_text", "text": text}


def table(kind: str, rows: int = 2, columns: int = 1, text: str = "x", **more: Any) -> Blocks:
    caption = {"caption": "C"} if kind == "data_table" else {}
    return [{"type": kind, "rows": many(rows, lambda i: many(columns, lambda j: cell(text))), **caption, **more}]


def confirm(**more: str) -> Blocks:
    texts = {"title": "t", "text": "x", "confirm": "y", "deny": "n"} | more
    return in_actions(button(confirm={k: plain(v) for k, v in texts.items()}))


def card(**more: Any) -> Blocks:
    return [{"type": "card", "title": mrkdwn("t"), **more}]


# What makes a message that is just within a limit for n, and beyond it for n + 1.
MESSAGE: dict[str, Callable[[int], Blocks]] = {
    "message.blocks": lambda n: many(n, lambda i: {"type": "divider"}),
    "message.data_visualization": lambda n: many(n, lambda i: pie()[0]),
    "message.markdown_blocks": lambda n: [{"type": "markdown", "text": chars(n // 2)}, {"type": "markdown", "text": chars(n - n // 2)}],
    "block_id": lambda n: [section(block_id=chars(n))],
    "action_id": lambda n: in_actions(button(chars(n))),
    "section.text": lambda n: [section(chars(n))],
    "section.fields": lambda n: [{"type": "section", "fields": many(n, lambda i: mrkdwn("f"))}],
    "section.field": lambda n: [{"type": "section", "fields": [mrkdwn(chars(n))]}],
    "header.text": lambda n: [{"type": "header", "text": plain(chars(n))}],
    "context.elements": lambda n: [{"type": "context", "elements": many(n, lambda i: mrkdwn("c"))}],
    "actions.elements": lambda n: [actions(*many(n, lambda i: button(f"a{i}")))],
    "context_actions.elements": lambda n: [
        {"type": "context_actions", "elements": many(n, lambda i: {"type": "icon_button", "icon": "trash", "text": plain("t"), "action_id": f"a{i}"})}
    ],
    "image.image_url": lambda n: [{"type": "image", "alt_text": "a", "image_url": "https://a.example/".ljust(n, "x")}],
    "image.alt_text": lambda n: [{"type": "image", "alt_text": chars(n), "image_url": "https://a.example/"}],
    "image.title": lambda n: [{"type": "image", "alt_text": "a", "image_url": "https://a.example/", "title": plain(chars(n))}],
    "markdown.text": lambda n: [{"type": "markdown", "text": chars(n)}],
    "table.rows": lambda n: table("table", rows=n),
    "table.columns": lambda n: table("table", columns=n),
    "data_table.rows": lambda n: table("data_table", rows=n),
    "data_table.columns": lambda n: table("data_table", columns=n),
    "data_table.page_size": lambda n: table("data_table", page_size=n),
    "data_visualization.title": lambda n: chart(title=chars(n)),
    "data_visualization.segments": pie,
    "data_visualization.series": lambda n: chart(series=n),
    "data_visualization.points": lambda n: chart(points=n),
    "data_visualization.label": lambda n: pie(label=chars(n)),
    "data_visualization.axis_label": lambda n: chart(x_label=chars(n)),
    "card.title": lambda n: card(title=mrkdwn(chars(n))),
    "card.subtitle": lambda n: card(subtitle=mrkdwn(chars(n))),
    "card.body": lambda n: card(body=mrkdwn(chars(n))),
    "card.subtext": lambda n: card(subtext=mrkdwn(chars(n))),
    "card.actions": lambda n: card(actions=many(n, lambda i: button(f"a{i}"))),
    "carousel.elements": lambda n: [{"type": "carousel", "elements": many(n, lambda i: card()[0])}],
    "container.children": lambda n: [{"type": "container", "title": plain("t"), "child_blocks": many(n, lambda i: {"type": "divider"})}],
    "plan.tasks": lambda n: [{"type": "plan", "title": "t", "tasks": many(n, lambda i: {"type": "task_card", "task_id": str(i), "title": "t"})}],
    "button.text": lambda n: in_actions(button(text=chars(n))),
    "button.value": lambda n: in_actions(button(value=chars(n))),
    "button.url": lambda n: in_actions(button(url="https://a.example/".ljust(n, "x"))),
    "option.text": lambda n: select(options=[option("v", chars(n))]),
    "option.value": lambda n: select(options=[option(chars(n), "t")]),
    "option.description": lambda n: select(options=[option("v") | {"description": plain(chars(n))}]),
    "options": lambda n: select(options=many(n, lambda i: option(str(i)))),
    "option_groups": lambda n: select(
        options=None, option_groups=many(n, lambda i: {"label": plain("g"), "options": [option(str(i))]})
    ),
    "overflow.options": lambda n: in_actions({"type": "overflow", "action_id": "a", "options": many(n, lambda i: option(str(i)))}),
    "checkboxes.options": lambda n: in_actions({"type": "checkboxes", "action_id": "a", "options": many(n, lambda i: option(str(i)))}),
    "placeholder": lambda n: select(placeholder=plain(chars(n))),
    "confirm.title": lambda n: confirm(title=chars(n)),
    "confirm.text": lambda n: confirm(text=chars(n)),
    "confirm.confirm": lambda n: confirm(confirm=chars(n)),
    "confirm.deny": lambda n: confirm(deny=chars(n)),
    "icon_button.visible_to_user_ids": lambda n: [
        {
            "type": "context_actions",
            "elements": [{"type": "icon_button", "icon": "trash", "text": plain("t"), "action_id": "a", "visible_to_user_ids": many(n, lambda i: f"U{i}")}],
        }
    ],
}
VIEW: dict[str, Callable[[int], dict[str, Any]]] = {
    "input.label": lambda n: modal(field("a", label=chars(n))),
    "input.hint": lambda n: modal(field("a") | {"hint": plain(chars(n))}),
    "plain_text_input": lambda n: modal(field("a", initial_value=chars(n))),
    "alert.text": lambda n: modal({"type": "alert", "text": mrkdwn(chars(n))}),
    "view.blocks": lambda n: modal(*many(n, lambda i: {"type": "divider"})),
    "view.title": lambda n: modal(title=plain(chars(n))),
    "view.submit": lambda n: modal(submit=plain(chars(n))),
    "view.close": lambda n: modal(close=plain(chars(n))),
    "view.private_metadata": lambda n: modal(private_metadata=chars(n)),
    "view.callback_id": lambda n: modal(callback_id=chars(n)),
    "view.external_id": lambda n: modal(external_id=chars(n)),
}
# Limits that other tests of this folder trip, by the test's name.
ELSEWHERE = {
    "message.attachments": "test_too_much_of_a_message",
    "message.text": "test_text_is_kept_as_slack_keeps_it",
    "message.update_text": "test_update_rules",
    "message.markdown_text": "test_markdown_text",
    "message.blocks_serialised": "test_too_much_of_a_message",
    "message.metadata_bytes": "test_metadata",
    "data_table.rows_min": "test_tables_of_data",
    "data_table.text": "test_tables_of_data",
    "view.bytes": "test_view_too_large",
    "view.stack": "test_views_are_pushed_three_deep",
    "ack.seconds": "test_command_that_is_not_acknowledged",
    "trigger.seconds": "test_trigger_opens_once_and_soon",
    "response_url.uses": "test_response_url_has_five_uses",
    "response_url.seconds": "test_response_url_has_half_an_hour",
    "signature.seconds": "test_old_and_forged_requests_are_refused_by_bolt",
    "socket_mode.connections": "test_ten_connections_at_most",
    "event.retries": "test_event_is_tried_three_times_more",
    "oauth_code.seconds": "test_code_is_good_once_and_for_ten_minutes",
    "events.per_hour": "test_events_by_the_hour",
    "events.disable_deliveries": "test_events_nobody_takes_are_switched_off",
    "events.disable_percent": "test_events_nobody_takes_are_switched_off",
    "history.items": "test_history_of_a_distributed_app",
    "manifest.long_description_min": "test_what_else_a_manifest_may_not_say",
}


@pytest.mark.parametrize("name", sorted(MESSAGE))
def test_message_limit(name: str) -> None:
    assert check_message(MESSAGE[name](L[name])) in (("", []), ("msg_blocks_too_long", [])), name
    error, complaints = check_message(MESSAGE[name](L[name] + 1))
    assert error == "invalid_blocks"
    assert all("json-pointer:/blocks" in c for c in complaints)


@pytest.mark.parametrize("name", sorted(VIEW))
def test_view_limit(name: str) -> None:
    assert check_view(VIEW[name](L[name])) == ("", [])
    error, complaints = check_view(VIEW[name](L[name] + 1))
    assert error == "invalid_arguments"
    assert all("json-pointer:/view" in c for c in complaints)


def test_no_limit_is_left_out() -> None:
    manifests = {name for name in LIMITS if name.startswith("manifest.")}
    assert set(LIMITS) == set(MESSAGE) | set(VIEW) | set(ELSEWHERE) | manifests


def test_too_much_of_a_message(client, refused) -> None:
    long = [section(chars(2990)) for _ in range(5)]
    found = refused("chat.postMessage", channel="#newsroom", text="x", blocks=long)
    assert found["error"] == "msg_blocks_too_long"
    assert check_message(long[:4]) == ("", [])
    found = refused("chat.postMessage", channel="#newsroom", text="x", attachments=[{"text": "a"}] * 101)
    assert found["error"] == "too_many_attachments"
    found = refused("chat.postMessage", channel="#newsroom", text="x", attachments=[{"blocks": [{"type": "nope"}]}])
    assert found["error"] == "invalid_blocks"


def test_complaints_read_as_slacks(refused) -> None:
    found = refused("chat.postMessage", channel="#newsroom", text="x", blocks=[section(chars(3001)), {"type": "spin"}])
    assert found["error"] == "invalid_blocks"
    assert found["errors"] == [
        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
        "unsupported type: spin [json-pointer:/blocks/1/type]",
    ]
    assert found["response_metadata"]["messages"] == [f"[ERROR] {e}" for e in found["errors"]]
    for bad in ("{", '{"type":"section"}'):
        assert refused("chat.postMessage", channel="#newsroom", text="x", blocks=bad)["error"] == "invalid_blocks_format"


def test_an_emoji_counts_as_two() -> None:
    assert check_message([{"type": "header", "text": plain("😀" * 75)}]) == ("", [])
    assert check_message([{"type": "header", "text": plain("😀" * 76)}])[0] == "invalid_blocks"


def test_tables_of_data() -> None:
    assert check_message(table("data_table", rows=1))[0] == "invalid_blocks"
    assert check_message(table("data_table", rows=2, text=chars(6_000)))[0] == ""
    assert check_message(table("data_table", rows=2, text=chars(10_001)))[0] == "invalid_blocks"
    two = table("data_table", text=chars(5_001)) + table("data_table", text=chars(5_001))
    assert check_message(two)[0] == "invalid_blocks"
    assert check_message(table("table") + table("table"))[0] == "invalid_blocks"
    rich = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]}]}
    number = {"type": "raw_number", "value": 3}
    press = {"type": "action", "element": button()}
    good = {"type": "data_table", "caption": "C", "rows": [[cell(), cell(), cell()], [rich, number, press]]}
    assert check_message([good]) == ("", [])
    assert check_message([good | {"rows": [[rich], [cell()]]}])[0] == "invalid_blocks"
    assert check_message([good | {"rows": [[cell()], [cell(), cell()]]}])[0] == "invalid_blocks"


def test_view_too_large() -> None:
    view = modal(*[section(chars(2990)) for _ in range(90)])
    assert check_view(view) == ("view_too_large", [])


@pytest.mark.parametrize(
    "blocks",
    [
        ["words"],
        [{}],
        [{"type": "section"}],
        [section() | {"colour": "red"}],
        [{"type": "section", "text": "words"}],
        [section("")],
        [{"type": "section", "text": {"type": "html", "text": "x"}}],
        [{"type": "header", "text": mrkdwn("x")}],
        [{"type": "actions", "elements": []}],
        [{"type": "actions", "elements": "x"}],
        [actions({"type": "button"})],
        [actions(button(url="javascript:alert(1)"))],
        [actions(button(url="https://a b.example"))],
        [actions(button(url="http://[x"))],
        [actions(button(style="loud"))],
        [actions(button("a"), button("a"))],
        [section(block_id="a"), section(block_id="a")],
        [{"type": "image", "alt_text": "a"}],
        [{"type": "alert", "text": mrkdwn("modals only")}],
        [{"type": "card"}],
        [{"type": "container", "child_blocks": [section()]}],
        [actions({"type": "static_select", "action_id": "a"})],
        [actions({"type": "static_select", "action_id": "a", "options": [option("v"), option("v")]})],
        [actions({"type": "static_select", "action_id": "a", "options": [option("v")], "initial_option": option("w")})],
        [actions({"type": "checkboxes", "action_id": "a", "options": [option("v")], "initial_options": [option("w")]})],
        [actions({"type": "datepicker", "action_id": "a", "initial_date": "tomorrow"})],
        [actions({"type": "users_select", "action_id": "a", "focus_on_load": "yes"})],
        [{"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "bullet", "indent": 9, "elements": []}]}],
        pie(value=0),
        pie(value=float("nan")),
        [{"type": "data_visualization", "title": "T", "chart": {"type": "donut"}}],
        [{"type": "data_visualization", "title": "T", "chart": {"type": "bar"}}],
        table("data_table", page_size=2.5),
        [{"type": "task_card", "task_id": "1", "title": "t", "status": "lost"}],
    ],
)
def test_blocks_that_slack_refuses(blocks: Any) -> None:
    error, complaints = check_message(blocks)
    assert error == "invalid_blocks"
    assert complaints


def test_series_must_fit_their_categories() -> None:
    found = chart(series=2, points=2)
    assert check_message(found) == ("", [])
    found[0]["chart"]["series"][1]["data"][0]["label"] = "other"
    assert check_message(found)[0] == "invalid_blocks"
    twins = chart(series=2)
    twins[0]["chart"]["series"][1]["name"] = twins[0]["chart"]["series"][0]["name"]
    assert check_message(twins)[0] == "invalid_blocks"


@pytest.mark.parametrize(
    "view",
    [
        "words",
        {"type": "sheet", "blocks": []},
        {"type": "modal", "blocks": []},
        modal(field("a"), submit=None),
        modal(*table("table")),
        modal(title=mrkdwn("no")),
        {"type": "home", "title": plain("t"), "blocks": []},
        {"type": "home", "blocks": [{"type": "alert", "text": mrkdwn("x")}]},
    ],
)
def test_views_that_slack_refuses(view: Any) -> None:
    assert check_view(view)[0] == "invalid_arguments"


@needs_shared
def test_table_agrees_with_the_collected_limits() -> None:
    found = json.loads((SHARED / "limits.json").read_text("utf-8"))
    message, blocks, elements, views, timing = (found[k] for k in ("message", "blocks", "elements", "views", "timing"))
    same = {
        "message.blocks": message["blocks_max"][0],
        "message.attachments": message["attachments_max"][0],
        "message.text": message["text_truncated_at"][0],
        "message.update_text": message["chat.update_text_max"][0],
        "message.markdown_text": message["markdown_text_max"][0],
        "message.blocks_serialised": message["all_blocks_serialised_approx_max"][0],
        "message.data_visualization": message["data_visualization_per_message"][0],
        "message.markdown_blocks": message["markdown_blocks_total_text"][0],
        "view.blocks": views["blocks"][0],
        "view.title": views["title/submit/close"][0],
        "view.submit": views["title/submit/close"][0],
        "view.close": views["title/submit/close"][0],
        "view.private_metadata": views["private_metadata"][0],
        "view.callback_id": views["callback_id/external_id"][0],
        "view.external_id": views["callback_id/external_id"][0],
        "view.bytes": views["size_bytes"][0],
        "view.stack": views["stack_depth"][0],
        "trigger.seconds": views["trigger_id_seconds"][0],
        "ack.seconds": timing["ack_seconds"][0],
        "signature.seconds": timing["signature_window_seconds"][0],
        "socket_mode.connections": timing["socket_mode_connections"][0],
        "events.per_hour": timing["events_per_hour_per_workspace"][0],
        **{k: v for k, v in {**blocks, **elements}.items() if k in LIMITS and isinstance(v, int)},
        **{f"manifest.{k}": v for k, v in found["manifest"].items() if isinstance(v, int)},
    }
    assert {k: LIMITS[k] for k in same} == same
    words = " ".join(str(v) for v in [*blocks.values(), *elements.values(), timing["response_url"][0], timing["event_retries"][0]])
    for said in ("10 x 2000", "100 rows x 20 cols", "2..201 rows, 20 cols, page_size 1..100, 20000 chars", "title 50; pie 1..12",
                 "1..12 series name 20, 1..20 points", "axis label 50", "title 150 subtitle 150 body 200 subtext 200 actions 3",
                 "1..10 cards", "200 (modals only)", "150 plain_text", "title 100 text 300 confirm 30 deny 30", "1..5", "0..3000",
                 "5 uses / 30 min", "3: at once, 1 min, 5 min"):  # fmt: skip
        assert said in words, said
