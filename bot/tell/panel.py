"""The form in which a channel says what it wants to hear. Pure: settings in, a modal out, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import available_timezones

from bot.tell import rich, words
from bot.tell.mrkdwn import clip
from bot.tell.noise import BROADCASTS, Noise
from bot.tell.schedule import DAY_NAMES, DAYS, Schedule, ScheduleError, checked
from store.outbox import ALL_COMPANIES

Row = dict[str, Any]

FORM = "channel_settings"
#: How many companies the form shows; Slack takes 100 options, people lose count before.
MOST_COMPANIES = 100
_TIERS = {"1": "Only what is first-hand and on the record", "2": "Two newsrooms or a named witness, and stronger", "3": "One newsroom with unnamed sources, and stronger"}
_WIDE = {"never": "Never: replies stay in the thread", "status": "When a denial's status changes", "always": "Always"}
_NEVER = "never"


@dataclass(frozen=True)
class Filled:
    """What was chosen: ids of companies (`ALL_COMPANIES` among them: every one), and the settings."""

    companies: tuple[int, ...]
    subsidiaries: bool
    noise: Noise
    digest: Schedule


def form(place: str, about: Row, noise: Noise, digest: Schedule, subscriptions: Sequence[Row]) -> Row:
    """The modal. `place`: how the channel is called; `about`: {team, channel, name}, which comes back with it."""
    followed = [_option(str(s["company_id"]), s["company"] or ALL) for s in subscriptions][:MOST_COMPANIES]
    strict = subscriptions and all(json.loads(s["settings"] or "{}").get("subsidiaries") is False for s in subscriptions)
    languages = {code: name for code, name in sorted(words.LANGUAGES.items(), key=lambda i: i[1])}
    spoken = [code for code in noise.languages if code in languages]
    on = {k for k, yes in (("subsidiaries", not strict), ("threads", noise.threads), ("new_denials", noise.new_denials)) if yes}
    checks = {
        "subsidiaries": "Count subsidiaries in",
        "threads": "Keep news of a case in its thread",
        "new_denials": "Tell of new denials at once (else in the digest)",
    }
    companies = {"type": "multi_external_select", "action_id": "companies", "min_query_length": 1, "placeholder": rich.plain("Begin to type a name, or all")}
    blocks = [
        rich.rich(rich.section(rich.text("What "), rich.bold(clip(place, 80)), rich.text(" hears. What is held back stands in the digest and on the cards."))),
        _input("companies", "Companies", {**companies, **({"initial_options": followed} if followed else {})}, optional=True),
        _input("checks", "And", _checks("checks", checks, on), optional=True),
        _input("words", "Words to listen for, whoever they are about", _text("words", ", ".join(noise.words), "battery recall, 召回"), optional=True),
        _input("min_tier", "Evidence that is told at once", _select("min_tier", _TIERS, str(noise.min_tier))),
        _input("broadcast", "The whole channel sees a reply", _select("broadcast", _WIDE, noise.broadcast)),
        _input("quiet_from", "Quiet from", _time("quiet_from", noise.quiet_from, noise.quiet_from != noise.quiet_to), optional=True),
        _input("quiet_to", "Quiet until", _time("quiet_to", noise.quiet_to, noise.quiet_from != noise.quiet_to), optional=True),
        _input("languages", "Languages of sources (none chosen: all)", _languages(languages, spoken), optional=True),
        _input("day", "Weekly digest", _select("day", {**dict(zip(DAYS, (f"{d}s" for d in DAY_NAMES), strict=True)), _NEVER: "Never"}, digest.day if digest.on else _NEVER)),
        _input("at", "At", _time("at", digest.hour * 60 + digest.minute, True)),
        _input("zone", "Time zone of this channel", {"type": "external_select", "action_id": "zone", "min_query_length": 2, "initial_option": _option(digest.zone, digest.zone),
                                                      "placeholder": rich.plain("Begin to type a city")}),
    ]  # fmt: skip
    return {
        "type": "modal", "callback_id": FORM, "private_metadata": json.dumps(about), "title": rich.plain("What is heard here", 24),
        "submit": rich.plain("Save"), "close": rich.plain("Cancel"), "blocks": blocks,
    }  # fmt: skip


#: How "every company" is called in the form.
ALL = "Every company"


def read(state: Mapping[str, Any], before: Noise) -> tuple[Filled | None, dict[str, str]]:
    """What was filled in (`view["state"]["values"]`), or what is wrong with it, by block id."""
    wrong: dict[str, str] = {}
    got = {block: next(iter(fields.values())) for block, fields in state.items() if fields}
    many = {b: tuple(o["value"] for o in got.get(b, {}).get("selected_options") or ()) for b in ("companies", "checks", "languages")}
    one = {b: (got.get(b, {}).get("selected_option") or {}).get("value") or "" for b in ("min_tier", "broadcast", "day", "zone")}
    times = {b: got.get(b, {}).get("selected_time") or "" for b in ("quiet_from", "quiet_to", "at")}
    if bool(times["quiet_from"]) != bool(times["quiet_to"]):
        wrong["quiet_to" if times["quiet_from"] else "quiet_from"] = "Quiet hours need a beginning and an end; leave both empty for none."
    listened = tuple(dict.fromkeys(w for w in (clip(part, 60) for part in (got.get("words", {}).get("value") or "").split(",")) if w))
    if len(listened) > 20:
        wrong["words"] = f"Please keep it to 20; this has {len(listened)}."
    for each in listened:
        if not any(c.isalnum() for c in each):
            wrong["words"] = f"“{each}” holds no word."
    try:
        hour, minute = _minutes(times["at"] or "09:00")
        day = one["day"] if one["day"] in DAYS else "mon"
        digest = checked(day, hour, minute, one["zone"] or "UTC")
    except ScheduleError as error:
        wrong["zone"] = str(error)[:150]
    if wrong:
        return None, wrong
    quiet = [h * 60 + m for h, m in (_minutes(times["quiet_from"] or "00:00"), _minutes(times["quiet_to"] or "00:00"))]
    noise = Noise(
        min_tier=int(one["min_tier"] or 3), broadcast=one["broadcast"] if one["broadcast"] in BROADCASTS else "status",
        threads="threads" in many["checks"], new_denials="new_denials" in many["checks"], quiet_from=quiet[0], quiet_to=quiet[1],
        zone=digest.zone, languages=many["languages"], words=listened, paused_until=before.paused_until,
    )  # fmt: skip
    companies = tuple(int(c) for c in many["companies"] if c.isdigit())
    if ALL_COMPANIES in companies:
        companies = (ALL_COMPANIES,)
    schedule = Schedule(digest.day, digest.hour, digest.minute, digest.zone, on=one["day"] != _NEVER)
    return Filled(companies, "subsidiaries" in many["checks"], noise, schedule), {}


def zones(typed: str, limit: int = 20) -> list[Row]:
    """Time zones for what was typed of a city or region."""
    wanted = typed.strip().casefold().replace(" ", "_")
    found = [z for z in sorted(available_timezones()) if wanted in z.casefold() and not z.startswith(("Etc/", "posix/", "right/", "SystemV/"))]
    found.sort(key=lambda z: (not z.rsplit("/", 1)[-1].casefold().startswith(wanted), "/" not in z, z))
    return [_option(z, z) for z in found[:limit]]


def companies(names: Sequence[Row], typed: str) -> list[Row]:
    """Companies {id, name} as options; "all" offers every company."""
    every = [_option(str(ALL_COMPANIES), ALL)] if typed.strip().casefold() in ("all", "every", "every company", "*") else []
    return [*every, *(_option(str(n["id"]), n["name"]) for n in names)]


def _minutes(value: str) -> tuple[int, int]:
    hour, _, minute = value.partition(":")
    return int(hour), int(minute)


def _option(value: str, label: str) -> Row:
    return {"text": rich.plain(label, 75), "value": value}


def _input(block: str, label: str, element: Row, *, optional: bool = False) -> Row:
    return {"type": "input", "block_id": block, "label": rich.plain(label), "element": element, "optional": optional}


def _select(name: str, choices: Mapping[str, str], chosen: str) -> Row:
    options = [_option(value, label) for value, label in choices.items()]
    return {"type": "static_select", "action_id": name, "options": options, "initial_option": next((o for o in options if o["value"] == chosen), options[0])}


def _checks(name: str, choices: Mapping[str, str], on: set[str]) -> Row:
    options = [_option(value, label) for value, label in choices.items()]
    ticked = [o for o in options if o["value"] in on]
    return {"type": "checkboxes", "action_id": name, "options": options, **({"initial_options": ticked} if ticked else {})}


def _languages(choices: Mapping[str, str], chosen: Sequence[str]) -> Row:
    made: Row = {"type": "multi_static_select", "action_id": "languages", "options": [_option(code, name) for code, name in choices.items()], "placeholder": rich.plain("All")}
    if chosen:
        made["initial_options"] = [_option(code, choices[code]) for code in chosen]
    return made


def _text(name: str, value: str, hint: str) -> Row:
    return {"type": "plain_text_input", "action_id": name, "max_length": 500, "placeholder": rich.plain(hint), **({"initial_value": value} if value else {})}


def _time(name: str, minutes: int, known: bool) -> Row:
    return {"type": "timepicker", "action_id": name, **({"initial_time": f"{minutes // 60:02d}:{minutes % 60:02d}"} if known else {})}
