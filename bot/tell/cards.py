"""What is posted: the root card of a case and the replies in its thread. Pure: a view in, (blocks, text) out.

The view is `ledger.cases.view(case_id)`. Words in quotation marks are always slices of the source; statements,
titles and reasons, which a reader or a rule wrote, never are. Foreign text goes into rich or plain text only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.tell import corrected, rich, words
from bot.tell.mrkdwn import clip, domain, quoted
from bot.tell.parts import (
    answer_parts,
    answer_text,
    bearing_parts,
    bearing_text,
    claim_line,
    claim_source,
    claim_source_words,
    finding,
    first_claim,
    meaning,
    settled,
    status_line,
)  # fmt: skip
from bot.tell.rich import Blocks, Element, bold, text

Row = dict[str, Any]
Message = tuple[Blocks, str]

#: What a card says once its last answer was taken out of the case.
VOID_LINE = f"{corrected.ICON} Taken back: a person here said that what this card showed does not belong together."
#: The same, once a person said that what was read as its denial is none.
NO_DENIAL_LINE = f"{corrected.ICON} Taken back: a person here said that what this card showed as a denial is none."
#: How many answers the root shows; the others are in the thread.
ROOT_ANSWERS = 3
#: How many pieces of news one reply tells in full when many came at once.
REPLY_PARTS = 5


@dataclass(frozen=True)
class Given:
    """Rows that news is about and that the view does not hold (any more)."""

    articles: Mapping[str, Row]
    rulings: Mapping[int, Row]


def root(view: Row) -> Message:
    """The first message of a case's thread, edited in place as things change."""
    return rich.fit(lambda room: _root_blocks(view, room)), _root_text(view)


def shown_in_root(view: Row) -> list[str]:
    """Ids of the responses that the root card quotes."""
    return [r["id"] for r in root_answers(view)]


def _root_blocks(view: Row, room: int) -> Blocks:
    if is_void(view):
        return [rich.rich(rich.section(text(void_line(view)))), rich.context(_void_context(view)), rich.actions(_why_button(view))]
    parts: list[Element] = [
        rich.section(
            text(f"{words.status_icon(view['status'])} "),
            bold(_company(view)),
            text(f" · {status_line(view)}"),
        )
    ]
    claim = first_claim(view)
    parts.append(rich.section(text("\nReported: "), text(claim_line(view, room)), text("\n"), *claim_source(claim)))
    for answer in root_answers(view):
        parts += answer_parts(answer, room)
    rest = len(view["responses"]) - len(root_answers(view))
    if rest > 0:
        parts.append(rich.section(text(f"\n{words.count(rest, 'more answer')} in the thread or under “Why?”.")))
    if latest := deciding(view):
        parts.append(
            rich.section(
                text(f"\nSince then, {words.day(latest['published'])}: "),
                text(f"{finding(view, latest)}. "),
                *rich.link(latest.get("url")),
            )
        )
    return [
        rich.rich(*parts),
        rich.context(_counts(view)),
        rich.actions(_why_button(view), menu(view["id"])),
    ]


def _why_button(view: Row) -> Element:
    return rich.button("Why?", "case_why", str(view["id"]), hint=f"Why is case {view['id']} {words.status_word(view['status'])}?")


def menu(case_id: int) -> Element:
    """What is rarely wanted with a case, out of the way."""
    choices = {"none": "Not a denial …", "correct": "Something else is wrong …", "snooze": "Quiet for 7 days here", "mute": "Mute this case here"}
    return rich.overflow("case_menu", {f"{what}|{case_id}": label for what, label in choices.items()})


def is_void(view: Row) -> bool:
    """Is nothing left of what the card showed, after what people of this team corrected?"""
    denials = any(r["kind"] in words.DENIAL_KINDS for r in view["responses"])
    return not view["responses"] or bool(view.get("no_denials") and not denials)


