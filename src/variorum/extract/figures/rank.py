"""Counts of the same people that another measure says better."""

from __future__ import annotations

from collections.abc import Mapping

from .entry import Told


def yielded(best: Mapping[tuple[str, int], Told]) -> set[tuple[str, int]]:
    """The counts, by measure and first token, that give way to another at the same place.

    A measure that the table says to yield ("tested positive" is infected), and a noun that only names those counted
    ("arrested 71 protesters" is no attendance).
    """
    names: dict[int, set[str]] = {}
    verbs: dict[int, set[str]] = {}
    for (name, start), one in best.items():
        names.setdefault(start, set()).add(name)
        if one.hit.kind != "noun":
            verbs.setdefault(start, set()).add(name)
    out = set()
    for (name, start), one in best.items():
        better = names[start] & set(one.hit.measure.yields)
        if better or (one.hit.kind == "noun" and verbs.get(start, set()) - {name}):
            out.add((name, start))
    return out
