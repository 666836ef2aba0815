"""What the figures of the wire are held to: a careful reader's, read blind, and the bars for both engines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """`words`: the figure in words. `careful`: a careful reader's, "" where none was taken. `offline`, `llm`: bars."""

    words: str
    careful: str
    offline: float
    llm: float
    at_most: bool = False

    def met(self, value: float | None, llm: bool = False) -> bool | None:
        """Does a value, rounded as it is shown, keep the bar? None where there is no value."""
        if value is None:
            return None
        bar = self.llm if llm else self.offline
        return round(value, 3) <= bar if self.at_most else round(value, 3) >= bar

    def shown(self, llm: bool = False) -> str:
        """The bar as tables show it: ">= 0.85"."""
        return f"{'<=' if self.at_most else '>='} {self.llm if llm else self.offline:g}"


#: Figure of `bot.evals.figures` -> its bar.
WIRE: Mapping[str, Bar] = {
    "responses.f1": Bar("responses, F1", ".98", 0.85, 0.95),
    "response_kind_macro_f1": Bar("kinds of response, macro-F1", ".98", 0.70, 0.92),
    "claims.f1": Bar("claims, F1", ".91", 0.60, 0.85),
    "pair_recall": Bar("pairs, recall", ".98", 0.80, 0.95),
    "pair_precision": Bar("pairs, precision", "1.0", 0.85, 0.95),
    "speaker_accuracy": Bar("speaker, accuracy", "", 0.80, 0.95),
    "origin_accuracy": Bar("origin, accuracy", "", 0.75, 0.90),
    "verdict_macro_f1": Bar("verdicts, macro-F1", ".95", 0.45, 0.88),
    "tier_accuracy": Bar("tiers, accuracy", "1.0", 0.80, 0.90),
    "false_bearing_rate": Bar("false bearings", ".00", 0.03, 0.02, at_most=True),
    "stray_bearings": Bar("stray bearings", "1 of 36", 0.15, 0.08, at_most=True),
    "status_accuracy": Bar("status, accuracy", ".955", 0.70, 0.92),
    "status_precision_when_spoken": Bar("status, precision when spoken", ".96", 0.88, 0.95),
    "copies.f1": Bar("copies, F1", "1.0", 0.90, 0.90),
    "distractors_with_denial": Bar("distractors with a denial", "0", 0.04, 0.0, at_most=True),
    "mixed_cases": Bar("cases that mix matters", "0", 0.02, 0.0, at_most=True),
    "distractor_alerts": Bar("alerts on distractors", "0", 0.0, 0.0, at_most=True),
    "quotes_not_in_text": Bar("quotes not in the text", "0", 0.0, 0.0, at_most=True),
    "claim_spans_not_in_text": Bar("spans of claims not in the text", "0", 0.0, 0.0, at_most=True),
    "bearing_spans_not_in_text": Bar("spans of bearings not in the text", "0", 0.0, 0.0, at_most=True),
}
COPIES: Mapping[str, Bar] = {
    "f1": Bar("pairs of articles: copies, F1", "", 0.90, 0.90),
    "same_language_recall": Bar("pairs of articles: recall within a language", "", 0.95, 0.95),
}
SCREEN: Mapping[str, Bar] = {
    "screen_recall": Bar("screen: articles with a response or bearing let through", "", 0.99, 0.99),
    "distractors_let_through": Bar("screen: distractors let through", "", 0.15, 0.15, at_most=True),
    "fnc1_without_cue_let_through": Bar("screen: FNC-1 bodies without an answer cue word let through", "", 0.15, 0.15, at_most=True),
}
BARS: Mapping[str, Mapping[str, Bar]] = {"wire": WIRE, "copies": COPIES, "screen": SCREEN}
