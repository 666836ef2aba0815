"""What a channel hears, as people set it: the form, its suggestions, pause and resume."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.read.companies import key
from bot.tell import digest, lookups, noise, pages, panel, words
from bot.tell.listeners.modals import open_view, opened
from bot.tell.listeners.places import (
    allowed,
    hears_anything,
    keep_digest,
    keep_private,
    reach,
    span_days,
    subscribed_place,
)
from bot.tell.mrkdwn import clip
from bot.tell.tools import Answer, Refusal, Tools, another_way, answered, noted
from store.engine import iso

Row = dict[str, Any]


def register(app: App, tools: Tools) -> None:
    """Listen to the form, to the button that opens it, and to what is typed into its menus."""

    @app.action("settings_open")
    def pressed(ack: Callable[..., Any], body: Row, respond: Callable[..., Any], client: WebClient) -> None:
        ack()
        if tools.first(f"press|{body.get('trigger_id')}"):
            command = {
                "team_id": body["team"]["id"], "channel_id": str(body["actions"][0]["value"]), "user_id": body["user"]["id"],
                "trigger_id": body["trigger_id"],
            }  # fmt: skip
            if body.get("response_urls") or body.get("response_url"):
                answered(tools, "settings_open", lambda: open_form("", command, client, tools), respond, another_way(client, command["channel_id"], command["user_id"]))
            else:
                _in_modal(command, client, tools)

    @app.view(panel.FORM)
    def submitted(ack: Callable[..., Any], body: Row, view: Row) -> None:
        save(ack, body, view, tools)

    @app.options("companies")
    def companies(ack: Callable[..., Any], body: Row, payload: Row) -> None:
        ack(options=suggested(str(payload.get("value") or ""), body["team"]["id"], tools))

    @app.options("zone")
    def zones(ack: Callable[..., Any], payload: Row) -> None:
        ack(options=panel.zones(str(payload.get("value") or "")))


def open_form(rest: str, command: Row, client: WebClient, tools: Tools) -> Answer | None:
    """Open the form for this channel (in a direct message: for what this person hears there)."""
    team, channel = subscribed_place(command, tools)
    if not hears_anything(team, channel, tools):
        team, channel, _ = reach(command, client, tools)
    allowed(command["user_id"], team, channel, tools)
    name = str(command.get("channel_name") or "") if channel == command["channel_id"] else ""
    return opened(command, form_of(team, channel, tools, name, inside=True), client, tools)


def _in_modal(command: Row, client: WebClient, tools: Tools) -> None:
    """From the Home tab there is no channel to answer in: a refusal is shown as a modal, too."""
    team, channel = command["team_id"], command["channel_id"]
    try:
        allowed(command["user_id"], team, channel, tools, inside=False)
        view = form_of(team, channel, tools)
    except Refusal as refusal:
        view = pages.modal("What is heard here", pages.note(*str(refusal).split("\n"))[0])
    except Exception as error:
        noted(tools, "settings", error)
        view = pages.modal("What is heard here", pages.note("Sorry, that went wrong on my side. It is noted for the admin.")[0])
    open_view(command, view, client, tools)


def form_of(team: str, channel: str, tools: Tools, name: str = "", *, inside: bool = False) -> Row:
    """The form as things stand. `name`: the channel's, where Slack told it just now; `inside`: asked for in that channel."""
    row = tools.ledger.outbox.channel(team, channel)
    name = name or str((row or {}).get("name") or "")
    schedule = digest.schedule_of(row, tools.settings)
    followed = tools.ledger.outbox.subscriptions(team, channel)[: panel.MOST_COMPANIES]
    about = {"team": team, "channel": channel, "name": name, "inside": inside, "shown": [s["company_id"] for s in followed]}
    return panel.form(words.place({"name": name}, channel), about, noise.load(row, schedule.zone), schedule, followed)


def save(ack: Callable[..., Any], body: Row, view: Row, tools: Tools) -> None:
    """Check the form and keep it; what is wrong stands at its field."""
    about, user = json.loads(view["private_metadata"]), body["user"]["id"]
    team, channel = about["team"], about["channel"]
    if team != body["team"]["id"]:
        ack()
        return
    try:
        allowed(user, team, channel, tools, inside=bool(about.get("inside")))
        filled, wrong = panel.read(view["state"]["values"], noise.load(tools.ledger.outbox.channel(team, channel)))
    except Refusal as refusal:
        ack(response_action="update", view=pages.modal("What is heard here", pages.note(str(refusal))[0]))
        return
    if filled is None:
        ack(response_action="errors", errors=wrong)
        return
    try:
        told = _keep(about, user, filled, tools)
    except Exception as error:
        noted(tools, "settings", error)
        told = "Sorry, that went wrong on my side and nothing was changed. It is noted for the admin."
    ack(response_action="update", view=pages.modal("What is heard here", pages.note(*told.split("\n"))[0]))


