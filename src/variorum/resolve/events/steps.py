"""What follows on what for one person: an arrest, then the charge, the verdict, the sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from ...model import Event, EventLink
from ...rules.incidents import minor, steps
from .deeds import persons, row
from .incident import Scene
from .node import Node
from .when import LIVE, days

ENDS = ("verdict", "sentence")
"""Steps that end a case: "faces a sentence" is none."""
Pair = tuple[Event, Sequence[Node]]
YEARS = 3 * 366
"""Days between two steps of one case, at most; criminal cases told in the news mostly take less."""


def followed(pairs: Sequence[Pair], scene: Scene) -> list[Pair]:
    """The events, each later step of a case linked to the step before it. Only where a story tells one event of either step for
    the person: of two arrests it is not known which one a charge follows."""
    cases: dict[str, dict[str, list[int]]] = {}
    for i, (event, group) in enumerate(pairs):
        if event.status in LIVE and (step := _step(group)) and (who := _accused(group, scene)):
            cases.setdefault(who, {}).setdefault(step, []).append(i)
    links: dict[int, EventLink] = {}
    for who, told in sorted(cases.items()):
        known = [(step, told[step]) for step in steps() if step in told]
        for (before, early), (after, late) in pairwise(known):
            sure = len(early) == len(late) == 1 and _sure(*pairs[early[0]], before) and _sure(*pairs[late[0]], after)
            if sure and _in_order(pairs[early[0]], pairs[late[0]]):
                why = f"{scene.names[who]}: {before}, then {after}"
                links[late[0]] = EventLink(event=pairs[early[0]][0].id, kind="follows", why=why)
    return [
        (msgspec.structs.replace(event, links=(*event.links, links[i])) if i in links else event, group)
        for i, (event, group) in enumerate(pairs)
    ]


def _step(group: Sequence[Node]) -> str | None:
    """The step that most of the claims tell, in the order of steps where two are as many."""
    told = Counter(r for one in group if (r := row(one)) in steps())
    return min(told, key=lambda r: (-told[r], steps().index(r)), default=None)


def _sure(event: Event, group: Sequence[Node], step: str) -> bool:
    """Whether it is of this case, not of an earlier one ("previously") and not to come ("when the judge sentences him")."""
    aside = any(n.claim.earlier for n in group) or not minor().isdisjoint(event.title.casefold().split())
    return not aside and (event.status == "held" or step not in ENDS)


def _accused(group: Sequence[Node], scene: Scene) -> str | None:
    """The one person by name to whom it happens."""
    done = {w.key for one in group for w in one.who if w.party.part != "source"}
    found = {p for one in group for p in persons(one, scene) if scene.proper(p) and p in done}
    return next(iter(found)) if len(found) == 1 else None


def _in_order(early: Pair, late: Pair) -> bool:
    """Whether one report tells of both, or the later step has a day; and no time speaks against the order: the later step does
    not end before the earlier one begins, nor years after."""
    if {n.article for n in early[1]}.isdisjoint(n.article for n in late[1]) and not any(n.stated for n in late[1]):
        return False
    a, b = early[0].when, late[0].when
    if not (a and b and a.earliest and b.latest):
        return True
    return 0 <= days(a.earliest, b.latest) <= YEARS
