"""Stories for the ordeal: each a report that is denied and, a day later, the company's own announcement of it.

All names are put together from syllables, so that no two companies look alike and none exists.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.watch.articles import Incoming

_FIRST = ("Bra", "Cor", "Del", "Fen", "Gal", "Hul", "Jas", "Kel", "Lom", "Mer", "Nor", "Pel", "Quin", "Ros", "Sel", "Tor")
_MIDDLE = ("", "li", "nu", "ra")
_SECOND = ("dav", "gim", "lan", "mor", "nis", "par", "rud", "sten", "tal", "vik", "wen", "zor")
_THIRD = ("eka", "ino", "ora", "uma", "eth", "and", "olt", "usk")
_UNITS = ("ferry", "battery", "dairy", "optics", "parcel", "seed", "timber", "tunnel", "turbine", "water")
_GIVEN = ("Ada", "Dora", "Ida", "Mona", "Nell", "Rita", "Tess", "Una")
BEGIN = datetime(2026, 1, 5, 8, tzinfo=UTC)


@dataclass(frozen=True)
class Story:
    """A company's denial and what came of it."""

    company: str
    denied: Incoming
    announced: Incoming


def stories(count: int, seed: int) -> list[Story]:
    """That many stories, the same ones for the same seed. Raises ValueError for more than there are names."""
    names = [a + m + b + c for a in _FIRST for m in _MIDDLE for b in _SECOND for c in _THIRD]
    if count * 2 > len(names):
        raise ValueError(f"there are names for {len(names) // 2} stories at most, not for {count}")
    rng = random.Random(seed)
    rng.shuffle(names)
    return [
        _story(
            i, names[2 * i], names[2 * i + 1], rng.choice(_UNITS),
            f"{rng.choice(_GIVEN)} {rng.choice(_FIRST)}{rng.choice(_THIRD)}", rng.randrange(110, 990),
        )
        for i in range(count)
    ]  # fmt: skip


def _story(number: int, company: str, buyer: str, unit: str, spokesman: str, price: int) -> Story:
    day = BEGIN + timedelta(hours=number)
    denied = (
        f"{company} Holdings is in talks to sell its {unit} business to {buyer} Partners for {price} million crowns, two people "
        "with knowledge of the matter told the Pendle Courier.\n\n"
        f'"The report is false. We are not in talks to sell the {unit} business," said {spokesman}, a spokeswoman for {company}.\n\n'
        f"{buyer} Partners did not respond to a request for comment."
    )
    announced = (
        f"{company} Holdings today announced the sale of its {unit} business to {buyer} Partners for {price} million crowns. "
        f"{company} and {buyer} have been in talks about the {unit} business since 3 October 2025.\n\n"
        f"{spokesman} of {company} said the {price} million crowns would be paid when the sale closes in June."
    )
    site = company.lower()
    report = f"{company} in talks to sell its {unit} business to {buyer}"
    return Story(
        company,
        _article(f"https://pendle-courier.example/{site}", report, denied, "Pendle Courier", "newspaper", day),
        _article(
            f"https://{site}.example/news", f"{company} sells its {unit} business to {buyer}", announced,
            f"{company} Holdings", "press_release", day + timedelta(days=1),
        ),
    )  # fmt: skip


def _article(url: str, title: str, text: str, outlet: str, kind: str, at: datetime) -> Incoming:
    return Incoming(
        url=url, title=title, text=text, published=at, outlet=outlet, kind=kind, lang="en", author="", feed_id=None,
        first_seen=at, live=True,
    )  # fmt: skip
