"""What a workspace holds: people, channels, messages, views. No HTTP, no sockets, no rules of methods.

Everything here is touched by one event loop only, so nothing is locked. Each change is announced to the
watchers (`State.watch`), which is how the page and the tests learn of it without polling.
"""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The present moment, aware UTC."""
    return datetime.now(UTC)


@dataclass
class User:
    """A person, or the app's bot. `tz`: an IANA name."""

    id: str
    name: str
    real_name: str
    is_admin: bool = False
    is_bot: bool = False
    tz: str = "Etc/UTC"


@dataclass
class Message:
    """One posted message. `body` is what Slack's API would return, without its metadata."""

    body: Json
    metadata: Json | None = None
    edits: list[Json] = field(default_factory=list)  # earlier bodies, oldest first

    @property
    def ts(self) -> str:
        return str(self.body["ts"])

    @property
    def thread_ts(self) -> str | None:
        return self.body.get("thread_ts")

    @property
    def is_reply(self) -> bool:
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass
class Ephemeral:
    """A message only one person sees: an ephemeral post or an answer to a command."""

    body: Json
    channel: str
    user: str

    @property
    def ts(self) -> str:
        return str(self.body["ts"])


@dataclass
class Channel:
    """A conversation. `restriction` and `locked_threads` are what an admin set."""

    id: str
    name: str
    kind: str = "public"  # public, private or im
    members: set[str] = field(default_factory=set)
    messages: dict[str, Message] = field(default_factory=dict)
    created: int = 0
    creator: str = ""
    is_archived: bool = False
    is_deleted: bool = False
    locked_threads: set[str] = field(default_factory=set)
    restriction: str = ""  # an error of chat.postMessage, for example restricted_action_read_only_channel
    topic: str = ""

    def roots(self) -> list[Message]:
        """Messages that are no replies, oldest first."""
        return [m for m in self.ordered() if not m.is_reply]

    def replies(self, ts: str) -> list[Message]:
        """What stands under a root, oldest first."""
        return [m for m in self.ordered() if m.is_reply and m.thread_ts == ts]

    def ordered(self) -> list[Message]:
        """All messages, oldest first."""
        return [self.messages[ts] for ts in sorted(self.messages)]


@dataclass
class View:
    """A modal on a person's stack, or the App Home of a person."""

    body: Json
    user: str
    open: bool = True


@dataclass
class Workspace:
    """One team: people, channels, what only some see, and the app's installation in it."""

    team_id: str
    name: str
    domain: str
    url: str
    bot_user: str = ""
    bot_id: str = ""
    app_id: str = ""
    bot_token: str = ""
    scopes: tuple[str, ...] = ()
    standing: str = "active"  # or uninstalled, token_revoked, token_expired, account_inactive, team_access_not_granted
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    ephemerals: list[Ephemeral] = field(default_factory=list)
    homes: dict[str, View] = field(default_factory=dict)
    modals: dict[str, list[View]] = field(default_factory=dict)
    views: dict[str, View] = field(default_factory=dict)
    scheduled: dict[str, Json] = field(default_factory=dict)
    messages_left: int | None = None  # a free plan's limit; None for a paid one
    edit_minutes: int | None = None  # how long messages may be edited; None for ever

    def user(self, key: str) -> User | None:
        """A person by id or by name (with or without @)."""
        key = key.removeprefix("@")
        return self.users.get(key) or next((u for u in self.users.values() if u.name == key), None)

    def channel(self, key: str) -> Channel | None:
        """A channel that was not deleted, by id or by name (with or without #)."""
        name = key.removeprefix("#")
        found = self.channels.get(key) or next(
            (c for c in self.channels.values() if c.name == name and c.kind != "im"), None
        )
        return None if found is None or found.is_deleted else found

    def direct(self, user: str) -> Channel | None:
        """The direct conversation between the app's bot and a person, if it was opened."""
        return next((c for c in self.channels.values() if c.kind == "im" and user in c.members), None)


