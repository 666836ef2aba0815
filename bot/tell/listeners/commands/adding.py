"""/denials add: a claim and an answer entered by hand, in one line or in a form."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from slack_sdk import WebClient

from bot.read.byhand import SILENT
from bot.tell import pages, rich, words
from bot.tell.listeners.modals import opened
from bot.tell.mrkdwn import clip, one_line, safe_url
from bot.tell.tools import Answer, ByHand, Refusal, Tools

Row = dict[str, Any]

FORM = "add_by_hand"
EXAMPLE = "/denials add Quillon | it plans to sell its foundry | “There is no truth in this” | https://harbourwire.example/quillon | 2026-03-02"
_LENGTHS = {"company": 120, "claim": 600, "answer": 1_500, "link": 1_000, "speaker": 120}
_ASKED = {"company": "the company", "claim": "what was reported", "answer": "the words of the answer", "link": "the link", "date": "the date"}
_OWN_WORDS = "Its own words, as published. Leave it empty for a “no comment” or “no response” without words."
_ISO_DAY = re.compile(r"^\d{4}-\d\d-\d\d$")


def add(rest: str, command: Row, client: WebClient, tools: Tools) -> Answer | None:
    """Open the form, or take everything from the line: company | claim | answer | link | date."""
    if tools.add_by_hand is None:
        raise Refusal("Entering by hand is not available in this process. The admin can use: walkback replay FILE")
    if not rest:
        view = form(channel=command["channel_id"], today=tools.now())
        return opened(command, view, client, tools)
    parts = [p.strip() for p in rest.split("|")]
    if len(parts) != 5:
        raise Refusal(f"Five things with | between them: company | what was reported | the answer | link | date. For example:\n{EXAMPLE}\nOr only /denials add for a form.")
    given = dict(zip(("company", "claim", "answer", "link", "date"), parts, strict=True))
    wrong = check(given, tools.now())
    if wrong:
        raise Refusal("\n".join(wrong.values()))
    return saved(entry(given, command["user_id"], command["team_id"], command["channel_id"]), tools)


def check(given: dict[str, str], now: datetime) -> dict[str, str]:
    """What is wrong with the fields, by field; empty when all is well."""
    wrong: dict[str, str] = {}
    for name, most in _LENGTHS.items():
        value = one_line(given.get(name))
        if not value and name in _ASKED and not (name == "answer" and given.get("kind") in SILENT):
            wrong[name] = f"Please give {_ASKED[name]}."
        elif len(value) > most:
            wrong[name] = f"Please keep {_ASKED.get(name, name)} under {most:,} characters; this has {len(value):,}."
    if "company" not in wrong and not any(c.isalnum() for c in given["company"]):
        wrong["company"] = "Please give the company's name; it has letters or digits."
    if "link" not in wrong and not safe_url(given["link"]):
        wrong["link"] = "The link must be a web address that begins with https:// or http://."
    day = given.get("date", "")
    try:
        said = datetime.strptime(day if _ISO_DAY.match(day) else "", "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        wrong["date"] = "The date of the answer goes like 2026-03-02."
    else:
        if said > now + timedelta(days=1):
            wrong["date"] = f"{day} is in the future; give the day on which the answer was published."
    return wrong


def entry(given: dict[str, str], user: str, team: str, channel: str) -> ByHand:
    """The checked fields as what the desk takes."""
    return ByHand(
        company=one_line(given["company"]), claim=one_line(given["claim"]), answer=one_line(given["answer"]),
        link=safe_url(given["link"]) or "", said=datetime.strptime(given["date"], "%Y-%m-%d").replace(tzinfo=UTC),
        kind=given.get("kind") or "flat_denial", speaker=one_line(given.get("speaker")), by=user, team=team, channel=channel,
    )  # fmt: skip


def saved(made: ByHand, tools: Tools) -> Answer:
    """Hand it to the desk and tell which case it became."""
    if tools.add_by_hand is None:
        raise Refusal("Entering by hand is not available in this process.")
    tools.allow_change(made.by, made.team)
    try:
        case_id = tools.add_by_hand(made)
    except ValueError as error:
        raise Refusal(str(error)) from None
    tools.wake()
    return pages.note(f"On file as case {case_id}: {clip(made.company, 80)} {words.KIND[made.kind]}.", f"Everything behind it: /denials case {case_id}")


def form(*, channel: str = "", claim: str = "", link: str = "", today: datetime | None = None, title: str = "Add by hand") -> Row:
    """The modal that asks for a claim and its answer. `channel` comes back as private metadata."""
    kinds = [{"text": rich.plain(words.KIND_NAME[k].capitalize(), 75), "value": k} for k in words.KIND_NAME]
    date: Row = {"type": "datepicker", "action_id": "date"}
    if today:
        date["initial_date"] = f"{today:%Y-%m-%d}"
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": channel,
        "title": rich.plain(title),
        "submit": rich.plain("Put on file"),
        "close": rich.plain("Cancel"),
        "blocks": [
            _field("company", "Company", {"type": "plain_text_input", "action_id": "company", "max_length": 120}),
            _field("claim", "What was reported about it?", _area("claim", 600, claim), "One sentence that it could confirm or deny."),
            _field("answer", "What did the company say?", _area("answer", 1_500), _OWN_WORDS, optional=True),
            _field("kind", "That is", {"type": "static_select", "action_id": "kind", "options": kinds, "initial_option": kinds[0]}),
            _field("speaker", "Who said it?", {"type": "plain_text_input", "action_id": "speaker", "max_length": 120}, optional=True),
            _field("link", "Where can it be read?", {"type": "url_text_input", "action_id": "link", **({"initial_value": link} if link else {})}),
            _field("date", "When was it published?", date),
        ],
    }


def _area(name: str, most: int, initial: str = "") -> Row:
    value = clip(initial, most)
    return {"type": "plain_text_input", "action_id": name, "multiline": True, "max_length": most, **({"initial_value": value} if value else {})}


def _field(name: str, label: str, element: Row, hint: str = "", *, optional: bool = False) -> Row:
    made: Row = {"type": "input", "block_id": name, "label": rich.plain(label), "element": element, "optional": optional}
    if hint:
        made["hint"] = rich.plain(hint)
    return made
