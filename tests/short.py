"""python -m tests.short [FILE ...] [--lang xx] [--rules] [--losses]: the offline reader on labelled pieces (tests/wire/short, items, matters).

Seconds, where a replay of episodes takes minutes: for whoever mends the reader's grammar. Prints, for each file and
language, precision and recall of answers, and of those found how many have the right kind and company; `--losses`
prints each piece of which something was missed, made up or misread.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.read.learned import Second
from bot.read.offline import OfflineReader
from bot.read.reading import Document, Response
from bot.read.screen import screen
from bot.text import fold

WIRE = Path(__file__).parent / "wire"
#: What the grammar is mended on; tests/wire/items/kept is only measured.
SHORT = (*sorted(WIRE.glob("short/*.json")), *sorted(WIRE.glob("items/*.json")))
#: They have no date of their own.
_PUBLISHED = datetime(2026, 3, 2, tzinfo=UTC)


def pieces_of(entries: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The pieces of a file; of a matter its articles, each by itself."""
    for entry in entries:
        for article in entry.get("articles", [entry]):
            yield {**article, "id": f"{entry['id']}/{article['id']}" if "articles" in entry else entry["id"]}


def answers(piece: dict[str, Any], second: Second | None = None) -> list[Response]:
    """What the screen and the offline reader make of a piece; `second`: with the learned second opinion, as the desk reads."""
    doc = Document(
        id=piece["id"], url=f"https://short.example/{piece['id']}", title=piece["title"], text=piece["text"], lang=piece["lang"],
        outlet=piece["outlet"], kind=piece["kind"], published=_PUBLISHED,
    )  # fmt: skip
    return list(OfflineReader(second).read(doc).responses) if screen(doc).passes else []


def losses(piece: dict[str, Any], found: Sequence[Response], counts: Counter[str]) -> list[str]:
    """A line for each answer missed, misread or made up; `counts` goes on."""
    out, left = [], list(found)
    for wanted in piece["answers"]:
        start = piece["text"].index(wanted["quote"])
        end = start + len(wanted["quote"])
        hits = [r for r in found if r.quote.start < end and start < r.quote.end]
        counts["labelled"] += 1
        told = f"{wanted['company']}, {wanted['kind']}: {wanted['quote']}"
        if not hits:
            out.append(f"missed: {told}")
            continue
        hit = next((r for r in hits if r.kind == wanted["kind"]), hits[0])
        left = [r for r in left if r not in hits]
        ours, theirs = fold(hit.company), fold(wanted["company"])
        counts["found"] += 1
        counts["kind"] += hit.kind == wanted["kind"]
        counts["company"] += ours in theirs or theirs in ours
        if hit.kind != wanted["kind"] or not (ours in theirs or theirs in ours):
            out.append(f"taken for {hit.company}, {hit.kind}: {told}")
    counts["made up"] += len(left)
    return out + [f"made up: {r.company}, {r.kind}: {r.quote.text}" for r in left]


def line(counts: Counter[str]) -> str:
    """The figures of some pieces in a line."""
    precision = counts["found"] / max(1, counts["found"] + counts["made up"])
    recall = counts["found"] / max(1, counts["labelled"])
    of = max(1, counts["found"])
    return (
        f"{counts['labelled']} answers: precision {precision:.2f}, recall {recall:.2f}; of those found "
        f"{counts['kind'] / of:.2f} have the right kind, {counts['company'] / of:.2f} the right company"
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.short", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=SHORT)
    parser.add_argument("--lang", default="", help="only pieces in this language")
    parser.add_argument("--rules", action="store_true", help="without the learned second opinion: for whoever mends the rules")
    parser.add_argument("--losses", action="store_true", help="print what went wrong, with the text")
    asked = parser.parse_args()
    second = None if asked.rules else Second()
    for file in asked.files:
        counts: dict[str, Counter[str]] = {}
        for piece in pieces_of(json.loads(file.read_text("utf-8"))):
            if asked.lang in ("", piece["lang"]):
                wrong = losses(piece, answers(piece, second), counts.setdefault(piece["lang"], Counter()))
                if asked.losses and wrong:
                    print(f"\n{piece['id']} {piece['lang']} {piece['kind']}: {piece['title']}\n{piece['text']}\n", *wrong, sep="\n- ")
        for lang, found in sorted(counts.items()):
            print(f"{file.name} {lang}: {line(found)}")


if __name__ == "__main__":
    main()