def _keep(about: Row, user: str, filled: panel.Filled, tools: Tools) -> str:
    team, channel, outbox, now = about["team"], about["channel"], tools.ledger.outbox, tools.now()
    with tools.ledger.db.transaction():
        for company in about.get("shown") or ():  # what the form had no room for stays
            if company not in filled.companies:
                outbox.unsubscribe(team, channel, company)
        for company in filled.companies:
            outbox.subscribe(team, channel, company, user, now, {} if filled.subsidiaries else {"subsidiaries": False})
        if channel.startswith("D"):
            outbox.save_channel(team, channel, now=now, by=user)
        elif about.get("name") == words.PRIVATE:
            keep_private(team, channel, tools)
        elif about.get("name"):
            outbox.save_channel(team, channel, now=now, name=about["name"])
        keep_digest(team, channel, filled.digest, tools)
        keep_noise(team, channel, filled.noise, tools)
        outbox.audit(user, "settings", f"{channel} {json.dumps(noise.dump(filled.noise), ensure_ascii=False)}", now, team=team)
    names = [s["company"] or "every company" for s in outbox.subscriptions(team, channel)]
    heard = words.listed([clip(n, 60) for n in names], 5) if names else "no company yet"
    listens = f" and cases that hold {words.listed([clip(w, 40) for w in filled.noise.words], 5)}" if filled.noise.words else ""
    weekly = f"The digest comes {filled.digest.words()}." if filled.digest.on else "There is no weekly digest."
    return f"Saved. Heard of here: {heard}{listens}.\n{weekly}"


def keep_noise(team: str, channel: str, settings: noise.Noise, tools: Tools) -> None:
    """Store how much a channel hears beside its other settings."""
    row = tools.ledger.outbox.channel(team, channel) or {}
    stored = json.loads(row.get("settings") or "{}")
    tools.ledger.outbox.save_channel(team, channel, now=tools.now(), settings={**stored, "noise": noise.dump(settings)})


def pause(rest: str, command: Row, client: WebClient, tools: Tools) -> Answer:
    """Hear nothing here for some days, or until it is resumed; what happens meanwhile is on file."""
    team, channel = subscribed_place(command, tools)
    allowed(command["user_id"], team, channel, tools)
    now = tools.now()
    until, told = noise.FOR_EVER, "until you resume it"
    if rest:
        days = span_days(rest)
        if not days:
            raise Refusal(f"“{clip(rest, 40)}” is no span of days or weeks. For a week: /denials pause 7d. Until further notice: /denials pause")
        end = now + timedelta(days=days)
        until, told = iso(end), f"until {words.day(end)}"
    _set_pause(team, channel, until, command, tools, "pause")
    return pages.note(f"Nothing is posted here {told}. What happens meanwhile stays on file: /denials recent", "To hear again: /denials resume")


def resume(rest: str, command: Row, client: WebClient, tools: Tools) -> Answer:
    """Hear again; a channel that Slack did not take us in is tried again, too."""
    team, channel = subscribed_place(command, tools)
    allowed(command["user_id"], team, channel, tools)
    _set_pause(team, channel, "", command, tools, "resume")
    if not hears_anything(team, channel, tools):
        raise Refusal("Nothing is followed here yet, so there is nothing to resume. To begin: /denials subscribe COMPANY")
    tools.wake()
    return pages.note("News comes here again from now on. What you missed: /denials digest")


def _set_pause(team: str, channel: str, until: str, command: Row, tools: Tools, what: str) -> None:
    row = tools.ledger.outbox.channel(team, channel)
    settings = noise.load(row, digest.schedule_of(row, tools.settings).zone)
    if what == "resume" and row:
        tools.ledger.outbox.save_channel(team, channel, now=tools.now(), state="active", error=None)
    keep_noise(team, channel, replace(settings, paused_until=until), tools)
    tools.ledger.outbox.audit(command["user_id"], what, channel, tools.now(), team=team)


def suggested(typed: str, team: str, tools: Tools) -> list[Row]:
    """Companies for what was typed of a name, as options; only such as this team may know of."""
    names = tools.ledger.companies.starting(key(typed) or typed, 40)
    known = tools.ledger.companies.known_to(team, [n["id"] for n in names])
    names = [n for n in names if n["id"] in known][:20]
    if len(names) < 5:
        more = (tools.ledger.companies.find(key(n)) for n in lookups.near_names(tools, typed[:100], 5, team))
        names += [m for m in more if m and m["id"] not in {n["id"] for n in names}]
    return panel.companies(names, typed)
