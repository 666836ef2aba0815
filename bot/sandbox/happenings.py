"""What happens in a workspace around the app, with the events that tell it so (docs.slack.dev/reference/events)."""

from __future__ import annotations

from bot.sandbox import payloads
from bot.sandbox.delivery import deliver
from bot.sandbox.hub import Hub
from bot.sandbox.people import ActError, People
from bot.sandbox.state import Channel, Json, Message, User, Workspace


class Happenings:
    """What people and admins do to a workspace; each act sends the events that Slack sends for it."""

    def __init__(self, hub: Hub, people: People) -> None:
        self.hub = hub
        self.people = people

    async def event(self, workspace: Workspace, inner: Json) -> str:
        """Send an event if the app subscribes to its kind; "" or why it was not acknowledged."""
        if inner["type"] not in self.hub.app.events:
            return f"the app does not subscribe to {inner['type']}"
        limits = self.hub.event_limits
        if limits.disabled:
            return "events are switched off: the app did not take them"
        if not limits.admit(workspace.team_id):
            await deliver(self.hub, "events_api", payloads.app_rate_limited(self.hub, workspace), answers=False)
            return "app_rate_limited"
        payload = payloads.event(self.hub, workspace, inner)
        _, error = await deliver(self.hub, "events_api", payload, answers=False)
        return error

    async def _about(self, workspace: Workspace, about: Channel, kind: str, **fields: object) -> str:
        """An event of a channel: only what the bot is in is told to it."""
        if workspace.bot_user not in about.members:
            return ""
        name = f"{'group' if about.kind == 'private' else 'channel'}_{kind}"
        return await self.event(workspace, {"type": name, **fields, "event_ts": self.hub.state.ts()})

    def _who(self, workspace: Workspace, user: str = "") -> User:
        return self.people.user(workspace, user)

    def _where(self, workspace: Workspace, channel: str, user: str = "") -> Channel:
        return self.people.channel(workspace, channel, self._who(workspace, user))

    async def open_home(self, workspace: Workspace, user: str = "", tab: str = "home") -> str:
        """A person opens a tab of the app; "" or why the event was not acknowledged."""
        who = self._who(workspace, user)
        direct = self.hub.state.open_direct(workspace, who.id)
        home = workspace.homes.get(who.id) if tab == "home" else None
        inner = payloads.app_home_opened(self.hub.app, who.id, direct.id, tab, home, self.hub.state.ts())
        return await self.event(workspace, inner)

    async def say(self, workspace: Workspace, text: str, channel: str, user: str = "", thread_ts: str = "") -> str:
        """A person writes a message; its ts. Raises ActError where nothing can be typed."""
        who = self._who(workspace, user)
        where = self._where(workspace, channel, who.id)
        self.people.may_type(where)
        body: Json = {
            "type": "message",
            "user": who.id,
            "team": workspace.team_id,
            "text": self.people.escape(workspace, text),
            "ts": self.hub.state.ts(),
        }
        root = where.messages.get(thread_ts)
        if root is not None:
            body |= {"thread_ts": root.ts, "parent_user_id": root.body.get("user", "")}
        self.hub.state.store_message(workspace, where, Message(body))
        return str(body["ts"])

    async def invite(self, workspace: Workspace, channel: str, user: str = "") -> None:
        """A person brings the bot into a channel."""
        where, who = self._where(workspace, channel, user), self._who(workspace, user)
        where.members.add(workspace.bot_user)
        self.hub.state.changed("members", workspace, channel=where.id)
        inner: Json = {
            "type": "member_joined_channel",
            "user": workspace.bot_user,
            "channel": where.id,
            "channel_type": "G" if where.kind == "private" else "C",
            "team": workspace.team_id,
            "inviter": who.id,
            "event_ts": self.hub.state.ts(),
        }
        await self.event(workspace, inner)

    async def kick(self, workspace: Workspace, channel: str) -> None:
        """The bot is removed from a channel. Raises ActError if it is not there."""
        where, who = self._where(workspace, channel), self._who(workspace)
        if workspace.bot_user not in where.members:
            raise ActError(f"the bot is not in #{where.name}")
        await self._about(workspace, where, "left", channel=where.id, actor_id=who.id)
        where.members.discard(workspace.bot_user)
        self.hub.state.changed("members", workspace, channel=where.id)

    async def archive(self, workspace: Workspace, channel: str, archived: bool = True) -> None:
        """A channel is archived, or comes back."""
        where, who = self._where(workspace, channel), self._who(workspace)
        where.is_archived = archived
        self.hub.state.changed("channel", workspace, channel=where.id)
        kind = "archive" if archived else "unarchive"
        moved = {"is_moved": 0} if archived else {}  # to another workspace of an organisation
        await self._about(workspace, where, kind, channel=where.id, user=who.id, **moved)

    async def delete_channel(self, workspace: Workspace, channel: str) -> None:
        """A channel is deleted, for good."""
        where, who = self._where(workspace, channel), self._who(workspace)
        where.is_deleted = True
        self.hub.state.changed("channel", workspace, channel=where.id)
        await self._about(workspace, where, "deleted", channel=where.id, actor_id=who.id)

    async def rename(self, workspace: Workspace, channel: str, name: str) -> None:
        """A channel gets another name."""
        where = self._where(workspace, channel)
        where.name = name
        self.hub.state.changed("channel", workspace, channel=where.id)
        told = {"id": where.id, "name": name, "created": where.created}
        await self._about(workspace, where, "rename", channel=told)

    async def delete_message(self, workspace: Workspace, channel: str, ts: str) -> None:
        """An admin deletes a message. Raises ActError if it is gone."""
        where = self._where(workspace, channel)
        if ts not in where.messages:
            raise ActError(f"no message {ts} in #{where.name}")
        self.hub.state.delete_message(workspace, where, where.messages[ts])

    async def uninstall(self, workspace: Workspace, tokens_first: bool = True) -> None:
        """The app is removed: its tokens are revoked and both events are sent, in either order."""
        bot = workspace.bot_user
        workspace.standing = "uninstalled"
        self.hub.state.changed("uninstall", workspace, how="uninstalled")
        tokens: Json = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [bot]}}
        gone: Json = {"type": "app_uninstalled"}
        for inner in (tokens, gone) if tokens_first else (gone, tokens):
            await self.event(workspace, inner)
        for channel in workspace.channels.values():
            channel.members.discard(bot)
