"""The daily tidying of the ledger: what was kept long enough goes."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.settings import Settings
from store import retention
from store.ledger import Ledger

log = logging.getLogger(__name__)

#: Redelivery keys are kept this long; Slack redelivers within minutes.
KEYS_KEPT = timedelta(days=3)
#: Archived pages on which nothing rests are kept this long: a denial may still come that makes them matter.
PAGES_KEPT = timedelta(days=7)
_MEGABYTE = 1_000_000


def tidy(ledger: Ledger, settings: Settings, now: datetime) -> dict[str, int]:
    """Let go of old texts, archived pages, redelivery keys and what teams left behind; how many of each. `now`: UTC."""
    done = {
        "texts": retention.drop_texts(ledger.db, now - timedelta(days=settings.text_days), now) if settings.text_days else 0,
        "pages": ledger.evidence.prune(now - PAGES_KEPT) + ledger.evidence.trim(settings.evidence_mb * _MEGABYTE),
        "rows of teams that left": sum(ledger.teams.sweep(now).values()),
        "keys": ledger.outbox.prune_seen(now - KEYS_KEPT),
    }
    told = ", ".join(f"{n} {what}" for what, n in done.items() if n)
    if told:
        log.info("tidied: %s", told, extra={"event": "tidied", **done})
    return done
