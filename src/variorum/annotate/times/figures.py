"""Dates in figures: which number is the day and which the month."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from urllib.parse import urlsplit

from ...model import Article
from .lexicon import entries, words


def numeric(part: str, monthfirst: bool | None) -> str | None:
    """A date in figures as an ISO date, with its time where it has one; None where impossible.

    Where it may be either of two days, both: "2021-02-01|2021-01-02".
    """
    numbers = re.split(r"\D", part)
    if len(numbers[0]) == 4:
        year, month, day = (int(n) for n in numbers[:3])
    else:
        a, b, year = (int(n) for n in numbers[:3])
        if len(numbers[2]) == 2:
            year += 2000 if year < 50 else 1900
        month, day = (b, a) if a > 12 or "." in part[:3] or (monthfirst is False and b <= 12) else (a, b)
        if monthfirst is None and a != b and a <= 12 and b <= 12 and "." not in part[:3]:
            return f"{_iso(year, a, b)}|{_iso(year, b, a)}" if 1000 <= year < 2200 else None
    if not (1000 <= year < 2200 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return _iso(year, month, day) + (f"T{part[11:16]}" if len(part) > 15 and part[10] in "t " else "")


def _iso(year: int, month: int, day: int) -> str:
    return f"{year}-{month:02}-{day:02}"


def custom(article: Article) -> bool | None:
    """Whether the outlet puts the month first, as far as the country of its address tells; None where it does not."""
    host = urlsplit(article.url).hostname if article.url else None
    ending = (host or "").rpartition(".")[2]
    orders = words().orders
    return True if ending in orders["month_first"] else False if ending in orders["day_first"] else None


def order(parts: Sequence[str]) -> bool | None:
    """Whether dates in figures put the month first: told by one that can be read one way only, else by those in words."""
    first = second = words = 0
    months = entries()
    for at, part in enumerate(parts):
        if part[0].isdecimal() and (found := re.match(r"(\d{1,2})[/-](\d{1,2})[/-]\d", part)):
            first += int(found[1]) <= 12 < int(found[2])
            second += int(found[2]) <= 12 < int(found[1])
        elif at and part in months and months[part][-1][1] in "Mm":
            next_ = at + 1 + (parts[at + 1 : at + 2] == ["."])
            words += next_ < len(parts) and parts[next_].isdecimal() and len(parts[next_]) < 3
            words -= parts[at - 1].isdecimal() and len(parts[at - 1]) < 3
    return first > second if first != second else words > 0 if words else None
