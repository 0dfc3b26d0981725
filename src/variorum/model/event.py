"""Events in the dossier: what is reported to have happened or to be planned."""

from __future__ import annotations

from typing import Literal

from .claim import Attribution, EventStatus
from .frozen import Frozen
from .origin import Backing
from .span import Span
from .value import When


class Participant(Frozen, frozen=True, kw_only=True):
    """Somebody in an event. `inferred` where only a role was given and another report names the person."""

    actor: str | None
    text: str
    inferred: bool = False
    part: Literal["source", "target", "both"] = "both"
    spans: tuple[Span, ...] = ()


class EventLink(Frozen, frozen=True, kw_only=True):
    """How an event stands to another."""

    event: str
    kind: Literal["same", "follows", "planned_for"]
    why: str


class Telling(Frozen, frozen=True, kw_only=True):
    """One place where a report tells of an event, with what it says of it there."""

    span: Span
    sentence: Span
    status: EventStatus
    when: When | None = None
    """The time told there; None where there is none of its own."""
    places: tuple[str, ...] = ()
    """Ids of the places named there."""


class Event(Frozen, frozen=True, kw_only=True):
    """One event through all reports."""

    id: str
    type: str
    mode: str | None = None
    title: str
    status: EventStatus
    when: When | None
    places: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    attribution: Attribution | None = None
    spans: tuple[Span, ...]
    tellings: tuple[Telling, ...] = ()
    """Every place where it is told, in the order of reports and texts."""
    links: tuple[EventLink, ...] = ()
    backing: Backing | None = None