def void_line(view: Row) -> str:
    """What stands in the place of the status of a void case."""
    return NO_DENIAL_LINE if view.get("no_denials") else VOID_LINE


def _void_context(view: Row) -> str:
    moved = sorted({m["case_id"] for m in view.get("moved") or ()})
    now = f" It is now {words.listed([f'case {n}' for n in moved])}." if moved else ""
    return f"case {view['id']}.{now}"


def _root_text(view: Row) -> str:
    if is_void(view):
        return rich.fallback(void_line(view), _void_context(view))
    claim = first_claim(view)
    lines = [
        f"{words.status_icon(view['status'])} {_company(view)}. {status_line(view)}.",
        f"Reported: {claim_line(view, 300)}" + (f" ({claim_source_words(claim)})" if claim else ""),
        *(answer_text(a, 300) for a in root_answers(view)),
    ]
    if latest := deciding(view):
        lines.append(
            f"Since then, {words.day(latest['published'])}: {finding(view, latest)}. {domain(latest.get('url'))}".rstrip()
        )
    return rich.fallback(*lines, _counts(view))


def root_answers(view: Row) -> list[Row]:
    """The answers worth the room: denials first, then what else was said, each group as published."""
    ordered = sorted(view["responses"], key=lambda r: (r["kind"] not in words.DENIAL_KINDS, r["published"], r["id"]))
    return ordered[:ROOT_ANSWERS]


# thread replies ------------------------------------------------------------------------------------------------


def reply(
    view: Row,
    news: Sequence[Row],
    articles: Mapping[str, Row] | None = None,
    rulings: Mapping[int, Row] | None = None,
    *,
    alone: bool = False,
) -> Message | None:
    """One message for all the news a thread is waiting for, or None when nothing of it stands any more.

    `news`: alert rows (`event`, `article_id`, `response_id`, `body` as JSON text). `articles`: rows of articles
    that withdrawn news was about, since these are not in the view any more. `rulings`: what news of corrections
    names, as `corrected.load` gives it. `alone`: it stands in the channel, not below its card.
    """
    given = Given(articles or {}, rulings or {})
    standing = [n for n in news if _stands(view, n, given)]
    if not standing:
        return None
    changes = status_changes(view, standing)
    others = _once(view, [n for n in standing if n["event"] != "status"])
    if not changes and not others:
        return None
    one_change = len(_alike(changes)) == 1  # then "the denial" can only be the one that this message begins with
    changed = {denial["id"] for denial, _, _ in changes} if one_change else set()
    grouped = [(item, len(refs) - 1, changed.issuperset(refs)) for item, refs in _same_finding(view, others)]
    told, more = grouped[:REPLY_PARTS], grouped[REPLY_PARTS:]

    def blocks(room: int) -> Blocks:
        out: list[Element] = [rich.section(bold(_company(view)), text(f" · case {view['id']}"))] if alone else []
        if changes:
            out += _change_parts(view, changes, room)
        elif alone:
            out.append(rich.section(text("Reported: "), text(claim_line(view, min(room, 200)))))
        for item, also, named in told:
            out += _news_parts(view, item, given, room, also, named)
        if more:
            out.append(rich.section(text(f"\n{words.count(len(more), 'more report')}; all of them under “Why?” above.")))
        return [rich.rich(*out)]

    lines = [f"{_company(view)} · case {view['id']}"] if alone else []
    if changes:
        lines.append(_change_text(view, changes))
    elif alone:
        lines.append(f"Reported: {claim_line(view, 200)}")
    lines += [_news_text(view, item, given, also, named) for item, also, named in told]
    if more:
        lines.append(f"{words.count(len(more), 'more report')}.")
    return rich.fit(blocks), rich.fallback(*lines)


