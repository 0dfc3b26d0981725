"""The timeline drawn: entries along an axis as inline SVG, numbered as in the list below it, which each mark leads to.

Stretches in which nothing is told are cut short and marked, so that a day of long ago does not squeeze the rest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import pairwise
from statistics import median

from ..model import Entry
from ..model.moment import ordinal
from ..rules.page import page
from ..rules.phrases import clip, dated, phrases

WIDTH = 760
SIDE = 34
"""Room left and right of the axis."""
MOST = 36
"""Marks drawn: what matters most; the list holds all."""
NAMED = 6
"""Marks with words beside their numbers."""
LETTER = 6.7
"""Width of a letter of those words, about."""
FEW = 32
"""Letters for which there must be room to the right of a mark."""
HIGH = 9
"""Marks over one spot; more would make a tower of the drawing."""
ROW, LANE, SIZE = 18, 21, 9
"""Heights of a line of words and of a lane of marks; radius of a mark."""
TICK = 74
"""Least distance of two dates under the axis."""
PAUSE = 4
"""A gap of more than so many usual ones is cut short."""
SHORT = 6
"""Days that are never cut short."""


@dataclass(frozen=True)
class Mark:
    """An entry with its number in the list, and its first and last day as day numbers."""

    number: int
    entry: Entry
    first: int
    last: int


@dataclass(frozen=True)
class Axis:
    """Where each day lies; `cuts` are pairs of days between which time is cut short."""

    days: tuple[int, ...]
    spots: tuple[float, ...]
    cuts: tuple[tuple[int, int], ...]

    @staticmethod
    def over(marks: Sequence[Mark]) -> Axis:
        """The axis over the days of these: their distances are true but for gaps much longer than usual."""
        every = sorted({day for m in marks for day in (m.first, m.last)})
        gaps = [b - a for a, b in pairwise(every)]
        longest = max(SHORT, PAUSE * median(gaps)) if gaps else SHORT
        reach = [0.0]
        for gap in gaps:
            reach.append(reach[-1] + min(gap, longest))
        unit = (WIDTH - 2 * SIDE) / (reach[-1] or 1.0)
        cuts = tuple((a, b) for a, b in pairwise(every) if b - a > longest)
        return Axis(tuple(every), tuple(SIDE + unit * r for r in reach), cuts)

    def x(self, day: float) -> float:
        """Across: between two known days in proportion."""
        at = min(max(bisect_right(self.days, day) - 1, 0), len(self.days) - 2)
        (a, b), (left, right) = self.days[at : at + 2], self.spots[at : at + 2]
        return left + (right - left) * (min(max(day, a), b) - a) / (b - a)


def chronicle(entries: Sequence[tuple[int, Entry]], link: Callable[[int], str]) -> str:
    """An SVG of numbered entries; `link` gives the address of a number in the list. Empty for fewer than two days."""
    dated_ones = [mark for number, entry in entries if (mark := _mark(number, entry)) is not None]
    marks = _chosen(dated_ones)
    if len({m.first for m in marks}) < 2:
        return ""
    axis = Axis.over(marks)
    named = _named(marks, axis)
    lanes = _lanes(marks, axis)
    base = ROW * len(named) + LANE * (max(lanes) + 1) + 10
    height = base + 34
    drawn = [_drawn(mark, axis, base - 16 - LANE * lane, link) for mark, lane in zip(marks, lanes, strict=True)]
    words = [_words(mark, axis, row, base - 16 - LANE * lanes[marks.index(mark)]) for row, mark in enumerate(named)]
    left_out = len(dated_ones) - len(marks)
    said = page()
    note = said.chronicle_most.format(n=len(marks), all=len(dated_ones)) if left_out else ""
    title = said.chronicle.format(n=len(marks), first=_label(axis.days[0]), last=_label(axis.days[-1]))
    return (
        f'<figure class="chart chronicle"><div class="scroll"><svg viewBox="0 0 {WIDTH} {height}" role="group" '
        f'aria-label="{escape(title)}">'
        f"{_axis(axis, base)}{''.join(words)}{''.join(drawn)}</svg></div>"
        f"<figcaption>{escape(said.chronicle_key + note)}</figcaption></figure>"
    )


def _chosen(marks: Sequence[Mark]) -> list[Mark]:
    """The marks to draw, from left to right: what matters most, and of what stands over one spot only so many."""
    ranked = sorted(marks, key=lambda m: m.entry.rank)[:MOST]
    if len({m.first for m in ranked}) < 2:
        return ranked
    axis = Axis.over(ranked)
    kept: list[Mark] = []
    for mark in ranked:
        near = [m for m in kept if abs(_middle(m, axis) - _middle(mark, axis)) < 2 * SIZE + 3]
        if len(near) < HIGH:
            kept.append(mark)
    return sorted(kept, key=lambda m: (m.first + m.last, m.number))


def _mark(number: int, entry: Entry) -> Mark | None:
    if entry.precision not in ("day", "days", "month") or entry.when is None:
        return None
    first, last = ordinal(entry.when.earliest), ordinal(entry.when.latest)
    return None if first is None or last is None else Mark(number, entry, first, max(first, last))


def _middle(mark: Mark, axis: Axis) -> float:
    return (axis.x(mark.first) + axis.x(mark.last)) / 2


def _lanes(marks: Sequence[Mark], axis: Axis) -> list[int]:
    """The lowest lane in which each mark covers no other."""
    ends: list[float] = []
    lanes = []
    for mark in marks:
        x = _middle(mark, axis)
        free = (n for n, end in enumerate(ends) if x - end >= 2 * SIZE + 3)
        lane = next(free, len(ends))
        ends[lane : lane + 1] = [x]
        lanes.append(lane)
    return lanes


def _named(marks: Sequence[Mark], axis: Axis) -> list[Mark]:
    """What matters most, so ordered that no line from words to a mark crosses other words: words that run to the right from
    the left, then words that run to the left from the right."""
    chosen = sorted(marks, key=lambda m: m.entry.rank)[:NAMED]
    onward = sorted((m for m in chosen if _onward(_middle(m, axis))), key=lambda m: _middle(m, axis))
    back = sorted((m for m in chosen if not _onward(_middle(m, axis))), key=lambda m: -_middle(m, axis))
    return [*onward, *back]


def _onward(x: float) -> bool:
    """Whether words at this place run to the right: where there is room for a few."""
    return WIDTH - x > FEW * LETTER


def _words(mark: Mark, axis: Axis, row: int, y: float) -> str:
    x, top = _middle(mark, axis), ROW * row + 12
    right = _onward(x)
    text = escape(clip(mark.entry.text, int(((WIDTH - x if right else x) - 10) / LETTER)))
    return (
        f'<path class="lead" d="M{x:.1f} {y - SIZE:.1f}V{top - 4}h{4 if right else -4}"/>'
        f'<text class="said" x="{x + (7 if right else -7):.1f}" y="{top}" '
        f'text-anchor="{"start" if right else "end"}">{text}</text>'
    )


def _drawn(mark: Mark, axis: Axis, y: float, link: Callable[[int], str]) -> str:
    entry, x = mark.entry, _middle(mark, axis)
    unsure = ' stroke-dasharray="3 3"' if entry.when and entry.when.basis == "inferred" else ""
    left, right = axis.x(mark.first), axis.x(mark.last)
    bar = f'<path class="spread" d="M{left:.1f} {y:.1f}H{right:.1f}"{unsure}/>' if right - left > 2 * SIZE else ""
    corner, side = f'x="{x - SIZE + 1:.1f}" y="{y - SIZE + 1:.1f}"', 2 * SIZE - 2
    shape = f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{SIZE}"/>'
    if entry.kind == "count":
        shape = f'<rect class="dot" {corner} width="{side}" height="{side}" rx="2"/>'
    tip = escape(f"{mark.number}. {dated(entry.when)}: {entry.text}")
    name = f'<text class="number" x="{x:.1f}" y="{y + 3.6:.1f}" text-anchor="middle">{mark.number}</text>'
    return f'<a href="{link(mark.number)}" class="{entry.status}"><title>{tip}</title>{bar}{shape}{name}</a>'


def _axis(axis: Axis, base: float) -> str:
    """The line with its dates; two strokes where time is cut short."""
    line = f'<path class="axis" d="M{SIDE - 14} {base}H{WIDTH - SIDE + 14}"/>'
    cuts = "".join(
        f'<path class="cut" d="M{(axis.x(a) + axis.x(b)) / 2 - 5:.1f} {base + 5}l5 -10m1 10l5 -10"/>'
        for a, b in axis.cuts
    )
    return line + cuts + "".join(_tick(axis.x(day), base, _label(day)) for day in _ticks(axis))


def _ticks(axis: Axis) -> list[int]:
    """Days with a date under them, as many as have room; those after a cut first."""
    after = {axis.days[0], axis.days[-1], *(b for _, b in axis.cuts)}
    chosen: list[int] = []
    for day in sorted(axis.days, key=lambda d: (d not in after, d)):
        if all(abs(axis.x(day) - axis.x(other)) >= TICK for other in chosen):
            chosen.append(day)
    return sorted(chosen)


def _tick(x: float, base: float, label: str) -> str:
    return (
        f'<path class="axis" d="M{x:.1f} {base}v5"/>'
        f'<text class="tick" x="{x:.1f}" y="{base + 20}" text-anchor="middle">{label}</text>'
    )


def _label(day: int) -> str:
    when = date.fromordinal(day)
    return f"{when.day} {phrases().months[when.month - 1][:3]} {when.year}"
