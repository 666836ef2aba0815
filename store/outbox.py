"""What must be said once, to whom, and whether it was: subscriptions, alerts, threads, digests, redeliveries, audit.

An alert goes `pending -> sending -> sent | unknown | failed`; `dropped` when it need not be said any more and
`recorded` when it only tells what would have been said. `sending` is on disk before the call that it stands for,
so that after a crash it is known what may have been posted. Rows are dicts with the schema's columns; `body` and
`settings` are JSON text in rows and may be given as dicts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from store.engine import Engine, Row, assignments, insert, marks

#: In `subscriptions.company_id`: every company.
ALL_COMPANIES = 0

_ACTIVE = "COALESCE(c.state, 'active') = 'active' AND COALESCE(i.state, 'active') = 'active'"


class Outbox:
    """Slack's side of the ledger; knows nothing of Slack but its ids."""

    def __init__(self, engine: Engine) -> None:
        self.db = engine

    # subscriptions ---------------------------------------------------------------------------------------------

    def subscribe(
        self,
        team: str,
        channel: str,
        company_id: int,
        by: str,
        now: datetime,
        settings: Mapping[str, Any] | None = None,
    ) -> bool:
        """Tell a channel about a company (`ALL_COMPANIES` for every one); True when it was not told before.

        A paused channel becomes active: somebody asks for it. Settings of an existing subscription are replaced
        only when some are given.
        """
        with self.db.transaction():
            self.save_channel(team, channel, now=now, state="active", error=None)
            row = {
                "team": team,
                "channel": channel,
                "company_id": company_id,
                "by": by,
                "created": now,
                "settings": _json(settings or {}),
            }
            new = self.db.execute(
                insert("subscriptions", row) + " ON CONFLICT (team, channel, company_id) DO NOTHING", row
            )
            if not new and settings is not None:
                self.db.execute(
                    "UPDATE subscriptions SET settings = :settings "
                    "WHERE team = :team AND channel = :channel AND company_id = :company_id",
                    row,
                )
        return bool(new)

    def unsubscribe(self, team: str, channel: str, company_id: int) -> bool:
        """Stop telling a channel about a company; False when it was not told."""
        return bool(
            self.db.execute(
                "DELETE FROM subscriptions WHERE team = :team AND channel = :channel AND company_id = :company",
                {"team": team, "channel": channel, "company": company_id},
            )
        )

    def subscriptions(self, team: str, channel: str) -> list[Row]:
        """What a channel is told about, with `company` (its name, '' for all of them), by name."""
        return self.db.query(
            "SELECT s.*, COALESCE(c.name, '') AS company FROM subscriptions s LEFT JOIN companies c "
            "ON c.id = s.company_id WHERE s.team = :team AND s.channel = :channel ORDER BY COALESCE(c.name, ''), s.id",
            {"team": team, "channel": channel},
        )

    def move_channel(self, team: str, old: str, new: str) -> None:
        """A channel has another id: its row with its settings, subscriptions, threads (mutes with them), alerts, shared
        cards and digests go along; what is there under the new id already stays as it is."""
        unique = {
            "channels": (), "subscriptions": ("company_id",), "threads": ("case_id",), "shares": ("ts",), "digests": ("week",),
        }  # fmt: skip
        params = {"team": team, "old": old, "new": new}
        with self.db.transaction(durable=True):
            for table, columns in unique.items():
                same = "".join(f" AND o.{c} = {table}.{c}" for c in columns)
                self.db.execute(
                    f"UPDATE {table} SET channel = :new WHERE team = :team AND channel = :old AND NOT EXISTS "
                    f"(SELECT 1 FROM {table} o WHERE o.team = :team AND o.channel = :new{same})",
                    params,
                )
                self.db.execute(f"DELETE FROM {table} WHERE team = :team AND channel = :old", {"team": team, "old": old})
            places = {"was": f"{team}|{old}", "is_now": f"{team}|{new}"}
            self.db.execute(
                "UPDATE alerts SET channel = :new, key = REPLACE(key, :was, :is_now) WHERE team = :team AND channel = :old",
                {**params, **places},
            )

    def askers(self, team: str, channel: str) -> set[str]:
        """The people who brought the bot into a channel or had it told about something there."""
        row = self.channel(team, channel) or {}
        return {s["by"] for s in self.subscriptions(team, channel)} | {row.get("by") or ""} - {""}

    def subscribers_of(self, company_ids: Iterable[int], only_through: Iterable[int] = ()) -> list[Row]:
        """Active channels that are told about any of these companies: rows {team, channel, settings}, each once.

        `only_through`: those among them that are meant only because a subsidiary is; who follows one of these
        without its subsidiaries is not told. Settings are those of the subscription to a company, if there is one,
        else of the one to all of them.
        """
        listed, params = marks("c", [*company_ids, ALL_COMPANIES])
        rows = self.db.query(
            "SELECT s.team, s.channel, s.company_id, s.settings FROM subscriptions s "
            "LEFT JOIN channels c ON c.team = s.team AND c.channel = s.channel "
            f"LEFT JOIN installations i ON i.team = s.team WHERE s.company_id IN ({listed}) AND {_ACTIVE} "
            f"ORDER BY s.team, s.channel, CASE WHEN s.company_id = {ALL_COMPANIES} THEN 1 ELSE 0 END, s.id",
            params,
        )
        through = set(only_through)
        first: dict[tuple[str, str], Row] = {}
        for row in rows:
            if row["company_id"] not in through or json.loads(row["settings"] or "{}").get("subsidiaries", True):
                first.setdefault((row["team"], row["channel"]), {k: v for k, v in row.items() if k != "company_id"})
        return list(first.values())

    def listening(self) -> list[Row]:
        """Active channels of active installations."""
        return self.db.query(
            f"SELECT c.* FROM channels c LEFT JOIN installations i ON i.team = c.team WHERE {_ACTIVE} ORDER BY c.team, c.channel"
        )

    def cases_told(self, team: str, channel: str) -> list[int]:
        """The cases that a channel was told of, or that wait for its digest, by number."""
        rows = self.db.query(
            "SELECT DISTINCT case_id FROM alerts WHERE team = :team AND channel = :channel AND event = 'root' "
            "AND case_id IS NOT NULL ORDER BY case_id",
            {"team": team, "channel": channel},
        )
        return [int(row["case_id"]) for row in rows]

    # alerts ----------------------------------------------------------------------------------------------------

    def add_alert(self, row: Row) -> bool:
        """Put one alert into the outbox; False when one with its `key` is there. Needs `key`, `event`, `created`;
        `not_before` defaults to `created`. Call it in the transaction of the change that it tells of."""
        row = {"not_before": row["created"], **row}
        if "body" in row:
            row["body"] = _json(row["body"])
        return bool(self.db.execute(insert("alerts", row) + " ON CONFLICT (key) DO NOTHING", row))

    def due_alerts(self, now: datetime, limit: int = 100) -> list[Row]:
        """Pending alerts whose time has come, by (team, channel, created, id).

        When there are more than `limit`, every channel gets its oldest ones first, so that a busy channel does
        not starve the others. An alert waits for earlier ones of its case and channel, so that a thread keeps
        its order even when one was put back. One that was made later than now is due: the clock was set back.
        """
        return self.db.query(
            "SELECT * FROM alerts WHERE id IN (SELECT id FROM (SELECT a.id, ROW_NUMBER() OVER "
            "(PARTITION BY a.team, a.channel ORDER BY a.created, a.id) AS place FROM alerts a "
            "WHERE a.state = 'pending' AND (a.not_before <= :now OR a.created > :now) AND NOT EXISTS (SELECT 1 FROM alerts e "
            "WHERE e.case_id = a.case_id AND e.state = 'pending' AND e.not_before > :now AND e.created <= :now "
            "AND (e.created < a.created OR (e.created = a.created AND e.id < a.id)) "
            "AND e.team = a.team AND e.channel = a.channel)) due ORDER BY place, id LIMIT :limit) "
            "ORDER BY team, channel, created, id",
            {"now": now, "limit": limit},
        )

    def mark_sending(self, ids: Sequence[int], message_key: str, now: datetime, *, broadcast: bool = False) -> list[int]:
        """Before a message is posted: its alerts are on their way, under the key in its metadata. `broadcast`: the
        whole channel is to see it, not only the thread.

        On disk when this returns. Returns the ids that were pending, and so are this caller's to post; post
        nothing for the others.
        """
        listed, params = marks("i", ids)
        with self.db.transaction(durable=True):
            rows = self.db.query(
                "UPDATE alerts SET state = 'sending', message_key = :key, sending_since = :now, attempts = attempts + 1, "
                "broadcast = :broadcast "
                f"WHERE state = 'pending' AND id IN ({listed}) RETURNING id",
                {**params, "key": message_key, "now": now, "broadcast": broadcast},
            )
        return sorted(row["id"] for row in rows)

    def mark_sent(self, ids: Sequence[int], message_ts: str, now: datetime) -> int:
        """They arrived, in the message with this timestamp. Returns how many were on their way."""
        return self._move(
            ids, ("sending", "unknown"), state="sent", message_ts=message_ts, sent=now, error=None
        )

    def mark_unknown(self, ids: Sequence[int], error: str) -> int:
        """They may have arrived; somebody has to look."""
        return self._move(ids, ("sending", "unknown"), state="unknown", error=error)

    def mark_failed(self, ids: Sequence[int], error: str) -> int:
        """They did not arrive and will not be tried again."""
        return self._move(ids, ("pending", "sending", "unknown"), state="failed", error=error)

    def put_back(self, ids: Sequence[int], not_before: datetime, error: str) -> int:
        """They surely did not arrive; try again from `not_before` on."""
        return self._move(
            ids,
            ("pending", "sending", "unknown", "failed"),
            state="pending",
            not_before=not_before,
            error=error,
            sending_since=None,
            message_key=None,
        )

    def drop(self, ids: Sequence[int], why: str) -> int:
        """They need not be said any more."""
        return self._move(ids, ("pending", "unknown", "failed"), state="dropped", error=why)

    def alert(self, alert_id: int) -> Row | None:
        """One alert."""
        return self.db.one("SELECT * FROM alerts WHERE id = :id", {"id": alert_id})

    def alerts(self, case_id: int | None = None, state: str | None = None, *, limit: int | None = None) -> list[Row]:
        """Alerts, of one case or in one state, in the order they were made; with a `limit`, the last ones."""
        asked = {k: v for k, v in (("case_id", case_id), ("state", state)) if v is not None}
        where = f" WHERE {' AND '.join(f'{c} = :{c}' for c in asked)}" if asked else ""
        if limit is None:
            return self.db.query(f"SELECT * FROM alerts{where} ORDER BY id", asked)
        return self.db.query(f"SELECT * FROM alerts{where} ORDER BY id DESC LIMIT :limit", {**asked, "limit": limit})[::-1]

    def of_message(self, message_key: str) -> list[Row]:
        """The alerts that went (or may have gone) into one message."""
        return self.db.query("SELECT * FROM alerts WHERE message_key = :key ORDER BY id", {"key": message_key})

    def was_broadcast(self, case_id: int, team: str, channel: str) -> bool:
        """Did a message about the case go to the whole channel, out of its thread?"""
        return bool(
            self.db.one(
                "SELECT 1 FROM alerts WHERE case_id = :case AND team = :team AND channel = :channel AND broadcast = 1 "
                "AND state IN ('sent', 'sending', 'unknown') LIMIT 1",
                {"case": case_id, "team": team, "channel": channel},
            )
        )

    def stuck(self, before: datetime, after: datetime) -> list[Row]:
        """Alerts on their way since before the one moment: their sender crashed, or never heard back. Or since after the
        other, which lies ahead: the clock was set back."""
        return self.db.query(
            "SELECT * FROM alerts WHERE state = 'sending' AND (sending_since < :before OR sending_since > :after) "
            "ORDER BY team, channel, id",
            {"before": before, "after": after},
        )

    def unknown(self) -> list[Row]:
        """Alerts that may have arrived."""
        return self.db.query("SELECT * FROM alerts WHERE state = 'unknown' ORDER BY team, channel, id")

    def states(self, team: str | None = None) -> dict[str, int]:
        """How many alerts are in each state; with a `team`, of its own."""
        where = " WHERE team = :team" if team is not None else ""
        rows = self.db.query(f"SELECT state, COUNT(*) AS n FROM alerts{where} GROUP BY state", {"team": team} if team is not None else {})
        return {r["state"]: r["n"] for r in rows}

    def _move(self, ids: Sequence[int], sources: Sequence[str], **columns: Any) -> int:
        if not ids:
            return 0
        listed, params = marks("i", ids)
        states, more = marks("from", sources)
        with self.db.transaction(durable=True):
            return self.db.execute(
                f"UPDATE alerts SET {assignments(columns)} WHERE id IN ({listed}) AND state IN ({states})",
                {**columns, **params, **more},
            )

    # threads ---------------------------------------------------------------------------------------------------

    def thread(self, case_id: int, team: str, channel: str) -> Row | None:
        """The thread of a case in a channel (`root_ts`, `state`, `revision` last shown there ...)."""
        return self.db.one(
            "SELECT * FROM threads WHERE case_id = :case AND team = :team AND channel = :channel",
            {"case": case_id, "team": team, "channel": channel},
        )

    def set_thread(self, case_id: int, team: str, channel: str, *, now: datetime, **columns: Any) -> None:
        """Set columns of a thread, which is made when there is none. On disk when this returns."""
        self._put("threads", {"case_id": case_id, "team": team, "channel": channel}, "created", now, {**columns, "updated": now})

    def revise_thread(self, case_id: int, team: str, channel: str, revision: int) -> bool:
        """Note that the root shows `revision`; False when it shows that or a later one, and must not be touched."""
        return bool(
            self.db.execute(
                "UPDATE threads SET revision = :revision "
                "WHERE case_id = :case AND team = :team AND channel = :channel AND revision < :revision",
                {"case": case_id, "team": team, "channel": channel, "revision": revision},
            )
        )

    def threads_of_case(self, case_id: int) -> list[Row]:
        """All threads of a case."""
        return self.db.query("SELECT * FROM threads WHERE case_id = :case ORDER BY team, channel", {"case": case_id})

    def add_share(self, team: str, channel: str, ts: str, case_id: int, revision: int, message_key: str | None) -> None:
        """Note that somebody had the card of a case posted; it is kept up to date like a root."""
        row = {"team": team, "channel": channel, "ts": ts, "case_id": case_id, "revision": revision, "message_key": message_key}
        self.db.execute(insert("shares", row) + " ON CONFLICT (team, channel, ts) DO NOTHING", row)

    def revise_share(self, share: Row, revision: int, state: str) -> None:
        """Note what a shared card shows now; 'frozen' when it cannot be edited any more."""
        self.db.execute(
            "UPDATE shares SET revision = :revision, state = :state WHERE team = :team AND channel = :channel AND ts = :ts",
            {**share, "revision": revision, "state": state},
        )

    # channels and installations --------------------------------------------------------------------------------

    def channel(self, team: str, channel: str) -> Row | None:
        """One channel; `settings` is JSON text."""
        return self.db.one(
            "SELECT * FROM channels WHERE team = :team AND channel = :channel", {"team": team, "channel": channel}
        )

    def channels(self, *, state: str | None = None) -> list[Row]:
        """All channels, or those of one state ('active', 'paused')."""
        where = " WHERE state = :state" if state else ""
        return self.db.query(f"SELECT * FROM channels{where} ORDER BY team, channel", {"state": state} if state else {})

    def save_channel(self, team: str, channel: str, *, now: datetime, **columns: Any) -> None:
        """Set columns of a channel (name, state, settings, by, error), which is made when there is none."""
        self._put("channels", {"team": team, "channel": channel}, "joined", now, columns)

    def installation(self, team: str) -> Row | None:
        """The installation of a team; `token` is as it was saved (encrypted by whoever saved it)."""
        return self.db.one("SELECT * FROM installations WHERE team = :team", {"team": team})

    def installations(self, *, state: str | None = None) -> list[Row]:
        """All installations, or those of one state ('active', 'inactive')."""
        where = " WHERE state = :state" if state else ""
        return self.db.query(f"SELECT * FROM installations{where} ORDER BY team", {"state": state} if state else {})

    def save_installation(self, team: str, *, now: datetime, **columns: Any) -> None:
        """Set columns of an installation, which is made when there is none."""
        self._put("installations", {"team": team}, "installed", now, columns)

    def _put(self, table: str, key: Row, born: str, now: datetime, columns: Row) -> None:
        if "settings" in columns:
            columns = {**columns, "settings": _json(columns["settings"])}
        row = {**key, born: now, **columns}
        changes = ", ".join(f"{c} = excluded.{c}" for c in columns)
        with self.db.transaction(durable=True):
            self.db.execute(
                f"{insert(table, row)} ON CONFLICT ({', '.join(key)}) "
                + (f"DO UPDATE SET {changes}" if changes else "DO NOTHING"),
                row,
            )

    # once ------------------------------------------------------------------------------------------------------

    def once(self, key: str, now: datetime) -> bool:
        """True the first time this key (of a delivery, a command, a press) is seen."""
        return bool(
            self.db.execute("INSERT INTO seen (key, at) VALUES (:key, :now) ON CONFLICT (key) DO NOTHING", {"key": key, "now": now})
        )

    def was_seen(self, key: str) -> bool:
        """Was this key seen before?"""
        return self.db.one("SELECT 1 AS seen FROM seen WHERE key = :key", {"key": key}) is not None

    def prune_seen(self, before: datetime) -> int:
        """Forget keys seen before that moment; Slack does not deliver again after an hour."""
        return self.db.execute("DELETE FROM seen WHERE at < :before", {"before": before})

    def digest_claimed(self, team: str, channel: str, week: str, now: datetime) -> bool:
        """True for the first who asks to write a channel's digest of a week ('2026-W09')."""
        row = {"team": team, "channel": channel, "week": week, "posted": now}
        with self.db.transaction(durable=True):
            return bool(
                self.db.execute(insert("digests", row) + " ON CONFLICT (team, channel, week) DO NOTHING", row)
            )

    def digests(self, team: str, channel: str) -> list[Row]:
        """The weeks a channel has a digest of, the latest first."""
        return self.db.query(
            "SELECT * FROM digests WHERE team = :team AND channel = :channel ORDER BY week DESC",
            {"team": team, "channel": channel},
        )

    # audit -----------------------------------------------------------------------------------------------------

    def audit(self, by: str, what: str, subject: str, now: datetime, *, team: str = "") -> None:
        """Keep who decided what about what."""
        row = {"at": now, "team": team, "by": by, "what": what, "subject": subject}
        self.db.execute(insert("audit", row), row)

    def audit_log(self, limit: int = 50, *, team: str = "") -> list[Row]:
        """The latest decisions first, of all teams or of one."""
        where = " WHERE team = :team" if team else ""
        return self.db.query(f"SELECT * FROM audit{where} ORDER BY id DESC LIMIT :limit", {"limit": limit, "team": team} if team else {"limit": limit})


def _json(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
