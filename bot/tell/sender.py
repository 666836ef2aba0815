"""Sending one message to a channel once, finding out whether it arrived, and keeping cards up to date.

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
from bot.tell import cards, letters, resting, trace
from bot.tell.calls import Trouble, trouble
from bot.tell.rich import Blocks
from store.engine import Row, iso, moment
from store.ledger import Ledger

log = logging.getLogger(__name__)

EVENT_TYPE = "walkback_alert"
#: Beginning of the error of an alert that cannot be looked for: nobody but a person can tell whether it arrived.
BLIND = "cannot look: "
#: One message tells at most so many pieces of news; the rest goes into the next.
COALESCE = 40


class Sender:
    """Posts and edits in one channel of one team. Used by one thread at a time."""

    def __init__(
        self, ledger: Ledger, client: WebClient, settings: Settings, now: Callable[[], datetime], team: str, channel: str
    ) -> None:
        self.ledger, self.client, self.settings, self.now = ledger, client, settings, now
        self.team, self.channel = team, channel

    def send(
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
            news = sorted({r["event"] for r in rows})
            told = {"alerts": ids, "case": payload.get("case"), "key": key, "news": news}
            log.info("posted in %s: %s", self.channel, ", ".join(news), extra={"event": "posted", **self._here(), **told})
            return True
        assert found is not None
        why = {"alerts": ids, "key": key, "error": found.name, "kind": found.kind}
        log.info("not posted in %s: %s", self.channel, found.name, extra={"event": "not posted", **self._here(), **why})
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
                self.set_thread(int(case_id or 0), root_ts=ts, state="posted", revision=-1)
                return
            self.ledger.outbox.mark_sent(ids, ts, self.now())
            for row in rows:
                if row["event"] == "share":
                    self.ledger.outbox.add_share(self.team, self.channel, ts, row["case_id"], int(payload.get("revision", -1)), payload.get("key"))
            if case_id and any(r["event"] == "root" for r in rows) and not self._begun_since(int(case_id)):
                self.set_thread(
                    int(case_id), root_ts=ts, state="posted", revision=int(payload.get("revision", -1)), message_key=payload.get("key"),
                )  # fmt: skip

    def _begun_since(self, case_id: int) -> bool:
        """Has the case a thread by now? A root that is found late does not take its place."""
        thread = self.ledger.outbox.thread(case_id, self.team, self.channel)
        return bool(thread and thread["root_ts"])

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
        resting.rest(self.ledger, self.team, self.channel, why, self.now())
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
            self.set_thread(thread["case_id"], root_ts=None, state="gone")
        elif found.kind in ("gone", "final", "blocks"):
            self.set_thread(thread["case_id"], state="frozen")
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
        """What the failure of an edit or of a look says about the channel or the token."""
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
        thread = self.thread(view["id"], case_id) if view else None
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
                self._heed(found)
            return found
        log.info("looked for a message in %s: %s", self.channel, "there" if message else "not there",
                 extra={"event": "looked for", **self._here(), "alerts": ids, "key": key, "found": message is not None})  # fmt: skip
        if message is None:
            self.ledger.outbox.put_back(ids, self.now(), "it had not arrived")
        else:
            self.arrived(rows, message, message["metadata"]["event_payload"], thread_ts)
        return None

    def _blind(self, rows: Sequence[Row], found: Trouble) -> None:
        """Without the right to read the channel only a person can tell; the admins are asked, once."""
        asked = all(str(r["error"]).startswith(BLIND) for r in rows)
        self.ledger.outbox.mark_unknown([r["id"] for r in rows], f"{BLIND}{found.name} {found.detail}".strip())
        if asked:
            return
        since = rows[0]["sending_since"]
        name = (self.ledger.outbox.channel(self.team, self.channel) or {}).get("name") or ""
        for person in letters.admins(self.ledger, self.settings, self.team):
            if person != self.channel:
                body = {"what": "unknown", "channel": self.channel, "name": name, "since": since, "detail": found.detail or found.name}
                self._notice(f"unknown|{self.team}|{person}|{self.now():%Y-%m-%d}", person, body)  # one a day, not one a message

    # small things ----------------------------------------------------------------------------------------------

    def thread(self, case_id: int, asked: int) -> Row | None:
        """The case's thread here; after a merge the thread of the case that went into it."""
        thread = self.ledger.outbox.thread(case_id, self.team, self.channel)
        if asked != case_id and (not thread or not thread["root_ts"]):
            old = self.ledger.outbox.thread(asked, self.team, self.channel)
            if old and old["root_ts"]:
                self.set_thread(case_id, root_ts=old["root_ts"], state="posted", revision=-1)
                return self.ledger.outbox.thread(case_id, self.team, self.channel)
        return thread

    def set_thread(self, case_id: int, **columns: Any) -> None:
        """Note something about the case's thread here."""
        self.ledger.outbox.set_thread(case_id, self.team, self.channel, now=self.now(), **columns)

    def _here(self) -> Row:
        return {"team": self.team, "channel": self.channel}

    def _notice(self, key: str, channel: str, body: Row) -> None:
        row = {"key": key, "team": self.team, "channel": channel, "event": "notice", "created": iso(self.now()), "body": json.dumps(body)}
        self.ledger.outbox.add_alert(row)

    def _problem(self, subject: str, message: str) -> None:
        log.warning("%s: %s", subject, message, extra={"event": "slack trouble", **self._here(), "subject": subject})
        self.ledger.wire.problem("tell", subject, message, self.now())


def _plainer(blocks: Blocks) -> list[Blocks]:
    """What to try in turn when Slack refuses blocks: all of them, those without charts and tables, none."""
    simple = [b for b in blocks if b.get("type") not in ("data_visualization", "data_table")]
    return [blocks, *([simple] if simple and simple != blocks else []), []]
