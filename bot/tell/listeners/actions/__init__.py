"""Buttons: why, open, share, more, and the deliveries that an admin settles."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.tell import lookups, pages
from bot.tell.alerts import heard_of, without_subsidiaries
from bot.tell.listeners import hometab
from bot.tell.listeners.actions import rulings
from bot.tell.listeners.commands import following
from bot.tell.listeners.modals import open_view
from bot.tell.mrkdwn import clip
from bot.tell.tools import Answer, Refusal, Tools, another_way, answered, noted, standing
from store.engine import iso

Row = dict[str, Any]


def register(app: App, tools: Tools) -> None:
    """Listen to every button the app shows."""

    @app.action("case_why")
    def why(ack: Callable[..., Any], body: Row, respond: Callable[..., Any], client: WebClient) -> None:
        ack()
        open_why(body, respond, client, tools)

    @app.action("case_open")
    def opened(ack: Callable[..., Any], body: Row, respond: Callable[..., Any], client: WebClient) -> None:
        ack()
        open_case(body, respond, client, tools)

    for action, work in (("case_share", share_case), ("record_share", share_record), ("record_more", more_cases), ("record_fold", more_cases)):
        app.action(action)(_private(action, work, tools))

    @app.action("case_menu")
    def menu(ack: Callable[..., Any], body: Row, respond: Callable[..., Any], client: WebClient) -> None:
        ack()
        choose(body, respond, client, tools)

    rulings.register(app, tools)

    for action in ("outbox_retry", "outbox_arrived", "outbox_again", "article_again"):
        app.action(action)(_settling(action, tools))


def _private(action: str, work: Callable[[Row, WebClient, Tools], Answer | None], tools: Tools) -> Callable[..., None]:
    def pressed(ack: Callable[..., Any], body: Row, respond: Callable[..., Any], client: WebClient) -> None:
        ack()
        if tools.first(f"press|{body.get('trigger_id')}"):
            reply = _into_modal(body["view"]["id"], client, tools) if body.get("view") else respond
            otherwise = None if body.get("view") else pressed_way(body, client)
            answered(tools, action, lambda: work(body, client, tools), reply, otherwise)

    return pressed


def pressed_way(body: Row, client: WebClient) -> Callable[[Answer], Any]:
    """How whoever pressed something in a message is answered where its response_url does not work."""
    user = body["user"]["id"]
    return another_way(client, (body.get("channel") or {}).get("id") or user, user)


def _into_modal(view_id: str, client: WebClient, tools: Tools) -> Callable[..., None]:
    """A reply that takes the place of what a modal shows: from there no message can be answered."""

    def reply(**answer: Any) -> None:
        try:
            client.views_update(view_id=view_id, view=pages.modal("Denials", pages.for_modal(answer["blocks"])))
        except Exception as error:  # closed meanwhile
            noted(tools, "showing a modal", error)

    return reply


def _settling(action: str, tools: Tools) -> Callable[..., None]:
    def pressed(ack: Callable[..., Any], body: Row, client: WebClient) -> None:
        ack()
        if tools.first(f"press|{body.get('trigger_id')}"):
            settle(body, client, tools, action)

    return pressed


def value(body: Row) -> str:
    """What the pressed button carries."""
    return str(body["actions"][0].get("value") or "")


def open_why(body: Row, respond: Callable[..., Any], client: WebClient, tools: Tools) -> None:
    """The whole chain in a modal; a trigger lives three seconds, so nothing else comes first."""
    if not tools.first(f"press|{body.get('trigger_id')}"):
        return
    try:
        modal = rulings.why_modal(tools, int(value(body)), body["team"]["id"])
    except Exception as error:
        noted(tools, "Why?", error)
        modal = pages.modal("Why?", pages.note("Sorry, that went wrong on my side. It is noted for the admin.")[0])
    open_view(body, modal, client, tools, None if body.get("view") else respond)


def choose(body: Row, respond: Callable[..., Any], client: WebClient, tools: Tools) -> None:
    """The menu of a card: correct something, or hear less of the case here."""
    what, _, case = str(body["actions"][0]["selected_option"]["value"]).partition("|")
    if what == "none" and (only := rulings.only_denial(tools, int(case), body["team"]["id"])):
        rulings.ask({**body, "actions": [{"value": f"not_a_denial|{case}|{only}||"}]}, client, tools)
        return
    if what in ("none", "correct"):
        open_why({**body, "actions": [{"value": case}]}, respond, client, tools)
        return
    place = {"team_id": body["team"]["id"], "channel_id": (body.get("channel") or {}).get("id") or "", "user_id": body["user"]["id"]}
    typed = f"{case} 7d" if what == "snooze" else case
    if tools.first(f"press|{body.get('trigger_id')}"):
        answered(tools, "case_menu", lambda: following.mute(typed, place, client, tools), respond, pressed_way(body, client))


def open_case(body: Row, respond: Callable[..., Any], client: WebClient, tools: Tools) -> None:
    """A case out of a list: privately below a message, or on top of the modal that lists it."""
    if body.get("container", {}).get("type") == "view" or body.get("view"):
        open_why(body, respond, client, tools)
    elif tools.first(f"press|{body.get('trigger_id')}"):
        answered(tools, "case_open", lambda: lookups.case(tools, value(body), body["team"]["id"]), respond, pressed_way(body, client))


def share_case(body: Row, client: WebClient, tools: Tools) -> Answer:
    """Post the card of a case for everybody here; it goes through the outbox like all that is posted."""
    view = lookups.case_view(tools, value(body), body["team"]["id"])
    return _share(body, client, tools, "share", f"case {view['id']}", case_id=view["id"])


def share_record(body: Row, client: WebClient, tools: Tools) -> Answer:
    """Post a company's record for everybody here."""
    company = _company(body, tools)
    kin = heard_of(tools.ledger, [company["id"]])
    kin = without_subsidiaries(tools.ledger, company["id"], kin) if _loaded(body).get("a") else kin
    content = {"name": company["name"], "companies": kin}
    return _share(body, client, tools, "record", f"the record of {clip(company['name'], 80)}", body_json=json.dumps(content))


