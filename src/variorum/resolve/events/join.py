"""Claims of one event. Two are joined for a stated likeness only: type, people, time and place must all allow it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from ...model import Cast, When
from ...model.moment import disjoint
from . import delegations
from .deeds import deeds
from .incident import Scene, family, meet
from .incidents import incidents
from .node import INCIDENTS as BLOWS
from .node import Node
from .when import days
from .where import apart

WINDOW = 60
"""Claims of one actor and type that each is compared with: the nearest in time. Bounds the work on long stories."""
INCIDENTS = frozenset({"ACCIDENT", "DISASTER"})
"""What mostly happens once a day in a story, whoever is named as the one it happened to: the ship, the crew, "it"."""
LIVE = ("held", "ongoing")
WIDE = 10
"""Days: a time given more vaguely than this ("this year") is no reason to join."""

BESIDE = 400
"""Characters between two claims of one passage: two sentences or three."""
TOLD = 0.6
"""Share of the shorter name's longer words that the other has too, from which two names of what the same people did are of one
deed; at least two words."""
LONG = 4
"""Letters from which a word carries meaning."""
LIKE = 0.25
"""Share of words in common from which two names of an incident of one day are of the same one."""


def clusters(nodes: Sequence[Node], cast: Cast) -> list[list[Node]]:
    """Groups of claims of one event, each in text order, in a stable order."""
    found = _Groups(nodes, cast)
    for many in (*incidents(nodes, cast), *deeds(nodes, Scene.of(cast))):
        for i in many[1:]:
            found.unite(many[0], i)
    for earlier, later in _again(nodes):
        found.attach(earlier, later)
    for left, right in _pairs(nodes):
        found.join(left, right)
    return [group for group in found.groups() if not all(one.bare or _lone(one) for one in group)]


def _lone(one: Node) -> bool:
    """Whether it only says that somebody was there ("guards were present"), which says nothing without the meeting."""
    return one.claim.again and len(one.who) < 2


def _pairs(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """Indices of claims that may be one event: those of one article first, since a report knows best what it speaks of."""
    moments, articles = [_day(one.when) for one in nodes], [one.article for one in nodes]
    by_actor: dict[tuple[str, str], list[int]] = {}
    for i, one in enumerate(nodes):
        everybody = sorted(one.actors) or ["", *one.places][-1:]
        for actor in [*everybody, ""] if one.claim.type in INCIDENTS else everybody:
            by_actor.setdefault((one.claim.type, actor), []).append(i)
        if one.claim.type == "CONSULT":  # those of one report may tell of the same people by their offices
            by_actor.setdefault((one.claim.type, f"in {one.article}"), []).append(i)
    pairs: set[tuple[int, int]] = set()
    for many in by_actor.values():
        ordered = sorted(many, key=lambda i: (moments[i], i))
        for n, i in enumerate(ordered):
            pairs.update((i, k) if i < k else (k, i) for k in ordered[n + 1 : n + WINDOW])
    within: list[tuple[int, int]] = []
    across: list[tuple[int, int]] = []
    for pair in sorted(pairs):
        (within if articles[pair[0]] == articles[pair[1]] else across).append(pair)
    yield from within
    yield from across


def _again(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """A claim that goes on about a meeting, with the meeting told last before it in its article."""
    last: dict[str, int] = {}
    for i, one in enumerate(nodes):
        if one.claim.type != "CONSULT" or one.claim.mode in ("mediate", "call"):
            continue
        if (
            one.claim.mode != "visit"
            and one.article in last
            and (one.claim.again or _fills(nodes[last[one.article]], one))
        ):
            yield last[one.article], i
        last[one.article] = i


def _fills(earlier: Node, later: Node) -> bool:
    """Whether a meeting told of without anybody in it ("talks ended on Thursday") is followed by who met, without a time."""
    live = (earlier.claim.status in LIVE) == (later.claim.status in LIVE)
    gap = later.claim.spans[0].start - earlier.claim.spans[0].start
    return live and not earlier.who and len(later.actors) >= 2 and not later.stated and gap < BESIDE


def _bounds(when: When | None) -> tuple[str | None, str | None]:
    return (when.earliest, when.latest) if when else (None, None)


def _day(when: When | None) -> str:
    return (when.earliest or when.latest or "") if when else ""


class _Groups:
    """Groups that grow while everything in them still agrees."""

    def __init__(self, nodes: Sequence[Node], cast: Cast) -> None:
        self.nodes, self.kinds = nodes, {a.id: a.kind for a in cast.actors}
        self.names = {a.id: a.name for a in cast.actors}
        called = {a.id: (a.name, *(x.text for x in a.aliases)) for a in cast.actors if a.kind != "person"}
        self.sides = lru_cache(maxsize=None)(lambda i: delegations.sides(nodes[i], cast, called))
        self.of = list(range(len(nodes)))
        self.members = {i: [i] for i in range(len(nodes))}

    def join(self, left: int, right: int) -> None:
        a, b = self.of[left], self.of[right]
        if a == b or not (self._one(self.nodes[left], self.nodes[right]) or self._company(left, right)):
            return
        if any(
            self._split(self.nodes[x], self.nodes[y])
            for x in self.members[a][:WINDOW]
            for y in self.members[b][:WINDOW]
        ):
            return
        self._merge(a, b)

    def _company(self, left: int, right: int) -> bool:
        """Whether a report tells of one meeting twice, by the offices and by the names of those who met."""
        a, b = self.nodes[left], self.nodes[right]
        if a.claim.type != "CONSULT" or a.article != b.article or self._split(a, b) or "call" in (_mode(a), _mode(b)):
            return False
        if self._rivals(a, b) or self._rivals(b, a):
            return False
        left_sides, right_sides = self.sides(left), self.sides(right)
        near = (
            bool(_ground(a, self.kinds) & _ground(b, self.kinds))
            or bool(_people(a, self.kinds) & _people(b, self.kinds))
            or any(len(side) > delegations.CODE for side in left_sides & right_sides)  # a body
            or delegations.alike(a, b)
        )
        return delegations.same(left_sides, right_sides, alike=near)

    def _rivals(self, a: Node, b: Node) -> bool:
        """Whether one names somebody of a nation for whom the other names somebody else."""
        mine = [w for w in a.who if self.kinds.get(w.actor or "") == "person" and w.actor not in b.actors]
        theirs = [w for w in b.who if self.kinds.get(w.actor or "") == "person" and w.actor not in a.actors]
        known = [delegations.codes(w.party.span.text) for w in theirs]
        return any(delegations.codes(w.party.span.text) & codes for w in mine for codes in known)

    def unite(self, left: int, right: int) -> None:
        """Joins two claims that are known to be of one event."""
        if self.of[left] != self.of[right]:
            self._merge(*sorted((self.of[left], self.of[right])))

    def attach(self, earlier: int, later: int) -> None:
        """Joins a claim to the meeting that it goes on about, unless their times or places cannot be one."""
        a, b = self.of[earlier], self.of[later]
        one, other = self.nodes[earlier], self.nodes[later]
        if (
            a != b
            and not (one.stated and other.stated and disjoint(one.when, other.when))
            and not self._elsewhere(one, other)
        ):
            self._merge(a, b)

    def _merge(self, a: int, b: int) -> None:
        self.members[a] = sorted(self.members[a] + self.members[b])
        for i in self.members.pop(b):
            self.of[i] = a

    def groups(self) -> list[list[Node]]:
        return [[self.nodes[i] for i in many] for _, many in sorted(self.members.items(), key=lambda kv: kv[1])]

    def _split(self, a: Node, b: Node) -> bool:
        """Whether the two cannot be one."""
        if "unclear" not in (a.claim.status, b.claim.status) and (a.claim.status in LIVE) != (b.claim.status in LIVE):
            return not _errand(a, b)
        if a.stated and b.stated and disjoint(a.when, b.when):
            return True
        if a.claim.type in BLOWS and meet(family(a), family(b)) == frozenset():
            return True
        if _mode(a) != _mode(b) and a.claim.type in ("AGREE", "THREATEN", "RETREAT"):
            return True
        return self._elsewhere(a, b)

    def _elsewhere(self, a: Node, b: Node) -> bool:
        return bool(a.places and b.places) and all(
            apart(self.names.get(p, p), self.names.get(q, q)) for p in a.places for q in b.places
        )

    def _one(self, a: Node, b: Node) -> bool:
        """Whether they say enough alike to be one event."""
        if self._split(a, b):
            return False
        people = {k for k in a.actors & b.actors if self.kinds.get(k) != "place" or a.claim.type != "CONSULT"}
        if a.claim.sentence == b.claim.sentence and people:
            return True
        if _close(a.when, b.when) and (a.stated or b.stated or a.article != b.article):
            return self._alike(a, b, people)
        return a.article == b.article and self._again(a, b, people)

    def _alike(self, a: Node, b: Node, people: set[str]) -> bool:
        if a.claim.type == "CONSULT":
            fewest = min(len(a.actors), len(b.actors))
            place = set(a.places) & set(b.places)
            if self._there(a, b, people):
                return True
            return len(people) >= 2 or bool(
                people and (fewest == 1 or place) and ((a.stated and b.stated) or a.article == b.article)
            )
        sides = _sides(a) == _sides(b)
        if a.claim.type in INCIDENTS and _day(a.when)[:10] == _day(b.when)[:10]:
            return bool(people) or _titles(a, b) >= LIKE
        return bool(people) and (sides or len(people) >= 2 or told(a, b) >= TOLD)

    def _there(self, a: Node, b: Node, people: set[str]) -> bool:
        """Whether one report tells of somebody's visit to a place and of whom they met there."""
        left, right = (_ground(n, self.kinds) for n in (a, b))
        return (
            a.article == b.article
            and bool(people and left & right)
            and _mode(a) != _mode(b)
            and "visit" in (_mode(a), _mode(b))
        )

    def _again(self, a: Node, b: Node, people: set[str]) -> bool:
        """The same people in one report, one of the two without a time: told again, unless it lies far off in the text."""
        if a.claim.type == "CONSULT":
            if _bounds(a.when) == _bounds(b.when) and len(a.actors & b.actors) >= 2:
                return True
            return self._there(a, b, people) or (len(people) >= 2 and not (a.stated and b.stated))
        return bool(people) and not (a.stated and b.stated) and _sides(a) == _sides(b) and told(a, b) >= TOLD


