"""The network as it is trained and as it is used are one."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch trains the networks; reading needs none of it")

from bot.read.learned_net import Net  # noqa: E402
from tests.train.data import example  # noqa: E402
from tests.train.network import batch, train  # noqa: E402
from tests.train.test_data import LABELS  # noqa: E402


def test_numpy_gives_what_torch_gives() -> None:
    made = example(LABELS)
    assert made is not None
    trained = train([made], seed=0, epochs=1)
    made.sheet.vectors = made.sheet.vectors.astype(np.float32)
    with torch.no_grad():
        names, answer, kinds, claim, scores = trained(batch([made, made]))
    net = Net({k: v.numpy() for k, v in trained.state_dict().items()})
    seen = net.see(made.sheet)
    judged = net.judge(made.sheet, made.pairs, seen)
    pieces, rows, pairs = len(seen.names), len(judged.answer), len(made.pairs.row)
    for there, here in (
        (names[pieces:].softmax(1), seen.names), (answer[rows:].sigmoid(), judged.answer), (kinds[rows:].softmax(1), judged.kinds),
        (claim[rows:].sigmoid(), judged.claim), (scores[pairs:, 0], judged.whose), (scores[pairs:, 1], judged.about),
    ):  # fmt: skip
        assert there.numpy() == pytest.approx(here, abs=1e-4)
