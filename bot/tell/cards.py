"""What is posted: the root card of a case and the replies in its thread. Pure: a view in, (blocks, text) out.

The view is `ledger.cases.view(case_id)`. Words in quotation marks are always slices of the source; statements,
titles and reasons, which a reader or a rule wrote, never are. Foreign text goes into rich or plain text only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.tell import rich, words
from bot.tell.mrkdwn import clip, domain, quoted
from bot.tell.rich import Blocks, Element, bold, text

Row = dict[str, Any]
Message = tuple[Blocks, str]

#: How many answers the root shows; the others are in the thread.
ROOT_ANSWERS = 3
#: How many pieces of news one reply tells in full when many came at once.
REPLY_PARTS = 5
ANSWER_ICON = "💬"


def root(view: Row) -> Message:
    """The first message of a case's thread, edited in place as things change."""
    return rich.fit(lambda room: _root_blocks(view, room)), _root_text(view)


def shown_in_root(view: Row) -> list[str]:
    """Ids of the responses that the root card quotes."""
    return [r["id"] for r in _root_answers(view)]


def _root_blocks(view: Row, room: int) -> Blocks:
    parts: list[Element] = [
        rich.section(
            text(f"{words.status_icon(view['status'])} "),
            bold(_company(view)),
            text(f" · {words.status_line(view['status'])}"),
        )
    ]
    claim = first_claim(view)
    parts.append(rich.section(text("\nReported: "), text(claim_line(view, room)), text("\n"), *_claim_source(claim)))
    for answer in _root_answers(view):
        parts += answer_parts(answer, room)
    rest = len(view["responses"]) - len(_root_answers(view))
    if rest > 0:
        parts.append(rich.section(text(f"\n{words.count(rest, 'more answer')} in the thread or under “Why?”.")))
    if latest := deciding(view):
        parts.append(
            rich.section(
                text(f"\nSince then, {words.day(latest['published'])}: "),
                text(f"{_finding(view, latest)}. "),
                *rich.link(latest.get("url")),
            )
        )
    return [
        rich.rich(*parts),
        rich.context(_counts(view)),
        rich.actions(
            rich.button("Why?", "case_why", str(view["id"]), hint=f"Why is case {view['id']} {words.status_word(view['status'])}?")
        ),
    ]


def _root_text(view: Row) -> str:
    claim = first_claim(view)
    lines = [
        f"{words.status_icon(view['status'])} {_company(view)}. {words.status_line(view['status'])}.",
        f"Reported: {claim_line(view, 300)}" + (f" ({_claim_source_words(claim)})" if claim else ""),
        *(answer_text(a, 300) for a in _root_answers(view)),
    ]
    if latest := deciding(view):
        lines.append(
            f"Since then, {words.day(latest['published'])}: {_finding(view, latest)}. {domain(latest.get('url'))}".rstrip()
        )
    return rich.fallback(*lines, _counts(view))


def _root_answers(view: Row) -> list[Row]:
    """The answers worth the room: denials first, then what else was said, each group as published."""
    ordered = sorted(view["responses"], key=lambda r: (r["kind"] not in words.DENIAL_KINDS, r["published"], r["id"]))
    return ordered[:ROOT_ANSWERS]


# thread replies ------------------------------------------------------------------------------------------------


def reply(view: Row, news: Sequence[Row], articles: Mapping[str, Row] | None = None) -> Message | None:
    """One message for all the news a thread is waiting for, or None when nothing of it stands any more.

    `news`: alert rows (`event`, `article_id`, `response_id`, `body` as JSON text). `articles`: rows of articles
    that withdrawn news was about, since these are not in the view any more.
    """
    standing = [n for n in news if _stands(view, n)]
    if not standing:
        return None
    changes = status_changes(view, standing)
    others = _once(view, [n for n in standing if n["event"] != "status"])
    if not changes and not others:
        return None
    told, more = others[:REPLY_PARTS], others[REPLY_PARTS:]

    def blocks(room: int) -> Blocks:
        out: list[Element] = _change_parts(view, changes, room) if changes else []
        for item in told:
            out += _news_parts(view, item, articles or {}, room)
        if more:
            out.append(rich.section(text(f"\n{words.count(len(more), 'more report')}; all of them under “Why?” above.")))
        return [rich.rich(*out)]

    lines = [_change_text(view, changes)] if changes else []
    lines += [_news_text(view, item, articles or {}) for item in told]
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
        return _response(view, item)["quote"] in told

    return [n for n in news if not again(n)]


def _stands(view: Row, item: Row) -> bool:
    if item["event"] == "response":
        return any(r["id"] == item["response_id"] for r in view["responses"])
    if item["event"] == "bearing":
        return _bearing(view, item) is not None
    return True


