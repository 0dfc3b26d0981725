"""Builders of longer stretches of the calendar: centuries, decades, seasons, quarters, fiscal years."""

from __future__ import annotations

from collections.abc import Iterator

from .draft import Draft, Match, mod, shift
from .lexicon import cue


def century(match: Match) -> Iterator[Draft]:
    """ "the 19th century"."""
    order, unit_ = match.value("o"), match.get("u")
    if order and unit_ and unit_.value == "CE":
        yield Draft("DATE", f"{int(order) - 1:02}", mod=mod(match))


def decade(match: Match) -> Iterator[Draft]:
    """ "the 1990s", "the '80s"."""
    digits = match.value("t") or ""
    if len(digits) == 2 and not match.get("T"):
        return
    yield Draft(
        "DATE", digits[:3] if len(digits) == 4 else ("19" if digits[0] > "2" else "20") + digits[0], mod=mod(match)
    )


def eighties(match: Match) -> Iterator[Draft]:
    """ "the 1980's"; elsewhere a year with a genitive."""
    value = match.value("y") or ""
    if match.get("TfkK") and value[-1:] == "0" and match.after() == "s":
        yield Draft("DATE", value[:3], mod=mod(match), last=len(match.words))
    else:
        yield Draft("DATE", value, mod=mod(match), first=int(match.words[0].kind == "T"), last=len(match.words) - 2)


def season(match: Match) -> Iterator[Draft]:
    """ "last summer", "fall 2017", "the winter"."""
    name, year = match.value("sS"), match.value("y")
    if match.words[-1].kind in "sS" and not match.get("lixjXFVe") and not _inseason(match):
        return
    if match.get("e"):
        yield Draft("SET", f"XXXX-{name}")
        return
    move, anchor = shift(match)
    yield Draft(
        "DATE", f"{year or 'XXXX'}-{name}", "year" if match.get("1") else None, move, anchor=anchor, mod=mod(match)
    )


def _inseason(match: Match) -> bool:
    """ "in the spring", "by winter", but not "the spring of the mattress", "in the fall of the city"."""
    name = match.words[-1]
    token = match.token(name)
    if token is None or token.ent_type_ != "DATE":
        return name.kind == "s" and match.get("T") is not None
    sure = name.kind == "s" or match.before() in cue("season")
    return sure and match.after() != "of"


def quarter(match: Match) -> Iterator[Draft]:
    """ "the third quarter of 2008", "last quarter", "the first half of the year"."""
    order, year, half = match.value("o"), match.value("y"), match.get("b")
    if short := match.get("Q"):
        order = short.value
    if order is None:
        move, anchor = shift(match)
        yield Draft("DATE", "XXXX-QX", "quarter", move, anchor=anchor)
    elif int(order) <= (2 if half else 4):
        rel = match.get("lix")
        move = {"l": -1, "i": 0, "x": 1}[rel.kind] if rel else None
        if half and match.get("1") and move is None:
            move = 0
        yield Draft(
            "DATE", f"{year or 'XXXX'}-{'H' if half else 'Q'}{order}", "year" if move is not None else None, move
        )


def fiscal(match: Match) -> Iterator[Draft]:
    """ "fiscal 1990", "last fiscal year"."""
    year, (move, anchor) = match.value("y"), shift(match)
    yield Draft("DATE", f"FY{year or 'XXXX'}", None if year else "year", None if year else move, anchor=anchor)
