"""Workers: the rooms on any number of processes and hosts, with PostgreSQL between them.

procrastinate hands out the jobs and this file says what each does: the same things, by the same handlers, as the
clock and the poster do in one process (`bot.clock`, `bot.tell.poster`). A worker has roles:

    poll    polls feeds and visits pages; of several such workers one at a time, the others stand by
    read    takes articles through the desk, in batches; as many as there are workers
    post    delivers alerts, one sender for all channels, and listens to Slack

Whatever is due is computed from the ledger, so a job may run twice, late or never. A worker that dies is noticed by its
heartbeat; the others take its job over.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Sequence
from typing import Any

from procrastinate import App, JobContext, PsycopgConnector

from bot.clock import Clock
from bot.desk import Desk
from bot.service import Service, answers, build_desk, measured
from bot.settings import Settings
from bot.watch.http import Fetcher
from store.jobs import holder
from store.ledger import Ledger

log = logging.getLogger(__name__)

ROLES = ("poll", "read", "post")
#: Articles that a reader takes on before it looks whether there is something else to do.
BATCH = 20
#: Seconds between two signs of life of a worker, and after which one that gives none is taken for dead.
HEARTBEAT, DEAD = 10.0, 30.0
#: Seconds between two looks for jobs of dead workers, for digests and notices, and for alerts put back for later.
RESCUE, NOTICES, POSTS = 10.0, 300.0, 5.0
#: Seconds until a worker that lost the server asks for it again.
AGAIN = 5.0
STOP_SECONDS = 8.0


class Worker:
    """One process's share of the work. `desk` replaces the one that the settings describe.

    Raises StoreError when the ledger is no server's, and SettingsError when role post lacks a setting for Slack.
    """

    def __init__(
        self,
        ledger: Ledger,
        settings: Settings,
        roles: Sequence[str] = ROLES,
        heard: Callable[[str], object] = lambda line: None,
        *,
        desk: Desk | None = None,
        heartbeat: float = HEARTBEAT,
        dead: float = DEAD,
        over: threading.Event | None = None,
    ) -> None:
        self.ledger, self.settings, self.roles = ledger, settings, tuple(roles)
        self.heartbeat, self.dead = heartbeat, dead
        self.over = over or threading.Event()
        self.service = Service(ledger, settings, heard, over=self.over) if "post" in roles else None
        self.fetcher = self.service.fetcher if self.service else Fetcher(settings.user_agent, allow_private=settings.allow_private)
        desk = desk or (self.service.desk if self.service else build_desk(ledger, settings))
        self.clock = Clock(ledger, desk, self.fetcher, settings, heard=heard)
        self._serving = threading.Event()  # set while it takes jobs
        ledger.jobs.prepare()

    @property
    def refused(self) -> str:
        """Why it cannot go on, in one line; "" when it was only asked to stop."""
        return self.service.refused if self.service else ""

    def health(self) -> dict[str, bool]:
        """Which parts are well: the ledger answers, jobs are taken, and, for role post, Slack is connected (or comes to us)."""
        slack = {"slack": self.service.hears_slack()} if self.service else {}
        return {"ledger": answers(self.ledger), "jobs": self._serving.is_set(), **slack}

    def run(self) -> None:
        """Work until `stop`; while the server is away it is asked for again every few seconds. Raises CannotListen."""
        metrics = measured(self.ledger, self.settings, self.health)
        try:
            if self.service:
                self.service.listen()
            while not self.over.is_set():
                try:
                    asyncio.run(self._serve())
                except Exception as error:
                    log.warning("the queue cannot be reached (%s); it is tried again", error, extra={"event": "queue unreachable", "error": str(error)})
                if not self.over.is_set():
                    self.over.wait(AGAIN)
        finally:
            self.clock.stop(0.0)
            if metrics is not None:
                metrics.stop(1.0)
            if self.service:
                self.service.stop()
            else:
                self.fetcher.close()

    def stop(self) -> None:
        """Ask it to end; `run` returns within `STOP_SECONDS`. What was under way is taken up by others."""
        self.over.set()

    async def _serve(self) -> None:
        """Let procrastinate run one worker for each role, and one for the care of all, until asked to stop."""
        app = self._app()
        at_once = {"read": max(1, self.settings.read_workers)}
        async with app.open_async():
            workers = [
                asyncio.create_task(
                    app.run_worker_async(
                        queues=[queue],
                        name=queue,
                        concurrency=at_once.get(queue, 1),
                        delete_jobs="always",
                        install_signal_handlers=False,
                        shutdown_graceful_timeout=STOP_SECONDS,
                        update_heartbeat_interval=self.heartbeat,
                        stalled_worker_timeout=2 * self.dead,  # first its jobs are taken over, then it is forgotten
                    )
                )
                for queue in (*self.roles, "care")
            ]
            self._serving.set()
            while not self.over.is_set() and not any(worker.done() for worker in workers):
                await asyncio.sleep(0.2)
            self._serving.clear()
            for worker in workers:
                worker.cancel()  # which lets it finish the job it has
            await asyncio.gather(*workers, return_exceptions=True)

    def _app(self) -> App:
        """The tasks, their queues and their times; every worker knows them all, so that each can be due anywhere."""
        # two connections for each worker: one listens
        most = 2 * (len(self.roles) + 1) + 2
        logging.getLogger("procrastinate").setLevel(logging.WARNING)
        app = App(connector=PsycopgConnector(conninfo=self.settings.db, min_size=1, max_size=most))
        every = seconds(self.settings.poll_seconds)
        self._task(app, "poll", "poll", every, self._poll, alone=True)
        self._task(app, "read", "read", every, self._read, pass_context=True)
        self._task(app, "daily", "read", "17 3 * * *", self._daily)
        self._task(app, "post", "post", seconds(POSTS), self._post, alone=True)
        self._task(app, "notices", "post", seconds(NOTICES), self._notices)
        self._task(app, "rescue", "care", seconds(RESCUE), self._rescue)
        return app

    def _task(
        self, app: App, name: str, queue: str, cron: str, work: Callable[..., None], *, alone: bool = False, pass_context: Any = False
    ) -> None:
        """One task, deferred once at each of its times on all hosts; one of it waits at most."""
        made = app.task(name=name, queue=queue, queueing_lock=name, lock=name if alone else None, pass_context=pass_context)
        app.periodic(cron=cron)(made(work))  # type: ignore[no-untyped-call]

    # what the jobs do ------------------------------------------------------------------------------------------

    def _poll(self, timestamp: int = 0) -> None:
        """One round; the next one at once when more is due, by whoever is idle."""
        if self.clock.poll():
            self.ledger.jobs.defer("poll")

    def _read(self, context: JobContext, timestamp: int = 0) -> None:
        """A batch, one article at a time: a worker that dies loses one article's work. As soon as there was one, the
        next job is put there for whoever is idle."""
        mine = holder(context.job.id or 0)
        for _ in range(BATCH):
            if self.over.is_set() or not self.clock.read(mine):
                return
            self.ledger.jobs.defer("read")

    def _daily(self, timestamp: int = 0) -> None:
        self.clock.daily()

    def _notices(self, timestamp: int = 0) -> None:
        self.clock.digests()
        self.clock.notices()

    def _post(self, timestamp: int = 0) -> None:
        """Deliver what is due, at each channel's pace, until nothing is."""
        assert self.service is not None
        poster = self.service.poster
        while not self.over.is_set() and (poster.tick() or poster.behind):
            self.over.wait(self.settings.post_apart)

    def _rescue(self, timestamp: int = 0) -> None:
        if gone := self.ledger.jobs.rescue(self.dead):
            log.warning("%s jobs of workers that died are done by others", gone, extra={"event": "jobs rescued", "jobs": gone})


def seconds(every: float) -> str:
    """The times of a task that is due every so many seconds, as procrastinate takes them: cron with seconds, or, from a
    minute on, whole minutes. 90 becomes two minutes, 7 stays seven within each minute."""
    if every < 60:
        return f"* * * * * */{max(1, round(every))}"
    return f"*/{min(59, max(1, round(every / 60)))} * * * *"
