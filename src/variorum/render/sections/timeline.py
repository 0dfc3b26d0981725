"""The timeline: what is dated in order, then what only bounds are known of, what is told without a time, what nothing dates."""

from __future__ import annotations

from collections.abc import Callable

from ...model import Entry, Event
from ...rules.page import page
from ...rules.phrases import capital, dated, phrases, when
from ..outline import Group, Row, Section, section
from ..view import StoryView
from .events import MEETING

APART = ("between", "told", "none")


def timeline(story: StoryView) -> Section:
    """All entries; a short output shows those that matter most."""
    every, said = story.story.timeline, page().apart
    groups = [
        _group(story, "", [e for e in every if e.precision not in APART], _moment, 14),
        _group(story, said["between"], [e for e in every if e.precision == "between"], _bounds, 5),
        _group(story, said["told"], [e for e in every if e.precision == "told"], _bounds, 5),
        _group(story, said["none"], [e for e in every if e.precision == "none"], _reason, 4),
    ]
    shown = tuple(group for group in groups if group.rows)
    return section("timeline", "timeline", shown, brief=14, wide=(3, 8, 2))


def _group(story: StoryView, title: str, entries: list[Entry], date: Callable[[Entry], str], brief: int) -> Group:
    return Group(title, tuple(_row(story, entry, date(entry)) for entry in entries), brief=brief)


def _row(story: StoryView, entry: Entry, date: str) -> Row:
    return Row(
        (date, entry.text, status(story, entry)),
        entry.evidence,
        story.view.numbered(entry.articles),
        tone=entry.status,
        why=entry.why,
        entry=entry,
    )


def status(story: StoryView, entry: Entry) -> str:
    """Planned, held, called off: a meeting is held, an attack happened, a count is new."""
    said = phrases()
    met = any(isinstance(e := story.items.get(i), Event) and e.type == MEETING for i in entry.events)
    return (said.events if met and entry.status in said.events else said.happenings)[entry.status]


def _moment(entry: Entry) -> str:
    return dated(entry.when)


def _bounds(entry: Entry) -> str:
    """The days, without saying again that they are inferred: the heading does."""
    return when(entry.when)


def _reason(entry: Entry) -> str:
    return capital(entry.why)
