"""Every call to a language model: what it was asked (by hash), what it answered, what it cost."""

from __future__ import annotations

from datetime import datetime

from store.engine import Engine, Row, insert

#: The outcome of a call whose answer can be used again.
OK = "ok"


class LlmCalls:
    """Rows have the columns of `llm_calls`; `cost` is in US dollars, None where the price is not known."""

    def __init__(self, engine: Engine) -> None:
        self.db = engine

    def cached(self, hash: str) -> Row | None:
        """The latest good answer (outcome 'ok') to the same rendered messages, schema and model."""
        return self.db.one(
            "SELECT * FROM llm_calls WHERE hash = :hash AND outcome = :ok AND answer <> '' ORDER BY id DESC LIMIT 1",
            {"hash": hash, "ok": OK},
        )

    def record(self, row: Row) -> int:
        """Keep one call; returns its id. At least `at`, `prompt`, `hash` and `outcome` are needed."""
        return int(self.db.query(insert("llm_calls", row) + " RETURNING id", row)[0]["id"])

    def spent(self, since: datetime) -> float:
        """Dollars spent from `since` on; calls without a known price count as nothing."""
        row = self.db.one("SELECT COALESCE(SUM(cost), 0) AS sum FROM llm_calls WHERE at >= :since", {"since": since})
        return float(row["sum"]) if row else 0.0

    def recent(self, limit: int = 50) -> list[Row]:
        """The latest calls first."""
        return self.db.query("SELECT * FROM llm_calls ORDER BY at DESC, id DESC LIMIT :limit", {"limit": limit})
