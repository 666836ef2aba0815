"""Whatever is searched for in whatever: a hit is a slice of the source that reads like the quote, or there is none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.read.quotes import folded, locate

#: Letters, and what texts and quotes differ in: marks, dashes, blanks, ligatures, invisible characters, scripts.
_TEXT = st.text(st.one_of(st.characters(), st.sampled_from("ab NOnot “”„\"'’—-–…. \n\t\u00a0\u200b\ufeffﬁß語「」")), max_size=80)


@given(_TEXT, _TEXT)
def test_a_hit_is_a_slice_that_reads_like_the_quote(text: str, quote: str) -> None:
    hit = locate(text, quote)
    if hit is not None:
        assert hit.text == text[hit.start : hit.end] != ""
        assert folded(hit.text)[0].strip() in folded(quote)[0]


@given(_TEXT, st.integers(0, 80), st.integers(1, 80))
def test_a_sentence_of_the_source_is_found(text: str, start: int, size: int) -> None:
    slice_ = text[start : start + size]
    padded = f"Before. {slice_} After."
    hit = locate(padded, f"“{slice_}”")
    assert hit is not None or not any(c.isalnum() for c in folded(slice_)[0])


@given(_TEXT)
def test_offsets_lead_back_into_the_source(text: str) -> None:
    out, at = folded(text)
    assert len(at) == len(out) + 1
    assert at == sorted(at)
    assert at[-1] == len(text)
