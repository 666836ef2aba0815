"""The sandbox: a local workspace that speaks Slack's API, for the demo, for tests, for any Slack client.

    with Sandbox() as sandbox:
        app = App(client=WebClient(token=sandbox.bot_token, base_url=sandbox.url))
        SocketModeHandler(app, sandbox.app_token).connect()
        sandbox.wait_connected()
        print(sandbox.command("help").answers)

The server runs in a thread of its own; every helper may be called from any other thread. Helpers name
channels and people by name ("newsroom", "ana") or by id.
"""

from __future__ import annotations

import copy
import threading
from typing import Any

from bot.sandbox.answers import Interaction
from bot.sandbox.faults import Fault, Faults, Rates
from bot.sandbox.happenings import Happenings
from bot.sandbox.hub import Hub
from bot.sandbox.limits import LIMITS
from bot.sandbox.manifest import apply
from bot.sandbox.people import ActError, People
from bot.sandbox.running import PATIENCE, Running, SandboxError
from bot.sandbox.state import Clock, Ephemeral, Json, Message, State, View, Workspace, utc_now
from bot.tell.manifest import EVENTS_PATH
from bot.tell.manifest import manifest as walkbacks_own

__all__ = ["ActError", "Fault", "Sandbox", "SandboxError", "describe", "serve"]


