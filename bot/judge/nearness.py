"""How much has an article in common with denials? By the vectors of short texts, and the words and figures they share.

The vectors lie beside the texts on the ledger: each is made once, when a reading is kept (`bot.read.keep`), or here
where an older row has none. They count as stored, in half precision, and every text is embedded alone, so that it
makes no difference when or beside what that was done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from bot.judge.bearing import Denial
from bot.text import OPENING, about, context, numbers, words
from bot.vectors import from_bytes, stored
from store.engine import Row
from store.ledger import Ledger


class OnFile(NamedTuple):
    """A text that can be compared: its row (`table`: responses, claims or articles) keeps its vector."""

    table: str
    id: str
    text: str


#: Vectors as stored, by the table and id of their texts.
Vectors = dict[tuple[str, str], bytes]


def texts_of(denial: Denial) -> list[OnFile]:
    """What a denial is known by: its words, its claims, and what the articles of those were about."""
    return [
        OnFile("responses", denial.id, denial.quote),
        *(OnFile("claims", c.id, c.span) for c in denial.claims),
        *(OnFile("articles", c.article, c.context) for c in denial.claims if c.context),
    ]


def texts_on_file(ledger: Ledger, rows: Sequence[Row]) -> dict[str, list[OnFile]]:
    """The same by id, for rows {id, quote} of many denials, without building them."""
    out = {row["id"]: [OnFile("responses", row["id"], row["quote"])] for row in rows}
    claims = ledger.matters.claims_answered(out)
    contexts = {a["id"]: context(a) for a in ledger.matters.leads({c["article_id"] for c in claims}, OPENING)}
    for claim in claims:
        texts = out[claim["response_id"]]
        texts.append(OnFile("claims", claim["id"], claim["span"]))
        if about_it := contexts.get(claim["article_id"]):
            texts.append(OnFile("articles", claim["article_id"], about_it))
    return out


def scores(ledger: Ledger, article: Row, denials: Mapping[str, Sequence[OnFile]], read: Vectors | None = None) -> dict[str, float]:
    """How much the article has in common with each denial, about 0 to 1.5, by the denial's id. `read`: vectors that were
    read from the ledger a moment ago."""
    head = OnFile("articles", article["id"], about(article))
    wanted = sorted({text for texts in denials.values() for text in texts if text.text})
    near = _likeness(ledger, head, wanted, {} if read is None else read)
    mine, figures = set(words(article["text"])), numbers(article["text"])
    out = {}
    for denial_id, texts in denials.items():
        theirs = {word for text in texts for word in words_of(text.text)}
        shared = {n for text in texts for n in _figures(text.text)} & figures
        score = max(near[text] for text in texts if text.text)
        score += 0.4 * len(theirs & mine) / max(1, len(theirs)) + 0.15 * min(2, len(shared))
        out[denial_id] = round(min(2.0, max(0.0, score)), 4)
    return out


@lru_cache(maxsize=2048)
def words_of(text: str) -> frozenset[str]:
    """The words of what is on file, kept: a company's latest denials are looked at for each article about it."""
    return frozenset(words(text))


@lru_cache(maxsize=2048)
def _figures(text: str) -> frozenset[float]:
    return frozenset(n for n in numbers(text) if n >= 13)


def senses(ledger: Ledger, article: Row, denials: Iterable[str], read: Vectors) -> dict[str, float]:
    """The cosine of the article and the nearest of each denial's own words and those of its claims, by id, from the
    vectors on file alone: it holds across languages. Denials of which none is on file are left out. The vectors are
    added to `read`."""
    found = ledger.matters.vectors_about(denials)
    if not found:
        return {}
    read |= {(row["of"], row["id"]): bytes(row["vector"]) for row in found}
    head = OnFile("articles", article["id"], about(article))
    rows = from_bytes(b"".join(row["vector"] for row in found)).reshape(len(found), -1)
    products = (rows * from_bytes(_vectors(ledger, [head], read)[head])).sum(axis=1)
    out: dict[str, float] = {}
    for row, product in zip(found, products, strict=True):
        out[row["response_id"]] = max(out.get(row["response_id"], -1.0), round(float(product), 4))
    return out


def _likeness(ledger: Ledger, head: OnFile, texts: Sequence[OnFile], read: Vectors) -> dict[OnFile, float]:
    """The cosine of `head` and each of the texts."""
    vectors = _vectors(ledger, [head, *texts], read)
    rows = np.stack([from_bytes(vectors[text]) for text in texts])
    # a sum along each row: a matrix product may round one row otherwise beside others
    products = (rows * from_bytes(vectors[head])).sum(axis=1)
    return {text: float(product) for text, product in zip(texts, products, strict=True)}


def _vectors(ledger: Ledger, texts: Iterable[OnFile], read: Vectors) -> dict[OnFile, bytes]:
    """The vectors on file; those that are not are made, and kept. `read` holds those that were read or made before."""
    wanted = set(texts)
    for table in sorted({text.table for text in wanted}):
        here = sorted(text for text in wanted if text.table == table and (table, text.id) not in read)
        known = ledger.matters.vectors(table, [text.id for text in here]) if here else {}
        made = {text.id: stored(text.text) for text in here if text.id not in known}
        ledger.matters.keep_vectors(table, made)
        read |= {(table, i): vector for i, vector in (*known.items(), *made.items())}
    return {text: read[text.table, text.id] for text in wanted}
