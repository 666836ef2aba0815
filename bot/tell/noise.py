"""How much a channel wants to hear: at once, later, in the digest, or never. Pure rules, with `now` passed in.

What is held back is never lost: it stands in the digest, on the card and under "Why?".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, time, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from bot.tell.words import base_language
from store.engine import moment
from store.words import terms

#: A pause without an end.
FOR_EVER = "9999-12-31T00:00:00Z"
BROADCASTS = ("never", "status", "always")
#: News of these kinds mends what was said: neither strength nor language nor a muted case holds it back.
MENDING = ("withdrawn", "ruling")


@dataclass(frozen=True)
class Noise:
    """A channel's settings. `min_tier`: the weakest tier of evidence (1 strongest, 3 weakest) that pings; weaker
    waits for the digest. `broadcast`: which replies the whole channel sees. `new_denials`: False leaves them to the
    digest. `quiet_from`, `quiet_to`: minutes after midnight in `zone`; equal ones mean no quiet hours. `languages`:
    of the sources that ping; none means all. `words`: cases that hold one of these are told of, whoever they are
    about. `paused_until`: a stored moment, "" for none."""

    min_tier: int = 3
    broadcast: str = "status"
    threads: bool = True
    new_denials: bool = True
    quiet_from: int = 0
    quiet_to: int = 0
    zone: str = "UTC"
    languages: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    paused_until: str = ""

    def paused(self, now: datetime) -> bool:
        """Does the channel want to hear nothing now?"""
        return bool(self.paused_until) and moment(self.paused_until) > now


@dataclass(frozen=True)
class News:
    """One change as it concerns a channel. `event`: as in the outbox; `tier`: of the evidence behind a "bearing" or
    "status"; `lang`: of the article it comes from, "" where there is none; `muted`: the case is muted in the channel."""

    event: str
    tier: int = 0
    lang: str = ""
    muted: bool = False


@dataclass(frozen=True)
class Decision:
    """`at`: for "later", when; UTC. `why`: for "digest" and "never", kept with the alert."""

    what: Literal["now", "later", "digest", "never"]
    at: datetime | None = None
    why: str = ""


def decide(settings: Noise, news: News, now: datetime) -> Decision:
    """When a channel is told of a change. `now`: aware, UTC."""
    if news.muted and news.event not in MENDING:
        return Decision("never", why="the case is muted here")
    if settings.paused(now):
        return Decision("digest", why="the channel is paused")
    if news.event not in MENDING:
        if news.event in ("bearing", "status") and news.tier > settings.min_tier:
            return Decision("digest", why=f"evidence of tier {news.tier} is weaker than asked for")
        if news.event in ("root", "response") and not settings.new_denials:
            return Decision("digest", why="new denials are left to the digest")
        if settings.languages and news.lang and base_language(news.lang) not in settings.languages:
            return Decision("digest", why=f"sources in {news.lang} are left to the digest")
    if end := quiet_until(settings, now):
        return Decision("later", end)
    return Decision("now")


def quiet_until(settings: Noise, now: datetime) -> datetime | None:
    """The end of the quiet hours that `now` falls into, in UTC; None outside of them."""
    if settings.quiet_from == settings.quiet_to:
        return None
    zone = ZoneInfo(settings.zone)
    here = now.astimezone(zone)
    at = here.hour * 60 + here.minute
    over_midnight = settings.quiet_from > settings.quiet_to
    inside = at >= settings.quiet_from or at < settings.quiet_to if over_midnight else settings.quiet_from <= at < settings.quiet_to
    if not inside:
        return None
    day = here.date() + timedelta(days=1) if over_midnight and at >= settings.quiet_from else here.date()
    end = datetime.combine(day, time(settings.quiet_to // 60, settings.quiet_to % 60), zone).astimezone(now.tzinfo)
    return max(end, now)  # in the hour that comes twice, its first passing counts


def broadcast(settings: Noise, *, status_changed: bool) -> bool:
    """Does the whole channel see a reply?"""
    return settings.broadcast == "always" or (settings.broadcast == "status" and status_changed)


def private(channel: dict[str, Any]) -> bool:
    """Is the channel of this row a private one, as far as Slack told?"""
    stored = json.loads(channel["settings"] or "{}")
    return channel["name"] == "privategroup" or channel["channel"].startswith("G") or bool(stored.get("private"))


def holds_a_word(settings: Noise, texts: Iterable[str]) -> bool:
    """Does one of the texts hold one of the channel's words (or runs of words)? Case and accents do not matter."""
    wanted = [run for word in settings.words if (run := _run(word)).strip()]
    return bool(wanted) and any(run in whole for whole in map(_run, texts) for run in wanted)


def _run(text: str) -> str:
    return f" {' '.join(terms(text))} "


def load(channel: Mapping[str, Any] | None, zone: str = "UTC") -> Noise:
    """A channel's settings from its row; what is missing or unusable is as by default. `zone`: the digest's."""
    try:
        stored = json.loads((channel or {}).get("settings") or "{}").get("noise") or {}
    except (ValueError, AttributeError):
        stored = {}
    known: dict[str, Any] = {"zone": zone}
    for name, default in asdict(Noise()).items():
        value = stored.get(name)
        if isinstance(default, tuple) and isinstance(value, list):
            known[name] = tuple(str(v) for v in value)
        elif type(value) is type(default):
            known[name] = value
    made = Noise(**known)
    return made if made.broadcast in BROADCASTS and 1 <= made.min_tier <= 3 else Noise(zone=zone)


def dump(settings: Noise) -> dict[str, Any]:
    """The settings as they are kept."""
    return asdict(settings)
