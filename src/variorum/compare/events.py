"""Findings between reports on events: told alike by several, planned by one and held by another, moved, told otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Actor, Event, Finding, Record, Span, Witness, key
from ..model.dossier import FindingKind, Telling
from ..model.moment import single
from ..rules.incidents import named
from ..rules.phrases import moment

MET = 2
"""Participants whom both reports must name before what else they name is compared."""


def events(many: Sequence[Event], records: Sequence[Record], actors: Sequence[Actor] = ()) -> tuple[Finding, ...]:
    """Events that two or more reports tell, plans with what came of them, and days and participants that the reports give
    otherwise, in the order of the events."""
    by_id = {event.id: event for event in many}
    persons = {a.id: a.name for a in actors if a.kind == "person"}
    sure = {r.article.id for r in records if r.article.published and r.article.published.basis != "inferred"}
    return tuple(
        finding
        for event in many
        for finding in (*_agreed(event), *_done(event, by_id), *_days(event, sure), *_met(event, persons))
    )


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


def _days(event: Event, sure: set[str]) -> Iterator[Finding]:
    """One event that two reports date otherwise, each by a day that it names, in reports whose own day is known."""
    given: dict[str, Telling] = {}
    for one in event.tellings:
        if (day := _day(one, sure)) and one.span.article not in {t.span.article for t in given.values()}:
            given.setdefault(day, one)
    if len(given) < 2:
        return
    sides = [(event, one.when.evidence[0]) for _, one in sorted(given.items()) if one.when]
    yield _finding(
        "conflict",
        event,
        sides,
        f"the reports give different days for this: {' and '.join(moment(day) for day in sorted(given))}",
    )


def _day(one: Telling, sure: set[str]) -> str | None:
    """The one day that a report names for it, by a date or a weekday."""
    when, day = one.when, single(one.when)
    if when is None or day is None:
        return None
    words = when.evidence[0].text.casefold() if when.evidence else ""
    told = any(c.isdigit() for c in words) or not named().isdisjoint(words.replace(".", "").replace(",", "").split())
    return day.isoformat() if told and one.span.article in sure else None


def _met(event: Event, persons: dict[str, str]) -> Iterator[Finding]:
    """A meeting that two reports people otherwise: each names somebody whom the other leaves out."""
    if event.type != "CONSULT" or event.status not in ("held", "planned"):
        return
    told: dict[str, dict[str, Span]] = {}
    for who in event.participants:
        for span in who.spans if who.actor in persons else ():
            told.setdefault(span.article, {}).setdefault(who.actor or "", span)
    reports = sorted(told.items())
    for n, (_, left) in enumerate(reports):
        for _, right in reports[n + 1 :]:
            only = [sorted(set(a) - set(b)) for a, b in ((left, right), (right, left))]
            if len(set(left) & set(right)) >= MET and all(only):
                names = [", ".join(persons[k] for k in side) for side in only]
                sides = [(event, left[only[0][0]]), (event, right[only[1][0]])]
                yield _finding("scope", event, sides, f"one report also names {names[0]}, the other {names[1]}")
                return


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
