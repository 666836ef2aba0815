"""The figures of the wire, from its marks. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.evals import marks as m
from bot.evals.marks import MISSED, Estimate, Figure, Mark, Marks
from bot.intervals import clustered_error
from bot.judge.bearing import INFORMATIVE

#: In the order in which they are shown.
VERDICTS = tuple(v for v in ("undercuts", "confirms", "partly_undercuts", "overtaken") if v in INFORMATIVE)


def _kind_macro(marks: Marks) -> float:
    return m.macro_f1(marks, m.labels_of(marks))[0]


def _verdict_macro(marks: Marks) -> float:
    return m.macro_f1(marks, VERDICTS)[0]


def _false_bearings(marks: Marks) -> float:
    """Of the articles that say nothing new about a denial (that was found), the share held to say something."""
    quiet = [x for x in marks if x.gold == "no_bearing" and x.got != MISSED]
    return sum(x.got != "no_bearing" for x in quiet) / len(quiet) if quiet else 0.0


def _when_spoken(marks: Marks) -> float | None:
    """Of the denials that were given another status than open, the share given the right one."""
    return m.share([x for x in marks if x.got not in ("open", MISSED)])


def _wrong(marks: Marks) -> float:
    return float(sum(not x.right for x in marks))


def _wrong_share(marks: Marks) -> float | None:
    right = m.share(marks)
    return None if right is None else 1 - right


#: name -> (which marks, how they make a figure). Those of one number each; what the wire's scorer nests is flat here.
FIGURES: Mapping[str, tuple[str, Figure]] = {
    "responses.f1": ("responses", lambda x: m.found(x)[2]),
    "responses.precision": ("responses", lambda x: m.found(x)[0]),
    "responses.recall": ("responses", lambda x: m.found(x)[1]),
    "response_kind_macro_f1": ("kinds", _kind_macro),
    "claims.f1": ("claims", lambda x: m.found(x)[2]),
    "claims.precision": ("claims", lambda x: m.found(x)[0]),
    "claims.recall": ("claims", lambda x: m.found(x)[1]),
    "pair_recall": ("pairs", m.share),
    "pair_precision": ("pairs_made", m.share),
    "speaker_accuracy": ("speakers", m.share),
    "origin_accuracy": ("origins", m.share),
    "sourcing_accuracy": ("sourcings", m.share),
    "verdict_macro_f1": ("verdicts", _verdict_macro),
    "tier_accuracy": ("tiers", m.share),
    "false_bearing_rate": ("verdicts", _false_bearings),
    "stray_bearings": ("strays", _wrong_share),
    "status_accuracy": ("statuses", m.share),
    "status_precision_when_spoken": ("statuses", _when_spoken),
    "copies.f1": ("copies", lambda x: m.found(x)[2]),
    "distractors_with_denial": ("distractors_with_denial", _wrong_share),
    "distractors_with_pair": ("distractors_with_pair", _wrong_share),
    "distractor_alerts": ("distractor_alerts", _wrong),
    "mixed_cases": ("cases", _wrong_share),
    "quotes_not_in_text": ("quotes", _wrong),
    "claim_spans_not_in_text": ("claim_spans", _wrong),
    "bearing_spans_not_in_text": ("bearing_spans", _wrong),
}


#: The figures that are shown for each language and each kind of article.
BROKEN_DOWN = ("responses.f1", "response_kind_macro_f1", "claims.f1", "pair_recall", "verdict_macro_f1", "status_accuracy")


def estimates(marks: Sequence[Mark]) -> dict[str, Estimate]:
    """Every figure with its standard error and its values with each episode left out."""
    groups = m.by(marks, lambda x: x.of)
    return {name: m.estimate(figure, groups.get(of, [])) for name, (of, figure) in FIGURES.items()}


def broken_down(marks: Sequence[Mark], by: str) -> dict[str, dict[str, float | None]]:
    """Language or kind of article (`by`: "lang", "kind") -> figure -> value, with `articles`, `responses` and
    `statuses`: how many."""
    out: dict[str, dict[str, float | None]] = {}
    for name, group in sorted(m.by([x for x in marks if getattr(x, by)], lambda x: getattr(x, by)).items()):
        groups = m.by(group, lambda x: x.of)
        out[name] = {what: float(len(groups.get(of, []))) for what, of in (("articles", "articles"), ("responses", "kinds"), ("statuses", "statuses"))}
        for figure in BROKEN_DOWN:
            of, value = FIGURES[figure]
            out[name][figure] = value(groups[of]) if of in groups else None
    return out


def kinds_of_response(marks: Sequence[Mark]) -> dict[str, dict[str, float]]:
    """Kind of response -> {labelled, found (of whatever kind), precision, recall, f1 of the kind}."""
    kinds = [x for x in marks if x.of == "kinds"]
    out = {}
    for label in m.labels_of(kinds):
        mine = [x for x in kinds if x.gold == label]
        hits = sum(x.right for x in mine)
        precision, recall, f1 = m.counted(hits, sum(x.got == label for x in kinds) - hits, len(mine) - hits)
        found = sum(x.got != MISSED for x in mine)
        out[label] = {"labelled": len(mine), "found": found, "precision": precision, "recall": recall, "f1": f1}
    return out


def scores(marks: Sequence[Mark]) -> dict[str, Any]:
    """The figures in the names, shapes and roundings of the wire's own scorer."""
    groups = m.by(marks, lambda x: x.of)

    def one(name: str, default: float | None = None) -> float | None:
        of, figure = FIGURES[name]
        value = figure(groups.get(of, []))
        return default if value is None else round(value, 3)

    def three(of: str) -> dict[str, float]:
        return dict(zip(("precision", "recall", "f1"), (round(v, 3) for v in m.found(groups.get(of, []))), strict=True))

    def wrong(of: str) -> int:
        return sum(not x.right for x in groups.get(of, []))

    def part(of: str) -> str:
        return f"{wrong(of)}/{len(groups.get(of, []))}"

    kinds, statuses = groups.get("kinds", []), groups.get("statuses", [])
    error = clustered_error({name: [x.right for x in group] for name, group in m.by(statuses, lambda x: x.cluster).items()})
    return {
        "articles": len(groups.get("articles", [])),
        "articles_missing": wrong("articles"),
        "claims": three("claims"),
        "origin_accuracy": one("origin_accuracy"),
        "sourcing_accuracy": one("sourcing_accuracy"),
        "responses": three("responses"),
        "speaker_accuracy": one("speaker_accuracy"),
        "response_kind_macro_f1": one("response_kind_macro_f1"),
        "response_kind_f1": m.macro_f1(kinds, m.labels_of(kinds))[1],
        "pair_recall": one("pair_recall", 0.0),
        "pair_precision": one("pair_precision"),
        "pairs_dangling": wrong("pairs_dangling"),
        "verdict_macro_f1": one("verdict_macro_f1"),
        "verdict_f1": m.macro_f1(groups.get("verdicts", []), VERDICTS)[1],
        "tier_accuracy": one("tier_accuracy"),
        "false_bearing_rate": one("false_bearing_rate", 0.0),
        "stray_bearings": part("strays"),
        "status_accuracy": one("status_accuracy", 0.0),
        "status_accuracy_se": None if error is None else round(error, 3),
        "status_spoken": sum(x.got not in ("open", MISSED) for x in statuses),
        "status_precision_when_spoken": one("status_precision_when_spoken"),
        "copies": three("copies"),
        "mixed_cases": part("cases"),
        "distractors_with_denial": part("distractors_with_denial"),
        "distractors_with_pair": part("distractors_with_pair"),
        "distractor_alerts": wrong("distractor_alerts"),
        "quotes_not_in_text": wrong("quotes"),
        "claim_spans_not_in_text": wrong("claim_spans"),
        "bearing_spans_not_in_text": wrong("bearing_spans"),
    }
