"""Values with hedges: what interval each covers, whether two can be one number, and which day each is of."""

from __future__ import annotations

import math
from datetime import date

from ...model import Reading, When

_NEAR = 0.75
"""How far "about" reaches on either side, in units of the last digit that is not zero: "about 130" is 122 to 137."""
_OPEN = 1.1
"""How far above its number "more than" and "at least" are still said."""
_VAGUE = 10
"""How far "dozens" and "hundreds" reach above their least."""
_UNDER = 0.05
"""How far below the number "nearly" reaches."""


def vague(reading: Reading) -> bool:
    """Whether it only gives a rough size: "dozens"."""
    return reading.high is None and reading.hedge == "about"


def interval(reading: Reading, *, reach: float = math.inf) -> tuple[float, float]:
    """The numbers that the reading can stand for; an open upper end is at most `reach` times the lower one."""
    low, high, hedge = reading.low, reading.high, reading.hedge
    if low is None and high is None:
        return 0.0, math.inf
    if low is None:
        return 0.0, high or 0.0
    if high is None:
        return low, low * (_VAGUE if hedge == "about" else reach)
    if hedge == "about":
        return low - _NEAR * unit(low), high + _NEAR * unit(high)
    if hedge == "nearly":
        return low * (1 - _UNDER), high
    return low, high


def unit(number: float) -> float:
    """The unit of the last digit that is not zero: 100 for 1,300, 1 for 136."""
    step = 1.0
    while number and number % (step * 10) == 0:
        step *= 10
    return step


def clash(left: Reading, right: Reading) -> bool:
    """Whether no number can satisfy both."""
    return _apart(interval(left), interval(right))


def meets(left: Reading, right: Reading) -> bool:
    """Whether both can well mean one number: nobody says "more than 26,000" of 32,000."""
    return not _apart(interval(left, reach=_OPEN), interval(right, reach=_OPEN))


def _apart(left: tuple[float, float], right: tuple[float, float]) -> bool:
    return left[0] > right[1] or right[0] > left[1]


def day(when: When | None) -> str | None:
    """The day, where it is known to within three days."""
    if when is None or not when.earliest or not when.latest:
        return None
    return (
        when.latest[:10]
        if when.earliest[:7] == when.latest[:7] and int(when.latest[8:10] or 0) - int(when.earliest[8:10] or 0) <= 2
        else None
    )


def close(left: When | None, right: When | None) -> bool:
    """Whether two known days are at most two days apart."""
    a, b = day(left), day(right)
    return a is not None and b is not None and abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= 2
