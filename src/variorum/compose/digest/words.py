"""Small parts of the digest's sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...model import Backing, Span, Story, When
from ...model.moment import parsed
from ...rules.phrases import dated, phrases, resting
from ..timeline.moments import width

WIDEST = 31
"""Days from which on an inferred interval says too little to be told."""


def part(name: str, text: str) -> str:
    """A part of a sentence; empty where its field is."""
    return phrases().digest[name].format(**{name: text}) if text else ""


def reports(spans: Iterable[Span]) -> int:
    """How many reports these are in."""
    return len({s.article for s in spans})


def told(spans: Iterable[Span], backings: Iterable[Backing | None] = ()) -> str:
    """ "3 reports"; "3 reports, 1 origin" where they copy each other or cite one outlet."""
    return resting(reports(spans), backings)


def evidence(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Each once, in order."""
    return tuple(dict.fromkeys(spans))


def names(story: Story) -> dict[str, str]:
    """Actor's id -> name."""
    return {a.id: a.name for a in story.actors}


def moment(when: When | None, period: When | None) -> str:
    """A date for a reader; nothing where it was inferred and is wider than a month or than the story's own period."""
    if when is None or (when.basis == "inferred" and width(when) > min(WIDEST, max(width(period), 1))):
        return ""
    return dated(when)


def days(when: When | None, period: When | None) -> int:
    """How many days the end of one lies before the start of the other; 0 where either is not known."""
    last, first = parsed(when.latest if when else None), parsed(period.earliest if period else None)
    return (first - last).days if first and last else 0


def terms(text: str) -> frozenset[str]:
    """The beginnings of the words that carry meaning: "attack", "attacks" and "attacked" share one."""
    stop = phrases().titles.stop
    return frozenset(w[:6].rstrip("s") for w in re.findall(r"[^\W_]{3,}", text.lower()) if w not in stop)
