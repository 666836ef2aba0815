"""The ordeal: `walkback run` is killed again and again while its Slack drops, delays, doubles and refuses.

The driver puts stories on the ledger, starts the real process, breaks calls at random, and kills the process (SIGKILL)
at random moments. When all kills are through it lets the process finish in peace, and then counts what arrived in the
workspace: by the keys in the messages' metadata, and by what the messages say.
"""

from __future__ import annotations

import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.sandbox.server import Sandbox
from bot.watch.articles import store_article
from store.ledger import open_ledger
from store.outbox import ALL_COMPANIES
from tests.chaos.stories import Story, stories
from tests.process import FAST, Process

#: Alerts that one story makes in one channel: a root, three answers, a bearing and a status.
ALERTS_A_STORY = 6
CHANNELS = 4
SETTINGS = {**FAST, "SLACK_TIMEOUT": "2", "WALKBACK_POST_APART": "0.01", "WALKBACK_POST_MARGIN": "0.5"}
_METHODS = ("chat.postMessage",) * 4 + ("chat.update", "conversations.history", "conversations.replies", "auth.test")
_KINDS = ("drop_before", "drop_after", "500", "429", "slow")
_DELIVERIES = ("duplicate", "disconnect")


@dataclass
class Figures:
    """What the ordeal came to. `lost` and `twice` count alerts, `disordered` threads, `wrong` names what is amiss."""

    database: str
    kills: int = 0
    alerts: int = 0
    messages: int = 0
    faults: int = 0
    lost: int = 0
    twice: int = 0
    disordered: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        return not (self.lost or self.twice or self.disordered or self.wrong)

    def row(self) -> dict[str, Any]:
        return asdict(self)


