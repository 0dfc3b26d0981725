"""Who met whom, and any event on one line."""

from __future__ import annotations

from ...model import Event, Participant
from ...rules.phrases import capital, clip, dated, listing, phrases, when
from ..outline import Group, Row, Section
from ..view import StoryView

MEETING = "CONSULT"


def meetings(story: StoryView) -> Section:
    """Meetings, calls and visits that name two sides: who took part, where and when; the most reported first."""
    met = [e for e in story.story.events if e.type == MEETING and len({p.actor or p.text for p in e.participants}) > 1]
    return Section(
        "meetings",
        "Who met whom",
        "table",
        ("Who", "Where", "When", "Status"),
        (Group(rows=tuple(_meeting(story, e) for e in sorted(met, key=weight))),),
        brief=8,
        full=25,
        wide=(6, 2, 3, 2),
        lead="Names in brackets are inferred: the text gives a role, another report the name.",
    )


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
    """A participant by name where resolved; in brackets where the name is inferred."""
    name = story.name(one.actor) if one.actor else clip(one.text, 60)
    return f"({name})" if one.inferred else name


def happening(story: StoryView, event: Event) -> str:
    """An event on one line; that it was held goes without saying. A meeting is told by who met."""
    who_met = _names(story, event) if event.type == MEETING else []
    date = f", {dated(event.when)}" if when(event.when) else ""
    if len(who_met) > 1:
        places = [story.name(p) for p in event.places[:1]]
        head = f"{phrases().meetings[event.status]}: {listing(who_met)}"
    else:
        places, head = _places(story, event), capital(clip(event.title, 140))
        date += "" if event.status == "held" else f" ({status(event)})"
    return f"{head}{f', in {places[0]}' if places else ''}{date}"


def _names(story: StoryView, event: Event) -> list[str]:
    return list(dict.fromkeys(who(story, p) for p in event.participants))


def _places(story: StoryView, event: Event) -> list[str]:
    """Names of its places that the title does not hold."""
    return [p for p in dict.fromkeys(story.name(p) for p in event.places) if p.lower() not in event.title.lower()]


def _meeting(story: StoryView, event: Event) -> Row:
    names = listing(_names(story, event))
    places = ", ".join(dict.fromkeys(story.name(p) for p in event.places))
    spans = (*event.spans, *(s for p in event.participants for s in p.spans))
    return Row(
        (names, places, dated(event.when) or phrases().unknown, status(event)),
        spans,
        story.view.refs(spans),
        tone=event.status,
        why=" ".join(link.why for link in event.links),
    )
