"""One expression put on the calendar, given the day of its article and the day told last before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from ...model import Expression
from .days import Days, covers, feast, months, week

LENGTH = re.compile(r"P(?:T(\d+)H|(\d+(?:\.\d+)?)(DE|CE|[YQMWD]))$")
SIZE = {"CE": 36525.0, "DE": 3652.5, "Y": 365.25, "Q": 91.3, "M": 30.44, "W": 7.0, "D": 1.0}
GRAINED = re.compile(r"(\d{4})(-[QH]\d|-\d\d)$")
CLOCKED = re.compile(r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d")
STEPS = {"hour": timedelta(hours=1), "minute": timedelta(minutes=1), "second": timedelta(seconds=1)}
MARGIN = 21
"""Days by which the nearest such date may lie on the side that the tense does not say: a verb of saying is past, what it
tells may not be."""
SOON = 60
"""Days by which such a date may lie ahead where nothing says that it does: reports name far days to come as such."""


def fill(one: Expression, day: date, told: date | None = None, stated: str = "") -> str:
    """The TIMEX3 value, as full as the anchor allows; unchanged where it is full already or rests on what is not known.

    `told` is the day of what was told just before, `stated` its value, whose grain or clock the expression may go on from.
    """
    if one.type == "SET":
        return one.value
    base = day if one.anchor == "article" else told or day
    if one.grain and (found := GRAINED.match(stated)):
        return f"{int(found[1]) + (one.shift or 0):04}{found[2]}"
    try:
        if told and one.unit in STEPS and one.anchor == "told" and (found := CLOCKED.match(stated)):
            return (datetime.fromisoformat(found[0]) + (one.shift or 0) * STEPS[one.unit]).isoformat()[:16]
        return _fill(one, base)
    except (ValueError, OverflowError):  # beyond the calendar: "two thousand years ago"
        return one.value


def _fill(one: Expression, base: date) -> str:
    value, tail = one.value, ""
    if "T" in value and not value.startswith("P") and value[0] in "X0123456789":
        value, _, tail = value.partition("T")
        tail = f"T{tail}"
    if one.formula:
        return _feast(one, base)
    for pattern, make in FILLERS:
        if found := pattern.match(value):
            return make(one, base, *found.groups()) + tail
    return one.value


def _feast(one: Expression, base: date) -> str:
    formula = one.formula or ""
    if one.value[0] != "X":
        return feast(int(one.value[:4]), formula).isoformat()
    if one.unit == "year" and one.shift is not None:
        return feast(base.year + one.shift, formula).isoformat()
    return _nearest([feast(base.year + n, formula) for n in (-1, 0, 1)], one, base).isoformat()


def _nearest(days: list[date], one: Expression, base: date) -> date:
    """Of the same day in several years: the last or next where that is said, else the nearest, tense helping."""
    if one.shift in (-1, 1) and one.unit is None:
        return max(d for d in days if d < base) if one.shift < 0 else min(d for d in days if d > base)
    best = min(days, key=lambda d: (abs((d - base).days), d))
    if (best - base).days > {"past": MARGIN, None: SOON}.get(one.side, SIZE["Y"]):
        return max((d for d in days if d <= base), default=best)
    if one.side == "future" and (base - best).days > MARGIN:
        return min((d for d in days if d >= base), default=best)
    return best


def _relative(one: Expression, base: date) -> str:
    move = one.shift or 0
    match one.unit:
        case "day":
            return (base + timedelta(move)).isoformat()
        case "week":
            return week(base + timedelta(7 * move))
        case "month":
            return months(base, move).isoformat()[:7]
        case "quarter":
            first = months(base, 3 * move)
            return f"{first.year}-Q{(first.month + 2) // 3}"
        case "year":
            return f"{base.year + move:04}"
        case "decade":
            return f"{base.year // 10 + move:03}"
        case "century":
            return f"{base.year // 100 + move:02}"
    return one.value


def _weekend(one: Expression, base: date) -> str:
    if one.shift is not None:
        return week(base + timedelta(7 * one.shift)) + "-WE"
    back = 0 if one.side == "future" or base.isoweekday() >= 6 else 7
    return week(base - timedelta(back)) + "-WE"


def _day(one: Expression, base: date) -> str:
    return base.isoformat() if one.unit is None else _hours(one, base) if one.unit in STEPS else _relative(one, base)


def _hours(one: Expression, base: date) -> str:
    days = (one.shift or 0) * STEPS[one.unit or "hour"] / timedelta(days=1)
    return (base + timedelta(int(days))).isoformat()


def _weekday(one: Expression, base: date, number: str) -> str:
    ahead = (int(number) - base.isoweekday()) % 7
    if one.unit == "week":
        return (base + timedelta(int(number) - base.isoweekday() + 7 * (one.shift or 0))).isoformat()
    if one.shift is not None and one.shift != 0:
        return (base + timedelta((ahead or 7) if one.shift > 0 else ahead - 7)).isoformat()
    if one.side == "future":
        return (base + timedelta(ahead)).isoformat()
    return (base - timedelta((7 - ahead) % 7)).isoformat()


def _monthday(one: Expression, base: date, month: str, day: str) -> str:
    if one.unit == "year" and one.shift is not None:
        return f"{base.year + one.shift:04}-{month}-{day}"
    wanted = [d for n in range(-4, 5) if (d := _date(base.year + n, int(month), int(day)))]
    if one.weekday:
        wanted = [d for d in wanted if d.isoweekday() == one.weekday] or wanted
    return _nearest(wanted, one, base).isoformat()


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(one: Expression, base: date, month: str) -> str:
    if one.unit == "year" and one.shift is not None:
        return f"{base.year + one.shift:04}-{month}"
    if base.month == int(month) and one.shift is None:
        return f"{base.year:04}-{month}"
    firsts = [date(base.year + n, int(month), 15) for n in (-1, 0, 1)]
    best = _nearest(firsts, one, base.replace(day=15))
    return best.isoformat()[:7]


def _season(one: Expression, base: date, name: str) -> str:
    spans = [(year, covers(f"{year}-{name}")) for year in range(base.year - 2, base.year + 2)]
    known = [(year, days) for year, days in spans if days]
    if one.unit == "year":
        return f"{base.year + (one.shift or 0)}-{name}"
    if one.shift == 1 or (one.side == "future" and one.shift is None):
        return f"{min(y for y, d in known if d[1] >= base and (one.shift is None or d[0] > base))}-{name}"
    if one.shift == 0:
        return f"{min(known, key=lambda k: (abs((k[1][0] - base).days + 45), k[0]))[0]}-{name}"
    return f"{max(y for y, d in known if (d[1] < base if one.shift == -1 else d[0] <= base))}-{name}"


def _quarter(one: Expression, base: date, part: str) -> str:
    if one.unit == "year" and one.shift is not None:
        return f"{base.year + one.shift}-{part}"
    days = covers(f"{base.year}-{part}")
    back = 1 if days and days[0] > base and one.side != "future" else 0
    return f"{base.year - back}-{part}"


def _fiscal(one: Expression, base: date) -> str:
    return f"FY{base.year + (one.shift or 0)}"


FILLERS: tuple[tuple[re.Pattern[str], Callable[..., str]], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"XXXX-WXX-WE$", _weekend),
        (r"XXXX-WXX-(\d)$", _weekday),
        (r"XXXX-(\d\d)-(\d\d)$", _monthday),
        (r"XXXX-(\d\d)$", _month),
        (r"XXXX-XX-XX$", _day),
        (r"XXXX-([QH]\d)$", _quarter),
        (r"XXXX-(SP|SU|FA|WI)$", _season),
        (r"FYXXXX$", _fiscal),
        (r"(?:XXXX|XXXX-XX|XXXX-WXX|XXXX-QX|XXX|XX)$", _relative),
    )
)


def reach(one: Expression, value: str, day: date) -> tuple[date | None, date | None]:
    """First and last day of an expression whose article is of this day; None where an end is open or unknown."""
    if one.other:
        a, b = (date.fromisoformat(text) for text in one.other.split("|"))
        return min(a, b), max(a, b)
    if one.type in ("DATE", "TIME"):
        if value.endswith("_REF"):
            return {"PAST_REF": (None, day), "PRESENT_REF": (day, day), "FUTURE_REF": (day, None)}[value]
        days: Days | None = covers(value, one.mod)
        return days or (None, None)
    if one.type == "DURATION" and one.side and one.anchor == "article" and (length := _length(value)) is not None:
        try:
            return (day - timedelta(length), day) if one.side == "past" else (day, day + timedelta(length))
        except OverflowError:
            return None, None
    return None, None


def _length(value: str) -> int | None:
    """Days of a duration, rounded up."""
    found = LENGTH.match(value)
    if not found:
        return None
    return -(-int(found[1]) // 24) if found[1] else round(float(found[2]) * SIZE[found[3]])
