"""One figure: its readings, each a value with its hedge as of one time, with all places that give it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...model import Attribution, Figure, Reading, When, key
from .item import Item
from .spell import over


def series(members: Sequence[Item], whole: str | None) -> Figure:
    """The figure of these items; they are in order of article and text."""
    claim = members[0].claim
    measure, modality, frame = claim.measure, claim.modality, claim.frame
    name = _name(members)
    places = Counter(i.claim.place.text for i in members if i.claim.place)
    figure = key("figure", measure, modality, frame, whole or "", *sorted(i.claim.id for i in members))
    groups: dict[tuple[object, ...], list[Item]] = {}
    for item in members:
        groups.setdefault((item.claim.low, item.claim.high, item.claim.hedge, _day(item.as_of)), []).append(item)
    readings = [_reading(figure, group) for group in groups.values()]
    return Figure(
        id=figure,
        measure=measure,
        of=name,
        place=_top(places),
        unit=next((i.claim.unit for i in members if i.claim.unit), None),
        window=_window(members),
        over=over(members),
        modality=modality,
        subset_of=whole,
        frame=frame,
        readings=tuple(sorted(readings, key=lambda r: (_day(r.as_of), r.low or r.high or 0.0, r.id))),
    )


def _reading(figure: str, group: Sequence[Item]) -> Reading:
    first = next((i for i in group if not i.claim.inferred), group[0]).claim
    spans = tuple(dict.fromkeys(s for i in group for s in i.claim.spans))
    return Reading(
        id=key(figure, first.low, first.high, first.hedge, *spans),
        low=first.low,
        high=first.high,
        hedge=first.hedge,
        text=first.text,
        as_of=group[0].as_of,
        attribution=_said(group),
        spans=spans,
        inferred=all(i.claim.inferred for i in group),
        fate=any(i.claim.fate for i in group),
    )


def _said(group: Sequence[Item]) -> Attribution | None:
    return next((i.claim.attribution for i in group if i.claim.attribution), None)


def _name(members: Sequence[Item]) -> str:
    """The words for those counted: the commonest with a people where half of the readings name one, else the commonest."""
    named = Counter(i.claim.of for i in members if i.side)
    if 2 * sum(named.values()) < len(members):
        named.clear()
    plain = Counter(i.claim.of for i in members if i.claim.of and i.main)
    any_ = Counter(i.claim.of for i in members if i.claim.of)
    own = Counter(i.claim.of for i in members if i.claim.of and i.claim.group == members[0].kind[3])
    if own and members[0].kind[3] != "people":
        return _top(own) or ""
    if named:
        return _top(named) or ""
    if len({i.claim.of.lower() for i in members if i.claim.of}) > 1 and members[0].kind[3] == "people":
        return "people"
    return _top(plain) or _top(any_) or ""


def _top(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda w: (-counts[w], w)) if counts else None


def _window(members: Sequence[Item]) -> When | None:
    """The days that the figure covers, where most of its readings name the same."""
    seen = Counter((i.window.earliest, i.window.latest) for i in members if i.window)
    if not seen:
        return None
    top, count = min(seen.items(), key=lambda c: (-c[1], str(c[0])))
    return (
        next(i.window for i in members if i.window and (i.window.earliest, i.window.latest) == top)
        if 2 * count > len(members)
        else None
    )


def _day(when: When | None) -> str:
    return f"{when.earliest or ''}/{when.latest or ''}" if when else ""
