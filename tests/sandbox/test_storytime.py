"""Dates that move along with their story."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.sandbox.storytime import move_dates


@pytest.mark.parametrize(
    ("lang", "text", "moved"),
    [
        ("en", "on 5 January 2026, not in May", "on 16 February 2026, not in May"),
        ("xx", "5 January 2026", "16 February 2026"),
        ("de", "am 18. März 2026 und am 3. Mai", "am 29. April 2026 und am 3. Mai"),
        ("fr", "le 31 décembre 2026.", "le 11 février 2027."),
        ("es", "el 26 de mayo de 2026", "el 7 de julio de 2026"),
        ("pt", "em 30 de março de 2026", "em 11 de maio de 2026"),
        ("it", "il 1 agosto 2026", "il 12 settembre 2026"),
        ("ja", "2026年5月20日、通知を", "2026年7月1日、通知を"),
        ("zh", "于2026年1月9日出具", "于2026年2月20日出具"),
        ("ko", "2026년 1월 9일", "2026년 2월 20일"),
    ],
)
def test_full_dates_move(lang, text, moved):
    assert move_dates(text, lang, timedelta(weeks=6)) == moved
    assert move_dates(moved, lang, -timedelta(weeks=6)) == text
