"""The judge that needs no model: it speaks on strong signs only and leaves the rest open."""

from __future__ import annotations

from collections.abc import Sequence

from bot.judge.bearing import Bearing, Denial
from bot.read.reading import Document, Reading


class OfflineJudge:
    """Holds one article against denials on file. Pure and deterministic: a function of its arguments."""

    name = "offline-1"

    def judge(self, doc: Document, reading: Reading, denials: Sequence[Denial]) -> list[Bearing]:
        """At most one bearing a denial: none for a denial of another matter or one made no earlier than `doc`."""
        return [
            Bearing(
                denial=d.id,
                verdict="no_bearing",
                tier=4,
                span=None,
                why="nothing new on the matter",
                origin=doc.outlet,
                judge=self.name,
            )
            for d in denials
            if d.published < doc.published and d.article != doc.id
        ]
