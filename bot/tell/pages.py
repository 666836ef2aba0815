"""What is shown on request: the chain behind a case, a company's record, lists of cases, help. Pure renderers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot import records
from bot.tell import cards, corrected, rich, words
from bot.tell import parts as pieces
from bot.tell.mrkdwn import clip, quoted
from bot.tell.rich import Block, Blocks, Element, bold, text

Row = dict[str, Any]
Message = tuple[Blocks, str]

_USER = re.compile(r"[UW][A-Z0-9]{2,}")
#: How many claims, answers and reports a page spells out; the rest is counted.
MOST = 8
CASES_A_PAGE = 8


def chain(view: Row, room: int, *, menus: bool = False) -> Blocks:
    """Everything on file about a case: each claim, each answer to it, each report held against it.

    `menus`: each with buttons for correcting it.
    """
    blocks: Blocks = [
        rich.rich(
            rich.section(
                text(f"{words.status_icon(view['status'])} "),
                bold(words.company_line(view["companies"])),
                text(f" · {cards.void_line(view) if cards.is_void(view) else pieces.status_line(view)}"),
            ),
            rich.section(text(_parties(view))),
        )
    ]
    for claim in view["claims"][:MOST]:
        parts = [rich.section(bold("Reported "), text(words.day(claim["published"]) + ": "), text(clip(claim["statement"], room)))]
        if span := clip(claim.get("span"), room):
            parts.append(rich.quote(text(quoted(span))))
        parts.append(rich.section(*pieces.claim_source(claim)))
        if claim.get("hedged"):
            parts.append(rich.section(text("The report itself hedges.", italic=True)))
        parts.append(rich.section(text(_reader(claim), italic=True)))
        blocks.append(rich.rich(*parts))
        if menus and len(view["claims"]) > 1:
            blocks.append(_correct(view, "not_same_matter", claim=claim["id"]))
    blocks += _rest(len(view["claims"]), "claim")
    told: set[tuple[str, ...]] = set()
    for answer in view["responses"][:MOST]:
        blocks += _answer(view, answer, room, menus, told)
    blocks += _rest(len(view["responses"]), "answer")
    if gone := view.get("no_denials"):
        blocks.append(rich.context(f"{corrected.ICON} {words.count(len(gone), 'answer')} left out: a person here said “not a denial”."))
    if not view["responses"]:
        blocks.append(rich.context("No answer is left in this case."))
    elif not any(b["verdict"] != "no_bearing" for b in view["bearings"]):
        blocks.append(rich.context("No later report says anything about it so far. Silence is not a confirmation."))
    return blocks


def _answer(view: Row, answer: Row, room: int, menus: bool, told: set[tuple[str, ...]]) -> Blocks:
    """An answer with the reports held against it. `told`: the findings that were shown in full, which grow by these."""
    parts = pieces.answer_parts(answer, room, icon=True)
    denial = answer["kind"] in words.DENIAL_KINDS
    why = clip(answer.get("status_why"), 200).rstrip(".")
    standing = f"{words.status_icon(answer['status'])} {words.standing(answer['status'], why)}. " if denial else ""
    by = f"Entered by hand by {answer['entered_by']}. " if answer.get("entered_by") else ""
    parts.append(rich.section(text(f"{standing}{by}{_reader(answer)}", italic=True)))
    blocks: Blocks = [rich.rich(*parts)]
    if menus:
        kinds = ("not_a_denial", "wrong_pair", "not_same_matter", "settled") if denial else ("wrong_pair", "not_same_matter")
        blocks.append(_correct(view, *kinds, response=answer["id"]))
    held = [b for b in view["bearings"] if b["response_id"] == answer["id"]]
    telling = [b for b in held if b["verdict"] != "no_bearing"]
    for bearing in telling[:MOST]:
        finding = (bearing["article_id"], bearing["verdict"], bearing["span"])
        again = finding in told
        told.add(finding)
        blocks.append(rich.rich(*_report(view, bearing, min(room, 400), again)))
        if menus and not bearing.get("struck"):
            blocks.append(_correct(view, "not_same_matter", "not_independent", response=answer["id"], article=bearing["article_id"]))
    more = words.count(len(telling) - MOST, "more report") + ". " if len(telling) > MOST else ""
    if nothing := len(held) - len(telling):
        more += f"{words.count(nothing, 'more article')} on the matter: nothing new."
    return [*blocks, rich.context(more)] if more else blocks


def _report(view: Row, bearing: Row, room: int, again: bool) -> list[Element]:
    """A report held against an answer; one line where its words stand above already (`again`)."""
    if again:
        parts = pieces.bearing_again(view, bearing)
        return [*parts, *_struck(bearing)]
    parts = pieces.bearing_parts(view, bearing, room)
    sure = f"{round(100 * float(bearing.get('confidence') or 0))} %"
    origin = f"Origin: {clip(bearing['origin'], 80)}. " if bearing.get("origin") else ""
    by = words.reader(bearing["judge"])
    parts.append(rich.section(text(f"{origin}Tier {bearing['tier']}, judged by {by}, {sure} sure.", italic=True)))
    return [*parts, *_struck(bearing)]


def _struck(bearing: Row) -> list[Element]:
    if not (struck := bearing.get("struck")):
        return []
    name = corrected.KIND_NAME[struck].lower()
    return [rich.section(text(f"{corrected.ICON} Does not count: a person here said “{name}”."))]


def _correct(view: Row, *kinds: str, response: str = "", claim: str = "", article: str = "") -> Block:
    """Buttons for correcting the piece above them; the one that is pressed comes back as kind|case|response|claim|article."""
    about = "this report" if article else "this answer" if response else "this claim"
    buttons = (
        rich.button(
            corrected.KIND_NAME[kind], f"rule_{kind}", f"{kind}|{view['id']}|{response}|{claim}|{article}", hint=f"{corrected.KIND_NAME[kind]}: {about}"
        )
        for kind in kinds
    )
    return rich.actions(*buttons)


def _reader(row: Row) -> str:
    return f"Read by {words.reader(row['reader'])}." if row.get("reader") else ""


def _rest(n: int, one: str) -> Blocks:
    return [rich.context(f"{words.count(n - MOST, 'more ' + one)} on file.")] if n > MOST else []


def _parties(view: Row) -> str:
    named = [f"{clip(c['name'], 60)} ({words.ROLE[c['role']]})" for c in view["companies"] if words.ROLE.get(c["role"])]
    seen = f"First published {words.minute(view.get('first_published'))}, first seen {words.minute(view.get('first_seen'))}."
    return f"{'With ' + words.listed(named, 5) + '. ' if named else ''}{seen if view.get('first_published') else ''}"


def why_modal(view: Row, rulings: Sequence[Row] = ()) -> Row:
    """The modal behind "Why?": the chain, each piece with buttons for correcting it, and the corrections in force
    (`rulings`, as `corrected.load` gives them)."""
    own = _corrections(rulings)
    return modal(f"Why? Case {view['id']}", rich.fit(lambda room: [*own, *chain(view, room, menus=True)], rich.fits_modal))


def _corrections(rulings: Sequence[Row]) -> Blocks:
    blocks: Blocks = []
    for ruling in rulings[-MOST:]:
        who: Element = {"type": "user", "user_id": ruling["by"]} if _USER.fullmatch(ruling["by"]) else text(clip(ruling["by"], 60) or "somebody")
        lead = [text(f"{corrected.ICON} "), bold("Corrected"), text(f" {words.day(ruling['at'])} by "), who, text(": ")]
        blocks.append(rich.rich(rich.section(*lead, text(corrected.sentence(ruling)), text(corrected.why(ruling, 300)))))
        blocks.append(rich.actions(rich.button("Undo", "ruling_undo", str(ruling["id"]), hint="Undo this correction")))
    return [*blocks, rich.DIVIDER] if blocks else []


def case_page(view: Row) -> Message:
    """The answer to `/denials case N`, with the choice of showing it to the channel."""
    share = rich.button("Share in channel", "case_share", str(view["id"]), hint=f"Post case {view['id']} in this channel")
    buttons = rich.actions(share, cards.menu(view["id"]))
    return rich.fit(lambda room: [*chain(view, room), buttons]), cards.root(view)[1]


def modal(title: str, blocks: Blocks) -> Row:
    """A modal to be read and closed."""
    return {"type": "modal", "title": rich.plain(title, 24), "close": rich.plain("Close"), "blocks": blocks[: rich.MAX_VIEW_BLOCKS]}


def for_modal(blocks: Blocks) -> Blocks:
    """An answer as it may stand in a modal: without the buttons that are about the channel they are in."""
    out: Blocks = []
    for block in blocks:
        if block["type"] == "actions":
            kept = [_without_channel(e) for e in block["elements"] if e["action_id"] not in ("case_share", "record_share")]
            out += [{**block, "elements": kept}] if kept else []
        else:
            out.append(block)
    return out


def _without_channel(element: Element) -> Element:
    """What a card's menu leaves to do away from a channel is to correct it, under "Why?"."""
    if element["action_id"] != "case_menu":
        return element
    case_id = element["options"][0]["value"].partition("|")[2]
    return rich.button("Something is wrong …", "case_why", case_id, hint=f"Correct something in case {case_id}")


