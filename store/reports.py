"""What digests, the App Home and the poster ask across the ledger. Reading only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from store.engine import Engine, Row, marks
from store.views import AS_SEEN, CASE_SEEN, IS_DENIAL, NOT_STRUCK, STATUS_SEEN


class Reports:
    """Questions over a span of time or over all channels; times are aware, UTC, `until` is exclusive. With a
    `team`, its rulings count (see `store.rulings`)."""

    def __init__(self, engine: Engine, team: str = "", also: Iterable[int] = ()) -> None:
        """`also`: cases that count whichever companies are asked for."""
        self.db, self.team, self.also = engine, team, tuple(also)

    def stale_threads(self, limit: int = 200) -> list[Row]:
        """Threads whose root shows an older revision than the case has, with the case's (`case_revision`)."""
        return self.db.query(
            "SELECT t.*, k.revision AS case_revision FROM threads t JOIN cases k ON k.id = t.case_id "
            "WHERE t.root_ts IS NOT NULL AND t.state = 'posted' AND k.revision > t.revision "
            "ORDER BY k.updated, t.case_id LIMIT :limit",
            {"limit": limit},
        )

    def stale_shares(self, limit: int = 200) -> list[Row]:
        """Shared cards that show an older revision than the case has, with the case's (`case_revision`)."""
        return self.db.query(
            "SELECT s.*, k.revision AS case_revision FROM shares s JOIN cases k ON k.id = s.case_id "
            "WHERE s.state = 'posted' AND k.revision > s.revision ORDER BY k.updated, s.case_id, s.ts LIMIT :limit",
            {"limit": limit},
        )

    def channels_with_subscriptions(self) -> list[Row]:
        """Active channels of active installations that are told about something."""
        return self.db.query(
            "SELECT c.* FROM channels c LEFT JOIN installations i ON i.team = c.team "
            "WHERE c.state = 'active' AND COALESCE(i.state, 'active') = 'active' AND EXISTS "
            "(SELECT 1 FROM subscriptions s WHERE s.team = c.team AND s.channel = c.channel) ORDER BY c.team, c.channel"
        )

    def new_denials(self, companies: Iterable[int] | None, since: datetime, until: datetime, fresh: datetime, limit: int = 200) -> list[Row]:
        """Denials of articles first seen in a span and published from `fresh` on, by publication, with their article's
        outlet and url."""
        only, params = self._of(companies, CASE_SEEN)
        return self.db.query(
            f"SELECT r.*, {STATUS_SEEN} AS status, {CASE_SEEN} AS case_id, a.outlet, a.url "
            f"FROM responses r{AS_SEEN}JOIN articles a ON a.id = r.article_id "
            f"WHERE {IS_DENIAL} AND a.first_seen >= :since AND a.first_seen < :until AND r.published >= :fresh{only} "
            "ORDER BY r.published, r.id LIMIT :limit",
            {**params, "team": self.team, "since": since, "until": until, "fresh": fresh, "limit": limit},
        )

    def older_denials(self, companies: Iterable[int] | None, since: datetime, until: datetime, fresh: datetime) -> Row:
        """How many denials of articles first seen in a span were published before `fresh`: {n, first, last}, the latter
        two when the earliest and the latest were published, None where there are none."""
        only, params = self._of(companies, CASE_SEEN)
        return self.db.query(
            f"SELECT COUNT(*) AS n, MIN(r.published) AS first, MAX(r.published) AS last FROM responses r{AS_SEEN}"
            f"JOIN articles a ON a.id = r.article_id WHERE {IS_DENIAL} AND a.first_seen >= :since AND a.first_seen < :until "
            f"AND r.published < :fresh{only}",
            {**params, "team": self.team, "since": since, "until": until, "fresh": fresh},
        )[0]

    def new_bearings(self, companies: Iterable[int] | None, since: datetime, until: datetime, fresh: datetime, limit: int = 200) -> list[Row]:
        """What was found out about denials in a span (verdicts that tell something), with the denial's `company`,
        `case_id`, `status`, `said` and the article's outlet and url. Not what was over before `fresh` with a denial that
        only came in that span, too."""
        only, params = self._of(companies, CASE_SEEN)
        return self.db.query(
            f"SELECT b.*, r.company, {CASE_SEEN} AS case_id, {STATUS_SEEN} AS status, r.published AS said, a.outlet, a.url "
            f"FROM responses r{AS_SEEN}JOIN bearings b ON r.id = b.response_id JOIN articles a ON a.id = b.article_id "
            f"JOIN articles d ON d.id = r.article_id WHERE b.verdict <> 'no_bearing' AND {IS_DENIAL} AND {NOT_STRUCK} "
            f"AND b.made >= :since AND b.made < :until AND (b.published >= :fresh OR d.first_seen < :since){only} "
            "ORDER BY b.tier, b.published, b.article_id LIMIT :limit",
            {**params, "team": self.team, "since": since, "until": until, "fresh": fresh, "limit": limit},
        )

    def ageing(self, companies: Iterable[int] | None, before: datetime, limit: int = 5) -> list[Row]:
        """Denials published before that moment that are still open or contested, in cases that are, the latest first."""
        only, params = self._of(companies, CASE_SEEN)
        return self.db.query(
            f"SELECT r.*, {STATUS_SEEN} AS status, {CASE_SEEN} AS case_id FROM responses r{AS_SEEN}"
            f"JOIN cases k ON k.id = {CASE_SEEN} LEFT JOIN team_cases tc ON tc.case_id = k.id AND tc.team = :team "
            f"WHERE {IS_DENIAL} AND {STATUS_SEEN} IN ('open', 'contested') AND r.published < :before{only} "
            "AND COALESCE(tc.status, k.status) IN ('open', 'contested') "
            "ORDER BY r.published DESC, r.id LIMIT :limit",
            {**params, "team": self.team, "before": before, "limit": limit},
        )

    def denials_since(self, companies: Iterable[int] | None, since: datetime, until: datetime) -> list[Row]:
        """{published, status, company} of each denial published in a span."""
        only, params = self._of(companies, CASE_SEEN)
        return self.db.query(
            f"SELECT r.published, {STATUS_SEEN} AS status, r.company FROM responses r{AS_SEEN}"
            f"WHERE {IS_DENIAL} AND r.published >= :since AND r.published < :until{only} ORDER BY r.published",
            {**params, "team": self.team, "since": since, "until": until},
        )

    def rulings(self, companies: Iterable[int] | None, since: datetime, until: datetime, limit: int = 50) -> list[Row]:
        """What people of a team corrected, or took back, in a span."""
        only, params = self._of(companies, "u.case_id")
        return self.db.query(
            "SELECT u.* FROM rulings u WHERE u.team = :team AND ((u.at >= :since AND u.at < :until AND u.undone_at IS NULL) "
            f"OR (u.undone_at >= :since AND u.undone_at < :until AND u.at < :since)){only} ORDER BY u.id LIMIT :limit",
            {**params, "team": self.team, "since": since, "until": until, "limit": limit},
        )

    def withdrawn(self, team: str, channel: str, since: datetime, until: datetime) -> list[Row]:
        """Corrections a channel was given in a span, with the article's outlet and title."""
        return self.db.query(
            "SELECT x.*, a.outlet, a.title FROM alerts x LEFT JOIN articles a ON a.id = x.article_id "
            "WHERE x.event = 'withdrawn' AND x.team = :team AND x.channel = :channel AND x.created >= :since "
            "AND x.created < :until ORDER BY x.id",
            {"team": team, "channel": channel, "since": since, "until": until},
        )

    def _of(self, companies: Iterable[int] | None, case_column: str) -> tuple[str, Row]:
        """The condition that a case involves one of these companies, or is one of those that count in any event."""
        if companies is None:
            return "", {}
        listed, params = marks("f", companies)
        also, more = marks("also", self.also)
        asked = f"{case_column} IN (SELECT case_id FROM case_companies WHERE company_id IN ({listed}))"
        return f" AND ({asked} OR {case_column} IN ({also}))", {**params, **more}
