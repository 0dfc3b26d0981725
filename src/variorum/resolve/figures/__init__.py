"""Series: readings of one figure across records. What is counted, of whom, where and over which time must be the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Calendar, Cast, Figure, Record
from .attacker import parted
from .background import grounded
from .fate import fates
from .item import Item, items
from .parts import alike, attached
from .scope import clusters
from .series import series
from .spell import spelled

__all__ = ["figures"]


def figures(records: Sequence[Record], calendar: Calendar, cast: Cast) -> tuple[Figure, ...]:
    """The figures of a story, in order of how many articles carry them, then by measure and name."""
    kinds: dict[tuple[str, str, str, str], list[Item]] = {}
    parts: list[Item] = []
    for item in attached(fates(grounded(list(items(records, calendar, cast))))):
        if item.claim.subset_of:
            parts.append(item)
        else:
            kinds.setdefault(item.kind, []).append(item)
    made: list[Figure] = []
    home: dict[str, str] = {}
    for kind in sorted(kinds):
        for members in (part for cluster in clusters(kinds[kind]) for part in spelled(cluster)):
            for figure, own in _figures(members):
                made.append(figure)
                home.update({m.claim.id: figure.id for m in own})
    made += _parts(parts, home)
    weight = {f.id: len({s.article for r in f.readings for s in r.spans}) for f in made}
    return tuple(sorted(made, key=lambda f: (-weight[f.id], f.measure, f.of, f.id)))


def _figures(members: Sequence[Item]) -> Iterator[tuple[Figure, Sequence[Item]]]:
    """The figure of a cluster; where reports count the dead with and without the one who did it, the one under the other."""
    every, *parts = parted(members)
    whole = series(every, None)
    yield whole, every
    for part in parts:
        if part:
            yield series(part, whole.id), part


def _parts(parts: Sequence[Item], home: dict[str, str]) -> list[Figure]:
    """Figures of inclusive parts, each under the figure of its whole; a part of a part comes after it."""
    made: list[Figure] = []
    left = list(parts)
    while left:
        ready = [p for p in left if p.claim.subset_of in home] or left
        groups: dict[tuple[str, str], list[Item]] = {}
        for item in ready:
            groups.setdefault((home.get(item.claim.subset_of or "", ""), item.claim.measure), []).append(item)
        for (whole, _), many in sorted(groups.items(), key=lambda g: g[0]):
            for members in alike(many):
                made.append(series(members, whole or None))
                home.update({m.claim.id: made[-1].id for m in members})
        done = {id(p) for p in ready}
        left = [p for p in left if id(p) not in done]
    return made