class Sandbox(Running):
    """A workspace "Walkback Times" with #newsroom (the bot is in it), #deals (it is not) and three people.

    Args:
        port: 0 takes a free one.
        clock: what time it is; aware UTC.
        rates: hold the app to Slack's rates (a message a second a channel, tiers)?
        ack_seconds: how long the app has to acknowledge a payload.
        request_url: where the app listens, for HTTP mode; empty means Socket Mode.
        manifest: the app as its manifest states it: commands, shortcuts, scopes, events, addresses. Raises ValueError
            for one that Slack refuses. Without it, Walkback's own.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        clock: Clock = utc_now,
        rates: bool = True,
        ack_seconds: float = LIMITS["ack.seconds"],
        request_url: str = "",
        manifest: Json | None = None,
    ) -> None:
        hub = Hub(clock, rates=rates, ack_seconds=ack_seconds)
        apply(hub.app, manifest or walkbacks_own())
        hub.app.request_url = request_url or hub.app.request_url
        super().__init__(hub, People(hub), port)
        self.happenings = Happenings(self.hub, self.people)
        self.default = self.add_workspace("Walkback Times")

    # Addresses and secrets

    @property
    def url(self) -> str:
        """The Web API's base, for SLACK_API_URL."""
        return f"{self.hub.base}/api/"

    @property
    def page_url(self) -> str:
        """The web page's address."""
        return f"{self.hub.base}/"

    @property
    def bot_token(self) -> str:
        """The bot token of the first workspace."""
        return self.default.bot_token

    @property
    def app_token(self) -> str:
        """The app-level token, for Socket Mode."""
        return self.hub.app.app_token

    @property
    def state(self) -> State:
        """Everything the workspaces hold."""
        return self.hub.state

    @property
    def faults(self) -> Faults:
        """Faults that wait."""
        return self.hub.faults

    @property
    def rates(self) -> Rates:
        """Slack's rates; `rates.on` switches them."""
        return self.hub.rates

    @property
    def refused(self) -> list[Json]:
        """Every call that was answered with an error: {"method", "error", ...}."""
        return list(self.hub.refused)

    @property
    def calls(self) -> int:
        """How many calls of the Web API were answered so far."""
        return self.hub.calls

    def fault(self, method: str, kind: str, **more: Any) -> None:
        """`faults.add` in one line: sandbox.fault("chat.postMessage", "drop_after")."""
        self.faults.add(Fault(method, kind, **more))

    # Setting the scene

    def add_workspace(self, name: str, *, installed: bool = True) -> Workspace:
        """A workspace with people and channels; one that is not installed gets its token by OAuth."""

        def add() -> Workspace:
            state, app = self.state, self.hub.app
            made = state.add_workspace(name, (*app.scopes, *app.optional_scopes), app_id=app.id)
            made.url = f"{self.hub.base}/"
            ana = state.add_user(made, "ana", "Ana Admin", is_admin=True, tz="Europe/Berlin")
            ben = state.add_user(made, "ben", "Ben Reporter", tz="America/New_York")
            cho = state.add_user(made, "cho", "Cho Analyst", tz="Asia/Seoul")
            people = [ana.id, ben.id, cho.id]
            state.add_channel(made, "newsroom", [*people, made.bot_user] if installed else people)
            state.add_channel(made, "deals", people)
            if not installed:
                made.standing = "uninstalled"
            return made

        return self.read(add) if self._thread else add()

    def add_channel(self, name: str, *, members: tuple[str, ...] = (), bot: bool = True, private: bool = False) -> str:
        """A channel with these people (everyone if none are named); its id."""

        def add() -> str:
            team = self.default
            found = [self.people.user(team, m).id for m in members] or [u.id for u in team.users.values() if not u.is_bot]
            who = [*found, team.bot_user] if bot else found
            return self.state.add_channel(team, name, who, kind="private" if private else "public").id

        return self.read(add)

    def channel_id(self, channel: str, user: str = "") -> str:
        """The id of a channel; "dm" is the user's direct conversation with the app."""
        return self.read(lambda: self.people.channel(self.default, channel, self.people.user(self.default, user)).id)

    def user_id(self, user: str) -> str:
        """The id of a person."""
        return self.read(lambda: self.people.user(self.default, user).id)

    # Reading

    def messages(self, channel: str = "newsroom", user: str = "") -> list[Json]:
        """The messages of a channel, oldest first, without the replies that stayed in their thread."""

        def ask() -> list[Json]:
            found = self._channel(channel, user)
            return [_shown(m) for m in found.ordered() if not m.is_reply or m.body.get("subtype") == "thread_broadcast"]

        return self.read(ask)

    def replies(self, channel: str, ts: str) -> list[Json]:
        """The replies under a root, oldest first, without the root."""
        return self.read(lambda: [_shown(m) for m in self._channel(channel).replies(ts)])

    def ephemerals(self, channel: str = "", user: str = "") -> list[Json]:
        """What only one person sees, oldest first; of every channel and person where none is named."""

        def ask() -> list[Json]:
            team = self.default
            where = self._channel(channel, user).id if channel else ""
            who = self.people.user(team, user).id if user else ""
            return [
                copy.deepcopy(e.body) | {"channel": e.channel, "to": e.user}
                for e in team.ephemerals
                if where in ("", e.channel) and who in ("", e.user)
            ]

        return self.read(ask)

    def edits(self, channel: str, ts: str) -> list[Json]:
        """The earlier bodies of a message, oldest first."""
        return self.read(lambda: copy.deepcopy(self._channel(channel).messages[ts].edits))

    def modal(self, user: str = "") -> Json | None:
        """The modal on top of a person's stack."""

        def ask() -> Json | None:
            stack = self.default.modals.get(self.people.user(self.default, user).id) or []
            return copy.deepcopy(stack[-1].body) if stack else None

        return self.read(ask)

    def home(self, user: str = "") -> Json | None:
        """A person's App Home."""

        def ask() -> Json | None:
            found = self.default.homes.get(self.people.user(self.default, user).id)
            return copy.deepcopy(found.body) if found else None

        return self.read(ask)

    def _channel(self, channel: str, user: str = "") -> Any:
        return self.people.channel(self.default, channel, self.people.user(self.default, user))

    # Acting as a person

    def command(
        self,
        text: str,
        channel: str = "newsroom",
        user: str = "",
        *,
        wait: bool = True,
        timeout: float = PATIENCE,
        command: str = "/denials",
    ) -> Interaction:
        """Type a command. Returns once it was acknowledged and, with `wait`, something came back for it.

        What came back: `.answers` (from the acknowledgement or the response_url), `.views`, `.error`.
        """
        it = self.run(self.people.command(text, channel, user, command=command))
        return self.settled(it, timeout) if wait else it

    def settled(self, it: Interaction, timeout: float = PATIENCE) -> Interaction:
        """Wait until an answer, a view or an error came back for an interaction. Raises TimeoutError."""
        self.wait_for(lambda: it.settled, timeout, f"an answer to the {it.kind}")
        return it

    def click(
        self,
        target: Json,
        action_id: str,
        value: Any = None,
        *,
        user: str = "",
        channel: str = "",
        block_id: str = "",
    ) -> Interaction:
        """Use an element of a message, ephemeral or view (as the reading helpers return them).

        Returns once it was acknowledged; use `settled` or `wait_for` for what follows from it.
        """

        async def act() -> Interaction:
            found, where = self._find(target, channel, user)
            return await self.people.click(found, action_id, value, user=user, channel=where, block_id=block_id)

        return self.run(act())

    def submit_view(self, view: Json, values: Json | None = None, *, user: str = "") -> Interaction:
        """Fill a modal (by action id, or block id and then action id) and submit it."""

        async def act() -> Interaction:
            return await self.people.submit(self._view(view), values, user=user)

        return self.run(act())

    def close_view(self, view: Json, *, everything: bool = False) -> None:
        """Close a modal; `everything`: all of a person's modals."""
        async def act() -> None:
            await self.people.close(self._view(view), everything=everything)

        self.run(act())

    def suggestions(self, target: Json, action_id: str, typed: str, *, user: str = "", channel: str = "") -> list[Json]:
        """The options the app offers for what is typed into an external select."""

        async def act() -> list[Json]:
            found, where = self._find(target, channel, user)
            if isinstance(found, Ephemeral):
                raise ActError("an ephemeral message offers no suggestions here")
            return await self.people.suggest(found, action_id, typed, user=user, channel=where)

        return self.run(act())

    def shortcut(self, callback_id: str, *, user: str = "", channel: str = "newsroom", message_ts: str = "") -> Interaction:
        """A global shortcut, or with `message_ts` one on a message."""
        return self.run(self.people.shortcut(callback_id, user=user, channel=channel, message_ts=message_ts))

    def event(self, type: str, **fields: Any) -> str:
        """Send an event of any kind to the app; returns "" or why it was not acknowledged."""
        return self.run(self.happenings.event(self.default, {"type": type, **fields}))

    def open_home(self, user: str = "", tab: str = "home") -> str:
        """A person opens a tab of the app; "" or why the event was not acknowledged."""
        return self.run(self.happenings.open_home(self.default, user, tab))

    def say(self, text: str, channel: str = "newsroom", user: str = "", thread_ts: str = "") -> str:
        """A person writes a message; its ts."""
        return self.run(self.happenings.say(self.default, text, channel, user, thread_ts))

    def invite(self, channel: str, user: str = "") -> None:
        """A person brings the bot into a channel."""
        self.run(self.happenings.invite(self.default, channel, user))

    def kick(self, channel: str) -> None:
        """The bot is removed from a channel."""
        self.run(self.happenings.kick(self.default, channel))

    def archive(self, channel: str, archived: bool = True) -> None:
        """A channel is archived, or comes back."""
        self.run(self.happenings.archive(self.default, channel, archived))

    def delete_channel(self, channel: str) -> None:
        """A channel is deleted."""
        self.run(self.happenings.delete_channel(self.default, channel))

    def rename(self, channel: str, name: str) -> None:
        """A channel gets another name."""
        self.run(self.happenings.rename(self.default, channel, name))

    def delete_message(self, channel: str, ts: str) -> None:
        """A person (an admin) deletes a message."""
        self.run(self.happenings.delete_message(self.default, channel, ts))

    def uninstall(self, *, tokens_first: bool = True) -> None:
        """The app is removed: tokens_revoked and app_uninstalled arrive, in either order."""
        self.run(self.happenings.uninstall(self.default, tokens_first))

    def revoke_token(self, why: str = "token_revoked") -> None:
        """The bot's token stops working: token_revoked, token_expired, account_inactive or team_access_not_granted."""
        self.read(lambda: setattr(self.default, "standing", why))

    def refresh_sockets(self, reason: str = "refresh_requested") -> None:
        """Tell every Socket Mode connection to go, or ("warning") that it will have to."""
        assert self.sockets is not None
        self.run(self.sockets.refresh(reason))

    def cut_sockets(self) -> None:
        """Break every Socket Mode connection."""
        assert self.sockets is not None
        self.read(self.sockets.cut)

    # From what a helper returned back to the thing itself

    def _view(self, view: Json) -> View:
        found = self.default.views.get(view["id"])
        if found is None:
            raise ActError(f"no view {view['id']!r}")
        return found

    def _find(self, target: Json, channel: str, user: str) -> tuple[Message | Ephemeral | View, str]:
        if "blocks" in target and "id" in target and "ts" not in target:
            return self._view(target), ""
        ts = str(target["ts"])
        for ephemeral in self.default.ephemerals:
            if ephemeral.ts == ts:
                return ephemeral, ephemeral.channel
        for found in self.default.channels.values():
            if ts in found.messages and (not channel or found is self._channel(channel, user)):
                return found.messages[ts], found.id
        raise ActError(f"no message {ts} in any channel")


