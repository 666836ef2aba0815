"""Which matter does what was read belong to? Links, pairs and repetitions on the ledger; `bot.judge.filing` makes cases of them.

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

from bot.judge import announced, same
from bot.judge.filing import Look, file_cases
from bot.judge.same import Gist
from bot.read.companies import key
from bot.read.reading import DENIALS
from bot.text import OPENING, context
from store.engine import Row, moment
from store.ledger import Ledger

#: When a company gets a new name, so many of its claims and answers, the latest, are settled anew: all but for those of
#: the largest companies, which would hold up everything else for hours.
SETTLED_ANEW = 200


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


def _told(gist: Gist) -> str:
    """The words by which what is near to a claim or response is found among a great many."""
    return f"{gist.text} {gist.statement} {gist.context}"
