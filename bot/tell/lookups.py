"""Answers to look-ups: a company's record, cases, search. From the ledger to a private answer; no Slack calls."""

from __future__ import annotations

import json
from difflib import get_close_matches

from bot.read.companies import key
from bot.tell import pages, words
from bot.tell.alerts import heard_of, without_subsidiaries
from bot.tell.mrkdwn import clip, one_line
from bot.tell.tools import Answer, Refusal, Tools
from store.companies import begins
from store.engine import Row
from store.redact import masked

COMMANDS = ("help", "case", "search", "recent", "subscribe", "unsubscribe", "feeds", "digest", "mute", "unmute", "snooze", "settings", "pause", "resume", "add")
#: A query beyond this is cut; nobody types it and it is told.
MAX_QUERY = 300
_QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“", "'": "'", "「": "」"}


def unquoted(typed: str) -> tuple[str, bool]:
    """The text without quotation marks around it, and whether there were any."""
    typed = typed.strip()
    if len(typed) >= 2 and typed[0] in _QUOTES and typed[-1] in (_QUOTES[typed[0]], typed[0]):
        return typed[1:-1].strip(), True
    return typed, False


def find_company(tools: Tools, typed: str, team: str) -> tuple[Row, str]:
    """The company meant and, where that was a guess, a line that says so. Raises Refusal with suggestions. What only
    other teams asked for is not known to this one."""
    name, _ = unquoted(one_line(typed))
    found = tools.ledger.companies.find(key(name)) if key(name) else None
    if found and tools.ledger.companies.known_to(team, [found["id"]]):
        return found, ""
    near = near_names(tools, name[:MAX_QUERY], 5, team) if key(name) else []
    longer = [n for n in near if begins(key(n), key(name))]
    rows = {r["id"]: r for r in (tools.ledger.companies.find(key(n)) for n in longer) if r}
    if len(rows) == 1:
        row = next(iter(rows.values()))
        return row, f"Taken as {row['name']}."
    raise Refusal(_unknown(name, near))


def near_names(tools: Tools, name: str, limit: int, team: str) -> list[str]:
    """Names that this one may be a slip of, of companies that a team may know of."""
    companies = tools.ledger.companies
    rows = {n: row["id"] for n in companies.suggest(name, 4 * limit) if (row := companies.find(key(n)))}
    known = companies.known_to(team, rows.values())
    return [n for n, company_id in rows.items() if company_id in known][:limit]


def _unknown(name: str, near: list[str]) -> str:
    lines = [f"I have nothing on file about “{clip(name, 80)}”."]
    if near:
        lines.append("Did you mean " + " or ".join(clip(n, 60) for n in near[:3]) + "?")
    elif len(name) > MAX_QUERY:
        lines.append("That is a long name. For words in claims and answers: /denials search WORDS")
    first, _, rest = name.partition(" ")
    meant = get_close_matches(first.lower(), COMMANDS, 1, 0.75)
    if meant:
        lines.append(f"If you meant the command: /denials {meant[0]} {clip(rest, 60)}".rstrip())
    elif not any(c.isalnum() for c in name):
        lines.append("A company's name has letters or digits. All commands: /denials help")
    elif not near:
        lines.append(f"To hear of it from now on: /denials subscribe {clip(name, 60)}. All commands: /denials help")
    return "\n".join(lines)


def company(tools: Tools, typed: str, team: str) -> Answer:
    """A company's record with its open cases (or the latest, where none is open)."""
    row, note = find_company(tools, typed, team)
    return record(tools, row, team, note=note)


def record(
    tools: Tools, row: Row, team: str, *, note: str = "", everything: bool = False, offset: int = 0, alone: bool = False
) -> Answer:
    """The record of a company with one page of cases: the open ones, or `everything` from `offset` on. Its subsidiaries
    are counted in, unless it is taken `alone`."""
    family = heard_of(tools.ledger, [row["id"]])
    ids = without_subsidiaries(tools.ledger, row["id"], family) if alone else family
    cases = tools.ledger.cases
    size = pages.CASES_A_PAGE

    def button(**changed: int) -> str:
        """What a button of this page carries: company, offset, everything, alone."""
        return json.dumps({"c": row["id"], "o": 0, "e": int(everything), "a": int(alone), **changed})

    shown = [] if everything else cases.open_cases_of(ids, size + 1, team=team)
    more, label, what = "", "", "Open cases:"
    if not shown:
        shown = cases.of_company(ids, limit=size + 1, offset=offset, team=team)
        what = "Cases, the latest news first:"
        if len(shown) > size:
            more, label = button(o=offset + size, e=1), "More cases"
    else:
        more, label = button(e=1), "All cases"
    others = [i for i in ids if i != row["id"]][:6]
    names = [c["name"] for c in map(tools.ledger.companies.get, others) if c]
    counted = f"Counted with it: {', '.join(clip(n, 40) for n in names)}." if names else ""
    left = len(family) - len(ids)
    notes = [n for n in (note, counted, f"{words.count(left, 'subsidiary', 'subsidiaries')} left out." if left else "") if n]
    if shown:
        notes.append(what if not offset else f"Cases from number {offset + 1} on:")
    found = cases.record(ids, team)
    share = button() if found["cases"] else ""
    has_kin = bool(left) or len(without_subsidiaries(tools.ledger, row["id"], family)) < len(family)
    fold = (button(a=int(not alone)), "With subsidiaries" if alone else "Without subsidiaries") if has_kin else None
    return pages.record_page(
        row["name"], found, shown[:size], more=more, label=label, share=share, fold=fold, notes=[f"\n{n}" for n in notes]
    )


