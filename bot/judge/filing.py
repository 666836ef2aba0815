"""What hangs together on the ledger is one case: groups of claims and responses, and the case each of them has.

Claims hang together by their links, responses by what they answer and by what they repeat (`bot.judge.matters` sets all
three). A group keeps the oldest case that any of its members has.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import partial

from bot.judge import announced, same
from bot.read import companies
from bot.read.companies import key
from bot.read.scripts import same_newsroom
from store.engine import Row, moment
from store.ledger import Ledger

Look = Callable[[Ledger, Iterable[int]], None]


def file_cases(
    ledger: Ledger, touched: Iterable[tuple[str, str]], now: datetime, look: Look
) -> tuple[set[int], set[str]]:
    """Give every group that hangs together around the touched claims and responses its case.

    Returns the ids of cases, and of responses whose claims, or whose case's companies, are not what they were.

    A group keeps the oldest case any of its members has; a case left empty is merged into the one its members
    went to. A group without any response has no case yet.
    """
    todo, done, cases = set(touched), set(), set()
    taken: set[int] = set()
    paired: set[str] = set()
    for node in sorted(todo):
        if node in done:
            continue
        group = _component(ledger, node)
        done |= group
        claims = ledger.cases.claims([i for k, i in group if k == "c"])
        responses = ledger.cases.responses([i for k, i in group if k == "r"])
        held = sorted({r["case_id"] for r in (*claims, *responses) if r["case_id"]} - taken)
        cases |= set(held)
        look(ledger, held)
        pairs = ledger.cases.pairs_of([r["id"] for r in responses])
        if not any(announced.speaks(r, {p["response_id"] for p in pairs}) for r in responses):
            ledger.cases.assign(None, [c["id"] for c in claims], [r["id"] for r in responses])
            continue
        case_id = held[0] if held else ledger.cases.open_case(_title(claims, responses), now)
        taken.add(case_id)
        cases.add(case_id)
        ledger.cases.assign(case_id, [c["id"] for c in claims], [r["id"] for r in responses])
        paired |= _pair_with_first(ledger, claims, responses, pairs)
        ledger.cases.set_case(case_id, title=_title(claims, responses), merged_into=None)
        companies = _companies(claims, responses, partial(_party, ledger))
        if {c["id"] for c in ledger.cases.companies_of(case_id)} != {c for c, _ in companies}:
            paired |= {r["id"] for r in responses}  # articles that name the new company may bear on them
        ledger.cases.set_companies(case_id, companies)
        for emptied in held[1:]:
            if ledger.matters.is_empty(emptied):
                ledger.cases.set_case(emptied, merged_into=case_id)
    return cases, paired


def _pair_with_first(ledger: Ledger, claims: Sequence[Row], responses: Sequence[Row], pairs: Sequence[Row]) -> set[str]:
    """Who answers a claim that passes on an earlier one answers that one's first statement, too. Returns changed
    responses. News of its own on the same matter is a claim of its own, whatever it is linked to."""
    rows = {c["id"]: c for c in claims}
    earlier = {k["claim_id"]: k["earlier_id"] for k in (ledger.cases.links(rows) if len(rows) > 1 else ())}
    for claim_id in earlier:
        _name_origin(ledger, rows.get(claim_id), rows.get(earlier[claim_id]))

    def first(claim_id: str) -> str:
        while claim_id in earlier and _passes_on(rows.get(claim_id), rows.get(earlier[claim_id])):
            claim_id = earlier[claim_id]
        return claim_id

    answered: dict[str, set[str]] = {r["id"]: set() for r in responses}
    held: dict[str, set[str]] = {r["id"]: set() for r in responses}
    for pair in pairs:
        (held if pair["how"] == "first" else answered)[pair["response_id"]].add(pair["claim_id"])
    changed = set()
    for response_id, claim_ids in answered.items():
        wanted = {first(c) for c in claim_ids} - claim_ids
        if wanted != held[response_id]:
            ledger.cases.set_pairs(response_id, sorted(wanted), "first")
            changed.add(response_id)
    return changed


def _passes_on(later: Row | None, earlier: Row | None) -> bool:
    """Does a claim come from whoever stated the earlier one, by its own account? Two claims of one article are two."""
    if later is None or earlier is None or later["article_id"] == earlier["article_id"]:
        return False
    names = [name for name in (earlier["origin"], earlier["outlet"]) if name]
    return any(same_newsroom(later["origin"], n) for n in names)


def _name_origin(ledger: Ledger, later: Row | None, earlier: Row | None) -> None:
    """A newsroom credited in another script is the one on file that reported the same thing itself in the days before."""
    if later is None or earlier is None or companies.kin(later["origin"], later["outlet"]):
        return
    own = companies.kin(earlier["origin"], earlier["outlet"])
    fresh = moment(later["published"]) - moment(earlier["published"]) <= same.NEWS
    if own and fresh and companies.in_latin(later["origin"]) != companies.in_latin(earlier["origin"]):
        ledger.cases.save_claim(later["id"], origin=earlier["origin"])
        later["origin"] = earlier["origin"]


def _component(ledger: Ledger, node: tuple[str, str]) -> set[tuple[str, str]]:
    group: set[tuple[str, str]] = set()
    edge = {node}
    while edge:
        group |= edge
        claims = [i for k, i in edge if k == "c"]
        responses = [i for k, i in edge if k == "r"]
        found: set[tuple[str, str]] = set()
        for link in ledger.cases.links(claims):
            found |= {("c", link["claim_id"]), ("c", link["earlier_id"])}
        for pair in (*ledger.cases.pairs_of(responses), *ledger.cases.pairs_of_claims(claims)):
            if pair["how"] != "first":  # that one follows from the links, and must not outlive them
                found |= {("c", pair["claim_id"]), ("r", pair["response_id"])}
        for again in ledger.matters.repetitions(responses):
            found |= {("r", again["id"]), ("r", again["repeats"])}
        edge = found - group
    return group


def _title(claims: Sequence[Row], responses: Sequence[Row]) -> str:
    return str(claims[0]["statement"])[:300] if claims else f"“{responses[0]['quote'][:298]}”"


def _party(ledger: Ledger, name: str) -> int | None:
    found = ledger.companies.find(key(name))
    return found["id"] if found else None


def _companies(
    claims: Sequence[Row], responses: Sequence[Row], find: Callable[[str], int | None]
) -> list[tuple[int, str]]:
    """(company id, role), one role each: the claims' companies are the subjects, others as the claim names them."""
    roles: dict[int, str] = {}
    for claim in claims:
        roles.setdefault(claim["company_id"], "subject")
    for claim in claims:
        for party in json.loads(claim.get("parties") or "[]"):
            company_id = find(party["name"])
            if company_id is not None:
                roles.setdefault(company_id, party["role"])
    for response in responses:
        if not response["repeats"] and response["kind"] != "third_party_denial":
            roles.setdefault(response["company_id"], "counterparty" if claims else "subject")
    return sorted(roles.items())