# records and lists ---------------------------------------------------------------------------------------------


def record_words(record: Row) -> str:
    """ "12 denials in 9 cases: 3 undercut, 9 open. Median time until one was undercut: 43 days." """
    if not record["denials"]:
        cases = record["cases"]
        return f"No denial on file{', though named in ' + words.count(cases, 'case') if cases else ''}."
    line = f"{words.count(record['denials'], 'denial')} in {words.count(record['cases'], 'case')}: {words.by_status(record['by_status'])}."
    days = record.get("median_days_to_reversal")
    if days is not None:
        undercut = sum(record["by_status"].get(s, 0) for s in ("undercut", "partly_undercut"))
        line += f" {'That took' if undercut == 1 else 'Median time until one was undercut:'} {words.count(max(1, round(days)), 'day')}."
    return line


def case_line(case: Row, room: int = 200) -> str:
    """One case in one line."""
    return (
        f"{words.status_icon(case['status'])} {words.status_word(case['status'])} · {words.company_line(case['companies'])}: "
        f"{clip(case.get('title'), room) or 'untitled'} · {words.count(case.get('denials', 0), 'denial')} · "
        f"{words.day(case['updated'])} · case {case['id']}"
    )


def case_list(cases: Sequence[Row], room: int = 200) -> Blocks:
    """Cases, each with a button that opens it."""
    return [
        {
            "type": "section",
            "text": rich.plain(case_line(case, room)),
            "accessory": rich.button("Open", "case_open", str(case["id"]), hint=f"Open case {case['id']}"),
        }
        for case in cases
    ]


