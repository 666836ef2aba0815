"""An export of the ledger held against labelled episodes: one mark for each thing that was to be found or left alone.

What counts as found is said in the wire's README: a claim or an answer of the same company whose words meet the
label's; a pair counts for the first statement of a claim and for the one in the answer's own article; a re-report
that nobody answers is neither a miss nor a false alarm.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bot.evals.labelled import Episode, Labelled, Labels
from bot.evals.likeness import fold, meet, overlap, same_name
from bot.evals.marks import MISSED, Mark
from bot.judge.bearing import INFORMATIVE
from bot.read.reading import DENIALS

Row = dict[str, Any]
#: Statuses that the labels do not tell apart: nothing strong has been shown.
_UNDECIDED = {"contested": "open", "stale": "open", "": "open"}
_SILENT = ("no_response", "no_comment")


class Export:
    """The rows of `walkback export`, by what is asked of them."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self.rows: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            self.rows[row["type"]].append(dict(row))
        self.articles = {a["id"]: a for a in self.rows["article"]}
        self.at = {(a["url"], instant(a["published"])): a for a in self.rows["article"]}
        self.claims = {c["id"]: c for c in self.rows["claim"]}
        self.responses = {r["id"]: r for r in self.rows["response"]}
        self.answers: dict[str, set[str]] = defaultdict(set)
        for pair in self.rows["pair"]:
            self.answers[pair["response"]].add(pair["claim"])
        self.bearings = {(b["article"], b["response"]): b for b in self.rows["bearing"]}
        self._of: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for what in ("claim", "response"):
            for row in self.rows[what]:
                self._of[what, row["article"]].append(row)

    def of(self, what: str, article: str | None) -> list[Row]:
        """Claims or responses of an article."""
        return self._of.get((what, article), []) if article else []


def instant(published: str | None) -> str:
    """A time of publication as it is compared: UTC is always Z, no fraction of nought."""
    return re.sub(r"(\.0+)?(Z|\+00:00)$", "Z", published or "")


@dataclass
class _Told:
    """One episode beside what the export makes of it. `claims`, `responses`: label's id -> row of the export."""

    episode: Episode
    ids: dict[str, str] = field(default_factory=dict)
    claims: dict[str, Row] = field(default_factory=dict)
    responses: dict[str, Row] = field(default_factory=dict)
    articles: dict[str, Labels] = field(default_factory=dict)

    def mark(self, of: str, article: str, gold: str, got: str, right: bool, text: str = "", note: str = "") -> Mark:
        a = self.articles[article]
        return Mark(of, self.episode.id, gold, got, right, a.get("lang", ""), a.get("kind", ""), a["url"], text, note)


