"""The digest: plain sentences built from fields or quoted from reports, each with its evidence. It says what is reported, never
what is so.

It opens with the sentence that stands best for what the reports open with; then current figures, the events that matter most,
what is planned, who wants what, and where the reports differ.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Article, Line, Story
from .counts import counts
from .differences import differences
from .happenings import happenings
from .lead import lead
from .stands import stands

__all__ = ["digest"]

FEW, MANY = 12, 16
"""Lines at most: of a story of up to `SMALL` reports, and of a larger one. A digest is read in a minute."""
SMALL = 10
"""Reports of a small story."""


def digest(story: Story, articles: Sequence[Article] = ()) -> tuple[Line, ...]:
    """The lines for a story whose timeline is made; `articles` are its reports, from which sentences are quoted."""
    first = lead(story, articles)
    parts = [counts(story), happenings(story, articles, first), stands(story, articles), differences(story)]
    room = FEW if len(story.articles) <= SMALL else MANY
    return (*first, *(line for part in _cut(parts, room - len(first)) for line in part))


def _cut(parts: list[list[Line]], room: int) -> list[list[Line]]:
    """The parts with so many lines at most together: the last lines of the longest part go first."""
    kept = [list(part) for part in parts]
    while sum(map(len, kept)) > room:
        max(reversed(kept), key=len).pop()
    return kept