def record_page(
    name: str,
    record: Row,
    cases: Sequence[Row],
    *,
    more: str = "",
    label: str = "",
    share: str = "",
    fold: tuple[str, str] | None = None,
    notes: Sequence[str] = (),
) -> Message:
    """The answer to `/denials COMPANY`: the record, then a page of cases.

    `label` and `more`: words and value of the button for the next page; `share`: value of the one that posts it;
    `fold`: value and words of the one that counts subsidiaries in or out.
    """

    if held := records.held_words(record):
        notes = [f"\n{held}", *notes]

    def blocks(room: int) -> Blocks:
        out: Blocks = [
            rich.rich(rich.section(bold(clip(name, 100)), text(f"  {record_words(record)}")), *(rich.section(text(n)) for n in notes))
        ]
        out += case_list(cases, min(room, 200))
        buttons = [rich.button(label or "More cases", "record_more", more)] if more else []
        if fold:
            buttons.append(rich.button(fold[1], "record_fold", fold[0]))
        if share:
            buttons.append(rich.button("Share in channel", "record_share", share, hint="Post this record in this channel"))
        return [*out, rich.actions(*buttons)] if buttons else out

    lines = [f"{clip(name, 100)}: {record_words(record)}", *notes, *(case_line(c, 120) for c in cases)]
    return rich.fit(blocks), rich.fallback(*lines)


def listing(title: str, cases: Sequence[Row], empty: str) -> Message:
    """A titled list of cases."""
    if not cases:
        return note(empty)

    def blocks(room: int) -> Blocks:
        return [rich.rich(rich.section(bold(title))), *case_list(cases, min(room, 200))]

    return rich.fit(blocks), rich.fallback(title, *(case_line(c, 120) for c in cases))


