"""Several hosts with several readers each on one ledger, all at the same articles at the same moment: nothing is made
twice, nothing is missed, and what is on file in the end is what one reader alone makes of it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from bot.export import export_lines
from store.ledger import Ledger, open_ledger
from tests import several
from tests.postgres import Postgres
from tests.process import PATIENCE, ROOT

HOSTS = 2
#: What tells when something was done, not what is on file.
WHEN = ("made", "opened", "updated", "revision", "first_seen")


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The ledger of one reader who had all the time in the world."""
    with open_ledger(tmp_path_factory.mktemp("alone") / "ledger.db") as ledger:
        prepare(ledger)
        several.put(ledger)
        several.work(ledger)
        yield ledger


@pytest.fixture(scope="module")
def together(postgres: Postgres) -> Iterator[Ledger]:
    """The ledger of several hosts."""
    with postgres.database() as url, open_ledger(url) as ledger:
        prepare(ledger)
        run(url)
        yield ledger


def prepare(ledger: Ledger) -> None:
    for channel in ("C1", "C2"):
        ledger.outbox.subscribe("T", channel, 0, "U", several.NOW)


def run(url: str) -> None:
    hosts = [
        subprocess.Popen([sys.executable, "-m", "tests.several", url], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(HOSTS)
    ]
    try:
        for host in hosts:
            assert host.stdout
            assert host.stdout.readline() == "ready\n"
        for host in hosts:
            assert host.stdin
            host.stdin.write("go\n")
            host.stdin.flush()
        for host in hosts:
            host.communicate(timeout=PATIENCE)
        assert [host.returncode for host in hosts] == [0] * HOSTS
    finally:
        for host in hosts:
            host.kill()


def articles(ledger: Ledger) -> list[tuple[str, int, str, str | None]]:
    """Page, version, state and original of everything on file."""
    rows = ledger.db.query("SELECT id, page, version, state, copy_of FROM articles ORDER BY page, version")
    pages = {row["id"]: row["page"] for row in rows}
    return [(row["page"], row["version"], row["state"], pages.get(row["copy_of"])) for row in rows]


def standing(ledger: Ledger) -> Counter[str]:
    """The export without alerts and times of work; cases are named by their first member."""
    rows = [row for row in export_lines(ledger) if row["type"] != "alert"]
    names = {row["id"]: min([*row["claims"], *row["responses"]]) for row in rows if row["type"] == "case"}
    out: Counter[str] = Counter()
    for row in rows:
        kept = {k: v for k, v in row.items() if k not in WHEN}
        at = "id" if row["type"] == "case" else "case"
        if at in kept:
            kept[at] = names.get(kept[at])
        out[json.dumps(kept, ensure_ascii=False, sort_keys=True)] += 1
    return out


def test_each_article_is_on_file_once_and_went_all_the_way(alone: Ledger, together: Ledger) -> None:
    assert articles(together) == articles(alone)
    assert len(articles(alone)) == len(several.wire())
    assert together.wire.problems() == []


def test_what_is_on_file_is_what_one_reader_alone_makes_of_it(alone: Ledger, together: Ledger) -> None:
    assert standing(together) == standing(alone)
    assert len(together.cases.all_ids()) == several.STORIES
    assert together.db.query("SELECT key, COUNT(*) AS n FROM companies GROUP BY key HAVING COUNT(*) > 1") == []
    counts = "SELECT word, articles FROM word_counts WHERE articles <> 0 ORDER BY word"
    assert together.db.query(counts) == alone.db.query(counts)


def test_each_news_is_told_once_to_each_channel(together: Ledger) -> None:
    told = Counter((a["channel"], a["case_id"], a["event"], a["response_id"], a["article_id"]) for a in together.outbox.alerts() if a["event"] != "root")
    assert set(told.values()) == {1}
    roots = Counter((a["channel"], a["case_id"]) for a in together.outbox.alerts() if a["event"] == "root")
    assert set(roots.values()) == {1}
    cases = together.cases.all_ids()  # one that was opened and then found to be another's may have been told, too
    assert roots.keys() >= {(channel, case) for channel in ("C1", "C2") for case in cases}
    statuses = {(a["channel"], a["response_id"]) for a in together.outbox.alerts() if a["event"] == "status"}
    undercut = {r["id"] for case in cases for r in (together.cases.view(case) or {})["responses"] if r["status"] == "undercut"}
    assert statuses == {(channel, response) for channel in ("C1", "C2") for response in undercut}


def test_one_reader_finds_what_the_test_looks_for(alone: Ledger) -> None:
    states = Counter(state for _, _, state, _ in articles(alone))
    assert states == {"read": 4 * several.STORIES, "copy": several.STORIES}
    assert alone.cases.counts()["undercut"] == several.STORIES
