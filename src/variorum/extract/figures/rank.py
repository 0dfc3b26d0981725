"""Counts of the same people that another measure says better, or two together."""

from __future__ import annotations

from collections.abc import Mapping

from ..kin import children
from .entry import Told
from .find import Hit
from .lexicon import Lexicon


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


def joint(hit: Hit, lex: Lexicon) -> Hit | None:
    """The hit under the measure that two say together, where "or" joins them: "killed or injured", "damaged or destroyed"."""
    name, token = hit.measure.joint, hit.trigger
    others = [token.head] if token.dep_ == "conj" else [c for c in children(token) if c.dep_ == "conj"]
    same = any(t.measure.joint == name for other in others for t in lex.triggers.get(other.lower_, ()))
    return hit._replace(measure=lex.measures[name]) if name and same else None