class Scorer:
    """Marks of one export. `marks` once, after `run`."""

    def __init__(self, labelled: Labelled, rows: Iterable[Mapping[str, Any]]) -> None:
        self.labelled = labelled
        self.export = Export(rows)
        self.texts: dict[str, Labels] = {}  # export's article id -> the labelled article
        self.home: dict[str, str] = {}  # export's article id -> episode
        self.judged: set[tuple[str | None, str]] = set()  # (article, response) that the labels speak of

    def run(self) -> list[Mark]:
        """All marks."""
        marks = [m for a in self.labelled.distractors for m in self._distractor(a)]
        distractors = set(self.texts)
        for episode in self.labelled.episodes:
            marks += self._episode(episode)
        return [*marks, *self._everywhere(distractors)]

    # distractors -----------------------------------------------------------------------------------------------

    def _distractor(self, article: Labels) -> Iterator[Mark]:
        """Nothing is to be found in it."""
        row = self.export.at.get((article["url"], instant(article["published"])))
        said = self.export.of("response", row["id"] if row else None)
        if row:
            self.texts[row["id"]] = article
        denials = [r for r in said if r["kind"] in DENIALS]
        pairs = [r for r in said if self.export.answers[r["id"]]]
        for of, wrong in (("distractors_with_denial", denials), ("distractors_with_pair", pairs)):
            text = wrong[0]["quote"] if wrong else ""
            yield Mark(
                of, article["url"], "nothing", wrong[0]["kind"] if wrong else "nothing", not wrong, article.get("lang", ""),
                article.get("kind", ""), article["url"], text, article["title"],
            )  # fmt: skip

    # episodes --------------------------------------------------------------------------------------------------

    def _episode(self, episode: Episode) -> Iterator[Mark]:
        told = _Told(episode, articles={a["id"]: a for a in episode.articles})
        for article in episode.articles:
            row = self.export.at.get((article["url"], instant(article["published"])))
            yield told.mark("articles", article["id"], "on file", "on file" if row else MISSED, row is not None)
            if row:
                told.ids[article["id"]] = row["id"]
                self.home[row["id"]] = episode.id
                self.texts[row["id"]] = article
        yield from self._claims(told)
        yield from self._responses(told)
        yield from self._pairs(told)
        yield from self._bearings(told)
        yield from self._statuses(told)
        yield from self._copies(told)

    def _claims(self, told: _Told) -> Iterator[Mark]:
        gold = told.episode.gold["claims"]
        answered = {c for r in told.episode.gold["responses"] for c in r["answers"]}
        for name, article in told.articles.items():
            labels = [c for c in gold if c["article"] == name]
            rows = self.export.of("claim", told.ids.get(name))
            pairs = matched(labels, rows, partial(_claim_fits, told.episode, article["text"]))
            for i, label in enumerate(labels):
                row = rows[pairs[i]] if i in pairs else None
                if row:
                    told.claims[label["id"]] = row
                if label["id"] in answered:
                    yield told.mark("claims", name, "claim", "claim" if row else "", row is not None, label["span"], label["statement"])
            for j, row in enumerate(rows):
                if j not in pairs.values():
                    yield told.mark("claims", name, "", "claim", False, row.get("span") or "", row["company"])
        by_id = {c["id"]: c for c in gold}
        for name, row in told.claims.items():
            label, said = by_id[name], row.get("origin") or ""
            right = same_name(label["origin"], said)
            yield told.mark("origins", label["article"], label["origin"], said, right, label["span"])
            sourcing = row.get("sourcing") or ""
            yield told.mark("sourcings", label["article"], label["sourcing"], sourcing, label["sourcing"] == sourcing, label["span"])

    def _responses(self, told: _Told) -> Iterator[Mark]:
        gold = told.episode.gold["responses"]
        for name, article in told.articles.items():
            labels = [r for r in gold if r["article"] == name]
            rows = self.export.of("response", told.ids.get(name))
            pairs = matched(labels, rows, partial(_response_fits, told.episode, article["text"]))
            for i, label in enumerate(labels):
                row = rows[pairs[i]] if i in pairs else None
                if row:
                    told.responses[label["id"]] = row
                yield told.mark("responses", name, label["kind"], row["kind"] if row else "", row is not None, label["quote"], label["company"])
            for j, row in enumerate(rows):
                if j not in pairs.values():
                    yield told.mark("responses", name, "", row["kind"], False, row["quote"], row["company"])
        for label in gold:
            row = told.responses.get(label["id"])
            kind = row["kind"] if row else MISSED
            yield told.mark("kinds", label["article"], label["kind"], kind, label["kind"] == kind, label["quote"], label["company"])
            if row and label.get("speaker") and label["kind"] != "no_response":
                said = row.get("speaker") or ""
                right = same_name(label["speaker"], said) or overlap(label["speaker"], said) >= 0.3
                yield told.mark("speakers", label["article"], label["speaker"], said, right, label["quote"])

    def _pairs(self, told: _Told) -> Iterator[Mark]:
        labels = {c["id"]: c for c in told.episode.gold["claims"]}
        label_of = {row["id"]: name for name, row in told.claims.items()}
        here = {told.ids.get(name) for name in told.articles}
        for response in told.episode.gold["responses"]:
            row = told.responses.get(response["id"])
            made = self.export.answers[row["id"]] if row else set()
            if response["answers"]:
                wanted = {told.claims[c]["id"] for c in response["answers"] if c in told.claims}
                hit = bool(wanted & made)
                yield told.mark("pairs", response["article"], "paired", "paired" if hit else MISSED, hit, response["quote"], response["company"])
            for claim in sorted(made):
                on_file = self.export.claims.get(claim)
                if on_file is None:
                    yield told.mark("pairs_dangling", response["article"], "", claim, False, response["quote"])
                    continue
                label = label_of.get(claim)
                if label is None and on_file["article"] in here:
                    continue  # a claim that has no label: counted among the claims
                right = label is not None and _kin(labels, label, response["answers"])
                yield told.mark("pairs_made", response["article"], "its claim", "its claim" if right else "another", right, response["quote"], on_file["statement"])

    def _bearings(self, told: _Told) -> Iterator[Mark]:
        order = {name: i for i, name in enumerate(told.articles)}
        labels = {(b["article"], b["on"]): b for b in told.episode.gold["bearings"]}
        for response in told.episode.gold["responses"]:
            if response["kind"] not in DENIALS:
                continue
            row = told.responses.get(response["id"])
            for name in told.articles:
                if order[name] <= order[response["article"]]:
                    continue
                label = labels.get((name, response["id"]))
                gold = label["verdict"] if label else "no_bearing"
                bearing = self.export.bearings.get((told.ids.get(name, ""), row["id"])) if row else None
                got = bearing["verdict"] if bearing else "no_bearing" if row else MISSED
                if row:
                    self.judged.add((told.ids.get(name), row["id"]))
                words = label["span"] if label else (bearing or {}).get("span") or ""
                yield told.mark("verdicts", name, gold, got, gold == got, words, f"on “{response['quote']}”")
                if bearing and label and gold == got and gold in INFORMATIVE:
                    tier = bearing.get("tier")
                    yield told.mark("tiers", name, str(label["tier"]), str(tier), tier == label["tier"], words)

    def _statuses(self, told: _Told) -> Iterator[Mark]:
        labels = {r["id"]: r for r in told.episode.gold["responses"]}
        for final in told.episode.gold["final"]:
            row, label = told.responses.get(final["response"]), labels[final["response"]]
            got = (row.get("status") or "") if row else MISSED
            got = _UNDECIDED.get(got, got)
            yield told.mark("statuses", label["article"], final["status"], got, got == final["status"], label["quote"], label["company"])

    def _copies(self, told: _Told) -> Iterator[Mark]:
        of = {c["article"]: c["of"] for c in told.episode.gold["copies"]}
        for name, article in told.articles.items():
            said = self.export.articles[told.ids[name]].get("copy_of") if name in told.ids else None
            roots: set[str | None] = set()
            at = name
            while at in of:
                at = of[at]
                roots.add(told.ids.get(at))
            hit = said in roots  # where the original itself is not on file, saying nothing is right
            title = article["title"]
            if of.get(name):
                yield told.mark("copies", name, "copy", "copy" if hit else "", hit, article["text"], title)
            if said and not hit:
                yield told.mark("copies", name, "", "copy", False, article["text"], title)

    # the whole ledger ------------------------------------------------------------------------------------------

    def _everywhere(self, distractors: set[str]) -> Iterator[Mark]:
        rows = self.export.rows
        for alert in rows["alert"]:
            if alert.get("article") in distractors:
                article = self.texts[alert["article"]]
                yield Mark("distractor_alerts", article["url"], "", alert["event"], False, article=article["url"], text=article["title"])
        for case in rows["case"]:
            homes = {self.home.get(self.export.responses[r]["article"]) for r in case.get("responses", ()) if r in self.export.responses}
            named = sorted(h or "elsewhere" for h in homes)
            yield Mark("cases", named[0] if named else "", "one matter", "one matter" if len(homes) <= 1 else " + ".join(named), len(homes) <= 1, note=case.get("title") or "")
        for bearing in rows["bearing"]:
            if bearing["verdict"] in INFORMATIVE:
                at = (bearing["article"], bearing["response"])
                yield self._whole("strays", bearing["article"], at in self.judged, bearing.get("span"), bearing["verdict"])
                yield self._slice("bearing_spans", bearing["article"], bearing.get("span"))
        for response in rows["response"]:
            yield self._slice("quotes", response["article"], response.get("quote"))
        for claim in rows["claim"]:
            yield self._slice("claim_spans", claim["article"], claim.get("span"))

    def _slice(self, of: str, article: str, words: str | None) -> Mark:
        """Quotes and spans must stand in their article's headline or text; articles without labels are not checked."""
        there = self.texts.get(article)
        right = there is None or (bool(fold(words)) and fold(words) in fold(f"{there['title']}\n{there['text']}"))
        return self._whole(of, article, right, words, "")

    def _whole(self, of: str, article: str, right: bool, words: str | None, note: str) -> Mark:
        there = self.texts.get(article, {})
        url = there.get("url", "")
        return Mark(of, self.home.get(article) or url, "", "", right, there.get("lang", ""), there.get("kind", ""), url, words or "", note)


