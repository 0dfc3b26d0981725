"""One event over many records."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Calendar, Cast, Event, Record


def events(records: Sequence[Record], calendar: Calendar, cast: Cast) -> tuple[Event, ...]:
    return ()
