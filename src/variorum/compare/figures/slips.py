"""Slips of the pen: how one number may have become another by a single fault of typing."""

from __future__ import annotations

from typing import Literal

from .values import unit

Slipped = Literal["ten", "tenth", "thousand", "thousandth", "swap", "short", "more"]
"""Kinds of slip; `reasons.toml` puts them into words."""


def slipped(number: float, wanted: float) -> Slipped | None:
    """How the one may have become the other by one slip; None where it takes more."""
    a, b = f"{number:.0f}", f"{wanted:.0f}"
    if a == b or number == wanted:
        return None
    if number == wanted * 10:
        return "ten"
    if number * 10 == wanted:
        return "tenth"
    if number in (wanted * 1000, wanted / 1000):
        return "thousand" if number > wanted else "thousandth"
    if len(a) == len(b) and _swapped(a, b):
        return "swap"
    if len(a) + 1 == len(b) and _dropped(b, a):
        return "short"
    if len(b) + 1 == len(a) and _dropped(a, b):
        return "more"
    return None


def sources(number: float) -> list[float]:
    """The numbers of which this one may be a slip, in order: some dozens, however many there are to compare it with."""
    text = f"{number:.0f}"
    made = {text[:i] + text[i + 1] + text[i] + text[i + 2 :] for i in range(len(text) - 1)}
    made |= {text[:i] + text[i + 1 :] for i in range(len(text))}
    made |= {text[:i] + digit + text[i:] for i in range(len(text) + 1) for digit in "0123456789"}
    made |= {text + "000", text.removesuffix("000")}
    return sorted(float(one) for one in made if one and one[0] != "0" and one != text)


def scaled(kind: Slipped) -> bool:
    """Whether a zero or three too many or too few make the slip."""
    return kind in ("ten", "tenth", "thousand", "thousandth")


def digit(kind: Slipped) -> bool:
    """Whether a digit lost or added makes the slip."""
    return kind in ("short", "more")


def figures(number: float) -> int:
    """How many of a number's digits say something: 1 of 2,000, 4 of 4,237."""
    return len(f"{number / unit(number):.0f}")


def _swapped(a: str, b: str) -> bool:
    apart = [i for i in range(len(a)) if a[i] != b[i]]
    return len(apart) == 2 and apart[1] - apart[0] == 1 and a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]


def _dropped(long: str, short: str) -> bool:
    return len(long) > 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
