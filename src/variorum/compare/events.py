"""Findings between reports on events: told alike by several, planned by one and held by another, moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Event, Finding, Record, Span, Witness, key
from ..model.dossier import FindingKind


def events(many: Sequence[Event], records: Sequence[Record]) -> tuple[Finding, ...]:  # noqa: ARG001  stages of a family share one shape
    """Events that two or more reports tell, and plans with what came of them, in the order of the events."""
    by_id = {event.id: event for event in many}
    return tuple(finding for event in many for finding in (*_agreed(event), *_done(event, by_id)))


def _agreed(event: Event) -> Iterator[Finding]:
    first = _firsts(event)
    if len(first) > 1:
        yield _finding(
            "agreement", event, [(event, span) for span in first], f"{len(first)} reports tell of this event"
        )


def _done(plan: Event, by_id: dict[str, Event]) -> Iterator[Finding]:
    """A plan and the event that it was for: an update where another report tells it, with what changed."""
    for link in plan.links:
        event = by_id.get(link.event)
        if link.kind != "planned_for" or event is None:
            continue
        changed = _moved(plan, event)
        why = (
            "one report tells of the plan, another of the event"
            if {s.article for s in plan.spans} != {s.article for s in event.spans}
            else "the report tells of the plan and of the event"
        )
        yield _finding("update", plan, [(plan, plan.spans[0]), (event, event.spans[0])], f"{why}{changed}: {link.why}")


def _moved(plan: Event, event: Event) -> str:
    if (
        plan.when
        and event.when
        and plan.when.earliest
        and event.when.earliest
        and plan.when.basis == event.when.basis == "stated"
    ):
        late = plan.when.latest is not None and event.when.earliest[:10] > plan.when.latest[:10]
        return ", later than planned" if late else ""
    return ""


def _firsts(event: Event) -> list[Span]:
    """The first place in each report."""
    found: dict[str, Span] = {}
    for span in event.spans:
        found.setdefault(span.article, span)
    return [found[article] for article in sorted(found)]


def _finding(kind: FindingKind, about: Event, sides: Sequence[tuple[Event, Span]], why: str) -> Finding:
    return Finding(
        id=key("finding", kind, about.id, *(f"{s.article}:{s.start}" for _, s in sides)),
        kind=kind,
        about=about.id,
        readings=tuple(Witness(id=event.id, article=span.article, span=span) for event, span in sides),
        why=f"{why}.",
    )
