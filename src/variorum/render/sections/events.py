"""Who met whom, and each event with what every report says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...model import Event, Participant
from ...model.dossier import Telling
from ...rules.phrases import capital, clip, dated, listing, phrases, when
from ..outline import Group, Row, Section, section
from ..view import StoryView

MEETING = "CONSULT"
COMPARED = (0, 1, 3)
"""Cells of a telling that are set against each other: when, where, how far it has come."""
CARDS = 60
"""Events with a card: what matters most; the others are on the timeline."""


def met(story: StoryView) -> list[Event]:
    """Meetings, calls and visits that name two sides, the most reported first."""
    found = [
        e for e in story.story.events if e.type == MEETING and len({p.actor or p.text for p in e.participants}) > 1
    ]
    return sorted(found, key=weight)


def meetings(story: StoryView) -> Section:
    """Who took part, where and when; the most reported first."""
    found = met(story)
    names = tuple((a.id, story.name(a.id)) for a in story.story.actors)
    rows = tuple(_meeting(story, e) for e in found)
    groups = (Group(rows=rows, events=tuple(found), names=names),) if rows else ()
    return section("meetings", "meetings", groups, brief=8, full=12, wide=(6, 2, 3, 2))


def events(story: StoryView) -> Section:
    """Events that two or more reports tell, each with what every one of them says of day, place and people."""
    order = {event: entry.rank for entry in story.story.timeline for event in entry.events}
    many = [e for e in story.story.events if len({t.span.article for t in e.tellings}) > 1]
    many.sort(key=lambda e: (order.get(e.id, len(order) + 1), *weight(e)))
    groups = tuple(_card(story, event) for event in many[:CARDS])
    return section("events", "events", groups, full=8, deep=True)


def _card(story: StoryView, event: Event) -> Group:
    """One row a report: the first place where it tells of the event, with what all its places say."""
    by_report: dict[str, list[Telling]] = {}
    for one in event.tellings:
        by_report.setdefault(one.span.article, []).append(one)
    ordered = sorted(by_report.items(), key=lambda item: story.view.numbers.get(item[0], 0))
    told = [
        (article, _told(story, event, article, many)) for article, many in ordered if article in story.view.articles
    ]
    odd = _odd([cells for _, cells in told])
    rows = tuple(
        Row(
            (story.view.label(story.view.articles[article]), *cells),
            tuple(dict.fromkeys(one.span for one in by_report[article])),
            story.view.numbered([article]),
            tone=event.status,
            odd=odd[n],
        )
        for n, (article, cells) in enumerate(told)
    )
    day = dated(event.when)
    return Group(
        _title(story, event), rows, note=", ".join(part for part in (day, status(event)) if part), tone=event.status
    )


def _told(story: StoryView, event: Event, article: str, many: Sequence[Telling]) -> tuple[str, str, str, str]:
    """When, where, who and how far it has come, as one report tells it; empty for what it does not say."""
    timed = next((one.when for one in many if one.when), None)
    places = dict.fromkeys(story.name(p) for one in many for p in one.places)
    people = dict.fromkeys(who(story, p) for p in event.participants if any(s.article == article for s in p.spans))
    first = many[0].status
    same = (phrases().events if event.type == MEETING else phrases().happenings)[first]
    return dated(timed), ", ".join(places), ", ".join(name for name in people if name), same


def _odd(told: Sequence[tuple[str, ...]]) -> list[tuple[int, ...]]:
    """For each report the cells that differ from what most others say; all that are given where they are divided. Who took
    part is not compared: each report names whom it cares about."""
    out: list[list[int]] = [[] for _ in told]
    for at in COMPARED:
        given = Counter(cells[at] for cells in told if cells[at])
        usual = [cell for cell, n in given.items() if n > 1 and n == max(given.values())]
        for n, cells in enumerate(told):
            if cells[at] and cells[at] not in usual and any(_apart(cells[at], other) for other in given):
                out[n].append(at + 1)
    return [tuple(cells) for cells in out]


def _apart(one: str, other: str) -> bool:
    """Whether two cells say different things: lists of places do where they have none in common."""
    return not {*one.split(", ")} & {*other.split(", ")}


def _title(story: StoryView, event: Event) -> str:
    """A meeting by who met, any other event by its own words."""
    entry = story.entries.get(event.id)
    if entry and entry.kind == "event" and (event.type == MEETING or len(entry.events) == 1):
        return entry.text
    return capital(clip(event.title, 140))


def _reports(event: Event) -> int:
    return len({s.article for s in event.spans})


def weight(event: Event) -> tuple[int, int, str, str]:
    """The most reported first, then those with most participants."""
    return -_reports(event), -len(event.participants), event.title, event.id


def status(event: Event) -> str:
    """Planned, held, called off: a meeting is held, an attack happened."""
    said = phrases()
    return (said.events if event.type == MEETING else said.happenings)[event.status]


def who(story: StoryView, one: Participant) -> str:
    """A participant by name where resolved; in brackets where the name is inferred; empty for a pronoun that names nobody."""
    name = story.name(one.actor) if one.actor else story.called(clip(one.text, 60), None)
    if not name or name == phrases().somebody:
        return ""
    return f"({name})" if one.inferred else name


def _names(story: StoryView, event: Event) -> Iterator[str]:
    """Who took part, each once, places where it was left out."""
    sides = [p for p in event.participants if p.actor is None or p.actor not in event.places]
    yield from (name for name in dict.fromkeys(who(story, p) for p in sides) if name)


def _meeting(story: StoryView, event: Event) -> Row:
    names = listing(list(_names(story, event)))
    places = ", ".join(dict.fromkeys(story.name(p) for p in event.places))
    spans = (*event.spans, *(s for p in event.participants for s in p.spans))
    return Row(
        (capital(names) or phrases().unknown, places, _moment(event), status(event)),
        spans,
        story.view.refs(spans),
        tone=event.status,
        why=" ".join(link.why for link in event.links),
    )


def _moment(event: Event) -> str:
    """When it was; where no report gives a time, that it was reported on such a day."""
    said = phrases()
    untimed = (
        event.when and event.when.basis == "inferred" and event.tellings and not any(t.when for t in event.tellings)
    )
    if untimed and when(event.when):
        return capital(said.digest["reported"].format(day=when(event.when)))
    return dated(event.when) or said.unknown
