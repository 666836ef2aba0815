"""Pieces of messages: an answer, a bearing, a claim, each with where it stands. Pure: rows in, rich text out.

Words in quotation marks are always slices of the source; statements, titles and reasons, which a reader or a rule
wrote, never are.
"""

from __future__ import annotations

from typing import Any

from bot.tell import rich, words
from bot.tell.mrkdwn import clip, domain, quoted
from bot.tell.rich import Element, bold, text

Row = dict[str, Any]

ANSWER_ICON = "💬"


def answer_parts(answer: Row, room: int, *, icon: bool = False) -> list[Element]:
    """Who said what kind of thing, the words, and where they stand."""
    lead = [text("\n"), *([text(f"{ANSWER_ICON} ")] if icon else [])]
    did = f" {words.KIND.get(answer['kind'], 'answered')}{':' if answer['quote'] else '.'}"
    out = [rich.section(*lead, bold(clip(answer["company"], 80)), text(did))]
    if answer["quote"]:
        out.append(rich.quote(text(quoted(clip(answer["quote"], room)))))
    if said := in_english(answer, min(room, 300)):
        out.append(rich.section(text(said, italic=True)))
    out.append(rich.section(*_answer_source(answer)))
    return out


def in_english(answer: Row, room: int) -> str:
    """What an answer in another language says, as the reader put it; never given as a quote."""
    said = clip(answer.get("statement"), room)
    return f"In English, as we read it: {said}" if said and words.language(answer.get("lang")) else ""


def answer_text(answer: Row, room: int) -> str:
    """The same in one line."""
    quote = f": {quoted(clip(answer['quote'], room))}" if answer["quote"] else ""
    return (
        f"{clip(answer['company'], 80)} {words.KIND.get(answer['kind'], 'answered')}{quote} "
        f"({', '.join(_answer_source_words(answer))})" + (f". {said}" if (said := in_english(answer, room)) else "")
    )


def _answer_source_words(answer: Row) -> list[str]:
    """Speaker (or the outlet whose words they are), outlet, language, date, domain."""
    speaker = clip(answer.get("speaker"), 100)
    article, _, noun = speaker.casefold().partition(" ")
    if article == "the" and noun in clip(answer["company"], 80).casefold().split():
        speaker = ""  # "the ombudsman" after "Data Protection Ombudsman" names nobody new
    if answer["quote"] and not answer.get("direct"):
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


def bearing_again(view: Row, bearing: Row) -> list[Element]:
    """The same report held against one more denial, where its words were shown already."""
    of = _of_denial(view, bearing, 0)
    return [rich.section(text(f"{finding_icon(bearing)} "), bold(finding(view, bearing)), text(f"{of}, too: the same report and words as above."))]


def bearing_parts(view: Row, bearing: Row, room: int) -> list[Element]:
    """What a later report does to a denial: verdict, its words, where they stand, how strong it is, the reason."""
    out = [rich.section(text(f"\n{finding_icon(bearing)} "), bold(finding(view, bearing)), text(f"{_of_denial(view, bearing, 0)}:"))]
    if span := clip(bearing.get("span"), room):
        out.append(rich.quote(text(quoted(span))))
    links = rich.link(bearing.get("url"))
    line = "— " + " · ".join(_when(bearing)) + (" · " if links else "")
    out.append(rich.section(text(line), *links))
    tail = f"Evidence: {_evidence(bearing)}."
    if why := clip(bearing.get("why"), min(room, 300)):
        tail += f"\nOur reading: {why}"
    out.append(rich.section(text(tail, italic=True)))
    return out


def news_parts(view: Row, bearing: Row, room: int, also: int, *, led: bool) -> list[Element]:
    """The same as news: verdict, its words, where they stand and how strong it is. `also`: how many other denials of the
    case it does the same to, with the same words. `led`: what became of the denial, and whose it is, stands just above."""
    lead = "" if led else f"\n{finding_icon(bearing)} "
    span, links = clip(bearing.get("span"), room), rich.link(bearing.get("url"))
    end = ":" if span else "."
    out = [rich.section(*([text(lead)] if lead else []), bold(finding(view, bearing)), text(f"{_of_denial(view, bearing, also, led)}{end}"))]
    if span:
        out.append(rich.quote(text(quoted(span))))
    line = "— " + " · ".join([*_when(bearing), _evidence(bearing)]) + (" · " if links else "")
    return [*out, rich.section(text(line), *links)]


