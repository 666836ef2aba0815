"""What every listener needs, in one frozen object, and how a listener answers when something goes wrong."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from slack_sdk import WebClient

from bot.settings import Settings
from bot.tell import letters, pages
from bot.tell.rich import Blocks
from store.ledger import Ledger

log = logging.getLogger(__name__)

Answer = tuple[Blocks, str]
#: Seconds before an answer is tried again, and the most that Slack may ask for: the person waits.
RETRY_SECONDS, MOST_SECONDS = 0.5, 3.0
#: Said when something of ours broke; what it was stands among the problems.
SORRY = "Sorry, that went wrong on my side. It is noted for the admin; please try again in a minute."


class Refusal(Exception):
    """What was asked cannot be done; the message says, kindly, what to do instead. Shown to the person as it is."""


@dataclass(frozen=True)
class ByHand:
    """A claim and an answer that a person entered. `said`: when the answer was published, UTC."""

    company: str
    claim: str
    answer: str
    link: str
    said: datetime
    kind: str = "flat_denial"
    speaker: str = ""
    by: str = ""
    team: str = ""
    channel: str = ""


@dataclass(frozen=True)
class Ruling:
    """A person's correction. `kind`: not_a_denial, wrong_pair (about `response`), not_same_matter (about `claim`, `response`, or the
    report `article` held against `response`), not_independent (such a report), settled (`response`, as `status`).
    `note`: why, in the person's words."""

    kind: str
    case: int
    team: str
    by: str
    response: str = ""
    claim: str = ""
    article: str = ""
    status: str = ""
    note: str = ""


class Corrects(Protocol):
    """Keeps rulings and makes everything follow from them. The desk's part."""

    def rule(self, ruling: Ruling) -> int:
        """The ruling's id; ValueError with one clear line for one that cannot be."""
        ...

    def undo(self, ruling_id: int, by: str, team: str) -> bool:
        """False when it was not in force."""
        ...


#: Puts a hand-written pair on file and returns its case; raises ValueError with one clear line. The desk's part.
AddByHand = Callable[[ByHand], int]


@dataclass(frozen=True)
class Tools:
    """`wake` tells the poster that there is something to send; `now` is aware, in UTC."""

    ledger: Ledger
    settings: Settings
    wake: Callable[[], object]
    now: Callable[[], datetime]
    add_by_hand: AddByHand | None = None
    corrections: Corrects | None = None

    def first(self, key: str | None) -> bool:
        """Is this delivery seen for the first time? Slack and Bolt may deliver one twice. Without a key: yes."""
        return not key or self.ledger.outbox.once(key, self.now())

    def may_manage(self, user: str, team: str) -> bool:
        """Admins are those named in settings and the installer; where nobody is known, everybody is, unless only admins
        may change things."""
        named = self._admins(team)
        return user in named or not (named or self.settings.admins_only)

    def _admins(self, team: str) -> set[str]:
        installed = self.ledger.outbox.installation(team) or {}
        return {*self.settings.admins, installed.get("installer") or ""} - {""}

    def allow_change(self, user: str, team: str) -> None:
        """Raises Refusal where only admins may change things, and this person is none."""
        if self.settings.admins_only and not self._admins(team):
            raise Refusal(
                "Here only admins change things, and nobody is named as one: whoever runs me puts user ids into WALKBACK_ADMINS. "
                "Looking things up is for everybody: /denials COMPANY"
            )
        if self.settings.admins_only and not self.may_manage(user, team):
            raise Refusal("Here only admins change things: ask whoever installed me. Looking things up is for everybody: /denials COMPANY")

    def runs_it(self, team: str) -> bool:
        """Is it this team's people who run the bot? Problems of the whole installation are for them alone."""
        return letters.operator(self.ledger, self.settings) in ("", team)


def answered(
    tools: Tools, what: str, work: Callable[[], Answer | None], reply: Callable[..., Any], otherwise: Callable[[Answer], Any] | None = None
) -> None:
    """Run `work` and give its answer to the person alone. Never silence, never a stack trace.

    `what` names the thing for the log and the list of problems; `reply` is Bolt's respond(), which is tried twice;
    `otherwise` gives the answer another way where both tries fail (see `another_way`).
    """
    try:
        answer = work()
    except Refusal as refusal:
        answer = pages.note(*str(refusal).split("\n"))
    except Exception as error:
        log.exception("%s", what, extra={"event": "listener failed", "listener": what})
        noted(tools, what, error)
        answer = pages.note(SORRY)
    if answer is None:
        return
    if _replied(reply, answer, what) or otherwise is None:
        return
    try:
        otherwise(answer)
    except Exception as error:
        log.exception("answering %s", what, extra={"event": "answer failed", "listener": what})
        noted(tools, what, error)


def _replied(reply: Callable[..., Any], answer: Answer, what: str) -> bool:
    """Give an answer by its response_url; where that fails, once more."""
    blocks, text = answer
    for last in (False, True):
        wait = RETRY_SECONDS
        try:
            got = reply(text=text, blocks=blocks, response_type="ephemeral", replace_original=False, unfurl_links=False, unfurl_media=False)
            status = getattr(got, "status_code", 200)
            if status < 400:
                return True
            log.warning("answering %s: HTTP %s", what, status, extra={"event": "answer failed", "listener": what, "status": status})
            told = {k.lower(): v for k, v in (got.headers or {}).items()}.get("retry-after", "")
            wait = min(float(told), MOST_SECONDS) if str(told).isdigit() else wait
        except Exception:
            log.exception("answering %s", what, extra={"event": "answer failed", "listener": what})
        if not last:
            time.sleep(wait)
    return False


def another_way(client: WebClient, channel: str, user: str) -> Callable[[Answer], Any]:
    """Gives an answer to a person without a response_url: for their eyes in the channel, else as a direct message."""

    def give(answer: Answer) -> None:
        blocks, text = answer
        try:
            client.chat_postEphemeral(channel=channel, user=user, text=text, blocks=blocks)
        except Exception:  # not a member there, or Slack said no
            client.chat_postMessage(channel=user, text=text, blocks=blocks, unfurl_links=False, unfurl_media=False)

    return give


def noted(tools: Tools, what: str, error: Exception) -> None:
    """Keep an error of ours where an admin sees it."""
    tools.ledger.wire.note("tell", what, f"{type(error).__name__}: {error}", tools.now())


def name_of(client: WebClient, channel: str) -> tuple[str, bool]:
    """A channel's name, "" where Slack does not tell, and whether it is private."""
    try:
        found = client.conversations_info(channel=channel)["channel"]
    except Exception:
        return "", False
    return str(found.get("name") or ""), bool(found.get("is_private"))


def standing(client: WebClient, channel: str) -> str:
    """ "in" or "out" for a channel, "direct" for a conversation with people, "" where we may not ask."""
    if channel.startswith("D"):
        return "direct"
    try:
        found = client.conversations_info(channel=channel).get("channel") or {}
    except Exception as error:
        response = getattr(error, "response", None)
        return "out" if response is not None and response.get("error") == "channel_not_found" else ""
    if found.get("is_im") or found.get("is_mpim"):
        return "direct"
    return "in" if found.get("is_member") else "out"