def status_changes(view: Row, news: Iterable[Row]) -> list[tuple[Row, str, str]]:
    """(denial, old status, present status) for each denial whose status changed and did not change back."""
    first: dict[str, str] = {}
    for item in news:
        if item["event"] == "status":
            first.setdefault(item["response_id"], str(_body(item).get("old") or "open"))
    denials = [r for r in view["responses"] if r["id"] in first]
    return [(r, first[r["id"]], r["status"] or "open") for r in denials if first[r["id"]] != (r["status"] or "open")]


def _once(view: Row, news: list[Row]) -> list[Row]:
    """Without answers whose words are told anyway as what an article says about a denial (a company's own admission)."""
    spans = {(b["article_id"], (_bearing(view, b) or {}).get("span")) for b in news if b["event"] == "bearing"}
    told = {span for _, span in spans}
    articles = {article for article, _ in spans}

    def again(item: Row) -> bool:
        if item["event"] != "response" or item["article_id"] not in articles:
            return False
        quote = _response(view, item)["quote"]
        return bool(quote) and quote in told

    return [n for n in news if not again(n)]


def _same_finding(view: Row, news: Sequence[Row]) -> list[tuple[Row, list[str]]]:
    """The news, with what one article says of several denials in the same words told once, and the ids of those."""
    first: dict[tuple[str, ...], int] = {}
    out: list[tuple[Row, list[str]]] = []
    for item in news:
        found = _bearing(view, item) if item["event"] == "bearing" else None
        key = (found["article_id"], found["verdict"], found["span"]) if found else ()
        if key and key in first:
            out[first[key]][1].append(item["response_id"])
            continue
        if key:
            first[key] = len(out)
        out.append((item, [item["response_id"]]))
    return out


def _alike(changes: Sequence[tuple[Row, str, str]]) -> list[tuple[Row, str, str, int]]:
    """Changes of one company from one status to another as one, told by its first denial, with how many more it is."""
    groups: dict[tuple[Any, str, str], list[Row]] = {}
    for denial, old, new in changes:
        groups.setdefault((denial.get("company_id") or denial["company"], old, new), []).append(denial)
    return [(denials[0], old, new, len(denials) - 1) for (_, old, new), denials in groups.items()]


def _stands(view: Row, item: Row, given: Given) -> bool:
    if item["event"] == "response":
        return any(r["id"] == item["response_id"] for r in view["responses"])
    if item["event"] == "bearing":
        return _bearing(view, item) is not None
    if item["event"] == "ruling":
        ruling = given.rulings.get(ruling_of(item))
        return ruling is not None and bool(ruling["undone_at"]) == bool(_body(item).get("undone"))
    return True


def _change_parts(view: Row, changes: Sequence[tuple[Row, str, str]], room: int) -> list[Element]:
    """Broadcast, these lines stand alone in the channel: claim and denial must be there."""
    out: list[Element] = []
    for number, (denial, old, new, more) in enumerate(_alike(changes)):
        lead = f"{chr(10) if number else ''}{words.status_icon(new)} "
        meaning = f" ({_meaning(view, denial, new)})"
        out.append(
            rich.section(
                text(lead), bold(clip(denial["company"], 80)), text(f": {words.status_word(old)} → "),
                bold(words.status_word(new)), text(meaning),
            )
        )  # fmt: skip
        if number == 0:
            out.append(rich.section(text("Reported: "), text(claim_line(view, min(room, 200)))))
        out.append(
            rich.section(
                text(f"On {words.day(denial['published'])} "), bold(clip(denial["company"], 80)),
                text(f" {words.KIND.get(denial['kind'], 'answered')}:"),
            )
        )  # fmt: skip
        out.append(rich.quote(text(quoted(clip(denial["quote"], min(room, 200))))))
        if more:
            out.append(rich.section(text(f"and {words.count(more, 'more denial')} of the same, see “Why?”.")))
    return out


def _change_text(view: Row, changes: Sequence[tuple[Row, str, str]]) -> str:
    lines = [
        f"{words.status_icon(new)} {clip(denial['company'], 80)}: {words.status_word(old)} → {words.status_word(new)} "
        f"({_meaning(view, denial, new)}). Then: {answer_text(denial, 150)}"
        f"{', and ' + words.count(more, 'more denial') + ' of the same' if more else ''}."
        for denial, old, new, more in _alike(changes)
    ]
    return "\n".join([*lines, f"Reported: {claim_line(view, 200)}"])


