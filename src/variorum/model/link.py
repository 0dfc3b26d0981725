"""Links: judgements that two things are one, with a score and a reason. They can be undone; claims cannot change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from .dossier import Actor
from .span import Span
from .value import Expression, Time, When

LinkKind = Literal["actor", "event", "figure", "quote", "planned_for", "follows", "copy", "story"]
Judgement = Literal["same", "different", "unsure"]


class Link(msgspec.Struct, frozen=True, order=True):
    """`left` and `right` are ids of claims, articles or mentions (article:start-end); `score` is 0 to 1."""

    kind: LinkKind
    left: str
    right: str
    judgement: Judgement
    score: float
    why: str


class Calendar(msgspec.Struct, frozen=True):
    """When each article was published, and every time expression put on the calendar."""

    published: dict[str, When]
    times: dict[str, tuple[Time, ...]]
    """By article, in text order; one for each expression of its record."""
    index: dict[tuple[str, int, int], Time] = {}

    def time(self, expression: Expression) -> Time | None:
        """The expression on the calendar."""
        span = expression.span
        return self.index.get((span.article, span.start, span.end))

    def when(self, expressions: Sequence[Expression]) -> When | None:
        """The interval of the first of these expressions that has one."""
        times = (self.time(one) for one in expressions)
        return next((t.when for t in times if t and t.when and (t.when.earliest or t.when.latest)), None)


class Cast(msgspec.Struct, frozen=True):
    """The actors of a story, and which of them each mention is."""

    actors: tuple[Actor, ...]
    index: dict[tuple[str, int, int], str] = {}
    """(article, start, end) of a mention -> actor id."""
    links: tuple[Link, ...] = ()

    def find(self, span: Span | None) -> str | None:
        """The actor that a span means: the mention with the same extent, else the last mention within it that is not
        itself only a place, else the one that holds it."""
        if span is None:
            return None
        exact = self.index.get((span.article, span.start, span.end))
        if exact:
            return exact
        inside = [(start, end, who) for (article, start, end), who in self.index.items()
                  if article == span.article and span.start <= start and end <= span.end]
        if inside:
            kinds = {a.id: a.kind for a in self.actors}
            best = [one for one in inside if kinds.get(one[2]) != "place"] or inside
            return max(best)[2]
        return None
