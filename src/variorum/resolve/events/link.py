"""From a plan to what came of it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ...model import Event, EventLink
from ...model.moment import disjoint
from .incident import Scene
from .join import TOLD, shared, told
from .node import Node
from .when import days
from .where import apart

SOON = 21
"""Days within which a meeting comes about that is planned without a time."""
DONE = ("held", "ongoing")
CLEAR = 45
"""Days up to which an interval tells when something was: those of a report known to a month."""
FEW = 8
"""Claims of a plan and of an event whose words are compared."""
NEAR = 60
"""Events that a plan is compared with: the nearest in time of those with the same type and somebody of it."""


def linked(pairs: Sequence[tuple[Event, Sequence[Node]]], scene: Scene) -> list[Event]:
    """The events, each plan linked to the event that fits it best."""
    held: dict[tuple[str, str], list[int]] = {}
    for i, (event, group) in enumerate(pairs):
        if event.status in DONE:
            for who in sorted({k for n in group for k in n.actors}):
                held.setdefault((event.type, who), []).append(i)
    return [
        _with(event, group, pairs, held, scene) if event.status == "planned" or _promise(event) else event
        for event, group in pairs
    ]


def _promise(event: Event) -> bool:
    return event.type in ("AGREE", "THREATEN") and event.mode is not None


def _with(
    event: Event,
    group: Sequence[Node],
    pairs: Sequence[tuple[Event, Sequence[Node]]],
    held: dict[tuple[str, str], list[int]],
    scene: Scene,
) -> Event:
    kind = (event.mode or "").upper() if _promise(event) else event.type
    near = sorted({i for n in group for k in n.actors for i in held.get((kind, k), ())[:NEAR]})
    fits = [
        (score, i) for i in near if pairs[i][0].id != event.id and (score := _fit(event, group, *pairs[i], scene)) > 0
    ]
    if not fits:
        return event
    best = max(fits, key=lambda f: (f[0], -f[1]))
    who = shared(group, pairs[best[1]][1])
    why = f"{len(who)} of the participants are the same" + (
        ", the time planned holds the time told" if best[0] >= 10 else ", and nothing told speaks against it"
    )
    return msgspec.structs.replace(
        event, links=(*event.links, EventLink(event=pairs[best[1]][0].id, kind="planned_for", why=why))
    )


def _fit(plan: Event, planners: Sequence[Node], done: Event, doers: Sequence[Node], scene: Scene) -> int:
    """How well an event fits a plan; 0 where it cannot be it."""
    who = shared(planners, doers)
    met = plan.type == "CONSULT"
    known = _known(plan, planners[:1]) and _known(done, doers)
    if (
        len(who) < (2 if met else 1)
        or (met and not known and all(scene.kind(k) == "place" for k in who))
        or (plan.mode != done.mode and "visit" in (plan.mode, done.mode))
        or disjoint(plan.when, done.when)
        or _before(planners, done)
        or (plan.type == "CONSULT" and plan.when is None and _late(planners, done))
    ):
        return 0
    if (
        plan.places
        and done.places
        and all(apart(scene.names.get(p, p), scene.names.get(q, q)) for p in plan.places for q in done.places)
    ):
        return 0
    if known or (not _promise(plan) and _alike(planners, doers)):
        return len(who) + (10 if known else 0)
    near = len(who) >= 2 or not {n.article for n in planners}.isdisjoint(n.article for n in doers)
    return len(who) if near and plan.type == "CONSULT" else 0


def _known(event: Event, group: Sequence[Node]) -> bool:
    """Whether a report says when, and that is known to some weeks: countries meet all the time."""
    when = event.when
    if when is None or not (when.earliest and when.latest) or not any(n.stated for n in group):
        return False
    return days(when.earliest, when.latest) <= CLEAR


def _alike(planners: Sequence[Node], doers: Sequence[Node]) -> bool:
    """Whether a plan and an event without a time are told in words alike: "will unveil the new tram", "unveiled the tram"."""
    return any(told(a, b) >= TOLD for a in planners[:FEW] for b in doers[:FEW])


def _before(planners: Sequence[Node], done: Event) -> bool:
    """Whether the event was over before the plan was reported."""
    known = [n.published.earliest for n in planners if n.published and n.published.earliest]
    return bool(known and done.when and done.when.latest and done.when.latest[:10] < min(known)[:10])


def _late(planners: Sequence[Node], done: Event) -> bool:
    """Whether a meeting began long after the last report of a plan that names no time: the same people meet again and again."""
    known = [n.published.latest for n in planners if n.published and n.published.latest]
    return bool(known and done.when and done.when.earliest and days(max(known), done.when.earliest) > SOON)
