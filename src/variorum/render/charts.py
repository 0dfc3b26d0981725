"""A figure over time as inline SVG: one mark for each reading and article, hedges as arrows, ranges as bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from math import ceil, floor, isfinite, log10

from ..model import Figure, Reading, When
from ..model.moment import ordinal
from ..rules.phrases import capital, clip, measure, phrases, reading
from .view import View

WIDTH, HEIGHT = 500, 250
LEFT, TOP, BOTTOM = 50, 34, 36
STRIP = 84
"""Width of the strip at the right for readings without a date."""
MOST = 60
"""Marks drawn; a chart with more cannot be read, and the table holds them all."""
UP, DOWN = frozenset({"at_least", "more_than"}), frozenset({"at_most", "less_than", "nearly"})
EDGE = 10
"""How far above the topmost line a value that is off the scale stands."""
OVER = 3
"""A doubtful value this many times the largest other is drawn above the scale with its number; the others would lie flat."""
STEEP = 40
"""Ratio of the largest to the smallest value from which the scale is logarithmic."""


@dataclass(frozen=True)
class Mark:
    """One reading in one article. `day` and `last` are day numbers; None without a date."""

    low: float
    high: float
    hedge: str
    status: str
    number: int
    words: str
    day: float | None
    last: float | None
    sure: bool


def chart(figure: Figure, view: View) -> str:
    """An SVG of the figure's readings; empty where they do not differ or there are fewer than two."""
    marks = [mark for one in figure.readings for mark in _marks(one, figure, view)]
    if len({(m.low, m.high) for m in marks}) < 2 and len({m.day for m in marks if m.day is not None}) < 2:
        return ""
    marks = sorted(marks[:MOST], key=lambda m: (m.day is None, m.day or 0, m.high, m.number))
    scale = Scale.of(marks)
    title = f"{capital(measure(figure.measure))}{', ' + clip(figure.of, 60) if figure.of else ''}"
    parts = [_strip(scale, marks), _grid(scale), _axis(scale), *_drawn(scale, marks)]
    summary = escape(_summary(title, marks))
    return (
        f'<figure class="chart"><div class="scroll">'
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{summary}">'
        f"<title>{escape(title)}</title><desc>{summary} All values are in the table below.</desc>"
        f"{''.join(parts)}</svg></div>{_legend(marks)}</figure>"
    )


def _summary(title: str, marks: Sequence[Mark]) -> str:
    return f"{title}, as reported: " + "; ".join(dict.fromkeys(m.words for m in marks[:12])) + "."


def _marks(one: Reading, figure: Figure, view: View) -> list[Mark]:
    low = one.number
    high = one.high if one.high is not None else one.low
    if low is None or high is None or not (isfinite(low) and isfinite(high)):
        return []
    day, last = _days(one.as_of)
    sure = one.as_of is None or one.as_of.basis != "inferred"
    words = reading(one, figure.unit)
    return [Mark(low, high, one.hedge, one.status, n, words, day, last, sure) for n in view.refs(one.spans)]


def _days(when: When | None) -> tuple[float | None, float | None]:
    """First and last day; one that is not known is taken to be the other, and an interval of over two years says nothing."""
    first = ordinal(when.earliest or when.latest) if when else None
    last = ordinal(when.latest or when.earliest) if when else None
    return (None, None) if first is None or last is None or last - first > 730 else (first, max(first, last))


@dataclass(frozen=True)
class Scale:
    """From days and values to the drawing's units."""

    first: float
    last: float
    bottom: float
    top: float
    steps: tuple[float, ...]
    log: bool
    right: float
    """Right end of the dated part; equal to LEFT when nothing is dated."""

    @staticmethod
    def of(marks: Sequence[Mark]) -> Scale:
        """The scale that holds all marks."""
        days = [d for m in marks for d in (m.day, m.last) if d is not None]
        sound = [v for m in marks if m.status != "suspect" for v in (m.low, m.high)]
        values = [v for m in marks for v in (m.low, m.high) if not sound or v <= OVER * max(sound) or v in sound]
        least = min((v for v in values if v > 0), default=1.0)
        log = min(values) > 0 and max(values) / least > STEEP
        steps = _powers(least, max(values)) if log else _steps(min(0.0, *values), max(values))
        right = LEFT + 8 if not days else WIDTH - 16 - (STRIP if any(m.day is None for m in marks) else 0)
        first, last = (min(days), max(days)) if days else (0.0, 1.0)
        room = max((last - first) * 0.04, 0.6)
        return Scale(first - room, last + room, steps[0], steps[-1], steps, log, right)

    def x(self, day: float) -> float:
        """Across."""
        return LEFT + (self.right - LEFT) * (day - self.first) / (self.last - self.first)

    def y(self, value: float) -> float:
        """Down; what is over the top stands above the topmost line."""
        if value > self.top:
            return TOP - EDGE
        low, high, at = (
            (log10(v) for v in (self.bottom, self.top, max(value, self.bottom)))
            if self.log
            else (self.bottom, self.top, value)
        )
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (at - low) / (high - low)


