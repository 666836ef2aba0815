"""The words people read: statuses, kinds, verdicts, tiers, languages, dates. Data and pure helpers.

Nothing here says that anybody lied: a status tells what later reports say about a denial.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from bot.tell.mrkdwn import clip
from store.engine import moment

#: status -> (icon, word, what it means)
STATUS: dict[str, tuple[str, str, str]] = {
    "open": ("⚪", "Open", "nothing confirmed or refuted so far"),
    "contested": ("🟠", "Contested", "another newsroom's unnamed sources say otherwise"),
    "undercut": ("🔴", "Undercut", "later evidence says that what was denied was true"),
    "partly_undercut": ("🔶", "Partly undercut", "later evidence says that part of it was true"),
    "upheld": ("🟢", "Upheld", "later evidence supports the denial"),
    "overtaken": ("🔵", "Overtaken by events", "true when it was said; things changed since"),
    "stale": ("⚫", "No news", "its time has passed without news either way"),
}
#: Statuses, the gravest first, as everywhere.
GRAVEST = ("undercut", "partly_undercut", "contested", "overtaken", "upheld", "open", "stale")
#: response kind -> what the company did, after its name
KIND: dict[str, str] = {
    "flat_denial": "denied it outright",
    "specific_denial": "denied a detail of it",
    "non_denial": "rejected the report without denying it",
    "time_bound_denial": "denied it for the time being",
    "undecided": "said nothing has been decided or announced",
    "unaware": "said it knows of no such thing",
    "no_comment": "declined to comment",
    "no_response": "had not responded",
    "confirmation": "confirmed it, at least in part",
    "third_party_denial": "denied it (not the company itself)",
}
KIND_NAME: dict[str, str] = {
    "flat_denial": "outright denial",
    "specific_denial": "denial of a detail",
    "non_denial": "rejection that denies nothing",
    "time_bound_denial": "denial for the time being",
    "undecided": "“nothing decided”",
    "unaware": "“not aware”",
    "no_comment": "no comment",
    "no_response": "no response",
    "confirmation": "confirmation",
    "third_party_denial": "denial by somebody else",
}
DENIAL_KINDS = ("flat_denial", "specific_denial", "non_denial", "time_bound_denial", "undecided", "unaware")
#: verdict -> (icon, what the report does to the denial)
VERDICT: dict[str, tuple[str, str]] = {
    "undercuts": ("🔴", "undercuts the denial"),
    "confirms": ("🟢", "supports the denial"),
    "partly_undercuts": ("🔶", "undercuts part of the denial"),
    "overtaken": ("🔵", "reports a change since the denial"),
    "no_bearing": ("▫️", "brings nothing new on the denial"),
}
#: What unnamed sources of one newsroom (tier 3 and below) do: they say otherwise, and undercut nothing by themselves.
_UNPROVEN: dict[str, tuple[str, str]] = {
    "undercuts": ("🟠", "contradicts the denial"),
    "partly_undercuts": ("🟠", "contradicts part of the denial"),
}
TIER: dict[int, str] = {
    1: "first-hand and on the record",
    2: "two or more independent newsrooms, or a named witness",
    3: "one newsroom, unnamed sources",
    4: "a repetition",
}
SOURCING: dict[str, str] = {
    "anonymous": "unnamed sources",
    "named": "a named source",
    "document": "a document",
    "official": "officials",
    "unattributed": "",
}
ROLE: dict[str, str] = {"subject": "", "counterparty": "other party", "parent": "parent", "subsidiary": "subsidiary"}
LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovene", "sr": "Serbian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
#: What a person's ruling says about a status in the place of its meaning.
SETTLED = "settled by a person here"
_ISO_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def finding(verdict: str, tier: int) -> tuple[str, str]:
    """(icon, what a report of this verdict and tier does to a denial)."""
    weighed = {**VERDICT, **_UNPROVEN} if tier >= 3 else VERDICT
    return weighed.get(verdict, VERDICT["no_bearing"])


def status_icon(status: str | None) -> str:
    """The coloured dot of a status; an unknown one is open."""
    return STATUS.get(status or "open", STATUS["open"])[0]


def status_word(status: str | None) -> str:
    """The status in words."""
    return STATUS.get(status or "open", STATUS["open"])[1]


def status_line(status: str | None) -> str:
    """The status with what it means: "Open: nothing confirmed or refuted so far"."""
    _, word, meaning = STATUS.get(status or "open", STATUS["open"])
    return f"{word}: {meaning}"


def standing(status: str | None, why: str) -> str:
    """The status with the reason on file: "Undercut by the company on the record (Quillon, 2 Mar 2026)", "Open: nothing
    published since bears on it"; what the status means where no reason is on file."""
    if not why:
        return status_line(status)
    why = _ISO_DAY.sub(lambda found: day(f"{found[0]}T00:00:00Z"), why)
    if why.startswith((status or "open").replace("_", " ")):
        return why[0].upper() + why[1:]
    return f"{status_word(status)}: {why}"


def reader(name: str | None) -> str:
    """Who read or judged something, by the name that is kept with it: "rules (offline-1)", or a model's name."""
    name = clip(name, 40)
    return f"rules ({name})" if name.startswith("offline") else name or "a rule"


def language(code: str | None) -> str:
    """The English name of a language other than English, or ""."""
    base = base_language(code)
    return "" if base in ("en", "") else LANGUAGES.get(base, base[:12])


def base_language(code: str | None) -> str:
    """"pt-BR" is "pt"; both written forms of Norwegian are one language."""
    base = (code or "en").split("-")[0].lower()
    return "no" if base in ("nb", "nn") else base


def day(when: str | datetime | None) -> str:
    """A date people read, in UTC: "30 Sep 2024"; "" where there is none."""
    if not when:
        return ""
    try:
        at = when if isinstance(when, datetime) else moment(when)
    except ValueError:
        return ""
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"


def minute(when: str | datetime | None) -> str:
    """A moment people read: "30 Sep 2024, 07:15 UTC"; "" where there is none."""
    date = day(when)
    if not date or not when:
        return ""
    at = when if isinstance(when, datetime) else moment(when)
    return f"{date}, {at:%H:%M} UTC"


def count(n: int, one: str, many: str = "") -> str:
    """ "1 denial", "2 denials"."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listed(names: list[str], limit: int = 3) -> str:
    """ "A, B and C", at most `limit` of them by name."""
    if len(names) > limit:
        return f"{', '.join(names[:limit])} and {len(names) - limit} more"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def by_status(numbers: dict[str, int]) -> str:
    """ "3 undercut, 1 upheld, 5 open", gravest first, empty ones left out."""
    words = {"overtaken": "overtaken", "stale": "without news"}
    return ", ".join(f"{numbers[s]:,} {words.get(s, status_word(s).lower())}" for s in GRAVEST if numbers.get(s))


#: What Slack calls every private channel when it tells of a command.
PRIVATE = "privategroup"


def place(channel: dict[str, Any] | None, channel_id: str) -> str:
    """How a channel (its row, where it is on file) is called to people."""
    if channel_id.startswith("D"):
        return "this direct message"
    name = (channel or {}).get("name") or channel_id
    return "a private channel" if name == PRIVATE else f"#{name}"


def company_line(companies: list[dict[str, Any]], limit: int = 120) -> str:
    """The companies a case is about, by name; the others where there is no subject."""
    subjects = [c["name"] for c in companies if c.get("role") == "subject"] or [c["name"] for c in companies]
    return listed([clip(n, limit // 2) for n in dict.fromkeys(subjects)] or ["A company"], 3)