def matched(gold: Sequence[Row], rows: Sequence[Row], fits: Callable[[Row, Row], float]) -> dict[int, int]:
    """One row at most for each label: {index of label: index of row}. The best fit first; nothing that fits at 0."""
    scores = [(fits(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(rows)]
    out: dict[int, int] = {}
    for score, i, j in sorted(scores, reverse=True):
        if score > 0 and i not in out and j not in out.values():
            out[i] = j
    return out


def _claim_fits(episode: Episode, text: str, label: Labels, row: Row) -> float:
    if not episode.same_company(label["company"], row["company"]):
        return 0.0
    score = max(overlap(label["statement"], row.get("statement")), overlap(label["span"], row.get("span")))
    return score if score >= 0.4 or meet(label["span"], row.get("span"), text) else 0.0


def _response_fits(episode: Episode, text: str, label: Labels, row: Row) -> float:
    if not episode.same_company(label["company"], row["company"]):
        return 0.0
    if label["kind"] in _SILENT and label["kind"] == row["kind"]:
        return 1.0  # that somebody said nothing has no words of its own
    return 0.1 + overlap(label["quote"], row["quote"]) if meet(label["quote"], row["quote"], text) else 0.0


def _kin(labels: Mapping[str, Labels], claim: str, answered: Sequence[str]) -> bool:
    """Is it one of the claims that are answered, or one of them told again?"""
    mine = labels[claim]
    return claim in answered or any(
        same_name(mine["origin"], labels[other]["origin"]) and overlap(mine["statement"], labels[other]["statement"]) >= 0.4
        for other in answered
    )
