"""Figures in the dossier: what is counted, with the readings of all reports."""

from __future__ import annotations

from typing import Literal

from .claim import Attribution, Modality
from .frozen import Frozen
from .origin import Backing
from .span import Span
from .value import Hedge, When

Status = Literal["current", "superseded", "conflicting", "suspect", "repeated"]
Standing = Literal[Status, "apart"]


class Reading(Frozen, frozen=True, kw_only=True):
    """One value of a figure, as one or more places give it. `why` says how its status came about."""

    id: str
    low: float | None
    high: float | None
    hedge: Hedge
    text: str
    as_of: When | None
    attribution: Attribution | None
    spans: tuple[Span, ...]
    status: Status = "current"
    apart: bool = False
    """Not the current reading, yet no earlier one: it counts something else, or may."""
    why: str = ""
    inferred: bool = False
    """Added up from persons told of one by one; the text gives no number."""
    fate: bool = False
    """It says what became of people counted before, as when one who was hurt has died."""
    backing: Backing | None = None

    @property
    def number(self) -> float | None:
        """The number printed: the lower end of a range, the one end of an open interval."""
        return self.low if self.low is not None else self.high

    @property
    def last(self) -> str:
        """The end of the moment that it is as of; empty where none is known."""
        return (self.as_of.latest or self.as_of.earliest or "") if self.as_of else ""

    @property
    def standing(self) -> Standing:
        """What to call its status."""
        return "apart" if self.apart else self.status


class Figure(Frozen, frozen=True, kw_only=True):
    """One counted thing through all reports: its readings lined up by as-of date."""

    id: str
    measure: str
    of: str
    place: str | None = None
    unit: str | None = None
    window: When | None = None
    over: str | None = None
    """The length of the stretch that the count is bound to, in the reports' words: "four-day" of a pause."""
    modality: Modality = "actual"
    subset_of: str | None = None
    readings: tuple[Reading, ...] = ()
    frame: Literal["event", "rate", "past"] = "event"
    """Whether it counts the story's event, a rate or statistic, or something earlier."""
