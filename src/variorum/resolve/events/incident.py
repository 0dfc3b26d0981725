"""An incident as one report tells it: its claims, and what they say of time, place, doers and those hit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ...model import Cast, When
from ...rules.incidents import families, vague
from .node import Node, Who

MANY = ("group", "place", "organisation")
"""Kinds of actors that are hit again and again."""
REPEATED = frozenset({"raid"})
"""The families of which a story tells many: two without a time are two."""
Family = frozenset[str] | None
"""What kinds of blow a word can mean; None for a word that fits all."""


@dataclass(frozen=True)
class Scene:
    """Who is who in a story: actor id -> name, kind; article -> (start, end, actor) of its mentions, in order."""

    names: Mapping[str, str]
    kinds: Mapping[str, str]
    spots: Mapping[str, Sequence[tuple[int, int, str]]]

    @classmethod
    def of(cls, cast: Cast) -> Scene:
        return cls({a.id: a.name for a in cast.actors}, {a.id: a.kind for a in cast.actors}, cast.spots)

    def kind(self, who: str | None) -> str | None:
        return self.kinds.get(who or "")

    def proper(self, who: str) -> bool:
        """Whether it is called by a name."""
        return self.names.get(who, "")[:1].isupper()

    def named(self, one: Node) -> Iterator[str]:
        """Persons and places that the sentence of a claim names."""
        spots, where = self.spots.get(one.article, ()), one.claim.sentence
        for start, end, who in spots[bisect_left(spots, (where.start, 0, "")) :]:
            if start >= where.end:
                return
            if end <= where.end and self.kinds.get(who) in ("person", "place") and self.proper(who):
                yield who


@dataclass
class Incident:
    """Claims of one report on one incident, by their indices; `family` is what all of them can be, None for anything."""

    members: list[int] = field(default_factory=list)
    family: Family = None
    told: list[When] = field(default_factory=list)
    doers: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    hit: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)

    def add(self, i: int, one: Node, scene: Scene) -> None:
        """Takes a claim in."""
        self.members.append(i)
        self.family = meet(self.family, family(one))
        self.told += [one.when] if one.stated and one.when else []
        self.doers |= doers(one, scene)
        self.people |= one.actors
        self.places |= spots(one, scene)
        self.words |= set(one.claim.title.casefold().split())
        self.named |= set(scene.named(one))
        self.articles.add(one.article)
        for who in one.who:
            self.hit |= set(_hit(who, scene))


def _hit(who: Who, scene: Scene) -> Iterator[str]:
    """The words for somebody who was hit; a people, body or place by its name is hit many times."""
    if who.party.part != "source" and not (scene.kind(who.actor) in MANY and scene.proper(who.actor or "")):
        words = who.party.span.text.casefold().split()
        yield from (w for w in words if len(w) >= 3 and w not in vague())


def spots(one: Node, scene: Scene) -> set[str]:
    """Where a claim says that it was, be it as a place or as a party."""
    return {*one.places, *(k for k in one.actors if scene.kind(k) == "place")}


def family(one: Node) -> Family:
    """The families of the word that tells a claim, or where that word fits all, of the others in its title ("the blaze injured
    six"); None where all fit."""
    return _family(*one.words)


@lru_cache(maxsize=1 << 16)
def _family(trigger: str, title: str) -> Family:
    for word in (trigger, *trigger.split()):
        if found := families().get(word):
            return found
    known = [families().get(word.strip(",.’'"), frozenset()) for word in title.split()]
    return frozenset().union(*known) or None


def meet(a: Family, b: Family) -> Family:
    """What both can be; empty where there is nothing."""
    if a is None or b is None:
        return b if a is None else a
    return a & b


def doers(one: Node, scene: Scene) -> set[str]:
    """Who did it, where it is somebody of the cast; a place does nothing, and "a gunman" can be anybody named elsewhere."""
    found = {w.actor for w in one.who if w.actor and w.party.part == "source"}
    return {k for k in found if scene.kind(k) != "place" and (scene.kind(k) != "person" or scene.proper(k))}
