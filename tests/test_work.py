"""Workers on one ledger: who does what, what becomes of the work of one that dies, and that nothing is said twice."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot import service
from bot.clock import utc_now
from bot.desk import LEASE, Desk, Handled
from bot.settings import Settings
from bot.tell.vault import new_key
from bot.work import Worker, seconds
from store.engine import StoreError
from store.jobs import holder
from store.ledger import Ledger, open_ledger
from tests.commandline import walkback_in
from tests.postgres import Postgres
from tests.process import Answer, free_port
from tests.scripted import article

PATIENCE = 120.0


@pytest.fixture
def url(postgres: Postgres) -> Iterator[str]:
    with postgres.database() as empty:
        yield empty


@pytest.fixture
def ledger(url: str) -> Iterator[Ledger]:
    with open_ledger(url) as opened:
        opened.jobs.prepare()
        yield opened


def eventually(check: Callable[[], object], what: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if check():
            return
        time.sleep(0.05)  # another thread's work: there is no event to wait for
    pytest.fail(f"waited {PATIENCE:.0f} s for {what}")


@contextlib.contextmanager
def working(*workers: Worker) -> Iterator[None]:
    threads = [threading.Thread(target=worker.run) for worker in workers]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for worker in workers:
            worker.stop()
        for thread in threads:
            thread.join(60)
        assert not [thread for thread in threads if thread.is_alive()]


def waiting(ledger: Ledger) -> list[str]:
    return [r["task_name"] for r in ledger.db.query("SELECT task_name FROM procrastinate_jobs WHERE status = 'todo' ORDER BY task_name")]


def put(ledger: Ledger, n: int, first: int = 0) -> None:
    for i in range(first, first + n):
        article(ledger, f"plain-{i}", f"The harbour of Northgate took in {i} boats on Monday, its office said.", day=i / 100)


def desk_that_handles(ledger: Ledger, handled: list[str], before: Callable[[str], None] = lambda _: None) -> Desk:
    """A desk that notes what it handles, after whatever `before` does to it."""

    class Noting(Desk):
        def handle(self, article_id: str, token: int | None = None) -> Handled:
            before(article_id)
            handled.append(article_id)
            return super().handle(article_id, token)

    return Noting(ledger, utc_now)


def test_a_ledger_in_a_file_has_no_workers(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "x.db") as ledger, pytest.raises(StoreError, match="migrate-to postgresql"):
        ledger.jobs.prepare()


def test_preparing_again_does_nothing(ledger: Ledger) -> None:
    ledger.jobs.prepare()
    assert ledger.jobs.defer("read")
    assert not ledger.jobs.defer("read")
    assert waiting(ledger) == ["read"]


def test_a_change_and_its_job_come_and_go_together(ledger: Ledger) -> None:
    def undone() -> None:
        with ledger.db.transaction():
            put(ledger, 1)
            assert waiting(ledger) == ["read"]
            raise RuntimeError

    with pytest.raises(RuntimeError):
        undone()
    assert waiting(ledger) == []
    put(ledger, 3)
    assert waiting(ledger) == ["read"]
    ledger.outbox.add_alert({"key": "k", "team": "T", "channel": "C", "event": "root", "created": utc_now()})
    ledger.outbox.add_alert({"key": "r", "event": "root", "created": utc_now(), "state": "recorded"})
    assert waiting(ledger) == ["post", "read"]


def test_an_article_that_is_taken_up_again_gets_a_job(ledger: Ledger) -> None:
    row = article(ledger, "held", "Nothing of note.", state="held")
    assert waiting(ledger) == []
    ledger.wire.save_article(row["id"], state="new")
    assert waiting(ledger) == ["read"]


@pytest.mark.parametrize("role", ["read", "post"])
def test_each_role_tells_of_its_health(ledger: Ledger, url: str, role: str) -> None:
    port, front = free_port(), free_port()
    settings = Settings(
        db=url, poll_seconds=3600, metrics_port=port, slack_api_url="http://127.0.0.1:9/", slack_signing_secret="s", client_id="1.2",
        client_secret="s", secret_key=new_key(), public_url="https://bot.example", http_port=front,
    )  # fmt: skip
    own = open_ledger(url)
    worker = Worker(own, settings, [role])
    slack = {"slack": True} if role == "post" else {}
    assert worker.health() == {"ledger": True, "jobs": False} | dict.fromkeys(slack, False)
    with working(worker):
        eventually(lambda: worker.health()["jobs"], "the worker to take jobs")
        got = Answer(f"http://127.0.0.1:{port}/healthz")
        assert (got.status, json.loads(got.text)) == (200, {"ok": True, "ledger": True, "jobs": True, **slack})
        assert "walkback_feeds" in Answer(f"http://127.0.0.1:{port}/metrics").text
    own.close()


def test_workers_share_what_waits_and_leave_no_jobs_behind(ledger: Ledger, url: str) -> None:
    put(ledger, 60)
    handled: dict[int, list[str]] = {0: [], 1: []}
    both = threading.Barrier(2)

    def meet(_: str) -> None:
        with contextlib.suppress(threading.BrokenBarrierError):
            both.wait(20)  # neither goes on until the other has one, too

    settings = Settings(db=url, read_workers=1, poll_seconds=3600)
    ledgers = [open_ledger(url), open_ledger(url)]
    workers = [Worker(own, settings, ["read"], desk=desk_that_handles(own, handled[i], meet)) for i, own in enumerate(ledgers)]
    with working(*workers):
        eventually(lambda: not ledger.wire.waiting(), "all articles to be read")
    for own in ledgers:
        own.close()
    everything = handled[0] + handled[1]
    assert len(everything) == len(set(everything)) == 60
    assert min(len(handled[0]), len(handled[1])) > 10
    left = ledger.db.query("SELECT task_name, status FROM procrastinate_jobs WHERE status <> 'todo'")
    assert left == []


def test_the_work_of_a_worker_that_died_is_done_by_another(ledger: Ledger, url: str) -> None:
    put(ledger, 2)
    ledger.db.execute("UPDATE procrastinate_jobs SET status = 'doing'")  # by a worker of which nothing is known
    dead = ledger.db.query("SELECT id FROM procrastinate_jobs")[0]["id"]
    now = utc_now()
    (held,) = ledger.wire.claim_articles(now, now + LEASE, 1, holder=holder(dead))
    handled: list[str] = []
    with open_ledger(url) as own:
        settings = Settings(db=url, read_workers=1, poll_seconds=3600)
        with working(Worker(own, settings, ["read"], desk=desk_that_handles(own, handled))):
            eventually(lambda: not ledger.wire.waiting(), "the dead worker's article to be read")
    assert held["id"] in handled
    assert len(handled) == 2
    assert (ledger.wire.article(held["id"]) or {})["attempts"] == 2


def test_a_job_whose_worker_lives_is_left_alone(ledger: Ledger) -> None:
    ledger.jobs.defer("read")
    worker = ledger.db.query("INSERT INTO procrastinate_workers DEFAULT VALUES RETURNING id")[0]["id"]
    ledger.db.execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = :worker", {"worker": worker})
    assert ledger.jobs.rescue(30) == 0
    ledger.db.execute("UPDATE procrastinate_workers SET last_heartbeat = NOW() - INTERVAL '31 seconds'")
    assert ledger.jobs.rescue(30) == 1
    assert waiting(ledger) == ["read"]


def test_a_start_of_the_service_leaves_workers_articles_alone(ledger: Ledger) -> None:
    put(ledger, 2)
    now = utc_now()
    ledger.wire.claim_articles(now, now + LEASE, 1, holder=holder(1))
    ledger.wire.claim_articles(now, now + LEASE, 1)
    assert ledger.wire.free_articles() == 1


@pytest.mark.parametrize(("every", "cron"), [(0.2, "* * * * * */1"), (5, "* * * * * */5"), (60, "*/1 * * * *"), (90, "*/2 * * * *"), (300, "*/5 * * * *"), (9000, "*/59 * * * *")])
def test_times(every: float, cron: str) -> None:
    assert seconds(every) == cron


def test_one_service_runs_on_a_server(url: str) -> None:
    assert not service.is_running(url)
    with service.only_one(url):
        assert service.is_running(url)
        with pytest.raises(service.AlreadyRunning, match="add readers with `walkback work --role read`"), service.only_one(url):
            pass
    assert not service.is_running(url)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("work",), "workers need a ledger on PostgreSQL"),
        (("work", "--role", "cook", "--db", "postgresql://127.0.0.1:1/x"), "there is no role 'cook': use poll, read, post"),
        (("work", "--role", "post", "--db", "postgresql://127.0.0.1:1/x"), "SLACK_BOT_TOKEN is not set"),
        (("work", "--role", "read", "--db", "postgresql://127.0.0.1:1/x"), "nothing answers at that host and port"),
        (("migrate-to", "elsewhere.db"), "is no address of a server"),
        (("migrate-to", "postgresql://127.0.0.1:1/x"), "there is no ledger walkback.db yet"),
        (("migrate-to", "postgresql://127.0.0.1:1/x", "--db", "postgresql://127.0.0.1:1/y"), "only a ledger in a file can be moved"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, tuple) else "",
)
def test_what_a_command_cannot_do_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], args: tuple[str, ...], said: str
) -> None:
    assert said in walkback_in(tmp_path, monkeypatch, capsys)(*args).line


def test_a_ledger_is_moved_by_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], url: str
) -> None:
    walkback = walkback_in(tmp_path, monkeypatch, capsys)
    with open_ledger(tmp_path / "walkback.db") as ledger:
        ledger.wire.add_feed("https://feeds.example/a", kind="press", title="", now=utc_now())
    moved = walkback("migrate-to", url)
    assert moved.code == 0, moved.err
    assert "feeds: 1 rows, the same on both sides" in moved.out
    assert "https://feeds.example/a" in walkback("feeds", "list", "--database", url).out