def _steps(low: float, high: float) -> tuple[float, ...]:
    """Three to six round values from under the lowest to over the highest."""
    span = (high - low) or abs(high) or 1.0
    size = 10 ** floor(log10(span / 4))
    step = next(size * k for k in (1, 2, 2.5, 5, 10) if span / (size * k) <= 4.5)
    if low == int(low) and high == int(high):  # people are not counted in halves
        step = max(1.0, ceil(step))
    first, last = floor(low / step), ceil(high * 1.02 / step)
    return tuple(step * n for n in range(first, max(last, first + 1) + 1))


def _powers(low: float, high: float) -> tuple[float, ...]:
    first, last = floor(log10(low)), ceil(log10(high * 1.02))
    return tuple(10.0**n for n in range(first, max(last, first + 1) + 1))


def _short(value: float) -> str:
    for size, sign in ((1e9, "bn"), (1e6, "m"), (1e4, "k")):
        if abs(value) >= size:
            size = 1e3 if sign == "k" else size
            return f"{value / size:,.3g}{sign}" if value / size < 1000 else f"{value / size:,.0f}{sign}"
    return f"{value:,.4g}" if value != int(value) else f"{int(value):,}"


def _grid(scale: Scale) -> str:
    right = WIDTH - 16
    lines = "".join(
        f'<line class="grid" x1="{LEFT}" x2="{right}" y1="{scale.y(v):.1f}" y2="{scale.y(v):.1f}"/>'
        f'<text class="tick" x="{LEFT - 8}" y="{scale.y(v) + 4:.1f}" text-anchor="end">{_short(v)}</text>'
        for v in scale.steps
    )
    return lines + (f'<text class="tick" x="{LEFT}" y="{TOP - 14}">logarithmic scale</text>' if scale.log else "")


def _axis(scale: Scale) -> str:
    """Dates under the dated part: four or five, each the start of a month or year where the span is long."""
    if scale.right <= LEFT + 8:
        return ""
    base = HEIGHT - BOTTOM
    line = f'<line class="axis" x1="{LEFT}" x2="{scale.right:.1f}" y1="{base}" y2="{base}"/>'
    ticks = "".join(
        f'<line class="axis" x1="{scale.x(day):.1f}" x2="{scale.x(day):.1f}" y1="{base}" y2="{base + 5}"/>'
        f'<text class="tick" x="{scale.x(day):.1f}" y="{base + 19}" text-anchor="middle">{label}</text>'
        for day, label in _dates(scale.first, scale.last)
    )
    return line + ticks


