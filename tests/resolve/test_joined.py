"""Which claims of several reports are one event: cases in tests/cases/joined."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from variorum.model import Dossier, Event

Make = Callable[..., Dossier]
FOLDER = Path(__file__).parents[1] / "cases" / "joined"
STORIES = [row for path in sorted(FOLDER.glob("*.toml")) for row in tomllib.loads(path.read_text())["story"]]


def told(made: Dossier, sources: list[str], place: str) -> Event:
    """The event that a report ("2: words of its sentence") tells: that whose trigger stands in or next to these words."""
    number, words = place.split(": ", 1)
    text = sources[int(number) - 1]
    article = next(a.id for a in made.articles if a.text == text)
    assert words in text, f"{words!r} is not in report {number}"
    low = text.index(words)
    high = low + len(words)
    found = [
        ((t.span.end <= low or t.span.start >= high), abs(t.span.start - low), event)
        for story in made.stories
        for event in story.events
        for t in event.tellings
        if t.span.article == article and t.sentence.start < high and low < t.sentence.end
    ]
    assert found, f"no event where report {number} says {words!r}"
    return min(found, key=lambda f: f[:2])[2]


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s["name"])
def test_events_are_joined_as_the_cases_say(story: dict[str, Any], dossier: Make) -> None:
    made = dossier(*story["reports"])
    texts = [report["text"] for report in story["reports"]]
    for left, right in story.get("same", ()):
        assert told(made, texts, left).id == told(made, texts, right).id, f"{left!r} and {right!r} are one"
    for left, right in story.get("apart", ()):
        assert told(made, texts, left).id != told(made, texts, right).id, f"{left!r} and {right!r} are two"
    for left, right in story.get("plan", ()):
        assert told(made, texts, right).id in links(told(made, texts, left)), f"{left!r} led to {right!r}"
    for left, right in story.get("unplanned", ()):
        assert told(made, texts, right).id not in links(told(made, texts, left)), f"{left!r} did not lead to {right!r}"
    for early, late in story.get("then", ()):
        assert told(made, texts, early).id in links(told(made, texts, late), "follows"), f"{late!r} follows {early!r}"
    for early, late in story.get("loose", ()):
        assert told(made, texts, early).id not in links(told(made, texts, late), "follows"), f"{late!r} follows nothing"
    if "title" in story:
        place, words = story["title"]
        assert told(made, texts, place).title == words
    for place, words in story.get("met", ()):
        spans = [s.text for p in told(made, texts, place).participants for s in p.spans]
        assert any(words in text for text in spans), f"{words!r} took part"
    if "named" in story:
        place, *names = story["named"]
        ids = {p.actor for p in told(made, texts, place).participants}
        assert {a.name for s in made.stories for a in s.actors if a.id in ids} == set(names)
    if "status" in story:
        assert told(made, texts, story["status"][0]).status == story["status"][1]
    if "entry" in story:
        event, words = told(made, texts, story["entry"][0]), story["entry"][1]
        assert words in [e.text for s in made.stories for e in s.timeline if event.id in e.events]
    if "finding" in story:
        events = {e.id for s in made.stories for e in s.events}
        kinds = {f.kind for s in made.stories for f in s.findings if f.about in events} & {"conflict", "scope"}
        assert kinds == set(story["finding"]) - {"none"}


def links(event: Event, kind: str = "planned_for") -> set[str]:
    return {link.event for link in event.links if link.kind == kind}


@pytest.mark.parametrize("story", STORIES[::6], ids=lambda s: s["name"])
def test_the_order_of_reports_does_not_matter(story: dict[str, Any], dossier: Make) -> None:
    there, back = (
        sorted(
            (e.type, e.title, e.status, sorted(t.sentence.text for t in e.tellings))
            for x in made.stories
            for e in x.events
        )
        for made in (dossier(*story["reports"]), dossier(*story["reports"][::-1]))
    )
    assert there == back
