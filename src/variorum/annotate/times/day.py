"""Builders of days: dates, weekdays, holidays, pairs of days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from .draft import Draft, Match, mod, shift


def skip(_: Match) -> Iterator[Draft]:
    """A name that only looks like a time."""
    yield from ()


def calendar(match: Match) -> Iterator[Draft]:
    """A day, said in any way, with a part of the day or a clock time where given."""
    base = _base(match)
    if base is None:
        return
    time = _time(match)
    had = base.value.partition("T")[2]
    value = base.value if had and (not time or time[1:2].isalpha()) else base.value.partition("T")[0] + time
    yield base._replace(type="TIME" if "T" in value else "DATE", value=value, mod=None if time else mod(match))


def _base(match: Match) -> Draft | None:
    if stated := match.get("I"):
        if "|" in stated.value:
            return Draft("DATE", f"{stated.value[:4]}-XX-XX", other=stated.value)
        return Draft("DATE", stated.value, weekday=_weekday(match))
    if match.get("Mm"):
        return _day(match)
    if deictic := match.get("D"):
        days, _, part = deictic.value.partition(" ")
        return Draft("DATE", "XXXX-XX-XX" + (f"T{part}" if part else ""), "day", int(days))
    if match.get("H"):
        return next(holiday(match), None)
    if (unit := match.get("u")) and not match.get("Ww"):
        move, anchor = shift(match)
        return Draft("DATE", "XXXX-XX-XX", "day", move, anchor=anchor) if unit.value == "D" else None
    return _named(match)


def _weekday(match: Match) -> int | None:
    name = match.value("Ww")
    return int(name) if name else None


def _day(match: Match) -> Draft | None:
    month, day, year = match.value("Mm"), match.value("do"), match.value("y")
    if not month or not day:
        return None
    if not possible(year, int(month), int(day)):
        return None
    move, anchor = shift(match)
    return Draft(
        "DATE",
        f"{year or 'XXXX'}-{int(month):02}-{int(day):02}",
        "year" if move is not None else None,
        move,
        anchor=anchor,
        weekday=_weekday(match),
    )


def possible(year: str | None, month: int, day: int) -> bool:
    """Whether there is such a day; 29 February where the year is not said."""
    return 1 <= day <= monthrange(int(year) if year else 2000, month)[1]


def _named(match: Match) -> Draft | None:
    word = match.get("Ww")
    if word is None or _title(match, word.end):
        return None
    move, anchor = shift(match)
    unit = "week" if match.get("u") or (move == 0 and match.get("i")) else None
    return Draft("DATE", f"XXXX-WXX-{word.value}", unit, move, anchor=anchor)


def _title(match: Match, end: int) -> bool:
    """Whether a longer name goes on after a weekday: the title of a paper or a show."""
    token, after = match.look.token(end - 1), match.look.token(end + 1)
    if (
        token is None
        or after is None
        or not token.ent_type_
        or token.ent_type_ not in {"ORG", "WORK_OF_ART", "PRODUCT", "FAC"}
    ):
        return False
    return after.ent_iob_ == "I" and after.text[:1].isupper() and after.idx == end + 1


def _time(match: Match) -> str:
    clock, part = match.value("C"), match.value("P")
    return f"T{clock}" if clock else f"T{part}" if part else ""


def months(match: Match) -> Iterator[Draft]:
    """ "March 5-7, 2008": two days."""
    month, year = match.value("Mm") or "1", match.value("y")
    days = [(i, w) for i, w in enumerate(match.words) if w.kind in "do"]
    for number, (index, word) in enumerate(days):
        if possible(year, int(month), int(word.value)):
            yield Draft(
                "DATE",
                f"{year or 'XXXX'}-{int(month):02}-{int(word.value):02}",
                first=0 if number == 0 else index,
                last=index if number == 0 else len(match.words) - 1,
            )


def days(match: Match) -> Iterator[Draft]:
    """ "3 and 7 March 2008": two days."""
    month = match.value("Mm") or "1"
    rest = match.at + len(match.words)
    year = match.scan.values[rest] if match.scan.kinds[rest : rest + 1] == "y" else None
    numbers = [(i, w) for i, w in enumerate(match.words) if w.kind in "do"]
    for number, (index, word) in enumerate(numbers):
        if possible(year, int(month), int(word.value)):
            yield Draft(
                "DATE",
                f"{year or 'XXXX'}-{int(month):02}-{int(word.value):02}",
                first=index,
                last=index if number == 0 else len(match.words) - 1 + (year is not None),
            )


def holiday(match: Match) -> Iterator[Draft]:
    """A day of the year that has a name."""
    word, year_ = match.get("H"), match.value("y")
    if word is None:
        return
    move, anchor = shift(match)
    weekend = match.get("u")
    if weekend and weekend.value != "WE":
        return
    fixed = "/" not in word.value and word.value[0].isdecimal()
    value = f"{year_ or 'XXXX'}-{word.value}" if fixed else f"{year_ or 'XXXX'}-XX-XX"
    yield Draft(
        "DATE", value, "year" if match.get("1") else None, move, anchor=anchor, formula=None if fixed else word.value
    )
