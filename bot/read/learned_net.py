"""The network of the learned reader: which sentence answers, what kind of answer it is, and whose. Pure.

Pieces of a text with the encoder's vectors (bot.vectors) go through a small layer with their neighbours; each sentence
is what several weights see in its pieces, and the rules' signs; sentences are read in their order, both ways. Trained
by `python -m tests.train` on tests/wire; the numbers are in learned.npz.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from bot.read.learned_sheet import SIGNS, Floats, Pairs, Sheet, row_features

Weights = Mapping[str, Floats]
HEADS = 6
#: How many neighbours on each side a piece is seen with.
_REACH = 2


@dataclass(frozen=True)
class Seen:
    """`names`: pieces x (none, first of a name, further of a name), probabilities. `state`: the pieces, for `Net.judge`."""

    names: Floats
    state: Floats


@dataclass(frozen=True)
class Judged:
    """Probabilities: `answer` by row, `kinds` rows x kinds, `claim` by row; `whose` and `about`: scores by pair."""

    answer: Floats
    kinds: Floats
    claim: Floats
    whose: Floats
    about: Floats


@functools.cache
def nets() -> tuple[Net, ...]:
    """The trained networks, read from the package once. Their answers are averaged."""
    with resources.files("bot.read").joinpath("learned.npz").open("rb") as file, np.load(file) as stored:
        count = 1 + max(int(name.split("/")[0]) for name in stored.files)
        return tuple(
            Net({name.split("/")[1]: stored[name].astype(np.float32) for name in stored.files if name.startswith(f"{i}/")})
            for i in range(count)
        )


class Net:
    """One trained network. `weights`: by the names that torch gives them."""

    def __init__(self, weights: Weights) -> None:
        self.w = weights

    def see(self, sheet: Sheet) -> Seen:
        """The pieces of a sheet with their neighbours, and which of them seem to name a company."""
        seems = np.concatenate([r.seems for r in sheet.rows])
        quoted = np.concatenate([r.quoted for r in sheet.rows])
        x = _gelu(self._linear("proj", sheet.vectors) + self.w["what.weight"][seems] + self.w["inq.weight"][quoted])
        lengths = sheet.lengths
        place = np.arange(len(x)) + np.repeat(_REACH * np.arange(len(lengths)), lengths) + _REACH
        padded = np.zeros((len(x) + _REACH * (len(lengths) + 1), x.shape[1]), dtype=np.float32)
        padded[place] = x
        conv = sum(padded[place + k - _REACH] @ self.w["conv.weight"][:, :, k].T for k in range(2 * _REACH + 1))
        x = x + _gelu(np.asarray(conv) + self.w["conv.bias"])
        return Seen(_softmax(self._linear("ner", x)), x)

    def judge(self, sheet: Sheet, pairs: Pairs, seen: Seen) -> Judged:
        """What each sentence is, and how well each candidate suits it as its speaker."""
        x, lengths = seen.state, sheet.lengths
        starts = np.cumsum(lengths) - lengths
        features = row_features(sheet)
        weigh = self._linear("att", x)
        weigh = np.exp(weigh - weigh.max())
        weigh /= np.maximum(np.repeat(np.add.reduceat(weigh, starts), lengths, axis=0), 1e-9)
        pooled = np.add.reduceat((weigh[:, :, None] * x[:, None, :]).reshape(len(x), -1), starts)
        rows = _gelu(self._linear("up", np.hstack([pooled, np.maximum.reduceat(x, starts)])) + self._linear("uf", features))
        h = np.hstack([self._both_ways(rows), rows])
        kinds = self._linear("ko", _gelu(self._linear("kh", np.hstack([h, features[:, -SIGNS:]]))))
        nobody = np.zeros(x.shape[1], dtype=np.float32)
        mention = {key: x[starts[key[0]] + np.array(where)].mean(axis=0) for key, where in sheet.mentions.items()}
        scores = np.zeros((0, 2), dtype=np.float32)
        if len(pairs.row):
            here = np.stack([mention[key] if key else nobody for key in pairs.here])
            before = np.stack([mention[key] if key else nobody for key in pairs.before])
            joint = self._linear("pu", h)[pairs.row] + self._linear("pm", here) + self._linear("pb", before)
            scores = self._linear("po", _gelu(joint + self._linear("pf", pairs.features)))
        return Judged(
            _sigmoid(self._linear("out", h)[:, 0]), _softmax(kinds), _sigmoid(self._linear("claim", h)[:, 0]),
            scores[:, 0], scores[:, 1],
        )  # fmt: skip

    def _linear(self, name: str, x: Floats) -> Floats:
        return np.asarray(x @ self.w[f"{name}.weight"].T + self.w[f"{name}.bias"], dtype=np.float32)

    def _both_ways(self, rows: Floats) -> Floats:
        return np.hstack([self._gru(rows, ""), self._gru(rows[::-1], "_reverse")[::-1]])

    def _gru(self, rows: Floats, way: str) -> Floats:
        """A gated recurrent unit over the sentences (Cho et al. 2014, in the form of torch.nn.GRU)."""
        given = rows @ self.w[f"gru.weight_ih_l0{way}"].T + self.w[f"gru.bias_ih_l0{way}"]
        size = given.shape[1] // 3
        state = np.zeros(size, dtype=np.float32)
        out = np.empty((len(rows), size), dtype=np.float32)
        for i, row in enumerate(given):
            kept = self.w[f"gru.weight_hh_l0{way}"] @ state + self.w[f"gru.bias_hh_l0{way}"]
            reset, update = np.split(_sigmoid(row[: 2 * size] + kept[: 2 * size]), 2)
            new = np.tanh(row[2 * size :] + reset * kept[2 * size :])
            state = out[i] = (1 - update) * new + update * state
        return out


def _sigmoid(x: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-x)), dtype=np.float32)


def _softmax(x: Floats) -> Floats:
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return np.asarray(e / e.sum(axis=1, keepdims=True), dtype=np.float32)


def _gelu(x: NDArray[np.float32]) -> Floats:
    """Gaussian error linear unit in its tanh form (Hendrycks and Gimpel 2016)."""
    return np.asarray(0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x))), dtype=np.float32)
