"""Builders of units near the article's day or the day just told: "last week", "two days earlier", "a month from now"."""

from __future__ import annotations

from collections.abc import Iterator

from .count import NAMES, TEMPLATES, TIMES, count, unit_of
from .draft import Draft, Match, mod, shift
from .lexicon import cue


def unit(match: Match) -> Iterator[Draft]:
    """ "last week", "earlier this year", "that day", "the end of the month", "the weekend"."""
    code, (move, anchor) = unit_of(match), shift(match)
    name = NAMES[code]
    if name not in TEMPLATES:
        return
    if move is None:
        move = 0
        if match.words[0].kind == "T" and name != "weekend":
            if not _meant(match, name):
                return
            anchor = "next" if match.after().lower() in cue("ended") else "told"
        if match.get("fk") and name == "day":
            return  # "at the end of the day"
        if match.get("H"):
            return
    if name == "day" and match.words[0].kind == "x":
        return  # "next day delivery"
    if name == "day" and match.get("x") and match.get("T"):
        anchor = "told"
    if name == "day" and match.get("j") and match.before() not in cue("that_day"):
        return
    open_ = name == "weekend" and shift(match)[0] is None
    start = 0 if match.words[0].kind != "o" else 1
    yield Draft(
        "DATE",
        TEMPLATES[name],
        name,
        None if open_ else move * (2 if code == "FN" else 1),
        anchor=anchor,
        mod=mod(match),
        first=start,
    )


def _meant(match: Match, name: str) -> bool:
    """Whether "the year" or "the quarter" is a time: "in the quarter", but not "in the week before"."""
    if name not in {"year", "quarter", "month", "week"} or len(match.words) > 2:
        return False
    after = match.after().lower()
    return (
        match.before() in cue("the_unit") and after not in cue("unit_of") and not after[:1].isdecimal() and after != "'"
    )


def ending(match: Match) -> Iterator[Draft]:
    """ "year-end", "month-end 1989"."""
    code, year = match.value("5") or "Y", match.value("y")
    name = NAMES[code]
    if year:
        yield Draft("DATE", year if name == "year" else f"{year}-XX", mod="END")
    else:
        yield Draft("DATE", TEMPLATES[name], name, 0, mod="END")


def eve(match: Match) -> Iterator[Draft]:
    """ "The day before, ..." and "found the week before": from what was just told; not "the day before the vote"."""
    last = match.words[-1]
    said = match.text[last.start : last.end].lower()
    if said not in cue("eve") or match.after()[:1].isalnum() or match.after()[:1] in {"$", '"', "“", "'", "-"}:
        return
    code = unit_of(match)
    if NAMES[code] in TEMPLATES:
        sign = -1 if said in cue("eve_before") else 1
        yield Draft("DATE", TEMPLATES[NAMES[code]], NAMES[code], sign, anchor="told")


def ago(match: Match) -> Iterator[Draft]:
    """ "two weeks ago", "half a year ago"."""
    yield from _away(match, -1, "article")


def hence(match: Match) -> Iterator[Draft]:
    """ "a month from now"."""
    yield from _away(match, 1, "article")


def before(match: Match) -> Iterator[Draft]:
    """ "the year-ago quarter", "the year-earlier period"."""
    order = match.value("o")
    if order and int(order) <= 4:
        yield Draft("DATE", f"XXXX-Q{order}", "year", -1)
    elif match.words[-1].kind == "4":
        yield Draft("DATE", "XXXX-QX", "quarter", -4, anchor="told")
    else:
        yield Draft("DATE", "XXXX", "year", -1, grain=True)


def later(match: Match) -> Iterator[Draft]:
    """ "a day earlier", "three years later": from what was just told."""
    if match.words[-2].kind == "P":
        return
    yield from _away(match, -1 if match.words[-1].kind == "E" else 1, "told")


def _away(match: Match, sign: int, anchor: str) -> Iterator[Draft]:
    code, number = unit_of(match), count(match)
    if short := match.get("r"):
        code, number = ("M", 6.0) if short.value == "P6M" else ("Y", 50.0) if short.value == "P50Y" else ("TM", 30.0)
    if match.words[0].kind == "T":
        number = 1.0
    if number is None:
        ahead = sign > 0 and (anchor == "article" or match.look.side(match.words[0].start) == "future")
        yield Draft("DATE", "FUTURE_REF" if ahead else "PAST_REF", mod=mod(match))
        return
    name = NAMES[code]
    if name in {"hour", "minute", "second"}:
        yield Draft("TIME", "XXXX-XX-XXTXX", name, sign * round(number), anchor=anchor, mod=mod(match))
        return
    total = number * TIMES.get(code, 1) if code == "FN" else number
    if total != int(total):
        name, total = {
            "year": ("month", total * 12),
            "week": ("day", round(total * 7)),
            "decade": ("year", total * 10),
        }.get(name, (name, round(total)))
    if name in TEMPLATES:
        yield Draft(
            "DATE", TEMPLATES[name], name, sign * int(total), anchor=anchor, mod=mod(match), grain=name == "year"
        )
