"""Incidents of several reports: what each is mainly about is one where persons are shared, or the day and a sign more."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import When
from ...model.moment import before
from .incident import REPEATED, Incident, Scene, meet
from .node import Node
from .when import days
from .where import abroad

FRESH = 7
"""Days: a time given more vaguely than this is no reason to join."""
NEAR = 2
"""Days between two times told that can be of one day."""
WINDOW = 60
"""Incidents of one key, and of one group, that one is compared with: bounds the work on long stories."""
EPOCH = "2000-01-01"
HIT = 0.34
"""Share of the words for those hit by which two incidents without a common time are of one."""
LIKE = 0.25
"""Share of words in common from which the names of two incidents of about one day are of one."""
SIGNS = 2
"""Signs of likeness that make one incident of two of which one has no time."""


def across(main: Sequence[Incident], rest: Sequence[Incident], nodes: Sequence[Node], scene: Scene) -> list[list[int]]:
    """Indices of the claims of each incident: `main`, what the reports are mainly about, joined where they are one; then the
    `rest`, which go with one told elsewhere only where both have a time of their own."""
    found: list[list[Incident]] = []
    index: dict[tuple[str, str], list[int]] = {}
    for n, one in enumerate((*main, *rest)):
        keys = _keys(one, nodes)
        near = sorted({at for key in keys for at in index.get(key, ())[:WINDOW]})
        at = next((at for at in near if _joins(found[at], one, nodes, scene, lead=n < len(main))), len(found))
        if at == len(found):
            found.append([])
        found[at].append(one)
        for key in keys:
            if at not in (known := index.setdefault(key, [])):
                known.append(at)
    return [sorted(i for one in group for i in one.members) for group in found]


def _keys(one: Incident, nodes: Sequence[Node]) -> list[tuple[str, str]]:
    """What two incidents share, at least, to be looked at: somebody, a place, a word for those hit, or about the day."""
    about = [("who", k) for k in (*one.people, *one.named, *one.places)]
    return sorted({*about, *(("hit", word) for word in one.hit), *_week(_moment(one, nodes))})


def _week(when: When | None) -> list[tuple[str, str]]:
    """The weeks, counted through, that an interval lies in or within two days of; none where it is not known to a few days."""
    if not (when and when.earliest and when.latest) or days(when.earliest, when.latest) > FRESH:
        return []
    low, high = days(EPOCH, when.earliest) - NEAR, days(EPOCH, when.latest) + NEAR
    return [("week", str(week)) for week in range(low // 7, high // 7 + 1)]


def _joins(group: Sequence[Incident], one: Incident, nodes: Sequence[Node], scene: Scene, *, lead: bool) -> bool:
    """Whether nothing in a group speaks against an incident, and something for it."""
    some = group[:WINDOW]
    return all(_allowed(x, one, scene) for x in some) and any(
        (lead or (x.told and one.told)) and _same(x, one, nodes, scene) for x in some
    )


def _allowed(a: Incident, b: Incident, scene: Scene) -> bool:
    """Whether nothing speaks against the two being one. Reports that name the same persons, or of one blow the same place or
    the same people hit, may differ by a day."""
    if not a.articles.isdisjoint(b.articles) and any(_apart(x, y) for x in a.told for y in b.told):
        return False
    slack = 1 if _persons(a, b, scene) or (_kin(a, b) and (_there(a, b, scene) or share(a.hit, b.hit) >= HIT)) else 0
    return (
        meet(a.family, b.family) != frozenset()
        and all(_apart(x, y) <= slack for x in a.told for y in b.told)
        and not abroad(a.places, b.places, scene.names)
    )


def _apart(a: When, b: When) -> int:
    """Days between two intervals; 0 where they meet."""
    return next((days(x.latest or "", y.earliest or "") for x, y in ((a, b), (b, a)) if before(x, y)), 0)


def _same(a: Incident, b: Incident, nodes: Sequence[Node], scene: Scene) -> bool:
    """Whether persons are shared; or the day and a sign more; or, where one has no time, two signs."""
    if _persons(a, b, scene):
        return True
    if _near(_moment(a, nodes), _moment(b, nodes)):
        kin = bool(a.family and b.family and a.family & b.family)
        return bool(a.people & b.people) or kin or _there(a, b, scene) or share(a.words, b.words) >= LIKE
    if (a.told and b.told and _days_apart(a, b)) or a.family == b.family == REPEATED:
        return False
    return _signs(a, b, scene) >= SIGNS


def _days_apart(a: Incident, b: Incident) -> bool:
    return any(_apart(x, y) for x in a.told for y in b.told)


def _persons(a: Incident, b: Incident, scene: Scene) -> bool:
    return any(scene.kind(k) == "person" for k in a.people & b.people)


def _there(a: Incident, b: Incident, scene: Scene) -> bool:
    return any((scene.kind(k) or "place") == "place" for k in a.places & b.places)


def _kin(a: Incident, b: Incident) -> bool:
    """Whether both tell of one kind of blow, which is not one that falls again and again."""
    return bool(a.family and b.family and a.family & b.family - REPEATED)


def _signs(a: Incident, b: Incident, scene: Scene) -> int:
    """The kind of blow, who was hit, a person of it whom both name and a place that both name in telling it, each as one; two
    persons whom both name as two."""
    both = a.named & b.named
    persons = {k for k in both if scene.kind(k) == "person"}
    person = 2 if len(persons) > 1 else bool(persons & (a.people | b.people))
    return sum((_kin(a, b), share(a.hit, b.hit) >= HIT, person, bool(both - persons) or _there(a, b, scene)))


def share(a: set[str], b: set[str]) -> float:
    """How much of the smaller set the other holds, 0 to 1."""
    return len(a & b) / max(1, min(len(a), len(b)))


def _moment(one: Incident, nodes: Sequence[Node]) -> When | None:
    return one.told[0] if one.told else next((nodes[i].when for i in one.members if nodes[i].when), None)


def _near(a: When | None, b: When | None) -> bool:
    """Whether both are known to a few days and no more than two days lie between them."""
    if not (a and b and a.earliest and a.latest and b.earliest and b.latest):
        return False
    if max(days(a.earliest, a.latest), days(b.earliest, b.latest)) > FRESH:
        return False
    return max(days(a.latest, b.earliest), days(b.latest, a.earliest)) <= NEAR
