"""Events: joining and leaving channels, the Home tab, the end of an installation."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from slack_bolt import App, BoltContext
from slack_sdk import WebClient

from bot.tell import home
from bot.tell.resting import rest
from bot.tell.tools import Tools, name_of, noted
from store.engine import iso, moment

log = logging.getLogger(__name__)
Row = dict[str, Any]

#: Seconds by which Slack's clock and ours may differ.
CLOCKS_APART = 5
#: What ends our stay in a channel, and the reason kept with it.
_GONE = {
    "channel_left": "not_in_channel", "group_left": "not_in_channel", "channel_archive": "is_archived",
    "group_archive": "is_archived", "channel_deleted": "channel_not_found", "group_deleted": "channel_not_found",
}  # fmt: skip


def register(app: App, tools: Tools) -> None:
    """Listen to the events of the manifest."""

    def on(event_type: str, work: Callable[[Row, Row, BoltContext, WebClient, Tools], None]) -> None:
        @app.event(event_type)
        def heard(event: Row, body: Row, context: BoltContext, client: WebClient) -> None:
            if not tools.first(f"event|{body.get('event_id')}"):
                return
            try:
                work(event, body, context, client, tools)
            except Exception as error:
                log.exception("%s", event_type, extra={"event": "listener failed", "listener": event_type, "team": body.get("team_id")})
                noted(tools, event_type, error)

    on("member_joined_channel", joined)
    on("app_home_opened", home_opened)
    on("app_uninstalled", uninstalled)
    on("tokens_revoked", revoked)
    for event_type in _GONE:
        on(event_type, gone)
    for event_type in ("channel_unarchive", "group_unarchive"):
        on(event_type, back)
    for event_type in ("channel_rename", "group_rename"):
        on(event_type, renamed)
    on("channel_id_changed", moved)


def joined(event: Row, body: Row, context: BoltContext, client: WebClient, tools: Tools) -> None:
    """The bot was brought into a channel: say what it does there, and go on with what was followed before."""
    if event.get("user") != context.bot_user_id:
        return
    team, channel, now = body["team_id"], event["channel"], tools.now()
    columns: Row = {"state": "active", "error": None}
    if name := name_of(client, channel):
        columns["name"] = name
    if event.get("inviter") and not tools.ledger.outbox.channel(team, channel):
        columns["by"] = event["inviter"]
    tools.ledger.outbox.save_channel(team, channel, now=now, **columns)
    key = f"welcome|{team}|{channel}|{body.get('event_id') or event.get('event_ts')}"
    tools.ledger.outbox.add_alert({"key": key, "team": team, "channel": channel, "event": "welcome", "created": iso(now)})
    tools.wake()


def home_opened(event: Row, body: Row, context: BoltContext, client: WebClient, tools: Tools) -> None:
    """Show the Home tab as things stand."""
    if event.get("tab", "home") == "home":
        client.views_publish(user_id=event["user"], view=home.view(tools, body["team_id"], event["user"]))


def uninstalled(event: Row, body: Row, context: BoltContext, client: WebClient, tools: Tools) -> None:
    """The app was removed: everything of this team goes, and nothing more is sent to it."""
    _forget(body, tools)


def revoked(event: Row, body: Row, context: BoltContext, client: WebClient, tools: Tools) -> None:
    """Our token was taken back, which is the same; a person's token is none of ours."""
    if (event.get("tokens") or {}).get("bot"):
        _forget(body, tools)


def _forget(body: Row, tools: Tools) -> None:
    """Both events come, in either order, and may come late: after the team installed the app again they mean nothing."""
    team = body["team_id"]
    installed = tools.ledger.outbox.installation(team)
    if installed and int(body.get("event_time") or 0) < moment(installed["installed"]).timestamp() - CLOCKS_APART:
        log.info("a late event of an earlier installation in %s is passed over", team, extra={"event": "late event", "team": team})
        return
    gone = tools.ledger.teams.forget(team, tools.now())
    if gone:
        log.info("%s left; removed: %s", team, ", ".join(f"{n} {table}" for table, n in gone.items()), extra={"event": "team left", "team": team, "rows": sum(gone.values())})


def gone(event: Row, body: Row, context: BoltContext, client: WebClient, tools: Tools) -> None:
    """We cannot speak in a channel any more; its subscriptions rest, and who made them is told."""
    team, channel = body["team_id"], event["channel"]
    if tools.ledger.outbox.channel(team, channel) and rest(tools.ledger, team, channel, _GONE[event["type"]], tools.now()):
        tools.wake()


def back(event: Row, body: Row, context: BoltContext, client: WebClient, tools: Tools) -> None:
    """A channel came back out of the archive."""
    known = tools.ledger.outbox.channel(body["team_id"], event["channel"])
    if known and known["error"] == "is_archived":
        tools.ledger.outbox.save_channel(body["team_id"], event["channel"], now=tools.now(), state="active", error=None)


def renamed(event: Row, body: Row, context: BoltContext, client: WebClient, tools: Tools) -> None:
    """A channel has another name."""
    channel = event["channel"]
    if tools.ledger.outbox.channel(body["team_id"], channel["id"]):
        tools.ledger.outbox.save_channel(body["team_id"], channel["id"], now=tools.now(), name=channel["name"])


def moved(event: Row, body: Row, context: BoltContext, client: WebClient, tools: Tools) -> None:
    """A channel has another id (it was shared with another workspace): what was followed goes along."""
    team, old, new, now = body["team_id"], event["old_channel_id"], event["new_channel_id"], tools.now()
    for row in tools.ledger.outbox.subscriptions(team, old):
        tools.ledger.outbox.subscribe(team, new, row["company_id"], row["by"], now)
        tools.ledger.outbox.unsubscribe(team, old, row["company_id"])
    if known := tools.ledger.outbox.channel(team, old):
        tools.ledger.outbox.save_channel(team, new, now=now, name=known["name"], settings=known["settings"], by=known["by"])
