"""The cheap question before reading: may this article carry an answer of a company, or a claim worth keeping? Pure."""

from __future__ import annotations

from dataclasses import dataclass

from bot.read.reading import Document


@dataclass(frozen=True)
class Screened:
    """`passes`: read it. `cues`: what spoke for it, for the log."""

    passes: bool
    cues: tuple[str, ...]


def screen(doc: Document) -> Screened:
    """Whether `doc` is worth a reader's time. Its language decides which words are looked for."""
    return Screened(bool(doc.text.strip()), ())
