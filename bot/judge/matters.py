"""Which case does what was read belong to? Links, pairs and repetitions on the ledger, and the cases they make.

Every claim is linked to the earlier claim that it is most like; a response without a claim in its own article
is paired with the earlier claim that it answers best; a denial quoted again is marked as a repetition. A case
is what hangs together through these. All three are pairwise (`bot.judge.same`) and looked at from both sides,
for what came before and for what came after, so that the order of arrival does not matter.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.judge import announced, same
from bot.judge.same import Gist
from bot.read import companies
from bot.read.companies import key
from bot.read.reading import DENIALS
from bot.read.scripts import same_newsroom
from bot.text import OPENING, context
from store.engine import Row, moment
from store.ledger import Ledger

#: When a company gets a new name, so many of its claims and answers, the latest, are settled anew: all but for those of
#: the largest companies, which would hold up everything else for hours.
SETTLED_ANEW = 200

Look = Callable[[Ledger, Iterable[int]], None]


@dataclass(frozen=True)
class Around:
    """What hangs on an article's claims and responses before a change: ids of cases, claims and responses."""

    cases: frozenset[int]
    claims: frozenset[str]
    responses: frozenset[str]
    renamed: frozenset[str] = frozenset()  # responses of companies that got a new name


NOTHING = Around(frozenset(), frozenset(), frozenset())


@dataclass(frozen=True)
class Settled:
    """What a settling touched: ids of cases, and of denials that are new or whose claims are not what they were."""

    cases: frozenset[int]
    denials: frozenset[str]


def around(ledger: Ledger, article_id: str) -> Around:
    """Look at what an article has on file before its reading is replaced or dropped."""
    claims = ledger.cases.claims_of(article_id)
    responses = ledger.cases.responses_of(article_id)
    near = ledger.cases.links([c["id"] for c in claims])
    cases = {r["case_id"] for r in (*claims, *responses) if r["case_id"]}
    kin = [row for case_id in sorted(cases) for row in ledger.matters.members(case_id)]
    return Around(
        frozenset(cases),
        frozenset({i for k in near for i in (k["claim_id"], k["earlier_id"])} | {r["id"] for r in kin if "span" in r}),
        frozenset(r["id"] for r in kin if "quote" in r),
    )


def widen(ledger: Ledger, before: Around, company_ids: Iterable[int]) -> Around:
    """`before`, and the latest that the families of these companies have on file: they just got a new name, so that
    what was held for two companies may be one."""
    ids = sorted({kin for company_id in company_ids for kin in ledger.companies.family(company_id)})
    claims, responses = ledger.cases.claims_naming(ids, limit=SETTLED_ANEW), ledger.cases.responses_of_family(ids, limit=SETTLED_ANEW)
    return Around(
        before.cases | {r["case_id"] for r in (*claims, *responses) if r["case_id"]},
        before.claims | {c["id"] for c in claims},
        before.responses | {r["id"] for r in responses},
        before.renamed | {r["id"] for r in responses} | set(ledger.matters.responses_about(ids, limit=SETTLED_ANEW)),
    )


def settle(ledger: Ledger, article_id: str, before: Around, now: datetime, look: Look) -> Settled:
    """File what an article has on the ledger now, and settle anew what hung on what it had before.

    Call inside a transaction. `look` is called with the ids of cases before their members move. `now`: UTC.
    """
    own_claims = ledger.cases.claims_of(article_id)
    own_responses = ledger.cases.responses_of(article_id)
    claims = {r["id"]: r for r in (*ledger.cases.claims(sorted(before.claims)), *own_claims)}
    responses = {r["id"]: r for r in (*ledger.cases.responses(sorted(before.responses)), *own_responses)}
    work = _Settling(ledger, look)
    for row in claims.values():
        work.link(row)
    for row in responses.values():
        work.mark_repeats(row)
    unmarked = [row for row in responses.values() if row["id"] not in work.marked]
    for row in sorted([*unmarked, *ledger.cases.responses(sorted(work.marked))], key=lambda r: (r["published"], r["id"])):
        work.pair(row)
    for row in own_claims:
        work.offer(row)
    work.touched |= {("c", i) for i in claims} | {("r", i) for i in responses}
    work.denials |= {r["id"] for r in own_responses} | before.renamed
    cases, paired = file_cases(ledger, work.touched, now, look)
    work.denials |= paired
    standing = [r for r in ledger.cases.responses(sorted(work.denials)) if r["kind"] in DENIALS and not r["repeats"]]
    return Settled(frozenset(cases | before.cases), frozenset(r["id"] for r in standing))