def _shown(message: Message) -> Json:
    body = copy.deepcopy(message.body)
    if message.metadata:
        body["metadata"] = copy.deepcopy(message.metadata)
    return body


def serve(port: int = 0, *, http: str = "", clock: Clock = utc_now) -> None:
    """Run a sandbox in the foreground until Ctrl-C, and print what a Slack client needs to use it.

    `http`: where `walkback run --http` is reached, for HTTP mode; empty means Socket Mode.
    """
    with Sandbox(port, manifest=walkbacks_own(http), clock=clock) as sandbox:
        try:
            print(describe(sandbox), flush=True)
            threading.Event().wait()
        except KeyboardInterrupt:
            print("sandbox stopped")


def describe(sandbox: Sandbox) -> str:
    """The lines that `walkback sandbox` prints, fit for a .env file."""
    app = sandbox.hub.app
    if app.request_url:
        secrets = {
            "SLACK_SIGNING_SECRET": app.signing_secret,
            "WALKBACK_CLIENT_ID": app.client_id,
            "WALKBACK_CLIENT_SECRET": app.client_secret,
            "WALKBACK_PUBLIC_URL": app.request_url.removesuffix(EVENTS_PATH),
        }
    else:
        secrets = {"SLACK_BOT_TOKEN": sandbox.bot_token, "SLACK_APP_TOKEN": sandbox.app_token, "SLACK_SIGNING_SECRET": app.signing_secret}
    return "\n".join(
        [
            f"# A local workspace that speaks Slack's API. Its page: {sandbox.page_url}",
            f"SLACK_API_URL={sandbox.url}",
            *(f"{name}={value}" for name, value in secrets.items()),
            f"# Control endpoint for tests: {sandbox.page_url}control/",
        ]
    )
