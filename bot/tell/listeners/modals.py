"""What was filled into a modal, and how the result of slow work gets into it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from slack_sdk import WebClient

from bot.tell import pages
from bot.tell.calls import trouble
from bot.tell.tools import Answer, Refusal, Tools, answered, noted

Row = dict[str, Any]

#: Seconds between tries to show a result in a modal that Slack may not have put up yet.
PAUSES = (0.1, 0.2, 0.4, 0.8, 1.6)


def values(view: Row) -> dict[str, str]:
    """What was filled in, by block id."""
    out: dict[str, str] = {}
    for block, fields in view["state"]["values"].items():
        for field in fields.values():
            chosen = field.get("selected_option") or {}
            out[block] = field.get("value") or field.get("selected_date") or chosen.get("value") or ""
    return out


def open_view(
    body: Row, view: Row, client: WebClient, tools: Tools, respond: Callable[..., Any] | None = None
) -> None:
    """Open a modal, on top of the one that was pressed in where there is one.

    A trigger lives three seconds, and modals stand three deep: when it is over, or no more go on top, the new one takes
    the place of the one that was pressed in. Where there is none, or it was closed, the person is told: by `respond`,
    else in a direct message.
    """
    below = body.get("view") or {}
    on_top = below.get("type") == "modal"
    try:
        (client.views_push if on_top else client.views_open)(trigger_id=body["trigger_id"], view=view)
        return
    except Exception as error:
        name = trouble(error).name
        if name not in (*_LATE, _FULL):
            noted(tools, "opening a modal", error)
    if on_top and name in (*_LATE, _FULL) and _took_place(client, below["id"], view):
        return
    line = LATE if name in _LATE else SORRY
    if respond is not None:
        answered(tools, "opening a modal", lambda: pages.note(line), respond)
        return
    try:
        client.chat_postMessage(channel=(body.get("user") or {}).get("id") or body["user_id"], text=line)
    except Exception as error:
        noted(tools, "opening a modal", error)


def _took_place(client: WebClient, view_id: str, view: Row) -> bool:
    try:
        client.views_update(view_id=view_id, view=view)
    except Exception:  # closed meanwhile
        return False
    return True


def opened(command: Row, view: Row, client: WebClient, tools: Tools) -> Answer | None:
    """Open a modal for a command; what to say where that failed."""
    told: list[Answer] = []
    open_view(command, view, client, tools, lambda **answer: told.append((answer["blocks"], answer["text"])))
    return told[0] if told else None


#: What Slack says of a trigger that is over or spent, and of a pile of modals that takes no more.
_LATE = ("expired_trigger_id", "exchanged_trigger_id", "trigger_expired", "invalid_trigger_id")
_FULL = "push_limit_reached"
#: Said when a window could not be opened.
LATE = "Slack gave me three seconds to open a window, and I was late. Please press or type that once more."
SORRY = "Sorry, that window could not be opened. It is noted for the admin; please try again in a minute."


def show(client: WebClient, name: str, title: str, work: Callable[[], Answer], tools: Tools) -> None:
    """Run `work` and put its answer into the modal with the external id `name`, which the acknowledgement asked for.

    The two travel apart: the modal may not be known to Slack yet, or be closed already. What was done stays done.
    """
    try:
        blocks, _ = work()
    except Refusal as refusal:
        blocks, _ = pages.note(*str(refusal).split("\n"))
    except Exception as error:
        noted(tools, title, error)
        blocks, _ = pages.note("Sorry, that went wrong on my side. It is noted for the admin.")
    for pause in PAUSES:
        try:
            client.views_update(external_id=name, view=pages.modal(title, blocks))
            return
        except Exception as error:
            if trouble(error).name != "not_found":
                noted(tools, f"{title}: showing the result", error)
                return
        time.sleep(pause)  # not known yet, or closed by the person: then what was done stays done
