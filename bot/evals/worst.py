"""The worst cases of a run, the gravest first: what a reader of the channel would hold against the bot. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.evals.marks import MISSED, Mark

Test = Callable[[Mark], bool]

#: What is wrong, in words, and which marks show it; the first that fits counts.
_GRAVITY: Sequence[tuple[str, str, Test]] = (
    ("not in the text", "quotes", lambda m: True),
    ("not in the text", "claim_spans", lambda m: True),
    ("not in the text", "bearing_spans", lambda m: True),
    ("alert on an article with nothing to find", "distractor_alerts", lambda m: True),
    ("wrong status was spoken", "statuses", lambda m: m.got not in ("open", MISSED)),
    ("matters mixed in one case", "cases", lambda m: True),
    ("bearing where nothing new was told", "verdicts", lambda m: m.gold == "no_bearing" and m.got != MISSED),
    ("wrong verdict", "verdicts", lambda m: m.got not in ("no_bearing", MISSED)),
    ("denial in an article with nothing to find", "distractors_with_denial", lambda m: True),
    ("paired with another matter", "pairs_made", lambda m: True),
    ("status missed", "statuses", lambda m: True),
    ("bearing on an article no label speaks of", "strays", lambda m: True),
    ("response missed", "kinds", lambda m: m.got == MISSED),
    ("response of another kind", "kinds", lambda m: True),
    ("answer where there is none", "responses", lambda m: not m.gold),
    ("copy not told", "copies", lambda m: True),
    ("verdict missed", "verdicts", lambda m: m.gold != "no_bearing"),
    ("pair missed", "pairs", lambda m: True),
    ("claim missed", "claims", lambda m: not m.got),
    ("claim where there is none", "claims", lambda m: True),
    ("copy taken for none, or none for a copy", "pairs", lambda m: True),
    ("held back, though needed", "must", lambda m: True),
    ("let through for nothing", "distractors", lambda m: True),
    ("let through for nothing", "fnc1", lambda m: True),
    ("against taken for another side", "stances", lambda m: m.gold == "against"),
    ("another side taken for against", "stances", lambda m: m.got == "against"),
    ("other side", "stances", lambda m: True),
)


def worst(marks: Sequence[Mark], most: int) -> list[tuple[str, Mark]]:
    """(what is wrong, mark) of at most `most` wrong marks, gravest first; in turns from each episode, so that one
    bad article does not fill the list."""
    wrong = [(rank, what, m) for m in marks if not m.right for rank, what in [_rank(m)] if rank is not None]
    seen: dict[tuple[int, str], int] = {}
    keyed = []
    for rank, what, m in wrong:
        turn = seen[rank, m.cluster] = seen.get((rank, m.cluster), 0) + 1
        keyed.append((rank, turn, m.cluster, what, m))
    keyed.sort(key=lambda k: k[:3])
    return [(what, m) for _, _, _, what, m in keyed[:most]]


def _rank(mark: Mark) -> tuple[int | None, str]:
    for rank, (what, of, test) in enumerate(_GRAVITY):
        if mark.of == of and test(mark):
            return rank, what
    return None, ""
