"""How sure a share or a figure is, given what it was counted from. Pure arithmetic; no I/O."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

#: Standard normal deviate of a two-sided interval of 95 %.
Z95 = 1.959964


def wilson(hits: int, of: int, z: float = Z95) -> tuple[float, float]:
    """The interval in which a share lies, from `hits` out of `of`: (low, high), each 0..1; (0, 1) for no cases.

    The score interval of E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
    Journal of the American Statistical Association 22 (1927), 209-212. Unlike a plain percentage it is honest
    about three cases: 3 of 3 may be anything from .44 to 1. Raises ValueError for counts that cannot be.
    """
    if of < 0 or not 0 <= hits <= of:
        raise ValueError(f"{hits} of {of} is no share")
    if of == 0:
        return 0.0, 1.0
    share, square = hits / of, z * z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = z / (1 + square / of) * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)


def clustered_error(right: Mapping[str, Sequence[bool]]) -> float | None:
    """The standard error of a share of hits that come in clusters (an episode's stand or fall together); None
    without any.

    `right`: cluster -> its hits and misses. The sum of squares is of whole clusters' deviations, as in E. Miller,
    "Adding Error Bars to Evals" (2024), section 2.2 (after Liang and Zeger, Biometrika 73, 1986).
    """
    count = sum(len(hits) for hits in right.values())
    if not count:
        return None
    share = sum(sum(hits) for hits in right.values()) / count
    return math.sqrt(sum(sum(hit - share for hit in hits) ** 2 for hits in right.values())) / count


def jackknife_error(without: Sequence[float]) -> float | None:
    """The standard error of a figure from its values with each cluster left out in turn; None for less than two.

    For figures that are no plain share, such as F1 (B. Efron, "The Jackknife, the Bootstrap and Other Resampling
    Plans", 1982, section 3). Given differences of two runs, it is the error of their difference.
    """
    count = len(without)
    if count < 2:
        return None
    mean = sum(without) / count
    return math.sqrt((count - 1) / count * sum((value - mean) ** 2 for value in without))
