"""From bytes to text, whatever the server says the bytes are. Pure."""

from __future__ import annotations

import codecs
import re

_HEAD = 4096
_CUT = 1_000_000  # bytes; so long a document may have been cut in the middle of a character, and is UTF-8 all the same
_IN_TYPE = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.I)
_IN_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.I)
_IN_HTML = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_DECLARED = re.compile(r"^(\s*<\?xml[^>]{0,200}?)\s+encoding\s*=\s*(?:\"[^\"]*\"|'[^']*')", re.I)
# What these labels mean on the web (WHATWG Encoding Standard): each a superset of what its name says.
_ALIASES = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
}
# codecs of Python that are no encodings of documents, and raise whatever they are asked to put up with
_NO_DOCUMENTS = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"})
# how documents in UTF-16 without a mark begin
_WIDE_LE = (b"<\0?\0", b"<\0!\0", b"<\0h\0", b"<\0r\0")
_WIDE_BE = (b"\0<\0?", b"\0<\0!", b"\0<\0h", b"\0<\0r")
_SEVEN_BIT = frozenset({"iso-2022-jp", "iso-2022-kr", "hz-gb-2312", "hz"})


def decode(body: bytes, content_type: str = "") -> str:
    """The text of a feed or page, without its byte order mark; bytes that fit no encoding become U+FFFD.

    A byte order mark is believed first; then UTF-8 where the bytes happen to be valid UTF-8 (other encodings
    almost never are); then what the document says of itself, then what the server says of it.
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if body.startswith(mark):
            return str(memoryview(body)[len(mark) :], name, "replace")
    head = body[:_HEAD]
    if head[:4] in _WIDE_LE:
        return body.decode("utf-16-le", "replace")
    if head[:4] in _WIDE_BE:
        return body.decode("utf-16-be", "replace")
    named = [_codec(n) for n in _named(head, content_type)]
    if not any(n in _SEVEN_BIT for n in named):  # these look like plain ASCII
        named.insert(0, "utf-8")
    for name in filter(_known, named):
        try:
            if name == "utf-8":
                return codecs.utf_8_decode(body, "strict", len(body) < _CUT)[0]
            return body.decode(name)
        except UnicodeError:
            continue
    # nothing fits as a whole: the one that breaks on the fewest bytes
    tries = dict.fromkeys((*filter(_known, named), "utf-8", "cp1252"))
    return body.decode(min(tries, key=lambda name: body[:_CUT].decode(name, "replace").count("\ufffd")), "replace")


def to_utf8(body: bytes, content_type: str = "") -> bytes:
    """The same text as UTF-8. Most documents are, and stay the bytes they were: as text, one emoji in them and they take
    four times the memory."""
    plain = body.removeprefix(codecs.BOM_UTF8)
    named = [_codec(n) for n in _named(body[:_HEAD], content_type)]
    if not (_sixteen_bits(body) or any(n in _SEVEN_BIT for n in named)) and _valid(plain):
        return plain
    return decode(body, content_type).encode("utf-8", "replace")


def as_utf8_xml(text: str) -> bytes:
    """XML text as UTF-8 bytes whose declaration no longer names another encoding."""
    return _DECLARED.sub(r"\1", text, count=1).encode("utf-8", "replace")


def _valid(body: bytes) -> bool:
    """Is it UTF-8 to its end?"""
    reader, view = codecs.getincrementaldecoder("utf-8")(), memoryview(body)
    try:
        for at in range(0, len(body), _CUT):
            reader.decode(view[at : at + _CUT])
        reader.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _sixteen_bits(body: bytes) -> bool:
    marks = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    return body.startswith(marks) or body[:4] in _WIDE_LE or body[:4] in _WIDE_BE


def _named(head: bytes, content_type: str) -> list[str]:
    names = [m.group(1).decode("ascii", "replace") for p in (_IN_XML, _IN_HTML) if (m := p.search(head))]
    if match := _IN_TYPE.search(content_type):
        names.append(match.group(1))
    return names


def _codec(name: str) -> str:
    folded = name.strip().lower()
    return _ALIASES.get(folded, folded)


def _known(name: str) -> bool:
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    # "hex", "zip" and the like are codecs, too
    return found._is_text_encoding and found.name.replace("-", "_") not in _NO_DOCUMENTS
