"""Trains the learned reader on tests/wire and writes bot/read/learned.npz.

    pip install torch
    python -m tests.train [--seeds 1] [--epochs 6] [--out FILE]

Needed when the lexicon, the rules or the material have changed much: the networks see what the rules see. About fifteen
minutes a seed on two cores. `walkback eval wire tests/wire/unseen` and `python -m tests.short` tell whether it was of use.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from tests.train.data import LEARN, WIRE, examples
from tests.train.network import train

OUT = Path(__file__).parents[2] / "bot" / "read" / "learned.npz"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--out", type=Path, default=OUT)
    chosen = parser.parse_args()
    material = examples([WIRE / name for name in LEARN])
    print(f"{len(material)} articles, {sum(int((e.kind > 0).sum()) for e in material)} sentences that answer", flush=True)
    stored = {}
    for seed in range(chosen.seeds):
        net = train(material, seed=seed, epochs=chosen.epochs)
        stored |= {f"{seed}/{k}": v.numpy().astype(np.float16) for k, v in net.state_dict().items()}
        np.savez_compressed(chosen.out, **stored)
    print(f"wrote {chosen.out} ({chosen.out.stat().st_size // 1024} KB)")


if __name__ == "__main__":
    main()
