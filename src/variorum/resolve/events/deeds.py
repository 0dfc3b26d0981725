"""What happens to a person once in a story: an arrest, a charge, a death, an appointment. Told often, it is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...model import When
from ...rules.incidents import once
from .node import Node
from .when import LIVE, disjoint

TYPES = frozenset({"LEGAL", "ACCUSE", "COERCE", "LIFE", "APPOINT", "RETREAT", "CONCEDE", "AID", "BUSINESS"})


def deeds(nodes: Sequence[Node], kinds: Mapping[str, str]) -> list[list[int]]:
    """Indices of the claims of each such event, told at least twice; `kinds`: actor id -> kind of actor."""
    told: dict[tuple[str, str, bool], list[int]] = {}
    for i, one in enumerate(nodes):
        if one.claim.type in TYPES and one.claim.status != "cancelled" and (row := _row(one)):
            for person in _persons(one, kinds):
                told.setdefault((row, person, one.claim.status in LIVE), []).append(i)
    return [group for _, many in sorted(told.items()) for group in _groups(many, nodes) if len(group) > 1]


def _row(one: Node) -> str | None:
    trigger = one.claim.spans[0].text.casefold()
    return once().get(trigger) or once().get(trigger.split()[0])


def _persons(one: Node, kinds: Mapping[str, str]) -> list[str]:
    """Whom it happens to: persons of the cast; the doer where no other is named, as with those who die or resign."""
    known = [w for w in one.who if w.actor and kinds.get(w.actor) == "person"]
    return sorted({w.key for w in known if w.party.part != "source"} or {w.key for w in known})


def _groups(many: Sequence[int], nodes: Sequence[Node]) -> list[list[int]]:
    """Those whose times allow one event; the first group that fits takes a claim without a time."""
    found: list[tuple[list[int], list[When]]] = []
    for i in sorted(many, key=lambda i: (not nodes[i].stated, i)):
        when = nodes[i].when if nodes[i].stated else None
        for members, times in found:
            if when is None or not any(disjoint(when, other) for other in times):
                members.append(i)
                times += [when] if when else []
                break
        else:
            found.append(([i], [when] if when else []))
    return [sorted(members) for members, _ in found]