def _dates(first: float, last: float) -> list[tuple[float, str]]:
    low, high = ceil(first), floor(last)
    span, months = high - low, [m[:3] for m in phrases().months]
    if span > 1100:
        years = range(date.fromordinal(low).year + 1, date.fromordinal(high).year + 1)
        every = max(1, len(years) // 5)
        return [(date(y, 1, 1).toordinal(), str(y)) for y in years if y % every == 0]
    if span > 70:
        begins = [date.fromordinal(d) for d in range(low, high + 1) if date.fromordinal(d).day == 1]
        every = max(1, ceil(len(begins) / 6))
        return [(d.toordinal(), f"{months[d.month - 1]} {d.year}") for d in begins[::every]]
    every = max(1, ceil((span + 1) / 5))
    days = [date.fromordinal(d) for d in range(low, high + 1, every)]
    return [
        (d.toordinal(), f"{d.day} {months[d.month - 1]} {d.year}" if at == 0 else f"{d.day} {months[d.month - 1]}")
        for at, d in enumerate(days)
    ]


def _strip(scale: Scale, marks: Sequence[Mark]) -> str:
    """The band for readings without a date."""
    if all(m.day is not None for m in marks):
        return ""
    left = scale.right + 12
    middle, across, down = (left + WIDTH - 16) / 2, WIDTH - 16 - left, HEIGHT - BOTTOM - TOP + 6
    return (
        f'<rect class="strip" x="{left:.1f}" y="{TOP - 6}" width="{across:.1f}" height="{down}" rx="3"/>'
        f'<text class="tick" x="{middle:.1f}" y="{HEIGHT - BOTTOM + 19}" text-anchor="middle">no date</text>'
    )


def _drawn(scale: Scale, marks: Sequence[Mark]) -> list[str]:
    """The marks from left to right, each moved aside where it would cover another or its number."""
    undated = [m for m in marks if m.day is None]
    left, right = scale.right + 26, WIDTH - 30.0
    placed: list[tuple[float, float]] = []
    out = []
    for mark in marks:
        if mark.day is None:
            x = left + (right - left) * (undated.index(mark) + 0.5) / len(undated)
        else:
            x = scale.x((mark.day + (mark.last or mark.day)) / 2)
        y = scale.y(mark.high)
        while any(abs(x - other) < 14 and abs(y - level) < 22 for other, level in placed):
            x += 14
        placed.append((x, y))
        out.append(_mark(scale, mark, x, y))
    return out


def _mark(scale: Scale, mark: Mark, x: float, y: float) -> str:
    shape = f"M{x:.1f} {y - 6:.1f}l6 6l-6 6l-6 -6z"
    if mark.status != "conflicting":
        shape = f"M{x - 5:.1f} {y:.1f}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z"
    over = 21 if mark.hedge in UP else 14 if mark.hedge == "about" else 9
    label = f"{mark.number}: {mark.high:,.0f}, off the scale" if mark.high > scale.top else str(mark.number)
    wide = 3.5 * len(label)
    middle = min(max(x, wide), WIDTH - wide)
    name = f'<text class="name" x="{middle:.1f}" y="{y - over:.1f}" text-anchor="middle">{label}</text>'
    tip = escape(f"[{mark.number}] {mark.words}")
    lines = _spread(scale, mark, y) + _hedge(scale, mark, x, y)
    return f'<g class="{mark.status}"><title>{tip}</title>{lines}<path class="dot" d="{shape}"/>{name}</g>'


def _spread(scale: Scale, mark: Mark, y: float) -> str:
    """A line over all days that the reading may be of; broken where they are inferred."""
    if mark.day is None or mark.last is None or mark.last <= mark.day:
        return ""
    unsure = "" if mark.sure else ' stroke-dasharray="3 3"'
    return f'<path class="spread" d="M{scale.x(mark.day):.1f} {y:.1f}H{scale.x(mark.last):.1f}"{unsure}/>'


def _hedge(scale: Scale, mark: Mark, x: float, y: float) -> str:
    """A bar from the lowest to the highest value, an arrow towards an open end, short bars for "about"."""
    if mark.high > scale.top:
        return ""
    end = scale.y(mark.low)
    if end - y > 1:
        return f'<path class="hedge" d="M{x - 4:.1f} {y:.1f}h8m-4 0V{end:.1f}m-4 0h8"/>'
    if mark.hedge in UP:
        return f'<path class="hedge" d="M{x:.1f} {y - 6:.1f}v-11m-4 4l4 -4l4 4"/>'
    if mark.hedge in DOWN:
        return f'<path class="hedge" d="M{x:.1f} {y + 6:.1f}v11m-4 -4l4 4l4 -4"/>'
    return f'<path class="hedge" d="M{x - 3:.1f} {y - 10:.1f}h6m-3 0v20m-3 0h6"/>' if mark.hedge == "about" else ""


def _legend(marks: Sequence[Mark]) -> str:
    said = phrases().readings
    there = {m.status for m in marks}
    states = "".join(f'<li><span class="key {s}"></span>{escape(said[s])}</li>' for s in said if s in there)
    hedges = {m.hedge for m in marks}
    signs = [
        ("↑", "or more", hedges & UP),
        ("↓", "or less", hedges & DOWN),
        ("I", "about, or a range", hedges & {"about", "range"}),
        ("—", "date known only within this span", {m for m in marks if m.last != m.day}),
    ]
    notes = "".join(f'<li><span class="sign">{sign}</span>{label}</li>' for sign, label, there in signs if there)
    return f'<figcaption><ul class="legend">{states}{notes}<li>numbers are reports</li></ul></figcaption>'
