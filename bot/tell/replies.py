"""The replies in the thread of a case, short enough for a phone: what changed, one quote, where it stands. What lies
behind it is on the card and under "Why?". Pure: a view and alert rows in, (blocks, text) out.

The view is `ledger.cases.view(case_id, team)`. Words in quotation marks are always slices of the source.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.tell import cards, corrected, rich, words
from bot.tell.mrkdwn import clip, quoted
from bot.tell.parts import answer_parts, answer_text, claim_line, meaning, news_parts, news_text, settled
from bot.tell.rich import Blocks, Element, bold, text

Row = dict[str, Any]
Message = tuple[Blocks, str]

#: How many pieces of news one reply tells when many came at once.
PARTS = 5
#: How long a quote and the claim may be, in characters.
QUOTE, CLAIM = 240, 140


@dataclass(frozen=True)
class Given:
    """Rows that news is about and that the view does not hold (any more)."""

    articles: Mapping[str, Row]
    rulings: Mapping[int, Row]


@dataclass(frozen=True)
class Change:
    """Denials of one company that went from one status to another. `told`: a report in the same message says why."""

    denials: list[Row]
    old: str
    new: str
    told: bool = False


@dataclass(frozen=True)
class Piece:
    """One piece of news, for the denials `refs`. `led`: the message begins with the change that it made. `named`: the
    denial it is about stands just above."""

    item: Row
    refs: list[str]
    led: bool = False
    named: bool = False


def reply(
    view: Row,
    news: Sequence[Row],
    articles: Mapping[str, Row] | None = None,
    rulings: Mapping[int, Row] | None = None,
    *,
    alone: bool = False,
    wide: bool = False,
) -> Message | None:
    """One message for all the news a thread is waiting for, or None when nothing of it stands any more.

    `news`: alert rows (`event`, `article_id`, `response_id`, `body` as JSON text). `articles`: rows of articles
    that withdrawn news was about, since these are not in the view any more. `rulings`: what news of corrections
    names, as `corrected.load` gives it. `alone`: it stands in the channel, not below its card. `wide`: it stands there,
    too. Either must be understood without the card, and has its "Why?".
    """
    given = Given(articles or {}, rulings or {})
    standing = [n for n in news if _stands(view, n, given)]
    changed = status_changes(view, standing)
    pieces = _same_finding(view, _once(view, [n for n in standing if n["event"] != "status"]))
    if not changed and not pieces:
        return None
    told, more = pieces[:PARTS], pieces[PARTS:]
    changes = _alike(changed, {r for p in told if p.item["event"] == "bearing" for r in p.refs})
    told = [_below(piece, changes) for piece in told]

    def blocks(room: int) -> Blocks:
        room = min(room, QUOTE)
        out: list[Element] = [rich.section(bold(words.company_line(view["companies"])), text(f" · case {view['id']}"))] if alone else []
        for number, change in enumerate(changes):
            out += _change_parts(view, change, room, first=number == 0)
        for piece in told:
            out += _piece_parts(view, piece, given, room)
        if more:
            out.append(rich.section(text(f"\n{words.count(len(more), 'more report')}; all of them under “Why?” above.")))
        if alone or wide:
            out.append(rich.section(text(f"\nReported: {claim_line(view, min(room, CLAIM))}")))
        return [rich.rich(*out), *([rich.actions(cards.why_button(view))] if alone or wide else [])]

    lines = [f"{words.company_line(view['companies'])} · case {view['id']}"] if alone else []
    lines += [_change_text(view, change) for change in changes]
    lines += [_piece_text(view, piece, given) for piece in told]
    if more:
        lines.append(f"{words.count(len(more), 'more report')}.")
    if alone or wide:
        lines.append(f"Reported: {claim_line(view, CLAIM)}")
    return rich.fit(blocks), rich.fallback(*lines)


def status_changes(view: Row, news: Iterable[Row]) -> list[tuple[Row, str, str]]:
    """(denial, old status, present status) for each denial whose status changed and did not change back."""
    first: dict[str, str] = {}
    for item in news:
        if item["event"] == "status":
            first.setdefault(item["response_id"], str(_body(item).get("old") or "open"))
    denials = [r for r in view["responses"] if r["id"] in first]
    return [(r, first[r["id"]], r["status"] or "open") for r in denials if first[r["id"]] != (r["status"] or "open")]


def ruling_of(item: Row) -> int:
    """The id of the ruling that an alert row tells of; 0 for others."""
    return int(_body(item).get("ruling") or 0)


# what is told, and what that makes superfluous -------------------------------------------------------------------


def _stands(view: Row, item: Row, given: Given) -> bool:
    if item["event"] == "response":
        return any(r["id"] == item["response_id"] for r in view["responses"])
    if item["event"] == "bearing":
        return _bearing(view, item) is not None
    if item["event"] == "ruling":
        ruling = given.rulings.get(ruling_of(item))
        return ruling is not None and bool(ruling["undone_at"]) == bool(_body(item).get("undone"))
    return True


def _once(view: Row, news: list[Row]) -> list[Row]:
    """Without answers that are told anyway as what their article says about a denial: the same words, or what a company
    confirms in the paper in which it takes its own denial back."""
    found = [b for b in (_bearing(view, n) for n in news if n["event"] == "bearing") if b]

    def again(item: Row) -> bool:
        if item["event"] != "response":
            return False
        answer = _response(view, item)
        held = [b for b in found if b["article_id"] == item["article_id"]]
        own = answer["kind"] == "confirmation" and any(b["outlet"].casefold() == answer["company"].casefold() for b in held)
        return own or (bool(answer["quote"]) and any(b["span"] == answer["quote"] for b in held))

    return [n for n in news if not again(n)]


def _same_finding(view: Row, news: Sequence[Row]) -> list[Piece]:
    """The news, with what one article says of several denials in the same words told once."""
    first: dict[tuple[str, ...], Piece] = {}
    out: list[Piece] = []
    for item in news:
        found = _bearing(view, item) if item["event"] == "bearing" else None
        key = (found["article_id"], found["verdict"], found["span"]) if found else ()
        if key and key in first:
            first[key].refs.append(item["response_id"])
            continue
        piece = Piece(item, [item["response_id"]])
        if key:
            first[key] = piece
        out.append(piece)
    return out


def _alike(changes: Sequence[tuple[Row, str, str]], told: set[str]) -> list[Change]:
    """Changes of one company from one status to another as one. `told`: the denials of which a report is told."""
    groups: dict[tuple[Any, str, str], list[Row]] = {}
    for denial, old, new in changes:
        groups.setdefault((denial.get("company_id") or denial["company"], old, new), []).append(denial)
    return [Change(denials, old, new, any(d["id"] in told for d in denials)) for (_, old, new), denials in groups.items()]


def _below(piece: Piece, changes: Sequence[Change]) -> Piece:
    """The piece as it stands below the changes."""
    changed = {d["id"] for change in changes for d in change.denials}
    named = len(changes) == 1 and not changes[0].told and changed.issuperset(piece.refs)
    return Piece(piece.item, piece.refs, led=bool(changed.intersection(piece.refs)), named=named)


# how it is told --------------------------------------------------------------------------------------------------


def _change_parts(view: Row, change: Change, room: int, *, first: bool) -> list[Element]:
    """What became of a denial; with its words where no report below tells of it."""
    denial, more = change.denials[0], len(change.denials) - 1
    lead = f"{'' if first else chr(10)}{words.status_icon(change.new)} "
    why = _why(view, change)
    out = [
        rich.section(
            text(lead), bold(clip(denial["company"], 80)), text(f": {words.status_word(change.old)} → "),
            bold(words.status_word(change.new)), *([text(why)] if why else []),
        )
    ]  # fmt: skip
    if change.told:
        return out
    kind = words.KIND.get(denial["kind"], "answered")
    out.append(rich.section(text(f"On {words.day(denial['published'])} "), bold(clip(denial["company"], 80)), text(f" {kind}:")))
    out.append(rich.quote(text(quoted(clip(denial["quote"], room)))))
    if more:
        out.append(rich.section(text(f"and {words.count(more, 'more denial')} of the same, see “Why?”.")))
    return out


def _change_text(view: Row, change: Change) -> str:
    denial, more = change.denials[0], len(change.denials) - 1
    lead = f"{words.status_icon(change.new)} {clip(denial['company'], 80)}: {words.status_word(change.old)} → {words.status_word(change.new)}"
    lead += f"{_why(view, change)}."
    if change.told:
        return lead
    others = f", and {words.count(more, 'more denial')} of the same" if more else ""
    return f"{lead} Then: {answer_text(denial, QUOTE)}{others}."


def _why(view: Row, change: Change) -> str:
    """What the status means, where no report below says it; and that a person settled it, where one did."""
    if change.denials[0]["id"] in settled(view):
        return f" ({words.SETTLED})"
    return "" if change.told else f" ({meaning(view, change.new)})"


def _piece_parts(view: Row, piece: Piece, given: Given, room: int) -> list[Element]:
    item = piece.item
    if item["event"] == "response":
        return answer_parts(_response(view, item), room, icon=True)
    if item["event"] == "bearing":
        return news_parts(view, _bearing(view, item) or {}, room, len(piece.refs) - 1, led=piece.led)
    if item["event"] == "withdrawn":
        what, why = _withdrawn(item, given.articles)
        return [rich.section(text("\n↩️ "), bold("Correction. "), text(what), text(why), *rich.link(_article(item, given.articles).get("url")))]
    return [rich.section(*corrected.lines(given.rulings[ruling_of(item)], min(room, 160), named=piece.named))]


def _piece_text(view: Row, piece: Piece, given: Given) -> str:
    item = piece.item
    if item["event"] == "response":
        return answer_text(_response(view, item), QUOTE)
    if item["event"] == "bearing":
        return news_text(view, _bearing(view, item) or {}, QUOTE, len(piece.refs) - 1, led=piece.led)
    if item["event"] == "withdrawn":
        return f"↩️ Correction. {''.join(_withdrawn(item, given.articles))}"
    return corrected.line(given.rulings[ruling_of(item)], named=piece.named)


def _withdrawn(item: Row, articles: Mapping[str, Row]) -> tuple[str, str]:
    article, body = _article(item, articles), _body(item)
    where = clip(article.get("outlet"), 80) or "an article"
    if title := clip(article.get("title"), 120):
        where += f", {title},"
    old = words.VERDICT.get(str(body.get("old")), ("", "is news here"))[1]
    return (
        f"I said here that {where} {old}. I take that back: it was withdrawn. ",
        "The card above shows how things stand now. ",
    )


# small things ----------------------------------------------------------------------------------------------------


def _article(item: Row, articles: Mapping[str, Row]) -> Row:
    return articles.get(item.get("article_id") or "", {})


def _response(view: Row, item: Row) -> Row:
    return next(r for r in view["responses"] if r["id"] == item["response_id"])


def _bearing(view: Row, item: Row) -> Row | None:
    about = (item["article_id"], item["response_id"])
    held = (b for b in view["bearings"] if (b["article_id"], b["response_id"]) == about)
    return next((b for b in held if b["verdict"] != "no_bearing" and not b.get("struck")), None)


def _body(item: Row) -> Row:
    body = item.get("body") or {}
    loaded = json.loads(body) if isinstance(body, str) else body
    return loaded if isinstance(loaded, dict) else {}
