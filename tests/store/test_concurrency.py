"""Many threads and several processes on one ledger."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from store.ledger import Ledger, open_ledger
from tests.store.conftest import NOW, Filler, days

ROOT = Path(__file__).resolve().parents[2]


def together(n: int, work: Callable[[int], None]) -> None:
    """Run `work` in n threads that start at once; raise what any of them raised."""
    start, failures = threading.Barrier(n), []

    def run(i: int) -> None:
        try:
            start.wait(60)
            work(i)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=run, args=(i,)) for i in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not failures, failures


def test_no_article_is_claimed_twice(ledger: Ledger, fill: Filler) -> None:
    with ledger.db.transaction():
        for n in range(200):
            fill.article(f"a{n}", days(n / 100))
    claimed: list[str] = []

    def work(_: int) -> None:
        while rows := ledger.wire.claim_articles(NOW, days(1), limit=7):
            claimed.extend(row["id"] for row in rows)

    together(6, work)
    assert len(claimed) == len(set(claimed)) == 200


def test_no_alert_is_sent_twice(ledger: Ledger) -> None:
    for n in range(60):
        ledger.outbox.add_alert({"key": f"k{n}", "team": "T", "channel": f"C{n % 3}", "case_id": n, "event": "status", "created": NOW})
    taken: list[int] = []

    def work(i: int) -> None:
        while rows := ledger.outbox.due_alerts(NOW, 5):
            taken.extend(ledger.outbox.mark_sending([row["id"] for row in rows], f"m{i}", NOW))

    together(4, work)
    assert sorted(taken) == sorted(row["id"] for row in ledger.outbox.alerts(state="sending"))
    assert len(taken) == 60


def test_one_name_is_one_company_whoever_reads_it(ledger: Ledger) -> None:
    found: list[tuple[str, int]] = []

    def work(i: int) -> None:
        for n in range(10):
            name = f"Quillon {n}"
            found.append((name, ledger.companies.resolve(name, name.casefold(), NOW)))

    together(4, work)
    assert len(set(found)) == 10


def test_only_one_writer_moves_a_revision(ledger: Ledger) -> None:
    case = ledger.cases.open_case("", NOW)
    won: list[int] = []

    def work(i: int) -> None:
        while True:
            at = (ledger.cases.case(case) or {})["revision"]
            if at >= 20:
                return
            if ledger.cases.bump(case, at, NOW):
                won.append(at)

    together(4, work)
    assert sorted(won) == list(range(20))


def test_the_index_counts_right_under_many_writers(ledger: Ledger) -> None:
    def work(i: int) -> None:
        for n in range(20):
            ledger.search.index(f"x{n}", "claim", f"ferry word{i}", NOW)

    together(4, work)
    assert ledger.search.frequencies(["ferry"]) == {"ferry": 20}
    assert sum(ledger.search.frequencies([f"word{i}" for i in range(4)]).values()) == 20
    assert Counter(row["ref"] for row in ledger.search.find("ferry", 100)) == {f"x{n}": 1 for n in range(20)}


INCREMENT = """
import sys
from store.ledger import open_ledger
with open_ledger(sys.argv[1]) as ledger:
    print("ready", flush=True)
    sys.stdin.readline()
    for _ in range(100):
        with ledger.db.transaction():
            n = ledger.db.one("SELECT tokens_in AS n FROM llm_calls WHERE id = 1")["n"]
            ledger.db.execute("UPDATE llm_calls SET tokens_in = :n WHERE id = 1", {"n": n + 1})
"""


def processes(n: int, script: str, url: str) -> list[subprocess.Popen[str]]:
    return [
        subprocess.Popen(
            [sys.executable, "-c", script, url], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(n)
    ]


def test_processes_that_read_and_then_write_lose_nothing(url: str) -> None:
    with open_ledger(url) as ledger:
        ledger.llm.record({"at": NOW, "prompt": "x", "hash": "x", "outcome": "ok"})
        running = processes(2, INCREMENT, url)
        for process in running:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
        for process in running:
            process.communicate("go\n", timeout=60)
            assert process.returncode == 0
        assert ledger.llm.recent()[0]["tokens_in"] == 200


OPEN = "import sys; from store.ledger import open_ledger; open_ledger(sys.argv[1]).close()"


def test_processes_that_make_one_ledger_together(url: str) -> None:
    running = processes(3, OPEN, url)
    for process in running:
        process.communicate(timeout=60)
    assert [process.returncode for process in running] == [0, 0, 0]
