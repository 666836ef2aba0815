"""What a person's correction says, in the words shown everywhere: thread, "Why?", digest. Pure but for `load`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.tell import words
from bot.tell.mrkdwn import clip, quoted
from bot.tell.rich import Element, bold, text
from store.ledger import Ledger

Row = dict[str, Any]

ICON = "✋"
KIND_NAME: Mapping[str, str] = {
    "not_a_denial": "Not a denial",
    "wrong_pair": "Wrong pair",
    "not_same_matter": "Not the same matter",
    "not_independent": "Not independent",
    "settled": "Settle as …",
}


def load(ledger: Ledger, ruling: Row) -> Row:
    """A ruling with the rows it is about: `response`, `claim` and `article`, each None where it names none."""
    responses = ledger.cases.responses([ruling["response_id"]]) if ruling["response_id"] else []
    claims = ledger.cases.claims([ruling["claim_id"]]) if ruling["claim_id"] else []
    articles = ledger.wire.articles([ruling["article_id"]]) if ruling["article_id"] else []
    return {
        **ruling,
        "response": responses[0] if responses else None,
        "claim": claims[0] if claims else None,
        "article": articles[0] if articles else None,
    }


def sentence(ruling: Row, room: int = 160, *, named: bool = False) -> str:
    """What a loaded ruling says, in one sentence; with what it was undone, where it was. `named`: the answer that it is
    about stands just above."""
    said = _sentence(ruling, room, named)
    if ruling.get("undone_at"):
        return f"No longer so, a person took it back: {said}"
    return said + (f" It goes on as case {ruling['into_case']}." if ruling.get("into_case") else "")


def _sentence(ruling: Row, room: int, named: bool) -> str:
    kind, article = ruling["kind"], ruling.get("article")
    if kind == "settled":
        return f"{_answer(ruling, room, named)} is settled as “{words.status_word(ruling['status']).lower()}”."
    if ruling["article_id"]:
        report = f"The report of {clip((article or {}).get('outlet'), 80) or 'an outlet'}"
        if article:
            report += f", {words.day(article['published'])},"
        if kind == "not_independent":
            return f"{report} is not independent: it adds no evidence of its own."
        return f"{report} is about another matter: it counts neither for nor against the denial."
    if kind == "not_a_denial":
        return f"{_answer(ruling, room, named)} is no denial: it does not count any more."
    if kind == "wrong_pair":
        return f"{_answer(ruling, room, named)} does not answer the claim it was paired with."
    if claim := ruling.get("claim"):
        return f"This is another matter than the rest of the case: {clip(claim['statement'], room)}."
    return f"{_answer(ruling, room, named)} is about another matter."


def _answer(ruling: Row, room: int, named: bool) -> str:
    if named:
        return "This denial"
    answer = ruling.get("response")
    if answer is None:
        return "An answer that is not on file any more"
    said = f", {quoted(clip(answer['quote'], room))}," if answer["quote"] else f" ({words.KIND_NAME.get(answer['kind'], 'an answer')})"
    return f"The answer of {clip(answer['company'], 80)} of {words.day(answer['published'])}{said}"


def lines(ruling: Row, room: int = 160, *, named: bool = False) -> list[Element]:
    """The sentence as posted, with the reason that the person gave."""
    return [text(f"\n{ICON} "), bold("Corrected by a person here. "), text(sentence(ruling, room, named=named)), text(why(ruling, room))]


def line(ruling: Row, room: int = 160, *, named: bool = False) -> str:
    """The same in one line of plain text."""
    return f"{ICON} Corrected by a person here. {sentence(ruling, room, named=named)}{why(ruling, room)}"


def why(ruling: Row, room: int) -> str:
    """The person's reason, as told behind the sentence."""
    note = clip(ruling.get("note"), room)
    return f" Their reason: {note}" if note and not ruling.get("undone_at") else ""
