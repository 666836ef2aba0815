"""Events: joining and leaving channels, the Home tab, the end of an installation."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from slack_bolt import App, BoltContext, BoltResponse
from slack_sdk import WebClient

from bot.tell.listeners import hometab
from bot.tell.listeners.places import keep_private
from bot.tell.resting import rest
from bot.tell.tools import Tools, name_of, noted
from store.engine import iso, moment

log = logging.getLogger(__name__)
Row = dict[str, Any]

Work = Callable[[Row, Row, BoltContext, WebClient, Tools], None]

#: Seconds by which Slack's clock and ours may differ.
CLOCKS_APART = 5
#: Said once to whoever opens the conversation with the bot, which reads commands alone.
HELLO = (
    "Type commands here, and I answer you alone: /denials COMPANY shows its record, /denials subscribe COMPANY tells you here what "
    "becomes of its denials, /denials help shows the rest. I do not read messages without /denials."
)
#: What ends our stay in a channel, and the reason kept with it.
_GONE = {
    "channel_left": "not_in_channel", "group_left": "not_in_channel", "channel_archive": "is_archived",
    "group_archive": "is_archived", "channel_deleted": "channel_not_found", "group_deleted": "channel_not_found",
}  # fmt: skip


def register(app: App, tools: Tools) -> None:
    """Listen to the events of the manifest."""

    def on(event_type: str, work: Work) -> None:
        @app.event(event_type)
        def heard(event: Row, body: Row, context: BoltContext, client: WebClient) -> None:
            _once(event_type, work, event, body, context, client)

    def surely(event_type: str, work: Work, then: Work | None = None) -> None:
        """Done before Slack is answered: it calls nobody, and where it fails Slack is to send the event again. `then`: what
        needs a call, and can do without an answer."""

        def first(event: Row, body: Row, context: BoltContext, client: WebClient, next: Callable[[], Any]) -> BoltResponse | None:
            if not _once(event_type, work, event, body, context, client):
                return BoltResponse(status=500, body="not done; please send this again")
            next()
            return None

        @app.event(event_type, middleware=[first])
        def done(event: Row, body: Row, context: BoltContext, client: WebClient) -> None:
            if then is not None:
                _tried(event_type, then, event, body, context, client)

    def _once(event_type: str, work: Work, event: Row, body: Row, context: BoltContext, client: WebClient) -> bool:
        """Do the work unless it was done; it counts as done only then. All of it may be done twice. False: it failed."""
        key = f"event|{body['event_id']}" if body.get("event_id") else None

        def unless_done(event: Row, body: Row, context: BoltContext, client: WebClient, tools: Tools) -> None:
            if key is None or not tools.ledger.outbox.was_seen(key):
                work(event, body, context, client, tools)
                tools.first(key)

        return _tried(event_type, unless_done, event, body, context, client)

    def _tried(event_type: str, work: Work, event: Row, body: Row, context: BoltContext, client: WebClient) -> bool:
        """Do the work; what fails is kept among the problems."""
        try:
            work(event, body, context, client, tools)
        except Exception as error:
            log.exception("%s", event_type, extra={"event": "listener failed", "listener": event_type, "team": body.get("team_id")})
            noted(tools, event_type, error)
            return False
        return True

    surely("member_joined_channel", joined, named)
    on("app_home_opened", home_opened)
    surely("app_uninstalled", uninstalled)
    surely("tokens_revoked", revoked)
    for event_type in _GONE:
        surely(event_type, gone)
    for event_type in ("channel_unarchive", "group_unarchive"):
        surely(event_type, back)
    for event_type in ("channel_rename", "group_rename"):
        surely(event_type, renamed)
    surely("channel_id_changed", moved)


def joined(event: Row, body: Row, context: BoltContext, client: WebClient, tools: Tools) -> None:
    """The bot was brought into a channel: say what it does there, and go on with what was followed before."""
    if event.get("user") != context.bot_user_id:
        return
    team, channel, now = body["team_id"], event["channel"], tools.now()
    columns: Row = {"state": "active", "error": None}
    if event.get("inviter") and not tools.ledger.outbox.channel(team, channel):
        columns["by"] = event["inviter"]
    tools.ledger.outbox.save_channel(team, channel, now=now, **columns)
    if event.get("channel_type") == "G":
        keep_private(team, channel, tools)
    key = f"welcome|{team}|{channel}|{body.get('event_id') or event.get('event_ts')}"
    tools.ledger.outbox.add_alert({"key": key, "team": team, "channel": channel, "event": "welcome", "created": iso(now)})
    tools.wake()


def named(event: Row, body: Row, context: BoltContext, client: WebClient, tools: Tools) -> None:
    """What the channel is called, for the Home tab; where Slack does not tell, the next command typed there does."""
    if event.get("user") != context.bot_user_id:
        return
    name, private = name_of(client, event["channel"])
    if name:
        tools.ledger.outbox.save_channel(body["team_id"], event["channel"], now=tools.now(), name=name)
    if private:
        keep_private(body["team_id"], event["channel"], tools)


def home_opened(event: Row, body: Row, context: BoltContext, client: WebClient, tools: Tools) -> None:
    """Show the Home tab as things stand; whoever opens the Messages tab is told, once, what can be typed there."""
    team, user = body["team_id"], event["user"]
    if event.get("tab", "home") == "home":
        hometab.publish(client, tools, team, user)
    elif event["tab"] == "messages":
        row = {"key": f"hello|{team}|{user}", "team": team, "channel": user, "event": "notice", "created": iso(tools.now())}
        if tools.ledger.outbox.add_alert({**row, "body": {"text": HELLO}}):
            tools.wake()


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
        if event["type"] == "group_rename":
            keep_private(body["team_id"], channel["id"], tools)


def moved(event: Row, body: Row, context: BoltContext, client: WebClient, tools: Tools) -> None:
    """A channel has another id (it was shared with another workspace): what was followed goes along."""
    tools.ledger.outbox.move_channel(body["team_id"], event["old_channel_id"], event["new_channel_id"])
