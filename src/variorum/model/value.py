"""Values: moments, time expressions and quantities."""

from __future__ import annotations

from typing import Literal

import msgspec

from .span import Span

Basis = Literal["metadata", "stated", "inferred"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Stamp = Literal["published", "updated", "dateline", "copyright", "inset", "archive"]
Hedge = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "nearly", "range"]


class When(msgspec.Struct, frozen=True):
    """An interval that holds a moment: ISO 8601 dates or datetimes, both ends included; None where unknown."""

    earliest: str | None
    latest: str | None
    basis: Basis
    why: str
    evidence: tuple[Span, ...] = ()


class Expression(msgspec.Struct, frozen=True):
    """A time expression as the text has it, not yet put on the calendar.

    `value` is TIMEX3 with X for what the words leave open: `2024-03-21`, `XXXX-10-07`, `XXXX-WXX-5` (a Friday),
    `P2M`, `PRESENT_REF`. `unit` and `shift` say how far from the anchor (`day`, -1 is yesterday; `week`, 1 next
    week). `side` says on which side of the anchor an open value lies, where tense or a cue tells: past or future.
    `anchor` names what it is relative to: the article's own date, an event told just before, or the date that stands next
    ("the quarter ended Sept. 30"). Without a unit, a
    shift of -1 or 1 asks for the last such day or month strictly before or after the anchor ("last Friday").
    """

    span: Span
    type: TimeType
    value: str
    unit: str | None = None
    shift: int | None = None
    side: Literal["past", "future"] | None = None
    anchor: Literal["article", "told", "next"] = "article"
    mod: str | None = None
    """TIMEX3 MOD: START, MID, END, APPROX, BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER, LESS_THAN, MORE_THAN."""
    weekday: int | None = None
    """Weekday said beside a date, Monday 1: with month and day it tells the year."""
    formula: str | None = None
    """A day that needs its year to be computed: `11/4/4` (fourth Thursday of November), `easter-2`."""
    grain: bool = False
    """Counted in the grain of what was told: "a year earlier" of a quarter is a quarter."""
    other: str | None = None
    """The other reading of a day in figures whose order nothing tells; `value` then is the year alone."""
    stamp: Stamp | None = None
    """What a date is that does not stand in running text; inset: of a film or picture within the text;
    archive: of an older picture."""


class Time(msgspec.Struct, frozen=True):
    """A time expression put on the calendar; `value` is TIMEX3, as full as the article's date allows."""

    span: Span
    type: TimeType
    value: str
    when: When | None


class Quantity(msgspec.Struct, frozen=True):
    """A number with its hedge: `low` and `high` are equal for a single value; None where that end is open."""

    span: Span
    low: float | None
    high: float | None
    hedge: Hedge
    start: int
    """First token of the phrase, hedge included, in the Doc."""
    end: int
    """Token after the phrase."""
    more: bool = False
    """An increment ("another 12", "three more")."""
    unit: str | None = None
    """What it is an amount of: `%`, `ratio`, a currency (`USD`), a measure (`km`, `time`); None for a count."""
