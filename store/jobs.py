"""The jobs of workers: which rooms have something to do. On PostgreSQL only, in procrastinate's own tables.

What there is to do stands in the ledger (articles that wait, alerts that are due); a job only says that somebody
should look. So a job that is lost costs a minute and nothing else, and one of a kind that waits is enough: triggers
put it there in the transaction of the change, and a worker that finds more than it takes puts the next one there.
"""

from __future__ import annotations

from store.engine import Engine, StoreError

#: Tasks of which only one runs at a time on all hosts: one poller, and one sender for all channels.
ALONE = frozenset({"poll", "post"})

_TRIGGERS = """
    CREATE OR REPLACE FUNCTION walkback_defer() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO procrastinate_jobs (queue_name, task_name, queueing_lock, lock)
        VALUES (TG_ARGV[0], TG_ARGV[0], TG_ARGV[0], NULLIF(TG_ARGV[1], '')) ON CONFLICT DO NOTHING;
        RETURN NULL;
    END $$;
    CREATE OR REPLACE TRIGGER articles_new AFTER INSERT ON articles FOR EACH ROW
        WHEN (NEW.state = 'new') EXECUTE FUNCTION walkback_defer('read', '');
    CREATE OR REPLACE TRIGGER articles_again AFTER UPDATE OF state ON articles FOR EACH ROW
        WHEN (NEW.state = 'new' AND OLD.state <> 'new') EXECUTE FUNCTION walkback_defer('read', '');
    CREATE OR REPLACE TRIGGER alerts_due AFTER INSERT ON alerts FOR EACH ROW
        WHEN (NEW.state = 'pending') EXECUTE FUNCTION walkback_defer('post', 'post')
"""


class Jobs:
    """Puts jobs into the queue and takes those away whose worker is gone."""

    def __init__(self, engine: Engine) -> None:
        self.db = engine

    def prepare(self) -> None:
        """Make procrastinate's tables and our triggers where they are missing; safe to do from many hosts at once.

        Raises StoreError for a ledger in a file, or where procrastinate is not installed.
        """
        if self.db.dialect != "postgres":
            raise StoreError(
                f"workers need a ledger on PostgreSQL, and {self.db.url} is a file: "
                "move it with `walkback migrate-to postgresql://...`, or use `walkback run`"
            )
        try:
            from procrastinate.schema import SchemaManager
        except ImportError as error:
            raise StoreError(f"workers need procrastinate ({error}): pip install 'walkback[postgres]'") from None
        with self.db.lock("migrations"), self.db.transaction():
            if "procrastinate_jobs" not in self.db.tables():
                self.db.execute(SchemaManager.get_schema())
            if not self.db.one("SELECT 1 FROM pg_trigger WHERE tgname = 'alerts_due'"):
                self.db.execute(_TRIGGERS)

    def defer(self, task: str) -> bool:
        """Let a worker do `task` soon; False when such a job waits already."""
        return bool(
            self.db.execute(
                "INSERT INTO procrastinate_jobs (queue_name, task_name, queueing_lock, lock) "
                "SELECT task, task, task, CAST(:lock AS text) FROM (SELECT CAST(:task AS text) AS task) t ON CONFLICT DO NOTHING",
                {"task": task, "lock": task if task in ALONE else None},
            )
        )

    def rescue(self, seconds: float) -> int:
        """Take away the jobs whose worker gave no sign for `seconds`, free the articles they held, and let others do
        them; returns how many there were."""
        with self.db.transaction():
            gone = self.db.query(
                "DELETE FROM procrastinate_jobs WHERE id IN (SELECT j.id FROM procrastinate_jobs j LEFT JOIN procrastinate_workers w "
                "ON w.id = j.worker_id WHERE j.status = 'doing' AND (w.id IS NULL OR "
                "w.last_heartbeat < NOW() - CAST(:seconds AS float8) * INTERVAL '1 second')) RETURNING id, task_name",
                {"seconds": seconds},
            )
            for job in gone:
                self.db.execute(
                    "UPDATE articles SET lease_until = NULL WHERE holder = :holder AND state = 'new'", {"holder": holder(job["id"])}
                )
                if job["task_name"] in ("read", *ALONE):  # the others come again by themselves
                    self.defer(job["task_name"])
        return len(gone)


def holder(job_id: int) -> str:
    """What stands in the articles that a job has under way."""
    return f"job {job_id}"
