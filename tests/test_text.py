"""Figures in texts: wherever they stand, with their multipliers, and no days or years of the calendar."""

from __future__ import annotations

import pytest

from bot.text import numbers


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("3.4 billion", {3.4e9}),
        ("3,4 Mrd", {3.4e9}),
        ("累计涨幅为15%，并非22%", {15.0, 22.0}),
        ("約34億円で譲渡", {3.4e9}),
        ("과징금 28억 4000만원", {2.8e9, 4.0e7}),
        ("2026年3月12日開催", set()),
        ("model A300 of 12 May", {12.0}),
    ],
)
def test_figures_of_a_text(text: str, figures: set[float]) -> None:
    assert numbers(text) == figures
