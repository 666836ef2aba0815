"""The card of a case, the root of its thread. Pure: a view in, (blocks, text) out. The replies are `bot.tell.replies`.

The view is `ledger.cases.view(case_id)`. Words in quotation marks are always slices of the source; statements,
titles and reasons, which a reader or a rule wrote, never are. Foreign text goes into rich or plain text only.
"""

from __future__ import annotations

from typing import Any

from bot.tell import corrected, rich, words
from bot.tell.mrkdwn import domain
from bot.tell.parts import (
    answer_parts,
    answer_text,
    claim_line,
    claim_source,
    claim_source_words,
    finding,
    first_claim,
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


def root(view: Row) -> Message:
    """The first message of a case's thread, edited in place as things change."""
    return rich.fit(lambda room: _root_blocks(view, room)), _root_text(view)


def shown_in_root(view: Row) -> list[str]:
    """Ids of the responses that the root card quotes."""
    return [r["id"] for r in root_answers(view)]


def _root_blocks(view: Row, room: int) -> Blocks:
    if is_void(view):
        return [rich.rich(rich.section(text(void_line(view)))), rich.context(_void_context(view)), rich.actions(why_button(view))]
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
        rich.actions(why_button(view), menu(view["id"])),
    ]


def why_button(view: Row) -> Element:
    """Opens everything behind a case."""
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
