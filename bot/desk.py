"""The way of an article, in order. Read this first.

    watch    copies: is it a copy of something on file, or something on file a copy of it?
    read     screen -> reader -> claims, responses and which answers which (all grounded in the text)
    judge    matters: which case; recall: which denials; judge: bearings; status: pure rules
    tell     what changed becomes alert rows, in the transaction of the change

The same handler runs embedded and on workers, and may run twice: every step replaces what it left before.
No lock or transaction spans a model's thinking: what it thought about is looked at again before it is written, and so is
whose the article is by then (its token moves on with every lease): work that came too late writes nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from bot.changes import Before
from bot.judge import announced, matters, recall, retold
from bot.judge.bearing import INFORMATIVE, Bearing, Denial
from bot.judge.offline import OfflineJudge
from bot.judge.standing import restate
from bot.judge.status import PATIENCE
from bot.llm import LlmError
from bot.read import byhand, keep
from bot.read.byhand import ByHand
from bot.read.learned import Second
from bot.read.offline import OfflineReader
from bot.read.reading import Document, Reading
from bot.read.screen import screen
from bot.tell import alerts
from bot.tell.alerts import Change
from bot.text import digest
from bot.watch import copies
from store.engine import Row, iso, moment
from store.ledger import Ledger

log = logging.getLogger(__name__)

#: An article is leased for this long; a worker that dies with it gives it back after that.
LEASE = timedelta(minutes=10)
#: How often thinking starts anew because the case moved meanwhile.
TRIES = 4


class Reader(Protocol):
    """Turns one article into a reading. Raises LlmError when it cannot now; the offline reader then does."""

    name: str

    def read(self, doc: Document) -> Reading: ...


class Judge(Protocol):
    """Holds one article against candidate denials. Raises LlmError when it cannot now."""

    name: str

    def judge(self, doc: Document, reading: Reading, denials: Sequence[Denial]) -> list[Bearing]: ...


@dataclass
class Handled:
    """What became of one article: its state, and what changed on the ledger."""

    article: str
    state: str
    changes: list[Change] = field(default_factory=list)
    alerts: int = 0


class Desk:
    """Takes articles on file through the rooms. `now` gives the present moment, aware, in UTC."""

    def __init__(
        self,
        ledger: Ledger,
        now: Callable[[], datetime],
        *,
        reader: Reader | None = None,
        judge: Judge | None = None,
    ) -> None:
        self.ledger = ledger
        self.now = now
        self.offline_reader, self.offline_judge = OfflineReader(Second()), OfflineJudge()
        self.reader: Reader = reader or self.offline_reader
        self.judge: Judge = judge or self.offline_judge

    # the way ---------------------------------------------------------------------------------------------------

    def work(self, limit: int = 20, holder: str = "") -> list[Handled]:
        """Claim waiting articles (for `holder`, a worker's job or a command) and handle each; one that fails is noted among the
        problems and tried again when its lease is over. An empty list: nothing waits."""
        now = self.now()
        out = []
        for article in self.ledger.wire.claim_articles(now, now + LEASE, limit, holder=holder):
            try:
                done = self.handle(article["id"], article["token"])
                told = {"event": "article handled", "article": done.article, "state": done.state, "feed": article["feed_id"]}
                log.debug("article %s: %s", article["url"], done.state, extra=told)
                out.append(done)
            except Exception as error:
                log.exception("article %s", article["url"], extra={"event": "article failed", "article": article["id"], "url": article["url"], "attempts": article["attempts"]})
                line = f"the article could not be worked through ({type(error).__name__}: {error}); it is tried again"
                self.ledger.wire.problem("desk", article["url"], line, self.now())
                if self._ours(article):
                    self.ledger.wire.save_article(article["id"], error=line)
                out.append(Handled(article["id"], "failed"))
        return out

    def handle(self, article_id: str, token: int | None = None) -> Handled:
        """One article, all the way; under the `token` of a lease nothing is written once that is over and the article was
        given to somebody else. Raises KeyError for an unknown id."""
        article = self.ledger.wire.article(article_id)
        if article is None:
            raise KeyError(f"no article {article_id} on file")
        if token not in (None, article["token"]):
            return Handled(article_id, article["state"])
        if article["text_gone"]:  # there is nothing left to read, and what was read in it stands
            return self._done(article, "read" if article["reader"] else "held")
        if not article["readable"]:
            return self._done(article, "unreadable")
        changes = self._retire_copies_of(article)
        if found := copies.find_original(self.ledger, article):
            changes += self._mark_copy(article, *found)
            return self._done(article, "copy", changes)
        doc = document(article)
        if not screen(doc).passes and not self._on_file(article):
            return self._done(article, "held", changes)
        changes += self._file(article, doc, self._reading(doc))
        self._reopen_versions(article)
        return self._done(article, "read", changes)

    def add_by_hand(self, entry: ByHand) -> int:
        """Put a claim and an answer on file that a person entered; returns the case. Raises ValueError for an
        entry that lacks something."""
        entered = byhand.reading(entry)
        article = by_hand_article(entry, self.now())
        self.ledger.wire.add_article(article)
        self.ledger.search.index(article["id"], "article", article["text"], article["published"])
        on_file = self.ledger.wire.articles([article["id"]])[0]
        self._file(on_file, document(on_file), entered)
        row = self.ledger.cases.responses_of(article["id"])[0]
        self.ledger.cases.save_response(row["id"], entered_by=entry.by)
        self.ledger.outbox.audit(entry.by, "added by hand", f"case {row['case_id']}", self.now(), team=entry.team)
        return int(row["case_id"])

    def _file(self, article: Row, doc: Document, reading: Reading) -> list[Change]:
        before = Before()
        keep.prepare(article, reading)
        with self.ledger.db.lock("matters"), self.ledger.db.transaction():
            if not self._ours(article):
                return []
            around = matters.around(self.ledger, article["id"]) if article["reader"] else matters.NOTHING
            before.look(self.ledger, around.cases)
            if renamed := keep.save(self.ledger, article, reading, self.now()):
                around = matters.widen(self.ledger, around, renamed)
                before.look(self.ledger, around.cases)
            settled = matters.settle(self.ledger, article["id"], around, self.now(), before.look)
            changes = self._write(article, before, settled.cases)
        changes += self._bear(article, doc, reading, recall.denials_for(self.ledger, article))
        return changes + self._follow(settled.denials)

    def rejoin(self, company_ids: Iterable[int]) -> list[Change]:
        """Settle anew what the families of these companies have on file: a person gave them a name or an owner, or
        made one of two, or two of one. Give the companies that were kin before, too. Again, it adds nothing."""
        before = Before()
        with self.ledger.db.lock("matters"), self.ledger.db.transaction():
            around = matters.widen(self.ledger, matters.NOTHING, company_ids)
            before.look(self.ledger, around.cases)
            settled = matters.settle(self.ledger, "", around, self.now(), before.look)
            spoken = any(a["channel"] for c in sorted(settled.cases) for a in self.ledger.outbox.alerts(c))
            changes = self._write({"id": "", "post": spoken}, before, settled.cases)
        return changes + self._follow(settled.denials)

    def _follow(self, denials: Iterable[str]) -> list[Change]:
        """Hold the articles already on file against denials that are new, or newly paired; what was held back
        and turns out to speak of their matter goes back to be read. Each article is gone through once."""
        around: dict[str, list[Denial]] = {}
        published: dict[str, str] = {}
        for denial in recall.build(self.ledger, self.ledger.cases.responses(sorted(denials))):
            for row in recall.articles_for(self.ledger, denial):
                around.setdefault(row["id"], []).append(denial)
                published[row["id"]] = row["published"]
        changes: list[Change] = []
        for article_id in sorted(around, key=lambda a: (published[a], a)):
            if article := self.ledger.wire.article(article_id):
                changes += self._look_again(article, around[article_id])
        return changes

    def _look_again(self, article: Row, denials: Sequence[Denial]) -> list[Change]:
        """An article on file, and denials that are new to it.

        Another worker may have it under way. Where its reading is on file it is held against the denials here; where
        it is not, it may have been looked at without them, and is taken back to be looked at again.
        """
        under_way = article["state"] == "new" and article["lease_until"]
        if article["state"] == "read" or (under_way and article["read_at"]):
            earlier = [d for d in denials if moment(article["published"]) > d.published]
            return self._bear_anew(article, earlier) if earlier else []
        if (article["state"] == "held" or under_way) and any(recall.wanted(self.ledger, article, d) for d in denials):
            self.ledger.wire.take_back(article["id"])
        return []

    def _bear_anew(self, article: Row, denials: Sequence[Denial]) -> list[Change]:
        """Hold an article that was read before against those of the denials that are among the nearest it has now;
        what it bore on and is near no more is judged by the same measure."""
        near = recall.denials_for(self.ledger, article)
        bearings = self.ledger.cases.bearings_of_article(article["id"])
        gone = self._standing({b["response_id"] for b in bearings} - {d.id for d in near})
        wanted = {d.id for d in denials}
        near = [d for d in near if d.id in wanted]
        return self._bear(article, document(article), keep.load(self.ledger, article), near, gone)

    def _write(self, article: Row, before: Before, cases: Iterable[int]) -> list[Change]:
        """Inside the transaction of a change: statuses, revisions and alert rows that follow from it."""
        before.opened(cases)
        views = {case_id: restate(self.ledger, case_id, self.now()) for case_id in sorted(before.cases)}
        changes = before.changes(views, article["id"])
        revisions = {view["id"]: view["revision"] for view in views.values() if view}
        for case_id in {c.case for c in changes}:
            self.ledger.cases.bump(case_id, revisions[case_id], self.now())
        alerts.write(self.ledger, changes, self.now(), live=bool(article["post"]))
        return changes

    # steps -----------------------------------------------------------------------------------------------------

    def _on_file(self, article: Row) -> bool:
        """Does it speak of a matter on file, though nobody seems to answer anything in it? So does another version of a page
        that holds some: what was added to it may be the answer, in whatever words."""
        if any(v["state"] == "read" and self._holds_something(v) for v in self._versions(article)):
            return True
        near = recall.denials_for(self.ledger, article, ahead=recall.CARRIED)
        return any(recall.wanted(self.ledger, article, d) for d in near)

    def _reopen_versions(self, article: Row) -> None:
        """Versions of a page that were put aside, or are just being looked at, before this one was read."""
        waiting = [v for v in self._versions(article) if v["state"] == "held" or (v["lease_until"] and not v["read_at"])]
        if waiting and self._holds_something(article):
            for version in waiting:
                self.ledger.wire.take_back(version["id"])

    def _versions(self, article: Row) -> list[Row]:
        return [v for v in self.ledger.wire.versions(article["page"]) if v["id"] != article["id"] and not v["text_gone"]]

    def _holds_something(self, article: Row) -> bool:
        return bool(self.ledger.cases.claims_of(article["id"]) or self.ledger.cases.responses_of(article["id"]))

    def _reading(self, doc: Document) -> Reading:
        if self.reader is not self.offline_reader:
            try:
                return self.reader.read(doc)
            except LlmError as error:
                self.ledger.wire.problem("read", self.reader.name, f"{error}; the offline reader goes on", self.now())
        return self.offline_reader.read(doc)

    def _judging(self, doc: Document, reading: Reading, denials: Sequence[Denial]) -> list[Bearing]:
        if self.judge is not self.offline_judge:
            try:
                return self.judge.judge(doc, reading, denials)
            except LlmError as error:
                self.ledger.wire.problem("judge", self.judge.name, f"{error}; the offline judge goes on", self.now())
        return self.offline_judge.judge(doc, reading, denials)

    def _bear(
        self, article: Row, doc: Document, reading: Reading, denials: Sequence[Denial], gone: Sequence[Denial] = ()
    ) -> list[Change]:
        """Judge, then write in one transaction what was judged and what follows from it. `gone`: denials that this
        article is no longer held against, since others are closer."""
        for _ in range(TRIES):
            if not denials and not gone:
                return []
            revisions = {c: self._revision(c) for c in {d.case for d in (*denials, *gone) if d.case}}
            found = {b.denial: b for b in self._judging(doc, reading, denials)} if denials else {}
            with self.ledger.db.lock("matters"), self.ledger.db.transaction():
                if not self._ours(article):
                    return []
                if all(self._revision(c) == r for c, r in revisions.items()):
                    before = Before()
                    before.look(self.ledger, revisions)
                    held = {b["response_id"]: b for b in self.ledger.cases.bearings_of_article(article["id"])}
                    moved = [d for d in (*denials, *gone) if self._put(article, d, found.get(d.id), held.get(d.id))]
                    announced.settle_admissions(self.ledger, article["id"])
                    changes = self._write(article, before, revisions)
                    break
                denials, gone = self._standing([d.id for d in denials]), self._standing([d.id for d in gone])
        else:
            raise RuntimeError("its cases kept moving while it was judged")
        return changes + self._retold(article, moved)

    def _retold(self, article: Row, denials: Sequence[Denial]) -> list[Change]:
        """Judge the articles again that may pass on what this one shows about the denials (all that they were held
        against, so that a model is asked what it was asked before, and its answer is at hand)."""
        changes: list[Change] = []
        for later in retold.after(self.ledger, article, [d.id for d in denials]):
            if not later["text_gone"]:
                near = recall.denials_for(self.ledger, later)
                changes += self._bear(later, document(later), keep.load(self.ledger, later), near)
        return changes

    def _standing(self, ids: Iterable[str]) -> list[Denial]:
        rows = self.ledger.cases.responses(sorted(ids))
        return recall.build(self.ledger, [r for r in rows if not r["repeats"]])

    def _put(self, article: Row, denial: Denial, bearing: Bearing | None, held: Row | None) -> bool:
        """Write what an article says about a denial, in place of what it `held` of it; True where it shows something else
        of it now."""
        showed = (held["verdict"], held["tier"]) if held and held["verdict"] in INFORMATIVE else None
        if bearing is None:
            self.ledger.cases.drop_bearing(denial.id, article["id"])
            return showed is not None
        bearing = retold.as_counted(self.ledger, article, denial, bearing)
        span = bearing.span
        self.ledger.cases.set_bearing(
            {
                "article_id": article["id"], "response_id": denial.id, "verdict": bearing.verdict,
                "tier": bearing.tier, "span": span.text if span else "", "span_start": span.start if span else None,
                "span_end": span.end if span else None, "why": bearing.why, "origin": bearing.origin,
                "judge": bearing.judge, "confidence": bearing.confidence, "text_hash": article["text_hash"],
                "extractor": article["extractor"], "published": article["published"], "made": iso(self.now()),
            }
        )  # fmt: skip
        return showed != ((bearing.verdict, bearing.tier) if bearing.verdict in INFORMATIVE else None)

    def tick(self) -> int:
        """The daily look at open denials: those without news for too long become stale. Returns how many cases
        were looked at; says nothing in Slack."""
        now, looked_at, last = self.now(), 0, 0
        while ids := self.ledger.matters.unsettled(now - PATIENCE, now, after=last):
            for case_id in ids:
                with self.ledger.db.transaction():
                    restate(self.ledger, case_id, now)
            looked_at, last = looked_at + len(ids), ids[-1]
        return looked_at

    # copies ----------------------------------------------------------------------------------------------------

    def _retire_copies_of(self, article: Row) -> list[Change]:
        changes: list[Change] = []
        for article_id, why in copies.find_later_copies(self.ledger, article):
            other = self.ledger.wire.article(article_id)
            if not other or (other["copy_of"] and other["page"] == article["page"]):
                continue
            original, why = copies.find_original(self.ledger, other) or (article["id"], why)
            if original != other["copy_of"]:
                # whoever has it under way has it no more
                changes += self._mark_copy(other, original, why, state="copy", token=other["token"] + 1, lease_until=None)
        return changes

    def _mark_copy(self, article: Row, original: str, why: str, **columns: object) -> list[Change]:
        """A copy adds no evidence: what it had left on the ledger goes. `columns` of the article are set with it."""
        before = Before()
        with self.ledger.db.lock("matters"), self.ledger.db.transaction():
            if not self._ours(article):
                return []
            around = matters.around(self.ledger, article["id"])
            before.look(self.ledger, around.cases)
            self.ledger.wire.save_article(article["id"], copy_of=original, copy_why=why, reader=None, read_at=None, **columns)
            self.ledger.cases.drop_reading(article["id"])
            settled = matters.settle(self.ledger, article["id"], around, self.now(), before.look)
            return self._write(article, before, settled.cases)

    # small things ----------------------------------------------------------------------------------------------

    def _done(self, article: Row, state: str, changes: Sequence[Change] = ()) -> Handled:
        """The end of an article's way, unless it was taken back or given to somebody else meanwhile: then it is as it is
        on file."""
        if not self.ledger.wire.finish_article(article["id"], article["token"], state=state, error=None):
            state = (self.ledger.wire.article(article["id"]) or article)["state"]
        return Handled(article["id"], state, list(changes))

    def _ours(self, article: Row) -> bool:
        """Was the article given to nobody else since it was looked at? Ask in the transaction that writes."""
        return self.ledger.wire.holds(article["id"], article["token"])

    def _revision(self, case_id: int) -> int:
        case = self.ledger.cases.case(case_id)
        return case["revision"] if case else -1


def document(article: Row) -> Document:
    """The article on file as a reader sees it."""
    return Document(
        id=article["id"], url=article["url"], outlet=article["outlet"], kind=article["kind"] or None,
        lang=article["lang"] or "en", title=article["title"], text=article["text"],
        published=moment(article["published"]),
    )  # fmt: skip


def by_hand_article(entry: ByHand, now: datetime) -> Row:
    """The article that holds what a person entered; it is read already."""
    return {
        "id": entry.id, "page": entry.link or f"by-hand:{entry.id}", "url": entry.link, "outlet": "entered by hand",
        "title": "", "text": entry.text, "text_hash": digest(entry.text), "extractor": "by hand",
        "published": iso(entry.said), "first_seen": iso(now), "state": "read", "reader": "person",
        "entered_team": entry.team,
    }  # fmt: skip
