"""The page, with plain HTTP: what it shows, what its forms do, what it never shows."""

from __future__ import annotations

import http.client
import json
import threading
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_bolt import App
from slack_sdk import WebClient

from bot.sandbox.markup import Reader, mrkdwn, plain
from bot.sandbox.render import Target, blocks
from bot.sandbox.server import Sandbox
from tests.sandbox.test_limits import chart, pie
from tests.sandbox.tools import Connect, actions, button, fetch, field, modal, option, section
from tests.sandbox.tools import mrkdwn as m
from tests.sandbox.tools import plain as p

EVIL = """<script>alert(1)</script><img src=x onerror=alert(1)>"'><b>"""


class Tags(HTMLParser):
    """Every tag with its attributes, and the tags that stayed open."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.crossed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in ("input", "br", "hr", "meta", "link", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)


def read(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    tags.close()
    return tags


def page(sandbox: Sandbox, **query: str) -> str:
    status, text, headers = fetch(sandbox.page_url + ("?" + urlencode(query) if query else ""))
    assert status == 200
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    for secret in (sandbox.bot_token, sandbox.app_token, sandbox.hub.app.signing_secret, "/response/", "xox", "trigger"):
        assert secret not in text
    tags = read(text)
    assert tags.open == []
    assert tags.crossed == []
    for tag, attributes in tags.found:
        assert tag != "img"
        assert not any(name.startswith("on") for name in attributes)
        assert "style" not in attributes
        if tag in ("script", "link"):
            assert (attributes.get("src") or attributes.get("href") or "").startswith(("/static/", "data:,"))
    return text


def act(sandbox: Sandbox, **form: Any) -> dict[str, list[str]]:
    """Post a form as a browser without scripts does; the query of the page it leads back to."""
    connection = http.client.HTTPConnection(urlsplit(sandbox.page_url).netloc)
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/act", urlencode(form, doseq=True), kind)
    answer = connection.getresponse()
    assert answer.status == 303
    return parse_qs(urlsplit(answer.getheader("Location") or "").query)


def test_channel_thread_and_broadcast(sandbox: Sandbox, client: WebClient) -> None:
    root = client.chat_postMessage(channel="#newsroom", text="*root* & branch")
    client.chat_postMessage(channel="#newsroom", text="hushed", thread_ts=root["ts"])
    client.chat_postMessage(channel="#newsroom", text="loud", thread_ts=root["ts"], reply_broadcast=True)
    client.chat_update(channel=root["channel"], ts=root["ts"], text="*root* &amp; twig")
    shown = page(sandbox)
    assert "<strong>root</strong> &amp; twig" in shown
    assert "(edited)" in shown
    assert "2 replies" in shown
    assert "hushed" not in shown
    assert "loud" in shown
    assert "hushed" in page(sandbox, channel="newsroom", thread=root["ts"])
    assert page(sandbox, channel="deals").count("is not in this channel") == 1
    sandbox.archive("deals")
    assert "(archived)" in page(sandbox, channel="deals")


def test_only_the_one_it_is_for_sees_an_ephemeral(sandbox: Sandbox, client: WebClient) -> None:
    client.chat_postEphemeral(channel="#newsroom", user=sandbox.user_id("ben"), text="psst")
    assert "psst" in page(sandbox, **{"as": "ben"})
    assert "Only visible to you" in page(sandbox, **{"as": "ben"})
    assert "psst" not in page(sandbox, **{"as": "ana"})
    client.chat_postMessage(channel=sandbox.user_id("ben"), text="just for you")
    direct = sandbox.channel_id("dm", "ben")
    assert "just for you" in page(sandbox, channel=direct, **{"as": "ben"})
    assert "just for you" not in page(sandbox, channel=direct, **{"as": "ana"})
    secret = sandbox.add_channel("board", members=("ben",), private=True)
    assert "board" in page(sandbox, **{"as": "ben"})
    assert "board" not in page(sandbox, channel=secret, **{"as": "ana"})
    assert fetch(sandbox.page_url + "?as=zoe")[0] == 404


EVERY_BLOCK: list[dict[str, Any]] = [
    {"type": "header", "text": p(EVIL[:140])},
    section(EVIL, accessory={"type": "image", "image_url": "https://a.example/x.png", "alt_text": EVIL}),
    {"type": "section", "fields": [m(EVIL), p(EVIL)]},
    {"type": "divider"},
    {"type": "image", "image_url": "https://a.example/x.png", "alt_text": EVIL, "title": p(EVIL)},
    {"type": "context", "elements": [m(EVIL), {"type": "image", "image_url": "https://a.example/", "alt_text": "a"}]},
    actions(
        button(text=EVIL, value=EVIL, confirm={"title": p(EVIL), "text": p(EVIL)}, accessibility_label=EVIL, style="danger"),
        button("b2", url="https://a.example/?a=1&b='"),
        {"type": "overflow", "action_id": "o", "options": [option(EVIL, EVIL)]},
        {"type": "static_select", "action_id": "s", "options": [option(EVIL, EVIL)], "initial_option": option(EVIL, EVIL), "placeholder": p(EVIL)},
        {"type": "multi_static_select", "action_id": "g", "option_groups": [{"label": p(EVIL), "options": [option("v")]}]},
        {"type": "external_select", "action_id": "e", "initial_option": option(EVIL, EVIL)},
        {"type": "users_select", "action_id": "u"},
        {"type": "conversations_select", "action_id": "c"},
        {"type": "checkboxes", "action_id": "x", "options": [option(EVIL, EVIL)]},
        {"type": "radio_buttons", "action_id": "r", "options": [option(EVIL, EVIL)], "initial_option": option(EVIL, EVIL)},
        {"type": "datepicker", "action_id": "d", "initial_date": "2026-03-02"},
        {"type": "timepicker", "action_id": "t"},
        {"type": "datetimepicker", "action_id": "dt"},
    ),
    {"type": "context_actions", "elements": [
        {"type": "feedback_buttons", "action_id": "f", "positive_button": {"text": p(EVIL), "value": "1"}, "negative_button": {"text": p("no"), "value": "0"}},
        {"type": "icon_button", "action_id": "i", "icon": "trash", "text": p("Delete")},
    ]},
    {"type": "rich_text", "elements": [
        {"type": "rich_text_section", "elements": [
            {"type": "text", "text": EVIL + "\nline", "style": {"bold": True, "italic": True, "code": True, "strike": True}},
            {"type": "link", "url": "https://a.example/'", "text": EVIL},
            {"type": "emoji", "name": "x"},
            {"type": "user", "user_id": EVIL},
            {"type": "channel", "channel_id": EVIL},
            {"type": "broadcast", "range": "here"},
            {"type": "usergroup", "usergroup_id": "S1"},
            {"type": "date", "timestamp": 1700000000, "format": "{date_long} {time_secs}", "fallback": EVIL},
        ]},
        {"type": "rich_text_list", "style": "ordered", "indent": 1, "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": EVIL}]}]},
        {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": EVIL}]},
        {"type": "rich_text_quote", "elements": [{"type": "text", "text": EVIL}]},
    ]},
    {"type": "markdown", "text": EVIL},
    {"type": "data_table", "caption": EVIL, "page_size": 2, "rows": [
        [{"type": "raw_text", "text": EVIL}, {"type": "raw_text", "text": "n"}, {"type": "raw_text", "text": "do"}],
        [{"type": "raw_text", "text": EVIL}, {"type": "raw_number", "value": 3, "text": "three"}, {"type": "action", "element": button("in-table")}],
        [{"type": "rich_text", "elements": []}, {"type": "raw_number", "value": 4}, {"type": "raw_text", "text": "-"}],
    ]},
    {"type": "table", "rows": [[{"type": "raw_text", "text": EVIL}], [{"type": "raw_text", "text": EVIL}]]},
    {"type": "card", "title": m(EVIL), "body": m(EVIL), "hero_image": {"type": "image", "image_url": "https://a.example/", "alt_text": "a"}, "actions": [button("in-card")]},
    {"type": "carousel", "elements": [{"type": "card", "title": m(EVIL)}]},
    {"type": "container", "title": p(EVIL), "is_collapsible": True, "child_blocks": [section(EVIL)]},
    {"type": "container", "title": p(EVIL), "subtitle": p("s"), "child_blocks": [section(EVIL)]},
    {"type": "plan", "title": EVIL, "tasks": [{"type": "task_card", "task_id": "1", "title": EVIL, "status": "complete"}]},
    {"type": "video", "title": p(EVIL), "video_url": "https://a.example/v", "thumbnail_url": "https://a.example/t", "alt_text": "v"},
]  # fmt: skip


def test_every_block_is_drawn_and_escaped(sandbox: Sandbox, client: WebClient) -> None:
    for one in [*EVERY_BLOCK, chart(series=2, points=3)[0], chart("line", points=3)[0], chart("area", points=2)[0], pie(3)[0], pie()[0]]:
        client.chat_postMessage(channel="#newsroom", text="x", blocks=[one])
    client.chat_postMessage(channel="#newsroom", text="x", attachments=[{"title": EVIL, "title_link": "https://a.example/", "text": EVIL}])
    client.chat_postMessage(channel="#newsroom", text=EVIL)
    shown = page(sandbox)
    assert "block that can not be shown" not in shown
    assert "<script>alert" not in shown
    assert "<b>" not in shown
    assert shown.count('<svg viewBox="0 0 560 240"') == 5
    assert shown.count('class="block ') >= len(EVERY_BLOCK)
    assert 'aria-label="bar chart: T"' in shown


def test_a_shape_nobody_knows_takes_nothing_down(sandbox: Sandbox) -> None:
    reader = Reader(sandbox.default, sandbox.people.user(sandbox.default, "ana"))
    assert "[spin block]" in blocks([{"type": "spin"}], reader, Target())
    assert "can not be shown" in blocks([{"type": "header"}], reader, Target())


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*b* _i_ ~s~ `c*c*`", "<strong>b</strong> <em>i</em> <del>s</del> <code>c*c*</code>"),
        ("_*x*_ 2*3*4 a_b_c", "<em><strong>x</strong></em> 2*3*4 a_b_c"),
        ("&gt; said\nnot", "<blockquote>said</blockquote>not"),
        ("a\nb", "a<br>b"),
        ("```<http://a.example|b>```", "<pre>b</pre>"),
        ("<javascript:alert(1)|x>", "&lt;javascript:alert(1)|x&gt;"),
        ("<http://[x|y>", "&lt;http://[x|y&gt;"),
        ("<@U0|zed> <!here> <!subteam^S1|@desk> <#C0|old>", '<span class="mention">@zed</span> <span class="mention">@here</span> '
         '<span class="mention">@desk</span> <span class="mention">#old</span>'),
        ("<!date^x^{date}|then>", "then"),
        (":tada: :nope:", '<span role="img" aria-label="tada">🎉</span> :nope:'),
        (":x: *🔴*", '<svg class="emoji" role="img" aria-label="x"><use href="#e-x"></use></svg> '
         '<strong><svg class="emoji" role="img" aria-label="red circle"><use href="#e-red_circle"></use></svg></strong>'),
    ],
)  # fmt: skip
def test_mrkdwn(sandbox: Sandbox, text: str, html: str) -> None:
    assert mrkdwn(text, Reader(sandbox.default, sandbox.people.user(sandbox.default, "ana"))) == html


def test_dates_are_in_the_readers_own_zone(sandbox: Sandbox) -> None:
    token = "<!date^1700000000^{date_num} {time}^https://a.example/|then>"
    times = [mrkdwn(token, Reader(sandbox.default, sandbox.people.user(sandbox.default, who))) for who in ("ana", "cho")]
    assert "2023-11-14 23:13" in times[0]
    assert "2023-11-15 07:13" in times[1]
    assert 'href="https://a.example/"' in times[0]


@settings(max_examples=300)
@given(st.text(alphabet=st.sampled_from("<>&|*_~`\"'@#!^:/ahttp.\n\ue000\ue0010x= "), max_size=60))
def test_no_text_makes_a_tag_of_its_own(text: str) -> None:
    reader = READER
    for html in (mrkdwn(text, reader), plain(text)):
        tags = read(str(html))
        assert tags.crossed == []
        assert tags.open == []
        for tag, attributes in tags.found:
            assert tag in ("a", "strong", "em", "del", "code", "pre", "blockquote", "br", "span", "time", "svg", "use")
            assert set(attributes) <= {"href", "target", "rel", "class", "role", "aria-label", "datetime", "title"}
            assert (attributes.get("href") or "http://").startswith(("http://", "https://", "mailto:", "#e-"))


_scene = Sandbox()
READER = Reader(_scene.default, _scene.people.user(_scene.default, "ana"))


def test_forms_do_what_they_say(sandbox: Sandbox, client: WebClient, app: App, connect: Connect) -> None:
    pressed = []

    @app.command("/denials")
    def command(ack, command, client) -> None:
        ack(text=f"about {command['text']}")
        if command["text"] == "form":
            view = modal(field("a"), field("boxes", "checkboxes", options=[option("1"), option("2")], optional=True), actions(button("again")))
            client.views_open(trigger_id=command["trigger_id"], view=view)

    @app.action("go")
    @app.action("menu")
    @app.action("more")
    @app.action("again")
    def action(ack, action, body) -> None:
        ack()
        pressed.append((action, body))

    @app.view("form")
    def form(ack, view) -> None:
        pressed.append((view["state"]["values"], None))
        value = view["state"]["values"]["b-a"]["a"]["value"]
        ack(response_action="errors", errors={"b-a": "not that"}) if value == "bad" else ack()

    @app.event("app_home_opened")
    def home(event, client) -> None:
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [section("*home* sweet"), actions(button())]})

    app.shortcut("denials_search")(lambda ack: ack())
    connect()
    who = {"team": sandbox.default.team_id, "as": "ben", "channel": sandbox.channel_id("newsroom")}
    act(sandbox, act="say", text="/denials Nimbus", **who)
    assert "about Nimbus" in page(sandbox, **who)
    act(sandbox, act="say", text="plain words", **who)
    assert sandbox.messages()[-1]["text"] == "plain words"
    act(sandbox, act="say", text="/other", **who)
    assert "/other is not a valid command." in page(sandbox, **who)
    act(sandbox, act="say", text="  ", **who)
    act(sandbox, act="say", text="/denials x", thread_of="1.0", **who)
    assert "not supported in threads" in page(sandbox, **who)

    menu = {"type": "static_select", "action_id": "menu", "options": [option("v")]}
    more = {"type": "overflow", "action_id": "more", "options": [option("z")]}
    sent = client.chat_postMessage(channel="#newsroom", text="x", blocks=[actions(button(value="7"), menu, more, block_id="k")])
    at = {"act": "click", "channel_of": sent["channel"], "ts": sent["ts"], **who}
    act(sandbox, press=json.dumps(["k", "go", "7"]), **at)
    assert pressed[-1][0]["value"] == "7"
    assert pressed[-1][1]["user"]["id"] == sandbox.user_id("ben")
    name = json.dumps(["k", "menu"])
    act(sandbox, press=json.dumps(["k", "menu", ""]), chosen=name, **{name: "v"}, **at)
    assert pressed[-1][0]["selected_option"]["value"] == "v"
    act(sandbox, press=json.dumps(["k", "more", "z"]), **at)
    assert pressed[-1][0]["selected_option"]["value"] == "z"
    act(sandbox, press=json.dumps(["k", "go", "7"]), **{**at, "ts": "1.0"})
    assert "that message is gone" in page(sandbox, **who)

    act(sandbox, act="say", text="/denials form", **who)
    shown = sandbox.wait_for(lambda: "Title" in page(sandbox, **who) and page(sandbox, **who))
    assert 'role="dialog"' in shown
    view = sandbox.modal("ben")
    assert view is not None
    a, boxes = json.dumps(["b-a", "a"]), json.dumps(["b-boxes", "boxes"])
    here = {"act": "view", "view": view["id"], **who}
    act(sandbox, press=json.dumps([view["blocks"][2]["block_id"], "again", ""]), **here, **{a: "typed"})
    assert pressed[-1][1]["view"]["state"]["values"]["b-a"]["a"]["value"] == "typed"
    assert "typed" in page(sandbox, **who)
    act(sandbox, press="submit", **here)
    assert "Please complete this required field." in page(sandbox, **who)
    act(sandbox, press="submit", **here, **{a: "bad"})
    assert "not that" in page(sandbox, **who)
    act(sandbox, press="submit", **here, **{a: "good", boxes: ["1", "2"]})
    assert [o["value"] for o in pressed[-1][0]["b-boxes"]["boxes"]["selected_options"]] == ["1", "2"]
    assert 'role="dialog"' not in page(sandbox, **who)
    act(sandbox, act="say", text="/denials form", **who)
    view = sandbox.wait_for(lambda: sandbox.modal("ben"))
    act(sandbox, act="view", view=view["id"], press="close", **who)
    assert sandbox.modal("ben") is None

    assert act(sandbox, act="home", **who)["show"] == ["home"]
    sandbox.wait_for(lambda: sandbox.home("ben"))
    assert "<strong>home</strong> sweet" in page(sandbox, show="home", **{"as": "ben"})
    home_view = sandbox.home("ben")
    assert home_view is not None
    act(sandbox, act="click", view=home_view["id"], press=json.dumps([home_view["blocks"][1]["block_id"], "go", ""]), **who)
    assert pressed[-1][1]["container"]["type"] == "view"
    act(sandbox, act="click", view=home_view["id"], press=json.dumps(["", "go", ""]), **{**who, "as": "ana"})
    assert "that view is gone" in page(sandbox, **{**who, "as": "ana"})
    act(sandbox, act="shortcut", callback_id="denials_search", **who)
    assert act(sandbox, act="direct", **who)["channel"][0].startswith("D")
    act(sandbox, act="invite", channel_of=sandbox.channel_id("deals"), **who)
    assert sandbox.default.bot_user in sandbox.default.channel("deals").members
    act(sandbox, act="fly", **who)
    assert "nothing is called" in page(sandbox, **who)


def test_command_the_app_does_not_answer(sandbox: Sandbox, app: App, connect: Connect) -> None:
    sandbox.hub.ack_seconds = 0.05
    app.command("/denials")(lambda: None)
    connect()
    act(sandbox, act="say", text="/denials x", channel="newsroom")
    assert "failed with the error “operation_timeout”" in page(sandbox)
    act(sandbox, act="home")
    assert "did not answer" in page(sandbox)


def test_script_gets_json(sandbox: Sandbox) -> None:
    form = urlencode({"act": "say", "text": "hi", "channel": "newsroom"})
    status, text, _ = fetch(f"{sandbox.page_url}act", form=form, headers={"Accept": "application/json"})
    assert (status, json.loads(text)["ok"]) == (200, True)
    status, text, _ = fetch(f"{sandbox.page_url}act", form="act=say&text=hi&channel=nowhere", headers={"Accept": "application/json"})
    assert "no channel 'nowhere'" in json.loads(text)["error"]
    assert fetch(f"{sandbox.page_url}act", form=form, headers={"Origin": "https://evil.example"})[0] == 403


def test_suggestions_for_the_page(sandbox: Sandbox, client: WebClient, app: App, connect: Connect) -> None:
    app.options("company")(lambda ack: ack(option_groups=[{"label": p("G"), "options": [option("7", "Nimbus")]}]))
    connect()
    sent = client.chat_postMessage(channel="#newsroom", text="x", blocks=[actions({"type": "external_select", "action_id": "company"})])
    query = urlencode({"channel_of": sent["channel"], "ts": sent["ts"], "action": "company", "typed": "nimb"})
    assert json.loads(fetch(f"{sandbox.page_url}suggest?{query}")[1])["options"][0]["text"]["text"] == "Nimbus"
    assert json.loads(fetch(f"{sandbox.page_url}suggest?channel_of=nowhere")[1])["ok"] is False


def test_changes_are_announced_without_content(sandbox: Sandbox, client: WebClient) -> None:
    connection = http.client.HTTPConnection(urlsplit(sandbox.page_url).netloc, timeout=60)
    connection.request("GET", "/changes")
    stream = connection.getresponse()
    assert stream.getheader("Content-Type") == "text/event-stream"
    assert stream.readline() == b": hello\n"
    threading.Thread(target=lambda: client.chat_postMessage(channel="#newsroom", text="a secret")).start()
    line = next(line for line in stream if line.startswith(b"data:"))
    assert json.loads(line[5:])["kind"] == "message"
    assert b"secret" not in line
    connection.close()


def test_own_files_only(sandbox: Sandbox) -> None:
    for name in ("page.css", "page.js"):
        status, text, _ = fetch(f"{sandbox.page_url}static/{name}")
        assert status == 200
        assert "http://" not in text.replace("http://www.w3.org", "")
        assert "https://" not in text
    assert fetch(f"{sandbox.page_url}static/..%2Fpage.py")[0] == 404
