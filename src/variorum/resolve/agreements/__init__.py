"""Agreements through all reports: claims on one and the same put together, its steps and terms in order."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Agreement, AgreementClaim, Calendar, Cast, Record
from .build import agreement
from .node import Node, fits, node

MANY = 200
"""Agreements of a story that a new one is compared with."""

CLEAR = 2
"""How many times as much the reports must tell of one agreement than of any other for "the deal" to mean it."""


def agreements(records: Sequence[Record], calendar: Calendar, cast: Cast) -> tuple[Agreement, ...]:
    """The agreements of a story, those that most reports tell of first. What no report tells of as made is left out."""
    found: list[Node] = []
    for record in records:
        for one in _told([c for c in record.claims if isinstance(c, AgreementClaim)], calendar, cast):
            _join(one, found)
    known = [one for one in found if _made(one)]
    made = [agreement(one, calendar, cast) for one in known]
    return tuple(sorted(made, key=lambda a: (-len({s.article for s in a.spans}), -len(a.spans), a.id)))


def _told(claims: Sequence[AgreementClaim], calendar: Calendar, cast: Cast) -> list[Node]:
    """Those of one report: each mention goes to the last one before it that it can mean."""
    told: list[Node] = []
    for claim in claims:
        one = node(claim, calendar, cast)
        same = next((old for old in reversed(told) if fits(old, one)), None)
        if same is None:
            told.append(one)
        else:
            same.add(one)
    return told


def _join(one: Node, found: list[Node]) -> None:
    """Puts it to the one of other reports that it fits best; what only says "the deal" only where one is clearly meant."""
    fit = [old for old in found[:MANY] if fits(old, one)]
    sizes = sorted((len(old.claims) for old in fit), reverse=True)
    if not fit or (one.general and len(fit) > 1 and sizes[0] < CLEAR * sizes[1]):
        found.append(one)
        return
    max(
        fit, key=lambda old: (len(old.who & one.who), len(old.named & one.named), len(old.claims), -found.index(old))
    ).add(one)


def _made(one: Node) -> bool:
    """Whether a report tells of it as made: by a step, by who made it, or by several of its terms."""
    steps = any(c.step and not c.planned for c in one.claims)
    return steps or len(one.who) > 1 or len(one.claims) > 1


__all__ = ["agreements"]
