"""The outbox's sender: delivers what is due, each thing once, in order, at Slack's pace.

A tick looks for messages that may have arrived, then gives every channel at most one message and brings root cards
up to date. One sender per channel; channels do not wait for each other. While Slack cannot be reached nothing is
sent: alerts wait, and a cheap call asks at each tick whether Slack is back.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from slack_sdk import WebClient

from bot.settings import Settings
from bot.tell.calls import Trouble, trouble
from bot.tell.delivery import Delivery
from bot.tell.sender import BLIND
from store.engine import Row, StoreError, moment
from store.ledger import Ledger
from store.reports import Reports

log = logging.getLogger(__name__)

#: News that we fail to put into words is tried again after so long.
PUT_OFF = timedelta(minutes=10)
#: What we had no right to look for is looked for again after so long: the right may have been given since.
LOOK_AGAIN = timedelta(hours=1)
#: The clocks of two hosts may differ by so much.
CLOCKS_APART = timedelta(minutes=5)
#: Channels served at the same time.
SENDERS = 4
#: Cards brought up to date in one channel at one tick (chat.update: 50 a minute).
EDITS_A_TICK = 5


class Poster:
    """Posts what the outbox holds. `clients(team)` gives a WebClient that never retries by itself."""

    def __init__(
        self, ledger: Ledger, clients: Callable[[str], WebClient], settings: Settings, now: Callable[[], datetime]
    ) -> None:
        self.ledger, self.clients, self.settings, self.now = ledger, clients, settings, now
        self.wake = threading.Event()
        self.reports = Reports(ledger.db)
        self._ticking = threading.Lock()
        # Kept for the poster's life: each thread has a connection to the ledger of its own, closed with the ledger.
        self._pool = ThreadPoolExecutor(SENDERS, "poster")
        self._channels, self._edits, self._looks, self._blind = _Pauses(now), _Pauses(now), _Pauses(now), _Pauses(now)
        self._down: set[str] = set()
        self.behind = False

    def run(self, stop: threading.Event) -> None:
        """Deliver until `stop` is set: at once when woken, else every few seconds. A failing tick is noted, not fatal."""
        while not stop.is_set():
            self.wake.clear()
            try:
                busy = self.tick()
            except Exception as error:
                log.exception("posting", extra={"event": "posting failed"})
                self.ledger.wire.note("tell", "poster", f"{type(error).__name__}: {error}; tried again", self.now())
                busy = 0
            pause = self.settings.post_apart if busy or self.behind else self.settings.post_seconds
            waited = 0.0
            while waited < pause and not stop.is_set() and not self.wake.wait(min(0.25, pause - waited)):
                waited += 0.25
            if busy and self.wake.is_set():  # woken in the middle of a burst: channels still need their pause
                stop.wait(self.settings.post_apart)

    def tick(self) -> int:
        """Deliver what is due now; returns how many messages were posted or edited. Safe to call from any thread."""
        with self._ticking:
            self.behind = False
            self._ask_whether_back()
            self.reconcile()
            due: dict[tuple[str, str], list[Row]] = {}
            for row in self.ledger.outbox.due_alerts(self.now(), 500):
                due.setdefault((row["team"], row["channel"]), []).append(row)
            stale: dict[tuple[str, str], list[Row]] = {}
            for thread in [*self.reports.stale_threads(), *self.reports.stale_shares()]:
                stale.setdefault((thread["team"], thread["channel"]), []).append(thread)
            places = [p for p in sorted({*due, *stale}) if p[0] not in self._down]
            if len(places) < 2:
                return sum(self._serve(place, due.get(place, []), stale.get(place, [])) for place in places)
            return sum(self._pool.map(lambda p: self._serve(p, due.get(p, []), stale.get(p, [])), places))

    def reconcile(self) -> None:
        """Look for the messages of a sender that crashed, or never heard back, once it is sure to be over."""
        late = timedelta(seconds=self.settings.slack_timeout + self.settings.post_margin)
        before, after = self.now() - late, self.now() + CLOCKS_APART
        rows = self.ledger.outbox.stuck(before, after)
        rows += [
            r for r in self.ledger.outbox.unknown()
            if not before < moment(r["sending_since"]) <= after and self._worth_a_look(r)
        ]  # fmt: skip
        for team, channel, key in sorted({(r["team"], r["channel"], r["message_key"]) for r in rows}):
            if not self._may_look(team):
                continue
            with self.ledger.db.lock(f"post {team} {channel}"):
                met = self._delivery(team, channel).sender.look_for(self.ledger.outbox.of_message(key))
            if met and met.kind in ("unsent", "unsure"):
                self._down.add(team)
            elif met and met.kind == "wait":
                self._looks.set(team, met.seconds)
            elif met:
                self._blind.set(key, LOOK_AGAIN.total_seconds())

    def _may_look(self, team: str) -> bool:
        """Does Slack answer this team, and takes it our token and our pace?"""
        installed = self.ledger.outbox.installation(team)
        active = not installed or installed["state"] == "active"
        return active and team not in self._down and not self._looks.last(team)

    def _worth_a_look(self, row: Row) -> bool:
        """Where we may not look a person has to tell; that is tried anew now and then only."""
        return not str(row["error"]).startswith(BLIND) or not self._blind.last(row["message_key"])

    def _serve(self, place: tuple[str, str], rows: list[Row], stale: list[Row]) -> int:
        team, channel = place
        with self.ledger.db.lock(f"post {team} {channel}"):
            if not self._open(team, channel, rows):
                return 0
            delivery = self._delivery(team, channel)
            done = 0
            if rows and self._channels.last(place):
                self.behind = True
            elif rows:
                posted = self._post(delivery, rows)
                if isinstance(posted, Trouble):
                    self._heed(place, posted)
                elif posted:
                    done += 1
                    self._channels.set(place, self.settings.post_apart)
            for thread in stale[:EDITS_A_TICK]:
                if team in self._down or self._edits.last(team):
                    break
                edited = delivery.sender.edit(thread) if "root_ts" in thread else delivery.sender.edit_share(thread)
                if isinstance(edited, Trouble):
                    if edited.kind == "wait":
                        self._edits.set(team, edited.seconds)
                    elif edited.kind in ("unsure", "unsent"):
                        self._down.add(team)
                done += edited is True
            return done

    def _post(self, delivery: Delivery, rows: list[Row]) -> Trouble | bool:
        """Post the next message. News that we fail to put into words (a mistake of ours) is put off and noted; it does not
        silence the rest of its channel."""
        try:
            return delivery.post_next(rows)
        except StoreError:
            raise
        except Exception:
            log.exception("the news for %s; each case by itself now", delivery.channel, extra={"event": "wording failed", "team": delivery.team, "channel": delivery.channel})
        alone: dict[object, list[Row]] = {}
        for row in rows:
            alone.setdefault(row["case_id"] or row["key"], []).append(row)
        for news in alone.values():
            try:
                if posted := delivery.post_next(news):
                    return posted
            except StoreError:
                raise
            except Exception as error:
                self._put_off(news, error)
        return False

    def _put_off(self, rows: list[Row], error: Exception) -> None:
        """Try again later what surely was not posted; what may have been is looked for as ever."""
        line = f"{type(error).__name__}: {error}"
        waiting = {a["id"] for a in self.ledger.outbox.alerts(rows[0]["case_id"], "pending")} & {r["id"] for r in rows}
        self.ledger.outbox.put_back(sorted(waiting), self.now() + PUT_OFF, line)
        self.ledger.wire.problem("tell", f"alert {rows[0]['id']}", f"it could not be put into words ({line}); tried again later. Please report this", self.now())

    def _open(self, team: str, channel: str, rows: list[Row]) -> bool:
        """May we speak here? What waits for a paused channel is dropped: it would be old news when it resumes."""
        installed = self.ledger.outbox.installation(team)
        if installed and installed["state"] != "active":
            self.ledger.outbox.put_back([r["id"] for r in rows], self.now() + timedelta(minutes=10), "the app is not installed")
            return False
        known = self.ledger.outbox.channel(team, channel)
        if known and known["state"] != "active":
            self.ledger.outbox.drop([r["id"] for r in rows], f"the channel is paused: {known['error'] or known['state']}")
            return False
        return True

    def _heed(self, place: tuple[str, str], met: Trouble) -> None:
        if met.kind == "wait":
            self._channels.set(place, met.seconds)
        elif met.kind in ("unsent", "unsure"):
            self._down.add(place[0])

    def _ask_whether_back(self) -> None:
        """After a call that failed on the way, nothing more is posted until a harmless one succeeds."""
        for team in sorted(self._down):
            try:
                self.clients(team).auth_test()
            except Exception as error:
                met = trouble(error)
                if met.kind not in ("unsent", "unsure", "wait"):
                    self._down.discard(team)  # Slack answers; the next post will say what is wrong
            else:
                self._down.discard(team)

    def _delivery(self, team: str, channel: str) -> Delivery:
        return Delivery(self.ledger, self.clients(team), self.settings, self.now, team, channel)


class _Pauses:
    """Until when something rests. A pause that began in the future is over: the clock was set back."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._spans: dict[Hashable, tuple[datetime, datetime]] = {}

    def set(self, what: Hashable, seconds: float) -> None:
        """It rests for so long from now on."""
        self._spans[what] = (self._now(), self._now() + timedelta(seconds=seconds))

    def last(self, what: Hashable) -> bool:
        """Does it rest still?"""
        begin, end = self._spans.get(what, (None, None))
        if begin is None or end is None:
            return False
        if begin <= self._now() < end:
            return True
        self._spans.pop(what, None)
        return False
