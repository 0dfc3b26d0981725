"""Links: judgements that two things are one, with a score and a reason. They can be undone; claims cannot change."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

import msgspec

from .article import Post
from .claim import ActorKind
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


class Judged(msgspec.Struct, frozen=True, order=True):
    """What a user has decided about two names: that they are one actor's, or that they are not. `left` is the lesser. For two
    people with one name `right` is the name, a tab and the places where it is the other's: article ids, or id:start, with a
    space between (`other` reads them)."""

    left: str
    right: str
    judgement: Literal["same", "different"]
    why: str = ""


Other = frozenset[tuple[str, int | None]]
"""Articles, or mentions in them by where they start, in which a name is another person's."""


def other(one: Judged) -> Other | None:
    """Where a name is another person's, if that is what was decided."""
    _, tab, places = one.right.partition("\t")
    if not tab:
        return None
    parts = (place.partition(":") for place in places.split())
    return frozenset((article, int(start) if start else None) for article, _, start in parts)


class Calendar(msgspec.Struct, frozen=True):
    """When each article was published, and every time expression put on the calendar."""

    published: dict[str, When]
    times: dict[str, tuple[Time, ...]]
    """By article, in text order; one for each expression of its record."""
    index: dict[tuple[str, int, int], Time] = {}
    bounds: dict[str, When] = {}
    """By article, for those not in `published`: a first or last day alone, or neither, and why."""
    posts: dict[str, tuple[Post, ...]] = {}
    """By article, the posts of live blogs with their moments."""

    def time(self, expression: Expression) -> Time | None:
        """The expression on the calendar."""
        span = expression.span
        return self.index.get((span.article, span.start, span.end))

    def told(self, span: Span) -> When | None:
        """When what stands there was reported: the moment of the post that it stands in, else the day of the article."""
        posts = self.posts.get(span.article, ())
        at = bisect_right(posts, span.start, key=lambda p: p.start) - 1
        return (posts[at].when if at >= 0 and span.start < posts[at].end else None) or self.published.get(span.article)

    def when(self, expressions: Sequence[Expression]) -> When | None:
        """The interval of the first of these expressions that has one."""
        times = (self.time(one) for one in expressions)
        return next((t.when for t in times if t and t.when and (t.when.earliest or t.when.latest)), None)


class Cast(msgspec.Struct, frozen=True):
    """The actors of a story, and which of them each mention is. `Cast.of` fills what `find` looks up."""

    actors: tuple[Actor, ...]
    index: dict[tuple[str, int, int], str] = {}
    """(article, start, end) of a mention -> actor id."""
    links: tuple[Link, ...] = ()
    spots: dict[str, tuple[tuple[int, int, str], ...]] = {}
    """Article -> (start, end, actor id) of its mentions, in order."""
    kinds: dict[str, ActorKind] = {}
    """Actor id -> kind."""
    texts: dict[str, str] = {}
    """Article -> its text: what stands between two mentions tells which of them is the head."""
    joint: dict[str, tuple[tuple[int, int, int, int, str], ...]] = {}
    """Article -> for each office of a phrase of several: where the phrase and the name of what the office is of begin and end,
    and the actor who holds it."""

    @classmethod
    def of(
        cls,
        actors: Sequence[Actor],
        index: dict[tuple[str, int, int], str],
        links: Sequence[Link] = (),
        texts: dict[str, str] | None = None,
        joint: dict[str, tuple[tuple[int, int, int, int, str], ...]] | None = None,
    ) -> Cast:
        """A cast with its look-ups."""
        spots: dict[str, list[tuple[int, int, str]]] = {}
        for (article, start, end), who in sorted(index.items()):
            spots.setdefault(article, []).append((start, end, who))
        return cls(
            tuple(actors),
            index,
            tuple(links),
            {a: tuple(s) for a, s in spots.items()},
            {a.id: a.kind for a in actors},
            texts or {},
            joint or {},
        )

    def each(self, span: Span | None) -> tuple[str, ...]:
        """The actors whom a phrase of several offices means, in its order, each an actor of its own: both for "the Acme and
        Orlo chiefs", the second for the part "Orlo chiefs". Nobody for any other phrase, which `find` is for."""
        rows = self.joint.get(span.article, ()) if span else ()
        return tuple(
            dict.fromkeys(
                who
                for start, end, first, last, who in rows
                if span and start - _ARTICLE <= span.start <= first and last <= span.end <= end
            )
        )

    def find(self, span: Span | None) -> str | None:
        """The actor that a span means: the mention with the same extent, else the head of the mentions within it, else the
        mention that holds it. Within a span, what stands before the first preposition, comma or relative is its head
        ("a spokesman for the ministry"), there the last mention that is not only a place ("Acme director Dana Reed")."""
        if span is None:
            return None
        exact = self.index.get((span.article, span.start, span.end))
        if exact:
            return exact
        spots = self.spots.get(span.article, ())
        at = bisect_left(spots, (span.start, 0, ""))
        inside: list[tuple[int, int, str]] = []
        while at < len(spots) and spots[at][0] < span.end:
            if spots[at][1] <= span.end and (not inside or spots[at][1] > inside[-1][1]):
                inside.append(spots[at])
            at += 1
        if inside:
            head = self._head(span, inside)
            return max([one for one in head if self.kinds.get(one[2]) != "place"] or head)[2]
        return self._holder(span, spots)

    def _head(self, span: Span, inside: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        """The mentions up to the first word that makes what follows a mere addition."""
        text = self.texts.get(span.article, "")
        for i in range(1, len(inside)):
            between = text[inside[i - 1][1] : inside[i][0]]
            if "," in between or not _ADDITIONS.isdisjoint(between.lower().split()):
                return inside[:i]
        return inside

    def _holder(self, span: Span, spots: tuple[tuple[int, int, str], ...]) -> str | None:
        """The shortest mention that holds the span; phrases nest a few deep only, so a few are looked at."""
        at = bisect_left(spots, (span.start + 1, 0, ""))
        holders = [one for one in spots[max(0, at - 6) : at] if one[0] <= span.start and span.end <= one[1]]
        return min(holders, key=lambda one: (one[1] - one[0], one))[2] if holders else None


_ARTICLE = 4
"""Letters of an article before a phrase."""
_ADDITIONS = frozenset(
    {
        "of",
        "for",
        "in",
        "at",
        "from",
        "with",
        "to",
        "by",
        "on",
        "who",
        "which",
        "that",
        "whose",
        "against",
        "near",
        "under",
        "over",
        "between",
        "about",
    }
)