def _change_parts(view: Row, changes: Sequence[tuple[Row, str, str]], room: int) -> list[Element]:
    """Broadcast, these lines stand alone in the channel: claim and denial must be there."""
    out: list[Element] = []
    for number, (denial, old, new) in enumerate(changes):
        lead = f"{chr(10) if number else ''}{words.status_icon(new)} "
        meaning = f" ({words.STATUS.get(new, words.STATUS['open'])[2]})"
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
    return out


def _change_text(view: Row, changes: Sequence[tuple[Row, str, str]]) -> str:
    lines = [
        f"{words.status_icon(new)} {clip(denial['company'], 80)}: {words.status_word(old)} → {words.status_word(new)} "
        f"({words.STATUS.get(new, words.STATUS['open'])[2]}). Then: {answer_text(denial, 150)}."
        for denial, old, new in changes
    ]
    return "\n".join([*lines, f"Reported: {claim_line(view, 200)}"])


def _news_parts(view: Row, item: Row, articles: Mapping[str, Row], room: int) -> list[Element]:
    if item["event"] == "response":
        return answer_parts(_response(view, item), room, icon=True)
    if item["event"] == "bearing":
        return bearing_parts(view, _bearing(view, item) or {}, room)
    if item["event"] == "withdrawn":
        what, why = _withdrawn(item, articles)
        return [rich.section(text("\n↩️ "), bold("Correction. "), text(what), text(why), *rich.link(_article(item, articles).get("url")))]
    return []


def _news_text(view: Row, item: Row, articles: Mapping[str, Row]) -> str:
    if item["event"] == "response":
        return answer_text(_response(view, item), 300)
    if item["event"] == "bearing":
        return bearing_text(view, _bearing(view, item) or {})
    if item["event"] == "withdrawn":
        return f"↩️ Correction. {''.join(_withdrawn(item, articles))}"
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


# an answer, a bearing, a claim ---------------------------------------------------------------------------------


def answer_parts(answer: Row, room: int, *, icon: bool = False) -> list[Element]:
    """Who said what kind of thing, the words, and where they stand."""
    lead = [text("\n"), *([text(f"{ANSWER_ICON} ")] if icon else [])]
    out = [rich.section(*lead, bold(clip(answer["company"], 80)), text(f" {words.KIND.get(answer['kind'], 'answered')}:"))]
    out.append(rich.quote(text(quoted(clip(answer["quote"], room)))))
    out.append(rich.section(*_answer_source(answer)))
    return out


def answer_text(answer: Row, room: int) -> str:
    """The same in one line."""
    return (
        f"{clip(answer['company'], 80)} {words.KIND.get(answer['kind'], 'answered')}: {quoted(clip(answer['quote'], room))} "
        f"({', '.join(_answer_source_words(answer))})"
    )


def _answer_source_words(answer: Row) -> list[str]:
    """Speaker (or the outlet whose words they are), outlet, language, date, domain."""
    speaker = clip(answer.get("speaker"), 100)
    if not answer.get("direct"):
        speaker = f"{speaker}, in the outlet's words" if speaker else "in the outlet's words"
    lang = words.language(answer.get("lang"))
    host = domain(answer.get("url"))
    found = [speaker, clip(answer.get("outlet"), 80), f"in {lang}" if lang else "", words.day(answer["published"]), host]
    return [f for f in found if f]


def _answer_source(answer: Row) -> list[Element]:
    named = _answer_source_words(answer)
    links = rich.link(answer.get("url"))
    if links:
        named = named[:-1]
    return [text("— " + " · ".join(named) + (" · " if links else "")), *links]


def bearing_parts(view: Row, bearing: Row, room: int) -> list[Element]:
    """What a later report does to a denial: verdict, its words, where they stand, how strong it is, the reason."""
    icon = words.VERDICT.get(bearing["verdict"], words.VERDICT["no_bearing"])[0]
    out = [rich.section(text(f"\n{icon} "), bold(_finding(view, bearing)), text(f"{_of_denial(view, bearing)}:"))]
    if span := clip(bearing.get("span"), room):
        out.append(rich.quote(text(quoted(span))))
    lang = words.language(bearing.get("lang"))
    where = [f"in {lang}" if lang else "", words.day(bearing["published"])]
    links = rich.link(bearing.get("url"))
    line = "— " + " · ".join(w for w in where if w) + (" · " if links else "")
    out.append(rich.section(text(line), *links))
    tail = f"Evidence: {words.TIER.get(bearing['tier'], words.TIER[4])}."
    if why := clip(bearing.get("why"), min(room, 300)):
        tail += f"\nOur reading: {why}"
    out.append(rich.section(text(tail, italic=True)))
    return out


