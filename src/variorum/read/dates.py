"""Dates in metadata: ISO 8601, RFC 2822, epoch numbers and the forms that are common in archives."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from ..model import When

FIRST, LAST = 1600, 2200
"""Years of news; the year 1 and the like are what programs write for "unknown"."""
LONG = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTHS = {name[:size]: number for number, name in enumerate(LONG, 1) for size in (3, 4, len(name))}
NAME = r"(?P<month>[A-Za-z]{3,9})\.?"
FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\b{NAME}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{NAME},?[\s-]+(?P<year>\d{{4}})\b",
        r"\b(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})\b",
        r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b",
    )
)
SLASHED = re.compile(r"^(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b")
MONTH = re.compile(r"^(\d{4})-(\d{2})$")
MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?$")


def when(value: Any, why: str) -> When | None:
    """The moment that a metadata value states, with the reason to show; None where it is no date.

    A value without a day is the interval of its month or year; one whose day and month can be told apart only by guessing is
    no date.
    """
    if isinstance(value, Mapping):  # a dossier's own
        low, high = when(value.get("earliest"), why), when(value.get("latest"), why)
        return (
            When(low.earliest if low else None, high.latest if high else None, "metadata", why) if low or high else None
        )
    if isinstance(value, (list, tuple)):
        return when(value[0], why) if value else None
    low_high = _interval(value)
    return When(*low_high, "metadata", why) if low_high else None


def _interval(value: Any) -> tuple[str, str] | None:
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return _same(_epoch(float(value)))
    text = str(value).strip()[:80]
    if re.fullmatch(r"\d{9,14}(?:\.\d+)?", text) and not _stamp(text):
        return _same(_epoch(float(text)))
    if MONTH.match(text) or re.fullmatch(r"\d{4}", text):
        return _period(text)
    return _same(_stamp(text) or _iso(text) or _mail(text) or _named(text) or _slashed(text))


def _same(text: str | None) -> tuple[str, str] | None:
    return (text, text) if text else None


def _period(text: str) -> tuple[str, str] | None:
    year, month = int(text[:4]), int(text[5:] or 0)
    if not FIRST <= year <= LAST or month > 12 or (len(text) > 4 and not month):
        return None
    first, last = (month, month) if month else (1, 12)
    return date(year, first, 1).isoformat(), date(year, last, monthrange(year, last)[1]).isoformat()


def _epoch(number: float) -> str | None:
    """Seconds or milliseconds since 1970; numbers that would be in its first three years are no dates."""
    seconds = number / 1000 if number > 1e11 else number
    if not 1e8 <= seconds <= 7.2e9:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _stamp(text: str) -> str | None:
    """20240321 or 20240321103000."""
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:\d{6}Z?)?", text)
    return _day(*map(int, found.groups())) if found else None


def _iso(text: str) -> str | None:
    """What `fromisoformat` reads, with the slips of archives mended: a space before the zone, UTC by name, more digits."""
    text = re.sub(r"\s*(?:UTC|GMT)$", "Z", MIDNIGHT.sub("", text))
    text = re.sub(r"(\.\d{6})\d+", r"\1", re.sub(r"(\d) ([+-]\d\d:?\d\d)$", r"\1\2", text))
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        start = re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", text)
        return _day(*map(int, start.groups())) if start else None
    if not FIRST <= found.year <= LAST:
        return None
    return found.date().isoformat() if len(text) <= 10 else found.isoformat()


def _mail(text: str) -> str | None:
    """RFC 2822, as feeds and HTTP have it."""
    if ":" not in text:
        return None
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    return found.isoformat() if FIRST <= found.year <= LAST else None


def _named(text: str) -> str | None:
    for form in FORMS:
        if found := form.search(text):
            month = found["month"]
            number = int(month) if month.isdecimal() else MONTHS.get(month.lower(), 0)
            return _day(int(found["year"]), number, int(found["day"]))
    return None


def _slashed(text: str) -> str | None:
    """03/25/2024 and 25/03/2024, but not 03/04/2024, which is two days."""
    if not (found := SLASHED.match(text)):
        return None
    one, two, year = map(int, found.groups())
    if one == two or two > 12:
        return _day(year, one, two)
    return _day(year, two, one) if one > 12 else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if FIRST <= year <= LAST else None
    except ValueError:
        return None