def ordeal(
    folder: Path, *, kills: int, alerts: int, seed: int, database: str = "", command: str = "run", heard: Any = None
) -> Figures:
    """Run it all; `database`: a PostgreSQL address instead of a file in `folder`; `command`: "run", or "work" there.

    Bounded: each start of the process is killed within seconds, and the last one gets five minutes to finish.
    """
    rng = random.Random(seed)
    began = time.monotonic()
    count = 1 + -(-alerts // (ALERTS_A_STORY * CHANNELS))  # one to spare: the offline reader may doubt an answer
    figures = Figures(("postgresql" if database else "sqlite") + (", walkback work" if command == "work" else ""))
    with Sandbox(rates=False) as sandbox:
        process = Process(folder, sandbox, database=database, command=(command,), **SETTINGS)
        told = stories(count, seed)
        prepare(process.db, sandbox)
        waiting = list(told)
        for number in range(kills):
            share = -(-len(waiting) // (kills - number))
            for story in waiting[:share]:
                put_on_file(process.db, story)
            del waiting[:share]
            with breaking(sandbox, rng.randrange(2**32)) as broken:
                process.start()
                wait_for_life(process, sandbox, rng)
                time.sleep(rng.uniform(0.0, 2.0))  # the moment of the kill is the point of it
                kill(process)
            figures.kills += 1
            figures.faults += broken.count
            if heard:
                heard(figures.kills)
        for story in waiting:
            put_on_file(process.db, story)
        process.start()
        finish(process)
        count_up(figures, process.db, sandbox, told)
    figures.seconds = round(time.monotonic() - began, 1)
    return figures


def prepare(db: str, sandbox: Sandbox, channels: int = CHANNELS) -> None:
    """Channels that follow every company, as `/denials subscribe all` leaves them."""
    team, now = sandbox.default.team_id, datetime.now(UTC)
    names = [sandbox.channel_id("newsroom"), *(sandbox.add_channel(f"desk-{i}") for i in range(1, channels))]
    with open_ledger(db) as ledger:
        for channel in names:
            ledger.outbox.save_channel(team, channel, now=now, name=channel)
            ledger.outbox.subscribe(team, channel, ALL_COMPANIES, by=sandbox.user_id("ana"), now=now)


def put_on_file(db: str, story: Story) -> None:
    """The two articles of a story, as the watch would store them."""
    with open_ledger(db) as ledger:
        for article in (story.denied, story.announced):
            store_article(ledger, article, datetime.now(UTC))


def wait_for_life(process: Process, sandbox: Sandbox, rng: random.Random) -> None:
    """Mostly the kill comes while messages are on their way, now and then in the middle of the start."""
    seen = sandbox.calls
    until = time.monotonic() + (30 if rng.random() < 0.85 else rng.uniform(0.1, 1.0))
    while time.monotonic() < until and sandbox.calls == seen and process.alive:
        time.sleep(0.02)  # another process's work: there is no event to wait for


def kill(process: Process) -> None:
    """SIGKILL. Raises RuntimeError if the process had ended by itself."""
    if not process.alive:
        raise RuntimeError(f"the process ended by itself:\n{process.log_tail()}")
    process.end(signal.SIGKILL)


def finish(process: Process, patience: float = 300.0) -> None:
    """Let it work in peace until nothing waits, then end it as an administrator would."""
    until, quiet = time.monotonic() + patience, 0
    while quiet < 5 and time.monotonic() < until:
        with open_ledger(process.db) as ledger:
            busy = ledger.wire.waiting() or ledger.outbox.states().keys() & {"pending", "sending", "unknown"}
        quiet = 0 if busy else quiet + 1
        time.sleep(0.2)
    process.end()
    if quiet < 5:
        raise RuntimeError(f"not through after {patience:.0f} s:\n{process.log_tail()}")


@dataclass
class Broken:
    count: int = 0


@contextmanager
def breaking(sandbox: Sandbox, seed: int) -> Iterator[Broken]:
    """Break calls at random for as long as the block lasts; afterwards Slack is well again."""
    rng, over, broken = random.Random(seed), threading.Event(), Broken()

    def work() -> None:
        while not over.wait(rng.uniform(0.05, 0.4)):
            if len(sandbox.faults.pending()) < 3:
                if rng.random() < 0.1:
                    sandbox.fault("deliver", rng.choice(_DELIVERIES))
                else:
                    sandbox.fault(rng.choice(_METHODS), rng.choice(_KINDS), times=rng.randint(1, 2), seconds=rng.choice((0.3, 1.0, 2.5)))
                broken.count += 1

    thread = threading.Thread(target=work, name="faults")
    thread.start()
    try:
        yield broken
    finally:
        over.set()
        thread.join()
        sandbox.faults.clear()


def count_up(figures: Figures, db: str, sandbox: Sandbox, told: list[Story], channels: int = CHANNELS) -> None:
    """Hold what arrived in the workspace against what the ledger says was to be told."""
    messages = {c: _messages(sandbox, c) for c in ["newsroom", *(f"desk-{i}" for i in range(1, channels))]}
    with open_ledger(db) as ledger:
        alerts = ledger.outbox.alerts()
        waiting, counts = ledger.wire.waiting(), ledger.wire.counts()
    figures.alerts = len(alerts)
    figures.messages = sum(len(m) for m in messages.values())
    if waiting or counts.get("quarantined"):
        figures.wrong.append(f"articles not read: {counts}")
    if states := {a["state"] for a in alerts} - {"sent", "dropped"}:
        figures.wrong.append(f"alerts left in the outbox: {sorted(states)}")
    keys = Counter(_key(m) for found in messages.values() for m in found)
    figures.lost += sum(a["state"] == "sent" and not keys[a["message_key"]] for a in alerts)
    again = [f"{n} messages with the key {key}" for key, n in keys.items() if n > 1]
    again += [f"a message whose alerts went again: {key}" for key in keys.keys() - {a["message_key"] for a in alerts}]
    figures.twice += len(again)
    figures.wrong += again
    order: dict[str, int] = {}
    for alert in alerts:
        order.setdefault(alert["message_key"], alert["id"])
    for channel, found in messages.items():
        _by_words(figures, channel, found, told)
        for replies in _threads(found):
            ids = [order.get(_key(m), 0) for m in replies]
            figures.disordered += ids != sorted(ids)


def _by_words(figures: Figures, channel: str, found: list[dict[str, Any]], told: list[Story]) -> None:
    """Independently of any key: each story is begun once here, by a card or in a list of new cases, and its reversal
    is told once: in its thread, or by the card or the list where it was known by then."""
    lists = [m for m in found if "new cases came in at once" in m["text"]]
    listed = [line for m in lists for line in m["text"].splitlines()]
    cards = [m for m in found if m not in lists]
    for story in told:
        roots = [m for m in cards if story.company in m["text"] and m.get("thread_ts", m["ts"]) == m["ts"]]
        lines = [line for line in listed if story.company in line]
        ours = {m["ts"] for m in roots}
        replies = [m for m in cards if m.get("thread_ts") in ours and m["ts"] not in ours]
        reversals = [m for m in replies if "undercut" in m["text"].lower()]
        known = any("undercut" in said.lower() for said in (*lines, *(m["text"] for m in roots)))
        figures.lost += (not roots and not lines) + (not reversals and not known)
        for what, said in (("card", [m["text"] for m in roots]), ("line in a list", lines), ("reversal", [m["text"] for m in reversals])):
            if len(said) > 1:
                figures.twice += len(said) - 1
                figures.wrong.append(f"{channel}: more than one {what} of {story.company}: {said}")
        if len({m["text"] for m in replies}) < len(replies):
            figures.wrong.append(f"{channel}: a reply about {story.company} stands twice")


def _messages(sandbox: Sandbox, channel: str) -> list[dict[str, Any]]:
    found = {}
    for message in sandbox.messages(channel):
        found[message["ts"]] = message
        found |= {reply["ts"]: reply for reply in sandbox.replies(channel, message["ts"])}
    return [found[ts] for ts in sorted(found, key=float)]


def _threads(found: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The replies of each thread, in the order they stand there."""
    threads: dict[str, list[dict[str, Any]]] = {}
    for message in found:
        if message.get("thread_ts", message["ts"]) != message["ts"]:
            threads.setdefault(message["thread_ts"], []).append(message)
    return list(threads.values())


def _key(message: dict[str, Any]) -> str:
    return str(((message.get("metadata") or {}).get("event_payload") or {}).get("key", ""))
