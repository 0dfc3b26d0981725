"""Incidents: an attack, accident or disaster that a report tells of again and again, and that other reports tell of too.

Within a report a claim goes with the incident told before that it shares most with, unless its time, place, doers or the kind
of blow speak against it. What the reports are about is joined in `across`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Cast
from ...model.moment import disjoint
from ...rules.incidents import between, other
from .across import across
from .incident import MANY, Incident, Scene, doers, family, meet, spots
from .node import INCIDENTS, Node
from .when import days
from .where import elsewhere

STATUS = frozenset({"held", "ongoing", "unclear"})
FRESH = 7
"""Days before publication within which a time told can be that of what the report is about."""
BACK = 8
"""Incidents told before in a report that a claim is compared with: the last ones and the first."""
NEAR = 400
"""Characters, two sentences or three, within which a report goes on about what it told last."""
PHRASE = 120
"""Characters between two words of one sentence that tell of one blow: "killing three and wounding ten"."""


def incidents(nodes: Sequence[Node], cast: Cast) -> list[list[int]]:
    """Indices of the claims of each incident."""
    scene = Scene.of(cast)
    by_article: dict[str, list[int]] = {}
    for i, one in enumerate(nodes):
        if one.claim.type in INCIDENTS and one.claim.status in STATUS:
            by_article.setdefault(one.article, []).append(i)
    told = [_within(many, nodes, scene) for _, many in sorted(by_article.items())]
    main = [max(many, key=lambda x: len(x.members)) for many in told if many]
    rest = [one for many in told for one in many if not any(one is x for x in main)]
    return across(sorted(main, key=lambda x: not x.told), rest, nodes, scene)


def _within(many: Sequence[int], nodes: Sequence[Node], scene: Scene) -> list[Incident]:
    """The incidents of one report, in the order of the text."""
    found: list[Incident] = []
    for i in many:
        one = nodes[i]
        before = found[-BACK:] if found[:1] == found[-BACK:][:1] else [found[0], *found[-BACK:]]
        scored = [
            (signs, _near(nodes[x.members[-1]], one), n)
            for n, x in enumerate(before)
            if (signs := _fit(x, one, nodes, scene)) is not None
        ]
        if scored:
            before[_best(scored)].add(i, one, scene)
        else:
            found.append(Incident())
            found[-1].add(i, one, scene)
    return found


def _best(scored: Sequence[tuple[int, bool, int]]) -> int:
    """The one with most signs; without any, the one told just before, else the first."""
    signs, near, n = max(scored)
    return n if signs or near else min(n for _, _, n in scored)


def _near(last: Node, one: Node) -> bool:
    return one.claim.spans[0].start - last.claim.spans[0].start < NEAR


def _fit(known: Incident, one: Node, nodes: Sequence[Node], scene: Scene) -> int | None:
    """How much a claim shares with an incident told before; None where it cannot be of it."""
    people = {k for k in known.people & one.actors if scene.kind(k) != "place"}
    signs = 2 * len(people) + len(known.places & spots(one, scene)) + _phrase(nodes[known.members[-1]], one)
    if meet(known.family, family(one)) == frozenset() or elsewhere(known.places, one.places, scene.names):
        return None
    if not _in_time(known, one, signs=signs):
        return None
    did = doers(one, scene)
    if did and known.doers and not did & known.doers and not people:
        return None
    if not signs and (_marked(one) or _toll(one, scene)):
        return None
    return signs


def _phrase(last: Node, one: Node) -> bool:
    """Whether the two are told in one breath: in one sentence with nothing between them that tells two blows apart."""
    where, low, high = one.claim.sentence, last.claim.spans[0].end, one.claim.spans[0].start
    if last.claim.sentence != where or not 0 <= high - low <= PHRASE:
        return False
    words = where.text[low - where.start : high - where.start].casefold().replace(",", " ").split()
    return between().isdisjoint(words)


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


def _toll(one: Node, scene: Scene) -> bool:
    """Whether a whole people or body is hit or hits, by its name: a sum of many incidents."""
    many = [w.actor for w in one.who if w.actor and scene.kind(w.actor) in MANY]
    return family(one) is None and any(scene.proper(k) for k in many)
