"""Figures about the ledger at one moment, for monitoring. Reading only."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from store.engine import Engine, iso, moment


class Figures:
    """Times are aware, UTC; spans are seconds."""

    def __init__(self, engine: Engine) -> None:
        self.db = engine

    def feeds(self, now: datetime) -> dict[str, int]:
        """{"active", "muted" (in any other state), "due", "failing"}: how many feeds."""
        row = self.db.one(
            "SELECT COALESCE(SUM(CASE WHEN state = 'active' THEN 1 ELSE 0 END), 0) AS active, "
            "COALESCE(SUM(CASE WHEN state <> 'active' THEN 1 ELSE 0 END), 0) AS muted, "
            "COALESCE(SUM(CASE WHEN state = 'active' AND next_poll <= :now THEN 1 ELSE 0 END), 0) AS due, "
            "COALESCE(SUM(CASE WHEN state = 'active' AND failures > 0 THEN 1 ELSE 0 END), 0) AS failing FROM feeds",
            {"now": now},
        )
        return {name: int(n) for name, n in (row or {}).items()}

    def waiting(self, now: datetime) -> dict[str, float]:
        """{"articles", "alerts"}: for how many seconds the oldest one has been waiting; 0 when none does."""
        out = {}
        for name, sql in (
            ("articles", "SELECT MIN(first_seen) AS at FROM articles WHERE state = 'new'"),
            ("alerts", "SELECT MIN(created) AS at FROM alerts WHERE state = 'pending' AND not_before <= :now"),
        ):
            row = self.db.one(sql, {"now": now})
            out[name] = max(0.0, (now - moment(row["at"])).total_seconds()) if row and row["at"] else 0.0
        return out

    def lag(self, now: datetime, span: timedelta = timedelta(days=1)) -> list[float]:
        """From publication to alert, in seconds, of each alert sent within `span`; shortest first. Articles whose own
        date is not known are left out."""
        rows = self.db.query(
            "SELECT a.published AS published, MIN(x.sent) AS sent FROM alerts x JOIN articles a ON a.id = x.article_id "
            "WHERE x.state = 'sent' AND x.sent >= :since AND x.event IN ('response', 'bearing') AND a.dated = 1 "
            "GROUP BY x.article_id, x.channel, a.published",
            {"since": iso(now - span)},
        )
        return sorted(max(0.0, (moment(r["sent"]) - moment(r["published"])).total_seconds()) for r in rows)

    def llm(self) -> list[dict[str, Any]]:
        """{prompt, outcome, calls, tokens_in, tokens_out, cost} since the beginning."""
        return self.db.query(
            "SELECT prompt, outcome, COUNT(*) AS calls, SUM(tokens_in) AS tokens_in, SUM(tokens_out) AS tokens_out, "
            "COALESCE(SUM(cost), 0) AS cost FROM llm_calls GROUP BY prompt, outcome ORDER BY prompt, outcome"
        )

    def failing_feeds(self, before: datetime) -> list[dict[str, Any]]:
        """Active feeds that fail and gave nothing good since before that moment: {url, title, since, last_error}."""
        return self.db.query(
            "SELECT url, title, COALESCE(last_ok, added) AS since, last_error FROM feeds "
            "WHERE state = 'active' AND failures > 0 AND COALESCE(last_ok, added) < :before ORDER BY url",
            {"before": before},
        )
