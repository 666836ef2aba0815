from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import digest, digest_of_bytes
from bot.watch.charset import decode, to_utf8


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        (b"", "", ""),
        (b"\xef\xbb\xbfplain", "text/html; charset=utf-16", "plain"),
        ("é".encode("cp1252"), "text/html; charset=ISO-8859-1", "é"),
        (b"\x93quoted\x94", "text/html; charset=iso-8859-1", "“quoted”"),
        (
            '<meta charset="windows-1251">Привет'.encode("cp1251"),
            "text/html",
            '<meta charset="windows-1251">Привет',
        ),
        (b"caf\xe9 \xff", "text/html; charset=utf-8", "café ÿ"),
        (b"caf\xe9", "text/html; charset=hex", "café"),
        (b"caf\xe9", "text/html; charset=nonsense-9", "café"),
    ],
)
def test_text_of_bytes(body: bytes, content_type: str, text: str) -> None:
    assert decode(body, content_type) == text


@given(st.binary(max_size=200), st.text(max_size=30))
def test_always_text(body: bytes, content_type: str) -> None:
    assert isinstance(decode(body, f"text/html; charset={content_type}"), str)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")), st.sampled_from(["", "utf-8", "shift_jis", "utf-16", "iso-2022-jp"]))
def test_as_utf8_it_is_the_same_text(body: bytes, charset: str) -> None:
    said = f"text/html; charset={charset}" if charset else ""
    assert to_utf8(body, said) == decode(body, said).encode("utf-8", "replace")


@given(st.binary(max_size=300))
def test_bytes_have_the_hash_of_their_latin_letters(data: bytes) -> None:
    assert digest_of_bytes(data, "f1") == digest(data.decode("latin-1"), "f1")
