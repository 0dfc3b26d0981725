"""Which counts belong beside which events: those of the same day, and those that an event's own title holds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ...model import Article, Event, Figure, Reading, Span, Story
from .moments import precision, span
from .words import words

HEAD = 300
"""Characters of a report's body in which it tells its news: a sentence or two."""


@dataclass(frozen=True)
class Counts:
    """The counts of a story, to be looked up by day and by sentence."""

    story: Story
    articles: Sequence[Article]
    starts: dict[str, list[int]] = field(default_factory=dict)

    def sentence(self, one: Span) -> tuple[str, int]:
        """The sentence that a span stands in, by article and number."""
        if not self.starts:
            self.starts.update({a.id: [start for start, _ in a.sentences] for a in self.articles})
        return one.article, bisect_right(self.starts.get(one.article, []), one.start)

    @cached_property
    def told(self) -> Mapping[tuple[str, int], list[tuple[Figure, Reading, str]]]:
        """Sentence -> the readings that it gives, with the words for the number."""
        found: dict[tuple[str, int], list[tuple[Figure, Reading, str]]] = {}
        for figure in self.story.figures:
            for reading in figure.readings:
                for one in reading.spans:
                    found.setdefault(self.sentence(one), []).append((figure, reading, one.text))
        return found

    @cached_property
    def days(self) -> Mapping[tuple[str, str], list[Figure]]:
        """Day -> figures that count what happened on it."""
        found: dict[tuple[str, str], list[Figure]] = {}
        for figure in self.story.figures:
            if precision(figure.window) == "day" and figure.modality == "actual" and figure.subset_of is None:
                found.setdefault(span(figure.window), []).append(figure)
        return found

    def timed(self, event: Event) -> bool:
        """Whether the event's day is its own: stated, said in one of its sentences, or that of the news, since it stands at the
        head of a report. Any other has only the day of the report that tells of it, which may tell of years ago."""
        when = event.when
        if when is None or when.basis != "inferred":
            return True
        said = {self.sentence(s) for s in when.evidence}
        return any(self.sentence(s) in said or s.start < self.heads.get(s.article, 0) for s in event.spans)

    @cached_property
    def heads(self) -> Mapping[str, int]:
        """Article -> where its head ends: headline and the first words of the body."""
        return {a.id: min((p.start for p in a.parts if p.kind == "body"), default=0) + HEAD for a in self.articles}

    def beside(self, event: Event) -> Iterator[tuple[Figure, Reading, str]]:
        """The readings given in the event's sentences, each with its number as that sentence has it."""
        for at in dict.fromkeys(self.sentence(s) for s in event.spans):
            yield from self.told.get(at, ())

    def carried(self, event: Event) -> list[tuple[Figure, Reading, str]]:
        """The readings whose number is in the event's title."""
        return [told for told in self.beside(event) if _within(told[2], event.title)]

    def of_day(self, event: Event) -> list[Figure]:
        """Figures that count what happened on the event's day, where it is an incident."""
        if event.type not in words().incidents or precision(event.when) != "day":
            return []
        return self.days.get(span(event.when), [])


def bare(event: Event, counts: Counts) -> list[tuple[Figure, Reading]]:
    """The readings that the event is no more than: its title holds the number, and nobody but those counted is in it."""
    figures = {figure.id for figure, *_ in counts.carried(event)}
    told = [one for one in counts.beside(event) if one[0].id in figures]
    others = [p for p in event.participants if not any(_within(n, p.text) or _within(p.text, n) for *_, n in told)]
    return [] if any(p.part != "target" for p in others) else [(figure, reading) for figure, reading, _ in told]


def _within(part: str, whole: str) -> bool:
    """Whether words stand in a text as words: 4 is not in 14."""
    if part.casefold() not in whole.casefold():
        return False
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", whole, re.IGNORECASE) is not None
