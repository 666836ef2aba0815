"""The network in torch, as it is trained; bot/read/learned_net.py is the same in NumPy, as it is used."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from bot.read.learned_net import HEADS
from bot.read.learned_sheet import KINDS, PAIR, ROW, SIGNS
from tests.train.data import Example

WIDTH, SENTENCE, STATE, JOINT = 160, 256, 128, 128
#: Share of the articles that are seen without what the rules read in them, each time anew.
RULES_OUT = 0.25


def gelu(x: torch.Tensor) -> torch.Tensor:
    return F.gelu(x, approximate="tanh")


class Network(nn.Module):
    """Names of its parts are those of the arrays in learned.npz."""

    def __init__(self, drop: float = 0.35) -> None:
        super().__init__()
        self.proj, self.what, self.inq = nn.Linear(1280, WIDTH), nn.Embedding(6, WIDTH), nn.Embedding(3, WIDTH)
        self.conv, self.ner = nn.Conv1d(WIDTH, WIDTH, 5, padding=2), nn.Linear(WIDTH, 3)
        self.att, self.up, self.uf = nn.Linear(WIDTH, HEADS), nn.Linear(WIDTH * (HEADS + 1), SENTENCE), nn.Linear(ROW, SENTENCE)
        self.gru = nn.GRU(SENTENCE, STATE, batch_first=True, bidirectional=True)
        whole = 2 * STATE + SENTENCE
        self.out, self.claim = nn.Linear(whole, 1), nn.Linear(whole, 1)
        self.kh, self.ko = nn.Linear(whole + SIGNS, JOINT), nn.Linear(JOINT, len(KINDS))
        self.pu, self.pm, self.pb = nn.Linear(whole, JOINT), nn.Linear(WIDTH, JOINT), nn.Linear(WIDTH, JOINT)
        self.pf, self.po = nn.Linear(PAIR, JOINT), nn.Linear(JOINT, 2)
        self.drop, self.thin = nn.Dropout(drop), nn.Dropout(0.15)

    def forward(self, b: dict[str, Any]) -> tuple[torch.Tensor, ...]:
        """Names by piece; answer, kind and claim by row; scores by pair."""
        x = gelu(self.proj(self.thin(b["x"])) + self.what(b["seems"]) + self.inq(b["quoted"]))
        padded = torch.zeros(b["padded"], WIDTH).index_copy(0, b["place"], x)
        x = self.drop(x + gelu(self.conv(padded.t()[None])[0].t()[b["place"]]))
        weigh = self.att(x)
        weigh = (weigh - weigh.max().detach()).exp()
        total = torch.zeros(b["rows"], HEADS).index_add(0, b["row"], weigh)
        weigh = weigh / total[b["row"]].clamp_min(1e-9)
        seen = (weigh[:, :, None] * x[:, None, :]).reshape(len(x), -1)
        pooled = torch.zeros(b["rows"], seen.shape[1]).index_add(0, b["row"], seen)
        most = torch.full((b["rows"], WIDTH), -9.0).scatter_reduce(0, b["row"][:, None].expand(-1, WIDTH), x, "amax")
        rows = self.drop(gelu(self.up(torch.cat([pooled, most], 1)) + self.uf(b["features"])))
        laid = torch.zeros(len(b["lengths"]), int(b["lengths"].max()), SENTENCE).index_put((b["article"], b["number"]), rows)
        packed = nn.utils.rnn.pack_padded_sequence(laid, b["lengths"], batch_first=True, enforce_sorted=False)
        both, _ = nn.utils.rnn.pad_packed_sequence(self.gru(packed)[0], batch_first=True)
        h = self.drop(torch.cat([both[b["article"], b["number"]], rows], 1))
        kinds = self.ko(self.drop(gelu(self.kh(torch.cat([h, b["features"][:, -SIGNS:]], 1)))))
        met = torch.zeros(b["mentions"] + 1, WIDTH).index_add(0, b["mention"], x[b["named"]])
        met = met / torch.bincount(b["mention"], minlength=b["mentions"] + 1).clamp_min(1)[:, None]
        joint = self.pu(h)[b["pair"]] + self.pm(met[b["here"]]) + self.pb(met[b["before"]]) + self.pf(b["pairs"])
        return self.ner(x), self.out(h)[:, 0], kinds, self.claim(h)[:, 0], self.po(self.drop(gelu(joint)))


def batch(examples: list[Example]) -> dict[str, Any]:
    """Several articles laid end to end."""
    out: dict[str, list[Any]] = {k: [] for k in ("place", "row", "article", "number", "mention", "named", "pair", "here", "before")}
    rows = pieces = mentions = padded = 0
    for article, e in enumerate(examples):
        starts = []
        for number, row in enumerate(e.sheet.rows):
            starts.append(pieces)
            out["place"].append(np.arange(len(row.at)) + padded + 2)
            out["row"].append(np.full(len(row.at), rows + number))
            padded += len(row.at) + 2
            pieces += len(row.at)
        out["article"].append(np.full(len(e.sheet.rows), article))
        out["number"].append(np.arange(len(e.sheet.rows)))
        known = {}
        for key, where in e.sheet.mentions.items():
            known[key] = mentions
            out["mention"].append(np.full(len(where), mentions))
            out["named"].append(np.array(where) + starts[key[0]])
            mentions += 1
        out["pair"].append(e.pairs.row + rows)
        for name in ("here", "before"):
            out[name].append(np.array([known[k] if k else -1 for k in getattr(e.pairs, name)], dtype=np.int64))
        rows += len(e.sheet.rows)
    whole: dict[str, Any] = {k: torch.as_tensor(np.concatenate(v) if v else np.zeros(0, dtype=np.int64)).long() for k, v in out.items()}
    for name in ("here", "before"):
        whole[name][whole[name] < 0] = mentions  # the row of nobody
    joined = {
        "x": np.concatenate([e.sheet.vectors for e in examples]).astype(np.float32),
        "seems": np.concatenate([r.seems for e in examples for r in e.sheet.rows]),
        "quoted": np.concatenate([r.quoted for e in examples for r in e.sheet.rows]),
        "pairs": np.concatenate([e.pairs.features for e in examples]),
        **{k: np.concatenate([getattr(e, k) for e in examples]) for k in ("features", "names", "kind", "claim", "whose", "about")},
    }
    whole |= {k: torch.as_tensor(v) for k, v in joined.items()}
    return whole | {
        "rows": rows, "mentions": mentions, "padded": padded + 2, "lengths": torch.tensor([len(e.sheet.rows) for e in examples]),
        "row_article": whole["article"], "pair_article": whole["article"][whole["pair"]],
    }  # fmt: skip


def without_rules(b: dict[str, Any], share: float) -> dict[str, Any]:
    """The same without what the rules read, for a share of the articles.

    The rules were mended on some of the material, so that they look surer there than they are elsewhere.
    """
    told = torch.rand(len(b["lengths"])) >= share
    b["features"][~told[b["row_article"]], -(len(KINDS) + 2) :] = 0
    b["pairs"][~told[b["pair_article"]], 22:24] = 0
    return b


def loss_of(net: Network, b: dict[str, Any]) -> torch.Tensor:
    """What is wrong with the answers of a network, all questions together."""
    names, answer, kinds, claim, scores = net(b)
    said = b["kind"] > 0
    total = 2 * F.binary_cross_entropy_with_logits(answer, said.float()) + 0.7 * F.cross_entropy(names, b["names"])
    if said.any():
        total = total + 0.3 * F.cross_entropy(kinds[said], b["kind"][said] - 1, label_smoothing=0.05)
    if (known := b["claim"] >= 0).any():
        total = total + 0.5 * F.binary_cross_entropy_with_logits(claim[known], b["claim"][known])
    return total + 0.25 * _pointed(scores[:, 0], b, b["whose"]) + 0.15 * _pointed(scores[:, 1], b, b["about"])


def _pointed(scores: torch.Tensor, b: dict[str, Any], right: torch.Tensor) -> torch.Tensor:
    """How far from those it should be the candidates of a row are chosen; rows without one are left out."""
    top = torch.full((b["rows"],), -1e9).scatter_reduce(0, b["pair"], scores, "amax").detach()
    e = (scores - top[b["pair"]]).exp()
    total = torch.zeros(b["rows"]).index_add(0, b["pair"], e)
    good = torch.zeros(b["rows"]).index_add(0, b["pair"], e * right)
    asked = torch.zeros(b["rows"]).index_add(0, b["pair"], right) > 0
    return -(good[asked] / total[asked]).clamp_min(1e-6).log().mean() if asked.any() else torch.zeros(())


def train(examples: list[Example], *, seed: int, epochs: int = 6, size: int = 8, rate: float = 1e-3) -> Network:
    """A network trained on these examples; the same seed gives the same network on the same machine."""
    torch.manual_seed(seed)
    order = random.Random(seed)
    net = Network()
    optimizer = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.05)
    steps = epochs * -(-len(examples) // size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps, pct_start=0.12)
    for epoch in range(epochs):
        net.train()
        shuffled = order.sample(examples, len(examples))
        losses = []
        for at in range(0, len(shuffled), size):
            loss = loss_of(net, without_rules(batch(shuffled[at : at + size]), RULES_OUT))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(float(loss.detach()))
        print(f"seed {seed} epoch {epoch + 1}/{epochs}: loss {np.mean(losses):.3f}", flush=True)
    return net.eval()
