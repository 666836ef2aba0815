"""One channel's messages: which is next, sending it once, and finding out whether it arrived.

`pending -> sending -> sent | unknown | failed`. `sending` is on disk, with the key that the message carries in its
metadata, before Slack is called; whatever then happens, the key tells whether the message is there.
"""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from slack_sdk import WebClient

from bot.settings import Settings
from bot.tell import cards, corrected, letters, noise, pages, trace
from bot.tell.calls import Trouble, trouble
from bot.tell.rich import Blocks
from store.engine import Row, iso, moment
from store.ledger import Ledger

log = logging.getLogger(__name__)

EVENT_TYPE = "walkback_alert"
#: Beginning of the error of an alert that cannot be looked for: nobody but a person can tell whether it arrived.
BLIND = "cannot look: "
#: A root that nobody can find is replaced after so long, so that it does not hold up its case for ever.
REPLACE_ROOT = timedelta(days=1)
#: One message tells at most so many pieces of news; the rest goes into the next.
COALESCE = 40
#: More new cases than these at once become one list; it shows so many at most, the rest comes in the next.
BURST = 4
BURST_SHOWN = 10


class Delivery:
    """Sends for one channel of one team. Used by one thread at a time."""

    def __init__(
        self, ledger: Ledger, client: WebClient, settings: Settings, now: Callable[[], datetime], team: str, channel: str
    ) -> None:
        self.ledger, self.client, self.settings, self.now = ledger, client, settings, now
        self.team, self.channel = team, channel

    # what is next ----------------------------------------------------------------------------------------------

    def post_next(self, rows: Sequence[Row]) -> Trouble | bool:
        """Post one message for the first of `rows` (due, in order) that can be said now.

        Returns True when something was posted, False when nothing had to be, or the trouble that was met.
        """
        held: set[int] = set()
        if burst := self._burst(rows):
            views = [v for v in (self.ledger.cases.view(c, self.team) for c in burst) if v and v["responses"]]
            return self._send([r for r in rows if r["case_id"] in burst][:COALESCE], *pages.burst(views))
        for row in rows:
            case_id = row["case_id"]
            if case_id is None:
                return self._letter(row)
            if case_id in held:
                continue
            mine = [r for r in rows if r["case_id"] == case_id]
            if row["event"] == "share":
                return self._letter(row)
            if self._waits(case_id):
                held.add(case_id)
                continue
            done = self._case(case_id, mine)
            if done is not None:
                return done
            held.add(case_id)
        return False

    def _burst(self, rows: Sequence[Row]) -> list[int]:
        """The new cases to be told in one list, where many came at once; each begins its thread with its next news."""
        begun = dict.fromkeys(r["case_id"] for r in rows if r["event"] == "root")
        new = [c for c in begun if not self._waits(c) and not self._begun(c)]
        size = {c: sum(r["case_id"] == c for r in rows) for c in new}
        while new and sum(size[c] for c in new) > COALESCE:
            new.pop()
        return new[:BURST_SHOWN] if len(new) > BURST else []

    def _begun(self, case_id: int) -> bool:
        """Has the case a thread here, or stood it in a list?"""
        if (self._thread(case_id, case_id) or {}).get("root_ts"):
            return True
        return any(r["event"] == "root" and r["state"] == "sent" for r in self._of_case(case_id))

    def _of_case(self, case_id: int) -> list[Row]:
        return [r for r in self.ledger.outbox.alerts(case_id) if (r["team"], r["channel"]) == (self.team, self.channel)]

    def _waits(self, case_id: int) -> bool:
        """Is an earlier message of this case still on its way? Its order is kept, unless nobody can ever tell."""
        return any(
            r["state"] == "sending"
            or (r["state"] == "unknown" and (r["event"] == "root" or not str(r["error"]).startswith(BLIND)))
            for r in self._of_case(case_id)
        )

    def _case(self, case_id: int, rows: list[Row]) -> Trouble | bool | None:
        """Post the case's root, or one reply for all that is due. None: nothing of it had to be said."""
        outbox = self.ledger.outbox
        ids = [r["id"] for r in rows]
        view = self.ledger.cases.view(case_id, self.team)
        ruled = any(r["event"] == "ruling" for r in rows)
        if view is None or not (view["responses"] or ruled):
            outbox.drop(ids, "the case is gone")
            return None
        thread = self._thread(view["id"], case_id)
        if thread and thread["muted_until"] and thread["muted_until"] > iso(self.now()):
            outbox.drop(ids, "the case is muted here")
            return None
        if not thread or not thread["root_ts"]:
            return self._root(view, case_id, rows)
        news = [r for r in rows if r["event"] not in ("root", "share")][:COALESCE]
        outbox.drop([r["id"] for r in rows if r["event"] == "root"], "there is a thread already")
        if not news:
            return None
        loose = not self._noise().threads
        message = cards.reply(view, news, self._articles(news), self._rulings(news), alone=loose)
        if message is None:
            outbox.drop([r["id"] for r in news], "no longer so when it came to be said")
            return None
        if loose:
            return self._send(news, *message, view=view, loose=True)
        broadcast = self._broadcast(view, case_id, news)
        return self._send(news, *message, view=view, thread_ts=thread["root_ts"], broadcast=broadcast)

    def _broadcast(self, view: Row, case_id: int, news: Sequence[Row]) -> bool:
        """Is the whole channel to see it? Changes of status are (but "no news for a year" is none to be called for),
        where the channel wants that, and a correction is heard as widely as what it corrects."""
        changed = any(new != "stale" for _, _, new in cards.status_changes(view, news))
        events = {n["event"] for n in news}
        if "ruling" in events or (not changed and "withdrawn" in events):
            return self.ledger.outbox.was_broadcast(case_id, self.team, self.channel)
        return noise.broadcast(self._noise(), status_changed=changed)

    def _noise(self) -> noise.Noise:
        return noise.load(self.ledger.outbox.channel(self.team, self.channel))

    def _root(self, view: Row, case_id: int, rows: list[Row]) -> Trouble | bool:
        """The card; it also stands for the answers that it quotes and for the status that it shows."""
        roots = [r for r in rows if r["event"] == "root"]
        if not roots:  # the earlier root is gone (deleted, failed): this news begins a thread of its own
            n = sum(r["event"] == "root" for r in self._of_case(case_id))
            row = {**{k: rows[0][k] for k in ("team", "channel", "case_id", "article_id", "response_id")}, "event": "root",
                   "key": f"root|{case_id}|{self.team}|{self.channel}|{n}", "created": iso(self.now()), "body": "{}"}  # fmt: skip
            self.ledger.outbox.add_alert(row)
            roots = [r for r in self.ledger.outbox.alerts(case_id, "pending") if r["key"] == row["key"]]
        quoted = set(cards.shown_in_root(view))
        told = [r for r in rows if r["event"] == "status" or (r["event"] == "response" and r["response_id"] in quoted)]
        return self._send([*roots, *told], *cards.root(view), view=view)

    def _thread(self, case_id: int, asked: int) -> Row | None:
        """The case's thread here; after a merge the thread of the case that went into it."""
        thread = self.ledger.outbox.thread(case_id, self.team, self.channel)
        if asked != case_id and (not thread or not thread["root_ts"]):
            old = self.ledger.outbox.thread(asked, self.team, self.channel)
            if old and old["root_ts"]:
                self._set_thread(case_id, root_ts=old["root_ts"], state="posted", revision=-1)
                return self.ledger.outbox.thread(case_id, self.team, self.channel)
        return thread

    def _articles(self, news: Sequence[Row]) -> dict[str, Row]:
        ids = [n["article_id"] for n in news if n["event"] == "withdrawn"]
        return {a["id"]: a for a in self.ledger.wire.articles(ids)} if ids else {}

    def _rulings(self, news: Sequence[Row]) -> dict[int, Row]:
        ids = {cards.ruling_of(n) for n in news if n["event"] == "ruling"}
        found = {i: self.ledger.rulings.get(i) for i in ids}
        return {i: corrected.load(self.ledger, row) for i, row in found.items() if row}

    def _letter(self, row: Row) -> Trouble | bool:
        """A message that belongs to no thread: a digest, a welcome, a share, a notice."""
        message = letters.render(self.ledger, row, self.now(), self.settings)
        if message is None:
            self.ledger.outbox.drop([row["id"]], "nothing of it is on file any more")
            return False
        return self._send([row], *message, shows=self.ledger.cases.case(row["case_id"]) if row["event"] == "share" else None)

    # sending ---------------------------------------------------------------------------------------------------

    def _send(
        self,
        rows: Sequence[Row],
        blocks: Blocks,
        text: str,
        *,
        view: Row | None = None,
        shows: Row | None = None,
        thread_ts: str = "",
        broadcast: bool = False,
        loose: bool = False,
    ) -> Trouble | bool:
        """Post one message for `rows`. `view`: the case that it is about; `shows`: one that it only shows; `loose`: news
        of a case outside of its thread."""
        ids, key = [r["id"] for r in rows], secrets.token_hex(8)
        claimed = self.ledger.outbox.mark_sending(ids, key, self.now(), broadcast=broadcast)
        if len(claimed) < len(ids):  # somebody else has part of it: they will say the rest at their next turn
            self.ledger.outbox.put_back(claimed, self.now(), "part of it was taken by another sender")
            return False
        payload: Row = {"key": key, "alerts": ids[:COALESCE]}
        if view:
            payload |= {"case": view["id"], "revision": view["revision"], **({"thread": False} if loose else {})}
        elif shows:
            payload |= {"revision": shows["revision"]}
        asked: Row = {
            "channel": self.channel, "text": text, "unfurl_links": False, "unfurl_media": False, "parse": "none",
            "metadata": {"event_type": EVENT_TYPE, "event_payload": payload},
        }  # fmt: skip
        if thread_ts:
            asked |= {"thread_ts": thread_ts, "reply_broadcast": broadcast}
        found: Trouble | None = None
        for attempt in _plainer(blocks):
            try:
                more: Row = {"blocks": attempt} if attempt else {}
                answer = self.client.chat_postMessage(**asked, **more)
            except Exception as error:
                found = trouble(error)
                if found.kind != "blocks":
                    break
                self._problem(f"alert {ids[0]}", f"Slack refused our blocks ({found.name}: {found.detail}); sent plainer. Please report this")
                continue
            self.arrived(rows, dict(answer.get("message") or {}) | {"ts": answer["ts"]}, payload, thread_ts)
            return True
        assert found is not None
        self._failed(ids, found)
        return found

    def arrived(self, rows: Sequence[Row], message: Row, payload: Row, thread_ts: str) -> None:
        """Note where a message stands. One that was meant for a thread whose root is gone becomes the new root:
        it is edited into the card, and the news is said again inside the new thread."""
        ids, ts = [r["id"] for r in rows], str(message["ts"])
        case_id = payload.get("case")
        with self.ledger.db.transaction():
            if thread_ts and payload.get("thread", True) and message.get("thread_ts") != thread_ts:
                self.ledger.outbox.put_back(ids, self.now(), "the thread was deleted; a new one was begun")
                self._set_thread(int(case_id or 0), root_ts=ts, state="posted", revision=-1)
                return
            self.ledger.outbox.mark_sent(ids, ts, self.now())
            for row in rows:
                if row["event"] == "share":
                    self.ledger.outbox.add_share(self.team, self.channel, ts, row["case_id"], int(payload.get("revision", -1)), payload.get("key"))
            if case_id and any(r["event"] == "root" for r in rows):
                self._set_thread(
                    int(case_id), root_ts=ts, state="posted", revision=int(payload.get("revision", -1)), message_key=payload.get("key"),
                )  # fmt: skip

    def _failed(self, ids: list[int], found: Trouble) -> None:
        outbox, now, why = self.ledger.outbox, self.now(), f"{found.name} {found.detail}".strip()
        if found.kind == "wait":
            outbox.put_back(ids, now + timedelta(seconds=found.seconds), why)
        elif found.kind == "unsent":
            outbox.put_back(ids, now, why)
        elif found.kind == "unsure":
            outbox.mark_unknown(ids, why)
        elif found.kind == "auth" or (found.kind == "scope"):
            outbox.put_back(ids, now + timedelta(minutes=10), why)
            self._deactivate(why)
        elif found.kind == "channel":
            outbox.mark_failed(ids, why)
            self._pause(found.name)
        else:
            outbox.mark_failed(ids, why)
            self._problem(f"alert {ids[0]}", f"Slack refused a message for {self.channel}: {why}")

    def _pause(self, why: str) -> None:
        """Say no more in this channel, and tell those who asked for it."""
        outbox, now = self.ledger.outbox, self.now()
        row = outbox.channel(self.team, self.channel) or {}
        outbox.save_channel(self.team, self.channel, now=now, state="paused", error=why)
        askers = {s["by"] for s in outbox.subscriptions(self.team, self.channel)} | {row.get("by") or ""}
        for person in sorted(a for a in askers if a and a != self.channel and not a.startswith("B")):
            body = {"what": "paused", "channel": self.channel, "name": row.get("name") or "", "error": why}
            self._notice(f"paused|{self.team}|{self.channel}|{person}|{why}|{iso(now)}", person, body)
        self._problem(self.channel, f"posting to this channel is paused: {why}")

    def _deactivate(self, why: str) -> None:
        if self.ledger.teams.left(self.team):  # what was under way when it left
            return
        self.ledger.outbox.save_installation(self.team, now=self.now(), state="inactive", error=why)
        line = f"Slack does not accept our token ({why}): put a fresh SLACK_BOT_TOKEN into .env and restart (in HTTP mode: install the app again)"
        self._problem(self.team or "workspace", line)

    # edits of roots --------------------------------------------------------------------------------------------

    def edit(self, thread: Row) -> Trouble | bool:
        """Bring a root card up to the case's revision; an older one never overwrites a newer."""
        view = self.ledger.cases.view(thread["case_id"], self.team)
        now_at = self.ledger.outbox.thread(thread["case_id"], self.team, self.channel)
        if view is None or now_at is None or now_at["root_ts"] != thread["root_ts"]:
            return False
        revision = max(view["revision"], thread.get("case_revision") or 0)
        if now_at["revision"] >= revision:
            return False
        found = self._update(view, thread["root_ts"], now_at["message_key"])
        if found is None:
            self.ledger.outbox.revise_thread(thread["case_id"], self.team, self.channel, revision)
            return True
        if found.name == "message_not_found":
            self._set_thread(thread["case_id"], root_ts=None, state="gone")
        elif found.kind in ("gone", "final", "blocks"):
            self._set_thread(thread["case_id"], state="frozen")
            self._problem(f"case {view['id']}", f"its card in {self.channel} cannot be edited any more: {found.name}")
        self._heed(found)
        return found

    def edit_share(self, share: Row) -> Trouble | bool:
        """Bring a card that somebody shared up to the case's revision."""
        view = self.ledger.cases.view(share["case_id"], self.team)
        found = self._update(view, share["ts"], share["message_key"]) if view else None
        if view is None or (found and found.kind in ("gone", "final", "blocks")):
            self.ledger.outbox.revise_share(share, share["case_revision"], "frozen")
            return False
        if found is None:
            self.ledger.outbox.revise_share(share, max(view["revision"], share["case_revision"]), "posted")
            return True
        self._heed(found)
        return found

    def _update(self, view: Row, ts: str, key: str | None) -> Trouble | None:
        blocks, text = cards.root(view)
        payload = {"case": view["id"], "revision": view["revision"]}
        if key:  # the key it was posted under stays with it
            payload["key"] = key
        found: Trouble | None = None
        for attempt in _plainer(blocks):
            try:
                self.client.chat_update(
                    channel=self.channel, ts=ts, text=text, blocks=attempt, parse="none",
                    metadata={"event_type": EVENT_TYPE, "event_payload": payload},
                )  # fmt: skip
            except Exception as error:
                found = trouble(error)
                if found.kind != "blocks":
                    break
                self._problem(f"case {view['id']}", f"Slack refused our blocks in an edit ({found.name}: {found.detail}). Please report this")
                continue
            return None
        return found

    def _heed(self, found: Trouble) -> None:
        """What an edit's failure says about the channel or the token."""
        if found.kind == "channel":
            self._pause(found.name)
        elif found.kind in ("auth", "scope"):
            self._deactivate(f"{found.name} {found.detail}".strip())

    # looking for what may have arrived -------------------------------------------------------------------------

    def look_for(self, rows: Sequence[Row]) -> Trouble | None:
        """Find the one message that `rows` went into; say it again only when it surely is not there.

        Returns the trouble met while looking, if any.
        """
        ids, key = [r["id"] for r in rows], rows[0]["message_key"]
        case_id = rows[0]["case_id"]
        view = self.ledger.cases.case(case_id) if case_id else None
        thread = self._thread(view["id"], case_id) if view else None
        is_root = any(r["event"] == "root" for r in rows)
        thread_ts = str(thread["root_ts"]) if thread and thread["root_ts"] and not is_root and rows[0]["event"] != "share" else ""
        try:
            message = trace.find(self.client, self.channel, key, moment(rows[0]["sending_since"]), thread_ts)
        except trace.TooManyMessages as error:
            self._blind(rows, found := Trouble("scope", "too_many_messages", detail=str(error)))
            return found
        except Exception as error:
            found = trouble(error)
            if found.kind in ("scope", "channel"):
                self._blind(rows, found)
            else:
                self.ledger.outbox.mark_unknown(ids, f"{found.name} {found.detail}".strip())
            return found
        if message is None:
            self.ledger.outbox.put_back(ids, self.now(), "it had not arrived")
        else:
            self.arrived(rows, message, message["metadata"]["event_payload"], thread_ts)
        return None

    def _blind(self, rows: Sequence[Row], found: Trouble) -> None:
        """Without the right to read the channel only a person can tell. A root is replaced after a day."""
        since = moment(rows[0]["sending_since"])
        if any(r["event"] == "root" for r in rows) and self.now() - since >= REPLACE_ROOT:
            self.ledger.outbox.put_back([r["id"] for r in rows], self.now(), "nobody could tell for a day; replaced")
            return
        self.ledger.outbox.mark_unknown([r["id"] for r in rows], f"{BLIND}{found.name} {found.detail}".strip())
        for person in letters.admins(self.ledger, self.settings, self.team):
            if person != self.channel:
                body = {"what": "unknown", "channel": self.channel, "since": iso(since), "detail": found.detail or found.name}
                self._notice(f"unknown|{self.team}|{person}|{self.now():%Y-%m-%d}", person, body)  # one a day, not one a message

    # small things ----------------------------------------------------------------------------------------------

    def _set_thread(self, case_id: int, **columns: Any) -> None:
        self.ledger.outbox.set_thread(case_id, self.team, self.channel, now=self.now(), **columns)

    def _notice(self, key: str, channel: str, body: Row) -> None:
        row = {"key": key, "team": self.team, "channel": channel, "event": "notice", "created": iso(self.now()), "body": json.dumps(body)}
        self.ledger.outbox.add_alert(row)

    def _problem(self, subject: str, message: str) -> None:
        log.warning("%s: %s", subject, message)
        self.ledger.wire.problem("tell", subject, message, self.now())


def _plainer(blocks: Blocks) -> list[Blocks]:
    """What to try in turn when Slack refuses blocks: all of them, those without charts and tables, none."""
    simple = [b for b in blocks if b.get("type") not in ("data_visualization", "data_table")]
    return [blocks, *([simple] if simple and simple != blocks else []), []]