def bearing_text(view: Row, bearing: Row) -> str:
    """The same in one paragraph."""
    icon = words.VERDICT.get(bearing["verdict"], words.VERDICT["no_bearing"])[0]
    lang = words.language(bearing.get("lang"))
    where = [f"in {lang}" if lang else "", words.day(bearing["published"]), domain(bearing.get("url"))]
    span = clip(bearing.get("span"), 300)
    why = clip(bearing.get("why"), 300)
    return (
        f"{icon} {_finding(view, bearing)}{_of_denial(view, bearing)}"
        f"{': ' + quoted(span) if span else ''} ({', '.join(w for w in where if w)}). "
        f"Evidence: {words.TIER.get(bearing['tier'], words.TIER[4])}.{' Our reading: ' + why if why else ''}"
    )


def _finding(view: Row, bearing: Row) -> str:
    """ "Northgate Ledger undercuts the denial"; where the company itself speaks: "Quillon now undercuts its own denial"."""
    does = words.VERDICT.get(bearing["verdict"], words.VERDICT["no_bearing"])[1]
    outlet = clip(bearing.get("outlet"), 80) or "A report"
    denial = _denial_of(view, bearing)
    if denial and outlet.casefold() == clip(denial["company"], 80).casefold():
        return f"{outlet} itself now {does.replace('the denial', 'its own denial')}"
    return f"{outlet} {does}"


def _of_denial(view: Row, bearing: Row) -> str:
    denial = _denial_of(view, bearing)
    if denial is None:
        return ""
    company, outlet = clip(denial["company"], 80), clip(bearing.get("outlet"), 80)
    by = "" if company.casefold() == outlet.casefold() else f" by {company}"
    return f" of {words.day(denial['published'])}{by}"


def _denial_of(view: Row, bearing: Row) -> Row | None:
    return next((r for r in view["responses"] if r["id"] == bearing["response_id"]), None)


def first_claim(view: Row) -> Row | None:
    """The claim a case is keyed on: the earliest one that somebody answered, else the earliest."""
    answered = {c for r in view["responses"] for c in r.get("claims") or ()}
    claims = view["claims"]
    return next((c for c in claims if c["id"] in answered), claims[0] if claims else None)


def claim_line(view: Row, room: int) -> str:
    """What was reported, in one line; the case's title where only the answer is on file."""
    claim = first_claim(view)
    return clip(claim["statement"] if claim else view.get("title"), room) or "a report that is not on file"


def deciding(view: Row) -> Row | None:
    """The latest report of the strongest kind that tells something about a denial of the case."""
    agree = {
        "undercut": ("undercuts",), "partly_undercut": ("partly_undercuts", "undercuts"), "upheld": ("confirms",),
        "contested": ("undercuts", "partly_undercuts"), "overtaken": ("overtaken",),
    }.get(view["status"], ())  # fmt: skip
    found = [b for b in view["bearings"] if b["verdict"] in agree]
    return min(reversed(found), key=lambda b: b["tier"], default=None)


def later_reports(view: Row) -> int:
    """How many later articles tell something about a denial of the case."""
    return len({b["article_id"] for b in view["bearings"] if b["verdict"] != "no_bearing"})


def claim_source(claim: Row) -> list[Element]:
    """Who first reported a claim, on what sources, and where it was read."""
    return _claim_source(claim)


def _claim_source(claim: Row | None) -> list[Element]:
    if claim is None:
        return [text("— the report itself is not on file")]
    links = rich.link(claim.get("url"))
    return [text(f"— {_claim_source_words(claim, host=not links)}{' · ' if links else ''}"), *links]


def _claim_source_words(claim: Row | None, *, host: bool = True) -> str:
    if claim is None:
        return "the report itself is not on file"
    origin, outlet = clip(claim.get("origin"), 80), clip(claim.get("outlet"), 80)
    sources = words.SOURCING.get(claim.get("sourcing") or "", "")
    n = claim.get("source_count")
    if n and claim.get("sourcing") in ("anonymous", "named"):
        sources = f"{n} {'unnamed' if claim['sourcing'] == 'anonymous' else 'named'} source{'' if n == 1 else 's'}"
    first = f"{origin or outlet}{', citing ' + sources if sources else ''}"
    where = f"read in {outlet}" if outlet and origin and outlet.casefold() != origin.casefold() else ""
    lang = words.language(claim.get("lang"))
    found = [first, where, f"in {lang}" if lang else "", words.day(claim["published"]), domain(claim.get("url")) if host else ""]
    return " · ".join(f for f in found if f)


def _counts(view: Row) -> str:
    later = later_reports(view)
    return " · ".join(
        part
        for part in (
            words.count(later, "later report") if later else "No later report yet",
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
        ),
        None,
    )


def _body(item: Row) -> Row:
    body = item.get("body") or {}
    loaded = json.loads(body) if isinstance(body, str) else body
    return loaded if isinstance(loaded, dict) else {}