def burst(views: Sequence[Row]) -> Message:
    """Many new cases in one message, each with the words of its answers and where they stand."""
    rows = [{**v, "denials": sum(r["kind"] in words.DENIAL_KINDS for r in v["responses"])} for v in views]
    lead = f"{words.count(len(rows), 'new case')} came in at once. Each gets a thread of its own with its next news:"

    def blocks(room: int) -> Blocks:
        out: Blocks = [rich.rich(rich.section(bold(lead)))]
        for row in rows:
            out += case_list([row], min(room, 200))
            out.append(rich.rich(*(part for answer in cards.root_answers(row) for part in pieces.answer_parts(answer, min(room, 120)))))
        return out

    return rich.fit(blocks), rich.fallback(lead, *(f"{case_line(r, 100)} · {pieces.answer_text(cards.root_answers(r)[0], 80)}" for r in rows))


def burst_fits(views: Sequence[Row]) -> bool:
    """Do all of these cases fit into one list?"""
    return str(burst(views)[0][-1]["type"]) == "rich_text"  # else something was left out, and a note says so


def found(query: str, hits: Sequence[Row]) -> Message:
    """Search results: rows {case_id, what ('claim' | 'answer' | 'article'), words, verbatim, outlet, published, url, lang}."""

    def blocks(room: int) -> Blocks:
        out: Blocks = [rich.rich(rich.section(text("Found for "), bold(clip(query, 100)), text(":")))]
        for hit in hits:
            line = clip(hit["words"], min(room, 220))
            source = [text(" — " + " · ".join(w for w in (clip(hit["outlet"], 60), words.language(hit["lang"]), words.day(hit["published"])) if w) + " · ")]
            block: Block = rich.rich(
                rich.section(text(f"{_WHAT[hit['what']]}: "), text(quoted(line) if hit["verbatim"] else line), *source, *rich.link(hit["url"]))
            )
            out.append(block)
            if hit.get("case_id"):
                out.append(rich.actions(rich.button(f"Open case {hit['case_id']}", "case_open", str(hit["case_id"]))))
        return out

    lines = [
        f"{_WHAT[h['what']]}: {quoted(clip(h['words'], 150)) if h['verbatim'] else clip(h['words'], 150)} "
        f"({clip(h['outlet'], 60)}, {words.day(h['published'])}{', case ' + str(h['case_id']) if h.get('case_id') else ''})"
        for h in hits
    ]
    return rich.fit(blocks), rich.fallback(f"Found for {clip(query, 100)}:", *lines)


_WHAT: Mapping[str, str] = {"claim": "Reported", "response": "Answer", "article": "Article"}


def note(*lines: str) -> Message:
    """A short answer of our own words (names in it are shown literally)."""
    return [rich.rich(*(rich.section(text(("\n" if i else "") + clip(line, 600))) for i, line in enumerate(lines) if line))], rich.fallback(*lines)


def bulleted(lead: str, lines: Sequence[str]) -> Message:
    """A line, and a list below it (names in it are shown literally)."""
    listed = rich.bullets([[text(clip(line, 300))] for line in lines])
    return [rich.rich(rich.section(text(lead)), listed)], rich.fallback(lead, *lines)


HELP: Sequence[tuple[str, str]] = (
    ("/denials COMPANY", "its record and open cases"),
    ("/denials case 12", "everything behind one case"),
    ("/denials search WORDS", "claims and answers that hold these words, in any language"),
    ("/denials recent", "what moved last"),
    ("/denials subscribe COMPANY", "tell this channel about it (all: about everything)"),
    ("/denials unsubscribe COMPANY", "stop that (all: stop everything)"),
    ("/denials digest mon 9 Europe/Paris", "when the weekly digest comes (off: never)"),
    ("/denials settings", "how much this channel hears: evidence, threads, quiet hours, languages, words"),
    ("/denials mute 12", "no more news of a case here (mute 12 7d: for a week; unmute 12: news again)"),
    ("/denials pause 7d", "nothing is posted here for a week (resume: again)"),
    ("/denials add", "put a claim and an answer on file by hand"),
    ("/denials feeds", "which feeds are watched, and how they do"),
)


def help_page(*lead: str) -> Message:
    """What can be typed; `lead` goes first."""
    parts = [rich.section(text(line)) for line in lead]
    items: list[list[Element]] = [[{"type": "text", "text": typed, "style": {"code": True}}, text(f"  {does}")] for typed, does in HELP]
    parts.append(rich.section(text(("\n" if lead else "") + "What you can type:")))
    parts.append(rich.bullets(items))
    parts.append(rich.section(text("A company called like a command goes in quotes: /denials \"Feeds\".", italic=True)))
    return [rich.rich(*parts)], rich.fallback(*lead, *(f"{typed}: {does}" for typed, does in HELP))
