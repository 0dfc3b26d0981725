"""Arithmetic of TIMEX3 values: from a value to the days that it covers, from a day to the value of its week or month."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

Days = tuple[date, date]
"""First and last day, both included."""
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
"""First and last month, northern; winter goes on into the next year."""
THIRDS = {"START": (0.0, 0.3), "MID": (0.3, 0.7), "END": (0.65, 1.0)}
"""What part of a stretch early, middle and late may mean; they overlap, since writers differ."""


@lru_cache(maxsize=8192)
def covers(value: str, mod: str | None = None) -> Days | None:
    """The days of a TIMEX3 date or time; None where the value leaves its year open or is no date."""
    for pattern, days in SHAPES:
        if found := re.match(pattern, value):
            try:
                first, last = days(*found.groups())
            except (ValueError, OverflowError):
                return None
            return _part(first, last, mod)
    return None


def _part(first: date, last: date, mod: str | None) -> Days:
    if mod not in THIRDS or first == last:
        return first, last
    size, (a, b) = (last - first).days, THIRDS[mod]
    return first + timedelta(round(size * a)), first + timedelta(round(size * b))


def _day(y: str, m: str, d: str) -> Days:
    one = date(int(y), int(m), int(d))
    return one, one


def _month(y: str, m: str) -> Days:
    return date(int(y), int(m), 1), date(int(y), int(m), monthrange(int(y), int(m))[1])


def _week(y: str, w: str) -> Days:
    first = date.fromisocalendar(int(y), int(w), 1)
    return first, first + timedelta(6)


def _weekend(y: str, w: str) -> Days:
    first = date.fromisocalendar(int(y), int(w), 6)
    return first, first + timedelta(1)


def _quarter(y: str, kind: str, n: str) -> Days:
    size = 3 if kind == "Q" else 6
    return date(int(y), size * (int(n) - 1) + 1, 1), _month(y, str(size * int(n)))[1]


def _season(y: str, name: str) -> Days:
    a, b = SEASONS[name]
    return date(int(y), a, 1), _month(str(int(y) + (b > 12)), str((b - 1) % 12 + 1))[1]


def _year(y: str) -> Days:
    return date(int(y), 1, 1), date(int(y), 12, 31)


def _fiscal(y: str) -> Days:
    return date(int(y) - 1, 4, 1), date(int(y), 12, 31)


def _decade(y: str) -> Days:
    return date(int(y) * 10, 1, 1), date(int(y) * 10 + 9, 12, 31)


def _century(y: str) -> Days:
    return date(int(y) * 100, 1, 1), date(int(y) * 100 + 99, 12, 31)


SHAPES: tuple[tuple[str, Callable[..., Days]], ...] = (
    (r"(\d{4})-(\d\d)-(\d\d)(?:T|$)", _day),
    (r"(\d{4})-(\d\d)$", _month),
    (r"(\d{4})-W(\d\d)$", _week),
    (r"(\d{4})-W(\d\d)-WE", _weekend),
    (r"(\d{4})-([QH])(\d)$", _quarter),
    (r"(\d{4})-(SP|SU|FA|WI)$", _season),
    (r"(\d{4})$", _year),
    (r"FY(\d{4})$", _fiscal),
    (r"(\d{3})$", _decade),
    (r"(\d\d)$", _century),
)


def week(day: date) -> str:
    """2008-03-05 -> 2008-W10."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"


def months(day: date, shift: int) -> date:
    """The first of the month so many months away."""
    total = day.year * 12 + day.month - 1 + shift
    return date(total // 12, total % 12 + 1, 1)


def feast(year: int, formula: str) -> date:
    """The day of a movable holiday: `11/4/4` the fourth Thursday of November, `5/-1/1` the last Monday of May, `easter-2`."""
    if formula.startswith("easter"):
        return easter(year) + timedelta(int(formula[6:]))
    month, nth, weekday = (int(n) for n in formula.split("/"))
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus, as Meeus gives it)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
