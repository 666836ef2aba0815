"""One channel's news: which is next, and how it is put into a message. Sending it is `bot.tell.sender`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from slack_sdk import WebClient

from bot.settings import Settings
from bot.tell import cards, corrected, letters, noise, pages, replies
from bot.tell.calls import Trouble
from bot.tell.sender import BLIND, COALESCE, Sender
from store.engine import Row, iso, moment
from store.ledger import Ledger

#: A root that nobody can find holds up its case for so long; then the case's next news begins a thread of its own.
GIVE_UP_ROOT = timedelta(days=1)
#: News of an article that is still worked on waits for the rest of it so long at most: one message tells both.
REST_OF_IT = timedelta(seconds=90)
#: More new cases than these at once become one list; it shows so many at most, the rest comes in the next.
BURST = 4
BURST_SHOWN = 8


class Delivery:
    """Says what there is to say in one channel of one team. Used by one thread at a time."""

    def __init__(
        self, ledger: Ledger, client: WebClient, settings: Settings, now: Callable[[], datetime], team: str, channel: str
    ) -> None:
        self.ledger, self.settings, self.now = ledger, settings, now
        self.team, self.channel = team, channel
        self.sender = Sender(ledger, client, settings, now, team, channel)

    def post_next(self, rows: Sequence[Row]) -> Trouble | bool:
        """Post one message for the first of `rows` (due, in order) that can be said now.

        Returns True when something was posted, False when nothing had to be, or the trouble that was met.
        """
        held = self._more_to_come(rows)
        rows = [r for r in rows if r["case_id"] not in held]
        if burst := self._burst(rows):
            quoted = {c: set(cards.shown_in_root(view)) for c, view in burst.items()}
            told = [r for r in rows if r["case_id"] in burst and (r["event"] == "root" or r["response_id"] in quoted[r["case_id"]])]
            return self.sender.send(told, *pages.burst(list(burst.values())))
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

    def _more_to_come(self, rows: Sequence[Row]) -> set[int]:
        """Cases of which an article that is being worked on may tell more: what it says is on file before it is judged."""
        recent = [r for r in rows if r["article_id"] and r["case_id"] and self.now() - moment(r["created"]) < REST_OF_IT]
        busy = self.ledger.wire.under_way({r["article_id"] for r in recent}, self.now()) if recent else set()
        return {r["case_id"] for r in recent if r["article_id"] in busy}

    def _burst(self, rows: Sequence[Row]) -> dict[int, Row]:
        """The new cases to be told in one list, with their views, where many came at once; each begins its thread with
        its next news. One with more to tell than that it began (a report, a change, a correction) gets its card."""
        weighty = {r["case_id"] for r in rows if r["event"] not in ("root", "response")}
        begun = dict.fromkeys(r["case_id"] for r in rows if r["event"] == "root" and r["case_id"] not in weighty)
        if len(begun) <= BURST:
            return {}
        new: dict[int, Row] = {}
        for case_id in begun:
            view = None if self._waits(case_id) or self._begun(case_id) else self.ledger.cases.view(case_id, self.team)
            if view and view["id"] == case_id and not cards.is_void(view) and not self._muted(view):
                new[case_id] = view
        if len(new) <= BURST:
            return {}
        while sum(r["case_id"] in new for r in rows) > COALESCE or len(new) > BURST_SHOWN or not pages.burst_fits(list(new.values())):
            new.popitem()
        return new

    def _muted(self, view: Row) -> bool:
        thread = self.ledger.outbox.thread(view["id"], self.team, self.channel)
        return bool(thread and thread["muted_until"] and thread["muted_until"] > iso(self.now()))

    def _begun(self, case_id: int) -> bool:
        """Has the case a thread here, or stood it in a list?"""
        if (self.sender.thread(case_id, case_id) or {}).get("root_ts"):
            return True
        return any(r["event"] == "root" and r["state"] == "sent" for r in self._of_case(case_id))

    def _of_case(self, case_id: int) -> list[Row]:
        return [r for r in self.ledger.outbox.alerts(case_id) if (r["team"], r["channel"]) == (self.team, self.channel)]

    def _waits(self, case_id: int) -> bool:
        """Is an earlier message of this case still on its way? Its order is kept, unless nobody can ever tell."""
        return any(r["state"] == "sending" or (r["state"] == "unknown" and not self._given_up(r)) for r in self._of_case(case_id))

    def _given_up(self, row: Row) -> bool:
        """Can only a person tell whether it arrived? Then the rest of its case does not wait for it: for a root, which is
        what replies stand under, only after a day. It is never said again by itself."""
        if not str(row["error"]).startswith(BLIND):
            return False
        return row["event"] != "root" or self.now() - moment(row["sending_since"]) >= GIVE_UP_ROOT

    def _case(self, case_id: int, rows: list[Row]) -> Trouble | bool | None:
        """Post the case's root, or one reply for all that is due. None: nothing of it had to be said."""
        outbox = self.ledger.outbox
        view = self.ledger.cases.view(case_id, self.team)
        ruled = any(r["event"] == "ruling" for r in rows)
        if view is None or (cards.is_void(view) and not ruled):
            outbox.drop([r["id"] for r in rows], "the case is gone")
            return None
        thread = self.sender.thread(view["id"], case_id)
        if thread and thread["muted_until"] and thread["muted_until"] > iso(self.now()):
            outbox.drop([r["id"] for r in rows if r["event"] not in noise.MENDING], "the case is muted here")
            rows = [r for r in rows if r["event"] in noise.MENDING]
            if not rows:
                return None
        if not thread or not thread["root_ts"]:
            return self._root(view, case_id, rows)
        news = [r for r in rows if r["event"] not in ("root", "share")][:COALESCE]
        outbox.drop([r["id"] for r in rows if r["event"] == "root"], "there is a thread already")
        if not news:
            return None
        loose = not self._noise().threads
        broadcast = not loose and self._broadcast(view, case_id, news)
        message = replies.reply(view, news, self._articles(news), self._rulings(news), alone=loose, wide=broadcast)
        if message is None:
            outbox.drop([r["id"] for r in news], "no longer so when it came to be said")
            return None
        if loose:
            return self.sender.send(news, *message, view=view, loose=True)
        return self.sender.send(news, *message, view=view, thread_ts=thread["root_ts"], broadcast=broadcast)

    def _broadcast(self, view: Row, case_id: int, news: Sequence[Row]) -> bool:
        """Is the whole channel to see it? Changes of status are (but "no news for a year" is none to be called for),
        where the channel wants that, and a correction is heard as widely as what it corrects."""
        changed = any(new != "stale" for _, _, new in replies.status_changes(view, news))
        events = {n["event"] for n in news}
        if "ruling" in events or (not changed and "withdrawn" in events):
            return self.ledger.outbox.was_broadcast(case_id, self.team, self.channel)
        return noise.broadcast(self._noise(), status_changed=changed)

    def _noise(self) -> noise.Noise:
        return noise.load(self.ledger.outbox.channel(self.team, self.channel))

    def _root(self, view: Row, case_id: int, rows: list[Row]) -> Trouble | bool:
        """The card; it also stands for the answers that it quotes and for the status that it shows."""
        roots = [r for r in rows if r["event"] == "root"]
        if not roots:  # the earlier root is gone (deleted, failed, never found): this news begins a thread of its own
            n = sum(r["event"] == "root" for r in self._of_case(case_id))
            row = {**{k: rows[0][k] for k in ("team", "channel", "case_id", "article_id", "response_id")}, "event": "root",
                   "key": f"root|{case_id}|{self.team}|{self.channel}|{n}", "created": iso(self.now()), "body": "{}"}  # fmt: skip
            self.ledger.outbox.add_alert(row)
            roots = [r for r in self.ledger.outbox.alerts(case_id, "pending") if r["key"] == row["key"]]
        quoted = set(cards.shown_in_root(view))
        told = [r for r in rows if r["event"] == "status" or (r["event"] == "response" and r["response_id"] in quoted)]
        return self.sender.send([*roots, *told], *cards.root(view), view=view)

    def _articles(self, news: Sequence[Row]) -> dict[str, Row]:
        ids = [n["article_id"] for n in news if n["event"] == "withdrawn"]
        return {a["id"]: a for a in self.ledger.wire.articles(ids)} if ids else {}

    def _rulings(self, news: Sequence[Row]) -> dict[int, Row]:
        ids = {replies.ruling_of(n) for n in news if n["event"] == "ruling"}
        found = {i: self.ledger.rulings.get(i) for i in ids}
        return {i: corrected.load(self.ledger, row) for i, row in found.items() if row}

    def _letter(self, row: Row) -> Trouble | bool:
        """A message that belongs to no thread: a digest, a welcome, a share, a notice."""
        message = letters.render(self.ledger, row, self.now(), self.settings)
        if message is None:
            self.ledger.outbox.drop([row["id"]], "nothing of it is on file any more")
            return False
        return self.sender.send([row], *message, shows=self.ledger.cases.case(row["case_id"]) if row["event"] == "share" else None)