def case(tools: Tools, typed: str, team: str) -> Answer:
    """Everything behind one case."""
    return pages.case_page(case_view(tools, typed, team))


def case_view(tools: Tools, typed: str, team: str) -> Row:
    """The view of the case whose number was typed. Raises Refusal."""
    number = typed.strip().lower().removeprefix("case").strip().lstrip("#").strip()
    if not (number.isascii() and number.isdigit()) or len(number) > 15:
        raise Refusal("A case has a number: /denials case 12. Numbers stand at the foot of each card and in /denials recent.")
    view = tools.ledger.cases.view(int(number), team)
    if view is None:
        raise Refusal(f"There is no case {number}. The latest ones: /denials recent")
    return view


def search(tools: Tools, typed: str, team: str) -> Answer:
    """Claims and answers that hold all the words; whole articles where none does."""
    query = one_line(typed)[:MAX_QUERY]
    if not query:
        raise Refusal("What shall I look for? For example: /denials search battery recall")
    hits = tools.ledger.search.find(query, 8, kinds=("claim", "response")) or tools.ledger.search.find(query, 5)
    return _found(tools, query, hits, team, f"Nothing on file holds all of “{clip(query, 80)}”. Fewer words find more; a company's name alone: /denials COMPANY")


def _found(tools: Tools, query: str, hits: list[Row], team: str, nothing: str) -> Answer:
    """The hits that this team may see. Raises Refusal with `nothing` where there are none."""
    cases = tools.ledger.cases
    claims = {c["id"]: c for c in cases.claims([h["ref"] for h in hits if h["kind"] == "claim"])}
    answers = {r["id"]: r for r in cases.responses([h["ref"] for h in hits if h["kind"] == "response"])}
    articles = {a["id"]: a for a in tools.ledger.wire.articles([h["ref"] for h in hits if h["kind"] == "article"])}
    moved = tools.ledger.rulings.cases_of(team, [h["ref"] for h in hits])
    none = tools.ledger.rulings.no_denials(team, answers)
    out = []
    for hit in hits:
        row = {**claims, **answers, **articles}.get(hit["ref"])
        if row is None or row["entered_team"] not in ("", team) or hit["ref"] in none:
            continue
        field = {"claim": "statement", "response": "quote", "article": "title"}[hit["kind"]]
        out.append({**row, "what": hit["kind"], "words": row[field] or "(no title)", "verbatim": hit["kind"] == "response" and bool(row[field]), "case_id": moved.get(hit["ref"], row.get("case_id"))})
    if not out:
        raise Refusal(nothing)
    return pages.found(query, out)


def anything(tools: Tools, typed: str, team: str) -> Answer:
    """What one box takes: "recent", "case 12", a company's name, or words."""
    query, was_quoted = unquoted(one_line(typed))
    first, _, rest = query.partition(" ")
    if not was_quoted and query.lower() == "recent":
        return recent(tools, team)
    if not was_quoted and (query.lstrip("#").isdigit() or (first.lower() == "case" and rest.lstrip("#").isdigit())):
        return case(tools, query, team)
    if not was_quoted and first.lower() == "search" and rest:
        return search(tools, rest, team)
    try:
        return company(tools, typed, team)
    except Refusal:
        return search(tools, query, team)


def near(tools: Tools, text: str, team: str) -> Answer:
    """What is on file that is closest to a longer text: whatever holds most of its rarest words."""
    hits = tools.ledger.search.find_any(tools.ledger.search.rarest(text.split(), 8), ("claim", "response"), 6)
    return _found(tools, clip(text, 60), hits, team, "Nothing on file has these words. Put it on file with the form, and I will watch what comes of it.")


def recent(tools: Tools, team: str) -> Answer:
    """What moved last."""
    empty = "No case on file yet. Feeds are watched; the first denial will show up here."
    return pages.listing("What moved last:", tools.ledger.cases.recent(pages.CASES_A_PAGE, team=team), empty)


def feeds(tools: Tools) -> Answer:
    """Which feeds are watched, and how they do."""
    rows = tools.ledger.wire.feeds()
    if not rows:
        raise Refusal("No feed is watched yet. Whoever runs me adds one with: walkback feeds add URL")
    rows.sort(key=lambda r: (r["state"] == "active" and not r["last_error"], r["title"] or r["url"]))  # trouble first
    lines = [feed_line(r) for r in rows[:20]]
    if len(rows) > 20:
        lines.append(f"and {len(rows) - 20} more: walkback feeds list")
    ok = sum(not r["last_error"] and r["state"] == "active" for r in rows)
    return pages.bulleted(f"{words.count(len(rows), 'feed')} watched, {'all' if ok == len(rows) else ok} well.", lines)


def feed_line(row: Row) -> str:
    """One feed and its health in one line."""
    name, trouble = clip(row["title"], 60) or clip(masked(row["url"]), 80), masked(row["last_error"] or "")
    if row["state"] != "active":
        return f"⚫ {name}: {row['state']}{'. ' + clip(trouble, 100) if trouble else ''}"
    if trouble:
        return f"🟠 {name}: {clip(trouble, 120)}"
    return f"🟢 {name}" + ("" if row["last_ok"] else ": not polled yet")