class State:
    """Every workspace of the sandbox, with the ids and time stamps they share."""

    def __init__(self, clock: Clock, url: str) -> None:
        self.clock = clock
        self.url = url
        self.workspaces: dict[str, Workspace] = {}
        self._count = itertools.count(1)
        self._last_micro = 0
        self._watchers: list[Callable[[Json], None]] = []

    def now(self) -> datetime:
        """The sandbox's time, aware UTC."""
        return self.clock()

    def ts(self) -> str:
        """A new message time stamp, later than every earlier one: seconds, a dot, six digits."""
        micro = int(self.now().timestamp() * 1_000_000)
        self._last_micro = max(micro, self._last_micro + 1)
        return f"{self._last_micro // 1_000_000}.{self._last_micro % 1_000_000:06d}"

    def new_id(self, prefix: str) -> str:
        """An id never given before, after Slack's fashion."""
        return f"{prefix}0SB{next(self._count):06X}"

    def secret(self) -> str:
        """A random token."""
        return uuid.uuid4().hex

    def by_token(self, token: str) -> Workspace | None:
        """The workspace of a bot token."""
        return next((w for w in self.workspaces.values() if w.bot_token == token), None)

    def watch(self, watcher: Callable[[Json], None]) -> Callable[[], None]:
        """Call the watcher with each change; returns the function that stops it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def changed(self, kind: str, workspace: Workspace | None = None, **details: Any) -> None:
        """Tell every watcher of a change; `details` name ids, never contents."""
        change = {"kind": kind, "team": workspace.team_id if workspace else "", **details}
        for watcher in list(self._watchers):
            watcher(change)

    # People and channels

    def add_workspace(self, name: str, scopes: Iterable[str], token: str = "", app_id: str = "") -> Workspace:
        """A team with the app's bot in it and nobody else."""
        team_id = self.new_id("T")
        domain = "".join(c for c in name.lower() if c.isalnum() or c == "-") or "team"
        workspace = Workspace(team_id, name, domain, self.url, app_id=app_id, scopes=tuple(scopes))
        workspace.bot_token = token or f"xoxb-{team_id}-{self.secret()}"
        bot = self.add_user(workspace, "walkback", "Walkback", is_bot=True)
        workspace.bot_user, workspace.bot_id = bot.id, self.new_id("B")
        self.workspaces[team_id] = workspace
        return workspace

    def add_user(self, workspace: Workspace, name: str, real_name: str = "", **more: Any) -> User:
        """A new person."""
        user = User(self.new_id("U"), name, real_name or name.replace(".", " ").title(), **more)
        workspace.users[user.id] = user
        self.changed("user", workspace, user=user.id)
        return user

    def add_channel(
        self, workspace: Workspace, name: str, members: Iterable[str], kind: str = "public"
    ) -> Channel:
        """A new channel; `kind`: public, private or im."""
        prefix = {"public": "C", "private": "G", "im": "D"}[kind]
        channel = Channel(self.new_id(prefix), name, kind, set(members), created=int(self.now().timestamp()))
        workspace.channels[channel.id] = channel
        self.changed("channel", workspace, channel=channel.id)
        return channel

    def open_direct(self, workspace: Workspace, user: str) -> Channel:
        """The direct conversation of a person with the app, opened if need be."""
        found = workspace.direct(user)
        if found is None:
            found = self.add_channel(workspace, "", [user, workspace.bot_user], kind="im")
        return found

    # Messages

    def store_message(self, workspace: Workspace, channel: Channel, message: Message) -> None:
        """Keep a new message."""
        channel.messages[message.ts] = message
        self._recount(channel, message.thread_ts)
        self.changed("message", workspace, channel=channel.id, ts=message.ts)

    def edit_message(self, workspace: Workspace, channel: Channel, message: Message, body: Json) -> None:
        """Replace a message's body; the old one is kept among its edits."""
        message.edits.append(message.body)
        message.body = body
        self.changed("edit", workspace, channel=channel.id, ts=message.ts)

    def delete_message(self, workspace: Workspace, channel: Channel, message: Message) -> None:
        """Remove a message; its replies stay, rootless."""
        del channel.messages[message.ts]
        self._recount(channel, message.thread_ts)
        self.changed("delete", workspace, channel=channel.id, ts=message.ts)

    def _recount(self, channel: Channel, thread_ts: str | None) -> None:
        root = channel.messages.get(thread_ts or "")
        if root is None:
            return
        replies = channel.replies(root.ts)
        for name in ("thread_ts", "reply_count", "reply_users", "reply_users_count", "latest_reply"):
            root.body.pop(name, None)
        if not replies:
            return
        people = list(dict.fromkeys(str(m.body.get("user", "")) for m in replies))
        root.body |= {
            "thread_ts": root.ts,
            "reply_count": len(replies),
            "reply_users": people,
            "reply_users_count": len(people),
            "latest_reply": replies[-1].ts,
            "is_locked": root.ts in channel.locked_threads,
            "subscribed": False,
        }
