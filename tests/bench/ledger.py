"""A ledger of a million claims beside an empty one: look-ups, digest, recall, and the time that an article takes.

Recall is asked with the labelled wire mixed in: its companies are given hundreds of other denials each, its own labels
are put on file through the desk, and then each later article is asked for the denials that it bears on.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from pathlib import Path

from bot import replay
from bot.desk import Desk
from bot.evals import labelled
from bot.evals.labelled import Episode, Labelled
from bot.judge import recall
from bot.judge.bearing import INFORMATIVE
from bot.read.companies import key
from bot.read.reading import DENIALS, Claim, Document, Reading, Response, Span
from bot.sandbox.server import Sandbox
from bot.settings import Settings
from bot.tell import digest, lookups
from bot.tell.app import build_app, run_socket_mode
from bot.tell.tools import Tools
from bot.watch.articles import store_article
from store.engine import iso, moment
from store.ledger import Ledger, open_ledger
from tests.bench import ledgers
from tests.bench.figure import Figure, milliseconds, percentile
from tests.bench.ledgers import NOW, Size

WIRE = Path(__file__).parents[2].parent / "shared" / "wire"
CLAIMS, QUICK = 1_000_000, 20_000
_ARTICLES = 25


def figures(quick: bool) -> Iterator[Figure]:
    """Look-up, digest, recall, growth."""
    size = Size(QUICK if quick else CLAIMS, _wire_names())
    with _opened(size) as big, _empty() as empty:
        yield Figure(
            name=f"/denials COMPANY at {size.cases:,} cases, p99", unit="ms", measure=lambda: percentile(_lookups(big, size), 0.99),
            peer=lambda: percentile(_lookups(empty, size), 0.99), peer_name="ms on an empty ledger", at_most=100,
        )  # fmt: skip
        with _answering(big) as one, _answering(empty) as other:
            yield Figure(
                name=f"/denials COMPANY from envelope to answer at {size.cases:,} cases, p99", unit="ms",
                measure=lambda: percentile(_commands(one, size), 0.99), peer=lambda: percentile(_commands(other, size), 0.99),
                peer_name="ms on an empty ledger", at_most=300,
            )  # fmt: skip
        yield Figure(
            name=f"weekly digest over {size.claims:,} claims", unit="ms", measure=lambda: milliseconds(lambda: _digest(big)),
            peer=lambda: milliseconds(lambda: _digest(empty)), peer_name="ms on an empty ledger", at_most=2000,
        )  # fmt: skip
        _recalls(big, size)  # the encoder is loaded once
        yield Figure(
            name=f"candidate denials of an article at {size.claims:,} claims, p99", unit="ms", measure=lambda: percentile(_recalls(big, size), 0.99), at_most=25
        )
    if WIRE.is_dir():
        yield Figure(
            name=f"gold bearings whose denial is among the first {recall.MOST_DENIALS}, the wire mixed into {size.claims:,} claims", unit="share",
            measure=lambda: _gold(size), at_least=0.98, runs=1,
        )  # fmt: skip
    for claims in (1_000, 10_000) if quick else (100_000, CLAIMS):
        small, large = Size(1_000), Size(claims, _wire_names()) if claims == CLAIMS else Size(claims)
        many, few = _Growth(large, seed=1_000), _Growth(small, seed=2_000)
        for each in (many, few):
            each()  # what a service that runs has loaded, and keeps
        yield Figure(
            name=f"growth: an article through the desk, {claims:,} articles on file", unit="ms CPU", measure=many, peer=few,
            peer_name="ms with 1,000", at_most=1.5, of="ratio",
        )  # fmt: skip


# ledgers -----------------------------------------------------------------------------------------------------------


@contextmanager
def _opened(size: Size) -> Iterator[Ledger]:
    with open_ledger(ledgers.ledger(size)) as ledger:
        yield ledger


@contextmanager
def _empty() -> Iterator[Ledger]:
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "empty.db") as ledger:
        yield ledger


class _Undone(Exception):
    """Takes everything back that was written since `_taken_back`."""


@contextmanager
def _taken_back(ledger: Ledger) -> Iterator[None]:
    """The ledger is as it was, whatever the block writes: generated ledgers are kept."""
    try:
        with ledger.db.transaction():
            yield
            raise _Undone
    except _Undone:
        pass


# look-ups and digest -----------------------------------------------------------------------------------------------


def _lookups(ledger: Ledger, size: Size) -> list[float]:
    """Milliseconds of a look-up of each of the hundred largest companies, the largest ten times more."""
    tools = Tools(ledger, Settings(), wake=lambda: None, now=lambda: NOW)
    names = ledgers.companies(size)[:100]
    return [milliseconds(lambda n=name: _asked(tools, n)) for name in (*names, *names[:1] * 10)]  # type: ignore[misc]


def _asked(tools: Tools, name: str) -> None:
    try:
        lookups.company(tools, name, "T1")
    except lookups.Refusal:
        assert not tools.ledger.cases.counts()["denials"], name


@contextmanager
def _answering(ledger: Ledger) -> Iterator[Sandbox]:
    """The real app on that ledger, connected to a workspace of its own."""
    with Sandbox(rates=False) as sandbox:
        settings = Settings(slack_bot_token=sandbox.bot_token, slack_app_token=sandbox.app_token, slack_api_url=sandbox.url)
        handler = run_socket_mode(build_app(ledger, settings, poster_wake=lambda: None, now=lambda: NOW), settings)
        try:
            sandbox.wait_connected()
            yield sandbox
        finally:
            handler.close()


def _commands(sandbox: Sandbox, size: Size) -> list[float]:
    """Milliseconds from the command, as a person types it, to the answer that is shown; companies as in `_lookups`."""
    names = ledgers.companies(size)[:100]
    return [milliseconds(lambda n=name: sandbox.command(n)) for name in (*names, *names[:1] * 10)]  # type: ignore[misc]


def _digest(ledger: Ledger) -> None:
    with _taken_back(ledger):
        ledger.outbox.subscribe("T1", "C1", 0, "U1", NOW - timedelta(days=90))
        digest.render(ledger, "T1", "C1", NOW - timedelta(days=7), NOW, NOW)


# recall ------------------------------------------------------------------------------------------------------------


def _recalls(ledger: Ledger, size: Size) -> list[float]:
    """Milliseconds of the recall of each of a hundred fresh articles, none seen before."""
    times = []
    with _taken_back(ledger):
        for row in ledgers.news(size, 100, seed=time.monotonic_ns() % 10_000):
            store_article(ledger, ledgers.incoming(row), NOW)
            (article,) = ledger.wire.versions(row["url"])
            times.append(milliseconds(lambda a=article: recall.denials_for(ledger, a)))  # type: ignore[misc]
    return times


class _Labels:
    """Reads each article of the wire as its labels say, so that only recall is measured."""

    name = "labels"

    def __init__(self, material: Labelled) -> None:
        self.of = {(a["url"], _stored(a["published"])): (e, a["id"]) for e in material.episodes for a in e.articles}

    def read(self, doc: Document) -> Reading:
        episode, name = self.of[doc.url, iso(doc.published)]
        claims = [c for c in episode.gold["claims"] if c["article"] == name]
        at = {c["id"]: i for i, c in enumerate(claims)}
        return Reading(
            reader=self.name,
            claims=tuple(Claim(company=c["company"], statement=c["statement"], origin=c["origin"], sourcing=c["sourcing"], span=_span(doc, c["span"])) for c in claims),
            responses=tuple(
                Response(company=r["company"], speaker=r["speaker"] or "", kind=r["kind"], quote=_span(doc, r["quote"]), answers=tuple(at[c] for c in r["answers"] if c in at))
                for r in episode.gold["responses"] if r["article"] == name
            ),
        )  # fmt: skip


def _stored(published: str) -> str:
    """A time of publication as the ledger has it."""
    return iso(moment(published))


def _span(doc: Document, words: str) -> Span:
    start = max(0, doc.text.find(words))
    return Span(start=start, end=start + len(words), text=words)


def _gold(size: Size) -> float:
    """Of the labelled bearings that tell something, the share whose denial is among the candidates of their article."""
    material = labelled.load(WIRE)
    own = {a["url"] for e in material.episodes for a in e.articles}
    with _opened(size) as ledger, _taken_back(ledger):
        _name(ledger)
        desk = Desk(ledger, lambda: NOW, reader=_Labels(material))
        for article in replay.load([WIRE], now=NOW).articles:
            if article.url in own:
                store_article(ledger, article, NOW)
                while desk.work():
                    pass
        asked = [hit for episode in material.episodes for hit in _hits(ledger, episode)]
    return sum(asked) / len(asked)


def _name(ledger: Ledger) -> None:
    """Put the companies' other names on file, as an administrator would: that two names are one company is for readers
    to find out, and measured with them."""
    for path in sorted(WIRE.glob("*.json")):
        story = json.loads(path.read_text("utf-8"))
        for listed in story["companies"] if isinstance(story, dict) else ():
            company = ledger.companies.resolve(listed["name"], key(listed["name"]), NOW, by="person")
            for name in listed.get("aliases", ()):
                ledger.companies.add_alias(company, name, key(name), "person")


def _hits(ledger: Ledger, episode: Episode) -> Iterator[bool]:
    quotes = {r["id"]: r["quote"] for r in episode.gold["responses"] if r["kind"] in DENIALS}
    articles = {a["id"]: a for a in episode.articles}
    for bearing in episode.gold["bearings"]:
        if bearing["verdict"] in INFORMATIVE and bearing["on"] in quotes:
            article = articles[bearing["article"]]
            row = next(v for v in ledger.wire.versions(article["url"]) if v["published"] == _stored(article["published"]))
            found = recall.denials_for(ledger, row)
            yield any(d.quote == quotes[bearing["on"]] for d in found)


@cache
def _wire_names() -> tuple[str, ...]:
    """The companies of the wire, to be given many other denials; none where it is absent."""
    if not WIRE.is_dir():
        return ()
    material = labelled.load(WIRE)
    return tuple(sorted({r["company"] for e in material.episodes for r in e.gold["responses"] if r["kind"] in DENIALS}))


# growth ------------------------------------------------------------------------------------------------------------


class _Growth:
    """Milliseconds an article takes through copies, screen, reader, matters, recall and judge, on a ledger of that size."""

    def __init__(self, size: Size, seed: int) -> None:
        self.size, self.seed = size, seed

    def __call__(self) -> float:
        self.seed += 1
        # about companies that have more denials than one article is held against on the small ledger, too, and the most
        # on the large one; fresh articles for either, since what was embedded once is kept
        rows = list(ledgers.news(Size(1_000), _ARTICLES, self.seed, largest=4))
        with _opened(self.size) as ledger, _taken_back(ledger):
            began = time.process_time()
            _worked(ledger, rows)
            return (time.process_time() - began) * 1000 / len(rows)


def _worked(ledger: Ledger, rows: list[dict[str, str]]) -> None:
    desk = Desk(ledger, lambda: NOW)
    for row in rows:
        store_article(ledger, ledgers.incoming(row), NOW)
        while desk.work():
            pass
