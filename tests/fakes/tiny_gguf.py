"""A language model of 300 kB, written by hand: it knows letters, has no memory, and likes to close brackets.

It exists so that a real llama.cpp server can be driven without downloading weights: the server's grammar decides
what may come next, the "model" only how likely each byte is, so that its answers are short and fit the schema.
"""

from __future__ import annotations

import struct
from pathlib import Path

_WIDTH, _HEADS, _FEED = 32, 2, 32
#: How much it likes a byte; the rest are 0. Strings, lists and objects end soon.
_LIKES = {
    '"': 6.0,
    "]": 5.0,
    "}": 5.0,
    "{": 4.6,
    ",": 5.0,
    "a": 1.0,
    "e": 1.0,
    " ": -8.0,
    "\n": -8.0,
    "\t": -8.0,
    "\\": -8.0,
}
_TEMPLATE = "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}assistant: "
_U32, _I32, _F32, _STRING, _ARRAY = 4, 5, 6, 8, 9


def write(path: Path, context: int = 65536) -> Path:
    """Write the model to `path` (GGUF version 3); returns `path`. `context`: tokens, which are bytes here."""
    tokens = ["<unk>", "<s>", "</s>", *(f"<0x{b:02X}>" for b in range(256))]
    kinds = [2, 3, 3, *[6] * 256]  # unknown, control, control, byte
    likes = [-30.0, -30.0, 0.0, *(_LIKES.get(chr(b), 0.0 if 32 <= b < 127 else -8.0) for b in range(256))]
    meta: list[tuple[str, bytes]] = [
        ("general.architecture", _string("llama")),
        ("general.name", _string("tiny")),
        ("llama.context_length", _number(context)),
        ("llama.embedding_length", _number(_WIDTH)),
        ("llama.block_count", _number(1)),
        ("llama.feed_forward_length", _number(_FEED)),
        ("llama.attention.head_count", _number(_HEADS)),
        ("llama.attention.head_count_kv", _number(_HEADS)),
        ("llama.attention.layer_norm_rms_epsilon", struct.pack("<If", _F32, 1e-5)),
        ("llama.rope.dimension_count", _number(_WIDTH // _HEADS)),
        ("tokenizer.ggml.model", _string("llama")),
        ("tokenizer.ggml.tokens", _array(_STRING, [_text(t) for t in tokens])),
        ("tokenizer.ggml.scores", _array(_F32, [struct.pack("<f", 0.0)] * len(tokens))),
        ("tokenizer.ggml.token_type", _array(_I32, [struct.pack("<i", k) for k in kinds])),
        ("tokenizer.ggml.bos_token_id", _number(1)),
        ("tokenizer.ggml.eos_token_id", _number(2)),
        ("tokenizer.ggml.unknown_token_id", _number(0)),
        ("tokenizer.chat_template", _string(_TEMPLATE)),
    ]
    ones, square = [1.0] * _WIDTH, [0.0] * (_WIDTH * _WIDTH)
    # every token looks alike and the layer adds nothing, so what comes out depends on the output rows alone
    tensors: list[tuple[str, tuple[int, ...], list[float]]] = [
        ("token_embd.weight", (_WIDTH, len(tokens)), ones * len(tokens)),
        ("blk.0.attn_norm.weight", (_WIDTH,), ones),
        *[(f"blk.0.attn_{n}.weight", (_WIDTH, _WIDTH), square) for n in ("q", "k", "v", "output")],
        ("blk.0.ffn_norm.weight", (_WIDTH,), ones),
        *[(f"blk.0.ffn_{n}.weight", (_WIDTH, _FEED), square) for n in ("gate", "up", "down")],
        ("output_norm.weight", (_WIDTH,), ones),
        ("output.weight", (_WIDTH, len(tokens)), [like / _WIDTH for like in likes for _ in range(_WIDTH)]),
    ]
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(meta))
    head += b"".join(_text(key) + value for key, value in meta)
    body = b""
    for name, shape, values in tensors:
        head += _text(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, 0, len(body))
        body += _padded(struct.pack(f"<{len(values)}f", *values))
    path.write_bytes(_padded(head) + body)
    return path


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 32)


def _text(value: str) -> bytes:
    raw = value.encode()
    return struct.pack("<Q", len(raw)) + raw


def _string(value: str) -> bytes:
    return struct.pack("<I", _STRING) + _text(value)


def _number(value: int) -> bytes:
    return struct.pack("<II", _U32, value)


def _array(kind: int, items: list[bytes]) -> bytes:
    return struct.pack("<IIQ", _ARRAY, kind, len(items)) + b"".join(items)