class _Settling:
    """One settling: families and gists looked up once."""

    def __init__(self, ledger: Ledger, look: Look) -> None:
        self.ledger = ledger
        self.look = look
        self.touched: set[tuple[str, str]] = set()
        self.denials: set[str] = set()
        self.marked: set[str] = set()
        self._families: dict[int, list[int]] = {}
        self._contexts: dict[str, str] = {}
        self._answered: dict[str, str] = {}
        self._own_names: dict[int, tuple[str, ...]] = {}

    def family(self, company_ids: Iterable[int]) -> list[int]:
        """Ids of these companies and all their kin."""
        ids: list[int] = []
        for company_id in company_ids:
            if company_id not in self._families:
                self._families[company_id] = self.ledger.companies.family(company_id)
            ids += self._families[company_id]
        return list(dict.fromkeys(ids))

    def gists(self, rows: Sequence[Row]) -> list[Gist]:
        """The rows as the pairwise rules see them; what their articles are about is fetched at once."""
        unknown = {row["article_id"] for row in rows} - set(self._contexts)
        for article in self.ledger.matters.leads(unknown, OPENING):
            self._contexts[article["id"]] = context(article)
        return [self.gist(row) for row in rows]

    def gist(self, row: Row) -> Gist:
        """The row of a claim or response as the pairwise rules see it."""
        if row["company_id"] not in self._own_names:
            self._own_names[row["company_id"]] = tuple(self.ledger.companies.own_names(row["company_id"]))
        own = self._own_names[row["company_id"]]
        is_claim = "span" in row
        parties = [p["name"] for p in json.loads(row.get("parties") or "[]")] if is_claim else []
        article = row["article_id"]
        if article not in self._contexts:
            self._contexts[article] = context(self.ledger.wire.article(article) or {})
        text = f"{row['statement']} {row['span']}" if is_claim and row["statement"] != row["span"] else row["span"] if is_claim else row["quote"]
        if not is_claim and row.get("addresses"):
            text = f"{text} {json.loads(row['addresses'])['text']}"
        return Gist(
            id=row["id"], article=article, page=row["page"], company=row["company"],
            names=tuple(dict.fromkeys((row["company"], *own, *parties))), text=text,
            context=self._contexts[article], outlet=row["outlet"],
            credited=(row["origin"] if is_claim else row.get("via") or ""), lang=row["lang"],
            published=moment(row["published"]), kind=row.get("kind") or "", form=row["article_kind"] or "",
            start=row["span_start" if is_claim else "quote_start"] or 0,
            statement="" if is_claim else row["statement"], direct=bool(row.get("direct")),
            on_file=bytes(row["vector"] or b"") if text == row.get("quote") else b"",
            answers="" if is_claim else self.answered(row),
        )  # fmt: skip

    def answered(self, row: Row) -> str:
        """The claims of its own article that a denial answers, where the article tells it in words of its own."""
        if row["direct"] or row["kind"] not in DENIALS or row["article_kind"] in same.FIRST_HAND:
            return ""
        if row["id"] not in self._answered:
            claims = [p["claim_id"] for p in self.ledger.cases.pairs_of([row["id"]]) if p["how"] == "article"]
            self._answered[row["id"]] = " ".join(c["span"] for c in self.ledger.cases.claims(claims))
        return self._answered[row["id"]]

    # claims --------------------------------------------------------------------------------------------------

    def link(self, row: Row) -> None:
        """Link a claim to the earlier claim that it is most like, and later claims to this one where it is better."""
        mine = self.gist(row)
        kin = self.family([row["company_id"], *self.party_ids(row)])
        earlier = self.earlier_claims(mine, kin)
        best = self.best(mine, earlier, same.same_matter, same.SAME_MATTER)
        old = {r["claim_id"]: r for r in self.ledger.cases.links([row["id"]])}
        self.relink(row["id"], old.get(row["id"]), best)
        later = self.ledger.near.claims(kin, _told(mine), after=mine.published, before=mine.published + same.REACH, latest=False)
        for other in self.gists(later):
            score = same.same_matter(other, mine)
            if other.id == row["id"] or score < same.SAME_MATTER:
                continue
            theirs = {r["claim_id"]: r for r in self.ledger.cases.links([other.id])}.get(other.id)
            if theirs is None or self.better((score, mine), theirs):
                self.relink(other.id, theirs, (score, mine))

    def earlier_claims(self, mine: Gist, kin: Sequence[int]) -> list[Row]:
        """Claims about these companies that `mine` may continue or answer."""
        return self.ledger.near.claims(kin, _told(mine), after=mine.published - same.REACH, before=mine.published, latest=True)

    def best(
        self, mine: Gist, rows: Sequence[Row], rule: Callable[[Gist, Gist], float], least: float
    ) -> tuple[float, Gist] | None:
        """The gist among `rows` with the highest score, the earliest where scores tie; None under `least`."""
        scored = [(round(rule(mine, g), 4), g) for g in self.gists(rows) if g.id != mine.id]
        scored = [s for s in scored if s[0] >= least]
        return min(scored, key=lambda s: (-s[0], s[1].published, s[1].id), default=None)

    def better(self, mine: tuple[float, Gist], link: Row) -> bool:
        other = self.ledger.cases.claims([link["earlier_id"]])
        if not other:
            return True
        theirs = (-link["score"], moment(other[0]["published"]), link["earlier_id"])
        return (-round(mine[0], 4), mine[1].published, mine[1].id) < theirs

    def relink(self, claim_id: str, old: Row | None, new: tuple[float, Gist] | None) -> None:
        if old and new and old["earlier_id"] == new[1].id:
            return
        if old is None and new is None:
            return
        self.ledger.cases.clear_links([claim_id])
        self.touched.add(("c", claim_id))
        if old:
            self.touched.add(("c", old["earlier_id"]))
        if new:
            self.ledger.cases.set_links(
                [{"claim_id": claim_id, "earlier_id": new[1].id, "score": round(new[0], 4)}]
            )
            self.touched.add(("c", new[1].id))

    # responses -----------------------------------------------------------------------------------------------

    def pair(self, row: Row) -> None:
        """Pair a response that answers no claim of its own article with the earlier claim it answers best."""
        pairs = self.ledger.cases.pairs_of([row["id"]])
        if (row["repeats"] and not announced.admits(row)) or any(p["how"] in ("article", "person") for p in pairs):
            self.repair(row, pairs, None)
            return
        mine = self.gist(row)
        kin = self.family([row["company_id"]])
        self.repair(row, pairs, self.best(mine, self.earlier_claims(mine, kin), same.answers, same.ANSWERS))

    def offer(self, claim: Row) -> None:
        """Let later responses that answer no claim of their own article look at this claim, too."""
        mine = self.gist(claim)
        kin = self.family([claim["company_id"], *self.party_ids(claim)])
        for row in self.ledger.near.responses(kin, _told(mine), after=mine.published, before=mine.published + same.REACH, latest=False):
            if row["article_id"] != claim["article_id"]:
                self.pair(row)

    def repair(self, row: Row, pairs: Sequence[Row], best: tuple[float, Gist] | None) -> None:
        old = [p["claim_id"] for p in pairs if p["how"] == "across"]
        new = [best[1].id] if best else []
        if old == new:
            return
        self.ledger.cases.set_pairs(row["id"], new, "across")
        self.touched |= {("c", c) for c in (*old, *new)} | {("r", row["id"])}
        if row["kind"] in DENIALS:
            self.denials.add(row["id"])

    def mark_repeats(self, row: Row) -> None:
        """Mark a response as a repetition of the earliest one that it repeats, and later ones as repetitions of it."""
        mine = self.gist(row)
        kin = self.family([row["company_id"]])
        near = [
            r
            for r in self.around(mine, kin)
            if r["id"] != row["id"] and r["article_id"] != row["article_id"]
        ]
        gists = {g.id: g for g in self.gists(near)}
        said = sorted(
            (g for g in gists.values() if same.before(g, mine) and same.repeats(mine, g)),
            key=lambda g: (g.published, g.id),
        )
        self.set_repeats(row, said[0].id if said else announced.borne_out(self.ledger, row))
        for other in near:
            g = gists[other["id"]]
            if not same.before(mine, g) or not same.repeats(g, mine):
                continue
            held = next(iter(self.ledger.cases.responses([other["repeats"]])), None) if other["repeats"] else None
            if held is None or (mine.published, mine.id) < (moment(held["published"]), held["id"]):
                self.set_repeats(other, mine.id)

    def around(self, mine: Gist, kin: Sequence[int]) -> list[Row]:
        """Responses by these companies that `mine` may repeat, or that may repeat it."""
        near, told = self.ledger.near, _told(mine)
        earlier = near.responses(kin, told, after=mine.published - same.REACH, before=mine.published, latest=True)
        later = near.responses(kin, told, after=mine.published, before=mine.published + same.REACH, latest=False)
        return list({r["id"]: r for r in (*earlier, *later)}.values())

    def set_repeats(self, row: Row, of: str | None) -> None:
        if row["repeats"] == of:
            return
        self.look(self.ledger, [row["case_id"]] if row["case_id"] else [])
        self.ledger.matters.set_repeats(row["id"], of)
        self.touched |= {("r", r) for r in (row["id"], row["repeats"], of) if r}
        self.denials.add(row["id"])
        self.marked.add(row["id"])
        row["repeats"] = of

    def party_ids(self, claim: Row) -> list[int]:
        found = (self.ledger.companies.find(key(p["name"])) for p in json.loads(claim.get("parties") or "[]"))
        return [c["id"] for c in found if c]


# cases -------------------------------------------------------------------------------------------------------


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


def _told(gist: Gist) -> str:
    """The words by which what is near to a claim or response is found among a great many."""
    return f"{gist.text} {gist.statement} {gist.context}"


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
