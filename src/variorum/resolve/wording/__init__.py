"""The words that each report uses for one and the same, side by side with counts and contexts. No score, no verdict."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Cast, Entry, Event, Record, Wording
from .described import described
from .happenings import Told
from .people import people
from .things import things
from .uses import Uses, rows

__all__ = ["wording"]


def wording(
    records: Sequence[Record], cast: Cast, events: Sequence[Event] = (), timeline: Sequence[Entry] = ()
) -> tuple[Wording, ...]:
    """For people, happenings, things, governments and actors that the reports word in more than one way: the words, and who
    uses them. `timeline` says which events are one happening."""
    told = Told(events, timeline)
    groups, matters = Uses(records), Uses(records)
    for record in records:
        people(record, groups)
        things(record, told, matters)
    actors = Uses(records)
    described(records, cast, actors)
    return (*rows(groups), *rows(matters), *rows(actors))