def _mode(one: Node) -> str:
    return one.claim.mode or ""


def _errand(a: Node, b: Node) -> bool:
    """Whether one tells of a journey made, the other of the meeting that it was made for: "arrived in Oslo to meet"."""
    made, meant = (a, b) if a.claim.status in LIVE else (b, a)
    return (
        a.article == b.article and _mode(made) == "visit" and _mode(meant) == "meet" and meant.claim.status == "planned"
    )


def _ground(one: Node, kinds: Mapping[str, str]) -> set[str]:
    """Where it is, told as a place or as a party."""
    return {*one.places, *(k for k in one.actors if kinds.get(k) == "place")}


def _people(one: Node, kinds: Mapping[str, str]) -> set[str]:
    """Who takes part, countries and towns apart."""
    return {k for k in one.actors if kinds.get(k) != "place"}


def _sides(one: Node) -> frozenset[tuple[str, str]]:
    return frozenset((w.party.part, w.key) for w in one.who)


def told(a: Node, b: Node) -> float:
    """Share of the longer words of the shorter title that the other has too; 0 below two such words."""
    left, right = (frozenset(w for w in n.claim.title.casefold().split() if len(w) >= LONG) for n in (a, b))
    both = len(left & right)
    return both / min(len(left), len(right)) if both >= 2 else 0.0


def _titles(a: Node, b: Node) -> float:
    left, right = (frozenset(n.claim.title.casefold().split()) for n in (a, b))
    return len(left & right) / max(1, len(left | right))


def _close(a: When | None, b: When | None) -> bool:
    """Whether both are known to a few days and overlap."""
    if a is None or b is None or disjoint(a, b):
        return False
    return all(w.earliest and w.latest and days(w.earliest, w.latest) <= WIDE for w in (a, b))


def shared(a: Sequence[Node], b: Sequence[Node]) -> frozenset[str]:
    """Who takes part in both events."""
    return frozenset(k for n in a for k in n.actors) & frozenset(k for n in b for k in n.actors)
