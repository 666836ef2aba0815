"""What is learned from: labels laid on the sentences and candidates they belong to."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np

from bot.read.learned_sheet import KINDS
from bot.read.reading import Document
from tests.train.data import LEARN, WIRE, Labelled, example, labelled

TEXT = (
    "Quarrel Foods is to shut its Penrith bakery in June, three workers told the Post.\n\n"
    "A spokesman for Quarrel Foods denied that any bakery would close. The weather was fine.\n\n"
    "“We were not asked,” said gatepost, which supplies the flour."
)
LABELS = Labelled(
    Document(id="a", url="https://post.example/a", outlet="Post", kind="newspaper", title="Bakery to shut", text=TEXT, published=datetime(2026, 3, 2, tzinfo=UTC)),
    [{"name": "Quarrel Foods", "aliases": ["Quarrel", "the baker"]}, {"name": "Gatepost Milling", "aliases": ["gatepost"]}],
    [
        {"company": "Quarrel Foods", "kind": "flat_denial", "quote": "A spokesman for Quarrel Foods denied that any bakery would close."},
        {"company": "Gatepost Milling", "kind": "unaware", "quote": "We were not asked"},
    ],
    [{"company": "Quarrel Foods", "span": "Quarrel Foods is to shut its Penrith bakery in June"}],
)  # fmt: skip


def test_labels_stand_at_their_sentences() -> None:
    made = example(LABELS)
    assert made is not None
    assert [r.text[:9] for r in made.sheet.rows] == ["Bakery to", "Quarrel F", "A spokesm", "The weath", "“We were "]
    assert made.kind.tolist() == [0, 0, 1 + KINDS.index("flat_denial"), 0, 1 + KINDS.index("unaware")]
    assert made.claim.tolist() == [0, 1, 0, 0, 0]
    right = {(int(r), made.sheet.candidates[int(c)].full) for r, c, w in zip(made.pairs.row, made.pairs.who, made.whose, strict=True) if w}
    assert (2, "Quarrel Foods") in right
    assert {r for r, _ in right} <= {2, 4}
    named = "".join(str(n) for n in made.names)
    assert "1" in named
    assert named.count("1") == 2  # "Quarrel Foods" in two sentences; "gatepost" begins as no name does


def test_what_is_not_labelled_is_not_taught() -> None:
    made = example(Labelled(LABELS.doc, [], LABELS.answers, None))
    assert made is not None
    assert set(made.names.tolist()) == {-100}
    assert set(made.claim.tolist()) == {-1.0}


def test_every_folder_is_read() -> None:
    for folder in LEARN:
        first = next(labelled(WIRE / folder))
        assert first.doc.text
        assert all(np.char.find(first.doc.text, a["quote"]) >= 0 for a in first.answers)