def more_cases(body: Row, client: WebClient, tools: Tools) -> Answer:
    """Another page of a company's cases, or the same with its subsidiaries counted in or out."""
    asked = _loaded(body)
    return lookups.record(
        tools, _company(body, tools), body["team"]["id"], everything=bool(asked.get("e")), offset=int(asked.get("o") or 0), alone=bool(asked.get("a"))
    )


def _share(body: Row, client: WebClient, tools: Tools, event: str, what: str, *, case_id: int | None = None, body_json: str = "{}") -> Answer:
    channel, team, user = (body.get("channel") or {}).get("id") or "", body["team"]["id"], body["user"]["id"]
    if not channel:
        raise Refusal("I can share into a channel only: open this from a channel with /denials.")
    if standing(client, channel) in ("out", "direct"):
        raise Refusal("I am not in this conversation, so I could not post here. In a channel: /invite @walkback, then press again.")
    now = tools.now()
    pressed = (body.get("container") or {}).get("message_ts") or iso(now)  # a second press of the same button shares nothing more
    key = f"{event}|{what}|{team}|{channel}|{user}|{pressed}"
    row = {"key": key, "team": team, "channel": channel, "event": event, "case_id": case_id, "body": body_json, "created": iso(now)}
    if not tools.ledger.outbox.add_alert(row):
        raise Refusal(f"That was shared already: {what}.")
    tools.ledger.outbox.audit(user, "share", f"{what} in {channel}", now, team=team)
    tools.wake()
    return pages.note(f"On its way into this channel: {what}.")


def _loaded(body: Row) -> Row:
    try:
        found = json.loads(value(body))
    except ValueError:
        found = {}
    return found if isinstance(found, dict) else {}


def _company(body: Row, tools: Tools) -> Row:
    found = tools.ledger.companies.get(int(_loaded(body).get("c") or 0))
    if found is None:
        raise Refusal("That company is not on file under this name any more. Try: /denials COMPANY")
    return found


def settle(body: Row, client: WebClient, tools: Tools, action: str) -> None:
    """An admin says what becomes of something that is stuck: a message that may have arrived, one that did not, an
    article that could not be read. Then the Home tab shows it."""
    user, team, now = body["user"]["id"], body["team"]["id"], tools.now()
    if tools.may_manage(user, team) and (done := _settled(value(body), team, tools, action)):
        tools.ledger.outbox.audit(user, action, done, now, team=team)
    hometab.publish(client, tools, team, user)


def _settled(what: str, team: str, tools: Tools, action: str) -> str:
    """Do it; what it was done to, "" where there is nothing (any more) to do."""
    now = tools.now()
    if action == "article_again":
        article = tools.ledger.wire.article(what) if tools.runs_it(team) else None
        if article is None or article["state"] != "quarantined":
            return ""
        tools.ledger.wire.save_article(what, state="new", attempts=0, error=None)
        return f"article {what}"
    if action == "outbox_again":
        row = tools.ledger.outbox.alert(int(what))
        rows = [row] if row and row["state"] == "failed" else []
    else:
        rows = tools.ledger.outbox.of_message(what)
    ids = [r["id"] for r in rows if r["team"] == team]
    if not ids:
        return ""
    if action == "outbox_arrived":
        tools.ledger.outbox.mark_sent(ids, "", now)
    else:
        tools.ledger.outbox.put_back(ids, now, "sent again by hand")
        tools.wake()
    return f"alerts {ids}"