def _meaning(view: Row, denial: Row, status: str) -> str:
    return words.SETTLED if denial["id"] in settled(view) else meaning(view, status)


def _news_parts(view: Row, item: Row, given: Given, room: int, also: int, named: bool) -> list[Element]:
    if item["event"] == "response":
        return answer_parts(_response(view, item), room, icon=True)
    if item["event"] == "bearing":
        return bearing_parts(view, _bearing(view, item) or {}, room, also, named=named)
    if item["event"] == "withdrawn":
        what, why = _withdrawn(item, given.articles)
        return [rich.section(text("\n↩️ "), bold("Correction. "), text(what), text(why), *rich.link(_article(item, given.articles).get("url")))]
    if item["event"] == "ruling":
        return [rich.section(*corrected.lines(given.rulings[ruling_of(item)], min(room, 160), named=named))]
    return []


def _news_text(view: Row, item: Row, given: Given, also: int, named: bool) -> str:
    if item["event"] == "response":
        return answer_text(_response(view, item), 300)
    if item["event"] == "bearing":
        return bearing_text(view, _bearing(view, item) or {}, also, named=named)
    if item["event"] == "withdrawn":
        return f"↩️ Correction. {''.join(_withdrawn(item, given.articles))}"
    if item["event"] == "ruling":
        return corrected.line(given.rulings[ruling_of(item)], named=named)
    return ""


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


def _article(item: Row, articles: Mapping[str, Row]) -> Row:
    return articles.get(item.get("article_id") or "", {})


# what the case comes to --------------------------------------------------------------------------------


def deciding(view: Row) -> Row | None:
    """The latest report of the strongest kind that tells something about a denial of the case."""
    agree = {
        "undercut": ("undercuts",), "partly_undercut": ("partly_undercuts", "undercuts"), "upheld": ("confirms",),
        "contested": ("undercuts", "partly_undercuts"), "overtaken": ("overtaken",),
    }.get(view["status"], ())  # fmt: skip
    found = [b for b in view["bearings"] if b["verdict"] in agree and not b.get("struck")]
    return min(reversed(found), key=lambda b: b["tier"], default=None)


def later_reports(view: Row) -> int:
    """How many later articles tell something about a denial of the case."""
    return len({b["article_id"] for b in view["bearings"] if b["verdict"] != "no_bearing" and not b.get("struck")})


def _counts(view: Row) -> str:
    later, ruled = later_reports(view), len(view.get("rulings") or ())
    return " · ".join(
        part
        for part in (
            words.count(later, "later report") if later else "No later report yet",
            f"{corrected.ICON} {words.count(ruled, 'correction')} by people here" if ruled else "",
            f"first seen {words.day(view.get('first_seen'))}" if view.get("first_seen") else "",
            f"case {view['id']}",
        )
        if part
    )


def _company(view: Row) -> str:
    return words.company_line(view["companies"])


def _response(view: Row, item: Row) -> Row:
    return next(r for r in view["responses"] if r["id"] == item["response_id"])


def _bearing(view: Row, item: Row) -> Row | None:
    return next(
        (
            b
            for b in view["bearings"]
            if b["article_id"] == item["article_id"] and b["response_id"] == item["response_id"] and b["verdict"] != "no_bearing"
            and not b.get("struck")
        ),
        None,
    )


def ruling_of(item: Row) -> int:
    """The id of the ruling that an alert row tells of; 0 for others."""
    return int(_body(item).get("ruling") or 0)


def _body(item: Row) -> Row:
    body = item.get("body") or {}
    loaded = json.loads(body) if isinstance(body, str) else body
    return loaded if isinstance(loaded, dict) else {}
