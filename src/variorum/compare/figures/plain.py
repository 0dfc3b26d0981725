"""Numbers that no measure reads: one that is a slip of the pen away from what other reports have in the same words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ...model import QUIET, Article, Figure, Finding, Record, Witness, key
from ...rules.phrases import number as written
from .context import PRINTED, row
from .say import have, reasons
from .slips import Slipped, slipped, sources

_WORD = re.compile(r"\d(?:[\d,.]*\d)?|[^\W\d_]+")
_BEFORE, _AFTER = re.compile(r"(?:[^\s]+[^\S\n]+){0,3}$"), re.compile(r"(?:[^\S\n]+[^\s]+){0,3}")
_REACH, _WIDTH, _NEXT = 8, 100, 2
"""Words kept on either side of a number, the characters in which they are looked for, and those that two places must share."""
_RUN, _TELLING, _LONG = 8, 4, 4
"""Words in a row, round the number, that make a copy; how many of them must be longer words, and how long these are."""
_YEARS = range(1900, 2100)
_LEAST: dict[Slipped, int] = {"ten": 2, "tenth": 2, "swap": 10, "thousand": 2, "thousandth": 2}
"""The least of the two numbers for each kind of slip; of a digit lost or added see `_DIGIT`: 4 and 14 are there by chance."""
_DIGIT = 100

_Bounds = Mapping[str, Sequence[tuple[int, int]]]


class Spot(NamedTuple):
    """A number in digits, with the words before it (from it outwards) and after it."""

    article: Article
    start: int
    end: int
    number: float
    left: tuple[str, ...]
    right: tuple[str, ...]
    read: bool
    """Whether it is read as a figure or a time, and so judged elsewhere."""

    @property
    def near(self) -> tuple[str, ...]:
        """The nearest words, with any number for each number."""
        return tuple("0" if w[0].isdigit() else w for w in (*self.left[:_NEXT], *self.right[:_NEXT]))


def plain(many: Sequence[Figure], records: Sequence[Record]) -> list[Finding]:
    """A finding for each such number, in the order of their ids."""
    alike: dict[tuple[str, ...], list[Spot]] = defaultdict(list)
    taken = _taken(many, records)
    for record in records:
        for spot in _spots(record.article, taken.get(record.article.id, ())):
            alike[spot.near].append(spot)
    found = {f.id: f for spots in alike.values() for f in _slips(spots)}
    return [found[name] for name in sorted(found)]


def _taken(many: Sequence[Figure], records: Sequence[Record]) -> _Bounds:
    """Article -> where its numbers are read as figures or times, which are judged elsewhere."""
    out: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for figure in many:
        for reading in figure.readings:
            for span in reading.spans:
                out[span.article].append((span.start, span.end))
    for record in records:
        out[record.article.id] += [(e.span.start, e.span.end) for e in record.expressions]
        out[record.article.id] += [(p.start, p.end) for p in record.article.parts if p.kind in QUIET]
    return {name: sorted(bounds) for name, bounds in out.items()}


def _spots(article: Article, taken: Sequence[tuple[int, int]]) -> Iterator[Spot]:
    text, starts = article.text, [start for start, _ in taken]
    ends = [0]
    for _, end in taken:
        ends.append(max(ends[-1], end))
    for found in PRINTED.finditer(text):
        start, end, number = found.start(), found.end(), float(found[0].replace(",", ""))
        if number in _YEARS and "," not in found[0]:
            continue
        before = text[max(0, start - _WIDTH, text.rfind("\n", max(0, start - _WIDTH), start) + 1) : start].lower()
        line = text.find("\n", end, end + _WIDTH)
        after = text[end : line if line >= 0 else end + _WIDTH].lower()
        left, right = _WORD.findall(before)[::-1][:_REACH], _WORD.findall(after)[:_REACH]
        if len(left) >= _NEXT and len(right) >= _NEXT:
            read = ends[bisect_right(starts, start)] > start
            yield Spot(article, start, end, number, tuple(left), tuple(right), read)


def _slips(spots: Sequence[Spot]) -> Iterator[Finding]:
    """The slips among numbers with the same words next to them. Of two that one report each has, the larger
    is the one that is asked about, whichever was misprinted."""
    by: dict[float, list[Spot]] = defaultdict(list)
    for spot in spots:
        by[spot.number].append(spot)
    if len(by) < 2:
        return
    per = _values(spots)
    for number, (spot, *more) in sorted(by.items()):
        if more or spot.read or per[spot.article.id] > 1:
            continue  # a report with other numbers in these words counts through a list: "photo 2 of 20"
        for wanted in sources(number):
            same = [s for s in by.get(wanted, ()) if s.article.id != spot.article.id and per[s.article.id] == 1]
            same = [s for s in same[: _REACH * _REACH] if _copied(spot, s)]
            kind = slipped(number, wanted) if same else None
            unclear = kind is not None and len(by[wanted]) == 1 and not by[wanted][0].read and wanted > number
            if kind and not unclear and min(number, wanted) >= _LEAST.get(kind, _DIGIT):
                yield _finding(spot, same, kind)
                break


def _values(spots: Sequence[Spot]) -> dict[str, int]:
    """Article -> how many numbers it has in the same words."""
    out: dict[str, set[float]] = defaultdict(set)
    for spot in spots:
        out[spot.article.id].add(spot.number)
    return {name: len(values) for name, values in out.items()}


def _copied(one: Spot, other: Spot) -> bool:
    left, right = row(one.left, other.left), row(one.right, other.right)
    words = [*one.left[:left], *one.right[:right]]
    return len(words) >= _RUN and sum(w.isalpha() and len(w) >= _LONG for w in words) >= _TELLING


def _quoted(spot: Spot) -> str:
    """The number with the words beside it, as the text has them."""
    text = spot.article.text
    before, after = text[max(0, spot.start - _WIDTH) : spot.start], text[spot.end : spot.end + _WIDTH]
    left, right = _BEFORE.search(before), _AFTER.match(after)
    return f"{left[0] if left else ''}{text[spot.start : spot.end]}{right[0] if right else ''}"


def _finding(spot: Spot, same: Sequence[Spot], kind: Slipped) -> Finding:
    told = {s.article.id: s for s in (spot, *reversed(same))}
    sides = [Witness(id=a, article=a, span=s.article.cut(s.start, s.end)) for a, s in sorted(told.items())]
    sides.sort(key=lambda w: w.article != spot.article.id)
    said = reasons().slip
    why = said.plain.format(
        value=written(spot.number),
        words=_quoted(spot),
        reports=have(len(told) - 1),
        wanted=written(same[0].number),
        kind=said.kinds[kind],
    )
    return Finding(
        id=key("plain", spot.article.id, spot.start),
        kind="misprint",
        about=spot.article.id,
        readings=tuple(sides),
        why=why,
    )
