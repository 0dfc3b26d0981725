"""New counts: each moment from which a figure has another value than before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model import Figure, Reading, Story
from .moments import order, precision


@dataclass(frozen=True)
class Toll:
    """What a figure is said to be at one moment, and what it was said to be before."""

    figure: Figure
    readings: tuple[Reading, ...]
    before: tuple[Reading, ...]


def tolls(story: Story) -> list[Toll]:
    """The counts of all figures that change, or that two moments or more give; no parts, plans or likely misprints."""
    found = []
    for figure in story.figures:
        if figure.subset_of is None and figure.modality == "actual" and figure.frame == "event":
            known = [r for r in figure.readings if r.status != "suspect" and precision(r.as_of) != "none"]
            if len({r.number for r in known}) > 1:
                found += list(_steps(figure, known))
    return found


def _steps(figure: Figure, readings: Sequence[Reading]) -> Iterator[Toll]:
    """One a moment, in order; a moment that only repeats what was known before is no news."""
    moments: dict[tuple[str, ...], list[Reading]] = {}
    for one in sorted(readings, key=lambda r: (order(r.as_of, over=True), r.id)):
        moments.setdefault(order(one.as_of, over=True), []).append(one)
    last: tuple[Reading, ...] = ()
    seen: set[float | None] = set()
    for _, many in sorted(moments.items()):
        placed = precision(many[0].as_of) != "between"  # else nobody knows what came before it
        if any(r.number not in seen for r in many):  # "at least nine" is followed by "nine" without any news
            yield Toll(figure, tuple(many), last if placed else ())
        if placed:
            seen |= {r.number for r in many}
            last = tuple(many)
