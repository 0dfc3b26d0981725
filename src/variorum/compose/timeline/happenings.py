"""Events that are one happening: mentions of one day that share people, place or words, and a plan with what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Event, When
from .moments import clear, precision, span
from .words import bare, words

NEAREST = 40
"""Events of one moment and type that each is compared with. Bounds the work on long stories."""
ALIKE = 0.4
"""Share of words in common from which two titles of what the same people did on one day are of one deed."""
DONE = ("held", "ongoing")


def happenings(events: Sequence[Event]) -> list[list[Event]]:
    """Groups of events that are one happening, in the order of their first events."""
    of = list(range(len(events)))
    members = {i: [i] for i in of}
    for left, right in [*_plans(events), *_pairs(events)]:
        a, b = sorted((of[left], of[right]))
        if a != b and not _torn([events[i] for i in members[a]], [events[i] for i in members[b]]):
            members[a] = sorted(members[a] + members.pop(b))
            for i in members[a]:
                of[i] = a
    return [[events[i] for i in many] for _, many in sorted(members.items())]


def _plans(events: Sequence[Event]) -> Iterator[tuple[int, int]]:
    """Plans of the same type, each with the event that it came to."""
    at = {event.id: i for i, event in enumerate(events)}
    for i, event in enumerate(events):
        for link in event.links:
            other = at.get(link.event)
            if other is None or link.kind != "planned_for" or events[other].type != event.type:
                continue
            if _meets(event.when, events[other].when):
                yield i, other


def _pairs(events: Sequence[Event]) -> Iterator[tuple[int, int]]:
    """Indices of events of one moment and type that are one happening."""
    buckets: dict[tuple[str, tuple[str, str]], list[int]] = {}
    for i, event in enumerate(events):
        if clear(event.when) or (event.type not in words().incidents and precision(event.when) != "none"):
            buckets.setdefault((event.type, span(event.when)), []).append(i)
    for many in buckets.values():
        for n, i in enumerate(many):
            yield from ((i, k) for k in many[n + 1 : n + NEAREST] if _one(events[i], events[k]))


def _one(a: Event, b: Event) -> bool:
    """Whether two events of one type and moment say enough alike."""
    if (a.status in DONE) != (b.status in DONE):
        return False
    who = _actors(a) & _actors(b)
    if a.type in words().incidents:
        return bool(who or _shared(a, b) or bare(a.title) & bare(b.title) or set(a.places) & set(b.places))
    if a.type == "CONSULT" and a.mode == b.mode:
        return len(who) > 1 or bool(who and set(a.places) & set(b.places))
    return bool(who) and _likeness(a, b) >= ALIKE


def _shared(a: Event, b: Event) -> bool:
    """Whether the same words of a text date both."""
    left, right = ({(s.article, s.start) for s in e.when.evidence} if e.when else set() for e in (a, b))
    return bool(left & right)


def _actors(event: Event) -> frozenset[str]:
    return frozenset(p.actor or p.text.casefold() for p in event.participants)


def _likeness(a: Event, b: Event) -> float:
    left, right = bare(a.title), bare(b.title)
    return len(left & right) / max(1, len(left | right))


def _torn(left: Sequence[Event], right: Sequence[Event]) -> bool:
    """Whether two groups name places of which none is shared, and nobody in common."""
    places = [{p for e in many for p in e.places} for many in (left, right)]
    if not all(places) or places[0] & places[1]:
        return False
    return not any(_actors(a) & _actors(b) or _shared(a, b) for a in left for b in right)


def _meets(plan: When | None, done: When | None) -> bool:
    """Whether the time planned can hold the time told."""
    if precision(plan) == "none" or precision(done) == "none":
        return True
    (first, last), (begin, end) = span(plan), span(done)
    return not (last and begin and last < begin) and not (end and first and end < first)