def news_text(view: Row, bearing: Row, room: int, also: int, *, led: bool) -> str:
    """The same in one line."""
    span = clip(bearing.get("span"), room)
    where = [*_when(bearing), _evidence(bearing), domain(bearing.get("url"))]
    return (
        f"{'' if led else finding_icon(bearing) + ' '}{finding(view, bearing)}{_of_denial(view, bearing, also, led)}"
        f"{': ' + quoted(span) if span else ''} ({', '.join(w for w in where if w)})"
    )


def _when(bearing: Row) -> list[str]:
    lang = words.language(bearing.get("lang"))
    return [w for w in (words.day(bearing["published"]), f"in {lang}" if lang else "") if w]


def _evidence(bearing: Row) -> str:
    return words.TIER.get(bearing["tier"], words.TIER[4])


def finding(view: Row, bearing: Row) -> str:
    """ "Cawdor Ledger undercuts the denial"; where the company itself speaks: "Quillon now undercuts its own denial"."""
    does = words.finding(bearing["verdict"], bearing["tier"])[1]
    outlet = clip(bearing.get("outlet"), 80) or "A report"
    denial = _denial_of(view, bearing)
    if denial and outlet.casefold() == clip(denial["company"], 80).casefold():
        return f"{outlet} itself now {does.replace('the denial', 'its own denial')}"
    return f"{outlet} {does}"


def finding_icon(bearing: Row) -> str:
    """The coloured dot of what a report says."""
    return words.finding(bearing["verdict"], bearing["tier"])[0]


def _of_denial(view: Row, bearing: Row, also: int, led: bool = False) -> str:
    denial = _denial_of(view, bearing)
    if denial is None:
        return ""
    company, outlet = clip(denial["company"], 80), clip(bearing.get("outlet"), 80)
    by = "" if led or company.casefold() == outlet.casefold() else f" by {company}"
    more = f" and {words.count(also, 'more denial')}" if also else ""
    return f" of {words.day(denial['published'])}{by}{more}"


def _denial_of(view: Row, bearing: Row) -> Row | None:
    return next((r for r in view["responses"] if r["id"] == bearing["response_id"]), None)


def settled(view: Row) -> set[str]:
    """Ids of the responses whose status a person here settled."""
    return {r["response_id"] for r in view.get("rulings") or () if r["kind"] == "settled"}


def status_line(view: Row) -> str:
    """What a case has come to, and what that means; by whose word, where it was a person here who settled it."""
    denials = (r for r in view["responses"] if r["kind"] in words.DENIAL_KINDS)
    decisive = {r["id"] for r in denials if (r.get("status") or "open") == view["status"]}
    if decisive and decisive <= settled(view):
        return f"{words.status_word(view['status'])}: {words.SETTLED}"
    return f"{words.status_word(view['status'])}: {meaning(view, view['status'])}"


def meaning(view: Row, status: str | None) -> str:
    """What a status of the case or of a denial in it means. "Nothing confirmed" is not said where somebody confirmed it."""
    confirmed = next((r for r in view["responses"] if r["kind"] == "confirmation"), None)
    if (status or "open") == "open" and confirmed:
        return f"{clip(confirmed['company'], 80)} {words.KIND['confirmation']}"
    return words.STATUS.get(status or "open", words.STATUS["open"])[2]


def first_claim(view: Row) -> Row | None:
    """The claim a case is keyed on: the earliest one that somebody answered, else the earliest."""
    answered = {c for r in view["responses"] for c in r.get("claims") or ()}
    claims = view["claims"]
    return next((c for c in claims if c["id"] in answered), claims[0] if claims else None)


def claim_line(view: Row, room: int) -> str:
    """What was reported, in one line. Where only the answer is on file it says so: its words are no report."""
    claim = first_claim(view)
    return clip(claim["statement"], room) if claim else "the report itself is not on file yet"


def claim_source(claim: Row | None) -> list[Element]:
    """Who first reported a claim, on what sources, and where it was read."""
    if claim is None:
        return []
    links = rich.link(claim.get("url"))
    return [text(f"— {claim_source_words(claim, host=not links)}{' · ' if links else ''}"), *links]


def claim_source_words(claim: Row | None, *, host: bool = True) -> str:
    """The same in words; `host`: with the domain."""
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
