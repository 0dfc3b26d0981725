"""Incidents: an attack, accident or disaster that a report tells of again and again, and that other reports tell of too.

Within a report a claim goes with the incident told before that it shares most with, unless its time, place, doers or the kind
of blow speak against it. Across reports what each is mainly about is one where persons are shared, or the day with a sign more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...model import When
from ...rules.incidents import families, other
from .node import INCIDENTS, Node
from .when import days, disjoint
from .where import apart, placed

STATUS = frozenset({"held", "ongoing", "unclear"})
FRESH = 7
"""Days before publication within which a time told can be that of what the report is about."""
BACK = 8
"""Incidents told before in a report that a claim is compared with: the last ones and the first."""
MANY = ("group", "place", "organisation")
"""Kinds of actors that are hit again and again."""
REPEATED = frozenset({"raid"})
"""The families of which a story tells many: two without a time are two."""
HIT = 0.34
"""Share of the words for those hit by which two incidents without a common time are of one."""
LIKE = 0.25
"""Share of words in common from which the names of two incidents of about one day are of one."""


@dataclass
class Incident:
    """Claims of one report on one incident, by their indices; `family` is what all of them can be, None for anything."""

    members: list[int] = field(default_factory=list)
    family: frozenset[str] | None = None
    told: list[When] = field(default_factory=list)
    doers: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    hit: set[str] = field(default_factory=set)

    def add(self, i: int, one: Node, kinds: Mapping[str, str]) -> None:
        self.members.append(i)
        self.family = _meet(self.family, _family(one))
        self.told += [one.when] if one.stated and one.when else []
        self.doers |= _doers(one, kinds)
        self.people |= one.actors
        self.places |= set(one.places)
        self.words |= set(one.claim.title.casefold().split())
        self.hit |= {
            w
            for who in one.who
            if who.party.part != "source" and kinds.get(who.actor or "") not in MANY
            for w in who.party.span.text.casefold().split()
            if len(w) >= 3
        }


def incidents(nodes: Sequence[Node], names: Mapping[str, str], kinds: Mapping[str, str]) -> list[list[int]]:
    """Indices of the claims of each incident; `names` and `kinds`: actor id -> name, kind of actor."""
    by_article: dict[str, list[int]] = {}
    for i, one in enumerate(nodes):
        if one.claim.type in INCIDENTS and one.claim.status in STATUS:
            by_article.setdefault(one.article, []).append(i)
    told = [_within(many, nodes, names, kinds) for _, many in sorted(by_article.items())]
    main = [max(many, key=lambda x: len(x.members)) for many in told if many]
    rest = [one for many in told for one in many if not any(one is x for x in main)]
    return _across([*main, *rest], len(main), nodes, names, kinds)


def _within(
    many: Sequence[int], nodes: Sequence[Node], names: Mapping[str, str], kinds: Mapping[str, str]
) -> list[Incident]:
    """The incidents of one report, in the order of the text."""
    found: list[Incident] = []
    for i in many:
        one = nodes[i]
        before = found[-BACK:] if found[:1] == found[-BACK:][:1] else [found[0], *found[-BACK:]]
        scored = [(s, n) for n, x in enumerate(before) if (s := _fit(x, one, names, kinds)) is not None]
        if scored:
            before[max(scored)[1]].add(i, one, kinds)
        else:
            found.append(Incident())
            found[-1].add(i, one, kinds)
    return found


def _fit(known: Incident, one: Node, names: Mapping[str, str], kinds: Mapping[str, str]) -> int | None:
    """How much a claim shares with an incident told before; None where it cannot be of it."""
    people = {k for k in known.people & one.actors if kinds.get(k) != "place"}
    places = known.places & set(one.places)
    signs = 2 * len(people) + len(places)
    if _meet(known.family, _family(one)) == frozenset() or _elsewhere(known.places, one.places, names):
        return None
    if not _in_time(known, one, signs=signs):
        return None
    doers = _doers(one, kinds)
    if doers and known.doers and not doers & known.doers and not people:
        return None
    if not signs and (_marked(one) or _toll(one, names, kinds)):
        return None
    return signs


def _in_time(known: Incident, one: Node, *, signs: int) -> bool:
    """Whether the time of a claim allows an incident: one told with a time of its own must overlap it, or be of these days."""
    if not one.stated or one.when is None:
        return True
    if known.told:
        return not any(disjoint(w, one.when) for w in known.told)
    return bool(signs) or _fresh(one)


def _fresh(one: Node) -> bool:
    out, when = one.published, one.when
    if not (out and out.latest and when and when.latest):
        return True
    return days(when.latest, out.latest) <= FRESH


def _marked(one: Node) -> bool:
    """Whether its sentence sets it apart from what the report is about."""
    words = f" {' '.join(one.claim.sentence.text.casefold().replace(',', ' ').split())} "
    return any(word in words for word in other())


def _toll(one: Node, names: Mapping[str, str], kinds: Mapping[str, str]) -> bool:
    """Whether a whole people or body is hit or hits, by its name: a sum of many incidents."""
    many = [names.get(w.actor, "") for w in one.who if w.actor and kinds.get(w.actor) in MANY]
    return _family(one) is None and any(name[:1].isupper() for name in many)


def _family(one: Node) -> frozenset[str] | None:
    """The families of the word that tells it; None where that word fits all."""
    trigger = one.claim.spans[0].text.casefold()
    for word in (trigger, *trigger.split()):
        if (found := families().get(word)) is not None:
            return found or None
    return None


def _meet(a: frozenset[str] | None, b: frozenset[str] | None) -> frozenset[str] | None:
    if a is None or b is None:
        return b if a is None else a
    return a & b


def _doers(one: Node, kinds: Mapping[str, str]) -> set[str]:
    """Who did it, where it is somebody of the cast."""
    return {w.actor for w in one.who if w.actor and w.party.part == "source" and kinds.get(w.actor) != "place"}


def _elsewhere(left: set[str], right: Sequence[str] | set[str], names: Mapping[str, str]) -> bool:
    return bool(left and right) and all(apart(names.get(p, p), names.get(q, q)) for p in left for q in right)


def _across(
    many: Sequence[Incident], main: int, nodes: Sequence[Node], names: Mapping[str, str], kinds: Mapping[str, str]
) -> list[list[int]]:
    """The first `main` incidents, each what a report is mainly about, joined where they are one; then the others, which go with
    one told elsewhere only where both have a time of their own."""
    found: list[list[Incident]] = []
    for n, one in enumerate(many):
        for group in found:
            if all(_allowed(x, one, names, kinds) for x in group) and any(
                (n < main or (x.told and one.told)) and _same(x, one, nodes, kinds) for x in group
            ):
                group.append(one)
                break
        else:
            found.append([one])
    return [sorted(i for one in group for i in one.members) for group in found]


def _allowed(a: Incident, b: Incident, names: Mapping[str, str], kinds: Mapping[str, str]) -> bool:
    """Whether nothing speaks against the two being one. Reports that name the same persons may differ by a day."""
    slack = 1 if any(kinds.get(k) == "person" for k in a.people & b.people) else 0
    return (
        _meet(a.family, b.family) != frozenset()
        and all(_apart(x, y) <= slack for x in a.told for y in b.told)
        and not _abroad(a.places, b.places, names)
    )


def _apart(a: When, b: When) -> int:
    """Days between two intervals; 0 where they meet."""
    return next(
        (
            days(x.latest, y.earliest)
            for x, y in ((a, b), (b, a))
            if x.latest and y.earliest and disjoint(a, b) and x.latest[:10] < y.earliest[:10]
        ),
        0,
    )


def _abroad(left: set[str], right: set[str], names: Mapping[str, str]) -> bool:
    """Whether the two are in known cities or countries apart; reports call one corner by many names."""
    known = [[names.get(p, p) for p in sorted(many) if placed(names.get(p, p))] for many in (left, right)]
    return bool(known[0] and known[1]) and all(apart(p, q) for p in known[0] for q in known[1])


def _same(a: Incident, b: Incident, nodes: Sequence[Node], kinds: Mapping[str, str]) -> bool:
    """Whether persons are shared; or the day and a sign more; or, where one has no time, the kind of blow and who was hit."""
    shared = a.people & b.people
    if any(kinds.get(k) == "person" for k in shared):
        return True
    places = any(kinds.get(k, "place") == "place" for k in a.places & b.places)
    family = bool(a.family and b.family and a.family & b.family)
    if _near(_moment(a, nodes), _moment(b, nodes)):
        return bool(shared) or places or family or _share(a.words, b.words) >= LIKE
    if (a.told and b.told) or (family and a.family == b.family == REPEATED):
        return False
    return (family or places) and _share(a.hit, b.hit) >= HIT


def _share(a: set[str], b: set[str]) -> float:
    return len(a & b) / max(1, min(len(a), len(b)))


def _moment(one: Incident, nodes: Sequence[Node]) -> When | None:
    return one.told[0] if one.told else next((nodes[i].when for i in one.members if nodes[i].when), None)


def _near(a: When | None, b: When | None) -> bool:
    """Whether both are known to a few days and no more than two days lie between them."""
    if not (a and b and a.earliest and a.latest and b.earliest and b.latest):
        return False
    if max(days(a.earliest, a.latest), days(b.earliest, b.latest)) > FRESH:
        return False
    return max(days(a.latest, b.earliest), days(b.latest, a.earliest)) <= 2
