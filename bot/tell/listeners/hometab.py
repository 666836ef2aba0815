"""The Home tab, put up as things stand; tried again where that may help."""

from __future__ import annotations

import time

from slack_sdk import WebClient

from bot.tell import home, pages
from bot.tell.calls import trouble
from bot.tell.tools import MOST_SECONDS, RETRY_SECONDS, SORRY, Tools, noted


def publish(client: WebClient, tools: Tools, team: str, user: str) -> None:
    """Show a person their Home tab, an apology where it cannot be made. The same view put up twice is no harm, so what may
    be over soon is tried once more; what still fails is kept among the problems, and the next opening tries again."""
    try:
        view = home.view(tools, team, user)
    except Exception as error:
        noted(tools, "App Home", error)
        view = {"type": "home", "blocks": pages.note(SORRY)[0]}
    for last in (False, True):
        try:
            client.views_publish(user_id=user, view=view)
            return
        except Exception as error:
            found = trouble(error)
            if last or found.kind not in ("wait", "unsent", "unsure"):
                noted(tools, "App Home", error)
                return
        time.sleep(min(found.seconds or RETRY_SECONDS, MOST_SECONDS))
