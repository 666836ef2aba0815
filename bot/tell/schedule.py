"""When a channel's weekly digest is due. Pure rules over `zoneinfo`, with the moment passed in.

Days have names: `from_crontab("0 9 * * 1")` is a Tuesday in APScheduler. The time is the channel's own, so that it
stays nine in the morning when the clocks change; in the hour that is skipped or comes twice the first moment counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from difflib import get_close_matches
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class ScheduleError(ValueError):
    """What was asked for is no time of a digest; the message says what is."""


@dataclass(frozen=True)
class Schedule:
    """`day` is one of DAYS; `hour` and `minute` are local to `zone`, an IANA name. `on` is False for "never"."""

    day: str = "mon"
    hour: int = 9
    minute: int = 0
    zone: str = "UTC"
    on: bool = True

    def words(self) -> str:
        """ "Mondays at 9:00 (Europe/Paris)" """
        if not self.on:
            return "never"
        return f"{DAY_NAMES[DAYS.index(self.day)]}s at {self.hour}:{self.minute:02d} ({self.zone})"

    def latest(self, now: datetime) -> datetime:
        """The last moment, not after `now`, at which a digest was due; UTC."""
        today = now.astimezone(ZoneInfo(self.zone)).date()
        ahead = (DAYS.index(self.day) - today.weekday()) % 7
        found = self._at(today + timedelta(days=ahead))
        return found if found <= now else self._at(today + timedelta(days=ahead - 7))

    def following(self, now: datetime) -> datetime:
        """The first moment after `now` at which a digest is due; UTC."""
        return self.before(self.latest(now), -1)

    def before(self, due: datetime, weeks: int) -> datetime:
        """The same local time `weeks` weeks before `due` (after it where negative); UTC."""
        return self._at(due.astimezone(ZoneInfo(self.zone)).date() - timedelta(weeks=weeks))

    def week(self, due: datetime) -> str:
        """The ISO week of a due moment, as the channel's calendar shows it: "2026-W10"."""
        year, week, _ = due.astimezone(ZoneInfo(self.zone)).isocalendar()
        return f"{year}-W{week:02d}"

    def of_week(self, week: str) -> datetime:
        """The due moment of an ISO week; UTC. Raises ValueError for what is no week."""
        year, _, number = week.partition("-W")
        return self._at(date.fromisocalendar(int(year), int(number), DAYS.index(self.day) + 1))

    def _at(self, day: date) -> datetime:
        return datetime.combine(day, time(self.hour, self.minute), ZoneInfo(self.zone)).astimezone(UTC)


def from_settings(stored: Any, default: Schedule) -> Schedule:
    """The schedule kept with a channel (`settings["digest"]`), or `default` where there is none or it is unusable."""
    if not isinstance(stored, dict):
        return default
    if stored.get("on") is False:
        return Schedule(default.day, default.hour, default.minute, default.zone, on=False)
    try:
        return checked(
            str(stored.get("day", default.day)), int(stored.get("hour", default.hour)), int(stored.get("minute", 0)),
            str(stored.get("zone", default.zone)),
        )  # fmt: skip
    except (ScheduleError, TypeError, ValueError):
        return default


def checked(day: str, hour: int, minute: int, zone: str) -> Schedule:
    """A schedule, or ScheduleError naming what is wrong and what would be right."""
    name = day.strip().lower()[:3]
    if name not in DAYS:
        raise ScheduleError(f"“{day[:20]}” is no day of the week: use {', '.join(DAYS)}")
    if not (0 <= hour <= 23 and 0 <= minute <= 59):
        raise ScheduleError(f"{hour}:{minute:02d} is no time of day: use 0:00 to 23:59")
    return Schedule(name, hour, minute, checked_zone(zone))


def checked_zone(zone: str) -> str:
    """The IANA name of a time zone however it was cased, or ScheduleError with the nearest names."""
    wanted = zone.strip().replace(" ", "_")
    known = {z.casefold(): z for z in available_timezones()}
    if found := known.get(wanted.casefold()):
        return found
    city = {z.rsplit("/", 1)[-1].casefold(): z for z in sorted(known.values()) if "/" in z and not z.startswith(("Etc/", "posix", "right"))}
    if found := city.get(wanted.casefold()):
        return found
    near = get_close_matches(wanted.casefold(), [*known, *city], 2, 0.6)
    hint = f"did you mean {' or '.join(known.get(n) or city[n] for n in near)}?" if near else "use a name such as Europe/Paris"
    raise ScheduleError(f"“{zone[:40]}” is no time zone I know: {hint}")


def parse(typed: Sequence[str], now_set: Schedule) -> Schedule:
    """What follows `/denials digest`: "off", "on", or a day, a time and a zone in any order and any of them left out."""
    lowered = [t.lower().strip(",") for t in typed]
    if lowered == ["off"] or lowered == ["never"]:
        return Schedule(now_set.day, now_set.hour, now_set.minute, now_set.zone, on=False)
    day, hour, minute, zone = now_set.day, now_set.hour, now_set.minute, now_set.zone
    places: list[str] = []
    afternoon: str | None = None
    for raw, word in zip(typed, lowered, strict=True):
        if word in ("on", "at"):
            continue
        if word in ("am", "pm"):
            afternoon = word
        elif word[:3] in DAYS and (word in DAYS or word.rstrip("s") in [d.lower() for d in DAY_NAMES] or len(word) <= 5):
            day = word[:3]
        elif word[0].isdigit():
            hour, minute, tail = _time(word)
            afternoon = tail or afternoon
        else:
            places.append(raw)
    if afternoon == "pm" and hour < 12:
        hour += 12
    elif afternoon == "am" and hour == 12:
        hour = 0
    if places:
        zone = "_".join(places)
    return checked(day, hour, minute, zone)


def _time(word: str) -> tuple[int, int, str]:
    """ "9", "9:30", "9.30", "9h30", "16h", "9am" """
    tail = word[-2:] if word.endswith(("am", "pm")) else ""
    digits = word.removesuffix(tail).replace(".", ":").replace("h", ":").rstrip(":")
    hour, _, minute = digits.partition(":")
    if not hour.isdigit() or (minute and not minute.isdigit()) or len(hour) > 2 or len(minute) > 2:
        raise ScheduleError(f"“{word[:20]}” is no time of day: use 9 or 16:30")
    return int(hour), int(minute or 0), tail


def zone_exists(zone: str) -> bool:
    """Is there such a time zone on this machine?"""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
